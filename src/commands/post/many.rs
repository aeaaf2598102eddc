//! A posting for each of many companies: one row at a time, so that ten or ten thousand need the same memory.
//!
//! A company that fails is a row of `failures.csv` with its line; the others go on. All formats of a posting are made
//! before the first is written, and each file is whole or not there.

use super::{Outcome, PostFormat, all_written, files, notes};
use crate::commands::{say, tell};
use jiff::civil::Date;
use rayon::prelude::*;
use rolefit::error::{Error, Result};
use rolefit::posting::company::{self, Row};
use rolefit::posting::{self, Names, Posting};
use rolefit::report::escape::csv_cell;
use rolefit::role::Role;
use rolefit::template::Templates;
use std::collections::BTreeMap;
use std::path::Path;

/// Failures and kinds of notes printed on standard error; all failures stand in `failures.csv`.
const SHOWN: usize = 20;
/// Companies that are made on all cores before their files are written; few enough to be held in memory.
const AT_ONCE: usize = 64;
/// Name of the list of failures.
const FAILURES: &str = "failures.csv";

/// What is the same for all companies.
pub(super) struct Plan {
    pub(super) role: Role,
    pub(super) templates: Templates,
    pub(super) day: Date,
    pub(super) formats: Vec<PostFormat>,
}

/// Writes a posting for each company of a file.
pub(super) fn run(input: &Path, folder: &Path, plan: &Plan) -> anyhow::Result<Outcome> {
    let file = files::name(input);
    let rows = company::companies(files::open(input)?, &file)?;
    files::make_folder(folder)?;
    let mut failures = csv::Writer::from_writer(files::temporary(folder)?);
    failures.write_record(["file", "reason", "help"])?;
    let (mut names, mut notes) = (Names::default(), BTreeMap::<String, usize>::new());
    let (mut written, mut failed) = (0_usize, 0_usize);
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let some: Vec<Row> = rows.by_ref().take(AT_ONCE).collect();
        let made: Vec<(usize, Result<Made>)> = some.into_par_iter().map(|row| (row.0, make(row, plan))).collect();
        for (line, made) in made {
            let made = match made {
                Ok(made) => made,
                Err(error) => {
                    failed += 1;
                    let (reason, help) = (reason(&error), error.help().unwrap_or_default());
                    failures.write_record([&format!("{file}:{line}"), &reason, &help].map(|cell| csv_cell(cell)))?;
                    if failed <= SHOWN {
                        tell(&format!("{file}:{line}: {reason}"), Some(&help));
                    }
                    continue;
                }
            };
            let name = names.give(&made.posting);
            for (ending, bytes) in &made.files {
                files::write_one_of_many(&folder.join(format!("{name}.{ending}")), bytes)?;
            }
            written += 1;
            for note in made.notes {
                *notes.entry(note).or_default() += 1;
            }
        }
    }
    let failures = failures.into_inner().map_err(|e| anyhow::anyhow!("{}", e.error()))?;
    let list = folder.join(FAILURES);
    failures
        .persist(&list)
        .map_err(|e| Error::Output { path: list.display().to_string(), reason: e.error.to_string() })?;
    if failed > SHOWN {
        tell(&format!("and {} more, see {}", failed - SHOWN, list.display()), None);
    }
    report(&notes);
    let failed_words = if failed > 0 { format!(", {failed} failed") } else { String::new() };
    say(&format!(
        "{written} {}{failed_words}; {}",
        if written == 1 { "posting" } else { "postings" },
        folder.display()
    ));
    Ok(match (written, failed) {
        (0, _) => Outcome::Nothing,
        (_, 0) => Outcome::Fine,
        _ => Outcome::No,
    })
}

/// A posting with the bytes of its files and what is to be said of it.
struct Made {
    posting: Posting,
    files: Vec<(&'static str, Vec<u8>)>,
    notes: Vec<String>,
}

fn make((line, company): Row, plan: &Plan) -> Result<Made> {
    let posting = posting::build(&plan.role, &company?, plan.day).map_err(|error| company::at_line(error, line))?;
    let files = all_written(&posting, &plan.formats, &plan.templates)?;
    let notes = notes(&posting, &plan.templates, plan.day)?;
    Ok(Made { posting, files, notes })
}

/// What went wrong, without the file and line that stand before it.
fn reason(error: &Error) -> String {
    match error {
        Error::Data { message, .. } => message.clone(),
        other => other.to_string(),
    }
}

/// What postings lack, each remark once with the number of postings that it is true of, the commonest first.
fn report(notes: &BTreeMap<String, usize>) {
    let mut notes: Vec<(&String, &usize)> = notes.iter().collect();
    notes.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (note, count) in notes.iter().take(SHOWN) {
        say(&format!("note: {note} ({count} {})", if **count == 1 { "posting" } else { "postings" }));
    }
}
