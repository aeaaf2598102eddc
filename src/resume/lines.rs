//! A document's lines as a resume reader sees them: without marks, with what they look like.
//!
//! Markdown marks, bullets and quotes are peeled off; whether a line continues the one above is decided here, because
//! sentences, entries and quotes all depend on it.

use super::dates::{self, End, Range};
use super::labels::{names_employer, with_colon};
use crate::document::{Document, Format, LineKind};
use crate::lexicon::words::{Pause, Words, is_broken, is_invisible};
use std::collections::{BTreeMap, BTreeSet};

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Nothing on it.
    Blank,
    /// A heading by mark, style or capitals.
    Heading,
    /// A list item.
    Bullet,
    /// Anything else.
    Plain,
}

/// One line of a document.
#[derive(Debug, Clone)]
pub struct TextLine {
    /// Its words without marks, trimmed.
    pub plain: String,
    /// What it looks like.
    pub look: Look,
    /// Set off by emphasis or by heading marks.
    pub strong: bool,
    /// Columns of space before it.
    pub indent: usize,
    /// Whether it goes on with the sentence of the line above.
    pub continues: bool,
    /// Date ranges on it.
    pub ranges: Vec<Range>,
    /// Whether it is a quotation (Markdown `>`).
    pub quoted: bool,
}

impl TextLine {
    /// Whether there is nothing on it.
    pub fn blank(&self) -> bool {
        self.look == Look::Blank
    }

    /// Whether it is a range of dates with at most a word on either side: "Dates: May 2021 - present".
    pub fn is_dates(&self) -> bool {
        let beside = |text: &str| text.split_whitespace().count() <= 1;
        self.ranges.first().is_some_and(|r| beside(&self.plain[..r.from]) && beside(&self.plain[r.to..]))
    }

    /// Whether it ends like a sentence.
    pub fn ends_sentence(&self) -> bool {
        // "Acme S.r.l.", "Acme Inc."
        let last = self.plain.rsplit(' ').next().unwrap_or_default();
        let name =
            last.strip_suffix('.').is_some_and(|w| w.contains('.') || ["Inc", "Ltd", "Corp", "Pvt"].contains(&w));
        !name && self.plain.ends_with(['.', '!', '?', ';']) && self.plain.split_whitespace().nth(SHORT_PHRASE).is_some()
    }
}

/// "Acme S.A." ends with a stop but is no sentence: up to this many words a stop says nothing.
const SHORT_PHRASE: usize = 6;
/// In columns narrower than this (characters) only a small letter tells that a line goes on: they may be lists.
const NARROW: usize = 44;
/// Text wider than this (characters) is not wrapped: each line is a paragraph.
const WIDEST: usize = 160;
/// A file that parts paragraphs and yet cuts this many sentences came from a page: its paragraphs are lines.
const CUT_LINES: usize = 2;
/// Columns narrower than this are lists.
const NARROWEST: usize = 28;
/// Percent of a document's lines that are no longer than its text is wide.
const LONG_LINES: usize = 90;
/// A line is full where the next word would take it beyond this share (percent) of the width; letters differ in width.
const FULL: usize = 85;
/// The width (characters) from which half a line tells that a small letter goes on with it.
const WRAPPED: usize = 60;

/// What a hard space becomes when UTF-8 is read as Latin-1.
const BROKEN_SPACE: char = 'Â';
/// What bullets become when UTF-8 is read as Latin-1.
const BROKEN_BULLETS: [&str; 5] = ["â€¢", "â—", "â–", "Â·", "ï‚·"];

const BULLETS: [char; 18] =
    ['•', '·', '▪', '◦', '‣', '●', '○', '■', '□', '–', '➢', '➤', '►', '✓', '✔', '\u{f0b7}', '\u{f0a7}', '❖'];

/// Reads the lines of a document.
pub fn read(document: &Document) -> Vec<TextLine> {
    let mut lines: Vec<TextLine> =
        document.lines.iter().map(|line| peel(document.line(line), line.kind, document.format)).collect();
    drop_counts(&mut lines);
    open_forms(&mut lines);
    open_counted(document, &mut lines);
    open_icons(document, &mut lines);
    let widths = widths(document, &lines);
    let parted = !matches!(document.format, Format::Text | Format::Markdown | Format::Pdf);
    let cuts = |i: &usize| continues(&lines[i - 1], &lines[*i], widths[i - 1], true);
    let paragraphs = parted && (1..lines.len()).filter(cuts).nth(CUT_LINES - 1).is_none();
    for i in 1..lines.len() {
        let (above, below) = lines.split_at_mut(i);
        end_column(&mut above[i - 1], &below[0]);
        drop_aside(&mut above[i - 1], &below[0]);
        if let Some(second) = below.get(1).filter(|_| !below[0].blank()) {
            drop_aside(&mut above[i - 1], second);
        }
        // a page or column may break in the middle of a sentence
        let above = if lines[i - 1].blank() && i > 1 { i - 2 } else { i - 1 };
        let goes_on = continues(&lines[above], &lines[i], widths[above], paragraphs);
        let starts_small = lines[i].plain.starts_with(char::is_lowercase);
        lines[i].continues = goes_on && (above + 1 == i || starts_small);
    }
    join_ranges(&mut lines);
    lines
}

/// Gives a range that is broken over the end of a line to the line on which it begins.
fn join_ranges(lines: &mut [TextLine]) {
    // "on leave from November 2019 to" goes on, and so it is no "since"
    let open = |plain: &str| [" to", " until", " till", " –", " -"].iter().any(|end| plain.ends_with(end));
    for index in 1..lines.len() {
        let (above, below) = (&lines[index - 1], &lines[index]);
        let unended = above.ranges.iter().all(|range| range.end == End::Present && open(&above.plain));
        if below.continues && unended && below.ranges.is_empty() {
            let whole = broken_range(&above.plain, &below.plain);
            if !whole.is_empty() {
                lines[index - 1].ranges = whole;
            }
        }
    }
}

/// A range that is broken over the end of a line ("Jan 2023 to" / "date"), as it stands on the first line.
fn broken_range(line: &str, next: &str) -> Vec<Range> {
    if !line.bytes().chain(next.bytes()).any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let joined = format!("{line} {next}");
    let over = dates::ranges(&joined).into_iter().find(|r| r.from < line.len() && r.to > line.len() && !r.since);
    over.map(|r| Range { to: line.len(), ..r }).into_iter().collect()
}

/// Takes the numbers of a numbered text ("2.1  October 2006 - April 2010") from its lines, where two of them follow on each
/// other, so that no amount at the front of a line is lost.
fn drop_counts(lines: &mut [TextLine]) {
    let counts: BTreeSet<(u32, u32)> = lines.iter().filter_map(|l| count(&l.plain)).map(|(count, _)| count).collect();
    let in_turn = |(part, at): (u32, u32)| {
        counts.contains(&(part, at + 1)) || at.checked_sub(1).is_some_and(|before| counts.contains(&(part, before)))
    };
    for line in lines {
        // "03.14 - 05.16" is no number
        let dated = line.ranges.first().is_some_and(|range| range.from == 0);
        if let Some((_, to)) = count(&line.plain).filter(|(count, _)| !dated && in_turn(*count)) {
            line.plain.drain(..to);
            line.ranges = dates::ranges(&line.plain);
        }
    }
}

/// Rows of a form that part label and value by a gap get a colon, where one of them names an employer.
fn open_forms(lines: &mut [TextLine]) {
    let rows: Vec<(usize, String)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, with_colon(&line.plain)?))).collect();
    if !rows.iter().any(|(_, row)| names_employer(row)) {
        return;
    }
    for (at, row) in rows {
        lines[at].ranges = dates::ranges(&row);
        lines[at].plain = row;
        unlist(&mut lines[at]);
    }
    // "Main activities  Press releases": what stands before a gap again and again is a label too
    let mut seen = BTreeMap::<String, Vec<usize>>::new();
    for (at, line) in lines.iter().enumerate() {
        let label = line.plain.split_once("  ").map(|(label, _)| label);
        let shown = |label: &&str| is_labelled(&format!("{label}:"));
        if let Some(label) = label.filter(shown) {
            seen.entry(label.to_owned()).or_default().push(at);
        }
    }
    for at in seen.into_values().filter(|rows| rows.len() > 1).flatten() {
        lines[at].plain = lines[at].plain.replacen("  ", ": ", 1);
        lines[at].ranges = dates::ranges(&lines[at].plain);
        unlist(&mut lines[at]);
    }
}

/// The rows of some forms have marks of a list before their labels.
fn unlist(line: &mut TextLine) {
    if line.look == Look::Bullet {
        line.look = Look::Plain;
    }
}

/// Numbered lines that name what stands below them are no bullets: "1. Site Engineer", "Acme, Cebu", "2. Surveyor".
fn open_counted(document: &Document, lines: &mut [TextLine]) {
    /// Words in the longest such line, also where nothing but dates stands below it, and how many show the habit.
    const WORDS: usize = 8;
    const WORDS_OVER_DATES: usize = 16;
    const SHOWN: usize = 2;
    let counted = |at: usize| {
        lines[at].look == Look::Bullet
            && document.line(&document.lines[at]).trim_start().starts_with(|c: char| c.is_ascii_digit())
    };
    let heads = |at: &usize| {
        let (words, ends) = (lines[*at].plain.split_whitespace().count(), lines[*at].plain.ends_with(['.', ';']));
        let below = (at + 1..lines.len()).map(|l| &lines[l]).find(|line| !line.blank());
        let no_words = |text: &str| !text.contains(char::is_alphanumeric);
        let dates_alone = |line: &TextLine, r: &Range| no_words(&line.plain[..r.from]) && no_words(&line.plain[r.to..]);
        let dated = |line: &TextLine| line.ranges.first().is_some_and(|range| dates_alone(line, range));
        let named = |line: &TextLine| line.plain.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let heads = |line: &TextLine| words <= WORDS_OVER_DATES && dated(line) || words <= WORDS && named(line);
        !ends && below.is_some_and(|line| line.look == Look::Plain && heads(line))
    };
    let all: Vec<usize> = (0..lines.len()).filter(|at| counted(*at)).collect();
    let heads: Vec<usize> = all.iter().copied().filter(heads).collect();
    if heads.len() >= SHOWN && heads.len() * 2 >= all.len() {
        heads.into_iter().for_each(|at| lines[at].look = Look::Plain);
    }
}

/// A mark that stands before nothing but dates, where bullets have another, is an icon: "▪ 06/2023 - Present" over "• Led".
fn open_icons(document: &Document, lines: &mut [TextLine]) {
    let mut marks: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    for at in (0..lines.len()).filter(|at| lines[*at].look == Look::Bullet) {
        let mark = document.line(&document.lines[at]).trim_start().chars().next();
        if let Some(mark) = mark.filter(|mark| BULLETS.contains(mark)) {
            marks.entry(mark).or_default().push(at);
        }
    }
    let dated = |at: &usize| lines[*at].ranges.first().is_some_and(|range| range.from == 0);
    let (icons, bullets): (Vec<_>, Vec<_>) = marks.into_values().partition(|marked| marked.iter().all(dated));
    if !bullets.is_empty() {
        icons.into_iter().flatten().for_each(|at| lines[at].look = Look::Plain);
    }
}

/// The number "2.1" at the front of a line, as its two parts, and the byte behind it.
fn count(plain: &str) -> Option<((u32, u32), usize)> {
    let (number, text) = plain.split_once(' ')?;
    let (part, at) = number.trim_end_matches(['.', ')']).split_once('.')?;
    let small = |digits: &str| digits.parse().ok().filter(|_| digits.len() <= 2);
    let text = text.trim_start();
    let opens = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    opens.then(|| Some(((small(part)?, small(at)?), plain.len() - text.len())))?
}

/// Gives a range that breaks off at the end of a column the end that stands below it: "Oct 2016 -  Buyer" over "Jun 2019
/// Acme", "March 2012–Dec.  Adviser" over "2021  post".
fn end_column(line: &mut TextLine, below: &TextLine) {
    let cell = |plain: &str| plain.split("  ").next().unwrap_or_default().trim_end().to_string();
    let (start, end) = (cell(&line.plain), cell(&below.plain));
    let open = start.ends_with(['-', '–', '—']);
    let closed = line.ranges.first().is_some_and(|r| r.from > 0 || r.since || !open);
    let dash = start.contains(['-', '–', '—']);
    if closed || !dash || !below.ranges.is_empty() || !dates::is_date_alone(&end) {
        return;
    }
    let joined = format!("{start} {end}");
    let whole = dates::ranges(&joined).into_iter().next().filter(|r| r.from == 0 && r.to == joined.len());
    if let Some(range) = whole {
        line.ranges = vec![Range { to: start.len(), ..range }];
    }
}

/// Takes the range from "Buyer, then Product Manager (since May 2014), Acme" and "Teacher, head of maths from 2014" over
/// "2012 - 2016": the dates below are those of the job.
fn drop_aside(line: &mut TextLine, below: &TextLine) {
    let text = |text: &str| text.contains(char::is_alphanumeric);
    let since = line.ranges.first().filter(|r| r.since);
    let bracket = |r: &Range| line.plain[..r.from].trim_end().ends_with('(');
    let ends_before = |end: End, start| matches!(end, End::Month(last) if last < start);
    let within =
        |r: &Range| below.ranges.first().is_some_and(|job| job.start < r.start && !ends_before(job.end, r.start));
    let last = |r: &Range| text(&line.plain[..r.from]) && !text(&line.plain[r.to..]) && within(r);
    let aside = since.is_some_and(|r| bracket(r) || last(r));
    let alone = |r: &Range| !r.since && !text(&below.plain[..r.from]) && !text(&below.plain[r.to..]);
    if aside && below.ranges.first().is_some_and(alone) {
        line.ranges.clear();
    }
}

/// For each line: how wide (characters) the text of its column is.
fn widths(document: &Document, lines: &[TextLine]) -> Vec<usize> {
    let mut columns: BTreeMap<(u32, u16), Vec<usize>> = BTreeMap::new();
    for (line, text) in document.lines.iter().zip(lines).filter(|(_, t)| !t.blank()) {
        columns.entry((line.page, line.column)).or_default().push(text.plain.chars().count());
    }
    let width = |lengths: &mut Vec<usize>| {
        lengths.sort_unstable();
        lengths[(lengths.len() - 1) * LONG_LINES / 100]
    };
    let widths: BTreeMap<(u32, u16), usize> =
        columns.iter_mut().map(|(column, lengths)| (*column, width(lengths))).collect();
    document.lines.iter().map(|l| widths.get(&(l.page, l.column)).copied().unwrap_or(0).max(NARROWEST)).collect()
}

fn peel(raw: &str, kind: LineKind, format: Format) -> TextLine {
    let markdown = matches!(format, Format::Markdown | Format::Text);
    let visible: String;
    let raw = if !raw.is_ascii() && raw.chars().any(is_invisible) {
        visible = raw.chars().filter(|c| !is_invisible(*c)).collect();
        visible.as_str()
    } else {
        raw
    };
    let whole: String;
    let raw = if raw.contains(BROKEN_SPACE) {
        whole = without_broken_spaces(raw);
        whole.as_str()
    } else {
        raw
    };
    let narrow: String;
    let raw = if raw.chars().any(is_wide) {
        narrow = raw.chars().map(narrow_of).collect();
        narrow.as_str()
    } else {
        raw
    };
    let mut rest = raw.trim_end();
    let indent = rest.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
    rest = rest.trim_start();
    let mut line = TextLine {
        plain: String::new(),
        look: Look::Plain,
        strong: false,
        indent,
        continues: false,
        quoted: false,
        ranges: Vec::new(),
    };
    if format == Format::Markdown {
        while let Some(inner) = rest.strip_prefix('>') {
            line.quoted = true;
            rest = inner.trim_start();
        }
        let marks = rest.chars().take_while(|c| *c == '#').count();
        if (1..=6).contains(&marks) && rest[marks..].starts_with(' ') {
            rest = rest[marks..].trim().trim_end_matches('#').trim_end();
            line.look = Look::Heading;
            line.strong = true;
        }
    }
    if let Some(inner) = bullet(rest) {
        rest = inner;
        line.look = Look::Bullet;
    }
    if markdown {
        let bold = rest
            .strip_prefix("**")
            .or_else(|| rest.strip_prefix("__"))
            .is_some_and(|r| r.contains("**") || r.contains("__"));
        line.strong |= bold;
        line.plain = unmark(rest);
    } else {
        line.plain = rest.split_whitespace().collect::<Vec<_>>().join(" ");
        if rest.contains("  ") || rest.contains('\t') {
            line.plain = keep_wide_gaps(rest);
        }
    }
    if line.plain.is_empty() || line.plain.chars().all(|c| matches!(c, '-' | '=' | '_' | '*' | '—' | '|' | ' ')) {
        line.plain.clear();
        line.look = Look::Blank;
        return line;
    }
    match kind {
        LineKind::Heading => {
            line.look = Look::Heading;
            line.strong = true;
        }
        LineKind::Bullet => line.look = Look::Bullet,
        LineKind::Plain => {}
    }
    line.ranges = dates::ranges(&line.plain);
    line
}

/// The text with a space for each hard space that was read as Latin-1.
fn without_broken_spaces(raw: &str) -> String {
    let next = raw.chars().skip(1).map(Some).chain([None]);
    raw.chars().zip(next).map(|(c, next)| if c == BROKEN_SPACE && is_broken(c, next) { ' ' } else { c }).collect()
}

/// Whether a character is the wide form of one of ASCII, as keyboards of East Asia write them: "２０１９".
fn is_wide(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}' | '\u{3000}')
}

/// The plain form of such a character.
fn narrow_of(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        c if is_wide(c) => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// The words behind a bullet or a list number.
fn bullet(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    if BULLETS.contains(&first) || (matches!(first, '-' | '*' | '+' | '>' | 'o' | '§') && rest.starts_with([' ', '\t']))
    {
        return Some(rest.trim_start());
    }
    if let Some(rest) = BROKEN_BULLETS.iter().find_map(|b| line.strip_prefix(b)) {
        return Some(rest.trim_start_matches(['Â', ' ', '\u{a0}', '\u{200b}', '\u{200f}', '\u{8f}', '\u{a0}']));
    }
    // a glyph that a PDF reader could not name: "(cid:123) Led ..."
    if let Some((_, rest)) = line.strip_prefix("(cid:").and_then(|glyph| glyph.split_once(')')) {
        return Some(rest.trim_start());
    }
    // "b) Broker portal"
    if let Some(item) = rest.strip_prefix(") ").filter(|_| first.is_ascii_lowercase()) {
        return Some(item.trim_start());
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let behind = line.get(digits..)?;
    ((1..=2).contains(&digits) && (behind.starts_with(". ") || behind.starts_with(") ")))
        .then(|| behind[2..].trim_start())
}

/// Takes out emphasis, code marks and link targets; wide gaps stay two spaces, because they part columns.
fn unmark(text: &str) -> String {
    if !text.contains(['*', '`', '_', '\\', '[', ']']) {
        return keep_wide_gaps(text);
    }
    let links = text.contains("](");
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        match c {
            '*' | '`' => {}
            '_' if before == ' ' || before == '_' || chars.peek().is_none_or(|n| !n.is_alphanumeric()) => {}
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => {}
            ']' if chars.peek() == Some(&'(') => {
                for inner in chars.by_ref() {
                    if inner == ')' {
                        break;
                    }
                }
            }
            '[' if links => {}
            _ => out.push(c),
        }
        before = c;
    }
    keep_wide_gaps(&out)
}

fn keep_wide_gaps(text: &str) -> String {
    let blank = |b: &u8| matches!(b, b' ' | b'\t'..=b'\r');
    if text.is_ascii() && !text.as_bytes().windows(2).any(|two| blank(&two[0]) && (two[0] != b' ' || blank(&two[1]))) {
        return text.trim().to_string();
    }
    let mut out = String::with_capacity(text.len());
    let mut gap = 0;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            gap += if c == '\t' { 2 } else { 1 };
            continue;
        }
        if gap > 0 {
            out.push_str(if gap > 1 { "  " } else { " " });
        }
        gap = 0;
        out.push(c);
    }
    out
}

/// Whether a line goes on with the one above, in text of a width (characters). Where the format itself parts
/// `paragraphs`, and in text too wide to be wrapped, only a small letter or an open end tells it.
fn continues(above: &TextLine, this: &TextLine, width: usize, paragraphs: bool) -> bool {
    if above.blank()
        || this.blank()
        || this.look != Look::Plain
        || above.look == Look::Heading
        || this.quoted != above.quoted
    {
        return false;
    }
    if is_labelled(&this.plain) {
        return false;
    }
    let first = this.plain.chars().next().unwrap_or(' ');
    let small = first.is_lowercase() || first == '(';
    let open = above.plain.ends_with([',', '-', '–', '—', '/', '&', '(']);
    let ended = above.plain.ends_with(['.', '!', '?', ':']) || (above.plain.ends_with(';') && !small);
    let word = this.plain.split_whitespace().next().map_or(0, |w| w.chars().count());
    let length = above.plain.chars().count();
    let wrapped = !paragraphs && (NARROW..WIDEST).contains(&width);
    let full = (length + 1 + word) * 100 >= width * FULL && (wrapped || small);
    let long = length * 2 >= width.min(WRAPPED);
    let cut = || above.plain.rsplit(' ').next().is_some_and(|last| BEFORE_NAME.contains(&last));
    open || (!ended && (full || long && (small || cut())))
}

/// Letters in the shortest label of a form.
const LABEL_LETTERS: usize = 4;
/// Letters in the longest label of a form.
const LABEL: usize = 36;

/// Whether a line begins with a form's label: "Designation : Product Manager".
pub(super) fn is_labelled(plain: &str) -> bool {
    let Some((label, _)) = plain.split_once(':') else { return false };
    (LABEL_LETTERS..=LABEL).contains(&label.len())
        && label.starts_with(char::is_uppercase)
        && label.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '&' | '/'))
}

/// Past tenses that begin a bullet and do not end in "ed".
const PAST: [&str; 16] = [
    "led", "built", "ran", "wrote", "drove", "grew", "made", "won", "held", "oversaw", "taught", "set", "took",
    "brought", "kept", "rebuilt",
];
/// Words after which a capital is part of a name: "the United States", "as Certified Trainer".
const BEFORE_NAME: [&str; 16] =
    ["the", "a", "an", "as", "of", "in", "at", "by", "for", "with", "and", "to", "from", "on", "or", "our"];

/// Gives a bullet that lost its mark the pause that it had: in flattened texts ("answered all calls Managed the front
/// desk") a past tense with a capital between two words without one begins a new statement.
fn mend_lost_bullets(words: &mut Words) {
    for at in 1..words.list.len().saturating_sub(1) {
        let (before, word, after) = (&words.list[at - 1], &words.list[at], &words.list[at + 1]);
        if !word.capital || before.capital || after.capital || word.pause != Pause::None || after.pause > Pause::None {
            continue;
        }
        let form = words.folded(word);
        let past = PAST.contains(&form) || (form.len() > "need".len() && form.ends_with("ed"));
        if past && !BEFORE_NAME.contains(&words.folded(before)) {
            words.list[at].pause = Pause::Sentence;
        }
    }
}

/// The words of a document with their pauses.
pub fn words(document: &Document, lines: &[TextLine]) -> Words {
    let mut words = Words::default();
    for (index, (line, text)) in document.lines.iter().zip(lines).enumerate() {
        if text.blank() {
            continue;
        }
        let first = if text.continues { Pause::None } else { Pause::Block };
        words.push_line(document.line(line), line.start, index, first);
    }
    mend_lost_bullets(&mut words);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<TextLine> {
        read(&Document::from_text(Format::Markdown, text.to_string()))
    }

    #[test]
    fn marks_are_peeled_off() {
        let got = lines("## Work\n**Lead PM**, [Acme](https://a.example)\n- *one* `two`\n> quoted\n---");
        let plain: Vec<&str> = got.iter().map(|l| l.plain.as_str()).collect();
        assert_eq!(plain, ["Work", "Lead PM, Acme", "one two", "quoted", ""]);
        assert_eq!(got[0].look, Look::Heading);
        assert_eq!(got[2].look, Look::Bullet);
        assert!(got[1].strong && got[3].quoted && got[4].blank());
    }

    #[test]
    fn a_wrapped_line_goes_on_and_a_new_bullet_does_not() {
        let got = lines(
            "- Led the launch of the partner portal in four markets with the sales\n  team and the designers\n- Next thing",
        );
        assert!(got[1].continues);
        assert!(!got[2].continues);
    }

    #[test]
    fn a_paragraph_of_word_does_not_go_on_in_the_next() {
        let text = "Experience\nProduct Owner, Havsbris Energi AB\n2021-03 – nu\nOwns the backlog of the customer \
            portal used by 90 000 households; ranks it with the call centre each week\nClosed the old paper invoice \
            after asking 41 customers why they kept it\nTest Lead, Norrsken IT\n2016-08 – 2021-02\nLed testing";
        let got = read(&Document::from_text(Format::Docx, text.to_string()));
        assert!(got.iter().all(|l| !l.continues), "{got:?}");
    }

    #[test]
    fn the_lines_of_a_page_saved_as_word_go_on() {
        let text = "Development of applications for phones with Swift, according to our own\nScrum board. Publishing \
            to the store, crash reports, with\nFirebase and other services, also those of partners and\nGoogle.";
        let got = read(&Document::from_text(Format::Docx, text.to_string()));
        assert_eq!(got.iter().map(|l| l.continues).collect::<Vec<_>>(), [false, true, true, true]);
    }
}
