//! A document becomes a [`Resume`]: who, which sections, which entries with dates, degrees, certificates.
//!
//! Parsing never fails and judges nothing; what it could not read stays in the text for whoever looks.

use crate::document::Document;
use crate::lexicon::Lexicon;
use serde::Serialize;

/// A resume as understood.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Resume {}

/// Understands a document as a resume.
pub fn parse(_document: &Document, _lexicon: &Lexicon) -> Resume {
    Resume {}
}
