//! A provider as the settings file describes it.

use crate::provider::Preset;
use crate::text::fold;

/// A provider as the settings file describes it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ProviderSetup {
    /// What the person calls it: the name of its table in the file.
    pub name: String,
    /// Its dialect.
    pub preset: Preset,
    /// Where it is, as its ID tokens say it.
    pub issuer: String,
    /// What it calls this program. The person registers it there; none is built in.
    pub client_id: String,
    /// What some providers want besides, also of programs that can keep no secret (Google).
    pub client_secret: Option<String>,
    /// The services whose rows it signs in, as their issuers are written.
    pub services: Vec<String>,
    /// The values of `acr` that stand for a second factor here.
    pub second_factor_levels: Vec<String>,
}

impl ProviderSetup {
    /// Whether it signs in the rows of this service. Capitals don't count.
    #[must_use]
    pub fn is_for(&self, service: &str) -> bool {
        self.services.iter().any(|own| fold(own.trim()) == fold(service.trim()))
    }
}
