//! Glyphs become stretches of words on a baseline: spaces from gaps, raised and lowered letters on their line.
//!
//! A PDF has no spaces that can be trusted and no lines at all, only glyphs at places. A gap wider than
//! [`SPACE`] is a space; one wider than [`SPLIT`] ends the stretch, since a column or a date may begin there.

use super::glyphs::{Glyph, Page};

/// Gap, in em, from which two letters belong to two words. Measured: below it words split, above it they join.
const SPACE: f32 = 0.13;
/// Gap, in em, from which two words belong to two stretches.
const SPLIT: f32 = 1.6;
/// The same where the second word is drawn by itself, with no space before it.
const SPLIT_ELSEWHERE: f32 = 0.8;
/// Distance of baselines, in em, below which two glyphs stand on the same line.
const BASELINE: f32 = 0.35;
/// A copy of a glyph within so many em of it makes it look bolder and is no second letter.
const OVERPRINT: f32 = 0.12;
/// Letters smaller than this share of the line may be raised or lowered.
const SMALLER: f32 = 0.8;
/// How far, in em of the line, a raised letter stands above and a lowered one below.
const RAISED: f32 = 0.55;
const LOWERED: f32 = 0.35;
/// Longest row of raised or lowered letters that is looked at.
const SCRIPT: usize = 40;

/// Words on one baseline without a wide gap.
#[derive(Clone)]
pub(super) struct Segment {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) text: String,
    pub(super) chars: usize,
    /// First and last run, to weigh the strokes.
    pub(super) runs: (u32, u32),
}

/// All stretches of words; `glyphs` lie on horizontal baselines and are sorted here.
pub(super) fn segments(page: &Page, glyphs: &mut [Glyph]) -> Vec<Segment> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut segments = Vec::new();
    let mut writer = Writer { page, pieces: Vec::new(), gaps: Vec::new() };
    let mut rest = glyphs;
    for len in baselines(rest) {
        let Some((line, after)) = rest.split_at_mut_checked(len) else { break };
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
        writer.line(line, &mut segments);
        rest = after;
    }
    segments
}

/// Lengths of the stretches of glyphs, sorted by height, that share a baseline.
fn baselines(glyphs: &[Glyph]) -> Vec<usize> {
    let mut lines: Vec<&[Glyph]> = Vec::new();
    let mut from = 0;
    for (at, glyph) in glyphs.iter().enumerate() {
        let Some(first) = glyphs.get(from) else { break };
        if (glyph.y - first.y).abs() > BASELINE * first.size.min(glyph.size) {
            lines.extend(glyphs.get(from..at));
            from = at;
        }
    }
    lines.extend(glyphs.get(from..));
    let mut lens: Vec<usize> = Vec::new();
    let mut above: Option<&[Glyph]> = None;
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        match above {
            Some(up) if is_script(up, line, RAISED) || is_script(line, up, LOWERED) => {
                if let Some(last) = lens.last_mut() {
                    *last += line.len();
                }
                // The full-size line stays the one that the next is compared with.
                above = Some(if largest(up) >= largest(line) { up } else { line });
            }
            _ => {
                lens.push(line.len());
                above = Some(line);
            }
        }
    }
    lens
}

fn largest(line: &[Glyph]) -> f32 {
    line.iter().map(|g| g.size).fold(0.0, f32::max)
}

/// Whether `small` is a raised or lowered part of `line`: smaller, near, and each letter beside a larger one.
fn is_script(small: &[Glyph], line: &[Glyph], reach: f32) -> bool {
    let (Some(a), Some(b)) = (small.first(), line.first()) else { return false };
    let size = largest(line);
    if small.len() > SCRIPT || largest(small) >= SMALLER * size || (a.y - b.y).abs() >= reach * size {
        return false;
    }
    small.iter().all(|g| {
        let near = |gap: f32, h: &Glyph| gap.abs() < 0.5 * h.size;
        // contacts beside a large name are two lines, though the lower one shares its baseline
        let beside =
            |h: &Glyph| g.size < SMALLER * h.size && (near(g.x - (h.x + h.width), h) || near(h.x - (g.x + g.width), h));
        let follows = |h: &Glyph| h.x < g.x && g.x - h.x < 2.0 * h.size;
        line.iter().any(beside) || small.iter().any(follows)
    })
}

/// A glyph of the stretch being written.
struct Piece {
    glyph: Glyph,
    /// Distance to the glyph before, in em.
    gap: f32,
    /// A space was drawn before it.
    spaced: bool,
}

struct Writer<'a> {
    page: &'a Page,
    pieces: Vec<Piece>,
    gaps: Vec<f32>,
}

impl Writer<'_> {
    fn line(&mut self, line: &[Glyph], out: &mut Vec<Segment>) {
        let mut end = 0.0;
        let mut spaced = false;
        for glyph in line {
            let chars = self.page.chars(glyph);
            let blank = chars.trim().is_empty();
            let Some(last) = self.pieces.last().map(|p| p.glyph) else {
                if !blank {
                    end = glyph.x + glyph.width;
                    self.pieces.push(Piece { glyph: *glyph, gap: 0.0, spaced: false });
                }
                continue;
            };
            if blank {
                spaced |= !chars.is_empty();
                continue;
            }
            let em = glyph.size.max(last.size * 0.5).max(f32::MIN_POSITIVE);
            // Squeezed letters stand closer than copies do.
            let copy = (OVERPRINT * em).min(if last.width > 0.0 { 0.8 * last.width } else { em });
            if (glyph.x - last.x).abs() < copy && chars == self.page.chars(&last) {
                continue;
            }
            let gap = (glyph.x - end) / em;
            let elsewhere = glyph.run != last.run && !spaced;
            if gap > SPLIT || (gap > SPLIT_ELSEWHERE && elsewhere) {
                self.finish(out);
                self.pieces.push(Piece { glyph: *glyph, gap: 0.0, spaced: false });
            } else {
                self.pieces.push(Piece { glyph: *glyph, gap, spaced });
            }
            spaced = false;
            end = glyph.x + glyph.width;
        }
        self.finish(out);
    }

    /// Writes the collected pieces as one segment.
    fn finish(&mut self, out: &mut Vec<Segment>) {
        let limit = self.space_limit();
        let (Some(first), Some(last)) = (self.pieces.first(), self.pieces.last()) else { return };
        let mut segment = Segment {
            left: first.glyph.x,
            right: last.glyph.x + last.glyph.width,
            y: first.glyph.y,
            size: 0.0,
            text: String::with_capacity(self.pieces.len() + self.pieces.len() / 4),
            chars: 0,
            runs: (first.glyph.run, first.glyph.run),
        };
        for piece in &self.pieces {
            let tracked = limit.is_some_and(|limit| piece.gap <= limit);
            if !tracked && (piece.spaced || piece.gap > SPACE) {
                segment.text.push(' ');
            }
            segment.text.push_str(self.page.chars(&piece.glyph));
            if piece.glyph.size > segment.size {
                segment.size = piece.glyph.size;
                segment.y = piece.glyph.y;
            }
            segment.runs = (segment.runs.0.min(piece.glyph.run), segment.runs.1.max(piece.glyph.run));
        }
        super::direction::reorder(&mut segment.text);
        segment.chars = segment.text.chars().count();
        self.pieces.clear();
        out.push(segment);
    }

    /// For letter-spaced words ("E X P E R I E N C E") the gap in em up to which letters are one word.
    fn space_limit(&mut self) -> Option<f32> {
        const LETTERS: usize = 4;
        let pairs = self.pieces.len().saturating_sub(1);
        if pairs < LETTERS {
            return None;
        }
        let breaks = self.pieces.iter().filter(|p| p.spaced || p.gap > SPACE).count();
        let letter = |p: &&Piece| self.page.chars(&p.glyph).chars().all(char::is_alphabetic);
        let letters = self.pieces.iter().filter(letter).count();
        // Four of five gaps are spaces and four of five signs are letters.
        if breaks * 5 < pairs * 4 || letters * 5 < self.pieces.len() * 4 {
            return None;
        }
        self.gaps.clear();
        self.gaps.extend(self.pieces.iter().skip(1).map(|p| p.gap));
        self.gaps.sort_by(f32::total_cmp);
        let usual = self.gaps.get(pairs / 2).copied()?;
        Some(usual * 1.5 + 0.05)
    }
}
