//! A resume against a role: one result for each requirement, each proved by quotes, and a score that adds up.

mod card;
mod copies;
mod education;
mod employer;
mod gap;
mod integrity;
mod mask;
mod named;
mod parallel;
mod quote;
mod reading;
mod skill;
mod years;

pub use card::*;
pub use mask::mask;

use crate::document::Document;
use crate::lexicon::matcher::{Classes, Matcher};
use crate::lexicon::{Family, Grade, Lexicon};
use crate::resume::{Certificate, Degree, Entry, Resume};
use crate::role::{DegreeLevel, Kind, Requirement, Role};
use copies::Copies;
use integrity::Zones;
use jiff::civil::Date;
use named::Named;
use reading::{Finding, Refused};
use skill::Judged;
pub(crate) use skill::credit;

/// A role made ready for many resumes: matchers are built once.
pub struct Scorer<'a> {
    role: &'a Role,
    lexicon: &'a Lexicon,
    /// Name of the posting the role was read from, if any.
    posting: Option<String>,
    /// Phrases that the role names literally, and the requirement of each.
    phrases: Matcher,
    phrase_of: Vec<usize>,
    /// What only a copy of the posting has.
    copies: Copies,
}

/// What is known of a resume before any requirement is judged.
struct Facts<'a> {
    document: &'a Document,
    resume: &'a Resume,
    lexicon: &'a Lexicon,
    zones: &'a Zones,
    findings: Vec<Finding>,
    refused: Vec<Refused>,
    finished: Vec<&'a Degree>,
    held: Vec<&'a Certificate>,
    as_of: Date,
}

impl<'a> Scorer<'a> {
    /// Prepares a role. `posting` is the file name of the posting that the role was read from.
    pub fn new(role: &'a Role, lexicon: &'a Lexicon, posting: Option<String>) -> Self {
        let mut texts = Vec::new();
        let mut phrase_of = Vec::new();
        for (index, requirement) in role.requirements.iter().enumerate() {
            for term in requirement.terms.iter().filter(|t| lexicon.concept(t).is_none()) {
                let phrase = literal(term);
                if !phrase.is_empty() {
                    texts.push(phrase);
                    phrase_of.push(index);
                }
            }
        }
        let phrases = Matcher::new(&Classes::new(), texts.iter().map(String::as_str))
            .expect("literal words hold no mark of the pattern language");
        Scorer { role, lexicon, posting, phrases, phrase_of, copies: Copies::of(role) }
    }

    /// Compares one resume with the role. `sha256` is the hex digest of the file's bytes; `as_of` the day on which
    /// "Present" ends.
    pub fn score(&self, document: &Document, resume: &Resume, name: &str, sha256: &str, as_of: Date) -> Scorecard {
        let zones = Zones::of(resume, &self.copies);
        let (findings, refused) = reading::findings(resume, self.lexicon, &zones);
        let facts = Facts {
            document,
            resume,
            lexicon: self.lexicon,
            findings,
            refused,
            finished: resume
                .degrees
                .iter()
                .filter(|d| education::is_finished(d, as_of) && d.level > DegreeLevel::None && !zones.dead(d.line))
                .collect(),
            held: education::held(resume, &zones, as_of),
            zones: &zones,
            as_of,
        };
        let tenure = years::tenure(resume, as_of);
        let today = years::month(as_of);
        let readable = resume.words.list.len() >= integrity::TOO_FEW_WORDS;
        let foreign = resume.language.is_some();
        let by_words = |kind: Kind| matches!(kind, Kind::Skill | Kind::Leadership | Kind::Domain);
        let concepts = skill::judge_all(&facts);
        let literal = reading::literal(resume, &self.phrases, &zones);
        let mut results: Vec<RequirementResult> = Vec::new();
        let mut spans: Vec<(u32, u32)> = Vec::new();
        for (index, requirement) in self.role.requirements.iter().enumerate() {
            let own = || literal.iter().filter(|f| self.phrase_of[f.concept] == index);
            let named = (requirement.kind == Kind::Years && !requirement.terms.is_empty())
                .then(|| Named::of(&facts, requirement, own()));
            let is_of = |at: usize, e: &Entry| {
                counts(requirement, e.family) && named.as_ref().is_none_or(|named| named.in_entry(at).is_some())
            };
            // what only a list names may have been in any job
            let told = tenure.total_months.is_some() && !named.as_ref().is_some_and(Named::is_claim);
            let months = (requirement.kind == Kind::Years && told).then(|| years::merged(resume, today, is_of));
            let judged = match requirement.kind {
                Kind::Years => self.judge_years(&facts, requirement, months, named.as_ref()),
                Kind::Education => education::judge_degree(&facts, requirement),
                Kind::Certification => education::judge_certificate(&facts, requirement),
                Kind::Skill | Kind::Leadership | Kind::Domain => {
                    let own: Vec<&Finding> = own().filter(|f| f.grade != Grade::Title).collect();
                    self.judge_terms(&facts, requirement, &concepts, &own)
                }
            };
            let unknown = !readable || (requirement.kind == Kind::Years && months.is_none());
            let verdict = match judged.credit {
                _ if unknown => Verdict::Unknown,
                c if c >= credit::MET => Verdict::Met,
                c if c >= credit::PARTIAL => Verdict::Partial,
                _ => Verdict::Missing,
            };
            // without a job of the right family even dates could not help
            let hopeless =
                readable && !resume.entries.iter().any(|e| years::is_work(e) && counts(requirement, e.family));
            let credit = match unknown {
                true if requirement.kind == Kind::Years && hopeless => 0,
                true => UNKNOWN_CREDIT,
                false => judged.credit,
            };
            spans.push(match verdict {
                Verdict::Unknown => (0, credit::SHOWN),
                Verdict::Partial if judged.undated || judged.misspelt => (credit, credit::SHOWN),
                Verdict::Missing | Verdict::Partial if foreign && by_words(requirement.kind) => (credit, credit::SHOWN),
                _ => (credit, credit),
            });
            let gap = (verdict != Verdict::Met)
                .then(|| gap::describe(&facts, &tenure, requirement, &judged, verdict, months));
            results.push(RequirementResult {
                id: requirement.id.clone(),
                kind: requirement.kind,
                importance: requirement.importance,
                text: requirement.text.clone(),
                weight: requirement.weight,
                result: verdict,
                credit,
                evidence: judged.evidence,
                gap,
                gain: 0,
            });
        }
        let gate = self.gate(&results);
        let score = |credits: &[u32], percent: u32| total(&results, credits, percent);
        let credits: Vec<u32> = results.iter().map(|r| r.credit).collect();
        let percent = gate.as_ref().map_or(100, |g| g.percent);
        let (low, high): (Vec<u32>, Vec<u32>) = spans.iter().copied().unzip();
        let (mut low_percent, mut high_percent) = (percent, percent);
        if gate.as_ref().is_some_and(|g| g.result == Verdict::Unknown) {
            (low_percent, high_percent) = (self.role.gate.missing, self.role.gate.met);
        }
        let now = score(&credits, percent);
        let (now_low, now_high) = (score(&low, low_percent), score(&high, high_percent));
        let gains: Vec<u32> = (0..results.len())
            .map(|i| {
                let mut better = credits.clone();
                better[i] = credit::SHOWN;
                let gates = gate.as_ref().is_some_and(|g| g.id == results[i].id);
                total(&results, &better, if gates { self.role.gate.met } else { percent }).saturating_sub(now)
            })
            .collect();
        for (result, gain) in results.iter_mut().zip(gains) {
            result.gain = if result.result == Verdict::Met { 0 } else { gain };
        }
        let counted = years::merged(resume, today, |_, e| e.family != Family::Other);
        let flags = integrity::flags(document, resume, &zones, &tenure, counted);
        Scorecard {
            schema: SCHEMA.into(),
            role: self.role_ref(),
            as_of: as_of.to_string(),
            document: DocumentRef {
                name: name.into(),
                format: serde_json::to_value(document.format)
                    .ok()
                    .and_then(|v| v.as_str().map(String::from))
                    .unwrap_or_default(),
                sha256: sha256.into(),
                pages: document.pages,
                notes: document.notes.iter().map(|n| n.message.clone()).collect(),
            },
            candidate: Some(CandidateRef {
                name: resume.candidate.name.clone(),
                email: resume.candidate.email.clone(),
                phone: resume.candidate.phone.clone(),
                links: resume.candidate.links.clone(),
            }),
            score: readable.then_some(now),
            score_low: readable.then_some(now_low.min(now)),
            score_high: readable.then_some(now_high.max(now)),
            gate,
            tenure,
            highest_degree: readable.then(|| facts.finished.iter().map(|d| d.level).max().unwrap_or(DegreeLevel::None)),
            degrees: facts
                .finished
                .iter()
                .map(|d| DegreeRef {
                    level: d.level,
                    field: d.field_text.clone(),
                    institution: d.institution.clone(),
                    line: d.line + 1,
                })
                .collect(),
            certifications: facts
                .held
                .iter()
                .map(|c| CertificationRef { id: c.id.clone(), name: c.name.clone(), line: c.line + 1 })
                .collect(),
            results,
            flags,
            duplicate_of: None,
        }
    }

    fn role_ref(&self) -> RoleRef {
        match &self.posting {
            Some(posting) => RoleRef { id: None, title: Some(self.role.title.clone()), posting: Some(posting.clone()) },
            None => RoleRef { id: Some(self.role.id.clone()), title: Some(self.role.title.clone()), posting: None },
        }
    }

    /// Years: the share of the months asked for, from half on; those of a named subject in the jobs that name it.
    fn judge_years(
        &self,
        facts: &Facts<'_>,
        requirement: &Requirement,
        months: Option<u32>,
        named: Option<&Named<'_>>,
    ) -> Judged {
        let Some(months) = months else { return Judged::default() };
        let wanted = (requirement.years.unwrap_or(0) * 12).max(1);
        let share = months.min(wanted) * 100 / wanted;
        let entries = facts.resume.entries.iter().enumerate();
        let counted = entries.filter(|(_, e)| years::is_work(e) && e.start.is_some() && counts(requirement, e.family));
        let mut evidence = Vec::new();
        for (at, entry) in counted {
            let dates = dated_line(facts, entry);
            if let Some(named) = named {
                let Some(finding) = named.in_entry(at) else { continue };
                if facts.resume.words.list[finding.first].line as usize != dates {
                    evidence.push(quote::sentence(facts.document, facts.resume, finding.first, finding.last));
                }
            }
            evidence.push(quote::line(facts.document, facts.resume, dates));
        }
        Judged {
            // whoever has less than all is not met, and less than half is missing
            credit: match share {
                100 => credit::SHOWN,
                50.. => share.min(credit::MET - 1),
                _ => 0,
            },
            evidence,
            ..Judged::default()
        }
    }

    /// The best of the concepts that a requirement names, and of its literal phrases.
    fn judge_terms(
        &self,
        facts: &Facts<'_>,
        requirement: &Requirement,
        concepts: &[Judged],
        literal: &[&Finding],
    ) -> Judged {
        let named = requirement.terms.iter().filter_map(|t| self.lexicon.concept(t)).map(|c| &concepts[c]);
        let mut best = Judged::default();
        for judged in named {
            if judged.credit > best.credit || (best.credit == 0 && best.vain.is_none()) {
                best = judged.clone();
            }
        }
        let phrases = skill::judge_literal(facts, literal);
        if phrases.credit > best.credit { phrases } else { best }
    }

    fn gate(&self, results: &[RequirementResult]) -> Option<GateResult> {
        let gate = &self.role.gate;
        let result = results.iter().find(|r| Some(&r.id) == gate.id.as_ref())?;
        let percent = match result.result {
            Verdict::Met => gate.met,
            Verdict::Unknown if result.credit == 0 => gate.missing,
            Verdict::Partial | Verdict::Unknown => gate.partial,
            Verdict::Missing => gate.missing,
        };
        Some(GateResult { id: result.id.clone(), result: result.result, percent })
    }
}

/// The credit of what cannot be told: the middle of its interval, so that it is never silently zero.
const UNKNOWN_CREDIT: u32 = 50;

/// Whether a family counts for a years requirement.
fn counts(requirement: &Requirement, family: Family) -> bool {
    requirement.any_work || family == Family::Product || (requirement.related && family == Family::Related)
}

/// The header line that carries an entry's dates, else its first.
fn dated_line(facts: &Facts<'_>, entry: &crate::resume::Entry) -> usize {
    let (from, to) = entry.header;
    (from..=to).find(|l| !facts.resume.lines[*l].ranges.is_empty()).unwrap_or(from)
}

/// `percent` of the weighted mean of the credits, rounded half up; 0 to 100.
fn total(results: &[RequirementResult], credits: &[u32], percent: u32) -> u32 {
    let weights: u64 = results.iter().map(|r| u64::from(r.weight)).sum();
    if weights == 0 {
        return 0;
    }
    let sum: u64 = results.iter().zip(credits).map(|(r, c)| u64::from(r.weight) * u64::from(*c)).sum();
    let (over, under) = (sum * u64::from(percent), weights * 100);
    ((2 * over + under) / (2 * under)) as u32
}

/// A phrase of a role file as a pattern: its words, without what the pattern language would read as marks.
fn literal(phrase: &str) -> String {
    let folded = crate::lexicon::words::fold(phrase);
    let words =
        folded.split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#')).filter(|w| !w.is_empty() && *w != "#");
    words.collect::<Vec<_>>().join(" ")
}
