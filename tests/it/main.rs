//! One integration program: the library as a caller sees it and the binary as a user sees it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop here")]

mod postings;
mod roles;
