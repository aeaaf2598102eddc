//! Plain text in two columns side by side, as `pdftotext -layout` and old form letters write it: the left column is read
//! first, then the right one.
//!
//! Dates, labels and amounts are set in columns too, and their rows belong together. So a text is taken apart only where
//! both sides have a heading of their own, which no table of dates and no form has.

use std::collections::BTreeMap;

/// Columns that a tabulator goes on to.
const TAB: usize = 8;
/// Blanks before what stands in another column.
const GAP: usize = 2;
/// Least width of the left column.
const NARROWEST: usize = 12;
/// Least lines of the right column that begin where it begins.
const FEWEST: usize = 8;
/// Bytes of the longest text that is looked at: no resume has more, and its columns take sixteen times as much memory.
const LONGEST: usize = 256 * 1024;
/// One line in so many may run across the gutter: a name or a line that is too long.
const CROSSING_ONE_IN: usize = 12;

/// Headings of resumes; a side without one is a column of dates or labels. The usual ones are enough, since each side needs
/// only one: the lexicon's own list stands in a room below this one.
const HEADINGS: [&str; 48] = [
    "about",
    "about me",
    "achievements",
    "ausbildung",
    "awards",
    "beruflicher werdegang",
    "berufserfahrung",
    "certificates",
    "certifications",
    "compétences",
    "contact",
    "contact information",
    "courses",
    "education",
    "educación",
    "employment",
    "employment history",
    "experience",
    "experiencia",
    "expérience",
    "expérience professionnelle",
    "expériences",
    "formation",
    "idiomas",
    "interests",
    "key skills",
    "kenntnisse",
    "kontakt",
    "langues",
    "languages",
    "personal details",
    "professional experience",
    "professional summary",
    "profil",
    "profile",
    "projects",
    "publications",
    "qualifications",
    "references",
    "skills",
    "sprachen",
    "strengths",
    "summary",
    "technical skills",
    "top skills",
    "volunteering",
    "work experience",
    "work history",
];

/// A line with the column of each of its characters.
struct Row {
    /// Column and character, blanks left out.
    signs: Vec<(usize, char)>,
}

impl Row {
    fn of(line: &str) -> Row {
        let mut column = 0;
        let mut signs = Vec::new();
        for c in line.chars() {
            if c == '\t' {
                column = (column / TAB + 1) * TAB;
                continue;
            }
            if !c.is_whitespace() {
                signs.push((column, c));
            }
            column += 1;
        }
        Row { signs }
    }

    /// The columns at which something begins behind a gap.
    fn starts(&self) -> impl Iterator<Item = usize> {
        let before = std::iter::once(None).chain(self.signs.iter().map(|(column, _)| Some(*column)));
        let pairs = self.signs.iter().zip(before);
        pairs.filter(|((column, _), before)| before.is_none_or(|b| column - b > GAP)).map(|((column, _), _)| *column)
    }

    /// Whether something stands right before a column, so that the line runs across it.
    fn crosses(&self, gutter: usize) -> bool {
        let near = |column: usize| self.signs.iter().any(|(at, _)| *at == column);
        near(gutter - 1) || near(gutter - GAP) && near(gutter)
    }

    /// What stands from one column up to another, its inner blanks kept.
    fn part(&self, from: usize, to: usize) -> String {
        let mut out = String::new();
        let mut at = from;
        for (column, sign) in self.signs.iter().filter(|(column, _)| (from..to).contains(column)) {
            out.extend(std::iter::repeat_n(' ', column - at.min(*column)));
            out.push(*sign);
            at = column + 1;
        }
        out
    }
}

/// A text whose two columns stand one below the other; none where it has no two columns.
pub(super) fn one_below_the_other(text: &str) -> Option<String> {
    let has_gap = |line: &&str| line.as_bytes().windows(GAP).any(|two| two == [b' '; GAP]) || line.contains('\t');
    if text.len() > LONGEST || text.lines().filter(has_gap).take(FEWEST).count() < FEWEST {
        return None;
    }
    let rows: Vec<Row> = text.lines().map(Row::of).collect();
    let gutter = gutter(&rows)?;
    let right = |row: &Row| row.starts().any(|start| start == gutter);
    // what stands over the left column heads the page, wherever it begins: the name
    let left = |row: &Row| row.signs.first().is_some_and(|(column, _)| *column < gutter);
    let first = rows.iter().position(right)?.max(rows.iter().position(left)?);
    let last = rows.iter().rposition(right)?;
    // what stands below the end of the right column and does not reach it is of the left one
    let below = rows[last + 1..].iter().take_while(|row| row.signs.iter().all(|(column, _)| *column < gutter - 1));
    let behind = last + 1 + below.count();
    let both = rows.get(first..behind)?;
    let crossing = both.iter().filter(|row| row.crosses(gutter)).count();
    let side = |from: usize, to: usize| both.iter().map(move |row| row.part(from, to));
    let headed = |from: usize, to: usize| side(from, to).any(|part| is_heading(&part));
    // "2019 - 2023         Product Manager, Acme": dates beside what they date
    let beside: Vec<String> =
        both.iter().filter(|row| right(row)).map(|row| row.part(0, gutter)).filter(|left| !left.is_empty()).collect();
    let dated = beside.iter().filter(|left| has_year(left)).count();
    if crossing * CROSSING_ONE_IN > both.len()
        || dated * 2 > beside.len()
        || !headed(0, gutter)
        || !headed(gutter, usize::MAX)
    {
        return None;
    }
    let whole = |rows: &[Row]| rows.iter().map(|row| row.part(0, usize::MAX)).collect::<Vec<_>>();
    // a line across the gutter is of the side on which it begins
    let of_left = |row: &Row| if row.crosses(gutter) { row.part(0, usize::MAX) } else { row.part(0, gutter) };
    let of_right = |row: &Row| if row.crosses(gutter) { String::new() } else { row.part(gutter, usize::MAX) };
    let mut lines = whole(&rows[..first]);
    lines.extend(both.iter().map(of_left));
    lines.push(String::new());
    lines.extend(both.iter().map(of_right));
    lines.push(String::new());
    lines.extend(whole(&rows[behind..]));
    lines.push(String::new());
    Some(lines.join("\n"))
}

/// Where the right column begins: the column at which most lines begin something behind a gap.
fn gutter(rows: &[Row]) -> Option<usize> {
    let mut counts = BTreeMap::<usize, usize>::new();
    for start in rows.iter().flat_map(Row::starts).filter(|start| *start >= NARROWEST) {
        *counts.entry(start).or_default() += 1;
    }
    let (column, count) = counts.into_iter().max_by_key(|(column, count)| (*count, std::cmp::Reverse(*column)))?;
    (count >= FEWEST).then_some(column)
}

/// Whether a cell has a year of our time.
fn has_year(cell: &str) -> bool {
    let year = |word: &str| word.len() == "2019".len() && (word.starts_with("19") || word.starts_with("20"));
    cell.split(|c: char| !c.is_ascii_digit()).any(year)
}

/// Whether a cell is the heading of a part of a resume; its letters may stand apart ("S K I L L S").
fn is_heading(cell: &str) -> bool {
    const APART: usize = 2;
    // with a colon it may be a part of a job: "Achievements:"
    let words: Vec<&str> = cell.split_whitespace().collect();
    let apart = words.len() > APART && words.iter().all(|word| word.chars().count() <= APART);
    // in small letters it is the end of a wrapped line: "communication" over "skills"
    let text = words.join(if apart { "" } else { " " });
    text.starts_with(char::is_uppercase) && HEADINGS.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
                            JONATHAN KOH

C O N TA C T                Product manager in insurance, who tests small launches
                            and likes plain words.
+65 8555 0145
Singapore                   WORK EXPERIENCE

                            Lead Product Manager
E D U C AT I O N            Harbour Insurance | 2023 - Present
Bachelor of Business        • Lead the travel line with two product managers
2012 - 2016                 • Opened distribution through two airlines

                            Product Manager
SKILLS                      Kopi Commerce | 2020 - 2023
Roadmapping                 • Owned checkout and loyalty
SQL
";

    #[test]
    fn the_left_column_comes_first_and_each_keeps_its_lines() {
        let lines: Vec<String> = one_below_the_other(PAGE).unwrap().lines().map(str::to_owned).collect();
        let place = |line: &str| lines.iter().position(|l| l.trim() == line).unwrap_or_else(|| panic!("no {line}"));
        assert_eq!(place("JONATHAN KOH"), 0);
        assert!(place("SKILLS") < place("Roadmapping") && place("Roadmapping") < place("SQL"));
        assert!(place("SQL") < place("WORK EXPERIENCE"));
        assert_eq!(place("Lead Product Manager") + 1, place("Harbour Insurance | 2023 - Present"));
    }

    #[test]
    fn dates_and_labels_in_columns_stay_with_their_lines() {
        let dates = "EXPERIENCE\n\n".to_owned()
            + &"2019 - 2021        Product Manager, Acme\n                   Led the roadmap\n".repeat(9);
        let form = "EXPERIENCE\n\n".to_owned() + &"Employer:          Acme\nDates:             2019 - 2021\n".repeat(9);
        let margin = "EXPERIENCE\n\n".to_owned()
            + &"Product Manager, Acme          2019 - 2021\nLed the roadmap of two apps\n".repeat(9);
        let gap = " ".repeat(15);
        let skill = format!("Sold goods in three shops{gap}Communication\n{:25}{gap}skills\n", "");
        let skills = "EXPERIENCE\n\nSkills\n".to_owned() + &skill.repeat(9);
        let parts = "EXPERIENCE\n\n".to_owned()
            + &"2019 - 2021         Product Manager, Acme\n                    Summary\n                    Led it\n"
                .repeat(9)
            + "EDUCATION\n2010 - 2014         BSc Economics, Leeds\n";
        let indented = format!("{gap}A line far to the right\n").repeat(9)
            + &format!("{gap}    And one that stands further in\n")
            + "A paragraph that begins at the left and is long enough\n";
        for text in [&dates, &form, &margin, &skills, &parts, &indented] {
            assert_eq!(one_below_the_other(text), None, "{text}");
        }
    }
}
