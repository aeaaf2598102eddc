//! One integration program: the library as a caller sees it and the binary as a user sees it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop here")]

mod batch;
mod cli;
mod layers;
mod readme;
mod reports;
mod roles;

/// The text of a file of this repository.
#[allow(clippy::disallowed_methods, reason = "tests read their cases from files")]
fn read(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
