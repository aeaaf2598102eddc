//! `rolefit post`: a role and a company's details become a posting.

mod many;

use super::{Outcome, files, role};
use crate::cli::{PostArgs, PostFormat};
use anyhow::Context as _;
use jiff::civil::Date;
use rolefit::lint;
use rolefit::posting::{self, Company, Format, Names, Posting};
use rolefit::template::Templates;
use std::io::IsTerminal as _;
use std::path::Path;

/// Ending of the files of a template folder that are templates.
const TEMPLATE: &str = ".hbs";
/// Folder of the templates of postings.
const OWN_FOLDER: &str = "posting/";
/// Folder of the roles.
const OWN_ROLES: &str = "roles";
/// Most remarks about a posting that was just written; `rolefit lint` has them all.
const NOTES: usize = 8;

/// Runs the command.
pub fn run(mut args: PostArgs) -> anyhow::Result<Outcome> {
    let role = role::find(&own_role(&args.role, args.templates.as_deref()))?;
    let templates = match &args.templates {
        Some(folder) => Templates::with_overrides(&overrides(folder)?)?,
        None => Templates::builtin(),
    };
    let day = super::setup::day(args.as_of);
    args.format = distinct(&args.format);
    if args.format.is_empty() {
        let file = args.out.as_deref().filter(|out| args.companies.is_none() && !out.is_dir());
        args.format = vec![file.map_or(Ok(PostFormat::Md), by_ending)?];
    }
    if let (Some(companies), Some(folder)) = (&args.companies, &args.out) {
        return many::run(companies, folder, &many::Plan { role, templates, day, formats: args.format });
    }
    let path = args.company.as_deref().context("--company is missing")?;
    let company = Company::parse(&files::read_text(path)?, &files::name(path))?;
    let posting = posting::build(&role, &company, day)?;
    if args.out.as_deref().is_some_and(|out| files::same(out, path)) {
        anyhow::bail!("--out is the company file, which would be lost; give the posting a name of its own");
    }
    let binary = args.format == [PostFormat::Docx] && args.out.is_none();
    if binary && std::io::stdout().is_terminal() {
        anyhow::bail!("a Word document cannot be shown here: add --out FILE");
    }
    match (args.format.as_slice(), args.out.as_deref()) {
        ([format], out) if out.is_none_or(|out| !out.is_dir()) => {
            files::write_out(out, &written(&posting, *format, &templates)?)?
        }
        (formats, Some(folder)) => {
            files::make_folder(folder)?;
            let name = Names::default().give(&posting);
            for (ending, bytes) in all_written(&posting, formats, &templates)? {
                files::write_out(Some(&folder.join(format!("{name}.{ending}"))), &bytes)?;
            }
        }
        (_, None) => anyhow::bail!("several formats need a folder: add --out DIR"),
    }
    let notes = notes(&posting, &templates, day)?;
    notes.iter().take(NOTES).for_each(|note| super::say(&format!("note: {note}")));
    if notes.len() > NOTES {
        super::say(&format!("note: {} more; `rolefit lint` shows them all", notes.len() - NOTES));
    }
    Ok(Outcome::Fine)
}

/// The format that the ending of a file's name tells; Markdown where it tells none.
fn by_ending(file: &Path) -> anyhow::Result<PostFormat> {
    let ending = file.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    Ok(match ending.as_str() {
        "html" | "htm" => PostFormat::Html,
        "txt" => PostFormat::Txt,
        "docx" => PostFormat::Docx,
        "jsonld" => PostFormat::Jsonld,
        "json" => PostFormat::Json,
        "pdf" | "doc" | "odt" | "rtf" => {
            anyhow::bail!(
                "a posting is not written as .{ending}: choose .docx or .html, which other programs turn into it"
            )
        }
        _ => PostFormat::Md,
    })
}

/// Each format once, in the order given.
fn distinct(formats: &[PostFormat]) -> Vec<PostFormat> {
    let mut out: Vec<PostFormat> = Vec::new();
    for format in formats {
        if !out.contains(format) {
            out.push(*format);
        }
    }
    out
}

/// The role of that name in a user's template folder, where it has one; else the name.
fn own_role(name: &str, templates: Option<&Path>) -> String {
    let file = templates.map(|folder| folder.join(OWN_ROLES).join(format!("{}.json", name.to_ascii_lowercase())));
    file.filter(|file| file.is_file()).map_or_else(|| name.to_owned(), |file| file.display().to_string())
}

/// The templates of postings in a user's folder; those of reports may stand beside them.
fn overrides(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut all = files::read_folder(folder, &[TEMPLATE])?;
    all.retain(|(path, _)| path.starts_with(OWN_FOLDER) || !path.contains('/'));
    Ok(all)
}

/// What the posting lacks, and what the linter says of it as readers see it; it never changes the outcome.
fn notes(posting: &Posting, templates: &Templates, day: Date) -> rolefit::error::Result<Vec<String>> {
    let page = posting::render(posting, Format::Md, templates)?;
    let mut notes = posting::problems(posting);
    notes.extend(lint::brief(page.as_bytes(), day));
    Ok(notes)
}

/// Endings and bytes of a posting in several formats, all or none.
fn all_written(
    posting: &Posting,
    formats: &[PostFormat],
    templates: &Templates,
) -> rolefit::error::Result<Vec<(&'static str, Vec<u8>)>> {
    formats.iter().map(|format| Ok((ending(*format), written(posting, *format, templates)?))).collect()
}

/// The bytes of a posting.
fn written(posting: &Posting, format: PostFormat, templates: &Templates) -> rolefit::error::Result<Vec<u8>> {
    let format = match format {
        PostFormat::Md => Format::Md,
        PostFormat::Html => Format::Html,
        PostFormat::Txt => Format::Txt,
        PostFormat::Docx => return posting::docx(posting, templates),
        PostFormat::Jsonld => Format::Jsonld,
        PostFormat::Json => Format::Json,
    };
    posting::render(posting, format, templates).map(String::into_bytes)
}

fn ending(format: PostFormat) -> &'static str {
    match format {
        PostFormat::Md => "md",
        PostFormat::Html => "html",
        PostFormat::Txt => "txt",
        PostFormat::Docx => "docx",
        PostFormat::Jsonld => "jsonld",
        PostFormat::Json => "json",
    }
}
