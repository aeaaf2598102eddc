//! What a heading says about the part below it, by lists of words.

use crate::lexicon::trie::Trie;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a part of a posting holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// What a candidate must have.
    Required,
    /// What a candidate may have.
    Preferred,
    /// What the holder does.
    Duties,
    /// Anything else.
    Other,
}

/// The lists of `headings.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum List {
    NotNeeded,
    Preferred,
    Required,
    Other,
    Duties,
    /// Headings of lists of other postings, which job boards put below one.
    Ends,
    /// Beginnings of headings over what a candidate has ("You've done some of this").
    RequiredBegins,
    /// Beginnings of headings over what the holder will do ("In your first 90 days").
    DutiesBegins,
    /// Beginnings of headings that ask for nothing, whatever follows ("Why work at Acme").
    OtherBegins,
}

/// Lists of whole headings with what they head; where a line is in several, the first.
const WHOLE: [(List, Section); 5] = [
    (List::NotNeeded, Section::Other),
    (List::Preferred, Section::Preferred),
    (List::Required, Section::Required),
    (List::Other, Section::Other),
    (List::Duties, Section::Duties),
];

/// The phrases of all lists in one tree.
struct Phrases {
    trie: Trie,
    /// The lists of each phrase, by its label.
    lists: Vec<Vec<List>>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let headings: BTreeMap<List, Vec<&str>> =
        serde_json::from_str(include_str!("headings.json")).expect("compiled-in headings are parsed by a test");
    let phrases = headings.iter().flat_map(|(list, phrases)| phrases.iter().map(|phrase| (*phrase, *list)));
    let (trie, lists) = Trie::with_lists(phrases);
    Phrases { trie, lists }
});

/// The words of a heading and the phrases of our lists that stand in it.
struct Heading<'a> {
    /// As it is written.
    text: &'a str,
    words: String,
    found: Vec<Found>,
}

/// A phrase in a heading, from one byte to another.
struct Found {
    from: usize,
    to: usize,
    lists: &'static [List],
}

impl<'a> Heading<'a> {
    fn of(text: &'a str) -> Heading<'a> {
        let words = normal(without_count(text));
        let found = phrases_in(&words);
        Heading { text, words, found }
    }

    /// The phrases of a list, each with its bytes.
    fn of_list(&self, list: List) -> impl Iterator<Item = (usize, usize)> {
        self.found.iter().filter(move |found| found.lists.contains(&list)).map(|found| (found.from, found.to))
    }

    /// Bytes of the longest phrase of a list that is telling; 0 for none.
    fn longest(&self, list: List) -> usize {
        /// A single short word proves little inside a longer heading.
        const TELLING: usize = 4;
        self.of_list(list).map(|(from, to)| to - from).filter(|length| *length > TELLING).max().unwrap_or(0)
    }

    fn has(&self, list: List) -> bool {
        self.longest(list) > 0
    }

    /// Whether it begins with a phrase of a list.
    fn begins(&self, list: List) -> bool {
        self.of_list(list).any(|(from, _)| from == 0)
    }

    /// What it heads where it is a phrase of ours and nothing else.
    fn whole(&self) -> Option<Section> {
        let is = |list| self.of_list(list).any(|found| found == (0, self.words.len()));
        WHOLE.iter().find(|(list, _)| is(*list)).map(|(_, section)| *section)
    }

    /// What it heads where its looks make it a heading, whatever its words.
    fn marked(&self) -> Option<Section> {
        let words = &self.words;
        // "desired, but not required" is liked all the same
        if self.has(List::NotNeeded) && (self.has(List::Preferred) || words.split([' ', ',']).any(|w| w == "nice")) {
            return Some(Section::Preferred);
        }
        // "basic and preferred qualifications": the items say which they are
        let both = ["basic", "minimum", "required", "requirements"].iter().any(|w| words.contains(w))
            && ["preferred", "desired"].iter().any(|w| words.contains(w));
        if both || self.begins(List::RequiredBegins) {
            return Some(Section::Required);
        }
        if self.begins(List::DutiesBegins) {
            return Some(Section::Duties);
        }
        // "our client would see the following as advantageous"
        let lists_below = words.contains("the following");
        if self.begins(List::OtherBegins) && !words.starts_with("about you") && !lists_below {
            return Some(Section::Other);
        }
        // "preferred skills and experience" is preferred, however long the other words are
        let first = WHOLE[..2].iter().find(|(list, _)| self.has(*list));
        // "Your profile, with which you convince us"
        let longest =
            || WHOLE.iter().rev().filter(|(list, _)| self.has(*list)).max_by_key(|(list, _)| self.longest(*list));
        first.or_else(longest).map(|(_, section)| *section)
    }

    /// What it heads where nothing but its words makes it a heading: then they must be the heading and little else.
    fn unmarked(&self) -> Option<Section> {
        /// Words of a phrase that nothing but a heading begins with.
        const TELLING_WORDS: usize = 3;
        /// Words that may follow it: "what you will bring to the role".
        const MORE_WORDS: usize = 4;
        /// Most words of a line that heads what speaks for a company: "Why you'll like it here".
        const QUESTION: usize = 7;
        let words = &self.words;
        if let Some(section) = of_heading_words(words) {
            return Some(section);
        }
        let count = |text: &str| text.split(' ').count();
        let written = self.text.trim_end();
        // "Why Acme" and "What you can expect" are as telling as whole headings
        let telling = |begin: &str| count(begin) >= TELLING_WORDS || ["why", "about"].contains(&begin);
        let speaks = self.of_list(List::OtherBegins).any(|(from, to)| from == 0 && telling(&words[..to]))
            && !written.ends_with('.')
            && count(words) <= QUESTION
            && !words.contains(|c: char| c.is_ascii_digit());
        if speaks {
            return Some(Section::Other);
        }
        let begins = |list: List| {
            self.of_list(list).any(|(from, to)| {
                let length = count(&words[..to]);
                from == 0 && to < words.len() && length >= TELLING_WORDS && count(words) <= length + MORE_WORDS
            })
        };
        let sentence = written.ends_with(['.', '!', '?']);
        WHOLE.iter().find(|(list, _)| !sentence && begins(*list)).map(|(_, section)| *section)
    }
}

/// The phrases that stand in words, by where they begin.
fn phrases_in(words: &str) -> Vec<Found> {
    let begins = |at: &usize| *at == 0 || words.as_bytes()[at - 1] == b' ';
    let starts = (0..words.len()).filter(begins);
    let found = starts.flat_map(|from| PHRASES.trie.phrases(&words[from..]).map(move |found| (from, found)));
    found
        .map(|(from, (length, label))| Found { from, to: from + length, lists: &PHRASES.lists[label as usize] })
        .collect()
}

/// What a heading heads. `strict` is for lines that nothing but their words makes a heading.
pub(crate) fn heading_section(text: &str, strict: bool) -> Option<Section> {
    let heading = Heading::of(text);
    let marked = || heading.marked().or_else(|| of_heading_words(&heading.words));
    heading.whole().or_else(|| if strict { heading.unmarked() } else { marked() })
}

/// Words that name what is asked for in headings and that no item consists of.
const ASKED: [&str; 23] = [
    "qualifications",
    "qualification",
    "capabilities",
    "skills",
    "experience",
    "requirements",
    "knowledge",
    "abilities",
    "competencies",
    "education",
    "attributes",
    "credentials",
    "certifications",
    "expertise",
    "criteria",
    "training",
    "traits",
    "certification",
    "licenses",
    "licences",
    "license",
    "licensure",
    "registration",
];
/// Words between and before them.
const AROUND: [&str; 29] = [
    "must",
    "have",
    "must-have",
    "required",
    "minimum",
    "basic",
    "essential",
    "mandatory",
    "necessary",
    "key",
    "core",
    "technical",
    "professional",
    "job",
    "position",
    "candidate",
    "role",
    "work",
    "prior",
    "general",
    "specific",
    "relevant",
    "other",
    "the",
    "your",
    "and",
    "or",
    "of",
    "&",
];
/// Words that make them wishes.
const WISHED: [&str; 7] = ["preferred", "desired", "desirable", "additional", "optional", "advantageous", "wished"];

/// What a line heads that consists of the words of such headings: "Required qualifications, capabilities, and skills".
fn of_heading_words(words: &str) -> Option<Section> {
    let words: Vec<&str> = words.split([' ', '/', ',', '-', '–']).filter(|w| !w.is_empty()).collect();
    let count = |list: &[&str]| words.iter().filter(|w| list.contains(w)).count();
    let (asked, wished) = (count(&ASKED), count(&WISHED));
    let whole = asked + wished + count(&AROUND) == words.len() && words.len() > 1;
    (whole && asked > 0).then_some(if wished > 0 { Section::Preferred } else { Section::Required })
}

/// Whether words before a colon say that what follows is not asked for: "Things you do not need: a degree".
pub(super) fn says_not_needed(label: &str) -> bool {
    /// Words in the longest such label.
    const MOST_WORDS: usize = 6;
    let words = normal(label);
    // "Degree not required: five years of work instead" is another thing
    let general = ["things ", "what "].iter().any(|word| words.starts_with(word));
    let ends = |found: &Found| found.to == words.len() && (found.from == 0 || general);
    words.split(' ').count() <= MOST_WORDS
        && phrases_in(&words).iter().any(|found| found.lists.contains(&List::NotNeeded) && ends(found))
}

/// Whether a heading opens what other postings say: "Similar jobs". Nothing below it is of this one.
pub(crate) fn ends_posting(text: &str) -> bool {
    let words = normal(text);
    let goes_on = |rest: &str| {
        [" at ", " you may like", " you might like", " you may be interested", " for you", " near "]
            .iter()
            .any(|w| rest.starts_with(w))
    };
    phrases_in(&words).iter().any(|found| {
        found.from == 0 && found.lists.contains(&List::Ends) && (found.to == words.len() || goes_on(&words[found.to..]))
    })
}

/// Whether a phrase stands among words; in both there is one blank between two words.
pub(crate) fn holds(words: &str, phrase: &str) -> bool {
    let (words, phrase) = (words.as_bytes(), phrase.as_bytes());
    let begins = |at: usize| (at == 0 || words[at - 1] == b' ') && words[at..].starts_with(phrase);
    let ends = |at: usize| words.get(at + phrase.len()).is_none_or(|next| *next == b' ');
    (0..words.len()).any(|at| begins(at) && ends(at))
}

/// A heading without the number before it and what it says in brackets: "4.1 Essential", "MUST HAVES (please read)".
fn without_count(text: &str) -> &str {
    let text = text.trim();
    let bare = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start_matches(')');
    let text = if bare.len() < text.len() && bare.starts_with(' ') { bare.trim_start() } else { text };
    let aside = text.strip_suffix(')').and_then(|inner| inner.split_once(" ("));
    aside.map_or(text, |(head, _)| head)
}

/// Small letters, straight quotes, no signs or pictures at the ends.
fn normal(text: &str) -> String {
    let text = text.to_lowercase().replace(['\u{2019}', '\u{2018}'], "'").replace('…', "");
    let inner = text.trim_matches(|c: char| !c.is_alphanumeric());
    inner.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_by_their_words() {
        let cases = [
            ("Requirements:", Some(Section::Required)),
            ("REQUIRED SKILLS AND EXPERIENCE*", Some(Section::Required)),
            ("👋 You", Some(Section::Required)),
            ("What you'll bring to the table", Some(Section::Required)),
            ("Nice to have traits for this role", Some(Section::Preferred)),
            ("Bonus points if…", Some(Section::Preferred)),
            ("PREFERRED SKILLS AND EXPERIENCE", Some(Section::Preferred)),
            ("What you do not need", Some(Section::Other)),
            ("Desired, but not required", Some(Section::Preferred)),
            ("And please mention in your application if ...", Some(Section::Preferred)),
            ("Key Responsibilities and Essential Functions", Some(Section::Duties)),
            ("Perks & Benefits", Some(Section::Other)),
            ("4.1 Essential", Some(Section::Required)),
            ("Nice, not needed", Some(Section::Preferred)),
            ("Licensure and certification", Some(Section::Required)),
            ("Our offer", Some(Section::Other)),
            ("Elephants", None),
        ];
        let plain = [
            ("Required qualifications, capabilities, and skills", Some(Section::Required)),
            ("Preferred Education/Experience", Some(Section::Preferred)),
            ("Minimum Qualifications - Education & Prior Job Experience", Some(Section::Required)),
            ("Skills, Licenses & Certifications", Some(Section::Required)),
            ("Minimum Education and Experience Requirements", Some(Section::Required)),
            ("Why you'll like it here", Some(Section::Other)),
            ("MUST HAVES (please do not apply without these)", Some(Section::Required)),
            ("REQUIRED DOCUMENTS", Some(Section::Other)),
            ("About Tallgrass", Some(Section::Other)),
            ("What you can expect", Some(Section::Other)),
            ("Desired Candidate Profile", Some(Section::Required)),
            ("About 5 years in a bank", None),
            ("Excellent communication skills", None),
            ("Relevant banking experience", None),
        ];
        for (text, section) in plain {
            assert_eq!(heading_section(text, true), section, "{text}");
        }
        assert!(ends_posting("Similar jobs") && ends_posting("More openings at Acme") && !ends_posting("More"));
        for (text, section) in cases {
            assert_eq!(heading_section(text, false), section, "{text}");
        }
        assert_eq!(heading_section("project management experience a plus", true), None);
        assert_eq!(heading_section("Qualifications", true), Some(Section::Required));
    }
}
