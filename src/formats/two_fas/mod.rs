//! 2FAS's backup (`.2fas`), schema 1 to 4, of Android and iOS, plain or encrypted. Source: `BackupContent` and
//! `RemoteService` of the app's repositories.

mod lock;
mod read;
mod write;

use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::json::Fields;
use crate::formats::two_fas::lock::LockedBackup;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Loss, Parsed, Ready, Target, Unfit, WriteError};
use crate::otp::OtpParams;

/// The id in commands and JSON.
const ID: &str = "2fas";

/// The newest schema that is known, which is the one that is written.
const NEWEST: u64 = 4;

/// The backup of 2FAS.
#[derive(Debug)]
pub struct TwoFas;

impl Format for TwoFas {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "2FAS", how: "how-2fas", reads: "backup, schema 1 to 4, plain and encrypted (Android and iOS)" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let top = file.json().and_then(|json| json.fields());
        let is_backup =
            top.is_some_and(|top| top.has("schemaVersion") && (top.has("services") || top.has("servicesEncrypted")));
        if is_backup { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let top = top(file)?;
        match top.number("schemaVersion").ok().flatten() {
            Some(1..=NEWEST) => {}
            Some(found) if found > NEWEST => return Err(FormatError::TooNew { found }),
            _ => return Err(FormatError::Damaged("schemaVersion")),
        }
        if is_given(top, "servicesEncrypted")? || is_given(top, "reference")? {
            return Ok(Parsed::Locked(Box::new(LockedBackup::parse(top)?)));
        }
        Ok(Parsed::Plain(read::services(top.list("services"), &read::groups(top))?))
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

impl Target for TwoFas {
    fn plain_id(&self) -> Option<&'static str> {
        Some("2fas-plain")
    }

    fn keeps_one_per_key(&self) -> bool {
        true
    }

    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        write::fits(params)?;
        let mut losses = Loss::all_but(&[Loss::Groups], account);
        // The display name may not be empty there and stands for an issuer that is.
        losses.extend(account.issuer.is_empty().then_some(Loss::Names));
        losses.extend((account.groups.len() > 1).then_some(Loss::Groups));
        losses.sort_unstable();
        Ok(losses)
    }

    fn plain(&self, accounts: &[Ready<'_>], chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        write::plain(accounts, chance)
    }

    fn locked(
        &self,
        accounts: &[Ready<'_>],
        password: &str,
        chance: &dyn Entropy,
    ) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        write::locked(accounts, password, chance)
    }
}

fn top(file: &Foreign) -> Result<Fields<'_>, FormatError> {
    let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
    json.fields().ok_or(FormatError::NotRecognised)
}

fn is_given(top: Fields<'_>, name: &'static str) -> Result<bool, FormatError> {
    top.text(name).map(|text| !text.trim().is_empty()).map_err(|_| FormatError::Damaged(name))
}
