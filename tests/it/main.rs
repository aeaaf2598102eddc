//! One integration program: the library as a caller sees it and the binary as a user sees it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop here")]
#![allow(clippy::disallowed_methods, reason = "tests read their cases and what the program wrote")]

mod batch;
mod cli;
mod corpus;
mod documents;
mod entries;
mod fairness;
mod headers;
mod interrupted;
mod isolation;
mod jobs;
mod jsonld;
mod layers;
mod layouts;
mod lexicon;
mod lint;
mod lookalikes;
mod new;
mod post_files;
mod postings;
mod postings_parts;
mod postings_read;
mod readme;
mod reports;
mod roles;
mod scores;
mod template;
mod which;

/// The text of a file of this repository.
fn read(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The program, to be run in the root of this repository, where paths of fixtures are as a user types them.
fn rolefit() -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rolefit"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).stdin(std::process::Stdio::null());
    command
}
