//! The command line from outside: the real binary, its output, its exit codes, its questions at a terminal.

#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests start programs, read their own files and stop at the first surprise"
)]

mod answers;
mod backup;
mod bench;
mod codes;
#[cfg(feature = "remote")]
#[path = "../support/dav.rs"]
#[expect(dead_code, reason = "shared with the tests of backups, which use more of it")]
mod dav;
mod exits;
mod going_wrong;
#[cfg(feature = "remote")]
#[path = "../support/http.rs"]
#[expect(dead_code, reason = "shared with the tests of backups, which use more of it")]
mod http;
mod importing;
mod journey;
mod json;
mod kills;
mod kit;
mod no_codes;
#[expect(dead_code, reason = "the walk through five accounts uses all of it")]
#[path = "../support/oath.rs"]
mod oath;
mod pages;
#[cfg(feature = "remote")]
#[path = "../support/person.rs"]
mod person;
#[cfg(feature = "qr")]
#[path = "../support/pictures.rs"]
mod pictures;
mod protect;
mod quiet;
mod refused;
mod restoring;
mod short_of;
mod sign_in;
mod sign_out;
#[cfg(feature = "remote")]
#[path = "../provider/signing.rs"]
#[expect(dead_code, reason = "the suite of the provider uses all of it")]
mod signing;
#[cfg(feature = "remote")]
#[path = "../provider/stand.rs"]
#[expect(dead_code, reason = "the suite of the provider uses all of it")]
mod stand;
mod terminal;
mod tongues;
