//! The program's one way to read and write files, so that every command fails with the same words.
//!
//! A file is written whole or not at all: the bytes go to a temporary file in the same folder, which then takes
//! the name. The library opens nothing (only `batch` does); it takes the bytes from here.

use anyhow::Result;
use rolefit::error::Error;
use std::io::{Read as _, Write as _};
use std::path::Path;

/// The path that means standard input.
pub const STANDARD_INPUT: &str = "-";

/// The bytes of a file, or of standard input for `-`.
#[allow(clippy::disallowed_methods, reason = "the program's one place that opens a user's file")]
pub fn read_file(path: &Path) -> Result<Vec<u8>> {
    if path.as_os_str() == STANDARD_INPUT {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|e| input("standard input", &e))?;
        return Ok(bytes);
    }
    std::fs::read(path).map_err(|e| input(path.display(), &e))
}

/// The text of a file (or of standard input) that must be UTF-8: roles, companies, templates.
pub fn read_text(path: &Path) -> Result<String> {
    let bytes = read_file(path)?;
    let text = String::from_utf8(bytes).map_err(|e| Error::Input {
        path: name(path),
        reason: format!("it is not UTF-8 text (byte {})", e.utf8_error().valid_up_to()),
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// What messages call a path: as the user gave it, and `standard input` for `-`.
pub fn name(path: &Path) -> String {
    if path.as_os_str() == STANDARD_INPUT { "standard input".into() } else { path.display().to_string() }
}

/// Writes to a file, whole or not at all, or to standard output where there is no path. A reader that closes
/// standard output early (`| head`) is no error.
pub fn write_out(path: Option<&Path>, bytes: &[u8]) -> Result<()> {
    let Some(path) = path else {
        let mut out = std::io::stdout().lock();
        return match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(output("standard output", &e)),
            _ => Ok(()),
        };
    };
    write_whole(path, bytes).map_err(|e| output(path.display(), &e))
}

/// Writes one of many files, each whole or not there. The disk is not waited for: after a failure of power the run is
/// done again.
pub fn write_one_of_many(path: &Path, bytes: &[u8]) -> Result<()> {
    let write = || -> std::io::Result<()> {
        let mut file = temporary(path.parent().unwrap_or(Path::new(".")))?;
        file.write_all(bytes)?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|e| output(path.display(), &e))
}

/// Whether two paths are the same file.
pub fn same(one: &Path, other: &Path) -> bool {
    one.canonicalize().ok().zip(other.canonicalize().ok()).is_some_and(|(one, other)| one == other)
}

/// Makes a folder with all that it lies in, where it is not there.
pub fn make_folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).map_err(|e| output(path.display(), &e))
}

/// A temporary file in a folder, with the permissions of a new file.
pub fn temporary(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rolefit-");
    #[cfg(unix)]
    builder.permissions(open_to_all());
    builder.tempfile_in(folder)
}

/// A file, or standard input for `-`, to be read bit by bit.
#[allow(clippy::disallowed_methods, reason = "the program's one place that opens a user's file")]
pub fn open(path: &Path) -> Result<Box<dyn std::io::BufRead>> {
    if path.as_os_str() == STANDARD_INPUT {
        return Ok(Box::new(std::io::stdin().lock()));
    }
    let file = std::fs::File::open(path).map_err(|e| input(path.display(), &e))?;
    if file.metadata().is_ok_and(|seen| seen.is_dir()) {
        return Err(Error::Input { path: name(path), reason: "it is a folder".into() }.into());
    }
    Ok(Box::new(std::io::BufReader::new(file)))
}

/// Through a temporary file where the target is a plain file or new; straight into a device or pipe, which has no
/// halves and must not be replaced. A link stays a link.
fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match target.metadata() {
        Ok(seen) if seen.is_dir() => return Err(std::io::Error::other("it is a folder")),
        Ok(seen) if !seen.is_file() => return std::fs::OpenOptions::new().write(true).open(&target)?.write_all(bytes),
        _ => {}
    }
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = temporary(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}

/// Read and write for all, of which the user's umask takes its part as for any new file.
#[cfg(unix)]
fn open_to_all() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    const READ_WRITE_FOR_ALL: u32 = 0o666;
    std::fs::Permissions::from_mode(READ_WRITE_FOR_ALL)
}

/// Files below a folder whose names end in one of `endings`, as paths below it with `/`, sorted, with their text.
pub fn read_folder(folder: &Path, endings: &[&str]) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    collect(folder, "", endings, &mut files)?;
    files.sort();
    Ok(files)
}

/// Folders inside folders that are followed; templates are nowhere near.
const DEEPEST_FOLDER: usize = 8;

fn collect(folder: &Path, below: &str, endings: &[&str], files: &mut Vec<(String, String)>) -> Result<()> {
    let entries = std::fs::read_dir(folder).map_err(|e| input(folder.display(), &e))?;
    for entry in entries {
        let entry = entry.map_err(|e| input(folder.display(), &e))?;
        let Ok(own) = entry.file_name().into_string() else { continue };
        let name = if below.is_empty() { own } else { format!("{below}/{own}") };
        let path = entry.path();
        if path.is_dir() {
            if name.split('/').count() <= DEEPEST_FOLDER {
                collect(&path, &name, endings, files)?;
            }
        } else if endings.iter().any(|end| name.ends_with(end)) {
            files.push((name, read_text(&path)?));
        }
    }
    Ok(())
}

fn input(path: impl std::fmt::Display, error: &std::io::Error) -> anyhow::Error {
    Error::Input { path: path.to_string(), reason: reason(error) }.into()
}

fn output(path: impl std::fmt::Display, error: &std::io::Error) -> anyhow::Error {
    Error::Output { path: path.to_string(), reason: reason(error) }.into()
}

/// The system's reason in our shape: lower case, without the error number.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".into(),
        std::io::ErrorKind::PermissionDenied => "permission denied".into(),
        std::io::ErrorKind::IsADirectory => "it is a folder".into(),
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or(&text);
            let mut chars = text.chars();
            chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
        }
    }
}
