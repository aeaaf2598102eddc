//! `rolefit new`: an interview at the terminal (or from a pipe) that writes a company file.

use super::ask::{Asker, Reply, here};
use super::{Outcome, files, setup, tell};
use crate::cli::NewArgs;
use rolefit::lint;
use rolefit::posting::interview::Interview;
use std::io::{BufRead, IsTerminal as _, Write};
use std::path::Path;

/// Runs the command.
pub fn run(args: NewArgs) -> anyhow::Result<Outcome> {
    let out = args.out.as_path();
    let to_standard_output = out.as_os_str() == files::STANDARD_INPUT;
    let mut asker = here();
    if !to_standard_output && !args.force && out.exists() && !may_overwrite(&mut asker, out) {
        return Ok(Outcome::Nothing);
    }
    // nobody answers forty questions for a file that cannot be written
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !to_standard_output && !folder.is_dir()) {
        tell(
            &format!("there is no folder {}, so nothing could be written", folder.display()),
            Some("make it first, or give another file with --out"),
        );
        return Ok(Outcome::Nothing);
    }
    let mut interview = Interview::new(lint::laws::for_interview(), setup::day(None));
    let refused = hold(&mut asker, &mut interview);
    let Some(file) = interview.file() else {
        tell("nothing was answered, so nothing is written", Some("answer at least the name of the company"));
        return Ok(Outcome::Nothing);
    };
    files::write_out(Some(out).filter(|_| !to_standard_output), file.as_bytes())?;
    let (name, answered) = (files::name(out), interview.answered());
    if !to_standard_output {
        asker.say(&format!("\nWrote {name} with {answered} answer{}.", if answered == 1 { "" } else { "s" }));
    }
    if interview.lacks_name() {
        asker.say("It has no `name` yet; add it, since rolefit post refuses a company without one.");
    }
    if !to_standard_output {
        asker.say(&format!("Next: rolefit post --role lead --company {} (or --role senior)", shell_word(&name)));
    }
    if refused > 0 && !std::io::stdin().is_terminal() {
        let what = if refused == 1 { "1 answer was refused".into() } else { format!("{refused} answers were refused") };
        let help = "each line behind a refused one was taken in its place; look through the file";
        tell(&what, Some(help));
        return Ok(Outcome::No);
    }
    Ok(Outcome::Fine)
}

/// Whether a file that is there may be replaced; only a person can say so.
fn may_overwrite<R: BufRead, W: Write>(asker: &mut Asker<R, W>, path: &Path) -> bool {
    let name = files::name(path);
    if std::io::stdin().is_terminal() {
        let reply = asker.ask(&format!("{name} exists. Overwrite it at the end? [y/N]"));
        if matches!(reply, Reply::Words(words) if ["y", "yes"].contains(&words.to_lowercase().as_str())) {
            return true;
        }
    }
    tell(
        &format!("{name} exists, and is left as it is"),
        Some("give --force to replace it, or another file with --out"),
    );
    false
}

/// Asks until there is no further question or no further input; gives back how many answers were refused.
fn hold<R: BufRead, W: Write>(asker: &mut Asker<R, W>, interview: &mut Interview) -> usize {
    let mut refused = 0;
    asker.say(
        "A few questions make a company file. Enter skips, ? gives an example, < goes back, Ctrl-D ends and writes what is there.",
    );
    while let Some(asked) = interview.question() {
        if let Some(part) = asked.part {
            asker.say(&format!("\n{part}"));
        }
        match asker.ask(&asked.prompt) {
            Reply::End => return refused,
            Reply::Skipped => interview.skip(),
            Reply::Back => interview.back(),
            Reply::Why => asker.say(&format!("    for example: {}", asked.example)),
            Reply::Words(words) => match interview.answer(&words) {
                Ok(Some(meaning)) => asker.say(&format!("    {meaning}")),
                Ok(None) => {}
                Err(complaint) => {
                    refused += 1;
                    asker.say(&format!("    {}; {}", complaint.message, complaint.help));
                }
            },
        }
    }
    refused
}

/// A file name as a shell takes it.
fn shell_word(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+,:@%".contains(c);
    if !name.is_empty() && name.chars().all(plain) {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', "'\\''"))
    }
}
