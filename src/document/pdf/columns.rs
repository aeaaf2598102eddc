//! The order in which a person reads a page: rows from top to bottom, columns one after the other.
//!
//! A blank strip that runs down several rows may part two columns, or only titles from their dates. Rows of a
//! table have both sides on the same baseline and one side is short; they stay whole. Sides that are texts of
//! their own are columns, and each is read to its end. The same look is then taken at each part.

use super::margin;
use super::words::Segment;
use std::collections::BTreeMap;

/// Narrowest strip, in points, that parts columns.
const GUTTER: f32 = 6.0;
/// The strip lies in the inner part of the block: so much of the width belongs to a side at least.
const SIDE: f32 = 0.12;
/// Fewest rows that make columns, and fewest lines on each side.
const ROWS: usize = 6;
const SIDE_LINES: usize = 3;
/// Share of the lines of the shorter side that have a partner on their baseline, from which it may be a table.
const PAIRED: f32 = 0.75;
/// Average letters of a side below which it can be the dates, places or values of a table.
const SHORT: f32 = 24.0;
/// Share of lines that follow the one above without a gap, from which a side is a text of its own.
const DENSE: f32 = 0.6;
/// Share of dates among what stands beside a text, and among all of that side, from which it is the text's margin.
const DATES: f32 = 0.7;
const DATED: f32 = 0.5;
/// Distance of rows in em that parts what stands above from what follows.
const APART: f32 = 2.2;
/// Share of stretches that stand more than once, from which a side is the labels of a form.
const REPEATED: f32 = 0.6;
/// How much larger than the text a heading is.
const LARGER: f32 = 1.1;
/// Letters of a stretch that is a sentence rather than a cell, and how many of them make a text.
const SENTENCE: usize = 40;
const SENTENCES: usize = 4;
/// Deepest nesting of columns inside columns.
const DEPTH: usize = 4;
/// Most rows of a page that are searched for columns; denser pages are tables.
const SEARCHED: usize = 800;

/// Stretches of words on one baseline, from left to right.
pub(super) type Row = Vec<Segment>;

/// A row in reading order with its column, counted from 1.
pub(super) struct Placed {
    pub(super) row: Row,
    pub(super) column: u16,
}

/// Rows in reading order.
pub(super) struct Order {
    pub(super) rows: Vec<Placed>,
    /// Another order would have been nearly as good.
    pub(super) uncertain: bool,
}

/// Puts the stretches of a page into reading order.
pub(super) fn order(segments: Vec<Segment>) -> Order {
    let mut order = Order { rows: Vec::new(), uncertain: false };
    order.block(rows(segments), 0, 1);
    margin::join_dates(&mut order.rows);
    order
}

/// Stretches grouped by baseline.
fn rows(mut segments: Vec<Segment>) -> Vec<Row> {
    /// Baselines of one row differ by less than this share of the letters' size.
    const BASELINE: f32 = 0.45;
    /// A name so many times as large as what stands beside it is a line of its own.
    const LARGE: f32 = 2.0;
    segments.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Row> = Vec::new();
    for segment in segments {
        let first = rows.last().and_then(|row| row.first()).map(|first| (first.y, first.size));
        let level = first.filter(|(y, size)| (segment.y - y).abs() <= BASELINE * segment.size.min(*size));
        let last = rows.len().saturating_sub(1);
        match (level, rows.last_mut()) {
            (Some((_, size)), _) if segment.size >= LARGE * size => rows.insert(last, vec![segment]),
            (Some((_, size)), Some(row)) if segment.size * LARGE > size => row.push(segment),
            _ => rows.push(vec![segment]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

/// What a blank strip parts.
enum Parts {
    Columns,
    /// Headings in the margin of their text.
    Labels,
    Table,
    /// A table of labels that come again and their values, also where a part of it alone looks otherwise.
    Form,
}

/// Rows `from..to` with a blank strip around `x`.
struct Found {
    from: usize,
    to: usize,
    x: f32,
    parts: Parts,
}

impl Order {
    fn block(&mut self, mut rows: Vec<Row>, depth: usize, column: u16) -> u16 {
        let found = if depth < DEPTH { self.search(&rows) } else { None };
        let Some(found) = found else {
            self.rows.extend(rows.into_iter().map(|row| Placed { row, column }));
            return column;
        };
        let below = rows.split_off(found.to);
        let middle = rows.split_off(found.from);
        let mut last = self.block(rows, depth, column);
        match found.parts {
            Parts::Labels => self.rows.extend(margin::labels(middle, found.x, column)),
            _ => {
                let (left, right): (Vec<_>, Vec<_>) = middle.into_iter().flatten().partition(|s| s.left < found.x);
                last = last.max(self.block(self::rows(left), depth + 1, column));
                last = last.max(self.block(self::rows(right), depth + 1, column.saturating_add(1)));
            }
        }
        last.max(self.block(below, depth, column))
    }

    /// The longest stretch of rows that is not one column.
    fn search(&mut self, rows: &[Row]) -> Option<Found> {
        let mut doubt = false;
        if rows.len() < ROWS || rows.len() > SEARCHED {
            return None;
        }
        let mut best: Option<Found> = None;
        let mut from = 0;
        while from + ROWS <= rows.len() {
            let longest = best.as_ref().map_or(ROWS - 1, |b| b.to - b.from);
            let (to, strips) = strips(rows, from);
            let mut formed = false;
            if to - from > longest {
                let whole = rows.len();
                for (left, right) in strips {
                    let x = (left + right) / 2.0;
                    let to = before_tail(rows, from, to, x);
                    if to - from <= longest {
                        continue;
                    }
                    let stretch = rows.get(from..to).unwrap_or_default();
                    match judge(stretch, x, whole) {
                        Some((Parts::Table, _)) | None => {}
                        Some((Parts::Form, _)) => {
                            formed = true;
                            break;
                        }
                        Some((parts, doubtful)) => {
                            doubt = doubtful;
                            best = Some(Found { from, to, x, parts });
                            break;
                        }
                    }
                }
            }
            from = if formed { to } else { from + 1 };
        }
        self.uncertain |= doubt;
        best.map(|found| trimmed(found, rows))
    }
}

/// Where the columns end, if the last rows are the first short lines of the one column below: a heading, a date.
fn before_tail(rows: &[Row], from: usize, to: usize, x: f32) -> usize {
    /// Most lines of such a tail, and the gap above it in em.
    const TAIL: usize = 4;
    const GAP: f32 = 1.8;
    let crosses = |row: &Row| row.iter().any(|s| s.left < x && s.right > x);
    if !rows.get(to).is_some_and(crosses) {
        return to;
    }
    let right = rows.iter().take(to).rposition(|row| row.iter().any(|s| s.left >= x)).unwrap_or(to);
    let first = to.saturating_sub(TAIL).max(right + 1).max(from + 1);
    // It begins at the margin; what is indented belongs to the column.
    let left = |row: &Row| row.first().map_or(f32::MAX, |s| s.left);
    let margin = rows.iter().take(to).skip(from).map(left).fold(f32::MAX, f32::min);
    let outdented = |row: &Row| left(row) < margin + GUTTER;
    // a heading may stand above its text, further in than the dates in the margin
    let body = rows.get(to).and_then(|row| row.first()).map_or(f32::MAX, |s| s.size);
    let heads = |row: &Row| row.len() == 1 && row.iter().all(|s| s.size > LARGER * body);
    let opens = |at: &usize| rows.get(*at).is_some_and(|row| outdented(row) || heads(row));
    let gaps = (first..to).filter(opens).filter_map(|at| Some((at, gap(rows, at)?))).filter(|(_, gap)| *gap > GAP);
    gaps.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(to, |(at, _)| at)
}

/// Distance of a row from the one above in em.
fn gap(rows: &[Row], at: usize) -> Option<f32> {
    let above = rows.get(at.checked_sub(1)?)?.first()?;
    let below = rows.get(at)?.first()?;
    Some((below.y - above.y) / above.size.min(below.size).max(f32::MIN_POSITIVE))
}

/// Leaves out a table or a line of contacts above the columns whose cells happen to stand over them.
fn trimmed(found: Found, rows: &[Row]) -> Found {
    /// Most rows of a name with its contacts.
    const HEADER: usize = 6;
    let x = found.x;
    let part = |from, to| judge(rows.get(from..to).unwrap_or_default(), x, rows.len()).map(|(parts, _)| parts);
    let apart = |at: &usize| gap(rows, *at).is_some_and(|gap| gap > APART);
    let contacts = |at: &usize| {
        let above = rows.get(found.from..*at).unwrap_or_default();
        above.split_last().is_some_and(|(last, names)| {
            last.iter().any(|s| s.left < x)
                && last.iter().any(|s| s.left >= x)
                && last.iter().any(|s| s.text.contains('@'))
                && names.iter().flatten().all(|s| s.left < x)
        })
    };
    let last = found.to.saturating_sub(ROWS);
    let header = (found.from + 1..last.min(found.from + HEADER)).filter(apart).find(contacts);
    if let Some(at) = header
        && matches!(part(at, found.to), Some(Parts::Columns))
    {
        return Found { from: at, ..found };
    }
    let Some(at) = (found.from + 2..last).find(apart) else { return found };
    let above = rows.get(found.from..at).unwrap_or_default();
    let short = |side: Side| side.letters() < SHORT && side.sentences == 0;
    let cells = short(Side::of(above, |s| s.left < x)) && short(Side::of(above, |s| s.left >= x));
    match (part(found.from, at), part(at, found.to)) {
        (Some(Parts::Table | Parts::Form), Some(Parts::Columns)) if cells => Found { from: at, ..found },
        _ => found,
    }
}

/// Whether both sides of `x` are columns, or halves of rows; and whether that is in doubt.
fn judge(rows: &[Row], x: f32, whole: usize) -> Option<(Parts, bool)> {
    let (left, right) = (Side::of(rows, |s| s.left < x), Side::of(rows, |s| s.left >= x));
    if left.lines < SIDE_LINES || right.lines < SIDE_LINES {
        return None;
    }
    let both = |row: &&Row| row.iter().any(|s| s.left < x) && row.iter().any(|s| s.left >= x);
    // a heading in the margin has nothing beside it, whatever stands below
    let fewest = (left.lines - left.headings).min(right.lines - right.headings);
    let paired = rows.iter().filter(both).count() as f32 / fewest.max(1) as f32;
    let (short, long) = if left.letters() < right.letters() { (&left, &right) } else { (&right, &left) };
    // dates stand beside what they date, also under headings of the same margin, which have nothing beside them
    let dated = |s: &&Segment| (s.left < x) == (left.letters() < right.letters()) && margin::is_date(&s.text);
    let beside = rows.iter().filter(both).count() as f32;
    // with the town below each date
    let (mut dates_beside, mut dates, mut below) = (0.0, 0.0, false);
    for row in rows {
        let is_date = row.iter().any(|s| dated(&s));
        let margin = row.iter().filter(|s| (s.left < x) == (left.letters() < right.letters())).count();
        let covered = is_date || below && margin == 1;
        dates += if covered { margin as f32 } else { 0.0 };
        dates_beside += if covered && both(&row) { 1.0 } else { 0.0 };
        below = if margin > 0 { is_date } else { below };
    }
    if short.letters() < SHORT
        && beside > 0.0
        && dates_beside >= DATES * beside
        && dates >= DATED * short.segments as f32
    {
        return Some((Parts::Table, false));
    }
    // labels of a form may be long, or wrap
    if paired > PAIRED / 2.0 && repeats(rows, |s| s.left < x) >= REPEATED {
        return Some((Parts::Form, false));
    }
    if paired <= PAIRED || short.letters() >= SHORT {
        return Some((Parts::Columns, paired > PAIRED && short.letters() < SHORT + 2.0));
    }
    if left.lines * 2 < right.lines && left.with_digits < 0.3 && rows.len() * 2 > whole {
        // Labels stand apart, each beside its text; lines that follow each other are a short sidebar.
        let parts = if left.dense > DENSE { Parts::Columns } else { Parts::Labels };
        return Some((parts, false));
    }
    // A sidebar set on the same lines as the main text: dense, of words, beside real sentences.
    let sidebar = rows.len() >= 2 * ROWS
        && short.lines >= ROWS + 2
        && short.dense > DENSE
        && short.with_digits < 0.35
        && (long.letters() > SHORT * 1.25 || long.sentences >= SENTENCES);
    Some(if sidebar { (Parts::Columns, true) } else { (Parts::Table, false) })
}

/// Share of the stretches of a side that stand there more than once: the labels of a form do, a sidebar says nothing twice.
fn repeats(rows: &[Row], belongs: impl Fn(&Segment) -> bool) -> f32 {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let named = |s: &Segment| s.text.contains(char::is_alphabetic);
    for segment in rows.iter().flatten().filter(|s| belongs(s) && named(s)) {
        *counts.entry(segment.text.trim()).or_default() += 1;
    }
    let repeated: usize = counts.values().filter(|count| **count > 1).sum();
    repeated as f32 / counts.values().sum::<usize>().max(1) as f32
}

/// What stands on one side of a strip.
struct Side {
    lines: usize,
    segments: usize,
    chars: usize,
    sentences: usize,
    /// Share of lines that follow the one above without a gap.
    dense: f32,
    /// Share of stretches with a digit.
    with_digits: f32,
    /// Lines with nothing beside them in capitals, or in letters that are larger than those of most lines.
    headings: usize,
}

impl Side {
    fn of(rows: &[Row], belongs: impl Fn(&Segment) -> bool) -> Side {
        let mut side =
            Side { lines: 0, segments: 0, chars: 0, sentences: 0, dense: 0.0, with_digits: 0.0, headings: 0 };
        let (mut close, mut digits) = (0usize, 0usize);
        let mut sizes: Vec<(f32, Option<&Segment>)> = Vec::new();
        let mut above: Option<f32> = None;
        for row in rows {
            let mut first = None;
            for segment in row.iter().filter(|s| belongs(s)) {
                first = first.or(Some(segment));
                side.segments += 1;
                side.chars += segment.chars;
                side.sentences += usize::from(segment.chars >= SENTENCE);
                digits += usize::from(segment.text.bytes().any(|b| b.is_ascii_digit()));
            }
            let Some(first) = first else { continue };
            side.lines += 1;
            sizes.push((first.size, row.iter().all(&belongs).then_some(first)));
            close += usize::from(above.is_some_and(|y| first.y - y < 1.8 * first.size));
            above = Some(first.y);
        }
        let mut sorted: Vec<f32> = sizes.iter().map(|(size, _)| *size).collect();
        sorted.sort_by(f32::total_cmp);
        let usual = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
        let capitals = |s: &Segment| s.text.contains(char::is_uppercase) && !s.text.contains(char::is_lowercase);
        let heads = |s: &Segment| s.size > LARGER * usual || capitals(s);
        side.headings = sizes.iter().filter(|(_, alone)| alone.is_some_and(heads)).count();
        side.dense = close as f32 / side.lines.max(1) as f32;
        side.with_digits = digits as f32 / side.segments.max(1) as f32;
        side
    }

    /// Letters of a stretch on average.
    fn letters(&self) -> f32 {
        self.chars as f32 / self.segments.max(1) as f32
    }
}

/// How far down from row `from` some blank strip goes on, and the strips that are left there, widest first.
fn strips(rows: &[Row], from: usize) -> (usize, Vec<(f32, f32)>) {
    let rest = rows.get(from..).unwrap_or_default();
    let all = || rows.iter().flatten();
    let left = all().map(|s| s.left).fold(f32::MAX, f32::min);
    let right = all().map(|s| s.right).fold(f32::MIN, f32::max);
    let margin = SIDE * (right - left);
    let (left, right) = (left + margin, right - margin);
    let mut open = vec![(left, right)];
    let mut next = Vec::new();
    for (at, row) in rest.iter().enumerate() {
        next.clear();
        for &(a, b) in &open {
            let mut start = a;
            for segment in row.iter().filter(|s| s.right > a && s.left < b) {
                next.push((start, segment.left));
                start = start.max(segment.right);
            }
            next.push((start, b));
        }
        next.retain(|(a, b)| b - a >= GUTTER);
        if next.is_empty() {
            return (from + at, widest_first(open));
        }
        std::mem::swap(&mut open, &mut next);
    }
    (rows.len(), widest_first(open))
}

fn widest_first(mut strips: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    strips.sort_by(|a, b| (b.1 - b.0).total_cmp(&(a.1 - a.0)));
    strips
}
