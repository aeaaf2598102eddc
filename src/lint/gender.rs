//! GEN001: whether the words of a posting lean to the masculine side. A hint, never an error; the study saw that such
//! words appeal less to women, and nothing like it for feminine words, which are only counted against them.
//!
//! The lists are those of Gaucher, Friesen and Kay (2011), Appendix A, and of gender-decoder (MIT), which added words
//! that the paper does not have; each word says where it comes from. The words of the title and of the trade ("lead",
//! "analysis") are left out, because "Lead Product Manager" would be masculine by itself.

use super::gather::Gather;
use super::text::Text;
use crate::lexicon::trie::Trie;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Lists {
    /// Stems (with `*`) and words of the paper.
    paper_masculine: Vec<&'static str>,
    paper_feminine: Vec<&'static str>,
    /// Stems that only gender-decoder has.
    decoder_masculine: Vec<&'static str>,
    decoder_feminine: Vec<&'static str>,
    /// Stems of the trade, which count for nobody.
    left_out: Vec<&'static str>,
}

/// The words and stems as trees, so that a word is compared with all of them at once.
struct Trees {
    left_out: Trie,
    /// Masculine words, feminine words.
    sides: [Trie; 2],
}

static TREES: LazyLock<Trees> = LazyLock::new(|| {
    let lists: Lists =
        serde_json::from_str(include_str!("gender.json")).expect("compiled-in words are parsed by a test");
    let tree = |lists: &[&Vec<&str>]| Trie::of(lists.iter().flat_map(|l| l.iter()).map(|word| (*word, 0)));
    Trees {
        left_out: tree(&[&lists.left_out]),
        sides: [
            tree(&[&lists.paper_masculine, &lists.decoder_masculine]),
            tree(&[&lists.paper_feminine, &lists.decoder_feminine]),
        ],
    }
});

/// Fewest words of one side, and how many times the other, before it is worth a hint.
const FEWEST: usize = 5;
const TIMES: usize = 2;
/// Words that the hint names.
const NAMED: usize = 6;

/// Runs the rule.
pub(super) fn check(text: &Text, out: &mut Gather<'_>) {
    let title: Vec<String> = text
        .rows
        .first()
        .map(|r| text.row(r).to_lowercase())
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned)
        .collect();
    let mut sides: [Vec<&str>; 2] = [vec![], vec![]];
    let mut first: [Option<(usize, usize)>; 2] = [None, None];
    for word in &text.words.list {
        let folded = text.words.folded(word);
        if title.iter().any(|t| t == folded) || TREES.left_out.knows(folded) {
            continue;
        }
        for (side, _) in TREES.sides.iter().enumerate().filter(|(_, tree)| tree.knows(folded)) {
            sides[side].push(folded);
            first[side].get_or_insert((word.start as usize, word.end as usize));
        }
    }
    let (count, against) = (sides[0].len(), sides[1].len());
    if count >= FEWEST && count >= TIMES * against.max(1) {
        let mut often: BTreeMap<&str, usize> = BTreeMap::new();
        sides[0].iter().for_each(|w| *often.entry(w).or_default() += 1);
        let mut words: Vec<(&str, usize)> = often.into_iter().collect();
        words.sort_by_key(|(word, n)| (std::cmp::Reverse(*n), *word));
        let named: Vec<&str> = words.iter().take(NAMED).map(|(w, _)| *w).collect();
        let detail = format!(
            "{count} words that the study counts as masculine against {against} feminine ones: {}",
            named.join(", ")
        );
        out.say("GEN001", None, first[0].unwrap_or_default(), &detail);
    }
}
