//! PAY001-007 and 010: what pay laws ask for, and whether the pay that is stated adds up.

use super::gather::Gather;
use super::laws::{Active, Must};
use super::pay::{PLAINLY_YEARLY, Pay, Period};
use super::stated::Stated;
use super::text::Text;
use super::words::first_in;
use super::{Severity, rules};
use serde_json::Value;
use std::collections::BTreeSet;

/// Spread in percent of the least amount above which any range is called wide.
const WIDE: u64 = 50;

/// Runs the rules.
pub(super) fn check(text: &Text, stated: &Stated, out: &mut Gather<'_>) {
    let none = !stated.meets(Must::Range, text);
    if none {
        let words = empty_words(text);
        let laws = asking(out, Must::Range);
        let detail = if words.is_some() { " (words like \"competitive\" are no amount)" } else { "" };
        out.say_by_law("PAY001", &laws, (0, 0), detail);
        if let Some(span) = words {
            let laws = asking(out, Must::ClosedRange);
            out.say_by_law("PAY002", &laws, span, " and names no amount");
        }
    }
    for pay in &stated.pays {
        if pay.open {
            let laws = asking(out, Must::ClosedRange);
            out.say_by_law("PAY002", &laws, (pay.start, pay.end), "");
        }
    }
    spread(stated, out);
    for (id, must) in [
        ("PAY004", Must::Benefits),
        ("PAY005", Must::OtherPay),
        ("PAY006", Must::Deadline),
        ("PAY010", Must::HowToApply),
    ] {
        // without any place only pay itself is worth a word
        let laws = if out.places.codes.is_empty() { vec![] } else { asking(out, must) };
        if !laws.is_empty() && !stated.meets(must, text) {
            let rolling = if id == "PAY006" && stated.says("rolling") { "; \"rolling\" is no day" } else { "" };
            let before = out.findings.len();
            out.say_by_law(id, &laws, (0, 0), rolling);
            // the table asks for no more than a warning where other pay is not named
            if id == "PAY005" {
                out.findings[before..].iter_mut().for_each(|f| f.severity = Severity::Warning);
            }
        }
    }
    adds_up(text, stated, out);
}

fn asking(out: &Gather<'_>, must: Must) -> Vec<Active> {
    out.laws.iter().filter(|a| a.asks(must)).cloned().collect()
}

/// "Competitive salary" and the like, where no amount is stated; also "DOE" where it stands for pay.
fn empty_words(text: &Text) -> Option<(usize, usize)> {
    for row in &text.rows {
        let lower = text.row(row).to_ascii_lowercase();
        if let Some((from, to)) = first_in("empty-pay", &lower) {
            return Some((row.start + from, row.start + to));
        }
        let pay = || ["salary", "pay", "compensation", "rate"].iter().any(|w| lower.contains(w));
        if let Some(at) = text.row(row).find("DOE").filter(|_| pay()) {
            return Some((row.start + at, row.start + at + "DOE".len()));
        }
    }
    None
}

fn spread(stated: &Stated, out: &mut Gather<'_>) {
    for pay in &stated.pays {
        let (Some(min), Some(max)) = (pay.min, pay.max) else { continue };
        if min == 0 || max <= min {
            continue;
        }
        let percent = (max - min) * 100 / min;
        let width = (max - min) / 100;
        let breaks = |a: &Active| {
            a.law.max_spread.as_ref().is_some_and(|s| {
                s.percent.is_some_and(|most| percent > most)
                    || s.amount.is_some_and(|most| {
                        let dollars = pay.currency.is_none() || pay.currency == Some("USD") && !a.sure;
                        let own = pay.currency == s.currency.as_deref() || dollars;
                        width > most
                            && own
                            && pay.period != Some(Period::Hour)
                            && s.unless_above.is_none_or(|free| max / 100 <= free)
                    })
            })
        };
        let laws: Vec<Active> = out.laws.iter().filter(|a| a.sure && breaks(a)).cloned().collect();
        let span = (pay.start, pay.end);
        if laws.is_empty() {
            if percent > WIDE {
                out.say("PAY003", None, span, &format!("{percent} % wide (from the least amount)"));
            }
        } else {
            let proposed = laws.iter().all(|a| !a.strict());
            let note = if proposed { " (a proposed rule, not adopted when read)" } else { "" };
            out.say_by_law("PAY003", &laws, span, &format!("{percent} % wide, {width} between its ends{note}"));
        }
    }
}

/// PAY007: parts that are missing, ends that are swapped, data that says something else.
fn adds_up(text: &Text, stated: &Stated, out: &mut Gather<'_>) {
    let line = |pay: &Pay| text.rows.partition_point(|row| row.start <= pay.start);
    let timed: BTreeSet<usize> = stated.pays.iter().filter(|pay| pay.period.is_some()).map(line).collect();
    for pay in &stated.pays {
        let span = (pay.start, pay.end);
        if let (Some(min), Some(max)) = (pay.min, pay.max)
            && min > max
        {
            out.say("PAY007", None, span, "the least amount is above the most");
        }
        let amount = pay.max.or(pay.min).unwrap_or(0);
        match (pay.currency, pay.period) {
            (None, _) => out.say("PAY007", Some(Severity::Warning), span, "the currency is missing"),
            // "The scale is $84,000 to $104,000 per year, and we hire between $88,000 and $98,000"
            // an open end is told by PAY002, and a yearly amount needs no more
            (_, None) if timed.contains(&line(pay)) || pay.open && amount >= PLAINLY_YEARLY => {}
            (_, None) if amount >= PLAINLY_YEARLY => {
                out.say(
                    "PAY007",
                    Some(Severity::Warning),
                    span,
                    "the period is missing; readers will take it as a year",
                );
            }
            (_, None) => out.say("PAY007", None, span, "the period is missing: per hour, month or year?"),
            _ => {}
        }
    }
    for job in &text.jobs {
        differs(&job.value, text, &stated.pays, out);
    }
}

/// A visible range and the one in the data, both whole.
fn differs(job: &Value, text: &Text, pays: &[Pay], out: &mut Gather<'_>) {
    let value = &job["baseSalary"]["value"];
    let amount =
        |key: &str| value[key].as_f64().or_else(|| value["value"].as_f64()).map(|a| (a * 100.0).round() as u64);
    let (Some(min), Some(max)) = (amount("minValue"), amount("maxValue")) else { return };
    let whole: Vec<&Pay> = pays.iter().filter(|p| !p.open).collect();
    if whole.is_empty() || whole.iter().any(|p| p.min == Some(min) && p.max == Some(max)) {
        return;
    }
    let Some(rule) = rules::rule("PAY007") else { return };
    let message = rule.message.replace(
        "{detail}",
        &format!("the structured data says {} to {}, the posting \"{{quote}}\"", min / 100, max / 100),
    );
    let span = (whole[0].start, whole[0].end);
    debug_assert!(span.1 <= text.text.len());
    out.add(rule, Severity::Error, span, &message, &rule.suggestion, vec![]);
}
