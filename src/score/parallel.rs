//! Jobs that stood beside each other: by their dates and the words of one of their headers, since a few months may have
//! been read wrongly and years without months overlap by chance; or by more than a year at two employers.

use super::Facts;
use super::years::{interval, is_work, month};
use crate::lexicon::Family;
use crate::resume::dates::Month;
use crate::resume::{Entry, Resume};

/// Months that two jobs share at least, where one says that it stood beside another.
const SHARED: i32 = 6;
/// The same where nothing says so: more than a year that is known by its number only.
const SHARED_UNTOLD: i32 = 13;
/// Jobs that are compared: nobody held more, and the time stays bounded.
const MOST: usize = 200;
/// Words of the longest header; what is longer tells a story.
const HEADER: usize = 60;

/// A job that stood beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beside {
    /// Line of its title, counted from 0.
    pub(super) line: usize,
    /// Whether one of the two is a product job, and its words say that it stood beside the other.
    pub(super) product: bool,
}

/// The first dated job whose header holds one of these phrases ("part time") and that shares at least [`SHARED`] months
/// with another dated job, one beside a product job before others; else one that shares [`SHARED_UNTOLD`] months with a
/// job elsewhere.
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
    let shared = |one: (Month, Month), other: (Month, Month)| one.1.min(other.1).0 - one.0.max(other.0).0 + 1;
    let mut first = None;
    for (own, time) in dated.iter().filter(|(e, _)| said(e)) {
        for (other, other_time) in dated.iter().filter(|(e, _)| e.header != own.header) {
            if shared(*time, *other_time) < SHARED {
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
    // a second title at one employer is a promotion or an office of the same job
    let untold = || {
        let live: Vec<&(&Entry, (Month, Month))> =
            dated.iter().filter(|(e, _)| !facts.zones.dead(e.header.0)).collect();
        let beside = |own: &Entry, time| {
            let elsewhere = |e: &Entry| e.header != own.header && e.is_elsewhere_than(own);
            live.iter().any(|(e, other)| elsewhere(e) && shared(time, *other) >= SHARED_UNTOLD)
        };
        live.iter().find(|(e, time)| beside(e, *time)).map(|(e, _)| Beside { line: e.header.0, product: false })
    };
    first.or_else(untold)
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
