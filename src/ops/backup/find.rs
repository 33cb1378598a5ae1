//! Finding backups: what lies in a place, and a whole file out of it. Nothing is opened here.

use std::path::Path;
use std::sync::Arc;

use crate::backup::{
    BackupFacts, BackupParseError, FileName, HEADER_MOST, Listed, PlaceAddress, SealedBackup, Unlisted, newest_first,
};
use crate::ops::World;
use crate::ops::at_home::at_home;
use crate::ops::vault_file::MOST_BYTES;
use crate::ports::{FileError, Place, PlaceError, Trip};
use crate::secret::Secret;
use crate::text::{Explain, Text};

/// The place at an address.
///
/// # Errors
/// [`PlaceError`].
pub fn connect(world: &World, address: &PlaceAddress, secret: Option<&Secret>) -> Result<Arc<dyn Place>, PlaceError> {
    match address {
        PlaceAddress::Folder(path) => world.places.open(&PlaceAddress::Folder(at_home(world, path)), secret),
        remote => world.places.open(remote, secret),
    }
}

/// The backups in a place, newest first, by the start of each file. Other files are not looked at.
///
/// # Errors
/// [`PlaceError`] where the place cannot be listed, or gives none of its files; one that is not given is listed as not read.
pub fn list(place: &dyn Place, trip: &Trip<'_>) -> Result<Vec<Listed>, PlaceError> {
    let (mut files, mut refusal) = (Vec::new(), None);
    let (alone, entries) = (trip.untold(), place.list(trip)?);
    let count = u64::try_from(entries.len()).unwrap_or(u64::MAX);
    for (entry, done) in entries.into_iter().zip(0..) {
        (trip.progress)(done, count);
        let Some(name) = FileName::parse(&entry.name) else { continue };
        if (trip.is_cancelled)() {
            return Err(PlaceError::Cancelled);
        }
        let facts = place
            .get_start(name.as_str(), HEADER_MOST as u64, &alone)
            .map_err(|error| {
                refusal = Some(error);
                Unlisted::NotRead
            })
            .and_then(|start| BackupFacts::read(&start).map_err(Unlisted::Form));
        files.push(Listed { name, size: entry.size, facts });
    }
    // That is the place, and no damage of its files.
    if let Some(refusal) = refusal.filter(|_| files.iter().all(|file: &Listed| file.facts == Err(Unlisted::NotRead))) {
        return Err(refusal);
    }
    newest_first(&mut files);
    Ok(files)
}

/// A whole backup out of a place, its form checked.
///
/// # Errors
/// [`FetchError`].
pub fn fetch(place: &dyn Place, name: &FileName, trip: &Trip<'_>) -> Result<SealedBackup, FetchError> {
    Ok(SealedBackup::parse(place.get(name.as_str(), MOST_BYTES, trip)?)?)
}

/// A backup that a person named as a file of this computer.
///
/// # Errors
/// [`FetchError`].
pub fn read_file(world: &World, path: &Path) -> Result<SealedBackup, FetchError> {
    Ok(SealedBackup::parse(world.files.read(path, MOST_BYTES)?)?)
}

/// Why there is no backup to open.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum FetchError {
    /// Its bytes are none.
    #[error(transparent)]
    Form(#[from] BackupParseError),
    /// The place did not give it.
    #[error(transparent)]
    Place(#[from] PlaceError),
}

impl From<FileError> for FetchError {
    fn from(error: FileError) -> Self {
        Self::Place(error.into())
    }
}

impl Explain for FetchError {
    fn what(&self) -> Text {
        match self {
            Self::Form(error) => error.what(),
            Self::Place(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Form(error) => error.fix(),
            Self::Place(error) => error.fix(),
        }
    }
}
