//! `rolefit schema`

use super::Outcome;
use crate::cli::SchemaArgs;

/// Runs the command.
pub fn run(_args: SchemaArgs) -> anyhow::Result<Outcome> {
    anyhow::bail!("not built yet")
}
