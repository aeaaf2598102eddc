//! Whole resumes against whole roles: what a person would check first, beside the resume.
//!
//! `UPDATE_EXPECT=1 cargo test` writes the expected files anew.

use expect_test::expect_file;
use jiff::civil::date;
use proptest::prelude::*;
use rolefit::document::{self, Document, Format};
use rolefit::lexicon::Lexicon;
use rolefit::role;
use rolefit::score::{Scorecard, Scorer, Verdict};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn cases() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/resumes");
    let mut cases: Vec<(String, PathBuf)> = std::fs::read_dir(folder)
        .unwrap()
        .flat_map(|case| {
            let case = case.unwrap().path();
            let name = case.file_name().unwrap().to_string_lossy().into_owned();
            std::fs::read_dir(&case).unwrap().map(move |f| (name.clone(), f.unwrap().path()))
        })
        .collect();
    cases.sort();
    cases
}

fn score(document: &Document, lexicon: &Lexicon, name: &str) -> Scorecard {
    let resume = rolefit::resume::parse(document, lexicon);
    let role = role::builtin(name).unwrap();
    Scorer::new(&role, lexicon, None).score(document, &resume, "resume", "", date(2026, 1, 31))
}

fn summary(card: &Scorecard) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "score {:?}, months {:?} of {:?}",
        card.score, card.tenure.product_months, card.tenure.total_months
    );
    for entry in &card.tenure.entries {
        let _ = writeln!(
            out,
            "  {:?} to {:?}: {} | {} ({})",
            entry.start, entry.end, entry.title, entry.employer, entry.family
        );
    }
    for result in &card.results {
        let quote = result.evidence.first().map_or("", |e| e.quote.as_str());
        let _ = writeln!(
            out,
            "{:<26}{:<9}{}",
            result.id,
            format!("{:?}", result.result).to_lowercase(),
            quote.replace('\n', " ")
        );
    }
    let flags: Vec<&str> = card.flags.iter().map(|f| f.id.as_str()).collect();
    let _ = writeln!(out, "flags: {}", flags.join(" "));
    out
}

#[test]
fn the_example_resumes_get_the_verdicts_that_a_reader_gives() {
    let lexicon = Lexicon::builtin();
    for (case, path) in cases() {
        let document = document::read(&std::fs::read(&path).unwrap()).unwrap();
        let mut out = String::new();
        for role in ["lead", "senior"] {
            let _ = writeln!(out, "# {role}\n{}", summary(&score(&document, &lexicon, role)));
        }
        expect_file![format!("{}/fixtures/scores/{case}.expected.txt", env!("CARGO_MANIFEST_DIR"))].assert_eq(&out);
    }
}

/// Lines as resumes have them, for random resumes.
const LINES: [&str; 16] = [
    "Product Manager, Acme",
    "Jan 2020 - Present",
    "- Led the launch of an app",
    "## Experience",
    "",
    "2015 - 2018 Nurse, Ward 4",
    "Skills: Scrum, SQL, roadmaps",
    "EDUCATION",
    "BSc Computer Science, Hill College, 2012",
    "I have never managed people.",
    "Ünïcödé ﬁrm — 産品経理",
    "| a | 2019 - 2020 | b |",
    "CSM, expired 2020",
    "\u{200b}x\u{202e}y",
    "> You will own the backlog",
    "10+ years of experience",
];

proptest! {
    #[test]
    fn any_lines_give_a_scorecard_whose_quotes_are_exact(picks in prop::collection::vec(0..LINES.len(), 0..40)) {
        let text: Vec<&str> = picks.iter().map(|i| LINES[*i]).collect();
        let document = Document::from_text(Format::Text, text.join("\n"));
        let lexicon = Lexicon::builtin();
        let card = score(&document, &lexicon, "lead");
        for evidence in card.results.iter().flat_map(|r| &r.evidence).chain(card.flags.iter().flat_map(|f| &f.evidence)) {
            prop_assert_eq!(&document.text[evidence.start..evidence.end], evidence.quote.as_str());
        }
        prop_assert!(card.score.unwrap_or(0) <= 100);
        prop_assert!(card.score_low <= card.score && card.score <= card.score_high);
    }

    #[test]
    fn one_more_line_of_evidence_never_lowers_a_score(pick in 0..3usize) {
        let base = "Ann Lee\n\n## Experience\n\nProduct Manager, Acme\nJan 2020 - Dec 2023\n- Wrote the release notes every month for two years\n\n## Education\n\nBSc Computer Science, Hill College, 2012\n";
        let more = ["- Led the launch of the app in four markets\n", "- Own the roadmap and the backlog\n", "- Managed 3 product managers\n"][pick];
        let richer = base.replace("two years\n", &format!("two years\n{more}"));
        let lexicon = Lexicon::builtin();
        let of = |text: &str| score(&Document::from_text(Format::Markdown, text.into()), &lexicon, "lead").score;
        prop_assert!(of(&richer) >= of(base));
    }
}

#[test]
fn a_bullet_above_the_title_of_the_next_job_is_no_list_of_keywords() {
    let text = "Name            Piotr Zielinski\nWork history\n2019-03 .. now        Warta Digital, Lodz       Head of Product\n\
        \u{20}                     - portfolio of three apps, P&L 4m EUR, six PMs\n\
        \u{20}                     - stopped two products after cohort data showed no retention\n\
        2016-10 .. 2019-02    Warta Digital, Lodz       Senior Product Manager\n\
        2014-01 .. 2016-09    Kodart                    Software developer\nEducation\n\
        2009 .. 2013          Lodz University of Technology, inzynier, computer science\n";
    let card = score(&Document::from_text(Format::Text, text.to_owned()), &Lexicon::builtin(), "lead");
    assert_eq!((card.flags.len(), card.tenure.total_months), (0, Some(145)), "{}", summary(&card));
}

#[test]
fn a_resume_in_another_language_is_left_to_a_person() {
    let text = "Jana Kessler\n\nBerufserfahrung\n\n03/2019 – heute  Produktmanagerin, Lindenbank AG, Leipzig\n\
        - Verantwortlich für die Roadmap und das Backlog der App mit zwei Teams im Haus\n\
        - Einführung eines neuen Prozesses von der Idee bis zur Markteinführung für die Kunden der Bank\n\n\
        Ausbildung\n2010 – 2015  Diplom-Wirtschaftsinformatikerin, TU Dresden\n";
    let card = score(&Document::from_text(Format::Text, text.to_owned()), &Lexicon::builtin(), "lead");
    assert!(card.flags.iter().any(|f| f.id == "language" && f.message.contains("German")), "{}", summary(&card));
    assert_eq!(rolefit::report::words::judgement(&card).1, "read this one yourself");
    assert!(card.score_low == card.score && card.score_high > card.score);
}

#[test]
fn years_of_overall_experience_are_held_against_all_work() {
    let flags = |claim: &str| {
        let text = format!(
            "Ann Bo\n\nSummary\n{claim}\n\nExperience\n\nProduct Manager, Acme, Jan 2021 - Dec 2025\n- Owned the roadmap of the app\n\n\
             Engineer, Acme, Jan 2014 - Dec 2020\n- Built the engine of the app and kept it running\n"
        );
        score(&Document::from_text(Format::Text, text), &Lexicon::builtin(), "lead").flags.len()
    };
    assert_eq!(
        flags("Product professional with 12 years of overall experience across product management and engineering."),
        0
    );
    assert_eq!(flags("Product professional with 12 years of product management."), 1);
    assert_eq!(flags("Product leader with over 12 years of experience taking ideas to market."), 1);
    assert_eq!(flags("Years of product management experience: 12+"), 1);
    assert_eq!(flags("Product leader with 5 years of experience taking ideas to market."), 0);
    assert_eq!(flags("Product manager with 40 launches and 5 years of experience."), 0);
    assert_eq!(flags("Product manager with 400000000 users and 5 years of experience."), 0);
}

#[test]
fn letters_behind_a_name_are_overruled_by_what_is_said_where_certificates_are_told() {
    let held = |told: &str| {
        let text = format!(
            "ANN BO, CSPO\nann@mail.example\n\nExperience\n\nProduct Manager, Acme, Jan 2021 - Dec 2025\n- Owned the roadmap\n\n\
             Certificates\n{told}\n"
        );
        let card = score(&Document::from_text(Format::Text, text), &Lexicon::builtin(), "lead");
        card.certifications.iter().any(|c| c.id == "cspo")
    };
    assert!(held("Certified Scrum Product Owner (CSPO), 2020"));
    assert!(held("Food hygiene, 2020"));
    assert!(!held("Certified Scrum Product Owner (CSPO), obtained 2020, expired 2022"));
}

#[test]
fn years_of_a_named_thing_are_those_of_the_jobs_that_name_it() {
    let posting = "# Engineer\n\n## Requirements\n\n- 3+ years of Kubernetes\n- 5+ years of experience with pumps\n";
    let role = rolefit::posting::read(&Document::from_text(Format::Markdown, posting.into()), "posting.md");
    let lexicon = Lexicon::builtin();
    let told = |resume: &str| {
        let document = Document::from_text(Format::Text, resume.into());
        let read = rolefit::resume::parse(&document, &lexicon);
        let card = Scorer::new(&role, &lexicon, None).score(&document, &read, "resume", "", date(2026, 1, 31));
        let years = |id: &str| card.results.iter().find(|r| r.id.starts_with(id)).unwrap().clone();
        (years("3-years"), years("5-years"))
    };
    let nurse = "Ann Bo\n\nExperience\n\nNurse, City Hospital\nJanuary 2010 - December 2020\n\
        - Gave medicine to twenty patients a day and kept the books of the ward with two colleagues\n";
    let (kubernetes, pumps) = told(nurse);
    assert_eq!((kubernetes.credit, pumps.credit), (0, 0));
    assert!(kubernetes.gap.as_deref().unwrap().starts_with("0 of 36 months of work that names it"), "{kubernetes:?}");
    let engineer = "Ann Bo\n\nExperience\n\nEngineer, Acme\nJanuary 2018 - December 2020\n\
        - Ran the Kubernetes clusters of the whole group and answered calls at night\n\n\
        Pump engineer, Barrow\nJanuary 2015 - December 2017\n- Fitted pumps in breweries and wrote the manuals\n";
    let (kubernetes, pumps) = told(engineer);
    assert_eq!(kubernetes.credit, 100);
    assert!(kubernetes.evidence[0].quote.contains("Kubernetes clusters"), "{kubernetes:?}");
    assert!(pumps.credit < 75 && pumps.credit > 0, "{pumps:?}");
    // a list says that it was done and not for how long
    let listed = format!("{nurse}\nSkills\nKubernetes, Docker\n");
    let (kubernetes, _) = told(&listed);
    assert_eq!(kubernetes.result, rolefit::score::Verdict::Unknown);
}

#[test]
fn quotes_stop_before_the_next_job_and_the_next_heading() {
    let text = "Ann Bo\n\nExperience\nProduct Manager, Acme, Jan 2020 - Dec 2023\n- Led the launch of the app, now live\n\
        Support Agent, Fjord, Jan 2016 - Dec 2019\n- Answered calls\nEducation\nBSc Mathematics, Leeds University, 2015\n";
    let card = score(&Document::from_text(Format::Text, text.into()), &Lexicon::builtin(), "lead");
    for quote in card.results.iter().flat_map(|r| &r.evidence).map(|e| &e.quote) {
        assert!(!quote.contains("live\nSupport") && !quote.contains("calls\nEducation"), "{quote}");
    }
}

#[test]
fn hopes_attendance_and_names_of_modules_are_no_acts_and_words_are_figures_too() {
    let text = "Sam Lee\n\nExperience\n\nProduct Manager, Foo Inc\nJan 2020 - Dec 2023\n\
        - Will mentor product managers in the future\n- Was supposed to own the product strategy but the role was cut\n\
        - Attended a presentation to executives\n- Sunset the old reporting module with care and good manners\n";
    let lexicon = Lexicon::builtin();
    let credit = |text: &str, id: &str| {
        let card = score(&Document::from_text(Format::Text, text.into()), &lexicon, "lead");
        card.results.iter().find(|r| r.id == id).unwrap().credit
    };
    for id in ["leadership", "strategy", "communication", "data-analysis"] {
        assert_eq!(credit(text, id), 0, "{id}");
    }
    // words of a hope that stand in what was done
    let done = "Ann Bo\n\nExperience\n\nProduct Manager, Foo\nJan 2020 - Dec 2023\n";
    for (bullet, id) in [
        ("Cut releases from two weeks to one day and launched 12 features", "concept-to-launch"),
        ("Churn was due to slow onboarding, so I analysed the funnel with SQL", "data-analysis"),
        ("With growth as the objective, owned the product strategy of payments", "strategy"),
        ("One day a week I mentored product managers of the group", "leadership"),
        ("Attended a demo of a rival and defined the product strategy from it", "strategy"),
    ] {
        let text = format!("{done}- {bullet}\n- Kept the minutes of the round table and ordered the lunch for all\n");
        assert!(credit(&text, id) >= 85, "{bullet}");
    }
    let led = |what: &str| credit(&format!("{text}- Mentored {what} product managers\n"), "leadership");
    assert_eq!((led("2"), led("two"), led("our")), (100, 100, 85));
}

#[test]
fn what_a_sentence_says_of_the_employer_by_name_is_said_of_the_employer() {
    let head = "Ann Bo\n\nExperience\n\nProduct Manager, Harrow Digital\nJan 2020 - Dec 2023\n- Kept the minutes of the round table\n";
    let lexicon = Lexicon::builtin();
    let verdict = |text: &str, id: &str| {
        let card = score(&Document::from_text(Format::Text, format!("{head}- {text}\n")), &lexicon, "lead");
        card.results.iter().find(|r| r.id == id).unwrap().result
    };
    let industry = |text: &str| verdict(text, "software-industry");
    assert_eq!(industry("Harrow made catalogue software for public libraries"), Verdict::Met);
    assert_ne!(industry("Harrow used software for its payroll"), Verdict::Met);
    assert_ne!(industry("Wrote software for public libraries"), Verdict::Met);
    let analysis = |text: &str| verdict(text, "data-analysis");
    // a denial goes on over a list that "or" closes
    assert_eq!(analysis("Built a dashboard of sales figures, set a price, and hired a team"), Verdict::Met);
    assert_eq!(
        analysis("I have never set a price, built a dashboard of sales figures, or hired a team"),
        Verdict::Missing
    );
}

#[test]
fn what_a_sentence_says_of_another_paper_is_not_said_of_a_certificate() {
    let held = |text: &str| {
        let text = format!(
            "Ann Bo\n\nExperience\n\nProduct Manager, Foo\nJan 2020 - Dec 2023\n- Roadmap\n\nCertificates\n{text}\n"
        );
        let card = score(&Document::from_text(Format::Text, text), &Lexicon::builtin(), "lead");
        card.certifications.iter().map(|c| c.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(held("Professional Scrum Product Owner II (2019). ISO Lead Implementer: exam in the autumn."), ["pspo"]);
    assert!(held("Professional Scrum Product Owner II. Exam in the autumn.").is_empty());
    assert!(held("I plan to take the Scrum product owner class (CSPO). Don't count it.").is_empty());
}
