//! Degrees that somebody tells in sentences: "I took my BSc in 2014", "I studied in Leeds and hold a BA".

use super::SEGMENT;
use crate::lexicon::Mark;
use crate::lexicon::words::{Pause, Words};

/// Words of somebody who tells of a degree of their own.
const EARNED: [&str; 10] =
    ["took", "earned", "hold", "received", "completed", "obtained", "finished", "gained", "graduated", "degree"];
/// Words that tell of one where they stand right before it.
const LOOSELY: [&str; 5] = ["did", "have", "read", "after", "leaving"];
/// Verbs behind which "with" tells what came of it: "left with a BSc".
const CAME_AWAY: [&str; 4] = ["left", "leave", "came", "finished"];
/// The word that tells of studies, but not that they ended with a degree.
const STUDIED: &str = "studied";
/// Words between those and the degree.
const EARNED_NEAR: usize = 5;
/// Words from the looser ones to the degree: an article, "my".
const RIGHT_BEFORE: usize = 2;
/// Words between "and" and a second degree.
const ADDED_NEAR: usize = 3;

/// Whether a sentence in the first person says that a degree was earned: "I took my BSc in 2014".
pub(super) fn says_earned(words: &Words, mark: &Mark) -> bool {
    let sentence = words.list[opening(words, mark)..].iter().enumerate();
    let mut sentence = sentence.take_while(|(at, w)| *at == 0 || w.pause < Pause::Sentence);
    (says_held(words, mark) || says(words, mark, EARNED_NEAR, &[STUDIED]))
        && sentence.any(|(_, w)| words.folded(w) == "i")
}

/// Whether the words before a degree say that it is held: "I studied in Bergen and hold a BSc".
pub(super) fn says_held(words: &Words, mark: &Mark) -> bool {
    let says = |reach: usize, said: &[&str]| says(words, mark, reach, said);
    // "I took a Bachelor in Economics and then a Master of Science"
    let added = || says(ADDED_NEAR, &["and", "then"]) && says(SEGMENT, &EARNED);
    let came_away = || says(RIGHT_BEFORE, &["with"]) && says(RIGHT_BEFORE + 1, &CAME_AWAY);
    says(EARNED_NEAR, &EARNED) || says(RIGHT_BEFORE, &LOOSELY) || added() || came_away()
}

/// The first word of the sentence with a degree.
fn opening(words: &Words, mark: &Mark) -> usize {
    words.list[..=mark.first].iter().rposition(|w| w.pause >= Pause::Sentence).unwrap_or(0)
}

/// Whether one of some words stands before a degree in its sentence, no more than so many words away.
fn says(words: &Words, mark: &Mark, reach: usize, said: &[&str]) -> bool {
    let from = mark.first.saturating_sub(reach).max(opening(words, mark));
    words.list[from..mark.first].iter().any(|w| said.contains(&words.folded(w)))
}
