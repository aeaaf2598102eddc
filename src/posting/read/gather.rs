//! Blocks of a posting -> title, requirements, duties: which part asks for what.

use super::blocks::{Block, BlockKind};
use super::criteria::{Found, criteria, is_not_in_resumes, says_preferred, sentences};
use super::cues::{concepts, printed};
use super::degrees::{certificates, degree};
use super::headings::{Section, heading_section};
use super::years::mentions;
use crate::role::{Importance, Requirement};
use regex::Regex;
use std::sync::LazyLock;

/// A paragraph with more words is prose; each of its sentences is looked at alone.
const PROSE: usize = 40;
/// Most words of a title.
const TITLE_WORDS: usize = 14;
/// Weight of a requirement that is only preferred.
const PREFERRED_WEIGHT: u32 = 1;
/// Least weight of a requirement that is required.
const REQUIRED_WEIGHT: u32 = 2;

/// What a posting says.
#[derive(Debug, Clone, Default)]
pub(super) struct Gathered {
    pub(super) title: String,
    pub(super) requirements: Vec<Requirement>,
    pub(super) duties: Vec<String>,
    pub(super) not_scored: Vec<String>,
}

/// A piece with the part it stands in.
struct Piece<'a> {
    section: Section,
    block: &'a Block,
}

/// Gathers what a posting asks for.
pub(super) fn gather(blocks: &[Block]) -> Gathered {
    let pieces = sections(blocks);
    let mut out = Gathered { title: title(blocks), ..Gathered::default() };
    let first = first_role(&out.title);
    let has_required = pieces.iter().any(|p| p.section == Section::Required);
    for (i, piece) in pieces.iter().enumerate() {
        let importance = match piece.section {
            Section::Required => Importance::Required,
            Section::Preferred if has_required => Importance::Preferred,
            // a posting whose only list is called desirable asks for what stands in it
            Section::Preferred => Importance::Required,
            Section::Duties => {
                if piece.block.kind == BlockKind::Item {
                    out.duties.push(piece.block.text.clone());
                }
                continue;
            }
            Section::Other => {
                note_conditions(&piece.block.text, &mut out);
                continue;
            }
        };
        let listed = neighbours_are_items(&pieces, i);
        add_piece(piece.block, listed, importance, first, &mut out);
    }
    if out.requirements.is_empty() {
        let duty = |p: &&Piece| p.section == Section::Duties && p.block.kind == BlockKind::Item;
        from_prose(pieces.iter().filter(|p| !duty(p)).map(|p| p.block), &mut out);
    }
    if out.requirements.is_empty() {
        from_prose(pieces.iter().map(|p| p.block), &mut out);
    }
    if out.requirements.is_empty() {
        from_duties(&pieces, &mut out);
    }
    out
}

/// A posting that asks for nothing in so many words: what its holder will do is what is asked for.
fn from_duties(pieces: &[Piece<'_>], out: &mut Gathered) {
    for piece in pieces {
        for sentence in sentences(&piece.block.text) {
            let lower = sentence.to_lowercase();
            let duty = piece.section == Section::Duties && piece.block.kind == BlockKind::Item;
            if (duty || lower.contains("you will") || lower.contains("you'll")) && !concepts(&sentence).is_empty() {
                take(criteria(&sentence, Importance::Required), out);
            }
        }
    }
}

/// The part of each block below a heading. A deeper heading that says nothing stays in its part.
fn sections(blocks: &[Block]) -> Vec<Piece<'_>> {
    let mut section = Section::Other;
    let mut depth = usize::MAX;
    let mut out = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        match block.kind {
            BlockKind::Heading(at) => match heading_section(&block.text, false) {
                Some(found) => (section, depth) = (found, at),
                None if at <= depth && at < COLON_DEPTH => (section, depth) = (Section::Other, at),
                None => {}
            },
            BlockKind::Paragraph => {
                let item_next = blocks.get(i + 1).is_some_and(|b| b.kind == BlockKind::Item);
                if item_next && let Some(found) = lead_in(&block.text) {
                    (section, depth) = (found, COLON_DEPTH);
                    if !mentions(&block.text).is_empty() {
                        out.push(Piece { section, block });
                    }
                } else {
                    out.push(Piece { section, block });
                }
            }
            BlockKind::Item => out.push(Piece { section, block }),
        }
    }
    out
}

/// What a sentence before a list says about the list.
fn lead_in(text: &str) -> Option<Section> {
    const LONGEST: usize = 70;
    const PREFERRED: [&str; 6] =
        ["bonus", "nice to have", "a plus if", "it would be great", "not required", "desirable"];
    const REQUIRED: [&str; 15] = [
        "good fit",
        "great fit",
        "looking for someone",
        "we're looking for",
        "we are looking for",
        "qualities",
        "ideal candidate",
        "you might be",
        "you may be",
        "who has experience",
        "requirements",
        "you'll have",
        "you will have",
        "following qualifications",
        "you should have",
    ];
    let lower = text.to_lowercase();
    if text.split_whitespace().count() > LONGEST {
        return None;
    }
    if PREFERRED.iter().any(|w| lower.contains(w)) {
        return Some(Section::Preferred);
    }
    REQUIRED.iter().any(|w| lower.contains(w)).then_some(Section::Required)
}

/// Headings from this depth on are told by a colon or by words, and end nothing if they say nothing.
const COLON_DEPTH: usize = 8;

/// Whether the part of a block has list items; then its paragraphs only introduce them.
fn neighbours_are_items(pieces: &[Piece], at: usize) -> bool {
    let section = pieces[at].section;
    let before = pieces[..at].iter().rev().take_while(|p| p.section == section);
    let behind = pieces[at..].iter().take_while(|p| p.section == section);
    before.chain(behind).any(|p| p.block.kind == BlockKind::Item)
}

fn add_piece(block: &Block, listed: bool, importance: Importance, first: &str, out: &mut Gathered) {
    if let Some(mut known) = printed(&block.text, first) {
        known.importance = importance;
        known.weight = match importance {
            Importance::Preferred => PREFERRED_WEIGHT,
            Importance::Required => known.weight.max(REQUIRED_WEIGHT),
        };
        out.requirements.push(known);
        return;
    }
    if block.kind == BlockKind::Item {
        take(criteria(&block.text, importance), out);
        return;
    }
    let prose = listed || block.text.split_whitespace().count() > PROSE;
    for sentence in sentences(&block.text) {
        if !prose || asks(&sentence) {
            take(criteria(&sentence, importance), out);
        }
    }
}

fn take(found: Found, out: &mut Gathered) {
    out.requirements.extend(found.requirements);
    out.not_scored.extend(found.not_scored);
}

/// Whether a sentence asks for something that can be checked.
fn asks(sentence: &str) -> bool {
    const ASKING: [&str; 18] = [
        "looking for",
        "abilities",
        "experience",
        "candidate",
        "able to",
        "ability to",
        "knowledge of",
        "familiar",
        "understanding of",
        "background in",
        "must ",
        "skills",
        "proficien",
        "you have",
        "you are",
        "required",
        "is a plus",
        "expertise",
    ];
    let lower = sentence.to_lowercase();
    let company = lower.contains("we offer")
        || lower.contains("our ") && !["you", "candidate", "must"].iter().any(|w| lower.contains(w));
    let words = ASKING.iter().any(|w| lower.contains(w)) && !concepts(sentence).is_empty() && !company;
    words
        || !mentions(sentence).is_empty() && lower.contains("experience")
        || degree(sentence).is_some() && !company
        || certificates(sentence).is_some_and(|c| !c.is_empty())
}

/// A posting without lists or headings that we know: sentences that ask for something.
fn from_prose<'a>(blocks: impl Iterator<Item = &'a Block>, out: &mut Gathered) {
    for block in blocks {
        for sentence in sentences(&block.text) {
            if asks(&sentence) {
                let importance = if says_preferred(&sentence) { Importance::Preferred } else { Importance::Required };
                take(criteria(&sentence, importance), out);
            }
        }
    }
}

/// Conditions outside the lists, which no resume shows.
fn note_conditions(text: &str, out: &mut Gathered) {
    const LONGEST: usize = 30;
    const CONDITIONS: [&str; 6] =
        ["must be", "visa", "sponsor", "background check", "authorized to work", "right to work"];
    let lower = text.to_lowercase();
    if !CONDITIONS.iter().any(|c| lower.contains(c)) {
        return;
    }
    for sentence in sentences(text) {
        if is_not_in_resumes(&sentence) && sentence.split_whitespace().count() <= LONGEST {
            out.not_scored.push(sentence);
        }
    }
}

/// Words of a title.
const ROLES: [&str; 8] = [
    "product manager",
    "product owner",
    "product lead",
    "head of product",
    "product management",
    "director",
    "manager",
    "vp ",
];
/// A title inside a sentence: "looking for a Senior Product Manager to ...".
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:[Ll]ooking for|[Hh]iring|[Ss]eeking|[Ss]earch(?:ing)? (?:of|for)|[Aa]s|[Jj]ob title:|[Tt]itle:)\s+(?:an? |our |the |next )*((?:[A-Z][\w/&-]*[ ,]+){0,5}(?:Product (?:Manager|Owner|Lead)|Head of Product|Director of Product(?: Management| Marketing)?)\b)")
        .expect("tried by a test")
});

/// The heading or first line that names a role, else the role that a sentence names, else nothing.
fn title(blocks: &[Block]) -> String {
    const FIRST: usize = 6;
    let names = |b: &&Block| {
        let lower = b.text.to_lowercase();
        let words = b.text.split_whitespace().count();
        let sentence = b.text.ends_with(['.', ',', '?', '!']) || lower.starts_with("about ") || lower.contains(" will");
        words <= TITLE_WORDS && !sentence && ROLES.iter().any(|r| lower.contains(r))
    };
    let heading = blocks.iter().take(FIRST).find(|b| matches!(b.kind, BlockKind::Heading(_)) && names(b));
    let first = || blocks.first().filter(|b| b.kind == BlockKind::Paragraph && names(b));
    let text = heading.or_else(first).map(|b| b.text.clone());
    let in_sentence = || {
        let named = |b: &Block| NAMED.captures(&b.text).and_then(|c| c.get(1)).map(|m| m.as_str().to_owned());
        blocks.iter().find_map(named)
    };
    let text = text.or_else(in_sentence).unwrap_or_default();
    ["Title:", "Job title:", "Job Title:", "Job Description:"]
        .iter()
        .fold(text, |t, p| t.trim_start_matches(p).trim().to_owned())
}

/// The built-in role whose texts are tried first.
fn first_role(title: &str) -> &'static str {
    if title.to_lowercase().contains("senior") { "senior" } else { "lead" }
}
