//! Sealed and device-bound accounts against the independent implementation (`tests/vectors/sign-in`), and what is made
//! here for it to open.

use data_encoding::HEXLOWER;
use serde_json::{Value, json};

use super::{Contact, SignInKeys, SignedIn, seal};
use crate::account::{Account, AccountId, DeviceSealed, OldKey, RecoveryCode, SignInSlot};
use crate::moment::Moment;
use crate::otp::{OtpKey, OtpParams};
use crate::secret::{Key32, Passphrase, Secret};
use crate::vault::device::DeviceLock;
use crate::vault::kdf::KdfParams;
use crate::vault::payload::{self, SealedContent};
use crate::vault::testing::Counting;
use crate::vault::{OpenError, VaultId};

const VECTORS: &str = include_str!("../../../tests/vectors/sign-in/vectors.json");
const MADE_HERE: &str = include_str!("../../../tests/vectors/sign-in/made-by-rust.json");

fn vectors(list: &str) -> Vec<Value> {
    let book: Value = serde_json::from_str(VECTORS).unwrap();
    book[list].as_array().unwrap().clone()
}

fn text<'a>(vector: &'a Value, name: &str) -> &'a str {
    vector[name].as_str().unwrap()
}

fn hex(vector: &Value, name: &str) -> Vec<u8> {
    HEXLOWER.decode(text(vector, name).as_bytes()).unwrap()
}

fn answer(error: OpenError) -> &'static str {
    match error {
        OpenError::Damaged => "damaged",
        OpenError::NoMemory { .. } => "no memory",
        OpenError::NoSuchSlot | OpenError::WrongKey => "wrong key",
        OpenError::TooCostly { .. } => "too costly",
        OpenError::TooNew { .. } => "newer version",
    }
}

fn described(opened: SignedIn) -> Value {
    let SignedIn { params, note, recovery_codes, history, .. } = opened;
    payload::described(&SealedContent { params, note, recovery_codes, history })
}

fn compared(vector: &Value, got: Result<Value, OpenError>) {
    let (what, expect) = (text(vector, "what"), text(vector, "expect"));
    match got {
        Ok(content) => assert_eq!(("open", &content), (expect, &vector["content"]), "{what}"),
        Err(error) => assert_eq!(answer(error), expect, "{what}"),
    }
}

#[test]
fn every_sealed_record_gets_its_answer_and_is_written_as_it_was_read() {
    let mut answers = Vec::new();
    for vector in vectors("sealed") {
        let record = hex(&vector, "record");
        let sealed = payload::read_sealed_record(&record);
        assert_eq!(payload::sealed_record(&sealed), record, "{}", text(&vector, "what"));
        let password = Passphrase::parse(text(&vector, "password")).unwrap();
        let opened = SignInKeys::new(&password).open(&sealed, text(&vector, "contact"));
        compared(&vector, opened.map(described));
        answers.push(text(&vector, "expect").to_owned());
    }
    for answer in ["open", "wrong key", "damaged", "too costly", "newer version"] {
        assert!(answers.iter().any(|one| one == answer), "no vector is {answer}");
    }
}

#[test]
fn every_contact_has_the_spelling_of_the_document() {
    for vector in vectors("contacts") {
        let slot = SignInSlot {
            contact_kind: 1,
            hint: text(&vector, "hint").into(),
            memory_kib: 8192,
            passes: 1,
            lanes: 1,
            salt: [0; 32],
            sealed: Vec::new(),
        };
        let got = Contact::parse_for(text(&vector, "typed"), &slot).ok();
        let got = got.map(|it| (it.kind().number(), it.as_str().to_owned(), it.hint().as_str().to_owned()));
        let wanted = vector["kind"].as_u64().map(|kind| {
            (u8::try_from(kind).unwrap(), text(&vector, "spelling").to_owned(), text(&vector, "masked").to_owned())
        });
        assert_eq!(got, wanted, "{:?}", text(&vector, "typed"));
    }
}

#[test]
fn every_device_record_gets_its_answer() {
    for vector in vectors("device") {
        let id = AccountId(hex(&vector, "account").try_into().unwrap());
        let vault = VaultId(hex(&vector, "vault").try_into().unwrap());
        let lock = DeviceLock { key: Key32::copied(&hex(&vector, "key")).unwrap(), vault };
        let opened = lock.open(id, &DeviceSealed(hex(&vector, "record")));
        compared(&vector, opened.map(|content| payload::described(&content)));
    }
}

/// The other half: what is sealed here, the independent implementation opens (`pulih_sign_in.py check`).
#[test]
fn what_the_program_seals_is_what_it_was() {
    let chance = Counting::from(26);
    let steam = |byte| OtpParams::Steam { key: OtpKey::new(Secret::copied(&[byte; 20])).unwrap() };
    let mut account = Account::ready(AccountId([1; 16]), "Färjan", "mira", steam(7), Moment::from_unix(5));
    account.note = "däck 4".into();
    account.recovery_codes = vec![RecoveryCode { code: Secret::copied(b"3333"), used: false }];
    account.history = vec![OldKey { params: steam(8), replaced: Moment::from_unix(3) }];
    let password = Passphrase::parse("a kettle on the blue shelf").unwrap();
    let typed = ["Mira@Bücher.example", "+62 812 3456 7890"];
    let contacts = typed.map(|typed| Contact::parse(typed).unwrap());
    let mut keys = SignInKeys::new(&password);
    let protection = keys.protect([1; 16], &contacts, KdfParams::LEAST, &chance).unwrap();
    let sealed = seal(&account, account.params().unwrap(), &protection, &chance).unwrap();
    let content = described(keys.open(&sealed, typed[0]).unwrap());
    let record = HEXLOWER.encode(&payload::sealed_record(&sealed));
    let vector = |typed: &str| {
        json!({"what": "made by the program", "record": record, "password": "a kettle on the blue shelf",
            "contact": typed, "expect": "open", "content": content})
    };
    let lock = DeviceLock { key: Key32::copied(&[3; 32]).unwrap(), vault: VaultId([5; 16]) };
    let bound = lock.seal(&account, account.params().unwrap()).unwrap();
    let device = json!({"what": "made by the program", "key": HEXLOWER.encode(&[3; 32]),
        "account": HEXLOWER.encode(&[1; 16]), "vault": HEXLOWER.encode(&[5; 16]),
        "record": HEXLOWER.encode(&bound.0), "expect": "open", "content": content});
    let book = json!({"sealed": typed.map(vector), "contacts": [], "device": [device]});
    let made = serde_json::to_string_pretty(&book).unwrap();
    assert!(made == MADE_HERE.trim_end(), "made-by-rust.json is not what it was; today it is:\n{made}\n");
}
