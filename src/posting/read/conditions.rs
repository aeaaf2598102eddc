//! What a posting asks for and no resume can show: conditions, traits, and words that ask for nothing at all.
//!
//! Conditions (a work permit, travel) are listed apart wherever they stand. Traits are listed apart where they are
//! all that an item says. What the company gives and what the law makes it print is dropped. The rules are data with
//! their reasons and examples; the examples run as a test.

use regex::{Regex, RegexSet};
use serde::Deserialize;
use std::sync::LazyLock;

/// What a rule says of the words that it meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RuleKind {
    /// Listed as not scored, wherever it stands.
    Condition,
    /// Listed as not scored, where an item says nothing else.
    Trait,
    /// Listed as not scored as a whole, where an item begins with it.
    Competency,
    /// Asks for nothing.
    Drop,
    /// Asks for nothing, unless it speaks of experience.
    Perk,
    /// Asks for nothing, unless it speaks of experience or sets a condition.
    Invitation,
}

/// One rule of `conditions.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    id: String,
    kind: RuleKind,
    #[allow(dead_code, reason = "says why for whoever edits the list")]
    reason: String,
    patterns: Vec<String>,
    #[allow(dead_code, reason = "run as a test")]
    examples: Vec<String>,
    #[allow(dead_code, reason = "run as a test")]
    others: Vec<String>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("conditions.json")).expect("compiled-in rules are parsed by a test")
});

fn set(kind: RuleKind) -> RegexSet {
    let patterns = RULES.iter().filter(|r| r.kind == kind).flat_map(|r| &r.patterns).map(|p| format!("(?i){p}"));
    RegexSet::new(patterns).expect("patterns are tried by a test")
}

static CONDITIONS: LazyLock<RegexSet> = LazyLock::new(|| set(RuleKind::Condition));
static TRAITS: LazyLock<RegexSet> = LazyLock::new(|| set(RuleKind::Trait));
static COMPETENCIES: LazyLock<RegexSet> = LazyLock::new(|| set(RuleKind::Competency));
static DROPPED: LazyLock<RegexSet> = LazyLock::new(|| set(RuleKind::Drop));

static PERKS: LazyLock<RegexSet> = LazyLock::new(|| set(RuleKind::Perk));
static INVITATIONS: LazyLock<RegexSet> = LazyLock::new(|| set(RuleKind::Invitation));
static SHOWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:experience|knowledge|understanding|familiar\w*|expertise|background in)\b")
        .expect("tried by a test")
});

/// Whether a text sets a condition that no resume shows.
pub(super) fn is_condition(text: &str) -> bool {
    CONDITIONS.is_match(text) && !gives(text)
}

/// Whether a text asks for a state of studies: then the degree that it names is not yet held.
pub(super) fn is_enrolment(text: &str) -> bool {
    static ENROLMENT: LazyLock<RegexSet> = LazyLock::new(|| {
        let own = RULES.iter().filter(|r| r.id == "studies-now").flat_map(|r| &r.patterns);
        RegexSet::new(own.map(|p| format!("(?i){p}"))).expect("patterns are tried by a test")
    });
    ENROLMENT.is_match(text)
}

/// Whether an item names a competency of a public body's framework and what it stands for.
pub(super) fn is_competency(text: &str) -> bool {
    COMPETENCIES.is_match(text)
}

/// Whether a text names a trait of a person.
pub(super) fn is_trait(text: &str) -> bool {
    TRAITS.is_match(text)
}

/// Whether a text asks for nothing: benefits, pay, statements of law and policy.
pub(super) fn asks_nothing(text: &str) -> bool {
    gives(text) || INVITATIONS.is_match(text) && !SHOWN.is_match(text)
}

/// Whether a text is about what is given, or about law and policy.
fn gives(text: &str) -> bool {
    DROPPED.is_match(text) || PERKS.is_match(text) && !SHOWN.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_meets_its_examples_and_no_others() {
        for rule in RULES.iter() {
            let own = RegexSet::new(rule.patterns.iter().map(|p| format!("(?i){p}"))).unwrap();
            assert!(!rule.reason.is_empty() && !rule.examples.is_empty() && !rule.others.is_empty(), "{}", rule.id);
            for text in &rule.examples {
                assert!(own.is_match(text), "{} misses {text:?}", rule.id);
            }
            for text in &rule.others {
                assert!(!own.is_match(text), "{} meets {text:?}", rule.id);
            }
        }
    }
}
