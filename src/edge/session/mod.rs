//! What the session service (logind) tells: the computer is about to sleep, the session was locked.

#[cfg(all(target_os = "linux", feature = "session"))]
mod logind;
#[cfg(not(all(target_os = "linux", feature = "session")))]
mod none;

#[cfg(all(target_os = "linux", feature = "session"))]
pub(in crate::edge) use logind::{answers, watch};
#[cfg(not(all(target_os = "linux", feature = "session")))]
pub(in crate::edge) use none::{answers, watch};
