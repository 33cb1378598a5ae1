//! Google Authenticator's transfer codes as a text, one `otpauth-migration://` a line: all versions that the app has
//! shown since 2020. The message itself is read by `transfer`.

use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::gathering::Gathering;
use crate::formats::lines::{are_all, lines};
use crate::formats::transfer::{Transfers, is_transfer};
use crate::formats::{
    About, Foreign, Format, FormatError, Likeness, Loss, Parsed, Ready, Target, Unfit, WriteError, transfer_write,
};
use crate::otp::OtpParams;

/// Transfer codes of Google Authenticator.
#[derive(Debug)]
pub struct Migration;

impl Format for Migration {
    fn id(&self) -> &'static str {
        "google-migration"
    }

    fn about(&self) -> About {
        About { app: "Google Authenticator", how: "how-google-migration", reads: "transfer codes, any number of parts" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        are_all(file, is_transfer)
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let (mut gathering, mut transfers) = (Gathering::new(self.id()), Transfers::default());
        for (spot, line) in lines(file.text().ok_or(FormatError::NotRecognised)?) {
            if let Err(reason) = transfers.take(spot, line) {
                gathering.complain(spot, "", reason)?;
            }
        }
        transfers.gather(&mut gathering)?;
        Ok(Parsed::Plain(gathering.finish()?))
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

impl Target for Migration {
    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        transfer_write::fits(account, params)?;
        let mut losses = Loss::all_but(&[], account);
        losses.extend(transfer_write::changes_names(account).then_some(Loss::Names));
        losses.sort_unstable();
        Ok(losses)
    }

    fn plain(&self, accounts: &[Ready<'_>], chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        transfer_write::codes(accounts, chance)
    }
}
