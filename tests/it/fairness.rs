//! What must not move a score: who somebody is, and how a page is laid out. What must: more evidence, never downwards.
//!
//! The names are our own; half of them are words that the lexicon looks for, because a name must never be read as
//! evidence ("May Seed" is no start-up).

use jiff::civil::date;
use rolefit::document::{Document, Format};
use rolefit::lexicon::Lexicon;
use rolefit::resume;
use rolefit::role;
use rolefit::score::{Scorecard, Scorer};
use std::sync::LazyLock;

const LEAD: &str = include_str!("../../fixtures/resumes/lead-pm/resume.md");
const SENIOR: &str = include_str!("../../fixtures/resumes/senior-pm/resume.txt");
const NURSE: &str = include_str!("../../fixtures/resumes/nurse/resume.md");

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

/// Names that say nothing, and names that are words of ours.
const NAMES: [&str; 16] = [
    "Tom Hale",
    "Wanjiru Kamau",
    "Nguyễn Thị Hoa",
    "Zsófia Őri",
    "Mohammed Al-Farsi",
    "Li Wei",
    "May Seed",
    "Art Strategy",
    "Grace Roadmap",
    "Scrum Baker",
    "Miles Sprint",
    "Bill Backlog",
    "Ada Agile",
    "Mark Launch",
    "Chase Discovery",
    "Rice Kano",
];

fn card(text: &str, role: &str) -> Scorecard {
    let document = Document::from_text(Format::Markdown, text.to_string());
    let role = role::builtin(role).expect("a built-in role");
    let resume = resume::parse(&document, &LEXICON);
    Scorer::new(&role, &LEXICON, None).score(&document, &resume, "resume.md", "", date(2026, 1, 31))
}

/// What a reader would compare: the score and every verdict with its credit.
fn verdicts(text: &str) -> Vec<String> {
    ["lead", "senior"]
        .iter()
        .flat_map(|role| {
            let card = card(text, role);
            let rows = card.results.iter().map(|r| format!("{role} {} {:?} {}", r.id, r.result, r.credit));
            rows.chain([format!("{role} {:?}", card.score)]).collect::<Vec<_>>()
        })
        .collect()
}

fn name_of(text: &str) -> String {
    let document = Document::from_text(Format::Markdown, text.to_string());
    resume::parse(&document, &LEXICON).candidate.name.expect("every fixture has a name")
}

#[test]
fn a_name_changes_nothing_even_where_it_is_a_word_of_the_lexicon() {
    for text in [LEAD, SENIOR, NURSE] {
        let name = name_of(text);
        let before = verdicts(text);
        for other in NAMES {
            let renamed = text.replace(&name, other);
            assert!(renamed != text && name_of(&renamed) == other, "{name} as {other} is read as a name");
            assert_eq!(verdicts(&renamed), before, "{name} as {other}");
        }
    }
}

#[test]
fn pronouns_schools_and_addresses_change_nothing() {
    let text = LEAD;
    let before = verdicts(text);
    for (from, to) in [
        ("Utrecht University", "Howard University"),
        ("Rotterdam School of Management", "Lagos Business School"),
        ("Utrecht, Netherlands", "Kaduna, Nigeria"),
        ("+31 6 5550 0142", "+234 803 555 0142"),
        ("ines.varga@example.org", "agile.roadmap@example.com"),
        ("linkedin.com/in/ines-varga-example", "linkedin.com/in/scrum-master-lead"),
        (
            "## Profile\n",
            "Date of birth: 1 May 1970\nMarital status: single, two children\nPronouns: he/him\n\n## Profile\n",
        ),
    ] {
        assert!(text.contains(from), "{from}");
        assert_eq!(verdicts(&text.replacen(from, to, 1)), before, "{from} as {to}");
    }
}

/// The parts of a Markdown resume that begin with "## ".
fn sections(text: &str) -> (String, Vec<String>) {
    let mut parts = text.split("\n## ");
    let head = parts.next().unwrap_or_default().to_string();
    (head, parts.map(|p| format!("\n## {}\n", p.trim_end())).collect())
}

#[test]
fn the_order_of_sections_blank_lines_bullets_and_a_section_said_twice_change_nothing() {
    let text = LEAD;
    let before = verdicts(text);
    let (head, parts) = sections(text);
    for turn in 1..parts.len() {
        let mut turned = parts.clone();
        turned.rotate_left(turn);
        assert_eq!(verdicts(&format!("{head}\n{}", turned.concat())), before, "turned by {turn}");
    }
    let mut backwards = parts.clone();
    backwards.reverse();
    assert_eq!(verdicts(&format!("{head}\n{}", backwards.concat())), before);
    for (from, to) in [("\n- ", "\n* "), ("\n- ", "\n• "), ("\n\n", "\n\n\n"), ("\n", "\r\n")] {
        let other = text.replace(from, to);
        assert_ne!(other, text);
        assert_eq!(verdicts(&other), before, "{from:?} as {to:?}");
    }
    for part in &parts {
        assert_eq!(verdicts(&format!("{text}\n{part}")), before, "twice: {}", part.lines().nth(1).unwrap_or_default());
    }
}

#[test]
fn a_true_entry_more_never_lowers_a_score() {
    let more = [
        "### Product Manager, Zonnepaneel BV\n\n*January 2012 - July 2012*\n\n- Launched a rental app for solar panels.\n",
        "### Barista, Koffiehuis\n\n*2010 - 2011*\n\n- Made coffee.\n",
        "### Product Owner, Fietskoerier\n\n*March 2009 - May 2010*\n\n- Ranked the backlog every week.\n",
    ];
    let cases = [(LEAD, "## Education"), (NURSE, "### Education")];
    for ((text, heading), role) in cases.into_iter().flat_map(|c| ["lead", "senior"].map(|r| (c, r))) {
        for entry in more {
            let richer = text.replacen(heading, &format!("{entry}\n{heading}"), 1);
            assert_ne!(richer, text);
            assert!(card(&richer, role).score >= card(text, role).score, "{role}: {entry}");
        }
    }
}
