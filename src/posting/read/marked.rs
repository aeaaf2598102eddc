//! A Word document of ours: its bookmarks say which item is which requirement.
//!
//! The bookmarks move with their words, so what a person moved, removed or wrote into the lists since then counts as it
//! stands: a known heading says whether an item is required, and an item without a bookmark is read by its words.

use super::blocks::blocks;
use super::criteria::{Setting, criteria};
use super::gather::{Gathered, gather};
use super::headings::{Section, heading_section};
use super::structured::named;
use crate::document::{Document, Line, LineKind};
use crate::posting::docx::{PREFERRED_MARK, REQUIRED_MARK};
use crate::role::Importance;

/// What the document asks for, where it has bookmarks of ours.
pub(super) fn marked(document: &Document) -> Option<Gathered> {
    let ours = |name: &str| -> Option<(Importance, String)> {
        let required = name.strip_prefix(REQUIRED_MARK).map(|id| (Importance::Required, id.to_owned()));
        required.or_else(|| name.strip_prefix(PREFERRED_MARK).map(|id| (Importance::Preferred, id.to_owned())))
    };
    let of = |line: &Line| document.marks.iter().filter(|m| m.start == line.start).find_map(|m| ours(&m.name));
    if !document.marks.iter().any(|m| ours(&m.name).is_some()) {
        return None;
    }
    let title = gather(&blocks(document)).title;
    let first = if title.to_lowercase().contains("senior") { "senior" } else { "lead" };
    let mut out = Gathered { title, ..Gathered::default() };
    let mut section = Section::Other;
    for line in &document.lines {
        if line.kind == LineKind::Heading {
            section = heading_section(document.line(line), false).unwrap_or(Section::Other);
        }
        let known = of(line);
        if line.kind != LineKind::Bullet && known.is_none() {
            continue;
        }
        let mut alone = Document::from_text(document.format, document.line(line).to_owned());
        alone.lines.iter_mut().for_each(|l| l.kind = line.kind);
        let text = blocks(&alone).into_iter().next().map(|b| b.text).unwrap_or_default();
        let by_heading = match section {
            Section::Required => Some(Importance::Required),
            Section::Preferred => Some(Importance::Preferred),
            Section::Duties | Section::Other => None,
        };
        match (known, by_heading) {
            (Some((written, id)), heading) => {
                out.requirements.extend(named(&text, &id, heading.unwrap_or(written), first));
            }
            (None, Some(importance)) => {
                let found = criteria(&text, importance, Setting::List);
                out.requirements.extend(found.requirements);
                out.not_scored.extend(found.not_scored);
            }
            (None, None) if section == Section::Duties => out.duties.push(text),
            (None, None) => {}
        }
    }
    Some(out)
}
