//! A document's text with the reader's marks in front of its lines, so that a user can see why it was misread.

use crate::document::{Document, LineKind};
use std::fmt::Write as _;

/// The text with a line of its own before each page and column, `#` before headings and `-` before list items.
pub fn text(document: &Document) -> String {
    let mut out = String::with_capacity(document.text.len() + document.lines.len() * 2);
    let mut place = (0, 0);
    for line in &document.lines {
        let words = document.line(line);
        if (line.page, line.column) != place && !words.trim().is_empty() {
            place = (line.page, line.column);
            let _ = writeln!(out, "[page {}, column {}]", place.0, place.1);
        }
        let mark = match line.kind {
            LineKind::Heading => "# ",
            LineKind::Bullet => "- ",
            LineKind::Plain => "  ",
        };
        let _ = writeln!(out, "{}{words}", if words.trim().is_empty() { "" } else { mark });
    }
    out
}
