//! Signing out: the vault and what lies beside it get another name in the same folder, and back. Nothing is deleted.
//!
//! Each file gets its new name before it loses the old one, and the folder is synced between: a stop at any moment
//! leaves the vault under at least one of the two.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::moment::Moment;
use crate::ops::save::write_beside;
use crate::ops::vault_file::{MOST_BYTES, VaultFile, folder_of};
use crate::ops::{SaveError, World};
use crate::ports::{FileError, FileErrorKind, Files, Look, LookKind};
use crate::text::{Explain, Text};

/// What the name of a vault that was signed out of has behind the vault's own.
const ASIDE: &str = ".signed-out-";

/// How long another program may hold the vault's lock: one save.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many vaults may be signed out of within one second.
const MOST_IN_A_SECOND: usize = 100;

/// What was moved, and whether the disk confirmed it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Moved {
    /// Where the vault lay before.
    pub from: PathBuf,
    /// Where it lies now.
    pub to: PathBuf,
    /// What lay beside it and went along: the state before the last save, files of older versions, conflicts.
    pub along: Vec<PathBuf>,
    /// What lay beside it and could not go along; it is still where it was.
    pub left: Vec<PathBuf>,
    /// Whether the disk confirmed that the new names last.
    pub is_confirmed: bool,
}

impl Moved {
    /// What did not go as it should, although the vault has its new place.
    #[must_use]
    pub fn remarks(&self) -> Vec<Text> {
        let left = self.left.iter().map(|path| Text::new("remark-sign-out-left").word("path", shown(path)));
        let unsure = (!self.is_confirmed).then(|| Text::new("remark-not-confirmed"));
        left.chain(unsure).collect()
    }
}

/// A vault that was signed out of.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Aside {
    /// Where it lies.
    pub path: PathBuf,
    /// Since when, as its name says: `20261122T123456Z`.
    pub stamp: String,
}

impl Aside {
    /// Since when, as a person reads it: `2026-11-22 12:34`, UTC.
    #[must_use]
    pub fn since(&self) -> String {
        let part = |from: usize, to: usize| self.stamp.get(from..to).unwrap_or_default();
        format!("{}-{}-{} {}:{}", part(0, 4), part(4, 6), part(6, 8), part(9, 11), part(11, 13))
    }
}

/// Why nobody was signed out or in again. The vault is where it was.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SignOutError {
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// No vault was signed out of here.
    #[error("nothing aside")]
    NothingAside,
    /// There is no vault to sign out of.
    #[error("no vault")]
    NoVault,
    /// There is a vault at the place where the other one is to come back.
    #[error("occupied")]
    Occupied,
    /// A copy, where the file system knows no second names, was not written.
    #[error(transparent)]
    NotCopied(#[from] SaveError),
}

impl Explain for SignOutError {
    fn what(&self) -> Text {
        match self {
            Self::File(error) => error.what(),
            Self::NotCopied(error) => error.what(),
            Self::NothingAside => Text::new("err-sign-out-nothing-aside"),
            Self::NoVault => Text::new("err-sign-out-no-vault"),
            Self::Occupied => Text::new("err-sign-out-occupied"),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::File(error) => error.fix(),
            Self::NotCopied(error) => error.fix(),
            Self::NothingAside => Some(Text::new("fix-sign-out-nothing-aside")),
            Self::NoVault => Some(Text::new("fix-sign-out-no-vault")),
            Self::Occupied => Some(Text::new("fix-sign-out-occupied")),
        }
    }
}

/// Moves the vault aside, whole. What this computer remembers of it (its rollback mark, its key in the key store) stays
/// for the day it comes back.
///
/// # Errors
/// [`SignOutError`].
pub fn sign_out(world: &World) -> Result<Moved, SignOutError> {
    let files = &*world.files;
    match files.look(&world.vault)? {
        None => return Err(SignOutError::NoVault),
        // The vault itself lies elsewhere and stays there; only the name that leads to it goes aside.
        Some(look) if look.kind == LookKind::Link => return move_link(world),
        Some(_) => {}
    }
    let Some((file, _)) = VaultFile::find(files, &world.vault)? else { return Err(SignOutError::NoVault) };
    let _held = files.lock(&file.lock(), PATIENCE)?;
    let to = name_for(world, file.path())?;
    carry(world, &file, file.path().to_owned(), to)
}

/// Brings a vault back that was signed out of: this one, or the one that was signed out of last.
///
/// # Errors
/// [`SignOutError`]; [`SignOutError::Occupied`] where there is a vault, which is never replaced.
pub fn sign_in_again(world: &World, aside: Option<&Path>) -> Result<Moved, SignOutError> {
    let files = &*world.files;
    let from = match aside {
        Some(path) => path.to_owned(),
        None => signed_out(world)?.into_iter().next().ok_or(SignOutError::NothingAside)?.path,
    };
    let file = VaultFile::place(files, &world.vault)?;
    let _held = files.lock(&file.lock(), PATIENCE)?;
    match files.look(&from)? {
        None => Err(SignOutError::NothingAside),
        Some(_) if is_another(files, &from, file.path())? => Err(SignOutError::Occupied),
        Some(look) if look.kind == LookKind::Link => renamed(files, &from, file.path()),
        Some(_) => carry(world, &file, from, file.path().to_owned()),
    }
}

/// The vaults that were signed out of here, the last one first.
///
/// # Errors
/// [`FileError`] when the folder cannot be read.
pub fn signed_out(world: &World) -> Result<Vec<Aside>, FileError> {
    let files = &*world.files;
    if files.look(folder_of(&world.vault))?.is_none() {
        return Ok(Vec::new());
    }
    let folder = files.resolve(folder_of(&world.vault))?;
    let start = start_of(&world.vault);
    let mut asides: Vec<Aside> = files
        .list(&folder)?
        .iter()
        .filter_map(|name| {
            let stamp = stamp_in(name, &start)?;
            Some(Aside { path: folder.join(name), stamp })
        })
        .collect();
    asides.sort_by(|one, other| other.stamp.cmp(&one.stamp));
    Ok(asides)
}

/// `<name>.signed-out-`.
fn start_of(vault: &Path) -> Vec<u8> {
    let mut start = vault.file_name().unwrap_or_default().as_encoded_bytes().to_vec();
    start.extend_from_slice(ASIDE.as_bytes());
    start
}

/// The stamp of a name that is a vault's and not that of a file beside one.
fn stamp_in(name: &OsStr, start: &[u8]) -> Option<String> {
    let stamp = std::str::from_utf8(name.as_encoded_bytes().strip_prefix(start)?).ok()?;
    let (moment, number) = stamp.split_at_checked(16)?;
    let is_moment = moment.bytes().enumerate().all(|(at, byte)| match at {
        8 => byte == b'T',
        15 => byte == b'Z',
        _ => byte.is_ascii_digit(),
    });
    let is_numbered = number.strip_prefix('-').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    (is_moment && (number.is_empty() || is_numbered)).then(|| stamp.to_owned())
}

/// A name for the vault to have aside. A sign-out that was interrupted is gone on with under its own.
fn name_for(world: &World, vault: &Path) -> Result<PathBuf, FileError> {
    for aside in signed_out(world)? {
        if !is_another(&*world.files, vault, &aside.path)? {
            return Ok(aside.path);
        }
    }
    free_name(&*world.files, vault, world.clock.now())
}

fn free_name(files: &dyn Files, vault: &Path, now: Moment) -> Result<PathBuf, FileError> {
    let at = now.calendar();
    let stamp = format!("{:04}{:02}{:02}T{:02}{:02}{:02}Z", at.year, at.month, at.day, at.hour, at.minute, at.second);
    let name = |number: usize| {
        let mut name = vault.as_os_str().to_owned();
        name.push(format!("{ASIDE}{stamp}"));
        if number > 1 {
            name.push(format!("-{number}"));
        }
        PathBuf::from(name)
    };
    for number in 1..MOST_IN_A_SECOND {
        let name = name(number);
        if files.look(&name)?.is_none() {
            return Ok(name);
        }
    }
    Err(FileError::new(FileErrorKind::Exists, &name(1)))
}

/// Whether something else than what lies at `from` lies at `to`.
fn is_another(files: &dyn Files, from: &Path, to: &Path) -> Result<bool, FileError> {
    let is_file = |look: &Look| look.kind == LookKind::File;
    match (files.look(from)?, files.look(to)?) {
        (_, None) => Ok(false),
        (Some(one), Some(other)) if is_file(&one) && is_file(&other) => {
            Ok(files.read(from, MOST_BYTES)? != files.read(to, MOST_BYTES)?)
        }
        _ => Ok(true),
    }
}

fn move_link(world: &World) -> Result<Moved, SignOutError> {
    let to = free_name(&*world.files, &world.vault, world.clock.now())?;
    renamed(&*world.files, &world.vault, &to)
}

fn renamed(files: &dyn Files, from: &Path, to: &Path) -> Result<Moved, SignOutError> {
    files.rename_new(from, to)?;
    let is_confirmed = files.sync_folder(folder_of(to)).is_ok();
    Ok(Moved { from: from.to_owned(), to: to.to_owned(), along: Vec::new(), left: Vec::new(), is_confirmed })
}

/// Gives the vault and what lies beside it their new names, then takes the old ones.
fn carry(world: &World, file: &VaultFile, from: PathBuf, to: PathBuf) -> Result<Moved, SignOutError> {
    let files = &*world.files;
    let beside = beside(files, &from)?.into_iter().map(|ending| (with(&from, &ending), with(&to, &ending)));
    let (mut pairs, mut left, mut named) = (Vec::new(), Vec::new(), Vec::new());
    let mut given = name_too(world, file, &from, &to).map(|is_new| named.extend(is_new.then(|| to.clone())));
    for (old, new) in beside {
        match given.is_ok().then(|| name_too(world, file, &old, &new)) {
            None => {}
            // Another file of that name is somebody's too; what lies beside a vault is not worth refusing the vault.
            Some(Err(SignOutError::Occupied)) => left.push(old),
            Some(Err(error)) => given = Err(error),
            Some(Ok(is_new)) => {
                named.extend(is_new.then(|| new.clone()));
                pairs.push((old, new));
            }
        }
    }
    let given = given.and_then(|()| Ok(files.sync_folder(folder_of(&to))?));
    if let Err(error) = given {
        // The old names are all there; a second one left behind harms nothing.
        named.iter().for_each(|path| drop(files.remove(path)));
        return Err(error);
    }
    let mut moved = Moved { from, to, along: Vec::new(), left, is_confirmed: false };
    if let Err(error) = unname(files, &moved.from) {
        named.iter().for_each(|path| drop(files.remove(path)));
        return Err(error.into());
    }
    for (old, new) in pairs {
        match unname(files, &old) {
            Ok(()) => moved.along.push(new),
            Err(_) => moved.left.push(old),
        }
    }
    moved.is_confirmed = files.sync_folder(folder_of(&moved.to)).is_ok();
    Ok(moved)
}

/// The endings of what lies beside a vault and belongs to it. The lock does not: whoever waits for it, waits there.
fn beside(files: &dyn Files, vault: &Path) -> Result<Vec<String>, FileError> {
    let name = vault.file_name().unwrap_or_default().as_encoded_bytes().to_vec();
    let ending = |other: &OsStr| {
        let rest = std::str::from_utf8(other.as_encoded_bytes().strip_prefix(name.as_slice())?).ok()?;
        let is_ours = rest == ".prev" || rest.starts_with(".before-v") || rest.starts_with(".conflict-");
        is_ours.then(|| rest.to_owned())
    };
    let mut endings: Vec<String> = files.list(folder_of(vault))?.iter().filter_map(|name| ending(name)).collect();
    endings.sort();
    Ok(endings)
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Gives a file a second name; where the file system knows none, a copy. Returns whether it is new: one that is there
/// already with the same content was made before an interruption.
fn name_too(world: &World, file: &VaultFile, from: &Path, to: &Path) -> Result<bool, SignOutError> {
    let files = &*world.files;
    if files.look(to)?.is_some() {
        return if is_another(files, from, to)? { Err(SignOutError::Occupied) } else { Ok(false) };
    }
    match files.link(from, to) {
        Ok(()) => Ok(true),
        Err(FileError { kind: FileErrorKind::Unsupported, .. }) => {
            write_beside(world, file, to, &files.read(from, MOST_BYTES)?)?;
            Ok(true)
        }
        // A network file system may have done it and lost the answer.
        Err(_) if files.look(to)?.is_some() && !is_another(files, from, to)? => Ok(true),
        Err(FileError { kind: FileErrorKind::Exists, .. }) => Err(SignOutError::Occupied),
        Err(error) => Err(error.into()),
    }
}

/// Takes a name away; whether it is gone decides, and not what the system said.
fn unname(files: &dyn Files, path: &Path) -> Result<(), FileError> {
    let Err(error) = files.remove(path) else { return Ok(()) };
    match files.look(path) {
        Ok(None) => Ok(()),
        _ => Err(error),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
