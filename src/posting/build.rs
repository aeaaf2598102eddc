//! Role + company -> [`Posting`]. One small function for each part; a part without facts is not there.

use super::company::{Company, Workplace, validate};
use super::*;
use crate::error::Result;
use crate::role::{Role, When};
use jiff::civil::Date;

/// Makes the posting; `posted` is the day it is published.
///
/// # Errors
/// As [`apply`].
pub fn build(role: &Role, company: &Company, posted: Date) -> Result<Posting> {
    let role = apply(role, company)?;
    let posted = company.posted.as_deref().and_then(|d| d.parse().ok()).unwrap_or(posted);
    Ok(Posting {
        schema: SCHEMA.into(),
        lang: "en".into(),
        role: role.id.clone(),
        title: role.title.clone(),
        headline: headline(&role, company),
        company: About {
            name: company.name.clone(),
            paragraphs: paragraphs(company.about.as_deref()),
            website: company.website.as_deref().map(words::link),
        },
        glance: glance(company, posted),
        product: product(company),
        portfolio: portfolio(&role, company).to_vec(),
        summary: role.summary.clone(),
        duties: duties(&role, company),
        outcomes: company.outcomes.clone(),
        team: team(company),
        required: asked(&role, Importance::Required),
        preferred: asked(&role, Importance::Preferred),
        not_needed: role.not_needed.iter().map(|n| Item { id: n.id.clone(), text: n.text.clone() }).collect(),
        pay: pay(company),
        benefits: company.benefits.clone(),
        place: place(company),
        interview: interview(company),
        apply: how_to_apply(company),
        notices: notices(company),
        data: data(company, posted),
    })
}

fn labelled(id: &str, label: &str, text: impl Into<String>) -> Labelled {
    Labelled { id: id.into(), label: label.into(), text: text.into() }
}

fn paragraphs(text: Option<&str>) -> Vec<String> {
    text.map(|t| t.split("\n\n").map(words::sentence).collect()).unwrap_or_default()
}

fn headline(role: &Role, company: &Company) -> String {
    let article = if role.title.starts_with(['A', 'E', 'I', 'O', 'U', 'a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    let product = company.product.as_ref().and_then(|p| p.name.as_ref());
    let whole = match (portfolio(role, company), product) {
        ([], Some(product)) => format!(" for {product}"),
        // several products have a list of their own
        _ => String::new(),
    };
    words::sentence(&format!("{} is hiring {article} {}{whole}", company.name, role.title))
}

/// The products of a role that looks after several.
fn portfolio<'a>(role: &Role, company: &'a Company) -> &'a [String] {
    if role.single_product { &[] } else { &company.portfolio }
}

fn glance(company: &Company, posted: Date) -> Vec<Labelled> {
    let sites: Vec<String> = company.locations.iter().filter_map(words::site).collect();
    let deadline =
        company.deadline.as_deref().map(|d| d.parse().map_or_else(|_| "Open until filled".into(), words::day));
    let facts = [
        ("location", "Location", (!sites.is_empty()).then(|| sites.join("; "))),
        ("workplace", "Workplace", company.workplace.map(|w| words::workplace(w).to_owned())),
        ("employment", "Employment", company.employment_type.map(|e| words::employment(e).to_owned())),
        ("pay", "Pay", company.pay.as_ref().and_then(words::pay)),
        ("level", "Level", company.level.clone()),
        ("start", "Start", company.start.clone().map(|s| s.parse().map_or(s, words::day))),
        ("openings", "Openings", company.openings.map(|n| n.to_string())),
        ("industry", "Industry", company.industry.clone()),
        (
            "employees",
            "Company size",
            company.employees.map(|n| if n == 1 { "1 person".into() } else { format!("{n} people") }),
        ),
        ("requisition", "Reference", company.requisition.clone()),
        ("posted", "Posted", Some(words::day(posted))),
        ("deadline", "Apply by", deadline),
    ];
    facts.into_iter().filter_map(|(id, label, text)| Some(labelled(id, label, text?))).collect()
}

fn product(company: &Company) -> Option<ProductPart> {
    let product = company.product.as_ref()?;
    let facts = [("users", "Users", &product.users), ("stage", "Stage", &product.stage)];
    let part = ProductPart {
        name: product.name.clone(),
        paragraphs: paragraphs(product.about.as_deref()),
        facts: facts
            .into_iter()
            .filter_map(|(id, label, t)| Some(labelled(id, label, words::sentence(t.as_ref()?))))
            .collect(),
    };
    (!part.paragraphs.is_empty() || !part.facts.is_empty()).then_some(part)
}

fn duties(role: &Role, company: &Company) -> Vec<Item> {
    let manages = company.team.as_ref().and_then(|t| t.manages) == Some(true);
    let due = |when: Option<When>| when.is_none_or(|When::Manages| manages);
    role.duties
        .iter()
        .filter(|d| d.posting && due(d.when))
        .map(|d| Item { id: d.id.clone(), text: d.text.clone() })
        .collect()
}

fn team(company: &Company) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(manager) = &company.reports_to {
        out.push(words::sentence(&format!("You will report to {}", words::manager(manager))));
    }
    let Some(team) = &company.team else { return out };
    out.extend(paragraphs(team.about.as_deref()));
    match team.size {
        Some(1) => out.push("The team has one person.".into()),
        Some(size) => out.push(format!("The team has {size} people.")),
        None => {}
    }
    match team.manages {
        Some(true) => out.push("You will manage people.".into()),
        Some(false) => out.push("You will not manage people.".into()),
        None => {}
    }
    out
}

fn asked(role: &Role, importance: Importance) -> Vec<Asked> {
    let of = role.requirements.iter().filter(|r| r.importance == importance);
    of.map(|r| Asked {
        id: r.id.clone(),
        text: r.text.clone(),
        kind: r.kind,
        importance,
        years: r.years,
        degree: r.degree,
        equivalent_experience: r.equivalent_experience,
    })
    .collect()
}

fn pay(company: &Company) -> Option<PayPart> {
    let pay = company.pay.as_ref()?;
    let other = [
        ("bonus", "Bonus", &pay.bonus),
        ("commission", "Commission", &pay.commission),
        ("equity", "Equity", &pay.equity),
    ];
    let part = PayPart {
        text: words::pay(pay),
        other: other
            .into_iter()
            .filter_map(|(id, label, t)| Some(labelled(id, label, words::sentence(t.as_ref()?))))
            .collect(),
    };
    (part.text.is_some() || !part.other.is_empty()).then_some(part)
}

fn place(company: &Company) -> Option<PlacePart> {
    let sites: Vec<String> = company.locations.iter().filter_map(words::site).collect();
    let at = words::listed(&sites, "or");
    let mut sentences = Vec::new();
    match (company.workplace, sites.is_empty()) {
        (Some(Workplace::Onsite), false) => sentences.push(format!("You will work on site in {at}.")),
        (Some(Workplace::Onsite), true) => sentences.push("You will work on site.".into()),
        (Some(Workplace::Hybrid), false) => sentences.push(format!("This is a hybrid role, based in {at}.")),
        (Some(Workplace::Hybrid), true) => sentences.push("This is a hybrid role.".into()),
        (Some(Workplace::Remote), true) => sentences.push("This is a remote role.".into()),
        (Some(Workplace::Remote), false) => sentences.push(format!("This is a remote role; our office is in {at}.")),
        (None, false) => sentences.push(format!("The role is based in {at}.")),
        (None, true) => {}
    }
    if !company.remote_from.is_empty() {
        let areas: Vec<String> = company.remote_from.iter().map(|c| places::area_name(c)).collect();
        sentences.push(format!("You can work remotely from: {}.", areas.join("; ")));
    }
    let facts = [
        ("time-zones", "Time zones", &company.time_zones),
        ("hours", "Hours", &company.hours),
        ("travel", "Travel", &company.travel),
    ];
    let facts: Vec<Labelled> = facts
        .into_iter()
        .filter_map(|(id, label, t)| Some(labelled(id, label, words::sentence(t.as_ref()?))))
        .collect();
    (!sentences.is_empty() || !facts.is_empty()).then_some(PlacePart { sentences, facts })
}

fn interview(company: &Company) -> Option<InterviewPart> {
    if company.interview.is_empty() {
        return None;
    }
    let step = |s: &company::Step| match s.minutes.filter(|m| *m > 0) {
        Some(m) => format!("{} ({})", s.step, words::minutes(m)),
        None => s.step.clone(),
    };
    let times: Option<Vec<u32>> = company.interview.iter().map(|s| s.minutes.filter(|m| *m > 0)).collect();
    let total = times.filter(|t| t.len() > 1).map(|t| t.into_iter().fold(0, u32::saturating_add));
    Some(InterviewPart {
        steps: (1..).zip(company.interview.iter().map(step)).map(|(number, text)| Numbered { number, text }).collect(),
        total: total.map(|t| format!("In all {}.", words::minutes(t))),
    })
}

fn how_to_apply(company: &Company) -> Option<ApplyPart> {
    let apply = company.apply.clone().unwrap_or_default();
    let deadline = company.deadline.as_deref().map(|d| match d.parse() {
        Ok(date) => format!("The last day to apply is {}.", words::day(date)),
        Err(_) => "Applications stay open until the role is filled.".into(),
    });
    let part = ApplyPart {
        how: paragraphs(apply.how.as_deref()),
        link: apply.url.as_deref().map(words::link),
        email: apply.email.as_deref().map(|e| Link { text: e.to_owned(), href: Some(format!("mailto:{e}")) }),
        deadline,
    };
    (part != ApplyPart::default()).then_some(part)
}

fn notices(company: &Company) -> Vec<Labelled> {
    let name = &company.name;
    let screening = company.ai_screening.map(|yes| match yes {
        true => {
            format!("{name} uses artificial intelligence to help screen, assess or select applicants.")
        }
        false => {
            format!("{name} does not use artificial intelligence to screen, assess or select applicants.")
        }
    });
    let vacancy = company.vacancy.map(|yes| match yes {
        true => "This posting is for an existing vacancy.".to_owned(),
        false => "This posting is not for an existing vacancy.".to_owned(),
    });
    let notices = [
        ("accommodation", "Accommodation", company.accommodation.as_deref().map(words::sentence)),
        ("equal-opportunity", "Equal opportunity", company.equal_opportunity.as_deref().map(words::sentence)),
        ("screening", "How applications are screened", screening),
        ("vacancy", "Vacancy", vacancy),
    ];
    notices.into_iter().filter_map(|(id, label, text)| Some(labelled(id, label, text?))).collect()
}

fn data(company: &Company, posted: Date) -> DataPart {
    let is_day = |d: &&String| d.parse::<Date>().is_ok_and(|date| date.to_string() == **d);
    DataPart {
        posted: posted.to_string(),
        deadline: company.deadline.as_ref().filter(|d| !validate::is_open(d)).cloned(),
        start: company.start.as_ref().filter(is_day).cloned(),
        logo: company.logo.clone(),
        industry: company.industry.clone(),
        employees: company.employees,
        openings: company.openings,
        requisition: company.requisition.clone(),
        employment_type: company.employment_type,
        workplace: company.workplace,
        locations: company.locations.clone(),
        remote_from: company.remote_from.clone(),
        hours: company.hours.clone(),
        pay: company.pay.clone(),
    }
}
