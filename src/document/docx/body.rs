//! One part of a DOCX (body, header, footer, notes) becomes blocks.
//!
//! The XML is walked once without recursion. Paragraphs and containers (cells, text boxes) are kept on stacks,
//! since a text box sits inside a paragraph and holds paragraphs. A text box that stands twice, for new and for
//! old programs, is read once.

use super::Relations;
use super::props::{self, shade};
use super::styles::{BODY_LEVEL, Resolved, Styles};
use crate::document::builder::Builder;
use crate::document::flow::{Block, Para};
use crate::document::look::{Colour, Look};
use crate::document::xml::{Step, Tag, Xml};
use crate::error::Result;

/// Distance from the page's edge, in twentieths of a point, from which nothing can be seen: 17 inches either way.
const OFF_PAGE: i64 = 24_480;
/// The same to the left: the margin is at most so wide.
const OFF_PAGE_LEFT: i64 = -5_000;
/// English Metric Units in a twentieth of a point.
const EMU: i64 = 635;
/// Height of a line in twentieths of a point below which an exact line shows nothing.
const FLAT_LINE: i64 = 40;
/// Width and height in EMU from which a drawing behind the text can be its background: two inches by a third.
const BACKDROP: (i64, i64) = (1_828_800, 304_800);

/// Size in points where no style says one.
const DEFAULT_SIZE: f32 = 10.0;

/// What one part says.
pub(super) struct Part {
    pub(super) blocks: Vec<Block>,
    /// Headers and footers that the part refers to: kind of reference and relation.
    pub(super) references: Vec<(String, String)>,
    pub(super) has_notes: bool,
    pub(super) pages: u32,
    /// The part has the root of a document.
    pub(super) is_document: bool,
}

impl Part {
    pub(super) fn read(xml: &str, styles: &Styles, relations: &Relations, out: &mut Builder) -> Result<Part> {
        let mut walk = Walk {
            styles,
            relations,
            out,
            holders: vec![Holder::default()],
            paras: vec![],
            skipped: 0,
            in_words: false,
            in_code: false,
            code: String::new(),
            props: Props::None,
            page: 1,
            hidden_row: false,
            references: vec![],
            has_notes: false,
            backdrop: has_backdrop(xml),
            is_document: false,
        };
        let mut xml = Xml::new(xml, "DOCX");
        while let Some(step) = xml.next()? {
            match step {
                Step::Open(tag) => walk.open(&tag),
                Step::Close(name) => walk.close(name.local()),
                Step::Words(words) => walk.words(&words),
            }
        }
        while walk.paras.last().is_some() {
            walk.end_paragraph();
        }
        let pages = walk.page;
        let (references, has_notes, is_document) = (walk.references, walk.has_notes, walk.is_document);
        let blocks = walk.holders.into_iter().next().map(|h| h.blocks).unwrap_or_default();
        Ok(Part { blocks, references, has_notes, pages, is_document })
    }
}

/// Whether a drawing large enough to be a background lies behind the text: then white letters may be honest.
fn has_backdrop(xml: &str) -> bool {
    let mut rest = xml;
    while let Some((_, after)) = rest.split_once("behindDoc=\"1\"") {
        rest = after;
        let Some((_, extent)) = after.split_once("<wp:extent") else { return false };
        let number = |name: &str| {
            let value = extent.split_once(name)?.1.split_once('"')?.0;
            value.parse::<i64>().ok()
        };
        if number("cx=\"").is_some_and(|x| x >= BACKDROP.0) && number("cy=\"").is_some_and(|y| y >= BACKDROP.1) {
            return true;
        }
    }
    false
}

/// Something that holds blocks: the part itself, a cell, a text box.
#[derive(Default)]
struct Holder {
    blocks: Vec<Block>,
    kind: Kind,
    /// Its own background; for a text box whose fill is not plain it is not known.
    background: Background,
    /// Everything in it lies off the page.
    off_page: bool,
}

#[derive(Default)]
enum Kind {
    #[default]
    Part,
    Table(Vec<Vec<Vec<Block>>>),
    Cell,
    TextBox,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Background {
    #[default]
    Inherited,
    Known(Colour),
    Unknown,
}

#[derive(Clone, Copy, PartialEq)]
enum Props {
    None,
    Paragraph,
    Run,
    Table,
    Row,
    Cell,
}

/// A paragraph being read.
struct Reading {
    para: Para,
    style: Resolved,
    list: Option<bool>,
    shade: Option<Colour>,
    off_page: Option<&'static str>,
    run: Look,
    letters: usize,
    bold_letters: usize,
    boxes: Vec<Block>,
}

struct Walk<'a> {
    styles: &'a Styles,
    relations: &'a Relations,
    out: &'a mut Builder,
    holders: Vec<Holder>,
    paras: Vec<Reading>,
    /// Levels inside an element whose words are not on the page.
    skipped: usize,
    in_words: bool,
    in_code: bool,
    code: String,
    props: Props,
    page: u32,
    hidden_row: bool,
    references: Vec<(String, String)>,
    has_notes: bool,
    backdrop: bool,
    is_document: bool,
}

impl Walk<'_> {
    fn open(&mut self, tag: &Tag<'_>) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        if tag.full().starts_with("wp:") || tag.full().starts_with("v:") || tag.full().starts_with("a:") {
            return self.open_drawing(tag);
        }
        match tag.local() {
            "del" | "moveFrom" | "delText" | "delInstrText" | "Fallback" | "annotation" | "rPrChange" | "pPrChange"
            | "sectPrChange" | "tblPrChange" | "tcPrChange" | "trPrChange" | "numberingChange" => self.skipped = 1,
            "document" => self.is_document = true,
            "p" => self.start_paragraph(),
            "pPr" => self.props = Props::Paragraph,
            // The look of the paragraph mark is no look of its words.
            "rPr" if self.props == Props::Paragraph => self.skipped = 1,
            "rPr" => self.props = Props::Run,
            "r" => {
                if let Some(reading) = self.paras.last_mut() {
                    reading.run = Look::default();
                }
            }
            "t" => self.in_words = true,
            "instrText" => self.in_code = true,
            "fldSimple" => self.field(&tag.get("instr").unwrap_or_default()),
            "tab" | "ptab" if self.props == Props::None => self.add("\t"),
            "br" | "cr" => self.line_break(tag),
            "lastRenderedPageBreak" => self.page += 1,
            "noBreakHyphen" => self.add("-"),
            "sym" => self.symbol(tag),
            "hyperlink" => self.hyperlink(tag),
            "bookmarkStart" => self.bookmark(tag),
            "footnoteReference" | "endnoteReference" => self.has_notes = true,
            "headerReference" | "footerReference" => {
                if let Some(id) = tag.get("id") {
                    self.references.push((tag.local().to_string(), id));
                }
            }
            "tbl" => self.holders.push(Holder { kind: Kind::Table(vec![]), ..Holder::default() }),
            "tr" => {
                self.hidden_row = false;
                if let Some(Holder { kind: Kind::Table(rows), .. }) = self.holders.last_mut() {
                    rows.push(vec![]);
                }
            }
            "tc" => self.holders.push(Holder { kind: Kind::Cell, ..Holder::default() }),
            "tblPr" => self.props = Props::Table,
            "trPr" => self.props = Props::Row,
            "tcPr" => self.props = Props::Cell,
            "txbxContent" => self.start_box(),
            "spPr" | "bodyPr" => {}
            _ => self.property(tag),
        }
    }

    fn property(&mut self, tag: &Tag<'_>) {
        match self.props {
            Props::None => {}
            Props::Run => self.run_property(tag),
            Props::Paragraph => self.paragraph_property(tag),
            Props::Row => self.hidden_row |= tag.local() == "hidden" && tag.is_on(),
            Props::Table | Props::Cell => {
                let Some(holder) = self.holders.last_mut() else { return };
                match tag.local() {
                    "shd" => holder.background = shade(tag).map_or(holder.background, Background::Known),
                    // A style may shade its rows in ways that are not followed here.
                    "tblStyle" if !matches!(tag.get("val").as_deref(), Some("TableGrid" | "TableNormal")) => {
                        holder.background = Background::Unknown;
                    }
                    _ => {}
                }
            }
        }
    }

    fn run_property(&mut self, tag: &Tag<'_>) {
        let style = (tag.local() == "rStyle").then(|| self.styles.run(&tag.get("val").unwrap_or_default()));
        let Some(reading) = self.paras.last_mut() else { return };
        match style {
            Some(style) => reading.run = reading.run.over(style),
            None => props::set(&mut reading.run, tag),
        }
    }

    fn paragraph_property(&mut self, tag: &Tag<'_>) {
        let style = (tag.local() == "pStyle").then(|| self.styles.paragraph(tag.get("val").as_deref()));
        let Some(reading) = self.paras.last_mut() else { return };
        let number = |name: &str| tag.get(name).and_then(|v| v.parse::<i64>().ok());
        match tag.local() {
            "pStyle" => reading.style = style.unwrap_or(reading.style),
            "numId" => reading.list = Some(tag.get("val").as_deref() != Some("0")),
            "outlineLvl" => reading.para.heading |= number("val").is_some_and(|l| l < i64::from(BODY_LEVEL)),
            "shd" => reading.shade = shade(tag).or(reading.shade),
            "ind" => {
                let left = number("left").or(number("start")).unwrap_or(0) + number("firstLine").unwrap_or(0);
                if !(OFF_PAGE_LEFT..=OFF_PAGE).contains(&left) {
                    reading.off_page = Some("off-page");
                }
            }
            "framePr" => {
                let far = |v: Option<i64>| v.is_some_and(|v| !(OFF_PAGE_LEFT..=OFF_PAGE).contains(&v));
                if far(number("x")) || far(number("y")) {
                    reading.off_page = Some("off-page");
                }
            }
            "spacing" => {
                let exact = tag.get("lineRule").as_deref() == Some("exact");
                if exact && number("line").is_some_and(|line| line < FLAT_LINE) {
                    reading.off_page = Some("clipped");
                }
            }
            _ => {}
        }
    }

    /// Shapes: where they stand and what they are filled with.
    fn open_drawing(&mut self, tag: &Tag<'_>) {
        match tag.full() {
            "v:shape" | "v:rect" | "v:roundrect" => {
                let style = tag.get("style").unwrap_or_default();
                let points = |name: &str| {
                    let value = style.split_once(name)?.1.trim_start_matches(':');
                    value.split_once("pt")?.0.trim().parse::<f64>().ok()
                };
                let far = |v: Option<f64>| v.is_some_and(|v| (v * 20.0).abs() > OFF_PAGE as f64);
                self.next_box_off_page(far(points("margin-left")) || far(points("margin-top")));
            }
            _ => {}
        }
    }

    fn next_box_off_page(&mut self, off: bool) {
        if let Some(reading) = self.paras.last_mut()
            && off
        {
            reading.off_page = Some("off-page");
        }
    }

    fn start_box(&mut self) {
        let off_page = self.paras.last().is_some_and(|reading| reading.off_page.is_some());
        let background = Background::Unknown;
        self.holders.push(Holder { kind: Kind::TextBox, background, off_page, ..Holder::default() });
    }

    fn close(&mut self, local: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match local {
            "p" => self.end_paragraph(),
            "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" => self.props = Props::None,
            "t" => self.in_words = false,
            "instrText" => self.in_code = false,
            "fldChar" | "r" if !self.code.is_empty() && !self.in_code => {
                let code = std::mem::take(&mut self.code);
                self.field(&code);
            }
            "posOffset" => self.in_words = false,
            "tc" | "tbl" | "txbxContent" => self.end_holder(local),
            _ => {}
        }
    }

    fn end_holder(&mut self, local: &str) {
        let fits = |kind: &Kind| {
            matches!((local, kind), ("tc", Kind::Cell) | ("tbl", Kind::Table(_)) | ("txbxContent", Kind::TextBox))
        };
        if self.holders.len() < 2 || !self.holders.last().is_some_and(|h| fits(&h.kind)) {
            return;
        }
        let Some(holder) = self.holders.pop() else { return };
        match holder.kind {
            Kind::Table(rows) => self.add_block(Block::Table(rows)),
            Kind::Cell => {
                if let Some(Holder { kind: Kind::Table(rows), .. }) = self.holders.last_mut()
                    && let Some(row) = rows.last_mut()
                {
                    row.push(holder.blocks);
                }
            }
            Kind::TextBox => match self.paras.last_mut() {
                Some(reading) => reading.boxes.extend(holder.blocks),
                None => holder.blocks.into_iter().for_each(|block| self.add_block(block)),
            },
            Kind::Part => {}
        }
    }

    fn add_block(&mut self, block: Block) {
        if let Some(holder) = self.holders.last_mut() {
            holder.blocks.push(block);
        }
    }

    fn start_paragraph(&mut self) {
        self.paras.push(Reading {
            para: Para { page: self.page, ..Para::default() },
            style: self.styles.paragraph(None),
            list: None,
            shade: None,
            off_page: None,
            run: Look::default(),
            letters: 0,
            bold_letters: 0,
            boxes: vec![],
        });
    }

    fn end_paragraph(&mut self) {
        let Some(reading) = self.paras.pop() else { return };
        let mut para = reading.para;
        para.heading |= reading.style.heading;
        para.item = !para.heading && reading.list.unwrap_or(reading.style.list);
        para.bold = reading.letters > 0 && reading.bold_letters == reading.letters;
        self.add_block(Block::Para(para));
        reading.boxes.into_iter().for_each(|block| self.add_block(block));
    }

    fn words(&mut self, words: &str) {
        if self.skipped > 0 {
            return;
        }
        if self.in_code {
            self.code.push_str(words);
        } else if self.in_words {
            self.add(words);
        } else if let Ok(offset) = words.trim().parse::<i64>()
            && (offset / EMU).abs() > OFF_PAGE
        {
            // The only bare number in a body is the place of a drawing.
            self.next_box_off_page(true);
        }
    }

    fn line_break(&mut self, tag: &Tag<'_>) {
        if tag.get("type").as_deref() == Some("page") {
            self.page += 1;
        }
        self.add("\n");
    }

    fn symbol(&mut self, tag: &Tag<'_>) {
        let code = tag.get("char").and_then(|c| u32::from_str_radix(&c, 16).ok()).and_then(char::from_u32);
        let mut sign = String::new();
        if let Some(c) = code {
            crate::document::pdf::push_char(&mut sign, c);
        }
        self.add(&sign);
    }

    /// A name for the paragraph that it begins in; names with `_` in front are Word's own.
    fn bookmark(&mut self, tag: &Tag<'_>) {
        if let (Some(reading), Some(name)) = (self.paras.last_mut(), tag.get("name"))
            && !name.starts_with('_')
        {
            reading.para.marks.push(name);
        }
    }

    fn hyperlink(&mut self, tag: &Tag<'_>) {
        if let Some((_, target)) = tag.get("id").and_then(|id| self.relations.get(&id)) {
            self.out.link(target);
        }
    }

    /// `HYPERLINK "https://..."` in a field.
    fn field(&mut self, code: &str) {
        if let Some((_, after)) = code.split_once("HYPERLINK")
            && let Some(target) = after.split('"').nth(1)
            && !after.trim_start().starts_with("\\l")
        {
            self.out.link(target);
        }
    }

    /// Words go to the paragraph, or to what nobody sees.
    fn add(&mut self, words: &str) {
        let background = self.background();
        let boxed_away = self.holders.iter().any(|h| h.off_page).then_some("off-page");
        let row = self.hidden_row.then_some("hidden-run");
        let Some(reading) = self.paras.last_mut() else { return };
        let look = reading.run.over(reading.style.look);
        let technique = look.hides(background).or(reading.off_page).or(boxed_away).or(row);
        if let Some(technique) = technique {
            let page = self.page;
            self.out.hide(technique, page, words);
            return;
        }
        reading.para.text.push_str(words);
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        if letters > 0 {
            reading.letters += letters;
            reading.bold_letters += if look.bold == Some(true) { letters } else { 0 };
            reading.para.size = reading.para.size.max(look.size.unwrap_or(DEFAULT_SIZE));
        }
    }

    /// What lies behind the current paragraph; `None` where that is not known.
    fn background(&self) -> Option<Colour> {
        let own = self.paras.last().and_then(|reading| reading.shade.or(reading.style.shade));
        if own.is_some() {
            return own;
        }
        let holder = self.holders.iter().rev().find(|h| h.background != Background::Inherited);
        match holder.map(|h| h.background) {
            Some(Background::Known(colour)) => Some(colour),
            Some(Background::Unknown) => None,
            _ => (!self.backdrop).then_some(Colour::Auto),
        }
    }
}
