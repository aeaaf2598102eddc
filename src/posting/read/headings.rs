//! What a heading says about the part below it, by lists of words.

use serde::Deserialize;
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

#[derive(Deserialize)]
struct Headings {
    not_needed: Vec<String>,
    preferred: Vec<String>,
    required: Vec<String>,
    duties: Vec<String>,
    other: Vec<String>,
    /// Beginnings of headings that ask for nothing, whatever follows ("Why work at Acme").
    other_begins: Vec<String>,
    /// Beginnings of headings over what a candidate has ("You've done some of this").
    required_begins: Vec<String>,
    /// Headings of lists of other postings, which job boards put below one.
    ends: Vec<String>,
    /// Beginnings of headings over what the holder will do ("In your first 90 days").
    duties_begins: Vec<String>,
}

static HEADINGS: LazyLock<Headings> = LazyLock::new(|| {
    serde_json::from_str(include_str!("headings.json")).expect("compiled-in headings are parsed by a test")
});

/// What a heading heads. `strict` is for lines that nothing but their words makes a heading: then the words must be
/// the heading and nothing else.
pub(crate) fn heading_section(text: &str, strict: bool) -> Option<Section> {
    // a single short word proves little inside a longer heading
    const TELLING: usize = 4;
    let words = normal(without_count(text));
    if words.is_empty() {
        return None;
    }
    let lists = [
        (Section::Other, &HEADINGS.not_needed),
        (Section::Preferred, &HEADINGS.preferred),
        (Section::Required, &HEADINGS.required),
        (Section::Other, &HEADINGS.other),
        (Section::Duties, &HEADINGS.duties),
    ];
    let exact = lists.iter().find(|(_, list)| list.contains(&words));
    if let Some((section, _)) = exact {
        return Some(*section);
    }
    // "desired, but not required" is liked all the same
    let unmarked = words.replace(',', "");
    let told = |list: &[String]| list.iter().any(|h| h.len() > TELLING && holds(&unmarked, h));
    if !strict && told(&HEADINGS.not_needed) && (told(&HEADINGS.preferred) || holds(&unmarked, "nice")) {
        return Some(Section::Preferred);
    }
    // "basic and preferred qualifications": the items say which they are
    let both = ["basic", "minimum", "required", "requirements"].iter().any(|w| words.contains(w))
        && ["preferred", "desired"].iter().any(|w| words.contains(w));
    if both && !strict {
        return Some(Section::Required);
    }
    if !strict && HEADINGS.required_begins.iter().any(|h| words.starts_with(h.as_str())) {
        return Some(Section::Required);
    }
    let begin = |list: &Vec<String>| list.iter().any(|h| words.starts_with(h.as_str()));
    if !strict && begin(&HEADINGS.duties_begins) {
        return Some(Section::Duties);
    }
    // "our client would see the following as advantageous"
    let lists_below = words.contains("the following");
    if !strict && begin(&HEADINGS.other_begins) && !words.starts_with("about you") && !lists_below {
        return Some(Section::Other);
    }
    if strict && let Some(section) = of_heading_words(&words) {
        return Some(section);
    }
    // "Why Acme" and "What you can expect" are as telling as whole headings
    let telling = |h: &&String| h.split(' ').count() >= FEW_WORDS || ["why ", "about "].contains(&h.as_str());
    let speaks = HEADINGS.other_begins.iter().filter(telling).any(|h| words.starts_with(h.as_str()));
    let speaks = speaks && !text.trim_end().ends_with('.');
    if strict && speaks && words.split(' ').count() <= QUESTION && !words.contains(|c: char| c.is_ascii_digit()) {
        return Some(Section::Other);
    }
    if strict {
        // "what you will bring to the role": a telling phrase may be followed by a few words
        const TELLING_WORDS: usize = 3;
        const MORE_WORDS: usize = 4;
        let count = |t: &str| t.split(' ').count();
        let begins = |h: &String| {
            unmarked.strip_prefix(h.as_str()).is_some_and(|rest| rest.starts_with(' '))
                && count(h) >= TELLING_WORDS
                && count(&words) <= count(h) + MORE_WORDS
        };
        let ends = text.trim_end().ends_with(['.', '!', '?']);
        return lists.iter().find(|(_, list)| !ends && list.iter().any(begins)).map(|(section, _)| *section);
    }
    // "Your profile, with which you convince us"
    let longest = |list: &Vec<String>| {
        let held = |h: &&String| holds(&words, h) || holds(&unmarked, h);
        list.iter().filter(held).map(String::len).max().unwrap_or(0)
    };
    // "preferred skills and experience" is preferred, however long the other words are
    if let Some((section, _)) = lists[..2].iter().find(|(_, list)| longest(list) > TELLING) {
        return Some(*section);
    }
    let mut best: Option<(usize, Section)> = None;
    for (section, list) in lists {
        let length = longest(list);
        if length > TELLING && best.is_none_or(|(other, _)| length > other) {
            best = Some((length, section));
        }
    }
    best.map(|(_, section)| section)
}

/// Most words of a line that heads what speaks for a company: "Why you'll like it here".
const QUESTION: usize = 7;
/// Words of a beginning that nothing but a heading begins with.
const FEW_WORDS: usize = 3;
/// Words that name what is asked for in headings and that no item consists of.
const ASKED: [&str; 17] = [
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
];
/// Words between and before them.
const AROUND: [&str; 25] = [
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
    let words: Vec<&str> = words.split([' ', '/', ',']).filter(|w| !w.is_empty()).collect();
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
    let ends = |h: &String| words == *h || general && words.ends_with(h.as_str());
    words.split(' ').count() <= MOST_WORDS && HEADINGS.not_needed.iter().any(ends)
}

/// Whether a heading opens what other postings say: "Similar jobs". Nothing below it is of this one.
pub(crate) fn ends_posting(text: &str) -> bool {
    let words = normal(text);
    let goes_on = |rest: &str| {
        [" at ", " you may like", " you might like", " you may be interested", " for you", " near "]
            .iter()
            .any(|w| rest.starts_with(w))
    };
    HEADINGS.ends.iter().any(|end| words == *end || words.strip_prefix(end.as_str()).is_some_and(goes_on))
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
            ("Elephants", None),
        ];
        let plain = [
            ("Required qualifications, capabilities, and skills", Some(Section::Required)),
            ("Preferred Education/Experience", Some(Section::Preferred)),
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
