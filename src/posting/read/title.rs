//! The title of a posting and the level in it.
//!
//! A heading or a short first line names the role; else the sentence that says who is looked for. A posting that names
//! none has none: the name of its file is no title.

use super::blocks::{Block, BlockKind};
use regex::Regex;
use std::sync::LazyLock;

/// What a role is called whose posting does not say.
pub(super) const UNTITLED: &str = "Untitled role";
/// Most words of a title.
const TITLE_WORDS: usize = 14;
/// Blocks at the top among which a title is looked for.
const TOP: usize = 20;
/// Blocks at the very top of which a plain one may be a title of any trade.
const FIRST: usize = 6;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("patterns are tried by a test")
}

/// The noun of a role, whatever its case.
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:product (?:\w+ )?(?:manager|owner|lead|leader|director|designer|analyst|marketer|specialist|management intern\w*)|produkt(?:manager|managerin|owner)|chef(?:fe)? de produit|(?:head|director|vp|vice president|chief|manager|owner)(?:,| of)? (?:\w+ )?product\w*|chief product officer|apm|manager|director|head of|vp|owner|producer|recruiter|engineer|designer|analyst|accountant|developer|consultant|coordinator|specialist|officer|administrator|architect|scientist|researcher|technician|representative|supervisor|teacher|lecturer|nurse|buyer|editor|writer|marketer|controller|planner|intern(?:ship)?|electrician|plumber|carpenter|welder|mechanic|driver|chef|cook|cleaner|lawyer|attorney|counsel|solicitor|paralegal|pharmacist|physician|doctor|therapist|physiotherapist|midwife|carer|caregiver|cashier|clerk|receptionist|assistant|advisor|adviser|agent|instructor|tutor|professor|librarian|journalist|surveyor|inspector|operative|operator|bookkeeper|auditor|economist|statistician|apprentice)\b",
    )
});
/// The product role inside a sentence, with the capital words around it.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"((?:(?:Senior|Sr\.?|Junior|Jr\.?|Lead|Principal|Staff|Group|Associate|Chief|Technical|Digital|Mobile|Growth|Platform|Data|Software|Global|Head|Director|VP|Vice President|Executive|Global|[A-Z][\w&/-]+),? ){0,4}?(?:Product (?:Manager|Owner|Lead|Director|Intern)|Product Management Intern|PM|(?:Head|Director|VP|Vice President|Manager)(?:,| of) (?:[A-Z][\w&]* )?Product(?: Management| Marketing| Design| Engineering)?|Chief Product Officer)\b(?: \([A-Z]+\))?(?: (?:Intern(?:ship)?|II|III|I)\b)?(?:,? (?:for |of )?(?:[A-Z][\w&-]+ ?){1,3})?)",
    )
});
/// Words before a title in a sentence.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:[Ll]ooking for|[Hh]iring:?|[Ss]eeking|[Ss]eeks|[Ss]earch(?:ing)? (?:of|for)|\b[Aa]s|[Jj]oin us as|[Rr]ole of|[Pp]osition of|[Nn]eeds?|[Ww]ant|[Tt]itle:|[Rr]ole:|[Pp]osition:|^[Tt]he|\b[Tt]his|\b[Oo]ur next|\b[Yy]ou(?:'re| are))\s+(?:(?:an?|our|the|next|another|experienced|talented|driven|skilled|highly|passionate|great|exceptional|strong|dynamic|motivated|creative|and|new) )*(?:[\w-]+, )*$",
    )
});
/// The same in small letters, as people write inside a sentence.
static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:looking for|looking to hire|hiring(?: for)?|seeking|seeks|searching for|search of|needs?|wants?|as) (?:an?|our|the)(?: [\w,-]+){0,5}? ((?:(?:senior|sr\.?|junior|lead|principal|staff|group|associate|technical|digital) )*(?:product manager|product owner|product lead|head of product(?: marketing| management| design)?|director of product(?: management| marketing| design)?|vp of product|product designer|product analyst|product marketing manager|product management intern(?:ship)?|product marketer|project manager)(?: intern)?)\b|\byou(?:'re| are) an? (?:[\w-]+ )?(product (?:manager|owner|lead))\b",
    )
});
/// Labels before a title, and what job boards put behind it.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:(?:job|position|role|post|posting|function|vacancy) ?(?:title|name|description)?|title(?: of (?:the )?(?:function|post|position))?|subject|betreff|re|opening|open position|vacancy|wanted|stellenbezeichnung|poste|puesto|we(?:'re| are) hiring|now hiring|hiring)\s*[:–—-]+\s*|(?:stellenangebot|stellenausschreibung|offre d'emploi|oferta de empleo)\s*[:–—-]*\s+)+(?:an? )?",
    )
});

/// The title that a posting gives itself; empty where it gives none.
pub(super) fn title(blocks: &[Block]) -> String {
    let top = || blocks.iter().take(TOP);
    let heading = |b: &&Block| matches!(b.kind, BlockKind::Heading(_)) && is_title(&b.text);
    let line = |b: &&Block| b.kind == BlockKind::Paragraph && is_title(&b.text) && ROLE_OF_PRODUCT.is_match(&b.text);
    let labelled = |b: &&Block| LABEL.is_match(&b.text) && is_title(&LABEL.replace(&b.text, ""));
    let product = |b: &&Block| heading(b) && ROLE_OF_PRODUCT.is_match(&b.text);
    let found = top().find(labelled).or_else(|| top().find(product)).or_else(|| top().find(line));
    // other trades: a heading near the top, or one of the first lines
    let first = |b: &&Block| b.kind == BlockKind::Paragraph && is_title(&b.text) && !b.text.contains(':');
    let found = found.or_else(|| top().take(TOP / 2).find(heading)).or_else(|| top().take(FIRST).find(first));
    let found = found.map(|b| LABEL.replace(behind_path(&b.text), "").into_owned());
    found.or_else(|| in_sentences(blocks)).unwrap_or_default().trim().trim_end_matches([':', ',']).to_owned()
}

static ROLE_OF_PRODUCT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bprodu[ck]t|\bprodu[ck]t"));

/// The title in the path of a page: "Home > Jobs > Product Owner > Berlin".
fn behind_path(line: &str) -> &str {
    const FEWEST_PARTS: usize = 3;
    let path = [" > ", " › ", " » "].into_iter().find(|mark| line.split(mark).count() >= FEWEST_PARTS);
    path.and_then(|mark| line.rsplit(mark).find(|part| is_title(part))).unwrap_or(line)
}

/// Whether a short line is a title and no heading or sentence.
fn is_title(text: &str) -> bool {
    // "Product Manager, Customer Experience"
    static OF_USERS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i:\b(?:customer|user|client|member|guest|patient|developer|digital|employee|clinician|learner|student|partner|passenger)s? experience\b)|, (?:[A-Z]\w+ )?Experience$",
        )
    });
    let lower = OF_USERS.replace_all(text, "").to_lowercase();
    let sentence = text.ends_with(['.', ',', '?', '!', ';']) && !lower.ends_with(')')
        || [
            "about",
            "why",
            "what",
            "how",
            "meet",
            "join",
            "the product",
            "as a",
            "as an",
            "we ",
            "you ",
            "your ",
            "our ",
        ]
        .iter()
        .any(|w| lower.starts_with(w))
        || [" will ", " is ", " are ", " you ", "experience", " years", "requirement", "responsib", " to apply"]
            .iter()
            .any(|w| lower.contains(w));
    (1..=TITLE_WORDS).contains(&text.split_whitespace().count()) && !sentence && ROLE.is_match(text)
}

/// The role that a sentence says is looked for; the longest name where several sentences name it.
fn in_sentences(blocks: &[Block]) -> Option<String> {
    const MOST: usize = 60;
    let mut named: Option<String> = None;
    for block in blocks.iter().take(MOST) {
        for found in NAMED.captures_iter(&block.text).filter_map(|c| c.get(1)) {
            let article =
                ["The ", "A ", "An ", "Our "].iter().find(|a| found.as_str().starts_with(**a)).map_or(0, |a| a.len());
            let before: String = {
                let head = &block.text[..found.start() + article];
                let from = head.char_indices().rev().nth(80).map_or(0, |(i, _)| i);
                head[from..].to_owned()
            };
            if BEFORE.is_match(&before) && named.is_none() {
                let text = &found.as_str()[article..];
                // "a Product Manager At Acme": words behind it only where a comma or "for" joins them
                let core = NAMED_CORE.find(text).map_or(text, |m| m.as_str());
                named = Some(core.trim().to_owned());
            }
        }
    }
    named.or_else(|| {
        let plain = |b: &Block| {
            let c = PLAIN.captures(&b.text)?;
            c.get(1).or_else(|| c.get(2)).map(|m| capitals(m.as_str()))
        };
        blocks.iter().take(MOST).find_map(plain)
    })
}

static NAMED_CORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^.*?(?:Product (?:Manager|Owner|Lead|Director|Intern)|Product Management Intern|PM|(?:Head|Director|VP|Vice President|Manager)(?:,| of) (?:[A-Z][\w&]* )?Product(?: Management| Marketing| Design| Engineering)?|Chief Product Officer)(?: \([A-Z]+\))?(?: (?:Intern(?:ship)?|II|III|I)\b)?(?:,? (?:for |of )?(?:[A-Z][\w&-]+ ?){1,3}$)?",
    )
});

/// "product owner" as a title is written.
fn capitals(text: &str) -> String {
    let word = |w: &str| match (w, w.chars().next()) {
        ("of", _) | (_, None) => w.to_owned(),
        (_, Some(first)) => first.to_uppercase().chain(w.chars().skip(1)).collect(),
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The level in a title: the highest that its words name; an internship is one whatever else it says.
pub(super) fn level(title: &str) -> Option<&'static str> {
    const LEVELS: [(&str, &str); 19] = [
        ("intern", "intern"),
        ("internship", "intern"),
        ("trainee", "intern"),
        ("chief", "chief"),
        ("cpo", "chief"),
        ("vp", "vp"),
        ("vice", "vp"),
        ("svp", "vp"),
        ("director", "director"),
        ("head", "director"),
        ("group", "group"),
        ("principal", "principal"),
        ("staff", "principal"),
        ("lead", "lead"),
        ("senior", "senior"),
        ("sr", "senior"),
        ("associate", "associate"),
        ("junior", "associate"),
        ("jr", "associate"),
    ];
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    // "Staff Accountant" and "Staff Nurse" are no higher than others
    let trades = ["product", "engineer", "developer", "designer", "scientist", "pm", "programmer"];
    let higher = |word: &str| word != "staff" || words.iter().any(|w| trades.contains(w));
    LEVELS.iter().find(|(word, _)| words.contains(word) && higher(word)).map(|(_, level)| *level)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: BlockKind, text: &str) -> String {
        title(&[Block { kind, text: text.into() }])
    }

    #[test]
    fn titles_stand_in_headings_lines_and_sentences() {
        let p = BlockKind::Paragraph;
        assert_eq!(of(BlockKind::Heading(1), "Senior Product Manager, Payments"), "Senior Product Manager, Payments");
        assert_eq!(of(p, "Job Title: Product Owner"), "Product Owner");
        assert_eq!(of(p, "Home > Jobs > Product Owner, Rail > Apply"), "Product Owner, Rail");
        assert_eq!(of(p, "Acme is hiring a Lead Product Manager to own our app."), "Lead Product Manager");
        assert_eq!(of(p, "The Director of Product Management oversees the team."), "Director of Product Management");
        assert_eq!(of(p, "You're an experienced product owner with energy."), "Product Owner");
        assert_eq!(of(p, "We make roads safer with our product."), "");
    }

    #[test]
    fn levels_are_the_highest_that_is_named() {
        assert_eq!(level("Senior Director, Product"), Some("director"));
        assert_eq!(level("Lead Product Manager"), Some("lead"));
        assert_eq!(level("Product Management Intern"), Some("intern"));
        assert_eq!(level("Product Manager"), None);
        assert_eq!(level("Staff Accountant"), None);
        assert_eq!(level("Staff Product Designer"), Some("principal"));
    }
}
