//! What the styles of an element do to the words in it.

use crate::document::pdf::alike;

/// Distance in pixels from which an element is moved off the screen.
const OFF_SCREEN: f32 = 900.0;
/// Size in pixels below which letters are a line to the eye.
const TINY: f32 = 2.5;
/// Opacity below which nothing is seen.
const OPACITY: f32 = 0.1;
/// Width or height in pixels of a box that cuts off what it holds.
const CUT_OFF: f32 = 2.0;

/// A background.
#[derive(Clone, Copy)]
pub(super) enum Behind {
    Colour([f32; 3]),
    /// A picture or gradient.
    Unknown,
}

/// The styles that count for an element, with what it inherits.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// How the element or one around it is hidden for good.
    hidden: Option<&'static str>,
    /// `visibility`, which an inner element can take back.
    invisible: bool,
    colour: [f32; 3],
    alpha: f32,
    behind: Behind,
    /// Size of letters in pixels.
    size: f32,
    /// Shown as a block of its own, or in a row with its neighbours.
    pub(super) block: Option<bool>,
    pub(super) row: bool,
    /// Columns of the grid in which its children stand; 0 where they are not told.
    pub(super) columns: usize,
    /// Columns that it takes in the grid around it, `usize::MAX` for all of them.
    pub(super) span: usize,
    pub(super) preformatted: bool,
}

impl Default for Style {
    fn default() -> Self {
        const BROWSER_SIZE: f32 = 16.0;
        Style {
            hidden: None,
            invisible: false,
            colour: [0.0; 3],
            alpha: 1.0,
            behind: Behind::Colour([1.0; 3]),
            size: BROWSER_SIZE,
            block: None,
            row: false,
            columns: 0,
            span: 1,
            preformatted: false,
        }
    }
}

/// What one element says about its box; decided when all declarations are known.
#[derive(Default)]
struct Box {
    positioned: bool,
    far: bool,
    overflow_cut: bool,
    flat: bool,
    clipped: bool,
}

impl Style {
    /// The style of an element inside one of this style.
    pub(super) fn inside(&self) -> Style {
        Style { block: None, row: false, columns: 0, span: 1, ..*self }
    }

    /// How the words are hidden, `None` when a person sees them.
    pub(super) fn hides(&self) -> Option<&'static str> {
        if self.hidden.is_some() {
            return self.hidden;
        }
        if self.invisible {
            return Some("undisplayed");
        }
        if self.size < TINY {
            return Some("tiny");
        }
        if self.alpha < OPACITY {
            return Some("transparent");
        }
        match self.behind {
            Behind::Colour(behind) if alike(self.colour, behind) => Some("white"),
            _ => None,
        }
    }

    pub(super) fn hide(&mut self, technique: &'static str) {
        self.hidden = self.hidden.or(Some(technique));
    }

    pub(super) fn paint(&mut self, value: &str) {
        if let Some((colour, _)) = colour(value) {
            self.colour = colour;
        }
    }

    pub(super) fn back(&mut self, value: &str) {
        if let Some((colour, _)) = colour(value) {
            self.behind = Behind::Colour(colour);
        }
    }

    /// Takes in declarations such as `color: #fff; left: -9999px`.
    pub(super) fn declare(&mut self, declarations: &str) {
        let mut shape = Box::default();
        for declaration in declarations.split(';') {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let value = value.trim().trim_end_matches("!important").trim();
            self.property(property.trim(), value, &mut shape);
        }
        if (shape.far && shape.positioned) || shape.clipped {
            self.hide(if shape.clipped { "clipped" } else { "off-page" });
        }
        if shape.flat && shape.overflow_cut {
            self.hide("clipped");
        }
    }

    fn property(&mut self, property: &str, value: &str, shape: &mut Box) {
        let far = || length(value, self.size).is_some_and(|px| px.abs() >= OFF_SCREEN);
        match property {
            "display" => {
                if value == "none" {
                    self.hide("undisplayed");
                }
                self.block = Some(!value.starts_with("inline") && value != "contents");
                self.row = value.ends_with("flex") || value.ends_with("grid");
            }
            "grid-template-columns" => self.columns = columns(value),
            "grid-column" if value.contains("-1") => self.span = usize::MAX,
            "grid-column" => {
                let span = value.rsplit("span").next().filter(|_| value.contains("span"));
                self.span = span.and_then(|n| n.trim().parse().ok()).unwrap_or(1).max(1);
            }
            "visibility" => self.invisible = matches!(value, "hidden" | "collapse"),
            "opacity" => {
                let opacity = value.trim_end_matches('%').parse::<f32>().ok();
                let share = opacity.map(|o| if value.ends_with('%') { o / 100.0 } else { o });
                if share.is_some_and(|o| o < OPACITY) {
                    self.hide("transparent");
                }
            }
            "color" => {
                if let Some((rgb, alpha)) = colour(value) {
                    (self.colour, self.alpha) = (rgb, alpha);
                }
            }
            "-webkit-text-fill-color" if value == "transparent" => self.behind = Behind::Unknown,
            "background" | "background-color" | "background-image" => self.background(value),
            "font-size" => self.size = length(value, self.size).unwrap_or(self.size),
            "font" => {
                let size = value.split([' ', '/']).find_map(|part| length(part, self.size));
                self.size = size.unwrap_or(self.size);
            }
            "white-space" => self.preformatted = value.starts_with("pre"),
            "position" => shape.positioned |= value != "static",
            "left" | "right" | "top" | "bottom" => shape.far |= far(),
            "text-indent" | "margin-left" | "margin-top" | "margin-right"
                if length(value, self.size).is_some_and(|px| px <= -OFF_SCREEN) =>
            {
                self.hide("off-page");
            }
            "transform" => {
                let squeezed = ["scale(0)", "scale(0,", "scalex(0)", "scaley(0)", "scale3d(0"];
                if squeezed.iter().any(|s| value.starts_with(s)) {
                    self.hide("tiny");
                }
                let moved = value.split_once("translate").and_then(|(_, rest)| rest.split_once('('));
                let by = moved.map(|(_, by)| by.split([',', ')']).filter_map(|part| length(part.trim(), self.size)));
                if by.is_some_and(|mut by| by.any(|px| px.abs() >= OFF_SCREEN)) {
                    self.hide("off-page");
                }
            }
            "clip" => {
                let inner = value.trim_start_matches("rect(").trim_end_matches(')');
                let sides = inner.split([',', ' ']).filter(|s| !s.is_empty()).map(|side| length(side, self.size));
                shape.clipped |=
                    value.starts_with("rect(") && sides.into_iter().all(|px| px.is_some_and(|px| px < CUT_OFF));
            }
            "clip-path" => {
                let nothing = ["inset(50%", "inset(100%", "circle(0", "polygon(0 0, 0 0", "polygon(0px 0px"];
                shape.clipped |= nothing.iter().any(|n| value.starts_with(n));
            }
            "overflow" | "overflow-x" | "overflow-y" => shape.overflow_cut |= matches!(value, "hidden" | "clip"),
            "width" | "height" | "max-height" | "max-width" => {
                shape.flat |= length(value, self.size).is_some_and(|px| px < CUT_OFF);
            }
            _ => {}
        }
    }

    fn background(&mut self, value: &str) {
        if value.contains("url(") || value.contains("gradient") {
            self.behind = Behind::Unknown;
            return;
        }
        let whole = colour(value);
        if let Some((rgb, alpha)) = whole.or_else(|| value.split_whitespace().find_map(colour)) {
            match self.behind {
                _ if alpha > 0.9 => self.behind = Behind::Colour(rgb),
                Behind::Colour(under) if alpha > 0.0 => {
                    let mix =
                        |at: usize| rgb.get(at).zip(under.get(at)).map_or(1.0, |(o, u)| o * alpha + u * (1.0 - alpha));
                    self.behind = Behind::Colour([mix(0), mix(1), mix(2)]);
                }
                _ => {}
            }
        } else if value.contains("var(") {
            self.behind = Behind::Unknown;
        }
    }
}

/// A length in pixels.
fn length(value: &str, size: f32) -> Option<f32> {
    let value = value.trim();
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let number: f32 = value.strip_suffix(unit)?.parse().ok()?;
    let pixels = match unit {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "em" => size,
        "rem" => 16.0,
        "%" => size / 100.0,
        "cm" => 96.0 / 2.54,
        "mm" => 9.6 / 2.54,
        "in" => 96.0,
        // A share of the window, of which a tenth of a common one is taken.
        "vw" | "vh" => 10.0,
        _ => return None,
    };
    Some(number * pixels)
}

/// A colour with its opacity.
fn colour(value: &str) -> Option<([f32; 3], f32)> {
    if let Some(hex) = value.strip_prefix('#') {
        return hexadecimal(hex);
    }
    if let Some((name, rest)) = value.split_once('(')
        && matches!(name, "rgb" | "rgba")
    {
        let mut parts = rest.trim_end_matches(')').split([',', ' ', '/']).filter(|p| !p.is_empty());
        let mut channel = || {
            let part = parts.next()?;
            let number: f32 = part.trim_end_matches('%').parse().ok()?;
            Some(if part.ends_with('%') { number / 100.0 } else { number / 255.0 })
        };
        let rgb = [channel()?, channel()?, channel()?];
        let alpha = parts.next().and_then(|a| {
            let number: f32 = a.trim_end_matches('%').parse().ok()?;
            Some(if a.ends_with('%') { number / 100.0 } else { number })
        });
        return Some((rgb, alpha.unwrap_or(1.0)));
    }
    const NAMES: &[(&str, &str)] = &[
        ("white", "ffffff"),
        ("black", "000000"),
        ("snow", "fffafa"),
        ("ivory", "fffff0"),
        ("whitesmoke", "f5f5f5"),
        ("ghostwhite", "f8f8ff"),
        ("floralwhite", "fffaf0"),
        ("mintcream", "f5fffa"),
        ("azure", "f0ffff"),
        ("aliceblue", "f0f8ff"),
        ("gray", "808080"),
        ("grey", "808080"),
        ("silver", "c0c0c0"),
        ("lightgray", "d3d3d3"),
        ("lightgrey", "d3d3d3"),
        ("gainsboro", "dcdcdc"),
        ("dimgray", "696969"),
        ("darkgray", "a9a9a9"),
        ("red", "ff0000"),
        ("navy", "000080"),
        ("blue", "0000ff"),
        ("teal", "008080"),
        ("green", "008000"),
        ("maroon", "800000"),
        ("purple", "800080"),
        ("orange", "ffa500"),
        ("yellow", "ffff00"),
        ("darkblue", "00008b"),
        ("steelblue", "4682b4"),
        ("slategray", "708090"),
        ("darkslategray", "2f4f4f"),
        ("crimson", "dc143c"),
        ("beige", "f5f5dc"),
        ("linen", "faf0e6"),
        ("seashell", "fff5ee"),
        ("honeydew", "f0fff0"),
        ("lightyellow", "ffffe0"),
    ];
    if value == "transparent" {
        return Some(([1.0; 3], 0.0));
    }
    NAMES.iter().find(|(name, _)| *name == value).and_then(|(_, hex)| hexadecimal(hex))
}

/// `fff`, `ffffff`, and both with opacity.
fn hexadecimal(hex: &str) -> Option<([f32; 3], f32)> {
    let digits: Vec<f32> = hex.chars().map(|c| c.to_digit(16).map(|d| d as f32)).collect::<Option<_>>()?;
    match digits.as_slice() {
        [r, g, b] => Some(([r / 15.0, g / 15.0, b / 15.0], 1.0)),
        [r, g, b, a] => Some(([r / 15.0, g / 15.0, b / 15.0], a / 15.0)),
        [r, s, g, h, b, c, rest @ ..] if rest.is_empty() || rest.len() == 2 => {
            let pair = |high: f32, low: f32| (high * 16.0 + low) / 255.0;
            let alpha = if let [high, low] = rest { pair(*high, *low) } else { 1.0 };
            Some(([pair(*r, *s), pair(*g, *h), pair(*b, *c)], alpha))
        }
        _ => None,
    }
}

/// A grid of more columns is no row of words.
const MOST_COLUMNS: usize = 24;

/// The columns that a grid's template lists: "190px 1fr", "repeat(2, 1fr) auto"; 0 where they depend on the width.
fn columns(value: &str) -> usize {
    let mut count: usize = 0;
    let mut rest = value.trim();
    while !rest.is_empty() {
        let mut depth = 0_usize;
        let end = rest.find(|c: char| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            c.is_whitespace() && depth == 0
        });
        let (track, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = behind.trim_start();
        count += match track.strip_prefix("repeat(").and_then(|inner| inner.split_once(',')) {
            Some((times, inner)) => match times.trim().parse::<usize>() {
                Ok(times) => times.min(MOST_COLUMNS) * columns(inner.strip_suffix(')').unwrap_or(inner)),
                Err(_) => return 0,
            },
            None => usize::from(!track.starts_with('[')),
        };
    }
    if count > MOST_COLUMNS { 0 } else { count }
}
