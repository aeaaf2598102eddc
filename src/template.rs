//! Strict Handlebars: a registry for each output format with its own escaping, and a user's files over ours.
//!
//! Handlebars' own strict mode is silent where it hurts most: `{{#if salery}}` drops the pay without a word. So every
//! template is also held against the shape of the data before it is used: each path it reads, each helper it calls,
//! each partial it includes. Partials that include each other are refused, since they would overflow the stack.
//! Company texts are data; they are never compiled.

mod check;
mod escape;
mod source;

use crate::error::{Error, Result, suggest};
use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext, Template};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Templates that are compiled in: path below the template folder, and text.
const BUILTIN: [(&str, &str); 4] = [
    ("posting/posting.md.hbs", include_str!("../templates/posting/posting.md.hbs")),
    ("posting/posting.html.hbs", include_str!("../templates/posting/posting.html.hbs")),
    ("posting/posting.txt.hbs", include_str!("../templates/posting/posting.txt.hbs")),
    ("posting/description.html.hbs", include_str!("../templates/posting/description.html.hbs")),
];
/// The data that a template of a folder gets, every field filled; a test keeps it equal to the real thing.
const SHAPES: [(&str, &str); 1] = [("posting", include_str!("../templates/posting/shape.json"))];
/// Ending of every template.
const ENDING: &str = ".hbs";
/// Key of the structured data of a page; put there by the renderer, printed by the helper of the same name.
pub(crate) const JSON_LD: &str = "json_ld";

/// Compiled templates of all formats.
pub struct Templates {
    registries: BTreeMap<&'static str, Handlebars<'static>>,
}

impl Templates {
    /// The templates that are compiled in.
    pub fn builtin() -> Templates {
        Templates::load(&builtin_files()).expect("compiled-in templates are checked by a test").0
    }

    /// The built-in templates with a user's files over them: path below the template folder, and text. A path may
    /// leave out the folder (`posting.md.hbs`).
    ///
    /// # Errors
    /// [`Error::Template`] with place for anything that could not be rendered or would silently lose data.
    pub fn with_overrides(files: &[(String, String)]) -> Result<Templates> {
        let mut all = builtin_files();
        for (path, text) in files {
            let path = if path.contains('/') { path.clone() } else { format!("posting/{path}") };
            all.insert(path, text.clone());
        }
        let (templates, compiled) = Templates::load(&all)?;
        check_all(&compiled, &all)?;
        Ok(templates)
    }

    fn load(files: &BTreeMap<String, String>) -> Result<(Templates, BTreeMap<String, Template>)> {
        let mut registries: BTreeMap<&'static str, Handlebars<'static>> =
            escape::FORMATS.iter().map(|(name, escape)| (*name, registry(*escape))).collect();
        let mut compiled = BTreeMap::new();
        for (path, text) in files {
            let (format, name) = split(path)?;
            let template = source::compile(text, path)?;
            let registry = registries.get_mut(format).expect("every format has a registry");
            registry.register_template(name, template.clone());
            compiled.insert(path.clone(), template);
        }
        Ok((Templates { registries }, compiled))
    }

    /// Renders a template by its path without the ending: `posting/posting.md`.
    ///
    /// # Errors
    /// [`Error::Template`] with place.
    pub fn render(&self, name: &str, data: &impl Serialize) -> Result<String> {
        let path = format!("{name}{ENDING}");
        let (format, name) = split(&path)?;
        self.registries[format].render(name, data).map_err(|error| {
            let file = error.template_name.as_deref().unwrap_or(name);
            let file = if file.ends_with(ENDING) { file.to_owned() } else { format!("{file}.{format}{ENDING}") };
            Error::Template {
                file,
                line: error.line_no.unwrap_or(1),
                column: error.column_no.unwrap_or(1),
                message: error.reason().to_string().to_lowercase(),
                help: Some("compare it with the built-in template of the same name".into()),
            }
        })
    }
}

fn builtin_files() -> BTreeMap<String, String> {
    BUILTIN.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// Format and name of a template path: `posting/posting.md.hbs` is `md`, `posting/posting`.
fn split(path: &str) -> Result<(&'static str, &str)> {
    let formats = escape::FORMATS.map(|(name, _)| name);
    let stem = path.strip_suffix(ENDING).unwrap_or(path);
    let found = stem.rsplit_once('.').and_then(|(name, end)| Some((*formats.iter().find(|f| **f == end)?, name)));
    found.ok_or_else(|| Error::Template {
        file: path.into(),
        line: 1,
        column: 1,
        message: "the file name does not say what the template writes".into(),
        help: Some(format!("end it with .{}{ENDING}", formats.join(&format!("{ENDING}, .")))),
    })
}

fn registry(escape: escape::Escape) -> Handlebars<'static> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.set_prevent_indent(true);
    registry.register_escape_fn(escape);
    registry.register_helper(JSON_LD, Box::new(json_ld));
    registry
}

/// Prints the structured data of the page. It is JSON whose `<`, `>` and `&` are escapes already, so that it cannot
/// end the script element; HTML escaping would break it.
fn json_ld(_: &Helper, _: &Handlebars, data: &Context, _: &mut RenderContext, out: &mut dyn Output) -> HelperResult {
    if let Some(text) = data.data().get(JSON_LD).and_then(Value::as_str) {
        let safe = !text.contains(['<', '>', '&']);
        out.write("<script type=\"application/ld+json\">")?;
        out.write(if safe { text } else { "{}" })?;
        out.write("</script>")?;
    }
    Ok(())
}

/// Holds every template that is used against the data it gets; a user's file that nothing uses is a mistake too.
fn check_all(compiled: &BTreeMap<String, Template>, files: &BTreeMap<String, String>) -> Result<()> {
    let mut used = Vec::new();
    for (path, _) in BUILTIN {
        let folder = path.split('/').next().unwrap_or_default();
        let shape = SHAPES.iter().find(|(name, _)| *name == folder).map_or("{}", |(_, json)| json);
        let shape: Value = serde_json::from_str(shape).expect("compiled-in shapes are parsed by a test");
        check::check(path, compiled, &check::merged(shape), &mut used)?;
    }
    match files.keys().find(|path| !used.contains(*path)) {
        None => Ok(()),
        Some(path) => Err(Error::Template {
            file: path.clone(),
            line: 1,
            column: 1,
            message: "nothing uses this template".into(),
            help: Some(suggest(path, &BUILTIN.map(|(path, _)| path))),
        }),
    }
}
