//! Plain text and Markdown: the text stays exactly what the file says, so that every span points into the file; only two
//! columns side by side are put one below the other, since no line of theirs could be read.
//!
//! Only the kinds of lines are read from the marks: `#` and underlined headings, bullets. Nothing is rendered
//! away. Code fences are respected, so that a shell comment is no heading.

mod gutter;

use super::encoding::Decoded;
use super::{Document, Format, Line, LineKind, Note, odd};

/// Marks that begin a list item. A hyphen or star must be followed by a blank.
const BULLETS: &[char] =
    &['•', '●', '▪', '■', '◦', '○', '‣', '·', '∙', '❖', '➢', '➤', '►', '▸', '✓', '✔', '\u{f0a7}', '–'];
/// Most blanks before a list mark; more is code in Markdown but still a list in most resumes.
const MAX_INDENT: usize = 12;
/// Longest ATX heading mark, `######`.
const DEEPEST_HEADING: usize = 6;
/// Characters from which a line may be several that lost their ends: paragraphs are rarely longer.
const LONG: usize = 400;
/// Wide gaps in such a line from which they are taken for line ends.
const GAPS: usize = 8;
/// Blanks of a wide gap.
const WIDE: usize = 2;

/// The document of a decoded text.
pub(super) fn read(decoded: Decoded) -> Document {
    let mut document = plain(decoded.text);
    if document.format == Format::Text
        && let Some(text) = gutter::one_below_the_other(&document.text)
    {
        document = plain(text);
        let message = "two columns side by side were read one after the other".to_string();
        document.notes.push(Note { id: "columns".into(), message, page: None });
    }
    if let Some(name) = decoded.encoding {
        let message = format!("the text was read as {name}");
        document.notes.push(Note { id: "encoding".into(), message, page: None });
    }
    if decoded.lossy {
        let message = "some bytes have no meaning in the encoding of the text".to_string();
        document.notes.push(Note { id: "encoding".into(), message, page: None });
    }
    odd::note(&mut document);
    document
}

fn plain(text: String) -> Document {
    let lines = lines(&text);
    let mut document = Document { lines, ..Document::from_text(Format::Text, String::new()) };
    document.text = text;
    if mark(&mut document) {
        document.format = Format::Markdown;
    } else if let Some(lines) = logical(&document) {
        document.lines = lines;
        mark(&mut document);
    }
    document
}

/// The lines of a text whose line ends were lost: where a line is far too long and full of wide gaps, the pieces
/// between the gaps are the lines. `None` where there is no such line.
fn logical(document: &Document) -> Option<Vec<Line>> {
    let lost = |line: &Line| {
        let words = document.line(line);
        words.len() > LONG && words.chars().count() > LONG && pieces(words).count() > GAPS
    };
    if !document.lines.iter().any(lost) {
        return None;
    }
    let mut lines = Vec::with_capacity(document.lines.len());
    for line in &document.lines {
        if !lost(line) {
            lines.push(*line);
            continue;
        }
        for (start, end) in pieces(document.line(line)) {
            lines.push(Line { start: line.start + start, end: line.start + end, ..*line });
        }
    }
    Some(lines)
}

/// Spans of what stands between wide gaps, two blanks or more; what stands at the ends has no blanks around it.
fn pieces(line: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut rest = line.char_indices().peekable();
    std::iter::from_fn(move || {
        while rest.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        let start = rest.peek()?.0;
        let mut end = start;
        let mut blanks = 0;
        while blanks < WIDE
            && let Some((at, c)) = rest.next()
        {
            if c.is_whitespace() {
                blanks += 1;
            } else {
                blanks = 0;
                end = at + c.len_utf8();
            }
        }
        Some((start, end))
    })
}

/// Spans of the lines; `\n`, `\r\n` and the lone `\r` of old Macs end a line.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut push = |start, end| lines.push(Line { start, end, page: 1, column: 1, kind: LineKind::Plain });
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' if at > 0 && bytes.get(at - 1) == Some(&b'\r') => start = at + 1,
            b'\n' | b'\r' => {
                push(start, at);
                start = at + 1;
            }
            _ => {}
        }
    }
    if start < text.len() {
        push(start, text.len());
    }
    lines
}

/// Sets the kinds of all lines; true when the marks are Markdown's.
fn mark(document: &mut Document) -> bool {
    let mut markdown = false;
    let mut fenced = false;
    let mut kinds: Vec<LineKind> = Vec::with_capacity(document.lines.len());
    let mut previous = "";
    for line in &document.lines {
        let words = document.line(line);
        let trimmed = words.trim();
        let mut kind = LineKind::Plain;
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fenced = !fenced;
        } else if !fenced {
            if is_atx(words) {
                kind = LineKind::Heading;
                markdown = true;
            } else if is_underline(trimmed) && is_title(previous) {
                if let Some(above) = kinds.last_mut() {
                    *above = LineKind::Heading;
                }
                markdown = true;
            } else if is_bullet(words) {
                kind = LineKind::Bullet;
            }
            markdown |= has_emphasis(trimmed) || has_link(trimmed);
        }
        kinds.push(kind);
        previous = trimmed;
    }
    for (line, kind) in document.lines.iter_mut().zip(kinds) {
        line.kind = kind;
    }
    markdown
}

fn is_atx(line: &str) -> bool {
    let body = line.trim_start_matches('#');
    let marks = line.len() - body.len();
    (1..=DEEPEST_HEADING).contains(&marks) && body.starts_with([' ', '\t']) && !body.trim().is_empty()
}

/// A row of `=` or `-`, at least three of them, under a title.
fn is_underline(line: &str) -> bool {
    line.len() >= 3 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
}

/// What can stand above an underline: a short line of words that is no list item.
fn is_title(line: &str) -> bool {
    const LONGEST_TITLE: usize = 80;
    !line.is_empty()
        && line.chars().count() <= LONGEST_TITLE
        && line.chars().any(char::is_alphanumeric)
        && !is_bullet(line)
        && !line.ends_with(['.', ','])
}

/// Whether a line begins with a bullet or an ordered mark such as `1.` or `2)`.
pub(super) fn is_bullet(line: &str) -> bool {
    let body = line.trim_start();
    if line.len() - body.len() > MAX_INDENT {
        return false;
    }
    let mut chars = body.chars();
    match chars.next() {
        Some('-' | '*' | '+' | '–') => chars.next().is_some_and(char::is_whitespace),
        Some(c) if BULLETS.contains(&c) => !chars.as_str().trim().is_empty(),
        Some(c) if c.is_ascii_digit() => {
            let rest = chars.as_str().trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = body.len() - rest.len();
            const LONGEST_NUMBER: usize = 2;
            digits <= LONGEST_NUMBER && (rest.starts_with(". ") || rest.starts_with(") "))
        }
        _ => false,
    }
}

fn has_emphasis(line: &str) -> bool {
    line.split_once("**").is_some_and(|(_, rest)| rest.find("**").is_some_and(|end| end > 0))
}

fn has_link(line: &str) -> bool {
    line.split_once("](").is_some_and(|(before, after)| before.contains('[') && after.contains(')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> (Format, Vec<LineKind>) {
        let document = plain(text.to_string());
        assert_eq!(document.text, text);
        (document.format, document.lines.iter().map(|l| l.kind).collect())
    }

    #[test]
    fn wide_gaps_end_the_lines_of_a_text_that_lost_its_line_ends() {
        let long =
            "Divina Veum  Marketing manager    • Plans \t ".to_string() + &"x ".repeat(200) + " 2019  b  c  d  e  f ";
        let lines = |text: &str| {
            let document = plain(text.to_string());
            assert_eq!(document.text, text);
            document.lines.iter().map(|line| (document.line(line).to_string(), line.kind)).collect::<Vec<_>>()
        };
        let found = lines(&format!("a  b\n{long}\r\nlast"));
        let words: Vec<&str> = found.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(words[..4], ["a  b", "Divina Veum", "Marketing manager", "• Plans"]);
        assert_eq!(words[5..], ["2019", "b", "c", "d", "e", "f", "last"]);
        assert_eq!(found[3].1, LineKind::Bullet);
        // A long paragraph without gaps, a table, and Markdown stay as they are.
        assert_eq!(lines(&"word ".repeat(200)).len(), 1);
        assert_eq!(lines(&"a  b  c  d  e  f  g  h  i  j\n".repeat(50)).len(), 50);
        assert_eq!(lines(&format!("# Title\n{long}")).len(), 2);
    }

    #[test]
    fn marks_tell_the_kind_of_a_line() {
        use LineKind::{Bullet, Heading, Plain};
        assert_eq!(kinds("# A\n\n- b\n* c\nd"), (Format::Markdown, vec![Heading, Plain, Bullet, Bullet, Plain]));
        assert_eq!(kinds("A\n===\nb\r\n1. c\r\n"), (Format::Markdown, vec![Heading, Plain, Plain, Bullet]));
        assert_eq!(kinds("```\n# no\n```"), (Format::Text, vec![Plain, Plain, Plain]));
        assert_eq!(kinds("a\rb\r"), (Format::Text, vec![Plain, Plain]));
        assert_eq!(kinds("2019 - 2021\n-5 points\n•word"), (Format::Text, vec![Plain, Plain, Bullet]));
    }
}
