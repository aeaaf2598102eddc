//! `rolefit role`: list the built-in roles, show one with its sources, check a role file.

use super::{Outcome, complain, files, setup};
use crate::cli::RoleCommand;
use rolefit::role::{self, Importance, Role, Source, Status};
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
    if let Some(role) = role::builtin(name) {
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
    let mut text = if json { serde_json::to_string_pretty(&role)? + "\n" } else { describe(&role, sources) };
    if !json && !role.not_scored.is_empty() {
        text += "\nNot scored, since a resume cannot show it\n";
        for item in &role.not_scored {
            let _ = writeln!(text, "  {item}");
        }
    }
    files::write_out(None, text.as_bytes())?;
    Ok(Outcome::Fine)
}

/// A file that breaks a rule is a "no"; if no file could even be read, nothing was done.
fn check(paths: &[PathBuf]) -> anyhow::Result<Outcome> {
    let (mut fine, mut refused) = (String::new(), 0);
    let mut unread = 0;
    for path in paths {
        let name = files::name(path);
        match files::read_text(path).map(|text| role::parse(&text, &name)) {
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

/// A role as text; with `sources` each fact is followed by its source and status.
fn describe(role: &Role, sources: bool) -> String {
    let mut out = format!("{} ({})\n", role.title, role.id);
    if !role.summary.is_empty() {
        let _ = writeln!(out, "{}", role.summary);
    }
    let mut section = |title: &str, items: &[Item]| {
        if items.is_empty() {
            return;
        }
        let _ = writeln!(out, "\n{title}");
        for item in items {
            let _ = writeln!(out, "  {}: {}", item.label, item.text);
            if sources {
                let _ = writeln!(out, "      {}", origin(item.source, item.status));
                if let Some(note) = item.note {
                    let _ = writeln!(out, "      note: {note}");
                }
            }
        }
    };
    let facts: Vec<Item> = role.facts.iter().map(|f| Item::new(&f.id, &f.text, &f.source, f.status)).collect();
    section("Facts", &facts);
    let duties: Vec<Item> = role.duties.iter().map(|d| Item::new(&d.id, &d.text, &d.source, d.status)).collect();
    section("Duties", &duties);
    for (title, importance) in [("Required", Importance::Required), ("Preferred", Importance::Preferred)] {
        let of = role.requirements.iter().filter(|r| r.importance == importance);
        let items: Vec<Item> = of
            .map(|r| Item {
                label: format!("{} (weight {})", r.id, r.weight),
                note: r.note.as_deref(),
                ..Item::new(&r.id, &r.text, &r.source, r.status)
            })
            .collect();
        section(title, &items);
    }
    if let Some(id) = &role.gate.id {
        let gate = &role.gate;
        let _ = writeln!(
            out,
            "\nGate\n  {id}: {}% of the score when met, {}% when partly met or unknown, {}% when missing",
            gate.met, gate.partial, gate.missing
        );
    }
    out
}

/// One line of the description with its origin.
struct Item<'a> {
    label: String,
    text: &'a str,
    source: &'a [Source],
    status: Status,
    note: Option<&'a str>,
}

impl<'a> Item<'a> {
    fn new(label: &str, text: &'a str, source: &'a [Source], status: Status) -> Item<'a> {
        Item { label: label.to_owned(), text, source, status, note: None }
    }
}

/// Where a fact comes from, in words.
fn origin(source: &[Source], status: Status) -> String {
    let status = match status {
        Status::Seed => "seed",
        Status::Derived => "derived",
        Status::Default => "default of rolefit",
        Status::Given => "given",
    };
    let places: Vec<String> = source
        .iter()
        .map(|s| {
            let lines: Vec<String> = s.lines.iter().map(u32::to_string).collect();
            format!("{}:{}", s.file, lines.join(","))
        })
        .collect();
    if places.is_empty() { status.to_owned() } else { format!("{status}: {}", places.join(" ")) }
}
