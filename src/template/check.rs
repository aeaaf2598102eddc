//! What strict mode does not see: every path, helper and partial of a template, held against the shape of the data.
//!
//! The walk follows the template the way Handlebars would: `each` and `with` move the scope, partials are entered
//! with the scope of their call. A path that leads nowhere, a list printed as text, unescaped output and partials
//! that include each other are refused with file, line and column.

use crate::error::{Error, Result, suggest};
use handlebars::Template;
use handlebars::template::{BlockParam, DecoratorTemplate, HelperTemplate, Parameter, TemplateElement};
use serde_json::Value;
use std::collections::BTreeMap;

/// Helpers that take a condition or values and keep the scope.
const HELPERS: [&str; 15] =
    ["if", "unless", "each", "with", "lookup", "eq", "ne", "gt", "gte", "lt", "lte", "and", "or", "not", "len"];
/// Variables that `each` provides.
const LOOP_VARIABLES: [&str; 4] = ["index", "key", "first", "last"];

/// What is known of a value: its example, or nothing.
type Shape<'a> = Option<&'a Value>;

/// One level of the scope.
#[derive(Clone)]
struct Scope<'a> {
    value: Shape<'a>,
    names: BTreeMap<String, Shape<'a>>,
}

struct Checker<'a> {
    templates: &'a BTreeMap<String, Template>,
    root: &'a Value,
    used: &'a mut Vec<String>,
    /// Paths of the templates that are being walked, outermost first.
    open: Vec<String>,
}

/// An example in which the items of each list are one item that has the parts of all: not each has every part.
pub(super) fn merged(value: Value) -> Value {
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

/// Checks a template and all that it includes; their paths are added to `used`.
pub(super) fn check(
    path: &str,
    templates: &BTreeMap<String, Template>,
    shape: &Value,
    used: &mut Vec<String>,
) -> Result<()> {
    let mut checker = Checker { templates, root: shape, used, open: Vec::new() };
    checker.enter(path, &[Scope { value: Some(shape), names: BTreeMap::new() }])
}

impl<'a> Checker<'a> {
    fn enter(&mut self, path: &str, scopes: &[Scope<'a>]) -> Result<()> {
        let Some(template) = self.templates.get(path) else { return Ok(()) };
        self.used.push(path.to_owned());
        self.open.push(path.to_owned());
        self.walk(template, scopes)?;
        self.open.pop();
        Ok(())
    }

    fn walk(&mut self, template: &'a Template, scopes: &[Scope<'a>]) -> Result<()> {
        for (i, element) in template.elements.iter().enumerate() {
            let at = template.mapping.get(i).map_or((1, 1), |m| (m.0, m.1));
            match element {
                TemplateElement::Expression(helper) => self.print(helper, at, scopes)?,
                TemplateElement::HelperBlock(helper) => self.block(helper, at, scopes)?,
                TemplateElement::PartialExpression(partial) => self.partial(partial, at, scopes)?,
                TemplateElement::HtmlExpression(_) => {
                    return self.fail(at, "output without escaping is not allowed".into(), "use two braces");
                }
                TemplateElement::PartialBlock(_)
                | TemplateElement::DecoratorExpression(_)
                | TemplateElement::DecoratorBlock(_) => {
                    return self.fail(
                        at,
                        "inline and block partials are not supported".into(),
                        "put the part into a file of its own",
                    );
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// `{{path}}` or `{{helper value}}`.
    fn print(&mut self, helper: &'a HelperTemplate, at: (usize, usize), scopes: &[Scope<'a>]) -> Result<()> {
        let name = helper.name.as_name().unwrap_or_default();
        let bare = helper.params.is_empty() && helper.hash.is_empty();
        if bare && name == super::JSON_LD {
            return Ok(());
        }
        if !bare || !matches!(helper.name, Parameter::Path(_) | Parameter::Name(_)) {
            return self.call(helper, at, scopes).map(|_| ());
        }
        match self.resolve(name, at, scopes)? {
            Some(Value::Array(_)) => {
                self.fail(at, format!("`{name}` is a list"), &format!("use `{{{{#each {name}}}}}`"))
            }
            Some(Value::Object(_)) => {
                self.fail(at, format!("`{name}` has parts and cannot be printed"), "name one of its parts")
            }
            _ => Ok(()),
        }
    }

    /// Checks a helper's name and values; the shape of its first value comes back.
    fn call(&mut self, helper: &'a HelperTemplate, at: (usize, usize), scopes: &[Scope<'a>]) -> Result<Shape<'a>> {
        let name = helper.name.as_name().unwrap_or_default();
        if !HELPERS.contains(&name) {
            return self.fail(at, format!("unknown helper `{name}`"), &suggest(name, &HELPERS)).map(|()| None);
        }
        let mut first = None;
        for (i, value) in helper.params.iter().enumerate() {
            let shape = self.value(value, at, scopes)?;
            if i == 0 {
                first = shape;
            }
        }
        let mut hash: Vec<_> = helper.hash.iter().collect();
        hash.sort_by_key(|(key, _)| *key);
        for (_, value) in hash {
            self.value(value, at, scopes)?;
        }
        Ok(first)
    }

    fn value(&mut self, value: &'a Parameter, at: (usize, usize), scopes: &[Scope<'a>]) -> Result<Shape<'a>> {
        match value {
            Parameter::Path(_) | Parameter::Name(_) => self.resolve(value.as_name().unwrap_or_default(), at, scopes),
            Parameter::Subexpression(inner) => match inner.as_element() {
                TemplateElement::Expression(helper) if inner.is_helper() => self.call(helper, at, scopes).map(|_| None),
                _ => self.resolve(inner.name(), at, scopes),
            },
            _ => Ok(None),
        }
    }

    fn block(&mut self, helper: &'a HelperTemplate, at: (usize, usize), scopes: &[Scope<'a>]) -> Result<()> {
        let name = helper.name.as_name().unwrap_or_default();
        let shape = self.call(helper, at, scopes)?;
        if helper.params.is_empty() {
            return self.fail(at, format!("`{name}` has no value to work on"), "name one behind it");
        }
        let mut inner = scopes.to_vec();
        match name {
            "each" => {
                let element = match shape {
                    Some(Value::Array(items)) => items.first(),
                    Some(Value::Object(map)) => map.values().next(),
                    None => None,
                    Some(_) => return self.fail(at, "`each` needs a list".into(), "use `{{#if}}` for a single value"),
                };
                inner.push(scope(element, helper.block_param.as_ref()));
            }
            "with" => inner.push(scope(shape, helper.block_param.as_ref())),
            _ => {}
        }
        if let Some(template) = &helper.template {
            self.walk(template, &inner)?;
        }
        helper.inverse.as_ref().map_or(Ok(()), |template| self.walk(template, scopes))
    }

    fn partial(&mut self, partial: &'a DecoratorTemplate, at: (usize, usize), scopes: &[Scope<'a>]) -> Result<()> {
        let Some(name) = partial.name.as_name() else {
            return self.fail(
                at,
                "the name of a partial must be written out".into(),
                "use `{{#if}}` to choose between partials",
            );
        };
        let mut inner = scopes.to_vec();
        if let Some(value) = partial.params.first() {
            inner.push(Scope { value: self.value(value, at, scopes)?, names: BTreeMap::new() });
        }
        let mut hash: Vec<_> = partial.hash.iter().collect();
        hash.sort_by_key(|(key, _)| *key);
        let mut names = BTreeMap::new();
        for (key, value) in hash {
            names.insert(key.clone(), self.value(value, at, scopes)?);
        }
        if let Some(last) = inner.last_mut() {
            last.names.extend(names);
        }
        let here = self.open.last().cloned().unwrap_or_default();
        let format = here.rsplit('.').nth(1).unwrap_or_default();
        let path = format!("{name}.{format}{}", super::ENDING);
        if self.open.contains(&path) {
            return self.fail(at, format!("the partial `{name}` includes itself"), "break the circle");
        }
        if !self.templates.contains_key(&path) {
            let ending = format!(".{format}{}", super::ENDING);
            let known: Vec<&str> = self.templates.keys().filter_map(|k| k.strip_suffix(&ending)).collect();
            return self.fail(at, format!("there is no partial `{name}`"), &suggest(name, &known));
        }
        self.enter(&path, &inner)
    }

    /// What a path leads to.
    fn resolve(&self, raw: &str, at: (usize, usize), scopes: &[Scope<'a>]) -> Result<Shape<'a>> {
        let mut path = raw;
        let mut level = scopes.len() - 1;
        let mut value = scopes[level].value;
        if let Some(rest) = path.strip_prefix("@root") {
            (path, value) = (rest.trim_start_matches(['.', '/']), Some(self.root));
        } else if let Some(variable) = path.strip_prefix('@') {
            let name = variable.trim_start_matches("../");
            if LOOP_VARIABLES.contains(&name) && scopes.len() > 1 {
                return Ok(None);
            }
            return self
                .fail(
                    at,
                    format!("unknown variable `@{name}`"),
                    "inside `each` there are @index, @key, @first and @last",
                )
                .map(|()| None);
        } else {
            while let Some(rest) = path.strip_prefix("../") {
                if level == 0 {
                    return self.fail(at, format!("`{raw}` leaves the data"), "remove one `../`").map(|()| None);
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
            value = match value {
                None => return Ok(None),
                Some(Value::Object(map)) => match map.get(name) {
                    Some(next) => Some(next),
                    None => {
                        let known: Vec<&String> = map.keys().collect();
                        return self
                            .fail(at, format!("`{raw}` is not in the data"), &suggest(name, &known))
                            .map(|()| None);
                    }
                },
                Some(Value::Array(items)) if name.trim_matches(['[', ']']).parse::<usize>().is_ok() => items.first(),
                Some(_) => {
                    return self
                        .fail(at, format!("`{raw}` is not in the data"), &format!("nothing has a part `{name}` here"))
                        .map(|()| None);
                }
            };
        }
        Ok(value)
    }

    fn fail(&self, at: (usize, usize), message: String, help: &str) -> Result<()> {
        Err(Error::Template {
            file: self.open.last().cloned().unwrap_or_default(),
            line: at.0,
            column: at.1,
            message,
            help: Some(help.to_owned()),
        })
    }
}

/// The scope inside `each` or `with`.
fn scope<'a>(value: Shape<'a>, names: Option<&BlockParam>) -> Scope<'a> {
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
    Scope { value, names: own }
}
