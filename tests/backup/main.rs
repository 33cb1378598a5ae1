//! Backups as a whole: files, places, deeds, and everything that can go wrong between them.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read their own files and stop at the first surprise"
)]

#[path = "../support/chance.rs"]
mod chance;
mod deeds;
mod faults;
mod file;
mod kit;
mod lies;
#[cfg(feature = "remote")]
mod live;
#[path = "../saving/model.rs"]
#[expect(dead_code, reason = "shared with the tests of saving, which use more of it")]
mod model;
mod places;
mod readiness;
#[cfg(feature = "remote")]
mod servers;
#[cfg(feature = "remote")]
#[path = "../support/mod.rs"]
mod support;
mod two_machines;
mod vectors;
mod worlds;
