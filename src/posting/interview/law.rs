//! Which places ask a posting for what, as far as the interview needs it to say why it asks.
//!
//! It is a list of places and topics and nothing more; whoever begins an interview hands it in, so that it can come
//! from wherever the laws themselves are kept.

use super::DATA;
use crate::posting::company::{Company, Workplace};
use crate::posting::places;
use jiff::civil::Date;

/// What one place asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    /// Country or region by its code.
    pub place: String,
    /// A city in it, where only the city asks.
    pub city: Option<String>,
    /// First day in force.
    pub from: Date,
    /// Fewest people of a company that it covers.
    pub employees: u32,
    /// What it asks for: `pay`, `other`, `commission`, `benefits`, `deadline`, `apply`, `screening`, `vacancy`.
    pub asks: Vec<String>,
}

/// Places that are named before the rest is counted.
const NAMED: usize = 2;

/// Who asks for a topic, in half a line; nothing where nobody does.
pub(super) fn asking(laws: &[Law], topic: &str, company: &Company, today: Date) -> Option<String> {
    let asks = |law: &Law| {
        let topic_asked = law.asks.iter().any(|a| a == topic || topic == "commission" && a == "other");
        let large = company.employees.is_none_or(|n| n >= law.employees);
        topic_asked && large && law.from <= today && hires_in(law, company)
    };
    let mut names: Vec<String> = laws.iter().filter(|law| asks(law)).map(name).collect();
    names.dedup();
    let who = match names.as_slice() {
        [] => return None,
        [one] => format!("{one} asks for"),
        [first, second] => format!("{first} and {second} ask for"),
        [first, second, rest @ ..] => format!("{first}, {second} and {} more ask for", rest.len() + 2 - NAMED),
    };
    Some(format!("{who} {}", DATA.topics.get(topic)?))
}

fn name(law: &Law) -> String {
    match (&law.city, places::country(&law.place)) {
        (Some(city), _) => city.clone(),
        (None, Some(country)) => country.to_owned(),
        (None, None) => places::region_name(&law.place).to_owned(),
    }
}

/// Whether a company's city is that of a law: "New York" is New York City.
fn is_same_city(own: &str, law: &str) -> bool {
    [Some(law), law.strip_suffix(" City")].into_iter().flatten().any(|name| own.eq_ignore_ascii_case(name))
}

/// Whether the company has a site in the place, or takes remote people who live there.
fn hires_in(law: &Law, company: &Company) -> bool {
    let site = company.locations.iter().any(|l| {
        let here = [&l.region, &l.country].into_iter().flatten().any(|code| *code == law.place);
        let city = law.city.as_ref().is_none_or(|c| l.city.as_ref().is_some_and(|own| is_same_city(own, c)));
        here && city
    });
    let covers = |area: &String| {
        let land = law.place.split('-').next().unwrap_or_default();
        *area == law.place || area == land || area == "EU" && !law.place.contains('-')
    };
    let remote = company.workplace != Some(Workplace::Onsite) && company.remote_from.iter().any(covers);
    site || remote && law.city.is_none()
}
