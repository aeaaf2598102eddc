//! The order of glyphs in the fonts that most resumes are written in, for files that give nothing but glyph numbers.
//!
//! Where neither file nor font says what a glyph is, its number still does for two orders: that of the fonts which
//! came with Windows (Arial, Times New Roman, Verdana: the old Macintosh order, letters from 36 and 68 on) and that
//! of Calibri. A subset may have been numbered anew, so an order is believed only when nearly all numbers of the
//! font on the page are known and what they spell looks like words.

/// Families in the Macintosh order, without blanks and in lower case.
const MACINTOSH: &[&str] = &[
    "arial",
    "bookantiqua",
    "bookmanoldstyle",
    "centurygothic",
    "comicsans",
    "couriernew",
    "garamond",
    "georgia",
    "helvetica",
    "impact",
    "microsoftsansserif",
    "palatinolinotype",
    "tahoma",
    "timesnewroman",
    "trebuchet",
    "verdana",
];
/// Families that share this order for the signs of ASCII alone.
const ASCII: &[&str] = &["dejavu", "droidsans", "liberation", "notosans", "notoserif", "opensans", "segoeui"];
/// Glyphs of the Cyrillic letters, from А to я, in the Windows fonts that have them.
const CYRILLIC: std::ops::RangeInclusive<u32> = 570..=633;
/// What follows the letters of Mac OS Roman in that order.
const BEYOND: &str = "ŁłŠšŽž¦ÐðÝýÞþ−×¹²³½¼¾₣ĞğİŞşĆćČčđ";
/// Glyphs of Calibri, by number.
const CALIBRI: &[(u32, char)] = &[
    (3, ' '),
    (4, 'A'),
    (17, 'B'),
    (18, 'C'),
    (24, 'D'),
    (28, 'E'),
    (38, 'F'),
    (39, 'G'),
    (44, 'H'),
    (47, 'I'),
    (58, 'J'),
    (60, 'K'),
    (62, 'L'),
    (68, 'M'),
    (69, 'N'),
    (75, 'O'),
    (87, 'P'),
    (89, 'Q'),
    (90, 'R'),
    (94, 'S'),
    (100, 'T'),
    (104, 'U'),
    (115, 'V'),
    (116, 'W'),
    (121, 'X'),
    (122, 'Y'),
    (127, 'Z'),
    (258, 'a'),
    (271, 'b'),
    (272, 'c'),
    (282, 'd'),
    (286, 'e'),
    (296, 'f'),
    (336, 'g'),
    (346, 'h'),
    (349, 'i'),
    (361, 'j'),
    (364, 'k'),
    (367, 'l'),
    (373, 'm'),
    (374, 'n'),
    (381, 'o'),
    (393, 'p'),
    (395, 'q'),
    (396, 'r'),
    (400, 's'),
    (410, 't'),
    (437, 'u'),
    (448, 'v'),
    (449, 'w'),
    (454, 'x'),
    (455, 'y'),
    (460, 'z'),
    (842, '!'),
    (845, '?'),
    (853, ','),
    (854, ';'),
    (855, ':'),
    (856, '.'),
    (858, '‘'),
    (859, '’'),
    (862, '“'),
    (863, '”'),
    (876, '/'),
    (878, '|'),
    (882, '-'),
    (884, '–'),
    (890, '_'),
    (891, '•'),
    (894, '('),
    (895, ')'),
    (920, '&'),
    (923, '@'),
    (936, '$'),
    (1004, '0'),
    (1005, '1'),
    (1006, '2'),
    (1007, '3'),
    (1008, '4'),
    (1009, '5'),
    (1010, '6'),
    (1011, '7'),
    (1012, '8'),
    (1013, '9'),
    (1081, '%'),
    (1085, '+'),
];

/// Glyphs of one hundred that must be known.
const KNOWN: usize = 80;
/// Letters below which no other signs may stand among them.
const ENOUGH: usize = 6;
/// Vowels among one hundred letters of any language in Latin or Cyrillic letters.
const VOWELS: std::ops::RangeInclusive<usize> = 15..=65;

/// The character of a glyph number.
pub(super) type Order = fn(u32) -> Option<char>;

/// The order that makes words of the glyph numbers of the font with this name.
pub(super) fn of(font: Option<&str>, glyphs: &[u32]) -> Option<Order> {
    let family: String = font.unwrap_or_default().chars().filter(|c| c.is_alphanumeric()).collect();
    let family = family.to_lowercase();
    let is_one_of = |families: &[&str]| families.iter().any(|known| family.starts_with(known));
    let (order, far_apart): (Order, bool) = match () {
        () if is_one_of(MACINTOSH) => (macintosh, false),
        () if is_one_of(ASCII) => (ascii, false),
        // Its numbers are far apart, so that they show without the name, which subsets often lose.
        () => (calibri, true),
    };
    spells_words(glyphs, order, far_apart).then_some(order)
}

/// The Macintosh order without its blank and its apple, as Windows fonts have it.
fn macintosh(glyph: u32) -> Option<char> {
    let roman = |byte: u32| {
        let byte = [u8::try_from(byte).ok()?];
        encoding_rs::MACINTOSH.decode_without_bom_handling(&byte).0.chars().next()
    };
    match glyph {
        ..98 => ascii(glyph),
        98..=171 => roman(glyph + 30),
        172..=208 => roman(glyph + 31),
        209..=223 => roman(glyph + 32),
        _ if CYRILLIC.contains(&glyph) => char::from_u32(u32::from('А') + glyph - CYRILLIC.start()),
        224.. => BEYOND.chars().nth(glyph as usize - 224),
    }
}

fn ascii(glyph: u32) -> Option<char> {
    (3..=97).contains(&glyph).then(|| char::from_u32(glyph + 29)).flatten()
}

fn calibri(glyph: u32) -> Option<char> {
    let at = CALIBRI.binary_search_by_key(&glyph, |(number, _)| *number).ok()?;
    CALIBRI.get(at).map(|(_, c)| *c)
}

fn spells_words(glyphs: &[u32], order: Order, far_apart: bool) -> bool {
    let signs: Vec<char> = glyphs.iter().filter_map(|glyph| order(*glyph)).collect();
    let letters: Vec<char> = signs.iter().copied().filter(|c| c.is_alphabetic()).collect();
    // The digits of Calibri have numbers that no subset reaches by counting; those of the others are its first ones.
    let telling = signs.iter().filter(|c| c.is_alphabetic() || (c.is_ascii_digit() && far_apart)).count();
    let blanks = signs.iter().filter(|c| c.is_whitespace()).count();
    let vowels = letters.iter().filter(|c| "aeiouyAEIOUYáéíóúäöüàèùêôåæøãõąęаеиоуыэюяАЕИОУЫЭЮЯ".contains(**c)).count();
    signs.len() * 100 >= glyphs.len() * KNOWN
        && telling * 2 > signs.len() - blanks
        && (letters.len() >= ENOUGH || letters.len() == signs.len() - blanks)
        && VOWELS.contains(&(vowels * 100 / letters.len().max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(font: &str, codes: &str) -> Option<String> {
        let glyphs: Vec<u32> = codes.chars().map(u32::from).collect();
        let order = of(Some(font), &glyphs)?;
        Some(glyphs.iter().filter_map(|g| order(*g)).collect())
    }

    #[test]
    fn numbers_are_read_in_the_order_that_makes_words() {
        assert!(CALIBRI.is_sorted());
        assert_eq!(BEYOND.chars().count(), 32);
        assert_eq!(read("CenturyGothic,Bold", "'(6&5,37,21").as_deref(), Some("DESCRIPTION"));
        assert_eq!(read("Arial", "~þWHFK").as_deref(), Some("účtech"));
        assert_eq!(read("TimesNewRomanPSMT", "7HDP±OHDG").as_deref(), Some("Team–lead"));
        assert_eq!(read("Open-Sans", "6XPPD").as_deref(), Some("Summa"));
        assert_eq!(read("Arial", "ɎɅȺɇɐɕɂɉȿɊȿɏɈȾɕ").as_deref(), Some("ФЛАНЦЫИПЕРЕХОДЫ"));
        assert_eq!(read("Calibri-Bold", "WŚŽŶĞ").as_deref(), Some("Phone"));
        // Numbered anew, in the order of first use.
        let anew: String = (1..40u8).map(char::from).collect();
        assert_eq!(read("Arial", &anew), None);
        assert_eq!(read("Calibri", &anew), None);
        assert_eq!(read("Open-Sans", "&>77,"), None);
        assert_eq!(read("SofiaPro", "'(6&5,37,21"), None);
    }
}
