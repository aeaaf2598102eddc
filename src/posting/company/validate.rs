//! What a company file must hold to: days that exist, ends of a range in order, codes that are codes.
//!
//! Only what would make the posting wrong is refused. What it lacks is for the reader of the posting, or for lint.

use super::Company;
use crate::error::{Result, nearest};
use crate::posting::places;
use crate::role::data::{line_of_key, wrong};
use jiff::civil::Date;

/// Words for a posting without a last day.
pub(crate) const OPEN: &str = "open until filled";
/// Letters of a currency code.
const CURRENCY_LETTERS: usize = 3;

/// Where a company file is looked at, for messages.
struct At<'a> {
    json: &'a str,
    file: &'a str,
}

impl At<'_> {
    fn fail(&self, path: &[&str], message: String, help: &str) -> Result<()> {
        Err(wrong(self.file, line_of_key(self.json, path), format!("`{}`: {message}", path.join(".")), help))
    }
}

/// Refuses the first fault.
pub(super) fn validate(company: &Company, json: &str, file: &str) -> Result<()> {
    let at = At { json, file };
    if company.name.is_empty() {
        at.fail(&["name"], "it is empty".into(), "give the company's name")?;
    }
    days(company, &at)?;
    pay(company, &at)?;
    places_exist(company, &at)?;
    if company.openings == Some(0) {
        at.fail(&["openings"], "found 0, expected at least 1".into(), "leave it out or give the number of people")?;
    }
    if let Some(email) = company.apply.as_ref().and_then(|a| a.email.as_deref())
        && !is_mail_address(email)
    {
        at.fail(&["apply", "email"], format!("`{email}` is no mail address"), "write it like jobs@example.com")?;
    }
    if company.interview.iter().any(|s| s.step.is_empty()) {
        at.fail(&["interview"], "a step is empty".into(), "say what happens in each step")?;
    }
    if let Some(added) = company.requirements.add.iter().find(|a| a.id.is_empty() || a.text.is_empty()) {
        let message = format!("`{}{}` needs both `id` and `text`", added.id, added.text);
        at.fail(&["requirements", "add"], message, "give the requirement a short id and a text")?;
    }
    Ok(())
}

fn days(company: &Company, at: &At) -> Result<()> {
    let posted = day(company.posted.as_deref(), "posted", at)?;
    let deadline = match company.deadline.as_deref() {
        Some(words) if is_open(words) => None,
        other => day(other, "deadline", at)?,
    };
    if let (Some(posted), Some(deadline)) = (posted, deadline)
        && deadline <= posted
    {
        let message = format!("{deadline} is not after `posted`, {posted}");
        at.fail(&["deadline"], message, "give a later day or \"open until filled\"")?;
    }
    Ok(())
}

/// Whether a deadline says that there is none.
pub(crate) fn is_open(words: &str) -> bool {
    words.eq_ignore_ascii_case(OPEN)
}

fn day(value: Option<&str>, key: &str, at: &At) -> Result<Option<Date>> {
    let Some(value) = value else { return Ok(None) };
    match value.parse::<Date>() {
        Ok(date) if date.to_string() == value => Ok(Some(date)),
        _ => {
            let help = match key {
                "deadline" => "write a day that exists as YYYY-MM-DD, or \"open until filled\"",
                _ => "write a day that exists as YYYY-MM-DD",
            };
            at.fail(&[key], format!("`{value}` is no day"), help).map(|()| None)
        }
    }
}

fn pay(company: &Company, at: &At) -> Result<()> {
    let Some(pay) = &company.pay else { return Ok(()) };
    if let Some(currency) = &pay.currency
        && (currency.len() != CURRENCY_LETTERS || !currency.bytes().all(|b| b.is_ascii_uppercase()))
    {
        let message = format!("`{currency}` is no currency code");
        at.fail(&["pay", "currency"], message, "write three capital letters such as USD, EUR or CAD")?;
    }
    for (key, amount) in [("min", pay.min), ("max", pay.max)] {
        if amount.is_some_and(|a| !a.is_finite() || a <= 0.0) {
            at.fail(&["pay", key], "the amount is not above 0".into(), "write the amount in full, without signs")?;
        }
    }
    if let (Some(min), Some(max)) = (pay.min, pay.max)
        && min > max
    {
        at.fail(&["pay", "min"], format!("{min} is above `max`, {max}"), "swap them or correct one")?;
    }
    Ok(())
}

fn places_exist(company: &Company, at: &At) -> Result<()> {
    for location in &company.locations {
        if let Some(country) = &location.country {
            country_exists(country, &["locations", "country"], at)?;
        }
        let Some(region) = location.region.as_deref().filter(|r| places::looks_like_region_code(r)) else { continue };
        let fits = location.country.as_deref().is_none_or(|c| region.starts_with(c));
        if !places::region_code_is_known(region) || !fits {
            let message = format!("`{region}` is no region of this country");
            at.fail(&["locations", "region"], message, "write its ISO 3166-2 code, such as US-CO, or its name")?;
        }
    }
    for code in &company.remote_from {
        if !places::area_is_known(code) {
            let message = format!("`{code}` is no country or region code");
            at.fail(&["remote_from"], message, "write codes such as US, US-CO, CA-ON or EU")?;
        }
    }
    Ok(())
}

fn country_exists(code: &str, path: &[&str], at: &At) -> Result<()> {
    if places::country(code).is_some() {
        return Ok(());
    }
    let codes = places::country_codes();
    let by_name = codes.iter().find(|c| places::country(c).is_some_and(|name| name.eq_ignore_ascii_case(code)));
    let help = match by_name.copied().or_else(|| nearest(code, &codes)) {
        Some(near) => format!("did you mean `{near}`? a country is written as two capital letters"),
        None => "write two capital letters of ISO 3166, such as US, CA or DE".to_owned(),
    };
    at.fail(path, format!("`{code}` is no country code"), &help)
}

fn is_mail_address(text: &str) -> bool {
    let parts = text.split_once('@');
    let plain = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    parts.is_some_and(|(name, host)| {
        !name.is_empty()
            && name.chars().all(plain)
            && host.contains('.')
            && host.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
    })
}
