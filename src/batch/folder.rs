//! The folder of results: one run at a time writes there, and each file is whole or not there at all.
//!
//! A lock file keeps a second run out; the system lets go of it when the run dies, so that it never goes stale. Files
//! are written beside their place, synced and then renamed. What a killed run left behind, the next one sweeps.

use super::plan;
use crate::error::{Error, Result};
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// All scorecards, a line each.
pub(super) const SCORECARDS: &str = "scorecards.jsonl";
/// The ranked table.
pub(super) const SHORTLIST: &str = "shortlist.csv";
/// What could not be read.
pub(super) const FAILURES: &str = "failures.csv";
/// The page.
pub(super) const REPORT: &str = "report.html";
/// All that a run leaves in its folder; where that is the folder of the resumes too, none of it is a resume.
pub(super) const OWN: [&str; 6] = [SCORECARDS, SHORTLIST, FAILURES, REPORT, LOCK, JOURNAL];
/// Held by the run that writes; it stays behind, empty.
const LOCK: &str = ".rolefit.lock";
/// What is done so far; there only until the results are.
const JOURNAL: &str = ".rolefit.journal";
const SCRATCH_START: &str = ".rolefit-";
const SCRATCH_END: &str = ".tmp";

/// The folder of results, locked.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Says which runs may go on where another was killed.
    key: String,
    /// Unlocked when it closes.
    _lock: File,
}

impl Folder {
    /// Makes the folder where there is none, and locks it.
    ///
    /// # Errors
    /// [`Error::Output`] where it cannot be made or written, or another run writes there.
    pub fn open(path: &Path) -> Result<Folder> {
        let fail = |e: &io::Error| output(&path.display().to_string(), e);
        if path.exists() && !path.is_dir() {
            return Err(fail(&io::Error::other("it is a file, not a folder")));
        }
        std::fs::create_dir_all(path).map_err(|e| fail(&e))?;
        let lock =
            File::options().write(true).create(true).truncate(false).open(path.join(LOCK)).map_err(|e| fail(&e))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                return Err(fail(&io::Error::other(
                    "another run is writing there; wait for it or choose another folder",
                )));
            }
            Err(std::fs::TryLockError::Error(e)) => return Err(fail(&e)),
        }
        let folder = Folder { path: path.to_owned(), key: String::new(), _lock: lock };
        folder.sweep().map_err(|e| fail(&e))?;
        Ok(folder)
    }

    /// Lets a run go on where one with the same key was killed. The key stands for all that the results depend on apart
    /// from the files themselves: roles, day, words, version.
    pub fn with_key(self, key: &str) -> Folder {
        Folder { key: key.to_owned(), ..self }
    }

    /// Forgets what a killed run had done.
    ///
    /// # Errors
    /// [`Error::Output`] where it cannot be removed.
    pub fn forget(&self) -> Result<()> {
        let path = self.path.join(JOURNAL);
        match std::fs::remove_file(&path) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(output(&path.display().to_string(), &e)),
            _ => Ok(()),
        }
    }

    /// The key given.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// The journal, made where there is none.
    pub(super) fn journal(&self) -> io::Result<File> {
        File::options().read(true).write(true).create(true).truncate(false).open(self.path.join(JOURNAL))
    }

    /// What messages call it.
    pub(super) fn shown(&self) -> String {
        self.path.display().to_string()
    }

    /// A new scratch file in it, gone when dropped.
    pub(super) fn scratch(&self) -> Result<NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(SCRATCH_START).suffix(SCRATCH_END);
        #[cfg(unix)]
        builder.permissions(for_all());
        builder.tempfile_in(&self.path).map_err(|e| output(&self.shown(), &e))
    }

    /// A whole and synced file that has no name yet.
    pub(super) fn write(&self, fill: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>) -> Result<NamedTempFile> {
        let file = self.scratch()?;
        let mut out = BufWriter::new(file.as_file());
        fill(&mut out)
            .and_then(|()| out.flush())
            .and_then(|()| file.as_file().sync_all())
            .map_err(|e| output(&self.shown(), &e))?;
        drop(out);
        Ok(file)
    }

    /// Gives a file its name, in place of what had it.
    pub(super) fn publish(&self, name: &str, file: NamedTempFile) -> Result<()> {
        let path = self.path.join(name);
        file.persist(&path).map_err(|e| output(&path.display().to_string(), &e.error))?;
        // The new name is safe once the folder is; not every system can sync a folder, and then there is no more to do.
        let _ = File::open(&self.path).and_then(|folder| folder.sync_all());
        Ok(())
    }

    /// Removes what a killed run left; we hold the lock, so nobody else is using it.
    fn sweep(&self) -> io::Result<()> {
        for entry in std::fs::read_dir(&self.path)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(SCRATCH_START) && name.ends_with(SCRATCH_END) {
                std::fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// Read and write for all, of which the user's umask takes its part as for any new file.
#[cfg(unix)]
fn for_all() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    const READ_WRITE_FOR_ALL: u32 = 0o666;
    std::fs::Permissions::from_mode(READ_WRITE_FOR_ALL)
}

/// An error of writing.
pub(super) fn output(path: &str, error: &io::Error) -> Error {
    Error::Output { path: path.to_owned(), reason: plan::reason(error) }
}
