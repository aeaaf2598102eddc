//! Tells what the bytes are by looking at them; names and extensions lie too often.
//!
//! Formats that we read are told by their signature and, for containers, by what is inside. Formats that we do
//! not read are named, so that the message says "a PNG image" and not "something else".

use super::Format;
use super::package::Package;
use crate::error::{Error, Result};

/// The signature of a PDF may follow junk within so many bytes; readers agree on this number.
const PDF_JUNK: usize = 1024;
/// Bytes in which a PDF without its signature shows an object or a trailer.
const RUINED: usize = 256;
/// Bytes looked at for text signatures and for the share of control characters.
const SAMPLE: usize = 4096;
/// One control character in so many bytes makes a file binary: packed data has one in nine, texts hardly any.
const CONTROL_SHARE: usize = 20;

/// Bytes in which a signature shows a sign that no text has.
const SIGNATURE: usize = 4;

/// Signatures at the start of files that are not read.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"BM", "a BMP image"),
    (b"8BPS", "a Photoshop image"),
    (b"\0\0\x01\0", "an icon"),
    (b"\0\0\0\x0cjP", "a JPEG 2000 image"),
    (b"\x7fELF", "an executable program"),
    (b"MZ", "an executable program"),
    (b"\xcf\xfa\xed\xfe", "an executable program"),
    (b"\xca\xfe\xba\xbe", "an executable program"),
    (b"\0asm", "an executable program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"%!PS", "a PostScript file"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio file"),
    (b"fLaC", "an audio file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"SQLite format 3", "a database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OTTO", "a font"),
    (b"\0\x01\0\0\0", "a font"),
    (b"BEGIN:VCARD", "a contact card"),
    (b"BEGIN:VCALENDAR", "a calendar file"),
];

/// Names of streams inside old Office files (compound files), as they stand in the directory.
const COMPOUND: &[(&str, &str)] = &[
    ("Workbook", "an Excel workbook"),
    ("Book", "an Excel workbook"),
    ("PowerPoint Document", "a PowerPoint presentation"),
    ("__properties_version1.0", "an Outlook message"),
    ("EncryptedPackage", "an encrypted Office file"),
];

/// Folders or parts inside zip files that tell what they are.
const ZIPPED: &[(&str, &str)] = &[
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("visio/", "a Visio drawing"),
    ("META-INF/container.xml", "an EPUB book"),
    ("META-INF/MANIFEST.MF", "a Java archive"),
    ("AndroidManifest.xml", "an Android app"),
    ("Index/Document.iwa", "an iWork document"),
    ("Index.zip", "an iWork document"),
];

/// What the bytes are; text formats are left to the reader of texts.
pub(super) enum Found {
    /// One format, sure enough to be read as that.
    Known(Format),
    /// A text, perhaps with a structure that only shows after decoding.
    Text,
}

/// Tells the format of a file.
///
/// # Errors
/// [`Error::UnknownFormat`] naming what was found, [`Error::Encrypted`] for protected Office files,
/// [`Error::Unreadable`] and [`Error::Limit`] for broken or huge archives.
pub(super) fn sniff(bytes: &[u8]) -> Result<Found> {
    let head = bytes.get(..PDF_JUNK).unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return compound(bytes);
    }
    let text = bytes.trim_ascii_start();
    if text.starts_with(b"{\\rt") {
        return Ok(Found::Known(Format::Rtf));
    }
    if let Some(at) = find(head, b"%PDF-")
        && (text.starts_with(b"%PDF-") || find(bytes, b" obj").is_some_and(|o| o > at))
    {
        return Ok(Found::Known(Format::Pdf));
    }
    // A PDF whose first bytes are lost is still none of the texts.
    let object = head.get(..RUINED).unwrap_or(head);
    if (find(object, b" obj").is_some() || find(object, b"trailer").is_some()) && find(object, b"<<").is_some() {
        return Ok(Found::Known(Format::Pdf));
    }
    // Word 2 and Write files have no container; the old reader knows them.
    if bytes.starts_with(b"\xdb\xa5\x2d\0") || bytes.starts_with(b"\x31\xbe\0\0") {
        return Ok(Found::Known(Format::Doc));
    }
    if let Some((_, found)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        // Signatures of letters also begin words: "BM", "OTTO".
        let binary = bytes.iter().take(SIGNATURE).any(|b| !(b' '..=b'~').contains(b) && !b.is_ascii_whitespace());
        let text_format = bytes.starts_with(b"%!") || bytes.starts_with(b"BEGIN:");
        if text_format || binary || !looks_like_text(bytes) {
            return unknown(found);
        }
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return unknown("a video or image");
    }
    if bytes.starts_with(b"RIFF")
        && bytes.get(8..12).is_some_and(|kind| kind == b"WEBP" || kind == b"WAVE" || kind == b"AVI ")
    {
        return unknown("an image, audio or video file");
    }
    if is_mail(text) {
        return unknown("an e-mail message");
    }
    if !looks_like_text(bytes) {
        return unknown("binary data");
    }
    Ok(Found::Text)
}

/// The error for a type that is not read.
pub(super) fn unknown<T>(found: &str) -> Result<T> {
    Err(Error::UnknownFormat { found: found.to_string() })
}

fn zipped(bytes: &[u8]) -> Result<Found> {
    let package = Package::open(bytes, "ZIP archive")?;
    if let Some(format) = package.format() {
        return Ok(Found::Known(format));
    }
    let found = ZIPPED.iter().find(|(part, _)| package.names().any(|name| name.starts_with(part)));
    unknown(found.map_or("a ZIP archive", |(_, found)| found))
}

fn compound(bytes: &[u8]) -> Result<Found> {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).chain([0, 0]).collect();
        find(bytes, &wide).is_some()
    };
    if holds("EncryptedPackage") {
        return Err(Error::Encrypted);
    }
    if holds("WordDocument") {
        return Ok(Found::Known(Format::Doc));
    }
    let found = COMPOUND.iter().find(|(name, _)| holds(name));
    unknown(found.map_or("an old Office or compound file", |(_, found)| found))
}

/// Mail headers at the very start, at least one of which only mail programs write. Without those a text with
/// "From:" and "Subject:" at its head, copied out of a mail, is a text.
fn is_mail(text: &[u8]) -> bool {
    const LINES: usize = 40;
    let head = text.get(..SAMPLE).unwrap_or(text);
    for line in head.split(|b| *b == b'\n').take(LINES) {
        let Some(colon) = line.iter().position(|b| *b == b':') else {
            if line.starts_with(b" ") || line.starts_with(b"\t") || line.starts_with(b"From ") {
                continue;
            }
            return false;
        };
        let name = String::from_utf8_lossy(line.get(..colon).unwrap_or_default()).to_ascii_lowercase();
        let by_a_program = matches!(
            name.as_str(),
            "received" | "return-path" | "mime-version" | "x-mailer" | "delivered-to" | "dkim-signature"
        );
        if by_a_program {
            return true;
        }
    }
    false
}

/// Texts have next to no control characters; UTF-16 is told by its own pattern.
fn looks_like_text(bytes: &[u8]) -> bool {
    let wide = super::encoding::utf16(bytes).is_some() || super::encoding::utf32(bytes).is_some();
    if wide || encoding_rs::Encoding::for_bom(bytes).is_some() {
        return true;
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let control = |b: &&u8| matches!(b, 0..=8 | 11 | 16..=26 | 28..=31 | 127);
    sample.iter().filter(control).count() * CONTROL_SHARE <= sample.len()
}

/// Position of `needle` in `bytes`.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    while let Some(step) = bytes.get(from..)?.iter().position(|b| *b == first) {
        let at = from + step;
        if bytes.get(at..at + needle.len()) == Some(needle) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}
