//! `rolefit score`

use super::Outcome;
use crate::cli::ScoreArgs;

/// Runs the command.
pub fn run(_args: ScoreArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not built yet")
}
