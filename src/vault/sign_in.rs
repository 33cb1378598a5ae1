//! An account's key under its own sign-in, as backups carry it (docs/vault-format.md, section 7). Asking for password
//! and contact is for other rooms; here the account key is there.

use sha2::{Digest, Sha256};

use crate::account::{Account, SealedCredential, SealedLabel, SignInProtection};
use crate::chance::Entropy;
use crate::otp::OtpParams;
use crate::vault::SealError;
use crate::vault::boxed::{self, Purpose};
use crate::vault::enc::enc;
use crate::vault::payload;

/// Seals the key of an account with all that is as sensitive: note, recovery codes, PIN, old keys.
///
/// # Errors
/// [`SealError`].
pub fn seal(
    account: &Account,
    params: &OtpParams,
    protection: &SignInProtection,
    chance: &dyn Entropy,
) -> Result<SealedCredential, SealError> {
    let label = payload::label_of(account, params);
    let content = payload::sealed_content(account, params)?;
    let aad = aad(&protection.seal_id, &label);
    let sealed = boxed::seal(&protection.account_key, Purpose::SignInSecret, &aad, &content, chance)?;
    Ok(SealedCredential { seal_id: protection.seal_id, label, slots: protection.slots.clone(), sealed })
}

/// What the seal is bound to: id and label as sealed.
fn aad(seal_id: &[u8; 16], label: &SealedLabel) -> Vec<u8> {
    [seal_id.as_slice(), &label_hash(label)].concat()
}

/// `SHA-256(enc("label", [issuer, name, otp_type, algorithm, digits, period as u32]))`.
fn label_hash(label: &SealedLabel) -> [u8; 32] {
    let numbers = [[label.otp_type], [label.algorithm], [label.digits]];
    let [otp_type, algorithm, digits] = &numbers;
    let period = label.period.to_le_bytes();
    let parts = [label.issuer.as_bytes(), label.name.as_bytes(), otp_type, algorithm, digits, &period];
    Sha256::digest(&*enc("label", &parts)).into()
}

/// The name of the kind of code that a label speaks of.
#[must_use]
pub const fn type_name(label: &SealedLabel) -> &'static str {
    match label.otp_type {
        1 => "totp",
        2 => "hotp",
        3 => "steam",
        4 => "motp",
        5 => "yandex",
        _ => "",
    }
}
