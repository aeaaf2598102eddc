//! Postings as files: Word documents, the same facts in every format, and many companies at once.

use expect_test::{expect, expect_file};
use rolefit::document::{self, LineKind};
use rolefit::posting::{self, Company, Format, Posting};
use rolefit::role::{self, Role};
use rolefit::template::Templates;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::LazyLock;

const EXAMPLE: &str = include_str!("../../templates/company.json");
const HOSTILE: &str = include_str!("../../fixtures/postings/lead-hostile/company.json");
/// A company that adds, removes and changes requirements of both roles.
const CHANGED: &str = r#"{"name": "Ohm", "equivalent_experience": false, "requirements": {
    "add": [{"id": "cards", "text": "Daily work with card schemes"}, {"id": "fintech-2", "kind": "years", "years": 2, "text": "At least 2 years in product management for banks", "importance": "preferred"}],
    "remove": ["many-hats", "mentoring", "startup"],
    "change": {"product-years": {"years": 7}, "data-analysis": {"importance": "required"}, "agile-delivery": {"importance": "preferred"}}}}"#;

static TEMPLATES: LazyLock<Templates> = LazyLock::new(Templates::builtin);

fn built(role: &str, company: &str) -> Posting {
    let company = Company::parse(company, "company.json").unwrap();
    posting::build(&role::builtin(role).unwrap(), &company, "2026-11-21".parse().unwrap()).unwrap()
}

/// A posting in each format that is read back, by ending.
fn files(posting: &Posting) -> Vec<(&'static str, Vec<u8>)> {
    let text = |format| posting::render(posting, format, &TEMPLATES).unwrap().into_bytes();
    vec![
        ("md", text(Format::Md)),
        ("html", text(Format::Html)),
        ("txt", text(Format::Txt)),
        ("jsonld", text(Format::Jsonld)),
        ("docx", posting::docx(posting, &TEMPLATES).unwrap()),
    ]
}

/// The parts of a package.
fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut part = |at| {
        let mut file = zip.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..8).map(&mut part).collect()
}

/// The package with other words in its main part.
fn edited(docx: &[u8], edit: impl Fn(&str) -> String) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts(docx) {
        let text = if name == "word/document.xml" { edit(&text) } else { text };
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_word_document_reads_as_expected() {
    for case in ["lead-harbor", "senior-bare", "lead-hostile"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/postings").join(case);
        let company = std::fs::read_to_string(folder.join("company.json")).unwrap();
        let bytes = posting::docx(&built(case.split('-').next().unwrap(), &company), &TEMPLATES).unwrap();
        let read = document::read(&bytes).unwrap();
        assert!(read.hidden.is_empty() && read.notes.is_empty(), "{case}: {:?} {:?}", read.hidden, read.notes);
        let marks: String = read.marks.iter().map(|m| format!("{}\n", m.name)).collect();
        let links: String = read.links.iter().map(|l| format!("{l}\n")).collect();
        let seen = format!("{}\n== bookmarks\n{marks}== links\n{links}", read.text);
        expect_file![folder.join("expected.docx.txt")].assert_eq(&seen);
    }
}

#[test]
fn a_word_document_has_the_same_bytes_every_time_and_is_well_formed() {
    for company in [EXAMPLE, HOSTILE, CHANGED] {
        let once = posting::docx(&built("lead", company), &TEMPLATES).unwrap();
        assert_eq!(once, posting::docx(&built("lead", company), &TEMPLATES).unwrap());
        for (name, text) in parts(&once) {
            let mut reader = quick_xml::Reader::from_str(&text);
            while reader.read_event().unwrap_or_else(|e| panic!("{name}: {e}")) != quick_xml::events::Event::Eof {}
            let unseen = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!text.contains(unseen), "{name}");
        }
    }
    let all = parts(&posting::docx(&built("lead", EXAMPLE), &TEMPLATES).unwrap());
    let core = &all.iter().find(|(name, _)| name == "docProps/core.xml").unwrap().1;
    assert!(core.contains("<dc:title>Lead Product Manager at Harbor &amp; Vale</dc:title>"), "{core}");
    assert!(core.contains("2026-11-23T00:00:00Z"), "{core}");
    let body = &all.iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
    assert!(body.contains("w:w=\"12240\""), "Denver prints on Letter");
    let a4 = parts(&posting::docx(&built("lead", r#"{"name": "A", "remote_from": ["DE"]}"#), &TEMPLATES).unwrap());
    assert!(a4[3].1.contains("w:w=\"11906\""), "Berlin prints on A4");
}

#[test]
fn a_users_page_template_is_the_word_document_too() {
    let page = "<h1>{{title}}</h1><h2>We ask</h2><ul>{{#each required}}<li data-requirement=\"{{id}}\"><b>{{text}}</b></li>{{/each}}</ul>";
    let templates = Templates::with_overrides(&[("posting.html.hbs".into(), page.into())]).unwrap();
    let read = document::read(&posting::docx(&built("senior", r#"{"name": "A"}"#), &templates).unwrap()).unwrap();
    assert!(read.text.starts_with("Senior Product Manager\n\nWe ask\n• At least 3 years"), "{}", read.text);
    // the heading says nothing, so the bookmark does
    let role = posting::read(&read, "posting.docx");
    assert!(role.requirements.iter().all(|r| r.importance == role::Importance::Required));
    assert_eq!(role.requirements.len(), built("senior", r#"{"name": "A"}"#).required.len());
}

/// Id, importance and years of each requirement.
fn essence(role: &Role) -> Vec<String> {
    let mut all: Vec<String> =
        role.requirements.iter().map(|r| format!("{} {:?} {:?}", r.id, r.importance, r.years)).collect();
    all.sort();
    all
}

#[test]
fn every_format_leads_back_to_the_same_requirements() {
    for name in role::names() {
        for company in [EXAMPLE, CHANGED, r#"{"name": "A"}"#] {
            let posting = built(name, company);
            let company = Company::parse(company, "company.json").unwrap();
            let asked = posting::apply(&role::builtin(name).unwrap(), &company).unwrap();
            for (ending, bytes) in files(&posting) {
                let back = posting::read(&document::read(&bytes).unwrap(), "posting");
                if ["md", "txt"].contains(&ending) {
                    // what a company added comes back under a name made of its words
                    let added = |line: &String| {
                        company.requirements.add.iter().any(|a| line.starts_with(&format!("{} ", a.id)))
                    };
                    let sent: Vec<String> = essence(&asked).into_iter().filter(|l| !added(l)).collect();
                    let back_all = essence(&back);
                    assert_eq!(back_all.len(), asked.requirements.len(), "{name} {ending}: {back_all:#?}");
                    assert!(sent.iter().all(|l| back_all.contains(l)), "{name} {ending}: {sent:#?} {back_all:#?}");
                } else {
                    assert_eq!(essence(&back), essence(&asked), "{name} {ending}");
                }
                assert_eq!((&back.title, &back.gate.id), (&asked.title, &asked.gate.id), "{name} {ending}");
            }
        }
    }
}

#[test]
fn a_resume_is_scored_by_a_posting_as_by_its_role() {
    let folder = tempfile::tempdir().unwrap();
    let company = folder.path().join("company.json");
    std::fs::write(&company, CHANGED).unwrap();
    let out = folder.path().join("out");
    let done = crate::rolefit()
        .args(["post", "--role", "lead", "--format", "md,html,txt,docx,jsonld,md", "--as-of", "2026-11-21"])
        .args([std::ffi::OsStr::new("--company"), company.as_os_str(), "--out".as_ref(), out.as_os_str()])
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    let mut names: Vec<String> =
        std::fs::read_dir(&out).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["ohm-lead.docx", "ohm-lead.html", "ohm-lead.jsonld", "ohm-lead.md", "ohm-lead.txt"]);
    // what a company added comes back from plain words under other names
    let built_in = |id: &Value| {
        role::names().into_iter().any(|name| role::builtin(name).unwrap().requirements.iter().any(|r| *id == r.id))
    };
    let mut seen: Vec<Vec<String>> = Vec::new();
    for name in names {
        let done = crate::rolefit()
            .args([
                "score",
                "fixtures/resumes/lead-pm/resume.md",
                "--format",
                "json",
                "--as-of",
                "2026-01-31",
                "--posting",
            ])
            .arg(out.join(&name))
            .output()
            .unwrap();
        let card: Value = serde_json::from_slice(&done.stdout).unwrap_or_else(|e| panic!("{name}: {e}"));
        let mut results: Vec<String> = card["results"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|r| built_in(&r["id"]))
            .map(|r| format!("{} {} {}", r["id"], r["importance"], r["result"]))
            .collect();
        results.sort();
        seen.push(results);
    }
    assert!(seen[0].iter().any(|r| r.starts_with("\"product-years\" \"required\"")), "{seen:#?}");
    assert!(seen.iter().all(|results| *results == seen[0]), "{seen:#?}");
}

#[test]
fn what_a_person_changes_in_word_counts() {
    let bytes = posting::docx(&built("lead", EXAMPLE), &TEMPLATES).unwrap();
    let item = |xml: &str, words: &str| -> String {
        let at = xml.find(words).unwrap();
        let start = xml[..at].rfind("<w:p>").unwrap();
        let end = at + xml[at..].find("</w:p>").unwrap() + "</w:p>".len();
        xml[start..end].to_owned()
    };
    let changed = edited(&bytes, |xml| {
        let moved = item(xml, "Clear writing and speaking");
        let heading = item(xml, ">Preferred qualifications<");
        let own = "<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/></w:pPr><w:r><w:t>Experience with open banking</w:t></w:r></w:p>";
        xml.replace(&moved, own)
            .replace(&item(xml, "Strategic thinking"), "")
            .replace(&heading, &format!("{heading}{moved}"))
            .replace("At least 4 years", "At least 6 years")
    });
    let role = posting::read(&document::read(&changed).unwrap(), "posting.docx");
    let lines = essence(&role);
    assert!(lines.contains(&"communication Preferred None".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"product-years Required Some(6)".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"experience-with-open-banking Required None".to_owned()), "{lines:#?}");
    assert!(!lines.iter().any(|l| l.starts_with("strategy ")), "{lines:#?}");
}

/// Letters and digits only: what no mark, escape or line break of a format changes.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The texts of a posting that a reader sees.
fn facts(value: &Value, out: &mut Vec<String>) {
    const UNSEEN: [&str; 9] = ["id", "kind", "importance", "degree", "href", "schema", "lang", "role", "data"];
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| facts(item, out)),
        Value::Object(map) => {
            map.iter().filter(|(key, _)| !UNSEEN.contains(&key.as_str())).for_each(|(_, v)| facts(v, out));
        }
        _ => {}
    }
}

#[test]
fn every_format_states_the_same_facts_under_the_same_headings() {
    for name in role::names() {
        let posting = built(name, EXAMPLE);
        let mut all = Vec::new();
        facts(&serde_json::to_value(&posting).unwrap(), &mut all);
        assert!(all.len() > 90, "{}", all.len());
        let mut headings: Vec<(&str, Vec<String>)> = Vec::new();
        for (ending, bytes) in files(&posting) {
            let read = document::read(&bytes).unwrap();
            let description = serde_json::from_str::<Value>(&read.text)
                .ok()
                .map(|data| data["description"].as_str().unwrap().to_owned());
            let seen =
                bare(&description.map_or(read.text.clone(), |html| html.replace("&amp;", "&").replace("&#39;", "'")));
            for fact in &all {
                // a search engine gets these as data of its own, or has no use for them
                let glance = posting.glance.iter().any(|g| g.label == *fact || g.text == *fact);
                assert!(seen.contains(&bare(fact)) || ending == "jsonld" && glance, "{name} {ending}: {fact}");
            }
            let lines = read.lines.iter().filter(|l| l.kind == LineKind::Heading);
            let mut lines: Vec<String> =
                lines.map(|l| read.line(l).trim_start_matches('#').trim().to_lowercase()).collect();
            lines.retain(|l| *l != posting.company.name.to_lowercase());
            if ["md", "html", "docx"].contains(&ending) {
                headings.push((ending, lines));
            }
        }
        assert!(headings[0].1.len() > 15, "{headings:#?}");
        assert!(headings.iter().all(|(_, lines)| *lines == headings[0].1), "{headings:#?}");
        let text = String::from_utf8(files(&posting)[2].1.clone()).unwrap().to_lowercase();
        for heading in headings[0].1.iter().filter(|h| !h.starts_with("about ")) {
            assert!(text.contains(heading), "{heading}");
        }
    }
}

#[test]
fn a_full_posting_is_no_longer_than_people_read_and_in_plain_words() {
    for name in role::names() {
        let posting = built(name, EXAMPLE);
        assert!(posting::problems(&posting).is_empty(), "{:?}", posting::problems(&posting));
        for (ending, bytes) in files(&posting) {
            let found = rolefit::lint::brief(&bytes, "2026-11-21".parse().unwrap());
            assert!(found.is_empty(), "{name} {ending}: {found:?}");
        }
        for asked in posting.required.iter().chain(&posting.preferred) {
            let lower = asked.text.to_lowercase();
            for empty in ["strong", "excellent", "proven", "outstanding", "passion", "ninja", "guru"] {
                assert!(!lower.contains(empty), "{}", asked.text);
            }
            assert!(asked.text.split_whitespace().count() <= 17, "{}", asked.text);
        }
    }
}

#[test]
fn injected_marks_stay_words_in_every_format() {
    let words = [
        "{{evil}}",
        "{{{evil}}}",
        "{{#each required}}x{{/each}}",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "](javascript:alert(1))",
        "a\u{202e}b\u{2066}c",
        "line\nbreak",
        "# heading",
        "| cell | cell |",
        "* item",
        "_under_",
        "\u{0}nul\u{1b}[31m",
        "]]>",
        "<!--",
        "--><b>",
        "&lt;b&gt;",
        "&#106;avascript:",
        "=1+1",
        "%3Cscript%3E",
        "<w:t>xml</w:t>",
        "\u{feff}\u{200b}zero",
        "\\",
        "`code`",
        "~~~",
        "---",
        "1. one",
        "<a href='data:text/html,x'>y</a>",
        "\u{fffe}\u{ffff}",
    ];
    for word in words {
        let value = format!("ok {word} end");
        let company = json!({
            "name": value, "about": value, "website": word, "industry": value, "product": {"name": value, "about": value, "users": value, "stage": value},
            "portfolio": [value, "Other"], "locations": [{"city": value, "country": "US"}], "time_zones": value, "hours": value, "travel": value,
            "pay": {"currency": "USD", "min": 1, "max": 2, "period": "hour", "bonus": value}, "benefits": [value], "reports_to": value,
            "team": {"about": value}, "level": value, "outcomes": [value], "interview": [{"step": value}], "start": value, "requisition": value,
            "apply": {"url": word, "how": value}, "accommodation": value, "equal_opportunity": value,
            "requirements": {"add": [{"id": format!("x{}", word.trim_matches('\u{0}')), "text": value}]}
        });
        let posting = built("lead", &company.to_string());
        let unseen = |c: char| c.is_control() && !"\n\t".contains(c) || "\u{202e}\u{2066}\u{200b}\u{feff}".contains(c);
        for (ending, bytes) in files(&posting) {
            let read = document::read(&bytes).unwrap();
            assert!(read.hidden.is_empty(), "{ending} {word:?}: {:?}", read.hidden);
            assert!(!read.text.contains(unseen), "{ending} {word:?}");
            let unsafe_link = |l: &String| !l.starts_with("http") && !l.starts_with("mailto:");
            assert!(!read.links.iter().any(unsafe_link), "{ending} {word:?}: {:?}", read.links);
            let text = String::from_utf8_lossy(&bytes);
            match ending {
                "html" => {
                    assert_eq!((text.matches("<script").count(), text.matches("</script").count()), (1, 1), "{word:?}");
                    let tags = ["<img", "<b>", "<!--", "<w:", "<a href='", "href=\"javascript", "href=\"data", "{{{"];
                    assert!(tags.iter().all(|t| !text.contains(t) || *t == "{{{" && word.starts_with(t)), "{word:?}");
                }
                "md" => {
                    assert!(!text.contains("\n# heading") && !text.replace("\\<", "").contains('<'), "{word:?}");
                    assert!(!text.replace("\\]", "").contains("](javascript"), "{word:?}");
                }
                "jsonld" => assert!(!text.contains(['<', '>', '&']), "{word:?}"),
                _ => {}
            }
            let read = match serde_json::from_slice::<Value>(&bytes) {
                Ok(data) => {
                    let mut all = Vec::new();
                    facts(&data, &mut all);
                    all.join(" ")
                }
                Err(_) => read.text,
            };
            // what can be seen of the word is there, as a word
            let seen: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
            let fffe = word.contains('\u{fffe}');
            assert!(fffe || bare(&read).contains(&seen), "{ending} {word:?}");
        }
    }
}

/// The program with these arguments and input: exit code and standard error.
fn post(arguments: &[&str], input: &str) -> (Option<i32>, String) {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_rolefit"))
        .arg("post")
        .args(arguments)
        .stdin(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    // a program that stops before it reads closes the pipe
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let done = child.wait_with_output().unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

/// Names and texts of the files in a folder.
fn folder(path: &Path) -> Vec<(String, String)> {
    let file = |e: std::io::Result<std::fs::DirEntry>| {
        let path = e.unwrap().path();
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        (path.file_name().unwrap().to_str().unwrap().to_owned(), text)
    };
    let mut all: Vec<_> = std::fs::read_dir(path).unwrap().map(file).collect();
    all.sort();
    all
}

#[test]
fn many_companies_from_a_table_with_its_failures_listed() {
    let table = "\u{feff}name;requisition;pay.currency;pay.min;pay.max;pay.period;benefits;team.manages;employment_type;locations.0.country;requirements.remove\r\n\
        Alpha;R/1;EUR;60000;80000;year;Health | Vacation;TRUE;full_time;DE;many-hats\r\n\
        \r\n\
        Beta;;USD;168,000;;;;;;;\r\n\
        \"Gamma; \"\"Ltd\"\"\";r-1;;;;;\"One ; Two\";;;;\r\n\
        Delta;;;;;;;maybe;;;\r\n\
        Epsilon;;;;;;;;;;stratgy\r\n\
        ;x;;;;;;;;;\r\n\
        Zeta;;;;;;;;;;;;;too many\r\n";
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("new/out");
    let arguments = [
        "--role",
        "lead",
        "--companies",
        "-",
        "--out",
        out.to_str().unwrap(),
        "--format",
        "md,jsonld",
        "--as-of",
        "2026-11-21",
    ];
    let (code, err) = post(&arguments, table);
    assert_eq!(code, Some(1), "{err}");
    let first = folder(&out);
    let names: Vec<&str> = first.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["failures.csv", "r-1-2.jsonld", "r-1-2.md", "r-1.jsonld", "r-1.md"]);
    expect![[r#"
        file,reason,help
        standard input:4,"`pay.min`: `168,000` is no number","write digits only, such as 168000"
        standard input:6,"`team.manages`: found `maybe`, expected true or false",change the cell
        standard input:7,"`requirements.remove` names `stratgy`, which is no requirement of `lead`",did you mean `strategy`?
        standard input:8,`name`: it is empty,give the company's name
        standard input:9,"the row has 14 cells, but there are 11 columns",put cells with a separator in them into double quotes
    "#]]
    .assert_eq(&first[0].1);
    assert!(
        err.starts_with("error: standard input:4: `pay.min`: `168,000` is no number\n  help: write digits only"),
        "{err}"
    );
    assert!(err.ends_with(&format!("2 postings, 5 failed; {}\n", out.display())), "{err}");
    assert!(err.contains("note: warning EEO001: "), "what was written is linted: {err}");
    assert!(
        first[4].1.contains("- Health\n- Vacation\n") && first[4].1.contains("You will manage people."),
        "{}",
        first[4].1
    );
    assert!(first[2].1.contains("Gamma; \"Ltd\" is hiring") && first[2].1.contains("- One\n- Two\n"), "{}", first[2].1);
    // again, and nothing changes
    post(&arguments, table);
    assert_eq!(folder(&out), first);
}

#[test]
fn a_table_says_all_that_a_company_file_says() {
    fn cells(value: &Value, path: &str, out: &mut Vec<(String, String)>) {
        let inner = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        match value {
            Value::Object(map) => map.iter().for_each(|(key, v)| cells(v, &inner(key), out)),
            Value::Array(items) if items.iter().all(Value::is_string) && path != "outcomes" => {
                let items: Vec<&str> = items.iter().map(|i| i.as_str().unwrap()).collect();
                out.push((path.to_owned(), items.join(if path == "benefits" { "|" } else { " ; " })));
            }
            Value::Array(items) => items.iter().enumerate().for_each(|(at, v)| cells(v, &inner(&at.to_string()), out)),
            Value::String(text) => out.push((path.to_owned(), text.clone())),
            other => out.push((path.to_owned(), other.to_string())),
        }
    }
    for company in [EXAMPLE, CHANGED] {
        let mut columns = Vec::new();
        cells(&serde_json::from_str(company).unwrap(), "", &mut columns);
        let quoted = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
        let row =
            |of: fn(&(String, String)) -> &String| columns.iter().map(of).map(quoted).collect::<Vec<_>>().join(",");
        let table = format!("{}\n{}\n", row(|c| &c.0), row(|c| &c.1));
        let line = serde_json::from_str::<Value>(company).unwrap().to_string();
        let read = |input: &str| {
            let mut rows = posting::company::companies(input.as_bytes(), "input").unwrap();
            let (number, company) = rows.next().unwrap();
            assert!(rows.next().is_none());
            (number, serde_json::to_value(company.unwrap()).unwrap())
        };
        let ((at, from_table), (_, from_line)) = (read(&table), read(&line));
        assert_eq!(at, 2);
        assert_eq!(from_table, from_line);
    }
}

#[test]
fn many_companies_as_json_lines() {
    let long = format!("{{\"name\": \"{}\"}}", "x".repeat(2 << 20));
    let lines = format!(
        "{{\"name\": \"A\"}}\n\n{{\"name\": \"A\", \"pay\": {{\"mn\": 1}}}}\nnonsense\n{long}\n{{\"name\": \"a\"}}"
    );
    let place = tempfile::tempdir().unwrap();
    let path = place.path().to_str().unwrap();
    let (code, err) = post(&["--role", "senior", "--companies", "-", "--out", path, "--format", "txt"], &lines);
    assert_eq!(code, Some(1), "{err}");
    let all = folder(place.path());
    assert_eq!(
        all.iter().map(|f| f.0.as_str()).collect::<Vec<_>>(),
        ["a-senior-2.txt", "a-senior.txt", "failures.csv"]
    );
    expect![[r#"
        file,reason,help
        standard input:3,unknown key `mn`,did you mean `min`?
        standard input:4,this is not JSON: expected ident,"look at this line and the one before for a missing comma, quote or bracket"
        standard input:5,the line has more than 1048576 bytes,a company needs a few thousand
    "#]]
    .assert_eq(&all[2].1);
}

#[test]
fn a_file_of_companies_that_cannot_be_used_is_refused_whole() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    let fails = |input: &str| {
        let (code, err) = post(&["--role", "lead", "--companies", "-", "--out", out.to_str().unwrap()], input);
        assert_eq!((code, out.exists()), (Some(2), false), "{err}");
        err
    };
    let mut all = fails("");
    all.push_str(&fails("[{\"name\": \"A\"}]"));
    all.push_str(&fails("name,Pay.min,benefit\nA,1,x\n"));
    all.push_str(&fails("requisition,website\n1,x\n"));
    all.push_str(&fails("name,name\n1,x\n"));
    expect![[r#"
        error: standard input:1: there is no company
          help: write one company a line: JSON, or a table with a header
        error: standard input:1: this is one JSON list
          help: write one object a line, without [ ] and commas
        error: standard input:1: unknown columns `Pay.min`, `benefit`
          help: did you mean `pay.min` for `Pay.min`, `benefits` for `benefit`?
        error: standard input:1: there is no column `name`
          help: the first line names the columns; add `name`
        error: standard input:1: the column `name` stands twice
          help: keep one of them
    "#]]
    .assert_eq(&all);
    let (code, err) = post(&["--role", "lead", "--companies", "-", "--out", out.to_str().unwrap()], "name\n\"\"\n");
    assert_eq!((code, err.contains("there is no company") || err.contains("0 postings")), (Some(2), true), "{err}");
    let (code, err) = post(&["--role", "lead", "--company", "-", "--format", "md,txt"], "{\"name\": \"A\"}");
    assert_eq!((code, err.as_str()), (Some(2), "error: several formats need a folder: add --out DIR\n"));
}

#[test]
fn the_ending_of_the_file_tells_the_format() {
    let dir = tempfile::tempdir().unwrap();
    let company = dir.path().join("company.json");
    std::fs::write(&company, EXAMPLE).unwrap();
    let write = |name: &str| {
        let out = dir.path().join(name);
        let args = ["post", "--role", "lead", "--company", company.to_str().unwrap(), "--out", out.to_str().unwrap()];
        let done = crate::rolefit().args(args).output().unwrap();
        (done.status.code(), std::fs::read(&out).unwrap_or_default())
    };
    for (name, begins) in [("a.docx", "PK"), ("a.html", "<!doctype"), ("a.json", "{"), ("a.md", "# "), ("a", "# ")] {
        let (code, bytes) = write(name);
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(code == Some(0) && text.starts_with(&begins.to_lowercase()), "{name}: {code:?}");
    }
    assert_eq!(write("a.pdf").0, Some(2));
    // a folder takes the file under the posting's own name
    std::fs::create_dir(dir.path().join("all")).unwrap();
    write("all");
    assert!(dir.path().join("all/hv-2026-041.md").is_file());
    // and the data that post wrote is a posting for score
    let json = std::fs::read(dir.path().join("a.json")).unwrap();
    let role = posting::read(&document::read(&json).unwrap(), "a.json");
    assert_eq!(role.requirements.first().map(|r| r.id.as_str()), Some("product-years"));
}
