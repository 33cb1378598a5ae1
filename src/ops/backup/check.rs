//! Checking backups: read back and opened with the set's key (verify), or with the password typed again (drill).

use std::sync::Arc;

use crate::backup::{BackupOpener, BackupSet, FileName, OpenBackup, RecoveryName, Written};
use crate::moment::Moment;
use crate::ops::backup::job::{current, place_of};
use crate::ops::backup::{BackupError, FetchError, fetch};
use crate::ops::{Session, World};
use crate::ports::{Place, PlaceError, Trip};
use crate::secret::Passphrase;
use crate::vault::RecoveryWords;

/// What became of one file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Checked {
    /// The file.
    pub name: String,
    /// When it was made.
    pub created: Moment,
    /// Whether it opened, and if not, why.
    pub outcome: Result<(), BackupError>,
    at: Moment,
}

/// Which files are read back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Which {
    /// All that this vault remembers.
    All,
    /// The newest.
    Newest,
}

/// Backups that are to be read back: made where the vault is open, run on a worker.
pub struct VerifyJob {
    place: Arc<dyn Place>,
    set: BackupSet,
    files: Vec<Written>,
}

/// Which files are read back, the newest first.
///
/// # Errors
/// [`BackupError::NotSetUp`], [`BackupError::NoneThere`].
pub fn verify_job(world: &World, session: &Session, which: Which) -> Result<VerifyJob, BackupError> {
    let set = current(session)?.ok_or(BackupError::NotSetUp)?;
    let place = place_of(world, session, &set)?;
    let most = if which == Which::All { usize::MAX } else { 1 };
    let files: Vec<Written> = set.files.iter().rev().take(most).cloned().collect();
    if files.is_empty() { Err(BackupError::NoneThere) } else { Ok(VerifyJob { place, set, files }) }
}

impl VerifyJob {
    /// Reads files back and opens them with the set's key. [`note_checked`] tells the vault. Slow: run it on a worker.
    /// What is wrong with a file is its outcome; what was checked before somebody called it off counts.
    #[must_use]
    pub fn run(self, world: &World, trip: &Trip<'_>) -> Vec<Checked> {
        let count = u64::try_from(self.files.len()).unwrap_or(u64::MAX);
        let mut checked = Vec::with_capacity(self.files.len());
        for (file, done) in self.files.iter().zip(0..) {
            if (trip.is_cancelled)() {
                break;
            }
            let own = if count == 1 { *trip } else { trip.untold() };
            checked.push(check(world, &*self.place, &self.set, file, &own));
            if count > 1 {
                (trip.progress)(done + 1, count);
            }
        }
        checked
    }
}

/// [`VerifyJob`], made and run.
///
/// # Errors
/// As [`verify_job`].
pub fn verify(world: &World, session: &Session, which: Which, trip: &Trip<'_>) -> Result<Vec<Checked>, BackupError> {
    verify_job(world, session, which).map(|job| job.run(world, trip))
}

fn check(world: &World, place: &dyn Place, set: &BackupSet, file: &Written, trip: &Trip<'_>) -> Checked {
    let outcome = opened(place, file, &BackupOpener::Set(set), set.device(), trip).map(|_| ());
    Checked { name: file.name.clone(), created: file.created, outcome, at: world.clock.now() }
}

fn opened(
    place: &dyn Place,
    file: &Written,
    opener: &BackupOpener<'_>,
    running: crate::backup::DeviceType,
    trip: &Trip<'_>,
) -> Result<OpenBackup, BackupError> {
    let name = FileName::parse(&file.name).ok_or(BackupError::Place(PlaceError::NotFound))?;
    let sealed = fetch(place, &name, trip)?;
    Ok(sealed.open(opener, running)?)
}

/// Notes in the vault which files are known to be good and which are not. Saving is the caller's next step.
///
/// # Errors
/// [`BackupError::Records`].
pub fn note_checked(session: &mut Session, checked: &[Checked]) -> Result<(), BackupError> {
    let mut sets = session.vault().backup_sets()?;
    for file in sets.iter_mut().flat_map(|set| &mut set.files) {
        let Some(checked) = checked.iter().find(|checked| checked.name == file.name) else { continue };
        match &checked.outcome {
            Ok(()) => file.verified = Some(checked.at),
            // A place that cannot be reached says nothing of the file.
            Err(BackupError::Fetch(FetchError::Place(error))) if *error != PlaceError::NotFound => {}
            Err(_) => file.verified = None,
        }
    }
    Ok(session.vault_mut().set_backup_sets(&sets)?)
}

/// What is typed again in a drill.
#[derive(Debug)]
pub enum Answer<'a> {
    /// The recovery password; the name too, where it was asked for.
    Password {
        /// The name; `None` takes the set's.
        name: Option<&'a RecoveryName>,
        /// The password.
        password: &'a Passphrase,
    },
    /// The recovery words.
    Words(&'a RecoveryWords),
}

/// The newest backup, read back and opened with what was typed: what would be there if this computer were gone now.
#[derive(Debug)]
pub struct Drill {
    /// The file.
    pub file: Written,
    /// What it holds.
    pub backup: OpenBackup,
    /// When.
    pub at: Moment,
    is_password: bool,
}

/// A drill that is to be made: without anything that the vault knows and a stranger's computer would not.
pub struct DrillJob {
    place: Arc<dyn Place>,
    file: Written,
    account: RecoveryName,
}

/// The newest backup and where it lies.
///
/// # Errors
/// [`BackupError::NotSetUp`], [`BackupError::NoneThere`].
pub fn drill_job(world: &World, session: &Session) -> Result<DrillJob, BackupError> {
    let set = current(session)?.ok_or(BackupError::NotSetUp)?;
    let place = place_of(world, session, &set)?;
    let file = set.files.last().ok_or(BackupError::NoneThere)?.clone();
    Ok(DrillJob { place, file, account: set.account().clone() })
}

impl DrillJob {
    /// Opens the backup as a stranger's computer would: from the place, with what was typed. Slow: run it on a worker.
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn run(self, world: &World, answer: &Answer<'_>, trip: &Trip<'_>) -> Result<Drill, BackupError> {
        let opener = match answer {
            Answer::Password { name, password } => {
                BackupOpener::Account { name: name.unwrap_or(&self.account), password }
            }
            Answer::Words(words) => BackupOpener::Words(words),
        };
        let backup = opened(&*self.place, &self.file, &opener, world.surroundings.device, trip)?;
        let is_password = matches!(answer, Answer::Password { .. });
        Ok(Drill { file: self.file, backup, at: world.clock.now(), is_password })
    }
}

/// [`DrillJob`], made and run.
///
/// # Errors
/// [`BackupError`].
pub fn drill(world: &World, session: &Session, answer: &Answer<'_>, trip: &Trip<'_>) -> Result<Drill, BackupError> {
    drill_job(world, session)?.run(world, answer, trip)
}

/// Notes a drill in the vault. Saving is the caller's next step.
///
/// # Errors
/// [`BackupError::Records`].
pub fn note_drill(session: &mut Session, drill: &Drill) -> Result<(), BackupError> {
    let mut sets = session.vault().backup_sets()?;
    if let Some(set) = sets.iter_mut().find(|set| set.id() == drill.backup.facts.set) {
        let checked = if drill.is_password { &mut set.password_checked } else { &mut set.words_checked };
        *checked = Some(drill.at);
        set.files
            .iter_mut()
            .filter(|file| file.name == drill.file.name)
            .for_each(|file| file.verified = Some(drill.at));
    }
    Ok(session.vault_mut().set_backup_sets(&sets)?)
}
