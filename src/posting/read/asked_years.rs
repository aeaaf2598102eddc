//! Years that a posting asks for: of product work, of all work, of leading, or of something that only its words can show.

use super::clauses::Clause;
use super::criteria::{Found, PREFERRED, new, pattern};
use super::cues::concepts;
use super::literals::{literal, phrases, plain_words};
use super::years::{Mention, NUMBERS};
use crate::role::{Importance, Kind, Requirement};
use regex::Regex;
use std::sync::LazyLock;

/// Weight of product years, which also are the gate.
const CORE: u32 = 3;
/// What a years requirement says whose activity no resume dates.
const YEARS_NOTE: &str = "a resume dates jobs, not single activities: the years are those of the jobs that name it, and the activity is a requirement of its own";
/// The same where no words tell which jobs are meant.
const ANY_NOTE: &str = "a resume dates jobs, not single activities: the years are counted over the work, the activity is a requirement of its own";
/// The figure in front of what is asked for, and the words that lead to it.
static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    let number = NUMBERS.join("|");
    pattern(&format!(
        r"(?i)^(?:you have |have |has )?(?:a )?(?:minimum (?:of )?|at least |over |more than )?(?:\d{{1,2}}|{number})\+?(?: ?\(\d{{1,2}}\+?\))?(?: ?(?:-|–|to) ?\d{{1,2}}\+?)? ?(?:or more )?(?:years?|yrs?|months)['’]? (?:or more )?(?:of )?",
    ))
});
/// How much it is asked for, at its end.
static VERDICT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i) (?:is|are|would be|will be) (?:highly |strongly )?(?:desirable|desired|preferred|required|essential|mandatory|an? (?:[a-z]+ )?(?:plus|advantage|asset|bonus))$| required$",
    )
});
static PRODUCT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bproduct[- ](?:manag|own|lead|leader|role|experience|strategy|team|position|work|space|capacity)|\bproduct (?:or|and|/) \w+ manag|\b(?:managing|owning|managed|owned) (?:[\w-]+ ){0,4}products?\b|\bbuilding (?:[\w-]+ ){0,2}products\b|\bin product\b|\bas an? (?:\w+ ){0,3}product\b|\b(?:in|of) (?:\w+ )?product development\b|\bproduct/|\bpm (?:role|experience)|\bof product\b|\bdigital product\b|\bsoftware product|\bproduktmanage|\bchef de produit|\bgestion de produits?|\bgesti[oó]n de producto",
    )
});
/// Product people led are people: "3 years managing product managers".
static LEADS_PRODUCT_PEOPLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:leading|managing|mentoring|supervising) (?:[\w-]+ ){0,3}?product (?:managers|owners|people|teams)\b",
    )
});
static RELATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\brelated (?:field|role|experience|position|area)|\bsimilar (?:role|field|position|experience)|\bor (?:a )?(?:related|similar|relevant|equivalent)\b|\bproduct marketing\b|\bproduct development\b|\bbrand management\b|\bproduct analy",
    )
});
static RELATED_ONLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:related|relevant|similar|comparable) (?:\w+ )?(?:experience|role|roles|position|field)\b|\bexperience in a (?:related|similar)",
    )
});
static LEADING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:leading|managing|manag(?:e|ement) of|building|mentoring|supervising) (?:[\w+]+[ ,/-]+){0,4}(?:teams?|people|managers|direct reports|staff)\b|\b(?:people|team|management|leadership|managerial) (?:management )?experience\b|\bpeople leader|\b(?:management|leadership) role|\b(?:director|executive|vp|head|manager)[- ]level\b",
    )
});

/// The figures of a clause that are asked for: of "bachelor with 7 years or master with 5" the first way in.
pub(super) fn figures(years: &[Mention]) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    for mention in years {
        // "... or a master with at least 5 years": the words before the second figure
        const NEAR: usize = 6;
        let or = |f: &Mention| f.about.split_whitespace().rev().take(NEAR).any(|w| w == "or");
        let other = |f: &Mention| or(f) && !PRODUCT.is_match(&mention.about);
        if !out.last().is_some_and(other) {
            out.push(mention.clone());
        }
    }
    out
}

/// Years in product, of all work, of leading, or of something that only its words can show; then the figure and the
/// thing are two requirements, since a resume dates jobs and nothing smaller.
pub(super) fn of_years(mention: &Mention, clause: &Clause, importance: Importance, several: bool, out: &mut Found) {
    let figure = mention.years;
    let text = if several { clause_of(mention, &clause.text) } else { clause.text.clone() };
    let lower = text.to_lowercase();
    let about = lower.as_str();
    let years = |id: String, any_work: bool, related: bool| {
        let mut r = new(&id, Kind::Years, importance, &text);
        (r.years, r.any_work, r.related) = (Some(figure), any_work, related);
        r
    };
    // "8 years of experience, including some in product": the figure is of all work
    let own = if several { about } else { about.split(" including ").next().unwrap_or(about) };
    if PRODUCT.is_match(own) && !LEADS_PRODUCT_PEOPLE.is_match(own) {
        let mut r = years("product-years".into(), false, RELATED.is_match(about));
        r.weight = if importance == Importance::Required { CORE } else { PREFERRED };
        out.requirements.push(r);
        return;
    }
    if LEADING.is_match(own) {
        let mut r = new("leadership", Kind::Leadership, importance, &text);
        r.terms = vec!["leadership".into()];
        r.text = without_figure(&text);
        out.requirements.push(r);
        let terms = vec!["leadership".to_owned()];
        out.requirements.push(noted(Requirement { terms, ..years(format!("{figure}-years-leading"), true, false) }));
        return;
    }
    static FIELD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?:experience|background|work(?:ing|ed)?)?\s*(?:in|with|within|as an?|of)\s+(.{3,})$")
    });
    let field = FIELD.captures(about).and_then(|c| c.get(1)).map(|m| m.as_str()).unwrap_or_default();
    let named = !clause.names.is_empty() || !clause.hits.is_empty();
    if RELATED_ONLY.is_match(about) && !named {
        out.requirements.push(years(format!("{figure}-years-related"), false, true));
        return;
    }
    const GENERAL: [&str; 5] = ["overall", "total", "professional", "work experience", "industry experience"];
    let vague = field.is_empty() || field.trim_start().starts_with("experience") && field.len() < 14;
    if GENERAL.iter().any(|g| about.contains(g)) || vague && !named {
        out.requirements.push(years(format!("{figure}-years-of-work"), true, false));
        return;
    }
    // roadmaps and backlogs are kept in product work, so that is where their years are counted
    const PRODUCT_ACTS: [&str; 5] = ["roadmap", "backlog", "product-lifecycle", "concept-to-launch", "product-methods"];
    let of_product = concepts(about).first().is_some_and(|h| PRODUCT_ACTS.contains(&h.concept));
    let field = if field.is_empty() { about.rsplit("years").next().unwrap_or(about) } else { field };
    let id = format!("{figure}-years-{}", super::slug(field).split('-').take(3).collect::<Vec<_>>().join("-"));
    let terms = if of_product { vec![] } else { subject(field, clause, several) };
    out.requirements.push(noted(Requirement { terms, ..years(id, !of_product, of_product) }));
    let unnamed = if several { concepts(about).is_empty() } else { !named };
    if unnamed && let Some(mut r) = literal(&without_figure(&text), importance) {
        r.kind = Kind::Domain;
        out.requirements.push(r);
    }
}

/// What years are asked for of, as terms: what is known of it, the names in it, else its telling words.
fn subject(field: &str, clause: &Clause, several: bool) -> Vec<String> {
    let known = || concepts(field).into_iter().map(|hit| hit.concept.to_owned());
    let mut terms: Vec<String> = if several { known().collect() } else { vec![] };
    if !several {
        terms = clause.hits.iter().map(|h| (*h).to_owned()).chain(clause.names.iter().cloned()).collect();
    }
    terms.extend(phrases(field));
    if terms.is_empty() {
        terms = plain_words(field);
    }
    // "progressive experience", "a corporate environment": any work will do
    terms.retain(|term| term.split([' ', '-']).any(|word| !ANY_WORK.contains(&word)));
    let doer =
        |t: &String| DOERS.iter().find_map(|(act, doer)| t.strip_suffix(act).map(|field| format!("{field}{doer}")));
    terms.extend(terms.iter().filter_map(doer).collect::<Vec<_>>());
    // two words for one job
    const SAME: [(&str, &str); 3] = [("developer", "engineer"), ("engineer", "developer"), ("programmer", "developer")];
    let same =
        |t: &String| SAME.iter().find_map(|(one, other)| t.strip_suffix(one).map(|field| format!("{field}{other}")));
    terms.extend(terms.iter().filter_map(same).collect::<Vec<_>>());
    let mut seen = Vec::new();
    terms.retain(|t| {
        !seen.contains(t) && {
            seen.push(t.clone());
            true
        }
    });
    terms
}

/// Words that say nothing about which work is meant.
const ANY_WORK: [&str; 32] = [
    "experience",
    "role",
    "roles",
    "environment",
    "environments",
    "setting",
    "progressive",
    "progressively",
    "commercial",
    "practical",
    "professional",
    "corporate",
    "relevant",
    "technical",
    "tech",
    "post",
    "qualification",
    "graduate",
    "full",
    "time",
    "proven",
    "solid",
    "related",
    "industry",
    "paid",
    "recent",
    "combined",
    "overall",
    "hands",
    "on",
    "responsible",
    "field",
];

/// What is asked for, without its years: "5+ years of experience with pumps" is "Experience with pumps", and "3 years in
/// a bank" is "Experience in a bank".
pub(super) fn without_figure(text: &str) -> String {
    const LEADING_ON: [&str; 5] = ["in ", "as ", "with ", "within ", "on "];
    let text = &VERDICT.replace(text, "");
    let rest = FIGURE.replace(text, "");
    if rest.is_empty() || rest.len() == text.len() {
        return text.to_string();
    }
    if LEADING_ON.iter().any(|word| rest.starts_with(word)) {
        return format!("Experience {rest}");
    }
    let mut letters = rest.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// What is done, as the one who does it is called: "software engineering" is the work of a software engineer.
const DOERS: [(&str, &str); 15] = [
    (" engineering", " engineer"),
    (" management", " manager"),
    (" analysis", " analyst"),
    (" analytics", " analyst"),
    (" development", " developer"),
    (" design", " designer"),
    (" consulting", " consultant"),
    (" research", " researcher"),
    (" administration", " administrator"),
    (" architecture", " architect"),
    (" accounting", " accountant"),
    (" programming", " programmer"),
    (" testing", " tester"),
    (" writing", " writer"),
    (" teaching", " teacher"),
];

/// The figure of a requirement in two parts: it weighs less than the thing itself.
fn noted(mut years: Requirement) -> Requirement {
    years.weight = PREFERRED;
    years.note = Some(if years.terms.is_empty() { ANY_NOTE } else { YEARS_NOTE }.into());
    years
}

/// The words of one figure among several.
fn clause_of(mention: &Mention, text: &str) -> String {
    let end = (mention.start + mention.about.len()).min(text.len());
    let words = text.get(mention.start..end).unwrap_or(text).trim();
    // what leads over to the next figure: ", of which at least"
    const JOINTS: [&str; 6] = [" and", " including", " at least", " of which", " with", " a minimum of"];
    let bare = |words: &str| words.trim().trim_end_matches([',', ';', '(', '.', ' ']).len();
    let mut end = bare(words);
    while let Some(rest) = JOINTS.iter().find_map(|joint| words[..end].strip_suffix(joint)) {
        end = bare(rest);
    }
    words[..end].to_owned()
}
