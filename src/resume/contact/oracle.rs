//! Addresses, links and labels as regular expressions, which said them once and cost more to compile than a resume takes
//! to be read. The hand-written readers are held to them.

use super::*;
use proptest::prelude::*;

/// The expressions: address, link, label of the name, label of something private.
static FORMS: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    [
        r"(?i)[\p{L}0-9._%+'-]+@[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)*\.\p{L}{2,}",
        r"(?i)\b(?:https?://[^\s)>\]]+|www\.[^\s)>\]]+|(?:linkedin\.com|github\.com|gitlab\.com|behance\.net|medium\.com|twitter\.com|x\.com)/[^\s)>\]|,]+)",
        r"(?i)^(?:full name|name|from|candidate|applicant|curriculum vitae(?: of)?|resume(?: of)?|cv(?: of)?)\s*[:–—-]\s*",
        r"(?i)^(?:address|date of birth|born|birth ?date|dob|nationality|marital status|gender|sex|religion|age|place of birth|pronouns|civil status|father'?s name|mother'?s name|husband'?s name|spouse|caste|children|geb|geboren|geburts(?:datum|ort|tag)|familienstand|staatsangehörigkeit|konfession|date de naissance|né|née|nationalité|situation familiale|fecha de nacimiento|nacionalidad|estado civil|data de nascimento|nacionalidade|tele?phone|phone|mobile|tel|e-?mail|passport)\b\s*[:.]",
    ]
    .map(|text| Regex::new(text).expect("constant"))
});

const PIECES: [&str; 48] = [
    "a",
    "ab",
    "é",
    "1",
    "_",
    "-",
    "+",
    "'",
    "%",
    ".",
    "..",
    "@",
    "@@",
    "x.com",
    "x.com/",
    "X.COM/",
    "linkedin.com/in/",
    "http://",
    "HTTPS://",
    "www.",
    "/",
    ")",
    "]",
    ">",
    "|",
    ",",
    " ",
    "  ",
    ":",
    "–",
    "Name",
    "CV",
    "cv of",
    "Resume",
    "from",
    "Address",
    "E-Mail",
    "email",
    "né",
    "Née",
    "Birth Date",
    "birthdate",
    "Mother's name",
    "mothers name",
    "TEL",
    "Telephone",
    "telphone",
    "passport",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn addresses_links_and_labels_are_read_as_the_expressions_say(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..12)
    ) {
        let line = pieces.concat();
        let line = line.trim();
        let [email, link, name, private] = &*FORMS;
        let spans = |form: &Regex| form.find_iter(line).map(|f| (f.start(), f.end())).collect::<Vec<_>>();
        prop_assert_eq!(emails(line), spans(email));
        prop_assert_eq!(links(line), spans(link));
        prop_assert_eq!(behind_label(line, &NAME_LABELS, &[':', '–', '—', '-']).unwrap_or(line), name.replace(line, ""));
        prop_assert_eq!(behind_label(line, &PRIVATE_LABELS, &[':', '.']).is_some(), private.is_match(line));
    }
}
