//! The words and stems of a list as one tree of bytes, so that a word is compared with all of them at once.

use std::num::NonZeroU16;

/// A word test or class, by number.
pub(crate) type Label = u16;

/// Words and stems with their labels.
#[derive(Debug)]
pub(crate) struct Trie {
    /// The node behind each first byte; 0 where there is none.
    first: [u32; 256],
    /// The nodes, the root first; the children of a node stand side by side, the letters first, in their order.
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// Which of the letters a to z lead to children, a bit for each.
    letters: u32,
    /// The first child.
    children: u32,
    /// Children that other bytes than letters lead to.
    others: u8,
    /// The byte that leads here.
    byte: u8,
    ends: Ends,
}

/// What ends at a node.
#[derive(Debug, Clone, Copy, Default)]
struct Ends {
    word: End,
    stem: End,
}

/// A label, if there is one; in two bytes, because there are tens of thousands of nodes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct End(Option<NonZeroU16>);

impl End {
    pub(crate) fn of(label: Label) -> End {
        End(NonZeroU16::new(label.wrapping_add(1)))
    }

    pub(crate) fn label(self) -> Option<Label> {
        self.0.map(|label| label.get() - 1)
    }
}

/// A place in the tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place(u32);

/// The bit of a small letter.
fn letter(byte: u8) -> Option<u32> {
    byte.is_ascii_lowercase().then(|| 1 << (byte - b'a'))
}

/// A tree to which words and stems are still being added, in any order: the children of a node are a chain.
#[derive(Debug)]
pub(crate) struct Growing {
    /// The node behind each first byte; 0 where there is none.
    first: [u32; 256],
    twigs: Vec<Twig>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Twig {
    /// One of the children, and the next child of the same parent; 0 where there is none.
    child: u32,
    sibling: u32,
    byte: u8,
    ends: Ends,
}

impl Growing {
    /// An empty tree with room for so many nodes.
    pub(crate) fn with_capacity(nodes: usize) -> Growing {
        let mut twigs = Vec::with_capacity(nodes);
        twigs.push(Twig::default());
        Growing { first: [0; 256], twigs }
    }

    /// What ends where a word does, or a stem, which ends with `*`: no label until it is set.
    pub(crate) fn end(&mut self, name: &str) -> &mut End {
        let stem = name.strip_suffix('*');
        let mut at = 0;
        for (depth, byte) in stem.unwrap_or(name).bytes().enumerate() {
            at = if depth == 0 { self.behind_root(byte) } else { self.behind(at, byte) };
        }
        let ends = &mut self.twigs[at as usize].ends;
        if stem.is_some() { &mut ends.stem } else { &mut ends.word }
    }

    fn behind_root(&mut self, byte: u8) -> u32 {
        if self.first[byte as usize] == 0 {
            self.first[byte as usize] = self.add(0, byte);
        }
        self.first[byte as usize]
    }

    fn behind(&mut self, parent: u32, byte: u8) -> u32 {
        let known = self.children(parent).find(|at| self.twigs[*at as usize].byte == byte);
        known.unwrap_or_else(|| self.add(parent, byte))
    }

    fn add(&mut self, parent: u32, byte: u8) -> u32 {
        let new = self.twigs.len() as u32;
        let sibling = std::mem::replace(&mut self.twigs[parent as usize].child, new);
        self.twigs.push(Twig { byte, sibling, ..Twig::default() });
        new
    }

    fn children(&self, parent: u32) -> impl Iterator<Item = u32> {
        let some = |at: u32| Some(at).filter(|at| *at > 0);
        std::iter::successors(some(self.twigs[parent as usize].child), move |at| some(self.twigs[*at as usize].sibling))
    }

    /// The tree, with children side by side.
    pub(crate) fn finish(self) -> Trie {
        let mut nodes = Vec::with_capacity(self.twigs.len());
        // the twig of each node, in the order of the nodes
        let mut twigs = vec![0];
        let mut children = Vec::new();
        let mut first = [0; 256];
        while let Some(at) = twigs.get(nodes.len()).copied() {
            let Twig { byte, ends, .. } = self.twigs[at as usize];
            let mut node = Node { byte, ends, children: twigs.len() as u32, ..Node::default() };
            children.extend(self.children(at).map(|child| (self.twigs[child as usize].byte, child)));
            // the letters first
            children.sort_unstable_by_key(|(byte, _)| byte.wrapping_sub(b'a'));
            for (byte, child) in children.drain(..) {
                if nodes.is_empty() {
                    first[byte as usize] = twigs.len() as u32;
                }
                match letter(byte) {
                    Some(letter) => node.letters |= letter,
                    None => node.others += 1,
                }
                twigs.push(child);
            }
            nodes.push(node);
        }
        Trie { first, nodes }
    }
}

impl Trie {
    /// The root.
    pub(crate) const ROOT: Place = Place(0);

    /// The tree of some words, each once, and of stems, which end with `*`.
    pub(crate) fn of<'a>(names: impl IntoIterator<Item = (&'a str, Label)>) -> Trie {
        let mut growing = Growing::with_capacity(1);
        for (name, label) in names {
            let before = std::mem::replace(growing.end(name), End::of(label)).label();
            debug_assert!(before.is_none_or(|before| before == label), "`{name}` has two labels");
        }
        growing.finish()
    }

    /// The tree of some words and what is said of each, however often it comes: the label of a word is the index of its
    /// list.
    pub(crate) fn with_lists<'a, T>(words: impl IntoIterator<Item = (&'a str, T)>) -> (Trie, Vec<Vec<T>>) {
        let mut growing = Growing::with_capacity(1);
        let mut lists: Vec<Vec<T>> = Vec::new();
        for (word, said) in words {
            let end = growing.end(word);
            let label = end.label().unwrap_or_else(|| {
                lists.push(Vec::new());
                (lists.len() - 1) as Label
            });
            *end = End::of(label);
            lists[label as usize].push(said);
        }
        (growing.finish(), lists)
    }

    /// Where a byte leads to.
    pub(crate) fn step(&self, from: Place, byte: u8) -> Option<Place> {
        if from.0 == Trie::ROOT.0 {
            return Some(Place(self.first[byte as usize])).filter(|to| to.0 > 0);
        }
        let Node { letters, children, others, .. } = self.nodes[from.0 as usize];
        if let Some(letter) = letter(byte) {
            let before = (letters & (letter - 1)).count_ones();
            return (letters & letter != 0).then_some(Place(children + before));
        }
        let from = children + letters.count_ones();
        (from..from + u32::from(others)).find(|at| self.nodes[*at as usize].byte == byte).map(Place)
    }

    /// The label of the word that ends here.
    pub(crate) fn word(&self, at: Place) -> Option<Label> {
        self.nodes[at.0 as usize].ends.word.label()
    }

    /// Gives the labels of a word: of the stems that it begins with, the shortest first, and of the word itself.
    pub(crate) fn walk(&self, word: &str, mut give: impl FnMut(Label)) {
        let mut at = Trie::ROOT;
        for byte in word.bytes() {
            let Some(next) = self.step(at, byte) else { return };
            at = next;
            self.nodes[at.0 as usize].ends.stem.label().map(&mut give);
        }
        self.word(at).map(give);
    }

    /// The words and phrases with which a text begins, and which end where a word ends: length in bytes, and label.
    pub(crate) fn phrases(&self, text: &str) -> impl Iterator<Item = (usize, Label)> {
        let whole = |(length, _): &(usize, Label)| !text[*length..].starts_with(char::is_alphanumeric);
        self.begun(text.as_bytes()).filter(whole)
    }

    /// The first place of a text where a word of ours stands, whatever stands around it: bytes from and to.
    pub(crate) fn first_in(&self, text: &str) -> Option<(usize, usize)> {
        let text = text.as_bytes();
        let mut begins = text.iter().enumerate().filter(|(_, byte)| self.first[**byte as usize] > 0);
        begins.find_map(|(at, _)| self.begun(&text[at..]).next().map(|(length, _)| (at, at + length)))
    }

    /// The words with which a text begins: length in bytes, and label.
    fn begun(&self, text: &[u8]) -> impl Iterator<Item = (usize, Label)> {
        let places = text.iter().scan(Trie::ROOT, |at, byte| {
            *at = self.step(*at, *byte)?;
            Some(*at)
        });
        (1..).zip(places).filter_map(|(length, at)| Some((length, self.word(at)?)))
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
        assert_eq!(phrases.first_in("anew yorker"), Some((1, 4)));
        assert_eq!((begun("new yorkers"), begun("york")), (vec![(3, 0)], vec![]));
        assert_eq!((labels("c++"), labels("é"), labels("")), (vec!["c++"], vec!["é"], vec![]));
    }
}
