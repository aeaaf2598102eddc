//! JSON Resume (schema 1.x) as the lines that a person would write from it.
//!
//! The order is the schema's own; each entry is one row "title, employer  start - end" with its highlights as
//! bullets below, so that the same parser reads it as any other resume. Dates stay as they are written.

use super::builder::Builder;
use super::{Document, Format, LineKind};
use crate::error::Result;
use serde_json::{Map, Value};

/// Sections whose presence, two of them at least, makes a JSON file a resume.
const SECTIONS: &[&str] = &[
    "basics",
    "work",
    "volunteer",
    "education",
    "awards",
    "certificates",
    "publications",
    "skills",
    "languages",
    "interests",
    "references",
    "projects",
];

/// An entry's parts by their names in the schema, the first that is there counts.
struct Shape {
    section: &'static str,
    heading: &'static str,
    title: &'static [&'static str],
    organisation: &'static [&'static str],
}

const SHAPES: &[Shape] = &[
    Shape { section: "work", heading: "Work Experience", title: &["position"], organisation: &["name", "company"] },
    Shape {
        section: "volunteer",
        heading: "Volunteering",
        title: &["position"],
        organisation: &["organization", "name"],
    },
    Shape { section: "projects", heading: "Projects", title: &["name"], organisation: &["entity"] },
    Shape { section: "education", heading: "Education", title: &["studyType", "area"], organisation: &["institution"] },
    Shape { section: "certificates", heading: "Certifications", title: &["name"], organisation: &["issuer"] },
    Shape { section: "awards", heading: "Awards", title: &["title"], organisation: &["awarder"] },
    Shape { section: "publications", heading: "Publications", title: &["name"], organisation: &["publisher"] },
];

/// Whether a text begins as JSON does and prose does not.
pub(super) fn is_json(text: &str) -> bool {
    let text = text.trim();
    let second = text.get(1..).unwrap_or_default().trim_start();
    let broken = match text.chars().next() {
        Some('{') => second.starts_with(['"', '}']) && text.ends_with('}'),
        Some('[') => second.starts_with(['"', '{', '[', ']']) && text.ends_with(']'),
        _ => return false,
    };
    broken || is_whole(text)
}

/// Whether a text is JSON to its end.
pub(super) fn is_whole(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// The object, if a text is a JSON Resume.
pub(super) fn parse(text: &str) -> Option<Map<String, Value>> {
    if !text.trim_start().starts_with('{') {
        return None;
    }
    let Ok(Value::Object(object)) = serde_json::from_str(text) else { return None };
    let sections = SECTIONS.iter().filter(|section| object.contains_key(**section)).count();
    (sections >= 2 || object.get("basics").is_some_and(Value::is_object)).then_some(object)
}

/// The document of a JSON Resume.
///
/// # Errors
/// [`crate::Error::Limit`] where it is far larger than any resume.
pub(super) fn read(resume: &Map<String, Value>) -> Result<Document> {
    let mut out = Builder::new(Format::JsonResume);
    if let Some(Value::Object(basics)) = resume.get("basics") {
        write_basics(basics, &mut out)?;
    }
    for shape in SHAPES {
        let entries = list(resume, shape.section);
        if entries.is_empty() {
            continue;
        }
        heading(shape.heading, &mut out)?;
        for entry in entries.iter().filter_map(Value::as_object) {
            write_entry(entry, shape, &mut out)?;
        }
    }
    write_named(resume, "skills", "Skills", &["name", "level", "keywords"], &mut out)?;
    write_named(resume, "languages", "Languages", &["language", "fluency"], &mut out)?;
    write_named(resume, "interests", "Interests", &["name", "keywords"], &mut out)?;
    write_named(resume, "references", "References", &["name", "reference"], &mut out)?;
    Ok(out.finish(1))
}

fn heading(words: &str, out: &mut Builder) -> Result<()> {
    out.blank();
    out.push(words, LineKind::Heading)
}

fn write_basics(basics: &Map<String, Value>, out: &mut Builder) -> Result<()> {
    out.push(&text(basics, "name"), LineKind::Heading)?;
    out.push(&text(basics, "label"), LineKind::Plain)?;
    let place = basics.get("location").and_then(Value::as_object);
    let place =
        place.map(|l| joined(&["address", "postalCode", "city", "region", "countryCode"].map(|k| text(l, k)), ", "));
    let contact = [text(basics, "email"), text(basics, "phone"), text(basics, "url"), place.unwrap_or_default()];
    out.push(&joined(&contact, " | "), LineKind::Plain)?;
    link(basics, out);
    for profile in list(basics, "profiles").iter().filter_map(Value::as_object) {
        let address = [text(profile, "url"), text(profile, "username")].into_iter().find(|a| !a.is_empty());
        out.push(&joined(&[text(profile, "network"), address.unwrap_or_default()], ": "), LineKind::Plain)?;
        link(profile, out);
    }
    let summary = text(basics, "summary");
    if !summary.is_empty() {
        heading("Summary", out)?;
        out.push(&summary, LineKind::Plain)?;
    }
    Ok(())
}

fn write_entry(entry: &Map<String, Value>, shape: &Shape, out: &mut Builder) -> Result<()> {
    out.blank();
    let title = match shape.section {
        // "Bachelor" and "Computer Science" are one title.
        "education" => joined(&[text(entry, "studyType"), text(entry, "area")], " in "),
        _ => first(entry, shape.title),
    };
    let what = joined(&[title, first(entry, shape.organisation)], ", ");
    out.push(&joined(&[what, dates(entry)], "  "), LineKind::Plain)?;
    out.push(&joined(&[text(entry, "location"), text(entry, "score")], " | "), LineKind::Plain)?;
    for key in ["summary", "description"] {
        out.push(&text(entry, key), LineKind::Plain)?;
    }
    for key in ["highlights", "courses", "keywords", "roles"] {
        for item in list(entry, key).iter().filter_map(Value::as_str).filter(|item| !item.trim().is_empty()) {
            out.push(&format!("• {}", one_line(item)), LineKind::Bullet)?;
        }
    }
    link(entry, out);
    Ok(())
}

/// "2019-01 - 2021-03"; an open end of something begun is the present.
fn dates(entry: &Map<String, Value>) -> String {
    let (start, end) = (text(entry, "startDate"), text(entry, "endDate"));
    match (start.is_empty(), end.is_empty()) {
        (false, true) => format!("{start} - Present"),
        (true, false) => end,
        (false, false) => format!("{start} - {end}"),
        (true, true) => first(entry, &["date", "releaseDate"]),
    }
}

/// Sections whose entries are one line: a name and what belongs to it.
fn write_named(
    resume: &Map<String, Value>,
    section: &str,
    title: &str,
    keys: &[&str],
    out: &mut Builder,
) -> Result<()> {
    let entries = list(resume, section);
    if !entries.is_empty() {
        heading(title, out)?;
    }
    for entry in entries {
        let line = match entry {
            Value::Object(entry) => {
                let parts: Vec<String> =
                    keys.iter().map(|key| text(entry, key)).filter(|part| !part.is_empty()).collect();
                match parts.split_first() {
                    Some((name, rest)) if !rest.is_empty() => format!("{name}: {}", rest.join(", ")),
                    _ => parts.concat(),
                }
            }
            other => plain(other),
        };
        out.push(&line, LineKind::Plain)?;
    }
    Ok(())
}

fn link(entry: &Map<String, Value>, out: &mut Builder) {
    for key in ["url", "website"] {
        out.link(&text(entry, key));
    }
}

fn list<'v>(object: &'v Map<String, Value>, key: &str) -> &'v [Value] {
    object.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn first(object: &Map<String, Value>, keys: &[&str]) -> String {
    keys.iter().map(|key| text(object, key)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn text(object: &Map<String, Value>, key: &str) -> String {
    object.get(key).map(plain).unwrap_or_default()
}

/// A value in words: lists with commas, objects and nothing as nothing.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => one_line(text),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => joined(&items.iter().filter_map(Value::as_str).map(one_line).collect::<Vec<_>>(), ", "),
        _ => String::new(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn joined(parts: &[String], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(between)
}
