//! The constructions against the independent implementation's answers (`tests/vectors/vault`).

use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::secret::{Key32, Passphrase};
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::enc::enc;
use crate::vault::kdf::{KdfParams, argon2id, passphrase_key};
use crate::vault::mark::Mark;
use crate::vault::payload::{self, Contents, is_padded_size};
use crate::vault::words::RecoveryWords;
use crate::vault::{OpenError, VaultId};

const KNOWN: &str = include_str!("../../tests/vectors/vault/known.json");
const RECORDS: &str = include_str!("../../tests/vectors/vault/records.json");

fn known() -> Value {
    serde_json::from_str(KNOWN).unwrap()
}

fn hex(value: &Value) -> Vec<u8> {
    HEXLOWER.decode(value.as_str().unwrap().as_bytes()).unwrap()
}

fn key(value: &Value) -> Key32 {
    Key32::copied(&hex(value)).unwrap()
}

fn cost(value: &Value) -> KdfParams {
    let number = |name: &str| u32::try_from(value[name].as_u64().unwrap()).unwrap();
    KdfParams { memory_kib: number("memory"), passes: number("passes"), lanes: number("lanes") }
}

#[test]
fn enc_joins_parts_as_the_document_says() {
    let known = &known()["enc"];
    let parts: Vec<Vec<u8>> = known["parts"].as_array().unwrap().iter().map(hex).collect();
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    assert_eq!(*enc(known["domain"].as_str().unwrap(), &parts), hex(&known["bytes"]));
}

#[test]
fn a_box_of_every_purpose_opens_and_under_no_other() {
    let known = known();
    let boxes = known["boxes"].as_array().unwrap();
    let purposes = [
        (Purpose::Payload, "payload"),
        (Purpose::Slot, "slot"),
        (Purpose::Mark, "hwm"),
        (Purpose::SignInSlot, "sign-in slot"),
        (Purpose::SignInSecret, "sign-in secret"),
        (Purpose::DeviceBound, "device-bound"),
    ];
    assert_eq!(boxes.len(), purposes.len());
    for boxed in boxes {
        for (purpose, name) in purposes {
            let opened = boxed::open(&key(&boxed["key"]), purpose, &hex(&boxed["aad"]), &hex(&boxed["box"]));
            if boxed["purpose"] == name {
                assert_eq!(*opened.unwrap(), hex(&boxed["plain"]));
            } else {
                assert_eq!(opened.err(), Some(BoxError::WrongKey));
            }
        }
    }
}

#[test]
fn a_passphrase_gives_the_known_key() {
    let known = &known()["passphrase"];
    let typed = Passphrase::parse(known["typed"].as_str().unwrap()).unwrap();
    let salt: [u8; 32] = hex(&known["salt"]).try_into().unwrap();
    assert_eq!(passphrase_key(&typed, &salt, cost(known)).unwrap(), key(&known["key"]));
}

#[test]
fn words_give_the_known_key() {
    let known = &known()["words"];
    let words = RecoveryWords::parse(known["words"].as_str().unwrap()).unwrap();
    assert_eq!(words.expose().join(" "), known["words"].as_str().unwrap());
    assert_eq!(words.slot_key(), key(&known["key"]));
}

#[test]
fn a_mark_opens_to_the_known_state() {
    let known = &known()["mark"];
    let vault = VaultId(hex(&known["vault_id"]).try_into().unwrap());
    let mark = Mark::open(&key(&known["mark_key"]), vault, &hex(&known["mark"])).unwrap();
    let digest: [u8; 32] = hex(&known["digest"]).try_into().unwrap();
    assert_eq!(mark, Mark { generation: known["generation"].as_u64().unwrap(), digest });
}

#[test]
fn padding_gives_the_known_sizes() {
    for known in known()["padding"].as_array().unwrap() {
        let number = |name: &str| usize::try_from(known[name].as_u64().unwrap()).unwrap();
        let sizes = number("length")..=number("size");
        let first = sizes.into_iter().find(|size| is_padded_size(*size));
        assert_eq!(first, Some(number("size")), "the least size that holds {}", number("length"));
    }
}

/// Sign-in records are kept as they are so far; their key derivations are pinned all the same.
#[test]
fn a_label_and_a_sign_in_key_are_the_known_ones() {
    let known = known();
    let label: [&[u8]; 6] = [b"Harbour Bank", b"mira", &[1], &[3], &[8], &60_u32.to_le_bytes()];
    assert_eq!(Sha256::digest(&*enc("label", &label)).as_slice(), hex(&known["label_hash"]));
    let salt: [u8; 32] = hex(&known["passphrase"]["salt"]).try_into().unwrap();
    let input = enc("PULIH1 sign-in", &[b"password", &[1], b"mira@example.com"]);
    let derived = argon2id(&input, &salt, cost(&known["passphrase"])).unwrap();
    assert_eq!(derived, key(&known["sign_in_key"]));
}

#[test]
fn the_document_prints_these_answers() {
    let document = include_str!("../../docs/vault-format.md");
    assert!(document.contains(KNOWN), "docs/vault-format.md, section 13, is not known.json");
}

#[test]
fn every_record_gets_its_answer_and_is_written_as_it_was_read() {
    let records: Vec<Value> = serde_json::from_str(RECORDS).unwrap();
    let mut opened = 0;
    for record in &records {
        let what = record["what"].as_str().unwrap();
        let inside: Vec<u8> = record["inside"].as_array().unwrap().iter().flat_map(piece).collect();
        let padded = Contents::pad_record(&inside);
        let (answer, contents) = match Contents::decode(&padded) {
            Ok((contents, None)) => ("open", Some(contents)),
            Ok((_, Some(_))) => ("migrated", None),
            Err(OpenError::Damaged) => ("damaged", None),
            Err(OpenError::TooNew { .. }) => ("newer version", None),
            Err(_) => ("other", None),
        };
        assert_eq!(answer, record["expect"].as_str().unwrap(), "{what}");
        if let Some(contents) = contents {
            opened += 1;
            assert_eq!(contents.encode().unwrap(), padded, "{what}");
        }
    }
    assert!(opened > 5, "{opened} of {} records open", records.len());
}

/// Schema 1 is frozen: this is the SHA-256 of a record with every field, choice and number of it. Never change it.
#[test]
fn the_bytes_of_schema_1_are_what_they_were() {
    let records: Vec<Value> = serde_json::from_str(RECORDS).unwrap();
    let every = records.iter().find(|record| record["what"] == "every field and number").unwrap();
    let inside: Vec<u8> = every["inside"].as_array().unwrap().iter().flat_map(piece).collect();
    let (contents, _) = Contents::decode(&Contents::pad_record(&inside)).unwrap();
    let written = contents.encode().unwrap();
    let digest = Sha256::digest(&written[4..4 + inside.len()]);
    assert_eq!(HEXLOWER.encode(&digest), "2fb3953f9a7e763c5e36e441fe60fb8006b00d4d0facb9e6c009798379e48ad0");
}

/// The door that stays open for the day bincode has to go: another codec reads and writes the same bytes.
#[test]
fn another_codec_reads_and_writes_the_same_bytes() {
    let records: Vec<Value> = serde_json::from_str(RECORDS).unwrap();
    let opening = records.iter().filter(|record| record["expect"] == "open");
    for record in opening {
        let inside: Vec<u8> = record["inside"].as_array().unwrap().iter().flat_map(piece).collect();
        let again = payload::reencode_with_wincode(&inside[2..]);
        assert!(again == inside[2..], "{}", record["what"]);
    }
}

fn piece(piece: &Value) -> Vec<u8> {
    match (&piece["byte"], &piece["times"]) {
        (Value::Number(byte), Value::Number(times)) => {
            vec![u8::try_from(byte.as_u64().unwrap()).unwrap(); usize::try_from(times.as_u64().unwrap()).unwrap()]
        }
        _ => hex(&piece["hex"]),
    }
}
