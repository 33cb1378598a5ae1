//! Worlds to back up in: cheap key derivation, chance of the system, a clock that a test moves.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pulih::account::{Account, AccountId, Kind, Protection};
use pulih::backup::{PlaceAddress, RecoveryName};
use pulih::edge::SystemEntropy;
use pulih::moment::{Moment, Tick};
use pulih::ops::backup::{self as deeds, BackupError, BackupReceipt, Plan};
use pulih::ops::{Session, World};
use pulih::otp::{OtpKey, OtpParams};
use pulih::ports::{Absent, Clock, Place, PlaceError, Places, Surroundings, Trip};
use pulih::secret::{Passphrase, Secret};
use pulih::vault::{KdfParams, OpenVault};

pub const ACCOUNT: &str = "Mira@Example.com";
pub const PASSWORD: &str = "a lamp beside the harbour";
pub const START: i64 = 1_800_000_000;

/// A clock that goes on only when it is told.
pub struct Hand(AtomicI64);

impl Hand {
    pub fn go(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for Hand {
    fn now(&self) -> Moment {
        Moment::from_unix(self.0.load(Ordering::Relaxed))
    }

    fn tick(&self) -> Tick {
        Tick(Duration::ZERO)
    }
}

pub fn hand() -> Arc<Hand> {
    Arc::new(Hand(AtomicI64::new(START)))
}

/// Every address leads to this one place.
pub struct Only(pub Arc<dyn Place>);

impl Places for Only {
    fn open(&self, _address: &PlaceAddress, _secret: Option<&Secret>) -> Result<Arc<dyn Place>, PlaceError> {
        Ok(self.0.clone())
    }
}

pub fn world(place: Arc<dyn Place>, clock: Arc<Hand>) -> World {
    World {
        browser: Arc::new(Absent),
        clipboard: Arc::new(Absent),
        clock,
        console: Arc::new(Absent),
        entropy: Arc::new(SystemEntropy),
        files: Arc::new(Absent),
        guards: Arc::new([]),
        key_store: Arc::new(Absent),
        memory: Arc::new(Absent),
        places: Arc::new(Only(place)),
        process: Arc::new(Absent),
        provider: Arc::new(Absent),
        scanner: Arc::new(Absent),
        seat: Arc::new(Absent),
        time: Arc::new(Absent),
        surroundings: Arc::new(Surroundings::default()),
        state: PathBuf::from("/nowhere/state"),
        vault: PathBuf::from("/nowhere/vault.pulih"),
    }
}

pub fn account(id: u8, issuer: &str, protection: Protection) -> Account {
    let params = OtpParams::Steam { key: OtpKey::new(Secret::copied(&[id; 20])).unwrap() };
    let mut account = Account::ready(AccountId([id; 16]), issuer, "mira", params, Moment::from_unix(START));
    account.kind = if protection == Protection::DeviceBound { Kind::WorkOrSchool } else { Kind::ThirdParty };
    account.protection = protection;
    account
}

/// A vault of `count` accounts that lives in memory.
pub fn session(world: &World, count: u8) -> Session {
    let passphrase = Passphrase::parse("four words like these").unwrap();
    let mut vault = OpenVault::create(&passphrase, KdfParams::LEAST, world.clock.now(), &*world.entropy).unwrap();
    for id in 1..=count {
        let protection = if id % 5 == 0 { Protection::DeviceBound } else { Protection::Standard };
        vault.book_mut().add(account(id, &format!("Service {id}"), protection));
    }
    Session::in_memory(vault)
}

pub fn name() -> RecoveryName {
    RecoveryName::parse(ACCOUNT).unwrap()
}

pub fn password() -> Passphrase {
    Passphrase::parse(PASSWORD).unwrap()
}

pub fn plan(is_portable: bool) -> Plan {
    Plan {
        account: name(),
        password: password(),
        is_portable,
        address: PlaceAddress::Folder("/place".into()),
        secret: None,
        cost: KdfParams::LEAST,
    }
}

pub fn set_up(world: &World, session: &mut Session, is_portable: bool) {
    let ready = deeds::set_up(world, session, plan(is_portable), &Trip::PLAIN).unwrap();
    ready.keep(session).unwrap();
}

/// Backs up and notes it.
pub fn back_up(world: &World, session: &mut Session) -> Result<BackupReceipt, BackupError> {
    let receipt = deeds::backup_job(world, session, false)?.run(world, &Trip::PLAIN)?;
    deeds::note(session, &receipt)?;
    Ok(receipt)
}

/// Files of a place in memory, by name.
pub type Shelf = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;
