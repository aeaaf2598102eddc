//! The styles of a DOCX: which paragraphs are headings or list items, and how runs look by their style.

use super::props;
use crate::document::look::{Colour, Look};
use crate::document::xml::{Step, Xml};
use crate::error::Result;
use std::collections::BTreeMap;

/// Longest chain of styles based on each other.
const CHAIN: usize = 16;
/// Outline levels 0 to 8 are headings, 9 is body text.
pub(super) const BODY_LEVEL: u8 = 9;

/// One style.
#[derive(Default)]
struct Style {
    based_on: Option<String>,
    heading: bool,
    list: Option<bool>,
    look: Look,
    shade: Option<Colour>,
}

/// All styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    default_paragraph: Option<String>,
    defaults: Look,
}

/// What a chain of styles says.
#[derive(Clone, Copy, Default)]
pub(super) struct Resolved {
    pub(super) heading: bool,
    pub(super) list: bool,
    pub(super) look: Look,
    pub(super) shade: Option<Colour>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(xml: &str) -> Result<Styles> {
        let mut styles = Styles::default();
        let mut xml = Xml::new(xml, "DOCX");
        let mut id = None;
        let mut style = Style::default();
        let mut in_defaults = false;
        while let Some(step) = xml.next()? {
            match step {
                Step::Open(tag) => match tag.local() {
                    "style" => {
                        id = tag.get("styleId");
                        style = Style::default();
                        let default = tag.get("default").is_some_and(|d| d == "1" || d == "true");
                        if default && tag.get("type").as_deref() == Some("paragraph") {
                            styles.default_paragraph.clone_from(&id);
                        }
                    }
                    "docDefaults" => in_defaults = true,
                    _ if in_defaults => props::set(&mut styles.defaults, &tag),
                    "name" => {
                        let name = tag.get("val").unwrap_or_default().to_lowercase();
                        style.heading |= name.starts_with("heading") || name == "title";
                    }
                    "outlineLvl" => {
                        style.heading |=
                            tag.get("val").and_then(|v| v.parse().ok()).is_some_and(|l: u8| l < BODY_LEVEL);
                    }
                    "basedOn" => style.based_on = tag.get("val"),
                    "numId" => style.list = Some(tag.get("val").as_deref() != Some("0")),
                    "shd" => style.shade = props::shade(&tag),
                    _ => props::set(&mut style.look, &tag),
                },
                Step::Close(name) => match name.local() {
                    "style" => {
                        let style = std::mem::take(&mut style);
                        id.take().and_then(|id| styles.styles.insert(id, style));
                    }
                    "docDefaults" => in_defaults = false,
                    _ => {}
                },
                Step::Words(_) => {}
            }
        }
        // White as the default of all is overruled by "automatic", which is what editors show.
        styles.defaults.colour = None;
        Ok(styles)
    }

    /// What a paragraph's style says, with the defaults below it.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Resolved {
        let mut resolved = self.chain(id.or(self.default_paragraph.as_deref()));
        resolved.look = resolved.look.over(self.defaults);
        resolved
    }

    /// How a character style looks.
    pub(super) fn run(&self, id: &str) -> Look {
        self.chain(Some(id)).look
    }

    fn chain(&self, id: Option<&str>) -> Resolved {
        let mut resolved = Resolved::default();
        let mut list = None;
        let mut next = id;
        for _ in 0..CHAIN {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            resolved.heading |= style.heading;
            list = list.or(style.list);
            resolved.look = resolved.look.over(style.look);
            resolved.shade = resolved.shade.or(style.shade);
            next = style.based_on.as_deref();
        }
        resolved.list = list == Some(true);
        resolved
    }
}
