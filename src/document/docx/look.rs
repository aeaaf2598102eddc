//! How a run of a DOCX looks: what it says itself, over its styles, over the defaults.

use crate::document::pdf::alike;
use crate::document::xml::Tag;

/// Letters below this size in half points are a line to the eye.
const TINY: f32 = 4.0;
/// Letters squeezed below this percentage of their width cannot be read.
const SQUEEZED: f32 = 10.0;

/// A colour of text or background.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::document) enum Colour {
    Auto,
    Rgb([f32; 3]),
}

impl Colour {
    /// `FFFFFF` or `auto`.
    pub(in crate::document) fn of(hex: &str) -> Colour {
        let hex = hex.trim_start_matches('#');
        let part = |at: usize| Some(f32::from(u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?) / 255.0);
        match (part(0), part(2), part(4)) {
            (Some(r), Some(g), Some(b)) if hex.len() == 6 => Colour::Rgb([r, g, b]),
            _ => Colour::Auto,
        }
    }
}

/// The looks that can hide words, or make them a heading; `None` where nothing is said.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) hidden: Option<bool>,
    pub(super) colour: Option<Colour>,
    /// Size in half points.
    pub(super) size: Option<f32>,
    /// Width of the letters in percent.
    pub(super) scale: Option<f32>,
    pub(super) shade: Option<Colour>,
    pub(super) bold: Option<bool>,
}

impl Look {
    /// This look where it says something, `base` elsewhere.
    pub(super) fn over(self, base: Look) -> Look {
        Look {
            hidden: self.hidden.or(base.hidden),
            colour: self.colour.or(base.colour),
            size: self.size.or(base.size),
            scale: self.scale.or(base.scale),
            shade: self.shade.or(base.shade),
            bold: self.bold.or(base.bold),
        }
    }

    /// Takes in one property of `w:rPr`.
    pub(super) fn set(&mut self, tag: &Tag<'_>) {
        let number = || tag.get("val").and_then(|v| v.trim_end_matches('%').parse().ok());
        match tag.local() {
            "vanish" | "specVanish" => self.hidden = Some(tag.is_on()),
            "color" => self.colour = Some(colour(tag)),
            "sz" => self.size = number(),
            "w" => self.scale = number(),
            "b" => self.bold = Some(tag.is_on()),
            "shd" => self.shade = shade(tag).or(self.shade),
            "highlight" => self.shade = tag.get("val").and_then(|v| highlight(&v)).or(self.shade),
            _ => {}
        }
    }

    /// How a person is kept from seeing a run before `background`; `None` for a background that is not known.
    pub(super) fn hides(&self, background: Option<Colour>) -> Option<&'static str> {
        if self.hidden == Some(true) {
            return Some("hidden-run");
        }
        if self.size.is_some_and(|s| s < TINY) || self.scale.is_some_and(|s| s > 0.0 && s < SQUEEZED) {
            return Some("tiny");
        }
        let Some(Colour::Rgb(text)) = self.colour else { return None };
        let behind = match self.shade.or(background)? {
            Colour::Rgb(rgb) => rgb,
            Colour::Auto => [1.0; 3],
        };
        alike(text, behind).then_some("white")
    }
}

fn colour(tag: &Tag<'_>) -> Colour {
    match (tag.get("val").as_deref(), tag.get("themeColor").as_deref()) {
        (None | Some("auto"), Some("background1" | "light1")) => Colour::Rgb([1.0; 3]),
        (Some(hex), _) => Colour::of(hex),
        (None, _) => Colour::Auto,
    }
}

/// The fill of `w:shd`; patterns other than plain ones are not looked into.
pub(super) fn shade(tag: &Tag<'_>) -> Option<Colour> {
    match tag.get("val").as_deref() {
        Some("solid") => tag.get("color").map(|c| Colour::of(&c)),
        _ => tag.get("fill").filter(|fill| fill != "auto").map(|fill| Colour::of(&fill)),
    }
}

fn highlight(name: &str) -> Option<Colour> {
    let hex = match name {
        "black" => "000000",
        "blue" => "0000FF",
        "cyan" => "00FFFF",
        "green" => "00FF00",
        "magenta" => "FF00FF",
        "red" => "FF0000",
        "yellow" => "FFFF00",
        "white" => "FFFFFF",
        "darkBlue" => "000080",
        "darkCyan" => "008080",
        "darkGreen" => "008000",
        "darkMagenta" => "800080",
        "darkRed" => "800000",
        "darkYellow" => "808000",
        "darkGray" => "808080",
        "lightGray" => "C0C0C0",
        _ => return None,
    };
    Some(Colour::of(hex))
}
