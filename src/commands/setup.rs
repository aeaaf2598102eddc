//! What `score`, `batch` and `read` set up alike: the rubric, the words, the day, and what the terminal can do.

use super::{files, role};
use anyhow::Result;
use jiff::civil::Date;
use rolefit::document;
use rolefit::lexicon::Lexicon;
use rolefit::posting;
use rolefit::report::text::Screen;
use rolefit::role::Role;
use std::io::IsTerminal as _;
use std::path::Path;

/// What resumes are compared with.
pub struct Rubric {
    /// The role.
    pub role: Role,
    /// The posting's file name, where the role was read from one.
    pub posting: Option<String>,
}

/// The rubrics of a command line: roles by name or file, or the one of a posting. The same role counts once.
pub fn rubrics(roles: &[String], posting: Option<&Path>) -> Result<Vec<Rubric>> {
    if let Some(path) = posting {
        return Ok(vec![from_posting(path)?]);
    }
    let mut rubrics: Vec<Rubric> = Vec::new();
    for name in roles {
        let role = role::find(name)?;
        if !rubrics.iter().any(|known| known.role.id == role.id) {
            rubrics.push(Rubric { role, posting: None });
        }
    }
    Ok(rubrics)
}

fn from_posting(path: &Path) -> Result<Rubric> {
    let name = files::name(path);
    let bytes = files::read_file(path)?;
    let document = document::read(&bytes).map_err(|error| anyhow::Error::new(error).context(name.clone()))?;
    let own = path.file_name().map_or(name, |own| own.to_string_lossy().into_owned());
    Ok(Rubric { role: posting::read(&document, &own), posting: Some(own) })
}

/// The built-in words, with the user's own over them.
pub fn lexicon(path: Option<&Path>) -> Result<Lexicon> {
    match path {
        Some(path) => Ok(Lexicon::with_user(&files::read_text(path)?, &files::name(path))?),
        None => Ok(Lexicon::builtin()),
    }
}

/// The day on which "Present" ends: the one given, else today. The program's one look at the clock.
pub fn day(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| jiff::Zoned::now().date())
}

/// Columns where standard output is no terminal.
const COLUMNS: usize = 80;

/// What standard output can show: colour only on a terminal that does not say no to it.
pub fn screen() -> Screen {
    let out = std::io::stdout();
    let says = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let color = out.is_terminal() && says("NO_COLOR").is_none() && says("TERM").is_none_or(|term| term != "dumb");
    let width = if out.is_terminal() { terminal_size::terminal_size_of(&out) } else { None };
    Screen { width: width.map_or(COLUMNS, |(width, _)| usize::from(width.0)), color }
}

/// Runs `work`, in which a panic on one file is caught and reported as that file's failure, without the panic's own print.
pub fn hushed<T>(work: impl FnOnce() -> T) -> T {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = work();
    std::panic::set_hook(hook);
    result
}
