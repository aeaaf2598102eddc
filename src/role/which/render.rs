//! The advice as text for the terminal and as Markdown: the verdict first, then what spoke for each role.

use super::{Advice, Reason, title};
use crate::role::{SEEDS, Source};
use std::fmt::Write as _;
use textwrap::{Options, WordSplitter};

/// Above this width lines are tiring to read.
const WIDEST: usize = 100;
/// Narrowest text that is wrapped to.
const NARROWEST: usize = 20;

impl Advice {
    /// Text that fits into `width` columns.
    pub fn text(&self, width: usize) -> String {
        let width = width.clamp(NARROWEST, WIDEST);
        let mut out = wrapped(&self.verdict, width, "");
        for (role, reasons) in self.sides() {
            let _ = write!(out, "\nFor a {} ({})\n", title(role), reasons.len());
            for reason in reasons {
                out += &wrapped(&format!("- {}", line(reason)), width, "  ");
            }
        }
        if !self.would_decide.is_empty() {
            let _ = write!(out, "\n{}\n", self.open_heading());
            for sentence in &self.would_decide {
                out += &wrapped(&format!("- {sentence}"), width, "  ");
            }
        }
        out.push('\n');
        out += &wrapped(&self.footnote(), width, "");
        out
    }

    /// Markdown.
    pub fn markdown(&self) -> String {
        let mut out = format!("# Which role\n\n**{}**\n", self.verdict);
        for (role, reasons) in self.sides() {
            let _ = write!(out, "\n## For a {} ({})\n\n", title(role), reasons.len());
            for reason in reasons {
                let _ = writeln!(out, "- {}", line(reason));
            }
        }
        if !self.would_decide.is_empty() {
            let _ = write!(out, "\n## {}\n\n", self.open_heading());
            for sentence in &self.would_decide {
                let _ = writeln!(out, "- {sentence}");
            }
        }
        let _ = write!(out, "\n{}\n", self.footnote());
        out
    }

    /// The roles that something spoke for, the one that is needed first.
    fn sides(&self) -> Vec<(&'static str, &[Reason])> {
        let mut sides = vec![("lead", self.lead.as_slice()), ("senior", self.senior.as_slice())];
        if self.role == Some("senior") {
            sides.reverse();
        }
        sides.retain(|(_, reasons)| !reasons.is_empty());
        sides
    }

    fn open_heading(&self) -> &'static str {
        if self.role.is_none() { "What would decide it" } else { "What could change it" }
    }

    fn footnote(&self) -> String {
        format!(
            "Each yes counts once, a no counts for nobody: the sources give no weights. {}, with its lines.",
            SEEDS[0].legend()
        )
    }
}

fn line(reason: &Reason) -> String {
    let sources: Vec<String> = reason.source.iter().map(Source::short).collect();
    format!("{}. {} ({})", reason.text, reason.why, sources.join(" "))
}

fn wrapped(text: &str, width: usize, indent: &str) -> String {
    let options = Options::new(width).subsequent_indent(indent).word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text, options) + "\n"
}
