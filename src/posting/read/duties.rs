//! Whether an item tells what the holder does rather than what a candidate has.
//!
//! Postings mix both under headings such as "What you'll bring". An item that begins with a plain verb ("Own the
//! roadmap", "Work with designers") is a duty, unless it speaks of experience, skill or ability.

use regex::Regex;
use std::sync::LazyLock;

/// Verbs with which duties begin.
const VERBS: &str = "own drive lead define collaborate partner develop create build deliver ensure manage coordinate conduct identify \
    prioritize prioritise oversee establish monitor maintain support facilitate act serve report analyze analyse communicate present \
    translate work gather write execute shape champion represent launch plan track evaluate contribute help set take guide mentor \
    coach participate perform prepare provide research run test validate influence inform interact liaise assist advise align assess \
    bring build collect conceptualize document educate enable engage explore foster formulate generate implement improve increase \
    integrate interview investigate iterate keep leverage make measure meet negotiate optimize optimise organize organise perform \
    produce propose refine review scope spearhead synthesize turn understand use utilize acquire apply inspire spend participate influence prepare advocate inform gain grow deepen discover join learn stay become uncover";
/// Shorter items ("Lead generation") are names of skills.
const FEWEST_WORDS: usize = 4;

/// Words that ask for something that a candidate has.
static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:experience\w*|years?|ability|able|skills?|skilled|knowledge|degree|understanding|familiar\w*|proficien\w+|background|expertise|track record|must have|certif\w+|preferred|required|a plus|bonus|fluen\w+)\b")
        .expect("tried by a test")
});
static OF_THE_ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:you(?:'ll| will) (?:be )?(?:\w+ly )?(?:own|drive|lead|work|define|responsible|manage|collaborate|partner|build|help|develop|create|deliver|report|join|play|oversee)|responsible for\b|in this role\b|as (?:a|an|our|the) .{3,40},? you)")
        .expect("tried by a test")
});

static HOW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^use of\b|^work(?:s|ing)? (?:mode|model|location|arrangement|hours|pattern|schedule|independently|effectively|well|hard|under|alone|autonomously)\b")
        .expect("tried by a test")
});

/// Whether an item is a duty.
pub(super) fn is_duty(item: &str) -> bool {
    // "work well under pressure" says how somebody is
    if HOW.is_match(item) {
        return false;
    }
    if OF_THE_ROLE.is_match(item) {
        return true;
    }
    let first = item.split_whitespace().next().map(str::to_lowercase);
    let gerund = first.is_some_and(|w| w.ends_with("ing") && w != "bring");
    !gerund && begins_with_verb(item) && item.split_whitespace().count() >= FEWEST_WORDS && !ASKS.is_match(item)
}

/// Whether an item may be a duty told of the holder: "Owns the roadmap", "Responsible for pricing".
pub(super) fn tells_of_work(item: &str) -> bool {
    let first = item.split_whitespace().next().unwrap_or_default().to_lowercase();
    let stem = first.strip_suffix("es").or_else(|| first.strip_suffix('s')).unwrap_or_default();
    let third = VERBS.split_whitespace().any(|v| v == stem || v.strip_suffix('e') == Some(stem));
    is_duty(item) || (third || item.to_lowercase().contains("responsib")) && !ASKS.is_match(item)
}

/// Whether an item begins with a verb of duties, as it is or with "-ing".
pub(super) fn begins_with_verb(item: &str) -> bool {
    let first = item.split_whitespace().next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let first = first.to_lowercase();
    let stem = first.strip_suffix("ing").unwrap_or(&first);
    VERBS.split_whitespace().any(|v| v == first || v == stem || v.strip_suffix('e') == Some(stem) && stem != first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duties_begin_with_a_plain_verb() {
        assert!(is_duty("Own the roadmap for payments"));
        assert!(is_duty("You'll own the roadmap"));
        assert!(!is_duty("Lead generation"));
        assert!(!is_duty("Build on 5 years of experience in banking"));
        assert!(!is_duty("Experience owning a roadmap"));
        assert!(begins_with_verb("Developing an understanding") && !begins_with_verb("Understandable"));
        assert!(!is_duty("Has led a team"));
    }
}
