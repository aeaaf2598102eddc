//! Bytes of any format become one [`Document`]: text in reading order, its lines, and notes on what was odd.
//!
//! Everything after this room works on `text` and byte offsets into it, whatever the file was. The format is
//! told by the content, never by the file's name. Reading never guesses silently: what was left out, hidden or
//! uncertain is a [`Note`] or a [`Hidden`] part.

mod builder;
mod doc;
mod docx;
mod encoding;
mod flow;
mod html;
mod json_resume;
mod limits;
mod look;
mod odd;
mod odt;
mod package;
mod pdf;
mod rtf;
mod sniff;
mod text;
mod xml;

use crate::error::{Error, Result};
pub(crate) use html::unescape;
use serde::{Deserialize, Serialize};
use sniff::Found;
use std::borrow::Cow;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text in any encoding.
    Text,
    /// Text with Markdown headings, lists or emphasis.
    Markdown,
    /// A web page.
    Html,
    /// JSON Resume, schema 1.x.
    JsonResume,
    /// Rich Text Format.
    Rtf,
    /// OpenDocument text.
    Odt,
    /// Word 2007 and later.
    Docx,
    /// Word 97-2003.
    Doc,
    /// Portable Document Format.
    Pdf,
}

/// What a document says, in the order in which a person reads it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What the bytes were.
    pub format: Format,
    /// Number of pages; 1 for formats without pages.
    pub pages: u32,
    /// The visible text, lines ended by `\n`. For Markdown and text exactly the decoded file.
    pub text: String,
    /// The lines of `text` in order, without overlaps; between them stand line ends alone, with one exception: in
    /// a text (not Markdown) that lost its line ends, a line of over 400 characters with at least 8 wide gaps (two
    /// blanks or more) is given as the pieces between the gaps, so that the gaps stand between lines too.
    pub lines: Vec<Line>,
    /// What was odd; shown to the user, never scored.
    pub notes: Vec<Note>,
    /// Text that a person would not see; never part of `text`.
    pub hidden: Vec<Hidden>,
    /// Link targets in order of appearance, not part of `text`.
    pub links: Vec<String>,
    /// JSON-LD blocks found inside an HTML page, as written.
    pub json_ld: Vec<String>,
    /// Names that the file itself gives to passages (bookmarks of DOCX), in order of appearance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// A name that a file gives to a passage; a reader of the page does not see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The name as written.
    pub name: String,
    /// Byte offset of the line that it begins in.
    pub start: usize,
}

/// One line of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Byte offset of the first byte in the document's text.
    pub start: usize,
    /// Byte offset behind the last byte, without the line end.
    pub end: usize,
    /// Page, counted from 1.
    pub page: u32,
    /// Column on the page, counted from 1 in reading order; 1 where there are no columns.
    pub column: u16,
    /// What the format itself says of this line.
    pub kind: LineKind,
}

/// What the format itself says of a line (styles, tags, marks); never guessed from the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// Nothing said.
    Plain,
    /// A heading, by style, tag, mark, or a size clearly above the body's.
    Heading,
    /// A list item.
    Bullet,
}

/// Something odd that was seen while reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Stable name: `encoding`, `scanned`, `no-unicode`, `no-spaces`, `layout`, `odd-characters`, `repeated`, `ocr` ...
    pub id: Cow<'static, str>,
    /// What was seen, for a person.
    pub message: String,
    /// Page, counted from 1, where there is one.
    pub page: Option<u32>,
}

/// Text in the file that a person looking at it would not see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// How it is hidden: `white`, `tiny`, `off-page`, `covered`, `clipped`, `invisible-mode`, `hidden-run`, `undisplayed` ...
    pub technique: Cow<'static, str>,
    /// Page, counted from 1.
    pub page: u32,
    /// The hidden words, at most [`Hidden::QUOTE`] characters.
    pub quote: String,
}

impl Hidden {
    /// Longest quote that is kept, in characters.
    pub const QUOTE: usize = 200;
}

impl Document {
    /// A document whose lines are the lines of `text`, all on page 1 with nothing said of them.
    pub fn from_text(format: Format, text: String) -> Document {
        let mut lines = Vec::new();
        let mut start = 0;
        for piece in text.split_inclusive('\n') {
            let end = start + piece.trim_end_matches(['\n', '\r']).len();
            lines.push(Line { start, end, page: 1, column: 1, kind: LineKind::Plain });
            start += piece.len();
        }
        let (notes, hidden, links, json_ld, marks) = (vec![], vec![], vec![], vec![], vec![]);
        Document { format, pages: 1, text, lines, notes, hidden, links, json_ld, marks }
    }

    /// The words of a line.
    pub fn line(&self, line: &Line) -> &str {
        &self.text[line.start..line.end]
    }
}

/// Reads a document of any known format.
///
/// # Errors
/// [`Error::Empty`], [`Error::UnknownFormat`], [`Error::Unreadable`], [`Error::Encrypted`], [`Error::Limit`].
pub fn read(bytes: &[u8]) -> Result<Document> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.len() > limits::FILE_BYTES {
        return limits::over("100 MB in one file");
    }
    match sniff::sniff(bytes)? {
        Found::Known(Format::Pdf) => pdf::read(bytes),
        Found::Known(Format::Docx) => docx::read(bytes),
        Found::Known(Format::Odt) => odt::read(bytes),
        Found::Known(Format::Rtf) => rtf::read(bytes),
        Found::Known(Format::Doc) => doc::read(bytes),
        Found::Known(Format::Text | Format::Markdown | Format::Html | Format::JsonResume) | Found::Text => {
            text_like(bytes)
        }
    }
}

/// Texts whose structure shows after decoding: web pages, JSON Resume, flat ODT, Markdown, or none.
fn text_like(bytes: &[u8]) -> Result<Document> {
    let decoded = encoding::decode(bytes);
    if let Some(resume) = json_resume::parse(&decoded.text) {
        return json_resume::read(&resume);
    }
    if decoded.text.contains("<office:document") && decoded.text.contains("opendocument") {
        return odt::read_flat(&decoded.text);
    }
    if html::is_html(&decoded.text) {
        return html::read(&html::decode(bytes).unwrap_or(decoded.text));
    }
    match decoded.text.trim_start() {
        text if text.starts_with("<?xml") => sniff::unknown("an XML file"),
        text if json_resume::is_json(text) => json(decoded),
        _ => Ok(text::read(decoded)),
    }
}

/// How the schema of a posting of `rolefit post --format json` begins.
const OWN_POSTING: &str = "\"rolefit.posting/";

/// JSON that is no resume: a posting as data is kept as that, anything else is not a document.
fn json(decoded: encoding::Decoded) -> Result<Document> {
    if !json_resume::is_whole(&decoded.text) {
        let fault = serde_json::from_str::<serde::de::IgnoredAny>(&decoded.text).err();
        let place = fault.map(|e| format!(" (line {}, column {})", e.line(), e.column())).unwrap_or_default();
        return Err(Error::Unreadable { format: "JSON", reason: format!("it breaks off or is no JSON{place}") });
    }
    if !decoded.text.contains("\"@type\"") && !decoded.text.contains(OWN_POSTING) {
        return sniff::unknown("a JSON file without the sections of JSON Resume");
    }
    let block = decoded.text.clone();
    let mut document = text::read(decoded);
    document.json_ld.push(block);
    Ok(document)
}
