//! File names for postings: from the requisition, else from company and role; safe on every system, never twice.

use super::Posting;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization as _;

/// Longest name without its ending, in bytes: systems allow 255, and a number may follow.
const LONGEST: usize = 100;
/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];
/// Names of files that stand beside the postings.
const TAKEN: [&str; 1] = ["failures"];

/// The names that are given out, so that no two postings share one.
#[derive(Debug, Default)]
pub struct Names {
    given: BTreeMap<String, u32>,
}

impl Names {
    /// A name for a posting, without an ending; small letters, because some systems do not tell them from capitals.
    pub fn give(&mut self, posting: &Posting) -> String {
        let wish = match posting.data.requisition.as_deref().map(safe).filter(|name| !name.is_empty()) {
            Some(name) => name,
            None => safe(&format!("{} {}", posting.company.name, posting.role)),
        };
        let reserved = DEVICES.contains(&wish.as_str()) || TAKEN.contains(&wish.as_str());
        let wish = if reserved || wish.is_empty() { format!("posting-{wish}") } else { wish };
        let mut name = wish.clone();
        while self.given.contains_key(&name) {
            let count = self.given.entry(wish.clone()).or_insert(1);
            *count += 1;
            name = format!("{wish}-{count}");
        }
        self.given.insert(name.clone(), 1);
        name
    }
}

/// Letters and digits of any script, everything else one hyphen.
fn safe(text: &str) -> String {
    let mut name = String::new();
    for c in text.nfkc().flat_map(char::to_lowercase) {
        let c = if c.is_alphanumeric() || c == '_' { c } else { '-' };
        if name.len() + c.len_utf8() > LONGEST {
            break;
        }
        if c != '-' || !(name.is_empty() || name.ends_with('-')) {
            name.push(c);
        }
    }
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_never_twice() {
        assert_eq!(safe("HV/2026:041 "), "hv-2026-041");
        assert_eq!(safe("../../etc/passwd\u{0}"), "etc-passwd");
        assert_eq!(safe("Žluťoučký & 株式会社"), "žluťoučký-株式会社");
        assert_eq!(safe("a<>|?*\"b."), "a-b");
        let posting = |requisition: &str| {
            let json = serde_json::json!({"name": "A", "requisition": requisition}).to_string();
            let company = super::super::Company::parse(&json, "c").unwrap();
            super::super::build(&crate::role::builtin("lead").unwrap(), &company, "2026-01-02".parse().unwrap())
                .unwrap()
        };
        let mut names = Names::default();
        let given: Vec<String> =
            ["R1", "r1", "r1-2", "R-1", "r1", "NUL", "", "failures"].map(|r| names.give(&posting(r))).to_vec();
        assert_eq!(given, ["r1", "r1-2", "r1-2-2", "r-1", "r1-3", "posting-nul", "a-lead", "posting-failures"]);
    }
}
