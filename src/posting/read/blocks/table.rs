//! Tables in a posting: columns that say how much is asked for, and rows with a label.
//!
//! "Must have | Nice to have" heads two lists. A column of "required" and "preferred" says it of each row. Any other
//! row is its label and what stands behind it, as if a colon stood between.

use super::super::headings::{Section, heading_section};
use super::{BOLD, Block, BlockKind, plain, unmarked};

/// The cells of a row; none where a line is no row.
pub(super) fn cells(line: &str, marks: bool) -> Option<Vec<String>> {
    let line = line.trim_matches(' ');
    // "8 | Required | Experience as a data analyst", without bars around it
    let graded = || line.contains(" | ") && line.split(" | ").any(|cell| importance(cell).is_some());
    let cells: Vec<String> = if marks && (line.starts_with('|') && line.len() > 1 || graded()) {
        line.trim_matches('|').split('|').map(plain).collect()
    } else if line.contains('\t') {
        // in text tabs only part, in tables of pages an empty cell keeps its place
        line.split('\t').map(plain).filter(|c| !marks || !c.is_empty()).collect()
    } else {
        return None;
    };
    // "•<tab>SQL" is an item
    let worded = |c: &String| c.chars().any(char::is_alphabetic);
    let empty = |c: &String| !marks && c.is_empty() && cells.iter().any(worded);
    let first = cells.first().is_some_and(|c| worded(c) || empty(c));
    let first = first || marks && line.contains('|') && cells.iter().any(worded);
    (cells.len() > 1 && first).then_some(cells)
}

/// Whether a line only parts the head of a table from its rows: "|---|:--:|".
pub(super) fn is_rule(line: &str) -> bool {
    line.starts_with('|') && line.contains('-') && line.chars().all(|c| "|-: ".contains(c))
}

/// The blocks of a table.
pub(super) fn blocks(rows: &[Vec<String>]) -> Vec<Block> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let Some((head, body)) = rows.split_first() else { return vec![] };
    if !body.is_empty() && asks(head) {
        return columns(head, body);
    }
    // letters grade where both of a pair stand in the column
    let letters = |at: usize| {
        let has = |of: Section| body.iter().filter_map(|row| row.get(at)).any(|cell| initial(cell) == Some(of));
        has(Section::Required) && has(Section::Preferred)
    };
    let grades = |cell: &String, at: usize| importance(cell).or_else(|| initial(cell).filter(|_| letters(at)));
    let column = |at: usize| body.iter().filter_map(move |row| row.get(at));
    let at = (0..width).find(|at| {
        body.len() > 1 && column(*at).count() == body.len() && column(*at).all(|cell| grades(cell, *at).is_some())
    });
    if let Some(at) = at {
        return by_grade(body, at);
    }
    let rows = if is_head(head, body) { body } else { rows };
    rows.iter().flat_map(|row| labelled(row)).collect()
}

/// Whether the first row of a table says of its columns how much they are asked for: "Essential | Desirable".
pub(super) fn asks(head: &[String]) -> bool {
    head.iter().filter(|cell| importance(cell).is_some()).count() > 1
}

/// Words of a head that name what stands below it and ask for nothing.
const HEADS: [&str; 14] = [
    "area",
    "areas",
    "topic",
    "category",
    "criterion",
    "criteria",
    "skill",
    "skills",
    "requirement",
    "requirements",
    "competency",
    "competencies",
    "what",
    "item",
];

/// Whether the first row only names the columns.
fn is_head(row: &[String], body: &[Vec<String>]) -> bool {
    let first = row.first().map(|c| c.to_lowercase()).unwrap_or_default();
    body.len() > 1 && HEADS.contains(&first.trim())
}

/// What a cell that says nothing else says of importance.
fn importance(cell: &str) -> Option<Section> {
    // a word that heads no part by itself
    if ["minimum", "basic"].iter().any(|word| cell.trim().eq_ignore_ascii_case(word)) {
        return Some(Section::Required);
    }
    heading_section(cell, true).filter(|s| matches!(s, Section::Required | Section::Preferred))
}

/// The same of the first letter of such a word, in a column that holds nothing else: "M" and "P", "E" and "D".
fn initial(cell: &str) -> Option<Section> {
    match cell.trim().to_lowercase().as_str() {
        "m" | "e" | "r" => Some(Section::Required),
        "p" | "d" => Some(Section::Preferred),
        _ => None,
    }
}

fn heading(text: &str) -> Block {
    Block { kind: BlockKind::Heading(BOLD), text: text.to_owned() }
}

fn item(text: &str) -> Block {
    Block { kind: BlockKind::Item, text: text.to_owned() }
}

/// Each column that says how much is asked for as a list below its head; the others name the rows, or how they are judged.
fn columns(head: &[String], body: &[Vec<String>]) -> Vec<Block> {
    let mut out = Vec::new();
    for (at, name) in head.iter().enumerate().filter(|(_, name)| importance(name).is_some()) {
        out.push(heading(name));
        out.extend(body.iter().filter_map(|row| row.get(at)).filter(|c| !c.is_empty()).map(|c| item(c)));
    }
    out
}

/// The rows as two lists, by the column that says how much each is asked for.
fn by_grade(body: &[Vec<String>], at: usize) -> Vec<Block> {
    let mut out = Vec::new();
    for (section, name) in [(Section::Required, "Required"), (Section::Preferred, "Preferred")] {
        let rows: Vec<&Vec<String>> = body
            .iter()
            .filter(|row| row.get(at).and_then(|c| importance(c).or_else(|| initial(c))) == Some(section))
            .collect();
        if !rows.is_empty() {
            out.push(heading(name));
        }
        let words = |row: &&Vec<String>| {
            let cells: Vec<&str> =
                row.iter().enumerate().filter(|(i, c)| *i != at && !c.is_empty()).map(|(_, c)| c.as_str()).collect();
            cells.join(": ")
        };
        out.extend(rows.iter().map(words).filter(|t| !t.is_empty()).map(|t| item(&t)));
    }
    out
}

/// A row as its label and the words behind it.
fn labelled(row: &[String]) -> Vec<Block> {
    let cells: Vec<&str> = row.iter().map(String::as_str).filter(|c| !c.is_empty()).collect();
    match cells.as_slice() {
        [label, rest @ ..] if !rest.is_empty() && !label.ends_with(':') => {
            unmarked(&format!("{label}: {}", rest.join(", ")))
        }
        _ => unmarked(&cells.join(" ")),
    }
}
