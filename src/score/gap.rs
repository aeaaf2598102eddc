//! What is missing for a requirement and what would close it, in words for the candidate.

use super::skill::Judged;
use super::{Facts, Tenure, Verdict};
use crate::lexicon::Lexicon;
use crate::role::{DegreeLevel, Kind, Requirement};

/// The gap of a requirement that is not met.
pub(super) fn describe(
    facts: &Facts<'_>,
    tenure: &Tenure,
    requirement: &Requirement,
    judged: &Judged,
    verdict: Verdict,
    months: Option<u32>,
) -> String {
    match requirement.kind {
        Kind::Years => years(requirement, months),
        Kind::Education => education(facts, requirement, verdict),
        Kind::Certification => certification(facts, verdict),
        Kind::Skill | Kind::Leadership | Kind::Domain => skill(facts, tenure, requirement, judged, verdict),
    }
}

fn years(requirement: &Requirement, months: Option<u32>) -> String {
    let wanted = requirement.years.unwrap_or(0) * 12;
    match months {
        Some(months) => {
            format!("{months} of {wanted} months are dated; {} more would close it", wanted.saturating_sub(months))
        }
        None => format!("no job has dates; give months and years for each, so that {wanted} months can be counted"),
    }
}

fn education(facts: &Facts<'_>, requirement: &Requirement, verdict: Verdict) -> String {
    let name = match requirement.degree.unwrap_or(DegreeLevel::Bachelor) {
        DegreeLevel::Doctorate => "a doctorate",
        DegreeLevel::Master => "a finished master's degree, MBA or doctorate",
        DegreeLevel::Bachelor => "a finished bachelor's degree or higher",
        _ => "a finished degree",
    };
    let fields =
        if requirement.fields.is_empty() { String::new() } else { format!(" in {}", list(&requirement.fields)) };
    let equivalent = if requirement.equivalent_experience {
        "; the role accepts equivalent experience, which a person must judge"
    } else {
        ""
    };
    match verdict {
        Verdict::Partial => format!(
            "the degree found is another field, lower or not finished; {name}{fields} would close it{equivalent}"
        ),
        _ if facts.resume.degrees.is_empty() => format!("no degree found; {name}{fields} would close it{equivalent}"),
        _ => format!("no finished degree of this level found; {name}{fields} would close it{equivalent}"),
    }
}

fn certification(facts: &Facts<'_>, verdict: Verdict) -> String {
    let named = facts.resume.certificates.iter().find(|c| c.standing.is_some());
    match (verdict, named) {
        (Verdict::Partial, _) => "lapsed, or a class without its certificate; renew it or take the exam".into(),
        (_, Some(certificate)) => {
            format!("{} is named but not held; the finished certificate would close it", certificate.name)
        }
        _ => {
            "no product or agile certificate found; one such as CSPO, CSM, PSPO, PMP or Pragmatic would close it".into()
        }
    }
}

fn skill(facts: &Facts<'_>, tenure: &Tenure, requirement: &Requirement, judged: &Judged, verdict: Verdict) -> String {
    let advice = requirement
        .terms
        .iter()
        .find_map(|t| advice(facts.lexicon, t))
        .unwrap_or_else(|| "show it in a dated job, with what came of it".into());
    match (verdict, judged.evidence.first()) {
        (Verdict::Partial, Some(_)) if judged.undated => {
            format!("shown, but the job has no dates: add months and years; {advice}")
        }
        (Verdict::Partial, Some(evidence)) => {
            let place = match evidence.entry {
                Some(entry) => {
                    let title = tenure.entries.get(entry).map(|e| e.title.as_str()).filter(|t| !t.is_empty());
                    match title {
                        Some(title) => format!("only weaker signs, as {title}"),
                        None => "only weaker signs".into(),
                    }
                }
                None if evidence.section.is_empty() => "claimed only".into(),
                None => format!("claimed only, under \"{}\"", evidence.section),
            };
            format!("{place}; {advice}")
        }
        _ => format!("nothing found; {advice}"),
    }
}

fn advice(lexicon: &Lexicon, term: &str) -> Option<String> {
    let concept = &lexicon.concepts()[lexicon.concept(term)?];
    (!concept.advice.is_empty()).then(|| concept.advice.clone())
}

fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}
