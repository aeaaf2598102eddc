//! Headers with dates: a range anchors one, and its title and employer stand on the same line, up to a few lines above
//! or just below, never across a bullet.

use super::super::dates::Range;
use super::super::header::is_total;
use super::super::labels::{
    CLIENTS, EMPLOYERS, is_bare_label, label_of, names_client, names_company, names_employer, names_role, without_label,
};
use super::super::lines::Look;
use super::looks::{dates_in_text, folded, front, reads_as_name};
use super::prose::{has_title, in_own_voice, named_being, prose_title, sentence_at, sentences};
use super::{HEADER_LINE, Header, KindAt, LONGEST_TITLE, Reader};
use crate::lexicon::{SectionKind, TitleKind};

/// Lines of dates one below the other that may belong to the header; more are a table.
const LONGEST_STACK: usize = 100;
/// Words in a title that opens a job even in the middle of text.
const SHORT_TITLE: usize = 6;
/// Words before a second job beside the first: "From 06/2019 additionally Proxy PO".
const ADDED: [&str; 5] = ["additionally ", "also ", "in addition ", "in parallel ", "zusätzlich "];
/// Words that open a range, in front of its first date.
const OPENERS: [&str; 14] =
    ["from", "von", "vom", "de", "du", "dal", "da", "del", "desde", "van", "från", "fra", "od", "between"];
/// Rows of such a table above its dates, and from them on.
pub(super) const FORM_ROWS: usize = 12;
/// Words in the longest label of a form, with the blanks around it.
const LABEL_WORDS: usize = 5;
/// Lines above the dates that may belong to the header.
const LINES_ABOVE: usize = 3;

impl Reader<'_> {
    pub(super) fn dated(&self) -> Vec<Header> {
        let mut headers: Vec<Header> = Vec::new();
        let leads = (self.dates_lead(), self.employers_lead());
        let mut told_to = 0;
        for index in 0..self.lines.len() {
            if index < told_to {
                continue;
            }
            let told = self.told(index);
            if !told.is_empty() {
                told_to = self.paragraph(index).0 + 1;
                headers.extend(told);
                continue;
            }
            let Some(header) = self.anchor(index, headers.last(), leads) else { continue };
            let above = headers.last_mut().filter(|above| self.names_titles_of(above, &header));
            let next = above.map_or(Some(header.clone()), |above| self.give_titles(above, &header));
            headers.extend(next);
        }
        headers
    }

    /// Whether a header is only the line of titles below an employer's dates: "Junior Product Manager, from 01/2015 Product
    /// Manager".
    fn names_titles_of(&self, above: &Header, header: &Header) -> bool {
        let since = header.range.filter(|range| range.since);
        above.titles.is_empty()
            && !above.prose
            && above.range.is_some()
            && header.from == header.range_line
            && (header.from == above.to + 1
                || header.from == above.to + 2 && self.lines[above.to + 1].plain.starts_with('('))
            && since.is_some_and(|range| self.lines[header.from].plain[..range.from].contains(char::is_alphanumeric))
            && !header.titles.is_empty()
    }

    /// Gives such titles to the employer's dates; one of another family behind "from" has those dates from then on.
    fn give_titles(&self, above: &mut Header, header: &Header) -> Option<Header> {
        let (line, since, whole) = (&self.lines[header.from], header.range?, above.range?);
        let before = line.plain[..since.from].split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).count();
        let (first, later): (Vec<_>, Vec<_>) = header.titles.iter().cloned().partition(|t| t.words_before < before);
        let text = line.plain[..since.from].trim_end_matches(|c: char| !c.is_alphanumeric());
        above.texts.push(text.to_string());
        above.titles = first;
        if later.is_empty() || super::family(&later) == super::family(&above.titles) {
            above.to = header.to;
            return None;
        }
        let later_text = line.plain[since.to..].trim_matches(|c: char| !c.is_alphanumeric()).to_string();
        let range = Some(Range { start: since.start.max(whole.start), end: whole.end, ..since });
        Some(Header { range, texts: vec![later_text], titles: later, to: header.from, ..header.clone() })
    }

    /// The header around a line with dates, if the dates anchor one; beside it whether dates, or employers, lead.
    fn anchor(
        &self,
        index: usize,
        last: Option<&Header>,
        (dates_lead, employers_lead): (bool, bool),
    ) -> Option<Header> {
        let free_from = last.map_or(0, |h| h.to + 1);
        let facts = &self.facts[index];
        let line = &self.lines[index];
        let range = *facts.ranges.first()?;
        if !self.may_hold_work(index) || line.quoted {
            return None;
        }
        let before = line.plain[..range.from].trim();
        let after = line.plain[range.to..].trim().trim_start_matches([')', '*', '_', '`', ' ']);
        let after = strip_total(after);
        // "(2010 - 2013, with a break for the care of my father)": what the bracket still says is an aside
        let after = match after.find(')') {
            Some(close) if after.starts_with(',') && opens_bracket(before) => after[close + 1..].trim(),
            _ => after,
        };
        let after = ADDED.iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
        // "[05/2014 - 09/2019]": what holds no word is no text
        let [before, after] = [before, after].map(|t| if t.contains(char::is_alphanumeric) { t } else { "" });
        // between bars the dates are a field of a header, whatever the other fields tell
        let bar = ['|', '·', '•'];
        let stands_alone = self.dates_as_sentence(index, before, after);
        // "Buyer, Oils: found suppliers, and moved the store. (May 2017 - May 2020)"
        let fronted = || facts.titles.iter().any(|t| t.words_before == 0) && before.contains(": ");
        let told_first = line.look == Look::Bullet && before.ends_with('(') && after.is_empty() && fronted();
        let field = before.ends_with(bar) && (after.is_empty() || after.starts_with(bar)) || stands_alone || told_first;
        let sentence = self.is_sentence(index) && !field;
        // "From June 2015 to May 2018: Buyer"
        let before = if !sentence && OPENERS.contains(&before.to_lowercase().as_str()) { "" } else { before };
        let leading = before.chars().filter(|c| c.is_alphanumeric()).count() == 0;
        let told = sentence_at(&line.plain, range.from);
        let spoken = if range.since { &line.plain } else { told };
        let first_person = !field && in_own_voice(spoken) && !(leading && self.heads_speech(index, after));
        if let Some(header) = self.table_row(index, range).or_else(|| self.column_row(index, range)) {
            return Some(header);
        }
        // "(2015 to 2016: moved countries, trained again)" is an aside
        let bracketed = line.plain.starts_with('(') && line.plain.trim_end_matches('.').ends_with(')');
        let aside = after.strip_prefix(':').is_some_and(|text| text.trim_start().starts_with(char::is_lowercase));
        if bracketed && aside && facts.kinds.is_empty() {
            return None;
        }
        let own_title = !facts.titles.is_empty();
        let in_text = line.look == Look::Bullet || self.stands_in_text_of(index, last);
        let opens_text = !leading && self.heads_text(index, before, range, in_text);
        let title_in_front = if leading && !first_person { self.title_in_front(index, after) } else { None };
        if sentence && (!leading || range.since) && title_in_front.is_none() {
            let named = named_being(&format!(" {told}"), |text| has_title(&facts.titles, text)).is_some();
            let prose = own_title && first_person && named;
            // a short header may end in a sentence: "Work, Company, 2019-2021. Did things."
            let headed = own_title
                && !first_person
                && before.len() <= HEADER_LINE
                && !before.contains(". ")
                && after.starts_with('.')
                && facts.titles[0].words_before <= 3;
            if !prose && !headed && !opens_text {
                return None;
            }
        }
        if !first_person
            && dates_in_text(
                &line.plain[..range.from],
                &line.plain[range.from..range.to],
                &line.plain[range.to..],
                own_title,
            )
        {
            return None;
        }
        let within = !leading && line.continues && line.plain.starts_with(char::is_lowercase);
        if within && (!own_title || range.since) {
            return None;
        }
        // "... for the port (1999-2002,\n2007-2008) for various projects": the line goes on with a sentence
        let closes = line.plain[range.to..].starts_with([')', ',', ';']);
        let small = after.trim_start_matches([',', ';', ' ']).starts_with(char::is_lowercase);
        // "gauge books from\n1950 to 1975."
        let opened = || {
            let above = index.checked_sub(1).and_then(|above| self.lines[above].plain.rsplit(' ').next());
            above.is_some_and(|word| OPENERS.contains(&word))
        };
        // "projects: portal (2020 – 2021); shop (Mar 2022 –\nJan 2023); till (Feb 2023 – May 2024)."
        let enclosed = index > 0 && opens_bracket(&self.lines[index - 1].plain) && closes_bracket(&line.plain);
        if !own_title && line.continues && (leading && (closes && small || opened()) || enclosed) {
            return None;
        }
        let name = after.trim_start_matches(|c: char| !c.is_alphanumeric());
        let named_behind = leading && name.starts_with(char::is_uppercase);
        // "No lost-time injury on my crew since 2022."
        let text = line.plain.len() > HEADER_LINE / 2 || line.ends_sentence() && !reads_as_name(before);
        if range.since && !own_title && !named_behind && text {
            return None;
        }
        // "Guiding one product manager since 2023."
        let goes_on = before.ends_with(|c: char| c.is_alphanumeric() || c == ')');
        let in_passing = goes_on && facts.titles.iter().all(|t| t.words_before > 0);
        if range.since && line.look == Look::Bullet && own_title && in_passing {
            return None;
        }
        if in_text
            && !opens_text
            && !(stands_alone && line.look == Look::Bullet)
            && !(after.starts_with('.')
                && line.look == Look::Bullet
                && self.names_title_of(index, before.trim_end_matches(',')))
            && !(line.look == Look::Bullet && leading && self.names_first(index, after).is_some())
            && !(line.look != Look::Bullet && self.named_above(index))
            && !(own_title && !sentence && after.is_empty() && self.is_listed(index, last))
            && !(after.is_empty() && before.len() <= HEADER_LINE / 2 && self.holds_next(index, range))
            && !(own_title
                && facts.titles[0].words_before <= 4
                && !sentence
                && (line.strong || after.len() < HEADER_LINE / 3))
        {
            return None;
        }
        let text_follows = after.starts_with('.') || opens_text || (leading && !range.since && sentence);
        let mut header = Header {
            from: index,
            to: index,
            range: Some(range),
            range_line: index,
            texts: if stands_alone { parts_of(before) } else { vec![before.to_string()] },
            titles: facts.titles.clone(),
            kinds: facts.kinds.clone(),
            prose: first_person && sentence && !opens_text,
            text_follows,
        };
        if text_follows {
            // title words in the text behind are not the job's
            let named = title_in_front.clone().unwrap_or_else(|| format!("{before} {}", front(after)));
            let named = folded(&named);
            let in_front = |text: &str| {
                !leading && !opens_text
                    || (opens_text || title_in_front.is_some()) && named.contains(&format!(" {text} "))
            };
            header.titles.retain(|t| in_front(&t.text));
            let begins = folded(after);
            header.kinds.retain(|k| in_front(&k.text) || begins.starts_with(&format!(" {} ", k.text)));
            if let Some(title) = title_in_front {
                header.texts = vec![title];
                return Some(header);
            }
            if opens_text {
                header.texts.push(front(after));
            }
        } else {
            header.texts.push(after.to_string());
        }
        if header.prose {
            header.texts = vec![prose_title(&line.plain)];
            return Some(header);
        }
        while header.to - index < LONGEST_STACK && self.facts.get(header.to + 1).is_some_and(|f| f.rest_of_range) {
            header.to += 1;
        }
        let title_below = dates_lead
            && self.dates_alone(index)
            && (self.may_name_job(header.to + 1, index)
                || self.lines.get(header.to + 1).is_some_and(|l| l.blank())
                    && self.may_name_job(header.to + 2, index)
                    && (!self.facts[header.to + 2].titles.is_empty()
                        || !self.facts[header.to + 2].kinds.is_empty()
                        || self.lines[header.to + 2].look == Look::Heading));
        // "On leave without pay 01/2023 - 06/2023" names no job near it
        let one = facts.ranges.len() == 1;
        let tells = |k: &KindAt| {
            let phrase = format!(" {} ", k.text);
            folded(before).contains(&phrase) || one && folded(after).starts_with(&phrase)
        };
        if !own_title && facts.kinds.iter().any(|k| k.kind == TitleKind::Break && tells(k)) {
            return Some(header);
        }
        let title_follows = employers_lead
            && self.leads_with_employer(index)
            && self.may_name_job(index + 1, index)
            && !self.facts[index + 1].titles.is_empty();
        if !title_below && !title_follows {
            self.take_above(&mut header, free_from);
        }
        // below a break that is named above its dates the next employer stands
        if header.from == index || !self.is_break_alone(header.from) {
            self.take_below(&mut header, title_below || title_follows);
        }
        self.take_employer_row(&mut header);
        if title_below && !header.titles.is_empty() && !header.is_complete() {
            self.take_employer_above(&mut header, free_from);
        }
        Some(header)
    }

    /// Whether a bullet stands in a list of jobs right below the heading of a section, and no text of any: "1. Acme Pvt Ltd,
    /// Pune - Lead Analyst - July 2021 to date".
    fn is_listed(&self, index: usize, last: Option<&Header>) -> bool {
        let section = self.section_of[index];
        let first = self.sections[section].from + 1;
        let above = last.filter(|last| self.section_of[last.range_line] == section).map_or(first, |last| last.to + 1);
        self.lines[index].look == Look::Bullet
            && self.kind_at(index) == SectionKind::Experience
            && (above..index).all(|line| self.lines[line].blank())
            && last.is_none_or(|last| above == first || self.lines[last.range_line].look == Look::Bullet)
    }

    /// Whether a title close below has dates within these, as in a numbered list of employers.
    fn holds_next(&self, index: usize, range: Range) -> bool {
        let below = (index + 1..self.lines.len()).take(LINES_ABOVE).take_while(|l| self.lines[*l].look == Look::Plain);
        let mut dated =
            below.filter(|l| !self.facts[*l].titles.is_empty()).filter_map(|l| self.facts[l].ranges.first());
        dated.any(|r| !r.since && range.holds(r))
    }

    /// Whether a title opens what follows leading dates, and only the sentences behind it are somebody's own words:
    /// "2019-present. Buyer, Acme. I order spices."
    pub(super) fn heads_speech(&self, index: usize, after: &str) -> bool {
        let after = after.trim_start_matches(|c: char| !c.is_alphanumeric());
        let front = after.split(". ").next().unwrap_or_default();
        !in_own_voice(front) && self.names_first(index, front).is_some()
    }

    /// Whether the dates are a sentence of their own behind names: "Buyer. Harbour Foods, Leeds. June 2019 - today.";
    /// with a comma before them there must be two: "Coweta Schools. Teacher, 2013 - 2019.", or a title before names: "Buyer,
    /// Harbour Foods, Leeds, June 2019 to date."
    fn dates_as_sentence(&self, index: usize, before: &str, after: &str) -> bool {
        let names = |part: &str| part.trim().starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let parts = parts_of(before);
        let ends = |text: &str| !text.contains(char::is_alphanumeric);
        if before.ends_with(',') && parts.len() == 1 && before.chars().count() <= HEADER_LINE && ends(after) {
            let mut fields = before.split(',').map(str::trim).filter(|field| !ends(field));
            let titled = fields.next().is_some_and(|first| self.names_title_of(index, first));
            return titled && fields.all(reads_as_name);
        }
        (before.ends_with('.') || before.ends_with(',') && parts.len() > 1)
            && (after.is_empty() || after.starts_with('.'))
            && before.chars().count() <= HEADER_LINE
            && parts.iter().all(|part| names(part))
            && parts.iter().any(|part| self.names_title_of(index, part))
    }

    /// Whether a header opens the line, whoever speaks behind it: "Clerk 01/2016 to 03/2018 Acme, Leeds I filed".
    pub(super) fn heads_text(&self, index: usize, before: &str, range: Range, in_text: bool) -> bool {
        !range.since && !in_own_voice(before) && self.opens_text(index, before, in_text)
    }

    /// Whether the job is named before the dates of a line of text: "Sales Associate 01/2016 to 03/2018 Acme, Leeds Sold
    /// shoes to ...". Further in, only a short title right before its dates opens a job.
    fn opens_text(&self, index: usize, before: &str, in_text: bool) -> bool {
        let short = before.split_whitespace().count() <= SHORT_TITLE
            && self.facts[index].titles.iter().any(|t| folded(before).ends_with(&format!(" {} ", t.text)));
        self.is_sentence(index)
            && self.lines[index].look != Look::Bullet
            && self.names_title_of(index, before)
            && if in_text { short } else { self.kind_at(index) == SectionKind::Experience }
    }

    /// The names at the front of the text behind leading dates, where they have a title.
    fn title_in_front(&self, index: usize, after: &str) -> Option<String> {
        if !self.is_sentence(index) && !after.starts_with('.') {
            return None;
        }
        let front = front(after);
        if self.names_title_of(index, &front) { Some(front) } else { self.names_first(index, after) }
    }

    /// What stands before the first comma or stop behind leading dates, where it is a title: "Doctoral researcher" of
    /// "2015 – 2019: Doctoral researcher, health informatics, Lund. Four papers." A place may follow it.
    fn names_first(&self, index: usize, after: &str) -> Option<String> {
        let after = after.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut parts = after.split([',', ';', '(', '|', ':']).flat_map(|part| part.split(". "));
        let first = parts.next()?.trim();
        let short = first.split_whitespace().count() <= LONGEST_TITLE;
        // "Proxy PO for the online booking of services"
        let first = if reads_as_name(first) { first } else { first.split(" for ").next().unwrap_or(first) };
        (short && self.names_title_of(index, first)).then(|| {
            let place = parts.next().map(str::trim).filter(|p| reads_as_name(p)).map(|p| format!(", {p}"));
            format!("{first}{}", place.unwrap_or_default())
        })
    }

    /// Whether a part of a line is a name that has title words of the line.
    fn names_title_of(&self, index: usize, text: &str) -> bool {
        let folded = folded(text);
        reads_as_name(text) && self.facts[index].titles.iter().any(|t| folded.contains(&format!(" {} ", t.text)))
    }

    /// Whether a line stands further in than the last header of its section, as that job's text does.
    fn stands_in_text_of(&self, line: usize, last: Option<&Header>) -> bool {
        last.is_some_and(|h| {
            self.section_of[h.range_line] == self.section_of[line]
                && self.stands_in_text(line, self.lines[h.range_line].indent)
        })
    }

    /// Takes in the lines above that belong to the header.
    fn take_above(&self, header: &mut Header, free_from: usize) {
        if self.dates_open_form(header.range_line) {
            return;
        }
        let mut skipped_blank = false;
        let mut left = LINES_ABOVE;
        while left > 0 {
            let Some(above) = header.from.checked_sub(1).filter(|a| *a >= free_from) else { return };
            let line = &self.lines[above];
            // a form's label, or its colon, in a cell of its own; a row of something else
            let formed = is_bare_label(&line.plain) || self.is_other_row(above, header.range_line);
            if formed && !self.is_heading_of_section(above) {
                header.from = above;
                continue;
            }
            if line.blank() {
                let Some(top) = self.above_gap(header, free_from, skipped_blank) else { return };
                skipped_blank = true;
                header.from = top + 1;
                continue;
            }
            let labelled = without_label(&line.plain).len() < line.plain.len();
            // a form has as many rows as it likes
            left -= usize::from(!labelled);
            let header_like = (line.look != Look::Bullet || labelled)
                && line.plain.chars().count() <= HEADER_LINE
                && !self.is_sentence(above)
                && !(line.continues && self.wraps_text(above))
                && self.facts[above].ranges.is_empty()
                && !self.facts[above].rest_of_range
                && !self.is_heading_of_section(above)
                && self.may_hold_work(above)
                && (self.section_of[above] != 0 || self.opens_with_title(above))
                && !line.quoted
                && (labelled || !self.is_text_above(above, header.range_line, free_from));
            let titled = !self.facts[above].titles.is_empty();
            let complete = header.is_complete();
            // with title and employer in hand, only a line that is set off can add something
            let wanted = if complete { line.strong && !titled } else { header.titles.is_empty() || !titled };
            // "On-the-Job Trainee" above "District Engineer's Office"
            let told =
                |k: &KindAt| k.kind == TitleKind::Internship && line.plain.split_whitespace().count() <= SHORT_TITLE;
            let wanted = wanted || header.kinds.is_empty() && self.facts[above].kinds.iter().any(told);
            // "Employer: Acme" above "Title: Product Manager, Prepaid"
            let wanted = wanted || names_employer(&line.plain) || names_client(&line.plain);
            // "Product Manager," / "Developer Platform"
            let wanted = wanted || titled && line.plain.ends_with(',') && !self.facts[header.from].titles.is_empty();
            // the last line of another entry's text, in a file without blank lines, looks like a header too
            let starts = above == 0
                || self.lines[above - 1].blank()
                || is_bare_label(&self.lines[above - 1].plain)
                || titled
                || !self.facts[above].kinds.is_empty()
                || line.strong
                || above == free_from
                || self.lines[above - 1].look == Look::Bullet
                || self.is_heading_of_section(above - 1)
                || self.title_tops(above)
                || labelled
                || above
                    .checked_sub(1)
                    .is_some_and(|a| !self.facts[a].titles.is_empty() || !self.facts[a].kinds.is_empty());
            if !header_like || !wanted || !starts {
                return;
            }
            header.from = above;
            header.texts.insert(0, line.plain.clone());
            header.titles.extend(self.facts[above].titles.iter().cloned());
            header.kinds.extend(self.facts[above].kinds.iter().cloned());
        }
    }

    /// Whether a block of names begins with a title close above a line: title, employer, place, one below the other.
    fn title_tops(&self, line: usize) -> bool {
        let names = |l: &usize| self.lines[*l].look == Look::Plain && reads_as_name(&self.lines[*l].plain);
        let top = (0..=line).rev().take(LINES_ABOVE).take_while(names).last();
        let opens = |top: &usize| *top == 0 || self.lines[*top - 1].blank() || self.is_heading_of_section(*top - 1);
        top.filter(opens).is_some_and(|top| !self.facts[top].titles.is_empty())
    }

    /// Whether a line begins with a title, as no contact line does.
    fn opens_with_title(&self, line: usize) -> bool {
        self.facts[line].titles.iter().any(|t| t.words_before == 0 && t.capital)
    }

    /// Whether the line below dates can name their job.
    fn may_name_job(&self, below: usize, dates: usize) -> bool {
        self.lines.get(below).is_some_and(|line| {
            !line.blank()
                && line.look != Look::Bullet
                && (line.indent <= self.lines[dates].indent || !self.facts[below].titles.is_empty())
                && self.facts[below].ranges.is_empty()
                && !self.is_heading_of_section(below)
        })
    }

    /// The line with the label of a title close below dates, behind lines with labels of other things: "Client: a bank",
    /// "Role: Product Owner".
    fn role_below(&self, dates: usize) -> Option<usize> {
        let near = dates + 2..=dates + LINES_ABOVE;
        let is_role = |l: &usize| {
            let named = !self.facts[*l].titles.is_empty() || !self.facts[*l].kinds.is_empty();
            names_role(&self.lines[*l].plain) && named && self.facts[*l].ranges.is_empty()
        };
        let of_form = |l: usize| {
            let line = &self.lines[l];
            !line.blank()
                && line.look != Look::Bullet
                && (label_of(&line.plain).is_some_and(|l| l.split(' ').count() <= LABEL_WORDS)
                    || without_label(&line.plain).len() < line.plain.len())
        };
        near.take_while(|l| *l < self.lines.len() && (dates + 1..*l).all(of_form)).find(is_role)
    }

    /// Takes in the lines below that belong to the header: the title where it is still missing, then the employer.
    fn take_below(&self, header: &mut Header, title_below: bool) {
        if header.text_follows {
            return;
        }
        self.step_over_blank(header, title_below);
        if header.titles.is_empty()
            && let Some(role) = self.role_below(header.to)
        {
            let rows = header.to + 1..role;
            header.to = role;
            header.texts.insert(0, without_label(&self.lines[role].plain).to_string());
            header.texts.extend(rows.map(|l| &self.lines[l].plain).filter(|row| names_employer(row)).cloned());
            header.titles.extend(self.facts[role].titles.iter().cloned());
            header.kinds.extend(self.facts[role].kinds.iter().cloned());
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
            if !usable && self.names_job_of_text(header, below) {
                header.to = below;
                continue;
            }
            if !usable {
                self.take_title_of_text(header, below);
                return;
            }
            let titled = !self.facts[below].titles.is_empty() && !self.tells_for_whom(below);
            let named = header.texts.iter().any(|t| !without_label(t).trim().is_empty());
            // the line above the next dates names the next job, or the break
            let names = titled || !self.facts[below].kinds.is_empty();
            // "INTERNSHIP  TOWN HALL" names the job that has no other title
            let shown = folded(without_label(&line.plain));
            let begins = |k: &KindAt| shown.starts_with(&format!(" {} ", k.text));
            // "Club of Hamburg (voluntary)"
            let unpaid = |k: &KindAt| k.kind == TitleKind::Volunteer && line.plain.ends_with(')');
            let opens_kind =
                header.kinds.is_empty() && self.facts[below].kinds.iter().any(|kind| begins(kind) || unpaid(kind));
            // dates within those of an employer are the title's own, whatever stands below other dates
            let inner =
                |r: &Range| header.range.is_some_and(|whole| whole.holds(r)) && self.lines[below + 1].is_dates();
            let next = self.facts.get(below + 1).and_then(|f| f.ranges.first());
            let another = next.is_some_and(|range| !title_below || inner(range)) && names;
            let of_employer = label_of(&line.plain)
                .is_some_and(|label| EMPLOYERS.contains(&label.as_str()) || CLIENTS.contains(&label.as_str()));
            let role = names_role(&line.plain);
            let wanted = if header.titles.is_empty() {
                titled || role || opens_kind || below == header.to + 1 && (!named || names_company(&line.plain))
            } else {
                !titled
                    && line.indent <= self.lines[header.range_line].indent
                    && (of_employer || header.texts.iter().filter(|t| !t.trim().is_empty()).count() < 2 || line.strong)
            };
            if !wanted || another {
                return;
            }
            header.to = below;
            header.texts.push(line.plain.clone());
            // "Employer: Hill Contractors" over "Position held: Site Engineer"
            let role_below = self.lines.get(below + 1).is_some_and(|next| names_role(&next.plain));
            if !of_employer || !role_below {
                header.titles.extend(self.facts[below].titles.iter().cloned());
            }
            header.kinds.extend(self.facts[below].kinds.iter().cloned());
        }
    }
}

/// The names that stand as sentences before dates: "Harbour Foods, Leeds. Buyer."
fn parts_of(before: &str) -> Vec<String> {
    sentences(before).into_iter().map(|(_, part)| part.trim().trim_end_matches(['.', ',']).to_owned()).collect()
}

/// Whether a bracket is left open at the end of a text.
fn opens_bracket(text: &str) -> bool {
    text.rfind('(').is_some_and(|at| !text[at..].contains(')'))
}

/// Whether a bracket is closed that a text did not open.
fn closes_bracket(text: &str) -> bool {
    text.find(')').is_some_and(|at| !text[..at].contains('('))
}

/// Takes a total such as "(3 years 6 months)" from the front of a text.
fn strip_total(text: &str) -> &str {
    let inner = text.trim_start_matches(['(', '·', ' ']);
    // "Dec 2021 – Mar 2024 · 2 yrs 4 mos"
    if is_total(inner) {
        return "";
    }
    let end = inner.find(')').unwrap_or(0);
    if end > 0 && is_total(&inner[..end]) { inner[end + 1..].trim() } else { text }
}
