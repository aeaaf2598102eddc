//! A posting as data: a schema.org JobPosting in or instead of a page, or rolefit's own model.

use super::blocks::blocks;
use super::criteria::{Setting, criteria};
use super::cues::printed;
use super::gather::{Gathered, gather};
use crate::document::{Document, Format, LineKind};
use crate::posting::jsonld::PREFERRED_SET;
use crate::role::{Importance, Requirement};
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

/// What the data says, and whether it says all.
pub(super) struct Structured {
    pub(super) gathered: Gathered,
    /// Whether each requirement has its id and importance; then no text needs to be read.
    pub(super) complete: bool,
}

/// Looks for data in a document.
pub(super) fn find(document: &Document) -> Option<Structured> {
    let whole = document.text.trim_start().starts_with(['{', '[']).then_some(&document.text);
    let values: Vec<Value> =
        whole.into_iter().chain(&document.json_ld).filter_map(|t| serde_json::from_str(t).ok()).collect();
    let own = values.iter().find(|v| v["schema"] == crate::posting::SCHEMA);
    if let Some(model) = own {
        return Some(from_model(model));
    }
    values.iter().find_map(|v| job_posting(v, DEEPEST)).map(from_job_posting)
}

/// Levels of @graph and lists that are looked into.
const DEEPEST: usize = 4;

fn job_posting(value: &Value, depth: usize) -> Option<&Value> {
    let kind = &value["@type"];
    if kind == "JobPosting" || kind.as_array().is_some_and(|k| k.iter().any(|k| k == "JobPosting")) {
        return Some(value);
    }
    let inner = value.as_array().or_else(|| value["@graph"].as_array())?;
    (depth > 0).then(|| inner.iter().find_map(|v| job_posting(v, depth - 1)))?
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn from_model(model: &Value) -> Structured {
    let title = text(&model["title"]);
    let first = text(&model["role"]);
    let list = |key: &str| model[key].as_array().cloned().unwrap_or_default();
    let mut requirements = Vec::new();
    for (key, importance) in [("required", Importance::Required), ("preferred", Importance::Preferred)] {
        requirements
            .extend(list(key).iter().filter_map(|r| named(&text(&r["text"]), &text(&r["id"]), importance, &first)));
    }
    let duties = list("duties").iter().map(|d| text(&d["text"])).collect();
    Structured {
        complete: !requirements.is_empty(),
        gathered: Gathered { title, requirements, duties, not_scored: vec![] },
    }
}

fn from_job_posting(job: &Value) -> Structured {
    let title = text(&job["title"]);
    let first = if title.to_lowercase().contains("senior") { "senior" } else { "lead" };
    let skills = match &job["skills"] {
        Value::Array(items) => items.clone(),
        Value::Object(_) => vec![job["skills"].clone()],
        _ => vec![],
    };
    let named: Vec<Requirement> = skills
        .iter()
        .filter(|s| s["@type"] == "DefinedTerm")
        .filter_map(|s| {
            let preferred = s["inDefinedTermSet"]["name"] == PREFERRED_SET;
            let importance = if preferred { Importance::Preferred } else { Importance::Required };
            named(&text(&s["name"]), &text(&s["termCode"]), importance, first)
        })
        .collect();
    if !named.is_empty() && named.len() == skills.len() {
        let duties = text(&job["responsibilities"]).lines().map(str::to_owned).collect();
        let gathered = Gathered { title, requirements: named, duties, not_scored: vec![] };
        return Structured { gathered, complete: true };
    }
    let mut gathered = gather(&blocks(&page(&text(&job["description"]))));
    for key in ["qualifications", "experienceRequirements", "educationRequirements", "skills"] {
        if gathered.requirements.is_empty() {
            let items = text(&job[key]);
            items
                .lines()
                .for_each(|item| gathered.requirements.extend(criteria(item, Importance::Required, Setting::List).requirements));
        }
    }
    gathered.title = title;
    Structured { gathered, complete: false }
}

/// A requirement with a known id: as we printed it, or read from its text and given the id.
fn named(text: &str, id: &str, importance: Importance, first: &str) -> Option<Requirement> {
    if text.is_empty() || id.is_empty() {
        return None;
    }
    let own = printed(text, first).filter(|r| r.id == id);
    let read = || criteria(text, importance, Setting::List).requirements.into_iter().next();
    let mut requirement = own.or_else(read)?;
    requirement.id = id.to_owned();
    if requirement.importance != importance {
        requirement.importance = importance;
        requirement.weight = if importance == Importance::Required { 2 } else { 1 };
    }
    Some(requirement)
}

/// The description as a document: paragraphs and items on lines of their own. It is a fragment of a few known tags,
/// so it needs no page reader.
fn page(html: &str) -> Document {
    static ITEM: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)<li[^>]*>").expect("tried by a test"));
    static BREAK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)</?(?:p|ul|ol|br|div|h[1-6]|li)\b[^>]*>").expect("tried by a test"));
    static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<[^>]*>").expect("tried by a test"));
    const MARK: char = '\u{1}';
    let text = ITEM.replace_all(html, "\n\u{1}");
    let text = BREAK.replace_all(&text, "\n");
    let text = TAG.replace_all(&text, "");
    let text = text
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    let bullets: Vec<bool> = text.split('\n').map(|l| l.starts_with(MARK)).collect();
    let mut document = Document::from_text(Format::Html, text.replace(MARK, " "));
    for (line, bullet) in document.lines.iter_mut().zip(bullets) {
        if bullet {
            line.kind = LineKind::Bullet;
        }
    }
    document
}
