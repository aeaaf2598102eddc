//! PDF: glyphs at places become lines in reading order.
//!
//! hayro interprets the pages; everything above the glyphs is here, one step a file: `glyphs` collects what a page
//! draws, `fonts` asks what glyphs without Unicode mean, `paint` sorts out what nobody sees, `words` makes stretches of words, `columns` their order, `blocks`
//! lines, `furniture` drops repeated page headers, `headings` says which lines stand out. A panic inside hayro
//! becomes an error of this file, never of the whole run.

mod actual_text;
mod annotations;
mod blocks;
mod cmap;
mod columns;
mod direction;
mod fonts;
mod furniture;
mod glyph_order;
mod glyphs;
mod headings;
mod layers;
mod margin;
mod paint;
mod weight;
mod words;

use super::builder::Builder;
use super::limits::{OBJECT_DEPTH, PAGES, STREAM_BYTES, over};
use super::{Document, Format};
use crate::error::{Error, Result};
use fonts::Fonts;
use furniture::PageLines;
use glyphs::{Budget, Collector, Glyph, OverLimit, Page};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page};
use hayro_syntax::page::Page as PdfPage;
use hayro_syntax::xref::XRef;
use hayro_syntax::{LoadPdfError, Pdf};
use kurbo::Rect;
use paint::Judge;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(super) use glyphs::push_char;
pub(super) use paint::alike;

/// Below so many words on a page with a picture the page is a scan: 18 of 1,000 resumes, all rightly.
const SCANNED_WORDS: usize = 20;
/// Pictures cover this share of a page that is a scan.
const SCANNED_AREA: f64 = 0.3;
/// Share of glyphs without Unicode that the user should know of.
const UNMAPPED: f64 = 0.05;
/// Letters in a row without a space, on average, that no language of resumes has.
const GLUED: usize = 30;
/// Letters or digits of hidden words below which they are a stray mark.
const STRAY: usize = 3;
/// Most lines of a page that are looked up among the visible ones.
const DRAWN_TWICE: usize = 200;

/// Reads a PDF.
///
/// # Errors
/// [`Error::Encrypted`], [`Error::Unreadable`], [`Error::Limit`].
pub(super) fn read(bytes: &[u8]) -> Result<Document> {
    catch_unwind(AssertUnwindSafe(|| parse(bytes))).unwrap_or_else(|panic| match panic.downcast::<OverLimit>() {
        Ok(limit) => over(limit.0),
        Err(_) => unreadable("its structure is damaged"),
    })
}

fn unreadable<T>(reason: &str) -> Result<T> {
    Err(Error::Unreadable { format: "PDF", reason: reason.to_string() })
}

fn parse(bytes: &[u8]) -> Result<Document> {
    if nests_too_deep(bytes) {
        return over("499 levels of nested PDF objects");
    }
    let pdf = match Pdf::new(bytes.to_vec()) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(_)) => return Err(Error::Encrypted),
        Err(LoadPdfError::Invalid) => return unreadable("no pages can be found in it"),
    };
    let layers = layers::Layers::of(&pdf);
    let cache = InterpreterCache::new();
    let mut reader = Reader {
        budget: Budget::default(),
        fonts: Fonts::default(),
        out: Builder::new(Format::Pdf),
        pages: vec![],
        seen: Seen::default(),
        hidden: vec![],
    };
    if pdf.pages().len() > PAGES {
        return over("2,000 pages in one PDF");
    }
    if pdf.pages().is_empty() {
        return unreadable("it has no pages");
    }
    for (index, page) in pdf.pages().iter().enumerate() {
        if page.page_stream().is_some_and(|content| content.len() > STREAM_BYTES) {
            return over("75 MB of drawing operations on one page");
        }
        reader.page(page, index as u32 + 1, &cache, pdf.xref(), &layers);
    }
    reader.finish()
}

/// Whether arrays or dictionaries are opened in each other without end: hayro takes time that grows with the square
/// of the depth. Bytes that no object has (those of compressed streams) begin a new count.
fn nests_too_deep(bytes: &[u8]) -> bool {
    let mut depth = 0usize;
    let mut before = 0u8;
    for &byte in bytes {
        match byte {
            b'[' => depth += 1,
            b'<' if before == b'<' => {
                depth += 1;
                before = 0;
                continue;
            }
            b']' => depth = depth.saturating_sub(1),
            b'>' if before == b'>' => {
                depth = depth.saturating_sub(1);
                before = 0;
                continue;
            }
            0x80.. | 1..=8 => depth = 0,
            _ => {}
        }
        if depth > OBJECT_DEPTH {
            return true;
        }
        before = byte;
    }
    false
}

/// What was seen on all pages, for the notes.
#[derive(Default)]
struct Seen {
    glyphs: usize,
    unmapped: usize,
    scanned: bool,
}

struct Reader {
    budget: Budget,
    fonts: Fonts,
    out: Builder,
    pages: Vec<(PageLines, Page)>,
    seen: Seen,
    /// Technique, page and lines of what nobody sees.
    hidden: Vec<(&'static str, u32, Vec<String>)>,
}

impl Reader {
    fn page<'a>(
        &mut self,
        page: &PdfPage<'a>,
        number: u32,
        cache: &InterpreterCache<'a>,
        xref: &'a XRef,
        layers: &'a layers::Layers,
    ) {
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        self.fonts.turn_to(page.resources());
        let mut drawn = draw(page, bounds, cache, xref, (&mut self.budget, &mut self.fonts));
        self.seen.glyphs += drawn.glyphs.len();
        self.seen.unmapped += drawn.unmapped;
        let beside = annotations::read(page, page.initial_transform(true).to_kurbo());
        beside.links.iter().for_each(|link| self.out.link(link));
        beside.hidden.iter().for_each(|value| self.out.hide("undisplayed", number, value));
        for claimed in std::mem::take(&mut drawn.false_texts) {
            self.out.hide("actual-text", number, &claimed);
        }
        if let Some(all_on) = layers.all_on() {
            let full = draw(page, bounds, cache, all_on, (&mut self.budget, &mut self.fonts));
            for words in layers::only_in(&full, &drawn) {
                self.out.hide("hidden-layer", number, &words);
            }
        }
        let glyphs = self.sort_out(&drawn, number);
        let (lines, uncertain) = lines(&drawn, glyphs, beside.values);
        if uncertain {
            self.out.note("layout", "the order of the columns is not certain", Some(number));
        }
        let words: usize = lines.iter().map(|line| line.text.split_whitespace().count()).sum();
        if words < SCANNED_WORDS && drawn.scene.image_share >= SCANNED_AREA {
            self.seen.scanned = true;
            self.out.note("scanned", "the page is a picture with hardly any text", Some(number));
        }
        self.pages.push((PageLines { lines, height }, drawn));
    }

    /// The glyphs that a person sees; the others go to the hidden texts.
    fn sort_out(&mut self, page: &Page, number: u32) -> Vec<Glyph> {
        let mut judge = Judge::new(page);
        if judge.is_scanned() {
            self.out.note("ocr", "the text was recognised from a picture of the page", Some(number));
        }
        let mut seen = Vec::with_capacity(page.glyphs.len());
        let mut hidden: Vec<(&'static str, Vec<Glyph>)> = Vec::new();
        for glyph in &page.glyphs {
            match judge.hides(glyph) {
                None => seen.push(*glyph),
                Some(technique) => match hidden.iter_mut().find(|(t, _)| *t == technique) {
                    Some((_, glyphs)) => glyphs.push(*glyph),
                    None => hidden.push((technique, vec![*glyph])),
                },
            }
        }
        for (technique, mut glyphs) in hidden {
            let words = words::segments(page, &mut glyphs).into_iter().map(|segment| segment.text).collect();
            self.hidden.push((technique, number, words));
        }
        seen
    }

    /// Reports what nobody sees. A line on a page break is drawn on both pages and cut off on each, and some
    /// writers draw a line twice, one over the other: what can be read elsewhere is not hidden.
    fn report_hidden(&mut self) {
        let visible = self.out.text().split_whitespace().collect::<Vec<_>>().join(" ");
        for (technique, number, lines) in std::mem::take(&mut self.hidden) {
            let drawn_twice = |line: &String| {
                matches!(technique, "clipped" | "covered")
                    && lines.len() <= DRAWN_TWICE
                    && visible.contains(line.trim())
            };
            let words: Vec<&str> = lines.iter().filter(|l| !drawn_twice(l)).map(String::as_str).collect();
            let words = words.join(" ");
            if words.chars().filter(|c| c.is_alphanumeric()).count() >= STRAY {
                self.out.hide(technique, number, &words);
            }
        }
    }

    fn finish(mut self) -> Result<Document> {
        let (mut lines, drawn): (Vec<PageLines>, Vec<Page>) = std::mem::take(&mut self.pages).into_iter().unzip();
        let dropped = furniture::drop_repeated(&mut lines);
        if dropped > 0 {
            self.out.note("repeated", format!("{dropped} lines of page headers and footers were left out"), None);
        }
        let body = headings::Body::of(&lines, &drawn);
        for (index, (page, drawn)) in lines.iter().zip(&drawn).enumerate() {
            self.out.blank();
            for line in &page.lines {
                if line.gap {
                    self.out.blank();
                }
                self.out.place(index as u32 + 1, line.column);
                self.out.push(&line.text, body.kind(index, drawn, line))?;
            }
        }
        self.report_hidden();
        let text = self.out.text();
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        let latin = text.bytes().filter(u8::is_ascii_alphabetic).count();
        if letters > text.split_whitespace().count() * GLUED && latin * 2 > letters {
            self.out.note("no-spaces", "the words run together; the file has no spaces", None);
        }
        if self.seen.unmapped as f64 > UNMAPPED * self.seen.glyphs as f64 {
            let message = format!("{} of {} signs say no letter", self.seen.unmapped, self.seen.glyphs);
            self.out.note("no-unicode", message, None);
        }
        Ok(self.out.finish(drawn.len() as u32))
    }
}

/// Runs one page through hayro; `xref` decides which layers are shown.
fn draw<'a>(
    page: &PdfPage<'a>,
    bounds: Rect,
    cache: &InterpreterCache<'a>,
    xref: &'a XRef,
    (budget, fonts): (&mut Budget, &mut Fonts),
) -> Page {
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, bounds, cache, xref, InterpreterSettings::default());
    let mut device = Collector::new(bounds, budget, fonts);
    interpret_page(page, &mut context, &mut device);
    let mut page = device.page;
    fonts.spell(&mut page);
    page
}

/// Lines of one page in reading order, each direction of writing by itself, the commonest first.
fn lines(page: &Page, glyphs: Vec<Glyph>, values: Vec<words::Segment>) -> (Vec<blocks::PageLine>, bool) {
    let mut directions: Vec<(i16, Vec<Glyph>)> = Vec::new();
    for glyph in glyphs {
        let angle = page.run(&glyph).map_or(0, |run| run.angle);
        let room = directions.len() < DIRECTIONS;
        match directions.iter_mut().find(|(a, _)| *a == angle) {
            Some((_, glyphs)) => glyphs.push(glyph),
            None if room => directions.push((angle, vec![glyph])),
            None => {}
        }
    }
    directions.sort_by_key(|(_, glyphs)| std::cmp::Reverse(glyphs.len()));
    if directions.is_empty() {
        directions.push((0, vec![]));
    }
    let mut all = Vec::new();
    let mut uncertain = false;
    let mut values = values;
    for (angle, mut glyphs) in directions {
        if angle != 0 {
            turn(&mut glyphs, f32::from(angle));
        }
        let mut segments = words::segments(page, &mut glyphs);
        segments.append(&mut values);
        let order = columns::order(segments);
        uncertain |= order.uncertain;
        let mut lines = blocks::lines(order.rows);
        if let Some(first) = lines.first_mut() {
            first.gap = true;
        }
        all.append(&mut lines);
    }
    (all, uncertain)
}

/// Most directions of writing on a page; a text on a circle has one for each letter.
const DIRECTIONS: usize = 24;

/// Turns glyphs so that their baseline lies horizontally.
fn turn(glyphs: &mut [Glyph], angle: f32) {
    let (sin, cos) = angle.to_radians().sin_cos();
    for glyph in glyphs {
        (glyph.x, glyph.y) = (glyph.x * cos + glyph.y * sin, glyph.y * cos - glyph.x * sin);
    }
}

/// Signs that begin a list item.
fn is_bullet_char(c: char) -> bool {
    matches!(
        c,
        '•' | '●'
            | '▪'
            | '■'
            | '◦'
            | '○'
            | '‣'
            | '·'
            | '∙'
            | '❖'
            | '➢'
            | '➤'
            | '►'
            | '▸'
            | '✓'
            | '✔'
            | '□'
            | '◆'
    )
}
