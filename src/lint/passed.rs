//! STR013: a last day to apply that has passed. A hint and no more, since whoever keeps old postings does nothing wrong.

use super::gather::Gather;
use super::outline::Kind;
use super::text::Text;
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

/// Words before the last day to apply, in small letters.
const LAST_DAY: [&str; 13] = [
    "last day to apply",
    "apply by ",
    "apply before ",
    "apply until ",
    "application deadline",
    "deadline to apply",
    "deadline for application",
    "closing date",
    "applications close",
    "applications will close",
    "applications are due",
    "applications due",
    "applications must ",
];
/// A day as postings write it.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2} \d{4})\b")
        .expect("tried by a test")
});
/// How the years of postings begin; a line without one tells no day.
const CENTURY: &str = "20";
/// Bytes behind such words in which their day stands.
const NEAR: usize = 60;

/// Runs the rule.
pub(super) fn check(text: &Text, out: &mut Gather<'_>) {
    for row in text.rows.iter().filter(|r| r.kind != Kind::Blank) {
        let line = text.row(row);
        if !line.contains(CENTURY) {
            continue;
        }
        // byte for byte as long as the line
        let small = line.to_ascii_lowercase();
        let cue = LAST_DAY.iter().filter_map(|words| Some((small.find(words)?, words.trim_end().len()))).min();
        let Some((start, length)) = cue else { continue };
        let behind = &line[start + length..];
        let behind = behind.split([';', '(']).next().unwrap_or(behind);
        let near = behind.char_indices().find(|(at, _)| *at >= NEAR).map_or(behind, |(at, _)| &behind[..at]);
        let Some(day) = last_day(near).filter(|day| *day < out.as_of) else { continue };
        out.say("STR013", None, (row.start + start, row.start + start + length), &day.to_string());
    }
    for job in &text.jobs {
        let last = job.value["validThrough"].as_str().and_then(|day| day.get(..10)).and_then(|day| day.parse().ok());
        if let Some(day) = last.filter(|day: &Date| *day < out.as_of)
            && out.findings.iter().all(|f| f.rule != "STR013")
        {
            out.say("STR013", None, (0, 0), &day.to_string());
        }
    }
}

/// The last day that a text names: "15 January 2027", "January 15th, 2027", "2027-01-15".
fn last_day(text: &str) -> Option<Date> {
    static ORDINAL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(\d)(?:st|nd|rd|th)\b").expect("tried by a test"));
    let plain = ORDINAL.replace_all(text, "$1").replace([',', '.'], "");
    let found = DAY.find_iter(&plain).last()?.as_str().to_owned();
    ["%Y-%m-%d", "%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y"]
        .iter()
        .find_map(|format| Date::strptime(format, &found).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_postings_write_them() {
        for text in
            [" is 15 January 2027.", " by January 15th, 2027", ": 2027-01-15", " Jan 15, 2027", ": 15 Jan. 2027"]
        {
            assert_eq!(last_day(text).map(|d| d.to_string()).as_deref(), Some("2027-01-15"), "{text}");
        }
        assert_eq!(last_day(" is soon, in 2027"), None);
    }
}
