//! Signing in at a provider, and the browser that most of it happens in. What is confirmed is checked behind this port;
//! whose row it is, is for [`crate::provider::recognise`].

use crate::account::ProviderTrouble;
use crate::chance::NoEntropy;
use crate::moment::Moment;
use crate::provider::{Identity, NoSecondFactor, ProviderSetup};
use crate::text::{Explain, Text};

/// Signs a person in at a provider. Both calls block until it is done, and are made from a worker.
pub trait Provider: Send + Sync {
    /// By a browser on this computer: authorization code with PKCE, and a listener on loopback that takes one answer
    /// (RFC 8252, RFC 7636).
    ///
    /// # Errors
    /// [`ProviderError`].
    fn sign_in_by_browser(&self, setup: &ProviderSetup, visit: &Visit<'_>) -> Result<Identity, ProviderError>;

    /// By a code that is entered on any computer or phone: device authorization grant (RFC 8628).
    ///
    /// # Errors
    /// [`ProviderError`].
    fn sign_in_by_code(&self, setup: &ProviderSetup, visit: &Visit<'_>) -> Result<Identity, ProviderError>;
}

/// Opens addresses.
pub trait Browser: Send + Sync {
    /// Opens an `https` address, or an `http` one of this computer, in the person's browser. Whether it came up is not
    /// known.
    ///
    /// # Errors
    /// [`NoBrowser`].
    fn open(&self, address: &str) -> Result<(), NoBrowser>;
}

/// How a sign-in is made: for which row, whether somebody called it off, who is told how far it is.
#[derive(Clone, Copy)]
pub struct Visit<'a> {
    /// The row's name. The provider's page is told whom to expect, and its mail domain says which organisation to ask.
    pub row_name: &'a str,
    /// Whether the person wants no more of it. Asked several times a second.
    pub is_cancelled: &'a (dyn Fn() -> bool + Sync),
    /// Told how far it is.
    pub tell: &'a (dyn Fn(VisitStep) + Sync),
}

/// How far a sign-in is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum VisitStep {
    /// The person has answered, and the answer is looked at.
    Checking,
    /// The person enters a code at an address, on any computer or phone.
    EnterCode {
        /// The code.
        code: String,
        /// The address, short enough to be typed.
        address: String,
        /// The address with the code in it, for a QR code, where the provider gives one.
        whole_address: Option<String>,
        /// When the code is good for nothing any more.
        until: Moment,
    },
    /// The person signs in at this address, in a browser on this computer. It is too long to be typed.
    OpenBrowser {
        /// The address.
        address: String,
        /// When the answer is waited for no longer.
        until: Moment,
    },
    /// The provider cannot be reached at the moment, and is asked again.
    Retrying,
}

/// No browser can be opened here.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("no browser")]
pub struct NoBrowser;

/// Why nobody was confirmed. Words of the provider's are cleaned before they are shown, like all words from outside.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ProviderError {
    /// The signature is of a kind that is not accepted, or there is none.
    #[error("algorithm: {0}")]
    Algorithm(String),
    /// Somebody called it off.
    #[error("called off")]
    Cancelled,
    /// The person said no on the provider's page.
    #[error("declined")]
    Declined,
    /// The ID token had run out.
    #[error("expired token")]
    ExpiredToken,
    /// The issuer's address is not `https`.
    #[error("insecure address: {0}")]
    Insecure(String),
    /// The ID token was issued more than 15 minutes ago, or in the future.
    #[error("issued too long ago")]
    IssuedElsewhen,
    /// No listener can be opened on loopback.
    #[error("no listener")]
    NoListener,
    /// The provider has no such grant.
    #[error("no such grant")]
    NoSuchGrant,
    /// What the ID token says of how the person was recognised names no second factor.
    #[error(transparent)]
    NoSecondFactor(#[from] NoSecondFactor),
    /// Which organisation to ask cannot be told from the row's name.
    #[error("no tenant")]
    NoTenant,
    /// Nobody signed in in time.
    #[error("nobody answered")]
    NobodyAnswered,
    /// No random bytes.
    #[error(transparent)]
    NoEntropy(#[from] NoEntropy),
    /// The nonce is missing or another: the ID token answers another question.
    #[error("another nonce")]
    Nonce,
    /// This build has no network.
    #[error("not here")]
    NotHere,
    /// It answered, and not in a way that makes sense.
    #[error("not understood: {0}")]
    NotUnderstood(String),
    /// It sent us to another address, and nobody follows.
    #[error("redirected to {0}")]
    Redirected(String),
    /// The provider or its administrator refused; in its words.
    #[error("refused: {code}")]
    Refused {
        /// The short word of the error.
        code: String,
        /// What it says more.
        said: String,
    },
    /// The signature is not by a key of the provider's.
    #[error("signature")]
    Signature,
    /// The person gave the password too long ago: the provider did not ask again.
    #[error("stale sign-in")]
    Stale,
    /// The answer in the browser was to another question.
    #[error("another state")]
    State,
    /// It took too long to answer.
    #[error("timed out")]
    TimedOut,
    /// It cannot be reached; in the system's words.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// The ID token is for another program.
    #[error("another audience")]
    WrongAudience,
    /// Another issuer than the one that was asked.
    #[error("another issuer: {found}")]
    WrongIssuer {
        /// The one that was found.
        found: String,
    },
}

impl ProviderError {
    /// Whether the provider cannot be used for the account at all: then the account keeps it. What the person did, or what
    /// another try may change, is none of it.
    #[must_use]
    pub const fn stuck(&self) -> Option<ProviderTrouble> {
        match self {
            Self::NoSuchGrant | Self::Refused { .. } => Some(ProviderTrouble::Blocked),
            Self::TimedOut | Self::Unreachable(_) => Some(ProviderTrouble::Offline),
            Self::NotHere => Some(ProviderTrouble::NotConfigured),
            _ => None,
        }
    }
}

impl Explain for NoBrowser {
    fn what(&self) -> Text {
        Text::new("err-browser-none")
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-browser-none"))
    }
}

impl Explain for ProviderError {
    fn what(&self) -> Text {
        match self {
            Self::Algorithm(found) => Text::new("err-provider-algorithm").word("found", found),
            Self::Cancelled => Text::new("err-provider-cancelled"),
            Self::Declined => Text::new("err-provider-declined"),
            Self::ExpiredToken => Text::new("err-provider-expired-token"),
            Self::Insecure(address) => Text::new("err-provider-insecure").word("address", address),
            Self::IssuedElsewhen => Text::new("err-provider-issued-elsewhen"),
            Self::NoListener => Text::new("err-provider-no-listener"),
            Self::NoSecondFactor(error) => Text::new("err-provider-no-second-factor").word("said", &error.said),
            Self::NoSuchGrant => Text::new("err-provider-no-such-grant"),
            Self::NoTenant => Text::new("err-provider-no-tenant"),
            Self::NobodyAnswered => Text::new("err-provider-nobody-answered"),
            Self::NoEntropy(_) => Text::new("err-provider-no-entropy"),
            Self::Nonce => Text::new("err-provider-nonce"),
            Self::NotHere => Text::new("err-provider-not-here"),
            Self::NotUnderstood(words) => Text::new("err-provider-not-understood").word("words", words),
            Self::Redirected(address) => Text::new("err-provider-redirected").word("address", address),
            Self::Refused { code, said } => Text::new("err-provider-refused").word("code", code).word("said", said),
            Self::Signature => Text::new("err-provider-signature"),
            Self::Stale => Text::new("err-provider-stale"),
            Self::State => Text::new("err-provider-state"),
            Self::TimedOut => Text::new("err-provider-timed-out"),
            Self::Unreachable(words) => Text::new("err-provider-unreachable").word("words", words),
            Self::WrongAudience => Text::new("err-provider-wrong-audience"),
            Self::WrongIssuer { found } => Text::new("err-provider-wrong-issuer").word("found", found),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Cancelled | Self::Declined | Self::NobodyAnswered | Self::State => "fix-provider-again",
            Self::ExpiredToken | Self::IssuedElsewhen => "fix-provider-clock",
            Self::Insecure(_) => "fix-provider-insecure",
            Self::NoEntropy(_) | Self::NoListener => "fix-provider-no-listener",
            Self::NoSecondFactor(_) => "fix-provider-no-second-factor",
            Self::NoSuchGrant => "fix-provider-no-such-grant",
            Self::NoTenant => "fix-provider-no-tenant",
            Self::NotHere => "fix-provider-not-here",
            Self::NotUnderstood(_) | Self::Redirected(_) | Self::WrongIssuer { .. } => "fix-provider-address",
            Self::Refused { .. } => "fix-provider-refused",
            Self::Stale => "fix-provider-stale",
            Self::TimedOut | Self::Unreachable(_) => "fix-provider-unreachable",
            Self::Algorithm(_) | Self::Nonce | Self::Signature | Self::WrongAudience => "fix-provider-not-taken",
        }))
    }
}
