//! Aegis Authenticator's vault, which is also its export and automatic backup: plain or locked with passwords, all
//! content versions (1 to 3). Its text and HTML exports are other formats. Layout: docs/vault.md of that app.

mod lock;
mod read;
mod write;

use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::aegis::lock::LockedVault;
use crate::formats::json::Fields;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Loss, Parsed, Ready, Target, Unfit, WriteError};
use crate::otp::OtpParams;

/// The id in commands and JSON.
const ID: &str = "aegis";

/// The version of the file around the content. There has been only this one.
const FILE_VERSION: u64 = 1;

/// The vault of Aegis Authenticator.
#[derive(Debug)]
pub struct Aegis;

impl Format for Aegis {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "Aegis", how: "how-aegis", reads: "JSON, plain and encrypted, content versions 1 to 3" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_vault = file.json().and_then(|json| json.fields()).is_some_and(|top| top.has("header") && top.has("db"));
        if is_vault { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
        let top = json.fields().ok_or(FormatError::NotRecognised)?;
        match number(top, "version")? {
            FILE_VERSION => {}
            found => return Err(FormatError::TooNew { found }),
        }
        match top.object("db") {
            Some(content) => Ok(Parsed::Plain(read::content(content)?)),
            None => Ok(Parsed::Locked(Box::new(LockedVault::parse(top)?))),
        }
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

impl Target for Aegis {
    fn plain_id(&self) -> Option<&'static str> {
        Some("aegis-plain")
    }

    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        if write::fits(params) { Ok(Loss::usual(account)) } else { Err(Unfit::Kind) }
    }

    fn plain(&self, accounts: &[Ready<'_>], chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        Ok(write::plain(write::content(accounts, chance)?))
    }

    fn locked(
        &self,
        accounts: &[Ready<'_>],
        password: &str,
        chance: &dyn Entropy,
    ) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        lock::locked(&write::content(accounts, chance)?, password, chance)
    }
}

fn number(fields: Fields<'_>, name: &'static str) -> Result<u64, FormatError> {
    fields.number(name).ok().flatten().ok_or(FormatError::Damaged(name))
}
