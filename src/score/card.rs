//! The scorecard: all that is said about one resume and one role. Its JSON is a contract.

use crate::role::{DegreeLevel, Importance, Kind};
use serde::{Deserialize, Serialize};

/// Schema of [`Scorecard`] as JSON.
pub const SCHEMA: &str = "rolefit.scorecard/1";

/// All that is said about one resume and one role. The JSON of this struct is a contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// What it was compared with.
    pub role: RoleRef,
    /// The day on which "Present" ends, `YYYY-MM-DD`.
    pub as_of: String,
    /// The file.
    pub document: DocumentRef,
    /// Who; absent when blind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<CandidateRef>,
    /// 0 to 100; none where there is too little readable text.
    pub score: Option<u32>,
    /// The score with every uncertain result at its worst.
    pub score_low: Option<u32>,
    /// The score with every uncertain result at its best.
    pub score_high: Option<u32>,
    /// The factor on the whole score; absent where the role has no gate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<GateResult>,
    /// Dated work.
    pub tenure: Tenure,
    /// Highest finished degree; none where the text cannot tell.
    pub highest_degree: Option<DegreeLevel>,
    /// Degrees in the order of the text.
    pub degrees: Vec<DegreeRef>,
    /// Certificates held.
    pub certifications: Vec<CertificationRef>,
    /// One result for each requirement, in the role's order.
    pub results: Vec<RequirementResult>,
    /// What a reader should look at before trusting the score.
    pub flags: Vec<Flag>,
    /// In a batch: the earlier document with the same text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<String>,
}

/// Which role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoleRef {
    /// `lead`, `senior`, the id in a role file; absent when read from a posting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Title of the role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The posting's file name when read from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posting: Option<String>,
}

/// Which document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRef {
    /// Path as given, or the first 12 hex digits of `sha256` when blind.
    pub name: String,
    /// Format name.
    pub format: String,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// Number of pages.
    pub pages: u32,
    /// What was odd while reading.
    pub notes: Vec<String>,
}

/// Who the candidate is, as far as the text says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CandidateRef {
    /// Name.
    pub name: Option<String>,
    /// First e-mail address.
    pub email: Option<String>,
    /// First telephone number.
    pub phone: Option<String>,
    /// Links.
    pub links: Vec<String>,
}

/// The gate's outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GateResult {
    /// The requirement that gates.
    pub id: String,
    /// Its verdict.
    pub result: Verdict,
    /// Percent of the weighted sum that is kept: 100, 80 or 50 in our roles.
    pub percent: u32,
}

/// Dated work, overlaps counted once, in months.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tenure {
    /// All work; none where no entry has a date.
    pub total_months: Option<u32>,
    /// Work of family product; none where no entry has a date.
    pub product_months: Option<u32>,
    /// The dated and undated entries that count as work, in the order of the text.
    pub entries: Vec<TenureEntry>,
}

/// One entry of the tenure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TenureEntry {
    /// Title as written.
    pub title: String,
    /// Employer as written.
    pub employer: String,
    /// First month, `YYYY-MM`.
    pub start: Option<String>,
    /// Last month, `YYYY-MM`, or `present`.
    pub end: Option<String>,
    /// `product`, `related` or `other`.
    pub family: String,
    /// Months of this entry alone, both ends counted, without those of leave.
    pub months: Option<u32>,
    /// Months of leave inside it; absent where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leave: Option<u32>,
    /// Line in the document, counted from 1.
    pub line: usize,
}

/// One degree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DegreeRef {
    /// Level.
    pub level: DegreeLevel,
    /// Field as written.
    pub field: Option<String>,
    /// School as written.
    pub institution: Option<String>,
    /// Line in the document, counted from 1.
    pub line: usize,
}

/// One certificate held.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CertificationRef {
    /// Lexicon id: csm, cspo, psm ...
    pub id: String,
    /// As written.
    pub name: String,
    /// Line in the document, counted from 1.
    pub line: usize,
}

/// What is said of a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Shown.
    Met,
    /// Claimed only, weaker, or shown in another line of work.
    Partial,
    /// No support.
    Missing,
    /// The text cannot tell.
    Unknown,
}

/// The result for one requirement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequirementResult {
    /// Requirement id.
    pub id: String,
    /// Kind.
    pub kind: Kind,
    /// Importance.
    pub importance: Importance,
    /// What the role asks for.
    pub text: String,
    /// Weight in the score.
    pub weight: u32,
    /// Verdict: met at credit 75 and more, missing below 25.
    pub result: Verdict,
    /// 0 to 100.
    pub credit: u32,
    /// The words that prove it, strongest first.
    pub evidence: Vec<Evidence>,
    /// What is missing and what would close it; none when met.
    pub gap: Option<String>,
    /// Points of the score that closing the gap would gain at most.
    #[serde(default)]
    pub gain: u32,
}

/// Words of the document that prove something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Exactly the document text from `start` to `end` (masked spans read `[...]` when blind).
    pub quote: String,
    /// Page, counted from 1.
    pub page: u32,
    /// Line, counted from 1.
    pub line: usize,
    /// Byte offset into the document text.
    pub start: usize,
    /// Byte offset behind the last byte.
    pub end: usize,
    /// Section it stands in.
    pub section: String,
    /// Index into `tenure.entries` of the entry it stands in.
    pub entry: Option<usize>,
}

/// Something that a reader should look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Flag {
    /// `hidden-text`, `copied-posting`, `keyword-list`, `instructions`, `odd-characters`, `years-mismatch`, `undated`,
    /// `scanned`, `no-text`, `layout`.
    pub id: String,
    /// What was seen, for a person.
    pub message: String,
    /// The words.
    pub evidence: Vec<Evidence>,
}
