//! Role + company become one [`Posting`], the model that every format shows; and a posting's text becomes a role.
//!
//! Every sentence is either the role's, the company's, or a frame of ours around one of their facts. A fact that
//! nobody gave leaves no trace: no heading without content, no placeholder.

mod apply;
mod build;
pub mod company;
mod docx;
pub mod interview;
mod jsonld;
mod names;
pub(crate) mod places;
mod problems;
mod read;
mod render;
mod words;

pub use apply::apply;
pub use build::build;
pub use company::Company;
pub use docx::docx;
pub use jsonld::jsonld;
pub use names::Names;
pub use problems::problems;
pub(crate) use read::outline;
pub use read::read;
pub use render::{Format, render};

use crate::role::{DegreeLevel, Importance, Kind};
use serde::{Deserialize, Serialize};

/// Schema of [`Posting`] as JSON.
pub const SCHEMA: &str = "rolefit.posting/1";

/// A posting, ready to be shown in any format. The JSON of this struct is a contract with every template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Posting {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Language of our own words, for the page.
    pub lang: String,
    /// Id of the role.
    pub role: String,
    /// Title of the role.
    pub title: String,
    /// Who hires whom, in one sentence.
    pub headline: String,
    /// Who the company is.
    pub company: About,
    /// The facts that a reader looks for first.
    pub glance: Vec<Labelled>,
    /// The product.
    pub product: Option<ProductPart>,
    /// The products of a Lead.
    pub portfolio: Vec<String>,
    /// What the role is, in one sentence.
    pub summary: String,
    /// What you will do.
    pub duties: Vec<Item>,
    /// What you will have reached after a year.
    pub outcomes: Vec<String>,
    /// Team and reporting line, as sentences.
    pub team: Vec<String>,
    /// What is required.
    pub required: Vec<Asked>,
    /// What is preferred.
    pub preferred: Vec<Asked>,
    /// What is not needed.
    pub not_needed: Vec<Item>,
    /// Pay.
    pub pay: Option<PayPart>,
    /// Benefits.
    pub benefits: Vec<String>,
    /// Place and working time.
    pub place: Option<PlacePart>,
    /// Interviews.
    pub interview: Option<InterviewPart>,
    /// How to apply.
    pub apply: Option<ApplyPart>,
    /// Accommodation, equal opportunity, screening by software, vacancy.
    pub notices: Vec<Labelled>,
    /// What only programs read.
    pub data: DataPart,
}

/// Who the company is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// Name.
    pub name: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// Web address.
    pub website: Option<Link>,
}

/// An address as it is shown, and where it leads if it may be followed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// What is shown.
    pub text: String,
    /// Target, only http, https or mailto.
    pub href: Option<String>,
}

/// A fact with its label.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Labelled {
    /// Stable name.
    pub id: String,
    /// Label.
    pub label: String,
    /// Fact.
    pub text: String,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Stable name.
    pub id: String,
    /// Words.
    pub text: String,
}

/// A product.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ProductPart {
    /// Name.
    pub name: Option<String>,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// Users and stage.
    pub facts: Vec<Labelled>,
}

/// One requirement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// The requirement's id.
    pub id: String,
    /// What is printed.
    pub text: String,
    /// Its kind.
    pub kind: Kind,
    /// Must or may.
    pub importance: Importance,
    /// Years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// Lowest degree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degree: Option<DegreeLevel>,
    /// Whether experience is accepted in place of a degree.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub equivalent_experience: bool,
}

/// Pay in words and figures.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PayPart {
    /// The range in words, without a full stop.
    pub text: Option<String>,
    /// Bonus, commission, equity.
    pub other: Vec<Labelled>,
}

/// Place and working time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PlacePart {
    /// Where, as sentences.
    pub sentences: Vec<String>,
    /// Hours, travel, time zones.
    pub facts: Vec<Labelled>,
}

/// A step with its number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Numbered {
    /// Counted from 1.
    pub number: u32,
    /// What happens.
    pub text: String,
}

/// Interviews.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct InterviewPart {
    /// Steps in order, each with its minutes in words.
    pub steps: Vec<Numbered>,
    /// How long all take; only where each step says it.
    pub total: Option<String>,
}

/// How to apply.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ApplyPart {
    /// The company's own words.
    pub how: Vec<String>,
    /// The form.
    pub link: Option<Link>,
    /// The mail address.
    pub email: Option<Link>,
    /// The last day, as a sentence.
    pub deadline: Option<String>,
}

/// What only programs read: the same facts as figures, dates and codes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DataPart {
    /// Day of posting, `YYYY-MM-DD`.
    pub posted: String,
    /// Last day to apply, `YYYY-MM-DD`.
    pub deadline: Option<String>,
    /// Start of work, where it is a day.
    pub start: Option<String>,
    /// Address of the logo.
    pub logo: Option<String>,
    /// Line of business.
    pub industry: Option<String>,
    /// Number of people in the company.
    pub employees: Option<u32>,
    /// Number of people that are hired.
    pub openings: Option<u32>,
    /// The company's number of the posting.
    pub requisition: Option<String>,
    /// Kind of employment.
    pub employment_type: Option<company::EmploymentType>,
    /// Where the work is done.
    pub workplace: Option<company::Workplace>,
    /// Sites.
    pub locations: Vec<company::Location>,
    /// Where remote people may live.
    pub remote_from: Vec<String>,
    /// Hours of work.
    pub hours: Option<String>,
    /// Pay.
    pub pay: Option<company::Pay>,
}
