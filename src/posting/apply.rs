//! The role as one company asks for it: requirements removed, changed and added.
//!
//! The result is a role again, so that whoever scores for the company uses exactly what its posting asks.

use super::company::{Added, Change, Company};
use super::read::phrases;
use crate::error::{Error, Result, suggest};
use crate::role::data::{line_of_id, line_of_key};
use crate::role::{self, Importance, Kind, Requirement, Role, Status};

/// Weight of an added requirement that is required.
const REQUIRED_WEIGHT: u32 = 2;
/// Weight of an added requirement that is preferred.
const PREFERRED_WEIGHT: u32 = 1;
/// How a text says that experience may stand for a degree.
const OR_EXPERIENCE: &str = ", or equivalent experience";

/// The role with the company's changes.
///
/// # Errors
/// [`Error::Data`] where a change names no requirement of the role, an added id is taken, or a changed requirement
/// breaks a rule of [`crate::role::check`].
pub fn apply(role: &Role, company: &Company) -> Result<Role> {
    let mut role = role.clone();
    let changes = &company.requirements;
    for (id, change) in &changes.change {
        if let Some(position) = position(&role, id, company, "change")? {
            change_one(&mut role.requirements[position], change);
        }
    }
    for id in &changes.remove {
        let Some(position) = position(&role, id, company, "remove")? else { continue };
        role.requirements.remove(position);
        if role.gate.id.as_ref() == Some(id) {
            role.gate.id = None;
        }
    }
    for added in &changes.add {
        if role.requirements.iter().any(|r| r.id == added.id) {
            let line = line_of_id(&company.origin.1, "add", &added.id, 0);
            let message = format!("`requirements.add`: the role has a requirement `{}` already", added.id);
            return Err(fault(
                company,
                line,
                message,
                "change that one under `requirements.change`, or rename this one",
            ));
        }
        role.requirements.push(from_added(added));
    }
    if let Some(accepted) = company.equivalent_experience {
        role.requirements
            .iter_mut()
            .filter(|r| r.kind == Kind::Education && r.importance == Importance::Required)
            .for_each(|r| accept_experience(r, accepted));
    }
    role.not_needed.retain(|n| changes.remove.contains(&n.id));
    let mut checked = role.clone();
    checked.not_needed.clear();
    crate::role::check(&checked, "", &company.origin.0).map_err(|error| in_company(error, company))?;
    Ok(role)
}

/// Where a requirement stands. One file may serve several roles, so an id that only another built-in role has is no
/// fault: there is nothing to change here.
fn position(role: &Role, id: &str, company: &Company, key: &str) -> Result<Option<usize>> {
    let own = role.requirements.iter().position(|r| r.id == id);
    let elsewhere = || role::all().iter().any(|r| r.requirements.iter().any(|q| q.id == id));
    if own.is_some() || elsewhere() {
        return Ok(own);
    }
    let known: Vec<&str> = role.requirements.iter().map(|r| r.id.as_str()).collect();
    let path: &[&str] = if key == "change" { &["requirements", "change", id] } else { &["requirements", "remove"] };
    let message = format!("`requirements.{key}` names `{id}`, which is no requirement of `{}`", role.id);
    Err(fault(company, line_of_key(&company.origin.1, path), message, &suggest(id, &known)))
}

fn fault(company: &Company, line: usize, message: String, help: &str) -> Error {
    Error::Data { file: company.origin.0.clone(), line, message, help: Some(help.to_owned()) }
}

/// A fault of the changed role, put where the company file speaks of the requirement.
fn in_company(error: Error, company: &Company) -> Error {
    match error {
        Error::Data { file, message, help, .. } => {
            let id = message.split('`').nth(1).unwrap_or_default();
            let line =
                line_of_key(&company.origin.1, &["requirements", id]).max(line_of_id(&company.origin.1, "add", id, 0));
            Error::Data { file, line, message, help }
        }
        other => other,
    }
}

fn change_one(r: &mut Requirement, change: &Change) {
    if let Some(years) = change.years {
        if let Some(old) = r.years {
            r.text = r.text.replacen(&old.to_string(), &years.to_string(), 1);
        }
        r.years = Some(years);
    }
    if let Some(importance) = change.importance {
        if importance != r.importance && change.weight.is_none() {
            r.weight = weight(importance);
        }
        r.importance = importance;
    }
    if let Some(accepted) = change.equivalent_experience {
        accept_experience(r, accepted);
    }
    set(&mut r.related, &change.related);
    set(&mut r.fields, &change.fields);
    set(&mut r.certificates, &change.certificates);
    set(&mut r.terms, &change.terms);
    set(&mut r.weight, &change.weight);
    set(&mut r.text, &change.text);
    if change.degree.is_some() {
        r.degree = change.degree;
    }
    r.status = Status::Given;
}

fn set<T: Clone>(target: &mut T, value: &Option<T>) {
    if let Some(value) = value {
        target.clone_from(value);
    }
}

fn accept_experience(r: &mut Requirement, accepted: bool) {
    r.equivalent_experience = accepted;
    match (accepted, r.text.strip_suffix(OR_EXPERIENCE)) {
        (false, Some(without)) => r.text = without.to_owned(),
        (true, None) if !r.text.to_lowercase().contains("experience") => r.text.push_str(OR_EXPERIENCE),
        _ => {}
    }
}

fn weight(importance: Importance) -> u32 {
    if importance == Importance::Required { REQUIRED_WEIGHT } else { PREFERRED_WEIGHT }
}

fn from_added(a: &Added) -> Requirement {
    let kind = a.kind.unwrap_or(if a.years.is_some() { Kind::Years } else { Kind::Skill });
    let importance = a.importance.unwrap_or(Importance::Required);
    let by_words = matches!(kind, Kind::Skill | Kind::Leadership | Kind::Domain);
    let words = || match phrases(&a.text) {
        // a company may ask for what no phrase list holds; then its own words are looked for
        none if none.is_empty() => vec![a.text.clone()],
        some => some,
    };
    let terms = a.terms.clone().unwrap_or_else(|| if by_words { words() } else { vec![] });
    Requirement {
        id: a.id.clone(),
        kind,
        importance,
        text: a.text.clone(),
        weight: a.weight.unwrap_or(weight(importance)),
        years: a.years,
        related: a.related.unwrap_or(false),
        any_work: false,
        degree: a.degree,
        fields: a.fields.clone().unwrap_or_default(),
        equivalent_experience: a.equivalent_experience.unwrap_or(false),
        certificates: a.certificates.clone().unwrap_or_default(),
        terms,
        source: vec![],
        status: Status::Given,
        note: None,
    }
}
