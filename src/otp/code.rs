//! A code: what a person types, and how long it is good.

use std::fmt;

use zeroize::Zeroizing;

use crate::moment::Moment;
use crate::otp::OtpParams;

/// From when to when a time-based code is good: `from <= now < until`, whole seconds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Window {
    /// The first second.
    pub from: Moment,
    /// The first second of the next code.
    pub until: Moment,
}

/// A code, wiped when dropped and not printed by `Debug`.
pub struct Code {
    text: Zeroizing<String>,
    window: Option<Window>,
}

impl Code {
    pub(in crate::otp) fn new(text: Zeroizing<String>, window: Option<Window>) -> Self {
        Self { text, window }
    }

    /// The code without spaces. The name is meant to be searched for.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// When it is good; `None` for HOTP.
    #[must_use]
    pub const fn window(&self) -> Option<Window> {
        self.window
    }

    /// The code in groups that the eye can take: 3 3, 4 4, 5 5, 4 3; up to five characters stay whole.
    #[must_use]
    pub fn grouped(&self) -> Zeroizing<String> {
        let group = match self.text.len() {
            0..=5 => return self.text.clone(),
            6 | 9 => 3,
            10 => 5,
            _ => 4,
        };
        let mut spaced = Zeroizing::new(String::with_capacity(self.text.len() + 3));
        for (index, character) in self.text.chars().enumerate() {
            if index > 0 && index % group == 0 {
                spaced.push(' ');
            }
            spaced.push(character);
        }
        spaced
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Code({} characters)", self.text.len())
    }
}

/// Why there is no code at a moment.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum CodeError {
    /// The clock is before 1970; time-based codes count from then.
    #[error("the clock is before 1970")]
    Before1970,
    /// The HOTP counter has come to its end.
    #[error("the counter is used up")]
    CounterAtItsEnd,
}

impl OtpParams {
    /// The code at `now`; for HOTP the code of the present counter, whatever the time.
    ///
    /// # Errors
    /// [`CodeError::Before1970`] for a time-based kind when `now` is negative.
    pub fn code_at(&self, now: Moment) -> Result<Code, CodeError> {
        let _ = (now, Code::new);
        todo!()
    }

    /// The code after the one at `now`; for HOTP the one of the next counter.
    ///
    /// # Errors
    /// As [`OtpParams::code_at`], and [`CodeError::CounterAtItsEnd`].
    pub fn next_code_at(&self, now: Moment) -> Result<Code, CodeError> {
        let _ = now;
        todo!()
    }
}
