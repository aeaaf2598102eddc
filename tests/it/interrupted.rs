//! A batch that is killed at any moment and started again: nothing lost, nothing twice, the same bytes as an unbroken run,
//! and no finished file done again. A kill is a copy of the journal as it stands, cut anywhere.

use rolefit::batch::{self, Folder, Opened, Options, Scoring, Summary, plan};
use rolefit::document;
use rolefit::lexicon::Lexicon;
use rolefit::score::Scorer;
use std::fs;
use std::path::Path;
use std::sync::{LazyLock, Mutex};

/// What a run that is not through leaves in its folder.
const JOURNAL: &str = ".rolefit.journal";
const FILES: usize = 6;

/// A folder of six files: four resumes, one of them twice, and one that cannot be read.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for n in 0..FILES {
        let text = format!("Jordan Avery\nProduct Manager, Acme {}\n2019-03 to 2024-06\n", n % 4);
        fs::write(dir.path().join(format!("{n}.txt")), if n == 3 { "" } else { &text }).unwrap();
    }
    dir
}

/// Runs the batch on one thread; `seen` hears of each file that is really read.
fn run(input: &Path, out: &Path, key: &str, fresh: bool, seen: &(dyn Fn(&str) + Sync)) -> Summary {
    // Made once: it takes an unoptimised build longer than all the rest.
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);
    let role = rolefit::role::builtin("lead").unwrap();
    let scorers = [Scorer::new(&role, &LEXICON, None)];
    let scoring = Scoring { lexicon: &LEXICON, scorers: &scorers, as_of: jiff::civil::date(2026, 1, 31), blind: false };
    let options = Options { jobs: 1, max_file: 1_000_000, jsonl: true, csv: true, html: true };
    let folder = Folder::open(out).unwrap().with_key(key);
    if fresh {
        folder.forget().unwrap();
    }
    let judge = |file: &Opened| {
        seen(file.name);
        Ok(batch::score(&document::read(file.bytes)?, file.name, file.sha256, &scoring))
    };
    batch::run_by(plan(&[input.to_owned()], &[], out), judge, false, &options, &folder, &|_, _| {}).unwrap()
}

fn results(out: &Path) -> Vec<(String, Vec<u8>)> {
    let names = ["scorecards.jsonl", "shortlist.csv", "failures.csv", "report.html"];
    names.map(|name| (name.to_owned(), fs::read(out.join(name)).unwrap())).into()
}

/// An unbroken run's results, and its journal just before the last file was read.
fn unbroken(dir: &Path) -> (Vec<(String, Vec<u8>)>, Vec<u8>) {
    let out = dir.join("whole");
    let journal = Mutex::new(Vec::new());
    run(dir, &out, "key", false, &|_| *journal.lock().unwrap() = fs::read(out.join(JOURNAL)).unwrap());
    assert!(!out.join(JOURNAL).exists(), "a run that is through leaves no journal");
    let results = results(&out);
    fs::remove_dir_all(&out).unwrap();
    (results, journal.into_inner().unwrap())
}

/// The same run after a kill that left `journal`: its results and how many files it read.
fn after(dir: &Path, journal: &[u8], key: &str, fresh: bool) -> (Vec<(String, Vec<u8>)>, usize, Summary) {
    let out = dir.join("out");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join(JOURNAL), journal).unwrap();
    let seen = Mutex::new(0);
    let summary = run(dir, &out, key, fresh, &|_| *seen.lock().unwrap() += 1);
    let results = results(&out);
    fs::remove_dir_all(&out).unwrap();
    (results, seen.into_inner().unwrap(), summary)
}

#[test]
fn a_run_cut_off_at_any_byte_ends_with_the_same_bytes() {
    let dir = folder();
    let (want, journal) = unbroken(dir.path());
    // Before and behind each line end, and somewhere inside.
    let ends = journal.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
    let cuts = ends.flat_map(|end| [end / 2, end, end + 1]).chain([0]);
    for cut in cuts {
        let (got, read, summary) = after(dir.path(), &journal[..cut], "key", false);
        assert!(got == want, "cut at {cut}");
        assert_eq!((read + summary.resumed, summary.scored), (FILES, FILES - 1), "cut at {cut}");
    }
}

#[test]
fn what_was_finished_is_not_done_again() {
    let dir = folder();
    let (_, journal) = unbroken(dir.path());
    let (_, read, summary) = after(dir.path(), &journal, "key", false);
    assert_eq!((read, summary.resumed), (1, FILES - 1));
}

#[test]
fn another_key_or_fresh_or_garbage_starts_anew() {
    let dir = folder();
    let (want, journal) = unbroken(dir.path());
    for (journal, key, fresh) in
        [(&journal[..], "other key", false), (&journal, "key", true), (b"\0\0\0 no journal", "key", false)]
    {
        let (got, read, summary) = after(dir.path(), journal, key, fresh);
        assert!(got == want);
        assert_eq!((read, summary.resumed), (FILES, 0), "{key} {fresh}");
    }
}

#[test]
fn a_file_that_changed_or_went_is_not_taken_from_the_journal() {
    let dir = folder();
    let (_, journal) = unbroken(dir.path());
    fs::write(dir.path().join("0.txt"), "Robin Moss\nNurse, Ward 7\n2019-03 to 2024-06\n").unwrap();
    fs::remove_file(dir.path().join("1.txt")).unwrap();
    let (want, _) = unbroken(dir.path());
    let (got, read, summary) = after(dir.path(), &journal, "key", false);
    assert!(got == want);
    assert_eq!((read, summary.resumed), (2, FILES - 3), "the changed one and the one that was not done");
}
