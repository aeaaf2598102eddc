//! Strangers' files are read in child processes of this same program, under a clock and a memory limit.
//!
//! A panic can be caught, but a stack overflow, a failed allocation or an endless loop ends or blocks the whole process,
//! so the process must not be ours. The parent opens the file and hands over its bytes ([`frame`]); the child may open
//! nothing, is limited in time and memory ([`limits`]), reads, scores, and hands back plain data ([`task`]). A death
//! becomes an error with its reason ([`process`]) and costs a new child; nothing else stops.
//!
//! Not only reading but also scoring happens over there: a text of a million dates is as strange as a broken PDF. A
//! child serves one file after the other, so that a file costs two pipes and no start of a process.

mod child;
mod frame;
mod limits;
#[cfg(debug_assertions)]
mod mock;
mod ocr;
mod process;
mod task;

pub use child::serve;
pub use ocr::{MISSING as OCR_MISSING, Ocr};
pub use task::{Rubric, Setup, Shown, View};

use process::{Death, Process};
use rolefit::batch::{Opened, Scored};
use rolefit::document::Document;
use rolefit::error::{Error, Result};
use serde::de::DeserializeOwned;
use std::io;
use std::sync::{Mutex, PoisonError, RwLock};
use task::{Answer, Given, Task, Work};

/// Seconds of processor time that one file gets where the user says nothing; a resume takes a hundredth.
pub const TIMEOUT: u32 = 10;

/// Whether this system can keep a child's memory below the limit; only Linux limits the address space of a process.
pub const LIMITS_MEMORY: bool = cfg!(target_os = "linux");

/// Reads and scores files in children, as many at a time as there are callers.
pub struct Reader {
    setup: Vec<u8>,
    timeout: u32,
    ocr: Option<Ocr>,
    idle: Mutex<Vec<Process>>,
    /// Held for writing by a second try, so that it runs alone.
    alone: RwLock<()>,
}

impl Reader {
    /// Starts the first child, so that a system where that cannot be done is known at once. `timeout` is in seconds of
    /// processor time for each file.
    pub fn start(setup: &Setup, timeout: u32, ocr: Option<Ocr>) -> anyhow::Result<Reader> {
        let setup = serde_json::to_vec(setup)?;
        let first = Process::start(&setup, timeout).map_err(|e| anyhow::anyhow!("{}", not_started(&e)))?;
        Ok(Reader { setup, timeout, ocr, idle: Mutex::new(vec![first]), alone: RwLock::new(()) })
    }

    /// Reads a document.
    pub fn read(&self, bytes: &[u8]) -> Result<Document> {
        self.work(Work::Read, &Opened { bytes, name: "", sha256: "" })
    }

    /// Reads and scores a file.
    pub fn score(&self, file: &Opened) -> Result<Scored> {
        self.work(Work::Score, file)
    }

    /// Reads a file for a person to look at.
    pub fn show(&self, file: &Opened, view: View) -> Result<Shown> {
        self.work(Work::Show(view), file)
    }

    fn work<T: DeserializeOwned>(&self, work: Work, file: &Opened) -> Result<T> {
        let task = |work, given| Task { work, given, name: file.name.to_owned(), sha256: file.sha256.to_owned() };
        let Some(ocr) = &self.ocr else { return self.ask(&task(work, Given::File), file.bytes) };
        let document: Document = self.ask(&task(Work::Read, Given::File), file.bytes)?;
        let document = ocr.recognise(document, file.bytes);
        let document = serde_json::to_vec(&document).map_err(|e| crash(&e))?;
        self.ask(&task(work, Given::Document), &document)
    }

    /// Has a child do it. A child that dies is tried again with a new one and nothing beside it, so that no file is
    /// blamed for what an earlier one left behind or for a crowded machine.
    fn ask<T: DeserializeOwned>(&self, task: &Task, payload: &[u8]) -> Result<T> {
        let task = serde_json::to_vec(task).map_err(|e| crash(&e))?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let first = {
            let _among_others = self.alone.read().unwrap_or_else(PoisonError::into_inner);
            self.ask_one(idle, &task, payload)?
        };
        let answer = match first {
            Ok(answer) => answer,
            Err(Death::Time) => return Err(Death::Time.into()),
            Err(_) => {
                let _alone = self.alone.write().unwrap_or_else(PoisonError::into_inner);
                self.ask_one(None, &task, payload)??
            }
        };
        serde_json::from_slice::<Answer<T>>(&answer).map_err(|e| crash(&e))?.map_err(Error::from)
    }

    /// Asks a child, a new one where there is none, and keeps it for the next file if it lives.
    fn ask_one(
        &self,
        idle: Option<Process>,
        task: &[u8],
        payload: &[u8],
    ) -> Result<std::result::Result<Vec<u8>, Death>> {
        let mut process = match idle {
            Some(process) => process,
            None => Process::start(&self.setup, self.timeout).map_err(|e| Error::Crash { reason: not_started(&e) })?,
        };
        let answer = process.ask(task, payload);
        if answer.is_ok() && process.is_fresh() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(process);
        }
        Ok(answer)
    }
}

fn not_started(error: &io::Error) -> String {
    format!("the reading process cannot be started: {error}")
}

/// An answer that is not one.
fn crash(error: &serde_json::Error) -> Error {
    Error::Crash { reason: format!("the reading process gave no answer that can be understood: {error}") }
}
