//! JSON for programs: one object a line, with nothing in it that could steer a terminal.

use crate::document::Document;
use crate::report::escape;
use serde::Serialize;

/// Schema of [`DocumentLine`] as JSON.
pub const DOCUMENT_SCHEMA: &str = "rolefit.document/1";
/// Schema of [`ResumeLine`] as JSON.
pub const RESUME_SCHEMA: &str = "rolefit.resume/1";

/// A value as one line of JSON, ended by `\n`. The types of this library have only text keys, so that it cannot fail.
pub fn line(value: &impl Serialize) -> String {
    let mut line = escape::json(&serde_json::to_string(value).unwrap_or_default());
    line.push('\n');
    line
}

/// A document with the name it was read by.
#[derive(Debug, Serialize)]
pub struct DocumentLine<'a> {
    /// Always [`DOCUMENT_SCHEMA`].
    pub schema: &'static str,
    /// Path as given.
    pub name: &'a str,
    /// SHA-256 of the bytes, in hex.
    pub sha256: &'a str,
    /// What was read.
    #[serde(flatten)]
    pub document: &'a Document,
}

/// A resume as understood, with the name it was read by.
#[derive(Debug, Serialize)]
pub struct ResumeLine<'a, R: Serialize> {
    /// Always [`RESUME_SCHEMA`].
    pub schema: &'static str,
    /// Path as given.
    pub name: &'a str,
    /// SHA-256 of the bytes, in hex.
    pub sha256: &'a str,
    /// What was understood.
    pub resume: &'a R,
}
