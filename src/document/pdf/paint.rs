//! What lies under and over the text of a page, to tell words that a person sees from words that nobody does.
//!
//! Filled shapes and images are kept in the order of painting. The colour behind a glyph is that of the last one
//! painted before it, and a glyph is covered when one is painted over it later. Where the colour behind cannot be
//! known (an image, a pattern, a mask) the text counts as visible: a false accusation is worse than a miss.

use super::glyphs::{Glyph, Page, Run};
use kurbo::{BezPath, PathEl, Point, Rect, Shape as _};

/// Shapes smaller than this in points cannot hide a letter that a person could read.
const SMALLEST_SHAPE: f64 = 2.0;
/// Most shapes remembered on a page; drawings have more, backgrounds of a resume have dozens.
const SHAPES: usize = 20_000;
/// Paths with more elements are drawings; their outline is not followed.
const SIMPLE_PATH: usize = 200;
/// Paths with more elements can be letters: the simplest boxes and rules have fewer.
pub(super) const LETTER_PATH: usize = 8;
/// Comparisons of glyphs with shapes on a page, after which the rest counts as visible.
const PATIENCE: usize = 20_000_000;
/// Contrast (WCAG 2, 1 to 21) below which text cannot be told from its background; light grey print starts at 1.5.
const CONTRAST: f32 = 1.2;
/// Difference of a colour channel (0 to 1) below which two colours of like lightness are one.
const CHANNEL: f32 = 0.15;
/// Text below this size in points is a grey line to the eye; the smallest honest print found is 3.
const TINY: f32 = 2.0;
/// Opacity below which text leaves no trace.
const TRANSPARENT: f32 = 0.05;
/// Letters squeezed to a tenth of their width cannot be read.
const SQUEEZED: f32 = 0.1;
/// Share of the page from which an image is a scan of the page.
const SCAN: f64 = 0.5;

/// The paint of a shape or text.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Solid {
        rgb: [f32; 3],
        alpha: f32,
    },
    /// An image without transparency: hides what is below, its colours are unknown.
    Picture,
    Unknown,
}

/// Something painted that is not text.
pub(super) struct Shape {
    /// The outline where it is no upright rectangle.
    pub(super) path: Option<BezPath>,
    pub(super) bounds: Rect,
    pub(super) ink: Ink,
    pub(super) image: bool,
    /// Too many elements to be followed: a drawing, or letters drawn as outlines.
    pub(super) drawing: bool,
    pub(super) order: u32,
}

impl Shape {
    fn covers(&self, point: Point) -> bool {
        self.bounds.contains(point) && self.path.as_ref().is_none_or(|path| path.winding(point) != 0)
    }

    /// The paint, where it is known to lie at the points that the shape covers.
    fn ink(&self) -> Ink {
        if self.drawing && self.path.is_none() { Ink::Unknown } else { self.ink }
    }
}

/// A path with all its parts closed, as filling closes them.
pub(super) fn closed(path: BezPath) -> BezPath {
    let starts = |el: &PathEl| matches!(el, PathEl::MoveTo(_));
    let parts = path.elements().iter().filter(|el| starts(el)).count();
    if parts <= path.elements().iter().filter(|el| matches!(el, PathEl::ClosePath)).count() {
        return path;
    }
    let mut out = Vec::with_capacity(path.elements().len() + parts);
    for el in path.elements() {
        if starts(el) && !out.is_empty() {
            out.push(PathEl::ClosePath);
        }
        out.push(*el);
    }
    out.push(PathEl::ClosePath);
    BezPath::from_vec(out)
}

/// All that was painted on a page apart from text.
#[derive(Default)]
pub(super) struct Scene {
    bounds: Rect,
    shapes: Vec<Shape>,
    order: u32,
    /// Area of images as a share of the page.
    pub(super) image_share: f64,
}

impl Scene {
    pub(super) fn new(bounds: Rect) -> Scene {
        Scene { bounds, ..Scene::default() }
    }

    pub(super) fn next_order(&mut self) -> u32 {
        self.order += 1;
        self.order
    }

    pub(super) fn last_order(&self) -> u32 {
        self.order
    }

    pub(super) fn paint(&mut self, mut shape: Shape) {
        shape.order = self.next_order();
        if shape.image {
            self.image_share += shape.bounds.area() / self.bounds.area().max(1.0);
        }
        let visible = shape.bounds.width() >= SMALLEST_SHAPE && shape.bounds.height() >= SMALLEST_SHAPE;
        if !visible || self.shapes.len() >= SHAPES {
            return;
        }
        let elements = shape.path.as_ref().map_or(0, |path| path.elements().len());
        shape.drawing = elements > LETTER_PATH;
        if elements > SIMPLE_PATH {
            shape.path = None;
        }
        self.shapes.push(shape);
    }
}

/// How a glyph is hidden, `None` when a person sees it.
pub(super) struct Judge<'a> {
    page: &'a Page,
    scanned: bool,
    run: u32,
    suspect_colour: bool,
    may_be_covered: bool,
    patience: usize,
}

impl<'a> Judge<'a> {
    pub(super) fn new(page: &'a Page) -> Judge<'a> {
        let invisible = |g: &&Glyph| page.run(g).is_some_and(|r| r.invisible);
        let hidden = page.glyphs.iter().filter(invisible).count();
        // Real text beside an invisible layer means that the picture is an ornament, not a scan.
        const OCR_SHARE: usize = 5;
        let seen = page.glyphs.len() - hidden;
        let scanned = page.scene.image_share >= SCAN && seen * OCR_SHARE <= hidden;
        Judge { page, scanned, run: u32::MAX, suspect_colour: false, may_be_covered: false, patience: PATIENCE }
    }

    /// Whether the page is a scan with a layer of recognised text.
    pub(super) fn is_scanned(&self) -> bool {
        self.scanned
    }

    pub(super) fn hides(&mut self, glyph: &Glyph) -> Option<&'static str> {
        let run = self.page.run(glyph)?;
        if self.run != glyph.run {
            self.run = glyph.run;
            self.suspect_colour = self.is_suspect(run);
            self.may_be_covered = self.page.scene.shapes.last().is_some_and(|shape| shape.order > run.order);
        }
        let [left, centre, right] = points(glyph, run);
        let patience = self.patience.checked_sub(1 + self.page.scene.shapes.len())?;
        if self.suspect_colour || self.may_be_covered || run.invisible {
            self.patience = patience;
        }
        if run.invisible {
            let seen = self.scanned || self.is_drawn_as_outlines(glyph, centre);
            return (!seen).then_some("invisible-mode");
        }
        if glyph.size < TINY || run.stretch < SQUEEZED {
            return Some("tiny");
        }
        let outside = |area: Rect| [left, centre, right].iter().all(|p| !area.inflate(1.0, 1.0).contains(*p));
        if outside(self.page.scene.bounds) {
            return Some("off-page");
        }
        if outside(run.clip) {
            return Some("clipped");
        }
        if self.suspect_colour && self.is_lost_in_background(run, centre) {
            let clear = matches!(run.ink, Ink::Solid { alpha, .. } if alpha < TRANSPARENT);
            let seen = clear && self.is_drawn_as_outlines(glyph, centre);
            return (!seen).then_some(if clear { "transparent" } else { "white" });
        }
        (self.may_be_covered && self.is_covered(run, [left, centre, right])).then_some("covered")
    }

    /// Whether the colour of a run is that of the paper or of any shape, so that a closer look is needed.
    fn is_suspect(&self, run: &Run) -> bool {
        const PAPER: [f32; 3] = [1.0; 3];
        let Ink::Solid { rgb, alpha } = run.ink else { return false };
        if let Some(Ink::Solid { rgb: line, alpha }) = run.outline
            && !alike(blend(line, alpha, PAPER), PAPER)
        {
            return false;
        }
        let like = |paper: [f32; 3]| alike(blend(rgb, alpha, paper), paper);
        like(PAPER)
            || self.page.scene.shapes.iter().any(|shape| match shape.ink() {
                Ink::Solid { rgb, alpha } => shape.order < run.order && like(blend(rgb, alpha, PAPER)),
                Ink::Picture | Ink::Unknown => false,
            })
    }

    fn is_lost_in_background(&self, run: &Run, point: Point) -> bool {
        let Ink::Solid { rgb, alpha } = run.ink else { return false };
        let mut behind = Some([1.0; 3]);
        let below = self.page.scene.shapes.iter().take_while(|shape| shape.order < run.order);
        for shape in below.filter(|shape| shape.covers(point)) {
            behind = match (shape.ink(), behind) {
                (Ink::Solid { rgb, alpha }, _) if alpha >= 1.0 => Some(rgb),
                (Ink::Solid { rgb, alpha }, Some(under)) => Some(blend(rgb, alpha, under)),
                _ => None,
            };
        }
        behind.is_some_and(|behind| alike(blend(rgb, alpha, behind), behind))
    }

    /// Some writers draw bold letters as outlines and put the text over them without any paint.
    fn is_drawn_as_outlines(&self, glyph: &Glyph, point: Point) -> bool {
        /// Height of an outline of letters, in em of the text.
        const HEIGHT: std::ops::RangeInclusive<f64> = 0.3..=2.0;
        let size = f64::from(glyph.size).max(f64::MIN_POSITIVE);
        let letters = |shape: &&Shape| shape.drawing && HEIGHT.contains(&(shape.bounds.height() / size));
        let near = |shape: &Shape| shape.bounds.inflate(0.1 * size, 0.2 * size).contains(point);
        self.page.scene.shapes.iter().filter(letters).any(near)
    }

    fn is_covered(&self, run: &Run, points: [Point; 3]) -> bool {
        let scene = &self.page.scene;
        let above = scene.shapes.iter().rev().take_while(|shape| shape.order > run.order);
        above.filter(|shape| points.iter().all(|p| shape.covers(*p))).any(|shape| match shape.ink() {
            Ink::Solid { alpha, .. } => alpha >= 1.0,
            // A picture of the whole page over text is a scan over its recognised text.
            Ink::Picture => shape.bounds.area() < SCAN * scene.bounds.area(),
            Ink::Unknown => false,
        })
    }
}

/// Three points in the body of a glyph: where it begins, its middle, where it ends.
fn points(glyph: &Glyph, run: &Run) -> [Point; 3] {
    /// Middle of a small letter above the baseline, in em.
    const MIDDLE: f64 = 0.25;
    let (sin, cos) = f64::from(run.angle).to_radians().sin_cos();
    let (x, y, size) = (f64::from(glyph.x), f64::from(glyph.y), f64::from(glyph.size));
    [0.1, 0.5, 0.9].map(|share| {
        let along = f64::from(glyph.width) * share;
        Point::new(x + along * cos + MIDDLE * size * sin, y + along * sin - MIDDLE * size * cos)
    })
}

fn blend(over: [f32; 3], alpha: f32, under: [f32; 3]) -> [f32; 3] {
    let mix = |o: f32, u: f32| o * alpha + u * (1.0 - alpha);
    let ([r, g, b], [x, y, z]) = (over, under);
    [mix(r, x), mix(g, y), mix(b, z)]
}

/// Whether a person cannot tell two colours apart at the size of text.
pub(in crate::document) fn alike(a: [f32; 3], b: [f32; 3]) -> bool {
    let near = a.iter().zip(b).all(|(x, y)| (x - y).abs() < CHANNEL);
    let (x, y) = (luminance(a), luminance(b));
    near && (x.max(y) + 0.05) / (x.min(y) + 0.05) < CONTRAST
}

/// Relative luminance of an sRGB colour, WCAG 2.
fn luminance([r, g, b]: [f32; 3]) -> f32 {
    let linear = |c: f32| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
