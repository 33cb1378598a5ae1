//! How far a missing account has come, as bytes of its `ext` number 1: `version u16 ‖ record`.

use serde::{Deserialize, Serialize};

use crate::account::{Account, ProviderTrouble, SignInProgress};
use crate::moment::Moment;
use crate::vault::payload::codec;
use crate::vault::payload::v1::ExtV1;

/// The number in an account's `ext` (docs/vault-format.md, section 8).
const PROGRESS: u16 = 1;
const VERSION: u16 = 1;

/// The record, frozen. The order of the choices is the number on the wire: 0, 1, 2.
#[derive(Deserialize, Serialize)]
enum ProgressV1 {
    Confirmed { at: i64 },
    Stuck { why: u8, since: i64 },
    Waiting { until: i64 },
}

/// The account's `ext` with its progress; an account that has not begun has none.
pub fn written(account: &Account) -> Vec<ExtV1> {
    let mut ext = account.ext.clone();
    if let Some(bytes) = bytes(account.progress) {
        ext.retain(|(number, _)| *number != PROGRESS);
        ext.push((PROGRESS, bytes));
    }
    ext
}

fn bytes(progress: SignInProgress) -> Option<Vec<u8>> {
    let record = match progress {
        SignInProgress::NotBegun => return None,
        SignInProgress::Confirmed { at } => ProgressV1::Confirmed { at: at.unix_ms() },
        SignInProgress::Stuck { why, since } => ProgressV1::Stuck { why: trouble_number(why), since: since.unix_ms() },
        SignInProgress::Waiting { until } => ProgressV1::Waiting { until: until.unix_ms() },
    };
    let mut bytes = vec![0; 2 + codec::size(&record).ok()?];
    let (version, rest) = bytes.split_first_chunk_mut::<2>()?;
    *version = VERSION.to_le_bytes();
    codec::write(&record, rest).ok()?;
    Some(bytes)
}

/// Takes the progress out of an account's `ext`; `None` where it is none that an account has. What a newer version wrote
/// under the same number stays where it is.
pub fn taken(ext: &mut Vec<ExtV1>) -> Option<SignInProgress> {
    let Some(place) = ext.iter().position(|(number, bytes)| *number == PROGRESS && is_ours(bytes)) else {
        return Some(SignInProgress::NotBegun);
    };
    let (_, bytes) = ext.remove(place);
    Some(match codec::read::<ProgressV1>(bytes.get(2..)?).ok()? {
        ProgressV1::Confirmed { at } => SignInProgress::Confirmed { at: Moment::from_unix_ms(at) },
        ProgressV1::Stuck { why, since } => {
            SignInProgress::Stuck { why: trouble(why)?, since: Moment::from_unix_ms(since) }
        }
        ProgressV1::Waiting { until } => SignInProgress::Waiting { until: Moment::from_unix_ms(until) },
    })
}

fn is_ours(bytes: &[u8]) -> bool {
    bytes.first_chunk::<2>().is_some_and(|version| u16::from_le_bytes(*version) <= VERSION)
}

const fn trouble_number(why: ProviderTrouble) -> u8 {
    match why {
        ProviderTrouble::Blocked => 1,
        ProviderTrouble::NotConfigured => 2,
        ProviderTrouble::Offline => 3,
    }
}

const fn trouble(number: u8) -> Option<ProviderTrouble> {
    match number {
        1 => Some(ProviderTrouble::Blocked),
        2 => Some(ProviderTrouble::NotConfigured),
        3 => Some(ProviderTrouble::Offline),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{taken, written};
    use crate::account::{Account, AccountId, Credential, EnrolHint, ProviderTrouble, SignInProgress};
    use crate::moment::Moment;

    const NOW: Moment = Moment::from_unix(1_800_000_000);

    fn missing() -> Account {
        let credential = Credential::Missing(EnrolHint::default());
        Account::with_credential(AccountId([1; 16]), "Contoso", "anna", credential, NOW)
    }

    #[test]
    fn every_step_comes_back_and_leaves_other_facts_alone() {
        let troubles = [ProviderTrouble::Blocked, ProviderTrouble::NotConfigured, ProviderTrouble::Offline];
        let mut steps: Vec<_> = troubles.map(|why| SignInProgress::Stuck { why, since: NOW }).into();
        steps.extend([SignInProgress::Confirmed { at: NOW }, SignInProgress::Waiting { until: NOW }]);
        for step in steps {
            let mut account = missing();
            account.ext = vec![(9, vec![1, 2])];
            account.progress = step;
            let mut ext = written(&account);
            assert_eq!(taken(&mut ext), Some(step));
            assert_eq!(ext, account.ext);
        }
        assert!(written(&missing()).is_empty());
    }

    #[test]
    fn what_a_newer_version_wrote_stays_and_what_nobody_wrote_is_damage() {
        let mut newer = vec![(1, vec![2, 0, 7])];
        assert_eq!(taken(&mut newer), Some(SignInProgress::NotBegun));
        assert_eq!(newer, [(1, vec![2, 0, 7])]);
        let unknown_step: &[u8] = &[1, 0, 3, 0, 0, 0];
        let unknown_trouble: &[u8] = &[1, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0];
        let longer: &[u8] = &[1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9];
        for bytes in [unknown_step, unknown_trouble, longer] {
            assert_eq!(taken(&mut vec![(1, bytes.to_vec())]), None, "{bytes:?}");
        }
    }
}
