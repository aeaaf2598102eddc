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

static LISTS: LazyLock<Vec<List>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("words.json")).unwrap_or_else(|e| unreachable!("words.json: {e}"))
});

/// The words of a list, in small letters; the name is one of `words.json`.
pub(super) fn words(id: &str) -> &'static [&'static str] {
    LISTS.iter().find(|l| l.id == id).map_or(&[], |l| &l.words)
}
