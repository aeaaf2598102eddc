//! Marks that grade single items, as a sentence of the posting says: "(E) is essential and (D) is desirable", "Items with a
//! star (★) are nice to have".

use super::blocks::{Block, BlockKind};
use crate::role::Importance;
use regex::Regex;
use std::sync::LazyLock;

/// A letter in brackets, or a sign.
static MARK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\([A-Z]\)|[★☆✱†‡◊♦✦⭐*]").expect("a pattern that is tested"));
/// What a mark may say of an item, in small letters.
const WISHES: [&str; 12] = [
    "nice to have",
    "nice-to-have",
    "desirable",
    "preferred",
    "optional",
    "a plus",
    "bonus",
    "advantage",
    "not essential",
    "not required",
    "would like",
    "helpful",
];
const MUSTS: [&str; 5] = ["essential", "required", "mandatory", "must", "necessary"];
/// Words in the longest sentence that explains marks.
const LONGEST: usize = 60;
/// Items that carry a mark at least, if marks grade.
const FEWEST: usize = 2;

/// The marks of a posting and what they say.
#[derive(Debug, Default)]
pub(super) struct Legend {
    marks: Vec<(String, Importance)>,
}

impl Legend {
    /// The marks that a paragraph explains and items carry.
    pub(super) fn of(blocks: &[Block]) -> Legend {
        let told = blocks.iter().filter(|b| b.kind != BlockKind::Item && b.text.split_whitespace().count() <= LONGEST);
        let mut marks = told.map(|b| explained(&b.text)).find(|marks| !marks.is_empty()).unwrap_or_default();
        let carried = |b: &&Block| marks.iter().any(|(mark, _)| stripped(&b.text, mark).is_some());
        if blocks.iter().filter(carried).count() < FEWEST {
            marks.clear();
        }
        Legend { marks }
    }

    /// The blocks, with a mark that stands on a line of its own back at the end of its item.
    pub(super) fn joined(&self, blocks: &[Block]) -> Vec<Block> {
        let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
        for block in blocks {
            match out.last_mut().filter(|last| last.kind == BlockKind::Item) {
                Some(item) if self.marks.iter().any(|(mark, _)| *mark == block.text.trim()) => {
                    item.text = format!("{} {}", item.text, block.text.trim());
                }
                _ => out.push(block.clone()),
            }
        }
        out
    }

    /// The words of an item without its mark, and what that says.
    pub(super) fn read(&self, text: &str) -> Option<(String, Importance)> {
        self.marks.iter().find_map(|(mark, says)| Some((stripped(text, mark)?.to_owned(), *says)))
    }

    /// Whether there are any.
    pub(super) fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }
}

/// An item without the mark at one of its ends; an asterisk in front is that of a list.
fn stripped<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    let text = text.trim();
    let front = || text.strip_prefix(mark).filter(|_| mark != "*");
    let words = text.strip_suffix(mark).or_else(front)?.trim();
    words.contains(char::is_alphabetic).then_some(words)
}

/// The marks of a sentence and what it says of them: behind them, or before them where it begins with such a word.
fn explained(text: &str) -> Vec<(String, Importance)> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return Vec::new();
    }
    let marks: Vec<_> = MARK.find_iter(text).collect();
    let says = |from: usize, to: usize| {
        let part = lower.get(from..to)?;
        let of = |list: &[&str]| list.iter().filter_map(|word| part.find(word)).min();
        match (of(&WISHES), of(&MUSTS)) {
            (Some(wish), must) if must.is_none_or(|must| wish <= must + "not ".len()) => Some(Importance::Preferred),
            (_, Some(_)) => Some(Importance::Required),
            _ => None,
        }
    };
    let Some(first) = marks.first() else { return Vec::new() };
    let before = says(0, first.start()).is_some();
    let mut out: Vec<(String, Importance)> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let next = marks.get(at + 1).map_or(lower.len(), |next| next.start());
        let last = at.checked_sub(1).map_or(0, |last| marks[last].end());
        let found = if before { says(last, mark.start()) } else { says(mark.end(), next) };
        out.extend(found.map(|found| (mark.as_str().to_owned(), found)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_explains_marks_before_or_behind_them() {
        use Importance::{Preferred, Required};
        let told = |text: &str| explained(text).into_iter().map(|(_, says)| says).collect::<Vec<_>>();
        assert_eq!(
            told("(E) is essential and (D) is desirable. If you meet every E and no D, please apply."),
            [Required, Preferred]
        );
        assert_eq!(told("Essential (E), desirable (D)"), [Required, Preferred]);
        assert_eq!(
            told("Items marked with a star (★) are nice to have; everything else we really do need."),
            [Preferred]
        );
        assert_eq!(told("You work in team (A) with eleven others."), []);
    }
}
