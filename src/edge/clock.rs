//! The system's clocks.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::edge::os;
use crate::moment::{Moment, Tick};
use crate::ports::Clock;

/// The wall clock, and the time since this value was made.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    started: Instant,
    slept: Duration,
}

impl SystemClock {
    /// Ticks count from here.
    #[must_use]
    pub fn new() -> Self {
        Self { started: Instant::now(), slept: os::slept() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        moment_of(SystemTime::now())
    }

    fn tick(&self) -> Tick {
        Tick(self.started.elapsed())
    }

    fn slept(&self) -> Duration {
        os::slept().saturating_sub(self.slept)
    }
}

/// A system time as a moment, also before 1970, where codes are refused but a clock may stand.
pub(super) fn moment_of(time: SystemTime) -> Moment {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => Moment::from_unix_ms(milliseconds(after)),
        Err(before) => Moment::from_unix_ms(milliseconds(before.duration()).saturating_neg()),
    }
}

fn milliseconds(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::{SystemClock, moment_of};
    use crate::moment::Moment;
    use crate::ports::Clock;

    #[test]
    fn a_clock_before_1970_reads_as_a_negative_moment() {
        assert_eq!(moment_of(UNIX_EPOCH - Duration::from_millis(1_500)), Moment::from_unix_ms(-1_500));
        assert_eq!(moment_of(UNIX_EPOCH + Duration::from_millis(1_500)), Moment::from_unix_ms(1_500));
    }

    #[test]
    fn ticks_never_go_backwards() {
        let clock = SystemClock::new();
        let ticks: Vec<_> = (0..1_000).map(|_| clock.tick()).collect();
        assert!(ticks.is_sorted());
    }
}
