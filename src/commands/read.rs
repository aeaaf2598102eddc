//! `rolefit read`: what the reader saw in a file; the text is exactly what evidence offsets index.

use super::{Outcome, complain, files, say, setup};
use crate::cli::{ReadArgs, ReadFormat};
use rolefit::batch::fingerprint;
use rolefit::document::{self, Document};
use rolefit::lexicon::Lexicon;
use rolefit::report::escape;
use rolefit::report::json::{self, DOCUMENT_SCHEMA, DocumentLine, RESUME_SCHEMA, ResumeLine};
use rolefit::resume;
use std::io::IsTerminal as _;
use std::path::Path;

/// Runs the command.
pub fn run(args: ReadArgs) -> anyhow::Result<Outcome> {
    let lexicon = setup::lexicon(args.lexicon.as_deref())?;
    let mut failed = 0;
    for path in &args.files {
        match output(path, &args, &lexicon) {
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

/// What to print of one file.
fn output(path: &Path, args: &ReadArgs, lexicon: &Lexicon) -> anyhow::Result<String> {
    let bytes = files::read_file(path)?;
    let document = document::read(&bytes).map_err(|error| anyhow::Error::new(error).context(files::name(path)))?;
    let name = &path.display().to_string();
    let sha256 = &fingerprint(&bytes);
    if args.resume {
        let resume = &resume::parse(&document, lexicon);
        return Ok(json::line(&ResumeLine { schema: RESUME_SCHEMA, name, sha256, resume }));
    }
    if args.format == ReadFormat::Json {
        return Ok(json::line(&DocumentLine { schema: DOCUMENT_SCHEMA, name, sha256, document: &document }));
    }
    remark(&files::name(path), &document);
    let on_terminal = std::io::stdout().is_terminal();
    Ok(if on_terminal { escape::terminal_lines(&document.text) } else { document.text })
}

/// Notes and hidden parts on standard error.
fn remark(name: &str, document: &Document) {
    let page = |page: Option<u32>| page.map(|page| format!(" on page {page}")).unwrap_or_default();
    for note in &document.notes {
        say(&format!("{name}: note: {}: {}{}", note.id, note.message, page(note.page)));
    }
    for hidden in &document.hidden {
        let place = page(Some(hidden.page));
        say(&format!("{name}: hidden text ({}){place}: {}", hidden.technique, hidden.quote));
    }
}
