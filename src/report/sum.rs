//! How a score is made, laid open: whoever doubts it can redo it with a pencil.
//!
//! score = gate x sum(weight x credit) / sum(weight), rounded half up. The scorer computes it; this file only repeats it
//! from what the scorecard shows, and says nothing where the two would not agree.

use crate::report::words;
use crate::score::{Scorecard, credit};

/// What the credits mean, for whoever redoes the sum (`scoring.md`, "The model").
pub fn credits() -> String {
    format!(
        "credit {}: done, with a figure, or the line that proves it; {}: done; {}: at the side (volunteering, a project); {}: \
         claimed, weaker, or in another line of work; for years, months dated of months asked for",
        credit::SHOWN,
        credit::ACT,
        credit::SIDE,
        credit::CLAIM
    )
}

/// A whole credit, and a whole gate.
const WHOLE: u64 = 100;
/// Tenths in a point.
const TENTHS: u64 = 10;

/// The parts of the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// Sum of weight x credit.
    pub earned: u64,
    /// Sum of the weights.
    pub weights: u64,
    /// Percent that the gate leaves.
    pub gate: u64,
}

impl Sum {
    /// The parts as the scorecard shows them; none where nothing has weight.
    pub fn of(card: &Scorecard) -> Option<Sum> {
        let rows = || card.results.iter();
        let weights = rows().map(|row| u64::from(row.weight)).sum();
        let earned = rows().map(|row| u64::from(row.weight) * u64::from(row.credit)).sum();
        let gate = card.gate.as_ref().map_or(WHOLE, |gate| u64::from(gate.percent));
        (weights > 0).then_some(Sum { earned, weights, gate })
    }

    /// The score, rounded half up.
    pub fn score(&self) -> u64 {
        (2 * self.gate * self.earned + WHOLE * self.weights) / (2 * WHOLE * self.weights)
    }

    /// The average credit to a tenth of a point, before the gate: "77.4".
    pub fn average(&self) -> String {
        let tenths = (2 * TENTHS * self.earned + self.weights) / (2 * self.weights);
        format!("{}.{}", tenths / TENTHS, tenths % TENTHS)
    }
}

/// The last steps of the sum in words; none where there is no score or the parts do not make it.
pub fn steps(card: &Scorecard) -> Option<String> {
    let sum = Sum::of(card)?;
    let score = card.score?;
    if sum.score() != u64::from(score) {
        return None;
    }
    let average = format!("{} / {} = {}", sum.earned, sum.weights, sum.average());
    Some(match &card.gate {
        Some(gate) => format!(
            "{average}; x {} % because {} is {}; rounded: {score}",
            gate.percent,
            words::one_line(&gate.id),
            words::verdict(gate.result)
        ),
        None => format!("{average}; rounded: {score}"),
    })
}
