//! `rolefit post`: a role and a company's details become a posting.

use super::{Outcome, files, role};
use crate::cli::{PostArgs, PostFormat};
use rolefit::posting::{self, Company, Format, Posting};
use rolefit::template::Templates;
use std::path::Path;

/// Ending of the files of a template folder that are templates.
const TEMPLATE: &str = ".hbs";
/// Folder of the templates of postings.
const OWN_FOLDER: &str = "posting/";

/// Runs the command.
pub fn run(args: PostArgs) -> anyhow::Result<Outcome> {
    let role = role::find(&args.role)?;
    let company = Company::parse(&files::read_text(&args.company)?, &files::name(&args.company))?;
    let templates = match &args.templates {
        Some(folder) => Templates::with_overrides(&overrides(folder)?)?,
        None => Templates::builtin(),
    };
    let today = || jiff::Zoned::now().date();
    let posting = posting::build(&role, &company, args.as_of.unwrap_or_else(today))?;
    files::write_out(args.out.as_deref(), &written(&posting, args.format, &templates)?)?;
    remark(&posting);
    Ok(Outcome::Fine)
}

/// The templates of postings in a user's folder; those of reports may stand beside them.
fn overrides(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut all = files::read_folder(folder, &[TEMPLATE])?;
    all.retain(|(path, _)| path.starts_with(OWN_FOLDER) || !path.contains('/'));
    Ok(all)
}

/// What the posting lacks goes to standard error; it never changes the outcome.
#[allow(clippy::print_stderr, reason = "remarks are messages, not results")]
fn remark(posting: &posting::Posting) {
    for problem in posting::problems(posting) {
        eprintln!("note: {problem}");
    }
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
