//! This computer's device key: in the key store where there is one, otherwise in a file of the state folder. It is in no
//! backup and in no vault file, so a copy of the vault has only the names of device-bound accounts.

use crate::ops::state_file::StateFile;
use crate::ops::{SessionRemark, World};
use crate::ports::{FileError, KeyStoreError};
use crate::secret::Key32;
use crate::text::{Explain, Text};
use crate::vault::{OpenVault, SealError, VaultId};
use zeroize::Zeroizing;

/// Where the device key lies, which decides how much it is worth.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DeviceKeyPlace {
    /// In a file of the state folder: a copy of the whole home folder carries it.
    File,
    /// In the key store: files alone are useless elsewhere.
    KeyStore,
}

impl DeviceKeyPlace {
    /// The name in JSON: `file`, `key-store`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::KeyStore => "key-store",
        }
    }

    /// Where it lies and what that means.
    #[must_use]
    pub fn text(self) -> Text {
        Text::new(match self {
            Self::File => "protect-device-key-in-file",
            Self::KeyStore => "protect-device-key-in-key-store",
        })
    }
}

/// Why there is no device key.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DeviceKeyError {
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// The key store is there and did not answer, so nobody can tell whether the key lies in it.
    #[error(transparent)]
    KeyStore(#[from] KeyStoreError),
    /// No random bytes.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The file in the state folder is no key.
    #[error("not a key")]
    Unreadable,
}

impl Explain for DeviceKeyError {
    fn what(&self) -> Text {
        match self {
            Self::File(error) => error.what(),
            Self::KeyStore(error) => error.what(),
            Self::Seal(error) => error.what(),
            Self::Unreadable => Text::new("err-device-key-unreadable"),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::File(error) => error.fix(),
            Self::KeyStore(error) => error.fix(),
            Self::Seal(error) => error.fix(),
            Self::Unreadable => Some(Text::new("fix-device-key-unreadable")),
        }
    }
}

/// Opens what this computer sealed in a vault that was just opened, if anything in it is bound to a computer at all. What
/// stays closed is said.
pub(super) fn attach(world: &World, vault: &mut OpenVault) -> Option<SessionRemark> {
    if vault.closed_to_this_computer().is_empty() && !vault.wants_device_key() {
        return None;
    }
    let answered = match find(world, vault.id()) {
        Ok(Some((key, _))) => {
            vault.set_device_key(key);
            true
        }
        Ok(None) => true,
        Err(_) => false,
    };
    match (vault.closed_to_this_computer().len(), answered) {
        (0, _) => None,
        (count, false) => Some(SessionRemark::DeviceKeyUnread { count }),
        (count, true) => Some(SessionRemark::DeviceKeyGone { count }),
    }
}

/// Gives a vault that is about to be saved its device key, making one where there is none yet. Where none can be made
/// now, the keys stay as safe as all others of the vault, and the next save tries again.
pub(super) fn provide(world: &World, vault: &OpenVault) {
    if vault.has_device_key() || !vault.wants_device_key() {
        return;
    }
    if let Ok((key, _)) = find_or_make(world, vault.id()) {
        vault.provide_device_key(key);
    }
}

/// Where this computer's key for a vault lies; nothing where there is none yet.
///
/// # Errors
/// [`DeviceKeyError`].
pub fn place(world: &World, vault: VaultId) -> Result<Option<DeviceKeyPlace>, DeviceKeyError> {
    Ok(find(world, vault)?.map(|(_, place)| place))
}

/// Where it lies, or would lie if it were made now.
///
/// # Errors
/// [`DeviceKeyError`].
pub fn place_or_future(world: &World, vault: VaultId) -> Result<DeviceKeyPlace, DeviceKeyError> {
    if let Some(place) = place(world, vault)? {
        return Ok(place);
    }
    let has_store = world.key_store.get(&name(vault)) != Err(KeyStoreError::Absent);
    Ok(if has_store { DeviceKeyPlace::KeyStore } else { DeviceKeyPlace::File })
}

fn find(world: &World, vault: VaultId) -> Result<Option<(Key32, DeviceKeyPlace)>, DeviceKeyError> {
    let stored = world.key_store.get(&name(vault));
    if let Ok(Some(key)) = stored {
        return Ok(Some((key, DeviceKeyPlace::KeyStore)));
    }
    match (file(world, vault).read(world, 64)?, stored) {
        (Some(bytes), _) => {
            let bytes = Zeroizing::new(bytes);
            let key = Key32::copied(&bytes).ok_or(DeviceKeyError::Unreadable)?;
            Ok(Some((key, DeviceKeyPlace::File)))
        }
        (None, Err(error @ (KeyStoreError::Locked | KeyStoreError::NotAKey))) => Err(error.into()),
        (None, Ok(_) | Err(KeyStoreError::Absent)) => Ok(None),
    }
}

fn find_or_make(world: &World, vault: VaultId) -> Result<(Key32, DeviceKeyPlace), DeviceKeyError> {
    if let Some(found) = find(world, vault)? {
        return Ok(found);
    }
    let key = Key32::filled(|bytes| world.entropy.fill(bytes)).map_err(SealError::from)?;
    let name = name(vault);
    // Read back before anything is sealed with it: a store that forgets would take the accounts along.
    let is_kept = world.key_store.put(&name, &key).is_ok() && world.key_store.get(&name) == Ok(Some(key.duplicate()));
    if is_kept {
        return Ok((key, DeviceKeyPlace::KeyStore));
    }
    let file = file(world, vault);
    let _held = file.hold(&*world.files)?;
    // Another program may have made one meanwhile.
    if let Some(found) = find(world, vault)? {
        return Ok(found);
    }
    file.put(world, key.expose())?;
    Ok((key, DeviceKeyPlace::File))
}

/// The name under which the key store keeps it.
fn name(vault: VaultId) -> String {
    let id: String = vault.0.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("device-{id}")
}

fn file(world: &World, vault: VaultId) -> StateFile {
    StateFile::of(&world.state, "device", vault)
}
