//! Lead beside Senior as data: differences, similarities, trade-offs, and the situations that call for one of them.
//!
//! It stands apart from the two roles because each row speaks of both, and because a posting never prints it.

use super::{Source, Status, data};
use serde::{Deserialize, Serialize};

const JSON: &str = include_str!("../../templates/roles/comparison.json");

/// All that is said about both roles at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// `rolefit.comparison/1`.
    pub schema: String,
    /// Where they differ.
    pub differences: Vec<Row>,
    /// What they share.
    pub similarities: Vec<Point>,
    /// What is said of pay and of demand. No figure is computed for a Senior, since no source gives one.
    pub pay: Vec<Row>,
    /// Steps before, next and beyond.
    pub career: Vec<Row>,
    /// What speaks for and against being a Lead.
    pub lead: TradeOffs,
    /// What speaks for and against being a Senior.
    pub senior: TradeOffs,
    /// When a company needs which.
    pub situations: Situations,
    /// Where the two sources contradict each other, and what rolefit makes of it.
    pub disagreements: Vec<Disagreement>,
}

/// What stands in a row where no source says anything of a role; it has no source to show.
pub const NOT_SAID: &str = "The sources do not say";

/// One topic, said of each role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Stable name.
    pub id: String,
    /// The topic in words.
    pub topic: String,
    /// What holds for a Lead.
    pub lead: String,
    /// What holds for a Senior.
    pub senior: String,
    /// Where it comes from.
    pub source: Vec<Source>,
    /// How sure it is.
    pub status: Status,
}

/// One point about a role or about both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Stable name.
    pub id: String,
    /// The topic in words.
    pub topic: String,
    /// The point, as a clause to the holder of the role.
    pub text: String,
    /// Where it comes from.
    pub source: Vec<Source>,
    /// How sure it is.
    pub status: Status,
}

/// For and against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TradeOffs {
    /// For.
    pub pros: Vec<Point>,
    /// Against.
    pub cons: Vec<Point>,
}

/// When a company needs which role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situations {
    /// Situations for a Lead.
    pub lead: Vec<Situation>,
    /// Situations for a Senior.
    pub senior: Vec<Situation>,
    /// The question that settles the start-up case, of which the sources say two things; answered with a number.
    pub portfolio: Situation,
}

/// One situation of a company.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Stable name.
    pub id: String,
    /// The topic in words.
    pub topic: String,
    /// The situation, as a clause.
    pub text: String,
    /// The same as a question that is answered with yes or no.
    pub question: String,
    /// Why it is asked: what makes it speak for the role.
    pub why: String,
    /// Where it comes from.
    pub source: Vec<Source>,
    /// How sure it is.
    pub status: Status,
}

/// One contradiction between the sources, or inside one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// Stable name.
    pub id: String,
    /// The topic in words.
    pub topic: String,
    /// What one place says.
    pub one: String,
    /// What the other place says.
    pub other: String,
    /// What rolefit makes of it.
    pub rolefit: String,
    /// Ids of the roles that it touches.
    pub roles: Vec<String>,
    /// Both places.
    pub source: Vec<Source>,
}

impl Comparison {
    /// The comparison that is compiled in.
    pub fn builtin() -> Comparison {
        data::parse(JSON, "comparison.json").expect("the compiled-in comparison is parsed by a test")
    }
}
