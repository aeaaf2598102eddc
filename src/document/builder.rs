//! Puts a document together line by line, so that text, spans and kinds cannot drift apart.
//!
//! Readers that make their own text (all but plain text and Markdown) hand over finished lines; the rules that
//! hold for all of them live here: no line ends in blanks, two blank lines never follow each other, the text
//! does not begin with a blank line, and hidden words are cut to a quote.

use super::limits::{self, TEXT_BYTES};
use super::{Document, Format, Hidden, Line, LineKind, Mark, Note};
use crate::error::Result;

/// A document in the making.
pub(super) struct Builder {
    document: Document,
    page: u32,
    column: u16,
    gap: bool,
    names: Vec<String>,
}

impl Builder {
    pub(super) fn new(format: Format) -> Builder {
        Builder { document: Document::from_text(format, String::new()), page: 1, column: 1, gap: false, names: vec![] }
    }

    /// Page and column, both counted from 1, of the lines that follow.
    pub(super) fn place(&mut self, page: u32, column: u16) {
        self.page = page;
        self.column = column;
    }

    /// Adds what `words` says as lines of one kind: the kind stands on the first line that is not blank.
    ///
    /// # Errors
    /// [`crate::Error::Limit`] when the document grows beyond any resume.
    pub(super) fn push(&mut self, words: &str, kind: LineKind) -> Result<()> {
        let mut kind = kind;
        for piece in words.split('\n') {
            let piece = piece.trim_end();
            if piece.trim_start().is_empty() {
                self.blank();
                continue;
            }
            if self.gap && !self.document.text.is_empty() {
                self.line("", LineKind::Plain);
            }
            self.gap = false;
            self.line(piece, kind);
            kind = if kind == LineKind::Heading { kind } else { LineKind::Plain };
        }
        if self.document.text.len() > TEXT_BYTES {
            return limits::over("20 MB of text in one document");
        }
        Ok(())
    }

    /// How many lines there are.
    pub(super) fn lines(&self) -> usize {
        self.document.lines.len()
    }

    /// Adds words behind the first line that says something from a line on, counted from 0: a column beside it.
    pub(super) fn beside(&mut self, from: usize, words: &str) {
        let lines = &mut self.document.lines;
        let Some(at) = (from..lines.len()).find(|at| lines[*at].end > lines[*at].start) else { return };
        let end = lines[at].end;
        let words = format!("\t{words}");
        self.document.text.insert_str(end, &words);
        lines[at].end += words.len();
        lines[at + 1..].iter_mut().for_each(|line| {
            line.start += words.len();
            line.end += words.len();
        });
        self.document.marks.iter_mut().filter(|mark| mark.start > end).for_each(|mark| mark.start += words.len());
    }

    /// A visible gap: one blank line before the next line.
    pub(super) fn blank(&mut self) {
        self.gap = true;
    }

    pub(super) fn note(&mut self, id: &'static str, message: impl Into<String>, page: Option<u32>) {
        let note = Note { id: id.into(), message: message.into(), page };
        if !self.document.notes.contains(&note) {
            self.document.notes.push(note);
        }
    }

    /// Words that a person would not see. Words hidden the same way right after each other are one finding.
    pub(super) fn hide(&mut self, technique: &'static str, page: u32, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return;
        }
        if let Some(last) = self.document.hidden.last_mut()
            && last.technique == technique
            && last.page == page
        {
            let room = Hidden::QUOTE.saturating_sub(last.quote.chars().count() + 1);
            if room > 0 {
                last.quote.push(' ');
                last.quote.extend(words.chars().take(room));
            }
            return;
        }
        let quote = words.chars().take(Hidden::QUOTE).collect();
        self.document.hidden.push(Hidden { technique: technique.into(), page, quote });
    }

    /// A link target; repeated ones are kept once.
    pub(super) fn link(&mut self, target: &str) {
        let target = target.trim();
        if !target.is_empty() && !self.document.links.iter().any(|l| l == target) {
            self.document.links.push(target.to_string());
        }
    }

    pub(super) fn json_ld(&mut self, block: String) {
        self.document.json_ld.push(block);
    }

    /// A name for the next line that says something.
    pub(super) fn mark(&mut self, name: &str) {
        self.names.push(name.to_owned());
    }

    pub(super) fn text(&self) -> &str {
        &self.document.text
    }

    pub(super) fn finish(mut self, pages: u32) -> Document {
        self.document.pages = pages.max(1);
        super::odd::note(&mut self.document);
        self.document
    }

    fn line(&mut self, words: &str, kind: LineKind) {
        let start = self.document.text.len();
        self.document.text.push_str(words);
        let end = self.document.text.len();
        self.document.text.push('\n');
        if !words.is_empty() {
            self.document.marks.extend(self.names.drain(..).map(|name| Mark { name, start }));
        }
        self.document.lines.push(Line { start, end, page: self.page, column: self.column, kind });
    }
}
