//! How far an account has come on the way back to a key that is not here.

use crate::moment::Moment;

/// How far an account whose key is missing, or was refused, has come. It survives leaving the program in between.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum SignInProgress {
    /// The identity was confirmed by the provider ([`ProviderPin`](crate::account::ProviderPin) says by whom and what of
    /// a second factor); the new key is still to be added.
    Confirmed {
        /// When.
        at: Moment,
    },
    /// Nothing was done yet.
    #[default]
    NotBegun,
    /// Signing in at the provider does not work for this account; the manual way is left.
    Stuck {
        /// Why.
        why: ProviderTrouble,
        /// Since when.
        since: Moment,
    },
    /// The provider has a waiting period.
    Waiting {
        /// Until when.
        until: Moment,
    },
}

/// Why a provider cannot be used for an account.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ProviderTrouble {
    /// The organisation does not let this program sign in.
    Blocked,
    /// No provider or no client id is configured for it.
    NotConfigured,
    /// It could not be reached.
    Offline,
}

impl ProviderTrouble {
    /// The name as JSON writes it: `blocked`, `not-configured`, `offline`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::NotConfigured => "not-configured",
            Self::Offline => "offline",
        }
    }
}
