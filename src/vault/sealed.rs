//! A vault before it is open: its form, and the ways to open it.

use sha2::{Digest, Sha256};

use crate::secret::{Key32, Passphrase};
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::container::{self, View};
use crate::vault::file_kind::FileKind;
use crate::vault::frame;
use crate::vault::kdf::{KdfFloor, KdfParams, passphrase_key};
use crate::vault::open::{OpenRemark, OpenVault};
use crate::vault::payload::Contents;
use crate::vault::slot::{Kdf, Slot, SlotKind, SlotSummary};
use crate::vault::words::RecoveryWords;
use crate::vault::{OpenError, ParseError, STACK, VaultId};

/// What somebody opens a vault with.
#[derive(Debug)]
pub enum Opener<'a> {
    /// The key that the computer's key store keeps.
    KeyStore(&'a Key32),
    /// The passphrase.
    Passphrase(&'a Passphrase),
    /// The recovery words.
    Words(&'a RecoveryWords),
}

/// A vault file whose form is right, before anything of it was opened.
#[derive(Debug)]
pub struct SealedVault {
    bytes: Vec<u8>,
    views: Vec<View>,
}

impl SealedVault {
    /// Reads the form of a vault file; no key derivation yet.
    ///
    /// # Errors
    /// [`ParseError`].
    pub fn parse(bytes: Vec<u8>) -> Result<Self, ParseError> {
        let views = container::parse(&bytes)?;
        Ok(Self { bytes, views })
    }

    /// The same for a file of another kind.
    pub(super) fn parse_as(bytes: Vec<u8>, kind: FileKind) -> Result<Self, ParseError> {
        let views = container::parse_as(&bytes, kind)?;
        Ok(Self { bytes, views })
    }

    /// The vault's id, not yet authenticated.
    #[must_use]
    pub fn id(&self) -> VaultId {
        self.views.first().map_or(VaultId([0; 16]), |view| view.header.vault)
    }

    /// The generation in the header, not yet authenticated.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.views.first().map_or(0, |view| view.header.generation)
    }

    /// The ways to open it. Where header and mirror differ, those of both.
    #[must_use]
    pub fn slots(&self) -> Vec<SlotSummary> {
        let mut summaries: Vec<SlotSummary> = Vec::new();
        for slot in self.views.iter().flat_map(|view| &view.header.slots) {
            if !summaries.contains(&slot.summary()) {
                summaries.push(slot.summary());
            }
        }
        summaries
    }

    /// Opens it. Slow for a passphrase: run it on a worker. A wrong key gives the sealed vault back.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(self, opener: &Opener<'_>) -> Result<OpenVault, (Self, OpenError)> {
        let opened = self.open_again(opener);
        opened.map_err(|error| (self, error))
    }

    /// The same, and keeps what is sealed.
    pub(super) fn open_again(&self, opener: &Opener<'_>) -> Result<OpenVault, OpenError> {
        let opened = self.open_by_any_view(opener);
        // What key derivation, decryption and decoding left on the stack; see `zeroize_stack` for its limits.
        zeroize::zeroize_stack::<STACK>();
        opened
    }

    #[inline(never)]
    fn open_by_any_view(&self, opener: &Opener<'_>) -> Result<OpenVault, OpenError> {
        let mut ring = KeyRing { opener, derived: Vec::new() };
        let mut worst = OpenError::NoSuchSlot;
        for view in &self.views {
            match self.open_by(view, &mut ring) {
                Ok(vault) => return Ok(vault),
                Err(error) => worst = weightier(worst, error),
            }
        }
        Err(worst)
    }

    /// Opens it with the key of the same vault, which was opened in an earlier state: nothing is asked for and nothing
    /// derived again.
    ///
    /// # Errors
    /// [`OpenError::WrongKey`] for another vault, [`OpenError::Damaged`] where its key was changed or a header is not
    /// whole.
    pub fn open_after(&self, earlier: &OpenVault) -> Result<OpenVault, OpenError> {
        let opened = self.open_with(earlier);
        zeroize::zeroize_stack::<STACK>();
        opened
    }

    #[inline(never)]
    fn open_with(&self, earlier: &OpenVault) -> Result<OpenVault, OpenError> {
        let [view] = self.views.as_slice() else { return Err(OpenError::Damaged) };
        if view.header.vault != earlier.id() {
            return Err(OpenError::WrongKey);
        }
        self.opened(view, earlier.vault_key().duplicate(), None)
    }

    fn open_by(&self, view: &View, ring: &mut KeyRing<'_>) -> Result<OpenVault, OpenError> {
        let (vault_key, cost) = ring.vault_key(view)?;
        self.opened(view, vault_key, cost)
    }

    fn opened(&self, view: &View, vault_key: Key32, cost: Option<KdfParams>) -> Result<OpenVault, OpenError> {
        let header = self.bytes.get(view.header_at.clone()).unwrap_or_default();
        let payload = self.bytes.get(view.payload_at.clone()).unwrap_or_default();
        // The slot gave the key, so a payload that says "another key" was sealed under another header.
        let plain = boxed::open(&vault_key, Purpose::Payload, header, payload).map_err(|_| OpenError::Damaged)?;
        let (contents, migrated) = Contents::decode(&plain)?;
        let weak = cost.filter(|cost| !KdfFloor::PERSON.allows(*cost)).map(|_| OpenRemark::WeakCost);
        let healed = (!view.is_whole).then_some(OpenRemark::Healed);
        let migrated = migrated.map(|from| OpenRemark::Migrated { from });
        let remarks = [healed, weak, migrated].into_iter().flatten().collect();
        let healed = (!view.is_whole).then(|| digest_of_whole(header, payload));
        Ok(OpenVault::opened(view.header.clone(), vault_key, contents, remarks).healed_to(healed))
    }
}

/// The digest that the file had before one of its headers was damaged: the payload and its header are authentic, and the
/// rest of a file follows from them.
fn digest_of_whole(header: &[u8], payload: &[u8]) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(header);
    digest.update(payload);
    digest.update(frame::trailer(header));
    digest.finalize().into()
}

/// The opener, and what was already derived from it: header and mirror mostly hold the same slots.
struct KeyRing<'a> {
    opener: &'a Opener<'a>,
    derived: Vec<(Kdf, Key32)>,
}

impl KeyRing<'_> {
    /// The vault key from the first slot that opens, and what its passphrase costs.
    fn vault_key(&mut self, view: &View) -> Result<(Key32, Option<KdfParams>), OpenError> {
        let mut worst = OpenError::NoSuchSlot;
        let wanted = match self.opener {
            Opener::KeyStore(_) => SlotKind::KeyStore,
            Opener::Passphrase(_) => SlotKind::Passphrase,
            Opener::Words(_) => SlotKind::Words,
        };
        for slot in view.header.slots.iter().filter(|slot| slot.kind() == wanted) {
            match self.try_slot(slot, view.header.vault) {
                Ok(key) => return Ok((key, slot.summary().kdf)),
                Err(error) => worst = weightier(worst, error),
            }
        }
        Err(worst)
    }

    fn try_slot(&mut self, slot: &Slot, vault: VaultId) -> Result<Key32, OpenError> {
        let key = match self.opener {
            Opener::KeyStore(key) => key.duplicate(),
            Opener::Passphrase(passphrase) => self.derive(passphrase, slot)?,
            Opener::Words(words) => words.slot_key(),
        };
        slot.unwrap_with(vault, &key).map_err(|error| match error {
            BoxError::Damaged => OpenError::Damaged,
            BoxError::WrongKey => OpenError::WrongKey,
        })
    }

    fn derive(&mut self, passphrase: &Passphrase, slot: &Slot) -> Result<Key32, OpenError> {
        let Some(kdf) = slot.kdf() else { return Err(OpenError::NoSuchSlot) };
        if let Some((_, key)) = self.derived.iter().find(|(known, _)| known == kdf) {
            return Ok(key.duplicate());
        }
        let key = passphrase_key(passphrase, &kdf.1, kdf.0)?;
        self.derived.push((*kdf, key.duplicate()));
        Ok(key)
    }
}

/// Of several slots and two headers, the answer that says most: what is known for certain goes first.
fn weightier(one: OpenError, other: OpenError) -> OpenError {
    const fn weight(error: OpenError) -> u8 {
        match error {
            OpenError::NoSuchSlot => 0,
            OpenError::TooCostly { .. } => 1,
            OpenError::WrongKey => 2,
            OpenError::NoMemory { .. } => 3,
            OpenError::Damaged => 4,
            OpenError::TooNew { .. } => 5,
        }
    }
    if weight(other) > weight(one) { other } else { one }
}
