//! The readiness list over real conditions: no backups, a place that takes nothing, words that nobody has shown to have.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use pulih::ops::backup as deeds;
use pulih::ops::doctor::Health;
use pulih::ops::readiness::{Checkup, Item, Ready, Repair, as_checks};
use pulih::ops::{Session, World, keys, kit};
use pulih::ports::{Place, PlaceDescription, PlaceEntry, PlaceError, PutReceipt, Trip};

use crate::lies::MemoryPlace;
use crate::worlds::{back_up, hand, session, set_up, world};

fn list(world: &World, session: &Session) -> Vec<Ready> {
    Checkup::of(session, world.clock.now()).unwrap().run(world, &Trip::PLAIN)
}

fn line(world: &World, session: &Session, item: Item) -> (Health, Option<Repair>) {
    let found = list(world, session).into_iter().find(|ready| ready.item == item).unwrap();
    (found.state, found.repair)
}

/// A place that counts what is written there.
struct Counted {
    place: Arc<dyn Place>,
    puts: AtomicUsize,
}

impl Place for Counted {
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
        self.puts.fetch_add(1, Ordering::Relaxed);
        self.place.put_new(name, bytes, trip)
    }

    fn delete(&self, name: &str, trip: &Trip<'_>) -> Result<(), PlaceError> {
        self.place.delete(name, trip)
    }
}

#[test]
fn a_look_at_the_place_writes_nothing_there_and_a_probe_that_was_asked_for_does() {
    let place = Arc::new(Counted { place: MemoryPlace::honest(), puts: AtomicUsize::new(0) });
    let world = world(place.clone(), hand());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    let before = place.puts.load(Ordering::Relaxed);
    assert_eq!(line(&world, &session, Item::Place), (Health::Good, None));
    assert_eq!(place.puts.load(Ordering::Relaxed), before, "nothing is written by looking");
    let tried = Checkup::of(&session, world.clock.now()).unwrap().probing().run(&world, &Trip::PLAIN);
    assert_eq!(tried[0].state, Health::Good);
    assert!(place.puts.load(Ordering::Relaxed) > before, "it was tried");
}

#[test]
fn each_line_is_looked_at_and_names_what_repairs_it() {
    let world = world(MemoryPlace::honest(), hand());
    let mut session = session(&world, 3);
    let at = |session: &Session, item| line(&world, session, item);
    assert_eq!(at(&session, Item::Place), (Health::Bad, Some(Repair::SetUp)));
    assert_eq!(at(&session, Item::Backups), (Health::Bad, Some(Repair::SetUp)));
    assert_eq!(at(&session, Item::KeyStore), (Health::Fair, Some(Repair::KeyStore)));
    set_up(&world, &mut session, false);
    assert_eq!(at(&session, Item::Place), (Health::Good, None));
    assert_eq!(at(&session, Item::Backups), (Health::Bad, Some(Repair::BackUp)));
    assert_eq!(at(&session, Item::Kit), (Health::Fair, Some(Repair::Words)));
    back_up(&world, &mut session).unwrap();
    assert_eq!(at(&session, Item::Backups), (Health::Fair, Some(Repair::Drill)));
    let words = keys::new_words(&world).unwrap();
    session.vault_mut().put_first_words(&words, &*world.entropy).unwrap();
    assert_eq!(at(&session, Item::Kit), (Health::Fair, Some(Repair::Kit)));
    assert_eq!(at(&session, Item::Backups), (Health::Fair, Some(Repair::BackUp)), "the words are not in one yet");
    kit::note_saved(&mut session, world.clock.now(), &*world.entropy).unwrap();
    assert_eq!(at(&session, Item::Kit), (Health::Good, None));
    for check in as_checks(&list(&world, &session)) {
        assert_eq!(check.state == Health::Good, check.repair.is_none(), "{check:?}");
    }
}

#[test]
fn a_place_that_is_gone_is_bad_however_good_it_looked() {
    let good = world(MemoryPlace::honest(), hand());
    let mut session = session(&good, 3);
    set_up(&good, &mut session, false);
    back_up(&good, &mut session).unwrap();
    assert_eq!(line(&good, &session, Item::Place), (Health::Good, None));
    let gone = World { places: Arc::new(pulih::ports::Absent), ..good.clone() };
    // The place says what helps; a new set-up would not.
    assert_eq!(line(&gone, &session, Item::Place), (Health::Bad, None));
    assert!(deeds::current(&session).unwrap().is_some());
}

#[test]
fn without_a_vault_what_is_there_to_restore_from_is_looked_for() {
    let world = world(MemoryPlace::honest(), hand());
    let list = Checkup::NoVault.run(&world, &Trip::PLAIN);
    let items: Vec<Item> = list.iter().map(|ready| ready.item).collect();
    assert_eq!(items, [Item::Place, Item::KeyStore, Item::Backups]);
    assert!(list.iter().all(|ready| ready.found.is_none() && ready.fix.is_some()), "{list:?}");

    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("Dropbox/Pulih");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("pulih-0102030a-0000000001-20261122T1158Z-3e292561a62901b2.pulih-backup"), "x").unwrap();
    let surroundings = pulih::ports::Surroundings { home: Some(home.path().to_owned()), ..Default::default() };
    let real = World { files: Arc::new(pulih::edge::SystemFiles), surroundings: Arc::new(surroundings), ..world };
    let list = Checkup::NoVault.run(&real, &Trip::PLAIN);
    assert_eq!(list[0].found.as_deref(), Some(folder.as_path()), "{list:?}");
}
