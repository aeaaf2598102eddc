//! Findings for the terminal: the line of the posting with a mark under the words, then what to write and by which law.
//!
//! Long lines (a JSON file is one) are cut around the words. What comes from the posting passes the escaping function.

use crate::lint::{Finding, Matrix, Report, Severity};
use crate::report::escape;
use crate::report::text::Screen;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Narrower than this nothing can be shown; wider is hard to read.
const NARROWEST: usize = 40;
const WIDEST: usize = 110;
/// Columns shown before the words of a long line.
const BEFORE: usize = 24;

/// The findings as text; `sources` are the texts that spans index, by file.
pub fn render(report: &Report, sources: &[(String, String)], screen: Screen) -> String {
    let width = screen.width.clamp(NARROWEST, WIDEST);
    let mut out = String::new();
    for finding in &report.findings {
        let source =
            sources.iter().find(|(file, _)| *file == finding.file).map(|(_, text)| text.as_str()).unwrap_or_default();
        one(&mut out, finding, source, width, screen.color);
    }
    for matrix in &report.matrix {
        table(&mut out, matrix, width);
    }
    summary(&mut out, report, sources.len(), width);
    out
}

fn one(out: &mut String, finding: &Finding, source: &str, width: usize, color: bool) {
    let place = match finding.start < finding.end {
        true => format!("{}:{}", escape::terminal(&finding.file), finding.line),
        false => escape::terminal(&finding.file),
    };
    let paint = match finding.severity {
        Severity::Error => "31;1",
        Severity::Warning => "33;1",
        Severity::Info => "36",
    };
    let name = finding.severity.name();
    let label = if color { format!("\x1b[{paint}m{name}\x1b[0m") } else { name.to_owned() };
    let head = format!("{} {}: {}", finding.rule, place, escape::terminal(&finding.message));
    let mut lines = textwrap::wrap(&head, at_blanks(width.saturating_sub(name.len() + 1))).into_iter();
    out.push_str(&format!("{label} {}\n", lines.next().unwrap_or_default()));
    lines.for_each(|line| out.push_str(&format!("    {line}\n")));
    if finding.start < finding.end {
        shown_line(out, finding, source, width);
    }
    block(out, "  help:  ", &escape::terminal(&finding.suggestion), width);
    if let Some(law) = law_line(finding) {
        block(out, "  law:   ", &escape::terminal(&law), width);
    }
    out.push('\n');
}

/// Laws that are cited in full; the JSON has them all.
const CITED: usize = 3;

fn law_line(finding: &Finding) -> Option<String> {
    if finding.laws.is_empty() {
        let law = finding.law.as_ref()?;
        let since = finding.effective.as_ref().map(|d| format!(" since {d}")).unwrap_or_default();
        return Some(format!("{law}{since}, checked on {}", finding.checked_on));
    }
    let since = |d: &Option<String>| d.as_ref().map_or(" (proposed)".to_owned(), |d| format!(" since {d}"));
    let mut cited: Vec<String> =
        finding.laws.iter().take(CITED).map(|l| format!("{}{}", l.citation, since(&l.effective))).collect();
    if finding.laws.len() > CITED {
        cited.push(format!("{} more", finding.laws.len() - CITED));
    }
    Some(format!("{}; checked on {}", cited.join("; "), finding.checked_on))
}

/// Lines end at blanks only, so that a date is not cut at its hyphens, and take what fits: nobody reads findings for their
/// even margins, and evening them takes a twentieth of a run.
fn at_blanks<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
}

fn block(out: &mut String, label: &str, words: &str, width: usize) {
    let rest = " ".repeat(label.len());
    let options = at_blanks(width).initial_indent(label).subsequent_indent(&rest);
    for line in textwrap::wrap(words, options) {
        out.push_str(&line);
        out.push('\n');
    }
}

/// The line with a mark under the words, cut to the width.
fn shown_line(out: &mut String, finding: &Finding, source: &str, width: usize) {
    let start = source[..finding.start].rfind('\n').map_or(0, |at| at + 1);
    let end = source[finding.start..].find(['\n', '\r']).map_or(source.len(), |at| finding.start + at);
    let number = finding.line.to_string();
    let room = width.saturating_sub(number.len() + 6);
    // the last characters before the words, and no more of the line than can be shown
    let words_width =
        escape::terminal(&source[finding.start..clipped(source, finding.start, finding.end, width)]).width();
    let first = back(source, start, finding.start, room);
    let whole = first == start && escape::terminal(&source[start..finding.start]).width() + words_width <= room;
    let from = if whole { start } else { back(source, start, finding.start, BEFORE.min(room / 3)) };
    let end = clipped(source, finding.start, end, width * 2).max(finding.start);
    let cut = if from > start { "..." } else { "" };
    let lead = format!("{cut}{}", escape::terminal(&source[from..finding.start]).replace('\t', " "));
    let words = escape::terminal(&source[finding.start..finding.end.min(end).max(finding.start)]);
    let tail = escape::terminal(source.get(finding.end.min(end)..end).unwrap_or_default());
    let line = clip(&format!("{lead}{words}{tail}"), room);
    let marks = words.width().clamp(1, room.saturating_sub(lead.width()).max(1));
    let gutter = " ".repeat(number.len());
    out.push_str(&format!("  {number} | {line}\n  {gutter} | {}{}\n", " ".repeat(lead.width()), "^".repeat(marks)));
}

/// The byte at most so many characters behind a byte.
fn clipped(source: &str, from: usize, to: usize, most: usize) -> usize {
    source[from..to].char_indices().nth(most).map_or(to, |(at, _)| from + at)
}

/// The byte at most so many characters before a byte, not before the line.
fn back(source: &str, start: usize, at: usize, most: usize) -> usize {
    source[start..at].char_indices().rev().nth(most).map_or(start, |(i, _)| start + i)
}

fn clip(text: &str, room: usize) -> String {
    let mut width = 0;
    text.chars()
        .take_while(|c| {
            width += c.width().unwrap_or(0);
            width <= room
        })
        .collect()
}

fn table(out: &mut String, matrix: &Matrix, width: usize) {
    out.push_str(&format!("Laws for {}, strictest first\n", escape::terminal(&matrix.file)));
    if matrix.rows.is_empty() {
        out.push_str("  no law that we know asks anything of a posting in its places; --place names others\n\n");
        return;
    }
    let name = matrix.rows.iter().map(|r| r.jurisdiction.width()).max().unwrap_or(0);
    let status = matrix.rows.iter().map(|r| r.status.width()).max().unwrap_or(0);
    for row in &matrix.rows {
        let verdict = if row.satisfied { "ok     " } else { "missing" };
        let missing: Vec<&str> = row.musts.iter().filter(|m| !m.stated).map(|m| m.must).collect();
        let stated: Vec<&str> = row.musts.iter().filter(|m| m.stated).map(|m| m.must).collect();
        let says = match (missing.is_empty(), stated.is_empty()) {
            (true, _) => stated.join(", "),
            (false, true) => missing.join(", "),
            (false, false) => format!("{} (stated: {})", missing.join(", "), stated.join(", ")),
        };
        let head = format!("  {verdict}  {:name$}  {:status$}  ", row.jurisdiction, row.status);
        let indent = " ".repeat(head.width().min(width / 2));
        let options = at_blanks(width).initial_indent(&head).subsequent_indent(&indent);
        for line in textwrap::wrap(&says, options) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out.push('\n');
}

fn summary(out: &mut String, report: &Report, files: usize, width: usize) {
    let count = |severity, one: &str| {
        let n = report.count(severity);
        format!("{n} {one}{}", if n == 1 { "" } else { "s" })
    };
    let mut words = format!(
        "{}, {}, {} in {files} posting{}",
        count(Severity::Error, "error"),
        count(Severity::Warning, "warning"),
        count(Severity::Info, "hint"),
        if files == 1 { "" } else { "s" }
    );
    if report.suppressed > 0 {
        words.push_str(&format!("; {} allowed by comments", report.suppressed));
    }
    let places = if report.places.is_empty() {
        "no place was named or read; --place US-CO,US-NY says where".to_owned()
    } else {
        format!("places: {}", report.places.join(", "))
    };
    words.push_str(&format!(". Laws of {}; {places}. Not legal advice.", report.as_of));
    block(out, "", &words, width);
}
