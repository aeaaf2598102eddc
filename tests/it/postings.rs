//! Postings as a reader sees them, from three invented companies and from a hostile one; and what comes back from them.

use expect_test::{expect, expect_file};
use rolefit::posting::{self, Company, Format, Posting};
use rolefit::role;
use rolefit::template::Templates;
use serde_json::Value;

const EXAMPLE: &str = include_str!("../../templates/company.json");
const DAY: &str = "2026-11-21";

fn built(role: &str, company: &str) -> Posting {
    let company = Company::parse(company, "company.json").unwrap();
    posting::build(&role::builtin(role).unwrap(), &company, DAY.parse().unwrap()).unwrap()
}

fn rendered(posting: &Posting, format: Format) -> String {
    posting::render(posting, format, &Templates::builtin()).unwrap()
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
fn the_shape_that_templates_are_checked_against_is_a_full_posting() {
    let posting = built("lead", EXAMPLE);
    let shape = serde_json::to_value(&posting).unwrap();
    expect_file!["../../templates/posting/shape.json"].assert_eq(&rendered(&posting, Format::Json));
    assert!(!has_hole(&shape));
}

#[test]
fn full_x() {
    let posting = built("lead", EXAMPLE);
    expect![[""]].assert_eq(&rendered(&posting, Format::Md));
}
