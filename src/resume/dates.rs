//! Dates and ranges in a line, in the common forms and languages, as months.
//!
//! A range counts both its months; a year alone starts in July and ends in June; a season has three months (the rules
//! of the contract). Nothing here knows today's date: an open end stays open.

#[cfg(test)]
mod oracle;
mod scan;
mod seasons;
mod span;

use scan::{Close, Named, Written};
pub(super) use seasons::seasons;
use serde::Serialize;
pub(super) use span::later_or_equal;

/// A month, counted as year x 12 + month - 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub struct Month(pub i32);

impl Month {
    /// From a calendar year and a month 1-12.
    pub fn new(year: i32, month: i32) -> Month {
        Month(year * 12 + month - 1)
    }

    /// Its calendar year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// Its place in the year, 1-12.
    pub fn month(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> String {
        month.to_string()
    }
}

/// Where a range ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", untagged)]
pub enum End {
    /// In this month, which counts.
    Month(Month),
    /// It goes on.
    #[serde(serialize_with = "present")]
    Present,
}

fn present<S: serde::Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str("present")
}

/// A range of months found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// First month.
    pub start: Month,
    /// Last month.
    pub end: End,
    /// Byte offset in the line.
    pub from: usize,
    /// Byte offset behind it.
    pub to: usize,
    /// Written as "since ..." rather than with two ends.
    pub since: bool,
}

/// A date that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Its first month.
    pub first: Month,
    /// Its last month.
    pub last: Month,
    /// Byte offset in the line.
    pub from: usize,
    /// Byte offset behind it.
    pub to: usize,
}

/// Month names by month, lower case, longest first where one begins another; English, German, French, Spanish,
/// Portuguese, Italian, Dutch, Danish, Norwegian, Swedish, Polish, Czech, Romanian, Turkish, Finnish, Hungarian; before
/// them how the English ones are often misspelt.
const MONTHS: [&str; 12] = [
    "janurary|janaury|januray|janury|ianuarie|ocak|leden|ledna|tammikuuta|tammikuu|január|january|januar|jänner|jaenner|jän|janvier|janeiro|januari|gennaio|enero|stycznia|styczeń|styczen|janv|jan|ene|gen|sty",
    "febuary|feburary|febraury|februray|febrary|februarie|şubat|subat|únor|února|helmikuuta|helmikuu|február|february|februar|février|fevrier|fevereiro|februari|febbraio|febrero|lutego|luty|févr|fevr|feb|fév|fev|lut",
    "martie|mart|březen|března|maaliskuuta|maaliskuu|március|march|märz|maerz|mars|março|marco|maart|marzo|marca|marzec|mär|mrz|mar|mrt",
    "arpil|apirl|aprilie|nisan|duben|dubna|huhtikuuta|huhtikuu|április|april|avril|abril|aprile|kwietnia|kwiecień|kwiecien|apr|avr|abr|kwi",
    "mayıs|mayis|květen|května|toukokuuta|toukokuu|május|may|mai|maio|mei|maggio|mayo|maj|maja|mag",
    "iunie|haziran|červen|června|kesäkuuta|kesäkuu|június|june|juni|juin|junho|giugno|junio|czerwca|czerwiec|jun|giu|cze",
    "iulie|temmuz|červenec|července|heinäkuuta|heinäkuu|július|july|juli|juillet|julho|luglio|julio|lipca|lipiec|juil|jul|lug|lip",
    "agust|augest|augst|ağustos|agustos|srpen|srpna|elokuuta|elokuu|augusztus|august|août|aout|agosto|augustus|augusti|sierpnia|sierpień|sierpien|aug|ago|sie",
    "septmber|setember|septemeber|spetember|septembrie|eylül|eylul|září|syyskuuta|syyskuu|szeptember|september|septembre|setembro|settembre|septiembre|setiembre|września|wrzesnia|wrzesień|wrzesien|sept|sep|set|wrz",
    "octobar|ocotber|octuber|octombrie|ekim|říjen|října|lokakuuta|lokakuu|október|october|oktober|octobre|outubro|ottobre|octubre|października|pazdziernika|październik|pazdziernik|oct|okt|out|ott|paź",
    "novemeber|novmber|novembar|noiembrie|kasım|kasim|marraskuuta|marraskuu|november|novembre|novembro|noviembre|listopada|listopad|nov|lis",
    "decmber|decemeber|decembar|decembrie|aralık|aralik|prosinec|prosince|joulukuuta|joulukuu|december|dezember|décembre|decembre|dezembro|dicembre|diciembre|desember|grudnia|grudzień|grudzien|dec|dez|déc|dic|des|gru",
];

/// Seasons and their first and last month; winter ends in the next year. "Estate" is left out: real estate has years too.
/// The parts of a year, which a vague memory names, stand for the month in the middle of each.
const SEASONS: [(&str, i32, i32); 7] = [
    ("spring|frühjahr|frühling|printemps|primavera|lente|voorjaar|wiosna|våren|vår|foråret|forår", 3, 5),
    ("summer|sommer|été|verano|verão|zomer|lato|sommaren|sommar|sommeren", 6, 8),
    (
        "autumn|fall|herbst|automne|otoño|autunno|outono|herfst|najaar|jesień|hösten|höst|høsten|høst|efteråret|efterår",
        9,
        11,
    ),
    ("winter|hiver|invierno|inverno|zima|vintern|vinteren|vinter", 12, 14),
    ("early|anfang|début|debut", 2, 2),
    ("mid|mitte", 6, 6),
    ("late|ende", 11, 11),
];
/// Which of these is winter, whose year may be written as two: "Winter 2023-24".
const WINTER: usize = 3;

/// Words for a range that goes on; the longer first where one begins another.
const PRESENT: [&str; 95] = [
    "presently",
    "presente",
    "present day",
    "present",
    "currently",
    "current",
    "now",
    "today",
    "to date",
    "todate",
    "date",
    "ongoing",
    "on-going",
    "heute",
    "aktuell",
    "jetzt",
    "laufend",
    "actualidad",
    "la actualidad",
    "actualmente",
    "actual",
    "hoy",
    "à ce jour",
    "ce jour",
    "aujourd'hui",
    "aujourd’hui",
    "présent",
    "en cours",
    "oggi",
    "attuale",
    "in corso",
    "obecnie",
    "teraz",
    "nadal",
    "heden",
    "nuvarande",
    "nuværende",
    "nu",
    "dags dato",
    "d.d",
    "dd",
    "i dag",
    "idag",
    "nåværende",
    "nå",
    "atualmente",
    "atual",
    "o momento",
    "até o momento",
    "momento",
    "the present day",
    "maintenant",
    "actuellement",
    "actuel",
    "à présent",
    "gegenwart",
    "derzeit",
    "dato",
    "hoje",
    "o presente",
    "os dias atuais",
    "a data atual",
    "fecha",
    "la fecha actual",
    "la fecha",
    "ad oggi",
    "attualmente",
    "tuttora",
    "adesso",
    "dziś",
    "dzisiaj",
    "chwili obecnej",
    "teraźniejszość",
    "pågående",
    "tills vidare",
    "halen",
    "devam ediyor",
    "günümüz",
    "bugün",
    "prezent",
    "în prezent",
    "současnost",
    "dosud",
    "nykyinen",
    "nykyhetki",
    "jelenleg",
    "napjainkig",
    "pres",
    "atualidade",
    "à data",
    "data atual",
    "este momento",
    "a la fecha",
    "this day",
    "the present time",
];

/// Two-digit years from here on belong to the last century.
const CENTURY: i32 = 50;

/// Whether a line can hold a date: a year in full, a short one behind an apostrophe, or digits around a slash. The quick
/// way out for most lines.
fn has_figures(line: &str) -> bool {
    let bytes = line.as_bytes();
    if !bytes.windows(2).any(|two| two[0].is_ascii_digit() && two[1].is_ascii_digit()) {
        return false;
    }
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).any(|at| match bytes[at] {
        b'1' | b'2' => matches!(bytes.get(at + 1), Some(b'9' | b'0')) && digit(at + 2) && digit(at + 3),
        b'\'' | b'`' | b'/' => digit(at + 1) && digit(at + 2),
        // the last byte of a curly apostrophe
        0x98 | 0x99 => digit(at + 1) && digit(at + 2),
        _ => short_year(bytes, at),
    })
}

/// Whether a month's name before two digits ends at this byte: "Sep 19", "Oct-21".
fn short_year(bytes: &[u8], at: usize) -> bool {
    let digits = |n: usize| bytes.get(at + n).is_some_and(u8::is_ascii_digit);
    matches!(bytes[at], b' ' | b'-' | b'.')
        && digits(1)
        && digits(2)
        && !digits(3)
        && at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_alphabetic() || bytes[before] == b'.')
}

/// Whether what reads as a range is the month and the year of one date: "Jan-2016" of "04-Jan-2016".
fn is_inside(line: &str, written: &scan::Written) -> bool {
    let mark = |c: char| matches!(c, '-' | '/' | '.');
    let mut before = line[..written.from].chars().rev();
    let behind = line[written.start_to..].chars().next();
    before.next().filter(|c| mark(*c)).is_some_and(|c| behind == Some(c)) && before.next().is_some_and(scan::is_digit)
}

/// The ranges of a line, in order.
pub fn ranges(line: &str) -> Vec<Range> {
    if !has_figures(line) {
        return Vec::new();
    }
    let without: String;
    let line = if line.contains(scan::GRADE) {
        without = scan::without_grades(line);
        without.as_str()
    } else {
        line
    };
    let line_of = scan::Line(line);
    let whole = line_of.ranges().filter(|written| !is_inside(line, written));
    let mut found: Vec<Range> = whole.filter_map(|written| range(line, written)).collect();
    if found.is_empty() {
        found.extend(glued(line));
    }
    if found.is_empty()
        && let Some((from, date, to)) = line_of.since()
        && let Some((start, _)) = months_of(&line[date..to])
    {
        // "October 2018; from January 2024 at 60% of hours": the job began before its hours changed
        let right_before = |point: &&Point| line[point.to..from].trim() == ";";
        let before = if changes_hours(&line[to..]) { points(&line[..from]) } else { Vec::new() };
        let began = before.last().filter(right_before).map(|point| point.first);
        found.push(Range { start: began.unwrap_or(start), end: End::Present, from, to, since: true });
    }
    found
}

/// Words behind a day from which somebody works fewer or more hours.
const HOURS: [&str; 6] = ["part-time", "part time", "full-time", "full time", "reduced hours", "half time"];

/// Whether a text begins with hours: "at 60% of hours", "part-time".
fn changes_hours(text: &str) -> bool {
    let text = text.trim_start().trim_start_matches("at ").trim_start_matches("on ");
    let share = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    share.len() < text.len() && share.starts_with('%') || HOURS.iter().any(|hours| text.starts_with(hours))
}

/// Whether a year and a month go on with a day rather than with a second year: "2026-01" before "-" and "29".
fn is_day(text: &str, dash: &str) -> bool {
    text.get(YEAR..).is_some_and(|month| !dash.is_empty() && month.starts_with(dash))
}

/// What a range says; none where its months cannot be told or its end does not fit.
fn range(line: &str, written: Written) -> Option<Range> {
    let Written { from, start_to, close, to } = written;
    let end_month = if let Close::Date(at) = close { months_of(&line[at..to]) } else { None };
    let text = &line[from..start_to];
    if matches!(close, Close::Short(at) if is_day(text, &line[start_to..at])) {
        return None;
    }
    let start = months_of(text).or_else(|| without_year(text, end_month?.1));
    let (first, own_last) = start?;
    // "Winter 2023-24", and no more: one season with both its years
    if let Some((_, own_last)) = start
        && is_winter(text)
        && line[start_to..].starts_with(['-', '–', '/'])
        && line[start_to..to].chars().skip(1).all(scan::is_digit)
        && line.get(to.saturating_sub(2)..to).is_some_and(|year| year.parse() == Ok((first.0 / 12 + 1) % 100))
    {
        return Some(Range { start: first, end: End::Month(own_last), from, to, since: false });
    }
    let end = match (close, end_month) {
        // "2012-13": the second year is short
        (Close::Short(at), _) => End::Month(Month::new(century(line[at..to].parse().unwrap_or_default()), 6)),
        (_, Some((_, last))) => End::Month(last),
        (_, None) => End::Present,
    };
    // "September 2013- 72%": a short year before the start is another number
    if matches!(close, Close::Short(_))
        && matches!(end, End::Month(last) if last < first && last.0 / 12 != first.0 / 12)
    {
        return None;
    }
    let end = match end {
        // "2018 - 2018" would end before it starts: the year itself is meant
        End::Month(last) if last < first => End::Month(own_last.max(Month(first.0 + 5))),
        other => other,
    };
    plausible(first, end).then_some(Range { start: first, end, from, to, since: false })
}

/// A range whose dash an export has lost: "20082010", "2010Present".
fn glued(line: &str) -> Option<Range> {
    let is_glued = |word: &&str| {
        word.split_at_checked(YEAR).is_some_and(|(start, end)| {
            let present = ["present", "current"].iter().any(|word| end.eq_ignore_ascii_case(word));
            is_year(start) && (present || is_year(end))
        })
    };
    let word = line.split_whitespace().find(is_glued)?;
    let from = word.as_ptr() as usize - line.as_ptr() as usize;
    let to = from + word.len();
    let blank = line[to..].chars().next().map_or(0, char::len_utf8);
    let (start, _) = months_of(&word[..YEAR])?;
    let end = months_of(&word[YEAR..]).map_or(End::Present, |(_, last)| End::Month(last));
    plausible(start, end).then_some(Range { start, end, from, to: to + blank, since: false })
}

/// Digits of a year.
const YEAR: usize = 4;

/// Whether a word is a year of a working life, as [`scan`] reads them.
fn is_year(word: &str) -> bool {
    matches!(word.as_bytes(), [b'1', b'9', b'4'..=b'9', b'0'..=b'9'] | [b'2', b'0', b'0'..=b'4', b'0'..=b'9'])
}

/// Whether a line is a date, an end such as "Present", or the word between the two, and nothing else.
pub fn is_date_alone(line: &str) -> bool {
    scan::Line(line.trim_matches(|c: char| !c.is_alphanumeric())).is_date_alone()
}

/// Whether a text is a word for an end that is not there yet, and nothing else: "Current".
pub fn is_present(text: &str) -> bool {
    let text = text.trim();
    ["present", "current", "ongoing"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The dates of a line that stand alone, in order.
pub fn points(line: &str) -> Vec<Point> {
    if !has_figures(line) {
        return Vec::new();
    }
    let found = scan::Line(line).dates().filter_map(|(from, to)| {
        let (first, last) = months_of(&line[from..to])?;
        Some(Point { first, last, from, to })
    });
    found.collect()
}

/// A working life: longer ranges are two other numbers.
const LONGEST: i32 = 60 * 12;

fn plausible(start: Month, end: End) -> bool {
    match end {
        End::Month(last) => start <= last && last.0 - start.0 <= LONGEST,
        End::Present => true,
    }
}

fn century(short: i32) -> i32 {
    if short >= CENTURY { 1900 + short } else { 2000 + short }
}

/// The month in which work starts that begins in a year alone (`contract.md`, "Scorecard").
pub const YEAR_STARTS: i32 = 7;
/// The month in which work ends that ends in a year alone (`contract.md`, "Scorecard").
pub const YEAR_ENDS: i32 = 6;

/// The first and last month of a date. A year alone starts in July and ends in June.
fn months_of(text: &str) -> Option<(Month, Month)> {
    let numbers: Vec<i32> = text.split(|c| !scan::is_digit(c)).filter_map(|n| n.parse().ok()).collect();
    let year = year_of(&numbers)?;
    if let Some((first, last)) = named(text) {
        return Some((Month::new(year, first), Month::new(year, last)));
    }
    if let Some((part, months)) = scan::part(text) {
        return Some((Month::new(year, (part - 1) * months + 1), Month::new(year, part * months)));
    }
    let month = match numbers.as_slice() {
        [_] => return Some((Month::new(year, YEAR_STARTS), Month::new(year, YEAR_ENDS))),
        [a, _] if *a >= 1000 => numbers[1],
        [a, _] => *a,
        [a, m, _] if *a >= 1000 => *m,
        // day and month may stand either way; above 12 it can only be the day
        [a, b, ..] => {
            if *b > 12 {
                *a
            } else {
                *b
            }
        }
        [] => return None,
    };
    (1..=12).contains(&month).then(|| (Month::new(year, month), Month::new(year, month)))
}

/// "Jan - Mar 2019": the first month takes the year of the end.
fn without_year(text: &str, end: Month) -> Option<(Month, Month)> {
    let year = end.0.div_euclid(12);
    let (month, _) = named(text)?;
    let start = Month::new(year, month);
    let start = if start > end { Month(start.0 - 12) } else { start };
    Some((start, start))
}

/// Whether a date names a winter.
fn is_winter(text: &str) -> bool {
    scan::words(text).find_map(scan::named) == Some(Named::Season(WINTER))
}

/// First and last month of the year that a date names.
fn named(text: &str) -> Option<(i32, i32)> {
    scan::words(text).find_map(scan::named).map(|named| match named {
        Named::Month(index) => (index as i32 + 1, index as i32 + 1),
        Named::Season(index) => (SEASONS[index].1, SEASONS[index].2),
    })
}

fn year_of(numbers: &[i32]) -> Option<i32> {
    let long = numbers.iter().copied().find(|n| (1940..2050).contains(n));
    long.or_else(|| numbers.last().copied().filter(|n| *n < 100).map(century))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(line: &str, today: Month) -> Option<i32> {
        let range = *ranges(line).first()?;
        let end = match range.end {
            End::Month(m) => m,
            End::Present => today,
        };
        Some(end.0 - range.start.0 + 1)
    }

    #[test]
    fn a_day_is_no_range_of_years() {
        let today = Month::new(2026, 1);
        assert_eq!(months("2026-01-29", today), None);
        assert_eq!(months("Exported: 2026-01-29 09:14", today), None);
        assert_eq!(months("2019-03-21 - 2020-05-30", today), Some(15));
        assert_eq!(months("since 2019-03-21", today), Some(83));
        assert_eq!(months("2019-03 - 21", today), Some(28));
    }

    #[test]
    fn ranges_in_many_forms() {
        let today = Month::new(2026, 1);
        for (line, expected) in [
            ("2020-01 to 2020-12", 12),
            ("02-11-2015 to 28-02-2019", 40),
            ("SPECIALIST, GS-2010-09/11     03/2017 to 08/2021", 54),
            ("14-03-2019 to till date", 83),
            ("Mar 2021 – Present", 59),
            ("2018-2021", 36),
            ("2018–present", 91),
            ("02/2014 - 08/2018", 55),
            ("Sept 2018 – Feb 2021", 30),
            ("März 2014 – heute", 143),
            ("Okt. 2020 – heute", 64),
            ("enero 2019 - actualidad", 85),
            ("janv. 2023 à ce jour", 37),
            ("mars 2022 – août 2023", 18),
            ("juin 2019 – févr. 2022", 33),
            ("Jun '22 to now", 44),
            ("Feb '20 to May '22", 28),
            ("2023.04 – Present", 34),
            ("2022-07 → Present", 43),
            ("Spring 2022 to Spring 2024", 27),
            ("Sep. 2022 to date", 41),
            ("since 2020", 67),
            ("from 06/2016 until 04/2020", 47),
            ("Jan - Mar 2019", 3),
            ("October 2009 – September 2014.", 60),
            ("August 2022 - Present (3 years 6 months)", 42),
            ("2012-13", 12),
            ("10/2016 to Current", 112),
            ("Since May 2020 I have been", 69),
            ("Mar 2024 – till now", 23),
            ("Between May 2007 and August 2013 I was", 76),
            ("Winter 2023-24 - present", 26),
            ("Winter 2023-24", 3),
            ("hiver 2023-2024 à aujourd'hui", 26),
            ("early 2019 – late 2021", 34),
            ("mid-2019 to 2020", 13),
            ("H1 2020 - H2 2021", 24),
            ("2019-Q3 to Q1 '21", 21),
            ("6/19 - 8/21", 27),
            ("2018/2021", 36),
            ("2022-03 / present", 47),
            ("2010 Feb to 2016 April", 75),
            ("September 2017 onwards", 101),
            ("2019.09 –         Associate Professor", 77),
            ("januari 2022 t/m heden", 49),
            ("Augusti 2018 – pågående", 90),
            ("mag 2019 - ott 2020", 18),
            ("New York, NY  20072008", 12),
            ("Tampa, FL  2010Present", 187),
            ("December2015 to April 2016", 5),
            ("(March2016-September2017)", 19),
            ("Feb 2011/Now", 180),
            ("2022, May — now", 45),
            ("Eylül 2019 - Halen", 77),
            ("[Nov. 2022 : Present]", 39),
            ("2016 Aug – 2020 Jän", 42),
            ("Dezembro 2019 até ao presente", 74),
        ] {
            assert_eq!(months(line, today), Some(expected), "{line}");
        }
    }

    #[test]
    fn totals_and_other_numbers_are_no_ranges() {
        for line in [
            "6 years 6 months",
            "20 to 100+",
            "from 22% to 9%",
            "2-3 people",
            "1,300 to 1,500",
            "555 010 2044",
            "September 2013- 72%",
            "rated 5/10, then 8/10",
            "between 20 and 30 people",
            "early 2019",
            "front end - 2019",
        ] {
            assert_eq!(months(line, Month::new(2026, 1)), None, "{line}");
        }
    }

    #[test]
    fn a_lone_date_is_a_point() {
        assert_eq!(points("Universidad Chapala Norte, '15").first().map(|p| p.first), Some(Month::new(2015, 7)));
        assert_eq!(points("graduated June 2015").first().map(|p| p.last), Some(Month::new(2015, 6)));
    }
}
