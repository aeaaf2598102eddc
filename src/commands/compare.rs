//! `rolefit compare`: Lead and Senior Product Manager side by side, and one resume against both.

use super::{Outcome, files, score, setup};
use crate::cli::{CompareArgs, ReportFormat};
use crate::worker::{Reader, Setup, TIMEOUT};
use rolefit::role;
use std::path::Path;

/// Columns where standard output is no terminal.
const COLUMNS: usize = 80;

/// Runs the command.
pub fn run(args: CompareArgs) -> anyhow::Result<Outcome> {
    if let Some(resume) = &args.resume {
        return both_scores(resume, &args);
    }
    let both = role::side_by_side();
    let text = match args.format {
        ReportFormat::Text => both.text(columns()),
        ReportFormat::Md => both.markdown(),
        ReportFormat::Html => both.html(),
        ReportFormat::Json => serde_json::to_string_pretty(&both)? + "\n",
    };
    files::write_out(None, text.as_bytes())?;
    Ok(Outcome::Fine)
}

/// One resume against both roles, as `score` prints it.
fn both_scores(resume: &Path, args: &CompareArgs) -> anyhow::Result<Outcome> {
    let roles: Vec<String> = role::names().into_iter().map(str::to_owned).collect();
    let rubrics = setup::rubrics(&roles, None)?;
    let as_of = setup::day(args.as_of).to_string();
    let reader = Reader::start(&Setup { rubrics, as_of, ..Setup::default() }, TIMEOUT, None)?;
    score::each(&[resume.to_owned()], &reader, args.format, None)
}

/// Columns of the terminal.
fn columns() -> usize {
    terminal_size::terminal_size().map_or(COLUMNS, |(width, _)| usize::from(width.0))
}
