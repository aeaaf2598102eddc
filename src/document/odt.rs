//! ODT (and its flat form, one XML file): headers, body, footers, with styles for what is hidden or a heading.

mod body;
mod styles;

use super::builder::Builder;
use super::flow;
use super::package::Package;
use super::{Document, Format};
use crate::error::{Error, Result};
use body::{Part, Where};
use styles::Styles;

/// Reads an ODT.
///
/// # Errors
/// [`Error::Unreadable`], [`Error::Limit`], [`Error::Encrypted`].
pub(super) fn read(bytes: &[u8]) -> Result<Document> {
    let mut package = Package::open(bytes, "ODT")?;
    let manifest = package.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Error::Encrypted);
    }
    let Some(content) = package.text("content.xml")? else {
        return Err(Error::Unreadable { format: "ODT", reason: "it has no content.xml".into() });
    };
    let styles = package.text("styles.xml")?.unwrap_or_default();
    write(&content, &styles)
}

/// Reads the flat form.
pub(super) fn read_flat(xml: &str) -> Result<Document> {
    write(xml, xml)
}

fn write(content: &str, styles_xml: &str) -> Result<Document> {
    let mut styles = Styles::default();
    styles.read(styles_xml)?;
    if content != styles_xml {
        styles.read(content)?;
    }
    let mut out = Builder::new(Format::Odt);
    let header = Part::read(styles_xml, Where::Header, &styles, &mut out)?;
    let body = Part::read(content, Where::Body, &styles, &mut out)?;
    let footer = Part::read(styles_xml, Where::Footer, &styles, &mut out)?;
    for part in [&header, &body, &footer] {
        flow::render(&part.blocks, &mut out)?;
        out.blank();
    }
    Ok(out.finish(body.pages))
}
