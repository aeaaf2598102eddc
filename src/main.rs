//! The program: it parses the command line, runs one command and turns the outcome into an exit code.

#![allow(unreachable_pub, reason = "a program has no public items; `pub` marks what a file offers the others")]

mod cli;
mod commands;
mod worker;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    commands::run(cli.command)
}
