//! Blocks of a posting -> title, requirements, duties: which part asks for what.

use super::blocks::{Block, BlockKind};
use super::criteria::{Found, criteria, is_not_in_resumes, says_preferred, sentences};
use super::cues::{concepts, printed};
use super::degrees::{certificates, degree};
use super::headings::{Section, heading_section};
use super::years::mentions;
use crate::role::{Importance, Requirement};

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
        from_prose(blocks, &mut out);
    }
    out
}

/// The part of each block below a heading. A deeper heading that says nothing stays in its part.
fn sections(blocks: &[Block]) -> Vec<Piece<'_>> {
    let mut section = Section::Other;
    let mut depth = usize::MAX;
    let mut out = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::Heading(at) => match heading_section(&block.text, false) {
                Some(found) => (section, depth) = (found, at),
                None if at <= depth && at < COLON_DEPTH => (section, depth) = (Section::Other, at),
                None => {}
            },
            _ => out.push(Piece { section, block }),
        }
    }
    out
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
    const ASKING: [&str; 14] = [
        "experience",
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
    let company = lower.contains("we offer") || lower.contains("our ") && !lower.contains("you");
    let words = ASKING.iter().any(|w| lower.contains(w)) && !concepts(sentence).is_empty() && !company;
    words
        || !mentions(sentence).is_empty() && lower.contains("experience")
        || degree(sentence).is_some() && !company
        || certificates(sentence).is_some_and(|c| !c.is_empty())
}

/// A posting without lists or headings that we know: sentences that ask for something.
fn from_prose(blocks: &[Block], out: &mut Gathered) {
    for block in blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Heading(_))) {
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

/// The first line that names a role, else the first heading.
fn title(blocks: &[Block]) -> String {
    const FIRST: usize = 8;
    const ROLES: [&str; 9] = [
        "product manager",
        "product owner",
        "product lead",
        "head of product",
        "product management",
        "director",
        "manager",
        "vp ",
        "product",
    ];
    let short = |b: &&Block| b.text.split_whitespace().count() <= TITLE_WORDS && !b.text.ends_with(['.', ',']);
    let front: Vec<&Block> = blocks.iter().take(FIRST).filter(short).collect();
    let named = ROLES.iter().find_map(|r| front.iter().find(|b| b.text.to_lowercase().contains(r)));
    let heading =
        || front.iter().find(|b| matches!(b.kind, BlockKind::Heading(_)) && heading_section(&b.text, false).is_none());
    let text = named.or_else(heading).map(|b| b.text.as_str()).unwrap_or_default();
    text.trim_start_matches("Title:").trim_start_matches("Job title:").trim().to_owned()
}

/// The built-in role whose texts are tried first.
fn first_role(title: &str) -> &'static str {
    if title.to_lowercase().contains("senior") { "senior" } else { "lead" }
}
