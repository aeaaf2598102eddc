//! Characters that a person cannot see but a matcher can: zero-width, bidirectional controls, tag letters.
//!
//! They stay in the text, because spans must point at what the file says; matching cleans its own copy. The note
//! tells the user that they are there. Editors and bad conversions leave many of them behind between words (566 of
//! 1,203 public resumes), so only those are counted that no honest text needs: inside a word, or turning its order.

use super::{Document, Note};

/// Zero-width characters in a row that can only be a message of their own.
const ROW: usize = 8;
/// Words of mixed scripts that are no slip of the keyboard any more.
const MIXED: usize = 2;
/// Cyrillic and Greek letters that look like letters of ASCII.
const LOOK_ALIKE: &str = "АВЕЅІЈКМНОРСТУХЗаеоросухіјѕһԁԛԝвкмнтΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικνρυχ";

/// Adds the note `odd-characters` for each kind that occurs.
pub(super) fn note(document: &mut Document) {
    if document.text.is_ascii() || document.text.chars().all(is_common) {
        return;
    }
    let mut zero_width = ZeroWidth::default();
    let mut directions = Directions::default();
    let mut scripts = MixedScripts::default();
    let (mut tags, mut selectors, mut blanks) = (0, 0, 0);
    for c in document.text.chars() {
        zero_width.see(c);
        directions.see(c);
        scripts.see(c);
        match c {
            '\u{E0000}'..='\u{E007F}' => tags += 1,
            '\u{FE00}'..='\u{FE0E}' | '\u{E0100}'..='\u{E01EF}' => selectors += 1,
            '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => blanks += 1,
            _ => {}
        }
    }
    scripts.end_word();
    let seen = [
        (zero_width.odd, "zero-width characters inside words"),
        (directions.odd + directions.open, "direction overrides"),
        (tags, "invisible tag letters"),
        (selectors, "variation selectors"),
        (blanks, "blank letters"),
        (scripts.odd(), "words that mix Latin with look-alike Cyrillic or Greek letters"),
    ];
    for (count, name) in seen.into_iter().filter(|(count, _)| *count > 0) {
        let message = format!("{count} {name} in the text");
        document.notes.push(Note { id: "odd-characters".into(), message, page: None });
    }
}

/// Whether a character is nothing that is counted here: Latin letters, dashes, quotes, the marks of lists.
fn is_common(c: char) -> bool {
    matches!(c, '\0'..='\u{36f}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205f}' | '\u{2070}'..='\u{2fff}')
}

/// Counts zero-width characters between two letters of a script that joins no letters, and long rows of them.
#[derive(Default)]
struct ZeroWidth {
    before: Option<char>,
    row: usize,
    odd: usize,
}

impl ZeroWidth {
    fn see(&mut self, c: char) {
        if matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{180E}') {
            self.row += 1;
            return;
        }
        if self.row > 0 {
            let inside = self.before.is_some_and(splittable) && splittable(c);
            if inside || self.row >= ROW {
                self.odd += self.row;
            }
            self.row = 0;
        }
        self.before = Some(c);
    }
}

/// Letters that need no zero-width sign beside them. Arabic, the scripts of India and South East Asia and Mongolian
/// do; "Â" and "Ã" are what is left of a sign that was saved in the wrong encoding.
fn splittable(c: char) -> bool {
    c.is_alphabetic()
        && !matches!(c, 'Â' | 'Ã' | '\u{0600}'..='\u{08FF}' | '\u{0900}'..='\u{109F}' | '\u{1780}'..='\u{18AF}'
            | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

/// Counts overrides of the direction, and isolates without their other half. Marks beside letters are honest.
#[derive(Default)]
struct Directions {
    open: usize,
    odd: usize,
}

impl Directions {
    fn see(&mut self, c: char) {
        match c {
            '\u{202D}' | '\u{202E}' => self.odd += 1,
            '\u{2066}'..='\u{2068}' => self.open += 1,
            '\u{2069}' if self.open > 0 => self.open -= 1,
            '\u{2069}' => self.odd += 1,
            _ => {}
        }
    }
}

/// Counts words that mix Latin letters with letters of a script that looks like Latin.
#[derive(Default)]
struct MixedScripts {
    latin: bool,
    alike: bool,
    other: bool,
    words: usize,
    /// Those that a person takes for a word in Latin letters.
    look_latin: usize,
}

impl MixedScripts {
    fn see(&mut self, c: char) {
        if c.is_ascii_alphabetic() {
            self.latin = true;
        } else if matches!(c, '\u{0370}'..='\u{03FF}' | '\u{0400}'..='\u{052F}') && c.is_alphabetic() {
            // The micro sign and the Greek letters of formulas stand alone or before a unit.
            if !matches!(c, 'μ' | 'Ω' | 'π' | 'Δ' | 'α' | 'β' | 'γ') {
                let alike = LOOK_ALIKE.contains(c);
                self.alike |= alike;
                self.other |= !alike;
            }
        } else if !c.is_alphanumeric() {
            self.end_word();
        }
    }

    fn end_word(&mut self) {
        if self.latin && (self.alike || self.other) {
            self.words += 1;
            self.look_latin += usize::from(!self.other);
        }
        (self.latin, self.alike, self.other) = (false, false, false);
    }

    fn odd(&self) -> usize {
        if self.look_latin > 0 || self.words >= MIXED { self.words } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    fn notes(text: &str) -> usize {
        let mut document = Document::from_text(Format::Text, text.to_string());
        note(&mut document);
        document.notes.len()
    }

    #[test]
    fn only_what_no_honest_text_needs_is_odd() {
        let odd = [
            "P\u{200b}ython",
            "Py\u{2060}\u{200d}thon",
            "Skills \u{200b}\u{200c}\u{200b}\u{200c}\u{200b}\u{200c}\u{200b}\u{200c} SQL",
            "\u{202e}nohtyP\u{202c}",
            "\u{2067}nohtyP",
            "ok \u{e0069}\u{e0067}",
            "\u{0420}yth\u{043e}n",
            "\u{03a1}ython",
            "SQLщит Javaщит",
        ];
        let honest = [
            "Â\u{200b} Summary",
            "afterÂ\u{200b}sales",
            "Skills:\u{200b} SQL\u{200b}\n\u{feff}Python",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩\u{200d}💻 developer",
            "\u{200f}דוד\u{200f} SQL",
            "\u{2068}דוד\u{2069} \u{202b}כהן\u{202c}",
            "SQLщит",
            "Руководитель IT отдела",
        ];
        assert_eq!(odd.map(notes), [1; 9]);
        assert_eq!(honest.map(notes), [0; 10]);
    }
}
