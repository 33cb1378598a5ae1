//! What stands beside an account that shows no code, or whose codes are refused: the next real step, in words.

use crate::account::{Account, Credential, MissingReason, ProviderTrouble, SignInProgress};
use crate::moment::Moment;
use crate::text::Text;

/// The next real step of an account that waits for the person. It goes away only when a key is here.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Badge {
    /// Only the name is here and there is nothing to sign in to first: the key is to be added.
    AddKey(MissingReason),
    /// The provider confirmed who it is; the new key is to be added.
    Confirmed {
        /// When it was confirmed.
        at: Moment,
    },
    /// The service refused a code: it has another key.
    Refused {
        /// When.
        at: Moment,
    },
    /// The key is here under the account's own sign-in, or only the name is and signing in comes first.
    SignIn,
    /// Signing in at the provider does not work; the manual way is left.
    Stuck {
        /// Why.
        why: ProviderTrouble,
    },
    /// The provider has a waiting period.
    Waiting {
        /// Until when.
        until: Moment,
    },
}

impl Badge {
    /// The badge's own words, the same everywhere.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::AddKey(_) | Self::Refused { .. } | Self::Stuck { .. } => Text::new("badge-action"),
            Self::Confirmed { .. } => Text::new("badge-add-key"),
            Self::SignIn => Text::new("badge-sign-in"),
            Self::Waiting { until } => Text::new("badge-waiting").word("date", until.day()),
        }
    }

    /// What is true of the account, in a sentence.
    #[must_use]
    pub fn about(self) -> Text {
        match self {
            Self::AddKey(_) => Text::new("badge-about-add-key"),
            Self::Confirmed { at } => Text::new("badge-about-confirmed").word("date", at.day()),
            Self::Refused { at } => Text::new("badge-about-refused").word("date", at.day()),
            Self::SignIn => Text::new("badge-about-sign-in"),
            Self::Stuck { why: ProviderTrouble::Blocked } => Text::new("badge-about-blocked"),
            Self::Stuck { why: ProviderTrouble::NotConfigured } => Text::new("badge-about-not-configured"),
            Self::Stuck { why: ProviderTrouble::Offline } => Text::new("badge-about-offline"),
            Self::Waiting { until } => Text::new("badge-about-waiting").word("date", until.day()),
        }
    }

    /// The name as JSON writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AddKey(_) => "add-key",
            Self::Confirmed { .. } => "confirmed",
            Self::Refused { .. } => "refused",
            Self::SignIn => "sign-in",
            Self::Stuck { .. } => "stuck",
            Self::Waiting { .. } => "waiting",
        }
    }

    /// Whether signing in is the next step, and not something else.
    #[must_use]
    pub const fn is_sign_in(self) -> bool {
        matches!(self, Self::SignIn)
    }
}

impl Account {
    /// What stands beside it; `None` where its codes can be used.
    #[must_use]
    pub fn badge(&self) -> Option<Badge> {
        let refused = self.refused.map(|at| Badge::Refused { at });
        match (&self.credential, self.progress) {
            (Credential::Sealed(_), _) => Some(Badge::SignIn),
            (Credential::Ready(_), _) if refused.is_none() => None,
            (_, SignInProgress::Confirmed { at }) => Some(Badge::Confirmed { at }),
            (_, SignInProgress::Stuck { why, .. }) => Some(Badge::Stuck { why }),
            (_, SignInProgress::Waiting { until }) => Some(Badge::Waiting { until }),
            (Credential::Ready(_), SignInProgress::NotBegun) => refused,
            (Credential::Missing(hint), SignInProgress::NotBegun) => Some(match hint.reason {
                MissingReason::DeviceBound => Badge::SignIn,
                other => Badge::AddKey(other),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Badge;
    use crate::account::{
        Account, AccountId, Credential, EnrolHint, MissingReason, ProviderTrouble, SealedCredential, SealedLabel,
        SignInProgress,
    };
    use crate::moment::Moment;
    use crate::otp::{OtpKey, OtpParams};
    use crate::secret::Secret;

    const NOW: Moment = Moment::from_unix(1_800_000_000);

    fn with(credential: Credential) -> Account {
        Account::with_credential(AccountId([1; 16]), "Contoso", "anna", credential, NOW)
    }

    fn missing(reason: MissingReason) -> Account {
        with(Credential::Missing(EnrolHint { reason, ..EnrolHint::default() }))
    }

    fn sealed() -> Credential {
        let label = SealedLabel {
            issuer: "Contoso".into(),
            name: "anna".into(),
            otp_type: 1,
            algorithm: 1,
            digits: 6,
            period: 30,
        };
        Credential::Sealed(Box::new(SealedCredential {
            seal_id: [1; 16],
            label,
            slots: Vec::new(),
            sealed: Vec::new(),
        }))
    }

    #[test]
    fn each_state_has_its_own_badge_and_only_a_key_takes_it_away() {
        let key = || Credential::Ready(OtpParams::Steam { key: OtpKey::new(Secret::copied(&[7; 20])).unwrap() });
        assert_eq!(with(key()).badge(), None);
        assert_eq!(with(sealed()).badge(), Some(Badge::SignIn));
        assert_eq!(missing(MissingReason::DeviceBound).badge(), Some(Badge::SignIn));
        let gone = MissingReason::DeviceKeyGone;
        assert_eq!(missing(gone).badge(), Some(Badge::AddKey(gone)));
        let steps = [
            (SignInProgress::Confirmed { at: NOW }, Badge::Confirmed { at: NOW }),
            (
                SignInProgress::Stuck { why: ProviderTrouble::Blocked, since: NOW },
                Badge::Stuck { why: ProviderTrouble::Blocked },
            ),
            (SignInProgress::Waiting { until: NOW }, Badge::Waiting { until: NOW }),
        ];
        for (progress, badge) in steps {
            let mut account = missing(MissingReason::DeviceBound);
            account.progress = progress;
            assert_eq!(account.badge(), Some(badge));
            let mut ready = with(key());
            ready.progress = progress;
            assert_eq!(ready.badge(), None, "a key is here");
            ready.refused = Some(NOW);
            assert_eq!(ready.badge(), Some(badge));
        }
        let mut refused = with(key());
        refused.refused = Some(NOW);
        assert_eq!(refused.badge(), Some(Badge::Refused { at: NOW }));
    }

    #[test]
    fn whatever_has_a_badge_is_found_among_those_that_need_the_person() {
        for account in [missing(MissingReason::DeviceBound), missing(MissingReason::NotInImport), with(sealed())] {
            assert!(account.badge().is_some() && account.needs_sign_in());
        }
    }
}
