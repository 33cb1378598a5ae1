//! An export on the disk: a new file that only its owner may read, whole or not there.

use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use crate::chance::draw;
use crate::formats::LONGEST_FILE;
use crate::formats::WriteError;
use crate::ops::World;
use crate::ops::export::{Bytes, ExportError};
use crate::ops::import::OURS;
use crate::ports::{FileError, FileErrorKind};

/// The names of so many files that belong together: the path itself for one, numbered before the ending for several.
#[must_use]
pub fn names(path: &Path, count: usize) -> Vec<PathBuf> {
    if count == 1 {
        return vec![path.to_owned()];
    }
    let name = |number: usize| {
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push(format!("-{number}-of-{count}"));
        if let Some(ending) = path.extension() {
            name.push(".");
            name.push(ending);
        }
        path.with_file_name(name)
    };
    (1..=count).map(name).collect()
}

/// Writes files that belong together and reads them back: all of them or, where one cannot be written, none. Returns
/// what they are called. One that is there already is replaced only with `force`, and a file of this program not even
/// then: a slip of the keyboard would put plain text in the place of the vault.
///
/// # Errors
/// [`ExportError::File`], with [`FileErrorKind::Exists`] when something is there; [`ExportError::ReadBack`].
pub fn write_files(world: &World, path: &Path, files: &[Bytes], force: bool) -> Result<Vec<PathBuf>, ExportError> {
    let names = names(path, files.len());
    for name in &names {
        refuse_what_is_there(world, name, force)?;
    }
    for (done, (name, bytes)) in names.iter().zip(files).enumerate() {
        if let Err(error) = write_file(world, name, bytes, force) {
            // A part of a transfer would be taken for all of it. What cannot be removed is named by nobody.
            for written in names.iter().take(done) {
                let _ = world.files.remove(written);
            }
            return Err(error);
        }
    }
    Ok(names)
}

/// Writes one of them.
fn write_file(world: &World, path: &Path, bytes: &[u8], force: bool) -> Result<(), ExportError> {
    // The person knows the file by the name that was typed, and not our draft of it. Where nothing is, it is the folder.
    write(world, path, bytes, force).map_err(|error| match error {
        ExportError::File(FileError { kind: FileErrorKind::NotFound, .. }) => {
            FileError::new(FileErrorKind::NotFound, folder(path).unwrap_or(path)).into()
        }
        ExportError::File(FileError { kind, .. }) => FileError::new(kind, path).into(),
        other => other,
    })
}

fn write(world: &World, path: &Path, bytes: &[u8], force: bool) -> Result<(), ExportError> {
    refuse_what_is_there(world, path, force)?;
    let draft = beside(world, path)?;
    let outcome = fill(world, &draft, bytes).and_then(|()| put(world, &draft, path, force));
    if outcome.is_err() {
        // The error that led here is the one to report; what cannot be removed is only a draft.
        let _ = world.files.remove(&draft);
    }
    outcome?;
    if let Some(folder) = folder(path) {
        world.files.sync_folder(folder)?;
    }
    let written = zeroize::Zeroizing::new(world.files.read(path, LONGEST_FILE)?);
    if written.as_slice() == bytes { Ok(()) } else { Err(ExportError::ReadBack) }
}

fn refuse_what_is_there(world: &World, path: &Path, force: bool) -> Result<(), FileError> {
    let is_in_the_way = world.files.look(path)?.is_some() && (!force || is_ours(world, path));
    if is_in_the_way { Err(FileError::new(FileErrorKind::Exists, path)) } else { Ok(()) }
}

/// Whether a vault, or another file of this program, lies there.
fn is_ours(world: &World, path: &Path) -> bool {
    world.files.read(path, LONGEST_FILE).is_ok_and(|bytes| bytes.starts_with(OURS))
}

/// A name in the same folder that nobody has.
fn beside(world: &World, path: &Path) -> Result<PathBuf, ExportError> {
    let chance: [u8; 4] = draw(&*world.entropy).map_err(WriteError::NoEntropy)?;
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.new", HEXLOWER.encode(&chance)));
    Ok(path.with_file_name(name))
}

fn fill(world: &World, draft: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut file = world.files.create_new(draft)?;
    file.write_all(bytes)?;
    file.sync()
}

/// Without `force` nothing is replaced even if it came since it was looked for.
fn put(world: &World, draft: &Path, path: &Path, force: bool) -> Result<(), FileError> {
    if force { world.files.rename(draft, path) } else { world.files.rename_new(draft, path) }
}

/// The folder of a path; the present one where the path is a bare name.
fn folder(path: &Path) -> Option<&Path> {
    let parent = path.parent()?;
    Some(if parent.as_os_str().is_empty() { Path::new(".") } else { parent })
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::names;

    #[test]
    fn several_files_are_numbered_before_their_ending() {
        assert_eq!(names(Path::new("/a/codes.png"), 1), [PathBuf::from("/a/codes.png")]);
        let two = ["/a/codes-1-of-2.png", "/a/codes-2-of-2.png"].map(PathBuf::from);
        assert_eq!(names(Path::new("/a/codes.png"), 2), two);
        assert_eq!(names(Path::new("codes"), 2), ["codes-1-of-2", "codes-2-of-2"].map(PathBuf::from));
    }
}
