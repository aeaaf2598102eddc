//! The words and small sums that every report shares, so that a verdict reads the same in each format.

use crate::resume::dates::{YEAR_ENDS, YEAR_STARTS};
use crate::role::{DegreeLevel, Importance};
use crate::score::{Evidence, RequirementResult, Scorecard, TenureEntry, Verdict};

/// From this score on a match is strong.
pub const STRONG: u32 = 75;
/// From this score on a match is possible.
pub const POSSIBLE: u32 = 50;
/// From this score on a match is weak; below it there is none.
pub const WEAK: u32 = 25;
/// An interval wider than this many points asks for a person.
pub const WIDEST_SURE: u32 = 15;

/// How much a reader may lean on the score, as a class that colours and sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good news.
    Good,
    /// In between, or for a person to judge.
    Middling,
    /// Bad news.
    Bad,
}

/// The score in one line of words.
pub fn judgement(card: &Scorecard) -> (Tone, &'static str) {
    let Some(score) = card.score else {
        return (Tone::Middling, "not enough readable text to judge");
    };
    if is_unsure(card) {
        return (Tone::Middling, "read this one yourself");
    }
    match score {
        STRONG.. => (Tone::Good, "strong match"),
        POSSIBLE.. => (Tone::Middling, "possible match"),
        WEAK.. => (Tone::Bad, "weak match"),
        _ => (Tone::Bad, "no match"),
    }
}

/// Whether a person must read the resume: the interval is too wide for the score to stand alone, the order of the page's
/// text is a guess, or its language is one that our lists hardly know.
pub fn is_unsure(card: &Scorecard) -> bool {
    let guessed = card.flags.iter().any(|flag| matches!(flag.id.as_str(), "layout" | "language"));
    guessed
        || match (card.score_low, card.score_high) {
            (Some(low), Some(high)) => high.saturating_sub(low) > WIDEST_SURE,
            _ => false,
        }
}

/// What the interval says; none where it is a point or there is no score.
pub fn interval(card: &Scorecard) -> Option<String> {
    let (low, high) = (card.score_low?, card.score_high?);
    (low != high).then(|| format!("the score may be {low} to {high}"))
}

/// What the resume was compared with: the role's title, else its id, else the posting.
pub fn role_title(card: &Scorecard) -> String {
    let role = &card.role;
    let name = role.title.as_ref().or(role.id.as_ref());
    match (name, &role.posting) {
        (Some(name), Some(posting)) if name != posting => format!("{name} ({posting})"),
        (Some(name), _) => name.clone(),
        (None, Some(posting)) => posting.clone(),
        (None, None) => "role without a name".into(),
    }
}

/// What a report calls the file.
pub fn file_name(card: &Scorecard) -> &str {
    if card.document.name == "-" { "standard input" } else { &card.document.name }
}

/// The candidate's name, where it is known and may be shown.
pub fn candidate(card: &Scorecard) -> Option<&str> {
    card.candidate.as_ref()?.name.as_deref().filter(|name| !name.trim().is_empty())
}

/// A verdict as a word.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Partial => "partial",
        Verdict::Missing => "missing",
        Verdict::Unknown => "unknown",
    }
}

/// A verdict as one character, one column wide.
pub fn symbol(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "✓",
        Verdict::Partial => "~",
        Verdict::Missing => "✗",
        Verdict::Unknown => "?",
    }
}

/// An importance as a heading.
pub fn importance(importance: Importance) -> &'static str {
    match importance {
        Importance::Required => "Required",
        Importance::Preferred => "Preferred",
    }
}

/// A degree as a word.
pub fn degree(level: DegreeLevel) -> &'static str {
    match level {
        DegreeLevel::None => "none",
        DegreeLevel::Certificate => "certificate",
        DegreeLevel::Associate => "associate",
        DegreeLevel::Bachelor => "bachelor",
        DegreeLevel::Master => "master",
        DegreeLevel::Doctorate => "doctorate",
    }
}

const MONTHS_IN_A_YEAR: u32 = 12;

/// Months as years and months: "4 years 2 months".
pub fn duration(months: u32) -> String {
    let (years, rest) = (months / MONTHS_IN_A_YEAR, months % MONTHS_IN_A_YEAR);
    match (years, rest) {
        (0, rest) => count(rest, "month"),
        (years, 0) => count(years, "year"),
        (years, rest) => format!("{} {}", count(years, "year"), count(rest, "month")),
    }
}

/// Months as years and months, for a column: "4y 2m".
pub fn short_duration(months: u32) -> String {
    match (months / MONTHS_IN_A_YEAR, months % MONTHS_IN_A_YEAR) {
        (0, rest) => format!("{rest}m"),
        (years, 0) => format!("{years}y"),
        (years, rest) => format!("{years}y {rest}m"),
    }
}

/// A number with its noun: "1 month", "2 months".
pub fn count(n: u32, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// Dated work in one line.
pub fn tenure(card: &Scorecard) -> String {
    match (card.tenure.total_months, card.tenure.product_months) {
        (None, _) => "no dated work".into(),
        (Some(total), None) => duration(total),
        (Some(total), Some(0)) => format!("{}, none of it in product", duration(total)),
        (Some(total), Some(product)) => format!("{}, {} of it in product", duration(total), duration(product)),
    }
}

/// First and last month of an entry.
pub fn dates(entry: &TenureEntry) -> String {
    match (entry.start.as_deref(), entry.end.as_deref()) {
        (Some(start), Some(end)) => format!("{start} to {end}"),
        (Some(start), None) => format!("from {start}"),
        (None, Some(end)) => format!("to {end}"),
        (None, None) => "undated".into(),
    }
}

/// How years without a month were counted, where an entry begins or ends as they do.
pub fn years_alone(card: &Scorecard) -> Option<&'static str> {
    let month = |day: &Option<String>, month| day.as_ref().is_some_and(|day| day.ends_with(&format!("-{month:02}")));
    let like = |e: &TenureEntry| month(&e.start, YEAR_STARTS) || month(&e.end, YEAR_ENDS);
    card.tenure
        .entries
        .iter()
        .any(like)
        .then_some("a year without a month counts from July as a start, to June as an end")
}

/// Title and employer of an entry.
pub fn entry_name(entry: &TenureEntry) -> String {
    let parts = [entry.title.trim(), entry.employer.trim()];
    one_line(&parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(", "))
}

/// The family of an entry, and the leave that its months lack.
pub fn family(entry: &TenureEntry) -> String {
    match entry.leave {
        Some(leave) => format!("{}, {} of leave not counted", entry.family, count(leave, "month")),
        None => entry.family.clone(),
    }
}

/// Where a quote stands: the dated entry or the section, then the line.
pub fn place(card: &Scorecard, evidence: &Evidence) -> String {
    let line = match card.document.pages {
        0 | 1 => format!("line {}", evidence.line),
        _ => format!("page {}, line {}", evidence.page, evidence.line),
    };
    match evidence.entry.and_then(|index| card.tenure.entries.get(index)) {
        Some(entry) => {
            let names = [&entry.employer, &entry.title];
            let name = names.into_iter().find(|name| !name.trim().is_empty()).map_or("work", |name| name.as_str());
            format!("{}, {}, {line}", one_line(name), dates(entry))
        }
        None if evidence.section.is_empty() => line,
        None => format!("{}, {line}", one_line(&evidence.section)),
    }
}

/// Longest quote a report shows, in characters; the JSON has all of it.
const QUOTE: usize = 160;

/// A quote on one line, cut at a word where it is long.
pub fn quote(text: &str) -> String {
    let text = one_line(text);
    let Some((cut, _)) = text.char_indices().nth(QUOTE) else { return text };
    let end = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{} ...", &text[..end])
}

/// White space of any kind as single spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The results that have a gap, the one that gains most first; none where there is no score to raise.
pub fn gaps(card: &Scorecard) -> Vec<&RequirementResult> {
    let scored = card.score.is_some();
    let mut rows: Vec<_> = card.results.iter().filter(|row| scored && row.gap.is_some()).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.gain)); // stable: the role's order among equals
    rows
}

/// Longest id that reads as a name, in characters.
const LONGEST_NAME: usize = 32;
/// Words of a requirement's text that stand for it where its id is long.
const NAME_WORDS: usize = 5;

/// A requirement in a word or two: its id, or the first words of its text where the id was made from a whole sentence.
pub fn short_name(row: &RequirementResult) -> String {
    if row.id.len() <= LONGEST_NAME {
        return row.id.replace('-', " ");
    }
    let words: Vec<&str> = row.text.split_whitespace().take(NAME_WORDS).collect();
    format!("{} ...", words.join(" "))
}

/// A gap with the name of its requirement.
pub fn gap(row: &RequirementResult) -> String {
    format!("{}: {}", short_name(row), row.gap.as_deref().unwrap_or_default())
}

/// How many results have each verdict: met, partial, missing, unknown.
pub fn tally(card: &Scorecard) -> [(Verdict, u32); 4] {
    [Verdict::Met, Verdict::Partial, Verdict::Missing, Verdict::Unknown].map(|verdict| {
        let n = card.results.iter().filter(|row| row.result == verdict).count();
        (verdict, u32::try_from(n).unwrap_or(u32::MAX))
    })
}

/// "9 met, 3 partial, 2 missing, 1 unknown", without the kinds that do not occur.
pub fn tally_line(card: &Scorecard) -> String {
    let parts =
        tally(card).iter().filter(|(_, n)| *n > 0).map(|(v, n)| format!("{n} {}", verdict(*v))).collect::<Vec<_>>();
    if parts.is_empty() { "nothing was asked for".into() } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_read_as_years_and_months() {
        for (months, words) in [(0, "0 months"), (1, "1 month"), (12, "1 year"), (25, "2 years 1 month")] {
            assert_eq!(duration(months), words);
        }
    }

    #[test]
    fn long_quotes_end_at_a_word() {
        let shown = quote(&"word ".repeat(100));
        assert!(shown.ends_with("word ...") && shown.chars().count() <= QUOTE + 4, "{shown}");
        assert_eq!(quote("two\n  lines"), "two lines");
    }
}
