//! `rolefit score`: each resume against a role; one that fails does not stop the rest.

use super::{Outcome, complain, files, setup, tell};
use crate::cli::{ReportFormat, ScoreArgs};
use crate::worker::{Reader, Setup, TIMEOUT};
use rolefit::batch::{Opened, fingerprint};
use rolefit::report::{html, json, md, text};
use rolefit::score::Scorecard;
use std::path::Path;

/// Runs the command.
pub fn run(args: ScoreArgs) -> anyhow::Result<Outcome> {
    let roles: Vec<String> = args.rubric.role.clone().into_iter().collect();
    let rubrics = setup::rubrics(&roles, args.rubric.posting.as_deref())?;
    let lexicon = setup::lexicon(args.lexicon.as_deref())?;
    let ocr = match setup::ocr(args.ocr) {
        Ok(ocr) => ocr,
        Err(outcome) => return Ok(outcome),
    };
    let as_of = setup::day(args.as_of).to_string();
    let reader = Reader::start(&Setup { rubrics, lexicon, as_of, blind: args.blind }, TIMEOUT, ocr)?;
    let mut printer = Printer { format: args.format, cards: 0, page: Vec::new() };
    let mut refused = false;
    for path in &args.resumes {
        match scorecards(path, &reader) {
            Some(cards) => {
                for card in cards {
                    refused |= card.score.is_none_or(|score| args.fail_under.is_some_and(|least| score < least));
                    printer.print(card)?;
                }
            }
            None => refused = true,
        }
    }
    printer.finish()?;
    Ok(match (printer.cards, refused) {
        (0, _) => Outcome::Nothing,
        (_, true) => Outcome::No,
        (_, false) => Outcome::Fine,
    })
}

/// The scorecards of one file; what is wrong with it is printed here.
fn scorecards(path: &Path, reader: &Reader) -> Option<Vec<Scorecard>> {
    let bytes = setup::resume(path).map_err(|error| complain(&error)).ok()?;
    let name = &path.display().to_string();
    match reader.score(&Opened { bytes: &bytes, name, sha256: &fingerprint(&bytes) }) {
        Ok(scored) => Some(scored.cards),
        Err(error) => {
            tell(&format!("{}: {error}", files::name(path)), error.help().as_deref());
            None
        }
    }
}

/// Prints scorecards as they come; a web page only once it has them all.
struct Printer {
    format: ReportFormat,
    cards: usize,
    page: Vec<Scorecard>,
}

impl Printer {
    fn print(&mut self, card: Scorecard) -> anyhow::Result<()> {
        let between = if self.cards > 0 { "\n\n" } else { "" };
        self.cards += 1;
        let out = match self.format {
            ReportFormat::Text => format!("{between}{}", text::render(&card, setup::screen())),
            ReportFormat::Md => format!("{between}{}", md::render(&card)),
            ReportFormat::Json => json::line(&card),
            ReportFormat::Html => {
                self.page.push(card);
                return Ok(());
            }
        };
        files::write_out(None, out.as_bytes())
    }

    fn finish(&self) -> anyhow::Result<()> {
        match self.page.as_slice() {
            [] => Ok(()),
            cards => files::write_out(None, html::render(cards).as_bytes()),
        }
    }
}
