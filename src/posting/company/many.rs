//! Many companies from one file: JSON objects, one a line, or a table whose columns are the keys of a company file.
//!
//! Rows are read one at a time, so that the file's length does not matter, and a fault in one row stops no other. A
//! column that nobody knows stops everything before the first posting: it would drop the same fact from each of them.

use super::Company;
use super::columns::{self, Column};
use crate::error::{Error, Result};
use crate::role::data::wrong;
use serde_json::Value;
use std::io::{BufRead, Read};

/// Longest line of JSON, in bytes; a long company file has 10,000.
const LONGEST_LINE: usize = 1 << 20;
/// Bytes that are looked at to tell a table from JSON and its separator from others.
const LOOK: usize = 8 << 10;
/// What a file may begin with that says it is UTF-8.
const BYTE_ORDER_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// A row: the line that it begins on, counted from 1, and the company or what is wrong with it.
pub type Row = (usize, Result<Company>);

/// Reads companies; `file` is the name of the input in messages.
///
/// # Errors
/// [`Error::Data`] where nothing can be read: no row, unknown columns, one JSON list in place of lines.
pub fn companies<'a>(input: impl BufRead + 'a, file: &'a str) -> Result<Box<dyn Iterator<Item = Row> + 'a>> {
    let mut input = input;
    let mut head = Vec::new();
    let seen = |e: std::io::Error| Error::Input { path: file.to_owned(), reason: e.to_string().to_lowercase() };
    input.by_ref().take(LOOK as u64).read_to_end(&mut head).map_err(seen)?;
    if head.starts_with(&BYTE_ORDER_MARK) {
        head.drain(..BYTE_ORDER_MARK.len());
    }
    let first = head.iter().find(|b| !b.is_ascii_whitespace()).copied();
    let separator = separator(&head);
    let input = std::io::Cursor::new(head).chain(input);
    match first {
        None => Err(wrong(file, 1, "there is no company", "write one company a line: JSON, or a table with a header")),
        Some(b'[') => Err(wrong(file, 1, "this is one JSON list", "write one object a line, without [ ] and commas")),
        Some(b'{') => Ok(Box::new(Lines { input, file, line: 0 })),
        Some(_) => table(input, separator, file),
    }
}

/// What parts the columns: whichever of comma, semicolon and tab the header has most of.
fn separator(head: &[u8]) -> u8 {
    let header = head.split(|b| *b == b'\n').find(|l| !l.is_empty()).unwrap_or_default();
    let count = |mark: &u8| header.iter().filter(|b| *b == mark).count();
    // the last of equals wins, so the comma stands last
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// Lines of JSON.
struct Lines<'a, R> {
    input: R,
    file: &'a str,
    line: usize,
}

impl<R: BufRead> Iterator for Lines<'_, R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            let mut bytes = Vec::new();
            let limit = LONGEST_LINE as u64 + 1;
            let read = self.input.by_ref().take(limit).read_until(b'\n', &mut bytes);
            self.line += 1;
            match read {
                Ok(0) => return None,
                Err(e) => return Some((self.line, Err(cut_off(self.file, self.line, &e.to_string())))),
                Ok(_) if bytes.len() > LONGEST_LINE && !bytes.ends_with(b"\n") => {
                    let skipped = self.skip_line();
                    let message = format!("the line has more than {LONGEST_LINE} bytes");
                    let row = wrong(self.file, self.line, message, "a company needs a few thousand");
                    return Some((self.line, Err(skipped.err().unwrap_or(row))));
                }
                Ok(_) if bytes.iter().all(u8::is_ascii_whitespace) => {}
                Ok(_) => {
                    let company = match String::from_utf8(bytes) {
                        Ok(json) => parse(json.trim_end(), self.file, self.line),
                        Err(_) => Err(not_text(self.file, self.line)),
                    };
                    return Some((self.line, company));
                }
            }
        }
    }
}

impl<R: BufRead> Lines<'_, R> {
    fn skip_line(&mut self) -> Result<()> {
        loop {
            let buffer = self.input.fill_buf().map_err(|e| cut_off(self.file, self.line, &e.to_string()))?;
            let (used, done) = match buffer.iter().position(|b| *b == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            self.input.consume(used);
            if done {
                return Ok(());
            }
        }
    }
}

fn table<'a>(input: impl BufRead + 'a, separator: u8, file: &'a str) -> Result<Box<dyn Iterator<Item = Row> + 'a>> {
    let input = WithoutReturns(input.chain(&b"\n"[..]));
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(input);
    let header = reader.headers().map_err(|_| not_text(file, 1))?.clone();
    let columns = columns::read(header.iter().map(str::trim), file)?;
    let mut end = false;
    Ok(Box::new(std::iter::from_fn(move || {
        while !end {
            let mut record = csv::ByteRecord::new();
            let read = reader.read_byte_record(&mut record);
            // the reader stands at the beginning of the next line
            let inside = record.as_slice().iter().filter(|b| **b == b'\n').count() + 1;
            let line = usize::try_from(reader.position().line()).unwrap_or(usize::MAX).saturating_sub(inside);
            match read {
                Ok(false) => end = true,
                Ok(true) if record.iter().all(|cell| cell.trim_ascii().is_empty()) => {}
                Ok(true) => return Some((line, row(record, &columns, file, line))),
                Err(e) => {
                    end = true;
                    return Some((line, Err(cut_off(file, line, &e.to_string()))));
                }
            }
        }
        None
    })))
}

/// Bytes without carriage returns: a reader of tables takes each for the end of a row, and lines would be counted wrong.
struct WithoutReturns<R>(R);

impl<R: Read> Read for WithoutReturns<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let read = self.0.read(buffer)?;
            let mut kept = 0;
            for at in 0..read {
                if buffer[at] != b'\r' {
                    buffer[kept] = buffer[at];
                    kept += 1;
                }
            }
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}

fn row(record: csv::ByteRecord, columns: &[Column], file: &str, line: usize) -> Result<Company> {
    let record = csv::StringRecord::from_byte_record(record).map_err(|_| not_text(file, line))?;
    if record.len() > columns.len() {
        let message = format!("the row has {} cells, but there are {} columns", record.len(), columns.len());
        return Err(wrong(file, line, message, "put cells with a separator in them into double quotes"));
    }
    let mut company = Value::Object(serde_json::Map::new());
    for (column, cell) in columns.iter().zip(record.iter().map(str::trim)).filter(|(_, cell)| !cell.is_empty()) {
        column.put(cell, &mut company).map_err(|(message, help)| wrong(file, line, message, help))?;
    }
    if company["name"].is_null() {
        return Err(wrong(file, line, "`name`: it is empty", "give the company's name"));
    }
    parse(&columns::listed(company).to_string(), file, line)
}

/// One company, whose faults are at its own line of the file.
fn parse(json: &str, file: &str, line: usize) -> Result<Company> {
    Company::parse(json, file).map_err(|error| at_line(error, line))
}

/// A fault of a company that stands alone on a line, with that line.
pub fn at_line(error: Error, line: usize) -> Error {
    match error {
        Error::Data { file, message, help, .. } => Error::Data { file, line, message, help },
        other => other,
    }
}

fn not_text(file: &str, line: usize) -> Error {
    wrong(file, line, "it is not UTF-8 text", "save the file as UTF-8 (in Excel: CSV UTF-8)")
}

fn cut_off(file: &str, line: usize, reason: &str) -> Error {
    wrong(file, line, format!("nothing can be read from here on: {}", reason.to_lowercase()), "check the file")
}
