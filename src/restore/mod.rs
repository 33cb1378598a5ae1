//! The way back: what would come from a backup or another vault, compared with what is here, and the steps that lead
//! a person through it. Pure: what to read, open and write is asked for, and done elsewhere.

mod decision;
mod difference;
mod failed;
mod incoming;
pub mod merge;
mod report;
mod talk;
#[cfg(test)]
mod tests;
mod wizard;

pub use crate::asking::Round;
pub use decision::{Deed, Reason, Tried, With, place_help, step_of};
pub use difference::{Changed, Difference, Named, Part};
pub use failed::{Helps, OpenFailed, Trouble};
pub use incoming::{Counts, Incoming, comes_back, said_of};
pub use report::Report;
pub use talk::{Ask, Event, Found, Here, Key, Source, Step, Way};
pub use wizard::Wizard;
