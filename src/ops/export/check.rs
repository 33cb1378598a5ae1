//! Reading back what was written: another app will have nothing else to go by.

use crate::account::Account;
use crate::account::{has_same_key, is_same_code};
use crate::formats::{Arrival, Foreign, Format, Imported, Loss, Parsed, PictureError, by_id};
use crate::ops::export::choice::{Choice, Way};
use crate::ops::export::draft::Bytes;
use crate::ops::import::read_codes;
use crate::otp::OtpParams;
use crate::otp::uri::KeyWithoutPin;
use crate::ports::{ScanError, Scanner};

/// Whether files hold all these accounts, in order, with all that was not declared lost.
pub(super) fn reads_back(
    files: &[Bytes],
    choice: Choice,
    password: Option<&str>,
    accounts: &[Account],
    scanner: &dyn Scanner,
) -> bool {
    let imported = match choice.way {
        // It was opened and compared as a whole when it was made.
        Way::Own => return true,
        Way::Foreign(format, _) => all(files, |bytes| read(bytes, format, password)),
        Way::Pictures(..) => match seen(files, scanner) {
            Ok(imported) => imported,
            // Without a reader of pictures there is nothing to compare with.
            Err(ScanError::Picture(PictureError::Unavailable)) => return true,
            Err(_) => return false,
        },
        Way::SheetHtml(_) | Way::SheetSvg(_) => {
            by_id("html").and_then(|format| all(files, |bytes| read(bytes, format, None)))
        }
    };
    let Some(imported) = imported else { return false };
    imported.complaints.is_empty()
        && imported.arrivals.len() == accounts.len()
        && accounts.iter().zip(&imported.arrivals).all(|(account, arrival)| is_same(account, arrival, choice))
}

fn all(files: &[Bytes], read: impl Fn(&[u8]) -> Option<Imported>) -> Option<Imported> {
    let each: Option<Vec<Imported>> = files.iter().map(|bytes| read(bytes)).collect();
    each?.into_iter().reduce(Imported::with)
}

fn read(bytes: &[u8], format: &dyn Format, password: Option<&str>) -> Option<Imported> {
    let file = Foreign::new(bytes.to_vec(), None).ok()?;
    match (format.parse(&file).ok()?, password) {
        (Parsed::Locked(locked), Some(password)) => locked.open(password).ok(),
        (Parsed::Plain(imported), None) => Some(imported),
        _ => None,
    }
}

/// What the pictures say, taken as a whole.
fn seen(files: &[Bytes], scanner: &dyn Scanner) -> Result<Option<Imported>, ScanError> {
    let texts: Result<Vec<_>, _> = files.iter().map(|bytes| scanner.scan_picture(bytes)).collect();
    let texts: Vec<_> = texts?.into_iter().flatten().collect();
    Ok(read_codes(&texts).ok())
}

fn is_same(account: &Account, arrival: &Arrival, choice: Choice) -> bool {
    let Ok(params) = account.params() else { return false };
    let Ok(losses) = choice.losses(account) else { return false };
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
