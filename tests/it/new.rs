//! A company file by interview, fed from a pipe: what is asked and why, what is refused, and what is written.

use crate::rolefit;
use expect_test::expect;
use rolefit::posting::Company;
use std::path::Path;
use std::process::Stdio;

/// Exit code, standard output and the conversation of `rolefit new` in a folder.
fn run(folder: &Path, args: &[&str], answers: &str) -> (Option<i32>, String, String) {
    use std::io::Write as _;
    let mut command = rolefit();
    let pipe = Stdio::piped;
    let command = command.current_dir(folder).arg("new").args(args).stdin(pipe()).stdout(pipe()).stderr(pipe());
    let mut child = command.spawn().unwrap();
    let _ = child.stdin.take().unwrap().write_all(answers.as_bytes());
    let done = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code(), text(done.stdout), text(done.stderr))
}

const ANSWERS: &str = "Harbor & Vale\nDenver, CO\nDenver, Colorado, US\n\nhyb\nColorado, Washington\n140\n168,000\n?\n150k\n\
                       205k\nusd\nyear\nUp to 10%\nNone\n\nDental plan\nVacation\n\n2027-02-30\n2099-01-15\n";

#[test]
fn answers_become_a_company_file_that_post_takes() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, said) = run(folder.path(), &[], ANSWERS);
    assert_eq!((code, out.as_str()), (Some(1), ""), "refused answers are no success: {said}");
    let file = std::fs::read_to_string(folder.path().join("company.json")).unwrap();
    expect![[r#"
        {
          "name": "Harbor & Vale",
          "employees": 140,
          "locations": [
            {
              "city": "Denver",
              "region": "US-CO",
              "country": "US"
            }
          ],
          "workplace": "hybrid",
          "remote_from": [
            "US-CO",
            "US-WA"
          ],
          "pay": {
            "currency": "USD",
            "min": 168000,
            "max": 205000,
            "period": "year",
            "bonus": "Up to 10%",
            "commission": "None"
          },
          "benefits": [
            "Dental plan",
            "Vacation"
          ],
          "deadline": "2099-01-15"
        }
    "#]]
    .assert_eq(&file);
    assert!(Company::parse(&file, "company.json").is_ok());
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "`CO` could be Colombia or Colorado",
        "Denver, Colorado, United States",
        "Pay, at least [Colorado and Washington ask for the pay range]:",
        "for example: 205000",
        "168000 is above `max`, 150000",
        "the posting will say: USD 168,000 to 205,000 per year",
        "Last day to apply, or: open until filled [Colorado asks for a last day to apply]:",
        "`2027-02-30` is no day",
        "Wrote company.json with 13 answers.",
        "Next: rolefit post --role lead --company company.json",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn a_file_that_is_there_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("company.json"), "mine").unwrap();
    let (code, _, said) = run(folder.path(), &[], "A\n");
    assert_eq!(code, Some(2));
    assert!(said.contains("company.json exists, and is left as it is\n  help: give --force"), "{said}");
    assert_eq!(std::fs::read_to_string(folder.path().join("company.json")).unwrap(), "mine");
    assert_eq!(run(folder.path(), &["--force"], "A\n").0, Some(0));
    assert!(std::fs::read_to_string(folder.path().join("company.json")).unwrap().contains("\"A\""));
}

#[test]
fn a_folder_that_is_not_there_is_said_before_the_first_question() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, said) = run(folder.path(), &["--out", "nowhere/company.json"], "A\n");
    assert_eq!(code, Some(2));
    assert!(said.contains("there is no folder nowhere") && !said.contains("A few questions"), "{said}");
}

#[test]
fn no_answer_writes_nothing_and_no_name_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, said) = run(folder.path(), &[], "\n\n\n");
    assert_eq!(code, Some(2));
    assert!(said.contains("nothing was answered, so nothing is written"), "{said}");
    assert!(!folder.path().join("company.json").exists());
    let (code, out, said) = run(folder.path(), &["--out", "-"], "\n\nremote\nEU\n");
    assert_eq!(code, Some(0));
    assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap()["remote_from"][0], "EU");
    assert!(said.contains("It has no `name` yet"), "{said}");
}

#[test]
fn a_site_in_new_york_has_the_laws_of_the_city_and_of_the_state() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, said) =
        run(folder.path(), &["--out", "-"], "Acme\nNew York, New York, US\n\nonsite\n\n\n\n\n\n\n\n\n\n\n\n\n\n");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("[New York City and New York ask for the pay range]"), "{said}");
    assert!(said.contains("[New York City asks for a word on screening by software]"), "{said}");
}

#[test]
fn one_goes_back_with_a_mark_and_odd_bytes_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let (_, out, _) = run(folder.path(), &["--out", "-"], "Wrong\n<\nRi\u{1b}[31mght\nGermany\n<\nFrance\n\n");
    let company: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(company["name"], "Ri[31mght");
    assert_eq!(company["locations"], serde_json::json!([{"country": "FR"}]));
    let (code, out, said) = run(folder.path(), &["--out", "-"], &format!("{}\nShort\n", "x".repeat(300_000)));
    assert!(code == Some(0) && out.contains("\"Short\"") && said.contains("is left out"), "{said}");
}
