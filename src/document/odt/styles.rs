//! The styles of an ODT: looks of runs, backgrounds of paragraphs and cells, hidden sections.

use crate::document::look::{Colour, Look};
use crate::document::xml::{Step, Tag, Xml};
use crate::error::Result;
use std::collections::BTreeMap;

/// Longest chain of styles based on each other.
const CHAIN: usize = 16;
/// Indent in centimetres from which a paragraph is off the page.
const OFF_PAGE: f32 = 40.0;

/// What a style says.
#[derive(Clone, Default)]
pub(super) struct Style {
    parent: Option<String>,
    pub(super) look: Look,
    /// Background of the paragraph, cell or frame.
    pub(super) background: Option<Colour>,
    pub(super) heading: bool,
    pub(super) off_page: bool,
    /// The section is not shown.
    pub(super) hidden: bool,
}

/// All styles, by family and name.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<(String, String), Style>,
}

impl Styles {
    /// Adds the styles of a part.
    pub(super) fn read(&mut self, xml: &str) -> Result<()> {
        let mut xml = Xml::new(xml, "ODT");
        let mut key = None;
        let mut style = Style::default();
        while let Some(step) = xml.next()? {
            match step {
                Step::Open(tag) => match tag.full() {
                    "style:style" => {
                        let family = tag.get("family").unwrap_or_default();
                        let name = tag.get("name").unwrap_or_default();
                        let title = name.starts_with("Heading") || name == "Title";
                        let outline = tag.get("default-outline-level").is_some_and(|level| !level.is_empty());
                        style = Style {
                            parent: tag.get("parent-style-name"),
                            heading: title || outline,
                            ..Style::default()
                        };
                        key = Some((family, name));
                    }
                    "style:default-style" => {
                        style = Style::default();
                        key = Some((tag.get("family").unwrap_or_default(), String::new()));
                    }
                    _ => properties(&mut style, &tag),
                },
                Step::Close(name) if matches!(name.full(), "style:style" | "style:default-style") => {
                    if let Some(key) = key.take() {
                        self.styles.insert(key, std::mem::take(&mut style));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// What a style and those it is based on say.
    pub(super) fn get(&self, family: &str, name: &str) -> Style {
        let mut found = Style::default();
        let mut next = Some(name.to_string());
        for _ in 0..CHAIN {
            let Some(style) = next.and_then(|name| self.styles.get(&(family.to_string(), name))) else { break };
            found.look = found.look.over(style.look);
            found.background = found.background.or(style.background);
            found.heading |= style.heading;
            found.off_page |= style.off_page;
            found.hidden |= style.hidden;
            next = style.parent.clone();
        }
        found
    }
}

fn properties(style: &mut Style, tag: &Tag<'_>) {
    match tag.full() {
        "style:text-properties" => {
            style.look.hidden = tag.get("display").map(|d| d == "none").or(style.look.hidden);
            style.look.colour = tag.get("color").map(|c| Colour::of(&c));
            if tag.get("use-window-font-color").as_deref() == Some("true") {
                style.look.colour = Some(Colour::Auto);
            }
            style.look.shade = tag.get("background-color").and_then(|c| background(&c));
            style.look.size = tag.get("font-size").and_then(|s| points(&s));
            style.look.scale = tag.get("text-scale").and_then(|s| s.trim_end_matches('%').parse().ok());
            style.look.bold = tag.get("font-weight").map(|w| w == "bold");
        }
        "style:paragraph-properties"
        | "style:table-cell-properties"
        | "style:graphic-properties"
        | "style:table-properties"
        | "style:table-row-properties" => {
            style.background = tag
                .get("background-color")
                .and_then(|c| background(&c))
                .or_else(|| {
                    let solid = tag.get("fill").as_deref() == Some("solid");
                    tag.get("fill-color").filter(|_| solid).map(|c| Colour::of(&c))
                })
                .or(style.background);
            let far = |name: &str| tag.get(name).and_then(|v| centimetres(&v)).is_some_and(|cm| cm.abs() > OFF_PAGE);
            style.off_page |= far("margin-left") || far("text-indent");
        }
        "style:section-properties" => style.hidden |= tag.get("display").as_deref() == Some("none"),
        _ => {}
    }
}

fn background(value: &str) -> Option<Colour> {
    (value != "transparent").then(|| Colour::of(value))
}

/// A length in points; percentages are relative and say nothing here.
fn points(value: &str) -> Option<f32> {
    const POINTS_PER_CM: f32 = 28.346;
    centimetres(value).map(|cm| cm * POINTS_PER_CM)
}

/// A length in centimetres.
pub(super) fn centimetres(value: &str) -> Option<f32> {
    let value = value.trim();
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let number: f32 = value.strip_suffix(unit)?.parse().ok()?;
    let factor = match unit {
        "cm" => 1.0,
        "mm" => 0.1,
        "in" => 2.54,
        "pt" => 2.54 / 72.0,
        "pc" => 2.54 / 6.0,
        "px" => 2.54 / 96.0,
        _ => return None,
    };
    Some(number * factor)
}
