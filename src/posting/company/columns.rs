//! Columns of a table of companies: the keys of a company file as dotted paths, and what a cell of each holds.
//!
//! `pay.min` is `min` inside `pay`; `locations.0.city` the city of the first location. A list is one cell whose items
//! are parted by `|` or ` ; `, or a column for each item (`benefits.0`, `benefits.1`).

use crate::error::{Error, Result, nearest};
use crate::role::data::wrong;
use serde_json::{Map, Number, Value};

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cell {
    Text,
    Number,
    Flag,
    List,
}

/// Paths with their cells. `#` stands for a number from 0 on, `*` for the id of a requirement.
const KNOWN: [(&str, Cell); 65] = [
    ("name", Cell::Text),
    ("about", Cell::Text),
    ("website", Cell::Text),
    ("logo", Cell::Text),
    ("industry", Cell::Text),
    ("employees", Cell::Number),
    ("product.name", Cell::Text),
    ("product.about", Cell::Text),
    ("product.users", Cell::Text),
    ("product.stage", Cell::Text),
    ("portfolio", Cell::List),
    ("locations.#.city", Cell::Text),
    ("locations.#.region", Cell::Text),
    ("locations.#.country", Cell::Text),
    ("locations.#.postal_code", Cell::Text),
    ("locations.#.street", Cell::Text),
    ("workplace", Cell::Text),
    ("remote_from", Cell::List),
    ("time_zones", Cell::Text),
    ("employment_type", Cell::Text),
    ("hours", Cell::Text),
    ("travel", Cell::Text),
    ("pay.currency", Cell::Text),
    ("pay.min", Cell::Number),
    ("pay.max", Cell::Number),
    ("pay.period", Cell::Text),
    ("pay.bonus", Cell::Text),
    ("pay.commission", Cell::Text),
    ("pay.equity", Cell::Text),
    ("benefits", Cell::List),
    ("reports_to", Cell::Text),
    ("team.about", Cell::Text),
    ("team.size", Cell::Number),
    ("team.manages", Cell::Flag),
    ("level", Cell::Text),
    ("outcomes", Cell::List),
    ("interview.#.step", Cell::Text),
    ("interview.#.minutes", Cell::Number),
    ("posted", Cell::Text),
    ("deadline", Cell::Text),
    ("start", Cell::Text),
    ("openings", Cell::Number),
    ("requisition", Cell::Text),
    ("apply.url", Cell::Text),
    ("apply.email", Cell::Text),
    ("apply.how", Cell::Text),
    ("accommodation", Cell::Text),
    ("equal_opportunity", Cell::Text),
    ("equivalent_experience", Cell::Flag),
    ("ai_screening", Cell::Flag),
    ("vacancy", Cell::Flag),
    ("requirements.remove", Cell::List),
    ("requirements.add.#.id", Cell::Text),
    ("requirements.add.#.text", Cell::Text),
    ("requirements.add.#.kind", Cell::Text),
    ("requirements.*.importance", Cell::Text),
    ("requirements.*.years", Cell::Number),
    ("requirements.*.related", Cell::Flag),
    ("requirements.*.degree", Cell::Text),
    ("requirements.*.fields", Cell::List),
    ("requirements.*.equivalent_experience", Cell::Flag),
    ("requirements.*.certificates", Cell::List),
    ("requirements.*.terms", Cell::List),
    ("requirements.*.weight", Cell::Number),
    ("requirements.change.*.text", Cell::Text),
];
/// In the list above, what `requirements.*` stands for.
const EITHER: [&str; 2] = ["requirements.add.#", "requirements.change.*"];
/// Highest number of an item.
const MOST: usize = 99;

/// A column of the table.
#[derive(Debug)]
pub(super) struct Column {
    path: Vec<String>,
    cell: Cell,
}

/// All paths, with both meanings of `requirements.*`.
fn known() -> Vec<(String, Cell)> {
    let mut all = Vec::new();
    for (path, cell) in KNOWN {
        match path.strip_prefix("requirements.*") {
            Some(rest) => all.extend(EITHER.map(|start| (format!("{start}{rest}"), cell))),
            None => all.push((path.to_owned(), cell)),
        }
    }
    all
}

/// The columns of a header.
///
/// # Errors
/// [`Error::Data`] that names all unknown columns with the nearest known ones, or a column that is missing or there twice.
pub(super) fn read<'a>(header: impl Iterator<Item = &'a str>, file: &str) -> Result<Vec<Column>> {
    let known = known();
    let mut columns: Vec<Column> = Vec::new();
    let mut unknown: Vec<&str> = Vec::new();
    for name in header {
        let path: Vec<String> = name.split('.').map(str::to_owned).collect();
        match cell(&path, &known) {
            Some(_) if columns.iter().any(|c| c.path == path) => {
                return Err(wrong(file, 1, format!("the column `{name}` stands twice"), "keep one of them"));
            }
            Some(cell) => columns.push(Column { path, cell }),
            None => unknown.push(name),
        }
    }
    if !unknown.is_empty() {
        return Err(unknown_columns(&unknown, &known, file));
    }
    if !columns.iter().any(|c| c.path == ["name"]) {
        return Err(wrong(file, 1, "there is no column `name`", "the first line names the columns; add `name`"));
    }
    Ok(columns)
}

fn unknown_columns(unknown: &[&str], known: &[(String, Cell)], file: &str) -> Error {
    let paths: Vec<String> = known.iter().map(|(path, _)| path.replace('#', "0").replace('*', "ID")).collect();
    let quoted: Vec<String> = unknown.iter().map(|name| format!("`{name}`")).collect();
    let near: Vec<String> = unknown
        .iter()
        .filter_map(|name| {
            let last = |path: &&String| path.rsplit('.').next() == Some(name);
            let near = nearest(name, &paths).or_else(|| paths.iter().find(last).map(String::as_str))?;
            Some(format!("`{near}` for `{name}`"))
        })
        .collect();
    let mut help = String::new();
    if !near.is_empty() {
        help = format!("did you mean {}? ", near.join(", "));
    }
    if near.len() < unknown.len() {
        help.push_str(&format!("known: {}", paths.join(", ")));
    }
    let help = help.trim_end().to_owned();
    let what = if unknown.len() == 1 { "unknown column" } else { "unknown columns" };
    wrong(file, 1, format!("{what} {}", quoted.join(", ")), help)
}

/// What the cells of a path hold.
fn cell(path: &[String], known: &[(String, Cell)]) -> Option<Cell> {
    let fits = |pattern: &str, path: &[String]| {
        let parts: Vec<&str> = pattern.split('.').collect();
        parts.len() == path.len()
            && parts.iter().zip(path).all(|(part, name)| match *part {
                "#" => is_number(name),
                "*" => !name.is_empty(),
                part => part == name,
            })
    };
    if let Some((_, cell)) = known.iter().find(|(pattern, _)| fits(pattern, path)) {
        return Some(*cell);
    }
    let (last, list) = path.split_last()?;
    let of_list = known.iter().any(|(pattern, cell)| *cell == Cell::List && fits(pattern, list));
    (of_list && is_number(last)).then_some(Cell::Text)
}

fn is_number(name: &str) -> bool {
    name.parse::<usize>().is_ok_and(|n| n <= MOST && n.to_string() == name)
}

impl Column {
    /// Puts a cell where its column belongs; lists of numbered columns become lists in [`listed`].
    ///
    /// # Errors
    /// Message and help where the cell does not hold what the column is for.
    pub(super) fn put(&self, cell: &str, company: &mut Value) -> std::result::Result<(), (String, String)> {
        let value = self.value(cell)?;
        let mut at = company;
        for key in &self.path {
            if !at.is_object() {
                let message =
                    format!("`{}` and a numbered column of the same list are both filled", self.path.join("."));
                return Err((message, "use one of them".into()));
            }
            at = &mut at[key.as_str()];
            if at.is_null() {
                *at = Value::Object(Map::new());
            }
        }
        if at.as_object().is_some_and(|o| !o.is_empty()) {
            let message = format!("`{}` and a numbered column of the same list are both filled", self.path.join("."));
            return Err((message, "use one of them".into()));
        }
        *at = value;
        Ok(())
    }

    fn value(&self, cell: &str) -> std::result::Result<Value, (String, String)> {
        let path = self.path.join(".");
        match self.cell {
            Cell::Text => Ok(cell.into()),
            Cell::Number => number(cell).map(Value::Number).ok_or_else(|| {
                (format!("`{path}`: `{cell}` is no number"), "write digits only, such as 168000".into())
            }),
            Cell::Flag => match cell.to_ascii_lowercase().as_str() {
                "true" | "yes" => Ok(true.into()),
                "false" | "no" => Ok(false.into()),
                _ => Err((format!("`{path}`: found `{cell}`, expected true or false"), "change the cell".into())),
            },
            Cell::List => {
                let items: Vec<&str> =
                    if cell.contains('|') { cell.split('|').collect() } else { cell.split(" ; ").collect() };
                Ok(items.into_iter().map(str::trim).filter(|i| !i.is_empty()).map(Value::from).collect())
            }
        }
    }
}

fn number(cell: &str) -> Option<Number> {
    match cell.parse::<u64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => Number::from_f64(cell.parse::<f64>().ok()?),
    }
}

/// Objects whose keys are all numbers become lists in the order of the numbers; empty places are closed.
pub(super) fn listed(value: Value) -> Value {
    let Value::Object(map) = value else { return value };
    let numbered = !map.is_empty() && map.keys().all(|k| is_number(k));
    let inner = map.into_iter().map(|(key, part)| (key, listed(part)));
    if !numbered {
        return Value::Object(inner.collect());
    }
    let mut items: Vec<(usize, Value)> = inner.map(|(key, part)| (key.parse().unwrap_or(MOST), part)).collect();
    items.sort_by_key(|(number, _)| *number);
    items.into_iter().map(|(_, part)| part).collect()
}
