//! No device-bound or sealed key is found in what a backup holds: searched for in every spelling, over many vaults.

use std::sync::{LazyLock, Mutex};

use data_encoding::{BASE32_NOPAD, BASE64, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};

use crate::account::{Account, AccountId, Book, OldKey, Protection, RecoveryCode, SignInProtection};
use crate::moment::Moment;
use crate::otp::{Algorithm, Digits, OtpKey, OtpParams, Period};
use crate::secret::{Passphrase, Secret};
use crate::vault::backup::{BackupContents, RecoveryName};
use crate::vault::payload;
use crate::vault::testing::Counting;
use crate::vault::{Contact, KdfParams, SignInKeys, VaultSettings};

const NOW: Moment = Moment::from_unix(1_800_000_000);
const VAULTS: u64 = 10_000;
/// Shorter spellings are met by chance; for those the backup is compared with one of another key.
const TELLING: usize = 8;

/// Numbers that repeat: splitmix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    fn key(&mut self) -> Vec<u8> {
        // All lengths come, the short ones often.
        let longest = if self.below(2) == 0 { 32 } else { 640 };
        let length = 1 + self.below(longest);
        (0..length).map(|_| self.roll().to_le_bytes()[0]).collect()
    }
}

fn params(key: &[u8]) -> OtpParams {
    OtpParams::Totp {
        key: OtpKey::new(Secret::copied(key)).unwrap(),
        algorithm: Algorithm::Sha1,
        digits: Digits::new(6).unwrap(),
        period: Period::new(30).unwrap(),
    }
}

/// An account whose key stands everywhere that a key can stand.
fn account(id: u8, protection: Protection, key: &[u8], old: &[u8]) -> Account {
    let mut account = Account::ready(AccountId([id; 16]), "Harbour Bank", "mira@example.com", params(key), NOW);
    account.protection = protection;
    let spelled = spellings(key);
    account.note = format!("old: {} {}", BASE32_NOPAD.encode(key), BASE64.encode(old)).as_str().into();
    account.recovery_codes = vec![RecoveryCode { code: Secret::copied(&spelled[1]), used: false }];
    account.history = vec![OldKey { params: params(old), replaced: NOW }];
    account.ext = vec![(9, key.to_vec())];
    account.sign_in = (protection == Protection::SignIn).then(|| Box::new(sign_in(id)));
    account
}

static PASSWORD: LazyLock<Passphrase> = LazyLock::new(|| Passphrase::parse("lamp over the quiet harbour").unwrap());

/// Real sign-in protection, the same each time for an id; derived once for all of them.
fn sign_in(id: u8) -> SignInProtection {
    static KEYS: LazyLock<Mutex<SignInKeys<'static>>> = LazyLock::new(|| {
        let mut keys = SignInKeys::new(&PASSWORD);
        protect(&mut keys, 0);
        Mutex::new(keys)
    });
    protect(&mut KEYS.lock().unwrap(), id)
}

fn protect(keys: &mut SignInKeys<'_>, id: u8) -> SignInProtection {
    let contacts = [Contact::parse("mira@example.com").unwrap()];
    keys.protect([id; 16], &contacts, KdfParams::LEAST, &Counting::from(id)).unwrap()
}

fn spellings(key: &[u8]) -> Vec<Vec<u8>> {
    let base32 = BASE32_NOPAD.encode(key);
    let texts = [
        base32.to_lowercase(),
        HEXLOWER.encode(key),
        HEXUPPER.encode(key),
        BASE64_NOPAD.encode(key),
        BASE64URL_NOPAD.encode(key),
    ];
    let mut all = vec![key.to_vec(), base32.into_bytes()];
    all.extend(texts.map(String::into_bytes));
    all
}

/// What a backup of the book holds, decrypted.
fn decrypted(book: &Book) -> Vec<u8> {
    let contents = BackupContents {
        created: NOW,
        recovery_account: RecoveryName::parse("mira@example.com").unwrap(),
        computer: "lamp".into(),
        settings: VaultSettings::default(),
        groups: Vec::new(),
        accounts: BackupContents::of(book, &Counting::new()).unwrap(),
        earlier: Vec::new(),
        ext: Vec::new(),
    };
    let padded = payload::encode_backup(&contents).unwrap();
    // Padding is nothing but zeros, and no spelling of a key ends in enough of them to matter.
    let end = padded.iter().rposition(|byte| *byte != 0).unwrap_or(0);
    padded[..=end].to_vec()
}

/// Which of the spellings stand somewhere in `hay`.
fn found(hay: &[u8], needles: &[Vec<u8>]) -> usize {
    let mut starts = vec![false; 1 << 16];
    let pair = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
    needles.iter().for_each(|needle| starts[pair(needle)] = true);
    let hits = hay.windows(2).enumerate().filter(|(_, two)| starts[pair(two)]);
    hits.filter(|(at, _)| needles.iter().any(|needle| hay[*at..].starts_with(needle))).count()
}

fn telling(keys: &[&[u8]]) -> Vec<Vec<u8>> {
    let all = keys.iter().flat_map(|key| spellings(key));
    all.filter(|needle| needle.len() >= TELLING).collect()
}

#[test]
fn over_ten_thousand_vaults_no_protected_key_is_in_the_backup_in_any_spelling() {
    let mut searched = 0;
    for seed in 0..VAULTS {
        let mut dice = Dice(seed);
        let keys: Vec<[Vec<u8>; 2]> = (0..=dice.below(3)).map(|_| [dice.key(), dice.key()]).collect();
        let mut accounts = Vec::new();
        for (id, [key, old]) in (1..).zip(&keys) {
            let protection = if dice.below(2) == 0 { Protection::SignIn } else { Protection::DeviceBound };
            accounts.push(account(id, protection, key, old));
        }
        // One that may travel, so that the search is through a backup that holds keys.
        accounts.push(account(200, Protection::Standard, &dice.key(), &dice.key()));
        let hay = decrypted(&Book::new(accounts, Vec::new()));
        let own: Vec<Vec<u8>> = (1..=keys.len())
            .map(|id| sign_in(u8::try_from(id).unwrap()).account_key.expose().to_vec())
            .chain([PASSWORD.expose().to_vec()])
            .collect();
        let needles = telling(&keys.iter().flatten().chain(&own).map(Vec::as_slice).collect::<Vec<_>>());
        searched += needles.len();
        assert_eq!(found(&hay, &needles), 0, "vault {seed}");
    }
    assert!(searched > 200_000, "{searched}");
}

#[test]
fn a_planted_leak_is_found_in_every_spelling() {
    let mut dice = Dice(7);
    for _ in 0..50 {
        let (key, old) = (dice.key(), dice.key());
        let hay = decrypted(&Book::new(vec![account(1, Protection::Standard, &key, &old)], Vec::new()));
        for needle in telling(&[&key]) {
            let spelled = [&hay[..100], needle.as_slice(), &hay[100..]].concat();
            assert!(found(&spelled, std::slice::from_ref(&needle)) > 0);
        }
        if key.len() >= TELLING {
            assert!(found(&hay, std::slice::from_ref(&key)) > 0, "an open key is there");
        }
    }
}

/// Keys of one byte are met by chance, so here the whole backup is compared: it is the same, whatever the key is.
#[test]
fn the_backup_of_a_device_bound_account_does_not_depend_on_its_key_at_all() {
    let of = |key: &[u8], old: &[u8]| {
        let mut account = account(1, Protection::DeviceBound, key, old);
        account.note = format!("{key:?}").as_str().into();
        decrypted(&Book::new(vec![account], Vec::new()))
    };
    let first = of(&[1], &[2]);
    for length in 1..=640 {
        assert_eq!(of(&vec![0xa5; length], &vec![0x5a; 641 - length]), first, "{length} bytes");
    }
}

#[test]
fn a_sealed_account_shows_nothing_of_its_key_beside_the_seal() {
    let of = |key: &[u8]| {
        let book = Book::new(vec![account(1, Protection::SignIn, key, key)], Vec::new());
        let mut accounts = BackupContents::of(&book, &Counting::new()).unwrap();
        let crate::vault::backup::Carried::Sealed(sealed) = &mut accounts[0].carried else { panic!("sealed") };
        let length = std::mem::take(&mut sealed.sealed).len();
        assert!(length > key.len());
        accounts
    };
    let first = of(&[1]);
    for length in [1, 2, 20, 64, 640] {
        assert_eq!(of(&vec![0xa5; length]), first, "{length} bytes");
    }
}
