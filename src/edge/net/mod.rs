//! The one way to the network: a blocking client that places and sign-in providers share. What is asked of whom, and what
//! the answers mean, is for them.

mod client;
mod errand;
mod error;

pub use client::Client;
pub use errand::Errand;
pub use error::NetError;
