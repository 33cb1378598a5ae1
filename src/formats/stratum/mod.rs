//! Stratum's backup (formerly Authenticator Pro): plain JSON, locked, and locked in the way of its older versions.
//! The app's own database is read too.
//! Source: `StrongBackupEncryption`, `LegacyBackupEncryption` and `Backup` of the app. Its text list is a list of URIs.

mod database;
mod lock;
mod read;
mod write;

use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::stratum::lock::{LEGACY, LockedBackup, STRONG};
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Loss, Parsed, Ready, Target, Unfit, WriteError};
use crate::otp::OtpParams;

/// The id in commands and JSON.
const ID: &str = "stratum";

/// The backup of Stratum.
#[derive(Debug)]
pub struct Stratum;

impl Format for Stratum {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        let reads = "backup, plain and encrypted, also of older versions (Authenticator Pro); the app's database";
        About { app: "Stratum", how: "how-stratum", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_locked = [STRONG, LEGACY].iter().any(|magic| file.bytes().starts_with(*magic));
        let top = file.json().and_then(|json| json.fields());
        let is_database = || database::is_it(file.bytes());
        if is_locked || is_database() || top.is_some_and(|top| top.has("Authenticators")) {
            Likeness::Sure
        } else {
            Likeness::None
        }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        if let Some(locked) = LockedBackup::parse(file.bytes())? {
            return Ok(Parsed::Locked(Box::new(locked)));
        }
        if database::is_it(file.bytes()) {
            return Ok(Parsed::Plain(database::read(file.bytes())?));
        }
        let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
        Ok(Parsed::Plain(read::backup(json)?))
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

impl Target for Stratum {
    fn plain_id(&self) -> Option<&'static str> {
        Some("stratum-plain")
    }

    /// The app's database has the key as its primary key.
    fn keeps_one_per_key(&self) -> bool {
        true
    }

    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        write::fits(params)?;
        let mut losses = Loss::all_but(&[Loss::Groups, Loss::Usage], account);
        losses.extend(write::changes_names(account).then_some(Loss::Names));
        losses.sort_unstable();
        Ok(losses)
    }

    fn plain(&self, accounts: &[Ready<'_>], _: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        Ok(write::backup(accounts))
    }

    fn seal(&self, plain: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        lock::sealed(plain, password, chance)
    }
}
