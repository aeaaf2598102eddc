//! What a reader of a report sees: the verdict, the proof, a sum that can be redone, and nothing that a stranger's
//! words could do to the terminal, the page or the spreadsheet.

use expect_test::expect_file;
use rolefit::report::shortlist::{Failure, Row};
use rolefit::report::text::Screen;
use rolefit::report::{blind, html, json, md, ranked, schema, schema_names, shortlist, text};
use rolefit::score::Scorecard;
use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

fn card(name: &str) -> Scorecard {
    serde_json::from_str(&fixture(name)).unwrap()
}

fn fixture(name: &str) -> String {
    crate::read(&format!("fixtures/reports/{name}.json"))
}

fn plain(card: &Scorecard, width: usize) -> String {
    text::render(card, Screen { width, color: false })
}

#[test]
fn the_terminal_report_reads_well() {
    expect_file!["../../fixtures/reports/plain.80.txt"].assert_eq(&plain(&card("plain"), 80));
    expect_file!["../../fixtures/reports/plain.50.txt"].assert_eq(&plain(&card("plain"), 50));
    expect_file!["../../fixtures/reports/hostile.80.txt"].assert_eq(&plain(&card("hostile"), 80));
}

#[test]
fn markdown_and_html_read_well() {
    expect_file!["../../fixtures/reports/plain.md"].assert_eq(&md::render(&card("plain")));
    expect_file!["../../fixtures/reports/plain.html"].assert_eq(&html::render(&[card("plain")]));
    expect_file!["../../fixtures/reports/hostile.md"].assert_eq(&md::render(&card("hostile")));
}

#[test]
fn a_report_says_how_years_without_a_month_were_counted() {
    let rule = "a year without a month counts from July";
    let mut card = card("plain");
    let mut said = |start: &str, end: &str| {
        for entry in &mut card.tenure.entries {
            (entry.start, entry.end) = (Some(start.into()), Some(end.into()));
        }
        [plain(&card, 80), md::render(&card), html::render(&[card.clone()])].map(|page| page.contains(rule))
    };
    assert_eq!(said("2019-07", "2021-03"), [true; 3]);
    assert_eq!(said("2019-03", "2021-06"), [true; 3]);
    assert_eq!(said("2019-06", "2021-07"), [false; 3]);
}

#[test]
fn the_page_of_a_batch_reads_well() {
    let mut weak = card("plain");
    weak.document.name = "nurses/weak.md".into();
    weak.score = Some(12);
    let mut twin = card("plain");
    twin.document.name = "resumes/ines (1).md".into();
    twin.duplicate_of = Some("resumes/ines.md".into());
    let cards = [weak, card("plain"), twin, card("hostile")];
    let rows = cards.iter().enumerate().map(|(place, card)| Row::of(card, place)).collect();
    let failure =
        Failure { file: "scan.pdf".into(), reason: "the file is empty".into(), help: "export it again".into() };
    let mut page = Vec::new();
    let fetch = &mut |row: &Row| Ok(cards[row.place].clone());
    ranked::write(&mut page, &shortlist::rank(rows), &[failure], fetch).unwrap();
    expect_file!["../../fixtures/reports/shortlist.html"].assert_eq(&String::from_utf8(page).unwrap());
}

#[test]
fn no_row_is_wider_than_the_terminal() {
    for name in ["plain", "hostile"] {
        for width in [50, 80, 100] {
            let long = plain(&card(name), width).lines().filter(|line| line.width() > width).count();
            assert_eq!(long, 0, "{name} at {width}");
        }
    }
}

#[test]
fn the_verdict_comes_first_and_a_wide_interval_asks_for_a_person() {
    let first = |card: &Scorecard| plain(card, 100).lines().next().unwrap().to_owned();
    let mut card = card("plain");
    assert_eq!(first(&card), "Lead Product Manager: 89 of 100, strong match");
    card.score_low = Some(70);
    assert!(first(&card).ends_with("read this one yourself"), "{}", first(&card));
    card.score = None;
    assert!(first(&card).ends_with("no score, not enough readable text to judge"), "{}", first(&card));
}

#[test]
fn the_sum_in_the_report_makes_the_score() {
    let shown = plain(&card("plain"), 80);
    let (mut earned, mut weights) = (0, 0);
    for line in shown.lines() {
        let words = line.split_whitespace().collect::<Vec<_>>();
        if let [.., weight, "x", credit] = words.as_slice()
            && let (Ok(weight), Ok(credit)) = (weight.parse::<u32>(), credit.parse::<u32>())
        {
            earned += weight * credit;
            weights += weight;
        }
    }
    assert!(shown.contains(&format!("{earned} / {weights} = ")), "{earned} / {weights}\n{shown}");
    let mut wrong = card("plain");
    wrong.score = Some(12);
    assert!(!plain(&wrong, 80).contains(" / "), "a sum that does not make the score must not be shown");
}

#[test]
fn gaps_stand_in_order_of_what_they_gain() {
    let shown = plain(&card("hostile"), 100);
    let places = ["\n  +50", "\n  +20", "\n  +10"].map(|gain| shown.find(gain).unwrap());
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn colour_only_where_asked_for_and_it_changes_no_word() {
    let card = card("plain");
    let colored = text::render(&card, Screen { width: 80, color: true });
    assert!(colored.contains("\x1b[1;32m"));
    let mut bare = colored;
    for code in ["0", "1", "2", "31", "32", "33", "1;31", "1;32"] {
        bare = bare.replace(&format!("\x1b[{code}m"), "");
    }
    assert_eq!(bare, plain(&card, 80));
}

#[test]
fn a_hostile_resume_steers_nothing() {
    let card = card("hostile");
    let page = html::render(std::slice::from_ref(&card));
    let mut batch_page = Vec::new();
    let row = Row { duplicate_of: Some(card.document.name.clone()), ..Row::of(&card, 0) };
    let failure = Failure { file: card.document.name.clone(), reason: "<b>\x1b".into(), help: "\u{202e}".into() };
    let fetch = &mut |_: &Row| Ok(card.clone());
    ranked::write(&mut batch_page, std::slice::from_ref(&row), std::slice::from_ref(&failure), fetch).unwrap();
    let batch_page = String::from_utf8(batch_page).unwrap();
    for page in [&page, &batch_page] {
        assert!(!page.contains("<img") && !page.contains("<script") && page.matches("</title>").count() == 1, "{page}");
        assert!(page.contains("default-src 'none'"));
        assert!(!page.contains("href=\"javascript") && !page.contains("http://") && !page.contains("https://"));
    }
    let csv = [shortlist::csv(&[row]), shortlist::failures_csv(&[failure])].map(|csv| String::from_utf8(csv).unwrap());
    let outputs = [plain(&card, 80), md::render(&card), page, batch_page, csv.concat(), json::line(&card)];
    for out in &outputs {
        let bad = out.chars().find(|c| c.is_control() && *c != '\n' || ('\u{202a}'..='\u{202e}').contains(c));
        assert_eq!(bad, None, "{out}");
    }
    let links = md::render(&card).replace("\\](", "");
    assert!(!links.contains("\n# heading") && !links.contains("](") && !links.contains(" <img"), "{links}");
    assert!(csv[0].contains(",\"'=HYPERLINK(") && csv[1].contains("\n\"'=HYPERLINK("), "{csv:?}");
}

#[test]
fn json_is_one_line_and_comes_back_the_same() {
    for name in ["plain", "hostile"] {
        let line = json::line(&card(name));
        assert_eq!(line.matches('\n').count(), 1);
        assert_eq!(serde_json::from_str::<Scorecard>(&line).unwrap(), card(name));
    }
}

#[test]
fn a_blind_report_names_nobody() {
    let mut card = card("plain");
    blind::blind(&mut card);
    for out in [plain(&card, 80), md::render(&card), html::render(&[card.clone()]), json::line(&card)] {
        assert!(!out.contains("Varga") && !out.contains("ines.md") && !out.contains("example.org"), "{out}");
        assert!(out.contains(&card.document.sha256[..12]));
    }
}

#[test]
fn scorecards_keep_to_the_shipped_schema_and_it_knows_every_key() {
    let schema: Value = serde_json::from_str(schema("scorecard").unwrap()).unwrap();
    for name in ["plain", "hostile"] {
        let value = serde_json::to_value(card(name)).unwrap();
        assert_keeps(&schema, &value);
    }
    let mut broken = serde_json::to_value(card("plain")).unwrap();
    broken["results"][0]["result"] = "perhaps".into();
    assert!(!jsonschema::is_valid(&schema, &broken));
}

#[test]
fn every_schema_is_a_schema() {
    let names = ["company", "document", "jobposting", "lint", "pair", "role", "scorecard", "side-by-side", "which"];
    assert_eq!(schema_names(), names);
    for name in schema_names() {
        let schema: Value = serde_json::from_str(schema(name).unwrap()).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["title"], format!("rolefit.{name}/1"));
    }
    assert_eq!(schema("nothing"), None);
}

/// Fails where a value breaks a schema, or has a key that the schema does not describe.
pub(crate) fn assert_keeps(schema: &Value, value: &Value) {
    if let Err(error) = jsonschema::validate(schema, value) {
        panic!("{}: {error}", error.instance_path());
    }
    assert_described(schema, schema, value, "");
}

fn assert_described(root: &Value, schema: &Value, value: &Value, path: &str) {
    let schema = match schema["$ref"].as_str() {
        Some(target) => root.pointer(target.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let inner =
                    schema["properties"].get(key).unwrap_or_else(|| panic!("{path}/{key} is not in the schema"));
                assert_described(root, inner, member, &format!("{path}/{key}"));
            }
        }
        Value::Array(items) => {
            for item in items {
                assert_described(root, &schema["items"], item, &format!("{path}/*"));
            }
        }
        _ => {}
    }
}
