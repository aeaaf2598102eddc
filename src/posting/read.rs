//! A posting's text -> the role that it asks for, whoever wrote it.
//!
//! A posting that rolefit wrote comes back as it was: its texts and its structured data are known. Any other is read
//! by its headings and lists; where it has none, every sentence that asks for something counts. What no resume can
//! show (a work permit, travel) is kept apart and not scored.

mod blocks;
mod criteria;
mod cues;
mod degrees;
mod gather;
mod headings;
mod structured;
mod years;

use crate::document::Document;
use crate::role::{Duty, Fact, Gate, Importance, Kind, Requirement, Role, SCHEMA, Status};
use gather::Gathered;

/// Longest id made from words.
const SLUG: usize = 48;
/// Most phrases that stand for an item without a known concept.
const PHRASES: usize = 4;
/// Words that tell nothing about what is asked for.
const EMPTY_WORDS: &str = "a an the of in on at to for with and or as is are be been have has having had you your our we us their its \
    this that these those will would can could should must may who which what when where how it they from by into about across \
    within through experience experienced ability able strong excellent proven demonstrated solid good great knowledge \
    understanding familiarity familiar proficiency proficient comfortable deep high highly very well plus bonus preferred \
    required desired desirable ideal ideally preferably skills skill years year working work using use least minimum some any \
    other such including etc e.g i.e ie eg like similar related relevant new more most nice least not no all both one two \
    level track record background exposure passion passionate prior previous hands-on following \
    you're you'll you've you'd we're we'll don't isn't";

/// Reads the role that a posting asks for; `name` is the posting's name, for the role's id.
pub fn read(document: &Document, name: &str) -> Role {
    let structured = structured::find(document);
    if let Some(found) = structured.as_ref().filter(|s| s.complete) {
        return role(found.gathered.clone(), name);
    }
    let mut gathered = gather::gather(&blocks::blocks(document));
    if let Some(found) = structured {
        if gathered.requirements.is_empty() {
            gathered = found.gathered;
        } else if !found.gathered.title.is_empty() {
            gathered.title = found.gathered.title;
        }
    }
    role(gathered, name)
}

/// A role from what was gathered: ids made unique, level and gate found.
fn role(gathered: Gathered, name: &str) -> Role {
    let mut requirements: Vec<Requirement> = Vec::new();
    for mut requirement in gathered.requirements {
        let same = |r: &&Requirement| r.id == requirement.id;
        if requirements.iter().any(|r| r.id == requirement.id && repeats(r, &requirement)) {
            continue;
        }
        if requirements.iter().any(|r| same(&r)) {
            requirement.id = free_id(&slug(&requirement.text), &requirements);
        }
        requirements.push(requirement);
    }
    let title = if gathered.title.is_empty() { name.to_owned() } else { gathered.title };
    let gate =
        requirements.iter().find(|r| r.kind == Kind::Years && !r.any_work && r.importance == Importance::Required);
    let gate = Gate { id: gate.map(|r| r.id.clone()), ..Gate::default() };
    let fact = |id: &str, text: &str| Fact { id: id.into(), text: text.into(), source: vec![], status: Status::Given };
    Role {
        schema: SCHEMA.into(),
        id: name.to_owned(),
        facts: level(&title).map(|l| fact("level", l)).into_iter().collect(),
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

/// Whether a second requirement asks for nothing that the first does not.
fn repeats(first: &Requirement, second: &Requirement) -> bool {
    let same = first.kind == second.kind && first.terms == second.terms && first.years == second.years;
    same && first.degree == second.degree && first.certificates == second.certificates
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

fn level(title: &str) -> Option<&'static str> {
    const LEVELS: [(&str, &str); 14] = [
        ("intern", "intern"),
        ("internship", "intern"),
        ("associate", "associate"),
        ("junior", "associate"),
        ("senior", "senior"),
        ("sr", "senior"),
        ("lead", "lead"),
        ("principal", "principal"),
        ("staff", "principal"),
        ("group", "group"),
        ("director", "director"),
        ("head", "director"),
        ("vp", "vp"),
        ("chief", "chief"),
    ];
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    LEVELS.iter().find(|(word, _)| words.contains(word)).map(|(_, level)| *level)
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

/// The phrases of a text that a resume would repeat: runs of telling words, the longest first in the order of the text.
pub(super) fn phrases(text: &str) -> Vec<String> {
    let empty: Vec<&str> = EMPTY_WORDS.split_whitespace().collect();
    let mut runs: Vec<Vec<String>> = vec![vec![]];
    for piece in text.split_whitespace() {
        let closes = piece.ends_with([',', ';', ')', '.', ':', '/']);
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric() && !"+#".contains(c)).to_lowercase();
        let telling = !word.is_empty()
            && !empty.contains(&word.as_str())
            && !word.chars().all(|c| c.is_ascii_digit() || "+-%$".contains(c));
        if telling {
            runs.last_mut().expect("there is always a run").push(word);
        }
        if !telling || closes {
            runs.push(vec![]);
        }
    }
    const LONGEST_RUN: usize = 3;
    let mut out: Vec<String> = Vec::new();
    for run in runs.iter().filter(|r| !r.is_empty()) {
        let phrase = run[run.len().saturating_sub(LONGEST_RUN)..].join(" ");
        if phrase.len() > 2 && !out.contains(&phrase) {
            out.push(phrase);
        }
    }
    let mut by_length: Vec<usize> = (0..out.len()).collect();
    by_length.sort_by_key(|i| std::cmp::Reverse(out[*i].split(' ').count().min(2)));
    by_length.truncate(PHRASES);
    by_length.sort_unstable();
    by_length.into_iter().map(|i| out[i].clone()).collect()
}
