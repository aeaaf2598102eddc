//! In which language a text is, by its small words, so that a reader is told where our English lists cannot see much.
//!
//! Titles, dates, degrees and headings are known in many languages; what people did and what postings ask for, in English
//! best.

use super::trie::Trie;
use super::words::Words;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Small words of English that are rare in the others.
const ENGLISH: [&str; 16] =
    ["the", "and", "of", "to", "for", "with", "by", "from", "on", "at", "our", "were", "this", "that", "their", "is"];

/// Small words of other languages, folded; words that English has too are left out.
const OTHERS: [(&str, &[&str]); 10] = [
    ("Danish or Norwegian", &["og", "til", "af", "av", "pa", "som", "ved", "med", "har", "jeg", "er", "et", "samt"]),
    ("Dutch", &["het", "een", "en", "de", "voor", "met", "op", "bij", "aan", "naar", "als", "wij", "zijn"]),
    (
        "French",
        &["les", "des", "et", "pour", "avec", "dans", "sur", "du", "une", "aux", "la", "le", "de", "en", "nous"],
    ),
    (
        "German",
        &["der", "die", "das", "und", "mit", "von", "fur", "im", "bei", "den", "zur", "zum", "eine", "sowie", "wir"],
    ),
    ("Italian", &["di", "il", "della", "dei", "delle", "con", "per", "nel", "gli", "alla", "una", "la", "noi"]),
    ("Polish", &["oraz", "w", "z", "na", "do", "dla", "przez", "przy", "jest", "sie", "od", "i"]),
    ("Portuguese", &["de", "da", "do", "dos", "das", "em", "com", "para", "uma", "nos", "por", "na", "ao", "voce"]),
    ("Spanish", &["de", "la", "el", "en", "con", "para", "los", "las", "por", "del", "una", "y", "que", "al"]),
    ("Swedish", &["och", "att", "med", "av", "till", "som", "pa", "ett", "en", "inom", "vid", "har", "vi"]),
    ("Turkish", &["ve", "ile", "icin", "bir", "olarak", "bu", "olan", "gibi", "ya", "da"]),
];

/// Small words that make sure of a language; an address or a name has fewer.
const ENOUGH: usize = 10;
/// Different small words that are enough in a short text without one of English, and how many words such a text has.
const ENOUGH_ALONE: usize = 4;
const SHORT_TEXT: std::ops::RangeInclusive<usize> = 25..=120;
/// How often small words of another language stand for each one of English.
const TIMES_ENGLISH: usize = 2;

/// The small words, and for each the languages that have it, by their place in [`OTHERS`]; none for English.
static SMALL: LazyLock<(Trie, Vec<Vec<Option<usize>>>)> = LazyLock::new(|| {
    let others = OTHERS.iter().enumerate().flat_map(|(index, (_, words))| words.iter().map(move |w| (*w, Some(index))));
    Trie::with_lists(ENGLISH.iter().map(|word| (*word, None)).chain(others))
});

/// The language of a text that is not English; none where it is, or where the text is too short to tell. Masked words do
/// not count.
pub fn other_than_english(words: &Words) -> Option<&'static str> {
    let (mut english, mut others) = (0, [0; OTHERS.len()]);
    let mut different = BTreeSet::new();
    let (trie, languages) = &*SMALL;
    for word in words.list.iter().filter(|word| !word.masked) {
        let form = words.folded(word);
        trie.walk(form, |label| {
            for language in &languages[usize::from(label)] {
                let Some(index) = *language else {
                    english += 1;
                    continue;
                };
                others[index] += 1;
                different.insert((index, form));
            }
        });
    }
    let (index, most) = others.into_iter().enumerate().max_by_key(|(_, count)| *count)?;
    // "de la Cruz, Banco de la Nación": the same few words again are names
    let various = different.iter().filter(|(language, _)| *language == index).count();
    let short = SHORT_TEXT.contains(&words.list.len()) && english == 0 && various >= ENOUGH_ALONE;
    let enough = if short { ENOUGH_ALONE } else { ENOUGH };
    (most >= enough && most > TIMES_ENGLISH * english).then_some(OTHERS[index].0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::words::Pause;

    fn language(text: &str) -> Option<&'static str> {
        let mut words = Words::default();
        words.push_line(&format!("{text} ").repeat(6), 0, 0, Pause::Block);
        other_than_english(&words)
    }

    #[test]
    fn small_words_tell_the_language() {
        for (text, wanted) in [
            ("Owned the roadmap of the app and worked with the team for two years", None),
            ("Ana de la Cruz, Calle de los Olivos, led the team of the app and worked with the shops", None),
            ("Verantwortlich für die Roadmap und das Backlog der App, mit dem Team im Haus", Some("German")),
            ("Responsable de la feuille de route et du budget pour les équipes dans une banque", Some("French")),
            ("Responsable de la hoja de ruta y del presupuesto para los equipos en el banco", Some("Spanish")),
            ("Responsável pela estratégia de produto em uma empresa com times da área", Some("Portuguese")),
            ("Verantwoordelijk voor het beheer van de app met een team bij een bank", Some("Dutch")),
            ("Ansvarig för en app och ett team som arbetar med betalningar till kunder", Some("Swedish")),
        ] {
            assert_eq!(language(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_few_words_are_no_language() {
        let mut words = Words::default();
        words.push_line("Universidad de la Costa y los Andes", 0, 0, Pause::Block);
        assert_eq!(other_than_english(&words), None);
        let text = "Verantwortlich für die Strategie und den Plan, Umsatz um ein Fünftel gesteigert, Führung von drei Leuten. \
            Ausbildung: Diplom in Informatik, München. Davor Entwickler, Leiter einer Gruppe im Haus.";
        let mut words = Words::default();
        words.push_line(text, 0, 0, Pause::Block);
        assert_eq!(other_than_english(&words), Some("German"));
    }
}
