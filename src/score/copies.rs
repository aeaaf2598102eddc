//! Lines copied from a posting, told by runs of words that only a copy has.
//!
//! The role's own sentences, the built-in roles' and those of a well-known example posting are kept as hashes of six
//! consecutive words; a line of a resume that mostly consists of such runs was copied and proves nothing.

use crate::lexicon::words::{Pause, Words};
use crate::resume::Resume;
use crate::role::{self, Role};

/// Consecutive words that two writers rarely share by chance.
const RUN: usize = 6;
/// Percent of a line's words in such runs before the line counts as copied.
const SHARE: usize = 60;
/// Runs of the example posting of seed 003 (lines 106-138), as hashes: sixteen hex digits each.
const KNOWN: &str = include_str!("known_postings.txt");

/// Places of the sieve; a power of two, many times the number of runs.
const SIEVE: usize = 1 << 15;

/// The place of a run in the sieve.
fn place(run: u64) -> usize {
    run as usize % SIEVE
}

/// The runs that only a copy has.
#[derive(Debug, Default)]
pub(super) struct Copies {
    runs: Vec<u64>,
    /// Where no run is, by the last bits of its hash: most of a resume's runs need no search.
    sieve: Vec<bool>,
}

impl Copies {
    /// The runs of a role, of the built-in roles and of the known postings.
    pub(super) fn of(role: &Role) -> Copies {
        let mut runs: Vec<u64> = KNOWN.split_whitespace().filter_map(|h| u64::from_str_radix(h, 16).ok()).collect();
        let builtin: Vec<Role> = role::names().into_iter().filter_map(role::builtin).collect();
        for role in builtin.iter().chain([role]) {
            let duties = role.duties.iter().map(|d| d.text.as_str());
            for text in role.requirements.iter().map(|r| r.text.as_str()).chain(duties) {
                let mut words = Words::default();
                words.push_line(text, 0, 0, Pause::Block);
                let folded: Vec<&str> = words.list.iter().map(|w| words.folded(w)).collect();
                runs.extend(folded.windows(RUN).map(hash));
            }
        }
        runs.sort_unstable();
        runs.dedup();
        let mut sieve = vec![false; SIEVE];
        runs.iter().for_each(|run| sieve[place(*run)] = true);
        Copies { runs, sieve }
    }

    fn knows(&self, run: u64) -> bool {
        self.sieve[place(run)] && self.runs.binary_search(&run).is_ok()
    }

    /// The lines of a resume that were copied.
    pub(super) fn lines(&self, resume: &Resume) -> Vec<usize> {
        let words = &resume.words;
        let mut copied = vec![false; words.list.len()];
        // the hashes of the runs that are open, the newest first
        let mut open = [BASIS; RUN];
        for (at, word) in words.list.iter().enumerate() {
            open.rotate_right(1);
            open[0] = BASIS;
            for byte in words.folded(word).bytes().chain([0]) {
                open.iter_mut().for_each(|hash| *hash = step(*hash, byte));
            }
            if at + 1 >= RUN && self.knows(open[RUN - 1]) {
                copied[at + 1 - RUN..=at].fill(true);
            }
        }
        let mut lines: Vec<(usize, usize, usize)> = Vec::new();
        for (word, copied) in words.list.iter().zip(&copied) {
            let line = word.line as usize;
            match lines.last_mut() {
                Some((last, all, hits)) if *last == line => {
                    *all += 1;
                    *hits += usize::from(*copied);
                }
                _ => lines.push((line, 1, usize::from(*copied))),
            }
        }
        lines.into_iter().filter(|(_, all, hits)| hits * 100 >= all * SHARE).map(|(line, _, _)| line).collect()
    }
}

/// FNV-1a over the words, each ended by a zero byte: the same on every machine.
fn hash(words: &[&str]) -> u64 {
    words.iter().flat_map(|w| w.bytes().chain([0])).fold(BASIS, step)
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

fn step(hash: u64, byte: u8) -> u64 {
    const PRIME: u64 = 0x0100_0000_01b3;
    (hash ^ u64::from(byte)).wrapping_mul(PRIME)
}
