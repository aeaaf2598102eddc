//! SD001-020: whether a JobPosting has what search engines ask for, each value in its form.
//!
//! The profile is that of Google's job postings over schema.org 30.0. Checks that no outside tool makes stand here too:
//! the order of days, least above most, the title beside the heading.

use super::gather::Gather;
use super::outline::Kind;
use super::rules;
use super::text::{Job, Text};
use jiff::civil::Date;
use serde_json::Value;

/// Properties of JobPosting and of Thing, schema.org 30.0.
const PROPERTIES: &str = "additionalType alternateName applicantLocationRequirements applicationContact baseSalary benefits datePosted description \
    directApply disambiguatingDescription educationRequirements eligibilityToWorkRequirement employerOverview employmentType employmentUnit \
    estimatedSalary experienceInPlaceOfEducation experienceRequirements hiringOrganization identifier image incentiveCompensation incentives industry \
    jobBenefits jobDuration jobImmediateStart jobLocation jobLocationType jobStartDate mainEntityOfPage name occupationalCategory owner \
    physicalRequirement potentialAction qualifications relevantOccupation responsibilities salaryCurrency sameAs securityClearanceRequirement \
    sensoryRequirement skills specialCommitments subjectOf title totalJobOpenings url validThrough workHours";
const TYPES: [&str; 8] =
    ["FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"];
const UNITS: [&str; 5] = ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"];
const CREDENTIALS: [&str; 5] =
    ["high school", "associate degree", "bachelor degree", "professional certificate", "postgraduate degree"];
const AREAS: [&str; 4] = ["Country", "State", "City", "AdministrativeArea"];
/// Words in a title that are no title.
const TITLE_MARKS: [&str; 14] =
    ["!", "$", "€", "£", "req#", "req #", "job id", "urgent", "hiring", "remote", "apply", "per hour", "/hr", "salary"];
/// Letters of a currency.
const CURRENCY: usize = 3;

/// Runs the rules.
pub(super) fn check(text: &Text, out: &mut Gather<'_>) {
    if text.broken > 0 {
        out.say("SD020", None, (0, 0), "a JSON-LD block is no JSON");
    }
    for job in &text.jobs {
        Profile { job, text, out }.all();
    }
}

struct Profile<'a, 'b> {
    job: &'a Job,
    text: &'a Text,
    out: &'a mut Gather<'b>,
}

impl Profile<'_, '_> {
    fn all(&mut self) {
        self.title();
        self.description();
        self.days();
        self.employer();
        self.place();
        self.enums();
        self.salary();
        self.education();
        self.rest();
    }

    /// Says what is wrong at a property of the object; its bytes where the object is the file.
    fn say(&mut self, id: &str, path: &str, detail: &str) {
        let Some(rule) = rules::rule(id) else { return };
        let node = self.text.node.as_ref().filter(|_| self.job.whole);
        let at =
            node.map(|n| n.at(path).map_or((n.start, n.start), |found| (found.start, found.end))).unwrap_or_default();
        self.out.add_in_source(
            rule,
            rule.severity,
            at,
            &rule.message.replace("{detail}", detail),
            &rule.suggestion,
            vec![],
        );
    }

    fn value(&self, key: &str) -> &Value {
        &self.job.value[key]
    }

    fn text_of(&self, key: &str) -> String {
        self.value(key).as_str().unwrap_or_default().trim().to_owned()
    }

    fn title(&mut self) {
        let title = self.text_of("title");
        if title.is_empty() {
            return self.say("SD001", "title", "`title` is missing");
        }
        let lower = title.to_lowercase();
        let company = self.value("hiringOrganization")["name"].as_str().unwrap_or_default().to_lowercase();
        let figures = title
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| w.len() > 2 && w.bytes().any(|b| b.is_ascii_digit()) && !w.ends_with(['D', 'd', 'B', 'C']));
        let named = company.len() > 2 && lower.contains(&company) && !lower.starts_with(&company);
        if let Some(mark) = TITLE_MARKS.iter().find(|m| lower.contains(**m)) {
            self.say("SD002", "title", &format!("`title` holds more than the role (\"{mark}\")"));
        } else if figures || named {
            self.say("SD002", "title", "`title` holds a figure, a code or the company");
        }
        if self.job.whole {
            return;
        }
        let heading = self
            .text
            .rows
            .iter()
            .find(|r| r.kind == Kind::Heading)
            .map(|r| self.text.row(r).trim().trim_start_matches('#').trim().to_lowercase());
        let near = |h: &String| {
            h.contains(&lower) || lower.contains(h.as_str()) || self.text.text.to_lowercase().contains(&lower)
        };
        if heading.as_ref().is_some_and(|h| !near(h)) {
            self.say("SD018", "title", &format!("`title` is \"{title}\", which the page does not show"));
        }
    }

    fn description(&mut self) {
        let description = self.text_of("description");
        if description.is_empty() {
            self.say("SD003", "description", "`description` is missing");
        } else if description == self.text_of("title") {
            self.say("SD003", "description", "`description` is only the title again");
        }
    }

    fn days(&mut self) {
        let posted = self.value("datePosted").as_str().map(day);
        match posted {
            None => self.say("SD004", "datePosted", "`datePosted` is missing"),
            Some(None) => {
                self.say("SD004", "datePosted", "`datePosted` is no day in ISO 8601 (a time needs an offset)")
            }
            Some(Some(_)) => {}
        }
        let last = self.value("validThrough").clone();
        if last.is_null() {
            return;
        }
        match (last.as_str().and_then(day), posted.flatten()) {
            (None, _) => self.say("SD009", "validThrough", "`validThrough` is no day in ISO 8601"),
            (Some(last), Some(first)) if last <= first => {
                self.say("SD009", "validThrough", "`validThrough` is not behind `datePosted`")
            }
            _ => {}
        }
    }

    fn employer(&mut self) {
        let employer = self.value("hiringOrganization");
        let named = employer["name"].as_str().or(employer.as_str()).is_some_and(|n| !n.trim().is_empty());
        if !named {
            self.say("SD005", "hiringOrganization", "`hiringOrganization` is missing or has no name");
        }
    }

    fn place(&mut self) {
        let kind = self.value("jobLocationType").clone();
        if !kind.is_null() && kind != "TELECOMMUTE" {
            self.say(
                "SD007",
                "jobLocationType",
                &format!("`jobLocationType` is {kind}; only \"TELECOMMUTE\" is known"),
            );
        }
        let remote = !kind.is_null();
        let areas = list(self.value("applicantLocationRequirements"));
        for (i, area) in areas.iter().enumerate() {
            let known = area["@type"].as_str().is_some_and(|t| AREAS.contains(&t))
                && area["name"].as_str().is_some_and(|n| !n.is_empty());
            if !known {
                let path = if areas.len() > 1 {
                    format!("applicantLocationRequirements.{i}")
                } else {
                    "applicantLocationRequirements".into()
                };
                self.say("SD008", &path, "an area needs a type (Country, State, City) and a name");
            }
        }
        let sites = list(self.value("jobLocation"));
        if sites.is_empty() {
            if !remote {
                self.say("SD006", "jobLocation", "`jobLocation` is missing");
            } else if areas.is_empty() {
                self.say(
                    "SD008",
                    "applicantLocationRequirements",
                    "remote work needs `applicantLocationRequirements` or `jobLocation`",
                );
            }
        }
        for (i, site) in sites.iter().enumerate() {
            let path = if sites.len() > 1 { format!("jobLocation.{i}") } else { "jobLocation".into() };
            if site["@type"] != "Place" {
                self.say("SD006", &path, "`jobLocation` is no Place with an `address`");
            }
            let address = if site["address"].is_null() { site } else { &site["address"] };
            let country = address["addressCountry"].as_str().or(address["addressCountry"]["name"].as_str());
            if country.is_none() && !address.is_string() {
                self.say("SD006", &path, "`addressCountry` is missing");
            }
        }
    }

    fn enums(&mut self) {
        for kind in list(self.value("employmentType")) {
            if !kind.as_str().is_some_and(|k| TYPES.contains(&k)) {
                self.say("SD010", "employmentType", &format!("`employmentType` is {kind}"));
            }
        }
        let direct = self.value("directApply").clone();
        if !direct.is_null() && !direct.is_boolean() {
            self.say("SD013", "directApply", &format!("`directApply` is {direct}, not true or false"));
        }
        let openings = self.value("totalJobOpenings").clone();
        if !openings.is_null() && !openings.is_u64() {
            self.say("SD019", "totalJobOpenings", &format!("`totalJobOpenings` is {openings}, not a whole number"));
        }
    }

    fn salary(&mut self) {
        let salary = self.value("baseSalary").clone();
        if salary.is_null() {
            return;
        }
        let currency = salary["currency"].as_str().unwrap_or_default();
        if currency.len() != CURRENCY || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            self.say(
                "SD011",
                "baseSalary.currency",
                &format!("`currency` is \"{currency}\", not three letters like USD"),
            );
        }
        let value = &salary["value"];
        let given: Vec<&str> = ["minValue", "maxValue", "value"].into_iter().filter(|k| !value[k].is_null()).collect();
        if given.is_empty() && !value.is_number() {
            self.say("SD011", "baseSalary.value", "`baseSalary` has no amount");
        }
        for key in given {
            if !value[key].is_number() {
                self.say(
                    "SD011",
                    &format!("baseSalary.value.{key}"),
                    &format!("`{key}` is {}, not a number", value[key]),
                );
            }
        }
        let unit = value["unitText"].as_str().or(salary["unitText"].as_str()).unwrap_or_default();
        if !UNITS.contains(&unit) {
            self.say("SD011", "baseSalary.value.unitText", &format!("`unitText` is \"{unit}\""));
        }
        if let (Some(min), Some(max)) = (amount(&value["minValue"]), amount(&value["maxValue"]))
            && min > max
        {
            self.say("SD012", "baseSalary.value.minValue", "`minValue` is above `maxValue`");
        }
    }

    fn education(&mut self) {
        for education in list(self.value("educationRequirements")) {
            let category = education["credentialCategory"].as_str().or(education.as_str()).unwrap_or_default();
            let known = CREDENTIALS.contains(&category) || education == "no requirements";
            if !known {
                self.say("SD014", "educationRequirements", &format!("`credentialCategory` is \"{category}\""));
            }
        }
        let experience = self.value("experienceRequirements").clone();
        if !experience.is_null() && experience != "no requirements" && !experience["monthsOfExperience"].is_number() {
            self.say("SD015", "experienceRequirements", "`monthsOfExperience` is missing or no number");
        }
        let both = !experience.is_null() && !self.value("educationRequirements").is_null();
        match self.value("experienceInPlaceOfEducation").clone() {
            Value::Null => {}
            Value::Bool(true) if !both => {
                self.say(
                    "SD016",
                    "experienceInPlaceOfEducation",
                    "`experienceInPlaceOfEducation` needs both education and experience",
                );
            }
            Value::Bool(_) => {}
            other => self.say(
                "SD016",
                "experienceInPlaceOfEducation",
                &format!("`experienceInPlaceOfEducation` is {other}, not true or false"),
            ),
        }
    }

    fn rest(&mut self) {
        let Value::Object(object) = &self.job.value else { return };
        let unknown: Vec<String> = object
            .keys()
            .filter(|k| {
                !k.starts_with('@') && !k.contains(':') && !PROPERTIES.split_whitespace().any(|p| p == k.as_str())
            })
            .cloned()
            .collect();
        for key in unknown {
            self.say("SD017", &key, &format!("`{key}` is no property of a JobPosting"));
        }
    }
}

/// The day of an ISO date, or of a date-time with its offset.
fn day(text: &str) -> Option<Date> {
    let (date, time) = text.split_once('T').map_or((text, None), |(d, t)| (d, Some(t)));
    let offset = |t: &str| t.ends_with('Z') || t.rsplit(['+', '-']).next().is_some_and(|o| o.len() >= 4 && o != t);
    if time.is_some_and(|t| !offset(t)) {
        return None;
    }
    date.parse().ok()
}

/// A number, also one that was written as "215k".
fn amount(value: &Value) -> Option<f64> {
    let text = value.as_str().map(|t| t.replace([',', '$', ' '], "").to_lowercase());
    value.as_f64().or_else(|| {
        let text = text?;
        text.strip_suffix('k').map_or_else(|| text.parse().ok(), |t| t.parse::<f64>().ok().map(|n| n * 1000.0))
    })
}

fn list(value: &Value) -> Vec<Value> {
    match value {
        Value::Null => vec![],
        Value::Array(items) => items.clone(),
        other => vec![other.clone()],
    }
}
