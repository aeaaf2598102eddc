//! The ZIP container of DOCX and ODT: parts by name, each under the limits, nothing ever written to disk.
//!
//! Bytes are counted as they are inflated. A header may claim anything; the count cannot.

use super::limits::{ENTRIES, PACKAGE_BYTES, PART_BYTES, RATIO, RATIO_FREE_BYTES, over};
use super::{Format, encoding};
use crate::error::{Error, Result};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// An open container.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    format: &'static str,
    inflated: u64,
}

impl<'a> Package<'a> {
    /// Opens a container; `format` names it in messages.
    pub(super) fn open(bytes: &'a [u8], format: &'static str) -> Result<Package<'a>> {
        let unreadable = |reason: String| Error::Unreadable { format, reason };
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| {
            unreadable(match e {
                ZipError::InvalidArchive(_) => "it breaks off or is damaged: the list of its parts is missing".into(),
                other => other.to_string(),
            })
        })?;
        if archive.len() > ENTRIES {
            return over("10,000 entries in one archive");
        }
        let names = archive.file_names().map(|name| name.map_or(String::new(), |n| n.replace('\\', "/"))).collect();
        Ok(Package { archive, names, format, inflated: 0 })
    }

    /// Names of all parts, in the order of the archive.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The document format, if the parts are those of one.
    pub(super) fn format(&self) -> Option<Format> {
        let has = |part: &str| self.names().any(|name| name == part);
        if self.names().any(|n| n.starts_with("word/") && n.ends_with(".xml")) && has("[Content_Types].xml") {
            return Some(Format::Docx);
        }
        let office = self.names().any(|n| n.starts_with("xl/") || n.starts_with("ppt/"));
        (!office && has("content.xml") && (has("mimetype") || has("META-INF/manifest.xml"))).then_some(Format::Odt)
    }

    /// A part as text, `None` when there is no such part.
    ///
    /// # Errors
    /// [`Error::Limit`] when it is too large, [`Error::Unreadable`] when it cannot be inflated.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>> {
        Ok(self.bytes(name)?.map(|bytes| encoding::decode(&bytes).text))
    }

    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let format = self.format;
        let Some(index) = self.names.iter().position(|n| n == name) else { return Ok(None) };
        let mut file = match self.archive.by_index(index) {
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(reason)) if reason.to_lowercase().contains("password") => {
                return Err(Error::Encrypted);
            }
            Err(e) => return Err(Error::Unreadable { format, reason: format!("part {name}: {e}") }),
        };
        let packed = file.compressed_size().max(1);
        let mut bytes = Vec::new();
        let mut chunk = vec![0; 1 << 16];
        loop {
            let read = match file.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => read,
                Err(e) => return Err(Error::Unreadable { format, reason: format!("part {name}: {e}") }),
            };
            bytes.extend_from_slice(chunk.get(..read).unwrap_or_default());
            let size = bytes.len() as u64;
            if size > PART_BYTES {
                return over(format!("64 MB in one part of the archive ({name})"));
            }
            if size > RATIO_FREE_BYTES && size / packed > RATIO {
                return over(format!("a part that grows more than 100 times when unpacked ({name})"));
            }
            if self.inflated + size > PACKAGE_BYTES {
                return over("256 MB in all parts of the archive");
            }
        }
        self.inflated += bytes.len() as u64;
        Ok(Some(bytes))
    }
}
