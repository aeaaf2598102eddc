//! The forms of dates as one regular expression, which says them shorter and runs much slower: the scanner must agree
//! with it on every text.

use super::scan::{AMID, AND, Close, Line, ONWARDS, SINCE, TO, UNTIL, Written};
use super::{MONTHS, PRESENT, SEASONS, WINTER};
use proptest::prelude::*;
use regex::{Match, Regex};
use std::sync::LazyLock;

static PATTERN: LazyLock<Patterns> = LazyLock::new(Patterns::new);

struct Patterns {
    range: Regex,
    since: Regex,
    point: Regex,
    alone: Regex,
}

impl Patterns {
    fn new() -> Patterns {
        let build = |text: &str| Regex::new(text).expect("date patterns are constant");
        let month = MONTHS.join("|");
        let present = PRESENT.map(regex::escape).join("|");
        let season = SEASONS.map(|s| s.0).join("|");
        let (four, winter) = (SEASONS[..=WINTER].iter().map(|s| s.0).collect::<Vec<_>>().join("|"), SEASONS[WINTER].0);
        let year = r"(?:19[4-9]\d|20[0-4]\d)";
        let date = format!(
            r"(?:(?:\d{{1,2}}(?:st|nd|rd|th|\.)?(?:\s+|[-/]))?(?:(?:{month})\b\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?,)?[\s,./'’‘`-]*(?:of\s+|de\s+)?['’‘`]?(?:{year}|\d{{2}}\b)|(?:{month}){year}\b)|(?:{winter})\b(?:\s+|-)(?:of\s+)?{year}[-–/](?:{year}|\d{{2}})\b|(?:{season})\b(?:\s+|-)(?:(?:of\s+)?{year}|['’‘]\d{{2}}\b)|(?:q[1-4]|h[12])\s*[-/]?\s*(?:{year}|['’‘]\d{{2}}\b)|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{year}|{year}[-/.](?:1[0-2]|0?[1-9])(?:[-/.]\d{{1,2}})?\b|{year}\s*[-/]?\s*(?:q[1-4]|h[12])\b|{year}(?:,?\s+|[-/])(?:{month})\b|{year}\s*\((?:{month})\.?\)|(?:1[0-2]|0?[1-9])\s?[/.-]\s?{year}|(?:1[0-2]|0[1-9])/\d{{2}}\b|{year}|['’‘]\d{{2}}\b)"
        );
        let bare = format!(r"(?:{month})\b\.?|(?:{four})\b");
        let [since, to, until, amid, and, onwards] =
            [&SINCE[..], &TO, &UNTIL, &AMID, &AND, &ONWARDS].map(|words| words.join("|"));
        let separator = format!(
            r"(?:\s*(?:-+>?|\.{{2,3}}|–|—|−|‐|‑|‒|―|→|➔|▸|►|▶|⇒|➜|»|>|~|〜|÷|…|ï¼|â€“|\u{{fffd}}+)\s*|\s+[/:]\s+|\s+(?:{to})\s+(?:(?:the|la|ao|o|à)\s+)?|,\s+(?:to|until|till)\s+)"
        );
        let present_end = format!(r"(?:(?:{until})\s+)?(?:{present})\b");
        let short = r"(?:1[0-2]|0?[1-9])/\d{2}\b";
        Patterns {
            range: build(&format!(
                r"(?i)(?:^|[^\p{{L}}\d])(?:(?P<a>{date}|{bare})(?:(?:\)?{separator}|\s{{2,}})(?:(?P<p>(?:{present})\b|{present_end})|(?P<b>{date})|(?P<s>\d{{2}}\b))|\)?/(?P<p2>{present_end}))|(?:{amid})\s+(?P<a2>{date}|{bare})\s+(?:{and})\s+(?P<b2>{date})|(?P<a3>{short})(?:\s*[-–—]\s*|\s+to\s+)(?:(?P<p3>{present_end})|(?P<b3>{short}))|(?P<a4>{year})/(?P<b4>{year})\b|(?P<o>{date})(?:\s+(?:{onwards})\b|\s*(?:-|–|—|→)\s*(?:$|[|)]))|^(?P<o2>{date})\s*(?:-|–|—|→)\s{{2,}})"
            )),
            since: build(&format!(r"(?i)\b(?:{since})\s+(?P<a>{date})")),
            point: build(&format!(r"(?i)(?:^|[^\p{{L}}\d])(?P<a>{date})")),
            alone: build(&format!(r"(?i)^(?:{date}|{present_end}|to|till|until|bis|-|–)$")),
        }
    }
}

/// Whether the scanner reads a line as the patterns do.
fn check(line: &str) {
    let mut ranges = Vec::new();
    let mut at = 0;
    while let Some(found) = PATTERN.range.captures_at(line, at) {
        at = found.get_match().end();
        let any = |names: &[&str]| names.iter().find_map(|name| found.name(name));
        let open = || any(&["p", "p2", "p3"]).map(|_| Close::Open);
        let dated = || any(&["b", "b2", "b3", "b4"]).map(|b| Close::Date(b.start()));
        let short = || found.name("s").map(|s| Close::Short(s.start()));
        let start: Match<'_> = any(&["a", "a2", "a3", "a4", "o", "o2"]).unwrap();
        let close = open().or_else(dated).or_else(short).unwrap_or(Close::Open);
        ranges.push(Written { from: start.start(), start_to: start.end(), close, to: at });
    }
    assert_eq!(Line(line).ranges().collect::<Vec<_>>(), ranges, "ranges of {line:?}");

    let dates: Vec<_> = PATTERN.point.captures_iter(line).map(|c| c.name("a").unwrap().range()).collect();
    assert_eq!(Line(line).dates().map(|(from, to)| from..to).collect::<Vec<_>>(), dates, "dates of {line:?}");

    let since = PATTERN.since.captures(line).map(|c| (c.get_match().start(), c.name("a").unwrap().range()));
    assert_eq!(Line(line).since().map(|(from, date, to)| (from, date..to)), since, "since of {line:?}");

    assert_eq!(Line(line).is_date_alone(), PATTERN.alone.is_match(line), "{line:?} alone");
}

const PIECES: [&str; 104] = [
    "winter ",
    "Winter 2023-24",
    "mid-",
    "late ",
    "h2 ",
    "2020 Q3",
    "6/19",
    "11/20",
    "2018/2021",
    "between ",
    " and ",
    " onwards",
    "until ",
    "now",
    "–",
    ">",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\t",
    "\u{a0}",
    "-",
    "-",
    " - ",
    "–",
    " – ",
    "—",
    "->",
    "-->",
    "−",
    "‐",
    "→",
    "~",
    "÷",
    "ï¼",
    "Â€“",
    "\u{fffd}",
    "/",
    ".",
    ",",
    ", ",
    "'",
    "’",
    "‘",
    "`",
    "(",
    ")",
    "|",
    "_",
    "1",
    "2",
    "3",
    "9",
    "0",
    "12",
    "13",
    "03",
    "00",
    "19",
    "20",
    "2019",
    "2020",
    "1999",
    "1939",
    "2050",
    "12/19",
    "q3",
    "Q1 ",
    "jan",
    "Feb",
    "MARCH",
    "mai",
    "Août",
    "AOÛT",
    "wrześniA",
    "paz\u{301}",
    "ſept",
    "oKt",
    "sep",
    "spring",
    "Été ",
    "autumn",
    "of ",
    " de ",
    "st",
    "th",
    "rd ",
    "to ",
    " bis ",
    " a ",
    " à ",
    " fino a ",
    "the ",
    "la ",
    "present",
    "today",
    "la actualidad",
    "aujourd’hui",
    "till date",
    "since ",
    "od ",
    "٣",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn the_scanner_reads_what_the_patterns_read(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..14)) {
        check(&pieces.concat());
    }

    #[test]
    fn whatever_the_characters(line in r"[\s\w\d'’/–.,()-]{0,12}(20|19)[0-9]{1,2}[\s\w\d'’/–.,()-]{0,12}") {
        check(&line);
    }
}

#[test]
fn a_mark_that_is_a_letter_without_regard_to_case_begins_no_date() {
    check("\u{345}1987 and 1988");
}

#[test]
fn a_month_before_two_dots_may_have_none_of_its_own() {
    for line in ["jan..12", "jan...2012", "Feb. .. Mar 2020"] {
        check(line);
    }
}

#[test]
fn the_scanner_reads_every_name_and_word_of_the_lists() {
    let names = MONTHS.iter().flat_map(|m| m.split('|')).chain(SEASONS.iter().flat_map(|s| s.0.split('|')));
    for name in names {
        for line in
            [format!("{name} 2019 - {name}. 2020"), format!("3rd {name} of '19"), format!("{name} - 12 {name} 2020")]
        {
            check(&line);
            check(&line.to_uppercase());
        }
    }
    for word in PRESENT {
        check(word);
        check(&format!("2019 to the {word}, 03/2020 – {}s", word.to_uppercase()));
    }
}
