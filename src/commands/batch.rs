//! `rolefit batch`: many resumes into one folder of results.

use super::{Outcome, files, say, setup, tell};
use crate::cli::{BatchArgs, BatchFormat};
use crate::worker::{LIMITS_MEMORY, Reader, Setup};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rolefit::batch::{self, Folder, Opened, Options, Plan, Summary, fingerprint};
use rolefit::report::shortlist::Failure;
use std::io::IsTerminal as _;
use std::path::Path;

/// Failures printed on standard error; all of them stand in `failures.csv`.
const SHOWN: usize = 5;

/// Files by which a folder is known to hold results.
const RESULTS: [&str; 2] = ["scorecards.jsonl", "shortlist.csv"];

/// Runs the command.
pub fn run(args: BatchArgs) -> anyhow::Result<Outcome> {
    let rubrics = setup::rubrics(&args.role, args.posting.as_deref())?;
    let lexicon = setup::lexicon(args.lexicon.as_deref())?;
    let ocr = match setup::ocr(args.ocr) {
        Ok(ocr) => ocr,
        Err(outcome) => return Ok(outcome),
    };
    let setup = Setup { rubrics, lexicon, as_of: setup::day(args.as_of).to_string(), blind: args.blind };
    let plan = plan(&args)?;
    if plan.items.is_empty() {
        show_failures(&plan.failures, None);
        tell(
            "no file to read in what was given",
            Some("give resumes, folders of resumes, or a list of paths on standard input with -"),
        );
        return Ok(Outcome::Nothing);
    }
    let earlier = RESULTS.iter().any(|name| args.out.join(name).exists());
    let folder = Folder::open(&args.out)?.with_key(&key(&setup, &args)?);
    if args.fresh {
        folder.forget()?;
    }
    let reader = Reader::start(&setup, args.timeout, ocr)?;
    if !LIMITS_MEMORY && !args.quiet {
        say("note: this system cannot limit the memory of the processes that read; keep untrusted files to Linux");
    }
    let bar = progress_bar(plan.items.len(), args.quiet);
    let progress = |done: usize, _total: usize| bar.set_position(done as u64);
    let judge = |file: &Opened| reader.score(file);
    let summary = batch::run_by(plan, judge, args.blind, &options(&args), &folder, &progress);
    bar.finish_and_clear();
    let summary = summary?;
    show_failures(&summary.failures, Some(&args.out));
    if earlier && !args.quiet {
        say(&format!("note: the results of an earlier run in {} are replaced", args.out.display()));
    }
    if !args.quiet {
        say(&outline(&summary, &args.out));
    }
    Ok(match (summary.scored, summary.failures.is_empty()) {
        (0, _) => Outcome::Nothing,
        (_, false) => Outcome::No,
        (_, true) => Outcome::Fine,
    })
}

/// Stands for all that the results depend on apart from the files: a run with the same key may go on where one stopped.
fn key(setup: &Setup, args: &BatchArgs) -> anyhow::Result<String> {
    let all = (env!("CARGO_PKG_VERSION"), setup, args.max_file, args.timeout, args.ocr);
    Ok(fingerprint(&serde_json::to_vec(&all)?))
}

fn plan(args: &BatchArgs) -> anyhow::Result<Plan> {
    let is_list = |path: &&std::path::PathBuf| path.as_os_str() == files::STANDARD_INPUT;
    let inputs: Vec<_> = args.inputs.iter().filter(|path| !is_list(path)).cloned().collect();
    let list = match args.inputs.iter().find(is_list) {
        Some(path) => batch::paths_of_list(&files::read_file(path)?),
        None => Vec::new(),
    };
    Ok(batch::plan(&inputs, &list, &args.out))
}

fn options(args: &BatchArgs) -> Options {
    Options {
        jobs: args.jobs.map_or(0, |jobs| jobs as usize),
        max_file: args.max_file,
        jsonl: args.format.contains(&BatchFormat::Jsonl),
        csv: args.format.contains(&BatchFormat::Csv),
        html: args.format.contains(&BatchFormat::Html),
    }
}

/// A bar for somebody who watches; nothing for a log.
fn progress_bar(total: usize, quiet: bool) -> ProgressBar {
    let watched = std::io::stderr().is_terminal() && !quiet;
    let target = if watched { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(total as u64), target);
    match ProgressStyle::with_template("{bar:30} {pos} of {len}, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn show_failures(failures: &[Failure], out: Option<&Path>) {
    for failure in failures.iter().take(SHOWN) {
        tell(&format!("{}: {}", failure.file, failure.reason), Some(&failure.help));
    }
    if failures.len() > SHOWN {
        let place = out.map(|out| format!(", see {}", out.join("failures.csv").display())).unwrap_or_default();
        tell(&format!("and {} more{place}", failures.len() - SHOWN), None);
    }
}

fn outline(summary: &Summary, out: &Path) -> String {
    let mut parts = vec![format!("{} scored", summary.scored - summary.unscored)];
    if summary.unscored > 0 {
        parts.push(format!("{} with too little text for a score", summary.unscored));
    }
    match summary.duplicates {
        0 => {}
        1 => parts.push("1 of these a duplicate".into()),
        several => parts.push(format!("{several} of these duplicates")),
    }
    if !summary.failures.is_empty() {
        parts.push(format!("{} could not be read", summary.failures.len()));
    }
    if summary.resumed > 0 {
        parts.push(format!("{} done by an earlier run", summary.resumed));
    }
    let files = summary.written.join(" ");
    format!("{}; {}: {files}; {}", parts.join(", "), out.display(), summary.counts)
}
