//! The lines of a posting as headings, items and paragraphs, whatever marks they were written with.
//!
//! Postings come as Markdown, as pages turned to text, and as text whose list marks were lost on the way. What the
//! format says of a line is believed first, then the marks, then the words: a short line that is a known heading.

use super::headings::{Section, heading_section};
use crate::document::{Document, Format, LineKind};
use regex::Regex;
use std::sync::LazyLock;

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
/// Most words of a heading.
const HEADING_WORDS: usize = 12;
/// Most words before a colon that heads the text behind it.
const INLINE_WORDS: usize = 5;

/// What is longer is no posting; only its beginning is read, so that the time stays bounded.
const MOST_BYTES: usize = 200_000;
const MOST_BLOCKS: usize = 2_000;
const LONGEST_LINE: usize = 20_000;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("patterns are tried by a test")
}

static BULLET: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:[-*+•·▪◦●○‣⁃–—→✓✔➢❖]|\d{1,2}\\?[.)]|\(?[a-z]\))\s+(.+)$"));
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\d{1,2}\\?[.)]\s+(.+)$"));
static BOLD_LINE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:\*\*|__)\s*([^*_]+?)\s*(?:\*\*|__)\s*:?\s*$"));
static ITALIC_LINE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[_*]([^*_]{3,60})[_*]\s*:?\s*$"));
static LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"!?\[([^\]]*)\]\([^)]*\)"));
static ESCAPE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\\([!-/:-@\[-`{-~])"));
/// Items that were glued together: "...experience- Android and iOS".
static GLUED: LazyLock<Regex> = LazyLock::new(|| pattern(r"([a-z.!)])[-•] ?([A-Z])"));
/// Items whose line ends were lost: "... top universityDeep experience in", "... skills5-10 years".
static JOINED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"([a-z]{3}|[.!)])((?:Experienced?|Deep|Strong|Excellent|Exceptional|Outstanding|Proven|Solid|Ability|Able|Knowledge|Understanding|Familiar\w*|Proficien\w+|Bachelor\S*|Master\S*|Degree|Demonstrated|Previous|Prior|Good|Great|Minimum|Must|Passion\w*|Creative|Self|Comfortable|Background|You|Working|Track|History|Superior|Highly|High|Willing\w*|Fluent|Skilled|Expert\w*|At least|BS|BA|MBA|\d{1,2}\+?(?:-\d{1,2})? years?) )",
    )
});
static BRACKET: LazyLock<Regex> = LazyLock::new(|| pattern(r"\)([A-Z][a-z]+ )"));

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
        if let Some(item) = NUMBERED.captures(line[depth..].trim()).and_then(|c| c.get(1)) {
            return block(BlockKind::Item, item.as_str());
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
        let styled = BOLD_LINE.captures(line).or_else(|| ITALIC_LINE.captures(line));
        if let Some(text) = styled.and_then(|c| c.get(1)).filter(|t| word_count(t.as_str()) <= HEADING_WORDS) {
            return block(BlockKind::Heading(BOLD), text.as_str());
        }
    }
    if let Some(item) = BULLET.captures(line).and_then(|c| c.get(1)) {
        return block(BlockKind::Item, item.as_str());
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

/// Items that lost their line ends, where there are at least two of them.
fn glued(text: &str) -> Vec<Block> {
    const FEWEST: usize = 2;
    let marked = GLUED.find_iter(text).count() >= FEWEST;
    if !marked && JOINED.find_iter(text).count() + BRACKET.find_iter(text).count() < FEWEST {
        return vec![Block { kind: BlockKind::Paragraph, text: text.trim().to_owned() }];
    }
    let parted = if marked { GLUED.replace_all(text, "$1\n$2") } else { text.into() };
    let parted = JOINED.replace_all(&parted, "$1\n$2");
    let parted = BRACKET.replace_all(&parted, ")\n$1");
    let mut out = Vec::new();
    for piece in parted.lines() {
        out.push(Block { kind: BlockKind::Item, text: piece.trim().to_owned() });
        // a heading may be glued to the end of an item: "...experience.What You Need"
    }
    out
}

fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Words without Markdown's marks.
fn plain(text: &str) -> String {
    let text = text.trim_start_matches(['#', ' ']);
    let text = LINK.replace_all(text, "$1");
    let text = text.replace("**", "").replace("__", "").replace('`', "");
    let text = ESCAPE.replace_all(&text, "$1");
    tidy(text.trim_matches(|c: char| c == '_' || c == '*' || c.is_whitespace()))
}

/// One space between words; entities that a careless export left in.
fn tidy(text: &str) -> String {
    let text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ");
    let text = text.replace(['\u{2019}', '\u{2018}'], "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
