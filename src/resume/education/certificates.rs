//! Certificates: held, lapsed, planned, or only a class that was attended; and letters that stand for something else.

use super::{Certificate, LONG_LINE, Look, Places, Section, TextLine, marks_in, marks_of, words_of};
use crate::lexicon::words::{Pause, Word, Words};
use crate::lexicon::{Lexicon, Mark, Meaning, SectionKind, Standing};
use crate::resume::dates::{self, End, Month};

/// Whether a line says that a certificate was earned.
fn says_certified(plain: &str) -> bool {
    let folded = crate::lexicon::words::fold(plain);
    ["certif", "earned", "obtained", "passed", "accredit", "qualified"].iter().any(|w| folded.contains(w))
}

/// The id of classes: they are attended, never held.
pub(crate) const CLASS: &str = "product-class";

/// Whether the text of a job says that a class was attended rather than given.
fn says_attended(plain: &str) -> bool {
    let folded = crate::lexicon::words::fold(plain);
    ["attend", "complet", "took ", "taken", "passed", "enrol", "participa", "finished", "learned", "learnt"]
        .iter()
        .any(|w| folded.contains(w))
}

/// Whether letters that name a certificate stand among other words, which do not say that it was earned.
fn in_passing(words: &Words, mark: &Mark, line: usize, plain: &str) -> bool {
    let others = words_of(words, line, line).filter(|at| !(mark.first..mark.last).contains(at));
    let alone = others.into_iter().all(|at| words.list[at].number);
    mark.last - mark.first == 1 && !alone && !says_certified(plain)
}

/// Whether a certificate's name in a job's header is that of the employer: "Instructor, Product School".
fn is_the_employer(places: &Places<'_>, words: &Words, line: usize, mark: &Mark) -> bool {
    let Some(job) = places.entry_of[line].map(|e| &places.entries[e]).filter(|job| line <= job.header.1) else {
        return false;
    };
    let name = words.list[mark.first..mark.last].iter().map(|w| words.folded(w)).collect::<Vec<_>>().join(" ");
    !job.title.is_empty() && crate::lexicon::words::fold(&job.employer).trim() == name
}

/// Whether the letters of a certificate stand for something else in this resume.
pub(super) fn means_else(words: &Words, unless: &[String]) -> bool {
    unless.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.list.windows(phrase.len()).any(|w| w.iter().zip(&phrase).all(|(word, p)| words.folded(word) == *p))
    })
}

/// Whether the word before a standing says that it is that of all: "CSPO, PSM (both lapsed)".
fn says_both(words: &Words, standing: &Mark) -> bool {
    standing.first > 0 && ["both", "all"].contains(&words.folded(&words.list[standing.first - 1]))
}

/// Where in a line, in small letters, one of its words begins (bytes): behind the words before it, as far as they are
/// found. A line too long to be a list of certificates is not looked through: 0.
fn place_in(line_text: &str, words: &Words, line: usize, word: usize) -> usize {
    if line_text.len() > LONG_LINE {
        return 0;
    }
    let before = words_of(words, line, line).start..=word;
    before.fold(0, |from, at| {
        let form = words.folded(&words.list[at]);
        line_text.get(from..).and_then(|rest| rest.find(form)).map_or(from, |found| from + found)
    })
}

/// Words before the day on which a certificate ends.
const VALID: [&str; 12] = [
    "valid to",
    "valid until",
    "valid till",
    "valid through",
    "expires",
    "expiring",
    "exp.",
    "gültig bis",
    "valable jusqu",
    "valido fino",
    "válido hasta",
    "geldig tot",
];

/// Months from the first to the last of the shortest time for which certificates are given: two years.
const VALIDITY: i32 = 23;

/// The month after which a line says, between two bytes, that a certificate is no longer valid.
fn valid_until(plain: &str, within: std::ops::Range<usize>) -> Option<Month> {
    let folded = plain.to_lowercase();
    let text = folded.get(within.start..within.end.min(folded.len()))?;
    let Some(at) = VALID.iter().filter_map(|w| text.find(w)).min() else {
        // "Scrum Alliance, Dec 2014 - Dec 2016" is no course
        let own = dates::ranges(plain).into_iter().filter(|r| within.contains(&r.from));
        let held = |end: End, start: Month| match end {
            End::Month(last) => (last.0 - start.0 >= VALIDITY).then_some(last),
            End::Present => None,
        };
        return own.filter_map(|range| held(range.end, range.start)).next_back();
    };
    let point = dates::points(plain).into_iter().find(|p| p.from >= within.start + at)?;
    Some(if point.first > point.last { Month(point.last.0 + 6) } else { point.last })
}

/// Words in the longest phrase that says how something stands.
const LONGEST_STANDING: usize = 6;

/// Words with a capital, behind the first, that make the front of a sentence a name.
const NAMES: usize = 1;

/// How something stands, if a mark says so.
fn standing_of(mark: &Mark) -> Option<Standing> {
    if let Meaning::Standing(standing) = mark.meaning { Some(standing) } else { None }
}

/// The line below a certificate's that says no more than how it stands: "Exam booked for May", "valid until 2024".
fn line_below(places: &Places<'_>, marks: &[Mark], words: &Words, line: usize) -> Option<usize> {
    let below = line + 1;
    let text = places.lines.get(below).filter(|l| l.look == Look::Plain && places.kind(below) == places.kind(line))?;
    let first = words_of(words, below, below).start;
    let own = marks_of(marks, words, below, below);
    let names = own.iter().any(|m| matches!(m.meaning, Meaning::Certificate(_) | Meaning::Degree(_)));
    let folded = text.plain.to_lowercase();
    let opens = own.iter().any(|m| m.first == first && matches!(m.meaning, Meaning::Standing(_)))
        || VALID.iter().any(|w| folded.starts_with(w));
    // "APMG; certificate lapsed in 2021"
    let names_paper = |m: &Mark| m.first > first && words.folded(&words.list[m.first - 1]) == "certificate";
    let lapsed = own.iter().any(|m| m.meaning == Meaning::Standing(Standing::Lapsed) && names_paper(m));
    (!names && (lapsed || opens && !says_certified(&text.plain))).then_some(below)
}

/// A line above a certificate's, or above the blank over it, that says no more than how it stands: "In progress".
fn heading_above(places: &Places<'_>, marks: &[Mark], words: &Words, line: usize) -> Option<usize> {
    let above = (0..line).rev().find(|l| !places.lines[*l].blank()).filter(|l| line - l <= 2)?;
    let own = words_of(words, above, above);
    // "Training" heads certificates that were earned
    let stands = |m: &Mark| matches!(m.meaning, Meaning::Standing(s) if s != Standing::Attended);
    let whole = |m: &Mark| stands(m) && m.first == own.start && m.last == own.end;
    (!own.is_empty() && marks_of(marks, words, above, above).iter().any(whole)).then_some(above)
}

/// Joins the lines over which a narrow column wraps a certificate's name: "Professional Scrum Product" over "Owner II".
pub(in crate::resume) fn join_wrapped(words: &mut Words, lines: &[TextLine], sections: &[Section], lexicon: &Lexicon) {
    /// Bytes in the longest line of such a column, and the most lines that are looked through.
    const NARROW: usize = 60;
    const MOST_LINES: usize = 400;
    let kinds = [SectionKind::Certifications, SectionKind::Training, SectionKind::Education];
    let goes_on = |line: &TextLine| line.look == Look::Plain && !line.plain.ends_with(['.', ',', ';', ')']);
    let own = sections.iter().filter(|s| kinds.contains(&s.kind)).flat_map(|s| s.from + 1..s.to);
    for at in own.filter(|at| lines[at - 1].plain.len() <= NARROW && lines[*at].plain.len() <= NARROW).take(MOST_LINES)
    {
        let (above, below) = (&lines[at - 1], &lines[at]);
        if !goes_on(above) && above.look != Look::Bullet || below.look != Look::Plain || below.continues {
            continue;
        }
        let (first, mut both) = (words_of(words, at, at).start, Words::default());
        both.push_line(&above.plain, 0, 0, Pause::Block);
        let parted = both.list.len();
        both.push_line(&below.plain, 0, 1, Pause::None);
        let names = |m: &Mark| matches!(m.meaning, Meaning::Certificate(_)) && (m.first + 1..m.last).contains(&parted);
        if lexicon.mark(&both).iter().any(names) {
            words.list[first].pause = Pause::None;
        }
    }
}

/// The certificate that a mark names, and how it stands.
pub(super) fn certificate(
    places: &Places<'_>,
    words: &Words,
    marks: &[Mark],
    lexicon: &Lexicon,
    mark: &Mark,
    index: usize,
    line: usize,
) -> Certificate {
    // a line may name several certificates: what is said between this one and its neighbours is said of this one
    let own = marks_of(marks, words, line, line);
    let plain = &places.lines[line].plain;
    let folded = plain.to_lowercase();
    // marks that touch are one mention: "Product School product manager certificate (PMC)"; "PSM I, PMP" are two
    let touches = |m: &Mark| {
        let (first, second) = if m.first < mark.first { (m, mark) } else { (mark, m) };
        let in_bracket = || folded[..place_in(&folded, words, line, second.first)].ends_with('(');
        let parted = || second.first >= first.last && words.list[second.first].pause > Pause::None && !in_bracket();
        second.first <= first.last + 1 && !parted()
    };
    let another = |m: &Mark| matches!(m.meaning, Meaning::Certificate(other) if other != index) && !touches(m);
    let next = own.iter().filter(|m| another(m) && m.first >= mark.last).map(|m| m.first).min();
    let others_before = own.iter().any(|m| another(m) && m.last <= mark.first);
    // "CSPO, 2020. I am signed up for a course in product management": a sentence speaks of the certificate that it names
    let parted = |from: usize, to: usize| words.list[from..=to].iter().any(|word| word.pause >= Pause::Sentence);
    let of_next = |m: &Mark| next.is_some_and(|n| parted(mark.last, m.first) && !parted(m.first + 1, n));
    let of_this = |m: &Mark| {
        let before = own.iter().filter(|o| another(o) && o.last <= mark.first).map(|o| o.last).max();
        before.is_none_or(|before| before <= m.first && parted(before, m.first) && !parted(m.first + 1, mark.first))
    };
    let said = own.iter().filter(|m| {
        m.first >= mark.last && (next.is_none_or(|n| m.first < n && !of_next(m)) || says_both(words, m))
            || m.last <= mark.first && of_this(m)
    });
    // "CSPO, 2021. A four-day course in data analysis", "CSPO, 2021; a course in law": that class is another one
    let apart = |m: &Mark| {
        let (last, next) = if m.first >= mark.last { (mark.last, m.first) } else { (m.last, mark.first) };
        let text = || folded.get(place_in(&folded, words, line, last - 1)..place_in(&folded, words, line, next));
        m.meaning == Meaning::Standing(Standing::Attended)
            && (words.list[last..=next].iter().any(|word| word.pause >= Pause::Sentence)
                || text().is_some_and(|between| between.contains(';')))
    };
    // "PSPO II (2019). ISO 42001 Lead Implementer: exam in May": a sentence that names another paper first speaks of that
    let of_another = |m: &Mark| {
        let begins = (mark.last..=m.first).rev().find(|at| words.list[*at].pause >= Pause::Sentence);
        // every sentence begins with a capital, and the certificate may be named again
        let own = |w: &&Word| words.list[mark.first..mark.last].iter().any(|o| words.folded(o) == words.folded(w));
        let names = |from: usize| {
            let behind = words.list[from..m.first].iter().skip(1);
            behind.filter(|w| w.capital && !w.number).filter(|w| !own(w)).count() >= NAMES
        };
        m.first >= mark.last && begins.is_some_and(names)
    };
    let below = next.is_none().then(|| line_below(places, marks, words, line)).flatten();
    let beside = [heading_above(places, marks, words, line), below].into_iter().flatten();
    let beside = beside.flat_map(|l| marks_of(marks, words, l, l));
    // "renewal pending" is more than "pending"
    let covers = |o: &Mark, m: &Mark| o.first <= m.first && o.last >= m.last && o.last - o.first > m.last - m.first;
    let near = |m: &Mark| marks_in(marks, m.first.saturating_sub(LONGEST_STANDING), m.first + 1);
    let within = |m: &Mark| near(m).iter().any(|o| standing_of(o).is_some() && covers(o, m));
    let standings: Vec<Standing> =
        said.filter(|m| !apart(m) && !within(m) && !of_another(m)).chain(beside).filter_map(standing_of).collect();
    let standing = [Standing::Unfinished, Standing::InProgress, Standing::Lapsed, Standing::Attended]
        .into_iter()
        .find(|s| standings.contains(s));
    let from = if others_before { place_in(&folded, words, line, mark.first) } else { 0 };
    let to = next.map(|n| place_in(&folded, words, line, n)).filter(|to| *to > from).unwrap_or(folded.len());
    let valid_until = valid_until(plain, from..to).or_else(|| valid_until(&places.lines[below?].plain, 0..usize::MAX));
    let name = words.list[mark.first..mark.last].iter().map(|w| words.folded(w)).collect::<Vec<_>>().join(" ");
    let listed = &lexicon.certificates()[index];
    Certificate {
        id: listed.id.clone(),
        name: if name.len() > 5 { listed.name.clone() } else { name.to_uppercase() },
        standing,
        valid_until,
        in_passing: is_the_employer(places, words, line, mark) && !says_certified(plain)
            || places.entry_of[line].is_some()
                && if listed.id == CLASS { !says_attended(plain) } else { in_passing(words, mark, line, plain) },
        section: places.kind(line),
        line,
        words: (mark.first, mark.last),
    }
}
