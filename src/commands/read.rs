//! `rolefit read`

use super::Outcome;
use crate::cli::ReadArgs;

/// Runs the command.
pub fn run(_args: ReadArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not built yet")
}
