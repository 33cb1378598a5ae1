//! An account's key under its own sign-in, as backups carry it (docs/vault-format.md, section 7). Password and contact
//! are both inputs of the key, so no screen and no changed program can do without one of them.

mod calling_codes;
mod contact;
mod punycode;

use sha2::{Digest, Sha256};

use crate::account::{Account, OldKey, RecoveryCode, SealedCredential, SealedLabel, SignInProtection, SignInSlot};
use crate::chance::{Entropy, draw};
use crate::otp::OtpParams;
use crate::secret::{Key32, Passphrase, Private};
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::enc::enc;
use crate::vault::kdf::{KdfParams, argon2id};
use crate::vault::payload;
use crate::vault::{OpenError, SealError};

pub use contact::{Contact, ContactError, ContactKind};

/// The most contacts of one account.
pub const MOST_CONTACTS: usize = 4;

/// A box with an account key in it: 72 bytes more than the key.
const SLOT_BOX: usize = 104;

/// What lay under an account's sign-in.
#[derive(Debug, Eq, PartialEq)]
pub struct SignedIn {
    /// The key and what goes with it.
    pub params: OtpParams,
    /// The account's note.
    pub note: Private,
    /// The service's recovery codes.
    pub recovery_codes: Vec<RecoveryCode>,
    /// Keys that were replaced, newest first.
    pub history: Vec<OldKey>,
    /// What later backups seal with, so that they ask for nothing.
    pub protection: SignInProtection,
}

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

/// What a password and contacts give, derived once: setting up or opening many accounts with the same answers costs
/// one derivation for each contact, since slots that were made together share their salt.
#[derive(Debug)]
pub struct SignInKeys<'a> {
    password: &'a Passphrase,
    derived: Vec<Derived>,
}

#[derive(Debug)]
struct Derived {
    contact: Contact,
    cost: KdfParams,
    salt: [u8; 32],
    key: Key32,
}

impl<'a> SignInKeys<'a> {
    /// Nothing derived yet.
    #[must_use]
    pub const fn new(password: &'a Passphrase) -> Self {
        Self { password, derived: Vec::new() }
    }

    /// An account key of its own for one account, wrapped for each contact. Slow for each contact that is new.
    ///
    /// # Errors
    /// [`SealError`]; [`SealError::TooLarge`] where there is no contact or more than [`MOST_CONTACTS`].
    pub fn protect(
        &mut self,
        seal_id: [u8; 16],
        contacts: &[Contact],
        cost: KdfParams,
        chance: &dyn Entropy,
    ) -> Result<SignInProtection, SealError> {
        if !(1..=MOST_CONTACTS).contains(&contacts.len()) {
            return Err(SealError::TooLarge);
        }
        let account_key = Key32::filled(|bytes| chance.fill(bytes))?;
        let slot = |contact| self.slot(seal_id, contact, cost, &account_key, chance);
        let slots = contacts.iter().map(slot).collect::<Result<_, _>>()?;
        Ok(SignInProtection { account_key, slots, seal_id })
    }

    fn slot(
        &mut self,
        seal_id: [u8; 16],
        contact: &Contact,
        cost: KdfParams,
        account_key: &Key32,
        chance: &dyn Entropy,
    ) -> Result<SignInSlot, SealError> {
        let known = self.derived.iter().find(|known| known.contact == *contact && known.cost == cost);
        let salt = known.map_or_else(|| draw(chance), |known| Ok(known.salt))?;
        let mut slot = SignInSlot {
            contact_kind: contact.kind().number(),
            hint: contact.hint(),
            memory_kib: cost.memory_kib,
            passes: cost.passes,
            lanes: cost.lanes,
            salt,
            sealed: Vec::new(),
        };
        let key = self.key(contact, cost, salt).map_err(|error| match error {
            OpenError::NoMemory { .. } => SealError::NoMemory,
            _ => SealError::Cost,
        })?;
        slot.sealed = boxed::seal(&key, Purpose::SignInSlot, &slot_aad(&seal_id, &slot), account_key.expose(), chance)?;
        Ok(slot)
    }

    /// Opens a sealed account with the contact as typed. Slow.
    ///
    /// # Errors
    /// [`OpenError::WrongKey`] where the password or the contact is another one: which of them cannot be told.
    /// [`OpenError::Damaged`], [`OpenError::TooNew`], [`OpenError::TooCostly`], [`OpenError::NoMemory`].
    pub fn open(&mut self, sealed: &SealedCredential, typed: &str) -> Result<SignedIn, OpenError> {
        let account_key = self.account_key(sealed, typed)?;
        let content =
            boxed::open(&account_key, Purpose::SignInSecret, &aad(&sealed.seal_id, &sealed.label), &sealed.sealed);
        // The slot gave the key, so a box that says "another key" was sealed under another label.
        let content = content.map_err(|_| OpenError::Damaged)?;
        let content = payload::open_sealed_content(&content)?;
        if !content.fits(&sealed.label) {
            return Err(OpenError::Damaged);
        }
        let slots = sealed.slots.clone();
        let protection = SignInProtection { account_key, slots, seal_id: sealed.seal_id };
        let payload::SealedContent { params, note, recovery_codes, history } = content;
        Ok(SignedIn { params, note, recovery_codes, history, protection })
    }

    /// The account key from the first slot that opens. Slots with the hint of the typed contact go first: a hint is only
    /// a hint, so one that was changed costs time and nothing else.
    fn account_key(&mut self, sealed: &SealedCredential, typed: &str) -> Result<Key32, OpenError> {
        let contact = |slot| Contact::parse_for(typed, slot).ok().filter(|it| it.kind().number() == slot.contact_kind);
        let mut tries: Vec<(&SignInSlot, Contact)> =
            sealed.slots.iter().filter_map(|slot| Some((slot, contact(slot)?))).collect();
        tries.sort_by_key(|(slot, contact)| contact.hint() != slot.hint);
        let mut worst = OpenError::WrongKey;
        for (slot, contact) in tries {
            match self.try_slot(&sealed.seal_id, slot, &contact) {
                Ok(key) => return Ok(key),
                Err(error) => worst = weightier(worst, error),
            }
        }
        Err(worst)
    }

    fn try_slot(&mut self, seal_id: &[u8; 16], slot: &SignInSlot, contact: &Contact) -> Result<Key32, OpenError> {
        if slot.sealed.len() != SLOT_BOX {
            return Err(OpenError::Damaged);
        }
        let cost = KdfParams { memory_kib: slot.memory_kib, passes: slot.passes, lanes: slot.lanes };
        let key = self.key(contact, cost, slot.salt)?;
        let opened = boxed::open(&key, Purpose::SignInSlot, &slot_aad(seal_id, slot), &slot.sealed);
        let opened = opened.map_err(|error| match error {
            BoxError::Damaged => OpenError::Damaged,
            BoxError::WrongKey => OpenError::WrongKey,
        })?;
        Key32::copied(&opened).ok_or(OpenError::Damaged)
    }

    /// `Argon2id(enc("PULIH1 sign-in", [password, contact kind, contact]), salt, cost)`, derived once.
    fn key(&mut self, contact: &Contact, cost: KdfParams, salt: [u8; 32]) -> Result<Key32, OpenError> {
        let is_known = |known: &&Derived| known.contact == *contact && known.cost == cost && known.salt == salt;
        if let Some(known) = self.derived.iter().find(is_known) {
            return Ok(known.key.duplicate());
        }
        cost.check()?;
        let kind = [contact.kind().number()];
        let input = enc("PULIH1 sign-in", &[self.password.expose(), &kind, contact.as_str().as_bytes()]);
        let key = argon2id(&input, &salt, cost)?;
        self.derived.push(Derived { contact: contact.clone(), cost, salt, key: key.duplicate() });
        Ok(key)
    }
}

/// Of several slots, the answer that says most.
fn weightier(one: OpenError, other: OpenError) -> OpenError {
    const fn weight(error: OpenError) -> u8 {
        match error {
            OpenError::NoSuchSlot | OpenError::WrongKey => 0,
            OpenError::TooCostly { .. } => 1,
            OpenError::NoMemory { .. } => 2,
            OpenError::Damaged => 3,
            OpenError::TooNew { .. } => 4,
        }
    }
    if weight(other) > weight(one) { other } else { one }
}

/// What a slot's box is bound to: the id, the kind of contact, the price and the salt; not the hint.
fn slot_aad(seal_id: &[u8; 16], slot: &SignInSlot) -> Vec<u8> {
    let numbers = [slot.memory_kib, slot.passes, slot.lanes].map(u32::to_le_bytes);
    let mut aad = seal_id.to_vec();
    aad.push(slot.contact_kind);
    numbers.iter().for_each(|number| aad.extend_from_slice(number));
    aad.extend_from_slice(&slot.salt);
    aad
}

/// What the seal is bound to: id and label as sealed.
fn aad(seal_id: &[u8; 16], label: &SealedLabel) -> Vec<u8> {
    [seal_id.as_slice(), &label_hash(label)].concat()
}

/// `SHA-256(enc("label", [issuer, name, otp_type, algorithm, digits, period as u32]))`.
pub(in crate::vault) fn label_hash(label: &SealedLabel) -> [u8; 32] {
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

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;
