//! Ways to open the vault: a new passphrase, new recovery words, the computer's key store on and off.
//!
//! The key store is only a cache. Its key is put there after the vault that knows it is safe on the disk, and taken
//! away before nothing else is; the passphrase always opens the vault.

use crate::chance::draw;
use crate::ops::{Locked, SaveError, SaveReceipt, Session, World, passphrase};
use crate::ports::KeyStoreError;
use crate::secret::{Key32, Passphrase};
use crate::text::{Explain, Text};
use crate::vault::{
    KdfFloor, KdfParams, OpenVault, RecoveryWords, SealError, SlotKind, SlotSummary, VaultId, calibrate, rehearse,
};

/// The name under which the key store keeps a vault's key.
#[must_use]
pub fn key_name(vault: VaultId) -> String {
    let id: String = vault.0.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("vault-{id}")
}

/// The key that the key store keeps for a locked vault; `None` where the vault has no such slot, or the store no key.
///
/// # Errors
/// [`KeyStoreError`] when the vault wants its key and the store does not answer.
pub fn key_for(world: &World, locked: &Locked) -> Result<Option<Key32>, KeyStoreError> {
    if !has_slot(&locked.slots(), SlotKind::KeyStore) {
        return Ok(None);
    }
    world.key_store.get(&key_name(locked.id()))
}

/// Whether there is a way of this kind.
#[must_use]
pub fn has_slot(slots: &[SlotSummary], kind: SlotKind) -> bool {
    slots.iter().any(|slot| slot.kind == kind)
}

/// A new passphrase: a new vault key, every way wrapped again, saved. Slow.
///
/// The key store's way stays if its key can be had; otherwise it is taken off and the answer says so.
///
/// # Errors
/// [`KeysError`]. The file on the disk then opens as before.
pub fn change_passphrase(
    world: &World,
    session: &mut Session,
    new: &Passphrase,
    cost: KdfParams,
) -> Result<Changed, KeysError> {
    passphrase::judge(new)?;
    let had_store = has_slot(&session.vault().slots(), SlotKind::KeyStore);
    let key = if had_store { stored_key(world, session.vault()) } else { None };
    session.vault_mut().change_passphrase(new, cost, key.as_ref(), &*world.entropy)?;
    let kept = keep(world, session)?;
    Ok(Changed { kept, lost_key_store: had_store && key.is_none() })
}

/// A passphrase that was changed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Changed {
    /// How it was kept.
    pub kept: Kept,
    /// Whether the key store's way had to be taken off, because the store did not give its key.
    pub lost_key_store: bool,
}

/// The key store's key, if the store gives it. What the store answers otherwise makes no difference here: the way is
/// taken off then.
fn stored_key(world: &World, vault: &OpenVault) -> Option<Key32> {
    world.key_store.get(&key_name(vault.id())).ok().flatten()
}

/// New recovery words. They open nothing yet: show them, ask some of them back, then [`put_words`].
///
/// # Errors
/// [`KeysError::Save`] without random bytes.
pub fn new_words(world: &World) -> Result<RecoveryWords, KeysError> {
    Ok(RecoveryWords::draw(&*world.entropy).map_err(SealError::from)?)
}

/// Puts new words in the place of those before, and saves. Slow: the passphrase is checked.
///
/// # Errors
/// [`KeysError::Save`], with [`SealError::WrongPassphrase`] in it where the passphrase is another one. The old words
/// then still open the vault.
pub fn put_words(
    world: &World,
    session: &mut Session,
    words: &RecoveryWords,
    passphrase: &Passphrase,
) -> Result<Changed, KeysError> {
    let had_store = has_slot(&session.vault().slots(), SlotKind::KeyStore);
    let key = if had_store { stored_key(world, session.vault()) } else { None };
    session.vault_mut().put_words(words, passphrase, key.as_ref(), &*world.entropy)?;
    let lost_key_store = had_store && !has_slot(&session.vault().slots(), SlotKind::KeyStore);
    Ok(Changed { kept: keep(world, session)?, lost_key_store })
}

/// Saves a change of the ways to open the vault: from here on the new ones count and the old ones do not.
///
/// # Errors
/// [`KeysError::Save`]. The old ways then still open the vault.
fn keep(world: &World, session: &mut Session) -> Result<Kept, KeysError> {
    let receipt = session.save(world)?;
    Ok(Kept { receipt, kept_previous: session.forget_previous(world).is_err() })
}

/// A change of the ways to open the vault that is safe on the disk.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Kept {
    /// The save.
    pub receipt: SaveReceipt,
    /// Whether the previous file, which opens as before the change, could not be removed.
    pub kept_previous: bool,
}

/// Which words are asked back: three different places of twelve, drawn by chance, in order, counted from 0.
///
/// # Errors
/// [`KeysError::Save`] without random bytes.
pub fn places_to_ask(world: &World) -> Result<[usize; 3], KeysError> {
    let drawn = u64::from_le_bytes(draw(&*world.entropy).map_err(SealError::from)?);
    let threes = (0..12).flat_map(|a| (a + 1..12).flat_map(move |b| (b + 1..12).map(move |c| [a, b, c])));
    // 220 ways to choose; that 2^64 is no multiple of it makes no difference that could be noticed.
    Ok(threes.cycle().nth(usize::try_from(drawn % 220).unwrap_or(0)).unwrap_or([0, 5, 11]))
}

/// Lets the key store open the vault from now on. The key goes there only after the vault is saved.
///
/// # Errors
/// [`KeysError`]. If the store refuses the key after the save, the vault has a way that nobody can go; it does no harm.
pub fn key_store_on(world: &World, session: &mut Session) -> Result<SaveReceipt, KeysError> {
    let name = key_name(session.vault().id());
    // Asked first, so that nothing is written on a computer without a key store.
    world.key_store.get(&name)?;
    let key = session.vault_mut().add_key_store(&*world.entropy)?;
    let receipt = session.save(world)?;
    world.key_store.put(&name, &key)?;
    Ok(receipt)
}

/// The key store no longer opens the vault: a new vault key, so the passphrase is asked for. Off already is fine.
///
/// # Errors
/// [`KeysError`]. When the store does not answer, the way is off all the same: its key opens nothing any more.
pub fn key_store_off(world: &World, session: &mut Session, passphrase: &Passphrase) -> Result<(), KeysError> {
    if has_slot(&session.vault().slots(), SlotKind::KeyStore) {
        session.vault_mut().remove_key_store(passphrase, &*world.entropy)?;
        keep(world, session)?;
    }
    Ok(world.key_store.remove(&key_name(session.vault().id()))?)
}

/// What a passphrase is to cost on this computer: about half a second. Slow: it tries.
#[must_use]
pub fn fitting_cost(world: &World) -> KdfParams {
    calibrate(KdfFloor::PERSON, &mut |params| {
        let start = world.clock.tick();
        rehearse(params).then(|| world.clock.tick().since(start))
    })
}

/// Why a way to open the vault was not changed.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum KeysError {
    /// The key store did not answer.
    #[error(transparent)]
    KeyStore(#[from] KeyStoreError),
    /// The passphrase is not good enough.
    #[error(transparent)]
    Passphrase(#[from] passphrase::PassphraseRefusal),
    /// Nothing was saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl From<SealError> for KeysError {
    fn from(error: SealError) -> Self {
        Self::Save(error.into())
    }
}

impl Explain for KeysError {
    fn what(&self) -> Text {
        self.inner().what()
    }

    fn fix(&self) -> Option<Text> {
        self.inner().fix()
    }
}

impl KeysError {
    fn inner(&self) -> &dyn Explain {
        match self {
            Self::KeyStore(error) => error,
            Self::Passphrase(error) => error,
            Self::Save(error) => error,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{
        change_passphrase, has_slot, key_name, key_store_off, key_store_on, new_words, places_to_ask, put_words,
    };
    use crate::ops::Session;
    use crate::ops::testing::{NOW, Ring, world};
    use crate::ports::{KeyStore, World};
    use crate::secret::Passphrase;
    use crate::vault::{KdfParams, OpenVault, SlotKind};

    const OLD: &str = "four words like these";

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::parse(text).unwrap()
    }

    fn opened(ring: Arc<Ring>) -> (World, Session) {
        let world = world(NOW, ring);
        let vault = OpenVault::create(&passphrase(OLD), KdfParams::LEAST, NOW, &*world.entropy).unwrap();
        (world, Session::in_memory(vault))
    }

    fn has_store(session: &Session) -> bool {
        has_slot(&session.vault().slots(), SlotKind::KeyStore)
    }

    #[test]
    fn the_key_store_opens_the_vault_after_it_was_turned_on_and_not_after_off() {
        let ring = Arc::new(Ring::default());
        let (world, mut session) = opened(ring.clone());
        key_store_on(&world, &mut session).unwrap();
        assert!(has_store(&session));
        let name = key_name(session.vault().id());
        assert!(ring.get(&name).unwrap().is_some());
        key_store_off(&world, &mut session, &passphrase(OLD)).unwrap();
        assert!(!has_store(&session) && ring.get(&name).unwrap().is_none());
    }

    #[test]
    fn without_a_key_store_nothing_is_changed() {
        let (world, mut session) = opened(Arc::new(Ring { refuses: true, ..Ring::default() }));
        assert!(key_store_on(&world, &mut session).is_err());
        assert!(!has_store(&session));
    }

    #[test]
    fn a_new_passphrase_keeps_the_key_store_if_its_key_can_be_had() {
        let ring = Arc::new(Ring::default());
        let (world, mut session) = opened(ring.clone());
        key_store_on(&world, &mut session).unwrap();
        let change = |session: &mut Session, new: &str| {
            change_passphrase(&world, session, &passphrase(new), KdfParams::LEAST).unwrap()
        };
        assert!(!change(&mut session, "another four words").lost_key_store);
        assert!(has_store(&session));
        ring.keys.lock().unwrap().clear();
        assert!(change(&mut session, "yet other four words").lost_key_store);
        assert!(!has_store(&session));
        assert!(session.vault().check_passphrase(&passphrase("yet other four words")).is_ok());
    }

    #[test]
    fn a_passphrase_that_is_refused_changes_nothing() {
        let (world, mut session) = opened(Arc::new(Ring::default()));
        assert!(change_passphrase(&world, &mut session, &passphrase("password1"), KdfParams::LEAST).is_err());
        assert!(session.vault().check_passphrase(&passphrase(OLD)).is_ok());
    }

    #[test]
    fn new_words_need_the_passphrase() {
        let (world, mut session) = opened(Arc::new(Ring::default()));
        let words = new_words(&world).unwrap();
        assert!(put_words(&world, &mut session, &words, &passphrase("not this one")).is_err());
        assert!(!has_slot(&session.vault().slots(), SlotKind::Words));
        assert!(put_words(&world, &mut session, &words, &passphrase(OLD)).is_ok());
        assert!(has_slot(&session.vault().slots(), SlotKind::Words));
    }

    #[test]
    fn three_different_places_are_asked_back_in_order() {
        let world = world(NOW, Arc::new(Ring::default()));
        for _ in 0..50 {
            let [first, second, third] = places_to_ask(&world).unwrap();
            assert!(first < second && second < third && third < 12);
        }
    }
}
