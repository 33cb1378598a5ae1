//! Whether this computer's clock is right: compared with the time that a server gives, or that a person reads elsewhere.

use std::time::Duration;

use crate::moment::{DAY, Moment, day_number_of};
use crate::text::{Explain, Text};

/// Most services take the codes of the period before and after; beyond this a clock is the likely reason.
pub const RIGHT_ENOUGH: Duration = Duration::from_secs(20);

/// More than this is no clock that runs a little wrong: the date is, and that is for the system to set right.
const MOST: i64 = 48 * 3600;

/// How far a clock is off, and how well that is known.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Offset {
    /// What must be added to this computer's time, in seconds; negative where it runs ahead.
    pub seconds: i64,
    /// The true value lies within so many seconds of it.
    pub within: i64,
}

/// Why there is nothing to compare with.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ClockTrouble {
    /// It is no time of day.
    #[error("not a time")]
    NotATime,
    /// It is off by days: the date is wrong.
    #[error("off by days")]
    OffByDays,
}

impl Explain for ClockTrouble {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::NotATime => "err-signin-not-a-time",
            Self::OffByDays => "err-signin-off-by-days",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::NotATime => "fix-signin-not-a-time",
            Self::OffByDays => "fix-signin-off-by-days",
        }))
    }
}

impl Offset {
    /// From a server's date, which was asked for at `before` and here at `after`. It names whole seconds, so half a
    /// second more than half the way there and back is not known.
    ///
    /// # Errors
    /// [`ClockTrouble::OffByDays`].
    pub fn of_server(date: Moment, before: Moment, after: Moment) -> Result<Self, ClockTrouble> {
        let trip = after.unix_ms().saturating_sub(before.unix_ms()).max(0);
        let middle = before.unix_ms().saturating_add(trip / 2);
        let off = date.unix_ms().saturating_add(500).saturating_sub(middle);
        let seconds = off.saturating_add(500).div_euclid(1000);
        bounded(Self { seconds, within: (trip / 2 + 500).div_euclid(1000).saturating_add(1) })
    }

    /// From a time of day that a person typed at `now`. A person reads and types a clock to a few seconds.
    ///
    /// # Errors
    /// [`ClockTrouble::OffByDays`].
    pub fn of_person(told: Moment, now: Moment) -> Result<Self, ClockTrouble> {
        bounded(Self { seconds: told.unix().saturating_sub(now.unix()), within: 3 })
    }

    /// Whether codes would be refused because of it.
    #[must_use]
    pub fn matters(self) -> bool {
        self.seconds.unsigned_abs() > RIGHT_ENOUGH.as_secs()
    }
}

fn bounded(offset: Offset) -> Result<Offset, ClockTrouble> {
    if offset.seconds.abs() > MOST { Err(ClockTrouble::OffByDays) } else { Ok(offset) }
}

/// A time of day, `14:05:30` or `14:05`, of the day that puts it nearest to `now`. `zone` is what local time is ahead of
/// UTC, in seconds.
///
/// # Errors
/// [`ClockTrouble::NotATime`].
pub fn typed_time(typed: &str, now: Moment, zone: i64) -> Result<Moment, ClockTrouble> {
    let mut parts = typed.trim().split([':', '.']).map(|part| part.trim().parse::<u8>().ok());
    let mut next = |bound: u8| parts.next().map(|part| part.filter(|part| *part < bound).ok_or(ClockTrouble::NotATime));
    let hour = next(24).ok_or(ClockTrouble::NotATime)??;
    let minute = next(60).ok_or(ClockTrouble::NotATime)??;
    let second = next(60).transpose()?.unwrap_or(0);
    if next(60).is_some() {
        return Err(ClockTrouble::NotATime);
    }
    let of_day = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    let local = now.unix().saturating_add(zone);
    let ahead = of_day - local.rem_euclid(DAY);
    let nearest = if ahead > DAY / 2 {
        ahead - DAY
    } else if ahead < -DAY / 2 {
        ahead + DAY
    } else {
        ahead
    };
    Ok(Moment::from_unix(now.unix().saturating_add(nearest)))
}

/// A date as servers write it, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7). The two older forms are obsolete, and no
/// server of today sends them.
#[must_use]
pub fn http_date(text: &str) -> Option<Moment> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (_, rest) = text.trim().split_once(", ")?;
    let mut parts = rest.split(' ');
    let mut next = || parts.next();
    let day: i64 = next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
    let name = next()?;
    let month = i64::try_from(MONTHS.iter().position(|month| *month == name)?).ok()? + 1;
    let year: i64 = next()?.parse().ok().filter(|year| (1970..=9999).contains(year))?;
    let time = next()?;
    let mut clock = time.split(':').map(|part| part.parse::<i64>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    let is_whole = next() == Some("GMT") && next().is_none() && clock.next().is_none();
    let is_time = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..=60).contains(&second);
    (is_whole && is_time)
        .then(|| Moment::from_unix(day_number_of(year, month, day) * DAY + hour * 3600 + minute * 60 + second))
}

#[cfg(test)]
mod tests {
    use super::{ClockTrouble, Offset, http_date, typed_time};
    use crate::moment::Moment;

    const NOON: Moment = Moment::from_unix(1_800_014_400 - 1_800_014_400 % 86_400 + 43_200);

    #[test]
    fn a_servers_date_is_read_and_nothing_else() {
        assert_eq!(http_date("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Moment::from_unix(784_111_777)));
        assert_eq!(http_date("Thu, 29 Feb 2024 23:59:59 GMT"), Some(Moment::from_unix(1_709_251_199)));
        for bad in [
            "",
            "06 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 CET",
            "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 32 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nix 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37:11 GMT",
            "Sun, 06 Nov 1994 08:49:37 GMT x",
        ] {
            assert_eq!(http_date(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_server_that_answers_slowly_tells_less() {
        let ms = |of: i64| Moment::from_unix_ms(1_800_000_000_000 + of);
        let date = Moment::from_unix(1_800_000_090);
        let quick = Offset::of_server(date, ms(0), ms(40)).unwrap();
        assert_eq!((quick.seconds, quick.within), (90, 1));
        let slow = Offset::of_server(date, ms(0), ms(8000)).unwrap();
        assert_eq!((slow.seconds, slow.within), (87, 5));
        assert!(quick.matters() && !Offset { seconds: -20, within: 1 }.matters());
        let days = Moment::from_unix(1_800_000_000 + 3 * 86_400);
        assert_eq!(Offset::of_server(days, ms(0), ms(0)), Err(ClockTrouble::OffByDays));
    }

    #[test]
    fn a_typed_time_is_of_the_nearest_day() {
        let at = |typed: &str, now: i64, zone: i64| {
            typed_time(typed, Moment::from_unix(NOON.unix() + now), zone).map(|told| told.unix() - NOON.unix())
        };
        assert_eq!(at("12:00:30", 0, 0), Ok(30));
        assert_eq!(at("11.58", 0, 0), Ok(-120));
        assert_eq!(at("13:00", 0, 3600), Ok(0));
        assert_eq!(at("00:01", 43_140, 0), Ok(43_260), "a minute to midnight, told a minute past it");
        for bad in ["", "12", "24:00", "12:60", "12:00:61", "1:2:3:4", "noon", "-1:00"] {
            assert_eq!(at(bad, 0, 0), Err(ClockTrouble::NotATime), "{bad}");
        }
    }
}
