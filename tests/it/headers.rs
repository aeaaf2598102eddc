//! What stands around a title: the employer, a team, a later title, a pause, and what is said of a study below it.

use crate::entries::{entries, entries_of, expect, resume};
use rolefit::document;
use rolefit::lexicon::{Family, Lexicon};
use rolefit::resume::{EntryKind, Resume, parse};

/// A resume as its file is read, Markdown or plain.
fn read(text: &str) -> Resume {
    parse(&document::read(text.as_bytes()).unwrap(), &Lexicon::builtin())
}

/// Title and employer of each job.
fn jobs(text: &str) -> Vec<(String, String)> {
    let resume = read(text);
    let work = resume.entries.into_iter().filter(|e| e.kind == EntryKind::Work);
    work.map(|e| (e.title, e.employer)).collect()
}

fn expect_jobs(text: &str, wanted: &[(&str, &str)]) {
    let found = jobs(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(title, employer)| (title.as_str(), employer.as_str())).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn a_team_behind_the_title_is_no_employer_where_the_other_jobs_have_theirs_apart() {
    let lines = "Experience\n\nProduct Manager, Growth\nQuipu Credit\nApril 2022 - present\n- Onboarding\n\n\
        Product Owner\nAeroloma\nMay 2018 - March 2022\n- Check-in\n";
    expect_jobs(lines, &[("Product Manager", "Quipu Credit"), ("Product Owner", "Aeroloma")]);
    let dashes = "## Experience\n\n### Product Manager, Field Scheduling — Coulee Pivots, Lethbridge\n**May 2021 – present**\n\n- Text\n\n\
        ### Associate Product Manager — Coulee Pivots\n**June 2019 – April 2021**\n\n- Text\n";
    expect_jobs(dashes, &[("Product Manager", "Coulee Pivots"), ("Associate Product Manager", "Coulee Pivots")]);
    let company = "Experience\n\nGroup Product Manager, Declarations\nPortwise Software B.V., Rotterdam\nMay 2022 - present\n- Text\n";
    expect_jobs(company, &[("Group Product Manager", "Portwise Software B.V.")]);
    let beside = "Experience\n\nProduct Manager, Quipu\nMedellin, April 2022 - present\n- Onboarding\n\n\
        Product Owner, Aeroloma\nBogota, May 2018 - March 2022\n- Check-in\n";
    expect_jobs(beside, &[("Product Manager", "Quipu"), ("Product Owner", "Aeroloma")]);
}

#[test]
fn what_is_written_small_or_comes_later_is_no_employer() {
    let text = "Assignments\n\nClient: A group of airports\nRole: Project Manager, parking and lanes\nDates: Feb 2025 - present\n- Budget\n\n\
        Client: A holiday airline\nRole: Product Owner (contract), self-service\nDates: Jan 2023 - Nov 2024\n- Backlog\n";
    expect_jobs(text, &[("Project Manager", "A group of airports"), ("Product Owner (contract)", "A holiday airline")]);
    let later = "Employment\n\nSkylark Handling, Gatwick\nCheck-in agent, then Duty Supervisor, 2009 - 2013\n- Gates\n";
    expect_jobs(later, &[("Check-in agent", "Skylark Handling")]);
    let aside = "Experience\n\nHOPPERLINE (founder, CEO)      March 2018 - August 2025\n- Did the product work myself from start to finish.\n";
    expect_jobs(aside, &[("founder, CEO", "HOPPERLINE")]);
    assert_eq!(read(aside).entries[0].family, Family::Product);
    let company = "Experience\n\n**Hartnell Partners LLP**, London – Manager, Legal Consulting – May 2015 to June 2020\n- Proposals\n";
    expect_jobs(company, &[("Manager", "Hartnell Partners LLP")]);
}

#[test]
fn self_employed_below_a_title_is_where_somebody_worked() {
    let text = "Experience\n\nFreelance Product Manager\nSelf-employed\nJuly 2020 - March 2022, Medellin\n- Roadmap of an app\n";
    expect_jobs(text, &[("Freelance Product Manager", "Self-employed")]);
    let alone = "Experience\n\nSelf-employed\nJuly 2020 - March 2022\n- Translations\n";
    expect(&entries(alone), &["2020-07 2022-03 Work Self-employed"]);
}

#[test]
fn pauses_and_travels_are_breaks() {
    let text = "Experience\n\nProject Manager, Skylark Handling\nMar 2020 - Dec 2022 (paused April to October 2020)\n- Handhelds\n\n\
        Teacher\nBrook School\nMar 2013 - Dec 2014\n\nTravelled through Bolivia\nJan 2015 - Feb 2015\n";
    expect(
        &entries(text),
        &[
            "2020-03 2022-12 Work Project Manager",
            "2013-03 2014-12 Work Teacher",
            "2015-01 2015-02 Break ",
            "2020-04 2020-10 Break ",
        ],
    );
}

#[test]
fn how_a_study_stands_may_be_told_below_its_dates() {
    let unfinished = |text: &str| resume(&format!("Education\n\n{text}\n")).degrees[0].unfinished;
    assert!(unfinished("Master in Education\nUniversity of Chile\nMar 2020 to Jul 2021\nThesis not handed in"));
    assert!(unfinished(
        "PhD, Soil Science, University of Guelph, 2014-2019. Coursework done, dissertation not submitted"
    ));
    assert!(!unfinished("Master in Education\nUniversity of Chile\nMar 2020 to Jul 2021\nThesis on lamps"));
    let going_on = &read(
        "<html><body><h1>Jo Ash</h1><h2>Education</h2><h3>MBA, Makerere University</h3>\
        <p>since August 2024, to be finished soon</p></body></html>",
    )
    .degrees[0];
    assert!(going_on.goes_on && going_on.institution.is_some());
}

#[test]
fn jobs_below_certificates_are_jobs_where_nothing_is_headed_as_work() {
    let text = "Education\nBSc in Nursing, University of Akureyri, 2013\n\nLicences and certificates\nRegistered nurse, licence held since 2013\n\n\
        On the wards\nHarbour Hospital, ward 14   Feb 2022 – present\nAssistant head nurse\n- Rosters\n\
        Harbour Hospital, ward 3   Sep 2017 – Jan 2022\nRegistered nurse\n- Telemetry\n";
    expect(&entries(text), &["2022-02 present Work Assistant head nurse", "2017-09 2022-01 Work Registered nurse"]);
}

#[test]
fn an_employers_bare_years_hold_the_quarters_of_the_titles_below_it() {
    let text = "Employment history\nBaltic Pay, Vilnius\n2016 – present\nLicensed payment institution for online shops.\n\
        Head of Product, Q2 2022 – present\n• Lead product managers.\nProduct Manager, Q1 2016 – Q1 2022\n• Opened Estonia.\n";
    expect(&entries(text), &["2022-04 present Work Head of Product", "2016-01 2022-03 Work Product Manager"]);
    expect_jobs(text, &[("Head of Product", "Baltic Pay"), ("Product Manager", "Baltic Pay")]);
}

#[test]
fn dates_may_be_broken_over_a_line_or_followed_by_an_aside() {
    let broken = "Experience\n\nProject lead, Agence Bleu, La Marsa, March 2017 -\nDecember 2018\n- Sites for hotels\n";
    expect(&entries(broken), &["2017-03 2018-12 Work Project lead"]);
    let aside = "Employment:\n1. Chief Accountant at Drava Paper, Maribor (Nov. 2013 to date)\nAnnual accounts and reports.\n\
        2. Bookkeeper at Hribar, Maribor (2010-2013, with a break for the care of my father)\nBookkeeping for small firms.\n";
    expect(&entries(aside), &["2013-11 present Work Chief Accountant", "2010-07 2013-06 Work Bookkeeper"]);
}

#[test]
fn a_career_told_in_sentences_has_the_post_of_which_it_speaks() {
    let text = "Jo Ash\n\nAt present I am Brand Manager for the teas of Leaf Exports. I took over this post in May 2020 and run two brands.\n\n\
        Before that, from July 2017 to April 2020, I worked as Assistant Brand Manager in the same company.\n\n\
        Between January 2018 and December 2021 I volunteered with the library bus as a reader, and later as coordinator of the readers.\n";
    let told = entries(text);
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines.contains(&"2020-05 present Work Brand Manager for the teas of Leaf Exports"), "{told}");
    assert!(lines.contains(&"2017-07 2020-04 Work Assistant Brand Manager in the same company"), "{told}");
    assert!(lines.iter().any(|line| line.starts_with("2018-01 2021-12 Volunteering")), "{told}");
}

#[test]
fn dates_below_the_text_are_those_of_the_job_above_also_around_a_break() {
    let text = "<html><body><h1>Ann Lea</h1><h2>Posts held</h2>\
        <p><b>Foyle College – Head of Mathematics</b></p><p>Led a department of seven people and wrote the scheme of work.</p>\
        <p>September 2009 – December 2019</p><p><b>Career break</b></p><p>At home with two children.</p>\
        <p>September 2007 – August 2009</p><p><b>Roe School – Teacher of Mathematics</b></p>\
        <p>Built the computer room and ran the chess club for years.</p><p>September 1998 – August 2007</p></body></html>";
    expect(
        &entries_of(&read(text)),
        &[
            "2009-09 2019-12 Work Head of Mathematics",
            "2007-09 2009-08 Break ",
            "1998-09 2007-08 Work Teacher of Mathematics",
        ],
    );
}

#[test]
fn an_employer_stands_over_its_roles_in_whatever_form() {
    let outdented = "EXPERIENCE\n\nNORTH CART CO. (groceries, 40 shops), St. Paul MN\n\n  Group Product Manager            Jul '22 - present\n  * Lead 4 PMs\n\n\
        \u{20} Senior Product Manager, Checkout  Nov '20 - Jun '22\n  * Built the picker app\n\nTITLE & ESCROW, St. Paul MN\n\n  Product Manager                  Aug '15 - Nov '19\n  * Scheduling\n";
    expect_jobs(
        outdented,
        &[
            ("Group Product Manager", "NORTH CART CO."),
            ("Senior Product Manager", "NORTH CART CO."),
            ("Product Manager", "TITLE & ESCROW"),
        ],
    );
    let firm = "Experience\n\nMarbury Lane Lawyers, Melbourne\nSenior Associate, Property (0.6 FTE)\nMarch 2021 - present\n- Leases\n\n\
        Hollis Quay Partners, Melbourne\nAssociate\nJuly 2016 - January 2020\n- Deeds\nGraduate Lawyer, then Lawyer\nFebruary 2014 - June 2016\n- Rotations\n";
    expect_jobs(
        firm,
        &[
            ("Senior Associate", "Marbury Lane Lawyers"),
            ("Associate", "Hollis Quay Partners"),
            ("Graduate Lawyer", "Hollis Quay Partners"),
        ],
    );
    let form = "Work experience\n\nDates\t05.2016 to date\nOccupation or position held\tHead of Unit\n\
        Main activities and responsibilities\tReports.\nName and address of employer\tProgrammes Office, Olsztyn\n";
    expect_jobs(form, &[("Head of Unit", "Programmes Office")]);
}

#[test]
fn a_department_is_named_by_its_university_and_a_club_is_no_post() {
    let text = "Experience\n\nPostdoctoral Researcher\nDepartment of Marine Sciences, University of Lund\nMay 2016 - June 2019\n- Papers\n\n\
        President, Product Club\n2012 - 2013\n- Talks\n\nVice President, Dollar Bath Club\n2013 - 2015\n- Sales\n";
    expect_jobs(text, &[("Postdoctoral Researcher", "University of Lund"), ("Vice President", "Dollar Bath Club")]);
}

#[test]
fn the_first_row_of_a_table_says_what_its_columns_hold() {
    let text = "Employment\n\nDates\tPosition\tEmployer\tDuties\n11/20 - to date\tDeputy Ward Manager\n\nDon Valley Hospitals Trust\nWard B5\n\n\
        32 beds. Rostering and appraisals for 11 staff.\n\n01/19 - 06/22\tBank Staff Nurse\tPennine Flex (bank)\tAd hoc shifts in renal and elderly wards.\n";
    let jobs = [("Deputy Ward Manager", "Don Valley Hospitals Trust"), ("Bank Staff Nurse", "Pennine Flex (bank)")];
    expect_jobs(text, &jobs);
    expect(&entries(text), &["2020-11 present Work Deputy Ward Manager", "2019-01 2022-06 Work Bank Staff Nurse"]);
}

#[test]
fn a_break_above_its_dates_takes_no_name_from_below() {
    let text = "Experience\n\nSenior Buyer\nMarch 2021 - Present\n- Leases\nParental leave / career break\nFebruary 2020 - February 2021\n\
        Hollis Quay Partners, Melbourne\nBuyer\nJuly 2016 - January 2020\n- Deeds\n";
    expect(
        &entries(text),
        &["2021-03 present Work Senior Buyer", "2020-02 2021-02 Break ", "2016-07 2020-01 Work Buyer"],
    );
    let served = "Experience\n\nNYSC Corps Member (ICT Teacher)\nGovernment Day School, Lafia | Nov. 2020 - Oct. 2021\n- Taught\n";
    expect(&entries(served), &["2020-11 2021-10 Break NYSC Corps Member (ICT Teacher)"]);
}

#[test]
fn seasons_are_the_dates_of_the_job_that_they_stand_below() {
    let text = "WORK\n\nChalet Chef, Alpes Blanches, Morzine\nWinter 2018/19\n\nChef de Partie, Seafood Bar, Dingle\nSummer 2018\n\n\
        Waiter\nHotel Playa\nveranos de 2012 y 2013\n";
    expect(
        &entries(text),
        &[
            "2018-12 2019-02 Work Chalet Chef",
            "2018-06 2018-08 Work Chef de Partie",
            "2012-06 2012-08 Work Waiter",
            "2013-06 2013-08 Work Waiter",
        ],
    );
    let told = "WORK\n\nBuyer, Acme\nMay 2012 - June 2019\n- Opened the shop in winter 2018\n";
    expect(&entries(told), &["2012-05 2019-06 Work Buyer"]);
}

#[test]
fn the_rows_of_a_form_may_have_marks_of_a_list() {
    let text = "ESPERIENZA LAVORATIVA\n• Date (da – a)  Da marzo 2021 ad oggi\n• Nome e indirizzo del datore di lavoro  Azienda San Lussorio, Cagliari\n\
        • Tipo di azienda o settore  Sanità\n• Tipo di impiego  Infermiera, tempo pieno\n• Principali mansioni e responsabilità  Assistenza al paziente.\n\n\
        • Date (da – a)  Ottobre 2010 – settembre 2011\n• Nome e indirizzo del datore di lavoro  Croce Azzurra\n• Tipo di azienda o settore  Sanità\n\
        • Tipo di impiego  Servizio civile nazionale volontario\n";
    expect_jobs(text, &[("Infermiera", "Azienda San Lussorio")]);
    let text = "Experience\n\nSingapore Armed Forces\nFull-time National Serviceman (Section Commander, Signals)\nDecember 2009 - November 2011\n\n\
        2013 - 2018\nBuyer, Acme, Cork\n\nNov 2011 - June 2012\nOut of work. Did a course and minded my nephew.\n";
    expect_jobs(text, &[("Buyer", "Acme")]);
    let academic = "ACADEMIC POSITIONS\n\nOct 2022 - date  Research Fellow, Ghent University.\n\nTEACHING AND SUPERVISION\n\
        2015 - 2018  Teaching assistant: Marine Ecology, Statistics\n2016 -  Supervision of 5 students (co-supervisor)\n";
    expect(&entries(academic), &["2022-10 present Work Research Fellow"]);
}

#[test]
fn a_title_below_its_dated_employer_is_not_given_to_the_employer_under_it() {
    let text = "WORK EXPERIENCE\n\nLantern Telephony, Hyderabad  Jun'19 - Mar'22\nAssociate Product Manager\n- Call menus\n\n\
        Kiteway Fintech, Pune  Apr'18 - May'19\nProduct Analyst\n- Reports\n\n\
        Marrow Press, Pune  Sep'17 - Feb'18\nContent Writer\n\
        Rillstone Systems, Chennai  Jul'14 - May'17\nSoftware Engineer\n- Maintenance for a shop\n";
    let wanted = [
        ("Associate Product Manager", "Lantern Telephony"),
        ("Product Analyst", "Kiteway Fintech"),
        ("Content Writer", "Marrow Press"),
        ("Software Engineer", "Rillstone Systems"),
    ];
    expect_jobs(text, &wanted);
}

#[test]
fn rows_of_tables_seasons_and_roles_below_an_employers_years_are_jobs_once() {
    // a season over its title, and one beside it among rows that begin with dates
    let text = "Ann Bo\n\nWork\n\nBuyer, Acme Ltd   Spring 2011 - Fall 2012\n\nChalet Belmont, Morzine   Winter 2009/10\nChalet Chef\n\n\
        Green Lawns, Cordova\nLaborer   Summer 2008, Summer 2009\n\n2013 - early 2014 I was home taking care of my grandmother.\n";
    expect(
        &entries(text),
        &[
            "2011-03 2012-11 Work Buyer",
            "2009-12 2010-02 Work Chalet Chef",
            "2008-06 2008-08 Work Laborer",
            "2009-06 2009-08 Work Laborer",
            "2013-07 2014-02 Break ",
        ],
    );
    // years of an employer over the months of its roles, without a blank line between
    let text = "Ann Bo\n\nExperience\n\nMeridian Bank, Leeds (2012 – 2018)\nProject Manager, Trade\nOct 2014 – Jan 2018\n- Led\n\n\
        Management Associate\nJul 2012 – Sep 2014\n- Rotated\n";
    expect(&entries(text), &["2014-10 2018-01 Work Project Manager", "2012-07 2014-09 Work Management Associate"]);
    // what the state asks for is no job, nor is a journey
    let text = "Ann Bo\n\nExperience\n\nBuyer, Acme Ltd, Aug 2018 - May 2020\n\nTravel – South America   Jan 2018 - Jul 2018\n\n\
        Military Service (compulsory), Reserve Officer, Land Forces\nJune 2015 - May 2016\n";
    expect(
        &entries(text),
        &["2018-08 2020-05 Work Buyer", "2018-01 2018-07 Break ", "2015-06 2016-05 Break Reserve Officer"],
    );
}

#[test]
fn wards_of_university_boards_modules_and_work_for_oneself_are_what_they_are() {
    let text = "Ann Bo\n\n## Employment History\n\n### Swansea Bay University Health Board, Neath\n\n11/2019 - present\n- Led the ward at night\n\n\
        ### Product Manager (freelance)\n\nSelf-employed\nFeb 2017 - Jan 2019\n- Found what the shops of the town want\n\n\
        ## Education\n\nBN (Hons) Adult Nursing, Swansea University, 2013\n\nMSc module: Leading in Practice (20 credits), 2022\n";
    let page = document::Document::from_text(document::Format::Markdown, text.to_owned());
    let read = parse(&page, &Lexicon::builtin());
    expect(&entries_of(&read), &["2019-11 present Work ", "2017-02 2019-01 Work Product Manager (freelance)"]);
    let told: Vec<String> = read.degrees.iter().map(|d| format!("{:?} {}", d.level, d.fields.join(" "))).collect();
    assert_eq!(told, ["Bachelor health"]);
}
