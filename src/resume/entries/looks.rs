//! What a line reads like: the name of a job, or text about one. Headers are made of names; the last bullet of one job
//! must not lend its words to the next.

use super::super::header::{Apart, KindAt, SELF_EMPLOYED, TitleAt, split};
use super::super::lines::{Look, TextLine};
use super::prose::in_own_voice;
use super::{HEADER_LINE, Header, Range, Reader};
use crate::lexicon::TitleKind;
use crate::lexicon::words::fold;

/// Words in the longest front of a line that still names a job and its place.
const FRONT_WORDS: usize = 16;
/// Words from which capitals tell: a name of so many words has most of them in capitals, text has not.
const TELLING: usize = 6;
/// Letters from which a word before a full stop ends a sentence; shorter ones are abbreviations ("Inc.", "St.").
const ENDING: usize = 4;
/// Columns by which text stands further in than its header.
const INDENT: usize = 2;
/// Lines over which wrapped text is followed upwards.
const WRAPPED: usize = 3;
/// Letters in the shortest participle ("Used").
const PARTICIPLE: usize = 4;

/// Longer abbreviations that end a name.
const ABBREVIATIONS: [&str; 9] = ["corp", "dept", "assoc", "univ", "bros", "intl", "mgmt", "govt", "gmbh"];
/// Participles that begin titles and names ("Certified Trainer", "Advanced Micro Devices").
const ADJECTIVES: [&str; 28] = [
    "accredited",
    "advanced",
    "allied",
    "applied",
    "appointed",
    "assisted",
    "associated",
    "automated",
    "based",
    "board",
    "bonded",
    "certified",
    "chartered",
    "combined",
    "consolidated",
    "dedicated",
    "distributed",
    "elected",
    "embedded",
    "integrated",
    "licensed",
    "limited",
    "managed",
    "qualified",
    "registered",
    "shared",
    "united",
    "unmanned",
];
/// Verbs that begin bullets and never titles, in the form for "I" or "you"; with s they are the form for "he".
const VERBS: [&str; 40] = [
    "act",
    "advise",
    "analyze",
    "answer",
    "assist",
    "assure",
    "build",
    "communicate",
    "complete",
    "conduct",
    "coordinate",
    "create",
    "deliver",
    "develop",
    "direct",
    "ensure",
    "establish",
    "evaluate",
    "execute",
    "explain",
    "facilitate",
    "identify",
    "implement",
    "improve",
    "maintain",
    "manage",
    "monitor",
    "oversee",
    "participate",
    "perform",
    "prepare",
    "provide",
    "resolve",
    "review",
    "serve",
    "supervise",
    "translate",
    "utilize",
    "verify",
    "write",
];
/// Small words inside names ("Director of Sales and Marketing").
const SMALL: [&str; 16] =
    ["of", "and", "for", "the", "in", "at", "to", "de", "la", "du", "und", "für", "y", "e", "&", "with"];
/// Words before a range that make it part of a sentence or of a product's name ("servers in 2003-2008").
const INTO_TEXT: [&str; 10] = ["in", "for", "of", "on", "with", "using", "and", "or", "the", "by"];
/// Products that carry years ("Windows 2003-2012").
const PRODUCTS: [&str; 4] = ["windows", "office", "exchange", "sql"];
/// Small words that may follow the dates of a job.
const BEHIND_DATES: [&str; 6] = ["at", "as", "in", "with", "to", "and"];

/// The words of a text in folded form, with a space around each.
pub(super) fn folded(text: &str) -> String {
    let folded = fold(text);
    let mut out = String::with_capacity(folded.len() + 2);
    out.push(' ');
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        out.push_str(word);
        out.push(' ');
    }
    // an empty text is two spaces, as a text of one word has one on each side
    if out.len() == 1 {
        out.push(' ');
    }
    out
}

/// Whether a text begins with what was done: "Assisted with", "Prepare reports".
pub(super) fn begins_with_verb(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphabetic()).find(|w| !w.is_empty()).unwrap_or_default().to_lowercase();
    let many = text.split_whitespace().nth(1).is_some();
    // "Enrolled Agent", "Direct Support Professional": all in capitals, it is a name
    let all_capitals = text.split_whitespace().all(|w| !w.starts_with(char::is_lowercase) || SMALL.contains(&w));
    if all_capitals && !text.ends_with('.') {
        return false;
    }
    let participle = first.len() >= PARTICIPLE && first.ends_with("ed") && !ADJECTIVES.contains(&first.as_str());
    let present = VERBS.contains(&first.as_str()) || first.strip_suffix('s').is_some_and(|v| VERBS.contains(&v));
    many && (participle || present || matches!(first.as_str(), "led" | "made" | "ran" | "wrote" | "built" | "oversaw"))
}

/// Whether a text ends with a full stop behind a word, not behind an abbreviation.
fn ends_with_stop(text: &str) -> bool {
    let Some(rest) = text.strip_suffix('.') else { return false };
    let last = rest.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    last.chars().count() >= ENDING && !ABBREVIATIONS.contains(&last.to_lowercase().as_str())
}

/// Whether most words are small and no mark parts them: "Resident contact for the building and its many guests".
fn is_mostly_small(text: &str) -> bool {
    let long: Vec<&str> = text.split_whitespace().filter(|w| w.chars().count() > 3).collect();
    let small = long.iter().filter(|w| w.starts_with(char::is_lowercase)).count();
    let parted = text.contains([',', '|', '(', '–', '—', ':']) || text.contains(" - ");
    !parted
        && text.split_whitespace().count() >= TELLING
        && small * 2 > long.len()
        && text.starts_with(char::is_uppercase)
}

/// Whether a text can name a job and its place: no verb in front, no sentence, capitals.
pub(super) fn reads_as_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=FRONT_WORDS).contains(&words)
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(')
        && !begins_with_verb(text)
        && !text.contains(". ")
        && !is_mostly_small(text)
}

/// The names at the front of a text that goes on with a sentence: "Acme, Boston Sold shoes to" gives "Acme, Boston".
pub(super) fn front(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let names = |w: &&&str| !w.starts_with(char::is_lowercase) || SMALL.contains(w);
    let mut front: Vec<&str> = words.iter().take_while(names).take(FRONT_WORDS).copied().collect();
    if front.len() < words.len() {
        // the last capital begins the sentence, with the small words behind it
        while front.pop().is_some_and(|w| SMALL.contains(&w)) {}
    }
    front.join(" ")
}

/// Words of sentences, which names of jobs do without: "Responsible for growth".
const IN_SENTENCES: [&str; 8] = ["for", "the", "to", "with", "our", "my", "a", "an"];
/// Words in a field of a header that nobody knows as a title.
const SHORT_FIELD: usize = 5;

/// Whether the dates between two texts belong to a sentence, a product's name or a link rather than to a job.
pub(super) fn dates_in_text(before: &str, dates: &str, after: &str, titled: bool) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    let glued = !before.ends_with(' ') && before.ends_with(['/', '_', '=', '-', '.']) && last.chars().count() > 1;
    let next = after.trim_start().split(' ').next().unwrap_or_default();
    let before = before.trim();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let word = last.to_lowercase();
    let into = before.contains(' ') && INTO_TEXT.contains(&word.as_str()) || PRODUCTS.contains(&word.as_str());
    let goes_on = next.starts_with(char::is_lowercase) && !BEHIND_DATES.contains(&next);
    // months are rarely told in a sentence without a word such as "in" or "from"; bare years are
    let bare_years = dates.chars().all(|c| !c.is_alphabetic() && c != '/');
    let small = last.starts_with(char::is_lowercase) && before.starts_with(char::is_uppercase);
    // "Retail and bar work, 2013 - 2017" is a field before its dates
    let told = before.split(' ').any(|word| IN_SENTENCES.contains(&word));
    let field = before.ends_with(',') && after.trim().is_empty() && before.split(' ').count() <= SHORT_FIELD && !told;
    let sentence = bare_years && small && !field && before.split(' ').count() > 2;
    into || (!titled && !before.is_empty() && (glued || goes_on || sentence || begins_with_verb(before)))
}

/// Words of headings that no list knows as a whole: "My story so far".
pub(super) const HEADING: [&str; 12] = [
    "history",
    "story",
    "profile",
    "career",
    "experience",
    "employment",
    "journey",
    "years",
    "work",
    "jobs",
    "roles",
    "freelance",
];
/// Lines of a group of roles at most, between its heading and the last of them.
const ROLES_REACH: usize = 200;

impl Reader<'_> {
    /// Whether a line above dates is the text of the job before them.
    pub(super) fn is_text_above(&self, above: usize, dates: usize, free_from: usize) -> bool {
        let plain = &self.lines[above].plain;
        let heads_block = above == 0 || self.lines[above - 1].blank() || self.is_heading_of_section(above - 1);
        // "Travelled through Bolivia" in front of its dates names a break
        let opens = |k: &KindAt| k.kind == TitleKind::Break && folded(plain).starts_with(&format!(" {} ", k.text));
        let heads_break = heads_block && self.facts[above].kinds.iter().any(opens);
        begins_with_verb(plain) && !heads_break
            || !heads_block && !self.is_break_alone(above) && (ends_with_stop(plain) || is_mostly_small(plain))
            || free_from > 0 && self.stands_in_text(above, self.lines[dates].indent)
    }

    /// Whether a line names a break and nothing else: "Maternity and parental leave".
    pub(super) fn is_break_alone(&self, line: usize) -> bool {
        // "A year of travel (Chile, New Zealand)"
        let plain = &self.lines[line].plain;
        let named = plain.split_once('(').map_or(plain.as_str(), |(name, _)| name);
        let named = if named.contains(char::is_alphanumeric) { named } else { plain };
        let words = named.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).count();
        const MOST_WORDS: usize = 12;
        if words > MOST_WORDS {
            return false;
        }
        let breaks = || self.facts[line].kinds.iter().filter(|k| k.kind == TitleKind::Break).map(|k| k.text.as_str());
        // "Parental leave / career break", of which "break" is one too
        let within = |text: &str| breaks().any(|other| other.len() > text.len() && other.contains(text));
        let named = breaks().filter(|text| !within(text)).map(|text| text.split(' ').count());
        words > 0 && named.sum::<usize>() == words
    }

    /// Whether a line that goes on with the one above belongs to a bullet or a sentence. Names one below the other only
    /// look as if they went on.
    pub(super) fn wraps_text(&self, line: usize) -> bool {
        let mut first = line;
        while first > 0 && self.lines[first].continues && line - first < WRAPPED {
            first -= 1;
        }
        let names = || (first..=line).all(|l| reads_as_name(&self.lines[l].plain));
        // "Senior Product Manager" and no more is a title, however full the line above is
        let words: Vec<&str> = self.lines[line].plain.split_whitespace().collect();
        let capitals = || words.iter().all(|w| w.starts_with(char::is_uppercase));
        let whole = |t: &TitleAt| t.words_before <= 1 && t.words_before + t.words == words.len() && words.len() > 1;
        let title = |t: &TitleAt| whole(t) && capitals();
        if self.facts[line].titles.iter().any(title) || self.is_break_alone(line) {
            return false;
        }
        self.lines[first].look == Look::Bullet || self.is_sentence(first) || line - first > 1 && !names()
    }

    /// Whether a line stands further in than a header, together with the line above it.
    pub(super) fn stands_in_text(&self, line: usize, header_indent: usize) -> bool {
        let this = &self.lines[line];
        this.indent >= header_indent + INDENT
            && line > 0
            && !self.lines[line - 1].blank()
            && self.lines[line - 1].indent == this.indent
    }

    /// The line above one or several blank lines that goes on with a header: a title above its dates alone or above an
    /// employer with dates; a title marked as heading above employer and dates in paragraphs of their own.
    pub(super) fn above_gap(&self, header: &Header, free_from: usize, skipped: bool) -> Option<usize> {
        let written = |from: usize| (free_from..from).rev().find(|l| !self.lines[*l].blank());
        // "Internship, trade marketing" and "Year of travel (Chile)" are as good as a title
        let begins = |k: &KindAt, l: usize| folded(&self.lines[l].plain).starts_with(&format!(" {} ", k.text));
        let named = |l: usize| {
            !self.facts[l].titles.is_empty()
                || self.facts[l]
                    .kinds
                    .iter()
                    .any(|k| matches!(k.kind, TitleKind::Internship | TitleKind::Break) && begins(k, l))
        };
        let titled = |l: &usize| named(*l) && self.lines[*l].look != Look::Bullet;
        let marked = |l: &usize| titled(l) && self.lines[*l].look == Look::Heading && self.facts[*l].ranges.is_empty();
        let top = written(header.from).filter(|_| header.titles.is_empty())?;
        if header.from < header.range_line || skipped {
            return Some(top).filter(marked);
        }
        let dates_only = header.texts.iter().all(|t| t.trim().is_empty());
        let indent = self.lines[header.range_line].indent;
        let names = |l: usize| dates_only || self.named_above(l + 1) && !self.stands_in_text(l, indent);
        // "08/2010 - 02/2011 Leipzig, Germany"
        let place = || header.texts.iter().all(|t| t.trim().is_empty() || reads_as_name(t) && t.contains(", "));
        let employer = |l: usize| {
            let line = &self.lines[l];
            let parted = l > 0 && (self.lines[l - 1].blank() || marked(&(l - 1)));
            (dates_only || place()) && line.look == Look::Plain && parted && reads_as_name(&line.plain)
        };
        let under_title = || employer(top) && written(top).is_some_and(|l| marked(&l));
        // "Acheteuse – Axentia, Liège", its dates alone, and what was done: a title that we do not know
        let told_below = || self.lines.get(header.range_line + 1).is_some_and(|l| l.look == Look::Bullet);
        let pair = || dates_only && employer(top) && self.lines[top].plain.contains(" – ") && told_below();
        (titled(&top) && names(top) || under_title() || pair()).then_some(top)
    }

    /// Takes the blank line below a header in where what stands below it goes on with the header.
    pub(super) fn step_over_blank(&self, header: &mut Header, title_below: bool) {
        if !self.lines.get(header.to + 1).is_some_and(|l| l.blank()) {
            return;
        }
        let (heading, below) = (&self.lines[header.to], self.lines.get(header.to + 2));
        let marked = heading.look == Look::Heading;
        // "Product Manager", a blank line, "Acme, Leeds"
        let names = |l: &TextLine| l.look == Look::Plain && reads_as_name(&l.plain) && !l.ends_sentence();
        let unpaid =
            || self.facts.get(header.to + 2).is_some_and(|f| f.kinds.iter().any(|k| k.kind == TitleKind::Volunteer));
        let over_name = || !header.titles.is_empty() && !header.is_complete() || unpaid();
        let over_name = marked && below.is_some_and(names) && over_name();
        // "Kestrel Water", a blank line, "I joined as Senior Product Manager to ..."
        let free = SELF_EMPLOYED.contains(&folded(&heading.plain).trim());
        let over_text = marked && (header.titles.is_empty() || free) && below.is_some_and(|l| in_own_voice(&l.plain));
        if over_text && free {
            header.titles.clear();
        }
        // where dates lead, it parts them from their title
        if title_below || over_name || over_text {
            header.to += 1;
        }
    }

    /// Whether a sentence about the employer stands between its dates and the title, which text follows: "Acme 2019 - 2021",
    /// "An app for shops, 25 staff.", "Product Manager", "• Led".
    pub(super) fn names_job_of_text(&self, header: &Header, sentence: usize) -> bool {
        let [told, title, text] =
            [sentence, sentence + 1, sentence + 2].map(|l| self.lines.get(l).map(|line| line.look));
        let names = |l: usize| !self.facts[l].titles.is_empty() || !self.facts[l].kinds.is_empty();
        header.titles.is_empty()
            && told == Some(Look::Plain)
            && title == Some(Look::Plain)
            && text == Some(Look::Bullet)
            && !names(sentence)
            && names(sentence + 1)
            && reads_as_name(&self.lines[sentence + 1].plain)
            && self.facts[sentence + 1].ranges.is_empty()
    }

    /// Whether a header is a title over its dates and a place: "Product Manager", "May 2019 - June 2021", "Columbus, Ohio".
    pub(super) fn is_title_over_place(&self, header: &Header) -> bool {
        header.from + 1 == header.range_line
            && header.to == header.range_line + 1
            && self.lines[header.to].plain.contains(", ")
            && self.facts[header.to].titles.is_empty()
    }

    /// The name in the look of a heading above a header, where it is neither that of a section nor part of the entry above.
    pub(super) fn heading_over(&self, header: &Header, above: Option<&Header>) -> Option<usize> {
        let line = (0..header.from).rev().find(|l| !self.lines[*l].blank())?;
        let named = self.lines[line].look == Look::Heading && self.facts[line].titles.is_empty();
        (named && above.is_none_or(|above| line > above.to) && !self.is_heading_of_section(line)).then_some(line)
    }

    /// The employer on a line of its own above a header that has only a title and a team.
    pub(super) fn name_over(&self, header: &Header) -> Option<String> {
        let line = header.from.checked_sub(1)?;
        let opens =
            line.checked_sub(1).is_some_and(|above| self.lines[above].blank() || self.is_heading_of_section(above));
        let (text, facts) = (&self.lines[line], &self.facts[line]);
        let names =
            text.look != Look::Bullet && !text.ends_sentence() && facts.ranges.is_empty() && facts.titles.is_empty();
        let section = &self.sections[self.section_of[line]];
        let headed = |word: &str| folded(&text.plain).contains(&format!(" {word} "));
        let heading = section.heading.is_some() && section.from == line || HEADING.into_iter().any(headed);
        let is_name = opens && names && !heading && reads_as_name(&text.plain);
        let name = is_name.then(|| split(std::slice::from_ref(&text.plain), Apart::default(), |_| false).employer);
        name.filter(|name| !name.is_empty())
    }

    /// The employer of a role that stands further in: the line above it, and above the roles beside it, that stands further
    /// out and reads as a name.
    pub(super) fn name_outdented(&self, header: &Header, from: usize) -> Option<String> {
        let indent = self.lines[header.from].indent;
        let out = |l: &usize| !self.lines[*l].blank() && self.lines[*l].indent + INDENT <= indent;
        let line = (from + 1..header.from).rev().take(ROLES_REACH).find(out)?;
        let (text, facts) = (&self.lines[line], &self.facts[line]);
        // "HILL CO. (groceries, 40 shops), St. Paul"
        let front = text.plain.split(['(', ',']).next().unwrap_or_default().trim_end();
        let plain = facts.ranges.is_empty() && facts.titles.is_empty() && facts.kinds.is_empty();
        let names = plain && text.look != Look::Bullet && !text.ends_sentence() && reads_as_name(front);
        let name = names.then(|| split(&[front.to_owned()], Apart::default(), |_| false).employer);
        name.filter(|name| !name.is_empty())
    }

    /// The employer of a role that names none, in the look of a heading over it and the roles above: "### Acme, Leeds".
    pub(super) fn heading_of_roles(&self, header: &Header, from: usize) -> Option<usize> {
        let mut near = (from + 1..header.from).rev().take(ROLES_REACH);
        let line = near.find(|l| self.lines[*l].look == Look::Heading)?;
        let facts = &self.facts[line];
        let named = facts.titles.is_empty() && facts.ranges.is_empty() && facts.kinds.is_empty();
        (named && reads_as_name(&self.lines[line].plain) && !is_mostly_small(&self.lines[line].plain)).then_some(line)
    }

    /// Whether a line has titles only of those for whom something is made: "Mobile money for market traders".
    pub(super) fn tells_for_whom(&self, line: usize) -> bool {
        let folded = folded(&self.lines[line].plain);
        let whom = folded.split_once(" for ").map_or("", |(_, whom)| whom);
        let behind = |t: &TitleAt| format!(" {whom}").contains(&format!(" {} ", t.text));
        !whom.is_empty() && self.facts[line].titles.iter().all(behind)
    }

    /// Whether the line above names the job of a line with dates.
    pub(super) fn named_above(&self, line: usize) -> bool {
        line > 0
            && !self.facts[line - 1].titles.is_empty()
            && self.names_job(&self.lines[line - 1])
            && !ends_with_stop(&self.lines[line - 1].plain)
    }

    /// Whether the dates of this resume stand above the titles, on lines of their own: decided once, by those dates that
    /// have a title on one side only.
    pub(super) fn dates_lead(&self) -> bool {
        let (mut above, mut below) = (0, 0);
        for index in 0..self.lines.len() {
            if !self.may_hold_work(index) || !self.dates_alone(index) {
                continue;
            }
            let behind = (index + 1..self.lines.len()).find(|l| !self.facts[*l].rest_of_range);
            let name = |l: usize| self.names_job(&self.lines[l]);
            let named = |l: usize| name(l) && !self.facts[l].titles.is_empty();
            // a blank line may part them from a title that is marked as heading
            let marked = |l: Option<usize>| {
                l.is_some_and(|l| self.lines[l].look == Look::Heading && !self.facts[l].titles.is_empty())
            };
            let written = |l: &usize| !self.lines[*l].blank();
            let gap = |l: usize| self.lines[l].blank();
            // the employer may stand between the dates and the title
            let up = index > 0 && named(index - 1) && !self.is_text_above(index - 1, index, index)
                || index > 1 && name(index - 1) && named(index - 2) && !self.is_text_above(index - 2, index, index)
                || index > 0 && gap(index - 1) && marked((0..index).rev().find(written));
            let second = |l: usize| name(l) && l + 1 < self.lines.len() && named(l + 1);
            let over = |l: usize| gap(l) && marked((l..self.lines.len()).find(written));
            let down = behind.is_some_and(|l| named(l) || second(l) || over(l));
            above += usize::from(up && !down);
            below += usize::from(down && !up);
        }
        below > above
    }

    /// Whether the employers of this resume stand with their dates above the titles: "Acme, Leeds  2019 - 2021" over "Buyer".
    /// Decided once, by those that have a title on one side only.
    pub(super) fn employers_lead(&self) -> bool {
        let (mut above, mut below) = (0, 0);
        let titled =
            |l: usize| self.lines.get(l).is_some_and(|line| self.names_job(line)) && !self.facts[l].titles.is_empty();
        for index in (0..self.lines.len()).filter(|index| self.leads_with_employer(*index)) {
            let up = index > 0 && titled(index - 1) && !self.is_text_above(index - 1, index, index);
            let down = titled(index + 1);
            above += usize::from(up && !down);
            below += usize::from(down && !up);
        }
        below > above
    }

    /// Whether a line has a name and dates, and no title.
    pub(super) fn leads_with_employer(&self, line: usize) -> bool {
        let facts = &self.facts[line];
        let named = |r: &Range| reads_as_name(self.lines[line].plain[..r.from].trim_end());
        self.may_hold_work(line) && facts.titles.is_empty() && facts.ranges.first().is_some_and(named)
    }

    /// Whether a line has dates and nothing else.
    pub(super) fn dates_alone(&self, line: usize) -> bool {
        let plain = &self.lines[line].plain;
        let rest = |text: &str| text.chars().any(char::is_alphanumeric);
        self.facts[line].ranges.first().is_some_and(|r| !rest(&plain[..r.from]) && !rest(&plain[r.to..]))
    }

    fn names_job(&self, line: &TextLine) -> bool {
        matches!(line.look, Look::Plain | Look::Heading) && line.ranges.is_empty() && reads_as_name(&line.plain)
    }
}

/// Words between an internship and the job that it became.
const BECAME: [&str; 4] = ["then", "later", "subsequently", "afterwards"];
/// What such a job is called where it keeps its title: "trainee, then regular".
const KEPT: [&str; 4] = ["regular", "permanent", "employed", "permanently"];
/// Words between those and the title.
const BEFORE_TITLE: usize = 1;

/// Whether a header names an internship and, right behind "then", a job: "Intern, then Junior Analyst", "trainee, then
/// regular".
pub(super) fn goes_on_as(header: &Header) -> bool {
    let folded = folded(&header.texts.join(" | "));
    let words: Vec<&str> = folded.split_whitespace().skip_while(|word| !BECAME.contains(word)).skip(1).collect();
    let begins = |text: &str| {
        (0..=BEFORE_TITLE).any(|skip| {
            let rest = words.get(skip..).unwrap_or_default().join(" ");
            format!("{rest} ").starts_with(&format!("{text} "))
        })
    };
    (header.titles.iter().any(|t| begins(&t.text)) || KEPT.iter().any(|kept| begins(kept)))
        && !header.kinds.iter().any(|k| begins(&k.text))
}

/// What a long cell of a table says first, as far as a header goes: up to the dash before its text, or else the last comma.
pub(super) fn opening(cell: &str) -> Option<&str> {
    let head = cell.char_indices().nth(HEADER_LINE).map_or(cell, |(to, _)| &cell[..to]);
    let dash = [" – ", " — ", " - "].iter().filter_map(|dash| head.find(dash)).min();
    dash.or_else(|| head.rfind(',')).map(|to| &head[..to])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_are_no_names() {
        for text in [
            "Assist in writing marketing and product development plans.",
            "Prepare and present quarterly executive reports to the chief",
            "Supervised and mentored staff",
            "Resident contact for night club venue showcasing electronic music",
            "Ran the office. Hired the team",
        ] {
            assert!(!reads_as_name(text), "{text}");
        }
        for text in [
            "Registered Nurse",
            "Director of Sales and Marketing, Acme Inc.",
            "Senior product manager",
            "Advanced Systems Engineer II",
        ] {
            assert!(reads_as_name(text) && !begins_with_verb(text) && !ends_with_stop(text), "{text}");
        }
    }

    #[test]
    fn the_front_of_a_text_is_its_names() {
        for (text, expected) in [
            ("Harbour Foods Leeds Answered an average of 90 calls", "Harbour Foods Leeds"),
            ("Acme, Boston Led the launch", "Acme, Boston"),
            ("Bank of Kent", "Bank of Kent"),
            ("sold shoes", ""),
        ] {
            assert_eq!(front(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_products_and_plans_are_no_dates_of_a_job() {
        for (before, after) in [
            ("Exchange ", " upgrades"),
            ("Looked after Windows ", " server platforms"),
            ("A five-year plan was developed for ", ""),
            ("See https://example.org/newsletter-", ".pdf"),
        ] {
            assert!(dates_in_text(before, "2013-2017", after, false), "{before}");
        }
        for (before, after) in
            [("Acme Ltd ", ""), ("", " at Acme"), ("Harbour Foods (", ")"), ("Acme, Leeds, ", " Hull")]
        {
            assert!(!dates_in_text(before, "2013-2017", after, false), "{before}");
        }
        assert!(dates_in_text("Designed name servers in ", "2003-2008", " Server.", true));
        assert!(!dates_in_text("Senior manager ", "2003-2008", "", true));
        assert!(!dates_in_text("Acting Grade 4 customer desk ", "Oct 2015 to Jan 2016", "", false));
    }
}
