//! The lines of a posting as headings, items and paragraphs, whatever marks they were written with.
//!
//! Postings come as Markdown, as pages turned to text, and as text whose list marks were lost on the way. What the
//! format says of a line is believed first, then the marks, then the words: a short line that is a known heading.

#[cfg(test)]
mod oracle;

use super::headings::{Section, heading_section};
use crate::document::{Document, Format, LineKind};
use std::ops::Range;

/// A piece of a posting.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    /// What it is.
    pub(crate) kind: BlockKind,
    /// Its words, without marks.
    pub(crate) text: String,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum BlockKind {
    /// A heading of a depth; a smaller number stands higher.
    Heading(usize),
    /// An item of a list.
    Item,
    /// Anything else.
    Paragraph,
}

/// Depth of a line that is a heading by its style, by bold print, by a colon, and by its words alone.
const STYLED: usize = 2;
const BOLD: usize = 7;
const COLON: usize = 8;
const WORDS: usize = 9;
/// Marks of items.
const BULLETS: [char; 18] = ['-', '*', '+', '•', '·', '▪', '◦', '●', '○', '‣', '⁃', '–', '—', '→', '✓', '✔', '➢', '❖'];
/// Most words of a heading.
const HEADING_WORDS: usize = 12;
/// Most words before a colon that heads the text behind it.
const INLINE_WORDS: usize = 5;

/// What is longer is no posting; only its beginning is read, so that the time stays bounded.
const MOST_BYTES: usize = 200_000;
const MOST_BLOCKS: usize = 2_000;
const LONGEST_LINE: usize = 20_000;

/// Cuts a document into blocks.
pub(super) fn blocks(document: &Document) -> Vec<Block> {
    let marks = matches!(document.format, Format::Markdown | Format::Text);
    let mut out: Vec<Block> = Vec::new();
    let mut gap = true;
    let mut left = MOST_BYTES;
    for line in &document.lines {
        let trimmed = start_of(document.line(line).trim(), LONGEST_LINE.min(left));
        left -= trimmed.len();
        if out.len() >= MOST_BLOCKS || left == 0 {
            break;
        }
        if trimmed.is_empty() || trimmed.chars().all(|c| "=-_*#~".contains(c)) {
            gap = true;
            continue;
        }
        for block in read_line(trimmed, line.kind, marks) {
            if block.text.is_empty() {
                continue;
            }
            match out.last_mut() {
                Some(last) if continues(last, &block, gap) => {
                    last.text.push(' ');
                    last.text.push_str(&block.text);
                }
                _ => out.push(block),
            }
            gap = false;
        }
    }
    out
}

/// At most so many bytes of a text, cut between two characters.
fn start_of(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    &text[..end]
}

/// Whether a line only carries on the one before: wrapped text.
fn continues(last: &Block, next: &Block, gap: bool) -> bool {
    if next.kind != BlockKind::Paragraph || matches!(last.kind, BlockKind::Heading(_)) {
        return false;
    }
    if next.text.split_whitespace().next().is_some_and(|w| w.ends_with(':')) {
        return false;
    }
    let open = !last.text.ends_with(['.', '!', '?', ':', ';']);
    let small = next.text.starts_with(|c: char| c.is_lowercase());
    let hangs = last.text.ends_with([',', '-', '–'])
        || [" and", " or", " the", " of", " with"].iter().any(|w| last.text.ends_with(w));
    (open && small) || (hangs && !gap)
}

/// What one line is; a heading may have text behind it, and items may be glued.
pub(crate) fn read_line(line: &str, kind: LineKind, marks: bool) -> Vec<Block> {
    let block = |kind, text: &str| vec![Block { kind, text: if marks { plain(text) } else { tidy(text) } }];
    if marks && line.starts_with('#') {
        let depth = line.bytes().take_while(|b| *b == b'#').count();
        // "### 2. Figma or Sketch": an item that an export took for a heading
        if let Some(item) = behind_number(line[depth..].trim()) {
            return block(BlockKind::Item, item);
        }
        let words = plain(line[depth..].trim_end_matches('#'));
        let broken = words.starts_with(|c: char| c.is_lowercase()) && heading_section(&words, false).is_none();
        let kind = if broken { BlockKind::Paragraph } else { BlockKind::Heading(depth) };
        return vec![Block { kind, text: words }];
    }
    if kind == LineKind::Heading {
        return block(BlockKind::Heading(STYLED), line);
    }
    if marks {
        let styled = bold_line(line).or_else(|| italic_line(line));
        if let Some(text) = styled.filter(|t| word_count(t) <= HEADING_WORDS) {
            return block(BlockKind::Heading(BOLD), text);
        }
    }
    if let Some(item) = behind_bullet(line) {
        return block(BlockKind::Item, item);
    }
    if kind == LineKind::Bullet {
        return block(BlockKind::Item, line);
    }
    let text = if marks { plain(line) } else { tidy(line) };
    unmarked(&text)
}

/// A line without marks: a heading by its words, a heading with text behind it, glued items, or a paragraph.
fn unmarked(text: &str) -> Vec<Block> {
    let block = |kind, text: &str| Block { kind, text: text.trim().to_owned() };
    let bare = text.trim_end_matches([':', '*', ' ']);
    let words = word_count(bare);
    let figure = text.contains("year") && text.contains(|c: char| c.is_ascii_digit());
    let colon = text.ends_with(':') && words <= HEADING_WORDS && !figure;
    // "QUALIFICATIONS (EDUCATION and/or EXPERIENCE)" is in capitals too
    const SMALL_ONE_IN: usize = 5;
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    let small = bare.chars().filter(|c| c.is_lowercase()).count();
    let capitals = words <= HEADING_WORDS && letters > 3 && small * SMALL_ONE_IN <= letters;
    if colon || capitals {
        return vec![block(BlockKind::Heading(if colon { COLON } else { WORDS }), bare)];
    }
    if words <= HEADING_WORDS && heading_section(bare, true).is_some() {
        return vec![block(BlockKind::Heading(WORDS), bare)];
    }
    if let Some((head, rest)) = text.split_once(": ") {
        // "Bonus: 10% of base pay" is money
        let pay = head.trim().eq_ignore_ascii_case("bonus");
        let known = !pay && heading_section(head, true).is_some_and(|s| s != Section::Other);
        if known && word_count(head) <= INLINE_WORDS {
            let mut out = vec![block(BlockKind::Heading(COLON), head)];
            out.extend(glued(rest));
            return out;
        }
    }
    glued(text)
}

/// The words behind a bullet, a number or a letter: "• Roadmaps", "2) Roadmaps", "(b) Roadmaps".
fn behind_bullet(line: &str) -> Option<&str> {
    let lettered = || {
        let rest = line.strip_prefix('(').unwrap_or(line);
        rest.strip_prefix(|c: char| c.is_ascii_lowercase())?.strip_prefix(')')
    };
    let marked = line.strip_prefix(BULLETS);
    marked.or_else(lettered).map_or_else(|| behind_number(line), behind_blank)
}

/// The words behind a number of one or two digits: "1. Roadmaps"; Markdown may have escaped its stop.
fn behind_number(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(char::is_numeric)?;
    let rest = rest.strip_prefix(char::is_numeric).unwrap_or(rest);
    behind_blank(rest.strip_prefix('\\').unwrap_or(rest).strip_prefix(['.', ')'])?)
}

/// What follows at least one blank.
fn behind_blank(text: &str) -> Option<&str> {
    let words = text.trim_start();
    (words.len() < text.len() && !words.is_empty()).then_some(words)
}

/// The words of a line that is bold as a whole: "**Requirements**:".
fn bold_line(line: &str) -> Option<&str> {
    let strip = |mark| line.strip_prefix(mark);
    let words = without_colon(strip("**").or_else(|| strip("__"))?);
    let words = words.strip_suffix("**").or_else(|| words.strip_suffix("__"))?;
    (!words.is_empty() && !words.contains(['*', '_'])).then(|| words.trim())
}

/// The words of a line that is italic as a whole: "_Nice to have_".
fn italic_line(line: &str) -> Option<&str> {
    const LETTERS: std::ops::RangeInclusive<usize> = 3..=60;
    let words = without_colon(line.strip_prefix(['_', '*'])?).strip_suffix(['_', '*'])?;
    (!words.contains(['*', '_']) && LETTERS.contains(&words.chars().count())).then_some(words)
}

fn without_colon(text: &str) -> &str {
    let text = text.trim_end();
    text.strip_suffix(':').map_or(text, str::trim_end)
}

/// Items that lost their line ends, where there are at least two of them.
fn glued(text: &str) -> Vec<Block> {
    const FEWEST: usize = 2;
    let hyphens = hyphens(text);
    let marked = hyphens.len() >= FEWEST;
    if !marked && joints(text).len() + brackets(text).len() < FEWEST {
        return vec![Block { kind: BlockKind::Paragraph, text: text.trim().to_owned() }];
    }
    let parted = if marked { part(text, &hyphens) } else { text.into() };
    let parted = part(&parted, &joints(&parted));
    let parted = part(&parted, &brackets(&parted));
    let mut out = Vec::new();
    for piece in parted.lines() {
        out.push(Block { kind: BlockKind::Item, text: piece.trim().to_owned() });
        // a heading may be glued to the end of an item: "...experience.What You Need"
    }
    out
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
fn hyphens(text: &str) -> Vec<Range<usize>> {
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
fn brackets(text: &str) -> Vec<Range<usize>> {
    let begins = |at: usize| {
        let letters = text[at..].strip_prefix(|c: char| c.is_ascii_uppercase())?;
        let rest = letters.trim_start_matches(|c: char| c.is_ascii_lowercase());
        (rest.len() < letters.len() && rest.starts_with(' ')).then_some(at..at)
    };
    text.match_indices(')').filter_map(|(at, _)| begins(at + 1)).collect()
}

/// Where items begin whose line ends were lost: "... top universityDeep experience in", "... skills5-10 years".
fn joints(text: &str) -> Vec<Range<usize>> {
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

fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Words without Markdown's marks.
fn plain(text: &str) -> String {
    let text = text.trim_start_matches(['#', ' ']);
    let text = without_targets(text);
    let text = text.replace("**", "").replace("__", "").replace('`', "");
    let text = without_escapes(&text);
    tidy(text.trim_matches(|c: char| c == '_' || c == '*' || c.is_whitespace()))
}

/// The words of links and pictures without what they lead to: "[Acme](https://acme.example)" is "Acme".
fn without_targets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(close) = rest.find("](") {
        let Some(length) = rest[close..].find(')') else { break };
        // the words of a link have no bracket that closes inside
        let from = rest[..close].rfind(']').map_or(0, |at| at + 1);
        if let Some(open) = rest[from..close].find('[').map(|at| from + at) {
            out.push_str(rest[..open].strip_suffix('!').unwrap_or(&rest[..open]));
            out.push_str(&rest[open + 1..close]);
            rest = &rest[close + length + 1..];
        } else {
            out.push_str(&rest[..=close]);
            rest = &rest[close + 1..];
        }
    }
    out + rest
}

/// A text without the backslashes before its signs.
fn without_escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escape = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        out.extend(if escape { chars.next() } else { Some(c) });
    }
    out
}

/// One space between words; entities that a careless export left in.
fn tidy(text: &str) -> String {
    let text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ");
    let text = text.replace(['\u{2019}', '\u{2018}'], "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
