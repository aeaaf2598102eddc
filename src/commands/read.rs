//! `rolefit read`: what the reader saw in a file; the text is exactly what evidence offsets index.

use super::{Outcome, complain, files, say, setup};
use crate::cli::{ReadArgs, ReadFormat};
use crate::worker::{Reader, Setup, TIMEOUT, View};
use rolefit::batch::{Opened, fingerprint};
use rolefit::report::escape;
use std::io::IsTerminal as _;
use std::path::Path;

/// Runs the command.
pub fn run(args: ReadArgs) -> anyhow::Result<Outcome> {
    let lexicon = setup::lexicon(args.lexicon.as_deref())?;
    let ocr = match setup::ocr(args.ocr) {
        Ok(ocr) => ocr,
        Err(outcome) => return Ok(outcome),
    };
    let reader = Reader::start(&Setup { lexicon, ..Setup::default() }, TIMEOUT, ocr)?;
    let view = match (args.resume, args.format) {
        (true, _) => View::Resume,
        (false, ReadFormat::Json) => View::Json,
        (false, ReadFormat::Text) => View::Text,
        (false, ReadFormat::Marks) => View::Marks,
    };
    let mut failed = 0;
    for path in &args.files {
        match output(path, view, &reader) {
            Ok(out) => files::write_out(None, out.as_bytes())?,
            Err(error) => {
                complain(&error);
                failed += 1;
            }
        }
    }
    Ok(match failed {
        0 => Outcome::Fine,
        n if n == args.files.len() => Outcome::Nothing,
        _ => Outcome::No,
    })
}

/// What to print of one file; notes and hidden parts go to standard error here.
fn output(path: &Path, view: View, reader: &Reader) -> anyhow::Result<String> {
    let bytes = setup::resume(path)?;
    let file = Opened { bytes: &bytes, name: &path.display().to_string(), sha256: &fingerprint(&bytes) };
    let shown = reader.show(&file, view).map_err(|error| anyhow::Error::new(error).context(files::name(path)))?;
    for remark in shown.remarks {
        say(&format!("{}: {remark}", files::name(path)));
    }
    let on_terminal = matches!(view, View::Text | View::Marks) && std::io::stdout().is_terminal();
    Ok(if on_terminal { escape::terminal_lines(&shown.out) } else { shown.out })
}
