//! Who the candidate is, and where the text says so, so that no matcher sees it.

use super::lines::TextLine;
use super::sections::Section;
use crate::document::Document;
use crate::lexicon::words::{Words, fold};
use crate::lexicon::{Lexicon, Meaning, SectionKind};
use regex::Regex;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Who, as far as the text says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Name as written.
    pub name: Option<String>,
    /// First e-mail address.
    pub email: Option<String>,
    /// First telephone number.
    pub phone: Option<String>,
    /// Links, in order.
    pub links: Vec<String>,
}

static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)[\p{L}0-9._%+'-]+@[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)*\.\p{L}{2,}").expect("constant")
});
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:https?://[^\s)>\]]+|www\.[^\s)>\]]+|(?:linkedin\.com|github\.com|gitlab\.com|behance\.net|medium\.com|twitter\.com|x\.com)/[^\s)>\]|,]+)").expect("constant")
});
static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,5}(?:[\s.-]\d{2,5}){1,5}").expect("constant")
});
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:full name|name|from|candidate|applicant|curriculum vitae(?: of)?|resume(?: of)?|cv(?: of)?)\s*[:–—-]\s*").expect("constant")
});
static PRIVATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:address|date of birth|born|birth ?date|dob|nationality|marital status|gender|sex|religion|age|place of birth|pronouns|civil status|father'?s name|mother'?s name|husband'?s name|spouse|caste|children|geb|geboren|geburts(?:datum|ort|tag)|familienstand|staatsangehörigkeit|konfession|date de naissance|né|née|nationalité|situation familiale|fecha de nacimiento|nacionalidad|estado civil|data de nascimento|nacionalidade|tele?phone|phone|mobile|tel|e-?mail|passport)\b\s*[:.]").expect("constant")
});

/// Bytes in the longest label of [`PRIVATE`], were it written in the strangest letters.
const LABEL_BYTES: usize = 64;
/// Digits in the shortest telephone number.
const PHONE_DIGITS: usize = 7;
/// The name stands within this many lines.
const NAME_LINES: usize = 8;
/// Words of titles and headings that nobody is called.
const NO_NAMES: [&str; 59] = [
    "manager",
    "engineer",
    "developer",
    "analyst",
    "director",
    "consultant",
    "designer",
    "representative",
    "teacher",
    "nurse",
    "specialist",
    "coordinator",
    "officer",
    "assistant",
    "executive",
    "administrator",
    "supervisor",
    "accountant",
    "technician",
    "product",
    "software",
    "profile",
    "summary",
    "contact",
    "page",
    "resume",
    "vitae",
    "professional",
    "sales",
    "marketing",
    "phone",
    "email",
    "mail",
    "mobile",
    "address",
    "linkedin",
    "information",
    "core",
    "career",
    "focus",
    "qualifications",
    "accomplishments",
    "strengths",
    "highlights",
    "objective",
    "experience",
    "business",
    "development",
    "management",
    "engineering",
    "finance",
    "banking",
    "construction",
    "services",
    "consulting",
    "student",
    "healthcare",
    "relocate",
    "special",
];
/// Trades that people are called after: these words alone do not make a line a title ("Jordan Cook").
const SURNAMES: [&str; 31] = [
    "advocate",
    "baker",
    "barber",
    "captain",
    "carpenter",
    "chancellor",
    "chef",
    "cook",
    "cooks",
    "dean",
    "driver",
    "farmer",
    "gardener",
    "glazier",
    "guard",
    "judge",
    "leiter",
    "mason",
    "model",
    "page",
    "painter",
    "partner",
    "pilot",
    "porter",
    "proctor",
    "provost",
    "ranger",
    "roofer",
    "scout",
    "steward",
    "tailor",
];
/// Words in the longest name.
const NAME_WORDS: usize = 6;

/// Reads the candidate, and the byte spans of identity in the document's text.
pub(super) fn read(
    document: &Document,
    lines: &[TextLine],
    sections: &[Section],
    section_of: &[usize],
    lexicon: &Lexicon,
) -> (Candidate, Vec<(usize, usize)>) {
    let text = &document.text;
    let mut candidate = Candidate::default();
    let mut spans = Vec::new();
    let mut known = BTreeSet::new();
    // nearly every text has neither an address nor a link in most of its lines
    let lines_with = |marks: &[&'static str]| {
        let marks: Vec<&str> = marks.iter().copied().filter(|m| text.contains(m)).collect();
        let lines = document.lines.iter().filter(|_| !marks.is_empty()).map(|l| (l.start, document.line(l)));
        let found: Vec<_> = lines.filter(|(_, raw)| marks.iter().any(|m| raw.contains(m))).collect();
        found.into_iter()
    };
    for (start, found) in lines_with(&["@"]).flat_map(|(at, raw)| EMAIL.find_iter(raw).map(move |f| (at, f))) {
        candidate.email.get_or_insert_with(|| found.as_str().to_string());
        spans.push((start + found.start(), start + found.end()));
    }
    for (start, found) in lines_with(&["://", "www.", "WWW.", "Www.", ".com/", ".net/", ".COM/"])
        .flat_map(|(at, raw)| LINK.find_iter(raw).map(move |f| (at, f)))
    {
        let link = found.as_str().trim_end_matches(['.', ',', ';']).to_string();
        spans.push((start + found.start(), start + found.end()));
        if known.insert(link.clone()) {
            candidate.links.push(link);
        }
    }
    for link in &document.links {
        if !link.starts_with("mailto:") && !link.starts_with("tel:") && known.insert(link.clone()) {
            candidate.links.push(link.clone());
        }
    }
    for (index, line) in document.lines.iter().enumerate() {
        let raw = document.line(line);
        let plain = lines[index].plain.as_str();
        let private = plain.find([':', '.']).is_some_and(|at| at <= LABEL_BYTES) && PRIVATE.is_match(plain);
        if sections[section_of[index]].kind == SectionKind::Contact || private {
            for found in PHONE.find_iter(raw) {
                if found.as_str().chars().filter(char::is_ascii_digit).count() >= PHONE_DIGITS {
                    candidate.phone.get_or_insert_with(|| found.as_str().trim().to_string());
                    spans.push((line.start + found.start(), line.start + found.end()));
                }
            }
        }
        if private {
            spans.push((line.start, line.end));
        }
    }
    candidate.name = name(lines, sections, &titles(document, lines, lexicon));
    if let Some(name) = &candidate.name {
        spans.extend(text.match_indices(name.as_str()).map(|(at, n)| (at, at + n.len())));
    }
    spans.sort_unstable();
    (candidate, spans)
}

/// The title words of the first lines that are nobody's name, each with its line: many resumes open with the job, not
/// with a name, and what is taken for the name is hidden from every matcher.
fn titles(document: &Document, lines: &[TextLine], lexicon: &Lexicon) -> Vec<(usize, String)> {
    let last = (0..lines.len()).filter(|l| !lines[*l].blank()).nth(NAME_LINES - 1).map_or(lines.len(), |l| l + 1);
    let words = super::lines::words(document, &lines[..last]);
    let of = |first: usize, last: usize| words.list[first..last].iter().map(|w| words.folded(w));
    let marks = lexicon.mark(&words).into_iter();
    marks
        .filter(|m| matches!(m.meaning, Meaning::Title(_) | Meaning::TitleKind(_)))
        .filter(|m| !of(m.first, m.last).all(|w| SURNAMES.contains(&w)))
        .map(|m| (words.list[m.first].line as usize, of(m.first, m.last).collect::<Vec<_>>().join(" ")))
        .collect()
}

/// The name: what stands first, without its label and without what follows a bar or comma.
fn name(lines: &[TextLine], sections: &[Section], titles: &[(usize, String)]) -> Option<String> {
    let known = sections
        .iter()
        .find(|s| !matches!(s.kind, SectionKind::Contact | SectionKind::Other))
        .map_or(lines.len(), |s| s.from);
    for index in (0..known).filter(|l| !lines[*l].blank()).take(NAME_LINES) {
        let plain = lines[index].plain.as_str();
        let folded = fold(plain);
        if matches!(folded.trim(), "curriculum vitae" | "resume" | "cv" | "lebenslauf")
            || folded.starts_with("application for")
        {
            continue;
        }
        let labelled = LABEL.replace(plain, "");
        let cut = labelled.split(['|', ',', '·', '—', '–', '(', ';']).next().unwrap_or_default();
        let cut = cut.split("  ").next().unwrap_or_default().split(" - ").next().unwrap_or_default().trim();
        let words = cut.split_whitespace().count();
        let folded = fold(cut);
        let in_cut: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let joined = format!(" {} ", in_cut.join(" "));
        let names_title = titles.iter().any(|(line, title)| *line == index && joined.contains(&format!(" {title} ")));
        let trade_alone = in_cut.len() == 1 && SURNAMES.contains(&in_cut[0]);
        if names_title || trade_alone || in_cut.iter().any(|w| NO_NAMES.contains(w)) {
            continue;
        }
        let plausible =
            (1..=NAME_WORDS).contains(&words) && !cut.contains('@') && !cut.chars().any(|c| c.is_ascii_digit());
        return (plausible && cut.chars().next().is_some_and(char::is_uppercase)).then(|| cut.to_string());
    }
    None
}

/// Hides the words of identity from every matcher.
pub(super) fn mask(words: &mut Words, identity: &[(usize, usize)]) {
    for word in &mut words.list {
        let (start, end) = (word.start as usize, word.end as usize);
        let from = identity.partition_point(|(_, to)| *to <= start);
        word.masked = identity
            .iter()
            .skip(from.saturating_sub(1))
            .take_while(|(at, _)| *at < end)
            .any(|(at, to)| start < *to && *at < end);
    }
}
