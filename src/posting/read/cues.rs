//! Words by which an item of a posting is about a known concept.
//!
//! A cue only says what an item asks for; what a resume must show for it is the lexicon's business.

use crate::role::{self, Kind, Requirement};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use std::sync::LazyLock;

/// Concept ids with their cues, in the order of the file: the order decides where two begin at the same place.
static CUES: LazyLock<Cues> =
    LazyLock::new(|| serde_json::from_str(include_str!("cues.json")).expect("compiled-in cues are parsed by a test"));

struct Cues(Vec<(String, Vec<String>)>);

impl<'de> Deserialize<'de> for Cues {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Cues, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Cues;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("concepts with cues")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cues, A::Error> {
                let mut all = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    all.push(entry);
                }
                Ok(Cues(all))
            }
        }
        from.deserialize_map(InOrder)
    }
}

/// A cue found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// The concept.
    pub(super) concept: &'static str,
    /// Byte offsets in the text with small letters.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The concepts that a text speaks of, in the order of its words. Where cues overlap the longer one counts:
/// "stakeholder communication" is not communication in general.
pub(super) fn concepts(text: &str) -> Vec<Hit> {
    let lower = text.to_lowercase();
    let mut hits: Vec<Hit> = Vec::new();
    for (concept, cues) in &CUES.0 {
        for cue in cues {
            for (at, _) in lower.match_indices(cue.as_str()) {
                // a cue stands for its plural too
                let plural = usize::from(lower[at + cue.len()..].starts_with('s'));
                if let Some(length) = [cue.len() + plural, cue.len()].into_iter().find(|l| is_word(&lower, at, *l)) {
                    hits.push(Hit { concept, start: at, end: at + length });
                }
            }
        }
    }
    hits.sort_by_key(|h| (std::cmp::Reverse(h.end - h.start), h.start));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        let overlaps = kept.iter().any(|k| hit.start < k.end && k.start < hit.end);
        if !overlaps {
            kept.push(hit);
        }
    }
    kept.sort_by_key(|h| h.start);
    kept
}

/// Whether what stands at a place is a word of its own.
pub(super) fn is_word(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let behind = text[at + length..].chars().next();
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
    !part(before) && !part(behind)
}

/// The built-in roles' requirements, those of the role `first` before the others.
fn requirements(first: &str) -> impl Iterator<Item = &'static Requirement> {
    let own = role::all().iter().filter(move |r| r.id == first);
    let others = role::all().iter().filter(move |r| r.id != first);
    own.chain(others).flat_map(|r| &r.requirements)
}

/// The kind of the requirement with this id.
pub(super) fn known_kind(id: &str) -> Option<Kind> {
    requirements("").find(|r| r.id == id).map(|r| r.kind)
}

/// The requirement of a built-in role that a posting of ours printed as this text, years and all; that of the role
/// `first` before the others.
pub(super) fn printed(text: &str, first: &str) -> Option<Requirement> {
    let seen = normal(text);
    for known in requirements(first) {
        let mut requirement = known.clone();
        let own = normal(&requirement.text);
        if own == seen {
            return Some(requirement);
        }
        if let (Some(_), Some(years)) = (requirement.years, first_number(text))
            && own.replace(|c: char| c.is_ascii_digit(), "") == seen.replace(|c: char| c.is_ascii_digit(), "")
        {
            requirement.years = Some(years);
            requirement.text = text.to_owned();
            return Some(requirement);
        }
        if requirement.equivalent_experience && own.strip_suffix("orequivalentexperience") == Some(seen.as_str()) {
            requirement.equivalent_experience = false;
            requirement.text = text.to_owned();
            return Some(requirement);
        }
    }
    None
}

/// Letters and digits only, small: marks, wraps and quotes of any format fall away.
fn normal(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn first_number(text: &str) -> Option<u32> {
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<&'static str> {
        concepts(text).into_iter().map(|h| h.concept).collect()
    }

    #[test]
    fn concepts_stand_in_order_and_longer_cues_win() {
        assert_eq!(ids("Excellent written and verbal communication"), ["communication", "communication"]);
        assert_eq!(
            ids("Agile, data analysis and stakeholder management"),
            ["agile-delivery", "data-analysis", "stakeholder-communication"]
        );
        assert_eq!(ids("A fragile squad"), Vec::<&str>::new());
    }

    #[test]
    fn what_we_print_is_what_we_know() {
        for name in role::names() {
            for r in role::builtin(name).unwrap().requirements {
                assert_eq!(printed(&format!("  {} ", r.text.to_uppercase()), name).map(|p| p.id), Some(r.id));
            }
        }
        let more = printed("At least 12 years in product management", "senior").unwrap();
        assert_eq!((more.id.as_str(), more.years), ("product-years", Some(12)));
    }

    #[test]
    fn every_concept_with_cues_is_a_requirement_of_ours() {
        for (concept, _) in &CUES.0 {
            assert!(known_kind(concept).is_some(), "{concept}");
        }
    }
}
