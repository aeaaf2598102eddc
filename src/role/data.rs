//! JSON that a user wrote becomes a struct, or an error that names the line, the key and what was expected.
//!
//! serde tells what is wrong in the words of Rust ("unknown field", "invalid type: string, expected u32"); a user
//! reads keys and values. Errors that only we can see (an id that stands twice) find their line by the words.

use crate::error::{Error, Result, nearest, suggest};
use serde::de::DeserializeOwned;

/// Parses `json`; `file` is its name in messages.
pub(crate) fn parse<T: DeserializeOwned>(json: &str, file: &str) -> Result<T> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    serde_json::from_str(json).map_err(|error| translate(&error, json, file))
}

/// An error at a line.
pub(crate) fn wrong(file: &str, line: usize, message: impl Into<String>, help: impl Into<String>) -> Error {
    Error::Data { file: file.into(), line, message: message.into(), help: Some(help.into()) }
}

/// The line of the `nth` (from 0) `"id": "<id>"` inside the list `section`; 1 where there is none.
pub(crate) fn line_of_id(json: &str, section: &str, id: &str, nth: usize) -> usize {
    let from = offset_of_key(json, section, 0).unwrap_or(0);
    let quoted = serde_json::Value::from(id).to_string();
    let is_id = |at: &usize| {
        let before = json[..*at].trim_end();
        before.strip_suffix(':').is_some_and(|b| b.trim_end().ends_with("\"id\""))
    };
    let at = json[from..].match_indices(&quoted).map(|(i, _)| from + i).filter(is_id).nth(nth);
    at.map_or(1, |at| line_at(json, at))
}

/// The line of a key, 1 where there is none; `path` goes from outside in (`["pay", "min"]`).
pub(crate) fn line_of_key(json: &str, path: &[&str]) -> usize {
    let mut at = 0;
    for key in path {
        at = offset_of_key(json, key, at).unwrap_or(at);
    }
    line_at(json, at)
}

fn offset_of_key(json: &str, key: &str, from: usize) -> Option<usize> {
    let quoted = format!("\"{key}\"");
    let is_key = |at: &usize| json[at + quoted.len()..].trim_start().starts_with(':');
    json[from..].match_indices(&quoted).map(|(i, _)| from + i).find(is_key)
}

fn line_at(text: &str, at: usize) -> usize {
    text[..at].bytes().filter(|b| *b == b'\n').count() + 1
}

fn translate(error: &serde_json::Error, json: &str, file: &str) -> Error {
    let line = error.line().max(1);
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    let (message, help) = explain(text, key_before(json, line, error.column()));
    wrong(file, line, message, help)
}

/// A message of serde in our words, with the next step.
fn explain(text: &str, key: Option<&str>) -> (String, String) {
    let mut names = text.split('`').skip(1).step_by(2).map(str::to_owned);
    if text.starts_with("unknown field") {
        let name = names.next().unwrap_or_default();
        let known: Vec<String> = names.collect();
        let help = if known.is_empty() { "remove it".into() } else { meant(&name, &known) };
        return (format!("unknown key `{name}`"), help);
    }
    if text.starts_with("unknown variant") {
        let name = names.next().unwrap_or_default();
        let known: Vec<String> = names.collect();
        let of = key.map(|k| format!(" for `{k}`")).unwrap_or_default();
        return (format!("unknown value `{name}`{of}"), suggest(&name, &known));
    }
    if text.starts_with("missing field") {
        let name = names.next().unwrap_or_default();
        return (format!("the key `{name}` is missing"), format!("add `\"{name}\"` to the object that ends here"));
    }
    if text.starts_with("duplicate field") {
        let name = names.next().unwrap_or_default();
        return (format!("the key `{name}` stands twice"), "keep one of them".into());
    }
    if let Some((seen, expected)) = text.split_once(", expected ") {
        let seen = seen.trim_start_matches("invalid type: ").trim_start_matches("invalid value: ");
        let of = key.map(|k| format!("`{k}`: ")).unwrap_or_default();
        return (format!("{of}found {seen}, expected {}", plain(expected)), "change the value".into());
    }
    (
        format!("this is not JSON: {text}"),
        "look at this line and the one before for a missing comma, quote or bracket".into(),
    )
}

/// Words that people use for keys, and the key.
const SYNONYMS: [(&str, &str); 14] = [
    ("salary", "pay"),
    ("compensation", "pay"),
    ("wage", "pay"),
    ("description", "about"),
    ("url", "website"),
    ("size", "employees"),
    ("headcount", "employees"),
    ("remote", "workplace"),
    ("address", "locations"),
    ("manager", "reports_to"),
    ("eeo", "equal_opportunity"),
    ("closes", "deadline"),
    ("minimum", "min"),
    ("maximum", "max"),
];
/// Slips of the finger in a short key.
const SLIPS: usize = 1;

/// "did you mean" for a key: a near one, one a slip away, or the one that another word stands for.
fn meant(name: &str, known: &[String]) -> String {
    let slip = || known.iter().find(|k| strsim::osa_distance(k, name) <= SLIPS).map(String::as_str);
    let words: Vec<&str> =
        SYNONYMS.iter().filter(|(_, key)| known.iter().any(|k| k == key)).map(|(word, _)| *word).collect();
    let other =
        || nearest(name, &words).and_then(|word| SYNONYMS.iter().find(|(w, _)| *w == word)).map(|(_, key)| *key);
    match nearest(name, known).or_else(slip).or_else(other) {
        Some(key) => format!("did you mean `{key}`?"),
        None => suggest(name, known),
    }
}

/// Rust's names of types in plain words.
fn plain(expected: &str) -> String {
    match expected {
        "u8" | "u32" | "u64" | "usize" => "a whole number, 0 or more".into(),
        "i32" | "i64" => "a whole number".into(),
        "f64" => "a number".into(),
        "a sequence" => "a list in [ ]".into(),
        "a string" | "string" => "text in quotes".into(),
        "a boolean" => "true or false".into(),
        "a map" => "an object in { }".into(),
        other if other.starts_with("struct ") => "an object in { }".into(),
        other => other.into(),
    }
}

/// The key whose value stands before a place in the text.
fn key_before(json: &str, line: usize, column: usize) -> Option<&str> {
    let line = json.lines().nth(line - 1)?;
    let end = (0..=column.min(line.len())).rev().find(|i| line.is_char_boundary(*i))?;
    let before = &line[..end];
    let colon = before.match_indices("\":").map(|(i, _)| i).last()?;
    before[..colon].rsplit_once('"').map(|(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only parsed")]
    struct Pay {
        min: u32,
        period: Period,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Period {
        Year,
        Hour,
    }

    fn message(json: &str) -> String {
        let error = parse::<Pay>(json, "pay.json").unwrap_err();
        format!("{error}; {}", error.help().unwrap())
    }

    #[test]
    fn errors_name_line_key_and_next_step() {
        expect!["pay.json:2: unknown key `mn`; did you mean `min`?"].assert_eq(&message("{\n\"mn\": 1}"));
        expect!["pay.json:3: `min`: found string \"1\", expected a whole number, 0 or more; change the value"]
            .assert_eq(&message("{\n\n\"min\": \"1\"}"));
        expect!["pay.json:1: unknown value `yaer` for `period`; did you mean `year`?"]
            .assert_eq(&message("{\"min\": 1, \"period\": \"yaer\"}"));
        expect![[r#"pay.json:1: the key `period` is missing; add `"period"` to the object that ends here"#]]
            .assert_eq(&message("{\"min\": 1}"));
        expect!["pay.json:2: this is not JSON: trailing comma; look at this line and the one before for a missing comma, quote or bracket"]
            .assert_eq(&message("{\"min\": 1,\n}"));
    }

    #[test]
    fn lines_are_found_by_key_and_value() {
        let json = "{\n\"a\": \"x\",\n\"id\": \"x\",\n\"l\": [\n{\"id\" : \"x\"},\n{\"id\":\"x\"}]}";
        assert_eq!(line_of_id(json, "l", "x", 0), 5);
        assert_eq!(line_of_id(json, "l", "x", 1), 6);
        assert_eq!(line_of_key(json, &["a"]), 2);
    }
}
