//! Which role a company needs: answers by flags and files, the reasons, ties, the start-up, and what is refused.

use crate::rolefit;
use expect_test::expect;
use rolefit::role::which::{self, Answers, decide};
use rolefit::role::{Comparison, SEEDS};
use serde_json::Value;
use std::process::Stdio;

/// Exit code, standard output and standard error of `rolefit which`.
fn run(args: &[&str], input: &str) -> (Option<i32>, String, String) {
    use std::io::Write as _;
    let mut child = rolefit()
        .arg("which")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let done = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code(), text(done.stdout), text(done.stderr))
}

fn answered(yes: &[&str], products: Option<u32>) -> Answers {
    let mut answers = Answers::default();
    for id in yes {
        answers.set(id, true).unwrap();
    }
    products.into_iter().for_each(|n| answers.set_products(n));
    answers
}

#[test]
fn every_yes_counts_once_for_its_role() {
    let situations = Comparison::builtin().situations;
    for (role, side) in [("lead", &situations.lead), ("senior", &situations.senior)] {
        for situation in side.iter().filter(|s| s.id != which::STARTUP) {
            let advice = decide(&answered(&[&situation.id], None));
            assert_eq!(advice.role, Some(role), "{}", situation.id);
            let reasons = if role == "lead" { &advice.lead } else { &advice.senior };
            assert_eq!(reasons[0].source, situation.source);
            assert!(situation.source.iter().all(|s| s.file == SEEDS[0].file));
        }
    }
    assert_eq!(which::questions().len(), 16);
}

#[test]
fn the_number_of_products_settles_the_start_up() {
    let role = |products| decide(&answered(&["startup"], products)).role;
    assert_eq!(
        [role(None), role(Some(1)), role(Some(2)), role(Some(9))],
        [None, Some("senior"), Some("lead"), Some("lead")]
    );
    let open = decide(&answered(&["startup"], None));
    assert!(open.would_decide[0].contains("the number of products decides"), "{open:?}");
}

#[test]
fn a_no_speaks_for_nobody_and_a_tie_is_a_tie() {
    let all: Vec<String> = which::questions().into_iter().map(|q| q.id).collect();
    let mut answers = Answers::default();
    all.iter().for_each(|id| answers.set(id, false).unwrap());
    let advice = decide(&answers);
    assert_eq!((advice.role, advice.open.len()), (None, 0));
    answers.set("merger", true).unwrap();
    answers.set("launch", true).unwrap();
    let tie = decide(&answers);
    assert_eq!((tie.role, tie.verdict.as_str()), (None, "A tie: 1 answer for each role."));
    assert!(tie.would_decide[0].contains("one product speaks for a Senior"), "{tie:?}");
    answers.set_products(3);
    assert!(decide(&answers).would_decide[0].contains("3 products point to a Lead"));
    let early = decide(&answered(&["launch"], Some(3)));
    assert!(early.would_decide[0].contains("only beside a yes to `startup`"), "{early:?}");
}

#[test]
fn the_questions_fit_a_narrow_terminal_and_a_program() {
    let (_, shown, _) = run(&["--list"], "");
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    let (_, json, _) = run(&["--list", "--format", "json"], "");
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap()[0]["id"], "scaling");
}

#[test]
fn the_answer_reads_as_expected() {
    let no = "strategic-shift,complex-stakeholders,mentorship,resource-allocation,crisis,multi-geography,deep-technical,\
              focused-development,quick-decisions,user-centric,team-cohesion";
    let (code, out, err) = run(&["--yes", "scaling,merger,startup,cost", "--no", no, "--products", "3"], "");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    expect![[r#"
        You need a Lead Product Manager: 3 answers for it, 1 for a Senior Product
        Manager.

        For a Lead Product Manager (3)
        - The company grows fast and several product lines must move together. Someone
          has to see all product lines at once, and that view is a Lead's. (A92)
        - Two companies join and their products must fit together. A Lead can make one
          product plan out of two companies' plans. (A98)
        - A start-up with 3 products. Several products are a Lead's scope, in a start-up
          too; a Lead there does many jobs besides. (A11,106,117)

        For a Senior Product Manager (1)
        - Money and people are short. A narrower role usually costs less and is spent on
          one thing. (A105)

        Each yes counts once, a no counts for nobody: the sources give no weights. A
        is an article that compares the two roles (000_2608ed85254ebd98.txt), with its
        lines.
    "#]]
    .assert_eq(&out);
}

#[test]
fn a_file_and_flags_give_the_same_answer() {
    let (code, from_file, _) = run(
        &["--answers", "-", "--format", "json"],
        r#"{"scaling": true, "launch": false, "crisis": null, "products": 2}"#,
    );
    let (_, from_flags, _) = run(&["--yes", "scaling", "--no", "launch", "--products", "2", "--format", "json"], "");
    assert_eq!((code, &from_file), (Some(0), &from_flags));
    let advice: Value = serde_json::from_str(&from_file).unwrap();
    assert_eq!((advice["schema"].as_str(), advice["role"].as_str()), (Some("rolefit.which/1"), Some("lead")));
    assert_eq!(advice["lead"][0]["source"][0]["lines"][0], 92);
    let (_, md, _) = run(&["--yes", "scaling", "--format", "md"], "");
    assert!(md.starts_with("# Which role\n\n**You need a Lead"), "{md}");
}

#[test]
fn answers_that_cannot_be_used_are_named() {
    let cases: [(&[&str], &str, &str); 11] = [
        (&[], "", "error: there is nobody to ask, and no answer is given\n  help: give --answers FILE"),
        (&["--answers", "-"], "{}", "error: no question is answered"),
        (
            &["--answers", "-"],
            "{\n\"sclaing\": true}",
            "standard input:2: unknown question `sclaing`\n  help: did you mean `scaling`?",
        ),
        (&["--answers", "-"], "{\"crisis\": true,\n\"crisis\": false}", "the question `crisis` is answered twice"),
        (
            &["--answers", "-"],
            "{\n\"crisis\": \"yes\"}",
            "standard input:2: `crisis`: found \"yes\", expected true or false",
        ),
        (&["--answers", "-"], "{\"products\": 0}", "`products`: found 0, expected a number above 0"),
        (&["--answers", "-"], "[]", "expected an object in { }"),
        (&["--answers", "-"], "{", "this is not JSON"),
        (&["--yes", "megrer"], "", "error: unknown question `megrer`\n  help: did you mean `merger`?"),
        (&["--yes", "merger", "--no", "merger"], "", "`merger` stands behind --yes and behind --no"),
        (&["--products", "0"], "", "0 is not in 1.."),
    ];
    for (args, input, message) in cases {
        let (code, out, err) = run(args, input);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{args:?} {err}");
        assert!(err.contains(message), "{args:?} {input}\n{err}");
    }
}
