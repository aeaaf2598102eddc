//! Finds all patterns of a list in one pass over the words.
//!
//! Every word test of every pattern goes into one trie; each word of the text is walked through it once and gets its
//! labels (tests and classes that it meets). Patterns are tried only where their first label occurs.

use super::pattern::{Step, parse};
use super::words::{Pause, Word, Words};
use std::collections::BTreeMap;

type Label = u16;

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
#[derive(Debug, Default)]
pub struct Matcher {
    nodes: Vec<Node>,
    labels: BTreeMap<String, Label>,
    /// Phrases of classes by the label of their first word: the other labels, then the class.
    phrases: Vec<Vec<(Vec<Label>, Label)>>,
    /// Classes that a label of one word belongs to.
    classes_of: Vec<Vec<Label>>,
    patterns: Vec<Vec<Compiled>>,
    /// Patterns by first label.
    by_first: Vec<Vec<u32>>,
    /// Patterns that begin with a number.
    by_number: Vec<u32>,
}

#[derive(Debug, Default)]
struct Node {
    next: Vec<(u8, u32)>,
    exact: Option<Label>,
    prefix: Option<Label>,
}

#[derive(Debug)]
enum Compiled {
    Label(Label),
    Number,
    Gap(usize),
    Choice(Vec<Vec<Compiled>>),
}

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
    pub fn new<'a>(classes: &Classes, patterns: impl IntoIterator<Item = &'a str>) -> Result<Matcher, String> {
        let mut matcher = Matcher { nodes: vec![Node::default()], ..Matcher::default() };
        for (name, alternatives) in classes {
            let class = matcher.label(&format!("@{name}"));
            let mut seen = vec![name.as_str()];
            matcher.add_class(classes, class, alternatives, &mut seen)?;
        }
        for (index, text) in patterns.into_iter().enumerate() {
            let steps = parse(text)?;
            let compiled = matcher.compile(&steps, classes, text)?;
            let mut firsts = Vec::new();
            let mut number = false;
            first_labels(&compiled, &mut firsts, &mut number);
            for label in firsts {
                let list = &mut matcher.by_first[label as usize];
                if list.last() != Some(&(index as u32)) {
                    list.push(index as u32);
                }
            }
            if number {
                matcher.by_number.push(index as u32);
            }
            matcher.patterns.push(compiled);
        }
        Ok(matcher)
    }

    fn add_class<'a>(
        &mut self,
        classes: &'a Classes,
        class: Label,
        alternatives: &'a [String],
        seen: &mut Vec<&'a str>,
    ) -> Result<(), String> {
        for alternative in alternatives {
            if let Some(other) = alternative.strip_prefix('@') {
                if seen.contains(&other) {
                    return Err(format!("class `{other}` contains itself"));
                }
                let inner = classes.get(other).ok_or_else(|| format!("no class `@{other}`"))?;
                seen.push(other);
                self.add_class(classes, class, inner, seen)?;
                seen.pop();
                continue;
            }
            let labels: Vec<Label> = alternative.split_whitespace().map(|w| self.label(w)).collect();
            match labels.split_first() {
                None => return Err("an empty alternative in a class".into()),
                Some((only, [])) => self.classes_of[*only as usize].push(class),
                Some((first, rest)) => self.phrases[*first as usize].push((rest.to_vec(), class)),
            }
        }
        Ok(())
    }

    fn label(&mut self, name: &str) -> Label {
        if let Some(label) = self.labels.get(name) {
            return *label;
        }
        let label = self.by_first.len() as Label;
        self.labels.insert(name.to_string(), label);
        self.by_first.push(Vec::new());
        self.phrases.push(Vec::new());
        self.classes_of.push(Vec::new());
        if !name.starts_with('@') {
            let stem = name.strip_suffix('*');
            let mut at = 0;
            for byte in stem.unwrap_or(name).bytes() {
                at = match self.nodes[at].next.iter().find(|(b, _)| *b == byte) {
                    Some((_, next)) => *next as usize,
                    None => {
                        self.nodes.push(Node::default());
                        let next = self.nodes.len() - 1;
                        self.nodes[at].next.push((byte, next as u32));
                        next
                    }
                };
            }
            let node = &mut self.nodes[at];
            *(if stem.is_some() { &mut node.prefix } else { &mut node.exact }) = Some(label);
        }
        label
    }

    fn compile(&mut self, steps: &[Step], classes: &Classes, whole: &str) -> Result<Vec<Compiled>, String> {
        steps
            .iter()
            .map(|step| {
                Ok(match step {
                    Step::Number => Compiled::Number,
                    Step::Gap(words) => Compiled::Gap(*words as usize),
                    Step::Label(name) => {
                        if let Some(class) = name.strip_prefix('@')
                            && !classes.contains_key(class)
                        {
                            return Err(format!("no class `{name}` in `{whole}`"));
                        }
                        Compiled::Label(self.label(name))
                    }
                    Step::Choice(branches) => Compiled::Choice(
                        branches.iter().map(|b| self.compile(b, classes, whole)).collect::<Result<_, String>>()?,
                    ),
                })
            })
            .collect()
    }

    /// Finds what tests and classes each word meets.
    pub fn label_words(&self, words: &Words) -> Labelled {
        let mut labelled = Labelled { ranges: Vec::with_capacity(words.list.len()), found: Vec::new() };
        for word in &words.list {
            let from = labelled.found.len();
            if !word.masked {
                self.walk(words.folded(word), &mut labelled.found);
                for i in from..labelled.found.len() {
                    let label = labelled.found[i].0;
                    labelled.found.extend(self.classes_of[label as usize].iter().map(|c| (*c, 1)));
                }
            }
            labelled.ranges.push((from as u32, labelled.found.len() as u32));
        }
        self.label_phrases(words, labelled)
    }

    /// Adds classes whose alternatives have several words.
    fn label_phrases(&self, words: &Words, single: Labelled) -> Labelled {
        let mut all =
            Labelled { ranges: Vec::with_capacity(single.ranges.len()), found: Vec::with_capacity(single.found.len()) };
        for at in 0..words.list.len() {
            let from = all.found.len();
            all.found.extend_from_slice(single.of(at));
            for (label, _) in single.of(at) {
                for (rest, class) in &self.phrases[*label as usize] {
                    let follows = rest.iter().enumerate().all(|(k, want)| {
                        let next = at + 1 + k;
                        next < words.list.len()
                            && words.list[next].pause == Pause::None
                            && single.of(next).iter().any(|(l, _)| l == want)
                    });
                    if follows {
                        all.found.push((*class, 1 + rest.len() as u8));
                    }
                }
            }
            all.ranges.push((from as u32, all.found.len() as u32));
        }
        all
    }

    /// Whether a word meets any word test.
    pub fn knows(&self, form: &str) -> bool {
        let mut found = Vec::new();
        self.walk(form, &mut found);
        !found.is_empty()
    }

    /// The word tests as patterns write them.
    pub fn word_tests(&self) -> impl Iterator<Item = &str> {
        self.labels.keys().map(String::as_str).filter(|name| !name.starts_with('@'))
    }

    fn walk(&self, form: &str, found: &mut Vec<(Label, u8)>) {
        let mut at = 0;
        for byte in form.bytes() {
            match self.nodes[at].next.iter().find(|(b, _)| *b == byte) {
                Some((_, next)) => at = *next as usize,
                None => return,
            }
            found.extend(self.nodes[at].prefix.map(|l| (l, 1)));
        }
        found.extend(self.nodes[at].exact.map(|l| (l, 1)));
    }

    /// All places where a pattern is met, by first word; the longest for each pattern and first word.
    pub fn find(&self, words: &Words) -> Vec<Hit> {
        let labelled = self.label_words(words);
        let mut hits = Vec::new();
        let mut tried: Vec<u32> = Vec::new();
        let trial = Trial { words: &words.list, labelled: &labelled };
        for first in 0..words.list.len() {
            tried.clear();
            for (label, _) in labelled.of(first) {
                tried.extend(&self.by_first[*label as usize]);
            }
            if words.list[first].number && !words.list[first].masked {
                tried.extend(&self.by_number);
            }
            tried.sort_unstable();
            tried.dedup();
            for pattern in &tried {
                if let Some(last) = trial.meets(&self.patterns[*pattern as usize], None, first, first) {
                    hits.push(Hit { first, last, pattern: *pattern as usize });
                }
            }
        }
        hits
    }
}

fn first_labels(steps: &[Compiled], labels: &mut Vec<Label>, number: &mut bool) {
    match steps.first() {
        Some(Compiled::Label(label)) => labels.push(*label),
        Some(Compiled::Number) => *number = true,
        Some(Compiled::Choice(branches)) => {
            for branch in branches {
                if branch.is_empty() {
                    first_labels(&steps[1..], labels, number)
                } else {
                    first_labels(branch, labels, number)
                }
            }
        }
        Some(Compiled::Gap(_)) | None => {}
    }
}

/// What must follow the branch of a choice.
struct Then<'a> {
    steps: &'a [Compiled],
    then: Option<&'a Then<'a>>,
}

/// A text while a pattern is tried on it.
struct Trial<'a> {
    words: &'a [Word],
    labelled: &'a Labelled,
}

impl Trial<'_> {
    /// The word behind the match of `steps` and what follows them from word `at`, if they are met. `begin` is where a
    /// phrase begins, so that the pause before its first word does not matter.
    fn meets(&self, steps: &[Compiled], then: Option<&Then<'_>>, begin: usize, at: usize) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else {
            return then.map_or(Some(at), |t| self.meets(t.steps, t.then, begin, at));
        };
        match step {
            Compiled::Label(label) if self.touches(begin, at) => self
                .labelled
                .of(at)
                .iter()
                .filter(|(l, _)| l == label)
                .filter_map(|(_, length)| self.meets(rest, then, begin, at + *length as usize))
                .max(),
            Compiled::Number if self.touches(begin, at) && self.words[at].number => {
                self.meets(rest, then, begin, at + 1)
            }
            Compiled::Label(_) | Compiled::Number => None,
            Compiled::Gap(most) => self.gap(*most, rest, then, at),
            Compiled::Choice(branches) => {
                let next = Then { steps: rest, then };
                branches.iter().filter_map(|branch| self.meets(branch, Some(&next), begin, at)).max()
            }
        }
    }

    /// Whether the word at `at` follows without a pause.
    fn touches(&self, begin: usize, at: usize) -> bool {
        at < self.words.len() && (at == begin || self.words[at].pause == Pause::None)
    }

    /// The nearest continuation within a gap; a gap crosses commas but no sentence, and what follows it begins anew.
    fn gap(&self, most: usize, rest: &[Compiled], then: Option<&Then<'_>>, at: usize) -> Option<usize> {
        for next in at..=at + most {
            if next >= self.words.len() || self.words[next].pause >= Pause::Sentence {
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
    fn nothing_crosses_a_sentence_and_phrases_stop_at_commas() {
        assert!(found(&["@own .. roadmap"], "I owned it. A roadmap").is_empty());
        assert!(found(&["data analysis"], "data, analysis").is_empty());
        assert_eq!(found(&["led .. roadmap"], "led design, then roadmap"), [(0, 0, 4)]);
    }
}
