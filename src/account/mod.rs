//! Accounts and the book that keeps them in order. No bytes, no files, no screen.

mod badge;
mod book;
mod credential;
mod duplicate;
mod kin;
mod progress;
mod record;
mod search;

pub use badge::Badge;
pub use book::{Book, Find, TRASH_DAYS};
pub use credential::{
    Credential, DeviceSealed, EnrolHint, MissingReason, NotReady, SealedCredential, SealedLabel, SignInProtection,
    SignInSlot,
};
pub use kin::{Difference, Kin, Kinship, has_same_key, is_same_code};
pub use progress::{ProviderTrouble, SignInProgress};
pub use record::{Account, AccountId, Kind, OldKey, Protection, ProviderPin, RecoveryCode, SecondFactor};
pub use search::{Hit, Index, Marks, marks};
