//! Facts that a template prints nowhere: a company gave them, and no reader of this format will see them.

use serde_json::Value;
use std::collections::BTreeSet;

/// Parts that are for programs, or that only help to print another part.
const NOT_FOR_READERS: [&str; 13] = [
    "schema",
    "lang",
    "role",
    "data",
    "id",
    "kind",
    "importance",
    "years",
    "degree",
    "equivalent_experience",
    "href",
    "label",
    "number",
];

/// The largest parts of which nothing is printed, as paths.
pub(super) fn parts(shape: &Value, shown: &BTreeSet<*const Value>) -> Vec<String> {
    let mut out = Vec::new();
    collect(shape, "", shown, &mut out);
    out
}

fn collect(value: &Value, path: &str, shown: &BTreeSet<*const Value>, out: &mut Vec<String>) {
    if !any_shown(value, shown) {
        out.push(path.to_owned());
        return;
    }
    match value {
        Value::Object(map) => {
            for (key, part) in map.iter().filter(|(key, _)| !NOT_FOR_READERS.contains(&key.as_str())) {
                let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                collect(part, &below, shown, out);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, path, shown, out)),
        _ => {}
    }
}

fn any_shown(value: &Value, shown: &BTreeSet<*const Value>) -> bool {
    let inside = match value {
        Value::Object(map) => map.values().any(|part| any_shown(part, shown)),
        Value::Array(items) => items.iter().any(|item| any_shown(item, shown)),
        _ => false,
    };
    inside || shown.contains(&std::ptr::from_ref(value))
}

/// Counts a value and all its parts as printed.
pub(super) fn mark(value: &Value, shown: &mut BTreeSet<*const Value>) {
    shown.insert(value);
    match value {
        Value::Object(map) => map.values().for_each(|part| mark(part, shown)),
        Value::Array(items) => items.iter().for_each(|item| mark(item, shown)),
        _ => {}
    }
}
