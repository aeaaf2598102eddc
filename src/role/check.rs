//! The rules of a role file that its shape alone cannot express: ids, weights, the gate, and what each kind needs.
//!
//! A role that breaks one of them would score silently wrong, so the first breach stops us, with its line.

use super::data::{line_of_id, line_of_key, wrong};
use super::{Kind, Requirement, Role, SCHEMA};
use crate::error::{Result, nearest};

/// The largest weight; more than that and one requirement drowns all others.
const LARGEST_WEIGHT: u32 = 100;
/// Percentages of a gate end here.
const WHOLE: u32 = 100;

/// Holds a role against the rules; `json` is the file's text, for line numbers, and `file` its name.
///
/// # Errors
/// [`crate::error::Error::Data`] for the first breach.
pub fn check(role: &Role, json: &str, file: &str) -> Result<()> {
    let at_key = |path: &[&str], message: String, help: &str| Err(wrong(file, line_of_key(json, path), message, help));
    if role.schema != SCHEMA {
        let help = format!("write `\"schema\": \"{SCHEMA}\"`");
        return at_key(&["schema"], format!("unknown schema `{}`", role.schema), &help);
    }
    for (key, value) in [("id", &role.id), ("title", &role.title)] {
        if value.trim().is_empty() {
            return at_key(&[key], format!("`{key}` is empty"), "give it a value");
        }
    }
    if role.requirements.is_empty() {
        return at_key(&["requirements"], "there is no requirement".into(), "add at least one requirement");
    }
    unique(role.facts.iter().map(|f| f.id.as_str()), "facts", json, file)?;
    unique(role.duties.iter().map(|d| d.id.as_str()), "duties", json, file)?;
    unique(role.requirements.iter().map(|r| r.id.as_str()), "requirements", json, file)?;
    for requirement in &role.requirements {
        check_requirement(requirement, json, file)?;
    }
    if role.requirements.iter().all(|r| r.weight == 0) {
        let help = "give at least one requirement a weight above 0";
        return at_key(&["requirements"], "every weight is 0, so no score is possible".into(), help);
    }
    check_gate(role, json, file)?;
    known_ids(role, role.not_needed.iter().map(|n| n.id.as_str()), &["not_needed"], json, file)
}

fn check_gate(role: &Role, json: &str, file: &str) -> Result<()> {
    let gate = &role.gate;
    known_ids(role, gate.id.as_deref().into_iter(), &["gate", "id"], json, file)?;
    if !(gate.missing <= gate.partial && gate.partial <= gate.met && gate.met <= WHOLE) {
        let seen = format!(
            "gate percentages {}, {}, {} do not fall from met to missing",
            gate.met, gate.partial, gate.missing
        );
        let help = "write numbers from 0 to 100 with met >= partial >= missing";
        return Err(wrong(file, line_of_key(json, &["gate"]), seen, help));
    }
    Ok(())
}

fn known_ids<'a>(role: &Role, ids: impl Iterator<Item = &'a str>, path: &[&str], json: &str, file: &str) -> Result<()> {
    let known: Vec<&str> = role.requirements.iter().map(|r| r.id.as_str()).collect();
    for id in ids {
        if !known.contains(&id) {
            let help = match nearest(id, &known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("requirements: {}", known.join(", ")),
            };
            let message = format!("`{}` names `{id}`, which is no requirement", path.join("."));
            return Err(wrong(file, line_of_key(json, path), message, help));
        }
    }
    Ok(())
}

fn unique<'a>(ids: impl Iterator<Item = &'a str>, section: &str, json: &str, file: &str) -> Result<()> {
    let mut seen = Vec::new();
    for id in ids {
        if id.trim().is_empty() {
            let line = line_of_id(json, section, id, 0);
            return Err(wrong(file, line, format!("an entry of `{section}` has an empty id"), "give it a short name"));
        }
        if seen.contains(&id) {
            let line = line_of_id(json, section, id, 1);
            return Err(wrong(
                file,
                line,
                format!("two entries of `{section}` have the id `{id}`"),
                "rename one of them",
            ));
        }
        seen.push(id);
    }
    Ok(())
}

fn check_requirement(r: &Requirement, json: &str, file: &str) -> Result<()> {
    let fail = |message: String, help: &str| {
        Err(wrong(file, line_of_id(json, "requirements", &r.id, 0), format!("requirement `{}`: {message}", r.id), help))
    };
    if r.text.trim().is_empty() {
        return fail("`text` is empty".into(), "say in one short item what is asked for");
    }
    if r.weight > LARGEST_WEIGHT {
        return fail(
            format!("weight {} is above {LARGEST_WEIGHT}", r.weight),
            "use 3 for the core, 2 for required, 1 for preferred",
        );
    }
    if r.kind == Kind::Years && r.years.is_none_or(|years| years == 0) {
        return fail("kind `years` needs `years`".into(), "add `\"years\": 4` with your number, 1 or more");
    }
    if r.kind != Kind::Years && (r.years.is_some() || r.related || r.any_work) {
        return fail(
            "`years`, `related` and `any_work` belong to kind `years`".into(),
            "remove them or change the kind",
        );
    }
    if r.kind == Kind::Education && r.degree.is_none() {
        return fail("kind `education` needs `degree`".into(), "add `\"degree\": \"bachelor\"` or another level");
    }
    if r.kind != Kind::Education && (r.degree.is_some() || !r.fields.is_empty() || r.equivalent_experience) {
        return fail(
            "`degree`, `fields` and `equivalent_experience` belong to kind `education`".into(),
            "remove them or change the kind",
        );
    }
    if r.kind != Kind::Certification && !r.certificates.is_empty() {
        return fail("`certificates` belongs to kind `certification`".into(), "remove it or change the kind");
    }
    let by_words = matches!(r.kind, Kind::Skill | Kind::Leadership | Kind::Domain);
    if by_words && !r.terms.iter().any(|t| !t.trim().is_empty()) {
        return fail(
            "`terms` is empty, so nothing can be evidence for it".into(),
            "name a concept or a phrase in `terms`",
        );
    }
    Ok(())
}
