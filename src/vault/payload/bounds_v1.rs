//! The bounds of schema 1: kept when writing and checked when reading, so that neither side can be made to hold more.

use crate::vault::payload::v1::{AccountV1, CredentialV1, ExtV1, OtpV1, PayloadV1, SignInSlotV1};

const MOST_ACCOUNTS: usize = 100_000;
const MOST_GROUPS: usize = 10_000;
/// Entries of one account's lists, and of any `ext`.
const MOST_ENTRIES: usize = 1_000;
const LONGEST_TEXT: usize = 65_536;
/// One `ext` value of the payload may hold a whole list of another room.
const LONGEST_EXT: usize = 1024 * 1024;

impl PayloadV1 {
    /// Whether every list and text keeps its bound.
    pub fn keeps_bounds(&self) -> bool {
        self.groups.len() <= MOST_GROUPS
            && self.accounts.len() <= MOST_ACCOUNTS
            && self.groups.iter().all(|group| fits(group))
            && self.accounts.iter().all(account_fits)
            && ext_fits(&self.ext)
    }
}

fn account_fits(account: &AccountV1) -> bool {
    let pin = account.provider_pin.as_ref();
    let texts = [&account.issuer, &account.name, &account.note, &account.icon];
    let lists = [account.groups.len(), account.recovery_codes.len(), account.history.len()];
    lists.into_iter().all(|length| length <= MOST_ENTRIES)
        && texts.into_iter().chain(&account.groups).all(|text| fits(text))
        && pin.is_none_or(|pin| fits(&pin.issuer) && fits(&pin.subject))
        && account.recovery_codes.iter().all(|code| code.code.len() <= LONGEST_TEXT)
        && account.history.iter().all(|old| otp_fits(&old.otp))
        && account.sign_in.as_ref().is_none_or(|sign_in| slots_fit(&sign_in.slots))
        && credential_fits(&account.credential)
        && ext_fits(&account.ext)
}

fn credential_fits(credential: &CredentialV1) -> bool {
    match credential {
        CredentialV1::Missing(missing) => {
            fits(&missing.type_name) && missing.device_sealed.as_ref().is_none_or(|sealed| sealed.len() <= LONGEST_EXT)
        }
        CredentialV1::Ready(otp) => otp_fits(otp),
        CredentialV1::Sealed(sealed) => {
            fits(&sealed.label.issuer)
                && fits(&sealed.label.name)
                && sealed.sealed.len() <= LONGEST_EXT
                && slots_fit(&sealed.slots)
        }
    }
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
