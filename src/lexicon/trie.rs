//! The words and stems of a list as one tree of bytes, so that a word is compared with all of them at once.

use std::collections::VecDeque;

/// A word test or class, by number.
pub(crate) type Label = u16;

/// Words and stems with their labels.
#[derive(Debug)]
pub(crate) struct Trie {
    /// The node behind each first byte; 0 where there is none.
    first: [u32; 256],
    /// The nodes, the root first; the children of a node stand side by side.
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// The first child, and the node behind the last.
    next: (u32, u32),
    /// Which of the letters a to z lead to children, a bit for each.
    letters: u32,
    /// The child of the first of those letters; the others stand behind it in their order.
    first_letter: u32,
    /// The byte that leads here.
    byte: u8,
    exact: Option<Label>,
    prefix: Option<Label>,
}

/// A place in the tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place(u32);

/// The bit of a small letter.
fn letter(byte: u8) -> Option<u32> {
    byte.is_ascii_lowercase().then(|| 1 << (byte - b'a'))
}

impl Default for Trie {
    fn default() -> Trie {
        Trie { first: [0; 256], nodes: vec![Node::default()] }
    }
}

impl Trie {
    /// The root.
    pub(crate) const ROOT: Place = Place(0);

    /// The tree of some words, each once, and of stems, which end with `*`.
    pub(crate) fn of<'a>(names: impl IntoIterator<Item = (&'a str, Label)>) -> Trie {
        // in the order of their bytes, so that those with a common beginning stand side by side
        let mut names: Vec<(&[u8], Label)> = names.into_iter().map(|(name, label)| (name.as_bytes(), label)).collect();
        names.sort_unstable();
        debug_assert!(names.windows(2).all(|two| two[0].0 != two[1].0 || two[0] == two[1]), "a name has two labels");
        let mut trie = Trie::default();
        // for each node the names that lead through it, and the bytes of them that lead to it
        let mut todo = VecDeque::from([(names.as_slice(), 0)]);
        let mut at = 0;
        while let Some((through, depth)) = todo.pop_front() {
            let next = trie.nodes.len() as u32;
            for group in through.chunk_by(|(a, _), (b, _)| a.get(depth) == b.get(depth)) {
                match group[0].0.get(depth..) {
                    Some([]) | None => trie.nodes[at].exact = Some(group[0].1),
                    Some([b'*']) => trie.nodes[at].prefix = Some(group[0].1),
                    Some([byte, ..]) => {
                        if at == 0 {
                            trie.first[*byte as usize] = trie.nodes.len() as u32;
                        }
                        if let Some(letter) = letter(*byte) {
                            if trie.nodes[at].letters == 0 {
                                trie.nodes[at].first_letter = trie.nodes.len() as u32;
                            }
                            trie.nodes[at].letters |= letter;
                        }
                        trie.nodes.push(Node { byte: *byte, ..Node::default() });
                        todo.push_back((group, depth + 1));
                    }
                }
            }
            trie.nodes[at].next = (next, trie.nodes.len() as u32);
            at += 1;
        }
        trie
    }

    /// Where a byte leads to.
    pub(crate) fn step(&self, from: Place, byte: u8) -> Option<Place> {
        if from.0 == Trie::ROOT.0 {
            return Some(Place(self.first[byte as usize])).filter(|to| to.0 > 0);
        }
        let Node { next: (first, last), letters, first_letter, .. } = self.nodes[from.0 as usize];
        if let Some(letter) = letter(byte) {
            let before = (letters & (letter - 1)).count_ones();
            return (letters & letter != 0).then_some(Place(first_letter + before));
        }
        (first..last).find(|at| self.nodes[*at as usize].byte == byte).map(Place)
    }

    /// The label of the word that ends here.
    pub(crate) fn word(&self, at: Place) -> Option<Label> {
        self.nodes[at.0 as usize].exact
    }

    /// Gives the labels of a word: of the stems that it begins with, the shortest first, and of the word itself.
    pub(crate) fn walk(&self, word: &str, mut give: impl FnMut(Label)) {
        let mut at = Trie::ROOT;
        for byte in word.bytes() {
            let Some(next) = self.step(at, byte) else { return };
            at = next;
            self.nodes[at.0 as usize].prefix.map(&mut give);
        }
        self.word(at).map(give);
    }

    /// The words and phrases with which a text begins, and which end where a word ends: length in bytes, and label.
    pub(crate) fn phrases(&self, text: &str) -> impl Iterator<Item = (usize, Label)> {
        let places = text.bytes().scan(Trie::ROOT, |at, byte| {
            *at = self.step(*at, byte)?;
            Some(*at)
        });
        let named = (1..).zip(places).filter_map(|(length, at)| Some((length, self.word(at)?)));
        named.filter(|(length, _)| !text[*length..].starts_with(char::is_alphanumeric))
    }

    /// Whether a word is there, or begins with a stem that is.
    pub(crate) fn knows(&self, word: &str) -> bool {
        let mut known = false;
        self.walk(word, |_| known = true);
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_meets_itself_and_the_stems_that_it_begins_with() {
        let names = ["own", "own*", "owner", "o*", "lead", "c++", "ab*", "é"];
        let trie = Trie::of((0..).zip(names).map(|(label, name)| (name, label)));
        let labels = |word: &str| {
            let mut found = Vec::new();
            trie.walk(word, |label| found.push(names[label as usize]));
            found
        };
        assert_eq!(labels("own"), ["o*", "own*", "own"]);
        assert_eq!(labels("owner"), ["o*", "own*", "owner"]);
        assert_eq!(labels("owners"), ["o*", "own*"]);
        assert_eq!((labels("leads"), labels("lead"), labels("a")), (vec![], vec!["lead"], vec![]));
        let phrases = Trie::of([("new", 0), ("new york", 1), ("new york city", 2)]);
        let begun = |text: &str| phrases.phrases(text).collect::<Vec<_>>();
        assert_eq!(begun("new york, newly"), [(3, 0), (8, 1)]);
        assert_eq!((begun("new yorkers"), begun("york")), (vec![(3, 0)], vec![]));
        assert_eq!((labels("c++"), labels("é"), labels("")), (vec!["c++"], vec!["é"], vec![]));
    }
}
