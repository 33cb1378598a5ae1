//! Backup values into the structs of their schema, and back. A wrong number is damage, never a default.

use std::mem::take;

use crate::account::{Account, AccountId, SealedLabel};
use crate::moment::Moment;
use crate::otp::OtpParams;
use crate::secret::Private;
use crate::vault::VaultSettings;
use crate::vault::backup::{BackupAccount, BackupContents, Carried, Earlier, NameOnly, OpenPart, RecoveryName};
use crate::vault::payload::backup_v1::{
    BackupAccountV1, BackupPayloadV1, CarriedV1, EarlierV1, NameOnlyV1, OpenKeyV1, OpenPartV1, SealedContentV1,
};
use crate::vault::payload::carried::SealedContent;
use crate::vault::payload::v1::SettingsV1;
use crate::vault::payload::{read_v1 as read, write_v1 as write};

/// The structs of a backup's payload.
pub fn written(contents: &BackupContents) -> BackupPayloadV1 {
    BackupPayloadV1 {
        created: contents.created.unix_ms(),
        recovery_account: contents.recovery_account.as_str().to_owned(),
        computer: write::text(&contents.computer),
        settings: SettingsV1 { auto_lock_seconds: contents.settings.auto_lock_seconds },
        groups: write::texts(&contents.groups),
        accounts: contents.accounts.iter().map(account).collect(),
        earlier: contents.earlier.iter().map(|e| EarlierV1 { generation: e.generation, digest: e.digest }).collect(),
        ext: contents.ext.clone(),
    }
}

/// What lies under an account's own sign-in.
pub fn sealed_content(account: &Account, params: &OtpParams) -> SealedContentV1 {
    SealedContentV1 {
        otp: write::otp(params),
        note: write::text(&account.note),
        recovery_codes: account.recovery_codes.iter().map(write::recovery_code).collect(),
        history: account.history.iter().map(write::old_key).collect(),
    }
}

/// What lay under an account's own sign-in; `None` where a value is none that an account has.
pub fn read_sealed_content(mut wire: SealedContentV1) -> Option<SealedContent> {
    Some(SealedContent {
        params: read::otp(&mut wire.otp)?,
        note: read::text(&mut wire.note),
        recovery_codes: wire.recovery_codes.iter_mut().map(read::recovery_code).collect(),
        history: wire.history.iter_mut().map(read::old_key).collect::<Option<_>>()?,
    })
}

/// The label that a seal binds.
pub fn label_for(issuer: &Private, name: &Private, params: &OtpParams) -> SealedLabel {
    SealedLabel {
        issuer: issuer.clone(),
        name: name.clone(),
        otp_type: write::otp_type(params),
        algorithm: params.algorithm().map_or(0, write::algorithm),
        digits: params.digits(),
        period: params.period().map_or(0, |period| period.seconds()),
    }
}

fn account(account: &BackupAccount) -> BackupAccountV1 {
    let (kind, passwordless) = write::kind(account.kind);
    BackupAccountV1 {
        id: account.id.0,
        kind,
        passwordless,
        protection: write::protection(account.protection),
        issuer: write::text(&account.issuer),
        name: write::text(&account.name),
        groups: write::texts(&account.groups),
        pinned: account.pinned,
        use_count: account.use_count,
        last_used: write::moment(account.last_used),
        created: account.created.unix_ms(),
        changed: account.changed.unix_ms(),
        trashed: write::moment(account.trashed),
        accepted: write::moment(account.accepted),
        refused: write::moment(account.refused),
        provider_pin: account.provider_pin.as_deref().map(write::provider_pin),
        icon: write::text(&account.icon),
        carried: carried(account.carried()),
    }
}

fn carried(carried: &Carried) -> CarriedV1 {
    match carried {
        Carried::Name(name) => CarriedV1::Name(name_only(name)),
        Carried::Open(open) => CarriedV1::Open(OpenPartV1 {
            key: match &open.key {
                Err(name) => OpenKeyV1::Missing(name_only(name)),
                Ok(params) => OpenKeyV1::Ready(write::otp(params)),
            },
            note: write::text(&open.note),
            recovery_codes: open.recovery_codes.iter().map(write::recovery_code).collect(),
            history: open.history.iter().map(write::old_key).collect(),
            ext: open.ext.clone(),
        }),
        Carried::Sealed(sealed) => CarriedV1::Sealed(write::sealed_key(sealed)),
    }
}

fn name_only(name: &NameOnly) -> NameOnlyV1 {
    NameOnlyV1 { reason: write::reason(name.reason), type_name: name.type_name.clone() }
}

/// What a payload holds; `None` where a value is none that a backup has.
pub fn contents(mut wire: BackupPayloadV1) -> Option<BackupContents> {
    let recovery_account = RecoveryName::parse(&wire.recovery_account).ok()?;
    // A name that is not in normal form was never written.
    if recovery_account.as_str() != wire.recovery_account {
        return None;
    }
    Some(BackupContents {
        created: Moment::from_unix_ms(wire.created),
        recovery_account,
        computer: read::text(&mut wire.computer),
        settings: VaultSettings { auto_lock_seconds: wire.settings.auto_lock_seconds },
        groups: read::texts(&mut wire.groups),
        accounts: wire.accounts.iter_mut().map(read_account).collect::<Option<_>>()?,
        earlier: wire.earlier.iter().map(|e| Earlier { generation: e.generation, digest: e.digest }).collect(),
        ext: take(&mut wire.ext),
    })
}

fn read_account(wire: &mut BackupAccountV1) -> Option<BackupAccount> {
    Some(BackupAccount {
        id: AccountId(wire.id),
        kind: read::kind(wire.kind, wire.passwordless)?,
        protection: read::protection(wire.protection)?,
        issuer: read::text(&mut wire.issuer),
        name: read::text(&mut wire.name),
        groups: read::texts(&mut wire.groups),
        pinned: wire.pinned,
        use_count: wire.use_count,
        last_used: read::moment(wire.last_used),
        created: Moment::from_unix_ms(wire.created),
        changed: Moment::from_unix_ms(wire.changed),
        trashed: read::moment(wire.trashed),
        accepted: read::moment(wire.accepted),
        refused: read::moment(wire.refused),
        provider_pin: read::optional(wire.provider_pin.as_mut(), read::provider_pin)?.map(Box::new),
        icon: read::text(&mut wire.icon),
        carried: read_carried(&mut wire.carried)?,
    })
}

fn read_carried(wire: &mut CarriedV1) -> Option<Carried> {
    Some(match wire {
        CarriedV1::Name(name) => Carried::Name(read_name(name)?),
        CarriedV1::Open(open) => Carried::Open(OpenPart {
            key: match &mut open.key {
                OpenKeyV1::Missing(name) => Err(read_name(name)?),
                OpenKeyV1::Ready(otp) => Ok(read::otp(otp)?),
            },
            note: read::text(&mut open.note),
            recovery_codes: open.recovery_codes.iter_mut().map(read::recovery_code).collect(),
            history: open.history.iter_mut().map(read::old_key).collect::<Option<_>>()?,
            ext: take(&mut open.ext),
        }),
        CarriedV1::Sealed(sealed) => Carried::Sealed(read::sealed_key(sealed)?),
    })
}

fn read_name(wire: &mut NameOnlyV1) -> Option<NameOnly> {
    Some(NameOnly { reason: read::reason(wire.reason)?, type_name: take(&mut wire.type_name) })
}
