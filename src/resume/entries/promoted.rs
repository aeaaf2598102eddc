//! Headers that tell several jobs. Two titles under one range of dates, of which the second says since when it holds:
//! "System Analyst, later Product Owner (from 01.2020), 2018 - 2021"; as many ranges as titles; one title with several
//! ranges.

use super::super::dates::{self, End, Month, Range, later_or_equal};
use super::super::header::Facts;
use super::super::lines::TextLine;
use super::looks::folded;
use super::{Entry, EntryKind, Header, NO_NAME, TitleAt, family};

/// What stands between the two titles, beside a comma.
const LATER: [&str; 11] = [
    " → ",
    " -> ",
    " later ",
    " then ",
    " subsequently ",
    " afterwards ",
    " now ",
    " später ",
    " anschließend ",
    " puis ",
    " luego ",
];

/// Parts the headers that tell two such jobs, or as many as they have ranges.
pub(super) fn part(headers: Vec<Header>, lines: &[TextLine], facts: &[Facts]) -> Vec<Header> {
    let parts = |header: Header| {
        let (line, ranges) = (&lines[header.range_line].plain, &facts[header.range_line].ranges);
        parted(&header)
            .or_else(|| each_dated(&header, ranges))
            .or_else(|| held_again(&header, line, ranges))
            .unwrap_or_else(|| vec![header])
    };
    headers.into_iter().flat_map(parts).collect()
}

/// The jobs of a header whose one title has several ranges side by side: "Buyer, Acme, 2010 - 2012 and 2014 - 2016".
fn held_again(header: &Header, line: &str, ranges: &[Range]) -> Option<Vec<Header>> {
    /// What stands between them, folded.
    const JOINED: [&str; 7] = ["  ", " and ", " und ", " et ", " y ", " e ", " en "];
    let joined = |two: &[Range]| {
        let apart = |first: &Range, second: &Range| later_or_equal(End::Month(Month(second.start.0 - 1)), first.end);
        let between = line.get(two[0].to..two[1].from).filter(|between| !between.contains('('));
        // seasons share the words of their list
        let listed = (two[0].from, two[0].to) == (two[1].from, two[1].to);
        (listed || between.is_some_and(|between| JOINED.contains(&folded(between).as_str())))
            && (apart(&two[0], &two[1]) || apart(&two[1], &two[0]))
            && !two.iter().any(|range| range.since)
    };
    let whole = !header.prose && !header.titles.is_empty() && ranges.len() > 1 && ranges.windows(2).all(joined);
    let job = |(at, range): (usize, &Range)| {
        let from = if at == 0 { header.from } else { header.to };
        Header { range: Some(*range), from, ..header.clone() }
    };
    whole.then(|| ranges.iter().enumerate().map(job).collect())
}

/// The jobs of a header that has as many ranges as titles, joined by arrows: "Clerk → Buyer", "2012 - 2014 → 2014 - 2017".
fn each_dated(header: &Header, ranges: &[Range]) -> Option<Vec<Header>> {
    let of = |titles: &[&str]| -> Option<Vec<Vec<TitleAt>>> {
        let named = titles.iter().map(|title| titles_in(header, title));
        named.map(|titles| Some(titles).filter(|titles| !titles.is_empty())).collect()
    };
    let (index, titles, found) = header.texts.iter().enumerate().find_map(|(index, text)| {
        let titles: Vec<&str> = text.split(['→', '➔']).flat_map(|part| part.split("->")).map(str::trim).collect();
        (titles.len() > 1 && titles.len() == ranges.len()).then_some(())?;
        Some((index, titles.clone(), of(&titles)?))
    })?;
    let jobs = titles.iter().zip(found).zip(ranges).enumerate().map(|(at, ((title, titles), range))| {
        let mut job = Header { range: Some(*range), titles, ..header.clone() };
        job.texts[index] = title.to_string();
        // each job behind the first begins where the header ends
        job.from = if at == 0 { header.from } else { header.to };
        job
    });
    Some(jobs.collect())
}

/// The titles of a header that stand in a text.
fn titles_in(header: &Header, text: &str) -> Vec<TitleAt> {
    let text = folded(text);
    header.titles.iter().filter(|t| text.contains(&format!(" {} ", t.text))).cloned().collect()
}

/// The two jobs of a header, where it tells two.
fn parted(header: &Header) -> Option<Vec<Header>> {
    let range = header.range.filter(|_| !header.prose && header.titles.len() > 1)?;
    header.texts.iter().enumerate().find_map(|(index, text)| {
        let told = told(text, range)?;
        let (first, second) = (titles_in(header, told.first), titles_in(header, told.second));
        if first.is_empty() || second.is_empty() || family(&first) == family(&second) {
            return None;
        }
        let with = |title: &str, titles: Vec<TitleAt>, range: Range| {
            let mut texts = header.texts.clone();
            texts[index] = format!("{title}{}", told.behind);
            Header { range: Some(range), texts, titles, ..header.clone() }
        };
        let before = Range { end: End::Month(Month(told.since.0 - 1)), ..range };
        let mut second = with(told.second, second, Range { start: told.since, ..range });
        // what follows is told of the job that came last
        second.from = header.to;
        Some(vec![with(told.first, first, before), second])
    })
}

/// The parts of a text that tells two titles.
struct Told<'a> {
    first: &'a str,
    second: &'a str,
    since: Month,
    behind: &'a str,
}

fn told(text: &str, range: Range) -> Option<Told<'_>> {
    let (titles, rest) = text.split_once('(')?;
    let (aside, behind) = rest.split_once(')')?;
    let since = dates::ranges(aside).first().filter(|r| r.since)?.start;
    let within = since > range.start && later_or_equal(range.end, End::Month(since));
    let later = LATER.iter().filter_map(|word| titles.find(word).map(|at| (at, at + word.len()))).min();
    let (to, from) = later.or_else(|| titles.rfind(',').map(|at| (at, at + 1)))?;
    within.then(|| Told {
        first: titles[..to].trim_end_matches([',', ';', '/', ' ']),
        second: titles[from..].trim(),
        since,
        behind,
    })
}

/// The employer of the role above that began in the month after this one ended: who names none was there before.
pub(super) fn employer_before(entries: &[Entry], header: &Header, from: usize) -> Option<String> {
    let End::Month(end) = header.range?.end else { return None };
    let next = Month(end.0 + 1);
    let above = entries.iter().rev().take_while(|entry| entry.header.0 >= from);
    let mut later = above.filter(|entry| entry.kind == EntryKind::Work && entry.start == Some(next));
    let employer = later.next().map(|entry| entry.employer.clone()).filter(|name| name != NO_NAME);
    employer.filter(|_| !header.titles.is_empty() && !header.prose)
}
