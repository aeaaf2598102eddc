//! Letters and words that are a degree in one place and something else in another: "MS" is Microsoft, Massachusetts has
//! "MA", a "DBA" looks after databases, a "master plan" is no plan to study.
//!
//! Such a word counts where it stands like a degree: at the start of what it stands in, with a field, a school or a year
//! beside it; under a heading for education, unless it plainly names something else.

use super::{Places, is_school, segment, words_of};
use crate::lexicon::words::{Pause, Words};
use crate::lexicon::{Mark, Meaning, SectionKind};
use crate::resume::dates;

/// Degrees whose letters or words mean other things too.
const AMBIGUOUS: [&str; 40] = [
    "a a",
    "a s",
    "aas",
    "as in",
    "associate",
    "associate in",
    "associate of",
    "associate s",
    "associates",
    "associates in",
    "associates of",
    "b a",
    "b e",
    "b s",
    "ba",
    "be",
    "be in",
    "bed",
    "bms",
    "bs",
    "bts",
    "dba",
    "dsc",
    "dut",
    "j d",
    "jd",
    "licence",
    "m a",
    "m d",
    "m e",
    "m s",
    "ma",
    "master",
    "master s",
    "masters",
    "med",
    "mim",
    "mms",
    "ms",
    "ms in",
];
/// What such a word names together with the word behind it ("MS Word", "Master Teacher").
const NAMES_ELSE: [&str; 39] = [
    "access",
    "account",
    "azure",
    "builder",
    "certificate",
    "certified",
    "chef",
    "chief",
    "class",
    "data",
    "dynamics",
    "electrician",
    "excel",
    "exchange",
    "file",
    "gardener",
    "instructor",
    "knowledge",
    "mechanic",
    "office",
    "outlook",
    "plan",
    "planner",
    "planning",
    "plumber",
    "powerpoint",
    "project",
    "publisher",
    "record",
    "records",
    "scheduler",
    "sergeant",
    "server",
    "sharepoint",
    "sql",
    "teacher",
    "teachers",
    "visio",
    "word",
];
/// Words that go on with a degree ("MS in", "BA degree", "MA from").
const BEHIND: [&str; 12] =
    ["in", "of", "degree", "degrees", "from", "at", "hons", "honours", "honors", "candidate", "student", "level"];
/// Words before a degree in a sentence ("holds a master's in").
const BEFORE: [&str; 14] = [
    "a",
    "an",
    "my",
    "his",
    "her",
    "with",
    "hold",
    "holds",
    "earned",
    "obtained",
    "received",
    "completed",
    "university",
    "college",
];
/// Degrees whose letters are a state of the USA too.
const STATES: [&str; 2] = ["ma", "ms"];
/// What follows a state rather than a degree.
const EXAMS: [&str; 3] = ["exam", "exams", "examination"];
/// Classes of driving licences.
const CLASSES: [&str; 12] = ["a", "a1", "a2", "am", "b", "be", "c", "c1", "ce", "c1e", "d", "de"];
/// A field or a year stands within so many words behind the degree.
const NEAR: usize = 10;

/// Words behind a degree of which only these parts were taken.
const MODULES: [&str; 4] = ["module", "modules", "unit", "units"];

/// Words in the longest dates in front of a degree.
const DATE_WORDS: usize = 6;

/// Professions whose name is a degree's name in Latin America: beside a school, "Industrial Engineer" is what was studied.
const PROFESSIONS: [&str; 11] = [
    "engineer",
    "ingeniero",
    "ingeniera",
    "engenheiro",
    "engenheira",
    "economist",
    "economista",
    "administrador",
    "administradora",
    "contador",
    "contadora",
];

/// Whether a degree's name is that of a profession.
pub(in crate::resume) fn names_profession(text: &str) -> bool {
    !text.ends_with("degree") && text.split(' ').any(|word| PROFESSIONS.contains(&word))
}

/// Whether a mark is the first of its line.
fn begins_line(words: &Words, mark: &Mark) -> bool {
    mark.first == 0 || words.list[mark.first - 1].line != words.list[mark.first].line
}

/// Whether a degree word stands like a degree.
pub(super) fn stands_as_degree(places: &Places<'_>, words: &Words, marks: &[Mark], mark: &Mark, line: usize) -> bool {
    let text: Vec<&str> = words.list[mark.first..mark.last].iter().map(|w| words.folded(w)).collect();
    let text = text.join(" ");
    let on_line = |index: usize| words.list.get(index).filter(|w| w.line as usize == line);
    let next = on_line(mark.last).filter(|w| w.pause == Pause::None);
    let begins = mark.first == 0
        || words.list[mark.first].pause > Pause::None
        || on_line(mark.first - 1).is_none_or(|w| BEFORE.contains(&words.folded(w)) || w.number);
    if names_profession(&text) {
        let school = [line, line + 1].iter().any(|l| *l < places.lines.len() && places.names_school(*l));
        // "2010 - 2015  Ingeniera Industrial" over its school
        let plain = &places.lines[line].plain;
        let dated = plain.split_once("  ").is_some_and(|(cell, _)| {
            dates::is_date_alone(cell.trim())
                && words_of(words, line, line).take_while(|w| *w < mark.first).count() <= DATE_WORDS
        });
        return places.kind(line) == SectionKind::Education && (begins_line(words, mark) || dated) && school;
    }
    // "a certificate with MBA-level training": as hard as one, but none
    let level = next.is_some_and(|w| words.folded(w) == "level") && {
        let plain = places.lines[line].plain.to_lowercase();
        plain.contains(&format!("{text}-level")) && !plain.contains(&format!("{text}-level degree"))
    };
    if level && !begins_line(words, mark) {
        return false;
    }
    // "MSc module: Leading in Practice (20 credits)"
    if next.is_some_and(|w| MODULES.contains(&words.folded(w))) {
        return false;
    }
    if !AMBIGUOUS.contains(&text.as_str()) {
        // in the text of a job, others have degrees too: "Built a Master of Public Health program"
        let in_text = places.entry_of[line].is_some_and(|e| line > places.entries[e].header.1);
        return begins || !in_text || places.kind(line) != SectionKind::Experience;
    }
    // "Driving licence"; "Boston University, Boston, MA"; "Records, Columbus AFB, MS, 2010"
    let named_behind = |m: &Mark| matches!(m.meaning, Meaning::Field(_)) && m.first == mark.last;
    let closes =
        on_line(mark.last).is_none_or(|w| w.number || w.pause > Pause::None) && !marks.iter().any(named_behind);
    let after_comma = mark.first > 0 && words.list[mark.first].pause == Pause::Comma;
    let place = STATES.contains(&text.as_str()) && after_comma && closes && {
        let (from, to) = segment(words, mark.first - 1);
        let field = marks.iter().any(|m| matches!(m.meaning, Meaning::Field(_)) && (from..to).contains(&m.first));
        let school = text != "ma" && (from..to).any(|i| is_school(words, i));
        from > 0 && !field && !school && on_line(from - 1).is_some()
    };
    // "(Pre-Med)" is what some study before medicine
    let before_it = mark.first > 0 && text == "med" && words.folded(&words.list[mark.first - 1]) == "pre";
    if before_it {
        return false;
    }
    if place || text == "licence" && !begins {
        return false;
    }
    if next.is_some_and(|w| NAMES_ELSE.contains(&words.folded(w))) {
        return false;
    }
    let field = |from: usize| {
        let of = |m: &&Mark| matches!(m.meaning, Meaning::Field(_)) && m.first >= from;
        marks.iter().filter(of).map(|m| m.first).min().filter(|f| on_line(*f).is_some())
    };
    let (from, to) = segment(words, mark.first);
    let school = (from..to).any(|i| is_school(words, i));
    // "passed the MS Law Exam": that of Mississippi
    if STATES.contains(&text.as_str()) && (mark.last..to).any(|i| EXAMS.contains(&words.folded(&words.list[i]))) {
        return false;
    }
    // "B, BE" may be driven, where a licence is told
    let on_the_line = || words.list[words_of(words, line, line)].iter().map(|w| words.folded(w));
    if text == "be" && on_the_line().all(|w| CLASSES.contains(&w)) && on_the_line().any(|w| w != "be") {
        return false;
    }
    // the verb is never written in capitals
    if matches!(text.as_str(), "be" | "be in")
        && !places.lines[line].plain.split(|c: char| !c.is_alphanumeric()).any(|w| w == "BE")
    {
        return false;
    }
    let associate = matches!(text.as_str(), "associate" | "associates");
    if places.kind(line) == SectionKind::Education && text != "dba" && !associate {
        return true;
    }
    let degree_next = |at: usize| marks.iter().any(|m| matches!(m.meaning, Meaning::Degree(_)) && m.first == at);
    let follows = next.is_none_or(|w| {
        let word = words.folded(w);
        BEHIND.contains(&word) || w.number || school || field(mark.last) == Some(mark.last) || degree_next(mark.last)
    });
    let near_field = field(mark.last).is_some_and(|f| f <= mark.last + NEAR);
    let near_school = school || [line, line + 1].iter().any(|l| *l < places.lines.len() && places.names_school(*l));
    let year = !dates::points(&places.lines[line].plain).is_empty();
    let in_education = places.kind(line) == SectionKind::Education;
    // outside education an "Associate" has a job
    begins && follows && (near_field || near_school || year) && (!associate || in_education)
}
