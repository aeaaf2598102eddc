//! What the posting's parts say: STR001-012, STY003, REQ002, REQ003 and REQ005, EEO001, ADA002, ON001, AI001, LEN001, LANG001,
//! READ001.

use super::gather::Gather;
use super::laws::Must;
use super::outline::{Kind, Row, Section};
use super::places::Reach;
use super::stated::Stated;
use super::text::{Form, Text};
use super::words::{first_in, words};
use super::{Severity, readability};
use crate::lexicon::language;
use crate::lexicon::words::Pause;
use crate::posting::outline::mentions;

/// Words behind "skills" among which a second thing is asked for.
const ANOTHER_NEAR: usize = 4;
/// Words above which a posting is tiring, and below which it says too little (LinkedIn, 7 job post tips).
const LONG: usize = 700;
const SHORT: usize = 150;
/// Grade above which most people tire, in tenths.
const HARD: i64 = 120;
/// Fewest words of which a grade means anything.
const GRADED: u64 = 40;
/// Items that a list of requirements may have.
const MANY: usize = 12;

/// Runs the rules.
pub(super) fn check(text: &Text, stated: &Stated, out: &mut Gather<'_>) {
    requirements(text, out);
    shouting(text, out);
    notices(text, stated, out);
    if text.form == Form::Company {
        // the role's own text comes later: only what the company is to say can be missing
        return;
    }
    sections(text, stated, out);
    let words = text.word_count();
    if words > LONG {
        out.say("LEN001", None, (0, 0), &format!("{words} words; more than {LONG} are tiring to read"));
    } else if words < SHORT {
        out.say("LEN001", Some(Severity::Info), (0, 0), &format!("only {words} words"));
    }
    if let Some(name) = language::other_than_english(&text.words) {
        out.say("LANG001", None, (0, 0), name);
    }
    let counts = readability::counts(text);
    if let Some(grade) = readability::grade(counts).filter(|g| *g > HARD && counts.words >= GRADED) {
        out.say("READ001", None, (0, 0), &format!("{}.{}", grade / 10, grade % 10));
    }
}

/// STY003: a sentence in capitals. Headings and titles may stand in them, and so may names of tools.
fn shouting(text: &Text, out: &mut Gather<'_>) {
    /// Words of the shortest such sentence, and those of small words without which capitals are a heading or a list.
    const WORDS: usize = 6;
    const SMALL_WORDS: usize = 2;
    for row in text.rows.iter().filter(|r| matches!(r.kind, Kind::Item | Kind::Paragraph)) {
        let line = text.row(row);
        let told: Vec<&str> = line.split_whitespace().collect();
        let capitals = !line.contains(char::is_lowercase) && line.contains(char::is_uppercase);
        let plain = |word: &&str| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let small = told.iter().filter(|word| words("shouted").contains(&plain(word).as_str())).count();
        if capitals && told.len() >= WORDS && small >= SMALL_WORDS {
            out.say("STY003", None, trimmed(text, (row.start, row.end)), "");
        }
    }
}

fn content(text: &Text, section: Section) -> bool {
    text.section(section).any(|r| matches!(r.kind, Kind::Item | Kind::Paragraph))
}

/// The sections that good postings have.
fn sections(text: &Text, stated: &Stated, out: &mut Gather<'_>) {
    let job = |key: &str| text.jobs.iter().any(|j| !j.value[key].is_null());
    let said = |id: &str, out: &Gather<'_>| out.findings.iter().any(|f| f.rule == id);
    let known = [
        (
            "STR001",
            content(text, Section::Duties)
                || content(text, Section::Outcomes)
                || stated.says("duties")
                || job("responsibilities"),
        ),
        ("STR002", content(text, Section::Required) || stated.says("requires") || job("qualifications")),
        ("STR003", content(text, Section::About) || stated.says("company") || job("employerOverview")),
        (
            "STR004",
            content(text, Section::Place)
                || stated.says("place")
                || job("jobLocation")
                || job("jobLocationType")
                || !super::places::of(text, &[]).codes.is_empty(),
        ),
        ("STR005", content(text, Section::Team) || stated.says("team")),
        ("STR006", content(text, Section::Outcomes) || stated.says("outcomes")),
        ("STR007", content(text, Section::Interview) || stated.says("interview")),
        ("STR008", stated.meets(Must::Benefits, text) || said("PAY004", out)),
        ("STR009", stated.meets(Must::HowToApply, text) || said("PAY010", out)),
        (
            "STR010",
            stated.meets(Must::Deadline, text) || stated.says("dates") || job("datePosted") || said("PAY006", out),
        ),
        ("STR011", stated.says("level")),
        ("STR012", stated.says("employment") || job("employmentType")),
    ];
    for (id, there) in known {
        if !there {
            out.say(id, None, (0, 0), "");
        }
    }
}

/// Statements that laws or readers look for.
fn notices(text: &Text, stated: &Stated, out: &mut Gather<'_>) {
    if !stated.says("eeo") {
        out.say("EEO001", None, (0, 0), "");
    }
    if !stated.says("accommodation") {
        out.say("ADA002", None, (0, 0), "");
    }
    let covered = out.laws.iter().any(|a| a.sure && a.asks(Must::Vacancy));
    if covered && !stated.says("vacancy") {
        out.say("ON001", None, (0, 0), "");
    }
    let sure = out.reach(&super::rules::rule("AI001").map(|r| r.scope.clone()).unwrap_or_default()).0 == Reach::Sure;
    // AI002 says more where the posting itself tells of such software
    let told = out.counts.contains_key("AI002");
    if sure && !told && !stated.says("screening") && text.stated.screening != Some(false) {
        out.say("AI001", None, (0, 0), "");
    }
}

/// Fewest wishes and items before they are worth a word.
const FEW_WISHES: usize = 2;
const FEW_ITEMS: usize = 4;

fn requirements(text: &Text, out: &mut Gather<'_>) {
    let items: Vec<&Row> = text.section(Section::Required).filter(|r| r.kind == Kind::Item).collect();
    let wish = |row: &Row| first_in("wishes", &text.row(row).to_lowercase()).is_some();
    let required: Vec<&&Row> = items.iter().filter(|r| !wish(r)).collect();
    if required.len() > MANY {
        let span = (required[MANY].start, required[MANY].end);
        out.say(
            "REQ003",
            None,
            trimmed(text, span),
            &format!("{} required items; people read no more than {MANY}", required.len()),
        );
    }
    let wishes: Vec<&&Row> = items.iter().filter(|r| wish(r)).collect();
    if wishes.len() >= FEW_WISHES && items.len() >= FEW_ITEMS && !text.has(Section::Preferred) {
        out.say("REQ005", None, trimmed(text, (wishes[0].start, wishes[0].end)), "");
    }
    for row in text.rows.iter().filter(|r| matches!(r.section, Section::Required | Section::Top | Section::Other)) {
        degree(text, row, out);
    }
    for row in items {
        compound(text, row, out);
        enumeration(text, row, out);
    }
}

/// A span without blanks and marks at its ends.
fn trimmed(text: &Text, (start, end): (usize, usize)) -> (usize, usize) {
    let words = &text.text[start..end];
    let mark = |c: char| c.is_whitespace() || "-*•·".contains(c);
    let from = words.len() - words.trim_start_matches(mark).len();
    (start + from, start + words.trim_end_matches(mark).len().max(from))
}

/// REQ002: a degree that is asked for, where experience will not do.
fn degree(text: &Text, row: &Row, out: &mut Gather<'_>) {
    let line = text.row(row);
    let lower = line.to_lowercase().replace('\u{2019}', "'");
    let Some((at, _)) = first_in("degrees", &lower) else { return };
    let sentence_end = lower[at..].find(". ").map_or(lower.len(), |e| at + e);
    let rest = &lower[..sentence_end.max(at)];
    let asked = row.section == Section::Required || first_in("musts", &lower).is_some();
    // "BS or 5 years of experience"
    let years = lower[at..].contains(" or ") && lower[at..].contains("year") && !mentions(&lower[at..]).is_empty();
    // "Bachelor's degree required, preferably in economics; MBA a plus" is required all the same
    let first = |list: &str| first_in(list, &rest[at..]).map(|(at, _)| at);
    let required = first("musts").is_some_and(|must| first("degree-as-a-wish").is_some_and(|wish| must < wish));
    let liked = !required && first_in("degree-as-a-wish", &lower).is_some();
    let studying = lower.contains("pursuing") || lower.contains("enrolled") || lower.contains("intern");
    if !asked
        || years
        || studying
        || liked
        || first_in("beside-a-degree", &lower).is_some()
        || rest.is_empty()
        || lower.len() != line.replace('\u{2019}', "'").len()
    {
        return;
    }
    // the quote is the word as it is written; a curly apostrophe stands behind it
    let start = row.start + line.char_indices().nth(lower[..at].chars().count()).map_or(0, |(i, _)| i);
    let end =
        text.text[start..row.end].find(|c: char| c.is_whitespace() || ",;.".contains(c)).map_or(row.end, |e| start + e);
    out.say("REQ002", None, (start, end.max(start)), "");
}

/// REQ003: "analytical, problem-solving, and decision-making skills", "project management skills with experience in Scrum".
fn compound(text: &Text, row: &Row, out: &mut Gather<'_>) {
    const BACK: usize = 10;
    /// Words in the longest kind of skill between a comma and "and".
    const OF_A_KIND: usize = 2;
    let speech = words("of-speech");
    let list = &text.words.list;
    let from = list.partition_point(|w| (w.start as usize) < row.start);
    let words: Vec<usize> = (from..list.len()).take_while(|i| (list[*i].end as usize) <= row.end).collect();
    for (k, i) in words.iter().enumerate() {
        if !matches!(text.words.folded(&list[*i]), "skills" | "abilities" | "capabilities" | "competencies") {
            continue;
        }
        if let Some(end) = another(text, &words[k + 1..]) {
            let first = words[..k].iter().rposition(|w| list[*w].pause > Pause::None).unwrap_or(0);
            let span = (list[words[first]].start as usize, list[end].end as usize);
            out.say("REQ003", None, span, "\"{quote}\" asks for several things in one item");
            continue;
        }
        let from = k.saturating_sub(BACK);
        let inside = &words[from..=k];
        let commas: Vec<usize> = inside.iter().filter(|w| list[**w].pause == Pause::Comma).copied().collect();
        let and = inside.iter().rev().take(5).any(|w| text.words.folded(&list[*w]) == "and");
        let ended = inside.iter().skip(1).any(|w| list[*w].pause > Pause::Comma);
        // "Analytical, organizational and conflict-resolution skills", but not "written, oral and listening skills"
        let joined = inside.iter().rfind(|w| text.words.folded(&list[**w]) == "and");
        let one =
            commas.len() == 1 && joined.is_some_and(|and| (1..=OF_A_KIND).contains(&and.saturating_sub(commas[0])));
        let of_speech = |w: &usize| speech.contains(&text.words.folded(&list[*w]));
        let several = commas.len() >= 2 || one && inside.iter().filter(|w| of_speech(w)).count() <= 1;
        if several && and && !ended {
            // "decision-making" is two words to the matcher
            let before = &text.text[row.start..list[commas[0].saturating_sub(1)].start as usize];
            let start = row.start + before.trim_end_matches(|c: char| !c.is_whitespace()).len();
            let span = (start, list[*i].end as usize);
            out.say("REQ003", None, span, "\"{quote}\" asks for several things in one item");
        }
    }
}

/// REQ003: "Experience in curriculum design, data analysis, behaviour management and parent reporting". Names of tools are
/// no things of their own, and what "or" or "such as" joins are examples.
fn enumeration(text: &Text, row: &Row, out: &mut Gather<'_>) {
    /// Fewest members, and words in the longest.
    const MEMBERS: usize = 4;
    const MEMBER_WORDS: usize = 4;
    /// Words in front among which stands what kind of thing is asked for.
    const FRONT: usize = 3;
    let line = text.row(row).trim_end_matches(['.', ' ']);
    let lower = line.to_lowercase();
    let examples = ["such as", "e.g", "including", "like ", " or ", "/or", "for example", ";", ":", "(", ". "];
    if examples.iter().any(|mark| lower.contains(mark)) {
        return;
    }
    let Some((head, last)) = line.rsplit_once(" and ") else { return };
    let members: Vec<&str> = head.trim_end_matches(',').split(", ").chain([last]).collect();
    // the first begins with what is asked for: "Experience in curriculum design"
    let count = |member: &str| member.split_whitespace().count();
    let short = members[1..].iter().all(|member| (1..=MEMBER_WORDS).contains(&count(member)));
    let told = members[1..].iter().filter(|member| count(member) > 1 && member.starts_with(char::is_lowercase)).count();
    let begins = words("kinds-of-criteria");
    let named = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(FRONT)
        .any(|word| begins.contains(&word));
    // "Ability to work with designers, analysts, customer support and legal teams" is one thing
    let with_people = ["work with", "working with", "collaborat", "ability to"].iter().any(|mark| lower.contains(mark));
    if members.len() >= MEMBERS && short && named && !with_people && told >= MEMBERS - 1 {
        out.say("REQ003", None, trimmed(text, (row.start, row.end)), "\"{quote}\" asks for several things in one item");
    }
}

/// The word of a second thing that is asked for behind "skills": "with experience", "and a good knowledge".
fn another(text: &Text, behind: &[usize]) -> Option<usize> {
    let word = |at: &usize| text.words.folded(&text.words.list[*at]);
    let plain = behind.iter().take_while(|at| text.words.list[**at].pause <= Pause::Comma);
    let mut plain = plain.skip_while(|at| word(at) == "along").take(ANOTHER_NEAR);
    let joining = word(plain.next().filter(|at| words("joining").contains(&word(at)))?);
    // "with the ability to explain" says more of the same skill
    let another =
        |at: &usize| words("kinds-of-criteria").contains(&word(at)) && (joining, word(at)) != ("with", "ability");
    plain.find(|at| another(at)).copied()
}
