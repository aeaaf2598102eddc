//! Which lines stand out as headings: larger or bolder than the body of the document, short, and alone.

use super::blocks::PageLine;
use super::furniture::PageLines;
use super::glyphs::Page;
use super::weight;
use crate::document::LineKind;
use crate::document::text::is_bullet;

/// Size of a heading as a multiple of the body's.
const LARGER: f32 = 1.12;
/// Strokes of a heading as a multiple of the body's; bold fonts have 1.4 to 1.8.
const BOLDER: f32 = 1.28;
/// Longest heading.
const HEADING_CHARS: usize = 60;
const HEADING_WORDS: usize = 8;
/// Longest heading that is only bold: longer bold lines are titles of entries and phrases.
const BOLD_WORDS: usize = 4;
/// Lines of the body that are weighed.
const WEIGHED: usize = 12;
/// Most columns of a page that are weighed.
const COLUMNS: u16 = 8;
/// Sizes are compared in steps of so many points.
const STEP: f32 = 0.5;

/// Size of the letters that most of the document is set in, and their weight in each column.
pub(super) struct Body {
    size: f32,
    /// Page, column, thickness of the strokes: a sidebar often has a font of its own.
    strokes: Vec<(usize, u16, f32)>,
}

impl Body {
    pub(super) fn of(pages: &[PageLines], drawn: &[Page]) -> Body {
        let mut sizes: Vec<(i32, usize)> = Vec::new();
        for line in pages.iter().flat_map(|page| &page.lines) {
            let step = (line.size / STEP).round() as i32;
            match sizes.iter_mut().find(|(s, _)| *s == step) {
                Some((_, letters)) => *letters += line.text.len(),
                None => sizes.push((step, line.text.len())),
            }
        }
        let step = sizes.iter().max_by_key(|(_, letters)| *letters).map_or(0, |(step, _)| *step);
        let mut strokes = Vec::new();
        for (at, (page, drawn)) in pages.iter().zip(drawn).enumerate() {
            let last = page.lines.iter().map(|line| line.column).max().unwrap_or(0);
            for column in 1..=last.min(COLUMNS) {
                let lines = page.lines.iter().filter(|line| line.column == column);
                strokes.extend(usual_stroke(lines.collect(), drawn).map(|stroke| (at, column, stroke)));
            }
        }
        Body { size: step as f32 * STEP, strokes }
    }

    /// What a line of the page with index `at` is.
    pub(super) fn kind(&self, at: usize, page: &Page, line: &PageLine) -> LineKind {
        let text = line.text.as_str();
        if text.starts_with(super::is_bullet_char) || is_bullet(text) {
            return LineKind::Bullet;
        }
        let words = text.split_whitespace().count();
        let fits = line.alone
            && text.chars().count() <= HEADING_CHARS
            && words <= HEADING_WORDS
            && text.chars().any(char::is_alphabetic)
            && !text.ends_with(['.', ',', ';', '@']);
        if !fits {
            return LineKind::Plain;
        }
        if line.size >= LARGER * self.size {
            return LineKind::Heading;
        }
        let plain_words =
            words <= BOLD_WORDS && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '|' | '@'));
        let body = self.strokes.iter().find(|(p, column, _)| (*p, *column) == (at, line.column));
        let bold = || match (weight::of(page, line), body) {
            (Some(line), Some((_, _, body))) => line >= BOLDER * body,
            _ => false,
        };
        let upper = text.chars().all(|c| !c.is_lowercase());
        if plain_words && (line.gap || upper) && bold() { LineKind::Heading } else { LineKind::Plain }
    }
}

/// The middle of the weights of the longest lines.
fn usual_stroke(mut lines: Vec<&PageLine>, page: &Page) -> Option<f32> {
    lines.sort_by_key(|line| std::cmp::Reverse(line.text.len()));
    let mut strokes: Vec<f32> = lines.into_iter().take(WEIGHED).filter_map(|line| weight::of(page, line)).collect();
    strokes.sort_by(f32::total_cmp);
    strokes.get(strokes.len() / 2).copied()
}
