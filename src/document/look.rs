//! How a run of text looks, as far as looks can hide words or make them a heading.
//!
//! Word processors say the same few things in different words: hidden, colour, size, width of the letters, shading.
//! DOCX, ODT, RTF and HTML fill in a [`Look`]; whether it hides its words is decided here, once.

use super::pdf::alike;

/// Letters below this size in points are a line to the eye; the smallest honest print found is 3.
const TINY: f32 = 2.0;
/// Letters squeezed below this percentage of their width cannot be read.
const SQUEEZED: f32 = 10.0;

/// A colour of text or background.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Colour {
    /// What the program chooses: black on white.
    Auto,
    Rgb([f32; 3]),
}

impl Colour {
    /// `FFFFFF`, `#ffffff` or `auto`.
    pub(super) fn of(hex: &str) -> Colour {
        let hex = hex.trim_start_matches('#');
        let part = |at: usize| Some(f32::from(u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?) / 255.0);
        match (part(0), part(2), part(4)) {
            (Some(r), Some(g), Some(b)) if hex.len() == 6 => Colour::Rgb([r, g, b]),
            _ => Colour::Auto,
        }
    }
}

/// The looks of a run; `None` where nothing is said.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) hidden: Option<bool>,
    pub(super) colour: Option<Colour>,
    /// Size in points.
    pub(super) size: Option<f32>,
    /// Width of the letters in percent.
    pub(super) scale: Option<f32>,
    /// Background of the run itself.
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
