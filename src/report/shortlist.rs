//! The shortlist of a batch: one row for each file and role, ranked; and the rows of what could not be read. Both as CSV.
//!
//! Roles are ranked apart, since scores of different roles do not compare. Equal scores share a rank, so that nobody
//! stands lower for the letter a file name begins with. A duplicate has no rank and stands below its original.

use crate::report::escape::csv_cell;
use crate::report::words;
use crate::score::Scorecard;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One file and one role.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// 1 is best; none without a score and for a duplicate.
    pub rank: Option<usize>,
    /// Where the scorecard stands in the list that it came from; not printed.
    pub place: usize,
    /// `document.name`.
    pub file: String,
    /// The candidate's name, unless blind or unknown.
    pub candidate: String,
    /// The role's id, or the posting's file name.
    pub role: String,
    /// 0 to 100.
    pub score: Option<u32>,
    /// Lower end of the interval.
    pub score_low: Option<u32>,
    /// Upper end of the interval.
    pub score_high: Option<u32>,
    /// Months of product work.
    pub product_months: Option<u32>,
    /// Months of all work.
    pub total_months: Option<u32>,
    /// Numbers of results: met, partial, missing, unknown.
    pub counts: [u32; 4],
    /// Ids of the flags.
    pub flags: Vec<String>,
    /// The earlier document with the same text.
    pub duplicate_of: Option<String>,
}

impl Row {
    /// The row of a scorecard, not ranked yet; `place` says where to find it again.
    pub fn of(card: &Scorecard, place: usize) -> Row {
        let role = card.role.posting.as_ref().or(card.role.id.as_ref()).or(card.role.title.as_ref());
        Row {
            rank: None,
            place,
            file: card.document.name.clone(),
            candidate: words::candidate(card).unwrap_or_default().to_owned(),
            role: role.cloned().unwrap_or_default(),
            score: card.score,
            score_low: card.score_low,
            score_high: card.score_high,
            product_months: card.tenure.product_months,
            total_months: card.tenure.total_months,
            counts: words::tally(card).map(|(_, n)| n),
            flags: card.flags.iter().map(|flag| flag.id.clone()).collect(),
            duplicate_of: card.duplicate_of.clone(),
        }
    }
}

/// A file that has no scorecard, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Failure {
    /// Name as in the shortlist.
    pub file: String,
    /// What is wrong with it.
    pub reason: String,
    /// The next step; empty where there is none to give.
    pub help: String,
}

/// Puts rows in order and numbers them: roles as they first appear, then the score, then the name.
pub fn rank(rows: Vec<Row>) -> Vec<Row> {
    let mut roles: Vec<(String, Vec<Row>)> = Vec::new();
    for row in rows {
        match roles.iter_mut().find(|(role, _)| *role == row.role) {
            Some((_, group)) => group.push(row),
            None => roles.push((row.role.clone(), vec![row])),
        }
    }
    roles.into_iter().flat_map(|(_, group)| rank_one_role(group)).collect()
}

fn rank_one_role(rows: Vec<Row>) -> Vec<Row> {
    let mut duplicates: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    let mut originals = Vec::new();
    for row in rows {
        match row.duplicate_of.clone() {
            Some(original) => duplicates.entry(original).or_default().push(row),
            None => originals.push(row),
        }
    }
    // Without a score is less than any score, so it comes last in falling order.
    originals.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.file.cmp(&b.file)));
    let mut ranked: Vec<Row> = Vec::new();
    let mut above: Option<(u32, usize)> = None;
    for (index, mut row) in originals.into_iter().enumerate() {
        if let Some(score) = row.score {
            let rank = above.filter(|(same, _)| *same == score).map_or(index + 1, |(_, rank)| rank);
            above = Some((score, rank));
            row.rank = Some(rank);
        }
        let below = duplicates.remove(&row.file).unwrap_or_default();
        ranked.push(row);
        ranked.extend(below);
    }
    ranked.extend(duplicates.into_values().flatten());
    ranked
}

/// `shortlist.csv`, from rows in their final order.
pub fn csv(rows: &[Row]) -> Vec<u8> {
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    table(
        &HEADER,
        rows.iter().map(|row| {
            let mut cells = vec![
                row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
                csv_cell(&row.file),
                csv_cell(&row.candidate),
                csv_cell(&row.role),
                number(row.score),
                number(row.score_low),
                number(row.score_high),
                number(row.product_months),
                number(row.total_months),
            ];
            cells.extend(row.counts.map(|n| n.to_string()));
            cells.push(csv_cell(&row.flags.join("; ")));
            cells.push(csv_cell(row.duplicate_of.as_deref().unwrap_or_default()));
            cells
        }),
    )
}

/// The columns of `shortlist.csv`, a contract.
const HEADER: [&str; 15] = [
    "rank",
    "file",
    "candidate",
    "role",
    "score",
    "score_low",
    "score_high",
    "product_months",
    "total_months",
    "met",
    "partial",
    "missing",
    "unknown",
    "flags",
    "duplicate_of",
];

/// `failures.csv`.
pub fn failures_csv(failures: &[Failure]) -> Vec<u8> {
    let rows = failures.iter().map(|f| [&f.file, &f.reason, &f.help].map(|cell| csv_cell(cell)).to_vec());
    table(&["file", "reason", "help"], rows)
}

/// Cells quoted as RFC 4180 says. Writing to memory cannot fail.
fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(file: &str, score: Option<u32>, duplicate_of: Option<&str>) -> Row {
        Row {
            rank: None,
            place: 0,
            file: file.into(),
            candidate: String::new(),
            role: "lead".into(),
            score,
            score_low: score,
            score_high: score,
            product_months: None,
            total_months: None,
            counts: [0; 4],
            flags: vec![],
            duplicate_of: duplicate_of.map(str::to_owned),
        }
    }

    #[test]
    fn best_first_equals_share_a_rank_and_no_score_comes_last() {
        let rows = vec![
            row("a", None, None),
            row("d", Some(40), None),
            row("c", Some(70), None),
            row("b", Some(70), None),
            row("e", Some(0), None),
        ];
        let ranked = rank(rows).into_iter().map(|r| (r.file, r.rank)).collect::<Vec<_>>();
        let want = [("b", Some(1)), ("c", Some(1)), ("d", Some(3)), ("e", Some(4)), ("a", None)];
        assert_eq!(ranked, want.map(|(file, rank)| (file.to_owned(), rank)));
    }

    #[test]
    fn a_duplicate_stands_below_its_original_without_a_rank() {
        let rows = vec![
            row("a", Some(10), None),
            row("b", Some(90), None),
            row("c", Some(10), Some("a")),
            row("d", Some(5), None),
        ];
        let ranked = rank(rows).into_iter().map(|r| (r.file, r.rank)).collect::<Vec<_>>();
        let want = [("b", Some(1)), ("a", Some(2)), ("c", None), ("d", Some(3))];
        assert_eq!(ranked, want.map(|(file, rank)| (file.to_owned(), rank)));
    }
}
