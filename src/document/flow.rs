//! Paragraphs and tables of formats that flow (DOCX, ODT, RTF, DOC), and how they become lines.
//!
//! A word processor's table is data or layout. Where every cell of a row is one short line, the row is one line
//! with tabs. Where cells hold blocks, they are read one after the other; only a short date stays on the line of
//! the text that it stands beside.

use super::LineKind;
use super::builder::Builder;
use super::text::is_bullet;
use crate::error::Result;

/// Size of a heading as a multiple of the body's.
const LARGER: f32 = 1.15;
/// Longest paragraph that is a heading by its looks, in characters and words; by boldness alone in words.
const HEADING_CHARS: usize = 60;
const HEADING_WORDS: usize = 8;
const BOLD_WORDS: usize = 4;
/// Longest cell that is a date or a label beside a block.
const LABEL: usize = 30;
/// Longest cell that stays on the line of such a date, between it and the block.
const BESIDE: usize = 80;

/// A paragraph.
#[derive(Clone, Default)]
pub(super) struct Para {
    /// Its words; `\n` where a line was broken on purpose.
    pub(super) text: String,
    /// A heading by its style.
    pub(super) heading: bool,
    /// An item of a list.
    pub(super) item: bool,
    /// All of it is bold.
    pub(super) bold: bool,
    /// Largest letters in points, 0 where unknown.
    pub(super) size: f32,
    /// Page, counted from 1.
    pub(super) page: u32,
    /// Names that the file gives to it.
    pub(super) marks: Vec<String>,
}

/// A piece of a document.
pub(super) enum Block {
    Para(Para),
    /// Rows of cells of blocks.
    Table(Vec<Vec<Vec<Block>>>),
}

/// Writes blocks as lines.
pub(super) fn render(blocks: &[Block], out: &mut Builder) -> Result<()> {
    let body = body_size(blocks);
    blocks.iter().try_for_each(|block| write(block, body, out))
}

// Tables nest as deep as their XML, which is bounded; so is this recursion.
fn write(block: &Block, body: f32, out: &mut Builder) -> Result<()> {
    match block {
        Block::Para(para) => paragraph(para, body, out),
        Block::Table(rows) => {
            out.blank();
            let headed = is_headed(rows);
            for row in rows {
                if headed && row.len() > 1 {
                    columns(row, body, out)?;
                } else if row.iter().all(|cell| one_line(cell).is_some()) {
                    data_row(row, body, out)?;
                } else {
                    layout_row(row, body, out)?;
                }
            }
            out.blank();
            Ok(())
        }
    }
}

fn paragraph(para: &Para, body: f32, out: &mut Builder) -> Result<()> {
    out.place(para.page.max(1), 1);
    if para.text.trim().is_empty() {
        out.blank();
        return Ok(());
    }
    let kind = kind(para, body);
    if kind == LineKind::Heading {
        out.blank();
    }
    para.marks.iter().for_each(|name| out.mark(name));
    if kind == LineKind::Bullet && !is_bullet(&para.text) {
        return out.push(&format!("• {}", para.text.trim_start()), kind);
    }
    out.push(para.text.trim_start_matches('\n'), kind)
}

fn kind(para: &Para, body: f32) -> LineKind {
    let text = para.text.trim();
    let words = text.split_whitespace().count();
    let short = text.chars().count() <= HEADING_CHARS
        && words <= HEADING_WORDS
        && !text.contains(['\n', '\t'])
        && !text.ends_with(['.', ',', ';'])
        && text.chars().any(char::is_alphabetic);
    let phrase = words <= BOLD_WORDS && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '|' | '@'));
    match () {
        _ if para.heading && !text.contains('\n') => LineKind::Heading,
        _ if para.item || is_bullet(text) => LineKind::Bullet,
        _ if short && body > 0.0 && para.size >= LARGER * body => LineKind::Heading,
        _ if short && phrase && para.bold => LineKind::Heading,
        _ => LineKind::Plain,
    }
}

/// The one paragraph of a cell that holds no more than a line; an empty cell is an empty line.
fn one_line(cell: &[Block]) -> Option<&str> {
    let mut line = "";
    for block in cell {
        match block {
            Block::Table(_) => return None,
            Block::Para(para) if para.text.trim().is_empty() => {}
            Block::Para(_) if !line.is_empty() => return None,
            Block::Para(para) if para.item || para.text.trim().contains('\n') => return None,
            Block::Para(para) => line = para.text.trim(),
        }
    }
    Some(line)
}

/// Whether the first row of a table names its columns: a word or two in each of several cells, over rows of as many cells
/// of text, or of a single one.
fn is_headed(rows: &[Vec<Vec<Block>>]) -> bool {
    const COLUMNS: usize = 3;
    const BODY: usize = 2;
    const NAME_WORDS: usize = 3;
    let Some((head, body)) = rows.split_first() else { return false };
    let name = |line: &str| {
        (1..=NAME_WORDS).contains(&line.split_whitespace().count()) && !line.contains(|c: char| c.is_ascii_digit())
    };
    let text = |row: &Vec<Vec<Block>>| row.iter().flatten().all(|block| matches!(block, Block::Para(_)));
    // dates in the first column part the rows anyway, and what stands beside them is read as a text
    let dated = |row: &Vec<Vec<Block>>| {
        row.first().and_then(|cell| one_line(cell)).is_some_and(|l| l.contains(|c: char| c.is_ascii_digit()))
    };
    head.len() >= COLUMNS
        && body.iter().filter(|row| row.len() == head.len()).count() >= BODY
        && head.iter().all(|cell| one_line(cell).is_some_and(name))
        && body.iter().all(|row| (row.len() == head.len() || row.len() == 1) && text(row) && !dated(row))
}

/// The paragraphs of a cell that hold words.
fn filled(cell: &[Block]) -> Vec<&Para> {
    let paras = cell.iter().filter_map(|block| if let Block::Para(para) = block { Some(para) } else { None });
    paras.filter(|para| !para.text.trim().is_empty()).collect()
}

/// A row below the names of columns: one line for the first paragraphs of its cells, one for the second and so on, so that
/// each stays in its column.
fn columns(row: &[Vec<Block>], body: f32, out: &mut Builder) -> Result<()> {
    let cells: Vec<Vec<&Para>> = row.iter().map(|cell| filled(cell)).collect();
    let Some((last, others)) = cells.split_last() else { return Ok(()) };
    for at in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
        // a list in the last column goes on below
        if let Some(item) = last.get(at).filter(|p| p.item && at > 0 && others.iter().all(|cell| cell.len() <= at)) {
            paragraph(item, body, out)?;
            continue;
        }
        let text = |cell: &Vec<&Para>| cell.get(at).map_or(String::new(), |p| p.text.trim().replace('\n', " "));
        let line: Vec<String> = cells.iter().map(text).collect();
        out.push(line.join("\t").trim_end_matches('\t'), LineKind::Plain)?;
    }
    Ok(())
}

fn data_row(row: &[Vec<Block>], body: f32, out: &mut Builder) -> Result<()> {
    let cells: Vec<&str> = row.iter().filter_map(|cell| one_line(cell)).collect();
    if let [only] = cells.iter().filter(|c| !c.is_empty()).collect::<Vec<_>>().as_slice() {
        // A row with a single filled cell is a paragraph, perhaps a heading.
        let holds = |block: &&Block| matches!(block, Block::Para(p) if p.text.trim() == **only);
        if let Some(block) = row.iter().flatten().find(holds) {
            return write(block, body, out);
        }
    }
    let line = cells.join("\t");
    out.push(line.trim_matches('\t'), LineKind::Plain)
}

/// Whether a cell may be the dates of what stands beside it: short, and with a figure.
pub(super) fn is_date(cell: &str) -> bool {
    cell.chars().count() <= LABEL && cell.contains(|c: char| c.is_ascii_digit())
}

fn layout_row(row: &[Vec<Block>], body: f32, out: &mut Builder) -> Result<()> {
    // a date in the last cell stands beside the first line of the others
    if let Some((last, others)) = row.split_last()
        && let Some(date) = one_line(last).filter(|line| is_date(line))
        && others.iter().any(|cell| one_line(cell).is_none())
    {
        let from = out.lines();
        layout_row(others, body, out)?;
        out.beside(from, date);
        return Ok(());
    }
    // a short date, and what stands on its line before the block: "May 2019 - today", "Acme"
    let mut label = String::new();
    for (at, cell) in row.iter().enumerate() {
        let line = one_line(cell).filter(|line| !line.is_empty());
        let short = |most: usize| line.filter(|line| line.chars().count() <= most);
        let dates = label.is_empty() && line.is_some_and(is_date);
        let beside = !label.is_empty() && at + 1 < row.len() && short(BESIDE).is_some();
        if let Some(line) = line.filter(|_| dates || beside) {
            let mark = if label.is_empty() { "" } else { "\t" };
            label = format!("{label}{mark}{line}");
            continue;
        }
        let mut blocks = cell.iter();
        if !label.is_empty() {
            let date = std::mem::take(&mut label);
            match blocks.find(|block| !matches!(block, Block::Para(p) if p.text.trim().is_empty())) {
                Some(Block::Para(para)) if !para.item => {
                    let beside = Para { text: format!("{date}\t{}", para.text.trim()), heading: false, ..para.clone() };
                    paragraph(&beside, body, out)?;
                }
                Some(block) => {
                    out.push(&date, LineKind::Plain)?;
                    write(block, body, out)?;
                }
                None => out.push(&date, LineKind::Plain)?,
            }
        }
        blocks.try_for_each(|block| write(block, body, out))?;
        out.blank();
    }
    if label.is_empty() { Ok(()) } else { out.push(&label, LineKind::Plain) }
}

/// The size that most letters have.
fn body_size(blocks: &[Block]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    let mut open: Vec<&Block> = blocks.iter().collect();
    while let Some(block) = open.pop() {
        match block {
            Block::Table(rows) => open.extend(rows.iter().flatten().flatten()),
            Block::Para(para) => match sizes.iter_mut().find(|(size, _)| *size == para.size) {
                Some((_, letters)) => *letters += para.text.len(),
                None => sizes.push((para.size, para.text.len())),
            },
        }
    }
    sizes.into_iter().max_by_key(|(_, letters)| *letters).map_or(0.0, |(size, _)| size)
}

/// Words of all paragraphs, to tell whether two parts say the same.
pub(super) fn words(blocks: &[Block]) -> String {
    let mut words = String::new();
    let mut open: Vec<&Block> = blocks.iter().rev().collect();
    while let Some(block) = open.pop() {
        match block {
            Block::Table(rows) => open.extend(rows.iter().flatten().flatten().rev()),
            Block::Para(para) => {
                words.push_str(para.text.trim());
                words.push('\n');
            }
        }
    }
    words
}
