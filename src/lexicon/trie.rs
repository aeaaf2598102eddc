//! The words and stems of a list as one tree of bytes, so that a word is compared with all of them at once.

use super::matcher::Label;

/// Words and stems with their labels.
#[derive(Debug)]
pub(super) struct Trie {
    /// The node behind each first byte; 0 where there is none.
    first: [u32; 256],
    /// Behind the root, which is never walked, all nodes.
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    next: Vec<(u8, u32)>,
    exact: Option<Label>,
    prefix: Option<Label>,
}

impl Default for Trie {
    fn default() -> Trie {
        Trie { first: [0; 256], nodes: vec![Node::default()] }
    }
}

impl Trie {
    /// Adds a word, or a stem that ends with `*`.
    pub(super) fn insert(&mut self, name: &str, label: Label) {
        let stem = name.strip_suffix('*');
        let mut at = 0;
        for byte in stem.unwrap_or(name).bytes() {
            at = match self.step(at, byte) {
                Some(next) => next,
                None => {
                    let next = self.nodes.len();
                    self.nodes.push(Node::default());
                    match at {
                        0 => self.first[byte as usize] = next as u32,
                        _ => self.nodes[at].next.push((byte, next as u32)),
                    }
                    next
                }
            };
        }
        let node = &mut self.nodes[at];
        *(if stem.is_some() { &mut node.prefix } else { &mut node.exact }) = Some(label);
    }

    fn step(&self, at: usize, byte: u8) -> Option<usize> {
        let next = match at {
            0 => self.first[byte as usize],
            _ => self.nodes[at].next.iter().find(|(b, _)| *b == byte)?.1,
        };
        (next > 0).then_some(next as usize)
    }

    /// Gives the labels of a word: of the stems that it begins with, the shortest first, and of the word itself.
    pub(super) fn walk(&self, word: &str, mut give: impl FnMut(Label)) {
        let mut at = 0;
        for byte in word.bytes() {
            let Some(next) = self.step(at, byte) else { return };
            at = next;
            self.nodes[at].prefix.map(&mut give);
        }
        self.nodes[at].exact.map(give);
    }
}
