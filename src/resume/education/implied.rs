//! Studies whose line names the field and the university and leaves the degree to the reader: "Statistics, University of
//! Leeds, 2014".

use super::school::{is_school, is_university};
use super::{Degree, Places, marks_of, words_of};
use crate::lexicon::words::Words;
use crate::lexicon::{DegreeLevel, Lexicon, Mark, Meaning, SectionKind, Standing};
use crate::resume::dates::{self, End};

/// A field stands within this many words of the line's start.
const FIELD_AT_START: usize = 2;
/// Words of a line about less than a degree.
const LESS: [&str; 21] = [
    "edx",
    "coursera",
    "udacity",
    "career",
    "careers",
    "academy",
    "technical",
    "course",
    "courses",
    "certificate",
    "exchange",
    "erasmus",
    "semester",
    "module",
    "modules",
    "seminar",
    "summer",
    "training",
    "online",
    "bootcamp",
    "high",
];
/// Months between the first and the last of the shortest study for a degree.
const SHORTEST_STUDY: i32 = 20;
/// Letters in the shortest name of a school that is written in capitals alone.
const SHORT_NAME: usize = 3;
/// Words in the longest line of a field, a school by its short name, and a year: "Statistics, UFPE, 2014".
const SHORT_LINE: usize = 8;

/// A bachelor's degree for each such line under a heading for education, where no line names a degree: a reader takes a
/// finished study at a university for one, the least that it can be.
pub(super) fn read(places: &Places<'_>, words: &Words, marks: &[Mark], lexicon: &Lexicon) -> Vec<Degree> {
    (0..places.lines.len()).filter_map(|line| studied(places, words, marks, lexicon, line)).collect()
}

fn studied(places: &Places<'_>, words: &Words, marks: &[Mark], lexicon: &Lexicon, line: usize) -> Option<Degree> {
    let plain = &places.lines[line].plain;
    let all = words_of(words, line, line);
    let on_line = marks_of(marks, words, line, line);
    let leads = |m: &&Mark| m.first < all.start + FIELD_AT_START;
    let field = on_line.iter().filter(leads).find_map(|m| match m.meaning {
        Meaning::Field(field) => Some((m.first, m.last, lexicon.field(field))),
        _ => None,
    })?;
    let word = |i: usize| words.folded(&words.list[i]);
    // "second class upper" is no class
    let honours = |m: &Mark| m.first > 0 && ["first", "second", "third"].contains(&word(m.first - 1));
    let told_less = |m: &Mark| match m.meaning {
        Meaning::Standing(_) => !honours(m),
        Meaning::Certificate(_) | Meaning::Degree(_) => true,
        _ => false,
    };
    let university = all.clone().any(|i| is_university(words, i));
    let school = all.clone().find(|i| is_school(words, *i));
    let headed = places.sections[places.section_of[line]].kind == SectionKind::Education;
    let letters = |w: &str| w.len() >= SHORT_NAME && w.bytes().all(|b| b.is_ascii_uppercase());
    let short_name = plain.split(|c: char| !c.is_alphanumeric()).any(letters);
    let short = headed
        && school.is_none()
        && short_name
        && all.len() <= SHORT_LINE
        && plain.matches([',', '|']).count() + plain.matches(" - ").count() + plain.matches('–').count() > 1;
    let less = on_line.iter().any(told_less) || all.clone().any(|i| LESS.contains(&word(i)));
    // the year may stand alone on the line above, where it is not that of the school above it, or below
    let own_above = |l: &usize| l.checked_sub(1).is_none_or(|above| !places.names_school(above));
    let beside = [line.checked_sub(1).filter(own_above), Some(line + 1)].into_iter().flatten();
    let alone = |l: &usize| places.lines.get(*l).is_some_and(|l| dates::is_date_alone(&l.plain));
    let year = [line].into_iter().chain(beside.filter(alone)).flat_map(|l| dates::points(&places.lines[l].plain));
    let until = year.map(|p| p.last).max()?;
    // what goes on is not finished, and nobody finishes in less
    let unfinished = |r: &dates::Range| !matches!(r.end, End::Month(last) if last.0 - r.start.0 >= SHORTEST_STUDY);
    let told_left = |m: &Mark| m.meaning == Meaning::Standing(Standing::Unfinished);
    let left = places.lines[line].ranges.iter().any(unfinished)
        || marks_of(marks, words, line, line + 1).iter().any(told_left);
    if places.kind(line) != SectionKind::Education || !(university || short) || less || left {
        return None;
    }
    let school = school.or_else(|| Some(field.1).filter(|i| all.contains(i)))?;
    // "University of Economics, 2014": the field is the school's name
    if school < field.0 {
        return None;
    }
    Some(Degree {
        level: DegreeLevel::Bachelor,
        fields: vec![field.2.to_string()],
        field_text: super::segment_with(plain, word(field.0)),
        institution: super::segment_with(plain, word(school)),
        unfinished: false,
        in_progress: false,
        until: Some(until),
        goes_on: false,
        line,
        words: (field.0, field.1),
    })
}
