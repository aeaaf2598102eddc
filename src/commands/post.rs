//! `rolefit post`

use super::Outcome;
use crate::cli::PostArgs;

/// Runs the command.
pub fn run(_args: PostArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not built yet")
}
