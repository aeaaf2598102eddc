//! One item of a posting -> the requirements in it.
//!
//! An item often holds several ("written communication and SQL, MBA a plus"); each clause becomes one requirement, so
//! that each gets its own verdict. What stands on both sides of an "or" stays one requirement that either side meets.
//! What has no words that a resume could repeat is listed as not scored, rather than called missing in each resume.

use super::asked_years::{figures, of_years, without_figure};
use super::clauses::{Clause, before_examples, clauses};
use super::conditions::{asks_nothing, is_competency, is_condition, is_enrolment, is_trait};
use super::cues::{concepts, known_kind};
use super::degrees::{certificates, degree, is_accepted_instead, other_certificates};
use super::literals::{languages, literal, phrases};
use super::names::names;
use super::sought::sought;
use super::years::mentions;
use crate::role::{DegreeLevel, Importance, Kind, Requirement, Status};
use regex::Regex;
use std::sync::LazyLock;

const REQUIRED: u32 = 2;
pub(super) const PREFERRED: u32 = 1;
/// A longer sentence that also names a skill is more than a condition.
const SHORT_CONDITION: usize = 14;
/// Words of a question that is answered behind it.
const SHORTEST_QUESTION: usize = 4;
/// Nobody writes a longer sentence, in bytes.
const LONGEST_SENTENCE: usize = 3_000;

pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("patterns are tried by a test")
}

static PREFERRED_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:is|are|would be) an? (?:[a-z]+ )?(?:plus|bonus|advantage|asset)\b|\b(?:seen|regarded|viewed|considered|counts?|valued) as an? (?:[a-z]+ )?(?:plus|bonus|advantage|asset)\b|\b(?:a|an?|big|huge|strong|added|definite|distinct|major) (?:plus|bonus|advantage|asset)\b|\bpreferred\b|\bprefer(?:ably|able|ence|ences)\b|\bnice[- ]to[- ]have\b|\b(?:greatly |highly )?desir(?:ed|able)\b|\brecommended\b|\bideally\b|\bbonus\b|\bnot required\b|\bappreciated\b|\bwelcomed?\b|\badvantageous\b|^as would\b|\b(?:a|an) (?:real |great |clear )?(?:merit|advantage)\b|\bwould (?:help|be (?:great|nice|ideal|beneficial|helpful|useful|a benefit))\b|\bbeneficial\b|\bhelpful\b|\bextra credit\b|\bmakes? (?:me|us|your life)\b|\bwill make your life\b|\bis nice\b|\bwould make (?:me|us)\b|\bwould set you apart\b|\bgood to have\b|\b(?:extra|brownie) points\b|\bnot (?:mandatory|essential|necessary|a must|a condition)\b|\boptional\b|\b(?:nice|handy|lovely), but\b|[–—-] (?:nice|handy)$|\blovelier\b|\bof (?:great )?advantage\b|\beven better\b|\b(?:highly|well) regarded\b|\b(?:viewed|regarded|considered|looked on) favou?rably\b|\bfavou?rably (?:viewed|regarded|considered)\b|\ball the better\b|\bwe(?:'d| would) (?:be (?:thrilled|delighted)|love it) (?:if|to)\b|\b(?:extra|especially|particularly|very|really) (?:excited|happy|pleased|glad|keen)\b|\blovely\b|\b(?:highly|strongly|greatly) valued\b|\bvon vorteil\b|\bwünschenswert\b|\bidealerweise\b|\bun (?:vrai )?(?:plus|atout)\b|\bsouhait[ée]e?s?\b|\bdeseable\b|\bse valorar[áa]\b|\bpluspunt\b",
    )
});
static REQUIRED_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:is|are) (?:required|mandatory|essential|indispensable|imperative|a must)\b|\brequired$|\bmandatory$|\bmust[- ]have\b|\brequired\)|\ba must$",
    )
});
/// People led, named as such.
static PEOPLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:leading|managing|mentoring|supervising|manage|management of) (?:[\w+]+[ ,/-]+){0,4}(?:teams?|people|managers|direct reports|staff)\b",
    )
});
/// "3 years in product, ideally in a bank": only what stands behind the word is a wish.
static SOFTENED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i),? \(?(?:ideally|preferably)\b,?"));
/// Letters before such a word that can be a requirement of their own.
const SHORTEST_CORE: usize = 10;
/// Product work without a figure: any dated job of it answers.
static PRODUCT_WORK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bproduct manage(?:ment|r)s?\b|\bproduct own(?:er|ership)s?\b|\bmanaging (?:\w+ ){0,3}products?\b|\b(?:product lead(?:er)?|head of product)\b",
    )
});
/// Concepts of which a product manager's work shows one or the other.
const PRODUCT_SIGNS: [&str; 5] = ["roadmap", "backlog", "product-lifecycle", "concept-to-launch", "strategy"];
/// What the company says of itself inside an item.
static OF_US: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^we (?:are (?:currently|a|an|the|in)|have|use|work|believe|value|love|know|do|also|currently|can|will|don't|encourage|welcome|support|offer|have)\b",
    )
});
static EXPERIENCED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:experienced|seasoned|experience)\b"));
static WORKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:work\w*|as an?|manag(?:ing|ed)|background|proven|practi[cs]ed?|years|success\w*|skills|expertise|knowledge|track record)\b",
    )
});
/// Somebody is looked for, and nothing is said of experience.
static SEEKS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:looking for|seeking|seeks?|hiring|searching for)\b"));
static WISH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\(([^()]{8,}?) (?:is |are |would be )?an? (?:big |huge |strong )?(?:plus|bonus|advantage)!?\)|\(([^(),]{2,}?) (?:is |are )?(?:highly|well) regarded\)",
    )
});
/// A label that says how much the rest is asked for.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:nice to have|good to have|bonus(?: points)?|plus|preferred|optional|ideally|desired|desirable|advantageous|required|must have|mandatory|essential|it would be (?:great|nice|lovely|a bonus|a plus)[^:.]{0,60}|(?:some |a few )?(?:things|points) that would [^:.]{0,50}|what would (?:make|help)[^:.]{0,40}|extra credit[^:.]{0,20}|a bonus[^:.]{0,40})\s*:\s*(?:if )?",
    )
});
/// What is said to be unneeded is not asked for, unless it is liked all the same.
static NOT_NEEDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bno requirement for\b|^no (?:\w+ ){1,6}(?:required|needed|necessary)\b|\bdoes(?: not|n't) (?:have|require) (?:an?y? )?(?:\w+ ){1,4}(?:requirements?|degree|experience)\b|\bnone (?:required|needed)\b|\bnot (?:preferred|needed)\b|\b(?:not|isn't|aren't) (?:required|needed|a requirement|necessary|a must)\b|\bwe (?:honestly |really )?(?:don't|do not) (?:check|care|mind)\b|\bis (?:also )?acceptable\b",
    )
});
static STILL_LIKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:plus|bonus|prefer(?:red|ably|able)|but|desir\w+|nice|appreciated|advantage|welcome|merit)\b")
});
/// A wish in brackets at the end.
static ASIDE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\((?:this is |it's |it is )?(?:a )?(?:bonus|nice to have|plus)\b[^()]*\)$"));
/// Which of several is liked best, in brackets.
static ONE_PREFERRED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\((?:[A-Z][\w+#./-]* (?:or |and )?){1,3}(?:is )?preferred\)"));
/// A wish at the beginning, said of all that follows.
static WISHED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:bonus|extra|brownie) points|ideally|preferably|nice to have|good to have|it would be (?:great|nice)|(?:it(?:'s| is| would be)|that(?:'s| is| would be)) an? (?:[a-z]+ )?(?:plus|bonus|advantage|asset)|we(?:'d| would) (?:be (?:thrilled|delighted|happy|pleased|excited|glad)|love it) (?:if|to))\b",
    )
});
/// Liking something is a trait, whatever it is that is liked.
static LIKING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:[\w',-]+ ){0,7}?(?:passion\w*|enthusias\w+|love|excite[dm]\w*|excitement|obsess\w+|interest(?:ed)?|curio\w+|enjoy\w*) (?:in|for|about|of|to|by|working|solving|building|creating)\b",
    )
});
/// An answer that says how much something asked about is wanted.
static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^ ?(?:great|nice|lovely|perfect|super|even better|all the better|a plus|bonus|a bonus)(?:[,.!;]|$)")
});
static SPLIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:[.!?])\s+(?:and\s+)?|[a-z)%][.!?](?:[A-Z])|;\s+|[a-z] (?:The (?:ideal|successful|right) candidate|We(?:'re| are) (?:looking for|seeking))\b",
    )
});

/// What an item turned out to be.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) requirements: Vec<Requirement>,
    pub(super) not_scored: Vec<String>,
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// In a list of what is asked for: each item counts.
    List,
    /// In prose: only what asks in so many words counts.
    Prose,
}

/// Whether a text says that it is only good to have.
pub(super) fn says_preferred(text: &str) -> bool {
    PREFERRED_WORDS.is_match(text)
}

/// Whether a text begins with a label that says how much it is asked for.
pub(super) fn has_label(text: &str) -> bool {
    LABEL.is_match(text)
}

/// Words that say the same of what follows as was said of what stands before.
pub(super) static SO_IS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:so|as) (?:is|are|would(?: be)?|does) |^the same (?:goes|is true|applies) (?:for|of|to) ")
});

/// Whether the last of some sentences that says by itself how much it asks says that it only wishes.
pub(super) fn preferred_before(told: &[String]) -> bool {
    told.iter().rfind(|sentence| !SO_IS.is_match(sentence)).is_some_and(|sentence| says_preferred(sentence))
}

/// What a company does about what somebody lacks: "SORP is preferred, though we can arrange training".
static CONCESSION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i),? (?:though|although|but) (?:we(?:['’]ll| will| can) (?:\w+ )?(?:train|teach|arrange|help|offer|provide|support)\b|(?:full |on-the-job )?training\b|you(?:['’]ll| will) be trained\b).*$",
    )
});

/// Sentences, and what semicolons part, without what a company would do about what is lacking; also where the blank behind a full stop was lost.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = SPLIT.find_at(text, at) {
        // the match begins with the sign, or with the letter before it
        let sign = found.start() + text[found.start()..found.end()].find(['.', '!', '?', ';']).unwrap_or(0) + 1;
        // "... of these programs The ideal candidate": the stop itself was lost
        at = sign;
        let abbreviation = [
            "e.g.", "i.e.", "approx.", "ca.", "min.", "max.", "incl.", "etc.", "B.S.", "B.A.", "M.S.", "U.S.", "Sr.",
            "vs.", "Ph.", "B.E.", "M.E.", "M.A.", "B.Sc.", "M.Sc.", "B.Tech.", "M.Tech.", "B.Com.", "lbs.",
        ];
        // "experience in; banking" and "tools such as; SQL" go on
        let open = [" in;", " with;", " of;", " for;", " as;"];
        // "A background in physics? Great, but not a must"
        let answered = text[..sign].ends_with('?') && ANSWER.is_match(&text[sign..]);
        // "B.E. / B.Tech"
        let goes_on = text[sign..].trim_start().starts_with('/');
        if answered || goes_on || abbreviation.iter().chain(&open).any(|a| text[..sign].ends_with(a)) {
            continue;
        }
        out.push(text[start..sign].to_owned());
        start = sign;
    }
    out.push(text[start..].to_owned());
    let trim = |s: String| {
        let end = CONCESSION.find(&s).map_or(s.len(), |found| found.start());
        s[..end]
            .trim()
            .trim_start_matches("and ")
            .trim_start_matches("AND ")
            .trim_end_matches(['.', ';', ','])
            .trim()
            .to_owned()
    };
    out.into_iter().map(trim).filter(|s| !s.is_empty()).collect()
}

/// Whether a first sentence of one or two words only names what the next ones tell.
pub(super) fn is_label(sentence: &str) -> bool {
    const LABEL_WORDS: usize = 2;
    let short = sentence.split_whitespace().count() <= LABEL_WORDS;
    short && names_nothing(sentence) && !has_label(sentence)
}

/// Whether words name no subject, tool, certificate or degree.
pub(super) fn names_nothing(text: &str) -> bool {
    concepts(text).is_empty() && names(text).is_empty() && certificates(text).is_none() && degree(text).is_none()
}

/// A sentence without the part that says what is not needed; none where that is all of it.
fn needed(sentence: &str) -> Option<&str> {
    let Some(found) = NOT_NEEDED.find(sentence) else { return Some(sentence) };
    if STILL_LIKED.is_match(&NOT_NEEDED.replace_all(sentence, "")) {
        return Some(sentence);
    }
    // "Good English, Swedish is not required": another thing than the one before the comma
    let (before, own) = sentence[..found.start()].rsplit_once([',', ';'])?;
    let own = own.trim();
    let one = !own.is_empty() && !format!(" {own} ").contains(" or ");
    (one && found.end() == sentence.trim_end().len() && before.len() > SHORTEST_CORE).then_some(before)
}

/// "Several years, at least 3, of experience": the figure behind its own commas.
static PARTED_FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:several|some|many|multiple) years(?:,| \()? ?(?:at least|minimum|min\.) (\w+)(?: years)?(?:,|\)),? (?:of )?",
    )
});

/// The label of the next fact of a job board: "5 - 8 years Salary: Not disclosed Location: Pune".
static FACT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\s(?:Salary|Location|Posted|Openings|Applicants|Job [Tt]ype|Employment [Tt]ype|Work [Mm]ode|Notice [Pp]eriod)\s*:",
    )
});

/// The requirements of an item that stands in a list of this importance.
pub(super) fn criteria(item: &str, importance: Importance, setting: Setting) -> Found {
    let mut out = Found::default();
    if is_competency(item) {
        out.not_scored.push(item.to_owned());
        return out;
    }
    // "6 - 9 years | Salary not disclosed | Pune": facts of a job board behind the figure
    let facts = item.find(" | ").or_else(|| FACT.find(item).map(|fact| fact.start()));
    let figure = facts.map(|at| &item[..at]).filter(|first| !mentions(first).is_empty());
    let item = figure.unwrap_or(item);
    let figured = PARTED_FIGURE.replace(item, "at least $1 years of ");
    let item = figured.as_ref();
    if item.ends_with(':') && mentions(item).is_empty() {
        return out;
    }
    let all = sentences(item);
    let mut importance = importance;
    for (at, sentence) in all.iter().enumerate() {
        // "Collaborative. You listen to others.": a label of what follows
        let parted =
            |sentence: &str| item.trim_start().strip_prefix(sentence).is_some_and(|rest| rest.starts_with(';'));
        if at == 0 && all.len() > 1 && is_label(sentence) && !parted(sentence) {
            continue;
        }
        // "SQL is desirable. So is Python": as much as what was named before
        let so = SO_IS.find(sentence).filter(|_| at > 0 && preferred_before(&all[..at]));
        if let Some(lead) = so {
            one_sentence(&sentence[lead.end()..], Importance::Preferred, setting, &mut out);
            continue;
        }
        let sentence = sentence.clone();
        // "3 years in product (banking a plus)"
        if let Some((whole, wish)) = WISH.captures(&sentence).and_then(|c| Some((c.get(0)?, c.get(1).or(c.get(2))?))) {
            one_sentence(sentence[..whole.start()].trim(), importance, setting, &mut out);
            one_sentence(wish.as_str(), Importance::Preferred, setting, &mut out);
            continue;
        }
        // "Nice to have: ..." inside a list
        if let Some(label) = LABEL.find(&sentence) {
            // it is said of all that follows: "Bonus: CSPO; experience with SAP"
            importance = if says_preferred(label.as_str()) { Importance::Preferred } else { Importance::Required };
            one_sentence(&sentence[label.end()..], importance, setting, &mut out);
            continue;
        }
        let sentence = match needed(&sentence) {
            Some(rest) => rest.to_owned(),
            None => continue,
        };
        let soft = SOFTENED.find(&sentence).filter(|m| m.start() > SHORTEST_CORE);
        let (core, wish) = soft.map_or((sentence.as_str(), ""), |m| (&sentence[..m.start()], &sentence[m.end()..]));
        let core = core.trim().trim_end_matches(" and").trim_end_matches(" or").trim_end_matches(',');
        let whole = !wish.is_empty() && STILL_LIKED.is_match(wish);
        one_sentence(core, if whole { Importance::Preferred } else { importance }, setting, &mut out);
        if !wish.is_empty() {
            one_sentence(wish.trim(), Importance::Preferred, setting, &mut out);
        }
    }
    out
}

/// "We believe that you have led a team": what the company says it believes of whoever it looks for.
static WE_BELIEVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:we (?:believe|think|hope|assume|imagine|expect|guess)(?: that)? (you(?:'re|'ve)? )|(?:we|the (?:client|company|role|position|job|team)|this (?:role|position))(?: also)? requires? ((?:an? |at least |prior |previous |strong |proven |solid |deep |direct |hands-on |\d)))",
    )
});

/// A sentence, or what it asks for of somebody who is looked for.
fn one_sentence(sentence: &str, importance: Importance, setting: Setting, out: &mut Found) {
    let told = WE_BELIEVE.captures(sentence).and_then(|c| c.get(1).or(c.get(2)));
    let sentence = told.map_or(sentence, |told| &sentence[told.start()..]);
    match sought(sentence) {
        Some(parts) => parts.into_iter().for_each(|part| told_sentence(part, importance, setting, out)),
        None => told_sentence(sentence, importance, setting, out),
    }
}

fn told_sentence(sentence: &str, importance: Importance, setting: Setting, out: &mut Found) {
    let words = |t: &str| t.split_whitespace().count();
    // "A degree?" is answered behind it
    let asked_back = sentence.ends_with('?') && words(sentence) <= SHORTEST_QUESTION;
    if sentence.is_empty() || sentence.len() > LONGEST_SENTENCE || asked_back || asks_nothing(sentence) {
        return;
    }
    let no_figure = mentions(sentence).is_empty();
    let condition = is_condition(sentence) && no_figure && (degree(sentence).is_none() || is_enrolment(sentence));
    if condition && (is_enrolment(sentence) || words(sentence) <= SHORT_CONDITION || concepts(sentence).is_empty()) {
        out.not_scored.push(sentence.to_owned());
        return;
    }
    if accepts_instead(sentence, &mut out.requirements)
        || OF_US.is_match(sentence) && !(sentence.contains(", and ") && says_preferred(sentence))
    {
        return;
    }
    let clauses = clauses(sentence);
    let importances = importances(&clauses, importance);
    let before = (out.requirements.len(), out.not_scored.len());
    for (clause, importance) in clauses.iter().zip(importances) {
        one_clause(clause, importance, setting, out);
    }
    let nothing = (out.requirements.len(), out.not_scored.len()) == before;
    if nothing && (setting == Setting::List && words(sentence) > 1 || is_condition(sentence)) {
        out.not_scored.push(sentence.to_owned());
    }
}

/// Whether a sentence only says what is taken instead of a degree asked for before; then that is noted there.
pub(super) fn accepts_instead(sentence: &str, before: &mut [Requirement]) -> bool {
    let education = before.last_mut().filter(|r| r.kind == Kind::Education && is_accepted_instead(sentence));
    education.map(|r| r.equivalent_experience = true).is_some()
}

/// The importance of each clause: its own words, else those of the list. A wish at the end of an enumeration ("C++
/// and Python a plus") is said of all its members.
fn importances(clauses: &[Clause], given: Importance) -> Vec<Importance> {
    // "a cloud platform (Azure preferred)" is asked for all the same
    let wished = |text: &str| match ONE_PREFERRED.find(text).filter(|found| degree(found.as_str()).is_none()) {
        Some(one) => says_preferred(&text.replace(one.as_str(), "")),
        None => says_preferred(text),
    };
    let own = |c: &Clause| match (wished(&c.text), REQUIRED_WORDS.is_match(&c.text)) {
        (true, _) => Some(Importance::Preferred),
        (_, true) => Some(Importance::Required),
        _ => None,
    };
    let mut out: Vec<Option<Importance>> = clauses.iter().map(own).collect();
    // "... (bonus points if you have it)" is said of all before it
    let aside = |c: &Clause| ASIDE.is_match(&c.text);
    if clauses.last().is_some_and(aside) {
        return vec![Importance::Preferred; clauses.len()];
    }
    // "Bonus points for retail, payments and logistics" too
    let wished = clauses.first().is_some_and(|c| WISHED.is_match(&c.text));
    let given = if wished { Importance::Preferred } else { given };
    let member = |c: &Clause| !c.head && mentions(&c.text).is_empty() && degree(&c.text).is_none();
    // "conversant with Hindi, Marathi will be an added advantage" speaks of the last alone
    let alone = |c: &Clause| [" will be ", " would be "].iter().any(|words| c.text.contains(words));
    for at in (1..clauses.len()).rev() {
        let own = alone(&clauses[at]) && clauses[at - 1].head;
        if out[at].is_some() && out[at - 1].is_none() && member(&clauses[at]) && !own {
            out[at - 1] = out[at];
        }
    }
    out.into_iter().map(|i| i.unwrap_or(given)).collect()
}

fn one_clause(clause: &Clause, importance: Importance, setting: Setting, out: &mut Found) {
    let text = clause.text.as_str();
    let years = mentions(text);
    let degree = degree(text);
    let certificates = certificates(text);
    let bare = years.is_empty() && degree.is_none() && certificates.is_none();
    if bare && asks_nothing(text) {
        return;
    }
    if bare && clause.hits.is_empty() && is_condition(text) {
        out.not_scored.push(text.to_owned());
        return;
    }
    // "we are looking for a product manager" alone is the title
    if bare
        && setting == Setting::Prose
        && clause.hits.is_empty()
        && SEEKS.is_match(text)
        && !EXPERIENCED.is_match(text)
    {
        return;
    }
    let trait_alone = clause.aside && clause.names.is_empty() && is_trait(&clause.main);
    if bare && (LIKING.is_match(text) || trait_alone) {
        if setting == Setting::List {
            out.not_scored.push(text.to_owned());
        }
        return;
    }
    let before = out.requirements.len();
    let mut covered = Vec::new();
    if let Some(degree) = degree {
        let id = if degree.level >= DegreeLevel::Master { "advanced-degree" } else { "education" };
        let mut r = new(id, Kind::Education, importance, text);
        r.degree = Some(degree.level);
        r.fields = degree.fields;
        r.equivalent_experience = degree.equivalent;
        out.requirements.push(r);
        covered.extend(["technical-background", "specialist-depth", "data-analysis", "analysis"]);
        // "degree or 8 years of experience": the years stand for the degree
        let in_lieu = years.len() == 1 && text[..years[0].start].trim_end().to_lowercase().ends_with(" or");
        if in_lieu || years.is_empty() {
            return;
        }
    }
    let figures = figures(&years);
    for mention in &figures {
        of_years(mention, clause, importance, figures.len() > 1, out);
    }
    if !figures.is_empty() && out.requirements[before..].iter().any(|r| r.kind == Kind::Leadership) {
        covered.extend(["leadership", "agile-delivery", "design-engineering"]);
    }
    if out.requirements[before..].iter().any(|r| r.id == "product-years") {
        // "4 years as product manager of a software product" names the product, not a second thing
        covered.extend(["software-industry", "leadership"]);
    }
    if let Some(certificates) = certificates {
        let r = if certificates.is_empty() && other_certificates(text) {
            // a security or accounting certificate: those that we know would not meet it
            literal(text, importance)
        } else {
            Some(Requirement { certificates, ..new("certification", Kind::Certification, importance, text) })
        };
        out.requirements.extend(r);
        return;
    }
    // "Dutch, since some farmers aren't at ease in English" asks for one
    let asked = [" since ", " because "].iter().filter_map(|why| text.find(why)).min().map_or(text, |at| &text[..at]);
    let spoken = languages(asked);
    if bare && spoken.iter().any(|l| l != "english") {
        of_languages(spoken, text, importance, out);
        return;
    }
    let hits: Vec<&str> = clause.hits.iter().copied().filter(|h| !covered.contains(h)).collect();
    let answered = out.requirements.len() > before;
    let own_terms = out.requirements[before..].iter().any(|r| !r.terms.is_empty());
    if !hits.is_empty() || (!clause.names.is_empty() && !own_terms) {
        let first = hits.first().copied();
        let (id, kind) = match first {
            Some(concept) => (concept.to_owned(), known_kind(concept).unwrap_or(Kind::Skill)),
            None => (super::slug(text), super::literals::kind(text)),
        };
        let text = if figures.is_empty() { text.to_owned() } else { without_figure(text) };
        let mut r = new(&id, kind, importance, &text);
        // names that only stand for examples are not all that is asked for
        let named = before_examples(&text).filter(|_| first.is_none()).map(phrases).unwrap_or_default();
        let terms = hits.iter().map(|h| (*h).to_owned()).chain(named).chain(clause.names.iter().cloned());
        terms.for_each(|term| {
            if !r.terms.contains(&term) {
                r.terms.push(term)
            }
        });
        out.requirements.push(r);
        return;
    }
    if answered {
        return;
    }
    if PEOPLE.is_match(text) {
        let mut r = new("leadership", Kind::Leadership, importance, text);
        r.terms = vec!["leadership".into()];
        out.requirements.push(r);
    } else if PRODUCT_WORK.is_match(text)
        && (EXPERIENCED.is_match(text) || setting == Setting::List && WORKED.is_match(text))
    {
        let mut r = new("product-management", Kind::Skill, importance, text);
        r.terms = PRODUCT_SIGNS.iter().copied().chain(["product management"]).map(str::to_owned).collect();
        out.requirements.push(r);
    } else if !spoken.is_empty() {
        of_languages(spoken, text, importance, out);
    } else if let Some(r) = literal(text, importance).filter(|_| clause.head || setting == Setting::List) {
        out.requirements.push(r);
    } else if setting == Setting::List && (text.split_whitespace().count() > 2 || is_trait(text)) {
        out.not_scored.push(text.to_owned());
    }
}

/// Languages: each is asked for, unless an "or" stands between them.
fn of_languages(spoken: Vec<String>, text: &str, importance: Importance, out: &mut Found) {
    let either = spoken.len() > 1 && text.to_lowercase().contains(" or ");
    let groups: Vec<Vec<String>> = if either { vec![spoken] } else { spoken.into_iter().map(|l| vec![l]).collect() };
    for mut terms in groups {
        let id = terms.join("-or-");
        // who writes a resume in English shows English by writing at work
        if terms.iter().any(|l| l == "english") {
            terms.push("communication".into());
        }
        out.requirements.push(Requirement { terms, ..new(&id, Kind::Skill, importance, text) });
    }
}

/// A requirement of these words; the rest is filled in by its kind.
pub(super) fn new(id: &str, kind: Kind, importance: Importance, text: &str) -> Requirement {
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
