//! Where rules put what they find: places and spans become those of the finding.

use super::laws::Active;
use super::places::{Places, Reach};
use super::rules::{self, Also, Rule};
use super::text::Text;
use super::{Finding, LawRef, Severity};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Findings of one posting while its rules run.
pub(super) struct Gather<'a> {
    pub(super) text: &'a Text,
    pub(super) places: &'a Places,
    pub(super) laws: Vec<Active>,
    /// Day for which laws are asked.
    pub(super) as_of: Date,
    pub(super) findings: Vec<Finding>,
    /// Findings of each rule so far.
    pub(super) counts: BTreeMap<String, usize>,
}

/// Findings of one rule in one posting; whoever has more needs no more.
const MOST: usize = 100;

impl Gather<'_> {
    /// How far a scope holds, and the places in which it does.
    pub(super) fn reach(&self, scope: &[String]) -> (Reach, Vec<String>) {
        let best = scope.iter().map(|p| self.places.reach(p)).max().unwrap_or(Reach::No);
        if scope.iter().any(|p| p == "all") {
            return (Reach::Sure, vec![]);
        }
        let mut places: Vec<String> = scope
            .iter()
            .filter(|p| self.places.reach(p) == best && best > Reach::No)
            .flat_map(|p| self.places.met(p))
            .collect();
        places.sort();
        places.dedup();
        (best, places)
    }

    /// Adds a finding at a span of the text.
    pub(super) fn add(
        &mut self,
        rule: &Rule,
        severity: Severity,
        span: (usize, usize),
        message: &str,
        suggestion: &str,
        places: Vec<String>,
    ) {
        let (start, end) = self.text.span(span.0, span.1);
        self.add_in_source(rule, severity, (start, end), message, suggestion, places);
    }

    /// Gives the finding just added the law of another place.
    pub(super) fn cite(&mut self, rule: &Rule, law: &Also) {
        if let Some(finding) = self.findings.last_mut().filter(|finding| finding.rule == rule.id) {
            finding.law = Some(law.law.clone());
            finding.source = law.source.url.clone().unwrap_or_else(|| law.source.name.clone());
            finding.effective = law.effective.map(|day| day.to_string());
        }
    }

    /// Takes the law from the finding just added, where it holds in other places only.
    pub(super) fn cite_none(&mut self, rule: &Rule) {
        if let Some(finding) = self.findings.last_mut().filter(|finding| finding.rule == rule.id) {
            finding.law = None;
            finding.source = "good practice; no law of this place is known to us".into();
            finding.effective = None;
        }
    }

    /// Adds a finding at a span of the file.
    pub(super) fn add_in_source(
        &mut self,
        rule: &Rule,
        severity: Severity,
        (start, end): (usize, usize),
        message: &str,
        suggestion: &str,
        places: Vec<String>,
    ) {
        let count = self.counts.entry(rule.id.to_owned()).or_default();
        *count += 1;
        if *count > MOST {
            return;
        }
        let quote = self.text.source.get(start..end).unwrap_or_default().to_owned();
        let shown: String = quote.split_whitespace().collect::<Vec<_>>().join(" ");
        self.findings.push(Finding {
            rule: rule.id.to_owned(),
            severity,
            message: message.replace("{quote}", &shown),
            file: String::new(),
            line: self.text.line_of(start),
            start,
            end,
            quote,
            law: rule.law.clone(),
            places,
            source: rule.source.url.clone().unwrap_or_else(|| rule.source.name.clone()),
            effective: rule.effective.clone(),
            checked_on: rule.checked_on.clone(),
            suggestion: suggestion.to_owned(),
            laws: vec![],
        });
    }

    /// Adds what code found by the rule's own words, at a span of the text; silent where its scope does not reach.
    pub(super) fn say(&mut self, id: &str, severity: Option<Severity>, span: (usize, usize), detail: &str) {
        let Some(rule) = rules::rule(id) else { return };
        let (reach, places) = self.reach(&rule.scope);
        let wanted = severity.unwrap_or(rule.severity);
        let severity = match reach {
            Reach::Sure => wanted,
            Reach::Possible => wanted.min(Severity::Warning),
            Reach::No => return,
        };
        self.add(rule, severity, span, &rule.message.replace("{detail}", detail), &rule.suggestion, places);
    }

    /// Adds what laws ask for: an error where one of them is sure and strict, else what the rule says.
    pub(super) fn say_by_law(&mut self, id: &str, laws: &[Active], span: (usize, usize), detail: &str) {
        let Some(rule) = rules::rule(id) else { return };
        let chosen = strongest(laws);
        let severity =
            if chosen.iter().any(Active::strict) { Severity::Error } else { rule.severity.min(Severity::Warning) };
        let names = listed(&chosen);
        let what = match id {
            "PAY002" => "both ends are required",
            "PAY003" => "a narrower range is required",
            _ => "required",
        };
        let by = match (names.is_empty(), chosen.iter().any(|a| a.sure)) {
            (true, _) => String::new(),
            (false, true) => format!("; {what} in {names}"),
            (false, false) => format!("; {what} if the work may be done in {names}"),
        };
        let mut places: Vec<String> = chosen.iter().flat_map(|a| a.places.clone()).collect();
        places.sort();
        places.dedup();
        self.add(
            rule,
            severity,
            span,
            &rule.message.replace("{detail}", &format!("{detail}{by}")),
            &rule.suggestion,
            places,
        );
        if let (Some(finding), Some(first)) = (self.findings.last_mut().filter(|f| f.rule == rule.id), chosen.first()) {
            let url = |a: &Active| a.law.source.url.clone().unwrap_or_else(|| a.law.source.name.clone());
            finding.law = Some(first.law.id.clone());
            finding.effective = first.law.effective_from.map(|d| d.to_string());
            finding.source = url(first);
            finding.checked_on = first.law.checked_on.clone();
            finding.laws = chosen
                .iter()
                .map(|a| LawRef {
                    id: a.law.id.clone(),
                    citation: a.law.citation.clone(),
                    effective: a.law.effective_from.map(|d| d.to_string()),
                    source: url(a),
                    checked_on: a.law.checked_on.clone(),
                })
                .collect();
        }
    }
}

/// The laws that decide: the sure ones that are in force; without any, those that are possible or proposed.
fn strongest(laws: &[Active]) -> Vec<Active> {
    for wanted in [Active::strict as fn(&Active) -> bool, |a: &Active| a.sure, |_: &Active| true] {
        let chosen: Vec<Active> = laws.iter().filter(|a| wanted(a)).cloned().collect();
        if !chosen.is_empty() {
            return chosen;
        }
    }
    vec![]
}

/// Names of jurisdictions, the first few.
fn listed(laws: &[Active]) -> String {
    const MOST: usize = 4;
    let names: Vec<&str> = laws.iter().map(|a| a.law.jurisdiction.as_str()).collect();
    if names.len() > MOST + 1 {
        return format!("{} and {} more places", names[..MOST].join(", "), names.len() - MOST);
    }
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
