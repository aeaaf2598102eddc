//! Dates below the text of a job, as some pages and forms have them: "Teacher", "• Taught physics", "Dates: 2016 - 2020".
//!
//! Dates between two jobs may be those of either. They belong to the job above where the section begins with a title
//! and ends with dates, and where text stands between each title and its dates.

use super::dates;
use super::header::Facts;
use super::labels::without_label;
use super::lines::{Look, TextLine, is_labelled};
use super::sections::Section;
use crate::lexicon::{SectionKind, TitleKind};

/// Jobs that show that the dates of a resume stand below the text.
const SHOWN: usize = 2;
/// Words that may stand beside the dates: a place, how long it was.
const BESIDE: usize = 6;
/// Letters from which a line is text rather than a name.
const TEXT: usize = 60;

/// An experience entry: the line of its title, and that of the dates below its text. Dates between them are those of
/// parts of it; bullets may hold jobs.
struct Lines {
    title: usize,
    dates: usize,
}

/// Gives each title the dates that stand below its text, where all jobs of the resume are written so.
pub(super) fn move_dates(sections: &[Section], lines: &[TextLine], facts: &mut [Facts]) {
    let jobs_of = |kind: SectionKind| sections.iter().filter(move |s| s.kind == kind);
    let all = |jobs: Vec<Vec<Lines>>| jobs.into_iter().flatten().collect::<Vec<Lines>>();
    // where nothing is headed as work, the part that is written so
    let headed = jobs_of(SectionKind::Experience).next().is_some();
    let shown = if headed {
        jobs_of(SectionKind::Experience).map(|s| trailing(s, lines, facts)).collect::<Option<Vec<_>>>().map(all)
    } else {
        Some(all(jobs_of(SectionKind::Other).filter_map(|s| trailing(s, lines, facts)).collect()))
    };
    let Some(mut jobs) = shown.filter(|jobs| jobs.len() >= SHOWN) else { return };
    let beside = [SectionKind::Volunteering, SectionKind::Internships, SectionKind::Other];
    let beside = if headed { &beside[..] } else { &beside[..2] };
    jobs.extend(beside.iter().copied().flat_map(jobs_of).filter_map(|s| trailing(s, lines, facts)).flatten());
    for job in jobs {
        let end = lines[job.title].plain.len();
        let range = facts[job.dates].ranges[0];
        facts[job.title].ranges = vec![dates::Range { from: end, to: end, ..range }];
        let within = (job.title + 1..job.dates).filter(|l| lines[*l].look != Look::Bullet);
        within.chain([job.dates]).for_each(|l| facts[l].ranges.clear());
        facts[job.dates].rest_of_range = true;
    }
}

/// The jobs of a section whose dates all stand below their text; none where one is written otherwise.
fn trailing(section: &Section, lines: &[TextLine], facts: &[Facts]) -> Option<Vec<Lines>> {
    let has_dates = |l: &usize| !facts[*l].ranges.is_empty() && lines[*l].look != Look::Bullet;
    // "Duration: 2019 - 2021" below the projects of a job and their dates
    let labelled = |l: &usize| has_dates(l) && is_labelled(&lines[*l].plain);
    let by_label = (section.from..section.to).filter(labelled).count() >= SHOWN;
    let dated = |l: &usize| if by_label { labelled(l) } else { has_dates(l) };
    let mut jobs: Vec<Lines> = Vec::new();
    // "Teacher" in the look of a heading may have opened a section of its own
    let titled = section.kind == SectionKind::Other && !facts[section.from].titles.is_empty();
    let mut from = section.from + usize::from(section.heading.is_some() && !titled);
    // the dates of parts of a job, until its own follow that hold them
    let mut parts: Vec<dates::Range> = Vec::new();
    for dates in (section.from..section.to).filter(dated) {
        // "On my own" may stand above the first title
        let marked = |l: &usize| lines[*l].look == Look::Heading && !facts[*l].titles.is_empty();
        let title = (from..dates).find(marked).or_else(|| (from..dates).find(|l| !lines[*l].blank()));
        if let Some(job) = jobs.last_mut().filter(|_| title.is_none_or(|title| lines[title].look == Look::Bullet)) {
            let range = facts[dates].ranges[0];
            if parts.iter().chain([&facts[job.dates].ranges[0]]).all(|part| range.holds(part)) {
                job.dates = dates;
                parts.clear();
            } else {
                parts.push(range);
            }
            from = dates + 1;
            continue;
        }
        let title = title?;
        let is_break = facts[title].kinds.iter().any(|k| k.kind == TitleKind::Break);
        let heads = lines[title].look != Look::Bullet
            && facts[title].ranges.is_empty()
            && (!facts[title].titles.is_empty() || lines[title].look == Look::Heading || is_break);
        let above = (title + 1..dates).rev().find(|l| !lines[*l].blank())?;
        // "Test lead: 2009 - 2011 · Analyst: 2011 - 2013" tells its jobs itself
        if heads && !jobs.is_empty() && is_text(&lines[above]) && !facts[dates].titles.is_empty() {
            from = dates + 1;
            continue;
        }
        // a title and an employer without text are a job too, where those above show how jobs are written
        let bare = lines[title].look == Look::Heading && jobs.len() >= SHOWN;
        if !parts.is_empty()
            || !heads
            || !(is_text(&lines[above]) || has_dates(&above) || bare || is_break)
            || !stand_alone(&lines[dates], &facts[dates])
        {
            return None;
        }
        jobs.push(Lines { title, dates });
        from = dates + 1;
    }
    let rest = (from..section.to).any(|l| !facts[l].titles.is_empty() && lines[l].look != Look::Bullet);
    (!rest && parts.is_empty()).then_some(jobs)
}

/// Whether a line tells something about a job rather than names it.
fn is_text(line: &TextLine) -> bool {
    line.look == Look::Bullet
        || line.look == Look::Plain && (line.ends_sentence() || line.continues || line.plain.chars().count() >= TEXT)
}

/// Whether a line is its dates, but for a label, a place, or how long it was.
fn stand_alone(line: &TextLine, facts: &Facts) -> bool {
    let range = facts.ranges[0];
    // an icon may stand before them
    let before = line.plain[..range.from].trim_matches(|c: char| !c.is_alphanumeric() && c != ':');
    let after = line.plain[range.to..].split_whitespace().count();
    line.look == Look::Plain
        && facts.titles.is_empty()
        && (before.is_empty() || without_label(before).is_empty())
        && after <= BESIDE
}
