//! Degrees and certificates: what is named, in which field, where, and whether it stands.

mod block;
mod certificates;
mod implied;
mod letters;
mod school;
mod told;

use super::dates::{self, End, Month};
use super::entries::Entry;
use super::lines::{Look, TextLine};
use super::sections::Section;
use crate::lexicon::words::{Pause, Words, fold};
use crate::lexicon::{DegreeLevel, Lexicon, Mark, Meaning, SectionKind, Standing};
use block::{block_of, field_above, framework_level};
pub(crate) use certificates::CLASS;
pub(super) use certificates::join_wrapped;
use certificates::{certificate, means_else};
pub(super) use letters::names_profession;
pub(super) use school::names_school;
use school::{SCHOOL_LINE, in_school_name, in_school_segment, is_school, segment_with};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// A degree named in the resume.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Degree {
    /// Its level.
    pub level: DegreeLevel,
    /// Fields by lexicon name; empty where none is stated.
    pub fields: Vec<String>,
    /// The field as written.
    pub field_text: Option<String>,
    /// The school as written.
    pub institution: Option<String>,
    /// Whether the text says that it was left or never finished.
    pub unfinished: bool,
    /// Whether the text says that it is still going on.
    pub in_progress: bool,
    /// Last month of its dates, if any: a month to come means that it is not finished yet.
    pub until: Option<Month>,
    /// Whether its dates go on.
    pub goes_on: bool,
    /// Line, counted from 0.
    pub line: usize,
    /// First and behind-last word.
    pub words: (usize, usize),
}

/// A certificate named in the resume.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Certificate {
    /// Lexicon id.
    pub id: String,
    /// As written.
    pub name: String,
    /// How it stands, as far as the words say; none = held.
    pub standing: Option<Standing>,
    /// Month after which it is no longer valid, if the text says.
    pub valid_until: Option<Month>,
    /// Bare letters in the text of a job, where they may be a colleague's or a task's.
    pub in_passing: bool,
    /// Section it stands in.
    pub section: SectionKind,
    /// Line, counted from 0.
    pub line: usize,
    /// First and behind-last word.
    pub words: (usize, usize),
}

/// What is known of the lines so far.
pub(super) struct Places<'a> {
    pub(super) lines: &'a [TextLine],
    pub(super) sections: &'a [Section],
    pub(super) section_of: &'a [usize],
    pub(super) entries: &'a [Entry],
    pub(super) entry_of: &'a [Option<usize>],
    /// For each line: the kind of section that its label says it is.
    pub(super) labels: &'a [Option<SectionKind>],
}

/// A degree's name stands within this many words of the line's start, outside an education section.
const DEGREE_AT_START: usize = 3;

/// Degrees and certificates named on the richest line; in a text without line ends that can be all of a resume's. What
/// follows is no resume, and would cost a look at the whole line each.
const MOST: usize = 100;
/// Words on either side of a word among which its part of a line is looked for; a longer part is neither a name nor a field.
const SEGMENT: usize = 200;

impl Places<'_> {
    fn kind(&self, line: usize) -> SectionKind {
        // "Certificates: CSPO (2020)" among the skills
        match self.labels[line] {
            Some(kind @ (SectionKind::Education | SectionKind::Certifications)) => kind,
            _ => self.sections[self.section_of[line]].kind,
        }
    }

    /// Whether a short line names a school.
    fn names_school(&self, line: usize) -> bool {
        names_school(&self.lines[line].plain)
    }

    /// Whether a line is a bullet of a job or stands right below its header. Bullets that are jobs themselves have none.
    fn in_text(&self, line: usize) -> bool {
        self.entry_of[line].is_some_and(|e| {
            let header = self.entries[e].header.1;
            let bullet = |l: usize| self.lines[l].look == Look::Bullet;
            let beside = bullet(header) && bullet(line) && self.lines[header].indent == self.lines[line].indent;
            line > header && !beside && (bullet(line) || line == header + 1)
        })
    }

    /// Whether a line in a section without a heading can tell a degree: no part of a job, short, no sentence.
    fn may_tell_degree(&self, line: usize, first_in_line: usize, earned: bool) -> bool {
        match self.kind(line) {
            SectionKind::Other | SectionKind::Contact if earned => true,
            SectionKind::Education => true,
            // "Qualifications" are skills to some and degrees to others
            SectionKind::Summary => {
                let heading = self.sections[self.section_of[line]].heading.as_deref().unwrap_or_default();
                first_in_line < DEGREE_AT_START && crate::lexicon::words::fold(heading).contains("qualification")
            }
            SectionKind::Certifications | SectionKind::Training | SectionKind::Projects => {
                first_in_line <= DEGREE_AT_START
            }
            SectionKind::Other | SectionKind::Experience | SectionKind::Contact => {
                // below the last job, where no heading parts them
                let in_text = self.in_text(line)
                    && !(first_in_line == 0 && self.lines[line].look != Look::Bullet && self.names_school(line));
                (first_in_line <= DEGREE_AT_START || self.names_school(line)) && !in_text && self.section_of[line] > 0
            }
            _ => false,
        }
    }
}

/// Reads degrees and certificates.
pub(super) fn read(
    places: &Places<'_>,
    words: &Words,
    marks: &[Mark],
    lexicon: &Lexicon,
) -> (Vec<Degree>, Vec<Certificate>) {
    let mut elsewhere = BTreeMap::new();
    let reach = marks.iter().map(|m| m.last - m.first).max().unwrap_or(0);
    let mut degrees: Vec<Degree> = Vec::new();
    let mut certificates = Vec::new();
    let mut on_line = (0, 0);
    for mark in marks.iter().filter(|m| matches!(m.meaning, Meaning::Degree(_) | Meaning::Certificate(_))) {
        let line = words.list[mark.first].line as usize;
        on_line = if on_line.0 == line { (line, on_line.1 + 1) } else { (line, 0) };
        if on_line.1 > MOST {
            continue;
        }
        let near = marks_in(marks, mark.first.saturating_sub(reach), mark.last);
        match mark.meaning {
            Meaning::Degree(index)
                if places.may_tell_degree(
                    line,
                    place_in_line(places, words, mark, line),
                    told::says_earned(words, mark),
                ) && !in_school_name(words, mark)
                    && letters::stands_as_degree(places, words, marks, mark, line)
                    && !covered(near, mark)
                    && !is_something_else(near, mark)
                    && !is_of_school(lexicon, words, marks, mark) =>
            {
                degrees.push(degree(places, words, marks, lexicon, mark, index, line));
            }
            Meaning::Certificate(index) if !covered(near, mark) => {
                let unless = &lexicon.certificates()[index].unless;
                let bare = mark.last - mark.first == 1;
                if !(bare && *elsewhere.entry(index).or_insert_with(|| means_else(words, unless))) {
                    certificates.push(certificate(places, words, marks, lexicon, mark, index, line));
                }
            }
            _ => {}
        }
    }
    merge_lines(&mut degrees, words, marks);
    settle_repeated(&mut degrees, places.lines);
    if degrees.iter().all(|degree| degree.level == DegreeLevel::None) {
        degrees.extend(implied::read(places, words, marks, lexicon));
    }
    (degrees, certificates)
}

/// Words of a line before a degree. On a line with a date or a school that is no text of a job, a degree behind a comma
/// stands as if it were first: "1999 - 2004 Leeds, BEng".
fn place_in_line(places: &Places<'_>, words: &Words, mark: &Mark, line: usize) -> usize {
    let all = words_of(words, line, line);
    let parted = words.list[mark.first].pause > Pause::None;
    let short = all.len() <= SCHOOL_LINE && !places.lines[line].ends_sentence();
    let told = || !dates::points(&places.lines[line].plain).is_empty() || places.names_school(line);
    if parted && short && !places.in_text(line) && told() { 0 } else { mark.first - all.start }
}

/// The words of some lines, by index.
fn words_of(words: &Words, first: usize, last: usize) -> Range<usize> {
    let before = |line: usize| words.list.partition_point(|w| (w.line as usize) < line);
    before(first)..before(last + 1)
}

/// The marks that begin within some words.
fn marks_in(marks: &[Mark], from: usize, to: usize) -> &[Mark] {
    let before = |word: usize| marks.partition_point(|m| m.first < word);
    &marks[before(from)..before(to)]
}

/// The marks that begin on some lines.
fn marks_of<'a>(marks: &'a [Mark], words: &Words, first: usize, last: usize) -> &'a [Mark] {
    let words = words_of(words, first, last);
    marks_in(marks, words.start, words.end)
}

/// Whether a longer mark of the same kind covers this one ("master of business administration" over "master of").
fn covered(marks: &[Mark], mark: &Mark) -> bool {
    let same_kind = |other: &Mark| {
        matches!(
            (mark.meaning, other.meaning),
            (Meaning::Degree(_), Meaning::Degree(_)) | (Meaning::Certificate(_), Meaning::Certificate(_))
        ) || matches!((mark.meaning, other.meaning), (Meaning::Field(_), Meaning::Field(_)))
            && other.last - other.first > mark.last - mark.first
    };
    let length = mark.last - mark.first;
    let degree = |m: &Mark| matches!(m.meaning, Meaning::Degree(_));
    marks.iter().any(|o| {
        // "associate degree" over the "degree in" that goes on with it
        if degree(o) && degree(mark) && o.first < mark.first && o.last > mark.first {
            return true;
        }
        same_kind(o)
            && o.first <= mark.first
            && o.last >= mark.last
            && (o.last - o.first > length
                || (o.last - o.first == length && (o.first, o.meaning) < (mark.first, mark.meaning)))
    })
}

/// Whether a bare "diploma" is that of a school, which is no degree: "High school: Laurel High School, diploma 2007", or
/// "Diploma: Phoenix High School", where neither a number nor another school stands between.
fn is_of_school(lexicon: &Lexicon, words: &Words, marks: &[Mark], mark: &Mark) -> bool {
    let bare = mark.last - mark.first == 1 && words.folded(&words.list[mark.first]) == "diploma";
    let line = words.list[mark.first].line as usize;
    let none =
        |m: &Mark| matches!(m.meaning, Meaning::Degree(index) if lexicon.degrees()[index].level == DegreeLevel::None);
    let another = |i: usize| words.list[i].number || is_school(words, i) && words.folded(&words.list[i]) != "school";
    let its_own = |m: &Mark| m.last <= mark.first || m.first >= mark.last && !(mark.last..m.first).any(another);
    bare && marks_of(marks, words, line, line).iter().any(|m| none(m) && its_own(m))
}

/// Whether a degree word is part of a certificate's or a job's name ("Scrum Master").
fn is_something_else(marks: &[Mark], mark: &Mark) -> bool {
    marks.iter().any(|o| {
        matches!(o.meaning, Meaning::Certificate(_) | Meaning::Title(_))
            && o.last - o.first > 1
            && o.first < mark.last
            && mark.first < o.last
            // "Scrum Master in removing ..." is no master in anything
            && (o.last - o.first > mark.last - mark.first || o.first < mark.first)
    })
}

/// The words between commas and brackets around a word, within its line.
fn segment(words: &Words, at: usize) -> (usize, usize) {
    let line = words.list[at].line;
    let mut from = at;
    while from > 0 && at - from < SEGMENT && words.list[from].pause == Pause::None && words.list[from - 1].line == line
    {
        from -= 1;
    }
    let mut to = at + 1;
    while to < words.list.len()
        && to - at < SEGMENT
        && words.list[to].pause == Pause::None
        && words.list[to].line == line
    {
        to += 1;
    }
    (from, to)
}

/// Whether "final year" only begins what is told of that year: "final year project", "final year taken part-time".
fn is_part_of_a_year(words: &Words, mark: &Mark) -> bool {
    const TOLD: [&str; 6] = ["project", "thesis", "dissertation", "taken", "spent", "abroad"];
    let year = words.list[mark.last - 1];
    let next = words.list.get(mark.last).filter(|word| word.line == year.line);
    words.folded(&year) == "year" && next.is_some_and(|word| TOLD.contains(&words.folded(word)))
}

fn degree(
    places: &Places<'_>,
    words: &Words,
    marks: &[Mark],
    lexicon: &Lexicon,
    mark: &Mark,
    index: usize,
    line: usize,
) -> Degree {
    let listed = &lexicon.degrees()[index];
    let block = block_of(places, words, marks, line);
    let mut fields: Vec<String> = Vec::new();
    let mut first_field: Option<(usize, usize)> = None;
    let mut unfinished = false;
    let mut in_progress = false;
    // "30 of 180 credits left" alone is an end, and beside "expected in 2026" the way to it
    let mut counted = false;
    let earned = told::says_earned(words, mark);
    let own = own_words(words, marks, mark);
    let of_another = |other: &Mark| {
        matches!(other.meaning, Meaning::Standing(_)) && told_apart(&places.lines[line].plain, words, mark, other)
    };
    let elsewhere = |other: &Mark| {
        words.list[other.first].line as usize == line && (!own.contains(&other.first) || of_another(other))
            || earned && other.first < mark.first && matches!(other.meaning, Meaning::Standing(_))
    };
    let of_work = |m: &Mark| is_in_name_of_work(&places.lines[words.list[m.first].line as usize].plain, words, m);
    let told = |m: &&Mark| !elsewhere(m) && !is_part_of_name(words, marks, m) && !of_work(m);
    for other in marks_of(marks, words, block.0, block.1).iter().filter(told) {
        match other.meaning {
            Meaning::Field(field)
                if !in_school_segment(words, other.first, mark)
                    && !covered(marks, other)
                    && !is_aside(words, first_field, other)
                    && !lists_courses(words, other, line) =>
            {
                let name = lexicon.field(field).to_string();
                if !fields.contains(&name) {
                    fields.push(name);
                }
                first_field.get_or_insert((other.first, other.last));
            }
            Meaning::Standing(Standing::Unfinished) => {
                let counts = words.list[other.first].number;
                unfinished |= !counts && !counts_credits(&places.lines[words.list[other.first].line as usize].plain);
                counted |= counts;
            }
            Meaning::Standing(Standing::InProgress) => in_progress |= !is_part_of_a_year(words, other),
            _ => {}
        }
    }
    if fields.is_empty() && !names_own_field(words, mark) {
        first_field = field_above(places, words, marks, line, mark);
        fields.extend(first_field.and_then(|(at, _)| {
            let of = |m: &&Mark| m.first == at && matches!(m.meaning, Meaning::Field(_));
            let found = marks_in(marks, at, at + 1).iter().find(of)?;
            if let Meaning::Field(field) = found.meaning { Some(lexicon.field(field).to_string()) } else { None }
        }));
    }
    // the field that the degree's own name tells stands even where the line adds another ("MBA, Marketing")
    if let Some(own) = &listed.field
        && !fields.contains(own)
    {
        fields.insert(0, own.clone());
    }
    let part = own_part(&places.lines[line].plain, words, mark);
    let block_to = if part.is_some() { line } else { block.1 };
    let text = |l: usize| if l == line { part.unwrap_or(&places.lines[l].plain) } else { &places.lines[l].plain };
    let ranges =
        |l: usize| if l == line && part.is_some() { dates::ranges(text(l)) } else { places.lines[l].ranges.clone() };
    let dates: Vec<_> = (block.0..=block_to).flat_map(ranges).collect();
    let points: Vec<_> = (block.0..=block_to).flat_map(|l| dates::points(text(l))).collect();
    // "Bachelor of Science : Nursing , Current": an end that is not there yet, without a start
    let says_present = places.lines[line]
        .plain
        .split([',', '|', '(', ')', ':'])
        .skip(1)
        .any(|part| dates::is_present(part.split_whitespace().next().unwrap_or_default()));
    let goes_on = says_present || dates.iter().any(|r| r.end == End::Present);
    let until = dates
        .iter()
        .filter_map(|r| if let End::Month(m) = r.end { Some(m) } else { None })
        .chain(points.iter().map(|p| p.last))
        .max();
    let school = words_of(words, block.0, block.1).find(|i| is_school(words, *i));
    let level = level_of_diploma(places, words, mark, line)
        .or_else(|| framework_level(places, words, marks, block))
        .unwrap_or(listed.level);
    let plain = &places.lines[line].plain;
    Degree {
        level,
        fields,
        // "MBA, Rotterdam": the degree's own name tells its field
        field_text: Some(first_field.map_or(mark.first, |(at, _)| at)).and_then(|at| {
            let word = &words.list[at];
            segment_with(&places.lines[word.line as usize].plain, words.folded(word))
        }),
        institution: school
            .and_then(|s| segment_with(&places.lines[words.list[s].line as usize].plain, words.folded(&words.list[s]))),
        unfinished: unfinished
            || counted && !in_progress
            || until.is_none() && plain.to_lowercase().contains("studied ") && !told::says_held(words, mark),
        in_progress,
        until,
        goes_on,
        line,
        words: (mark.first, mark.last),
    }
}

/// The level of a "diploma" that stands for a Diplom, as a resume from Germany writes it in English: beside a university,
/// where a diploma thesis or an Abitur is told of too.
fn level_of_diploma(places: &Places<'_>, words: &Words, mark: &Mark, line: usize) -> Option<DegreeLevel> {
    let bare = mark.last - mark.first == 1 && words.folded(&words.list[mark.first]) == "diploma";
    let section = &places.sections[places.section_of[line]];
    let german = |l: usize| {
        let folded = crate::lexicon::words::fold(&places.lines[l].plain);
        ["diploma thesis", "abitur", "diplomarbeit"].iter().any(|w| folded.contains(w))
    };
    if !bare || !(section.from..section.to).any(german) {
        return None;
    }
    let named = |name: &str| words_of(words, line, line).any(|i| words.folded(&words.list[i]) == name);
    let applied = named("fachhochschule") || named("applied");
    let university = named("university") || named("universitat") || named("tu");
    if applied { Some(DegreeLevel::Bachelor) } else { university.then_some(DegreeLevel::Master) }
}

/// Whether how a degree stands is a word of a longer name: "registered" of "Registered Nurse", "final year project",
/// "the failed state".
fn is_part_of_name(words: &Words, marks: &[Mark], standing: &Mark) -> bool {
    // "obtenu en cours du soir": in evening classes
    let evening = words.list[standing.last..].iter().take(2).map(|w| words.folded(w)).eq(["du", "soir"]);
    // "Graduated No. 3 of 240"
    let rank = words.folded(&words.list[standing.last - 1]) == "no"
        && words.list.get(standing.last).is_some_and(|next| next.number && next.pause != Pause::Comma);
    if (evening || rank) && matches!(standing.meaning, Meaning::Standing(_)) {
        return true;
    }
    let article = standing.first > 0 && words.folded(&words.list[standing.first - 1]) == "the";
    if article && standing.meaning == Meaning::Standing(Standing::Unfinished) {
        return true;
    }
    let name = |m: &&Mark| matches!(m.meaning, Meaning::Title(_) | Meaning::TitleKind(_));
    let covers = |m: &Mark| m.last >= standing.last && m.last - m.first > standing.last - standing.first;
    matches!(standing.meaning, Meaning::Standing(_))
        && marks_in(marks, standing.first.saturating_sub(1), standing.first + 1).iter().filter(name).any(covers)
}

/// Last words of the labels before what a study ended with.
const WORKS: [&str; 13] = [
    "thesis",
    "dissertation",
    "project",
    "capstone",
    "memoire",
    "these",
    "abschlussarbeit",
    "diplomarbeit",
    "masterarbeit",
    "bachelorarbeit",
    "tesis",
    "tesi",
    "scriptie",
];

/// Whether words of standing belong to the name of a thesis: "Final project: shortest paths on incomplete maps", and not
/// "Thesis: not handed in".
fn is_in_name_of_work(plain: &str, words: &Words, standing: &Mark) -> bool {
    let Some((label, behind)) = plain.split_once(':').filter(|_| matches!(standing.meaning, Meaning::Standing(_)))
    else {
        return false;
    };
    let label = fold(label);
    if !label.rsplit(' ').find(|word| !word.is_empty()).is_some_and(|last| WORKS.contains(&last)) {
        return false;
    }
    // "Thesis: maps of Leeds (degree not completed)"
    let name = behind.split(['(', ';']).next().unwrap_or_default().split(". ").next().unwrap_or_default();
    let first = words.folded(&words.list[standing.first]);
    let name = fold(name);
    let mut told = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let quoted = behind.trim_start().starts_with(['"', '“', '„', '«']);
    (quoted || told.next() != Some(first)) && told.any(|word| word == first)
}

/// Words before what was studied beside a degree's own field.
const ASIDE: [&str; 8] =
    ["minor", "minors", "minoring", "concentration", "coursework", "courses", "electives", "extracurricular"];

/// Whether a field is named as a part of the studies only: "BA Philosophy, minor in economics".
fn is_aside(words: &Words, own: Option<(usize, usize)>, field: &Mark) -> bool {
    let line = words.list[field.first].line;
    let from = own.map_or(0, |(_, last)| last).max(field.first.saturating_sub(SEGMENT));
    let before = words.list.get(from..field.first).unwrap_or_default().iter().rev();
    before.take_while(|w| own.is_some() || w.line == line).any(|w| ASIDE.contains(&words.folded(w)))
}

/// Whether a field stands in a line below the degree's that lists what was taken: "Marketing and Journalism coursework".
fn lists_courses(words: &Words, field: &Mark, line: usize) -> bool {
    let own = words.list[field.first].line as usize;
    own != line && words_of(words, own, own).any(|at| words.folded(&words.list[at]) == "coursework")
}

/// Whether a line has the label of a form, "Credits Earned: 120": every graduate has some.
fn counts_credits(plain: &str) -> bool {
    plain.to_lowercase().contains("credits earned:")
}

/// The words that can tell of a degree, where its line names another: up to the stop between the two.
fn own_words(words: &Words, marks: &[Mark], mark: &Mark) -> Range<usize> {
    let line = words.list[mark.first].line as usize;
    let all = words_of(words, line, line);
    let stops = |range: Range<usize>| range.filter(|i| words.list[*i].pause >= Pause::Clause);
    let degrees = || marks_of(marks, words, line, line).iter().filter(|m| matches!(m.meaning, Meaning::Degree(_)));
    let before = degrees().map(|m| m.last).filter(|last| *last <= mark.first).max();
    let behind = degrees().map(|m| m.first).filter(|first| *first >= mark.last).min();
    let from = before.and_then(|last| stops(last..mark.first + 1).next_back()).unwrap_or(all.start);
    let to = behind.and_then(|first| stops(mark.last..first + 1).next()).unwrap_or(all.end);
    from..to
}

/// The sentence of a line of several that has the words of a mark, where it has a date of its own.
fn own_part<'a>(plain: &'a str, words: &Words, mark: &Mark) -> Option<&'a str> {
    let spaced = |text: &str| {
        let folded = crate::lexicon::words::fold(text).replace('.', "");
        format!(
            " {} ",
            folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
        )
    };
    let name: Vec<&str> = words.list[mark.first..mark.last].iter().map(|w| words.folded(w)).collect();
    let name = format!(" {} ", name.join(" "));
    let parts: Vec<&str> = plain.split(';').flat_map(|part| part.split(". ")).collect();
    let mut own = parts.iter().filter(|part| spaced(part).contains(&name));
    let part = own.next().filter(|_| parts.len() > 1 && own.next().is_none())?;
    (!dates::points(part).is_empty()).then_some(part)
}

/// Bytes in the longest line whose sentences are told apart; in a longer one each look would cost too much.
const LONG_LINE: usize = 1000;

/// Whether two marks of a line stand in sentences with a date each: "AAS, 2009; two semesters in 2010, no degree".
fn told_apart(plain: &str, words: &Words, one: &Mark, other: &Mark) -> bool {
    let part = |mark: &Mark| (plain.len() <= LONG_LINE).then(|| own_part(plain, words, mark)).flatten();
    part(one).zip(part(other)).is_some_and(|(one, other)| one != other)
}

/// Whether a degree's name ends with a field, known or not: "Bachelor of Music", and not "Bachelor of Science".
fn names_own_field(words: &Words, mark: &Mark) -> bool {
    let name: Vec<&str> = words.list[mark.first..mark.last].iter().map(|w| words.folded(w)).collect();
    name.contains(&"of") && name.last().is_some_and(|last| !["science", "arts", "philosophy"].contains(last))
}

/// Lines within which a degree that is named again is the same.
const REPEATED_WITHIN: usize = 3;

/// A degree that is named again close by, as one in progress, is in progress: "Ph.D., Oxford Brookes" and below it "PhD in
/// progress, final draft".
fn settle_repeated(degrees: &mut [Degree], lines: &[TextLine]) {
    for at in 1..degrees.len() {
        let [.., above, below] = &mut degrees[..=at] else { return };
        let near = below.line <= above.line + REPEATED_WITHIN && above.level == below.level;
        let unnamed = below.fields.is_empty() && below.institution.is_none();
        // a degree with a year of its own is another one
        let dated = !dates::points(&lines[above.line].plain).is_empty();
        above.in_progress |= near && unnamed && !dated && below.in_progress && below.level >= DegreeLevel::Master;
    }
}

/// Several degree words on one line: "Lic. (BSc)" and "Diploma (associate level)" are one degree, whose explained level
/// holds; "MSc and BSc" are two.
fn merge_lines(degrees: &mut Vec<Degree>, words: &Words, marks: &[Mark]) {
    let mut kept: Vec<Degree> = Vec::with_capacity(degrees.len());
    for this in degrees.drain(..) {
        let Some(before) = kept.last_mut().filter(|before| before.line == this.line) else {
            kept.push(this);
            continue;
        };
        let between = this.words.0.saturating_sub(before.words.1);
        let first = &words.list[this.words.0];
        let and = this.words.0 > 0 && matches!(words.folded(&words.list[this.words.0 - 1]), "and" | "et" | "und" | "y");
        let equivalent = marks_of(marks, words, this.line, this.line)
            .iter()
            .any(|m| m.meaning == Meaning::Standing(Standing::Equivalent) && m.first >= before.words.1);
        let bracket = first.pause == Pause::Comma && between <= 1;
        if and || !(equivalent || bracket || between == 0) {
            kept.push(this);
            continue;
        }
        before.level = if equivalent { this.level } else { before.level.max(this.level) };
        if between > 0 && !equivalent && before.level != this.level {
            before.level = this.level;
        }
        for field in this.fields {
            if !before.fields.contains(&field) {
                before.fields.push(field);
            }
        }
    }
    *degrees = kept;
}
