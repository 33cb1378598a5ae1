//! Worlds to save in, and a vault whose content tells its generation.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pulih::account::{Account, AccountId};
use pulih::edge::{ReachablePlaces, SystemClock, SystemEntropy, SystemFiles};
use pulih::moment::Moment;
use pulih::ops::{self, SaveError, SaveReceipt, Session, SessionRemark, World};
use pulih::otp::{OtpKey, OtpParams};
use pulih::ports::{Absent, Files, Surroundings};
use pulih::secret::{Passphrase, Secret};
use pulih::vault::{KdfParams, OpenRemark, Opener};

/// Small on purpose: what is tested here is not the passphrase.
pub const COST: KdfParams = KdfParams { memory_kib: 8 * 1024, passes: 1, lanes: 1 };

/// The vault and the state folder of the model.
pub const VAULT: &str = "/home/mira/vaults/v.pulih";
pub const STATE: &str = "/home/mira/.state";

pub fn passphrase() -> Passphrase {
    Passphrase::parse("correct horse battery staple").unwrap()
}

/// A world with these files and otherwise next to nothing.
pub fn world_with(files: Arc<dyn Files>, vault: &Path, state: &Path) -> World {
    World {
        browser: Arc::new(Absent),
        clipboard: Arc::new(Absent),
        clock: Arc::new(SystemClock::new()),
        console: Arc::new(Absent),
        entropy: Arc::new(SystemEntropy),
        files: files.clone(),
        guards: Arc::new([]),
        key_store: Arc::new(Absent),
        memory: Arc::new(Absent),
        places: Arc::new(ReachablePlaces::new(files.clone(), Arc::new(SystemClock::new()))),
        process: Arc::new(Absent),
        provider: Arc::new(Absent),
        scanner: Arc::new(Absent),
        seat: Arc::new(Absent),
        time: Arc::new(Absent),
        surroundings: Arc::new(Surroundings::default()),
        vault: vault.to_owned(),
        state: state.to_owned(),
    }
}

/// The world of the model.
pub fn model_world(files: impl Files + 'static) -> World {
    world_with(Arc::new(files), Path::new(VAULT), Path::new(STATE))
}

/// A world on the real disk, in a folder of its own.
pub fn disk_world(folder: &Path) -> World {
    world_with(Arc::new(SystemFiles), &folder.join("v.pulih"), &folder.join("state"))
}

/// A folder on the disk that the tests were built on.
pub fn folder_on_disk() -> tempfile::TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

pub fn create(world: &World) -> Result<Session, SaveError> {
    ops::create(world, &world.vault, &passphrase(), COST)
}

pub fn open(world: &World) -> Result<Session, String> {
    open_at(world, &world.vault.clone(), false)
}

pub fn open_at(world: &World, path: &Path, accept_older: bool) -> Result<Session, String> {
    let locked = ops::load(world, path).map_err(|error| format!("{error:?}"))?;
    locked.open(world, &Opener::Passphrase(&passphrase()), accept_older).map_err(|(_, error)| format!("{error:?}"))
}

/// Adds an account named after the generation that the next save has.
pub fn grow(session: &mut Session) {
    let name = format!("at generation {}", session.vault().generation() + 1);
    add(session, &name);
}

pub fn add(session: &mut Session, name: &str) {
    let place = u8::try_from(session.book().all().len() % 256).unwrap();
    let mut id = [place; 16];
    getrandom::fill(&mut id[1..]).unwrap();
    let key = OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap();
    let params = OtpParams::Steam { key };
    session.book_mut().add(Account::ready(AccountId(id), "Example", name, params, Moment::from_unix(1_700_000_000)));
}

pub fn grow_and_save(session: &mut Session, world: &World) -> Result<SaveReceipt, SaveError> {
    grow(session);
    session.save(world)
}

/// Whether the content is that of the generation: an account for each save since the first.
pub fn is_whole(session: &Session) -> bool {
    let names: Vec<_> = session.book().all().iter().map(|account| account.name.as_str().to_owned()).collect();
    let expected: Vec<_> = (2..=session.vault().generation()).map(|at| format!("at generation {at}")).collect();
    names == expected
}

/// The name of the mark in the state folder.
pub fn mark_path(session: &Session, state: &Path) -> PathBuf {
    let name: String = session.vault().id().0.iter().map(|byte| format!("{byte:02x}")).collect();
    state.join("marks").join(name)
}

/// What is remarked besides the small cost of the tests' passphrase.
pub fn remarks(session: &Session) -> Vec<SessionRemark> {
    let small_cost = SessionRemark::Vault(OpenRemark::WeakCost);
    session.remarks().iter().filter(|remark| **remark != small_cost).cloned().collect()
}
