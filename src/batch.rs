//! Many resumes: the work list, the reading and scoring in parallel, and the files that come out.
//!
//! A batch is the same functions over a list. Every file ends in exactly one record, a scorecard for each role or a
//! failure with its reason; a file that makes the reader panic is such a failure. Results go to a scratch file as they
//! come, in any order, and are put in order at the end: so memory does not grow with the documents, and the same
//! input gives the same bytes for any number of threads. This is the one room of the library that opens files.

mod folder;
mod plan;
mod spool;

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
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use spool::Spool;
use std::any::Any;
use std::io::{Read as _, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

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
    /// Files that have scorecards.
    pub scored: usize,
    /// Of them, files with the same text as an earlier one.
    pub duplicates: usize,
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

/// Reads and scores all of `plan` and writes the results into `folder`. `progress` hears how many of how many are done.
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
    let spool = Mutex::new(Spool::new(folder)?);
    let done = AtomicUsize::new(0);
    let total = plan.items.len();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).stack_size(STACK).build();
    let pool = pool.map_err(|e| Error::Input { path: "threads".into(), reason: e.to_string() })?;
    pool.install(|| {
        plan.items.par_iter().enumerate().try_for_each(|(index, item)| {
            let record = record(item, &reader, scoring, options);
            spool.lock().unwrap_or_else(PoisonError::into_inner).add(index, record)?;
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            Ok(())
        })
    })?;
    let mut spool = spool.into_inner().unwrap_or_else(PoisonError::into_inner);
    spool.failures.extend(plan.failures);
    finish(spool, options, folder)
}

/// What one file came to.
struct Record {
    name: String,
    outcome: std::result::Result<Scored, Failure>,
}

/// A file that could be read.
#[derive(Debug)]
pub struct Scored {
    /// One scorecard for each role.
    pub cards: Vec<Scorecard>,
    /// Fingerprint of the text; none where there is no text to compare.
    pub text: Option<String>,
}

/// Reads and scores the bytes of one file, named `name` unless blind. A panic in the reader is a failure like any other.
///
/// # Errors
/// What is wrong with the file and what to do, as it stands in `failures.csv`.
pub fn one(
    bytes: &[u8],
    name: &str,
    reader: impl Fn(&[u8]) -> Result<Document>,
    scoring: &Scoring,
) -> std::result::Result<Scored, Failure> {
    let sha256 = fingerprint(bytes);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let document = reader(bytes).map_err(|error| failure(name, &error))?;
        let text = (!document.text.trim().is_empty()).then(|| fingerprint(document.text.as_bytes()));
        Ok(Scored { cards: score(&document, name, &sha256, scoring), text })
    }));
    outcome.unwrap_or_else(|panic| Err(crash(name, &*panic)))
}

fn score(document: &Document, name: &str, sha256: &str, scoring: &Scoring) -> Vec<Scorecard> {
    let resume = resume::parse(document, scoring.lexicon);
    let cards = scoring.scorers.iter().map(|scorer| {
        let mut card = scorer.score(document, &resume, name, sha256, scoring.as_of);
        if scoring.blind {
            report::blind::blind(&mut card);
        }
        card
    });
    cards.collect()
}

fn record(
    item: &Item,
    reader: &(impl Fn(&[u8]) -> Result<Document> + Sync),
    scoring: &Scoring,
    options: &Options,
) -> Record {
    let bytes = match load(item, options.max_file) {
        Ok(bytes) => bytes,
        Err(failure) => return Record { name: item.name.clone(), outcome: Err(failure) },
    };
    let name = if scoring.blind { report::blind::name(&fingerprint(&bytes)) } else { item.name.clone() };
    let outcome = one(&bytes, &name, reader, scoring);
    Record { name, outcome }
}

fn load(item: &Item, max_file: u64) -> std::result::Result<Vec<u8>, Failure> {
    let too_large = || failure(&item.name, &Error::Limit { limit: format!("{} in one file", size(max_file)) });
    let unreadable = |e: std::io::Error| Failure {
        file: item.name.clone(),
        reason: plan::reason(&e),
        help: "check that it exists and that you may read it".into(),
    };
    let file = std::fs::File::open(&item.path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    if length > max_file {
        return Err(too_large());
    }
    // The length may be a lie (it grows, or is no plain file any more): count what is really read.
    let mut bytes = Vec::new();
    file.take(max_file.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > max_file { Err(too_large()) } else { Ok(bytes) }
}

/// Bytes in words: "50 MB" where that is exact.
fn size(bytes: u64) -> String {
    const MEGABYTE: u64 = 1_000_000;
    if bytes > 0 && bytes % MEGABYTE == 0 { format!("{} MB", bytes / MEGABYTE) } else { format!("{bytes} bytes") }
}

fn failure(name: &str, error: &Error) -> Failure {
    Failure { file: name.to_owned(), reason: error.to_string(), help: error.help().unwrap_or_default() }
}

fn crash(name: &str, panic: &(dyn Any + Send)) -> Failure {
    let message = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    Failure {
        file: name.to_owned(),
        reason: format!("crash: {}", message.unwrap_or("the reader stopped without a reason")),
        help: "a fault of rolefit: please report it with the file; save the file as plain text or PDF meanwhile".into(),
    }
}

/// Puts everything in order and writes it; the files take their names only once all of them are whole.
fn finish(mut spool: Spool, options: &Options, folder: &Folder) -> Result<Summary> {
    spool.sort();
    let failures = spool.failures.clone();
    let ranked = shortlist::rank(spool.rows());
    let mut files = Vec::new();
    if options.jsonl {
        files.push(("scorecards.jsonl", folder.write(|out| spool.copy_lines(out))?));
    }
    if options.csv {
        files.push(("shortlist.csv", folder.write(|out| out.write_all(&shortlist::csv(&ranked)))?));
    }
    files.push(("failures.csv", folder.write(|out| out.write_all(&shortlist::failures_csv(&failures)))?));
    if options.html {
        let page =
            folder.write(|out| report::ranked::write(out, &ranked, &failures, &mut |row| spool.card(row.place)))?;
        files.push(("report.html", page));
    }
    let written = files.iter().map(|(name, _)| *name).collect();
    for (name, file) in files {
        folder.publish(name, file)?;
    }
    Ok(Summary { scored: spool.files(), duplicates: spool.duplicates(), failures, written })
}
