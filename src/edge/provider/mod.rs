//! Sign-in providers behind their port: OpenID Connect by its library, over the client that places use too.
//!
//! What of the answers counts is in [`crate::provider`]; nothing is stored here, and no answer is kept.

mod asking;
mod browser_grant;
mod code_grant;
mod discovery;
mod github;
mod listener;
mod refusal;
mod token;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use crate::chance::{Entropy, draw};
use crate::edge::net::Client;
use crate::edge::provider::asking::Asking;
use crate::moment::Moment;
use crate::ports::{Clock, Provider, ProviderError, Visit};
use crate::provider::{Identity, Preset, ProviderSetup};

/// How long one answer of a provider may take.
const ANSWER_LIMIT: Duration = Duration::from_secs(20);

/// How long at most one pause is, so that calling off is felt at once.
const PAUSE: Duration = Duration::from_millis(50);

/// Waits.
pub type Pause = Arc<dyn Fn(Duration) + Send + Sync>;

/// Providers that speak OpenID Connect, and GitHub.
pub struct SystemProvider {
    client: Client,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    pause: Pause,
}

impl SystemProvider {
    /// With a client that has asked nothing yet.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self { client: Client::new(), clock, entropy, pause: Arc::new(std::thread::sleep) }
    }

    /// The same, waiting in another way: a test has no time.
    #[must_use]
    pub fn waiting(self, pause: Pause) -> Self {
        Self { pause, ..self }
    }

    fn asking<'a>(&'a self, visit: &'a Visit<'a>) -> Asking<'a> {
        Asking { client: &self.client, visit }
    }

    /// Waits, in pieces, until somebody calls it off.
    fn wait(&self, long: Duration, visit: &Visit<'_>) -> Result<(), ProviderError> {
        let mut left = long;
        while !left.is_zero() {
            self.look(visit)?;
            let piece = left.min(PAUSE);
            (self.pause)(piece);
            left = left.saturating_sub(piece);
        }
        self.look(visit)
    }

    fn look(&self, visit: &Visit<'_>) -> Result<(), ProviderError> {
        if (visit.is_cancelled)() { Err(ProviderError::Cancelled) } else { Ok(()) }
    }

    fn now(&self) -> Moment {
        self.clock.now()
    }

    /// 256 random bits as letters that an address takes: for what an answer must bring back.
    fn unguessable(&self) -> Result<String, ProviderError> {
        Ok(data_encoding::BASE64URL_NOPAD.encode(&draw::<32>(&*self.entropy)?))
    }
}

impl Provider for SystemProvider {
    fn sign_in_by_browser(&self, setup: &ProviderSetup, visit: &Visit<'_>) -> Result<Identity, ProviderError> {
        match setup.preset {
            // It wants a secret for this, which a program like this one cannot keep.
            Preset::GitHub => Err(ProviderError::NoSuchGrant),
            _ => browser_grant::sign_in(self, setup, visit),
        }
    }

    fn sign_in_by_code(&self, setup: &ProviderSetup, visit: &Visit<'_>) -> Result<Identity, ProviderError> {
        match setup.preset {
            Preset::GitHub => github::sign_in(self, setup, visit),
            _ => code_grant::sign_in(self, setup, visit),
        }
    }
}
