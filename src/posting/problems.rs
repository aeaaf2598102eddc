//! What a posting lacks or says at odds with itself, found before anybody publishes it.
//!
//! The command prints these on standard error and publishes all the same. They name the keys of the company file; how
//! the words read and what the law asks for is for lint.

use super::Posting;
use super::company::Workplace;

/// Remarks for the writer, most important first.
pub fn problems(posting: &Posting) -> Vec<String> {
    let mut out = Vec::new();
    let data = &posting.data;
    match &data.pay {
        None => out.push("`pay` is missing, so the posting states no pay".into()),
        Some(pay) => {
            let lacks: Vec<&str> = [
                ("currency", pay.currency.is_none()),
                ("min", pay.min.is_none()),
                ("max", pay.max.is_none()),
                ("period", pay.period.is_none()),
            ]
            .into_iter()
            .filter_map(|(key, missing)| missing.then_some(key))
            .collect();
            if !lacks.is_empty() {
                out.push(format!("`pay` lacks {}, so search engines get no salary", lacks.join(", ")));
            }
        }
    }
    let somewhere = data.locations.iter().any(|l| l.country.is_some());
    match data.workplace {
        Some(Workplace::Remote) if data.remote_from.is_empty() && !somewhere => {
            out.push(
                "`remote_from` and `locations` are missing, so nobody knows where a remote person may live".into(),
            );
        }
        Some(Workplace::Remote) => {}
        _ if !somewhere => out.push("`locations` names no country, so search engines will refuse the posting".into()),
        _ => {}
    }
    if posting.apply.as_ref().is_none_or(|a| a.link.is_none() && a.email.is_none() && a.how.is_empty()) {
        out.push("`apply` is missing, so nobody knows how to apply".into());
    }
    for (key, link) in [
        ("website", posting.company.website.as_ref()),
        ("apply.url", posting.apply.as_ref().and_then(|a| a.link.as_ref())),
    ] {
        if link.is_some_and(|l| l.href.is_none()) {
            out.push(format!("`{key}` is no http, https or mailto address, so it is shown as text"));
        }
    }
    out
}
