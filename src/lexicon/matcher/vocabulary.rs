//! The words of one text, by which it is told what cannot be met in it.
//!
//! Whoever looks at a single text need not make ready what asks for words that the text does not have.

use super::Classes;
use crate::lexicon::pattern::can_meet;
use crate::lexicon::words::Words;
use std::collections::BTreeMap;

/// The words of a text and the classes that they can belong to.
#[derive(Debug)]
pub(super) struct Vocabulary<'a> {
    /// Each folded word once, sorted.
    forms: Vec<&'a str>,
    /// Where those begin that begin with a byte, and where all of them end.
    begin: [u32; 257],
    /// Whether the text has words of a class.
    classes: BTreeMap<&'a str, bool>,
}

impl<'a> Vocabulary<'a> {
    /// What a text has.
    pub(super) fn of(words: &'a Words, classes: &'a Classes) -> Vocabulary<'a> {
        let mut forms: Vec<&str> = words.list.iter().map(|word| words.folded(word)).collect();
        forms.sort_unstable();
        forms.dedup();
        let mut begin = [0; 257];
        for form in &forms {
            begin[form.bytes().next().map_or(0, usize::from) + 1] += 1;
        }
        for byte in 1..begin.len() {
            begin[byte] += begin[byte - 1];
        }
        let mut out = Vocabulary { forms, begin, classes: BTreeMap::new() };
        for name in classes.keys() {
            let has = out.has_class(name, classes, &mut Vec::new());
            out.classes.insert(name, has);
        }
        out
    }

    /// Whether it has any word of a class; of a class that contains itself anything may be said.
    fn has_class(&self, name: &'a str, classes: &'a Classes, seen: &mut Vec<&'a str>) -> bool {
        if seen.contains(&name) {
            return false;
        }
        seen.push(name);
        let has = classes.get(name).is_some_and(|alternatives| {
            alternatives.iter().any(|alternative| match alternative.strip_prefix('@') {
                Some(other) => self.has_class(other, classes, seen),
                None => self.has_phrase(alternative),
            })
        });
        seen.pop();
        has
    }

    /// Whether it has all words of a phrase of a class.
    pub(super) fn has_phrase(&self, phrase: &str) -> bool {
        phrase.split_whitespace().all(|word| self.has_word(word))
    }

    /// Whether it can meet a pattern.
    pub(super) fn can_meet(&self, pattern: &str) -> bool {
        can_meet(pattern, &mut |name| match name.strip_prefix('@') {
            // a class that there is not: whoever reads the pattern says so
            Some(class) => self.classes.get(class).copied().unwrap_or(true),
            None => self.has_word(name),
        })
    }

    /// Whether a word meets a test of words, or may meet one of numbers.
    fn has_word(&self, name: &str) -> bool {
        let first = match name.bytes().next() {
            None | Some(b'#' | b'*') => return true,
            Some(byte) => usize::from(byte),
        };
        let forms = &self.forms[self.begin[first] as usize..self.begin[first + 1] as usize];
        match name.strip_suffix('*') {
            None => forms.binary_search(&name).is_ok(),
            Some(stem) => {
                let at = forms.partition_point(|form| *form < stem);
                forms.get(at).is_some_and(|form| form.starts_with(stem))
            }
        }
    }
}
