//! The computer's key store: Secret Service on Linux and BSD, Keychain on macOS, Credential Manager on Windows.

use std::sync::{Arc, Mutex, PoisonError};

use keyring_core::{CredentialStore, Entry, Error};
use zeroize::Zeroizing;

use crate::ports::{KeyStore, KeyStoreError};
use crate::secret::Key32;

/// The name under which all our keys lie.
const SERVICE: &str = "pulih";

/// The key store, reached for at the first use. Every call may wait for the person: the store may ask for its own
/// password. Call it from a worker.
#[derive(Default)]
pub struct SystemKeyStore {
    store: Mutex<Option<Arc<CredentialStore>>>,
}

impl SystemKeyStore {
    /// Not reached for yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn entry(&self, name: &str) -> Result<Entry, KeyStoreError> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let store = match &*store {
            Some(open) => open.clone(),
            // A store that is not there now may be there at the next try: a session bus can start late.
            None => store.insert(open_store().map_err(|_| KeyStoreError::Absent)?).clone(),
        };
        store.build(SERVICE, name, None).map_err(|error| explain(&error))
    }
}

impl KeyStore for SystemKeyStore {
    fn get(&self, name: &str) -> Result<Option<Key32>, KeyStoreError> {
        match self.entry(name)?.get_secret().map(Zeroizing::new) {
            Ok(bytes) => Key32::copied(&bytes).map(Some).ok_or(KeyStoreError::NotAKey),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(explain(&error)),
        }
    }

    fn put(&self, name: &str, key: &Key32) -> Result<(), KeyStoreError> {
        self.entry(name)?.set_secret(key.expose()).map_err(|error| explain(&error))
    }

    fn remove(&self, name: &str) -> Result<(), KeyStoreError> {
        match self.entry(name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(explain(&error)),
        }
    }
}

fn explain(error: &Error) -> KeyStoreError {
    match error {
        Error::NoDefaultStore | Error::NotSupportedByStore(_) => KeyStoreError::Absent,
        Error::Ambiguous(_) | Error::BadDataFormat(..) | Error::BadEncoding(_) => KeyStoreError::NotAKey,
        _ => KeyStoreError::Locked,
    }
}

#[cfg(target_os = "linux")]
fn open_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn open_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
fn open_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(windows_native_keyring_store::Store::new()?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn open_store() -> Result<Arc<CredentialStore>, Error> {
    Err(Error::NoDefaultStore)
}
