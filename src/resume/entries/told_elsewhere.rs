//! Text that stands apart from its job: below a stack of titles of one employer, or under a heading with the name of an
//! employer whose dates stand in a table above.

use super::super::lines::Look;
use super::looks::folded;
use super::{Entry, EntryKind, Reader};
use std::ops::Range;

/// Letters from which a word of an employer's name tells it from others.
const TELLING_LETTERS: usize = 5;
/// Words in the longest heading that names an employer.
const HEADING_WORDS: usize = 10;
/// Words at the front of an employer's name, and of a heading, in which one is looked for.
const NAME_WORDS: usize = 3;

impl Reader<'_> {
    /// Gives the text below a stack of titles of one employer to the latest of them: it stands behind the last only because
    /// the titles are listed in front of it.
    pub(super) fn give_stacked(&self, entries: &[Entry], entry_of: &mut [Option<usize>]) {
        let stacked = |above: &Entry, below: &Entry| {
            above.header.1 + 1 == below.header.0
                && above.to == below.header.0
                && !above.text_in_header
                && above.kind == EntryKind::Work
                && below.kind == EntryKind::Work
                && above.start.zip(below.start).is_some_and(|(above, below)| below <= above)
                && self.section_of[above.header.0] == self.section_of[below.header.0]
                && (below.employer.is_empty() || below.employer == above.employer)
        };
        let mut first = 0;
        for (place, entry) in entries.iter().enumerate() {
            if place == 0 || !stacked(&entries[place - 1], entry) {
                first = place;
            }
            let last = entries.get(place + 1).is_none_or(|next| !stacked(entry, next));
            if last && first < place && !entry.text_in_header {
                let text = entry.header.1 + 1..entry.to;
                entry_of[text].iter_mut().filter(|of| **of == Some(place)).for_each(|of| *of = Some(first));
            }
        }
    }

    /// Gives the text under a heading with the name of an employer to the job there, where no job has lines of its own there:
    /// many tell where they worked in a table and what they did below it.
    pub(super) fn give_named(&self, entries: &[Entry], entry_of: &mut [Option<usize>]) {
        let mut line = entries.iter().map(|e| e.header.1 + 1).max().unwrap_or(self.lines.len());
        let heads = |l: usize| {
            let look = &self.lines[l];
            (look.look == Look::Heading || look.strong) && look.plain.split_whitespace().count() <= HEADING_WORDS
        };
        while line < self.lines.len() {
            let Some(job) = Some(line).filter(|l| heads(*l)).and_then(|l| self.named_job(l, entries)) else {
                line += 1;
                continue;
            };
            let to = (line + 1..self.lines.len()).find(|l| heads(*l)).unwrap_or(self.lines.len());
            let text: Range<usize> = line + 1..to;
            let own = |l: usize| entry_of[l].is_none_or(|of| l > entries[of].header.1) && self.may_hold_work(l);
            if text.clone().all(own) {
                entry_of[text].fill(Some(job));
            }
            line = to;
        }
    }

    /// The latest dated job whose employer's name opens a heading, by its first telling word.
    fn named_job(&self, line: usize, entries: &[Entry]) -> Option<usize> {
        let heading = folded(&self.lines[line].plain);
        let named = |e: &Entry| {
            let name = folded(&e.employer);
            let telling = name.split_whitespace().take(NAME_WORDS).find(|w| w.len() >= TELLING_LETTERS);
            let front = || heading.split_whitespace().take(NAME_WORDS);
            e.kind == EntryKind::Work && e.start.is_some() && telling.is_some_and(|w| front().any(|word| word == w))
        };
        (0..entries.len()).filter(|at| named(&entries[*at])).max_by_key(|at| entries[*at].start)
    }
}
