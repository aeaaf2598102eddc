//! `--fix`: rewrites that leave the grammar right whatever stands around them, and no others.
//!
//! "He or she will" becomes "they will", but "he or she is" stays for a person to mend. A text that needs nothing stays as
//! it is, byte for byte, and fixing twice changes nothing more.

use super::text::{Form, Text};
use crate::document::Format;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Fix {
    rule: String,
    find: String,
    write: String,
    /// One of these words must follow.
    #[serde(default)]
    before: Vec<String>,
}

static FIXES: LazyLock<Vec<Fix>> =
    LazyLock::new(|| serde_json::from_str(include_str!("fixes.json")).expect("compiled-in fixes are parsed by a test"));

/// One rewrite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Rule that asked for it.
    pub rule: String,
    /// Line, counted from 1.
    pub line: usize,
    /// What stood there.
    pub from: String,
    /// What stands there now.
    pub to: String,
}

/// Whether the format of a file is one that can be rewritten word by word.
pub fn can_fix(text: &Text) -> bool {
    matches!(text.form, Form::Page(Format::Markdown | Format::Text) | Form::Company)
}

/// The file's text with what can be mended; nothing where there is nothing to mend, or the format cannot be written.
pub fn fix(text: &Text) -> Option<(String, Vec<Change>)> {
    if !can_fix(text) {
        return None;
    }
    let lower = text.source.to_ascii_lowercase();
    let mut found: Vec<(usize, usize, &Fix)> = Vec::new();
    for fix in FIXES.iter() {
        for (at, _) in lower.match_indices(&fix.find) {
            let end = at + fix.find.len();
            let free = found.iter().all(|(s, e, _)| end <= *s || *e <= at);
            if free && whole(&lower, at, end) && follows(&lower[end..], fix) && !quoted(&lower, at, end) {
                found.push((at, end, fix));
            }
        }
    }
    if found.is_empty() {
        return None;
    }
    found.sort_by_key(|(at, _, _)| *at);
    let mut out = String::with_capacity(text.source.len());
    let mut changes = Vec::new();
    let mut done = 0;
    for (at, end, fix) in found {
        let from = &text.source[at..end];
        let to = like(from, &fix.write);
        out.push_str(&text.source[done..at]);
        out.push_str(&to);
        changes.push(Change { rule: fix.rule.clone(), line: text.line_of(at), from: from.to_owned(), to });
        done = end;
    }
    out.push_str(&text.source[done..]);
    Some((out, changes))
}

/// Whether no letter touches the words, and no hyphen makes them part of a longer one.
fn whole(text: &str, at: usize, end: usize) -> bool {
    let touches = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '@' | '.');
    let before = text[..at].chars().next_back();
    let mut after = text[end..].chars();
    let next = after.next();
    let stop = next == Some('.') && !after.next().is_some_and(char::is_alphanumeric);
    !before.is_some_and(touches) && (stop || !next.is_some_and(touches))
}

fn follows(rest: &str, fix: &Fix) -> bool {
    let next = rest.trim_start_matches(' ');
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    fix.before.is_empty() || (next.len() < rest.len() && fix.before.contains(&word))
}

/// Words that somebody quotes are not ours to change.
fn quoted(text: &str, at: usize, end: usize) -> bool {
    let mark = |c: char| matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{ab}' | '`');
    let json = text.trim_start().starts_with('{');
    !json && text[..at].ends_with(mark) && text[end..].starts_with(mark)
}

/// With a capital where the words had one.
fn like(from: &str, to: &str) -> String {
    let capital = from.starts_with(|c: char| c.is_uppercase());
    let mut chars = to.chars();
    match chars.next() {
        Some(first) if capital => first.to_uppercase().chain(chars).collect(),
        _ => to.to_owned(),
    }
}
