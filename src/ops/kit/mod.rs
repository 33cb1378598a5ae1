//! The recovery kit: a page with the recovery words and with what a person needs to know who has nothing else left.
//!
//! The words are known when they are made, or when a person types them again; the vault keeps only a key that was made
//! of them. So a page is made then or not at all. It counts as saved once three of its words were typed from it.

mod page;
mod svg;

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::backup::{BackupSet, DeviceType, KitState, Locator, PlaceAddress, set_name};
use crate::chance::Entropy;
use crate::moment::Moment;
use crate::ops::at_home::at_home;
use crate::ops::backup::{BackupError, current, offered};
use crate::ops::export::{ExportError, write_files};
use crate::ops::{Session, World, keys};
use crate::text::{Explain, Text};
use crate::vault::{RecoveryWords, SlotKind};
use crate::words::Catalog;

/// A kit that can be shown, drawn, and asked about. It holds the words.
#[derive(Debug)]
pub struct Kit {
    words: RecoveryWords,
    locator: Locator,
    device: DeviceType,
    made: Moment,
}

/// Where the words come from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Origin {
    /// They were just drawn and open nothing yet: they are put into the vault once they were asked back.
    Drawn,
    /// A person typed them; they have to be the vault's.
    Typed,
}

/// What a page is drawn as.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// A drawing of one page of A4, for a printer.
    Svg,
    /// Plain text.
    Text,
}

/// A page that was written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Page {
    /// Where it lies.
    pub path: PathBuf,
    /// The service that copies that folder elsewhere, where one is known to.
    pub copied_by: Option<&'static str>,
}

impl Kit {
    /// The kit of the vault's backup set.
    ///
    /// # Errors
    /// [`KitError::Backup`] without a set, [`KitError::NoWords`] and [`KitError::OtherWords`] for words that were typed.
    pub fn new(world: &World, session: &Session, words: RecoveryWords, origin: Origin) -> Result<Self, KitError> {
        let set = current(session)?.ok_or(BackupError::NotSetUp)?;
        match (origin, session.vault().has_these_words(&words)) {
            (Origin::Typed, None) => return Err(KitError::NoWords),
            (Origin::Typed, Some(false)) => return Err(KitError::OtherWords),
            (Origin::Drawn, _) | (Origin::Typed, Some(true)) => {}
        }
        let places = session.vault().places().map_err(BackupError::from)?;
        let place = places.into_iter().find(|place| Some(place.id) == set.place).ok_or(BackupError::NotSetUp)?.address;
        let locator = Locator { set: set_name(set.id()), account: set.account().as_str().into(), place };
        Ok(Self { words, locator, device: set.device(), made: world.clock.now() })
    }

    /// The words, to be shown once and asked back.
    #[must_use]
    pub const fn words(&self) -> &RecoveryWords {
        &self.words
    }

    /// What the code on the page holds: where the backups lie and under which account, and nothing that opens them.
    #[must_use]
    pub const fn locator(&self) -> &Locator {
        &self.locator
    }

    /// The page.
    #[must_use]
    pub fn drawn(&self, form: Form, words: &Catalog) -> Zeroizing<Vec<u8>> {
        match form {
            Form::Svg => svg::svg(self, words),
            Form::Text => page::text(self, words),
        }
    }

    /// Writes the page into a new file that only its owner may read, and reads it back.
    ///
    /// # Errors
    /// [`KitError::BesideBackups`], [`KitError::File`].
    pub fn write(&self, world: &World, form: Form, words: &Catalog, path: &Path) -> Result<Page, KitError> {
        let path = at_home(world, path);
        let folder = folder_of(world, &path);
        if let Ok(PlaceAddress::Folder(place)) = PlaceAddress::parse(&self.locator.place) {
            let place = at_home(world, &place);
            if folder.starts_with(world.files.resolve(&place).unwrap_or(place)) {
                return Err(KitError::BesideBackups);
            }
        }
        let copied_by = offered(world).into_iter().find(|offer| folder.starts_with(&offer.folder));
        write_files(world, &path, &[self.drawn(form, words)], false)?;
        Ok(Page { path, copied_by: copied_by.map(|offer| offer.service.name()) })
    }
}

/// The folder of a path, with its links resolved where it is there.
fn folder_of(world: &World, path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    world.files.resolve(folder).unwrap_or_else(|_| folder.to_owned())
}

/// Sees whether there is a set to make a kit for.
///
/// # Errors
/// [`KitError::Backup`].
pub fn of_a_set(session: &Session) -> Result<(), KitError> {
    current(session)?.map(drop).ok_or(BackupError::NotSetUp.into())
}

/// How it stands with the kit of a session's backups.
#[must_use]
pub fn state(session: &Session, set: Option<&BackupSet>) -> KitState {
    if !keys::has_slot(&session.vault().slots(), SlotKind::Words) {
        return KitState::NoWords;
    }
    let set = set.filter(|set| set.follows_words(session.vault()));
    set.and_then(|set| set.words_checked).map_or(KitState::NotSaved, KitState::Saved)
}

/// Notes that the kit is saved: three of its words were typed from it. The words are in the vault by now. Saving is the
/// caller's next step, and where the words are new to the set, a backup that opens with them is due.
///
/// # Errors
/// [`BackupError::NotSetUp`], [`BackupError::Records`], and [`BackupError::Save`] without random bytes.
pub fn note_saved(session: &mut Session, now: Moment, chance: &dyn Entropy) -> Result<(), BackupError> {
    let mut sets = session.vault().backup_sets()?;
    let set = sets.iter_mut().find(|set| set.is_on).ok_or(BackupError::NotSetUp)?;
    if set.follow_words(session.vault(), chance)? {
        set.content = None;
    }
    set.words_checked = Some(now);
    Ok(session.vault_mut().set_backup_sets(&sets)?)
}

/// Puts words that were drawn into a vault that has none, and notes that the kit is saved: three of its words were typed
/// from it, and the person has shown to know the passphrase. Saving is the caller's next step.
///
/// # Errors
/// [`KitError::OtherWords`] where the vault has got other words meanwhile; [`KitError::Backup`]. Nothing counts then.
pub fn keep(world: &World, session: &mut Session, kit: &Kit) -> Result<(), KitError> {
    let entropy = &*world.entropy;
    session.vault_mut().put_first_words(kit.words(), entropy).map_err(BackupError::from)?;
    if session.vault().has_these_words(kit.words()) != Some(true) {
        return Err(KitError::OtherWords);
    }
    Ok(note_saved(session, world.clock.now(), entropy)?)
}

/// Why there is no kit.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum KitError {
    /// There is no backup set to make it for.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// It would lie in the place of the backups: one theft, and all is open.
    #[error("beside the backups")]
    BesideBackups,
    /// It was not written.
    #[error(transparent)]
    File(#[from] ExportError),
    /// The vault has no recovery words.
    #[error("no words")]
    NoWords,
    /// What was typed are words, and not those of this vault.
    #[error("other words")]
    OtherWords,
}

impl Explain for KitError {
    fn what(&self) -> Text {
        match self {
            Self::Backup(error) => error.what(),
            Self::BesideBackups => Text::new("err-kit-beside-backups"),
            Self::File(error) => error.what(),
            Self::NoWords => Text::new("err-kit-no-words"),
            Self::OtherWords => Text::new("err-kit-other-words"),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::Backup(error) => error.fix(),
            Self::BesideBackups => Some(Text::new("fix-kit-beside-backups")),
            Self::File(error) => error.fix(),
            Self::NoWords => Some(Text::new("fix-kit-no-words")),
            Self::OtherWords => Some(Text::new("fix-kit-other-words")),
        }
    }
}
