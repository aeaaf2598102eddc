//! A scorecard for the terminal: the verdict first, then each requirement with its proof, then what would close the gaps.
//!
//! The right column shows weight x credit, so that the sum at the end can be redone by hand. Whether to colour, and
//! how wide the terminal is, the caller knows.

use crate::report::escape;
use crate::report::sum;
use crate::report::words::{self, Tone};
use crate::role::Importance;
use crate::score::{RequirementResult, Scorecard, Verdict};
use unicode_width::UnicodeWidthStr as _;

/// What the caller knows of the terminal.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Columns.
    pub width: usize,
    /// Whether colour may be used.
    pub color: bool,
}

/// Rows narrower than this cannot hold a verdict and a requirement.
const NARROWEST: usize = 40;
/// Rows wider than this are hard to read.
const WIDEST: usize = 110;
/// Columns before a requirement's text: two spaces, the symbol, the word.
const INDENT: usize = 13;
/// Columns of "3 x 100" with a space before it.
const CREDIT: usize = 9;
/// Quotes shown for one flag; the JSON has them all.
const QUOTES: usize = 2;

/// One scorecard as lines of text.
pub fn render(card: &Scorecard, screen: Screen) -> String {
    let mut page = Page { out: String::new(), width: screen.width.clamp(NARROWEST, WIDEST), color: screen.color };
    head(&mut page, card);
    for importance in [Importance::Required, Importance::Preferred] {
        requirements(&mut page, card, importance);
    }
    gaps(&mut page, card);
    work(&mut page, card);
    learning(&mut page, card);
    flags(&mut page, card);
    arithmetic(&mut page, card);
    page.out
}

fn head(page: &mut Page, card: &Scorecard) {
    let (tone, judgement) = words::judgement(card);
    let score = card.score.map_or("no score".into(), |score| format!("{score} of 100"));
    page.block("", &format!("{}: {score}, {judgement}", words::role_title(card)), Paint::Strong(tone));
    let mut about = vec![words::file_name(card).to_owned()];
    about.extend(words::candidate(card).map(str::to_owned));
    about.push(format!("as of {}", card.as_of));
    page.block("", &about.join(", "), Paint::Plain);
    let mut counts = words::tally_line(card);
    if let Some(interval) = words::interval(card) {
        counts = format!("{counts}; {interval}");
    }
    page.block("", &counts, Paint::Plain);
    if !card.flags.is_empty() {
        let ids = card.flags.iter().map(|flag| flag.id.as_str()).collect::<Vec<_>>().join(", ");
        page.block("", &format!("look at the flags first: {ids}"), Paint::Tone(Tone::Middling));
    }
}

fn requirements(page: &mut Page, card: &Scorecard, importance: Importance) {
    let rows = card.results.iter().filter(|row| row.importance == importance).collect::<Vec<_>>();
    if rows.is_empty() {
        return;
    }
    page.heading(words::importance(importance), Some("weight x credit"));
    for row in rows {
        requirement(page, row);
        proof(page, card, row);
    }
}

fn requirement(page: &mut Page, row: &RequirementResult) {
    let mark = format!("  {} {:<9}", words::symbol(row.result), words::verdict(row.result));
    let credit = format!("{} x {}", row.weight, row.credit);
    let lines = page.wrap(&words::one_line(&row.text), page.width - INDENT - CREDIT);
    for (index, line) in lines.iter().enumerate() {
        if index == 0 {
            let room = page.width.saturating_sub(INDENT + line.width());
            let mark = page.paint(&mark, Paint::Tone(tone(row.result)));
            page.out.push_str(&format!("{mark}{line}{credit:>room$}\n"));
        } else {
            page.out.push_str(&format!("{}{line}\n", " ".repeat(INDENT)));
        }
    }
}

/// The strongest quote and where it stands; how many more there are.
fn proof(page: &mut Page, card: &Scorecard, row: &RequirementResult) {
    let Some(strongest) = row.evidence.first() else { return };
    let more = match row.evidence.len() {
        1 => String::new(),
        n => format!("; and {} more", n - 1),
    };
    let (quote, place) = (words::quote(&strongest.quote), words::place(card, strongest));
    page.block(&" ".repeat(INDENT), &format!("\"{quote}\" ({place}{more})"), Paint::Faint);
}

fn gaps(page: &mut Page, card: &Scorecard) {
    let rows = words::gaps(card);
    if rows.is_empty() {
        return;
    }
    page.heading("What would raise the score", None);
    for row in rows {
        let gain = format!("  +{:<2} ", row.gain);
        page.block(&gain, &words::gap(row), Paint::Plain);
    }
}

fn work(page: &mut Page, card: &Scorecard) {
    page.heading(&format!("Work: {}", words::tenure(card)), None);
    for entry in &card.tenure.entries {
        let months = entry.months.map_or("-".into(), words::short_duration);
        let lead = format!("  {:<19}{months:>8}  ", words::dates(entry));
        let plain = entry.family == "product" && entry.leave.is_none();
        let family = if plain { String::new() } else { format!(" ({})", words::family(entry)) };
        page.block(&lead, &format!("{}{family}", words::entry_name(entry)), Paint::Plain);
    }
    if let Some(rule) = words::years_alone(card) {
        page.block("  ", rule, Paint::Faint);
    }
}

fn learning(page: &mut Page, card: &Scorecard) {
    if !card.degrees.is_empty() {
        page.heading("Degrees", None);
    }
    for degree in &card.degrees {
        let mut parts = vec![words::degree(degree.level).to_owned()];
        parts.extend(degree.field.clone());
        parts.extend(degree.institution.clone());
        page.block("  ", &format!("{} (line {})", words::one_line(&parts.join(", ")), degree.line), Paint::Plain);
    }
    if !card.certifications.is_empty() {
        page.heading("Certificates", None);
    }
    for held in &card.certifications {
        page.block("  ", &format!("{} (line {})", words::one_line(&held.name), held.line), Paint::Plain);
    }
}

fn flags(page: &mut Page, card: &Scorecard) {
    if !card.flags.is_empty() {
        page.heading("Flags: none of them takes points away", None);
    }
    for flag in &card.flags {
        page.block("  ! ", &format!("{}: {}", flag.id, words::one_line(&flag.message)), Paint::Tone(Tone::Middling));
        for evidence in flag.evidence.iter().take(QUOTES) {
            let quote = words::quote(&evidence.quote);
            page.block("    ", &format!("\"{quote}\" ({})", words::place(card, evidence)), Paint::Plain);
        }
    }
    if !card.document.notes.is_empty() {
        page.heading("Notes from reading the file", None);
    }
    for note in &card.document.notes {
        page.block("  ", &words::one_line(note), Paint::Plain);
    }
}

fn arithmetic(page: &mut Page, card: &Scorecard) {
    if let Some(steps) = sum::steps(card) {
        page.heading("The score", None);
        page.block("  ", "sum of weight x credit / sum of weights:", Paint::Plain);
        page.block("  ", &steps, Paint::Plain);
        page.block("  ", &sum::credits(), Paint::Plain);
    }
}

fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Met => Tone::Good,
        Verdict::Partial | Verdict::Unknown => Tone::Middling,
        Verdict::Missing => Tone::Bad,
    }
}

#[derive(Clone, Copy)]
enum Paint {
    Plain,
    Faint,
    Tone(Tone),
    Strong(Tone),
}

/// The lines so far, and how to add one.
struct Page {
    out: String,
    width: usize,
    color: bool,
}

impl Page {
    fn heading(&mut self, text: &str, right: Option<&str>) {
        let room = self.width.saturating_sub(text.width());
        self.out.push('\n');
        match right {
            Some(right) => {
                self.out.push_str(&format!("{}{right:>room$}\n", self.paint(text, Paint::Strong(Tone::Middling))))
            }
            None => self.block("", text, Paint::Strong(Tone::Middling)),
        }
    }

    /// `lead` and then `text`, wrapped below its own beginning.
    fn block(&mut self, lead: &str, text: &str, paint: Paint) {
        let room = self.width.saturating_sub(lead.width());
        for (index, line) in self.wrap(text, room).iter().enumerate() {
            let lead = if index == 0 { lead.to_owned() } else { " ".repeat(lead.width()) };
            let line = self.paint(line, paint);
            self.out.push_str(format!("{lead}{line}").trim_end());
            self.out.push('\n');
        }
    }

    /// The one way for a text onto the page: escaped, then wrapped.
    fn wrap(&self, text: &str, width: usize) -> Vec<String> {
        let options = textwrap::Options::new(width)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        textwrap::wrap(&escape::terminal(text), options).into_iter().map(|line| line.into_owned()).collect()
    }

    fn paint(&self, text: &str, paint: Paint) -> String {
        if !self.color {
            return text.to_owned();
        }
        let code = match paint {
            Paint::Plain => return text.to_owned(),
            Paint::Faint => "2",
            Paint::Tone(Tone::Good) => "32",
            Paint::Tone(Tone::Middling) => "33",
            Paint::Tone(Tone::Bad) => "31",
            Paint::Strong(Tone::Good) => "1;32",
            Paint::Strong(Tone::Middling) => "1",
            Paint::Strong(Tone::Bad) => "1;31",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}
