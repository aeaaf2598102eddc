//! The style sheets inside a page, as far as they can hide words.
//!
//! Rules for print and for other sizes of screen are left out; so are selectors that a stream cannot match.

use lol_html::Selector;

/// Most rules that are applied; the sheets of a framework have more, of which hardly any hides words.
const RULES: usize = 400;
/// Longest style sheet that is read, in bytes.
const SHEET: usize = 1 << 20;
/// Properties that can hide words, change their colour or set them beside each other.
const PROPERTIES: &[&str] = &[
    "display",
    "visibility",
    "opacity",
    "color",
    "background",
    "font-size",
    "left",
    "right",
    "top",
    "bottom",
    "clip",
    "text-indent",
    "margin",
    "transform",
    "width",
    "height",
    "font:",
    "grid-",
];

/// Declarations for what a selector matches.
pub(super) struct Rule {
    pub(super) selector: Selector,
    pub(super) declarations: String,
}

/// The rules of all `<style>` elements, in order.
pub(super) fn rules(html: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let lower = html.to_ascii_lowercase();
    let mut from = 0;
    while let Some(start) = lower.get(from..).and_then(|rest| rest.find("<style")).map(|at| from + at) {
        let Some(open) = lower.get(start..).and_then(|rest| rest.find('>')).map(|at| start + at + 1) else { break };
        let end = lower.get(open..).and_then(|rest| rest.find("</style")).map_or(html.len(), |at| open + at);
        let head = lower.get(start..open).unwrap_or_default();
        let sheet = html.get(open..end).unwrap_or_default();
        if sheet.len() <= SHEET && !head.contains("print") {
            read(&without_comments(sheet), &mut rules);
        }
        from = end;
    }
    rules
}

fn without_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

fn read(sheet: &str, rules: &mut Vec<Rule>) {
    let mut rest = sheet;
    while let Some((head, after)) = rest.split_once('{') {
        let head = head.rsplit([';', '}']).next().unwrap_or_default().trim();
        if head.starts_with('@') {
            let end = block_end(after);
            let screen = head.starts_with("@media") && head.split_whitespace().skip(1).eq(["screen"]);
            if screen || head.starts_with("@supports") || head.starts_with("@layer") {
                // One level is enough: the inner blocks are plain rules.
                plain(after.get(..end).unwrap_or_default(), rules);
            }
            rest = after.get(end + 1..).unwrap_or_default();
            continue;
        }
        let Some((body, after)) = after.split_once('}') else { return };
        add(head, body, rules);
        rest = after;
    }
}

/// Rules without blocks inside.
fn plain(sheet: &str, rules: &mut Vec<Rule>) {
    for rule in sheet.split('}') {
        if let Some((head, body)) = rule.split_once('{')
            && !head.trim_start().starts_with('@')
        {
            add(head.trim(), body, rules);
        }
    }
}

fn add(head: &str, body: &str, rules: &mut Vec<Rule>) {
    let body = body.to_ascii_lowercase();
    if rules.len() >= RULES || !PROPERTIES.iter().any(|p| body.contains(p)) || head.contains(':') {
        return;
    }
    if let Ok(selector) = head.parse::<Selector>() {
        rules.push(Rule { selector, declarations: body });
    }
}

/// Position of the brace that closes a block whose opening brace was just passed.
fn block_end(text: &str) -> usize {
    let mut depth = 1usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}
