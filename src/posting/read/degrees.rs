//! Degrees and certificates in the words of a posting.

use crate::role::DegreeLevel;
use regex::Regex;
use std::sync::LazyLock;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("patterns are tried by a test")
}

static LEVELS: LazyLock<[(DegreeLevel, Regex); 4]> = LazyLock::new(|| {
    [
        (
            DegreeLevel::Associate,
            pattern(
                r"(?i)^(?:an? |the )?(?:(?:college|technical|vocational|national|higher|advanced|two-year) )?diploma (?:in|of)\b|\bassociate'?s?'? degree\b",
            ),
        ),
        (
            DegreeLevel::Bachelor,
            pattern(
                r"(?i:\bbachelor'?s?\b|\bundergraduate\b|\b4[- ]year degree\b|\bcollege degree\b|\buniversity degree\b|\bany graduate\b|\bgraduate in any\b|\bbsc\b|\bb\.s\.?|\bb\.a\.?|\bb\.?tech\b)|\bB[SA]\b|\bBS/|\bBA/|\bBS(?:EE|CS|ME)\b",
            ),
        ),
        (
            DegreeLevel::Master,
            pattern(
                r"(?i:\bmaster'?s\b(?: degree)?|\bmba\b|\bmsc\b|\bm\.s\.|\bm\.?tech\b|\badvanced degree\b|\bgraduate degree\b|\bpost-?graduate\b)|\bM[SA]\b(?: degree| in\b)|/MS\b|\bMS(?:EE|CS|ME)\b",
            ),
        ),
        (DegreeLevel::Doctorate, pattern(r"(?i)\bph\.?\s?d\b|\bdoctorate\b|\bdoctoral\b")),
    ]
});
static DEGREE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bdegrees?\b|\beducation(?:al)? background in\b|\b(?:university|college|tertiary|higher) (?:education|qualifications?|studies)\b|\bcompleted (?:[\w-]+ )?stud(?:y|ies) (?:in|of)\b|\bhochschulabschluss\b|\babgeschlossenes studium\b",
    )
});
/// Schools as a trade: who works there need not have been taught there.
static TRADE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:experience|work(?:ed|ing)?|career|background|clients?|customers?|products?) (?:within|in|from|for|with) (?:the )?(?:higher|tertiary|university) education\b(?: (?:sector|industry))?|\b(?:knowledge|understanding|familiarity|interest) (?:of|in|with) (?:the )?(?:higher|tertiary) education\b|\b(?:higher|tertiary) education (?:sector|industry|institutions?|clients?|customers?|institution)\b",
    )
});
static EQUIVALENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bequivalent\b|\bor (?:(?:relevant|related|comparable|similar|practical|professional|hands-on) )*(?:work |industry |job )?experience\b|\bor \d+\+? years|\bin lieu\b",
    )
});
static CERTIFICATES: LazyLock<[(&'static str, Regex); 10]> = LazyLock::new(|| {
    [
        ("csm", pattern(r"\bCSM\b|(?i:certified scrum ?master)")),
        ("cspo", pattern(r"\bCSPO\b|(?i:certified scrum product owner)")),
        ("psm", pattern(r"\bPSM\b")),
        ("pspo", pattern(r"\bPSPO\b")),
        ("pmp", pattern(r"\bPMP\b")),
        ("pmi-acp", pattern(r"\bPMI-ACP\b")),
        ("safe-popm", pattern(r"\bPOPM\b|\bSAFe (?:\w+ )?certif")),
        ("pragmatic", pattern(r"(?i)\bpragmatic (?:institute|marketing|certif)")),
        ("aipmm-cpm", pattern(r"\bAIPMM\b")),
        ("product-school", pattern(r"(?i)\bproduct school\b")),
    ]
});
static CERTIFIED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bcertificat(?:e|es|ion|ions)\b|\bcertified\b"));

static INSTEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:in|as an?) substitut|\bsubstituted?\b|\bin lieu\b|\b(?:may|can|will) be (?:considered|accepted) (?:instead|in place)|^an? equivalent combination\b|^combinations? of (?:training|education|experience)\b|^(?:or )?(?:an? )?equivalent (?:\w+ )?(?:combination|experience|education)|^any (?:suitable |equivalent )?combination of (?:education|experience|training)",
    )
});
/// Fields of certificates that have nothing to do with product work.
static OTHER_CERTIFICATES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:security|privacy|cloud|aws|azure|google|microsoft|accounting|financial|medical|clinical|nursing|nurse|dialysis|teaching|network\w*|tax|legal|cissp|cisa|cism|cpa|cfa|six sigma|salesforce)\b",
    )
});

/// Words of a field and its name in the lexicon.
const FIELDS: [(&str, &str); 18] = [
    ("business", "business"),
    ("marketing", "business"),
    ("economics", "business"),
    ("finance", "business"),
    ("management", "business"),
    ("engineering", "engineering"),
    ("computer", "computing"),
    ("computing", "computing"),
    ("software", "computing"),
    ("information", "computing"),
    ("technology", "computing"),
    ("technical", "engineering"),
    ("mathematics", "mathematics"),
    ("statistics", "mathematics"),
    ("math", "mathematics"),
    ("science", "science"),
    ("stem", "science"),
    ("design", "design"),
];

/// A degree that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Degree {
    pub(super) level: DegreeLevel,
    pub(super) fields: Vec<String>,
    pub(super) equivalent: bool,
}

/// The lowest degree that a text asks for.
pub(super) fn degree(text: &str) -> Option<Degree> {
    let level = LEVELS.iter().find(|(_, words)| words.is_match(text)).map(|(level, _)| *level);
    // "experience in higher education" and "knowledge of higher education" are of a trade
    let text = &TRADE.replace_all(text, "");
    // "a high degree of attention" is no degree
    let named = DEGREE.find_iter(text).any(|m| !text[m.end()..].trim_start().to_lowercase().starts_with("of "));
    let level = level.or_else(|| named.then_some(DegreeLevel::Bachelor))?;
    Some(Degree { level, fields: fields(text), equivalent: EQUIVALENT.is_match(text) })
}

/// Fields by their names in the lexicon, in the order of the text.
fn fields(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    // where the degree's own words name the fields, what stands before them is something else
    let from =
        lower.find("degree").filter(|at| lower[*at..].contains(" in ")).or_else(|| lower.find(" in ")).unwrap_or(0);
    let words: Vec<&str> = lower[from..].split(|c: char| !c.is_alphanumeric()).collect();
    let mut out: Vec<String> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let behind_computer =
            *word == "science" && i > 0 && ["computer", "data", "information"].contains(&words[i - 1]);
        let of_engineering = *word == "software" && words.get(i + 1) == Some(&"engineering");
        let Some((_, field)) = FIELDS.iter().find(|(w, _)| w == word) else { continue };
        if !behind_computer && !of_engineering && !out.iter().any(|f| f == field) {
            out.push((*field).to_owned());
        }
    }
    out
}

/// Certificates that a text names, and whether it asks for certificates at all.
pub(super) fn certificates(text: &str) -> Option<Vec<String>> {
    let named: Vec<String> =
        CERTIFICATES.iter().filter(|(_, w)| w.is_match(text)).map(|(id, _)| (*id).to_owned()).collect();
    (!named.is_empty() || CERTIFIED.is_match(text)).then_some(named)
}

/// Whether a sentence only says what is taken instead of a degree named before.
pub(super) fn is_accepted_instead(text: &str) -> bool {
    INSTEAD.is_match(text)
}

/// Whether certificates of another trade are asked for.
pub(super) fn other_certificates(text: &str) -> bool {
    OTHER_CERTIFICATES.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_degree_counts_with_its_fields() {
        let d =
            degree("Bachelor's or Master's degree in Computer Science, Engineering, or equivalent experience").unwrap();
        assert_eq!((d.level, d.equivalent), (DegreeLevel::Bachelor, true));
        assert_eq!(d.fields, ["computing", "engineering"]);
        assert_eq!(degree("MBA preferred").unwrap().level, DegreeLevel::Master);
        assert_eq!(degree("BA/BS degree or equivalent practical experience").unwrap().level, DegreeLevel::Bachelor);
        assert_eq!(degree("Scrum Master with good basic skills"), None);
    }

    #[test]
    fn certificates_are_named_or_not() {
        assert_eq!(certificates("CSPO or PMP certification").unwrap(), ["cspo", "pmp"]);
        assert_eq!(certificates("A product certification").unwrap(), Vec::<String>::new());
        assert_eq!(certificates("Certainly a safe pair of hands"), None);
    }
}
