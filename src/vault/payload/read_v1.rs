//! The structs of schema 1 into domain values. Whatever a domain type cannot hold makes the whole payload `None`:
//! a wrong number is damage, never a default.

use std::fmt;
use std::mem::take;
use std::sync::OnceLock;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::account::{
    Account, AccountId, Book, Credential, DeviceSealed, EnrolHint, Kind, MissingReason, OldKey, Protection,
    ProviderPin, RecoveryCode, SealedCredential, SealedLabel, SecondFactor, SignInProtection, SignInSlot,
};
use crate::moment::Moment;
use crate::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, Period, Pin, YandexKey};
use crate::secret::{Key32, Private, Secret};
use crate::vault::VaultSettings;
use crate::vault::payload::bounds_v1::MOST_ACCOUNTS;
use crate::vault::payload::v1::{
    AccountV1, CredentialV1, LabelV1, OldKeyV1, OtpV1, PayloadV1, ProviderPinV1, RecoveryCodeV1, SealedV1,
    SignInSlotV1, SignInV1,
};
use crate::vault::payload::{Contents, progress};

/// Accounts that became domain values one by one as their bytes were read.
#[derive(Default)]
pub struct ReadAccounts(Vec<Account>);

impl<'de> Deserialize<'de> for ReadAccounts {
    fn deserialize<D: Deserializer<'de>>(bytes: D) -> Result<Self, D::Error> {
        bytes.deserialize_seq(OneByOne)
    }
}

struct OneByOne;

impl<'de> Visitor<'de> for OneByOne {
    type Value = ReadAccounts;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("accounts")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut wires: S) -> Result<ReadAccounts, S::Error> {
        let count = wires.size_hint().unwrap_or_default();
        if count > MOST_ACCOUNTS {
            return Err(S::Error::custom("more accounts than a vault holds"));
        }
        // Reserved at once, and within the bound: a list that grows is copied again and again.
        let mut accounts = Vec::with_capacity(count);
        while let Some(mut wire) = wires.next_element::<AccountV1>()? {
            let read = if wire.keeps_bounds() { account(&mut wire) } else { None };
            accounts.push(read.ok_or_else(|| S::Error::custom("a value that no account has"))?);
        }
        Ok(ReadAccounts(accounts))
    }
}

/// What a payload of schema 1 holds.
pub fn contents(mut payload: PayloadV1<ReadAccounts>) -> Option<Contents> {
    if !payload.keeps_bounds() {
        return None;
    }
    let words_key = match &payload.words_key {
        Some(key) => Some(Key32::copied(key)?),
        None => None,
    };
    Some(Contents {
        created: Moment::from_unix_ms(payload.created),
        mark_key: Key32::copied(&payload.mark_key)?,
        words_key,
        settings: VaultSettings { auto_lock_seconds: payload.settings.auto_lock_seconds },
        book: Book::new(take(&mut payload.accounts).0, texts(&mut payload.groups)),
        ext: take(&mut payload.ext).into_iter().map(|(number, value)| (number, Secret::taken(value))).collect(),
        device: OnceLock::new(),
    })
}

fn account(wire: &mut AccountV1) -> Option<Account> {
    Some(Account {
        id: AccountId(wire.id),
        kind: kind(wire.kind, wire.passwordless)?,
        protection: protection(wire.protection)?,
        issuer: text(&mut wire.issuer),
        name: text(&mut wire.name),
        note: text(&mut wire.note),
        groups: texts(&mut wire.groups),
        pinned: wire.pinned,
        credential: credential(&mut wire.credential)?,
        sign_in: optional(wire.sign_in.as_mut(), sign_in)?.map(Box::new),
        recovery_codes: wire.recovery_codes.iter_mut().map(recovery_code).collect(),
        use_count: wire.use_count,
        last_used: moment(wire.last_used),
        created: Moment::from_unix_ms(wire.created),
        changed: Moment::from_unix_ms(wire.changed),
        trashed: moment(wire.trashed),
        history: wire.history.iter_mut().map(old_key).collect::<Option<_>>()?,
        accepted: moment(wire.accepted),
        refused: moment(wire.refused),
        provider_pin: optional(wire.provider_pin.as_mut(), provider_pin)?.map(Box::new),
        progress: progress::taken(&mut wire.ext)?,
        icon: text(&mut wire.icon),
        ext: take(&mut wire.ext),
    })
}

fn credential(wire: &mut CredentialV1) -> Option<Credential> {
    Some(match wire {
        CredentialV1::Missing(missing) => Credential::Missing(EnrolHint {
            reason: reason(missing.reason)?,
            type_name: take(&mut missing.type_name),
            device_sealed: missing.device_sealed.take().map(DeviceSealed),
        }),
        CredentialV1::Ready(wire) => Credential::Ready(otp(wire)?),
        CredentialV1::Sealed(wire) => Credential::Sealed(Box::new(sealed_key(wire)?)),
    })
}

/// Parameters, if the numbers that a kind fixes are the fixed ones: so each key has one encoding.
pub(super) fn otp(wire: &mut OtpV1) -> Option<OtpParams> {
    let shape = (wire.otp_type, wire.algorithm, wire.digits, wire.period, wire.counter, wire.pin.is_empty());
    let secret = Secret::taken(take(&mut wire.key));
    let key = |secret| OtpKey::new(secret).ok();
    Some(match shape {
        (1, hash, digits, period, 0, true) => OtpParams::Totp {
            key: key(secret)?,
            algorithm: algorithm(hash)?,
            digits: Digits::new(u64::from(digits)).ok()?,
            period: Period::new(u64::from(period)).ok()?,
        },
        (2, hash, digits, 0, counter, true) => OtpParams::Hotp {
            key: key(secret)?,
            algorithm: algorithm(hash)?,
            digits: Digits::new(u64::from(digits)).ok()?,
            counter: Counter::new(counter).ok()?,
        },
        (3, 1, 5, 30, 0, true) => OtpParams::Steam { key: key(secret)? },
        (4, 0, 6, 10, 0, false) => {
            let motp = MotpSecret::new(secret.expose_text()?).ok()?;
            let is_canonical = motp.expose().as_bytes() == secret.expose();
            is_canonical.then_some(OtpParams::Motp { secret: motp, pin: Pin::new(&wire.pin).ok()? })?
        }
        (5, 2, 8, 30, 0, false) => {
            OtpParams::Yandex { key: YandexKey::new(key(secret)?).ok()?, pin: Pin::new(&wire.pin).ok()? }
        }
        _ => return None,
    })
}

pub(super) fn sealed_key(wire: &mut SealedV1) -> Option<SealedCredential> {
    Some(SealedCredential {
        seal_id: wire.seal_id,
        label: label(&mut wire.label)?,
        slots: sign_in_slots(&mut wire.slots)?,
        sealed: take(&mut wire.sealed),
    })
}

pub(super) fn label(wire: &mut LabelV1) -> Option<SealedLabel> {
    let is_known = (1..=5).contains(&wire.otp_type) && wire.algorithm <= 3;
    is_known.then(|| SealedLabel {
        issuer: text(&mut wire.issuer),
        name: text(&mut wire.name),
        otp_type: wire.otp_type,
        algorithm: wire.algorithm,
        digits: wire.digits,
        period: wire.period,
    })
}

fn sign_in(wire: &mut SignInV1) -> Option<SignInProtection> {
    Some(SignInProtection {
        account_key: Key32::copied(&wire.account_key)?,
        slots: sign_in_slots(&mut wire.slots)?,
        seal_id: wire.seal_id,
    })
}

/// One to four contacts.
fn sign_in_slots(wire: &mut [SignInSlotV1]) -> Option<Vec<SignInSlot>> {
    (1..=4).contains(&wire.len()).then(|| wire.iter_mut().map(sign_in_slot).collect())?
}

fn sign_in_slot(wire: &mut SignInSlotV1) -> Option<SignInSlot> {
    matches!(wire.contact_kind, 1 | 2).then(|| SignInSlot {
        contact_kind: wire.contact_kind,
        hint: text(&mut wire.hint),
        memory_kib: wire.memory_kib,
        passes: wire.passes,
        lanes: wire.lanes,
        salt: wire.salt,
        sealed: take(&mut wire.sealed),
    })
}

pub(super) fn recovery_code(wire: &mut RecoveryCodeV1) -> RecoveryCode {
    RecoveryCode { code: Secret::taken(take(&mut wire.code)), used: wire.used }
}

pub(super) fn old_key(wire: &mut OldKeyV1) -> Option<OldKey> {
    Some(OldKey { params: otp(&mut wire.otp)?, replaced: Moment::from_unix_ms(wire.replaced) })
}

pub(super) fn provider_pin(wire: &mut ProviderPinV1) -> Option<ProviderPin> {
    Some(ProviderPin {
        issuer: text(&mut wire.issuer),
        subject: text(&mut wire.subject),
        confirmed: Moment::from_unix_ms(wire.confirmed),
        second_factor: match wire.second_factor {
            1 => SecondFactor::NotReported,
            2 => SecondFactor::Reported,
            _ => return None,
        },
    })
}

pub(super) const fn kind(kind: u8, passwordless: bool) -> Option<Kind> {
    match (kind, passwordless) {
        (1, false) => Some(Kind::ThirdParty),
        (2, passwordless) => Some(Kind::Personal { passwordless }),
        (3, false) => Some(Kind::WorkOrSchool),
        _ => None,
    }
}

pub(super) const fn protection(protection: u8) -> Option<Protection> {
    match protection {
        1 => Some(Protection::Standard),
        2 => Some(Protection::SignIn),
        3 => Some(Protection::DeviceBound),
        _ => None,
    }
}

pub(super) const fn reason(reason: u8) -> Option<MissingReason> {
    match reason {
        1 => Some(MissingReason::DeviceBound),
        2 => Some(MissingReason::DeviceKeyGone),
        3 => Some(MissingReason::NotInImport),
        4 => Some(MissingReason::PinNotInImport),
        _ => None,
    }
}

const fn algorithm(algorithm: u8) -> Option<Algorithm> {
    match algorithm {
        1 => Some(Algorithm::Sha1),
        2 => Some(Algorithm::Sha256),
        3 => Some(Algorithm::Sha512),
        _ => None,
    }
}

/// `None` stays `None`, a value that cannot be read makes the whole unreadable.
pub(super) fn optional<W, T>(wire: Option<&mut W>, read: impl FnOnce(&mut W) -> Option<T>) -> Option<Option<T>> {
    match wire {
        Some(wire) => read(wire).map(Some),
        None => Some(None),
    }
}

/// Takes the text over without a copy.
pub(super) fn text(wire: &mut String) -> Private {
    Private::from(take(wire))
}

pub(super) fn texts(wire: &mut [String]) -> Vec<Private> {
    wire.iter_mut().map(text).collect()
}

pub(super) fn moment(wire: Option<i64>) -> Option<Moment> {
    wire.map(Moment::from_unix_ms)
}

#[cfg(test)]
mod tests {
    use super::ReadAccounts;
    use crate::vault::payload::codec;

    #[test]
    fn more_accounts_than_a_vault_holds_are_refused_before_room_is_made_for_them() {
        let counted = |accounts: u64| codec::read::<ReadAccounts>(&accounts.to_le_bytes()).is_ok();
        assert!(counted(0));
        assert!(![1, 100_001, 1 << 40, 1 << 61, u64::MAX].into_iter().any(counted));
    }
}
