//! Lint as a user meets it: what is found, what is not, and what the program does with it.

use crate::{read, rolefit};
use rolefit::lint::{self, Checked, Options, Severity, laws, rules};
use serde_json::Value;
use std::path::Path;

/// The day of these tests.
const DAY: &str = "2026-11-21";

fn options(places: &[&str]) -> Options {
    Options { as_of: DAY.parse().unwrap(), places: places.iter().map(|p| (*p).to_owned()).collect(), employees: None }
}

fn check(text: &str, places: &[&str]) -> Checked {
    let text = lint::open(text.as_bytes(), "posting").unwrap();
    lint::lint(&text, &options(places), "posting")
}

fn found(text: &str, places: &[&str], rule: &str) -> Vec<Severity> {
    check(text, places).findings.iter().filter(|f| f.rule == rule).map(|f| f.severity).collect()
}

/// A program's run: exit code, output, errors.
fn run(args: &[&str]) -> (Option<i32>, String, String) {
    let done = rolefit().arg("lint").args(["--as-of", DAY]).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code(), text(done.stdout), text(done.stderr))
}

#[test]
fn every_rule_finds_its_bad_examples_and_lets_its_good_ones_pass() {
    let mut wrong = Vec::new();
    for rule in rules::all() {
        let examples = rule.examples();
        let place = examples.place.as_deref().or(rule.scope.first().map(String::as_str)).filter(|p| *p != "all");
        let places: Vec<&str> = place.into_iter().collect();
        for (texts, expected) in [(&examples.bad, true), (&examples.good, false)] {
            for text in texts {
                if found(text, &places, rule.id).is_empty() == expected {
                    wrong.push(format!("{} {}: {text}", rule.id, if expected { "misses" } else { "flags" }));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_and_law_says_why_and_where_it_was_read() {
    let is_day = |day: &str| day.parse::<jiff::civil::Date>().is_ok();
    let mut ids: Vec<&str> = Vec::new();
    for rule in rules::all() {
        assert!(!rule.reason.is_empty() && !rule.suggestion.is_empty() && !rule.message.is_empty(), "{}", rule.id);
        assert!(!rule.source.name.is_empty() && is_day(&rule.checked_on), "{}", rule.id);
        assert!(!rule.examples().good.is_empty(), "{} has no good example", rule.id);
        ids.push(rule.id);
    }
    for law in laws::all() {
        assert!(!law.citation.is_empty() && !law.source.name.is_empty() && is_day(&law.checked_on), "{}", law.id);
        ids.push(&law.id);
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
}

#[test]
fn what_is_forbidden_in_many_places_cites_the_law_of_the_posting_s_own() {
    let text =
        lint::open(b"# Product Manager\n\nYou are 25-35 years old and lead a youthful team.", "posting").unwrap();
    for (place, law) in [
        ("US-CA", "29 CFR 1625.4(a)"),
        ("DE", "Directive 2000/78/EC, Articles 1 to 3"),
        ("GB", "Equality Act 2010, section 39"),
        ("CA-ON", "Ontario Human Rights Code, section 23(1)"),
    ] {
        let options = Options { as_of: DAY.parse().unwrap(), places: vec![place.to_owned()], employees: None };
        let found = lint::lint(&text, &options, "posting").findings;
        let told = |rule: &str| found.iter().find(|f| f.rule == rule).map(|f| (f.severity, f.law.clone().unwrap()));
        assert_eq!(told("AGE001"), Some((Severity::Error, law.to_owned())), "{place}");
        assert_eq!(told("AGE002"), Some((Severity::Warning, law.to_owned())), "{place}");
    }
}

#[test]
fn a_hybrid_page_holds_to_the_laws_of_every_state_it_may_be_done_from() {
    let page = r#"<html><body><h1>Lead PM</h1><p>You can work remotely from: Colorado, United States; Washington, United States.</p>
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"Lead PM",
        "jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Denver","addressRegion":"CO",
        "addressCountry":"US"}}}</script></body></html>"#;
    let text = lint::open(page.as_bytes(), "posting.html").unwrap();
    let options = Options { as_of: DAY.parse().unwrap(), places: vec![], employees: None };
    assert_eq!(lint::lint(&text, &options, "posting.html").places, ["US-CO", "US-WA"]);
}

#[test]
fn laws_hold_from_their_day_for_their_size_and_place() {
    let bare = "# Product Manager\n\nYou lead.";
    let of = |day: &str, employees: Option<u32>, place: &str| {
        let text = lint::open(bare.as_bytes(), "posting").unwrap();
        let options = Options { as_of: day.parse().unwrap(), places: vec![place.to_owned()], employees };
        let checked = lint::lint(&text, &options, "posting");
        checked.findings.iter().find(|f| f.rule == "PAY001").map(|f| (f.severity, f.law.clone()))
    };
    let law = |id: &str| Some((Severity::Error, Some(id.to_owned())));
    assert_eq!(of(DAY, None, "US-CO"), law("PAY-CO"));
    assert_eq!(of("2026-06-30", None, "US-VA"), Some((Severity::Warning, None)));
    assert_eq!(of("2026-07-01", None, "US-VA"), law("PAY-VA"));
    assert_eq!(of(DAY, Some(14), "US-CA"), Some((Severity::Warning, None)));
    assert_eq!(of(DAY, Some(15), "US-CA"), law("PAY-CA"));
    assert_eq!(
        of(DAY, None, "US-NV"),
        Some((Severity::Warning, None)),
        "a law that was not verified is never an error"
    );
    assert_eq!(of(DAY, None, "DE").map(|f| f.0), Some(Severity::Warning), "pay may be told before the interview there");
    assert_eq!(of(DAY, None, "US").map(|f| f.0), Some(Severity::Warning), "a country says no state");
    let city = of(DAY, Some(4), "US-NY-NYC");
    assert_eq!(city, law("PAY-NYC"), "a city has its own law and its state's");
}

#[test]
fn proposed_rules_are_no_more_than_warnings_and_say_so() {
    let wide = "# PM\n\nThe pay is USD 100,000 to 190,000 per year.";
    let checked = check(wide, &["US-NJ"]);
    let finding = checked.findings.iter().find(|f| f.rule == "PAY003").unwrap();
    assert_eq!(finding.severity, Severity::Warning);
    assert!(finding.message.contains("proposed"), "{}", finding.message);
    let ontario = check("# PM\n\nThe pay is CAD 100,000 to 160,000 per year.", &["CA-ON"]);
    assert!(ontario.findings.iter().any(|f| f.rule == "PAY003" && f.severity == Severity::Error));
}

#[test]
fn places_are_read_from_what_a_posting_says() {
    let of = |text: &str| check(text, &[]).places;
    assert_eq!(of("# PM\n\n- **Location:** Denver, Colorado, United States\n"), ["US-CO"]);
    assert_eq!(of("# PM\n\nLocation: Austin, TX or Seattle, WA\n"), ["US-TX", "US-WA"]);
    assert_eq!(of("# PM\n\nLocation: New York, NY\n"), ["US-NY-NYC"]);
    assert_eq!(of("# PM\n\nLocation: CO, United States\n"), ["US-CO"]);
    assert_eq!(of("# PM\n\nThis role is based in Toronto, Ontario.\n"), ["CA-ON"]);
    assert_eq!(of("# PM\n\nRemote - US\n"), ["US"]);
    assert_eq!(of("# PM\n\nOur founders met in Colorado and sold to Virginia Woolf.\n"), Vec::<String>::new());
    assert_eq!(of("# PM\n\nLocation: Washington, D.C.\n"), ["US-DC"]);
    assert_eq!(of("# PM\n\n**Heron Bend Community Unit School District 12, Illinois**\n\nYou lead.\n"), ["US-IL"]);
    assert_eq!(of("# PM\n\nWe sold to one school in Peoria, Illinois.\n"), Vec::<String>::new());
}

#[test]
fn every_quote_is_the_text_between_its_bytes() {
    let company = read("fixtures/lint/company/company.json");
    for text in [read("fixtures/lint/faults/posting.md"), company, read("fixtures/lint/faulty-data/posting.json")] {
        let open = lint::open(text.as_bytes(), "posting").unwrap();
        for finding in lint::lint(&open, &options(&["US-CO"]), "posting").findings {
            assert_eq!(open.source[finding.start..finding.end], finding.quote, "{finding:?}");
            assert!(text.contains(&finding.quote));
        }
    }
}

#[test]
fn cases_are_reported_as_they_stand_in_their_folders() {
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lint")).unwrap() {
        let folder = entry.unwrap().path();
        let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|f| f.unwrap().path()).collect();
        files.retain(|f| !f.file_name().unwrap().to_string_lossy().starts_with("expected"));
        files.sort();
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let paths: Vec<String> = files
            .iter()
            .map(|f| format!("fixtures/lint/{name}/{}", f.file_name().unwrap().to_string_lossy()))
            .collect();
        let mut args: Vec<&str> = paths.iter().map(String::as_str).collect();
        args.push("--matrix");
        let (_, out, err) = run(&args);
        assert_eq!(err, "", "{name}");
        expect_test::expect_file![folder.join("expected.txt")].assert_eq(&out);
    }
}

#[test]
fn a_complete_company_gets_no_error_and_no_warning_for_both_roles() {
    let folder = tempfile::tempdir().unwrap();
    for role in ["lead", "senior"] {
        for format in ["md", "html", "txt", "jsonld", "json"] {
            let out = folder.path().join(format!("{role}.{format}"));
            let done = rolefit()
                .args([
                    "post",
                    "--role",
                    role,
                    "--company",
                    "fixtures/lint/company/company.json",
                    "--format",
                    format,
                    "--out",
                ])
                .arg(&out)
                .output()
                .unwrap();
            assert_eq!(done.status.code(), Some(0));
            let (code, text, _) = run(&[&out.display().to_string()]);
            assert_eq!(code, Some(0), "{role} {format}\n{text}");
            assert!(text.contains("0 errors, 0 warnings"), "{role} {format}\n{text}");
        }
    }
}

#[test]
fn json_and_sarif_are_one_object_also_for_nothing() {
    let schema: Value = serde_json::from_str(rolefit::report::schema("lint").unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for file in ["fixtures/lint/faults/posting.md", "fixtures/lint/company/company.json"] {
        let (_, out, _) = run(&[file, "--format", "json", "--matrix"]);
        assert_eq!(out.lines().count(), 1);
        let value: Value = serde_json::from_str(&out).unwrap();
        let faults: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
        let (_, sarif, _) = run(&[file, "--format", "sarif", "--matrix"]);
        let log: Value = serde_json::from_str(&sarif).unwrap();
        assert_eq!(log["runs"][0]["properties"]["matrix"], value["matrix"]);
        assert_eq!(log["version"], "2.1.0");
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), value["findings"].as_array().unwrap().len());
        let described: Vec<&str> = log["runs"][0]["tool"]["driver"]["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|r| r["id"].as_str().unwrap())
            .collect();
        assert!(results.iter().all(|r| described.contains(&r["ruleId"].as_str().unwrap())));
    }
}

#[test]
fn exit_codes_tell_errors_and_files_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let fine = file("fine.md", b"# PM\n\nYou lead the roadmap.");
    let bad = file("bad.md", b"# PM\n\nAt [CompanyX] you lead.");
    let picture = file("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let empty = file("empty.md", b"");
    let other = file("other.json", b"{\"a\": 1}");
    assert_eq!(run(&[&fine]).0, Some(0));
    assert_eq!(run(&[&bad]).0, Some(1));
    assert_eq!(run(&[&fine, &picture]).0, Some(1), "one file of two could not be read");
    for unreadable in [&picture, &empty, &other] {
        let (code, out, err) = run(&[unreadable]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{err}");
        assert!(err.starts_with("error: ") && err.contains("help: "), "{err}");
    }
    let (code, _, err) = run(&[&fine, "--place", "US-XX"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("unknown place `US-XX`"), "{err}");
}

#[test]
fn a_comment_with_a_reason_takes_a_finding_back() {
    let with = |comment: &str| check(&format!("# PM\n\n{comment}\nYou lead."), &["US-CO"]);
    let plain = with("");
    assert!(plain.findings.iter().any(|f| f.rule == "PAY001"));
    for comment in
        ["<!-- rolefit: allow PAY001 pay is agreed with the union -->", "# rolefit: allow PAY001 an internal role"]
    {
        let allowed = with(comment);
        assert!(allowed.findings.iter().all(|f| f.rule != "PAY001"), "{comment}");
        assert_eq!(allowed.suppressed, 1);
    }
    let bare = with("<!-- rolefit: allow PAY001 -->");
    assert_eq!(bare.suppressed, 0);
    assert!(bare.findings.iter().any(|f| f.rule == "ALLOW001") && bare.findings.iter().any(|f| f.rule == "PAY001"));
    let html = "<html><body><!-- rolefit: allow PAY001 an internal role --><h1>PM</h1><p>You lead.</p></body></html>";
    assert_eq!(check(html, &["US-CO"]).suppressed, 1);
}

#[test]
fn fix_rewrites_what_is_safe_once_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posting.md");
    let text = "# PM\r\n\r\nHe or she will lead. He or she is the chairman.\r\nA native English speaker is \"chairman\" here.\r\n";
    std::fs::write(&path, text).unwrap();
    let name = path.display().to_string();
    let (_, _, err) = run(&[&name, "--fix"]);
    let mended = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        mended,
        "# PM\r\n\r\nThey will lead. He or she is the chair.\r\nA fluent English speaker is \"chairman\" here.\r\n"
    );
    assert_eq!(err.lines().count(), 3, "{err}");
    let (_, _, again) = run(&[&name, "--fix"]);
    assert!(again.starts_with("note: ") && again.contains("nothing was changed"), "{again}");
    let page = folder.path().join("posting.html");
    std::fs::write(&page, "<h1>PM</h1><p>He or she will lead.</p>").unwrap();
    let (_, _, why) = run(&[&page.display().to_string(), "--fix"]);
    assert!(why.contains("--fix rewrites Markdown, plain text and company files"), "{why}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), mended);
}

#[test]
fn planted_faults_of_structured_data_are_all_found() {
    let faulty = read("fixtures/lint/faulty-data/posting.json");
    let checked = check(&faulty, &[]);
    let mut rules: Vec<&str> =
        checked.findings.iter().map(|f| f.rule.as_str()).filter(|r| r.starts_with("SD")).collect();
    rules.sort_unstable();
    assert_eq!(
        rules,
        [
            "SD001", "SD004", "SD005", "SD006", "SD006", "SD007", "SD010", "SD011", "SD011", "SD011", "SD011", "SD012",
            "SD013", "SD014", "SD015", "SD017", "SD019"
        ]
    );
}

#[test]
fn the_page_and_its_data_must_agree() {
    let page = |heading: &str, pay: &str, years: &str, job: &str| {
        format!(
            "<html><head><script type=\"application/ld+json\">{job}</script></head><body><h1>{heading}</h1><p>The pay is {pay}.</p><h2>Requirements</h2><ul><li>{years} years of product management</li></ul></body></html>"
        )
    };
    let job = r#"{"@type":"JobPosting","title":"Product Manager","description":"x","datePosted":"2026-11-01","hiringOrganization":{"name":"A"},"jobLocation":{"@type":"Place","address":{"addressCountry":"US"}},"baseSalary":{"currency":"USD","value":{"minValue":100000,"maxValue":120000,"unitText":"YEAR"}},"experienceRequirements":{"monthsOfExperience":60}}"#;
    let rules = |text: &str| -> Vec<String> {
        let kept = ["SD018", "PAY007", "REQ001"];
        check(text, &[]).findings.iter().map(|f| f.rule.clone()).filter(|r| kept.contains(&r.as_str())).collect()
    };
    assert_eq!(rules(&page("Product Manager", "USD 100,000 to 120,000 per year", "5", job)), Vec::<String>::new());
    assert_eq!(rules(&page("Product Manager", "USD 100,000 to 130,000 per year", "5", job)), ["PAY007"]);
    assert_eq!(rules(&page("Product Manager", "USD 100,000 to 120,000 per year", "7", job)), ["REQ001"]);
    assert_eq!(rules(&page("Head of Sales", "USD 100,000 to 120,000 per year", "5", job)), ["SD018"]);
}

#[test]
fn hostile_texts_are_checked_like_any_other() {
    let zero = "# P\u{200b}M\n\nYou are a dig\u{200b}ital native.";
    assert_eq!(found(zero, &["US"], "AGE002"), [Severity::Warning]);
    let german = "# Produktmanager (m/w/d)\n\nWir suchen dich in Berlin. Gehalt: 60.000 € im Jahr.\n";
    assert!(check(german, &["DE"]).findings.iter().all(|f| f.severity < Severity::Error));
    let long = "He or she leads $1,000 [CompanyX young ".repeat(500);
    assert!(check(&long, &["US-CO"]).findings.len() > 1);
    let nested = format!("{{\"@type\":\"JobPosting\",\"title\":{}1{}}}", "[".repeat(100), "]".repeat(100));
    assert!(!check(&nested, &[]).findings.is_empty());
}

#[test]
fn a_posting_of_several_places_names_each_and_a_place_gets_its_own_law() {
    let law = |places: &[&str]| {
        let checked = check("# PM\n\nSend your current salary.\n", places);
        let finding = checked.findings.into_iter().find(|f| f.rule == "PAY008").unwrap();
        (finding.places.join(" "), finding.law.unwrap())
    };
    assert_eq!(law(&["US-CA", "DE"]), ("DE US-CA".into(), "Cal. Labor Code 432.3".into()));
    let (places, german) = law(&["DE"]);
    assert!(places == "DE" && german.starts_with("Directive (EU) 2023/970"), "{german}");
    assert!(law(&["US-CO"]).1.starts_with("the place's own"));
}

#[test]
fn remote_work_anywhere_in_a_country_is_of_all_its_states() {
    let places = |place: &str| check(&format!("# Buyer\n\nLocation: {place}\n\nBuy things.\n"), &[]).places;
    for place in [
        "Remote (anywhere in the US), HQ Austin, TX",
        "Austin, TX or remote within the United States",
        "Austin, TX or Remote (US)",
        "Austin, TX or US remote",
        "Austin, TX or United States (fully remote)",
    ] {
        assert_eq!(places(place), ["US", "US-TX"], "{place}");
    }
    for place in [
        "Remote, Austin, TX, United States",
        "Austin, TX, USA",
        "Austin, TX (no remote outside the US)",
        "Austin, TX, US (remote two days a week)",
        "Austin, TX, hybrid, with a US remote team",
        "Non-remote, US (Austin, TX)",
    ] {
        assert_eq!(places(place), ["US-TX"], "{place}");
    }
    assert_eq!(places("Remote anywhere in the US except California"), ["US"]);
}

#[test]
fn letters_of_a_state_that_are_those_of_a_country_are_pointed_out() {
    assert_eq!(lint::other_place("CO").as_deref(), Some("`CO` is Colombia; write `US-CO` for Colorado"));
    assert_eq!(lint::other_place("US-CO"), None);
    assert_eq!(lint::check_place("tx").unwrap(), "US-TX");
    let error = lint::check_place("Georgia").unwrap_err();
    assert!(error.help().unwrap().contains("US-GA (Georgia, United States)"), "{error}");
}

#[test]
fn a_place_may_be_told_by_its_name() {
    for (place, code) in
        [("Germany", "DE"), ("new york", "US-NY"), ("Ontario", "CA-ON"), ("us-co", "US-CO"), ("EU", "EU")]
    {
        assert_eq!(lint::check_place(place).unwrap(), code, "{place}");
    }
    assert!(lint::check_place("Atlantis").is_err());
}

#[test]
fn words_of_pay_are_those_of_this_posting() {
    let posting = |pay: &str, duty: &str| {
        format!(
            "# Seller\n\n## What you will do\n\n- {duty}\n\n## Pay\n\n{pay}\n\n## Benefits\n\n- Health, dental and vision plans\n"
        )
    };
    let open = posting("Base is north of $110k a year.", "Sell dock software");
    assert_eq!(found(&open, &["US-NY"], "PAY002"), [Severity::Error]);
    let closed = "The pay range is $110,000 to $130,000 a year.";
    // a bonus that is a feature says nothing of the pay
    let feature = posting(closed, "Own the bonus feature of our Gold policy");
    assert_eq!(found(&feature, &["US-IL"], "PAY005").len(), 1);
    let phone = posting(closed, "Questions are answered by telephone at 040 555 0188");
    assert!(found(&phone, &["US-NY"], "PAY007").is_empty());
    let bonus = posting("The pay range is $110,000 to $130,000 a year, and a bonus of 10%.", "Own the Gold policy");
    assert!(found(&bonus, &["US-IL"], "PAY005").is_empty());
}

#[test]
fn a_line_of_facts_at_the_top_tells_the_place() {
    let posting = "# Fiber Technician\n\nPalouse Light & Fiber · Spokane, Washington · Full-time, hourly\n\n## What you will do\n\n- Splice\n";
    assert_eq!(check(posting, &[]).places, ["US-WA"]);
}

#[test]
fn what_waits_to_be_told_and_pay_behind_other_sentences_are_seen() {
    let text = "# Product Manager\n\nStart date: to be determined\n\nThe manager is to be confirmed\n";
    assert_eq!(found(text, &[], "PH001").len(), 2);
    let text = "# Product Manager\n\nOur users pay nothing. Salary: $120,000 - $150,000 per year.\n";
    assert_eq!(found(text, &["US-CO"], "PAY001").len(), 0);
    let text = "# Product Manager\n\nColorado homeowners pay from $19,000 for a loop.\n";
    assert_eq!(found(text, &["US-CO"], "PAY002").len(), 0);
}
