//! How long one resume takes to be read and scored, in this process: `cargo bench`. Reading is text here, so that the
//! figures are those of the scorer; `read_speed.sh` beside this measures PDFs.

use divan::{Bencher, black_box};
use jiff::civil::{Date, date};
use rolefit::document::{self, Document};
use rolefit::lexicon::Lexicon;
use rolefit::resume;
use rolefit::role::{self, Role};
use rolefit::score::Scorer;

/// Three resumes as one of two pages: 5 KB, as long as most are.
const RESUME: &str = concat!(
    include_str!("../fixtures/resumes/lead-pm/resume.md"),
    include_str!("../fixtures/resumes/gaming-nurse/resume.txt"),
    include_str!("../fixtures/resumes/senior-pm/resume.txt"),
);
/// The day on which "Present" ends.
const DAY: Date = date(2026, 1, 31);

fn main() {
    divan::main();
}

fn given() -> (Document, Lexicon, Role) {
    let document = document::read(RESUME.as_bytes()).expect("the fixture can be read");
    (document, Lexicon::builtin(), role::builtin("lead").expect("it is built in"))
}

/// What a process does once.
#[divan::bench]
fn set_up() {
    let (_, lexicon, role) = given();
    black_box(Scorer::new(&role, &lexicon, None));
}

/// What it does for each resume, from the bytes of its file to the scorecard.
#[divan::bench]
fn whole(bencher: Bencher) {
    let (_, lexicon, role) = given();
    let scorer = Scorer::new(&role, &lexicon, None);
    bencher.bench(|| {
        let document = document::read(black_box(RESUME.as_bytes())).expect("the fixture can be read");
        let resume = resume::parse(&document, &lexicon);
        scorer.score(&document, &resume, "resume.md", "", DAY)
    });
}

/// The part of it that reads the bytes.
#[divan::bench]
fn read(bencher: Bencher) {
    bencher.bench(|| document::read(black_box(RESUME.as_bytes())));
}

/// The part of it that knows the role.
#[divan::bench]
fn score(bencher: Bencher) {
    let (document, lexicon, role) = given();
    let scorer = Scorer::new(&role, &lexicon, None);
    let resume = resume::parse(&document, &lexicon);
    bencher.bench(|| scorer.score(black_box(&document), &resume, "resume.md", "", DAY));
}

/// The part of it that understands the text, whatever the role.
#[divan::bench]
fn parse(bencher: Bencher) {
    let (document, lexicon, _) = given();
    bencher.bench(|| resume::parse(black_box(&document), &lexicon));
}
