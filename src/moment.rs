//! A clock reading as a value. Nothing here looks at a clock.

use std::time::Duration;

/// The seconds of a day. Leap seconds are left out, so that every day has as many.
pub const DAY: i64 = 86_400;

/// So many days, as a length of time.
#[must_use]
pub const fn days(count: u64) -> Duration {
    Duration::from_secs(count.saturating_mul(DAY.unsigned_abs()))
}

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

    /// So many seconds later, or earlier where there are less than none; the ends of time stay.
    #[must_use]
    pub const fn moved(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// How long after `earlier` this is; zero if it is not after it.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// How many whole days after `earlier` this is; none if it is not after it.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> u64 {
        self.since(earlier).as_secs() / DAY.unsigned_abs()
    }

    /// Which day in UTC it lies in, counted from 1970-01-01, which is 0.
    #[must_use]
    pub const fn day_number(self) -> i64 {
        self.unix().div_euclid(DAY)
    }
}

/// A moment as the calendar and a clock at Greenwich say it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Calendar {
    /// The year, before the year 1 too.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

impl Moment {
    /// The day in UTC as a person reads it: `2027-03-09`. A day off matters less than a clock that is asked.
    #[must_use]
    pub fn day(self) -> String {
        let at = self.calendar();
        format!("{:04}-{:02}-{:02}", at.year, at.month, at.day)
    }

    /// The day and the minute in UTC: `2027-03-09 14:05`.
    #[must_use]
    pub fn minute(self) -> String {
        let at = self.calendar();
        format!("{} {:02}:{:02}", self.day(), at.hour, at.minute)
    }

    /// The date and time in UTC, by the Gregorian calendar.
    #[must_use]
    pub fn calendar(self) -> Calendar {
        let (days, second) = (self.day_number(), self.unix().rem_euclid(DAY));
        // Years begin in March here, so that the leap day is the last of its year; 719,468 days lie between the first
        // of March of the year 0 and 1970. An era is the 400 years after which the calendar repeats.
        let since_march = days + 719_468;
        let (era, day_of_era) = (since_march.div_euclid(146_097), since_march.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        Calendar {
            year: era * 400 + year_of_era + i64::from(month <= 2),
            month: small(month),
            day: small(day_of_year - (153 * month_from_march + 2) / 5 + 1),
            hour: small(second / 3600),
            minute: small(second / 60 % 60),
            second: small(second % 60),
        }
    }
}

/// The number of a date of the Gregorian calendar, as [`Moment::day_number`] counts. Years begin in March, as above. A date
/// that there is not, such as the thirtieth of February, counts on into the month after it.
#[must_use]
pub const fn day_number_of(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted - era * 400;
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// A number that a calendar bounds far below 255.
fn small(number: i64) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
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

    use super::{DAY, Moment, day_number_of, days};

    #[test]
    fn a_day_begins_at_midnight_and_is_whole_after_as_many_seconds() {
        let midnight = Moment::from_unix(-DAY);
        assert_eq!((midnight.day_number(), midnight.moved(-1).day_number()), (-1, -2));
        let later = midnight.later(days(3));
        assert_eq!((later.days_since(midnight), later.moved(-1).days_since(midnight)), (3, 2));
        assert_eq!(midnight.days_since(later), 0);
    }

    #[test]
    fn every_day_of_the_calendar_has_its_own_number() {
        for number in -800_000..800_000 {
            let at = Moment::from_unix(number * DAY).calendar();
            assert_eq!(day_number_of(at.year, at.month.into(), at.day.into()), number);
        }
        assert_eq!(day_number_of(2027, 2, 30), day_number_of(2027, 3, 2));
    }

    #[test]
    fn seconds_round_down_on_both_sides_of_1970() {
        assert_eq!(Moment::from_unix_ms(1_999).unix(), 1);
        assert_eq!(Moment::from_unix_ms(-1).unix(), -1);
    }

    #[test]
    fn the_calendar_knows_leap_days_and_the_turns_of_centuries() {
        let said = |unix| {
            let at = Moment::from_unix(unix).calendar();
            format!("{}-{:02}-{:02} {:02}:{:02}:{:02}", at.year, at.month, at.day, at.hour, at.minute, at.second)
        };
        assert_eq!(said(0), "1970-01-01 00:00:00");
        assert_eq!(said(-1), "1969-12-31 23:59:59");
        assert_eq!(said(951_782_400), "2000-02-29 00:00:00");
        assert_eq!(said(1_795_350_896), "2026-11-22 12:34:56");
        assert_eq!(said(4_107_542_399), "2100-02-28 23:59:59");
        assert_eq!(said(4_107_542_400), "2100-03-01 00:00:00");
        let ends = [i64::MIN, i64::MAX].map(|ms| Moment::from_unix_ms(ms).calendar().month);
        assert!(ends.iter().all(|month| (1..=12).contains(month)));
    }

    #[test]
    fn the_ends_of_time_do_not_overflow() {
        assert_eq!(Moment::from_unix(i64::MAX).unix_ms(), i64::MAX);
        assert_eq!(Moment::from_unix_ms(i64::MAX).later(Duration::MAX).unix_ms(), i64::MAX);
        assert_eq!(Moment::from_unix(0).since(Moment::from_unix(9)), Duration::ZERO);
    }
}
