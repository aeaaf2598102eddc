//! A posting as Markdown, HTML, text or JSON. Formats that people read come from templates over the same model.

use super::{Posting, jsonld};
use crate::error::Result;
use crate::template::{JSON_LD, Templates};
use serde_json::Value;

/// What a posting is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Md,
    /// One self-contained page that carries the structured data.
    Html,
    /// Plain text.
    Txt,
    /// The structured data alone: one schema.org JobPosting.
    Jsonld,
    /// The model.
    Json,
}

/// Writes a posting.
///
/// # Errors
/// [`crate::error::Error::Template`] where a user's template fails on this posting.
pub fn render(posting: &Posting, format: Format, templates: &Templates) -> Result<String> {
    Ok(match format {
        Format::Md => tidy(&templates.render("posting/posting.md", posting)?),
        Format::Txt => tidy(&templates.render("posting/posting.txt", posting)?),
        Format::Html => templates.render("posting/posting.html", &page(posting, templates)?)?,
        Format::Jsonld => jsonld(posting, templates)? + "\n",
        Format::Json => pretty(posting) + "\n",
    })
}

/// The page without its structured data, for whoever only wants its words.
///
/// # Errors
/// As [`render`].
pub(super) fn words_of_page(posting: &Posting, templates: &Templates) -> Result<String> {
    templates.render("posting/posting.html", posting)
}

/// The data of the page: the posting, and its structured data ready to be printed.
fn page(posting: &Posting, templates: &Templates) -> Result<Value> {
    let mut data = serde_json::to_value(posting).expect("a posting is plain data");
    data[JSON_LD] = Value::from(jsonld(posting, templates)?);
    Ok(data)
}

fn pretty(posting: &Posting) -> String {
    serde_json::to_string_pretty(posting).expect("a posting is plain data")
}

/// At most one empty line in a row, none at the start, one line end at the end: parts that are absent leave no gap.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() && empty {
            continue;
        }
        empty = line.is_empty();
        out.push_str(line);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
