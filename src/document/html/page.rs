//! The open elements of a page and the line being written.
//!
//! lol_html reports tags as they come; which elements are open, and which end without an end tag, is kept here.

use super::style::Style;
use super::{DEPTH, FORMAT};
use crate::document::builder::Builder;
use crate::document::flow::is_date;
use crate::document::{Document, LineKind};
use crate::error::Result;
use lol_html::html_content::Element;
use std::rc::Rc;

/// Elements whose words a browser does not show.
const UNSHOWN: &[&str] = &[
    "area", "audio", "canvas", "datalist", "embed", "frameset", "head", "iframe", "map", "math", "meta", "noframes",
    "noscript", "object", "optgroup", "option", "rp", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
];
/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];
/// Elements with a gap above and below.
const SPACED: &[&str] = &["article", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section", "table"];

/// An open element.
struct Open {
    name: String,
    style: Style,
    /// It stands beside its neighbours, in a row.
    in_row: bool,
    /// Columns of its grid that its children have taken so far.
    taken: usize,
    /// Lines of the page when it was opened, and when the last of its children but the first was.
    from: usize,
    last: Option<usize>,
}

/// A page being read.
pub(super) struct Page {
    out: Builder,
    open: Vec<Open>,
    /// Words of a text node, until it is complete.
    node: String,
    line: String,
    kind: LineKind,
    /// Levels inside an element that is not shown, and the JSON-LD block that it may be.
    json_ld: bool,
    /// The open tables, the innermost last.
    tables: Vec<Table>,
    /// Whether a paragraph of a cell has ended, and the next may follow.
    parted: bool,
    pub(super) limit: Option<&'static str>,
}

/// A table while its rows are read.
#[derive(Default)]
struct Table {
    /// Head cells of this row, and all its cells.
    heads: usize,
    cells: usize,
    /// Whether a row above was one of heads.
    columns: bool,
}

impl Table {
    /// Whether each cell of the row so far is a head, and there is more than one: a single one heads its row.
    fn is_row_of_heads(&self) -> bool {
        self.heads > 1 && self.heads == self.cells
    }

    fn next_row(&mut self) {
        self.columns |= self.is_row_of_heads();
        (self.heads, self.cells) = (0, 0);
    }
}

/// Why reading was stopped; the reason itself is kept in [`Page::limit`].
#[derive(Debug, thiserror::Error)]
#[error("stopped")]
pub(super) struct Stopped;

impl From<crate::error::Error> for Stopped {
    fn from(_: crate::error::Error) -> Self {
        Stopped
    }
}

impl Page {
    pub(super) fn new() -> Page {
        Page {
            out: Builder::new(FORMAT),
            open: vec![],
            node: String::new(),
            line: String::new(),
            kind: LineKind::Plain,
            json_ld: false,
            tables: vec![],
            parted: false,
            limit: None,
        }
    }

    fn style(&self) -> Style {
        self.open.last().map_or_else(Style::default, |open| open.style)
    }

    fn is_shown(&self) -> bool {
        !self.open.iter().any(|open| UNSHOWN.binary_search(&open.name.as_str()).is_ok())
    }

    /// Opens an element; gives the depth to close it at.
    pub(super) fn open(
        &mut self,
        element: &Element<'_, '_>,
        sheets: &[Rc<String>],
    ) -> std::result::Result<usize, Stopped> {
        let name = element.tag_name();
        self.close_implied(&name)?;
        let depth = self.open.len();
        if depth >= DEPTH {
            self.limit = Some("256 levels of nested HTML elements");
            return Err(Stopped);
        }
        let in_row = self.open.last().is_some_and(|open| open.style.row);
        let mut style = self.style().inside();
        style.preformatted |= name == "pre";
        sheets.iter().for_each(|declarations| style.declare(declarations));
        let value = |name: &str| element.get_attribute(name).map(|v| v.to_ascii_lowercase());
        value("color").filter(|_| name == "font").into_iter().for_each(|c| style.paint(&c));
        value("bgcolor").into_iter().for_each(|c| style.back(&c));
        value("style").into_iter().for_each(|declarations| style.declare(&declarations));
        if element.has_attribute("hidden") || (name == "dialog" && !element.has_attribute("open")) {
            style.hide("undisplayed");
        }
        if name == "a"
            && let Some(target) = element.get_attribute("href")
            && !target.starts_with('#')
            && !target.trim_start().to_ascii_lowercase().starts_with("javascript:")
        {
            self.out.link(&unescape(&target));
        }
        if name == "script" {
            self.json_ld = value("type").is_some_and(|kind| kind.trim() == "application/ld+json");
        }
        match name.as_str() {
            "table" => self.tables.push(Table::default()),
            "tr" => self.tables.iter_mut().rev().take(1).for_each(Table::next_row),
            "td" | "th" => self.tables.iter_mut().rev().take(1).for_each(|table| {
                table.heads += usize::from(name == "th");
                table.cells += 1;
            }),
            _ => {}
        }
        let is_cell = matches!(name.as_str(), "td" | "th");
        let block = is_block(&name, &style);
        let data = self.in_data_cell();
        let begins_row = in_row && self.begins_row(style.span, name == "dt");
        if (block || name == "br") && data {
            self.parted = true;
        } else if is_cell && self.has_heads() {
            self.data_cell();
        } else if begins_row || block && !in_row {
            self.end_line()?;
        } else if in_row || is_cell && !self.line.is_empty() {
            self.cell();
        }
        if SPACED.binary_search(&name.as_str()).is_ok() && !data {
            self.out.blank();
        }
        match name.as_str() {
            _ if data => {}
            "br" if self.is_date_open() => self.line.push(' '),
            "br" => self.end_line()?,
            "li" => self.kind = LineKind::Bullet,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.kind = LineKind::Heading,
            _ if value("role").as_deref() == Some("heading") => self.kind = LineKind::Heading,
            _ => {}
        }
        let lines = self.out.lines();
        if let Some(around) = self.open.last_mut() {
            around.last = (around.from < lines).then_some(lines);
        }
        if element.can_have_content() {
            self.open.push(Open { name, style, in_row, taken: 0, from: lines, last: None });
        }
        Ok(depth)
    }

    /// Whether a child that takes so many columns begins a row of the grid around it; a term of a list always does.
    fn begins_row(&mut self, span: usize, term: bool) -> bool {
        let Some(around) = self.open.last_mut().filter(|around| around.style.columns > 0) else { return term };
        let columns = around.style.columns;
        let (free, span) = (columns - around.taken % columns, span.min(columns));
        // what does not fit begins below
        let below = (term || span > free) && free < columns;
        around.taken += if below { free + span } else { span };
        below || free == columns
    }

    /// Ends elements that end without an end tag when `next` begins.
    fn close_implied(&mut self, next: &str) -> std::result::Result<(), Stopped> {
        let ends = |open: &str| match next {
            "li" => open == "li",
            "tr" => matches!(open, "tr" | "td" | "th"),
            "td" | "th" => matches!(open, "td" | "th"),
            "dt" | "dd" => matches!(open, "dt" | "dd"),
            "option" => open == "option",
            "body" => open == "head",
            _ => open == "p" && BLOCKS.binary_search(&next).is_ok(),
        };
        let holds = |open: &str| matches!(open, "ul" | "ol" | "table" | "dl" | "div" | "section" | "select");
        let mut from = self.open.len();
        for (at, open) in self.open.iter().enumerate().rev() {
            if ends(&open.name) {
                from = at;
                if next != "tr" {
                    break;
                }
            } else if holds(&open.name) {
                break;
            }
        }
        if from < self.open.len() { self.close(from) } else { Ok(()) }
    }

    /// Closes the element opened at a depth, and all inside it.
    pub(super) fn close(&mut self, depth: usize) -> std::result::Result<(), Stopped> {
        self.end_node()?;
        while self.open.len() > depth {
            let Some(open) = self.open.last() else { break };
            let (block, in_row) = (is_block(&open.name, &open.style), open.in_row);
            let spaced = SPACED.binary_search(&open.name.as_str()).is_ok();
            let table = open.name == "table";
            let is_cell = matches!(open.name.as_str(), "td" | "th");
            if open.name == "tr" || open.style.row {
                self.date_beside();
            }
            if block && !is_cell && self.in_data_cell() {
                self.end_node()?;
                self.parted = true;
            } else if block && !in_row {
                self.end_line()?;
            } else if in_row {
                self.cell();
            }
            if spaced && !self.in_data_cell() {
                self.out.blank();
            }
            if table {
                self.tables.pop();
            }
            self.open.pop();
        }
        Ok(())
    }

    /// Whether the line so far is the first half of some dates, broken in a narrow column: "Sept 2021 –".
    fn is_date_open(&self) -> bool {
        let line = format!("{}{}", self.line, self.node);
        let words = line.trim();
        words.ends_with(['-', '–', '—']) && is_date(words)
    }

    /// Moves a date that is all of a row's last cell behind the row's first line, where a reader sees it, if the cells before
    /// it have lines of their own.
    fn date_beside(&mut self) {
        let Some(Open { from, last: Some(last), .. }) = self.open.last() else { return };
        let words = self.line.trim_matches([' ', '\t']);
        if *last == self.out.lines() && is_date(words) && !words.contains('\t') && self.kind == LineKind::Plain {
            self.out.beside(*from, words);
            self.line.clear();
        }
    }

    /// Whether the columns of the innermost table have heads, or its row is one of heads: such rows are data.
    fn has_heads(&self) -> bool {
        self.tables.last().is_some_and(|table| table.columns || table.is_row_of_heads())
    }

    /// Whether the page stands in a cell of data, or in one of heads: such a row stays one line.
    fn in_data_cell(&self) -> bool {
        let holds = |open: &&Open| matches!(open.name.as_str(), "td" | "th" | "table");
        let data = |table: &Table| table.columns || table.heads == table.cells;
        self.tables.last().is_some_and(data)
            && self.open.iter().rev().find(holds).is_some_and(|open| open.name != "table")
    }

    /// Begins a cell of such a table; an empty one keeps its place.
    fn data_cell(&mut self) {
        self.parted = false;
        if self.tables.last().is_some_and(|table| table.cells > 1) {
            self.line.truncate(self.line.trim_end_matches(' ').len());
            self.line.push('\t');
        }
    }

    /// A gap to the next cell of a row.
    fn cell(&mut self) {
        self.parted = false;
        let words = self.line.trim_end().len();
        if words > 0 {
            self.line.truncate(words);
            self.line.push('\t');
        }
    }

    /// Takes in a piece of a text node.
    pub(super) fn words(&mut self, chunk: &str, last: bool) -> std::result::Result<(), Stopped> {
        self.node.push_str(chunk);
        if last { self.end_node() } else { Ok(()) }
    }

    fn end_node(&mut self) -> std::result::Result<(), Stopped> {
        if self.node.is_empty() {
            return Ok(());
        }
        let node = std::mem::take(&mut self.node);
        if !self.is_shown() {
            if std::mem::take(&mut self.json_ld) {
                self.out.json_ld(node.trim().to_string());
            }
            return Ok(());
        }
        let words = unescape(&node);
        let style = self.style();
        if let Some(technique) = style.hides() {
            self.out.hide(technique, 1, &words);
            return Ok(());
        }
        if style.preformatted {
            for (at, line) in words.split('\n').enumerate() {
                match at {
                    0 => {}
                    _ if self.in_data_cell() => self.line.push(' '),
                    _ => self.end_line()?,
                }
                self.line.push_str(line);
            }
            return Ok(());
        }
        if !words.trim().is_empty() && std::mem::take(&mut self.parted) {
            self.line.truncate(self.line.trim_end_matches(' ').len());
            let follows = !self.line.is_empty() && !self.line.ends_with(['\t', ';']);
            self.line.push_str(if follows { "; " } else { "" });
        }
        for c in words.chars() {
            match c {
                ' ' | '\n' | '\t' | '\r' | '\u{c}' if self.line.is_empty() || self.line.ends_with([' ', '\t']) => {}
                ' ' | '\n' | '\t' | '\r' | '\u{c}' | '\u{a0}' => self.line.push(' '),
                '\u{ad}' => {}
                c => self.line.push(c),
            }
        }
        Ok(())
    }

    fn end_line(&mut self) -> std::result::Result<(), Stopped> {
        self.end_node()?;
        let line = std::mem::take(&mut self.line);
        self.parted = false;
        // a column without a name is one too
        let words = line.trim_end_matches([' ', '\t']);
        let words = words.trim_start_matches(if self.has_heads() { &[' '][..] } else { &[' ', '\t'][..] });
        if words.is_empty() {
            return Ok(());
        }
        let kind = std::mem::replace(&mut self.kind, LineKind::Plain);
        let listed = kind == LineKind::Bullet && !crate::document::text::is_bullet(words);
        let pushed = if listed { self.out.push(&format!("• {words}"), kind) } else { self.out.push(words, kind) };
        if pushed.is_err() {
            self.limit = Some("20 MB of text in one document");
        }
        Ok(pushed?)
    }

    pub(super) fn finish(mut self) -> Result<Document> {
        let limit = |_| crate::error::Error::Limit { limit: "20 MB of text in one document".into() };
        self.close(0).and_then(|()| self.end_line()).map_err(limit)?;
        Ok(self.out.finish(1))
    }
}

fn is_block(name: &str, style: &Style) -> bool {
    style.block.unwrap_or_else(|| BLOCKS.binary_search(&name).is_ok())
}

/// Character references of HTML.
pub(crate) fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_string();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        match reference(after) {
            Some((said, len)) => {
                out.push_str(&said);
                rest = after.get(len..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The characters that `text` begins with a reference to, and the bytes that it takes.
fn reference(text: &str) -> Option<(String, usize)> {
    /// Longest name of a reference.
    const NAME: usize = 32;
    let name: &str = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '#').next()?;
    if name.is_empty() || name.len() > NAME {
        return None;
    }
    let len = name.len() + usize::from(text.get(name.len()..).is_some_and(|rest| rest.starts_with(';')));
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        // Old pages number the signs of Windows-1252.
        let c = match u8::try_from(code) {
            Ok(byte @ 0x80..=0x9f) => {
                encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()?
            }
            _ => char::from_u32(code).filter(|c| *c != '\0')?,
        };
        return Some((c.to_string(), len));
    }
    quick_xml::escape::resolve_html5_entity(name).map(|said| (said.to_string(), len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_names_are_sorted_and_references_decoded() {
        assert!(UNSHOWN.is_sorted() && BLOCKS.is_sorted() && SPACED.is_sorted());
        assert_eq!(
            unescape("R&amp;D &eacute;t&#233; &#x2013; &#150; A&B &nope; 5 &lt 6"),
            "R&D été – – A&B &nope; 5 < 6"
        );
    }
}
