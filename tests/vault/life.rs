//! A vault's life: made, sealed, opened, saved, given another passphrase, words and a key-store slot.

use pulih::account::{Account, AccountId};
use pulih::otp::{Algorithm, Digits, OtpKey, OtpParams, Period};
use pulih::secret::Secret;
use pulih::vault::{KdfParams, Mark, OpenError, OpenRemark, Opener, RecoveryWords, SealError, SealedVault, SlotKind};

use crate::make::{Chance, NOW, open, open_with, passphrase, vault};

fn account(id: u8, issuer: &str) -> Account {
    let params = OtpParams::Totp {
        key: OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap(),
        algorithm: Algorithm::Sha1,
        digits: Digits::SIX,
        period: Period::THIRTY,
    };
    Account::ready(AccountId([id; 16]), issuer, "anna@example.com", params, NOW)
}

#[test]
fn what_was_sealed_is_there_after_opening() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    vault.book_mut().add(account(1, "GitHub"));
    vault.settings_mut().auto_lock_seconds = 60;
    vault.set_ext(1, Some(Secret::copied(&[1, 2, 3])));
    let bytes = vault.seal(&chance).unwrap();
    let opened = open_with(&bytes, "correct horse").unwrap();
    assert_eq!(opened.book(), vault.book());
    assert_eq!(opened.settings(), vault.settings());
    assert_eq!((opened.id(), opened.created(), opened.ext(1)), (vault.id(), NOW, Some([1, 2, 3].as_slice())));
    assert_eq!(opened.remarks(), [OpenRemark::WeakCost]);
}

#[test]
fn what_is_kept_under_numbers_is_kept_out_of_the_swap_file_like_keys() {
    let mut vault = vault(&Chance::new(1));
    vault.set_ext(1, Some(Secret::copied(b"the key of a backup set")));
    let mut shown = Vec::new();
    vault.each_key(&mut |key| shown.push(key.to_vec()));
    assert!(shown.contains(&b"the key of a backup set".to_vec()));
}

#[test]
fn the_generation_counts_confirmed_saves_only() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    assert_eq!(vault.generation(), 0);
    let first = vault.seal(&chance).unwrap();
    let again = vault.seal(&chance).unwrap();
    assert_ne!(first, again);
    let generation = |bytes: &[u8]| open_with(bytes, "correct horse").unwrap().generation();
    assert_eq!((generation(&first), generation(&again), vault.generation()), (1, 1, 0));
    vault.saved(1);
    assert_eq!(generation(&vault.seal(&chance).unwrap()), 2);
}

#[test]
fn another_passphrase_gives_the_sealed_vault_back() {
    let bytes = vault(&Chance::new(1)).seal(&Chance::new(2)).unwrap();
    let sealed = SealedVault::parse(bytes).unwrap();
    let (sealed, error) = sealed.open(&Opener::Passphrase(&passphrase("wrong horse"))).unwrap_err();
    assert_eq!(error, OpenError::WrongKey);
    assert!(sealed.open(&Opener::Passphrase(&passphrase("correct horse"))).is_ok());
}

#[test]
fn what_was_read_back_is_compared_with_what_is_in_memory() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    let before = vault.seal(&chance).unwrap();
    assert_eq!(vault.verify(&before), Ok(()));
    assert_eq!(vault.verify(&before[1..]), Err(OpenError::Damaged));
    vault.book_mut().add(account(1, "GitHub"));
    assert_eq!(vault.verify(&before), Err(OpenError::Damaged));
    let after = vault.seal(&chance).unwrap();
    assert_eq!(vault.verify(&after), Ok(()));
    for index in (0..after.len()).step_by(97) {
        let mut changed = after.clone();
        changed[index] ^= 0x10;
        assert!(vault.verify(&changed).is_err(), "byte {index}");
    }
    let other = crate::make::vault(&Chance::new(9));
    assert_eq!(vault.verify(&other.seal(&chance).unwrap()), Err(OpenError::WrongKey));
}

#[test]
fn a_new_passphrase_means_a_new_vault_key_and_the_words_go_along() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    let words = vault.renew_words(&passphrase("correct horse"), None, &chance).unwrap();
    let store = vault.add_key_store(&chance).unwrap();
    let old = vault.seal(&chance).unwrap();
    vault.change_passphrase(&passphrase("battery staple"), KdfParams::LEAST, Some(&store), &chance).unwrap();
    let new = vault.seal(&chance).unwrap();
    assert_eq!(vault.verify(&old), Err(OpenError::WrongKey));
    assert_eq!(open_with(&new, "correct horse").err(), Some(OpenError::WrongKey));
    assert!(open_with(&new, "battery staple").is_ok());
    for opener in [Opener::Words(&words), Opener::KeyStore(&store)] {
        assert!(open(&old, &opener).is_ok());
        assert!(open(&new, &opener).is_ok());
    }
    vault.change_passphrase(&passphrase("again"), KdfParams::LEAST, None, &chance).unwrap();
    let newest = vault.seal(&chance).unwrap();
    assert_eq!(open(&newest, &Opener::KeyStore(&store)).err(), Some(OpenError::NoSuchSlot));
    assert!(open(&newest, &Opener::Words(&words)).is_ok());
}

#[test]
fn the_words_open_the_vault_and_new_ones_take_its_key_along() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    let right = passphrase("correct horse");
    let before = vault.seal(&chance).unwrap();
    let old = vault.renew_words(&right, None, &chance).unwrap();
    assert_eq!(vault.verify(&before), Err(OpenError::Damaged), "the first words leave the vault key as it is");
    let with_old = vault.seal(&chance).unwrap();
    let typed = RecoveryWords::parse(&old.expose().join(" ")).unwrap();
    assert!(open(&with_old, &Opener::Words(&typed)).is_ok());

    let wrong = vault.renew_words(&passphrase("x"), None, &chance);
    assert_eq!(wrong.err(), Some(SealError::WrongPassphrase));
    let new = vault.renew_words(&right, None, &chance).unwrap();
    let bytes = vault.seal(&chance).unwrap();
    assert_eq!(open(&bytes, &Opener::Words(&typed)).err(), Some(OpenError::WrongKey));
    assert!(open(&bytes, &Opener::Words(&new)).is_ok());
    assert_eq!(vault.verify(&with_old), Err(OpenError::WrongKey), "second words mean a new vault key");
}

#[test]
fn a_way_in_is_taken_away_only_with_the_passphrase_and_takes_the_vault_key_along() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    let words = vault.renew_words(&passphrase("correct horse"), None, &chance).unwrap();
    let store = vault.add_key_store(&chance).unwrap();
    let before = vault.seal(&chance).unwrap();
    let wrong = passphrase("wrong horse");
    let right = passphrase("correct horse");
    assert_eq!(vault.remove_words(&wrong, Some(&store), &chance), Err(SealError::WrongPassphrase));
    assert_eq!(vault.remove_key_store(&wrong, &chance), Err(SealError::WrongPassphrase));
    assert_eq!(vault.verify(&before), Ok(()));

    vault.remove_words(&right, Some(&store), &chance).unwrap();
    let bytes = vault.seal(&chance).unwrap();
    assert_eq!(vault.verify(&before), Err(OpenError::WrongKey));
    assert_eq!(open(&bytes, &Opener::Words(&words)).err(), Some(OpenError::NoSuchSlot));
    assert!(open(&bytes, &Opener::KeyStore(&store)).is_ok());

    vault.remove_key_store(&right, &chance).unwrap();
    let kinds: Vec<SlotKind> = vault.slots().iter().map(|slot| slot.kind).collect();
    assert_eq!(kinds, [SlotKind::Passphrase]);
    assert!(open_with(&vault.seal(&chance).unwrap(), "correct horse").is_ok());
}

#[test]
fn a_weak_cost_is_mended_under_the_same_passphrase() {
    let chance = Chance::new(1);
    let bytes = vault(&chance).seal(&chance).unwrap();
    let mut opened = open_with(&bytes, "correct horse").unwrap();
    assert_eq!(opened.remarks(), [OpenRemark::WeakCost]);
    let stronger = KdfParams { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    assert_eq!(opened.strengthen(&passphrase("x"), stronger, &chance), Err(SealError::WrongPassphrase));
    opened.strengthen(&passphrase("correct horse"), stronger, &chance).unwrap();
    let again = open_with(&opened.seal(&chance).unwrap(), "correct horse").unwrap();
    assert!(again.remarks().is_empty());
}

#[test]
fn the_passphrase_can_be_asked_again() {
    let vault = vault(&Chance::new(1));
    assert_eq!(vault.check_passphrase(&passphrase("correct horse")), Ok(()));
    assert_eq!(vault.check_passphrase(&passphrase("Correct horse")), Err(OpenError::WrongKey));
    let check = vault.passphrase_check();
    assert_eq!(check.check(&passphrase("correct horse")), Ok(()));
    assert_eq!(check.check(&passphrase("Correct horse")), Err(OpenError::WrongKey));
}

#[test]
fn a_mark_outlives_a_new_passphrase_and_fits_no_other_vault() {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    let mark = Mark { generation: 42, digest: [7; 32] };
    let before = vault.seal(&chance).unwrap();
    vault.change_passphrase(&passphrase("battery staple"), KdfParams::LEAST, None, &chance).unwrap();
    let sealed = vault.seal_mark(&mark, &chance).unwrap();
    let older = open_with(&before, "correct horse").unwrap();
    assert_eq!(older.open_mark(&sealed), Ok(mark), "the older file must see that a newer one was here");
    let other = crate::make::vault(&Chance::new(9));
    assert_eq!(other.open_mark(&sealed), Err(OpenError::WrongKey));
}
