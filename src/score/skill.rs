//! Skills, leadership and domains: the strongest finding in the best place decides; some concepts need several sides
//! in one entry, and some take degrees, certificates and titles as evidence too.

use super::reading::{Finding, Place, Refusal, Strength};
use super::{Evidence, Facts};
use super::{parallel, quote};
use crate::lexicon::{Grade, Scope};
use std::collections::BTreeMap;

/// Credits of `scoring.md`: 0 to 100.
pub(crate) mod credit {
    /// A dated entry with an act and a figure, or the degree or certificate line itself.
    pub(crate) const SHOWN: u32 = 100;
    /// A dated entry, an act without a figure.
    pub(crate) const ACT: u32 = 85;
    /// Volunteering, a project, an internship.
    pub(crate) const SIDE: u32 = 60;
    /// Claimed only, weaker, undated, or in another line of work.
    pub(crate) const CLAIM: u32 = 50;
    /// From here on a requirement is met.
    pub(crate) const MET: u32 = 75;
    /// From here on it is partly met.
    pub(crate) const PARTIAL: u32 = 25;
}

/// Quotes kept for one requirement.
const QUOTES: usize = 3;

/// A credit with its evidence, strongest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Judged {
    pub(super) credit: u32,
    pub(super) evidence: Vec<Evidence>,
    /// The best evidence stands in an undated entry, so that dates would raise it.
    pub(super) undated: bool,
    /// The best evidence is a misspelt word, so that it is a guess.
    pub(super) misspelt: bool,
    /// Where the best words stand; none where a degree, a certificate or another concept gave the credit.
    pub(super) place: Option<Place>,
    /// The nearest thing to evidence, where nothing earns a credit.
    pub(super) vain: Option<Vain>,
}

/// Words that name a concept and earn nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vain {
    /// Why; none where it is only mentioned in passing.
    pub(super) why: Option<Refusal>,
    /// Line in the document, counted from 0.
    pub(super) line: usize,
}

impl Judged {
    /// Whether evidence at a byte of the text could add nothing, given in falling order of credit.
    fn is_full_or_shows(&self, at: usize) -> bool {
        self.evidence.len() == QUOTES || self.evidence.iter().any(|e| (e.start..e.end).contains(&at))
    }

    fn add(&mut self, credit: u32, evidence: Option<Evidence>) {
        let stronger = credit > self.credit;
        self.credit = self.credit.max(credit);
        let Some(evidence) = evidence else { return };
        if self.evidence.iter().any(|e| e.start < evidence.end && evidence.start < e.end) {
            return;
        }
        if stronger {
            self.evidence.insert(0, evidence);
        } else {
            self.evidence.push(evidence);
        }
        self.evidence.truncate(QUOTES);
    }
}

/// Judges every concept once: what findings, signals and other concepts give.
pub(super) fn judge_all(facts: &Facts<'_>) -> Vec<Judged> {
    let concepts = facts.lexicon.concepts();
    let mut judged: Vec<Judged> = (0..concepts.len()).map(|c| judge(facts, c)).collect();
    for (index, concept) in concepts.iter().enumerate() {
        let linked = concept
            .signals
            .met_if
            .iter()
            .map(|id| (id, true))
            .chain(concept.signals.partial_if.iter().map(|id| (id, false)));
        for (id, full) in linked {
            let Some(other) = facts.lexicon.concept(id) else { continue };
            let (credit, evidence) = (judged[other].credit, judged[other].evidence.first().cloned());
            if full && credit >= credit::MET {
                judged[index].add(credit, evidence);
            } else if !full && credit >= credit::PARTIAL && judged[index].credit < credit::CLAIM {
                judged[index].add(credit::CLAIM, evidence);
            }
        }
    }
    judged
}

fn judge(facts: &Facts<'_>, index: usize) -> Judged {
    let concept = &facts.lexicon.concepts()[index];
    let mut judged = Judged::default();
    let mut graded: Vec<(u32, &Finding)> = facts
        .findings
        .iter()
        .filter(|f| f.concept == index)
        .map(|f| (if concept.need > 1 { credit_of_part(f) } else { credit_of(f, concept.scope) }, f))
        .filter(|(credit, _)| *credit > 0)
        .collect();
    if concept.need > 1 {
        // the job whose groups are counted together; all of them where they may stand in several
        let job = |f: &Finding| if concept.one_entry { f.entry } else { None };
        let mut groups: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (_, finding) in graded.iter().filter(|(_, f)| f.place == Place::Product) {
            let seen = groups.entry(job(finding)).or_default();
            if !seen.contains(&finding.group) {
                seen.push(finding.group);
            }
        }
        let complete: Vec<Option<usize>> =
            groups.iter().filter(|(_, g)| g.len() >= concept.need).map(|(e, _)| *e).collect();
        for (credit, finding) in &mut graded {
            let whole = finding.place == Place::Product && complete.contains(&job(finding));
            let whole = whole && !finding.misspelt;
            *credit = if whole { credit::ACT } else { credit::CLAIM };
        }
    }
    // what names the thing itself is quoted before what only tells it in a product job
    let inferred = |f: &Finding| f.grade == Grade::NamedInProduct;
    graded.sort_by_key(|(credit, f)| (std::cmp::Reverse(*credit), inferred(f), f.first));
    judged.place = graded.first().map(|(_, f)| f.place);
    judged.misspelt = graded.first().is_some_and(|(_, f)| f.misspelt && f.strength > Strength::Mention);
    for (credit, finding) in graded {
        judged.undated |=
            judged.credit == 0 && finding.place == Place::UndatedProduct && finding.strength > Strength::Mention;
        if judged.is_full_or_shows(facts.resume.words.list[finding.first].start as usize) {
            continue;
        }
        let quote = match finding.grade {
            Grade::Employer | Grade::Firm | Grade::Title | Grade::PartialTitle => {
                quote::line(facts.document, facts.resume, facts.resume.words.list[finding.first].line as usize)
            }
            _ => quote::sentence(facts.document, facts.resume, finding.first, finding.last),
        };
        judged.add(credit, Some(quote));
    }
    add_signals(facts, index, &mut judged);
    if judged.credit == 0 {
        judged.vain = in_vain(facts, index);
    }
    judged
}

/// The nearest thing to evidence: what was refused, else what is only mentioned.
fn in_vain(facts: &Facts<'_>, index: usize) -> Option<Vain> {
    let refused = facts.refused.iter().find(|r| r.concept == index).map(|r| Vain { why: Some(r.why), line: r.line });
    let mentioned = || {
        let finding = facts.findings.iter().find(|f| f.concept == index)?;
        Some(Vain { why: None, line: facts.resume.words.list[finding.first].line as usize })
    };
    refused.or_else(mentioned)
}

/// The credit of one finding by its strength and place (`verdicts.md`); a guess is never more than partly met.
fn credit_of(finding: &Finding, scope: Scope) -> u32 {
    let credit = credit_as_spelt(finding, scope);
    if finding.misspelt { credit.min(credit::CLAIM) } else { credit }
}

fn credit_as_spelt(finding: &Finding, scope: Scope) -> u32 {
    let full = if finding.strength == Strength::Outcome { credit::SHOWN } else { credit::ACT };
    if matches!(finding.grade, Grade::Employer | Grade::Firm) {
        return credit::SHOWN;
    }
    if finding.grade == Grade::Lesser {
        return credit::CLAIM;
    }
    match (finding.place, finding.strength, scope) {
        (Place::Product, Strength::Mention, _) => credit::CLAIM,
        (Place::Product, _, _) => full,
        (Place::UndatedProduct, _, _) => credit::CLAIM,
        // a job of its own kind (a data analyst) is that kind of work, whatever its family
        (Place::OtherWork, _, _) if finding.grade == Grade::Title => full,
        (Place::OtherWork, Strength::Mention, _) if finding.grade != Grade::PartialTitle => 0,
        (Place::OtherWork, Strength::Mention, _) => credit::CLAIM,
        (Place::OtherWork, _, Scope::Any) => full,
        (Place::OtherWork, _, Scope::Product) => credit::CLAIM,
        (Place::Side, Strength::Mention, _) => 0,
        (Place::Side, _, _) => credit::SIDE,
        (Place::Claim, _, _) => credit::CLAIM,
    }
}

/// The credit of one side of a concept that needs several: it counts wherever it is practised or claimed.
fn credit_of_part(finding: &Finding) -> u32 {
    match (finding.place, finding.strength) {
        (Place::Product | Place::UndatedProduct | Place::Claim, _) => credit::CLAIM,
        (Place::OtherWork | Place::Side, Strength::Mention) => 0,
        (Place::OtherWork | Place::Side, _) => credit::CLAIM,
    }
}

/// Judges phrases that a role names literally; they count in any work.
pub(super) fn judge_literal(facts: &Facts<'_>, findings: &[&Finding]) -> Judged {
    let mut judged = Judged::default();
    let mut graded: Vec<(u32, &&Finding)> =
        findings.iter().map(|f| (credit_of(f, Scope::Any), f)).filter(|(c, _)| *c > 0).collect();
    graded.sort_by_key(|(credit, f)| (std::cmp::Reverse(*credit), f.first));
    judged.place = graded.first().map(|(_, f)| f.place);
    for (credit, finding) in graded {
        judged.add(credit, Some(quote::sentence(facts.document, facts.resume, finding.first, finding.last)));
    }
    judged
}

/// Words in the shortest title of a talk or text that says what it was about.
const TITLE_WORDS: usize = 4;

fn add_signals(facts: &Facts<'_>, index: usize, judged: &mut Judged) {
    let signals = &facts.lexicon.concepts()[index].signals;
    let sections = facts.resume.sections.iter().filter(|s| signals.sections.contains(&s.kind) && s.heading.is_some());
    for line in sections.flat_map(|s| s.from + 1..s.to) {
        let words = facts.resume.lines[line].plain.split_whitespace().count();
        if words >= TITLE_WORDS && !facts.zones.dead(line) {
            judged.add(credit::ACT, Some(quote::line(facts.document, facts.resume, line)));
        }
    }
    if let Some(job) = parallel::beside(facts, &signals.beside) {
        let credit = if job.product { credit::ACT } else { credit::CLAIM };
        judged.add(credit, Some(quote::line(facts.document, facts.resume, job.line)));
    }
    for degree in facts.finished.iter().filter(|d| d.level >= crate::role::DegreeLevel::Associate) {
        if degree.fields.iter().any(|f| signals.fields.contains(f)) {
            judged.add(credit::SHOWN, Some(quote::line(facts.document, facts.resume, degree.line)));
        }
    }
    for certificate in &facts.held {
        let line = || Some(quote::line(facts.document, facts.resume, certificate.line));
        if signals.certificates.contains(&certificate.id) {
            judged.add(credit::SHOWN, line());
        } else if signals.partial_certificates.contains(&certificate.id) {
            judged.add(credit::CLAIM, line());
        }
    }
}
