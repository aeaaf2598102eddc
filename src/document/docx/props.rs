//! Run properties of a DOCX, as a [`Look`].

use crate::document::look::{Colour, Look};
use crate::document::xml::Tag;

/// Takes in one property of `w:rPr`.
pub(super) fn set(look: &mut Look, tag: &Tag<'_>) {
    let number = || tag.get("val").and_then(|v| v.trim_end_matches('%').parse::<f32>().ok());
    match tag.local() {
        "vanish" | "specVanish" => look.hidden = Some(tag.is_on()),
        "color" => look.colour = Some(colour(tag)),
        // Half points.
        "sz" => look.size = number().map(|half| half / 2.0),
        "w" => look.scale = number(),
        "b" => look.bold = Some(tag.is_on()),
        "shd" => look.shade = shade(tag).or(look.shade),
        "highlight" => look.shade = tag.get("val").and_then(|v| highlight(&v)).or(look.shade),
        _ => {}
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
