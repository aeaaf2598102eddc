//! Seasons told one by one: "Summer 2018", "Fall 2018, Fall 2021", "veranos de 2012, 2013 y 2014", "Summers 2010 - 2013".

use super::scan::{self, Named};
use super::{End, Month, Range, SEASONS, WINTER};

/// Words between the years, in small letters.
const JOINING: [&str; 12] = ["of", "in", "and", "und", "et", "y", "e", "en", "de", "del", "des", "i"];
/// Letters in the shortest name of a season.
const SHORTEST: usize = 3;
/// Most seasons that one line tells of.
const MOST: usize = 20;

/// The seasons that a line ends with, each with its own months, all with the bytes of the whole list; none where the line
/// ends otherwise. Several years behind the plural are as many seasons.
pub(in crate::resume) fn seasons(line: &str) -> Vec<Range> {
    if !line.trim_end_matches([')', '.', ' ']).ends_with(|c: char| c.is_ascii_digit()) || !super::has_figures(line) {
        return Vec::new();
    }
    // "Colorado Springs 2015 - 2019" is a town
    let names = |at: usize| {
        let before = line[..at].strip_suffix(' ').unwrap_or_default();
        let last = before.rsplit(' ').next().unwrap_or_default();
        // and "autumn 2009 - spring 2011" a range
        let ends = line[..at]
            .trim_end()
            .strip_suffix(['-', '–', '—'])
            .is_some_and(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()));
        ends || last.starts_with(char::is_uppercase) && last.ends_with(char::is_alphabetic) && season(last).is_none()
    };
    let starts = words(line).filter(|(at, word)| season(word).is_some() && !names(*at)).map(|(at, _)| at);
    let told = starts.map(|from| list(line, from)).find(|told| !told.is_empty());
    // the Italian summer is an English house, so that it stands alone with its year
    let estate = || line.strip_prefix("Estate ").map(|year| list(&format!("Verano {year}"), 0)).unwrap_or_default();
    told.unwrap_or_else(estate)
}

/// The seasons from one of them to the end of a line, where nothing else stands between.
fn list(line: &str, from: usize) -> Vec<Range> {
    let mut out: Vec<Range> = Vec::new();
    let mut current: Option<(usize, bool)> = None;
    let mut last: Option<(i32, usize)> = None;
    for (at, word) in words(&line[from..]).map(|(at, word)| (from + at, word)) {
        let to = at + word.len();
        if let Some(found) = season(word) {
            // "autumn 2009 - spring 2011" is a range
            if last.is_some_and(|(_, end)| !only_joins(&line[end..at])) {
                return Vec::new();
            }
            (current, last) = (Some(found), None);
            continue;
        }
        if JOINING.contains(&word.to_lowercase().as_str()) {
            continue;
        }
        let Some(((season, plural), digits)) = current.zip(word.parse::<i32>().ok()) else { return Vec::new() };
        let between = last.map(|(_, end)| line[end..at].trim());
        let dash = between.is_some_and(|between| ["-", "–", "—"].contains(&between));
        let first = match (word.len(), last) {
            // "Winter 2018/19", "Winter 2018-2019": one season with both its years
            (2 | 4, Some((year, _))) if season == WINTER && !plural && (dash || between == Some("/")) => {
                let next = if word.len() == 2 { (year + 1) % 100 } else { year + 1 };
                if digits != next {
                    return Vec::new();
                }
                last = Some((year, to));
                continue;
            }
            // "Summers 2010 - 2013"; one summer that goes on to a year is a range of other dates
            (4, Some((year, _))) if dash && plural && digits > year => year + 1,
            (4, _) if !dash => digits,
            _ => return Vec::new(),
        };
        if !(1950..2100).contains(&digits) || out.len() + (digits - first) as usize >= MOST {
            return Vec::new();
        }
        out.extend((first..=digits).map(|year| {
            let (_, opens, closes) = SEASONS[season];
            let month = |month: i32| Month(Month::new(year, 1).0 + month - 1);
            Range { start: month(opens), end: End::Month(month(closes)), from, to, since: false }
        }));
        last = Some((digits, to));
    }
    let to = last.map_or(from, |(_, to)| to);
    out.iter_mut().for_each(|range| range.to = to);
    out
}

/// Whether what stands between two seasons names them side by side: a comma, "and".
fn only_joins(between: &str) -> bool {
    let word = between.trim_matches([' ', ',', ';', '&', '+']).to_lowercase();
    word.is_empty() || JOINING.contains(&word.as_str())
}

/// The words of a line with their first bytes.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = line.as_ptr() as usize;
    scan::words(line).map(move |word| (word.as_ptr() as usize - start, word))
}

/// Which season a word names, and whether it names several: "summer", "Summers", "veranos".
fn season(word: &str) -> Option<(usize, bool)> {
    let of = |word: &str| match scan::named(word) {
        Some(Named::Season(season)) if season <= WINTER && word.chars().count() >= SHORTEST => Some(season),
        _ => None,
    };
    of(word).map(|season| (season, false)).or_else(|| {
        let one = word.strip_suffix(['s', 'S'])?;
        Some((of(one).or_else(|| of(one.strip_suffix('e')?))?, true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_season_has_its_own_months() {
        for (line, expected) in [
            ("Summer 2018", vec!["2018-06 2018-08"]),
            ("Chalet chef, Winter 2018/19", vec!["2018-12 2019-02"]),
            ("Winter 2018-2019", vec!["2018-12 2019-02"]),
            ("Fall 2018, Fall 2021", vec!["2018-09 2018-11", "2021-09 2021-11"]),
            ("Falls of 2008 and 2009", vec!["2008-09 2008-11", "2009-09 2009-11"]),
            ("veranos de 2012, 2013 y 2014", vec!["2012-06 2012-08", "2013-06 2013-08", "2014-06 2014-08"]),
            ("Summers 2010 – 2012", vec!["2010-06 2010-08", "2011-06 2011-08", "2012-06 2012-08"]),
            ("hösten 2009 – våren 2011", vec![]),
            ("Summer 2010 and winter 2011-12", vec!["2010-06 2010-08", "2011-12 2012-02"]),
            ("Summer 2010 - 2012", vec![]),
            ("Summer 2010 - present", vec![]),
            ("Spring 2019 release of the app", vec![]),
            ("Springfield 2019", vec![]),
            ("Product Manager, Acme, Colorado Springs 2015 – 2019", vec![]),
            ("Summer Intern, Bigco, Summer 2011", vec!["2011-06 2011-08"]),
            ("Summer", vec![]),
        ] {
            let found: Vec<String> = seasons(line)
                .iter()
                .map(|range| match range.end {
                    End::Month(end) => format!("{} {end}", range.start),
                    End::Present => String::new(),
                })
                .collect();
            assert_eq!(found, expected, "{line}");
        }
    }
}
