//! A document becomes a [`Resume`]: who, which sections, which entries with dates, degrees, certificates.
//!
//! Parsing never fails and judges nothing. It keeps every line with what it belongs to, so that whoever looks for
//! evidence knows where a phrase stands: in a dated entry, in a list, in what others say.

mod contact;
pub mod dates;
mod education;
mod entries;
mod header;
mod labels;
pub mod lines;
mod sections;
mod trailing;

pub use contact::Candidate;
pub(crate) use education::CLASS;
pub use education::{Certificate, Degree};
pub use entries::{Entry, EntryKind};
pub use sections::Section;

use crate::document::Document;
use crate::lexicon::words::{Pause, Words};
use crate::lexicon::{Lexicon, Mark, SectionKind, language};
use lines::TextLine;
use serde::Serialize;
use std::collections::BTreeSet;

/// A resume as understood.
#[derive(Debug, Serialize)]
pub struct Resume {
    /// Who.
    pub candidate: Candidate,
    /// Sections in order; every line belongs to one.
    pub sections: Vec<Section>,
    /// Work, internships, volunteering and breaks, in the order of the text; behind them leaves that the text of jobs tells.
    pub entries: Vec<Entry>,
    /// Degrees, in the order of the text.
    pub degrees: Vec<Degree>,
    /// Certificates named, held or not, in the order of the text.
    pub certificates: Vec<Certificate>,
    /// The language that most of the text is in, where that is not English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<&'static str>,
    /// The lines, as many as the document's.
    #[serde(skip)]
    pub lines: Vec<TextLine>,
    /// The words with identity masked.
    #[serde(skip)]
    pub words: Words,
    /// Everything known that the words contain.
    #[serde(skip)]
    pub marks: Vec<Mark>,
    /// For each line: index of its section.
    #[serde(skip)]
    pub section_of: Vec<usize>,
    /// For each line: index of its entry, if it belongs to one.
    #[serde(skip)]
    pub entry_of: Vec<Option<usize>>,
    /// For each entry: how many that are work stand before it.
    #[serde(skip)]
    pub work_before: Vec<usize>,
    /// Byte spans of identity in the document's text.
    #[serde(skip)]
    pub identity: Vec<(usize, usize)>,
}

impl Resume {
    /// The kind of section that a line stands in.
    pub fn section_kind(&self, line: usize) -> SectionKind {
        self.sections[self.section_of[line]].kind
    }

    /// Whether a line is part of an entry's header (title, employer, dates).
    pub fn in_header(&self, line: usize) -> bool {
        self.entry_of[line].is_some_and(|e| (self.entries[e].header.0..=self.entries[e].header.1).contains(&line))
    }
}

/// Understands a document as a resume.
pub fn parse(document: &Document, lexicon: &Lexicon) -> Resume {
    let lines = lines::read(document);
    let mut words = lines::words(document, &lines);
    let (mut sections, mut section_of) = sections::read(&lines, lexicon);
    let (candidate, identity) = contact::read(document, &lines, &sections, &section_of, lexicon);
    contact::mask(&mut words, &identity);
    lexicon.correct(&mut words);
    education::join_wrapped(&mut words, &lines, &sections, lexicon);
    let marks = lexicon.mark(&words);
    let mut facts = header::facts(&lines, &words, &marks);
    sections::take_up_jobs(&mut sections, &mut section_of, &lines, &facts);
    trailing::move_dates(&sections, &lines, &mut facts);
    let labels = sections::labels(&lines, lexicon);
    let (mut entries, entry_of) = entries::read(&lines, &facts, &sections, &section_of, &labels);
    entries::judge_duties(&mut entries, &entry_of, &words, &marks);
    part_headers(&mut words, &entries, &sections);
    let places = education::Places {
        lines: &lines,
        sections: &sections,
        section_of: &section_of,
        entries: &entries,
        entry_of: &entry_of,
        labels: &labels,
    };
    let (degrees, certificates) = education::read(&places, &words, &marks, lexicon);
    let works = entries.iter().scan(0, |count, entry: &Entry| {
        let before = *count;
        *count += usize::from(entry.kind == EntryKind::Work);
        Some(before)
    });
    let work_before = works.collect();
    Resume {
        candidate,
        sections,
        entries,
        degrees,
        certificates,
        lines,
        language: language::other_than_english(&words),
        words,
        marks,
        section_of,
        entry_of,
        work_before,
        identity,
    }
}

/// Parts the headers of jobs and sections from the text around them, so that no sentence and no quote runs into one where
/// no blank line stands between.
fn part_headers(words: &mut Words, entries: &[Entry], sections: &[Section]) {
    let jobs = entries.iter().filter(|e| !e.text_in_header).flat_map(|e| [e.header.0, e.header.1 + 1]);
    let headings = sections.iter().filter(|s| s.heading.is_some()).flat_map(|s| [s.from, s.from + 1]);
    let parted: BTreeSet<usize> = jobs.chain(headings).collect();
    let mut line = u32::MAX;
    for word in &mut words.list {
        if word.line != line && parted.contains(&(word.line as usize)) {
            word.pause = Pause::Block;
        }
        line = word.line;
    }
}
