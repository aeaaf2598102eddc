//! Findings as SARIF 2.1.0, which code hosts and editors read. Rules carry the same ids as everywhere.

use crate::lint::rules::{self, Rule};
use crate::lint::{Finding, Report, Severity};
use crate::report::escape;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The report as one JSON object, ended by a line end; `sources` are the texts that spans index, by file.
pub fn render(report: &Report, sources: &[(String, String)]) -> String {
    let used: BTreeSet<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    let described: Vec<Value> = used.iter().filter_map(|id| rules::rule(id)).map(rule).collect();
    let results: Vec<Value> = report.findings.iter().map(|f| result(f, sources)).collect();
    let mut properties = json!({"asOf": report.as_of, "places": report.places, "suppressed": report.suppressed});
    if !report.matrix.is_empty() {
        properties["matrix"] = json!(report.matrix);
    }
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "rolefit", "version": env!("CARGO_PKG_VERSION"), "rules": described}},
            "columnKind": "unicodeCodePoints",
            "properties": properties,
            "results": results,
        }],
    });
    let mut out = escape::json(&serde_json::to_string_pretty(&log).unwrap_or_default().replace('\u{7f}', "\\u007f"));
    // the escape of a line end belongs inside strings only
    out = out.replace("\\u000a", "\n");
    out.push('\n');
    out
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn rule(rule: &Rule) -> Value {
    let mut out = json!({
        "id": rule.id,
        "name": rule.title,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.reason},
        "help": {"text": rule.suggestion},
        "defaultConfiguration": {"level": level(rule.severity)},
    });
    if let Some(url) = &rule.source.url {
        out["helpUri"] = url.clone().into();
    }
    out
}

fn result(finding: &Finding, sources: &[(String, String)]) -> Value {
    let source =
        sources.iter().find(|(file, _)| *file == finding.file).map(|(_, text)| text.as_str()).unwrap_or_default();
    let column = |at: usize| {
        let line = source.get(..at).unwrap_or_default();
        line[line.rfind('\n').map_or(0, |n| n + 1)..].chars().count() + 1
    };
    let end_line = finding.line + finding.quote.matches('\n').count();
    let region = json!({
        "startLine": finding.line,
        "startColumn": column(finding.start),
        "endLine": end_line,
        "endColumn": column(finding.end),
        "byteOffset": finding.start,
        "byteLength": finding.end - finding.start,
    });
    json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": format!("{}. {}", finding.message, finding.suggestion)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(&finding.file)}, "region": region}}],
        "properties": {"law": finding.law, "places": finding.places, "effective": finding.effective, "checkedOn": finding.checked_on, "source": finding.source},
    })
}

/// A path as a relative reference: what may not stand in one is written in percent.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => out.push(char::from(byte)),
            b'\\' => out.push('/'),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}
