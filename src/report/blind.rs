//! A scorecard that does not say who: no candidate, and a fingerprint instead of the file's name.
//!
//! Quotes are masked where they are made, by the scorer; here goes what stands around them.

use crate::score::Scorecard;

/// Hex digits of the fingerprint that stand for a file's name.
pub const NAME_DIGITS: usize = 12;

/// What a blind report calls a file.
pub fn name(sha256: &str) -> String {
    sha256.chars().take(NAME_DIGITS).collect()
}

/// Takes away who it is.
pub fn blind(card: &mut Scorecard) {
    card.candidate = None;
    card.document.name = name(&card.document.sha256);
}
