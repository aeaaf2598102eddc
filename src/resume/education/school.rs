//! Words that name a school, and what stands inside such a name rather than beside it; names as a line writes them.

use super::segment;
use crate::lexicon::Mark;
use crate::lexicon::words::{Pause, Words};
use std::cmp::Ordering;

/// Words of a school that gives degrees.
const UNIVERSITIES: [&str; 10] = [
    "university",
    "universitat",
    "universite",
    "universidad",
    "universidade",
    "universita",
    "universiteit",
    "universitet",
    "uniwersytet",
    "politecnico",
];
/// Other words that make a group of words the name of a school; those give many things.
const SCHOOLS: [&str; 31] = [
    "college",
    "institute",
    "institut",
    "instituto",
    "school",
    "academy",
    "akademie",
    "akademia",
    "academia",
    "polytechnic",
    "politechnika",
    "hochschule",
    "berufsakademie",
    "fachhochschule",
    "ecole",
    "escuela",
    "faculty",
    "conservatorio",
    "conservatory",
    "conservatoire",
    "seminary",
    "ulikool",
    "universitas",
    "iit",
    "gymnasium",
    "realschule",
    "berufsschule",
    "lycee",
    "liceum",
    "technikum",
    "colegio",
];
/// Words in the longest line of a school and its degree; longer lines are sentences.
pub(super) const SCHOOL_LINE: usize = 16;

/// Whether a short text names a school.
pub(in crate::resume) fn names_school(text: &str) -> bool {
    let folded = crate::lexicon::words::fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.len() <= SCHOOL_LINE && words.iter().any(|w| UNIVERSITIES.contains(w) || SCHOOLS.contains(w))
}

pub(super) fn is_school(words: &Words, at: usize) -> bool {
    is_university(words, at) || SCHOOLS.contains(&words.folded(&words.list[at]))
}

pub(super) fn is_university(words: &Words, at: usize) -> bool {
    UNIVERSITIES.contains(&words.folded(&words.list[at]))
}

/// Whether a mark stands inside the name of a school ("Masters College"), rather than before it.
pub(super) fn in_school_name(words: &Words, mark: &Mark) -> bool {
    let (from, to) = segment(words, mark.first);
    let school = (from..to).find(|i| is_school(words, *i));
    let line_begins = from == 0 || words.list[from - 1].line != words.list[from].line;
    // "MBA University of Leeds": the degree, then its school
    if line_begins && mark.first == from && school.is_some_and(|s| s == mark.last && is_followed_by_of(words, s)) {
        return false;
    }
    school
        .is_some_and(|s| s >= mark.last && s <= mark.last + 1 && !(line_begins && mark.first == from && mark.last < s))
}

/// Whether a school's name goes on behind its word: "University of Leeds".
fn is_followed_by_of(words: &Words, school: usize) -> bool {
    words.list.get(school + 1).is_some_and(|w| w.pause == Pause::None && words.folded(w) == "of")
}

/// Words before "University" or "College" that belong to the school's name rather than to the field.
const SCHOOL_NAME: usize = 3;

/// Words of a field that stands between a degree and a school without a comma.
const FIELD_WORDS: usize = 2;

/// Whether a word stands in a school's name: close before the school word with no number in between, or behind it.
pub(super) fn in_school_segment(words: &Words, at: usize, degree: &Mark) -> bool {
    let (from, to) = segment(words, at);
    let Some(school) = (from..to).find(|i| is_school(words, *i)) else { return false };
    if at > school {
        return true;
    }
    // "Master of Science , Counseling Psychology Radford University": right behind the degree stands what was studied, where
    // more of a name stands before the school
    if segment(words, degree.first).1 == from && at < from + FIELD_WORDS && at + 1 < school {
        return false;
    }
    // "Biology University of Florida": the name begins with the school
    if words.folded(&words.list[school]) == "university" && is_followed_by_of(words, school) {
        return false;
    }
    let parted = (at..school).any(|i| words.list[i].number);
    // "Master of Science in Finance from Boston College": with the degree in front, only what touches is the name
    let near = if (from..to).contains(&degree.first) { SCHOOL_NAME - 1 } else { SCHOOL_NAME };
    !parted && at + near >= school
}

/// The segment of a line that has a word, as written.
pub(super) fn segment_with(plain: &str, word: &str) -> Option<String> {
    crate::resume::header::segments(plain)
        .into_iter()
        .find(|s| crate::lexicon::words::fold(s).split(|c: char| !c.is_alphanumeric()).any(|w| w == word))
        .map(|s| without_years(&s))
}

/// A name without the years around it and without half a pair of brackets: "Universität Köln" of "07/2007: Universität Köln".
fn without_years(segment: &str) -> String {
    let words: Vec<&str> = segment.split_whitespace().collect();
    let named = |word: &&str| word.contains(char::is_alphabetic);
    let (Some(from), Some(to)) = (words.iter().position(named), words.iter().rposition(named)) else {
        return segment.trim().to_string();
    };
    let name = words[from..=to].join(" ");
    let name = name.trim_matches(['*', '·', '|', ':', ' ']);
    match name.matches('(').count().cmp(&name.matches(')').count()) {
        Ordering::Equal => name.to_string(),
        Ordering::Less => name.trim_end_matches([')', ' ']).to_string(),
        Ordering::Greater => format!("{})", name.trim_start_matches('(').trim_end_matches([',', '(', ' '])),
    }
}
