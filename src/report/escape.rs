//! Names and quotes come from strangers: one function a format makes them harmless, and every report goes through it.
//!
//! Each function first makes invisible and controlling characters visible, so that no format lets a terminal
//! sequence or a direction trick through, and then escapes what its own format would read as markup.

use std::fmt::Write as _;

/// For a terminal: control characters, direction marks and invisible characters are shown as `\x1b` or `U+202E`.
pub fn terminal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_visible(&mut out, c);
    }
    out
}

/// For a terminal, lines and tabs kept: a whole document.
pub fn terminal_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\n' | '\t') {
            out.push(c);
        } else {
            push_visible(&mut out, c);
        }
    }
    out
}

/// For HTML text and quoted attributes.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in terminal(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// For Markdown text that does not stand at the start of a line: neither marks, nor HTML, nor links of any kind.
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in terminal(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '!' | '@' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    // Bare addresses become links in some Markdown readers.
    out.replace("://", "\\://").replace("www.", "www\\.")
}

/// For a CSV cell (the quoting is the writer's): a cell that a spreadsheet could run as a formula starts with `'`.
///
/// OWASP ASVS 1.2.10, also behind leading spaces and for the full-width forms that some spreadsheets accept.
pub fn csv_cell(text: &str) -> String {
    let first = text.trim_start_matches(|c: char| c.is_whitespace() && !matches!(c, '\t' | '\r' | '\n')).chars().next();
    let runs = first.is_some_and(|c| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}'
        )
    });
    let shown = terminal(text);
    if runs { format!("'{shown}") } else { shown }
}

/// For finished JSON text: what could steer a terminal is written as `\u009b`, which is the same JSON.
pub fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mut units = [0; 2];
        if is_unseen(c) {
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn push_visible(out: &mut String, c: char) {
    if c.is_ascii_control() || ('\u{80}'..='\u{9f}').contains(&c) {
        let _ = write!(out, "\\x{:02x}", u32::from(c));
    } else if is_unseen(c) {
        let _ = write!(out, "U+{:04X}", u32::from(c));
    } else {
        out.push(c);
    }
}

/// Controls, direction marks, and characters that take no room. Joiners (U+200C, U+200D) stay: scripts need them.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_sequences_are_shown_and_not_sent() {
        assert_eq!(terminal("\x1b]0;x\x07 \u{9b}31m a\rb"), "\\x1b]0;x\\x07 \\x9b31m a\\x0db");
        assert_eq!(terminal("\u{202e}txt.exe \u{e0041}"), "U+202Etxt.exe U+E0041");
        assert_eq!(terminal_lines("a\tb\nc\x1b"), "a\tb\nc\\x1b");
        assert_eq!(terminal("Zoë Müller 山田 नमस्\u{200d}ते"), "Zoë Müller 山田 नमस्\u{200d}ते");
    }

    #[test]
    fn formulas_are_quoted_also_behind_spaces_and_in_full_width() {
        for formula in ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\0x", "  =1", "\u{a0}=1", "\u{ff1d}1"] {
            assert!(csv_cell(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(csv_cell("Ana = B"), "Ana = B");
        assert_eq!(csv_cell(""), "");
    }

    #[test]
    fn markup_of_a_name_stays_text() {
        assert_eq!(html(r#"<b a="1" b='2'>&"#), "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;");
        assert_eq!(markdown("[x](javascript:1) <b> a|b"), "\\[x\\](javascript:1) \\<b\\> a\\|b");
        assert_eq!(markdown("see http://x.y www.z"), "see http\\://x.y www\\.z");
    }

    #[test]
    fn json_stays_the_same_value() {
        let value = "\u{9b}31m \u{202e} \u{e0041} \u{7f}";
        let line = json(&serde_json::to_string(value).unwrap());
        assert!(line.is_ascii());
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), value);
    }
}
