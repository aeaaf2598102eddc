//! Finds all patterns of a list in one pass over the words.
//!
//! Every word test of every pattern goes into one trie; each word of the text is walked through it once and gets its
//! labels (tests and classes that it meets). No pattern crosses a sentence, so a pattern is tried only where its first
//! label occurs, in a sentence that has the other labels it needs.

mod build;
mod by_label;
mod vocabulary;

pub(super) use build::Builder;

use super::pattern::Step;
use super::trie::{Label, Trie};
use super::words::{Pause, Word, Words};
use by_label::ByLabel;
use std::collections::BTreeMap;
use vocabulary::Vocabulary;

/// One place where a pattern is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Index of the first word.
    pub first: usize,
    /// Index behind the last word.
    pub last: usize,
    /// Which pattern, by the order in which they were given.
    pub pattern: usize,
}

/// Word classes: name -> alternatives (words, stems, phrases, other classes).
pub type Classes = BTreeMap<String, Vec<String>>;

/// Patterns made ready for many texts.
#[derive(Debug)]
pub struct Matcher {
    trie: Trie,
    /// Labels of numbers, each with the least number that has it.
    at_least: Vec<(u64, Label)>,
    /// How many labels there are.
    labels: usize,
    /// Classes that a word with a label belongs to.
    classes: ByLabel<Label>,
    /// Phrases of classes that begin with a label.
    phrases: ByLabel<Phrase>,
    /// The labels of all phrases, one behind the other.
    phrase_labels: Vec<Label>,
    /// Groups of labels that a label is one of, where some pattern needs one of the group; a group is a label of its own.
    groups: ByLabel<Label>,
    /// Patterns that a label meets alone.
    alone: ByLabel<u32>,
    /// What else to try where a label stands.
    first: ByLabel<Try>,
    /// What begins with a number.
    by_number: Vec<Try>,
    patterns: Vec<Box<[Step<Label>]>>,
}

/// A phrase of a class, behind its first label.
#[derive(Debug, Clone, Copy)]
struct Phrase {
    /// Where its other labels stand.
    rest: (u32, u32),
    class: Label,
}

/// A pattern, with the labels without which trying it is in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Try {
    pattern: u32,
    needs: [Label; 2],
}

/// The label that every word has: what a pattern needs that needs nothing.
const ALWAYS: Label = 0;

/// The labels of each word: which tests it meets and over how many words.
pub struct Labelled {
    ranges: Vec<(u32, u32)>,
    found: Vec<(Label, u8)>,
}

impl Labelled {
    fn of(&self, word: usize) -> &[(Label, u8)] {
        let (from, to) = self.ranges[word];
        &self.found[from as usize..to as usize]
    }
}

impl Matcher {
    /// Compiles patterns over classes.
    ///
    /// # Errors
    /// The first pattern or class that cannot be read, and why.
    pub fn new<'a>(classes: &'a Classes, patterns: impl IntoIterator<Item = &'a str>) -> Result<Matcher, String> {
        Ok(Builder::new(classes, patterns)?.finish())
    }

    /// The same for one text alone: what it cannot meet is left out, which is most of it and most of the work.
    ///
    /// # Errors
    /// The same, as far as the text can meet it.
    pub fn for_text<'a>(
        classes: &'a Classes,
        patterns: impl IntoIterator<Item = &'a str>,
        words: &'a Words,
    ) -> Result<Matcher, String> {
        let vocabulary = Vocabulary::of(words, classes);
        Ok(Builder::for_text(classes, patterns, Some(vocabulary))?.finish())
    }

    /// Finds what tests and classes each word meets. Words are taken from the last to the first, so that a phrase knows
    /// the words that follow.
    pub fn label_words(&self, words: &Words) -> Labelled {
        let count = words.list.len();
        let mut labelled = Labelled { ranges: vec![(0, 0); count], found: Vec::with_capacity(count * 4) };
        for (at, word) in words.list.iter().enumerate().rev() {
            if word.masked {
                continue;
            }
            let from = labelled.found.len();
            self.trie.walk(words.folded(word), |label| labelled.found.push((label, 1)));
            if word.number {
                let labels = self.labels_of_number(words, word);
                labelled.found.extend(labels.map(|label| (label, 1)));
            }
            for i in from..labelled.found.len() {
                let (label, _) = labelled.found[i];
                labelled.found.extend(self.classes[label].iter().map(|c| (*c, 1)));
                for Phrase { rest: (from, to), class } in &self.phrases[label] {
                    let rest = &self.phrase_labels[*from as usize..*to as usize];
                    let follows = rest.iter().zip(at + 1..).all(|(want, next)| {
                        next < count && words.list[next].pause == Pause::None && labelled.of(next).contains(&(*want, 1))
                    });
                    if follows {
                        labelled.found.push((*class, 1 + rest.len() as u8));
                    }
                }
            }
            labelled.ranges[at] = (from as u32, labelled.found.len() as u32);
        }
        labelled
    }

    /// What a number is at least; a year is no amount.
    fn labels_of_number(&self, words: &Words, word: &Word) -> impl Iterator<Item = Label> {
        let number = words.folded(word).parse().ok().filter(|_| !words.is_year(word)).unwrap_or(0);
        self.at_least.iter().filter(move |(least, _)| *least <= number).map(|(_, label)| *label)
    }

    /// Whether a word meets any word test.
    pub fn knows(&self, form: &str) -> bool {
        self.trie.knows(form)
    }

    /// All places where a pattern is met, by first word; the longest for each pattern and first word.
    pub fn find(&self, words: &Words) -> Vec<Hit> {
        let mut hits = Vec::new();
        if self.patterns.is_empty() {
            return hits;
        }
        let labelled = self.label_words(words);
        let trial = Trial { words, labelled: &labelled };
        // for each label the word behind the last one that has it, up to the end of the sentence
        let mut behind = vec![0_u32; self.labels];
        behind[ALWAYS as usize] = words.list.len() as u32;
        let mut from = 0;
        for list in words.list.chunk_by(|_, next| next.pause < Pause::Sentence) {
            let to = from + list.len();
            for (at, (label, _)) in (from..to).flat_map(|at| labelled.of(at).iter().map(move |found| (at, found))) {
                let next = at as u32 + 1;
                behind[*label as usize] = next;
                self.groups[*label].iter().for_each(|group| behind[*group as usize] = next);
            }
            for (first, word) in (from..to).zip(list) {
                let known = hits.len();
                let mut attempt = |list: &[Try]| {
                    for this in list {
                        let [one, other] = this.needs;
                        if behind[one as usize] as usize > first
                            && behind[other as usize] as usize > first
                            && let Some(last) = trial.meets(&self.patterns[this.pattern as usize], None, first, first)
                        {
                            hits.push(Hit { first, last, pattern: this.pattern as usize });
                        }
                    }
                };
                for (label, _) in labelled.of(first) {
                    attempt(&self.first[*label]);
                }
                if word.number && !word.masked {
                    attempt(&self.by_number);
                }
                for (label, _) in labelled.of(first) {
                    let alone = self.alone[*label].iter();
                    hits.extend(alone.map(|pattern| Hit { first, last: first + 1, pattern: *pattern as usize }));
                }
                hits[known..].sort_unstable_by_key(|hit| hit.pattern);
            }
            from = to;
        }
        hits.dedup();
        hits
    }
}

/// What must follow the branch of a choice.
struct Then<'a> {
    steps: &'a [Step<Label>],
    then: Option<&'a Then<'a>>,
}

/// A text while a pattern is tried on it.
struct Trial<'a> {
    words: &'a Words,
    labelled: &'a Labelled,
}

impl Trial<'_> {
    /// The word behind the match of `steps` and what follows them from word `at`, if they are met. `begin` is where a
    /// phrase begins, so that the pause before its first word does not matter.
    fn meets(&self, steps: &[Step<Label>], then: Option<&Then<'_>>, begin: usize, at: usize) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else {
            return then.map_or(Some(at), |t| self.meets(t.steps, t.then, begin, at));
        };
        match step {
            Step::Label(label) if self.touches(begin, at) => self.goes_on(|l| l == *label, rest, then, begin, at),
            Step::OneOf(any) if self.touches(begin, at) => {
                self.goes_on(|l| any.binary_search(&l).is_ok(), rest, then, begin, at)
            }
            Step::Number if self.touches(begin, at) && self.is_amount(at) => self.meets(rest, then, begin, at + 1),
            Step::Label(_) | Step::OneOf(_) | Step::Number => None,
            Step::Gap(most) => self.gap(usize::from(*most), rest, then, at),
            Step::Choice(branches) => {
                let next = Then { steps: rest, then };
                branches.iter().filter_map(|branch| self.meets(branch, Some(&next), begin, at)).max()
            }
        }
    }

    /// The same behind a label of the word `at`.
    fn goes_on(
        &self,
        wanted: impl Fn(Label) -> bool,
        rest: &[Step<Label>],
        then: Option<&Then<'_>>,
        begin: usize,
        at: usize,
    ) -> Option<usize> {
        let labels = self.labelled.of(at).iter().filter(|(label, _)| wanted(*label));
        labels.filter_map(|(_, length)| self.meets(rest, then, begin, at + usize::from(*length))).max()
    }

    /// Whether the word at `at` is a number and no year: "2022; calls to the centre" are not 2,022 calls.
    fn is_amount(&self, at: usize) -> bool {
        let word = &self.words.list[at];
        word.number && !self.words.is_year(word)
    }

    /// Whether the word at `at` follows without a pause.
    fn touches(&self, begin: usize, at: usize) -> bool {
        at < self.words.list.len() && (at == begin || self.words.list[at].pause == Pause::None)
    }

    /// The nearest continuation within a gap; a gap crosses commas but no sentence, and what follows it begins anew.
    fn gap(&self, most: usize, rest: &[Step<Label>], then: Option<&Then<'_>>, at: usize) -> Option<usize> {
        for next in at..=at + most {
            if next >= self.words.list.len() || self.words.list[next].pause >= Pause::Sentence {
                return None;
            }
            if let Some(last) = self.meets(rest, then, next, next) {
                return Some(last);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(patterns: &[&str], text: &str) -> Vec<(usize, usize, usize)> {
        let classes: Classes =
            [("own".to_string(), vec!["own*".to_string(), "in charge of".to_string(), "led".to_string()])].into();
        let matcher = Matcher::new(&classes, patterns.iter().copied()).unwrap();
        let mut words = Words::default();
        words.push_line(text, 0, 0, Pause::Block);
        matcher.find(&words).into_iter().map(|h| (h.pattern, h.first, h.last)).collect()
    }

    #[test]
    fn words_stems_classes_and_gaps() {
        assert_eq!(found(&["@own .. roadmap*"], "I owned the long product roadmaps"), [(0, 1, 6)]);
        assert_eq!(found(&["@own .. roadmap"], "was in charge of our roadmap"), [(0, 1, 6)]);
        assert_eq!(found(&["# (product|) manager*"], "4 managers, 3 product managers"), [(0, 0, 2), (0, 2, 5)]);
    }

    #[test]
    fn an_amount_is_a_number_from_some_number_on_and_no_year() {
        for (text, met) in [
            ("30", true),
            ("29", false),
            ("1,200", true),
            ("2019", false),
            ("0030", true),
            ("2,000", true),
            ("2,019", true),
            ("1998", false),
        ] {
            assert_eq!(!found(&["asked #30"], &format!("asked {text}")).is_empty(), met, "{text}");
        }
        assert!(found(&["asked #30"], &format!("asked {}", "9".repeat(30))).is_empty());
        assert!(found(&["asked #"], "asked 2019").is_empty());
        assert!(!found(&["asked #"], "asked 2,019").is_empty());
    }

    #[test]
    fn nothing_crosses_a_sentence_and_phrases_stop_at_commas() {
        assert!(found(&["@own .. roadmap"], "I owned it. A roadmap").is_empty());
        assert!(found(&["data analysis"], "data, analysis").is_empty());
        assert_eq!(found(&["led .. roadmap"], "led design, then roadmap"), [(0, 0, 4)]);
    }

    proptest! {
        /// What is left out because it would be in vain is.
        #[test]
        fn whatever_is_tried_everywhere_is_found(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..30)) {
            let classes: Classes = [("own".to_string(), ["own*", "in charge of", "led"].map(String::from).to_vec())].into();
            let patterns = [
                "@own .. roadmap*", "led", "led the", "@own", "# (product|) manager*", "(led|owned) ..2 (team|the roadmap)",
                "(the|) product .. (manager|roadmap) team", "product ..6 #", "own* product @own", "((led|team) the|product) manager",
            ];
            let matcher = Matcher::new(&classes, patterns).unwrap();
            let mut words = Words::default();
            words.push_line(&pieces.join(" "), 0, 0, Pause::Block);
            let labelled = matcher.label_words(&words);
            let trial = Trial { words: &words, labelled: &labelled };
            let all = (0..words.list.len()).flat_map(|first| (0..patterns.len()).map(move |pattern| (first, pattern)));
            let hit = |(first, pattern): (usize, usize)| {
                let last = trial.meets(&matcher.patterns[pattern], None, first, first)?;
                Some(Hit { first, last, pattern })
            };
            let found = matcher.find(&words);
            prop_assert_eq!(&found, &all.filter_map(hit).collect::<Vec<_>>());
            let own = Matcher::for_text(&classes, patterns, &words).unwrap();
            prop_assert_eq!(own.find(&words), found);
        }
    }

    const PIECES: [&str; 15] = [
        "led",
        "owned",
        "own",
        "the",
        "product",
        "manager",
        "managers",
        "roadmap",
        "team",
        "in charge of",
        "4",
        "a",
        ",",
        ".",
        "; the",
    ];
}
