//! Blocks of a posting -> title, requirements, duties: which part asks for what.

use super::asking::{
    asked_outright, asks, asks_by_itself, asks_in_so_many_words, asks_plainly, asks_somebody, hopes, likes, of_them,
    seeks_somebody, speaks_of_candidates, speaks_of_you, wishes,
};
use super::blocks::{Block, BlockKind, in_capitals};
use super::conditions::{asks_nothing, is_condition};
use super::criteria::{
    Found, SO_IS, Setting, accepts_instead, criteria, has_label, is_label, names_nothing, preferred_before, sentences,
};
use super::cues::printed;
use super::duties::{is_duty, tells_of_work};
use super::headings::{Section, ends_posting, heading_section, says_not_needed};
use super::legend::Legend;
use super::title::title;
use super::years::mentions;
use crate::role::{Importance, Requirement};

/// More requirements than any posting has; then reading stops.
const MOST: usize = 300;
/// A paragraph with more words is prose; each of its sentences is looked at alone.
const PROSE: usize = 40;
/// A longer sentence sets no condition.
const CONDITION_WORDS: usize = 60;
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
    /// Number of the part, counted by headings.
    part: usize,
    /// Whether the words above the list say that its items are abilities ("you can:").
    ability: bool,
}

/// Gathers what a posting asks for.
pub(super) fn gather(blocks: &[Block]) -> Gathered {
    let legend = Legend::of(blocks);
    if legend.is_empty() { gather_by(&legend, blocks) } else { gather_by(&legend, &legend.joined(blocks)) }
}

/// The same where marks of items may say how much each is asked for.
fn gather_by(legend: &Legend, blocks: &[Block]) -> Gathered {
    let mut out = Gathered { title: title(blocks), ..Gathered::default() };
    let mut pieces = sections(below_title(blocks, &out.title), &out.title);
    pieces.retain(|p| p.block.text.split_once(": ").is_none_or(|(label, _)| !says_not_needed(label)));
    let first = first_role(&out.title);
    let has_required = pieces.iter().any(|p| p.section == Section::Required);
    let first_wishes = pieces.iter().find(|p| p.section == Section::Preferred).map_or(0, |p| p.part);
    let listed = listed(&pieces);
    let duty_parts = duty_parts(&pieces, first);
    for (piece, listed) in pieces.iter().zip(listed) {
        if out.requirements.len() >= MOST {
            break;
        }
        let importance = match piece.section {
            Section::Required => Importance::Required,
            Section::Preferred if has_required => Importance::Preferred,
            // a posting whose first list is called desirable, without one that is required, asks for what stands in it
            Section::Preferred if piece.part == first_wishes => Importance::Required,
            Section::Preferred => Importance::Preferred,
            Section::Duties | Section::Other => {
                if piece.section == Section::Duties && piece.block.kind == BlockKind::Item {
                    out.duties.push(piece.block.text.clone());
                }
                continue;
            }
        };
        if duty_parts.contains(&piece.part) && !asks_in_so_many_words(&piece.block.text) {
            out.duties.push(piece.block.text.clone());
            continue;
        }
        let own = || printed(&piece.block.text, first).is_some();
        if piece.block.kind == BlockKind::Item && !piece.ability && is_duty(&piece.block.text) && !own() {
            out.duties.push(piece.block.text.clone());
            continue;
        }
        match legend.read(&piece.block.text) {
            Some((text, says)) => add_piece(&Block { kind: piece.block.kind, text }, listed, says, first, &mut out),
            None => add_piece(piece.block, listed, importance, first, &mut out),
        }
    }
    let lists = !out.requirements.is_empty();
    for piece in pieces.iter().filter(|p| matches!(p.section, Section::Duties | Section::Other)) {
        if out.requirements.len() >= MOST {
            break;
        }
        let prose = piece.block.kind != BlockKind::Item;
        // "What would make us smile: Portuguese. PCI DSS knowledge."
        let money = piece.block.text.to_lowercase().starts_with("bonus:");
        if prose && !money && has_label(&piece.block.text) {
            take(criteria(&piece.block.text, Importance::Required, Setting::List), &mut out);
            continue;
        }
        // beside lists only what says so plainly; without lists whatever asks
        let mut of_somebody = false;
        for sentence in sentences(&piece.block.text) {
            let asked = if prose && !lists { asks_somebody(&sentence) } else { prose && asks_plainly(&sentence) };
            // "Candidates have led a team. They are used to working with a board"
            of_somebody =
                prose && !lists && (asked && speaks_of_candidates(&sentence) || of_somebody && of_them(&sentence));
            let asked = asked || of_somebody;
            let asked = asked
                || !prose && !lists && piece.section == Section::Other && asks_by_itself(&sentence)
                || !prose && asks_in_so_many_words(&sentence);
            if asked {
                take(criteria(&sentence, Importance::Required, Setting::Prose), &mut out);
            } else if is_condition(&sentence)
                && !sentence.ends_with('?')
                && !asks_nothing(&sentence)
                && sentence.split_whitespace().count() <= CONDITION_WORDS
            {
                out.not_scored.push(sentence);
            }
        }
    }
    out
}

/// The blocks from the title of a page on: above it stand the site's own words ("We use cookies", "Jobs", "Log in").
fn below_title<'a>(blocks: &'a [Block], title: &str) -> &'a [Block] {
    const PAGE: BlockKind = BlockKind::Heading(1);
    let from = blocks.iter().position(|b| b.kind == PAGE && !title.is_empty() && b.text.contains(title));
    &blocks[from.unwrap_or(0)..]
}

/// The part of each block below a heading. A deeper heading that says nothing stays in its part.
fn sections<'a>(blocks: &'a [Block], title: &str) -> Vec<Piece<'a>> {
    let mut section = Section::Other;
    let mut depth = usize::MAX;
    let mut ability = false;
    let mut part = 0;
    let mut out = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        let asked = || out.iter().any(|p: &Piece<'_>| p.section == Section::Required);
        if block.kind != BlockKind::Item && ends_posting(&block.text) && asked() {
            break;
        }
        match block.kind {
            BlockKind::Heading(at) => {
                ability = says_ability(&block.text);
                // "Product Manager, Customer Experience" heads no part
                let known = heading_section(&block.text, false).filter(|_| title.is_empty() || block.text != title);
                // "So who am I looking for? Let me be plain:"
                let item_next = blocks.get(i + 1).is_some_and(|b| b.kind == BlockKind::Item);
                let known = known.or_else(|| lead_in(&block.text).filter(|_| item_next && at == COLON_DEPTH));
                match known {
                    Some(found) => (section, depth, part) = (found, at, part + 1),
                    // "Qualifications" and right below it "What distinguishes you": one part
                    None if i > 0 && matches!(blocks[i - 1].kind, BlockKind::Heading(_)) => {}
                    None if at <= depth && at < COLON_DEPTH => (section, depth) = (Section::Other, at),
                    None if at <= depth && in_capitals(&block.text) && prose_below(blocks.get(i + 1)) => {
                        (section, depth) = (Section::Other, at)
                    }
                    None => {}
                }
            }
            BlockKind::Paragraph if heads_prose(block, blocks.get(i + 1)) => {
                (section, depth) = (Section::Other, WORDS_DEPTH)
            }
            BlockKind::Paragraph => {
                let item_next = blocks.get(i + 1).is_some_and(|b| b.kind == BlockKind::Item);
                if item_next {
                    ability = says_ability(&block.text);
                }
                if item_next && let Some(found) = lead_in(&block.text) {
                    (section, depth, part) = (found, COLON_DEPTH, part + 1);
                    if !mentions(&block.text).is_empty() {
                        out.push(Piece { section, block, part, ability });
                    }
                } else {
                    out.push(Piece { section, block, part, ability });
                }
            }
            BlockKind::Item => out.push(Piece { section, block, part, ability }),
        }
    }
    out
}

/// Depth of a heading that its looks alone tell.
const WORDS_DEPTH: usize = 9;

/// Whether prose, and no list, stands below a heading.
fn prose_below(below: Option<&Block>) -> bool {
    const FEWEST_WORDS: usize = 16;
    below.is_some_and(|b| b.kind == BlockKind::Paragraph && b.text.split_whitespace().count() >= FEWEST_WORDS)
}

/// Whether a short line in title case heads the prose below it: "Special Notice". What it names is no subject.
fn heads_prose(line: &Block, below: Option<&Block>) -> bool {
    const MOST_WORDS: usize = 4;
    let words: Vec<&str> = line.text.split_whitespace().collect();
    let capitals =
        words.iter().all(|w| w.starts_with(char::is_uppercase)) && !line.text.ends_with(['.', ':', '?', '!', ',']);
    (1..=MOST_WORDS).contains(&words.len()) && capitals && prose_below(below) && names_nothing(&line.text)
}

/// Whether the words above a list say what somebody can do; then its verbs are no duties.
fn says_ability(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["ability to", "able to", "you can", "know how", "capable of", "have you", "you have", "if you"]
        .iter()
        .any(|w| lower.contains(w))
}

/// What a sentence before a list says about the list.
fn lead_in(text: &str) -> Option<Section> {
    const LONGEST: usize = 70;
    const PREFERRED: [&str; 18] = [
        "great if you have",
        "it'd be lovely",
        "it would be lovely",
        "if you'd also",
        "highly regarded",
        "not essential",
        "if you lack",
        "not a must",
        "bonus",
        "nice to have",
        "a plus if",
        "it would be great",
        "it'd be great",
        "it'd be nice",
        "not required",
        "desirable",
        "preference ",
        "advantageous",
    ];
    const REQUIRED: [&str; 24] = [
        "you should:",
        "you must:",
        "am i looking for",
        "are we looking for",
        "i'm looking for",
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
        "indispensable",
        "shall satisfy",
        "following conditions",
        "includes all of the following",
    ];
    if text.split_whitespace().count() > LONGEST {
        return None;
    }
    // the last sentence leads in to duties, even where those before it say who is looked for
    let last = sentences(text).pop().unwrap_or_default().to_lowercase();
    const DUTIES: [&str; 9] = [
        "responsib",
        "your job",
        "duties",
        "tasks",
        "you will do",
        "you'll do",
        "your main roles",
        "you will:",
        "you'll:",
    ];
    if DUTIES.iter().any(|w| last.contains(w)) {
        return Some(Section::Duties);
    }
    let lower = text.to_lowercase();
    if PREFERRED.iter().any(|w| lower.contains(w)) {
        return Some(Section::Preferred);
    }
    REQUIRED.iter().any(|w| lower.contains(w)).then_some(Section::Required)
}

/// Headings from this depth on are told by a colon or by words, and end nothing if they say nothing.
const COLON_DEPTH: usize = 8;

/// Parts whose items are duties for the most part, whatever their heading says ("What you'll bring").
fn duty_parts(pieces: &[Piece<'_>], first: &str) -> Vec<usize> {
    const FEWEST: usize = 3;
    let mut out = Vec::new();
    for part in pieces.chunk_by(|a, b| a.part == b.part) {
        let items = || part.iter();
        let work = items().filter(|p| !p.ability && tells_of_work(&p.block.text)).count();
        let own = items().any(|p| printed(&p.block.text, first).is_some());
        if work >= FEWEST && work * 2 >= items().count() && !own {
            out.push(part[0].part);
        }
    }
    out
}

/// For each piece, whether its part has list items; then its paragraphs only introduce them.
fn listed(pieces: &[Piece<'_>]) -> Vec<bool> {
    let mut out = Vec::with_capacity(pieces.len());
    for part in pieces.chunk_by(|a, b| a.section == b.section) {
        let listed = part.iter().any(|p| p.block.kind == BlockKind::Item);
        out.extend(std::iter::repeat_n(listed, part.len()));
    }
    out
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
    let long = block.text.split_whitespace().count() > PROSE;
    // "(b) Life support. Hold a current certificate" is an item of a list of paragraphs
    if let Some(item) = enumerated(&block.text).filter(|_| block.kind == BlockKind::Paragraph) {
        take(criteria(item, importance, Setting::List), out);
        return;
    }
    // "Bonus: a certificate; experience with SAP" is an item without a mark
    if block.kind == BlockKind::Item || has_label(&block.text) {
        take(criteria(&block.text, importance, Setting::List), out);
        return;
    }
    let prose = listed || long;
    let told = sentences(&block.text);
    let given = importance;
    for (at, sentence) in told.iter().enumerate() {
        // "SQL is desirable. So is Python": as much as what was named before
        let (sentence, importance) = match SO_IS.find(sentence) {
            Some(lead) if at > 0 && preferred_before(&told[..at]) => (&sentence[lead.end()..], Importance::Preferred),
            _ => (sentence.as_str(), given),
        };
        // "Language. Fluent English."
        if at == 0 && told.len() > 1 && is_label(sentence) {
            continue;
        }
        if asks_nothing(sentence) || accepts_instead(sentence, &mut out.requirements) {
            continue;
        }
        if is_condition(sentence) && mentions(sentence).is_empty() && hopes(sentence) {
            out.not_scored.push(sentence.to_owned());
        } else if hopes(sentence) {
            continue;
        } else if !prose {
            take(criteria(sentence, importance, Setting::List), out);
        } else if let Some((asked, wish)) = asked_outright(sentence) {
            take(criteria(asked, if wish { Importance::Preferred } else { importance }, Setting::List), out);
        } else if asks(sentence)
            || speaks_of_you(sentence)
            || wishes(sentence)
            || importance != given && !names_nothing(sentence)
        {
            take(criteria(sentence, importance, Setting::Prose), out);
        } else if is_condition(sentence) || likes(sentence) || seeks_somebody(sentence) {
            out.not_scored.push(sentence.to_owned());
        }
    }
}

/// A paragraph without the letter or figure that it is counted by, and without its label.
fn enumerated(text: &str) -> Option<&str> {
    /// Letters in the longest counter: "(iii)".
    const COUNTER: usize = 3;
    let (counter, rest) = text.trim_start_matches('(').split_once(") ")?;
    let counts =
        (1..=COUNTER).contains(&counter.len()) && counter.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let label = rest.split_once(". ").filter(|(label, words)| !words.is_empty() && is_label(label));
    counts.then(|| label.map_or(rest, |(_, words)| words))
}

fn take(found: Found, out: &mut Gathered) {
    out.requirements.extend(found.requirements);
    out.not_scored.extend(found.not_scored);
}

/// The built-in role whose texts are tried first.
fn first_role(title: &str) -> &'static str {
    if title.to_lowercase().contains("senior") { "senior" } else { "lead" }
}
