//! A posting's text -> the role that it asks for, whoever wrote it.
//!
//! A posting that rolefit wrote comes back as it was: its texts and its structured data are known. Any other is read
//! by its headings and lists; where it has none, every sentence that asks for something counts. What no resume can
//! show (a work permit, travel) is kept apart and not scored.

mod asked_years;
mod asking;
mod blocks;
mod clauses;
mod conditions;
mod criteria;
mod cues;
mod degrees;
mod duties;
mod gather;
mod headings;
mod language;
mod legend;
mod literals;
mod marked;
mod names;
mod sought;
mod structured;
mod title;
mod years;

pub(super) use literals::phrases;

/// What lint needs of the reader: the kinds of lines, what headings head, figures of years.
pub(crate) mod outline {
    pub(crate) use super::blocks::{BlockKind, read_line};
    pub(crate) use super::headings::{Section, heading_section, holds};
    pub(crate) use super::years::{mentions, number};
}

use crate::document::Document;
use crate::role::{Duty, Fact, Gate, Importance, Kind, Requirement, Role, SCHEMA, Status};
use gather::Gathered;

/// Longest id made from words.
const SLUG: usize = 48;
/// Most requirements that are read: nobody asks for more, and a heap of lists is no posting.
const MOST_REQUIREMENTS: usize = 150;

/// Reads the role that a posting asks for; `name` is the posting's name, for the role's id.
pub fn read(document: &Document, name: &str) -> Role {
    let structured = structured::find(document);
    if let Some(found) = structured.as_ref().filter(|s| s.complete) {
        return role(found.gathered.clone(), name);
    }
    let alone = structured.as_ref().is_some_and(|s| s.alone);
    let mut gathered = if alone { Gathered::default() } else { gather::gather(&blocks::blocks(document)) };
    if let Some(found) = structured {
        let title = std::mem::take(&mut gathered.title);
        // the words of the page are more exact than its data, which often holds the same words without their lists
        if gathered.requirements.is_empty() {
            gathered = found.gathered;
        } else {
            let kinds: Vec<Kind> = gathered.requirements.iter().map(|r| r.kind).collect();
            let new = |r: &Requirement| matches!(r.kind, Kind::Years | Kind::Education) && !kinds.contains(&r.kind);
            gathered.requirements.extend(found.gathered.requirements.into_iter().filter(new));
            gathered.title = found.gathered.title;
        }
        if gathered.title.is_empty() {
            gathered.title = title;
        }
    }
    language::keep_understood(&document.text, &mut gathered);
    role(gathered, name)
}

/// A role from what was gathered: ids made unique, level and gate found.
fn role(gathered: Gathered, name: &str) -> Role {
    let mut requirements: Vec<Requirement> = Vec::new();
    for mut requirement in gathered.requirements.into_iter().take(MOST_REQUIREMENTS) {
        let same = |r: &&Requirement| r.id == requirement.id;
        if requirements.iter().any(|r| r.id == requirement.id && repeats(r, &requirement)) {
            continue;
        }
        if requirements.iter().any(|r| same(&r)) {
            requirement.id = free_id(&slug(&requirement.text), &requirements);
        }
        requirements.push(requirement);
    }
    let title = if gathered.title.is_empty() { title::UNTITLED.to_owned() } else { gathered.title };
    let gate =
        requirements.iter().find(|r| r.kind == Kind::Years && !r.any_work && r.importance == Importance::Required);
    let gate = Gate { id: gate.map(|r| r.id.clone()), ..Gate::default() };
    let fact = |id: &str, text: &str| Fact { id: id.into(), text: text.into(), source: vec![], status: Status::Given };
    Role {
        schema: SCHEMA.into(),
        id: name.to_owned(),
        facts: title::level(&title).map(|l| fact("level", l)).into_iter().collect(),
        title,
        summary: String::new(),
        single_product: false,
        duties: duties(&gathered.duties),
        requirements,
        gate,
        not_needed: vec![],
        not_scored: gathered.not_scored,
        ..Role::default()
    }
}

/// Whether a second requirement asks for nothing that the first does not: the same figure, degree or certificate, or
/// a skill in the same words.
fn repeats(first: &Requirement, second: &Requirement) -> bool {
    let skill = matches!(first.kind, Kind::Skill | Kind::Domain | Kind::Leadership);
    if skill && first.text.to_lowercase() != second.text.to_lowercase() {
        return false;
    }
    let same = first.kind == second.kind && first.terms == second.terms && first.years == second.years;
    let fields = second.fields.is_empty() || first.fields == second.fields;
    same && fields && first.degree == second.degree && first.certificates == second.certificates
}

fn duties(texts: &[String]) -> Vec<Duty> {
    let mut out: Vec<Duty> = Vec::new();
    for text in texts {
        let id = slug(text);
        if !id.is_empty() && out.iter().all(|d| d.id != id) {
            let topic = String::new();
            out.push(Duty {
                id,
                topic,
                text: text.clone(),
                source: vec![],
                status: Status::Given,
                posting: true,
                when: None,
            });
        }
    }
    out
}

/// A short id from the words of a text.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        if out.len() + word.len() + 1 > SLUG {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&word.to_ascii_lowercase());
    }
    if out.is_empty() { "requirement".into() } else { out }
}

fn free_id(wish: &str, taken: &[Requirement]) -> String {
    let free = |id: &String| taken.iter().all(|r| r.id != *id);
    let numbered = (2..).map(|n| format!("{wish}-{n}"));
    std::iter::once(wish.to_owned()).chain(numbered).find(free).unwrap_or_default()
}

/// The words of a text with their byte offsets.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - start, word))
}
