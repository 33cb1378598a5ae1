//! Vaults for the tests: cheap key derivation, chance that repeats.

use pulih::moment::Moment;
use pulih::secret::Passphrase;
use pulih::vault::{KdfParams, OpenError, OpenVault, Opener, SealedVault};

pub const NOW: Moment = Moment::from_unix(1_700_000_000);

pub use crate::chance::Chance;

pub fn passphrase(text: &str) -> Passphrase {
    Passphrase::parse(text).unwrap()
}

pub fn vault(chance: &Chance) -> OpenVault {
    OpenVault::create(&passphrase("correct horse"), KdfParams::LEAST, NOW, chance).unwrap()
}

pub fn open(bytes: &[u8], opener: &Opener<'_>) -> Result<OpenVault, OpenError> {
    SealedVault::parse(bytes.to_vec()).unwrap().open(opener).map_err(|(_, error)| error)
}

pub fn open_with(bytes: &[u8], text: &str) -> Result<OpenVault, OpenError> {
    open(bytes, &Opener::Passphrase(&passphrase(text)))
}
