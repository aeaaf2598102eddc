//! What any posting becomes: which words are requirements, of which kind, and which ask for nothing a resume shows.

use expect_test::{Expect, expect};
use rolefit::document::{Document, Format};
use rolefit::posting;
use rolefit::role::{Importance, Role};
use std::fmt::Write as _;

fn markdown(text: &str) -> Role {
    posting::read(&Document::from_text(Format::Markdown, text.into()), "posting.md")
}

/// A role as a person would check it: one line for each requirement, then what is not scored.
pub(crate) fn told(role: &Role) -> String {
    let level = role.facts.iter().find(|f| f.id == "level").map_or("-", |f| f.text.as_str());
    let mut out = format!("{} [{level}] gate {}\n", role.title, role.gate.id.as_deref().unwrap_or("-"));
    for r in &role.requirements {
        let mark = if r.importance == Importance::Required { "!" } else { "+" };
        let _ = write!(out, "{mark} {} | {}", r.id, r.text);
        let years = r.years.map(|y| format!(" | {y} years{}", if r.any_work { " of any work" } else { "" }));
        out.push_str(&years.unwrap_or_default());
        if let Some(degree) = r.degree {
            let _ = write!(out, " | {degree:?}{}", if r.equivalent_experience { " or experience" } else { "" });
        }
        if !r.certificates.is_empty() || !r.terms.is_empty() {
            let _ = write!(out, " | {}", [r.certificates.join(", "), r.terms.join(", ")].concat());
        }
        out.push('\n');
    }
    for text in &role.not_scored {
        let _ = writeln!(out, "? {text}");
    }
    out
}

pub(crate) fn check(text: &str, expected: Expect) {
    expected.assert_eq(&told(&markdown(text)));
}

#[test]
fn an_item_with_several_criteria_becomes_several_requirements() {
    check(
        "\
# Lead Product Manager

## Requirements
- 8+ years overall, 3 in product
- 3+ years leading roadmaps
- Strong SQL, written communication and stakeholder management
- Experience with Figma or Sketch
- Analytics tools such as Looker, Tableau, or Amplitude
- Bachelor's degree in engineering or equivalent experience, MBA a plus
- Ten (10) years of software engineering
- Experience with machine learning, C++ and Python is a plus
- Work well in a team in a fast-paced environment
",
        expect![[r#"
            Lead Product Manager [lead] gate product-years
            ! 8-years-of-work | 8+ years overall | 8 years of any work
            ! product-years | 3 in product | 3 years
            ! 3-years-leading-roadmaps | 3+ years leading roadmaps | 3 years
            ! roadmap | Leading roadmaps | roadmap
            ! strong-sql | Strong SQL | sql
            ! communication | written communication | communication
            ! stakeholder-communication | stakeholder management | stakeholder-communication
            ! experience-with-figma-or-sketch | Experience with Figma or Sketch | figma, sketch
            ! data-analysis | Analytics tools such as Looker, Tableau, or Amplitude | data-analysis, looker, tableau, amplitude
            ! education | Bachelor's degree in engineering or equivalent experience | Bachelor or experience
            + advanced-degree | MBA a plus | Master
            ! 10-years-software-engineering | Ten (10) years of software engineering | 10 years of any work | technical-background, software engineering, software engineer, software developer
            ! technical-background | Software engineering | technical-background
            + experience-with-machine-learning | Experience with machine learning | machine learning
            + c | C++ | c++
            + python-is-a-plus | Python is a plus | python
            ! startup | Work well in a team in a fast-paced environment | startup
        "#]],
    );
}

#[test]
fn what_no_resume_shows_is_listed_and_not_scored() {
    check(
        "\
# Product Owner

## What you'll bring
- 2 years as a product owner
- Own the backlog of our mobile team
- No task is too big for you
- Must be located in Lyon
- Some travel to customers is required
- Valid driver's license
- Able to lift 20 pounds
- Willingness to work weekends
- Please state your salary expectations
- Must pass a background check

## What we offer
- 5 years of vesting, health insurance and experience with great people
- Competitive salary

We are an equal opportunity employer and consider applicants without regard to citizenship.
All staff must be authorized to work in France.
",
        expect![[r#"
            Product Owner [-] gate product-years
            ! product-years | 2 years as a product owner | 2 years
            ? No task is too big for you
            ? Must be located in Lyon
            ? Some travel to customers is required
            ? Valid driver's license
            ? Able to lift 20 pounds
            ? Willingness to work weekends
            ? Please state your salary expectations
            ? Must pass a background check
            ? All staff must be authorized to work in France
        "#]],
    );
}

#[test]
fn postings_without_lists_or_headings_are_read_by_their_sentences() {
    check(
        "\
Acme builds routers. We are hiring a Senior Product Manager to own our cloud. You have at least four years of \
experience in product management and a degree in computer science. Experience with Kubernetes is a plus. We offer \
paid vacation. You will write specifications.
",
        expect![[r#"
            Senior Product Manager [senior] gate product-years
            ! product-years | You have at least four years of experience in product management | 4 years
            ! education | a degree in computer science | Bachelor
            + experience-with-kubernetes-is-a-plus | Experience with Kubernetes is a plus | kubernetes
        "#]],
    );
}

#[test]
fn a_list_of_duties_is_no_list_of_requirements_whatever_its_heading() {
    check(
        "\
# Director of Product

## What you'll bring
- Owns the roadmap of the suite
- Ensures alignment across all groups
- Monitors the KPIs of the product
- Leads cross-functional teams

## Basic and preferred qualifications
- 10 years of product management required
- CSPO preferred
- Degree not required
",
        expect![[r#"
            Director of Product [director] gate product-years
            ! product-years | 10 years of product management required | 10 years
            + certification | CSPO preferred | cspo
        "#]],
    );
}

#[test]
fn a_posting_in_another_language_says_what_was_not_understood() {
    check(
        "\
# Produktmanager (m/w/d)

Wir bauen mit dir die Software der Zukunft und sind ein Team für den Handel in der Stadt.

## Dein Profil
- Mindestens 5 Jahre Erfahrung im Produktmanagement
- Gute Kenntnisse in SQL
- Freude an der Arbeit mit Menschen
",
        expect![[r#"
            Produktmanager (m/w/d) [-] gate product-years
            ! product-years | Mindestens 5 Jahre Erfahrung im Produktmanagement | 5 years
            ! gute-kenntnisse-in-sql | Gute Kenntnisse in SQL | sql
            ? this posting is in German: figures, degrees, certificates and names are read, what follows is not
            ? Freude an der Arbeit mit Menschen
        "#]],
    );
}

#[test]
fn fields_of_a_job_posting_count_beside_its_description() {
    let data = r#"{"@type": "JobPosting", "title": "Product Manager", "description": "<p>Maps.</p>",
        "experienceRequirements": {"monthsOfExperience": "48"},
        "educationRequirements": {"credentialCategory": "bachelor degree"}, "experienceInPlaceOfEducation": true,
        "skills": "SQL, Figma", "qualifications": ["PMP certification"], "eligibilityToWorkRequirement": "EU permit"}"#;
    expect![[r#"
        Product Manager [-] gate -
        ! 4-years-of-work | 4 years of experience | 4 years of any work
        ! education | bachelor degree | Bachelor or experience
        ! certification | PMP certification | pmp
        ! sql | SQL | sql
        ! figma | Figma | figma
        ? EU permit
    "#]]
    .assert_eq(&told(&posting::read(&Document::from_text(Format::Text, data.into()), "posting.json")));
}

#[test]
fn tables_say_how_much_each_row_or_column_is_asked_for() {
    check(
        "\
# Product Manager

| Must have | Nice to have |
|---|---|
| 4 years in product management | Experience with ISO 8583 |
| Fluent English and Dutch | PMP certification |

| Criterion | Importance |
|---|---|
| Knowledge of card schemes | Required |
| Bachelor's degree | Preferred |
| Right to work in Canada | Required |
",
        expect![[r#"
            Product Manager [-] gate product-years
            ! product-years | 4 years in product management | 4 years
            ! english | Fluent English and Dutch | english, communication
            ! dutch | Fluent English and Dutch | dutch
            + experience-with-iso-8583 | Experience with ISO 8583 | iso
            + certification | PMP certification | pmp
            ! knowledge-of-card-schemes | Knowledge of card schemes | card schemes, card scheme
            + education | Bachelor's degree | Bachelor
            ? Right to work in Canada
        "#]],
    );
}

#[test]
fn lists_whose_line_ends_were_lost_are_lists_all_the_same() {
    check(
        "\
Hiring: Product Manager at Nodwell. We make software for clinics; 10 years in business. Requirements: - 3 years of PM \
experience - Knowledge of healthcare software - Figma. Nice to have: - SQL - FHIR or HL7. We offer: - 30 days off.
",
        expect![[r#"
            Product Manager [-] gate product-years
            ! product-years | 3 years of PM experience | 3 years
            ! knowledge-of-healthcare-software | Knowledge of healthcare software | healthcare software
            ! figma | Figma | figma
            + sql | SQL | sql
            + fhir-or-hl7 | FHIR or HL7 | fhir, hl7
        "#]],
    );
    check(
        "\
Associate Product ManagerAs a member of our team you write specifications.

Requirements1-2 years of experience in productAbility to write clear specificationsKnowledge of HTML and \
CSSExperience with A/B testing requiredBenefitsFree lunch
",
        expect![[r#"
            Associate Product Manager [associate] gate product-years
            ! product-years | 1-2 years of experience in product | 1 years
            ! product-methods | Ability to write clear specifications | product-methods
            ! knowledge-of-html | Knowledge of HTML | html
            ! css | CSS | css
            ! data-analysis | Experience with A/B testing required | data-analysis, a/b
        "#]],
    );
}

#[test]
fn what_a_company_says_of_itself_asks_for_nothing() {
    check(
        "\
# Product Manager, Customer Experience

Over the last 6 years Acme has grown to 200 people. The shop group builds the shopping experience for our customers \
with SQL. Are you passionate about machine learning? If you enjoy Python, come join our team. You will have \
end-to-end ownership of the strategy. We are looking for a seasoned product leader with 3+ years in fintech, to join \
our growing data team.
",
        expect![[r#"
            Product Manager, Customer Experience [-] gate product-years
            ! product-years | a seasoned product leader with 3+ years in fintech | 3 years
            ! a-seasoned-product-leader-with-3-years-in | a seasoned product leader with 3+ years in fintech | fintech
        "#]],
    );
}

#[test]
fn a_label_is_said_of_all_that_follows_and_a_figure_may_be_of_another() {
    check(
        "\
# Product Manager

We are looking for someone who has owned a payments product for at least four years.

## Requirements
- 6+ years of work, of which at least 3 in product
- SQL

Bonus: CSPO; experience with Figma.
",
        expect![[r#"
            Product Manager [-] gate product-years
            ! 6-years-work | 6+ years of work | 6 years of any work
            ! product-years | 3 in product | 3 years
            ! sql | SQL | sql
            + certification | CSPO | cspo
            + experience-with-figma | experience with Figma | figma
            ! owned-a-payments-product-for-at-least-four-years | owned a payments product for at least four years | 4 years
        "#]],
    );
}

#[test]
fn years_keep_what_they_are_of() {
    check(
        "\
# Product Manager

## Your day
- Write specifications with designers
- Be comfortable with Spark

## Requirements
- 5 years in B2B SaaS
- 3 years as a software engineer
- 2 years managing product managers
- Work closely with vendors, designers and site managers, with experience in logistics
- Change management, pricing and stakeholder management skills
- Good English, Swedish is not required
- Collaborative. You have a track record of hiring and retaining data analysts
- Bonus points for experience in; retail, payments
- Availability to work overlapping hours with the Japan time zone

## Desired, but not required
- Experience with Kafka
",
        expect![[r#"
            Product Manager [-] gate -
            ! 5-years-b2b-saas | 5 years in B2B SaaS | 5 years of any work | software-industry, b2b, b2b saas
            ! software-industry | Experience in B2B SaaS | software-industry, b2b
            ! 3-years-software-engineer | 3 years as a software engineer | 3 years of any work | technical-background, software engineer, software developer
            ! technical-background | Experience as a software engineer | technical-background
            ! leadership | Managing product managers | leadership
            ! 2-years-leading | 2 years managing product managers | 2 years of any work | leadership
            ! design-engineering | Work closely with vendors, designers and site managers | design-engineering
            ! experience-in-logistics | experience in logistics | logistics, logistic
            ! change-management-pricing | Change management, pricing | change management, pricing
            ! stakeholder-communication | stakeholder management skills | stakeholder-communication
            ! english | Good English | english, communication
            ! you-have-a-track-record-of-hiring-and-retaining | You have a track record of hiring and retaining data analysts | retaining data analysts, retaining data analyst, data analysts, data analyst
            + bonus-points-for-experience-in-retail-payments | Bonus points for experience in; retail, payments | retail, payments, payment
            + experience-with-kafka | Experience with Kafka | kafka
            ! be-comfortable-with-spark | Be comfortable with Spark | spark
            ? Availability to work overlapping hours with the Japan time zone
        "#]],
    );
}

#[test]
fn capitals_cells_and_sentences_about_you_ask_too() {
    check(
        "\
# Lead Product Manager

QUALIFICATIONS AND EXPERIENCE: Bachelor's degree in Commerce; MBA an added advantage. Minimum of 9 years' experience in
banking, 5 of which must be in product management.

## What you need

| Area | What it looks like | Need it or learn it? |
|---|---|---|
| Data | Advanced SQL | Need it |
| Language | French | Learn it |

## Who we're looking for

We imagine someone with around five years of product management experience, at least two of them on products used by
farmers. You write clearly and present to the board. Applicants must be at least 18 years of age. You should be fluent
in Portuguese, and your English needs to be good enough to discuss a firmware fault with our supplier in another town.

It would be great if you also had one or more of these: experience with GIS tools; knowledge of drone regulation.

## It's a plus if you
- know Unity or PlayFab

Preference may be granted to applicants who have one of the following:
- Experience with Terraform
",
        expect![[r#"
            Lead Product Manager [lead] gate product-years
            ! education | Bachelor's degree in Commerce | Bachelor
            + advanced-degree | MBA an added advantage | Master
            ! 9-years-banking | 9 years' experience in banking | 9 years of any work | banking
            ! experience-in-banking | Experience in banking | banking
            ! product-years | 5 of which must be in product management | 5 years
            ! data-advanced-sql | Data: Advanced SQL | sql
            + french | Language: French | french
            ! 2-years-them-on-products | two of them on products used by farmers | 2 years of any work | products used, farmers, farmer
            ! communication | You write clearly and present to the board | communication
            ! portuguese | You should be fluent in Portuguese, and your English needs to be good enough to discuss a firmware fault with our supplier in another town | portuguese
            ! english | You should be fluent in Portuguese, and your English needs to be good enough to discuss a firmware fault with our supplier in another town | english, communication
            + experience-with-gis-tools | experience with GIS tools | gis
            + knowledge-of-drone-regulation | knowledge of drone regulation | drone regulation
            + know-unity-or-playfab | know Unity or PlayFab | unity, playfab
            + experience-with-terraform | Experience with Terraform | terraform
            ? Applicants must be at least 18 years of age
        "#]],
    );
}

#[test]
fn a_posting_that_names_no_role_has_no_title() {
    assert_eq!(markdown("## Requirements\n- Experience with SQL\n").title, "Untitled role");
}

#[test]
fn heaps_of_text_are_read_in_bounded_time() {
    let heap =
        format!("# Product Manager\n## Requirements\n{}", "- Experience with tools, in a startup\n".repeat(100_000));
    assert!(markdown(&heap).requirements.len() <= 150);
    let line = "Requirements: İ experience with SQL and ".repeat(100_000);
    assert!(markdown(&line).requirements.len() <= 150);
}

#[test]
fn marks_of_items_paragraphs_with_letters_and_outright_sentences_ask() {
    check(
        "\
# Warehouse Manager

## About you

(E) is essential and (D) is desirable. If you meet every E, please apply.

- Sound knowledge of food safety law (E)
- Class LO forklift licence (D)
- Confident user of a stock system (E)

## Eligibility criteria

(a) Life support. Hold a current Basic Life Support certificate.

(b) English. Have a command of written and spoken English sufficient for the post.

## Who we are looking for

The right person will have an honours degree in physics. You must have secure knowledge of the subject, and the
opportunity to grow is yours. We also need you to be able to teach biology and chemistry to Year 9 and to run the lab.
It would be an advantage if you have worked with time-series data before.

## Cherry on top

- German or Japanese
",
        expect![[r#"
            Warehouse Manager [-] gate -
            ! sound-knowledge-of-food-safety-law | Sound knowledge of food safety law | food safety law, safety law
            + class-lo-forklift-licence | Class LO forklift licence | lo
            ! certification | Hold a current Basic Life Support certificate
            ! communication | Have a command of written and spoken English sufficient for the post | communication
            ! education | The right person will have an honours degree in physics | Bachelor
            + worked-with-time-series-data-before | worked with time-series data before | worked, time-series data before, data before
            + german-or-japanese | German or Japanese | german, japanese
            ? Confident user of a stock system
            ? teach biology and chemistry to Year 9 and to run the lab
        "#]],
    );
}
