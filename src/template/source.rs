//! A template's text -> compiled template, or an error at the place where a person has to look.

use crate::error::{Error, Result};
use handlebars::Template;

/// Largest template; the parser's time grows with the text.
const LARGEST: usize = 512 * 1024;
/// Deepest nesting of blocks; the parser recurses.
const DEEPEST: usize = 32;

/// Compiles a template; `file` is its path in messages.
pub(super) fn compile(text: &str, file: &str) -> Result<Template> {
    let fail = |line, column, message: String, help: &str| {
        Err(Error::Template { file: file.into(), line, column, message, help: Some(help.into()) })
    };
    if text.len() > LARGEST {
        return fail(1, 1, format!("the template has more than {LARGEST} bytes"), "split it into partials");
    }
    if let Some((line, column, message, help)) = blocks(text) {
        return fail(line, column, message, help);
    }
    Template::compile_with_name(text, file.to_owned()).map_err(|error| {
        let (line, column) = error.pos().unwrap_or((1, 1));
        Error::Template {
            file: file.into(),
            line,
            column: column.max(1),
            message: "this is not Handlebars".into(),
            help: Some("look for a missing `}}`, quote or closing tag here or shortly before".into()),
        }
    })
}

/// The first block that is not closed, closed by another name, or nested too deeply: line, column, message, help.
fn blocks(text: &str) -> Option<(usize, usize, String, &'static str)> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find("{{") {
        let start = at + found;
        let tag = &text[start..];
        let end = if tag.starts_with("{{!--") { "--}}" } else { "}}" };
        let Some(length) = tag.find(end) else {
            let (line, column) = place(text, start);
            return Some((line, column, "a tag opened here is never closed".into(), "add `}}`"));
        };
        let inner = tag[2..length].trim_start_matches('~').trim();
        at = start + length + end.len();
        if inner.starts_with('!') {
            continue;
        }
        if let Some(name) = inner.strip_prefix('#') {
            open.push((start, name.split([' ', '\n', '\t', '~']).find(|w| !w.is_empty()).unwrap_or_default()));
        } else if let Some(name) = inner.strip_prefix('/') {
            let name = name.trim_end_matches('~').trim();
            match open.pop() {
                Some((_, opened)) if opened == name => {}
                Some((opening, opened)) => {
                    let (line, column) = place(text, start);
                    let (from, _) = place(text, opening);
                    let message =
                        format!("`{{{{/{name}}}}}` closes `{{{{#{opened}}}}}`, which is opened on line {from}");
                    return Some((line, column, message, "close blocks in the reverse order of opening"));
                }
                None => {
                    let (line, column) = place(text, start);
                    return Some((line, column, format!("`{{{{/{name}}}}}` closes nothing"), "remove it"));
                }
            }
        }
        if open.len() > DEEPEST {
            let (line, column) = place(text, start);
            return Some((line, column, format!("more than {DEEPEST} blocks inside each other"), "use partials"));
        }
    }
    open.pop().map(|(start, name)| {
        let (line, column) = place(text, start);
        (line, column, format!("the block `{{{{#{name}}}}}` is never closed"), "add its closing tag")
    })
}

/// Line and column of a byte, both counted from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}
