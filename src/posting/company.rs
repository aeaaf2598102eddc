//! The company file: what only the company knows, as the user wrote it.
//!
//! Unknown keys are refused with the nearest known one, because a misspelt `salery` that is silently dropped would
//! publish a posting without pay. A missing value is left out of the posting and never invented.

mod clean;
mod columns;
mod many;
pub(crate) mod validate;

use crate::error::Result;
use crate::role::data;
use crate::role::{DegreeLevel, Importance, Kind};
use clean::{list, text};
pub use many::{Row, at_line, companies};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a company says about itself and about the role that it fills.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// Name as it is printed.
    pub name: String,
    /// Who the company is; blank lines part paragraphs.
    #[serde(default)]
    pub about: Option<String>,
    /// Web address.
    #[serde(default)]
    pub website: Option<String>,
    /// Web address of the logo; only in the structured data, since a posting loads nothing.
    #[serde(default)]
    pub logo: Option<String>,
    /// Line of business.
    #[serde(default)]
    pub industry: Option<String>,
    /// Number of people.
    #[serde(default)]
    pub employees: Option<u32>,
    /// The product that the role looks after.
    #[serde(default)]
    pub product: Option<Product>,
    /// The products that a Lead looks after.
    #[serde(default, deserialize_with = "list")]
    pub portfolio: Vec<String>,
    /// Sites.
    #[serde(default, deserialize_with = "list")]
    pub locations: Vec<Location>,
    /// Where the work is done.
    #[serde(default)]
    pub workplace: Option<Workplace>,
    /// Countries and regions (`US`, `CA-ON`) that remote people may live in.
    #[serde(default, deserialize_with = "list")]
    pub remote_from: Vec<String>,
    /// Time zones of the team.
    #[serde(default, deserialize_with = "text")]
    pub time_zones: Option<String>,
    /// Kind of employment.
    #[serde(default)]
    pub employment_type: Option<EmploymentType>,
    /// Working hours.
    #[serde(default, deserialize_with = "text")]
    pub hours: Option<String>,
    /// Travel.
    #[serde(default, deserialize_with = "text")]
    pub travel: Option<String>,
    /// Pay.
    #[serde(default)]
    pub pay: Option<Pay>,
    /// Benefits, one an item.
    #[serde(default, deserialize_with = "list")]
    pub benefits: Vec<String>,
    /// Title of the manager.
    #[serde(default)]
    pub reports_to: Option<String>,
    /// The team.
    #[serde(default)]
    pub team: Option<Team>,
    /// Level or grade in the company.
    #[serde(default, deserialize_with = "text")]
    pub level: Option<String>,
    /// What the holder will have reached after a year.
    #[serde(default, deserialize_with = "list")]
    pub outcomes: Vec<String>,
    /// Interview steps in order.
    #[serde(default, deserialize_with = "list")]
    pub interview: Vec<Step>,
    /// Day of posting, `YYYY-MM-DD`.
    #[serde(default)]
    pub posted: Option<String>,
    /// Last day to apply, `YYYY-MM-DD`, or "open until filled".
    #[serde(default)]
    pub deadline: Option<String>,
    /// Start of work: a day or words.
    #[serde(default, deserialize_with = "text")]
    pub start: Option<String>,
    /// Number of people that are hired.
    #[serde(default)]
    pub openings: Option<u32>,
    /// The company's own number of the posting.
    #[serde(default, deserialize_with = "text")]
    pub requisition: Option<String>,
    /// How to apply.
    #[serde(default)]
    pub apply: Option<Apply>,
    /// What is done for applicants with a disability, and whom to ask.
    #[serde(default)]
    pub accommodation: Option<String>,
    /// Equal-opportunity statement.
    #[serde(default)]
    pub equal_opportunity: Option<String>,
    /// Whether equivalent experience is accepted in place of a degree; without it the role's own answer holds.
    #[serde(default)]
    pub equivalent_experience: Option<bool>,
    /// Whether software screens applications.
    #[serde(default)]
    pub ai_screening: Option<bool>,
    /// Whether the posting is for a vacancy that exists.
    #[serde(default)]
    pub vacancy: Option<bool>,
    /// Changes to the role's requirements.
    #[serde(default)]
    pub requirements: Changes,
    /// Name and text of the file, so that a fault which only shows beside a role still has its line.
    #[serde(skip)]
    pub(crate) origin: (String, String),
}

/// A product.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Name.
    #[serde(default)]
    pub name: Option<String>,
    /// What it is.
    #[serde(default)]
    pub about: Option<String>,
    /// Who uses it.
    #[serde(default)]
    pub users: Option<String>,
    /// How far it is: new, growing, mature.
    #[serde(default)]
    pub stage: Option<String>,
}

/// A site.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// City.
    #[serde(default)]
    pub city: Option<String>,
    /// Region by code (`US-CO`) or by name.
    #[serde(default)]
    pub region: Option<String>,
    /// Country by its two-letter code.
    #[serde(default)]
    pub country: Option<String>,
    /// Postal code.
    #[serde(default, deserialize_with = "text")]
    pub postal_code: Option<String>,
    /// Street and number.
    #[serde(default)]
    pub street: Option<String>,
}

/// Where the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Workplace {
    /// At the site.
    Onsite,
    /// In part at the site.
    Hybrid,
    /// Anywhere that is allowed.
    Remote,
}

/// Kind of employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum EmploymentType {
    FullTime,
    PartTime,
    Contractor,
    Temporary,
    Intern,
    Volunteer,
    PerDiem,
    Other,
}

/// Pay.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pay {
    /// Three letters of ISO 4217.
    #[serde(default)]
    pub currency: Option<String>,
    /// Least.
    #[serde(default)]
    pub min: Option<f64>,
    /// Most.
    #[serde(default)]
    pub max: Option<f64>,
    /// Per what.
    #[serde(default)]
    pub period: Option<Period>,
    /// Bonus.
    #[serde(default)]
    pub bonus: Option<String>,
    /// Commission.
    #[serde(default)]
    pub commission: Option<String>,
    /// Equity.
    #[serde(default)]
    pub equity: Option<String>,
}

/// What pay is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Period {
    Year,
    Month,
    Week,
    Day,
    Hour,
}

/// The team.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Who is in it.
    #[serde(default)]
    pub about: Option<String>,
    /// Number of people.
    #[serde(default)]
    pub size: Option<u32>,
    /// Whether the role manages people.
    #[serde(default)]
    pub manages: Option<bool>,
}

/// One step of the interviews.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What happens.
    pub step: String,
    /// How long it takes.
    #[serde(default)]
    pub minutes: Option<u32>,
}

/// How to apply.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apply {
    /// Web address of the form.
    #[serde(default)]
    pub url: Option<String>,
    /// Mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// What to send and do.
    #[serde(default)]
    pub how: Option<String>,
}

/// Changes to the role's requirements.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// Requirements of the company's own.
    #[serde(default, deserialize_with = "list")]
    pub add: Vec<Added>,
    /// Ids that are not asked for.
    #[serde(default, deserialize_with = "list")]
    pub remove: Vec<String>,
    /// Ids that are asked for in another way.
    #[serde(default)]
    pub change: BTreeMap<String, Change>,
}

/// A requirement of the company's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Added {
    /// Short name.
    pub id: String,
    /// What it is about; a skill if not said.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// Must or may; required if not said.
    #[serde(default)]
    pub importance: Option<Importance>,
    /// What is asked for, as a short item.
    pub text: String,
    /// The rest, as for a change.
    #[serde(default)]
    pub years: Option<u32>,
    /// See [`crate::role::Requirement::related`].
    #[serde(default)]
    pub related: Option<bool>,
    /// See [`crate::role::Requirement::degree`].
    #[serde(default)]
    pub degree: Option<DegreeLevel>,
    /// See [`crate::role::Requirement::fields`].
    #[serde(default)]
    pub fields: Option<Vec<String>>,
    /// See [`crate::role::Requirement::equivalent_experience`].
    #[serde(default)]
    pub equivalent_experience: Option<bool>,
    /// See [`crate::role::Requirement::certificates`].
    #[serde(default)]
    pub certificates: Option<Vec<String>>,
    /// Concepts or phrases that are evidence for it; the words of the text if not said.
    #[serde(default)]
    pub terms: Option<Vec<String>>,
    /// Weight; 2 for required and 1 for preferred if not said.
    #[serde(default)]
    pub weight: Option<u32>,
}

/// What is different about a requirement of the role.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields of Requirement")]
pub struct Change {
    #[serde(default)]
    pub importance: Option<Importance>,
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub years: Option<u32>,
    #[serde(default)]
    pub related: Option<bool>,
    #[serde(default)]
    pub degree: Option<DegreeLevel>,
    #[serde(default)]
    pub fields: Option<Vec<String>>,
    #[serde(default)]
    pub equivalent_experience: Option<bool>,
    #[serde(default)]
    pub certificates: Option<Vec<String>>,
    #[serde(default)]
    pub terms: Option<Vec<String>>,
    #[serde(default)]
    pub weight: Option<u32>,
}

impl Company {
    /// Reads a company file; `file` is its name in messages. Control and direction characters are taken out of
    /// every text, and blank values count as missing.
    ///
    /// # Errors
    /// [`crate::error::Error::Data`] with the line of the first fault.
    pub fn parse(json: &str, file: &str) -> Result<Company> {
        let company: Company = data::parse(json, file)?;
        let mut company = clean::clean(&company);
        company.origin = (file.to_owned(), json.to_owned());
        validate::validate(&company, json, file)?;
        Ok(company)
    }
}
