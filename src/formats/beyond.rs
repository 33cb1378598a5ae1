//! What our own export brings of an account beside what other apps know.

use crate::account::{Account, OldKey, Protection, ProviderPin, RecoveryCode, SignInProtection};
use crate::moment::Moment;

/// What no other app knows of an account.
#[derive(Debug, Eq, PartialEq)]
pub struct Beyond {
    /// What a backup carries of it.
    pub protection: Protection,
    /// What sign-in protection needs.
    pub sign_in: Option<Box<SignInProtection>>,
    /// The service's recovery codes.
    pub recovery_codes: Vec<RecoveryCode>,
    /// When it was last changed by a person.
    pub changed: Moment,
    /// Keys that were replaced, newest first.
    pub history: Vec<OldKey>,
    /// When the service accepted a code.
    pub accepted: Option<Moment>,
    /// When the service refused a code.
    pub refused: Option<Moment>,
    /// Who signed in at the provider.
    pub provider_pin: Option<Box<ProviderPin>>,
    /// Facts that a newer version wrote.
    pub ext: Vec<(u16, Vec<u8>)>,
}

impl Beyond {
    /// Takes all of it from an account.
    pub(in crate::formats) fn take(account: &mut Account) -> Self {
        Self {
            protection: account.protection,
            sign_in: account.sign_in.take(),
            recovery_codes: std::mem::take(&mut account.recovery_codes),
            changed: account.changed,
            history: std::mem::take(&mut account.history),
            accepted: account.accepted,
            refused: account.refused,
            provider_pin: account.provider_pin.take(),
            ext: std::mem::take(&mut account.ext),
        }
    }

    /// A copy, replaced keys included.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self {
            protection: self.protection,
            sign_in: self.sign_in.as_ref().map(|it| Box::new(it.duplicate())),
            recovery_codes: self.recovery_codes.iter().map(RecoveryCode::duplicate).collect(),
            changed: self.changed,
            history: self.history.iter().map(OldKey::duplicate).collect(),
            accepted: self.accepted,
            refused: self.refused,
            provider_pin: self.provider_pin.clone(),
            ext: self.ext.clone(),
        }
    }

    /// Gives all of it to an account that comes in.
    pub(in crate::formats) fn give(self, account: &mut Account) {
        account.protection = self.protection;
        account.sign_in = self.sign_in;
        account.recovery_codes = self.recovery_codes;
        account.changed = self.changed;
        account.history = self.history;
        account.accepted = self.accepted;
        account.refused = self.refused;
        account.provider_pin = self.provider_pin;
        account.ext = self.ext;
    }

    /// Gives an account that is there already what it does not have: recovery codes and replaced keys. What the person
    /// decided there, such as the protection, stays.
    pub fn join(self, account: &mut Account) {
        for code in self.recovery_codes {
            if !account.recovery_codes.iter().any(|known| known.code == code.code) {
                account.recovery_codes.push(code);
            }
        }
        for old in self.history {
            if !account.history.iter().any(|known| known.params == old.params) {
                account.history.push(old);
            }
        }
        account.history.sort_by_key(|old| std::cmp::Reverse(old.replaced));
    }
}
