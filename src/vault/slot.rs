//! Slots: each holds the vault key under one way to open the vault.

use crate::chance::{Entropy, draw};
use crate::secret::{Key32, Passphrase};
use crate::vault::backup::{RecoveryName, recovery_key};
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::kdf::{KdfParams, passphrase_key};
use crate::vault::{OpenError, SealError, VaultId};

/// Bytes of a slot's box: 32 of the vault key and the box's own 72.
const BOX: usize = 32 + boxed::OVERHEAD;

/// What a slot opens with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SlotKind {
    /// The computer's key store.
    KeyStore,
    /// A kind this version does not know; kept as it is.
    Other(u8),
    /// A passphrase.
    Passphrase,
    /// Name and password of a recovery account; in backups only.
    RecoveryAccount,
    /// Recovery words.
    Words,
}

impl SlotKind {
    /// The name as JSON writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::KeyStore => "key-store",
            Self::Other(_) => "other",
            Self::Passphrase => "passphrase",
            Self::RecoveryAccount => "recovery-account",
            Self::Words => "recovery-words",
        }
    }

    const fn number(self) -> u8 {
        match self {
            Self::KeyStore => 3,
            Self::Other(number) => number,
            Self::Passphrase => 1,
            Self::RecoveryAccount => 6,
            Self::Words => 2,
        }
    }

    /// The kind of a vault's slot.
    const fn of(number: u8) -> Self {
        match number {
            1 => Self::Passphrase,
            2 => Self::Words,
            3 => Self::KeyStore,
            other => Self::Other(other),
        }
    }

    /// The kind of a backup's slot.
    const fn of_backup(number: u8) -> Self {
        match number {
            2 => Self::Words,
            6 => Self::RecoveryAccount,
            other => Self::Other(other),
        }
    }
}

/// A way to open the vault, as its header tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SlotSummary {
    /// What it opens with.
    pub kind: SlotKind,
    /// 16 random bytes.
    pub id: [u8; 16],
    /// What a passphrase costs.
    pub kdf: Option<KdfParams>,
}

/// The price of a passphrase, and the salt.
pub type Kdf = (KdfParams, [u8; 32]);

/// A slot as it stands in the header.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Slot {
    kind: SlotKind,
    id: [u8; 16],
    kdf: Option<Kdf>,
    /// The box; for a kind this version does not know, all that follows the id.
    rest: Vec<u8>,
}

impl Slot {
    /// Reads a slot. `None` where the form is not that of its kind.
    pub fn parse(value: &[u8]) -> Option<Self> {
        Self::parse_as(SlotKind::of(*value.first()?), value)
    }

    /// Reads a slot of a backup. `None` where the form is not that of its kind.
    pub fn parse_in_backup(value: &[u8]) -> Option<Self> {
        Self::parse_as(SlotKind::of_backup(*value.first()?), value)
    }

    fn parse_as(kind: SlotKind, value: &[u8]) -> Option<Self> {
        let (_, rest) = value.split_first()?;
        let (&id, rest) = rest.split_first_chunk::<16>()?;
        let (kdf, rest) = match kind {
            SlotKind::Passphrase | SlotKind::RecoveryAccount => parse_kdf(rest).map(|(kdf, rest)| (Some(kdf), rest))?,
            SlotKind::KeyStore | SlotKind::Other(_) | SlotKind::Words => (None, rest),
        };
        let is_formed = matches!(kind, SlotKind::Other(_)) || rest.len() == BOX;
        is_formed.then(|| Self { kind, id, kdf, rest: rest.to_vec() })
    }

    /// The bytes of the slot.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = self.head();
        out.extend_from_slice(&self.rest);
        out
    }

    /// What it opens with.
    pub const fn kind(&self) -> SlotKind {
        self.kind
    }

    /// What the header tells of it.
    pub fn summary(&self) -> SlotSummary {
        SlotSummary { kind: self.kind, id: self.id, kdf: self.kdf.map(|(params, _)| params) }
    }

    /// The parameters and salt of a passphrase slot.
    pub const fn kdf(&self) -> Option<&Kdf> {
        self.kdf.as_ref()
    }

    /// A passphrase slot with a salt of its own.
    pub fn for_passphrase(
        vault: VaultId,
        vault_key: &Key32,
        passphrase: &Passphrase,
        params: KdfParams,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        let salt: [u8; 32] = draw(chance)?;
        let key = passphrase_key(passphrase, &salt, params).map_err(priced)?;
        Self::wrap(SlotKind::Passphrase, Some((params, salt)), &vault.0, vault_key, &key, chance)
    }

    /// A backup's slot for a recovery account, with a salt of its own. Slow.
    pub fn for_account(
        context: &[u8],
        set_key: &Key32,
        (name, password): (&RecoveryName, &Passphrase),
        params: KdfParams,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        let salt: [u8; 32] = draw(chance)?;
        let key = recovery_key(name, password, &salt, params).map_err(priced)?;
        Self::wrap(SlotKind::RecoveryAccount, Some((params, salt)), context, set_key, &key, chance)
    }

    /// A backup's slot for recovery words, whose key is known.
    pub fn for_words_in_backup(
        context: &[u8],
        set_key: &Key32,
        words_key: &Key32,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        Self::wrap(SlotKind::Words, None, context, set_key, words_key, chance)
    }

    /// A slot whose box opens with a key as it is: recovery words, key store.
    pub fn for_key(
        kind: SlotKind,
        vault: VaultId,
        vault_key: &Key32,
        key: &Key32,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        Self::wrap(kind, None, &vault.0, vault_key, key, chance)
    }

    /// The vault key, if `key` opens the box.
    pub fn unwrap_with(&self, vault: VaultId, key: &Key32) -> Result<Key32, BoxError> {
        self.unwrap_in(&vault.0, key)
    }

    /// The key in the box, if `key` opens it in this context.
    pub fn unwrap_in(&self, context: &[u8], key: &Key32) -> Result<Key32, BoxError> {
        let plain = boxed::open(key, Purpose::Slot, &self.aad(context), &self.rest)?;
        Key32::copied(&plain).ok_or(BoxError::Damaged)
    }

    fn wrap(
        kind: SlotKind,
        kdf: Option<Kdf>,
        context: &[u8],
        sealed_key: &Key32,
        key: &Key32,
        chance: &dyn Entropy,
    ) -> Result<Self, SealError> {
        let mut slot = Self { kind, id: draw(chance)?, kdf, rest: Vec::new() };
        slot.rest = boxed::seal(key, Purpose::Slot, &slot.aad(context), sealed_key.expose(), chance)?;
        Ok(slot)
    }

    /// Everything before the box.
    fn head(&self) -> Vec<u8> {
        let mut out = vec![self.kind.number()];
        out.extend_from_slice(&self.id);
        if let Some((params, salt)) = &self.kdf {
            for number in [params.memory_kib, params.passes, params.lanes] {
                out.extend_from_slice(&number.to_le_bytes());
            }
            out.extend_from_slice(salt);
        }
        out
    }

    fn aad(&self, context: &[u8]) -> Vec<u8> {
        [context, &self.head()].concat()
    }
}

const fn priced(error: OpenError) -> SealError {
    match error {
        OpenError::NoMemory { .. } => SealError::NoMemory,
        _ => SealError::Cost,
    }
}

fn parse_kdf(bytes: &[u8]) -> Option<(Kdf, &[u8])> {
    let (memory, rest) = bytes.split_first_chunk::<4>()?;
    let (passes, rest) = rest.split_first_chunk::<4>()?;
    let (lanes, rest) = rest.split_first_chunk::<4>()?;
    let (salt, rest) = rest.split_first_chunk::<32>()?;
    let [memory_kib, passes, lanes] = [memory, passes, lanes].map(|bytes| u32::from_le_bytes(*bytes));
    let params = KdfParams { memory_kib, passes, lanes };
    params.is_sane().then_some(((params, *salt), rest))
}

#[cfg(test)]
mod tests {
    use super::{Slot, SlotKind};
    use crate::secret::{Key32, Passphrase};
    use crate::vault::boxed::BoxError;
    use crate::vault::kdf::{KdfParams, passphrase_key};
    use crate::vault::testing::Counting;
    use crate::vault::{SealError, VaultId};

    const VAULT: VaultId = VaultId([9; 16]);

    fn key(byte: u8) -> Key32 {
        Key32::copied(&[byte; 32]).unwrap()
    }

    #[test]
    fn a_slot_gives_the_vault_key_to_its_own_key_and_in_its_own_vault_only() {
        let slot = Slot::for_key(SlotKind::Words, VAULT, &key(1), &key(2), &Counting::new()).unwrap();
        assert_eq!(slot.unwrap_with(VAULT, &key(2)), Ok(key(1)));
        assert_eq!(slot.unwrap_with(VAULT, &key(3)), Err(BoxError::WrongKey));
        assert_eq!(slot.unwrap_with(VaultId([8; 16]), &key(2)), Err(BoxError::WrongKey));
        assert_eq!(Slot::parse(&slot.encode()), Some(slot));
    }

    #[test]
    fn a_passphrase_slot_keeps_price_and_salt_under_its_seal() {
        let passphrase = Passphrase::parse("correct horse").unwrap();
        let slot = Slot::for_passphrase(VAULT, &key(1), &passphrase, KdfParams::LEAST, &Counting::new()).unwrap();
        let (params, salt) = *slot.kdf().unwrap();
        let kek = passphrase_key(&passphrase, &salt, params).unwrap();
        assert_eq!(slot.unwrap_with(VAULT, &kek), Ok(key(1)));
        let mut bytes = slot.encode();
        bytes[17] ^= 1;
        assert_eq!(Slot::parse(&bytes).unwrap().unwrap_with(VAULT, &kek), Err(BoxError::WrongKey));
    }

    #[test]
    fn a_price_out_of_bounds_is_not_written() {
        let passphrase = Passphrase::parse("correct horse").unwrap();
        let costly = KdfParams { memory_kib: u32::MAX, passes: 1, lanes: 1 };
        let slot = Slot::for_passphrase(VAULT, &key(1), &passphrase, costly, &Counting::new());
        assert_eq!(slot, Err(SealError::Cost));
    }

    #[test]
    fn an_unknown_kind_is_kept_and_a_known_one_has_its_exact_length() {
        let unknown = [vec![5], vec![1; 16], vec![3; 7]].concat();
        let slot = Slot::parse(&unknown).unwrap();
        assert_eq!((slot.kind(), slot.encode()), (SlotKind::Other(5), unknown));
        let words = Slot::for_key(SlotKind::Words, VAULT, &key(1), &key(2), &Counting::new()).unwrap().encode();
        assert_eq!(Slot::parse(&words[..words.len() - 1]), None);
        assert_eq!(Slot::parse(&[words, vec![0]].concat()), None);
        assert_eq!(Slot::parse(&[1; 16]), None);
    }
}
