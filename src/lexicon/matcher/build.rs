//! How patterns are made ready: every word test, class and group of tests gets a number, and each number knows what
//! follows from it.
//!
//! Names are borrowed from the lists, so that a program that looks for a few thousand patterns starts at once.

use super::super::pattern::{Step, parse};
use super::super::trie::{Label, Trie};
use super::{ALWAYS, Classes, Known, Matcher, Try};
use std::collections::BTreeMap;
#[allow(clippy::disallowed_types, reason = "names are looked up in it and never taken in its order")]
use std::collections::HashMap;

/// Names for which there is room at once; ours have two to five thousand.
const USUAL_NAMES: usize = 4096;

/// Patterns and classes while they are being numbered.
#[derive(Debug)]
pub(in crate::lexicon) struct Builder<'a> {
    classes: &'a Classes,
    /// Word tests in the order in which they were met.
    tests: Vec<(&'a str, Label)>,
    /// Tests of numbers: the least that meets it.
    at_least: Vec<(u64, Label)>,
    #[allow(clippy::disallowed_types, reason = "names are looked up in it and never taken in its order")]
    label_of: HashMap<&'a str, Label>,
    class_labels: BTreeMap<&'a str, Label>,
    /// Labels of which one is needed by some pattern.
    groups: BTreeMap<Vec<Label>, Label>,
    known: Vec<Known>,
    patterns: Vec<Vec<Step<Label>>>,
    by_number: Vec<Try>,
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
        let mut builder = Builder {
            classes,
            tests: Vec::new(),
            at_least: Vec::new(),
            label_of: Default::default(),
            class_labels: BTreeMap::new(),
            groups: BTreeMap::new(),
            // the first is ALWAYS
            known: vec![Known::default()],
            patterns: Vec::new(),
            by_number: Vec::new(),
        };
        builder.label_of.reserve(USUAL_NAMES);
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
        Ok(builder)
    }

    /// The word tests as patterns write them.
    pub(in crate::lexicon) fn word_tests(&self) -> impl Iterator<Item = &'a str> {
        self.tests.iter().map(|(name, _)| *name)
    }

    /// The matcher of what was read.
    pub(in crate::lexicon) fn finish(self) -> Matcher {
        let Builder { tests, at_least, known, patterns, by_number, .. } = self;
        Matcher { trie: Trie::of(tests), at_least, known, patterns, by_number }
    }

    fn new_label(&mut self) -> Label {
        self.known.push(Known::default());
        (self.known.len() - 1) as Label
    }

    /// The label of a word test.
    fn test(&mut self, name: &'a str) -> Label {
        if let Some(label) = self.label_of.get(name) {
            return *label;
        }
        let label = self.new_label();
        self.label_of.insert(name, label);
        match name.strip_prefix('#').and_then(|least| least.parse().ok()) {
            Some(least) => self.at_least.push((least, label)),
            None => self.tests.push((name, label)),
        }
        label
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
                let inner = self.classes.get(other).ok_or_else(|| format!("no class `@{other}`"))?;
                seen.push(other);
                self.add_class(class, inner, seen)?;
                seen.pop();
                continue;
            }
            let labels: Vec<Label> =
                alternative.split_whitespace().map(|word| self.label(word)).collect::<Result<_, _>>()?;
            match labels.split_first() {
                None => return Err("an empty alternative in a class".into()),
                Some((only, [])) => self.known[*only as usize].classes.push(class),
                Some((first, rest)) => self.known[*first as usize].phrases.push((rest.to_vec(), class)),
            }
        }
        Ok(())
    }

    fn add_pattern(&mut self, text: &'a str) -> Result<(), String> {
        let index = self.patterns.len() as u32;
        let steps = parse(text, &mut |name| self.label(name).map_err(|why| format!("{why} in `{text}`")))?;
        if let [Step::Label(label)] = steps[..]
            && !text.starts_with('@')
        {
            self.known[label as usize].alone.push(index);
        } else {
            let mut firsts = Vec::new();
            let mut number = false;
            first_labels(&steps, &mut firsts, &mut number);
            let this = Try { pattern: index, needs: self.needs(&steps) };
            for label in firsts {
                let list = &mut self.known[label as usize].first;
                if list.last() != Some(&this) {
                    list.push(this);
                }
            }
            if number {
                self.by_number.push(this);
            }
        }
        self.patterns.push(steps);
        Ok(())
    }

    /// What every text has that meets the steps behind the first; what fewer words can be is rarer.
    fn needs(&mut self, steps: &[Step<Label>]) -> [Label; 2] {
        let mut groups: Vec<Vec<Label>> = steps.iter().skip(1).filter_map(any_of).collect();
        groups.sort_by_key(Vec::len);
        let mut groups = groups.into_iter();
        [(); 2].map(|()| match groups.next() {
            None => ALWAYS,
            Some(labels) if labels.len() == 1 => labels[0],
            Some(labels) => self.group(labels),
        })
    }

    /// The label of a group of labels.
    fn group(&mut self, labels: Vec<Label>) -> Label {
        if let Some(group) = self.groups.get(&labels) {
            return *group;
        }
        let group = self.new_label();
        labels.iter().for_each(|label| self.known[*label as usize].groups.push(group));
        self.groups.insert(labels, group);
        group
    }
}

/// Labels of which one is in whatever meets a step, where that can be told.
fn any_of(step: &Step<Label>) -> Option<Vec<Label>> {
    match step {
        Step::Label(label) => Some(vec![*label]),
        Step::OneOf(labels) => Some(labels.clone()),
        Step::Choice(branches) => {
            let firsts: Option<Vec<_>> = branches.iter().map(|branch| any_of(branch.first()?)).collect();
            firsts.map(|labels| labels.concat())
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
