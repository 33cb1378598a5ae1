//! Saving: sealing everything, and the whole way to the disk and back as `ops` goes it.

mod support;

use std::path::Path;

use divan::Bencher;
use pulih::edge::{self, Places, SystemEntropy};
use pulih::ops::{self, Session, World};
use pulih::ports::Surroundings;
use pulih::secret::Passphrase;
use pulih::vault::KdfParams;
use support::{SIZES, book, growth, heading};
use tempfile::TempDir;

fn main() {
    divan::main();
    heading();
    growth("seal everything", saved, |vault| vault.session.vault().seal(&SystemEntropy));
    growth("save (seal, write, sync, read back)", saved, |vault| vault.session.save(&vault.world));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn save(bencher: Bencher<'_, '_>, accounts: usize) {
    let mut vault = saved(accounts);
    bencher.bench_local(|| vault.session.save(&vault.world).is_ok());
}

/// A vault on the disk, in a folder that goes with it.
struct Saved {
    session: Session,
    world: World,
    _folder: TempDir,
}

#[expect(clippy::expect_used, reason = "a bench stops where something is not as it must be")]
fn saved(accounts: usize) -> Saved {
    let folder = tempfile::tempdir().expect("a folder");
    let world = world(folder.path());
    let passphrase = Passphrase::parse("for a bench only").expect("a passphrase");
    let mut session = ops::create(&world, &world.vault, &passphrase, KdfParams::LEAST).expect("a vault");
    *session.book_mut() = book(accounts);
    session.save(&world).expect("a saved vault");
    Saved { session, world, _folder: folder }
}

fn world(folder: &Path) -> World {
    let places =
        Places { vault: folder.join("bench.pulih"), state: folder.join("state"), config: folder.join("config.toml") };
    edge::world(&places, Surroundings::default(), Vec::new())
}
