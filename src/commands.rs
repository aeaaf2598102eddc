//! One file a command: open files, call the library, print. What every command shares stands here.

mod batch;
mod compare;
mod files;
mod post;
mod read;
mod role;
mod schema;
mod score;

use crate::cli::Command;
use rolefit::error::Error;
use std::process::ExitCode;

/// How a command ended, apart from errors.
pub enum Outcome {
    /// It worked: exit code 0.
    Fine,
    /// It worked and says no (below the threshold, some files failed): exit code 1.
    No,
    /// Nothing could be done, and the messages are printed already: exit code 2.
    Nothing,
}

/// Runs a command; an error is printed with its help and ends with exit code 2.
pub fn run(command: Command) -> ExitCode {
    let outcome = match command {
        Command::Post(args) => post::run(args),
        Command::Score(args) => score::run(args),
        Command::Batch(args) => batch::run(args),
        Command::Read(args) => read::run(args),
        Command::Compare(args) => compare::run(args),
        Command::Role(command) => role::run(command),
        Command::Schema(args) => schema::run(args),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Ok(Outcome::Nothing) => ExitCode::from(2),
        Err(error) => {
            complain(&error);
            ExitCode::from(2)
        }
    }
}

/// Prints an error and its next step on standard error.
#[allow(clippy::print_stderr, reason = "the program's one place for messages")]
pub fn complain(error: &anyhow::Error) {
    eprintln!("error: {error:#}");
    if let Some(help) = error.downcast_ref::<Error>().and_then(Error::help) {
        eprintln!("  help: {help}");
    }
}
