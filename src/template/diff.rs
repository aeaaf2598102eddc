//! The difference of two texts, line by line, in the form that every programmer reads (unified diff).
//!
//! Our own, because templates are short and the table of the longest common subsequence fits on a page.

use super::stamp::{Original, unstamped};
use std::fmt::Write as _;

/// Equal lines shown around a change.
const CONTEXT: usize = 3;
/// Largest table, in cells; beyond it the middle is shown as wholly changed.
const LARGEST_TABLE: usize = 25_000_000;

/// One line of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    Both(&'a str),
    Ours(&'a str),
    Yours(&'a str),
}

/// From our text of a file to a user's copy, without its stamp; empty where they are the same.
pub fn diff(original: &Original, copy: &str) -> String {
    let (_, yours) = unstamped(copy);
    let lines = compare(&original.text.lines().collect::<Vec<_>>(), &yours.lines().collect::<Vec<_>>());
    let hunks = hunks(&lines);
    if hunks.is_empty() {
        return String::new();
    }
    format!("--- built-in {0}\n+++ yours {0}\n{hunks}", original.path)
}

fn compare<'a>(ours: &[&'a str], yours: &[&'a str]) -> Vec<Line<'a>> {
    let head = ours.iter().zip(yours).take_while(|(a, b)| a == b).count();
    let (same, ours, yours) = (&ours[..head], &ours[head..], &yours[head..]);
    let tail = ours.iter().rev().zip(yours.iter().rev()).take_while(|(a, b)| a == b).count();
    let (ours, end) = ours.split_at(ours.len() - tail);
    let mut out: Vec<Line> = same.iter().map(|line| Line::Both(line)).collect();
    out.extend(middle(ours, &yours[..yours.len() - tail]));
    out.extend(end.iter().map(|line| Line::Both(line)));
    out
}

/// What differs at both ends, by the longest common subsequence of its lines.
fn middle<'a>(ours: &[&'a str], yours: &[&'a str]) -> Vec<Line<'a>> {
    let wide = yours.len() + 1;
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    if (ours.len() + 1).saturating_mul(wide) <= LARGEST_TABLE {
        // longest[i * wide + j]: common lines of ours from i and yours from j on
        let mut longest = vec![0_u32; (ours.len() + 1) * wide];
        for i in (0..ours.len()).rev() {
            for j in (0..yours.len()).rev() {
                longest[i * wide + j] = if ours[i] == yours[j] {
                    longest[(i + 1) * wide + j + 1] + 1
                } else {
                    longest[(i + 1) * wide + j].max(longest[i * wide + j + 1])
                };
            }
        }
        while i < ours.len() && j < yours.len() {
            if ours[i] == yours[j] {
                out.push(Line::Both(ours[i]));
                (i, j) = (i + 1, j + 1);
            } else if longest[(i + 1) * wide + j] >= longest[i * wide + j + 1] {
                out.push(Line::Ours(ours[i]));
                i += 1;
            } else {
                out.push(Line::Yours(yours[j]));
                j += 1;
            }
        }
    }
    out.extend(ours[i..].iter().map(|line| Line::Ours(line)));
    out.extend(yours[j..].iter().map(|line| Line::Yours(line)));
    out
}

/// The changes with the equal lines around them, each stretch under its line numbers.
fn hunks(lines: &[Line]) -> String {
    let changed: Vec<usize> = (0..lines.len()).filter(|i| !matches!(lines[*i], Line::Both(_))).collect();
    let mut out = String::new();
    let mut next = 0;
    while let Some(first) = changed.get(next) {
        let mut last = *first;
        while let Some(more) = changed.get(next).filter(|i| **i <= last + 2 * CONTEXT + 1) {
            last = *more;
            next += 1;
        }
        let (from, to) = (first.saturating_sub(CONTEXT), (last + CONTEXT + 1).min(lines.len()));
        let ours = |lines: &[Line]| lines.iter().filter(|l| !matches!(l, Line::Yours(_))).count();
        let yours = |lines: &[Line]| lines.iter().filter(|l| !matches!(l, Line::Ours(_))).count();
        let (before, hunk) = (&lines[..from], &lines[from..to]);
        let _ = writeln!(out, "@@ -{},{} +{},{} @@", ours(before) + 1, ours(hunk), yours(before) + 1, yours(hunk));
        for line in hunk {
            let _ = match line {
                Line::Both(text) => writeln!(out, " {text}"),
                Line::Ours(text) => writeln!(out, "-{text}"),
                Line::Yours(text) => writeln!(out, "+{text}"),
            };
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn changes_stand_among_their_neighbours() {
        let ours: Vec<String> = (1..=20).map(|n| n.to_string()).collect();
        let ours: Vec<&str> = ours.iter().map(String::as_str).collect();
        let mut yours = ours.clone();
        yours[1] = "two";
        yours.remove(17);
        yours.push("21");
        expect![[r#"
            @@ -1,5 +1,5 @@
             1
            -2
            +two
             3
             4
             5
            @@ -15,6 +15,6 @@
             15
             16
             17
            -18
             19
             20
            +21
        "#]]
        .assert_eq(&hunks(&compare(&ours, &yours)));
        assert_eq!(hunks(&compare(&ours, &ours)), "");
        assert_eq!(hunks(&compare(&[], &["a"])), "@@ -1,0 +1,1 @@\n+a\n");
    }
}
