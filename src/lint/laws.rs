//! The laws about what a posting must state, as data with their days, sizes and sources.
//!
//! Facts of `laws.json` come mostly from summaries by law firms; each says when it was checked and how sure it is. A law
//! that was not verified is carried and never gives a finding. This is no legal advice.

use super::places::{Places, Reach};
use crate::posting::interview;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::LazyLock;

/// Where a fact was read.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name of the source.
    pub name: String,
    /// Public address of the law, where it is sure.
    #[serde(default)]
    pub url: Option<String>,
}

/// What a posting must state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Must {
    /// Pay or its range.
    Range,
    /// Both ends of the range.
    ClosedRange,
    /// Benefits.
    Benefits,
    /// Bonus, commission, equity.
    OtherPay,
    /// The last day to apply.
    Deadline,
    /// How to apply.
    HowToApply,
    /// Whether the vacancy exists.
    Vacancy,
}

/// How sure a law is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Status {
    /// In force from its day on.
    #[serde(rename = "in force")]
    InForce,
    /// Passed, for a later day.
    #[serde(rename = "future")]
    Future,
    /// Proposed and not adopted when read: at most a warning.
    #[serde(rename = "proposed")]
    Proposed,
    /// Not read; never a finding.
    #[serde(rename = "not verified")]
    NotVerified,
}

/// The widest range that counts as good faith.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// Percent of the least amount.
    #[serde(default)]
    pub percent: Option<u64>,
    /// Amount of the currency.
    #[serde(default)]
    pub amount: Option<u64>,
    /// Currency of the amount.
    #[serde(default)]
    pub currency: Option<String>,
    /// A range whose upper end is above this is free.
    #[serde(default)]
    pub unless_above: Option<u64>,
}

/// One law.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Law {
    pub id: String,
    /// Code of the place.
    pub place: String,
    pub jurisdiction: String,
    pub citation: String,
    /// First day; none for what is only proposed.
    #[serde(default, deserialize_with = "day")]
    pub effective_from: Option<Date>,
    /// Last day.
    #[serde(default, deserialize_with = "day")]
    pub effective_to: Option<Date>,
    /// Smallest employer that is covered.
    pub min_employees: u32,
    pub musts: Vec<Must>,
    /// What it asks for in some cases only, so that a company is asked about it and no posting fails by it:
    /// `commission`, `screening`.
    #[serde(default)]
    pub ask_about: Vec<String>,
    #[serde(default)]
    pub max_spread: Option<Spread>,
    /// `warning` where the law leaves another way than the posting.
    #[serde(default)]
    pub strength: Option<String>,
    /// The members of a union where it was read as in force.
    #[serde(default)]
    pub in_force_in: Vec<String>,
    #[serde(default)]
    pub remote: Option<String>,
    #[serde(default)]
    pub cure: Option<String>,
    pub source: Source,
    pub status: Status,
    pub checked_on: String,
    #[serde(default)]
    pub note: Option<String>,
}

/// A day as `YYYY-MM-DD`.
pub(super) fn day<'de, D: serde::Deserializer<'de>>(reader: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(reader)?;
    text.map(|t| t.parse().map_err(serde::de::Error::custom)).transpose()
}

static LAWS: LazyLock<Vec<Law>> =
    LazyLock::new(|| serde_json::from_str(include_str!("laws.json")).expect("compiled-in laws are parsed by a test"));

/// All laws, strictest first.
pub fn all() -> &'static [Law] {
    &LAWS
}

/// The laws as an interview needs them, by place: those that were read as passed. A city's code ends in a part of its own.
pub fn for_interview() -> Vec<interview::Law> {
    let topic = |must: &Must| match must {
        Must::Range | Must::ClosedRange => "pay",
        Must::Benefits => "benefits",
        Must::OtherPay => "other",
        Must::Deadline => "deadline",
        Must::HowToApply => "apply",
        Must::Vacancy => "vacancy",
    };
    let of = |law: &Law| {
        let from = law.effective_from?;
        let mut asks: Vec<String> =
            law.musts.iter().map(topic).map(str::to_owned).chain(law.ask_about.iter().cloned()).collect();
        // a range and both its ends are one question
        asks.dedup();
        let mut parts = law.place.split('-');
        let place: Vec<&str> = parts.by_ref().take(2).collect();
        let city = parts.next().and_then(|_| Some(law.jurisdiction.split(',').next()?.to_owned()));
        Some(interview::Law { place: place.join("-"), city, from, employees: law.min_employees, asks })
    };
    let passed = LAWS.iter().filter(|law| matches!(law.status, Status::InForce | Status::Future));
    passed
        .filter_map(|law| Some((law, of(law)?)))
        .flat_map(|(law, made)| match law.in_force_in.as_slice() {
            [] => vec![made],
            members => members.iter().map(|m| interview::Law { place: m.clone(), ..made.clone() }).collect(),
        })
        .collect()
}

/// A law that may hold for a posting.
#[derive(Debug, Clone)]
pub(super) struct Active {
    /// The law.
    pub(super) law: &'static Law,
    /// Whether the posting's place is sure to be in it.
    pub(super) sure: bool,
    /// Codes of the posting's places that it covers.
    pub(super) places: Vec<String>,
}

impl Active {
    /// Whether a breach is an error: in force, the place sure, and nothing but the posting will do.
    pub(super) fn strict(&self) -> bool {
        self.sure && self.law.status != Status::Proposed && self.law.strength.is_none()
    }

    /// Whether it asks for something.
    pub(super) fn asks(&self, must: Must) -> bool {
        self.law.musts.contains(&must)
    }
}

/// The laws of a day for places and a size; an unknown size counts as covered.
pub(super) fn active(places: &Places, as_of: Date, employees: Option<u32>) -> Vec<Active> {
    LAWS.iter()
        .filter(|law| match law.status {
            Status::NotVerified => false,
            Status::Proposed => true,
            Status::InForce | Status::Future => law.effective_from.is_some_and(|day| day <= as_of),
        })
        .filter(|law| law.effective_to.is_none_or(|day| as_of <= day))
        .filter(|law| employees.is_none_or(|n| n >= law.min_employees))
        .filter_map(|law| {
            let reach = places.reach(&law.place);
            let sure = reach == Reach::Sure;
            (reach > Reach::No).then(|| Active { law, sure, places: places.met(&law.place) })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_law_can_be_asked_about() {
        let laws = for_interview();
        assert!(laws.iter().all(interview::can_ask), "{laws:#?}");
        let colorado = laws.iter().find(|law| law.place == "US-CO").unwrap();
        assert_eq!(colorado.asks, ["pay", "benefits", "other", "deadline", "apply"]);
        assert!(laws.iter().any(|law| law.city.as_deref() == Some("Cleveland") && law.place == "US-OH"));
        assert!(laws.iter().any(|law| law.place == "LT") && laws.iter().all(|law| law.place != "EU"));
    }
}
