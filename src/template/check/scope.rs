//! Where a path leads: the levels of scope that `each`, `with` and partials open, over an example of the data.

use crate::error::suggest;
use handlebars::template::{BlockParam, Parameter};
use serde_json::Value;
use std::collections::BTreeMap;

/// Variables that `each` provides.
const LOOP_VARIABLES: [&str; 4] = ["index", "key", "first", "last"];

/// What is known of a value: its example, or nothing.
pub(super) type Shape<'a> = Option<&'a Value>;

/// One level of the scope.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    value: Shape<'a>,
    pub(super) names: BTreeMap<String, Shape<'a>>,
    /// Whether the level is a round of a loop, or unknown.
    in_loop: bool,
}

impl<'a> Scope<'a> {
    /// A level without names.
    pub(super) fn of(value: Shape<'a>) -> Scope<'a> {
        Scope { value, names: BTreeMap::new(), in_loop: false }
    }

    /// The level inside `each` or `with`.
    pub(super) fn inside(value: Shape<'a>, names: Option<&BlockParam>) -> Scope<'a> {
        let mut own = BTreeMap::new();
        let mut name = |p: &Parameter, shape| p.as_name().map(|n| own.insert(n.to_owned(), shape));
        match names {
            Some(BlockParam::Single(item)) => drop(name(item, value)),
            Some(BlockParam::Pair((item, index))) => {
                name(item, value);
                name(index, None);
            }
            _ => {}
        }
        Scope { value, names: own, in_loop: true }
    }
}

/// What a path leads to, or message and help where it leads nowhere.
pub(super) fn resolve<'a>(raw: &str, root: &'a Value, scopes: &[Scope<'a>]) -> Result<Shape<'a>, (String, String)> {
    let mut path = raw;
    let mut level = scopes.len() - 1;
    let mut value = scopes[level].value;
    if let Some(rest) = path.strip_prefix("@root") {
        (path, value) = (rest.trim_start_matches(['.', '/']), Some(root));
    } else if let Some(variable) = path.strip_prefix('@') {
        let name = variable.trim_start_matches("../");
        if LOOP_VARIABLES.contains(&name) && scopes.iter().any(|s| s.in_loop) {
            return Ok(None);
        }
        let help = "inside `each` there are @index, @key, @first and @last";
        return Err((format!("unknown variable `@{name}`"), help.into()));
    } else {
        while let Some(rest) = path.strip_prefix("../") {
            if level == 0 {
                return Err((format!("`{raw}` leaves the data"), "remove one `../`".into()));
            }
            level -= 1;
            (path, value) = (rest, scopes[level].value);
        }
    }
    let mut names = path.split(['.', '/']).filter(|s| !s.is_empty() && *s != "this").peekable();
    if let Some(first) = names.peek() {
        let named = scopes[..=level].iter().rev().find_map(|s| s.names.get(*first));
        if let Some(shape) = named {
            value = *shape;
            names.next();
        }
    }
    for name in names {
        let name = name.trim_matches(['[', ']']);
        value = match value {
            None => return Ok(None),
            Some(Value::Object(map)) => match map.get(name) {
                Some(next) => Some(next),
                None => {
                    let known: Vec<&String> = map.keys().collect();
                    return Err((format!("`{raw}` is not in the data"), suggest(name, &known)));
                }
            },
            Some(Value::Array(items)) if name.parse::<usize>().is_ok() => items.first(),
            Some(Value::Array(_)) => {
                let help = format!("it is part of a list; reach `{name}` inside `{{{{#each}}}}`");
                return Err((format!("`{raw}` is not in the data"), help));
            }
            Some(_) => {
                return Err((format!("`{raw}` is not in the data"), format!("nothing has a part `{name}` here")));
            }
        };
    }
    Ok(value)
}

/// An example in which the items of each list are one item that has the parts of all: not each has every part.
pub(in crate::template) fn merged(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut all: Option<Value> = None;
            for item in items.into_iter().map(merged) {
                all = match (all, item) {
                    (Some(Value::Object(mut old)), Value::Object(new)) => {
                        for (key, part) in new {
                            old.entry(key).or_insert(part);
                        }
                        Some(Value::Object(old))
                    }
                    (Some(old), _) => Some(old),
                    (None, item) => Some(item),
                };
            }
            Value::Array(all.into_iter().collect())
        }
        Value::Object(map) => Value::Object(map.into_iter().map(|(key, part)| (key, merged(part))).collect()),
        other => other,
    }
}
