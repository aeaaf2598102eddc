//! Entries: work, internships, volunteering, breaks. A date range anchors one; its title and employer stand on the same
//! line, up to a few lines above or just below, never across a bullet. What has a title and bullets but no dates is an
//! undated entry.

use super::dates::{End, Month, Range};
use super::header::{Facts, Parts, TitleAt, split};
use super::lines::{Look, TextLine};
use super::sections::Section;
use crate::lexicon::{Family, SectionKind, TitleKind};
use serde::Serialize;

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

/// A header line is at most this long, in characters; longer lines are text.
const HEADER_LINE: usize = 120;
/// Lines above the dates that may belong to the header.
const LINES_ABOVE: usize = 3;
/// Words in a line that is more likely a sentence than a header.
const SENTENCE_WORDS: usize = 18;

struct Reader<'a> {
    lines: &'a [TextLine],
    facts: &'a [Facts],
    sections: &'a [Section],
    section_of: &'a [usize],
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
    kinds: Vec<TitleKind>,
    prose: bool,
    text_follows: bool,
}

impl Header {
    /// Whether title and employer are in hand.
    fn is_complete(&self) -> bool {
        let segments = self.texts.iter().flat_map(|t| super::header::segments(t)).filter(|s| !s.trim().is_empty());
        !self.titles.is_empty() && segments.count() > 1
    }
}

/// Finds the entries, and for each line the index of its entry.
pub(super) fn read(
    lines: &[TextLine],
    facts: &[Facts],
    sections: &[Section],
    section_of: &[usize],
) -> (Vec<Entry>, Vec<Option<usize>>) {
    let reader = Reader { lines, facts, sections, section_of };
    let mut headers = reader.dated();
    reader.drop_containers(&mut headers);
    let undated = reader.undated(&headers);
    headers.extend(undated);
    headers.sort_by_key(|h| h.from);
    reader.finish(headers)
}

impl Reader<'_> {
    fn kind_at(&self, line: usize) -> SectionKind {
        self.sections[self.section_of[line]].kind
    }

    /// Whether work can be told in the section of a line.
    fn may_hold_work(&self, line: usize) -> bool {
        use SectionKind as S;
        !matches!(
            self.kind_at(line),
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
        let words = self.lines[line].plain.split_whitespace().count();
        words > SENTENCE_WORDS || (self.lines[line].ends_sentence() && words > SENTENCE_WORDS / 2)
    }

    fn dated(&self) -> Vec<Header> {
        let mut headers: Vec<Header> = Vec::new();
        for index in 0..self.lines.len() {
            let free_from = headers.last().map_or(0, |h| h.to + 1);
            if let Some(header) = self.anchor(index, free_from) {
                headers.push(header);
            }
        }
        headers
    }

    /// The header around a line with dates, if the dates anchor one.
    fn anchor(&self, index: usize, free_from: usize) -> Option<Header> {
        let facts = &self.facts[index];
        let line = &self.lines[index];
        let range = *facts.ranges.first()?;
        if !self.may_hold_work(index) || line.quoted {
            return None;
        }
        let before = line.plain[..range.from].trim();
        let after =
            line.plain[range.to..].trim().trim_start_matches(|c: char| matches!(c, ')' | '*' | '_' | '`' | ' '));
        let after = strip_total(after);
        let first_person = line.plain.split(' ').any(|w| w == "I");
        let own_title = !facts.titles.is_empty();
        let leading = before.chars().filter(|c| c.is_alphanumeric()).count() == 0;
        if self.is_sentence(index) && (!leading || range.since) {
            let named = prose_title(&line.plain) != line.plain || facts.titles.iter().any(|t| t.words > 1 || t.capital);
            let prose = own_title && first_person && named;
            // a short header may end in a sentence: "Work, Company, 2019-2021. Did things."
            let headed = own_title
                && !first_person
                && before.len() <= HEADER_LINE
                && !before.contains(". ")
                && after.starts_with('.')
                && facts.titles[0].words_before <= 3;
            if !prose && !headed {
                return None;
            }
        }
        if range.since && !own_title && line.plain.len() > HEADER_LINE / 2 {
            return None;
        }
        if line.look == Look::Bullet
            && !(own_title
                && facts.titles[0].words_before <= 4
                && !self.is_sentence(index)
                && (line.strong || after.len() < HEADER_LINE / 3))
        {
            return None;
        }
        let text_follows = after.starts_with(['.', ':']) || (leading && !range.since && self.is_sentence(index));
        let mut header = Header {
            from: index,
            to: index,
            range: Some(range),
            range_line: index,
            texts: vec![before.to_string()],
            titles: facts.titles.clone(),
            kinds: facts.kinds.clone(),
            prose: first_person && self.is_sentence(index),
            text_follows,
        };
        if text_follows {
            if leading {
                header.titles.clear();
                header.kinds.clear();
            }
        } else {
            header.texts.push(after.to_string());
        }
        if header.prose {
            header.texts = vec![prose_title(&line.plain)];
            return Some(header);
        }
        self.take_above(&mut header, free_from);
        self.take_below(&mut header);
        Some(header)
    }

    /// Takes in the lines above that belong to the header.
    fn take_above(&self, header: &mut Header, free_from: usize) {
        let mut skipped_blank = false;
        for _ in 0..LINES_ABOVE {
            let Some(above) = header.from.checked_sub(1).filter(|a| *a >= free_from) else { return };
            let line = &self.lines[above];
            if line.blank() {
                // one blank line may part the title from its dates, where the dates stand alone
                let alone =
                    header.titles.is_empty() && header.texts.iter().all(|t| t.trim().is_empty()) && !skipped_blank;
                let title_above = above.checked_sub(1).is_some_and(|a| {
                    a >= free_from && !self.facts[a].titles.is_empty() && self.lines[a].look != Look::Bullet
                });
                if !(alone && title_above) {
                    return;
                }
                skipped_blank = true;
                header.from = above;
                continue;
            }
            let header_like = line.look != Look::Bullet
                && line.plain.chars().count() <= HEADER_LINE
                && !self.is_sentence(above)
                && !(line.continues && self.wraps_text(above))
                && self.facts[above].ranges.is_empty()
                && !self.is_heading_of_section(above)
                && self.section_of[above] != 0
                && !line.quoted;
            let titled = !self.facts[above].titles.is_empty();
            let complete = header.is_complete();
            // with title and employer in hand, only a line that is set off can add something
            let wanted = if complete { line.strong && !titled } else { header.titles.is_empty() || !titled };
            // the last line of another entry's text, in a file without blank lines, looks like a header too
            let starts = above == 0
                || self.lines[above - 1].blank()
                || titled
                || line.strong
                || above == free_from
                || self.lines[above - 1].look == Look::Bullet
                || self.is_heading_of_section(above - 1)
                || above.checked_sub(1).is_some_and(|a| !self.facts[a].titles.is_empty());
            if !header_like || !wanted || !starts {
                return;
            }
            header.from = above;
            header.texts.insert(0, line.plain.clone());
            header.titles.extend(self.facts[above].titles.iter().cloned());
            header.kinds.extend(&self.facts[above].kinds);
        }
    }

    /// Whether a line that goes on with the one above belongs to a bullet or a sentence.
    fn wraps_text(&self, line: usize) -> bool {
        let mut first = line;
        while first > 0 && self.lines[first].continues {
            first -= 1;
        }
        self.lines[first].look == Look::Bullet || self.is_sentence(first) || line - first > 1
    }

    /// Takes in the lines below that belong to the header: the title where it is still missing, then the employer.
    fn take_below(&self, header: &mut Header) {
        if header.text_follows {
            return;
        }
        for _ in 0..2 {
            let below = header.to + 1;
            let Some(line) = self.lines.get(below) else { return };
            let usable = !line.blank()
                && line.look != Look::Bullet
                && line.plain.chars().count() <= HEADER_LINE
                && !self.is_sentence(below)
                && !line.ends_sentence()
                && self.facts[below].ranges.is_empty()
                && !self.is_heading_of_section(below)
                && !line.quoted;
            if !usable {
                return;
            }
            let titled = !self.facts[below].titles.is_empty();
            let named = header.texts.iter().any(|t| !t.trim().is_empty());
            let another = self.facts.get(below + 1).is_some_and(|f| !f.ranges.is_empty()) && titled;
            let wanted = if header.titles.is_empty() {
                titled || (!named && below == header.to + 1)
            } else {
                !titled
                    && line.indent <= self.lines[header.range_line].indent
                    && (header.texts.iter().filter(|t| !t.trim().is_empty()).count() < 2 || line.strong)
            };
            if !wanted || another {
                return;
            }
            header.to = below;
            header.texts.push(line.plain.clone());
            header.titles.extend(self.facts[below].titles.iter().cloned());
            header.kinds.extend(&self.facts[below].kinds);
        }
    }

    /// An employer's line with its own dates holds the entries below it; it is no entry itself.
    fn drop_containers(&self, headers: &mut Vec<Header>) {
        let copies = headers.clone();
        headers.retain(|h| {
            let Some(range) = h.range else { return true };
            let holds = copies.iter().any(|other| {
                other.from > h.to
                    && other.from <= h.to + 3
                    && !other.titles.is_empty()
                    && other.range.is_some_and(|r| r.start >= range.start && later_or_equal(range.end, r.end))
            });
            !(h.titles.is_empty() && holds)
        });
    }

    /// Headers without dates: a title, then bullets or text.
    fn undated(&self, dated: &[Header]) -> Vec<Header> {
        let mut found: Vec<Header> = Vec::new();
        let mut index = 0;
        while index < self.lines.len() {
            if let Some(header) = self.undated_at(index, dated) {
                index = header.to;
                found.push(header);
            }
            index += 1;
        }
        found
    }

    fn undated_at(&self, index: usize, dated: &[Header]) -> Option<Header> {
        let line = &self.lines[index];
        let facts = &self.facts[index];
        let taken = dated.iter().any(|h| (h.from..=h.to).contains(&index));
        let title = facts.titles.first()?;
        let in_work = self.kind_at(index) == SectionKind::Experience;
        let after_dated = dated.iter().any(|h| h.from < index && self.section_of[h.from] == self.section_of[index]);
        if taken
            || line.blank()
            || line.look == Look::Bullet
            || line.quoted
            || line.continues
            || self.section_of[index] == 0
            || !self.may_hold_work(index)
            || self.is_heading_of_section(index)
        {
            return None;
        }
        let next = self.lines.get(index + 1);
        let starts = index == 0
            || self.lines[index - 1].blank()
            || line.strong
            || self.is_heading_of_section(index - 1)
            || self.lines[index - 1].look == Look::Bullet
            || (index >= 2
                && (self.lines[index - 2].blank() || self.is_heading_of_section(index - 2))
                && !self.is_sentence(index - 1)
                && self.facts[index - 1].titles.is_empty());
        let bullets = next.is_some_and(|n| {
            n.look == Look::Bullet || n.blank() || n.indent > line.indent || self.is_sentence(index + 1)
        });
        let short = line.plain.chars().count() <= HEADER_LINE && !self.is_sentence(index) && !line.ends_sentence();
        let title_like = title.capital && (title.words_before <= 6 || line.plain.contains([',', '|', '—', '–']));
        // among dated entries a line without dates is a subheading, unless it looks the part
        let allowed =
            if after_dated { in_work && line.strong } else { in_work || next.is_some_and(|n| n.look == Look::Bullet) };
        if !(short && starts && bullets && title_like && allowed) {
            return None;
        }
        let mut header = Header {
            from: index,
            to: index,
            range: None,
            range_line: index,
            texts: vec![line.plain.clone()],
            titles: facts.titles.clone(),
            kinds: facts.kinds.clone(),
            prose: false,
            text_follows: false,
        };
        let above = index - 1;
        if !self.lines[above].blank()
            && self.lines[above].look == Look::Plain
            && !self.is_sentence(above)
            && !self.is_heading_of_section(above)
            && !dated.iter().any(|h| (h.from..=h.to).contains(&above))
        {
            header.from = above;
            header.texts.push(self.lines[above].plain.clone());
            header.kinds.extend(&self.facts[above].kinds);
        }
        Some(header)
    }

    fn finish(&self, headers: Vec<Header>) -> (Vec<Entry>, Vec<Option<usize>>) {
        let mut entries: Vec<Entry> = Vec::new();
        let mut entry_of = vec![None; self.lines.len()];
        let starts: Vec<usize> = headers.iter().map(|h| h.from).collect();
        let mut employer = String::new();
        let mut last_section = usize::MAX;
        for (place, header) in headers.iter().enumerate() {
            let section = &self.sections[self.section_of[header.range_line]];
            if last_section != self.section_of[header.range_line] {
                employer.clear();
                last_section = self.section_of[header.range_line];
            }
            let kind = self.kind_of(header, section.kind);
            let Some(kind) = kind else { continue };
            let Parts { title, employer: own } = split(&header.texts, |segment| self.names_title(header, segment));
            if let Some(above) = self.group_employer(header) {
                employer = above;
            }
            let next = starts.get(place + 1).copied().unwrap_or(usize::MAX);
            let to = section.to.min(next).max(header.to + 1);
            let entry = Entry {
                title,
                employer: if own.is_empty() { employer.clone() } else { own },
                start: header.range.map(|r| r.start),
                end: header.range.map(|r| r.end),
                family: family(&header.titles),
                kind,
                header: (header.from, header.to),
                to,
                text_in_header: header.text_follows || header.prose,
            };
            entry_of[header.from..to].fill(Some(entries.len()));
            entries.push(entry);
        }
        self.give_prose_to_current(&headers, &mut entries, &mut entry_of);
        (entries, entry_of)
    }

    /// In a resume of paragraphs, what follows belongs to the job that goes on, not to the sentence that came last.
    fn give_prose_to_current(&self, headers: &[Header], entries: &mut [Entry], entry_of: &mut [Option<usize>]) {
        if headers.is_empty() || !headers.iter().all(|h| h.prose) {
            return;
        }
        let Some(current) = entries.iter().position(|e| e.end == Some(End::Present)).or(Some(0)) else { return };
        for index in 0..entry_of.len() {
            let own = entries.iter().any(|e| (e.header.0..=e.header.1).contains(&index));
            if entry_of[index].is_some() && !own {
                entry_of[index] = Some(current);
            }
        }
    }

    fn kind_of(&self, header: &Header, section: SectionKind) -> Option<EntryKind> {
        let degree = (header.from..=header.to).any(|l| self.facts[l].degree);
        if header.kinds.contains(&TitleKind::Break) {
            return Some(EntryKind::Break);
        }
        if header.kinds.contains(&TitleKind::Volunteer) || section == SectionKind::Volunteering {
            return Some(EntryKind::Volunteering);
        }
        if header.kinds.contains(&TitleKind::Internship) {
            return Some(EntryKind::Internship);
        }
        if header.kinds.contains(&TitleKind::Study) {
            return Some(EntryKind::Study);
        }
        match section {
            SectionKind::Experience => Some(EntryKind::Work),
            SectionKind::Projects => header.titles.iter().any(|t| t.words > 1).then_some(EntryKind::Work),
            _ if header.titles.is_empty() || degree => None,
            _ => Some(EntryKind::Work),
        }
    }

    /// Whether a segment of the header is its title: it has title words of the header's family.
    fn names_title(&self, header: &Header, segment: &str) -> bool {
        let folded = crate::lexicon::words::fold(segment);
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let joined = format!(" {} ", words.join(" "));
        let family = family(&header.titles);
        header.titles.iter().any(|t| t.family == family && joined.contains(&format!(" {} ", t.text)))
    }

    /// The employer of a group of entries, above the first of them: a line of its own with the total beneath it.
    fn group_employer(&self, header: &Header) -> Option<String> {
        let mut line = header.from.checked_sub(1)?;
        if self.lines[line].blank() {
            line = line.checked_sub(1)?;
        }
        if !is_total(&self.lines[line].plain) {
            return None;
        }
        let above = line.checked_sub(1)?;
        (!self.lines[above].blank() && self.lines[above].look != Look::Bullet).then(|| self.lines[above].plain.clone())
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
            let reaches = o.words_before + o.words > p.words_before + p.words;
            overlap(o, p) && (o.family == Family::Related || (o.family == Family::Other && o.words > 1 && reaches))
        })
    });
    if product {
        return Family::Product;
    }
    if titles.iter().any(|t| t.family == Family::Related) { Family::Related } else { Family::Other }
}

fn later_or_equal(a: End, b: End) -> bool {
    match (a, b) {
        (End::Present, _) => true,
        (End::Month(_), End::Present) => false,
        (End::Month(a), End::Month(b)) => a >= b,
    }
}

/// Takes a total such as "(3 years 6 months)" from the front of a text.
fn strip_total(text: &str) -> &str {
    let inner = text.trim_start_matches(['(', '·', ' ']);
    let end = inner.find(')').unwrap_or(0);
    if end > 0 && is_total(&inner[..end]) { inner[end + 1..].trim() } else { text }
}

/// "6 years 6 months", "1 yr 2 mos": how long, without dates.
fn is_total(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let unit = |w: &str| ["year", "yr", "month", "mo"].iter().any(|u| w.to_lowercase().starts_with(u));
    (2..=4).contains(&words.len())
        && words.chunks(2).all(|c| c.len() == 2 && c[0].chars().all(|d| d.is_ascii_digit()) && unit(c[1]))
}

/// The part of a sentence that names the job: "I have been a Technical Product Manager at Acme, where ..." up to the
/// clause behind it.
fn prose_title(sentence: &str) -> String {
    let from = [
        " been a ",
        " been an ",
        " was a ",
        " was an ",
        " am a ",
        " am an ",
        " as a ",
        " as an ",
        " work as ",
        " been the ",
        " was the ",
    ]
    .iter()
    .filter_map(|m| sentence.find(m).map(|at| at + m.len()))
    .min()
    .unwrap_or(0);
    let rest = &sentence[from..];
    let to = [", where", ", which", " from ", " since ", " until ", ", and", ". "]
        .iter()
        .filter_map(|m| rest.find(m))
        .min()
        .unwrap_or(rest.len());
    rest[..to].to_string()
}
