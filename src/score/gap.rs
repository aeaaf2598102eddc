//! What is missing for a requirement and what would close it, in words for the candidate.

use super::reading::{Place, Refusal};
use super::skill::{Judged, Vain};
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
        Kind::Years => years(tenure, requirement, months),
        Kind::Education => education(facts, requirement, judged, verdict),
        Kind::Certification => certification(facts, verdict),
        Kind::Skill | Kind::Leadership | Kind::Domain => skill(facts, tenure, requirement, judged, verdict),
    }
}

fn years(tenure: &Tenure, requirement: &Requirement, months: Option<u32>) -> String {
    let wanted = requirement.years.unwrap_or(0) * 12;
    let work = match (requirement.any_work, requirement.related) {
        (true, _) if !requirement.terms.is_empty() => "work that names it",
        (true, _) => "work",
        (_, true) => "product or related work",
        _ => "product work",
    };
    match months {
        Some(months) => {
            let more = wanted.saturating_sub(months);
            format!("{months} of {wanted} months of {work} are dated; {more} more would close it")
        }
        None if tenure.total_months.is_some() => {
            format!("no dated job names it; say in which jobs you did it, so that {wanted} months can be counted")
        }
        None => format!("no job has dates; give months and years for each, so that {wanted} months can be counted"),
    }
}

fn education(facts: &Facts<'_>, requirement: &Requirement, judged: &Judged, verdict: Verdict) -> String {
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
    let nearest = judged.evidence.first().map_or(0, |e| e.line);
    match verdict {
        Verdict::Partial => format!(
            "the degree on line {nearest} is in another field, lower or not finished; {name}{fields} would close it{equivalent}"
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
        (Verdict::Partial, Some(evidence)) if judged.misspelt => {
            format!("shown by a misspelt word on line {}: mend the spelling; {advice}", evidence.line)
        }
        (Verdict::Partial, Some(evidence)) => {
            let title = evidence.entry.and_then(|e| tenure.entries.get(e)).map(|e| e.title.as_str());
            let title = title.filter(|t| !t.is_empty()).map_or(String::new(), |t| format!(", as {t}"));
            let nearest = match judged.place {
                Some(Place::Claim) if evidence.section.is_empty() => "claimed only, not shown in a job".into(),
                Some(Place::Claim) => format!("claimed only, under \"{}\"", evidence.section),
                Some(Place::Side) => format!("shown on line {}, but not in a job", evidence.line),
                Some(Place::OtherWork) => format!("shown in another line of work{title}"),
                Some(Place::Product | Place::UndatedProduct) => format!("only a weaker sign{title}"),
                None => format!("only a weaker sign on line {}", evidence.line),
            };
            format!("{nearest}; {advice}")
        }
        _ => format!("{}; {advice}", judged.vain.map_or("nothing found".into(), in_vain)),
    }
}

/// What stands nearest to evidence, and why it earns nothing.
fn in_vain(vain: Vain) -> String {
    let line = vain.line + 1;
    match vain.why {
        None => format!("only mentioned, on line {line}"),
        Some(Refusal::Denied) => format!("denied on line {line}"),
        Some(Refusal::Hoped) => format!("only a hope or a plan, on line {line}"),
        Some(Refusal::Others) => format!("said of other people, on line {line}"),
        Some(Refusal::Flagged) => format!("named on line {line}, in words that are flagged and earn nothing"),
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
