//! Headings, paragraphs and items -> the main part of the package, its links and its lists.

use super::page::{Block, Kind, Run};
use super::{PREFERRED_MARK, REQUIRED_MARK};
use crate::posting::Posting;
use std::fmt::Write as _;

/// Width and height of the paper in twentieths of a point.
type Paper = (u32, u32);
const A4: Paper = (11_906, 16_838);
const LETTER: Paper = (12_240, 15_840);
/// Countries where Letter lies in the printer.
const LETTER_COUNTRIES: [&str; 10] = ["US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PR"];
/// Margin at each side, in twentieths of a point: 2.3 cm.
const SIDE: u32 = 1_304;
/// Margin above and below: 2 cm.
const EDGE: u32 = 1_134;
/// Width of the labels in the table of facts: 4 cm.
const LABELS: u32 = 2_268;
/// Longest name of a bookmark; Word cuts longer ones.
const LONGEST_MARK: usize = 40;
/// Relations that stand before the links: styles, numbering, settings.
const FIRST_LINK: usize = 4;
/// Numbers of the lists: the bullets have 1, each numbered list one of its own behind it, so that it starts at 1.
const BULLETS: usize = 1;

/// What the main part needs.
pub(super) struct Body {
    pub(super) document: String,
    pub(super) relations: String,
    pub(super) numbering: String,
}

/// Writes the main part.
pub(super) fn write(blocks: &[Block], posting: &Posting) -> Body {
    let mut links: Vec<&str> = Vec::new();
    let mut marks = 0;
    let mut paragraphs = String::new();
    let (width, height) = paper(posting);
    let at_a_glance = |block: &Block| block.kind == Kind::Fact && block.class == "glance";
    for blocks in blocks.chunk_by(|a, b| at_a_glance(a) == at_a_glance(b)) {
        if at_a_glance(&blocks[0]) {
            paragraphs.push_str(&table(blocks, width - 2 * SIDE, &mut links));
            continue;
        }
        for block in blocks {
            let mark = block.requirement.as_deref().and_then(|id| mark(id, posting));
            paragraphs.push_str(&paragraph(block, mark.as_deref().map(|name| (name, marks)), &mut links));
            marks += usize::from(mark.is_some());
        }
    }
    let lists = blocks.iter().filter_map(|b| if let Kind::Numbered(list) = b.kind { Some(list) } else { None }).max();
    Body {
        document: format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
             xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\n{paragraphs}\
             <w:sectPr><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{EDGE}\" w:right=\"{SIDE}\" w:bottom=\"{EDGE}\" w:left=\"{SIDE}\" w:header=\"567\" w:footer=\"567\" \
             w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n"
        ),
        relations: relations(&links),
        numbering: numbering(lists.unwrap_or(0)),
    }
}

/// The name of a requirement's bookmark, where Word can hold it.
fn mark(id: &str, posting: &Posting) -> Option<String> {
    let required = posting.required.iter().any(|r| r.id == id);
    let name = format!("{}{id}", if required { REQUIRED_MARK } else { PREFERRED_MARK });
    let plain = id.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    (plain && name.chars().count() <= LONGEST_MARK).then_some(name)
}

fn paragraph<'a>(block: &'a Block, mark: Option<(&str, usize)>, links: &mut Vec<&'a str>) -> String {
    let text: String = block.runs.iter().map(|r| r.text.as_str()).collect();
    let rtl = block.any_direction && is_right_to_left(&text);
    let style = match (block.kind, block.class.as_str()) {
        (Kind::Heading(level), _) => ["Heading1", "Heading2", "Heading3"][level.clamp(1, 3) - 1],
        (Kind::Bullet, _) => "ListBullet",
        (Kind::Numbered(_), _) => "ListNumber",
        (Kind::Fact, _) => "Fact",
        (Kind::Paragraph, "company") => "Company",
        (Kind::Paragraph, "headline") => "Headline",
        (Kind::Paragraph, "pay") => "Pay",
        (Kind::Paragraph, _) => "",
    };
    let list = match block.kind {
        Kind::Bullet => Some(BULLETS),
        Kind::Numbered(list) => Some(BULLETS + list),
        _ => None,
    };
    let mut properties = String::new();
    if !style.is_empty() {
        let _ = write!(properties, "<w:pStyle w:val=\"{style}\"/>");
    }
    if let Some(list) = list {
        let _ = write!(properties, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    }
    properties.push_str(if rtl { "<w:bidi/>" } else { "" });
    let mut out = String::from("<w:p>");
    if !properties.is_empty() {
        let _ = write!(out, "<w:pPr>{properties}</w:pPr>");
    }
    if let Some((name, number)) = mark {
        let _ = write!(out, "<w:bookmarkStart w:id=\"{number}\" w:name=\"{}\"/>", escape(name));
    }
    block.runs.iter().for_each(|one| out.push_str(&run(one, rtl, links)));
    if let Some((_, number)) = mark {
        let _ = write!(out, "<w:bookmarkEnd w:id=\"{number}\"/>");
    }
    out.push_str("</w:p>\n");
    out
}

/// The facts that a reader looks for first: label and text side by side.
fn table<'a>(facts: &'a [Block], width: u32, links: &mut Vec<&'a str>) -> String {
    let columns = [LABELS, width.saturating_sub(LABELS)];
    let mut out = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Facts\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         </w:tblPr><w:tblGrid><w:gridCol w:w=\"{}\"/><w:gridCol w:w=\"{}\"/></w:tblGrid>\n",
        columns[0], columns[1]
    );
    for fact in facts {
        let at = fact.runs.iter().position(|r| !r.bold).unwrap_or(fact.runs.len());
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (runs, column) in [&fact.runs[..at], &fact.runs[at..]].into_iter().zip(columns) {
            let words: String = runs.iter().map(|one| run(one, false, links)).collect();
            let _ = write!(
                out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{column}\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" \
                 w:fill=\"F3F7FA\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Glance\"/></w:pPr>{words}</w:p></w:tc>"
            );
        }
        out.push_str("</w:tr>\n");
    }
    // a table needs a paragraph behind it
    out + "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"Glance\"/></w:pPr></w:p>\n"
}

/// A run, as a link where it leads somewhere.
fn run<'a>(run: &'a Run, rtl: bool, links: &mut Vec<&'a str>) -> String {
    let href = run.href.as_deref().filter(|h| crate::posting::words::link(h).href.is_some());
    let mut look = String::new();
    look.push_str(if href.is_some() { "<w:rStyle w:val=\"Hyperlink\"/>" } else { "" });
    look.push_str(if run.bold { "<w:b/><w:bCs/>" } else { "" });
    look.push_str(if rtl { "<w:rtl/>" } else { "" });
    let mut words = String::new();
    for piece in run.text.split_inclusive('\n') {
        let text = piece.trim_end_matches('\n');
        if !text.is_empty() {
            let _ = write!(words, "<w:t xml:space=\"preserve\">{}</w:t>", escape(text));
        }
        words.push_str(if piece.ends_with('\n') { "<w:br/>" } else { "" });
    }
    let look = if look.is_empty() { look } else { format!("<w:rPr>{look}</w:rPr>") };
    let text = format!("<w:r>{look}{words}</w:r>");
    let Some(href) = href else { return text };
    let at = links.iter().position(|l| *l == href).unwrap_or_else(|| {
        links.push(href);
        links.len() - 1
    });
    format!("<w:hyperlink r:id=\"rId{}\">{text}</w:hyperlink>", at + FIRST_LINK)
}

fn relations(links: &[&str]) -> String {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for (number, part) in (1..).zip(["styles", "numbering", "settings"]) {
        let _ = write!(out, "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/{part}\" Target=\"{part}.xml\"/>");
    }
    for (number, link) in (FIRST_LINK..).zip(links) {
        let _ = write!(
            out,
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escape(link)
        );
    }
    out + "</Relationships>\n"
}

fn numbering(lists: usize) -> String {
    let mut out = include_str!("numbering.xml").to_owned();
    for list in 1..=lists {
        let _ = writeln!(
            out,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>\
             </w:lvlOverride></w:num>",
            BULLETS + list
        );
    }
    out + "</w:numbering>\n"
}

/// Letter where the work is done or looked for in a country of Letter, else A4.
fn paper(posting: &Posting) -> Paper {
    let data = &posting.data;
    let country = data.locations.iter().find_map(|l| l.country.as_deref());
    let from = data.remote_from.first().map(|code| code.split('-').next().unwrap_or(code));
    let letter = country.or(from).is_some_and(|c| LETTER_COUNTRIES.contains(&c));
    if letter { LETTER } else { A4 }
}

/// Whether the first letter with a direction runs from right to left: Hebrew, Arabic and their neighbours.
fn is_right_to_left(text: &str) -> bool {
    let rtl = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}');
    text.chars().find(|c| c.is_alphabetic()).is_some_and(rtl)
}

/// Text and attributes of XML; what XML cannot hold is left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
