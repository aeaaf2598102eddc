//! A posting as data: a schema.org JobPosting in or instead of a page, or rolefit's own model.

use super::blocks::blocks;
use super::criteria::{Setting, criteria};
use super::cues::printed;
use super::gather::{Gathered, gather};
use super::marked::marked;
use crate::document::{Document, Format, LineKind};
use crate::posting::jsonld::PREFERRED_SET;
use crate::role::{Importance, Kind, Requirement};
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

/// What the data says, and whether it says all.
pub(super) struct Structured {
    pub(super) gathered: Gathered,
    /// Whether each requirement has its id and importance; then no text needs to be read.
    pub(super) complete: bool,
    /// Whether the document is the data, so that there is no page to read.
    pub(super) alone: bool,
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
    let found = values.iter().find_map(|v| job_posting(v, DEEPEST)).map(from_job_posting);
    let marked = || marked(document).map(|gathered| Structured { gathered, complete: true, alone: false });
    found.map(|found| Structured { alone: whole.is_some(), ..found }).or_else(marked)
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
        alone: true,
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
        return Structured { gathered, complete: true, alone: true };
    }
    let mut gathered = gather(&blocks(&page(&text(&job["description"]))));
    gathered.title = title;
    add_fields(job, &mut gathered);
    Structured { gathered, complete: false, alone: false }
}

/// What the fields of a JobPosting ask for beside its description; a field that repeats the description adds nothing.
fn add_fields(job: &Value, out: &mut Gathered) {
    const ASKED: [&str; 4] = ["experienceRequirements", "educationRequirements", "qualifications", "skills"];
    const CONDITIONS: [&str; 4] =
        ["eligibilityToWorkRequirement", "physicalRequirement", "securityClearanceRequirement", "sensoryRequirement"];
    let told: Vec<(Kind, Vec<String>)> = out.requirements.iter().map(|r| (r.kind, r.terms.clone())).collect();
    for key in ASKED {
        for item in items(&job[key], key) {
            let found = criteria(&item, Importance::Required, Setting::List);
            // years and degrees of the description are more exact; a skill is new if its terms are
            let new = |r: &Requirement| told.iter().all(|(kind, terms)| *kind != r.kind || !same(terms, &r.terms));
            out.requirements.extend(found.requirements.into_iter().filter(new));
            out.not_scored.extend(found.not_scored);
        }
    }
    let instead = job["experienceInPlaceOfEducation"] == true;
    for education in out.requirements.iter_mut().filter(|r| instead && r.kind == Kind::Education) {
        education.equivalent_experience = true;
    }
    out.not_scored.extend(CONDITIONS.iter().flat_map(|key| items(&job[*key], key)));
}

fn same(told: &[String], new: &[String]) -> bool {
    new.is_empty() || new.iter().all(|t| told.contains(t))
}

/// The texts of a field: a text of lines or of a plain list, a list, or an object with a name.
fn items(value: &Value, key: &str) -> Vec<String> {
    const MONTHS: u64 = 12;
    match value {
        Value::Array(list) => list.iter().flat_map(|v| items(v, key)).collect(),
        Value::String(words) if words.contains('<') => {
            page(words).text.lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect()
        }
        Value::String(words) => {
            // "SQL, Figma, roadmaps": a list of short names, not a sentence
            const SHORT: usize = 4;
            let parts: Vec<&str> = words.split([',', ';', '\n']).map(str::trim).filter(|p| !p.is_empty()).collect();
            let names = key == "skills" && parts.iter().all(|p| p.split_whitespace().count() <= SHORT);
            if names {
                parts.into_iter().map(str::to_owned).collect()
            } else {
                words.lines().map(str::to_owned).collect()
            }
        }
        Value::Object(_) => {
            let level = text(&value["credentialCategory"]);
            let level =
                if key == "educationRequirements" && !level.is_empty() && !level.to_lowercase().contains("degree") {
                    format!("{level} degree")
                } else {
                    level
                };
            let named = ["description", "name"].iter().map(|k| text(&value[*k])).find(|t| !t.is_empty());
            let mut out: Vec<String> = named.into_iter().collect();
            if !level.is_empty() && !out.iter().any(|t| t.to_lowercase().contains(&level.to_lowercase())) {
                out.push(level);
            }
            let months =
                value["monthsOfExperience"].as_u64().or_else(|| value["monthsOfExperience"].as_str()?.parse().ok());
            let dated = out.iter().any(|t| !super::years::mentions(t).is_empty());
            if let Some(months) = months.filter(|m| *m > 0 && !dated) {
                out.push(format!("{} years of experience", months.div_ceil(MONTHS)));
            }
            out
        }
        _ => vec![],
    }
}

/// A requirement with a known id: as we printed it, or read from its text and given the id.
pub(super) fn named(text: &str, id: &str, importance: Importance, first: &str) -> Option<Requirement> {
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
