//! Which jobs name what years are asked of: "3+ years of Kubernetes" counts the dated jobs whose title or text names it,
//! since a resume dates jobs and nothing smaller.

use super::Facts;
use super::reading::Finding;
use super::years::is_work;
use crate::role::Requirement;
use std::collections::BTreeMap;

/// Where a resume names a subject.
pub(super) struct Named<'a> {
    /// The first place in each job, by index of the job.
    jobs: BTreeMap<usize, &'a Finding>,
    /// Whether it is named outside the jobs, as in a list of skills.
    elsewhere: bool,
}

impl<'a> Named<'a> {
    /// The places of what a requirement is about: the concepts that it names, and its own phrases.
    pub(super) fn of(
        facts: &'a Facts<'_>,
        requirement: &Requirement,
        phrases: impl Iterator<Item = &'a Finding>,
    ) -> Named<'a> {
        let concepts: Vec<usize> = requirement.terms.iter().filter_map(|t| facts.lexicon.concept(t)).collect();
        let known = facts.findings.iter().filter(|f| concepts.contains(&f.concept));
        let mut named = Named { jobs: BTreeMap::new(), elsewhere: false };
        for finding in known.chain(phrases) {
            match finding.entry.filter(|e| is_work(&facts.resume.entries[*e])) {
                Some(job) => {
                    let first = named.jobs.entry(job).or_insert(finding);
                    if finding.first < first.first {
                        *first = finding;
                    }
                }
                None => named.elsewhere = true,
            }
        }
        named
    }

    /// Whether it is named, but in no job, so that nobody can tell for how long.
    pub(super) fn is_claim(&self) -> bool {
        self.jobs.is_empty() && self.elsewhere
    }

    /// The first place in a job that names it.
    pub(super) fn in_job(&self, job: usize) -> Option<&'a Finding> {
        self.jobs.get(&job).copied()
    }
}
