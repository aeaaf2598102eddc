//! The README is true: every command in it works, and every output in it is what the program prints.
//!
//! Commands stand in `sh` blocks, or in `console` blocks behind `$ ` with their output below; `...` stands for lines left
//! out. `UPDATE_EXPECT=1` writes the real outputs into the README, with as many lines as before around each `...`.

#![cfg(unix)]

use crate::{read, rolefit};
use std::path::Path;

/// How the README calls the program.
const NAMES: [&str; 2] = ["rolefit ", "cargo run --release --locked -- "];
/// Commands that the gate runs, or that would build the program anew.
const LEFT_OUT: [&str; 2] = ["cargo test --locked", "cargo install --path . --locked"];
/// Stands for lines left out.
const LEFT_OUT_LINES: &str = "...";

/// One piece of the README, in order.
enum Piece {
    /// Lines as they are.
    Text(String),
    /// A command, and the output shown where there is one.
    Command { line: String, shown: Option<Vec<String>> },
}

fn pieces(readme: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut block = "";
    for line in readme.lines() {
        if let Some(language) = line.strip_prefix("```") {
            block = language;
        } else if block == "sh" {
            pieces.push(Piece::Command { line: line.into(), shown: None });
            continue;
        } else if block == "console" {
            match (line.strip_prefix("$ "), pieces.last_mut()) {
                (Some(command), _) => pieces.push(Piece::Command { line: command.into(), shown: Some(vec![]) }),
                (None, Some(Piece::Command { shown: Some(shown), .. })) => shown.push(line.into()),
                _ => panic!("a console block begins with `$ `: {line}"),
            }
            continue;
        }
        pieces.push(Piece::Text(line.into()));
    }
    pieces
}

/// What a command of the README prints; none for those that are left out.
fn output(line: &str, folder: &Path) -> Option<String> {
    if LEFT_OUT.contains(&line) {
        return None;
    }
    let args = NAMES.iter().find_map(|name| line.strip_prefix(name));
    let args = args.unwrap_or_else(|| panic!("the README runs `{line}`, which this test does not know"));
    let done = rolefit().args(args.split(' ')).current_dir(folder).output().unwrap();
    let errors = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(0), "{line}\n{errors}");
    Some(String::from_utf8(done.stdout).unwrap())
}

/// The real output in the shape that was shown: whole, or with as many lines around `...`.
fn in_shape(real: &str, shown: &[String]) -> Vec<String> {
    let real = real.lines().map(str::to_owned).collect::<Vec<_>>();
    let Some(gap) = shown.iter().position(|line| line == LEFT_OUT_LINES) else { return real };
    let after = shown.len() - gap - 1;
    assert!(real.len() > gap + after, "nothing is left out at `...`");
    let mut lines = real[..gap].to_vec();
    lines.push(LEFT_OUT_LINES.into());
    lines.extend_from_slice(&real[real.len() - after..]);
    lines
}

#[test]
fn every_command_works_and_every_output_is_real() {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["fixtures", "templates"] {
        std::os::unix::fs::symlink(root.join(name), folder.path().join(name)).unwrap();
    }
    let mut real = String::new();
    for piece in pieces(&read("README.md")) {
        match piece {
            Piece::Text(line) => real += &(line + "\n"),
            Piece::Command { line, shown } => {
                let printed = output(&line, folder.path());
                match (shown, printed) {
                    (Some(shown), Some(printed)) => {
                        real += &format!("$ {line}\n{}\n", in_shape(&printed, &shown).join("\n"));
                    }
                    _ => real += &(line + "\n"),
                }
            }
        }
    }
    expect_test::expect_file!["../../README.md"].assert_eq(&real);
}

#[test]
fn the_gate_runs_what_the_readme_names() {
    let readme = read("README.md");
    let gate = read(".ci/run");
    let commands = readme.lines().filter(|line| line.starts_with("cargo run ") || line.starts_with("cargo test"));
    let commands = commands.collect::<Vec<_>>();
    assert_eq!(commands.len(), 2);
    for command in commands {
        assert!(gate.contains(command), ".ci/run does not run `{command}`");
    }
}
