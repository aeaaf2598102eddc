//! What the words of a resume show, once the words around them have had their say.
//!
//! A phrase alone proves nothing: it may be denied, hoped for, said about others, or stand in a list. Each concept mark
//! becomes a [`Finding`] with its strength and its place, or nothing.

use super::employer;
use super::integrity::Zones;
use crate::lexicon::matcher::Matcher;
use crate::lexicon::words::{Pause, Word};
use crate::lexicon::{ContextKind, Family, Grade, Lexicon, Mark, Meaning, SectionKind};
use crate::resume::{EntryKind, Resume};

/// Where a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// A summary, a list, or text outside any entry.
    Claim,
    /// An internship, volunteering, a project.
    Side,
    /// Work of another family.
    OtherWork,
    /// Product or related work without dates.
    UndatedProduct,
    /// Dated product or related work.
    Product,
}

/// How strong a phrase is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Named or a weaker variant.
    Mention,
    /// Done.
    Act,
    /// Done, and the sentence tells a figure.
    Outcome,
}

/// A concept found in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) concept: usize,
    pub(super) group: usize,
    pub(super) strength: Strength,
    pub(super) place: Place,
    pub(super) entry: Option<usize>,
    pub(super) first: usize,
    pub(super) last: usize,
    /// It stands in a header: the employer's description or the title.
    pub(super) grade: Grade,
    /// A word of it is misspelt, so that it is a guess.
    pub(super) misspelt: bool,
}

/// Why words that name a concept earn nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Denied: "no experience with".
    Denied,
    /// Hoped for or planned.
    Hoped,
    /// Said of other people.
    Others,
    /// Part of a block that is flagged as a copied posting or a keyword list.
    Flagged,
}

/// A concept that is named where it earns nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) concept: usize,
    pub(super) why: Refusal,
    /// Line in the document, counted from 0.
    pub(super) line: usize,
}

/// Words that a denial ("no experience with A, B or C") reaches.
const DENIAL_REACH: usize = 24;
/// Words that a plain "not" reaches within its clause.
const NOT_REACH: usize = 6;
/// Words that it reaches in a list with commas that "or" closes, and words behind that "or".
const LIST_REACH: usize = 16;
const OR_REACH: usize = 6;
/// Words that "helped with" reaches.
const WEAK_REACH: usize = 5;
/// Words that "with" reaches.
const TOGETHER_REACH: usize = 8;
/// Words between a thing and who made it: "the roadmap of the year is prepared by".
const BY_REACH: usize = 7;
/// Words that a hope reaches.
const HOPE_REACH: usize = 24;
/// Words of the shortest sentence that tells something without a verb that we know.
const TELLING: usize = 6;
/// A sentence with a pause before each so many words is a list.
const LISTED: usize = 3;
/// Words that anything reaches within its sentence: what is longer is no sentence, but a text without full stops.
const SENTENCE_REACH: usize = 1000;

/// All findings of a resume, in the order of the text, and what was named in vain.
pub(super) fn findings(resume: &Resume, lexicon: &Lexicon, zones: &Zones) -> (Vec<Finding>, Vec<Refused>) {
    let contexts = Contexts::new(resume);
    let counter = counter_examples(resume);
    let mut found = Vec::new();
    let mut refused = Vec::new();
    for mark in &resume.marks {
        let Meaning::Concept { concept, grade, group } = mark.meaning else { continue };
        let line = resume.words.list[mark.first].line as usize;
        if grade == Grade::Not || cancelled(&counter, mark, concept) {
            continue;
        }
        if zones.dead(line) {
            refused.push(Refused { concept, why: Refusal::Flagged, line });
            continue;
        }
        // "Dates: May 2021 - present" presents nothing
        if resume.lines[line].is_dates() {
            continue;
        }
        let Some(place) = place(resume, line) else { continue };
        let entry = resume.entry_of[line];
        // a related family has its own "market" and "campaign"
        let family = entry.map(|e| resume.entries[e].family).filter(|_| place == Place::Product);
        let own = match grade {
            Grade::InProduct => family == Some(Family::Product),
            Grade::NamedInProduct => family.is_some_and(|family| family != Family::Other),
            _ => true,
        };
        if !own {
            continue;
        }
        let beside_others = lexicon.concepts()[concept].with_others && contexts.together(mark);
        if lexicon.concepts()[concept].with_others && place < Place::UndatedProduct && !beside_others {
            continue;
        }
        if let Some(e) = entry.filter(|_| resume.in_header(line)) {
            let entry_ref = &resume.entries[e];
            let in_title = in_title(resume, mark, &entry_ref.title);
            let wanted = match grade {
                Grade::Title | Grade::PartialTitle => in_title && entry_ref.kind == EntryKind::Work,
                Grade::Employer | Grade::Firm => !in_title && employer::in_header(resume, mark, grade, entry_ref),
                _ => entry_ref.text_in_header,
            };
            if !wanted {
                continue;
            }
        } else if matches!(grade, Grade::Title | Grade::PartialTitle)
            || (matches!(grade, Grade::Employer | Grade::Firm) && !employer::is_described(resume, mark, grade, line))
        {
            continue;
        }
        let strength = match grade {
            Grade::Title | Grade::Employer | Grade::Firm => Strength::Outcome,
            Grade::PartialTitle => Strength::Mention,
            _ => match contexts.strength(
                resume,
                mark,
                grade,
                lexicon.concepts()[concept].need > 1 && place >= Place::UndatedProduct,
                beside_others,
            ) {
                Ok(strength) => strength,
                Err(why) => {
                    refused.push(Refused { concept, why, line });
                    continue;
                }
            },
        };
        let (first, last) = (mark.first, mark.last);
        let misspelt = resume.words.list[first..last].iter().any(|w| w.misspelt);
        found.push(Finding { concept, group, strength, place, entry, first, last, grade, misspelt });
    }
    (found, refused)
}

/// The place of a line; none where nothing counts (hopes, what others say, hobbies, addresses, schools).
fn place(resume: &Resume, line: usize) -> Option<Place> {
    if resume.lines[line].quoted && resume.entry_of[line].is_none() {
        return None;
    }
    if let Some(entry) = resume.entry_of[line] {
        let entry = &resume.entries[entry];
        return match entry.kind {
            EntryKind::Work if entry.family == Family::Other => Some(Place::OtherWork),
            EntryKind::Work if entry.start.is_none() => Some(Place::UndatedProduct),
            EntryKind::Work => Some(Place::Product),
            EntryKind::Internship | EntryKind::Volunteering | EntryKind::Study => Some(Place::Side),
            EntryKind::Break => None,
        };
    }
    use SectionKind as S;
    match resume.section_kind(line) {
        S::Objective
        | S::References
        | S::Interests
        | S::Languages
        | S::Contact
        | S::Education
        | S::Awards
        | S::Certifications => None,
        S::Projects | S::Internships | S::Volunteering => Some(Place::Side),
        S::Publications | S::Training => None,
        S::Summary | S::Skills | S::Experience | S::Other => Some(Place::Claim),
    }
}

/// The counter-examples of a resume, by first word.
fn counter_examples(resume: &Resume) -> Vec<(usize, usize, usize)> {
    let not = |m: &Mark| match m.meaning {
        Meaning::Concept { concept, grade: Grade::Not, .. } => Some((m.first, m.last, concept)),
        _ => None,
    };
    resume.marks.iter().filter_map(not).collect()
}

/// Words before a claim that still open its sentence: "Very experienced in".
const CLAIM_WORDS: usize = 2;

/// Words in the longest counter-example, gaps included.
const LONGEST: usize = 40;

/// Whether a counter-example of the same concept covers part of the mark.
fn cancelled(counter: &[(usize, usize, usize)], mark: &Mark, concept: usize) -> bool {
    let from = counter.partition_point(|(first, _, _)| *first + LONGEST < mark.first);
    counter[from..]
        .iter()
        .take_while(|(first, _, _)| *first < mark.last)
        .any(|(_, last, of)| *of == concept && mark.first < *last)
}

fn in_title(resume: &Resume, mark: &Mark, title: &str) -> bool {
    let folded = crate::lexicon::words::fold(title);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    (mark.first..mark.last).all(|i| words.contains(&resume.words.folded(&resume.words.list[i])))
}

/// Words that are figures beside the numbers up to twenty.
const FIGURES: [&str; 13] = [
    "thirty",
    "forty",
    "fifty",
    "dozen",
    "dozens",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "doubled",
    "tripled",
    "halved",
];
/// What may stand behind the digits of an amount.
const AMOUNTS: [&str; 10] = ["", "k", "m", "mn", "mm", "bn", "b", "x", "pp", "pct"];

/// Whether a folded word tells a figure: "12", "50k", "two"; "2fa", "3d" and "v2" are names.
fn is_figure(folded: &str) -> bool {
    let letters = folded.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let amount = letters.len() < folded.len() && AMOUNTS.contains(&letters);
    // "one" is an article as often
    amount || super::integrity::count(folded).is_some_and(|number| number > 1) || FIGURES.contains(&folded)
}

/// The words that change what stands near them, with the sentence of every word.
struct Contexts {
    sentence: Vec<u32>,
    marks: Vec<(ContextKind, usize, usize)>,
    numbers: Vec<bool>,
}

impl Contexts {
    fn new(resume: &Resume) -> Contexts {
        let mut sentence = Vec::with_capacity(resume.words.list.len());
        let mut current = 0;
        for word in &resume.words.list {
            if word.pause >= Pause::Sentence {
                current += 1;
            }
            sentence.push(current);
        }
        let mut numbers = vec![false; current as usize + 1];
        for (word, sentence) in resume.words.list.iter().zip(&sentence) {
            // "in June 2025" tells no outcome
            numbers[*sentence as usize] |= is_figure(resume.words.folded(word)) && !resume.words.is_year(word);
        }
        // "No-shows dropped by a third" denies nothing
        let in_compound = |m: &Mark| m.last == m.first + 1 && resume.words.list.get(m.last).is_some_and(|w| w.joined);
        let marks = resume.marks.iter().filter_map(|m| match m.meaning {
            Meaning::Context(ContextKind::Negation) if in_compound(m) => None,
            Meaning::Context(kind) => Some((kind, m.first, m.last)),
            _ => None,
        });
        Contexts { marks: marks.collect(), sentence, numbers }
    }

    /// The contexts of a sentence; marks are in the order of the text.
    fn near(&self, at: usize) -> impl Iterator<Item = &(ContextKind, usize, usize)> {
        let sentence = self.sentence[at];
        let from =
            self.marks.partition_point(|(_, first, _)| self.sentence[*first] < sentence || first + SENTENCE_REACH < at);
        self.marks[from..]
            .iter()
            .take_while(move |(_, first, _)| self.sentence[*first] == sentence && *first <= at + SENTENCE_REACH)
    }

    /// Whether the words near a mark tell of work with others.
    fn together(&self, mark: &Mark) -> bool {
        self.near(mark.first).any(|(kind, first, last)| {
            *kind == ContextKind::Together && *first <= mark.first && mark.first <= last + TOGETHER_REACH
        })
    }

    /// Whether the sentence of a word is long enough to tell something, and no list: "Tools: SQL, Tableau, Jira" is one.
    fn tells(&self, words: &[Word], at: usize) -> bool {
        let of = self.sentence[at];
        let from = self.sentence.partition_point(|sentence| *sentence < of);
        let to = self.sentence.partition_point(|sentence| *sentence <= of);
        let parts = words[from..to].iter().filter(|word| word.pause >= Pause::Comma).count();
        to - from >= TELLING && parts * LISTED < to - from
    }

    /// Whether a word opens its sentence, or stands at most so many words behind the one that does.
    fn opens(&self, words: &[Word], at: usize, behind: usize) -> bool {
        (at.saturating_sub(behind)..=at)
            .any(|i| words[i].pause >= Pause::Sentence && self.sentence[i] == self.sentence[at])
    }

    /// Whether an "or" behind a comma closes the list that two words of a sentence stand in.
    fn or_closes(&self, resume: &Resume, from: usize, at: usize) -> bool {
        let words = &resume.words.list;
        let same = |i: &usize| self.sentence.get(*i) == self.sentence.get(at);
        let or = |i: &usize| words[*i].pause == Pause::Comma && matches!(resume.words.folded(&words[*i]), "or" | "nor");
        (from..words.len()).take_while(same).take(LIST_REACH * 2).find(or).is_some_and(|or| at <= or + OR_REACH)
    }

    /// How strong a mark is in its sentence.
    ///
    /// # Errors
    /// Why it earns nothing: it is denied, hoped for or said of others.
    fn strength(
        &self,
        resume: &Resume,
        mark: &Mark,
        grade: Grade,
        list_is_use: bool,
        beside_others: bool,
    ) -> std::result::Result<Strength, Refusal> {
        let words = &resume.words.list;
        let but = |from: usize, to: usize| {
            (from..to).any(|i| matches!(resume.words.folded(&words[i]), "but" | "however" | "although" | "though"))
        };
        let clause =
            |from: usize, to: usize| (from + 1..=to).any(|i| i < words.len() && words[i].pause >= Pause::Clause);
        let comma = |from: usize, to: usize| (from + 1..=to).any(|i| i < words.len() && words[i].pause >= Pause::Comma);
        // "My director asked me to set up a roadmap"
        let own = |from: usize, to: usize| {
            (from..to).any(|i| matches!(resume.words.folded(&words[i]), "i" | "me" | "we" | "us" | "myself"))
        };
        let mut acts = grade == Grade::Shown;
        let mut weak = matches!(grade, Grade::Weak | Grade::InProduct | Grade::Lesser);
        let named = matches!(grade, Grade::Named | Grade::NamedInProduct);
        for (kind, first, last) in self.near(mark.first) {
            let before = *last <= mark.first;
            let gap = mark.first.saturating_sub(*last);
            match kind {
                ContextKind::Negation
                    if before
                        && gap <= NOT_REACH
                        && !comma(last.saturating_sub(1), mark.first)
                        && !but(*last, mark.first) =>
                {
                    return Err(Refusal::Denied);
                }
                // "I've never set a price, run a team of engineers, or read a dashboard"
                ContextKind::Negation
                    if before
                        && gap <= LIST_REACH
                        && !clause(last.saturating_sub(1), mark.first)
                        && !but(*last, mark.first)
                        && !own(*last, mark.first)
                        && !matches!(resume.words.folded(&words[*first]), "without" | "instead" | "rather" | "no")
                        && self.or_closes(resume, *last, mark.first) =>
                {
                    return Err(Refusal::Denied);
                }
                ContextKind::NoExperience if before && gap <= DENIAL_REACH && !but(*last, mark.first) => {
                    return Err(Refusal::Denied);
                }
                ContextKind::NoExperience if *first < mark.last && mark.first < *last => return Err(Refusal::Denied),
                ContextKind::Aspiration if *first <= mark.first && gap <= HOPE_REACH => return Err(Refusal::Hoped),
                // "Working with two PMs, two designers and 12 engineers" is what is asked for
                ContextKind::Others if beside_others => {}
                // "Helped the senior PM with the roadmap": the weaker sign itself says whose it was
                ContextKind::Others if grade == Grade::Lesser && mark.first <= *first && *last <= mark.last => {}
                ContextKind::Others if *first <= mark.first && !clause(last.saturating_sub(1), mark.first) => {
                    return Err(Refusal::Others);
                }
                ContextKind::Others if *first < mark.last && mark.first < *last => return Err(Refusal::Others),
                ContextKind::OtherSubject
                    if *first <= mark.first
                        && self.opens(words, *first, 0)
                        && !comma(last.saturating_sub(1), mark.first)
                        && !own(*last, mark.first) =>
                {
                    return Err(Refusal::Others);
                }
                ContextKind::ByOthers
                    if *first >= mark.last
                        && first - mark.last <= BY_REACH
                        && !clause(mark.last.saturating_sub(1), *first) =>
                {
                    return Err(Refusal::Others);
                }
                ContextKind::Undone => return Err(Refusal::Hoped),
                ContextKind::Claim if *first <= mark.first && self.opens(words, *first, CLAIM_WORDS) => weak = true,
                ContextKind::Instruction => return Err(Refusal::Flagged),
                ContextKind::Weak
                    if *first <= mark.first && gap <= WEAK_REACH && !comma(last.saturating_sub(1), mark.first) =>
                {
                    weak = true;
                }
                ContextKind::Act if named && (*last <= mark.first || *first >= mark.last) => acts = true,
                _ => {}
            }
        }
        acts |= named && list_is_use || grade == Grade::NamedInProduct && self.tells(words, mark.first);
        if weak || !acts {
            return Ok(Strength::Mention);
        }
        let figure = self.numbers[self.sentence[mark.first] as usize];
        // a figure beside a sign that counts in product jobs alone may be about anything
        Ok(if figure && grade != Grade::NamedInProduct { Strength::Outcome } else { Strength::Act })
    }
}

/// Findings of phrases that a role names literally: an act where the sentence has a verb of doing. `concept` is the
/// phrase's index. What stands in a header is graded as a title: it dates years, and shows nothing that was done.
pub(super) fn literal(resume: &Resume, phrases: &Matcher, zones: &Zones) -> Vec<Finding> {
    let hits = phrases.find(&resume.words);
    if hits.is_empty() {
        return Vec::new();
    }
    let contexts = Contexts::new(resume);
    let mut found = Vec::new();
    for hit in hits {
        let line = resume.words.list[hit.first].line as usize;
        let header = resume.in_header(line) && !resume.entry_of[line].is_some_and(|e| resume.entries[e].text_in_header);
        if zones.dead(line) {
            continue;
        }
        let Some(place) = place(resume, line) else { continue };
        let mark = Mark { first: hit.first, last: hit.last, meaning: Meaning::Context(ContextKind::Act) };
        let Ok(strength) = contexts.strength(resume, &mark, Grade::Named, false, false) else { continue };
        let grade = if header { Grade::Title } else { Grade::Named };
        found.push(Finding {
            concept: hit.pattern,
            group: 0,
            strength,
            place,
            entry: resume.entry_of[line],
            first: hit.first,
            last: hit.last,
            grade,
            misspelt: false,
        });
    }
    found
}
