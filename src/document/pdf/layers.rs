//! Layers that are switched off: their words are in the file but on no screen.
//!
//! hayro leaves switched-off layers out by itself, as a viewer does. To report what stands on them, such a page is
//! drawn a second time against a document that knows no layers, so that everything is on, and compared.

use super::glyphs::Page;
use super::words;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name};
use hayro_syntax::xref::XRef;
use std::collections::BTreeSet;

/// The smallest document that has pages, used for its lack of layers.
const NO_LAYERS: &[u8] = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \ntrailer\n<</Size 4/Root 1 0 R>>\nstartxref\n168\n%%EOF\n";
/// A glyph at the same tenth of a point is the same glyph.
const GRID: f32 = 10.0;

/// Whether a document has layers that are off, and a document without layers to draw against.
pub(super) struct Layers {
    without: Option<Pdf>,
}

impl Layers {
    pub(super) fn of(pdf: &Pdf) -> Layers {
        let off = some_are_off(pdf.xref()).unwrap_or(false);
        Layers { without: off.then(|| Pdf::new(NO_LAYERS.to_vec()).ok()).flatten() }
    }

    /// The cross-reference table under which all layers are on; `None` where none is off.
    pub(super) fn all_on(&self) -> Option<&XRef> {
        self.without.as_ref().map(Pdf::xref)
    }
}

fn some_are_off(xref: &XRef) -> Option<bool> {
    let catalog = xref.get::<Dict<'_>>(xref.root_id())?;
    let config = catalog.get::<Dict<'_>>(&b"OCProperties"[..])?.get::<Dict<'_>>(&b"D"[..])?;
    let off = config.get::<Array<'_>>(&b"OFF"[..]).is_some_and(|off| off.raw_iter().next().is_some());
    let base_off = config.get::<Name<'_>>(&b"BaseState"[..]).is_some_and(|base| &*base == b"OFF");
    Some(off || base_off)
}

/// Words that only `full` draws.
pub(super) fn only_in(full: &Page, shown: &Page) -> Vec<String> {
    let place = |x: f32, y: f32| ((x * GRID).round() as i64, (y * GRID).round() as i64);
    let places: BTreeSet<_> = shown.glyphs.iter().map(|g| (place(g.x, g.y), shown.chars(g))).collect();
    let extra = |g: &&super::Glyph| !places.contains(&(place(g.x, g.y), full.chars(g)));
    let mut glyphs: Vec<_> = full.glyphs.iter().filter(extra).copied().collect();
    words::segments(full, &mut glyphs).into_iter().map(|segment| segment.text).collect()
}
