//! Jobs that stood beside each other: by their dates, and by the words of one of their headers, since dates alone may
//! have been read wrongly, and years without months overlap by chance.

use super::Facts;
use super::years::{interval, is_work, month};
use crate::lexicon::Family;
use crate::resume::{Entry, Resume};

/// Months that two jobs share at least.
const SHARED: i32 = 6;
/// Jobs that are compared: nobody held more, and the time stays bounded.
const MOST: usize = 200;
/// Words of the longest header; what is longer tells a story.
const HEADER: usize = 60;

/// A job that stood beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beside {
    /// Line of its title, counted from 0.
    pub(super) line: usize,
    /// Whether one of the two is a product job.
    pub(super) product: bool,
}

/// The first dated job whose header holds one of these phrases ("part time") and that shares at least [`SHARED`] months
/// with another dated job; one beside a product job before others.
pub(super) fn beside(facts: &Facts<'_>, phrases: &[String]) -> Option<Beside> {
    let resume = facts.resume;
    if phrases.is_empty() {
        return None;
    }
    let phrases: Vec<String> = phrases.iter().map(|phrase| format!(" {phrase} ")).collect();
    let today = month(facts.as_of);
    let jobs = resume.entries.iter().filter(|e| is_work(e) && !e.title.is_empty());
    let dated: Vec<_> = jobs.filter_map(|e| Some((e, interval(e, today)?))).take(MOST).collect();
    let said = |e: &Entry| !facts.zones.dead(e.header.0) && says(resume, e, &phrases);
    let mut first = None;
    for (own, (from, to)) in dated.iter().filter(|(e, _)| said(e)) {
        for (other, (start, end)) in dated.iter().filter(|(e, _)| e.header != own.header) {
            if end.min(to).0 - start.max(from).0 + 1 < SHARED {
                continue;
            }
            let product = own.family == Family::Product || other.family == Family::Product;
            let pair = Beside { line: own.header.0, product };
            if product {
                return Some(pair);
            }
            first = first.or(Some(pair));
        }
    }
    first
}

/// Whether the header of a job holds one of these phrases, which have a space on each side.
fn says(resume: &Resume, entry: &Entry, phrases: &[String]) -> bool {
    let before = |line: usize| resume.words.list.partition_point(|w| (w.line as usize) < line);
    let words = &resume.words.list[before(entry.header.0)..before(entry.header.1 + 1)];
    if words.len() > HEADER {
        return false;
    }
    let forms: Vec<&str> = words.iter().map(|w| resume.words.folded(w)).collect();
    let header = format!(" {} ", forms.join(" "));
    phrases.iter().any(|phrase| header.contains(phrase.as_str()))
}
