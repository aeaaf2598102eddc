//! Postings in other languages than English: what is understood of them, and an honest word on the rest.
//!
//! Our cues are English. In a German or French posting figures, degrees, certificates and the names of tools are
//! still what they are; everything else would be guessed, so it is listed as not scored, under a line that says why.

use super::gather::Gathered;
use super::names::names;
use crate::role::Kind;

/// Languages with words that each of their texts is full of and English texts are not.
const LANGUAGES: [(&str, &str); 6] = [
    ("German", "und der die das mit für wir sie ist ein eine von zu den im auf du bist deine ihre oder als"),
    ("French", "et le la les des vous nous avec pour une dans est votre du sur ou au en êtes"),
    ("Spanish", "y el los las con para una del que en su de por es tu experiencia"),
    ("Dutch", "en het een van met voor wij je jij zijn op ervaring naar bij"),
    ("Italian", "e il gli con per una del che di sono nel della le tua"),
    ("Portuguese", "e os com para uma do da em que você sua nos experiência de"),
];
const ENGLISH: &str = "and the of to with for you we our in is are your or as an this will on";
/// Words that are looked at: a language shows early.
const WORDS: usize = 2_000;
/// Fewer such words prove nothing.
const FEWEST: usize = 6;

/// The language of a text, where it is one that we know and not English.
fn foreign(text: &str) -> Option<&'static str> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(WORDS).map(str::to_lowercase).collect();
    let count = |list: &str| words.iter().filter(|w| list.split(' ').any(|l| l == w.as_str())).count();
    let (language, most) = LANGUAGES.iter().map(|(name, list)| (*name, count(list))).max_by_key(|(_, n)| *n)?;
    (most >= FEWEST && most > 2 * count(ENGLISH)).then_some(language)
}

/// Leaves of a posting in another language only what is understood.
pub(super) fn keep_understood(text: &str, gathered: &mut Gathered) {
    let Some(language) = foreign(text) else { return };
    let mut unread = vec![format!(
        "this posting is in {language}: figures, degrees, certificates and names are read, what follows is not"
    )];
    for mut requirement in std::mem::take(&mut gathered.requirements) {
        let plain = matches!(requirement.kind, Kind::Years | Kind::Education | Kind::Certification);
        requirement.terms = names(&requirement.text).into_iter().filter(|n| n.listed).map(|n| n.term).collect();
        if plain || !requirement.terms.is_empty() {
            gathered.requirements.push(requirement);
        } else if !unread.contains(&requirement.text) {
            unread.push(requirement.text);
        }
    }
    unread.retain(|text| gathered.requirements.iter().all(|r| r.text != *text));
    unread.append(&mut gathered.not_scored);
    gathered.not_scored = unread;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_their_small_words() {
        assert_eq!(
            foreign(
                "Wir suchen für unser Team eine Person, die mit uns die Zukunft der Bank und das Produkt baut und mit Daten arbeitet"
            ),
            Some("German")
        );
        assert_eq!(
            foreign("Vous avez une expérience dans la gestion de produit et le goût du travail avec les équipes"),
            Some("French")
        );
        assert_eq!(foreign("You have experience with the product and work in a team with us in Berlin"), None);
    }
}
