//! The page of a batch: the ranked table, what could not be read, and each scorecard to unfold.
//!
//! It is written piece by piece, since thousands of scorecards do not fit in memory at once; the caller fetches them one
//! at a time.

use crate::report::html::{body, page_end, page_start, score_words, text, tone_class};
use crate::report::shortlist::{Failure, Row};
use crate::report::words;
use crate::score::Scorecard;
use std::io::{self, Write};

/// Scorecards to unfold on one page; a browser slows down far above. The rest are in `scorecards.jsonl`.
pub const UNFOLDED: usize = 500;
/// Stands for a number that there is not.
const NONE: &str = "&ndash;";

/// Writes the page. `fetch` gives the scorecard of a row.
///
/// # Errors
/// Those of `out` and `fetch`.
pub fn write(
    out: &mut dyn Write,
    rows: &[Row],
    failures: &[Failure],
    fetch: &mut dyn FnMut(&Row) -> io::Result<Scorecard>,
) -> io::Result<()> {
    out.write_all(page_start("Shortlist").as_bytes())?;
    writeln!(out, "<h1>Shortlist</h1>\n<p>{}</p>", summary(rows, failures))?;
    let mut first = 0;
    for group in rows.chunk_by(|a, b| a.role == b.role) {
        table(out, group, first)?;
        first += group.len();
    }
    failed(out, failures)?;
    if !rows.is_empty() {
        writeln!(out, "<h2>Scorecards</h2>")?;
    }
    for (index, row) in rows.iter().enumerate().take(UNFOLDED) {
        let card = fetch(row)?;
        let (tone, judgement) = words::judgement(&card);
        writeln!(
            out,
            "<details><summary><bdi>{}</bdi>, {}: <span class=\"{}\">{}, {judgement}</span></summary><div id=\"s{index}\">",
            who(row),
            text(&words::role_title(&card)),
            tone_class(tone),
            score_words(&card)
        )?;
        out.write_all(body(&card).as_bytes())?;
        writeln!(out, "</div></details>")?;
    }
    if rows.len() > UNFOLDED {
        writeln!(out, "<p>The other {} are in scorecards.jsonl.</p>", rows.len() - UNFOLDED)?;
    }
    out.write_all(page_end().as_bytes())
}

fn summary(rows: &[Row], failures: &[Failure]) -> String {
    let count = |n: usize, noun: &str| words::count(u32::try_from(n).unwrap_or(u32::MAX), noun);
    let duplicates = rows.iter().filter(|row| row.duplicate_of.is_some()).count();
    let mut parts = vec![count(rows.len(), "scorecard")];
    if duplicates > 0 {
        parts.push(format!("{} below the first of its kind", count(duplicates, "duplicate")));
    }
    if !failures.is_empty() {
        parts.push(format!("{} that could not be read", count(failures.len(), "file")));
    }
    format!("{}. Read the proof before you decide; a score only sorts.", parts.join(", "))
}

/// The ranked rows of one role; `first` is the place of the first of them among all rows.
fn table(out: &mut dyn Write, rows: &[Row], first: usize) -> io::Result<()> {
    let role = rows.first().map(|row| text(&row.role)).unwrap_or_default();
    writeln!(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Ranked rows\"><table class=\"ranked\">\n<caption>{role}</caption>\n<thead><tr>"
    )?;
    for (heading, class) in [
        ("Rank", "number"),
        ("Candidate and file", ""),
        ("Score", "number"),
        ("Interval", "number"),
        ("In product", "number"),
        ("Met", "number"),
        ("Partial", "number"),
        ("Missing", "number"),
        ("Unknown", "number"),
        ("Flags", ""),
    ] {
        write!(out, "<th scope=\"col\" class=\"{class}\">{heading}</th>")?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for (row, index) in rows.iter().zip(first..) {
        let interval = match (row.score_low, row.score_high) {
            (Some(low), Some(high)) => format!("{low}&ndash;{high}"),
            _ => NONE.into(),
        };
        let name = if index < UNFOLDED { format!("<a href=\"#s{index}\">{}</a>", who(row)) } else { who(row) };
        let of = row.duplicate_of.as_ref().map(|of| format!("<br>duplicate of {}", text(of))).unwrap_or_default();
        let mut numbers = vec![
            format!("<b>{}</b>", row.score.map_or(NONE.into(), |score| score.to_string())),
            interval,
            row.product_months.map_or(NONE.into(), words::short_duration),
        ];
        numbers.extend(row.counts.map(|n| n.to_string()));
        writeln!(
            out,
            "<tr{}><td class=\"number\">{}</td><td class=\"wide\"><bdi>{name}</bdi>{of}</td>\
             <td class=\"number\">{}</td><td class=\"wide\">{}</td></tr>",
            if row.duplicate_of.is_some() { " class=\"folded\"" } else { "" },
            row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            numbers.join("</td><td class=\"number\">"),
            text(&row.flags.join(", "))
        )?;
    }
    writeln!(out, "</tbody>\n</table></div>")
}

fn failed(out: &mut dyn Write, failures: &[Failure]) -> io::Result<()> {
    if failures.is_empty() {
        return Ok(());
    }
    writeln!(out, "<h2>Could not be read</h2>\n<ul>")?;
    for failure in failures {
        let help = if failure.help.is_empty() {
            String::new()
        } else {
            format!(" <span class=\"faint\">{}</span>", text(&failure.help))
        };
        writeln!(out, "<li><bdi>{}</bdi>: {}{help}</li>", text(&failure.file), text(&failure.reason))?;
    }
    writeln!(out, "</ul>")
}

/// The candidate's name and the file, or the file alone.
fn who(row: &Row) -> String {
    match row.candidate.trim() {
        "" => text(&row.file),
        name => format!("{} <span class=\"faint\">{}</span>", text(name), text(&row.file)),
    }
}
