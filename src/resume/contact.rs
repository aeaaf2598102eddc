//! Who the candidate is, and where the text says so, so that no matcher sees it.

#[cfg(test)]
mod oracle;

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

static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:\+[0-9]{1,3}[\s.-]?)?(?:\([0-9]{1,5}\)[\s.-]?)?[0-9]{2,5}(?:[\s.-][0-9]{2,7}){1,5}")
        .expect("constant")
});

/// Labels of the name.
const NAME_LABELS: [&str; 11] = [
    "full name",
    "name",
    "from",
    "candidate",
    "applicant",
    "curriculum vitae",
    "curriculum vitae of",
    "resume",
    "resume of",
    "cv",
    "cv of",
];
/// Labels of what is nobody's business but the candidate's.
const PRIVATE_LABELS: [&str; 50] = [
    "address",
    "date of birth",
    "born",
    "birthdate",
    "birth date",
    "dob",
    "nationality",
    "marital status",
    "gender",
    "sex",
    "religion",
    "age",
    "place of birth",
    "pronouns",
    "civil status",
    "father's name",
    "fathers name",
    "mother's name",
    "mothers name",
    "husband's name",
    "husbands name",
    "spouse",
    "caste",
    "children",
    "geb",
    "geboren",
    "geburtsdatum",
    "geburtsort",
    "geburtstag",
    "familienstand",
    "staatsangehörigkeit",
    "konfession",
    "date de naissance",
    "né",
    "née",
    "nationalité",
    "situation familiale",
    "fecha de nacimiento",
    "nacionalidad",
    "estado civil",
    "data de nascimento",
    "nacionalidade",
    "telephone",
    "telphone",
    "phone",
    "mobile",
    "tel",
    "e-mail",
    "email",
    "passport",
];
/// Bytes in the longest label, were it written in the strangest letters.
const LABEL_BYTES: usize = 64;

/// What stands behind one of some labels and a wide gap, as in forms: "Name      Ann Bo".
fn behind_gap<'a>(plain: &'a str, labels: &[&str]) -> Option<&'a str> {
    let (label, rest) = plain.split_once("  ").or_else(|| plain.split_once('\t'))?;
    labels.contains(&label.trim().to_lowercase().as_str()).then(|| rest.trim_start())
}

/// What stands behind one of some labels and its mark, where a line begins with such.
fn behind_label<'a>(plain: &'a str, labels: &[&str], marks: &[char]) -> Option<&'a str> {
    let at = plain.find(marks).filter(|at| *at <= LABEL_BYTES)?;
    let label = plain[..at].trim_end().to_lowercase();
    let mut behind = plain[at..].chars();
    behind.next();
    labels.contains(&label.as_str()).then(|| behind.as_str().trim_start())
}

/// The e-mail addresses of a line, as spans.
fn emails(line: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in line.match_indices('@') {
        let free = found.last().map_or(0, |last| last.1).min(at);
        let local =
            |c: char| c.is_alphabetic() || c.is_ascii_digit() || matches!(c, '.' | '_' | '%' | '+' | '\'' | '-');
        let from = free + line[free..at].trim_end_matches(local).len();
        if from < at
            && let Some(length) = domain(&line[at + 1..])
        {
            found.push((from, at + 1 + length));
        }
    }
    found
}

/// The length of the domain that a text begins with: parts with a stop between them, the last of at least two letters.
fn domain(text: &str) -> Option<usize> {
    let mut length = None;
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
        if at > 0 && rest[..letters].chars().nth(1).is_some() {
            length = Some(at + letters);
        }
        let part = rest.trim_start_matches(|c: char| c.is_alphabetic() || c.is_ascii_digit() || c == '-');
        if part.len() == rest.len() || !part.starts_with('.') {
            return length;
        }
        at = text.len() - part.len() + 1;
    }
}

/// How links begin whatever their site is.
const SCHEMES: [&str; 3] = ["https://", "http://", "www."];
/// Sites whose links are written without that.
const SITES: [&str; 7] =
    ["linkedin.com/", "github.com/", "gitlab.com/", "behance.net/", "medium.com/", "twitter.com/", "x.com/"];

/// The links of a line, as spans.
fn links(line: &str) -> Vec<(usize, usize)> {
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | '>' | ']');
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut inside = false;
    for (at, c) in line.char_indices() {
        let begins = !std::mem::replace(&mut inside, c.is_alphanumeric() || c == '_') && c.is_ascii_alphabetic();
        if !begins || found.last().is_some_and(|last| at < last.1) {
            continue;
        }
        let behind = |opener: &&str| {
            let rest = line[at..].get(..opener.len()).filter(|begin| begin.eq_ignore_ascii_case(opener));
            rest.map(|begin| &line[at + begin.len()..])
        };
        let rest = SCHEMES.iter().find_map(behind).map(|rest| &rest[..rest.find(ends).unwrap_or(rest.len())]);
        let ends = |c| ends(c) || matches!(c, '|' | ',');
        let site = || SITES.iter().find_map(behind).map(|rest| &rest[..rest.find(ends).unwrap_or(rest.len())]);
        if let Some(rest) = rest.or_else(site).filter(|rest| !rest.is_empty()) {
            found.push((at, rest.as_ptr() as usize - line.as_ptr() as usize + rest.len()));
        }
    }
    found
}

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
    let spans_in =
        |start: usize, found: Vec<(usize, usize)>| found.into_iter().map(move |(from, to)| (start + from, start + to));
    // nearly every text has neither an address nor a link in most of its lines
    let lines_with = |marks: &[&'static str]| {
        let marks: Vec<&str> = marks.iter().copied().filter(|m| text.contains(m)).collect();
        let lines = document.lines.iter().filter(|_| !marks.is_empty()).map(|l| (l.start, document.line(l)));
        let found: Vec<_> = lines.filter(|(_, raw)| marks.iter().any(|m| raw.contains(m))).collect();
        found.into_iter()
    };
    for (from, to) in lines_with(&["@"]).flat_map(|(start, raw)| spans_in(start, emails(raw))) {
        candidate.email.get_or_insert_with(|| text[from..to].to_string());
        spans.push((from, to));
    }
    for (from, to) in lines_with(&["://", "www.", "WWW.", "Www.", ".com/", ".net/", ".COM/"])
        .flat_map(|(start, raw)| spans_in(start, links(raw)))
    {
        let link = text[from..to].trim_end_matches(['.', ',', ';']).to_string();
        spans.push((from, to));
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
        let private =
            behind_label(plain, &PRIVATE_LABELS, &[':', '.']).or_else(|| behind_gap(plain, &PRIVATE_LABELS)).is_some();
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

/// Degrees in front of a name, as some countries write them; they are evidence, not identity.
const BEFORE_NAMES: [&str; 11] = ["dr.", "dr", "prof.", "prof", "mag.", "ing.", "ir.", "mgr", "mgr.", "(fh)", "(ba)"];

/// A name without the degrees in front of it: "Dipl.-Wirt.-Ing. (FH) Anna Berg".
fn without_degrees(name: &str) -> &str {
    let mut rest = name.trim_start();
    while let Some((first, behind)) = rest.split_once(' ') {
        let folded = fold(first);
        if !folded.starts_with("dipl") && !BEFORE_NAMES.contains(&folded.as_str()) {
            break;
        }
        rest = behind.trim_start();
    }
    rest
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
        if NAME_LABELS.contains(&folded.trim())
            || folded.trim() == "lebenslauf"
            || folded.starts_with("application for")
            || !lines[index].ranges.is_empty()
        {
            continue;
        }
        let labelled = behind_label(plain, &NAME_LABELS, &[':', '–', '—', '-'])
            .or_else(|| behind_gap(plain, &NAME_LABELS))
            .unwrap_or(plain);
        let labelled = without_degrees(labelled);
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
