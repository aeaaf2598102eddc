//! The side-by-side view as text that fits the terminal, as Markdown and as one HTML page.
//!
//! The cells are our own compiled-in sentences, but they are escaped all the same, so that nobody has to remember
//! that when a user's text comes into them one day.

use super::{Layout, Section, SideBySide, SideRow};
use textwrap::wrap;
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

impl SideBySide {
    /// Text that fits into `width` columns.
    pub fn text(&self, width: usize) -> String {
        let width = width.clamp(NARROWEST, WIDEST);
        let mut out = String::new();
        for (i, section) in self.sections.iter().enumerate() {
            if i > 0 {
                out.push('\n');
            }
            out.push_str(&format!("{}\n{}\n", section.title, "=".repeat(section.title.width())));
            if width < STACK_BELOW {
                self.stacked(section, width, &mut out)
            } else {
                self.columns(section, width, &mut out)
            }
        }
        out
    }

    fn columns(&self, section: &Section, width: usize, out: &mut String) {
        if section.layout == Layout::Shared {
            for row in &section.rows {
                line(out, &[(&row.topic, TOPIC), (&row.lead, width - TOPIC - GAP)]);
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
            print([&row.topic, &row.lead, &row.senior]);
        }
    }

    fn stacked(&self, section: &Section, width: usize, out: &mut String) {
        match section.layout {
            Layout::Shared => section.rows.iter().for_each(|row| line(out, &[(&row.lead, width)])),
            Layout::Paired => {
                for row in &section.rows {
                    line(out, &[(&row.topic, width)]);
                    for (who, cell) in [("Lead", &row.lead), ("Senior", &row.senior)] {
                        if !cell.is_empty() {
                            line(out, &[("", GAP), (&format!("{who}: {cell}"), width - 2 * GAP)]);
                        }
                    }
                }
            }
            Layout::Lists => {
                for (who, cell) in [(&self.lead, lead as fn(&SideRow) -> &str), (&self.senior, senior)] {
                    line(out, &[(who, width)]);
                    for text in section.rows.iter().map(cell).filter(|t| !t.is_empty()) {
                        line(out, &[("-", 1), (text, width - 1 - GAP)]);
                    }
                }
            }
        }
    }

    /// Markdown tables.
    pub fn markdown(&self) -> String {
        let cell = markdown_cell;
        let mut out = format!("# {} and {}\n", cell(&self.lead), cell(&self.senior));
        for section in &self.sections {
            out.push_str(&format!("\n## {}\n\n", section.title));
            match section.layout {
                Layout::Shared => {
                    section
                        .rows
                        .iter()
                        .for_each(|r| out.push_str(&format!("- {}: {}\n", cell(&r.topic), cell(&r.lead))));
                }
                Layout::Paired => {
                    out.push_str(&format!("| | {} | {} |\n|---|---|---|\n", cell(&self.lead), cell(&self.senior)));
                    for r in &section.rows {
                        out.push_str(&format!("| {} | {} | {} |\n", cell(&r.topic), cell(&r.lead), cell(&r.senior)));
                    }
                }
                Layout::Lists => {
                    out.push_str(&format!("| {} | {} |\n|---|---|\n", cell(&self.lead), cell(&self.senior)));
                    for r in &section.rows {
                        out.push_str(&format!("| {} | {} |\n", cell(&r.lead), cell(&r.senior)));
                    }
                }
            }
        }
        out
    }

    /// One self-contained page.
    pub fn html(&self) -> String {
        let title = format!("{} and {}", escape(&self.lead), escape(&self.senior));
        let mut out = HEAD.replace("{title}", &title);
        out.push_str(&format!("<h1>{title}</h1>\n"));
        for section in &self.sections {
            let id = section.id;
            out.push_str(&format!("<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n", section.title));
            if section.layout == Layout::Shared {
                out.push_str("<ul>\n");
                section.rows.iter().for_each(|r| out.push_str(&format!("<li>{}</li>\n", escape(&r.lead))));
                out.push_str("</ul>\n</section>\n");
                continue;
            }
            let paired = section.layout == Layout::Paired;
            let corner = if paired { "<td></td>" } else { "" };
            out.push_str(&format!(
                "<table>\n<thead><tr>{corner}<th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
                escape(&self.lead),
                escape(&self.senior)
            ));
            for r in &section.rows {
                let topic = if paired { format!("<th scope=\"row\">{}</th>", escape(&r.topic)) } else { String::new() };
                out.push_str(&format!("<tr>{topic}<td>{}</td><td>{}</td></tr>\n", escape(&r.lead), escape(&r.senior)));
            }
            out.push_str("</tbody>\n</table>\n</section>\n");
        }
        out.push_str("</main>\n</body>\n</html>\n");
        out
    }
}

const HEAD: &str = include_str!("../../../templates/roles/compare.html");

fn lead(row: &SideRow) -> &str {
    &row.lead
}

fn senior(row: &SideRow) -> &str {
    &row.senior
}

/// One row of cells, each wrapped to its width, trailing blanks cut.
fn line(out: &mut String, cells: &[(&str, usize)]) {
    let wrapped: Vec<Vec<_>> = cells.iter().map(|(text, width)| wrap(text, (*width).max(1))).collect();
    let rows = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for i in 0..rows {
        let mut text = String::new();
        for (piece, (_, width)) in wrapped.iter().zip(cells) {
            let piece = piece.get(i).map_or("", |p| p.as_ref());
            text.push_str(piece);
            text.push_str(&" ".repeat(width.saturating_sub(piece.width()) + GAP));
        }
        out.push_str(text.trim_end());
        out.push('\n');
    }
}

fn markdown_cell(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace('\n', " ").replace('<', "\\<").replace('*', "\\*")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#x27;")
}
