//! Requirements that only their own words describe, and the phrases that a resume would repeat.
//!
//! A phrase counts where it says something: "clinical trials" does, "several challenges" does not. What claims an
//! ability in general words is left to the not-scored list, since no resume repeats it.

use super::conditions::is_trait;
use super::criteria::new;
use crate::role::{Importance, Kind, Requirement};
use regex::Regex;
use std::sync::LazyLock;

/// Most phrases that stand for an item without a known concept.
const PHRASES: usize = 4;
/// Most words of an item that is no more than the name of a subject.
const SUBJECT_WORDS: usize = 5;
/// Words that tell nothing about what is asked for.
const EMPTY_WORDS: &str = "a an the of in on at to for with and or as is are be been have has having had you your our we us their its \
    this that these those will would can could should must may who which what when where how it they from by into about across \
    within through experience experienced ability able strong excellent proven demonstrated solid good great knowledge \
    understanding familiarity familiar proficiency proficient comfortable deep high highly very well plus bonus preferred \
    required desired desirable ideal ideally preferably preferable skills skill years year working work using use least minimum some any \
    other such including etc e.g i.e ie eg like similar related relevant new more most nice least not no all both one two \
    level points yrs yr extra brownie track record background exposure passion passionate prior previous hands-on following \
    you're you'll you've you'd we're we'll don't isn't basic advanced extensive significant exceptional outstanding in-depth \
    profound substantial broad general appreciation grasp acumen expertise expert managing building creating developing \
    delivering running leading making providing supporting various multiple different several many own clear sound real fluent fluency native adept capable skilled skillful hands someone anyone already person individual individuals clearly \
    essential mandatory indispensable obligatory compulsory necessary needed crucial vital imperative welcome appreciated valued advantageous beneficial helpful";
/// Words that prove nothing alone in a resume.
const GENERIC: &str = "challenges opportunities opportunity environment environments setting context contexts position company companies \
    organization organizations organisation organisations people business products product customers customer clients client users \
    projects project success successful solutions solution concept concepts process processes services service systems system \
    results result impact growth quality management development team's features feature requirements things world areas \
    industry sector domain space market field professional personal technical technology technologies online digital online effective \
    effectively quickly simultaneously deliver complex practices standards functions function goals objectives tools needs teams thinking deadlines";

/// Words that say that something was done or is known, and so can be found in a resume.
static SHOWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:experienced?|knowledge|understanding|familiar\w*|proficien\w+|background|expertise|track record|history|exposure|skilled|fluen\w+|focus|worked|built|shipped|launched|delivered|managed|migrated|scaled|implemented|integrated|introduced|published|negotiated|automated|grown|led|native|certif\w+|speak|literacy|savvy|competent|competence|qualifications?|qualified|registered|registration|course|appreciation|grasp|accredited|practi[cs]ed?)\b")
        .expect("tried by a test")
});
static LANGUAGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(english|german|french|spanish|italian|portuguese|dutch|swedish|polish|japanese|mandarin|chinese|korean|arabic|hebrew|hindi|russian|turkish|danish|norwegian|finnish|czech|cantonese|marathi|tamil|telugu|bengali|punjabi|gujarati|kannada|urdu|farsi|persian|swahili|kiswahili|isizulu|afrikaans|vietnamese|thai|indonesian|malay|tagalog|greek|hungarian|romanian|bulgarian|croatian|serbian|slovak|slovenian|ukrainian|estonian|latvian|lithuanian|icelandic|catalan|welsh|irish gaelic|luxembourgish)\b")
        .expect("tried by a test")
});

/// A requirement that only its own words describe, if a resume can show it.
pub(super) fn literal(text: &str, importance: Importance) -> Option<Requirement> {
    let main = super::clauses::main_part(text);
    let short = text.split_whitespace().count() <= SUBJECT_WORDS;
    if !(short || SHOWN.is_match(text))
        || is_trait(if SHOWN.is_match(text) { main } else { text })
        || text.to_lowercase().starts_with("you ") && short
    {
        return None;
    }
    let mut terms = phrases(text);
    // "Epic experience", "sales experience"
    if terms.is_empty() && SHOWN.is_match(text) {
        terms = plain_words(text);
    }
    if terms.is_empty() {
        return None;
    }
    let mut r = new(&super::slug(text), kind(text), importance, text);
    r.terms = terms;
    Some(r)
}

/// The languages that a text names, in small letters.
pub(super) fn languages(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for language in LANGUAGE.find_iter(text).map(|m| m.as_str().to_lowercase()) {
        if !out.contains(&language) {
            out.push(language);
        }
    }
    out
}

/// Whether a text asks for an industry or for something done.
pub(super) fn kind(text: &str) -> Kind {
    let lower = text.to_lowercase();
    let industry = ["industry", "sector", "domain", "space", "market", "background in"];
    if industry.iter().any(|w| lower.contains(w)) { Kind::Domain } else { Kind::Skill }
}

/// The phrases of a text that a resume would repeat: runs of telling words, the longest first in the order of the text,
/// in the singular and the plural.
pub(in crate::posting) fn phrases(text: &str) -> Vec<String> {
    const LONGEST_RUN: usize = 3;
    let runs = runs(text);
    let mut out: Vec<Vec<String>> = Vec::new();
    for run in &runs {
        let last = run[run.len().saturating_sub(LONGEST_RUN)..].to_vec();
        let telling = last.len() > 1 && last.iter().any(|w| !is_generic(w)) || is_telling(&last[0]);
        if telling && !out.contains(&last) {
            out.push(last);
        }
    }
    let mut longest: Vec<usize> = (0..out.len()).collect();
    longest.sort_by_key(|i| std::cmp::Reverse(out[*i].len().min(2)));
    longest.truncate(PHRASES);
    longest.sort_unstable();
    let mut terms: Vec<String> = Vec::new();
    for run in longest.into_iter().map(|i| &out[i]) {
        let pair = (run.len() == LONGEST_RUN).then(|| run[1..].to_vec());
        let pair = pair.filter(|p| p.iter().any(|w| !is_generic(w)));
        for words in std::iter::once(run.clone()).chain(pair) {
            for term in numbers_of(&words.join(" ")) {
                if !terms.contains(&term) {
                    terms.push(term);
                }
            }
        }
    }
    terms
}

/// The words of a short text that name its subject, however short they are: "sales", "experience with pumps".
pub(in crate::posting) fn plain_words(text: &str) -> Vec<String> {
    const SHORTEST: usize = 3;
    if text.split_whitespace().count() > SUBJECT_WORDS {
        return vec![];
    }
    let words = runs(text).into_iter().flatten();
    let naming = words.filter(|w| w.chars().count() >= SHORTEST && !is_generic(w) && !w.ends_with("ing"));
    naming.flat_map(|w| numbers_of(&w)).collect()
}

/// A phrase as written, and in the other number.
fn numbers_of(phrase: &str) -> Vec<String> {
    let other = match (phrase.strip_suffix("ies"), phrase.strip_suffix('s')) {
        (Some(stem), _) => Some(format!("{stem}y")),
        (_, Some(stem)) if phrase.len() > 4 && !stem.ends_with(['s', 'u', 'i']) && !stem.ends_with("aa") => {
            Some(stem.to_owned())
        }
        _ => None,
    };
    std::iter::once(phrase.to_owned()).chain(other).collect()
}

fn is_generic(word: &str) -> bool {
    GENERIC.split_whitespace().any(|g| g == word)
}

/// Whether one word alone can be recognised.
fn is_telling(word: &str) -> bool {
    const LONG: usize = 6;
    const SUBJECTS: [&str; 22] = [
        "marketing",
        "engineering",
        "banking",
        "accounting",
        "manufacturing",
        "pricing",
        "billing",
        "advertising",
        "networking",
        "gaming",
        "trading",
        "lending",
        "consulting",
        "programming",
        "testing",
        "modeling",
        "modelling",
        "streaming",
        "forecasting",
        "budgeting",
        "copywriting",
        "publishing",
    ];
    let doing = word.ends_with("ing") && !SUBJECTS.contains(&word);
    !doing && (word.chars().count() >= LONG || word.contains(['+', '#'])) && !is_generic(word)
}

/// Runs of telling words between empty ones and commas.
fn runs(text: &str) -> Vec<Vec<String>> {
    let mut runs: Vec<Vec<String>> = vec![];
    let mut open: Vec<String> = vec![];
    for piece in text.split_whitespace() {
        let closes = piece.ends_with([',', ';', ')', '.', ':', '/']);
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric() && !"+#".contains(c)).to_lowercase();
        let telling = !word.is_empty()
            && !EMPTY_WORDS.split_whitespace().any(|e| e == word)
            && !word.chars().all(|c| c.is_ascii_digit() || "+-%$".contains(c));
        if telling {
            open.push(word);
        }
        if (!telling || closes) && !open.is_empty() {
            runs.push(std::mem::take(&mut open));
        }
    }
    if !open.is_empty() {
        runs.push(open);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_what_a_resume_would_repeat() {
        assert_eq!(
            phrases("Experience with card schemes or open banking"),
            ["card schemes", "card scheme", "open banking"]
        );
        assert_eq!(phrases("Some challenges in a company"), Vec::<String>::new());
        assert_eq!(phrases("Knowledge of immunology"), ["immunology"]);
    }

    #[test]
    fn an_ability_in_general_words_is_no_requirement() {
        assert!(literal("Ability to see the forest for the trees", Importance::Required).is_none());
        assert!(literal("Experience in financial derivatives", Importance::Required).is_some());
    }
}
