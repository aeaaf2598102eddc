//! Which span of months reaches as far as another.

use super::{End, Range};

impl Range {
    /// Whether the months of another range all lie within these.
    pub(in crate::resume) fn holds(&self, part: &Range) -> bool {
        self.start <= part.start && later_or_equal(self.end, part.end)
    }
}

/// Whether a span that ends with the first goes on as long as one that ends with the second.
pub(in crate::resume) fn later_or_equal(a: End, b: End) -> bool {
    match (a, b) {
        (End::Present, _) => true,
        (End::Month(_), End::Present) => false,
        (End::Month(a), End::Month(b)) => a >= b,
    }
}
