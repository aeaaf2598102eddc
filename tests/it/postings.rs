//! Postings as a reader sees them, and what comes back from them.
//!
//! Each folder in `fixtures/postings` is a case: the role's name before the first hyphen, a company file, and the
//! posting in every format. `UPDATE_EXPECT=1 cargo test` writes them anew.

use expect_test::{expect, expect_file};
use proptest::prelude::*;
use rolefit::document::{Document, Format as Kind};
use rolefit::posting::{self, Company, Format, Posting};
use rolefit::role::{self, Role};
use rolefit::template::Templates;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const EXAMPLE: &str = include_str!("../../templates/company.json");
const HOSTILE: &str = include_str!("../../fixtures/postings/lead-hostile/company.json");
/// The day of posting where a company names none.
const DAY: &str = "2026-11-21";

fn built(role: &str, company: &str) -> Posting {
    let company = Company::parse(company, "company.json").unwrap();
    posting::build(&role::builtin(role).unwrap(), &company, DAY.parse().unwrap()).unwrap()
}

static TEMPLATES: LazyLock<Templates> = LazyLock::new(Templates::builtin);

fn rendered(posting: &Posting, format: Format) -> String {
    posting::render(posting, format, &TEMPLATES).unwrap()
}

/// Name, role, company file and folder of each case.
#[allow(clippy::disallowed_methods, reason = "a test reads its own fixtures")]
fn cases() -> Vec<(String, String, String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/postings");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    let case = |folder: PathBuf| {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let role = name.split('-').next().unwrap().to_owned();
        let company = std::fs::read_to_string(folder.join("company.json")).unwrap();
        (name, role, company, folder)
    };
    folders.into_iter().map(case).collect()
}

const FORMATS: [(Format, &str); 5] = [
    (Format::Md, "md"),
    (Format::Html, "html"),
    (Format::Txt, "txt"),
    (Format::Json, "json"),
    (Format::Jsonld, "jsonld"),
];

#[test]
fn postings_read_as_expected() {
    for (_, role, company, folder) in cases() {
        let posting = built(&role, &company);
        for (format, ending) in FORMATS {
            expect_file![folder.join(format!("expected.{ending}"))].assert_eq(&rendered(&posting, format));
        }
    }
}

#[test]
fn the_same_company_gives_the_same_bytes() {
    for (format, _) in FORMATS {
        assert_eq!(rendered(&built("lead", EXAMPLE), format), rendered(&built("lead", EXAMPLE), format));
    }
}

#[test]
fn no_posting_has_a_placeholder_or_a_gap() {
    for (name, role, company, _) in cases().into_iter().filter(|(name, ..)| !name.ends_with("hostile")) {
        for (format, ending) in FORMATS {
            let text = rendered(&built(&role, &company), format);
            for bad in [
                "[object]",
                "{{",
                "}}",
                "TBD",
                "[Company",
                "null",
                "He or she",
                "he or she",
                "\n\n\n",
                "..",
                " ,",
                "()",
            ] {
                let fine =
                    format == Format::Json && ["null", "}}"].contains(&bad) || bad == "}}" && format == Format::Html;
                assert!(fine || !text.contains(bad), "{name} {ending}: {bad}");
            }
        }
    }
}

/// Whether a value or a part of it is null or an empty list.
fn has_hole(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty() || items.iter().any(has_hole),
        Value::Object(map) => map.values().any(has_hole),
        _ => false,
    }
}

#[test]
fn templates_are_checked_against_a_full_posting() {
    let posting = built("lead", EXAMPLE);
    expect_file!["../../templates/posting/shape.json"].assert_eq(&rendered(&posting, Format::Json));
    assert!(!has_hole(&serde_json::to_value(&posting).unwrap()));
    assert!(Templates::with_overrides(&[]).is_ok());
}

#[test]
fn lead_and_senior_share_no_duty() {
    let (lead, senior) = (built("lead", EXAMPLE), built("senior", EXAMPLE));
    for duty in &lead.duties {
        assert!(senior.duties.iter().all(|d| d.text != duty.text), "{}", duty.text);
    }
    assert_ne!(lead.summary, senior.summary);
}

/// Id, importance, years and degree: what a posting must carry back.
fn essence(role: &Role) -> Vec<String> {
    let mut out: Vec<String> = role
        .requirements
        .iter()
        .map(|r| {
            let experience = if r.equivalent_experience { " or experience" } else { "" };
            format!(
                "{} {:?} {:?} {:?} {:?}{experience} {:?} {}",
                r.id, r.importance, r.kind, r.years, r.degree, r.terms, r.weight
            )
        })
        .collect();
    out.sort();
    out
}

/// A document as the reader gives it for this format, as far as `posting::read` looks at it.
fn document(text: &str, ending: &str) -> Document {
    if ending != "html" {
        let kind = if ending == "md" { Kind::Markdown } else { Kind::Text };
        return Document::from_text(kind, text.to_owned());
    }
    let start =
        text.find("<script type=\"application/ld+json\">").unwrap() + "<script type=\"application/ld+json\">".len();
    let end = start + text[start..].find("</script>").unwrap();
    let mut page = Document::from_text(Kind::Html, "words of the page".into());
    page.json_ld.push(text[start..end].to_owned());
    page
}

#[test]
fn our_own_postings_come_back_as_they_were() {
    for (name, role, company, _) in cases() {
        let company = Company::parse(&company, "company.json").unwrap();
        let base = role::builtin(&role).unwrap();
        let role = posting::apply(&base, &company).unwrap();
        let posting = posting::build(&base, &company, DAY.parse().unwrap()).unwrap();
        for (format, ending) in FORMATS {
            let data = ["html", "json", "jsonld"].contains(&ending);
            let read = posting::read(&document(&rendered(&posting, format), ending), "posting");
            let own = |r: &Role| -> Vec<String> {
                // from plain words a requirement that a company added comes back under a name made of its words
                let added = |line: &&String| company.requirements.add.iter().any(|a| line.starts_with(&a.id));
                essence(r).iter().filter(|l| data || !added(l)).cloned().collect()
            };
            let (sent, back) = (own(&role), own(&read));
            let missing: Vec<_> = sent.iter().filter(|l| !back.contains(l)).collect();
            if data {
                assert_eq!(ids(&role), ids(&read), "{name} {ending}");
            } else {
                assert!(missing.is_empty(), "{name} {ending}: {missing:#?} not in {back:#?}");
                assert_eq!(role.requirements.len(), read.requirements.len(), "{name} {ending} {:#?}", essence(&read));
            }
            assert_eq!(read.gate.id, role.gate.id, "{name} {ending}");
            assert_eq!(read.title, role.title, "{name} {ending}");
        }
    }
}

fn ids(role: &Role) -> Vec<(String, String, Option<u32>)> {
    let mut out: Vec<_> = role
        .requirements
        .iter()
        .map(|r| (r.id.clone(), format!("{:?} {:?}", r.importance, r.degree), r.years))
        .collect();
    out.sort();
    out
}

#[test]
fn hostile_words_stay_words() {
    let posting = built("lead", HOSTILE);
    let html = rendered(&posting, Format::Html);
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(html.matches("</script").count(), 1);
    for bad in [
        "<img",
        "<svg",
        "<b>",
        "<i>",
        "\" onload",
        "href=\"javascript",
        "\u{202e}",
        "\u{1b}",
        "\u{7}",
        "\u{2028}",
        "<!--",
    ] {
        assert!(!html.contains(bad), "{bad}");
    }
    let jsonld = rendered(&posting, Format::Jsonld);
    assert!(!jsonld.contains(['<', '>', '&', '\u{2028}', '\u{1b}']));
    let block = &document(&html, "html").json_ld[0];
    assert_eq!(serde_json::from_str::<Value>(block).unwrap(), serde_json::from_str::<Value>(&jsonld).unwrap());
    let md = rendered(&posting, Format::Md);
    for bad in ["{{", "[click](javascript", "**bold**", "\n# heading", " <", "\u{1b}"] {
        assert!(!md.contains(bad), "{bad}");
    }
    let txt = rendered(&posting, Format::Txt);
    assert!(!txt.chars().any(|c| c.is_control() && c != '\n'));
    // a template mark in a company's words is printed, not run
    assert!(txt.contains("{{title}}") && html.contains("{{title}}"));
}

fn fault(company: &str) -> String {
    let error = Company::parse(company, "company.json")
        .and_then(|c| posting::build(&role::builtin("lead").unwrap(), &c, DAY.parse().unwrap()))
        .unwrap_err();
    format!("{error}\n  help: {}\n", error.help().unwrap())
}

#[test]
fn faults_of_a_company_file_are_named() {
    let faults = [
        r#"{"name": "A", "salery": 1}"#,
        "{\"name\": \"A\",\n\"pay\": {\"mn\": 1}}",
        "{\"name\": \"A\",\n\"pay\": {\"currency\": \"USD\",\n\"min\": 5, \"max\": 4}}",
        r#"{"name": "A", "pay": {"currency": "usd"}}"#,
        r#"{"name": "A", "pay": {"period": "yearly"}}"#,
        r#"{"name": "A", "deadline": "2027-02-30"}"#,
        r#"{"name": "A", "posted": "2027-02-03", "deadline": "2027-02-03"}"#,
        r#"{"name": "A", "locations": [{"country": "Germany"}]}"#,
        r#"{"name": "A", "locations": [{"region": "US-ZZ", "country": "US"}]}"#,
        r#"{"name": "A", "remote_from": ["Texas"]}"#,
        r#"{"name": "A", "workplace": "home"}"#,
        r#"{"name": "A", "employees": "many"}"#,
        r#"{"name": " "}"#,
        r#"{"about": "nobody"}"#,
        r#"{"name": "A", "apply": {"email": "me at home"}}"#,
        "{\"name\": \"A\", \"requirements\": {\n\"remove\": [\"educaton\"]}}",
        "{\"name\": \"A\", \"requirements\": {\"change\": {\n\"stratgy\": {\"weight\": 1}}}}",
        "{\"name\": \"A\", \"requirements\": {\"change\": {\n\"strategy\": {\"terms\": []}}}}",
        "{\"name\": \"A\", \"requirements\": {\"add\": [\n{\"id\": \"strategy\", \"text\": \"t\"}]}}",
        "{\"name\": \"A\",",
    ];
    let all: String = faults.iter().map(|f| fault(f)).collect();
    expect![[r#"
        company.json:1: unknown key `salery`
          help: did you mean `pay`?
        company.json:2: unknown key `mn`
          help: did you mean `min`?
        company.json:3: `pay.min`: 5 is above `max`, 4
          help: swap them or correct one
        company.json:1: `pay.currency`: `usd` is no currency code
          help: write three capital letters such as USD, EUR or CAD
        company.json:1: unknown value `yearly` for `period`
          help: did you mean `year`?
        company.json:1: `deadline`: `2027-02-30` is no day
          help: write a day that exists as YYYY-MM-DD, or "open until filled"
        company.json:1: `deadline`: 2027-02-03 is not after `posted`, 2027-02-03
          help: give a later day or "open until filled"
        company.json:1: `locations.country`: `Germany` is no country code
          help: did you mean `DE`? a country is written as two capital letters
        company.json:1: `locations.region`: `US-ZZ` is no region of this country
          help: write its ISO 3166-2 code, such as US-CO, or its name
        company.json:1: `remote_from`: `Texas` is no country or region code
          help: write codes such as US, US-CO, CA-ON or EU
        company.json:1: unknown value `home` for `workplace`
          help: known: onsite, hybrid, remote
        company.json:1: `employees`: found string "many", expected a whole number, 0 or more
          help: change the value
        company.json:1: `name`: it is empty
          help: give the company's name
        company.json:1: the key `name` is missing
          help: add `"name"` to the object that ends here
        company.json:1: `apply.email`: `me at home` is no mail address
          help: write it like jobs@example.com
        company.json:2: `requirements.remove` names `educaton`, which is no requirement of `lead`
          help: did you mean `education`?
        company.json:2: `requirements.change` names `stratgy`, which is no requirement of `lead`
          help: did you mean `strategy`?
        company.json:2: requirement `strategy`: `terms` is empty, so nothing can be evidence for it
          help: name a concept or a phrase in `terms`
        company.json:2: `requirements.add`: the role has a requirement `strategy` already
          help: change that one under `requirements.change`, or rename this one
        company.json:1: this is not JSON: EOF while parsing a value
          help: look at this line and the one before for a missing comma, quote or bracket
    "#]]
    .assert_eq(&all);
}

fn template_fault(path: &str, text: &str) -> String {
    match Templates::with_overrides(&[(path.to_owned(), text.to_owned())]) {
        Ok(_) => "fine\n".into(),
        Err(error) => format!("{error}\n  help: {}\n", error.help().unwrap()),
    }
}

#[test]
fn faults_of_a_template_are_named_before_it_is_used() {
    let faults = [
        ("posting.md.hbs", "{{titel}}"),
        ("posting.md.hbs", "x\n{{#if salery}}{{pay.text}}{{/if}}"),
        ("posting.md.hbs", "{{#each required as |r|}}{{r.txt}}{{/each}}"),
        ("posting.md.hbs", "{{#each required}}{{title}}{{/each}}"),
        ("posting.md.hbs", "{{#each required}}{{../title}} {{text}} {{@index}}{{/each}}"),
        ("posting.md.hbs", "{{#each required}}{{#if degree}}{{degree}}{{/if}}{{/each}}"),
        ("posting.md.hbs", "{{#with pay}}{{txt}}{{/with}}"),
        ("posting.md.hbs", "{{#if (or titel title)}}x{{/if}}"),
        ("posting.md.hbs", "{{benefits}}"),
        ("posting.md.hbs", "{{company}}"),
        ("posting.md.hbs", "{{{title}}}"),
        ("posting.md.hbs", "{{shout title}}"),
        ("posting.md.hbs", "{{#if title}}\nnever closed"),
        ("posting.md.hbs", "{{#if title}}{{/each}}"),
        ("posting.md.hbs", "{{title"),
        ("posting.md.hbs", "{{> posting/missing}}"),
        ("posting.md.hbs", "{{> posting/posting}}"),
        ("posting.mb.hbs", "x"),
        ("posting/extra.md.hbs", "x"),
        ("posting.md.hbs", "{{#each benefits}}{{#if @last}}{{this}}{{/if}}{{/each}}"),
    ];
    let all: String = faults.iter().map(|(path, text)| template_fault(path, text)).collect();
    expect![[r#"
        posting/posting.md.hbs:1:3: `titel` is not in the data
          help: did you mean `title`?
        posting/posting.md.hbs:2:7: `salery` is not in the data
          help: known: schema, lang, role, title, headline, company, glance, product, portfolio, summary, duties, outcomes, team, required, preferred, not_needed, pay, benefits, place, interview, apply, notices, data
        posting/posting.md.hbs:1:28: `r.txt` is not in the data
          help: did you mean `text`?
        posting/posting.md.hbs:1:21: `title` is not in the data
          help: known: id, text, kind, importance, years, degree, equivalent_experience
        fine
        fine
        posting/posting.md.hbs:1:16: `txt` is not in the data
          help: did you mean `text`?
        posting/posting.md.hbs:1:11: `titel` is not in the data
          help: did you mean `title`?
        posting/posting.md.hbs:1:3: `benefits` is a list
          help: use `{{#each benefits}}`
        posting/posting.md.hbs:1:3: `company` has parts and cannot be printed
          help: name one of its parts
        posting/posting.md.hbs:1:1: output without escaping is not allowed
          help: use two braces, without `&`
        posting/posting.md.hbs:1:3: unknown helper `shout`
          help: known: if, unless, each, with, lookup, eq, ne, gt, gte, lt, lte, and, or, not, len
        posting/posting.md.hbs:1:1: the block `{{#if}}` opened here is never closed
          help: add its closing tag
        posting/posting.md.hbs:1:14: `{{/each}}` closes `{{#if}}`, which is opened at 1:1
          help: close blocks in the reverse order of opening
        posting/posting.md.hbs:1:1: a tag opened here is never closed
          help: add `}}`
        posting/posting.md.hbs:1:5: there is no partial `posting/missing`
          help: did you mean `posting/posting`?
        posting/posting.md.hbs:1:5: the partial `posting/posting` includes itself
          help: break the circle: posting/posting.md.hbs -> posting/posting.md.hbs
        posting/posting.mb.hbs:1:1: the file name does not say what the template writes
          help: did you mean `posting/posting.md.hbs`? end it with .html.hbs, .md.hbs, .txt.hbs
        posting/extra.md.hbs:1:1: nothing uses this template
          help: did you mean `posting/posting.md.hbs`?
        fine
    "#]].assert_eq(&all);
}

#[test]
fn partials_that_include_each_other_are_refused() {
    let files =
        [("posting.md.hbs", "{{> posting/a}}"), ("a.md.hbs", "{{> posting/b}}"), ("b.md.hbs", "{{> posting/a}}")]
            .map(|(p, t)| (p.to_owned(), t.to_owned()));
    let error = Templates::with_overrides(&files).err().unwrap();
    assert_eq!(error.to_string(), "posting/b.md.hbs:1:5: the partial `posting/a` includes itself");
}

#[test]
fn a_users_template_lies_over_ours() {
    let files = [
        ("posting.txt.hbs".to_owned(), "{{title}}{{#each required}}\n{{> posting/line text=text}}{{/each}}".to_owned()),
        ("posting/line.txt.hbs".to_owned(), "* {{text}}".to_owned()),
    ];
    let templates = Templates::with_overrides(&files).unwrap();
    let text = posting::render(&built("senior", EXAMPLE), Format::Txt, &templates).unwrap();
    assert!(text.starts_with("Senior Product Manager\n* At least 3 years in product management"), "{text}");
    assert!(posting::render(&built("senior", EXAMPLE), Format::Md, &templates).unwrap().contains("## Pay"));
}

#[test]
fn a_strangers_posting_becomes_a_role() {
    let text = "\
# Senior Product Manager, Payments

We are a fintech.

## What you'll do

- Own the payments roadmap

**What you bring**

* 8+ years of experience overall, 3 of them in product management
* BS in Computer Science or Engineering, or equivalent experience
* Excellent written communication and SQL
* Experience with card schemes or open banking
* Authorized to work in the US without sponsorship
* Passion for payments

### Bonus points if you have

- CSPO or PMP
- Experience mentoring other PMs

## Benefits

- 5 years of vesting
";
    let role = posting::read(&Document::from_text(Kind::Markdown, text.into()), "stranger.md");
    let mut seen = format!("{} | {:?}\n", role.title, role.gate.id);
    for r in &role.requirements {
        seen.push_str(&format!(
            "{:?} {} {:?} {:?} {:?} {:?}\n",
            r.importance, r.id, r.years, r.degree, r.certificates, r.terms
        ));
    }
    seen.push_str(&format!("not scored: {:?}\n", role.not_scored));
    expect![[r#"
        Senior Product Manager, Payments | Some("product-years")
        Required 8-years-of-work Some(8) None [] []
        Required product-years Some(3) None [] []
        Required education None Some(Bachelor) [] []
        Required communication None None [] ["communication"]
        Required sql None None [] ["sql"]
        Required experience-with-card-schemes-or-open-banking None None [] ["card schemes", "card scheme", "open banking"]
        Preferred certification None None ["cspo", "pmp"] []
        Preferred mentoring None None [] ["mentoring"]
        not scored: ["Authorized to work in the US without sponsorship", "Passion for payments"]
    "#]]
    .assert_eq(&seen);
    role::parse(&serde_json::to_string(&role).unwrap(), "read.json").unwrap();
}

#[test]
fn nothing_makes_the_reader_of_postings_fail() {
    for text in [
        "",
        "\n\n",
        "{",
        "{\"@type\": \"JobPosting\"}",
        "[[[[",
        "# \n- \n* ** \n",
        "\u{0}\u{1f600}:",
        "Requirements:\n-",
        "é: ï: ö",
    ] {
        for kind in [Kind::Markdown, Kind::Text, Kind::Html, Kind::Docx] {
            let role = posting::read(&Document::from_text(kind, text.into()), "x");
            assert_eq!(role.id, "x");
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_any_words_stay_inert(words in "[\\PC\n]{0,200}", tail in "(Requirements:\n(- \\PC{0,80}\n){0,6})?") {
        for kind in [Kind::Markdown, Kind::Docx] {
            let role = posting::read(&Document::from_text(kind, format!("{words}\n{tail}")), "any");
            if !role.requirements.is_empty() {
                prop_assert!(role::parse(&serde_json::to_string(&role).unwrap(), "any.json").is_ok());
            }
        }
        let company = serde_json::json!({"name": format!("N{words}"), "about": words, "benefits": [words], "website": words}).to_string();
        let posting = built("lead", &company);
        let html = rendered(&posting, Format::Html);
        prop_assert_eq!(html.matches("<script").count(), 1);
        prop_assert_eq!(html.matches("</script").count(), 1);
        let md = rendered(&posting, Format::Md);
        prop_assert!(!md.replace("\\<", "").contains('<'));
        prop_assert!(serde_json::from_str::<Value>(&rendered(&posting, Format::Jsonld)).is_ok());
    }
}

/// The program with these arguments: exit code, standard output, standard error.
fn rolefit(arguments: &[&str], input: &str) -> (Option<i32>, String, String) {
    use std::io::Write as _;
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rolefit"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    let pipe = std::process::Stdio::piped;
    let mut child = command.stdin(pipe()).stdout(pipe()).stderr(pipe()).spawn().unwrap();
    // a program that stops before it reads closes the pipe
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let done = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code(), text(done.stdout), text(done.stderr))
}

#[test]
fn post_writes_to_standard_output_or_to_a_file() {
    let (code, out, _) = rolefit(&["post", "--role", "lead", "--company", "templates/company.json"], "");
    assert_eq!((code, out.lines().next()), (Some(0), Some("# Lead Product Manager")));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("posting.html");
    let arguments = ["post", "--role", "senior", "--company", "-", "--format", "html", "--out", path.to_str().unwrap()];
    let (code, out, err) = rolefit(&arguments, r#"{"name": "A", "posted": "2026-01-02"}"#);
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert!(err.starts_with("note: `pay` is missing"), "{err}");
    assert!(path.exists());
    let (code, _, err) =
        rolefit(&["post", "--role", "lead", "--company", "templates/company.json", "--out", "/nowhere/x.md"], "");
    assert_eq!(code, Some(2));
    assert!(err.starts_with("error: cannot write /nowhere/x.md: no such file or folder\n  help: "), "{err}");
}

#[test]
fn post_says_what_is_wrong() {
    let (code, out, err) = rolefit(&["post", "--role", "laed", "--company", "templates/company.json"], "");
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (Some(2), "", "error: unknown role `laed`\n  help: did you mean `lead`?\n")
    );
    let (code, _, err) = rolefit(&["post", "--role", "lead", "--company", "-"], r#"{"name": "A", "benefit": []}"#);
    assert_eq!(code, Some(2));
    assert_eq!(err, "error: standard input:1: unknown key `benefit`\n  help: did you mean `benefits`?\n");
    let folder = tempfile::tempdir().unwrap();
    #[allow(clippy::disallowed_methods, reason = "a test writes its own files")]
    std::fs::write(folder.path().join("posting.md.hbs"), "{{#if salery}}x{{/if}}").unwrap();
    let templates = folder.path().to_str().unwrap();
    let (code, _, err) =
        rolefit(&["post", "--role", "lead", "--company", "templates/company.json", "--templates", templates], "");
    assert_eq!(code, Some(2));
    assert!(err.starts_with("error: posting/posting.md.hbs:1:7: `salery` is not in the data"), "{err}");
}

#[test]
fn roles_are_listed_shown_and_checked() {
    let (code, out, _) = rolefit(&["role", "list"], "");
    assert_eq!((code, out.lines().count()), (Some(0), 2));
    let (_, out, _) = rolefit(&["role", "show", "lead", "--sources"], "");
    assert!(out.contains("note: The example posting asks for 4 years"), "{out}");
    let (_, json, _) = rolefit(&["role", "show", "senior", "--json"], "");
    assert_eq!(json, role::builtin_json("senior").unwrap());
    assert_eq!(rolefit(&["role", "check", "templates/roles/lead.json"], "").0, Some(0));
    let (code, out, err) = rolefit(&["role", "check", "templates/roles/lead.json", "templates/company.json"], "");
    assert_eq!((code, out.lines().count()), (Some(1), 1));
    assert!(err.starts_with("error: templates/company.json:2: unknown key `name`"), "{err}");
    assert_eq!(rolefit(&["role", "check", "nowhere.json"], "").0, Some(2));
}

#[test]
fn the_comparison_fits_eighty_columns() {
    let (code, out, _) = rolefit(&["compare"], "");
    assert_eq!(code, Some(0));
    assert!(out.lines().all(|l| l.chars().count() <= 80));
    let (_, json, _) = rolefit(&["compare", "--format", "json"], "");
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["sections"].as_array().unwrap().len(), 10);
    let (_, html, _) = rolefit(&["compare", "--format", "html"], "");
    assert!(html.starts_with("<!DOCTYPE html>") && !html.contains("://"), "{html}");
}
