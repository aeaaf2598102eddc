//! Jobs told with one date each: "I joined Acme in 2014 as a buyer; in 2017 I became product owner and left in 2020." Each
//! beginning ends what came before it; what nobody left goes on. Read only where no job has two dates.

use super::super::dates::{self, End, Month, Point, Range};
use super::super::lines::Look;
use super::prose::{CERTIFIED, Named, employed, in_own_voice, named_being, sentences};
use super::{Header, Reader};

/// What begins a job.
const BEGINS: [&str; 37] = [
    "joined",
    "joining",
    "became",
    "started",
    "starting",
    "began",
    "moved",
    "promoted",
    "hired",
    "took",
    "went",
    "switched",
    "made",
    "returned",
    "came",
    "brought",
    "founded",
    "founding",
    "landed",
    "appointed",
    "named",
    "transferred",
    "wurde",
    "kam",
    "wechselte",
    "begann",
    "gestartet",
    "angefangen",
    "rejoint",
    "devenu",
    "devenue",
    "nommé",
    "nommée",
    "commencé",
    "empecé",
    "pasé",
    "comecei",
];
/// What ends one.
const ENDS: [&str; 16] = [
    "left",
    "until",
    "till",
    "quit",
    "stopped",
    "resigned",
    "retired",
    "ended",
    "sold",
    "bis",
    "verließ",
    "verlassen",
    "quitté",
    "jusqu'en",
    "hasta",
    "até",
];
/// What parts two clauses of a sentence.
const PARTS: [char; 3] = [',', '(', ')'];

/// What happened in a month.
struct Event {
    /// What begins with it; none for an end.
    title: Option<String>,
    /// Whom the sentence says that somebody joined.
    employer: Option<String>,
    date: Point,
    /// First byte in the paragraph.
    at: usize,
}

/// A part of a sentence that may tell an event, while its words are being read.
#[derive(Default)]
struct Clause {
    begins: Option<bool>,
    date: Option<Point>,
    from: usize,
    /// Byte behind its verb.
    verb_to: usize,
    to: usize,
}

impl Reader<'_> {
    /// Adds the jobs that paragraphs tell with one date each to those that are told with two.
    pub(super) fn add_stories(&self, headers: &mut Vec<Header>) {
        let mut begun = Vec::new();
        for index in 0..self.lines.len() {
            let line = &self.lines[index];
            if line.look == Look::Plain && !line.continues && !line.quoted && self.may_hold_work(index) {
                begun.extend(self.story(index));
            }
        }
        // what the same sentence tells with its title
        let told = |b: &Header| {
            let start = |h: &Header| h.range.map(|range| range.start);
            headers.iter().any(|h| h.range_line == b.range_line && start(h) == start(b))
        };
        begun.retain(|b| !told(b));
        close(&mut begun, headers);
        headers.extend(begun);
        headers.sort_by_key(|h| h.from);
    }

    fn story(&self, index: usize) -> Vec<Header> {
        let (last, text, begins) = self.paragraph(index);
        if !in_own_voice(&text) && !opens_with_event(&text) {
            return Vec::new();
        }
        let named = Named::of(&self.facts[index..=last]);
        let line_of = |at: usize| index + begins.partition_point(|b| *b <= at) - 1;
        let told = sentences(&text).into_iter().filter(|(_, sentence)| dates::ranges(sentence).iter().all(|r| r.since));
        // "I am Brand Manager at Leaf. I took over this post in 2020"
        let mut before: Option<String> = None;
        let mut headers = Vec::new();
        for (from, sentence) in told {
            let post = before.as_deref().filter(|_| THIS_POST.iter().any(|words| sentence.contains(words)));
            headers
                .extend(events(&named, sentence, from, post).into_iter().map(|event| header(&named, event, &line_of)));
            let being = named_being(&format!(" {sentence}"), |text| named.in_text(text));
            before = being.map(|title| title.trim_end_matches('.').to_owned()).or(before);
        }
        headers
    }
}

/// Whether a text is a line of a list of events: "Oct. 2003  Joined Acme as a clerk".
fn opens_with_event(text: &str) -> bool {
    let Some(date) = dates::points(text).first().copied().filter(|p| p.from == 0) else { return false };
    let behind = text[date.to..].split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    behind.skip_while(|w| w.is_empty()).take(1).any(begins)
}

/// Whether a word begins a job.
fn begins(word: &str) -> bool {
    BEGINS.contains(&word.to_lowercase().as_str())
}

/// Whether a byte of a text stands in brackets.
fn in_brackets(text: &str, at: usize) -> bool {
    text[..at].rfind('(') > text[..at].rfind(')')
}

/// Words for the job of which the sentence before spoke.
const THIS_POST: [&str; 8] =
    ["this post", "this role", "this job", "this position", "that post", "that role", "that job", "that position"];

/// The events of a sentence that begins on a byte of its paragraph; `post` is the job that it calls "this post".
fn events(named: &Named, sentence: &str, from: usize, post: Option<&str>) -> Vec<Event> {
    let points = dates::points(sentence);
    if points.is_empty() {
        return Vec::new();
    }
    let mut clauses = vec![Clause::default()];
    let mut dates = points.into_iter().peekable();
    let mut at = 0;
    for word in sentence.split_inclusive([' ', ',', ';']) {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let verb = if begins(plain) { Some(true) } else { ENDS.contains(&plain).then_some(false) };
        let date = dates.next_if(|p| p.from < at + word.len());
        let full =
            clauses.last().is_none_or(|c| verb.is_some() && c.begins.is_some() || date.is_some() && c.date.is_some());
        if full {
            clauses.push(Clause { from: at, ..Clause::default() });
        }
        if let Some(clause) = clauses.last_mut() {
            if verb.is_some() {
                (clause.begins, clause.verb_to) = (verb, at + word.len());
            }
            // "After a BA (Exeter, 2017) I joined": a date in brackets before the verb tells of something else
            let aside = |p: &Point| clause.begins.is_none() && in_brackets(sentence, p.from);
            clause.date = clause.date.or(date.filter(|p| !aside(p)));
            clause.to = at + word.len();
        }
        at += word.len();
    }
    let told = clauses.into_iter().filter_map(|clause| {
        let (begins, date) = (clause.begins?, clause.date?);
        let own = || title(named, sentence, &clause, date).or_else(|| post.map(str::to_owned));
        let title = if begins { Some(own()?) } else { None };
        let employer = if begins { employed(&format!(" {}", &sentence[clause.from..clause.to])) } else { None };
        Some(Event { title, employer, date, at: from + clause.from })
    });
    told.collect()
}

/// Words that may stand between a title and the date or the clause behind it.
const BEHIND_TITLE: [&str; 10] = ["in", "on", "at", "by", "and", "then", "since", "from", "before", "but"];

/// The job that begins with a clause: named in front of its date, or else anywhere.
fn title(named: &Named, sentence: &str, clause: &Clause, date: Point) -> Option<String> {
    let behind = clause.verb_to;
    let front = &sentence[behind..date.from.clamp(behind, clause.to)];
    let title =
        [front, &sentence[behind..clause.to], &sentence[clause.from..clause.to]].into_iter().find_map(|text| {
            let text = format!(" {text}");
            named_being(&text, |text| named.in_text(text)).or_else(|| {
                let part =
                    text.split(PARTS).find(|part| named.in_text(part) && !part.to_lowercase().contains(CERTIFIED))?;
                Some(part.trim().to_owned())
            })
        })?;
    let mut title = title.as_str();
    loop {
        title = title.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
        let Some((rest, last)) = title.rsplit_once(' ') else { break };
        if !BEHIND_TITLE.contains(&last) {
            break;
        }
        title = rest;
    }
    Some(title.to_owned())
}

/// The header of an event; an end has no title until [`close`] has used it up.
fn header(named: &Named, event: Event, line_of: &impl Fn(usize) -> usize) -> Header {
    let at = line_of(event.at);
    let title = event.title.unwrap_or_default();
    let Named { titles, kinds } = named.within(&title);
    let (start, end) = (event.date.first, End::Month(event.date.last));
    Header {
        from: at,
        to: at,
        range: Some(Range { start, end, from: 0, to: 0, since: true }),
        range_line: at,
        texts: std::iter::once(title).chain(event.employer).collect(),
        titles,
        kinds,
        prose: true,
        text_follows: false,
    }
}

/// Gives each job its end: the month before the next one, or the end that is told before that. An end is used up.
fn close(begun: &mut Vec<Header>, told: &[Header]) {
    let is_end = |h: &Header| h.texts.iter().all(|t| t.is_empty());
    let mut dates: Vec<(Month, bool, Option<End>)> = told
        .iter()
        .filter_map(|h| Some((h.range?.start, true, None)))
        .chain(begun.iter().filter_map(|h| {
            let Range { start, end, .. } = h.range?;
            if is_end(h) { Some((last_of(end, start), false, Some(end))) } else { Some((start, true, None)) }
        }))
        .collect();
    dates.sort_by_key(|d| (d.0, d.1));
    begun.retain(|h| !is_end(h));
    for header in begun {
        let Some(range) = &mut header.range else { continue };
        let next = dates.get(dates.partition_point(|d| (d.0, d.1) <= (range.start, true)));
        range.end = match next {
            None => End::Present,
            Some((_, _, Some(end))) => *end,
            Some((start, _, None)) => End::Month(Month(start.0 - 1)),
        };
    }
}

/// The month of an end.
fn last_of(end: End, otherwise: Month) -> Month {
    if let End::Month(last) = end { last } else { otherwise }
}
