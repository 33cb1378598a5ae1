//! The way back as deeds: look into a place, open a backup, make a vault of it, or put it into the open one.
//!
//! A new vault is sealed before anything is moved, and put in place only where nothing is: a vault that is in the way
//! is moved aside whole first, and comes back where the new one could not be put there.

use std::path::Path;

use crate::backup::{BackupOpener, BackupParseError, DeviceType, PlaceAddress, SealedBackup};
use crate::chance::NoEntropy;
use crate::ops::at_home::at_home;
use crate::ops::backup::{FetchError, connect, fetch, list};
use crate::ops::session::draft;
use crate::ops::sign_out::{SignOutError, sign_in_again, sign_out};
use crate::ops::vault_file::MOST_BYTES;
use crate::ops::{SaveError, Session, World};
use crate::ports::{FileError, FileErrorKind, LookKind, PlaceError, Trip};
use crate::restore::merge::{MergePlan, Merged, merge};
use crate::restore::{Found, Incoming, Key, OpenFailed, Report, Source, Trouble};
use crate::secret::{Passphrase, Secret};
use crate::text::{Explain, Text};
use crate::vault::{KdfParams, Opener, RecoveryWords, SealedVault};

/// How a vault file begins (docs/vault-format.md).
const VAULT_START: &[u8] = b"\x89PLV";

/// What lies at an address: a place with backups, one backup, or a vault. A file that is neither is told before anybody
/// is asked for a password.
///
/// # Errors
/// [`OpenFailed::Place`], [`OpenFailed::Form`].
pub fn look(
    world: &World,
    address: &PlaceAddress,
    secret: Option<&Secret>,
    trip: &Trip<'_>,
) -> Result<Found, OpenFailed> {
    let place_failed = |error: PlaceError| OpenFailed::Place(Trouble::of(&error));
    let file_failed = |error: FileError| OpenFailed::Place(Trouble::of(&error));
    if let PlaceAddress::Folder(path) = address {
        let path = at_home(world, path);
        let resolved = match world.files.resolve(&path) {
            Err(FileError { kind: FileErrorKind::NotFound, .. }) => return Err(place_failed(PlaceError::Gone)),
            other => other.map_err(file_failed)?,
        };
        let look = world.files.look(&resolved).map_err(file_failed)?;
        if look.is_some_and(|look| look.kind == LookKind::File) {
            let bytes = world.files.read(&resolved, MOST_BYTES).map_err(file_failed)?;
            if bytes.starts_with(VAULT_START) {
                return Ok(Found::Vault(resolved));
            }
            SealedBackup::parse(bytes)?;
            return Ok(Found::File(resolved));
        }
        return found_in(world, &PlaceAddress::Folder(resolved), secret, trip).map_err(place_failed);
    }
    found_in(world, address, secret, trip).map_err(place_failed)
}

fn found_in(
    world: &World,
    address: &PlaceAddress,
    secret: Option<&Secret>,
    trip: &Trip<'_>,
) -> Result<Found, PlaceError> {
    Ok(Found::Backups(list(&*connect(world, address, secret)?, trip)?))
}

/// Fetches and opens it. Slow: run it on a worker.
///
/// # Errors
/// [`OpenFailed`]; nothing was changed.
pub fn open(
    world: &World,
    address: &PlaceAddress,
    secret: Option<&Secret>,
    source: &Source,
    key: &Key,
    trip: &Trip<'_>,
) -> Result<Incoming, OpenFailed> {
    let opened = open_source(world, address, secret, source, key, trip);
    world.memory.scrub_stack();
    opened
}

fn open_source(
    world: &World,
    address: &PlaceAddress,
    secret: Option<&Secret>,
    source: &Source,
    key: &Key,
    trip: &Trip<'_>,
) -> Result<Incoming, OpenFailed> {
    let sealed = match source {
        Source::Vault(path) => return open_vault(world, path, key),
        Source::File(path) => SealedBackup::parse(
            world.files.read(path, MOST_BYTES).map_err(|error| OpenFailed::Place(Trouble::of(&error)))?,
        )?,
        Source::InPlace(name) => fetch(
            &*connect(world, address, secret).map_err(|error| OpenFailed::Place(Trouble::of(&error)))?,
            name,
            trip,
        )
        .map_err(|error| match error {
            FetchError::Form(error) => OpenFailed::Form(error),
            FetchError::Place(error) => OpenFailed::Place(Trouble::of(&error)),
        })?,
    };
    open_backup(&sealed, key)
}

/// Opens a backup that was read.
///
/// # Errors
/// [`OpenFailed`].
pub fn open_backup(sealed: &SealedBackup, key: &Key) -> Result<Incoming, OpenFailed> {
    let running = DeviceType::running();
    let opened = match key {
        Key::Account(name, password) => sealed.open(&BackupOpener::Account { name, password }, running),
        Key::Words(typed) => sealed.open(&BackupOpener::Words(&RecoveryWords::parse(typed)?), running),
        Key::Passphrase(_) => return Err(OpenFailed::Form(BackupParseError::NotABackup)),
    }?;
    Ok(Incoming::backup(opened))
}

fn open_vault(world: &World, path: &Path, key: &Key) -> Result<Incoming, OpenFailed> {
    let sealed = SealedVault::parse(
        world.files.read(path, MOST_BYTES).map_err(|error| OpenFailed::Place(Trouble::of(&error)))?,
    )?;
    let opened = match key {
        Key::Account(_, passphrase) | Key::Passphrase(passphrase) => sealed.open(&Opener::Passphrase(passphrase)),
        Key::Words(typed) => sealed.open(&Opener::Words(&RecoveryWords::parse(typed)?)),
    };
    let mut vault = opened.map_err(|(_, error)| OpenFailed::Vault(error))?;
    Ok(Incoming::vault(std::mem::take(vault.book_mut())))
}

/// Makes a vault of what was opened and puts it where none is. With `is_replacing` the vault that is there is moved
/// aside first, and back where the new one could not be put there. Slow: run it on a worker.
///
/// # Errors
/// [`RestoreError`]; the vault that was there is where it was, unless the error says otherwise.
pub fn restore(
    world: &World,
    incoming: &Incoming,
    passphrase: &Passphrase,
    kdf: KdfParams,
    is_replacing: bool,
) -> Result<(Session, Report), RestoreError> {
    if !is_replacing && world.files.look(&world.vault)?.is_some() {
        return Err(SaveError::Exists.into());
    }
    let mut session = draft(world, &world.vault, passphrase, kdf)?;
    *session.book_mut() = incoming.duplicate_book();
    if let Some(settings) = incoming.settings {
        *session.vault_mut().settings_mut() = settings;
    }
    // Sealed, and opened again for a test, before anything is moved.
    let job = session.save_job(world)?;
    let moved = if is_replacing { Some(sign_out(world)?) } else { None };
    let receipt = match job.run(world) {
        Ok(receipt) => receipt,
        Err(error) => {
            let Some(moved) = moved else { return Err(error.into()) };
            return Err(match sign_in_again(world, Some(&moved.to)) {
                Ok(_) => error.into(),
                Err(_) => RestoreError::Stranded { aside: moved.to.display().to_string(), why: error },
            });
        }
    };
    session.saved(receipt);
    let aside = moved.iter().map(|moved| Text::new("restore-moved-aside").word("path", moved.to.display().to_string()));
    let remarks = aside.chain(moved.iter().flat_map(crate::ops::sign_out::Moved::remarks)).chain(receipt.remarks());
    let report = Report::new(session.book(), remarks.collect());
    Ok((session, report))
}

/// Puts what was chosen into the open vault. Saving is the caller's next step; the state before is then kept beside it.
///
/// # Errors
/// [`NoEntropy`]; nothing has changed.
pub fn merge_into(session: &mut Session, world: &World, plan: MergePlan) -> Result<(Merged, Report), NoEntropy> {
    let merged = merge(plan, session.book_mut(), world.clock.now(), &*world.entropy)?;
    let report = Report::of_merge(&merged, session.book());
    Ok((merged, report))
}

/// Why no vault was made.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum RestoreError {
    /// The new vault was not written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The vault that is in the way could not be moved aside.
    #[error(transparent)]
    SignOut(#[from] SignOutError),
    /// The new vault was not written, and the one that was moved aside could not be moved back.
    #[error("not written ({why}), and the old one lies at {aside}")]
    Stranded {
        /// Where it lies.
        aside: String,
        /// Why the new one was not written.
        why: SaveError,
    },
}

impl From<FileError> for RestoreError {
    fn from(error: FileError) -> Self {
        Self::Save(error.into())
    }
}

impl Explain for RestoreError {
    fn what(&self) -> Text {
        match self {
            Self::Save(error) => error.what(),
            Self::SignOut(error) => error.what(),
            Self::Stranded { aside, why } => {
                Text::new("err-restore-stranded").word("path", aside.as_str()).text("why", why.what())
            }
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Save(error) => error.fix(),
            Self::SignOut(error) => error.fix(),
            Self::Stranded { .. } => Some(Text::new("fix-restore-stranded")),
        }
    }
}
