//! How the files of a batch ended, by kind: what a person looks at after a run over a folder of strangers' files.

use crate::error::Error;
use crate::report::shortlist::Failure;
use std::fmt;

/// How many files ended in which way; every file is counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Scored.
    pub ok: usize,
    /// No bytes, or too little text to score.
    pub empty: usize,
    /// Not opened, no document, broken, or protected by a password.
    pub error: usize,
    /// Stopped by a limit: time, memory, size.
    pub limit: usize,
    /// A fault of ours.
    pub crash: usize,
}

impl Counts {
    /// Counts a file that has no scorecard. The kinds are told by the reason, which is all that a journal keeps.
    pub(super) fn add(&mut self, failure: &Failure) {
        let count = match failure.reason.split(':').next() {
            Some("limit") => &mut self.limit,
            Some("crash") => &mut self.crash,
            _ if failure.reason == Error::Empty.to_string() => &mut self.empty,
            _ => &mut self.error,
        };
        *count += 1;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { ok, empty, error, limit, crash } = self;
        write!(f, "ok {ok}, empty {empty}, error {error}, limit {limit}, crash {crash}")
    }
}
