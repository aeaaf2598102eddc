//! The words we know, as data: concepts, titles, headings, degrees, certificates. A user's lists lie over ours.

use crate::error::Result;

/// The words we know.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lists that are compiled in.
    pub fn builtin() -> Lexicon {
        Lexicon {}
    }

    /// The built-in lists with a user's file (JSON text, named `file` in messages) over them.
    pub fn with_user(_json: &str, _file: &str) -> Result<Lexicon> {
        Ok(Lexicon {})
    }

    /// The concept ids that a role's `terms` may name.
    pub fn concept_ids(&self) -> Vec<&str> {
        vec![]
    }
}
