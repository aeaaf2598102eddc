//! RTF: groups and control words become paragraphs.
//!
//! The file is one walk over bytes with a stack of states; nothing recurses. Letters outside ASCII come as code
//! page bytes of the current font or as `\u` with a fallback that is skipped. Destinations that are not on the
//! page (font tables, pictures, comments, document information) are passed over.

mod charset;
mod words;

use super::builder::Builder;
use super::flow::{self, Block, Para};
use super::limits::{DEPTH, over};
use super::look::{Colour, Look};
use super::{Document, Format};
use crate::error::Result;
use encoding_rs::{Encoding, WINDOWS_1252};
use words::{Control, Token, Tokens};

/// Size of letters in points where nothing is said.
const DEFAULT_SIZE: f32 = 12.0;
/// Indent in twentieths of a point from which a paragraph is off the page.
const OFF_PAGE: i32 = 24_480;
const OFF_PAGE_LEFT: i32 = -5_000;

/// Destinations whose words are not on the page.
const PASSED_OVER: &[&str] = &[
    "aftnsep",
    "aftnsepc",
    "annotation",
    "atnauthor",
    "atndate",
    "atnicn",
    "atnid",
    "atnparent",
    "atnref",
    "atntime",
    "atrfend",
    "atrfstart",
    "author",
    "bkmkend",
    "bkmkstart",
    "blipuid",
    "buptim",
    "category",
    "colorschememapping",
    "comment",
    "company",
    "creatim",
    "datafield",
    "datastore",
    "defchp",
    "defpap",
    "doccomm",
    "docvar",
    "falt",
    "filetbl",
    "ftnsep",
    "ftnsepc",
    "generator",
    "gridtbl",
    "hlinkbase",
    "info",
    "keycode",
    "keywords",
    "latentstyles",
    "levelnumbers",
    "leveltext",
    "listlevel",
    "listname",
    "listoverridetable",
    "listpicture",
    "listtable",
    "manager",
    "nonshppict",
    "objclass",
    "objdata",
    "objname",
    "operator",
    "panose",
    "pgptbl",
    "pict",
    "pnseclvl",
    "pntxta",
    "pntxtb",
    "printim",
    "private",
    "revtbl",
    "revtim",
    "rsidtbl",
    "sn",
    "sp",
    "stylesheet",
    "subject",
    "sv",
    "tc",
    "template",
    "themedata",
    "title",
    "txe",
    "userprops",
    "wgrffmtfilter",
    "xe",
    "xmlnstbl",
];
/// Optional destinations (`\*`) whose words are on the page.
const OPTIONAL_READ: &[&str] =
    &["shpinst", "shptxt", "shppict", "footnote", "fldinst", "pn", "nesttableprops", "pntext"];

/// What a group inherits and restores.
#[derive(Clone, Copy)]
struct State {
    skipped: bool,
    code: bool,
    fallback: usize,
    encoding: &'static Encoding,
    look: Look,
    deleted: bool,
    label: bool,
    highlight: Option<usize>,
}

impl Default for State {
    fn default() -> Self {
        State {
            skipped: false,
            code: false,
            fallback: 1,
            encoding: WINDOWS_1252,
            look: Look::default(),
            deleted: false,
            label: false,
            highlight: None,
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Table {
    Fonts,
    Colours,
}

/// Reads an RTF file.
///
/// # Errors
/// [`crate::Error::Limit`] where it nests too deep.
pub(super) fn read(bytes: &[u8]) -> Result<Document> {
    let mut reader = Reader {
        out: Builder::new(Format::Rtf),
        state: State::default(),
        stack: vec![],
        blocks: vec![],
        cells: vec![],
        row_cells: vec![],
        para: Para { page: 1, ..Para::default() },
        letters: 0,
        bold_letters: 0,
        page: 1,
        bytes: vec![],
        skip: 0,
        surrogate: None,
        fonts: vec![],
        font: 0,
        default: WINDOWS_1252,
        colours: vec![],
        colour: [0; 3],
        table: None,
        optional: false,
        item: false,
        in_table: false,
        shade: None,
        off_page: false,
        code: String::new(),
    };
    for token in Tokens::new(bytes) {
        reader.token(token)?;
    }
    reader.end_paragraph();
    reader.end_row();
    flow::render(&reader.blocks, &mut reader.out)?;
    Ok(reader.out.finish(reader.page))
}

struct Reader {
    out: Builder,
    state: State,
    stack: Vec<State>,
    blocks: Vec<Block>,
    /// Paragraphs of the current cell and cells of the current row.
    cells: Vec<Block>,
    row_cells: Vec<Vec<Block>>,
    para: Para,
    letters: usize,
    bold_letters: usize,
    page: u32,
    /// Bytes of the code page that wait to be decoded together.
    bytes: Vec<u8>,
    /// Fallback letters to be skipped behind `\u`.
    skip: usize,
    surrogate: Option<u32>,
    /// Character set of each font.
    fonts: Vec<(i32, i32)>,
    font: i32,
    default: &'static Encoding,
    colours: Vec<Colour>,
    colour: [u8; 3],
    /// The table being read, with the depth at which it began.
    table: Option<(Table, usize)>,
    optional: bool,
    item: bool,
    in_table: bool,
    shade: Option<usize>,
    off_page: bool,
    code: String,
}

impl Reader {
    fn token(&mut self, token: Token<'_>) -> Result<()> {
        match token {
            Token::Open => {
                self.flush();
                self.stack.push(self.state);
                self.optional = false;
                if self.stack.len() > DEPTH {
                    return over("256 levels of groups in RTF");
                }
            }
            Token::Close => {
                self.flush();
                self.skip = 0;
                self.end_code();
                self.state = self.stack.pop().unwrap_or_default();
                if self.table.is_some_and(|(_, depth)| self.stack.len() < depth) {
                    self.table = None;
                }
            }
            Token::Optional => self.optional = true,
            Token::Control(control) => self.control(&control),
            Token::Unicode(code) => self.unicode(code),
            Token::Byte(byte) | Token::Letter(byte) => self.letter(byte),
        }
        Ok(())
    }

    fn reads(&self) -> bool {
        !self.state.skipped && self.table.is_none()
    }

    fn letter(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.table == Some((Table::Colours, self.table.map_or(0, |(_, d)| d))) {
            if byte == b';' {
                let [r, g, b] = self.colour.map(|c| f32::from(c) / 255.0);
                self.colours.push(if self.colours.is_empty() { Colour::Auto } else { Colour::Rgb([r, g, b]) });
                self.colour = [0; 3];
            }
        } else if self.reads() {
            self.bytes.push(byte);
        }
    }

    fn unicode(&mut self, code: i32) {
        self.flush();
        self.skip = self.state.fallback;
        let code = if code < 0 { code + 0x1_0000 } else { code } as u32;
        let c = match (code, self.surrogate.take()) {
            (0xD800..0xDC00, _) => {
                self.surrogate = Some(code);
                return;
            }
            (0xDC00..0xE000, Some(high)) => char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (code - 0xDC00)),
            _ => char::from_u32(code),
        };
        if let Some(c) = c.filter(|_| self.reads()) {
            let mut text = String::new();
            super::pdf::push_char(&mut text, c);
            self.add(&text);
        }
    }

    fn control(&mut self, control: &Control<'_>) {
        let (word, number) = (control.word, control.number);
        let on = number != Some(0);
        let index = || number.and_then(|n| usize::try_from(n).ok());
        if PASSED_OVER.binary_search(&word).is_ok() {
            self.state.skipped = true;
        }
        if std::mem::take(&mut self.optional) && !OPTIONAL_READ.contains(&word) {
            self.state.skipped = true;
        }
        match word {
            "fonttbl" => self.table = Some((Table::Fonts, self.stack.len())),
            "colortbl" => self.table = Some((Table::Colours, self.stack.len())),
            "red" => self.colour[0] = number.unwrap_or(0) as u8,
            "green" => self.colour[1] = number.unwrap_or(0) as u8,
            "blue" => self.colour[2] = number.unwrap_or(0) as u8,
            "f" => self.choose_font(number.unwrap_or(0)),
            "fcharset" => self.fonts.push((self.font, number.unwrap_or(0))),
            "ansicpg" => self.code_page(charset::of_code_page(number.unwrap_or(0))),
            "mac" => self.code_page(encoding_rs::MACINTOSH),
            "uc" => self.state.fallback = index().unwrap_or(1),
            "fldinst" => {
                self.flush();
                self.state.code = true;
                self.state.skipped = false;
            }
            "listtext" | "pntext" => {
                self.flush();
                self.state.label = true;
                self.item = true;
            }
            "ls" => self.item |= number.is_some(),
            "plain" => {
                self.flush();
                self.state.look = Look::default();
                self.state.highlight = None;
                self.state.deleted = false;
            }
            "pard" => {
                self.item = false;
                self.in_table = false;
                self.shade = None;
                self.off_page = false;
                self.para.heading = false;
            }
            "intbl" => self.in_table = true,
            "outlinelevel" => self.para.heading = number.is_some_and(|level| level < 9),
            "cbpat" | "clcbpat" => self.shade = index(),
            "li" | "lin" | "fi" => self.off_page |= number.is_some_and(|n| !(OFF_PAGE_LEFT..=OFF_PAGE).contains(&n)),
            "v" | "deleted" | "cf" | "fs" | "b" | "highlight" | "chcbpat" | "charscalex" => {
                self.flush();
                self.look(word, on, number, index());
            }
            _ if self.reads() => self.sign(word),
            _ => {}
        }
    }

    fn look(&mut self, word: &str, on: bool, number: Option<i32>, index: Option<usize>) {
        let state = &mut self.state;
        match word {
            "v" => state.look.hidden = Some(on),
            "deleted" => state.deleted = on,
            "cf" => state.look.colour = index.and_then(|at| self.colours.get(at)).copied(),
            // Half points.
            "fs" => state.look.size = number.map(|half| half as f32 / 2.0),
            "charscalex" => state.look.scale = number.map(|percent| percent as f32),
            "b" => state.look.bold = Some(on),
            _ => state.highlight = index,
        }
    }

    /// Control words that stand for signs and breaks.
    fn sign(&mut self, word: &str) {
        match word {
            "par" | "sect" => self.end_paragraph(),
            "line" => self.add_flushed("\n"),
            "page" => {
                self.end_paragraph();
                self.page += 1;
            }
            "cell" | "nestcell" => self.end_cell(),
            "row" | "nestrow" => self.end_row(),
            "tab" => self.add_flushed("\t"),
            "emdash" => self.add_flushed("—"),
            "endash" => self.add_flushed("–"),
            "bullet" => self.add_flushed("•"),
            "lquote" => self.add_flushed("‘"),
            "rquote" => self.add_flushed("’"),
            "ldblquote" => self.add_flushed("“"),
            "rdblquote" => self.add_flushed("”"),
            "emspace" | "enspace" | "qmspace" | "~" => self.add_flushed(" "),
            "_" => self.add_flushed("-"),
            _ => {}
        }
    }

    fn choose_font(&mut self, font: i32) {
        self.font = font;
        if self.table.is_some() {
            return;
        }
        self.flush();
        let set = self.fonts.iter().rev().find(|(f, _)| *f == font).map(|(_, set)| *set);
        self.state.encoding = set.and_then(charset::of_font).unwrap_or(self.default);
    }

    fn code_page(&mut self, encoding: &'static Encoding) {
        self.default = encoding;
        self.state.encoding = encoding;
        self.stack.iter_mut().for_each(|state| state.encoding = encoding);
    }

    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (text, _) = self.state.encoding.decode_without_bom_handling(&bytes);
        self.add(&text);
    }

    fn add_flushed(&mut self, text: &str) {
        self.flush();
        self.add(text);
    }

    fn add(&mut self, text: &str) {
        if !self.reads() || self.state.deleted || self.state.label {
            return;
        }
        if self.state.code {
            self.code.push_str(text);
            return;
        }
        let shade = |index: Option<usize>| index.and_then(|at| self.colours.get(at)).copied();
        let look = Look { shade: shade(self.state.highlight), ..self.state.look };
        let off_page = self.off_page.then_some("off-page");
        if let Some(technique) = off_page.or(look.hides(Some(shade(self.shade).unwrap_or(Colour::Auto)))) {
            self.out.hide(technique, self.page, text);
            return;
        }
        self.para.text.push_str(text);
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        if letters > 0 {
            self.letters += letters;
            self.bold_letters += if look.bold == Some(true) { letters } else { 0 };
            self.para.size = self.para.size.max(look.size.unwrap_or(DEFAULT_SIZE));
        }
    }

    /// `HYPERLINK "https://..."` at the end of a field's code.
    fn end_code(&mut self) {
        if self.state.code
            && let Some((_, after)) = std::mem::take(&mut self.code).split_once("HYPERLINK")
        {
            let target = after.split('"').nth(1).or_else(|| after.split_whitespace().next());
            self.out.link(target.unwrap_or_default());
        }
    }

    fn end_paragraph(&mut self) {
        self.flush();
        let para = std::mem::take(&mut self.para);
        let heading = para.heading;
        let bold = self.letters > 0 && self.bold_letters == self.letters;
        let block = Block::Para(Para { bold, item: self.item && !heading, page: self.page, ..para });
        self.para = Para { heading, ..Para::default() };
        (self.letters, self.bold_letters) = (0, 0);
        if self.in_table {
            self.cells.push(block);
        } else {
            self.end_row();
            self.blocks.push(block);
        }
    }

    fn end_cell(&mut self) {
        self.flush();
        self.in_table = true;
        if !self.para.text.is_empty() {
            self.end_paragraph();
        }
        self.row_cells.push(std::mem::take(&mut self.cells));
    }

    fn end_row(&mut self) {
        if !self.cells.is_empty() {
            self.row_cells.push(std::mem::take(&mut self.cells));
        }
        let row = std::mem::take(&mut self.row_cells);
        if row.is_empty() {
            return;
        }
        match self.blocks.last_mut() {
            Some(Block::Table(rows)) => rows.push(row),
            _ => self.blocks.push(Block::Table(vec![row])),
        }
    }
}
