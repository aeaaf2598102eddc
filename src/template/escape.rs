//! How a value is written into each format so that it stays text there.

/// Writes a value so that it stays text.
pub(super) type Escape = fn(&str) -> String;

/// The formats of templates with their escapes.
pub(super) const FORMATS: [(&str, Escape); 3] = [("html", html), ("md", markdown), ("txt", text)];

/// Text and quoted attributes of HTML.
fn html(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

/// Characters that mean something anywhere in a line of Markdown (or of GitHub's, or of a page that runs Liquid).
const MARKS: &str = "\\`*_[]<>|~${}";
/// Characters that mean something at the start of a line.
const STARTS: &str = "#+-=:";
/// Digits of a list number, at most.
const LIST_DIGITS: usize = 9;

/// Text of Markdown: only what would be read as a mark gets a backslash, so that plain prose stays plain.
fn markdown(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for line in value.split('\n') {
        if !out.is_empty() {
            out.push(' ');
        }
        markdown_line(line.trim(), &mut out);
    }
    out
}

fn markdown_line(line: &str, out: &mut String) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = line;
    if (1..=LIST_DIGITS).contains(&digits) && line[digits..].starts_with(['.', ')']) {
        out.push_str(&line[..digits]);
        out.push('\\');
        out.push_str(&line[digits..=digits]);
        rest = &line[digits + 1..];
    } else if line.starts_with(|c| STARTS.contains(c)) {
        out.push('\\');
    }
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let entity = c == '&' && chars.peek().is_some_and(|n| n.is_ascii_alphanumeric() || *n == '#');
        if entity || MARKS.contains(c) {
            out.push('\\');
        }
        if !c.is_control() {
            out.push(c);
        }
    }
}

/// Plain text: nothing can be a mark; control characters must not reach a terminal.
fn text(value: &str) -> String {
    value.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_stays_plain_and_marks_become_text() {
        assert_eq!(
            markdown("Harbor & Vale (B2B), 401(k)! It's 50%-ish."),
            "Harbor & Vale (B2B), 401(k)! It's 50%-ish."
        );
        assert_eq!(markdown("# a *b* <i> [x](y) {{z}}"), "\\# a \\*b\\* \\<i\\> \\[x\\](y) \\{\\{z\\}\\}");
        assert_eq!(markdown("2. two\n- three &lt;"), "2\\. two \\- three \\&lt;");
        assert_eq!(html("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
        assert_eq!(text("a\x1b[2Jb"), "a[2Jb");
    }
}
