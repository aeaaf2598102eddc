//! Figures, days and places in words, the same in every format.

use super::Link;
use super::company::{EmploymentType, Location, Pay, Period, Workplace};
use super::places;
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Digits of a group in an amount.
const GROUP: usize = 3;
/// Minutes of an hour.
const HOUR: u32 = 60;
/// Words that a manager's title begins with, so that a sentence needs "the" before it.
const TITLE_WORDS: [&str; 20] = [
    "chief",
    "director",
    "head",
    "vp",
    "vice",
    "svp",
    "evp",
    "ceo",
    "cpo",
    "cto",
    "coo",
    "lead",
    "senior",
    "group",
    "principal",
    "general",
    "managing",
    "product",
    "executive",
    "founder",
];

/// A day as a person reads it, the same on both sides of the Atlantic.
pub(super) fn day(date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()) - 1;
    format!("{} {} {}", date.day(), MONTHS[month], date.year())
}

/// "USD 168,000 to 205,000 per year"; nothing where there is no amount.
pub(super) fn pay(pay: &Pay) -> Option<String> {
    let currency = pay.currency.as_ref().map(|c| format!("{c} ")).unwrap_or_default();
    let cents = [pay.min, pay.max].iter().flatten().any(|a| a.fract() != 0.0);
    let amount = |a: f64| amount(a, cents);
    let range = match (pay.min, pay.max) {
        (Some(min), Some(max)) if min == max => format!("{currency}{}", amount(min)),
        (Some(min), Some(max)) => format!("{currency}{} to {}", amount(min), amount(max)),
        (Some(min), None) => format!("from {currency}{}", amount(min)),
        (None, Some(max)) => format!("up to {currency}{}", amount(max)),
        (None, None) => return None,
    };
    let period = pay.period.map(|p| format!(" per {}", period(p))).unwrap_or_default();
    Some(format!("{range}{period}"))
}

fn period(period: Period) -> &'static str {
    match period {
        Period::Year => "year",
        Period::Month => "month",
        Period::Week => "week",
        Period::Day => "day",
        Period::Hour => "hour",
    }
}

/// An amount in full, digits in groups.
fn amount(amount: f64, cents: bool) -> String {
    let text = if cents { format!("{amount:.2}") } else { format!("{amount:.0}") };
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), String::new()), |(w, r)| (w, format!(".{r}")));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(GROUP) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + &rest
}

/// A site as a person reads it; nothing where nothing is known of it.
pub(super) fn site(location: &Location) -> Option<String> {
    let country = location.country.as_deref().and_then(places::country);
    // "CO" beside a city is how an address is written; alone it is a code
    let code = location.country.as_deref().zip(location.region.as_deref()).map(|(land, part)| format!("{land}-{part}"));
    let named = code.filter(|_| location.city.is_none()).and_then(|code| places::known_region(&code));
    let region = named.or(location.region.as_deref().map(places::region_name));
    let parts: Vec<&str> = [location.city.as_deref(), region, country].into_iter().flatten().collect();
    if parts.is_empty() { None } else { Some(parts.join(", ")) }
}

/// "A", "A and B", "A, B and C"; with semicolons where an item has a comma.
pub(super) fn listed(items: &[String], last: &str) -> String {
    let comma = if items.iter().any(|i| i.contains(',')) { "; " } else { ", " };
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., end] if comma == "; " => format!("{}; {last} {end}", most.join(comma)),
        [most @ .., end] => format!("{} {last} {end}", most.join(comma)),
    }
}

/// What ends a sentence, also in Chinese and Japanese, Arabic, Urdu and Hindi.
const ENDS: [char; 10] = ['.', '!', '?', ':', '。', '！', '？', '؟', '۔', '।'];

/// A text that ends like a sentence.
pub(super) fn sentence(text: &str) -> String {
    let closed = text.trim_end_matches(['"', '\'', ')', '\u{201d}', '\u{2019}', '」', '）']).ends_with(ENDS);
    if closed { text.to_owned() } else { format!("{text}.") }
}

/// A manager's title with the article that a sentence needs; a name stays as it is.
pub(super) fn manager(title: &str) -> String {
    let first = title.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_title = TITLE_WORDS.contains(&first.trim_matches(|c: char| !c.is_alphanumeric()));
    if is_title && !title.contains(',') { format!("the {title}") } else { title.to_owned() }
}

/// "30 minutes", "1 hour", "1 hour 30 minutes".
pub(super) fn minutes(minutes: u32) -> String {
    let some = |n: u32, unit: &str| match n {
        0 => String::new(),
        1 => format!("1 {unit}"),
        n => format!("{n} {unit}s"),
    };
    let (hours, rest) = (minutes / HOUR, minutes % HOUR);
    [some(hours, "hour"), some(rest, "minute")].iter().filter(|s| !s.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// Kind of employment in words.
pub(super) fn employment(kind: EmploymentType) -> &'static str {
    match kind {
        EmploymentType::FullTime => "Full time",
        EmploymentType::PartTime => "Part time",
        EmploymentType::Contractor => "Contractor",
        EmploymentType::Temporary => "Temporary",
        EmploymentType::Intern => "Internship",
        EmploymentType::Volunteer => "Volunteer",
        EmploymentType::PerDiem => "Per diem",
        EmploymentType::Other => "Other",
    }
}

/// Where the work is done, in a word.
pub(super) fn workplace(workplace: Workplace) -> &'static str {
    match workplace {
        Workplace::Onsite => "On site",
        Workplace::Hybrid => "Hybrid",
        Workplace::Remote => "Remote",
    }
}

/// An address; it may be followed only if its scheme is harmless and it has no blank or quote in it.
pub(super) fn link(address: &str) -> Link {
    let lower = address.to_ascii_lowercase();
    let harmless = ["http://", "https://", "mailto:"].iter().any(|s| lower.starts_with(s) && lower.len() > s.len());
    let plain = !address.contains(|c: char| c.is_whitespace() || "\"'<>\\`{}|^".contains(c));
    Link { text: address.to_owned(), href: (harmless && plain).then(|| address.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_reads_in_full() {
        let of = |min, max, period| pay(&Pay { currency: Some("USD".into()), min, max, period, ..Pay::default() });
        assert_eq!(of(Some(168000.0), Some(205000.0), Some(Period::Year)).unwrap(), "USD 168,000 to 205,000 per year");
        assert_eq!(of(Some(45.5), Some(60.0), Some(Period::Hour)).unwrap(), "USD 45.50 to 60.00 per hour");
        assert_eq!(of(Some(900.0), Some(900.0), Some(Period::Day)).unwrap(), "USD 900 per day");
        assert_eq!(of(None, None, Some(Period::Day)), None);
    }

    #[test]
    fn days_times_and_lists_read_as_words() {
        assert_eq!(day("2027-01-05".parse().unwrap()), "5 January 2027");
        assert_eq!([minutes(30), minutes(60), minutes(225)], ["30 minutes", "1 hour", "3 hours 45 minutes"]);
        let list = |items: &[&str]| listed(&items.iter().map(|s| s.to_string()).collect::<Vec<_>>(), "or");
        assert_eq!(list(&["A", "B", "C"]), "A, B or C");
        assert_eq!(list(&["Ontario, Canada", "US"]), "Ontario, Canada; or US");
        assert_eq!(manager("Chief Product Officer"), "the Chief Product Officer");
        assert_eq!(manager("Dana Wu, CPO"), "Dana Wu, CPO");
    }

    #[test]
    fn only_harmless_links_lead_somewhere() {
        for good in ["https://a.example/x?y=1", "HTTP://a.example", "mailto:a@b.example"] {
            assert!(link(good).href.is_some(), "{good}");
        }
        for bad in ["javascript:alert(1)", "data:text/html,x", "https://a\"b", "//a.example", "https://", "ftp://a"] {
            assert!(link(bad).href.is_none(), "{bad}");
        }
    }
}
