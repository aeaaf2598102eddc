//! Text of scanned pages, by programs that the user has and asks for: `pdftoppm` draws the page, `tesseract` reads it.
//!
//! Never on by itself: the outcome depends on what is installed. Both programs get their input through pipes and
//! leave no file behind; each has a clock. Every page read so carries the note `ocr`.

use rolefit::document::{Document, Line, LineKind, Note};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Read as _, Write as _};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// Note of a page that is a picture, as the PDF reader gives it.
const SCANNED: &str = "scanned";
/// Note of a page whose text was recognised.
const RECOGNISED: &str = "ocr";
/// Pages of one document that are recognised; each takes seconds, and a resume has three.
const PAGES: usize = 10;
/// Dots an inch of the drawn page; tesseract is made for 300.
const DOTS: &str = "300";
/// Time for each program and page; the slowest of our pages took seven seconds.
const PATIENCE: Duration = Duration::from_secs(60);
/// Largest output of either program, in bytes; a page drawn in grey has 9 MB before it is packed.
const OUTPUT_BYTES: u64 = 64 << 20;

/// What to do where a program is missing.
pub const MISSING: &str = "install both (Debian, Ubuntu: apt-get install tesseract-ocr poppler-utils; macOS: brew install tesseract poppler), or leave --ocr out";

/// The installed programs.
pub struct Ocr(());

impl Ocr {
    /// Looks for the programs; the error names the one that is missing.
    pub fn find() -> Result<Ocr, &'static str> {
        for (program, version) in [("tesseract", "--version"), ("pdftoppm", "-v")] {
            let quiet = Command::new(program).arg(version).stdout(Stdio::null()).stderr(Stdio::null()).status();
            if quiet.is_err() {
                return Err(program);
            }
        }
        Ok(Ocr(()))
    }

    /// The document of `bytes` with the text of its scanned pages; any other comes back as it is.
    pub fn recognise(&self, document: Document, bytes: &[u8]) -> Document {
        let scanned = document.notes.iter().filter(|note| note.id == SCANNED);
        let pages: Vec<u32> = scanned.filter_map(|note| note.page).take(PAGES).collect();
        if pages.is_empty() {
            return document;
        }
        let read = |page: &u32| (*page, page_text(bytes, *page));
        completed(document, pages.iter().map(read).collect())
    }
}

/// The text of one page.
fn page_text(pdf: &[u8], page: u32) -> io::Result<String> {
    let page = page.to_string();
    let mut draw = Command::new("pdftoppm");
    draw.args(["-q", "-gray", "-png", "-r", DOTS, "-f", &page, "-l", &page, "-"]);
    let picture = piped(draw, pdf)?;
    let mut read = Command::new("tesseract");
    // One thread: the rest of the machine reads other files, and the answer must not depend on who is first.
    read.args(["stdin", "stdout"]).env("OMP_THREAD_LIMIT", "1");
    Ok(String::from_utf8_lossy(&piped(read, &picture)?).replace('\u{c}', ""))
}

/// What a program makes of `input`; it is killed when its time is up.
fn piped(mut command: Command, input: &[u8]) -> io::Result<Vec<u8>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::Error::other("no pipes"));
    };
    let (sender, output) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = stdout.take(OUTPUT_BYTES).read_to_end(&mut bytes);
        let _ = sender.send(read.map(|_| bytes));
    });
    thread::scope(|scope| {
        // A program that wants no more of its input has its reasons.
        scope.spawn(move || stdin.write_all(input));
        let output = output.recv_timeout(PATIENCE);
        let _ = child.kill();
        let _ = child.wait();
        match output {
            Ok(Ok(bytes)) if !bytes.is_empty() => Ok(bytes),
            Ok(Err(e)) => Err(e),
            Ok(Ok(_)) => Err(io::Error::other(format!("{name} gave nothing"))),
            Err(_) => Err(io::Error::other(format!("{name} took too long"))),
        }
    })
}

/// The document with these pages in place of its own, or with a note on why a page could not be recognised.
fn completed(document: Document, mut read: BTreeMap<u32, io::Result<String>>) -> Document {
    let mut text = String::new();
    let mut lines = Vec::new();
    let mut add = |words: &str, like: Line| {
        let start = text.len();
        text.push_str(words);
        lines.push(Line { start, end: text.len(), ..like });
        text.push('\n');
    };
    for page in 1..=document.pages {
        match read.get(&page) {
            Some(Ok(recognised)) => {
                let like = Line { start: 0, end: 0, page, column: 1, kind: LineKind::Plain };
                recognised.trim_end().lines().for_each(|line| add(line.trim_end(), like));
            }
            _ => document.lines.iter().filter(|l| l.page == page).for_each(|line| add(document.line(line), *line)),
        }
    }
    let mut notes = document.notes;
    for note in &mut notes {
        let Some(page) = note.page.filter(|_| note.id == SCANNED) else { continue };
        match read.remove(&page) {
            Some(Ok(_)) => *note = remark("the text was recognised from a picture of the page by tesseract", page),
            Some(Err(e)) => note.message = format!("{}; it could not be recognised: {e}", note.message),
            None => {}
        }
    }
    Document { text, lines, notes, ..document }
}

fn remark(message: &str, page: u32) -> Note {
    Note { id: Cow::Borrowed(RECOGNISED), message: message.into(), page: Some(page) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rolefit::document::Format;

    #[test]
    fn a_recognised_page_takes_the_place_of_its_picture_and_says_so() {
        let mut document = Document::from_text(Format::Pdf, "Page one\nleft over\n".into());
        document.pages = 2;
        document.lines[1].page = 2;
        for page in [1, 2] {
            let note = Note { id: SCANNED.into(), message: "the page is a picture".into(), page: Some(page) };
            document.notes.push(note);
        }
        let failed = Err(io::Error::other("tesseract took too long"));
        let done = completed(document, BTreeMap::from([(1, failed), (2, Ok("Jordan Avery\nLead\n\u{c}".into()))]));
        assert!(done.text.starts_with("Page one\nJordan Avery\nLead"), "{}", done.text);
        assert!(done.lines.iter().all(|line| !done.line(line).contains('\n')));
        assert_eq!(done.lines.iter().map(|line| line.page).collect::<Vec<_>>()[..3], [1, 2, 2]);
        let notes = done.notes.iter().map(|note| (note.id.as_ref(), note.message.contains("took too long")));
        assert_eq!(notes.collect::<Vec<_>>(), [(SCANNED, true), (RECOGNISED, false)]);
    }
}
