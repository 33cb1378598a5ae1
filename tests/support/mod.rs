//! Servers of our own for tests of places: small, in memory, and able to lie.

pub mod dav;
pub mod http;
pub mod s3;
