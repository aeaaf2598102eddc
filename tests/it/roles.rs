//! The built-in roles: ids and importance as promised, every fact with its source, and faults in role files named by line.

use expect_test::expect;
use rolefit::role::{self, Comparison, Importance, Kind, Role, Status};

fn table(role: &Role) -> String {
    let mut out = String::new();
    for r in &role.requirements {
        let importance = if r.importance == Importance::Required { "required" } else { "preferred" };
        out.push_str(&format!("{} {importance} {}\n", r.id, r.weight));
    }
    out
}

fn lead() -> Role {
    role::builtin("lead").unwrap()
}

fn senior() -> Role {
    role::builtin("senior").unwrap()
}

#[test]
fn lead_asks_for_what_the_contract_says() {
    expect![[r#"
        product-years required 3
        concept-to-launch required 3
        strategy required 3
        analysis required 2
        communication required 2
        agile-delivery required 2
        leadership required 2
        education required 2
        software-industry preferred 1
        technical-background preferred 1
        data-analysis preferred 1
        startup preferred 1
        many-hats preferred 1
        certification preferred 1
        advanced-degree preferred 1
    "#]]
    .assert_eq(&table(&lead()));
    assert_eq!(lead().requirements[0].years, Some(4));
    assert!(lead().requirements[0].related);
}

#[test]
fn senior_asks_for_what_the_contract_says() {
    expect![[r#"
        product-years required 3
        agile-delivery required 2
        data-analysis required 2
        certification preferred 1
        product-methods required 2
        customer-needs required 3
        design-engineering required 2
        stakeholder-communication required 2
        product-lifecycle required 2
        problem-solving required 2
        roadmap required 3
        backlog required 2
        customer-feedback preferred 1
        specialist-depth preferred 1
        mentoring preferred 1
    "#]]
    .assert_eq(&table(&senior()));
    assert_eq!(senior().requirements[0].years, Some(3));
    assert!(!senior().requirements[0].related);
}

#[test]
fn the_gate_is_product_years() {
    for role in [lead(), senior()] {
        assert_eq!(role.gate.id.as_deref(), Some("product-years"));
        assert_eq!((role.gate.met, role.gate.partial, role.gate.missing), (100, 80, 50));
    }
}

#[test]
fn every_fact_has_a_source_with_lines() {
    for role in [lead(), senior()] {
        let facts = role.facts.iter().map(|f| (&f.id, &f.source, f.status));
        let duties = role.duties.iter().map(|d| (&d.id, &d.source, d.status));
        let requirements = role.requirements.iter().map(|r| (&r.id, &r.source, r.status));
        for (id, source, status) in facts.chain(duties).chain(requirements) {
            assert!(!source.is_empty() && source.iter().all(|s| !s.lines.is_empty()), "{}: {id}", role.id);
            assert_ne!(status, Status::Given, "{}: {id}", role.id);
        }
    }
}

#[test]
fn all_fifteen_topics_of_the_comparison_are_duties_of_both() {
    let topics = [
        "strategic-planning",
        "budgeting",
        "risk-management",
        "vendor-relations",
        "hiring",
        "quality-assurance",
        "resource-allocation",
        "roadmaps",
        "stakeholder-management",
        "market-analysis",
        "product-launch",
        "customer-feedback",
        "project-management",
        "kpi-monitoring",
        "product-backlog",
    ];
    for topic in topics {
        let text = |role: Role| role.duties.into_iter().find(|d| d.id == topic).map(|d| d.text);
        let (lead, senior) = (text(lead()), text(senior()));
        assert!(lead.is_some() && senior.is_some(), "{topic}");
        assert_ne!(lead, senior, "{topic}");
    }
}

#[test]
fn the_comparison_has_all_trade_offs_and_situations() {
    let c = Comparison::builtin();
    assert_eq!((c.lead.pros.len(), c.lead.cons.len()), (8, 7));
    assert_eq!((c.senior.pros.len(), c.senior.cons.len()), (8, 8));
    assert_eq!((c.situations.lead.len(), c.situations.senior.len()), (8, 8));
    assert!(c.situations.lead.iter().chain(&c.situations.senior).all(|s| s.question.ends_with('?')));
}

/// Lines of the sources that state a fact of either role; headings, summaries and advice to readers are left out.
const STATED: [(&str, &[std::ops::RangeInclusive<u32>]); 2] = [
    (
        "A",
        &[
            5..=5,
            7..=7,
            9..=9,
            11..=19,
            21..=28,
            30..=37,
            39..=45,
            47..=54,
            56..=63,
            65..=71,
            73..=80,
            82..=89,
            92..=99,
            101..=108,
            111..=111,
            113..=113,
            115..=115,
            117..=117,
            119..=119,
            121..=121,
        ],
    ),
    (
        "B",
        &[
            7..=7,
            9..=9,
            15..=23,
            27..=27,
            29..=30,
            32..=32,
            34..=34,
            40..=40,
            42..=42,
            44..=44,
            46..=46,
            52..=52,
            54..=54,
            56..=56,
            58..=58,
            60..=60,
            64..=64,
            70..=70,
            72..=72,
            74..=74,
            76..=76,
            78..=78,
            80..=80,
            84..=84,
            86..=86,
            92..=92,
            98..=98,
            100..=100,
            102..=102,
            106..=106,
            110..=121,
            125..=130,
            134..=138,
        ],
    ),
];

#[test]
fn every_fact_of_the_sources_stands_somewhere() {
    let all = [role::describe(&lead(), true, 80), role::describe(&senior(), true, 80)].concat()
        + &role::SideBySide { with_sources: true, ..role::side_by_side() }.text(140);
    let mut cited = std::collections::BTreeSet::new();
    for word in all.split(|c: char| c.is_whitespace() || "[]()".contains(c)) {
        for (letter, _) in STATED {
            let lines = word.strip_prefix(letter).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            let numbers = lines.into_iter().flat_map(|rest| rest.split(',')).filter_map(|n| n.parse::<u32>().ok());
            cited.extend(numbers.map(|n| (letter, n)));
        }
    }
    let missing: Vec<(&str, u32)> = STATED
        .iter()
        .flat_map(|(letter, ranges)| ranges.iter().cloned().flatten().map(move |n| (*letter, n)))
        .filter(|line| !cited.contains(line))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn what_no_source_says_of_a_senior_is_marked() {
    let text = role::describe(&senior(), true, 200);
    for (item, mark) in [
        ("product-years (weight 3)", "[default of rolefit: A7,36]"),
        ("education: no degree", "[default of rolefit: A111]"),
        ("backlog (weight 2)", "[derived: A54]"),
        ("certification (preferred, weight 1)", "[seed: A115]"),
    ] {
        let at = text.find(item).unwrap_or_else(|| panic!("{item}\n{text}"));
        assert!(text[at..].split("\n  ").take(3).any(|l| l.contains(mark)), "{item}: {}", &text[at..at + 200]);
    }
    assert!(!text.contains("The sources do not say"));
    let without = role::describe(&senior(), false, 80);
    assert!(!without.contains("[seed") && without.contains("What speaks against it"));
}

#[test]
fn no_word_of_the_comparison_is_broken() {
    let both = role::SideBySide { with_sources: true, ..role::side_by_side() };
    let json = serde_json::to_value(&both).unwrap().to_string() + " " + &both.markdown();
    for width in [80, 100, 120] {
        for line in both.text(width).lines().filter(|l| !l.contains("===") && !l.contains("---")) {
            for word in line.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())) {
                assert!(json.contains(word), "{width}: {word}");
            }
        }
    }
}

#[test]
fn no_senior_pay_is_ever_computed() {
    let all = [role::builtin_json("lead").unwrap(), role::builtin_json("senior").unwrap()].concat()
        + &role::side_by_side().text(80);
    for figure in ["96,667", "96667", "120,833", "120833", "96,6", "120,8"] {
        assert!(!all.contains(figure), "{figure}");
    }
}

#[test]
fn a_role_file_survives_writing_and_reading() {
    for role in [lead(), senior()] {
        let json = serde_json::to_string_pretty(&role).unwrap();
        assert_eq!(role::parse(&json, "again.json").unwrap(), role);
    }
}

#[test]
fn side_by_side_fits_any_width() {
    for width in [20, 40, 59, 60, 80, 120, 500] {
        let text = role::side_by_side().text(width);
        let widest = text.lines().map(|l| l.chars().count()).max().unwrap();
        assert!(widest <= width.max(24), "{widest} > {width}");
    }
}

/// The message for the Lead file with one change.
fn fault(from: &str, to: &str) -> String {
    let json = role::builtin_json("lead").unwrap();
    assert!(json.contains(from), "{from}");
    let error = role::parse(&json.replacen(from, to, 1), "my.json").unwrap_err();
    format!("{error}\n  help: {}\n", error.help().unwrap())
}

#[test]
fn faults_are_named_with_line_and_next_step() {
    let faults = [
        fault("\"summary\"", "\"sumary\""),
        fault("\"kind\": \"skill\"", "\"kind\": \"skil\""),
        fault("\"id\": \"strategy\"", "\"id\": \"analysis\""),
        fault("\"years\": 4,", ""),
        fault("\"years\": 4,", "\"years\": \"four\","),
        fault("\"gate\": {\"id\": \"product-years\"", "\"gate\": {\"id\": \"product-year\""),
        fault("\"terms\": [\"strategy\"]", "\"terms\": []"),
        fault("\"degree\": \"bachelor\",", ""),
        fault("rolefit.role/1", "rolefit.role/9"),
        fault("\"schema\": \"rolefit.role/1\",", "\"schema\": \"rolefit.role/1\""),
        fault("\"text\": \"several product lines, or the whole portfolio\",", "\"text\": \"\", \"txt\": \"\","),
    ];
    expect![[r#"
        my.json:5: unknown key `sumary`
          help: did you mean `summary`?
        my.json:384: unknown value `skil` for `kind`
          help: did you mean `skill`?
        my.json:403: two entries of `requirements` have the id `analysis`
          help: rename one of them
        my.json:371: requirement `product-years`: kind `years` needs `years`
          help: add `"years": 4` with your number, 1 or more
        my.json:376: `years`: found string "four", expected a whole number, 0 or more
          help: change the value
        my.json:529: `gate.id` names `product-year`, which is no requirement
          help: did you mean `product-years`?
        my.json:393: requirement `strategy`: `terms` is empty, so nothing can be evidence for it
          help: name a concept or a phrase in `terms`
        my.json:445: requirement `education`: kind `education` needs `degree`
          help: add `"degree": "bachelor"` or another level
        my.json:2: unknown schema `rolefit.role/9`
          help: write `"schema": "rolefit.role/1"`
        my.json:3: this is not JSON: expected `,` or `}`
          help: look at this line and the one before for a missing comma, quote or bracket
        my.json:9: unknown key `txt`
          help: did you mean `text`?
    "#]]
    .assert_eq(&faults.concat());
}

#[test]
fn weights_that_are_all_zero_are_refused() {
    let mut role = lead();
    role.requirements.iter_mut().for_each(|r| r.weight = 0);
    let error = role::parse(&serde_json::to_string(&role).unwrap(), "my.json").unwrap_err();
    assert!(error.to_string().contains("every weight is 0"), "{error}");
    assert_eq!(role.requirements[0].kind, Kind::Years);
}
