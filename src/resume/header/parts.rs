//! A header's text taken apart: which part is the title, and which the employer.

use super::super::labels::{names_company, names_employer, names_role, without_label};

/// A header's text taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::resume) struct Parts {
    pub(in crate::resume) title: String,
    pub(in crate::resume) employer: String,
    /// What stands behind the title and is taken for the employer only where nothing else is.
    pub(in crate::resume) team: String,
}

/// A part of a header beside its title.
struct Other {
    text: String,
    /// The line or the part of a line between strong marks that it stands in.
    piece: usize,
}

/// Words in the longest name of an employer; a longer part tells of the work.
const EMPLOYER_WORDS: usize = 8;
/// Words before a later title of the same job: "Check-in agent, then Duty Supervisor".
const LATER: [&str; 5] = ["then ", "later ", "and then ", "now ", "promoted to "];

/// Splits header lines into title and employer. `is_title` says whether a segment has title words; `apart` whether the
/// resume writes employers apart from titles, so that "Product Manager, Growth" over "Acme" names a team.
pub(in crate::resume) fn split(texts: &[String], apart: bool, is_title: impl Fn(&str) -> bool) -> Parts {
    let mut title: Option<Other> = None;
    let mut others: Vec<Other> = Vec::new();
    // "Title: Product Manager, Prepaid" names a team, where a row of its own says the employer
    let mut employer: Option<String> = None;
    let formed = texts.iter().any(|text| names_role(text));
    // "Hill Partners LLP" is no title where another part is one
    let named = |text: &String| segments(text).iter().any(|part| is_title(part) && !names_company(part));
    let company_aside = texts.iter().any(named);
    let is_title = |part: &str| is_title(part) && !(company_aside && names_company(part));
    let lines = texts.iter().map(|text| (text, pieces(text)));
    let mut piece = 0;
    for (text, pieces) in lines {
        let counted = (piece..).zip(&pieces);
        let mut parts = counted.flat_map(|(piece, parts)| parts.iter().map(move |part| (piece, part))).peekable();
        piece += pieces.len();
        while let Some((piece, segment)) = parts.next() {
            // a title may hold a comma: "Vice President, Product"
            let mut whole = segment.clone();
            if let Some((_, next)) = parts.peek().filter(|_| title.is_none() && !tidy(segment).is_empty()) {
                let both = format!("{}, {}", tidy(segment), next.trim());
                if !is_title(segment) && !is_title(next) && is_title(&both) {
                    whole = both;
                    parts.next();
                }
            }
            let segment = tidy(&whole);
            let later = LATER.iter().any(|word| segment.starts_with(word)) && is_title(segment);
            // "Senior BA, later Lead": what came first is a title too
            if later && title.is_none() {
                title = others.pop_if(|first| first.piece == piece);
            }
            let later = later && title.is_some();
            // "(paused in 2020)", what is left of dates and of broken marks ("\\xe2") name nobody
            let bare = title.is_some()
                && (segment.starts_with(['(', '\\'])
                    || segment.starts_with("with ")
                    || segment.chars().filter(|c| c.is_alphabetic()).count() < 2);
            if segment.is_empty() || later || bare {
                continue;
            }
            // a form says which is which
            let titled = if formed && names_employer(text) { false } else { is_title(segment) || names_role(text) };
            // "Lecturer at", where the line ends
            let segment = if titled { segment.strip_suffix(" at").unwrap_or(segment) } else { segment };
            let part = Other { text: segment.to_string(), piece };
            // "Hopperline (founder, CEO)"
            let aside = segment.strip_suffix(')').and_then(|inner| inner.split_once(" ("));
            let aside = aside.filter(|(before, inner)| !is_title(before) && is_title(inner));
            if let Some((before, inner)) = aside.filter(|_| titled && title.is_none()) {
                title = Some(Other { text: inner.to_string(), piece });
                others.push(Other { text: before.to_string(), piece });
            } else if titled && title.is_none() {
                title = Some(part);
            } else {
                if names_employer(text) {
                    employer.get_or_insert_with(|| segment.to_string());
                }
                others.push(part);
            }
        }
    }
    // "Shift leader, maintenance" over "Hill & Co. KG": a title that nobody knows
    if title.is_none() && employer.is_none() && others.first().is_some_and(|first| !names_company(&first.text)) {
        let company = others.iter().position(|other| other.text.contains(' ') && names_company(&other.text));
        employer = company.map(|at| others.remove(at).text);
        title = employer.is_some().then(|| others.remove(0));
    }
    let beside = |other: &Other| title.as_ref().is_some_and(|title| title.piece == other.piece);
    let team = |other: &Other| {
        beside(other) && !names_company(&other.text) && (apart || other.text.starts_with(char::is_lowercase))
    };
    // what it says of itself in brackets is not its name
    let words = |text: &str| text.split('(').next().unwrap_or_default().split_whitespace().count();
    let named = |other: &Other| !team(other) && words(&other.text) <= EMPLOYER_WORDS;
    let aside = others.iter().position(team).map(|at| others[at].text.clone()).unwrap_or_default();
    let own = employer.or_else(|| {
        let own = others.iter().position(named).or_else(|| others.iter().position(|other| !team(other)))?;
        Some(others.swap_remove(own).text)
    });
    let title = title.map(|title| title.text).unwrap_or_default();
    Parts { title, employer: own.unwrap_or_default(), team: aside }
}

/// Whether a header writes its employer apart from its title: "Product Manager" over "Acme" does, "Product Manager, Acme"
/// does not, and of "Product Manager, Growth" over "Acme" nobody knows.
pub(in crate::resume) fn is_apart(texts: &[String], is_title: impl Fn(&str) -> bool) -> Option<bool> {
    let pieces = texts.iter().flat_map(|text| pieces(text));
    let parts = |piece: Vec<String>| piece.iter().map(|p| tidy(p).to_owned()).filter(|p| !p.is_empty()).collect();
    let pieces: Vec<Vec<String>> = pieces.map(parts).filter(|piece: &Vec<String>| !piece.is_empty()).collect();
    let titled = pieces.iter().position(|piece| piece.iter().any(|part| is_title(part)))?;
    let alone = pieces[titled].len() == 1;
    let company = pieces[titled].iter().any(|part| names_company(part));
    match (alone, pieces.len() > 1) {
        (true, true) => Some(true),
        (true, false) => None,
        (false, others) => (company || !others).then_some(false),
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
const NO_NAME: &str = "Company Name";
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
    // "Dispatcher with Tarheel Motor Lines"
    if let Some(at) = marked.find(WITH).filter(|at| marked[at + WITH.len()..].starts_with(char::is_uppercase)) {
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
