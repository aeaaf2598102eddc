//! Scorecards on their way out: on disk as they come, with an index in memory that puts them in order at the end.

use super::{Folder, Record};
use crate::error::Result;
use crate::report::json;
use crate::report::shortlist::{Failure, Row};
use crate::score::Scorecard;
use std::collections::BTreeMap;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
use tempfile::NamedTempFile;

/// The scratch file and its index.
pub(super) struct Spool {
    file: NamedTempFile,
    path: String,
    end: u64,
    entries: Vec<Entry>,
    pub(super) failures: Vec<Failure>,
}

/// One scorecard.
struct Entry {
    /// Name, place in the plan, place of the role: the order of the output.
    key: (String, usize, usize),
    start: u64,
    length: usize,
    text: Option<String>,
    row: Row,
}

impl Spool {
    pub(super) fn new(folder: &Folder) -> Result<Spool> {
        let file = folder.scratch()?;
        Ok(Spool { file, path: folder.shown(), end: 0, entries: vec![], failures: vec![] })
    }

    /// Takes what one file came to; `index` is its place in the plan.
    pub(super) fn add(&mut self, index: usize, record: Record) -> Result<()> {
        let scored = match record.outcome {
            Ok(scored) => scored,
            Err(failure) => {
                self.failures.push(failure);
                return Ok(());
            }
        };
        for (role, card) in scored.cards.iter().enumerate() {
            let line = json::line(card);
            self.file.write_all(line.as_bytes()).map_err(|e| super::folder::output(&self.path, &e))?;
            self.entries.push(Entry {
                key: (record.name.clone(), index, role),
                start: self.end,
                length: line.len(),
                text: scored.text.clone(),
                row: Row::of(card, 0),
            });
            self.end += line.len() as u64;
        }
        Ok(())
    }

    /// Puts entries and failures in the order of their names and finds the duplicates.
    pub(super) fn sort(&mut self) {
        self.failures.sort();
        self.entries.sort_by(|a, b| a.key.cmp(&b.key));
        let mut first: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for (place, entry) in self.entries.iter_mut().enumerate() {
            entry.row.place = place;
            let Some(text) = entry.text.clone() else { continue };
            let (name, index) = first.entry(text).or_insert_with(|| (entry.key.0.clone(), entry.key.1));
            if *index != entry.key.1 {
                entry.row.duplicate_of = Some(name.clone());
            }
        }
    }

    /// The rows, in the order of the names.
    pub(super) fn rows(&self) -> Vec<Row> {
        self.entries.iter().map(|entry| entry.row.clone()).collect()
    }

    /// How many files have scorecards.
    pub(super) fn files(&self) -> usize {
        self.entries.iter().filter(|entry| entry.key.2 == 0).count()
    }

    /// How many of them are duplicates.
    pub(super) fn duplicates(&self) -> usize {
        self.entries.iter().filter(|entry| entry.key.2 == 0 && entry.row.duplicate_of.is_some()).count()
    }

    /// Writes every scorecard as a line, in order.
    pub(super) fn copy_lines(&mut self, out: &mut dyn Write) -> io::Result<()> {
        for place in 0..self.entries.len() {
            if self.entries[place].row.duplicate_of.is_some() {
                out.write_all(json::line(&self.card(place)?).as_bytes())?;
            } else {
                let line = self.line(place)?;
                out.write_all(&line)?;
            }
        }
        Ok(())
    }

    /// The scorecard at a place in the order.
    pub(super) fn card(&mut self, place: usize) -> io::Result<Scorecard> {
        let line = self.line(place)?;
        let mut card: Scorecard = serde_json::from_slice(&line)?;
        card.duplicate_of = self.entries[place].row.duplicate_of.clone();
        Ok(card)
    }

    fn line(&mut self, place: usize) -> io::Result<Vec<u8>> {
        let Entry { start, length, .. } = self.entries[place];
        let mut line = vec![0; length];
        self.file.seek(SeekFrom::Start(start))?;
        self.file.read_exact(&mut line)?;
        Ok(line)
    }
}
