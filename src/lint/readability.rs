//! How hard a text is to read: the Flesch-Kincaid grade, with each list item and heading as a sentence of its own.
//!
//! grade = 0.39 x words / sentences + 11.8 x syllables / words - 15.59 (Kincaid et al. 1975), in tenths. Run together, the
//! bullets of the seed's posting give 30.2; read as sentences, 11.8. Syllables are counted by vowel groups, which is
//! right for about nine words in ten; so the grade is a hint.

use super::outline::Kind;
use super::text::Text;

/// Counts of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) sentences: u64,
    pub(super) words: u64,
    pub(super) syllables: u64,
}

/// Counts words, and sentences: each item and each heading is one.
pub(super) fn counts(text: &Text) -> Counts {
    let mut out = Counts::default();
    let mut open = false;
    for row in text.rows.iter().filter(|r| r.kind != Kind::Blank) {
        if open && !row.continues {
            out.sentences += 1;
            open = false;
        }
        for word in text.row(row).split_whitespace() {
            let letters: String = word.chars().filter(|c| c.is_alphabetic() || *c == '\'').collect();
            if letters.is_empty() || word.contains("://") || word.contains('@') {
                continue;
            }
            out.words += 1;
            out.syllables += syllables(&letters);
            open = true;
            if word.trim_end_matches(['"', ')', '*', '\u{201d}']).ends_with(['.', '!', '?']) {
                out.sentences += 1;
                open = false;
            }
        }
    }
    out.sentences += u64::from(open);
    out
}

/// The grade in tenths; nothing for an empty text.
pub(super) fn grade(counts: Counts) -> Option<i64> {
    if counts.words == 0 || counts.sentences == 0 {
        return None;
    }
    let (sentences, words, syllables) = (counts.sentences as i64, counts.words as i64, counts.syllables as i64);
    // in hundredths, so that only integers are divided
    let hundredths = 39 * words / sentences + 1180 * syllables / words - 1559;
    Some((hundredths + 5).div_euclid(10))
}

/// Syllables of a word by its groups of vowels.
fn syllables(word: &str) -> u64 {
    let word = word.to_lowercase();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        if vowel(c) && !before {
            count += 1;
        }
        before = vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("es")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    if silent && count > 1 {
        count -= 1;
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format};

    #[test]
    fn each_item_is_a_sentence() {
        let text = Text::page(&Document::from_text(
            Format::Markdown,
            "# Title\n\n- Lead the team\n- Plan the work\n\nWe read. We write.\n".into(),
        ));
        assert_eq!(counts(&text), Counts { sentences: 5, words: 11, syllables: 12 });
        assert_eq!(grade(counts(&text)), Some(-19));
    }

    #[test]
    fn syllables_are_counted_by_vowels() {
        for (word, count) in [("lead", 1), ("manager", 3), ("roadmap", 2), ("table", 2), ("wanted", 2), ("the", 1)] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
