//! Where the work is done, as codes: from `--place`, from data, or from the lines of a posting that tell it.
//!
//! Only lines that speak of the place are read (a label, a heading, "based in", "remote"), because a company's history
//! names places too. A city includes its state or province, a state its country. A country alone does not say in which
//! state: then the laws of all its states are possible, and findings for them are warnings at most.

use super::outline::{Kind, Section};
use super::text::{Stated, Text};
use crate::error::{Error, Result};
use crate::lexicon::trie::Trie;
use crate::posting::company::{Location, Workplace};
use crate::posting::{Company, DataPart, places};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Cities with a law of their own: code, state, and how they are written in small letters.
const CITIES: [(&str, &str, &[&str]); 3] = [
    (
        "US-NY-NYC",
        "US-NY",
        &["new york city", "new york, ny", "nyc", "brooklyn", "manhattan", "new york, new york", "queens, ny", "bronx"],
    ),
    ("US-OH-CLE", "US-OH", &["cleveland, oh", "cleveland, ohio"]),
    ("US-CA-LAX", "US-CA", &["los angeles"]),
];
/// Members of the European Union.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
    "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
];
const EU: &str = "EU";
/// Labels of lines that tell a place.
const LABELS: [&str; 15] = [
    "location",
    "locations",
    "place",
    "based in",
    "office",
    "where",
    "workplace",
    "job location",
    "work location",
    "duty station",
    "base",
    "city",
    "remote",
    "🌎",
    "📍",
];
/// Words of sentences that tell a place.
const CUES: [&str; 22] = [
    "based in",
    "located in",
    "reside in",
    "residents of",
    "remotely from",
    "remote from",
    "work from our",
    "office in",
    "role in",
    "position in",
    "remote -",
    "remote (",
    "remote in",
    "remote within",
    "remote,",
    "remote:",
    "hiring in",
    "live in",
    "anywhere in",
    "any location in",
    "within the u",
    "open to candidates in",
];
/// Words of sentences that shut places out.
const NOT: [&str; 5] = ["not ", "except", "exclud", "outside", "headquarter"];

/// The places of a posting.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// Codes as given or read, sorted.
    pub(super) codes: Vec<String>,
}

/// How far a rule's place is one of a posting's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// Somewhere else.
    No,
    /// The posting names no place, or only the country of a state's law.
    Possible,
    /// Yes.
    Sure,
}

impl Places {
    /// How far a law of a place holds.
    pub(super) fn reach(&self, place: &str) -> Reach {
        if place == "all" {
            return Reach::Sure;
        }
        if self.codes.is_empty() {
            return Reach::Possible;
        }
        let best = self.codes.iter().map(|own| {
            if covers(place, own) {
                Reach::Sure
            } else if covers(own, place) {
                Reach::Possible
            } else {
                Reach::No
            }
        });
        best.max().unwrap_or(Reach::No)
    }

    /// The own places that a rule's place covers, or the rule's place where the posting only may be there.
    pub(super) fn met(&self, place: &str) -> Vec<String> {
        let own: Vec<String> = self.codes.iter().filter(|own| covers(place, own)).cloned().collect();
        if own.is_empty() && place != "all" { vec![place.to_owned()] } else { own }
    }
}

/// Whether a place includes another: `US` includes `US-NY-NYC`, `EU` includes `DE`.
fn covers(large: &str, small: &str) -> bool {
    let country = small.split('-').next().unwrap_or_default();
    large == small
        || small.strip_prefix(large).is_some_and(|rest| rest.starts_with('-'))
        || (large == EU && UNION.contains(&country))
}

/// The code of a `--place`, which may be a code or the name of a country, a state or a province.
///
/// # Errors
/// [`Error::UnknownName`] with the codes that a name may mean, and with all.
pub fn check(place: &str) -> Result<String> {
    let code = place.trim().to_uppercase();
    let city = CITIES.iter().any(|(own, _, _)| *own == code);
    if city || places::area_is_known(&code) {
        return Ok(code);
    }
    // "TX": no country has these letters
    if let Some(state) = region(&code) {
        return Ok(state);
    }
    let small = place.trim().to_lowercase();
    let (names, signs) = &*NAMES;
    let whole = names.phrases(&small).filter(|(length, _)| *length == small.len());
    let meant: BTreeSet<&str> = whole.flat_map(|(_, name)| signs[name as usize].iter().map(|sign| sign.code)).collect();
    let name = place.trim().to_owned();
    match meant.into_iter().collect::<Vec<_>>()[..] {
        [] => {}
        [only] => return Ok(only.to_owned()),
        ref several => {
            let meanings = several.iter().map(|code| format!("{code} ({})", places::area_name(code))).collect();
            return Err(Error::Ambiguous { what: "place", name, meanings });
        }
    }
    let mut known: Vec<String> = places::regions().map(|(own, _)| own.to_owned()).collect();
    known.extend(CITIES.iter().map(|(own, _, _)| (*own).to_owned()));
    known.extend(["US", "CA", "GB", EU].map(str::to_owned));
    Err(Error::UnknownName { what: "place", name, known })
}

/// What else the code of a country could have been meant for: `CO` is Colombia, and Colorado is `US-CO`.
pub fn other_meaning(place: &str) -> Option<String> {
    let code = place.trim().to_uppercase();
    let country = places::country(&code)?;
    let other = region(&code).filter(|other| other.len() > code.len() && name(other) != country)?;
    Some(format!("`{code}` is {country}; write `{other}` for {}", name(&other)))
}

/// A place as a person reads it.
pub(super) fn name(code: &str) -> String {
    match code {
        "US-NY-NYC" => "New York City".into(),
        "US-OH-CLE" => "Cleveland".into(),
        "US-CA-LAX" => "Los Angeles".into(),
        _ => places::area_name(code).trim_end_matches(", United States").trim_end_matches(", Canada").to_owned(),
    }
}

/// The places of a posting: the given ones, else the stated, else those of its lines.
pub(super) fn of(text: &Text, given: &[String]) -> Places {
    let mut codes: BTreeSet<String> = given.iter().cloned().collect();
    if codes.is_empty() {
        codes.extend(text.stated.places.iter().chain(&text.stated.remote).cloned());
        // the data of a hybrid role has its office only; the page beside it says from where it can be done too
        if !codes.is_empty() {
            codes.extend(remotely(text));
        }
    }
    if codes.is_empty() {
        codes = read(text);
    }
    // a country says nothing beside one of its states, unless the work can be done anywhere in it
    let all: Vec<String> = codes.iter().cloned().collect();
    let whole = if given.is_empty() { anywhere(text) } else { BTreeSet::new() };
    codes.retain(|code| whole.contains(code) || !all.iter().any(|other| other != code && covers(code, other)));
    Places { codes: codes.into_iter().collect() }
}

/// Words between remote work and where it can be done: "remote (anywhere in the US)", "remote within the United States".
const LEADING: [&str; 12] = [
    "in",
    "within",
    "across",
    "throughout",
    "inside",
    "from",
    "the",
    "work",
    "working",
    "anywhere",
    "remote",
    "remotely",
];
/// Marks between such words.
const MARKS: [char; 10] = [' ', '\t', ',', ':', '(', '/', '|', '–', '—', '-'];

/// Words of work that is remote in part, or of others' remote work.
const IN_OFFICE: [&str; 8] = [
    "hybrid",
    "days a week",
    "day a week",
    "days per week",
    "non-remote",
    "not remote",
    "remote us team",
    "remote team",
];

/// Whether a text in small letters ends with remote work and words that lead to its place.
fn leads_to_place(before: &str) -> bool {
    let mut rest = before.trim_end_matches(MARKS);
    let mut remote = rest.ends_with("from home");
    while let Some(word) = LEADING.iter().find(|word| ends_with_word(rest, word)) {
        remote |= matches!(*word, "anywhere" | "remote" | "remotely");
        rest = rest[..rest.len() - word.len()].trim_end_matches(MARKS);
    }
    remote
}

/// Whether a text ends with a whole word.
fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// Whether what stands behind a country, in small letters, is remote work: "US remote", "USA (fully remote)".
fn goes_on_remote(behind: &str) -> bool {
    // the second word of the country's name
    let second = ["states", "kingdom", "union"].iter().find_map(|word| behind.trim_start().strip_prefix(word));
    let words = second.unwrap_or(behind).trim_start_matches(MARKS);
    let rest = words.strip_prefix("fully ").unwrap_or(words).strip_prefix("remote");
    // "US (remote two days a week)" is an office
    rest.is_some_and(|rest| rest.trim().is_empty() || rest.starts_with([')', ',', ';', '.', '|', '/']))
}

/// The countries anywhere in which a posting's lines or its data let people work.
fn anywhere(text: &Text) -> BTreeSet<String> {
    let mut out: BTreeSet<String> = text.stated.remote.iter().filter(|code| !code.contains('-')).cloned().collect();
    for row in text.rows.iter().filter(|r| r.kind != Kind::Blank) {
        let line = text.row(row);
        let small = line.to_lowercase();
        let remote = small.contains("remote") || small.contains("anywhere") || small.contains("from home");
        if !remote || IN_OFFICE.iter().any(|words| small.contains(words)) {
            continue;
        }
        for sentence in line.split_inclusive([';']) {
            let lower = sentence.to_lowercase();
            if NOT.iter().any(|n| lower.contains(n)) {
                continue;
            }
            for (at, code) in named(sentence).into_iter().filter(|(_, code)| !code.contains('-')) {
                let (Some(before), Some(name)) = (sentence.get(..at), sentence.get(at..)) else { continue };
                let behind = name.trim_start_matches(|c: char| c.is_alphanumeric() || c == '.');
                if leads_to_place(&before.to_lowercase()) || goes_on_remote(&behind.to_lowercase()) {
                    out.insert(code);
                }
            }
        }
    }
    out
}

/// The places from which a posting's words let people work.
fn remotely(text: &Text) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for sentence in text.rows.iter().flat_map(|row| text.row(row).split_inclusive('.')) {
        if let Some((_, from)) = sentence.split_once("work remotely from") {
            scan(from, &mut out);
        }
    }
    out
}

/// The places that lines of a posting tell.
fn read(text: &Text) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut lead = 0;
    for row in text.rows.iter().filter(|r| r.kind != Kind::Blank) {
        let line = text.row(row);
        let lower = line.to_lowercase();
        lead += 1;
        /// Lines at the top that hold facts rather than prose, and their most words.
        const TOP: usize = 8;
        const SHORT: usize = 25;
        let bare = lower.trim_start_matches(|c: char| !c.is_alphanumeric() && !"🌎📍".contains(c));
        let words = line.split_whitespace().count();
        let labelled =
            LABELS.iter().any(|l| bare.strip_prefix(l).is_some_and(|r| !r.starts_with(char::is_alphanumeric)));
        let short_top = lead <= TOP
            && words <= SHORT
            && (lower.contains("remote") || lower.contains('🌎') || words <= 6 && line.contains(", "));
        if row.section == Section::Place || labelled || short_top {
            // "anywhere in the US except California"
            let cut = [" except", " excluding"].iter().filter_map(|word| line.find(word)).min().unwrap_or(line.len());
            scan(&line[..cut], &mut out);
            continue;
        }
        // "Palouse Light · Spokane, Washington · Full-time", "Garden Care – Toms River, New Jersey"
        /// Most words of a field that is a place.
        const FIELD: usize = 5;
        const PARTS: [char; 7] = ['·', '|', '•', '–', '—', '(', ')'];
        let dashed = line.replace(" - ", " – ");
        if lead <= TOP && words <= SHORT && dashed.contains(PARTS) {
            let fields = dashed.split(PARTS).filter(|f| f.contains(", ") && f.split_whitespace().count() <= FIELD);
            fields.for_each(|field| scan(field, &mut out));
        }
        // "Prairie Bend Community School District 31, Illinois": a name of any length before its place
        /// Most words of such a line, and of the place at its end.
        const NAMED: usize = 12;
        const PLACE: usize = 2;
        if lead <= TOP
            && words <= NAMED
            && !line.ends_with(['.', '!', '?'])
            && let Some((_, place)) = line.rsplit_once(", ")
            && place.split_whitespace().count() <= PLACE
        {
            scan(place, &mut out);
        }
        for sentence in line.split_inclusive(['.', ';']) {
            let lower = sentence.to_lowercase();
            let cue = CUES.iter().filter_map(|c| lower.find(c)).min();
            if let Some(at) = cue.filter(|_| !NOT.iter().any(|n| lower.contains(n)) && speaks_of_the_role(&lower)) {
                /// Bytes behind a cue in which the place stands.
                const NEAR: usize = 90;
                let mut end = (at + NEAR).min(lower.len()).min(sentence.len());
                while !sentence.is_char_boundary(end) {
                    end -= 1;
                }
                if let Some(part) = sentence.get(at..end) {
                    scan(part, &mut out);
                }
            }
        }
    }
    out
}

/// "Our company is based in Berlin" tells no place of the role.
fn speaks_of_the_role(sentence: &str) -> bool {
    ["role", "position", "you", "candidate", "applicant", "remote", "hiring", "this is", "must", "office", "work"]
        .iter()
        .any(|w| sentence.contains(w))
}

/// What names places: the names in small letters, and for each the codes that it can mean.
static NAMES: LazyLock<(Trie, Vec<Vec<Sign>>)> = LazyLock::new(|| {
    const LANDS: [(&str, &[&str]); 4] = [
        ("US-DC", &["washington, d.c", "washington, dc", "washington dc"]),
        ("US", &["united states", "usa", "u.s.", "u.s", "us-based", "us based"]),
        ("GB", &["united kingdom", "uk", "england", "london"]),
        (EU, &["european union"]),
    ];
    let cities = CITIES.iter().map(|(code, _, names)| (*code, *names)).chain(LANDS);
    let any_case = cities.flat_map(|(code, names)| names.iter().map(move |name| (*name, Sign { code, proper: false })));
    let lands = places::country_codes().into_iter().filter_map(|code| Some((code, places::country(code)?)));
    let proper = places::regions().chain(lands).map(|(code, name)| (name, Sign { code, proper: true }));
    let names: Vec<(String, Sign)> = any_case.chain(proper).map(|(name, sign)| (name.to_lowercase(), sign)).collect();
    Trie::with_lists(names.iter().map(|(name, sign)| (name.as_str(), *sign)))
});

/// What a name can mean.
#[derive(Clone, Copy)]
struct Sign {
    code: &'static str,
    /// Whether it counts only with a capital: "turkey" is a bird.
    proper: bool,
}

/// Adds the places that a piece of text names.
fn scan(text: &str, out: &mut BTreeSet<String>) {
    out.extend(named(text).into_iter().map(|(_, code)| code));
}

/// The places that a piece of text names, each with the byte at which its name begins.
fn named(text: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    let small = text.to_lowercase();
    let (names, signs) = &*NAMES;
    let country_of_georgia = small.contains("tbilisi");
    for at in word_starts(&small) {
        let capital = text.get(at..).is_some_and(|t| t.starts_with(char::is_uppercase));
        for (length, name) in names.phrases(&small[at..]) {
            let (before, after) = (&small[..at], &small[at + length..]);
            let other = |code: &str| match code {
                "US-WA" => after.starts_with(", d") || after.starts_with(" d"),
                "US-VA" => before.ends_with("west "),
                "US-GA" => country_of_georgia,
                "GE" => !country_of_georgia,
                "MX" => before.ends_with("new "),
                "JE" => true,
                _ => false,
            };
            let meant = signs[name as usize].iter().filter(|sign| (capital || !sign.proper) && !other(sign.code));
            out.extend(meant.map(|sign| (at, sign.code.to_owned())));
        }
    }
    for (at, _) in text.match_indices(", ") {
        // "Denver, CO" and "CO, United States"
        let (before, after) = (&text[..at], &text[at + 2..]);
        let city = before.ends_with(char::is_alphabetic);
        let land = ["United States", "USA", "US", "Canada"].iter().any(|land| after.starts_with(land));
        let behind = after.get(..2).filter(|_| city && !after[2..].starts_with(char::is_alphanumeric));
        let cut = before.len().saturating_sub(2);
        let ahead = before.get(cut..).filter(|_| land && !before[..cut].ends_with(char::is_alphanumeric));
        out.extend([behind, ahead].into_iter().flatten().filter_map(region).map(|code| (at, code)));
    }
    // in capitals only: "us" is a word
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word == "US" || word == EU {
            out.push((word.as_ptr() as usize - text.as_ptr() as usize, word.to_owned()));
        }
    }
    out
}

/// The code of a state or province by its letters.
fn region(letters: &str) -> Option<String> {
    let codes = ["US", "CA"].map(|land| format!("{land}-{letters}"));
    codes.into_iter().find(|code| places::known_region(code).is_some())
}

/// Where words begin.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices()
        .filter(move |(_, c)| !std::mem::replace(&mut inside, c.is_alphanumeric()) && inside)
        .map(|(at, _)| at)
}

/// What a company file states.
pub(super) fn of_company(company: &Company) -> Stated {
    let data = DataPart {
        locations: company.locations.clone(),
        remote_from: company.remote_from.clone(),
        workplace: company.workplace,
        employees: company.employees,
        ..DataPart::default()
    };
    Stated { screening: company.ai_screening, ..of_model(&data) }
}

/// What rolefit's own model states.
pub(super) fn of_model(data: &DataPart) -> Stated {
    let sites: Vec<String> = data.locations.iter().filter_map(site).collect();
    let remote = data.remote_from.clone();
    let places = if data.workplace == Some(Workplace::Remote) && !remote.is_empty() { vec![] } else { sites };
    Stated { places, remote, employees: data.employees, screening: None }
}

fn site(location: &Location) -> Option<String> {
    let parts = [location.city.as_deref(), location.region.as_deref()];
    from_parts(
        parts[0].unwrap_or_default(),
        parts[1].unwrap_or_default(),
        location.country.as_deref().unwrap_or_default(),
    )
}

/// A code from the parts of an address.
fn from_parts(city: &str, region: &str, country: &str) -> Option<String> {
    let country = match country.trim() {
        "USA" | "United States" | "United States of America" => "US",
        "Canada" => "CA",
        other => other,
    };
    let by_name =
        places::regions().find(|(_, name)| name.eq_ignore_ascii_case(region)).map(|(code, _)| code.to_owned());
    let coded = [region.to_uppercase(), format!("{country}-{}", region.to_uppercase())];
    let state = coded.into_iter().find(|c| places::regions().any(|(own, _)| own == c)).or(by_name);
    let lower = city.to_lowercase();
    let own_city = CITIES.iter().find(|(_, in_state, names)| {
        let named = names.iter().any(|n| n.split(',').next() == Some(&lower))
            || (lower == "cleveland")
            || (lower == "new york");
        named
            && Some(*in_state) == state.as_deref()
            && (lower != "cleveland" || *in_state == "US-OH")
            && (lower != "new york" || *in_state == "US-NY")
    });
    let known = places::country(country).is_some().then(|| country.to_owned());
    own_city.map(|(code, _, _)| (*code).to_owned()).or(state).or(known)
}

/// What a JobPosting states.
pub(super) fn of_job(job: &Value) -> Stated {
    let mut out = Stated::default();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    for place in list(&job["jobLocation"]) {
        let address = if place["address"].is_object() { &place["address"] } else { &place };
        let of = |key: &str| address[key].as_str().or(address[key]["name"].as_str()).unwrap_or_default().to_owned();
        out.places.extend(from_parts(&of("addressLocality"), &of("addressRegion"), &of("addressCountry")));
    }
    for area in list(&job["applicantLocationRequirements"]) {
        let mut found = BTreeSet::new();
        scan(area["name"].as_str().unwrap_or_default(), &mut found);
        // "Colorado, USA" is the state
        let all = found.clone();
        found.retain(|code| !all.iter().any(|o| o != code && covers(code, o)));
        out.remote.extend(found);
    }
    if job["jobLocationType"] == "TELECOMMUTE" && !out.remote.is_empty() {
        // a remote role is done where the person lives, and the site is where it reports to
        let keep: Vec<String> = out.places.iter().filter(|p| p.contains('-')).cloned().collect();
        out.places = keep;
    }
    out.employees =
        job["hiringOrganization"]["numberOfEmployees"]["value"].as_u64().and_then(|n| u32::try_from(n).ok());
    out
}
