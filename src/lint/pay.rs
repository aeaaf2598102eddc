//! Pay in the words of a posting: currency, least, most, period, and whether an end is open.
//!
//! Money stands in postings for other things too (revenue, a learning budget, "401(k)"), so an amount counts as pay
//! only where the words around it say so. Read by hand and not by patterns, because it runs on every line.

mod amounts;

use super::outline::{Row, Section};
use super::text::Text;
use amounts::{Amount, amounts};

/// What pay is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Year,
    Month,
    Week,
    Day,
    Hour,
}

/// Pay that a posting states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pay {
    /// Three letters of ISO 4217 where they or a sign say it.
    pub(super) currency: Option<&'static str>,
    /// Least, in hundredths.
    pub(super) min: Option<u64>,
    /// Most, in hundredths.
    pub(super) max: Option<u64>,
    /// Per what, where it is said.
    pub(super) period: Option<Period>,
    /// The words that leave an end open.
    pub(super) open: bool,
    /// First byte in the text.
    pub(super) start: usize,
    /// Byte behind the last.
    pub(super) end: usize,
}

/// How a period is written behind an amount.
const PERIODS: [(&str, Period); 50] = [
    ("per year", Period::Year),
    ("a year", Period::Year),
    ("per annum", Period::Year),
    ("p.a", Period::Year),
    ("/year", Period::Year),
    ("/ year", Period::Year),
    ("/yr", Period::Year),
    ("/annum", Period::Year),
    ("annual", Period::Year),
    ("yearly", Period::Year),
    ("/a ", Period::Year),
    ("per month", Period::Month),
    ("a month", Period::Month),
    ("/month", Period::Month),
    ("/mo", Period::Month),
    ("monthly", Period::Month),
    ("per week", Period::Week),
    ("a week", Period::Week),
    ("/week", Period::Week),
    ("weekly", Period::Week),
    ("per day", Period::Day),
    ("a day", Period::Day),
    ("/day", Period::Day),
    ("daily", Period::Day),
    ("per hour", Period::Hour),
    ("an hour", Period::Hour),
    ("/hour", Period::Hour),
    ("/hr", Period::Hour),
    ("hourly", Period::Hour),
    ("/h ", Period::Hour),
    ("pro jahr", Period::Year),
    ("im jahr", Period::Year),
    ("jährlich", Period::Year),
    ("par an", Period::Year),
    ("al año", Period::Year),
    ("anual", Period::Year),
    ("annui", Period::Year),
    ("all'anno", Period::Year),
    ("per jaar", Period::Year),
    ("rocznie", Period::Year),
    ("pro monat", Period::Month),
    ("im monat", Period::Month),
    ("monatlich", Period::Month),
    ("par mois", Period::Month),
    ("al mes", Period::Month),
    ("mensual", Period::Month),
    ("al mese", Period::Month),
    ("per maand", Period::Month),
    ("pro stunde", Period::Hour),
    ("par heure", Period::Hour),
];
/// Words near an amount that make it pay.
const PAY_WORDS: [&str; 33] = [
    "salar",
    "compensation",
    "wage",
    "remuneration",
    "base pay",
    "pay range",
    "pay for",
    "pay is",
    "pay:",
    "pay scale",
    "year earnings",
    "earnings of",
    "earning potential",
    "you'll earn",
    "you will earn",
    "earn up to",
    "hourly rate",
    " ote",
    "💰",
    "💶",
    "💵",
    "💷",
    "💴",
    "on-target",
    "pay of",
    "gehalt",
    "vergütung",
    "salaire",
    "rémunération",
    "retribuci",
    "retribuz",
    "stipendio",
    "wynagrodzen",
];
/// Words right behind or before an amount that make it something else.
const OTHER_BEHIND: [&str; 33] = [
    "people",
    "employees",
    "customers",
    "users",
    "members",
    "workers",
    "bonus",
    "signing",
    "sign-on",
    "sign on",
    "at signing",
    "referral",
    "stipend",
    "budget",
    "allowance",
    "credit",
    "reimburse",
    "match",
    "arr",
    "mrr",
    "revenue",
    "in funding",
    "funding",
    "raised",
    "in sales",
    "valuation",
    "market",
    "compan",
    "for learning",
    "towards",
    "toward",
    "worth",
    "grant",
];
const OTHER_BEFORE: [&str; 21] = [
    "bonus of",
    "bonus:",
    "bonuses",
    "raised",
    "funding",
    "revenue",
    "save",
    "saved",
    "budget of",
    "stipend of",
    "allowance of",
    "over",
    "more than",
    "worth",
    "valued at",
    "valuation of",
    "manage",
    "arr",
    "backed by",
    "equity:",
    "up to a",
];
/// Those who pay an amount to the company.
const PAYERS: [&str; 12] = [
    "customers pay",
    "customer pays",
    "clients pay",
    "client pays",
    "homeowners pay",
    "members pay",
    "users pay",
    "families pay",
    "subscribers pay",
    "tenants pay",
    "shoppers pay",
    "buyers pay",
];
/// Words before an amount that leave its upper end open.
const FROM: [&str; 16] = [
    "begin at",
    "begins at",
    "north of",
    "upwards of",
    "starting at",
    "starting from",
    "start at",
    "starts at",
    "starts from",
    "beginning at",
    "from",
    "minimum of",
    "at least",
    "as low as",
    "min.",
    "minimum",
];
/// Words before an amount that leave its lower end open.
const UP_TO: [&str; 4] = ["up to", "as much as", "maximum of", "max."];
/// Words behind an amount that leave its upper end open.
const AND_UP: [&str; 5] = ["and up", "or more", "and above", "and higher", "upwards"];

/// Hundredths of an amount.
const HUNDREDTHS: u64 = 100;
/// Least pay for a year, in hundredths; a smaller amount without a period is a fee or a benefit.
const LEAST_YEARLY: u64 = 10_000 * HUNDREDTHS;
/// Least amounts, in hundredths, that can be pay for a period; less is a fee or a benefit.
const LEAST: [(Period, u64); 5] = [
    (Period::Year, LEAST_YEARLY),
    (Period::Month, 500 * HUNDREDTHS),
    (Period::Week, 200 * HUNDREDTHS),
    (Period::Day, 50 * HUNDREDTHS),
    (Period::Hour, 5 * HUNDREDTHS),
];
/// An amount from which a missing period can only be the year, in hundredths.
pub(super) const PLAINLY_YEARLY: u64 = 20_000 * HUNDREDTHS;
/// Bytes before and behind an amount whose words count.
const NEAR: usize = 28;
/// Bytes of a line before that can announce an amount.
const LEAD: usize = 200;
/// Bytes before an amount in which a range or a period is announced.
const ANNOUNCED: usize = 160;
/// Bytes between two amounts of one range.
const BETWEEN: usize = 60;

/// All pay in a posting, in order.
pub(super) fn read(text: &Text) -> Vec<Pay> {
    let mut out = Vec::new();
    let first = text.rows.iter().position(|r| r.kind == super::outline::Kind::Paragraph).unwrap_or(0);
    for (index, row) in text.rows.iter().enumerate() {
        let line = text.row(row);
        if line.bytes().any(|b| b.is_ascii_digit()) {
            let before = text.rows[..index].iter().rev().find(|r| r.start < r.end);
            let lead = before.map(|r| text.row(r)).unwrap_or_default();
            // a short line above the text is the place for facts
            let glance = row.section == Section::Top && index <= first + 3 && line.split_whitespace().count() <= 20;
            out.extend(of_line(line, lead, row, glance));
        }
    }
    out
}

fn of_line(line: &str, lead: &str, row: &Row, glance: bool) -> Vec<Pay> {
    let lower = lower(line);
    let amounts = amounts(&lower);
    if amounts.is_empty() {
        return vec![];
    }
    let says = |text: &str| PAY_WORDS.iter().any(|w| text.contains(w));
    let (words, lead) = (says(&lower), lead.len() < LEAD && says(&lead.to_lowercase()));
    let mut out = Vec::new();
    let mut i = 0;
    while i < amounts.len() {
        let first = amounts[i];
        let second = amounts.get(i + 1).copied().filter(|s| links(&lower, &first, s));
        i += if second.is_some() { 2 } else { 1 };
        if let Some(mut pay) = pay(&lower, first, second) {
            let range = second.is_some() && first.currency.or(second.and_then(|s| s.currency)).is_some();
            let section = matches!(row.section, Section::Pay)
                || (row.section == Section::Benefits && (range || pay.period.is_some()));
            let plain = range && (pay.period.is_some() || glance || lead);
            if (words || section || plain || (glance && first.currency.is_some())) && enough(&pay) {
                pay.start += row.start;
                pay.end += row.start;
                out.push(pay);
            }
        }
    }
    out
}

/// Small letters, byte for byte as long as the text.
fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}

fn enough(pay: &Pay) -> bool {
    let most = pay.max.or(pay.min).unwrap_or(0);
    match pay.period {
        Some(period) => LEAST.iter().any(|(p, least)| *p == period && most >= *least),
        None => most >= LEAST_YEARLY,
    }
}

/// Whether two amounts are the ends of one range.
fn links(line: &str, first: &Amount, second: &Amount) -> bool {
    let between = &line[first.end..second.start];
    if between.len() > BETWEEN {
        return false;
    }
    let before = last_bytes(&line[..first.start], ANNOUNCED);
    let bare = between.trim_matches(|c: char| c.is_whitespace() || "*_`\\".contains(c));
    let bare = PERIODS.iter().fold(bare, |b, (words, _)| b.strip_prefix(words).unwrap_or(b).trim_start());
    let bare = ["usd", "eur", "gbp", "cad"].iter().fold(bare, |b, code| b.strip_prefix(code).unwrap_or(b).trim_start());
    if matches!(
        bare,
        "-" | "–"
            | "—"
            | "to"
            | "bis"
            | "à"
            | "a"
            | "tot"
            | "and"
            | "through"
            | "up to"
            | "‐"
            | "−"
            | "~"
            | "- up to"
            | "to:"
    ) {
        let spanned = bare != "and" || before.contains("between") || before.contains("range");
        return spanned;
    }
    if bare.is_empty() {
        return between.is_empty() && second.currency.is_some() && first.hundredths < second.hundredths;
    }
    let ranges = ["ranges from", "range from", "range is from", "between"].iter().any(|w| before.contains(w));
    ranges && (bare.ends_with("up to") || bare.ends_with(" to") || bare.starts_with("to "))
}

fn pay(line: &str, mut first: Amount, mut second: Option<Amount>) -> Option<Pay> {
    if let Some(last) = &mut second {
        if last.thousands && !first.thousands && first.hundredths < 1_000 * HUNDREDTHS {
            first.hundredths *= 1000;
            first.thousands = true;
        }
        if first.thousands && !last.thousands && last.hundredths < 1_000 * HUNDREDTHS {
            last.hundredths *= 1000;
        }
    }
    if first.large || second.is_some_and(|s| s.large) {
        return None;
    }
    let end = second.map_or(first.end, |s| s.end);
    let behind = near_behind(line, end);
    let before = near_before(line, first.start);
    let other = OTHER_BEHIND.iter().any(|w| starts_near(behind, w))
        || OTHER_BEFORE.iter().any(|w| before.trim_end().ends_with(w));
    // "Homeowners pay from $19,000 for a loop"
    let sentence = before.rsplit(['.', ';', '|', '!', '?']).next().unwrap_or(before);
    if other || PAYERS.iter().any(|payer| sentence.contains(payer)) {
        return None;
    }
    let currency = first.currency.or(second.and_then(|s| s.currency));
    let code = match (first.currency, second.and_then(|s| s.currency)) {
        // "$140,000 - $160,000 CAD": letters say more than the sign
        (Some("USD"), Some(other)) => Some(other),
        _ => currency,
    };
    let period = PERIODS
        .iter()
        .filter_map(|(words, period)| Some((find_near(behind, words)?, *period)))
        .min_by_key(|(at, _)| *at)
        .map(|(_, period)| period)
        .or_else(|| between_period(line, &first, second.as_ref()))
        .or_else(|| period_before(last_bytes(&line[..first.start], ANNOUNCED)));
    if currency.is_none() && !(first.thousands || first.hundredths >= LEAST_YEARLY) {
        return None;
    }
    let trimmed = before.trim_end();
    let from = FROM.iter().any(|w| trimmed.ends_with(w));
    let up_to = UP_TO.iter().any(|w| trimmed.ends_with(w));
    let and_up = behind.starts_with('+') || AND_UP.iter().any(|w| behind.trim_start().starts_with(w));
    let (min, max, open) = match second {
        Some(last) => (Some(first.hundredths), (!and_up).then_some(last.hundredths), and_up),
        None if up_to => (None, Some(first.hundredths), true),
        None if from || and_up => (Some(first.hundredths), None, true),
        None => (Some(first.hundredths), Some(first.hundredths), false),
    };
    let start = if open && (from || up_to) {
        let words = FROM.iter().chain(&UP_TO).filter(|w| trimmed.ends_with(**w)).map(|w| w.len()).max().unwrap_or(0);
        first.start - (before.len() - trimmed.len()) - words
    } else {
        first.start
    };
    Some(Pay { currency: code, min, max, period, open, start, end })
}

fn between_period(line: &str, first: &Amount, second: Option<&Amount>) -> Option<Period> {
    let between = &line[first.end..second?.start];
    PERIODS.iter().find(|(words, _)| between.contains(words)).map(|(_, period)| *period)
}

/// "Annual base salary: ..." says the period before the amount.
fn period_before(before: &str) -> Option<Period> {
    [
        ("annual", Period::Year),
        ("yearly", Period::Year),
        ("hourly", Period::Hour),
        ("monthly", Period::Month),
        ("daily rate", Period::Day),
    ]
    .iter()
    .filter_map(|(words, period)| Some((before.rfind(words)?, *period)))
    .max_by_key(|(at, _)| *at)
    .map(|(_, period)| period)
}

fn near_behind(line: &str, end: usize) -> &str {
    let mut last = (end + NEAR).min(line.len());
    while !line.is_char_boundary(last) {
        last -= 1;
    }
    &line[end..last]
}

fn near_before(line: &str, start: usize) -> &str {
    last_bytes(&line[..start], NEAR)
}

/// At most so many bytes from the end.
fn last_bytes(text: &str, most: usize) -> &str {
    let mut first = text.len().saturating_sub(most);
    while !text.is_char_boundary(first) {
        first += 1;
    }
    &text[first..]
}

/// Whether a word stands among the first two words behind an amount.
fn starts_near(behind: &str, word: &str) -> bool {
    let mut words = behind.trim_start_matches(|c: char| "*_`,)/ ".contains(c));
    if behind.trim_start().starts_with([',', ';', '.', '|']) {
        return false;
    }
    for _ in 0..3 {
        if words.starts_with(word) {
            return true;
        }
        match words.split_once([' ', '-']) {
            Some((skipped, _)) if skipped.ends_with([',', ';', '.', ')', '|', '+']) => return false,
            Some((_, rest)) => words = rest.trim_start(),
            None => return false,
        }
    }
    false
}

/// Where a period stands behind an amount, before anything ends the phrase.
fn find_near(behind: &str, words: &str) -> Option<usize> {
    let padded = format!("{behind} ");
    let at = padded.find(words)?;
    let clear = !padded[..at].contains(['.', ';', '|']) || padded[..at].trim_start_matches(['.', '0']).is_empty();
    clear.then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format};

    type Read = (Option<&'static str>, Option<u64>, Option<u64>, Option<Period>, bool);

    fn pays(text: &str) -> Vec<Read> {
        let text = Text::page(&Document::from_text(Format::Text, text.to_owned()));
        read(&text)
            .iter()
            .map(|p| (p.currency, p.min.map(|a| a / 100), p.max.map(|a| a / 100), p.period, p.open))
            .collect()
    }

    #[test]
    fn pay_is_read_in_all_its_dresses() {
        use Period::{Hour, Month, Year};
        let (usd, eur, gbp, cad) = (Some("USD"), Some("EUR"), Some("GBP"), Some("CAD"));
        let cases = [
            ("Salary: $120,000 - $150,000", usd, Some(120_000), Some(150_000), None, false),
            ("Salary: 120k–150k USD", usd, Some(120_000), Some(150_000), None, false),
            (
                "The pay for this role is USD 168,000 to 205,000 per year.",
                usd,
                Some(168_000),
                Some(205_000),
                Some(Year),
                false,
            ),
            ("Salary: CA$90,000 - CA$110,000 annually", cad, Some(90_000), Some(110_000), Some(Year), false),
            ("Salary: €60.000", eur, Some(60_000), Some(60_000), None, false),
            ("Salary £55k", gbp, Some(55_000), Some(55_000), None, false),
            ("Pay: $45/hr", usd, Some(45), Some(45), Some(Hour), false),
            ("Salary between $100,000 and $120,000 a year", usd, Some(100_000), Some(120_000), Some(Year), false),
            ("Gehalt: 70.000 bis 90.000 EUR pro Jahr", Some("EUR"), Some(70_000), Some(90_000), Some(Year), false),
            ("Salaire : 55 000 à 65 000 € par an", Some("EUR"), Some(55_000), Some(65_000), Some(Year), false),
            ("Salario: 40.000 - 50.000 € al año", Some("EUR"), Some(40_000), Some(50_000), Some(Year), false),
            ("Salary up to $150,000 per year", usd, None, Some(150_000), Some(Year), true),
            ("📍 Lisbon · 💶 €85–110k + 0.8–1.2%", eur, Some(85_000), Some(110_000), None, false),
            ("Salary: $150,000+", usd, Some(150_000), None, None, true),
            ("Starting salary from $90k per year", usd, Some(90_000), None, Some(Year), true),
            ("Competitive compensation package $120-$175K", usd, Some(120_000), Some(175_000), None, false),
            (
                "The base pay for this role ranges from $143,000 in our lowest geographic market up to $198,000",
                usd,
                Some(143_000),
                Some(198_000),
                None,
                false,
            ),
            (
                "compensation range is between $190k-$251,257k per year base salary",
                usd,
                Some(190_000),
                Some(251_257),
                Some(Year),
                false,
            ),
            ("a three-month internship paying $20-25/hr", usd, Some(20), Some(25), Some(Hour), false),
            ("Gehalt: 3.500 € per month salary", eur, Some(3_500), Some(3_500), Some(Month), false),
            ("base salary range is **$179,100-$218,550** , and", usd, Some(179_100), Some(218_550), None, false),
            ("The salary range is $125,000-$130,000/year.", usd, Some(125_000), Some(130_000), Some(Year), false),
            (
                "base pay ranges from $175,000/year up to $190,000/year",
                usd,
                Some(175_000),
                Some(190_000),
                Some(Year),
                false,
            ),
        ];
        for (text, currency, min, max, period, open) in cases {
            assert_eq!(pays(text), [(currency, min, max, period, open)], "{text}");
        }
    }

    #[test]
    fn other_money_is_no_pay() {
        for text in [
            "Benefits: 401(k) and 401k match",
            "We are a $5B company",
            "You own a $2M budget",
            "Backed by $30M from investors, and salaries to match",
            "A salary and a $5,000 signing bonus",
            "USD 2,000 a year for learning",
            "Product lines with revenues from $100M to $4B",
            "$50M+ ARR",
            "Offering $1,000 Referral Bonus on top of salary",
            "Founded in 2018, 250,000 users",
        ] {
            assert_eq!(pays(text), [], "{text}");
        }
    }
}
