//! Copies of accounts with their keys, under the name by which copies of secrets are found.

use crate::account::{Account, Credential, DeviceSealed, EnrolHint, OldKey, RecoveryCode, SignInProtection};

impl Account {
    /// A copy, keys included.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self {
            id: self.id,
            kind: self.kind,
            protection: self.protection,
            issuer: self.issuer.clone(),
            name: self.name.clone(),
            note: self.note.clone(),
            groups: self.groups.clone(),
            pinned: self.pinned,
            credential: self.credential.duplicate(),
            sign_in: self.sign_in.as_ref().map(|it| Box::new(it.duplicate())),
            recovery_codes: self.recovery_codes.iter().map(RecoveryCode::duplicate).collect(),
            use_count: self.use_count,
            last_used: self.last_used,
            created: self.created,
            changed: self.changed,
            trashed: self.trashed,
            history: self.history.iter().map(OldKey::duplicate).collect(),
            accepted: self.accepted,
            refused: self.refused,
            provider_pin: self.provider_pin.clone(),
            progress: self.progress,
            icon: self.icon.clone(),
            ext: self.ext.clone(),
        }
    }
}

impl Credential {
    /// A copy, the key included.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        match self {
            Self::Missing(hint) => Self::Missing(EnrolHint {
                reason: hint.reason,
                type_name: hint.type_name.clone(),
                device_sealed: hint.device_sealed.as_ref().map(|sealed| DeviceSealed(sealed.0.clone())),
            }),
            Self::Ready(params) => Self::Ready(params.duplicate()),
            Self::Sealed(sealed) => Self::Sealed(sealed.clone()),
        }
    }
}

impl RecoveryCode {
    /// A copy.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self { code: self.code.duplicate(), used: self.used }
    }
}

impl OldKey {
    /// A copy, the key included.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self { params: self.params.duplicate(), replaced: self.replaced }
    }
}

impl SignInProtection {
    /// A copy, the account key included.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self { account_key: self.account_key.duplicate(), slots: self.slots.clone(), seal_id: self.seal_id }
    }
}
