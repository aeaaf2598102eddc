//! Text becomes words: folded forms that matchers compare, each with its exact bytes in the document.
//!
//! Folding is NFKD without accents, lower case, without zero-width characters, so that "Stakeholder", "ﬁnance" and
//! "Février" meet the lists; the span always points at what was written. Punctuation survives only as the strength of
//! the pause before a word, which is what phrases and negations must not cross.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The pause before a word, in rising strength.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pause {
    /// A space, a hyphen or a slash.
    #[default]
    None,
    /// A comma, a bracket or a dash.
    Comma,
    /// A semicolon or a colon.
    Clause,
    /// The end of a sentence.
    Sentence,
    /// A new paragraph, bullet or heading.
    Block,
}

/// Years of a working life.
const YEARS: std::ops::RangeInclusive<u16> = 1950..=2049;
/// Digits of a year; an amount of as many is mostly written with a comma.
const YEAR_DIGITS: usize = 4;

/// One word of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Word {
    /// First byte in the document's text.
    pub start: u32,
    /// Byte behind the last.
    pub end: u32,
    /// First byte of the folded form in [`Words::folded`].
    fold_start: u32,
    /// Byte behind the last of the folded form.
    fold_end: u32,
    /// Index of its line in the document.
    pub line: u32,
    /// The pause before it.
    pub pause: Pause,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it is a number.
    pub number: bool,
    /// Whether it belongs to somebody's identity, so that no matcher may see it.
    pub masked: bool,
    /// Whether its folded form is a correction of what was written.
    pub misspelt: bool,
    /// Whether a hyphen joins it to the word before: "No-shows".
    pub joined: bool,
}

/// The words of a document in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub list: Vec<Word>,
    folded: String,
}

impl Words {
    /// The folded form of a word.
    pub fn folded(&self, word: &Word) -> &str {
        &self.folded[word.fold_start as usize..word.fold_end as usize]
    }

    /// Whether a number is read as a year rather than as an amount: "2019", and not "2,019".
    pub fn is_year(&self, word: &Word) -> bool {
        let digits = (word.end - word.start) as usize == YEAR_DIGITS;
        word.number && digits && self.folded(word).parse().is_ok_and(|number: u16| YEARS.contains(&number))
    }

    /// Gives a word the folded form that it was meant to have.
    pub fn correct(&mut self, index: usize, meant: &str) {
        let word = &mut self.list[index];
        word.misspelt = true;
        word.fold_start = self.folded.len() as u32;
        self.folded.push_str(meant);
        word.fold_end = self.folded.len() as u32;
    }

    /// Adds the words of one line. `offset` is the line's first byte in the document, `first` the pause before its
    /// first word.
    pub fn push_line(&mut self, text: &str, offset: usize, line: usize, first: Pause) {
        let mut pause = first;
        let mut joined = false;
        let mut chars = text.chars();
        let mut open: Option<Word> = None;
        loop {
            let at = text.len() - chars.as_str().len();
            let Some(c) = chars.next() else { break };
            if is_invisible(c) {
                continue;
            }
            let next = chars.clone().next();
            let inside = open.is_some_and(|w| joins(c, w.number, next));
            if (c.is_alphanumeric() && !is_broken(c, next)) || inside {
                let word = open.get_or_insert_with(|| Word {
                    start: (offset + at) as u32,
                    end: 0,
                    fold_start: self.folded.len() as u32,
                    fold_end: 0,
                    line: line as u32,
                    pause,
                    capital: c.is_uppercase(),
                    number: c.is_ascii_digit(),
                    masked: false,
                    misspelt: false,
                    joined,
                });
                if !matches!(c, '\'' | '’' | '.' | ',') {
                    fold_into(c, &mut self.folded);
                }
                word.number &= c.is_ascii_digit() || matches!(c, ',' | '.');
                // most words are plain letters to their end
                let plain = chars.as_str().bytes().take_while(u8::is_ascii_alphanumeric).count();
                let (letters, rest) = chars.as_str().split_at(plain);
                self.folded.push_str(letters);
                let folded = self.folded.len();
                self.folded[folded - plain..].make_ascii_lowercase();
                word.number &= letters.bytes().all(|b| b.is_ascii_digit());
                word.end = (offset + text.len() - rest.len()) as u32;
                word.fold_end = folded as u32;
                chars = rest.chars();
                continue;
            }
            joined = c == '-' && open.is_some();
            if let Some(word) = open.take() {
                self.list.push(word);
                pause = Pause::None;
                // "customer's" is the word customer: the s of a genitive is not a word
                if matches!(c, '\'' | '’') && next == Some('s') {
                    let mut ahead = chars.clone();
                    ahead.next();
                    if !ahead.next().is_some_and(char::is_alphanumeric) {
                        chars.next();
                        continue;
                    }
                }
            }
            // "Product & Engineering" is "Product and Engineering"
            let spaced = text[..at].ends_with(char::is_whitespace)
                && next.is_some_and(|n| n.is_whitespace() || is_broken(n, chars.clone().nth(1)));
            if c == '&' && spaced {
                let fold_start = self.folded.len() as u32;
                self.folded.push_str("and");
                let (start, end) = ((offset + at) as u32, (offset + at + 1) as u32);
                let fold_end = self.folded.len() as u32;
                self.list.push(Word { start, end, fold_start, fold_end, line: line as u32, pause, ..Word::default() });
                pause = Pause::None;
                continue;
            }
            pause = pause.max(pause_of(c, at, text, next));
        }
        self.list.extend(open);
    }
}

/// Zero-width characters, soft hyphens and bidi controls: they are drawn by nobody and split no word.
pub fn is_invisible(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a letter is what a hard space or a mark becomes when UTF-8 is read as Latin-1: "Sales Â Manager", "2015 â€“ 2017".
pub(crate) fn is_broken(c: char, next: Option<char>) -> bool {
    match c {
        'Â' => next.is_none_or(|n| n.is_whitespace() || n == 'Â'),
        'â' => next == Some('€'),
        'ï' => next == Some('¼'),
        _ => false,
    }
}

/// Whether a character that is no letter continues the word: "c++", "1,300", "don't".
fn joins(c: char, number: bool, next: Option<char>) -> bool {
    match c {
        '+' | '#' => !number,
        '.' | ',' => number && next.is_some_and(|n| n.is_ascii_digit()),
        '\'' | '’' => next.is_some_and(|n| n.is_alphabetic() && n != 's'),
        _ => !c.is_ascii() && is_combining_mark(c),
    }
}

fn pause_of(c: char, at: usize, text: &str, next: Option<char>) -> Pause {
    match c {
        '.' if lacks_space(&text[..at], &text[at + 1..]) => Pause::Sentence,
        '.' if is_abbreviation(&text[..at], &text[at + 1..]) => Pause::None,
        // "B.A. : Economics"
        '.' if text[at + 1..].trim_start().starts_with([':', ',', ';']) => Pause::None,
        '.' | '!' | '?' | '…'
            if next.is_none_or(|n| n.is_whitespace() || matches!(n, '"' | '”' | '\'' | '’' | ')' | '*' | '_')) =>
        {
            Pause::Sentence
        }
        ';' | '|' | '•' | '·' | '>' | '→' => Pause::Clause,
        'â' | 'ï' => Pause::Comma,
        ',' | ':' | '(' | ')' | '[' | ']' | '–' | '—' | '"' | '“' | '”' | '\t' => Pause::Comma,
        '-' if text[..at].ends_with(' ') && next == Some(' ') => Pause::Comma,
        _ => Pause::None,
    }
}

/// Letters in a word that ends a sentence even where the space after the full stop is lost: "calls.As well as".
const WHOLE_WORD: usize = 4;

/// Whether the space after a sentence was lost: small letters, the full stop, a capital and a small letter.
fn lacks_space(before: &str, after: &str) -> bool {
    let small = before.chars().rev().take_while(|c| c.is_lowercase()).count();
    let mut next = after.chars();
    small >= WHOLE_WORD
        && next.next().is_some_and(char::is_uppercase)
        && next.next().is_some_and(|c| c.is_lowercase() || c == ' ')
}

/// Letters in the longest abbreviation before a lower-case word ("Dr. phil.", "approx. half").
const ABBREVIATION: usize = 5;
/// Abbreviations that stand before capitals too.
const TITLES: [&str; 14] = ["dr", "ph", "b", "m", "mr", "ms", "mrs", "st", "vs", "dipl", "mag", "lic", "d", "prof"];

/// Whether a full stop ends an abbreviation rather than a sentence.
fn is_abbreviation(before: &str, after: &str) -> bool {
    let word = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let Some(next) = after.trim_start().chars().next().filter(|_| !word.is_empty()) else { return false };
    let short = word.chars().count() <= ABBREVIATION;
    (short && (next.is_lowercase() || next == '('))
        || (next.is_alphabetic() && TITLES.contains(&word.to_lowercase().as_str()))
}

/// Appends the folded form of one character.
pub fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    match c {
        'ß' => out.push_str("ss"),
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        'æ' | 'Æ' => out.push_str("ae"),
        'đ' | 'Đ' => out.push('d'),
        _ => out.extend(std::iter::once(c).nfkd().filter(|d| !is_combining_mark(*d)).flat_map(char::to_lowercase)),
    }
}

/// A whole text folded, for comparing names and headings.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        fold_into(c, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, Pause)> {
        let mut words = Words::default();
        words.push_line(text, 0, 0, Pause::Block);
        words.list.iter().map(|w| (words.folded(w).to_string(), w.pause)).collect()
    }

    #[test]
    fn words_are_folded_and_keep_their_pauses() {
        let got = words("Février: A/B tests, the customer's ﬁrst 1,300 – don't.");
        let forms: Vec<&str> = got.iter().map(|(w, _)| w.as_str()).collect();
        assert_eq!(forms, ["fevrier", "a", "b", "tests", "the", "customer", "first", "1300", "dont"]);
        assert_eq!(got[1].1, Pause::Comma);
        assert_eq!(got[4].1, Pause::Comma);
        assert_eq!(got[8].1, Pause::Comma);
    }

    #[test]
    fn what_broken_encodings_leave_behind_is_no_letter() {
        let got = words("Sales AnalystÂ & Berlin â€“ Âge, chaînes Â");
        let forms: Vec<&str> = got.iter().map(|(w, _)| w.as_str()).collect();
        assert_eq!(forms, ["sales", "analyst", "and", "berlin", "age", "chaines"]);
        assert_eq!(got[4].1, Pause::Comma);
    }

    #[test]
    fn a_full_stop_inside_a_degree_is_no_sentence_end() {
        assert_eq!(words("B.Sc. done. Next")[1].1, Pause::None);
        assert_eq!(words("B.Sc. done. Next")[3].1, Pause::Sentence);
    }
}
