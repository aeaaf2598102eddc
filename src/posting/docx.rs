//! A posting as a Word document: the words of its page, in the few parts of OOXML that they need.
//!
//! Each requirement stands inside a bookmark that carries its id, so that the document leads back to the rubric; a
//! bookmark is seen by no reader and moves with its words. The parts that never change are XML files beside this one.
//! Nothing in the file comes from the clock or the machine: the same posting gives the same bytes.

mod body;
mod page;

use super::Posting;
use super::render::words_of_page;
use crate::error::Result;
use crate::template::Templates;
use std::io::{Cursor, Write as _};

/// Begins the bookmark of a required item; its id follows.
pub(super) const REQUIRED_MARK: &str = "req-";
/// Begins the bookmark of a preferred item.
pub(super) const PREFERRED_MARK: &str = "pref-";

/// A file inside the package.
type Part = (&'static str, String);

/// Writes a posting as DOCX.
///
/// # Errors
/// [`crate::error::Error::Template`] where a user's template of the page fails on this posting.
pub fn docx(posting: &Posting, templates: &Templates) -> Result<Vec<u8>> {
    let page = page::read(&words_of_page(posting, templates)?)?;
    let body = body::write(&page.blocks, posting);
    Ok(zipped(&[
        ("[Content_Types].xml", include_str!("docx/types.xml").into()),
        ("_rels/.rels", include_str!("docx/package.rels").into()),
        ("docProps/core.xml", properties(posting, &page.title)),
        ("word/document.xml", body.document),
        ("word/_rels/document.xml.rels", body.relations),
        ("word/numbering.xml", body.numbering),
        ("word/settings.xml", include_str!("docx/settings.xml").into()),
        ("word/styles.xml", include_str!("docx/styles.xml").into()),
    ]))
}

/// Title, author and day, as the file's properties show them.
fn properties(posting: &Posting, title: &str) -> String {
    let (title, company) = (body::escape(title), body::escape(&posting.company.name));
    let day = &posting.data.posted;
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:creator>{company}</dc:creator>\
         <dc:language>{}</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created>\
         </cp:coreProperties>\n",
        posting.lang
    )
}

/// The package. Writing to memory cannot fail; the dates of its entries are those of the format's first day.
fn zipped(parts: &[Part]) -> Vec<u8> {
    let options = zip::write::SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, options).expect("the names are short and new");
        zip.write_all(text.as_bytes()).expect("memory can be written");
    }
    zip.finish().expect("memory can be written").into_inner()
}
