//! What a page carries beside its content: link targets, and form values that have no drawn appearance.

use super::actual_text::decode;
use super::words::Segment;
use hayro_syntax::object::{Array, Dict, Name, Object, Rect, String as PdfString};
use hayro_syntax::page::Page;
use kurbo::{Affine, Point};

/// Most annotations of a page that are looked at.
const ANNOTATIONS: usize = 5_000;
/// Flags of an annotation that keep it off the screen: hidden, no view.
const UNSEEN: u32 = 1 << 1 | 1 << 5;
/// Size in points that is assumed for a form value.
const VALUE_SIZE: f32 = 10.0;
/// Parents of a field that are asked for its value.
const PARENTS: usize = 8;

/// What was found beside the content.
#[derive(Default)]
pub(super) struct Found {
    pub(super) links: Vec<String>,
    /// Form values, at their place on the page.
    pub(super) values: Vec<Segment>,
    /// Values of fields that are not shown.
    pub(super) hidden: Vec<String>,
}

/// Reads the annotations of a page; `transform` leads to the page as it is seen.
pub(super) fn read(page: &Page<'_>, transform: Affine) -> Found {
    let mut found = Found::default();
    let Some(annotations) = page.raw().get::<Array<'_>>(&b"Annots"[..]) else { return found };
    for annotation in annotations.iter::<Dict<'_>>().take(ANNOTATIONS) {
        match annotation.get::<Name<'_>>(&b"Subtype"[..]).as_deref() {
            Some(b"Link") => found.links.extend(target(&annotation)),
            Some(b"Widget") => widget(&annotation, transform, &mut found),
            _ => {}
        }
    }
    found
}

fn target(link: &Dict<'_>) -> Option<String> {
    let action = link.get::<Dict<'_>>(&b"A"[..])?;
    let uri = action.get::<PdfString<'_>>(&b"URI"[..])?;
    Some(decode(uri.as_bytes()))
}

fn widget(widget: &Dict<'_>, transform: Affine, found: &mut Found) {
    let Some(value) = value(widget) else { return };
    if widget.get::<u32>(&b"F"[..]).unwrap_or(0) & UNSEEN != 0 {
        found.hidden.push(value);
        return;
    }
    // With an appearance the value is drawn, and read with the page.
    let drawn = widget.get::<Dict<'_>>(&b"AP"[..]).is_some_and(|ap| ap.contains_key(&b"N"[..]));
    let Some(area) = widget.get::<Rect>(&b"Rect"[..]).filter(|_| !drawn) else { return };
    for (line, text) in value.lines().filter(|l| !l.trim().is_empty()).enumerate() {
        let corner = transform * Point::new(area.x0, area.y1);
        found.values.push(Segment {
            left: corner.x as f32,
            right: corner.x as f32 + (area.x1 - area.x0) as f32,
            y: corner.y as f32 + VALUE_SIZE * (1.0 + 1.2 * line as f32),
            size: VALUE_SIZE,
            chars: text.chars().count(),
            text: text.trim().to_string(),
            runs: (u32::MAX, u32::MAX),
        });
    }
}

/// The value of a text or choice field, its own or inherited.
fn value(field: &Dict<'_>) -> Option<String> {
    let mut field = field.clone();
    let mut kind = None;
    let mut value = None;
    for _ in 0..PARENTS {
        kind = kind.or_else(|| field.get::<Name<'_>>(&b"FT"[..]).map(|n| n.to_vec()));
        value = value.or_else(|| match field.get::<Object<'_>>(&b"V"[..])? {
            Object::String(s) => Some(decode(s.as_bytes())),
            _ => None,
        });
        match field.get::<Dict<'_>>(&b"Parent"[..]) {
            Some(parent) => field = parent,
            None => break,
        }
    }
    let kind = kind?;
    (kind == b"Tx" || kind == b"Ch").then_some(value).flatten().filter(|v| !v.trim().is_empty())
}
