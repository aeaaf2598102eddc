//! The walls of the house: which room may use which, and what the library never does. `src/lib.rs` is the plan, and these
//! tests read it, so that a wall is moved in one place.

use std::path::{Path, PathBuf};

/// Longest file, in lines, that a person reads in one go.
const LONGEST: usize = 600;

/// What only the program may do, and the room that is excepted.
const BANNED: [(&str, &str, Option<&str>); 6] = [
    ("clap", "the command line belongs to the program", None),
    ("anyhow", "the library has its own Error", None),
    ("std::fs", "the library takes bytes; only `batch` opens files", Some("batch")),
    ("println!", "the library returns values", None),
    ("std::env", "the library takes parameters", None),
    ("Zoned::now", "the day is a parameter", None),
];

/// One source file below `src`.
struct Source {
    path: PathBuf,
    /// The room: the first part of the path, without `.rs`.
    room: String,
    text: String,
}

impl Source {
    /// Lines of code with their numbers, without comments and without the tests at the end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        let code = lines.take_while(|(_, line)| line.trim() != "#[cfg(test)]");
        code.map(|(number, line)| (number, line.split("//").next().unwrap_or(line)))
    }
}

/// All source files, in a fixed order.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let source = |path: PathBuf| {
        let below = path.strip_prefix(&root).unwrap().to_owned();
        let room = below.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
        Source { text: crate::read(&format!("src/{}", below.display())), room, path: below }
    };
    paths.into_iter().map(source).collect()
}

/// The rooms of `src/lib.rs`, lowest first.
fn rooms() -> Vec<String> {
    let lib = crate::read("src/lib.rs");
    let room = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    lib.lines().filter_map(room).collect()
}

/// The rooms that a line of code names behind `crate::`, also in a list in braces.
fn named(line: &str) -> Vec<&str> {
    let first = |text: &str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let mut names = Vec::new();
    for used in line.split("crate::").skip(1) {
        match used.strip_prefix('{') {
            Some(list) => names.extend(list.split(['}', ',']).map(|item| item.trim()).map(|item| &item[..first(item)])),
            None => names.push(&used[..first(used)]),
        }
    }
    names
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let rooms = rooms();
    assert!(rooms.len() > 5, "src/lib.rs no longer lists its rooms as `pub mod name;`");
    let rank = |name: &str| rooms.iter().position(|room| room == name);
    let mut breaches = Vec::new();
    for source in sources() {
        let Some(own) = rank(&source.room) else { continue };
        for (number, line) in source.code() {
            for used in named(line) {
                if rank(used).is_some_and(|other| other > own) {
                    let path = source.path.display();
                    breaches.push(format!(
                        "src/{path}:{number}: `{}` must not use `{used}`, which is below it",
                        source.room
                    ));
                }
            }
            if line.trim() == "use crate::{" {
                breaches.push(format!(
                    "src/{}:{number}: one `use crate::room` a line, so that this test sees it",
                    source.path.display()
                ));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn the_library_does_not_do_the_program_s_work() {
    let rooms = rooms();
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| rooms.contains(&source.room)) {
        for (number, line) in source.code() {
            for (banned, why, except) in BANNED {
                if line.contains(banned) && except != Some(source.room.as_str()) {
                    breaches.push(format!("src/{}:{number}: `{banned}`: {why}", source.path.display()));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_can_be_read_in_one_go() {
    for source in sources() {
        let path = source.path.display();
        assert!(source.text.starts_with("//! "), "src/{path} does not open with what it is for");
        let lines = source.text.lines().count();
        assert!(lines <= LONGEST, "src/{path} has {lines} lines, more than {LONGEST}");
    }
}

#[test]
fn the_check_of_the_walls_sees_every_way_to_name_a_room() {
    assert_eq!(named("use crate::score::Scorecard;"), ["score"]);
    assert_eq!(named("let x = crate::role::parse(crate::batch::y);"), ["role", "batch"]);
    assert_eq!(named("use crate::{role, batch::plan};"), ["role", "batch", ""]);
}
