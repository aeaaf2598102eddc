//! The structured data of postings: valid for a search engine, and at one with what the posting says.

use rolefit::posting::{self, Company, Format, Posting};
use rolefit::report::schema;
use rolefit::role;
use rolefit::template::Templates;
use serde_json::{Value, json};
use std::path::Path;

/// Name, posting and its data for each company of the fixtures in each role.
fn all() -> Vec<(String, Posting, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/postings");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path().join("company.json")).collect();
    paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/company.json"));
    paths.sort();
    let templates = Templates::builtin();
    let mut out = Vec::new();
    for path in paths {
        for name in role::names() {
            let company = Company::parse(&std::fs::read_to_string(&path).unwrap(), "company.json").unwrap();
            let role = role::builtin(name).unwrap();
            let posting = posting::build(&role, &company, "2026-01-02".parse().unwrap()).unwrap();
            let data = posting::render(&posting, Format::Jsonld, &templates).unwrap();
            out.push((format!("{name} {}", path.display()), posting, serde_json::from_str(&data).unwrap()));
        }
    }
    out
}

fn profile() -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(schema("jobposting").unwrap()).unwrap()).unwrap()
}

fn faults(profile: &jsonschema::Validator, data: &Value) -> Vec<String> {
    profile.iter_errors(data).map(|e| e.to_string()).collect()
}

#[test]
fn every_posting_keeps_the_profile_of_search_engines() {
    let profile = profile();
    let mut placeless = 0;
    for (name, posting, data) in all() {
        let faults = faults(&profile, &data);
        let somewhere = posting.data.locations.iter().any(|l| l.country.is_some());
        if somewhere || !posting.data.remote_from.is_empty() {
            assert!(faults.is_empty(), "{name}: {faults:#?}");
        } else {
            // a place is never invented, and the writer is told
            placeless += 1;
            assert!(!faults.is_empty() && faults.iter().all(|f| f.contains("obLocation")), "{name}: {faults:#?}");
            assert!(posting::problems(&posting).iter().any(|p| p.contains("locations")), "{name}");
        }
    }
    assert_eq!(placeless, 2);
}

#[test]
fn the_data_agrees_with_itself_and_with_what_is_read() {
    let templates = Templates::builtin();
    for (name, posting, data) in all() {
        let text = posting::render(&posting, Format::Txt, &templates).unwrap();
        assert_eq!(text.lines().next(), data["title"].as_str(), "{name}");
        assert_ne!(data["title"], data["description"]);
        let pay = &data["baseSalary"]["value"];
        if let (Some(min), Some(max)) = (pay["minValue"].as_u64(), pay["maxValue"].as_u64()) {
            assert!(min < max, "{name}");
            let seen: String = text.chars().filter(|c| *c != ',').collect();
            let period = pay["unitText"].as_str().unwrap().to_lowercase();
            let currency = data["baseSalary"]["currency"].as_str().unwrap();
            assert!(seen.contains(&format!("{currency} {min} to {max} per {period}")), "{name}");
        }
        if let Some(last) = data["validThrough"].as_str() {
            assert!(data["datePosted"].as_str().unwrap() < last, "{name}");
        }
        let months = data["experienceRequirements"]["monthsOfExperience"].as_u64();
        let years = months.map(|m| format!("- At least {} years", m / 12));
        assert!(years.is_none_or(|years| text.contains(&years)), "{name}");
        assert!(months.is_none_or(|m| m % 12 == 0));
        let asked: Vec<&str> = data["skills"].as_array().unwrap().iter().map(|s| s["name"].as_str().unwrap()).collect();
        let shown: Vec<&str> = posting.required.iter().chain(&posting.preferred).map(|r| r.text.as_str()).collect();
        assert_eq!(asked, shown, "{name}");
        let description = data["description"].as_str().unwrap();
        assert!(!description.contains("<script") && !description.contains("<img"), "{name}");
    }
}

#[test]
fn the_profile_sees_what_a_search_engine_would_refuse() {
    let profile = profile();
    let (_, _, good) = all().into_iter().find(|(name, ..)| name.contains("templates/company")).unwrap();
    assert_eq!(faults(&profile, &good), Vec::<String>::new());
    let faulty = [
        ("/title", json!("")),
        ("/title", json!("URGENT!! Product Manager $200k")),
        ("/description", json!("too short")),
        ("/datePosted", json!("Nov 21, 2026")),
        ("/validThrough", json!("15/01/2027")),
        ("/employmentType", json!("Full-time")),
        ("/hiringOrganization", json!("Harbor")),
        ("/jobLocation/address", json!({"@type": "PostalAddress", "addressLocality": "Denver"})),
        ("/baseSalary/currency", json!("$")),
        ("/baseSalary/value/unitText", json!("annually")),
        ("/baseSalary/value/minValue", json!("168k")),
        ("/educationRequirements/credentialCategory", json!("Bachelor's")),
        ("/experienceRequirements/monthsOfExperience", json!("four years")),
        ("/experienceInPlaceOfEducation", json!("yes")),
        ("/totalJobOpenings", json!("one")),
        ("/jobLocationType", json!("REMOTE")),
        ("/salery", json!(1)),
    ];
    for (at, value) in faulty {
        let mut bad = good.clone();
        match bad.pointer_mut(at) {
            Some(place) => *place = value,
            None => bad[at.trim_start_matches('/')] = value,
        }
        assert!(!faults(&profile, &bad).is_empty(), "{at}");
    }
}

#[test]
fn the_profile_is_printed_by_its_name() {
    let done = crate::rolefit().args(["schema", "jobposting"]).output().unwrap();
    assert_eq!(String::from_utf8(done.stdout).unwrap(), schema("jobposting").unwrap());
}
