//! stub
use crate::document::Document;
use crate::role::Role;
/// Reads.
pub fn read(_document: &Document, _name: &str) -> Role {
    Role::default()
}
/// Phrases.
pub(super) fn phrases(text: &str) -> Vec<String> {
    vec![text.to_lowercase()]
}
