//! DOCX: the parts that a reader sees, in the order of the page: headers, body, notes, footers.
//!
//! Only parts that the document refers to are read, so a forgotten or planted part says nothing. Deleted text,
//! comments and field codes are not on the page; inserted text is.

mod body;
mod props;
mod styles;

use super::builder::Builder;
use super::flow::{self, Block};
use super::package::Package;
use super::xml::{Step, Xml};
use super::{Document, Format};
use crate::error::{Error, Result};
use body::Part;
use std::collections::BTreeMap;
use styles::Styles;

/// Where the main part is when nothing says otherwise.
const MAIN: &str = "word/document.xml";

/// Relations of a part: identifier to kind and target.
type Relations = BTreeMap<String, (String, String)>;

/// Reads a DOCX.
///
/// # Errors
/// [`Error::Unreadable`], [`Error::Limit`], [`Error::Encrypted`].
pub(super) fn read(bytes: &[u8]) -> Result<Document> {
    let mut package = Package::open(bytes, "DOCX")?;
    let main = main_part(&mut package)?;
    let relations = relations(&mut package, &main)?;
    let of_kind = |kind: &str| relations.values().find(|(k, _)| k == kind).map(|(_, target)| target.clone());
    let styles = match of_kind("styles") {
        Some(part) => Styles::read(&package.text(&part)?.unwrap_or_default())?,
        None => Styles::default(),
    };
    let Some(text) = package.text(&main)? else {
        return Err(Error::Unreadable { format: "DOCX", reason: "it has no main part".into() });
    };
    let mut out = Builder::new(Format::Docx);
    let body = Part::read(&text, &styles, &relations, &mut out)?;
    if !body.is_document {
        return Err(Error::Unreadable { format: "DOCX", reason: "its main part is no document".into() });
    }
    let mut said: Vec<String> = Vec::new();
    let mut parts = |kind: &str, package: &mut Package<'_>, out: &mut Builder| -> Result<Vec<Block>> {
        let mut blocks = Vec::new();
        for id in body.references.iter().filter(|(k, _)| k == kind).map(|(_, id)| id) {
            let Some((_, target)) = relations.get(id) else { continue };
            blocks.extend(part(package, target, &styles, &mut said, out)?);
        }
        Ok(blocks)
    };
    let headers = parts("headerReference", &mut package, &mut out)?;
    let footers = parts("footerReference", &mut package, &mut out)?;
    let mut notes = Vec::new();
    for kind in ["footnotes", "endnotes"] {
        if let Some(target) = of_kind(kind).filter(|_| body.has_notes) {
            notes.extend(part(&mut package, &target, &styles, &mut said, &mut out)?);
        }
    }
    for blocks in [&headers, &body.blocks, &notes, &footers] {
        flow::render(blocks, &mut out)?;
        out.blank();
    }
    Ok(out.finish(body.pages))
}

/// Blocks of a part beside the main one, unless another part said the same.
fn part(
    package: &mut Package<'_>,
    name: &str,
    styles: &Styles,
    said: &mut Vec<String>,
    out: &mut Builder,
) -> Result<Vec<Block>> {
    let Some(text) = package.text(name)? else { return Ok(vec![]) };
    let relations = relations(package, name)?;
    let part = Part::read(&text, styles, &relations, out)?;
    let words = flow::words(&part.blocks);
    if words.trim().is_empty() || said.contains(&words) {
        return Ok(vec![]);
    }
    said.push(words);
    Ok(part.blocks)
}

fn main_part(package: &mut Package<'_>) -> Result<String> {
    let root = relations(package, "")?;
    let main = root.into_values().find(|(kind, _)| kind == "officeDocument").map(|(_, target)| target);
    let main = main.filter(|name| package.names().any(|n| n == name));
    Ok(main.unwrap_or_else(|| MAIN.to_string()))
}

/// Relations of a part; the empty name stands for the package.
fn relations(package: &mut Package<'_>, part: &str) -> Result<Relations> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let mut relations = Relations::new();
    let Some(text) = package.text(&name)? else { return Ok(relations) };
    let mut xml = Xml::new(&text, "DOCX");
    while let Some(step) = xml.next()? {
        let Step::Open(tag) = step else { continue };
        if let (Some(id), Some(kind), Some(target)) = (tag.get("Id"), tag.get("Type"), tag.get("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_string();
            let outside = tag.get("TargetMode").as_deref() == Some("External");
            let target = if outside { target } else { inside(folder, &target) };
            relations.insert(id, (kind, target));
        }
    }
    Ok(relations)
}

/// A target inside the package, from the folder of the part that names it.
fn inside(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_string(),
        None if folder.is_empty() => target.to_string(),
        None => format!("{folder}/{target}"),
    };
    let mut path: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            ".." => drop(path.pop()),
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}
