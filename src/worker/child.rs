//! The child: takes a task and bytes, reads and scores on a thread of its own, answers, and waits for the next.

use super::task::{Answer, Given, Refusal, Setup, Shown, Task, View, Work};
use super::{frame, limits};
use rolefit::batch::{self, Scoring, panic_message};
use rolefit::document::{self, Document};
use rolefit::error::Error;
use rolefit::lexicon::Lexicon;
use rolefit::report::json::{self, DOCUMENT_SCHEMA, DocumentLine, RESUME_SCHEMA, ResumeLine};
use rolefit::report::marked;
use rolefit::resume;
use rolefit::score::Scorer;
use serde::Serialize;
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::sync::LazyLock;
use std::thread;

/// Stack of the thread that reads, in bytes: deep nesting is caught by the readers' own limits long before.
const STACK: usize = 64 << 20;

/// How a child ends that got no memory for its thread.
pub const NO_MEMORY: u8 = 12;

/// Serves until standard input ends. `timeout` is in seconds of processor time for each file.
pub fn serve(timeout: u32) -> ExitCode {
    limits::confine();
    // A panic is an answer, not a message.
    std::panic::set_hook(Box::new(|_| {}));
    match serve_all(timeout, &mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(NO_MEMORY),
    }
}

fn serve_all(timeout: u32, input: &mut impl Read, output: &mut impl Write) -> io::Result<()> {
    let Some(setup) = frame::read(input, u64::MAX)? else { return Ok(()) };
    let setup: Setup = serde_json::from_slice(&setup)?;
    // Made when first needed: to show a text takes no words.
    let lexicon = LazyLock::new(|| match &setup.lexicon {
        Some((json, name)) => Lexicon::with_user(json, name).expect("the parent has checked it"),
        None => Lexicon::builtin(),
    });
    let scorers = LazyLock::new(|| {
        let rubrics = setup.rubrics.iter();
        rubrics.map(|rubric| Scorer::new(&rubric.role, &lexicon, rubric.posting.clone())).collect::<Vec<_>>()
    });
    let as_of = setup.as_of.parse().unwrap_or_default();
    let scoring = || Scoring { lexicon: &lexicon, scorers: &scorers, as_of, blind: setup.blind };
    while let Some(task) = frame::read(input, u64::MAX)? {
        let task: Task = serde_json::from_slice(&task)?;
        let Some(payload) = frame::read(input, u64::MAX)? else { return Ok(()) };
        limits::allow(timeout);
        let answer = thread::scope(|scope| {
            let work = || answer(&task, payload, || &lexicon, scoring);
            let thread = thread::Builder::new().name("reader".into()).stack_size(STACK).spawn_scoped(scope, work)?;
            Ok::<_, io::Error>(
                thread.join().unwrap_or_else(|panic| json(&Answer::<()>::Err(Refusal::Crash(panic_message(&*panic))))),
            )
        })?;
        frame::write(output, &answer)?;
    }
    Ok(())
}

/// The answer to a task, as JSON.
fn answer<'a>(
    task: &Task,
    payload: Vec<u8>,
    lexicon: impl Fn() -> &'a Lexicon,
    scoring: impl Fn() -> Scoring<'a>,
) -> Vec<u8> {
    let document = match document(task.given, &payload) {
        Ok(document) => document,
        Err(error) => return json(&Answer::<()>::Err(error.into())),
    };
    drop(payload);
    match task.work {
        Work::Read => json(&Answer::Ok(&document)),
        Work::Score => json(&Answer::Ok(batch::score(&document, &task.name, &task.sha256, &scoring()))),
        Work::Show(view) => json(&Answer::Ok(show(document, view, task, lexicon))),
    }
}

fn document(given: Given, payload: &[u8]) -> Result<Document, Error> {
    match given {
        Given::File => {
            #[cfg(debug_assertions)]
            super::mock::act(payload);
            document::read(payload)
        }
        Given::Document => {
            serde_json::from_slice(payload).map_err(|e| Error::Crash { reason: format!("no document: {e}") })
        }
    }
}

fn show<'a>(document: Document, view: View, task: &Task, lexicon: impl Fn() -> &'a Lexicon) -> Shown {
    let Task { name, sha256, .. } = task;
    let out = match view {
        View::Text => return Shown { remarks: remarks(&document), out: document.text },
        View::Marks => return Shown { remarks: remarks(&document), out: marked::text(&document) },
        View::Json => json::line(&DocumentLine { schema: DOCUMENT_SCHEMA, name, sha256, document: &document }),
        View::Resume => {
            let resume = &resume::parse(&document, lexicon());
            json::line(&ResumeLine { schema: RESUME_SCHEMA, name, sha256, resume })
        }
    };
    Shown { out, remarks: vec![] }
}

/// Notes and hidden parts.
fn remarks(document: &Document) -> Vec<String> {
    let page = |page: Option<u32>| page.map(|page| format!(" on page {page}")).unwrap_or_default();
    let notes = document.notes.iter().map(|note| format!("note: {}: {}{}", note.id, note.message, page(note.page)));
    let hidden = document
        .hidden
        .iter()
        .map(|hidden| format!("hidden text ({}){}: {}", hidden.technique, page(Some(hidden.page)), hidden.quote));
    notes.chain(hidden).collect()
}

/// Our own types cannot fail to become JSON.
fn json(answer: &Answer<impl Serialize>) -> Vec<u8> {
    serde_json::to_vec(answer).unwrap_or_default()
}
