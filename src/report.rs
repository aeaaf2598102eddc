//! Scorecards and shortlists become bytes for a person or a program.
