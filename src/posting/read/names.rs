//! Names in an item that a resume would repeat letter for letter: tools, languages, technologies, fields of trade.
//!
//! "Experience with SQL" asks for SQL, not for data analysis in general; so a name is looked for as it is written.
//! Well-known names are found in any dress; others by their capitals, as long as no sentence begins with them.

use std::sync::LazyLock;

static TOOLS: LazyLock<Vec<String>> =
    LazyLock::new(|| serde_json::from_str(include_str!("tools.json")).expect("compiled-in names are parsed by a test"));

/// Capital words that name nothing a resume would show by itself.
const NO_NAMES: &str = "i we our you your us the a an and or of in with for to as is are product products manager managers management \
    owner owners director directors lead leader senior junior associate group principal staff head chief vp pm pms company team teams \
    experience bachelor bachelors master masters degree mba phd bs ba ms university college computer science engineering business \
    english strong excellent proven solid deep demonstrated ability must have has minimum preferred required years year plus \
    knowledge understanding familiarity good great ideally bonus nice need must maximum candidate candidates united states usa uk eu europe u.s north america \
    january february march april may june july august september october november december monday friday ui ux uis uxs ui/ux ux/ui kpi kpis \
    okr okrs prd prds roi ceo cto cpo coo cfo csm cspo pmp psm safe agile scrum saas paas api apis qa hr it ok pto ai/ml mvp mvps user users english german french spanish italian portuguese dutch swedish polish japanese mandarin chinese";

static LABEL: LazyLock<regex::Regex> =
    LazyLock::new(|| regex::Regex::new(r"^[^.,;]{3,60}?(?: [–—-]|:) ").expect("tried by a test"));

/// A name and where it stands in the text (byte offsets).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// As a term: small letters.
    pub(super) term: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it stands in our list, rather than being told by its capitals.
    pub(super) listed: bool,
}

/// The names of a text in order, without overlaps.
pub(super) fn names(text: &str) -> Vec<Name> {
    let lower = text.to_lowercase();
    let mut found: Vec<Name> = Vec::new();
    // small letters may be longer or shorter than capitals in a few scripts; then offsets would be wrong
    if lower.len() == text.len() {
        for tool in TOOLS.iter() {
            for (at, _) in lower.match_indices(tool.as_str()) {
                if super::cues::is_word(&lower, at, tool.len()) {
                    found.push(Name { term: tool.clone(), start: at, end: at + tool.len(), listed: true });
                }
            }
        }
        found.sort_by_key(|n| (std::cmp::Reverse(n.end - n.start), n.start));
        let mut kept: Vec<Name> = Vec::new();
        for name in found {
            if kept.iter().all(|k| name.start >= k.end || k.start >= name.end) {
                kept.push(name);
            }
        }
        found = kept;
    }
    for name in by_capitals(text) {
        if found.iter().all(|k| name.start >= k.end || k.start >= name.end) {
            found.push(name);
        }
    }
    found.sort_by_key(|n| n.start);
    found
}

/// Runs of capital words that are not the first of the text: "Experience with Acme Cloud".
fn by_capitals(text: &str) -> Vec<Name> {
    const MOST_WORDS: usize = 3;
    let no_name = |word: &str| {
        let lower = word.to_lowercase();
        NO_NAMES.split_whitespace().any(|n| n == lower) || lower.split('-').any(|part| part == "level")
    };
    let mut out: Vec<Name> = Vec::new();
    let mut open: Option<Name> = None;
    let mut words = 0;
    let capitals = text.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count();
    // a line in title case has no names
    let titled = capitals * 3 > text.split_whitespace().count().max(6) * 2;
    // nor has one in capitals
    if !text.contains(char::is_lowercase) && text.contains(' ') {
        return vec![];
    }
    // "Curiosity – Asks ...": a label and the word behind it stand as at the beginning of a text
    let label = LABEL.find(text).map_or(0, |m| m.end());
    for (index, (at, raw)) in super::words_of(text).enumerate() {
        let index = if at <= label { 0 } else { index };
        let word = raw.trim_matches(|c: char| !c.is_alphanumeric() && !"+#".contains(c));
        let start = at + raw.find(word).unwrap_or(0);
        let inner = word.chars().skip(1).any(char::is_uppercase);
        let capital = word.starts_with(char::is_uppercase) && word.chars().count() > 1;
        let fits = (capital && index > 0 && !titled || inner) && !no_name(word);
        let glued = raw.starts_with(word);
        if fits && open.is_some() && words < MOST_WORDS && glued {
            if let Some(name) = &mut open {
                name.end = start + word.len();
                words += 1;
            }
        } else {
            out.extend(open.take());
            if fits {
                open = Some(Name { term: String::new(), start, end: start + word.len(), listed: false });
                words = 1;
            }
        }
        if raw.ends_with([',', ';', ')', '.', ':', '/']) {
            out.extend(open.take());
        }
    }
    out.extend(open);
    for name in &mut out {
        name.term = text[name.start..name.end].to_lowercase();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        names(text).into_iter().map(|n| n.term).collect()
    }

    #[test]
    fn names_are_found_by_list_and_by_capitals() {
        assert_eq!(terms("Experience with machine learning, C++ and Python"), ["machine learning", "c++", "python"]);
        assert_eq!(terms("SQL and excel"), ["sql", "excel"]);
        assert_eq!(terms("Worked with Acme Cloud or OpenThing"), ["acme cloud", "openthing"]);
        assert_eq!(terms("Strong Communication Skills And Leadership"), Vec::<String>::new());
        assert_eq!(terms("Experience as a Product Manager in the US"), Vec::<String>::new());
    }
}
