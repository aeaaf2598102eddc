//! Rows in reading order become lines: joined where a word was broken, with gaps where the page has gaps.

use super::columns::{Placed, Row};

/// Distance of lines, as a multiple of the usual one, from which a person sees a gap.
const GAP: f32 = 1.4;
/// Distance of lines in em that can be the usual one.
const LEADING: std::ops::RangeInclusive<f32> = 0.8..=2.2;
/// The usual distance in em where a page has too few lines to tell.
const USUAL: f32 = 1.2;

/// First halves of compound words: behind them a hyphen at the end of a line is part of the word.
const COMPOUND: &[&str] = &[
    "all",
    "back",
    "best",
    "bi",
    "bottom",
    "client",
    "cloud",
    "co",
    "cost",
    "cross",
    "customer",
    "cutting",
    "data",
    "day",
    "decision",
    "deep",
    "design",
    "detail",
    "early",
    "end",
    "enterprise",
    "ever",
    "evidence",
    "ex",
    "fast",
    "first",
    "five",
    "forward",
    "four",
    "front",
    "full",
    "go",
    "goal",
    "half",
    "hand",
    "hard",
    "high",
    "in",
    "industry",
    "insight",
    "key",
    "large",
    "late",
    "lead",
    "left",
    "long",
    "low",
    "machine",
    "market",
    "medium",
    "mid",
    "mission",
    "mobile",
    "month",
    "multi",
    "near",
    "new",
    "non",
    "off",
    "on",
    "one",
    "open",
    "out",
    "part",
    "people",
    "post",
    "pre",
    "problem",
    "process",
    "product",
    "project",
    "quick",
    "re",
    "real",
    "result",
    "results",
    "revenue",
    "right",
    "risk",
    "role",
    "sales",
    "second",
    "self",
    "semi",
    "seven",
    "short",
    "side",
    "single",
    "six",
    "small",
    "so",
    "software",
    "state",
    "step",
    "sub",
    "ten",
    "third",
    "three",
    "time",
    "top",
    "two",
    "under",
    "up",
    "user",
    "value",
    "web",
    "well",
    "wide",
    "work",
    "world",
    "year",
    "zero",
];

/// A line of a page, before it goes into the document.
pub(super) struct PageLine {
    pub(super) text: String,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) column: u16,
    /// Runs that it is made of.
    pub(super) runs: (u32, u32),
    /// It is one stretch of words, without a date or another cell beside it.
    pub(super) alone: bool,
    /// A person sees a gap above it.
    pub(super) gap: bool,
}

/// Lines of one page, or of one direction of writing on it.
pub(super) fn lines(rows: Vec<Placed>) -> Vec<PageLine> {
    let mut lines: Vec<PageLine> = rows.into_iter().filter_map(|placed| line(placed.row, placed.column)).collect();
    let usual = usual_distance(&lines);
    let mut above: Option<(f32, f32, u16)> = None;
    for line in &mut lines {
        line.gap = above.is_some_and(|(y, size, column)| {
            column != line.column || line.y < y || line.y - y > GAP * usual * size.max(line.size)
        });
        above = Some((line.y, line.size, line.column));
    }
    mend(lines)
}

fn line(row: Row, column: u16) -> Option<PageLine> {
    let first = row.first()?;
    let widest = row.iter().max_by(|a, b| a.size.total_cmp(&b.size))?;
    let runs = row.iter().fold((u32::MAX, 0), |(a, b), s| (a.min(s.runs.0), b.max(s.runs.1)));
    let (y, size) = (first.y, widest.size);
    let mut alone = row.len() == 1;
    let mut text = String::new();
    for segment in &row {
        if is_bullet_sign(&text) || (text.is_empty() && row.len() > 1 && is_drawn_bullet(&segment.text)) {
            // A sign and its words are one stretch, whatever lies between them.
            if text.is_empty() {
                text.push('•');
                continue;
            }
            alone = row.len() == 2;
            text.push(' ');
        } else if !text.is_empty() {
            text.push_str("  ");
        }
        text.push_str(segment.text.trim());
    }
    let text = tidy(text);
    (!text.is_empty()).then_some(PageLine { text, y, size, column, runs, alone, gap: false })
}

fn is_bullet_sign(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(super::is_bullet_char) && chars.next().is_none()
}

/// Letters that Wingdings and Courier draw as signs: no English word is one of them.
fn is_drawn_bullet(text: &str) -> bool {
    matches!(text, "o" | "n" | "q" | "v" | "l" | "u" | "ü" | "Ø" | "§" | "\u{fffd}" | "-" | "–" | "*" | "¨")
}

/// Soft hyphens inside a line are drawn hyphens; glyphs without Unicode say nothing.
fn tidy(text: String) -> String {
    let mut text = text;
    if let Some(rest) = text.strip_prefix('\u{fffd}')
        && rest.starts_with(' ')
        && rest.contains(char::is_alphanumeric)
    {
        text = format!("•{rest}");
    }
    if !text.contains(['\u{ad}', '\u{fffd}']) {
        return text;
    }
    let end = text.trim_end().len();
    let keep = |(at, c): (usize, char)| match c {
        '\u{ad}' if at + c.len_utf8() == end => Some(c),
        '\u{ad}' => Some('-'),
        '\u{fffd}' => None,
        c => Some(c),
    };
    text.char_indices().filter_map(keep).collect::<String>().trim().to_string()
}

fn usual_distance(lines: &[PageLine]) -> f32 {
    let pair = |(a, b): (&PageLine, &PageLine)| {
        let distance = (b.y - a.y) / a.size.max(b.size).max(f32::MIN_POSITIVE);
        (a.column == b.column && LEADING.contains(&distance)).then_some(distance)
    };
    let mut distances: Vec<f32> = lines.iter().zip(lines.iter().skip(1)).filter_map(pair).collect();
    distances.sort_by(f32::total_cmp);
    distances.get(distances.len() / 2).copied().unwrap_or(USUAL)
}

/// Joins words that were broken at the end of a line.
fn mend(lines: Vec<PageLine>) -> Vec<PageLine> {
    let mut out: Vec<PageLine> = Vec::with_capacity(lines.len());
    for mut line in lines {
        if let Some(above) = out.last_mut()
            && !line.gap
            && above.column == line.column
            && let Some(keep) = broken(&above.text, &line.text)
        {
            let end = line.text.find(' ').unwrap_or(line.text.len());
            let rest = line.text.split_off(end);
            if !keep {
                above.text.pop();
            } else if above.text.ends_with('\u{ad}') {
                above.text.pop();
                above.text.push('-');
            }
            above.text.push_str(&line.text);
            line.text = rest.trim_start().to_string();
            if line.text.is_empty() {
                above.y = line.y;
                continue;
            }
        }
        out.push(line);
    }
    for line in &mut out {
        if line.text.ends_with('\u{ad}') {
            line.text.pop();
            line.text.push('-');
        }
    }
    out
}

/// Whether the last word above goes on below; `Some(true)` when the hyphen belongs to the word.
fn broken(above: &str, below: &str) -> Option<bool> {
    /// Fewest letters on each side of a break that a typesetter makes.
    const LETTERS: usize = 2;
    let head = above.strip_suffix(['-', '\u{2010}', '\u{ad}'])?;
    let soft = above.ends_with('\u{ad}');
    let head = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let tail = below.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if head.chars().count() < LETTERS || tail.chars().count() < LETTERS || !tail.starts_with(char::is_lowercase) {
        return None;
    }
    let compound = COMPOUND.binary_search(&head.to_lowercase().as_str()).is_ok();
    // A word with a hyphen inside already ("end-to-" "end") is a compound too.
    let hyphens = above.rsplit(' ').next().is_some_and(|word| word.matches('-').count() > usize::from(!soft));
    Some(compound || hyphens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_words_are_mended_and_compounds_kept() {
        assert!(COMPOUND.is_sorted());
        assert_eq!(broken("for the devel-", "opment of"), Some(false));
        assert_eq!(broken("led cross-", "functional teams"), Some(true));
        assert_eq!(broken("end-to-", "end"), Some(true));
        assert_eq!(broken("2019 -", "present"), None);
        assert_eq!(broken("Anne-", "Marie"), None);
    }
}
