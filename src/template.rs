//! Strict Handlebars: a registry for each output format with its own escaping, and a user's files over ours.
