use super::{Contact, SignInKeys, seal};
use crate::account::{
    Account, AccountId, OldKey, Protection, RecoveryCode, SealedCredential, SignInProtection, SignInSlot,
};
use crate::chance::draw;
use crate::moment::Moment;
use crate::otp::{Algorithm, Digits, OtpKey, OtpParams, Period};
use crate::secret::{Passphrase, Secret};
use crate::vault::kdf::KdfParams;
use crate::vault::testing::Counting;
use crate::vault::{OpenError, SealError};

const NOW: Moment = Moment::from_unix(1_800_000_000);
const PASSWORD: &str = "lamp over the quiet harbour";
const EMAIL: &str = "mira@example.com";
const PHONE: &str = "+46701234567";

fn password(text: &str) -> Passphrase {
    Passphrase::parse(text).unwrap()
}

fn totp(key: &[u8], digits: u64) -> OtpParams {
    OtpParams::Totp {
        key: OtpKey::new(Secret::copied(key)).unwrap(),
        algorithm: Algorithm::Sha1,
        digits: Digits::new(digits).unwrap(),
        period: Period::new(30).unwrap(),
    }
}

fn account(id: u8) -> Account {
    let mut account = Account::ready(AccountId([id; 16]), "Harbour Bank", "mira", totp(&[id; 20], 6), NOW);
    account.protection = Protection::SignIn;
    account.note = "vault number 4".into();
    account.recovery_codes = vec![RecoveryCode { code: Secret::copied(b"1111-2222"), used: true }];
    account.history = vec![OldKey { params: totp(&[9; 20], 8), replaced: NOW }];
    account
}

fn protected(id: u8, contacts: &[&str], chance: &Counting) -> (Account, SealedCredential) {
    let contacts: Vec<Contact> = contacts.iter().map(|typed| Contact::parse(typed).unwrap()).collect();
    let password = password(PASSWORD);
    let mut keys = SignInKeys::new(&password);
    let protection = keys.protect([id; 16], &contacts, KdfParams::LEAST, chance).unwrap();
    let account = account(id);
    let sealed = seal(&account, account.params().unwrap(), &protection, chance).unwrap();
    (account, sealed)
}

fn sealed() -> SealedCredential {
    protected(1, &[EMAIL, PHONE], &Counting::new()).1
}

fn open(sealed: &SealedCredential, typed: &str, contact: &str) -> Result<OtpParams, OpenError> {
    let password = password(typed);
    SignInKeys::new(&password).open(sealed, contact).map(|opened| opened.params)
}

#[test]
fn password_and_any_of_the_contacts_open_it_with_all_that_lay_inside() {
    let (account, sealed) = protected(1, &[EMAIL, PHONE], &Counting::new());
    for contact in [EMAIL, " MIRA@Example.com", PHONE, "0046 70 123 45 67", "070-123 45 67"] {
        let password = password(PASSWORD);
        let opened = SignInKeys::new(&password).open(&sealed, contact).unwrap();
        assert_eq!(&opened.params, account.params().unwrap(), "{contact}");
        assert_eq!((&opened.note, &opened.recovery_codes), (&account.note, &account.recovery_codes));
        assert_eq!((&opened.history, &opened.protection.slots), (&account.history, &sealed.slots));
    }
}

/// Calls what no screen stands in front of: without both answers there is no key, whatever the caller does.
#[test]
fn there_is_no_key_without_both_answers() {
    let sealed = sealed();
    let contacts = [EMAIL, PHONE, "mira@example.org", "+46701234568", "", "no contact", "•"];
    for typed in [PASSWORD, "lamp over the quiet harbor", " lamp over the quiet harbour", "x"] {
        for contact in contacts {
            let is_right = typed == PASSWORD && [EMAIL, PHONE].contains(&contact);
            let answer = open(&sealed, typed, contact);
            assert_eq!(answer.is_ok(), is_right, "{typed} {contact}");
            assert!(is_right || answer == Err(OpenError::WrongKey), "one answer for all of them: {answer:?}");
        }
    }
}

#[test]
fn hints_are_only_hints() {
    let mut sealed = sealed();
    for slot in &mut sealed.slots {
        slot.hint = "x•••@y•••.z".into();
    }
    assert!(open(&sealed, PASSWORD, EMAIL).is_ok());
    assert!(open(&sealed, PASSWORD, PHONE).is_ok());
}

#[test]
fn a_relabelled_record_is_refused() {
    type Edit = fn(&mut SealedCredential);
    let edits: [Edit; 6] = [
        |it| it.label.issuer = "Harbour Bank 2".into(),
        |it| it.label.name = "anna".into(),
        |it| it.label.otp_type = 3,
        |it| it.label.algorithm = 2,
        |it| it.label.digits = 8,
        |it| it.label.period = 60,
    ];
    for (number, edit) in edits.iter().enumerate() {
        let mut sealed = sealed();
        edit(&mut sealed);
        assert_eq!(open(&sealed, PASSWORD, EMAIL).err(), Some(OpenError::Damaged), "edit {number}");
    }
}

#[test]
fn a_re_parameterised_slot_is_refused() {
    type Edit = fn(&mut SignInSlot);
    let edits: [(Edit, OpenError); 8] = [
        (|it| it.memory_kib += 8, OpenError::WrongKey),
        (|it| it.passes = 2, OpenError::WrongKey),
        (|it| it.salt[0] ^= 1, OpenError::WrongKey),
        (|it| it.contact_kind = 2, OpenError::WrongKey),
        (|it| it.passes = 17, OpenError::TooCostly { memory_mib: 8, passes: 17 }),
        (|it| it.memory_kib = 1024, OpenError::Damaged),
        (|it| it.sealed[80] ^= 1, OpenError::Damaged),
        (|it| it.sealed.truncate(103), OpenError::Damaged),
    ];
    for (number, (edit, answer)) in edits.iter().enumerate() {
        let mut sealed = sealed();
        sealed.slots.truncate(1);
        edit(&mut sealed.slots[0]);
        assert_eq!(open(&sealed, PASSWORD, EMAIL).err(), Some(*answer), "edit {number}");
    }
}

#[test]
fn parts_of_another_record_are_refused() {
    let chance = Counting::new();
    let (_, one) = protected(1, &[EMAIL], &chance);
    let (_, other) = protected(2, &[EMAIL], &chance);
    let with = |seal_id, slots: &[SignInSlot], sealed: &[u8]| {
        let (slots, sealed) = (slots.to_vec(), sealed.to_vec());
        open(&SealedCredential { seal_id, label: one.label.clone(), slots, sealed }, PASSWORD, EMAIL).err()
    };
    assert_eq!(with(one.seal_id, &one.slots, &one.sealed), None);
    assert_eq!(with(one.seal_id, &one.slots, &other.sealed), Some(OpenError::Damaged));
    assert_eq!(with(one.seal_id, &other.slots, &other.sealed), Some(OpenError::WrongKey));
    assert_eq!(with(other.seal_id, &one.slots, &one.sealed), Some(OpenError::WrongKey));
}

#[test]
fn a_slot_that_is_broken_does_not_close_the_others() {
    let mut sealed = sealed();
    sealed.slots[0].passes = 17;
    assert!(open(&sealed, PASSWORD, PHONE).is_ok());
}

#[test]
fn accounts_that_are_set_up_together_have_their_own_keys_and_are_opened_by_one_derivation() {
    let (typed, chance) = (password(PASSWORD), Counting::new());
    let contacts = [Contact::parse(EMAIL).unwrap()];
    let mut keys = SignInKeys::new(&typed);
    let made: Vec<SignInProtection> =
        (1..=3).map(|id| keys.protect([id; 16], &contacts, KdfParams::LEAST, &chance).unwrap()).collect();
    assert!(made[0].account_key != made[1].account_key && made[1].account_key != made[2].account_key);
    assert_eq!(keys.derived.len(), 1);
    let mut opening = SignInKeys::new(&typed);
    for (protection, id) in made.iter().zip(1..) {
        let account = account(id);
        let sealed = seal(&account, account.params().unwrap(), protection, &chance).unwrap();
        assert!(opening.open(&sealed, EMAIL).is_ok());
    }
    assert_eq!(opening.derived.len(), 1);
    // Set up another day: another salt.
    let later = SignInKeys::new(&typed).protect([1; 16], &contacts, KdfParams::LEAST, &chance).unwrap();
    assert_ne!(later.slots[0].salt, made[0].slots[0].salt);
    let _: [u8; 1] = draw(&chance).unwrap();
}

#[test]
fn one_to_four_contacts_and_a_price_within_bounds() {
    let (typed, chance) = (password(PASSWORD), Counting::new());
    let contact = Contact::parse(EMAIL).unwrap();
    let protect = |count: usize, cost| {
        let contacts = vec![contact.clone(); count];
        SignInKeys::new(&typed).protect([1; 16], &contacts, cost, &chance).err()
    };
    assert_eq!(protect(0, KdfParams::LEAST), Some(SealError::TooLarge));
    assert_eq!(protect(4, KdfParams::LEAST), None);
    assert_eq!(protect(5, KdfParams::LEAST), Some(SealError::TooLarge));
    assert_eq!(protect(1, KdfParams { passes: 17, ..KdfParams::LEAST }), Some(SealError::Cost));
}
