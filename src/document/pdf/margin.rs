//! What stands in the margin of a text: labels are read before it, dates stay beside it.

use super::columns::{Placed, Row};
use super::words::Segment;

/// A label may stand so many em lower than the first line of its text: it is larger, or has a rule above it.
const LOWER: f32 = 1.0;
/// Baselines that differ by less, in em, are the same.
const SAME: f32 = 0.1;
/// Farthest, in em, that the second half of a date stands below the first.
const BELOW: f32 = 1.8;
/// Distance in points of edges that are meant to be the same.
const EDGE: f32 = 3.0;
/// Longest second half of a date: a month and a year.
const DATE_CHARS: usize = 16;
/// Longest first half: such a date, a dash and a month.
const HALF_CHARS: usize = 27;

/// Labels become lines of their own above the text that they stand beside.
pub(super) fn labels(rows: Vec<Row>, x: f32, column: u16) -> Vec<Placed> {
    let mut out: Vec<Placed> = Vec::new();
    let mut beside = false;
    for row in rows {
        let (label, text): (Row, Row) = row.into_iter().partition(|s| s.left < x);
        let lower = |above: &Placed| match (above.row.first(), label.first()) {
            (Some(above), Some(label)) => label.y - above.y < LOWER * label.size,
            _ => false,
        };
        let own = match (text.first(), label.first()) {
            (Some(text), Some(label)) => text.y - label.y < SAME * label.size,
            _ => false,
        };
        let overlaps = !own && !beside && out.last().is_some_and(lower);
        beside = !label.is_empty();
        let at = out.len() - usize::from(overlaps);
        if beside {
            out.insert(at, Placed { row: label, column });
        }
        if !text.is_empty() {
            out.push(Placed { row: text, column });
        }
    }
    out
}

/// Dates beside an entry that take two lines ("2019 -", "2021") become one, in the left margin or the right.
pub(super) fn join_dates(rows: &mut Vec<Placed>) {
    for at in 1..rows.len() {
        let Some((above, [below, ..])) = rows.split_at_mut_checked(at) else { break };
        let Some(above) = above.last_mut().filter(|above| above.column == below.column) else { continue };
        if above.row.len() < 2 {
            continue;
        }
        join(above.row.first_mut(), &mut below.row, 0);
        if let Some(last) = below.row.len().checked_sub(1) {
            join(above.row.last_mut(), &mut below.row, last);
        }
    }
    rows.retain(|placed| !placed.row.is_empty());
}

fn join(from: Option<&mut Segment>, row: &mut Row, at: usize) {
    let Some((from, to)) = from.zip(row.get(at)) else { return };
    if goes_on(from, to) {
        let to = row.remove(at);
        from.text = format!("{} {}", from.text.trim_end(), to.text.trim_start());
        from.chars += to.chars;
    }
}

/// Words between the two halves of a range, in small letters.
const TO: [&str; 6] = ["to", "until", "till", "bis", "à", "a"];
/// Words at the end of a range that goes on, in small letters.
const NOW: [&str; 7] = ["now", "today", "present", "date", "current", "heute", "aujourd'hui"];

/// Whether a date that ends in a dash, or in a month whose year is missing, or that a "to" follows, goes on in the line
/// below.
fn goes_on(from: &Segment, to: &Segment) -> bool {
    let second = to.text.trim();
    let year_alone = second.len() == 4 && second.bytes().all(|b| b.is_ascii_digit());
    let behind_dash = from.text.rsplit_once(['-', '–', '—']).map(|(_, behind)| behind.trim());
    let open = behind_dash.is_some_and(|end| end.is_empty() || year_alone && end.chars().all(char::is_alphabetic));
    let open = open || behind_dash.is_none() && ends_range(second);
    let short = second.chars().count() <= DATE_CHARS && from.text.chars().count() <= HALF_CHARS;
    let under = (from.left - to.left).abs() < EDGE || (from.right - to.right).abs() < EDGE;
    open && has_year(&from.text) && short && under && to.y - from.y < BELOW * from.size
}

/// Whether a stretch is the second half of a range: "to now", "bis Mai 2019".
fn ends_range(text: &str) -> bool {
    let small = text.trim().to_lowercase().replace('’', "'");
    let Some((first, rest)) = small.split_once(' ') else { return false };
    TO.contains(&first) && (has_year(rest) || NOW.contains(&rest))
}

/// Whether a stretch has a year: "2019", "'19".
fn has_year(text: &str) -> bool {
    let whole = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let short = |part: &str| part.get(..2).is_some_and(|two| two.bytes().all(|b| b.is_ascii_digit()));
    text.split(|c: char| !c.is_ascii_digit()).any(whole) || text.split(['\'', '’']).skip(1).any(short)
}

/// Whether a stretch is a date, a range of two, or the second half of one: no more words than months and "present" need.
pub(super) fn is_date(text: &str) -> bool {
    /// Words beside the figures: two months, or one and "present".
    const WORDS: usize = 3;
    /// Longest range of two such dates.
    const RANGE_CHARS: usize = 2 * DATE_CHARS + 3;
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count();
    (has_year(text) || ends_range(text)) && words <= WORDS && text.trim().chars().count() <= RANGE_CHARS
}
