//! Employers with dates of their own over the titles that somebody held there: a line that holds entries is none itself.

use super::super::dates::{self, End, Month, Range, YEAR_ENDS, YEAR_STARTS};
use super::super::header::{Apart, split};
use super::super::lines::Look;
use super::{Header, Reader};
use crate::resume::education::names_school;

/// An employer's line over the entries that it holds.
pub(super) struct Container {
    /// The line behind it.
    pub(super) below: usize,
    pub(super) employer: String,
    whole: Range,
}

impl Container {
    /// Whether a header's dates lie within those of this employer.
    pub(super) fn holds(&self, header: &Header) -> bool {
        let headed = |word: &str| super::looks::HEADING.contains(&word.to_lowercase().as_str());
        let named = !self.employer.is_empty() && !self.employer.split(' ').any(headed);
        named && header.range.is_some_and(|range| self.whole.holds(&range))
    }
}

/// Months that an employer's dates have beyond those of the titles below it, from which they count for themselves.
const UNCOVERED: i32 = 6;

impl Reader<'_> {
    /// An employer's line with its own dates holds the entries below it; it is no entry itself, but the employer of
    /// those, which is given back.
    pub(super) fn drop_containers(&self, headers: &mut Vec<Header>) -> Vec<Container> {
        let holds = |h: &Header, range: Range| {
            let below = headers.partition_point(|other| other.from <= h.to);
            let lines = |to: usize| (h.to + 1..=to).filter(|l| !self.lines[*l].blank()).count();
            headers[below..]
                .iter()
                .take_while(|other| lines(other.from) <= TITLES_BELOW)
                .any(|other| !other.titles.is_empty() && other.range.is_some_and(|r| range.holds(&r)))
        };
        let container = |h: &Header| h.titles.is_empty() && self.whole(h).is_some_and(|range| holds(h, range));
        // "Project: Portal (2019 - 2020)" in the middle of a job is told of that job, and so is a part of it that names
        // neither a title nor an employer's place in the list: "Onboarding rotation (May 2024 - Jan 2025)"
        let project = |at: usize| {
            let (h, above) = (&headers[at], headers[..at].iter().rfind(|above| !above.titles.is_empty()));
            let within = |above: &Header, r: Range| {
                let whole = above.range.filter(|whole| whole.holds(&r));
                whole.is_some() && self.section_of[above.from] == self.section_of[h.from]
            };
            let part = |above: &Header| self.names_project(h.from) || self.is_part(h, above);
            h.titles.is_empty() && h.range.zip(above).is_some_and(|(r, above)| within(above, r) && part(above))
        };
        // "2017 - present", a blank line, "Harbour Foods, Leeds", and the dates of the first job
        let below = |h: &Header| (h.to + 1..self.lines.len()).find(|l| !self.lines[*l].blank());
        let employer = |h: &Header| {
            let bare = h.texts.iter().all(|text| text.trim().is_empty());
            let named = |l: &usize| bare && self.facts[*l].titles.is_empty();
            let text = below(h).filter(named).map(|l| vec![self.lines[l].plain.clone()]);
            split(text.as_ref().unwrap_or(&h.texts), Apart::default(), |_| false).employer
        };
        let of = |h: &Header| Some(Container { below: h.to + 1, employer: employer(h), whole: self.whole(h)? });
        let containers = headers.iter().filter(|h| container(h)).filter_map(of).collect();
        let keep = |at: usize| !project(at) && (!container(&headers[at]) || self.uncovered(headers, at) >= UNCOVERED);
        let mut keep = (0..headers.len()).map(keep).collect::<Vec<_>>().into_iter();
        headers.retain(|_| keep.next().unwrap_or(true));
        containers
    }

    /// Months of an employer's dates before and behind those of the titles below it.
    fn uncovered(&self, headers: &[Header], employer: usize) -> i32 {
        let Some((own, whole)) = headers[employer].range.zip(self.whole(&headers[employer])) else { return 0 };
        let inner = headers[employer + 1..].iter().filter_map(|h| h.range);
        let inner: Vec<Range> = inner.take_while(|r| whole.holds(r)).collect();
        let first = inner.iter().map(|r| r.start.0).min().map_or(0, |first| first - own.start.0);
        let last = |end: End| if let End::Month(month) = end { Some(month.0) } else { None };
        let behind =
            last(own.end).zip(inner.iter().filter_map(|r| last(r.end)).max()).map_or(0, |(to, last)| to - last);
        first + behind
    }

    /// The dates of an employer; bare years reach from January to December, since the months of the titles below them tell
    /// more: "2016 - present" over "Product Manager, Q1 2016 - Q4 2018". Text in between is that of a job.
    fn whole(&self, header: &Header) -> Option<Range> {
        const MONTHS: i32 = 12;
        let range = header.range?;
        let dates = self.lines[header.range_line].plain.get(range.from..range.to)?;
        let year = |word: &str| word.len() == "2016".len() || !word.contains(|c: char| c.is_ascii_digit());
        let words = || dates.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let named = |word: &str| word.starts_with(char::is_alphabetic);
        let months =
            words().any(|word| named(word) && dates::points(&format!("{word} 2016")).iter().any(|p| p.from == 0));
        let text_below = self.lines.get(header.to + 1).is_some_and(|line| line.look == Look::Bullet);
        if months || text_below || !words().all(year) {
            return Some(range);
        }
        let start =
            if range.start.month() == YEAR_STARTS { Month(range.start.0 - (YEAR_STARTS - 1)) } else { range.start };
        let end = match range.end {
            End::Month(month) if month.month() == YEAR_ENDS => End::Month(Month(month.0 + MONTHS - YEAR_ENDS)),
            end => end,
        };
        Some(Range { start, end, ..range })
    }

    /// Whether a header without a title is built as what stands below a job, not as a job beside it: one line with its
    /// dates in brackets, where the job's own have none, or with small letters behind them.
    fn is_part(&self, header: &Header, job: &Header) -> bool {
        let bracketed = |h: &Header| {
            let before = h.range.and_then(|range| self.lines[h.range_line].plain.get(..range.from));
            before.is_some_and(|text| text.matches('(').count() > text.matches(')').count())
        };
        let plain = header.kinds.is_empty() && header.from == header.to && !header.prose;
        // "03.2021 - 06.2021: pricing course"
        let behind = header.range.and_then(|range| self.lines[header.range_line].plain.get(range.to..));
        let told = behind
            .and_then(|text| text.strip_prefix(':'))
            .is_some_and(|text| text.trim_start().starts_with(char::is_lowercase));
        plain && (told || bracketed(header) && !bracketed(job))
    }
}

/// Lines below an employer's dates in which its first title stands.
const TITLES_BELOW: usize = 3;

/// Holds titles that stand on one line below an employer's dates to those: years alone may reach beyond its months, and
/// what holds "since" a day ended with the employer.
pub(super) fn end_with_employer(headers: &mut [Header]) {
    let mut employer: Option<(usize, Range)> = None;
    for header in headers.iter_mut() {
        let Some(own) = &mut header.range else { continue };
        if header.titles.is_empty() {
            employer = Some((header.to, *own));
            continue;
        }
        let Some((line, whole)) = employer.filter(|(line, _)| header.from <= line + TITLES_BELOW) else {
            employer = None;
            continue;
        };
        let in_year = |year_alone: Month, month: Month| year_alone.year() == month.year();
        if own.start < whole.start && own.start.month() == YEAR_STARTS && in_year(own.start, whole.start) {
            own.start = whole.start;
        }
        match (own.end, whole.end) {
            (End::Month(end), End::Month(last)) if end > last && end.month() == YEAR_ENDS && in_year(end, last) => {
                own.end = whole.end;
            }
            (End::Present, End::Month(last)) if own.since && own.start <= last => own.end = whole.end,
            _ => {}
        }
        employer = Some((line.max(header.to), whole));
    }
}

/// Ends a title "since" a day with the employer whose dates stand on the line below it, and gives it that name; the time
/// there before that day is a job of its own.
pub(super) fn end_with_employer_below(headers: &mut Vec<Header>) {
    let mut at = 1;
    while at < headers.len() {
        let (above, below) = headers.split_at_mut(at);
        at += 1;
        let (title, employer) = (&mut above[at - 2], &mut below[0]);
        let named = title.is_complete();
        let (Some(own), Some(whole)) = (title.range.as_mut(), employer.range.as_mut()) else { continue };
        let End::Month(last) = whole.end else { continue };
        let within = own.since && whole.start <= own.start && own.start <= last;
        let pair = employer.titles.is_empty() && !title.titles.is_empty() && employer.from == title.to + 1;
        let school = employer.texts.iter().any(|text| names_school(text));
        if !within || !pair || named || school || title.prose || employer.prose {
            continue;
        }
        own.end = whole.end;
        title.texts.extend(employer.texts.iter().cloned());
        if own.start == whole.start {
            title.to = employer.to;
            headers.remove(at - 1);
            continue;
        }
        whole.end = End::Month(Month(own.start.0 - 1));
        // the text below is the title's, which therefore comes last
        std::mem::swap(title, employer);
        std::mem::swap(&mut title.from, &mut employer.from);
        std::mem::swap(&mut title.to, &mut employer.to);
    }
}
