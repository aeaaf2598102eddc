//! Scorecards as one page that needs nothing else: no script, no picture, no address outside; it prints, and a screen
//! reader can walk it.
//!
//! Every word that is not ours goes through `text`. The page forbids itself to load or send anything, so that even a
//! slip there could do nothing.

use crate::report::escape;
use crate::report::sum;
use crate::report::words::{self, Tone};
use crate::role::Importance;
use crate::score::{Evidence, RequirementResult, Scorecard, Verdict};
use std::fmt::Write as _;

/// Quotes shown for one requirement; the JSON has them all.
const QUOTES: usize = 3;

const STYLE: &str = include_str!("style.css");

/// One page with a section for each scorecard.
pub fn render(cards: &[Scorecard]) -> String {
    let title = match cards {
        [card] => format!("{}: {}", words::file_name(card), words::role_title(card)),
        _ => format!("{} scorecards", cards.len()),
    };
    let mut out = page_start(&title);
    for card in cards {
        let (_, judgement) = words::judgement(card);
        let _ =
            writeln!(out, "<article>\n<h1>{}: {}, {judgement}</h1>", text(&words::role_title(card)), score_words(card));
        out.push_str(&body(card));
        out.push_str("</article>\n");
    }
    out.push_str(page_end());
    out
}

/// Everything up to the first words of a page.
pub(crate) fn page_start(title: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        text(title)
    )
}

/// Everything behind the last words of a page.
pub(crate) fn page_end() -> &'static str {
    "</main>\n</body>\n</html>\n"
}

/// The score in words.
pub(crate) fn score_words(card: &Scorecard) -> String {
    card.score.map_or("no score".into(), |score| format!("{score} of 100"))
}

/// A scorecard below its heading.
pub(crate) fn body(card: &Scorecard) -> String {
    let mut out = String::new();
    head(&mut out, card);
    for importance in [Importance::Required, Importance::Preferred] {
        requirements(&mut out, card, importance);
    }
    list(
        &mut out,
        "What would raise the score",
        words::gaps(card).iter().map(|row| {
            let points = words::count(row.gain, "point");
            format!("<b>+{points}</b> {}", text(&words::gap(row)))
        }),
    );
    let jobs = card.tenure.entries.iter().map(|entry| {
        let months = entry.months.map_or("not counted".into(), words::duration);
        let (dates, name, family) =
            (text(&words::dates(entry)), text(&words::entry_name(entry)), text(&words::family(entry)));
        format!(
            "<span class=\"dates\">{dates}</span> <bdi>{name}</bdi> <span class=\"faint\">{months}, {family}</span>"
        )
    });
    let rule = words::years_alone(card).map(|rule| format!("<span class=\"faint\">{rule}</span>"));
    list(&mut out, &format!("Work: {}", words::tenure(card)), jobs.chain(rule));
    list(
        &mut out,
        "Degrees",
        card.degrees.iter().map(|degree| {
            let mut parts = vec![words::degree(degree.level).to_owned()];
            parts.extend([&degree.field, &degree.institution].into_iter().flatten().map(|part| text(part)));
            format!("{} <span class=\"faint\">line {}</span>", parts.join(", "), degree.line)
        }),
    );
    list(
        &mut out,
        "Certificates",
        card.certifications
            .iter()
            .map(|held| format!("{} <span class=\"faint\">line {}</span>", text(&held.name), held.line)),
    );
    list(
        &mut out,
        "Flags: none of them takes points away",
        card.flags.iter().map(|flag| {
            let quotes = flag.evidence.iter().take(QUOTES).map(|e| quote(card, e)).collect::<String>();
            format!("<b>{}</b> {}{quotes}", text(&flag.id), text(&flag.message))
        }),
    );
    list(&mut out, "Notes from reading the file", card.document.notes.iter().map(|note| text(note)));
    if let Some(steps) = sum::steps(card) {
        let _ = writeln!(
            out,
            "<h2>The score</h2>\n<p>Sum of weight &times; credit / sum of weights: {}</p>\n<p>{}.</p>",
            text(&steps),
            text(&sum::credits())
        );
    }
    out
}

fn head(out: &mut String, card: &Scorecard) {
    let candidate = words::candidate(card).map(|name| format!("<bdi>{}</bdi>, ", text(name))).unwrap_or_default();
    let _ = writeln!(out, "<p>{candidate}<bdi>{}</bdi>, as of {}</p>", text(words::file_name(card)), text(&card.as_of));
    if let (Some(score), Some(low), Some(high)) = (card.score, card.score_low, card.score_high) {
        let (tone, _) = words::judgement(card);
        let (score, low, high) = (score.min(100), low.min(100), high.min(100));
        let _ = writeln!(
            out,
            "<div class=\"bar\" aria-hidden=\"true\"><i class=\"{}\" style=\"width:{score}%\"></i>\
             <u style=\"left:{low}%;width:{}%\"></u></div>",
            tone_class(tone),
            high.saturating_sub(low)
        );
    }
    let interval = words::interval(card).map(|i| format!("; {i}")).unwrap_or_default();
    let _ = writeln!(out, "<p>{}{interval}</p>", words::tally_line(card));
    if !card.flags.is_empty() {
        let ids = card.flags.iter().map(|flag| flag.id.as_str()).collect::<Vec<_>>().join(", ");
        let _ = writeln!(out, "<p class=\"middling\"><b>Look at the flags first: {}</b></p>", text(&ids));
    }
}

fn requirements(out: &mut String, card: &Scorecard, importance: Importance) {
    let rows = card.results.iter().filter(|row| row.importance == importance).collect::<Vec<_>>();
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "<table class=\"rows\">\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">Verdict</th>\
         <th scope=\"col\">Requirement and proof</th><th scope=\"col\">Weight &times; credit</th></tr></thead>\n<tbody>",
        words::importance(importance)
    );
    for row in rows {
        requirement(out, card, row);
    }
    out.push_str("</tbody>\n</table>\n");
}

fn requirement(out: &mut String, card: &Scorecard, row: &RequirementResult) {
    let quotes = row.evidence.iter().take(QUOTES).map(|e| quote(card, e)).collect::<String>();
    let _ = writeln!(
        out,
        "<tr><td class=\"{}\"><span aria-hidden=\"true\">{}</span> {}</td><td>{}{quotes}</td><td class=\"number\">{} &times; {}</td></tr>",
        tone_class(verdict_tone(row.result)),
        words::symbol(row.result),
        words::verdict(row.result),
        text(&row.text),
        row.weight,
        row.credit
    );
}

fn quote(card: &Scorecard, evidence: &Evidence) -> String {
    let place = text(&words::place(card, evidence));
    format!(
        "<blockquote dir=\"auto\">{}<footer dir=\"ltr\">{place}</footer></blockquote>",
        text(&words::quote(&evidence.quote))
    )
}

fn list(out: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    let items = items.collect::<Vec<_>>();
    if items.is_empty() {
        return;
    }
    let _ = writeln!(out, "<h2>{}</h2>\n<ul>", text(heading));
    for item in items {
        let _ = writeln!(out, "<li>{item}</li>");
    }
    out.push_str("</ul>\n");
}

fn verdict_tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Met => Tone::Good,
        Verdict::Partial | Verdict::Unknown => Tone::Middling,
        Verdict::Missing => Tone::Bad,
    }
}

/// The class that colours a tone.
pub(crate) fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Middling => "middling",
        Tone::Bad => "bad",
    }
}

/// The one way for a word that is not ours onto a page.
pub(crate) fn text(text: &str) -> String {
    escape::html(&words::one_line(text))
}
