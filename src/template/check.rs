//! What strict mode does not see: every path, helper and partial of a template, held against the shape of the data.
//!
//! The walk follows the template the way Handlebars would: `each` and `with` move the scope, partials are entered
//! with the scope of their call. A path that leads nowhere, a list printed as text, unescaped output and partials
//! that include each other are found with file, line and column, all of them in one go. What would take the renderer
//! very long is refused too: loops inside loops multiply.

mod scope;
mod unshown;

pub(super) use scope::merged;

use super::finding::{Finding, Severity};
use super::source::place_in_tag;
use crate::error::suggest;
use handlebars::Template;
use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, TemplateElement};
use scope::{Scope, Shape};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Helpers with the fewest and the most values that they take.
const HELPERS: [(&str, usize, usize); 15] = [
    ("if", 1, 1),
    ("unless", 1, 1),
    ("each", 1, 1),
    ("with", 1, 1),
    ("lookup", 2, 2),
    ("eq", 2, 2),
    ("ne", 2, 2),
    ("gt", 2, 2),
    ("gte", 2, 2),
    ("lt", 2, 2),
    ("lte", 2, 2),
    ("and", 1, 9),
    ("or", 1, 9),
    ("not", 1, 1),
    ("len", 1, 1),
];
/// Helpers that have a body.
const BLOCKS: [&str; 4] = ["if", "unless", "each", "with"];
/// `each` inside each other, at most: four loops over a list of a hundred would be a hundred million rounds.
const MOST_LOOPS: usize = 3;
/// Blocks and partials inside each other, at most; the renderer recurses into each.
const DEEPEST: usize = 64;
/// Partials that one template may enter, all calls counted; beyond it, partials that call partials twice multiply.
const MOST_CALLS: usize = 10_000;

/// Templates by their paths, texts for exact places.
pub(super) struct Library<'a> {
    /// Compiled templates.
    pub compiled: &'a BTreeMap<String, Template>,
    /// Their texts.
    pub texts: &'a BTreeMap<String, String>,
    /// Paths of templates that have a fault of their own, which are known and not entered.
    pub broken: &'a BTreeSet<String>,
}

/// What came of a check.
#[derive(Default)]
pub(super) struct Checked {
    /// Faults in the order of the walk.
    pub findings: Vec<Finding>,
    /// Paths of the templates that were entered, or are broken and would have been.
    pub used: BTreeSet<String>,
    /// Parts of the shape that are printed nowhere.
    pub unshown: Vec<String>,
    /// Whether the walk stopped at a limit, so that `used` and `unshown` are not whole.
    pub cut: bool,
}

/// Checks a template and all that it includes.
pub(super) fn check(path: &str, library: &Library, shape: &Value) -> Checked {
    let mut checker = Checker {
        library,
        root: shape,
        done: Checked::default(),
        shown: BTreeSet::new(),
        open: Vec::new(),
        loops: 0,
        depth: 0,
        calls: 0,
    };
    checker.enter(path, &[Scope::of(Some(shape))]);
    let unshown = unshown::parts(shape, &checker.shown);
    Checked { unshown, ..checker.done }
}

/// Line and column.
type At = (usize, usize);

struct Checker<'a> {
    library: &'a Library<'a>,
    root: &'a Value,
    done: Checked,
    /// Parts of the shape that are printed.
    shown: BTreeSet<*const Value>,
    /// Paths of the templates that are being walked, outermost first.
    open: Vec<String>,
    loops: usize,
    depth: usize,
    calls: usize,
}

impl<'a> Checker<'a> {
    fn enter(&mut self, path: &str, scopes: &[Scope<'a>]) {
        self.done.used.insert(path.to_owned());
        let library: &'a Library = self.library;
        let Some(template) = library.compiled.get(path) else { return };
        self.open.push(path.to_owned());
        self.walk(template, scopes, (1, 1));
        self.open.pop();
    }

    /// `from` is the place of an element that has none of its own: `{{else if}}` stands in its block.
    fn walk(&mut self, template: &'a Template, scopes: &[Scope<'a>], from: At) {
        for (i, element) in template.elements.iter().enumerate() {
            let at = template.mapping.get(i).map_or(from, |m| (m.0, m.1));
            match element {
                TemplateElement::Expression(helper) => self.print(helper, at, scopes),
                TemplateElement::HelperBlock(helper) => self.nested(at, |c| c.block(helper, at, scopes)),
                TemplateElement::PartialExpression(partial) => self.nested(at, |c| c.partial(partial, at, scopes)),
                TemplateElement::HtmlExpression(_) => {
                    self.fail(at, "", "output without escaping is not allowed".into(), "use two braces, without `&`");
                }
                TemplateElement::PartialBlock(_)
                | TemplateElement::DecoratorExpression(_)
                | TemplateElement::DecoratorBlock(_) => {
                    let help = "put the part into a file of its own";
                    self.fail(at, "", "inline and block partials are not supported".into(), help);
                }
                _ => {}
            }
        }
    }

    /// One level deeper, if there may be one.
    fn nested(&mut self, at: At, inner: impl FnOnce(&mut Self)) {
        if self.depth == DEEPEST {
            let message = format!("more than {DEEPEST} blocks and partials inside each other");
            self.done.cut = true;
            return self.fail(at, "", message, "put parts beside each other");
        }
        self.depth += 1;
        inner(self);
        self.depth -= 1;
    }

    /// `{{path}}` or `{{helper value}}`.
    fn print(&mut self, helper: &'a HelperTemplate, at: At, scopes: &[Scope<'a>]) {
        let name = helper.name.as_name().unwrap_or_default();
        let bare = helper.params.is_empty() && helper.hash.is_empty();
        if bare && name == super::JSON_LD {
            return;
        }
        if let Parameter::Subexpression(_) = helper.name {
            self.value(&helper.name, at, scopes);
            return;
        }
        if !bare {
            if BLOCKS.contains(&name) {
                let help = format!("open it with `{{{{#{name}` and close it with `{{{{/{name}}}}}`");
                self.fail(at, name, format!("`{name}` has no body"), &help);
            }
            self.call(helper, at, scopes);
            return;
        }
        match self.resolve(name, at, scopes) {
            Some(Value::Array(_)) => {
                self.fail(at, name, format!("`{name}` is a list"), &format!("use `{{{{#each {name}}}}}`"));
            }
            Some(Value::Object(_)) => {
                self.fail(at, name, format!("`{name}` has parts and cannot be printed"), "name one of its parts");
            }
            Some(value) => drop(self.shown.insert(value)),
            None => {}
        }
    }

    /// Checks a helper's name and values; the shape of its first value comes back.
    fn call(&mut self, helper: &'a HelperTemplate, at: At, scopes: &[Scope<'a>]) -> Shape<'a> {
        let name = helper.name.as_name().unwrap_or_default();
        let Some((_, least, most)) = HELPERS.iter().find(|(known, ..)| *known == name) else {
            self.fail(at, name, format!("unknown helper `{name}`"), &suggest(name, &HELPERS.map(|(known, ..)| known)));
            return None;
        };
        let given = helper.params.len();
        if !(*least..=*most).contains(&given) {
            let count = if least == most { least.to_string() } else { format!("{least} to {most}") };
            let message =
                format!("`{name}` takes {count} {}, found {given}", if count == "1" { "value" } else { "values" });
            self.fail(at, name, message, "name them behind it, with blanks between");
        }
        let mut first = None;
        for (i, value) in helper.params.iter().enumerate() {
            let shape = self.value(value, at, scopes);
            if i == 0 {
                first = shape;
            }
        }
        for value in in_order(&helper.hash) {
            self.value(value.1, at, scopes);
        }
        // What is looked up by a computed name may be any part.
        if let (Some(value), "lookup") = (first, name) {
            unshown::mark(value, &mut self.shown);
        }
        first
    }

    fn value(&mut self, value: &'a Parameter, at: At, scopes: &[Scope<'a>]) -> Shape<'a> {
        match value {
            Parameter::Path(_) | Parameter::Name(_) => self.resolve(value.as_name().unwrap_or_default(), at, scopes),
            Parameter::Subexpression(inner) => match inner.as_element() {
                TemplateElement::Expression(helper) if inner.is_helper() => {
                    self.call(helper, at, scopes);
                    None
                }
                TemplateElement::Expression(helper) => self.value(&helper.name, at, scopes),
                _ => None,
            },
            _ => None,
        }
    }

    fn block(&mut self, helper: &'a HelperTemplate, at: At, scopes: &[Scope<'a>]) {
        let name = helper.name.as_name().unwrap_or_default();
        let shape = self.call(helper, at, scopes);
        if HELPERS.iter().any(|(known, ..)| *known == name) && !BLOCKS.contains(&name) {
            self.fail(at, name, format!("`{name}` opens no block"), &format!("write `{{{{#if ({name} ...)}}}}`"));
        }
        let mut inner = scopes.to_vec();
        match name {
            "each" => {
                let element = match shape {
                    Some(Value::Array(items)) => items.first(),
                    Some(Value::Object(map)) => map.values().next(),
                    None => None,
                    Some(_) => {
                        self.fail(at, name, "`each` needs a list".into(), "use `{{#if}}` for a single value");
                        None
                    }
                };
                inner.push(Scope::inside(element, helper.block_param.as_ref()));
            }
            "with" => inner.push(Scope::inside(shape, helper.block_param.as_ref())),
            _ => {}
        }
        let loops = usize::from(name == "each");
        if self.loops + loops > MOST_LOOPS {
            let message = format!("more than {MOST_LOOPS} `each` inside each other");
            self.done.cut = true;
            return self.fail(at, name, message, "loops inside loops multiply; put them beside each other");
        }
        self.loops += loops;
        if let Some(template) = &helper.template {
            self.walk(template, &inner, at);
        }
        self.loops -= loops;
        if let Some(template) = &helper.inverse {
            self.walk(template, scopes, at);
        }
    }

    fn partial(&mut self, partial: &'a DecoratorTemplate, at: At, scopes: &[Scope<'a>]) {
        let Some(name) = partial.name.as_name() else {
            let help = "use `{{#if}}` to choose between partials";
            return self.fail(at, "", "the name of a partial must be written out".into(), help);
        };
        let mut inner = scopes.to_vec();
        if let Some(value) = partial.params.first() {
            let shape = self.value(value, at, scopes);
            inner.push(Scope::of(shape));
        }
        let mut names = BTreeMap::new();
        for (key, value) in in_order(&partial.hash) {
            names.insert(key.clone(), self.value(value, at, scopes));
        }
        if let Some(last) = inner.last_mut() {
            last.names.extend(names);
        }
        let here = self.open.last().cloned().unwrap_or_default();
        let format = here.rsplit('.').nth(1).unwrap_or_default();
        let ending = format!(".{format}{}", super::ENDING);
        let path = format!("{name}{ending}");
        if self.open.contains(&path) {
            let circle: Vec<&str> = self.open.iter().skip_while(|p| **p != path).map(String::as_str).collect();
            let help = format!("break the circle: {} -> {path}", circle.join(" -> "));
            return self.fail(at, name, format!("the partial `{name}` includes itself"), &help);
        }
        if self.library.broken.contains(&path) {
            self.done.used.insert(path);
            return;
        }
        if !self.library.compiled.contains_key(&path) {
            let known: Vec<&str> = self.library.compiled.keys().filter_map(|k| k.strip_suffix(&ending)).collect();
            return self.fail(at, name, format!("there is no partial `{name}`"), &suggest(name, &known));
        }
        self.calls += 1;
        if self.calls > MOST_CALLS {
            if self.calls == MOST_CALLS + 1 {
                let message = format!("more than {MOST_CALLS} partials, all calls counted");
                self.done.cut = true;
                self.fail(at, name, message, "partials that include partials twice multiply; include them once");
            }
            return;
        }
        self.enter(&path, &inner);
    }

    /// What a path leads to; nothing where that is not known, or where it leads nowhere and was found.
    fn resolve(&mut self, raw: &str, at: At, scopes: &[Scope<'a>]) -> Shape<'a> {
        match scope::resolve(raw, self.root, scopes) {
            Ok(shape) => shape,
            Err((message, help)) => {
                self.fail(at, raw, message, &help);
                None
            }
        }
    }

    /// A fault at a word of the tag at a place.
    fn fail(&mut self, at: At, word: &str, message: String, help: &str) {
        let file = self.open.last().cloned().unwrap_or_default();
        let (line, column) = self.library.texts.get(&file).map_or(at, |text| place_in_tag(text, at, word));
        self.done.findings.push(Finding {
            severity: Severity::Error,
            file,
            line,
            column,
            message,
            help: help.to_owned(),
        });
    }
}

/// Named values in the order of their names: Handlebars keeps them in none.
#[allow(clippy::disallowed_types, reason = "the type of Handlebars; the order is made here")]
fn in_order(hash: &std::collections::HashMap<String, Parameter>) -> Vec<(&String, &Parameter)> {
    let mut all: Vec<_> = hash.iter().collect();
    all.sort_by_key(|(key, _)| *key);
    all
}
