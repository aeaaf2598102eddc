//! A template's text -> compiled template, or a finding at the place where a person has to look.
//!
//! The parser of Handlebars recurses, so what is nested too deeply is refused before it gets there. For that the tags
//! are read here first, with quotes and comments understood as the parser does; the few forms in which the two could
//! differ (raw blocks, quotes inside brackets) are refused.

use super::finding::{Finding, Severity};
use handlebars::Template;

/// Largest template, in bytes; the parser's time grows with the text, and no posting needs a hundredth of it.
const LARGEST: usize = 512 * 1024;
/// Most of tags times bytes: the parser counts lines from the top for each tag. Our largest template has a thirtieth.
const MOST_WORK: usize = 50_000_000;
/// Deepest nesting of blocks, of branches of one block, and of brackets; the parser recurses into each.
const DEEPEST: usize = 32;

/// A fault: byte, message, help.
type Fault = (usize, String, &'static str);

/// Compiles a template; `file` is its path in messages.
pub(super) fn compile(text: &str, file: &str) -> Result<Template, Finding> {
    let fail = |(line, column), message: String, help: &str| {
        Err(Finding { severity: Severity::Error, file: file.into(), line, column, message, help: help.into() })
    };
    if text.len() > LARGEST {
        return fail((1, 1), format!("the template has more than {LARGEST} bytes"), "split it into partials");
    }
    if let Err((at, message, help)) = blocks(text) {
        return fail(place(text, at), message, help);
    }
    Template::compile_with_name(text, file.to_owned()).or_else(|error| {
        let (line, column) = error.pos().unwrap_or((1, 1));
        let help = "look for a missing `}}`, quote or closing tag here or shortly before";
        fail((line, column.max(1)), "this is not Handlebars".into(), help)
    })
}

/// A block that is open: where, its name, and its branches so far.
struct Open<'a> {
    at: usize,
    name: &'a str,
    branches: usize,
}

/// Finds the first block that is not closed, closed by another name, or nested too deeply.
fn blocks(text: &str) -> Result<(), Fault> {
    let mut open: Vec<Open> = Vec::new();
    let (mut at, mut tags) = (0, 0);
    while let Some(found) = text[at..].find("{{") {
        let start = at + found;
        tags += 1;
        if tags * text.len() > MOST_WORK {
            let message = format!("{tags} tags are too many in {} bytes", text.len());
            return Err((start, message, "split it into partials"));
        }
        if is_escaped(text, start) {
            at = start + 2 + usize::from(text[start + 2..].starts_with('{'));
            continue;
        }
        at = end_of_tag(text, start)?;
        let inner = text[start + 2..at - 2].trim_start_matches('~').trim();
        if inner.starts_with('!') {
            continue;
        }
        if inner.starts_with("#>") || inner.starts_with("#*") {
            let help = "put the part into a file of its own";
            return Err((start, "inline and block partials are not supported".into(), help));
        }
        if let Some(rest) = inner.strip_prefix('#') {
            open.push(Open { at: start, name: word(rest).unwrap_or_default(), branches: 0 });
        } else if word(inner) == Some("else") || inner.starts_with('^') {
            if let Some(block) = open.last_mut() {
                block.branches += 1;
            }
        } else if let Some(rest) = inner.strip_prefix('/') {
            close(text, start, word(rest).unwrap_or_default(), open.pop())?;
        }
        let depth = open.len() + open.iter().map(|block| block.branches).sum::<usize>();
        if depth > DEEPEST {
            let message = format!("more than {DEEPEST} blocks or branches inside each other");
            return Err((start, message, "use partials, or lists with `{{#each}}`"));
        }
    }
    match open.pop() {
        None => Ok(()),
        Some(block) => Err((
            block.at,
            format!("the block `{{{{#{}}}}}` opened here is never closed", block.name),
            "add its closing tag",
        )),
    }
}

/// The first word of a tag.
fn word(tag: &str) -> Option<&str> {
    tag.split(|c: char| c.is_whitespace() || c == '~').find(|w| !w.is_empty())
}

/// Holds a closing tag against the block that it closes.
fn close(text: &str, at: usize, name: &str, block: Option<Open>) -> Result<(), Fault> {
    match block {
        Some(block) if block.name == name => Ok(()),
        Some(Open { at: opened, name: open, .. }) => {
            let (line, column) = place(text, opened);
            let message = format!("`{{{{/{name}}}}}` closes `{{{{#{open}}}}}`, which is opened at {line}:{column}");
            Err((at, message, "close blocks in the reverse order of opening"))
        }
        None => Err((at, format!("`{{{{/{name}}}}}` closes nothing"), "remove it")),
    }
}

/// Whether a backslash makes the braces text; two of them are a backslash before a tag.
fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|b| *b == b'\\').count() == 1
}

/// The byte behind the tag that opens at `start`.
fn end_of_tag(text: &str, start: usize) -> Result<usize, Fault> {
    let tag = &text[start + 2..];
    let never = || (start, "a tag opened here is never closed".to_owned(), "add `}}`");
    if tag.starts_with("{{") {
        return Err((start, "raw blocks are not supported".into(), "write `\\{{` for braces that are text"));
    }
    if tag.starts_with('!') {
        let end = if tag.starts_with("!--") { "--}}" } else { "}}" };
        return tag.find(end).map(|i| start + 2 + i + end.len()).ok_or_else(never);
    }
    let bytes = tag.as_bytes();
    let (mut quote, mut depth, mut brackets, mut i) = (None, 0_usize, 0_usize, 0);
    while i < bytes.len() {
        match (bytes[i], quote) {
            (b'\\', Some(_)) => i += 1,
            (b, Some(q)) if b == q => quote = None,
            (_, Some(_)) => {}
            (b'"' | b'\'', None) if brackets > 0 => {
                return Err((start + 2 + i, "quotes inside [ ] are not supported".into(), "use a name without quotes"));
            }
            (b @ (b'"' | b'\''), None) => quote = Some(b),
            (b'}', None) if depth == 0 && bytes.get(i + 1) == Some(&b'}') => return Ok(start + 2 + i + 2),
            (b @ (b'(' | b'[' | b'{'), None) => {
                depth += 1;
                brackets += usize::from(b == b'[');
            }
            (b @ (b')' | b']' | b'}'), None) => {
                depth = depth.saturating_sub(1);
                brackets -= usize::from(b == b']' && brackets > 0);
            }
            _ => {}
        }
        if depth > DEEPEST {
            return Err((
                start,
                format!("more than {DEEPEST} brackets inside each other"),
                "take the expression apart",
            ));
        }
        i += 1;
    }
    Err(never())
}

/// Line and column of a byte, both counted from 1.
pub(super) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The place of a word in the tag at a place, else behind it (where the tag of an `{{else if}}` is); that of the tag
/// where the word is not found.
pub(super) fn place_in_tag(text: &str, tag: (usize, usize), word: &str) -> (usize, usize) {
    let Some(start) = byte_at(text, tag) else { return tag };
    let part_of_path = |c: char| c.is_alphanumeric() || "_-./@$".contains(c);
    let stands_alone = |at: &usize| {
        let before = text[..start + at].chars().next_back();
        let behind = text[start + at + word.len()..].chars().next();
        !before.is_some_and(part_of_path) && !behind.is_some_and(part_of_path)
    };
    let found = text[start..].match_indices(word).map(|(i, _)| i).find(stands_alone);
    found.filter(|_| !word.is_empty()).map_or(tag, |i| place(text, start + i))
}

fn byte_at(text: &str, (line, column): (usize, usize)) -> Option<usize> {
    let start = if line <= 1 { 0 } else { text.match_indices('\n').nth(line - 2)?.0 + 1 };
    let (offset, _) = text[start..].char_indices().nth(column.saturating_sub(1))?;
    Some(start + offset)
}
