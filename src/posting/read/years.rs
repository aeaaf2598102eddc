//! Years of experience in the words of a posting: "5+ years", "five to seven years", "8 years overall, 3 in product".

use regex::Regex;
use std::sync::LazyLock;

/// Number words that postings use.
pub(super) const NUMBERS: [&str; 15] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen",
];
/// More years than that are no experience but an age or a history.
const MOST: u32 = 40;

/// Months in a year. A posting that asks for 18 months is met by whoever has them: what is over whole years is left out.
const MONTHS: u32 = 12;

/// A figure, an upper end if there is one, and the word "years", or months of something ("18 months in retail").
static WITH_UNIT: LazyLock<Regex> = LazyLock::new(|| {
    let number = format!(r"(\d{{1,2}}|{})", NUMBERS.join("|"));
    let text = format!(
        r"(?i)\b{number}\s*(?:\(\d{{1,2}}\)\s*)?\+?\s*(?:(?:-|–|—|to|or)\s*(?:\d{{1,2}}|{})\s*\+?\s*)?(?:or more\s+|plus\s+|full\s+)?(?:years?|yrs?|yoe|jahren?|ans|ann[ée]es|a[ñn]os|jaar|(months?)(?:\s+or\s+more)?\s+(?:of|in|as|with|working|experience)|(months?)(?:\s+(?:of\s+)?(?:[\w-]+\s+)?|['’]\s+(?:[\w-]+\s+){{0,4}}?)experience)\b",
        NUMBERS.join("|")
    );
    Regex::new(&text).expect("tried by a test")
});
/// A further figure that leans on the word before: ", 3 in product", "and 2+ of those as".
static WITHOUT_UNIT: LazyLock<Regex> = LazyLock::new(|| {
    let text = format!(
        r"(?i)(?:,|;|\band\b|\bwith\b|\bincluding\b|\(|\bof which\b)\s*(?:(?:for|with|and)\s+)?(?:at least\s+|(?:a\s+)?minimum\s+(?:of\s+)?|no\s+(?:fewer|less)\s+than\s+|of which\s+)?(\d{{1,2}}|{})\s*\+?\s+(?:of (?:which|those|them|these)\b|(?:in|as|of|within|with)\b)",
        NUMBERS.join("|")
    );
    Regex::new(&text).expect("tried by a test")
});

/// The only figure, of a part of many years: "several years of experience, of which at least 3 as a product owner".
static OF_MANY: LazyLock<Regex> = LazyLock::new(|| {
    let text = format!(
        r"(?i)\b(?:several|some|many|multiple|extensive) years\b[^.;\d]{{0,80}}?(?:of which|including) (?:at least |a minimum of |minimum )?(\d{{1,2}}|{})\s*\+?\s+(?:in|as|of|within|with)\b",
        NUMBERS.join("|")
    );
    Regex::new(&text).expect("tried by a test")
});

/// Words before a figure of a span of time that nobody has worked: "over the past two years".
static SPAN_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:past|last|next|coming|every|for (?:over|more than|almost|nearly)|in just|in only|after|within|under|first|initial|contract of|contract for|duration of|period of|term of|up to|leave of)\s+(?:the\s+)?(?:past\s+|last\s+|next\s+)?$")
        .expect("tried by a test")
});
/// The same behind it: "20 years ago", "5 years in a row".
static SPAN_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:(?:ago|old|in business|in a row|straight|now|later|of (?:history|growth|service|vesting|success|innovation|operations?)|or older|of age)\b|running\s*(?:[,.;!)]|by\b|and\b|in a\b|according|$))")
        .expect("tried by a test")
});

/// One figure and the words that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The lower end.
    pub(crate) years: u32,
    /// Where the figure starts.
    pub(crate) start: usize,
    /// The words from the figure to the next figure, in small letters.
    pub(crate) about: String,
}

/// All figures of years in a text, in order.
pub(crate) fn mentions(text: &str) -> Vec<Mention> {
    let worked = |m: &regex::Match<'_>| {
        !SPAN_BEFORE.is_match(&text[..m.start()]) && !SPAN_BEHIND.is_match(text[m.end()..].trim_start_matches("'"))
    };
    let mut found: Vec<(usize, u32)> = WITH_UNIT
        .captures_iter(text)
        .filter(|c| c.get(0).as_ref().is_some_and(worked))
        .filter_map(|c| {
            let figure = number(c.get(1)?.as_str())?;
            let months = c.get(2).or_else(|| c.get(3)).is_some();
            Some((c.get(0)?.start(), if months { figure / MONTHS } else { figure }))
        })
        .collect();
    if found.is_empty() {
        let of_many = OF_MANY.captures(text).and_then(|c| c.get(1));
        found.extend(of_many.and_then(|figure| Some((figure.start(), number(figure.as_str())?))));
    } else {
        let more =
            WITHOUT_UNIT.captures_iter(text).filter_map(|c| Some((c.get(1)?.start(), number(c.get(1)?.as_str())?)));
        for (start, years) in more {
            if start > found[0].0 && found.iter().all(|(s, _)| *s != start) {
                found.push((start, years));
            }
        }
        found.sort_unstable();
    }
    found.retain(|(_, years)| (1..=MOST).contains(years));
    let starts: Vec<usize> = found.iter().map(|(s, _)| *s).chain([text.len()]).collect();
    found
        .iter()
        .enumerate()
        .map(|(i, (start, years))| Mention {
            years: *years,
            start: *start,
            about: text[*start..starts[i + 1]].to_lowercase(),
        })
        .collect()
}

/// A number in figures, or in words from one to fifteen.
pub(crate) fn number(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let named = NUMBERS.iter().position(|n| *n == word).and_then(|i| u32::try_from(i + 1).ok());
    named.or_else(|| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_in_all_their_dresses() {
        let cases: [(&str, &[u32]); 31] = [
            ("5+ years of product management", &[5]),
            ("5-7 years in product", &[5]),
            ("Five to seven years of experience", &[5]),
            ("two (2) years of experience", &[2]),
            ("Minimum of 3 yrs", &[3]),
            ("8+ years overall, 3 in product", &[8, 3]),
            ("10 years of experience, including 5+ years as a product manager", &[10, 5]),
            ("4 or more years", &[4]),
            ("9 years in banking, 5 of which must be in product and 3 in management", &[9, 5, 3]),
            ("around five years in product, at least two of them on farms", &[5, 2]),
            ("8 years or more, and for at least 3 of them you led", &[8, 3]),
            ("18 months or more in public transport", &[1]),
            ("at least twelve (12) months in a field station", &[1]),
            ("24 months of experience", &[2]),
            ("A minimum of 12 months' recent acute care nursing experience", &[1]),
            ("6 months in retail", &[]),
            ("A contract for 12 months, possible extension", &[]),
            ("Within your first 12 months in the role you launch two products", &[]),
            ("A fixed-term contract of 24 months with the option to extend", &[]),
            ("Up to 12 months of parental leave", &[]),
            ("A 100-year-old company", &[]),
            ("Founded 50 years ago", &[]),
            ("The fastest growing shop over the past two years", &[]),
            ("A best place to work 5 years in a row", &[]),
            ("Serving ports for over 20 years", &[]),
            ("3 years within the last 5 years", &[3]),
            ("3 products in 2 markets", &[]),
            ("at least 18 years of age", &[]),
            ("5+ years running a warehouse, with no fewer than 2 of those in frozen storage", &[5, 2]),
            ("The best shop 5 years running.", &[]),
            ("Several years of experience, of which at least 3 as Product Owner", &[3]),
        ];
        for (text, years) in cases {
            assert_eq!(mentions(text).iter().map(|m| m.years).collect::<Vec<_>>(), years, "{text}");
        }
    }
}
