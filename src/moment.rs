//! A clock reading as a value. Nothing here looks at a clock.

use std::time::Duration;

/// A wall-clock time in milliseconds since 1970-01-01T00:00:00Z, leap seconds left out (POSIX time).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Moment(i64);

impl Moment {
    /// From whole seconds. Saturates at the ends of what milliseconds can say.
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// From milliseconds.
    #[must_use]
    pub const fn from_unix_ms(milliseconds: i64) -> Self {
        Self(milliseconds)
    }

    /// Whole seconds, rounded down also before 1970.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Milliseconds.
    #[must_use]
    pub const fn unix_ms(self) -> i64 {
        self.0
    }

    /// This much later, or the last moment there is.
    #[must_use]
    pub fn later(self, by: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX)))
    }

    /// How long after `earlier` this is; zero if it is not after it.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

/// A reading of a clock that never goes backwards: the time since the program started.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Tick(pub Duration);

impl Tick {
    /// How long after `earlier` this is; zero if it is not after it.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Moment;

    #[test]
    fn seconds_round_down_on_both_sides_of_1970() {
        assert_eq!(Moment::from_unix_ms(1_999).unix(), 1);
        assert_eq!(Moment::from_unix_ms(-1).unix(), -1);
    }

    #[test]
    fn the_ends_of_time_do_not_overflow() {
        assert_eq!(Moment::from_unix(i64::MAX).unix_ms(), i64::MAX);
        assert_eq!(Moment::from_unix_ms(i64::MAX).later(Duration::MAX).unix_ms(), i64::MAX);
        assert_eq!(Moment::from_unix(0).since(Moment::from_unix(9)), Duration::ZERO);
    }
}
