//! `rolefit compare`

use super::Outcome;
use crate::cli::CompareArgs;

/// Runs the command.
pub fn run(_args: CompareArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not built yet")
}
