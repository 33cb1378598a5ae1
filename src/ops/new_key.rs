//! Where a new key comes from, besides the keyboard: a picture file, the clipboard, the screen.

use std::path::Path;

use zeroize::Zeroizing;

use crate::ops::World;
use crate::ops::at_home::at_home;
use crate::ops::import::{ImportError, paths};
use crate::ports::{ClipboardError, LookKind};
use crate::signin::KeySource;

/// The largest picture that is read, in bytes.
const LARGEST_PICTURE: u64 = 32 * 1024 * 1024;

/// The texts that the source gives: those of the QR codes in a picture, or what was copied as text.
///
/// # Errors
/// [`ImportError`].
pub fn read(world: &World, source: &KeySource) -> Result<Vec<Zeroizing<String>>, ImportError> {
    match source {
        KeySource::Clipboard => clipboard(world),
        KeySource::Picture(path) => picture(world, path),
        KeySource::Screen => Ok(world.scanner.scan_screen()?),
    }
}

fn clipboard(world: &World) -> Result<Vec<Zeroizing<String>>, ImportError> {
    match world.clipboard.text() {
        Ok(text) if paths::is_paths(&text) => picture(world, Path::new(text.trim())),
        Ok(text) => Ok(vec![text]),
        Err(ClipboardError::NotText) => Ok(world.scanner.scan_pixels(&world.clipboard.picture()?)?),
        Err(error) => Err(error.into()),
    }
}

fn picture(world: &World, path: &Path) -> Result<Vec<Zeroizing<String>>, ImportError> {
    let path = world.files.resolve(&at_home(world, path))?;
    if world.files.look(&path)?.is_some_and(|look| look.kind == LookKind::Folder) {
        return Err(ImportError::Folder(path));
    }
    Ok(world.scanner.scan_picture(&world.files.read(&path, LARGEST_PICTURE)?)?)
}
