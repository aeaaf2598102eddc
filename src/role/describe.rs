//! One role as text for the terminal: all that its file says, and for a built-in role what the comparison adds.

use super::{Comparison, Importance, Kind, NOT_SAID, Requirement, Role, Row, SEEDS, Seed, Source, Status};
use std::fmt::Write as _;
use textwrap::{Options, WordSplitter};

/// Blanks before an item.
const ITEM: &str = "  ";
/// Blanks before what continues an item.
const MORE: &str = "      ";
/// Narrowest text that is wrapped to.
const NARROWEST: usize = 40;
/// Above this width lines are tiring to read.
const WIDEST: usize = 110;

/// Writes a role into `width` columns; with `sources` each item is followed by its origin and the notes on it.
pub fn describe(role: &Role, sources: bool, width: usize) -> String {
    let mut page = Page { out: String::new(), sources, width: width.clamp(NARROWEST, WIDEST) };
    page.paragraph(&format!("{} ({})", role.title, role.id), "");
    page.paragraph(&role.summary, "");
    page.section("Facts", role.facts.iter().map(|f| Item::new(&f.id, &f.text, f.status, &f.source)));
    page.section("Duties", role.duties.iter().map(|d| Item::new(&d.id, &d.text, d.status, &d.source)));
    let is_proof = |r: &&Requirement| matches!(r.kind, Kind::Education | Kind::Certification);
    for (title, importance) in [("Required", Importance::Required), ("Preferred", Importance::Preferred)] {
        let of = role.requirements.iter().filter(|r| r.importance == importance && !is_proof(r));
        page.section(title, of.map(|r| asked(r, false)));
    }
    for (title, kind) in [("Education", Kind::Education), ("Certificates", Kind::Certification)] {
        page.section(title, role.requirements.iter().filter(|r| r.kind == kind).map(|r| asked(r, true)));
    }
    page.section("Skills besides", role.skills.iter().map(|s| Item::new(&s.id, &s.text, s.status, &s.source)));
    if let Some(lead) = ["lead", "senior"].iter().position(|id| *id == role.id).map(|at| at == 0) {
        compared(&mut page, &Comparison::builtin(), lead);
    }
    if let Some(id) = &role.gate.id {
        let gate = &role.gate;
        let text = format!(
            "{}% of the score when met, {}% when partly met or unknown, {}% when missing",
            gate.met, gate.partial, gate.missing
        );
        page.section("Gate", [Item { label: id.clone(), text, origin: None, note: None }].into_iter());
    }
    let not_scored =
        role.not_scored.iter().map(|text| Item { label: String::new(), text: text.clone(), origin: None, note: None });
    page.section("Not scored, since a resume cannot show it", not_scored);
    if sources && page.out.contains("[seed") {
        let files: Vec<String> = SEEDS.iter().map(Seed::legend).collect();
        page.out.push('\n');
        page.paragraph(&format!("Sources: {}; the numbers are lines.", files.join(", ")), "");
    }
    page.out
}

/// What the comparison says of a built-in role.
fn compared(page: &mut Page, all: &Comparison, lead: bool) {
    let cell = |r: &Row| {
        let text = if lead { &r.lead } else { &r.senior };
        Item::new(&r.topic, text, r.status, &r.source)
    };
    let said = |item: &Item| item.text != NOT_SAID;
    page.section("Pay and outlook", all.pay.iter().map(cell).filter(said));
    page.section("Career", all.career.iter().map(cell).filter(said));
    let (own, situations) =
        if lead { (&all.lead, &all.situations.lead) } else { (&all.senior, &all.situations.senior) };
    page.section(
        "What speaks for the role",
        own.pros.iter().map(|p| Item::new(&p.topic, &p.text, p.status, &p.source)),
    );
    page.section("What speaks against it", own.cons.iter().map(|p| Item::new(&p.topic, &p.text, p.status, &p.source)));
    page.section(
        "When a company needs one",
        situations.iter().map(|s| Item::new(&s.topic, &s.text, s.status, &s.source)),
    );
    if page.sources {
        let id = if lead { "lead" } else { "senior" };
        let of = all.disagreements.iter().filter(|d| d.roles.iter().any(|r| r == id));
        page.section(
            "Where the sources disagree",
            of.map(|d| Item {
                label: d.topic.clone(),
                text: format!("{}. But: {}.", d.one, d.other),
                origin: Some(short(&d.source)),
                note: Some(format!("rolefit: {}", d.rolefit)),
            }),
        );
    }
}

/// One line with its origin.
struct Item {
    label: String,
    text: String,
    origin: Option<String>,
    note: Option<String>,
}

impl Item {
    fn new(label: &str, text: &str, status: Status, source: &[Source]) -> Item {
        let status = match status {
            Status::Seed => "seed",
            Status::Derived => "derived",
            Status::Default => "default of rolefit",
            Status::Given => "given",
        };
        let origin = if source.is_empty() { status.to_owned() } else { format!("{status}: {}", short(source)) };
        Item { label: label.into(), text: text.into(), origin: Some(origin), note: None }
    }
}

fn asked(r: &Requirement, with_importance: bool) -> Item {
    let importance = match (with_importance, r.importance) {
        (false, _) => "",
        (true, Importance::Required) => "required, ",
        (true, Importance::Preferred) => "preferred, ",
    };
    let label = format!("{} ({importance}weight {})", r.id, r.weight);
    let note = r.note.as_ref().map(|note| format!("note: {note}"));
    Item { note, ..Item::new(&label, &r.text, r.status, &r.source) }
}

fn short(source: &[Source]) -> String {
    source.iter().map(Source::short).collect::<Vec<_>>().join(" ")
}

/// The text under way.
struct Page {
    out: String,
    sources: bool,
    width: usize,
}

impl Page {
    fn section(&mut self, title: &str, items: impl Iterator<Item = Item>) {
        let mut items = items.peekable();
        if items.peek().is_none() {
            return;
        }
        let _ = writeln!(self.out, "\n{title}");
        for item in items {
            let label = if item.label.is_empty() { String::new() } else { format!("{}: ", item.label) };
            self.paragraph(&format!("{label}{}", item.text), ITEM);
            if self.sources {
                if let Some(origin) = &item.origin {
                    self.paragraph(&format!("[{origin}]"), MORE);
                }
                if let Some(note) = &item.note {
                    self.paragraph(note, MORE);
                }
            }
        }
    }

    fn paragraph(&mut self, text: &str, indent: &str) {
        if text.is_empty() {
            return;
        }
        let more = if indent == ITEM { MORE } else { indent };
        let options = Options::new(self.width)
            .initial_indent(indent)
            .subsequent_indent(more)
            .word_splitter(WordSplitter::NoHyphenation);
        self.out += &textwrap::fill(text, options);
        self.out.push('\n');
    }
}
