//! Strangers' files cannot hurt the program: whatever a reader does, the file becomes a row with its reason and the rest
//! is scored. A debug build has files that misbehave on demand (`src/worker/mock.rs`), so that each way is seen.

use crate::rolefit;
use std::fs;
use std::path::Path;

const LEAD: &str = "fixtures/resumes/lead-pm/resume.md";

/// How a run ended: exit code, standard output, standard error.
fn run(args: &[&str]) -> (Option<i32>, String, String) {
    let done = rolefit().args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (done.status.code(), text(done.stdout), text(done.stderr))
}

/// A folder with one mock for each act, and one good resume.
#[cfg(debug_assertions)]
fn mocks(acts: &[&str]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for act in acts {
        fs::write(dir.path().join(format!("{act}.txt")), format!("rolefit mock: {act}")).unwrap();
    }
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(LEAD), dir.path().join("good.md")).unwrap();
    dir
}

/// File and reason of each failure.
#[cfg(debug_assertions)]
fn failures(out: &Path) -> Vec<(String, String)> {
    let mut table = csv::Reader::from_path(out.join("failures.csv")).unwrap();
    table.records().map(|row| row.unwrap()).map(|row| (row[0].into(), row[1].into())).collect()
}

#[test]
#[cfg(all(debug_assertions, target_os = "linux"))]
fn every_way_in_which_a_reader_dies_is_a_row_and_the_batch_goes_on() {
    let dir = mocks(&["spin", "memory", "stack", "abort", "exit", "panic"]);
    let input = dir.path().to_str().unwrap();
    let out = dir.path().join("out");
    for jobs in ["1", "3"] {
        let args = ["--role", "lead", "--timeout", "3", "--jobs", jobs, "--out", out.to_str().unwrap()];
        let (code, _, err) = run(&[&["batch", input], &args[..]].concat());
        assert_eq!(code, Some(1), "{err}");
        assert!(err.contains("1 scored, 6 could not be read"), "{err}");
        assert!(err.contains("ok 1, empty 0, error 0, limit 2, crash 4"), "{err}");
        let want = [
            ("abort.txt", "crash: signal 6"),
            ("exit.txt", "crash: it stopped with exit status: 0"),
            ("memory.txt", "limit: memory"),
            ("panic.txt", "crash: page tree too deep"),
            ("spin.txt", "limit: time"),
            ("stack.txt", "crash: stack overflow"),
        ];
        assert_eq!(failures(&out), want.map(|(file, reason)| (file.to_owned(), reason.to_owned())), "{jobs} jobs");
        assert!(fs::read_to_string(out.join("scorecards.jsonl")).unwrap().contains("\"good.md\""));
    }
}

#[test]
#[cfg(all(debug_assertions, unix))]
fn score_and_read_say_how_a_reader_died_and_go_on() {
    let dir = mocks(&["abort", "panic"]);
    let file = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let [abort, panic] = [file("abort.txt"), file("panic.txt")];
    let (code, out, err) = run(&["score", &abort, LEAD, &panic, "--role", "lead", "--format", "json"]);
    assert_eq!((code, out.lines().count()), (Some(1), 1), "{err}");
    assert!(err.contains("abort.txt: crash: signal 6\n  help: a fault of rolefit"), "{err}");
    assert!(err.contains("panic.txt: crash: page tree too deep\n"), "{err}");
    let (code, out, err) = run(&["read", &abort]);
    assert_eq!((code, out.as_str()), (Some(2), ""), "{err}");
    assert!(err.contains("abort.txt: crash: signal 6"), "{err}");
}

#[test]
#[cfg(all(debug_assertions, target_os = "linux"))]
fn a_reader_can_open_nothing() {
    let dir = mocks(&["open"]);
    let (_, _, err) = run(&["read", dir.path().join("open.txt").to_str().unwrap()]);
    assert!(err.contains("open.txt: crash: Err("), "{err}");
}

#[test]
#[cfg(unix)]
fn only_plain_files_are_opened() {
    for args in [&["read", "/dev/zero"][..], &["score", "/dev/zero", "--role", "lead"]] {
        let (code, out, err) = run(args);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{err}");
        assert!(err.contains("/dev/zero: it is a pipe or a device, not a plain file"), "{err}");
    }
}

#[test]
fn the_reading_process_is_no_command_for_people() {
    let (_, out, _) = run(&["--help"]);
    assert!(out.contains("batch") && !out.contains("worker"), "{out}");
}

#[test]
fn read_prints_the_same_text_as_the_file_has() {
    let (code, out, err) = run(&["read", LEAD]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(out, crate::read(LEAD));
}

#[test]
#[cfg(unix)]
fn ocr_without_its_programs_says_how_to_get_them() {
    let done = rolefit().args(["read", LEAD, "--ocr"]).env("PATH", "/nowhere").output().unwrap();
    let err = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(2), "{err}");
    assert!(err.contains("tesseract is not installed\n  help: install"), "{err}");
}

#[test]
fn ten_thousand_jobs_told_in_one_paragraph_are_scored_within_the_limits() {
    let dir = tempfile::tempdir().unwrap();
    for (name, job) in [("told", "From 2015 to 2018 I was a nurse at Leeds. "), ("chain", "Nurse, Acme, 2015 - 2018. ")]
    {
        let file = dir.path().join(name).with_extension("txt");
        fs::write(&file, format!("Ann Bo\n\nExperience\n\n{}\n", job.repeat(10_000))).unwrap();
        let (code, out, err) = run(&["score", file.to_str().unwrap(), "--role", "lead", "--format", "json"]);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{name}");
        assert!(out.contains(r#""total_months":36"#), "{name}: {out}");
    }
}
