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

/// The runs that only a copy has.
#[derive(Debug, Default)]
pub(super) struct Copies {
    runs: Vec<u64>,
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
        Copies { runs }
    }

    /// The lines of a resume that were copied.
    pub(super) fn lines(&self, resume: &Resume) -> Vec<usize> {
        let words = &resume.words;
        let folded: Vec<&str> = words.list.iter().map(|w| words.folded(w)).collect();
        let mut copied = vec![false; folded.len()];
        for (at, run) in folded.windows(RUN).enumerate() {
            if self.runs.binary_search(&hash(run)).is_ok() {
                copied[at..at + RUN].fill(true);
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
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = words.iter().flat_map(|w| w.bytes().chain([0]));
    bytes.fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}
