//! Months of work: ranges merged, so that overlapping jobs count once.

use super::{Tenure, TenureEntry};
use crate::lexicon::Family;
use crate::resume::dates::{End, Month};
use crate::resume::{Entry, EntryKind, Resume};
use jiff::civil::Date;

/// The month of a day.
pub(super) fn month(day: Date) -> Month {
    Month::new(i32::from(day.year()), i32::from(day.month()))
}

/// Whether an entry counts as work.
pub(super) fn is_work(entry: &Entry) -> bool {
    entry.kind == EntryKind::Work
}

/// Index of an entry among those that count as work.
pub(super) fn tenure_index(resume: &Resume, entry: usize) -> usize {
    resume.work_before[entry]
}

/// First and last month of an entry up to the day; none without dates or where it lies in the future.
pub(super) fn interval(entry: &Entry, today: Month) -> Option<(Month, Month)> {
    let start = entry.start?;
    let end = match entry.end {
        Some(End::Month(end)) => end.min(today),
        _ => today,
    };
    (start <= end).then_some((start, end))
}

/// First and last months of the breaks that the text tells, in order.
fn breaks(resume: &Resume, today: Month) -> Vec<(Month, Month)> {
    let breaks = resume.entries.iter().filter(|e| e.kind == EntryKind::Break);
    let mut breaks: Vec<_> = breaks.filter_map(|e| interval(e, today)).collect();
    breaks.sort_unstable();
    breaks
}

/// The months of an entry without the leaves inside it, as first and last months; parental leave and other breaks do not
/// count (`verdicts.md`). A break as long as the entry tells of something else.
fn worked(breaks: &[(Month, Month)], entry: &Entry, today: Month) -> Vec<(Month, Month)> {
    let Some(whole) = interval(entry, today) else { return Vec::new() };
    let (mut from, to) = whole;
    let first = breaks.partition_point(|(start, _)| *start < from);
    let inside = breaks[first..].iter().take_while(|(start, _)| *start <= to);
    let mut worked = Vec::new();
    for (start, end) in inside.filter(|pause| pause.1 <= to && **pause != whole) {
        if from < *start {
            worked.push((from, Month(start.0 - 1)));
        }
        from = from.max(Month(end.0 + 1));
    }
    if from <= to {
        worked.push((from, to));
    }
    worked
}

/// Months covered by the entries that `wanted` admits, by index, overlaps counted once.
pub(super) fn merged(resume: &Resume, today: Month, wanted: impl Fn(usize, &Entry) -> bool) -> u32 {
    let entries = resume.entries.iter().enumerate().filter(|(at, e)| is_work(e) && wanted(*at, e)).map(|(_, e)| e);
    let breaks = breaks(resume, today);
    let mut intervals: Vec<(Month, Month)> = entries.flat_map(|e| worked(&breaks, e, today)).collect();
    intervals.sort_unstable();
    let mut months = 0;
    let mut covered = Month(i32::MIN);
    for (start, end) in intervals {
        let from = start.max(Month(covered.0.saturating_add(1)));
        if end >= from {
            months += end.0 - from.0 + 1;
            covered = end;
        }
    }
    months as u32
}

/// The dated work of a resume.
pub(super) fn tenure(resume: &Resume, as_of: Date) -> Tenure {
    let today = month(as_of);
    let dated = resume.entries.iter().any(|e| is_work(e) && e.start.is_some());
    let breaks = breaks(resume, today);
    let months = |from: Month, to: Month| (to.0 - from.0 + 1) as u32;
    let whole = |e: &Entry| interval(e, today).map(|(from, to)| months(from, to));
    let counted = |e: &Entry| worked(&breaks, e, today).iter().map(|(from, to)| months(*from, *to)).sum::<u32>();
    let entries = resume.entries.iter().filter(|e| is_work(e)).map(|e| TenureEntry {
        title: e.title.clone(),
        employer: e.employer.clone(),
        start: e.start.map(|m| m.to_string()),
        end: e.end.map(|end| match end {
            End::Month(m) => m.to_string(),
            End::Present => "present".to_string(),
        }),
        family: match e.family {
            Family::Product => "product",
            Family::Related => "related",
            Family::Other => "other",
        }
        .to_string(),
        months: whole(e).map(|_| counted(e)),
        leave: whole(e).map(|whole| whole - counted(e)).filter(|leave| *leave > 0),
        line: e.header.0 + 1,
    });
    Tenure {
        total_months: dated.then(|| merged(resume, today, |_, _| true)),
        product_months: dated.then(|| merged(resume, today, |_, e| e.family == Family::Product)),
        entries: entries.collect(),
    }
}
