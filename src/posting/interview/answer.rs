//! Words that a person types become values of a company file. What could mean two things is asked again, never guessed.

use super::{Complaint, Kind, Question};
use crate::error::suggest;
use crate::posting::places;
use serde_json::{Map, Value, json};

/// The value of an answer.
pub(super) fn understand(question: &Question, words: &str) -> Result<Value, Complaint> {
    match question.kind {
        Kind::Text | Kind::List => Ok(Value::from(words)),
        Kind::Day => Ok(Value::from(words.to_lowercase())),
        Kind::Currency => Ok(Value::from(words.to_uppercase())),
        Kind::Amount => amount(words),
        Kind::Count => count(words),
        Kind::Choice => choice(words, &question.options),
        Kind::YesNo => match words.to_lowercase().as_str() {
            "y" | "yes" => Ok(Value::from(true)),
            "n" | "no" => Ok(Value::from(false)),
            _ => complain(format!("`{words}` is neither yes nor no"), "type y or n"),
        },
        Kind::Sites => site(words),
        Kind::Steps => Ok(step(words)),
        Kind::Areas => words.split([',', ';']).map(str::trim).filter(|w| !w.is_empty()).map(area).collect(),
    }
}

fn complain<T>(message: String, help: impl Into<String>) -> Result<T, Complaint> {
    Err(Complaint { message, help: help.into() })
}

/// Digits behind a comma or point that separate thousands.
const GROUP: usize = 3;
/// What `k` stands for.
const THOUSAND: f64 = 1000.0;

/// An amount: 168000, 168,000, 168k, 45.50. One that has a point where thousands end could be either.
fn amount(words: &str) -> Result<Value, Complaint> {
    let plain: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-');
    let (digits, times) = match plain.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, THOUSAND),
        None => (plain, 1.0),
    };
    let help = "write the amount in full, such as 168000 or 45.50";
    let groups: Vec<&str> = digits.split(',').collect();
    let whole_groups = groups.iter().skip(1).all(|g| g.split('.').next().is_some_and(|g| g.len() == GROUP));
    if let Some((_, behind)) = digits.split_once('.')
        && behind.len() == GROUP
        && times == 1.0
    {
        return complain(format!("`{words}` could mean two amounts"), help);
    }
    match digits.replace(',', "").parse::<f64>() {
        Ok(amount) if whole_groups && amount.is_finite() => {
            let amount = amount * times;
            let whole = amount.fract() == 0.0 && amount.abs() < f64::from(u32::MAX);
            Ok(if whole { Value::from(amount as i64) } else { json!(amount) })
        }
        _ => complain(format!("`{words}` is no amount"), help),
    }
}

fn count(words: &str) -> Result<Value, Complaint> {
    match words.replace(',', "").parse::<u32>() {
        Ok(number) => Ok(Value::from(number)),
        Err(_) => complain(format!("`{words}` is no whole number"), "write it in digits, such as 26"),
    }
}

/// One of the options, by its name or by its beginning.
fn choice(words: &str, options: &[String]) -> Result<Value, Complaint> {
    let bare = |text: &str| text.to_lowercase().replace([' ', '-', '_'], "");
    let fits = |exact: bool| -> Vec<&String> {
        let of = |o: &&String| if exact { bare(o) == bare(words) } else { bare(o).starts_with(&bare(words)) };
        options.iter().filter(of).collect()
    };
    for found in [fits(true), fits(false)] {
        if let [one] = found.as_slice() {
            return Ok(Value::from(one.as_str()));
        }
    }
    complain(format!("`{words}` is none of the choices"), suggest(words, options))
}

/// A step and, behind the last comma, its minutes.
fn step(words: &str) -> Value {
    let timed = words.rsplit_once(',').and_then(|(step, time)| {
        let number = time.trim().trim_end_matches(|c: char| c.is_alphabetic() || c == '.').trim();
        Some((step.trim(), number.parse::<u32>().ok()?))
    });
    match timed {
        Some((step, minutes)) => json!({"step": step, "minutes": minutes}),
        None => json!({"step": words}),
    }
}

/// Short names that are no codes.
const ALSO_CALLED: [(&str, &str); 4] = [("usa", "US"), ("u.s.", "US"), ("uk", "GB"), ("great britain", "GB")];

/// The country that a text names.
fn country(text: &str) -> Option<&'static str> {
    let also = ALSO_CALLED.iter().find(|(name, _)| text.eq_ignore_ascii_case(name)).map(|(_, code)| *code);
    let is = |code: &&str| {
        code.eq_ignore_ascii_case(text) || places::country(code).is_some_and(|name| name.eq_ignore_ascii_case(text))
    };
    also.or_else(|| places::country_codes().into_iter().find(is))
}

/// The regions that a text names: by code, by name, or by the part of the code behind the country.
fn regions(text: &str, land: Option<&str>) -> Vec<&'static str> {
    let is = |code: &&str| {
        let (of, short) = code.split_once('-').unwrap_or((code, ""));
        let named = [code, short, places::region_name(code)].iter().any(|n| n.eq_ignore_ascii_case(text));
        named && land.is_none_or(|land| land == of)
    };
    places::region_codes().into_iter().filter(is).collect()
}

/// An area that remote people may live in. Two letters are a country's code, as in the company file.
fn area(text: &str) -> Result<Value, Complaint> {
    let code = text.to_uppercase();
    if places::area_is_known(&code) {
        return Ok(Value::from(code));
    }
    match (country(text), regions(text, None).as_slice()) {
        (Some(country), []) => Ok(Value::from(country)),
        (None, [region]) => Ok(Value::from(*region)),
        (None, []) => complain(
            format!("`{text}` is no place that rolefit knows"),
            "write names or codes, such as US, US-CO or Ontario",
        ),
        (country, regions) => {
            let codes: Vec<&str> = country.into_iter().chain(regions.iter().copied()).collect();
            complain(format!("`{text}` could be {}", codes.join(" or ")), "write the code that you mean")
        }
    }
}

/// A site: city, region and country, from the back; what stands before the city is the street.
fn site(words: &str) -> Result<Value, Complaint> {
    let parts: Vec<&str> = words.split(',').map(str::trim).filter(|p| !p.is_empty()).collect();
    let help = "write city, region and country, such as Denver, Colorado, US";
    let Some((last, before)) = parts.split_last() else { return complain("the site is empty".into(), help) };
    let mut site = Map::new();
    let (land, rest) = match (country(last), regions(last, None).as_slice(), before.is_empty()) {
        // With a region before it, the last part can only be the country.
        (Some(land), [], _) => (land, before),
        (Some(land), _, false) if before.len() > 1 => (land, before),
        (None, [region], _) => (region.split('-').next().unwrap_or_default(), parts.as_slice()),
        (None, [], _) => return complain(format!("`{last}` is no country that rolefit knows"), help),
        (land, regions, _) => {
            let all = land.and_then(places::country).into_iter().chain(regions.iter().map(|r| places::region_name(r)));
            let all: Vec<&str> = all.collect();
            return complain(format!("`{last}` could be {}", all.join(" or ")), help);
        }
    };
    let (place, region) = match rest.split_last() {
        Some((region, place)) if !place.is_empty() || !regions(region, Some(land)).is_empty() => (place, Some(*region)),
        _ => (rest, None),
    };
    if let Some((city, street)) = place.split_last() {
        site.insert("city".into(), Value::from(*city));
        if let Some(region) = region {
            named_region(&mut site, region, land);
        }
        site.insert("country".into(), Value::from(land));
        if let Some(code) = site.remove("postal_code") {
            site.insert("postal_code".into(), code);
        }
        if !street.is_empty() {
            site.insert("street".into(), Value::from(street.join(", ")));
        }
    } else {
        if let Some(region) = region {
            named_region(&mut site, region, land);
        }
        site.insert("country".into(), Value::from(land));
    }
    Ok(Value::Object(site))
}

/// The region by its code where we know it, and a postal code that stands behind it.
fn named_region(site: &mut Map<String, Value>, text: &str, land: &str) {
    if let [code] = regions(text, Some(land)).as_slice() {
        site.insert("region".into(), Value::from(*code));
        return;
    }
    let split = text.rsplit_once(' ').filter(|(_, code)| code.chars().any(|c| c.is_ascii_digit()));
    match split.map(|(name, postal)| (regions(name, Some(land)), postal)) {
        Some((found, postal)) if found.len() == 1 => {
            site.insert("region".into(), Value::from(found[0]));
            site.insert("postal_code".into(), Value::from(postal));
        }
        _ => drop(site.insert("region".into(), Value::from(text))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        for (words, value) in
            [("168000", "168000"), ("168,000", "168000"), ("$168k", "168000"), ("USD 45.50", "45.5"), ("1 200", "1200")]
        {
            assert_eq!(amount(words).unwrap().to_string(), value, "{words}");
        }
        for words in ["168.000", "16,80", "a lot", "", "1e999", "--3"] {
            assert!(amount(words).is_err(), "{words}");
        }
    }

    #[test]
    fn sites_read_from_the_back_and_ask_where_two_places_fit() {
        let read = |words: &str| match site(words) {
            Ok(value) => value.to_string(),
            Err(complaint) => complaint.message,
        };
        let cases = [
            ("Denver, Colorado, US", r#"{"city":"Denver","region":"US-CO","country":"US"}"#),
            ("Denver, CO, usa", r#"{"city":"Denver","region":"US-CO","country":"US"}"#),
            ("Denver, Colorado", r#"{"city":"Denver","region":"US-CO","country":"US"}"#),
            (
                "1 Main St, Denver, CO 80202, US",
                r#"{"city":"Denver","region":"US-CO","country":"US","postal_code":"80202","street":"1 Main St"}"#,
            ),
            ("Berlin, Germany", r#"{"city":"Berlin","country":"DE"}"#),
            ("Munich, Bavaria, Germany", r#"{"city":"Munich","region":"Bavaria","country":"DE"}"#),
            ("Toronto, Ontario", r#"{"city":"Toronto","region":"CA-ON","country":"CA"}"#),
            ("Ontario", r#"{"region":"CA-ON","country":"CA"}"#),
            ("Germany", r#"{"country":"DE"}"#),
            ("Denver, CO", "`CO` could be Colombia or Colorado"),
            ("Berlin, DE", "`DE` could be Germany or Delaware"),
            ("Tbilisi, Georgia", "`Georgia` could be Georgia or Georgia"),
            ("Denver", "`Denver` is no country that rolefit knows"),
            (",", "the site is empty"),
        ];
        for (words, expected) in cases {
            assert_eq!(read(words), expected, "{words}");
        }
    }

    #[test]
    fn steps_have_minutes_and_areas_have_codes() {
        assert_eq!(step("Call, with Ana, 30 min").to_string(), r#"{"step":"Call, with Ana","minutes":30}"#);
        assert_eq!(step("Call").to_string(), r#"{"step":"Call"}"#);
        assert_eq!(area("colorado").unwrap(), "US-CO");
        assert_eq!(area("us-wa").unwrap(), "US-WA");
        assert_eq!(area("Canada").unwrap(), "CA");
        assert_eq!(area("Georgia").unwrap_err().message, "`Georgia` could be GE or US-GA");
        assert!(area("Mars").is_err());
    }
}
