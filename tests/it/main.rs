//! One integration program, so that the library is linked once.

mod documents;
