//! A code: what a person types, and how long it is good.

use std::fmt;

use zeroize::Zeroizing;

use crate::moment::Moment;
use crate::otp::{Counter, OtpParams, hotp, motp, yandex};

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
        match self {
            Self::Hotp { counter, .. } => Ok(self.code_of_step(counter.get(), None)),
            _ => self.timed_code(now, 0),
        }
    }

    /// The code after the one at `now`; for HOTP the one of the next counter.
    ///
    /// # Errors
    /// As [`OtpParams::code_at`], and [`CodeError::CounterAtItsEnd`].
    pub fn next_code_at(&self, now: Moment) -> Result<Code, CodeError> {
        match self {
            Self::Hotp { counter, .. } => {
                let next = counter.next().map_err(|_| CodeError::CounterAtItsEnd)?;
                Ok(self.code_of_step(next.get(), None))
            }
            _ => self.timed_code(now, 1),
        }
    }

    /// The HOTP code of any counter, to compare with what a service expects; `None` for time-based kinds.
    #[must_use]
    pub fn code_of_counter(&self, counter: Counter) -> Option<Code> {
        matches!(self, Self::Hotp { .. }).then(|| self.code_of_step(counter.get(), None))
    }

    /// Moves HOTP on to its next counter. Save that before the code of the old one is shown: a code that was seen
    /// and then forgotten would be shown again, and refused. Returns whether there is something to save.
    ///
    /// # Errors
    /// [`CodeError::CounterAtItsEnd`]; the counter then stays.
    pub fn advance(&mut self) -> Result<bool, CodeError> {
        let Self::Hotp { counter, .. } = self else { return Ok(false) };
        *counter = counter.next().map_err(|_| CodeError::CounterAtItsEnd)?;
        Ok(true)
    }

    fn timed_code(&self, now: Moment, ahead: u64) -> Result<Code, CodeError> {
        let seconds = u64::try_from(now.unix()).map_err(|_| CodeError::Before1970)?;
        let period = self.period().map_or(1, |period| u64::from(period.seconds()));
        let step = seconds / period + ahead;
        let start = |step: u64| Moment::from_unix(i64::try_from(step.saturating_mul(period)).unwrap_or(i64::MAX));
        let window = Window { from: start(step), until: start(step + 1) };
        Ok(self.code_of_step(step, Some(window)))
    }

    fn code_of_step(&self, step: u64, window: Option<Window>) -> Code {
        let text = match self {
            Self::Hotp { key, algorithm, digits, .. } | Self::Totp { key, algorithm, digits, .. } => {
                hotp::code(key, *algorithm, *digits, step)
            }
            Self::Motp { secret, pin } => motp::code(secret, pin, step),
            Self::Steam { key } => hotp::steam_code(key, step),
            Self::Yandex { key, pin } => yandex::code(key, pin, step),
        };
        Code::new(text, window)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

    use super::CodeError;
    use crate::moment::Moment;
    use crate::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, Period, Pin, YandexKey};
    use crate::secret::Secret;

    fn key(bytes: &[u8]) -> OtpKey {
        OtpKey::new(Secret::copied(bytes)).unwrap()
    }

    fn hotp_at(counter: u64) -> OtpParams {
        OtpParams::Hotp {
            key: key(b"12345678901234567890"),
            algorithm: Algorithm::Sha1,
            digits: Digits::SIX,
            counter: Counter::new(counter).unwrap(),
        }
    }

    /// Parameters of every kind; `OtpParams` has no `Clone`, so each case is built from plain numbers.
    fn any_params() -> impl Strategy<Value = OtpParams> {
        let algorithm = prop_oneof![Just(Algorithm::Sha1), Just(Algorithm::Sha256), Just(Algorithm::Sha512)];
        (0..5u8, proptest::collection::vec(any::<u8>(), 1..200), algorithm, 1..=10u64, 1..=86_400u64, "[0-9a-z]{1,16}")
            .prop_map(|(kind, bytes, algorithm, digits, period, pin)| {
                let (digits, pin) = (Digits::new(digits).unwrap(), Pin::new(&pin).unwrap());
                match kind {
                    0 => OtpParams::Hotp { key: key(&bytes), algorithm, digits, counter: Counter::default() },
                    1 => OtpParams::Motp { secret: MotpSecret::new("30edcc8edae50a60").unwrap(), pin },
                    2 => OtpParams::Steam { key: key(&bytes) },
                    3 => OtpParams::Totp { key: key(&bytes), algorithm, digits, period: Period::new(period).unwrap() },
                    _ => {
                        let sixteen: Vec<u8> = bytes.iter().copied().cycle().take(16).collect();
                        OtpParams::Yandex { key: YandexKey::new(key(&sixteen)).unwrap(), pin }
                    }
                }
            })
    }

    /// The last moment whose window still has an end that a `Moment` can say.
    const LAST: i64 = i64::MAX / 1000 - 200_000;

    proptest! {
        #[test]
        fn a_code_has_its_length_and_its_window_holds_now(params in any_params(), now in 0..LAST) {
            let now = Moment::from_unix(now);
            let code = params.code_at(now).unwrap();
            prop_assert_eq!(code.expose().chars().count(), usize::from(params.digits()));
            if let Some(window) = code.window() {
                prop_assert!(window.from <= now && now < window.until);
                let period = params.period().map(|period| i64::from(period.seconds()));
                prop_assert_eq!(Some(window.until.unix() - window.from.unix()), period);
                prop_assert_eq!(window.from.unix() % period.unwrap_or(1), 0);
                let next = params.next_code_at(now).unwrap();
                let later = params.code_at(window.until).unwrap();
                prop_assert_eq!(next.expose(), later.expose());
                prop_assert_eq!(next.window(), later.window());
            }
        }

        #[test]
        fn no_moment_at_all_makes_it_panic(params in any_params(), now in any::<i64>()) {
            let _ = params.code_at(Moment::from_unix_ms(now));
            let _ = params.next_code_at(Moment::from_unix_ms(now));
        }
    }

    #[test]
    fn a_clock_before_1970_gives_no_code_and_says_so() {
        let steam = OtpParams::Steam { key: key(b"x") };
        assert_eq!(steam.code_at(Moment::from_unix_ms(-1)).err(), Some(CodeError::Before1970));
        assert!(steam.code_at(Moment::from_unix(0)).is_ok());
        assert!(hotp_at(0).code_at(Moment::from_unix(-1)).is_ok());
    }

    #[test]
    fn a_counter_moves_on_and_stops_at_its_end() {
        let mut params = hotp_at(0);
        assert_eq!(params.code_at(Moment::default()).unwrap().expose(), "755224");
        assert_eq!(params.advance(), Ok(true));
        assert_eq!(params.code_at(Moment::default()).unwrap().expose(), "287082");
        let mut last = hotp_at((1 << 63) - 1);
        assert_eq!(last.advance(), Err(CodeError::CounterAtItsEnd));
        assert_eq!(last.next_code_at(Moment::default()).err(), Some(CodeError::CounterAtItsEnd));
        assert_eq!(last.counter().map(Counter::get), Some((1 << 63) - 1));
    }

    #[test]
    fn only_hotp_has_codes_of_counters() {
        let third = hotp_at(0).code_of_counter(Counter::new(2).unwrap());
        assert_eq!(third.as_ref().map(|code| code.expose()), Some("359152"));
        let mut steam = OtpParams::Steam { key: key(b"x") };
        assert!(steam.code_of_counter(Counter::default()).is_none());
        assert_eq!(steam.advance(), Ok(false));
    }

    #[test]
    fn digits_are_grouped_so_that_the_eye_can_take_them() {
        let grouped = |digits| {
            let params = OtpParams::Totp {
                key: key(b"12345678901234567890"),
                algorithm: Algorithm::Sha1,
                digits: Digits::new(digits).unwrap(),
                period: Period::THIRTY,
            };
            params.code_at(Moment::from_unix(59)).unwrap().grouped().to_string()
        };
        assert_eq!(grouped(5), "87082");
        assert_eq!(grouped(6), "287 082");
        assert_eq!(grouped(7), "4287 082");
        assert_eq!(grouped(8), "9428 7082");
    }
}
