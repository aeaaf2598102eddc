//! The meaning of glyphs for which a file gives no Unicode, as far as their font still tells it.
//!
//! First the font's own table is asked, glyph by glyph. What is left is looked at once the page is whole: the
//! numbers of all glyphs of a font may show an order that is known.

use super::cmap;
use super::glyph_order;
use super::glyphs::Page;
use hayro_interpret::font::OutlineGlyph;
use hayro_syntax::object::{Array, Dict, Name, Object};
use hayro_syntax::page::Resources;
use std::collections::{BTreeMap, BTreeSet};

/// Most fonts of one PDF that are asked.
const FACES: usize = 1_000;
/// Most fonts of one page whose names of glyphs are looked at.
const NAMED: usize = 200;

/// A glyph that says no letter.
pub(super) struct Unnamed {
    /// Its place among the glyphs of the page.
    pub(super) at: u32,
    face: u32,
    number: u32,
}

/// What one font tells.
struct Face {
    name: Option<String>,
    characters: BTreeMap<u32, char>,
    true_type: bool,
}

/// The fonts of one PDF that were asked so far.
#[derive(Default)]
pub(super) struct Fonts {
    faces: Vec<Face>,
    known: BTreeMap<(u128, Option<String>), u32>,
    /// Glyph numbers by code, of the fonts of a page that name their glyphs by number ("g36").
    numbered: BTreeMap<String, BTreeMap<u8, u32>>,
    /// Fonts of a page whose codes are Unicode, which they say by the name `Identity-H`.
    coded: BTreeSet<String>,
    /// Composite fonts of a page: their codes are the numbers that the glyphs had before the subset was made.
    composite: BTreeSet<String>,
}

impl Fonts {
    /// Takes in the names that the fonts of a page give their glyphs.
    pub(super) fn turn_to(&mut self, resources: &Resources<'_>) {
        self.numbered.clear();
        self.coded.clear();
        self.composite.clear();
        for key in resources.fonts.keys().take(NAMED) {
            let Some(font) = resources.fonts.get::<Dict<'_>>(&key) else { continue };
            let Some(name) = font.get::<Name<'_>>(&b"BaseFont"[..]) else { continue };
            let name = String::from_utf8_lossy(&name).into_owned();
            let name = name.split_once('+').map_or(name.as_str(), |(_, name)| name).to_string();
            if font.get::<Name<'_>>(&b"ToUnicode"[..]).is_some_and(|map| map.starts_with(b"Identity")) {
                self.coded.insert(name);
                continue;
            }
            if font.contains_key(&b"DescendantFonts"[..]) {
                self.composite.insert(name);
                continue;
            }
            let encoding = font.get::<Dict<'_>>(&b"Encoding"[..]);
            let Some(names) = encoding.and_then(|e| e.get::<Array<'_>>(&b"Differences"[..])) else { continue };
            let numbers = numbers(&names);
            // Two subsets of one font have numbers of their own; which is meant cannot be told.
            match self.numbered.get_mut(&name) {
                Some(other) if *other != numbers => other.clear(),
                Some(_) => {}
                None => drop(self.numbered.insert(name, numbers)),
            }
        }
    }

    /// The font of a glyph, kept for all glyphs of its run.
    pub(super) fn face(&mut self, glyph: &OutlineGlyph) -> Option<u32> {
        let font = glyph.font_data()?;
        let key = (font.cache_key, font.postscript_name);
        if let Some(face) = self.known.get(&key) {
            return Some(*face);
        }
        if self.faces.len() >= FACES {
            return None;
        }
        let data = font.data.as_ref().as_ref();
        let (characters, true_type) = (cmap::characters(data), cmap::is_true_type(data));
        self.faces.push(Face { name: key.1.clone(), characters, true_type });
        let face = self.faces.len() as u32 - 1;
        self.known.insert(key, face);
        Some(face)
    }

    /// The character of a glyph in the font's own table, or its code where that is Unicode.
    pub(super) fn character(&self, face: u32, glyph: &OutlineGlyph) -> Option<char> {
        let face = self.faces.get(face as usize)?;
        if face.name.as_ref().is_some_and(|name| self.coded.contains(name)) {
            return char::from_u32(glyph.char_code());
        }
        face.characters.get(&glyph.glyph_id().to_u32()).copied()
    }

    /// A glyph at place `at` of its page, to be looked at again when the page is whole.
    pub(super) fn unnamed(&self, face: u32, glyph: &OutlineGlyph, at: u32) -> Option<Unnamed> {
        let font = self.faces.get(face as usize)?;
        let code = glyph.char_code();
        let named = font.name.as_ref().and_then(|name| self.numbered.get(name));
        let named = named.and_then(|numbers| numbers.get(&u8::try_from(code).ok()?)).copied();
        let composite = font.name.as_ref().is_some_and(|name| self.composite.contains(name));
        let by_glyph = font.true_type && !composite;
        let number = named.unwrap_or(if by_glyph { glyph.glyph_id().to_u32() } else { code });
        Some(Unnamed { at, face, number })
    }

    /// Gives the glyphs of a page the characters that their numbers stand for.
    pub(super) fn spell(&self, page: &mut Page) {
        let mut faces: BTreeMap<u32, Vec<Unnamed>> = BTreeMap::new();
        for unnamed in std::mem::take(&mut page.unnamed) {
            faces.entry(unnamed.face).or_default().push(unnamed);
        }
        for (face, glyphs) in faces {
            let name = self.faces.get(face as usize).and_then(|face| face.name.as_deref());
            let numbers: Vec<u32> = glyphs.iter().map(|glyph| glyph.number).collect();
            let Some(order) = glyph_order::of(name, &numbers) else { continue };
            for glyph in glyphs {
                if let Some(c) = order(glyph.number) {
                    page.name(glyph.at, c);
                }
            }
        }
    }
}

/// Glyph numbers from names such as `g36` or `g0024`; where all have four digits they are hexadecimal.
fn numbers(names: &Array<'_>) -> BTreeMap<u8, u32> {
    const CODES: usize = 512;
    const HEXADECIMAL: usize = 4;
    let mut digits: Vec<(u8, String)> = Vec::new();
    let mut code = 0u32;
    for entry in names.iter::<Object<'_>>().take(CODES) {
        match entry {
            Object::Number(number) => code = number.as_i64().try_into().unwrap_or(u32::MAX),
            Object::Name(name) => {
                let number = name.strip_prefix(b"g").and_then(|digits| std::str::from_utf8(digits).ok());
                if let (Ok(code), Some(number)) = (u8::try_from(code), number) {
                    digits.push((code, number.to_string()));
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    let radix = if digits.iter().all(|(_, digits)| digits.len() == HEXADECIMAL) { 16 } else { 10 };
    digits.into_iter().filter_map(|(code, digits)| Some((code, u32::from_str_radix(&digits, radix).ok()?))).collect()
}
