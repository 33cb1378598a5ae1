//! The providers that we know: their endpoints and their dialects, never a client id.

/// A provider that we know, or one that keeps to the standard.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Preset {
    /// Auth0.
    Auth0,
    /// Microsoft Entra, for work or school.
    Entra,
    /// GitHub, which signs people in by OAuth without ID tokens.
    GitHub,
    /// Google.
    Google,
    /// Keycloak.
    Keycloak,
    /// Personal accounts of Microsoft.
    Microsoft,
    /// Okta.
    Okta,
    /// Any other that speaks OpenID Connect.
    OpenId,
}

/// The tenant of Microsoft's personal accounts, the same for everybody.
pub const CONSUMERS: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

impl Preset {
    /// All of them, by the names that the settings file has.
    pub const NAMES: [(&str, Self); 8] = [
        ("auth0", Self::Auth0),
        ("entra", Self::Entra),
        ("github", Self::GitHub),
        ("google", Self::Google),
        ("keycloak", Self::Keycloak),
        ("microsoft", Self::Microsoft),
        ("okta", Self::Okta),
        ("openid", Self::OpenId),
    ];

    /// The preset of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, preset)| preset)
    }

    /// Where the provider is, where that is the same for everybody.
    #[must_use]
    pub const fn issuer(self) -> Option<&'static str> {
        match self {
            Self::Entra => Some("https://login.microsoftonline.com/organizations/v2.0"),
            Self::GitHub => Some("https://github.com"),
            Self::Google => Some("https://accounts.google.com"),
            Self::Microsoft => Some("https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"),
            Self::Auth0 | Self::Keycloak | Self::Okta | Self::OpenId => None,
        }
    }

    /// The services whose rows it signs in, where the settings name none: names as a row's issuer has them.
    #[must_use]
    pub const fn services(self) -> &'static [&'static str] {
        match self {
            Self::Entra | Self::Microsoft => &["Microsoft"],
            Self::GitHub => &["GitHub"],
            Self::Google => &["Google"],
            Self::Auth0 | Self::Keycloak | Self::Okta | Self::OpenId => &[],
        }
    }

    /// Whether a person is `tid` and `oid`: its `sub` differs from one program to the next.
    #[must_use]
    pub const fn is_microsoft(self) -> bool {
        matches!(self, Self::Entra | Self::Microsoft)
    }
}

#[cfg(test)]
mod tests {
    use super::{CONSUMERS, Preset};

    #[test]
    fn a_preset_is_found_by_its_name_and_has_a_safe_address_or_none() {
        for (name, preset) in Preset::NAMES {
            assert_eq!(Preset::from_name(name), Some(preset));
            assert!(preset.issuer().is_none_or(|issuer| issuer.starts_with("https://")));
        }
        assert_eq!(Preset::from_name("entraid"), None);
        assert!(Preset::Microsoft.issuer().is_some_and(|issuer| issuer.contains(CONSUMERS)));
    }
}
