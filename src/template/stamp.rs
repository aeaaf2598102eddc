//! Copies of our files for users to change, each with a stamp that says which text it was copied from.
//!
//! A copy misses what we mend later. The stamp is the fingerprint of our text on that day, so that any later version
//! can say who has changed the file since: the user, we, or both. No old texts need to be kept for that.

use super::BUILTIN;
use crate::role;
use sha2::{Digest, Sha256};

/// The example of a company file; it is meant to be filled in, so it bears no stamp.
const COMPANY: (&str, &str) = ("company.json", include_str!("../../templates/company.json"));
/// Words of a stamp before version and fingerprint: in a comment of a template, and as a key of a role.
const MARKS: [&str; 2] = ["{{!-- copied from rolefit ", "\"copied_from\": \"rolefit "];
/// Bytes of a fingerprint that are written; enough to tell texts apart that nobody forges.
const FINGERPRINT: usize = 8;

/// What has become of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is our text of today.
    Unchanged,
    /// Only the user has changed it.
    Yours,
    /// Only we have changed ours since.
    Ours,
    /// Both have changed it.
    Both,
    /// It has no stamp and differs, so nobody can tell who changed it.
    NoStamp,
}

/// One of our files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Path below the template folder.
    pub path: String,
    /// Our text of today.
    pub text: &'static str,
    /// The text with its stamp, as it is copied.
    pub copy: String,
}

/// All files that a user may copy and change: templates, roles, and a company file as an example.
pub fn originals() -> Vec<Original> {
    let templates = BUILTIN.iter().map(|(path, text)| Original {
        path: (*path).into(),
        text,
        copy: format!("{}{}; keep this line for `rolefit template diff` --}}}}\n{text}", MARKS[0], stamp(text)),
    });
    let roles = role::names().into_iter().filter_map(|name| Some((name, role::builtin_json(name)?)));
    let roles = roles.map(|(name, text)| Original {
        path: format!("roles/{name}.json"),
        text,
        copy: text.replacen("\",\n", &format!("\",\n  {}{}\",\n", MARKS[1], stamp(text)), 1),
    });
    let company = Original { path: COMPANY.0.into(), text: COMPANY.1, copy: COMPANY.1.into() };
    templates.chain(roles).chain([company]).collect()
}

/// Who has changed a user's copy of one of our files.
pub fn state(original: &Original, copy: &str) -> State {
    let (stamp, text) = unstamped(copy);
    let yours = fingerprint(&text);
    let ours = fingerprint(original.text);
    match stamp {
        _ if yours == ours => State::Unchanged,
        None => State::NoStamp,
        Some(stamp) if stamp == yours => State::Ours,
        Some(stamp) if stamp == ours => State::Yours,
        Some(_) => State::Both,
    }
}

/// The fingerprint in the stamp of a copy, and the copy without its stamp, with plain line ends.
pub(super) fn unstamped(copy: &str) -> (Option<String>, String) {
    let copy = copy.strip_prefix('\u{feff}').unwrap_or(copy).replace("\r\n", "\n");
    let mut stamp = None;
    let mut text = String::with_capacity(copy.len());
    for line in copy.split_inclusive('\n') {
        match MARKS.iter().find_map(|mark| line.split_once(mark)) {
            Some((_, rest)) if stamp.is_none() => stamp = Some(found(rest)),
            _ => text.push_str(line),
        }
    }
    (stamp, text)
}

/// The fingerprint behind the version: `0.1.0 1a2b3c4d5e6f7a8b`.
fn found(rest: &str) -> String {
    let word = rest.split_whitespace().nth(1).unwrap_or_default();
    word.chars().take_while(char::is_ascii_hexdigit).collect()
}

fn stamp(text: &str) -> String {
    format!("{} {}", env!("CARGO_PKG_VERSION"), fingerprint(text))
}

fn fingerprint(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(FINGERPRINT).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::ENDING;
    use super::*;

    #[test]
    fn a_copy_tells_who_changed_it() {
        for original in originals() {
            let name = &original.path;
            assert_eq!(state(&original, &original.copy), State::Unchanged, "{name}");
            assert_eq!(state(&original, original.text), State::Unchanged, "{name}");
            assert_eq!(state(&original, &original.copy.replace('\n', "\r\n")), State::Unchanged, "{name}");
            assert_eq!(state(&original, "mine"), State::NoStamp, "{name}");
            if original.copy == original.text {
                continue;
            }
            assert!(MARKS.iter().any(|mark| original.copy.contains(mark)), "{name}");
            let mine = format!("{}\nmine\n", original.copy);
            assert_eq!(state(&original, &mine), State::Yours, "{name}");
            let older = format!("{}{} --}}}}\nolder\n", MARKS[0], stamp("older\n"));
            assert_eq!(state(&original, &older), State::Ours, "{name}");
            assert_eq!(state(&original, &format!("{older}mine")), State::Both, "{name}");
        }
    }

    #[test]
    fn every_original_is_a_template_a_role_or_a_company() {
        for original in originals() {
            let known = original.path.ends_with(ENDING)
                || role::parse(&original.copy, &original.path).is_ok()
                || original.path == COMPANY.0;
            assert!(known, "{}", original.path);
        }
    }
}
