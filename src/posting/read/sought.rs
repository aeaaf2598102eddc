//! "We are looking for X with Y to do Z": only Y is asked for.
//!
//! X is the title, and is asked for only where it says that X has done the work before; Z is what the holder will do.

use super::cues::concepts;
use super::years::mentions;
use regex::Regex;
use std::sync::LazyLock;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("patterns are tried by a test")
}

/// A figure that begins nearer than this stands at the beginning ("at least ...").
const NEAR: usize = 12;

/// Somebody is looked for.
static SEEKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:looking (?:for|to hire)|seeks?|in search of|(?:imagine|picture|envisage|takes|suits|want|meet|hire) (?:someone|somebody|a person|people)|needs? (?:someone|somebody|a person|an? (?:[\w-]+ ){0,3}?product))\b|(?:^|\b(?:are|is|be|now|currently|actively)\s+|'(?:re|s)\s+)(?:hiring|seeking|searching for)\b",
    )
});
/// Words for whoever is looked for.
static SOMEBODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:manager|owner|lead|leader|director|designer|analyst|marketer|someone|somebody|person|people|candidates?|individuals?|professionals?|talent|team member|expert|specialist|colleague)s?\b",
    )
});
/// Words for whoever is looked for that are no title.
static ANYBODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:someone|somebody|person|people|candidates?|individuals?|professionals?|talent)\b")
});
/// Where it begins to say what that somebody has, and the word behind it.
static HAS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(\b(?:with|having|(?:who|that)(?:'s| is| are| has| have| can)|who)\s+)(?:already )?[\w'-]+")
});
/// What the holder will do, behind "who".
static WISHES: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^who\s+(?:will|would|wants?)$"));
/// "someone comfortable with SQL": the adjective belongs to what is asked for.
static ANYBODY_WHO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\s*(?:someone|somebody|a person|people|candidates|individuals)\s+"));
/// Where it begins to say what that somebody will do.
static WILL_DO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i),?\s+(?:to (?:join|help|lead|own|drive|build|work|be|take|manage|support|run|oversee|shape|define|bring|guide|head|grow|create|develop|deliver|fill|become|spearhead|champion|establish|play|contribute|assist|partner|accelerate|scale|launch|sit|set|look|represent|report|improve|make|write|turn|keep|move|carry|plan|serve|cover|step|coordinate)|who (?:will|would|wants?)|who'll|and be the|as we)\b.*$",
    )
});
/// X that is more than a title.
static PRACTISED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:experienced?|seasoned|proven|accomplished)\b"));

/// What a sentence that looks for somebody asks for: nothing, one part, or two. None where it looks for nobody.
pub(super) fn sought(sentence: &str) -> Option<Vec<&str>> {
    let seeks = SEEKS.find(sentence)?;
    // "needs someone": whoever is named stands behind the verb
    let named = ["someone", "somebody", "person", "people", "product"].iter().any(|w| seeks.as_str().ends_with(w));
    let verb = seeks.as_str().split_whitespace().next().filter(|_| named);
    let behind = &sentence[seeks.start() + verb.map_or(seeks.len(), str::len)..];
    let has =
        HAS.captures_iter(behind).filter_map(|c| c.get(0).zip(c.get(1))).find(|(m, _)| !WISHES.is_match(m.as_str()));
    let who = &behind[..has.map_or(behind.len(), |(m, _)| m.start())];
    let own = WILL_DO.find(who).map_or(who, |m| &who[..m.start()]).trim();
    if !SOMEBODY.is_match(seeks.as_str())
        && !SOMEBODY.is_match(own)
        && has.is_none_or(|(m, _)| !SOMEBODY.is_match(m.as_str()))
    {
        return None;
    }
    // where X is told to do its work before "with", what stands behind is part of that work
    let adjective = ANYBODY_WHO.find(behind).filter(|m| has.is_none_or(|(h, _)| m.end() < h.start()));
    let start = adjective.map(|m| m.end()).or_else(|| has.map(|(_, joint)| joint.end()));
    let what = start.filter(|_| !WILL_DO.is_match(who)).map_or("", |at| &behind[at..]);
    let what = WILL_DO.find(what).map_or(what, |m| &what[..m.start()]).trim();
    // "a seasoned product leader with 3+ years": the years are those of the leader
    let dated =
        adjective.is_none() && PRACTISED.is_match(own) && mentions(what).first().is_some_and(|m| m.start < NEAR);
    if dated {
        let from = behind.len() - behind.trim_start().len();
        return Some(vec![behind[from..].split_at(behind[from..].find(what)? + what.len()).0]);
    }
    let practised = adjective.is_none() && PRACTISED.is_match(own)
        || adjective.is_none() && ANYBODY.is_match(own) && !concepts(own).is_empty();
    Some([own].into_iter().filter(|_| practised).chain([what]).filter(|part| !part.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_somebody_has_is_asked_for() {
        let parts = |t| sought(t).unwrap();
        assert_eq!(
            parts("We are looking for a Product Manager with 3 years in banking, to join our team"),
            ["3 years in banking"]
        );
        assert_eq!(parts("We're hiring a Product Owner to lead a team with five people"), Vec::<&str>::new());
        assert_eq!(
            parts("A client is looking for a product manager to sit with the team in Leeds"),
            Vec::<&str>::new()
        );
        assert_eq!(parts("Acme seeks a seasoned product leader"), ["a seasoned product leader"]);
        assert_eq!(parts("We need someone comfortable with SQL"), ["comfortable with SQL"]);
        assert_eq!(parts("We are looking for someone who has shipped games"), ["shipped games"]);
        assert_eq!(parts("We seek a proven leader with 5 years"), ["a proven leader with 5 years"]);
        assert_eq!(sought("We are looking for strong SQL"), None);
        assert_eq!(sought("A track record of attracting, hiring and retaining product managers"), None);
        assert_eq!(sought("Experience as a product manager"), None);
    }
}
