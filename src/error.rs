//! The few things that can stop us, each with what was seen and what to do next.
//!
//! One enum for the whole library: a caller can tell the kinds apart, and every message has the same shape
//! (lower case, no full stop, the next step apart from the fact). A document error does not know the file's
//! name; whoever opened the file puts it in front.

use std::fmt;

/// Why an operation of the library could not be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The document has no bytes.
    #[error("the file is empty")]
    Empty,
    /// The bytes are of a type that is not read; `found` names what they look like.
    #[error("{found} is not a document that rolefit reads")]
    UnknownFormat {
        /// What the bytes look like, with its article: "a PNG image".
        found: String,
    },
    /// The bytes claim a format but break its rules beyond repair.
    #[error("cannot be read as {format}: {reason}")]
    Unreadable {
        /// Name of the format that was tried.
        format: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// The document needs a password.
    #[error("the document is protected by a password")]
    Encrypted,
    /// A limit that protects the machine was hit; nothing of the document is used.
    #[error("limit: {limit}")]
    Limit {
        /// Which limit, with its size: "64 MB in one part of the archive".
        limit: String,
    },
    /// The reader itself failed; nothing of the document is used.
    #[error("crash: {reason}")]
    Crash {
        /// How it ended: a panic's message, a signal.
        reason: String,
    },
    /// A name that is not known, with the names that are.
    #[error("unknown {what} `{name}`")]
    UnknownName {
        /// What kind of name: "role", "key", "concept".
        what: &'static str,
        /// The name as given.
        name: String,
        /// All names that would have been right.
        known: Vec<String>,
    },
    /// A name that means several things, with what to write for each.
    #[error("{what} `{name}` has several meanings")]
    Ambiguous {
        /// What kind of name: "place".
        what: &'static str,
        /// The name as given.
        name: String,
        /// What to write instead, with its meaning.
        meanings: Vec<String>,
    },
    /// A data file (role, company, lexicon, answers) says something that cannot be used.
    #[error("{file}:{line}: {message}")]
    Data {
        /// Name of the file as the user gave it.
        file: String,
        /// Line, counted from 1.
        line: usize,
        /// What was seen and what was expected.
        message: String,
        /// The next step.
        help: Option<String>,
    },
    /// A template that cannot be used.
    #[error("{file}:{line}:{column}: {message}")]
    Template {
        /// Name of the template, as a path below the template folder.
        file: String,
        /// Line, counted from 1.
        line: usize,
        /// Column, counted from 1.
        column: usize,
        /// What is wrong.
        message: String,
        /// The next step.
        help: Option<String>,
    },
    /// A file or folder that cannot be opened or read.
    #[error("{path}: {reason}")]
    Input {
        /// Path as the user gave it.
        path: String,
        /// The system's reason.
        reason: String,
    },
    /// A file or folder that cannot be written.
    #[error("cannot write {path}: {reason}")]
    Output {
        /// Path as the user gave it.
        path: String,
        /// The system's reason.
        reason: String,
    },
}

/// The result of a library call.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// What the user can do next; printed after `help:`.
    pub fn help(&self) -> Option<String> {
        match self {
            Error::Empty => Some("save or export it again, then check that it has a size".into()),
            Error::UnknownFormat { .. } => Some(
                "give a PDF, DOCX, ODT, RTF, DOC, HTML, Markdown, text or JSON Resume file; print or export anything else to PDF first"
                    .into(),
            ),
            Error::Unreadable { .. } => Some("open it in the program that made it and save it again".into()),
            Error::Encrypted => Some("save a copy without a password and give that".into()),
            Error::Limit { .. } => Some("the file is far larger or deeper than a resume; save it as plain PDF or text".into()),
            Error::Crash { .. } => Some(
                "a fault of rolefit: please report it with the file; save the file as plain text or PDF meanwhile".into(),
            ),
            Error::UnknownName { name, known, .. } => Some(suggest(name, known)),
            Error::Ambiguous { meanings, .. } => Some(format!("write {}", meanings.join(" or "))),
            Error::Data { help, .. } | Error::Template { help, .. } => help.clone(),
            Error::Input { .. } => None,
            Error::Output { .. } => Some("choose a folder that exists and that you may write to".into()),
        }
    }
}

/// "did you mean `x`?" where a known name is near, else the list of names.
pub fn suggest(name: &str, known: &[impl AsRef<str>]) -> String {
    match nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", Listed(known)),
    }
}

/// Below this likeness (Jaro-Winkler, 0 to 1) two names are not a slip of the finger.
const NEAR_ENOUGH: f64 = 0.8;

/// The known name most like `name`, if any is near enough to be what was meant.
pub fn nearest<'a>(name: &str, known: &'a [impl AsRef<str>]) -> Option<&'a str> {
    let name = name.to_lowercase();
    known
        .iter()
        .map(|k| (strsim::jaro_winkler(&name, &k.as_ref().to_lowercase()), k.as_ref()))
        .filter(|(likeness, _)| *likeness >= NEAR_ENOUGH)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, k)| k)
}

struct Listed<'a, T>(&'a [T]);

impl<T: AsRef<str>> fmt::Display for Listed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, name) in self.0.iter().enumerate() {
            write!(f, "{}{}", if i > 0 { ", " } else { "" }, name.as_ref())?;
        }
        Ok(())
    }
}
