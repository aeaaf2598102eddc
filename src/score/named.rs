//! Which jobs name what years are asked of: "3+ years of Kubernetes" counts the dated jobs whose title or text names it,
//! since a resume dates jobs and nothing smaller.

use super::Facts;
use super::reading::Finding;
use super::years::is_work;
use crate::role::Requirement;
use std::collections::BTreeMap;

/// Where a resume names a subject.
pub(super) struct Named<'a> {
    /// The first place in each experience entry, by its index.
    entries: BTreeMap<usize, &'a Finding>,
    /// Whether it is named outside them, as in a list of skills.
    elsewhere: bool,
}

impl<'a> Named<'a> {
    /// The places of what a requirement is about: the concepts that it names, and its own phrases.
    pub(super) fn of(
        facts: &'a Facts<'_>,
        requirement: &Requirement,
        phrases: impl Iterator<Item = &'a Finding>,
    ) -> Named<'a> {
        let concepts: Vec<usize> = requirement.terms.iter().filter_map(|t| facts.lexicon.concept(t)).collect();
        let known = facts.findings.iter().filter(|f| concepts.contains(&f.concept));
        let mut named = Named { entries: BTreeMap::new(), elsewhere: false };
        for finding in known.chain(phrases) {
            match finding.entry.filter(|e| is_work(&facts.resume.entries[*e])) {
                Some(entry) => {
                    let first = named.entries.entry(entry).or_insert(finding);
                    if finding.first < first.first {
                        *first = finding;
                    }
                }
                None => named.elsewhere = true,
            }
        }
        named
    }

    /// Whether it is named, but in no experience entry, so that nobody can tell for how long.
    pub(super) fn is_claim(&self) -> bool {
        self.entries.is_empty() && self.elsewhere
    }

    /// The first place in an experience entry that names it.
    pub(super) fn in_entry(&self, entry: usize) -> Option<&'a Finding> {
        self.entries.get(&entry).copied()
    }
}
