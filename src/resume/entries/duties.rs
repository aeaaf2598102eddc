//! Titles that tell no trade, such as a founder's: then the duties decide (`verdicts.md`: families follow the title;
//! where it is neutral, duties that state product ownership or leading product management do).

use super::looks::folded;
use super::{Entry, EntryKind};
use crate::lexicon::words::Words;
use crate::lexicon::{ContextKind, Family, Mark, Meaning};

/// Words of titles that tell a place in a company but no trade.
const NEUTRAL: [&str; 24] = [
    "founder",
    "founding",
    "cofounder",
    "co",
    "owner",
    "ceo",
    "chief",
    "executive",
    "officer",
    "partner",
    "managing",
    "director",
    "president",
    "entrepreneur",
    "consultant",
    "freelance",
    "freelancer",
    "self",
    "employed",
    "independent",
    "contractor",
    "associate",
    "member",
    "and",
];

/// Gives jobs with a neutral title to the family of product work where their text says that they led it.
pub(in crate::resume) fn judge(entries: &mut [Entry], entry_of: &[Option<usize>], words: &Words, marks: &[Mark]) {
    for mark in marks.iter().filter(|m| m.meaning == Meaning::Context(ContextKind::ProductDuties)) {
        let line = words.list[mark.first].line as usize;
        let Some(entry) = entry_of[line].map(|e| &mut entries[e]) else { continue };
        if entry.kind == EntryKind::Work && entry.family == Family::Other && is_neutral(&entry.title) {
            entry.family = Family::Product;
        }
    }
}

fn is_neutral(title: &str) -> bool {
    let folded = folded(title);
    let mut words = folded.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| NEUTRAL.contains(&word))
}
