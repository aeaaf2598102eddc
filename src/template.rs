//! Strict Handlebars: a registry for each output format with its own escaping, and a user's files over ours.
//!
//! Handlebars' own strict mode is silent where it hurts most: `{{#if salery}}` drops the pay without a word. So every
//! template is also held against the shape of the data before it is used: each path it reads, each helper it calls,
//! each partial it includes. Partials that include each other are refused, since they would overflow the stack.
//! Company texts are data; they are never compiled.

mod check;
mod diff;
mod escape;
mod finding;
mod source;
mod stamp;

pub use diff::diff;
pub use finding::{Finding, Severity};
pub use stamp::{Original, State, originals, state};

use crate::error::{Error, Result, nearest};
use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

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
        Templates::load(&builtin_files()).expect("compiled-in templates are checked by a test")
    }

    /// The built-in templates with a user's files over them: path below the template folder, and text. A path may
    /// leave out the folder (`posting.md.hbs`).
    ///
    /// # Errors
    /// [`Error::Template`] with place for anything that could not be rendered or would silently lose data.
    pub fn with_overrides(files: &[(String, String)]) -> Result<Templates> {
        if let Some(finding) = check(files).into_iter().find(|f| f.severity == Severity::Error) {
            return Err(finding.error());
        }
        let mut all = builtin_files();
        all.extend(files.iter().map(|(path, text)| (full(path), text.clone())));
        Templates::load(&all)
    }

    fn load(files: &BTreeMap<String, String>) -> Result<Templates> {
        let mut registries: BTreeMap<&'static str, Handlebars<'static>> =
            escape::FORMATS.iter().map(|(name, escape)| (*name, registry(*escape))).collect();
        for (path, text) in files {
            let (format, name) = split(path)?;
            let template = source::compile(text, path).map_err(Finding::error)?;
            registries.get_mut(format).expect("every format has a registry").register_template(name, template);
        }
        Ok(Templates { registries })
    }

    /// Renders a template by its path without the ending: `posting/posting.md`.
    ///
    /// # Errors
    /// [`Error::Template`] with place.
    pub fn render(&self, name: &str, data: &impl Serialize) -> Result<String> {
        let path = format!("{name}{ENDING}");
        let (format, name) = split(&path)?;
        let mut out = Capped { bytes: Vec::new() };
        self.registries[format].render_to_write(name, data, &mut out).map_err(|error| {
            let file = error.template_name.as_deref().unwrap_or(name);
            let file = if file.ends_with(ENDING) { file.to_owned() } else { format!("{file}.{format}{ENDING}") };
            let full = out.bytes.len() >= LARGEST_OUTPUT;
            let (message, help) = match full {
                true => (format!("it writes more than {LARGEST_OUTPUT} bytes"), "look for loops inside loops"),
                false => (
                    error.reason().to_string().to_lowercase(),
                    "compare it with the built-in template of the same name",
                ),
            };
            Error::Template {
                file,
                line: error.line_no.unwrap_or(1),
                column: error.column_no.unwrap_or(1),
                message,
                help: Some(help.into()),
            }
        })?;
        Ok(String::from_utf8(out.bytes).expect("templates and data are text"))
    }
}

/// Most that a template may write, in bytes; a posting has a few thousand.
const LARGEST_OUTPUT: usize = 16 * 1024 * 1024;

/// Output that has an end.
struct Capped {
    bytes: Vec<u8>,
}

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let kept = &bytes[..bytes.len().min(LARGEST_OUTPUT - self.bytes.len())];
        self.bytes.extend_from_slice(kept);
        if kept.len() < bytes.len() { Err(std::io::Error::other("too much output")) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A path with its folder.
fn full(path: &str) -> String {
    if path.contains('/') { path.to_owned() } else { format!("posting/{path}") }
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

/// Whether a file is a template by its name.
pub fn is_template(path: &str) -> bool {
    path.ends_with(ENDING)
}

/// Holds a user's files, laid over ours, against the data that they get; see [`Templates::with_overrides`]. All
/// findings: errors first, then by file and place.
pub fn check(files: &[(String, String)]) -> Vec<Finding> {
    let own: BTreeMap<String, String> = files.iter().map(|(path, text)| (full(path), text.clone())).collect();
    let mut texts = builtin_files();
    texts.extend(own.clone());
    let (mut compiled, mut broken, mut findings) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
    for (path, text) in &texts {
        let parsed = split(path).map_err(|error| of_name(path, &error)).and_then(|_| source::compile(text, path));
        match parsed {
            Ok(template) => drop(compiled.insert(path.clone(), template)),
            Err(finding) => {
                broken.insert(path.clone());
                findings.push(finding);
            }
        }
    }
    let library = check::Library { compiled: &compiled, texts: &texts, broken: &broken };
    let (mut used, mut cut) = (BTreeSet::new(), false);
    for (path, _) in BUILTIN {
        let folder = path.split('/').next().unwrap_or_default();
        let shape = SHAPES.iter().find(|(name, _)| *name == folder).map_or("{}", |(_, json)| json);
        let shape: Value = serde_json::from_str(shape).expect("compiled-in shapes are parsed by a test");
        let done = check::check(path, &library, &check::merged(shape));
        findings.extend(done.findings);
        used.extend(done.used);
        cut |= done.cut;
        if own.contains_key(path) && !broken.contains(path) && path != DESCRIPTION && !done.cut {
            // The headline names the company.
            let headed = !done.unshown.iter().any(|part| part == "headline");
            let unshown = done.unshown.into_iter().filter(|part| !(headed && part == "company.name")).map(|part| {
                let help = "leave it so if readers of this format need not see it".to_owned();
                let message = match part.as_str() {
                    "" => "nothing of the posting is shown".to_owned(),
                    part => format!("`{part}` is shown nowhere"),
                };
                Finding::whole(Severity::Info, path, &message, help)
            });
            findings.extend(unshown);
        }
    }
    for path in texts.keys().filter(|path| !cut && !used.contains(*path) && !broken.contains(*path)) {
        let help = uses(path);
        findings.push(Finding::whole(Severity::Error, path, "nothing uses this template", help));
    }
    findings.sort_by(|a, b| a.place().cmp(&b.place()));
    findings.dedup();
    findings
}

/// The description inside the structured data is a part of the page, so it need not show all.
const DESCRIPTION: &str = "posting/description.html.hbs";

/// What to do with a template that nothing uses.
fn uses(path: &str) -> String {
    let known = BUILTIN.map(|(path, _)| path);
    let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
    let same_name = known.iter().find(|known| name(known) == name(path)).copied();
    match same_name.or_else(|| nearest(path, &known)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "include it with `{{{{> {}}}}}`, or name it as one of ours: {}",
            split(path).map_or(path, |(_, name)| name),
            known.join(", ")
        ),
    }
}

/// The finding for a file whose name says no format.
fn of_name(path: &str, error: &Error) -> Finding {
    let near = nearest(path, &BUILTIN.map(|(path, _)| path))
        .map(|near| format!("did you mean `{near}`? "))
        .unwrap_or_default();
    let (message, help) = match error {
        Error::Template { message, help, .. } => (message.clone(), help.clone().unwrap_or_default()),
        other => (other.to_string(), String::new()),
    };
    Finding::whole(Severity::Error, path, &message, format!("{near}{help}"))
}
