//! One item of a posting -> the requirements in it.
//!
//! An item often holds several ("written communication and SQL, MBA a plus"); each becomes one requirement, so that
//! each gets its own verdict. What stands on both sides of an "or" stays one requirement that either side meets.

use super::cues::{Hit, concepts, known_kind};
use super::degrees::{certificates, degree};
use super::years::{Mention, mentions};
use crate::role::{Importance, Kind, Requirement, Status};
use regex::Regex;
use std::sync::LazyLock;

/// Weight of product years, which also are the gate.
const CORE: u32 = 3;
const REQUIRED: u32 = 2;
const PREFERRED: u32 = 1;
/// A longer sentence that also names a skill is more than a condition.
const SHORT_CONDITION: usize = 14;
/// Concepts of one item that become requirements; an item with more is prose.
const MOST_CONCEPTS: usize = 4;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("patterns are tried by a test")
}

static PREFERRED_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:is|are|would be|as) an? (?:(?:big|huge|strong|definite|major) )?(?:plus|bonus|advantage|asset)\b|\b(?:a|an?|big|huge|strong|added|definite|major) (?:plus|bonus|advantage|asset)\b|\bpreferred\b|\bpreferably\b|\bnice[- ]to[- ]have\b|\bdesir(?:ed|able)\b|\bideally\b|\bbonus\b|\bnot required\b|\badvantageous\b|\b(?:highly|strongly) valued\b",
    )
});
static NOT_IN_RESUMES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bauthori[sz](?:ed|ation) to work\b|\bwork authori[sz]ation\b|\bwork permit\b|\bright to work\b|\bvisa\b|\bsponsorship\b|\bbackground check\b|\bbackground screen|\bdrug (?:test|screen)|\brelocat|\bdriv(?:er'?s|ing) licen[cs]e\b|\bcitizen(?:ship)?\b|\bsecurity clearance\b|\b(?:willing(?:ness)?|ability|able|availab\w+) to (?:travel|commute|relocate|work (?:from|nights|weekends|flexible|onsite|on-site|in the office|in office|overtime))\b|\btravel (?:up to|is|required|\d)|\b\d+ ?% travel\b|\btravel\b.{0,20}\b\d+ ?%|\bmust (?:be located|reside|live|be based|be \d+|be at least)\b|\blocated in\b|\bbased in\b|\btime ?zone\b|\binternet connection\b|\beligible to work\b|\bvaccinat|\bcurrently (?:enrolled|pursuing)\b|\bcover letter\b|\bhours per week\b|\blift (?:up to )?\d+",
    )
});
static OR_BETWEEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bor\b|/"));
static AND_BETWEEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\band\b|;|\bas well as\b|&"));
static PRODUCT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bproduct[- ](?:manag|own|lead|role|experience|strategy|team|position|work|space|capacity)|\bproduct (?:or|and|/) \w+ manag|\bmanaging (?:\w+ ){0,3}products?\b|\bin product\b|\bas an? (?:\w+ ){0,3}product\b|\b(?:in|of) (?:\w+ )?product development\b|\bproduct/|\bpm (?:role|experience)|\bof product\b|\bdigital product\b|\bsoftware product",
    )
});
static RELATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\brelated (?:field|role|experience|position|area)|\bsimilar (?:role|field|position|experience)|\bor (?:a )?(?:related|similar|relevant|equivalent)\b|\bproduct marketing\b|\bproduct development\b|\bbrand management\b|\bproduct analy",
    )
});
/// People led, named as such.
static PEOPLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:leading|managing|mentoring|supervising) (?:[\w+]+[ ,/-]+){0,4}(?:teams?|people|managers|direct reports|staff)\b",
    )
});
static LEADING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:leading|managing|manag(?:e|ement) of|building|mentoring|supervising) (?:[\w+]+[ ,/-]+){0,4}(?:teams?|people|managers|direct reports|staff)\b|\b(?:people|team|management|leadership|managerial) (?:management )?experience\b|\bpeople leader|\bmanagement role",
    )
});
static RELATED_ONLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:related|relevant|similar|comparable) (?:\w+ )?(?:experience|role|roles|position|field)\b|\bexperience in a (?:related|similar)",
    )
});
/// "3 years in product, ideally in a bank": only what stands behind the word is a wish.
static SOFTENED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i),? \(?(?:ideally|preferably)\b,?"));
/// Letters before such a word that can be a requirement of their own.
const SHORTEST_CORE: usize = 12;
/// Traits that people claim and no entry of a resume shows.
static TRAITS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bpassion|\benjoy|\battitude\b|\bresourceful|\badaptab|\bself[- ](?:starter|motivated|driven|directed|start)|\bmotivated\b|\bcurio(?:us|sity)\b|\bdetail[- ]orient|\battention to detail\b|\bteam player\b|\bhung(?:er|ry)\b|\bthriv|\bentrepreneurial\b|\bsense of\b|\bget things done\b|\blove\b|\bexcited\b|\bwork independently\b|\borgani[sz]ed\b|\bcreativ|\benergetic\b|\bpositive\b|\bwork ethic\b|\bthink critically\b|\binterpersonal\b|\bhumble\b|\bopen[- ]minded\b|\bquick learner\b|\bfast learner\b|\beager\b|\bcare about\b|\bvalues\b|\bmindset\b|\bambigu",
    )
});
static SPLIT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:[.!?])\s+(?:and\s+)?|[a-z)%][.!?](?:[A-Z])|;\s+"));

/// What an item turned out to be.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) requirements: Vec<Requirement>,
    pub(super) not_scored: Vec<String>,
}

/// Whether a text says that it is only good to have.
pub(super) fn says_preferred(text: &str) -> bool {
    PREFERRED_WORDS.is_match(text)
}

/// Whether a text asks for something that no resume shows.
pub(super) fn is_not_in_resumes(text: &str) -> bool {
    NOT_IN_RESUMES.is_match(text)
}

/// Sentences and clauses behind semicolons; also where the blank behind a full stop was lost.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = SPLIT.find_at(text, at) {
        // the match begins with the sign, or with the letter before it
        let sign = found.start() + text[found.start()..found.end()].find(['.', '!', '?', ';']).unwrap_or(0) + 1;
        at = sign;
        let abbreviation = ["e.g.", "i.e.", "etc.", "B.S.", "B.A.", "M.S.", "U.S.", "Sr.", "vs.", "Ph."];
        if abbreviation.iter().any(|a| text[..sign].ends_with(a)) {
            continue;
        }
        out.push(text[start..sign].to_owned());
        start = sign;
    }
    out.push(text[start..].to_owned());
    let trim = |s: String| s.trim().trim_start_matches("and ").trim_end_matches(['.', ';', ',']).trim().to_owned();
    out.into_iter().map(trim).filter(|s| !s.is_empty()).collect()
}

/// The requirements of an item that stands in a list of this importance.
pub(super) fn criteria(item: &str, importance: Importance) -> Found {
    let mut out = Found::default();
    if item.ends_with(':') && mentions(item).is_empty() {
        return out;
    }
    for sentence in sentences(item) {
        let soft = SOFTENED.find(&sentence).filter(|m| m.start() > SHORTEST_CORE);
        let (core, wish) = soft.map_or((sentence.as_str(), ""), |m| (&sentence[..m.start()], &sentence[m.end()..]));
        let core_importance = if says_preferred(core) { Importance::Preferred } else { importance };
        one_sentence(core.trim(), core_importance, &mut out);
        if !wish.is_empty() {
            one_sentence(wish.trim(), Importance::Preferred, &mut out);
        }
    }
    out
}

fn one_sentence(text: &str, importance: Importance, out: &mut Found) {
    let years = mentions(text);
    let degree = degree(text);
    let certificates = certificates(text);
    let short = text.split_whitespace().count() <= SHORT_CONDITION || concepts(text).is_empty();
    if years.is_empty() && degree.is_none() && certificates.is_none() && short && NOT_IN_RESUMES.is_match(text) {
        out.not_scored.push(text.to_owned());
        return;
    }
    let before = out.requirements.len();
    let mut covered = Vec::new();
    if let Some(degree) = degree {
        let level = degree.level;
        let mut r = new("education", Kind::Education, importance, text);
        r.degree = Some(level);
        r.fields = degree.fields;
        r.equivalent_experience = degree.equivalent;
        if level >= crate::role::DegreeLevel::Master {
            "advanced-degree".clone_into(&mut r.id);
        }
        out.requirements.push(r);
        covered.extend(["technical-background", "specialist-depth", "data-analysis"]);
        // "degree or 8 years of experience": the years stand for the degree
        let in_lieu = years.len() == 1 && text[..years[0].start].trim_end().to_lowercase().ends_with(" or");
        if in_lieu {
            return;
        }
    }
    let mut figures: Vec<Mention> = Vec::new();
    for mention in years.iter().cloned() {
        // "bachelor with 7 years or master with 5": the first way in is asked for
        let other_way =
            figures.last().is_some_and(|f: &Mention| f.about.contains(" or ") && !PRODUCT.is_match(&mention.about));
        if !other_way {
            figures.push(mention);
        }
    }
    let years = figures;
    for mention in &years {
        if let Some(r) = of_years(mention, text, importance, years.len() > 1) {
            if r.kind == Kind::Leadership {
                covered.extend(["leadership", "agile-delivery"]);
            }
            out.requirements.push(r);
        }
    }
    if let Some(certificates) = certificates {
        let mut r = new("certification", Kind::Certification, importance, text);
        r.certificates = certificates;
        out.requirements.push(r);
        covered.push("agile-delivery");
    }
    let leads = out.requirements.len() == before && PEOPLE.is_match(text) && concepts(text).is_empty();
    if leads {
        let mut r = new("leadership", Kind::Leadership, importance, text);
        r.terms = vec!["leadership".into()];
        out.requirements.push(r);
    }
    let hits: Vec<Hit> = concepts(text).into_iter().filter(|h| !covered.contains(&h.concept)).collect();
    if hits.len() <= MOST_CONCEPTS || out.requirements.len() == before {
        of_concepts(&hits, text, importance, out);
    }
    if out.requirements.len() == before {
        match literal(text, importance).filter(|r| !TRAITS.is_match(text) && tells(&r.terms, text)) {
            Some(requirement) => out.requirements.push(requirement),
            None if text.split_whitespace().count() > 1 => out.not_scored.push(text.to_owned()),
            None => {}
        }
    }
}

/// Years in product, of all work, of leading, or in a field that only its words can show.
fn of_years(mention: &Mention, text: &str, importance: Importance, several: bool) -> Option<Requirement> {
    let lower = text.to_lowercase();
    let about = if several { mention.about.as_str() } else { lower.as_str() };
    let figure = mention.years;
    let clause = if several { clause_of(mention, text) } else { text.to_owned() };
    if PRODUCT.is_match(about) {
        let mut r = new("product-years", Kind::Years, importance, &clause);
        r.years = Some(figure);
        r.related = RELATED.is_match(about);
        r.weight = if importance == Importance::Required { CORE } else { PREFERRED };
        return Some(r);
    }
    if LEADING.is_match(about) {
        let mut r = new("leadership", Kind::Leadership, importance, &clause);
        r.terms = vec!["leadership".into()];
        return Some(r);
    }
    static FIELD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?:experience|background|work(?:ing|ed)?)?\s*(?:in|with|within|as an?|of)\s+(.{3,})$")
    });
    let field = FIELD.captures(about).and_then(|c| c.get(1)).map(|m| m.as_str()).unwrap_or_default();
    if RELATED_ONLY.is_match(about) {
        let mut r = new(&format!("{figure}-years-related"), Kind::Years, importance, &clause);
        r.years = Some(figure);
        r.related = true;
        return Some(r);
    }
    let general = ["overall", "total", "professional", "work experience", "industry experience"];
    let vague = field.is_empty() || field.trim_start().starts_with("experience") && field.len() < 14;
    if general.iter().any(|g| about.contains(g)) || vague {
        let mut r = new(&format!("{figure}-years-of-work"), Kind::Years, importance, &clause);
        r.years = Some(figure);
        r.any_work = true;
        return Some(r);
    }
    let hits = concepts(about);
    if !hits.is_empty() {
        return None;
    }
    let mut r = literal(&clause, importance)?;
    r.kind = Kind::Domain;
    Some(r)
}

/// The words of one figure among several.
fn clause_of(mention: &Mention, text: &str) -> String {
    let end = (mention.start + mention.about.len()).min(text.len());
    let words = text.get(mention.start..end).unwrap_or(text);
    let words = words.trim().trim_end_matches([',', ';', '(', '.']).trim();
    let words = words.strip_suffix(" and").or_else(|| words.strip_suffix(" including")).unwrap_or(words);
    words.trim_end_matches([',', ' ']).to_owned()
}

/// One requirement a concept; those on both sides of an "or" become one.
fn of_concepts(hits: &[Hit], text: &str, importance: Importance, out: &mut Found) {
    let lower = text.to_lowercase();
    let mut groups: Vec<Vec<&Hit>> = Vec::new();
    for hit in hits {
        let joined = groups.last().and_then(|g| g.last()).is_some_and(|before| {
            let between = lower.get(before.end..hit.start).unwrap_or_default();
            OR_BETWEEN.is_match(between) && !AND_BETWEEN.is_match(between)
        });
        match groups.last_mut() {
            Some(group) if joined => group.push(hit),
            _ => groups.push(vec![hit]),
        }
    }
    let alone = groups.len() == 1;
    for group in groups.into_iter().take(MOST_CONCEPTS) {
        let first = group[0].concept;
        let kind = known_kind(first).unwrap_or(Kind::Skill);
        let words = if alone { text.to_owned() } else { around(text, &lower, &group) };
        let mut r = new(first, kind, importance, &words);
        r.terms = group.iter().map(|h| h.concept.to_owned()).collect();
        out.requirements.push(r);
    }
}

/// The part of a sentence between commas and "and" that holds a group of cues; the whole where parts are too short.
fn around(text: &str, lower: &str, group: &[&Hit]) -> String {
    const SHORTEST: usize = 2;
    if text.len() != lower.len() {
        return text.to_owned();
    }
    let (start, end) = (group[0].start, group[group.len() - 1].end);
    let breaks = [", ", " and ", "; ", " & ", " as well as "];
    let from = breaks.iter().filter_map(|b| lower[..start].rfind(b).map(|i| i + b.len())).max().unwrap_or(0);
    let to = breaks.iter().filter_map(|b| lower[end..].find(b).map(|i| end + i)).min().unwrap_or(text.len());
    let part = text.get(from..to).unwrap_or(text).trim().trim_start_matches("and ").trim_end_matches([',', '.']);
    let torn = part.matches('(').count() != part.matches(')').count();
    if torn || part.split_whitespace().count() < SHORTEST { text.to_owned() } else { part.to_owned() }
}

/// Whether phrases can be recognised in a resume: of several words, long, or a name.
fn tells(phrases: &[String], text: &str) -> bool {
    const LONG: usize = 6;
    let name = |word: &str| word.chars().skip(1).any(char::is_uppercase) || word.chars().any(|c| c.is_ascii_digit());
    let capital = text.split_whitespace().skip(1).any(|w| w.starts_with(|c: char| c.is_uppercase()) && w.len() > 1);
    phrases.iter().any(|p| p.contains(' ') || p.chars().count() >= LONG) || capital || text.split_whitespace().any(name)
}

/// A requirement that only its own words describe.
fn literal(text: &str, importance: Importance) -> Option<Requirement> {
    let terms = super::phrases(text);
    if terms.is_empty() {
        return None;
    }
    let industry = ["industry", "sector", "domain", "space", "market"].iter().any(|w| text.to_lowercase().contains(w));
    let mut r = new(&super::slug(text), if industry { Kind::Domain } else { Kind::Skill }, importance, text);
    r.terms = terms;
    Some(r)
}

fn new(id: &str, kind: Kind, importance: Importance, text: &str) -> Requirement {
    Requirement {
        id: id.to_owned(),
        kind,
        importance,
        text: text.trim().to_owned(),
        weight: if importance == Importance::Required { REQUIRED } else { PREFERRED },
        years: None,
        related: false,
        any_work: false,
        degree: None,
        fields: vec![],
        equivalent_experience: false,
        certificates: vec![],
        terms: vec![],
        source: vec![],
        status: Status::Given,
        note: None,
    }
}
