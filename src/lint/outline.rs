//! The lines of a posting with the section that each stands in, told by headings.
//!
//! What a line is (heading, item, paragraph) is decided where postings are read for requirements; here only the
//! sections are finer, because a law asks for pay, benefits, a last day and a way to apply.

use crate::document::{Line, LineKind};
use crate::posting::outline::{BlockKind, heading_section, holds, read_line};
use serde::Deserialize;
use std::sync::LazyLock;

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Section {
    /// Before the first heading that says something.
    Top,
    /// The company.
    About,
    /// The product.
    Product,
    /// What the holder does.
    Duties,
    /// What must be.
    Required,
    /// What may be.
    Preferred,
    /// What need not be.
    NotNeeded,
    /// First-year outcomes.
    Outcomes,
    /// Team and reporting line.
    Team,
    /// Pay.
    Pay,
    /// Benefits.
    Benefits,
    /// Place and hours.
    Place,
    /// Interviews.
    Interview,
    /// How to apply.
    Apply,
    /// Equal opportunity, accommodation, screening, vacancy, privacy.
    Equal,
    /// Anything else.
    Other,
}

/// A line of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row {
    /// First byte.
    pub(super) start: usize,
    /// Byte behind the last.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// Where it stands.
    pub(super) section: Section,
    /// Whether it carries on the line before.
    pub(super) continues: bool,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing on it.
    Blank,
    /// A heading.
    Heading,
    /// An item of a list.
    Item,
    /// Anything else.
    Paragraph,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Named {
    section: Section,
    headings: Vec<&'static str>,
}

static SECTIONS: LazyLock<Vec<Named>> =
    LazyLock::new(|| serde_json::from_str(include_str!("sections.json")).expect("compiled-in sections parse"));

/// Most words of a heading that is told by words inside it.
const HEADING_WORDS: usize = 9;

/// What a heading opens, if its words say it.
pub(super) fn section_of(heading: &str) -> Option<Section> {
    let lower = heading.to_lowercase().replace(['\u{2019}', '\u{2018}'], "'");
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').filter(|w| !w.is_empty()).collect();
    if words.len() > HEADING_WORDS {
        return None;
    }
    let words = words.join(" ");
    let exact = SECTIONS.iter().find(|n| n.headings.contains(&words.as_str()));
    let inside = || SECTIONS.iter().find(|n| n.headings.iter().any(|h| holds(&words, h)));
    if let Some(named) = exact.or_else(inside) {
        return Some(named.section);
    }
    // "About Fernhill Maps" is about the company; about what else is said by the lists
    const NOT_COMPANY: [&str; 6] = [" you ", " role ", " position ", " job ", " team ", " opportunity "];
    let padded = format!(" {words} ");
    if padded.starts_with(" about ") && !NOT_COMPANY.iter().any(|w| padded.contains(w)) {
        return Some(Section::About);
    }
    use crate::posting::outline::Section as Part;
    match heading_section(heading, false)? {
        Part::Required => Some(Section::Required),
        Part::Preferred => Some(Section::Preferred),
        Part::Duties => Some(Section::Duties),
        Part::Other => Some(Section::Other),
    }
}

/// Cuts a text into rows. `marks` says whether marks of Markdown count.
pub(super) fn outline(text: &str, lines: &[Line], marks: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(lines.len());
    let mut section = Section::Top;
    let mut comment = false;
    let mut begun = false;
    for (index, line) in lines.iter().enumerate() {
        let raw = &text[line.start..line.end];
        let row = |kind, section, continues| Row { start: line.start, end: line.end, kind, section, continues };
        let trimmed = raw.trim();
        let hidden = comment || (marks && trimmed.starts_with("<!--"));
        comment = marks && hidden && !trimmed.contains("-->");
        if hidden || is_directive(trimmed) || trimmed.is_empty() || trimmed.chars().all(|c| "=-_*#~".contains(c)) {
            rows.push(Row { end: line.start, ..row(Kind::Blank, section, false) });
            continue;
        }
        // a posting that came as one line is too long to be anything but a paragraph
        const LONGEST: usize = 4000;
        let blocks = if raw.len() > LONGEST { vec![] } else { read_line(trimmed, line.kind, marks) };
        let near = |at: Option<usize>| at.and_then(|at| lines.get(at)).map_or("", |l| text[l.start..l.end].trim());
        let alone = near(index.checked_sub(1)).is_empty();
        let next =
            lines[index + 1..].iter().map(|l| text[l.start..l.end].trim()).find(|l| !l.is_empty()).unwrap_or_default();
        let over_list = alone && (next.starts_with(BULLETS) || near(Some(index + 1)).is_empty());
        let plain = blocks.len() == 1 && blocks[0].kind == BlockKind::Paragraph;
        let headed = plain && over_list && looks_like_a_heading(trimmed) && section_of(trimmed).is_some();
        let kind = match blocks.first().map(|b| b.kind) {
            Some(kind) if headed || matches!(kind, BlockKind::Heading(_)) => {
                let heading = &blocks[0].text;
                match section_of(heading) {
                    Some(found) => section = found,
                    // the title above everything opens nothing, a heading of another kind does
                    None if !begun => {}
                    None if is_strong_heading(trimmed, line.kind, marks) => section = Section::Other,
                    None => {}
                }
                if blocks.len() > 1 { Kind::Paragraph } else { Kind::Heading }
            }
            Some(BlockKind::Item) => Kind::Item,
            _ => Kind::Paragraph,
        };
        begun |= kind != Kind::Heading;
        let continues = kind == Kind::Paragraph && rows.last().is_some_and(|last| carries_on(text, last, trimmed));
        rows.push(row(kind, section, continues));
    }
    rows
}

/// Marks of list items.
const BULLETS: [char; 7] = ['-', '*', '•', '·', '▪', '●', '‣'];
/// Most words of a line that only its place makes a heading.
const BARE_WORDS: usize = 7;

/// A short line without an end, above a list or alone: "Required Skills and Qualifications".
fn looks_like_a_heading(line: &str) -> bool {
    let ends = line.ends_with(['.', ',', ';', '!', '?']);
    line.starts_with(char::is_uppercase)
        && !ends
        && !line.contains(". ")
        && line.split_whitespace().count() <= BARE_WORDS
}

/// A line that speaks to lint and to nobody else.
fn is_directive(line: &str) -> bool {
    line.strip_prefix('#').is_some_and(|rest| rest.trim_start().starts_with("rolefit:"))
}

fn is_strong_heading(line: &str, kind: LineKind, marks: bool) -> bool {
    kind == LineKind::Heading || (marks && (line.starts_with('#') || line.starts_with("**")))
}

/// Whether a line is the rest of a wrapped one.
fn carries_on(text: &str, last: &Row, line: &str) -> bool {
    let before = text[last.start..last.end].trim_end();
    let open = !before.ends_with(['.', '!', '?', ':', ';']);
    let small = line.starts_with(|c: char| c.is_lowercase());
    matches!(last.kind, Kind::Paragraph | Kind::Item) && open && (small || before.ends_with(','))
}
