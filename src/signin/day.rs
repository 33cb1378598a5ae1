//! The day until which a provider or service lets nobody on, as a person types it.

use crate::moment::{DAY, Moment, day_number_of};
use crate::text::{Explain, Text};

/// The longest wait that is taken. Who types more has mistaken the year.
const MOST_DAYS: i64 = 400;

/// Why it is no day to wait for.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DayTrouble {
    /// It is no date and no number of days.
    #[error("not a day")]
    NotADay,
    /// It is over.
    #[error("over")]
    Over,
    /// It is more than a year away.
    #[error("too far away")]
    TooFar,
}

impl Explain for DayTrouble {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::NotADay => "err-signin-not-a-day",
            Self::Over => "err-signin-day-over",
            Self::TooFar => "err-signin-day-too-far",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-signin-day"))
    }
}

/// The beginning of a day, by the clock at Greenwich, like the badge says it: `2027-03-09`, or in so many days: `3`.
///
/// # Errors
/// [`DayTrouble`].
pub fn typed_day(typed: &str, now: Moment) -> Result<Moment, DayTrouble> {
    let typed = typed.trim();
    let today = now.day_number();
    let day = match typed.parse::<u16>() {
        Ok(days) => today.saturating_add(days.into()),
        Err(_) => date(typed).ok_or(DayTrouble::NotADay)?,
    };
    match day.saturating_sub(today) {
        ..=0 => Err(DayTrouble::Over),
        1..=MOST_DAYS => Ok(Moment::from_unix(day.saturating_mul(DAY))),
        _ => Err(DayTrouble::TooFar),
    }
}

/// The day of a date since 1970, if there is such a date: the calendar has to say the same again.
fn date(typed: &str) -> Option<i64> {
    let mut parts = typed.split('-');
    let mut next = |length| parts.next().filter(|part| part.len() == length)?.parse::<u16>().ok();
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    if parts.next().is_some() {
        return None;
    }
    let days = day_number_of(year.into(), month.into(), day.into());
    let at = Moment::from_unix(days.saturating_mul(DAY)).calendar();
    ((at.year, u16::from(at.month), u16::from(at.day)) == (i64::from(year), month, day)).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::{DayTrouble, typed_day};
    use crate::moment::Moment;

    /// 2027-01-15, in the morning.
    const NOW: Moment = Moment::from_unix(1_800_000_000);

    #[test]
    fn a_date_or_a_number_of_days_is_a_day() {
        let day = |typed| typed_day(typed, NOW).map(|day| day.unix() - 1_799_971_200);
        assert_eq!(day("2027-01-16"), Ok(86_400));
        assert_eq!((day(" 3 "), day("400")), (Ok(3 * 86_400), Ok(400 * 86_400)));
        assert_eq!(day("2028-02-19"), Ok(400 * 86_400));
    }

    #[test]
    fn what_is_over_too_far_or_no_day_is_said_so() {
        for (typed, wrong) in [
            ("2027-01-15", DayTrouble::Over),
            ("2026-12-31", DayTrouble::Over),
            ("0", DayTrouble::Over),
            ("2028-02-20", DayTrouble::TooFar),
            ("9999-12-31", DayTrouble::TooFar),
            ("", DayTrouble::NotADay),
            ("soon", DayTrouble::NotADay),
            ("2027-02-29", DayTrouble::NotADay),
            ("2027-13-01", DayTrouble::NotADay),
            ("2027-00-10", DayTrouble::NotADay),
            ("2027-2-3", DayTrouble::NotADay),
            ("2027-02-03-04", DayTrouble::NotADay),
            ("-5", DayTrouble::NotADay),
        ] {
            assert_eq!(typed_day(typed, NOW), Err(wrong), "{typed}");
        }
    }
}
