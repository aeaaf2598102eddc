//! The work list: which files, under which names, in which order.
//!
//! A file's name is its path below the input folder with `/`, so that the same folder gives the same names on any
//! machine. Files given one by one are named below the deepest folder that they share. Links, pipes, sockets and
//! devices found in a folder are not opened: they become failures with a reason, so that nothing is left out silently.

use super::folder;
use crate::report::shortlist::Failure;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::FileType;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Files that systems leave in folders and nobody means to be read.
const JUNK: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The work list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// What to read, by name.
    pub items: Vec<Item>,
    /// What cannot be read, as far as it shows without opening it.
    pub failures: Vec<Failure>,
}

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// What the output calls it.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
}

/// Something found: a file, or a reason not to open it.
struct Found {
    name: String,
    path: PathBuf,
    skip: Option<(String, &'static str)>,
}

/// Makes the work list of `inputs` (files and folders; links among them are followed, since the user named them) and
/// of the paths in `list` (which are not). Folder `out` is left out, wherever it lies.
pub fn plan(inputs: &[PathBuf], list: &[PathBuf], out: &Path) -> Plan {
    let out = out.canonicalize().ok();
    let mut found = Vec::new();
    let mut single = Vec::new();
    for path in inputs {
        sort_in(path, path.metadata().map(|m| m.file_type()), out.as_deref(), &mut single, &mut found);
    }
    for path in list {
        sort_in(path, path.symlink_metadata().map(|m| m.file_type()), out.as_deref(), &mut single, &mut found);
    }
    let shared = shared_folder(&single);
    found.extend(single.into_iter().map(|path| {
        let name = slashed(path.components().filter(is_named).skip(shared));
        Found { name, path, skip: None }
    }));
    named_apart(found)
}

/// The paths in a list, one a line, or ended by NUL bytes as `find -print0` does.
pub fn paths_of_list(bytes: &[u8]) -> Vec<PathBuf> {
    let end = if bytes.contains(&0) { 0 } else { b'\n' };
    bytes
        .split(|byte| *byte == end)
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .filter(|line| !line.is_empty())
        .map(path_of)
        .collect()
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// The system's reason in our shape: lower case, without the error number.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or(&text);
            let mut chars = text.chars();
            chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
        }
    }
}

fn sort_in(
    path: &Path,
    kind: io::Result<FileType>,
    out: Option<&Path>,
    single: &mut Vec<PathBuf>,
    found: &mut Vec<Found>,
) {
    match kind {
        Ok(kind) if kind.is_dir() => walk(path, out, found),
        Ok(kind) if kind.is_file() => single.push(path.to_owned()),
        other => {
            let name = slashed(path.components());
            found.push(Found { name, path: path.to_owned(), skip: Some(why_not(other)) });
        }
    }
}

/// Everything below a folder, without recursion: the depth is a stranger's choice.
fn walk(root: &Path, out: Option<&Path>, found: &mut Vec<Found>) {
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let name_of = |path: &Path| slashed(path.strip_prefix(root).unwrap_or(path).components());
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(e) => {
                let name = if folder == root { slashed(root.components()) } else { name_of(&folder) };
                found.push(Found { name, path: folder, skip: Some(why_not(Err(e))) });
                continue;
            }
        };
        let is_out = out.is_some_and(|out| folder.canonicalize().ok().as_deref() == Some(out));
        for entry in entries {
            let (path, kind) = match entry {
                Ok(entry) => (entry.path(), entry.file_type()),
                Err(e) => (folder.clone(), Err(e)),
            };
            let named =
                |names: &[&str]| path.file_name().is_some_and(|name| names.iter().any(|n| name == OsStr::new(n)));
            let is_junk = named(&JUNK) || is_out && named(&folder::OWN);
            match kind {
                Ok(kind) if kind.is_dir() => {
                    if out.is_none_or(|out| path.canonicalize().ok().as_deref() != Some(out)) {
                        folders.push(path);
                    }
                }
                Ok(kind) if kind.is_file() && is_junk => {}
                Ok(kind) if kind.is_file() => found.push(Found { name: name_of(&path), path, skip: None }),
                other => found.push(Found { name: name_of(&path), path, skip: Some(why_not(other)) }),
            }
        }
    }
}

/// Why something is not opened, and what to do.
fn why_not(kind: io::Result<FileType>) -> (String, &'static str) {
    match kind {
        Err(e) => (reason(&e), "check that it exists and that you may read it"),
        Ok(kind) if kind.is_symlink() => ("skipped: it is a link".into(), "give the file that it points to"),
        Ok(kind) => (format!("skipped: it is a {}", special(kind)), "give a plain file"),
    }
}

#[cfg(unix)]
fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    if kind.is_fifo() {
        "pipe"
    } else if kind.is_socket() {
        "socket"
    } else {
        "device"
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "device"
}

/// Takes each path once, gives names that would stand for two files the whole path, and sorts by name.
fn named_apart(mut found: Vec<Found>) -> Plan {
    let mut seen = BTreeSet::new();
    found.retain(|f| seen.insert(f.path.components().filter(is_named).collect::<PathBuf>()));
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for f in &found {
        *uses.entry(f.name.clone()).or_default() += 1;
    }
    let mut plan = Plan::default();
    for f in found {
        let name = if uses[&f.name] > 1 { slashed(f.path.components()) } else { f.name };
        match f.skip {
            None => plan.items.push(Item { name, path: f.path }),
            Some((reason, help)) => plan.failures.push(Failure { file: name, reason, help: help.into() }),
        }
    }
    plan.items.sort();
    plan.failures.sort();
    plan
}

/// How many leading parts of their folders all paths share.
fn shared_folder(paths: &[PathBuf]) -> usize {
    let folders =
        paths.iter().map(|path| path.parent().unwrap_or(path).components().filter(is_named).collect::<Vec<_>>());
    let shared = folders
        .reduce(|shared, folder| shared.into_iter().zip(folder).take_while(|(a, b)| a == b).map(|(a, _)| a).collect());
    shared.map_or(0, |shared| shared.len())
}

fn is_named(part: &Component) -> bool {
    !matches!(part, Component::CurDir)
}

/// Parts of a path with `/` between; bytes that are no text are shown as `\xff`, so that no two names fall together.
fn slashed<'a>(parts: impl Iterator<Item = Component<'a>>) -> String {
    let mut name = String::new();
    for part in parts.filter(is_named) {
        if !name.is_empty() && !name.ends_with('/') {
            name.push('/');
        }
        if part == Component::RootDir {
            name.push('/');
            continue;
        }
        for chunk in part.as_os_str().as_encoded_bytes().utf8_chunks() {
            name.push_str(chunk.valid());
            name.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}")));
        }
    }
    if name.is_empty() { ".".into() } else { name }
}
