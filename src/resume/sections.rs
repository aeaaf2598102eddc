//! Which lines belong to which section: by known headings, by what looks like a heading, and by position where there
//! are none.

use super::dates;
use super::header::Facts;
use super::labels::names_company;
use super::lines::{Look, TextLine};
use crate::lexicon::{Lexicon, SectionKind};
use serde::Serialize;

/// A run of lines under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// What it is about.
    pub kind: SectionKind,
    /// Its heading as written; none for the lines before the first.
    pub heading: Option<String>,
    /// First line, counted from 0, the heading included.
    pub from: usize,
    /// Line behind the last.
    pub to: usize,
}

/// The contact block before the first heading has at most this many lines that are not blank.
const CONTACT_LINES: usize = 6;
/// A line of more words is a sentence and no heading.
const HEADING_WORDS: usize = 7;

/// A heading with a full stop has at most this many words ("Key Accomplishments.").
const SHORT_HEADING: usize = 3;

/// Finds the sections, and for each line the index of its section.
pub(super) fn read(lines: &[TextLine], lexicon: &Lexicon) -> (Vec<Section>, Vec<usize>) {
    let mut sections = vec![Section { kind: SectionKind::Contact, heading: None, from: 0, to: lines.len() }];
    let mut found: Vec<(usize, SectionKind)> =
        (0..lines.len()).filter_map(|index| Some((index, heading(lines, index, lexicon)?))).collect();
    head_teaching(&mut found, lines);
    drop_labels(&mut found, lines);
    drop_titles(&mut found, lines);
    for (index, kind) in found {
        let line = &lines[index];
        if let Some(last) = sections.last_mut() {
            last.to = index;
        }
        let heading = first_cell(lines, index).unwrap_or(&line.plain).to_string();
        sections.push(Section { kind, heading: Some(heading), from: index, to: lines.len() });
    }
    split_contact(&mut sections, lines);
    let mut section_of = vec![0; lines.len()];
    for (index, section) in sections.iter().enumerate() {
        section_of[section.from..section.to].fill(index);
    }
    (sections, section_of)
}

/// Headings without a colon that show how this resume writes its headings.
const SHOWN: usize = 2;

/// In a resume whose headings have no colon, "Notable projects:" among the jobs is a label in the text of one.
fn drop_labels(found: &mut Vec<(usize, SectionKind)>, lines: &[TextLine]) {
    use SectionKind as S;
    let colon = |index: usize| lines[index].plain.ends_with(':');
    if found.iter().filter(|(index, kind)| !colon(*index) && *kind != S::Other).count() < SHOWN {
        return;
    }
    let mut open = S::Contact;
    found.retain(|(index, kind)| {
        let section = matches!(kind, S::Experience | S::Internships | S::Education | S::Certifications | S::References);
        let line = &lines[*index];
        let label = open == S::Experience && colon(*index) && !section && !line.strong && line.look != Look::Heading;
        if !label {
            open = *kind;
        }
        !label
    });
}

/// "Teaching" lists courses beside an academic's posts, and is the work where nothing else is headed so.
fn head_teaching(found: &mut [(usize, SectionKind)], lines: &[TextLine]) {
    if found.iter().all(|(_, kind)| *kind != SectionKind::Experience) {
        let teaching = |line: &TextLine| line.plain.trim_end_matches(':').eq_ignore_ascii_case("teaching");
        found.iter_mut().filter(|(at, _)| teaching(&lines[*at])).for_each(|(_, kind)| *kind = SectionKind::Experience);
    }
}

/// Where dates stand right below the heading of the work history, a marked line below other dates is a title.
fn drop_titles(found: &mut Vec<(usize, SectionKind)>, lines: &[TextLine]) {
    let below = |index: usize| lines[index + 1..].iter().find(|line| !line.blank());
    let above = |index: usize| lines[..index].iter().rfind(|line| !line.blank());
    let work = |(index, kind): &(usize, SectionKind)| {
        *kind == SectionKind::Experience && below(*index).is_some_and(TextLine::is_dates)
    };
    if found.iter().any(work) {
        found.retain(|(index, kind)| *kind != SectionKind::Other || !above(*index).is_some_and(TextLine::is_dates));
    }
}

/// What a line opens, if it is the heading of a section.
fn heading(lines: &[TextLine], index: usize, lexicon: &Lexicon) -> Option<SectionKind> {
    let line = &lines[index];
    if line.blank() || line.quoted {
        return None;
    }
    // "== Work ==", "★ WORK ★", "2. Work:"
    let decorated = |c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')');
    let plain =
        line.plain.trim_matches(decorated).trim_start_matches(|c: char| c.is_numeric() || decorated(c) || c == ')');
    let plain = without_aside(without_count(first_cell(lines, index).unwrap_or(plain)));
    let words = plain.split_whitespace().take(HEADING_WORDS + 1).count();
    if words == 0 || words > HEADING_WORDS || !line.ranges.is_empty() {
        return None;
    }
    // a whole heading with a capital, alone on its line, is one even behind a line that looks unfinished
    let whole = plain.starts_with(char::is_uppercase) && !line.plain.ends_with(['.', ',']);
    let known = lexicon.section(plain, false);
    let whole = whole && known.is_some();
    if line.continues && !whole {
        return None;
    }
    let capitals = plain.chars().filter(|c| c.is_alphabetic()).all(|c| !c.is_lowercase())
        && plain.chars().any(char::is_alphabetic);
    let alone = (index == 0 || lines[index - 1].blank()) && (index + 1 == lines.len() || lines[index + 1].blank());
    // "3. EDUCATION"
    if line.look == Look::Bullet && !(capitals && known.is_some()) {
        return None;
    }
    let marked = line.look == Look::Heading || line.strong || capitals || line.plain.ends_with(':') || alone;
    // "Provided health education for patients." is a sentence about education
    let sentence = words > SHORT_HEADING && line.plain.ends_with('.');
    let can_head = marked && !sentence && !plain.contains(',') && !names_company(plain);
    // the title over a line of dates heads a job: "Tester and community moderator"
    let below = lines.get(index + 1).and_then(|below| below.ranges.first());
    let dated = !capitals && line.look != Look::Heading && below.is_some_and(|range| range.from == 0);
    // "Razorlane Technologies" over a title and its dates is an employer
    let employer = |kind: &SectionKind| *kind == SectionKind::Skills && !top_level(lines, index);
    let by_word = || if can_head && !dated { lexicon.section(plain, true).filter(|k| !employer(k)) } else { None };
    if let Some(kind) = known.or_else(by_word) {
        // a known word in the middle of a block is a word: headings stand at a block's start or look like headings
        let starts = index == 0
            || whole
            || lines[index - 1].blank()
            || marked
            || lines[index - 1].ends_sentence()
            || lines[index - 1].look == Look::Bullet
            || plain.chars().next().is_some_and(char::is_uppercase);
        return starts.then_some(kind);
    }
    // an unknown heading by its looks closes whatever was open, but only at the level of sections: an entry's
    // header may look the same, so it needs company by more headings of its kind; marks say it best
    (line.look == Look::Heading && top_level(lines, index) && !plain.contains(',') && !plain.contains('|'))
        .then_some(SectionKind::Other)
        .filter(|_| index > 0 && first_line(lines) != Some(index))
}

/// Words in a cell beside a heading: "| Qualifications | Year / institution |".
const CELL_WORDS: usize = 4;

/// The first cell of the first row of a drawn table, where the others are as short as the heads of columns are.
fn first_cell(lines: &[TextLine], index: usize) -> Option<&str> {
    let row = lines[index].plain.strip_prefix('|')?.strip_suffix('|')?;
    let opens = index == 0 || !lines[index - 1].plain.contains(char::is_alphanumeric);
    let (first, others) = row.split_once('|')?;
    let short = others.split('|').all(|cell| cell.split_whitespace().count() <= CELL_WORDS);
    (opens && short).then(|| first.trim())
}

/// A heading without the letters that count it: "II. Education", "B) Education".
fn without_count(plain: &str) -> &str {
    let Some((count, rest)) = plain.split_once(['.', ')']) else { return plain };
    let roman = !count.is_empty() && count.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let letter = count.len() == 1 && count.starts_with(|c: char| c.is_ascii_uppercase());
    if (roman || letter) && rest.starts_with(' ') { rest.trim_start() } else { plain }
}

/// A heading without what it says in brackets and without its turn: "Employment record (most recent first)", "Work
/// experience 1 of 4".
fn without_aside(plain: &str) -> &str {
    let plain = plain.strip_suffix(')').and_then(|inner| inner.rsplit_once(" (")).map_or(plain, |(heading, _)| heading);
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let turn = plain.rsplit_once(" of ").filter(|(_, all)| number(all)).and_then(|(head, _)| head.rsplit_once(' '));
    turn.filter(|(_, at)| number(at)).map_or(plain, |(heading, _)| heading)
}

fn first_line(lines: &[TextLine]) -> Option<usize> {
    lines.iter().position(|l| !l.blank())
}

/// An entry's dates stand within this many lines below its heading.
const DATES_BELOW: usize = 3;

/// Whether a heading stands at the level of sections: no dates follow before the first bullet, as they would below an
/// entry's title.
fn top_level(lines: &[TextLine], index: usize) -> bool {
    let below =
        lines.iter().skip(index + 1).filter(|l| !l.blank()).take(DATES_BELOW).take_while(|l| l.look != Look::Bullet);
    below.clone().all(|l| l.ranges.is_empty()) && dates::points(&lines[index].plain).is_empty()
}

/// Lines before the first heading are the contact block, then a summary: the block ends at the first blank line, at
/// the first sentence, or after a few lines.
fn split_contact(sections: &mut Vec<Section>, lines: &[TextLine]) {
    let first = sections[0].clone();
    let mut seen = 0;
    let mut end = first.to;
    for (index, line) in lines.iter().enumerate().take(first.to) {
        if opens_job_of_form(&line.plain) {
            end = index;
            break;
        }
        let dated = line.ranges.iter().any(|r| !r.since);
        let sentence = line.ends_sentence() && line.plain.split_whitespace().count() > HEADING_WORDS;
        if line.blank() && seen > 0 || seen >= CONTACT_LINES || dated || (sentence && seen > 0) {
            end = index;
            break;
        }
        seen += usize::from(!line.blank());
    }
    if end < first.to {
        sections[0].to = end;
        sections.insert(1, Section { kind: SectionKind::Other, heading: None, from: end, to: first.to });
    }
}

/// Labels that a form puts before a job and before nothing else.
const JOB_LABELS: [&str; 7] =
    ["job title", "employer", "designation", "company name", "name of employer", "title/position", "position/title"];

/// Whether a line is that of a form which tells a job: "Job title: Buyer".
fn opens_job_of_form(plain: &str) -> bool {
    plain.split_once(':').is_some_and(|(label, _)| JOB_LABELS.iter().any(|l| label.trim().eq_ignore_ascii_case(l)))
}

/// Jobs that make sure that the work history goes on: one alone may be a course or a paper that looks like a job.
const RESUMED: usize = 2;

/// How the dates of a job stand: whether text stands before and behind them, and on which line the title is.
#[derive(PartialEq, Eq, Clone, Copy)]
struct Shape {
    before: bool,
    behind: bool,
    /// Lines from the dates to the title, downwards.
    title: isize,
}

/// How a line of a job's dates looks; none where it has no dates or no title is near.
fn shape(lines: &[TextLine], facts: &[Facts], index: usize) -> Option<Shape> {
    let (line, range) = (&lines[index], facts[index].ranges.first()?);
    if line.look == Look::Bullet || line.quoted || range.since {
        return None;
    }
    let text = |text: &str| text.chars().any(char::is_alphanumeric);
    let below = 1 + facts[index + 1..].iter().take_while(|f| f.rest_of_range).count().cast_signed();
    // the employer and the place may stand between the title and the dates
    let plain = |between: &TextLine| between.look == Look::Plain;
    let title = [0, -1, below, -2, -3].into_iter().find(|step| {
        let line =
            index.checked_add_signed(*step).filter(|l| lines.get(*l + 1..index).is_none_or(|l| l.iter().all(plain)));
        line.and_then(|l| facts.get(l)).is_some_and(|f| !f.titles.is_empty() && (*step == 0 || f.ranges.is_empty()))
    })?;
    Some(Shape { before: text(&line.plain[..range.from]), behind: text(&line.plain[range.to..]), title })
}

/// "Training" or "Publications Specialist" among the jobs looks like a heading. Where jobs written like those above go on
/// below it, it heads no more than its own lines: from the first of them on, the work history goes on. So it does below a
/// "Projects:" inside a job.
pub(super) fn take_up_jobs(sections: &mut Vec<Section>, section_of: &mut [usize], lines: &[TextLine], facts: &[Facts]) {
    use SectionKind as S;
    let mut known: Vec<Shape> = Vec::new();
    // where nothing is headed as work, jobs stand under the heading of what came before them
    let unheaded = sections.iter().all(|s| s.kind != S::Experience);
    let mut taken: Vec<Section> = Vec::with_capacity(sections.len());
    for section in sections.drain(..) {
        let shapes = (section.from..section.to).filter_map(|l| Some((l, shape(lines, facts, l)?)));
        if section.kind == S::Experience {
            for (_, shape) in shapes {
                if !known.contains(&shape) {
                    known.push(shape);
                }
            }
            taken.push(section);
            continue;
        }
        let shapes: Vec<_> = shapes.collect();
        let headed = section.heading.is_some();
        let dated = || facts[section.from..section.to].iter().any(|f| !f.ranges.is_empty());
        // an employer in the look of a heading, with its dates below the text, where those above are written so
        let ends_dated =
            |s: &Section| lines[s.from + 1..s.to].iter().rfind(|l| !l.blank()).is_none_or(TextLine::is_dates);
        let joins = |above: &&mut Section| match (section.kind, above.kind) {
            // a title in the look of a heading, with its dates further down, goes on with the jobs above it
            (S::Other, S::Experience | S::Internships | S::Volunteering) => {
                headed
                    && dated()
                    && (!facts[section.from].titles.is_empty() || ends_dated(&section) && ends_dated(above))
            }
            // "Accomplishments" inside a job: those above and below it are one list
            (S::Summary, S::Experience) => {
                // "Qualifications" are degrees where it holds some
                let degrees = facts[section.from..section.to].iter().any(|f| f.degree);
                !degrees && shapes.iter().any(|(_, shape)| known.contains(shape))
            }
            // "MSc Software Technologies" in bold is a study
            (_, S::Education) => headed && facts[section.from].degree,
            _ => false,
        };
        if let Some(above) = taken.last_mut().filter(joins) {
            above.to = section.to;
            continue;
        }
        // "DIGITAL PROJECTS COORDINATOR"
        let title = section.kind == S::Projects && !facts[section.from].titles.is_empty();
        let side = matches!(section.kind, S::Training | S::Publications | S::Languages | S::Skills | S::Certifications);
        let side = side || title;
        // "Projects:" below a job heads no more than that job's, where the jobs are headed without a colon
        let colon = |section: &Section| section.heading.as_ref().is_some_and(|h| h.trim_end().ends_with(':'));
        let own = section.kind == S::Projects
            && colon(&section)
            && taken.last().is_some_and(|above| above.kind == S::Experience && !colon(above));
        let before = matches!(section.kind, S::Languages | S::Skills | S::Interests | S::Objective | S::Awards);
        let shapes: Vec<_> = shapes.into_iter().filter(|_| own || side || before && unheaded).collect();
        // certificates and courses too have titles with dates, on one line
        let apart = |shape: &Shape| matches!(section.kind, S::Certifications | S::Training) && shape.title != 0;
        let has_text = |line: usize| lines[line..].iter().skip(1).take(2).any(|below| below.look == Look::Bullet);
        let twice = |shape: &Shape| {
            let same = shapes.iter().filter(|s| s.1 == *shape && (before || has_text(s.0)));
            unheaded && (before || apart(shape)) && same.count() >= RESUMED
        };
        let jobs: Vec<_> = shapes.iter().filter(|(_, shape)| known.contains(shape) || twice(shape) || title).collect();
        // a column beside the jobs may end in the middle of them: one job more, with its text below it
        let goes_on = matches!(section.kind, S::Skills | S::Languages | S::Interests);
        let told = |line: usize| lines.get(line + 1).is_some_and(|below| below.look == Look::Bullet);
        let title_heads = |(line, shape): &&(usize, Shape)| line.checked_add_signed(shape.title) == Some(section.from);
        let Some((line, shape)) =
            jobs.first().filter(|job| own || jobs.len() >= RESUMED || title_heads(job) || goes_on && told(job.0))
        else {
            taken.push(section);
            continue;
        };
        let from = line.saturating_add_signed(shape.title.min(0)).max(section.from);
        let jobs = Section { kind: S::Experience, heading: None, from, to: section.to };
        if from > section.from {
            taken.push(Section { to: from, ..section });
        }
        taken.push(jobs);
    }
    *sections = taken;
    for (index, section) in sections.iter().enumerate() {
        section_of[section.from..section.to].fill(index);
    }
}

/// For each line that opens with the label of a section and tells it on the same line, the kind of that section: "Studies:
/// BA History, 2012". Studies may go on over the end of the line.
pub(super) fn labels(lines: &[TextLine], lexicon: &Lexicon) -> Vec<Option<SectionKind>> {
    let mut told: Vec<Option<SectionKind>> = Vec::with_capacity(lines.len());
    for line in lines {
        let labelled = line.plain.split_once(':').filter(|(label, rest)| {
            !rest.trim().is_empty() && label.len() <= LABEL && label.split_whitespace().count() <= SHORT_HEADING
        });
        let kind = labelled.and_then(|(label, _)| lexicon.section(label.trim(), false));
        let goes_on = |kind: &SectionKind| line.continues && *kind == SectionKind::Education;
        let above = told.last().copied().flatten().filter(goes_on);
        told.push(kind.or(above));
    }
    told
}

/// Bytes in the longest label of a section.
const LABEL: usize = 40;
