//! Which characters a TrueType font draws with which glyph: its `cmap` table, read backwards.
//!
//! A PDF that does not say what its glyphs mean often still carries a font that does. Only the tables that speak
//! Unicode are believed; those of symbols and of old Macs number the glyphs of a subset as they like.

use std::collections::BTreeMap;

/// Most characters of one font that are looked at: all of the first plane.
const CHARACTERS: usize = 1 << 16;
/// Most subtables that are looked at; fonts have three or four.
const SUBTABLES: usize = 16;
/// Most tables of a font.
const TABLES: usize = 64;

/// The character of each glyph, the lowest where a glyph has several. Empty for fonts that do not say.
pub(super) fn characters(font: &[u8]) -> BTreeMap<u32, char> {
    let mut map = BTreeMap::new();
    if let Some(table) = table(font) {
        for at in unicode_subtables(table) {
            subtable(table.get(at..).unwrap_or_default(), &mut map);
        }
    }
    map
}

/// Whether a font is TrueType, so that its glyphs have numbers of their own.
pub(super) fn is_true_type(font: &[u8]) -> bool {
    font.starts_with(&[0, 1, 0, 0]) || font.starts_with(b"true") || font.starts_with(b"OTTO")
}

fn table(font: &[u8]) -> Option<&[u8]> {
    if !is_true_type(font) {
        return None;
    }
    let count = usize::from(short(font, 4)?).min(TABLES);
    let record = |index: usize| font.get(12 + index * 16..28 + index * 16);
    let record = (0..count).filter_map(record).find(|record| record.starts_with(b"cmap"))?;
    let (start, len) = (long(record, 8)? as usize, long(record, 12)? as usize);
    // Subsets often claim a wrong length; what is there is read.
    font.get(start..start.saturating_add(len)).or_else(|| font.get(start..))
}

/// Offsets of the subtables for Unicode.
fn unicode_subtables(table: &[u8]) -> Vec<usize> {
    let count = usize::from(short(table, 2).unwrap_or(0)).min(SUBTABLES);
    let offset = |index: usize| {
        let at = 4 + index * 8;
        let unicode = matches!((short(table, at)?, short(table, at + 2)?), (0, 0..=4) | (3, 1 | 10));
        unicode.then(|| long(table, at + 4)).flatten().map(|offset| offset as usize)
    };
    (0..count).filter_map(offset).collect()
}

fn subtable(table: &[u8], map: &mut BTreeMap<u32, char>) {
    let mut left = CHARACTERS;
    let mut put = |code: u32, glyph: u32| {
        if glyph != 0
            && let Some(c) = char::from_u32(code).filter(|c| !c.is_control() && *c != '\u{ffff}')
        {
            map.entry(glyph).or_insert(c);
        }
        left -= 1;
        left > 0
    };
    match short(table, 0) {
        Some(4) => {
            segments(table, &mut put);
        }
        Some(6) => {
            let (first, count) = (short(table, 6).unwrap_or(0), short(table, 8).unwrap_or(0));
            for index in 0..count {
                let Some(glyph) = short(table, 10 + usize::from(index) * 2) else { return };
                if !put(u32::from(first) + u32::from(index), u32::from(glyph)) {
                    return;
                }
            }
        }
        Some(12) => groups(table, &mut put),
        _ => {}
    }
}

/// Format 4: ranges of the first plane. `put` returns false when there are too many.
fn segments(table: &[u8], put: &mut impl FnMut(u32, u32) -> bool) -> Option<()> {
    let twice = usize::from(short(table, 6)? & !1);
    for at in (0..twice).step_by(2) {
        let (end, start) = (short(table, 14 + at)?, short(table, 16 + twice + at)?);
        let (delta, place) = (short(table, 16 + 2 * twice + at)?, 16 + 3 * twice + at);
        let offset = usize::from(short(table, place)?);
        for code in start..=end {
            let glyph = match offset {
                0 => code.wrapping_add(delta),
                _ => match short(table, place + offset + usize::from(code - start) * 2) {
                    None | Some(0) => 0,
                    Some(glyph) => glyph.wrapping_add(delta),
                },
            };
            if !put(u32::from(code), u32::from(glyph)) {
                return None;
            }
        }
    }
    Some(())
}

/// Format 12: ranges of all planes.
fn groups(table: &[u8], put: &mut impl FnMut(u32, u32) -> bool) {
    let count = long(table, 12).unwrap_or(0) as usize;
    for index in 0..count.min(CHARACTERS) {
        let at = 16 + index * 12;
        let (Some(start), Some(end), Some(glyph)) = (long(table, at), long(table, at + 4), long(table, at + 8)) else {
            return;
        };
        for code in start..=end {
            if !put(code, glyph.saturating_add(code - start)) {
                return;
            }
        }
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font with nothing but a `cmap` of one subtable.
    fn font(encoding: u8, subtable: &[u16]) -> Vec<u8> {
        let body: Vec<u8> = subtable.iter().flat_map(|s| s.to_be_bytes()).collect();
        let mut font = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        font.extend(b"cmap\0\0\0\0\0\0\0\x1c");
        font.extend((12 + body.len() as u32).to_be_bytes());
        font.extend([0, 0, 0, 1, 0, 3, 0, encoding, 0, 0, 0, 12]);
        font.extend(body);
        font
    }

    #[test]
    fn glyphs_are_told_by_the_unicode_tables_of_their_font() {
        // Format 4: A to C are glyphs 1 to 3.
        let ranges = [4, 32, 0, 4, 0, 0, 0, 0x43, 0xffff, 0, 0x41, 0xffff, 0u16.wrapping_sub(0x40), 1, 0, 0];
        let abc = BTreeMap::from([(1, 'A'), (2, 'B'), (3, 'C')]);
        assert_eq!(characters(&font(1, &ranges)), abc);
        assert_eq!(characters(&font(0, &ranges)), BTreeMap::new());
        assert_eq!(characters(&font(1, &[6, 16, 0, 0x41, 3, 1, 2, 3])), abc);
        assert_eq!(characters(&font(10, &[12, 0, 0, 28, 0, 0, 0, 1, 0, 0x41, 0, 0x43, 0, 1])), abc);
        // Broken off, or without an end.
        assert_eq!(characters(&font(1, &[4, 32, 0, 4, 0])), BTreeMap::new());
        assert!(characters(&font(10, &[12, 0, 0, 28, 0, 0, 0, 1, 0, 0x41, 0xffff, 0xffff, 0, 1])).len() <= CHARACTERS);
    }
}
