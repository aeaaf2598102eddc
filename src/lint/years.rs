//! Figures of years: REQ001, those that disagree, and AGE002, those that set a most.

use super::Severity;
use super::gather::Gather;
use super::outline::{Kind, Row, Section};
use super::places::Reach;
use super::text::Text;
use super::words::{first_in, words};
use crate::lexicon::words::Pause;
use crate::posting::outline::{mentions, number};

/// More years than that are no experience but an age or a history.
const MOST_YEARS: u32 = 40;

/// Runs the rules.
pub(super) fn check(text: &Text, out: &mut Gather<'_>) {
    of_the_text(text, out);
    of_the_person(text, out);
    of_the_data(text, out);
    most(text, out);
}

/// REQ001: the years of the text and those of the data.
fn of_the_data(text: &Text, out: &mut Gather<'_>) {
    for job in &text.jobs {
        let experience = &job.value["experienceRequirements"];
        let Some(months) = experience["monthsOfExperience"].as_u64() else { continue };
        let mut seen: Vec<(u64, usize, usize)> = Vec::new();
        for row in text
            .rows
            .iter()
            .filter(|r| matches!(r.section, Section::Required | Section::Top | Section::Duties | Section::Other))
        {
            let line = text.row(row);
            for mention in mentions(line) {
                if mention.about.contains("experience")
                    || mention.about.contains("product")
                    || row.section == Section::Required
                {
                    let length = mention.about.find("year").map_or(1, |y| y + 4);
                    let end = (row.start + mention.start + length).min(row.end);
                    seen.push((u64::from(mention.years), row.start + mention.start, end));
                }
            }
        }
        let qualified = job.value["qualifications"].as_str().map(mentions).unwrap_or_default();
        let any = seen.iter().any(|(y, _, _)| y * 12 == months)
            || qualified.iter().any(|m| u64::from(m.years) * 12 == months);
        if let Some((years, start, end)) = seen.first().filter(|_| !any) {
            let detail =
                format!("the structured data says {months} months, the posting {years} years ({} months)", years * 12);
            let end = (*end..=text.text.len()).find(|e| text.text.is_char_boundary(*e)).unwrap_or(*end);
            out.say("REQ001", None, (*start, end), &detail);
        }
    }
}

/// A figure of years, and what it is of.
struct Figure<'a> {
    years: u32,
    /// "product", "management" of "5+ years in product management".
    subject: Vec<&'a str>,
    /// The row, and the first and last word.
    row: usize,
    words: (usize, usize),
}

/// The figure before a word "years". Told by words, since a lint is over before the expressions of the reader are ready.
fn figure(text: &Text, at: usize, row: usize, end: usize) -> Option<Figure<'_>> {
    let list = &text.words.list;
    let word = |i: usize| text.words.folded(&list[i]);
    let value = |i: usize| number(word(i));
    // "eight or more years"
    let more = at >= 3 && word(at - 1) == "more" && word(at - 2) == "or";
    let last = at.checked_sub(if more { 3 } else { 1 }).filter(|i| list[*i].line == list[at].line)?;
    let most = value(last)?;
    // "2-4 years" asks for two
    let least = last.checked_sub(1).filter(|i| list[*i].line == list[at].line).and_then(|i| Some((i, value(i)?)));
    let (first, years) = least.filter(|(_, least)| *least < most).unwrap_or((last, most));
    if first.checked_sub(1).is_some_and(|i| words("spans-of-time").contains(&word(i))) {
        return None;
    }
    let behind =
        (at + 1..end).take_while(|i| list[*i].pause == Pause::None && !words("behind-a-subject").contains(&word(*i)));
    let subject = behind.map(word).filter(|word| !words("before-a-subject").contains(word)).collect();
    Some(Figure { years, subject, row, words: (first, at) })
}

/// REQ001: two figures of the same thing: "At least 3 years of product management" here, "5+ years in product management"
/// there. A subject of one word is hardly ever the same.
fn of_the_text(text: &Text, out: &mut Gather<'_>) {
    const SUBJECT_WORDS: usize = 2;
    /// Words around a figure among which "or" names another way in.
    const NEAR: usize = 10;
    let list = &text.words.list;
    let mut seen: Vec<Figure<'_>> = Vec::new();
    for (index, row) in text.rows.iter().enumerate() {
        let asked = matches!(row.section, Section::Required | Section::Top | Section::Other | Section::Apply);
        let lower = if asked { text.row(row).to_lowercase() } else { continue };
        if !lower.contains("year") || first_in("wishes", &lower).is_some() {
            continue;
        }
        let from = list.partition_point(|w| (w.start as usize) < row.start);
        let end = list.partition_point(|w| (w.start as usize) < row.end);
        for at in (from..end).filter(|i| matches!(text.words.folded(&list[*i]), "years" | "year" | "yrs")) {
            // one of several ways in
            let mut near = at.saturating_sub(NEAR).max(from)..(at + NEAR).min(end);
            if near.any(|i| text.words.folded(&list[i]) == "or") {
                continue;
            }
            let Some(found) = figure(text, at, index, end).filter(|f| f.subject.len() >= SUBJECT_WORDS) else {
                continue;
            };
            let differs = |f: &&Figure<'_>| f.subject == found.subject && f.years != found.years && f.row != found.row;
            if let Some(other) = seen.iter().find(differs) {
                let of = found.subject.join(" ");
                let detail = format!("{} years here and {} years before, both of {of}", found.years, other.years);
                let span = (list[found.words.0].start as usize, list[found.words.1].end as usize);
                out.say("REQ001", None, span, &detail);
            }
            seen.push(found);
        }
    }
}

/// REQ001: what prose says of whoever is sought, beside the only figure of the list: "someone with eight years behind you"
/// here, "Five years of software development" there.
fn of_the_person(text: &Text, out: &mut Gather<'_>) {
    let list = &text.words.list;
    let word = |i: usize| text.words.folded(&list[i]);
    let figures = |row: &Row, index: usize| {
        let from = list.partition_point(|w| (w.start as usize) < row.start);
        let end = list.partition_point(|w| (w.start as usize) < row.end);
        let years = (from..end).filter(move |i| matches!(text.words.folded(&list[*i]), "years" | "year" | "yrs"));
        years.filter_map(move |at| figure(text, at, index, end)).collect::<Vec<_>>()
    };
    let rows = || text.rows.iter().enumerate();
    let is_item = |row: &Row| row.section == Section::Required && row.kind == Kind::Item;
    let asked: Vec<Figure<'_>> = rows().filter(|(_, row)| is_item(row)).flat_map(|(i, row)| figures(row, i)).collect();
    let [only] = asked.as_slice() else { return };
    let told = |row: &&Row| {
        let sections = [Section::Top, Section::Duties, Section::Other, Section::Apply];
        row.kind == Kind::Paragraph
            && sections.contains(&row.section)
            && first_in("wishes", &text.row(row).to_lowercase()).is_none()
    };
    for (index, row) in rows().filter(|(_, row)| told(row)) {
        for found in figures(row, index) {
            let behind = (found.words.1 + 1..list.len()).take(2).map(word);
            let of_person = behind.into_iter().any(|word| words("years-of-a-person").contains(&word));
            let with = (found.words.0.saturating_sub(WITH_NEAR)..found.words.0).map(word).any(|word| word == "with");
            if of_person && with && found.years != only.years {
                let detail = format!("{} years here and {} in the list of requirements", found.years, only.years);
                out.say(
                    "REQ001",
                    None,
                    (list[found.words.0].start as usize, list[found.words.1].end as usize),
                    &detail,
                );
            }
        }
    }
}

/// Words before a figure among which "with" says that somebody has it: "a lawyer with at least six years".
const WITH_NEAR: usize = 5;

/// AGE002: "5-8 years of experience" tells people with more not to apply.
fn most(text: &Text, out: &mut Gather<'_>) {
    let list = &text.words.list;
    let Some(rule) = super::rules::rule("AGE002") else { return };
    let (reach, places) = out.reach(&rule.scope);
    for i in 2..list.len() {
        // "5 to 8 years" has a word more than "5-8 years"
        let least = i - 2 - usize::from(i > 2 && text.words.folded(&list[i - 2]) == "to");
        if reach == Reach::No
            || !matches!(text.words.folded(&list[i]), "years" | "yrs")
            || !(list[i - 1].number && list[least].number)
        {
            continue;
        }
        let figure = |at: usize| text.words.folded(&list[at]).parse::<u32>().unwrap_or(0);
        let (start, end) = (list[least].start as usize, list[i].end as usize);
        let between = text.text[list[least].end as usize..list[i - 1].start as usize].trim();
        let open = text.text[list[i - 1].end as usize..list[i].start as usize].contains('+');
        let spans = matches!(between, "-" | "–" | "—" | "to")
            && figure(least) < figure(i - 1)
            && figure(i - 1) <= MOST_YEARS
            && !open;
        let (from, to) = super::phrases::sentence(text, i);
        let sentence = text.text[list[from].start as usize..list[to - 1].end as usize].to_lowercase();
        if spans && sentence.contains("experience") && first_in("no-cap", &sentence).is_none() {
            let advice = "ask for the least only: \"at least 5 years\"; more is no fault";
            out.add(
                rule,
                Severity::Warning,
                (start, end),
                "\"{quote}\" sets a most, which shuts out older people",
                advice,
                places.clone(),
            );
        }
    }
}
