//! Domain values into the structs of schema 1. Copies are wiped when the structs are dropped.

use zeroize::Zeroize;

use crate::account::{
    Account, Credential, Kind, MissingReason, OldKey, Protection, ProviderPin, RecoveryCode, SealedCredential,
    SealedLabel, SecondFactor, SignInProtection, SignInSlot,
};
use crate::moment::Moment;
use crate::otp::{Algorithm, OtpParams};
use crate::secret::Private;
use crate::vault::SealError;
use crate::vault::device::DeviceLock;
use crate::vault::payload::bounds_v1::accounts_keep_bounds;
use crate::vault::payload::v1::{
    AccountV1, CredentialV1, LabelV1, MissingV1, OldKeyV1, OtpV1, PayloadV1, ProviderPinV1, RecoveryCodeV1, SealedV1,
    SettingsV1, SignInSlotV1, SignInV1,
};
use crate::vault::payload::{Contents, progress};

/// The payload of schema 1, if everything keeps its bounds.
pub fn payload(contents: &Contents) -> Result<PayloadV1, SealError> {
    let payload: PayloadV1 = PayloadV1 {
        created: contents.created.unix_ms(),
        mark_key: *contents.mark_key.expose(),
        words_key: contents.words_key.as_ref().map(|key| *key.expose()),
        settings: SettingsV1 { auto_lock_seconds: contents.settings.auto_lock_seconds },
        groups: texts(contents.book.groups()),
        accounts: accounts(contents)?,
        ext: contents.ext.iter().map(|(number, value)| (*number, value.expose().to_vec())).collect(),
    };
    let is_held = payload.keeps_bounds() && accounts_keep_bounds(&payload.accounts);
    if is_held { Ok(payload) } else { Err(SealError::TooLarge) }
}

/// All accounts; those that are bound to this computer under its device key, where there is one.
fn accounts(contents: &Contents) -> Result<Vec<AccountV1>, SealError> {
    let written = |it: &Account| match (&it.credential, contents.device.get()) {
        (Credential::Ready(params), Some(lock)) if it.protection == Protection::DeviceBound => bound(it, params, lock),
        _ => Ok(account(it)),
    };
    contents.book.all().iter().map(written).collect()
}

fn bound(it: &Account, params: &OtpParams, lock: &DeviceLock) -> Result<AccountV1, SealError> {
    let mut wire = account(it);
    wire.credential.zeroize();
    wire.credential = CredentialV1::Missing(MissingV1 {
        reason: reason(MissingReason::DeviceKeyGone),
        type_name: params.type_name().to_owned(),
        device_sealed: Some(lock.seal(it, params)?.0),
    });
    // They lie in the box, wiped here.
    wire.note.zeroize();
    wire.recovery_codes.zeroize();
    wire.history.zeroize();
    Ok(wire)
}

pub(super) fn account(account: &Account) -> AccountV1 {
    let (kind, passwordless) = kind(account.kind);
    AccountV1 {
        id: account.id.0,
        kind,
        passwordless,
        protection: protection(account.protection),
        issuer: text(&account.issuer),
        name: text(&account.name),
        note: text(&account.note),
        groups: texts(&account.groups),
        pinned: account.pinned,
        credential: credential(&account.credential),
        sign_in: account.sign_in.as_deref().map(sign_in),
        recovery_codes: account.recovery_codes.iter().map(recovery_code).collect(),
        use_count: account.use_count,
        last_used: moment(account.last_used),
        created: account.created.unix_ms(),
        changed: account.changed.unix_ms(),
        trashed: moment(account.trashed),
        history: account.history.iter().map(old_key).collect(),
        accepted: moment(account.accepted),
        refused: moment(account.refused),
        provider_pin: account.provider_pin.as_deref().map(provider_pin),
        icon: text(&account.icon),
        ext: progress::written(account),
    }
}

fn credential(credential: &Credential) -> CredentialV1 {
    match credential {
        Credential::Missing(hint) => CredentialV1::Missing(MissingV1 {
            reason: reason(hint.reason),
            type_name: hint.type_name.clone(),
            device_sealed: hint.device_sealed.as_ref().map(|sealed| sealed.0.clone()),
        }),
        Credential::Ready(params) => CredentialV1::Ready(otp(params)),
        Credential::Sealed(sealed) => CredentialV1::Sealed(sealed_key(sealed)),
    }
}

pub(super) fn otp(params: &OtpParams) -> OtpV1 {
    OtpV1 {
        otp_type: otp_type(params),
        algorithm: params.algorithm().map_or(0, algorithm),
        digits: params.digits(),
        period: params.period().map_or(0, |period| period.seconds()),
        counter: params.counter().map_or(0, |counter| counter.get()),
        key: params.expose_key().to_vec(),
        pin: params.pin().map(|pin| pin.expose().to_owned()).unwrap_or_default(),
    }
}

pub(super) fn sealed_key(sealed: &SealedCredential) -> SealedV1 {
    SealedV1 {
        seal_id: sealed.seal_id,
        label: label(&sealed.label),
        slots: sealed.slots.iter().map(sign_in_slot).collect(),
        sealed: sealed.sealed.clone(),
    }
}

pub(super) fn label(label: &SealedLabel) -> LabelV1 {
    LabelV1 {
        issuer: text(&label.issuer),
        name: text(&label.name),
        otp_type: label.otp_type,
        algorithm: label.algorithm,
        digits: label.digits,
        period: label.period,
    }
}

fn sign_in_slot(slot: &SignInSlot) -> SignInSlotV1 {
    SignInSlotV1 {
        contact_kind: slot.contact_kind,
        hint: text(&slot.hint),
        memory_kib: slot.memory_kib,
        passes: slot.passes,
        lanes: slot.lanes,
        salt: slot.salt,
        sealed: slot.sealed.clone(),
    }
}

fn sign_in(protection: &SignInProtection) -> SignInV1 {
    SignInV1 {
        account_key: *protection.account_key.expose(),
        slots: protection.slots.iter().map(sign_in_slot).collect(),
        seal_id: protection.seal_id,
    }
}

pub(super) fn recovery_code(code: &RecoveryCode) -> RecoveryCodeV1 {
    RecoveryCodeV1 { code: code.code.expose().to_vec(), used: code.used }
}

pub(super) fn old_key(old: &OldKey) -> OldKeyV1 {
    OldKeyV1 { otp: otp(&old.params), replaced: old.replaced.unix_ms() }
}

pub(super) fn provider_pin(pin: &ProviderPin) -> ProviderPinV1 {
    ProviderPinV1 {
        issuer: text(&pin.issuer),
        subject: text(&pin.subject),
        confirmed: pin.confirmed.unix_ms(),
        second_factor: match pin.second_factor {
            SecondFactor::NotReported => 1,
            SecondFactor::Reported => 2,
        },
    }
}

pub(super) const fn kind(kind: Kind) -> (u8, bool) {
    match kind {
        Kind::ThirdParty => (1, false),
        Kind::Personal { passwordless } => (2, passwordless),
        Kind::WorkOrSchool => (3, false),
    }
}

pub(super) const fn protection(protection: Protection) -> u8 {
    match protection {
        Protection::Standard => 1,
        Protection::SignIn => 2,
        Protection::DeviceBound => 3,
    }
}

pub(super) const fn reason(reason: MissingReason) -> u8 {
    match reason {
        MissingReason::DeviceBound => 1,
        MissingReason::DeviceKeyGone => 2,
        MissingReason::NotInImport => 3,
        MissingReason::PinNotInImport => 4,
    }
}

pub(super) const fn otp_type(params: &OtpParams) -> u8 {
    match params {
        OtpParams::Totp { .. } => 1,
        OtpParams::Hotp { .. } => 2,
        OtpParams::Steam { .. } => 3,
        OtpParams::Motp { .. } => 4,
        OtpParams::Yandex { .. } => 5,
    }
}

pub(super) const fn algorithm(algorithm: Algorithm) -> u8 {
    match algorithm {
        Algorithm::Sha1 => 1,
        Algorithm::Sha256 => 2,
        Algorithm::Sha512 => 3,
    }
}

pub(super) fn text(text: &Private) -> String {
    text.as_str().to_owned()
}

pub(super) fn texts(texts: &[Private]) -> Vec<String> {
    texts.iter().map(text).collect()
}

pub(super) fn moment(moment: Option<Moment>) -> Option<i64> {
    moment.map(Moment::unix_ms)
}
