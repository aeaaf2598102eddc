//! Page headers and footers: lines that stand at the same place of several pages say it once.
//!
//! The first one stays, so that a name, an address or a phone number in a page header is never lost.

use super::blocks::PageLine;

/// Lines at the top and the bottom of a page that can be a header or footer.
const EDGE_LINES: usize = 3;
/// Share of the page's height at its edges where they stand.
const EDGE: f32 = 0.14;
/// Distance in points below which two places are the same.
const PLACE: f32 = 6.0;

/// Lines of one page and the height of it in points.
pub(super) struct PageLines {
    pub(super) lines: Vec<PageLine>,
    pub(super) height: f32,
}

/// Drops repeated headers and footers from all pages but the first they stand on; says how many went.
pub(super) fn drop_repeated(pages: &mut [PageLines]) -> usize {
    let mut seen: Vec<(String, f32)> = Vec::new();
    let mut dropped = 0;
    for page in pages {
        let height = page.height;
        let mut edges: Vec<(usize, f32)> = page.lines.iter().map(|l| l.y).enumerate().collect();
        edges.sort_by(|a, b| a.1.total_cmp(&b.1));
        let top = edges.iter().take(EDGE_LINES).filter(|(_, y)| *y < EDGE * height);
        let bottom = edges.iter().rev().take(EDGE_LINES).filter(|(_, y)| *y > (1.0 - EDGE) * height);
        let mut repeated = Vec::new();
        for &(at, y) in top.chain(bottom) {
            let Some(line) = page.lines.get(at) else { continue };
            let key = key(&line.text);
            // Measured from the nearer edge, so that pages of two sizes agree.
            let place = if y < height / 2.0 { y } else { y - height };
            if seen.iter().any(|(k, p)| *k == key && (p - place).abs() < PLACE) {
                repeated.push(at);
            } else {
                seen.push((key, place));
            }
        }
        dropped += repeated.len();
        let mut at = 0;
        page.lines.retain(|_| {
            at += 1;
            !repeated.contains(&(at - 1))
        });
    }
    dropped
}

/// The words without their numbers: "Page 1 of 2" and "Page 2 of 2" are one footer.
fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '0'..='9' if key.ends_with('#') => {}
            '0'..='9' => key.push('#'),
            c => key.extend(c.to_lowercase()),
        }
    }
    key
}
