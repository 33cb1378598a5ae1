//! Accounts that are bound to this computer: where the device key lies, what a copy of the vault is worth elsewhere, and
//! that coming back brings the keys back.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use pulih::account::{Account, Credential, MissingReason, Protection};
use pulih::ops::device_key::{self, DeviceKeyPlace};
use pulih::ops::{Session, SessionRemark, World};
use pulih::ports::{KeyStore, KeyStoreError};
use pulih::secret::Key32;

use crate::model::Model;
use crate::worlds::{STATE, VAULT, add, create, model_world, open, remarks};

/// A key store in memory; locked while it says so.
#[derive(Default)]
struct Ring {
    keys: Mutex<HashMap<String, Key32>>,
    is_locked: Mutex<bool>,
}

impl Ring {
    fn answer(&self) -> Result<std::sync::MutexGuard<'_, HashMap<String, Key32>>, KeyStoreError> {
        if *self.is_locked.lock().unwrap() { Err(KeyStoreError::Locked) } else { Ok(self.keys.lock().unwrap()) }
    }
}

impl KeyStore for Ring {
    fn get(&self, name: &str) -> Result<Option<Key32>, KeyStoreError> {
        Ok(self.answer()?.get(name).map(Key32::duplicate))
    }

    fn put(&self, name: &str, key: &Key32) -> Result<(), KeyStoreError> {
        self.answer()?.insert(name.to_owned(), key.duplicate());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), KeyStoreError> {
        self.answer()?.remove(name);
        Ok(())
    }
}

fn with_ring(model: &Model, ring: &Arc<Ring>) -> World {
    World { key_store: ring.clone(), ..model_world(model.clone()) }
}

/// A saved vault with a device-bound account.
fn bound(world: &World) -> Session {
    let mut session = create(world).unwrap();
    add(&mut session, "anna");
    session.book_mut().all_mut().for_each(|account| account.protection = Protection::DeviceBound);
    session.save(world).unwrap();
    session
}

fn only(session: &Session) -> &Account {
    &session.book().all()[0]
}

fn is_gone(session: &Session) -> bool {
    matches!(&only(session).credential, Credential::Missing(hint) if hint.reason == MissingReason::DeviceKeyGone)
}

fn device_files(model: &Model) -> Vec<PathBuf> {
    let folder = Path::new(STATE).join("device");
    model.disk().into_keys().filter(|path| path.starts_with(&folder) && path.extension().is_none()).collect()
}

/// The vault file alone, on another computer.
fn elsewhere(model: &Model) -> Model {
    let mut disk = model.disk();
    disk.retain(|path, _| path == Path::new(VAULT));
    Model::holding(&disk)
}

#[test]
fn without_a_key_store_the_key_lies_in_the_state_folder_and_the_vault_alone_has_the_name() {
    let model = Model::new();
    let session = bound(&model_world(model.clone()));
    assert_eq!(device_files(&model).len(), 1);
    assert_eq!(only(&open(&model_world(model.clone())).unwrap()).credential, only(&session).credential);
    let place = device_key::place(&model_world(model.clone()), session.vault().id());
    assert_eq!(place, Ok(Some(DeviceKeyPlace::File)));

    let other = elsewhere(&model);
    let mut there = open(&model_world(other.clone())).unwrap();
    assert!(is_gone(&there));
    assert!(remarks(&there).contains(&SessionRemark::DeviceKeyGone { count: 1 }), "{:?}", remarks(&there));
    // Changed and saved there, and brought back.
    there.book_mut().all_mut().for_each(|account| account.issuer = "Elsewhere".into());
    there.save(&model_world(other.clone())).unwrap();
    let mut disk = model.disk();
    disk.insert(VAULT.into(), other.disk()[Path::new(VAULT)].clone());
    let back = open(&model_world(Model::holding(&disk))).unwrap();
    assert_eq!((&only(&back).credential, &*only(&back).issuer), (&only(&session).credential, "Elsewhere"));
}

#[test]
fn with_a_key_store_no_file_has_it() {
    let (model, ring) = (Model::new(), Arc::new(Ring::default()));
    let session = bound(&with_ring(&model, &ring));
    assert_eq!((device_files(&model).len(), ring.keys.lock().unwrap().len()), (0, 1));
    let place = device_key::place(&with_ring(&model, &ring), session.vault().id());
    assert_eq!(place, Ok(Some(DeviceKeyPlace::KeyStore)));
    assert!(!is_gone(&open(&with_ring(&model, &ring)).unwrap()));
    assert!(is_gone(&open(&with_ring(&model, &Arc::default())).unwrap()), "all files, and not the key store");
}

#[test]
fn a_locked_key_store_closes_the_accounts_for_now_and_no_second_key_is_made() {
    let (model, ring) = (Model::new(), Arc::new(Ring::default()));
    bound(&with_ring(&model, &ring));
    *ring.is_locked.lock().unwrap() = true;
    let mut session = open(&with_ring(&model, &ring)).unwrap();
    assert!(is_gone(&session));
    assert!(remarks(&session).contains(&SessionRemark::DeviceKeyUnread { count: 1 }), "{:?}", remarks(&session));
    add(&mut session, "bo");
    session.book_mut().all_mut().for_each(|account| account.protection = Protection::DeviceBound);
    session.save(&with_ring(&model, &ring)).unwrap();
    assert!(device_files(&model).is_empty());
    *ring.is_locked.lock().unwrap() = false;
    let session = open(&with_ring(&model, &ring)).unwrap();
    assert!(session.book().all().iter().all(|account| account.params().is_ok()));
}

#[test]
fn an_account_that_is_not_bound_makes_no_device_key() {
    let model = Model::new();
    let mut session = create(&model_world(model.clone())).unwrap();
    add(&mut session, "anna");
    session.save(&model_world(model.clone())).unwrap();
    assert!(device_files(&model).is_empty());
}
