//! The words we know, as data: concepts, titles, headings, degrees, certificates, contexts.
//!
//! All lists compile into one [`matcher::Matcher`], so that a text is searched once, whatever the number of lists.
//! A user's file of the same shape lies over the built-in lists: new entries are added, entries of the same id replace
//! ours. Aliases live only here; a role names concepts.

mod data;
pub mod language;
pub mod matcher;
mod misspelt;
mod pattern;
pub(crate) mod trie;
pub mod words;

pub use data::{
    Certificate, Concept, ContextKind, Degree, DegreeLevel, Family, Scope, SectionKind, Signals, Standing, TitleKind,
};

use crate::error::{Error, Result};
use data::{HeadingIndex, Lists, Patterns};
use matcher::{Builder, Hit, Matcher};
use misspelt::Spelling;
use words::Words;

/// The words we know, ready for many texts.
#[derive(Debug)]
pub struct Lexicon {
    lists: Lists,
    matcher: Matcher,
    owners: Vec<Meaning>,
    headings: HeadingIndex,
    spelling: Spelling,
}

/// What a found phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// Evidence for a concept, by index into [`Lexicon::concepts`].
    Concept {
        /// Index of the concept.
        concept: usize,
        /// How strong the words are.
        grade: Grade,
        /// Which of the concept's groups (different methods, different sides) it belongs to.
        group: usize,
    },
    /// The words of a job title.
    Title(Family),
    /// A title or header that says what kind of entry it is.
    TitleKind(TitleKind),
    /// A degree, by index into [`Lexicon::degrees`].
    Degree(usize),
    /// A field of study, by index into [`Lexicon::fields`].
    Field(usize),
    /// A certificate, by index into [`Lexicon::certificates`].
    Certificate(usize),
    /// How a degree or certificate stands: planned, lapsed ...
    Standing(Standing),
    /// Words that change what stands near them.
    Context(ContextKind),
}

/// How strong the words of a concept are, taken alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// The words look like the concept but mean something else; they cancel what they overlap.
    Not,
    /// A weaker variant, whatever stands around it.
    Weak,
    /// The same, in a job whose title is of product itself; nothing elsewhere.
    InProduct,
    /// The thing is named, in a job whose title is of product itself; nothing elsewhere.
    NamedInProduct,
    /// An act of a weaker variant: partial wherever it stands.
    Lesser,
    /// The thing is named; with a verb in the sentence it is an act.
    Named,
    /// The words are an act by themselves.
    Shown,
    /// The words describe the employer; only an entry's header and what stands right below it counts.
    Employer,
    /// The words are the name of an employer; only an entry's header counts.
    Firm,
    /// The words stand in an entry's title and make it partial.
    PartialTitle,
    /// The words stand in an entry's title and meet it.
    Title,
}

/// A found phrase and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Index of the first word.
    pub first: usize,
    /// Index behind the last word.
    pub last: usize,
    /// What it means.
    pub meaning: Meaning,
}

impl Lexicon {
    /// The lists that are compiled in.
    pub fn builtin() -> Lexicon {
        Lexicon::compile(Lists::builtin()).expect("the built-in lists are tested")
    }

    /// The built-in lists with a user's file (JSON text, named `file` in messages) over them.
    ///
    /// # Errors
    /// [`Error::Data`] where the file is no lexicon.
    pub fn with_user(json: &str, file: &str) -> Result<Lexicon> {
        let mut lists = Lists::builtin();
        lists.lay_over(serde_json::from_str(json).map_err(|e| data_error(file, e.line(), &e.to_string()))?);
        Lexicon::compile(lists).map_err(|message| {
            let named = message.split('`').nth(1).unwrap_or_default();
            let line = json.lines().position(|l| !named.is_empty() && l.contains(named)).map_or(1, |l| l + 1);
            data_error(file, line, &message)
        })
    }

    fn compile(lists: Lists) -> std::result::Result<Lexicon, String> {
        let mut patterns = Patterns::default();
        lists.patterns(&mut patterns);
        let builder = Builder::new(&lists.classes, patterns.texts)?;
        let spelling = Spelling::new(builder.word_tests(), &lists.lookalikes);
        let (matcher, owners) = (builder.finish(), patterns.meanings);
        Ok(Lexicon { headings: HeadingIndex::of(&lists), lists, matcher, owners, spelling })
    }

    /// Reads misspelt long words as the words they were meant to be, and marks them as misspelt.
    pub fn correct(&self, words: &mut Words) {
        for index in 0..words.list.len() {
            let word = words.list[index];
            let form = words.folded(&word);
            if !word.masked
                && self.spelling.may_correct(form)
                && !self.matcher.knows(form)
                && let Some(meant) = self.spelling.correct(form)
            {
                words.correct(index, &meant);
            }
        }
    }

    /// Everything known that the words contain, by first word.
    pub fn mark(&self, words: &Words) -> Vec<Mark> {
        let mark = |hit: Hit| Mark { first: hit.first, last: hit.last, meaning: self.owners[hit.pattern] };
        self.matcher.find(words).into_iter().map(mark).collect()
    }

    /// The concepts, in the order of the lists.
    pub fn concepts(&self) -> &[Concept] {
        &self.lists.concepts
    }

    /// The concept of an id, by index.
    pub fn concept(&self, id: &str) -> Option<usize> {
        self.lists.concepts.iter().position(|c| c.id == id)
    }

    /// The concept ids that a role's `terms` may name.
    pub fn concept_ids(&self) -> Vec<&str> {
        self.lists.concepts.iter().map(|c| c.id.as_str()).collect()
    }

    /// The degrees, in the order of the lists.
    pub fn degrees(&self) -> &[Degree] {
        &self.lists.degrees
    }

    /// The names of the fields of study.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.lists.fields.keys().map(String::as_str)
    }

    /// The name of a field of study.
    pub fn field(&self, index: usize) -> &str {
        self.fields().nth(index).unwrap_or_default()
    }

    /// The certificates, in the order of the lists.
    pub fn certificates(&self) -> &[Certificate] {
        &self.lists.certificates
    }

    /// The kind of section that a heading opens, if its words are known. `marked` says that the line is a heading by
    /// its looks (style, capitals, colon), so that a key word among others is enough.
    pub fn section(&self, heading: &str, marked: bool) -> Option<SectionKind> {
        self.headings.section(heading, marked)
    }
}

fn data_error(file: &str, line: usize, message: &str) -> Error {
    Error::Data {
        file: file.to_string(),
        line: line.max(1),
        message: message.to_string(),
        help: Some("a lexicon file has the keys classes, concepts, titles, headings, degrees, fields, certificates, standing and contexts".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_lists_compile_and_a_users_list_lies_over_them() {
        let ours = Lexicon::builtin();
        let theirs =
            Lexicon::with_user(r#"{"concepts":[{"id":"roadmap","shown":["sang .. songs"]}]}"#, "mine.json").unwrap();
        assert_eq!(ours.concepts().len(), theirs.concepts().len());
        assert_eq!(theirs.concepts()[theirs.concept("roadmap").unwrap()].shown.len(), 1);
    }

    #[test]
    fn a_broken_list_names_its_file_and_line() {
        let error =
            Lexicon::with_user("{\n\"concepts\":[{\"id\":\"x\",\n\"shown\":[\"(a\"]}]}", "mine.json").unwrap_err();
        assert!(error.to_string().starts_with("mine.json:3: "), "{error}");
    }
}
