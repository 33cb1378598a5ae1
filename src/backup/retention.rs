//! Which backups are kept: the newest ten, then one a day, a week and a month. Nothing here removes anything.

use std::collections::BTreeSet;

use crate::backup::FileName;
use crate::moment::Moment;
use crate::vault::backup::SetId;

/// The newest files, kept whatever their age.
const NEWEST: usize = 10;
/// Days, weeks and months of which the newest file is kept.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;
/// One part in this many may go in one run: a mistake or a wrong clock costs no more.
const AT_MOST_ONE_IN: usize = 5;

/// A file of the set as retention sees it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Kept {
    /// Its name.
    pub name: FileName,
    /// When it was made: as the vault that wrote it remembers, or as its header says.
    pub created: Moment,
    /// Whether this vault has read it back and opened it.
    pub is_verified: bool,
}

/// The files of `set` that may go, oldest first. None where no file of the set is known to be good.
#[must_use]
pub fn to_remove(set: SetId, files: &[Kept]) -> Vec<FileName> {
    let mut own: Vec<&Kept> = files.iter().filter(|file| file.name.is_of(set)).collect();
    own.sort_by(|one, other| age(other).cmp(&age(one)));
    let Some(last_verified) = own.iter().position(|file| file.is_verified) else { return Vec::new() };
    let mut kept: BTreeSet<usize> = (0..NEWEST.min(own.len())).collect();
    kept.insert(last_verified);
    for (count, span) in [(DAYS, Span::Day), (WEEKS, Span::Week), (MONTHS, Span::Month)] {
        kept.extend(newest_of_each(&own, span).take(count));
    }
    let most = own.len() / AT_MOST_ONE_IN;
    let surplus = (0..own.len()).rev().filter(|place| !kept.contains(place));
    surplus.take(most).filter_map(|place| own.get(place)).map(|file| file.name.clone()).collect()
}

/// Newest by generation; a clock that was wrong once does not matter within a set.
fn age(file: &Kept) -> (u64, Moment, &FileName) {
    (file.name.generation(), file.created, &file.name)
}

#[derive(Clone, Copy)]
enum Span {
    Day,
    Month,
    Week,
}

impl Span {
    /// Which of its kind a moment lies in.
    fn of(self, moment: Moment) -> (i64, i64) {
        let day = moment.day_number();
        match self {
            Self::Day => (day, 0),
            // 1970-01-01 was a Thursday; weeks begin on Monday.
            Self::Week => ((day + 3).div_euclid(7), 0),
            Self::Month => (moment.calendar().year, i64::from(moment.calendar().month)),
        }
    }
}

/// The places of the newest file of each span, newest first.
fn newest_of_each<'a>(newest_first: &'a [&'a Kept], span: Span) -> impl Iterator<Item = usize> + 'a {
    let mut seen = BTreeSet::new();
    newest_first.iter().enumerate().filter(move |(_, file)| seen.insert(span.of(file.created))).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::{Kept, to_remove};
    use crate::backup::FileName;
    use crate::moment::Moment;
    use crate::vault::backup::SetId;

    const SET: SetId = SetId([1; 16]);
    const START: i64 = 1_700_000_000;

    /// `count` files of a set, one every `hours`.
    fn files(set: SetId, count: u64, hours: i64) -> Vec<Kept> {
        (1..=count)
            .map(|generation| {
                let created = Moment::from_unix(START + i64::try_from(generation).unwrap() * hours * 3600);
                Kept { name: FileName::new(set, generation, created, [3; 8]), created, is_verified: true }
            })
            .collect()
    }

    /// Removes until nothing is left to remove.
    fn settle(mut files: Vec<Kept>) -> Vec<u64> {
        loop {
            let gone = to_remove(SET, &files);
            if gone.is_empty() {
                return files.iter().map(|file| file.name.generation()).collect();
            }
            files.retain(|file| !gone.contains(&file.name));
        }
    }

    #[test]
    fn the_newest_ten_stay_and_of_older_ones_a_day_a_week_and_a_month() {
        assert_eq!(settle(files(SET, 10, 1)), (1..=10).collect::<Vec<_>>());
        let hourly = settle(files(SET, 400, 1));
        assert!((10..=10 + 7 + 4 + 12).contains(&hourly.len()), "{hourly:?}");
        assert!(hourly.ends_with(&(391..=400).collect::<Vec<_>>()));
        let daily = settle(files(SET, 800, 24));
        assert!(daily.len() >= 20 && daily.iter().any(|generation| *generation < 500), "{daily:?}");
    }

    #[test]
    fn one_run_takes_a_fifth_at_most_and_the_oldest_first() {
        let gone = to_remove(SET, &files(SET, 100, 1));
        assert_eq!(gone.len(), 20);
        assert!(gone.iter().all(|name| name.generation() <= 30));
        assert!(to_remove(SET, &files(SET, 4, 1)).is_empty());
    }

    #[test]
    fn the_last_verified_file_stays_however_old_it_is() {
        let mut all = files(SET, 200, 1);
        all.iter_mut().for_each(|file| file.is_verified = file.name.generation() == 2);
        assert!(settle(all).contains(&2));
    }

    #[test]
    fn nothing_goes_while_no_file_is_known_to_be_good() {
        let mut all = files(SET, 200, 1);
        all.iter_mut().for_each(|file| file.is_verified = false);
        assert!(to_remove(SET, &all).is_empty());
    }

    #[test]
    fn another_sets_files_are_never_touched_nor_counted() {
        let other = SetId([2; 16]);
        let mixed: Vec<Kept> = files(SET, 12, 1).into_iter().chain(files(other, 500, 1)).collect();
        let gone = to_remove(SET, &mixed);
        assert!(gone.len() <= 2 && gone.iter().all(|name| name.is_of(SET)), "{gone:?}");
    }
}
