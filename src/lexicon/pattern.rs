//! The small language in which the lists say what to look for.
//!
//! | form | meets |
//! |---|---|
//! | `roadmap` | exactly this folded word |
//! | `prioriti*` | any word that begins so |
//! | `@own` | any word or phrase of the class `own` |
//! | `(a\|b c)` | one of these; an empty branch makes it optional |
//! | `#` | a number |
//! | `#30` | a number from 30 on that is no year |
//! | `..` or `..8` | up to four (or eight) words in between, within one sentence |
//!
//! Phrases never cross a comma except through a gap, and nothing crosses a sentence. There is no backtracking over
//! unbounded repetition, so the work is linear in the text.

use std::iter::Peekable;

/// One step of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step<L> {
    /// What stands for a word test or class (`roadmap`, `prioriti*`, `@own`).
    Label(L),
    /// Any number.
    Number,
    /// Up to this many words in between.
    Gap(u8),
    /// One of these names.
    OneOf(Vec<L>),
    /// One of these sequences.
    Choice(Vec<Vec<Step<L>>>),
}

/// Words that `..` may leave out.
const GAP: u8 = 4;

/// Reads a pattern. `label` says what stands for a name.
///
/// # Errors
/// What is wrong with it, for the author of the list.
pub(super) fn parse<'a, L>(
    text: &'a str,
    label: &mut impl FnMut(&'a str) -> Result<L, String>,
) -> Result<Vec<Step<L>>, String> {
    let mut pieces = Pieces(text).peekable();
    let steps = sequence(&mut pieces, text, label)?;
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

fn sequence<'a, L>(
    pieces: &mut Peekable<Pieces<'a>>,
    whole: &str,
    label: &mut impl FnMut(&'a str) -> Result<L, String>,
) -> Result<Vec<Step<L>>, String> {
    let mut steps = Vec::new();
    while let Some(piece) = pieces.peek().copied() {
        if matches!(piece, ")" | "|") {
            break;
        }
        pieces.next();
        steps.push(match piece {
            "(" => {
                let mut branches = vec![sequence(pieces, whole, label)?];
                loop {
                    match pieces.next() {
                        Some("|") => branches.push(sequence(pieces, whole, label)?),
                        Some(")") => break,
                        _ => return Err(format!("`(` without `)` in `{whole}`")),
                    }
                }
                choice(branches)
            }
            "#" => Step::Number,
            ".." => Step::Gap(GAP),
            gap if gap.starts_with("..") => {
                Step::Gap(gap[2..].parse().map_err(|_| format!("`{gap}` is no gap in `{whole}`"))?)
            }
            word => Step::Label(label(word)?),
        });
    }
    Ok(steps)
}

/// A choice of sequences, which is simpler where each of them is a name.
fn choice<L>(branches: Vec<Vec<Step<L>>>) -> Step<L> {
    let names = |branch: &Vec<Step<L>>| matches!(branch.as_slice(), [Step::Label(_)]);
    if !branches.iter().all(names) {
        return Step::Choice(branches);
    }
    let label = |step| if let Step::Label(label) = step { Some(label) } else { None };
    Step::OneOf(branches.into_iter().flatten().filter_map(label).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read_and_faults_are_named() {
        let parse = |text| parse(text, &mut |name| Ok(name)).map(|steps| steps.len());
        assert_eq!(parse("a (b|) .."), Ok(3));
        assert!(parse("(a").unwrap_err().contains("without `)`"));
        assert!(parse(".. a").unwrap_err().contains("gap"));
    }
}
