//! Sign-in providers: how one is configured, what one confirms of a person, and what of that counts. Pure: asking a
//! provider is for the edge, and what is done with the answer for `signin` and `ops`.

mod factor;
mod identity;
mod person;
mod polling;
mod preset;
mod report;
mod setup;

pub use factor::{NoSecondFactor, second_factor};
pub use identity::{Identity, Proof};
pub use person::{AnotherPerson, Person, recognise};
pub use polling::{NotYet, Polling};
pub use preset::{CONSUMERS, Preset};
pub use setup::ProviderSetup;
