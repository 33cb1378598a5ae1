//! Files of other apps through the whole road: bytes, detection, password, accounts; and back.
//!
//! The project's own samples always; with `PULIH_FIXTURES` set, the files of that folder too.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what it saw and stops"
)]

mod compare;
#[path = "../fixtures/mod.rs"]
mod fixtures;
mod folder;
mod manual;
mod odd;
mod roads;
mod samples;
