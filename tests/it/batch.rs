//! A batch as a user meets it: every file accounted for, the same bytes for any number of threads, whole files or none.

use rolefit::batch::{self, Folder, Options, Plan, Scoring, Summary, plan};
use rolefit::document::{self, Document};
use rolefit::error::Result;
use rolefit::lexicon::Lexicon;
use rolefit::score::{Scorecard, Scorer};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const RESUME: &str = "Jordan Avery\nSenior Product Manager, Acme\n2019-03 to 2024-06\n";

/// A folder of resumes: `name` is in each text, so that no two are the same.
fn folder(names: &[&str]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for name in names {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("{RESUME}{name}\n")).unwrap();
    }
    dir
}

fn run_with(
    plan: Plan,
    out: &Path,
    jobs: usize,
    blind: bool,
    reader: impl Fn(&[u8]) -> Result<Document> + Sync,
) -> Result<Summary> {
    let lexicon = Lexicon::builtin();
    let roles = ["lead", "senior"].map(|name| rolefit::role::builtin(name).unwrap());
    let scorers = roles.each_ref().map(|role| Scorer::new(role, &lexicon, None));
    let scoring = Scoring { lexicon: &lexicon, scorers: &scorers, as_of: jiff::civil::date(2026, 1, 31), blind };
    let options = Options { jobs, max_file: 1_000_000, jsonl: true, csv: true, html: true };
    batch::run(plan, reader, &scoring, &options, &Folder::open(out)?, &|_, _| {})
}

fn run(inputs: &Path, out: &Path, jobs: usize) -> Summary {
    run_with(plan(&[inputs.to_owned()], &[], out), out, jobs, false, document::read).unwrap()
}

fn cards(out: &Path) -> Vec<Scorecard> {
    let lines = fs::read_to_string(out.join("scorecards.jsonl")).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn names_and_roles(out: &Path) -> Vec<(String, String)> {
    cards(out).into_iter().map(|card| (card.document.name, card.role.id.unwrap())).collect()
}

/// What stands in a folder of results, by name.
fn contents(out: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(out).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.file_name().unwrap().to_str().unwrap().into(), fs::read_to_string(&path).unwrap()))
        .collect()
}

fn table(out: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(out.join(name)).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn a_folder_gives_one_line_for_each_file_and_role_in_the_order_of_names() {
    let dir = folder(&["b.txt", "a/z.txt", "a.txt", "c/d/e.md"]);
    let out = dir.path().join("out");
    let summary = run(dir.path(), &out, 2);
    assert_eq!((summary.scored, summary.failures.len()), (4, 0));
    let want = ["a.txt", "a/z.txt", "b.txt", "c/d/e.md"];
    let want = want.iter().flat_map(|name| ["lead", "senior"].map(|role| (name.to_string(), role.to_string())));
    assert_eq!(names_and_roles(&out), want.collect::<Vec<_>>());
    assert_eq!(table(&out, "shortlist.csv").len(), 8);
    let header = fs::read_to_string(out.join("shortlist.csv")).unwrap();
    assert!(header.starts_with(
        "rank,file,candidate,role,score,score_low,score_high,product_months,total_months,met,partial,missing,unknown,flags,duplicate_of\n"
    ));
}

#[test]
fn any_number_of_threads_and_a_second_run_give_the_same_bytes() {
    let names = (0..40).map(|n| format!("{n}.txt")).collect::<Vec<_>>();
    let dir = folder(&names.iter().map(String::as_str).collect::<Vec<_>>());
    fs::write(dir.path().join("empty.pdf"), "").unwrap();
    fs::copy(dir.path().join("3.txt"), dir.path().join("copy of 3.txt")).unwrap();
    let out = dir.path().join("out");
    let first = run(dir.path(), &out, 1);
    let before = contents(&out);
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        [".rolefit.lock", "failures.csv", "report.html", "scorecards.jsonl", "shortlist.csv"]
    );
    for jobs in [2, 7] {
        assert_eq!(run(dir.path(), &out, jobs), first);
        assert_eq!(contents(&out), before, "{jobs} threads");
    }
}

#[test]
fn a_list_names_files_as_the_folder_does() {
    let dir = folder(&["x/b.txt", "x/a/c.txt"]);
    let root = dir.path().join("x");
    let list = format!("{0}/a/c.txt\n{0}/./b.txt\n", root.display());
    let of_list = plan(&[], &batch::paths_of_list(list.as_bytes()), &dir.path().join("out"));
    let of_folder = plan(&[root], &[], &dir.path().join("out"));
    let names = |plan: Plan| plan.items.into_iter().map(|item| item.name).collect::<Vec<_>>();
    assert_eq!(names(of_list), ["a/c.txt", "b.txt"]);
    assert_eq!(names(of_folder), ["a/c.txt", "b.txt"]);
    assert_eq!(batch::paths_of_list(b"a b\0c\nd\0"), [PathBuf::from("a b"), PathBuf::from("c\nd")]);
    assert_eq!(batch::paths_of_list(b"a b\r\n\nc\n"), [PathBuf::from("a b"), PathBuf::from("c")]);
}

#[test]
fn one_file_is_read_once_and_two_of_one_name_are_told_apart() {
    let dir = folder(&["x/a.txt", "y/a.txt", "y/b.txt"]);
    let [x, y] = ["x", "y"].map(|name| dir.path().join(name));
    let plan = plan(&[x.clone(), y.clone(), y.join("b.txt")], &[], &dir.path().join("out"));
    let names = plan.items.iter().map(|item| item.name.clone()).collect::<Vec<_>>();
    assert_eq!(names.len(), 3);
    assert_eq!(names.iter().filter(|name| name.ends_with("/a.txt")).count(), 2, "{names:?}");
    assert!(names.contains(&"b.txt".to_owned()), "{names:?}");
}

#[test]
fn results_are_not_read_as_resumes() {
    let dir = folder(&["a.txt"]);
    let out = dir.path().join("out");
    run(dir.path(), &out, 1);
    assert_eq!(run(dir.path(), &out, 1).scored, 1);
}

#[test]
fn results_among_the_resumes_are_no_resumes() {
    let both = folder(&["a.txt"]);
    run(both.path(), both.path(), 1);
    let again = run(both.path(), both.path(), 1);
    assert_eq!((again.scored, again.failures), (1, vec![]));
}

#[test]
#[cfg(unix)]
fn links_and_sockets_are_rows_with_a_reason() {
    let dir = folder(&["a.txt", "b.txt"]);
    std::os::unix::fs::symlink("/etc/passwd", dir.path().join("passwd.txt")).unwrap();
    std::os::unix::fs::symlink(".", dir.path().join("loop")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(dir.path().join("socket")).unwrap();
    let out = dir.path().join("out");
    let summary = run(dir.path(), &out, 2);
    assert_eq!(summary.scored, 2);
    let rows = table(&out, "failures.csv");
    let rows = rows.iter().map(|row| (row["file"].as_str(), row["reason"].as_str())).collect::<Vec<_>>();
    let link = "skipped: it is a link";
    assert_eq!(rows, [("loop", link), ("passwd.txt", link), ("socket", "skipped: it is a socket")]);
    assert!(table(&out, "failures.csv").iter().all(|row| !row["help"].is_empty()));
}

#[test]
fn bad_files_are_rows_and_do_not_stop_the_rest() {
    let dir = folder(&["good.txt", "panic.txt"]);
    fs::write(dir.path().join("empty.docx"), "").unwrap();
    fs::write(dir.path().join("huge.txt"), vec![b'x'; 1_000_001]).unwrap();
    let out = dir.path().join("out");
    let reader = |bytes: &[u8]| {
        assert!(!bytes.ends_with(b"panic.txt\n"), "page tree too deep");
        document::read(bytes)
    };
    let summary = run_with(plan(&[dir.path().to_owned()], &[], &out), &out, 2, false, reader).unwrap();
    assert_eq!(summary.scored, 1);
    let rows = table(&out, "failures.csv");
    let rows = rows.iter().map(|row| format!("{}: {}", row["file"], row["reason"])).collect::<Vec<_>>();
    let want =
        ["empty.docx: the file is empty", "huge.txt: limit: 1 MB in one file", "panic.txt: crash: page tree too deep"];
    assert_eq!(rows, want);
}

#[test]
fn the_same_text_twice_is_folded_below_the_first() {
    let dir = folder(&["b.txt"]);
    fs::copy(dir.path().join("b.txt"), dir.path().join("c.txt")).unwrap();
    fs::copy(dir.path().join("b.txt"), dir.path().join("a.txt")).unwrap();
    let out = dir.path().join("out");
    assert_eq!(run(dir.path(), &out, 2).duplicates, 2);
    let of = cards(&out).into_iter().map(|card| (card.document.name, card.duplicate_of)).collect::<Vec<_>>();
    assert_eq!(of[0], ("a.txt".into(), None));
    assert!(of[2..].iter().all(|(_, of)| of.as_deref() == Some("a.txt")), "{of:?}");
    let rows = table(&out, "shortlist.csv");
    assert_eq!(rows.len(), 6);
    assert!(rows.iter().all(|row| row["duplicate_of"].is_empty() || row["rank"].is_empty()));
}

#[test]
fn a_blind_batch_names_no_file() {
    let dir = folder(&[]);
    for (name, text) in [("maria-gonzalez.txt", "Product Manager"), ("li-wei.txt", "Nurse"), ("tom-empty.txt", "")] {
        fs::write(dir.path().join(name), text).unwrap();
    }
    let out = dir.path().join("out");
    run_with(plan(&[dir.path().to_owned()], &[], &out), &out, 2, true, document::read).unwrap();
    let names = names_and_roles(&out);
    assert!(names.is_sorted() && names.iter().all(|(name, _)| name.len() == 12), "{names:?}");
    for (file, text) in contents(&out) {
        let told = ["maria", "gonzalez", "li-wei", "tom-empty"].iter().find(|name| text.contains(*name));
        assert_eq!(told, None, "in {file}");
    }
}

#[test]
fn a_second_run_on_the_same_folder_is_refused_while_the_first_is_running() {
    let dir = tempfile::tempdir().unwrap();
    let first = Folder::open(dir.path()).unwrap();
    let refused = Folder::open(dir.path()).unwrap_err();
    assert!(refused.to_string().contains("another run is writing there"), "{refused}");
    drop(first);
    Folder::open(dir.path()).unwrap();
}

#[test]
fn what_a_killed_run_left_is_swept_and_old_results_stay_whole_until_new_ones_are() {
    let dir = folder(&["a.txt"]);
    let out = dir.path().join("out");
    run(dir.path(), &out, 1);
    fs::write(out.join(".rolefit-abc.tmp"), "half a line").unwrap();
    fs::write(out.join("mine.tmp"), "not ours").unwrap();
    let before = fs::read_to_string(out.join("scorecards.jsonl")).unwrap();
    let reader = |bytes: &[u8]| {
        let now = fs::read_to_string(dir.path().join("out/scorecards.jsonl")).unwrap();
        assert_eq!(now, before, "results must not change before the run is through");
        document::read(bytes)
    };
    let summary = run_with(plan(&[dir.path().join("a.txt")], &[], &out), &out, 1, false, reader).unwrap();
    assert_eq!(summary.scored, 1, "{:?}", summary.failures);
    let names = contents(&out).into_keys().collect::<Vec<_>>();
    assert!(!names.contains(&".rolefit-abc.tmp".into()) && names.contains(&"mine.tmp".into()), "{names:?}");
}
