//! The words that prove something, exactly as they stand in the document.

use super::Evidence;
use crate::document::Document;
use crate::lexicon::words::Pause;
use crate::resume::Resume;

/// Longest quote, in words; a longer sentence is cut around what it proves.
const WORDS: usize = 40;
/// Words kept before what a cut quote proves.
const BEFORE: usize = 12;

/// The sentence around words `first..last`.
pub(super) fn sentence(document: &Document, resume: &Resume, first: usize, last: usize) -> Evidence {
    let words = &resume.words.list;
    let mut from = first;
    // one word more than a quote has tells that the sentence is too long
    while from > 0 && first - from <= WORDS && words[from].pause < Pause::Sentence {
        from -= 1;
    }
    let mut to = last;
    while to < words.len() && to - last <= WORDS && words[to].pause < Pause::Sentence {
        to += 1;
    }
    if to - from > WORDS {
        from = from.max(first.saturating_sub(BEFORE));
        to = to.min((from + WORDS).max(last));
    }
    let start = words[from].start as usize;
    span(document, resume, start, closed(&document.text, start, words[to - 1].end as usize))
}

/// The end of a quote with what belongs to its last word: the sign behind a number, the bracket that stands open.
fn closed(text: &str, start: usize, end: usize) -> usize {
    let open = |at: usize| text[start..at].matches('(').count() > text[start..at].matches(')').count();
    text[end..]
        .chars()
        .take_while(|c| matches!(c, '%' | '+' | '€' | '$' | ')'))
        .fold(end, |at, c| if c == ')' && !open(at) { at } else { at + c.len_utf8() })
}

/// Whole lines, the first of a longer run.
pub(super) fn lines(document: &Document, resume: &Resume, from: usize, to: usize) -> Evidence {
    const LINES: usize = 3;
    let last = to.min(from + LINES);
    span(document, resume, document.lines[from].start, document.lines[last].end)
}

/// One line.
pub(super) fn line(document: &Document, resume: &Resume, line: usize) -> Evidence {
    let at = &document.lines[line];
    let raw = document.line(at);
    let lead = raw.len() - raw.trim_start().len();
    span(document, resume, at.start + lead, at.start + raw.trim_end().len())
}

fn span(document: &Document, resume: &Resume, start: usize, end: usize) -> Evidence {
    let line = document.lines.partition_point(|l| l.end < start).min(document.lines.len().saturating_sub(1));
    let section = &resume.sections[resume.section_of[line]];
    let work = |e: usize| super::years::is_work(&resume.entries[e]).then(|| super::years::tenure_index(resume, e));
    Evidence {
        quote: document.text[start..end].to_string(),
        page: document.lines[line].page,
        line: line + 1,
        start,
        end,
        section: section.heading.clone().unwrap_or_default(),
        entry: resume.entry_of[line].and_then(work),
    }
}
