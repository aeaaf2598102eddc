//! Page headers and footers: lines that stand at the same place of several pages say it once.
//!
//! The first one stays, so that a name, an address or a phone number in a page header is never lost.

use super::blocks::PageLine;

/// Lines at the top and the bottom of a page that can be a header or footer.
const EDGE_LINES: usize = 3;
/// Share of the page's height at its edges where they stand.
const EDGE: f32 = 0.14;
/// A page with fewer lines has no edges to speak of: what stands there is what it says.
const PAGE_LINES: usize = 5;
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
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        let height = page.height;
        if page.lines.len() < PAGE_LINES {
            continue;
        }
        let mut edges: Vec<(usize, f32)> = page.lines.iter().map(|l| l.y).enumerate().collect();
        edges.sort_by(|a, b| a.1.total_cmp(&b.1));
        let top = edges.iter().take(EDGE_LINES).filter(|(_, y)| *y < EDGE * height);
        let bottom = edges.iter().rev().take(EDGE_LINES).filter(|(_, y)| *y > (1.0 - EDGE) * height);
        let mut repeated = Vec::new();
        for &(at, y) in top.chain(bottom) {
            let Some(line) = page.lines.get(at) else { continue };
            let key = key(&line.text, &[index + 1, count]);
            // Measured from the nearer edge, so that pages of two sizes agree.
            let place = if y < height / 2.0 { y } else { y - height };
            if is_number(&key) || seen.iter().any(|(k, p)| *k == key && (p - place).abs() < PLACE) {
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

/// Whether a line says which page it is and nothing else: "Page 1 of 2".
fn is_number(key: &str) -> bool {
    const WORDS: [&str; 8] = ["page", "of", "seite", "von", "sur", "página", "de", "pagina"];
    let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    key.matches('#').count() == 2 && words.all(|word| WORDS.contains(&word))
}

/// The words without the numbers of pages: "Page 1 of 2" and "Page 2 of 2" are one footer.
fn key(text: &str, numbers: &[usize]) -> String {
    let words = text.split_inclusive(|c: char| !c.is_ascii_digit());
    let mut key = String::with_capacity(text.len());
    for word in words {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        if digits.parse().is_ok_and(|number| numbers.contains(&number)) {
            key.push('#');
            key.push_str(word.get(digits.len()..).unwrap_or_default());
        } else {
            key.push_str(word);
        }
    }
    key.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{is_number, key};

    #[test]
    fn only_page_numbers_are_left_out_of_a_footer() {
        assert_eq!(key("Page 2 of 3", &[2, 3]), key("Page 3 of 3", &[3, 3]));
        assert_ne!(key("Team of 12", &[1, 2]), key("Team of 15", &[2, 2]));
        assert!(is_number(&key("Page 1 of 2", &[1, 2])) && !is_number(&key("Chapter 1 of 2", &[1, 2])));
    }
}
