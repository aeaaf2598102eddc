//! Jobs told in sentences: "From 2015 to 2018 I was a nurse at Leeds General; since then I have been ...". Each range of
//! a paragraph is one job, if its clause says what the person was.

use super::super::dates::{self, End, Range};
use super::super::education::names_school;
use super::super::header::{Facts, KindAt, TitleAt};
use super::super::labels::names_company;
use super::super::labels::without_label;
use super::super::lines::Look;
use super::looks::{begins_with_verb, folded, front, reads_as_name};
use super::{Header, LONGEST_TITLE, Reader};
use crate::lexicon::{Family, TitleKind};
use std::collections::BTreeSet;

/// Words of somebody who tells their own life, or has it told.
const VOICES: [&str; 18] = [
    "I", "I'm", "I’m", "I've", "I’ve", "She", "she", "He", "he", "They", "Ich", "ich", "Je", "je", "J'ai", "j'ai",
    "J’ai", "j’ai",
];
/// Words before what somebody was or is.
const BEING: [&str; 20] = [
    " been ",
    " was ",
    " am ",
    "'m ",
    "’m ",
    " as ",
    " is ",
    " became ",
    " role of ",
    " position of ",
    " job of ",
    " als ",
    " war ich ",
    " bin ich ",
    " war ",
    " été ",
    " suis ",
    " comme ",
    " como ",
    " fui ",
];
/// Words between those and the title's last word.
const TITLE_NEAR: usize = 8;
/// A word before a title that makes it a certificate's.
pub(super) const CERTIFIED: &str = "certified";
/// Words among which it stands, an article with it.
const CERTIFIED_NEAR: usize = 2;

/// Words that tell of somebody else's place: "One associate PM reported to me from 2019".
const UNDER_ME: [&str; 5] = [" to me ", " under me ", " for me ", " with me ", " my team "];

/// What ends a title that a sentence tells: "I taught as Visiting Lecturer one evening a week".
const TITLE_ENDS: [&str; 5] = [",", ":", " to ", " for ", " one "];

/// Words at the front of a text that names a title.
const FRONT_OF_TITLE: usize = 4;

/// The part of a clause that is a title and no more: "before, from January 2019 to June 2021, Buyer at Acme".
fn title_alone(named: &Named, clause: &str) -> Option<String> {
    let spaced = folded(clause);
    if UNDER_ME.iter().any(|words| spaced.contains(words)) {
        return None;
    }
    let parts = clause.split([',', ';', ':']).map(|part| part.trim().trim_end_matches('.'));
    let is_title = |part: &str| !in_own_voice(part) && reads_as_name(part) && dates::points(part).is_empty();
    let titles: Vec<&str> = parts.filter(|part| is_title(part) && named.in_text(part)).collect();
    // "2012 to 2017: customer service agent, then shift supervisor"
    let alone = |text: &str| dates::ranges(text).first().is_some_and(|r| r.from <= 1 && r.to == text.trim_end().len());
    let last = |text: &str| text.rsplit(". ").next().is_some_and(alone);
    let behind_dates = clause.split_once(':').filter(|(dates, _)| last(dates)).map(|(_, behind)| behind);
    let first = behind_dates.and_then(|behind| behind.split([',', ';', '.']).next()).map(str::trim);
    // "2012 to 2017: trained every product manager": what was done is no title
    let is_one = |text: &&str| {
        let front: Vec<&str> = text.split_whitespace().take(FRONT_OF_TITLE).collect();
        let short = text.split_whitespace().count() <= LONGEST_TITLE;
        short && named.in_text(&front.join(" ")) && !begins_with_verb(text)
    };
    if let Some(title) = first.filter(is_one) {
        return Some(title.to_owned());
    }
    // "Mobile operator, Nairobi, Product Manager": an employer may be called like a job
    let product = titles.iter().find(|part| super::family(&named.within(part).titles) == Family::Product);
    product.or(titles.first()).map(|title| (*title).to_owned())
}

/// Words before whom somebody worked for.
const EMPLOYED: [&str; 15] = [
    " I joined ",
    " I was with ",
    " I was at ",
    " I have been with ",
    " I have been at ",
    " I've been with ",
    " I've been at ",
    " I worked at ",
    " I worked for ",
    " I have worked at ",
    " I have worked for ",
    " I've worked at ",
    " I've worked for ",
    " I work at ",
    " I work for ",
];
/// The same words where the name may be that of a place or a tool: "I work in Pohja Digital Oy", not "in New Zealand".
const EMPLOYED_IN: [&str; 3] = [" I work in ", " I worked in ", " I have worked in "];
/// Words in the longest name of an employer that is looked at.
const EMPLOYER_WORDS: usize = 6;

/// Whom a clause says that somebody worked for: "From 2003 until 2012 I was with Plumley's, now gone".
pub(super) fn employed(clause: &str) -> Option<String> {
    let behind = |words: &[&str]| {
        words.iter().filter_map(|w| clause.find(w).map(|at| at + w.len())).min().map(|at| {
            let name = clause[at..].split([',', ';', ':', '(']).next().unwrap_or_default();
            let name = name.split_whitespace().take_while(|w| w.starts_with(char::is_uppercase)).take(EMPLOYER_WORDS);
            name.collect::<Vec<_>>()
        })
    };
    let name = behind(&EMPLOYED)
        .filter(|name| !name.is_empty())
        .or_else(|| behind(&EMPLOYED_IN).filter(|name| names_company(&name.join(" "))))?
        .join(" ");
    (!names_school(&name)).then(|| name.trim_end_matches('.').to_owned())
}

/// How a sentence begins that tells one's own title.
const MY_TITLE: [&str; 9] = [
    "My title ",
    "My role ",
    "My position ",
    "My job ",
    "I joined as ",
    "I started as ",
    "I began as ",
    "I was hired as ",
    "I came in as ",
];
/// Characters in which the next sentence is looked for.
const NEXT_SENTENCE: usize = 200;

/// The title that the next sentence tells: "My title is Product Owner".
fn told_next(named: &Named, behind: &str) -> Option<String> {
    let near = behind.trim_start();
    let near = near.char_indices().nth(NEXT_SENTENCE).map_or(near, |(to, _)| &near[..to]);
    let (_, next) = *sentences(near).first()?;
    let title = MY_TITLE
        .iter()
        .any(|front| next.starts_with(front))
        .then(|| named_being(&format!(" {next}"), |text| named.in_text(text)))??;
    let to =
        [",", " and the ", " and I ", " and it "].iter().filter_map(|m| title.find(m)).min().unwrap_or(title.len());
    Some(title[..to].to_owned())
}

/// Marks between two jobs of a list, and around their dates.
const BETWEEN_JOBS: [char; 11] = [' ', ',', ';', '(', ')', '/', '·', '|', '.', '→', '-'];

/// Whether a text is told by a person.
pub(super) fn in_own_voice(text: &str) -> bool {
    /// Bytes in the longest of those words.
    const LONGEST: usize = 6;
    let voice = |word: &&str| word.len() <= LONGEST && VOICES.contains(word);
    text.split([' ', ',', ';', '(']).any(|word| voice(&word))
}

/// The title words of a paragraph, each once however often they are told, so that many jobs cost no more than their
/// words.
pub(super) struct Named {
    pub(super) titles: Vec<TitleAt>,
    pub(super) kinds: Vec<KindAt>,
}

impl Named {
    pub(super) fn of(facts: &[Facts]) -> Named {
        let mut seen = BTreeSet::new();
        let all = facts.iter().flat_map(|f| &f.titles);
        let titles = all.filter(|t| seen.insert((t.text.as_str(), t.family, t.capital))).cloned().collect();
        let mut seen = BTreeSet::new();
        let all = facts.iter().flat_map(|f| &f.kinds);
        let kinds = all.filter(|k| seen.insert((k.text.as_str(), k.kind))).cloned().collect();
        Named { titles, kinds }
    }

    pub(super) fn in_text(&self, text: &str) -> bool {
        has_title(&self.titles, text)
    }

    /// The title words of a text.
    pub(super) fn within(&self, text: &str) -> Named {
        let text = folded(text);
        let has = |words: &str| text.contains(&format!(" {words} "));
        Named {
            titles: self.titles.iter().filter(|t| has(&t.text)).cloned().collect(),
            kinds: self.kinds.iter().filter(|k| has(&k.text)).cloned().collect(),
        }
    }
}

/// Whether one of some title words stands in a text.
pub(super) fn has_title(titles: &[TitleAt], text: &str) -> bool {
    let text = folded(text);
    titles.iter().any(|t| text.contains(&format!(" {} ", t.text)))
}

/// What somebody says who was not paid, folded.
const VOLUNTEERED: &str = " i volunteered ";
/// Words before the title words at the front of a line of text ("Senior Technical" Trainer).
const WORDS_BEFORE: usize = 3;
/// What stands between a title and its employer in a text.
const AT: [&str; 7] = [" at ", " bei ", " chez ", " presso ", " hos ", " bij ", " with "];

impl Reader<'_> {
    /// The jobs told in the paragraph that begins on a line.
    pub(super) fn told(&self, index: usize) -> Vec<Header> {
        let line = &self.lines[index];
        if line.look != Look::Plain || line.quoted || !self.may_hold_work(index) {
            return Vec::new();
        }
        // titles with their dates on a line of their own, below the line of the employer
        let named = !in_own_voice(&line.plain);
        let titles = if named { self.chain(index, index, &line.plain, &[0]) } else { Vec::new() };
        if line.continues || !titles.is_empty() {
            return titles;
        }
        let (last, text, begins) = self.paragraph(index);
        if !in_own_voice(&text) {
            return if last > index { self.chain(index, last, &text, &begins) } else { Vec::new() };
        }
        let headed = self.facts[index].ranges.first().is_some_and(|range| {
            let before = line.plain[..range.from].trim();
            let opens = || !before.contains(char::is_alphanumeric) && self.heads_speech(index, &line.plain[range.to..]);
            dates::points(before).is_empty() && self.heads_text(index, before, *range, true) || opens()
        });
        if headed || text.split_whitespace().count() < super::SENTENCE_WORDS / 2 {
            return Vec::new();
        }
        let line_of = |at: usize| index + begins.partition_point(|b| *b <= at) - 1;
        let named = Named::of(&self.facts[index..=last]);
        let mut headers = Vec::new();
        for (from, sentence) in sentences(&text) {
            let ranges = dates::ranges(sentence);
            for (clause, range) in clauses(&named, sentence, &ranges) {
                let being = named_being(&clause, |text| named.in_text(text));
                let title = being.or_else(|| title_alone(&named, &clause));
                let employer = if title.is_none() { employed(&clause) } else { None };
                if title.is_none() && employer.is_none() {
                    continue;
                }
                let title = title.or_else(|| told_next(&named, &text[from + sentence.len()..])).unwrap_or_default();
                let Named { titles, mut kinds } = named.within(&title);
                // "I volunteered with the library bus, later as coordinator"
                let told = folded(&clause);
                if told.split_once(VOLUNTEERED).is_some_and(|(_, behind)| !behind.starts_with("to ")) {
                    kinds.extend(named.kinds.iter().filter(|k| k.kind == TitleKind::Volunteer).cloned());
                }
                let at = line_of(from + range.from);
                let range = ended_with(headers.last(), &clause, range);
                headers.push(Header {
                    from: at,
                    to: at,
                    range: Some(range),
                    range_line: at,
                    titles,
                    kinds,
                    texts: [title].into_iter().chain(employer).collect(),
                    prose: true,
                    text_follows: false,
                });
            }
        }
        headers
    }

    /// The paragraph that begins on a line: its last line, its text, and the byte on which each of its lines begins.
    pub(super) fn paragraph(&self, index: usize) -> (usize, String, Vec<usize>) {
        let goes_on = |line: &usize| self.lines[*line].continues && !self.is_heading_of_section(*line);
        let last = (index + 1..self.lines.len()).take_while(goes_on).last().unwrap_or(index);
        let mut text = String::new();
        let mut begins = Vec::new();
        for plain in self.lines[index..=last].iter().map(|l| l.plain.as_str()) {
            begins.push(text.len());
            text.push_str(plain);
            text.push(' ');
        }
        (last, text, begins)
    }

    /// Several jobs in one paragraph of names: "Buyer, Acme, 2019 - today. Clerk, Leeds Tools, 2015 - 2019."
    fn chain(&self, index: usize, last: usize, text: &str, begins: &[usize]) -> Vec<Header> {
        let facts = &self.facts[index..=last];
        let dated: usize = facts.iter().map(|f| f.ranges.len()).sum();
        let titled: usize = facts.iter().map(|f| f.titles.len()).sum();
        if dated < 1 || titled < 2 || text.starts_with('|') {
            return Vec::new();
        }
        let named = Named::of(facts);
        let by_sentence = sentences(text).into_iter().filter_map(|(from, sentence)| {
            let [range] = dates::ranges(sentence)[..] else { return None };
            let closed = !sentence[range.to..].contains(char::is_alphanumeric);
            closed.then(|| (from + range.from, &sentence[..range.from], range))
        });
        let names = |text: &str| !text.contains(". ") && reads_as_name(text) && named.in_text(text);
        let bare = |text: &str| without_label(text.trim_matches(BETWEEN_JOBS)).to_owned();
        let jobs: Vec<_> =
            by_sentence.map(|(at, text, range)| (at, bare(text), range)).filter(|j| names(&j.1)).collect();
        let listed = || {
            let all: Vec<_> = listed(text).into_iter().map(|(at, text, range)| (at, bare(text), range)).collect();
            if all.iter().all(|job| names(&job.1)) { all } else { Vec::new() }
        };
        let jobs = if jobs.len() > 1 { jobs } else { listed() };
        let employer = self.employer_above(index);
        let header = |(at, names, range): (usize, String, Range)| {
            let at = index + begins.partition_point(|b| *b <= at) - 1;
            let Named { titles, kinds } = named.within(&names);
            Header {
                from: at,
                to: at,
                range: Some(range),
                range_line: at,
                texts: [Some(names), employer.clone()].into_iter().flatten().collect(),
                titles,
                kinds,
                prose: false,
                text_follows: false,
            }
        };
        if jobs.len() > 1 { jobs.into_iter().map(header).collect() } else { Vec::new() }
    }

    /// The name of an employer, without dates of its own, right above a line of titles.
    fn employer_above(&self, index: usize) -> Option<String> {
        let above = index.checked_sub(1)?;
        let (line, facts) = (&self.lines[above], &self.facts[above]);
        let named = facts.titles.is_empty() && facts.ranges.is_empty() && !facts.degree && !line.blank();
        let plain = line.look != Look::Bullet && !line.quoted && !self.is_heading_of_section(above);
        let dated_above = above.checked_sub(1).is_some_and(|l| !self.facts[l].ranges.is_empty());
        (named && plain && !dated_above && reads_as_name(&line.plain)).then(|| line.plain.clone())
    }

    /// Takes in the line of an employer above dates that have their title below them: "### Acme", "2018 - 2021", "Buyer".
    pub(super) fn take_employer_above(&self, header: &mut Header, free_from: usize) {
        let above = header.from.checked_sub(1).filter(|above| *above >= free_from);
        let opens = |l: usize| l == free_from || self.lines[l - 1].blank() || self.is_heading_of_section(l - 1);
        let heads = |l: usize| self.lines[l].look == Look::Heading || self.lines[l].strong || opens(l);
        if let Some((above, employer)) = above.filter(|l| heads(*l)).zip(self.employer_above(header.from)) {
            header.from = above;
            header.texts.push(employer);
            // "Break", above the dates of one
            header.kinds.extend(self.facts[above].kinds.iter().cloned());
        }
    }

    /// Takes the title from the front of a line of text below the dates: "Care giver, Home Inc. Provided care ...".
    pub(super) fn take_title_of_text(&self, header: &mut Header, below: usize) {
        let line = &self.lines[below];
        // "10/2011 - 03/2013 / Parental leave and the move to ..."
        // the same of an internship, whatever names the employer above: "Práctica profesional (6 meses)."
        if !line.blank() && header.titles.is_empty() {
            let text = folded(&line.plain);
            let bare = header.texts.iter().all(|t| t.trim().is_empty());
            let begins = self.facts[below].kinds.iter().filter(|k| text.starts_with(&format!(" {} ", k.text)));
            header.kinds.extend(begins.filter(|k| bare || k.kind == TitleKind::Internship).cloned());
        }
        let fits =
            header.titles.is_empty() && line.look == Look::Plain && !line.quoted && self.facts[below].ranges.is_empty();
        if !fits {
            return;
        }
        if let Some((title, employer)) = self.title_at_employer(below) {
            header.titles.extend(
                self.facts[below].titles.iter().filter(|t| folded(title).contains(&format!(" {} ", t.text))).cloned(),
            );
            header.texts.splice(0..0, [title.to_string(), employer.to_string()]);
            header.to = below;
            header.text_follows = true;
            return;
        }
        // "I joined as Senior Product Manager to look after metering"
        let told = format!(" {}", line.plain);
        let being = |title: &str| has_title(&self.facts[below].titles, &folded(title));
        if let Some(title) = Some(told).filter(|t| in_own_voice(t)).and_then(|told| named_being(&told, being)) {
            let named = |t: &&TitleAt| folded(&title).contains(&format!(" {} ", t.text));
            header.titles.extend(self.facts[below].titles.iter().filter(named).cloned());
            let end = TITLE_ENDS.iter().filter_map(|mark| title.find(mark)).min().unwrap_or(title.len());
            header.texts.insert(0, title[..end].trim_end_matches('.').to_string());
            header.to = below;
            header.text_follows = true;
            return;
        }
        let Some(title) = self.facts[below].titles.iter().find(|t| t.words_before <= WORDS_BEFORE && t.capital) else {
            let front = front(&line.plain);
            let shown = folded(&front);
            let named = self.facts[below].titles.iter().filter(|t| shown.contains(&format!(" {} ", t.text)));
            header.titles.extend(named.cloned());
            if !header.titles.is_empty() {
                header.texts.push(front);
                header.to = below;
                header.text_follows = true;
            }
            return;
        };
        let front = line.plain.split_whitespace().take(title.words_before + title.words);
        // "As Product Owner I looked after ..."
        let words: Vec<&str> = front.skip_while(|word| *word == "As").collect();
        header.texts.insert(0, words.join(" "));
        header.titles.push(title.clone());
        header.to = below;
        header.text_follows = true;
    }

    /// Title and employer of a line of text that begins "Mechanical designer at Tecnofill S.r.l., Parma".
    fn title_at_employer(&self, line: usize) -> Option<(&str, &str)> {
        let plain = &self.lines[line].plain;
        let (title, behind) = AT.iter().filter_map(|at| plain.split_once(at)).min_by_key(|(title, _)| title.len())?;
        let employer =
            behind.split([',', '(', ';']).next().map(|name| name.split(". ").next().unwrap_or(name).trim())?;
        let named = has_title(&self.facts[line].titles, &folded(title));
        let short = title.split_whitespace().count() <= LONGEST_TITLE && !title.contains(". ");
        let capital = |text: &str| text.starts_with(char::is_uppercase);
        (named && short && capital(title) && capital(employer) && !begins_with_verb(title)).then_some((title, employer))
    }
}

/// The ranges of a list, each with the text between it and the one before: "Clerk (2016-2018), Buyer (2018-2021)".
/// The job that goes on may stand first: "Product Owner (since 2011), Analyst (2005-2011)".
fn listed(text: &str) -> Vec<(usize, &str, Range)> {
    let mut behind = 0;
    let before = |range: Range| {
        let from = std::mem::replace(&mut behind, range.to);
        (range.from, &text[from..range.from], range)
    };
    let ranges = dates::ranges(text);
    let front = ranges.first().map_or("", |first| &text[..first.from]);
    let goes_on = dates::ranges(front).into_iter().filter(|range| range.since);
    goes_on.chain(ranges.iter().copied()).map(before).collect()
}

/// The ranges of a sentence, each with the words that belong to it: all, or those up to its neighbour.
fn clauses(named: &Named, sentence: &str, ranges: &[Range]) -> Vec<(String, Range)> {
    let leading = ranges.first().is_none_or(|r| !named.in_text(&sentence[..r.from]));
    // "I joined as Junior Product Manager, and from July 2017 I was Product Manager"
    let being = |text: &str| named_being(&format!(" {text}"), |text| named.in_text(text)).is_some();
    if let [range] = ranges
        && range.since
        && being(&sentence[..range.from])
        && being(&sentence[range.to..])
    {
        return vec![(format!(" {}", &sentence[range.to..]), *range)];
    }
    let clause = |place: usize| {
        let before = place.checked_sub(1).map_or(0, |p| ranges[p].to);
        let behind = ranges.get(place + 1).map_or(sentence.len(), |r| r.from);
        match ranges.len() {
            1 => format!(" {sentence}"),
            _ if leading || !named.in_text(&sentence[before..ranges[place].from]) => {
                format!(" {}", &sentence[ranges[place].to..behind])
            }
            _ => format!(" {}", &sentence[before..ranges[place].from]),
        }
    };
    ranges.iter().enumerate().map(|(place, range)| (clause(place), *range)).collect()
}

/// What somebody was from a day on, within a job that has ended, ended with it: "From 2016 to 2019 I was at Acme. From
/// July 2017 I was Product Manager".
fn ended_with(whole: Option<&Header>, clause: &str, part: Range) -> Range {
    let whole = whole.and_then(|header| header.range).filter(|whole| part.since && whole.start <= part.start);
    // what was begun elsewhere, or goes on, did not
    let elsewhere = [" at ", " still ", " today", " now", " where I "].iter().any(|words| clause.contains(words));
    let past = !elsewhere && [" I was ", " I became "].iter().any(|words| clause.contains(words));
    match whole.map(|whole| whole.end) {
        Some(end @ End::Month(last)) if past && part.start <= last => Range { end, ..part },
        _ => part,
    }
}

/// The sentence of a text around a byte.
pub(super) fn sentence_at(text: &str, at: usize) -> &str {
    sentences(text)
        .into_iter()
        .find(|(from, sentence)| at < from + sentence.len())
        .map_or(text, |(_, sentence)| sentence)
}

/// The sentences of a text, each with its first byte.
pub(super) fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(['.', ';', '!', '?']) {
        let behind = &text[at + 1..];
        // "Sept. 2019", "Inc. I": a short word with a capital before the stop is an abbreviation
        let whole = |word: &str| {
            let length = word.chars().count();
            length > 3
                || length > 2 && word.chars().all(char::is_lowercase)
                || word.ends_with(|c: char| c.is_ascii_digit() || c == ')')
        };
        let ends = behind.starts_with(' ')
            && behind.trim_start().starts_with(char::is_uppercase)
            && text[from..at].rsplit(' ').next().is_some_and(whole);
        if ends || text[at..].starts_with(';') {
            found.push((from, &text[from..=at]));
            from = at + 1;
        }
    }
    found.push((from, &text[from..]));
    found
}

/// What a clause says that somebody was, if it is a title.
pub(super) fn named_being(clause: &str, is_title: impl Fn(&str) -> bool) -> Option<String> {
    let places = BEING.iter().flat_map(|being| clause.match_indices(being).map(|(at, word)| at + word.len()));
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    places.into_iter().find_map(|at| {
        let near: Vec<&str> = clause[at..].split_whitespace().take(TITLE_NEAR).collect();
        // "I became a certified Scrum product owner" is no job
        let certified = near.iter().take(CERTIFIED_NEAR).any(|word| word.eq_ignore_ascii_case(CERTIFIED));
        // "I have been with HP since 2016 as a product manager": what follows the second word is the title
        let named = || Some(until_next_clause(&clause[at..])).filter(|title| is_title(title));
        if !certified && is_title(&near.join(" ")) { named().map(str::to_owned) } else { None }
    })
}

/// The part of a sentence that names the job: "I have been a Technical Product Manager at Acme, where ..." up to the
/// clause behind it.
pub(super) fn prose_title(sentence: &str) -> String {
    let from = [
        " been a ",
        " been an ",
        " was a ",
        " was an ",
        " am a ",
        " am an ",
        " as a ",
        " as an ",
        " work as ",
        " been the ",
        " was the ",
    ]
    .iter()
    .filter_map(|m| sentence.find(m).map(|at| at + m.len()))
    .min()
    .unwrap_or(0);
    until_next_clause(&sentence[from..]).to_string()
}

/// A text up to the clause that no longer names a job or its place.
fn until_next_clause(rest: &str) -> &str {
    let rest = ["a ", "an ", "the "].iter().find_map(|w| rest.strip_prefix(w)).unwrap_or(rest);
    let to = [", where", ", which", " that ", " who ", " from ", " since ", " until ", ", and", ". "]
        .iter()
        .filter_map(|m| rest.find(m))
        .min()
        .unwrap_or(rest.len());
    rest[..to].trim()
}
