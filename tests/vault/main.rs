//! The vault file as a whole: what is sealed comes back, and nothing else does.

#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests read their own files and stop at the first surprise"
)]

mod books;
#[path = "../support/chance.rs"]
mod chance;
mod damage;
mod describe;
mod golden;
mod life;
mod make;
mod vectors;
