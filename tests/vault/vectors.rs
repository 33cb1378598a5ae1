//! The vectors that the independent implementation made: each file opens, or is refused with its own answer.

use std::collections::BTreeMap;
use std::path::Path;

use data_encoding::HEXLOWER;
use pulih::secret::{Key32, Passphrase};
use pulih::vault::{OpenError, OpenRemark, OpenVault, Opener, ParseError, RecoveryWords, SealedExport, SealedVault};
use serde_json::Value;

use crate::describe;
use crate::make::Chance;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/vault");

#[test]
fn every_vector_gets_its_answer() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for list in ["vectors.json", "made-by-rust.json"] {
        let book = json(list);
        for vector in book["vectors"].as_array().unwrap() {
            let what = vector["what"].as_str().unwrap();
            let opened = open(vector);
            let answer = opened.as_ref().map_or_else(|answer| *answer, |_| "open");
            assert_eq!(answer, vector["expect"].as_str().unwrap(), "{list}: {what}");
            *counts.entry(answer).or_default() += 1;
            if let Ok(vault) = opened {
                let healed = vault.remarks().contains(&OpenRemark::Healed);
                assert_eq!(healed, vector["healed"].as_bool().unwrap(), "{list}: {what}");
                let expected = content(&book, vector);
                assert_eq!(describe::vault(&vault, &numbers(&expected)), expected, "{list}: {what}");
            }
        }
    }
    println!("{counts:?}");
    for answer in [
        "open",
        "a backup",
        "an export",
        "damaged",
        "newer version",
        "no such slot",
        "not a vault",
        "too costly",
        "too large",
        "wrong key",
    ] {
        assert!(counts.contains_key(answer), "no vector for {answer}");
    }
}

#[test]
fn every_export_gets_its_answer() {
    const EXPORTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/export");
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let book = json("../export/exports.json");
    for vector in book["vectors"].as_array().unwrap() {
        let what = vector["what"].as_str().unwrap();
        let password = Passphrase::parse(vector["opener"]["passphrase"].as_str().unwrap()).unwrap();
        let opened = SealedExport::parse(bytes_in(EXPORTS, &vector["pieces"]))
            .map_err(|error| match error {
                ParseError::Damaged => "damaged",
                ParseError::NotAVault => "not an export",
                other => panic!("{what}: {other}"),
            })
            .and_then(|export| export.open(&password).map_err(open_answer));
        let answer = opened.as_ref().map_or_else(|answer| *answer, |_| "open");
        assert_eq!(answer, vector["expect"].as_str().unwrap(), "{what}");
        *counts.entry(answer).or_default() += 1;
        if let Ok(opened) = opened {
            let mut expected = content(&book, vector);
            let fields = expected.as_object_mut().unwrap();
            fields.retain(|name, _| ["accounts", "groups"].contains(&name.as_str()));
            assert_eq!(describe::book(&opened), expected, "{what}");
        }
    }
    println!("exports: {counts:?}");
    assert_eq!(counts.keys().copied().collect::<Vec<_>>(), ["damaged", "not an export", "open", "wrong key"]);
}

#[test]
fn what_a_newer_version_added_survives_a_save_byte_for_byte() {
    let before = std::fs::read(Path::new(FOLDER).join("tomorrow.bin")).unwrap();
    let opener = Passphrase::parse("correct horse battery").unwrap();
    let open = |bytes: &[u8]| SealedVault::parse(bytes.to_vec()).unwrap().open(&Opener::Passphrase(&opener)).unwrap();
    let opened = open(&before);
    let after = opened.seal(&Chance::new(5)).unwrap();
    let header = |bytes: &[u8]| bytes[16..16 + u32::from_le_bytes(bytes[12..16].try_into().unwrap()) as usize].to_vec();
    let mut expected = header(&before);
    assert_eq!(expected[28..36], 41_u64.to_le_bytes());
    expected[28] += 1;
    assert_eq!(header(&after), expected, "all but the generation is as it was");
    assert_eq!(open(&after).ext(77), Some(b"of tomorrow".as_slice()));
}

fn open(vector: &Value) -> Result<OpenVault, &'static str> {
    let sealed = SealedVault::parse(bytes(&vector["pieces"])).map_err(|error| match error {
        ParseError::Backup => "a backup",
        ParseError::Damaged => "damaged",
        ParseError::Export => "an export",
        ParseError::NotAVault => "not a vault",
        ParseError::TooLarge => "too large",
        ParseError::TooNew { .. } => "newer version",
    })?;
    let (kind, secret) = vector["opener"].as_object().unwrap().iter().next().unwrap();
    let secret = secret.as_str().unwrap();
    let opened = match kind.as_str() {
        "passphrase" => sealed.open(&Opener::Passphrase(&Passphrase::parse(secret).unwrap())),
        "words" => sealed.open(&Opener::Words(&RecoveryWords::parse(secret).unwrap())),
        "key" => sealed.open(&Opener::KeyStore(&Key32::copied(&hex(secret)).unwrap())),
        other => panic!("unknown opener {other}"),
    };
    opened.map_err(|(_, error)| open_answer(error))
}

fn open_answer(error: OpenError) -> &'static str {
    match error {
        OpenError::Damaged => "damaged",
        OpenError::NoMemory { .. } => "no memory",
        OpenError::NoSuchSlot => "no such slot",
        OpenError::TooCostly { .. } => "too costly",
        OpenError::TooNew { .. } => "newer version",
        OpenError::WrongKey => "wrong key",
    }
}

/// What the public side of the vault should tell; keys that it does not tell are left out.
fn content(book: &Value, vector: &Value) -> Value {
    let mut content = book["contents"][vector["content"].as_str().unwrap()].clone();
    let fields = content.as_object_mut().unwrap();
    fields.remove("mark_key");
    fields.remove("words_key");
    content
}

fn numbers(content: &Value) -> Vec<u16> {
    content["ext"].as_array().unwrap().iter().map(|ext| ext["number"].as_u64().unwrap() as u16).collect()
}

fn bytes(pieces: &Value) -> Vec<u8> {
    bytes_in(FOLDER, pieces)
}

fn bytes_in(folder: &str, pieces: &Value) -> Vec<u8> {
    pieces.as_array().unwrap().iter().flat_map(|it| piece(folder, it)).collect()
}

fn piece(folder: &str, piece: &Value) -> Vec<u8> {
    if let Some(text) = piece["hex"].as_str() {
        return hex(text);
    }
    let number = |name: &str| piece[name].as_u64().map(|number| number as usize);
    if let (Some(byte), Some(times)) = (number("byte"), number("times")) {
        return vec![byte as u8; times];
    }
    let data = std::fs::read(Path::new(folder).join(piece["file"].as_str().unwrap())).unwrap();
    let (from, to) = (number("from").unwrap_or(0), number("to").unwrap_or(data.len()));
    data[from..to].to_vec()
}

fn json(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(Path::new(FOLDER).join(name)).unwrap()).unwrap()
}

fn hex(text: &str) -> Vec<u8> {
    HEXLOWER.decode(text.as_bytes()).unwrap()
}
