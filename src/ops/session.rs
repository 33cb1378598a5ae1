//! A vault in use: load, open, change, save. How a save goes is for `save`, what is remembered of it for `mark`.

use std::path::{Path, PathBuf};

use crate::account::{Book, Credential};
use crate::chance::draw;
use crate::moment::Moment;
use crate::ops::device_key;
use crate::ops::mark::{self, SealedMark, Verdict};
use crate::ops::save::{Onto, ToDisk, sha256, write_beside};
use crate::ops::vault_file::{MOST_BYTES, VaultFile};
use crate::ops::{LoadError, SaveError, SaveJob, SaveReceipt, SessionRemark, World};
use crate::ports::{FileError, FileErrorKind};
use crate::secret::Passphrase;
use crate::signin::end_waits;
use crate::vault::{
    KdfParams, Mark, OpenError, OpenRemark, OpenVault, Opener, SealError, SealedVault, SlotSummary, Tries,
};

/// A vault file that was read and not opened yet.
#[derive(Debug)]
pub struct Locked {
    sealed: Box<SealedVault>,
    found: Box<Found>,
}

/// The file that was read.
#[derive(Debug)]
struct Found {
    file: VaultFile,
    digest: [u8; 32],
    /// How many names it has.
    names: u64,
}

/// An open vault and what is known of its file. In memory only for the demo.
#[derive(Debug)]
pub struct Session {
    vault: OpenVault,
    home: Option<Home>,
    remarks: Vec<SessionRemark>,
    standing: Standing,
    /// Wrong answers to sign-ins, for a vault that lives in memory; others keep them in the state folder.
    tries: Tries,
}

/// Whether what is in memory may be written over the file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Standing {
    /// Another program saved while this one derived its key: what was opened is not what lies there.
    Overtaken,
    /// Not before the person accepts it.
    ReadOnly,
    /// Yes.
    Writable,
}

/// The file of a session, and its state when it was last read or saved.
#[derive(Debug)]
struct Home {
    file: VaultFile,
    digest: Option<[u8; 32]>,
    migrated_from: Option<u16>,
}

/// Reads the vault file. Opening it never changes it.
///
/// # Errors
/// [`LoadError`].
pub fn load(world: &World, path: &Path) -> Result<Locked, LoadError> {
    let files = &*world.files;
    let Some((file, names)) = VaultFile::find(files, path)? else { return Err(LoadError::None) };
    let bytes = files.read(file.path(), MOST_BYTES)?;
    let digest = sha256(&bytes);
    let sealed = Box::new(SealedVault::parse(bytes)?);
    Ok(Locked { sealed, found: Box::new(Found { file, digest, names }) })
}

/// Makes a vault where none is, and saves it. Slow: run it on a worker.
///
/// # Errors
/// [`SaveError`]; [`SaveError::Exists`] when there is one.
pub fn create(world: &World, path: &Path, passphrase: &Passphrase, kdf: KdfParams) -> Result<Session, SaveError> {
    if world.files.look(path)?.is_some() {
        return Err(SaveError::Exists);
    }
    let mut session = draft(world, path, passphrase, kdf)?;
    let receipt = session.save(world)?;
    if !receipt.is_confirmed {
        session.remarks.push(SessionRemark::NotConfirmed);
    } else if !receipt.is_marked {
        session.remarks.push(SessionRemark::NotMarked);
    }
    Ok(session)
}

/// A new, empty vault for a place where none is; the first save puts it there. Slow: run it on a worker.
pub(in crate::ops) fn draft(
    world: &World,
    path: &Path,
    passphrase: &Passphrase,
    kdf: KdfParams,
) -> Result<Session, SaveError> {
    let file = VaultFile::place(&*world.files, path)?;
    let vault = OpenVault::create(passphrase, kdf, world.clock.now(), &*world.entropy)?;
    let home = Home { file, digest: None, migrated_from: None };
    Ok(Session { vault, home: Some(home), remarks: Vec::new(), standing: Standing::Writable, tries: Tries::default() })
}

impl Locked {
    /// The vault's id, not yet authenticated: what its key is called in the key store.
    #[must_use]
    pub fn id(&self) -> crate::vault::VaultId {
        self.sealed.id()
    }

    /// The ways to open it.
    #[must_use]
    pub fn slots(&self) -> Vec<SlotSummary> {
        self.sealed.slots()
    }

    /// Opens it and checks the rollback mark. Slow for a passphrase: run it on a worker.
    ///
    /// # Errors
    /// The vault as it was, and why.
    pub fn open(self, world: &World, opener: &Opener<'_>, accept_older: bool) -> Result<Session, (Self, OpenError)> {
        let Self { sealed, found } = self.refreshed(world);
        let opened = open_apart(*sealed, opener);
        world.memory.scrub_stack();
        match opened {
            Err((sealed, error)) => Err((Self { sealed: Box::new(sealed), found }, error)),
            Ok(vault) => Ok(Session::begin(world, vault, *found, accept_older)),
        }
    }

    /// The file as it is now: it may have been read long before the passphrase was typed. If it cannot be read any
    /// more, what was read is as good as it was.
    fn refreshed(self, world: &World) -> Self {
        match load(world, self.found.file.path()) {
            Ok(now) if now.found.digest != self.found.digest => now,
            _ => self,
        }
    }
}

/// In a frame of its own, so that what it leaves on the stack lies below the caller's and is wiped from there.
#[inline(never)]
fn open_apart(sealed: SealedVault, opener: &Opener<'_>) -> Result<OpenVault, (SealedVault, OpenError)> {
    sealed.open(opener)
}

impl Session {
    /// A session without a file, for the demo: saving does nothing.
    #[must_use]
    pub fn in_memory(vault: OpenVault) -> Self {
        Self { vault, home: None, remarks: Vec::new(), standing: Standing::Writable, tries: Tries::default() }
    }

    fn begin(world: &World, vault: OpenVault, found: Found, accept_older: bool) -> Self {
        let Found { file, digest, names } = found;
        let mut remarks: Vec<_> = vault.remarks().iter().copied().map(SessionRemark::Vault).collect();
        if names > 1 {
            remarks.push(SessionRemark::HardLinked);
        }
        let migrated_from = vault.remarks().iter().find_map(|remark| match remark {
            OpenRemark::Migrated { from } => Some(*from),
            OpenRemark::Healed | OpenRemark::WeakCost => None,
        });
        let home = Home { file, digest: Some(digest), migrated_from };
        let mut session =
            Self { vault, home: Some(home), remarks, standing: Standing::Writable, tries: Tries::default() };
        session.keep_from_swap(world);
        // In memory only: the file changes with the next save, and until then a wrong clock has cost nothing.
        session.vault.book_mut().empty_old_trash(world.clock.now());
        let over = session.wait_is_over(world.clock.now());
        session.remarks.extend(over);
        session.remarks.extend(device_key::attach(world, &mut session.vault));
        let marked = session.vault.healed_digest().unwrap_or(digest);
        session.check_mark(world, marked, accept_older);
        session
    }

    /// Ends the waiting periods that are over, and says so.
    pub fn wait_is_over(&mut self, now: Moment) -> Option<SessionRemark> {
        let count = end_waits(self.vault.book_mut(), now).len();
        (count > 0).then_some(SessionRemark::WaitIsOver { count })
    }

    fn check_mark(&mut self, world: &World, digest: [u8; 32], accept_older: bool) {
        let verdict = mark::judge(world, &self.vault, digest);
        if self.was_overtaken(world, verdict) {
            self.standing = Standing::Overtaken;
            return;
        }
        self.remarks.extend(match verdict {
            Verdict::Forked => Some(SessionRemark::Forked),
            Verdict::Known | Verdict::Newer => None,
            Verdict::Older { by } => Some(SessionRemark::Older { by }),
            Verdict::Unknown => Some(SessionRemark::FirstUseHere),
            Verdict::Unreadable => Some(SessionRemark::MarkUnreadable),
        });
        match verdict {
            Verdict::Known => {}
            Verdict::Newer | Verdict::Unknown if mark::catch_up(world, &self.vault, digest) => {}
            Verdict::Newer | Verdict::Unknown => self.remarks.push(SessionRemark::NotMarked),
            Verdict::Forked | Verdict::Older { .. } | Verdict::Unreadable if accept_older => {}
            Verdict::Forked | Verdict::Older { .. } | Verdict::Unreadable => self.standing = Standing::ReadOnly,
        }
    }

    /// Whether another program saved while this one derived its key: then the mark speaks of the file that lies there
    /// now, and saving says that somebody else was faster.
    fn was_overtaken(&self, world: &World, verdict: Verdict) -> bool {
        let Some(home) = &self.home else { return false };
        let speaks_of_another = matches!(verdict, Verdict::Forked | Verdict::Older { .. });
        speaks_of_another
            && !world.files.read(home.file.path(), MOST_BYTES).is_ok_and(|now| Some(sha256(&now)) == home.digest)
    }

    /// Keeps all keys out of the swap file, as far as the system allows.
    fn keep_from_swap(&self, world: &World) {
        self.vault.each_key(&mut |key| world.memory.lock(key));
        for account in self.vault.book().all() {
            if let Credential::Ready(params) = &account.credential {
                world.memory.lock(params.expose_key());
            }
            if let Some(protection) = &account.sign_in {
                world.memory.lock(protection.account_key.expose());
            }
            account.history.iter().for_each(|old| world.memory.lock(old.params.expose_key()));
        }
    }

    /// The accounts.
    #[must_use]
    pub fn book(&self) -> &Book {
        self.vault.book()
    }

    /// The accounts, to change them; the next save carries it.
    pub fn book_mut(&mut self) -> &mut Book {
        self.vault.book_mut()
    }

    /// The vault itself (settings, slots, passphrase).
    #[must_use]
    pub fn vault(&self) -> &OpenVault {
        &self.vault
    }

    /// The vault itself, to change it.
    pub fn vault_mut(&mut self) -> &mut OpenVault {
        &mut self.vault
    }

    pub(in crate::ops) const fn tries(&self) -> &Tries {
        &self.tries
    }

    pub(in crate::ops) const fn tries_mut(&mut self) -> &mut Tries {
        &mut self.tries
    }

    /// The file, with links resolved; `None` for a vault that lives in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.home.as_ref().map(|home| home.file.path())
    }

    /// What the person should hear of after opening.
    #[must_use]
    pub fn remarks(&self) -> &[SessionRemark] {
        &self.remarks
    }

    /// Whether this vault is older than the one last used on this computer, and so is not written until accepted.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.standing == Standing::ReadOnly
    }

    /// The person says that this state is the one they want, older or not: from here it is written again.
    pub fn accept(&mut self) {
        if self.standing == Standing::ReadOnly {
            self.standing = Standing::Writable;
        }
    }

    /// Seals what is to be saved, and opens it once more before anything is written.
    ///
    /// One job at a time: call it again after [`Self::saved`] has heard of the one before.
    ///
    /// # Errors
    /// [`SaveError::ChangedElsewhere`], [`SaveError::ReadOnly`], [`SaveError::Seal`], [`SaveError::Unopenable`].
    pub fn save_job(&self, world: &World) -> Result<SaveJob, SaveError> {
        match self.standing {
            Standing::Overtaken => return Err(SaveError::ChangedElsewhere),
            Standing::ReadOnly => return Err(SaveError::ReadOnly),
            Standing::Writable => {}
        }
        if self.home.is_some() {
            device_key::provide(world, &self.vault);
        }
        // Keys that came since the last save lie on pages that nobody has locked yet.
        self.keep_from_swap(world);
        let generation = self.vault.generation().saturating_add(1);
        let Some(home) = &self.home else { return Ok(SaveJob { generation, digest: [0; 32], to_disk: None }) };
        let bytes = self.sealed(world)?;
        let digest = sha256(&bytes);
        let mark = SealedMark::seal(world, &self.vault, Mark { generation, digest })?;
        let onto = match home.digest {
            None => Onto::Nothing,
            Some(digest) => Onto::Known { digest, migrated_from: home.migrated_from },
        };
        Ok(SaveJob { generation, digest, to_disk: Some(ToDisk { file: home.file.clone(), onto, bytes, mark }) })
    }

    /// A save has come back.
    pub fn saved(&mut self, receipt: SaveReceipt) {
        self.vault.saved(receipt.generation);
        if let Some(home) = &mut self.home {
            home.digest = Some(receipt.digest);
            home.migrated_from = None;
        }
    }

    /// Seals and writes at once, for the command line.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn save(&mut self, world: &World) -> Result<SaveReceipt, SaveError> {
        let receipt = self.save_job(world)?.run(world)?;
        self.saved(receipt);
        Ok(receipt)
    }

    /// Takes up what another program saved meanwhile: the file as it lies there now, opened with the key in memory. What
    /// was changed here since the last save is gone, and whoever did it does it again. `false`, and nothing has changed,
    /// where this key does not open that file.
    pub fn renew(&mut self, world: &World, accept_older: bool) -> bool {
        let Some(home) = &self.home else { return false };
        let Ok(Locked { sealed, found }) = load(world, home.file.path()) else { return false };
        let Ok(vault) = sealed.open_after(&self.vault) else { return false };
        *self = Self::begin(world, vault, *found, accept_older);
        world.memory.scrub_stack();
        true
    }

    /// Writes what is in memory beside the vault, as `<vault>.conflict-<generation>-<random>`: after
    /// [`SaveError::ChangedElsewhere`], so that neither writer's work is lost, and as often as that comes. The vault file is
    /// not touched.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn save_beside(&self, world: &World) -> Result<PathBuf, SaveError> {
        let Some(home) = &self.home else { return Err(SaveError::ReadOnly) };
        let bytes = self.sealed(world)?;
        let random = draw(&*world.entropy).map_err(SealError::from)?;
        let path = home.file.conflict(self.vault.generation().saturating_add(1), random);
        write_beside(world, &home.file, &path, &bytes)?;
        Ok(path)
    }

    /// Removes `<vault>.prev`, which still opens with the old passphrase or words: after a change of them was saved.
    ///
    /// # Errors
    /// [`FileError`]; none where there is no such file.
    pub fn forget_previous(&self, world: &World) -> Result<(), FileError> {
        let Some(home) = &self.home else { return Ok(()) };
        match world.files.remove(&home.file.previous()) {
            Err(FileError { kind: FileErrorKind::NotFound, .. }) => Ok(()),
            other => other.and_then(|()| world.files.sync_folder(home.file.folder())),
        }
    }

    /// The next generation, sealed, and opened again from its bytes: what is written is a vault that opens.
    fn sealed(&self, world: &World) -> Result<Vec<u8>, SaveError> {
        let bytes = self.vault.seal(&*world.entropy)?;
        self.vault.verify(&bytes).map_err(SaveError::Unopenable)?;
        Ok(bytes)
    }
}
