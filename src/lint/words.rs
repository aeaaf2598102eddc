//! Plain lists of words that rules look for, as data: what is not a pattern of `stated.json` or of a rule's own phrases.

use crate::lexicon::trie::Trie;
use serde::Deserialize;
use std::sync::LazyLock;

/// A list with its name and what its words are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    id: &'static str,
    #[serde(rename = "what")]
    _what: &'static str,
    words: Vec<&'static str>,
}

/// The lists, each behind its words as a tree.
static LISTS: LazyLock<Vec<(Trie, List)>> = LazyLock::new(|| {
    let lists: Vec<List> =
        serde_json::from_str(include_str!("words.json")).expect("compiled-in words are parsed by a test");
    let tree = |list: &List| Trie::of(list.words.iter().map(|word| (*word, 0)));
    lists.into_iter().map(|list| (tree(&list), list)).collect()
});

fn list(id: &str) -> &'static (Trie, List) {
    LISTS.iter().find(|(_, list)| list.id == id).expect("the names of the lists are those of words.json")
}

/// The words of a list, in small letters; the name is one of `words.json`.
pub(super) fn words(id: &str) -> &'static [&'static str] {
    &list(id).1.words
}

/// The first place where a word of a list stands in a text, which is in small letters: bytes from and to.
pub(super) fn first_in(id: &str, text: &str) -> Option<(usize, usize)> {
    list(id).0.first_in(text)
}
