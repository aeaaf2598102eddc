//! Leave told in the text of a job: "Maternity leave January to November 2019, and again from June 2023 to April 2024."
//! It does not count as work (`verdicts.md`), so it becomes a break with dates of its own; its line stays part of the job.

use super::super::dates::End;
use super::looks::folded;
use super::{Entry, EntryKind, Reader};
use crate::lexicon::{Family, TitleKind};

/// Words that make a break a leave from a job that goes on.
const LEAVES: [&str; 14] = [
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
];

/// Words before a leave that is somebody else's, or behind which something else is told.
const ANOTHERS: [&str; 8] = ["cover", "covered", "covering", "during", "after", "following", "the", "new"];
/// Words between a leave and its dates.
const JOINING: [&str; 16] =
    ["from", "in", "on", "and", "again", "then", "was", "with", "first", "second", "my", "von", "de", "du", "i", "of"];

impl Reader<'_> {
    /// The leaves with two dates that the text of jobs tells of, in the order of the text.
    pub(super) fn leaves(&self, entries: &[Entry], entry_of: &[Option<usize>]) -> Vec<Entry> {
        let told = |line: &usize| {
            let header = entry_of[*line].is_some_and(|e| *line <= entries[e].header.1 && !entries[e].text_in_header);
            entry_of[*line].is_some() && !header
        };
        (0..self.lines.len()).filter(told).flat_map(|line| self.leaves_of(line)).collect()
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
                    told = !ANOTHERS.contains(&last);
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
