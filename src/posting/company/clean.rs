//! Texts of a company file without what no reader can see: control, zero-width and direction characters.
//!
//! Done once for the whole file, so that every format of the posting starts from the same harmless words.

use super::Company;
use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// The company with clean texts; blank texts become missing.
pub(super) fn clean(company: &Company) -> Company {
    let value = serde_json::to_value(company).expect("a company is plain data");
    let mut value = clean_value(value);
    if let Some(object) = value.as_object_mut() {
        object.entry("name").or_insert_with(|| Value::from(""));
    }
    serde_json::from_value(value).expect("clean texts keep the shape")
}

/// Cleans all texts; blank ones go, also from lists. Keys that must be there come back as empty text.
fn clean_value(value: Value) -> Value {
    match value {
        Value::String(s) => Value::String(clean_text(&s)),
        Value::Array(items) => Value::Array(items.into_iter().map(clean_value).filter(|v| !is_blank(v)).collect()),
        Value::Object(map) => Value::Object(
            map.into_iter()
                .map(|(key, v)| (key, clean_value(v)))
                .filter(|(key, v)| !is_blank(v) || REQUIRED.contains(&key.as_str()))
                .collect(),
        ),
        other => other,
    }
}

/// Keys that a struct cannot do without; validation says that they are empty.
const REQUIRED: [&str; 4] = ["name", "step", "id", "text"];

fn is_blank(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(str::is_empty)
}

/// One text: invisible characters out, runs of blanks to one, paragraphs kept apart by an empty line.
pub(super) fn clean_text(text: &str) -> String {
    let visible: String = text.replace("\r\n", "\n").chars().filter_map(visible).collect();
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for line in visible.lines() {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        match (words.is_empty(), open) {
            (true, _) => open = false,
            (false, true) => {
                let last = paragraphs.last_mut().expect("a paragraph is open");
                last.push(' ');
                last.push_str(&words);
            }
            (false, false) => {
                paragraphs.push(words);
                open = true;
            }
        }
    }
    paragraphs.join("\n\n")
}

/// A character as it may be printed; none for one that steers and is not seen.
fn visible(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\t' | '\u{a0}' | '\u{2028}' => Some(' '),
        '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' | '\r' => Some('\n'),
        c if c.is_control() => None,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' => None,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => None,
        '\u{e0000}'..='\u{e007f}' => None,
        c => Some(c),
    }
}

/// A list; `null` is an empty one.
pub(super) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    Ok(Option::<Vec<T>>::deserialize(from)?.unwrap_or_default())
}

/// A text where people also write a number or a list.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    from.deserialize_any(AsText)
}

struct AsText;

impl<'de> Visitor<'de> for AsText {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("text in quotes")
    }

    fn visit_str<E: de::Error>(self, v: &str) -> Result<Self::Value, E> {
        Ok(Some(v.to_owned()))
    }

    fn visit_u64<E: de::Error>(self, v: u64) -> Result<Self::Value, E> {
        Ok(Some(v.to_string()))
    }

    fn visit_i64<E: de::Error>(self, v: i64) -> Result<Self::Value, E> {
        Ok(Some(v.to_string()))
    }

    fn visit_f64<E: de::Error>(self, v: f64) -> Result<Self::Value, E> {
        Ok(Some(v.to_string()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element::<String>()? {
            items.push(item);
        }
        Ok(Some(items.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_go_and_paragraphs_stay() {
        assert_eq!(clean_text("a\u{202e}b\u{200b}\x1b[31m\u{7}c"), "ab[31mc");
        assert_eq!(clean_text("  one\n two \n\n\n three\t3 "), "one two\n\nthree 3");
        assert_eq!(clean_text("\u{200b} \n"), "");
    }
}
