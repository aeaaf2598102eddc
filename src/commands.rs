//! One file a command: open files, call the library, print. What every command shares stands here.

mod ask;
mod batch;
mod compare;
mod files;
mod lint;
mod new;
mod post;
mod read;
mod role;
mod schema;
mod score;
pub mod setup;
mod template;
mod which;

use crate::cli::Command;
use rolefit::error::Error;
use rolefit::report::escape;
use std::io::Write as _;
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
        Command::Lint(args) => lint::run(args),
        Command::Read(args) => read::run(args),
        Command::Compare(args) => compare::run(args),
        Command::Role(command) => role::run(command),
        Command::New(args) => new::run(args),
        Command::Template(command) => template::run(command),
        Command::Which(args) => which::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Worker { timeout } => return crate::worker::serve(timeout),
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
pub fn complain(error: &anyhow::Error) {
    let help = error.chain().find_map(|cause| cause.downcast_ref::<Error>()).and_then(Error::help);
    tell(&format!("{error:#}"), help.as_deref());
}

/// Prints what went wrong and the next step on standard error.
pub fn tell(message: &str, help: Option<&str>) {
    say(&format!("error: {message}"));
    if let Some(help) = help.filter(|help| !help.is_empty()) {
        say(&format!("  help: {help}"));
    }
}

/// Prints a line on standard error, the program's one place for it. Names of files in it cannot steer the terminal;
/// where nobody can hear it, there is nothing to do about that.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", escape::terminal_lines(line));
}
