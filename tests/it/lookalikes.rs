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
