//! The lines of a posting as headings, items and paragraphs, whatever marks they were written with.
//!
//! Postings come as Markdown, as pages turned to text, and as text whose list marks were lost on the way. What the
//! format says of a line is believed first, then the marks, then the words: a short line that is a known heading.

mod glued;
#[cfg(test)]
mod oracle;
mod table;

use super::headings::{Section, heading_section};
use crate::document::{Document, Format, LineKind};
use glued::{glued, inline_items};

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
const BULLETS: [char; 22] =
    ['>', '»', '■', '►', '-', '*', '+', '•', '·', '▪', '◦', '●', '○', '‣', '⁃', '–', '—', '→', '✓', '✔', '➢', '❖'];
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
    let mut rows: Vec<Vec<String>> = Vec::new();
    let pictures = pictures(document);
    for line in &document.lines {
        let trimmed = start_of(document.line(line).trim(), LONGEST_LINE.min(left));
        left -= trimmed.len();
        if out.len() >= MOST_BLOCKS || left == 0 {
            break;
        }
        if table::is_rule(trimmed) && !rows.is_empty() {
            continue;
        }
        // an empty first cell is a tab before the words
        let row = if marks { trimmed } else { start_of(document.line(line).trim_end(), trimmed.len() + 1) };
        if let Some(cells) = table::cells(row, marks).filter(|_| line.kind == LineKind::Plain) {
            rows.push(cells);
            continue;
        }
        // a row whose second cell is empty lost it on the way
        if !marks
            && line.kind == LineKind::Plain
            && !trimmed.is_empty()
            && rows.first().is_some_and(|head| table::asks(head))
        {
            rows.push(vec![plain(trimmed)]);
            continue;
        }
        out.append(&mut table::blocks(&std::mem::take(&mut rows)));
        if trimmed.is_empty() || trimmed.chars().all(|c| "=-_*#~".contains(c)) {
            gap = true;
            continue;
        }
        let behind = mark_of(line.kind, trimmed).filter(|(sign, _)| pictures.contains(sign)).map(|(_, words)| words);
        let (words, kind) = behind.map_or((trimmed, line.kind), |words| (words, LineKind::Bullet));
        for block in read_line(words, kind, marks) {
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
    out.append(&mut table::blocks(&rows));
    out
}

/// The pictures with which more than one line begins that is no heading: "✅ SQL", "✅ Figma".
fn pictures(document: &Document) -> Vec<char> {
    let marks = document.lines.iter().filter_map(|line| mark_of(line.kind, document.line(line).trim()));
    let mut signs: Vec<char> = marks.map(|(sign, _)| sign).collect();
    signs.sort_unstable();
    signs.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).map(|same| same[0]).collect()
}

/// The picture that may be the mark of an item, and the words behind it.
fn mark_of(kind: LineKind, line: &str) -> Option<(char, &str)> {
    let heads = |words: &str| heading_section(words.trim_end_matches([':', ' ']), true).is_some();
    picture(line).filter(|(_, words)| kind != LineKind::Heading && !heads(words))
}

/// The picture with which a line begins, and the words behind it.
fn picture(line: &str) -> Option<(char, &str)> {
    let sign = line
        .chars()
        .next()
        .filter(|c| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}'))?;
    // the sign that chooses its colour, and the blank
    let words = line[sign.len_utf8()..].trim_start_matches(['\u{fe0f}', ' ']);
    (!words.is_empty()).then_some((sign, words))
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
        // while "## 5. Appeals" counts the parts
        let part = |item: &str| depth <= STYLED || heading_section(item, false).is_some();
        if let Some(item) = behind_number(line[depth..].trim()).filter(|item| !part(item)) {
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
        // "Minimum qualifications (applications that do not show all of these ...)"
        let short = |t: &&str| {
            let head = t.split_once(" (").filter(|(_, aside)| aside.find(')') == Some(aside.len() - 1));
            word_count(head.map_or(t, |(head, _)| head)) <= HEADING_WORDS
        };
        if let Some(text) = styled.filter(short) {
            return block(BlockKind::Heading(BOLD), text);
        }
    }
    if let Some(numbered) = numbered_heading(line) {
        return block(BlockKind::Heading(WORDS), numbered);
    }
    // "3.1 Education: a degree": a number of the outline is no mark of a list
    if let Some(words) = behind_outline(line) {
        return unmarked(&if marks { plain(words) } else { tidy(words) });
    }
    if let Some(items) = inline_items(line) {
        return items.into_iter().flat_map(|item| block(BlockKind::Item, item)).collect();
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
    if colon || in_capitals(bare) {
        return vec![block(BlockKind::Heading(if colon { COLON } else { WORDS }), bare)];
    }
    if words <= HEADING_WORDS && heading_section(bare, true).is_some() {
        return vec![block(BlockKind::Heading(WORDS), bare)];
    }
    // "Experience: 1 - 3 years | Location: Pune": facts of a job board, each with its label
    let facts: Vec<&str> = text.split(" | ").collect();
    if facts.len() > 1 && facts.iter().all(|fact| fact.contains(": ")) {
        let mut out: Vec<Block> = facts.into_iter().flat_map(unmarked).collect();
        // what they head ends with the line
        if out.iter().any(|b| matches!(b.kind, BlockKind::Heading(_))) {
            out.push(block(BlockKind::Heading(COLON), "Job details"));
        }
        return out;
    }
    if let Some((head, rest)) = text.split_once(": ") {
        // "Bonus: 10% of base pay" is money; "Languages: English and French" an item
        let own = ["bonus", "languages"].iter().any(|label| head.trim().eq_ignore_ascii_case(label));
        // "QUALIFICATIONS AND SKILLS: a degree in ..." heads what follows by its capitals
        let capitals = head.contains(' ') && !head.contains(char::is_lowercase);
        let known = !own && heading_section(head, !capitals).is_some_and(|s| s != Section::Other);
        if known && word_count(head) <= INLINE_WORDS {
            let mut out = vec![block(BlockKind::Heading(COLON), head)];
            out.extend(glued(rest));
            return out;
        }
    }
    if let Some((head, rest)) = run_in(text) {
        let mut out = vec![block(BlockKind::Heading(COLON), head)];
        out.extend(glued(rest));
        return out;
    }
    glued(text)
}

/// A heading that is the first sentence of its paragraph, and the paragraph: "About you. You have led a team".
fn run_in(text: &str) -> Option<(&str, &str)> {
    /// Words of such a heading; a single one may be anything.
    const HEAD_WORDS: std::ops::RangeInclusive<usize> = 2..=4;
    const FEWEST_BELOW: usize = 6;
    let (head, rest) = text.split_once(". ")?;
    let below = word_count(rest) >= FEWEST_BELOW && rest.starts_with(char::is_uppercase);
    (HEAD_WORDS.contains(&word_count(head)) && below && heading_section(head, true).is_some()).then_some((head, rest))
}

/// Whether a short line is in capitals; "QUALIFICATIONS (EDUCATION and/or EXPERIENCE)" is too.
pub(super) fn in_capitals(text: &str) -> bool {
    const SMALL_ONE_IN: usize = 5;
    const FEWEST: usize = 3;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    word_count(text) <= HEADING_WORDS && letters > FEWEST && small * SMALL_ONE_IN <= letters
}

/// Words in the longest heading with a number and without a colon.
const COUNTED_WORDS: usize = 3;

/// The words of a numbered heading: "3. REQUIRED QUALIFICATIONS", "2. Duties and responsibilities:".
fn numbered_heading(line: &str) -> Option<&str> {
    let words = behind_number(line)?.trim_end_matches([':', ' ']);
    // "1. SQL" is an item
    let telling = words.contains(' ') || heading_section(words, true).is_some();
    // "4. Requirements" and no more, in a document whose parts are counted
    let named = line.ends_with(':') || words.split_whitespace().count() <= COUNTED_WORDS;
    let heads = in_capitals(words) && telling || named && heading_section(words, true).is_some();
    (heads && word_count(words) <= HEADING_WORDS).then_some(words)
}

/// The words behind the number of an outline: "3.1 Education".
fn behind_outline(line: &str) -> Option<&str> {
    let (number, words) = line.split_once(' ')?;
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let digits = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let words = words.trim_start();
    (parts.len() > 1 && parts.iter().all(digits) && words.starts_with(char::is_uppercase)).then_some(words)
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
