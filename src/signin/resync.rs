//! A counter that the service and this vault no longer agree on: two codes in a row say where the other side stands.

use crate::otp::{Counter, OtpParams};
use crate::text::{Explain, Text};

/// How many counters are looked through, RFC 4226, sections 7.4 and E.4: a code of six digits meets a wrong counter by
/// chance once in a million, two in a row once in a million millions; a thousand of them are safe and take no time.
pub const LOOK_AHEAD: u64 = 1000;

/// Why no counter was found.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ResyncError {
    /// The account does not count.
    #[error("no counter")]
    NoCounter,
    /// The two codes stand nowhere in a row.
    #[error("not among the next {LOOK_AHEAD}")]
    NotFound,
    /// They are the same code.
    #[error("the same code twice")]
    Same,
}

impl Explain for ResyncError {
    fn what(&self) -> Text {
        match self {
            Self::NoCounter => Text::new("err-signin-no-counter"),
            Self::NotFound => Text::new("err-signin-resync").number("count", LOOK_AHEAD),
            Self::Same => Text::new("err-signin-resync-same"),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-signin-resync"))
    }
}

/// The counter after the second of two codes in a row, as another device with the same key shows them. Only counters
/// from the present one on are tried: going back would give a code once more.
///
/// # Errors
/// [`ResyncError`].
pub fn resync(params: &OtpParams, first: &str, second: &str) -> Result<Counter, ResyncError> {
    let (first, second) = (digits(first), digits(second));
    let start = params.counter().ok_or(ResyncError::NoCounter)?.get();
    if first == second {
        return Err(ResyncError::Same);
    }
    let code = |counter: u64| Counter::new(counter).ok().and_then(|counter| params.code_of_counter(counter));
    let is = |counter: u64, typed: &str| code(counter).is_some_and(|code| code.expose() == typed);
    let found =
        (start..start.saturating_add(LOOK_AHEAD)).find(|at| is(*at, &first) && is(at.saturating_add(1), &second));
    let after = found.and_then(|at| at.checked_add(2)).ok_or(ResyncError::NotFound)?;
    Counter::new(after).map_err(|_| ResyncError::NotFound)
}

/// A code as it is typed, with or without a gap in the middle.
fn digits(typed: &str) -> zeroize::Zeroizing<String> {
    zeroize::Zeroizing::new(typed.chars().filter(char::is_ascii_alphanumeric).collect())
}

#[cfg(test)]
mod tests {
    use super::{LOOK_AHEAD, ResyncError, resync};
    use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams};
    use crate::secret::Secret;

    fn at(counter: u64) -> OtpParams {
        let key = OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap();
        let counter = Counter::new(counter).unwrap();
        OtpParams::Hotp { key, algorithm: Algorithm::Sha1, digits: Digits::SIX, counter }
    }

    #[test]
    fn two_codes_of_the_rfc_tell_the_counter_after_them() {
        // RFC 4226, appendix D: counters 5 and 6.
        assert_eq!(resync(&at(0), "254 676", "287922").map(Counter::get), Ok(7));
        assert_eq!(resync(&at(5), "254676", "287922").map(Counter::get), Ok(7));
    }

    #[test]
    fn codes_behind_the_counter_beyond_the_window_or_out_of_order_tell_nothing() {
        assert_eq!(resync(&at(6), "254676", "287922"), Err(ResyncError::NotFound));
        assert_eq!(resync(&at(0), "287922", "254676"), Err(ResyncError::NotFound));
        assert_eq!(resync(&at(0), "254676", "254676"), Err(ResyncError::Same));
        let code = |counter: u64| at(0).code_of_counter(Counter::new(counter).unwrap()).unwrap().expose().to_owned();
        let last = LOOK_AHEAD - 1;
        assert!(resync(&at(0), &code(last), &code(last + 1)).is_ok());
        assert_eq!(resync(&at(0), &code(last + 1), &code(last + 2)), Err(ResyncError::NotFound));
    }

    #[test]
    fn what_does_not_count_has_nothing_to_find() {
        let key = OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap();
        assert_eq!(resync(&OtpParams::Steam { key }, "1", "2"), Err(ResyncError::NoCounter));
    }
}
