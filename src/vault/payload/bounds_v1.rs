//! The bounds of schema 1: kept when writing and checked when reading, so that neither side can be made to hold more.

use crate::vault::payload::backup_v1::{
    BackupAccountV1, BackupPayloadV1, CarriedV1, OpenKeyV1, OpenPartV1, SealedContentV1,
};
use crate::vault::payload::v1::{AccountV1, CredentialV1, ExtV1, OtpV1, PayloadV1, SealedV1, SignInSlotV1};

/// Accounts of a vault.
pub const MOST_ACCOUNTS: usize = 100_000;
const MOST_GROUPS: usize = 10_000;
/// Entries of one account's lists, and of any `ext`.
const MOST_ENTRIES: usize = 1_000;
const LONGEST_TEXT: usize = 65_536;
/// One `ext` value of the payload may hold a whole list of another room.
const LONGEST_EXT: usize = 1024 * 1024;

impl<L> PayloadV1<L> {
    /// Whether every list and text keeps its bound, those of the accounts apart: each answers for itself.
    pub fn keeps_bounds(&self) -> bool {
        self.groups.len() <= MOST_GROUPS && self.groups.iter().all(|group| fits(group)) && ext_fits(&self.ext)
    }
}

/// Whether there are no more accounts than a vault may hold, and each keeps its bounds.
pub fn accounts_keep_bounds(accounts: &[AccountV1]) -> bool {
    accounts.len() <= MOST_ACCOUNTS && accounts.iter().all(AccountV1::keeps_bounds)
}

impl AccountV1 {
    /// Whether every list and text keeps its bound.
    pub fn keeps_bounds(&self) -> bool {
        let pin = self.provider_pin.as_ref();
        let texts = [&self.issuer, &self.name, &self.note, &self.icon];
        let lists = [self.groups.len(), self.recovery_codes.len(), self.history.len()];
        lists.into_iter().all(|length| length <= MOST_ENTRIES)
            && texts.into_iter().chain(&self.groups).all(|text| fits(text))
            && pin.is_none_or(|pin| fits(&pin.issuer) && fits(&pin.subject))
            && self.recovery_codes.iter().all(|code| code.code.len() <= LONGEST_TEXT)
            && self.history.iter().all(|old| otp_fits(&old.otp))
            && self.sign_in.as_ref().is_none_or(|sign_in| slots_fit(&sign_in.slots))
            && credential_fits(&self.credential)
            && ext_fits(&self.ext)
    }
}

impl BackupPayloadV1 {
    /// Whether every list and text keeps its bound.
    pub fn keeps_bounds(&self) -> bool {
        self.accounts.len() <= MOST_ACCOUNTS
            && self.groups.len() <= MOST_GROUPS
            && self.groups.iter().all(|group| fits(group))
            && fits(&self.recovery_account)
            && fits(&self.computer)
            && self.earlier.len() <= MOST_ENTRIES
            && self.accounts.iter().all(BackupAccountV1::keeps_bounds)
            && ext_fits(&self.ext)
    }
}

impl BackupAccountV1 {
    fn keeps_bounds(&self) -> bool {
        let pin = self.provider_pin.as_ref();
        let texts = [&self.issuer, &self.name, &self.icon];
        self.groups.len() <= MOST_ENTRIES
            && texts.into_iter().chain(&self.groups).all(|text| fits(text))
            && pin.is_none_or(|pin| fits(&pin.issuer) && fits(&pin.subject))
            && match &self.carried {
                CarriedV1::Name(name) => fits(&name.type_name),
                CarriedV1::Open(open) => open_fits(open),
                CarriedV1::Sealed(sealed) => sealed_fits(sealed),
            }
    }
}

impl SealedContentV1 {
    /// Whether every list and text keeps its bound.
    pub fn keeps_bounds(&self) -> bool {
        let lists = [self.recovery_codes.len(), self.history.len()];
        lists.into_iter().all(|length| length <= MOST_ENTRIES)
            && otp_fits(&self.otp)
            && fits(&self.note)
            && self.recovery_codes.iter().all(|code| code.code.len() <= LONGEST_TEXT)
            && self.history.iter().all(|old| otp_fits(&old.otp))
    }
}

fn open_fits(open: &OpenPartV1) -> bool {
    let lists = [open.recovery_codes.len(), open.history.len()];
    lists.into_iter().all(|length| length <= MOST_ENTRIES)
        && fits(&open.note)
        && open.recovery_codes.iter().all(|code| code.code.len() <= LONGEST_TEXT)
        && open.history.iter().all(|old| otp_fits(&old.otp))
        && match &open.key {
            OpenKeyV1::Missing(name) => fits(&name.type_name),
            OpenKeyV1::Ready(otp) => otp_fits(otp),
        }
        && ext_fits(&open.ext)
}

fn credential_fits(credential: &CredentialV1) -> bool {
    match credential {
        CredentialV1::Missing(missing) => {
            fits(&missing.type_name) && missing.device_sealed.as_ref().is_none_or(|sealed| sealed.len() <= LONGEST_EXT)
        }
        CredentialV1::Ready(otp) => otp_fits(otp),
        CredentialV1::Sealed(sealed) => sealed_fits(sealed),
    }
}

fn sealed_fits(sealed: &SealedV1) -> bool {
    fits(&sealed.label.issuer)
        && fits(&sealed.label.name)
        && sealed.sealed.len() <= LONGEST_EXT
        && slots_fit(&sealed.slots)
}

fn otp_fits(otp: &OtpV1) -> bool {
    otp.key.len() <= LONGEST_TEXT && fits(&otp.pin)
}

fn slots_fit(slots: &[SignInSlotV1]) -> bool {
    slots.iter().all(|slot| fits(&slot.hint) && slot.sealed.len() <= LONGEST_TEXT)
}

fn ext_fits(ext: &[ExtV1]) -> bool {
    ext.len() <= MOST_ENTRIES && ext.iter().all(|(_, value)| value.len() <= LONGEST_EXT)
}

const fn fits(text: &str) -> bool {
    text.len() <= LONGEST_TEXT
}
