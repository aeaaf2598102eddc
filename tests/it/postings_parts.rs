//! Where postings of every origin keep what they ask for: forms, notices of public bodies, briefs, job boards, letters.

use crate::postings_read::{check, told};
use expect_test::expect;

#[test]
fn headings_of_forms_notices_and_boards_head_their_parts() {
    check(
        "\
Harcourt Bank
Staff Accountant

Required qualifications, capabilities, and skills
- 2+ years in general ledger accounting
- Working knowledge of bank regulation, e.g. Reg D, Reg W

Preferred qualifications, capabilities, and skills
- Epic experience
- Experience in higher education

Why you'll like it here
- Medical, dental, vision, and a yarn allowance

Similar jobs
- Data Engineer, 8+ years, Kafka
",
        expect![[r#"
            Staff Accountant [-] gate -
            ! 2-years-general-ledger-accounting | 2+ years in general ledger accounting | 2 years of any work | ledger accounting, ledger accountant
            ! experience-in-general-ledger-accounting | Experience in general ledger accounting | ledger accounting
            ! working-knowledge-of-bank-regulation-e-g-reg-d | Working knowledge of bank regulation, e.g. Reg D, Reg W | bank regulation, reg
            + epic-experience | Epic experience | epic
            + experience-in-higher-education | Experience in higher education | higher education
        "#]],
    );
    check(
        "\
Post title:   Project Manager, Rural Roads

1. BACKGROUND

The Ministry seeks a Project Manager for the north.

3. REQUIRED QUALIFICATIONS

3.1 Education: A master's degree in civil engineering.

3.2 Skills:
    - Proven experience in public procurement;
    - Using a content system, e.g. WordPress

4. DESIRABLE QUALIFICATIONS

    - Knowledge of geographic information systems;

5. CONDITIONS OF SERVICE

The Ministry offers 30 days of leave.
",
        expect![[r#"
            Project Manager, Rural Roads [-] gate -
            ! advanced-degree | A master's degree in civil engineering | Master
            ! proven-experience-in-public-procurement | Proven experience in public procurement | public procurement
            ! using-a-content-system-e-g-wordpress | Using a content system, e.g. WordPress | content system, wordpress
            + knowledge-of-geographic-information-systems | Knowledge of geographic information systems | geographic information systems, geographic information system, information systems, information system
        "#]],
    );
}

#[test]
fn sentences_about_you_ask_hope_and_release() {
    check(
        "\
# Product Manager, Growth

## About you

You can write your own SQL. Experience with subscriptions would be ideal, and if you've worked with Braze, even better. \
You need to be in our Austin office on Tuesdays. A degree isn't needed.

**Language.** Fluent English. Dutch isn't needed.

## Skills

- Budget ownership; agile product development
- Several years, at least 3, of experience as a Product Owner

| Criterion | Essential | Desirable | Assessed by |
|---|---|---|---|
| **Qualifications** | | CIM Diploma | Application |
| **Skills** | Excellent copywriting | Adobe InDesign | Test |
",
        expect![[r#"
            Product Manager, Growth [-] gate product-years
            ! you-can-write-your-own-sql | You can write your own SQL | sql
            + experience-with-subscriptions-would-be-ideal | Experience with subscriptions would be ideal | subscriptions, subscription
            + if-you-ve-worked-with-braze-even-better | if you've worked with Braze, even better | braze
            ! english | Fluent English | english, communication
            ! budget-ownership | Budget ownership | budget ownership
            ! agile-delivery | agile product development | agile-delivery
            ! product-years | at least 3 years of experience as a Product Owner | 3 years
            ! excellent-copywriting | Excellent copywriting | copywriting
            + cim-diploma | CIM Diploma | cim diploma
            + adobe-indesign | Adobe InDesign | indesign
            ? You need to be in our Austin office on Tuesdays
        "#]],
    );
}

#[test]
fn notices_of_public_bodies_and_briefs_of_agencies_are_read() {
    check(
        "\
**Title of function:** Data Analyst

## 3. Eligibility criteria

To be eligible, candidates shall satisfy all of the following conditions:

1. have at least 3 years of experience in statistics;
2. be a national of a Member State of the European Union.

### 4.1 Essential

1. Proven experience in R or Python (15 points);
2. PROFESSIONALISM: Shows pride in work; listens to others

### 4.2 Advantageous

1. Experience with transport data

Our client would see the following as advantageous:

1. A Nordic language or German.

## 5. Appeals

A candidate who considers that a decision affects him may lodge a complaint within three months after it was taken.
",
        expect![[r#"
            Data Analyst [-] gate -
            ! 3-years-experience-in-statistics | have at least 3 years of experience in statistics | 3 years of any work | data-analysis, statistics, statistic
            ! data-analysis | Experience in statistics | data-analysis
            ! proven-experience-in-r-or-python-15-points | Proven experience in R or Python (15 points) | python
            + experience-with-transport-data | Experience with transport data | transport data
            + german | A Nordic language or German | german
            ? be a national of a Member State of the European Union
            ? PROFESSIONALISM: Shows pride in work; listens to others
        "#]],
    );
    check(
        "\
Java Engineer

MUST HAVES (please do not apply without these)
1. 5+ yrs core Java
2. Kafka or another message broker

About Tallgrass
Tallgrass is a woman-owned firm with offices in Richmond and Omaha, and it has placed thousands of people since 1998.

Special Notice
The appointment is for one year and may be extended; experience with SAP systems is given to those who are new to them.
",
        expect![[r#"
            Java Engineer [-] gate -
            ! 5-years-5-yrs-core | 5+ yrs core Java | 5 years of any work | java, core java
            ! kafka-or-another-message-broker | Kafka or another message broker | kafka
        "#]],
    );
}

#[test]
fn wishes_are_told_in_many_ways_and_none_becomes_a_duty_or_a_requirement() {
    check(
        "\
# Product Manager

## Must haves

- Fluent English
- Teaching or practice assessor qualification
- You also have to be in Lisbon three days a week

Hardware experience will be highly regarded. Power BI is a bonus, but we'll teach you.

## Nice, not needed

- Kiosk or ticketing work
- CPACC certificate from IAAP

## What you can expect

- 30 days of vacation and experience with SAP

What would make me call you today: PCI DSS knowledge. Experience with Braze.

What you don't need: an MBA, or a degree at all.
",
        expect![[r#"
            Product Manager [-] gate -
            ! english | Fluent English | english, communication
            ! teaching-or-practice-assessor-qualification | Teaching or practice assessor qualification | practice assessor qualification, assessor qualification
            + hardware-experience-will-be-highly-regarded | Hardware experience will be highly regarded | hardware, regarded
            + power-bi-is-a-bonus | Power BI is a bonus | power bi
            + certification | CPACC certificate from IAAP
            + pci-dss-knowledge | PCI DSS knowledge | pci dss
            + experience-with-braze | Experience with Braze | braze
            ? You also have to be in Lisbon three days a week
            ? Kiosk or ticketing work
        "#]],
    );
}

#[test]
fn pictures_lead_ins_facts_and_commas_part_what_is_asked_for() {
    check(
        "\
🚨 I'm hiring 🚨

One of my clients is looking for a PRODUCT MANAGER, LENDING to sit with the team in Nairobi.

So who am I looking for? Let me be plain:

✅ 4+ yrs as a product manager, and at least two of them in lending
✅ You write your own SQL
✅ Fluent English + Kiswahili

Would make me call you first, but please don't hold back if you lack them:

💛 Exposure to credit scoring models
💛 French, because Abidjan is next on the map

THE TIMETABLE

Long list by 20 February; interviews with the chief executive in the first two weeks of March; and a last meeting in April.
",
        expect![[r#"
            PRODUCT MANAGER [-] gate product-years
            ! product-years | 4+ yrs as a product manager | 4 years
            ! 2-years-them-in-lending | two of them in lending | 2 years of any work | lending
            ! two-of-them-in-lending | two of them in lending | lending
            ! you-write-your-own-sql | You write your own SQL | sql
            ! english | Fluent English + Kiswahili | english, communication
            ! kiswahili | Fluent English + Kiswahili | kiswahili
            + exposure-to-credit-scoring-models | Exposure to credit scoring models | credit scoring models, credit scoring model, scoring models, scoring model
            + french | French, because Abidjan is next on the map | french
        "#]],
    );
    check(
        "\
Associate Product Manager

Experience: 1 - 3 years | Salary: 12-18 Lacs P.A. | Location: Pune (Baner)

## Your profile, with which you convince us

Candidate should be B.E./B.Tech from a reputed institute, 1-3 yrs of experience in product management, strong in Advanced Excel and SQL, should know how to make wireframes in Figma or Balsamiq, conversant with Hindi, Marathi will be an added advantage.

Things you do **not** need: a CS degree, an MBA, ten years of anything.
",
        expect![[r#"
            Associate Product Manager [associate] gate product-years
            ! 1-years-of-work | 1 - 3 years | 1 years of any work
            ! education | Candidate should be B.E./B.Tech from a reputed institute | Bachelor
            ! product-years | 1-3 yrs of experience in product management | 1 years
            ! strong-in-advanced-excel-and-sql | strong in Advanced Excel and SQL | excel, sql
            ! specialist-depth | should know how to make wireframes in Figma or Balsamiq | specialist-depth, figma, balsamiq
            ! hindi | conversant with Hindi | hindi
            + marathi | Marathi will be an added advantage | marathi
            ? Location: Pune (Baner)
        "#]],
    );
}

#[test]
fn the_columns_of_a_page_say_how_much_each_cell_is_asked_for() {
    let page = "<!doctype html><html><body><h1>Technical Product Manager</h1><h2>Qualifications</h2><table>\
        <tr><th></th><th>Required</th><th>Preferred</th></tr>\
        <tr><td>Experience</td><td>Experience with HL7<br>Proficiency in Jira</td><td><p>Experience with Azure</p></td></tr>\
        <tr><td>Education</td><td></td><td>Master's degree in Health Informatics</td></tr></table>\
        <h3>Similar jobs you may like</h3><ul><li>Nurse: BLS required</li></ul></body></html>";
    let document = rolefit::document::read(page.as_bytes()).unwrap();
    expect![[r#"
        Technical Product Manager [-] gate -
        ! experience-with-hl7 | Experience with HL7 | hl7
        ! proficiency-in-jira | Proficiency in Jira | jira
        + experience-with-azure | Experience with Azure | azure
        + advanced-degree | Master's degree in Health Informatics | Master
    "#]]
    .assert_eq(&told(&rolefit::posting::read(&document, "page.html")));
}

#[test]
fn a_picture_before_each_heading_makes_no_items_of_them() {
    check(
        "\
# Product Manager

🔹 Requirements

5 years of product management. Experience with SQL.

🔹 Nice to have

Experience with Python.

- Degree not required: five years of work instead
",
        expect![[r#"
            Product Manager [-] gate product-years
            ! product-years | 5 years of product management | 5 years
            ! experience-with-sql | Experience with SQL | sql
            + experience-with-python | Experience with Python | python
        "#]],
    );
}

#[test]
fn what_stands_above_the_title_of_a_page_is_the_sites_and_months_are_years() {
    let page = "<!doctype html><html><body><div><h2>This website uses cookies to ensure you get the best experience.</h2>\
        <p>Strictly necessary cookies cannot be switched off.</p></div><header><p>Product · Kassel · Hybrid</p></header>\
        <h1>Product Manager</h1><h2>Your profile</h2><ul><li>18 months or more in public transport</li>\
        <li>Familiarity with GTFS would be a distinct advantage</li><li>An MBA would be viewed favourably</li>\
        <li>Fluency in pricing is indispensable</li></ul></body></html>";
    let document = rolefit::document::read(page.as_bytes()).unwrap();
    expect![[r#"
        Product Manager [-] gate -
        ! 1-years-public-transport | 18 months or more in public transport | 1 years of any work | public transport
        ! experience-in-public-transport | Experience in public transport | public transport
        + familiarity-with-gtfs-would-be-a-distinct | Familiarity with GTFS would be a distinct advantage | gtfs
        + advanced-degree | An MBA would be viewed favourably | Master
        ! fluency-in-pricing-is-indispensable | Fluency in pricing is indispensable | pricing
    "#]]
    .assert_eq(&told(&rolefit::posting::read(&document, "page.html")));
}

#[test]
fn headings_of_several_words_for_what_is_asked_and_what_leans_on_the_sentence_before() {
    let text = "# Nurse Manager\n\nMinimum Qualifications - Education & Prior Job Experience\n\n\
        - AND five (5) years of acute care nursing experience required\n\nSkills, Licenses & Certifications\n\n- Current RN license\n\n\
        About You\n\nExperience in logistics would be advantageous, as would exposure to freight brokers.\n\n\
        Our offer\n\n- A day-care centre and a training academy\n";
    check(
        text,
        expect![[r#"
            Nurse Manager [-] gate -
            ! 5-years-acute-care-nursing | five (5) years of acute care nursing experience required | 5 years of any work | acute care nursing, care nursing
            ! acute-care-nursing-experience | Acute care nursing experience | acute care nursing, care nursing
            ! current-rn-license | Current RN license | rn
            + experience-in-logistics-would-be-advantageous | Experience in logistics would be advantageous | logistics, logistic
            + as-would-exposure-to-freight-brokers | as would exposure to freight brokers | freight brokers, freight broker
        "#]],
    );
}

#[test]
fn headings_that_open_a_paragraph_and_wishes_told_by_the_line_above_them() {
    check(
        "# Data Analyst\n\nMust have skills\n- Advanced SQL\n- Diploma in statistics or a related field\n- Payments domain | fraud | privacy knowledge\n- Satisfactory police record check\n\n\
        Good to have\nIf you have any of the following, it would be a plus:\n- Exposure to retail\n\n\
        ### Apply for this job\n\n\\* Required\n\nFirst Name \\*  Email \\*\n\nHow many years of SaaS experience do you have? \\*\n",
        expect![[r#"
            Data Analyst [-] gate -
            ! advanced-sql | Advanced SQL | sql
            ! education | Diploma in statistics or a related field | Associate
            ! payments-domain-fraud-privacy-knowledge | Payments domain | fraud | privacy knowledge | payments domain, privacy
            + exposure-to-retail | Exposure to retail | retail
            ? Satisfactory police record check
        "#]],
    );
    check(
        "# Product Owner\n\nAbout you. You have been a product owner for 3 years. You speak English and Dutch fluently. \
        A background in physics? Great, but not a must. You should also live in the Ghent area.\n\n\
        About us. We pay well and have experience with batteries in cellars and under stairs.\n",
        expect![[r#"
            Product Owner [-] gate product-years
            ! product-years | You have been a product owner for 3 years | 3 years
            ! english | You speak English | english, communication
            ! dutch | Dutch fluently | dutch
            + a-background-in-physics-great-but-not-a-must | A background in physics? Great, but not a must | physics, physic
            ? You should also live in the Ghent area
        "#]],
    );
    check(
        "# VP Product\n\nCandidates have no fewer than twelve years in digital products. They have run product at a marketplace of \
        some scale. They know how to build a culture of experiments. The package consists of a salary and a bonus.\n\n\
        Fernhill Partners AB · Privacy · Candidate charter\n",
        expect![[r#"
            VP Product [vp] gate -
            ! 12-years-digital-products | Candidates have no fewer than twelve years in digital products | 12 years of any work | software-industry
            ! software-industry | Candidates have no fewer than twelve years in digital products | software-industry
            ! product-methods | They know how to build a culture of experiments | product-methods
        "#]],
    );
}

#[test]
fn what_is_believed_liked_or_said_to_be_a_plus_counts_as_it_is_meant() {
    check(
        "\
# Founding Product Manager

## About you

We believe that you have at least ten years of experience in product management, of which five years in a leadership role.
You can write a clear spec, and you are technical enough to build a prototype on your own. You love talking to customers.
It's a plus if you have worked in construction or vertical SaaS. Dutch would be a big plus since some farmers aren't at
ease in English. You're happy to work in person from our office in the Mission. The client also requires prior experience
in private banking.

## Meritorious
- Experience from the energy sector

## Other details
- Work mode: Hybrid (3 days from office)
- Shift: 11 AM to 8 PM IST

## Requirements
- B.E. / B.Tech / MCA mandatory. MBA preferred.
- 5 - 8 years Salary: Not disclosed Location: Pune

It'd be great if you also have
- Retail or grocery experience
- Use of Power BI or a similar tool

## Be careful
- Don't provide your bank details when applying for jobs
",
        expect![[r#"
            Founding Product Manager [-] gate product-years
            ! product-years | ten years of experience in product management | 10 years
            ! leadership | Experience in a leadership role | leadership
            ! 5-years-leading | five years in a leadership role | 5 years of any work | leadership
            ! product-methods | You can write a clear spec | product-methods
            ! technical-background | you are technical enough to build a prototype on your own | technical-background
            ! customer-feedback | You love talking to customers | customer-feedback
            + software-industry | It's a plus if you have worked in construction or vertical SaaS | software-industry
            + dutch | Dutch would be a big plus since some farmers aren't at ease in English | dutch
            ! prior-experience-in-private-banking | prior experience in private banking | private banking
            + experience-from-the-energy-sector | Experience from the energy sector | energy sector
            ! education | B.E. / B.Tech / MCA mandatory | Bachelor
            + advanced-degree | MBA preferred | Master
            ! 5-years-of-work | 5 - 8 years | 5 years of any work
            + retail-or-grocery-experience | Retail or grocery experience | retail, grocery
            + use-of-power-bi-or-a-similar-tool | Use of Power BI or a similar tool | power bi
            ? You're happy to work in person from our office in the Mission
            ? Work mode: Hybrid (3 days from office)
            ? Shift: 11 AM to 8 PM IST
        "#]],
    );
}
