//! A vault's content as the independent implementation writes it in JSON: the field names of docs/vault-format.md,
//! bytes in hexadecimal.

use data_encoding::HEXLOWER;
use pulih::account::{
    Account, Book, Credential, Kind, MissingReason, OldKey, Protection, ProviderPin, RecoveryCode, SealedCredential,
    SecondFactor, SignInProtection, SignInSlot,
};
use pulih::moment::Moment;
use pulih::otp::{Algorithm, OtpParams};
use pulih::vault::OpenVault;
use serde_json::{Value, json};

/// All that the public side of a vault tells. `ext_numbers` are those to look for.
pub fn vault(vault: &OpenVault, ext_numbers: &[u16]) -> Value {
    let ext: Vec<Value> = ext_numbers
        .iter()
        .filter_map(|number| vault.ext(*number).map(|value| json!({ "number": number, "value": hex(value) })))
        .collect();
    json!({
        "created": vault.created().unix_ms(),
        "auto_lock_seconds": vault.settings().auto_lock_seconds,
        "groups": vault.book().groups().iter().map(|group| group.as_str()).collect::<Vec<_>>(),
        "accounts": vault.book().all().iter().map(account).collect::<Vec<_>>(),
        "ext": ext,
    })
}

/// The accounts and groups of a book.
pub fn book(book: &Book) -> Value {
    json!({
        "groups": book.groups().iter().map(|group| group.as_str()).collect::<Vec<_>>(),
        "accounts": book.all().iter().map(account).collect::<Vec<_>>(),
    })
}

fn account(account: &Account) -> Value {
    let (kind, passwordless) = match account.kind {
        Kind::ThirdParty => (1, false),
        Kind::Personal { passwordless } => (2, passwordless),
        Kind::WorkOrSchool => (3, false),
    };
    let protection = match account.protection {
        Protection::Standard => 1,
        Protection::SignIn => 2,
        Protection::DeviceBound => 3,
    };
    json!({
        "id": hex(&account.id.0),
        "kind": kind,
        "passwordless": passwordless,
        "protection": protection,
        "issuer": account.issuer.as_str(),
        "name": account.name.as_str(),
        "note": shorten(&account.note),
        "groups": account.groups.iter().map(|group| group.as_str()).collect::<Vec<_>>(),
        "pinned": account.pinned,
        "credential": credential(&account.credential),
        "sign_in": account.sign_in.as_deref().map(sign_in),
        "recovery_codes": account.recovery_codes.iter().map(recovery_code).collect::<Vec<_>>(),
        "use_count": account.use_count,
        "last_used": moment(account.last_used),
        "created": account.created.unix_ms(),
        "changed": account.changed.unix_ms(),
        "trashed": moment(account.trashed),
        "history": account.history.iter().map(old_key).collect::<Vec<_>>(),
        "accepted": moment(account.accepted),
        "refused": moment(account.refused),
        "provider_pin": account.provider_pin.as_deref().map(provider_pin),
        "icon": account.icon.as_str(),
        "ext": account.ext.iter().map(|(number, value)| json!({ "number": number, "value": hex(value) })).collect::<Vec<_>>(),
    })
}

fn credential(credential: &Credential) -> Value {
    match credential {
        Credential::Missing(hint) => json!({ "missing": {
            "reason": match hint.reason {
                MissingReason::DeviceBound => 1,
                MissingReason::DeviceKeyGone => 2,
                MissingReason::NotInImport => 3,
                MissingReason::PinNotInImport => 4,
            },
            "type_name": hint.type_name,
            "device_sealed": hint.device_sealed.as_ref().map(|sealed| hex(&sealed.0)),
        } }),
        Credential::Ready(params) => json!({ "ready": otp(params) }),
        Credential::Sealed(sealed) => json!({ "sealed": sealed_key(sealed) }),
    }
}

fn otp(params: &OtpParams) -> Value {
    let otp_type = match params {
        OtpParams::Totp { .. } => 1,
        OtpParams::Hotp { .. } => 2,
        OtpParams::Steam { .. } => 3,
        OtpParams::Motp { .. } => 4,
        OtpParams::Yandex { .. } => 5,
    };
    let algorithm = params.algorithm().map_or(0, |algorithm| match algorithm {
        Algorithm::Sha1 => 1,
        Algorithm::Sha256 => 2,
        Algorithm::Sha512 => 3,
    });
    json!({
        "otp_type": otp_type,
        "algorithm": algorithm,
        "digits": params.digits(),
        "period": params.period().map_or(0, |period| period.seconds()),
        "counter": params.counter().map_or(0, |counter| counter.get()),
        "key": hex(params.expose_key()),
        "pin": params.pin().map_or("", |pin| pin.expose()),
    })
}

fn sealed_key(sealed: &SealedCredential) -> Value {
    json!({
        "seal_id": hex(&sealed.seal_id),
        "label": {
            "issuer": sealed.label.issuer.as_str(),
            "name": sealed.label.name.as_str(),
            "otp_type": sealed.label.otp_type,
            "algorithm": sealed.label.algorithm,
            "digits": sealed.label.digits,
            "period": sealed.label.period,
        },
        "slots": sealed.slots.iter().map(sign_in_slot).collect::<Vec<_>>(),
        "sealed": hex(&sealed.sealed),
    })
}

fn sign_in_slot(slot: &SignInSlot) -> Value {
    json!({
        "contact_kind": slot.contact_kind,
        "hint": slot.hint.as_str(),
        "memory": slot.memory_kib,
        "passes": slot.passes,
        "lanes": slot.lanes,
        "salt": hex(&slot.salt),
        "sealed": hex(&slot.sealed),
    })
}

fn sign_in(protection: &SignInProtection) -> Value {
    json!({
        "account_key": hex(protection.account_key.expose()),
        "slots": protection.slots.iter().map(sign_in_slot).collect::<Vec<_>>(),
        "seal_id": hex(&protection.seal_id),
    })
}

fn recovery_code(code: &RecoveryCode) -> Value {
    json!({ "code": hex(code.code.expose()), "used": code.used })
}

fn old_key(old: &OldKey) -> Value {
    json!({ "otp": otp(&old.params), "replaced": old.replaced.unix_ms() })
}

fn provider_pin(pin: &ProviderPin) -> Value {
    json!({
        "issuer": pin.issuer.as_str(),
        "subject": pin.subject.as_str(),
        "confirmed": pin.confirmed.unix_ms(),
        "second_factor": match pin.second_factor {
            SecondFactor::NotReported => 1,
            SecondFactor::Reported => 2,
        },
    })
}

/// Long notes of one letter are written as that letter and a count.
fn shorten(note: &str) -> String {
    match note.chars().next() {
        Some(letter) if note.len() > 1000 => format!("{letter}*{}", note.len()),
        _ => note.to_owned(),
    }
}

fn hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

fn moment(moment: Option<Moment>) -> Option<i64> {
    moment.map(Moment::unix_ms)
}
