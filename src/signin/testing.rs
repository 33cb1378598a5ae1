//! Accounts that need a sign-in, whoever signed in, and chance that repeats: for the tests of the flow, and of the faces
//! that show it.

use crate::account::{
    Account, AccountId, Credential, EnrolHint, SealedCredential, SealedLabel, SecondFactor, SignInSlot,
};
use crate::moment::Moment;
use crate::provider::{Identity, Proof};
use crate::secret::Private;

/// When the tests take place.
pub const NOW: Moment = Moment::from_unix(1_800_000_000);

/// The key of RFC 4226, appendix D, as a person types it.
pub const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// The name of every row here.
pub const NAME: &str = "mira@example.com";

/// An account that is locked under an e-mail address and a phone number. Nothing opens its slots.
pub fn sealed(number: u8, issuer: &str) -> Account {
    let slot = |contact_kind, hint: &str| SignInSlot {
        contact_kind,
        hint: hint.into(),
        memory_kib: 8,
        passes: 1,
        lanes: 1,
        salt: [0; 32],
        sealed: Vec::new(),
    };
    let label =
        SealedLabel { issuer: issuer.into(), name: NAME.into(), otp_type: 1, algorithm: 1, digits: 6, period: 30 };
    let slots = vec![slot(1, "m•••@e•••.com"), slot(2, "+46 •• ••• •• 67")];
    let credential =
        Credential::Sealed(Box::new(SealedCredential { seal_id: [number; 16], label, slots, sealed: Vec::new() }));
    Account::with_credential(AccountId([number; 16]), issuer, NAME, credential, NOW)
}

/// An account of which only the name is here.
pub fn missing(number: u8, issuer: &str) -> Account {
    let credential = Credential::Missing(EnrolHint::default());
    Account::with_credential(AccountId([number; 16]), issuer, NAME, credential, NOW)
}

/// Somebody of this name, confirmed by a provider that says nothing of a second factor.
pub fn identity(name: &str) -> Box<Identity> {
    Box::new(Identity {
        issuer: Private::new("https://login.example.com"),
        subject: Private::new("7"),
        email: Some(name.into()),
        preferred_name: None,
        second_factor: SecondFactor::NotReported,
        methods: Vec::new(),
        signed_in: None,
        confirmed: NOW,
        proof: Proof::Token,
    })
}

/// Chance that is the same on every computer (Knuth, MMIX).
pub struct Dice(pub u64);

impl Dice {
    /// A number below this one.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 40).unwrap_or(0) % bound
    }
}
