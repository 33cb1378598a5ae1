//! Unlocking without the key derivation: the vault is opened by its key-store slot, which costs no Argon2.

mod support;

use divan::Bencher;
use pulih::account::Index;
use pulih::edge::SystemEntropy;
use pulih::secret::{Key32, Passphrase};
use pulih::vault::{KdfParams, OpenVault, Opener, SealedVault};
use support::{NOW, SIZES, book, growth, heading};

fn main() {
    divan::main();
    heading();
    growth("read the form, open, decode", vault, |(bytes, key)| open(bytes, key));
    growth("fold the names for the filter", book, |book| Index::new(book));
    growth("lock (drop and wipe)", |size| (0..21).map(|_| book(size)).collect::<Vec<_>>(), |books| drop(books.pop()));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn open_without_key_derivation(bencher: Bencher<'_, '_>, accounts: usize) {
    let (bytes, key) = vault(accounts);
    bencher.bench_local(|| open(&bytes, &key));
}

/// A vault file of this many accounts, and the key that the key store would keep.
#[expect(clippy::expect_used, reason = "a bench stops where something is not as it must be")]
fn vault(accounts: usize) -> (Vec<u8>, Key32) {
    let passphrase = Passphrase::parse("for a bench only").expect("a passphrase");
    let mut vault = OpenVault::create(&passphrase, KdfParams::LEAST, NOW, &SystemEntropy).expect("a vault");
    *vault.book_mut() = book(accounts);
    let key = vault.add_key_store(&SystemEntropy).expect("a key");
    (vault.seal(&SystemEntropy).expect("a sealed vault"), key)
}

/// The open vault is given back, so that dropping it is not counted: that is locking, and measured on its own.
#[expect(clippy::expect_used, reason = "a bench stops where something is not as it must be")]
fn open(bytes: &[u8], key: &Key32) -> OpenVault {
    let sealed = SealedVault::parse(bytes.to_vec()).expect("the form of a vault");
    sealed.open(&Opener::KeyStore(key)).map_err(|(_, error)| error).expect("an open vault")
}
