//! Backups as deeds: set up, back up, list, fetch, verify, drill. The same for both faces.

mod find;

pub use find::{FetchError, connect, fetch, list, read_file};
