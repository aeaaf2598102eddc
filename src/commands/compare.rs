//! `rolefit compare`: Lead and Senior Product Manager side by side, and one resume against both.

use super::{Outcome, files, setup, tell};
use crate::cli::{CompareArgs, ReportFormat};
use crate::worker::{Reader, Setup, TIMEOUT};
use rolefit::batch::{Opened, fingerprint};
use rolefit::report::json;
use rolefit::report::pair::Pair;
use rolefit::role;
use std::path::Path;

/// Runs the command.
pub fn run(args: CompareArgs) -> anyhow::Result<Outcome> {
    if let Some(resume) = args.resume.as_deref() {
        return both_scores(resume, &args);
    }
    let both = role::SideBySide { with_sources: args.sources, ..role::side_by_side() };
    let text = match args.format {
        ReportFormat::Text => both.text(setup::screen().width),
        ReportFormat::Md => both.markdown(),
        ReportFormat::Html => both.html(),
        ReportFormat::Json => serde_json::to_string_pretty(&both)? + "\n",
    };
    files::write_out(None, text.as_bytes())?;
    Ok(Outcome::Fine)
}

/// One resume against both roles, the way leading from Senior to Lead.
fn both_scores(path: &Path, args: &CompareArgs) -> anyhow::Result<Outcome> {
    let rubrics = setup::rubrics(&["senior".into(), "lead".into()], None)?;
    let as_of = setup::day(args.as_of).to_string();
    let reader = Reader::start(&Setup { rubrics, lexicon: None, as_of, blind: args.blind }, TIMEOUT, None)?;
    let bytes = setup::resume(path)?;
    let name = path.display().to_string();
    let scored = match reader.score(&Opened { bytes: &bytes, name: &name, sha256: &fingerprint(&bytes) }) {
        Ok(scored) => scored,
        Err(error) => {
            tell(&format!("{}: {error}", files::name(path)), error.help().as_deref());
            return Ok(Outcome::Nothing);
        }
    };
    let [senior, lead] = scored.cards.as_slice() else { anyhow::bail!("the reader gave no two scorecards") };
    let pair = Pair::new(senior, lead);
    let text = match args.format {
        ReportFormat::Text => pair.text(setup::screen()),
        ReportFormat::Md => pair.markdown(),
        ReportFormat::Html => pair.html(),
        ReportFormat::Json => json::line(&pair),
    };
    files::write_out(None, text.as_bytes())?;
    Ok(if lead.score.is_none() { Outcome::No } else { Outcome::Fine })
}
