//! What a reader makes of the messy ways in which people write their jobs and degrees: dates above or below titles, text on
//! the line of the dates, numbers that are no dates, words that are no degrees.

use rolefit::document::{Document, Format};
use rolefit::lexicon::Lexicon;
use rolefit::resume::{Resume, parse};

pub(crate) fn resume(text: &str) -> Resume {
    parse(&Document::from_text(Format::Text, text.to_owned()), &Lexicon::builtin())
}

/// The entries, one a line: start, end, kind, title.
pub(crate) fn entries(text: &str) -> String {
    entries_of(&resume(text))
}

/// The same of a resume that was read.
pub(crate) fn entries_of(resume: &Resume) -> String {
    let end = |end| serde_json::to_value(end).unwrap().as_str().unwrap_or("-").to_owned();
    let line = |e: &rolefit::resume::Entry| {
        let start = e.start.map_or("-".to_owned(), |m| m.to_string());
        format!("{start} {} {:?} {}\n", end(e.end), e.kind, e.title)
    };
    resume.entries.iter().map(line).collect()
}

/// The degrees: level, fields, and whether they go on.
pub(crate) fn degrees(text: &str) -> String {
    let line = |d: &rolefit::resume::Degree| {
        let open = if d.goes_on || d.in_progress { " open" } else { "" };
        format!("{:?} {}{open}\n", d.level, d.fields.join("+"))
    };
    resume(text).degrees.iter().map(line).collect()
}

#[track_caller]
pub(crate) fn expect(got: &str, wanted: &[&str]) {
    assert_eq!(got.lines().collect::<Vec<_>>(), wanted);
}

#[test]
fn dates_above_their_titles_leave_the_bullets_above_alone() {
    let text = "Summary\nBuyer who likes order.\n\nExperience\n01/2013 to Current\nPackaging Buyer Harbour Foods\n\
        \u{20}     Places orders with suppliers.\n      Assists in writing marketing and product development plans.\n\
        01/2009 to 12/2012\nEnglish Teacher Leeds Grammar School\n      Led lessons for four classes.\n\
        \u{20}     Reported to the head and the product manager\n03/2006 to 12/2008\nRadio Operator Coast Watch\n";
    expect(
        &entries(text),
        &[
            "2013-01 present Work Packaging Buyer Harbour Foods",
            "2009-01 2012-12 Work English Teacher Leeds Grammar School",
            "2006-03 2008-12 Work Radio Operator Coast Watch",
        ],
    );
}

#[test]
fn titles_above_their_dates_stay_with_them() {
    let text = "Experience\n\nPackaging Buyer\n01/2013 to Current\nPlaced orders with suppliers.\n\n\
        English Teacher\n01/2009 to 12/2012\nTaught four classes.\n";
    expect(&entries(text), &["2013-01 present Work Packaging Buyer", "2009-01 2012-12 Work English Teacher"]);
}

#[test]
fn a_blank_line_may_part_a_title_from_its_dates_and_employer() {
    let text = "Summary\nLikes order.\n\nProfessional Experience\nStaff Accountant\n\nMarch 2006 to August 2008 Harbour Foods\n\
        \u{20}     Closed the books each month.\nEnrolled Agent / Tax Accountant\nMay 2002 to May 2005 Leeds Accounts\n\
        \u{20}     Filed returns.\n";
    expect(
        &entries(text),
        &["2006-03 2008-08 Work Staff Accountant", "2002-05 2005-05 Work Enrolled Agent / Tax Accountant"],
    );
    let text = "Experience\n02/2009 to 03/2012\n\nBranch Manager Harbour Foods\n      Hired ten people.\n01/1988 to 01/1992\n\n\
        Sales Manager Leeds Tools\n      Led a team of four.\n\
        01/1986 to 12/1987\nTrainee Clerk Leeds Tools\n      Filed papers.\n";
    expect(
        &entries(text),
        &[
            "2009-02 2012-03 Work Branch Manager Harbour Foods",
            "1988-01 1992-01 Work Sales Manager Leeds Tools",
            "1986-01 1987-12 Work Trainee Clerk Leeds Tools",
        ],
    );
}

#[test]
fn titles_and_dates_in_the_text_of_a_job_open_no_other() {
    let text = "Experience\nOffice Manager 01/2010 to 12/2016 Harbour Foods\n      Ran the office of forty people.\n\
        \u{20}     Attends meetings of the Society of Women Engineers Fall 2014 - Present active member and helper of the board in \
        all its many tasks and journeys.\n      Prepared bulletins on policies. July 2012-August 2013\n\
        \u{20}     Contracting work for the port (1999-2002,\n      2007-2008) for various projects of the harbour.\n";
    expect(&entries(text), &["2010-01 2016-12 Work Office Manager"]);
}

#[test]
fn dates_before_a_title_and_its_text_take_the_title() {
    let text = "Experience\n10/2015 to Current Sales Associate Harbour Foods, Leeds Assisted customers with the choice of shoes \
        and kept the till in order for the manager of the store.\n";
    expect(&entries(text), &["2015-10 present Work Sales Associate Harbour Foods"]);
}

#[test]
fn a_job_opens_where_its_text_follows_the_dates() {
    let text = "Experience\nAssociate Director Business Development 12/2012 to Current Harbour Foods Leeds Led the \
        commercial side of the largest partnership in the history of the firm with over forty people.\n\
        Customer Service Sales Associate 01/1996 to 01/1999 Harbour Foods Fielded an average of 150 customer calls a \
        day and more in the season of gifts.\n";
    let resume = resume(text);
    expect(
        &entries(text),
        &[
            "2012-12 present Work Associate Director Business Development",
            "1996-01 1999-01 Work Customer Service Sales Associate",
        ],
    );
    assert!(resume.entries.iter().all(|e| e.text_in_header), "the line is text of its job too");
}

#[test]
fn a_label_among_the_jobs_does_not_end_the_job() {
    let text = "Summary\nConsultant.\n\nExperience\nManaging Consultant 11/2003 to Current Harbour Partners\n\
        Notable projects include:\n      Moved two ports to one system.\n\
        Programme Director 08/1998 to 08/2001 Leeds Council\n      Built a library.\n\nEducation\nMBA 2003 Leeds University\n";
    expect(&entries(text), &["2003-11 present Work Managing Consultant", "1998-08 2001-08 Work Programme Director"]);
    let one = resume(text);
    let line = one.lines.iter().position(|l| l.plain.starts_with("Moved")).unwrap();
    assert_eq!(one.entry_of[line], Some(0));
}

#[test]
fn numbers_in_text_open_no_job() {
    let text = "Experience\nSystems Administrator 01/2013 to 12/2016 Harbour Foods\n\
        \u{20}     Ran the Exchange 2000-2010 upgrades for all sites\n      Windows 2003-2012 server platforms and scripts\n\
        \u{20}     A five-year plan was developed for 2013-2017.\n\
        \u{20}     See https://example.org/newsletter-fall-2014.pdf\n      Occupancy, September 2013- 72%, April 2014- 99%.\n";
    expect(&entries(text), &["2013-01 2016-12 Work Systems Administrator"]);
}

#[test]
fn student_work_is_listed_and_not_counted() {
    let text = "ENGINEERING INTERN\n\nExperience\nENGINEERING INTERN 08/2016 - 12/2016 Harbour Foods\n      Built a model.\n\
        Engineering Co-op 01/2015 - 06/2015 Leeds Water\n      Measured pumps.\n\
        Academic Projects Leeds University 08/2014 - 12/2014\n      Drew a bridge.\n\
        Leeds University 08/2011 - 07/2014\n      Wrote a thesis.\n";
    let got = entries(text);
    let kinds: Vec<&str> = got.lines().map(|l| l.split(' ').nth(2).unwrap()).collect();
    assert_eq!(kinds, ["Internship", "Internship", "Study", "Study"]);
}

#[test]
fn a_resume_that_opens_with_a_title_has_no_name_of_that_title() {
    for (first, name) in [
        ("HEAD CHEF", None),
        ("MECHANICAL ENGINEERING INTERN", None),
        ("Career Focus", None),
        ("Jordan Cook", Some("Jordan Cook")),
        ("Avery Mason, Product Manager", Some("Avery Mason")),
    ] {
        let text = format!("{first}\nSummary\nLikes order.\n\nExperience\n{first} 08/2016 to 12/2019 Harbour Foods\n");
        assert_eq!(resume(&text).candidate.name.as_deref(), name, "{first}");
    }
}

#[test]
fn words_that_only_look_like_degrees_are_none() {
    for line in [
        "Oracle DBA 10g and 11g",
        "Monitored the vendor data master for doubles.",
        "MS Word, MS Office, MS Project",
        "Observed master teachers in action",
        "Master Planning for two sites",
        "Master Teacher Sep 2010 to Apr 2013",
        "Bourne, MA.",
        "Trained sales associates in service",
        "Contracts, risk.Â Â Led five people",
    ] {
        let text = format!(
            "Experience\nClerk 01/2009 to 01/2010 Harbour Foods\n\nTook calls all day.\n{line}\n\nSkills\n{line}\n"
        );
        assert_eq!(degrees(&text), "", "{line}");
    }
}

#[test]
fn degrees_as_exports_write_them() {
    for (line, wanted) in [
        ("Bachelor of Science : Information Technology , Current Leeds University", "Bachelor computing open"),
        ("Associate : Applied Science Industrial Management 1999 Leeds College", "Associate related"),
        ("Bachelor of Science , Biological Sciences", "Bachelor science"),
        ("PhD Education Administration", "Doctorate other"),
        ("B.A. Telecommunications and Speech", "Bachelor other"),
        ("MS Computer Science 2009 Leeds University", "Master computing"),
        ("MA : Leeds University 2011", "Master "),
        ("MCA, Madurai University", "Master computing"),
        ("Associate of Science : Film Production 2013 Leeds College", "Associate "),
    ] {
        assert_eq!(
            degrees(&format!("Experience\nClerk\n\nEducation\n{line}\n")).trim_end_matches('\n'),
            wanted,
            "{line}"
        );
    }
}

#[test]
fn a_role_inside_a_job_has_its_own_dates_and_the_job_is_counted_once() {
    let text = "Berufserfahrung\n\nSept. 2018 – heute\nHafenbau GmbH, Leer\n\nseit Jan. 2023: Teamleiter Produktmanagement\n\
        - Drei Leute\n\nSept. 2018 – Dez. 2022: Projektleiter\n- Neubau Kai 4\n\n10/2011 – 03/2013\n\
        Elternzeit und Umzug; danach Nachhilfe in Mathematik und Physik für Kinder der Schule am Ort.\n";
    expect(
        &entries(text),
        &[
            "2023-01 present Work Teamleiter Produktmanagement",
            "2018-09 2022-12 Work Projektleiter",
            "2011-10 2013-03 Break ",
        ],
    );
    let first = &resume(text).entries[0];
    assert_eq!((first.employer.as_str(), first.family), ("Hafenbau GmbH", rolefit::lexicon::Family::Product));
}

#[test]
fn jobs_told_in_sentences_are_entries() {
    let text = "Ama Owusu\n\nI grew up by the sea. Between May 2007 and August 2013 I was a nurse at Leeds General, and from \
        September 2013\nuntil March 2019 I worked as a credit analyst at Harbour Savings. Since April 2019 I have been product \
        manager there.\n\nI like long walks.\n";
    expect(
        &entries(text),
        &[
            "2007-05 2013-08 Work nurse",
            "2013-09 2019-03 Work credit analyst",
            "2019-04 present Work product manager there",
        ],
    );
    // others are met, too
    let text = "Ama Owusu\n\nBetween 2021 and 2023 I sat with two hundred farmers and agents under trees, in the palaces of District \
        Managers. What they told me changed the plan.\n";
    expect(&entries(text), &[]);
}

#[test]
fn a_bullet_that_opens_with_dates_and_a_title_is_a_job() {
    let text = "Ama Owusu\n\nBefore\n- 2015 – 2019: Doctoral researcher, health informatics, Lund. Wrote four papers on wards \
        and gave a talk.\n- Sept. 2009 – June 2015: Physiotherapist, Malmö hospital. Brought tablets to the ward with the people \
        of IT.\n- 2016 - 2017: Led the tests of the new ward rounds with eleven nurses and two doctors of the house.\n";
    expect(&entries(text), &["2015-07 2019-06 Work Doctoral researcher", "2009-09 2015-06 Work Physiotherapist"]);
}

#[test]
fn internships_and_leave_are_known_in_other_languages() {
    let text = "Experience\nHarbour Seguros\nEstagiário\nAugust 2015 - January 2017\n\nPraktikant, Hafenbau AG\n03/2014 – 08/2014\n\
        Congé parental\n2018 – 2019\n";
    let got = entries(text);
    let kinds: Vec<&str> = got.lines().map(|l| l.split(' ').nth(2).unwrap()).collect();
    assert_eq!(kinds, ["Internship", "Internship", "Break"]);
}

#[test]
fn several_jobs_in_one_line_of_sentences_are_several_entries() {
    let text = "Experience: Product Manager, Harbour Labs, 01.01.2021 – today. Senior Scientist, Harbour Labs, 01.09.2015 – 31.12.2020.\n";
    let text = format!("Yasmin Haddad\n\n{text}");
    expect(&entries(&text), &["2021-01 present Work Product Manager", "2015-09 2020-12 Work Senior Scientist"]);
    let text = "Experience\nBuyer. Harbour Foods, Leeds. June 2019 - today.\nCared for spices and the whole shelf.\n\
        Clerk. Leeds Tools, Leeds. January 2015 - May 2019.\n";
    expect(&entries(text), &["2019-06 present Work Buyer", "2015-01 2019-05 Work Clerk"]);
}

#[test]
fn a_table_that_lost_its_lines_still_has_two_dates_at_the_end_of_a_row() {
    let text = "Company Designation From To\nZentrix Product Manager Jul 2020 Till date\nInfoserve Business Analyst Jan 2018 \
        Jun 2020\nBluepeak Test Engineer 2015 2017\n";
    let text = format!("Priya Raghavan\n\n{text}");
    let got = entries(&text);
    let dates: Vec<String> = got.lines().map(|l| l.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(dates, ["2020-07 present", "2018-01 2020-06", "2015-07 2017-06"]);
}

#[test]
fn projects_with_dates_beside_jobs_with_dates_are_no_jobs() {
    let text = "Experience\nClerk, Leeds Tools, 01/2018 - 05/2019\n- Filed.\n\nProjects\nCampus Eats, product lead, Jan 2018 - \
        May 2019\nAn app for students.\n";
    let got = entries(text);
    let kinds: Vec<&str> = got.lines().map(|l| l.split(' ').nth(2).unwrap()).collect();
    assert_eq!(kinds, ["Work", "Study"]);
}

#[test]
fn degrees_are_found_behind_a_label_and_in_a_sentence() {
    expect(
        &degrees(
            "Io Dumi\n\nStudies: BA Film Studies, Bucharest, 2012. MSc Digital Business, Berlin, 2023 – (thesis pending).\n",
        ),
        &["Bachelor ", "Master business open"],
    );
    expect(
        &degrees(
            "Ama Owusu\n\nI grew up in Kumasi and studied economics in Accra, where I took my BSc in 2014. Then I worked.\n",
        ),
        &["Bachelor business"],
    );
    expect(&degrees("== EDUCATION ==\nB.Agric (Agronomy), Zaria, 2015\n"), &["Bachelor "]);
}

#[test]
fn a_place_or_a_permit_is_no_degree() {
    expect(
        &degrees("Education\nBoston University, Boston, MA\nDriving licence\nCollege of Arts, Boston, MA 02215\n"),
        &[],
    );
    expect(&degrees("Education\nHistory, MA\nLicence, Paris\n"), &["Master other", "Bachelor "]);
}

#[test]
fn each_degree_of_a_line_has_its_own_dates_and_standing() {
    expect(
        &degrees("Education\nBSc Statistics, Lagos, 2016. MBA, expected 2027.\n"),
        &["Bachelor mathematics", "Master business open"],
    );
}

#[test]
fn standing_in_for_somebody_on_leave_is_work() {
    let text = "Experience\nProduct Manager (parental leave cover), Acme, 09/2023 - 02/2024\n- Shipped.\n";
    expect(&entries(text), &["2023-09 2024-02 Work Product Manager (parental leave cover)"]);
}

#[test]
fn jobs_that_go_on_below_what_looks_like_a_heading_are_jobs() {
    let text = "Experience\nBuyer\nJanuary 2018 to March 2020 Harbour Foods, Leeds\n      Placed orders.\n\
        PUBLICATIONS SPECIALIST\nApril 2012 to November 2017 Tide Press, Hull\n      Planned issues.\n      Training\n\
        Clerk\nJanuary 2010 to March 2012 Tools Ltd, Leeds\n      Filed.\n\
        Porter\nJanuary 2008 to December 2009 Inn, Leeds\n";
    expect(
        &entries(text),
        &[
            "2018-01 2020-03 Work Buyer",
            "2012-04 2017-11 Work PUBLICATIONS SPECIALIST",
            "2010-01 2012-03 Work Clerk",
            "2008-01 2009-12 Work Porter",
        ],
    );
    // a course beside the jobs stays one, also where its line is built like theirs
    let text = "Experience\nBuyer\nJanuary 2018 to March 2020 Harbour Foods, Leeds\n      Placed orders.\n\nTraining\n\
        Product Manager\nMay 2021 to July 2021 Evening School, Leeds\n";
    expect(&entries(text), &["2018-01 2020-03 Work Buyer"]);
}

#[test]
fn a_sentence_about_education_is_no_heading() {
    let text = "Experience\n\n01/2017 to 09/2019\nNurse, Harbour Hospital, Leeds\n\nProvided necessary health education training for \
        patients.\n\nTreated patients.\n\n02/2015 to 01/2017\nNurse, Hill Hospital, Hull\n";
    let got = entries(text);
    let dates: Vec<&str> = got.lines().map(|l| l.split(" Work").next().unwrap()).collect();
    assert_eq!(dates, ["2017-01 2019-09", "2015-02 2017-01"]);
}

#[test]
fn a_header_counts_though_a_person_speaks_on_the_rest_of_its_line() {
    let text = "Experience\nOffice Clerk 08/2013 to Current Harbour Foods Leeds I support the sales team and take down what is said \
        in their weekly calls with every buyer.\nSales Intern 01/2012 to 05/2012 Hill Inn Hull I looked at the market and at \
        what other inns of the town had to offer.\n";
    expect(&entries(text), &["2013-08 present Work Office Clerk", "2012-01 2012-05 Internship Sales Intern"]);
}

#[test]
fn a_lost_blank_between_month_and_year_loses_no_job() {
    expect(
        &entries("Experience\nClerk\nDecember2015 to April 2016 Harbour Foods\n- Filed.\n"),
        &["2015-12 2016-04 Work Clerk"],
    );
}

#[test]
fn what_only_sounds_like_a_degree_is_none() {
    expect(&degrees("Education\nAn online certificate with MBA-level training in marketing\n"), &[]);
    expect(&degrees("Education\nBachelor of Science: (Pre-Med) Counselling, Leeds\n"), &["Bachelor "]);
    expect(
        &degrees("Education\nRecords Course, Columbus AFB, MS, 2010\nBusiness School, Boston, MA - Assistant\n"),
        &[],
    );
    expect(&degrees("Education\nGeneral Equivalency Diploma (GED), Leeds, 1999\n"), &["None "]);
}

#[test]
fn degrees_in_forms_that_exports_write_count() {
    expect(&degrees("Education\nMBA University of Leeds, 2007\n"), &["Master business"]);
    // the credits of a form are no sign that a degree was left
    let text = "Education\nMaster of Science: Statistics 05/2005 University of Leeds 3.5 Credits Earned: 62\n";
    assert!(!resume(text).degrees[0].unfinished);
    assert!(resume("Education\nBSc Statistics, Leeds, 62 credits earned\n").degrees[0].unfinished);
}

#[test]
fn a_job_with_an_unknown_title_counts_where_those_beside_it_are_jobs() {
    let text = "Ann Bo, Leeds\n\n2019 - today  Lumen, Leeds  Product Manager\n2015 - 2019  Lumen, Leeds  Quirlist\n\
        2012 - 2015  Leeds University  Physics\n2010 - 2012  MSc Physics, Leeds\n";
    let got = entries(text);
    assert_eq!(got.lines().map(|l| &l[..15]).collect::<Vec<_>>(), ["2019-07 present", "2015-07 2019-06"]);
    // also where nobody knows any of the titles, if their lines are built alike
    let text = "Bo Ek\n\n07.2016 - now  Elmo, quirlist\n01.2010 - 06.2016  Energo, smoldener\n";
    assert_eq!(entries(text).lines().count(), 2);
}

#[test]
fn jobs_told_with_one_date_each_follow_each_other() {
    let text = "I'm Bram. I joined Acme in May 2014 as a dispatcher; in March 2017 I became product owner of its app. In February \
        2020 I moved to Harbour as senior product manager and left in June 2024 to rest.\n\nI look for work.\n";
    expect(
        &entries(text),
        &[
            "2014-05 2017-02 Work dispatcher",
            "2017-03 2020-01 Work product owner of its app",
            "2020-02 2024-06 Work senior product manager",
        ],
    );
    let text = "Ken Oga\n\nHistory\nOct. 2003  Joined Naniwa as Firmware Engineer\nApr. 2014  Appointed Product Manager\n\
        Education\nApr. 1999 - Mar. 2003  Osaka University, B.Eng.\n";
    expect(&entries(text), &["2003-10 2014-03 Work Firmware Engineer", "2014-04 present Work Product Manager"]);
    // a date in brackets before the verb is that of a degree
    let text = "After a BA (Exeter, 2017) I joined Mallow as a clerk in April 2018.\n";
    expect(&entries(text), &["2018-04 present Work clerk"]);
}

#[test]
fn a_form_labels_its_dates() {
    let text = "Job Title: Product Manager\nEmployer: Trellis\nFrom: January 2022\nTo: Present\nReason: none\n\nJob Title: Clerk\n\
        Employer: Barn\nFrom: March 2015\nTo: February 2018\n\nSchool: Ohio University\nDegree: Bachelor's\nFrom: August 2011\n\
        To: May 2015\n";
    expect(&entries(text), &["2022-01 present Work Product Manager", "2015-03 2018-02 Work Clerk"]);
    let text = "Title/position: Librarian\nCompany/organisation: Library\nStart date: 01/2013   End date: 08/2016\n\
        Supervisor: K. Olson\n\nResidences: 2008 - 2016 Fargo\n";
    expect(&entries(text), &["2013-01 2016-08 Work Librarian"]);
    let text = "Work\nPeriod : Sep 2018 to Present\nName of company : Merlion\nPosition held : Product Manager\n";
    expect(&entries(text), &["2018-09 present Work Product Manager"]);
}

#[test]
fn several_roles_of_a_line_are_several_entries() {
    let text = "Io Lind\n\nPositions: Analyst (Feb 2016 – May 2018), Senior Consultant (Jun 2018 – Mar 2021), Product Lead (Apr 2021 – \
        present)\n";
    expect(
        &entries(text),
        &[
            "2016-02 2018-05 Work Analyst",
            "2018-06 2021-03 Work Senior Consultant",
            "2021-04 present Work Product Lead",
        ],
    );
}

#[test]
fn numbered_jobs_are_jobs() {
    let text = "Ruairi Bo\n\n1. NOW - Product Manager, Boreal, Galway. Since October 2020. Ninety customers.\n\
        2. BEFORE - Clerk, Boreal, Galway. August 2015 until September 2020. Filed.\n3. COLLEGE - BSc Physics, Galway, 2007 until 2011.\n";
    expect(&entries(text), &["2020-10 present Work Product Manager", "2015-08 2020-09 Work Clerk"]);
    expect(&degrees(text), &["Bachelor mathematics"]);
}

#[test]
fn dates_may_stand_in_two_cells_or_two_lines_of_a_column() {
    let text =
        "| 1 | Tarang | Jan 2016 | Till date | Product Owner |\n| 2 | Godavari | Jul 2006 | May 2010 | Engineer |\n";
    let got = entries(&format!("Ann Bo\n\n{text}"));
    assert_eq!(got, "2016-01 present Work Product Owner\n2006-07 2010-05 Work Engineer\n");
    let text = "Werdegang\nJul. 2019 –     Produktmanagerin\nheute           Stadtwerke\n\nOkt. 2013 –     Trainee\n\
        Sep. 2016       Energie AG\n\nAusbildung\nOkt. 2011 –     M.Sc. Physik\nSep. 2013       Trier\n";
    let got = entries(text);
    assert_eq!(got.lines().map(|l| &l[..15]).collect::<Vec<_>>(), ["2019-07 present", "2013-10 2016-09"]);
    expect(&degrees(text), &["Master mathematics"]);
}

#[test]
fn months_in_brackets_make_years_exact_and_parts_of_a_job_open_none() {
    let text =
        "Work\n2021-2025  Buyer, Acme (March 2021 – June 2025)\n2016-2021  Clerk, Acme (Nov. 2016 – Feb. 2021)\n";
    let got = entries(text);
    assert_eq!(got.lines().map(|l| &l[..15]).collect::<Vec<_>>(), ["2021-03 2025-06", "2016-11 2021-02"]);
    let text = "Career\n\n[05/2014–09/2019]\nTisza Media\nBroadcast Engineer, then Team Lead (from 02/2017)\n\n\
        [05/2011–04/2014]\nRadio One\nSound Technician\n";
    let got = entries(text);
    assert_eq!(got.lines().map(|l| &l[..15]).collect::<Vec<_>>(), ["2014-05 2019-09", "2011-05 2014-04"]);
}

#[test]
fn what_ends_or_parts_jobs_is_a_break_and_what_bears_its_name_is_a_job() {
    let text = "Work\nUnemployed, 07/2020 - 02/2021\nBuyer, Acme, 01/2019 - 06/2020 (laid off)\n\
        National Service Manager, Red Cross, 2015 - 2018\nSept 2023 - present: relocating to Canada with the whole family and \
        its two cats.\n";
    let got = entries(text);
    let kinds: Vec<&str> = got.lines().map(|l| l.split(' ').nth(2).unwrap()).collect();
    assert_eq!(kinds, ["Break", "Work", "Work", "Break"]);
}

#[test]
fn jobs_under_the_heading_of_a_list_are_jobs_where_no_other_is_headed() {
    let text = "Key Skills\nSQL\nOccupation\nKaveri as Product Manager\nNov 2021 to Till Date\nOwned the flow.\nKaveri as Analyst\n\
        Sep 2017 to Oct 2021\nProjects\nLoans, Jan 2018 - Mar 2019\nEducation\nB.E (Computer Science) | VTU | 2014\n";
    let got = entries(text);
    let work: Vec<&str> = got.lines().filter(|l| l.contains(" Work ")).map(|l| &l[..15]).collect();
    assert_eq!(work, ["2021-11 present", "2017-09 2021-10"]);
}

#[test]
fn words_of_a_speaker_behind_a_header_leave_it_a_header() {
    let text = "Tim Oye\n\n2019-present. Product Owner, Lonestar. I own the leak alert and its roadmap for many a town.\n\n\
        2013-2018. Inspector, Gulf. Walked pipelines.\n";
    expect(&entries(text), &["2019-07 present Work Product Owner", "2013-07 2018-06 Work Inspector"]);
}

#[test]
fn headings_may_be_counted_by_letters_or_stand_as_numbered_capitals() {
    let text = "I. WORK\nClerk, Acme, 2008 - 2012\n\nII. EDUCATION\n2.1 Leeds University (2003 - 2007)\n";
    expect(&entries(text), &["2008-07 2012-06 Work Clerk"]);
    let text = "2. WORK HISTORY\nClerk, Acme, 2008 - 2012\n\n3. EDUCATION\nPeriod : Aug 2003 to May 2007\nLeeds\n";
    expect(&entries(text), &["2008-07 2012-06 Work Clerk"]);
}

#[test]
fn what_is_said_of_other_studies_does_not_undo_a_degree() {
    expect(
        &degrees("Education\nAAS Agribusiness, Fargo, 2009; two semesters at Hull 2009-2010, no degree\n"),
        &["Associate "],
    );
    assert!(!resume("Education\nAAS Nursing, Hull, 2009; a year at Leeds 2010, no degree\n").degrees[0].unfinished);
    assert!(resume("Education\nBSc Physics, Leeds, 2009; no degree\n").degrees[0].unfinished);
}

#[test]
fn degrees_in_capitals_and_behind_a_school_count() {
    for (text, wanted) in [
        ("Education\nBE (Computer Science), Pune, 2007\n", "Bachelor engineering+computing"),
        ("Education\n2011 : Diplôme d'ingénieur, Lyon\n", "Master "),
        ("Education\nAssoc. of Applied Science, Welding, 2012\n", "Associate "),
        (
            "Ann Bo\n\nClerk, Acme, 2010 - 2016\n\n1999-2004  Hallam, BEng (Hons) Mechanical Engineering\n",
            "Bachelor engineering",
        ),
    ] {
        assert_eq!(degrees(text).trim_end_matches('\n'), wanted, "{text}");
    }
    expect(&degrees("Education\nCourses to be taken next\n"), &[]);
}

#[test]
fn a_title_after_a_sentence_with_dates_is_told_even_without_a_verb() {
    let text = "Bea Cam\n\nSeptember 2023 brought me to Nopal, where I am Senior Product Manager. From July 2021 to March 2023 I was \
        Product Manager at Correo; before, from January 2019 to June 2021, Buyer in the same house.\n";
    let got = entries(text);
    let mut dates: Vec<&str> = got.lines().map(|l| &l[..15]).collect();
    dates.sort_unstable();
    assert_eq!(dates, ["2019-01 2021-06", "2021-07 2023-03", "2023-09 present"]);
}

#[test]
fn a_student_of_a_degree_does_not_hold_it() {
    expect(&degrees("Education\nMSc student, Leeds\n"), &["Master  open"]);
}

#[test]
fn a_line_with_dates_is_nobodys_name() {
    let text = "Product Manager at Lumen (Mar 2020 - Sep 2025)\nStudied: BA History, Oberlin (2010 - 2014)\n";
    assert_eq!(resume(text).candidate.name, None);
    expect(&degrees(text), &["Bachelor other"]);
}

#[test]
fn two_dots_part_the_ends_of_a_range_and_a_wide_gap_a_label_from_the_name() {
    let text = "Name            Piotr Zielinski\nWork history\n2019-03 .. now        Warta Digital, Lodz       Head of Product\n\
        2014-01...2016-09    Kodart                    Software developer\n";
    expect(&entries(text), &["2019-03 present Work Head of Product", "2014-01 2016-09 Work Software developer"]);
    assert_eq!(resume(text).candidate.name.as_deref(), Some("Piotr Zielinski"));
}

#[test]
fn a_certificate_alone_on_its_line_is_held_though_a_story_came_before() {
    let text = "Amina Berg\n\nIn 2013 I joined Fjordpay as a support agent and became product owner in March 2017.\n\n\
        CSPO (2018)\n";
    assert!(resume(text).certificates.iter().all(|c| c.id == "cspo" && !c.in_passing));
    assert_eq!(resume(text).certificates.len(), 1);
}

#[test]
fn words_that_begin_like_titles_headings_or_breaks_are_told_apart() {
    let text = "Ann Bo\n\nEmployment record (most recent first)\nClerk, Unemployment Office, Monterey\n2015 - 2018\n\
        Buyer, National Service Industries\n2010 - 2014\n\nCoordinated school visits in 2016 and 2017\n";
    expect(&entries(text), &["2015-07 2018-06 Work Clerk", "2010-07 2014-06 Work Buyer"]);
}
