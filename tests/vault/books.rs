//! Random books, and a very large one.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::{Config, TestRunner};
use pulih::account::{
    Account, AccountId, Book, Credential, DeviceSealed, EnrolHint, Kind, MissingReason, OldKey, Protection,
    ProviderPin, RecoveryCode, SealedCredential, SealedLabel, SecondFactor, SignInProtection, SignInSlot,
};
use pulih::moment::Moment;
use pulih::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, Period, Pin, YandexKey};
use pulih::secret::{Key32, Private, Secret};
use pulih::vault::{LARGEST_FILE, OpenError, Opener, SealError};

use crate::make::{Chance, NOW, open, vault};

#[test]
fn any_book_comes_back_as_it_was() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    let key = vault.add_key_store(&chance).unwrap();
    let vault = std::cell::RefCell::new(vault);
    let mut runner = TestRunner::new(Config { cases: 200, failure_persistence: None, ..Config::default() });
    runner
        .run(&book(), |book| {
            let mut vault = vault.borrow_mut();
            *vault.book_mut() = book;
            let bytes = vault.seal(&chance).unwrap();
            assert_eq!(vault.verify(&bytes), Ok(()));
            let opened = open(&bytes, &Opener::KeyStore(&key)).unwrap();
            assert_eq!(opened.book(), vault.book());
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_hundred_thousand_accounts_fit_into_a_file() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    let key = vault.add_key_store(&chance).unwrap();
    *vault.book_mut() = Book::new((0..100_000).map(plain).collect(), Vec::new());
    let bytes = vault.seal(&chance).unwrap();
    println!("100,000 accounts are {} bytes", bytes.len());
    assert!(bytes.len() <= LARGEST_FILE);
    let opened = open(&bytes, &Opener::KeyStore(&key)).unwrap();
    assert!(opened.book() == vault.book());

    vault.book_mut().add(plain(100_000));
    assert_eq!(vault.seal(&chance), Err(SealError::TooLarge), "one more is beyond the bound");
}

#[test]
fn what_the_format_cannot_hold_is_refused_before_anything_is_written() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    let mut account = plain(1);
    account.note = "n".repeat(65_537).into();
    vault.book_mut().add(account);
    assert_eq!(vault.seal(&chance), Err(SealError::TooLarge));
    let before = crate::make::vault(&chance).seal(&chance).unwrap();
    assert_eq!(vault.verify(&before), Err(OpenError::WrongKey));
}

fn plain(number: u32) -> Account {
    let mut id = [0; 16];
    id[..4].copy_from_slice(&number.to_le_bytes());
    let params = OtpParams::Totp {
        key: OtpKey::new(Secret::copied(&[7; 20])).unwrap(),
        algorithm: Algorithm::Sha1,
        digits: Digits::SIX,
        period: Period::THIRTY,
    };
    Account::ready(AccountId(id), &format!("Service {number}"), "mira@example.com", params, NOW)
}

fn book() -> impl Strategy<Value = Book> {
    (vec(account(), 0..12), vec(text(), 0..4)).prop_map(|(accounts, groups)| Book::new(accounts, groups))
}

fn account() -> impl Strategy<Value = Account> {
    let names = (text(), text(), text(), vec(text(), 0..4), text());
    let marks = (option::of(moment()), option::of(moment()), option::of(moment()), option::of(moment()));
    let lists = (vec(code(), 0..3), vec(old_key(), 0..3), ext());
    let sorts = (kind(), protection(), any::<bool>(), any::<u64>());
    (any::<[u8; 16]>(), names, sorts, credential(), option::of(sign_in()), lists, marks, option::of(pin()), moment())
        .prop_map(|(id, names, sorts, credential, sign_in, lists, marks, provider_pin, changed)| Account {
            id: AccountId(id),
            kind: sorts.0,
            protection: sorts.1,
            issuer: names.0,
            name: names.1,
            note: names.2,
            groups: names.3,
            pinned: sorts.2,
            credential,
            sign_in: sign_in.map(Box::new),
            recovery_codes: lists.0,
            use_count: sorts.3,
            last_used: marks.0,
            created: NOW,
            changed,
            trashed: marks.1,
            history: lists.1,
            accepted: marks.2,
            refused: marks.3,
            provider_pin: provider_pin.map(Box::new),
            progress: pulih::account::SignInProgress::NotBegun,
            icon: names.4,
            ext: lists.2,
        })
}

fn credential() -> impl Strategy<Value = Credential> {
    let reason = prop_oneof![
        Just(MissingReason::DeviceBound),
        Just(MissingReason::DeviceKeyGone),
        Just(MissingReason::NotInImport),
        Just(MissingReason::PinNotInImport),
    ];
    let type_name = prop_oneof![Just(""), Just("totp"), Just("yandex")];
    let missing = (reason, type_name, option::of(vec(any::<u8>(), 0..200))).prop_map(|(reason, type_name, sealed)| {
        let device_sealed = sealed.map(DeviceSealed);
        Credential::Missing(EnrolHint { reason, type_name: type_name.to_owned(), device_sealed })
    });
    prop_oneof![
        missing,
        params().prop_map(Credential::Ready),
        sealed().prop_map(|sealed| Credential::Sealed(Box::new(sealed)))
    ]
}

fn params() -> impl Strategy<Value = OtpParams> {
    let free = || (key(1..=640), algorithm(), 1..=10_u64);
    let totp = (free(), 1..=86_400_u64).prop_map(|((key, algorithm, digits), period)| OtpParams::Totp {
        key,
        algorithm,
        digits: Digits::new(digits).unwrap(),
        period: Period::new(period).unwrap(),
    });
    let hotp = (free(), 0..1_u64 << 63).prop_map(|((key, algorithm, digits), counter)| OtpParams::Hotp {
        key,
        algorithm,
        digits: Digits::new(digits).unwrap(),
        counter: Counter::new(counter).unwrap(),
    });
    let steam = key(1..=640).prop_map(|key| OtpParams::Steam { key });
    let pin = || "[0-9a-zå]{1,64}".prop_map(|text| Pin::new(&text).unwrap());
    let motp = ("[0-9a-fA-F]{1,32}|[ -~]{0,20}[!-~]", pin())
        .prop_map(|(text, pin)| OtpParams::Motp { secret: MotpSecret::new(&text).unwrap(), pin });
    let yandex =
        (key(16..=16), pin()).prop_map(|(key, pin)| OtpParams::Yandex { key: YandexKey::new(key).unwrap(), pin });
    prop_oneof![totp, hotp, steam, motp, yandex]
}

fn sealed() -> impl Strategy<Value = SealedCredential> {
    let numbers = (1..=5_u8, 0..=3_u8, any::<u8>(), any::<u32>());
    (any::<[u8; 16]>(), text(), text(), numbers, slots(), vec(any::<u8>(), 0..300)).prop_map(
        |(seal_id, issuer, name, numbers, slots, sealed)| {
            let (otp_type, algorithm, digits, period) = numbers;
            let label = SealedLabel { issuer, name, otp_type, algorithm, digits, period };
            SealedCredential { seal_id, label, slots, sealed }
        },
    )
}

fn slots() -> impl Strategy<Value = Vec<SignInSlot>> {
    let numbers = (any::<u32>(), any::<u32>(), any::<u32>());
    let slot = (1..=2_u8, text(), numbers, any::<[u8; 32]>(), vec(any::<u8>(), 0..200)).prop_map(
        |(contact_kind, hint, (memory_kib, passes, lanes), salt, sealed)| SignInSlot {
            contact_kind,
            hint,
            memory_kib,
            passes,
            lanes,
            salt,
            sealed,
        },
    );
    vec(slot, 1..=4)
}

fn sign_in() -> impl Strategy<Value = SignInProtection> {
    (any::<[u8; 32]>(), slots(), any::<[u8; 16]>()).prop_map(|(key, slots, seal_id)| SignInProtection {
        account_key: Key32::copied(&key).unwrap(),
        slots,
        seal_id,
    })
}

fn pin() -> impl Strategy<Value = ProviderPin> {
    let factor = prop_oneof![Just(SecondFactor::NotReported), Just(SecondFactor::Reported)];
    (text(), text(), moment(), factor).prop_map(|(issuer, subject, confirmed, second_factor)| ProviderPin {
        issuer,
        subject,
        confirmed,
        second_factor,
    })
}

fn code() -> impl Strategy<Value = RecoveryCode> {
    (vec(any::<u8>(), 0..40), any::<bool>()).prop_map(|(code, used)| RecoveryCode { code: Secret::copied(&code), used })
}

fn old_key() -> impl Strategy<Value = OldKey> {
    (params(), moment()).prop_map(|(params, replaced)| OldKey { params, replaced })
}

fn ext() -> impl Strategy<Value = Vec<(u16, Vec<u8>)>> {
    vec((any::<u16>(), vec(any::<u8>(), 0..60)), 0..3)
}

fn key(length: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = OtpKey> {
    vec(any::<u8>(), length).prop_map(|bytes| OtpKey::new(Secret::copied(&bytes)).unwrap())
}

fn algorithm() -> impl Strategy<Value = Algorithm> {
    prop_oneof![Just(Algorithm::Sha1), Just(Algorithm::Sha256), Just(Algorithm::Sha512)]
}

fn kind() -> impl Strategy<Value = Kind> {
    let personal = any::<bool>().prop_map(|passwordless| Kind::Personal { passwordless });
    prop_oneof![Just(Kind::ThirdParty), Just(Kind::WorkOrSchool), personal]
}

fn protection() -> impl Strategy<Value = Protection> {
    prop_oneof![Just(Protection::DeviceBound), Just(Protection::SignIn), Just(Protection::Standard)]
}

fn text() -> impl Strategy<Value = Private> {
    any::<String>().prop_map(Private::from)
}

fn moment() -> impl Strategy<Value = Moment> {
    any::<i64>().prop_map(Moment::from_unix_ms)
}
