//! A world for tests: nothing behind any port, a fixed clock, chance that counts, a key store in memory.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::chance::{Entropy, NoEntropy};
use crate::moment::{Moment, Tick};
use crate::ports::{Absent, Clock, KeyStore, KeyStoreError, Surroundings, World};
use crate::secret::Key32;

/// What the clock says.
pub(in crate::ops) const NOW: Moment = Moment::from_unix(1_800_000_000);

/// Nothing behind any port but a clock, chance and `key_store`.
pub(in crate::ops) fn world(now: Moment, key_store: Arc<dyn KeyStore>) -> World {
    World {
        browser: Arc::new(Absent),
        clipboard: Arc::new(Absent),
        clock: Arc::new(Fixed(now)),
        console: Arc::new(Absent),
        entropy: Arc::new(Counting::default()),
        files: Arc::new(Absent),
        guards: Arc::new([]),
        key_store,
        memory: Arc::new(Absent),
        places: Arc::new(Absent),
        process: Arc::new(Absent),
        provider: Arc::new(Absent),
        scanner: Arc::new(Absent),
        seat: Arc::new(Absent),
        time: Arc::new(Absent),
        surroundings: Arc::new(Surroundings::default()),
        state: PathBuf::from("/nowhere/state"),
        vault: PathBuf::from("/nowhere/vault.pulih"),
    }
}

struct Fixed(Moment);

impl Clock for Fixed {
    fn now(&self) -> Moment {
        self.0
    }

    fn tick(&self) -> Tick {
        Tick(Duration::ZERO)
    }
}

/// Bytes that differ from call to call.
#[derive(Default)]
struct Counting(AtomicU8);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        bytes.fill_with(|| self.0.fetch_add(37, Ordering::Relaxed));
        Ok(())
    }
}

/// A key store in memory; `refuses` makes it locked.
#[derive(Default)]
pub(in crate::ops) struct Ring {
    pub keys: Mutex<HashMap<String, Key32>>,
    pub refuses: bool,
}

impl Ring {
    fn keys(&self) -> Result<std::sync::MutexGuard<'_, HashMap<String, Key32>>, KeyStoreError> {
        if self.refuses { Err(KeyStoreError::Locked) } else { Ok(self.keys.lock().unwrap()) }
    }
}

impl KeyStore for Ring {
    fn get(&self, name: &str) -> Result<Option<Key32>, KeyStoreError> {
        Ok(self.keys()?.get(name).map(Key32::duplicate))
    }

    fn put(&self, name: &str, key: &Key32) -> Result<(), KeyStoreError> {
        self.keys()?.insert(name.to_owned(), key.duplicate());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), KeyStoreError> {
        self.keys()?.remove(name);
        Ok(())
    }
}
