//! Reading back what was written: another app will have nothing else to go by.

use crate::account::Account;
use crate::formats::{Arrival, Foreign, Imported, Loss, Parsed};
use crate::ops::export::Choice;
use crate::ops::import::{has_same_key, is_same_code};
use crate::otp::OtpParams;
use crate::otp::uri::KeyWithoutPin;

/// Whether bytes hold all these accounts, in order, with all that was not declared lost.
pub(super) fn reads_back(bytes: &[u8], choice: Choice, password: Option<&str>, accounts: &[&Account]) -> bool {
    let Some(imported) = read(bytes, choice, password) else { return false };
    imported.complaints.is_empty()
        && imported.arrivals.len() == accounts.len()
        && accounts.iter().zip(&imported.arrivals).all(|(account, arrival)| is_same(account, arrival, choice))
}

fn read(bytes: &[u8], choice: Choice, password: Option<&str>) -> Option<Imported> {
    let file = Foreign::new(bytes.to_vec(), None).ok()?;
    match (choice.format.parse(&file).ok()?, password) {
        (Parsed::Locked(locked), Some(password)) => locked.open(password).ok(),
        (Parsed::Plain(imported), None) => Some(imported),
        _ => None,
    }
}

fn is_same(account: &Account, arrival: &Arrival, choice: Choice) -> bool {
    let Ok(params) = account.params() else { return false };
    let Ok(losses) = choice.target.losses(account, params) else { return false };
    let is_kept = |loss| !losses.contains(&loss);
    let can_hold_groups = is_kept(Loss::Groups) && !account.groups.is_empty();
    (!is_kept(Loss::Names) || (&account.issuer, &account.name) == (&arrival.issuer, &arrival.name))
        && is_same_key(params, arrival)
        && (!can_hold_groups || account.groups == arrival.groups)
        && (!is_kept(Loss::Note) || account.note == arrival.note)
        && (!is_kept(Loss::Pinned) || account.pinned == arrival.pinned)
}

fn is_same_key(params: &OtpParams, arrival: &Arrival) -> bool {
    if let Some(read) = arrival.params() {
        return is_same_code(params, read) && params.counter() == read.counter();
    }
    // Where the PIN is a declared loss, the rest has to be there.
    let (Some(KeyWithoutPin::Motp(secret)), Some(pin)) = (&arrival.without_pin, params.pin()) else { return false };
    has_same_key(params, &KeyWithoutPin::Motp(secret.duplicate()).with_pin(pin.duplicate()))
}
