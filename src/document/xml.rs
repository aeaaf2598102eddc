//! The XML inside DOCX and ODT, as a flat stream of openings, words and closings under the limits.
//!
//! No DTD is read and no entity known but the five of XML and numbers, so nothing can be pulled in from outside
//! and nothing can blow up. Empty elements come as an opening and a closing. Attributes are searched, never
//! collected, and only the first [`ATTRIBUTES`] of them.

use super::limits::{ATTRIBUTES, DEPTH, over};
use crate::error::{Error, Result};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// One step through the XML.
pub(super) enum Step<'x> {
    Open(Tag<'x>),
    Close(Name<'x>),
    Words(Cow<'x, str>),
}

/// A stream of steps.
pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    format: &'static str,
    depth: usize,
    /// The closing that belongs to an empty element.
    pending: Option<Name<'x>>,
}

/// A name with its prefix, `w:p`.
#[derive(Clone)]
pub(super) struct Name<'x>(Cow<'x, str>);

impl Name<'_> {
    pub(super) fn full(&self) -> &str {
        &self.0
    }

    /// The name without its prefix.
    pub(super) fn local(&self) -> &str {
        self.0.rsplit(':').next().unwrap_or_default()
    }
}

/// An opening tag.
pub(super) struct Tag<'x>(BytesStart<'x>);

impl Tag<'_> {
    pub(super) fn full(&self) -> &str {
        self.0.name().into_inner()
    }

    pub(super) fn local(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Value of the first attribute with this local name.
    pub(super) fn get(&self, local: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .take(ATTRIBUTES)
            .flatten()
            .find(|a| a.key.local_name().into_inner() == local)?;
        Some(unescape(&found.value))
    }

    /// Whether a switch such as `<w:vanish/>` is on: no value means yes.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

impl<'x> Xml<'x> {
    pub(super) fn new(text: &'x str, format: &'static str) -> Xml<'x> {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        Xml { reader, format, depth: 0, pending: None }
    }

    /// The next step, `None` at the end.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where it is no XML, [`Error::Limit`] where it nests too deep.
    pub(super) fn next(&mut self) -> Result<Option<Step<'x>>> {
        if let Some(name) = self.pending.take() {
            self.depth = self.depth.saturating_sub(1);
            return Ok(Some(Step::Close(name)));
        }
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(e) => {
                    return Err(Error::Unreadable { format: self.format, reason: format!("its XML is damaged: {e}") });
                }
            };
            return Ok(Some(match event {
                Event::Start(tag) => {
                    self.deeper()?;
                    Step::Open(Tag(tag))
                }
                Event::Empty(tag) => {
                    self.deeper()?;
                    self.pending = Some(Name(Cow::Owned(tag.name().into_inner().to_string())));
                    Step::Open(Tag(tag))
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close(Name(Cow::Owned(tag.name().into_inner().to_string())))
                }
                Event::Text(text) => Step::Words(Cow::Owned(text.to_string())),
                Event::CData(text) => Step::Words(Cow::Owned(text.to_string())),
                Event::GeneralRef(name) => Step::Words(Cow::Owned(entity(&name).map_or(String::new(), String::from))),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            }));
        }
    }

    fn deeper(&mut self) -> Result<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            return over("256 levels of nesting in XML");
        }
        Ok(())
    }
}

/// The five entities of XML and numeric ones; others say nothing.
fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')
        }
    }
}

fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        match after.split_once(';').and_then(|(name, tail)| Some((entity(name)?, tail))) {
            Some((c, tail)) => {
                out.push(c);
                rest = tail;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
