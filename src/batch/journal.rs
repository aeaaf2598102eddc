//! What is done so far: on disk as it comes, with an index in memory that puts it in order at the end.
//!
//! Each file's scorecards are lines, and after them one line that says the file is done. So a run that is killed at
//! any moment leaves whole files and at most one torn tail, which the next run cuts off; it takes the rest as done if the
//! first line holds its own key (same roles, day, words, version ...) and the file still has the same bytes. Without
//! that, it starts anew. The journal goes when the results are published. It is not synced to the disk at each line:
//! it need survive the death of the program, and after a power cut a torn tail is work to do again, no more.

use super::folder::{Folder, output};
use super::{Counts, Record, Scored};
use crate::error::Result;
use crate::report::json;
use crate::report::shortlist::{Failure, Row};
use crate::score::Scorecard;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write};

/// Version of the journal's own lines.
const FORMAT: u32 = 1;
/// What every line that ends a file begins with; a scorecard begins with its schema.
const DONE: &[u8] = b"{\"done\":";

/// The journal and its index.
pub(super) struct Journal {
    file: File,
    path: String,
    end: u64,
    entries: Vec<Entry>,
    /// What an earlier run finished and this one has not come to yet, by the file's mark.
    old: BTreeMap<String, Old>,
    adopted: usize,
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

/// A file that an earlier run finished.
struct Old {
    done: Done,
    /// Where its scorecards stand.
    cards: Vec<(u64, usize, Row)>,
}

/// First line.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Header {
    journal: u32,
    key: String,
}

/// Line that ends a file.
#[derive(Debug, Serialize, Deserialize)]
struct Done {
    /// The file's mark: a hash of its name and its bytes.
    done: String,
    /// What the output calls it.
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    failure: Option<Failure>,
}

impl Journal {
    /// The journal in `folder`: what a killed run with the same key left, or an empty one.
    pub(super) fn open(folder: &Folder) -> Result<Journal> {
        let fail = |e: io::Error| output(&folder.shown(), &e);
        let file = folder.journal().map_err(fail)?;
        let mut journal = Journal {
            file,
            path: folder.shown(),
            end: 0,
            entries: vec![],
            old: BTreeMap::new(),
            adopted: 0,
            failures: vec![],
        };
        let header = Header { journal: FORMAT, key: folder.key().to_owned() };
        journal.load(&header).map_err(fail)?;
        journal.file.set_len(journal.end).map_err(fail)?;
        journal.file.seek(SeekFrom::Start(journal.end)).map_err(fail)?;
        if journal.end == 0 {
            journal.write(&json_line(&header))?;
        }
        Ok(journal)
    }

    /// Takes over what is whole, up to the first line that is not.
    fn load(&mut self, header: &Header) -> io::Result<()> {
        let mut reader = BufReader::new(&self.file);
        let mut line = Vec::new();
        let mut at = reader.read_until(b'\n', &mut line)? as u64;
        if serde_json::from_slice::<Header>(&line).ok().as_ref() != Some(header) {
            return Ok(());
        }
        self.end = at;
        let mut cards = Vec::new();
        loop {
            line.clear();
            let length = reader.read_until(b'\n', &mut line)?;
            if !line.ends_with(b"\n") {
                return Ok(());
            }
            if line.starts_with(DONE) {
                let Ok(done) = serde_json::from_slice::<Done>(&line) else { return Ok(()) };
                self.old.insert(done.done.clone(), Old { done, cards: std::mem::take(&mut cards) });
                self.end = at + length as u64;
            } else {
                let Ok(card) = serde_json::from_slice::<Scorecard>(&line) else { return Ok(()) };
                cards.push((at, length, Row::of(&card, 0)));
            }
            at += length as u64;
        }
    }

    /// Whether the file with this mark is done already; it then takes its place in the plan, `index`.
    pub(super) fn adopt(&mut self, mark: &str, index: usize) -> bool {
        let Some(Old { done, cards }) = self.old.remove(mark) else { return false };
        self.adopted += 1;
        self.failures.extend(done.failure);
        for (role, (start, length, row)) in cards.into_iter().enumerate() {
            let key = (done.name.clone(), index, role);
            self.entries.push(Entry { key, start, length, text: done.text.clone(), row });
        }
        true
    }

    /// Takes what one file came to, in one write; `index` is its place in the plan.
    pub(super) fn add(&mut self, index: usize, record: Record) -> Result<()> {
        let Record { mark, name, outcome } = record;
        let (scored, failure) = match outcome {
            Ok(scored) => (scored, None),
            Err(failure) => (Scored { cards: vec![], text: None }, Some(failure)),
        };
        let mut block = Vec::new();
        for (role, card) in scored.cards.iter().enumerate() {
            let start = self.end + block.len() as u64;
            let line = json::line(card);
            block.extend_from_slice(line.as_bytes());
            let key = (name.clone(), index, role);
            let row = Row::of(card, 0);
            self.entries.push(Entry { key, start, length: line.len(), text: scored.text.clone(), row });
        }
        self.failures.extend(failure.clone());
        if let Some(mark) = mark {
            block.extend(json_line(&Done { done: mark, name, text: scored.text, failure }));
        }
        self.write(&block)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).map_err(|e| output(&self.path, &e))?;
        self.end += bytes.len() as u64;
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

    /// One entry for each file that has scorecards.
    fn files(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.key.2 == 0)
    }

    /// How many files ended in which way.
    pub(super) fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for entry in self.files() {
            *(if entry.row.score.is_some() { &mut counts.ok } else { &mut counts.empty }) += 1;
        }
        for failure in &self.failures {
            counts.add(failure);
        }
        counts
    }

    /// How many files have scorecards.
    pub(super) fn scored(&self) -> usize {
        self.files().count()
    }

    /// How many of them have too little text for a score.
    pub(super) fn unscored(&self) -> usize {
        self.files().filter(|entry| entry.row.score.is_none()).count()
    }

    /// How many of them are duplicates.
    pub(super) fn duplicates(&self) -> usize {
        self.files().filter(|entry| entry.row.duplicate_of.is_some()).count()
    }

    /// How many files an earlier run had done.
    pub(super) fn adopted(&self) -> usize {
        self.adopted
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

/// A line of the journal; its types cannot fail.
fn json_line(value: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}
