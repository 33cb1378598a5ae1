//! The vectors that the independent implementation made: each opens with just its content, or has its own answer. And
//! a file that this program wrote, which must stay what it was.

use std::collections::BTreeMap;
use std::path::Path;

use data_encoding::HEXLOWER;
use pulih::backup::{
    BackupAccount, BackupContents, BackupOpenError, BackupOpener, BackupParseError, BackupSet, Carried, DeviceType,
    OpenBackup, RecoveryName, SealedBackup,
};
use pulih::moment::Moment;
use pulih::otp::OtpParams;
use pulih::secret::Passphrase;
use pulih::vault::{KdfParams, OpenVault, RecoveryWords};
use serde_json::{Value, json};

use crate::chance::Chance;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/backup");
const WRITTEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target");

#[test]
fn every_vector_gets_its_answer_and_its_content() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let book = json(&file("vectors.json"));
    for vector in book["vectors"].as_array().unwrap() {
        let what = vector["what"].as_str().unwrap();
        let opened = open(vector);
        let answer = opened.as_ref().map_or_else(|answer| *answer, |_| "open");
        assert_eq!(answer, vector["expect"].as_str().unwrap(), "{what}");
        *counts.entry(answer).or_default() += 1;
        if let Ok(backup) = opened {
            assert_eq!(backup.is_healed, vector["healed"].as_bool().unwrap(), "{what}");
            let expected = &book["contents"][vector["content"].as_str().unwrap()];
            assert_eq!(described(&backup.contents), trimmed(expected), "{what}");
        }
    }
    println!("{counts:?}");
    for answer in [
        "open",
        "a vault",
        "an export",
        "damaged",
        "newer version",
        "no such slot",
        "not a backup",
        "other computer",
        "too costly",
        "wrong account",
        "wrong words",
    ] {
        assert!(counts.contains_key(answer), "no vector for {answer}");
    }
}

/// Everything that a backup can hold, from chance that repeats.
#[test]
fn the_same_input_gives_the_bytes_that_were_kept() {
    let chance = Chance::new(2026);
    let book = json(&file("vectors.json"));
    let vector = &book["vectors"][0];
    let mut contents = open(vector).unwrap().contents;
    contents.created = Moment::from_unix(1_800_000_061);
    let passphrase = Passphrase::parse("correct horse battery").unwrap();
    let mut vault = OpenVault::create(&passphrase, KdfParams::LEAST, contents.created, &chance).unwrap();
    let words = vault.renew_words(&passphrase, None, &chance).unwrap().expose().join(" ");
    let (name, password) = ("mira@example.com", "a lamp beside the harbour");
    let account = (RecoveryName::parse(name).unwrap(), &Passphrase::parse(password).unwrap());
    let set =
        BackupSet::create(&vault, account, KdfParams::LEAST, DeviceType::Macos, contents.created, &chance).unwrap();
    let bytes = set.seal(&contents, "1.0.0", &chance).unwrap().bytes;
    let states: BTreeMap<&str, &str> = contents.accounts.iter().map(|one| (one.title(), state(one))).collect();
    let vector = |opener: Value, running: &str, expect: &str| {
        json!({
            "what": "made by the program", "file": "made-by-rust.bin", "opener": opener, "running": running,
            "expect": expect, "healed": false, "accounts": if expect == "open" { json!(states) } else { json!({}) },
        })
    };
    let account = json!({"account": name, "password": password});
    let list = json!({"contents": {}, "vectors": [
        vector(account.clone(), "macos", "open"),
        vector(json!({"words": words}), "macos", "open"),
        vector(account, "windows", "other computer"),
    ]});
    let list = serde_json::to_vec_pretty(&list).unwrap();
    let changed: Vec<&str> = [("made-by-rust.bin", bytes), ("made-by-rust.json", list)]
        .into_iter()
        .filter(|(name, made)| std::fs::read(Path::new(FOLDER).join(name)).ok().as_ref() != Some(made))
        .map(|(name, made)| {
            std::fs::write(Path::new(WRITTEN).join(format!("backup-{name}")), made).unwrap();
            name
        })
        .collect();
    assert!(changed.is_empty(), "{changed:?} are not what they were; today's lie in target/");
}

fn open(vector: &Value) -> Result<OpenBackup, &'static str> {
    let sealed = SealedBackup::parse(file(vector["file"].as_str().unwrap())).map_err(|error| match error {
        BackupParseError::Damaged => "damaged",
        BackupParseError::Export => "an export",
        BackupParseError::NotABackup => "not a backup",
        BackupParseError::TooLarge => "too large",
        BackupParseError::TooNew { .. } => "newer version",
        BackupParseError::Vault => "a vault",
    })?;
    let running = vector["running"].as_str().unwrap();
    let running = DeviceType::ALL.into_iter().find(|device| device.name() == running).unwrap();
    let opener = &vector["opener"];
    let opened = match opener["words"].as_str() {
        Some(words) => sealed.open(&BackupOpener::Words(&RecoveryWords::parse(words).unwrap()), running),
        None => {
            let name = RecoveryName::parse(opener["account"].as_str().unwrap()).unwrap();
            let password = Passphrase::parse(opener["password"].as_str().unwrap()).unwrap();
            sealed.open(&BackupOpener::Account { name: &name, password: &password }, running)
        }
    };
    opened.map_err(|error| match error {
        BackupOpenError::Damaged => "damaged",
        BackupOpenError::NoMemory { .. } => "no memory",
        BackupOpenError::NoSuchSlot => "no such slot",
        BackupOpenError::OtherDevice { .. } => "other computer",
        BackupOpenError::TooCostly { .. } => "too costly",
        BackupOpenError::TooNew { .. } => "newer version",
        BackupOpenError::WrongAccount => "wrong account",
        BackupOpenError::WrongKey => "wrong key",
        BackupOpenError::WrongWords => "wrong words",
    })
}

fn state(account: &BackupAccount) -> &'static str {
    match account.carried() {
        Carried::Name(_) => "name",
        Carried::Open(_) => "open",
        Carried::Sealed(_) => "sealed",
    }
}

/// What came out, with the names of the format document.
fn described(contents: &BackupContents) -> Value {
    json!({
        "created": contents.created.unix_ms(),
        "recovery_account": contents.recovery_account.as_str(),
        "computer": contents.computer.as_str(),
        "auto_lock_seconds": contents.settings.auto_lock_seconds,
        "groups": contents.groups.iter().map(|group| group.as_str()).collect::<Vec<_>>(),
        "earlier": contents.earlier.iter().map(|one| json!({"generation": one.generation, "digest": HEXLOWER.encode(&one.digest)})).collect::<Vec<_>>(),
        "ext": contents.ext.iter().map(|(number, value)| json!({"number": number, "value": HEXLOWER.encode(value)})).collect::<Vec<_>>(),
        "accounts": contents.accounts.iter().map(account).collect::<Vec<_>>(),
    })
}

fn account(account: &BackupAccount) -> Value {
    let ms = |at: Option<Moment>| at.map(Moment::unix_ms);
    let carried = match account.carried() {
        Carried::Name(name) => json!({"name": {"type_name": name.type_name}}),
        Carried::Open(open) => json!({"open": {
            "key": match &open.key {
                Err(name) => json!({"missing": {"type_name": name.type_name}}),
                Ok(params) => json!({"ready": otp(params)}),
            },
            "note": open.note.as_str(),
            "recovery_codes": open.recovery_codes.iter().map(|code| json!({"code": HEXLOWER.encode(code.code.expose()), "used": code.used})).collect::<Vec<_>>(),
            "history": open.history.iter().map(|old| json!({"otp": otp(&old.params), "replaced": old.replaced.unix_ms()})).collect::<Vec<_>>(),
        }}),
        Carried::Sealed(sealed) => json!({"sealed": {
            "seal_id": HEXLOWER.encode(&sealed.seal_id),
            "sealed": HEXLOWER.encode(&sealed.sealed),
            "slots": sealed.slots.len(),
        }}),
    };
    json!({
        "id": account.id.to_string(), "issuer": account.issuer.as_str(), "name": account.name.as_str(),
        "groups": account.groups.iter().map(|group| group.as_str()).collect::<Vec<_>>(),
        "pinned": account.pinned, "use_count": account.use_count, "last_used": ms(account.last_used),
        "created": account.created.unix_ms(), "changed": account.changed.unix_ms(), "trashed": ms(account.trashed),
        "accepted": ms(account.accepted), "refused": ms(account.refused), "icon": account.icon.as_str(),
        "kind": account.kind.name(), "protection": account.protection.name(),
        "provider_pin": account.provider_pin.as_ref().map(|pin| pin.subject.as_str()), "carried": carried,
    })
}

fn otp(params: &OtpParams) -> Value {
    json!({
        "type": params.type_name(), "digits": params.digits(), "counter": params.counter().map_or(0, |at| at.get()),
        "key": HEXLOWER.encode(params.expose_key()),
    })
}

/// The independent implementation's description, brought to the same shape.
fn trimmed(content: &Value) -> Value {
    let mut content = content.clone();
    for account in content["accounts"].as_array_mut().unwrap() {
        let kind = match (account["kind"].as_u64().unwrap(), account["passwordless"].as_bool().unwrap()) {
            (1, false) => "third-party",
            (2, false) => "personal",
            (2, true) => "passwordless",
            (3, false) => "work",
            other => panic!("{other:?}"),
        };
        let protection = ["", "standard", "sign-in", "device-bound"][account["protection"].as_u64().unwrap() as usize];
        account["kind"] = kind.into();
        account["protection"] = protection.into();
        account.as_object_mut().unwrap().remove("passwordless");
        account["provider_pin"] = account["provider_pin"]["subject"].clone();
        trim_carried(&mut account["carried"]);
    }
    content
}

fn trim_carried(carried: &mut Value) {
    if let Some(name) = carried.get_mut("name") {
        name.as_object_mut().unwrap().remove("reason");
    } else if let Some(open) = carried.get_mut("open") {
        open.as_object_mut().unwrap().remove("ext");
        match open["key"].get_mut("ready") {
            Some(ready) => *ready = trimmed_otp(ready),
            None => drop(open["key"]["missing"].as_object_mut().unwrap().remove("reason")),
        }
        for old in open["history"].as_array_mut().unwrap() {
            old["otp"] = trimmed_otp(&old["otp"]);
        }
    } else {
        let sealed = carried["sealed"].as_object_mut().unwrap();
        sealed.remove("label");
        sealed["slots"] = sealed["slots"].as_array().unwrap().len().into();
    }
}

fn trimmed_otp(otp: &Value) -> Value {
    let name = ["", "totp", "hotp", "steam", "motp", "yandex"][otp["otp_type"].as_u64().unwrap() as usize];
    json!({"type": name, "digits": otp["digits"], "counter": otp["counter"], "key": otp["key"]})
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(FOLDER).join(name)).unwrap()
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}
