//! What a posting states of what laws and readers ask for: pay, benefits, a last day, a way to apply and so on.
//!
//! Told by phrases (`stated.json`), by sections that have something in them, and by the data of a JobPosting. The rules
//! for what is missing and the matrix of laws both ask here, so that they never disagree.

use super::laws::Must;
use super::outline::{Kind, Section};
use super::pay::{self, Pay};
use super::text::Text;
use crate::lexicon::matcher::{Classes, Matcher};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct File {
    classes: Classes,
    known: BTreeMap<&'static str, Lists>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Lists {
    #[serde(rename = "match")]
    patterns: Vec<&'static str>,
    #[serde(default)]
    unless: Vec<&'static str>,
}

struct Known {
    classes: Classes,
    patterns: Vec<&'static str>,
    /// Name of each pattern's list, and whether it is an exception.
    uses: Vec<(&'static str, bool)>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let file: File =
        serde_json::from_str(include_str!("stated.json")).expect("compiled-in phrases are parsed by a test");
    let mut uses = Vec::new();
    let mut patterns: Vec<&str> = Vec::new();
    for (name, lists) in &file.known {
        for (list, exception) in [(&lists.patterns, false), (&lists.unless, true)] {
            for pattern in list {
                patterns.push(pattern);
                uses.push((*name, exception));
            }
        }
    }
    Known { classes: file.classes, patterns, uses }
});

/// Most words that an exception spans, gaps counted in.
const LONGEST: usize = 24;

/// What a posting states.
#[derive(Debug, Default)]
pub(super) struct Stated {
    /// Pay, in order.
    pub(super) pays: Vec<Pay>,
    /// Names of `stated.json` of which a phrase stands in the posting.
    found: BTreeSet<&'static str>,
}

/// Reads what a posting states.
pub(super) fn read(text: &Text) -> Stated {
    let mut found = BTreeSet::new();
    let matcher = Matcher::for_text(&KNOWN.classes, KNOWN.patterns.iter().copied(), &text.words);
    let hits = matcher.expect("compiled-in phrases are read by a test").find(&text.words);
    let exceptions: Vec<(&str, usize, usize)> =
        hits.iter().filter(|h| KNOWN.uses[h.pattern].1).map(|h| (KNOWN.uses[h.pattern].0, h.first, h.last)).collect();
    for hit in hits.iter().filter(|h| !KNOWN.uses[h.pattern].1) {
        let name = &KNOWN.uses[hit.pattern].0;
        // exceptions stand in the order of the text, and none is longer than a few words
        let from = exceptions.partition_point(|(_, first, _)| first + LONGEST < hit.first);
        let mut near = exceptions[from..].iter().take_while(|(_, first, _)| *first < hit.last);
        if found.contains(name) || near.any(|(n, _, last)| n == name && hit.first < *last) {
            continue;
        }
        found.insert(*name);
    }
    Stated { pays: pay::read(text), found }
}

impl Stated {
    /// Whether phrases of that name stand anywhere.
    pub(super) fn says(&self, name: &str) -> bool {
        self.found.contains(name)
    }

    /// Whether the posting states what a law asks for.
    pub(super) fn meets(&self, must: Must, text: &Text) -> bool {
        let job = |key: &str| text.jobs.iter().any(|j| !j.value[key].is_null());
        match must {
            Must::Range => !self.pays.is_empty() || job("baseSalary"),
            Must::ClosedRange => (!self.pays.is_empty() || job("baseSalary")) && self.pays.iter().all(|p| !p.open),
            Must::Benefits => self.says("benefits") || filled(text, Section::Benefits) || job("jobBenefits"),
            Must::OtherPay => self.says("other_pay") || job("incentiveCompensation"),
            Must::Deadline => self.says("deadline") || job("validThrough"),
            Must::HowToApply => {
                // a page on the web has its button; a mail address or a link of a section will do
                self.says("apply")
                    || filled(text, Section::Apply)
                    || job("applicationContact")
                    || job("url")
                    || job("directApply")
                    || mail(text)
            }
            Must::Vacancy => self.says("vacancy"),
        }
    }
}

/// Items under a heading of benefits from which it says more than "great benefits".
const SOME: usize = 2;

/// Whether a section has something to say.
fn filled(text: &Text, section: Section) -> bool {
    let rows = || text.section(section).filter(|r| matches!(r.kind, Kind::Item | Kind::Paragraph));
    match section {
        Section::Benefits => rows().filter(|r| r.kind == Kind::Item).count() >= SOME,
        _ => rows().next().is_some(),
    }
}

fn mail(text: &Text) -> bool {
    text.text.match_indices('@').any(|(at, _)| {
        let before = text.text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = text.text[at + 1..].split_whitespace().next().unwrap_or_default();
        before && after.trim_end_matches('.').contains('.') && after.starts_with(|c: char| c.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_phrases_can_be_read() {
        assert_eq!(Matcher::new(&KNOWN.classes, KNOWN.patterns.iter().copied()).err(), None);
    }
}
