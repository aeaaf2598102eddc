//! DOC (Word 97-2003), through office_oxide: its model of paragraphs becomes our blocks.
//!
//! The format is too large for a reader of our own, and rare. The other library holds unsafe code and may run out
//! of memory on a hostile file, so files of strangers are read in a child process; a panic is caught here.

use super::builder::Builder;
use super::flow::{self, Block, Para};
use super::limits::{DEPTH, over};
use super::look::{Colour, Look};
use super::{Document, Format};
use crate::error::{Error, Result};
use office_oxide::ir::{Element, InlineContent, List};
use office_oxide::options::ParseOptions;
use office_oxide::{DocumentFormat, OfficeError, doc::DocError};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a DOC.
///
/// # Errors
/// [`Error::Encrypted`], [`Error::Unreadable`], [`Error::Limit`].
pub(super) fn read(bytes: &[u8]) -> Result<Document> {
    catch_unwind(AssertUnwindSafe(|| parse(bytes))).unwrap_or_else(|_| unreadable("its structure is damaged"))
}

fn unreadable<T>(reason: &str) -> Result<T> {
    Err(Error::Unreadable { format: "DOC", reason: reason.to_string() })
}

fn parse(bytes: &[u8]) -> Result<Document> {
    let shown = open(bytes, false)?;
    let mut writer = Writer { out: Builder::new(Format::Doc), blocks: vec![] };
    let ir = shown.to_ir();
    for section in &ir.sections {
        let edges = |part: &Option<office_oxide::ir::HeaderFooter>| {
            part.as_ref().map(|p| p.content.clone()).unwrap_or_default()
        };
        writer.elements(&edges(&section.first_page_header), 0)?;
        writer.elements(&edges(&section.header), 0)?;
        writer.elements(&section.elements, 0)?;
        writer.elements(&edges(&section.footer), 0)?;
    }
    let Writer { mut out, blocks } = writer;
    flow::render(&blocks, &mut out)?;
    if let Ok(all) = open(bytes, true) {
        hidden(&shown.plain_text(), &all.plain_text(), &mut out);
    }
    Ok(out.finish(1))
}

fn open(bytes: &[u8], hidden: bool) -> Result<office_oxide::Document> {
    let mut options = ParseOptions::default();
    options.include_hidden_text = hidden;
    office_oxide::Document::from_reader_with(Cursor::new(bytes.to_vec()), DocumentFormat::Doc, &options).map_err(|e| {
        match e {
            OfficeError::Doc(DocError::Encrypted) => Error::Encrypted,
            other => Error::Unreadable { format: "DOC", reason: other.to_string() },
        }
    })
}

/// Reports the words of lines that only the text with hidden runs has.
fn hidden(shown: &str, all: &str, out: &mut Builder) {
    if all.len() <= shown.len() {
        return;
    }
    let mut shown = shown.lines().peekable();
    for line in all.lines() {
        if shown.peek() == Some(&line) {
            shown.next();
            continue;
        }
        // The visible rest of the line, if there is any, stands at its place in the other text.
        let rest = shown.next_if(|rest| is_part(rest, line)).unwrap_or_default();
        let visible: Vec<&str> = rest.split_whitespace().collect();
        let words: Vec<&str> = line.split_whitespace().filter(|word| !visible.contains(word)).collect();
        out.hide("hidden-run", 1, &words.join(" "));
    }
}

/// Whether all letters of `part` stand in `whole` in the same order.
fn is_part(part: &str, whole: &str) -> bool {
    let mut whole = whole.chars();
    part.chars().all(|c| whole.any(|w| w == c))
}

struct Writer {
    out: Builder,
    blocks: Vec<Block>,
}

impl Writer {
    fn elements(&mut self, elements: &[Element], depth: usize) -> Result<()> {
        if depth > DEPTH {
            return over("256 levels of nesting in DOC");
        }
        for element in elements {
            match element {
                Element::Heading(heading) => self.paragraph(&heading.content, true, false),
                Element::Paragraph(paragraph) => self.paragraph(&paragraph.content, false, false),
                Element::Table(table) => {
                    let mut rows = Vec::new();
                    for row in &table.rows {
                        let mut cells = Vec::new();
                        for cell in &row.cells {
                            let around = std::mem::take(&mut self.blocks);
                            self.elements(&cell.content, depth + 1)?;
                            cells.push(std::mem::replace(&mut self.blocks, around));
                        }
                        rows.push(cells);
                    }
                    self.blocks.push(Block::Table(rows));
                }
                Element::List(list) => self.list(list, depth + 1)?,
                Element::TextBox(text) => self.elements(&text.content, depth + 1)?,
                // A comment comes as a note with an author; it is not on the page.
                Element::Footnote(note) | Element::Endnote(note) if note.author.is_none() => {
                    self.elements(&note.content, depth + 1)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn list(&mut self, list: &List, depth: usize) -> Result<()> {
        if depth > DEPTH {
            return over("256 levels of nesting in DOC");
        }
        for item in &list.items {
            for element in &item.content {
                match element {
                    Element::Paragraph(paragraph) => self.paragraph(&paragraph.content, false, true),
                    other => self.elements(std::slice::from_ref(other), depth + 1)?,
                }
            }
            if let Some(nested) = &item.nested {
                self.list(nested, depth + 1)?;
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, content: &[InlineContent], heading: bool, item: bool) {
        let mut para = Para { heading, item, page: 1, bold: true, ..Para::default() };
        for part in content {
            match part {
                InlineContent::Text(span) => {
                    let look = Look {
                        colour: span.color.map(colour),
                        shade: span.highlight.map(colour),
                        size: span.font_size_half_pt.map(|half| half as f32 / 2.0),
                        ..Look::default()
                    };
                    // What lies behind the paragraph is not known here, only behind the letters.
                    let behind = if look.colour.is_some() { None } else { Some(Colour::Auto) };
                    if let Some(technique) = look.hides(behind) {
                        self.out.hide(technique, 1, &span.text);
                        continue;
                    }
                    span.hyperlink.iter().for_each(|target| self.out.link(target));
                    para.bold &= span.bold || span.text.trim().is_empty();
                    para.size = para.size.max(look.size.unwrap_or(0.0));
                    para.text.push_str(&span.text);
                }
                InlineContent::LineBreak => para.text.push('\n'),
                _ => {}
            }
        }
        self.blocks.push(Block::Para(para));
    }
}

fn colour(rgb: [u8; 3]) -> Colour {
    Colour::Rgb(rgb.map(|c| f32::from(c) / 255.0))
}
