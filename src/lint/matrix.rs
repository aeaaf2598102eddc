//! `--matrix`: for each place the laws that hold there, strictest first, and what the posting states of each.

use super::Options;
use super::laws::{self, Law, Must};
use super::places::{self, Places, Reach};
use super::stated::Stated;
use super::text::Text;
use serde::Serialize;

/// Laws beside what a posting states.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Matrix {
    /// Name of the file.
    pub file: String,
    /// A row for each law, strictest first.
    pub rows: Vec<MatrixRow>,
}

/// One law beside what a posting states.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixRow {
    /// Id of the law.
    pub law: String,
    /// Place, for a person.
    pub jurisdiction: String,
    /// Code of the place.
    pub place: String,
    /// `in force`, `from YYYY-MM-DD`, `proposed`, `possible` (the place is not sure) or `not covered` (too few people).
    pub status: String,
    /// First day.
    pub effective: Option<String>,
    /// Whether everything that the law asks for is stated.
    pub satisfied: bool,
    /// What it asks for: stated or not.
    pub musts: Vec<MatrixMust>,
}

/// One thing that a law asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixMust {
    /// Name of what is asked for.
    pub must: &'static str,
    /// Whether the posting states it.
    pub stated: bool,
}

fn name(must: Must) -> &'static str {
    match must {
        Must::Range => "pay",
        Must::ClosedRange => "both ends",
        Must::Benefits => "benefits",
        Must::OtherPay => "other pay",
        Must::Deadline => "last day",
        Must::HowToApply => "how to apply",
        Must::Vacancy => "vacancy",
    }
}

/// The matrix of a posting.
pub(super) fn matrix(text: &Text, stated: &Stated, places: &Places, options: &Options, file: &str) -> Matrix {
    let employees = options.employees.or(text.stated.employees);
    let row = |law: &Law| {
        let reach = places.reach(&law.place);
        // a law that the interview alone names asks nothing of a posting
        if law.musts.is_empty() || reach == Reach::No || law.status == laws::Status::NotVerified {
            return None;
        }
        let covered = employees.is_none_or(|n| n >= law.min_employees);
        let later = law.effective_from.filter(|day| *day > options.as_of);
        let status = match (covered, law.status, later, reach) {
            (false, ..) => "not covered".to_owned(),
            (_, laws::Status::Proposed, ..) => "proposed".to_owned(),
            (_, _, Some(day), _) => format!("from {day}"),
            (_, _, _, Reach::Possible) => "possible".to_owned(),
            _ => "in force".to_owned(),
        };
        let musts: Vec<MatrixMust> =
            law.musts.iter().map(|m| MatrixMust { must: name(*m), stated: stated.meets(*m, text) }).collect();
        Some(MatrixRow {
            law: law.id.clone(),
            jurisdiction: law.jurisdiction.clone(),
            place: places::name(&law.place),
            status,
            effective: law.effective_from.map(|d| d.to_string()),
            satisfied: musts.iter().all(|m| m.stated),
            musts,
        })
    };
    let mut rows: Vec<(usize, MatrixRow)> =
        laws::all().iter().filter_map(|law| Some((law.musts.len(), row(law)?))).collect();
    rows.sort_by_key(|(musts, row)| (std::cmp::Reverse(*musts), row.law.clone()));
    Matrix { file: file.to_owned(), rows: rows.into_iter().map(|(_, row)| row).collect() }
}
