//! Headers without dates: a title, then bullets or text.

use super::super::lines::Look;
use super::{HEADER_LINE, Header, Reader};
use crate::lexicon::SectionKind;

impl Reader<'_> {
    /// Headers without dates: a title, then bullets or text.
    pub(super) fn undated(&self, dated: &[Header]) -> Vec<Header> {
        let mut taken = vec![false; self.lines.len()];
        dated.iter().for_each(|h| taken[h.from..=h.to].fill(true));
        let mut found: Vec<Header> = Vec::new();
        let mut index = 0;
        while index < self.lines.len() {
            if let Some(header) = self.undated_at(index, dated, &taken) {
                index = header.to;
                found.push(header);
            }
            index += 1;
        }
        found
    }

    fn undated_at(&self, index: usize, dated: &[Header], taken: &[bool]) -> Option<Header> {
        let above = index.checked_sub(1)?;
        let line = &self.lines[index];
        let facts = &self.facts[index];
        let title = facts.titles.first()?;
        let in_work = self.kind_at(index) == SectionKind::Experience;
        let last_dated = dated[..dated.partition_point(|h| h.from < index)].last();
        let after_dated = last_dated.is_some_and(|h| self.section_of[h.from] == self.section_of[index]);
        if taken[index]
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
        let starts = self.lines[above].blank()
            || line.strong
            || self.is_heading_of_section(above)
            || self.lines[above].look == Look::Bullet
            || (index >= 2
                && (self.lines[index - 2].blank() || self.is_heading_of_section(index - 2))
                && !self.is_sentence(above)
                && self.facts[above].titles.is_empty());
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
        if !self.lines[above].blank()
            && self.lines[above].look == Look::Plain
            && !self.is_sentence(above)
            && !self.is_heading_of_section(above)
            && !taken[above]
        {
            header.from = above;
            header.texts.push(self.lines[above].plain.clone());
            header.kinds.extend(self.facts[above].kinds.iter().cloned());
        }
        Some(header)
    }
}
