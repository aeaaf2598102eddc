//! A role is data: what it is, what its holder does, and what it requires.
//!
//! The posting that a company publishes and the rubric that scores resumes come from the same role, by the same
//! requirement ids. Every fact says where it comes from, so that nobody takes a default of ours for a fact.

mod check;
mod comparison;
pub(crate) mod data;
mod describe;
mod side_by_side;
pub mod which;

pub use check::check;
pub use comparison::{Comparison, Disagreement, NOT_SAID, Point, Row, Situation, Situations, TradeOffs};
pub use describe::describe;
pub use side_by_side::{Layout, Origin, Section, SideBySide, SideRow, side_by_side};

use crate::error::{Error, Result};
pub use crate::lexicon::DegreeLevel;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Schema of a role file.
pub const SCHEMA: &str = "rolefit.role/1";

/// The roles that are compiled in: name and file.
const BUILTIN: [(&str, &str); 2] = [
    ("lead", include_str!("../templates/roles/lead.json")),
    ("senior", include_str!("../templates/roles/senior.json")),
];

/// Names of the built-in roles.
pub fn names() -> Vec<&'static str> {
    BUILTIN.iter().map(|(name, _)| *name).collect()
}

/// The file of a built-in role, as it may be copied and changed.
pub fn builtin_json(name: &str) -> Option<&'static str> {
    BUILTIN.iter().find(|(own, _)| *own == name).map(|(_, json)| *json)
}

static PARSED: LazyLock<Vec<Role>> = LazyLock::new(|| {
    BUILTIN.iter().map(|(name, json)| parse(json, name).expect("compiled-in roles are parsed by a test")).collect()
});

/// A built-in role.
pub fn builtin(name: &str) -> Option<Role> {
    PARSED.iter().find(|role| role.id == name).cloned()
}

/// All built-in roles.
pub(crate) fn all() -> &'static [Role] {
    &PARSED
}

/// The error for a role that is neither built in nor a file.
pub fn unknown(name: &str) -> Error {
    Error::UnknownName { what: "role", name: name.into(), known: names().into_iter().map(str::to_owned).collect() }
}

/// Reads a role file; `file` is its name in messages.
///
/// # Errors
/// [`Error::Data`] with the line where the file breaks a rule of [`check`], has an unknown key or is not JSON.
pub fn parse(json: &str, file: &str) -> Result<Role> {
    let role = data::parse(json, file)?;
    check(&role, json, file)?;
    Ok(role)
}

/// A role: header facts, duties and requirements, each with its source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Schema of this file, `rolefit.role/1`.
    pub schema: String,
    /// Which built-in file this one was copied from; written by `rolefit template init`, read by `template diff`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copied_from: Option<String>,
    /// Short name: `lead`, `senior`, or the name of a posting's file.
    pub id: String,
    /// Title as a posting prints it.
    pub title: String,
    /// One sentence that says what the role is.
    #[serde(default)]
    pub summary: String,
    /// Whether the role looks after one product; then a posting names that product and no portfolio.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub single_product: bool,
    /// Scope, focus, reporting line and the like.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// What the holder does, by topic.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// Skills that the sources name without putting them on a list of requirements; never scored by themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Fact>,
    /// What is required and preferred.
    pub requirements: Vec<Requirement>,
    /// Share of the score that is left when the gate requirement is not met.
    #[serde(default)]
    pub gate: Gate,
    /// What a posting says once a company has removed a requirement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_needed: Vec<NotNeeded>,
    /// Conditions of a posting that no resume can show (work permit, travel ...), as written there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_scored: Vec<String>,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name of the seed file.
    pub file: String,
    /// Lines in it, counted from 1.
    pub lines: Vec<u32>,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Stated in a seed.
    Seed,
    /// Rewritten from a comparison in a seed.
    Derived,
    /// Chosen by rolefit; no seed says it.
    Default,
    /// Given by the user: a company, a role file or a posting.
    Given,
}

impl Source {
    /// Short form: `A7,9`, with the letter of the [`Seed`].
    pub fn short(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(u32::to_string).collect();
        let name = SEEDS.iter().find(|seed| seed.file == self.file).map_or(self.file.as_str(), |seed| seed.letter);
        let colon = if name.len() > 1 { ":" } else { "" };
        format!("{name}{colon}{}", lines.join(","))
    }
}

/// A source of the built-in roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed {
    /// What stands for it in tables.
    pub letter: &'static str,
    /// What it is, for people.
    pub what: &'static str,
    /// Its name in [`Source::file`].
    pub file: &'static str,
}

impl Seed {
    /// "A is an article that compares the two roles (file)".
    pub fn legend(&self) -> String {
        format!("{} is {} ({})", self.letter, self.what, self.file)
    }
}

/// The sources of the built-in roles.
pub const SEEDS: [Seed; 2] = [
    Seed { letter: "A", what: "an article that compares the two roles", file: "000_2608ed85254ebd98.txt" },
    Seed { letter: "B", what: "an article on the Lead with a posting", file: "003_b2d6509a888de06e.txt" },
];

/// One fact about the role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Stable name: `scope`, `focus`, `reports-to` ...
    pub id: String,
    /// The fact, as a clause.
    pub text: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: Vec<Source>,
    /// How sure it is.
    pub status: Status,
}

/// One duty; the same topic stands in Lead and Senior with different scope.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Stable name of the topic: `roadmaps`, `budgeting` ...
    pub id: String,
    /// Topic in words, for tables.
    pub topic: String,
    /// The duty as a posting prints it: a sentence to the reader that begins with a verb.
    pub text: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: Vec<Source>,
    /// How sure it is.
    pub status: Status,
    /// Whether a posting prints it; the others stand in tables only, so that a posting stays short.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub posting: bool,
    /// A condition for printing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

fn yes() -> bool {
    true
}

/// When a duty belongs into a posting at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// The company says that the role manages people.
    Manages,
}

/// Words for a requirement that a company does not ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotNeeded {
    /// The requirement.
    pub id: String,
    /// What the posting says is not needed.
    pub text: String,
}

/// What a requirement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Months of work of a family.
    Years,
    /// Something done.
    Skill,
    /// People led.
    Leadership,
    /// A degree.
    Education,
    /// A certificate.
    Certification,
    /// An industry or background.
    Domain,
}

/// Whether a candidate must or may have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Importance {
    /// Must have.
    Required,
    /// Good to have.
    Preferred,
}

/// One thing that the role asks for; the unit of a verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Stable id, shared by posting, rubric and scorecard.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// Must or may.
    pub importance: Importance,
    /// What a posting and a report print: one short item, no full stop.
    pub text: String,
    /// Weight in the score, 0 or more; 3 for the core, 2 for required, 1 for preferred in our roles.
    pub weight: u32,
    /// For `years`: years asked for, as printed; months are twelve times this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// For `years`: whether related families (product marketing, product analysis ...) count beside product.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub related: bool,
    /// For `years`: count all work, whatever its family.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub any_work: bool,
    /// For `education`: the lowest degree that meets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degree: Option<DegreeLevel>,
    /// For `education`: fields that meet it, by lexicon name (`business`, `engineering`, `computing` ...); empty = any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// For `education`: whether equivalent experience is accepted instead.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub equivalent_experience: bool,
    /// For `certification`: certificates that meet it, by lexicon id (`csm`, `pmp` ...); empty = any that we know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<String>,
    /// Concepts of the lexicon, or literal phrases, that are evidence for it; for `years` of a posting, what they are of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<Source>,
    /// How sure it is.
    pub status: Status,
    /// What a careful reader should know about the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The gate: the factor on the whole score by the result of one requirement, in percent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Id of the requirement; none = no gate.
    pub id: Option<String>,
    /// Percent of the score kept when it is met.
    pub met: u32,
    /// Percent kept when it is partly met or unknown.
    pub partial: u32,
    /// Percent kept when it is missing.
    pub missing: u32,
}

impl Default for Gate {
    fn default() -> Self {
        Gate { id: None, met: 100, partial: 80, missing: 50 }
    }
}
