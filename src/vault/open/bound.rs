//! Accounts of an open vault that are bound to this computer: its device key opens them, and seals them again.

use std::sync::OnceLock;

use crate::account::{Account, AccountId, Credential, Protection};
use crate::secret::Key32;
use crate::vault::device::DeviceLock;
use crate::vault::open::OpenVault;
use crate::vault::payload::SealedContent;

impl OpenVault {
    /// Takes this computer's device key: what it sealed becomes Ready, and from now on device-bound accounts are written
    /// under it. Returns how many accounts it opened. What another key sealed stays as it is.
    pub fn set_device_key(&mut self, key: Key32) -> usize {
        let lock = DeviceLock { key, vault: self.id() };
        let mut opened = 0;
        for account in self.book_mut().all_mut() {
            let Credential::Missing(hint) = &account.credential else { continue };
            let Some(sealed) = &hint.device_sealed else { continue };
            if let Ok(content) = lock.open(account.id, sealed) {
                put(account, content);
                opened += 1;
            }
        }
        self.contents.device = OnceLock::from(lock);
        opened
    }

    /// Takes a device key that was just made for a vault that had none: it seals from now on.
    pub fn provide_device_key(&self, key: Key32) {
        // Where one is known already, that one stays.
        let _ = self.contents.device.set(DeviceLock { key, vault: self.id() });
    }

    /// Whether the device key is known.
    #[must_use]
    pub fn has_device_key(&self) -> bool {
        self.contents.device.get().is_some()
    }

    /// The accounts that only this computer's device key opens, and that it has not opened.
    #[must_use]
    pub fn closed_to_this_computer(&self) -> Vec<AccountId> {
        let is_closed = |account: &&Account| matches!(&account.credential, Credential::Missing(hint) if hint.device_sealed.is_some());
        self.book().all().iter().filter(is_closed).map(|account| account.id).collect()
    }

    /// Whether there is a key in the book that the device key should seal.
    #[must_use]
    pub fn wants_device_key(&self) -> bool {
        let wants = |account: &Account| {
            account.protection == Protection::DeviceBound && matches!(account.credential, Credential::Ready(_))
        };
        self.book().all().iter().any(wants)
    }
}

/// What lay in the box goes into the row, beside what was written there on another computer.
fn put(account: &mut Account, content: SealedContent) {
    let SealedContent { params, note, recovery_codes, history } = content;
    account.credential = Credential::Ready(params);
    account.add_sealed(note, recovery_codes, history);
}
