//! Collects what a page draws: glyphs with position, size and paint, and the shapes and images around them.
//!
//! hayro calls this device for each drawing operation. The path of a glyph must stay cheap: its characters go into
//! one shared string, its paint is kept once for the run it came in. What cannot be stopped from inside a callback,
//! a page that never ends, is stopped by unwinding with [`OverLimit`], which the reader catches.

use super::actual_text::{self, Span};
use super::fonts::{Fonts, Unnamed};
use super::paint::{Ink, LETTER_PATH, Scene, Shape, alike, closed};
use crate::document::limits::{GLYPHS, OPERATIONS};
use hayro_cmap::{BfString, WritingMode};
use hayro_interpret::font::{Glyph as PdfGlyph, GlyphRun, OutlineGlyph};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask};
use hayro_syntax::object::Dict;
use kurbo::{Affine, BezPath, Point, Rect, Shape as _};

/// Font units of one em, as hayro hands them over.
const UNITS: f64 = 1000.0;
/// A font matrix may lie about a Type 3 font's size; its letters are about half as wide as they are high.
const TYPE3_EM: f64 = 2.0;
/// Drawing operations within which invisible letters belong to one clip.
const LETTERS_TOGETHER: u32 = 200;

/// One drawn glyph.
#[derive(Clone, Copy)]
pub(super) struct Glyph {
    /// Origin on the baseline, in points from the page's upper left corner.
    pub(super) x: f32,
    pub(super) y: f32,
    /// Advance in points along the baseline.
    pub(super) width: f32,
    /// Size of the em in points, across the baseline.
    pub(super) size: f32,
    /// Where its characters begin in [`Page::text`].
    pub(super) start: u32,
    /// Bytes of its characters; 0 when they belong to a neighbour.
    pub(super) len: u16,
    /// Index of its run.
    pub(super) run: u32,
}

/// Glyphs shown by one operation: one font, one paint, one direction.
pub(super) struct Run {
    pub(super) ink: Ink,
    /// Paint of the outline where text is filled and stroked.
    pub(super) outline: Option<Ink>,
    /// Direction of the baseline in whole degrees, clockwise, -180 to 180.
    pub(super) angle: i16,
    /// Position in the order of painting.
    pub(super) order: u32,
    /// What was left of the page by clipping.
    pub(super) clip: Rect,
    /// Shown in an invisible mode (3, or 7 that only clips).
    pub(super) invisible: bool,
    /// Advance scale divided by size: below a tenth the text is squeezed to a line.
    pub(super) stretch: f32,
    /// A letter of the run, kept to weigh its strokes.
    pub(super) sample: Option<OutlineGlyph>,
}

/// What one page drew.
#[derive(Default)]
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) runs: Vec<Run>,
    pub(super) text: String,
    pub(super) scene: Scene,
    /// Glyphs that have no Unicode.
    pub(super) unmapped: usize,
    /// Those of them whose font may still tell.
    pub(super) unnamed: Vec<Unnamed>,
    /// Texts that the file claims for glyphs that show something else.
    pub(super) false_texts: Vec<String>,
}

impl Page {
    pub(super) fn chars(&self, glyph: &Glyph) -> &str {
        let start = glyph.start as usize;
        self.text.get(start..start + usize::from(glyph.len)).unwrap_or_default()
    }

    /// Gives a glyph without Unicode its character.
    pub(super) fn name(&mut self, at: u32, c: char) {
        let Some(glyph) = self.glyphs.get(at as usize) else { return };
        // A text that the file claims for the glyph goes first.
        if self.chars(glyph) != "\u{fffd}" {
            return;
        }
        let start = self.text.len();
        push_char(&mut self.text, c);
        if let Some(glyph) = self.glyphs.get_mut(at as usize) {
            glyph.start = start as u32;
            glyph.len = (self.text.len() - start) as u16;
            self.unmapped = self.unmapped.saturating_sub(1);
        }
    }

    pub(super) fn run(&self, glyph: &Glyph) -> Option<&Run> {
        self.runs.get(glyph.run as usize)
    }
}

/// Thrown to leave a page that draws too much; carries the limit's name.
pub(super) struct OverLimit(pub(super) &'static str);

/// What all pages together may draw.
#[derive(Default)]
pub(super) struct Budget {
    glyphs: usize,
    operations: usize,
}

impl Budget {
    fn spend(&mut self, glyphs: usize, operations: usize) {
        self.glyphs += glyphs;
        self.operations += operations;
        if self.glyphs > GLYPHS {
            std::panic::resume_unwind(Box::new(OverLimit("2,000,000 glyphs in one PDF")));
        }
        if self.operations > OPERATIONS {
            std::panic::resume_unwind(Box::new(OverLimit("500,000 drawing operations in one PDF")));
        }
    }
}

/// What clipping leaves of the page.
struct Clip {
    area: Rect,
    /// First run of text whose letters are the clip: they are seen when something is painted through them.
    letters: Option<usize>,
}

/// The device that hayro draws one page on.
pub(super) struct Collector<'b> {
    pub(super) page: Page,
    budget: &'b mut Budget,
    fonts: &'b mut Fonts,
    clips: Vec<Clip>,
    groups: Vec<f32>,
    marks: Vec<Option<Span>>,
    scratch: String,
}

impl<'b> Collector<'b> {
    pub(super) fn new(bounds: Rect, budget: &'b mut Budget, fonts: &'b mut Fonts) -> Collector<'b> {
        let page = Page { scene: Scene::new(bounds), ..Page::default() };
        Collector {
            page,
            budget,
            fonts,
            clips: vec![Clip { area: bounds, letters: None }],
            groups: vec![1.0],
            marks: vec![],
            scratch: String::new(),
        }
    }

    fn clip(&self) -> Rect {
        self.clips.last().map_or(Rect::ZERO, |clip| clip.area)
    }

    fn opacity(&self) -> f32 {
        self.groups.last().copied().unwrap_or(1.0)
    }

    fn ink(&self, paint: &Paint<'_>, mask: bool) -> Ink {
        match paint {
            Paint::Color(color) if !mask => {
                let [r, g, b, a] = color.to_rgba().components();
                Ink::Solid { rgb: [r, g, b], alpha: a * self.opacity() }
            }
            _ => Ink::Unknown,
        }
    }

    fn paint_shape(&mut self, path: Option<BezPath>, bounds: Rect, ink: Ink, image: bool) {
        let bounds = bounds.intersect(self.clip());
        for first in self.clips.iter().filter_map(|clip| clip.letters) {
            let letters = self.page.runs.iter_mut().skip(first);
            letters.take_while(|run| run.invisible).for_each(|run| run.invisible = false);
        }
        self.page.scene.paint(Shape { path, bounds, ink, image, drawing: false, order: 0 });
    }

    /// Writes a glyph that the file gives no character, or one that says nothing; `face` is the font of the run.
    fn ask_font(&mut self, glyph: &PdfGlyph<'_>, said: Option<&BfString>, face: &mut Option<u32>) {
        if let PdfGlyph::Outline(outline) = glyph {
            *face = face.or_else(|| self.fonts.face(outline));
            if let Some(c) = face.and_then(|face| self.fonts.character(face, outline)) {
                return push_char(&mut self.page.text, c);
            }
        }
        // Chrome maps ligatures to NUL and says in another place what they are.
        if said == Some(&BfString::Char('\0')) {
            return;
        }
        if let (PdfGlyph::Outline(outline), Some(face)) = (glyph, *face) {
            let at = self.page.glyphs.len() as u32;
            self.page.unnamed.extend(self.fonts.unnamed(face, outline, at));
        }
        self.page.unmapped += 1;
        self.page.text.push(unnamed(glyph));
    }

    /// The first of the invisible runs after which nothing else was drawn.
    fn first_of_last_invisible(&self) -> Option<usize> {
        let runs = &self.page.runs;
        let last = runs.last().filter(|run| run.invisible && run.order == self.page.scene.last_order())?;
        let before = runs.iter().rposition(|run| !run.invisible || run.order + LETTERS_TOGETHER < last.order);
        Some(before.map_or(0, |at| at + 1))
    }

    /// A run that strokes exactly what was just filled is the same text, drawn bolder.
    fn is_outline_of_last(&self, first: Point, glyphs: usize, mode: &DrawMode) -> bool {
        let count = self.page.glyphs.len();
        let Some(start) = count.checked_sub(glyphs).and_then(|at| self.page.glyphs.get(at)) else { return false };
        matches!(mode, DrawMode::Stroke(_))
            && start.run as usize + 1 == self.page.runs.len()
            && (f64::from(start.x) - first.x).abs() < 0.01
            && (f64::from(start.y) - first.y).abs() < 0.01
            && self.page.runs.last().is_some_and(|run| run.order == self.page.scene.last_order())
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let glyphs = run.glyphs();
        self.budget.spend(glyphs.len(), 1);
        let Some(first) = glyphs.first() else { return };
        let matrix = props.transform * first.transform();
        let origin = matrix * Point::ZERO;
        let ink = self.ink(&props.paint, props.soft_mask.is_some());
        if self.is_outline_of_last(origin, glyphs.len(), mode) {
            if let Some(last) = self.page.runs.last_mut() {
                last.outline = Some(ink);
            }
            return;
        }
        let [a, b, c, d, ..] = matrix.as_coeffs();
        let vertical = run.writing_mode() == WritingMode::Vertical;
        let (along, across) = (a.hypot(b), c.hypot(d));
        let turn = if vertical { 90.0 } else { 0.0 };
        let angle = b.atan2(a).to_degrees() + turn;
        let index = self.page.runs.len() as u32;
        self.page.runs.push(Run {
            ink,
            outline: None,
            angle: if angle.is_finite() { angle.round() as i16 } else { 0 },
            order: self.page.scene.next_order(),
            clip: self.clip(),
            // The letters of a Type 3 font are drawings, which no mode hides.
            invisible: matches!(mode, DrawMode::Invisible) && matches!(&**first, PdfGlyph::Outline(_)),
            stretch: if across > 0.0 { (along / across) as f32 } else { 0.0 },
            sample: None,
        });
        let mut face = None;
        for glyph in glyphs {
            let matrix: Affine = props.transform * glyph.transform();
            let [a, b, c, d, x, y] = matrix.as_coeffs();
            let (along, across) = (a.hypot(b), c.hypot(d));
            let (advance, outline) = match &**glyph {
                PdfGlyph::Outline(g) => (f64::from(g.advance_width().unwrap_or(500.0)), Some(g)),
                PdfGlyph::Type3(g) => (f64::from(g.advance_width().unwrap_or(500.0)), None),
            };
            let mut size = across * UNITS;
            let mut width = along * advance;
            if outline.is_none() && width > 0.0 && !(0.3..=6.0).contains(&(size / width)) {
                size = width * TYPE3_EM;
            }
            if vertical {
                width = size;
            }
            if !(x.is_finite() && y.is_finite() && width.is_finite() && size.is_finite()) {
                continue;
            }
            let start = self.page.text.len();
            match glyph.as_unicode() {
                Some(BfString::Char(c)) if !says_nothing(c) => push_char(&mut self.page.text, c),
                Some(BfString::String(s)) if !s.chars().all(says_nothing) => {
                    s.chars().for_each(|c| push_char(&mut self.page.text, c));
                }
                said => self.ask_font(glyph, said.as_ref(), &mut face),
            }
            let len = self.page.text.len() - start;
            let letter = self.page.text.get(start..).is_some_and(|t| t.chars().any(char::is_alphabetic));
            if let Some(run) = self.page.runs.last_mut()
                && run.sample.is_none()
                && letter
            {
                run.sample = outline.cloned();
            }
            self.page.glyphs.push(Glyph {
                x: x as f32,
                y: y as f32,
                width: width as f32,
                size: size as f32,
                start: start as u32,
                len: u16::try_from(len).unwrap_or(u16::MAX),
                run: index,
            });
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend(0, 1 + path.elements().len() / 64);
        let ink = mixed(self.ink(&props.paint, props.soft_mask.is_some()), props.blend_mode);
        if let (DrawMode::Fill(_) | DrawMode::FillAndStroke(..), Some(ink)) = (mode, ink) {
            let path = closed(props.transform * path);
            let bounds = path.bounding_box();
            self.paint_shape(Some(path), bounds, ink, false);
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend(0, 1);
        let ink = mixed(self.ink(&props.paint, props.soft_mask.is_some()), props.blend_mode);
        if let (DrawMode::Fill(_) | DrawMode::FillAndStroke(..), Some(ink)) = (mode, ink) {
            self.paint_shape(None, props.transform.transform_rect_bbox(*rect), ink, false);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.budget.spend(0, 1);
        let area = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let bounds = props.transform.transform_rect_bbox(area);
        let see_through = match &image {
            Image::Stencil(_) => true,
            Image::Raster(raster) => {
                let dict = raster.stream().dict();
                [&b"SMask"[..], b"Mask", b"SMaskInData"].iter().any(|key| dict.contains_key(*key))
            }
        };
        let solid = !see_through && self.opacity() >= 1.0 && props.blend_mode == BlendMode::Normal;
        self.paint_shape(None, bounds, if solid { Ink::Picture } else { Ink::Unknown }, true);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.budget.spend(0, 1);
        let area = self.clip().intersect(clip.path.control_box());
        let letters = (clip.path.elements().len() > LETTER_PATH).then(|| self.first_of_last_invisible()).flatten();
        self.clips.push(Clip { area, letters });
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.budget.spend(0, 1);
        let area = self.clip().intersect(*rect);
        self.clips.push(Clip { area, letters: None });
    }

    fn pop_clip(&mut self) {
        if self.clips.len() > 1 {
            self.clips.pop();
        }
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, _: BlendMode) {
        self.budget.spend(0, 1);
        // What a mask lets through is unknown; taken as visible, so that no honest text is flagged.
        let opacity = if mask.is_some() { 1.0 } else { opacity };
        self.groups.push(self.opacity() * opacity);
    }

    fn pop_transparency_group(&mut self) {
        if self.groups.len() > 1 {
            self.groups.pop();
        }
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        self.budget.spend(0, 1);
        let nested = self.marks.iter().any(Option::is_some);
        let text = properties.filter(|_| !nested).and_then(actual_text::of);
        self.marks.push(text.map(|text| Span { text, first: self.page.glyphs.len() }));
    }

    fn end_marked_content(&mut self) {
        if let Some(Some(span)) = self.marks.pop() {
            actual_text::apply(&mut self.page, span, &mut self.scratch);
        }
    }
}

/// What a paint leaves on white paper where it is mixed with what lies below; `None` where it leaves nothing.
fn mixed(ink: Ink, mode: BlendMode) -> Option<Ink> {
    match (ink, mode) {
        (ink, BlendMode::Normal) => Some(ink),
        (_, BlendMode::Screen | BlendMode::Lighten | BlendMode::ColorDodge) => None,
        (Ink::Solid { rgb, .. }, _) if alike(rgb, [1.0; 3]) => None,
        _ => Some(Ink::Unknown),
    }
}

/// Characters that writers put where they know none.
fn says_nothing(c: char) -> bool {
    matches!(c, '\0' | '\u{fffd}'..='\u{ffff}')
}

/// The sign of a glyph without Unicode: Type 3 fonts mostly keep the codes of ASCII.
fn unnamed(glyph: &PdfGlyph<'_>) -> char {
    match (glyph, u8::try_from(glyph.char_code())) {
        (PdfGlyph::Type3(_), Ok(code @ 0x20..=0x7e)) => char::from(code),
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// Adds one character the way a person reads it: ligatures as letters, special blanks as blanks, no controls.
pub(in crate::document) fn push_char(text: &mut String, c: char) {
    match c {
        '\u{fb00}' => text.push_str("ff"),
        '\u{fb01}' => text.push_str("fi"),
        '\u{fb02}' => text.push_str("fl"),
        '\u{fb03}' => text.push_str("ffi"),
        '\u{fb04}' => text.push_str("ffl"),
        '\u{fb05}' | '\u{fb06}' => text.push_str("st"),
        '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            text.push(' ')
        }
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {}
        // Bullets of Symbol and Wingdings, which have no letters of their own.
        '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f076}' | '\u{f0fc}' | '\u{f06c}' | '\u{f06e}' | '\u{f071}'
        | '\u{f077}' | '\u{f0a8}' | '\u{f02d}' => text.push('•'),
        // Other private characters are icons.
        '\u{e000}'..='\u{f8ff}' => {}
        c => text.push(c),
    }
}
