//! How often a provider is asked whether the person has entered the code (RFC 8628, section 3.5).

use std::time::Duration;

/// The interval where the provider names none.
const USUAL: Duration = Duration::from_secs(5);

/// What `slow_down` adds, for good.
const SLOWER: Duration = Duration::from_secs(5);

/// A provider that cannot be reached is asked at least this often, so that a person who waits sees it come back.
const SLOWEST: Duration = Duration::from_secs(60);

/// How often a provider is asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Polling {
    interval: Duration,
    /// What the provider asked for once.
    once: Option<Duration>,
}

/// What came of asking, where it goes on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotYet {
    /// Nobody could be asked.
    NoConnection,
    /// The person has not answered yet.
    Pending,
    /// Too often; with the wait that the provider asks for, where it does (`Retry-After`).
    SlowDown(Option<Duration>),
}

impl Polling {
    /// With the interval that the provider named, in seconds. Less than one is taken as one.
    #[must_use]
    pub fn new(interval: Option<u64>) -> Self {
        let interval = interval.map_or(USUAL, |seconds| Duration::from_secs(seconds.max(1)));
        Self { interval, once: None }
    }

    /// How long to wait before asking, also before the first time.
    #[must_use]
    pub fn wait(&self) -> Duration {
        self.once.map_or(self.interval, |once| once.max(self.interval))
    }

    /// Takes note of what came of asking.
    pub fn heard(&mut self, what: NotYet) {
        self.once = None;
        match what {
            NotYet::NoConnection => self.interval = (self.interval.saturating_mul(2)).min(SLOWEST.max(self.interval)),
            NotYet::Pending => {}
            NotYet::SlowDown(once) => {
                self.interval = self.interval.saturating_add(SLOWER);
                self.once = once;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{NotYet, Polling};

    fn seconds(polling: &Polling) -> u64 {
        polling.wait().as_secs()
    }

    #[test]
    fn five_seconds_where_none_is_named_and_never_less_than_one() {
        assert_eq!(seconds(&Polling::new(None)), 5);
        assert_eq!(seconds(&Polling::new(Some(0))), 1);
        assert_eq!(seconds(&Polling::new(Some(7))), 7);
    }

    #[test]
    fn slow_down_adds_five_seconds_for_good() {
        let mut polling = Polling::new(Some(5));
        polling.heard(NotYet::SlowDown(None));
        assert_eq!(seconds(&polling), 10);
        polling.heard(NotYet::Pending);
        assert_eq!(seconds(&polling), 10);
        polling.heard(NotYet::SlowDown(None));
        assert_eq!(seconds(&polling), 15);
    }

    #[test]
    fn what_the_provider_asks_for_once_is_waited_once() {
        let mut polling = Polling::new(Some(5));
        polling.heard(NotYet::SlowDown(Some(Duration::from_secs(42))));
        assert_eq!(seconds(&polling), 42);
        polling.heard(NotYet::Pending);
        assert_eq!(seconds(&polling), 10);
        polling.heard(NotYet::SlowDown(Some(Duration::from_secs(1))));
        assert_eq!(seconds(&polling), 15, "never sooner than the interval");
    }

    #[test]
    fn a_provider_out_of_reach_is_asked_ever_more_seldom_up_to_a_minute() {
        let mut polling = Polling::new(None);
        let waits: Vec<u64> = (0..6)
            .map(|_| {
                polling.heard(NotYet::NoConnection);
                seconds(&polling)
            })
            .collect();
        assert_eq!(waits, [10, 20, 40, 60, 60, 60]);
        let mut slow = Polling::new(Some(90));
        slow.heard(NotYet::NoConnection);
        assert_eq!(seconds(&slow), 90);
    }
}
