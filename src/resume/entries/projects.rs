//! Projects that are a job's, or the jobs of somebody who works by contract.

use super::super::labels;
use super::looks;
use super::{Entry, EntryKind, Reader};
use crate::lexicon::SectionKind;
use crate::resume::dates::{End, Month, later_or_equal};

/// First words of a line about a part of a job.
const PROJECTS: [&str; 12] = [
    "client",
    "clients",
    "project",
    "projects",
    "customer",
    "kunde",
    "projekt",
    "cliente",
    "proyecto",
    "projet",
    "engagement",
    "mandate",
];
/// Words of somebody who works by contract.
const CONTRACTORS: [&str; 7] =
    ["consultant", "freelance", "freelancer", "contractor", "contracting", "self employed", "independent"];
/// Lines at the head of a resume.
const HEAD_LINES: usize = 6;

impl Reader<'_> {
    /// Makes projects for a client, with a role and dates within those of a job, part of that job: many resumes of service
    /// firms name the employers in a table and tell the work by project below it. A project of one's own has no client.
    pub(super) fn take_in_projects(&self, entries: &mut [Entry]) {
        let is_project = |e: &Entry| e.kind == EntryKind::Study && !e.title.is_empty();
        if !entries.iter().any(is_project) {
            return;
        }
        let span = |e: &Entry| e.start.zip(e.end);
        let jobs: Vec<(Month, End)> = entries.iter().filter(|e| e.kind == EntryKind::Work).filter_map(span).collect();
        let within = |(start, end): (Month, End)| jobs.iter().any(|job| job.0 <= start && later_or_equal(job.1, end));
        let first_word =
            |line: usize| looks::folded(&self.lines[line].plain).split_whitespace().next().map(String::from);
        let for_client = |e: &Entry| (e.header.0..=e.header.1).filter_map(first_word).any(|word| word == "client");
        let contractor = self.is_contractor();
        let labelled =
            |e: &Entry| (e.header.0..=e.header.1).any(|line| folded_has(&self.lines[line].plain, &labels::ROLES));
        for entry in entries.iter_mut().filter(|e| is_project(e)) {
            let of_job = for_client(entry) && span(entry).is_some_and(within);
            if of_job || contractor && labelled(entry) {
                entry.kind = EntryKind::Work;
            }
        }
    }

    /// Whether the head of the resume or its summary says that somebody works by contract, so that projects are the work.
    fn is_contractor(&self) -> bool {
        let head = |line: usize| {
            line < HEAD_LINES || matches!(self.kind_at(line), SectionKind::Summary | SectionKind::Contact)
        };
        (0..self.lines.len()).filter(|l| head(*l)).any(|l| folded_has(&self.lines[l].plain, &CONTRACTORS))
    }

    /// Whether a line begins with a word for work that a job consists of: "Client: Farmacias", "Project #2: Portal".
    pub(super) fn names_project(&self, line: usize) -> bool {
        let plain = looks::folded(&self.lines[line].plain);
        plain.split_whitespace().next().is_some_and(|first| PROJECTS.contains(&first))
    }
}

/// Whether a text has one of some phrases, as whole words.
fn folded_has(text: &str, phrases: &[&str]) -> bool {
    let folded = looks::folded(text);
    phrases.iter().any(|phrase| folded.contains(&format!(" {phrase} ")))
}
