//! Saving that loses nothing, tried against crashes, errors, full disks, other writers and `kill -9`.
#![expect(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod aside;
mod bound;
mod crash;
mod faults;
mod kill;
mod marks;
mod model;
mod paths;
mod restoring;
mod sentences;
mod waits;
mod worlds;
mod writers;
