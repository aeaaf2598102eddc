//! Jobs in tables and forms: a row of cells, a table of labels and values, rows of a form around its dates.

use super::super::dates::{self, Range};
use super::super::labels::ROLES;
use super::super::labels::{CLIENTS, EMPLOYERS};
use super::super::labels::{is_answer, names_employer, names_role, without_label};
use super::super::lines::is_labelled;
use super::anchor::FORM_ROWS;
use super::looks::{folded, opening};
use super::prose::has_title;
use super::{HEADER_LINE, Header, Reader};

impl Reader<'_> {
    /// Whether a row of a form, above its dates, tells neither title nor employer: "Current Job: No", "Job Function: Sales".
    pub(super) fn is_other_row(&self, row: usize, dates: usize) -> bool {
        let plain = &self.lines[row].plain;
        let known = |plain: &str| without_label(plain).len() < plain.len();
        let dates = &self.lines[dates].plain;
        is_answer(plain) || (is_labelled(dates) || known(dates)) && is_labelled(plain) && !known(plain)
    }

    /// Whether the rows about each job begin with its dates: nothing stands between the heading and the first of them.
    pub(super) fn dates_open_form(&self, dates: usize) -> bool {
        let plain = |line: usize| &self.lines[line].plain;
        let labelled = |line: &usize| without_label(plain(*line)).len() < plain(*line).len();
        if !labelled(&dates) {
            return false;
        }
        let section = &self.sections[self.section_of[dates]];
        let first = (section.from..=dates).find(|line| labelled(line) && !self.facts[*line].ranges.is_empty());
        let above = first.and_then(|first| first.checked_sub(1));
        above.is_some_and(|line| self.lines[line].blank() || self.is_heading_of_section(line))
    }

    /// Takes in the row of a form that names the employer, behind rows of other things: "Main activities: ...".
    pub(super) fn take_employer_row(&self, header: &mut Header) {
        let named = header.texts.iter().any(|text| names_employer(text));
        if named || !(header.from..=header.to).any(|l| names_role(&self.lines[l].plain)) {
            return;
        }
        let of_job = |l: &usize| self.facts[*l].ranges.is_empty() && !names_role(&self.lines[*l].plain);
        let mut rows = (header.to + 1..self.lines.len()).take(FORM_ROWS).take_while(of_job);
        let row = rows.find(|l| names_employer(&self.lines[*l].plain));
        header.texts.extend(row.map(|l| self.lines[l].plain.clone()));
    }

    /// A row of a table: its short cells are the header, its long ones the text.
    pub(super) fn table_row(&self, index: usize, range: Range) -> Option<Header> {
        let plain = &self.lines[index].plain;
        let cells: Vec<&str> =
            plain.trim_matches(['|', ' ']).split('|').map(str::trim).filter(|c| !c.is_empty()).collect();
        let is_row = plain.starts_with('|') && plain.ends_with('|') && cells.len() > 1;
        let written = plain[range.from..range.to].trim();
        let is_date = |cell: &&&str| dates::is_date_alone(cell) || !cell.contains(char::is_alphabetic);
        if is_row
            && let [label, date] = cells[..]
            && without_label(label).is_empty()
            && date.trim_end_matches('.') == written.trim_end_matches('.')
        {
            return self.form_table(index, range);
        }
        let titled = |text: &&str| has_title(&self.facts[index].titles, &folded(text));
        let long = |cell: &str| cell.chars().count() > HEADER_LINE;
        let head = |cell: &&&str| !is_date(cell);
        let head = cells.iter().filter(head).filter_map(|c| if long(c) { opening(c).filter(titled) } else { Some(*c) });
        let header: Vec<String> = head.map(|c| c.replace(written, " ")).collect();
        if !is_row || header.is_empty() {
            return None;
        }
        let folded = folded(&header.join(" "));
        let named = |text: &str| folded.contains(&format!(" {text} "));
        let titles = self.facts[index].titles.iter().filter(|t| named(&t.text));
        Some(Header {
            from: index,
            to: index,
            range: Some(range),
            range_line: index,
            titles: titles.cloned().collect(),
            texts: header,
            kinds: self.facts[index].kinds.iter().filter(|k| named(&k.text)).cloned().collect(),
            prose: false,
            text_follows: cells.iter().any(|c| long(c)),
        })
    }

    /// A row of a table whose first row names the columns: "Dates  Position  Employer  Duties". A cell of several paragraphs
    /// ends its line, and the next column begins below it.
    pub(super) fn column_row(&self, index: usize, range: Range) -> Option<Header> {
        let cells = |l: usize| self.lines[l].plain.split("  ").map(str::trim).collect::<Vec<_>>();
        let section = &self.sections[self.section_of[index]];
        let head = (section.from + usize::from(section.heading.is_some())..index).find(|l| !self.lines[*l].blank())?;
        if self.lines[head].plain.len() > HEADER_LINE {
            return None;
        }
        let head: Vec<String> = cells(head).into_iter().map(|cell| folded(cell).trim().to_owned()).collect();
        // "Post held and main duties"
        let first = |cell: &str| cell.split(" and ").next().unwrap_or_default().trim().to_owned();
        let column = |labels: &[&str]| head.iter().position(|cell| labels.contains(&first(cell).as_str()));
        let (role, employer) = (column(&ROLES)?, column(&EMPLOYERS)?);
        let (row, written) = (cells(index), self.lines[index].plain.get(range.from..range.to)?.trim());
        if !row.first().is_some_and(|first| first.contains(written)) || row.len() <= role.min(employer) {
            return None;
        }
        let missing = role.max(employer) == row.len();
        let below = (index + 1..self.lines.len()).find(|l| !self.lines[*l].blank()).filter(|_| missing);
        let cell = |at: usize| match row.get(at) {
            Some(cell) => Some((index, cell.to_string())),
            None => below.map(|l| (l, self.lines[l].plain.clone())),
        };
        let (role, employer) = (cell(role)?, cell(employer)?);
        let words = folded(&role.1);
        let named = |text: &str| words.contains(&format!(" {text} "));
        let facts = &self.facts[role.0];
        Some(Header {
            from: index,
            to: role.0.max(employer.0),
            range: Some(range),
            range_line: index,
            titles: facts.titles.iter().filter(|t| named(&t.text)).cloned().collect(),
            kinds: facts.kinds.iter().filter(|k| named(&k.text)).cloned().collect(),
            // as the rows of a form say it
            texts: vec![format!("position: {}", role.1), format!("employer: {}", employer.1)],
            prose: false,
            text_follows: true,
        })
    }

    /// A table of labels and values around its row of dates: "| Client | A bank |", "| Duration | 2019 - 2021 |", "| Role | Buyer |".
    fn form_table(&self, dates: usize, range: Range) -> Option<Header> {
        let cells = |l: usize| {
            let plain = &self.lines.get(l)?.plain;
            let inner = plain.strip_prefix('|')?.strip_suffix('|')?;
            inner.split_once('|').map(|(label, value)| (folded(label), value.trim()))
        };
        let rows = |l: &usize| cells(*l).is_some();
        let from = (0..dates).rev().take(FORM_ROWS).take_while(rows).last().unwrap_or(dates);
        let to = (dates..self.lines.len()).take(FORM_ROWS).take_while(rows).last().unwrap_or(dates);
        let valued = |labels: &[&str]| {
            (from..=to)
                .find_map(|l| cells(l).filter(|(label, _)| labels.contains(&label.trim())).map(|(_, value)| (l, value)))
        };
        let role = valued(&ROLES).filter(|(l, _)| !self.facts[*l].titles.is_empty());
        let employer = valued(&EMPLOYERS).or_else(|| valued(&CLIENTS));
        let texts = [role, employer].into_iter().flatten().map(|(_, value)| value.to_string()).collect();
        Some(Header {
            from,
            to,
            range: Some(range),
            range_line: dates,
            texts,
            titles: role.map(|(l, _)| self.facts[l].titles.clone()).unwrap_or_default(),
            kinds: role.map(|(l, _)| self.facts[l].kinds.clone()).unwrap_or_default(),
            prose: false,
            text_follows: false,
        })
    }
}
