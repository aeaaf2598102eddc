//! Which role does a company need? The situations of the comparison as questions, and the answer with its reasons.
//!
//! The sources name eight situations that call for a Lead and eight that call for a Senior, and give none of them a
//! weight. So every "yes" counts once for its role, a "no" counts for nobody (the sources do not say that it should),
//! and a tie is called a tie. The start-up is the one case of which they say two things: the number of products
//! settles it.

mod render;

use super::data::{line_of_key, wrong};
use super::{Comparison, Situation, Source, builtin, data};
use crate::error::{Error, Result, suggest};
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// Schema of [`Advice`] as JSON.
const SCHEMA: &str = "rolefit.which/1";
/// Id of the situation that alone settles nothing.
pub const STARTUP: &str = "startup";
/// From this number of products on, a role looks after several.
const SEVERAL: u32 = 2;

/// One question to the company.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Stable name, used in flags and answer files.
    pub id: String,
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// Where it comes from.
    pub source: Vec<Source>,
}

/// What a company answered. A question without an answer stays open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    situations: BTreeMap<String, bool>,
    products: Option<u32>,
}

/// The role that a company needs, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Advice {
    /// `rolefit.which/1`.
    pub schema: &'static str,
    /// Id of the role; none is a tie.
    pub role: Option<&'static str>,
    /// The verdict in one sentence.
    pub verdict: String,
    /// What speaks for a Lead.
    pub lead: Vec<Reason>,
    /// What speaks for a Senior.
    pub senior: Vec<Reason>,
    /// Questions with an answer.
    pub answered: usize,
    /// Ids of the questions without one.
    pub open: Vec<String>,
    /// What would decide a tie, or could still change the verdict.
    pub would_decide: Vec<String>,
}

/// One answer that spoke for a role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// Id of the question.
    pub id: String,
    /// The situation, as a clause.
    pub text: String,
    /// Why it speaks for the role.
    pub why: String,
    /// Where that comes from.
    pub source: Vec<Source>,
}

/// The questions that are answered with yes or no: those that call for a Lead first.
pub fn questions() -> Vec<Question> {
    let situations = Comparison::builtin().situations;
    situations.lead.into_iter().chain(situations.senior).map(question).collect()
}

/// The question that is answered with a number. It follows a "yes" to the question `startup`.
pub fn portfolio() -> Question {
    question(Comparison::builtin().situations.portfolio)
}

/// Whether the number of products is still asked for after this answer.
pub fn asks_for_products(answers: &Answers) -> bool {
    answers.situations.get(STARTUP) == Some(&true) && answers.products.is_none()
}

fn question(s: Situation) -> Question {
    Question { id: s.id, text: s.question, why: s.why, source: s.source }
}

fn ids() -> Vec<String> {
    let own = questions().into_iter().map(|q| q.id);
    own.chain([portfolio().id]).collect()
}

impl Answers {
    /// Reads `{"scaling": true, "merger": false, "products": 3}`; `file` is its name in messages. `null` leaves a
    /// question open.
    ///
    /// # Errors
    /// [`Error::Data`] with the line of an unknown id, an id that stands twice, or a value that is no answer.
    pub fn parse(json: &str, file: &str) -> Result<Answers> {
        let Pairs(pairs) = data::parse(json, file)?;
        let (known, products) = (ids(), portfolio().id);
        let mut answers = Answers::default();
        let mut seen: Vec<&String> = Vec::new();
        for (id, value) in &pairs {
            let fail = |message: String, help: &str| Err(wrong(file, line_of_key(json, &[id]), message, help));
            if !known.contains(id) {
                return fail(format!("unknown question `{id}`"), &suggest(id, &known));
            }
            if seen.contains(&id) {
                return fail(format!("the question `{id}` is answered twice"), "keep one of the answers");
            }
            seen.push(id);
            let number = value.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0);
            match (value, number) {
                (Value::Null, _) => {}
                (_, Some(number)) if *id == products => answers.products = Some(number),
                (_, _) if *id == products => {
                    return fail(format!("`{id}`: found {value}, expected a number above 0"), "write it as 3");
                }
                (Value::Bool(yes), _) => drop(answers.situations.insert(id.clone(), *yes)),
                _ => return fail(format!("`{id}`: found {value}, expected true or false"), "change the value"),
            }
        }
        Ok(answers)
    }

    /// Answers one question with yes or no; a later answer replaces an earlier one.
    ///
    /// # Errors
    /// [`Error::UnknownName`] for an id that is no question of this kind.
    pub fn set(&mut self, id: &str, yes: bool) -> Result<()> {
        let known: Vec<String> = questions().into_iter().map(|q| q.id).collect();
        if !known.iter().any(|k| k == id) {
            return Err(Error::UnknownName { what: "question", name: id.into(), known });
        }
        self.situations.insert(id.into(), yes);
        Ok(())
    }

    /// How many products the person will look after, 1 or more.
    pub fn set_products(&mut self, number: u32) {
        self.products = Some(number);
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.situations.is_empty() && self.products.is_none()
    }
}

/// Weighs the answers.
pub fn decide(answers: &Answers) -> Advice {
    let all = Comparison::builtin().situations;
    let yes = |s: &&Situation| answers.situations.get(&s.id) == Some(&true);
    let mut lead: Vec<Reason> = all.lead.iter().filter(yes).map(reason).collect();
    let mut senior: Vec<Reason> = all.senior.iter().filter(yes).filter(|s| s.id != STARTUP).map(reason).collect();
    let startup = answers.situations.get(STARTUP) == Some(&true);
    if let (true, Some(products)) = (startup, answers.products) {
        let settled = startup_reason(&all, products);
        if products >= SEVERAL { lead.push(settled) } else { senior.push(settled) }
    }
    let open = |side: &[Situation]| -> Vec<String> {
        side.iter().map(|s| s.id.clone()).filter(|id| !answers.situations.contains_key(id)).collect()
    };
    let (open_lead, open_senior) = (open(&all.lead), open(&all.senior));
    let unsettled = startup && answers.products.is_none();
    let role = match lead.len().cmp(&senior.len()) {
        std::cmp::Ordering::Greater => Some("lead"),
        std::cmp::Ordering::Less => Some("senior"),
        std::cmp::Ordering::Equal => None,
    };
    let mut advice = Advice {
        schema: SCHEMA,
        role,
        verdict: verdict(role, lead.len(), senior.len()),
        answered: answers.situations.len(),
        open: open_lead.iter().chain(&open_senior).cloned().collect(),
        would_decide: Vec::new(),
        lead,
        senior,
    };
    advice.would_decide = would_decide(&advice, answers, [open_lead.len(), open_senior.len()], unsettled);
    advice
}

fn reason(s: &Situation) -> Reason {
    Reason { id: s.id.clone(), text: s.text.clone(), why: s.why.clone(), source: s.source.clone() }
}

/// What a start-up speaks for, once the number of products is known.
fn startup_reason(all: &super::Situations, products: u32) -> Reason {
    let portfolio = &all.portfolio;
    let (text, why) = if products >= SEVERAL {
        (
            format!("A start-up with {products} products"),
            "Several products are a Lead's scope, in a start-up too; a Lead there does many jobs besides.".into(),
        )
    } else {
        let own = all.senior.iter().find(|s| s.id == STARTUP);
        ("A start-up with one product".to_owned(), own.map(|s| s.why.clone()).unwrap_or_default())
    };
    Reason { id: STARTUP.into(), text, why, source: portfolio.source.clone() }
}

fn title(role: &str) -> String {
    builtin(role).map(|r| r.title).unwrap_or_default()
}

fn verdict(role: Option<&str>, lead: usize, senior: usize) -> String {
    let reasons = |n: usize| if n == 1 { "1 answer".to_owned() } else { format!("{n} answers") };
    match role {
        Some(role) => {
            let (for_it, against) = (lead.max(senior), lead.min(senior));
            let other = if role == "lead" { "senior" } else { "lead" };
            match against {
                0 => format!("You need a {}: {} for it, none for a {}.", title(role), reasons(for_it), title(other)),
                _ => {
                    format!("You need a {}: {} for it, {against} for a {}.", title(role), reasons(for_it), title(other))
                }
            }
        }
        None if lead == 0 => "A tie: none of your answers speaks for either role.".into(),
        None => format!("A tie: {} for each role.", reasons(lead)),
    }
}

/// What would break a tie; for a verdict, what could still turn it.
fn would_decide(advice: &Advice, answers: &Answers, open: [usize; 2], unsettled: bool) -> Vec<String> {
    let mut out = Vec::new();
    let open_questions = advice.open.len();
    let even = advice.role.is_none() && open_questions == 0;
    if answers.products.is_some() && answers.situations.get(STARTUP) != Some(&true) && !even {
        out.push("The number of products counts only beside a yes to `startup`, or where all else is even.".into());
    }
    let margin = advice.lead.len().abs_diff(advice.senior.len());
    let against = match advice.role {
        Some("lead") => open[1],
        Some(_) => open[0],
        None => open_questions,
    };
    if unsettled && margin <= 1 + against {
        out.push(
            "For a start-up the number of products decides: one speaks for a Senior, several for a Lead (A11,106,117)."
                .into(),
        );
    }
    let questions =
        if open_questions == 1 { "1 question is".into() } else { format!("{open_questions} questions are") };
    match advice.role {
        None if open_questions > 0 => {
            out.push(format!("{questions} open: {}.", advice.open.join(", ")));
        }
        None if !unsettled => out.push(match answers.products {
            None => "The main difference between the roles is scope: one product speaks for a Senior, several for a Lead (A9,11).".into(),
            Some(n) if n >= SEVERAL => format!("The main difference between the roles is scope, and {n} products point to a Lead (A9,11)."),
            Some(_) => "The main difference between the roles is scope, and one product points to a Senior (A9,11).".into(),
        }),
        Some(_) if against >= margin && open_questions > 0 => {
            out.push(format!("{questions} open, enough to change this: {}.", advice.open.join(", ")));
        }
        _ => {}
    }
    out
}

/// A JSON object as it stands, keys that stand twice included.
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Pairs, D::Error> {
        from.deserialize_map(AsPairs)
    }
}

struct AsPairs;

impl<'de> Visitor<'de> for AsPairs {
    type Value = Pairs;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}
