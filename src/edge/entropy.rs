//! The operating system's random bytes. Where it gives none, nothing weaker takes their place.

use crate::chance::{Entropy, NoEntropy};

/// `getrandom(2)`, or what the system has like it.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        getrandom::fill(bytes).map_err(|_| NoEntropy)
    }
}

#[cfg(test)]
mod tests {
    use super::SystemEntropy;
    use crate::chance::draw;

    #[test]
    fn two_draws_differ() {
        assert_ne!(draw::<32>(&SystemEntropy), draw::<32>(&SystemEntropy));
    }
}
