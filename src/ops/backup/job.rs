//! A backup: sealed here, written on a worker that has no key, read back, and only then are older ones let go.

use std::collections::HashSet;
use std::sync::Arc;

use crate::backup::{
    BackupContents, BackupSet, Earlier, FileName, Kept, PlaceAddress, SealedFile, Status, Ways, Written, to_remove,
};
use crate::chance::draw;
use crate::moment::Moment;
use crate::ops::backup::{BackupError, Doubt, connect};
use crate::ops::vault_file::MOST_BYTES;
use crate::ops::{Session, World, kit};
use crate::ports::{Place, PlaceError, Trip};
use crate::secret::Private;

/// How many earlier files a backup names; also how many the vault remembers.
const REMEMBERED: usize = 200;
const NAMED: usize = 64;

/// How often another name is drawn where one is taken: 64 random bits never are, unless a place lies.
const NAMES_TRIED: usize = 3;

/// A backup that can be written on a worker: it carries ciphertext only.
pub struct BackupJob {
    place: Arc<dyn Place>,
    file: SealedFile,
    known: Vec<Written>,
    ways: Ways,
    content: [u8; 32],
    live_accounts: u64,
    is_accepted: bool,
}

/// A backup that was read back from its place. [`note`] tells the vault.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BackupReceipt {
    /// The file.
    pub written: Written,
    /// Its set, to find it again.
    pub set: crate::backup::SetId,
    /// Whether the place confirmed that it will last.
    pub is_confirmed: bool,
    /// Older files that were let go.
    pub removed: Vec<String>,
    /// How many older files were to go and could not be removed.
    pub not_removed: usize,
    /// Files that were there when last looked at and are not in the place any more. [`note`] keeps them from being told
    /// a second time.
    pub missing: Vec<String>,
    /// How many accounts it holds, trash left out.
    pub live_accounts: u64,
    ways: Ways,
    content: [u8; 32],
}

/// The set in use; `None` where backups are off.
///
/// # Errors
/// [`BackupError::Records`].
pub fn current(session: &Session) -> Result<Option<BackupSet>, BackupError> {
    Ok(session.vault().backup_sets()?.into_iter().find(|set| set.is_on))
}

/// The place of a set.
///
/// # Errors
/// [`BackupError::NotSetUp`] where the set has none; [`BackupError::Place`].
pub fn place_of(world: &World, session: &Session, set: &BackupSet) -> Result<Arc<dyn Place>, BackupError> {
    let places = session.vault().places()?;
    let known = places.iter().find(|place| Some(place.id) == set.place).ok_or(BackupError::NotSetUp)?;
    let address = PlaceAddress::parse(&known.address).map_err(|_| BackupError::NotSetUp)?;
    Ok(connect(world, &address, known.secret.as_ref())?)
}

/// Whether the content or the recovery words have changed since the last backup, and backups are on. What cannot be told
/// is due.
#[must_use]
pub fn is_due(session: &Session) -> bool {
    let Ok(Some(set)) = current(session) else { return false };
    let now = session.vault().content_fingerprint().ok();
    now.is_none() || set.content != now || set.generation == 0 || !set.follows_words(session.vault())
}

/// How the backups of a session stand.
#[must_use]
pub fn status(session: &Session, set: Option<&BackupSet>, now: Moment) -> Status {
    Status::of(set, is_due(session), kit::state(session, set), now)
}

/// Seals a backup of what is in memory. `is_accepted` says that the person was asked about an empty or much smaller
/// vault.
///
/// # Errors
/// [`BackupError`]; [`BackupError::Asks`] where the person is to be asked first.
pub fn backup_job(world: &World, session: &Session, is_accepted: bool) -> Result<BackupJob, BackupError> {
    let mut set = current(session)?.ok_or(BackupError::NotSetUp)?;
    let live_accounts = u64::try_from(session.book().live().count()).unwrap_or(u64::MAX);
    if let Some(doubt) = Doubt::of(live_accounts, set.live_accounts).filter(|_| !is_accepted) {
        return Err(BackupError::Asks(doubt));
    }
    set.follow_words(session.vault(), &*world.entropy)?;
    let place = place_of(world, session, &set)?;
    let contents = contents(world, session, &set)?;
    let file = set.seal(&contents, env!("CARGO_PKG_VERSION"), &*world.entropy)?;
    let content = session.vault().content_fingerprint()?;
    let ways = set.ways();
    Ok(BackupJob { place, file, known: set.files, ways, content, live_accounts, is_accepted })
}

/// What a backup of the session holds.
///
/// # Errors
/// [`BackupError::Save`] where something cannot be sealed.
pub fn contents(world: &World, session: &Session, set: &BackupSet) -> Result<BackupContents, BackupError> {
    let earlier = |file: &Written| Earlier { generation: file.generation, digest: file.digest };
    Ok(BackupContents {
        created: world.clock.now(),
        recovery_account: set.account().clone(),
        computer: Private::from(world.surroundings.computer.clone().unwrap_or_default()),
        settings: *session.vault().settings(),
        groups: session.book().groups().to_vec(),
        accounts: BackupContents::of(session.book(), &*world.entropy)?,
        earlier: set.files.iter().rev().take(NAMED).map(earlier).collect(),
        ext: Vec::new(),
    })
}

impl BackupJob {
    /// Writes it, reads it back, and lets older files go. Slow: run it on a worker.
    ///
    /// # Errors
    /// [`BackupError::Place`], [`BackupError::ReadBack`], and [`BackupError::Asks`] where the place holds none of the
    /// earlier ones. Older backups are then all where they were.
    pub fn run(self, world: &World, trip: &Trip<'_>) -> Result<BackupReceipt, BackupError> {
        if !self.is_accepted && self.is_emptied(trip)? {
            return Err(BackupError::Asks(Doubt::Emptied));
        }
        let (name, is_confirmed) = self.put(world, trip)?;
        let verified = Some(world.clock.now());
        let SealedFile { digest, generation, created, set, .. } = self.file;
        let written = Written { name: name.as_str().to_owned(), generation, digest, created, verified };
        let Settled { removed, not_removed, missing } = settle(&*self.place, set, &self.known, &written, trip);
        let Self { ways, content, live_accounts, .. } = self;
        Ok(BackupReceipt { written, set, is_confirmed, removed, not_removed, missing, live_accounts, ways, content })
    }

    /// Whether a folder that held backups of this vault holds none of them: the folder of a disk that is not connected
    /// may be there all the same, empty. A server that lists late is no such folder.
    fn is_emptied(&self, trip: &Trip<'_>) -> Result<bool, BackupError> {
        if self.known.is_empty() || self.place.describe().is_remote {
            return Ok(false);
        }
        let entries = self.place.list(&trip.untold())?;
        let here: HashSet<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        Ok(!self.known.iter().any(|file| here.contains(file.name.as_str())))
    }

    /// Puts the file there and reads all of it back. The bytes were opened with the set's key before they came here, so
    /// equal bytes are a backup that opens.
    fn put(&self, world: &World, trip: &Trip<'_>) -> Result<(FileName, bool), BackupError> {
        let mut last = PlaceError::Exists;
        for _ in 0..NAMES_TRIED {
            let random = draw(&*world.entropy)?;
            let name = FileName::new(self.file.set, self.file.generation, self.file.created, random);
            let put = self.place.put_new(name.as_str(), &self.file.bytes, trip);
            if let Err(PlaceError::Exists) = put {
                continue;
            }
            let back = self.place.get(name.as_str(), MOST_BYTES, trip);
            match (put, back) {
                // The answer may have been lost after the deed: what lies there decides.
                (put, Ok(bytes)) if bytes == self.file.bytes => {
                    return Ok((name, put.is_ok_and(|receipt| receipt.is_confirmed)));
                }
                (Ok(_), Ok(_)) => {
                    // It has our name and is not what we wrote: nobody can restore from it.
                    drop(self.place.delete(name.as_str(), trip));
                    return Err(BackupError::ReadBack);
                }
                (Ok(_), Err(error)) => return Err(error.into()),
                (Err(error), _) => last = error,
            }
            break;
        }
        Err(last.into())
    }
}

struct Settled {
    removed: Vec<String>,
    not_removed: usize,
    missing: Vec<String>,
}

/// Lets older files of the set go, and sees which are gone that should be there. A place that does not list now is
/// asked next time; a backup does not depend on it.
fn settle(place: &dyn Place, set: crate::backup::SetId, known: &[Written], new: &Written, trip: &Trip<'_>) -> Settled {
    let mut settled = Settled { removed: Vec::new(), not_removed: 0, missing: Vec::new() };
    let Ok(entries) = place.list(trip) else { return settled };
    let (here, missing): (Vec<&Written>, Vec<&Written>) =
        known.iter().partition(|file| entries.iter().any(|entry| entry.name == file.name));
    settled.missing = missing.iter().filter(|file| file.verified.is_some()).map(|file| file.name.clone()).collect();
    // Only files that this vault remembers to have written: what it does not know, it does not remove.
    let kept: Vec<Kept> = here.into_iter().chain([new]).filter_map(kept).collect();
    for name in to_remove(set, &kept) {
        match place.delete(name.as_str(), trip) {
            Ok(()) | Err(PlaceError::NotFound) => settled.removed.push(name.as_str().to_owned()),
            Err(_) => settled.not_removed += 1,
        }
    }
    settled
}

fn kept(file: &Written) -> Option<Kept> {
    let name = FileName::parse(&file.name)?;
    Some(Kept { name, created: file.created, is_verified: file.verified.is_some() })
}

/// Tells the vault of a backup. Saving is the caller's next step; a backup that was never noted is found by listing.
///
/// A file that is missing is remembered all the same, as one that nobody knows to be good: the list may have been an old
/// one, or another stick was in, and what is forgotten is never let go.
///
/// # Errors
/// [`BackupError::Records`], [`BackupError::NotSetUp`] where the set went meanwhile.
pub fn note(session: &mut Session, receipt: &BackupReceipt) -> Result<(), BackupError> {
    let mut sets = session.vault().backup_sets()?;
    let set = sets.iter_mut().find(|set| set.id() == receipt.set).ok_or(BackupError::NotSetUp)?;
    set.files.retain(|file| !receipt.removed.contains(&file.name) && file.name != receipt.written.name);
    set.files.iter_mut().filter(|file| receipt.missing.contains(&file.name)).for_each(|file| file.verified = None);
    let place = set.files.partition_point(|file| age(file) <= age(&receipt.written));
    // A receipt that a lock held up may come after that of a newer backup, which says how things stand.
    if place == set.files.len() {
        set.generation = set.generation.max(receipt.written.generation);
        set.last_digest = receipt.written.digest;
        // A file without the words of now is due again.
        set.content = set.take_ways(&receipt.ways, session.vault()).then_some(receipt.content);
        set.live_accounts = receipt.live_accounts;
    }
    set.files.insert(place, receipt.written.clone());
    let surplus = set.files.len().saturating_sub(REMEMBERED);
    set.files.drain(..surplus);
    Ok(session.vault_mut().set_backup_sets(&sets)?)
}

/// Newest by generation; two of one generation were made before either was noted.
const fn age(file: &Written) -> (u64, Moment) {
    (file.generation, file.created)
}

/// When the newest verified backup of a set was read back.
#[must_use]
pub fn last_verified(set: &BackupSet) -> Option<Moment> {
    set.files.iter().filter_map(|file| file.verified).max()
}
