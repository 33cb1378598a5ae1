//! Setting backups up: a recovery account, a kind of computer, a place that was tried. Nothing is backed up here.

use crate::backup::{BackupSet, DeviceType, KnownPlace, PlaceAddress, PlaceId, RecoveryName, SetId};
use crate::chance::draw;
use crate::ops::at_home::from_everywhere;
use crate::ops::backup::probe::{Probed, probe};
use crate::ops::backup::{BackupError, connect};
use crate::ops::passphrase::{self, PassphraseRemark};
use crate::ops::{Session, World};
use crate::ports::Trip;
use crate::secret::{Passphrase, Private, Secret};
use crate::vault::{KdfParams, SealError};

/// What a person chose. Nothing of it is preselected.
#[derive(Debug)]
pub struct Plan {
    /// The recovery account's name.
    pub account: RecoveryName,
    /// Its password, typed twice.
    pub password: Passphrase,
    /// For any computer, and not only for this kind.
    pub is_portable: bool,
    /// Where.
    pub address: PlaceAddress,
    /// What opens the place.
    pub secret: Option<Secret>,
    /// What the password costs.
    pub cost: KdfParams,
}

/// A set that is ready, and what its place was found to do. [`SetUp::keep`] puts it into the vault.
#[derive(Debug)]
pub struct SetUp {
    set: BackupSet,
    place: KnownPlace,
    /// What the place was found to do.
    pub probed: Probed,
    /// What is to be said of the password.
    pub remark: Option<PassphraseRemark>,
}

/// The cost of a recovery password: what leaves the computer costs more than what stays (256 MiB, four passes).
pub const COST: KdfParams = KdfParams { memory_kib: 256 * 1024, passes: 4, lanes: 4 };

/// Tries the place and makes the set. Slow: run it on a worker.
///
/// # Errors
/// [`BackupError`]. Nothing has changed then.
pub fn set_up(world: &World, session: &Session, plan: Plan, trip: &Trip<'_>) -> Result<SetUp, BackupError> {
    let mut ready = plan.run(world, trip)?;
    ready.set.follow_words(session.vault(), &*world.entropy)?;
    Ok(ready)
}

impl Plan {
    /// Tries the place and makes the set, on a worker that has no vault: recovery words are taken up with the first
    /// backup.
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn run(self, world: &World, trip: &Trip<'_>) -> Result<SetUp, BackupError> {
        let remark = passphrase::judge(&self.password)?;
        let address = match self.address {
            PlaceAddress::Folder(path) => PlaceAddress::Folder(from_everywhere(world, &path)),
            remote => remote,
        };
        let place = connect(world, &address, self.secret.as_ref())?;
        place.prepare()?;
        let probed = probe(&*place, &*world.entropy, trip)?;
        let now = world.clock.now();
        let device = if self.is_portable { DeviceType::Portable } else { world.surroundings.device };
        let account = (self.account, &self.password);
        let mut set = BackupSet::create_alone(account, self.cost, device, now, &*world.entropy)?;
        let id = PlaceId(draw(&*world.entropy)?);
        set.place = Some(id);
        let address = Private::from(address.to_string());
        let place = KnownPlace::new(id, address, self.secret, now, probed.refuses_overwrites);
        Ok(SetUp { set, place, probed, remark })
    }
}

impl SetUp {
    /// The new set.
    #[must_use]
    pub const fn set(&self) -> &BackupSet {
        &self.set
    }

    /// Puts the set into the vault, in front of older ones, which stay known and are switched off. Gives the one that
    /// was in use, for [`go_back`]. Saving is the caller's next step.
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn keep(&self, session: &mut Session) -> Result<Option<SetId>, BackupError> {
        let mut sets = session.vault().backup_sets()?;
        let former = sets.iter().find(|set| set.is_on && set.id() != self.set.id()).map(BackupSet::id);
        sets.iter_mut().for_each(|set| set.is_on = false);
        sets.retain(|set| set.id() != self.set.id());
        sets.insert(0, self.set.duplicate());
        let mut places = session.vault().places()?;
        places.retain(|place| place.id != self.place.id);
        places.push(self.place.duplicate());
        let vault = session.vault_mut();
        let kept = vault.set_backup_sets(&sets).and_then(|()| vault.set_places(&places));
        kept.map(|()| former).map_err(|error: SealError| error.into())
    }
}

/// Switches the set on that was in use before, where the first backup of a new one was not made: backups that worked go
/// on. The new set stays known. Saving is the caller's next step.
///
/// # Errors
/// [`BackupError`].
pub fn go_back(session: &mut Session, former: SetId) -> Result<(), BackupError> {
    let mut sets = session.vault().backup_sets()?;
    let at = sets.iter().position(|set| set.id() == former).ok_or(BackupError::NotSetUp)?;
    sets.iter_mut().for_each(|set| set.is_on = set.id() == former);
    if let Some(start) = sets.get_mut(..=at) {
        start.rotate_right(1);
    }
    Ok(session.vault_mut().set_backup_sets(&sets)?)
}

/// Switches backups off. What was backed up stays where it is. Saving is the caller's next step.
///
/// # Errors
/// [`BackupError::NotSetUp`] where they are off already.
pub fn turn_off(session: &mut Session) -> Result<(), BackupError> {
    let mut sets = session.vault().backup_sets()?;
    let Some(set) = sets.iter_mut().find(|set| set.is_on) else { return Err(BackupError::NotSetUp) };
    set.is_on = false;
    Ok(session.vault_mut().set_backup_sets(&sets)?)
}
