//! One question to the world at a time, each with a number, so that an answer that comes late changes nothing. What is
//! asked and what the answer means are matters of whoever asks.

/// Names a question.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Round(u64);

/// Whether the world is asked for something, and for what.
#[derive(Debug, Default)]
pub struct Asking {
    round: Round,
    is_busy: bool,
}

impl Asking {
    /// Nothing is asked yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { round: Round(0), is_busy: false }
    }

    /// Asks something: only its own answer counts from here on.
    pub const fn ask(&mut self) -> Round {
        self.round.0 += 1;
        self.is_busy = true;
        self.round
    }

    /// Whether this is the answer that is waited for; then it is no more.
    #[must_use]
    pub fn is_awaited(&mut self, round: Round) -> bool {
        let is_awaited = self.is_busy && self.round == round;
        self.is_busy &= !is_awaited;
        is_awaited
    }

    /// Waits for nothing any more. Whether something was waited for.
    pub fn call_off(&mut self) -> bool {
        std::mem::take(&mut self.is_busy)
    }

    /// Whether an answer is waited for.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.is_busy
    }
}

#[cfg(test)]
mod tests {
    use super::Asking;

    #[test]
    fn only_the_answer_to_the_last_question_counts_and_only_once() {
        let mut asking = Asking::new();
        assert!(!asking.is_busy() && !asking.is_awaited(super::Round::default()));
        let first = asking.ask();
        let second = asking.ask();
        assert!(!asking.is_awaited(first) && asking.is_busy());
        assert!(asking.is_awaited(second) && !asking.is_busy() && !asking.is_awaited(second));
    }

    #[test]
    fn an_answer_to_what_was_called_off_is_nobodys() {
        let mut asking = Asking::new();
        let round = asking.ask();
        assert!(asking.call_off() && !asking.call_off());
        assert!(!asking.is_awaited(round) && !asking.is_busy());
        let next = asking.ask();
        assert!(next != round && !asking.is_awaited(round) && asking.is_awaited(next));
    }
}
