//! How bold letters are, from their ink.
//!
//! Font names and weights are often missing or wrong in a PDF, and some text is made bold by an outline. The
//! thickness of the strokes is always there: for strokes, twice the area divided by the length of the outline.

use super::blocks::PageLine;
use super::glyphs::{Page, Run};
use kurbo::Shape as _;

/// Accuracy in font units with which the length of an outline is measured.
const ACCURACY: f64 = 4.0;
/// Most runs of a line that are weighed.
const SAMPLES: u32 = 6;
/// Strokes of a text with an outline in its own colour are thicker by about a third.
const OUTLINED: f32 = 1.35;

/// Thickness of the strokes of a line in font units, `None` where no letter has an outline.
pub(super) fn of(page: &Page, line: &PageLine) -> Option<f32> {
    let (from, to) = line.runs;
    let mut sum = 0.0;
    let mut count = 0u8;
    for run in page.runs.get(from as usize..=(to.min(from.saturating_add(SAMPLES)) as usize))? {
        if let Some(stroke) = stroke(run) {
            sum += stroke;
            count += 1;
        }
    }
    (count > 0).then(|| sum / f32::from(count))
}

fn stroke(run: &Run) -> Option<f32> {
    let outline = run.sample.as_ref()?.outline();
    let length = outline.perimeter(ACCURACY);
    let thickness = (2.0 * outline.area().abs() / length) as f32;
    let outlined = if run.outline.is_some() { OUTLINED } else { 1.0 };
    (thickness.is_finite() && thickness > 0.0).then_some(thickness * outlined)
}
