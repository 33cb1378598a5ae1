//! Signing in at a provider, against one that runs in this process: each way, each check, each dialect.

#![cfg(feature = "remote")]
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod certified;
mod checks;
mod dialects;
mod grants;
mod signing;
mod stand;
mod visits;
