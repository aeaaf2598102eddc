//! The shape of the lists, how they are laid over each other, and how their patterns get their meanings.

use super::matcher::Classes;
use super::words::fold;
use super::{Grade, Meaning};
use crate::error::nearest;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All lists of a lexicon; also the shape of a user's file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Lists {
    /// Word classes that patterns name with `@`.
    pub(super) classes: Classes,
    /// What requirements ask for.
    pub(super) concepts: Vec<Concept>,
    /// Patterns of job titles by family.
    titles: BTreeMap<Family, Vec<String>>,
    /// Patterns that say what kind of entry a header opens.
    title_kinds: BTreeMap<TitleKind, Vec<String>>,
    /// Headings of sections.
    headings: BTreeMap<SectionKind, Headings>,
    /// Degrees.
    pub(super) degrees: Vec<Degree>,
    /// Fields of study: name -> patterns.
    pub(super) fields: BTreeMap<String, Vec<String>>,
    /// Certificates.
    pub(super) certificates: Vec<Certificate>,
    /// Words that say how a degree or certificate stands.
    standing: BTreeMap<Standing, Vec<String>>,
    /// Words of their own that are one slip away from a word of ours.
    pub(super) lookalikes: Vec<String>,
    /// Words that change what stands near them.
    contexts: BTreeMap<ContextKind, Vec<String>>,
}

/// Something that can be evident in a resume.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Stable name, used in a role's `terms`.
    pub id: String,
    /// What is looked for and why, for whoever edits the list.
    #[serde(default)]
    pub about: String,
    /// Where the rule comes from.
    #[serde(default)]
    pub source: String,
    /// Whether it must be shown in product work to be met.
    #[serde(default)]
    pub scope: Scope,
    /// Patterns that are an act by themselves; a list inside the list is a group of its own.
    #[serde(default)]
    pub shown: Vec<Group>,
    /// Patterns that name the thing; with a verb in the sentence they are an act.
    #[serde(default)]
    pub named: Vec<Group>,
    /// Acts of a weaker variant: partial in any work.
    #[serde(default)]
    pub lesser: Vec<Group>,
    /// Words that are a claim or a weak sign in product work, and nothing elsewhere.
    #[serde(default)]
    pub weak: Vec<Group>,
    /// Words that are a weak sign in a dated job whose title is of product itself, and nothing elsewhere: who looks after
    /// "the app" there owns software.
    #[serde(default)]
    pub in_product: Vec<Group>,
    /// Words that name the thing in such a job; with a verb in the sentence, or in one long enough to tell something that is
    /// no list, they are an act there. Nothing elsewhere.
    #[serde(default)]
    pub named_in_product: Vec<Group>,
    /// Patterns that look like it and are something else.
    #[serde(default)]
    pub not: Vec<String>,
    /// Patterns that describe an employer.
    #[serde(default)]
    pub employer: Vec<String>,
    /// Names of employers that describe them.
    #[serde(default)]
    pub firms: Vec<String>,
    /// How many groups product work must show to meet it; 1 where groups do not matter.
    #[serde(default = "one")]
    pub need: usize,
    /// Whether a single entry must show all of these groups: designers in one job and engineers in another are no work with
    /// both.
    #[serde(default)]
    pub one_entry: bool,
    /// Whether it is about other people, so that outside product work only a sentence that tells of work with others
    /// counts: "Mechanical Designer" is a job of one's own.
    #[serde(default)]
    pub with_others: bool,
    /// Other things that count.
    #[serde(default)]
    pub signals: Signals,
    /// Advice on what would show it, printed in a gap.
    #[serde(default)]
    pub advice: String,
    /// Sentences with their verdicts in a dated product entry; they run as tests.
    #[serde(default)]
    pub examples: Examples,
}

fn one() -> usize {
    1
}

/// A pattern, or several that count as the same thing.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Group {
    /// A pattern of the common group.
    One(String),
    /// Patterns of a group of their own.
    Many(Vec<String>),
}

/// What counts for a concept besides words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Signals {
    /// Concepts whose met verdict meets this one too.
    pub met_if: Vec<String>,
    /// Concepts whose met or partial verdict makes this one partial.
    pub partial_if: Vec<String>,
    /// Certificates that meet it.
    pub certificates: Vec<String>,
    /// Certificates that make it partial.
    pub partial_certificates: Vec<String>,
    /// Fields of a finished degree that meet it.
    pub fields: Vec<String>,
    /// Title patterns of an entry that meet it.
    pub titles: Vec<String>,
    /// Title patterns of an entry that make it partial.
    pub partial_titles: Vec<String>,
    /// Phrases, folded, in the header of a dated job that stood beside another one: such jobs meet it where one of the
    /// two is of product, and make it partial elsewhere.
    pub beside: Vec<String>,
    /// Sections whose every item meets it (talks and texts show communication).
    pub sections: Vec<SectionKind>,
}

/// Sentences by verdict.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Examples {
    /// Met in a dated product entry.
    pub met: Vec<String>,
    /// Partly met there.
    pub partial: Vec<String>,
    /// No evidence even there.
    pub missing: Vec<String>,
}

/// Where a concept must be shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// In product or related work; elsewhere it is at most partial.
    #[default]
    Product,
    /// Anywhere.
    Any,
}

/// The family of a job title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Product management.
    Product,
    /// Product marketing, product analysis, brand and category management, product development.
    Related,
    /// Everything else.
    Other,
}

/// What kind of entry a header opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleKind {
    /// An internship or placement.
    Internship,
    /// Unpaid work.
    Volunteer,
    /// A career break or leave.
    Break,
    /// A study or class project.
    Study,
}

/// The kinds of sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// Name and addresses.
    Contact,
    /// Profile.
    Summary,
    /// Work.
    Experience,
    /// Work during studies.
    Internships,
    /// Studies.
    Education,
    /// Certificates.
    Certifications,
    /// Lists of skills and tools.
    Skills,
    /// Projects.
    Projects,
    /// Unpaid work.
    Volunteering,
    /// Courses.
    Training,
    /// Talks and texts.
    Publications,
    /// Prizes.
    Awards,
    /// Languages.
    Languages,
    /// Hobbies.
    Interests,
    /// What others say.
    References,
    /// What the candidate hopes for.
    Objective,
    /// Anything else.
    Other,
}

/// How a section's heading reads.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Headings {
    /// The whole heading, folded.
    exact: Vec<String>,
    /// Words that are enough in a line that looks like a heading.
    words: Vec<String>,
}

/// A degree.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Degree {
    /// Its level; `none` for courses that give no degree.
    pub level: DegreeLevel,
    /// Field that the name itself tells (an MBA is business).
    #[serde(default)]
    pub field: Option<String>,
    /// How it is written.
    pub patterns: Vec<String>,
}

/// Degrees in rising order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DegreeLevel {
    /// No finished post-school study.
    None,
    /// A finished vocational or post-school diploma below associate.
    Certificate,
    /// Associate degree, HND and the like.
    Associate,
    /// Bachelor's degree.
    Bachelor,
    /// Master's degree, MBA, Magister, Diplom.
    Master,
    /// Doctorate.
    Doctorate,
}

/// A certificate.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Stable id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Whether it is a product or agile certificate, as the certification requirement asks.
    #[serde(default)]
    pub product: bool,
    /// Phrases that give its letters another meaning wherever they stand in the resume ("customer success" for CSM).
    #[serde(default)]
    pub unless: Vec<String>,
    /// How it is written.
    pub patterns: Vec<String>,
}

/// How a degree or certificate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Left, or never finished.
    Unfinished,
    /// Planned, booked or in progress.
    InProgress,
    /// No longer valid.
    Lapsed,
    /// A class attended, without the certificate.
    Attended,
    /// The line names another degree as the equivalent.
    Equivalent,
}

/// Words that change what stands near them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContextKind {
    /// A verb of doing.
    Act,
    /// "not", "never": what follows in the clause is denied.
    Negation,
    /// "no experience with": what follows in the sentence is denied.
    NoExperience,
    /// Hopes and plans: the sentence shows nothing.
    Aspiration,
    /// Helped, supported, familiar with: what follows is weaker.
    Weak,
    /// Said about other people's work.
    Others,
    /// Other people at the head of a sentence: what follows is theirs.
    OtherSubject,
    /// What did not happen, or happened without the person, wherever in the sentence it is said.
    Undone,
    /// What others did, behind what it was: "the plan is prepared by the head".
    ByOthers,
    /// Work with others: "with", "team of", "led four developers".
    Together,
    /// Words that open a claim instead of telling what was done: "Key skills:", "Expert in".
    Claim,
    /// Sentences of a posting.
    PostingMark,
    /// Words that speak to whoever or whatever scores.
    Instruction,
    /// Product work that is owned or led, whatever the title says.
    ProductDuties,
    /// A claim of years: "10+ years of experience".
    YearsClaim,
    /// A claim of years in product work.
    ProductYearsClaim,
}

/// Patterns with their meanings, side by side.
#[derive(Debug, Default)]
pub(super) struct Patterns<'a> {
    pub(super) texts: Vec<&'a str>,
    pub(super) meanings: Vec<Meaning>,
}

impl<'a> Patterns<'a> {
    fn add(&mut self, texts: impl IntoIterator<Item = &'a String>, meaning: Meaning) {
        for text in texts {
            self.texts.push(text);
            self.meanings.push(meaning);
        }
    }

    fn add_groups(&mut self, groups: &'a [Group], concept: usize, grade: Grade) {
        for (index, group) in groups.iter().enumerate() {
            match group {
                Group::One(text) => self.add([text], Meaning::Concept { concept, grade, group: 0 }),
                Group::Many(texts) => self.add(texts, Meaning::Concept { concept, grade, group: index + 1 }),
            }
        }
    }
}

impl Lists {
    pub(super) fn builtin() -> Lists {
        let mut lists = Lists::default();
        for (file, json) in BUILTIN {
            let part = serde_json::from_str(json).unwrap_or_else(|e| panic!("src/lexicon/{file}: {e}"));
            lists.lay_over(part);
        }
        lists
    }

    /// Adds `over`; what has the same name or id replaces ours.
    pub(super) fn lay_over(&mut self, over: Lists) {
        self.classes.extend(over.classes);
        lay_by(&mut self.concepts, over.concepts, |c| c.id.clone());
        extend_lists(&mut self.titles, over.titles);
        extend_lists(&mut self.title_kinds, over.title_kinds);
        for (kind, headings) in over.headings {
            let ours = self.headings.entry(kind).or_default();
            ours.exact.extend(headings.exact);
            ours.words.extend(headings.words);
        }
        self.degrees.extend(over.degrees);
        extend_lists(&mut self.fields, over.fields);
        lay_by(&mut self.certificates, over.certificates, |c| c.id.clone());
        extend_lists(&mut self.standing, over.standing);
        extend_lists(&mut self.contexts, over.contexts);
        self.lookalikes.extend(over.lookalikes);
    }

    pub(super) fn patterns<'a>(&'a self, out: &mut Patterns<'a>) {
        for (index, concept) in self.concepts.iter().enumerate() {
            out.add_groups(&concept.shown, index, Grade::Shown);
            out.add_groups(&concept.named, index, Grade::Named);
            out.add_groups(&concept.lesser, index, Grade::Lesser);
            out.add_groups(&concept.weak, index, Grade::Weak);
            out.add_groups(&concept.in_product, index, Grade::InProduct);
            out.add_groups(&concept.named_in_product, index, Grade::NamedInProduct);
            out.add(&concept.not, Meaning::Concept { concept: index, grade: Grade::Not, group: 0 });
            out.add(&concept.employer, Meaning::Concept { concept: index, grade: Grade::Employer, group: 0 });
            out.add(&concept.firms, Meaning::Concept { concept: index, grade: Grade::Firm, group: 0 });
            out.add(&concept.signals.titles, Meaning::Concept { concept: index, grade: Grade::Title, group: 0 });
            out.add(
                &concept.signals.partial_titles,
                Meaning::Concept { concept: index, grade: Grade::PartialTitle, group: 0 },
            );
        }
        for (family, texts) in &self.titles {
            out.add(texts, Meaning::Title(*family));
        }
        for (kind, texts) in &self.title_kinds {
            out.add(texts, Meaning::TitleKind(*kind));
        }
        for (index, degree) in self.degrees.iter().enumerate() {
            out.add(&degree.patterns, Meaning::Degree(index));
        }
        for (index, texts) in self.fields.values().enumerate() {
            out.add(texts, Meaning::Field(index));
        }
        for (index, certificate) in self.certificates.iter().enumerate() {
            out.add(&certificate.patterns, Meaning::Certificate(index));
        }
        for (standing, texts) in &self.standing {
            out.add(texts, Meaning::Standing(*standing));
        }
        for (kind, texts) in &self.contexts {
            out.add(texts, Meaning::Context(*kind));
        }
    }
}

/// The headings by their words, for quick look-ups.
#[derive(Debug, Default)]
pub(super) struct HeadingIndex {
    exact: BTreeMap<String, SectionKind>,
    words: BTreeMap<String, SectionKind>,
}

impl HeadingIndex {
    pub(super) fn of(lists: &Lists) -> HeadingIndex {
        let mut index = HeadingIndex::default();
        for (kind, headings) in &lists.headings {
            for text in &headings.exact {
                index.exact.entry(text.clone()).or_insert(*kind);
            }
            for word in &headings.words {
                index.words.entry(word.clone()).or_insert(*kind);
            }
        }
        index
    }

    /// The kind of section that a heading opens; see [`super::Lexicon::section`].
    pub(super) fn section(&self, heading: &str, marked: bool) -> Option<SectionKind> {
        let folded = fold(heading);
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        if words.is_empty() || words.len() > LONGEST_HEADING {
            return None;
        }
        if let Some(kind) = self.exact.get(&words.join(" ")) {
            return Some(*kind);
        }
        // "Per fil", as a PDF with wide letters may read
        if let Some(kind) = self.exact.get(&words.concat()).filter(|_| words.len() == 2) {
            return Some(*kind);
        }
        if !marked {
            return None;
        }
        // the first key word decides ("Education and certificates" is education), nouns before adjectives ("Academic
        // and professional appointments" is work)
        let (adjectives, nouns): (Vec<&str>, Vec<&str>) = words.iter().partition(|w| ADJECTIVES.contains(w));
        nouns.iter().chain(&adjectives).find_map(|w| self.words.get(*w).copied())
    }
}

/// Key words that only colour the noun behind them.
const ADJECTIVES: [&str; 4] = ["academic", "educational", "voluntary", "professional"];
/// Words in the longest heading of a section; longer lines are sentences.
const LONGEST_HEADING: usize = 7;

fn extend_lists<K: Ord>(ours: &mut BTreeMap<K, Vec<String>>, over: BTreeMap<K, Vec<String>>) {
    for (key, texts) in over {
        ours.entry(key).or_default().extend(texts);
    }
}

fn lay_by<T>(ours: &mut Vec<T>, over: Vec<T>, id: impl Fn(&T) -> String) {
    for item in over {
        match ours.iter_mut().find(|o| id(o) == id(&item)) {
            Some(place) => *place = item,
            None => ours.push(item),
        }
    }
}

const BUILTIN: [(&str, &str); 9] = [
    ("classes.json", include_str!("classes.json")),
    ("concepts.json", include_str!("concepts.json")),
    ("titles.json", include_str!("titles.json")),
    ("headings.json", include_str!("headings.json")),
    ("degrees.json", include_str!("degrees.json")),
    ("certificates.json", include_str!("certificates.json")),
    ("contexts.json", include_str!("contexts.json")),
    ("lookalikes.json", include_str!("lookalikes.json")),
    ("senior_concepts.json", include_str!("senior_concepts.json")),
];

impl Concept {
    /// Concepts that this one's signals name but that do not exist, each with the nearest one that does.
    pub fn unknown_signals(&self, known: &[&str]) -> Vec<(String, Option<String>)> {
        let named = self.signals.met_if.iter().chain(&self.signals.partial_if);
        named
            .filter(|id| !known.contains(&id.as_str()))
            .map(|id| (id.clone(), nearest(id, known).map(String::from)))
            .collect()
    }
}
