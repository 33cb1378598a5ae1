//! Files as the system has them: nothing is followed, replaced or left readable to others by accident.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::edge::clock::moment_of;
use crate::edge::os;
use crate::ports::{FileError, FileErrorKind, FileLock, Files, Look, LookKind, NewFile};

/// How long to rest between two tries for a lock: the system's own wait for a lock knows no deadline.
const LOCK_PAUSE: Duration = Duration::from_millis(20);

/// The file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemFiles;

impl Files for SystemFiles {
    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
        let file = os::open_for_reading(path).map_err(|error| file_error(&error, path))?;
        let facts = file.metadata().map_err(|error| file_error(&error, path))?;
        if !facts.is_file() {
            return Err(FileError::new(FileErrorKind::NotRegular, path));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(facts.len().min(most)).unwrap_or(0));
        // One byte more than allowed tells a file that grows while it is read from one that fits.
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| file_error(&error, path))?;
        if u64::try_from(bytes.len()).is_ok_and(|length| length <= most) {
            Ok(bytes)
        } else {
            Err(FileError::new(FileErrorKind::TooLarge, path))
        }
    }

    fn read_start(&self, path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
        let file = os::open_for_reading(path).map_err(|error| file_error(&error, path))?;
        if !file.metadata().map_err(|error| file_error(&error, path))?.is_file() {
            return Err(FileError::new(FileErrorKind::NotRegular, path));
        }
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes).map_err(|error| file_error(&error, path))?;
        Ok(bytes)
    }

    fn look(&self, path: &Path) -> Result<Option<Look>, FileError> {
        match fs::symlink_metadata(path) {
            Ok(facts) => Ok(Some(look_of(&facts))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(file_error(&error, path)),
        }
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf, FileError> {
        fs::canonicalize(path).map_err(|error| file_error(&error, path))
    }

    fn create_new(&self, path: &Path) -> Result<Box<dyn NewFile>, FileError> {
        let mut how = OpenOptions::new();
        how.write(true).create_new(true);
        os::for_owner_only(&mut how);
        let file = how.open(path).map_err(|error| file_error(&error, path))?;
        Ok(Box::new(Growing { file, path: path.to_owned() }))
    }

    fn create_folder(&self, path: &Path) -> Result<(), FileError> {
        if path.is_dir() {
            return Ok(());
        }
        let parent = parent_of(path);
        self.create_folder(parent)?;
        match os::folder_builder().create(path) {
            // Somebody else was faster: what is there is a folder, or the next step will say what it is.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(file_error(&error, path)),
            Ok(()) => self.sync_folder(parent),
        }
    }

    fn link(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        fs::hard_link(from, to).map_err(|error| match error.kind() {
            // FAT answers EPERM, SMB and FUSE ENOTSUP or ENOSYS, a file with too many names EMLINK.
            ErrorKind::PermissionDenied | ErrorKind::Unsupported | ErrorKind::TooManyLinks => {
                FileError::new(FileErrorKind::Unsupported, to)
            }
            _ => file_error(&error, to),
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        fs::rename(from, to).map_err(|error| file_error(&error, to))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        match os::rename_without_replacing(from, to) {
            Err(error) if error.kind() == ErrorKind::Unsupported || error.kind() == ErrorKind::InvalidInput => {
                self.link(from, to)?;
                self.remove(from)
            }
            other => other.map_err(|error| file_error(&error, to)),
        }
    }

    fn remove(&self, path: &Path) -> Result<(), FileError> {
        fs::remove_file(path).map_err(|error| file_error(&error, path))
    }

    fn room(&self, path: &Path) -> Option<u64> {
        // A folder that is not there yet has the room of the one that it will be in.
        path.ancestors().find_map(os::room)
    }

    fn sync_folder(&self, path: &Path) -> Result<(), FileError> {
        os::sync_folder(path).map_err(|error| file_error(&error, path))
    }

    fn list(&self, path: &Path) -> Result<Vec<OsString>, FileError> {
        let entries = fs::read_dir(path).map_err(|error| file_error(&error, path))?;
        entries.map(|entry| entry.map(|entry| entry.file_name()).map_err(|error| file_error(&error, path))).collect()
    }

    fn lock(&self, path: &Path, wait: Duration) -> Result<Box<dyn FileLock>, FileError> {
        let file = os::open_lock(path).map_err(|error| file_error(&error, path))?;
        let started = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Box::new(Held(file))),
                Err(TryLockError::WouldBlock) if started.elapsed() < wait => thread::sleep(LOCK_PAUSE),
                Err(TryLockError::WouldBlock) => return Err(FileError::new(FileErrorKind::Locked, path)),
                Err(TryLockError::Error(error)) => return Err(file_error(&error, path)),
            }
        }
    }
}

/// A file that is being written.
struct Growing {
    file: File,
    path: PathBuf,
}

impl NewFile for Growing {
    fn write_all(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        self.file.write_all(bytes).map_err(|error| file_error(&error, &self.path))
    }

    /// `fsync`; on macOS the standard library asks for `F_FULLFSYNC`, which also empties the disk's own cache.
    fn sync(&mut self) -> Result<(), FileError> {
        self.file.sync_all().map_err(|error| file_error(&error, &self.path))
    }
}

/// Closing the file lets the lock go; so does the end of the process, however it ends.
struct Held(#[expect(dead_code, reason = "held for its lock")] File);

impl FileLock for Held {}

fn look_of(facts: &fs::Metadata) -> Look {
    let kind = match facts.file_type() {
        kind if kind.is_file() => LookKind::File,
        kind if kind.is_dir() => LookKind::Folder,
        kind if kind.is_symlink() => LookKind::Link,
        _ => LookKind::Other,
    };
    let owner = os::ownership(facts);
    Look {
        kind,
        length: facts.len(),
        modified: facts.modified().ok().map(moment_of),
        is_ours: owner.is_ours,
        is_open_to_others: owner.is_open_to_others,
        others_may_replace: owner.others_may_replace,
        links: owner.links,
    }
}

/// Whether the group or everybody may write a file.
#[must_use]
pub fn others_may_write(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|facts| os::others_may_write(&facts))
}

/// The folder a path lies in; the current one for a bare name.
fn parent_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) => Path::new("."),
        None => path,
    }
}

fn file_error(error: &io::Error, path: &Path) -> FileError {
    let kind = match error.kind() {
        ErrorKind::AlreadyExists => FileErrorKind::Exists,
        ErrorKind::FileTooLarge => FileErrorKind::Limited,
        // A link as the last component, where none is followed, is a loop to the system.
        ErrorKind::IsADirectory => FileErrorKind::NotRegular,
        _ if os::is_link_refusal(error) => FileErrorKind::NotRegular,
        ErrorKind::NotADirectory => FileErrorKind::NotAFolder,
        ErrorKind::NotFound => FileErrorKind::NotFound,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => FileErrorKind::Denied,
        ErrorKind::QuotaExceeded | ErrorKind::StorageFull => FileErrorKind::Full,
        ErrorKind::Unsupported => FileErrorKind::Unsupported,
        _ => FileErrorKind::Other(error.to_string()),
    };
    FileError::new(kind, path)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;
    use std::time::Duration;

    use super::SystemFiles;
    use crate::ports::{FileErrorKind, Files, LookKind};

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn a_file_of_just_the_size_is_read_and_one_byte_more_is_refused() {
        let folder = folder();
        let path = folder.path().join("file");
        fs::write(&path, [7; 100]).unwrap();
        assert_eq!(SystemFiles.read(&path, 100).unwrap().len(), 100);
        assert_eq!(SystemFiles.read(&path, 99).unwrap_err().kind, FileErrorKind::TooLarge);
    }

    #[test]
    fn a_link_as_the_last_component_is_neither_read_nor_written_nor_locked() {
        let folder = folder();
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        fs::write(&target, "theirs").unwrap();
        symlink(&target, &link).unwrap();
        assert_eq!(SystemFiles.read(&link, 99).unwrap_err().kind, FileErrorKind::NotRegular);
        assert_eq!(SystemFiles.create_new(&link).err().unwrap().kind, FileErrorKind::Exists);
        assert_eq!(SystemFiles.lock(&link, Duration::ZERO).err().unwrap().kind, FileErrorKind::NotRegular);
        assert_eq!(SystemFiles.look(&link).unwrap().unwrap().kind, LookKind::Link);
        assert_eq!(fs::read(&target).unwrap(), b"theirs");
    }

    #[test]
    fn what_is_no_regular_file_is_not_read() {
        let folder = folder();
        for path in [folder.path(), Path::new("/dev/null"), Path::new("/dev/zero")] {
            assert_eq!(SystemFiles.read(path, 99).unwrap_err().kind, FileErrorKind::NotRegular, "{}", path.display());
        }
    }

    #[test]
    fn what_is_there_is_not_replaced_by_creating_linking_or_renaming_new() {
        let folder = folder();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, "new").unwrap();
        fs::write(&to, "old").unwrap();
        assert_eq!(SystemFiles.create_new(&to).err().unwrap().kind, FileErrorKind::Exists);
        assert_eq!(SystemFiles.link(&from, &to).unwrap_err().kind, FileErrorKind::Exists);
        assert_eq!(SystemFiles.rename_new(&from, &to).unwrap_err().kind, FileErrorKind::Exists);
        assert_eq!((fs::read(&from).unwrap(), fs::read(&to).unwrap()), (b"new".to_vec(), b"old".to_vec()));

        SystemFiles.rename_new(&from, &folder.path().join("free")).unwrap();
        assert!(!from.exists());
    }

    #[test]
    fn folders_are_made_with_their_parents_and_are_fine_when_they_are_there() {
        let folder = folder();
        let deep = folder.path().join("a/b/c");
        SystemFiles.create_folder(&deep).unwrap();
        SystemFiles.create_folder(&deep).unwrap();
        assert_eq!(SystemFiles.look(&deep).unwrap().unwrap().kind, LookKind::Folder);
        fs::write(deep.join("file"), "").unwrap();
        assert_eq!(SystemFiles.list(&deep).unwrap(), ["file"]);
        assert_eq!(SystemFiles.create_folder(&deep.join("file/d")).unwrap_err().kind, FileErrorKind::NotAFolder);
    }

    #[test]
    fn nothing_there_is_an_answer_and_not_an_error() {
        assert_eq!(SystemFiles.look(Path::new("/nonexistent/file")), Ok(None));
        assert_eq!(SystemFiles.read(Path::new("/nonexistent/file"), 1).unwrap_err().kind, FileErrorKind::NotFound);
    }
}
