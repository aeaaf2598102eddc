//! A user's own templates: copied with a stamp, checked with place and next step, compared with ours; and templates
//! that were made to do harm.

use crate::rolefit;
use expect_test::expect;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Longest that any template may take, however hostile; they take well under a second each.
const PATIENCE: Duration = Duration::from_secs(30);

fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let done = rolefit().current_dir(folder).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code(), text(done.stdout), text(done.stderr))
}

/// A folder with templates below `posting`, and a company file.
fn folder(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    fs::create_dir_all(path.join("t/posting")).unwrap();
    for (name, text) in files {
        fs::write(path.join("t/posting").join(name), text).unwrap();
    }
    fs::write(path.join("company.json"), crate::read("templates/company.json")).unwrap();
    (folder, path)
}

#[test]
fn a_role_that_was_copied_with_the_templates_is_used_with_them() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path();
    assert_eq!(run(path, &["template", "init", "own"]).0, Some(0));
    let role = fs::read_to_string(path.join("own/roles/lead.json")).unwrap();
    let title = "Portfolio Lead, Medical Devices";
    fs::write(path.join("own/roles/lead.json"), role.replace("\"Lead Product Manager\"", &format!("{title:?}")))
        .unwrap();
    fs::write(path.join("company.json"), crate::read("templates/company.json")).unwrap();
    let post = ["post", "--role", "Lead", "--company", "company.json"];
    assert!(run(path, &[&post[..], &["--templates", "own"]].concat()).1.starts_with(&format!("# {title}")));
    assert!(run(path, &post).1.starts_with("# Lead Product Manager"));
    fs::rename(path.join("own/roles/lead.json"), path.join("own/roles/devices.json")).unwrap();
    let devices = ["post", "--role", "devices", "--company", "company.json", "--templates", "own"];
    assert!(run(path, &devices).1.starts_with(&format!("# {title}")));
    assert!(run(path, &[&post[..], &["--templates", "own"]].concat()).1.starts_with("# Lead Product Manager"));
}

#[test]
fn copies_write_the_same_postings_and_pass_the_check() {
    let (_folder, path) = folder(&[]);
    let (code, out, _) = run(&path, &["template", "init", "own"]);
    assert_eq!((code, out.lines().count()), (Some(0), 7), "{out}");
    for format in ["md", "html", "txt", "jsonld"] {
        let post = ["post", "--role", "own/roles/lead.json", "--company", "own/company.json", "--format", format];
        let ours = run(&path, &["post", "--role", "lead", "--company", "own/company.json", "--format", format]).1;
        assert_eq!(run(&path, &[&post[..], &["--templates", "own"]].concat()).1, ours, "{format}");
    }
    assert_eq!(run(&path, &["template", "check", "own"]), (Some(0), "7 files: fine\n".into(), String::new()));
    let (_, out, _) = run(&path, &["template", "diff", "own"]);
    assert_eq!(out.matches(" unchanged\n").count(), 7, "{out}");
}

#[test]
fn what_a_user_changed_is_kept_and_shown() {
    let (_folder, path) = folder(&[]);
    run(&path, &["template", "init", "own"]);
    let file = path.join("own/posting/posting.txt.hbs");
    let mine = fs::read_to_string(&file).unwrap().replace("{{headline}}", "Come and work with us.");
    fs::write(&file, &mine).unwrap();
    fs::remove_file(path.join("own/roles/lead.json")).unwrap();
    let (code, out, err) = run(&path, &["template", "init", "own"]);
    assert_eq!(code, Some(1));
    assert!(
        out.contains("kept      own/posting/posting.txt.hbs") && out.contains("wrote     own/roles/lead.json"),
        "{out}"
    );
    assert!(err.contains("1 file has changes of yours and stays as it is"), "{err}");
    assert_eq!(fs::read_to_string(&file).unwrap(), mine);
    let (code, out, _) = run(&path, &["template", "diff", "own"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("posting/posting.txt.hbs         yours changed\n"), "{out}");
    assert!(out.contains("\n-{{headline}}\n+Come and work with us.\n"), "{out}");
    let (code, out, _) = run(&path, &["template", "init", "own", "--force"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("replaced  own/posting/posting.txt.hbs"), "{out}");
}

#[test]
fn every_fault_is_found_in_one_go() {
    let md = "# {{titel}}\n{{#if (or salery title)}}\n{{#each required as |r|}}{{r.txt}} {{{r.text}}} {{&r.text}}\n\
              {{/each}}{{/if}}\n{{#with pay}}{{txt}}{{text}}{{/with}} {{shout title}} {{company}} {{benefits}} {{eq title}} {{if title}}\n\
              {{> posting/missing x=compny.name}} {{#unless title}}a{{else if notises}}b{{else}}{{../up}}{{/unless}}\n";
    let (_folder, path) = folder(&[
        ("posting.md.hbs", md),
        ("posting.html.hbs", "{{#each duties}}\n\n {{#if text}}x\n"),
        ("postng.txt.hbs", "x"),
        ("notes.doc", "x"),
    ]);
    fs::write(path.join("t/posting/posting.txt.hbs"), [0xff, 0xfe, b'x']).unwrap();
    let (code, out, err) = run(&path, &["template", "check", "t"]);
    assert_eq!((code, out.as_str()), (Some(1), "4 files: 18 errors\n"), "{err}");
    let errors: Vec<&str> = err.lines().filter(|l| !l.starts_with("info: ") && !l.contains("known: schema")).collect();
    expect![[r#"
        note: t/posting/notes.doc: nothing reads this file; did you mean `posting/posting.md.hbs`?
        error: t/posting/posting.txt.hbs: it is not UTF-8 text (byte 0)
        error: t/posting/posting.html.hbs:3:2: the block `{{#if}}` opened here is never closed
          help: add its closing tag
        error: t/posting/posting.md.hbs:1:5: `titel` is not in the data
          help: did you mean `title`?
        error: t/posting/posting.md.hbs:2:11: `salery` is not in the data
        error: t/posting/posting.md.hbs:3:28: `r.txt` is not in the data
          help: did you mean `text`?
        error: t/posting/posting.md.hbs:3:36: output without escaping is not allowed
          help: use two braces, without `&`
        error: t/posting/posting.md.hbs:3:49: output without escaping is not allowed
          help: use two braces, without `&`
        error: t/posting/posting.md.hbs:5:16: `txt` is not in the data
          help: did you mean `text`?
        error: t/posting/posting.md.hbs:5:41: unknown helper `shout`
          help: known: if, unless, each, with, lookup, eq, ne, gt, gte, lt, lte, and, or, not, len
        error: t/posting/posting.md.hbs:5:57: `company` has parts and cannot be printed
          help: name one of its parts
        error: t/posting/posting.md.hbs:5:69: `benefits` is a list
          help: use `{{#each benefits}}`
        error: t/posting/posting.md.hbs:5:82: `eq` takes 2 values, found 1
          help: name them behind it, with blanks between
        error: t/posting/posting.md.hbs:5:95: `if` has no body
          help: open it with `{{#if` and close it with `{{/if}}`
        error: t/posting/posting.md.hbs:6:5: there is no partial `posting/missing`
          help: did you mean `posting/posting`?
        error: t/posting/posting.md.hbs:6:23: `compny.name` is not in the data
          help: did you mean `company`?
        error: t/posting/posting.md.hbs:6:65: `notises` is not in the data
          help: did you mean `notices`?
        error: t/posting/posting.md.hbs:6:85: `../up` leaves the data
          help: remove one `../`
        error: t/posting/postng.txt.hbs:1:1: nothing uses this template
          help: did you mean `posting/posting.txt.hbs`?
    "#]]
    .assert_eq(&(errors.join("\n") + "\n"));
    assert!(err.contains("info: t/posting/posting.md.hbs: `apply` is shown nowhere\n"), "{err}");
}

#[test]
fn a_broken_template_stops_a_posting_with_its_place() {
    let (_folder, path) = folder(&[("posting.md.hbs", "ok\n  {{#if salery}}x{{/if}}\n")]);
    let post = ["post", "--role", "lead", "--company", "company.json", "--templates", "t"];
    let (code, out, err) = run(&path, &post);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.starts_with("error: posting/posting.md.hbs:2:9: `salery` is not in the data\n  help: "), "{err}");
}

#[test]
fn single_files_are_checked_and_nothing_to_check_is_said() {
    let (_folder, path) = folder(&[("posting.md.hbs", "{{title}}\n")]);
    let (code, out, _) = run(&path, &["template", "check", "t/posting/posting.md.hbs"]);
    assert_eq!((code, out.as_str()), (Some(0), "1 file: fine\n"));
    fs::create_dir(path.join("bare")).unwrap();
    for args in [&["template", "check", "bare"][..], &["template", "diff", "bare"], &["template", "diff", "nowhere"]] {
        let (code, out, err) = run(&path, args);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{args:?}");
        assert!(err.starts_with("error: "), "{err}");
    }
    assert_eq!(run(&path, &["template", "check", "nowhere"]).0, Some(2));
    assert_eq!(run(&path, &["template", "init", "company.json"]).0, Some(2));
}

#[test]
fn hostile_templates_end_in_an_error_and_soon() {
    const MANY: usize = 10_000;
    let nested =
        |open: &str, close: &str| format!("{{{{#if {}title{}}}}}x{{{{/if}}}}", open.repeat(MANY), close.repeat(MANY));
    let loops = "{{#each required}}{{#each @root.required}}{{#each @root.required}}";
    let ends = "{{/each}}{{/each}}{{/each}}";
    let one = [
        "{{#if title}}".repeat(MANY) + &"{{/if}}".repeat(MANY),
        "{{#if title}}".to_owned() + &"{{else if title}}x".repeat(MANY) + "{{/if}}",
        nested("(not ", ")"),
        nested("[", "]"),
        format!("{{{{[']}}}}{}{{{{[']}}}}", nested("(not ", ")")),
        format!("{{{{{{{{raw}}}}}}}} {{{{!-- {{{{{{{{/raw}}}}}}}} {} --}}}}", nested("(not ", ")")),
        "{{".repeat(MANY),
        "{{title}}\n".repeat(50_000),
        "x".repeat(5_000_000),
        format!("{loops}{{{{#each @root.required}}}}x{{{{/each}}}}{ends}"),
        format!("{loops}{}{ends}", "x".repeat(400_000)),
    ];
    let mut cases: Vec<Vec<(String, String)>> =
        one.into_iter().map(|text| vec![("posting.md.hbs".to_owned(), text)]).collect();
    let partials = |number: usize, body: fn(usize) -> String| {
        let start = ("posting.md.hbs".to_owned(), "{{> posting/p0}}".to_owned());
        let rest = (0..number).map(|i| (format!("p{i}.md.hbs"), body(i + 1)));
        let end = (format!("p{number}.md.hbs"), "x".to_owned());
        [start].into_iter().chain(rest).chain([end]).collect::<Vec<_>>()
    };
    cases.push(partials(1, |_| "{{> posting/posting}}".into()));
    cases.push(partials(40, |next| format!("{{{{> posting/p{next}}}}}").repeat(2)));
    cases.push(partials(200, |next| format!("{{{{> posting/p{next}}}}}")));
    for files in cases {
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let (_folder, path) = folder(&files);
        let begin = Instant::now();
        let (code, _, err) = run(&path, &["post", "--role", "lead", "--company", "company.json", "--templates", "t"]);
        let shown: String = files[0].1.chars().take(60).collect();
        assert_eq!(code, Some(2), "{shown} {err}");
        assert!(err.starts_with("error: posting/") && err.contains("\n  help: "), "{shown} {err}");
        assert!(begin.elapsed() < PATIENCE, "{shown}");
    }
}
