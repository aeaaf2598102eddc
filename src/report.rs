//! Scorecards and shortlists become bytes: one file a format, all of the same words.
//!
//! Reports are made for a hurried reader: the verdict first, then the proof, then what would change it. Everything that
//! a stranger wrote passes one escaping function a format ([`escape`]). The JSON is the contract; its schemas are
//! compiled in, so that `rolefit schema` always describes the program at hand.

pub mod blind;
pub mod escape;
pub mod html;
pub mod json;
pub mod lint_sarif;
pub mod lint_text;
pub mod marked;
pub mod md;
pub mod pair;
pub mod ranked;
pub mod shortlist;
pub mod sum;
pub mod text;
pub mod words;

/// Names and texts of the schemas.
const SCHEMAS: [(&str, &str); 9] = [
    ("company", include_str!("report/schema/company.json")),
    ("document", include_str!("report/schema/document.json")),
    ("jobposting", include_str!("report/schema/jobposting.json")),
    ("lint", include_str!("report/schema/lint.json")),
    ("pair", include_str!("report/schema/pair.json")),
    ("role", include_str!("report/schema/role.json")),
    ("scorecard", include_str!("report/schema/scorecard.json")),
    ("side-by-side", include_str!("report/schema/side-by-side.json")),
    ("which", include_str!("report/schema/which.json")),
];

/// The JSON Schema of that name.
pub fn schema(name: &str) -> Option<&'static str> {
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The names that [`schema`] knows, sorted.
pub fn schema_names() -> Vec<&'static str> {
    SCHEMAS.iter().map(|(name, _)| *name).collect()
}
