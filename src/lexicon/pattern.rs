//! The small language in which the lists say what to look for.
//!
//! | form | meets |
//! |---|---|
//! | `roadmap` | exactly this folded word |
//! | `prioriti*` | any word that begins so |
//! | `@own` | any word or phrase of the class `own` |
//! | `(a\|b c)` | one of these; an empty branch makes it optional |
//! | `#` | a number that is no year |
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
    /// Any number that is no year.
    Number,
    /// Up to this many words in between.
    Gap(u8),
    /// One of these names, in their order.
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
pub(super) fn parse<'a, L: Ord>(
    text: &'a str,
    label: &mut impl FnMut(&'a str) -> Result<L, String>,
) -> Result<Vec<Step<L>>, String> {
    let mut pieces = Pieces(text).peekable();
    let mut steps = Vec::new();
    sequence(&mut pieces, text, label, &mut steps)?;
    match pieces.next() {
        Some(_) => Err(format!("`)` without `(` in `{text}`")),
        None if steps.is_empty() => Err("an empty pattern meets nothing".into()),
        None if matches!(steps[0], Step::Gap(_)) => Err(format!("`{text}` begins with a gap")),
        None => Ok(steps),
    }
}

/// Whether a text can meet a pattern, where `has` says of a name whether the text has it. Of a pattern that cannot be read
/// anything may be said: whoever reads it finds the fault.
pub(super) fn can_meet<'a>(text: &'a str, has: &mut impl FnMut(&'a str) -> bool) -> bool {
    let mut pieces = Pieces(text);
    while let Some(piece) = pieces.next() {
        if !can(piece, &mut pieces, has, true) {
            return false;
        }
    }
    true
}

/// The same of one step; nothing is asked about what does not matter any more.
fn can<'a>(piece: &'a str, pieces: &mut Pieces<'a>, has: &mut impl FnMut(&'a str) -> bool, matters: bool) -> bool {
    match piece {
        "(" => {
            // one of its branches can, and in that branch all steps
            let (mut any, mut all) = (false, true);
            while let Some(piece) = pieces.next() {
                match piece {
                    ")" => break,
                    "|" => any |= std::mem::replace(&mut all, true),
                    step => all &= can(step, pieces, has, matters && !any && all),
                }
            }
            any || all
        }
        gap if gap.starts_with("..") => true,
        name => matters && has(name),
    }
}

/// The words and marks of a pattern.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.0.trim_ascii_start();
        let length = match text.bytes().position(|b| matches!(b, b'(' | b')' | b'|' | b' ')) {
            Some(0) => 1,
            Some(at) => at,
            None => text.len(),
        };
        let (piece, rest) = text.split_at(length);
        self.0 = rest;
        (!piece.is_empty()).then_some(piece)
    }
}

/// Adds the steps up to the end of a branch.
fn sequence<'a, L: Ord>(
    pieces: &mut Peekable<Pieces<'a>>,
    whole: &str,
    label: &mut impl FnMut(&'a str) -> Result<L, String>,
    steps: &mut Vec<Step<L>>,
) -> Result<(), String> {
    while let Some(piece) = pieces.next_if(|piece| !matches!(*piece, ")" | "|")) {
        steps.push(match piece {
            "(" => choice(pieces, whole, label)?,
            "#" => Step::Number,
            ".." => Step::Gap(GAP),
            gap if gap.starts_with("..") => {
                Step::Gap(gap[2..].parse().map_err(|_| format!("`{gap}` is no gap in `{whole}`"))?)
            }
            word => Step::Label(label(word)?),
        });
    }
    Ok(())
}

/// A choice of sequences up to its end, which is simpler where each of them is a name.
fn choice<'a, L: Ord>(
    pieces: &mut Peekable<Pieces<'a>>,
    whole: &str,
    label: &mut impl FnMut(&'a str) -> Result<L, String>,
) -> Result<Step<L>, String> {
    let mut names = Vec::new();
    let mut branches = Vec::new();
    let mut branch = Vec::new();
    loop {
        sequence(pieces, whole, label, &mut branch)?;
        match branch.pop() {
            Some(Step::Label(name)) if branch.is_empty() && branches.is_empty() => names.push(name),
            last => {
                branches.extend(names.drain(..).map(|name| vec![Step::Label(name)]));
                branch.extend(last);
                branches.push(std::mem::take(&mut branch));
            }
        }
        match pieces.next() {
            Some("|") => {}
            Some(")") if branches.is_empty() => {
                names.sort_unstable();
                return Ok(Step::OneOf(names));
            }
            Some(")") => return Ok(Step::Choice(branches)),
            _ => return Err(format!("`(` without `)` in `{whole}`")),
        }
    }
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
