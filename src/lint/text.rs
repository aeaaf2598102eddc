//! The text that rules look at, whatever the file was: lines, sections, words, and the way back to the file.
//!
//! For md, txt, html, docx and pdf this is the document's own text. A JobPosting or a company file is laid out as the
//! posting that it stands for; each character knows its bytes in the file, so that a finding points at what somebody
//! can change.

use super::json_spans::Node;
use super::outline::{Row, Section, outline};
use crate::document::{Document, Format, Line, LineKind};
use crate::lexicon::words::{Pause, Words};
use serde_json::Value;

/// What kind of posting a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A document that people read.
    Page(Format),
    /// A schema.org JobPosting.
    JobPosting,
    /// A company file of `rolefit post`.
    Company,
    /// rolefit's own model, `rolefit post --format json`.
    Model,
}

/// A character of a laid-out text and its bytes in the file.
#[derive(Debug, Clone, Copy)]
struct Origin {
    text: u32,
    start: u32,
    end: u32,
}

/// A JobPosting object found in or instead of a page.
#[derive(Debug, Clone)]
pub(super) struct Job {
    /// The object.
    pub(super) value: Value,
    /// Whether it is the file itself, so that findings can point into it.
    pub(super) whole: bool,
}

/// A posting made ready for rules.
#[derive(Debug, Clone)]
pub struct Text {
    /// What the file is.
    pub form: Form,
    /// What spans of findings index: the document's text, or the JSON file.
    pub source: String,
    /// What rules read.
    pub(super) text: String,
    pub(super) rows: Vec<Row>,
    pub(super) words: Words,
    pub(super) jobs: Vec<Job>,
    /// JSON-LD blocks that cannot be parsed.
    pub(super) broken: usize,
    /// Places and size that the data states.
    pub(super) stated: Stated,
    /// Comments of a page, which its text does not have.
    pub(super) comments: Vec<String>,
    /// The object of data that the file is, with its bytes.
    pub(super) node: Option<Node>,
    origins: Vec<Origin>,
    /// First bytes of the lines of the file.
    starts: Vec<usize>,
}

/// What a company file or a JobPosting says apart from its text.
#[derive(Debug, Clone, Default)]
pub(super) struct Stated {
    /// Codes of places where the work is done.
    pub(super) places: Vec<String>,
    /// Codes of places where remote people may live.
    pub(super) remote: Vec<String>,
    /// Number of people.
    pub(super) employees: Option<u32>,
    /// Whether software screens applications.
    pub(super) screening: Option<bool>,
}

impl Text {
    /// A document's own text.
    pub(super) fn page(document: &Document) -> Text {
        let builder = Laid { text: document.text.clone(), origins: vec![], lines: document.lines.clone() };
        builder.finish(Form::Page(document.format), document.text.clone())
    }

    /// The bytes in the file of a span of the text.
    pub(super) fn span(&self, start: usize, end: usize) -> (usize, usize) {
        // what is missing stands nowhere
        if self.origins.is_empty() || start == end {
            return (start, end);
        }
        let of = |at: usize| {
            let index = self.origins.partition_point(|o| o.text as usize <= at).saturating_sub(1);
            &self.origins[index]
        };
        let (first, last) = (of(start), of(end.saturating_sub(1).max(start)));
        (first.start as usize, (last.end as usize).max(first.start as usize))
    }

    /// Line in the file, counted from 1, of a byte of the file.
    pub(super) fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).max(1)
    }

    /// The words of a row.
    pub(super) fn row(&self, row: &Row) -> &str {
        &self.text[row.start..row.end]
    }

    /// The rows of a section.
    pub(super) fn section(&self, section: Section) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |r| r.section == section)
    }

    /// Whether a heading opens the section.
    pub(super) fn has(&self, section: Section) -> bool {
        self.section(section).next().is_some()
    }

    /// Words that are visible, by blanks.
    pub(super) fn word_count(&self) -> usize {
        let word = |w: &&str| w.contains(char::is_alphanumeric);
        self.rows.iter().map(|r| self.row(r).split_whitespace().filter(word).count()).sum()
    }
}

/// A text while it is laid out.
#[derive(Debug, Default)]
pub(super) struct Laid {
    text: String,
    origins: Vec<Origin>,
    lines: Vec<Line>,
}

impl Laid {
    /// Adds a character that stands for bytes of the file.
    pub(super) fn push(&mut self, c: char, start: usize, end: usize) {
        self.origins.push(Origin { text: self.text.len() as u32, start: start as u32, end: end as u32 });
        self.text.push(c);
    }

    /// Adds words of ours that stand for a span of the file.
    pub(super) fn push_for(&mut self, words: &str, start: usize, end: usize) {
        words.chars().for_each(|c| self.push(c, start, end));
    }

    /// What is laid out so far.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether nothing stands on the line yet.
    pub(super) fn at_line_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }

    /// Ends the line, which is of that kind.
    pub(super) fn end_line(&mut self, kind: LineKind) {
        let start = self.text.rfind('\n').map_or(0, |at| at + 1);
        self.lines.push(Line { start, end: self.text.len(), page: 1, column: 1, kind });
        let last = self.origins.last().map_or(0, |o| o.end as usize);
        self.push('\n', last, last);
    }

    /// The text with its sections and words.
    pub(super) fn finish(self, form: Form, source: String) -> Text {
        let marks = match form {
            Form::Page(format) => matches!(format, Format::Markdown | Format::Text),
            _ => false,
        };
        let rows = outline(&self.text, &self.lines, marks);
        let mut words = Words::default();
        for (index, row) in rows.iter().enumerate() {
            let first = if row.continues { Pause::None } else { Pause::Block };
            words.push_line(&self.text[row.start..row.end], row.start, index, first);
        }
        join_abbreviations(&mut words);
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Text {
            form,
            source,
            text: self.text,
            rows,
            words,
            jobs: vec![],
            broken: 0,
            stated: Stated::default(),
            comments: vec![],
            node: None,
            origins: self.origins,
            starts,
        }
    }
}

/// "U.S. Citizens": the full stop inside a country's letters ends no sentence.
fn join_abbreviations(words: &mut Words) {
    for i in 2..words.list.len() {
        let pair = words.folded(&words.list[i - 2]) == "u" && words.folded(&words.list[i - 1]) == "s";
        if pair && words.list[i].pause == Pause::Sentence {
            words.list[i].pause = Pause::None;
        }
    }
}
