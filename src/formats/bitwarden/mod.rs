//! Bitwarden's JSON export: of a person (folders) or an organisation (collections), plain or locked with a password,
//! alone or in the archive that also holds attachments. Bitwarden Authenticator writes the same. One that is locked
//! with the account's own key is told apart and refused. The locks are described in its open source.

mod lock;
mod read;
mod write;

use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::bitwarden::lock::LockedExport;
use crate::formats::json::{self, Fields, Json};
use crate::formats::zipped::Zipped;
use crate::formats::{
    About, Closed, Foreign, Format, FormatError, Likeness, Loss, Parsed, Ready, Target, Unfit, UnlockError, WriteError,
};
use crate::otp::OtpParams;

/// The id in commands and JSON.
const ID: &str = "bitwarden";

/// The member of the archive that holds the items.
const MEMBER: &str = "data.json";

/// Bitwarden.
#[derive(Debug)]
pub struct Bitwarden;

impl Format for Bitwarden {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        let reads = "JSON and zip, plain and password-protected (PBKDF2, Argon2id); JSON of Bitwarden Authenticator";
        About { app: "Bitwarden", how: "how-bitwarden", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_export = file.json().and_then(Json::fields).is_some_and(is_export);
        if is_export || archive(file).is_some() { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        if let Some(zipped) = archive(file) {
            let bytes = zipped.member(MEMBER, None).map_err(|error| match error {
                UnlockError::Format(error) => error,
                UnlockError::WrongPassword => FormatError::Damaged("zip"),
            })?;
            return export(&json::parse(&bytes)?);
        }
        export(file.json().ok_or_else(|| file.trouble().unwrap_or(FormatError::NotRecognised))?)
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

fn is_export(top: Fields<'_>) -> bool {
    top.has("encrypted") && (top.has("items") || top.has("data"))
}

fn archive(file: &Foreign) -> Option<Zipped<'_>> {
    if !Zipped::is_likely(file.bytes()) {
        return None;
    }
    Zipped::parse(file.bytes()).ok().filter(|zipped| zipped.has(MEMBER))
}

fn export(json: &Json) -> Result<Parsed, FormatError> {
    let top = json.fields().filter(|top| is_export(*top)).ok_or(FormatError::NotRecognised)?;
    let is = |name| top.is(name).map_err(|_| FormatError::Damaged(name));
    match (is("encrypted")?, is("passwordProtected")?) {
        (false, _) => Ok(Parsed::Plain(read::items(top)?)),
        (true, true) => Ok(Parsed::Locked(Box::new(LockedExport::parse(top)?))),
        (true, false) => Err(FormatError::Closed(Closed::BitwardenAccount)),
    }
}

impl Target for Bitwarden {
    fn plain_id(&self) -> Option<&'static str> {
        Some("bitwarden-plain")
    }

    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        write::fits(account, params)?;
        let mut losses = Loss::all_but(&[Loss::Groups, Loss::Note, Loss::Pinned], account);
        losses.extend((account.groups.len() > 1).then_some(Loss::Groups));
        // The item's name may not be empty there and stands for an issuer that is.
        losses.extend(account.issuer.is_empty().then_some(Loss::Names));
        losses.sort_unstable();
        Ok(losses)
    }

    fn plain(&self, accounts: &[Ready<'_>], chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        Ok(write::content(accounts, chance)?.to_bytes())
    }

    fn seal(&self, plain: &[u8], password: &str, chance: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        lock::locked(plain, password, chance)
    }
}
