//! Whose account it is, as forms let it be chosen and screens say it.

use crate::account::Kind;

/// The kinds in the order in which a form turns through them.
pub const KINDS: [Kind; 4] = [
    Kind::ThirdParty,
    Kind::Personal { passwordless: false },
    Kind::Personal { passwordless: true },
    Kind::WorkOrSchool,
];

/// What a kind is called.
#[must_use]
pub const fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Personal { passwordless: false } => "kind-personal",
        Kind::Personal { passwordless: true } => "kind-passwordless",
        Kind::ThirdParty => "kind-third-party",
        Kind::WorkOrSchool => "kind-work",
    }
}
