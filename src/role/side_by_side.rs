//! Lead beside Senior as sections of rows, made from the two roles and the comparison; what `rolefit compare` shows.

use super::{Comparison, Importance, Point, Role, Situation, builtin};
use serde::Serialize;

mod render;

/// Schema of [`SideBySide`] as JSON.
const SCHEMA: &str = "rolefit.side-by-side/1";

/// The two roles, topic by topic.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SideBySide {
    /// `rolefit.side-by-side/1`.
    pub schema: &'static str,
    /// Title of the left column.
    pub lead: String,
    /// Title of the right column.
    pub senior: String,
    /// The tables in order.
    pub sections: Vec<Section>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Stable name.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// How its rows are laid out.
    pub layout: Layout,
    /// Rows in order.
    pub rows: Vec<SideRow>,
}

/// How the rows of a section are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// A topic, and what each role says of it.
    Paired,
    /// A topic, and what both roles share.
    Shared,
    /// Two lists side by side, without a link between the items of a row.
    Lists,
}

/// One row; an empty cell means that the role says nothing of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SideRow {
    /// The topic, where rows have one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub topic: String,
    /// The Lead's cell, or what both share.
    pub lead: String,
    /// The Senior's cell; the same as `lead` where it is shared.
    pub senior: String,
}

/// Puts the built-in roles side by side.
pub fn side_by_side() -> SideBySide {
    let (Some(lead), Some(senior)) = (builtin("lead"), builtin("senior")) else {
        unreachable!("both roles are compiled in");
    };
    let comparison = Comparison::builtin();
    let section = |id, title, layout, rows| Section { id, title, layout, rows };
    let differences = comparison.differences.iter().map(|r| row(&r.topic, &r.lead, &r.senior)).collect();
    let shared = comparison.similarities.iter().map(|p| row(&p.topic, &p.text, &p.text)).collect();
    let sections = vec![
        section("differences", "Where they differ", Layout::Paired, differences),
        section("similarities", "What both share", Layout::Shared, shared),
        section("duties", "What they do", Layout::Paired, duties(&lead, &senior)),
        section("required", "Required", Layout::Lists, requirements(&lead, &senior, Importance::Required)),
        section("preferred", "Preferred", Layout::Lists, requirements(&lead, &senior, Importance::Preferred)),
        section(
            "pros",
            "What speaks for the role",
            Layout::Lists,
            points(&comparison.lead.pros, &comparison.senior.pros),
        ),
        section(
            "cons",
            "What speaks against it",
            Layout::Lists,
            points(&comparison.lead.cons, &comparison.senior.cons),
        ),
        section(
            "situations",
            "When a company needs one",
            Layout::Lists,
            situations(&comparison.situations.lead, &comparison.situations.senior),
        ),
    ];
    SideBySide { schema: SCHEMA, lead: lead.title, senior: senior.title, sections }
}

fn row(topic: &str, lead: &str, senior: &str) -> SideRow {
    SideRow { topic: topic.into(), lead: lead.into(), senior: senior.into() }
}

/// Duties by topic: those of the Lead in order, then those that only a Senior has.
fn duties(lead: &Role, senior: &Role) -> Vec<SideRow> {
    let text =
        |role: &Role, id: &str| role.duties.iter().find(|d| d.id == id).map_or(String::new(), |d| d.text.clone());
    let only_senior = senior.duties.iter().filter(|d| lead.duties.iter().all(|l| l.id != d.id));
    lead.duties
        .iter()
        .chain(only_senior)
        .map(|d| SideRow { topic: d.topic.clone(), lead: text(lead, &d.id), senior: text(senior, &d.id) })
        .collect()
}

fn requirements(lead: &Role, senior: &Role, importance: Importance) -> Vec<SideRow> {
    let texts = |role: &Role| -> Vec<String> {
        role.requirements.iter().filter(|r| r.importance == importance).map(|r| r.text.clone()).collect()
    };
    lists(&texts(lead), &texts(senior))
}

fn points(lead: &[Point], senior: &[Point]) -> Vec<SideRow> {
    let texts =
        |points: &[Point]| -> Vec<String> { points.iter().map(|p| format!("{}: {}", p.topic, p.text)).collect() };
    lists(&texts(lead), &texts(senior))
}

fn situations(lead: &[Situation], senior: &[Situation]) -> Vec<SideRow> {
    let texts = |list: &[Situation]| -> Vec<String> { list.iter().map(|s| s.text.clone()).collect() };
    lists(&texts(lead), &texts(senior))
}

fn lists(lead: &[String], senior: &[String]) -> Vec<SideRow> {
    let cell = |list: &[String], i: usize| list.get(i).cloned().unwrap_or_default();
    (0..lead.len().max(senior.len())).map(|i| row("", &cell(lead, i), &cell(senior, i))).collect()
}
