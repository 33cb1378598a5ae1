//! Two machines write to one place at once, a thousand backups: none is overwritten, none is lost, and neither lets go of
//! a file of the other. Also where both have the same set, as two computers do that got the same vault by a synced folder.

use std::collections::BTreeMap;
use std::sync::{Arc, Barrier, Mutex};

use pulih::edge::{FolderPlace, SystemClock, SystemFiles};
use pulih::ops::Session;
use pulih::ops::backup as deeds;
use pulih::ports::{Place, PlaceDescription, PlaceEntry, PlaceError, PutReceipt, Trip};
use pulih::secret::Passphrase;
use pulih::vault::{OpenVault, Opener, SealedVault};

#[cfg(feature = "remote")]
use crate::servers::dav_place;
#[cfg(feature = "remote")]
use crate::support::dav::DavServer;
use crate::worlds::{back_up, hand, session, set_up, world};

/// Backups of each of the two.
const EACH: usize = 500;

/// What a machine did to the place, as it was asked for and answered.
#[derive(Default)]
struct Ledger {
    put: BTreeMap<String, Vec<u8>>,
    deleted: Vec<String>,
}

/// The place as one machine has it; every deed goes into its ledger.
struct Witnessed {
    place: Arc<dyn Place>,
    ledger: Mutex<Ledger>,
}

impl Place for Witnessed {
    fn describe(&self) -> PlaceDescription {
        self.place.describe()
    }

    fn prepare(&self) -> Result<(), PlaceError> {
        self.place.prepare()
    }

    fn list(&self, trip: &Trip<'_>) -> Result<Vec<PlaceEntry>, PlaceError> {
        self.place.list(trip)
    }

    fn get(&self, name: &str, most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        self.place.get(name, most, trip)
    }

    fn get_start(&self, name: &str, most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        self.place.get_start(name, most, trip)
    }

    fn put_new(&self, name: &str, bytes: &[u8], trip: &Trip<'_>) -> Result<PutReceipt, PlaceError> {
        let put = self.place.put_new(name, bytes, trip)?;
        let before = self.ledger.lock().unwrap().put.insert(name.to_owned(), bytes.to_vec());
        assert!(before.is_none() || !name.ends_with(".pulih-backup"), "{name} was written twice");
        Ok(put)
    }

    fn delete(&self, name: &str, trip: &Trip<'_>) -> Result<(), PlaceError> {
        self.place.delete(name, trip)?;
        self.ledger.lock().unwrap().deleted.push(name.to_owned());
        Ok(())
    }
}

/// The same vault on another computer.
fn copy(of: &Session) -> Session {
    let chance = pulih::edge::SystemEntropy;
    let passphrase = Passphrase::parse("four words like these").unwrap();
    let sealed = SealedVault::parse(of.vault().seal(&chance).unwrap()).unwrap();
    let vault: OpenVault = sealed.open(&Opener::Passphrase(&passphrase)).map_err(|(_, error)| error).unwrap();
    Session::in_memory(vault)
}

/// Both machines back up as fast as they can; `reach` leads each to the place. Returns what came of it.
fn thousand(reach: impl Fn() -> Arc<dyn Place>, is_one_set: bool) -> String {
    let machines: Vec<Arc<Witnessed>> =
        (0..2).map(|_| Arc::new(Witnessed { place: reach(), ledger: Mutex::default() })).collect();
    let start = world(machines[0].clone(), hand());
    let mut first = session(&start, 3);
    set_up(&start, &mut first, true);
    let second = if is_one_set {
        copy(&first)
    } else {
        let start = world(machines[1].clone(), hand());
        let mut second = session(&start, 4);
        set_up(&start, &mut second, true);
        second
    };
    let together = Barrier::new(2);
    std::thread::scope(|scope| {
        for (machine, mut session) in machines.iter().zip([first, second]) {
            let together = &together;
            scope.spawn(move || {
                let clock = hand();
                let world = world(machine.clone(), clock.clone());
                together.wait();
                for round in 0..EACH {
                    clock.go(3_600);
                    let receipt = back_up(&world, &mut session).unwrap_or_else(|error| panic!("{round}: {error:?}"));
                    assert!(receipt.missing.is_empty() && receipt.not_removed == 0, "{round}: {receipt:?}");
                }
                // The last of each opens with the key of its set.
                let which = deeds::Which::Newest;
                let checked = deeds::verify(&world, &session, which, &Trip::PLAIN).unwrap();
                assert!(checked.iter().all(|file| file.outcome.is_ok()), "{checked:?}");
            });
        }
    });
    let ledgers = machines.iter().map(|machine| machine.ledger.lock().unwrap()).collect::<Vec<_>>();
    let mut expected = BTreeMap::new();
    for (ledger, other) in [(&ledgers[0], &ledgers[1]), (&ledgers[1], &ledgers[0])] {
        let backups: Vec<&String> = ledger.put.keys().filter(|name| name.ends_with(".pulih-backup")).collect();
        assert_eq!(backups.iter().filter(|name| name.starts_with("pulih-")).count(), EACH);
        assert!(ledger.deleted.iter().all(|name| !other.put.contains_key(name)), "a file of the other was removed");
        assert!(ledger.put.keys().all(|name| !other.put.contains_key(name)), "both wrote one name");
        let kept = ledger.put.iter().filter(|(name, _)| !ledger.deleted.contains(name));
        expected.extend(kept.map(|(name, bytes)| (name.clone(), bytes.clone())));
    }
    let place = reach();
    let mut names: Vec<String> = place.list(&Trip::PLAIN).unwrap().into_iter().map(|entry| entry.name).collect();
    names.sort();
    assert_eq!(names, expected.keys().cloned().collect::<Vec<_>>());
    for (name, bytes) in &expected {
        assert_eq!(place.get(name, u64::MAX, &Trip::PLAIN).as_ref(), Ok(bytes), "{name}");
    }
    let deleted: usize = ledgers.iter().map(|ledger| ledger.deleted.len()).sum();
    format!("two machines, one set: {is_one_set}: {} backups, {deleted} let go, {} there", 2 * EACH, expected.len())
}

#[test]
fn a_thousand_backups_of_two_machines_in_one_folder() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("backups");
    let reach = || -> Arc<dyn Place> {
        Arc::new(FolderPlace::new(Arc::new(SystemFiles), Arc::new(SystemClock::new()), path.clone()))
    };
    println!("{}", thousand(reach, false));
}

#[cfg(feature = "remote")]
#[test]
fn a_thousand_backups_of_two_machines_on_a_server_that_honours_conditions() {
    let server = DavServer::start(true);
    println!("{}", thousand(|| Arc::new(dav_place(&server)), false));
}

/// Both have the same set, so that nothing but the random part of the names keeps them apart.
#[cfg(feature = "remote")]
#[test]
fn a_thousand_backups_of_two_machines_with_one_set_on_a_server_that_ignores_conditions() {
    let server = DavServer::start(false);
    println!("{}", thousand(|| Arc::new(dav_place(&server)), true));
}
