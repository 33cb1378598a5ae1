//! Changing the settings file: read, one line changed, written beside, put in its place. A broken file is left alone.

use std::path::{Path, PathBuf};

use crate::chance::draw;
use crate::config::{Complaint, LARGEST_FILE, Setting, Value, template, with};
use crate::ops::World;
use crate::ops::state_file::{no_chance, write_and_sync};
use crate::ops::vault_file::folder_of;
use crate::ports::{FileError, FileErrorKind};
use crate::text::{Explain, Text};

/// Why a setting was not written. The file is then as it was before.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NotSettled {
    /// The file is not one that can be changed without losing what stands in it.
    #[error("the settings file is broken")]
    Broken(Complaint),
    /// The file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

impl Explain for NotSettled {
    fn what(&self) -> Text {
        match self {
            Self::Broken(complaint) => complaint.what(),
            Self::File(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Broken(complaint) => complaint.fix(),
            Self::File(error) => error.fix(),
        }
    }
}

/// Changes one setting in the file, or takes it out. Where no file is, one is made that names every setting, with what
/// `about` says of it.
///
/// # Errors
/// [`NotSettled`].
pub fn settle(
    world: &World,
    path: &Path,
    (setting, value): (Setting, Option<Value>),
    about: impl Fn(Setting) -> String,
) -> Result<(), NotSettled> {
    // A link is followed, so that a file kept by a dotfile manager is changed where it really lies.
    let path = match world.files.look(path)? {
        Some(_) => world.files.resolve(path)?,
        None => path.to_owned(),
    };
    let text = match world.files.read(&path, LARGEST_FILE) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| NotSettled::Broken(Complaint::NotToml { line: 1 }))?,
        Err(error) if error.kind == FileErrorKind::NotFound => template(about),
        Err(error) => return Err(error.into()),
    };
    let changed = with(&text, setting, value).map_err(NotSettled::Broken)?;
    Ok(put(world, &path, changed.as_bytes())?)
}

/// Puts a file in the place of the one before, in one step.
pub(super) fn put(world: &World, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let (files, folder) = (&*world.files, folder_of(path));
    files.create_folder(folder)?;
    let random = draw::<8>(&*world.entropy).map_err(|_| FileError::new(no_chance(), path))?;
    let temporary = beside(path, random);
    let written = write_and_sync(files, &temporary, bytes).and_then(|()| files.rename(&temporary, path));
    if written.is_err() {
        // The first error is the one to tell of.
        drop(files.remove(&temporary));
    }
    written
}

/// `.<name>.<random>.tmp`
fn beside(path: &Path, random: [u8; 8]) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    folder_of(path).join(format!(".{name}.{:016x}.tmp", u64::from_be_bytes(random)))
}
