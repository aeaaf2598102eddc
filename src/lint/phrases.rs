//! Rules told by phrases: one matcher over all patterns and exceptions that the text can meet, one pass over the words.
//!
//! A phrase counts unless an exception overlaps it, stands in its sentence, or stands anywhere in the posting, as its
//! rule says. That is how "young company" is no age and "cloud native" no birthplace.

use super::Severity;
use super::gather::Gather;
use super::outline::{Kind, Row, Section};
use super::places::Reach;
use super::rules::{self, Case, Rule};
use super::text::Text;
use crate::lexicon::matcher::{Hit, Matcher};
use crate::lexicon::words::Pause;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a pattern is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Match,
    Unless,
    InSentence,
    Before,
    InText,
    /// What the sentence before must say.
    Behind,
}

struct Phrases {
    patterns: Vec<&'static str>,
    /// Rule, case and use of each pattern.
    uses: Vec<(usize, usize, Use)>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut patterns: Vec<&str> = Vec::new();
    let mut uses: Vec<(usize, usize, Use)> = Vec::new();
    for (r, rule) in rules::wording().iter().enumerate() {
        for (c, case) in rule.cases.iter().enumerate() {
            let lists = [
                (&case.patterns, Use::Match),
                (&case.unless, Use::Unless),
                (&case.unless_in_sentence, Use::InSentence),
                (&case.unless_before, Use::Before),
                (&case.unless_in_text, Use::InText),
                (&case.only_behind, Use::Behind),
            ];
            for (list, what) in lists {
                patterns.extend(list);
                uses.extend(list.iter().map(|_| (r, c, what)));
            }
        }
    }
    Phrases { patterns, uses }
});

/// Finds all phrases.
pub(super) fn check(text: &Text, out: &mut Gather<'_>) {
    let patterns = PHRASES.patterns.iter().copied();
    let matcher = Matcher::for_text(rules::classes(), patterns, &text.words);
    let hits = matcher.expect("compiled-in phrases are read by a test").find(&text.words);
    let mut by_case: BTreeMap<(usize, usize), Vec<(Use, Hit)>> = BTreeMap::new();
    for hit in hits {
        let (rule, case, what) = PHRASES.uses[hit.pattern];
        by_case.entry((rule, case)).or_default().push((what, hit));
    }
    let mut taken: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for ((r, c), mut hits) in by_case {
        hits.sort_by_key(|(_, hit)| hit.first);
        let rule = &rules::wording()[r];
        let case = &rule.cases[c];
        if hits.iter().any(|(what, _)| *what == Use::InText) {
            continue;
        }
        let mut found: Vec<Hit> = hits.iter().filter(|(w, _)| *w == Use::Match).map(|(_, hit)| *hit).collect();
        found.sort_by_key(|hit| (hit.first, std::cmp::Reverse(hit.last)));
        for hit in found {
            let before = taken.range((r, 0)..(r, hit.last)).next_back();
            let overlapped = before.is_some_and(|(_, last)| hit.first < *last);
            let goes_on = case.only_behind.is_empty() || goes_on_from(text, &hits, &hit);
            if overlapped || !goes_on || excepted(text, &hits, &hit) || !stands_right(text, rule, case, &hit) {
                continue;
            }
            taken.insert((r, hit.first), hit.last);
            report(text, rule, case, &hit, out);
            if case.first_only {
                break;
            }
        }
    }
}

/// Whether an exception takes a hit back.
fn excepted(text: &Text, hits: &[(Use, Hit)], hit: &Hit) -> bool {
    let (from, to) = sentence(text, hit.first);
    near(hits, from, to).any(|(what, other)| match what {
        Use::Unless => other.first < hit.last && hit.first < other.last,
        Use::InSentence => other.first >= from && other.last <= to,
        Use::Before => other.first >= from && other.last <= hit.first,
        Use::Match | Use::InText | Use::Behind => false,
    })
}

/// Whether a hit opens its sentence, and the one before says what the case wants and names nobody: "The ideal candidate is
/// calm. He thinks ahead", but not "Your manager is Priya Nair. She joined in 2021".
fn goes_on_from(text: &Text, hits: &[(Use, Hit)], hit: &Hit) -> bool {
    let list = &text.words.list;
    let (from, _) = sentence(text, hit.first);
    if hit.first != from || from == 0 || list[from].pause >= Pause::Block {
        return false;
    }
    let (start, end) = sentence(text, from - 1);
    let capital = |at: usize| text.text[list[at].start as usize..].starts_with(char::is_uppercase);
    let names = (start + 1..end).any(capital);
    let says = |(what, other): &(Use, Hit)| *what == Use::Behind && start <= other.first && other.last <= end;
    !names && near(hits, start, end).any(says)
}

/// The hits that may reach into some words.
fn near(hits: &[(Use, Hit)], from: usize, to: usize) -> impl Iterator<Item = &(Use, Hit)> {
    let start = hits.partition_point(|(_, other)| other.first + LONGEST_PHRASE < from);
    hits[start..].iter().take_while(move |(_, other)| other.first < to)
}

/// Most words that a phrase spans, gaps counted in.
const LONGEST_PHRASE: usize = 40;
/// Words before and behind a word that its sentence is looked for in.
const FARTHEST: usize = 120;

/// The words of the sentence around a word.
pub(super) fn sentence(text: &Text, at: usize) -> (usize, usize) {
    let list = &text.words.list;
    let first = at.saturating_sub(FARTHEST);
    let last = (at + FARTHEST).min(list.len());
    let from = (first..=at).rev().find(|i| list[*i].pause >= Pause::Sentence).unwrap_or(first);
    let to = (at + 1..last).find(|i| list[*i].pause >= Pause::Sentence).unwrap_or(last);
    (from, to)
}

/// Whether a hit stands where its rule looks.
fn stands_right(text: &Text, rule: &Rule, case: &Case, hit: &Hit) -> bool {
    let row = &text.rows[text.words.list[hit.first].line as usize];
    if rule.not_in.contains(&row.section) || rule.not_quoted && quoted(text, row, hit) {
        return false;
    }
    !case.only_asks || asks(text, row.section, row.kind, hit)
}

/// Bytes in the longest line of a posting that somebody wrote.
const LONGEST_LINE: usize = 3_000;
/// Words in the shortest quotation of somebody; fewer are a term.
const QUOTATION: usize = 5;

/// Whether a hit stands in a line between quotation marks with what somebody says. In a line longer than any sentence none
/// is looked for.
fn quoted(text: &Text, row: &Row, hit: &Hit) -> bool {
    let marks = ['"', '“', '”', '„'];
    let at = text.words.list[hit.first].start as usize;
    let (before, behind) = (&text.text[row.start..at], &text.text[at..row.end]);
    if before.len() + behind.len() > LONGEST_LINE || before.matches(marks).count() % 2 == 0 {
        return false;
    }
    let said = before.rsplit(marks).next().zip(behind.split_once(marks)).map(|(open, (rest, _))| (open, rest));
    said.is_some_and(|(a, b)| a.split_whitespace().count() + b.split_whitespace().count() >= QUOTATION)
}

/// Words of sentences that ask for something.
const ASKING: [&str; 14] = [
    "you have",
    "you are",
    "you bring",
    "candidate",
    "must have",
    "required",
    "requires",
    "ability to",
    "you will need",
    "you need",
    "looking for",
    "we want",
    "should have",
    "you should",
];

fn asks(text: &Text, section: Section, kind: Kind, hit: &Hit) -> bool {
    if matches!(section, Section::Required | Section::Preferred) {
        return true;
    }
    if matches!(
        section,
        Section::About | Section::Benefits | Section::Product | Section::Equal | Section::Pay | Section::Team
    ) {
        return false;
    }
    let (from, to) = sentence(text, hit.first);
    let list = &text.words.list;
    let words = text.text[list[from].start as usize..list[to - 1].end as usize].to_lowercase();
    let short_item =
        kind != Kind::Heading && section != Section::Duties && to - from <= 12 && words.ends_with("skills");
    // an example or a snippet without any heading is a list of wishes too
    let bare = section == Section::Top && to - from <= 8;
    ASKING.iter().any(|w| words.contains(w)) || short_item || bare
}

fn report(text: &Text, rule: &'static Rule, case: &'static Case, hit: &Hit, out: &mut Gather<'_>) {
    let scope = case.scope.as_ref().unwrap_or(&rule.scope);
    let inside = case.severity.unwrap_or(rule.severity);
    // a posting may be of several places, of which each has its own law
    let others = || rule.also.iter().filter(|also| also.holds(out.as_of));
    let all: Vec<String> = scope.iter().chain(others().flat_map(|a| &a.scope)).cloned().collect();
    let (reach, places) = out.reach(&all);
    // the rule's law is that of its own scope, also where a case holds in more places
    let own = out.reach(&rule.scope).0 == Reach::Sure;
    let also = if own { None } else { others().find(|a| out.reach(&a.scope).0 == Reach::Sure) };
    let severity = match (reach, rule.elsewhere) {
        (Reach::Sure, _) => inside,
        (Reach::Possible, _) => inside.min(Severity::Warning),
        (Reach::No, Some(elsewhere)) => elsewhere.min(inside),
        (Reach::No, None) => return,
    };
    let last = case.trim.map_or(hit.last, |n| (hit.first + n).min(hit.last));
    let list = &text.words.list;
    let (start, end) = (list[hit.first].start as usize, list[last - 1].end as usize);
    let message = case.message.as_deref().unwrap_or(&rule.message);
    let suggestion = case.suggestion.as_deref().unwrap_or(&rule.suggestion);
    out.add(rule, severity, (start, end), message, suggestion, places);
    match also {
        Some(also) => out.cite(rule, also),
        // the law of another place says nothing here; the reason does
        None if reach == Reach::No => out.cite_none(rule),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_phrases_can_be_read() {
        assert_eq!(Matcher::new(rules::classes(), PHRASES.patterns.iter().copied()).err(), None);
    }
}
