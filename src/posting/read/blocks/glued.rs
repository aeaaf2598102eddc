//! Items, headings and sentences whose line ends were lost on the way.
//!
//! Job boards and mails run lists together: "... skillsExperience with SQL", "- SQL - Figma", "experienceYou will". A
//! place counts as a lost line end by the signs around it, never by what a sentence might mean.

use super::super::headings::heading_section;
use super::{Block, BlockKind, WORDS, word_count};
use std::ops::Range;

/// Fewest lost line ends that prove a list.
const FEWEST: usize = 2;
/// A piece with more words is prose.
const PROSE: usize = 40;

/// The last word of a title that a line begins with, where the next word was glued to it: "Product ManagerAs a member".
fn behind_title(text: &str) -> Option<usize> {
    const TITLE_WORDS: usize = 6;
    const NOUNS: [&str; 7] = ["Manager", "Owner", "Director", "Lead", "Designer", "Analyst", "Intern"];
    let mut words =
        super::super::words_of(text).take(TITLE_WORDS).take_while(|(_, w)| w.starts_with(char::is_uppercase));
    words.find_map(|(start, word)| {
        let rest = NOUNS.iter().find_map(|noun| word.strip_prefix(noun))?;
        let glued = rest.starts_with(|c: char| c.is_ascii_uppercase());
        glued.then_some(start + word.len() - rest.len())
    })
}

/// The pieces of a line whose line ends were lost, where there are at least two of them; else the line.
pub(super) fn glued(text: &str) -> Vec<Block> {
    if let Some(at) = behind_title(text) {
        let title = Block { kind: BlockKind::Paragraph, text: text[..at].trim().to_owned() };
        return std::iter::once(title).chain(glued(&text[at..])).collect();
    }
    let marks = marks(text);
    let marked = marks.len() >= FEWEST;
    if !marked && joints(text).len() + brackets(text).len() < FEWEST {
        return vec![Block { kind: BlockKind::Paragraph, text: parted_sentences(text.trim()) }];
    }
    let parted = if marked { part(text, &marks) } else { text.into() };
    let parted = part(&parted, &joints(&parted));
    let parted = part(&parted, &brackets(&parted));
    let parted = part(&parted, &humps(&parted));
    parted.lines().flat_map(piece).collect()
}

/// What stands between two lost line ends; a heading may be glued to its end: "...experience.What You Need".
fn piece(text: &str) -> Vec<Block> {
    let block = |kind, text: &str| Block { kind, text: text.trim().to_owned() };
    let text = text.trim();
    let ends = [". ", "! ", "? ", ".", "!", "?"];
    let cut = ends.iter().filter_map(|e| Some(text.trim_end_matches(':').rfind(e)? + e.len())).max().unwrap_or(0);
    let (before, last) = text.split_at(cut);
    let kind = if word_count(before) > PROSE { BlockKind::Paragraph } else { BlockKind::Item };
    if is_heading(last) {
        return [block(kind, before), block(BlockKind::Heading(WORDS), last.trim_end_matches(':'))]
            .into_iter()
            .filter(|b| !b.text.is_empty())
            .collect();
    }
    vec![block(if word_count(text) > PROSE { BlockKind::Paragraph } else { BlockKind::Item }, text)]
}

/// Whether words that stand between two items head the second.
fn is_heading(text: &str) -> bool {
    const MOST_WORDS: usize = 8;
    const ASKING: [&str; 5] = ["what ", "what's ", "who ", "why ", "about "];
    let bare = text.trim().trim_end_matches(':');
    let lower = bare.to_lowercase();
    let asking = ASKING.iter().any(|w| lower.starts_with(w)) && heading_section(bare, false).is_some();
    bare.starts_with(char::is_uppercase)
        && word_count(bare) <= MOST_WORDS
        && (heading_section(bare, true).is_some() || asking)
}

/// A text in which a sentence that lost its stop has it back: "... of experienceYou will".
fn parted_sentences(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in joints(text).into_iter().map(|cut| cut.start) {
        let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        if word.starts_with(char::is_lowercase) && text[..at].ends_with(char::is_lowercase) {
            out.push_str(&text[from..at]);
            out.push_str(". ");
            from = at;
        }
    }
    out + &text[from..]
}

/// The items of a line that begins with a mark and has the same mark again and again: "- SQL - Figma - Jira".
pub(super) fn inline_items(line: &str) -> Option<Vec<&str>> {
    let mark = line.chars().next().filter(|c| "-–•*●▪".contains(*c))?;
    let joint = format!(" {mark} ");
    let items: Vec<&str> = line.strip_prefix(mark)?.split(&joint).map(str::trim).collect();
    (items.len() > FEWEST && items.iter().all(|i| !i.is_empty())).then_some(items)
}

/// The marks of items within a line: glued ones, dots, and dashes behind a colon ("Requirements: - SQL - Figma").
fn marks(text: &str) -> Vec<Range<usize>> {
    let glued = hyphens(text);
    let listed = glued.len() >= FEWEST;
    let mut out = glued;
    let mut open = false;
    for (at, mark) in text.match_indices(['-', '–', '*', '•', '●', '▪']) {
        let (before, behind) = (&text[..at], &text[at + mark.len()..]);
        if !behind.starts_with(' ') || !(before.is_empty() || before.ends_with(' ')) {
            continue;
        }
        let end = before.trim_end();
        open |= end.ends_with(':');
        let dot = !matches!(mark, "-" | "–" | "*");
        if dot || open || listed && end.ends_with(['.', '!', '?']) {
            out.push(at..text.len() - behind.trim_start().len());
        }
    }
    out.sort_by_key(|cut| cut.start);
    out.dedup_by(|next, last| next.start < last.end);
    out
}

/// Words behind which an item ends, whatever follows: "... experience required802.11 or wireless".
const LAST_WORDS: [&str; 6] = ["required", "preferred", "desired", "plus", "must", "desirable"];

/// Further lost line ends in a line that is known to have some: a capital inside a word that is no name.
fn humps(text: &str) -> Vec<Range<usize>> {
    const LETTERS: usize = 3;
    let mut cuts = Vec::new();
    for (start, word) in super::super::words_of(text) {
        for (at, c) in word.char_indices().skip(1) {
            let (head, tail) = word.split_at(at);
            let small = head.len() >= LETTERS && head.bytes().rev().take(LETTERS).all(|b| b.is_ascii_lowercase());
            let capital =
                c.is_ascii_uppercase() && (tail.len() > FEWEST || text[start + word.len()..].starts_with(' '));
            // "JavaScript" begins with a capital too: then one side must be the word of a heading or of an item
            let known = |w: &str| heading_section(w.trim_matches(|c: char| !c.is_alphanumeric()), true).is_some();
            let plain = head.starts_with(|c: char| c.is_ascii_lowercase()) && tail.len() > FEWEST;
            // "CSSExperience"
            let name = head.bytes().all(|b| b.is_ascii_uppercase()) && head.len() > 1 && FIRST_WORDS.contains(&tail);
            let ends = c.is_ascii_digit() && LAST_WORDS.contains(&head);
            if name
                || small && (capital && (plain || known(head) || known(tail) || FIRST_WORDS.contains(&tail)) || ends)
            {
                cuts.push(start + at..start + at);
            }
        }
    }
    cuts
}

/// A text with line ends instead of what is cut out.
fn part(text: &str, cuts: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len() + cuts.len());
    let mut from = 0;
    for cut in cuts {
        out.push_str(&text[from..cut.start]);
        out.push('\n');
        from = cut.end;
    }
    out + &text[from..]
}

fn ends_sentence(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b')')
}

/// The marks of items that were glued together: "...experience- Android and iOS".
pub(super) fn hyphens(text: &str) -> Vec<Range<usize>> {
    let cut = |(at, mark): (usize, &str)| {
        let behind = &text[at + mark.len()..];
        let words = behind.strip_prefix(' ').unwrap_or(behind);
        let before = *text.as_bytes()[..at].last()?;
        let glued = before.is_ascii_lowercase() || ends_sentence(before);
        (glued && words.starts_with(|c: char| c.is_ascii_uppercase())).then(|| at..text.len() - words.len())
    };
    text.match_indices(['-', '•']).filter_map(cut).collect()
}

/// Where an item begins right behind a bracket: "(SQL)Strong".
pub(super) fn brackets(text: &str) -> Vec<Range<usize>> {
    let begins = |at: usize| {
        let letters = text[at..].strip_prefix(|c: char| c.is_ascii_uppercase())?;
        let rest = letters.trim_start_matches(|c: char| c.is_ascii_lowercase());
        (rest.len() < letters.len() && rest.starts_with(' ')).then_some(at..at)
    };
    text.match_indices(')').filter_map(|(at, _)| begins(at + 1)).collect()
}

/// Where items begin whose line ends were lost: "... top universityDeep experience in", "... skills5-10 years".
pub(super) fn joints(text: &str) -> Vec<Range<usize>> {
    /// Letters before the joint, so that no name with capitals inside ("iOS") is taken apart.
    const LETTERS: usize = 3;
    let bytes = text.as_bytes();
    let mut cuts = Vec::new();
    let mut from = 0;
    for at in 1..bytes.len() {
        let before = &bytes[from.min(at)..at];
        let joined = before.last().is_some_and(|b| ends_sentence(*b))
            || before.len() >= LETTERS && before[before.len() - LETTERS..].iter().all(u8::is_ascii_lowercase);
        if joined
            && (bytes[at].is_ascii_uppercase() || bytes[at].is_ascii_digit())
            && let Some(length) = begins_item(&text[at..])
        {
            cuts.push(at..at);
            from = at + length;
        }
    }
    cuts
}

/// Words that begin items.
const FIRST_WORDS: [&str; 37] = [
    "Experience",
    "Experienced",
    "Deep",
    "Strong",
    "Excellent",
    "Exceptional",
    "Outstanding",
    "Proven",
    "Solid",
    "Ability",
    "Able",
    "Knowledge",
    "Understanding",
    "Degree",
    "Demonstrated",
    "Previous",
    "Prior",
    "Good",
    "Great",
    "Minimum",
    "Must",
    "Creative",
    "Self",
    "Comfortable",
    "Background",
    "You",
    "Working",
    "Track",
    "History",
    "Superior",
    "Highly",
    "High",
    "Fluent",
    "Skilled",
    "BS",
    "BA",
    "MBA",
];
/// Beginnings of such words: "Familiarity", "Proficiency".
const FIRST_STEMS: [&str; 5] = ["Familiar", "Proficien", "Passion", "Willing", "Expert"];
/// Degrees, behind which any sign may follow: "Bachelor's", "Master/PhD".
const DEGREES: [&str; 2] = ["Bachelor", "Master"];

/// The length of the words that begin an item, with the blank behind them, where a text begins with such.
fn begins_item(text: &str) -> Option<usize> {
    let (word, rest) = text.split_once(' ')?;
    let behind = |stems: &[&str]| stems.iter().find_map(|stem| word.strip_prefix(stem));
    let listed = FIRST_WORDS.contains(&word)
        || behind(&FIRST_STEMS).is_some_and(|end| end.chars().all(|c| c.is_alphanumeric() || c == '_'))
        || behind(&DEGREES).is_some_and(|end| !end.contains(char::is_whitespace));
    if listed {
        return Some(word.len() + 1);
    }
    let second = rest.split_once(' ')?.0;
    let years = matches!(second, "year" | "years") && is_figure(word);
    (years || (word, second) == ("At", "least")).then_some(word.len() + second.len() + 2)
}

/// Whether a word is a figure of years: "5", "10+", "5-10".
fn is_figure(word: &str) -> bool {
    let number = |n: &str| matches!(n.len(), 1 | 2) && n.bytes().all(|b| b.is_ascii_digit());
    match word.split_once('-') {
        Some((least, most)) => number(least.strip_suffix('+').unwrap_or(least)) && number(most),
        None => number(word.strip_suffix('+').unwrap_or(word)),
    }
}
