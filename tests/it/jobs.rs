//! What family a job is of, and jobs as forms and templates of many countries tell them.

use crate::entries::{degrees, entries, expect, resume};
use rolefit::lexicon::{DegreeLevel, Family, SectionKind};

/// The family of one job with a title.
fn family(title: &str) -> Family {
    let text = format!("Ann Bo\n\nExperience\n{title}, Acme Corp, Jan 2019 - Dec 2023\n- Did things\n");
    resume(&text).entries[0].family
}

#[test]
fn a_rank_and_its_field_are_one_title_however_they_are_parted() {
    for title in [
        "Manager, Product",
        "Manager - Products",
        "Asst. Manager (Products)",
        "Lead – Product",
        "DGM Products",
        "Head - Products & Platforms",
        "VP of Product & Engineering",
        "Director, Product & Design",
        "Product & Technology Lead",
        "Product Mgr",
        "Product Line Owner",
        "Director, Head of Receivables Products",
        "Vice President, Liquidity Products",
    ] {
        assert_eq!(family(title), Family::Product, "{title}");
    }
    for title in ["Manager, Product Marketing", "Product & Marketing Manager", "Deputy Manager - Product Development"] {
        assert_eq!(family(title), Family::Related, "{title}");
    }
    for title in [
        "Senior Manager, Product Control",
        "Manager, Product Support",
        "Manager, Productivity",
        "Director, Product Design",
        "Director, Forest Products",
    ] {
        assert_eq!(family(title), Family::Other, "{title}");
    }
}

#[test]
fn a_title_without_a_trade_takes_its_family_from_the_duties() {
    let told = |title: &str, duty: &str| {
        let text = format!("Ann Bo\n\nExperience\n{title}, Acme, Jan 2019 - Dec 2023\n- {duty}\n");
        resume(&text).entries[0].family
    };
    assert_eq!(told("Co-founder & CEO", "Owned the product roadmap and decided what gets built"), Family::Product);
    assert_eq!(told("Consultant", "Served as product owner for the app of a bank"), Family::Product);
    assert_eq!(told("Founder and Managing Director", "Wrote most of the specs and drew the screens"), Family::Product);
    assert_eq!(told("Founder", "Decided what went in each box and drove the van"), Family::Other);
    assert_eq!(told("Founder", "Sold bread on three markets"), Family::Other);
    assert_eq!(told("Bakery Owner", "Decided what to build"), Family::Other);
}

#[test]
fn the_cells_of_a_form_may_stand_one_below_the_other() {
    let text = "Ann Bo\n\nORGANIZATIONAL EXPERIENCE\n\nOrganization\n:\nFinedge Ltd., Pune\nDesignation\n:\nSenior Product Manager\n\
        Duration\n:\nApr'2021 – Till Date\n\n- Guiding one product manager since 2023.\n\nOrganization\n:\nInfobridge Ltd., Pune\n\
        Designation\n:\nSoftware Engineer\nDuration\n:\n04-Jul-2014 to 12-May-2017\n";
    expect(&entries(text), &["2021-04 present Work Senior Product Manager", "2014-07 2017-05 Work Software Engineer"]);
    let text = "EXPERIÊNCIA PROFISSIONAL\n\nDatas: De maio de 2015 a fevereiro de 2019\nFunção ou cargo ocupado: Técnico de Armazém\n\
        Nome do empregador: Corticeira, Lda.\n\nDatas: De setembro de 2010 a fevereiro de 2011\n\
        Função ou cargo ocupado: Estágio curricular\nNome do empregador: Portos do Douro\n\nEDUCAÇÃO E FORMAÇÃO\n\nDatas: 2007 – 2011\n\
        Designação da qualificação: Licenciatura em Gestão\n";
    expect(&entries(text), &["2015-05 2019-02 Work Técnico de Armazém", "2010-09 2011-02 Internship "]);
    expect(&degrees(text), &["Bachelor business"]);
}

#[test]
fn what_stands_under_internships_is_no_work_whatever_its_title() {
    let text = "Ann Bo\n\nEXPERIENCE\n\nBuyer, Acme, Jan 2010 - Dec 2012\n\nINTERNSHIPS\n\nSoftware Engineer, Kettle, Jan 2008 - Aug 2008\n\n\
        Teaching practice (PGCE placements)\nSchool A: Oct - Dec 2007, Barry\n";
    expect(
        &entries(text),
        &["2010-01 2012-12 Work Buyer", "2008-01 2008-08 Internship Software Engineer", "2007-10 2007-12 Internship "],
    );
}

#[test]
fn months_may_be_misspelt_and_a_title_may_break_at_its_comma() {
    let text = "Ann Bo\n\nCAREER\n\nProduct Manager,\nDeveloper Platform\nStackhouse Labs, Leeds\nSept. 2016 – Decmber 2019\n\n\
        Sales Clerk, Homely Group | Febuary 2014 – Agust 2016\n";
    expect(&entries(text), &["2016-09 2019-12 Work Product Manager", "2014-02 2016-08 Work Sales Clerk"]);
    assert_eq!(resume(text).entries[0].family, Family::Product);
}

#[test]
fn since_opens_a_job_whose_employer_has_a_long_name() {
    let text = "Ann Bo\n\nExperience\n\nsince 10/2019    Kellner & Voss Antriebstechnik und Anlagenbau GmbH, Augsburg\n                 Product Manager\n\
        \u{20}                - Price maintenance\n\nSept 2015 – Aug 2018\nBishop School, Newport\nTeacher (trainee year 2015–16)\n";
    expect(
        &entries(text),
        &["2019-10 present Work Product Manager", "2015-09 2018-08 Work Teacher (trainee year 2015–16)"],
    );
}

#[test]
fn a_degree_takes_its_field_from_the_line_above_and_nothing_from_a_course_below() {
    expect(
        &degrees("Education\nTU Berlin, 2001 - 2006\nElectrical engineering\nDegree: MSc\n"),
        &["Master engineering"],
    );
    expect(&degrees("Education\nDipl.-Ing. (FH), 2007\n"), &["Bachelor engineering"]);
    expect(
        &degrees("School\nBachelor in Social Communication, 2011\nStanford \"How to start a company\", online, 2019\n"),
        &["Bachelor other"],
    );
    let high_school = resume("Education\nHigh school: Laurel High School, Laurel, diploma 2007\n").degrees;
    assert!(high_school.iter().all(|d| d.level == DegreeLevel::None));
    let twice = resume("Education\nB.A. : Economics, 2006, Yale, City, State. B.A.\n").degrees;
    assert_eq!(twice[0].fields, ["business"]);
}

#[test]
fn a_field_is_the_degrees_own_and_a_school_diploma_no_certificate() {
    expect(&degrees("Education\nMasterof Science: Information Systems, 2016, Bowie College\n"), &["Master computing"]);
    expect(&degrees("Education\nBachelor of Science: Biology University of Florida, 2010\n"), &["Bachelor science"]);
    expect(&degrees("Education\nBA Philosophy, minor in Economics, 2010\n"), &["Bachelor other"]);
    expect(
        &degrees("Education\nBachelor of Science: Accounting, 2011\nCertified Public Accountant: candidate\n"),
        &["Bachelor business"],
    );
    let school = resume("Education\nDiploma: Phoenix High School, 1989\n").degrees;
    assert!(school.iter().all(|d| d.level == DegreeLevel::None));
    let going_on = resume("Education\nMaster of Science: Finance, Progress\n").degrees;
    assert!(going_on[0].in_progress);
}

#[test]
fn what_is_left_of_a_broken_encoding_hides_no_job() {
    let text = "Ann Bo\n\nExperience\nAnalyst\nAcme, October 2014 - Current\n- Did things\n\nProjects: Â\n\nHealth Â\n- Did more\n\n\
        ReporterÂ\nBeta, May 2009 â€“ May 2013Â \n- Wrote news\n\nClerk\nGamma, May 2007 â€“ May 2008\n- Sorted news\n";
    expect(
        &entries(text),
        &["2014-10 present Work Analyst", "2009-05 2013-05 Work Reporter", "2007-05 2008-05 Work Clerk"],
    );
}

#[test]
fn employers_with_their_titles_below_and_projects_with_their_roles() {
    let numbered = "Ann Bo\n\nWORK EXPERIENCE\n\n1) Vista Ltd., Pune    Aug 2019 - Till date\n\n\
        Project #1: Policy Platform    (Apr 2021 - Till date)\nClient: An insurer\nRole: Technical Product Manager    Team size: 34\n\n\
        - Groomed the backlog\n\nProject #2: Edge    (Aug 2019 - Mar 2021)\nRole: Product Owner\n\n- Wrote stories\n\n\
        2) Core Ltd., Pune    Jul 2014 - Jul 2019\nModule Lead (2017-2019) / Software Engineer\n\n- Wrote code\n";
    expect(
        &entries(numbered),
        &[
            "2021-04 present Work Technical Product Manager",
            "2019-08 2021-03 Work Product Owner",
            "2014-07 2019-07 Work ",
            "2017-07 2019-06 Work Module Lead",
        ],
    );
    let below = "Ann Bo\n\n## Experience\n\n**since 10/2018 – Acme GmbH, Ulm**\n(Maker of gears)\n\
        *Product Manager Services* (since 04/2020), before that *Product Manager Drives*\n\n- Did things\n\n\
        **02/2013 – 09/2018 – Beta AG, Ulm**\n*Engineer*, from 01/2015 *Product Manager*\n\n- Did things\n";
    expect(
        &entries(below),
        &[
            "2018-10 present Work Product Manager Services",
            "2013-02 2018-09 Work Engineer",
            "2015-01 2018-09 Work Product Manager",
        ],
    );
}

#[test]
fn dates_before_long_names_and_employers_behind_labels() {
    let swiss = "Ann Bo\n\n## Experience\n\n**since 04.2020** – **Rheintal Pharma AG, Basel, Digital Solutions Unit, Allschwil**\n\
        *Product Manager Companion (80–100%)*\n\n- Did things\n- Tier 2 support for brokers; team lead (6 agents) since 2021\n";
    expect(&entries(swiss), &["2020-04 present Work Product Manager Companion (80–100%)"]);
    let form = "Ann Bo\n\nWork experience\n\nDates: 02/2021 – Currently\nPosition held: Product Manager\n\
        Employer: Rutalia Software, S.L. (Bilbao)\nSector: Transport\n- Did things\n";
    let read = resume(form);
    assert_eq!((read.entries[0].title.as_str(), read.entries[0].header.1), ("Product Manager", 6));
}

#[test]
fn projects_in_tables_of_labels_are_the_work_of_the_employers_above_them() {
    let text = "Ann Bo\n\n## Work Experience\n\n| Organization | Designation | From | To |\n|---|---|---|---|\n\
        | Vista Ltd. | Consultant | Aug 2019 | Till date |\n\n## Project Details\n\n### Project #1\n\n| | |\n|---|---|\n\
        | **Project** | Claims portal |\n| **Client** | An insurer |\n| **Duration** | Apr 2022 – Till date |\n| **Role** | Product Owner |\n\n\
        **Responsibilities:**\n1. Supported the Scrum Master in removing impediments\n";
    expect(&entries(text), &["2019-08 present Work Consultant", "2022-04 present Work Product Owner"]);
    assert!(degrees(text).is_empty());
    let french = "Ann Bo\n\n## Formation\n\n2011 – 2014 : Engineer degree, Polytech Annecy\n\n## Professional experiences\n\n\
        ### Since September 2021 : Product Owner, MUTUA (insurer), Lyon\n\n- Did things\n";
    expect(&entries(french), &["2021-09 present Work Product Owner"]);
    expect(&degrees(french), &["Master engineering"]);
}

#[test]
fn what_is_told_below_a_client_of_a_job_is_told_of_the_job() {
    let text = "Ann Bo\n\nExperience\n\nProduct Owner, Nube Agency, Feb 2020 - Dec 2023\n\nClient: Farmacias (e-commerce, Aug 2022 - Dec 2023)\n\n\
        - Ranked the backlog\n";
    expect(&entries(text), &["2020-02 2023-12 Work Product Owner"]);
    assert_eq!(resume(text).entry_of[8], Some(0));
}

#[test]
fn a_degree_before_a_name_is_evidence_and_a_diploma_from_germany_a_master() {
    let text = "Dipl.-Wirt.-Ing. (FH) Henning Brock\n\nEducation\nFachhochschule Ulm, Industrial Engineering. Degree: Dipl.-Wirt.-Ing. (FH), 2009\n";
    let read = resume(text);
    assert_eq!(read.candidate.name.as_deref(), Some("Henning Brock"));
    assert!(read.degrees.iter().any(|d| d.level == DegreeLevel::Bachelor && d.fields == ["engineering"]));
    expect(
        &degrees(
            "Education\n2004 - 2010 University of Cologne, Health Economics (Diploma)\nDiploma thesis: telemonitoring\n2003 Abitur\n",
        ),
        &["Master business", "None ", "None "],
    );
}

#[test]
fn grades_are_no_months_and_licences_no_degrees() {
    let text = "Ann Bo\n\nWork experience\n\nSupply Technician (GS-2005-07)\nDepartment of the Interior\nJanuary 2017 - September 2020\n\
        Hours per week: 40\n\nStaj, Acme, 2013 Temmuz - 2013 Agustos\n\nKörkort\nB, BE\n";
    expect(&entries(text), &["2017-01 2020-09 Work Supply Technician (GS-2005-07)", "2013-07 2013-08 Internship "]);
    expect(&degrees(text), &[]);
}

#[test]
fn a_profession_is_a_degree_beside_a_school_and_a_job_elsewhere() {
    let text = "Ann Bo\n\nExperience\nIndustrial Engineer, Acme, 2018 - 2020\n\nEducation\n\
        Ingeniera Industrial, Universidad de los Andes, 2012 - 2017\n";
    expect(&entries(text), &["2018-07 2020-06 Work Industrial Engineer"]);
    expect(&degrees(text), &["Bachelor engineering"]);
}

#[test]
fn capitals_that_begin_like_a_heading_may_be_a_title() {
    let text = "Ana Bo\n\nEXPERIENCE\n\nPRODUCT LEAD\nFinta, Puebla\nMexico City — August 2016 to today\n* Owned the roadmap\n\n\
        DIGITAL PROJECTS COORDINATOR\nGrupo Tlaque, Guadalajara — 2013 to 2016\n* Coordinated the rollout\n\n\
        JUNIOR BUYER\nGrupo Norte — 2011 to 2013\n* Bought\n\nEDUCATION\n";
    expect(
        &entries(text),
        &[
            "2016-08 present Work PRODUCT LEAD",
            "2013-07 2016-06 Work DIGITAL PROJECTS COORDINATOR",
            "2011-07 2013-06 Work JUNIOR BUYER",
        ],
    );
}

#[test]
fn a_long_cell_opens_with_its_title() {
    let duties =
        "demonstrations, configuration workshops, and what the customers ask for carried to those who develop it";
    let text = format!(
        "Ann Bo\n\n## Employment\n\n| | |\n|---|---|\n| Oct 2020 – present | **Product Manager**, Valley Trust |\n\
         | Feb 2016 – Dec 2017 | **Clinical Trainer**, Wardline Ltd, Leeds (records, 140 staff) – {duties} |\n"
    );
    expect(&entries(&text), &["2020-10 present Work Product Manager", "2016-02 2017-12 Work Clinical Trainer"]);
    assert_eq!(resume(&text).entries[1].employer, "Wardline Ltd");
}

#[test]
fn a_role_inside_a_job_ends_with_it_and_a_summary_retells_no_job() {
    let text = "Ann Bo\n\nSummary\nBuyer by trade, at home in two countries. Since 2023 I have been product manager of a portal \
        for students.\n\nExperience\n\nFeb 2023 - Present  Product Manager, Leeds College\n- Run the portal\n\n\
        2009 - 2013  Hardware Engineer, Dommel\n- Design of boards\n- From 2011 project lead for two customers\n";
    expect(
        &entries(text),
        &[
            "2023-02 present Work Product Manager",
            "2009-07 2013-06 Work Hardware Engineer",
            "2011-07 2013-06 Work project lead for two customers",
        ],
    );
}

#[test]
fn the_first_cell_of_a_drawn_table_is_its_heading() {
    let text = "Ann Bo\n\n+-----------------+-------------------+\n| PERSONAL DETAILS                    |\n\
        +-----------------+-------------------+\n| Surname         | Bo                |\n+-----------------+-------------------+\n\n\
        +-----------------+-------------------+\n| EDUCATION       | YEAR AND PLACE    |\n+-----------------+-------------------+\n\
        | BCom Informatics | 2012, Highveld University |\n+-----------------+-------------------+\n";
    expect(&degrees(text), &["Bachelor business+computing"]);
    let read = resume(text);
    assert_eq!(read.sections.last().and_then(|s| s.heading.clone()).as_deref(), Some("EDUCATION"));
    assert_eq!(read.degrees[0].institution.as_deref(), Some("Highveld University"));
}

#[test]
fn national_degrees_have_their_level_and_field() {
    for (line, wanted) in [
        ("Lic. en Administración y Finanzas, Anáhuac, 2015", "Bachelor business"),
        ("Ingeniería Industrial, Universidad de Guadalajara (2006–2011)", "Bachelor engineering"),
        ("Maestría en Ingeniería Industrial, 2012", "Master engineering"),
        ("Engenharia de Produção, UFMG, 2009", "Bachelor engineering"),
        ("Fachhochschule Köln, Diplom-Betriebswirt (FH), 2007", "Bachelor business"),
        ("Diplom-Informatiker (FH), Furtwangen, 2003", "Bachelor computing"),
        ("MSci Physics, Bristol, 2004", "Master mathematics"),
        ("Diplomado en Finanzas, ITAM, 2018", "None business"),
    ] {
        assert_eq!(degrees(&format!("Education\n{line}\n")).trim_end_matches('\n'), wanted, "{line}");
    }
}

#[test]
fn the_numbers_of_a_numbered_text_are_no_part_of_it_and_a_line_below_the_dates_opens_with_its_job() {
    let text = "Davide Berti\n\n1. EDUCATION\n\n1.1  2000 - 2006: Degree in Mechanical Engineering, Università di Modena.\n\n\
        2. PROFESSIONAL EXPERIENCE\n\n2.1  October 2006 - April 2010\n\
        Mechanical designer at Tecnofill S.r.l., Parma (filling machines, 90 employees).\n3D design of parts.\n\n\
        2.2  May 2010 - today\nJunior product manager, then Product Manager, at Gruppo Marzi S.p.A., Modena.\n\
        - Management of the range\n\n3. COURSES\n";
    let read = resume(text);
    expect(
        &entries(text),
        &["2006-10 2010-04 Work Mechanical designer", "2010-05 present Work Junior product manager"],
    );
    assert_eq!(read.entries[0].employer, "Tecnofill S.r.l.");
    expect(&degrees(text), &["Bachelor engineering"]);
}

#[test]
fn a_summary_that_tells_of_years_since_then_tells_no_other_job() {
    let text = "Pawel Sko\n\nSUMMARY\nI have been in IT since 2010, since 2020 as a Product Owner, and ask difficult questions.\n\n\
        EXPERIENCE\n\nProduct Owner, Logimera\n11.2020 - present\n- Ranked the backlog\n\nTester, Brzoza\n07.2010 - 10.2020\n- Tested\n";
    expect(&entries(text), &["2020-11 present Work Product Owner", "2010-07 2020-10 Work Tester"]);
}

#[test]
fn the_field_of_a_degree_may_touch_the_name_of_its_school() {
    for (line, wanted) in [
        (
            "Bachelor of Science , Psychology Radford University - City , State , USA\nCoursework in Marketing",
            "Bachelor other",
        ),
        ("Master of Science , Finance Boston Business School", "Master business"),
        ("Associate degree in Marketing, Fargo", "Associate business"),
        ("Seeking a degree in Marketing, Fargo", "Bachelor business open"),
    ] {
        assert_eq!(degrees(&format!("Education\n{line}\n")).trim_end_matches('\n'), wanted, "{line}");
    }
}

#[test]
fn what_brackets_say_of_a_title_is_not_its_dates() {
    let text = "Raghav Iyer\n\nWORK EXPERIENCE\n\nCONSULTANT (joined as ASSOCIATE, promoted in Apr'19)     May'17 - Jan'20\nNorthbridge LLP, Mumbai\n\
        - Mapped processes\n\nBuyer (promoted from clerk in 2012)   May 2010 - Jan 2014\nAcme Foods, Pune\n- Bought\n";
    let got = entries(text);
    let dates: Vec<&str> = got.lines().map(|l| &l[..15]).collect();
    assert_eq!(dates, ["2017-05 2020-01", "2010-05 2014-01"], "{got}");
}

#[test]
fn a_span_of_years_in_a_story_is_no_job_and_a_role_beside_a_job_is_one() {
    let text = "Ann Bo\n\nASSIGNMENTS\n\nFietsbeurs.net (marketplace)\nHead of Product, 2 days a week\n09/2023 - now\n\
        I set up a process and am coaching their first product manager. Together with the CEO wrote the strategy for 2024-2025 \
        (from listings to guaranteed sales).\n\nSternau GmbH\nScrum Master\n10/2017 - 03/2020\n- Served three teams\n\
        - From 06/2019 additionally Product Owner for the online booking: stories, testing and the hand over to two markets of \
        ours\n";
    expect(
        &entries(text),
        &[
            "2023-09 present Work Head of Product",
            "2017-10 2020-03 Work Scrum Master",
            "2019-06 2020-03 Work Product Owner for the online booking: stories",
        ],
    );
}

#[test]
fn certificates_behind_their_label_are_held_and_a_list_of_modules_leaves_a_degree_finished() {
    let read = resume("Ann Bo\n\nSKILLS\n\n- Software: Axure, Jira\n- Certificates: NPDP (2020), PMP (2022)\n");
    assert!(read.certificates.iter().all(|c| c.section == SectionKind::Certifications), "{:?}", read.certificates);
    assert_eq!(read.certificates.len(), 2);
    let text = "Education\nMSc Engineering Management (2015.09 – 2016.12)\nCore modules: Operations, Marketing for Engineers\n";
    assert!(!resume(text).degrees[0].in_progress);
    assert!(resume("Education\nMSc Management, four modules left\n").degrees[0].in_progress);
}

#[test]
fn a_second_title_with_its_day_is_a_job_of_its_own() {
    let text = "Ann Bo\n\n## Experience\n\n**03.2018 – 08.2021   System Analyst, later Product Owner (from 01.2020), Telkomis S.A.**\n\
        - Ranked the backlog\n\nBuyer, then Product Manager (since May 2014), Acme Foods\n2012 - 2016\n- Owned the roadmap\n\n\
        Analyst (from home), Acme, 2010 - 2012\n- Did things\n";
    expect(
        &entries(text),
        &[
            "2018-03 2019-12 Work System Analyst",
            "2020-01 2021-08 Work Product Owner",
            "2012-07 2014-04 Work Buyer",
            "2014-05 2016-06 Work Product Manager",
            "2010-07 2012-06 Work Analyst (from home)",
        ],
    );
    assert_eq!(resume(text).entries[3].employer, "Acme Foods");
}

#[test]
fn titles_with_dates_of_their_own_stand_on_one_line_below_their_employer() {
    let text = "Ann Bo\n\nExperience\n\nTRANSVALE SA, Jundiai (08/2010 - 01/2015)\nLogistics Coordinator (2013 - 2015), Logistics Analyst (2010 - 2013)\n\
        - Fleet of 90 lorries\n\nACME CORP, Berlin\nHead of Sales (2018 - 2020), Product Manager (2015 - 2018)\n- Did things\n\n\
        Initech Ltd, Leeds, 2005 - 2014\nProduct Owner (since 2011) / Business Analyst (2005 - 2011)\n- Did other things\n";
    expect(
        &entries(text),
        &[
            "2013-07 2015-01 Work Logistics Coordinator",
            "2010-08 2013-06 Work Logistics Analyst",
            "2018-07 2020-06 Work Head of Sales",
            "2015-07 2018-06 Work Product Manager",
            "2011-07 2014-06 Work Product Owner",
            "2005-07 2011-06 Work Business Analyst",
        ],
    );
    let employers: Vec<String> = resume(text).entries.iter().map(|e| e.employer.clone()).collect();
    assert_eq!(employers[1..5], ["TRANSVALE SA", "ACME CORP", "ACME CORP", "Initech Ltd"]);
}

#[test]
fn a_part_of_a_job_belongs_to_it_and_a_student_s_co_op_is_no_job() {
    let text = "Ann Bo\n\nExperience\n\nAssociate Product Manager, Larkspur Inc., Toronto\n*Aug 2023 - Present*\n\n\
        **Checkout squad (current, since Feb 2025)**\n\n- Wrote stories\n\n**Onboarding rotation (May 2024 - Jan 2025)**\n\n- Ran a test\n\n\
        Software Developer Co-op, Northgate Insurance\n*May - Dec 2022*\n\n- Built a portal\n\nData Analyst - Co-op Group\n*Jan 2015 - Dec 2017*\n\n- Did SQL\n";
    let read = resume(text);
    expect(
        &entries(text),
        &[
            "2023-08 present Work Associate Product Manager",
            "2022-05 2022-12 Internship Software Developer Co-op",
            "2015-01 2017-12 Work Data Analyst",
        ],
    );
    let line = read.lines.iter().position(|l| l.plain.contains("Ran a test")).unwrap();
    assert_eq!(read.entry_of[line], Some(0));
}

#[test]
fn a_title_may_stand_two_lines_above_its_dates_and_accomplishments_inside_a_job() {
    let text = "Work experience\n\nProduct Manager, Deposits\nPanay Savings Bank, Inc.\nHead Office, Iloilo City\nJune 2018 up to present\n\n\
        * Fees\n\nAccomplishments\n* One form for two lines\n\nNew Accounts Clerk\nPanay Savings Bank, Inc.\nJaro Branch\n\
        April 2010 up to May 2018\n\n* Opened accounts\n";
    expect(&entries(text), &["2018-06 present Work Product Manager", "2010-04 2018-05 Work New Accounts Clerk"]);
}

#[test]
fn dates_with_the_month_in_brackets_an_arrow_or_a_comma_are_dates() {
    let text = "Experience\n\nProduct Owner, StalView\n2018 (September) until today\n\nTeacher Aide, Wattle School\nJan 2014 ▸ Dec 2017\n\n\
        Clerk, Lake Library\nFrom June 1999, to August 2003\n\nAnalista, Lomas\nenero 2004 – a la fecha\n";
    expect(
        &entries(text),
        &[
            "2018-09 present Work Product Owner",
            "2014-01 2017-12 Work Teacher Aide",
            "1999-06 2003-08 Work Clerk",
            "2004-01 present Work Analista",
        ],
    );
}

#[test]
fn leave_told_in_a_job_is_a_break_inside_it() {
    let text = "Experience\n\nProduct Manager, Acme\nSeptember 2021 to date\n- Ran the portal\n\n\
        Maternity leave June 2023 to April 2024. Four days a week since.\n\nCivil Engineer, Tararua Council\n02/2012 - 05/2020\n\
        >> on leave without pay 01/2015 - 06/2015, sailing\nCulverts.\n";
    expect(
        &entries(text),
        &[
            "2021-09 present Work Product Manager",
            "2012-02 2020-05 Work Civil Engineer",
            "2015-01 2015-06 Break ",
            "2023-06 2024-04 Break ",
        ],
    );
    let text = "Experience\n\nProduct Manager, Acme\n06/2018 - 05/2020\n- Ran the portal\n\n06/2020 - 10/2020: Break. Father's stroke.\n";
    expect(&entries(text), &["2018-06 2020-05 Work Product Manager", "2020-06 2020-10 Break "]);
}

#[test]
fn whom_somebody_worked_for_is_a_job_and_who_reported_to_them_is_none() {
    let text = "Since 9/2021 I work in Pohja Digital Oy, which makes software for the grid. My title is Product Owner and the product is \
        the outage map.\n\nFrom 2003 until 2012 I was with Plumley's Homestores, now gone: Saturday lad at first.\n\n\
        One associate PM, Tariq, reported to me from 2019. I chaired the Monday meeting. I became a certified Scrum product owner in 2022.\n";
    expect(&entries(text), &["2021-09 present Work Product Owner", "2003-07 2012-06 Work "]);
    let text = "Work\n\nNestle Down, baby sleep app. Product Manager, earlier Associate. Feb 2018 to Nov 2021.\nJoined early.\n\n\
        1) Coweta Schools. High School Teacher, August 2013 to May 2017. Algebra.\n";
    expect(&entries(text), &["2018-02 2021-11 Work Product Manager", "2013-08 2017-05 Work High School Teacher"]);
}

#[test]
fn what_is_dated_inside_a_job_or_done_for_a_club_is_no_job() {
    let text = "Work\n\nProduct Manager | Dolomia Sports | Trento | 10.2019 - present\nRuns the shop\n03.2021 - 06.2021: pricing course\n\n\
        Other\n\nTreasurer of the volleyball club of Este, 2016-2022. Blood donor.\n";
    expect(
        &entries(text),
        &[
            "2019-10 present Work Product Manager",
            "2016-07 2022-06 Volunteering Treasurer of the volleyball club of Este",
        ],
    );
}

#[test]
fn studies_without_a_degrees_name_and_names_that_only_sound_unfinished() {
    expect(&degrees("Studies\nStatistics, University of Leeds, 2014\n"), &["Bachelor mathematics"]);
    expect(&degrees("Studies\nStatistics course, University of Leeds, 2014\n"), &[]);
    expect(
        &degrees("Studies\nDegree (3 years) in Business Economics, University of Padova, 2008\n"),
        &["Bachelor business"],
    );
    let text = "Academics\nB.Sc Nursing, University of Calicut, 2010\nRegistered Nurse, Kerala Council\n";
    expect(&degrees(text), &["Bachelor health"]);
    let text = "Ann Bo\n\nHi. I work in a shop.\n\nCollege: BA Psychology, University of Galway, 2.1. My final year project was on menus.\n";
    expect(&degrees(text), &["Bachelor other"]);
    let text =
        "Studies\nBA (Hons) Game Design, Abertay University\n2020 – 2024 (final year taken part-time beside work)\n";
    expect(&degrees(text), &["Bachelor design"]);
    let text = "Studies\nBSc Computer Science, University of Leeds, final year\n";
    expect(&degrees(text), &["Bachelor computing open"]);
    let text = "Education\nMSc Computing, Open University, 2018 (coursework completed, dissertation outstanding)\n";
    assert!(resume(text).degrees[0].unfinished);
}

#[test]
fn months_of_leave_are_told_and_not_counted() {
    let text = "Ann Bo\n\nExperience\n\nProduct Manager, Acme\nJanuary 2020 to December 2023\n- Ran the portal of the city with two teams\n\n\
        Maternity leave June 2021 to March 2022.\n\nBuyer, Leeds Tools\nJanuary 2018 to December 2019\n- Bought tools for nine shops\n";
    let document = rolefit::document::read(text.as_bytes()).unwrap();
    let lexicon = rolefit::lexicon::Lexicon::builtin();
    let role = rolefit::role::builtin("lead").unwrap();
    let scorer = rolefit::score::Scorer::new(&role, &lexicon, None);
    let resume = rolefit::resume::parse(&document, &lexicon);
    let card = scorer.score(&document, &resume, "a.txt", "", jiff::civil::date(2026, 1, 31));
    assert_eq!((card.tenure.total_months, card.tenure.product_months), (Some(62), Some(38)));
    let told: Vec<_> = card.tenure.entries.iter().map(|e| (e.months, e.leave)).collect();
    assert_eq!(told, [(Some(38), Some(10)), (Some(24), None)]);
    assert!(rolefit::report::md::render(&card).contains("product, 10 months of leave not counted"));
}

#[test]
fn an_employer_called_like_a_job_and_dates_of_a_part_leave_the_title() {
    let text = "Mobile operator, Nairobi, Product Executive then Product Manager, mobile money for schools, 2014 to 2019. Parents \
        could pay fees by phone. I looked after the tariff.\n\nSt Brendan's\n\nMATHS TEACHER, HEAD OF JUNIOR MATHS FROM 2010\n\
        St Brendan's, Palmerston North\n2008 to 2013\n";
    expect(
        &entries(text),
        &["2014-07 2019-06 Work Product Executive then Product Manager", "2008-07 2013-06 Work MATHS TEACHER"],
    );
}

#[test]
fn text_below_a_stack_of_titles_or_under_an_employers_name_is_that_of_its_job() {
    let text = "Jobs\n\nOleomec, hydraulic components\nProduct Manager, Controls   since 2017\nProduct Specialist   2012 - 2017\n\
        Application Engineer   2008 - 2012\nOwned the roadmap of the controllers.\n";
    let read = resume(text);
    let line = read.lines.iter().position(|l| l.plain.starts_with("Owned")).unwrap();
    assert_eq!(read.entry_of[line].map(|e| read.entries[e].title.as_str()), Some("Product Manager"));
    let text = "# Ruben Plas\n\n| Period | Company | Function |\n|---|---|---|\n| 02-2021 - now | De Noorderling | Product Owner |\n\
        | 09-2017 - 01-2021 | Zilvermeer Schade | Functional designer |\n\n### De Noorderling: claims\n\nRanked the backlog.\n\n\
        ### Tools\n\nJira\n";
    let document = rolefit::document::Document::from_text(rolefit::document::Format::Markdown, text.into());
    let read = rolefit::resume::parse(&document, &rolefit::lexicon::Lexicon::builtin());
    let line = read.lines.iter().position(|l| l.plain.starts_with("Ranked")).unwrap();
    assert_eq!(read.entry_of[line].map(|e| read.entries[e].employer.as_str()), Some("De Noorderling"));
}

#[test]
fn credits_left_on_the_way_to_a_degree_are_progress_and_a_style_is_no_degree() {
    let degree =
        &resume("Schooling\nMaster in Health Informatics, 30 of 180 credits left, expected in September 2026\n")
            .degrees[0];
    assert!(degree.in_progress && !degree.unfinished);
    assert!(resume("Schooling\nMBA, 30 of 180 credits\n").degrees[0].unfinished);
    assert!(
        resume("Education\nBBA, Valencia, 2012\nMBA-style executive programme, 5 months, 2020\n")
            .degrees
            .iter()
            .all(|d| d.level < DegreeLevel::Master)
    );
    let text = "School\nBA Arts, Laval University, 2011\nOne year of linguistics, left to test games\n";
    assert!(!resume(text).degrees[0].unfinished);
}
