//! Lead beside Senior as sections of rows, made from the two roles and the comparison; what `rolefit compare` shows.

use super::{Comparison, Disagreement, Importance, NOT_SAID, Point, Role, Row, Source, Status, builtin};
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
    /// Where the sources contradict each other; shown to readers together with the sources only.
    pub disagreements: Vec<Disagreement>,
    /// Whether the renderers print the source of each cell; the JSON always has it.
    #[serde(skip)]
    pub with_sources: bool,
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
    /// Where the Lead's cell comes from, and how sure it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_origin: Option<Origin>,
    /// The same for the Senior's cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub senior_origin: Option<Origin>,
}

/// Where a cell comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Origin {
    /// How sure it is.
    pub status: Status,
    /// Files and lines.
    pub source: Vec<Source>,
}

/// One cell with its origin.
struct Cell {
    text: String,
    origin: Option<Origin>,
}

impl Cell {
    fn new(text: &str, status: Status, source: &[Source]) -> Cell {
        Cell { text: text.into(), origin: Some(Origin { status, source: source.to_vec() }) }
    }

    fn empty() -> Cell {
        Cell { text: String::new(), origin: None }
    }
}

/// Puts the built-in roles side by side.
pub fn side_by_side() -> SideBySide {
    let (Some(lead), Some(senior)) = (builtin("lead"), builtin("senior")) else {
        unreachable!("both roles are compiled in");
    };
    let all = Comparison::builtin();
    let shared = |p: &Point| row(&p.topic, point(p, false), point(p, false));
    let points = |list: &[Point]| list.iter().map(|p| point(p, true)).collect();
    let situations = |list: &[super::Situation]| list.iter().map(|s| Cell::new(&s.text, s.status, &s.source)).collect();
    let asked = |importance| lists(requirements(&lead, importance), requirements(&senior, importance));
    let section = |id, title, layout, rows| Section { id, title, layout, rows };
    let sections = vec![
        section("differences", "Where they differ", Layout::Paired, paired(&all.differences)),
        section("similarities", "What both share", Layout::Shared, all.similarities.iter().map(shared).collect()),
        section("duties", "What they do", Layout::Paired, duties(&lead, &senior)),
        section("required", "Required", Layout::Lists, asked(Importance::Required)),
        section("preferred", "Preferred", Layout::Lists, asked(Importance::Preferred)),
        section("pay", "Pay and outlook", Layout::Paired, paired(&all.pay)),
        section("career", "Career", Layout::Paired, paired(&all.career)),
        section(
            "pros",
            "What speaks for the role",
            Layout::Lists,
            lists(points(&all.lead.pros), points(&all.senior.pros)),
        ),
        section(
            "cons",
            "What speaks against it",
            Layout::Lists,
            lists(points(&all.lead.cons), points(&all.senior.cons)),
        ),
        section(
            "situations",
            "When a company needs one",
            Layout::Lists,
            lists(situations(&all.situations.lead), situations(&all.situations.senior)),
        ),
    ];
    SideBySide {
        schema: SCHEMA,
        lead: lead.title,
        senior: senior.title,
        sections,
        disagreements: all.disagreements,
        with_sources: false,
    }
}

fn row(topic: &str, lead: Cell, senior: Cell) -> SideRow {
    SideRow {
        topic: topic.into(),
        lead: lead.text,
        senior: senior.text,
        lead_origin: lead.origin,
        senior_origin: senior.origin,
    }
}

fn paired(rows: &[Row]) -> Vec<SideRow> {
    let cell = |r: &Row, text: &str| match text {
        NOT_SAID => Cell { text: text.into(), origin: None },
        text => Cell::new(text, r.status, &r.source),
    };
    rows.iter().map(|r| row(&r.topic, cell(r, &r.lead), cell(r, &r.senior))).collect()
}

fn point(p: &Point, with_topic: bool) -> Cell {
    let text = if with_topic { format!("{}: {}", p.topic, p.text) } else { p.text.clone() };
    Cell::new(&text, p.status, &p.source)
}

/// Duties by topic: those of the Lead in order, then those that only a Senior has.
fn duties(lead: &Role, senior: &Role) -> Vec<SideRow> {
    let cell = |role: &Role, id: &str| {
        let duty = role.duties.iter().find(|d| d.id == id);
        duty.map_or(Cell::empty(), |d| Cell::new(&d.text, d.status, &d.source))
    };
    let only_senior = senior.duties.iter().filter(|d| lead.duties.iter().all(|l| l.id != d.id));
    let all = lead.duties.iter().chain(only_senior);
    all.map(|d| row(&d.topic, cell(lead, &d.id), cell(senior, &d.id))).collect()
}

fn requirements(role: &Role, importance: Importance) -> Vec<Cell> {
    let of = role.requirements.iter().filter(|r| r.importance == importance);
    of.map(|r| Cell::new(&r.text, r.status, &r.source)).collect()
}

/// Two lists beside each other; the shorter one ends in empty cells.
fn lists(lead: Vec<Cell>, senior: Vec<Cell>) -> Vec<SideRow> {
    let rows = lead.len().max(senior.len());
    let (mut lead, mut senior) = (lead.into_iter(), senior.into_iter());
    let next = |cells: &mut std::vec::IntoIter<Cell>| cells.next().unwrap_or_else(Cell::empty);
    (0..rows).map(|_| row("", next(&mut lead), next(&mut senior))).collect()
}
