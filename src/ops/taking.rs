//! A code is taken: the use is counted, and a counter moves on before its code can be seen.

use crate::account::{AccountId, Book, Credential, NotReady};
use crate::moment::Moment;
use crate::ops::SaveReceipt;
use crate::ops::accounts::DeedError;
use crate::otp::{Code, OtpParams};

/// A code that was taken. A counter-based one can be looked at only with the receipt of a save.
#[derive(Debug)]
pub enum Taken {
    /// Time-based: it can be shown at once; the save of the use count may follow when it likes.
    AtOnce(Code),
    /// Counter-based: save, then [`AfterSave::reveal`].
    AfterSave(AfterSave),
}

/// A counter-based code that waits for its counter to be saved.
#[derive(Debug)]
pub struct AfterSave(Code);

impl AfterSave {
    /// The code, now that its counter is safe. Whoever has no receipt has not saved; that it is the receipt of the save
    /// after the taking, and not of one before, is for the caller to see to.
    #[must_use]
    pub fn reveal(self, _: &SaveReceipt) -> Code {
        self.0
    }
}

/// Takes the code of an account: counts the use and moves a counter on. `skip` leaves out that many codes (the next one
/// is `skip` 1).
///
/// # Errors
/// [`DeedError::NotFound`], [`DeedError::NotReady`]; nothing has changed then.
pub fn take_code(book: &mut Book, id: AccountId, skip: Skip, now: Moment) -> Result<Taken, DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    let code = match skip {
        Skip::None => account.code_at(now),
        Skip::One => account.next_code_at(now),
    }?;
    let taken = match advanced(account.params()?, skip)? {
        Some(params) => {
            account.credential = Credential::Ready(params);
            Taken::AfterSave(AfterSave(code))
        }
        None => Taken::AtOnce(code),
    };
    account.use_count = account.use_count.saturating_add(1);
    account.last_used = Some(now);
    Ok(taken)
}

/// Which code is meant.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Skip {
    /// The present one.
    #[default]
    None,
    /// The one after it.
    One,
}

/// The parameters after a counter-based code was used; `None` for time-based ones.
fn advanced(params: &OtpParams, skip: Skip) -> Result<Option<OtpParams>, NotReady> {
    let mut after = params.duplicate();
    let used = match skip {
        Skip::None => 1,
        Skip::One => 2,
    };
    for _ in 0..used {
        if !after.advance().map_err(NotReady::NoCode)? {
            return Ok(None);
        }
    }
    Ok(Some(after))
}
