//! Short lists of things by label, all in one vector: thousands of labels, most of them with nothing or one thing.

use super::Label;
use std::ops::Index;

/// What belongs to each label.
#[derive(Debug)]
pub(super) struct ByLabel<T> {
    /// Where the things of each label begin, and where the last ones end.
    starts: Vec<u32>,
    things: Vec<T>,
}

impl<T: Copy> ByLabel<T> {
    /// The lists of the labels below `labels`; what belongs to one of them stays in its order.
    pub(super) fn of(labels: usize, pairs: &[(Label, T)]) -> ByLabel<T> {
        // at first the number of things that labels before the one before this have: filling moves each start on
        let mut starts = vec![0; labels + 2];
        pairs.iter().for_each(|(label, _)| starts[*label as usize + 2] += 1);
        (2..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut things: Vec<T> = pairs.iter().map(|(_, thing)| *thing).collect();
        for (label, thing) in pairs {
            let start = &mut starts[*label as usize + 1];
            things[*start as usize] = *thing;
            *start += 1;
        }
        ByLabel { starts, things }
    }
}

impl<T> Index<Label> for ByLabel<T> {
    type Output = [T];

    fn index(&self, label: Label) -> &[T] {
        let at = label as usize;
        &self.things[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_label_has_its_own_in_their_order() {
        let lists = ByLabel::of(4, &[(2, 'a'), (0, 'b'), (2, 'c'), (3, 'd'), (2, 'e')]);
        let of = |label| lists[label].iter().collect::<String>();
        assert_eq!([of(0), of(1), of(2), of(3)], ["b", "", "ace", "d"]);
    }
}
