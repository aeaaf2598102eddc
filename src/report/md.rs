//! A scorecard as Markdown, for a ticket or a pull request.

use crate::report::escape::markdown;
use crate::report::sum;
use crate::report::words;
use crate::role::Importance;
use crate::score::{Scorecard, Verdict};
use std::fmt::Write as _;

/// Quotes shown for one requirement; the JSON has them all.
const QUOTES: usize = 2;

/// One scorecard as a Markdown section.
pub fn render(card: &Scorecard) -> String {
    let mut out = String::new();
    head(&mut out, card);
    for importance in [Importance::Required, Importance::Preferred] {
        requirements(&mut out, card, importance);
    }
    list(
        &mut out,
        "What would raise the score",
        words::gaps(card).iter().map(|row| format!("+{}: {}", row.gain, text(&words::gap(row)))),
    );
    let work = format!("Work: {}", words::tenure(card));
    let jobs = card.tenure.entries.iter().map(|entry| {
        let months = entry.months.map_or("not counted".into(), words::duration);
        format!(
            "{}: {} ({months}, {})",
            text(&words::dates(entry)),
            text(&words::entry_name(entry)),
            text(&words::family(entry))
        )
    });
    list(&mut out, &work, jobs.chain(words::years_alone(card).map(str::to_owned)));
    list(
        &mut out,
        "Degrees",
        card.degrees.iter().map(|degree| {
            let mut parts = vec![words::degree(degree.level).to_owned()];
            parts.extend([&degree.field, &degree.institution].into_iter().flatten().map(|part| text(part)));
            format!("{} (line {})", parts.join(", "), degree.line)
        }),
    );
    list(
        &mut out,
        "Certificates",
        card.certifications.iter().map(|held| format!("{} (line {})", text(&held.name), held.line)),
    );
    list(
        &mut out,
        "Flags",
        card.flags.iter().map(|flag| {
            let quotes = flag.evidence.iter().take(QUOTES).map(|e| format!("; {}", quote(card, e))).collect::<String>();
            format!("**{}**: {}{quotes}", text(&flag.id), text(&flag.message))
        }),
    );
    list(&mut out, "Notes from reading the file", card.document.notes.iter().map(|note| text(note)));
    if let Some(steps) = sum::steps(card) {
        let _ = write!(
            out,
            "\nScore = sum of weight x credit / sum of weights: {}\n\n{}.\n",
            text(&steps),
            text(&sum::credits())
        );
    }
    out
}

fn head(out: &mut String, card: &Scorecard) {
    let (_, judgement) = words::judgement(card);
    let score = card.score.map_or("no score".into(), |score| format!("{score} of 100"));
    let _ = writeln!(out, "# {}: {score}, {judgement}\n", text(&words::role_title(card)));
    let candidate = words::candidate(card).map(|name| format!(", {}", text(name))).unwrap_or_default();
    let interval = words::interval(card).map(|interval| format!("; {interval}")).unwrap_or_default();
    let (file, day) = (text(words::file_name(card)), text(&card.as_of));
    let _ = writeln!(out, "File {file}{candidate}, as of {day}. {}{interval}.", words::tally_line(card));
}

fn requirements(out: &mut String, card: &Scorecard, importance: Importance) {
    let rows = card.results.iter().filter(|row| row.importance == importance).collect::<Vec<_>>();
    if rows.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "\n## {}\n\n| verdict | requirement | proof | weight x credit |\n|---|---|---|---|\n",
        words::importance(importance)
    );
    for row in rows {
        let quotes = row.evidence.iter().take(QUOTES).map(|e| quote(card, e)).collect::<Vec<_>>().join("<br>");
        let mark = match row.result {
            Verdict::Met => format!("**{}**", words::verdict(row.result)),
            _ => words::verdict(row.result).to_owned(),
        };
        let _ = writeln!(out, "| {mark} | {} | {quotes} | {} x {} |", text(&row.text), row.weight, row.credit);
    }
}

fn quote(card: &Scorecard, evidence: &crate::score::Evidence) -> String {
    format!("\"{}\" ({})", text(&words::quote(&evidence.quote)), text(&words::place(card, evidence)))
}

fn list(out: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    let items = items.collect::<Vec<_>>();
    if items.is_empty() {
        return;
    }
    let _ = write!(out, "\n## {}\n\n", text(heading));
    for item in items {
        let _ = writeln!(out, "- {item}");
    }
}

/// The one way for a text onto the page: on one line, escaped.
fn text(text: &str) -> String {
    markdown(&words::one_line(text))
}
