//! The demo: a vault in memory with an account of every kind and badge, so that a newcomer sees the program at work.
//! It touches no file, no state, no key store. The people in it are invented, the keys are drawn anew each time.

use crate::account::{
    Account, AccountId, Book, Credential, DeviceSealed, EnrolHint, Kind, MissingReason, OldKey, Protection,
    RecoveryCode, SealedCredential, SealedLabel, SignInProtection, SignInSlot,
};
use crate::chance::{Entropy, draw};
use crate::moment::{DAY, Moment};
use crate::ops::{Session, World};
use crate::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, Period, Pin, YandexKey};
use crate::secret::{Key32, Passphrase, Secret};
use crate::vault::{KdfParams, OpenVault, SealError};

/// The passphrase of the demo vault; no secret, the program tells it.
pub const DEMO_PASSPHRASE: &str = "pulih demo";

/// What the demo's passphrase costs: next to nothing, there is nothing to protect.
const DEMO_COST: KdfParams = KdfParams::LEAST;

/// A session in memory with the sample accounts.
///
/// # Errors
/// [`SealError`] without random bytes or memory.
pub fn demo(world: &World) -> Result<Session, SealError> {
    let (now, chance) = (world.clock.now(), &*world.entropy);
    let passphrase = fitting(Passphrase::parse(DEMO_PASSPHRASE))?;
    let mut vault = OpenVault::create(&passphrase, DEMO_COST, now, chance)?;
    *vault.book_mut() = sample_book(chance, now)?;
    Ok(Session::in_memory(vault))
}

/// The sample accounts: the same for the same random bytes and moment.
///
/// # Errors
/// [`SealError::NoEntropy`].
pub fn sample_book(chance: &dyn Entropy, now: Moment) -> Result<Book, SealError> {
    let samples = Samples { chance, now };
    let mut accounts = mixed(samples.ready()?, samples.without_key()?);
    accounts.extend(samples.in_trash()?);
    Ok(Book::new(accounts, ["Work", "Home", "Money", "Travel"].map(Into::into).to_vec()))
}

/// After every second of the many one of the few, so that the first screen shows some of each.
fn mixed(many: Vec<Account>, few: Vec<Account>) -> Vec<Account> {
    let mut few = few.into_iter();
    let mut mixed = Vec::new();
    for (place, account) in many.into_iter().enumerate() {
        mixed.push(account);
        if place % 2 == 1 {
            mixed.extend(few.next());
        }
    }
    mixed.extend(few);
    mixed
}

/// What the samples are made from.
struct Samples<'a> {
    chance: &'a dyn Entropy,
    now: Moment,
}

impl Samples<'_> {
    /// Accounts that show codes: every kind of code, several lengths and periods.
    fn ready(&self) -> Result<Vec<Account>, SealError> {
        Ok(vec![
            Account {
                pinned: true,
                groups: vec!["Work".into()],
                note: "The recovery codes are in the safe, red folder.".into(),
                recovery_codes: self.recovery_codes(3)?,
                accepted: Some(self.days_ago(1)),
                ..self.used(self.totp("GitHub", "anna.ek@example.com", Algorithm::Sha1, 6, 30)?, 128, 0)
            },
            Account {
                pinned: true,
                groups: vec!["Work".into()],
                ..self.used(self.totp("Amazon Web Services", "root@example.org", Algorithm::Sha1, 6, 30)?, 63, 1)
            },
            Account {
                groups: vec!["Home".into()],
                note: "Main shop account.".into(),
                recovery_codes: self.recovery_codes(0)?,
                ..self.used(self.totp("Amazon", "anna.ek@example.com", Algorithm::Sha1, 6, 30)?, 41, 0)
            },
            Account {
                groups: vec!["Money".into()],
                ..self.used(self.totp("Kulturbanken", "anna", Algorithm::Sha256, 8, 60)?, 77, 2)
            },
            Account {
                groups: vec!["Home".into()],
                protection: Protection::SignIn,
                sign_in: Some(Box::new(self.sign_in_protection()?)),
                ..self.used(self.totp("Fjordmail", "anna@mail.example.com", Algorithm::Sha512, 6, 30)?, 12, 6)
            },
            Account {
                groups: vec!["Work".into()],
                ..self.totp("Twinvoice", "support@example.net", Algorithm::Sha1, 7, 30)?
            },
            Account { groups: vec!["Work".into()], ..self.used(self.hotp("Example VPN", "aek", 41)?, 41, 3) },
            self.steam("Steam", "bokmal_bo")?,
            self.motp("Office door", "anna", "2604")?,
            self.yandex("Yandex", "anna.ek", "73016")?,
            Account {
                history: vec![OldKey { params: self.totp_params(Algorithm::Sha1, 6, 30)?, replaced: self.days_ago(9) }],
                ..self.totp("npm", "anna-ek", Algorithm::Sha1, 6, 30)?
            },
            Account {
                groups: vec!["Home".into(), "Travel".into()],
                ..self.totp("とある図書館", "åsa.lindström@example.se", Algorithm::Sha1, 6, 30)?
            },
            Account { groups: vec!["Home".into()], ..self.totp("Perpustakaan Kota", "budi", Algorithm::Sha1, 6, 30)? },
            Account {
                refused: Some(self.days_ago(1)),
                ..self.totp("Chatterbox", "anna#0001", Algorithm::Sha1, 6, 30)?
            },
        ])
    }

    /// Accounts whose key is sealed or not here, each for another reason.
    fn without_key(&self) -> Result<Vec<Account>, SealError> {
        Ok(vec![
            Account {
                kind: Kind::Personal { passwordless: false },
                protection: Protection::SignIn,
                ..self.account("Outlook", "anna.ek@example.com", Credential::Sealed(Box::new(self.sealed()?)))?
            },
            Account {
                kind: Kind::Personal { passwordless: true },
                protection: Protection::DeviceBound,
                ..self.missing("Microsoft", "anna.ek@example.com", MissingReason::DeviceBound, None)?
            },
            Account {
                kind: Kind::WorkOrSchool,
                protection: Protection::DeviceBound,
                groups: vec!["Work".into()],
                ..self.missing("Contoso", "anna@contoso.example.com", MissingReason::DeviceBound, None)?
            },
            Account {
                kind: Kind::WorkOrSchool,
                protection: Protection::DeviceBound,
                ..self.missing("Norrland University", "ek22", MissingReason::DeviceKeyGone, Some(self.boxed(20)?))?
            },
            self.missing("Old forum", "anna", MissingReason::NotInImport, None)?,
            self.missing("Router at home", "admin", MissingReason::PinNotInImport, None)?,
        ])
    }

    fn in_trash(&self) -> Result<Vec<Account>, SealError> {
        let trashed = |days| Some(self.days_ago(days));
        Ok(vec![
            Account { trashed: trashed(3), ..self.totp("Bicycle rental", "anna", Algorithm::Sha1, 6, 30)? },
            Account {
                trashed: trashed(28),
                ..self.totp("Concert tickets", "anna.ek@example.com", Algorithm::Sha1, 6, 30)?
            },
        ])
    }

    fn account(&self, issuer: &str, name: &str, credential: Credential) -> Result<Account, SealError> {
        let id = AccountId(draw(self.chance)?);
        let account = Account::with_credential(id, issuer, name, credential, self.days_ago(120));
        Ok(account)
    }

    fn used(&self, account: Account, times: u64, days_ago: i64) -> Account {
        Account { use_count: times, last_used: Some(self.days_ago(days_ago)), ..account }
    }

    fn totp(&self, issuer: &str, name: &str, hash: Algorithm, digits: u64, period: u64) -> Result<Account, SealError> {
        self.account(issuer, name, Credential::Ready(self.totp_params(hash, digits, period)?))
    }

    fn totp_params(&self, algorithm: Algorithm, digits: u64, period: u64) -> Result<OtpParams, SealError> {
        let (digits, period) = (fitting(Digits::new(digits))?, fitting(Period::new(period))?);
        Ok(OtpParams::Totp { key: self.key::<20>()?, algorithm, digits, period })
    }

    fn hotp(&self, issuer: &str, name: &str, counter: u64) -> Result<Account, SealError> {
        let params = OtpParams::Hotp {
            key: self.key::<20>()?,
            algorithm: Algorithm::Sha1,
            digits: Digits::SIX,
            counter: fitting(Counter::new(counter))?,
        };
        self.account(issuer, name, Credential::Ready(params))
    }

    fn steam(&self, issuer: &str, name: &str) -> Result<Account, SealError> {
        self.account(issuer, name, Credential::Ready(OtpParams::Steam { key: self.key::<20>()? }))
    }

    fn motp(&self, issuer: &str, name: &str, pin: &str) -> Result<Account, SealError> {
        let text: String = draw::<8>(self.chance)?.iter().map(|byte| format!("{byte:02x}")).collect();
        let params = OtpParams::Motp { secret: fitting(MotpSecret::new(&text))?, pin: fitting(Pin::new(pin))? };
        self.account(issuer, name, Credential::Ready(params))
    }

    fn yandex(&self, issuer: &str, name: &str, pin: &str) -> Result<Account, SealError> {
        let params =
            OtpParams::Yandex { key: fitting(YandexKey::new(self.key::<16>()?))?, pin: fitting(Pin::new(pin))? };
        self.account(issuer, name, Credential::Ready(params))
    }

    fn key<const N: usize>(&self) -> Result<OtpKey, SealError> {
        fitting(OtpKey::new(Secret::taken(draw::<N>(self.chance)?.to_vec())))
    }

    fn missing(
        &self,
        issuer: &str,
        name: &str,
        reason: MissingReason,
        device_sealed: Option<Vec<u8>>,
    ) -> Result<Account, SealError> {
        let hint = EnrolHint { reason, type_name: "totp".to_owned(), device_sealed: device_sealed.map(DeviceSealed) };
        self.account(issuer, name, Credential::Missing(hint))
    }

    fn sealed(&self) -> Result<SealedCredential, SealError> {
        Ok(SealedCredential {
            seal_id: draw(self.chance)?,
            label: SealedLabel {
                issuer: "Outlook".into(),
                name: "anna.ek@example.com".into(),
                otp_type: 1,
                algorithm: 1,
                digits: 6,
                period: 30,
            },
            slots: self.slots()?,
            sealed: self.boxed(20)?,
        })
    }

    fn sign_in_protection(&self) -> Result<SignInProtection, SealError> {
        Ok(SignInProtection {
            account_key: Key32::filled(|bytes| self.chance.fill(bytes))?,
            slots: self.slots()?,
            seal_id: draw(self.chance)?,
        })
    }

    /// Two contacts, masked as they would be. Nothing opens them: the demo's sealed account is there to be looked at.
    fn slots(&self) -> Result<Vec<SignInSlot>, SealError> {
        [(1, "a•••@e•••.com"), (2, "+46 •• ••• •• 67")]
            .into_iter()
            .map(|(contact_kind, hint)| {
                Ok(SignInSlot {
                    contact_kind,
                    hint: hint.into(),
                    memory_kib: 256 * 1024,
                    passes: 4,
                    lanes: 4,
                    salt: draw(self.chance)?,
                    sealed: self.boxed(32)?,
                })
            })
            .collect()
    }

    /// Random bytes as long as a sealing box around `plain` bytes is.
    fn boxed(&self, plain: usize) -> Result<Vec<u8>, SealError> {
        const OVERHEAD: usize = 72;
        let mut bytes = vec![0; plain + OVERHEAD];
        self.chance.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn recovery_codes(&self, used: usize) -> Result<Vec<RecoveryCode>, SealError> {
        (0..10)
            .map(|index| {
                let [a, b, c, d] = draw(self.chance)?;
                let code = Secret::taken(format!("{a:02x}{b:02x}-{c:02x}{d:02x}").into_bytes());
                Ok(RecoveryCode { code, used: index < used })
            })
            .collect()
    }

    fn days_ago(&self, days: i64) -> Moment {
        self.now.moved(-days * DAY)
    }
}

/// A value made from constants of this file. That none is too long or too short is tested; were one, nothing would be
/// sealed.
fn fitting<T, E>(value: Result<T, E>) -> Result<T, SealError> {
    value.map_err(|_| SealError::TooLarge)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::{DEMO_PASSPHRASE, sample_book};
    use crate::account::{Account, Book, Credential, Kind};
    use crate::chance::{Entropy, NoEntropy};
    use crate::moment::Moment;
    use crate::secret::Passphrase;
    use crate::text::clean_line;

    const NOW: Moment = Moment::from_unix(1_800_000_000);

    struct Counted(AtomicU8);

    impl Entropy for Counted {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
            bytes.iter_mut().for_each(|byte| *byte = self.0.fetch_add(1, Ordering::Relaxed));
            Ok(())
        }
    }

    fn book() -> Book {
        sample_book(&Counted(AtomicU8::new(1)), NOW).expect("samples")
    }

    fn all<T: Ord>(of: impl Fn(&Account) -> Option<T>) -> BTreeSet<T> {
        book().live().filter_map(of).collect()
    }

    #[test]
    fn every_kind_and_state_of_an_account_is_there() {
        assert_eq!(all(|account| Some(account.credential.state_name())), ["missing", "ready", "sealed"].into());
        assert_eq!(
            all(|account| account.params().ok().map(|params| params.type_name())),
            ["hotp", "motp", "steam", "totp", "yandex"].into()
        );
        let reason = |account: &Account| match &account.credential {
            Credential::Missing(hint) => Some(hint.reason.name()),
            _ => None,
        };
        assert_eq!(all(reason), ["device-bound", "device-key-gone", "not-in-import", "pin-not-in-import"].into());
        assert_eq!(all(|account| Some(account.kind.name())).len(), 4);
        assert_eq!(all(|account| Some(account.protection.name())).len(), 3);
    }

    #[test]
    fn everything_a_row_can_show_is_there() {
        assert_eq!(all(|account| account.params().ok().map(|params| params.digits())), [5, 6, 7, 8].into());
        let periods = all(|account| account.params().ok()?.period().map(|period| period.seconds()));
        assert_eq!(periods, [10, 30, 60].into());
        let book = book();
        assert!(book.live().any(|account| account.pinned) && book.live().any(|account| account.refused.is_some()));
        assert!(book.live().any(|account| account.recovery_codes.iter().any(|code| code.used)));
        assert!(book.live().any(|account| !account.note.is_empty()));
        assert!(book.live().any(|account| !account.history.is_empty()));
        assert!(book.live().any(|account| account.sign_in.is_some()));
        assert!(book.trash().count() > 0);
        assert!(book.live().any(|account| account.groups.len() > 1));
    }

    #[test]
    fn the_first_screen_shows_codes_and_badges() {
        let book = book();
        let first: Vec<&str> = book.live().take(12).map(|account| account.credential.state_name()).collect();
        for state in ["ready", "sealed", "missing"] {
            assert!(first.contains(&state), "{state} is not among {first:?}");
        }
    }

    #[test]
    fn what_can_show_a_code_shows_one_and_nothing_else_does() {
        for account in book().live() {
            let is_ready = matches!(account.credential, Credential::Ready(_));
            assert_eq!(account.code_at(NOW).is_ok(), is_ready, "{}", account.title());
        }
    }

    #[test]
    fn the_demo_is_the_same_for_the_same_chance_and_moment() {
        assert_eq!(book(), book());
    }

    #[test]
    fn the_samples_are_clean_and_their_work_accounts_are_device_bound() {
        for account in book().all() {
            for text in [&account.issuer, &account.name, &account.note] {
                assert_eq!(clean_line(text).text, **text);
            }
            if account.kind == Kind::WorkOrSchool {
                assert_eq!(account.protection, account.kind.default_protection());
            }
        }
        assert!(Passphrase::parse(DEMO_PASSPHRASE).is_ok());
    }
}
