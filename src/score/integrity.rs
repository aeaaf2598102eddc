//! What a reader should look at before trusting a score: copied postings, keyword lists, instructions, claims that the
//! dates do not carry. What is flagged as copied or listed earns nothing.

use super::copies::Copies;
use super::{Flag, Tenure, quote};
use crate::document::Document;
use crate::lexicon::words::{Pause, Word, fold};
use crate::lexicon::{ContextKind, Grade, Mark, Meaning};
use crate::resume::Resume;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// Different phrases of a posting within one block before it is taken for a copy.
const POSTING_PHRASES: usize = 3;
/// Lines between two such phrases that still belong together.
const POSTING_GAP: usize = 12;
/// Lines between two copied ones that were copied too, but are too short to tell.
const COPY_GAP: usize = 4;
/// Lines of a posting in a resume that are no accident.
const COPIED_LINES: usize = 3;
/// Words in the longest item of a list.
const LIST_PHRASE: usize = 3;
/// Words in the shortest list that can be stuffing.
const LIST_WORDS: usize = 40;
/// Percent of a stuffed list that is our vocabulary.
const LIST_SHARE: usize = 45;
/// Phrases that a stuffed list names twice or more.
const LIST_REPEATS: usize = 3;
/// A list of this many words, nearly all of it our vocabulary, is stuffing without repetition too.
const LONG_LIST: usize = 80;
/// Percent for such a list.
const LONG_LIST_SHARE: usize = 60;
/// Words that sentences need and lists do without.
const GRAMMAR: [&str; 24] = [
    "the", "a", "an", "of", "to", "in", "for", "with", "by", "from", "on", "at", "as", "that", "which", "was", "is",
    "we", "i", "my", "our", "their", "into", "after",
];
/// Percent of such words in a list at most; sentences have twice as many.
const GRAMMAR_SHARE: usize = 8;
/// Words in a list that is stuffing where no job supports it.
const SHORT_LIST: usize = 20;
/// Concepts in such a list.
const LIST_CONCEPTS: usize = 8;
/// Percent of them that the jobs of an honest resume show at least in passing.
const SUPPORTED: usize = 25;
/// Months by which a claim may exceed the dates without being a mismatch.
const CLAIM_SLACK: u32 = 12;
/// A document of fewer words cannot be judged.
pub(super) const TOO_FEW_WORDS: usize = 25;

/// Lines that earn nothing.
#[derive(Debug, Default)]
pub(super) struct Zones {
    copied: Vec<(usize, usize)>,
    listed: Vec<(usize, usize)>,
    /// For each line, whether it lies in one of them.
    dead: Vec<bool>,
}

impl Zones {
    /// Finds them.
    pub(super) fn of(resume: &Resume, copies: &Copies) -> Zones {
        let mut zones = Zones { copied: copied(resume), listed: listed(resume), dead: Vec::new() };
        let copied = copies.lines(resume);
        // one sentence may be alike by chance
        for line in copied.iter().copied().filter(|_| copied.len() >= COPIED_LINES) {
            match zones.copied.iter_mut().find(|(from, to)| (*from..=*to + COPY_GAP).contains(&line)) {
                Some((_, to)) => *to = line.max(*to),
                None => zones.copied.push((line, line)),
            }
        }
        zones.copied.sort_unstable();
        zones.dead = vec![false; resume.lines.len()];
        for (from, to) in zones.copied.iter().chain(&zones.listed) {
            zones.dead[*from..=*to].fill(true);
        }
        zones
    }

    /// Whether a line earns nothing.
    pub(super) fn dead(&self, line: usize) -> bool {
        self.dead[line]
    }
}

/// Runs of lines that speak like a posting.
fn copied(resume: &Resume) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize, Vec<String>)> = Vec::new();
    for mark in resume.marks.iter().filter(|m| m.meaning == Meaning::Context(ContextKind::PostingMark)) {
        let line = resume.words.list[mark.first].line as usize;
        let phrase: Vec<&str> =
            resume.words.list[mark.first..mark.last].iter().map(|w| resume.words.folded(w)).collect();
        let phrase = phrase.join(" ");
        let header_since = |to: usize| next_job(resume, to).is_some_and(|header| header <= line);
        match runs.last_mut() {
            Some((_, to, phrases)) if line - *to <= POSTING_GAP && !header_since(*to) => {
                *to = line;
                if !phrases.contains(&phrase) {
                    phrases.push(phrase);
                }
            }
            _ => runs.push((line, line, vec![phrase])),
        }
    }
    runs.into_iter()
        .filter(|(_, _, phrases)| phrases.len() >= POSTING_PHRASES)
        .map(|(from, to, _)| (from, end_of_posting(resume, to)))
        .collect()
}

/// A posting goes on to the end of its section, or to the next job.
fn end_of_posting(resume: &Resume, last: usize) -> usize {
    let section = resume.sections[resume.section_of[last]].to;
    let end = section.min(next_job(resume, last).unwrap_or(usize::MAX));
    // in a resume without headings a blank line after a list ends it
    if resume.sections[resume.section_of[last]].heading.is_some() { end - 1 } else { last.max(end - 1) }
}

/// The first line of the next dated entry below a line.
fn next_job(resume: &Resume, line: usize) -> Option<usize> {
    let below = resume.entries.partition_point(|e| e.header.0 <= line);
    resume.entries[below..].iter().find(|e| e.start.is_some()).map(|e| e.header.0)
}

/// Blocks that are our vocabulary and little else.
fn listed(resume: &Resume) -> Vec<(usize, usize)> {
    let words = &resume.words;
    let mut covered = vec![false; words.list.len()];
    for mark in &resume.marks {
        // "market" and "pilot" are our vocabulary in product jobs only, and a list is none
        let everyday = matches!(mark.meaning, Meaning::Concept { grade: Grade::InProduct | Grade::NamedInProduct, .. });
        if !everyday && matches!(mark.meaning, Meaning::Concept { .. } | Meaning::Title(_) | Meaning::Certificate(_)) {
            // a pattern with gaps spans words that are not ours
            if mark.last - mark.first <= LIST_PHRASE {
                covered[mark.first..mark.last].fill(true);
            }
        }
    }
    let in_jobs = LazyCell::new(|| concepts_of_jobs(resume, &resume.marks));
    let line_of = |at: usize| words.list[at].line as usize;
    let header = |at: usize| resume.in_header(line_of(at));
    // lines without marks run on, but the title of the next job is no part of the text above it
    let parts = |to: usize| words.list[to].pause >= Pause::Block || header(to - 1) != header(to);
    let mut found = Vec::new();
    let mut from = 0;
    for to in 1..=words.list.len() {
        if to < words.list.len() && !parts(to) {
            continue;
        }
        let count = to - from;
        let share = covered[from..to].iter().filter(|c| **c).count() * 100 / count.max(1);
        if count < SHORT_LIST || share < LIST_SHARE {
            from = to;
            continue;
        }
        let grammar =
            (from..to).filter(|i| GRAMMAR.contains(&words.folded(&words.list[*i]))).count() * 100 / count.max(1);
        let stuffed = grammar <= GRAMMAR_SHARE
            && ((count >= LIST_WORDS && share >= LIST_SHARE && repeats(resume, from, to) >= LIST_REPEATS)
                || (count >= LONG_LIST && share >= LONG_LIST_SHARE)
                || (count >= SHORT_LIST && share >= LIST_SHARE && is_unsupported(resume, &in_jobs, from, to)));
        if stuffed {
            found.push((words.list[from].line as usize, words.list[to - 1].line as usize));
        }
        from = to;
    }
    found
}

/// How often the jobs of a resume name each concept.
fn concepts_of_jobs(resume: &Resume, marks: &[Mark]) -> BTreeMap<usize, usize> {
    let mut counts = BTreeMap::new();
    for mark in marks {
        let Meaning::Concept { concept, grade, .. } = mark.meaning else { continue };
        let line = resume.words.list[mark.first].line as usize;
        let told = resume.entry_of[line].is_some_and(|e| resume.entries[e].text_in_header || !resume.in_header(line));
        if told && !matches!(grade, Grade::Not | Grade::InProduct | Grade::NamedInProduct) {
            *counts.entry(concept).or_default() += 1;
        }
    }
    counts
}

/// Whether a block names many concepts of which next to none occurs in any job outside it.
fn is_unsupported(resume: &Resume, in_jobs: &BTreeMap<usize, usize>, from: usize, to: usize) -> bool {
    let block = &resume.marks[resume.marks.partition_point(|m| m.first < from)..];
    let block = &block[..block.partition_point(|m| m.first < to)];
    let own = concepts_of_jobs(resume, block);
    let listed: BTreeSet<usize> = block
        .iter()
        .filter_map(|m| match m.meaning {
            Meaning::Concept { grade: Grade::InProduct | Grade::NamedInProduct, .. } => None,
            Meaning::Concept { concept, .. } => Some(concept),
            _ => None,
        })
        .collect();
    let supported = listed.iter().filter(|c| in_jobs.get(c).copied() > own.get(c).copied()).count();
    listed.len() >= LIST_CONCEPTS && supported * 100 < listed.len() * SUPPORTED
}

/// Pairs of neighbouring words that a block has twice or more.
fn repeats(resume: &Resume, from: usize, to: usize) -> usize {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for i in from..to.saturating_sub(1) {
        let pair = (resume.words.folded(&resume.words.list[i]), resume.words.folded(&resume.words.list[i + 1]));
        *seen.entry(pair).or_default() += 1;
    }
    seen.values().filter(|n| **n > 1).count()
}

/// All flags of a resume, in the contract's order.
pub(super) fn flags(
    document: &Document,
    resume: &Resume,
    zones: &Zones,
    tenure: &Tenure,
    counted_months: u32,
) -> Vec<Flag> {
    let mut flags = Vec::new();
    if !document.hidden.is_empty() {
        let techniques: Vec<&str> = document
            .hidden
            .iter()
            .map(|h| h.technique.as_ref())
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect();
        let first = &document.hidden[0];
        flags.push(flag(
            "hidden-text",
            format!(
                "text that a reader does not see ({}), first on page {}: \"{}\"; it was not scored",
                techniques.join(", "),
                first.page,
                first.quote.trim()
            ),
            vec![],
        ));
    }
    for (from, to) in &zones.copied {
        flags.push(flag(
            "copied-posting",
            "lines that read like a job posting; they earn nothing".into(),
            vec![quote::lines(document, resume, *from, *to)],
        ));
    }
    for (from, to) in &zones.listed {
        flags.push(flag(
            "keyword-list",
            "a block of keywords rather than sentences; it earns nothing".into(),
            vec![quote::lines(document, resume, *from, *to)],
        ));
    }
    let spoken = marks(resume, ContextKind::Instruction);
    if let Some(first) = spoken.first() {
        flags.push(flag(
            "instructions",
            "text that speaks to whoever or whatever scores; it has no effect".into(),
            vec![quote::sentence(document, resume, first.0, first.1)],
        ));
    }
    if let Some(note) = document.notes.iter().find(|n| n.id == "odd-characters") {
        flags.push(flag("odd-characters", note.message.clone(), vec![]));
    }
    if let Some(flag) = years_mismatch(document, resume, zones, tenure, counted_months) {
        flags.push(flag);
    }
    let enough = resume.words.list.len() >= TOO_FEW_WORDS;
    if enough && tenure.total_months.is_none() && resume.entries.iter().all(|e| e.start.is_none()) {
        flags.push(flag("undated", "no job has a date, so years cannot be told".into(), vec![]));
    }
    for (id, message) in
        [("scanned", "pages without text, such as scans"), ("layout", "the order of columns is uncertain")]
    {
        if let Some(note) = document.notes.iter().find(|n| n.id == id) {
            flags.push(flag(id, if note.message.is_empty() { message.into() } else { note.message.clone() }, vec![]));
        }
    }
    if let Some(name) = resume.language {
        let why = "what was done is looked for in English words, so what is missing may only be said otherwise";
        flags.push(flag("language", format!("most of the text is {name}; {why}"), vec![]));
    }
    if !enough {
        flags.push(flag("no-text", "too little text to judge".into(), vec![]));
    }
    flags
}

fn flag(id: &str, message: String, evidence: Vec<super::Evidence>) -> Flag {
    Flag { id: id.into(), message, evidence }
}

fn marks(resume: &Resume, kind: ContextKind) -> Vec<(usize, usize)> {
    resume.marks.iter().filter(|m| m.meaning == Meaning::Context(kind)).map(|m| (m.first, m.last)).collect()
}

/// Words by which a claim of years counts all work, whatever it names besides.
const OVERALL: [&str; 6] = ["overall", "total", "combined", "across", "including", "incl"];

/// Years claimed in prose against the months that the dates carry.
fn years_mismatch(
    document: &Document,
    resume: &Resume,
    zones: &Zones,
    tenure: &Tenure,
    counted_months: u32,
) -> Option<Flag> {
    let total = tenure.total_months?;
    let product = marks(resume, ContextKind::ProductYearsClaim);
    let all = marks(resume, ContextKind::YearsClaim);
    // "10 years of overall experience across sales and product management" is said of all work
    let of_all = |m: &(usize, usize)| {
        resume.words.list[m.0..m.1].iter().any(|word| OVERALL.contains(&resume.words.folded(word)))
    };
    let claims = product
        .iter()
        .map(|m| if of_all(m) { (m, total, "work") } else { (m, counted_months, "product and related work") })
        .chain(all.iter().map(|m| (m, total, "work")));
    for ((first, last), months, of) in claims {
        let line = resume.words.list[*first].line as usize;
        if zones.dead(line) {
            continue;
        }
        let figure = |word: &Word| {
            let written = &document.text[word.start as usize..word.end as usize];
            // "27.5 years" are 27 whole ones
            count(&fold(written.split(['.', ',']).next().unwrap_or(written)))
        };
        // the figure is that of the years: "with 40 launches and 5 years of experience"
        let claim = &resume.words.list[*first..*last];
        let unit = claim.iter().position(|word| resume.words.folded(word) == "years").unwrap_or(claim.len());
        let before = claim[..unit].iter().rev().find_map(figure);
        let Some(years) = before.or_else(|| claim[unit..].iter().find_map(figure)) else { continue };
        if years.saturating_mul(12) >= months + CLAIM_SLACK {
            let message = format!("claims {years} years, but the dates carry {months} months of {of}");
            return Some(flag("years-mismatch", message, vec![quote::sentence(document, resume, *first, *last)]));
        }
    }
    None
}

/// A number in digits or words.
pub(super) fn count(word: &str) -> Option<u32> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    word.parse().ok().or_else(|| WORDS.iter().position(|w| *w == word).map(|n| n as u32))
}
