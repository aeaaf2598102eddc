//! rolefit writes job postings and checks resumes against them, offline and the same way every time.
//!
//! ```text
//! bytes -> Document -> Resume --+
//!                               +--> results (+ evidence | gap) -> Scorecard -> report
//! role.json | posting text -> Role
//! Role + company.json -> Posting -> md / html / txt / json / json-ld ;  posting text -> lint findings
//! ```
//!
//! A posting and the rubric that scores it come from the same [`role::Role`], by the same requirement ids.
//! The library takes values and returns values: it prints nothing, reads no clock and has no random order, so
//! the same input gives the same bytes out. The day on which "Present" ends is a parameter.
//!
//! The rooms, lowest first; a room uses only rooms above it, and a test holds it to that.

pub mod error;

pub mod document;

pub mod lexicon;

pub mod resume;

pub mod role;

pub mod template;

pub mod posting;

pub mod lint;

pub mod score;

pub mod report;

pub mod batch;
