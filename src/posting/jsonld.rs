//! A posting as one schema.org JobPosting, in the profile that search engines read.
//!
//! Made from the model with serde_json, never from a template. `<`, `>` and `&` become `\u00XX`, so that the text
//! may stand inside a script element of a page. Only what the company said is in it: an estimate of pay or a
//! guessed place would be worse than none. Each requirement is a `DefinedTerm` whose `termCode` is its id, and whose
//! set says whether it is required; that is how a page leads back to the rubric.

use super::company::{EmploymentType, Location, Pay, Period, Workplace};
use super::{Asked, Labelled, Posting, places};
use crate::error::Result;
use crate::role::DegreeLevel;
use crate::template::Templates;
use serde_json::{Map, Value, json};

/// Name of the set of required terms.
pub(super) const REQUIRED_SET: &str = "Required";
/// Name of the set of preferred terms.
pub(super) const PREFERRED_SET: &str = "Preferred";
/// Months of a year.
const YEAR: u32 = 12;

/// The JobPosting as indented JSON without a line end.
///
/// # Errors
/// [`crate::error::Error::Template`] where the template of the description fails.
pub fn jsonld(posting: &Posting, templates: &Templates) -> Result<String> {
    let description = templates.render("posting/description.html", posting)?;
    let mut out = Map::new();
    let mut put = |key: &str, value: Option<Value>| value.map(|v| out.insert(key.to_owned(), v));
    let data = &posting.data;
    put("@context", Some("https://schema.org".into()));
    put("@type", Some("JobPosting".into()));
    put("title", Some(posting.title.clone().into()));
    put("description", Some(description.trim().into()));
    put("datePosted", Some(data.posted.clone().into()));
    put("validThrough", data.deadline.clone().map(Value::from));
    put("employmentType", data.employment_type.map(|e| employment(e).into()));
    put("hiringOrganization", Some(organization(posting)));
    put(
        "identifier",
        data.requisition
            .as_ref()
            .map(|id| json!({"@type": "PropertyValue", "name": posting.company.name, "value": id})),
    );
    put("jobLocation", sites(&data.locations));
    if data.workplace == Some(Workplace::Remote) {
        put("jobLocationType", Some("TELECOMMUTE".into()));
        put("applicantLocationRequirements", one_or_many(data.remote_from.iter().map(|c| area(c)).collect()));
    }
    put("baseSalary", data.pay.as_ref().and_then(salary));
    put("incentiveCompensation", posting.pay.as_ref().and_then(|p| joined(&p.other)));
    put("jobBenefits", text(&posting.benefits));
    put("educationRequirements", education(posting));
    put("experienceRequirements", experience(posting));
    put("experienceInPlaceOfEducation", in_place(posting));
    put("qualifications", text(&posting.required.iter().map(|r| r.text.clone()).collect::<Vec<_>>()));
    put("responsibilities", text(&posting.duties.iter().map(|d| d.text.clone()).collect::<Vec<_>>()));
    put("skills", one_or_many(posting.required.iter().chain(&posting.preferred).map(term).collect()));
    put("industry", data.industry.clone().map(Value::from));
    put("workHours", data.hours.clone().map(Value::from));
    put("totalJobOpenings", data.openings.map(Value::from));
    put("jobStartDate", data.start.clone().map(Value::from));
    put("employerOverview", text(&posting.company.paragraphs));
    put(
        "applicationContact",
        posting
            .apply
            .as_ref()
            .and_then(|a| a.email.as_ref())
            .map(|email| json!({"@type": "ContactPoint", "email": email.text})),
    );
    let text = serde_json::to_string_pretty(&Value::Object(out)).expect("plain data");
    Ok(script_safe(&text))
}

/// JSON that may stand in a script element: the same values, without characters that HTML gives a meaning.
fn script_safe(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

fn organization(posting: &Posting) -> Value {
    let mut out = json!({"@type": "Organization", "name": posting.company.name});
    if let Some(site) = posting.company.website.as_ref().and_then(|l| l.href.as_ref()).filter(|h| is_web(h)) {
        out["sameAs"] = site.clone().into();
    }
    if let Some(logo) = posting.data.logo.as_ref().filter(|l| is_web(l)) {
        out["logo"] = logo.clone().into();
    }
    if let Some(n) = posting.data.employees {
        out["numberOfEmployees"] = json!({"@type": "QuantitativeValue", "value": n});
    }
    out
}

fn is_web(address: &str) -> bool {
    super::words::link(address).href.is_some_and(|h| h.to_ascii_lowercase().starts_with("http"))
}

fn employment(kind: EmploymentType) -> &'static str {
    match kind {
        EmploymentType::FullTime => "FULL_TIME",
        EmploymentType::PartTime => "PART_TIME",
        EmploymentType::Contractor => "CONTRACTOR",
        EmploymentType::Temporary => "TEMPORARY",
        EmploymentType::Intern => "INTERN",
        EmploymentType::Volunteer => "VOLUNTEER",
        EmploymentType::PerDiem => "PER_DIEM",
        EmploymentType::Other => "OTHER",
    }
}

/// Sites whose country is known; without one a site is of no use to a search engine.
fn sites(locations: &[Location]) -> Option<Value> {
    let site = |l: &Location| -> Option<Value> {
        let mut address = json!({"@type": "PostalAddress"});
        let region = l
            .region
            .as_deref()
            .map(|r| if places::looks_like_region_code(r) { r.split_once('-').map_or(r, |(_, part)| part) } else { r });
        let parts = [
            ("streetAddress", l.street.as_deref()),
            ("addressLocality", l.city.as_deref()),
            ("addressRegion", region),
            ("postalCode", l.postal_code.as_deref()),
            ("addressCountry", Some(l.country.as_deref()?)),
        ];
        for (key, value) in parts {
            if let Some(value) = value {
                address[key] = value.into();
            }
        }
        Some(json!({"@type": "Place", "address": address}))
    };
    one_or_many(locations.iter().filter_map(site).collect())
}

fn area(code: &str) -> Value {
    let kind = match (places::country(code).is_some(), code.contains('-')) {
        (true, _) => "Country",
        (_, true) => "State",
        _ => "AdministrativeArea",
    };
    json!({"@type": kind, "name": places::area_name(code)})
}

/// Pay, where both ends, currency and period are known.
fn salary(pay: &Pay) -> Option<Value> {
    let (min, max) = (number(pay.min?), number(pay.max?));
    let unit = match pay.period? {
        Period::Year => "YEAR",
        Period::Month => "MONTH",
        Period::Week => "WEEK",
        Period::Day => "DAY",
        Period::Hour => "HOUR",
    };
    let mut value = json!({"@type": "QuantitativeValue"});
    if min == max {
        value["value"] = min;
    } else {
        value["minValue"] = min;
        value["maxValue"] = max;
    }
    value["unitText"] = unit.into();
    Some(json!({"@type": "MonetaryAmount", "currency": pay.currency.as_ref()?, "value": value}))
}

/// Whole amounts without ".0".
fn number(amount: f64) -> Value {
    format!("{amount}").parse::<u64>().map_or_else(|_| Value::from(amount), Value::from)
}

fn education(posting: &Posting) -> Option<Value> {
    let degree = posting.required.iter().find_map(|r| r.degree)?;
    let category = match degree {
        DegreeLevel::None => return None,
        DegreeLevel::Certificate => "professional certificate",
        DegreeLevel::Associate => "associate degree",
        DegreeLevel::Bachelor => "bachelor degree",
        DegreeLevel::Master | DegreeLevel::Doctorate => "postgraduate degree",
    };
    Some(json!({"@type": "EducationalOccupationalCredential", "credentialCategory": category}))
}

fn experience(posting: &Posting) -> Option<Value> {
    let years = posting.required.iter().find_map(|r| r.years)?;
    Some(json!({"@type": "OccupationalExperienceRequirements", "monthsOfExperience": years.saturating_mul(YEAR)}))
}

/// Said only where both a degree and experience are asked for, as the profile wants it.
fn in_place(posting: &Posting) -> Option<Value> {
    let degree = posting.required.iter().find(|r| r.degree.is_some_and(|d| d != DegreeLevel::None))?;
    experience(posting)?;
    Some(degree.equivalent_experience.into())
}

fn term(asked: &Asked) -> Value {
    let set = match asked.importance {
        crate::role::Importance::Required => REQUIRED_SET,
        crate::role::Importance::Preferred => PREFERRED_SET,
    };
    json!({
        "@type": "DefinedTerm",
        "termCode": asked.id,
        "name": asked.text,
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": set},
    })
}

fn joined(facts: &[Labelled]) -> Option<Value> {
    text(&facts.iter().map(|f| format!("{}: {}", f.label, f.text)).collect::<Vec<_>>())
}

fn text(items: &[String]) -> Option<Value> {
    (!items.is_empty()).then(|| items.join("\n").into())
}

fn one_or_many(mut items: Vec<Value>) -> Option<Value> {
    match items.len() {
        0 => None,
        1 => items.pop(),
        _ => Some(items.into()),
    }
}
