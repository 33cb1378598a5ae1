//! How often an account's sign-in was answered wrongly, and when last: kept across starts, sealed with a key that only
//! the vault's payload holds. The waits that follow from it are manners and no secret; what costs a guesser is the key
//! derivation.

use std::time::Duration;

use crate::chance::Entropy;
use crate::moment::Moment;
use crate::secret::Key32;
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::{OpenError, SealError, VaultId};

/// Id 16, wrong answers 4, when 8.
const ENTRY: usize = 28;

/// Accounts that are remembered; the oldest go first.
const MOST: usize = 1_000;

/// The longest wait. Nothing ever locks for good.
const LONGEST: Duration = Duration::from_secs(60);

/// Wrong answers of one vault's accounts.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Tries(Vec<Wrong>);

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Wrong {
    seal_id: [u8; 16],
    count: u32,
    last: Moment,
}

impl Tries {
    /// How many wrong answers there were since the last right one.
    #[must_use]
    pub fn count(&self, seal_id: [u8; 16]) -> u32 {
        self.of(seal_id).map_or(0, |wrong| wrong.count)
    }

    /// How long the next answer has to wait: 1, 2, 4 ... 60 s after a wrong one. A clock that went back makes it no
    /// longer than the wait itself.
    #[must_use]
    pub fn wait_left(&self, seal_id: [u8; 16], now: Moment) -> Duration {
        let Some(wrong) = self.of(seal_id) else { return Duration::ZERO };
        let wait = wait_after(wrong.count);
        if now < wrong.last { wait } else { wait.saturating_sub(now.since(wrong.last)) }
    }

    /// An answer is about to be tried. It counts as wrong until [`Self::right`], so that ending the program in between
    /// makes nothing cheaper.
    pub fn wrong(&mut self, seal_id: [u8; 16], now: Moment) {
        let count = self.count(seal_id).saturating_add(1);
        self.right(seal_id);
        let surplus = (self.0.len() + 1).saturating_sub(MOST);
        self.0.drain(..surplus);
        self.0.push(Wrong { seal_id, count, last: now });
    }

    /// The clock went back behind the last wrong answer: the wait starts over, and so it ends.
    pub fn mend_clock(&mut self, seal_id: [u8; 16], now: Moment) {
        for wrong in self.0.iter_mut().filter(|wrong| wrong.seal_id == seal_id && now < wrong.last) {
            wrong.last = now;
        }
    }

    /// The right answer was given.
    pub fn right(&mut self, seal_id: [u8; 16]) {
        self.0.retain(|wrong| wrong.seal_id != seal_id);
    }

    fn of(&self, seal_id: [u8; 16]) -> Option<&Wrong> {
        self.0.iter().find(|wrong| wrong.seal_id == seal_id)
    }

    /// Seals them for one vault.
    pub(super) fn seal(&self, key: &Key32, vault: VaultId, chance: &dyn Entropy) -> Result<Vec<u8>, SealError> {
        let mut plain = Vec::with_capacity(self.0.len() * ENTRY);
        for wrong in &self.0 {
            plain.extend_from_slice(&wrong.seal_id);
            plain.extend_from_slice(&wrong.count.to_le_bytes());
            plain.extend_from_slice(&wrong.last.unix_ms().to_le_bytes());
        }
        boxed::seal(key, Purpose::Tries, &vault.0, &plain, chance)
    }

    /// Opens them.
    pub(super) fn open(key: &Key32, vault: VaultId, bytes: &[u8]) -> Result<Self, OpenError> {
        let plain = boxed::open(key, Purpose::Tries, &vault.0, bytes).map_err(|error| match error {
            BoxError::Damaged => OpenError::Damaged,
            BoxError::WrongKey => OpenError::WrongKey,
        })?;
        let (entries, rest) = plain.as_chunks::<ENTRY>();
        let all = entries.iter().map(|entry| read(entry).ok_or(OpenError::Damaged)).collect::<Result<Vec<_>, _>>()?;
        if rest.is_empty() && all.len() <= MOST { Ok(Self(all)) } else { Err(OpenError::Damaged) }
    }
}

fn read(entry: &[u8; ENTRY]) -> Option<Wrong> {
    let (seal_id, rest) = entry.split_first_chunk::<16>()?;
    let (count, last) = rest.split_first_chunk::<4>()?;
    let last = i64::from_le_bytes(last.try_into().ok()?);
    Some(Wrong { seal_id: *seal_id, count: u32::from_le_bytes(*count), last: Moment::from_unix_ms(last) })
}

/// 1, 2, 4, 8, 16, 32, 60, 60 ... seconds.
fn wait_after(count: u32) -> Duration {
    let doubled = count.checked_sub(1).map(|times| 1_u64.checked_shl(times).unwrap_or(u64::MAX));
    doubled.map_or(Duration::ZERO, |seconds| Duration::from_secs(seconds).min(LONGEST))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{MOST, Tries};
    use crate::moment::Moment;
    use crate::secret::Key32;
    use crate::vault::testing::Counting;
    use crate::vault::{OpenError, VaultId};

    const NOW: Moment = Moment::from_unix(1_800_000_000);
    const ID: [u8; 16] = [7; 16];

    fn later(seconds: i64) -> Moment {
        Moment::from_unix(1_800_000_000 + seconds)
    }

    #[test]
    fn waits_double_up_to_a_minute_and_nothing_locks_for_good() {
        let mut tries = Tries::default();
        let mut waits = Vec::new();
        for _ in 0..100 {
            tries.wrong(ID, NOW);
            waits.push(tries.wait_left(ID, NOW).as_secs());
        }
        assert_eq!(waits[..8], [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(waits[99], 60);
        assert_eq!(tries.wait_left(ID, later(60)), Duration::ZERO);
        tries.right(ID);
        assert_eq!((tries.count(ID), tries.wait_left(ID, NOW)), (0, Duration::ZERO));
    }

    #[test]
    fn each_account_waits_for_itself() {
        let mut tries = Tries::default();
        tries.wrong(ID, NOW);
        assert_eq!(tries.wait_left([8; 16], NOW), Duration::ZERO);
    }

    #[test]
    fn a_clock_that_went_back_costs_one_wait_and_no_more() {
        let mut tries = Tries::default();
        tries.wrong(ID, later(1_000_000));
        assert_eq!(tries.wait_left(ID, NOW).as_secs(), 1);
        tries.mend_clock(ID, NOW);
        assert_eq!(tries.wait_left(ID, later(1)), Duration::ZERO);
    }

    #[test]
    fn they_come_back_for_their_own_vault_and_no_other() {
        let key = Key32::copied(&[1; 32]).unwrap();
        let mut tries = Tries::default();
        tries.wrong(ID, NOW);
        tries.wrong([9; 16], later(5));
        let sealed = tries.seal(&key, VaultId([2; 16]), &Counting::new()).unwrap();
        assert_eq!(Tries::open(&key, VaultId([2; 16]), &sealed), Ok(tries));
        assert_eq!(Tries::open(&key, VaultId([3; 16]), &sealed), Err(OpenError::WrongKey));
        assert_eq!(Tries::open(&key, VaultId([2; 16]), &sealed[..sealed.len() - 1]), Err(OpenError::Damaged));
    }

    #[test]
    fn the_list_does_not_grow_for_ever() {
        let mut tries = Tries::default();
        for number in 0..u16::try_from(MOST + 5).unwrap() {
            let mut id = [0; 16];
            id[..2].copy_from_slice(&number.to_le_bytes());
            tries.wrong(id, NOW);
        }
        assert_eq!(tries.0.len(), MOST);
        assert_eq!(tries.count([0; 16]), 0);
    }
}
