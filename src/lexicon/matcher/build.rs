//! How patterns are made ready: every word test, class and group of tests gets a number, and each number knows what
//! follows from it.
//!
//! Names are borrowed from the lists, so that a program that looks for a few thousand patterns starts at once.

use super::super::pattern::{Step, parse};
use super::super::trie::{End, Growing, Label};
use super::by_label::ByLabel;
use super::vocabulary::Vocabulary;
use super::{ALWAYS, Classes, Matcher, Phrase, Try};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Room for the nodes of the longest lists that are built in, so that the tree is not moved while it grows.
const NODES: usize = 1 << 15;
/// The same for what one text can meet.
const FEW_NODES: usize = 1 << 11;
/// Labels that there are numbers for.
const MOST_LABELS: usize = Label::MAX as usize;

/// Patterns and classes while they are being numbered.
#[derive(Debug)]
pub(in crate::lexicon) struct Builder<'a> {
    class_lists: &'a Classes,
    /// The words of the only text that is looked at, where there is one.
    only: Option<Vocabulary<'a>>,
    class_labels: BTreeMap<&'a str, Label>,
    /// How many labels there are; the first is [`ALWAYS`].
    labels: usize,
    /// Word tests in the order in which they were met.
    tests: Vec<&'a str>,
    trie: Growing,
    /// Tests of numbers: the least that meets it.
    at_least: Vec<(u64, Label)>,
    /// Labels of which one is needed by some pattern.
    group_labels: BTreeMap<Vec<Label>, Label>,
    // what follows from a label
    classes: Vec<(Label, Label)>,
    phrases: Vec<(Label, Phrase)>,
    phrase_labels: Vec<Label>,
    groups: Vec<(Label, Label)>,
    alone: Vec<(Label, u32)>,
    first: Vec<(Label, Try)>,
    by_number: Vec<Try>,
    patterns: Vec<Box<[Step<Label>]>>,
}

impl<'a> Builder<'a> {
    /// Reads classes and patterns.
    ///
    /// # Errors
    /// The first pattern or class that cannot be read, and why.
    pub(in crate::lexicon) fn new(
        classes: &'a Classes,
        patterns: impl IntoIterator<Item = &'a str>,
    ) -> Result<Builder<'a>, String> {
        Builder::for_text(classes, patterns, None)
    }

    /// The same for no other text than one of these words, if any are given.
    pub(super) fn for_text(
        classes: &'a Classes,
        patterns: impl IntoIterator<Item = &'a str>,
        only: Option<Vocabulary<'a>>,
    ) -> Result<Builder<'a>, String> {
        let nodes = if only.is_some() { FEW_NODES } else { NODES };
        let mut builder = Builder {
            class_lists: classes,
            only,
            class_labels: BTreeMap::new(),
            labels: usize::from(ALWAYS) + 1,
            tests: Vec::new(),
            trie: Growing::with_capacity(nodes),
            at_least: Vec::new(),
            group_labels: BTreeMap::new(),
            classes: Vec::new(),
            phrases: Vec::new(),
            phrase_labels: Vec::new(),
            groups: Vec::new(),
            alone: Vec::new(),
            first: Vec::new(),
            by_number: Vec::new(),
            patterns: Vec::new(),
        };
        for name in classes.keys() {
            let label = builder.new_label();
            builder.class_labels.insert(name, label);
        }
        for (name, alternatives) in classes {
            let class = builder.class_labels[name.as_str()];
            builder.add_class(class, alternatives, &mut vec![name.as_str()])?;
        }
        for pattern in patterns {
            builder.add_pattern(pattern)?;
        }
        match builder.labels > MOST_LABELS {
            true => Err(format!("more than {MOST_LABELS} different words and groups of words")),
            false => Ok(builder),
        }
    }

    /// The word tests as patterns write them.
    pub(in crate::lexicon) fn word_tests(&self) -> impl Iterator<Item = &'a str> {
        self.tests.iter().copied()
    }

    /// The matcher of what was read.
    pub(in crate::lexicon) fn finish(self) -> Matcher {
        let Builder { trie, at_least, labels, phrase_labels, by_number, patterns, .. } = self;
        Matcher {
            trie: trie.finish(),
            at_least,
            labels,
            classes: ByLabel::of(labels, &self.classes),
            phrases: ByLabel::of(labels, &self.phrases),
            phrase_labels,
            groups: ByLabel::of(labels, &self.groups),
            alone: ByLabel::of(labels, &self.alone),
            first: ByLabel::of(labels, &self.first),
            by_number,
            patterns,
        }
    }

    fn new_label(&mut self) -> Label {
        self.labels += 1;
        (self.labels - 1) as Label
    }

    /// The label of a word test.
    fn test(&mut self, name: &'a str) -> Label {
        if let Some(least) = name.strip_prefix('#').and_then(|least| least.parse().ok()) {
            let known = self.at_least.iter().find(|(known, _)| *known == least).map(|(_, label)| *label);
            return known.unwrap_or_else(|| {
                let label = self.new_label();
                self.at_least.push((least, label));
                label
            });
        }
        let end = self.trie.end(name);
        end.label().unwrap_or_else(|| {
            let label = self.labels as Label;
            *end = End::of(label);
            self.labels += 1;
            self.tests.push(name);
            label
        })
    }

    /// The label of a class or a word test.
    fn label(&mut self, name: &'a str) -> Result<Label, String> {
        match name.strip_prefix('@') {
            None => Ok(self.test(name)),
            Some(class) => self.class_labels.get(class).copied().ok_or_else(|| format!("no class `{name}`")),
        }
    }

    fn add_class(&mut self, class: Label, alternatives: &'a [String], seen: &mut Vec<&'a str>) -> Result<(), String> {
        for alternative in alternatives {
            if let Some(other) = alternative.strip_prefix('@') {
                if seen.contains(&other) {
                    return Err(format!("class `{other}` contains itself"));
                }
                let inner = self.class_lists.get(other).ok_or_else(|| format!("no class `@{other}`"))?;
                seen.push(other);
                self.add_class(class, inner, seen)?;
                seen.pop();
                continue;
            }
            if self.only.as_ref().is_some_and(|text| !text.has_phrase(alternative)) {
                continue;
            }
            let labels: Vec<Label> =
                alternative.split_whitespace().map(|word| self.label(word)).collect::<Result<_, _>>()?;
            match labels.split_first() {
                None => return Err("an empty alternative in a class".into()),
                Some((only, [])) => self.classes.push((*only, class)),
                Some((first, rest)) => {
                    let from = self.phrase_labels.len() as u32;
                    self.phrase_labels.extend(rest);
                    let rest = (from, self.phrase_labels.len() as u32);
                    self.phrases.push((*first, Phrase { rest, class }));
                }
            }
        }
        Ok(())
    }

    fn add_pattern(&mut self, text: &'a str) -> Result<(), String> {
        if self.only.as_ref().is_some_and(|only| !only.can_meet(text)) {
            self.patterns.push(Box::default());
            return Ok(());
        }
        let index = self.patterns.len() as u32;
        let steps = parse(text, &mut |name| self.label(name).map_err(|why| format!("{why} in `{text}`")))?;
        if let [Step::Label(label)] = steps[..]
            && !text.starts_with('@')
        {
            self.alone.push((label, index));
        } else {
            let mut firsts = Vec::new();
            let mut number = false;
            first_labels(&steps, &mut firsts, &mut number);
            firsts.sort_unstable();
            firsts.dedup();
            let this = Try { pattern: index, needs: self.needs(&steps) };
            self.first.extend(firsts.into_iter().map(|label| (label, this)));
            if number {
                self.by_number.push(this);
            }
        }
        self.patterns.push(steps.into());
        Ok(())
    }

    /// What every text has that meets the steps behind the first; what fewer words can be is rarer.
    fn needs(&mut self, steps: &[Step<Label>]) -> [Label; 2] {
        let mut groups: Vec<Cow<'_, [Label]>> = steps.iter().skip(1).filter_map(any_of).collect();
        groups.sort_by_key(|labels| labels.len());
        let mut groups = groups.into_iter();
        [(); 2].map(|()| match groups.next() {
            None => ALWAYS,
            Some(labels) if labels.len() == 1 => labels[0],
            Some(labels) => self.group(labels),
        })
    }

    /// The label of a group of labels.
    fn group(&mut self, labels: Cow<'_, [Label]>) -> Label {
        if let Some(group) = self.group_labels.get(&*labels) {
            return *group;
        }
        let group = self.new_label();
        self.groups.extend(labels.iter().map(|label| (*label, group)));
        self.group_labels.insert(labels.into_owned(), group);
        group
    }
}

/// Labels of which one is in whatever meets a step, where that can be told.
fn any_of(step: &Step<Label>) -> Option<Cow<'_, [Label]>> {
    match step {
        Step::Label(label) => Some(std::slice::from_ref(label).into()),
        Step::OneOf(labels) => Some(labels.into()),
        Step::Choice(branches) => {
            let mut firsts = Vec::new();
            for branch in branches {
                firsts.extend_from_slice(&any_of(branch.first()?)?);
            }
            Some(firsts.into())
        }
        Step::Number | Step::Gap(_) => None,
    }
}

fn first_labels(steps: &[Step<Label>], labels: &mut Vec<Label>, number: &mut bool) {
    match steps.first() {
        Some(Step::Label(label)) => labels.push(*label),
        Some(Step::OneOf(any)) => labels.extend(any),
        Some(Step::Number) => *number = true,
        Some(Step::Choice(branches)) => {
            for branch in branches {
                if branch.is_empty() {
                    first_labels(&steps[1..], labels, number)
                } else {
                    first_labels(branch, labels, number)
                }
            }
        }
        Some(Step::Gap(_)) | None => {}
    }
}
