//! PH001: what was to be filled in and never was, in brackets ("[Company]", "{{title}}", "<insert city>") or without.

use super::gather::Gather;
use super::outline::Kind;
use super::text::Text;
use super::words::words;

/// Longest text between brackets that is a placeholder, in characters.
const LONGEST: usize = 40;
/// Opening and closing marks of a place to fill in.
const BRACKETS: [(&str, &str); 3] = [("[", "]"), ("{{", "}}"), ("<", ">")];

/// Words before a quotation that shows what a letter says, and how near they stand.
const CITING: [&str; 14] = [
    "tag", "tags", "as", "begin", "begins", "like", "read", "reads", "say", "says", "greet", "greets", "with", "saying",
];
const CITED_BEFORE: usize = 3;
/// Words for what a program fills in.
const FIELDS: [&str; 4] = ["field", "fields", "placeholder", "placeholders"];
/// Words before brackets among which what they are is named.
const NAMED_BEFORE: usize = 3;

/// Runs the rule.
pub(super) fn check(text: &Text, out: &mut Gather<'_>) {
    for row in text.rows.iter().filter(|r| r.kind != Kind::Blank) {
        let line = text.row(row);
        let mut spans: Vec<(usize, usize)> = BRACKETS.iter().flat_map(|marks| bracketed(line, *marks)).collect();
        // folding ASCII only keeps every byte where it is
        let lower = line.to_ascii_lowercase();
        for word in words("never-filled-in") {
            let inside = |at: &usize| spans.iter().any(|(from, to)| from <= at && at < to);
            let (word, ends) = word.strip_suffix('.').map_or((*word, false), |word| (word, true));
            let over = |at: &usize| !ends || !lower[at + word.len()..].trim_start().starts_with(char::is_alphanumeric);
            let new: Vec<usize> = whole(&lower, word).filter(|at| !inside(at) && over(at)).collect();
            spans.extend(new.into_iter().map(|at| (at, at + word.len())));
        }
        spans.sort_unstable();
        for (start, end) in spans {
            out.say("PH001", None, (row.start + start, row.start + end), "");
        }
    }
}

/// Spans of one kind of brackets whose words wait to be filled in; links, tags and addresses do not.
fn bracketed(line: &str, (open, close): (&str, &str)) -> Vec<(usize, usize)> {
    let span = |at: usize| {
        let inner = at + open.len();
        let near = line[inner..].char_indices().nth(LONGEST).map_or(line.len(), |(i, _)| inner + i);
        let length = line[inner..near].find(close).filter(|length| *length > 0)?;
        let end = inner + length + close.len();
        let said = apart(&line[inner..inner + length]);
        let linked = open == "[" && line[end..].starts_with(['(', '[', ':']);
        let tag = open == "<" && (said.contains(['@', '/', '=']) || !said.contains(' '));
        let waits = open == "{{"
            || !said.contains("http") && words("to-fill-in").iter().any(|word| whole(&said, word).next().is_some());
        // "we fill in `{{first_name}}`": shown as code
        let code = line[..at].ends_with('`') && line[end..].starts_with('`');
        // "greets people with a raw {{author_name}} tag"
        let behind = line[end..].split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ',', ';']);
        let named = |word: &str| ["tag", "tags", "token", "tokens", "variable", "variables"].contains(&word);
        // "merge tags such as {{first_name}} and {{next_visit}}"
        let mut before = line[..at].trim_end();
        while let Some((rest, _)) = before.strip_suffix(" and").and_then(|b| b.strip_suffix(close)?.rsplit_once(open)) {
            before = rest.trim_end();
        }
        let fills_in = |word: &str| named(word) || open == "{{" && FIELDS.contains(&word);
        let shown = named(behind) || before.split_whitespace().rev().take(NAMED_BEFORE).any(fills_in);
        // "letters that still begin \"Dear [Customer name]\""
        let cited = || {
            let closed = line[end..].chars().take(LONGEST).any(|c| matches!(c, '"' | '”'));
            closed.then(|| line[..at].rfind(['"', '“'])).flatten().is_some_and(|quote| {
                let mut before = line[..quote].split_whitespace().rev().take(CITED_BEFORE);
                before.any(|word| CITING.contains(&word)) && line[quote..at].contains(char::is_alphanumeric)
            })
        };
        (waits && !linked && !tag && !code && !shown && !cited()).then_some((at, end))
    };
    line.match_indices(open).filter_map(|(at, _)| span(at)).collect()
}

/// Words in small letters, "CompanyName" as two.
fn apart(said: &str) -> String {
    let mut out = String::with_capacity(said.len() + 4);
    for c in said.chars() {
        if c.is_uppercase() && out.ends_with(char::is_lowercase) {
            out.push(' ');
        }
        out.push(if c == '_' { ' ' } else { c });
    }
    out.to_lowercase()
}

/// Places of a word that is no part of a longer one.
fn whole<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        !text[..*at].ends_with(char::is_alphanumeric) && !text[at + word.len()..].starts_with(char::is_alphanumeric)
    })
}
