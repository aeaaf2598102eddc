//! What a check of templates has to say, each with its place and the next step.

use crate::error::Error;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The template cannot be used, or would silently lose something.
    Error,
    /// The template works; the writer may want to know.
    Info,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// Path below the template folder.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// The next step.
    pub help: String,
}

impl Finding {
    /// What findings are ordered by: errors first, then file and place.
    pub(super) fn place(&self) -> (Severity, &str, usize, usize, &str) {
        (self.severity, &self.file, self.line, self.column, &self.message)
    }

    /// A finding about a file as a whole.
    pub(super) fn whole(severity: Severity, file: &str, message: &str, help: String) -> Finding {
        Finding { severity, file: file.into(), line: 1, column: 1, message: message.into(), help }
    }

    /// The same as an error.
    pub fn error(self) -> Error {
        Error::Template {
            file: self.file,
            line: self.line,
            column: self.column,
            message: self.message,
            help: Some(self.help),
        }
    }
}
