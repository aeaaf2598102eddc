//! Breaks: which headers open one, and leave told in the text of a job ("Maternity leave January to November 2019, and
//! again from June 2023 to April 2024"). Leave does not count as work (`verdicts.md`), so it becomes a break with dates of
//! its own; its line stays part of the job.

use super::super::dates::End;
use super::super::header::segments;
use super::looks::folded;
use super::{Entry, EntryKind, Header, KindAt, Reader};
use crate::lexicon::{Family, TitleKind};
use std::collections::BTreeSet;

/// Words that make a break a leave from a job that goes on.
const LEAVES: [&str; 15] = [
    "leave",
    "sabbatical",
    "elternzeit",
    "mutterschutz",
    "karenz",
    "elternkarenz",
    "conge",
    "maternita",
    "barsel",
    "foraldraledig",
    "ouderschapsverlof",
    "zwangerschapsverlof",
    "licenca",
    "urlop",
    PAUSED,
];
/// What is said of a job that was interrupted.
const PAUSED: &str = "paused";

/// Words before a leave that is somebody else's, or behind which something else is told.
const ANOTHERS: [&str; 8] = ["cover", "covered", "covering", "during", "after", "following", "the", "new"];
/// Words between a leave and its dates.
const JOINING: [&str; 19] = [
    "full", "time", "from", "in", "on", "and", "again", "then", "was", "with", "first", "second", "my", "von", "de",
    "du", "i", "of", "between",
];

impl Reader<'_> {
    /// The leaves with two dates that the text of jobs tells of, in the order of the text.
    pub(super) fn leaves(&self, entries: &[Entry], entry_of: &[Option<usize>]) -> Vec<Entry> {
        let breaks = entries.iter().filter(|e| e.kind == EntryKind::Break).map(|e| e.header.0);
        let breaks: BTreeSet<usize> = breaks.collect();
        let mut out = Vec::new();
        for line in (0..self.lines.len()).filter(|line| !breaks.contains(line)) {
            let Some(entry) = entry_of[line].map(|e| &entries[e]) else { continue };
            // "Mar 2020 - Dec 2022 (paused April to October 2020)": what stands in a header is the job's own time
            let own = |leave: &Entry| {
                let header = line <= entry.header.1 && !entry.text_in_header;
                header && (entry.kind == EntryKind::Break || leave.start == entry.start || leave.end == entry.end)
            };
            // in the text of a job other things are paused: ads, a launch
            let header = line <= entry.header.1 && !entry.text_in_header;
            let paused = |k: &KindAt| k.text == PAUSED;
            if !header && self.facts[line].kinds.iter().any(paused) {
                continue;
            }
            out.extend(self.leaves_of(line).into_iter().filter(|leave| !own(leave)));
        }
        out
    }

    fn leaves_of(&self, line: usize) -> Vec<Entry> {
        let plain = &self.lines[line].plain;
        let is_leave = |text: &str| text.split(' ').any(|word| LEAVES.contains(&word));
        let named = self.facts[line].kinds.iter().find(|k| k.kind == TitleKind::Break && is_leave(&k.text));
        let Some(named) = named else { return Vec::new() };
        // what stands between the leave, or the dates before, and the dates
        let phrase = format!(" {} ", named.text);
        let mut behind = 0;
        let mut told = false;
        let mut ranges = Vec::new();
        for range in &self.facts[line].ranges {
            let between = folded(plain.get(behind..range.from).unwrap_or_default());
            behind = range.to;
            let rest = match between.split_once(&phrase) {
                Some((before, rest)) => {
                    let last = before.split_whitespace().next_back().unwrap_or_default();
                    told = !ANOTHERS.contains(&last) && !before.contains(" cover");
                    rest
                }
                None => between.as_str(),
            };
            told &= rest.split_whitespace().all(|word| JOINING.contains(&word));
            if told && !range.since && range.end != End::Present {
                ranges.push(range);
            }
        }
        let entry = |range: &super::Range| Entry {
            title: String::new(),
            employer: String::new(),
            start: Some(range.start),
            end: Some(range.end),
            family: Family::Other,
            kind: EntryKind::Break,
            header: (line, line),
            to: line + 1,
            text_in_header: true,
        };
        ranges.into_iter().map(entry).collect()
    }
}

/// Words behind a break that tell more of it: "Career break as full-time caregiver".
const OF_BREAK: [&str; 12] = ["as", "for", "to", "and", "with", "of", "in", "from", "at", "due", "while", "during"];

/// The same where nothing else is in front.
const TRAVEL: &str = "travel";
/// Words before a service that nobody chose.
const FORCED: [&str; 3] = ["compulsory", "mandatory", "obligatory"];
/// Parts of the names of a service that the state asks for.
const SERVICES: [&str; 4] = ["service", "dienst", "militar", "servizio"];

/// A word that names a break where nothing stands beside it.
const BARE_BREAK: &str = "break";

/// Whether a header opens a break. What stands in brackets behind a title tells of the job: "Product Manager (parental
/// leave cover)" stands in for somebody, "Buyer, Acme (laid off)" says how it ended; and beside a title a name may begin
/// like a break: "National Service Manager", "Clerk, Unemployment Office".
pub(super) fn names_break(header: &Header) -> bool {
    if header.kinds.iter().all(|k| k.kind != TitleKind::Break) {
        return false;
    }
    let untitled = header.titles.is_empty();
    let all = header.texts.join(" | ");
    let text = if untitled { all } else { outside_brackets(&all) };
    let written = segments(&text);
    let segments: Vec<String> = written.iter().map(|s| folded(s)).collect();
    let is_break = |behind: &str| match behind.split_whitespace().next() {
        None => true,
        Some(next) if untitled => !["cover", "replacement", "vertretung"].contains(&next),
        Some(next) => OF_BREAK.contains(&next),
    };
    let opens = |k: &KindAt| {
        let phrase = format!(" {} ", k.text);
        // "Army, sergeant (mandatory service, completed)"
        if FORCED.iter().any(|word| k.text.starts_with(word)) {
            return true;
        }
        // "Barista, Coffee Break": the bare word is a break where it stands alone
        if k.text == BARE_BREAK && !text.is_empty() {
            return written.iter().any(|part| folded(part.split(". ").next().unwrap_or(part)) == phrase);
        }
        // "Travel – South America", but "Travel agent" and "Harbour Travel"
        if k.text == TRAVEL {
            return untitled && segments.first().is_some_and(|first| *first == phrase);
        }
        // "Career break: care of a family member"
        if written.first().is_some_and(|first| names_before_colon(first, &phrase)) {
            return true;
        }
        // "Military Service (compulsory), Reserve Officer": behind the comma stands the rank
        if SERVICES.iter().any(|word| k.text.contains(word))
            && folded(text.split(',').next().unwrap_or_default()) == phrase
        {
            return true;
        }
        // "Singapore Armed Forces", "National Serviceman (Section Commander)"
        let aside = header.titles.iter().all(|t| !folded(&text).contains(&format!(" {} ", t.text)));
        if !untitled && aside {
            return segments.iter().any(|segment| segment.starts_with(&phrase));
        }
        // beside a title only what stands in front names a break: "Product Manager, Time Out" is a job
        if !untitled && !segments.first().is_some_and(|first| first.starts_with(&phrase)) {
            return false;
        }
        let mut behind = segments.iter().filter_map(|s| s.split_once(&phrase)).map(|(_, behind)| behind).peekable();
        if behind.peek().is_none() { untitled } else { behind.all(is_break) }
    };
    header.kinds.iter().any(|k| k.kind == TitleKind::Break && opens(k))
}

/// Whether a text is a phrase, a colon, and what it is about.
fn names_before_colon(text: &str, phrase: &str) -> bool {
    text.split_once(':').is_some_and(|(label, _)| folded(label) == phrase)
}

/// A text without what it has in brackets.
fn outside_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let keep = |c: &char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    text.chars().filter(keep).collect()
}
