//! The system's clocks.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::edge::os;
use crate::moment::{Moment, Tick};
use crate::ports::Clock;

/// The wall clock, and the time since this value was made.
#[derive(Clone, Debug)]
pub struct SystemClock {
    started: Instant,
    slept: Duration,
    /// In seconds; its copies share it.
    correction: Arc<AtomicI64>,
}

impl SystemClock {
    /// Ticks count from here.
    #[must_use]
    pub fn new() -> Self {
        Self { started: Instant::now(), slept: os::slept(), correction: Arc::default() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        moment_of(SystemTime::now()).moved(self.correction.load(Ordering::Relaxed))
    }

    fn tick(&self) -> Tick {
        Tick(self.started.elapsed())
    }

    fn slept(&self) -> Duration {
        os::slept().saturating_sub(self.slept)
    }

    fn correct(&self, seconds: i64) {
        self.correction.store(seconds, Ordering::Relaxed);
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
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    use super::{SystemClock, moment_of};
    use crate::moment::Moment;
    use crate::ports::Clock;

    #[test]
    fn a_clock_before_1970_reads_as_a_negative_moment() {
        assert_eq!(moment_of(UNIX_EPOCH - Duration::from_millis(1_500)), Moment::from_unix_ms(-1_500));
        assert_eq!(moment_of(UNIX_EPOCH + Duration::from_millis(1_500)), Moment::from_unix_ms(1_500));
    }

    #[test]
    fn a_correction_counts_for_every_copy_until_it_is_taken_back() {
        let clock = SystemClock::new();
        let copy = clock.clone();
        let far = 1_000_000;
        clock.correct(far);
        let here = moment_of(SystemTime::now());
        assert!(copy.now().since(here).as_secs() >= far.unsigned_abs() - 1);
        copy.correct(0);
        assert!(clock.now().since(here).as_secs() < 100_000);
    }

    #[test]
    fn ticks_never_go_backwards() {
        let clock = SystemClock::new();
        let ticks: Vec<_> = (0..1_000).map(|_| clock.tick()).collect();
        assert!(ticks.is_sorted());
    }
}
