//! Quotes that do not say who: names, addresses, gendered words, schools and the years of a degree (they tell an age)
//! give way to `[...]`; offsets stay.

use super::{Evidence, Scorecard};
use crate::document::Document;
use crate::lexicon::Meaning;
use crate::lexicon::words::fold;
use crate::resume::{Degree, Resume};

/// What stands where something was masked.
const MASK: &str = "[...]";
/// Words that tell a sex or a family.
const GENDERED: [&str; 36] = [
    "he",
    "she",
    "him",
    "his",
    "her",
    "hers",
    "himself",
    "herself",
    "mr",
    "mrs",
    "ms",
    "miss",
    "sir",
    "madam",
    "man",
    "woman",
    "men",
    "women",
    "male",
    "female",
    "husband",
    "wife",
    "mother",
    "father",
    "daughter",
    "son",
    "sister",
    "brother",
    "married",
    "single",
    "divorced",
    "widowed",
    "maternity",
    "paternity",
    "fraternity",
    "sorority",
];
/// Letters in the shortest part of a name that is masked wherever it stands.
const NAME_PART: usize = 3;
/// Letters in the shortest part of a name that is masked inside longer words too: "lucindawrites".
const LONG_PART: usize = 5;
/// Digits of a year.
const YEAR: usize = 4;

/// Masks every quote of a scorecard, and takes away schools.
pub fn mask(card: &mut Scorecard, document: &Document, resume: &Resume) {
    let parts: Vec<String> =
        resume.candidate.name.iter().flat_map(|n| words(n)).map(|(a, b, n)| fold(&n[a..b])).collect();
    let degree = |line: usize| resume.degrees.iter().find(|d| d.line == line);
    let results = card.results.iter_mut().flat_map(|r| &mut r.evidence);
    for evidence in results.chain(card.flags.iter_mut().flat_map(|f| &mut f.evidence)) {
        evidence.quote = masked(evidence, document, resume, &parts, degree(evidence.line - 1));
    }
    for degree in &mut card.degrees {
        degree.institution = None;
    }
    for entry in &mut card.tenure.entries {
        for text in [&mut entry.title, &mut entry.employer] {
            *text = without(text, telling(text, &parts));
        }
    }
}

/// The words of a text that tell who somebody is or of which sex, as byte spans.
fn telling(text: &str, parts: &[String]) -> Vec<(usize, usize)> {
    let tells = |word: &str| {
        let name = |part: &String| {
            word == part && part.chars().count() >= NAME_PART
                || part.chars().count() >= LONG_PART
                    && (word.starts_with(part.as_str()) || word.ends_with(part.as_str()))
        };
        GENDERED.contains(&word) || parts.iter().any(name)
    };
    words(text)
        .into_iter()
        .filter(|(from, to, whole)| tells(&fold(&whole[*from..*to])))
        .map(|(a, b, _)| (a, b))
        .collect()
}

/// The parts of a degree's line that name neither the degree nor its field: the school, its town.
fn school_of(evidence: &Evidence, text: &str, resume: &Resume) -> Vec<(usize, usize)> {
    let known: Vec<(usize, usize)> = resume
        .marks
        .iter()
        .filter(|m| matches!(m.meaning, Meaning::Degree(_) | Meaning::Field(_) | Meaning::Standing(_)))
        .map(|m| (resume.words.list[m.first].start as usize, resume.words.list[m.last - 1].end as usize))
        .filter(|(from, to)| *from < evidence.end && evidence.start < *to)
        .map(|(from, to)| (from.saturating_sub(evidence.start), to - evidence.start))
        .collect();
    let mut found = Vec::new();
    let mut from = 0;
    for (at, mark) in text.match_indices([',', '(', ')', '|', ';', '–', '—', '\t', '·']).chain([(text.len(), "")])
    {
        let part = &text[from..at];
        let (start, end) = (from + part.len() - part.trim_start().len(), from + part.trim_end().len());
        let letters = part.chars().any(char::is_alphabetic);
        if letters && !known.iter().any(|(first, last)| *first < end && start < *last) {
            found.push((start, end));
        }
        from = at + mark.len();
    }
    found
}

/// A text with its spans masked; each byte once.
fn without(text: &str, mut spans: Vec<(usize, usize)>) -> String {
    spans.sort_unstable();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (from, to) in spans {
        if from >= at {
            out.push_str(&text[at..from]);
            out.push_str(MASK);
        }
        at = at.max(to);
    }
    out.push_str(&text[at..]);
    out
}

fn masked(
    evidence: &Evidence,
    document: &Document,
    resume: &Resume,
    parts: &[String],
    degree: Option<&Degree>,
) -> String {
    let text = &document.text[evidence.start..evidence.end];
    let mut spans: Vec<(usize, usize)> = resume
        .identity
        .iter()
        .filter(|(from, to)| *from < evidence.end && evidence.start < *to)
        .map(|(from, to)| (from.saturating_sub(evidence.start), (*to).min(evidence.end) - evidence.start))
        .collect();
    spans.extend(telling(text, parts));
    if let Some(degree) = degree {
        let school = degree.institution.as_deref().and_then(|s| text.find(s).map(|at| (at, at + s.len())));
        spans.extend(school);
        spans.extend(school_of(evidence, text, resume));
        spans.extend(years(text));
    }
    without(text, spans)
}

/// Years of our time: four digits that begin with 19 or 20, alone.
fn years(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let digits = |c: u8| c.is_ascii_digit();
    let bytes = text.as_bytes();
    (0..bytes.len().saturating_sub(YEAR - 1)).filter_map(move |at| {
        let year = &bytes[at..at + YEAR];
        let alone =
            at.checked_sub(1).is_none_or(|b| !digits(bytes[b])) && bytes.get(at + YEAR).is_none_or(|b| !digits(*b));
        let ours = year.iter().all(|c| digits(*c)) && (year.starts_with(b"19") || year.starts_with(b"20"));
        (alone && ours).then_some((at, at + YEAR))
    })
}

/// The words of a text with their byte spans.
fn words(text: &str) -> Vec<(usize, usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((from, at, text));
                start = None;
            }
            _ => {}
        }
    }
    found
}
