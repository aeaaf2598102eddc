//! Characters that a person cannot see but a matcher can: zero-width, bidirectional controls, tag letters.
//!
//! They stay in the text, because spans must point at what the file says; matching cleans its own copy. The note
//! tells the user that they are there, since an honest editor rarely leaves more than a few behind.

use super::{Document, Note};
use std::ops::RangeInclusive;

/// Kinds of odd characters, with the name that the note gives them.
const ODD: &[(RangeInclusive<char>, &str)] = &[
    ('\u{200B}'..='\u{200D}', "zero-width characters"),
    ('\u{2060}'..='\u{2064}', "zero-width characters"),
    ('\u{FEFF}'..='\u{FEFF}', "zero-width characters"),
    ('\u{180E}'..='\u{180E}', "zero-width characters"),
    ('\u{202A}'..='\u{202E}', "direction overrides"),
    ('\u{2066}'..='\u{2069}', "direction overrides"),
    ('\u{E0000}'..='\u{E007F}', "invisible tag letters"),
    ('\u{FE00}'..='\u{FE0E}', "variation selectors"),
    ('\u{E0100}'..='\u{E01EF}', "variation selectors"),
    ('\u{115F}'..='\u{1160}', "blank letters"),
    ('\u{3164}'..='\u{3164}', "blank letters"),
    ('\u{FFA0}'..='\u{FFA0}', "blank letters"),
];

/// Adds the note `odd-characters` for each kind that occurs.
pub(super) fn note(document: &mut Document) {
    if document.text.is_ascii() {
        return;
    }
    let mut seen: Vec<(&str, usize)> = Vec::new();
    let mut scripts = MixedScripts::default();
    for c in document.text.chars() {
        scripts.see(c);
        let Some((_, name)) = ODD.iter().find(|(range, _)| range.contains(&c)) else { continue };
        match seen.iter_mut().find(|(n, _)| n == name) {
            Some((_, count)) => *count += 1,
            None => seen.push((name, 1)),
        }
    }
    scripts.end_word();
    if scripts.words > 0 {
        seen.push(("words that mix Latin with look-alike Cyrillic or Greek letters", scripts.words));
    }
    for (name, count) in seen {
        let message = format!("{count} {name} in the text");
        document.notes.push(Note { id: "odd-characters".into(), message, page: None });
    }
}

/// Counts words that mix Latin letters with letters of a script that looks like Latin.
#[derive(Default)]
struct MixedScripts {
    latin: bool,
    other: bool,
    words: usize,
}

impl MixedScripts {
    fn see(&mut self, c: char) {
        if c.is_ascii_alphabetic() {
            self.latin = true;
        } else if matches!(c, '\u{0370}'..='\u{03FF}' | '\u{0400}'..='\u{052F}') && c.is_alphabetic() {
            // The micro sign and the Greek letters of formulas stand alone or before a unit.
            self.other |= !matches!(c, 'μ' | 'Ω' | 'π' | 'Δ' | 'α' | 'β' | 'γ');
        } else if !c.is_alphanumeric() {
            self.end_word();
        }
    }

    fn end_word(&mut self) {
        if self.latin && self.other {
            self.words += 1;
        }
        self.latin = false;
        self.other = false;
    }
}
