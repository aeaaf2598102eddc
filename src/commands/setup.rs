//! What `score`, `batch` and `read` set up alike: the rubric, the words, the day, and what the terminal can do.

use super::{files, role, say, tell};
use crate::worker::{OCR_MISSING, Ocr, Reader, Rubric, Setup, TIMEOUT};
use anyhow::Result;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rolefit::document::Document;
use rolefit::error::Error;
use rolefit::lexicon::Lexicon;
use rolefit::posting;
use rolefit::report::text::Screen;
use rolefit::resume;
use std::fs::File;
use std::io::{IsTerminal as _, Read as _};
use std::path::Path;

/// Largest file that is read where the user says nothing, in bytes.
pub const MAX_FILE: u64 = 50_000_000;

/// The rubrics of a command line: roles by name or file, or the one of a posting. The same role counts once.
pub fn rubrics(roles: &[String], posting: Option<&Path>) -> Result<Vec<Rubric>> {
    if let Some(path) = posting {
        let rubric = from_posting(path)?;
        if rubric.role.requirements.is_empty() {
            return Err(anyhow::Error::new(Error::Data {
                file: files::name(path),
                line: 1,
                message: "no requirement was found in this posting".into(),
                help: Some("put what is required in a list under a heading such as \"Requirements\"; `rolefit role show --posting FILE` shows what is understood".into()),
            }));
        }
        return Ok(vec![rubric]);
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

/// The rubric that a posting's text gives.
pub fn from_posting(path: &Path) -> Result<Rubric> {
    let name = files::name(path);
    let reader = Reader::start(&Setup::default(), TIMEOUT, None)?;
    let document = reader.read(&resume(path)?).map_err(|error| anyhow::Error::new(error).context(name.clone()))?;
    if is_resume(&document) {
        say(&format!("note: {name} reads like a resume, not like a posting"));
    }
    let own = path.file_name().map_or(name, |own| own.to_string_lossy().into_owned());
    Ok(Rubric { role: posting::read(&document, &own), posting: Some(own) })
}

/// Dated experience entries that no posting has.
const ENTRIES_OF_A_RESUME: usize = 2;
/// Bytes of the longest text that is looked at for them: a posting is read without a limit of time.
const LONGEST_RESUME: usize = 100_000;

/// Whether a document tells dated experience entries, as a resume does.
fn is_resume(document: &Document) -> bool {
    if document.text.len() > LONGEST_RESUME {
        return false;
    }
    let read = resume::parse(document, &Lexicon::builtin());
    let dated = |e: &&resume::Entry| e.kind == resume::EntryKind::Work && e.start.is_some() && !e.title.is_empty();
    read.entries.iter().filter(dated).count() >= ENTRIES_OF_A_RESUME
}

/// The bytes of a stranger's file: a plain file or standard input, not larger than [`MAX_FILE`].
pub fn resume(path: &Path) -> Result<Vec<u8>> {
    let name = || files::name(path);
    let input = |reason: &str| anyhow::Error::new(Error::Input { path: name(), reason: reason.into() });
    let mut bytes = Vec::new();
    if path.as_os_str() == files::STANDARD_INPUT {
        std::io::stdin().lock().take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(|e| input(&e.to_string()))?;
    } else {
        match std::fs::metadata(path) {
            Ok(about) if about.is_file() => {}
            Ok(about) if about.is_dir() => return Err(input("it is a folder; `rolefit batch` takes folders")),
            Ok(_) => return Err(input("it is a pipe or a device, not a plain file; give - for standard input")),
            // The words of every other command.
            Err(_) => return files::read_file(path),
        }
        let file = File::open(path).and_then(|file| file.take(MAX_FILE + 1).read_to_end(&mut bytes));
        if file.is_err() {
            return files::read_file(path);
        }
    }
    if bytes.len() as u64 > MAX_FILE {
        let limit = format!("{} MB in one file", MAX_FILE / 1_000_000);
        return Err(anyhow::Error::new(Error::Limit { limit }).context(name()));
    }
    Ok(bytes)
}

/// The user's own words, checked: text and name of their file.
pub fn lexicon(path: Option<&Path>) -> Result<Option<(String, String)>> {
    let Some(path) = path else { return Ok(None) };
    let (text, name) = (files::read_text(path)?, files::name(path));
    Lexicon::with_user(&text, &name)?;
    Ok(Some((text, name)))
}

/// The programs that recognise scanned pages, where the user asks for them; without them, it is said what to do.
pub fn ocr(wanted: bool) -> std::result::Result<Option<Ocr>, super::Outcome> {
    if !wanted {
        return Ok(None);
    }
    Ocr::find().map(Some).map_err(|missing| {
        tell(&format!("--ocr needs tesseract and pdftoppm, and {missing} is not installed"), Some(OCR_MISSING));
        super::Outcome::Nothing
    })
}

/// The day on which "Present" ends: the one given, else today. The program's one look at the clock.
pub fn day(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| match local_zone() {
        Some(zone) => Timestamp::now().to_zoned(zone).date(),
        None => jiff::Zoned::now().date(),
    })
}

/// Where a Unix system keeps the rules of its zone.
const ZONE: &str = "/etc/localtime";

/// The system's zone, read from its one file: to learn its name, jiff would walk through the files of all zones first.
/// None where the user names a zone, or the system keeps it elsewhere.
fn local_zone() -> Option<TimeZone> {
    if std::env::var_os("TZ").is_some() {
        return None;
    }
    TimeZone::tzif("local", &files::read_file(Path::new(ZONE)).ok()?).ok()
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
