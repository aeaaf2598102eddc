//! Many resumes: the work list, the reading and scoring in parallel, and the files that come out.
//!
//! A batch is the same functions over a list. Every file ends in exactly one record, a scorecard for each role or a
//! failure with its reason; a file that makes the reader panic is such a failure. Results go to a journal as they come, in
//! any order, and are put in order at the end: so memory does not grow with the documents, the same input gives the
//! same bytes for any number of threads, and a run that was killed goes on where it stood. What reads a file is a
//! function that the caller gives: in this process, in another one, anywhere. This is the one room of the library that
//! opens files.

mod counts;
mod folder;
mod journal;
mod plan;

pub use counts::Counts;
pub use folder::Folder;
pub use plan::{Item, Plan, paths_of_list, plan};

use crate::document::Document;
use crate::error::{Error, Result};
use crate::lexicon::Lexicon;
use crate::report;
use crate::report::shortlist::{self, Failure};
use crate::resume;
use crate::score::{Scorecard, Scorer};
use jiff::civil::Date;
use journal::Journal;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::any::Any;
use std::io::{Read as _, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How documents are scored.
#[derive(Clone, Copy)]
pub struct Scoring<'a> {
    /// The words.
    pub lexicon: &'a Lexicon,
    /// One for each role, in the order of the output.
    pub scorers: &'a [Scorer<'a>],
    /// The day on which "Present" ends.
    pub as_of: Date,
    /// Whether to leave out who it is.
    pub blind: bool,
}

/// How a batch runs and what it writes.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Threads; 0 means one for each core.
    pub jobs: usize,
    /// Largest file that is read, in bytes.
    pub max_file: u64,
    /// Write `scorecards.jsonl`.
    pub jsonl: bool,
    /// Write `shortlist.csv`.
    pub csv: bool,
    /// Write `report.html`.
    pub html: bool,
}

/// How a batch ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Files that have scorecards, with a score or with a word on why there is none.
    pub scored: usize,
    /// Of them, files with too little text for a score.
    pub unscored: usize,
    /// Of them, files with the same text as an earlier one.
    pub duplicates: usize,
    /// Of them and of the failures, files that an earlier, killed run had done.
    pub resumed: usize,
    /// Every file by how it ended.
    pub counts: Counts,
    /// Files that have none, in the order of their names.
    pub failures: Vec<Failure>,
    /// Names of the files written.
    pub written: Vec<&'static str>,
}

/// Stack of a reading thread, in bytes: deep nesting is caught by the readers' own limits long before.
const STACK: usize = 64 << 20;

/// The SHA-256 of bytes, in hex.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Files above this size, in bytes, are taken one at a time, so that memory does not grow with the number of threads.
const LARGE: u64 = 4 << 20;

/// One file, opened.
#[derive(Debug, Clone, Copy)]
pub struct Opened<'a> {
    /// What is in it.
    pub bytes: &'a [u8],
    /// What the output calls it.
    pub name: &'a str,
    /// Fingerprint of the bytes.
    pub sha256: &'a str,
}

/// A file that could be read.
#[derive(Debug, Serialize, Deserialize)]
pub struct Scored {
    /// One scorecard for each role.
    pub cards: Vec<Scorecard>,
    /// Fingerprint of the text; none where there is no text to compare.
    pub text: Option<String>,
}

/// Reads and scores all of `plan` in this process and writes the results into `folder`. `progress` hears how many of how
/// many are done.
///
/// # Errors
/// [`Error::Output`] where the results cannot be written. What is wrong with a single file is a failure, not an error.
pub fn run(
    plan: Plan,
    reader: impl Fn(&[u8]) -> Result<Document> + Sync,
    scoring: &Scoring,
    options: &Options,
    folder: &Folder,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Summary> {
    let judge = |file: &Opened| Ok(score(&reader(file.bytes)?, file.name, file.sha256, scoring));
    run_by(plan, judge, scoring.blind, options, folder, progress)
}

/// As [`run`], with what reads and scores a file given as one function, which may do it in another process. When `blind`,
/// no output names a file.
///
/// # Errors
/// As [`run`].
pub fn run_by(
    plan: Plan,
    judge: impl Fn(&Opened) -> Result<Scored> + Sync,
    blind: bool,
    options: &Options,
    folder: &Folder,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Summary> {
    let journal = Mutex::new(Journal::open(folder)?);
    let journal_now = || journal.lock().unwrap_or_else(PoisonError::into_inner);
    let large = Mutex::new(());
    let done = AtomicUsize::new(0);
    let total = plan.items.len();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).stack_size(STACK).build();
    let pool = pool.map_err(|e| Error::Input { path: "threads".into(), reason: e.to_string() })?;
    pool.install(|| {
        plan.items.par_iter().enumerate().try_for_each(|(index, item)| {
            let known = |mark: &str| journal_now().adopt(mark, index);
            if let Some(record) = record(item, &judge, blind, options.max_file, &large, known) {
                journal_now().add(index, record)?;
            }
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            Ok(())
        })
    })?;
    let mut journal = journal.into_inner().unwrap_or_else(PoisonError::into_inner);
    journal.failures.extend(plan.failures);
    finish(journal, options, folder)
}

/// What one file came to.
struct Record {
    /// Hash of its name and bytes, by which a later run knows it; none where it could not be opened, which is no work.
    mark: Option<String>,
    name: String,
    outcome: std::result::Result<Scored, Failure>,
}

/// Reads and scores the bytes of one file in this process, named `name` unless blind. A panic in the reader is a failure
/// like any other.
///
/// # Errors
/// What is wrong with the file and what to do, as it stands in `failures.csv`.
pub fn one(
    bytes: &[u8],
    name: &str,
    reader: impl Fn(&[u8]) -> Result<Document>,
    scoring: &Scoring,
) -> std::result::Result<Scored, Failure> {
    let file = Opened { bytes, name, sha256: &fingerprint(bytes) };
    caught(&file, &|file: &Opened| Ok(score(&reader(file.bytes)?, file.name, file.sha256, scoring)))
}

fn caught(file: &Opened, judge: &impl Fn(&Opened) -> Result<Scored>) -> std::result::Result<Scored, Failure> {
    let outcome = catch_unwind(AssertUnwindSafe(|| judge(file)));
    let outcome = outcome.unwrap_or_else(|panic| Err(Error::Crash { reason: panic_message(&*panic) }));
    outcome.map_err(|error| failure(file.name, &error))
}

/// What a panic said.
pub fn panic_message(panic: &(dyn Any + Send)) -> String {
    let message = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    message.unwrap_or("the reader stopped without a reason").to_owned()
}

/// Scores a document that was read, for each role.
pub fn score(document: &Document, name: &str, sha256: &str, scoring: &Scoring) -> Scored {
    let resume = resume::parse(document, scoring.lexicon);
    let cards = scoring.scorers.iter().map(|scorer| {
        let mut card = scorer.score(document, &resume, name, sha256, scoring.as_of);
        if scoring.blind {
            crate::score::mask(&mut card, document, &resume);
            report::blind::blind(&mut card);
        }
        card
    });
    let text = (!document.text.trim().is_empty()).then(|| fingerprint(document.text.as_bytes()));
    Scored { cards: cards.collect(), text }
}

/// What a file came to; nothing where it is `known` by its mark already.
fn record(
    item: &Item,
    judge: &impl Fn(&Opened) -> Result<Scored>,
    blind: bool,
    max_file: u64,
    large: &Mutex<()>,
    known: impl FnOnce(&str) -> bool,
) -> Option<Record> {
    let (bytes, _turn) = match load(item, max_file, large) {
        Ok(loaded) => loaded,
        Err(failure) => return Some(Record { mark: None, name: item.name.clone(), outcome: Err(failure) }),
    };
    let sha256 = fingerprint(&bytes);
    let mark = fingerprint(format!("{}\0{sha256}", item.name).as_bytes());
    if known(&mark) {
        return None;
    }
    let name = if blind { report::blind::name(&sha256) } else { item.name.clone() };
    let outcome = caught(&Opened { bytes: &bytes, name: &name, sha256: &sha256 }, judge);
    Some(Record { mark: Some(mark), name, outcome })
}

/// The bytes of a file; with a large one comes the turn to have it in memory.
fn load<'a>(
    item: &Item,
    max_file: u64,
    large: &'a Mutex<()>,
) -> std::result::Result<(Vec<u8>, Option<MutexGuard<'a, ()>>), Failure> {
    let too_large = || failure(&item.name, &Error::Limit { limit: format!("{} in one file", size(max_file)) });
    let unreadable = |e: std::io::Error| Failure {
        file: item.name.clone(),
        reason: plan::reason(&e),
        help: "check that it exists and that you may read it".into(),
    };
    let file = std::fs::File::open(&item.path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if !about.is_file() {
        return Err(unreadable(std::io::Error::other("it is no plain file any more")));
    }
    if about.len() > max_file {
        return Err(too_large());
    }
    let turn = (about.len() > LARGE).then(|| large.lock().unwrap_or_else(PoisonError::into_inner));
    // The length may be a lie (it grows, or is no plain file any more): count what is really read.
    let mut bytes = Vec::new();
    file.take(max_file.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > max_file { Err(too_large()) } else { Ok((bytes, turn)) }
}

/// Bytes in words: "50 MB" where that is exact.
fn size(bytes: u64) -> String {
    const MEGABYTE: u64 = 1_000_000;
    if bytes > 0 && bytes.is_multiple_of(MEGABYTE) {
        format!("{} MB", bytes / MEGABYTE)
    } else {
        format!("{bytes} bytes")
    }
}

/// An error of one file as a row.
pub fn failure(name: &str, error: &Error) -> Failure {
    Failure { file: name.to_owned(), reason: error.to_string(), help: error.help().unwrap_or_default() }
}

/// Puts everything in order and writes it; the files take their names only once all of them are whole.
fn finish(mut journal: Journal, options: &Options, folder: &Folder) -> Result<Summary> {
    journal.sort();
    let failures = journal.failures.clone();
    let ranked = shortlist::rank(journal.rows());
    let mut files = Vec::new();
    if options.jsonl {
        files.push((folder::SCORECARDS, folder.write(|out| journal.copy_lines(out))?));
    }
    if options.csv {
        files.push((folder::SHORTLIST, folder.write(|out| out.write_all(&shortlist::csv(&ranked)))?));
    }
    files.push((folder::FAILURES, folder.write(|out| out.write_all(&shortlist::failures_csv(&failures)))?));
    if options.html {
        let page =
            folder.write(|out| report::ranked::write(out, &ranked, &failures, &mut |row| journal.card(row.place)))?;
        files.push((folder::REPORT, page));
    }
    let written = files.iter().map(|(name, _)| *name).collect();
    for (name, file) in files {
        folder.publish(name, file)?;
    }
    folder.forget()?;
    Ok(Summary {
        scored: journal.scored(),
        unscored: journal.unscored(),
        duplicates: journal.duplicates(),
        resumed: journal.adopted(),
        counts: journal.counts(),
        failures,
        written,
    })
}
