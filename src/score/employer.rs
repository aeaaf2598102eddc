//! Whether words say what an employer is: in a job's header, in the line below it, or in a sentence that begins with its
//! name. What a job did with software says nothing of who sells it.

use crate::lexicon::words::{Pause, fold};
use crate::lexicon::{ContextKind, Grade, Mark, Meaning, SectionKind};
use crate::resume::lines::Look;
use crate::resume::{Entry, EntryKind, Resume};

/// A line of more words is a sentence about the job, not about the employer.
const DESCRIPTION_WORDS: usize = 24;
/// Words before what an employer makes, where no word says that it is a company: "Listed European payments".
const BARE_WORDS: usize = 6;
/// Words behind what it makes among which it is called a company: "software development company".
const COMPANY_NEAR: usize = 3;
/// Words before the verb of a sentence about it: "The largest maker of pumps in Ohio sells".
const SUBJECT_WORDS: usize = 8;

/// What an employer does that a sentence is about, or is, in folded words.
const DOES: [&str; 26] = [
    "is",
    "was",
    "are",
    "were",
    "makes",
    "made",
    "produces",
    "produced",
    "sells",
    "sold",
    "builds",
    "built",
    "develops",
    "developed",
    "provides",
    "provided",
    "offers",
    "offered",
    "runs",
    "ran",
    "publishes",
    "published",
    "supplies",
    "supplied",
    "hosts",
    "operates",
];
/// What an employer is, in folded words.
const COMPANY: [&str; 25] = [
    "company",
    "firm",
    "startup",
    "start",
    "scaleup",
    "scale",
    "provider",
    "maker",
    "vendor",
    "agency",
    "studio",
    "publisher",
    "developer",
    "supplier",
    "operator",
    "seller",
    "group",
    "subsidiary",
    "spin",
    "consultancy",
    "leader",
    "manufacturer",
    "employees",
    "people",
    "staff",
];
/// Words that no bare name of what an employer makes has before it: "a member of the team", "responsible for".
const LINKS: [&str; 27] = [
    "of",
    "for",
    "with",
    "to",
    "via",
    "through",
    "by",
    "in",
    "on",
    "using",
    "from",
    "as",
    "that",
    "which",
    "who",
    "i",
    "my",
    "their",
    "his",
    "her",
    "responsible",
    "clients",
    "client",
    "projects",
    "project",
    "help",
    "helped",
];
/// Words with which a bare name of what an employer makes goes on.
const GOES_ON: [&str; 31] = [
    "for",
    "that",
    "to",
    "and",
    "with",
    "in",
    "on",
    "behind",
    "targeting",
    "serving",
    "used",
    "sold",
    "helping",
    "specializing",
    "specialising",
    "business",
    "services",
    "solutions",
    "pvt",
    "ltd",
    "limited",
    "inc",
    "llc",
    "corp",
    "corporation",
    "plc",
    "gmbh",
    "ag",
    "bv",
    "ab",
    "oy",
];
/// Words in "-ed" or "-ing" that begin the description of a company.
const ADJECTIVES: [&str; 13] = [
    "listed",
    "based",
    "founded",
    "funded",
    "limited",
    "united",
    "leading",
    "growing",
    "publicly",
    "privately",
    "family",
    "applied",
    "advanced",
];

/// Whether a mark in a job's header is about the employer: any part of it that is no title; behind the dates, where the
/// text of the job may begin, its name and what describes it.
pub(super) fn in_header(resume: &Resume, mark: &Mark, grade: Grade, entry: &Entry) -> bool {
    let in_name = || {
        let name = fold(&entry.employer);
        let parts: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
        let list = &resume.words.list[mark.first..mark.last];
        list.iter().all(|word| parts.contains(&resume.words.folded(word)))
    };
    entry.kind == EntryKind::Work
        && (!entry.text_in_header || in_name() || grade == Grade::Employer && tells(resume, mark))
}

/// Whether a mark in the text is about an employer. The name of a firm alone is no description: in the text of a job it is
/// a tool or a customer.
pub(super) fn is_described(resume: &Resume, mark: &Mark, grade: Grade, line: usize) -> bool {
    grade == Grade::Employer && below_header(resume, line) && tells(resume, mark) || opens_with_name(resume, mark, line)
}

/// Whether a line may describe an employer: no bullet, close behind a header, and not about what was done.
fn below_header(resume: &Resume, line: usize) -> bool {
    let text = &resume.lines[line];
    let among_jobs = resume.section_kind(line) == SectionKind::Experience || resume.entry_of[line].is_some();
    let side = resume.entry_of[line].is_some_and(|e| resume.entries[e].kind != EntryKind::Work);
    let words = text.plain.split_whitespace().count();
    let first = (0..=line).rev().find(|l| !resume.lines[*l].continues).unwrap_or(line);
    let close = resume.entry_of[line].is_none_or(|e| first <= resume.entries[e].header.1 + 1);
    among_jobs
        && !side
        && close
        && !begins_with_act(resume, first)
        && text.look != Look::Bullet
        && resume.lines[first].look != Look::Bullet
        && words <= DESCRIPTION_WORDS
        && !text.plain.ends_with(':')
}

/// Whether the sentence of a mark says what a company is: "Payments software, 80 people", "A maker of scheduling apps",
/// "Brightwater makes software for libraries".
fn tells(resume: &Resume, mark: &Mark) -> bool {
    let list = &resume.words.list;
    let word = |at: usize| resume.words.folded(&list[at]);
    let begins = |at: &usize| *at == 0 || list[*at].pause >= Pause::Clause || list[*at].line != list[at - 1].line;
    let Some(first) = (0..=mark.first).rev().take(DESCRIPTION_WORDS).find(begins) else { return false };
    let before = || (first..mark.first).map(word);
    // a line that begins with a small letter goes on from the one above
    if !list[first].capital && !list[first].number {
        return false;
    }
    let act = |at: usize| {
        let folded = word(at);
        let verb = folded.len() > 4 && (folded.ends_with("ed") || folded.ends_with("ly"));
        !DOES.contains(&folded) && (verb && !ADJECTIVES.contains(&folded) || is_act(resume, at))
    };
    let named = || before().take(BARE_WORDS).any(|word| COMPANY.contains(&word));
    let said = || before().take(SUBJECT_WORDS).skip(1).any(|word| DOES.contains(&word));
    // "Payments software for shops", but "Software installation"
    let ends = || {
        let next = list.get(mark.last).filter(|next| next.pause == Pause::None && next.line == list[mark.first].line);
        next.is_none_or(|next| GOES_ON.contains(&resume.words.folded(next)))
    };
    // "A software development company"
    let goes_on = |at: &usize| list[*at].pause == Pause::None && list[*at].line == list[mark.first].line;
    let company = || {
        let behind = (mark.last..list.len()).take_while(goes_on).take(COMPANY_NEAR).map(word);
        mark.first - first <= DESCRIPTION_WORDS / 2 && behind.into_iter().any(|word| COMPANY.contains(&word))
    };
    let bare = || mark.first - first <= BARE_WORDS && ends();
    let linked = || before().any(|word| LINKS.contains(&word));
    !act(first) && ((bare() || company()) && !linked() || named() || said())
}

/// Whether the sentence of a mark begins with the name of the job's employer and says what that makes or is: "Harrowgate
/// made software for libraries".
fn opens_with_name(resume: &Resume, mark: &Mark, line: usize) -> bool {
    let Some(entry) = resume.entry_of[line].map(|e| &resume.entries[e]).filter(|e| e.kind == EntryKind::Work) else {
        return false;
    };
    let list = &resume.words.list;
    let opens = |at: &usize| *at == 0 || list[*at].pause >= Pause::Sentence;
    let Some(first) = (0..=mark.first).rev().take(DESCRIPTION_WORDS).find(opens) else { return false };
    let folded = fold(&entry.employer);
    let name: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let sentence = || list[first..mark.first.max(first)].iter().map(|word| resume.words.folded(word));
    let same = sentence().zip(&name).take_while(|(word, part)| word == *part).count();
    same > 0 && sentence().nth(same).is_some_and(|word| DOES.contains(&word))
}

/// Whether a line begins with a verb of doing, so that it tells a duty.
fn begins_with_act(resume: &Resume, line: usize) -> bool {
    is_act(resume, resume.words.list.partition_point(|w| (w.line as usize) < line))
}

/// Whether a word is a verb of doing.
fn is_act(resume: &Resume, word: usize) -> bool {
    let from = resume.marks.partition_point(|m| m.first < word);
    let act = |m: &Mark| m.meaning == Meaning::Context(ContextKind::Act);
    resume.marks[from..].iter().take_while(|m| m.first == word).any(act)
}
