//! `rolefit post`: a role and a company's details become a posting.

use super::{Outcome, files, role};
use crate::cli::{PostArgs, PostFormat};
use rolefit::posting::{self, Company, Format};
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
    let text = posting::render(&posting, format(args.format), &templates)?;
    files::write_out(args.out.as_deref(), text.as_bytes())?;
    remark(&posting);
    super::lint::remark(text.as_bytes(), args.as_of.unwrap_or_else(today));
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

fn format(format: PostFormat) -> Format {
    match format {
        PostFormat::Md => Format::Md,
        PostFormat::Html => Format::Html,
        PostFormat::Txt => Format::Txt,
        PostFormat::Jsonld => Format::Jsonld,
        PostFormat::Json => Format::Json,
    }
}
