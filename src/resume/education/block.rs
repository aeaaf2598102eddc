//! The lines that tell of one degree: its own, those below that go on with it, and the field that may stand above.

use super::school::{in_school_segment, is_school};
use super::{Places, marks_of, words_of};
use crate::lexicon::words::Words;
use crate::lexicon::{DegreeLevel, Mark, Meaning, SectionKind};
use crate::resume::dates;
use crate::resume::lines::Look;

/// First words of a line that tells of a certificate or licence, listed or not: "Certified Public Accountant: candidate".
const QUALIFIED: [&str; 6] =
    ["certified", "certificate", "certificates", "certification", "certifications", "licensed"];

/// Second words of a line that begins with how long something was studied.
const AMOUNTS: [&str; 6] = ["year", "years", "semester", "semesters", "term", "terms"];

/// Rows of a form that tell of one study: school, dates, whether it was finished.
const FORM_ROWS: usize = 5;

/// Labels before a study in a form.
const STUDIES: [&str; 7] = ["program", "programme", "degree", "course", "course of study", "qualification", "diploma"];

/// Letters of a degree that may be a word of the language.
const LETTERS: usize = 2;

/// Whether a line is the row of a form that names a study: "Program: Master of Business Administration".
fn is_row(plain: &str) -> bool {
    let label = plain.split_once(':').map(|(label, _)| label.trim().to_lowercase());
    label.is_some_and(|label| STUDIES.contains(&label.as_str()))
}

/// The lines that tell of one degree: its own, and the lines around it that belong to the same block without another.
pub(super) fn block_of(places: &Places<'_>, words: &Words, marks: &[Mark], line: usize) -> (usize, usize) {
    let lines = places.lines;
    let section_end = places.sections[places.section_of[line]].to;
    // a study in the look of a heading goes on in the paragraph below it
    let headed = lines[line].look == Look::Heading && line + 1 < section_end && lines[line + 1].blank();
    let first = line + usize::from(headed);
    let mut reach = first + if is_row(&lines[line].plain) { FORM_ROWS } else { 2 };
    // "2008 - 2011", "AP Degree", "UCL, Odense", "2023 - today": the next dates are those of the next study
    let leads = dates_lead(places, line);
    let from = line - usize::from(leads && line > 0 && lines[line - 1].is_dates());
    let mut to = first;
    while to + 1 < section_end && !lines[to + 1].blank() && to < reach {
        let next = &lines[to + 1];
        if from < line && next.is_dates() {
            break;
        }
        let names_more = marks_of(marks, words, to + 1, to + 1).iter().any(|m| match m.meaning {
            // "to be finished" is no B.E.
            Meaning::Degree(_) => {
                let word = &words.list[m.first];
                word.capital || m.last > m.first + 1 || words.folded(word).len() > LETTERS
            }
            meaning => matches!(meaning, Meaning::Certificate(_)),
        });
        let own_school = |l: usize| words_of(words, l, l).any(|i| is_school(words, i));
        let first = words_of(words, to + 1, to + 1).start;
        let names_more = names_more || words.list.get(first).is_some_and(|w| QUALIFIED.contains(&words.folded(w)));
        // "One year of linguistics at Laval, left early" is another study
        let second = words_of(words, to + 1, to + 1).nth(1).map(|at| words.folded(&words.list[at]));
        let amount = second.is_some_and(|word| AMOUNTS.contains(&word));
        let names_more = names_more || amount;
        if names_more || (own_school(line) && own_school(to + 1)) || is_another(places, words, marks, line, to + 1) {
            break;
        }
        let own_bullet = next.look == Look::Bullet && lines[line].look == Look::Bullet;
        if own_bullet || places.kind(line) != SectionKind::Education && !next.continues {
            break;
        }
        to += 1;
        // "MSc", "UCL", "2014 - 2016", "thesis not handed in": dates alone leave room for what stands below them
        reach += usize::from(next.is_dates());
    }
    (from, to)
}

/// Whether the section of a line begins with dates, which then stand above what they date.
fn dates_lead(places: &Places<'_>, line: usize) -> bool {
    let section = &places.sections[places.section_of[line]];
    let from = section.from + usize::from(section.heading.is_some());
    let first = (from..section.to).find(|l| !places.lines[*l].blank());
    section.kind == SectionKind::Education && first.is_some_and(|l| places.lines[l].is_dates())
}

/// Lines above a degree that may tell its field.
const FIELD_ABOVE: usize = 2;

/// Words in the longest line that tells a field alone; longer ones tell of something else.
const FIELD_LINE: usize = 8;

/// The words of a field right above a degree that has none, where no other degree stands between: "Electrical engineering"
/// over "Degree: Diplom".
pub(super) fn field_above(
    places: &Places<'_>,
    words: &Words,
    marks: &[Mark],
    line: usize,
    mark: &Mark,
) -> Option<(usize, usize)> {
    let section = &places.sections[places.section_of[line]];
    let from = section.from + usize::from(section.heading.is_some());
    let near = (from.max(line.saturating_sub(FIELD_ABOVE))..line).rev();
    let on = |l: usize| marks_of(marks, words, l, l).iter();
    let own = near.take_while(|l| {
        let listed = |m: &Mark| matches!(m.meaning, Meaning::Degree(_) | Meaning::Certificate(_));
        let plain = &places.lines[*l].plain;
        places.kind(line) == SectionKind::Education
            && !plain.is_empty()
            && plain.split_whitespace().count() <= FIELD_LINE
            && dates::points(plain).is_empty()
            && !on(*l).any(listed)
    });
    let is_field = |m: &&Mark| matches!(m.meaning, Meaning::Field(_)) && !in_school_segment(words, m.first, mark);
    own.flat_map(|l| on(l).find(is_field)).map(|m| (m.first, m.last)).next()
}

/// Whether a line below a degree tells of something else: both have a date, and it does not say first how the degree
/// stands ("expected 2026").
fn is_another(places: &Places<'_>, words: &Words, marks: &[Mark], line: usize, below: usize) -> bool {
    let dated = |l: usize| !dates::points(&places.lines[l].plain).is_empty();
    let first = words_of(words, below, below).start;
    let stands = |m: &Mark| matches!(m.meaning, Meaning::Standing(_)) && m.first == first;
    dated(line) && dated(below) && !marks_of(marks, words, below, below).iter().any(stands)
}

/// The level that the lines of a degree name in a framework of qualifications: "EQF level 7", "Nivel 7 MEC". Source: the
/// European Qualifications Framework, whose levels 6 to 8 are those of bachelor, master and doctor.
pub(super) fn framework_level(
    places: &Places<'_>,
    words: &Words,
    marks: &[Mark],
    block: (usize, usize),
) -> Option<DegreeLevel> {
    /// Names of the framework and of national ones with the same numbers.
    const FRAMEWORKS: [&str; 6] = ["eqf", "mec", "eqr", "dqr", "cec", "qeq"];
    /// Words between the name and the number.
    const NEAR: usize = 2;
    // a blank line may part them from the degree
    let below = block.1 + 2;
    let another = |m: &Mark| matches!(m.meaning, Meaning::Degree(_));
    let parted = places.lines.get(block.1 + 1).is_some_and(|l| l.blank())
        && places.section_of.get(below) == Some(&places.section_of[block.0])
        && !marks_of(marks, words, below, below).iter().any(another);
    let own = words_of(words, block.0, if parted { below } else { block.1 });
    let named = |at: usize| {
        let near = at.saturating_sub(NEAR).max(own.start)..(at + NEAR + 1).min(own.end);
        near.into_iter().any(|i| FRAMEWORKS.contains(&words.folded(&words.list[i])))
    };
    own.clone().filter(|at| named(*at)).find_map(|at| match words.folded(&words.list[at]) {
        "6" => Some(DegreeLevel::Bachelor),
        "7" => Some(DegreeLevel::Master),
        "8" => Some(DegreeLevel::Doctorate),
        _ => None,
    })
}
