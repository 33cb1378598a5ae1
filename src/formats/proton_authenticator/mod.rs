//! Proton Authenticator's export: JSON with a URI an entry, plain or locked with a password. Layout and lock are those
//! of its open source.

mod lock;
mod read;
mod write;

use serde_json::Value;
use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::json::{Fields, Json};
use crate::formats::proton_authenticator::lock::LockedExport;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Loss, Parsed, Ready, Target, Unfit, WriteError};
use crate::otp::OtpParams;

/// The id in commands and JSON.
const ID: &str = "proton-authenticator";

/// The version of the file. There has been only this one.
const VERSION: u64 = 1;

/// Proton Authenticator.
#[derive(Debug)]
pub struct ProtonAuthenticator;

impl Format for ProtonAuthenticator {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "Proton Authenticator", how: "how-proton-authenticator", reads: "JSON, plain and encrypted" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_export = file.json().and_then(Json::fields).is_some_and(|top| is_locked(top) || is_plain(top));
        if is_export { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let json = file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?;
        let top = json.fields().ok_or(FormatError::NotRecognised)?;
        match top.number("version").ok().flatten().ok_or(FormatError::Damaged("version"))? {
            VERSION => {}
            found => return Err(FormatError::TooNew { found }),
        }
        if is_locked(top) {
            return Ok(Parsed::Locked(Box::new(LockedExport::parse(top)?)));
        }
        Ok(Parsed::Plain(read::entries(top)?))
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

fn is_locked(top: Fields<'_>) -> bool {
    ["version", "salt", "content"].into_iter().all(|name| top.has(name))
}

fn is_plain(top: Fields<'_>) -> bool {
    let entries = top.value("entries").and_then(Value::as_array);
    let is_ours = |entries: &Vec<Value>| {
        entries.is_empty() || entries.iter().filter_map(Fields::of).any(|entry| entry.object("content").is_some())
    };
    top.has("version") && entries.is_some_and(is_ours)
}

impl Target for ProtonAuthenticator {
    fn plain_id(&self) -> Option<&'static str> {
        Some("proton-authenticator-plain")
    }

    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        write::fits(account, params)?;
        let mut losses = Loss::all_but(&[Loss::Note], account);
        // A Steam account has no issuer there but the one it has anyway.
        let is_renamed = matches!(params, OtpParams::Steam { .. }) && *account.issuer != *"Steam";
        losses.extend(is_renamed.then_some(Loss::Names));
        losses.sort_unstable();
        Ok(losses)
    }

    fn plain(&self, accounts: &[Ready<'_>], _: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        Ok(write::content(accounts).to_bytes())
    }

    fn seal(&self, plain: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        lock::locked(plain, password, chance)
    }
}
