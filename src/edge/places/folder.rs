//! A folder as a place: of this computer, of a stick, or one that a cloud service keeps in step.
//!
//! Works through the port of files, so that a test can fail and forget each operation.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::backup::PlaceAddress;
use crate::ports::{
    Clock, FileError, FileErrorKind, Files, LookKind, Place, PlaceDescription, PlaceEntry, PlaceError, PutReceipt, Trip,
};

/// A half-written file of ours that is older than this belongs to no program that still runs.
const STALE_AFTER: Duration = Duration::from_secs(60 * 60);

/// A folder as a place.
pub struct FolderPlace {
    files: Arc<dyn Files>,
    clock: Arc<dyn Clock>,
    folder: PathBuf,
}

impl FolderPlace {
    /// The folder at a path. It need not be there: [`Place::prepare`] makes it.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, clock: Arc<dyn Clock>, folder: PathBuf) -> Self {
        Self { files, clock, folder }
    }

    fn path(&self, name: &str) -> Result<PathBuf, PlaceError> {
        let is_plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0']);
        if is_plain { Ok(self.folder.join(name)) } else { Err(PlaceError::Name) }
    }

    /// Written under another name first, so that a file under its own name is always whole. What somebody else is
    /// writing under that name is left to them.
    fn write(&self, temporary: &Path, bytes: &[u8]) -> Result<(), FileError> {
        let mut file = self.files.create_new(temporary)?;
        let written = file.write_all(bytes).and_then(|()| file.sync());
        if written.is_err() {
            drop(self.files.remove(temporary));
        }
        written
    }

    /// Puts the written file under its name. A network file system may have done it and lost the answer: what lies
    /// there decides.
    fn put_in_place(&self, temporary: &Path, path: &Path, bytes: &[u8]) -> Result<(), PlaceError> {
        let Err(error) = self.files.rename_new(temporary, path) else { return Ok(()) };
        let is_there = self.files.read(path, length(bytes)).is_ok_and(|found| found == bytes);
        drop(self.files.remove(temporary));
        if is_there { Ok(()) } else { Err(place_error(error)) }
    }

    /// A file that is gone with its folder was on a stick that is gone. One is never written without it: the folder of a
    /// stick, made anew, would lie on this computer's own disk.
    fn of_a_file(&self, error: FileError) -> PlaceError {
        let is_gone = error.kind == FileErrorKind::NotFound && matches!(self.files.look(&self.folder), Ok(None));
        if is_gone { PlaceError::Gone } else { place_error(error) }
    }

    /// Removes what a crash left half-written. Only old files: another program may be writing right now.
    fn remove_stale(&self) {
        let Ok(names) = self.files.list(&self.folder) else { return };
        let now = self.clock.now();
        for name in names.iter().filter(|name| is_temporary(&name.to_string_lossy())) {
            let path = self.folder.join(name);
            let Ok(Some(look)) = self.files.look(&path) else { continue };
            if look.modified.is_some_and(|modified| now.since(modified) > STALE_AFTER) {
                drop(self.files.remove(&path));
            }
        }
    }
}

impl Place for FolderPlace {
    fn describe(&self) -> PlaceDescription {
        PlaceDescription { address: PlaceAddress::Folder(self.folder.clone()), is_remote: false }
    }

    fn prepare(&self) -> Result<(), PlaceError> {
        self.files.create_folder(&self.folder).map_err(place_error)
    }

    fn list(&self, _trip: &Trip<'_>) -> Result<Vec<PlaceEntry>, PlaceError> {
        let names = self.files.list(&self.folder).map_err(of_the_folder)?;
        let mut entries = Vec::new();
        for name in names {
            // A name that is no text is none of ours, and a file may go while the list is made.
            let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
            let Some(look) = self.files.look(&self.folder.join(name)).map_err(place_error)? else { continue };
            if look.kind == LookKind::File {
                entries.push(PlaceEntry { name: name.to_owned(), size: look.length });
            }
        }
        Ok(entries)
    }

    fn get(&self, name: &str, most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        let bytes = self.files.read(&self.path(name)?, most).map_err(|error| self.of_a_file(error))?;
        (trip.progress)(length(&bytes), length(&bytes));
        Ok(bytes)
    }

    fn get_start(&self, name: &str, most: u64, _trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        self.files.read_start(&self.path(name)?, most).map_err(|error| self.of_a_file(error))
    }

    fn put_new(&self, name: &str, bytes: &[u8], trip: &Trip<'_>) -> Result<PutReceipt, PlaceError> {
        let path = self.path(name)?;
        if (trip.is_cancelled)() {
            return Err(PlaceError::Cancelled);
        }
        if self.files.look(&path).map_err(place_error)?.is_some() {
            return Err(PlaceError::Exists);
        }
        let temporary = self.folder.join(format!(".{name}.tmp"));
        self.write(&temporary, bytes).map_err(|error| match error.kind {
            // The file is not there: its name would help nobody.
            FileErrorKind::Denied => PlaceError::Unwritable,
            _ => self.of_a_file(error.said_of(&path)),
        })?;
        self.put_in_place(&temporary, &path, bytes)?;
        let is_confirmed = self.files.sync_folder(&self.folder).is_ok();
        (trip.progress)(length(bytes), length(bytes));
        self.remove_stale();
        Ok(PutReceipt { is_confirmed })
    }

    fn delete(&self, name: &str, _trip: &Trip<'_>) -> Result<(), PlaceError> {
        self.files.remove(&self.path(name)?).map_err(place_error)?;
        // A name that comes back after a power failure is a backup too many, and goes with the next run.
        drop(self.files.sync_folder(&self.folder));
        Ok(())
    }
}

/// Whether a name is one that a half-written file of ours has.
fn is_temporary(name: &str) -> bool {
    name.starts_with(".pulih-") && name.ends_with(".tmp")
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn of_the_folder(error: FileError) -> PlaceError {
    match error.kind {
        FileErrorKind::NotFound | FileErrorKind::NotAFolder => PlaceError::Gone,
        _ => place_error(error),
    }
}

fn place_error(error: FileError) -> PlaceError {
    match error.kind {
        FileErrorKind::Exists => PlaceError::Exists,
        FileErrorKind::Full => PlaceError::Full,
        FileErrorKind::NotFound => PlaceError::NotFound,
        FileErrorKind::TooLarge => PlaceError::TooLarge,
        _ => PlaceError::File(error),
    }
}
