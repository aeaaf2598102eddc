//! A sentence -> its clauses, one for each thing that is asked for.
//!
//! "Strong SQL, written communication and 3+ years in fintech" asks for three things. A comma or an "and" parts two
//! clauses where each side asks for something by itself: it names a known subject or a tool, or it begins anew
//! ("... and experience with"). What stands behind an "or", behind "such as" or "including", or tells the purpose ("to
//! improve", "that grow") belongs to the clause before it.

use super::criteria::says_preferred;
use super::cues::{Hit, concepts};
use super::degrees::{certificates, degree};
use super::literals::languages;
use super::names::{Name, names};
use super::years::mentions;
use regex::Regex;
use std::sync::LazyLock;

/// A longer sentence is no sentence of a person; it stays whole, so that the time stays bounded.
const LONGEST: usize = 2_000;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("patterns are tried by a test")
}

/// Where a clause may end.
static BREAK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[,;]\s+(?:(?:and|as well as|but|plus|with|along with|including|coupled with|while)\s+)?|\s+(?:and|&|as well as|along with|coupled with|combined with|plus|with|including|but|while)\s+",
    )
});
/// What makes "plus" a thing that is liked.
static A_PLUS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\ban?(?: (?:big|huge|real|great|strong|definite|nice))?$"));
/// Words that begin a new thing that is asked for.
static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:and |also |an? |the |some |at least |have |having |has |in |your |prior |previous |must have |you have |you'll have |you've |you are |particularly |especially |with )*(?:[\w'/+-]+ ){0,3}?(?:experienced?|knowledge|understanding|ability|abilities|able|familiarity|familiar|proficien\w+|expertise|background|track record|history of|focus(?:ed)? on|exposure to|comfort(?:able)?|fluen\w+|capable|capability|skilled|adept|appreciation|grasp|command of|aptitude|proven|demonstrated|conversant|(?:well[- ])?versed|(?:strong|good|sound) (?:in|at)|should (?:know|be)|excellent (?:written|verbal|oral|communication)|willing\w*|desire|skills|acumen|competenc\w+|(?:built|shipped|led|managed|worked|launched|delivered|owned|conceptuali[sz]ed|developed|designed|grown|created) \w+)\b",
    )
});
/// "... in a fast-paced environment".
static IN_A: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i) (?:in|within) an? "));
/// The concept that is a setting of work rather than the work.
const ENVIRONMENT: &str = "startup";
static ABILITY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:ability|able|capable|capability)\b"));
/// Behind it stand examples of what was named.
static EXAMPLES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bsuch as\b|\be\.?g\.?\b|\bi\.e\.|\bincluding\b|\bfor example\b|\blike\b|\betc\b"));
/// Behind it stands what it is for.
static PURPOSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bin order to\b|\b(?:through|by|via) \w|\bso (?:that|as)\b|\b(?:that|which|where|resulting|thereby|evidenced|shown|demonstrated|backed|illustrated|supported) \w|\bto (?:(?:effectively|successfully|clearly|quickly|continuously|better|help) )?[a-z]+",
    )
});
/// Before it "to" tells what somebody can do, not what it is for.
static BEFORE_TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:ability|abilities|able|capable|capacity|how|desire|willing\w*|need\w*|aptitude|exposure|passion|comfortable|used|due|related|close|similar|communicat\w+|present\w*|\d|up|addition|prior|access|concept|conception|inception|ideation|idea|zero|end|strategy|go|business|report\w*|appl\w+|approach\w*)$",
    )
});

/// Dealing with others: behind it stands whom.
static WITH_OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:work|collaborat|partner|communicat|engag|interact|coordinat|liais|align|relationship|present|influenc|negotiat|consensus)\w*\b.*\b(?:with|between|across|to|among|amongst)\b",
    )
});
/// "experience applying them": the words before say what "them" is.
static LEANS_BACK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:[\w'-]+ ){0,4}?\w+ing (?:them|it|these|those)\b"));
/// A word that cannot end what is asked for.
static OPEN_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:in|with|of|for|as)$"));
/// What an enumeration of things that a person has ends with.
static HAD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:experience|skills?|abilities|expertise|knowledge)(?: (?:is|are) .*)?$"));
/// Words that join the members of an enumeration to something else than its end.
static JOINS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:in|with|of|to|for|as|on|that|who|you|your|or|including)\b"));

/// A clause, with what it names.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    /// Its words.
    pub(super) text: String,
    /// Known concepts of its main part, else of the rest.
    pub(super) hits: Vec<&'static str>,
    /// Names of tools and fields.
    pub(super) names: Vec<String>,
    /// Whether it says that it asks for experience, knowledge or the like.
    pub(super) head: bool,
    /// Its words before those that say what it is for.
    pub(super) main: String,
    /// Whether its concepts stand only where it says what it is for.
    pub(super) aside: bool,
    /// Where it begins in the sentence.
    start: usize,
}

/// One clause that may still be joined with its neighbours.
struct Piece {
    start: usize,
    end: usize,
    asks: bool,
}

/// What is asked for before its examples are named: "bank regulation" of "bank regulation, e.g. Reg D".
pub(super) fn before_examples(text: &str) -> Option<&str> {
    EXAMPLES.find(text).map(|found| &text[..found.start()])
}

/// Cuts a sentence.
pub(super) fn clauses(sentence: &str) -> Vec<Clause> {
    let lower = sentence.to_lowercase();
    if sentence.len() > LONGEST || lower.len() != sentence.len() {
        return vec![clause(sentence, (0, sentence.len()), &concepts(sentence), &names(sentence))];
    }
    let (hits, names) = (concepts(sentence), names(sentence));
    let mut bounds: Vec<(usize, usize)> = Vec::new();
    for found in BREAK.find_iter(sentence) {
        let (start, end) = (found.start(), found.end());
        // "It's a plus if you know SQL"
        if found.as_str().trim().eq_ignore_ascii_case("plus") && A_PLUS.is_match(&sentence[..start]) {
            continue;
        }
        let inside = hits.iter().any(|h| start >= h.start && end <= h.end);
        let open = sentence[..start].matches('(').count() > sentence[..start].matches(')').count();
        // "with" joins more often than it parts: only a new beginning counts
        let joint = found.as_str().to_lowercase();
        let weak = joint.contains("with") && !["along", "coupled", "combined"].iter().any(|w| joint.contains(w));
        let parts = !weak || HEAD.is_match(&sentence[end..]);
        // "experience in; banking, insurance" goes on
        let goes_on = found.as_str().starts_with(';') && OPEN_END.is_match(&sentence[..start]);
        // "4 years in product, of which 2 in retail": a figure of the figure before
        let of_which = lower[end..].starts_with("of which ") || lower[end..].starts_with("of them ");
        // "bank regulation, e.g. Reg D": what follows explains what was named
        let example =
            ["e.g", "i.e", "such as ", "for example", "for instance"].iter().any(|w| lower[end..].starts_with(w));
        if !inside && !open && parts && !goes_on && !of_which && !example {
            bounds.push((start, end));
        }
    }
    for hit in hits.iter().filter(|h| h.concept == ENVIRONMENT) {
        // "... in a fast-paced environment" is a thing of its own
        const NEAR: usize = 24;
        let from =
            (hit.start.saturating_sub(NEAR)..hit.start).find(|i| sentence.is_char_boundary(*i)).unwrap_or(hit.start);
        if let Some(found) = IN_A.find(&sentence[from..hit.start]) {
            bounds.push((from + found.start(), from + found.end()));
        }
    }
    bounds.sort_unstable();
    bounds.dedup_by(|b, a| b.0 < a.1);
    let has_degree = degree(sentence).is_some();
    let or_list = |at: usize| in_or_list(sentence, &bounds, at);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut from = 0;
    let mut quiet = false;
    let enumerated = is_enumeration(sentence, &bounds, &hits);
    for i in 0..=bounds.len() {
        let end = bounds.get(i).map_or(sentence.len(), |b| b.0);
        let text = &sentence[from..end];
        let head = HEAD.is_match(text);
        let joint = if i == 0 { "" } else { &sentence[bounds[i - 1].0..bounds[i - 1].1] }.to_lowercase();
        quiet = (quiet && !head) || joint.contains("including") && mentions(text).is_empty();
        let names_only = !hits.iter().any(|h| h.start >= from && h.end <= end);
        // "conversant with Hindi, Marathi will be an added advantage"
        let own = !mentions(text).is_empty()
            || degree(text).is_some()
            || certificates(text).is_some_and(|c| !c.is_empty())
            || i > 0 && says_preferred(text) && !languages(text).is_empty();
        // in a sentence about a degree the words of an enumeration are fields of study
        let field = has_degree && !own;
        let named = hits.iter().any(|h| h.start >= from && h.end <= end)
            || names.iter().any(|n| n.start >= from && n.end <= end);
        // "work with design, engineering and sales": whom somebody deals with is one thing
        let before = pieces.last().map_or("", |last| &sentence[last.start..last.end]);
        let others = !own && is_group(text) && joins(&joint) && WITH_OTHERS.is_match(before);
        let subject = named && !field && !others || own;
        let leans = i > 0 && LEANS_BACK.is_match(text) && !own;
        let asks = (head || subject && !quiet || enumerated) && !leans;
        let alternative =
            i > 0 && or_list(i - 1) && !(head && mentions(text).len() + mentions(&sentence[..from]).len() > 1);
        // "5 years in banking, insurance"; "the ability to turn ideas and data into ..."
        let goes_on = pieces.last().is_some_and(|last| {
            let before = &sentence[last.start..last.end];
            let empty = |p: &Piece| !hits.iter().any(|h| h.start >= p.start && h.end <= p.end);
            names_only && !own && !mentions(before).is_empty() || ABILITY.is_match(before) && empty(last)
        });
        let alternative = alternative || goes_on && !head;
        match pieces.last_mut() {
            Some(last) if !enumerated && alternative || !asks || !last.asks && !head => {
                last.end = end;
                last.asks |= asks;
            }
            _ => pieces.push(Piece { start: from, end, asks }),
        }
        quiet |= EXAMPLES.is_match(text) || purpose(text).is_some();
        from = bounds.get(i).map_or(sentence.len(), |b| b.1);
    }
    let own = |p: &Piece| clause(sentence, (p.start, p.end), &hits, &names);
    let mut out: Vec<Clause> = Vec::new();
    for piece in &pieces {
        let next = own(piece);
        // neighbours that ask for the same are one: "written communication and presentation"
        let same = |last: &&mut Clause| {
            let one = last.hits == next.hits && !last.hits.is_empty() && last.names.is_empty() && next.names.is_empty();
            one && mentions(&last.text).is_empty() && mentions(&next.text).is_empty()
        };
        match out.last_mut().filter(same) {
            Some(last) => {
                let head = last.head;
                *last = Clause { head, ..clause(sentence, (last.start, piece.end), &hits, &names) };
            }
            None => out.push(next),
        }
    }
    out
}

/// Whether a joint parts two members of one enumeration.
fn joins(joint: &str) -> bool {
    matches!(joint.trim(), "," | "and" | "&" | ", and" | ", &")
}

/// Whether a text is no more than the name of a group of people: "site managers".
fn is_group(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    text.split_whitespace().count() <= MOST_WORDS && !HEAD.is_match(text)
}

/// Whether a sentence only lists things that a person has: "Change management, pricing and stakeholder skills". Single
/// words ("written, verbal and ...") belong to the words behind them.
fn is_enumeration(sentence: &str, bounds: &[(usize, usize)], hits: &[Hit]) -> bool {
    const LONGEST_MEMBER: usize = 4;
    const FEWEST: usize = 2;
    if bounds.len() < FEWEST || !HAD.is_match(sentence) || JOINS.is_match(sentence) {
        return false;
    }
    let starts = std::iter::once(0).chain(bounds.iter().map(|b| b.1));
    let ends = bounds.iter().map(|b| b.0).chain([sentence.len()]);
    starts.zip(ends).take(bounds.len()).all(|(start, end)| {
        let words = sentence[start..end].split_whitespace().count();
        (FEWEST..=LONGEST_MEMBER).contains(&words) || hits.iter().any(|h| h.start == start && h.end == end)
    }) && bounds.iter().all(|(start, end)| joins(&sentence[*start..*end].to_lowercase()))
}

/// Whether a comma or "and" stands in a list that an "or" closes: "A, B, or C" names alternatives.
fn in_or_list(sentence: &str, bounds: &[(usize, usize)], at: usize) -> bool {
    const OR: [&str; 5] = ["or ", "and/or ", "/or ", "other ", "others"];
    // the list goes on over commas; an "and" or a new sentence part ends it
    for (start, end) in &bounds[at..] {
        let joint = sentence[*start..*end].trim().to_lowercase();
        let next_words: String = sentence[*end..].chars().take(7).collect();
        if OR.iter().any(|o| next_words.to_lowercase().starts_with(o)) {
            return joint.starts_with(',');
        }
        if joint != "," {
            return false;
        }
        let next = bounds.iter().find(|b| b.0 > *start).map_or(sentence.len(), |b| b.0);
        let item = &sentence[*end..next];
        if item.to_lowercase().contains(" or ") && next == sentence.len() && item.split_whitespace().count() <= 6 {
            return true;
        }
        if HEAD.is_match(item) {
            return false;
        }
    }
    false
}

/// Where a text stops saying what is asked for and says what it is for.
fn purpose(text: &str) -> Option<usize> {
    PURPOSE.find_iter(text).map(|m| m.start()).find(|at| *at > 0 && !BEFORE_TO.is_match(text[..*at].trim_end()))
}

/// The clause between two offsets.
fn clause(sentence: &str, (start, end): (usize, usize), hits: &[Hit], names: &[Name]) -> Clause {
    let text = &sentence[start..end];
    let hits: Vec<&Hit> = hits.iter().filter(|h| h.start >= start && h.end <= end).collect();
    let names: Vec<&Name> = names.iter().filter(|n| n.start >= start && n.end <= end).collect();
    let tail = purpose(text).map(|at| start + at).filter(|at| {
        let whole = hits.iter().all(|h| h.end <= *at || h.start >= *at);
        whole && (hits.iter().any(|h| h.end <= *at) || names.iter().any(|n| n.end <= *at))
    });
    let stop = tail.unwrap_or(end);
    let mut concepts: Vec<&'static str> = Vec::new();
    for hit in hits.iter().filter(|h| h.end <= stop) {
        if !concepts.contains(&hit.concept) {
            concepts.push(hit.concept);
        }
    }
    let mut own: Vec<String> = Vec::new();
    for name in names.iter().filter(|n| n.end <= stop) {
        if !own.contains(&name.term) {
            own.push(name.term.clone());
        }
    }
    let words = text.trim().trim_end_matches([',', ';', '.', ':']).trim_end();
    let words = ["and ", "AND ", "or ", "with ", "& "].iter().find_map(|w| words.strip_prefix(w)).unwrap_or(words);
    let cut = purpose(words).filter(|at| *at > 0);
    Clause {
        start,
        text: words.to_owned(),
        main: words[..cut.unwrap_or(words.len())].to_owned(),
        aside: cut.is_some() && tail.is_none() && hits.iter().all(|h| h.start >= start + cut.unwrap_or_default()),
        hits: concepts,
        names: own,
        head: HEAD.is_match(text.trim()),
    }
}

/// The words of a text before those that say what it is for.
pub(super) fn main_part(text: &str) -> &str {
    &text[..purpose(text).unwrap_or(text.len())]
}
