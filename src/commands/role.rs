//! `rolefit role`

use super::Outcome;
use crate::cli::RoleCommand;

/// Runs the command.
pub fn run(_args: RoleCommand) -> anyhow::Result<Outcome> {
    anyhow::bail!("not built yet")
}
