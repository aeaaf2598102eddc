//! The text that a file claims for a span of glyphs (ActualText), believed only where the glyphs allow it.
//!
//! Writers use it where a glyph's own mapping is wrong: ligatures, hyphens at line ends, Chrome's "fi" that maps to
//! NUL. A cheat uses it to give readers words that nobody sees. So the claim is taken when the glyphs say nothing
//! or about as much; when they spell something else, the glyphs win and the claim is reported as hidden text.

use super::glyphs::Page;
use hayro_syntax::object::{Dict, String as PdfString};
use unicode_normalization::UnicodeNormalization;

/// Letters that one glyph can honestly stand for: the longest ligature has four.
const LETTERS_PER_GLYPH: usize = 4;

/// A claimed text and the first glyph that it stands for.
pub(super) struct Span {
    pub(super) text: String,
    pub(super) first: usize,
}

/// The ActualText of a property list.
pub(super) fn of(properties: &Dict<'_>) -> Option<String> {
    properties.get::<PdfString<'_>>(&b"ActualText"[..]).map(|text| decode(text.as_bytes()))
}

/// A PDF text string: UTF-16 or UTF-8 with a mark, else PDFDocEncoding, near enough to Latin-1.
pub(super) fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Puts the claimed text in the place of the glyphs of its span, or reports it.
pub(super) fn apply(page: &mut Page, span: Span, scratch: &mut String) {
    let glyphs = page.glyphs.get(span.first..).unwrap_or_default();
    if glyphs.is_empty() {
        return;
    }
    scratch.clear();
    for glyph in glyphs {
        scratch.push_str(page.chars(glyph));
    }
    let unmapped = scratch.contains(char::REPLACEMENT_CHARACTER);
    let (drawn, claimed) = (letters(scratch), letters(&span.text));
    if drawn == claimed && !unmapped && !drawn.is_empty() {
        return;
    }
    let says_something_else = !unmapped && drawn.len() > LETTERS_PER_GLYPH && !drawn.is_empty();
    let too_long = claimed.chars().count() > glyphs.len() * LETTERS_PER_GLYPH;
    if too_long || (says_something_else && differs(&drawn, &claimed)) {
        if !claimed.is_empty() {
            page.false_texts.push(span.text);
        }
        return;
    }
    replace(page, span);
}

/// Whether two texts are more than a few ligatures apart: a ligature without a mapping leaves its letters out.
fn differs(drawn: &str, claimed: &str) -> bool {
    let mut rest = claimed.chars();
    !drawn.chars().all(|c| rest.any(|d| d == c)) || claimed.len() > drawn.len() * 2
}

fn letters(text: &str) -> String {
    text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn replace(page: &mut Page, span: Span) {
    let start = page.text.len() as u32;
    for c in span.text.chars() {
        super::glyphs::push_char(&mut page.text, c);
    }
    let len = u16::try_from(page.text.len() - start as usize).unwrap_or(u16::MAX);
    let Some((first, rest)) = page.glyphs.get_mut(span.first..).and_then(<[_]>::split_first_mut) else { return };
    first.start = start;
    first.len = len;
    for glyph in rest {
        if (glyph.y - first.y).abs() < first.size {
            first.width = first.width.max(glyph.x + glyph.width - first.x);
        }
        glyph.len = 0;
    }
}
