//! A place in memory that can lie in each way that servers are known to: what a backup makes of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use pulih::backup::PlaceAddress;
use pulih::ops::backup::{self as deeds, BackupError};
use pulih::ports::{Place, PlaceDescription, PlaceEntry, PlaceError, PutReceipt, Trip};

use crate::worlds::{Shelf, back_up, hand, plan, session, set_up, world};

/// In which way a place lies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Lie {
    /// Says that something went wrong after it did what was asked.
    ErrorAfterCommit,
    /// No room.
    Full,
    /// Overwrites what is there, whatever was asked.
    Overwrites,
    /// Lists what was there when it began to lie.
    StaleList,
    /// Does not answer in time.
    TimesOut,
    /// Gives files cut short, and says nothing.
    Truncates,
}

/// A place in memory. It begins to lie when it is told to.
pub struct MemoryPlace {
    pub shelf: Shelf,
    lie: Option<Lie>,
    pub is_lying: AtomicBool,
}

impl MemoryPlace {
    pub fn honest() -> Arc<Self> {
        Arc::new(Self { shelf: Shelf::default(), lie: None, is_lying: AtomicBool::new(false) })
    }

    pub fn lying(lie: Lie) -> Arc<Self> {
        Arc::new(Self { shelf: Shelf::default(), lie: Some(lie), is_lying: AtomicBool::new(false) })
    }

    fn tells(&self, lie: Lie) -> bool {
        self.lie == Some(lie) && self.is_lying.load(Ordering::Relaxed)
    }

    fn plain(name: &str) -> Result<(), PlaceError> {
        let is_plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0']);
        if is_plain { Ok(()) } else { Err(PlaceError::Name) }
    }
}

impl Place for MemoryPlace {
    fn describe(&self) -> PlaceDescription {
        PlaceDescription { address: PlaceAddress::Folder("/place".into()), is_remote: true }
    }

    fn list(&self, _trip: &Trip<'_>) -> Result<Vec<PlaceEntry>, PlaceError> {
        if self.tells(Lie::TimesOut) {
            return Err(PlaceError::TimedOut);
        }
        if self.tells(Lie::StaleList) {
            return Ok(Vec::new());
        }
        let shelf = self.shelf.lock().unwrap();
        Ok(shelf.iter().map(|(name, bytes)| PlaceEntry { name: name.clone(), size: bytes.len() as u64 }).collect())
    }

    fn get(&self, name: &str, most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        let bytes = self.get_start(name, u64::MAX, trip)?;
        if bytes.len() as u64 > most { Err(PlaceError::TooLarge) } else { Ok(bytes) }
    }

    fn get_start(&self, name: &str, most: u64, _trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        Self::plain(name)?;
        if self.tells(Lie::TimesOut) {
            return Err(PlaceError::TimedOut);
        }
        let mut bytes = self.shelf.lock().unwrap().get(name).cloned().ok_or(PlaceError::NotFound)?;
        if self.tells(Lie::Truncates) {
            bytes.truncate(bytes.len() / 2);
        }
        bytes.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    fn put_new(&self, name: &str, bytes: &[u8], _trip: &Trip<'_>) -> Result<PutReceipt, PlaceError> {
        Self::plain(name)?;
        if self.tells(Lie::Full) {
            return Err(PlaceError::Full);
        }
        if self.tells(Lie::TimesOut) {
            return Err(PlaceError::TimedOut);
        }
        let mut shelf = self.shelf.lock().unwrap();
        if shelf.contains_key(name) && !self.tells(Lie::Overwrites) {
            return Err(PlaceError::Exists);
        }
        shelf.insert(name.to_owned(), bytes.to_vec());
        if self.tells(Lie::ErrorAfterCommit) {
            return Err(PlaceError::Unreachable("connection reset".to_owned()));
        }
        Ok(PutReceipt { is_confirmed: true })
    }

    fn delete(&self, name: &str, _trip: &Trip<'_>) -> Result<(), PlaceError> {
        Self::plain(name)?;
        self.shelf.lock().unwrap().remove(name).map(|_| ()).ok_or(PlaceError::NotFound)
    }
}

/// Sets up and backs up once, then lets the place lie and backs up again.
fn after_the_first(lie: Lie) -> (Arc<MemoryPlace>, Result<deeds::BackupReceipt, BackupError>, bool) {
    let place = MemoryPlace::lying(lie);
    let clock = hand();
    let world = world(place.clone(), clock.clone());
    let mut session = session(&world, 7);
    set_up(&world, &mut session, false);
    let first = back_up(&world, &mut session).unwrap().written.name;
    let before = place.shelf.lock().unwrap()[&first].clone();
    clock.go(3_600);
    place.is_lying.store(true, Ordering::Relaxed);
    let second = back_up(&world, &mut session);
    place.is_lying.store(false, Ordering::Relaxed);
    let is_kept = place.shelf.lock().unwrap().get(&first) == Some(&before);
    (place, second, is_kept)
}

#[test]
fn a_lie_never_costs_the_backup_that_was_there() {
    for lie in [Lie::ErrorAfterCommit, Lie::Full, Lie::Overwrites, Lie::StaleList, Lie::TimesOut, Lie::Truncates] {
        assert!(after_the_first(lie).2, "{lie:?}");
    }
}

#[test]
fn an_answer_that_was_lost_after_the_deed_makes_no_difference() {
    let (place, second, _) = after_the_first(Lie::ErrorAfterCommit);
    assert!(!second.unwrap().is_confirmed);
    assert_eq!(place.shelf.lock().unwrap().len(), 2);
}

#[test]
fn a_file_that_comes_back_cut_short_is_no_backup_and_does_not_stay() {
    let (place, second, _) = after_the_first(Lie::Truncates);
    assert_eq!(second, Err(BackupError::ReadBack));
    assert_eq!(place.shelf.lock().unwrap().len(), 1);
}

#[test]
fn a_place_that_is_full_or_silent_is_named() {
    assert_eq!(after_the_first(Lie::Full).1, Err(BackupError::Place(PlaceError::Full)));
    assert_eq!(after_the_first(Lie::TimesOut).1, Err(BackupError::Place(PlaceError::TimedOut)));
}

#[test]
fn a_stale_list_lets_nothing_go_and_says_what_seems_to_be_missing() {
    let (place, second, _) = after_the_first(Lie::StaleList);
    let second = second.unwrap();
    assert!(second.removed.is_empty());
    assert_eq!(second.missing.len(), 1);
    assert_eq!(place.shelf.lock().unwrap().len(), 2);
}

#[test]
fn what_is_missing_is_said_once_counts_no_more_and_is_known_again_when_it_is_back() {
    let (place, clock) = (MemoryPlace::honest(), hand());
    let world = world(place.clone(), clock.clone());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    let first = back_up(&world, &mut session).unwrap().written.name;
    let bytes = place.shelf.lock().unwrap().remove(&first).unwrap();
    let mut again = || {
        clock.go(3_600);
        let receipt = back_up(&world, &mut session).unwrap();
        let set = deeds::current(&session).unwrap();
        (receipt, deeds::status(&session, set.as_ref(), world.clock.now()).files)
    };
    let (receipt, count) = again();
    assert_eq!((receipt.missing, count), (vec![first.clone()], 1));
    let (receipt, count) = again();
    assert_eq!((receipt.missing, count), (Vec::new(), 2));
    // A list that was old, or a stick that is back: it is this vault's file as before, and retention's.
    place.shelf.lock().unwrap().insert(first.clone(), bytes);
    assert!(again().0.missing.is_empty());
    let checked = deeds::verify(&world, &session, deeds::Which::All, &Trip::PLAIN).unwrap();
    assert!(checked.iter().any(|file| file.name == first && file.outcome.is_ok()), "{checked:?}");
}

#[test]
fn a_late_receipt_of_an_older_backup_is_remembered_and_changes_nothing_else() {
    let (place, clock) = (MemoryPlace::honest(), hand());
    let world = world(place, clock.clone());
    let mut session = session(&world, 3);
    set_up(&world, &mut session, false);
    let late = deeds::backup_job(&world, &session, false).unwrap().run(&world, &Trip::PLAIN).unwrap();
    clock.go(3_600);
    session.book_mut().add_group("Work");
    let newest = back_up(&world, &mut session).unwrap().written;
    assert!(!deeds::is_due(&session));
    deeds::note(&mut session, &late).unwrap();
    let set = deeds::current(&session).unwrap().unwrap();
    assert!(!deeds::is_due(&session) && set.last_digest == newest.digest);
    assert_eq!(set.files, [late.written, newest]);
}

#[test]
fn a_place_is_tried_before_it_is_trusted() {
    let tried = |lie| {
        let place = MemoryPlace::lying(lie);
        place.is_lying.store(true, Ordering::Relaxed);
        let world = world(place.clone(), hand());
        let session = session(&world, 1);
        let ready = deeds::set_up(&world, &session, plan(false), &Trip::PLAIN);
        place.is_lying.store(false, Ordering::Relaxed);
        assert!(place.shelf.lock().unwrap().is_empty() || lie == Lie::ErrorAfterCommit, "{lie:?}");
        ready.map(|ready| ready.probed)
    };
    let probed = tried(Lie::Overwrites).unwrap();
    assert!(!probed.refuses_overwrites && probed.lists_at_once);
    assert!(!tried(Lie::StaleList).unwrap().lists_at_once);
    assert_eq!(tried(Lie::Truncates), Err(BackupError::ReadBack));
    assert_eq!(tried(Lie::Full), Err(BackupError::Place(PlaceError::Full)));
    assert!(tried(Lie::ErrorAfterCommit).is_err());
    let honest = MemoryPlace::honest();
    let world = world(honest, hand());
    let ready = deeds::set_up(&world, &session(&world, 1), plan(false), &Trip::PLAIN).unwrap();
    assert!(ready.probed.refuses_overwrites && ready.probed.lists_at_once && ready.probed.confirms);
}
