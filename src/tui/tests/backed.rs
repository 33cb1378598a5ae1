//! A bench whose vault has backups in a place in memory, and that does what is asked of the place.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::backup::{BackupSet, DeviceType, KnownPlace, PlaceAddress, PlaceId, RecoveryName};
use crate::chance::{Entropy, NoEntropy};
use crate::moment::{Moment, Tick};
use crate::ops::Session;
use crate::ports::{
    Absent, Clock, Place as BackupPlace, PlaceDescription, PlaceEntry, PlaceError, Places, PutReceipt, Surroundings,
    Trip, World,
};
use crate::secret::{Passphrase, Private, Secret};
use crate::tui::effect::Effect;
use crate::tui::errand::{Errand, Wish};
use crate::tui::model::Place;
use crate::tui::msg::{Answer, Msg};
use crate::tui::runtime_backup::{prepare, run};
use crate::tui::testing::{Bench, NOW, PASSPHRASE, samples};
use crate::vault::{KdfParams, Opener, SealedVault};
use crate::words::Language;

pub(super) const PASSWORD: &str = "a lamp beside the harbour";

pub(super) struct Counting(pub std::sync::atomic::AtomicU8);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        bytes.fill_with(|| self.0.fetch_add(37, std::sync::atomic::Ordering::Relaxed));
        Ok(())
    }
}

/// A place in memory, which may be gone.
#[derive(Default)]
pub(super) struct Shelf {
    pub files: Mutex<BTreeMap<String, Vec<u8>>>,
    pub is_gone: std::sync::atomic::AtomicBool,
}

impl Shelf {
    fn files(&self, trip: &Trip<'_>) -> Result<std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>>, PlaceError> {
        match (self.is_gone.load(std::sync::atomic::Ordering::Relaxed), (trip.is_cancelled)()) {
            (true, _) => Err(PlaceError::Gone),
            (_, true) => Err(PlaceError::Cancelled),
            _ => Ok(self.files.lock().unwrap()),
        }
    }
}

impl BackupPlace for Shelf {
    fn describe(&self) -> PlaceDescription {
        PlaceDescription { address: PlaceAddress::Folder("/shelf".into()), is_remote: false }
    }

    fn list(&self, trip: &Trip<'_>) -> Result<Vec<PlaceEntry>, PlaceError> {
        let entry = |(name, bytes): (&String, &Vec<u8>)| PlaceEntry { name: name.clone(), size: bytes.len() as u64 };
        Ok(self.files(trip)?.iter().map(entry).collect())
    }

    fn get(&self, name: &str, _most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        self.files(trip)?.get(name).cloned().ok_or(PlaceError::NotFound)
    }

    fn get_start(&self, name: &str, most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        let whole = self.get(name, most, trip)?;
        Ok(whole.into_iter().take(usize::try_from(most).unwrap()).collect())
    }

    fn put_new(&self, name: &str, bytes: &[u8], trip: &Trip<'_>) -> Result<PutReceipt, PlaceError> {
        let mut files = self.files(trip)?;
        if files.contains_key(name) {
            return Err(PlaceError::Exists);
        }
        files.insert(name.to_owned(), bytes.to_vec());
        Ok(PutReceipt { is_confirmed: true })
    }

    fn delete(&self, name: &str, trip: &Trip<'_>) -> Result<(), PlaceError> {
        self.files(trip)?.remove(name).map(|_| ()).ok_or(PlaceError::NotFound)
    }
}

struct Only(Arc<Shelf>);

impl Places for Only {
    fn open(&self, _: &PlaceAddress, _: Option<&Secret>) -> Result<Arc<dyn BackupPlace>, PlaceError> {
        Ok(self.0.clone())
    }
}

struct At(Moment);

impl Clock for At {
    fn now(&self) -> Moment {
        self.0
    }

    fn tick(&self) -> Tick {
        Tick(Duration::ZERO)
    }
}

fn world(shelf: Arc<Shelf>, now: Moment, seed: u8) -> World {
    World {
        browser: Arc::new(Absent),
        clipboard: Arc::new(Absent),
        clock: Arc::new(At(now)),
        console: Arc::new(Absent),
        entropy: Arc::new(Counting(seed.into())),
        files: Arc::new(Absent),
        guards: Arc::new([]),
        key_store: Arc::new(Absent),
        memory: Arc::new(Absent),
        places: Arc::new(Only(shelf)),
        process: Arc::new(Absent),
        provider: Arc::new(Absent),
        scanner: Arc::new(Absent),
        seat: Arc::new(Absent),
        time: Arc::new(Absent),
        surroundings: Arc::new(Surroundings { device: DeviceType::running(), ..Surroundings::default() }),
        state: PathBuf::from("/nowhere/state"),
        vault: PathBuf::from("/nowhere/vault.pulih"),
    }
}

/// A bench with a place.
pub(super) struct Backed {
    pub bench: Bench,
    pub shelf: Arc<Shelf>,
    seed: u8,
}

impl Backed {
    /// An open vault with the samples, backups set up and none made yet.
    pub(super) fn new() -> Self {
        Self::sized(Language::En, 80, 24)
    }

    pub(super) fn sized(language: Language, width: u16, height: u16) -> Self {
        let mut bench = Bench::open_with(samples(), language, width, height);
        let Place::Home(home) = &mut bench.model.place else { unreachable!("open") };
        let account = RecoveryName::parse("mira@example.com").unwrap();
        let password = Passphrase::parse(PASSWORD).unwrap();
        let (chance, id) = (Counting(1.into()), PlaceId([7; 16]));
        let vault = home.session.vault_mut();
        // Tests let hours pass.
        vault.settings_mut().auto_lock_seconds = 0;
        let of = (account, &password);
        let mut set = BackupSet::create(vault, of, KdfParams::LEAST, DeviceType::Portable, NOW, &chance).unwrap();
        set.place = Some(id);
        vault.set_backup_sets(&[set]).unwrap();
        let address = Private::from("/home/anna/Dropbox/Pulih".to_owned());
        vault.set_places(&[KnownPlace::new(id, address, None, NOW, true)]).unwrap();
        home.look_at_backups(&bench.model.desk);
        Self { bench, shelf: Arc::default(), seed: 3 }
    }

    /// An open vault with the samples and no backups.
    pub(super) fn bare(language: Language, width: u16, height: u16) -> Self {
        let bench = Bench::open_with(samples(), language, width, height);
        Self { bench, shelf: Arc::default(), seed: 3 }
    }

    /// The errands that were asked for and not performed yet.
    pub(super) fn errands(&self) -> Vec<&Wish> {
        fn wish(effect: &Effect) -> Option<&Wish> {
            if let Effect::Errand(_, wish) = effect { Some(wish) } else { None }
        }
        self.bench.asked.iter().filter_map(wish).collect()
    }

    fn taken(&mut self) -> (Errand, Wish) {
        let place = self.bench.asked.iter().position(|effect| matches!(effect, Effect::Errand(..)));
        match self.bench.asked.remove(place.expect("an errand was asked for")) {
            Effect::Errand(errand, wish) => (errand, wish),
            _ => unreachable!("just looked at"),
        }
    }

    /// Performs the first errand that was asked for, and answers what is saved after it.
    pub(super) fn perform(&mut self) -> &mut Self {
        self.perform_while(|_| {})
    }

    /// The same, and something happens while the worker is at it.
    pub(super) fn perform_while(&mut self, happens: impl FnOnce(&mut Bench)) -> &mut Self {
        let (errand, mut wish) = self.taken();
        if let Wish::SetUp(plan) = &mut wish {
            plan.cost = KdfParams::LEAST;
        }
        self.seed = self.seed.wrapping_add(91);
        let world = world(self.shelf.clone(), self.bench.model.desk.now, self.seed);
        let prepared = prepare(&world, &self.bench.home().session, wish);
        happens(&mut self.bench);
        let told = match prepared {
            Err(told) => told,
            Ok(work) => run(work, &errand, &world, &|_| {}),
        };
        self.bench.hand(Msg::Came(errand.ticket, Answer::ErrandEnded(told)));
        if self.bench.model.home().is_some() && self.bench.saving().is_some() {
            self.bench.saved();
        }
        self
    }

    /// Performs errands until none is asked for.
    pub(super) fn settle(&mut self) -> &mut Self {
        while !self.errands().is_empty() {
            self.perform();
        }
        self
    }

    /// Performs what is asked of the recovery kit.
    pub(super) fn performed_kit(&mut self) -> &mut Self {
        let place = self.bench.asked.iter().position(|effect| matches!(effect, Effect::Kit(..)));
        let Effect::Kit(ticket, wish) = self.bench.asked.remove(place.expect("something is asked of the kit")) else {
            unreachable!("just looked at")
        };
        self.seed = self.seed.wrapping_add(91);
        let world = world(self.shelf.clone(), self.bench.model.desk.now, self.seed);
        let Place::Home(home) = &mut self.bench.model.place else { unreachable!("open") };
        let told = crate::tui::kit::performed(&world, &mut home.session, wish);
        self.bench.hand(Msg::Came(ticket, Answer::Kit(told)));
        self
    }

    /// The vault as it is now, opened a second time.
    pub(super) fn twin(&self) -> Session {
        let bytes = self.bench.home().session.vault().seal(&Counting(9.into())).unwrap();
        let passphrase = Passphrase::parse(PASSPHRASE).unwrap();
        let opened = SealedVault::parse(bytes).unwrap().open(&Opener::Passphrase(&passphrase));
        Session::in_memory(opened.map_err(|(_, error)| error).unwrap())
    }

    /// Something of the accounts is changed, saved, and nothing more happens for a while.
    pub(super) fn change(&mut self) -> &mut Self {
        self.bench.press("p").saved();
        self.bench.wait(crate::tui::backing::QUIET);
        self
    }
}
