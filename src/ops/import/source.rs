//! Where an import comes from: files by path, a pasted text, the clipboard, the screen.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::formats::{FormatError, LONGEST_FILE, Parsed};
use crate::ops::World;
use crate::ops::at_home::at_home;
use crate::ops::import::{ImportError, paths, read_bytes, read_codes, read_text};
use crate::ports::{ClipboardError, FileError, FileErrorKind, LookKind};
use crate::text::clean;

/// The most names of a folder that are looked at, so that a huge one is still listed at once.
const MOST_NAMES: usize = 2000;

/// Where to read from.
#[derive(Debug)]
pub enum Source {
    /// What was copied: a picture, a path, or the content itself.
    Clipboard,
    /// The paths of this line, see [`paths::split`].
    Paths(String),
    /// The QR codes on the screen.
    Screen,
    /// The content itself.
    Text(Zeroizing<String>),
}

/// Something that was read.
#[derive(Debug)]
pub struct Found {
    /// What the file is called; empty for what has no name.
    pub name: String,
    /// Its content, or what waits for its password.
    pub parsed: Parsed,
}

/// A name in a folder.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// The name.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
}

/// Reads everything that the source names, or nothing.
///
/// # Errors
/// [`ImportError`]; that of one of several files names it.
pub fn gather(world: &World, source: &Source) -> Result<Vec<Found>, ImportError> {
    match source {
        Source::Clipboard => clipboard(world),
        Source::Paths(line) => files(world, line),
        Source::Screen => {
            let codes = world.scanner.scan_screen()?;
            Ok(vec![Found { name: String::new(), parsed: Parsed::Plain(read_codes(&codes)?) }])
        }
        Source::Text(text) => nameless(read_text(text)?),
    }
}

/// Reads a file of another app, a picture of QR codes included. `format` is a format's id where the person named one;
/// otherwise content decides. The last link of the path is followed, since a person named it.
///
/// # Errors
/// [`ImportError`].
pub fn read_file(world: &World, path: &Path, format: Option<&str>) -> Result<Parsed, ImportError> {
    let resolved = world.files.resolve(path)?;
    if world.files.look(&resolved)?.is_some_and(|look| look.kind == LookKind::Folder) {
        return Err(ImportError::Folder(path.to_owned()));
    }
    let bytes = world.files.read(&resolved, LONGEST_FILE)?;
    read_bytes(bytes, path.file_name().and_then(|name| name.to_str()), format)
}

/// Reads a key file, by its path as it was typed.
///
/// # Errors
/// [`ImportError`].
pub fn read_key_file(world: &World, path: &str) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    let whole = at_home(world, path.trim());
    let is_there = world.files.look(&whole).is_ok_and(|look| look.is_some());
    let quoted = || paths::split(path).first().map(|path| at_home(world, path));
    let path = if is_there { whole } else { quoted().unwrap_or(whole) };
    let resolved = world.files.resolve(&path)?;
    if world.files.look(&resolved)?.is_some_and(|look| look.kind == LookKind::Folder) {
        return Err(ImportError::Folder(path));
    }
    Ok(Zeroizing::new(world.files.read(&resolved, LONGEST_FILE)?))
}

/// Gives a key file to those of the files that can need one.
///
/// # Errors
/// [`FormatError::NoKeyFile`] where there is no such file, or what is wrong with the key file.
pub fn give_key_file(found: &mut [Found], content: &[u8]) -> Result<(), FormatError> {
    let mut is_of_use = false;
    for found in found {
        if let Parsed::Locked(file) = &mut found.parsed
            && file.takes_key_file()
        {
            file.set_key_file(content)?;
            is_of_use = true;
        }
    }
    if is_of_use { Ok(()) } else { Err(FormatError::NoKeyFile) }
}

/// The folders and files in a folder, in order of their names. `folder` is as it was typed: empty for the one that the
/// program was started in, `~` for the person's own. Names that a screen cannot show as they are are left out.
///
/// # Errors
/// [`FileError`].
pub fn list_folder(world: &World, folder: &str) -> Result<Vec<Entry>, FileError> {
    let path = if folder.is_empty() { PathBuf::from(".") } else { at_home(world, folder) };
    let mut names: Vec<String> = world
        .files
        .list(&path)?
        .into_iter()
        .filter_map(|name| name.into_string().ok())
        .filter(|name| is_fit(name))
        .collect();
    names.sort_by_cached_key(|name| (name.to_lowercase(), name.clone()));
    names.truncate(MOST_NAMES);
    Ok(names.into_iter().filter_map(|name| entry(world, &path, name)).collect())
}

fn is_fit(name: &str) -> bool {
    clean(name).removed == 0 && !name.contains(char::is_control)
}

fn entry(world: &World, folder: &Path, name: String) -> Option<Entry> {
    let path = folder.join(&name);
    let kind = |path: &Path| world.files.look(path).ok().flatten().map(|look| look.kind);
    let kind = match kind(&path)? {
        LookKind::Link => kind(&world.files.resolve(&path).ok()?)?,
        other => other,
    };
    matches!(kind, LookKind::File | LookKind::Folder).then_some(Entry { name, is_folder: kind == LookKind::Folder })
}

fn files(world: &World, line: &str) -> Result<Vec<Found>, ImportError> {
    let whole = at_home(world, line.trim());
    // A path with blanks that nobody put in quotes is one path, if it is there.
    let is_one = world.files.look(&whole).is_ok_and(|look| look.is_some());
    let all = if is_one { vec![whole] } else { paths::split(line).iter().map(|path| at_home(world, path)).collect() };
    let is_alone = all.len() < 2;
    let read = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match read_file(world, path, None) {
            Ok(parsed) => Ok(Found { name, parsed }),
            Err(error) if is_alone => Err(error),
            Err(error) => Err(ImportError::In(name, Box::new(error))),
        }
    };
    match all.is_empty() {
        true => Err(FileError::new(FileErrorKind::NotFound, Path::new(line)).into()),
        false => all.iter().map(read).collect(),
    }
}

fn clipboard(world: &World) -> Result<Vec<Found>, ImportError> {
    match world.clipboard.text() {
        Ok(text) if paths::is_paths(&text) => files(world, &paths::as_line(&text)),
        Ok(text) => nameless(read_text(&text)?),
        Err(ClipboardError::NotText) => {
            let picture = world.clipboard.picture()?;
            let codes = world.scanner.scan_pixels(&picture)?;
            nameless(Parsed::Plain(read_codes(&codes)?))
        }
        Err(error) => Err(error.into()),
    }
}

fn nameless(parsed: Parsed) -> Result<Vec<Found>, ImportError> {
    Ok(vec![Found { name: String::new(), parsed }])
}
