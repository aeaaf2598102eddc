//! The forms in which dates and ranges are written, read by hand.
//!
//! Each form is tried in a fixed order, and the first that lets the whole range be read wins, as in a regular expression
//! with alternatives. One such expression said all this once; it took most of the time of a resume, so it is now the
//! oracle of the tests (`oracle.rs`), and this must agree with it on every text.

use super::{MONTHS, PRESENT, SEASONS, WINTER};
use crate::lexicon::trie::Trie;
use regex::Regex;
use std::sync::LazyLock;

/// What ends a range, and the byte behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Close {
    /// A date, from this byte on.
    Date(usize),
    /// A year of two digits, from this byte on: "2012-13".
    Short(usize),
    /// "Present", or nothing behind the dash.
    Open,
}

/// A range as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    /// First byte of the date that it starts with.
    pub(super) from: usize,
    /// Byte behind that date.
    pub(super) start_to: usize,
    pub(super) close: Close,
    /// Byte behind the range.
    pub(super) to: usize,
}

/// What the name of a month or season stands for, by index into its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Month(usize),
    Season(usize),
}

/// Words that open a range without an end.
pub(super) const SINCE: [&str; 16] = [
    "since", "from", "seit", "depuis", "desde", "dal", "sinds", "siden", "sedan", "ab", "od", "vanaf", "från", "fra",
    "as of", "starting",
];
/// Words between the two dates of a range.
pub(super) const TO: [&str; 27] = [
    "to",
    "till",
    "til",
    "until",
    "through",
    "thru",
    "bis",
    "a",
    "à",
    "al",
    "au",
    "ao",
    "até",
    "do",
    "tot",
    "fino a",
    "hasta",
    "–",
    "up to",
    "upto",
    "t/m",
    "tot en met",
    "sino a",
    "jusqu'à",
    "jusqu’à",
    "jusqu'en",
    "ad",
];
/// Words that a dash may leave before the end of a range: "2019 - till now", "seit 2019 - bis heute".
pub(super) const UNTIL: [&str; 9] = ["till", "til", "until", "to", "up to", "upto", "bis", "do", "hasta"];
/// Words that open a range of two dates parted by one of the next: "between May 2007 and August 2013".
pub(super) const AMID: [&str; 7] = ["between", "zwischen", "entre", "tussen", "mellan", "mellem", "między"];
/// What parts the two.
pub(super) const AND: [&str; 9] = ["and", "und", "et", "y", "e", "en", "och", "og", "a"];
/// Words behind the first date of a range without an end: "September 2017 onwards".
pub(super) const ONWARDS: [&str; 2] = ["onwards", "onward"];
/// Words that are no date but stand alone where one is expected.
const BETWEEN: [&str; 6] = ["to", "till", "until", "bis", "-", "–"];

/// The names of months, then those of seasons.
static NAMES: LazyLock<Trie> = LazyLock::new(|| {
    let lists = MONTHS.into_iter().chain(SEASONS.map(|s| s.0));
    Trie::of((0..).zip(lists).flat_map(|(label, list)| list.split('|').map(move |name| (name, label))))
});
/// The letters of ASCII with which a month, a season, a quarter, a half or the opening of a range begins.
static INITIALS: LazyLock<[bool; 128]> = LazyLock::new(|| {
    let mut initials = [false; 128];
    let lists = MONTHS.into_iter().chain(SEASONS.map(|s| s.0));
    let names = lists.flat_map(|list| list.split('|')).chain(AMID).chain(["q", "h"]);
    names.filter_map(|name| name.bytes().next()).filter(u8::is_ascii).for_each(|b| initials[usize::from(b)] = true);
    initials
});
/// Without regard to case a mark such as U+0345 is the letter that it stands for.
static LETTER_OR_DIGIT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)^[\p{L}\d]$").expect("constant"));
static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\w$").expect("constant"));
static DIGIT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\d$").expect("constant"));

/// Letters of Europe, which need no look-up.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}') && !matches!(c, '×' | '÷')
}

/// Whether a character outside ASCII is of a kind; dashes and quotes are of none that is asked for here. What is rare is
/// asked of the regex crate, which has the tables.
fn is_rare(c: char, kind: &Regex) -> bool {
    !c.is_ascii() && !matches!(c, '\u{2010}'..='\u{2027}') && kind.is_match(c.encode_utf8(&mut [0; 4]))
}

fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_latin(c) || is_rare(c, &LETTER_OR_DIGIT)
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || is_latin(c) || is_rare(c, &WORD)
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || !is_latin(c) && is_rare(c, &DIGIT)
}

/// A letter without its case.
fn small(c: char) -> char {
    match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'ſ' => 's',
        _ => {
            let mut lower = c.to_lowercase();
            lower.next().filter(|_| lower.next().is_none()).unwrap_or(c)
        }
    }
}

/// What stands before the series and grade of a post with the United States: "GS-2005-07" is no range of years.
pub(super) const GRADE: &str = "GS-";

/// A line with the figures of its grades blotted out, byte for byte as long.
pub(super) fn without_grades(line: &str) -> String {
    let mut out = line.to_owned();
    let grades: Vec<usize> = line.match_indices(GRADE).map(|(at, _)| at + GRADE.len()).collect();
    for from in grades {
        let length = line[from..].bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/')).count();
        out.replace_range(from..from + length, &"x".repeat(length));
    }
    out
}

/// The month or season that the first word names, and the byte behind it.
fn name(text: &str) -> Option<(Named, usize)> {
    let mut place = Trie::ROOT;
    let mut behind = text.len();
    for (at, c) in text.char_indices() {
        // an export may have lost the blank before the year: "March2016"
        if !is_word(c) || is_digit(c) && at > 0 && Line(text).year(at).is_some_and(|to| Line(text).ends_word(to)) {
            behind = at;
            break;
        }
        for byte in small(c).encode_utf8(&mut [0; 4]).bytes() {
            place = NAMES.step(place, byte)?;
        }
    }
    let label = NAMES.word(place)? as usize;
    Some((label.checked_sub(MONTHS.len()).map_or(Named::Month(label), Named::Season), behind))
}

/// What a word names, if it is the name of a month or season.
pub(super) fn named(word: &str) -> Option<Named> {
    name(word).map(|(named, _)| named)
}

/// Which quarter or half of its year a date names ("Q3 2020", "2020-H1"), and how many months that has.
pub(super) fn part(date: &str) -> Option<(i32, i32)> {
    words(date).find_map(|word| match word.as_bytes() {
        [b'q' | b'Q', n @ b'1'..=b'4'] => Some((i32::from(n - b'0'), 3)),
        [b'h' | b'H', n @ b'1'..=b'2'] => Some((i32::from(n - b'0'), 6)),
        _ => None,
    })
}

/// The words of a date.
pub(super) fn words(date: &str) -> impl Iterator<Item = &str> {
    date.split(|c| !is_word(c)).filter(|w| !w.is_empty())
}

/// A line in which dates are looked for; positions are bytes.
#[derive(Clone, Copy)]
pub(super) struct Line<'a>(pub(super) &'a str);

impl<'a> Line<'a> {
    /// The ranges in order.
    pub(super) fn ranges(self) -> impl Iterator<Item = Written> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            let found = self.starts(at).find_map(|s| self.range(s))?;
            at = found.to;
            Some(found)
        })
    }

    /// The dates in order, as spans.
    pub(super) fn dates(self) -> impl Iterator<Item = (usize, usize)> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            let found = self.starts(at).find_map(|s| Some((s, *self.date(s).first()?)))?;
            at = found.1;
            Some(found)
        })
    }

    /// The first "since" with its date: where the word begins, where the date does, and the byte behind it.
    pub(super) fn since(self) -> Option<(usize, usize, usize)> {
        let mut inside = false;
        self.0.char_indices().find_map(|(at, c)| {
            let begins = !std::mem::replace(&mut inside, is_word(c));
            if !begins || !inside {
                return None;
            }
            let opener = SINCE.iter().find_map(|w| self.spaced(self.literal(at, w)?))?;
            Some((at, opener, *self.date(opener).first()?))
        })
    }

    /// Whether the line is a date, an end such as "Present", or the word between the two, and nothing else.
    pub(super) fn is_date_alone(self) -> bool {
        let whole = Some(self.0.len());
        self.date(0).contains(&self.0.len())
            || self.present(0) == whole
            || BETWEEN.iter().any(|w| self.literal(0, w) == whole)
    }

    /// Whether a date or range could begin here, by the first letter alone: the quick way past most words.
    fn may_open(self, at: usize) -> bool {
        self.char(at).is_some_and(|c| !c.is_ascii_alphabetic() || INITIALS[usize::from(c.to_ascii_lowercase() as u8)])
    }

    /// Where a date may begin: behind what is neither letter nor digit, and with what one can begin with.
    fn starts(self, from: usize) -> impl Iterator<Item = usize> + 'a {
        let behind = self.0[from..].char_indices().filter(|(_, c)| !is_letter_or_digit(*c));
        let starts = (from == 0).then_some(0).into_iter().chain(behind.map(move |(at, c)| from + at + c.len_utf8()));
        starts.filter(move |at| self.may_open(*at))
    }

    fn range(self, from: usize) -> Option<Written> {
        let dates = self.date(from);
        for start_to in dates.iter().copied().chain(self.bare(from)) {
            let behind = self.one(start_to, |c| c == ')').unwrap_or(start_to);
            // a gap parts two columns, but not what stands in brackets: "Buyer (promoted in 2019)   May 2017 - Jan 2020"
            let gap = if behind > start_to { 3 } else { 4 };
            for at in self.separators(behind).into_iter().take(gap).flatten() {
                let closed = self
                    .present(at)
                    .map(|to| (Close::Open, to))
                    .or_else(|| self.date(at).first().map(|to| (Close::Date(at), *to)))
                    .or_else(|| self.two_digits(at).map(|to| (Close::Short(at), to)));
                if let Some((close, to)) = closed {
                    return Some(Written { from, start_to, close, to });
                }
            }
            // "Feb 2011/Now"
            if let Some(to) = self.one(behind, |c| c == '/').and_then(|at| self.present(at)) {
                return Some(Written { from, start_to, close: Close::Open, to });
            }
        }
        if let Some(found) = self.amid(from).or_else(|| self.short_numbers(from)).or_else(|| self.years(from)) {
            return Some(found);
        }
        dates.into_iter().find_map(|start_to| {
            let onwards = self
                .spaced(start_to)
                .and_then(|at| ONWARDS.iter().find_map(|w| self.literal(at, w)))
                .filter(|to| self.ends_word(*to));
            if let Some(to) = onwards {
                return Some(Written { from, start_to, close: Close::Open, to });
            }
            let dash = self.one(self.spaces(start_to), |c| matches!(c, '-' | '–' | '—' | '→'))?;
            let end = self.spaces(dash);
            let column = from == 0 && self.0[dash..end].chars().nth(1).is_some();
            let to = if end == self.0.len() || column { end } else { self.one(end, |c| matches!(c, '|' | ')'))? };
            Some(Written { from, start_to, close: Close::Open, to })
        })
    }

    /// "Between May 2007 and August 2013".
    fn amid(self, from: usize) -> Option<Written> {
        let from = AMID.iter().find_map(|w| self.spaced(self.literal(from, w)?))?;
        self.date(from).into_iter().chain(self.bare(from)).find_map(|start_to| {
            let and = self.spaced(start_to)?;
            let at = AND.iter().find_map(|w| self.spaced(self.literal(and, w)?))?;
            let to = *self.date(at).first()?;
            Some(Written { from, start_to, close: Close::Date(at), to })
        })
    }

    /// "6/19 - 8/21", "6/19 - present": alone, "6/19" could be anything.
    fn short_numbers(self, from: usize) -> Option<Written> {
        let short = |at| self.two_digits(self.one(self.month_number(at)?, |c| c == '/')?);
        let start_to = short(from)?;
        let dash = self.one(self.spaces(start_to), |c| matches!(c, '-' | '–' | '—'));
        let word = self.spaced(start_to).and_then(|at| self.spaced(self.literal(at, "to")?));
        let at = dash.map(|to| self.spaces(to)).or(word)?;
        let closed = self.present(at).map(|to| (Close::Open, to)).or_else(|| Some((Close::Date(at), short(at)?)));
        closed.map(|(close, to)| Written { from, start_to, close, to })
    }

    /// "2018/2021".
    fn years(self, from: usize) -> Option<Written> {
        let start_to = self.year(from)?;
        let at = self.one(start_to, |c| c == '/')?;
        let to = self.year(at).filter(|to| self.ends_word(*to))?;
        Some(Written { from, start_to, close: Close::Date(at), to })
    }

    /// The bytes behind the separators of a range that may be read here.
    fn separators(self, at: usize) -> [Option<usize>; 4] {
        let gap = self.spaces(at);
        let dash = self.dash(gap).map(|to| self.spaces(to));
        // "From June 1999, to August 2003"
        let comma = || {
            let word = self.spaced(self.one(at, |c| c == ',')?)?;
            ["to", "until", "till"].iter().find_map(|to| self.spaced(self.literal(word, to)?))
        };
        let mut found = [dash, None, comma(), None];
        if gap > at {
            let slash = || self.one(gap, |c| matches!(c, '/' | ':')).and_then(|to| self.spaced(to));
            found[0] = found[0].or_else(slash);
            if let Some(to) = TO.iter().find_map(|w| self.spaced(self.literal(gap, w)?)) {
                let article = ["the", "la", "ao", "o", "à"].iter().find_map(|w| self.spaced(self.literal(to, w)?));
                (found[1], found[2]) = (article, Some(to));
            }
            found[3] = (self.0[at..gap].chars().nth(1).is_some()).then_some(gap);
        }
        found
    }

    /// The byte behind a dash, an arrow, or what bad conversions leave of them.
    fn dash(self, at: usize) -> Option<usize> {
        let run = |mark: char| at + self.0[at..].len() - self.0[at..].trim_start_matches(mark).len();
        match self.char(at)? {
            '-' => Some(self.one(run('-'), |c| c == '>').unwrap_or(run('-'))),
            c @ ('–' | '—' | '−' | '‐' | '‑' | '‒' | '―' | '→' | '➔' | '▸' | '►' | '▶' | '⇒' | '➜' | '»' | '>'
            | '~' | '〜' | '÷') => Some(at + c.len_utf8()),
            '\u{fffd}' => Some(run('\u{fffd}')),
            // "2014 .. 2016", "2014...2016"
            '.' => Some(run('.')).filter(|to| (2..=3).contains(&(to - at))),
            '…' => Some(at + '…'.len_utf8()),
            c if c.is_ascii() => None,
            _ => self.literal(at, "ï¼").or_else(|| self.literal(at, "â€“")),
        }
    }

    /// The byte behind a word such as "Present".
    fn present(self, at: usize) -> Option<usize> {
        let word = |at| PRESENT.iter().filter_map(|p| self.literal(at, p)).find(|to| self.ends_word(*to));
        let until = || UNTIL.iter().filter_map(|w| self.spaced(self.literal(at, w)?)).find_map(word);
        word(at).or_else(until)
    }

    /// The bytes behind the dates that may be read here, the preferred first.
    fn date(self, at: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        let Some(first) = self.char(at) else { return ends };
        if is_digit(first) {
            self.with_month(at, &mut ends);
            ends.extend(self.day_month_year(at));
            self.year_month(at, &mut ends);
            ends.extend(self.year_quarter(at));
            ends.extend(self.year_name(at));
            ends.extend(self.month_year(at));
            ends.extend(self.month_short_year(at));
            ends.extend(self.year(at));
        } else if is_word(first) {
            match name(&self.0[at..]) {
                Some((Named::Month(_), to)) => self.behind_month(at + to, &mut ends),
                Some((Named::Season(season), to)) => self.behind_season(at + to, season == WINTER, &mut ends),
                None => ends.extend(self.quarter(at)),
            }
        } else {
            ends.extend(self.short_year(at));
        }
        ends
    }

    /// The bytes behind a month or season without a year, with its full stop and without: "Jan." and "Jan ..".
    fn bare(self, at: usize) -> impl Iterator<Item = usize> {
        let (name, stop) = match name(&self.0[at..]) {
            Some((Named::Month(_), to)) => (Some(at + to), self.one(at + to, |c| c == '.')),
            // the parts of a year are words of every day: "early", "late"
            Some((Named::Season(season), to)) => (Some(at + to).filter(|_| season <= WINTER), None),
            None => (None, None),
        };
        stop.into_iter().chain(name)
    }

    /// "1st March 2020", "12. Mai 2020", "04-Jul-2014".
    fn with_month(self, at: usize, ends: &mut Vec<usize>) {
        let day = self.up_to_two_digits(at).and_then(|to| {
            let to = self.ordinal(to).or_else(|| self.one(to, |c| c == '.')).unwrap_or(to);
            self.spaced(to).or_else(|| self.one(to, |c| matches!(c, '-' | '/')))
        });
        if let Some(at) = day
            && let Some((Named::Month(_), to)) = name(&self.0[at..])
        {
            self.behind_month(at + to, ends);
        }
    }

    /// What follows the name in "March 2020", "Mar. 3, 2020", "mars de 2020", "Mar '20", "Mar'2020".
    fn behind_month(self, name: usize, ends: &mut Vec<usize>) {
        let name = self.one(name, |c| c == '.').unwrap_or(name);
        let day_behind = self.spaced(name).and_then(|to| {
            let to = self.up_to_two_digits(to)?;
            self.one(self.ordinal(to).unwrap_or(to), |c| c == ',')
        });
        for to in day_behind.into_iter().chain([name]) {
            let quote = |c| matches!(c, '\'' | '’' | '‘' | '`');
            let mark = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/' | '-') || quote(c);
            let to = self.0.len() - self.0[to..].trim_start_matches(mark).len();
            let to = ["of", "de"].iter().find_map(|w| self.spaced(self.literal(to, w)?)).unwrap_or(to);
            let to = self.one(to, quote).unwrap_or(to);
            ends.extend(self.year(to).or_else(|| self.two_digits(to)));
        }
    }

    /// What follows the name in "Spring 2020", "spring of 2020", "mid-2020", "Spring '20", "Winter 2023-24".
    fn behind_season(self, name: usize, winter: bool, ends: &mut Vec<usize>) {
        let dash = || self.one(name, |c| c == '-');
        let Some(to) = self.spaced(name).or_else(dash) else { return };
        let of = self.literal(to, "of").and_then(|to| self.spaced(to));
        if let Some(year) = self.year(of.unwrap_or(to)) {
            let next = self.one(year, |c| matches!(c, '-' | '–' | '/')).filter(|_| winter);
            let both =
                next.and_then(|at| self.year(at).filter(|to| self.ends_word(*to)).or_else(|| self.two_digits(at)));
            ends.extend(both);
            ends.push(year);
        } else {
            ends.extend(self.short_year(to));
        }
    }

    /// "Q3 2020", "Q3/2020", "Q3 '20", "H1 2020".
    fn quarter(self, at: usize) -> Option<usize> {
        let to = (self.literal(at, "q").and_then(|to| self.one(to, |c| matches!(c, '1'..='4'))))
            .or_else(|| self.one(self.literal(at, "h")?, |c| matches!(c, '1' | '2')))?;
        let to = self.spaces(to);
        let to = self.spaces(self.one(to, |c| matches!(c, '-' | '/')).unwrap_or(to));
        self.year(to).or_else(|| self.short_year(to))
    }

    /// "2020 Q3", "2020-Q3", "2020 H1".
    fn year_quarter(self, at: usize) -> Option<usize> {
        let to = self.spaces(self.year(at)?);
        let to = self.spaces(self.one(to, |c| matches!(c, '-' | '/')).unwrap_or(to));
        (self.literal(to, "q").and_then(|to| self.one(to, |c| matches!(c, '1'..='4'))))
            .or_else(|| self.one(self.literal(to, "h")?, |c| matches!(c, '1' | '2')))
            .filter(|to| self.ends_word(*to))
    }

    /// "31.12.2020", "12/31/2020", "31-12-2020".
    fn day_month_year(self, at: usize) -> Option<usize> {
        let mark = |c| matches!(c, '/' | '.' | '-');
        let second = self.one(self.up_to_two_digits(at)?, mark)?;
        self.year(self.one(self.up_to_two_digits(second)?, mark)?)
    }

    /// "2020-12", "2020/12/31".
    fn year_month(self, at: usize, ends: &mut Vec<usize>) {
        let mark = |c| matches!(c, '-' | '/' | '.');
        let month = self.year(at).and_then(|to| self.month_number(self.one(to, mark)?));
        let Some(month) = month else { return };
        let day = self.one(month, mark).and_then(|to| self.up_to_two_digits(to));
        ends.extend(day.filter(|to| self.ends_word(*to)));
        ends.extend(Some(month).filter(|to| self.ends_word(*to)));
    }

    /// "2020 March", "2020-Mar", "2020, March", "2020 (March)".
    fn year_name(self, at: usize) -> Option<usize> {
        let year = self.year(at)?;
        if let Some(to) = self.one(self.spaces(year), |c| c == '(') {
            let (Named::Month(_), behind) = name(&self.0[to..])? else { return None };
            let behind = self.one(to + behind, |c| c == '.').unwrap_or(to + behind);
            return self.one(behind, |c| c == ')');
        }
        let comma = self.one(year, |c| c == ',').unwrap_or(year);
        let to = self.spaced(comma).or_else(|| self.one(year, |c| matches!(c, '-' | '/')))?;
        match name(&self.0[to..])? {
            (Named::Month(_), behind) => Some(to + behind).filter(|to| self.ends_word(*to)),
            (Named::Season(_), _) => None,
        }
    }

    /// "12/2020", "12 - 2020".
    fn month_year(self, at: usize) -> Option<usize> {
        let space = |at| self.one(at, char::is_whitespace).unwrap_or(at);
        let mark = self.one(space(self.month_number(at)?), |c| matches!(c, '-' | '/' | '.'))?;
        self.year(space(mark))
    }

    /// "12/20", never "2/20".
    fn month_short_year(self, at: usize) -> Option<usize> {
        let to = self.month_number(at).filter(|to| *to == at + 2)?;
        self.two_digits(self.one(to, |c| c == '/')?)
    }

    /// 1 to 12, with or without a zero before it.
    fn month_number(self, at: usize) -> Option<usize> {
        match *self.0.as_bytes().get(at..)? {
            [b'1', b'0'..=b'2', ..] | [b'0', b'1'..=b'9', ..] => Some(at + 2),
            [b'1'..=b'9', ..] => Some(at + 1),
            _ => None,
        }
    }

    /// A year of a working life: 1940 to 2049.
    fn year(self, at: usize) -> Option<usize> {
        match *self.0.as_bytes().get(at..)? {
            [b'1', b'9', b'4'..=b'9', ..] | [b'2', b'0', b'0'..=b'4', ..] => self.one(at + 3, is_digit),
            _ => None,
        }
    }

    /// "'20".
    fn short_year(self, at: usize) -> Option<usize> {
        self.two_digits(self.one(at, |c| matches!(c, '\'' | '’' | '‘'))?)
    }

    /// Two digits that end a word.
    fn two_digits(self, at: usize) -> Option<usize> {
        self.one(self.one(at, is_digit)?, is_digit).filter(|to| self.ends_word(*to))
    }

    fn up_to_two_digits(self, at: usize) -> Option<usize> {
        let one = self.one(at, is_digit)?;
        Some(self.one(one, is_digit).unwrap_or(one))
    }

    fn ordinal(self, at: usize) -> Option<usize> {
        ["st", "nd", "rd", "th"].iter().find_map(|o| self.literal(at, o))
    }

    /// The byte behind these letters in any case.
    fn literal(self, at: usize, letters: &str) -> Option<usize> {
        let mut chars = self.0[at..].chars();
        letters
            .chars()
            .all(|want| chars.next().is_some_and(|c| small(c) == want))
            .then(|| self.0.len() - chars.as_str().len())
    }

    fn char(self, at: usize) -> Option<char> {
        self.0[at..].chars().next()
    }

    /// The byte behind one character of a kind.
    fn one(self, at: usize, of: impl Fn(char) -> bool) -> Option<usize> {
        self.char(at).filter(|c| of(*c)).map(|c| at + c.len_utf8())
    }

    /// The byte behind white space, if any.
    fn spaces(self, at: usize) -> usize {
        self.0.len() - self.0[at..].trim_start().len()
    }

    /// The byte behind white space that must be there.
    fn spaced(self, at: usize) -> Option<usize> {
        Some(self.spaces(at)).filter(|to| *to > at)
    }

    /// Whether a word that reaches to here ends here.
    fn ends_word(self, at: usize) -> bool {
        !self.char(at).is_some_and(is_word)
    }
}
