//! A company file by interview: the questions in order, and a company file that grows with the answers.
//!
//! What laws ask for where the company hires is asked first, and each such question names the places that ask.
//! The answers pass the same parser as a file that somebody wrote, one by one, so that what the interview accepts
//! `rolefit post` accepts too. It is a value that takes lines and gives questions; who reads and prints is not its
//! concern.

mod answer;
mod law;

pub use law::Law;

use super::company::{Apply, Company, Pay, Product, Team, Workplace};
use super::words;
use crate::error::Error;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Text,
    Day,
    Currency,
    Amount,
    Count,
    Choice,
    YesNo,
    /// One item a line.
    List,
    /// One site a line.
    Sites,
    /// One step a line, with its minutes.
    Steps,
    /// Areas in one line.
    Areas,
}

impl Kind {
    /// Whether it is asked again until a line is empty.
    fn is_list(self) -> bool {
        matches!(self, Kind::List | Kind::Sites | Kind::Steps)
    }
}

/// One question, as it stands in the data.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    key: String,
    kind: Kind,
    ask: String,
    #[serde(default)]
    why: String,
    example: String,
    #[serde(default)]
    options: Vec<String>,
    /// What a law calls it.
    #[serde(default)]
    topic: Option<String>,
    /// Not asked where all work is done on site.
    #[serde(default)]
    unless_onsite: bool,
    /// Asked only where an amount of pay is known.
    #[serde(default)]
    needs_pay: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    title: String,
    questions: Vec<Question>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "schema and day are for whoever reads the file")]
struct Data {
    schema: String,
    checked_on: String,
    topics: BTreeMap<String, String>,
    parts: Vec<Part>,
}

/// Whether the interview asks about a topic of a law, in a place that it can name.
pub fn can_ask(law: &Law) -> bool {
    law.asks.iter().all(|topic| DATA.topics.contains_key(topic)) && super::places::area_is_known(&law.place)
}

static DATA: LazyLock<Data> = LazyLock::new(|| {
    serde_json::from_str(include_str!("interview/questions.json")).expect("compiled-in questions are parsed by a test")
});

/// A question as it is put to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Heading of the part, at its first question.
    pub part: Option<String>,
    /// The question with half a line that says why it is asked.
    pub prompt: String,
    /// An answer that would do.
    pub example: String,
}

/// Why an answer is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// What was seen.
    pub message: String,
    /// What to write.
    pub help: String,
}

/// An interview under way.
#[derive(Debug)]
pub struct Interview {
    company: Map<String, Value>,
    laws: Vec<Law>,
    today: Date,
    /// The part and the question in it that come next.
    at: (usize, usize),
    /// The last part whose heading was given.
    headed: Option<usize>,
}

impl Interview {
    /// Begins; `today` tells which laws are in force.
    pub fn new(laws: Vec<Law>, today: Date) -> Interview {
        Interview { company: Map::new(), laws, today, at: (0, 0), headed: None }
    }

    /// The next question; none at the end.
    pub fn question(&mut self) -> Option<Asked> {
        let question = loop {
            let question = self.current()?;
            if self.applies(question) {
                break question;
            }
            self.step();
        };
        let part = (self.headed != Some(self.at.0))
            .then(|| format!("{} of {}. {}", self.at.0 + 1, DATA.parts.len(), DATA.parts[self.at.0].title));
        self.headed = Some(self.at.0);
        let begun = self.get(&question.key).is_some();
        let prompt = if begun {
            format!("{}, the next one, or Enter:", question.ask)
        } else {
            match self.why(question) {
                why if why.is_empty() => format!("{}:", question.ask),
                why => format!("{} [{why}]:", question.ask),
            }
        };
        Some(Asked { part, prompt, example: question.example.clone() })
    }

    /// Takes an answer to the current question. What it means comes back where that is worth saying.
    ///
    /// # Errors
    /// A [`Complaint`] for an answer that a company file could not hold; the question stands.
    pub fn answer(&mut self, words: &str) -> Result<Option<String>, Complaint> {
        let Some(question) = self.current() else { return Ok(None) };
        let words: String = words.chars().filter(|c| !c.is_control()).collect();
        let value = answer::understand(question, words.trim())?;
        let mut company = self.company.clone();
        put(&mut company, &question.key, value, question.kind.is_list());
        let parsed = parse(&company)?;
        self.company = company;
        if !question.kind.is_list() {
            self.step();
        }
        Ok(meaning(question, &parsed))
    }

    /// Leaves the question without an answer, or a list as it is.
    pub fn skip(&mut self) {
        self.step();
    }

    /// Goes back to the question before, and forgets its answer. At the first one it stays.
    pub fn back(&mut self) {
        let current = self.current().filter(|q| self.get(&q.key).is_some());
        if current.is_none() {
            let mut at = self.at;
            while let Some(before) = before(at) {
                at = before;
                if self.applies(&DATA.parts[at.0].questions[at.1]) {
                    self.at = at;
                    break;
                }
            }
        }
        let Some(question) = self.current() else { return };
        match question.key.split_once('.') {
            Some((outer, inner)) => {
                if let Some(part) = self.company.get_mut(outer).and_then(Value::as_object_mut) {
                    part.shift_remove(inner);
                    if part.is_empty() {
                        self.company.shift_remove(outer);
                    }
                }
            }
            None => drop(self.company.shift_remove(&question.key)),
        }
    }

    /// Keys with an answer.
    pub fn answered(&self) -> usize {
        let all = DATA.parts.iter().flat_map(|part| &part.questions);
        all.filter(|question| self.get(&question.key).is_some()).count()
    }

    /// Whether the company has no name yet, without which a file is refused.
    pub fn lacks_name(&self) -> bool {
        !self.company.contains_key("name")
    }

    /// The company file: the given keys in the order of the contract; none where nothing was answered.
    pub fn file(&self) -> Option<String> {
        if self.company.is_empty() {
            return None;
        }
        let model = Company {
            product: Some(Product::default()),
            pay: Some(Pay::default()),
            team: Some(Team::default()),
            apply: Some(Apply::default()),
            ..Company::default()
        };
        let model = serde_json::to_value(model).expect("a company is plain data");
        let ordered = ordered(&Value::Object(self.company.clone()), &model);
        Some(serde_json::to_string_pretty(&ordered).expect("values are plain data") + "\n")
    }

    fn current(&self) -> Option<&'static Question> {
        DATA.parts.get(self.at.0).and_then(|part| part.questions.get(self.at.1))
    }

    fn step(&mut self) {
        self.at.1 += 1;
        if DATA.parts.get(self.at.0).is_some_and(|part| self.at.1 >= part.questions.len()) {
            self.at = (self.at.0 + 1, 0);
        }
    }

    fn applies(&self, question: &Question) -> bool {
        let onsite = self.get("workplace").and_then(Value::as_str) == Some("onsite");
        let paid = self.get("pay.min").or_else(|| self.get("pay.max")).is_some();
        !(question.unless_onsite && onsite || question.needs_pay && !paid)
    }

    fn get(&self, key: &str) -> Option<&Value> {
        match key.split_once('.') {
            Some((outer, inner)) => self.company.get(outer)?.get(inner),
            None => self.company.get(key),
        }
    }

    /// Half a line: the places whose laws ask for it, else our own reason.
    fn why(&self, question: &Question) -> String {
        let asking = question.topic.as_deref().and_then(|topic| {
            let company = parse(&self.company).ok()?;
            law::asking(&self.laws, topic, &company, self.today)
        });
        asking.unwrap_or_else(|| question.why.clone())
    }
}

/// The place before a place.
fn before((part, question): (usize, usize)) -> Option<(usize, usize)> {
    match (part, question) {
        (0, 0) => None,
        (part, 0) => Some((part - 1, DATA.parts[part - 1].questions.len() - 1)),
        (part, question) => Some((part, question - 1)),
    }
}

/// The company so far; while the name is missing, any other fault still shows.
fn parse(company: &Map<String, Value>) -> Result<Company, Complaint> {
    let mut company = company.clone();
    company.entry("name").or_insert_with(|| Value::from("the company"));
    let json = Value::Object(company).to_string();
    Company::parse(&json, "answer").map_err(|error| match error {
        Error::Data { message, help, .. } => Complaint { message, help: help.unwrap_or_default() },
        other => Complaint { message: other.to_string(), help: String::new() },
    })
}

/// Puts a value at a key; a list grows by it.
fn put(company: &mut Map<String, Value>, key: &str, value: Value, list: bool) {
    if let Some((outer, inner)) = key.split_once('.') {
        let part = company.entry(outer).or_insert_with(|| Value::Object(Map::new()));
        if let Some(part) = part.as_object_mut() {
            part.insert(inner.into(), value);
        }
        return;
    }
    if !list {
        company.insert(key.into(), value);
    } else if let Some(items) = company.entry(key).or_insert_with(|| Value::Array(Vec::new())).as_array_mut() {
        items.push(value);
    }
}

/// What the posting makes of an answer.
fn meaning(question: &Question, company: &Company) -> Option<String> {
    match question.key.as_str() {
        "locations" => company.locations.last().and_then(words::site),
        "remote_from" => {
            let names: Vec<String> = company.remote_from.iter().map(|c| super::places::area_name(c)).collect();
            Some(names.join("; "))
        }
        "pay.max" | "pay.currency" | "pay.period" => {
            let pay = company.pay.as_ref().and_then(words::pay)?;
            Some(format!("the posting will say: {pay}"))
        }
        "deadline" | "posted" | "start" => {
            let day = match question.key.as_str() {
                "deadline" => &company.deadline,
                "posted" => &company.posted,
                _ => &company.start,
            };
            day.as_deref().and_then(|d| d.parse().ok()).map(words::day)
        }
        "workplace" => company.workplace.filter(|w| *w == Workplace::Remote).map(|_| "remote, wholly".to_owned()),
        _ => None,
    }
}

/// A value with its keys in the order of a model.
fn ordered(value: &Value, model: &Value) -> Value {
    let (Value::Object(value), Value::Object(model)) = (value, model) else { return value.clone() };
    let known = model.iter().filter_map(|(key, inner)| Some((key.clone(), ordered(value.get(key)?, inner))));
    Value::Object(known.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_an_answer() {
        let mut interview = Interview::new(vec![], "2027-12-31".parse().unwrap());
        let mut asked = Vec::new();
        while let Some(question) = interview.question() {
            assert!(!asked.contains(&question.prompt), "{}", question.prompt);
            let key = interview.current().unwrap().key.clone();
            interview.answer(&question.example).unwrap_or_else(|c| panic!("{key}: {c:?}"));
            if interview.current().is_some_and(|q| q.key == key) {
                interview.skip();
            }
            asked.push(question.prompt);
        }
        let all: usize = DATA.parts.iter().map(|p| p.questions.len()).sum();
        assert_eq!((asked.len(), interview.answered()), (all, all));
        assert!(Company::parse(&interview.file().unwrap(), "x").is_ok());
    }

    #[test]
    fn every_key_of_a_company_file_is_asked_for_or_left_to_the_file() {
        let model = serde_json::to_value(Company::default()).unwrap();
        let asked: Vec<&str> =
            DATA.parts.iter().flat_map(|p| &p.questions).map(|q| q.key.split('.').next().unwrap()).collect();
        let left: Vec<&String> = model.as_object().unwrap().keys().filter(|k| !asked.contains(&k.as_str())).collect();
        assert_eq!(left, ["logo", "requirements"]);
    }
}
