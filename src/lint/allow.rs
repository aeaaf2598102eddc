//! Suppressions: `rolefit: allow RULE reason` in a comment of the posting takes findings of that rule back.
//!
//! In md and html `<!-- rolefit: allow PAY001 reason -->`, in txt a line `# rolefit: allow PAY001 reason`. Without a
//! reason nothing is taken back and that is itself a warning. JSON has no comments, so company files and JSON-LD have no
//! suppressions.

use super::gather::Gather;
use super::rules;
use super::text::Text;

const DIRECTIVE: &str = "rolefit: allow";

/// Takes back what the posting allows; the number of findings taken.
pub(super) fn apply(text: &Text, out: &mut Gather<'_>) -> u32 {
    let mut allowed: Vec<String> = Vec::new();
    let mut bare: Vec<(usize, usize)> = Vec::new();
    for line in text.text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    }) {
        let (start, words) = (line.0, line.1.trim_end());
        let Some(at) = words.find(DIRECTIVE) else { continue };
        let comment = words[..at].trim_start().starts_with(['#', '<']);
        if comment {
            match directive(&words[at + DIRECTIVE.len()..]) {
                Some((rule, true)) => allowed.push(rule),
                _ => bare.push((start, start + words.len())),
            }
        }
    }
    for comment in &text.comments {
        if let Some(rest) = comment.strip_prefix(DIRECTIVE) {
            match directive(rest) {
                Some((rule, true)) => allowed.push(rule),
                _ => bare.push((0, 0)),
            }
        }
    }
    let before = out.findings.len();
    out.findings.retain(|f| !allowed.contains(&f.rule));
    let taken = before - out.findings.len();
    for span in bare {
        out.say("ALLOW001", None, span, "");
    }
    u32::try_from(taken).unwrap_or(u32::MAX)
}

/// The rule of a directive, and whether a reason stands behind it.
fn directive(rest: &str) -> Option<(String, bool)> {
    let rest = rest.trim().trim_end_matches("-->").trim();
    let (rule, reason) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    rules::rule(rule)?;
    Some((rule.to_owned(), reason.chars().filter(|c| c.is_alphanumeric()).count() > 2))
}
