//! `rolefit batch`

use super::Outcome;
use crate::cli::BatchArgs;

/// Runs the command.
pub fn run(_args: BatchArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not built yet")
}
