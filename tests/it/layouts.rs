//! Whole ways of setting out a resume: exports of job sites in other languages, lines of names, dates in a margin.

use crate::documents::{at, pdf};
use crate::entries::{entries, entries_of, expect, resume};
use rolefit::document::{Document, Format};
use rolefit::lexicon::{DegreeLevel, Lexicon};
use rolefit::resume::parse;

#[test]
fn the_export_of_a_german_job_site_is_a_form_like_any_other() {
    let text = "Berufserfahrung\n\nPosition:        Product Ownerin Ladenetz\nUnternehmen:     Isar Mobil GmbH\nOrt:             München\n\
        Branche:         Energie\nVon:             Juni 2022\nBis:             heute\nAufgaben:        App für 2.300 Ladepunkte\n\n\
        Position:        Elternzeit\nUnternehmen:     -\nVon:             Februar 2021\nBis:             Mai 2022\n";
    expect(&entries(text), &["2022-06 present Work Product Ownerin Ladenetz", "2021-02 2022-05 Break Elternzeit"]);
    assert_eq!(resume(text).entries[0].employer, "Isar Mobil GmbH");
}

#[test]
fn a_job_may_be_one_line_of_names_and_dates_that_ends_like_a_sentence() {
    let text = "Thea Mkize\n14 Innes Road, Durban 4001\n\nI have run hotel restaurants in Durban and in Cape Town for ten years.\n\n\
        Food and Beverage Manager, Crest Hotel, Durban, August 2021 to date.\nTwo restaurants and a pool bar. Brought food cost from 36% to\n\
        31% without new prices on the menu.\n\nHead Waitress, Valley Lodge, Winterton, December 2011 to December 2014.\nAll meals.\n";
    expect(&entries(text), &["2021-08 present Work Food and Beverage Manager", "2011-12 2014-12 Work Head Waitress"]);
}

#[test]
fn a_title_told_in_the_sentence_behind_the_dates_is_that_of_the_job() {
    let text = "Where I've worked\n\nFrom February 2016 to August 2019, I was at Koszyk in Warsaw, an online grocer that grew in my time. \
        I joined as Junior Product Manager, and from July 2017 I was Product Manager for the delivery side.\n";
    expect(
        &entries(text),
        &["2016-02 2019-08 Work Junior Product Manager", "2017-07 2019-08 Work Product Manager for the delivery side"],
    );
}

#[test]
fn labelled_dates_below_a_job_are_its_own_and_those_of_its_projects_are_not() {
    let text = "EMPLOYMENT RECORD\n1. PLANNING ENGINEER\nRawda Contracting LLC, Abu Dhabi\n- Monthly progress report\n\
        Tower G+32    AED 410 million    06/2021 - 12/2023\nWarehouse    AED 150 million    04/2025 - ongoing\n\
        Duration: 06/2021 - Till date\n\n2. SITE ENGINEER\nRavi Builders, Lahore\n- Supervision of masonry\nDuration: 08/2014 - 02/2018\n";
    expect(&entries(text), &["2021-06 present Work PLANNING ENGINEER", "2014-08 2018-02 Work SITE ENGINEER"]);
}

#[test]
fn a_line_that_says_for_whom_something_is_made_names_no_title() {
    let text = "My journey\n\nSabi Wallet\n\nJune 2016 – August 2018 · Lagos\nMobile money for market traders\n\nAssociate Product Manager\n\n\
        June 2016 – August 2018\n- A menu for phones without data\n";
    expect(&entries(text), &["2016-06 2018-08 Work Associate Product Manager"]);
}

#[test]
fn the_name_of_a_thesis_says_nothing_of_the_degree() {
    let unfinished = |below: &str| {
        resume(&format!("Education\nB.Tech. in Computer Science, Jul. 2009 – May 2013\n- {below}\n")).degrees[0]
            .unfinished
    };
    assert!(!unfinished("Final project: shortest paths on incomplete maps."));
    assert!(!unfinished("Thesis: \"Unfinished business on small maps\""));
    assert!(unfinished("Thesis: incomplete") && unfinished("Thesis: maps of Leeds (degree not completed)"));
}

#[test]
fn years_that_end_a_sentence_of_the_line_above_are_no_job() {
    let text = "Experience\n\nClerk, National Archive, 06/2011 - 09/2016\nDigitising of gauge books of the whole country from\n1950 to 1975.\n";
    expect(&entries(text), &["2011-06 2016-09 Work Clerk"]);
}

#[test]
fn the_second_line_of_a_date_stands_between_two_lines_of_its_job() {
    let small = |x: u32, y: u32, words: &str| format!("BT /F1 8 Tf {x} {y} Td ({words}) Tj ET\n");
    let job = |y: u32, title: &str, dates: [&str; 2]| {
        at(180, y, title)
            + &small(500, y + 2, dates[0])
            + &small(502, y - 7, dates[1])
            + &at(180, y - 13, "Tournesol, Lyon")
            + &at(186, y - 28, "The record of the patient in 310 surgeries")
            + &at(186, y - 41, "Panel of 60 nurses, paid for their time")
    };
    let page = job(730, "Lead Product Manager", ["sept. 2023 -", "aujourd'hui"])
        + &job(660, "Product Manager", ["mars 2021 -", "juin 2023"])
        + &job(590, "Product Owner", ["juil. 2018 -", "mai 2020"]);
    let text = rolefit::document::read(&pdf(&page)).expect("readable").text;
    assert!(text.contains("Lead Product Manager  sept. 2023 - aujourd'hui\n"), "{text}");
    assert!(text.contains("Product Owner  juil. 2018 - mai 2020\n"), "{text}");
    let page = job(730, "Head of Product", ["Jan '23", "to now"])
        + &job(660, "Product Manager", ["Jul '16", "to Dec '22"])
        + &job(590, "Firmware Engineer", ["Aug '13", "to Jun '16"]);
    let text = rolefit::document::read(&pdf(&page)).expect("readable").text;
    assert!(text.contains("Head of Product  Jan '23 to now\n"), "{text}");
    assert!(text.contains("Firmware Engineer  Aug '13 to Jun '16\n"), "{text}");
}

#[test]
fn a_print_of_an_applicant_system_may_ask_and_answer_between_the_rows() {
    let text = "WORK EXPERIENCE (2)\nWork Experience 1\nEmployer: Udaan Credit Pvt. Ltd.\nJob Function: Product Management\n\
        Job Title: Senior Product Manager\nCurrent Job: Yes\nStart Date: 15-Apr-2021\nEnd Date:\nAchievements:\n* Owns the loans\n\n\
        Work Experience 2\nEmployer: Deccan Infotech Ltd.\nJob Function: Information Technology\nJob Title: Business Analyst\n\
        Current Job: No\nStart Date: 04-Jan-2016\nEnd Date: 29-Jun-2018\nAchievements:\n* Wrote the papers\n";
    expect(&entries(text), &["2021-04 present Work Senior Product Manager", "2016-01 2018-06 Work Business Analyst"]);
    let employers: Vec<_> = resume(text).entries.into_iter().map(|e| e.employer).collect();
    assert_eq!(employers, ["Udaan Credit Pvt. Ltd.", "Deccan Infotech Ltd."]);
}

#[test]
fn a_bullet_may_open_with_a_title_and_its_dates() {
    let text = "My journey\n\nParkli (Q3 2018 – Q2 2023)\n\nParkli makes parking payments for cities.\n\n\
        - Head of Product, Q1 2022 – Q2 2023. Built the team of six and ran the integration after we bought a rival in Latvia.\n\
        - Product Manager, Q3 2018 – Q4 2021. Street parking in three languages; monthly payers from 40,000 to 210,000 in a year.\n";
    let got = entries(text);
    assert!(got.contains("2022-01 2023-06 Work Head of Product\n2018-07 2021-12 Work Product Manager"), "{got}");
}

#[test]
fn numbered_jobs_are_no_bullets() {
    let text = "Work Experience:\n1.  Project Engineer\nCabahug & Lim Construction Inc., Mandaue City\nAugust 2019 to present\n\
        -  Billing of contracts\n2.  Quantity Surveyor\nEastern Samar Builders Corp., Tacloban City\nFebruary 2014 to December 2015\n\
        -  Took off quantities\n3.  On-the-Job Trainee\nDistrict Engineering Office, Bogo City\nApril 2011 to June 2011\n-  240 hours\n";
    expect(
        &entries(text),
        &[
            "2019-08 present Work Project Engineer",
            "2014-02 2015-12 Work Quantity Surveyor",
            "2011-04 2011-06 Internship On-the-Job Trainee",
        ],
    );
}

#[test]
fn dates_below_the_text_belong_to_the_title_above_where_nothing_is_headed_as_work() {
    let page = "# Hélène V\n\n## On my own\n\n### Freelance conference interpreter\n\nAbout 110 days a year, as a self-employed person in Brussels.\n\
        septembre 2015 – aujourd’hui\n\n### Translator\n\nDeeds and by-laws from Dutch and from English into French; sworn in Namur.\n\
        octobre 2008 – janvier 2012\n";
    let page = rolefit::document::Document::from_text(rolefit::document::Format::Markdown, page.to_owned());
    let read = rolefit::resume::parse(&page, &rolefit::lexicon::Lexicon::builtin());
    let told: Vec<_> = read.entries.iter().map(|e| (e.title.as_str(), e.start.map(|m| m.to_string()))).collect();
    assert_eq!(
        told,
        [("Freelance conference interpreter", Some("2015-09".to_owned())), ("Translator", Some("2008-10".to_owned()))]
    );
}

#[test]
fn studies_below_their_dates_do_not_take_those_of_the_next() {
    let text = "What I studied\nSeptember 2008 to June 2011\nAP Degree in Automation Engineering\nUCL Business Academy, Odense\n\
        September 2023 to today\nDiploma in Leadership (evening classes)\n";
    let degree = &resume(text).degrees[0];
    assert_eq!(degree.level, rolefit::lexicon::DegreeLevel::Associate);
    assert!(!degree.goes_on && degree.until.is_some_and(|until| until.to_string() == "2011-06"));
}

#[test]
fn breaks_promotions_and_apprentices_in_the_words_of_resumes() {
    let text = "ABOUT ME\n\nI cook with what the valley gives. I keep a calm kitchen, I cost every dish and I have not lost an\n\
        apprentice since 2019.\n\nWHERE I HAVE WORKED\n\nTIME AWAY FROM WORK      Nov 2017 - Mar 2019\nLooked after my father.\n\n\
        SOUS CHEF, Plas Tywi, Carmarthen      May 2013 - Oct 2017\n- Ran the pass\n\n\
        Career break: travel and care of a family member\n07/2012 – 01/2013  Brazil and Colombia\n- Four months in Brazil\n";
    expect(
        &entries(text),
        &[
            "2017-11 2019-03 Break ",
            "2013-05 2017-10 Work SOUS CHEF",
            "2012-07 2013-01 Break Career break: travel and care of a family member",
        ],
    );
    let text = "Experience\n\nPRODUCT SPECIALIST → PRODUCT MANAGER (FROM JAN. 2018)\nTecnobox Group, Bologna\nOct. 2015 – Feb. 2021\n- Scanners\n";
    expect(&entries(text), &["2015-10 2017-12 Work PRODUCT SPECIALIST", "2018-01 2021-02 Work PRODUCT MANAGER"]);
}

#[test]
fn what_is_told_of_one_job_is_not_told_of_its_neighbour() {
    let form = "Experience\nProduct Manager\nAcme\nStart date: May 2020\nCurrent: Yes\n\nAnalyst\nBeta\nStart date: June 2015\nEnd date: April 2020\n";
    let got = entries(form);
    assert!(got.contains("2015-06 2020-04 Work Analyst"), "{got}");
    let told = "My journey\n\nFrom 2012 to 2018 I was an analyst at Acme. From July 2017 I became product owner at Beta, where I still work.\n";
    let got = entries(told);
    assert!(!got.contains("2017-07 2018-06"), "{got}");
    let table = "Client: Acme\nRole: Buyer\nIndustry: Retail\nDuration: 2019 - 2021\n";
    let employers: Vec<_> = resume(&format!("Experience\n\n{table}")).entries.into_iter().map(|e| e.employer).collect();
    assert_eq!(employers, ["Acme"]);
    let page = b"<!doctype html><html><body><h2>Experience</h2><table><tr><th>Jan 2019 - Dec 2021</th><td><p>Buyer, Acme</p><ul><li>Bought \
        tools for nine shops</li></ul></td></tr><tr><th>Jan 2015 - Dec 2018</th><td><p>Clerk, Leeds Tools</p><ul><li>Filed papers</li></ul>\
        </td></tr></table></body></html>";
    let document = rolefit::document::read(page).unwrap();
    assert!(
        document.text.contains("Clerk, Leeds Tools\n") && document.text.contains("• Filed papers"),
        "{}",
        document.text
    );
}

#[test]
fn a_header_may_tell_several_jobs_each_with_its_dates() {
    let text = "Experience\nAssociate Product Manager → Product Manager\nSpelverket Studios\nAug '17 to Dec '18 → Jan '19 to Feb '21  Malmö\n\
        - Ran 60 tests\n\nBuyer, Acme Foods, 2010 - 2012 and 2014 - 2016\n- Bought spices\n\n\
        Clerk | Northern Rail | Mar 2005 - May 2007; Jan 2008 - Dec 2009\n- Filed letters\n";
    expect(
        &entries(text),
        &[
            "2017-08 2018-12 Work Associate Product Manager",
            "2019-01 2021-02 Work Product Manager",
            "2010-07 2012-06 Work Buyer",
            "2014-07 2016-06 Work Buyer",
            "2005-03 2007-05 Work Clerk",
            "2008-01 2009-12 Work Clerk",
        ],
    );
    assert!(resume(text).entries.iter().all(|entry| !entry.employer.is_empty()));
}

#[test]
fn numbered_jobs_may_have_their_dates_in_brackets_below() {
    let text = "Employment history\n------------------\n1. Lead Product Manager, Department for Work and Pensions, Newcastle\n   (October 2022 to date)\n\
        Three product managers report to me. We look after the money that is owed.\n   * Merged four forms\n\n\
        2. Senior Product Manager, HM Revenue and Customs, Newcastle\n   (April 2019 to September 2022)\n   * Halved corrections\n";
    expect(
        &entries(text),
        &["2022-10 present Work Lead Product Manager", "2019-04 2022-09 Work Senior Product Manager"],
    );
}

#[test]
fn dates_that_a_sentence_or_a_bracket_holds_open_no_job() {
    let text = "Lead Mechanic, Lakehead Ore Dock, 2015 to 2020\nShiploaders and belts.\nNo lost-time injury on my crew since 2016.\n";
    expect(&entries(text), &["2015-07 2020-06 Work Lead Mechanic"]);
    let text = "EXPERIENCE\nSoftware Engineer  Aug. 2021 – June 2024\nPay Company, Hanoi\n• Wrote the payment gateway in Go, at present 1,900 requests a second at the peak.\n\
        • Projects in this post: refund workflow (Aug. 2021 – Feb. 2022); merchant onboarding with electronic ID (Mar. 2022 –\n\
        Jan. 2023); traffic simulator (Feb. 2023 – June 2024).\n";
    expect(&entries(text), &["2021-08 2024-06 Work Software Engineer"]);
}

#[test]
fn rows_of_an_export_say_the_employer_and_what_was_not_finished() {
    let text = "WORK EXPERIENCE\n\nEmployer: Selat Mobile Berhad\nTitle: Product Manager, Prepaid\nStart Date: 01-Oct-2020\nEnd Date: 31-Mar-2023\n\n\
        Employer: Bank Pesisir\nTitle: Industrial Trainee\nStart Date: 02-Feb-2015\nEnd Date: 31-Jul-2015\n\n\
        EDUCATION\n\nSchool: Asia e University\nDegree: Master of Business Administration\nStart Date: 06-Jan-2025\nEnd Date: Present\nGraduated: No\n";
    let resume = resume(text);
    assert_eq!(resume.entries[0].employer, "Selat Mobile Berhad");
    expect(&entries(text), &["2020-10 2023-03 Work Product Manager", "2015-02 2015-07 Internship Industrial Trainee"]);
    assert!(resume.degrees[0].unfinished);
}

#[test]
fn a_leave_for_studies_is_a_break_also_below_its_dates() {
    let text = "## Berufserfahrung\nJuli 2019 – Februar 2021\n\n### Senior Design Engineer\nMurtal GmbH, Graz\n- Intake gates\n\n\
        September 2018 – Juni 2019\n\n### Bildungskarenz (educational leave)\nPrivate, Graz\n- Spanish courses\n\n\
        Jänner 2014 – August 2018\n\n### Product Engineer\nAntriebe AG, Kapfenberg\n- Gearboxes\n";
    let document = Document::from_text(Format::Markdown, text.to_owned());
    expect(
        &entries_of(&parse(&document, &Lexicon::builtin())),
        &[
            "2019-07 2021-02 Work Senior Design Engineer",
            "2018-09 2019-06 Break ",
            "2014-01 2018-08 Work Product Engineer",
        ],
    );
}

#[test]
fn the_dates_of_an_award_open_no_job() {
    let text = "Experience\nOperations Officer, Acme Steel, 06/2013 to 06/2014\n- Ran the mill\n\nAccomplishments\nGreen House Vice Captain\n\
        Certificate of Merit in academics, NSIT, 2011-12, 2012-13\n";
    expect(&entries(text), &["2013-06 2014-06 Work Operations Officer"]);
}

#[test]
fn a_mark_that_stands_before_dates_alone_is_an_icon() {
    let text = "EXPERIENCE\nSenior Product Manager\nProzvit Analytics\n▪ 06/2023 - Present ◆ Lviv\n• Owned the alerts\n\
        Signals Sergeant\nArmed Forces\n▪ 03/2022 - 04/2023 ◆ Lviv\n• Kept radios working\n";
    expect(&entries(text), &["2023-06 present Work Senior Product Manager", "2022-03 2023-04 Work Signals Sergeant"]);
}

#[test]
fn how_long_a_job_was_below_its_dates_names_no_employer() {
    let text = "# Work\n2017.09 – present\n(8 yrs 5 mos)\n\nHarbour Freight Ltd, Budapest\nA freight exchange\n\n\
        2023.02 – present\n(3 yrs)\n\n## Lead Product Manager\n- Owned the roadmap\n\n\
        2017.09 – 2023.01\n(5 yrs 5 mos)\n\n## Product Owner\n- Took the app to nine countries\n";
    let document = Document::from_text(Format::Markdown, text.to_owned());
    let resume = parse(&document, &Lexicon::builtin());
    expect(&entries_of(&resume), &["2023-02 present Work Lead Product Manager", "2017-09 2023-01 Work Product Owner"]);
    assert!(resume.entries.iter().all(|entry| entry.employer == "Harbour Freight Ltd"));
}

#[test]
fn the_dates_of_the_parts_of_a_job_may_stand_before_its_own() {
    let text = "## Where I've worked\n\n### Lead Product Manager\n\nClear Water, Cardiff\n\nBilling for many households in the whole country, every day.\n\n\
        Since Q2 2023\n\n### Freelance Product Manager\n\nWorking for myself\n\n\
        - Coast Museums, a ticket shop\n\nSept – Dec 2020\n\n- A housing trust, repairs by text\n\nOct 2021 – Mar 2022\n\nQ3 2020 – Q1 2022\n\n\
        ### Reporter\n\nWestern Post\n\nCourts, councils, rugby, and the site that nobody else wanted.\n\nQ3 2010 – Q3 2013\n";
    let document = Document::from_text(Format::Markdown, text.to_owned());
    let resume = parse(&document, &Lexicon::builtin());
    expect(
        &entries_of(&resume),
        &[
            "2023-04 present Work Lead Product Manager",
            "2020-07 2022-03 Work Freelance Product Manager",
            "2010-07 2013-09 Work Reporter",
        ],
    );
    let employers: Vec<_> = resume.entries.iter().map(|entry| entry.employer.as_str()).collect();
    assert_eq!(employers, ["Clear Water", "Working for myself", "Western Post"]);
}

#[test]
fn titles_that_nobody_knows_stand_below_their_dates_where_the_others_do() {
    let text = "## Berufliche Stationen\nseit Oktober 2022\n\n### Produktmanager\nAlpin AG, Schaan\n- Preise\n\n\
        August 2013 – März 2017\n\n### Anwendungsbetreuer\nOptik AG, Balzers\n- Schulung\n\n\
        Februar 2013 – Juli 2013\n\n### Sprachaufenthalt und Reise\nWellington\n\n\
        August 2007 – August 2009\n\n### Polymechaniker\nGeräte AG, Eschen\n- Fräsen\n";
    let document = Document::from_text(Format::Markdown, text.to_owned());
    let got = entries_of(&parse(&document, &Lexicon::builtin()));
    for job in ["2022-10 present Work", "2013-08 2017-03 Work", "2013-02 2013-07 Break", "2007-08 2009-08 Work"] {
        assert!(got.contains(job), "{got}");
    }
}

#[test]
fn the_labels_of_a_form_may_stand_in_a_column_of_their_own() {
    let text = "EXPERIENCE\n\nPeriod\tSept. 2014 to date\nEmployer\tKibo Ltd., Leeds (consulting engineers)\nPosition held\tResident Engineer\n\n\
        Period\tMarch 2006 to Dec. 2011\nEmployer\tNorthern Roads, Regional Manager's Office\nPosition held\tSenior Materials Engineer\n";
    expect(
        &entries(text),
        &["2014-09 present Work Resident Engineer", "2006-03 2011-12 Work Senior Materials Engineer"],
    );
    let employers: Vec<_> = resume(text).entries.into_iter().map(|entry| entry.employer).collect();
    assert_eq!(employers, ["Kibo Ltd.", "Northern Roads"]);
}

#[test]
fn a_degree_is_held_that_a_sentence_says_somebody_took() {
    for (told, level) in [
        (
            "I studied in Bergen, where I took a Bachelor in Economics and then a Master of Science in Marketing.",
            DegreeLevel::Master,
        ),
        ("I studied in Bergen and hold a Bachelor in Economics.", DegreeLevel::Bachelor),
    ] {
        let read = resume(&format!("Ann Lee\nann@mail.example\n\nI have worked with fish for years.\n\n{told}\n"));
        assert!(read.degrees.iter().any(|degree| degree.level == level && !degree.unfinished), "{told}");
    }
    for told in ["I studied for a Bachelor in Economics.", "I have studied for a Bachelor in Economics."] {
        let read = resume(&format!("Ann Lee\nann@mail.example\n\nI sell fish.\n\n{told}\n"));
        assert!(read.degrees.iter().all(|degree| degree.unfinished), "{told}");
    }
}

#[test]
fn an_employer_whose_name_is_a_word_of_headings_heads_its_jobs() {
    let text = "# Experience\n\n## Razorlane Technologies\n5 years 11 months\n\n## Lead Product Manager\nApril 2024 - Present\nPune, India\nOwns settlement for merchants.\n\n\
        ## Product Manager\nMarch 2020 - March 2024\nPune, India\nRebuilt the reconciliation.\n\n# Technical skills\nSQL, Figma\n";
    let document = Document::from_text(Format::Markdown, text.to_owned());
    let got = entries_of(&parse(&document, &Lexicon::builtin()));
    expect(&got, &["2024-04 present Work Lead Product Manager", "2020-03 2024-03 Work Product Manager"]);
}

#[test]
fn the_title_may_stand_in_a_sentence_below_the_employer() {
    let text = "## Where I've worked\n\n### Kestrel Water\n\nI joined as **Senior Product Manager** to look after metering: 900,000 households.\n\n\
        - Leak alerts for many homes\n\n*10/2023 - present*\n\n---\n\n\
        ### Self-employed\n\nI worked for myself as a **Freelance Product Manager**, mostly on discovery.\n\n- Tariffs (06/2021 - 12/2021)\n\n*06/2021 - 09/2023*\n\n---\n\n\
        ### Brunel Parking\n\nAs **Product Owner** I looked after the pay-by-phone app.\n\n*02/2016 - 05/2021*\n\n## What I studied\n\n- BA Geography, Exeter, 2009\n";
    let document = Document::from_text(Format::Markdown, text.to_owned());
    let resume = parse(&document, &Lexicon::builtin());
    expect(
        &entries_of(&resume),
        &[
            "2023-10 present Work Senior Product Manager",
            "2021-06 2023-09 Work Freelance Product Manager",
            "2016-02 2021-05 Work Product Owner",
        ],
    );
    let employers: Vec<_> = resume.entries.iter().map(|entry| entry.employer.as_str()).collect();
    assert_eq!(employers, ["Kestrel Water", "Self-employed", "Brunel Parking"]);
}

#[test]
fn teaching_is_the_work_where_nothing_else_is_headed_so() {
    let told = "Since August 2022 I have been a mathematics teacher at Lake High School in Leeds.\n";
    let alone =
        format!("Ann Lee\nann@mail.example\n\nTeaching\n\n{told}\nStudies\n\nMaster of Education, Leeds, 2017\n");
    assert!(entries(&alone).contains("2022-08 present Work"), "{}", entries(&alone));
}

#[test]
fn what_a_summary_says_of_the_listed_jobs_opens_none() {
    let text = "PROFILE\nProduct manager since 2019. For eight years I told what happened in the county, and now I ask merchants what they lose.\n\n\
        EXPERIENCE\nProduct Manager, Acme, Leeds\n03/2021 - present\n- Led the roadmap\n\nProduct Owner, Beta, Leeds\n05/2019 - 02/2021\n- Kept the backlog\n";
    expect(&entries(text), &["2021-03 present Work Product Manager", "2019-05 2021-02 Work Product Owner"]);
}

#[test]
fn a_certificate_may_be_wrapped_by_a_narrow_column_and_lapse_on_the_line_below() {
    let held = |text: &str| {
        let all = resume(text).certificates;
        all.into_iter().map(|c| format!("{} {:?}", c.id, c.standing)).collect::<Vec<_>>()
    };
    assert_eq!(held("CERTIFICATES\nProfessional Scrum Product\nOwner II\nScrum.org\n"), ["pspo None"]);
    assert_eq!(held("CERTIFICATES\nPMP\nPMI; certificate lapsed in 2021\n"), ["pmp Some(Lapsed)"]);
    assert_eq!(held("CERTIFICATES\nPMP, 2020\nPayroll Certification (FPC), expired 2021\n"), ["pmp None"]);
    assert_eq!(
        held("EDUCATION\nLater: Certified Product Manager, 2015; a winter course in economics\n"),
        ["aipmm-cpm None"]
    );
}

#[test]
fn dates_in_a_column_of_their_own_may_come_behind_the_text_of_each_job() {
    let text = "## Berufserfahrung\n\n### Leiter Produktmanagement\nHartmaier GmbH, Reutlingen\n- Verantwortung für das Portfolio\n\nseit Juni 2017\n\n\
        ### Produktmanager Dosiertechnik\nHartmaier GmbH, Reutlingen\n- Preise von vier Baureihen\n\nOktober 2011 – Mai 2017\n\n\
        ### Vertriebsingenieur\nLauxmann AG, Esslingen\n\nMärz 2005 – September 2011\n";
    let document = Document::from_text(Format::Markdown, text.to_owned());
    expect(
        &entries_of(&parse(&document, &Lexicon::builtin())),
        &[
            "2017-06 present Work Leiter Produktmanagement",
            "2011-10 2017-05 Work Produktmanager Dosiertechnik",
            "2005-03 2011-09 Work Vertriebsingenieur",
        ],
    );
}

#[test]
fn a_month_behind_the_label_of_a_start_is_no_pair_of_years() {
    let text = "WORK HISTORY\nCompany: Badger Office Supply\nTitle: Territory Sales Representative\nStart date: 2004-05\nEnd date: 2010-11\nDescription:\n* Opened 140 accounts\n";
    expect(&entries(text), &["2004-05 2010-11 Work Territory Sales Representative"]);
}

#[test]
fn a_title_may_stand_behind_what_is_said_of_the_employer() {
    let text = "EXPERIENCE\nKirana Junction  May 2021 – July 2021\nOrdering app for neighbourhood shops, seed stage, 25 staff. Mumbai.\nData Intern\n• Cleaned the catalogue\n\n\
        Acme Foods  Aug 2021 – Dec 2024\nFood for cats and for dogs of all kinds, 400 staff. Pune.\nProduct Manager\n• Led the roadmap\n";
    expect(&entries(text), &["2021-05 2021-07 Internship Data Intern", "2021-08 2024-12 Work Product Manager"]);
}

#[test]
fn a_framework_of_qualifications_says_the_level_of_a_degree() {
    let level = |text: &str| resume(text).degrees[0].level;
    assert_eq!(
        level("EDUCACIÓN\nIngeniero en Informática, Universidad de Zaragoza, 2010\n\nNivel en el MEC: Nivel 7 MEC\n"),
        DegreeLevel::Master
    );
    assert_eq!(
        level("EDUCATION\nIngeniero en Informática, Universidad de Zaragoza, 2010\nEQF level 6\n"),
        DegreeLevel::Bachelor
    );
    assert!(!resume("EDUCATION\nBSc Economics, Leeds, 2012\nGraduated No. 3 of 240\n").degrees[0].unfinished);
    assert!(resume("EDUCATION\nBSc Economics, Leeds\nGraduated: No (74 credits)\n").degrees[0].unfinished);
    assert!(
        !resume("FORMATION\nDiplôme de comptabilité et de gestion (DCG), obtenu en cours du soir, 2015\n").degrees[0]
            .in_progress
    );
}

#[test]
fn the_roles_of_a_group_have_its_employer_and_not_the_place_below_their_dates() {
    let text = "# Expérience\n\n## Marelia\n4 ans 5 mois\n\n## Head of Product\nfévrier 2024 - Present (2 ans)\nNantes, France\nResponsable de la feuille de route.\n\n\
        ## Lead Product Manager\nseptembre 2021 - janvier 2024 (2 ans 5 mois)\nNantes, France\nEncadrement de trois product managers.\n\n\
        ## QuickKirana\n\n## Product Manager\nmars 2018 - août 2021 (3 ans 6 mois)\nLyon, France\nPanier et coupons.\n";
    let document = Document::from_text(Format::Markdown, text.to_owned());
    let resume = parse(&document, &Lexicon::builtin());
    let employers: Vec<_> = resume.entries.iter().map(|entry| entry.employer.as_str()).collect();
    assert_eq!(employers, ["Marelia", "Marelia", "QuickKirana"]);
}

#[test]
fn breaks_and_dates_stand_where_the_forms_of_other_countries_put_them() {
    // title, employer and dates one below the other, and breaks without a text between them
    let text = "EXPÉRIENCE\n\nPRODUCT OWNER\nSopra Benelux, Bruxelles\njuillet 2017 – février 2021\n• Portail de facturation\n\n\
        CONGÉ DE MATERNITÉ\npendant la période Sopra\nmai 2019 – septembre 2019\n\nBUSINESS ANALYST\nSopra Benelux, Bruxelles\noctobre 2014 – juin 2017\n• Tests\n";
    expect(
        &entries(text),
        &["2017-07 2021-02 Work PRODUCT OWNER", "2019-05 2019-09 Break ", "2014-10 2017-06 Work BUSINESS ANALYST"],
    );
    // a group of roles with how long each was, and a leave that goes on right below a bullet
    let text = "Employment History\n\nNeo Bank, Calgary\n4 yrs 2 mos\nDirector of Product\nApr 2024 – Present · 1 yr 10 mos\n• Led seven product managers\n\
        Senior Product Manager\nDec 2021 – Mar 2024 · 2 yrs 4 mos\n• Reworked the checks of identity, approvals up by 14 points\n\
        Maternity and parental leave\nSep 2022 – Aug 2023 · 1 yr\n";
    expect(
        &entries(text),
        &[
            "2024-04 present Work Director of Product",
            "2021-12 2024-03 Work Senior Product Manager",
            "2022-09 2023-08 Break ",
        ],
    );
    // jobs whose titles no list knows, built as one that is known, under a heading that no list knows
    let text = "Was so war\n\nFebruar 2022 – heute  Leiter Wartung\nHalle International KG, Bielefeld\n• Budget\n\n\
        April 2018 – Januar 2022  Meister Wartung\nMeyer & Cie. KG, Werk Herford\n• Umbau\n";
    expect(&entries(text), &["2022-02 present Work Leiter Wartung", "2018-04 2022-01 Work Meister Wartung"]);
    // the first Europass form, whose rows begin with the dates and whose labels stand in a column
    let form = |dates: &str, title: &str, employer: &str| {
        format!(
            "Dates\t{dates}\nOccupation or position held\t{title}\nName and address of employer\t{employer}\nMain activities\tThe press of {title}\n"
        )
    };
    let text = format!(
        "Work experience\n{}{}{}",
        form("03/2020 – present", "Press Officer", "City of Plovdiv"),
        form("10/2019 – 02/2020", "Freelance Journalist", "Self-employed, Plovdiv"),
        form("09/2008 – 08/2009", "Au pair", "Family Lechner, Munich")
    );
    let resume = resume(&text);
    expect(
        &entries_of(&resume),
        &[
            "2020-03 present Work Press Officer",
            "2019-10 2020-02 Work Freelance Journalist",
            "2008-09 2009-08 Work Au pair",
        ],
    );
    assert_eq!(resume.entries[0].employer, "City of Plovdiv");
    let untitled = self::resume("Work\nEmployer: Acme Bank, Leeds\nDates: Jan 2019 - Mar 2021\nDuties: tills\n");
    assert_eq!((untitled.entries[0].title.as_str(), untitled.entries[0].employer.as_str()), ("", "Acme Bank"));
}

#[test]
fn a_section_may_list_its_jobs_as_bullets_and_a_trainee_may_become_regular() {
    let text = "EMPLOYMENT DETAILS\n1. Trivenix Infosolutions Pvt Ltd, Pune - Lead Business Analyst - July 2021 to till date\n\
        2. SahaSwasthya TPA Services Ltd, Mumbai - Business Analyst - Nov 2018 to June 2021\n\nPROJECT DETAILS\n\n\
        Project 1: Claims desk\nDuration: Feb 2024 to till date\nRole: Lead BA\n- Studied the desk for two weeks\n";
    let read = entries(text);
    assert!(read.contains("2021-07 present Work Lead Business Analyst"), "{read}");
    assert!(read.contains("2018-11 2021-06 Work Business Analyst"), "{read}");
    let regular = "Career\n\nFront Desk Clerk (on-the-job trainee, then regular)\nHotel Kalayaan, Cebu\n2010 to 2012\n- Reservations\n";
    assert!(entries(regular).contains(" Work "), "{}", entries(regular));
    let trainee = regular.replace(", then regular", "");
    assert!(entries(&trainee).contains(" Internship "), "{}", entries(&trainee));
}

#[test]
fn two_columns_of_plain_text_are_read_one_after_the_other() {
    let text = "\
Contact                                  Ann Bo
ann@mail.example                         Director of Product

Top Skills                               Summary
Product Strategy                         Fourteen years in software, the last six in health.

Languages                                Experience
English                                  Bramble Health
Spanish                                  Director of Product
                                         January 2024 - Present
Certifications                           - Launched prior authorization with 41 health systems
Certified Scrum Product Owner            Tallgrass Software
(CSPO)                                   Product Manager
                                         May 2015 - May 2019
                                         - Owned the dispatch modules of a field service suite
";
    let document = rolefit::document::read(text.as_bytes()).unwrap();
    let resume = parse(&document, &Lexicon::builtin());
    expect(&entries_of(&resume), &["2024-01 present Work Director of Product", "2015-05 2019-05 Work Product Manager"]);
    let employers: Vec<_> = resume.entries.iter().map(|entry| entry.employer.as_str()).collect();
    assert_eq!(employers, ["Bramble Health", "Tallgrass Software"]);
    assert!(document.notes.iter().any(|note| note.id == "columns"));
}

#[test]
fn a_leave_may_be_told_over_the_end_of_a_line_and_a_gap_under_its_own_heading() {
    let text = "From February 2018 to August 2021 I was Product Marketing Manager for Kirchberg Cloud. I wrote the plans for eight\n\
        releases. In those years I was on parental leave, full time, from November 2019 to\nApril 2020.\n";
    assert!(entries(text).contains("2019-11 2020-04 Break"), "{}", entries(text));
    let text = "Work Experience\nJob Title: Stores Assistant\nCompany: Kabira Stores\nStart Date: 09/2012\nEnd Date: 12/2014\n\n\
        GAPS IN EMPLOYMENT\nReason: Career break, care of a parent\nFrom: 01/2015\nTo: 10/2015\n";
    assert!(!entries(text).contains("2015-01 2015-10 Work"), "{}", entries(text));
}
