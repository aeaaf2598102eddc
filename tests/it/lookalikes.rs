//! What looks like a leave, a break, a job, a degree or somebody's text, and is none: each was read wrongly once.

use crate::entries::{degrees, entries, expect, resume};

#[test]
fn abbreviations_in_an_employers_name_end_no_sentence() {
    let employer = |line: &str| resume(&format!("Experience\n\n{line}\n- Did things\n")).entries[0].employer.clone();
    assert_eq!(employer("Product Manager, Dr. Martens, 2018 - 2020"), "Dr. Martens");
    assert_eq!(employer("Product Manager, St. Mary's Hospital, 2012 - 2016"), "St. Mary's Hospital");
}

#[test]
fn two_jobs_below_each_other_keep_their_own_text() {
    let text =
        "Experience\n\nProduct Manager 2019 - 2021\nWaiter 2015 - 2019\n- Owned the roadmap of the breakfast room\n";
    let read = resume(text);
    let line = read.lines.iter().position(|l| l.plain.starts_with("Owned")).unwrap();
    assert_eq!(read.entry_of[line].map(|e| read.entries[e].title.as_str()), Some("Waiter"));
}

#[test]
fn a_name_with_a_break_in_it_is_no_break() {
    let text = "Experience\n\nBarista, Coffee Break\nJanuary 2019 - December 2021\n- Coffee\n";
    expect(&entries(text), &["2019-01 2021-12 Work Barista"]);
}

#[test]
fn work_told_beside_a_leave_is_work() {
    for told in [
        "After parental leave, led the checkout rebuild from March 2018 to June 2019",
        "Covered the maternity leave of the head of product from January 2020 to September 2020",
        "Introduced the new parental leave scheme (June 2018 - May 2019)",
    ] {
        let text = format!("Experience\n\nProduct Manager, Acme\nJanuary 2016 - December 2021\n- {told}\n");
        assert!(!entries(&text).contains("Break"), "{told}");
    }
}

#[test]
fn courses_and_grades_are_no_degrees() {
    for line in [
        "Computer science, Udacity, 2020",
        "Mathematics, grade A, 2008",
        "Physics, Erasmus in Lyon, 2009",
        "Communications, Morgan State University, 1984 - 1985",
    ] {
        expect(&degrees(&format!("Education\n{line}\n")), &[]);
    }
    let text = "Education\nStatistics, University of Leeds, 2014\nHigh school diploma, Leeds, 2010\n";
    assert!(degrees(text).contains("Bachelor mathematics"), "{}", degrees(text));
    expect(
        &degrees("Education\nBSc Mathematics, University of Leeds, 2010\nThesis: truncated power series\n"),
        &["Bachelor mathematics"],
    );
    let text = "Education\nBSc Mathematics, University of Leeds\nUnfinished\nYears two and three abroad\n";
    assert!(resume(text).degrees[0].unfinished);
}

#[test]
fn dates_below_a_job_that_goes_on_are_those_of_the_next() {
    let text = "Experience\n\nHead of Product, Acme, since January 2020\nProduct Manager, Foo Ltd\n03/2015 - 12/2019\n- Things\n";
    assert!(entries(text).starts_with("2020-01 present Work Head of Product"), "{}", entries(text));
}

#[test]
fn a_heading_that_shares_a_word_with_an_employer_keeps_its_text() {
    let text = "# Ann Bo\n\n## Experience\n\n**Buyer, Personal Capital**, 2016 - 2021\n\n- Bought\n\n## Personal Projects\n\nBuilt a kite app\n";
    let document = rolefit::document::Document::from_text(rolefit::document::Format::Markdown, text.into());
    let read = rolefit::resume::parse(&document, &rolefit::lexicon::Lexicon::builtin());
    let line = read.lines.iter().position(|l| l.plain.starts_with("Built")).unwrap();
    assert_eq!(read.entry_of[line], None);
}

#[test]
fn places_words_and_certificates_are_no_jobs() {
    let text = "From January 2019 to June 2021 I was a Product Manager for medical devices at Acme.\n\n\
        I became a Certified Scrum Product Owner in 2022.\n";
    expect(&entries(text), &["2019-01 2021-06 Work Product Manager for medical devices"]);
    expect(&entries("From 2012 to 2015 I worked in New Zealand.\n"), &[]);
}

#[test]
fn leave_beside_the_dates_of_a_job_and_names_like_breaks_leave_the_job() {
    let text = "Experience\n\nProduct Manager, Acme Software\nJanuary 2018 - December 2021 (maternity leave Jan 2019 - Nov 2019)\n- Roadmap\n";
    assert!(entries(text).starts_with("2018-01 2021-12 Work Product Manager"), "{}", entries(text));
    let text = "Experience\n\nProduct Manager, Time Out\nJanuary 2018 - December 2021\n- Owned the roadmap\n";
    expect(&entries(text), &["2018-01 2021-12 Work Product Manager"]);
    let text = "I have worked at Mercy Hospital since 2015. My brother is a product manager at Google.\n";
    assert!(!entries(text).contains("product manager"), "{}", entries(text));
    // digits of another script behind a winter broke the reader once
    assert!(!entries("Experience\n\nProduct Manager, Acme\nWinter 2023-\u{968}\u{96a}\n- Owned\n").contains("Break"));
}

#[test]
fn a_colleagues_title_is_no_job() {
    let text = "Experience\n\nBusiness Analyst, Acme Bank\nJan 2017 - Dec 2023\n\
        - Worked alongside the Senior Product Manager (2019 - 2023) on the plan\n\
        - Reported to the Product Owner of the payments team, 2016 to 2020\n";
    expect(&entries(text), &["2017-01 2023-12 Work Business Analyst"]);
    let family = |line: &str| resume(&format!("Experience\n\n{line}\n- Filed things\n")).entries[0].family;
    use rolefit::lexicon::Family;
    assert_eq!(family("Assistant to the Product Manager, Acme, 2015 - 2017"), Family::Other);
    assert_eq!(family("Supporting the team as Product Manager, Acme, 2015 - 2017"), Family::Product);
    assert_eq!(family("Product Manager (with a team of 4), Acme, 2015 - 2017"), Family::Product);
}

#[test]
fn a_title_since_a_day_ends_with_the_employer_below_it() {
    let text = "Experience\n\nProduct Manager (since 2017)\nAcme, 2012 to 2020\n- Launched the app\n\nAnalyst\nBarrow Ltd, 2008 to 2012\n- Counted\n";
    let jobs = entries(text);
    assert!(jobs.contains("2017-07 2020-06 Work Product Manager"), "{jobs}");
    assert!(jobs.contains("2012-07 2017-06 Work "), "{jobs}");
    let read = resume(text);
    let line = read.lines.iter().position(|l| l.plain.starts_with("Launched")).unwrap();
    assert_eq!(read.entry_of[line].map(|e| read.entries[e].title.as_str()), Some("Product Manager"));
}

#[test]
fn an_employer_heads_dates_and_title() {
    let text = "Experience\n\nAcme Ltd\nMarch 2018 - June 2021\nProduct Manager\n- Launched the app\n\n\
        Barrow Group\nFeb 2014 - March 2018\nTeam Lead\n- Wrote reports\n";
    let read = resume(text);
    let names: Vec<_> = read.entries.iter().map(|e| (e.title.as_str(), e.employer.as_str())).collect();
    assert_eq!(names, [("Product Manager", "Acme Ltd"), ("Team Lead", "Barrow Group")]);
}

#[test]
fn breaks_and_asides_are_no_work() {
    let text = "Experience\n\nBuyer, Acme\n08/2016 - 05/2019\n- Bought\n\n\
        06/2019 - 10/2020: Break. Father's stroke and later Covid; I was main caregiver and kept his shop as sales manager for months.\n";
    assert!(!entries(text).contains("2019-06 2020-10 Work"), "{}", entries(text));
    let text = "Southern Mutual, Geelong\n    July 2015 to March 2023\n  Team Manager, Home Claims\n    - Led it\n\n\
        Break\n    April 2023 to October 2025\n  Carer. During this time:\n    - treasurer of the house\n";
    assert!(entries(text).contains("2023-04 2025-10 Break"), "{}", entries(text));
    let text = "Experience\n\nTeacher\nMoreton Ridge State High School\nJanuary 2018 - December 2024\n- Taught\n\n\
        (2015 to 2016: moved countries, registered again as a teacher.)\n";
    expect(&entries(text), &["2018-01 2024-12 Work Teacher"]);
}

#[test]
fn a_day_on_which_a_job_began_stands_for_its_dates() {
    let text = "Experience\n\nContent Developer\nBrightgum Education, Leeds\nStarted February 2025\n- Wrote units\n";
    expect(&entries(text), &["2025-02 present Work Content Developer"]);
    let text = "City Museum\n\n    Coordinator of Exhibits\n    (October 2018; from January 2024 at 60% of hours)\n      - Looked after screens\n";
    expect(&entries(text), &["2018-10 present Work Coordinator of Exhibits"]);
}

#[test]
fn an_internship_that_became_a_job_is_work() {
    let text = "Experience\n\nIntern, then Junior Analyst, City Hall\n2013 - 2015\n- Portal\n";
    assert!(entries(text).starts_with("2013-07 2015-06 Work"), "{}", entries(text));
    let text = "Experience\n\nIntern, later again in the summer\nCity Hall, 2013 - 2015\n- Portal\n";
    assert!(entries(text).starts_with("2013-07 2015-06 Internship"), "{}", entries(text));
}

#[test]
fn own_voice_behind_a_header_leaves_the_header() {
    let text = "Developer work\n\n**Parcours Logistique**, backend developer, 2015-06 to 2017-12. Python, Postgres, routes. \
        Moved to product because I was already in all the customer calls.\n";
    let document = rolefit::document::Document::from_text(rolefit::document::Format::Markdown, text.into());
    let read = rolefit::resume::parse(&document, &rolefit::lexicon::Lexicon::builtin());
    assert_eq!(read.entries[0].start.map(|m| m.to_string()).as_deref(), Some("2015-06"));
    let text = "I sell for a living. Between jobs I travelled. 2012 to 2017: customer service agent, then shift supervisor, for a network. \
        I know what four hundred calls a week sound like.\n";
    expect(&entries(text), &["2012-07 2017-06 Work customer service agent"]);
}

#[test]
fn words_and_employers_in_degrees_and_certificates() {
    let text = "Experience\n\nInstructor, Product School, 2019 - 2021\n- Taught\n";
    assert!(resume(text).certificates[0].in_passing);
    let text = "Education\nBSc Computer Science, Open University (year 1 of 3)\n";
    expect(&degrees(text), &["Bachelor computing open"]);
    let text = "Education\nMaster of Arts: International Studies, Leeds University, 2012\nThesis: The Bases of the Failed State\n";
    assert!(!resume(text).degrees[0].unfinished);
    let text = "Education\nPh.D.: International Relations, Leeds University\n2012\nPhD in progress - final draft\nMA History, Leeds University, 2008\n";
    assert_eq!(degrees(text).lines().next().map(|l| l.ends_with("open")), Some(true), "{}", degrees(text));
    let text = "Education\n1985\nArchitecture, University of Houston\n";
    assert!(degrees(text).starts_with("Bachelor"), "{}", degrees(text));
}

#[test]
fn the_projects_of_a_contractor_are_jobs() {
    let text = |who: &str| {
        format!(
            "Ann Bo\n{who}\n\nProject list\n\nLoyalty programme, national pharmacy\nRole: Lead analyst\n\
            Period: Feb 2024 - Nov 2025\n- Wrote the specification\n\nPermanent employment\n\n\
            Business Analyst, Umgeni Retail, Mar 2015 - May 2019\n- Wrote business cases\n"
        )
    };
    assert!(
        entries(&text("Independent consultant")).contains("2024-02 2025-11 Work"),
        "{}",
        entries(&text("Consultant"))
    );
    assert!(!entries(&text("Student of economics")).contains("2024-02 2025-11 Work"));
}

#[test]
fn what_only_looks_like_a_colleague_an_end_or_a_beginning_changes_nothing() {
    let read = |lines: &str| entries(&format!("Experience\n\n{lines}\n- Did things\n"));
    assert!(
        read("Product Manager, Acme (since 2019)\nBarrow Ltd, Leeds, 2015 - 2021")
            .contains("2019-07 present Work Product")
    );
    assert!(
        read("Product Manager, Acme, since 2019\nMSc Physics, Leeds University, 2017 - 2020")
            .contains("2019-07 present")
    );
    expect(&read("Product Manager, Acme, 2018 - 2022\nJoined March 2018"), &["2018-07 2022-06 Work Product Manager"]);
    assert!(!read("Product Manager\nAcme\nStarted May 2018\nLeft June 2020").contains("present"));
    let formed = read("Product Manager\nAcme Ltd\nStart date: May 2018\nLocation: Leeds\nEnd date: June 2020");
    expect(&formed, &["2018-05 2020-06 Work Product Manager"]);
    let formed = read("Product Manager\nAcme Ltd\nStart date: 05/2018\nEnd date: Present\nSalary: none");
    expect(&formed, &["2018-05 present Work Product Manager"]);
    for line in ["Moved from customer support to Product Manager", "Promoted from assistant to Product Manager"] {
        let read = resume(&format!("Experience\n\n{line}, Acme, 2018 - 2020\n- Did things\n"));
        assert_eq!(read.entries[0].family, rolefit::lexicon::Family::Product, "{line}");
    }
    assert!(read("Product Manager, Acme (founded 2009), since May 2020 full time").contains("2020-05 present"));
    expect(&read("(2015 to 2018: Product Manager at Acme)"), &["2015-07 2018-06 Work Product Manager"]);
    assert!(read("Product Intern (after Sales Manager course), City Hall\n2013 - 2014").contains("Internship"));
    let told =
        "I sell. 2012 to 2017: trained every product manager of Acme, and I kept the shop open with my two brothers.\n";
    expect(&entries(told), &[]);
}

#[test]
fn what_only_looks_like_an_unfinished_or_an_implied_degree() {
    for text in [
        "Education\nBSc Physics, Leeds University, 2012 - 2015 (top of year 3 of 120)\n",
        "Education\nMSc Physics, Leeds University, 2012\nSecond master's degree in progress\n",
    ] {
        assert!(!degrees(text).lines().next().unwrap().ends_with("open"), "{text}");
    }
    for text in [
        "Education\nComputer Science, Harvard University, edX, 2019\n",
        "Education\nHigh School, Leeds\n2010\nComputer Science, University of Leeds\n",
        "Education\nStatistics, University of Leeds career days, 2014\n",
    ] {
        assert!(!degrees(text).contains("Bachelor"), "{text}");
    }
}

#[test]
fn a_title_marked_as_heading_heads_the_paragraphs_below_it() {
    let text = "# Jo Park\n\n## Work\n\n### Lead Product Owner\n\nMarinada Travel, Barcelona\n2021-04 – now\n\n- Led search\n\n\
        ### Web Developer\n\nEstudi Garbí, Girona\n\n2012-09 – 2015-05\n\n- PHP\n";
    let page = rolefit::document::Document::from_text(rolefit::document::Format::Markdown, text.to_owned());
    let read = rolefit::resume::parse(&page, &rolefit::lexicon::Lexicon::builtin());
    let named: Vec<_> = read.entries.iter().map(|e| (e.title.as_str(), e.employer.as_str())).collect();
    assert_eq!(named, [("Lead Product Owner", "Marinada Travel"), ("Web Developer", "Estudi Garbí")]);
}

#[test]
fn who_teaches_or_hires_product_managers_is_none() {
    for (title, product) in [
        ("Lecturer in Digital Product Management (part-time)", false),
        ("Product Management Trainer", false),
        ("Recruiter for product managers", false),
        ("Director of Product Management", true),
        ("Agile Coach / Product Owner", true),
    ] {
        let read = resume(&format!("Experience\n\n{title}\nAcme Ltd\n2018-01 – 2021-03\n- Did things\n"));
        assert_eq!(read.entries[0].family == rolefit::lexicon::Family::Product, product, "{title}");
    }
}

#[test]
fn short_names_of_degrees_are_known() {
    for (name, level) in [("BASc", "Bachelor"), ("BBus", "Bachelor"), ("MASc in", "Master"), ("DEng", "Doctorate")] {
        let read = degrees(&format!("Education\n{name} Mechatronics, University of Waterloo, 2016 - 2021\n"));
        assert!(read.contains(level), "{name}: {read}");
    }
    for no_degree in
        ["Certificate of Completion, MSCE Prep Course 2003", "Won A/B in production in 2012", "SM in two teams, 2012"]
    {
        let read = degrees(&format!("Ann Bo\n\nEducation\n{no_degree}\n"));
        assert!(!read.contains("Master") && !read.contains("Bachelor"), "{no_degree}: {read}");
    }
}

#[test]
fn how_a_certificate_stands_may_be_said_on_the_line_beside_it() {
    use rolefit::lexicon::Standing;
    for (lines, standing) in [
        ("In progress\n\nCSPO\nScrum Alliance", Some(Standing::InProgress)),
        ("CSPO, Scrum Alliance\nExam booked for spring 2026", Some(Standing::InProgress)),
        ("SAFe POPM, August 2023\ngültig bis August 2024, nicht verlängert", Some(Standing::Lapsed)),
        ("Training\n\nCSPO, 2020", None),
        ("CSPO, 2020\nExam passed with 98 of 100 points", None),
        ("CSPO, 2020\nScrum Alliance, Expired Domains Ltd", None),
    ] {
        let read = resume(&format!("Ann Bo\n\nCertificates\n\n{lines}\n"));
        assert_eq!(read.certificates[0].standing, standing, "{lines}");
    }
    let read = resume("Ann Bo\n\nCertificates\nCSPO, Scrum Alliance\nvalid until March 2027\n");
    assert!(read.certificates[0].valid_until.is_some());
    let read = resume("Ann Bo\n\nCertificates\nPragmatic Certified Product Manager, level IV\n");
    assert_eq!(read.certificates.len(), 1);
}

#[test]
fn dates_below_the_text_are_those_of_the_job_above() {
    let text = "Experience\n\nHead of Science\nWaipuna College\n- Led nine teachers\nDates: January 2021 – present\nTeacher\n\
        Waipuna College\n- Taught biology\nDates: February 2016 – December 2020\n\nCommunity\n\nTreasurer (voluntary)\n\
        Stream Trust\n- Kept the accounts.\nDates: March 2019 – November 2024\n";
    let wanted = [
        "2021-01 present Work Head of Science",
        "2016-02 2020-12 Work Teacher",
        "2019-03 2024-11 Volunteering Treasurer (voluntary)",
    ];
    expect(&entries(text), &wanted);
    // dates above their titles stay where they are
    let text = "Experience\n\nJan 2021 – present\nHead of Science\n- Led nine teachers\nFeb 2016 – Dec 2020\nTeacher\n- Taught\n";
    expect(&entries(text), &["2021-01 present Work Head of Science", "2016-02 2020-12 Work Teacher"]);
}

#[test]
fn forms_of_applicant_systems_are_read_row_by_row() {
    let text = "WORK EXPERIENCE\n\nJob Title: Director of Product\nCompany: Corrib\nLocation: Galway\nStart Date: 03/2022\nEnd Date:\n\
        I currently work here: Yes\nRole Description:\nLeads five product managers.\n\nJob Title: Co-op Placement, Quality\n\
        Company: Shannon\nLocation: Shannon\nStart Date: 01/2007\nEnd Date: 08/2007\nI currently work here: No\n";
    let read = entries(text);
    assert!(read.starts_with("2022-03 present Work Director of Product\n2007-01 2007-08 Internship"), "{read}");
    let read = entries(
        "Experience\n\nEmployer: Acme LLC\nPosition: Site Engineer\nDuration: 16-07-2011 to 30-09-2015\n- Built\n",
    );
    expect(&read, &["2011-07 2015-09 Work Site Engineer"]);
}

#[test]
fn a_study_in_bold_and_earlier_roles_keep_their_sections() {
    let page = "**EXPERIENCE**\n\nBuyer, Acme, 2012 - 2019\n- Bought\n\n**EDUCATION**\n\n**MSc Software Technologies**\nSofia University\n\
        2010 - 2012\n\n**Selected Earlier Roles**\n\nSailing coach, Changi, 2005 - 2008\n";
    let page = rolefit::document::Document::from_text(rolefit::document::Format::Markdown, page.to_owned());
    let read = rolefit::resume::parse(&page, &rolefit::lexicon::Lexicon::builtin());
    assert_eq!(read.degrees.len(), 1);
    assert_eq!(read.entries.iter().filter(|e| e.kind == rolefit::resume::EntryKind::Work).count(), 2);
}

#[test]
fn experience_entries_beside_each_other_show_many_hats() {
    let verdict = |second: &str| {
        let text = format!(
            "Ann Bo\n\nExperience\n\nProduct Manager, Acme, Leeds\n2018-01 – 2021-12\n- Owned the roadmap of the shop app with two teams and \
             told the board about it each month\n\n{second}\n- Wrote the timetable of the school and answered the questions of parents\n"
        );
        let document = rolefit::document::Document::from_text(rolefit::document::Format::Text, text);
        let lexicon = rolefit::lexicon::Lexicon::builtin();
        let role = rolefit::role::builtin("lead").unwrap();
        let resume = rolefit::resume::parse(&document, &lexicon);
        let card = rolefit::score::Scorer::new(&role, &lexicon, None).score(
            &document,
            &resume,
            "r",
            "",
            "2026-01-31".parse().unwrap(),
        );
        card.results.iter().find(|r| r.id == "many-hats").map(|r| (r.credit, r.evidence.len())).unwrap()
    };
    assert_eq!(verdict("Lecturer (part-time), Leeds College\n2019-01 – 2020-12"), (85, 1));
    assert_eq!(verdict("Lecturer (part-time), Leeds College\n2013-01 – 2017-12"), (0, 0));
    // more than a year at two employers says it too, if less surely; a second title at one employer does not
    assert_eq!(verdict("Lecturer, Leeds College\n2019-01 – 2020-12"), (50, 1));
    assert_eq!(verdict("Lecturer, Leeds College\n2019-01 – 2019-12"), (0, 0));
    assert_eq!(verdict("Lecturer, Acme, Leeds\n2019-01 – 2020-12"), (0, 0));
}

#[test]
fn an_employer_is_what_its_description_says_and_no_tool_of_the_work() {
    let verdict = |below: &str| {
        let text = format!(
            "Ann Bo\n\nExperience\n\nClerk\nFairwater\nMarch 2018 to May 2021\n{below}\nFiled the letters of the day and \
             answered those of the people who wrote to the town\n\nEducation\n\nBA in History, University of Leeds, 2017\n"
        );
        let document = rolefit::document::Document::from_text(rolefit::document::Format::Text, text);
        let lexicon = rolefit::lexicon::Lexicon::builtin();
        let resume = rolefit::resume::parse(&document, &lexicon);
        let role = rolefit::role::builtin("lead").unwrap();
        let scorer = rolefit::score::Scorer::new(&role, &lexicon, None);
        let card = scorer.score(&document, &resume, "r", "", "2026-01-31".parse().unwrap());
        card.results.iter().find(|r| r.id == "software-industry").map(|r| r.credit).unwrap()
    };
    for told in [
        "Payments software, 80 people",
        "A maker of scheduling apps for clinics",
        "Fairwater sells software for libraries",
        "B2B SaaS for dentists",
        "Listed European provider of cloud services",
        "A software development company for pharmacies",
        "Computer hardware and software technical support company",
    ] {
        assert_eq!(verdict(told), 100, "{told}");
    }
    for duty in [
        "Troubleshooting hardware and software problems over the telephone",
        "Accurately entered client data into a company-based software program",
        "temporary internet files were cleared each week",
        "Responsible for Microsoft and Cisco licences",
        "Prepare field with all of the necessities for practices and games",
        "Recruited by a software company for its team in Leeds",
    ] {
        assert!(verdict(duty) < 100, "{duty}");
    }
}

#[test]
fn pages_that_date_their_titles_from_above_and_full_lines_keep_their_titles() {
    let read = |page: &str| {
        let page = rolefit::document::Document::from_text(rolefit::document::Format::Markdown, page.to_owned());
        rolefit::resume::parse(&page, &rolefit::lexicon::Lexicon::builtin())
    };
    let page = read(
        "## Work\n\nsince June 2022\n\n### Chief Product Officer, Laadur\n\nCharging for buildings. 14 people.\n\nJanuary 2021 – May 2022\n\n\
         ### Head of Product, Mesilane\n\nMerged two products.\n\n## Education\n\n2013 – 2014\n\n### MSc studies, Software Engineering\n\n\
         Tallinn University. Left after a year, no degree.\n",
    );
    let told: Vec<_> = page.entries.iter().map(|e| (e.title.as_str(), e.start.is_some())).collect();
    assert_eq!(told, [("Chief Product Officer", true), ("Head of Product", true)]);
    assert!(page.degrees[0].unfinished);
    let lines = "Experience\n\nProduct Manager, Acme, 2012 - 2015\n- Set up a quarterly review of bets with finance and with city partners\n\
        Senior Product Manager\nNovember 2021 - June 2023 (1 yr 8 mos)\n- Ran the migration\n";
    assert!(entries(lines).contains("2021-11 2023-06 Work Senior Product Manager"), "{}", entries(lines));
    let grade = "Experience\n\nINVENTORY SPECIALIST, GS-2010-09/11        03/2017 to 08/2021\nDefense Depot, Richmond\n  Managed items.\n";
    assert!(entries(grade).starts_with("2017-03 2021-08 Work"), "{}", entries(grade));
    let form = "WORK EXPERIENCE 1 of 2\nJob title: Product Owner\nEmployer: Boreal\nCity: Laval\nStart date: 2022-04-11\nEnd date:\n\
        Current job: Yes\n\nEDUCATION 1 of 1\nInstitution: HEC\nProgram: Master of Business Administration\nStart date: 2021-09-01\n\
        End date: 2022-12-20\nEducation level achieved: Some graduate coursework\n";
    assert!(entries(form).starts_with("2022-04 present Work Product Owner"), "{}", entries(form));
    assert!(resume(form).degrees[0].unfinished);
}

#[test]
fn what_is_said_of_one_certificate_is_not_said_of_its_neighbour() {
    let standing = |line: &str| {
        let read = resume(&format!("Ann Bo\n\nCertifications\n{line}\n"));
        read.certificates.iter().map(|c| (c.id.clone(), c.standing.is_some())).collect::<Vec<_>>()
    };
    let told = |pairs: &[(&str, bool)]| pairs.iter().map(|(id, said)| ((*id).to_string(), *said)).collect::<Vec<_>>();
    assert_eq!(standing("PSPO I, PMI-ACP (expired 2022)"), told(&[("pspo", false), ("pmi-acp", true)]));
    assert_eq!(standing("CSPO, PSM (both lapsed)"), told(&[("cspo", true), ("psm", true)]));
    let booked = "CSPO, 2020. I am signed up for a product management certificate course.";
    assert_eq!(standing(booked), told(&[("cspo", false), ("product-class", true)]));
    assert_eq!(
        standing("Product School, Product Manager Certificate (PMC), in progress"),
        told(&[("product-school", true)])
    );
    assert_eq!(standing("I do not hold a certificate in product management."), told(&[("bcs-product", true)]));
    let dated = resume("Ann Bo\n\nCertifications\nCSM, PMP (expires 2024)\n").certificates;
    assert_eq!(dated.iter().map(|c| c.valid_until.is_some()).collect::<Vec<_>>(), [false, true]);
    // two years are how long it holds, three months how long the course took
    let held =
        |line: &str| resume(&format!("Ann Bo\n\nCertifications\n{line}\n")).certificates[0].valid_until.is_some();
    assert!(held("Certified ScrumMaster, Scrum Alliance, Dec 2014 - Dec 2016"));
    assert!(!held("Certified ScrumMaster, Scrum Alliance, Jan 2014 - Mar 2014"));
}
