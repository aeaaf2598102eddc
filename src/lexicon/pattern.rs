//! The small language in which the lists say what to look for.
//!
//! | form | meets |
//! |---|---|
//! | `roadmap` | exactly this folded word |
//! | `prioriti*` | any word that begins so |
//! | `@own` | any word or phrase of the class `own` |
//! | `(a\|b c)` | one of these; an empty branch makes it optional |
//! | `#` | a number |
//! | `..` or `..8` | up to four (or eight) words in between, within one sentence |
//!
//! Phrases never cross a comma except through a gap, and nothing crosses a sentence. There is no backtracking over
//! unbounded repetition, so the work is linear in the text.

use std::iter::Peekable;

/// One step of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// A word test or class, by its name as written (`roadmap`, `prioriti*`, `@own`).
    Label(&'a str),
    /// Any number.
    Number,
    /// Up to this many words in between.
    Gap(u8),
    /// One of these sequences.
    Choice(Vec<Vec<Step<'a>>>),
}

/// Words that `..` may leave out.
const GAP: u8 = 4;

/// Reads a pattern.
///
/// # Errors
/// What is wrong with it, for the author of the list.
pub(super) fn parse(text: &str) -> Result<Vec<Step<'_>>, String> {
    let mut pieces = Pieces(text).peekable();
    let steps = sequence(&mut pieces, text)?;
    match pieces.next() {
        Some(_) => Err(format!("`)` without `(` in `{text}`")),
        None if steps.is_empty() => Err("an empty pattern meets nothing".into()),
        None if matches!(steps[0], Step::Gap(_)) => Err(format!("`{text}` begins with a gap")),
        None => Ok(steps),
    }
}

/// The words and marks of a pattern.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let is_mark = |c: char| matches!(c, '(' | ')' | '|');
        let text = self.0.trim_start();
        let length = match text.find(|c: char| is_mark(c) || c.is_whitespace()) {
            Some(0) => 1,
            Some(at) => at,
            None => text.len(),
        };
        let (piece, rest) = text.split_at(length);
        self.0 = rest;
        (!piece.is_empty()).then_some(piece)
    }
}

fn sequence<'a>(pieces: &mut Peekable<Pieces<'a>>, whole: &str) -> Result<Vec<Step<'a>>, String> {
    let mut steps = Vec::new();
    while let Some(piece) = pieces.peek().copied() {
        if matches!(piece, ")" | "|") {
            break;
        }
        pieces.next();
        steps.push(match piece {
            "(" => {
                let mut branches = vec![sequence(pieces, whole)?];
                loop {
                    match pieces.next() {
                        Some("|") => branches.push(sequence(pieces, whole)?),
                        Some(")") => break,
                        _ => return Err(format!("`(` without `)` in `{whole}`")),
                    }
                }
                Step::Choice(branches)
            }
            "#" => Step::Number,
            ".." => Step::Gap(GAP),
            gap if gap.starts_with("..") => {
                Step::Gap(gap[2..].parse().map_err(|_| format!("`{gap}` is no gap in `{whole}`"))?)
            }
            word => Step::Label(word),
        });
    }
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read_and_faults_are_named() {
        assert_eq!(parse("a (b|) ..").map(|s| s.len()), Ok(3));
        assert!(parse("(a").unwrap_err().contains("without `)`"));
        assert!(parse(".. a").unwrap_err().contains("gap"));
    }
}
