//! Chance as an argument: who needs random bytes takes an [`Entropy`].

/// A source of random bytes fit for keys.
pub trait Entropy: Send + Sync {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// [`NoEntropy`] when the source gives none. Nothing falls back to a weaker one.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy>;
}

/// The operating system gave no random bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("no random bytes")]
pub struct NoEntropy;

/// `N` random bytes that are no secret: ids, salts, nonces.
///
/// # Errors
/// [`NoEntropy`] as from the source.
pub fn draw<const N: usize>(chance: &dyn Entropy) -> Result<[u8; N], NoEntropy> {
    let mut bytes = [0; N];
    chance.fill(&mut bytes)?;
    Ok(bytes)
}
