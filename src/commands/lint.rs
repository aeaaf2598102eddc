//! `rolefit lint`: what a posting lacks or says at odds with the law, and what to write instead.

use super::{Outcome, complain, files, say, setup};
use crate::cli::{LintArgs, LintFormat};
use rolefit::lint::{self, Checked, Options, Report, Severity, Text};
use rolefit::report::{json, lint_sarif, lint_text};
use std::path::Path;

/// Runs the command; a file that cannot be read does not stop the rest.
pub fn run(args: LintArgs) -> anyhow::Result<Outcome> {
    let places = args.place.iter().map(|code| lint::check_place(code)).collect::<Result<Vec<_>, _>>()?;
    for note in args.place.iter().filter_map(|code| lint::other_place(code)) {
        say(&format!("note: {note}"));
    }
    let options = Options { as_of: setup::day(args.as_of), places, employees: args.employees };
    let mut checked: Vec<Checked> = Vec::new();
    let mut sources: Vec<(String, String)> = Vec::new();
    for path in &args.postings {
        match one(path, &options, args.fix) {
            Ok((result, source)) => {
                checked.push(result);
                sources.push((files::name(path), source));
            }
            Err(error) => complain(&error),
        }
    }
    let read = checked.len();
    if read == 0 {
        return Ok(Outcome::Nothing);
    }
    let report = Report::new(options.as_of, checked, args.matrix);
    let out = match args.format {
        LintFormat::Text => lint_text::render(&report, &sources, setup::screen()),
        LintFormat::Json => json::line(&report),
        LintFormat::Sarif => lint_sarif::render(&report, &sources),
    };
    files::write_out(None, out.as_bytes())?;
    let bad = report.count(Severity::Error) > 0 || read < args.postings.len();
    Ok(if bad { Outcome::No } else { Outcome::Fine })
}

/// The findings of one file, mended before if that is asked for, and the text that they point into.
fn one(path: &Path, options: &Options, fix: bool) -> anyhow::Result<(Checked, String)> {
    let name = files::name(path);
    let read = |bytes: &[u8]| lint::open(bytes, &name).map_err(|error| in_file(error, &name));
    let bytes = setup::resume(path)?;
    let mut text = read(&bytes)?;
    if fix && let Some(mended) = mend(path, &name, &text, &bytes)? {
        text = read(mended.as_bytes())?;
    }
    Ok((lint::lint(&text, options, &name), text.source.clone()))
}

/// An error with the file's name before it, where it has none.
fn in_file(error: rolefit::error::Error, name: &str) -> anyhow::Error {
    match error {
        rolefit::error::Error::Data { .. } => error.into(),
        other => anyhow::Error::new(other).context(name.to_owned()),
    }
}

/// The first bytes of some files in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes a file with what can be mended, and says what was changed; nothing is written where nothing changes.
fn mend(path: &Path, name: &str, text: &Text, bytes: &[u8]) -> anyhow::Result<Option<String>> {
    if !lint::can_fix(text) {
        say(&format!("note: {name}: --fix rewrites Markdown, plain text and company files; nothing was changed"));
        return Ok(None);
    }
    let Some((mended, changes)) = lint::fix(text) else {
        say(&format!("note: {name}: nothing here can be rewritten safely without you; nothing was changed"));
        return Ok(None);
    };
    // a text in another encoding would be written in this one
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { b"" };
    let same = bytes[mark.len()..] == *text.source.trim_start_matches('\u{feff}').as_bytes();
    if path.as_os_str() == files::STANDARD_INPUT || !same {
        say(&format!("note: {name}: --fix writes only files, and only in UTF-8"));
        return Ok(None);
    }
    let mended = String::from_utf8_lossy(mark).into_owned() + mended.trim_start_matches('\u{feff}');
    files::write_out(Some(path), mended.as_bytes())?;
    for change in changes {
        say(&format!("{name}:{}: {}: \"{}\" is now \"{}\"", change.line, change.rule, change.from, change.to));
    }
    Ok(Some(mended))
}
