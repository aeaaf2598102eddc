//! Text that stands apart from its job: below a stack of titles of one employer, or under a heading with the name of an
//! employer whose dates stand in a table above.

use super::super::lines::Look;
use super::looks::folded;
use super::{Entry, EntryKind, Reader};
use crate::lexicon::SectionKind;

/// Letters from which a word of a name tells it from others.
const TELLING_LETTERS: usize = 5;
/// Words in the longest heading that names an employer.
const HEADING_WORDS: usize = 10;
/// Lines above a stack of titles, blank ones and rules with them, within which its employer stands.
const EMPLOYER_ABOVE: usize = 4;

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
            if last && first < place && !entry.text_in_header && self.has_employer_above(&entries[first]) {
                let text = entry.header.1 + 1..entry.to;
                entry_of[text].iter_mut().filter(|of| **of == Some(place)).for_each(|of| *of = Some(first));
            }
        }
    }

    /// Whether the line above a stack of titles names its employer: neither a heading nor the text of a job above.
    fn has_employer_above(&self, first: &Entry) -> bool {
        let mut above = (0..first.header.0).rev().take(EMPLOYER_ABOVE);
        let named = above.find(|l| self.lines[*l].plain.contains(char::is_alphanumeric));
        named.is_some_and(|l| {
            let (line, facts) = (&self.lines[l], &self.facts[l]);
            let name = !self.is_sentence(l) && facts.titles.is_empty() && facts.ranges.is_empty();
            name && line.look != Look::Bullet && !self.is_heading_of_section(l)
        })
    }

    /// Gives the text under a heading with the name of an employer to the job there: many tell where they worked in a table
    /// and what they did below it.
    pub(super) fn give_named(&self, entries: &[Entry], entry_of: &mut [Option<usize>]) {
        let names: Vec<(usize, String)> =
            entries.iter().enumerate().filter_map(|(at, e)| Some((at, telling_name(e)?))).collect();
        let heads = |l: usize| {
            let look = &self.lines[l];
            (look.look == Look::Heading || look.strong) && look.plain.split_whitespace().count() <= HEADING_WORDS
        };
        let own =
            |l: usize| self.may_hold_work(l) && matches!(self.kind_at(l), SectionKind::Experience | SectionKind::Other);
        let mut line = entries.iter().map(|e| e.header.1 + 1).max().unwrap_or(self.lines.len());
        // as many headings as there are jobs, twice over: more are no such list
        let mut left = 2 * names.len();
        while line < self.lines.len() && left > 0 {
            if !heads(line) {
                line += 1;
                continue;
            }
            left -= 1;
            let to = (line + 1..self.lines.len()).find(|l| heads(*l)).unwrap_or(self.lines.len());
            if let Some(job) = self.named_job(line, &names, entries)
                && (line + 1..to).all(own)
            {
                entry_of[line + 1..to].fill(Some(job));
            }
            line = to;
        }
    }

    /// The latest dated job whose employer's name a heading is, or begins with, up to its colon: "De Noorderling: claims".
    fn named_job(&self, line: usize, names: &[(usize, String)], entries: &[Entry]) -> Option<usize> {
        let plain = &self.lines[line].plain;
        let heading = folded(plain.split(':').next().unwrap_or(plain));
        // "The" begins many names and is none
        if !has_telling_word(&heading) {
            return None;
        }
        let named = names.iter().filter(|(_, name)| name.starts_with(&heading) || heading.starts_with(name.as_str()));
        named.map(|(at, _)| *at).max_by_key(|at| entries[*at].start)
    }
}

/// The folded name of a dated job's employer, where a word of it tells it from others.
fn telling_name(entry: &Entry) -> Option<String> {
    let name = folded(entry.employer.split(['(', ',']).next()?);
    (entry.kind == EntryKind::Work && entry.start.is_some() && has_telling_word(&name)).then_some(name)
}

fn has_telling_word(folded: &str) -> bool {
    folded.split_whitespace().any(|word| word.len() >= TELLING_LETTERS)
}
