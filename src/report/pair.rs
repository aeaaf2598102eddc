//! One resume against two roles, side by side: where the verdicts differ, and the shortest way from one to the other.

use super::escape;
use super::html;
use super::text::Screen;
use super::words;
use crate::score::{RequirementResult, Scorecard};
use serde::Serialize;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// Schema of [`Pair`] as JSON.
pub const SCHEMA: &str = "rolefit.pair/1";
/// Columns of a verdict.
const VERDICT: usize = 10;
/// Gaps shown on the way from one role to the other; the scorecards have them all.
const STEPS: usize = 6;

/// Two scorecards of one resume.
#[derive(Debug, Serialize)]
pub struct Pair<'a> {
    schema: &'static str,
    /// The narrower role.
    first: &'a Scorecard,
    /// The wider role.
    second: &'a Scorecard,
}

/// One requirement in both roles.
struct Row<'a> {
    /// Its words; where the roles ask for it in different words, both.
    text: String,
    first: Option<&'a RequirementResult>,
    second: Option<&'a RequirementResult>,
}

impl<'a> Pair<'a> {
    /// Puts two scorecards of the same resume side by side; the second role is where the way leads.
    pub fn new(first: &'a Scorecard, second: &'a Scorecard) -> Pair<'a> {
        Pair { schema: SCHEMA, first, second }
    }

    fn rows(&self) -> Vec<Row<'a>> {
        let of = |card: &'a Scorecard, id: &str| card.results.iter().find(|r| r.id == id);
        let mut rows: Vec<Row> = self
            .first
            .results
            .iter()
            .map(|r| {
                let second = of(self.second, &r.id);
                Row { text: self.in_both(r, second), first: Some(r), second }
            })
            .collect();
        let only_second = self.second.results.iter().filter(|r| of(self.first, &r.id).is_none());
        rows.extend(only_second.map(|r| Row { text: r.text.clone(), first: None, second: Some(r) }));
        rows
    }

    /// "At least 3 years ... (Lead: At least 4 years ...)" where one requirement asks for different things.
    fn in_both(&self, first: &RequirementResult, second: Option<&RequirementResult>) -> String {
        match second.filter(|second| second.text != first.text) {
            Some(second) => format!("{} ({}: {})", first.text, short(&self.heads()[1]), second.text),
            None => first.text.clone(),
        }
    }

    fn heads(&self) -> [String; 2] {
        [self.first, self.second].map(words::role_title)
    }

    fn scores(&self) -> [String; 2] {
        [self.first, self.second].map(|card| card.score.map_or("-".into(), |s| s.to_string()))
    }

    /// The gaps that closing would gain most in the second role.
    fn way(&self) -> Vec<&'a RequirementResult> {
        words::gaps(self.second).into_iter().filter(|r| r.gain > 0).take(STEPS).collect()
    }

    /// For a terminal.
    pub fn text(&self, screen: Screen) -> String {
        let heads = self.heads();
        let [a, b] = self.scores();
        let wide = screen.width.saturating_sub(2 * (VERDICT + 1)).max(VERDICT);
        let mut out = String::new();
        let _ = writeln!(out, "{}: {a} of 100\n{}: {b} of 100\n", heads[0], heads[1]);
        let line = |text: &str, first: &str, second: &str| {
            let pad = wide.saturating_sub(text.width());
            format!("{text}{:pad$} {first:<VERDICT$} {second}\n", "")
        };
        out += &line("", &short(&heads[0]), &short(&heads[1]));
        for row in self.rows() {
            let mut lines = textwrap::wrap(&row.text, wide).into_iter();
            let head = lines.next().unwrap_or_default();
            out += line(&head, verdict(row.first), verdict(row.second)).trim_end();
            out.push('\n');
            for more in lines {
                let _ = writeln!(out, "{more}");
            }
        }
        let _ = writeln!(out, "\nThe shortest way to {}:", heads[1]);
        for gap in self.way() {
            let text = format!("{}: {}", gap.text, gap.gap.as_deref().unwrap_or_default());
            let options = textwrap::Options::new(screen.width).subsequent_indent("            ");
            let _ = writeln!(
                out,
                "{}",
                textwrap::fill(&format!("  +{} points  {}", gap.gain, escape::terminal(&text)), options)
            );
        }
        out
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        let heads = self.heads().map(|h| escape::markdown(&h));
        let [a, b] = self.scores();
        let mut out = format!(
            "| Requirement | {} | {} |\n|---|---|---|\n| **Score** | **{a}** | **{b}** |\n",
            heads[0], heads[1]
        );
        for row in self.rows() {
            let _ =
                writeln!(out, "| {} | {} | {} |", escape::markdown(&row.text), verdict(row.first), verdict(row.second));
        }
        let _ = writeln!(out, "\n## The shortest way to {}\n", heads[1]);
        for gap in self.way() {
            let _ = writeln!(
                out,
                "- +{}: {}: {}",
                gap.gain,
                escape::markdown(&gap.text),
                escape::markdown(gap.gap.as_deref().unwrap_or_default())
            );
        }
        out
    }

    /// As one page.
    pub fn html(&self) -> String {
        let heads = self.heads().map(|h| html::text(&h));
        let [a, b] = self.scores();
        let mut out = html::page_start(&format!("{} beside {}", self.heads()[0], self.heads()[1]));
        let _ = write!(
            out,
            "<h1>{} beside {}</h1>\n<table><thead><tr><th scope=\"col\">Requirement</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>\n<tr><th scope=\"row\">Score</th><td>{a}</td><td>{b}</td></tr>\n",
            heads[0], heads[1], heads[0], heads[1]
        );
        for row in self.rows() {
            let _ = writeln!(
                out,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
                html::text(&row.text),
                verdict(row.first),
                verdict(row.second)
            );
        }
        let _ = write!(out, "</tbody></table>\n<h2>The shortest way to {}</h2>\n<ul>\n", heads[1]);
        for gap in self.way() {
            let _ = writeln!(
                out,
                "<li>+{}: {}: {}</li>",
                gap.gain,
                html::text(&gap.text),
                html::text(gap.gap.as_deref().unwrap_or_default())
            );
        }
        out + "</ul>\n" + html::page_end()
    }
}

fn verdict(result: Option<&RequirementResult>) -> &'static str {
    result.map_or("not asked", |r| words::verdict(r.result))
}

/// The first word of a role's title, which tells Lead from Senior.
fn short(title: &str) -> String {
    title.split_whitespace().next().unwrap_or_default().chars().take(VERDICT).collect()
}
