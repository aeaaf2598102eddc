//! `rolefit schema`: the JSON Schema of what goes out, and of the files that a user writes.

use super::{Outcome, files};
use crate::cli::SchemaArgs;
use rolefit::error::Error;
use rolefit::report;

/// Runs the command. `scorecard` and `rolefit.scorecard/1` name the same schema.
pub fn run(args: SchemaArgs) -> anyhow::Result<Outcome> {
    let text = match &args.name {
        None => report::schema_names().join("\n") + "\n",
        Some(name) => {
            let short = name.strip_prefix("rolefit.").and_then(|rest| rest.strip_suffix("/1")).unwrap_or(name);
            let known = || report::schema_names().into_iter().map(str::to_owned).collect();
            let unknown = || Error::UnknownName { what: "schema", name: name.clone(), known: known() };
            report::schema(short).ok_or_else(unknown)?.to_owned()
        }
    };
    files::write_out(None, text.as_bytes())?;
    Ok(Outcome::Fine)
}
