//! `rolefit template`: copies of our templates for a user to change, what is wrong with them, what has changed.

use super::{Outcome, complain, files, tell};
use crate::cli::TemplateCommand;
use anyhow::Result;
use rolefit::error::{Error, nearest};
use rolefit::posting::Company;
use rolefit::role;
use rolefit::template::{self, Severity, State};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Largest file of a template folder that is read, in bytes; a larger one is no template.
const LARGEST: u64 = 8 * 1024 * 1024;

/// Runs the command.
pub fn run(command: TemplateCommand) -> Result<Outcome> {
    match command {
        TemplateCommand::Init { dir, force } => init(&dir, force),
        TemplateCommand::Check { paths } => check(&paths),
        TemplateCommand::Diff { dir } => diff(&dir),
    }
}

/// Copies what is not there or not changed; what the user changed is kept unless told otherwise.
fn init(dir: &Path, force: bool) -> Result<Outcome> {
    let mut out = String::new();
    let mut kept = 0;
    for original in template::originals() {
        let path = dir.join(&original.path);
        let verb = match there(&path)? {
            None => "wrote",
            Some(text) if text == original.copy => "unchanged",
            Some(text) => match template::state(&original, &text) {
                State::Ours | State::Unchanged => "updated",
                _ if force => "replaced",
                _ => {
                    kept += 1;
                    "kept"
                }
            },
        };
        if matches!(verb, "wrote" | "updated" | "replaced") {
            let folder = path.parent().unwrap_or(dir);
            std::fs::create_dir_all(folder).map_err(|e| unwritable(folder, &e))?;
            files::write_out(Some(&path), original.copy.as_bytes())?;
        }
        writeln!(out, "{verb:<10}{}", path.display())?;
    }
    files::write_out(None, out.as_bytes())?;
    if kept > 0 {
        let which = if kept == 1 {
            "1 file has changes of yours and stays as it is".to_owned()
        } else {
            format!("{kept} files have changes of yours and stay as they are")
        };
        let help = format!("`rolefit template diff {}` shows the changes; --force replaces them", dir.display());
        tell(&which, Some(&help));
        return Ok(Outcome::No);
    }
    Ok(Outcome::Fine)
}

fn unwritable(path: &Path, error: &std::io::Error) -> anyhow::Error {
    let reason = match error.kind() {
        std::io::ErrorKind::AlreadyExists | std::io::ErrorKind::NotADirectory => "it is a file, not a folder".into(),
        std::io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => error.to_string(),
    };
    Error::Output { path: path.display().to_string(), reason }.into()
}

/// The text of a file that may not be there; one that is no text counts as changed.
fn there(path: &Path) -> Result<Option<String>> {
    if !path.exists() {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&files::read_file(path)?).into_owned()))
}

/// A file of a template folder: its path below the folder, and as the user knows it.
struct Found {
    below: String,
    path: PathBuf,
}

/// Finds all that is wrong with a folder, or with single files as if they stood alone in a folder.
fn check(paths: &[PathBuf]) -> Result<Outcome> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            collect(path, "", &mut found)?;
        } else if !path.exists() {
            let reason = "no such file or folder".into();
            return Err(Error::Input { path: path.display().to_string(), reason }.into());
        } else {
            found.push(Found { below: below_folder(path), path: path.clone() });
        }
    }
    let known: Vec<String> = template::originals().into_iter().map(|original| original.path).collect();
    let (mut templates, mut shown) = (Vec::new(), BTreeMap::new());
    let (mut errors, mut checked) = (0, 0);
    for file in &found {
        match look_at(file, &known) {
            Looked::Template(text) => {
                templates.push((file.below.clone(), text));
                let full =
                    if file.below.contains('/') { file.below.clone() } else { format!("posting/{}", file.below) };
                shown.insert(full, file.path.display().to_string());
            }
            Looked::Fine => {}
            Looked::Nothing(note) => {
                tell_note("note", &note);
                continue;
            }
            Looked::Broken(error) => {
                complain(&error);
                errors += 1;
            }
        }
        checked += 1;
    }
    if checked == 0 {
        let names: Vec<String> = paths.iter().map(|p| files::name(p)).collect();
        let help = "name the folder that you give to `post --templates`; `rolefit template init DIR` makes one";
        tell(&format!("{}: there is no template", names.join(", ")), Some(help));
        return Ok(Outcome::Nothing);
    }
    for finding in template::check(&templates) {
        let file = shown.get(&finding.file).unwrap_or(&finding.file);
        if finding.severity == Severity::Error {
            errors += 1;
            tell(&format!("{file}:{}:{}: {}", finding.line, finding.column, finding.message), Some(&finding.help));
        } else {
            tell_note("info", &format!("{file}: {}", finding.message));
        }
    }
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let verdict = if errors == 0 { "fine".into() } else { count(errors, "error") };
    files::write_out(None, format!("{}: {verdict}\n", count(checked, "file")).as_bytes())?;
    Ok(if errors == 0 { Outcome::Fine } else { Outcome::No })
}

fn tell_note(kind: &str, text: &str) {
    super::say(&format!("{kind}: {text}"));
}

/// What a file of a template folder turned out to be.
enum Looked {
    Template(String),
    /// A role or a company file without a fault.
    Fine,
    /// Something that rolefit does not read, and what may have been meant.
    Nothing(String),
    Broken(anyhow::Error),
}

/// `known` are the paths of our files.
fn look_at(file: &Found, known: &[String]) -> Looked {
    let name = file.path.display().to_string();
    let is_role = file.below.starts_with("roles/") && file.below.ends_with(".json");
    if !template::is_template(&file.below) && !is_role && file.below != "company.json" {
        let near = nearest(&file.below, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Looked::Nothing(format!("{name}: nothing reads this file{near}"));
    }
    let read = || -> Result<String> {
        if file.path.metadata().is_ok_and(|about| about.len() > LARGEST) {
            let reason = format!("it has more than {LARGEST} bytes, so it is no template");
            return Err(Error::Input { path: name.clone(), reason }.into());
        }
        files::read_text(&file.path)
    };
    let checked = read().and_then(|text| {
        match (is_role, file.below == "company.json") {
            (true, _) => drop(role::parse(&text, &name)?),
            (_, true) => drop(Company::parse(&text, &name)?),
            _ => return Ok(Looked::Template(text)),
        }
        Ok(Looked::Fine)
    });
    checked.unwrap_or_else(Looked::Broken)
}

/// The path below a template folder of a file that is named by itself.
fn below_folder(path: &Path) -> String {
    let name = |part: &Path| part.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().map(name).unwrap_or_default();
    if ["posting", "roles"].contains(&folder.as_str()) { format!("{folder}/{}", name(path)) } else { name(path) }
}

/// Folders inside folders that are followed; templates are nowhere near.
const DEEPEST_FOLDER: usize = 8;

/// All files below a folder but hidden ones, in the order of their paths.
fn collect(folder: &Path, below: &str, found: &mut Vec<Found>) -> Result<()> {
    let unreadable = |e: std::io::Error| Error::Input { path: folder.display().to_string(), reason: e.to_string() };
    let entries = std::fs::read_dir(folder).map_err(unreadable)?;
    let mut entries = entries.collect::<std::io::Result<Vec<_>>>().map_err(unreadable)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let own = entry.file_name().to_string_lossy().into_owned();
        if own.starts_with('.') {
            continue;
        }
        let name = if below.is_empty() { own } else { format!("{below}/{own}") };
        if entry.path().is_dir() {
            if name.split('/').count() <= DEEPEST_FOLDER {
                collect(&entry.path(), &name, found)?;
            }
        } else {
            found.push(Found { below: name, path: entry.path() });
        }
    }
    Ok(())
}

/// For each of our files who changed it, and how.
fn diff(dir: &Path) -> Result<Outcome> {
    if !dir.is_dir() {
        let reason = if dir.exists() { "it is no folder" } else { "no such file or folder" };
        return Err(Error::Input { path: dir.display().to_string(), reason: reason.into() }.into());
    }
    let (mut list, mut changes, mut copies) = (String::new(), String::new(), 0);
    for original in template::originals() {
        let Some(copy) = there(&dir.join(&original.path))? else {
            writeln!(list, "{:<32}not copied: the built-in is used", original.path)?;
            continue;
        };
        copies += 1;
        let words = match template::state(&original, &copy) {
            State::Unchanged => "unchanged",
            State::Yours => "yours changed",
            State::Ours => "built-in changed since; `template init` updates it",
            State::Both => "both changed",
            State::NoStamp if original.copy == original.text => "yours, made from the example",
            State::NoStamp => "changed; without a stamp nobody can tell by whom",
        };
        writeln!(list, "{:<32}{words}", original.path)?;
        let difference = template::diff(&original, &copy);
        if !difference.is_empty() && original.copy != original.text {
            changes.push('\n');
            changes += &difference;
        }
    }
    if copies == 0 {
        let help = format!("`rolefit template init {}` copies ours into it", dir.display());
        tell(&format!("{}: none of our files is here", dir.display()), Some(&help));
        return Ok(Outcome::Nothing);
    }
    let text = rolefit::report::escape::terminal_lines(&(list + &changes));
    files::write_out(None, text.as_bytes())?;
    Ok(Outcome::Fine)
}
