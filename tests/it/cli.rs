//! The program as a user meets it: what it prints, where, and how it ends; above all when the input is bad.

use crate::reports::assert_keeps;
use crate::rolefit;
use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

const LEAD: &str = "fixtures/resumes/lead-pm/resume.md";
const NURSE: &str = "fixtures/resumes/nurse/resume.md";
/// The first bytes of every PNG picture.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

/// How a run ended.
struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(args: &[&str]) -> Ended {
    run_with_input(args, b"")
}

fn run_with_input(args: &[&str], input: &[u8]) -> Ended {
    let mut child =
        rolefit().args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that does not want its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input);
    let done = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn schema(name: &str) -> Value {
    serde_json::from_str(&run(&["schema", name]).out).unwrap()
}

#[test]
fn a_posting_without_requirements_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let posting = folder.path().join("posting.md");
    std::fs::write(&posting, "# Product Manager\n\nCome and work with us.\n").unwrap();
    let output = crate::rolefit()
        .args(["score", "fixtures/resumes/nurse/resume.md", "--posting"])
        .arg(&posting)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no requirement was found"));
}

#[test]
fn both_roles_stand_side_by_side_for_one_resume() {
    let output = crate::rolefit()
        .args(["compare", "--resume", "fixtures/resumes/senior-pm/resume.txt", "--as-of", "2026-01-31"])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        text.starts_with("Senior Product Manager: ") && text.contains("The shortest way to Lead Product Manager:"),
        "{text}"
    );
    let blind = run(&["compare", "--resume", "fixtures/resumes/senior-pm/resume.txt", "--blind", "--format", "json"]);
    assert!(blind.out.starts_with('{') && !blind.out.contains("resume.txt"), "{}", blind.out);
    assert!(!blind.out.to_lowercase().contains("adeyemi"), "{}", blind.out);
}

#[test]
fn reading_with_marks_shows_columns_and_headings() {
    let columns = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/documents"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "pdf"));
    let marked: Vec<String> = columns
        .map(|path| {
            let output = crate::rolefit().args(["read", "--format", "marks"]).arg(path).output().unwrap();
            String::from_utf8_lossy(&output.stdout).into_owned()
        })
        .collect();
    assert!(marked.iter().any(|text| text.contains("[page 1, column 2]")), "no fixture shows a second column");
    assert!(marked.iter().any(|text| text.lines().any(|line| line.starts_with("# "))), "no fixture shows a heading");
}

#[test]
fn blind_quotes_do_not_say_who() {
    let output = crate::rolefit()
        .args(["score", "fixtures/resumes/lead-pm/resume.md", "--role", "lead", "--blind", "--format", "json"])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    for identity in ["Ines", "Varga", "Rotterdam School", "Utrecht University", "resume.md"] {
        assert!(!text.contains(identity), "{identity} in {text}");
    }
}

#[test]
fn what_is_wrong_with_the_input_is_said_with_the_next_step() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = dir.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let empty = file("empty.pdf", b"");
    let broken_role = file("role.json", b"{\n  \"schema\": oops\n}\n");
    let plain_file = file("file.txt", b"text");
    let folder = dir.path().to_str().unwrap();
    let bare = dir.path().join("bare");
    fs::create_dir(&bare).unwrap();
    let bare = bare.to_str().unwrap();
    let out = dir.path().join("out").to_str().unwrap().to_owned();
    let cases: [(&[&str], &str); 13] = [
        (&["score", "no-such.pdf", "--role", "lead"], "no-such.pdf: no such file or folder"),
        (&["score", folder, "--role", "lead"], "folder"),
        (&["score", &empty, "--role", "lead"], "empty.pdf: the file is empty"),
        (&["score", &empty, "--role", "lead"], "help: save or export it again"),
        (&["score", LEAD, "--role", &broken_role], "role.json:2: "),
        (&["score", LEAD, "--role", "laed"], "help: did you mean `lead`?"),
        (&["score", LEAD, "--role", "pilot"], "help: known: lead, senior"),
        (&["score", LEAD], "--role"),
        (&["score", LEAD, "--role", "lead", "--as-of", "2026-02-30"], "2026-02-30"),
        (&["read", &empty], "empty.pdf: the file is empty"),
        (&["schema", "scorecards"], "help: did you mean `scorecard`?"),
        (&["batch", bare, "--role", "lead", "--out", &out], "no file to read"),
        (&["batch", LEAD, "--role", "lead", "--out", &plain_file], "it is a file, not a folder"),
    ];
    for (args, message) in cases {
        let ended = run(args);
        assert_eq!(ended.code, Some(2), "{args:?}\n{}", ended.err);
        assert!(ended.err.contains(message) && ended.out.is_empty(), "{args:?}\n{}\n{}", ended.err, ended.out);
        assert!(!ended.err.contains("os error") && !ended.err.contains("panicked"), "{args:?}\n{}", ended.err);
    }
    assert!(!Path::new(&out).exists(), "a batch with nothing to read must not leave a folder");
}

#[test]
fn a_picture_that_is_called_a_pdf_is_no_resume() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("scan.pdf");
    fs::write(&path, PNG).unwrap();
    let ended = run(&["score", path.to_str().unwrap(), "--role", "lead"]);
    assert_eq!(ended.code, Some(2), "{}{}", ended.out, ended.err);
    assert!(
        ended.err.contains("scan.pdf: ") && ended.err.contains("PNG") && ended.err.contains("\n  help: "),
        "{}",
        ended.err
    );
}

#[test]
fn one_bad_file_does_not_stop_the_rest() {
    let ended = run(&["score", LEAD, "no-such.pdf", NURSE, "--role", "lead", "--format", "json"]);
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    let names =
        lines(&ended.out).iter().map(|card| card["document"]["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(names, [LEAD, NURSE]);
    assert_eq!(ended.err, "error: no-such.pdf: no such file or folder\n");
}

#[test]
fn a_score_below_the_threshold_ends_with_one() {
    let code = |resume: &str, least: &str| {
        run(&["score", resume, "--role", "lead", "--as-of", "2026-01-31", "--fail-under", least]).code
    };
    assert_eq!(code(LEAD, "50"), Some(0));
    assert_eq!(code(NURSE, "50"), Some(1));
}

#[test]
fn every_format_tells_the_same_score() {
    let score = |format: &str| run(&["score", LEAD, "--role", "lead", "--as-of", "2026-01-31", "--format", format]).out;
    let card = &lines(&score("json"))[0];
    assert_keeps(&schema("scorecard"), card);
    let words = format!("{} of 100", card["score"]);
    for format in ["text", "md", "html"] {
        assert!(score(format).contains(&words), "{format} does not say {words}");
    }
}

#[test]
fn quotes_are_exactly_what_read_prints() {
    let text = run(&["read", LEAD]).out;
    assert_eq!(text, crate::read(LEAD));
    let card = &lines(&run(&["score", LEAD, "--role", "lead", "--format", "json"]).out)[0];
    let evidence = card["results"].as_array().unwrap().iter().flat_map(|row| row["evidence"].as_array().unwrap());
    let mut seen = 0;
    for proof in evidence {
        let place = |key: &str| usize::try_from(proof[key].as_u64().unwrap()).unwrap();
        assert_eq!(proof["quote"], text[place("start")..place("end")]);
        seen += 1;
    }
    assert!(seen > 0, "a strong resume has proof");
}

#[test]
fn standard_input_scores_as_the_file_does() {
    let of_file = run(&["score", LEAD, "--role", "lead", "--format", "json", "--blind"]);
    let of_input =
        run_with_input(&["score", "-", "--role", "lead", "--format", "json", "--blind"], crate::read(LEAD).as_bytes());
    assert_eq!(of_file.out, of_input.out);
    assert_eq!(
        run_with_input(&["score", "-", "--role", "lead"], b"").err.lines().next(),
        Some("error: standard input: the file is empty")
    );
}

/// A resume whose employer, links and degrees tell who somebody is; a quote of it ends with a sign.
const TELLING: &str = "Lucinda Farquharson\nlucinda@mail.example, lucindawrites.example, 07700 900461\n\nExperience\n\n\
    Product Manager, Farquharson Labs Ltd, Jan 2019 - Dec 2023\n\
    - Analysed logs and cut support calls by 38%\n- Lucindawrites.example: presented it to the board\n\n\
    Education\nMSc Physics, KTH, 2006\nBA History, University of Oxford (St Hilda's College), 2004\n";

#[test]
fn a_blind_scorecard_hides_names_in_names_and_the_schools() {
    let args = ["score", "-", "--role", "lead", "--as-of", "2026-01-31", "--format", "json"];
    let open = run_with_input(&args, TELLING.as_bytes()).out;
    assert!(open.contains("cut support calls by 38%\"") && open.contains("07700 900461"), "{open}");
    let blind = run_with_input(&[args.as_slice(), &["--blind"]].concat(), TELLING.as_bytes()).out;
    assert!(blind.contains("[...] Labs Ltd") && blind.contains("MSc Physics, [...], [...]"), "{blind}");
    for told in ["Farquharson", "ucinda", "KTH", "Oxford", "Hilda", "900461"] {
        assert!(!blind.contains(told), "{told}: {blind}");
    }
}

#[test]
fn what_would_be_lost_or_misread_is_refused_with_the_next_step() {
    let folder = tempfile::tempdir().unwrap();
    let company = folder.path().join("company.json");
    std::fs::copy("templates/company.json", &company).unwrap();
    let company = company.to_str().unwrap();
    let over = run(&["post", "--role", "lead", "--company", company, "--format", "json", "--out", company]);
    assert!(over.code != Some(0) && over.err.contains("a name of its own"), "{}", over.err);
    let day = run(&["score", LEAD, "--role", "lead", "--as-of", "31.1.2026"]);
    assert!(day.code == Some(2) && day.err.contains("as in 2026-01-31"), "{}", day.err);
    let into = run(&["score", "fixtures/resumes", "--role", "LEAD"]);
    assert!(into.err.contains("`rolefit batch` takes folders"), "{}", into.err);
    assert_eq!(run(&["role", "check", "lead"]).out, "lead: fine, 15 requirements\n");
}

#[test]
fn a_blind_scorecard_says_neither_name_nor_file() {
    for format in ["text", "json", "md", "html"] {
        let out = run(&["score", LEAD, "--role", "lead", "--blind", "--format", format]).out;
        for word in ["Varga", "example.org", "ines-varga", "resume.md"] {
            assert!(!out.contains(word), "{format} says {word}");
        }
    }
}

#[test]
fn read_shows_the_document_and_the_resume_as_json() {
    let document = &lines(&run(&["read", LEAD, "--format", "json"]).out)[0];
    assert_keeps(&schema("document"), document);
    assert_eq!(document["text"], crate::read(LEAD));
    let resume = &lines(&run(&["read", LEAD, "--resume"]).out)[0];
    assert_eq!(resume["schema"], "rolefit.resume/1");
}

#[test]
fn what_compare_and_which_print_keeps_their_schemas() {
    let calls: [(&str, &[&str]); 4] = [
        ("side-by-side", &["compare", "--format", "json"]),
        ("which", &["which", "--yes", "scaling,merger", "--no", "cost", "--format", "json"]),
        ("which", &["which", "--yes", "launch", "--format", "json"]),
        ("which", &["which", "--yes", "scaling,cost", "--format", "json"]),
    ];
    for (name, args) in calls {
        let printed: Value = serde_json::from_str(&run(args).out).unwrap();
        assert_keeps(&schema(name), &printed);
    }
    let pair: Value = serde_json::from_str(&run(&["compare", "--resume", LEAD, "--format", "json"]).out).unwrap();
    assert!(jsonschema::is_valid(&schema("pair"), &pair), "{pair}");
    assert_keeps(&schema("scorecard"), &pair["first"]);
    assert_keeps(&schema("scorecard"), &pair["second"]);
}

#[test]
fn the_schemas_of_company_and_role_files_know_the_keys_that_are_read() {
    let examples = ["templates/company.json", "fixtures/postings/lead-hostile/company.json"];
    for (name, files) in
        [("company", &examples[..]), ("role", &["templates/roles/lead.json", "templates/roles/senior.json"])]
    {
        for file in files {
            let example: Value = serde_json::from_str(&crate::read(file)).unwrap();
            let validator = jsonschema::validator_for(&schema(name)).unwrap();
            let faults: Vec<String> =
                validator.iter_errors(&example).map(|e| format!("{e} at {}", e.instance_path())).collect();
            assert!(faults.is_empty(), "{file}: {faults:?}");
        }
    }
    // serde names the keys that it knows when it meets one that it does not
    let known = |refused: String| -> Vec<String> {
        let (_, list) = refused.split_once("expected one of ").or_else(|| refused.split_once("expected ")).unwrap();
        list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let company = |path: &str| {
        let unknown = r#"{"?":1}"#;
        let text = match path {
            "" => unknown.to_owned(),
            "locations" | "interview" => format!(r#"{{"{path}":[{unknown}]}}"#),
            "requirements/add" => format!(r#"{{"requirements":{{"add":[{unknown}]}}}}"#),
            "requirements/change" => format!(r#"{{"requirements":{{"change":{{"x":{unknown}}}}}}}"#),
            path => format!(r#"{{"{path}":{unknown}}}"#),
        };
        known(serde_json::from_str::<rolefit::posting::Company>(&text).unwrap_err().to_string())
    };
    let keys = |object: &Value| object["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let whole = schema("company");
    let of = |pointer: &str| keys(whole.pointer(pointer).unwrap());
    let parts = [
        ("", String::new()),
        ("locations", "/properties/locations/items".into()),
        ("interview", "/properties/interview/items".into()),
        ("requirements/add", "/properties/requirements/properties/add/items".into()),
        ("requirements/change", "/properties/requirements/properties/change/additionalProperties".into()),
    ];
    let plain = ["product", "pay", "team", "apply", "requirements"].map(|key| (key, format!("/properties/{key}")));
    for (path, pointer) in parts.into_iter().chain(plain) {
        let (mut read, mut described) = (company(path), of(&pointer));
        read.sort();
        described.sort();
        assert_eq!(read, described, "{path}");
    }
    let refused = serde_json::from_str::<rolefit::role::Role>(r#"{"?":1}"#).unwrap_err().to_string();
    assert_eq!(known(refused), keys(&schema("role")));
    let asked = serde_json::from_str::<rolefit::role::Requirement>(r#"{"?":1}"#).unwrap_err().to_string();
    assert_eq!(known(asked), keys(schema("role").pointer("/properties/requirements/items").unwrap()));
}

#[test]
fn schema_lists_its_names_and_takes_both_forms() {
    assert_eq!(
        run(&["schema"]).out,
        "company\ndocument\njobposting\nlint\npair\nrole\nscorecard\nside-by-side\nwhich\n"
    );
    assert_eq!(run(&["schema", "rolefit.scorecard/1"]).out, run(&["schema", "scorecard"]).out);
}

#[test]
fn a_batch_writes_its_files_and_says_so_once() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let args =
        ["batch", "fixtures/resumes", "--role", "lead,senior", "--as-of", "2026-01-31", "--out", out.to_str().unwrap()];
    let ended = run(&args);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), ""), "{}", ended.err);
    assert!(ended.err.starts_with("5 scored; ") && ended.err.lines().count() == 1, "{}", ended.err);
    for card in lines(&fs::read_to_string(out.join("scorecards.jsonl")).unwrap()) {
        assert_keeps(&schema("scorecard"), &card);
    }
    assert_eq!(run(&[&args[..], &["--quiet"]].concat()).err, "");
    assert!(run(&args).err.starts_with("note: the results of an earlier run in "));
}

#[test]
fn a_batch_line_is_the_scorecard_of_score_under_another_name() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let day = ["--role", "lead", "--as-of", "2026-01-31"];
    run(&[&["batch", "fixtures/resumes/lead-pm", "--out", out.to_str().unwrap()], &day[..]].concat());
    let mut of_batch = lines(&fs::read_to_string(out.join("scorecards.jsonl")).unwrap());
    let of_score = lines(&run(&[&["score", LEAD, "--format", "json"], &day[..]].concat()).out);
    assert_eq!(of_batch[0]["document"]["name"], "resume.md");
    of_batch[0]["document"]["name"] = LEAD.into();
    assert_eq!(of_batch, of_score);
}

#[test]
fn a_batch_takes_a_list_and_ends_with_one_where_files_failed() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let list = format!("{LEAD}\n{NURSE}\nfixtures/resumes/gone.pdf\n");
    let args = ["batch", "-", "--role", "lead", "--format", "csv", "--out", out.to_str().unwrap()];
    let ended = run_with_input(&args, list.as_bytes());
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(
        ended.err.contains("gone.pdf: no such file or folder") && ended.err.contains("2 scored, 1 could not be read"),
        "{}",
        ended.err
    );
    let shortlist = fs::read_to_string(out.join("shortlist.csv")).unwrap();
    assert!(shortlist.contains(",lead-pm/resume.md,") && shortlist.contains(",nurse/resume.md,"), "{shortlist}");
    assert!(!out.join("report.html").exists() && !out.join("scorecards.jsonl").exists());
}

#[test]
fn a_batch_in_which_nothing_can_be_read_ends_with_two() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("empty.pdf"), "").unwrap();
    let out = dir.path().join("out");
    let ended = run(&["batch", dir.path().to_str().unwrap(), "--role", "lead", "--out", out.to_str().unwrap()]);
    assert_eq!(ended.code, Some(2), "{}", ended.err);
    assert!(ended.err.contains("empty.pdf: the file is empty"), "{}", ended.err);
    assert_eq!(fs::read_to_string(out.join("failures.csv")).unwrap().lines().count(), 2);
}

#[test]
fn a_file_name_cannot_steer_the_terminal() {
    let ended = run(&["score", "\x1b]0;title\x07.pdf", "--role", "lead"]);
    assert!(ended.err.starts_with("error: \\x1b]0;title\\x07.pdf: "), "{:?}", ended.err);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let resumes = vec![LEAD; 200];
    for args in [&["score", "--role", "lead", "--format", "json"][..], &["score", "--role", "lead"], &["read"]] {
        let mut child =
            rolefit().args(args).args(&resumes).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(done.stderr).unwrap(), "", "{args:?}");
        assert_eq!(done.status.code(), Some(0), "{args:?}");
    }
}

#[test]
fn no_colour_where_output_is_no_terminal() {
    assert!(!run(&["score", LEAD, "--role", "lead"]).out.contains('\x1b'));
}
