//! A file's bytes -> [`Text`]: which kind of posting it is, and how data is laid out as the posting it stands for.

use super::json_spans::{Node, NodeKind};
use super::places;
use super::text::{Form, Job, Laid, Text};
use crate::document::{self, Format, LineKind};
use crate::error::{Error, Result};
use crate::posting::company::{Pay, Period};
use crate::posting::{Company, Posting, SCHEMA};
use serde_json::Value;

/// Keys of which a company file has at least one beside `name`.
const COMPANY_KEYS: [&str; 18] = [
    "about",
    "website",
    "product",
    "portfolio",
    "locations",
    "workplace",
    "pay",
    "benefits",
    "apply",
    "equal_opportunity",
    "employment_type",
    "requirements",
    "deadline",
    "posted",
    "interview",
    "openings",
    "requisition",
    "employees",
];

/// Reads a posting; `name` is the file's name in messages.
///
/// # Errors
/// What the reader of documents says; [`Error::Data`] for a company file with a fault; [`Error::UnknownFormat`] for
/// JSON that is no posting.
pub fn open(bytes: &[u8], name: &str) -> Result<Text> {
    if let Some(json) = as_json(bytes)
        && let Ok(value) = serde_json::from_str::<Value>(json)
    {
        return from_json(json, value, name);
    }
    let document = document::read(bytes)?;
    let mut text = Text::page(&document);
    text.jobs_of(&document.json_ld);
    if document.format == Format::Html {
        text.comments = comments(&String::from_utf8_lossy(bytes));
    }
    Ok(text)
}

/// The text of bytes that look like JSON.
fn as_json(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.trim_start().starts_with(['{', '[']).then_some(text)
}

/// The comments of a page, which its text does not have.
fn comments(html: &str) -> Vec<String> {
    html.split("<!--").skip(1).filter_map(|rest| Some(rest.split_once("-->")?.0.trim().to_owned())).collect()
}

fn from_json(json: &str, value: Value, name: &str) -> Result<Text> {
    let root = Node::parse(json);
    let found = job_posting(&value, "", DEEPEST);
    if let (Some((job, path)), Some(root)) = (found, &root) {
        let node = root.at(&path).unwrap_or(root);
        let mut text = lay_job(json, node);
        text.stated = places::of_job(job);
        text.jobs.push(Job { value: job.clone(), whole: true });
        text.node = Some(node.clone());
        return Ok(text);
    }
    let company = value.get("name").is_some() && COMPANY_KEYS.iter().any(|k| value.get(k).is_some());
    match root {
        Some(root) if value["schema"] == SCHEMA => Ok(lay_model(json, &root, &value)),
        Some(root) if company => {
            let company = Company::parse(json, name)?;
            let mut text = lay_company(json, &root, &company);
            text.stated = places::of_company(&company);
            text.node = Some(root);
            Ok(text)
        }
        _ => Err(Error::UnknownFormat {
            found: "a JSON file that is neither a JobPosting nor a company file nor a posting of `rolefit post`".into(),
        }),
    }
}

/// Levels of @graph and lists that are looked into.
const DEEPEST: usize = 4;

/// The JobPosting in a value, and the path to it.
fn job_posting<'a>(value: &'a Value, path: &str, depth: usize) -> Option<(&'a Value, String)> {
    let kind = &value["@type"];
    if kind == "JobPosting" || kind.as_array().is_some_and(|k| k.iter().any(|k| k == "JobPosting")) {
        return Some((value, path.to_owned()));
    }
    let (items, path) = match (value.as_array(), value["@graph"].as_array()) {
        (Some(items), _) => (items, path.to_owned()),
        (None, Some(items)) => (items, format!("{path}.@graph")),
        (None, None) => return None,
    };
    if depth == 0 {
        return None;
    }
    items.iter().enumerate().find_map(|(i, v)| job_posting(v, &format!("{path}.{i}"), depth - 1))
}

impl Text {
    /// Takes the JobPostings of a page.
    fn jobs_of(&mut self, blocks: &[String]) {
        for block in blocks {
            match serde_json::from_str::<Value>(block) {
                Ok(value) => {
                    if let Some((job, _)) = job_posting(&value, "", DEEPEST) {
                        let stated = places::of_job(job);
                        self.stated.places.extend(stated.places);
                        self.stated.remote.extend(stated.remote);
                        self.stated.employees = self.stated.employees.or(stated.employees);
                        self.jobs.push(Job { value: job.clone(), whole: false });
                    }
                }
                Err(_) => self.broken += 1,
            }
        }
    }
}

/// Lays out lines of a kind from texts; a text of several lines becomes several.
fn lines(out: &mut Laid, node: &Node, kind: LineKind) {
    for item in node.items() {
        for (c, start, end) in item.chars() {
            if *c == '\n' {
                out.end_line(kind);
            } else {
                out.push(*c, *start, *end);
            }
        }
        if !out.at_line_start() {
            out.end_line(kind);
        }
    }
}

fn heading(out: &mut Laid, words: &str, node: &Node) {
    if !out.at_line_start() {
        out.end_line(LineKind::Plain);
    }
    out.push_for(words, node.start, node.end);
    out.end_line(LineKind::Heading);
}

/// A sentence of ours that stands for a value.
fn fact(out: &mut Laid, words: &str, node: &Node) {
    out.push_for(words, node.start, node.end);
    out.end_line(LineKind::Plain);
}

/// A JobPosting as a page: title, description, then what only the data says.
fn lay_job(json: &str, job: &Node) -> Text {
    let mut out = Laid::default();
    if let Some(title) = job.get("title") {
        lines(&mut out, title, LineKind::Heading);
    }
    if let Some(description) = job.get("description") {
        lay_html(&mut out, description.chars());
    }
    let parts = [
        ("About us", "employerOverview", LineKind::Plain),
        ("Responsibilities", "responsibilities", LineKind::Bullet),
        ("Qualifications", "qualifications", LineKind::Bullet),
        ("Benefits", "jobBenefits", LineKind::Bullet),
        ("Pay", "incentiveCompensation", LineKind::Plain),
    ];
    // what the description says already is not said twice
    let shown = out.as_str().to_lowercase();
    for (title, key, kind) in parts {
        let Some(node) = job.get(key) else { continue };
        let first = node.items().first().map(|n| n.text().to_lowercase()).unwrap_or_default();
        let first = first.lines().next().unwrap_or_default().trim().to_owned();
        if !first.is_empty() && !shown.contains(&first) {
            heading(&mut out, title, node);
            lines(&mut out, node, kind);
        }
    }
    out.finish(Form::JobPosting, json.to_owned())
}

/// A description in HTML as lines; it is a fragment of a few known tags, so it needs no page reader.
fn lay_html(out: &mut Laid, chars: &[(char, usize, usize)]) {
    let mut at = 0;
    let mut kind = LineKind::Plain;
    let mut strong = false;
    while let Some(&(c, start, end)) = chars.get(at) {
        at += 1;
        match c {
            '<' => {
                let length = chars[at..].iter().position(|(c, _, _)| *c == '>').unwrap_or(chars.len() - at);
                let tag: String = chars[at..at + length].iter().map(|(c, _, _)| c.to_ascii_lowercase()).collect();
                at = (at + length + 1).min(chars.len());
                let name = tag.trim_start_matches('/').split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                let closes = tag.starts_with('/');
                match name {
                    "strong" | "b" if !closes && out.at_line_start() => strong = true,
                    "p" | "br" | "ul" | "ol" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                        if !out.at_line_start() {
                            let heads = strong || (name.starts_with('h') && closes);
                            out.end_line(if heads { LineKind::Heading } else { kind });
                        }
                        strong = false;
                        kind = if name == "li" && !closes { LineKind::Bullet } else { LineKind::Plain };
                    }
                    "strong" | "b" => {
                        // bold words with text behind them are no heading
                        let next = chars.get(at).map_or('<', |(c, _, _)| *c);
                        strong &= next == '<' || next == '\n';
                    }
                    _ => {}
                }
            }
            '&' => {
                const LONGEST: usize = 8;
                let name: String =
                    chars[at..].iter().take(LONGEST).map(|(c, _, _)| *c).take_while(|c| *c != ';').collect();
                let plain = match name.as_str() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "#39" | "apos" | "rsquo" | "lsquo" => '\'',
                    "nbsp" | "#160" => ' ',
                    "ndash" | "#8211" => '–',
                    "mdash" => '—',
                    _ => {
                        out.push('&', start, end);
                        continue;
                    }
                };
                at += name.chars().count() + 1;
                let last = chars.get(at - 1).map_or(end, |(_, _, e)| *e);
                out.push(plain, start, last);
            }
            '\n' => {
                if !out.at_line_start() {
                    out.end_line(if strong { LineKind::Heading } else { kind });
                }
            }
            c => out.push(c, start, end),
        }
    }
    if !out.at_line_start() {
        out.end_line(kind);
    }
}

/// A company file as the posting that it will be a part of: only the company's own words and facts.
fn lay_company(json: &str, root: &Node, company: &Company) -> Text {
    let mut out = Laid::default();
    let sections: [(&str, &[&str], LineKind); 10] = [
        ("About us", &["about", "industry"], LineKind::Plain),
        ("The product", &["product.about", "product.users"], LineKind::Plain),
        ("Your portfolio", &["portfolio"], LineKind::Bullet),
        ("Your first year", &["outcomes"], LineKind::Bullet),
        ("Team and reporting line", &["team.about"], LineKind::Plain),
        ("Benefits", &["benefits"], LineKind::Bullet),
        ("Location", &["time_zones", "hours", "travel"], LineKind::Plain),
        ("How to apply", &["apply.how"], LineKind::Plain),
        ("Accommodation", &["accommodation"], LineKind::Plain),
        ("Equal opportunity", &["equal_opportunity"], LineKind::Plain),
    ];
    for (title, keys, kind) in sections {
        for (index, node) in keys.iter().filter_map(|k| root.at(k)).enumerate() {
            if index == 0 {
                heading(&mut out, title, node);
            }
            lines(&mut out, node, kind);
        }
    }
    if let Some(added) = root.at("requirements.add") {
        for (title, preferred) in [("Required qualifications", false), ("Preferred qualifications", true)] {
            let of = |n: &&Node| (n.get("importance").map(Node::text).as_deref() == Some("preferred")) == preferred;
            let texts: Vec<&Node> = added.items().iter().filter(of).filter_map(|n| n.get("text")).collect();
            if let Some(first) = texts.first() {
                heading(&mut out, title, first);
                texts.iter().for_each(|text| lines(&mut out, text, LineKind::Bullet));
            }
        }
    }
    if let Some(NodeKind::Object(changed)) = root.at("requirements.change").map(|n| &n.kind) {
        let texts: Vec<&Node> = changed.iter().filter_map(|(_, n)| n.get("text")).collect();
        if let Some(first) = texts.first() {
            heading(&mut out, "Required qualifications", first);
            texts.iter().for_each(|text| lines(&mut out, text, LineKind::Bullet));
        }
    }
    if let Some(pay) = &company.pay {
        lay_pay(&mut out, root, pay);
    }
    for (key, words) in [
        ("apply.url", "Apply online: "),
        ("apply.email", "By e-mail: "),
        ("deadline", "The last day to apply is "),
        ("reports_to", "You will report to "),
        ("level", "Level: "),
        ("employment_type", "Employment: "),
        ("start", "Start: "),
    ] {
        if let Some(node) = root.at(key) {
            fact(&mut out, &format!("{words}{}", node.text().replace('_', " ")), node);
        }
    }
    if let Some(node) = root.get("interview") {
        heading(&mut out, "Interviews", node);
        node.items().iter().filter_map(|n| n.get("step")).for_each(|n| lines(&mut out, n, LineKind::Bullet));
    }
    if let Some(node) = root.get("vacancy").filter(|n| json.get(n.start..n.end) != Some("null")) {
        heading(&mut out, "Vacancy", node);
        let exists = &json[node.start..node.end] == "true";
        fact(
            &mut out,
            if exists {
                "This posting is for a vacancy that exists now."
            } else {
                "This posting is for no existing vacancy."
            },
            node,
        );
    }
    if let Some(node) = root.get("ai_screening").filter(|n| &json[n.start..n.end] == "true") {
        heading(&mut out, "How applications are screened", node);
        fact(&mut out, "We use artificial intelligence to help screen applicants.", node);
    }
    out.finish(Form::Company, json.to_owned())
}

/// Pay as a posting prints it.
fn lay_pay(out: &mut Laid, root: &Node, pay: &Pay) {
    let Some(node) = root.get("pay") else { return };
    heading(out, "Pay", node);
    let amount = |a: f64| format!("{} {a}", pay.currency.as_deref().unwrap_or_default());
    let range = match (pay.min, pay.max) {
        (Some(min), Some(max)) if min == max => Some(amount(min)),
        (Some(min), Some(max)) => Some(format!("{} to {}", amount(min), amount(max))),
        (Some(min), None) => Some(format!("from {}", amount(min))),
        (None, Some(max)) => Some(format!("up to {}", amount(max))),
        (None, None) => None,
    };
    if let Some(range) = range {
        let period = match pay.period {
            Some(Period::Year) => " per year",
            Some(Period::Month) => " per month",
            Some(Period::Week) => " per week",
            Some(Period::Day) => " per day",
            Some(Period::Hour) => " per hour",
            None => "",
        };
        fact(out, &format!("The pay for this role is {range}{period}."), node);
    }
    for (key, label) in [("bonus", "Bonus: "), ("commission", "Commission: "), ("equity", "Equity: ")] {
        if let Some(node) = node.get(key) {
            out.push_for(label, node.start, node.end);
            lines(out, node, LineKind::Plain);
        }
    }
}

/// rolefit's own model as the page that it becomes.
fn lay_model(json: &str, root: &Node, value: &Value) -> Text {
    let mut out = Laid::default();
    let shown = |out: &mut Laid, title: &str, path: &str, inner: &str, kind: LineKind| {
        let Some(node) = root.at(path).filter(|n| !n.items().is_empty()) else { return };
        if !title.is_empty() {
            heading(out, title, node);
        }
        for item in node.items() {
            if let Some(label) = item.get("label").filter(|_| inner == "text") {
                out.push_for(&format!("{}: ", label.text()), label.start, label.end);
            }
            lines(out, if inner.is_empty() { item } else { item.get(inner).unwrap_or(item) }, kind);
        }
    };
    use LineKind::{Bullet, Heading, Plain};
    for (title, path, inner, kind) in [
        ("", "title", "", Heading),
        ("", "headline", "", Plain),
        ("", "glance", "text", Plain),
        ("About us", "company.paragraphs", "", Plain),
        ("The product", "product.paragraphs", "", Plain),
        ("Your portfolio", "portfolio", "", Bullet),
        ("What you will do", "duties", "text", Bullet),
        ("Your first year", "outcomes", "", Bullet),
        ("Team and reporting line", "team", "", Plain),
        ("Required qualifications", "required", "text", Bullet),
        ("Preferred qualifications", "preferred", "text", Bullet),
        ("What you do not need", "not_needed", "text", Bullet),
        ("Pay", "pay.text", "", Plain),
        ("", "pay.other", "text", Plain),
        ("Benefits", "benefits", "", Bullet),
        ("Place and working time", "place.sentences", "", Plain),
        ("", "place.facts", "text", Plain),
        ("Interviews", "interview.steps", "text", Bullet),
        ("How to apply", "apply.how", "", Plain),
        ("", "apply.link.text", "", Plain),
        ("", "apply.email.text", "", Plain),
        ("", "apply.deadline", "", Plain),
    ] {
        shown(&mut out, title, path, inner, kind);
    }
    for notice in root.get("notices").map(Node::items).unwrap_or_default() {
        if let (Some(label), Some(words)) = (notice.get("label"), notice.get("text")) {
            heading(&mut out, &label.text(), label);
            lines(&mut out, words, Plain);
        }
    }
    let mut text = out.finish(Form::Model, json.to_owned());
    if let Ok(posting) = serde_json::from_value::<Posting>(value.clone()) {
        text.stated = places::of_model(&posting.data);
    }
    text
}
