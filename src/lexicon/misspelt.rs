//! Misspelt long words: "managment", "stakholder", "Product Manger".
//!
//! A word that no list knows is read as the one word of ours, of eight letters or more, that is one slip away (a letter
//! left out, doubled, changed, or two letters swapped). Only slips inside the word count: the last two letters carry
//! grammar ("produce" is not "product"). Where two words of ours are equally near, or the word is one of the
//! lookalikes, it stays as it is. What is found through a misspelt word is never more than partly met
//! (`scoring.md`, step 8).

use std::collections::{BTreeMap, BTreeSet};

/// Letters in the shortest word that is corrected to. On 1,203 real resumes words of six and seven letters were meant as
/// themselves 19 times in 20 ("provide", "lending", "patent"); of eight letters, with the lookalikes, one time in 10.
const SHORTEST: usize = 8;
/// Letters by which words are looked up: a slip elsewhere leaves them as they are.
const KEY: usize = 3;
/// Letters at the end of a word in which a difference is grammar, not a slip.
const GRAMMAR: usize = 2;

/// The words of the lists by their first and last letters.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    by_start: BTreeMap<[u8; KEY], Vec<Known>>,
    by_end: BTreeMap<[u8; KEY], Vec<Known>>,
    lookalikes: BTreeSet<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    letters: String,
    stem: bool,
}

impl Spelling {
    /// `tests` are word tests as patterns write them (`roadmap`, `prioriti*`); `lookalikes` are words of their own.
    pub(super) fn new<'a>(tests: impl IntoIterator<Item = &'a str>, lookalikes: &[String]) -> Spelling {
        let mut spelling = Spelling { lookalikes: lookalikes.iter().cloned().collect(), ..Spelling::default() };
        for test in tests {
            let letters = test.strip_suffix('*').unwrap_or(test);
            if letters.len() < SHORTEST || !letters.bytes().all(|b| b.is_ascii_lowercase()) {
                continue;
            }
            let known = Known { letters: letters.into(), stem: test.ends_with('*') };
            if !known.stem {
                spelling.by_end.entry(end(letters)).or_default().push(known.clone());
            }
            spelling.by_start.entry(start(letters)).or_default().push(known);
        }
        spelling
    }

    /// Whether a word could be a slip for a word of ours, by its length and letters alone.
    pub(super) fn may_correct(&self, word: &str) -> bool {
        word.len() + 1 >= SHORTEST && word.bytes().all(|b| b.is_ascii_lowercase())
    }

    /// What a word that no list knows was meant to be; none where it is a word of its own or could be several.
    pub(super) fn correct(&self, word: &str) -> Option<String> {
        if !self.may_correct(word) || self.lookalikes.contains(word) {
            return None;
        }
        let near = |map: &BTreeMap<[u8; KEY], Vec<Known>>, key| -> Vec<String> {
            map.get(&key).into_iter().flatten().filter_map(|known| meant(word, known)).collect()
        };
        let mut found = near(&self.by_start, start(word));
        found.extend(near(&self.by_end, end(word)));
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        }
    }
}

fn start(word: &str) -> [u8; KEY] {
    let b = word.as_bytes();
    [b[0], b[1], b[2]]
}

fn end(word: &str) -> [u8; KEY] {
    let b = &word.as_bytes()[word.len() - KEY..];
    [b[0], b[1], b[2]]
}

/// The word as it was meant, if it is one slip away from a known word or stem.
fn meant(word: &str, known: &Known) -> Option<String> {
    if word.as_bytes()[0] != known.letters.as_bytes()[0] {
        return None;
    }
    let length = known.letters.len();
    if !known.stem {
        let shared = word.bytes().zip(known.letters.bytes()).take_while(|(a, b)| a == b).count();
        let grammar = length.abs_diff(word.len()) > 1 || shared + GRAMMAR >= word.len().min(length);
        let near = !grammar && one_slip(word.as_bytes(), known.letters.as_bytes());
        return near.then(|| known.letters.clone());
    }
    // the longest reading first, so that what follows the stem is not eaten
    [length + 1, length, length - 1].into_iter().filter(|n| *n <= word.len()).find_map(|n| {
        let (head, tail) = word.split_at(n);
        let last_agrees = head.as_bytes().last() == known.letters.as_bytes().last();
        let slip = last_agrees && one_slip(head.as_bytes(), known.letters.as_bytes());
        slip.then(|| format!("{}{tail}", known.letters))
    })
}

/// Whether one slip makes a word of another: a letter too many, one too few, another one, or two swapped. All else
/// stands as it is, so the slip is where they begin to differ.
fn one_slip(a: &[u8], b: &[u8]) -> bool {
    let shared = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    match (&a[shared..], &b[shared..]) {
        ([x, y, a @ ..], [v, w, b @ ..]) if (x, y) == (w, v) && a == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) => a == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_slip_is_a_distance_of_one(a in "[a-c]{0,6}", b in "[a-c]{0,6}") {
            prop_assert_eq!(one_slip(a.as_bytes(), b.as_bytes()), strsim::osa_distance(&a, &b) == 1);
        }
    }

    #[test]
    fn slips_inside_a_long_word_are_read_and_other_words_stay() {
        let lookalikes = ["protects".to_string()];
        let spelling = Spelling::new(["management", "stakeholder*", "projects", "products"], &lookalikes);
        let read = |w: &str| spelling.correct(w);
        assert_eq!(read("managment").as_deref(), Some("management"));
        assert_eq!(read("stakholders").as_deref(), Some("stakeholders"));
        assert_eq!(read("satkeholder"), None, "the first letters are how it is looked up");
        assert_eq!(read("produces"), None, "another ending is grammar");
        assert_eq!(read("protects"), None, "a lookalike stays");
        assert_eq!(read("road"), None, "short words stay");
    }
}
