//! `rolefit compare`: Lead and Senior Product Manager side by side, and one resume against both.

use super::{Outcome, files};
use crate::cli::{CompareArgs, ReportFormat};
use rolefit::role;

/// Columns where standard output is no terminal.
const COLUMNS: usize = 80;

/// Runs the command.
pub fn run(args: CompareArgs) -> anyhow::Result<Outcome> {
    if args.resume.is_some() {
        return both_scores(&args);
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

/// One resume against both roles. TO FILL IN: read the resume, score it for `lead` and `senior`, print both.
fn both_scores(args: &CompareArgs) -> anyhow::Result<Outcome> {
    let resume = args.resume.as_deref().map(files::name).unwrap_or_default();
    anyhow::bail!(
        "compare cannot score yet; use `rolefit score {resume} --role lead` and `rolefit score {resume} --role senior`"
    )
}

/// Columns of the terminal.
fn columns() -> usize {
    terminal_size::terminal_size().map_or(COLUMNS, |(width, _)| usize::from(width.0))
}
