//! Plain lists of words that rules look for, as data: what is not a pattern of `stated.json` or of a rule's own phrases.

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

static LISTS: LazyLock<Vec<List>> =
    LazyLock::new(|| serde_json::from_str(include_str!("words.json")).expect("compiled-in words are parsed by a test"));

/// The words of a list, in small letters; the name is one of `words.json`.
pub(super) fn words(id: &str) -> &'static [&'static str] {
    let list = LISTS.iter().find(|l| l.id == id);
    debug_assert!(list.is_some(), "no list `{id}` in words.json");
    list.map_or(&[], |l| &l.words)
}
