//! A header's text taken apart: which part is the title, and which the employer.

use super::super::education::names_school;
use super::super::labels::{names_company, names_employer, names_role, without_label};

/// A header's text taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::resume) struct Parts {
    pub(in crate::resume) title: String,
    pub(in crate::resume) employer: String,
    /// Whether the employer stands behind the title's comma, where a team may.
    pub(in crate::resume) beside: bool,
    /// What stands behind the title and is taken for the employer only where nothing else is.
    pub(in crate::resume) team: String,
}

/// A part of a header.
struct Part {
    text: String,
    /// The line of the header that it stands in.
    line: usize,
    /// The line, or the part of a line between marks that are stronger than commas.
    piece: usize,
    /// Whether other parts stand in the same piece: "Acme, Leeds".
    several: bool,
}

/// How a resume writes employers that stand on lines of their own, apart from the titles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::resume) struct Apart {
    /// "Acme".
    pub(in crate::resume) alone: bool,
    /// "Acme, Leeds".
    pub(in crate::resume) placed: bool,
    /// Behind a dash or a bar on the title's own line.
    pub(in crate::resume) behind: bool,
}

impl Apart {
    fn any(self) -> bool {
        self.alone || self.placed || self.behind
    }
}

/// Words in the longest name of an employer; a longer part tells of the work.
const EMPLOYER_WORDS: usize = 12;
/// Words of a team in small letters ("pre-booked security lanes"); a shorter name may be written so ("eBay", "dm markt").
const SMALL_TEAM: usize = 3;
/// What stands where an employer may, and says how somebody was employed.
const CONTRACTS: [&str; 11] = [
    "full-time",
    "full time",
    "part-time",
    "part time",
    "contract",
    "permanent",
    "temporary",
    "remote",
    "hybrid",
    "on-site",
    "onsite",
];
/// Words before a later title of the same job: "Check-in agent, then Duty Supervisor".
const LATER: [&str; 5] = ["then ", "later ", "and then ", "now ", "promoted to "];

fn is_later(text: &str) -> bool {
    let lower = text.to_lowercase();
    LATER.iter().any(|word| lower.starts_with(word))
}

/// The parts of a header in their order, without those that hold nothing.
fn parts(texts: &[String]) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut piece = 0;
    for (line, text) in texts.iter().enumerate() {
        for segments in pieces(text) {
            let several = segments.iter().filter(|segment| !tidy(segment).is_empty()).count() > 1;
            let part = |text: &String| Part { text: tidy(text).to_string(), line, piece, several };
            out.extend(segments.iter().map(part).filter(|part| !part.text.is_empty()));
            piece += 1;
        }
    }
    out
}

/// Whether a part behind the title names nobody: "(paused in 2020)", "Full-time", what is left of dates and of broken
/// marks ("\\xe2").
fn names_nobody(text: &str) -> bool {
    text.starts_with(['(', '\\'])
        || text.starts_with("with ")
        || text == "also"
        || text.chars().filter(|c| c.is_alphabetic()).count() < 2
        || CONTRACTS.contains(&text.to_lowercase().as_str())
}

/// Splits header lines into title and employer. `is_title` says whether a segment has title words; `apart` how the resume
/// writes employers apart from titles, so that "Product Manager, Growth" over "Acme" names a team.
pub(in crate::resume) fn split(texts: &[String], apart: Apart, is_title: impl Fn(&str) -> bool) -> Parts {
    let mut title: Option<Part> = None;
    let mut others: Vec<Part> = Vec::new();
    // "Title: Product Manager, Prepaid" names a team, where a row of its own says the employer
    let mut employer: Option<String> = None;
    let formed = texts.iter().any(|text| names_role(text));
    let parts = parts(texts);
    // "Hill Partners LLP" is no title where another part is one
    let titled_elsewhere = parts.iter().any(|part| is_title(&part.text) && !names_company(&part.text));
    let is_title = |part: &str| is_title(part) && !(titled_elsewhere && names_company(part));
    let mut parts = parts.into_iter().peekable();
    while let Some(mut part) = parts.next() {
        // a title may hold a comma: "Vice President, Product"
        let next = parts.peek().filter(|next| title.is_none() && next.line == part.line);
        let both = next.map(|next| format!("{}, {}", part.text, next.text));
        let joined = |next: &Part, both: &str| !is_title(&part.text) && !is_title(&next.text) && is_title(both);
        if let (Some(next), Some(both)) = (next, both)
            && joined(next, &both)
        {
            parts.next();
            part.text = both;
        }
        let text = &texts[part.line];
        let later = is_later(&part.text) && is_title(&part.text);
        // "Senior BA, later Lead": what came first is a title too
        if later && title.is_none() {
            title = others.pop_if(|first| first.piece == part.piece);
        }
        if title.is_some() && (later || names_nobody(&part.text)) {
            continue;
        }
        // a form says which is which
        let titled = if formed && names_employer(text) { false } else { is_title(&part.text) || names_role(text) };
        if !titled || title.is_some() {
            if names_employer(text) {
                employer.get_or_insert_with(|| part.text.clone());
            }
            others.push(part);
            continue;
        }
        // "Hopperline (founder, CEO)"
        let aside = part.text.strip_suffix(')').and_then(|inner| inner.split_once(" ("));
        if let Some((before, inner)) = aside.filter(|(before, inner)| !is_title(before) && is_title(inner)) {
            others.push(Part { text: before.to_string(), ..part });
            title = Some(Part { text: inner.to_string(), ..part });
        } else {
            // "Lecturer at", where the line ends
            let own = part.text.strip_suffix(" at").unwrap_or(&part.text).to_string();
            title = Some(Part { text: own, ..part });
        }
    }
    // "Shift leader, maintenance" over "Hill & Co. KG": a title that nobody knows
    if title.is_none() && employer.is_none() && others.first().is_some_and(|first| !names_company(&first.text)) {
        let company = others.iter().position(|other| other.text.contains(' ') && names_company(&other.text));
        employer = company.map(|at| others.remove(at).text);
        title = employer.is_some().then(|| others.remove(0));
    }
    let (own, team) = employer_of(title.as_ref(), others, apart);
    let beside = employer.is_none() && own.as_ref().is_some_and(|own| own.1);
    let employer = employer.or(own.map(|own| own.0)).unwrap_or_default();
    let title = title.map(|title| title.text).unwrap_or_default();
    Parts { title, employer, beside, team }
}

/// The employer among the parts beside a title, and the part that may be a team: the one behind the title's comma, where
/// it is written small or the resume writes its employers elsewhere. Beside the employer: whether it is that part.
fn employer_of(title: Option<&Part>, others: Vec<Part>, apart: Apart) -> (Option<(String, bool)>, String) {
    // what a name says of itself in brackets is not counted
    let words = |text: &str| text.split('(').next().unwrap_or_default().split_whitespace().count();
    let short = |other: &&Part| words(&other.text) <= EMPLOYER_WORDS;
    let Some(first) = others.iter().find(short).or(others.first()) else { return (None, String::new()) };
    // "Department of Biotechnology, Ghent University"
    let whole =
        |other: &&Part| other.piece == first.piece && !names_department(&other.text) && names_school(&other.text);
    let school = others.iter().find(whole).filter(|_| names_department(&first.text));
    let first = school.unwrap_or(first);
    let small = first.text.starts_with(char::is_lowercase) && words(&first.text) >= SMALL_TEAM;
    let company = |title: &Part| others.iter().any(|other| other.piece != title.piece && names_company(&other.text));
    let team = title.filter(|title| {
        title.piece == first.piece && !names_company(&first.text) && (small || apart.any() || company(title))
    });
    let beside = title.is_some_and(|title| title.piece == first.piece);
    let Some(title) = team else { return (Some((first.text.clone(), beside)), String::new()) };
    let employs = |other: &&Part| {
        let written_so = if other.several { apart.placed } else { apart.alone };
        let elsewhere = other.piece != title.piece && short(other);
        elsewhere
            && (names_company(&other.text)
                || small
                || if other.line == title.line { other.several } else { written_so })
    };
    let own = others.iter().find(employs).map(|other| (other.text.clone(), false));
    // a place alone beside it: "Product Manager, Spotify" over "Stockholm, Sweden"
    let placed = !small && own.is_none() && others.iter().any(|other| other.piece != title.piece);
    let first = first.text.clone();
    if placed { (Some((first, true)), String::new()) } else { (own, first) }
}

/// Words that a part of an institution begins with.
const DEPARTMENTS: [&str; 9] = [
    "department of ",
    "dept. of ",
    "faculty of ",
    "school of ",
    "institute of ",
    "laboratory of ",
    "lab of ",
    "division of ",
    "centre for ",
];
fn names_department(text: &str) -> bool {
    let lower = text.to_lowercase();
    DEPARTMENTS.iter().any(|begin| lower.starts_with(begin))
}

/// How a header writes its employer apart from its title, if it does: "Product Manager" over "Acme", and not "Product
/// Manager, Acme", which is the default; none where nobody knows, as of "Product Manager, Growth" over "Acme".
pub(in crate::resume) fn is_apart(texts: &[String], is_title: impl Fn(&str) -> bool) -> Option<Apart> {
    let mut parts: Vec<Part> = parts(texts).into_iter().filter(|part| !names_nobody(&part.text)).collect();
    // "Lawyer, then Senior Lawyer" names no employer
    let later = |at: &usize| is_later(&parts[*at].text) && is_title(&parts[*at].text);
    let second = (1..parts.len()).find(later);
    if let Some(second) = second {
        let piece = parts.remove(second).piece;
        let alone = parts.iter().filter(|part| part.piece == piece).count() == 1;
        parts.iter_mut().filter(|part| part.piece == piece).for_each(|part| part.several = !alone);
    }
    let title = parts.iter().find(|part| is_title(&part.text))?;
    let beside = |part: &&Part| part.piece == title.piece && part.text != title.text;
    let other = parts.iter().find(|part| part.piece != title.piece);
    let company = parts.iter().filter(beside).any(|part| names_company(&part.text));
    match (title.several, other) {
        (false, Some(other)) if other.line == title.line => Some(Apart { behind: true, ..Apart::default() }),
        (false, Some(other)) => Some(Apart { alone: !other.several, placed: other.several, behind: false }),
        (false, None) => None,
        (true, other) => (company || other.is_none()).then(Apart::default),
    }
}

/// Words before a title that say whose it was.
const OWNERS: [&str; 5] = ["their ", "his ", "her ", "its ", "our "];

/// A segment without the marks around it; brackets and stops that belong to it stay ("Acme S.A. (railways)").
fn tidy(segment: &str) -> &str {
    let mut text = segment.trim().trim_matches(['-', '–', '—', ',', ';', ':', '·', '|', ' ', '*']).trim();
    // "I was their Distribution Manager"
    text = OWNERS.iter().find_map(|owner| text.strip_prefix(owner)).unwrap_or(text);
    if !text.contains(')') {
        text = text.trim_start_matches('(');
    }
    if !text.contains('(') {
        text = text.trim_end_matches(')');
    }
    text.trim_start_matches(['.', ' ', '~']).trim_end_matches(['(', '[', ' ', '~'])
}

/// Marks between title, employer and place, in the order in which they are looked for.
const MARKS: [&str; 14] =
    [" ~ ", " | ", " · ", " — ", " – ", " - ", " @ ", "  ", " • ", " // ", "—", " at ", " bei ", " chez "];
/// Those of letters and blanks.
const PLAIN_MARKS: [&str; 4] = ["  ", " at ", " bei ", " chez "];

/// The same where a name follows it.
const WITH: &str = " with ";

/// What a template puts where an employer's name belongs.
pub(in crate::resume) const NO_NAME: &str = "Company Name";
/// Words of templates that nobody filled in, and a comma broken by an older export.
const UNFILLED: [&str; 5] = [NO_NAME, "City , State", "City, State", "ï¼\u{200b}", "ï¼"];

/// The segments of a header line, at the marks that people put between title, employer and place.
pub(in crate::resume) fn segments(text: &str) -> Vec<String> {
    pieces(text).into_iter().flatten().collect()
}

/// The same segments, in the pieces between marks that are stronger than commas.
fn pieces(text: &str) -> Vec<Vec<String>> {
    let mut marked = without_label(text).to_string();
    // what templates leave unfilled, and a broken comma of older exports
    for unfilled in UNFILLED {
        if marked.contains(unfilled) {
            marked = marked.replace(unfilled, if unfilled == NO_NAME { "\u{1}Company Name\u{1}" } else { "\u{1}" });
        }
    }
    let has_sign = marked.bytes().any(|b| matches!(b, b'|' | b'-' | b'@' | b'/' | b'~') || !b.is_ascii());
    for mark in if has_sign { &MARKS[..] } else { &PLAIN_MARKS[..] } {
        if marked.contains(mark) {
            marked = marked.replace(mark, "\u{1}");
        }
    }
    // "I was a dispatcher with Tarheel Motor Lines"; a title alone may be one "with P&L"
    let told = marked.starts_with(char::is_lowercase);
    if let Some(at) =
        marked.find(WITH).filter(|_| told).filter(|at| marked[at + WITH.len()..].starts_with(char::is_uppercase))
    {
        marked.replace_range(at..at + WITH.len(), "\u{1}");
    }
    let mut pieces = Vec::new();
    for piece in marked.split(['\u{1}', ';', '\t']) {
        let mut segments = Vec::new();
        let mut depth = 0;
        let mut current = String::new();
        for c in piece.chars() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                ',' if depth <= 0 => {
                    segments.push(std::mem::take(&mut current));
                    continue;
                }
                _ => {}
            }
            current.push(c);
        }
        segments.push(current);
        pieces.push(segments);
    }
    pieces
}
