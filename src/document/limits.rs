//! Every bound that keeps a stranger's file from eating the machine, in one place.
//!
//! A bound that is hit is an [`Error::Limit`], never a silent cut: half a resume scored as a whole one would be
//! worse than none. Sizes are counted on bytes that were really produced, never on what a header claims. The
//! numbers follow Tika, ClamAV, qpdf and pypdf; a resume stays under a hundredth of each.

use crate::error::{Error, Result};

/// Largest file that is read, in bytes; ClamAV's default for one file.
pub(super) const FILE_BYTES: usize = 100 << 20;
/// Largest decoded part of an archive, in bytes.
pub(super) const PART_BYTES: u64 = 64 << 20;
/// Largest sum of decoded parts of an archive, in bytes.
pub(super) const PACKAGE_BYTES: u64 = 256 << 20;
/// Most entries of an archive; ClamAV's default.
pub(super) const ENTRIES: usize = 10_000;
/// Largest ratio of decoded to packed bytes; Tika's default.
pub(super) const RATIO: u64 = 100;
/// Decoded bytes below which [`RATIO`] is not looked at: small parts of repeated words pack well.
pub(super) const RATIO_FREE_BYTES: u64 = 1 << 20;
/// Deepest nesting of XML, HTML, RTF and JSON.
pub(super) const DEPTH: usize = 256;
/// Most attributes that are looked at on one element.
pub(super) const ATTRIBUTES: usize = 256;
/// Most characters of text in one document: a thousand times a long resume.
pub(super) const TEXT_BYTES: usize = 20 << 20;
/// Most pages of one PDF.
pub(super) const PAGES: usize = 2_000;
/// Most glyphs of one PDF: 600 full pages; no resume has 100.
pub(super) const GLYPHS: usize = 2_000_000;
/// Most drawing operations of one PDF, glyphs apart: each takes up to 12 microseconds, all at most six seconds.
pub(super) const OPERATIONS: usize = 500_000;
/// Deepest nesting of PDF objects; qpdf stops at 499.
pub(super) const OBJECT_DEPTH: usize = 499;
/// Largest decoded page content of a PDF, in bytes; pypdf allows each stream 75 MB.
pub(super) const STREAM_BYTES: usize = 75 << 20;

/// The error of a bound that was hit; `limit` names it with its size.
pub(super) fn over<T>(limit: impl Into<String>) -> Result<T> {
    Err(Error::Limit { limit: limit.into() })
}
