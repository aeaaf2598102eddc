//! Codes of countries and regions (ISO 3166) and their names, so that a posting prints "Colorado" for `US-CO`.
//!
//! Regions have names only for the United States and Canada, whose pay laws go by them; any other region is
//! printed as the company wrote it.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A region that is no country but may stand for one.
const EUROPEAN_UNION: &str = "EU";

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Places {
    countries: BTreeMap<&'static str, &'static str>,
    subdivisions: BTreeMap<&'static str, &'static str>,
}

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    serde_json::from_str(include_str!("places.json")).expect("compiled-in places are parsed by a test")
});

/// The name of a country by its two-letter code.
pub(crate) fn country(code: &str) -> Option<&'static str> {
    PLACES.countries.get(code).copied()
}

/// All country codes.
pub(crate) fn country_codes() -> Vec<&'static str> {
    PLACES.countries.keys().copied().collect()
}

/// Codes and names of all regions that have a name.
pub(crate) fn regions() -> impl Iterator<Item = (&'static str, &'static str)> {
    PLACES.subdivisions.iter().map(|(code, name)| (*code, *name))
}

/// Whether a code in the shape of ISO 3166-2 (`US-CO`) can be right: its country exists, and where we know all
/// regions of the country, this is one of them.
pub(crate) fn region_code_is_known(code: &str) -> bool {
    let Some((land, _)) = code.split_once('-') else { return false };
    let complete =
        PLACES.subdivisions.keys().any(|k| k.starts_with(land) && k.as_bytes().get(land.len()) == Some(&b'-'));
    country(land).is_some() && (!complete || PLACES.subdivisions.contains_key(code))
}

/// Whether a text has the shape of an ISO 3166-2 code.
pub(crate) fn looks_like_region_code(text: &str) -> bool {
    let shape = |(land, part): (&str, &str)| {
        land.len() == 2
            && land.bytes().all(|b| b.is_ascii_uppercase())
            && (1..=3).contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    text.split_once('-').is_some_and(shape)
}

/// A region as a person reads it: `US-CO` is "Colorado", anything unknown stays as it is.
pub(crate) fn region_name(region: &str) -> &str {
    known_region(region).unwrap_or(region)
}

/// The name of a region by its whole code, where we know it.
pub(crate) fn known_region(code: &str) -> Option<&'static str> {
    PLACES.subdivisions.get(code).copied()
}

/// Codes of the regions whose names we know.
pub(crate) fn region_codes() -> Vec<&'static str> {
    PLACES.subdivisions.keys().copied().collect()
}

/// A country, region or union by its code as a person reads it: `US`, `CA-ON`, `EU`.
pub(crate) fn area_name(code: &str) -> String {
    if code == EUROPEAN_UNION {
        return "European Union".into();
    }
    match (country(code), code.split_once('-')) {
        (Some(name), _) => name.into(),
        (None, Some((land, _))) => format!("{}, {}", region_name(code), country(land).unwrap_or(land)),
        (None, None) => code.into(),
    }
}

/// Whether a code names a country, a region or the European Union.
pub(crate) fn area_is_known(code: &str) -> bool {
    code == EUROPEAN_UNION || country(code).is_some() || (looks_like_region_code(code) && region_code_is_known(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_names() {
        assert_eq!(area_name("US"), "United States");
        assert_eq!(area_name("CA-ON"), "Ontario, Canada");
        assert_eq!(area_name("DE-BY"), "DE-BY, Germany");
        assert!(area_is_known("EU") && area_is_known("DE-BY") && area_is_known("US-CO"));
        assert!(!area_is_known("US-XX") && !area_is_known("XX") && !area_is_known("Colorado"));
    }
}
