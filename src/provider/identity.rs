//! A person as a provider confirmed it.

use crate::account::{ProviderPin, SecondFactor};
use crate::moment::Moment;
use crate::secret::Private;

/// A person as a provider confirmed it. One exists only after every check of the provider's answer; whether it is the
/// person of a row is for [`crate::provider::recognise`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Identity {
    /// Who confirmed it: `iss` of the ID token.
    pub issuer: Private,
    /// Which person of the issuer's: `sub` of the ID token; for Microsoft Entra `tid` and `oid`, with a space between.
    pub subject: Private,
    /// `email`, unless the provider says that it never checked it.
    pub email: Option<Private>,
    /// `preferred_username`, the name that the person signs in with.
    pub preferred_name: Option<Private>,
    /// What the provider said of a second factor.
    pub second_factor: SecondFactor,
    /// `amr` as it came: the ways in which the person was recognised (RFC 8176).
    pub methods: Vec<String>,
    /// `auth_time`: when the person last gave a password, where the provider says.
    pub signed_in: Option<Moment>,
    /// When all of this was checked here.
    pub confirmed: Moment,
    /// What it rests on.
    pub proof: Proof,
}

/// What a confirmation rests on.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Proof {
    /// The provider issues no ID tokens. It was asked over an authenticated connection, with the access that the person
    /// had just given.
    Asked,
    /// An ID token with the provider's signature.
    Token,
}

impl Identity {
    /// What is kept of it: from now on only this person counts.
    #[must_use]
    pub fn pin(&self) -> ProviderPin {
        ProviderPin {
            issuer: self.issuer.clone(),
            subject: self.subject.clone(),
            confirmed: self.confirmed,
            second_factor: self.second_factor,
        }
    }

    /// The names that the provider gave, the one to show first.
    pub fn names(&self) -> impl Iterator<Item = &Private> {
        self.email.iter().chain(&self.preferred_name)
    }
}
