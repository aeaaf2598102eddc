//! Degrees and certificates against what is asked: finished or not, the right field or another, held or lapsed.

use super::quote;
use super::skill::{Judged, credit};
use super::years::month;
use super::{Facts, integrity::Zones};
use crate::lexicon::{SectionKind, Standing};
use crate::resume::dates::Month;
use crate::resume::{CLASS, Certificate, Degree, Resume};
use crate::role::{DegreeLevel, Requirement};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A year alone ends in June, so a degree of this very year may be finished.
const YEAR_ALONE: i32 = 5;

/// Whether a degree was finished on the day.
pub(super) fn is_finished(degree: &Degree, as_of: Date) -> bool {
    let today = month(as_of);
    let to_come = degree.until.is_some_and(|m| m > today && !(same_year(m, today) && m.0.rem_euclid(12) == YEAR_ALONE));
    !degree.unfinished && !degree.in_progress && !degree.goes_on && !to_come
}

fn same_year(a: Month, b: Month) -> bool {
    a.0.div_euclid(12) == b.0.div_euclid(12)
}

/// Whether a degree is still going on, rather than left.
fn is_going_on(degree: &Degree, as_of: Date) -> bool {
    !degree.unfinished && !is_finished(degree, as_of)
}

/// Judges an education requirement.
pub(super) fn judge_degree(facts: &Facts<'_>, requirement: &Requirement) -> Judged {
    let wanted = requirement.degree.unwrap_or(DegreeLevel::Bachelor);
    let mut judged = Judged::default();
    let mut best: Option<(u32, usize)> = None;
    for degree in &facts.finished {
        let credit = match degree.level {
            level if level >= wanted && field_fits(requirement, degree) => credit::SHOWN,
            level if level >= wanted => credit::CLAIM,
            DegreeLevel::Associate if wanted == DegreeLevel::Bachelor => credit::CLAIM,
            _ => 0,
        };
        if credit > 0 && best.is_none_or(|(c, _)| credit > c) {
            best = Some((credit, degree.line));
        }
    }
    if best.is_none() && wanted >= DegreeLevel::Master {
        let enrolled = facts.resume.degrees.iter().find(|d| d.level >= wanted && is_going_on(d, facts.as_of));
        best = enrolled.map(|d| (credit::CLAIM, d.line));
    }
    if let Some((credit, line)) = best {
        judged.credit = credit;
        judged.evidence.push(quote::line(facts.document, facts.resume, line));
    }
    judged
}

/// Whether a degree's field is one of those asked for. Computing takes in mathematics, statistics and physics.
fn field_fits(requirement: &Requirement, degree: &Degree) -> bool {
    requirement.fields.is_empty()
        || degree.fields.iter().any(|f| {
            requirement.fields.contains(f)
                || (f == "mathematics" && requirement.fields.iter().any(|r| r == "computing"))
        })
}

/// The certificates held on the day. A bare name in a list of skills or in a flagged block is not held.
pub(super) fn held<'a>(resume: &'a Resume, zones: &Zones, as_of: Date) -> Vec<&'a Certificate> {
    let mut held: Vec<&Certificate> = Vec::new();
    let overruled = overruled(resume, as_of);
    for certificate in &resume.certificates {
        let known = held.iter().any(|h| h.id == certificate.id);
        if !known
            && counts(certificate, zones)
            && certificate.standing.is_none()
            && !is_over(certificate, as_of)
            && certificate.id != CLASS
            && (is_told(certificate) || !overruled.contains(certificate.id.as_str()))
        {
            held.push(certificate);
        }
    }
    held
}

/// Whether a certificate stands where certificates are told, and not behind a name or in a summary.
fn is_told(certificate: &Certificate) -> bool {
    matches!(certificate.section, SectionKind::Certifications | SectionKind::Education | SectionKind::Training)
}

/// The certificates of which it is said, where certificates are told, that they are not held any more, or not yet; then
/// letters behind the name do not count.
fn overruled(resume: &Resume, as_of: Date) -> BTreeSet<&str> {
    let told = || resume.certificates.iter().filter(|c| is_told(c));
    let holds = |c: &Certificate| c.standing.is_none() && !is_over(c, as_of);
    let held: BTreeSet<&str> = told().filter(|c| holds(c)).map(|c| c.id.as_str()).collect();
    told().map(|c| c.id.as_str()).filter(|id| !held.contains(id)).collect()
}

fn is_over(certificate: &Certificate, as_of: Date) -> bool {
    certificate.valid_until.is_some_and(|m| m < month(as_of))
}

fn counts(certificate: &Certificate, zones: &Zones) -> bool {
    use SectionKind as S;
    !zones.dead(certificate.line)
        && !certificate.in_passing
        && !matches!(certificate.section, S::Skills | S::Objective | S::References | S::Interests)
}

/// Judges a certification requirement.
pub(super) fn judge_certificate(facts: &Facts<'_>, requirement: &Requirement) -> Judged {
    let known = facts.lexicon.certificates();
    let asked =
        |id: &str| requirement.certificates.iter().any(|c| c == id) || known.iter().any(|c| c.id == id && c.product);
    let mut judged = Judged::default();
    if let Some(certificate) = facts.held.iter().find(|c| asked(&c.id)) {
        judged.credit = credit::SHOWN;
        judged.evidence.push(quote::line(facts.document, facts.resume, certificate.line));
        return judged;
    }
    let weaker = facts.resume.certificates.iter().find(|c| {
        let lapsed = c.standing == Some(Standing::Lapsed) || c.standing.is_none() && is_over(c, facts.as_of);
        let attended = c.standing == Some(Standing::Attended) || (c.id == CLASS && c.standing.is_none());
        asked(&c.id) && counts(c, facts.zones) && (lapsed || attended)
    });
    if let Some(certificate) = weaker {
        judged.credit = credit::CLAIM;
        judged.evidence.push(quote::line(facts.document, facts.resume, certificate.line));
    }
    judged
}
