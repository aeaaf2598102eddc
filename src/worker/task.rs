//! What parent and child say to each other: plain data as JSON. A frame with the task, a frame with the bytes, and a
//! frame with the answer come back; JSON is a few microseconds of the milliseconds that a PDF takes.

use rolefit::error::Error;
use rolefit::role::Role;
use serde::{Deserialize, Serialize};

/// What a child is told once: all that scores depend on apart from the file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Setup {
    /// What resumes are compared with.
    pub rubrics: Vec<Rubric>,
    /// The user's own words: the text and name of the file, which the parent has checked.
    pub lexicon: Option<(String, String)>,
    /// The day on which "Present" ends.
    pub as_of: String,
    /// Whether to leave out who it is.
    pub blind: bool,
}

/// What resumes are compared with.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rubric {
    /// The role.
    pub role: Role,
    /// The posting's file name, where the role was read from one.
    pub posting: Option<String>,
}

/// One file's work.
#[derive(Debug, Serialize, Deserialize)]
pub struct Task {
    pub work: Work,
    pub given: Given,
    /// What the output calls the file.
    pub name: String,
    pub sha256: String,
}

/// What to do with a document.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Work {
    /// Hand it over.
    Read,
    /// Score it.
    Score,
    /// Print it.
    Show(View),
}

/// What the bytes of a task are.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Given {
    /// A stranger's file.
    File,
    /// A document that was read and then completed by the parent, as JSON.
    Document,
}

/// How `rolefit read` shows a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    /// The text that evidence indexes.
    Text,
    /// The text with marks for pages, columns, headings and list items.
    Marks,
    /// The document as JSON.
    Json,
    /// The resume as understood, as JSON.
    Resume,
}

/// What to print of a document.
#[derive(Debug, Serialize, Deserialize)]
pub struct Shown {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub remarks: Vec<String>,
}

/// What comes back.
pub type Answer<T> = Result<T, Refusal>;

/// The errors that a reader can give, as data.
#[derive(Debug, Serialize, Deserialize)]
pub enum Refusal {
    Empty,
    UnknownFormat(String),
    Unreadable(String, String),
    Encrypted,
    Limit(String),
    Crash(String),
}

/// Formats as errors name them; [`Error::Unreadable`] holds names that are compiled in.
const FORMATS: [&str; 8] = ["PDF", "DOCX", "ODT", "RTF", "DOC", "HTML", "JSON Resume", "ZIP archive"];

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        match error {
            Error::Empty => Refusal::Empty,
            Error::UnknownFormat { found } => Refusal::UnknownFormat(found),
            Error::Unreadable { format, reason } => {
                debug_assert!(FORMATS.contains(&format), "{format} is missing in FORMATS");
                Refusal::Unreadable(format.to_owned(), reason)
            }
            Error::Encrypted => Refusal::Encrypted,
            Error::Limit { limit } => Refusal::Limit(limit),
            Error::Crash { reason } => Refusal::Crash(reason),
            other => Refusal::Crash(other.to_string()),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Error {
        match refusal {
            Refusal::Empty => Error::Empty,
            Refusal::UnknownFormat(found) => Error::UnknownFormat { found },
            Refusal::Unreadable(format, reason) => {
                let format = FORMATS.iter().find(|known| **known == format).copied().unwrap_or("what it claims to be");
                Error::Unreadable { format, reason }
            }
            Refusal::Encrypted => Error::Encrypted,
            Refusal::Limit(limit) => Error::Limit { limit },
            Refusal::Crash(reason) => Error::Crash { reason },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_cross_the_pipe_with_the_same_words() {
        let errors = [
            Error::Empty,
            Error::UnknownFormat { found: "a PNG image".into() },
            Error::Unreadable { format: "DOCX", reason: "it has no main part".into() },
            Error::Encrypted,
            Error::Limit { limit: "20 MB of text in one document".into() },
            Error::Crash { reason: "index out of bounds".into() },
        ];
        for error in errors {
            let sent = serde_json::to_vec(&Refusal::from(error.clone())).unwrap();
            assert_eq!(Error::from(serde_json::from_slice::<Refusal>(&sent).unwrap()), error);
        }
    }
}
