//! The side-by-side view as text that fits the terminal, as Markdown and as one HTML page.
//!
//! The cells are our own compiled-in sentences, but they are escaped all the same, so that nobody has to remember
//! that when a user's text comes into them one day.

use super::{Disagreement, Layout, Origin, Section, SideBySide, SideRow};
use crate::role::{SEEDS, Seed, Source, Status};
use textwrap::{Options, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr as _;

/// Columns of the topic in a table of text.
const TOPIC: usize = 16;
/// Blanks between columns.
const GAP: usize = 2;
/// Below this width columns are too narrow to read, and the cells stand under each other.
const STACK_BELOW: usize = 60;
/// Above this width lines are tiring to read.
const WIDEST: usize = 140;
/// Narrowest text that is wrapped to.
const NARROWEST: usize = 20;
/// Heading above the disagreements.
const DISAGREEMENTS: &str = "Where the sources disagree";

impl SideBySide {
    /// Text that fits into `width` columns.
    pub fn text(&self, width: usize) -> String {
        let width = width.clamp(NARROWEST, WIDEST);
        let mut out = String::new();
        for section in &self.sections {
            heading(&mut out, section.title);
            if width < STACK_BELOW {
                self.stacked(section, width, &mut out)
            } else {
                self.columns(section, width, &mut out)
            }
        }
        if self.with_sources {
            heading(&mut out, DISAGREEMENTS);
            for d in &self.disagreements {
                line(&mut out, &[(&d.topic, width)]);
                for text in parts(d) {
                    line(&mut out, &[("", 0), (&text, width - GAP)]);
                }
            }
            out.push('\n');
            line(&mut out, &[(&legend(), width)]);
        }
        out
    }

    fn columns(&self, section: &Section, width: usize, out: &mut String) {
        if section.layout == Layout::Shared {
            for row in &section.rows {
                line(out, &[(&row.topic, TOPIC), (&self.lead_cell(row), width - TOPIC - GAP)]);
            }
            return;
        }
        let topic = if section.layout == Layout::Paired { TOPIC } else { 0 };
        let taken = if topic > 0 { topic + 2 * GAP } else { GAP };
        let cell = (width - taken) / 2;
        let mut print = |row: [&str; 3]| {
            let cells = [(row[0], topic), (row[1], cell), (row[2], cell)];
            line(out, if topic > 0 { &cells } else { &cells[1..] });
        };
        print(["", &self.lead, &self.senior]);
        print([&"-".repeat(topic), &"-".repeat(cell), &"-".repeat(cell)]);
        for row in &section.rows {
            print([&row.topic, &self.lead_cell(row), &self.senior_cell(row)]);
        }
    }

    fn stacked(&self, section: &Section, width: usize, out: &mut String) {
        match section.layout {
            Layout::Shared => section.rows.iter().for_each(|row| line(out, &[(&self.lead_cell(row), width)])),
            Layout::Paired => {
                for row in &section.rows {
                    line(out, &[(&row.topic, width)]);
                    for (who, cell) in [("Lead", self.lead_cell(row)), ("Senior", self.senior_cell(row))] {
                        if !cell.is_empty() {
                            line(out, &[("", 0), (&format!("{who}: {cell}"), width - GAP)]);
                        }
                    }
                }
            }
            Layout::Lists => {
                let lead: Vec<String> = section.rows.iter().map(|row| self.lead_cell(row)).collect();
                let senior: Vec<String> = section.rows.iter().map(|row| self.senior_cell(row)).collect();
                for (who, cells) in [(&self.lead, lead), (&self.senior, senior)] {
                    line(out, &[(who, width)]);
                    for text in cells.into_iter().filter(|t| !t.is_empty()) {
                        line(out, &[("-", 1), (&text, width - 1 - GAP)]);
                    }
                }
            }
        }
    }

    fn lead_cell(&self, row: &SideRow) -> String {
        self.cell(&row.lead, row.lead_origin.as_ref())
    }

    fn senior_cell(&self, row: &SideRow) -> String {
        self.cell(&row.senior, row.senior_origin.as_ref())
    }

    fn cell(&self, text: &str, origin: Option<&Origin>) -> String {
        match origin.filter(|_| self.with_sources && !text.is_empty()) {
            Some(origin) => format!("{text} [{}]", words(origin)),
            None => text.to_owned(),
        }
    }

    /// Markdown tables.
    pub fn markdown(&self) -> String {
        let cell = markdown_cell;
        let mut out = format!("# {} and {}\n", cell(&self.lead), cell(&self.senior));
        for section in &self.sections {
            out.push_str(&format!("\n## {}\n\n", section.title));
            let paired = section.layout == Layout::Paired;
            if section.layout == Layout::Shared {
                for r in &section.rows {
                    out.push_str(&format!("- {}: {}\n", cell(&r.topic), cell(&self.lead_cell(r))));
                }
                continue;
            }
            let head = if paired { "| | " } else { "| " };
            let rule = if paired { "|---|---|---|" } else { "|---|---|" };
            out.push_str(&format!("{head}{} | {} |\n{rule}\n", cell(&self.lead), cell(&self.senior)));
            for r in &section.rows {
                let topic = if paired { format!("| {} ", cell(&r.topic)) } else { String::new() };
                out.push_str(&format!("{topic}| {} | {} |\n", cell(&self.lead_cell(r)), cell(&self.senior_cell(r))));
            }
        }
        if self.with_sources {
            out.push_str(&format!(
                "\n## {DISAGREEMENTS}\n\n| | One place says | Another says | rolefit | Lines |\n|---|---|---|---|---|\n"
            ));
            for d in &self.disagreements {
                let cells = [&d.topic, &d.one, &d.other, &d.rolefit, &short(&d.source)].map(|text| cell(text));
                out.push_str(&format!("| {} |\n", cells.join(" | ")));
            }
            out.push_str(&format!("\n{}\n", cell(&legend())));
        }
        out
    }

    /// One self-contained page.
    pub fn html(&self) -> String {
        let title = format!("{} and {}", escape(&self.lead), escape(&self.senior));
        let mut out = HEAD.replace("{title}", &title);
        out.push_str(&format!("<h1>{title}</h1>\n"));
        for section in &self.sections {
            let paired = section.layout == Layout::Paired;
            begin(&mut out, section.id, section.title);
            if section.layout == Layout::Shared {
                out.push_str("<dl>\n");
                for r in &section.rows {
                    let (topic, text) = (escape(&r.topic), self.html_cell(&r.lead, r.lead_origin.as_ref()));
                    out.push_str(&format!("<dt>{topic}</dt><dd>{text}</dd>\n"));
                }
                out.push_str("</dl>\n</section>\n");
                continue;
            }
            let mut heads = vec![self.lead.as_str(), self.senior.as_str()];
            if paired {
                heads.insert(0, "");
            }
            table(&mut out, &heads);
            for r in &section.rows {
                let topic = if paired { format!("<th scope=\"row\">{}</th>", escape(&r.topic)) } else { String::new() };
                let lead = self.html_cell(&r.lead, r.lead_origin.as_ref());
                let senior = self.html_cell(&r.senior, r.senior_origin.as_ref());
                out.push_str(&format!("<tr>{topic}<td>{lead}</td><td>{senior}</td></tr>\n"));
            }
            out.push_str("</tbody>\n</table>\n</section>\n");
        }
        if self.with_sources {
            begin(&mut out, "disagreements", DISAGREEMENTS);
            table(&mut out, &["", "One place says", "Another says", "rolefit"]);
            for d in &self.disagreements {
                let [topic, one, other, own] = [&d.topic, &d.one, &d.other, &d.rolefit].map(|text| escape(text));
                let lines = escape(&short(&d.source));
                out.push_str(&format!("<tr><th scope=\"row\">{topic} <small>{lines}</small></th><td>{one}</td><td>{other}</td><td>{own}</td></tr>\n"));
            }
            out.push_str(&format!("</tbody>\n</table>\n</section>\n<p>{}</p>\n", escape(&legend())));
        }
        out.push_str("</main>\n</body>\n</html>\n");
        out
    }

    fn html_cell(&self, text: &str, origin: Option<&Origin>) -> String {
        match origin.filter(|_| self.with_sources && !text.is_empty()) {
            Some(origin) => format!("{} <small>{}</small>", escape(text), escape(&words(origin))),
            None => escape(text),
        }
    }
}

const HEAD: &str = include_str!("../../../templates/roles/compare.html");

fn begin(out: &mut String, id: &str, title: &str) {
    out.push_str(&format!("<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n"));
}

fn table(out: &mut String, heads: &[&str]) {
    let class = match heads {
        ["", _, _] => " class=\"topics\"",
        ["", ..] => " class=\"topics three\"",
        _ => "",
    };
    out.push_str(&format!("<table{class}>\n<thead><tr>"));
    for head in heads {
        let cell =
            if head.is_empty() { "<td></td>".into() } else { format!("<th scope=\"col\">{}</th>", escape(head)) };
        out.push_str(&cell);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
}

/// Status and lines of a cell; what a source states needs no word for it.
fn words(origin: &Origin) -> String {
    let lines = short(&origin.source);
    match origin.status {
        Status::Seed => lines,
        Status::Derived => format!("derived: {lines}"),
        Status::Default => format!("default of rolefit: {lines}"),
        Status::Given => "given".into(),
    }
}

fn short(source: &[Source]) -> String {
    source.iter().map(Source::short).collect::<Vec<_>>().join(" ")
}

fn legend() -> String {
    let files: Vec<String> = SEEDS.iter().map(Seed::legend).collect();
    format!("Sources: {}; the numbers are lines. Derived: rewritten from a comparison in a source.", files.join(", "))
}

/// The lines of a disagreement in text.
fn parts(d: &Disagreement) -> [String; 3] {
    [
        format!("one says: {}", d.one),
        format!("another says: {}", d.other),
        format!("rolefit: {} [{}]", d.rolefit, short(&d.source)),
    ]
}

fn heading(out: &mut String, title: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(&format!("{title}\n{}\n", "=".repeat(title.width())));
}

/// One row of cells, each wrapped to its width between words, trailing blanks cut.
fn line(out: &mut String, cells: &[(&str, usize)]) {
    let fitted = |(text, width): &(&str, usize)| {
        wrap(text, Options::new((*width).max(1)).word_splitter(WordSplitter::NoHyphenation))
            .into_iter()
            .map(std::borrow::Cow::into_owned)
            .collect::<Vec<String>>()
    };
    let wrapped: Vec<Vec<String>> = cells.iter().map(fitted).collect();
    let rows = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for i in 0..rows {
        let mut text = String::new();
        for (piece, (_, width)) in wrapped.iter().zip(cells) {
            let piece = piece.get(i).map_or("", String::as_str);
            text.push_str(piece);
            text.push_str(&" ".repeat(width.saturating_sub(piece.width()) + GAP));
        }
        out.push_str(text.trim_end());
        out.push('\n');
    }
}

fn markdown_cell(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('|', "\\|")
        .replace('\n', " ")
        .replace('<', "\\<")
        .replace('*', "\\*")
        .replace('[', "\\[")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#x27;")
}
