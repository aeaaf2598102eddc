//! The forms of lines as regular expressions, which said them once and cost more to compile than a posting takes to be
//! checked. The hand-written readers are held to them.

use super::glued::{brackets, hyphens, joints};
use super::*;
use proptest::prelude::*;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The expressions: bullet, number, bold line, italic line, link, escape, hyphen, bracket, joint.
static FORMS: LazyLock<[Regex; 9]> = LazyLock::new(|| {
    [
        r"^\s*(?:[>»■►*+•·▪◦●○‣⁃–—→✓✔➢❖-]|\d{1,2}\\?[.)]|\(?[a-z]\))\s+(.+)$",
        r"^\d{1,2}\\?[.)]\s+(.+)$",
        r"^(?:\*\*|__)\s*([^*_]+?)\s*(?:\*\*|__)\s*:?\s*$",
        r"^[_*]([^*_]{3,60})[_*]\s*:?\s*$",
        r"!?\[([^\]]*)\]\([^)]*\)",
        r"\\([!-/:-@\[-`{-~])",
        r"([a-z.!)])[-•] ?([A-Z])",
        r"(\))([A-Z][a-z]+ )",
        r"([a-z]{3}|[.!)])((?:Experienced?|Deep|Strong|Excellent|Exceptional|Outstanding|Proven|Solid|Ability|Able|Knowledge|Understanding|Familiar\w*|Proficien\w*|Bachelor\S*|Master\S*|Degree|Demonstrated|Previous|Prior|Good|Great|Minimum|Must|Passion\w*|Creative|Self|Comfortable|Background|You|Working|Track|History|Superior|Highly|High|Willing\w*|Fluent|Skilled|Expert\w*|At least|BS|BA|MBA|\d{1,2}\+?(?:-\d{1,2})? years?) )",
    ]
    .map(|text| Regex::new(text).expect("constant"))
});

fn spans(regex: &Regex, text: &str) -> Vec<Range<usize>> {
    let cut = |c: regex::Captures<'_>| Some(c.get(1)?.end()..c.get(2)?.start());
    regex.captures_iter(text).filter_map(cut).collect()
}

/// What texts are made of: each form, its parts, and what nearly looks like it.
const PIECES: [&str; 62] = [
    "-",
    "- ",
    "*",
    "**",
    "_",
    "__",
    ":",
    " ",
    "  ",
    "•",
    "–",
    "1",
    "12",
    "5-10",
    "5+",
    "3+-4",
    ".",
    ")",
    "(",
    "a",
    "b)",
    "(c)",
    "\\",
    "\\.",
    "\\\\",
    "[",
    "]",
    "](",
    "![",
    "[x](y)",
    "`",
    "#",
    "!",
    "word",
    "skills",
    "ab",
    "iOS",
    "Android",
    "Deep ",
    "Strong ",
    "Experienced ",
    "Experience,",
    "Familiarity ",
    "Familiar-",
    "Proficien ",
    "Proficient ",
    "Bachelor's ",
    "Bachelor",
    "Masters/PhD ",
    "Expert ",
    "Expert, ",
    "High ",
    "Highly ",
    "At least ",
    "At ",
    "years ",
    "year ",
    "years",
    "You ",
    "Your ",
    "é",
    "\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn lines_read_as_the_expressions_say(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..14)) {
        let text = pieces.concat();
        let (text, line) = (text.as_str(), text.replace('\n', " "));
        let line = line.trim();
        let [bullet, number, bold, italic, link, escape, hyphen, bracket, joint] = &*FORMS;
        let group = |form: &Regex| form.captures(line).and_then(|c| c.get(1)).map(|m| m.as_str());
        prop_assert_eq!(behind_bullet(line), group(bullet));
        prop_assert_eq!(behind_number(line), group(number));
        prop_assert_eq!(bold_line(line), group(bold).map(str::trim));
        prop_assert_eq!(italic_line(line), group(italic));
        prop_assert_eq!(without_targets(text), link.replace_all(text, "$1"));
        prop_assert_eq!(without_escapes(text), escape.replace_all(text, "$1"));
        prop_assert_eq!(hyphens(text), spans(hyphen, text));
        prop_assert_eq!(brackets(text), spans(bracket, text));
        prop_assert_eq!(joints(text), spans(joint, text));
    }
}
