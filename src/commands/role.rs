//! `rolefit role`: list the built-in roles, show one with its sources, check a role file.

use super::{Outcome, complain, files, setup};
use crate::cli::RoleCommand;
use rolefit::report::escape;
use rolefit::role::{self, Role};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(command: RoleCommand) -> anyhow::Result<Outcome> {
    match command {
        RoleCommand::List => list(),
        RoleCommand::Show { role: Some(name), sources, json, .. } => show(&name, sources, json),
        RoleCommand::Show { role: None, posting, sources, json } => show_posting(posting.as_deref(), sources, json),
        RoleCommand::Check { files } => check(&files),
    }
}

/// A role by the name that a user gave: a built-in one, else a role file.
pub fn find(name: &str) -> anyhow::Result<Role> {
    if let Some(role) = role::builtin(&name.to_ascii_lowercase()) {
        return Ok(role);
    }
    Ok(role::parse(&read(name)?, name)?)
}

/// The text of a role file; a bare name that is no file is an unknown role.
fn read(name: &str) -> anyhow::Result<String> {
    let path = Path::new(name);
    let bare = !name.contains(['/', '\\', '.']) && name != files::STANDARD_INPUT;
    if bare && !path.exists() {
        return Err(role::unknown(name).into());
    }
    files::read_text(path)
}

fn list() -> anyhow::Result<Outcome> {
    let mut out = String::new();
    for role in role::names().into_iter().filter_map(role::builtin) {
        writeln!(out, "{:<8}{} ({} requirements)", role.id, role.title, role.requirements.len())?;
    }
    files::write_out(None, out.as_bytes())?;
    Ok(Outcome::Fine)
}

fn show(name: &str, sources: bool, json: bool) -> anyhow::Result<Outcome> {
    let text = if json {
        match role::builtin_json(name) {
            Some(text) => text.to_owned(),
            None => serde_json::to_string_pretty(&find(name)?)? + "\n",
        }
    } else {
        describe(&find(name)?, sources)
    };
    files::write_out(None, text.as_bytes())?;
    Ok(Outcome::Fine)
}

/// What was understood of a posting.
fn show_posting(path: Option<&Path>, sources: bool, json: bool) -> anyhow::Result<Outcome> {
    let Some(path) = path else { anyhow::bail!("give a role or --posting FILE") };
    let role = setup::from_posting(path)?.role;
    let text = if json { serde_json::to_string_pretty(&role)? + "\n" } else { describe(&role, sources) };
    files::write_out(None, text.as_bytes())?;
    Ok(Outcome::Fine)
}

/// A role as text that fits the terminal; the words of a stranger's posting cannot steer it.
fn describe(role: &Role, sources: bool) -> String {
    escape::terminal_lines(&role::describe(role, sources, setup::screen().width))
}

/// A file that breaks a rule is a "no"; if no file could even be read, nothing was done.
fn check(paths: &[PathBuf]) -> anyhow::Result<Outcome> {
    let (mut fine, mut refused) = (String::new(), 0);
    let mut unread = 0;
    for path in paths {
        let name = files::name(path);
        let builtin = (!path.exists()).then(|| role::builtin(&name)).flatten();
        match builtin.map_or_else(|| files::read_text(path).map(|text| role::parse(&text, &name)), |role| Ok(Ok(role)))
        {
            Ok(Ok(role)) => writeln!(fine, "{name}: fine, {} requirements", role.requirements.len())?,
            Ok(Err(error)) => {
                complain(&error.into());
                refused += 1;
            }
            Err(error) => {
                complain(&error);
                unread += 1;
            }
        }
    }
    files::write_out(None, fine.as_bytes())?;
    Ok(match (refused, unread) {
        (0, 0) => Outcome::Fine,
        (0, n) if n == paths.len() => Outcome::Nothing,
        _ => Outcome::No,
    })
}
