//! Entries: work, internships, volunteering, breaks. A date range anchors one; its title and employer stand on the same
//! line, up to a few lines above or just below, never across a bullet. What has a title and bullets but no dates is an
//! undated entry.

mod anchor;
mod breaks;
mod containers;
mod duties;
mod looks;
mod projects;
mod promoted;
mod prose;
mod story;
mod tables;
mod told_elsewhere;
mod undated;

pub(super) use duties::judge as judge_duties;

use super::dates::{End, Month, Range, later_or_equal};
use super::header::{Apart, Facts, KindAt, NO_NAME, Parts, TitleAt, is_apart, is_total, segments, split};
use super::lines::{Look, TextLine};
use super::sections::Section;
use crate::lexicon::{Family, SectionKind, TitleKind};
use crate::resume::education::names_school;
use containers::{Container, end_with_employer, end_with_employer_below};
use serde::Serialize;
use std::collections::BTreeSet;

/// A job, an internship, volunteering or a break.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// Title as written; empty where none was found.
    pub title: String,
    /// Employer as written; empty where none was found.
    pub employer: String,
    /// First month.
    pub start: Option<Month>,
    /// Last month.
    pub end: Option<End>,
    /// Family of the title.
    pub family: Family,
    /// What it is.
    pub kind: EntryKind,
    /// First and last line of its header, counted from 0.
    pub header: (usize, usize),
    /// Line behind its last, counted from 0.
    pub to: usize,
    /// Whether text follows the dates on the header's last line.
    pub text_in_header: bool,
}

impl Entry {
    /// Whether the jobs name different employers; a name that a template hides may be any, and a shorter form of a name
    /// is the same.
    pub(crate) fn is_elsewhere_than(&self, other: &Entry) -> bool {
        let (one, another) = (self.employer.trim_end_matches('.'), other.employer.trim_end_matches('.'));
        let same = one.starts_with(another) || another.starts_with(one);
        !one.is_empty() && !another.is_empty() && (!same || one == NO_NAME)
    }
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// Paid work: counted.
    Work,
    /// Listed, not counted.
    Internship,
    /// Listed, not counted.
    Volunteering,
    /// Listed, not counted.
    Break,
    /// A study or a project: listed, not counted.
    Study,
}

/// Jobs with dates that make a list of them, so that a summary tells no other.
const LISTED: usize = 2;
/// Words in the longest title with its team and its place.
const LONGEST_TITLE: usize = 10;
/// A header line is at most this long, in characters; longer lines are text.
const HEADER_LINE: usize = 120;
/// Words in a line that is more likely a sentence than a header.
const SENTENCE_WORDS: usize = 18;

/// Words of awards, folded.
const AWARDS: [&str; 6] = [" award ", " awards ", " prize ", " scholarship ", " medal ", " certificate of merit "];
/// What makes a studio or a product better, and is no award.
const AWARD_WINNING: &str = " award winning ";

struct Reader<'a> {
    lines: &'a [TextLine],
    facts: &'a [Facts],
    sections: &'a [Section],
    section_of: &'a [usize],
    labels: &'a [Option<SectionKind>],
}

/// A header while it is being read.
#[derive(Debug, Clone)]
struct Header {
    from: usize,
    to: usize,
    range: Option<Range>,
    range_line: usize,
    texts: Vec<String>,
    titles: Vec<TitleAt>,
    kinds: Vec<KindAt>,
    prose: bool,
    text_follows: bool,
}

/// How a header is built: headers of one form in one section are of one kind.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    section: usize,
    before: bool,
    behind: bool,
    bullet: bool,
    indent: usize,
    lines: usize,
    cells: usize,
}

impl Header {
    /// Whether title and employer are in hand.
    fn is_complete(&self) -> bool {
        let segments = self.texts.iter().flat_map(|t| segments(t)).filter(|s| !s.trim().is_empty());
        !self.titles.is_empty() && segments.count() > 1
    }
}

/// Finds the entries, and for each line the index of its entry.
pub(super) fn read(
    lines: &[TextLine],
    facts: &[Facts],
    sections: &[Section],
    section_of: &[usize],
    labels: &[Option<SectionKind>],
) -> (Vec<Entry>, Vec<Option<usize>>) {
    let reader = Reader { lines, facts, sections, section_of, labels };
    let mut headers = reader.dated();
    if headers.iter().all(|h| h.prose || h.titles.is_empty() || !h.kinds.is_empty()) {
        reader.add_stories(&mut headers);
    }
    end_with_employer(&mut headers);
    end_with_employer_below(&mut headers);
    let containers = reader.drop_containers(&mut headers);
    headers = promoted::part(headers, lines, facts);
    reader.end_with_jobs(&mut headers);
    reader.drop_retold(&mut headers);
    let undated = reader.undated(&headers);
    headers.extend(undated);
    headers.sort_by_key(|h| h.from);
    reader.finish(headers, &containers)
}

impl Reader<'_> {
    fn kind_at(&self, line: usize) -> SectionKind {
        self.sections[self.section_of[line]].kind
    }

    /// Whether work can be told in the section of a line, and behind its label.
    fn may_hold_work(&self, line: usize) -> bool {
        use SectionKind as S;
        !matches!(
            self.labels[line].unwrap_or(self.kind_at(line)),
            S::Education
                | S::Certifications
                | S::Publications
                | S::Awards
                | S::Languages
                | S::Interests
                | S::References
                | S::Objective
                | S::Skills
                | S::Training
        )
    }

    fn is_heading_of_section(&self, line: usize) -> bool {
        let section = &self.sections[self.section_of[line]];
        section.heading.is_some() && section.from == line && section.kind != SectionKind::Other
    }

    fn is_sentence(&self, line: usize) -> bool {
        let words = self.lines[line].plain.split_whitespace().take(SENTENCE_WORDS + 1).count();
        words > SENTENCE_WORDS || (self.lines[line].ends_sentence() && words > SENTENCE_WORDS / 2)
    }

    /// "From 2011 project lead" among the bullets of a job that ended in 2013 ended with it.
    fn end_with_jobs(&self, headers: &mut [Header]) {
        let mut job: Option<(usize, Range)> = None;
        for header in headers.iter_mut() {
            let Some(range) = &mut header.range else { continue };
            let section = self.section_of[header.range_line];
            if self.lines[header.range_line].look != Look::Bullet {
                job = Some((section, *range));
            } else if range.since
                && let Some((_, whole)) = job.filter(|(of, whole)| *of == section && whole.start <= range.start)
                && later_or_equal(End::Present, whole.end)
                && later_or_equal(whole.end, End::Month(range.start))
            {
                range.end = whole.end;
            }
        }
    }

    /// "In IT since 2010, since 2020 as a product owner" in a summary tells of the jobs that are listed below it.
    fn drop_retold(&self, headers: &mut Vec<Header>) {
        let listed = headers.iter().filter(|h| !h.prose && !h.titles.is_empty() && h.range.is_some()).count();
        let since = |h: &Header| (h.prose || !h.is_complete()) && h.range.is_some_and(|range| range.since);
        let first = headers.iter().position(|h| !since(h) && !h.titles.is_empty()).map_or(0, |at| headers[at].from);
        // also where the summary has no heading of its own: "Engineer first, product since 2011."
        let goes_on = headers.iter().any(|h| !since(h) && h.range.is_some_and(|range| range.end == End::Present));
        let above = |h: &Header| goes_on && h.to < first && self.kind_at(h.range_line) == SectionKind::Other;
        let retold = |h: &Header| since(h) && (self.kind_at(h.range_line) == SectionKind::Summary || above(h));
        headers.retain(|h| listed < LISTED || !retold(h));
    }

    fn finish(&self, headers: Vec<Header>, containers: &[Container]) -> (Vec<Entry>, Vec<Option<usize>>) {
        let mut entries: Vec<Entry> = Vec::new();
        let mut entry_of = vec![None; self.lines.len()];
        let starts: Vec<usize> = headers.iter().map(|h| h.from).collect();
        let forms = self.forms(&headers);
        let mut employer = String::new();
        let mut grouped = false;
        let mut last_section = usize::MAX;
        let apart = self.writes_employers_apart(&headers);
        for (place, header) in headers.iter().enumerate() {
            let section = &self.sections[self.section_of[header.range_line]];
            if last_section != self.section_of[header.range_line] {
                employer.clear();
                grouped = false;
                last_section = self.section_of[header.range_line];
            }
            let above = containers.iter().rfind(|c| c.below <= header.from && c.below > section.from);
            if let Some(container) = above
                && place.checked_sub(1).is_none_or(|before| headers[before].from < container.below)
            {
                employer.clone_from(&container.employer);
            }
            let kind = self.kind_of(header, section.kind, self.is_vouched(header, &forms));
            let Some(kind) = kind else { continue };
            let Parts { title, employer: own, beside, team } =
                split(&header.texts, apart, |segment| self.names_title(header, segment));
            let mut own =
                if own.is_empty() && header.is_complete() { self.name_over(header).unwrap_or_default() } else { own };
            // roles one after the other below their employer's dates are his, whatever team or place they name
            let role = beside || self.is_title_over_place(header) || own.split_whitespace().count() > TOLD;
            let follows =
                place.checked_sub(1).map(|before| &headers[before]).is_none_or(|before| follows(before, header));
            if role
                && above.is_some_and(|container| container.holds(header) && (header.from == container.below || follows))
            {
                own.clear();
            }
            let group = self.group_employer(header);
            let above = place.checked_sub(1).map(|above| &headers[above]);
            if let Some(line) = group {
                employer.clone_from(&self.lines[line].plain);
                own.clear();
                grouped = true;
            } else if grouped && self.is_title_over_place(header) {
                // a role of the group has its place below the dates; the next employer heads its own
                if let Some(name) = self.heading_over(header, above) {
                    employer.clone_from(&self.lines[name].plain);
                }
                own.clear();
            }
            if let Some(name) = self.name_outdented(header, section.from).filter(|_| own.is_empty() || beside) {
                own = name;
            }
            if own.is_empty()
                && employer.is_empty()
                && let Some(line) = self.heading_of_roles(header, section.from)
            {
                own.clone_from(&self.lines[line].plain);
            }
            if own.is_empty() && employer.is_empty() {
                own = team;
            }
            if own.is_empty() && employer.is_empty() && kind == EntryKind::Work {
                let below = self.lines.get(header.to + 1);
                let named = below.is_some_and(|l| l.look == Look::Plain && looks::reads_as_name(&l.plain));
                own = promoted::employer_before(&entries, header, section.from).filter(|_| !named).unwrap_or_default();
            }
            let from = group.unwrap_or(header.from);
            let next = starts.get(place + 1).copied().unwrap_or(usize::MAX);
            let to = section.to.min(next).max(header.to + 1);
            let entry = Entry {
                title,
                employer: if own.is_empty() { employer.clone() } else { own },
                start: header.range.map(|r| r.start),
                end: header.range.map(|r| r.end),
                family: family(&header.titles),
                kind,
                header: (from, header.to),
                to,
                text_in_header: header.text_follows || header.prose,
            };
            // the text below a leave told inside a job is the job's
            let within =
                |job: &Entry| kind == EntryKind::Break && job.kind == EntryKind::Work && job.start < entry.start;
            let owner = entries.last().filter(|job| within(job) && ends_within(&entry, job)).map(|_| entries.len() - 1);
            entry_of[from..to].fill(Some(owner.unwrap_or(entries.len())));
            entries.push(entry);
        }
        self.give_prose_to_current(&headers, &mut entries, &mut entry_of);
        self.give_stacked(&entries, &mut entry_of);
        self.give_named(&entries, &mut entry_of);
        self.take_in_projects(&mut entries);
        entries.extend(self.leaves(&entries, &entry_of));
        (entries, entry_of)
    }

    /// How the headers of a resume write their employers apart from the titles, where more do than write them beside.
    fn writes_employers_apart(&self, headers: &[Header]) -> Apart {
        let told = headers.iter().filter_map(|h| {
            let apart = is_apart(&h.texts, |segment| self.names_title(h, segment))?;
            // below a name on a line of its own a part beside the title says nothing
            (apart != Apart::default() || self.name_over(h).is_none()).then_some(apart)
        });
        let (beside, apart): (Vec<_>, Vec<_>) = told.partition(|apart| *apart == Apart::default());
        if apart.len() <= beside.len() {
            return Apart::default();
        }
        let any = |is: fn(&Apart) -> bool| apart.iter().any(is);
        Apart { alone: any(|a| a.alone), placed: any(|a| a.placed), behind: any(|a| a.behind) }
    }

    /// In a resume of paragraphs, what follows belongs to the job that goes on, not to the sentence that came last.
    fn give_prose_to_current(&self, headers: &[Header], entries: &mut [Entry], entry_of: &mut [Option<usize>]) {
        if headers.is_empty() || !headers.iter().all(|h| h.prose) {
            return;
        }
        let Some(current) = entries.iter().position(|e| e.end == Some(End::Present)).or(Some(0)) else { return };
        for (index, slot) in entry_of.iter_mut().enumerate() {
            let behind = entries.partition_point(|e| e.header.0 <= index);
            let own = behind > 0 && index <= entries[behind - 1].header.1;
            if slot.is_some() && !own {
                *slot = Some(current);
            }
        }
    }

    fn kind_of(&self, header: &Header, section: SectionKind, vouched: bool) -> Option<EntryKind> {
        let degree = (header.from..=header.to).any(|l| self.facts[l].degree) || self.dates_degree(header);
        let of_kind = |kind: TitleKind| header.kinds.iter().any(|k| k.kind == kind);
        // "CAREER BREAK" over the line that tells of it
        let heading = &self.sections[self.section_of[header.range_line]];
        let headed = heading.heading.is_some() && self.is_break_alone(heading.from) && header.titles.is_empty();
        // "2013 - 2014 I was home taking care of my mother."
        let is_break = |k: &KindAt| k.kind == TitleKind::Break;
        let told = header.prose && header.titles.is_empty() && self.facts[header.range_line].kinds.iter().any(is_break);
        if breaks::names_break(header) || headed || told {
            return Some(EntryKind::Break);
        }
        if of_kind(TitleKind::Volunteer) || section == SectionKind::Volunteering {
            return Some(EntryKind::Volunteering);
        }
        if of_kind(TitleKind::Internship) && !looks::goes_on_as(header) || section == SectionKind::Internships {
            return Some(EntryKind::Internship);
        }
        if of_kind(TitleKind::Study) {
            return Some(EntryKind::Study);
        }
        match section {
            // years at a university without a job's name are study
            SectionKind::Experience if header.titles.is_empty() && names_university(&header.texts) => {
                Some(EntryKind::Study)
            }
            SectionKind::Experience => Some(EntryKind::Work),
            SectionKind::Projects if self.has_work_section() => Some(EntryKind::Study),
            SectionKind::Projects => header.titles.iter().any(|t| t.words > 1).then_some(EntryKind::Work),
            _ if degree || self.dates_award(header) => None,
            // "From 2003 until 2012 I was with Plumley's" tells an employer and no title
            _ if header.titles.is_empty() => {
                (vouched || header.prose && header.texts.len() > 1).then_some(EntryKind::Work)
            }
            _ => Some(EntryKind::Work),
        }
    }

    /// Whether the dates of a header are those of an award, and the title stands elsewhere: "Certificate of Merit, 2011-12".
    fn dates_award(&self, header: &Header) -> bool {
        let words = looks::folded(&self.lines[header.range_line].plain);
        let words = words.replace(AWARD_WINNING, " ");
        let award = AWARDS.iter().any(|award| words.contains(award));
        award && self.facts[header.range_line].titles.is_empty()
    }

    /// Whether the dates of a header are those of a degree: it stands in their field of the line, or on the line of dates
    /// that have none, and no title stands before it.
    fn dates_degree(&self, header: &Header) -> bool {
        let facts = &self.facts[header.range_line];
        let plain = &self.lines[header.range_line].plain;
        let (false, Some(range)) = (header.prose || facts.degrees.is_empty(), header.range) else { return false };
        let mut fields = plain.split_inclusive(['|', '·', '•', ';']).scan(0, |to, field| {
            *to += field.len();
            Some((*to, field))
        });
        let own = fields.find(|(to, _)| range.from < *to).map_or("", |(_, field)| field);
        let alone = range.to >= range.from + own.trim_matches(|c: char| !c.is_alphanumeric()).len();
        let field = looks::folded(if alone { plain } else { own });
        let place = |text: &str| field.find(&format!(" {text} "));
        let degree = facts.degrees.iter().filter_map(|d| place(d)).min();
        degree.is_some_and(|degree| facts.titles.iter().filter_map(|t| place(&t.text)).all(|title| title >= degree))
    }

    /// How the dates and the text of a header stand, and in which section. Where nothing is headed as work, a job whose
    /// title stands in capitals may leave out its employer's line.
    fn form(&self, header: &Header) -> Option<Form> {
        let headed = self.sections.iter().any(|s| s.kind == SectionKind::Experience);
        let first = self.lines[header.from].plain.split(',').next().unwrap_or_default();
        let capitals = !headed && first.contains(char::is_uppercase) && !first.contains(char::is_lowercase);
        let (line, range) = (&self.lines[header.range_line], header.range?);
        let text = |text: &str| text.chars().any(char::is_alphanumeric);
        Some(Form {
            section: self.section_of[header.range_line],
            before: text(line.plain.get(..range.from)?),
            behind: text(line.plain.get(range.to..)?),
            bullet: line.look == Look::Bullet,
            indent: line.indent,
            lines: if capitals { (header.to - header.from).min(1) } else { header.to - header.from },
            cells: line.plain.matches('|').count(),
        })
    }

    /// The forms of the headers that name a job; where none does and nothing is headed as work, those that come again.
    fn forms(&self, headers: &[Header]) -> BTreeSet<Form> {
        let is_job = |h: &&Header| {
            !h.titles.is_empty() && h.kinds.is_empty() && !h.prose && (h.from..=h.to).all(|l| !self.facts[l].degree)
        };
        if headers.iter().any(|h| is_job(&h)) || self.sections.iter().any(|s| s.kind == SectionKind::Experience) {
            return headers.iter().filter(is_job).filter_map(|h| self.form(h)).collect();
        }
        let mut seen = BTreeSet::new();
        headers.iter().filter_map(|h| self.form(h)).filter(|form| !seen.insert(form.clone())).collect()
    }

    /// Whether a header whose title nobody knows is built like those of jobs beside it and names no school.
    fn is_vouched(&self, header: &Header, forms: &BTreeSet<Form>) -> bool {
        let block = (0..=header.range_line).rev().take_while(|l| !self.lines[*l].blank()).take(anchor::FORM_ROWS);
        self.form(header).is_some_and(|form| forms.contains(&form))
            && !header.prose
            && block.into_iter().all(|l| !self.facts[l].degree && self.facts[l].degrees.is_empty())
            && header.texts.iter().any(|t| t.contains(char::is_alphabetic))
            && !header.texts.iter().any(|t| names_school(t))
    }

    /// Whether jobs with dates stand in a section of their own, so that projects with dates are something else.
    fn has_work_section(&self) -> bool {
        let dated = |index: usize| !self.facts[index].ranges.is_empty() && !self.facts[index].titles.is_empty();
        (0..self.lines.len()).any(|index| self.kind_at(index) == SectionKind::Experience && dated(index))
    }

    /// Whether a segment of the header is its title: it has title words of the header's family.
    fn names_title(&self, header: &Header, segment: &str) -> bool {
        let joined = looks::folded(segment);
        let family = family(&header.titles);
        header.titles.iter().any(|t| t.family == family && joined.contains(&format!(" {} ", t.text)))
    }

    /// The line of the employer of a group of entries, above the first of them, with the total beneath it.
    fn group_employer(&self, header: &Header) -> Option<usize> {
        let mut line = header.from.checked_sub(1)?;
        if self.lines[line].blank() {
            line = line.checked_sub(1)?;
        }
        if !is_total(&self.lines[line].plain) {
            return None;
        }
        let above = line.checked_sub(1)?;
        (!self.lines[above].blank() && self.lines[above].look != Look::Bullet).then_some(above)
    }
}

/// The family of a header's title words. Words of a related family, or of a longer other title, take precedence over
/// the product words they overlap; the matcher's order of marks makes "product marketing manager" related.
fn family(titles: &[TitleAt]) -> Family {
    let overlap = |a: &TitleAt, b: &TitleAt| {
        a.words_before < b.words_before + b.words && b.words_before < a.words_before + a.words
    };
    let product = titles.iter().filter(|t| t.family == Family::Product).any(|p| {
        !titles.iter().any(|o| {
            let (own_end, end) = (p.words_before + p.words, o.words_before + o.words);
            // "Product Owner Assistant", "Lecturer in Product Management"
            let reaches = end > own_end || end == own_end && o.words_before < p.words_before;
            overlap(o, p) && (o.family == Family::Related || (o.family == Family::Other && o.words > 1 && reaches))
        })
    });
    if product {
        return Family::Product;
    }
    if titles.iter().any(|t| t.family == Family::Related) { Family::Related } else { Family::Other }
}

/// Words of a line that tells of an employer or a role rather than names one.
const TOLD: usize = 5;

/// Whether two headers are of roles one after the other, in either order.
fn follows(one: &Header, other: &Header) -> bool {
    let ends_before = |first: Range, second: Range| matches!(first.end, End::Month(end) if end <= second.start);
    one.range.zip(other.range).is_none_or(|(one, other)| ends_before(one, other) || ends_before(other, one))
}

/// Whether an entry ends no later than another.
fn ends_within(entry: &Entry, job: &Entry) -> bool {
    entry.end.zip(job.end).is_some_and(|(own, whole)| later_or_equal(whole, own))
}

/// Whether a header names a university or college.
fn names_university(texts: &[String]) -> bool {
    let folded = looks::folded(&texts.join(" "));
    let is_one =
        |w: &str| w.starts_with("univers") || matches!(w, "college" | "polytechnic" | "hochschule" | "fachhochschule");
    // "Swansea Bay University Health Board" has wards and no lectures
    let clinic = ["health board", "hospital", "hospitals", "nhs"].iter().any(|w| folded.contains(&format!(" {w} ")));
    folded.split(' ').any(is_one) && !clinic
}
