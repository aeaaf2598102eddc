//! A posting -> findings: what the law, a reader or a search engine misses in it, and what to write instead.
//!
//! Rules and laws are data with their reason, source and day of checking ([`rules`], [`laws`]); code only reads what a
//! posting states. An error is what a law that surely holds asks for, or what contradicts itself; everything else is a
//! warning or a hint. Nothing here is legal advice. The order of the story: [`open`] a file, [`lint`] it, report.

mod allow;
mod fix;
mod gather;
mod gender;
mod jobs;
mod json_spans;
pub mod laws;
mod matrix;
mod outline;
mod passed;
mod pay;
mod pay_rules;
mod phrases;
mod placeholders;
mod places;
mod readability;
pub mod rules;
mod source;
mod stated;
mod structure;
mod text;
mod words;
mod years;

pub use fix::{Change, can_fix, fix};
pub use matrix::{Matrix, MatrixMust, MatrixRow};
pub use places::{check as check_place, other_meaning as other_place};
pub use source::open;
pub use text::{Form, Text};

use gather::Gather;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Schema of [`Report`] as JSON.
pub const SCHEMA: &str = "rolefit.lint/1";

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A hint.
    Info,
    /// Likely to cost readers, or what a law might ask for.
    Warning,
    /// What a law asks for, or what contradicts itself.
    Error,
}

impl Severity {
    /// As it is written in reports.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Id of the rule.
    pub rule: String,
    /// How much it weighs here.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Name of the file.
    pub file: String,
    /// Line in the document's text, counted from 1.
    pub line: usize,
    /// First byte in the document's text; start and end are 0 for what is missing.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// The bytes between them.
    pub quote: String,
    /// The first law that asks for it, strictest first, or the rule's own.
    pub law: Option<String>,
    /// Codes of the places where it counts; empty for everywhere.
    pub places: Vec<String>,
    /// Address or name of where the law was read.
    pub source: String,
    /// First day of the law.
    pub effective: Option<String>,
    /// Day on which the law was looked up.
    pub checked_on: String,
    /// What to write.
    pub suggestion: String,
    /// All laws that ask for it, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub laws: Vec<LawRef>,
}

/// A law beside a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LawRef {
    /// Id of the law.
    pub id: String,
    /// How it is cited.
    pub citation: String,
    /// First day.
    pub effective: Option<String>,
    /// Address or name of where it was read.
    pub source: String,
    /// Day on which it was looked up.
    pub checked_on: String,
}

/// What a check goes by.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day whose laws count.
    pub as_of: Date,
    /// Codes that replace the places read from a posting.
    pub places: Vec<String>,
    /// People of the company; unknown counts as covered.
    pub employees: Option<u32>,
}

/// One posting after its check.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// Codes of its places.
    pub places: Vec<String>,
    /// What was found: errors first, then by place in the text.
    pub findings: Vec<Finding>,
    /// Findings that a comment in the posting takes back.
    pub suppressed: u32,
    /// Laws beside what the posting states.
    pub matrix: Matrix,
}

/// Checks a posting; `file` is its name in findings.
pub fn lint(text: &Text, options: &Options, file: &str) -> Checked {
    let places = places::of(text, &options.places);
    let employees = options.employees.or(text.stated.employees);
    let stated = stated::read(text);
    let laws = laws::active(&places, options.as_of, employees);
    let mut out =
        Gather { text, places: &places, laws, as_of: options.as_of, findings: vec![], counts: BTreeMap::new() };
    phrases::check(text, &mut out);
    pay_rules::check(text, &stated, &mut out);
    years::check(text, &mut out);
    structure::check(text, &stated, &mut out);
    passed::check(text, &mut out);
    placeholders::check(text, &mut out);
    jobs::check(text, &mut out);
    gender::check(text, &mut out);
    out.findings
        .retain(|f| f.effective.as_deref().and_then(|d| d.parse::<Date>().ok()).is_none_or(|day| day <= options.as_of));
    let suppressed = allow::apply(text, &mut out);
    let mut findings = out.findings;
    findings.iter_mut().for_each(|f| f.file = file.to_owned());
    findings.sort_by(|a, b| {
        b.severity.cmp(&a.severity).then(a.start.cmp(&b.start)).then(a.rule.cmp(&b.rule)).then(a.end.cmp(&b.end))
    });
    findings.dedup_by(|a, b| a.rule == b.rule && a.start == b.start && a.end == b.end && a.message == b.message);
    let matrix = matrix::matrix(text, &stated, &places, options, file);
    Checked { places: places.codes, findings, suppressed, matrix }
}

/// What is wrong with a posting that was just written, errors and warnings in few words, for whoever wrote it.
pub fn brief(bytes: &[u8], as_of: Date) -> Vec<String> {
    let Ok(text) = open(bytes, "posting") else { return vec![] };
    let options = Options { as_of, places: vec![], employees: None };
    let checked = lint(&text, &options, "posting");
    let worth = |f: &&Finding| f.severity > Severity::Info;
    checked.findings.iter().filter(worth).map(|f| format!("{} {}: {}", f.severity.name(), f.rule, f.message)).collect()
}

/// The findings of all postings of a run, as `--format json` prints them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// The day whose laws count.
    pub as_of: String,
    /// Codes of all places.
    pub places: Vec<String>,
    /// What was found, by file in the order given.
    pub findings: Vec<Finding>,
    /// Findings that comments take back.
    pub suppressed: u32,
    /// Laws beside what each posting states, where it was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub matrix: Vec<Matrix>,
}

impl Report {
    /// Puts postings together; `matrix` says whether their matrices are wanted.
    pub fn new(as_of: Date, checked: Vec<Checked>, matrix: bool) -> Report {
        let mut places: Vec<String> = checked.iter().flat_map(|c| c.places.clone()).collect();
        places.sort();
        places.dedup();
        Report {
            schema: SCHEMA,
            as_of: as_of.to_string(),
            places,
            suppressed: checked.iter().map(|c| c.suppressed).sum(),
            matrix: checked.iter().filter(|_| matrix).map(|c| c.matrix.clone()).collect(),
            findings: checked.into_iter().flat_map(|c| c.findings).collect(),
        }
    }

    /// Number of findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.severity == severity).count()
    }
}
