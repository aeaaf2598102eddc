//! The rules as data: what each says, why, by which law, where it holds, and examples that run as tests.
//!
//! `rules_wording.json` holds rules that are told by phrases alone; `rules_checks.json` words what code decides. A rule
//! counts as an error only in the places of its `scope`; elsewhere it is what `elsewhere` says, or silent.

use super::Severity;
use super::laws::{self, Source};
use super::outline::Section;
use crate::lexicon::matcher::Classes;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::sync::LazyLock;

/// One rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Rule {
    pub id: &'static str,
    pub title: &'static str,
    /// Severity inside the scope.
    pub severity: Severity,
    /// Codes of places, or `all`.
    pub scope: Vec<String>,
    /// Severity outside the scope; silent without it.
    #[serde(default)]
    pub elsewhere: Option<Severity>,
    /// Why, in one clause.
    pub reason: String,
    /// The law or guidance that it rests on.
    #[serde(default)]
    pub law: Option<String>,
    pub source: Source,
    /// First day of the law, where it was read.
    #[serde(default)]
    pub effective: Option<String>,
    pub checked_on: String,
    /// Laws of other places that forbid the same.
    #[serde(default)]
    pub(super) also: Vec<Also>,
    /// What is wrong; `{quote}` and `{detail}` are filled in.
    pub message: String,
    /// What to write.
    pub suggestion: String,
    /// Sections in which it is silent.
    #[serde(default)]
    pub(super) not_in: Vec<Section>,
    /// Silent in what somebody says in quotation marks: a customer, a colleague.
    #[serde(default)]
    pub(super) not_quoted: bool,
    /// Phrases; none where code decides.
    pub(super) cases: Vec<Case>,
    examples: &'static RawValue,
}

impl Rule {
    /// Texts that give the finding, and texts that do not. No run needs them, so they are read when somebody asks.
    pub fn examples(&self) -> Examples {
        serde_json::from_str(self.examples.get()).expect("compiled-in examples are parsed by a test")
    }
}

/// A law of other places that forbids what a rule finds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Also {
    /// Codes of places.
    pub(super) scope: Vec<String>,
    /// What is cited there.
    pub(super) law: String,
    /// First day on which it holds; always where none is told.
    #[serde(default, deserialize_with = "laws::day")]
    pub(super) effective: Option<Date>,
    pub(super) source: Source,
}

impl Also {
    /// Whether it holds on a day.
    pub(super) fn holds(&self, day: Date) -> bool {
        self.effective.is_none_or(|from| from <= day)
    }
}

/// Phrases of a rule with what is special about them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct Case {
    /// Patterns of the lexicon's language that give a finding.
    #[serde(rename = "match")]
    pub(super) patterns: Vec<&'static str>,
    /// Patterns that overlap a finding and take it back.
    #[serde(default)]
    pub(super) unless: Vec<&'static str>,
    /// Patterns in the same sentence that take it back.
    #[serde(default)]
    pub(super) unless_in_sentence: Vec<&'static str>,
    /// Patterns before it in the same sentence that take it back.
    #[serde(default)]
    pub(super) unless_before: Vec<&'static str>,
    /// Patterns anywhere in the posting that take it back.
    #[serde(default)]
    pub(super) unless_in_text: Vec<&'static str>,
    /// Where there are any, the phrase opens a sentence, and one of these stands in the sentence before, which names nobody.
    #[serde(default)]
    pub(super) only_behind: Vec<&'static str>,
    /// Only where the text asks for something: lists of requirements, sentences about the candidate.
    #[serde(default)]
    pub(super) only_asks: bool,
    /// Words of the match that are quoted, from the first; all of them without it.
    #[serde(default)]
    pub(super) trim: Option<usize>,
    /// Only the first place in a posting.
    #[serde(default)]
    pub(super) first_only: bool,
    #[serde(default)]
    pub(super) severity: Option<Severity>,
    #[serde(default)]
    pub(super) scope: Option<Vec<String>>,
    #[serde(default)]
    pub(super) message: Option<String>,
    #[serde(default)]
    pub(super) suggestion: Option<String>,
}

/// Texts that give the finding, and texts that do not.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// Each gives a finding of the rule.
    pub bad: Vec<String>,
    /// None does.
    pub good: Vec<String>,
    /// Place of the examples, where the rule's first one will not do.
    #[serde(default)]
    pub place: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct File {
    classes: Classes,
    rules: Vec<Rule>,
}

static WORDING: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("rules_wording.json")).expect("compiled-in rules are parsed by a test")
});
static CHECKS: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("rules_checks.json")).expect("compiled-in rules are parsed by a test")
});

/// All rules: those told by phrases, then those that code decides.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    WORDING.rules.iter().chain(&CHECKS.rules)
}

/// Rules told by phrases.
pub(super) fn wording() -> &'static [Rule] {
    &WORDING.rules
}

/// Classes of words of the phrases.
pub(super) fn classes() -> &'static Classes {
    &WORDING.classes
}

/// A rule by its id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}
