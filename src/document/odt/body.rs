//! One part of an ODT (body, page headers, page footers) becomes blocks.

use super::styles::{Style, Styles, centimetres};
use crate::document::builder::Builder;
use crate::document::flow::{Block, Para};
use crate::document::look::{Colour, Look};
use crate::document::xml::{Step, Tag, Xml};
use crate::error::Result;

/// Most blanks that `text:s` may stand for: more is a layout made of blanks.
const BLANKS: usize = 100;
/// Place of a frame in centimetres from which it is off the page.
const OFF_PAGE: f32 = 60.0;

/// Which part of the XML is read.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Where {
    Header,
    Body,
    Footer,
}

/// What one part says.
pub(super) struct Part {
    pub(super) blocks: Vec<Block>,
    pub(super) pages: u32,
}

impl Part {
    pub(super) fn read(xml: &str, place: Where, styles: &Styles, out: &mut Builder) -> Result<Part> {
        let mut walk = Walk {
            styles,
            out,
            place,
            inside: 0,
            skipped: 0,
            open: vec![],
            holders: vec![Holder::default()],
            paras: vec![],
            lists: 0,
            page: 1,
        };
        let mut xml = Xml::new(xml, "ODT");
        while let Some(step) = xml.next()? {
            match step {
                Step::Open(tag) => walk.open(&tag),
                Step::Close(name) => walk.close(name.full()),
                Step::Words(words) => walk.words(&words),
            }
        }
        let blocks = walk.holders.into_iter().next().map(|h| h.blocks).unwrap_or_default();
        Ok(Part { blocks, pages: walk.page })
    }
}

/// Something that holds blocks.
#[derive(Default)]
struct Holder {
    blocks: Vec<Block>,
    /// Rows, when it is a table.
    rows: Option<Vec<Vec<Vec<Block>>>>,
    background: Option<Colour>,
}

/// A paragraph being read.
struct Reading {
    para: Para,
    style: Style,
    letters: usize,
    bold_letters: usize,
    /// Frames and notes inside it.
    boxes: Vec<Block>,
}

/// What an open element does to the words in it.
#[derive(Clone, Copy, Default)]
struct Scope {
    look: Look,
    hidden: Option<&'static str>,
}

struct Walk<'a> {
    styles: &'a Styles,
    out: &'a mut Builder,
    place: Where,
    /// Levels inside the part that is read.
    inside: usize,
    skipped: usize,
    open: Vec<Scope>,
    holders: Vec<Holder>,
    paras: Vec<Reading>,
    lists: usize,
    page: u32,
}

impl Walk<'_> {
    fn open(&mut self, tag: &Tag<'_>) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        let name = tag.full();
        let starts = match self.place {
            Where::Body => name == "office:text",
            Where::Header => matches!(name, "style:header" | "style:header-first" | "style:header-left"),
            Where::Footer => matches!(name, "style:footer" | "style:footer-first" | "style:footer-left"),
        };
        if self.inside == 0 && !starts {
            return;
        }
        self.inside += 1;
        let mut scope = self.open.last().copied().unwrap_or_default();
        let style = |family: &str| self.styles.get(family, &tag.get("style-name").unwrap_or_default());
        match name {
            "text:tracked-changes"
            | "office:annotation"
            | "office:annotation-end"
            | "text:note-citation"
            | "svg:desc"
            | "svg:title"
            | "draw:image"
            | "office:forms"
            | "text:sequence-decls"
            | "text:variable-decls"
            | "office:change-info"
            | "draw:object"
            | "text:ruby-text" => {
                self.inside -= 1;
                self.skipped = 1;
                return;
            }
            "text:p" | "text:h" => {
                let style = style("paragraph");
                let heading = name == "text:h" || style.heading;
                self.paras.push(Reading {
                    para: Para { page: self.page, heading, item: self.lists > 0 && !heading, ..Para::default() },
                    style,
                    letters: 0,
                    bold_letters: 0,
                    boxes: vec![],
                });
            }
            "text:span" => scope.look = style("text").look.over(scope.look),
            "text:section" => {
                let off = tag.get("display").as_deref() == Some("none") || style("section").hidden;
                scope.hidden = scope.hidden.or(off.then_some("undisplayed"));
            }
            "text:hidden-text" | "text:hidden-paragraph" if tag.get("is-hidden").as_deref() != Some("false") => {
                scope.hidden = scope.hidden.or(Some("hidden-run"));
                self.open.push(scope);
                self.add(&tag.get("string-value").unwrap_or_default());
                self.open.pop();
            }
            "text:list" => self.lists += 1,
            "text:a" => self.out.link(&tag.get("href").unwrap_or_default()),
            "text:tab" => self.add("\t"),
            "text:line-break" => self.add("\n"),
            "text:s" => {
                let count = tag.get("c").and_then(|c| c.parse().ok()).unwrap_or(1usize).min(BLANKS);
                self.add(&" ".repeat(count));
            }
            "text:soft-page-break" => self.page += 1,
            "draw:frame" | "draw:custom-shape" => {
                let far =
                    |name: &str| tag.get(name).and_then(|v| centimetres(&v)).is_some_and(|cm| cm.abs() > OFF_PAGE);
                scope.hidden = scope.hidden.or((far("x") || far("y")).then_some("off-page"));
                let background = style("graphic").background;
                self.holders.push(Holder { background, ..Holder::default() });
            }
            "text:note-body" => self.holders.push(Holder::default()),
            "table:table" => self.holders.push(Holder { rows: Some(vec![]), ..Holder::default() }),
            "table:table-row" => {
                if matches!(tag.get("visibility").as_deref(), Some("collapse" | "filter")) {
                    scope.hidden = scope.hidden.or(Some("undisplayed"));
                }
                if let Some(rows) = self.holders.last_mut().and_then(|h| h.rows.as_mut()) {
                    rows.push(vec![]);
                }
            }
            "table:table-cell" => {
                let background = style("table-cell").background;
                self.holders.push(Holder { background, ..Holder::default() });
            }
            _ => {}
        }
        self.open.push(scope);
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if self.inside == 0 {
            return;
        }
        self.inside -= 1;
        match name {
            "text:p" | "text:h" => self.end_paragraph(),
            "text:list" => self.lists = self.lists.saturating_sub(1),
            "draw:frame" | "draw:custom-shape" | "text:note-body" | "table:table" | "table:table-cell" => {
                self.end_holder(name)
            }
            _ => {}
        }
        self.open.pop();
    }

    fn end_paragraph(&mut self) {
        let Some(reading) = self.paras.pop() else { return };
        let bold = reading.letters > 0 && reading.bold_letters == reading.letters;
        let holder = self.holders.last_mut().map(|h| &mut h.blocks);
        if let Some(blocks) = holder {
            blocks.push(Block::Para(Para { bold, ..reading.para }));
            blocks.extend(reading.boxes);
        }
    }

    fn end_holder(&mut self, name: &str) {
        if self.holders.len() < 2 {
            return;
        }
        let Some(holder) = self.holders.pop() else { return };
        let in_table = self.holders.last_mut().and_then(|h| h.rows.as_mut());
        if let (Some(rows), "table:table-cell") = (in_table, name) {
            if let Some(row) = rows.last_mut() {
                row.push(holder.blocks);
            }
            return;
        }
        let blocks = match holder.rows {
            Some(rows) => vec![Block::Table(rows)],
            None => holder.blocks,
        };
        match (self.paras.last_mut(), self.holders.last_mut()) {
            // A table stands between paragraphs even when a frame around it stands in one.
            (Some(reading), _) if name != "table:table" => reading.boxes.extend(blocks),
            (_, Some(around)) => around.blocks.extend(blocks),
            (Some(reading), None) => reading.boxes.extend(blocks),
            (None, None) => {}
        }
    }

    fn words(&mut self, words: &str) {
        // White space of the file is one blank; real blanks are elements.
        let mut clean = String::with_capacity(words.len());
        for c in words.chars() {
            match c {
                ' ' | '\n' | '\t' | '\r' if clean.ends_with(' ') => {}
                ' ' | '\n' | '\t' | '\r' => clean.push(' '),
                c => clean.push(c),
            }
        }
        self.add(&clean);
    }

    fn add(&mut self, words: &str) {
        if self.skipped > 0 || self.inside == 0 {
            return;
        }
        let scope = self.open.last().copied().unwrap_or_default();
        let behind = self.holders.iter().rev().find_map(|h| h.background).unwrap_or(Colour::Auto);
        let Some(reading) = self.paras.last_mut() else { return };
        let look = scope.look.over(reading.style.look);
        let background = reading.style.background.unwrap_or(behind);
        let off_page = reading.style.off_page.then_some("off-page");
        if let Some(technique) = scope.hidden.or(off_page).or(look.hides(Some(background))) {
            self.out.hide(technique, self.page, words);
            return;
        }
        reading.para.text.push_str(words);
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        reading.letters += letters;
        if letters > 0 {
            reading.bold_letters += if look.bold == Some(true) { letters } else { 0 };
            reading.para.size = reading.para.size.max(look.size.unwrap_or(0.0));
        }
    }
}
