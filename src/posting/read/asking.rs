//! Which sentences of prose ask for something, and which only tell of the company, of its wares or of the work.

use super::conditions::asks_nothing;
use super::criteria::says_preferred;
use super::cues::concepts;
use super::degrees::{certificates, degree};
use super::duties::begins_with_verb;
use super::literals::languages;
use super::names::names;
use super::years::mentions;
use regex::Regex;
use std::sync::LazyLock;

/// What somebody may hope for or be, said in passing.
pub(super) fn hopes(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    ["you want", "you may ", "you might ", "if you", "who knows", "no prob"].iter().any(|w| lower.contains(w))
        && mentions(sentence).is_empty()
        && !says_preferred(sentence)
}

/// In the part that says who is looked for, what is said of "you" asks for it.
pub(super) fn speaks_of_you(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let future = ["you'll be", "you will be", "you'll get", "you want", "if you"].iter().any(|w| lower.contains(w));
    let you = [
        "you can",
        "you know",
        "you are",
        "you're",
        "you've",
        "you have",
        "you'll have",
        "you bring",
        "candidate",
        "he or she will have",
        "she or he will have",
        "they will have",
        "someone who has",
        "somebody who has",
        "a person who has",
    ];
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:shipped|built|led|managed|taken|worked|launched|delivered|defined|owned|grown|run)\b")
            .expect("tried by a test")
    });
    // "You need to know marketplaces from the inside"
    let able = lower.starts_with("you can ");
    let knows = lower.contains("need to know") || lower.contains("need to understand");
    let named = !concepts(sentence).is_empty() || !names(sentence).is_empty() || !languages(sentence).is_empty();
    let shown = able || knows || named || DONE.is_match(sentence);
    // "You write clearly", "You should be able to ..."
    static PRESENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:and |but )?you (?:also )?(?:can|should|must|need to|have to|understand|speak|write|think|work|take|make|use|do|read|build|run|design|talk|explain|present|analy[sz]e|prioriti[sz]e|lead|manage|own|ship|test|measure|negotiate|communicate|influence|thrive|don't need to)\b")
            .expect("tried by a test")
    });
    !future && shown && (you.iter().any(|w| lower.contains(w)) || PRESENT.is_match(sentence))
}

/// What a sentence of prose asks for, whatever it names, where it begins by asking: "You must have secure knowledge of the
/// subject and high expectations of all students", "It would be an advantage if you have worked with maps"; with whether
/// that is only a wish.
pub(super) fn asked_outright(sentence: &str) -> Option<(&str, bool)> {
    static MUST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:and |but )?(?:(?:you|candidates?|applicants?|the (?:right|ideal|successful) (?:person|candidate)) (?:must|should|need to)(?: also)? (?:have|bring|possess|demonstrate|be able to)|we (?:also )?need you to (?:have|be able to)|(?:ideally|preferably),? you (?:know|have|bring)|it would be an? (?:advantage|asset|plus|bonus) if you have|you can) ")
            .expect("tried by a test")
    });
    /// What somebody gets, and asks for nothing.
    const GIVEN: [&str; 5] = ["opportunity", "the chance", "access to", "expect to", "apply"];
    let lead = MUST.find(sentence)?;
    // "You can write your own SQL" says what it asks by those words
    let able = lead.as_str().eq_ignore_ascii_case("you can ");
    let rest = if able { sentence } else { &sentence[lead.end()..] };
    let given = GIVEN.iter().any(|word| rest.to_lowercase().contains(word)) || asks_nothing(sentence);
    let wish =
        ["ideally", "preferably", "it would be"].iter().any(|word| lead.as_str().to_lowercase().starts_with(word));
    (!given).then_some((rest, wish || says_preferred(sentence)))
}

/// Whether a sentence says what whoever is looked for likes to do: "You love talking to customers".
pub(super) fn likes(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    ["you love ", "you enjoy ", "you like ", "you care ", "you get excited "].iter().any(|w| lower.starts_with(w))
}

/// Whether a sentence says what somebody is like who is wanted: "We need someone with great attention to detail".
pub(super) fn seeks_somebody(sentence: &str) -> bool {
    static SEEKS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:need|want|looking for|seeking) (?:someone|somebody|a person|people|an? leader) (?:who|with|that)\b")
            .expect("tried by a test")
    });
    SEEKS.is_match(sentence) && !asks_nothing(sentence)
}

/// Whether a sentence says what candidates have or are: "Candidates have at least ten years in retail".
pub(super) fn speaks_of_candidates(sentence: &str) -> bool {
    static OF_CANDIDATES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:candidates?|applicants?|(?:right|ideal|successful) person|someone|somebody)\b(?: we \w+)? (?:will )?(?:have|has|is|are|can|knows?|brings?|who)\b")
            .expect("tried by a test")
    });
    OF_CANDIDATES.is_match(sentence)
}

/// Whether a sentence goes on about those of whom the one before spoke: "They are used to working with a board".
pub(super) fn of_them(sentence: &str) -> bool {
    static OF_THEM: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:and )?they (?:will |also |should |must )?(?:have|are|can|know|bring|understand|speak|write|think|work)\b")
            .expect("tried by a test")
    });
    OF_THEM.is_match(sentence) && !asks_nothing(sentence)
}

/// Whether a sentence names something that is only good to have: "Power BI is a bonus".
pub(super) fn wishes(sentence: &str) -> bool {
    says_preferred(sentence)
        && (!names(sentence).is_empty()
            || !concepts(sentence).is_empty()
            || !languages(sentence).is_empty()
            || asks_by_itself(sentence))
        && !asks_nothing(sentence)
}

/// Whether a sentence asks for something that can be checked.
pub(super) fn asks(sentence: &str) -> bool {
    static ASKING: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:looking for|seeking|abilities|experience|experienced|candidates?|able to|ability to|knowledge of|familiar\w*|understanding of|background in|must|skills|proficien\w+|fluent|you have|you've|you are|you're|you should|you need to|needs? to be|required?|requires|is a plus|expertise|skilled|essential|indispensable|imperative|fluency|capacity to|(?:someone|somebody|a person) who)\b")
            .expect("tried by a test")
    });
    if asks_nothing(sentence) {
        return false;
    }
    // "the shopping experience of our customers" is a product
    let words_of_people = OF_PRODUCTS.replace_all(sentence, "");
    let lower = sentence.to_lowercase();
    let of_you = [
        "you",
        "candidate",
        "must",
        "looking for",
        "looking at",
        "seeking",
        "requir",
        "ideal",
        "someone",
        "somebody",
        "a person who",
    ]
    .iter()
    .any(|w| lower.contains(w));
    let company = !of_you && (lower.contains("our ") || lower.starts_with("we ") || lower.contains(" we "))
        || lower.contains("we've ")
        || of_the_future(&lower);
    let words = ASKING.is_match(&words_of_people)
        && !(concepts(sentence).is_empty()
            && names(sentence).is_empty()
            && languages(sentence).is_empty()
            && !["experience", "expertise", "understanding", "knowledge", "background", "fluency", "indispensable"]
                .iter()
                .any(|w| lower.contains(w)));
    !company && words
        || !mentions(sentence).is_empty() && !company && tells_what_somebody_has(&lower)
        || degree(sentence).is_some() && !company
        || certificates(sentence).is_some_and(|c| !c.is_empty())
}

/// Years are somebody's where the words around them are of experience or of a person: "someone who has owned ...".
fn tells_what_somebody_has(lower: &str) -> bool {
    [
        "experience",
        "who has ",
        "who have ",
        "someone with ",
        "somebody with ",
        "you've been ",
        "you have been ",
        "you've spent ",
        "you have spent ",
        "you've worked ",
        "you have worked ",
        "year of work ",
        "years of work ",
        " have no fewer than ",
        " have no less than ",
        " have at least ",
    ]
    .iter()
    .any(|w| lower.contains(w))
}

/// Experiences that are made for others.
static OF_PRODUCTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:customer|user|client|shopping|buying|web|member|guest|patient|player|employee|buyer|seller|reader|viewer|listening|viewing|seamless|delightful|personali[sz]ed|unique|amazing|consumer)(?:'s)? experiences?\b|\bexperiences? (?:for|to|that|across|of our)\b")
        .expect("tried by a test")
});

/// Whether a sentence that stands anywhere asks somebody for something: it speaks of the candidate, or begins with
/// what is asked for. What a company says of itself does neither.
pub(super) fn asks_somebody(sentence: &str) -> bool {
    static SOMEBODY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:you|you're|you've|candidates?|applicants?|must|someone|somebody|person|individual|incumbent|looking (?:for|at)|seeking|seeks|hiring|requires?|required|requirement|ideal\w*|prefer\w*|plus|bonus|essential|desir\w+|welcome|suit)\b")
            .expect("tried by a test")
    });
    asks(sentence) && (SOMEBODY.is_match(sentence) || asks_by_itself(sentence) || PLAINLY.is_match(sentence))
}

/// Whether a sentence tells what the holder will do or learn.
fn of_the_future(lower: &str) -> bool {
    const WILL: [&str; 6] = ["you will ", "you'll ", "will be responsible", "this role ", "the role ", "you would "];
    const HAVE: [&str; 8] = [
        "will require",
        "will have ",
        "'ll have ",
        "will need",
        "'ll need",
        "will bring",
        "role requires",
        "'ll bring",
    ];
    WILL.iter().any(|w| lower.contains(w)) && !HAVE.iter().any(|w| lower.contains(w)) && !lower.contains("required")
}

/// Sentences that ask wherever they stand.
static PLAINLY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:is|are) (?:required|mandatory|essential|indispensable|imperative|a must|preferred|a plus|desired|desirable)\b|\b(?:looking for|seeking|searching for|(?:we're|are) hiring|need|want)\b.{0,80}\b(?:with|who (?:has|have|is)|experienced? (?:in|of|as|with)|skilled)\b|\bmust (?:have|possess|bring)\b|\b(?:ideal|successful|right|perfect) (?:candidate|person|team member|applicant)s?\b|\bcandidates? (?:should|must|will (?:have|bring|possess|need)|needs?)\b|\byou (?:should|must|need to) (?:have|bring|possess)\b|\b(?:will require|role requires)\b|^you(?:'re| are) an? .{0,80}\b(?:who (?:has|have)|with)\b|^you (?:have|bring|possess) (?:an? )?(?:[\w-]+ ){0,3}(?:experience|knowledge|understanding|background|skills|expertise)\b|\byou(?:'ll| will) have (?:an? )?(?:[\w-]+ ){0,2}(?:understanding|knowledge|experience|background|skills)\b|\b(?:is|are) (?:a |an )?(?:key )?(?:requirement|prerequisite)s?\b")
        .expect("tried by a test")
});

pub(super) fn asks_plainly(sentence: &str) -> bool {
    PLAINLY.is_match(sentence) && asks(sentence)
}

/// Whether an item among duties is none: "Experience with SQL", "5+ years in product".
pub(super) fn asks_in_so_many_words(sentence: &str) -> bool {
    static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:(?:must |you must |you should )?(?:have |has |be |possess )(?:an? )?(?:[\w'/+-]+ ){0,2}?(?:familiar|comfortable|proficient|fluent|experienced|skilled|knowledgeable|able|experience|knowledge)\b|(?:have |has )?(?:[\w'/+-]+ ){0,3}?(?:(?:experience|knowledge|understanding|proficiency|familiarity) (?:in|with|of)|degree)\b)")
            .expect("tried by a test")
    });
    !asks_nothing(sentence) && BEGINS.is_match(sentence) && !begins_with_verb(sentence)
        || !mentions(sentence).is_empty()
            && sentence.to_lowercase().contains("experience")
            && !begins_with_verb(sentence)
}

/// Whether an item under no heading that we know asks for something: "5+ years in product", "Experience with SQL".
pub(super) fn asks_by_itself(sentence: &str) -> bool {
    static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:you (?:have|are|bring|know|can)\b|you'(?:ve|re)\b|(?:[\w'+/-]+ ){0,3}?(?:experienced?|exposure|knowledge|understanding|ability|familiar\w*|proficien\w+|background|skills|expertise|track record|degree|fluen\w+)\b)")
            .expect("tried by a test")
    });
    !asks_nothing(sentence)
        && (BEGINS.is_match(sentence)
            || degree(sentence).is_some()
            || !mentions(sentence).is_empty() && sentence.to_lowercase().contains("experience")
            || says_preferred(sentence) && !concepts(sentence).is_empty())
}
