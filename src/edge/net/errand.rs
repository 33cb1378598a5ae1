//! How one request is made: how long, how much, who may call it off, who is told.

use std::time::Duration;

/// The bounds of one request and its answer.
#[derive(Clone, Copy)]
pub struct Errand<'a> {
    /// How long the whole of it may take, from the look-up of the name to the last byte.
    pub time_limit: Duration,
    /// The largest body that is taken, in bytes.
    pub most: u64,
    /// Whether a larger body is cut there instead of refused.
    pub is_cut: bool,
    /// Whether the person wants no more of it; asked between pieces.
    pub is_cancelled: &'a (dyn Fn() -> bool + Sync),
    /// Told how many bytes of how many went by; the second is 0 where nobody knows.
    pub progress: &'a (dyn Fn(u64, u64) + Sync),
}

impl Errand<'static> {
    /// Half a minute, a megabyte, not called off, nobody told.
    pub const PLAIN: Self = Self {
        time_limit: Duration::from_secs(30),
        most: 1 << 20,
        is_cut: false,
        is_cancelled: &|| false,
        progress: &|_, _| {},
    };
}
