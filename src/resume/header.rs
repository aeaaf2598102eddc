//! What each line offers to an entry's header: titles, date ranges, kinds; and how a header's text falls into title
//! and employer.

mod parts;

pub(super) use parts::{Apart, NO_NAME, Parts, is_apart, segments, split};

use super::dates::{self, End, Range};
use super::education::names_profession;
use super::labels::{label_of, value, without_label};
use super::lines::{Look, TextLine, is_labelled};
use crate::lexicon::words::{Pause, Words, fold};
use crate::lexicon::{Family, Mark, Meaning, TitleKind};

/// What a line offers to a header.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// Date ranges.
    pub(super) ranges: Vec<Range>,
    /// Titles found, with the byte span of their words in `plain` where it could be told, strongest family first.
    pub(super) titles: Vec<TitleAt>,
    /// Kinds named.
    pub(super) kinds: Vec<KindAt>,
    /// A degree leads the line.
    pub(super) degree: bool,
    /// Degrees named anywhere on it: the folded words.
    pub(super) degrees: Vec<String>,
    /// The second or third line of a range that stands above.
    pub(super) rest_of_range: bool,
}

/// Title words in a line.
#[derive(Debug, Clone)]
pub(super) struct TitleAt {
    /// The folded words.
    pub(super) text: String,
    pub(super) family: Family,
    /// Words before the first title word in this line.
    pub(super) words_before: usize,
    /// The folded title words were followed by the end of the segment.
    pub(super) words: usize,
    /// Whether its first word is written with a capital.
    pub(super) capital: bool,
}

/// Words that say what kind of entry a header opens.
#[derive(Debug, Clone)]
pub(super) struct KindAt {
    pub(super) kind: TitleKind,
    /// The folded words.
    pub(super) text: String,
}

fn text_of(words: &Words, mark: &Mark) -> String {
    words.list[mark.first..mark.last].iter().map(|w| words.folded(w)).collect::<Vec<_>>().join(" ")
}

/// Collects the facts of all lines.
pub(super) fn facts(lines: &[TextLine], words: &Words, marks: &[Mark]) -> Vec<Facts> {
    let mut facts: Vec<Facts> = lines.iter().map(|l| Facts { ranges: l.ranges.clone(), ..Facts::default() }).collect();
    let mut first_word = vec![usize::MAX; lines.len()];
    for (index, word) in words.list.iter().enumerate() {
        let first = &mut first_word[word.line as usize];
        *first = (*first).min(index);
    }
    for (fact, line) in facts.iter_mut().zip(lines).filter(|(f, l)| f.ranges.is_empty() && l.plain.contains(':')) {
        fact.ranges.extend(labelled_range(&line.plain));
    }
    for (fact, line) in facts.iter_mut().zip(lines).filter(|(f, l)| f.ranges.is_empty() && l.plain.contains('|')) {
        fact.ranges.extend(cell_range(&line.plain));
    }
    facts.iter_mut().for_each(|fact| refine(&mut fact.ranges));
    stacked_ranges(lines, &mut facts);
    join_totals(lines, &mut facts);
    add_begun(lines, &mut facts);
    drop_asides(lines, &mut facts);
    let mut colleague_to = 0;
    for mark in marks {
        let word = &words.list[mark.first];
        let line = word.line as usize;
        match mark.meaning {
            // leadership is a virtue and no job
            Meaning::Title(_) if words.folded(word) == "leadership" => {}
            Meaning::Title(_) if mark.last == mark.first + 1 && FIRMS.contains(&words.folded(word)) => {}
            // "Supervisor: K. Olson" is somebody else
            Meaning::Title(_) if names_superior(&lines[line].plain) || mark.first < colleague_to => {}
            Meaning::Title(_) if names_colleague(words, mark.first) => colleague_to = mark.last,
            Meaning::Title(family) => facts[line].titles.push(TitleAt {
                text: text_of(words, mark),
                family,
                words_before: mark.first - first_word[line],
                words: mark.last - mark.first,
                capital: word.capital,
            }),
            Meaning::TitleKind(kind) => {
                facts[line].kinds.push(KindAt { kind, text: text_of(words, mark) });
            }
            // a degree names the line only where it leads it: "Scrum Master" and "Acme A/S" do not
            Meaning::Degree(_) => {
                // "Associate" is a job's name too
                let job = |m: &Mark| matches!(m.meaning, Meaning::Title(_)) && m.last >= mark.last;
                let same = &marks[marks.partition_point(|m| m.first < mark.first)..];
                if same.iter().take_while(|m| m.first == mark.first).any(job) {
                    continue;
                }
                let text = text_of(words, mark);
                if names_profession(&text) {
                    continue;
                }
                facts[line].degree |= mark.first - first_word[line] <= 1;
                let field_follows = words
                    .list
                    .get(mark.last)
                    .is_some_and(|w| w.line as usize == line && w.pause == Pause::None && !w.number && w.capital);
                if text.len() >= DEGREE_LETTERS || field_follows {
                    facts[line].degrees.push(text);
                }
            }
            _ => {}
        }
    }
    for (index, fact) in facts.iter_mut().enumerate() {
        if fact.ranges.is_empty() && !fact.titles.is_empty() {
            fact.ranges.extend(bare_range(&lines[index].plain));
        }
    }
    add_seasons(lines, &mut facts);
    name_own_employers(lines, &mut facts);
    facts
}

/// Lines above dates among which the title of their job stands.
const TITLE_NEAR: usize = 4;
/// Bytes in the longest line that ends with the seasons of a job.
const SEASON_LINE: usize = 120;

/// Seasons as the dates of a job, beside its title or below it: "Winter 2018/19", "Fall 2018, Fall 2021".
fn add_seasons(lines: &[TextLine], facts: &mut [Facts]) {
    for index in 0..lines.len() {
        let plain = &lines[index].plain;
        // "Summer 2008  Postman, Leeds" in a column of dates
        let dated = |l: usize| lines[l].ranges.first().is_some_and(|range| range.from == 0);
        let near = index.saturating_sub(TITLE_NEAR)..(index + TITLE_NEAR).min(lines.len());
        let cell = plain.split_once("  ").map(|(cell, _)| cell).filter(|_| near.into_iter().any(dated));
        let told_in = |text: &str| if text.len() <= SEASON_LINE { dates::seasons(text) } else { Vec::new() };
        let in_cell = cell.map(told_in).filter(|told| !told.is_empty());
        let cell = cell.filter(|_| in_cell.is_some());
        let told = in_cell.unwrap_or_else(|| told_in(plain));
        let Some(first) = told.first() else { continue };
        let alone = !plain[..first.from].contains(char::is_alphanumeric);
        let top = index.saturating_sub(TITLE_NEAR);
        let bullet = lines[top..index].iter().rposition(|line| line.look == Look::Bullet);
        let above = bullet.map_or(top, |bullet| top + bullet + 1);
        let near = above..index;
        let titled = |l: usize| !facts[l].titles.is_empty();
        // "Harbour College, fall 2018" right below its title
        let below = index > above && titled(index - 1);
        // "Chalet Les Marmottes, Morzine   Winter 2018/19" on top of its title
        let next = lines.get(index + 1).filter(|l| l.look == Look::Plain && l.plain.len() <= SEASON_LINE / 2);
        let apart = index == 0 || lines[index - 1].blank();
        let tops = apart && next.is_some() && titled(index + 1) && facts[index + 1].ranges.is_empty();
        let of_job = titled(index) || below || tops || cell.is_some() || alone && near.into_iter().any(titled);
        let within = |range: &Range| range.from >= first.from && range.to <= first.to;
        if of_job && facts[index].ranges.iter().all(within) {
            facts[index].ranges = told;
        }
    }
}

/// Names of work for oneself, folded: an employer below a title, or a heading with the title below it.
pub(super) const SELF_EMPLOYED: [&str; 8] = [
    "self employed",
    "selfemployed",
    "freelance",
    "freelancer",
    "freelancing",
    "independent",
    "selbststandig",
    "freiberuflich",
];

/// "Self-employed" alone below a title stands where the employer does, and is no second title.
fn name_own_employers(lines: &[TextLine], facts: &mut [Facts]) {
    for index in 1..lines.len() {
        let first = lines[index].plain.split(['·', '|', ',', '(']).next().unwrap_or_default();
        let alone = || {
            let folded = fold(first);
            let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
            SELF_EMPLOYED.contains(&words.join(" ").as_str())
        };
        if facts[index].titles.is_empty() || !alone() {
            continue;
        }
        // pages set a blank between the two
        let above = (index.saturating_sub(2)..index).rev().find(|above| !lines[*above].blank());
        if above.is_some_and(|above| !facts[above].titles.is_empty() && facts[above].ranges.is_empty()) {
            facts[index].titles.clear();
        }
    }
}

/// Words behind a firm's name, which are no title of one person: "Marbury Lane Lawyers", "Hill Partners".
const FIRMS: [&str; 14] = [
    "partners",
    "associates",
    "lawyers",
    "solicitors",
    "attorneys",
    "barristers",
    "architects",
    "engineers",
    "consultants",
    "accountants",
    "advisors",
    "advisers",
    "surveyors",
    "directors",
];

/// Labels before the names of others.
const SUPERIORS: [&str; 5] = ["supervisor", "line manager", "reporting manager", "reporting to", "reports to"];
/// Labels before several others: "Team: 4 analysts, client product manager".
const COLLEAGUES: [&str; 4] = ["team", "team size", "stakeholders", "worked with"];

fn names_superior(plain: &str) -> bool {
    plain.split_once(':').is_some_and(|(label, others)| {
        let is_one = |list: &[&str]| list.iter().any(|s| label.trim().eq_ignore_ascii_case(s));
        is_one(&SUPERIORS) || is_one(&COLLEAGUES) && others.contains(',')
    })
}

/// Words of those who work for a title that is not theirs: "Reported to Product Owner".
const REPORTING: [&str; 7] = ["report", "reported", "reporting", "reports", "answer", "answered", "answering"];
/// The same with an article behind: "Assistant to the Product Manager"; without one, "from assistant to" is a promotion.
const SERVING: [&str; 8] =
    ["assistant", "secretary", "aide", "adviser", "advisor", "support", "attached", "consultant"];
/// Words before the title of a colleague.
const BESIDE: [&str; 10] = [
    "alongside",
    "beside",
    "under",
    "supporting",
    "assisting",
    "shadowing",
    "shadowed",
    "supported",
    "assisted",
    "helped",
];
/// Words that make what follows "with the" somebody else.
const TOGETHER: [&str; 7] = ["work", "worked", "working", "collaborated", "partnered", "liaised", "together"];
/// Words between those and the title.
const ARTICLES: [&str; 8] = ["the", "a", "an", "our", "my", "their", "his", "her"];
/// Words of a title's level, in front of its first word.
const LEVELS: [&str; 10] =
    ["senior", "lead", "junior", "principal", "chief", "group", "associate", "staff", "head", "technical"];
/// Words before a title among which its owner is looked for.
const OWNER_NEAR: usize = 8;

/// Whether the words before a title make it somebody else's: "Worked alongside the Senior Product Manager", "Reported to
/// the Product Owner".
fn names_colleague(words: &Words, title: usize) -> bool {
    let line = words.list[title].line;
    let before = (0..title).rev().take(OWNER_NEAR).take_while(|at| {
        let (word, next) = (&words.list[*at], &words.list[*at + 1]);
        word.line == line && next.pause == Pause::None
    });
    let mut before = before.map(|at| words.folded(&words.list[at])).peekable();
    while before.next_if(|word| LEVELS.contains(word)).is_some() {}
    let article = before.next_if(|word| ARTICLES.contains(word)).is_some();
    match before.next() {
        Some("to") => {
            let owner = before.next();
            owner.is_some_and(|word| REPORTING.contains(&word) || article && SERVING.contains(&word))
        }
        Some("with") => article && before.any(|word| TOGETHER.contains(&word)),
        Some(word) => article && BESIDE.contains(&word) || matches!(word, "alongside" | "shadowing" | "shadowed"),
        None => false,
    }
}

/// Years in front of the same years told with their months: "2021-2025  Buyer (March 2021 - June 2025)" takes the months.
fn refine(ranges: &mut [Range]) {
    let year = |end| if let End::Month(last) = end { Some(dates::Month::year(last)) } else { None };
    let [first, others @ ..] = ranges else { return };
    let is_bare =
        first.start.month() == BARE_START && matches!(first.end, End::Month(last) if last.month() == BARE_END);
    let same = |r: &&Range| r.start.year() == first.start.year() && year(r.end) == year(first.end);
    if let Some(exact) = others.iter().find(same).filter(|_| is_bare) {
        (first.start, first.end) = (exact.start, exact.end);
    }
}

/// Months in which a year alone starts and ends.
const BARE_START: i32 = 7;
const BARE_END: i32 = 6;

/// The two dates at the end of a table's row whose lines are lost: "Leeds Tools Test Engineer Jan 2018 Jun 2020".
fn bare_range(plain: &str) -> Option<Range> {
    let points = dates::points(plain);
    let [from, to] = points.as_slice() else { return None };
    let between = &plain[from.to..to.from];
    let fits = from.from > 0 && to.to == plain.len() && between == " " && from.first < to.first;
    fits.then_some(Range { start: from.first, end: End::Month(to.last), from: from.from, to: to.to, since: false })
}

/// Letters from which a degree is hardly something else too ("MBA", not "MA"); shorter ones need a field behind them.
const DEGREE_LETTERS: usize = 3;

/// "Engineer, then Team Lead (from 02/2017)" and "Teacher (trainee year 2015-16)" right below the dates of the whole job
/// tell of a part of it.
fn drop_asides(lines: &[TextLine], facts: &mut [Facts]) {
    let alone = |line: &TextLine| {
        line.ranges.first().is_some_and(|r| {
            !line.plain[..r.from].contains(char::is_alphanumeric) && !line.plain[r.to..].contains(char::is_alphanumeric)
        })
    };
    for index in 1..lines.len() {
        let aside = |r: &Range| {
            let before = &lines[index].plain[..r.from];
            let inside = before.rfind('(').map(|open| &before[open + 1..]).filter(|inside| !inside.contains(')'));
            inside.is_some_and(|inside| if r.since { inside.is_empty() } else { inside.contains(char::is_alphabetic) })
        };
        if facts[index].ranges.iter().all(aside) && lines[index.saturating_sub(2)..index].iter().any(alone) {
            facts[index].ranges.clear();
        }
    }
}

/// Labels of the first day of a job.
const STARTS: [&str; 8] =
    ["start date", "start", "date of joining", "joining date", "from", "von", "eintritt", "beginn"];
/// Bytes in the longest date that stands alone on its line.
const DATE_ALONE: usize = 28;

/// Ranges whose parts stand on lines of their own ("June 2013" / "to" / "March 2016"): the first line gets the range.
fn stacked_ranges(lines: &[TextLine], facts: &mut [Facts]) {
    for index in 0..lines.len() {
        // "Sept 2021 –" over "present"
        let plain = value(&lines[index].plain).trim_end_matches(['-', '–', '—', ' ']);
        let short = (1..=DATE_ALONE).contains(&plain.len());
        // "Start date: 2004-05" is a month, and no two years
        let starts = label_of(&lines[index].plain).is_some_and(|label| STARTS.contains(&label.as_str()));
        if !short
            || !starts && facts[index].ranges.iter().any(|r| !r.since)
            || dates::points(plain).is_empty()
            || !dates::is_date_alone(plain)
        {
            continue;
        }
        // "Start date: May 2018", "Location: Leeds", "End date: June 2020"
        let formed = |line: &TextLine| is_labelled(&line.plain) && !dates::is_date_alone(value(&line.plain));
        let labelled = plain.len() < lines[index].plain.len();
        let ends = lines.get(index + 1).is_some_and(|l| !dates::points(value(&l.plain)).is_empty());
        let own_row = |l: &&TextLine| is_labelled(&l.plain) && dates::points(value(&l.plain)).is_empty();
        let above = lines[..index].iter().rev().take(DATES_NEAR).take_while(own_row);
        let near = lines[index + 1..].iter().take(DATES_NEAR).chain(above);
        let goes_on = labelled && !ends && near.into_iter().any(|l| says_current(&l.plain));
        let apart = labelled && !goes_on;
        let between = lines[index + 1..].iter().take(DATES_NEAR).take_while(|l| apart && formed(l)).count();
        let first = index + 1 + between;
        if between > 0 && lines.get(first).is_none_or(|l| value(&l.plain).len() == l.plain.len()) {
            continue;
        }
        let below: Vec<&str> =
            lines[first..].iter().take(2).map(|l| value(&l.plain)).take_while(|p| dates::is_date_alone(p)).collect();
        let joined = match below.as_slice() {
            _ if goes_on => format!("{plain} - present"),
            [end, ..] if !dates::points(end).is_empty() => format!("{plain} - {end}"),
            [_, end] | [end] => format!("{plain} - {end}"),
            _ => continue,
        };
        let (from, to) = (lines[index].plain.len() - plain.len(), lines[index].plain.len());
        let Some(range) = dates::ranges(&joined).into_iter().next() else { continue };
        facts[index].ranges = vec![Range { from, to, ..range }];
        let taken = if below.first().is_none_or(|end| dates::points(end).is_empty()) { below.len() } else { 1 };
        for fact in &mut facts[first..first + taken] {
            fact.rest_of_range = true;
            fact.ranges.clear();
        }
    }
}

/// "(3 yrs 4 mos)" on the line below dates goes with them.
fn join_totals(lines: &[TextLine], facts: &mut [Facts]) {
    for index in 1..lines.len() {
        let (above, total) = (&lines[index - 1].plain, lines[index].plain.trim_matches(['(', ')', '·', ' ']));
        let dated = facts[index - 1].ranges.first().is_some_and(|r| !above[r.to..].contains(char::is_alphanumeric));
        facts[index].rest_of_range |= is_total(total) && (dated || facts[index - 1].rest_of_range);
    }
}

/// Whether a line of a form says that the job goes on: "I currently work here: Yes".
fn says_current(plain: &str) -> bool {
    let Some((label, answer)) = plain.split_once(':') else { return false };
    let answers = ["yes", "true", "x", "✓", "☑"].contains(&answer.trim().to_lowercase().as_str());
    answers && label.to_lowercase().contains("current")
}

/// Years and months in other languages, in small letters.
const YEARS: [&str; 12] = ["an", "ans", "ano", "anos", "año", "años", "anno", "anni", "mes", "meses", "jaar", "rok"];

/// "6 years 6 months", "1 yr 2 mos": how long, without dates.
pub(super) fn is_total(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let unit = |w: &str| {
        let small = w.to_lowercase();
        ["year", "yr", "mo", "jahr"].iter().any(|u| small.starts_with(u)) || YEARS.contains(&small.as_str())
    };
    (2..=4).contains(&words.len())
        && words.chunks(2).all(|c| c.len() == 2 && c[0].chars().all(|d| d.is_ascii_digit()) && unit(c[1]))
}

/// A range in two neighbouring cells of a table: "| 2 | Acme | Jun 2010 | Dec 2015 | Clerk |".
fn cell_range(plain: &str) -> Option<Range> {
    let cells: Vec<&str> = plain.split('|').collect();
    let date = |cell: &str| dates::is_date_alone(cell.trim());
    let at = cells.windows(2).position(|two| date(two[0]) && date(two[1]))?;
    let joined = format!("{} - {}", cells[at].trim(), cells[at + 1].trim());
    let range = dates::ranges(&joined).into_iter().next()?;
    let from = cells[..at].iter().map(|c| c.len() + 1).sum();
    Some(Range { from, to: from + cells[at].len() + 1 + cells[at + 1].len(), ..range })
}

/// Labels before the end of a range whose start has one of its own.
const END_LABELS: [&str; 5] = [" End date:", " End:", " To:", " Until:", " Date of leaving:"];

/// A range of a form: "Start date: 05/2019  End date: current".
fn labelled_range(plain: &str) -> Option<Range> {
    let (start, end) = END_LABELS.iter().find_map(|label| plain.split_once(label))?;
    let date = without_label(start);
    if date.len() == start.len() {
        return None;
    }
    let joined = format!("{} - {}", date.trim(), end.trim());
    let range = dates::ranges(&joined).into_iter().next().filter(|r| r.from == 0)?;
    let to = plain.len() - joined.len().saturating_sub(range.to);
    Some(Range { from: start.len() - date.len(), to, ..range })
}

/// Words before the day on which a job began, on a line of its own. A form's "Start date:" has an end elsewhere.
const BEGAN: [&str; 3] = ["started ", "joined ", "commenced "];
/// Words before the day on which it ended.
const ENDED: [&str; 6] = ["left ", "ended ", "until ", "finished ", "relieved ", "last working day"];
/// Lines on either side of such a line among which the job's other dates stand.
const DATES_NEAR: usize = 3;

/// Gives jobs that go on their range: "Started February 2025" and no more, where neither other dates nor an end stand near.
fn add_begun(lines: &[TextLine], facts: &mut [Facts]) {
    for index in 0..lines.len() {
        let Some(range) = begun_range(&lines[index].plain).filter(|_| facts[index].ranges.is_empty()) else { continue };
        let near = index.saturating_sub(DATES_NEAR)..(index + DATES_NEAR + 1).min(lines.len());
        let ends = |plain: &str| ENDED.iter().any(|w| plain.get(..w.len()).is_some_and(|p| p.eq_ignore_ascii_case(w)));
        let dated = |l: usize| l < index && !facts[l].ranges.is_empty() || ends(&lines[l].plain);
        if !near.into_iter().any(dated) {
            facts[index].ranges.push(range);
        }
    }
}

fn begun_range(plain: &str) -> Option<Range> {
    let from = BEGAN.iter().find(|word| plain.get(..word.len()).is_some_and(|p| p.eq_ignore_ascii_case(word)))?.len();
    let date = plain[from..].trim_end_matches('.');
    let [point] = dates::points(date)[..] else { return None };
    let alone = point.from == 0 && point.to == date.len();
    alone.then_some(Range { start: point.first, end: End::Present, from: 0, to: plain.len(), since: false })
}
