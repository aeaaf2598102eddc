//! The examples that stand beside the concepts are true: each sentence gets its verdict in a dated product entry.

use rolefit::document::{Document, Format};
use rolefit::lexicon::Lexicon;
use rolefit::role::{Importance, Kind, Requirement, Role, Status};
use rolefit::score::{Scorer, Verdict};

/// A role that asks for one concept.
fn role_of(concept: &str) -> Role {
    let requirement = Requirement {
        id: concept.into(),
        kind: Kind::Skill,
        importance: Importance::Required,
        text: concept.into(),
        weight: 1,
        terms: vec![concept.into()],
        status: Status::Given,
        years: None,
        related: false,
        any_work: false,
        degree: None,
        fields: vec![],
        equivalent_experience: false,
        certificates: vec![],
        source: vec![],
        note: None,
    };
    Role {
        schema: "rolefit.role/1".into(),
        id: "one".into(),
        title: "One".into(),
        requirements: vec![requirement],
        ..Role::default()
    }
}

/// The verdict on a sentence in a product manager's job.
fn verdict(lexicon: &Lexicon, concept: &str, sentence: &str) -> Verdict {
    verdict_as("Product Manager", lexicon, concept, sentence)
}

fn verdict_as(title: &str, lexicon: &Lexicon, concept: &str, sentence: &str) -> Verdict {
    let text = format!(
        "Robin Quill\nrobin@example.org\n\n## Experience\n\n{title}, Acme Gardens\nJan 2020 - Dec 2023\n- {sentence}\n\n\
         ## Interests\n\nLong walks on quiet days beside rivers, with a flask of tea and a good map of the hills around here.\n"
    );
    let document = Document::from_text(Format::Markdown, text);
    let resume = rolefit::resume::parse(&document, lexicon);
    let role = role_of(concept);
    let card =
        Scorer::new(&role, lexicon, None).score(&document, &resume, "example.md", "", jiff::civil::date(2026, 1, 31));
    card.results[0].result
}

#[test]
fn claims_others_and_what_never_happened_prove_less() {
    let lexicon = Lexicon::builtin();
    for (concept, sentence, wanted) in [
        ("backlog", "Ranked the backlog each week", Verdict::Met),
        ("backlog", "Key skills: ranking the backlog each week", Verdict::Partial),
        ("roadmap", "Expert in roadmaps that she planned", Verdict::Partial),
        ("roadmap", "My director owned the roadmap", Verdict::Missing),
        ("roadmap", "My director asked me to own the roadmap, and I published one", Verdict::Met),
        ("roadmap", "A colleague in Ghent owned the roadmap", Verdict::Missing),
        ("data-analysis", "Evaluated churn data in SQL", Verdict::Met),
        ("data-analysis", "Planned to evaluate churn data in SQL", Verdict::Missing),
        ("data-analysis", "A study of churn data that has not yet begun", Verdict::Missing),
        ("certification", "Gave a Scrum course for sales", Verdict::Missing),
        ("concept-to-launch", "Failed to reach the launch of the mobile app", Verdict::Missing),
        ("roadmap", "The annual roadmap is prepared by the head of sales", Verdict::Missing),
        ("roadmap", "The client has its own product manager who defines the roadmap", Verdict::Missing),
        ("roadmap", "Gave input to the director for the quarterly roadmap", Verdict::Partial),
        ("strategy", "Translating the roadmap given by product management into features", Verdict::Missing),
        ("startup", "First product manager for the onboarding tool", Verdict::Missing),
        ("customer-feedback", "Visited 40 stores to understand how people choose", Verdict::Met),
        ("stakeholder-communication", "Presented the plan for approval by the management board", Verdict::Met),
        ("data-analysis", "Handled complaints with R&D and Service (8D reports)", Verdict::Partial),
        ("analysis", "Killed the referral scheme because 38 % of the invites were fake", Verdict::Met),
        ("strategy", "Support to the pricing study, led by the strategy area", Verdict::Missing),
        ("customer-feedback", "Fewer scam cases than in 2022; calls to the contact centre fell", Verdict::Missing),
        ("data-analysis", "Hired for other roles also: a designer and a data analyst", Verdict::Missing),
        ("product-methods", "Served as the product specialist and wrote brand stories for donors", Verdict::Missing),
        ("leadership", "Alignment with the lead product manager, who sets the direction", Verdict::Missing),
        ("customer-needs", "Decided to sunset the add-on after reviewing usage and support cost", Verdict::Met),
        ("backlog", "Definition of the user stories, prioritisation of the backlog", Verdict::Met),
        ("strategy", "Plan and maintain the roadmap of the squad (now/next/later)", Verdict::Met),
        ("analysis", "Discontinuation of the diary after analysis of usage data", Verdict::Met),
        (
            "customer-needs",
            "Patients never fill in the form themselves, therefore we moved access forward",
            Verdict::Met,
        ),
    ] {
        assert_eq!(verdict(&lexicon, concept, sentence), wanted, "{sentence}");
    }
}

#[test]
fn in_another_trade_words_that_only_sound_like_product_work_prove_nothing() {
    let lexicon = Lexicon::builtin();
    for (concept, sentence, wanted) in [
        ("design-engineering", "Collaborated with engineers on the drawings", Verdict::Partial),
        ("design-engineering", "Led a team of four developers", Verdict::Partial),
        ("design-engineering", "Promoted from checker to mechanical designer", Verdict::Missing),
        ("design-engineering", "Acted as technical lead of the service desk", Verdict::Missing),
        ("design-engineering", "Managed the design and distribution of brochures", Verdict::Missing),
        ("software-industry", "Wrote creative briefs in layout software", Verdict::Missing),
        ("backlog", "Filled special customer order requests", Verdict::Missing),
        ("customer-feedback", "Planned shifts for a centre that takes 6,000,000 calls annually", Verdict::Missing),
        ("agile-delivery", "Closed contracts with Sprint Wireless and others", Verdict::Missing),
        ("concept-to-launch", "Kept the load balancers running, F5 LTM and GTM", Verdict::Missing),
        ("product-lifecycle", "Coordinated the press release calendar", Verdict::Missing),
        ("product-lifecycle", "Led finance for retirement customer service", Verdict::Missing),
        ("startup", "Planned installation and start up of machine tools", Verdict::Missing),
        ("leadership", "Settled conflicts with the site supervisor and the project manager", Verdict::Missing),
        ("mentoring", "Coached client representatives", Verdict::Missing),
        ("strategy", "Directed the strategic planning of the portal", Verdict::Partial),
        ("many-hats", "Wrote messages for several technology clients", Verdict::Partial),
    ] {
        assert_eq!(verdict_as("Accountant", &lexicon, concept, sentence), wanted, "{sentence}");
    }
}

#[test]
fn the_examples_of_the_concepts_are_true() {
    let lexicon = Lexicon::builtin();
    let mut wrong = Vec::new();
    for concept in lexicon.concepts() {
        let examples = &concept.examples;
        let all = [
            (&examples.met, Verdict::Met),
            (&examples.partial, Verdict::Partial),
            (&examples.missing, Verdict::Missing),
        ];
        for (sentences, expected) in all {
            for sentence in sentences {
                let got = verdict(&lexicon, &concept.id, sentence);
                if got != expected {
                    wrong.push(format!("{}: {sentence:?} is {got:?}, expected {expected:?}", concept.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_concept_has_examples_a_source_and_advice() {
    for concept in Lexicon::builtin().concepts() {
        assert!(!concept.source.is_empty(), "{} has no source", concept.id);
        assert!(!concept.advice.is_empty(), "{} has no advice", concept.id);
        assert!(
            !concept.examples.met.is_empty() && !concept.examples.missing.is_empty(),
            "{} has no examples",
            concept.id
        );
        assert!(
            concept.unknown_signals(&Lexicon::builtin().concept_ids()).is_empty(),
            "{} names unknown concepts",
            concept.id
        );
    }
}

#[test]
fn denied_hoped_for_and_other_peoples_work_shows_nothing() {
    let lexicon = Lexicon::builtin();
    for (concept, sentence) in [
        ("backlog", "I have not managed a product backlog"),
        ("agile-delivery", "No experience with Kanban, Scrum or any other agile method"),
        ("leadership", "Would like to lead a team of product managers"),
        ("leadership", "Hired 140 product managers for clients"),
        ("strategy", "Interviews for the product managers who own the roadmap"),
        ("startup", "Ran the Lean Startup reading circle"),
    ] {
        assert_eq!(verdict(&lexicon, concept, sentence), Verdict::Missing, "{concept}: {sentence}");
    }
    // a compound denies nothing
    let told = "No-code roadmap owned for two years, and shipped";
    assert_eq!(verdict(&lexicon, "roadmap", told), Verdict::Met);
    assert_eq!(verdict(&lexicon, "roadmap", "No roadmap owned for two years"), Verdict::Missing);
}
