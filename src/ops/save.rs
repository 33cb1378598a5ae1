//! Saving that loses nothing: lock, compare, write beside, sync, read back, keep the state before, rename, sync, mark.
//!
//! At every moment either the old or the new state lies complete under the vault's name. Nothing here has a key: what
//! is written was sealed, and opened again for a test, before it came here.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::chance::draw;
use crate::ops::mark::SealedMark;
use crate::ops::state_file::{no_chance, write_and_sync};
use crate::ops::vault_file::{MOST_BYTES, VaultFile};
use crate::ops::{SaveError, World};
use crate::ports::{FileError, FileErrorKind, FileLock, Files};
use crate::text::Text;

/// How long another program may hold the vault's lock before the save is given up.
const PATIENCE: Duration = Duration::from_secs(5);

/// A temporary file of ours that is older than this belongs to no program that still runs.
const STALE_AFTER: Duration = Duration::from_secs(60 * 60);

/// A save that can run on a worker: it carries ciphertext only.
///
/// One at a time: the next one is made after [`Session::saved`](crate::ops::Session::saved) has heard of this one.
#[derive(Debug)]
pub struct SaveJob {
    pub(super) generation: u64,
    pub(super) digest: [u8; 32],
    /// `None` for a vault that lives in memory.
    pub(super) to_disk: Option<ToDisk>,
}

/// What is to be written, and where.
#[derive(Debug)]
pub(super) struct ToDisk {
    pub file: VaultFile,
    pub onto: Onto,
    pub bytes: Vec<u8>,
    pub mark: SealedMark,
}

/// What must lie there before.
#[derive(Debug)]
pub(super) enum Onto {
    /// Nothing.
    Nothing,
    /// The state that was read or saved last.
    Known {
        /// SHA-256 of that file.
        digest: [u8; 32],
        /// The schema it had, if it was an older one: then it is kept for good.
        migrated_from: Option<u16>,
    },
}

/// A save that is safe on the disk.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SaveReceipt {
    /// The generation that was written.
    pub generation: u64,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
    /// Whether the disk confirmed it; otherwise "saved, but this disk did not confirm it".
    pub is_confirmed: bool,
    /// Whether the state before it was kept as `.prev`. True also where there was none.
    pub is_previous_kept: bool,
    /// Whether this computer remembers it as the newest state.
    pub is_marked: bool,
}

impl SaveReceipt {
    /// What did not go as it should, although the state is saved.
    #[must_use]
    pub fn remarks(&self) -> Vec<Text> {
        let told = [
            (self.is_confirmed, "remark-not-confirmed"),
            (self.is_previous_kept, "remark-previous-not-kept"),
            // A mark is never written for a save that may not last, and that was said already.
            (self.is_marked || !self.is_confirmed, "remark-not-marked"),
        ];
        told.into_iter().filter(|(is_well, _)| !is_well).map(|(_, id)| Text::new(id)).collect()
    }
}

impl SaveJob {
    /// Writes it: lock, compare, temporary file, sync, read back, keep the previous one, rename, sync the folder, mark.
    ///
    /// # Errors
    /// [`SaveError`]; the vault file is then as it was before.
    pub fn run(self, world: &World) -> Result<SaveReceipt, SaveError> {
        let outcome = match &self.to_disk {
            None => Outcome { is_confirmed: true, is_previous_kept: true, is_marked: true },
            Some(to_disk) => to_disk.save(world, self.digest)?,
        };
        Ok(SaveReceipt {
            generation: self.generation,
            digest: self.digest,
            is_confirmed: outcome.is_confirmed,
            is_previous_kept: outcome.is_previous_kept,
            is_marked: outcome.is_marked,
        })
    }
}

struct Outcome {
    is_confirmed: bool,
    is_previous_kept: bool,
    is_marked: bool,
}

impl ToDisk {
    fn save(&self, world: &World, digest: [u8; 32]) -> Result<Outcome, SaveError> {
        let files = &*world.files;
        let _held = self.lock(files)?;
        let before = self.compare(files)?;
        remove_stale(world, &self.file);
        self.keep_before_migration(world, before.as_deref())?;
        let temporary = write_checked(world, &self.file, &self.bytes)?;
        let is_previous_kept = before.as_deref().is_none_or(|bytes| keep_previous(world, &self.file, bytes));
        self.put_in_place(files, &temporary, digest)?;
        let is_confirmed = files.sync_folder(self.file.folder()).is_ok();
        // A mark may never be newer than what is sure to be on the disk.
        let is_marked = is_confirmed && self.mark.write(world).is_ok();
        Ok(Outcome { is_confirmed, is_previous_kept, is_marked })
    }

    fn lock(&self, files: &dyn Files) -> Result<Box<dyn FileLock>, FileError> {
        files.lock(&self.file.lock(), PATIENCE)
    }

    /// Whether what lies there is what we know. Returns its bytes.
    ///
    /// The lock keeps our own kind away; this keeps everybody else: folders that a cloud service writes to, file
    /// systems whose locks do not reach the other computer, a copy put back by hand.
    fn compare(&self, files: &dyn Files) -> Result<Option<Vec<u8>>, SaveError> {
        match &self.onto {
            Onto::Nothing if files.look(self.file.path())?.is_some() => Err(SaveError::Exists),
            Onto::Nothing => Ok(None),
            Onto::Known { digest, .. } => {
                let bytes = match files.read(self.file.path(), MOST_BYTES) {
                    Err(FileError { kind: FileErrorKind::NotFound, .. }) => return Err(SaveError::ChangedElsewhere),
                    other => other?,
                };
                if sha256(&bytes) == *digest { Ok(Some(bytes)) } else { Err(SaveError::ChangedElsewhere) }
            }
        }
    }

    /// The last state of an older schema stays for good: an older version of the program can still open it.
    fn keep_before_migration(&self, world: &World, before: Option<&[u8]>) -> Result<(), SaveError> {
        let Onto::Known { migrated_from: Some(schema), .. } = self.onto else { return Ok(()) };
        let Some(before) = before else { return Ok(()) };
        let kept = self.file.before(schema);
        if world.files.look(&kept)?.is_some() {
            return Ok(());
        }
        write_beside(world, &self.file, &kept, before)
    }

    fn put_in_place(&self, files: &dyn Files, temporary: &Path, digest: [u8; 32]) -> Result<(), SaveError> {
        let path = self.file.path();
        let moved = match self.onto {
            Onto::Nothing => files.rename_new(temporary, path),
            Onto::Known { .. } => files.rename(temporary, path),
        };
        let Err(error) = moved else { return Ok(()) };
        // A network file system may have done it and lost the answer: what lies there decides.
        if files.read(path, MOST_BYTES).is_ok_and(|bytes| sha256(&bytes) == digest) {
            return Ok(());
        }
        drop(files.remove(temporary));
        match error.kind {
            FileErrorKind::Exists => Err(SaveError::Exists),
            _ => Err(error.into()),
        }
    }
}

/// Writes a whole file beside the vault, only if nothing has that name.
pub(super) fn write_beside(world: &World, file: &VaultFile, to: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let temporary = write_checked(world, file, bytes)?;
    if let Err(error) = world.files.rename_new(&temporary, to) {
        drop(world.files.remove(&temporary));
        return Err(error.into());
    }
    Ok(world.files.sync_folder(file.folder())?)
}

/// Writes a temporary file, makes it last and reads it back. On an error nothing is left behind, as far as that goes.
fn write_checked(world: &World, file: &VaultFile, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let temporary = temporary(world, file)?;
    if let Err(error) = write_and_read_back(&*world.files, &temporary, bytes) {
        drop(world.files.remove(&temporary));
        return Err(error.said_of(file.path()));
    }
    Ok(temporary)
}

/// The bytes were opened with the vault's key before they came here, so that equal bytes are a vault that opens.
fn write_and_read_back(files: &dyn Files, temporary: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    write_and_sync(files, temporary, bytes)?;
    let back = files.read(temporary, MOST_BYTES)?;
    if back == bytes { Ok(()) } else { Err(SaveError::ReadBack) }
}

/// Keeps the state that is about to be replaced as `.prev`. Returns whether that worked; a save does not depend on it.
fn keep_previous(world: &World, file: &VaultFile, before: &[u8]) -> bool {
    let files = &*world.files;
    let Ok(second) = temporary(world, file) else { return false };
    let named = match files.link(file.path(), &second) {
        // No second names on FAT, SMB and some others: there it is a copy.
        Err(FileError { kind: FileErrorKind::Unsupported, .. }) => write_and_sync(files, &second, before),
        other => other,
    };
    let kept = named.and_then(|()| files.rename(&second, &file.previous()));
    // Renaming one name of a file onto another name of the same file does nothing and leaves both (rename(2)).
    drop(files.remove(&second));
    kept.is_ok()
}

/// Removes temporary files that a crash left behind. Only while the lock is held, and only old ones: a file system
/// without working locks may have another program writing right now.
fn remove_stale(world: &World, file: &VaultFile) {
    let Ok(names) = world.files.list(file.folder()) else { return };
    let now = world.clock.now();
    for name in names.iter().filter(|name| file.is_temporary(name)) {
        let path = file.folder().join(name);
        let Ok(Some(look)) = world.files.look(&path) else { continue };
        if look.modified.is_some_and(|modified| now.since(modified) > STALE_AFTER) {
            drop(world.files.remove(&path));
        }
    }
}

fn temporary(world: &World, file: &VaultFile) -> Result<PathBuf, FileError> {
    let random = draw::<8>(&*world.entropy).map_err(|_| FileError::new(no_chance(), file.path()))?;
    Ok(file.temporary(random))
}

/// SHA-256, FIPS 180-4.
pub(super) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {

    use std::collections::BTreeMap;
    use std::ffi::OsString;
    use std::path::{Path, PathBuf};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use super::{Onto, SaveJob, SaveReceipt, ToDisk, sha256};
    use crate::ops::mark::SealedMark;
    use crate::ops::testing::{NOW, Ring, world};
    use crate::ops::vault_file::VaultFile;
    use crate::ports::{FileError, FileErrorKind, FileLock, Files, Look, LookKind, NewFile};
    use crate::secret::Passphrase;
    use crate::vault::{KdfParams, Mark, OpenVault};

    const VAULT: &str = "/home/mira/v.pulih";

    /// Files in memory, with no more than saving asks for.
    #[derive(Clone, Default)]
    struct Shelf(Arc<Mutex<BTreeMap<PathBuf, Vec<u8>>>>);

    impl Shelf {
        fn take(&self, path: &Path) -> Result<Vec<u8>, FileError> {
            self.0.lock().unwrap().remove(path).ok_or_else(|| FileError::new(FileErrorKind::NotFound, path))
        }

        fn put(&self, path: &Path, bytes: Vec<u8>) {
            self.0.lock().unwrap().insert(path.to_owned(), bytes);
        }
    }

    impl Files for Shelf {
        fn read(&self, path: &Path, _most: u64) -> Result<Vec<u8>, FileError> {
            let bytes = self.take(path)?;
            self.put(path, bytes.clone());
            Ok(bytes)
        }

        fn look(&self, path: &Path) -> Result<Option<Look>, FileError> {
            let kind = match self.0.lock().unwrap().contains_key(path) {
                true => LookKind::File,
                false if path.extension().is_none() => LookKind::Folder,
                false => return Ok(None),
            };
            let (is_ours, is_open_to_others, others_may_replace) = (true, false, false);
            Ok(Some(Look { kind, length: 0, modified: None, is_ours, is_open_to_others, others_may_replace, links: 1 }))
        }

        fn resolve(&self, path: &Path) -> Result<PathBuf, FileError> {
            Ok(path.to_owned())
        }

        fn create_new(&self, path: &Path) -> Result<Box<dyn NewFile>, FileError> {
            self.put(path, Vec::new());
            Ok(Box::new(Page(self.clone(), path.to_owned())))
        }

        fn create_folder(&self, _path: &Path) -> Result<(), FileError> {
            Ok(())
        }

        fn link(&self, _from: &Path, to: &Path) -> Result<(), FileError> {
            Err(FileError::new(FileErrorKind::Unsupported, to))
        }

        fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError> {
            self.put(to, self.take(from)?);
            Ok(())
        }

        fn rename_new(&self, from: &Path, to: &Path) -> Result<(), FileError> {
            self.rename(from, to)
        }

        fn remove(&self, path: &Path) -> Result<(), FileError> {
            self.take(path).map(|_| ())
        }

        fn sync_folder(&self, _path: &Path) -> Result<(), FileError> {
            Ok(())
        }

        fn list(&self, _path: &Path) -> Result<Vec<OsString>, FileError> {
            Ok(Vec::new())
        }

        fn lock(&self, _path: &Path, _wait: Duration) -> Result<Box<dyn FileLock>, FileError> {
            Ok(Box::new(Nothing))
        }
    }

    struct Nothing;

    impl FileLock for Nothing {}

    struct Page(Shelf, PathBuf);

    impl NewFile for Page {
        fn write_all(&mut self, bytes: &[u8]) -> Result<(), FileError> {
            self.0.put(&self.1, bytes.to_vec());
            Ok(())
        }

        fn sync(&mut self) -> Result<(), FileError> {
            Ok(())
        }
    }

    /// Saves `new` over `old`, which had an older schema.
    fn save_migrated(shelf: &Shelf, old: &[u8], new: &[u8]) {
        let mut world = world(NOW, Arc::new(Ring::default()));
        world.files = Arc::new(shelf.clone());
        let cost = KdfParams { memory_kib: 8 * 1024, passes: 1, lanes: 1 };
        let passphrase = Passphrase::parse("correct horse battery staple").unwrap();
        let vault = OpenVault::create(&passphrase, cost, NOW, &*world.entropy).unwrap();
        let mark = Mark { generation: 1, digest: sha256(new) };
        let to_disk = ToDisk {
            file: VaultFile::place(shelf, Path::new(VAULT)).unwrap(),
            onto: Onto::Known { digest: sha256(old), migrated_from: Some(1) },
            bytes: new.to_vec(),
            mark: SealedMark::seal(&world, &vault, mark).unwrap(),
        };
        SaveJob { generation: 1, digest: sha256(new), to_disk: Some(to_disk) }.run(&world).unwrap();
    }

    #[test]
    fn the_last_state_of_an_older_schema_is_kept_for_good_before_the_first_write() {
        let shelf = Shelf::default();
        shelf.put(Path::new(VAULT), b"schema 1".to_vec());
        save_migrated(&shelf, b"schema 1", b"schema 2");
        let kept = PathBuf::from(format!("{VAULT}.before-v1"));
        assert_eq!(shelf.read(&kept, 99).unwrap(), b"schema 1");
        assert_eq!(shelf.read(Path::new(VAULT), 99).unwrap(), b"schema 2");

        shelf.put(Path::new(VAULT), b"schema 1, put back later".to_vec());
        save_migrated(&shelf, b"schema 1, put back later", b"schema 2 again");
        assert_eq!(shelf.read(&kept, 99).unwrap(), b"schema 1", "the first one stays");
    }

    #[test]
    fn a_receipt_tells_each_thing_that_did_not_go_well_once() {
        let well =
            SaveReceipt { generation: 2, digest: [0; 32], is_confirmed: true, is_previous_kept: true, is_marked: true };
        let told = |receipt: SaveReceipt| -> Vec<_> { receipt.remarks().iter().map(|text| text.id).collect() };
        assert!(told(well).is_empty());
        let unsure = SaveReceipt { is_confirmed: false, is_marked: false, ..well };
        assert_eq!(told(unsure), ["remark-not-confirmed"]);
        let alone = SaveReceipt { is_previous_kept: false, is_marked: false, ..well };
        assert_eq!(told(alone), ["remark-previous-not-kept", "remark-not-marked"]);
    }
}
