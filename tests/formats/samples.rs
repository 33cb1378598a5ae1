//! The project's own samples: written by `tests/samples/generate.py` with other libraries, read here.

use std::path::Path;

use pulih::formats::{FORMATS, FormatError, UnlockError};
use pulih::ops::import::ImportError;
use serde_json::Value;

use crate::compare::{Refusal, difference, json, read, read_with};
use crate::fixtures;

/// A sample file's bytes.
pub fn bytes(name: &str) -> Vec<u8> {
    fixtures::bytes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name))
}

/// Each sample with what is expected of it.
fn expected() -> serde_json::Map<String, Value> {
    serde_json::from_slice::<Value>(&bytes("expected.json")).unwrap().as_object().unwrap().clone()
}

#[test]
fn every_sample_is_read_with_each_of_its_passwords() {
    let (mut count, mut refused) = (0, 0);
    for (name, sample) in expected() {
        if sample["format"].is_null() {
            assert!(read(bytes(&name), &name, None).is_err(), "{name}");
            refused += 1;
            continue;
        }
        let passwords = sample["passwords"].as_array().unwrap();
        let tries = passwords.iter().map(Value::as_str).chain(passwords.is_empty().then_some(None));
        for password in tries {
            let key_file = sample["key_file"].as_str().map(bytes);
            let imported = read_with(bytes(&name), &name, password, key_file.as_deref())
                .unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
            let came = json(&imported);
            assert_eq!(came["format"], sample["format"], "{name}");
            assert_eq!(imported.complaints, [], "{name}");
            if let Some(difference) = difference(&came, sample["entries"].as_array().unwrap()) {
                panic!("{name}: {difference}");
            }
            for (came, expected) in
                came["entries"].as_array().unwrap().iter().zip(sample["entries"].as_array().unwrap())
            {
                for field in ["groups", "pinned", "pin", "state", "reason"] {
                    assert_eq!(came[field], expected[field], "{name}: {field} of {}", expected["name"]);
                }
            }
            count += 1;
        }
    }
    println!("samples: {count} read, {refused} refused as they should be, 0 skipped");
    assert_eq!(count + refused, expected().values().map(|it| tries_of(it).max(1)).sum::<usize>());
}

fn tries_of(sample: &Value) -> usize {
    sample["passwords"].as_array().unwrap().len()
}

/// A file that nobody expects anything of would be skipped without a word.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test is not the program: it may look at its own files")]
fn every_file_of_the_folder_is_a_sample_or_its_maker() {
    let (expected, folder) = (expected(), Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples"));
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let is_maker = |name: &String| {
        name.starts_with('.') || name == "expected.json" || name == "__pycache__" || name.ends_with(".py")
    };
    let unknown: Vec<String> = names.filter(|name| !is_maker(name) && !expected.contains_key(name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_format_has_a_sample() {
    let known: Vec<String> =
        expected().values().filter_map(|sample| sample["format"].as_str().map(str::to_owned)).collect();
    let lacking: Vec<&str> =
        FORMATS.iter().map(|format| format.id()).filter(|id| !known.iter().any(|known| known == id)).collect();
    assert!(lacking.is_empty(), "formats without a sample: {}", lacking.join(", "));
}

#[test]
fn a_missing_part_is_named() {
    let imported = read(bytes("transfer-part-missing.txt"), "x", None).unwrap();
    let notes = json(&imported)["notes"].clone();
    assert!(notes.to_string().contains("Part 2 of 4 is missing"), "{notes}");
}

#[test]
fn a_wrong_password_is_told_apart_from_a_damaged_file() {
    let open = |bytes: Vec<u8>, password| read(bytes, "x.json", Some(password)).unwrap_err();
    let whole = bytes("aegis-encrypted.json");
    assert!(matches!(open(whole.clone(), "wrong"), Refusal::Unlock(UnlockError::WrongPassword)));
    let text = String::from_utf8(whole).unwrap();
    let start = text.find("\"db\": \"").unwrap() + 7;
    let flipped = if text.as_bytes()[start] == b'A' { "B" } else { "A" };
    let damaged = format!("{}{flipped}{}", &text[..start], &text[start + 1..]);
    let refusal = open(damaged.into_bytes(), "a published test password");
    assert!(matches!(refusal, Refusal::Unlock(UnlockError::Format(FormatError::Damaged(_)))), "{refusal:?}");
}

#[test]
fn a_vault_that_only_a_fingerprint_opens_says_so_before_it_asks() {
    let refusal = read(bytes("aegis-fingerprint-only.json"), "x.json", None).unwrap_err();
    assert!(matches!(refusal, Refusal::Import(ImportError::Format(FormatError::NoPassword))), "{refusal:?}");
}

#[test]
fn no_cut_or_changed_sample_makes_anything_panic() {
    for name in expected().keys() {
        let whole = bytes(name);
        for length in (0..whole.len()).step_by(whole.len() / 20 + 1) {
            let _ = read(whole[..length].to_vec(), name, None);
            let mut changed = whole.clone();
            changed[length] ^= 0x11;
            let _ = read(changed, name, None);
        }
    }
}

/// Values that no app writes where the entry has something else.
fn odd_values() -> Vec<Value> {
    let texts = ["", "null", "\u{202e}", "-1", "99999999999999999999", "SHA3", "zzzz", "0189"].map(Value::from);
    let others = [Value::Null, true.into(), (-1).into(), 0.into(), 11.into(), u64::MAX.into(), 1.5.into()];
    let nested = [serde_json::json!([]), serde_json::json!({}), serde_json::json!([[{"a": null}]])];
    texts.into_iter().chain(others).chain(nested).collect()
}

/// The account in the middle is spoilt in every way; its neighbours come in all the same, and it is never lost
/// without a word.
#[test]
fn whatever_is_wrong_with_one_entry_the_others_come_in_and_none_is_lost_without_a_word() {
    let file: Value = serde_json::from_slice(&bytes("aegis-plain.json")).unwrap();
    let entries = file["db"]["entries"].as_array().unwrap();
    let (mut taken, mut refused) = (0, 0);
    for spoilt in entries {
        let fields = spoilt.as_object().unwrap().keys().map(|name| format!("/{name}"));
        let of_info = spoilt["info"].as_object().unwrap().keys().map(|name| format!("/info/{name}"));
        for place in fields.chain(of_info).chain([String::new()]) {
            for odd in odd_values() {
                let mut entry = spoilt.clone();
                *entry.pointer_mut(&place).unwrap() = odd;
                let mut changed = file.clone();
                changed["db"]["entries"] = Value::from(vec![entries[0].clone(), entry, entries[1].clone()]);
                let imported = read(changed.to_string().into_bytes(), "x", None).unwrap();
                assert_eq!(imported.arrivals.len() + imported.complaints.len(), 3, "{place}");
                assert!(imported.arrivals.len() >= 2, "{place}");
                if imported.complaints.is_empty() { taken += 1 } else { refused += 1 }
            }
        }
    }
    println!("spoilt entries: {taken} taken, {refused} complained of, none lost");
    assert!(taken > 500 && refused > 500);
}
