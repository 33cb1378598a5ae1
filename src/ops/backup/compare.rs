//! Backups opened side by side with the keys that the vault knows, to see what differs between them.

use std::path::PathBuf;
use std::sync::Arc;

use crate::backup::{BackupOpener, BackupSet, FileName, OpenBackup, SealedBackup};
use crate::ops::backup::{BackupError, current, fetch, place_of, read_file};
use crate::ops::{Session, World};
use crate::ports::{Place, Trip};

/// A backup as a person names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Pick {
    /// A file of this computer.
    File(PathBuf),
    /// A file in the place of the set.
    InPlace(FileName),
}

impl Pick {
    /// A name as it stands in the list of backups is a file in the place; anything else is a path.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        FileName::parse(typed).map_or_else(|| Self::File(PathBuf::from(typed)), Self::InPlace)
    }
}

/// Backups that are to be opened: made where the vault is open, run on a worker.
pub struct OpenJob {
    place: Option<Arc<dyn Place>>,
    sets: Vec<BackupSet>,
    picks: Vec<Pick>,
}

/// Which backups, and all the sets that the vault knows, also those that are switched off.
///
/// # Errors
/// [`BackupError::NotSetUp`] where a file of the place is meant and there is none.
pub fn open_job(world: &World, session: &Session, picks: Vec<Pick>) -> Result<OpenJob, BackupError> {
    let needs_place = picks.iter().any(|pick| matches!(pick, Pick::InPlace(_)));
    let place = if needs_place {
        let set = current(session)?.ok_or(BackupError::NotSetUp)?;
        Some(place_of(world, session, &set)?)
    } else {
        None
    };
    Ok(OpenJob { place, sets: session.vault().backup_sets()?, picks })
}

impl OpenJob {
    /// Fetches and opens them, in their order. Slow: run it on a worker.
    ///
    /// # Errors
    /// [`BackupError`] for the first that is none, or is of a set that the vault does not know.
    pub fn run(self, world: &World, trip: &Trip<'_>) -> Result<Vec<OpenBackup>, BackupError> {
        self.picks.iter().map(|pick| self.open(world, pick, trip)).collect()
    }

    fn open(&self, world: &World, pick: &Pick, trip: &Trip<'_>) -> Result<OpenBackup, BackupError> {
        let sealed = match (pick, &self.place) {
            (Pick::File(path), _) => read_file(world, path)?,
            (Pick::InPlace(name), Some(place)) => fetch(&**place, name, trip)?,
            (Pick::InPlace(_), None) => return Err(BackupError::NotSetUp),
        };
        self.opened(sealed)
    }

    fn opened(&self, sealed: SealedBackup) -> Result<OpenBackup, BackupError> {
        let id = sealed.facts().set;
        let set = self.sets.iter().find(|set| set.id() == id).or(self.sets.first()).ok_or(BackupError::NotSetUp)?;
        Ok(sealed.open(&BackupOpener::Set(set), set.device())?)
    }
}
