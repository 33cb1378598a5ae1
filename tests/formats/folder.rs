//! All files of the folder that `PULIH_FIXTURES` names.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use pulih::formats::Imported;
use serde_json::{Value, json};

use crate::compare::{difference, json as printed, read};
use crate::fixtures;

/// What is read: a path in the folder, the password, and how many entries and complaints there are.
const READ: &[(&str, Option<&str>, usize, usize)] = &[
    ("constructed/1password.csv", None, 2, 0),
    ("constructed/apple_passwords.csv", None, 1, 0),
    ("constructed/76561198000000000.maFile", None, 1, 0),
    ("constructed/authenticator_extension.json", None, 5, 0),
    ("constructed/authenticator_extension_encrypted_old.json", Some("exttest"), 5, 0),
    ("constructed/authenticator_extension_encrypted_v3.json", Some("exttest"), 5, 0),
    ("constructed/authy_authenticator_tokens.json", Some("authytest"), 2, 0),
    ("constructed/authy_decrypted_tokens.json", None, 2, 0),
    ("constructed/bitwarden_authenticator_buggy.csv", None, 2, 0),
    ("constructed/dashlane_credentials.csv", None, 1, 0),
    ("constructed/dashlane_credentials_otpurl.csv", None, 1, 0),
    ("constructed/generic.csv", None, 2, 0),
    ("cotp-1.9.10/andotp.json", None, 7, 0),
    ("constructed/google_batches_in_order.txt", None, 23, 0),
    ("constructed/google_batches_one_missing.txt", None, 13, 0),
    ("constructed/google_batches_out_of_order_with_duplicate.txt", None, 23, 0),
    ("constructed/gopass_entry.txt", None, 1, 0),
    ("constructed/gopass_entry_uri.txt", None, 1, 0),
    ("constructed/lastpass_vault.csv", None, 1, 0),
    ("constructed/pass_entry.txt", None, 1, 0),
    ("constructed/protonpass.csv", None, 1, 0),
    ("constructed/urilist_mixed.txt", None, 4, 2),
    ("constructed/winauth.txt", None, 4, 0),
    ("keepassxc-2.7.4/keepassxc_export_stratum_entries.csv", None, 7, 0),
    ("keepassxc-2.7.4/otp_attribute_variants.csv", None, 7, 0),
    ("keepassxc-2.7.4/otp_attribute_variants.kdbx", Some("kptest"), 12, 0),
    ("real/keepass.aes256.argon2id.kdbx", Some("test"), 7, 0),
    ("otpclient-3.1.4/aegis_export_plain.json", None, 6, 0),
    ("otpclient-3.1.4/andotp_exports.json", None, 6, 0),
    ("otpclient-3.1.4/freeotpplus-exports.txt", None, 6, 0),
    ("real/2fas_authenticator_encrypted_v4.2fas", Some("test"), 5, 0),
    ("real/aegis_encrypted.json", Some("test"), 7, 0),
    ("real/andotp_encrypted.bin", Some("test"), 7, 0),
    ("real/andotp_encrypted_old.bin", Some("test"), 6, 0),
    ("real/stratum_encrypted.bin", Some("test"), 7, 0),
    ("real/stratum_encrypted_legacy.bin", Some("test"), 7, 0),
    ("real/totp_authenticator.bin", Some("Testtest1"), 3, 0),
    ("real/winauth.zip", Some("test"), 1, 0),
    ("written/stratum.stratum", Some("written-pass"), 8, 0),
    ("constructed/google_batch_1.png", None, 10, 0),
    ("constructed/google_batch_2.png", None, 10, 0),
    ("constructed/google_batch_3.png", None, 3, 0),
    ("constructed/otpauth_deno.png", None, 1, 0),
    ("constructed/PhoneFactor_partial_restore.sqlite", None, 5, 0),
    ("real/google_authenticator.sqlite", None, 6, 0),
    ("real/microsoft_authenticator.sqlite", None, 7, 0),
    ("real/freeotp.xml", None, 4, 0),
    ("real/freeotp_v2_api25.xml", Some("test"), 6, 0),
    ("cotp-1.9.10/freeotp_plus.json", None, 7, 0),
    ("written/freeotp-plus.json", None, 7, 0),
    ("real/ente.encrypted.json", Some("test"), 7, 0),
    ("written/ente-encrypted.json", Some("written-pass"), 8, 0),
    ("constructed/lastpass_qr.txt", None, 2, 0),
    ("constructed/raivo-otp-export.zip", Some("raivotest"), 2, 0),
    ("cotp-1.9.10/cotp.json", None, 7, 0),
    ("cotp-1.9.10/database.cotp", Some("cotptest123"), 7, 0),
    ("cotp-1.9.10/otp_uri.json", None, 7, 0),
    ("otpclient-3.1.4/otpclient_v1_database.enc", Some("otpclient-test"), 6, 0),
    ("written/andotp.json", None, 8, 0),
    ("written/andotp.json.aes", Some("written-pass"), 8, 0),
    ("real/authy_encrypted.xml", Some("testtest"), 3, 0),
    ("real/battle_net_authenticator.xml", None, 1, 0),
    ("real/bitwarden.encrypted.argon2id.json", Some("rud9^5S6$^Ewmr%d"), 8, 0),
    ("written/2fas-encrypted.2fas", Some("written-pass"), 8, 0),
    ("written/2fas.2fas", None, 8, 0),
    ("written/aegis-encrypted.json", Some("written-pass"), 8, 0),
    ("written/aegis-plain.json", None, 8, 0),
    ("written/bitwarden-encrypted.json", Some("written-pass"), 5, 0),
    ("written/bitwarden.json", None, 5, 0),
    ("written/proton-encrypted.json", Some("written-pass"), 5, 0),
    ("written/proton.json", None, 5, 0),
    ("written/uris.txt", None, 8, 0),
];

/// What its own app cut off before it sealed it, with its password: that much is read, and the loss is said.
const CUT: (&str, &str, usize, usize) = ("otpclient-3.1.4/andotp_exports.json.aes", "exportpass", 5, 1);

#[test]
fn every_file_of_the_fixture_folder_is_read_or_refused_as_its_readme_says() {
    let Some(folder) = fixtures::folder("the files of other apps") else { return };
    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (mut read_count, mut refused, mut skipped) = (0, 0, Vec::new());
    for path in files(&folder) {
        let name = path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
        if name == CUT.0 {
            let came = through_the_program(&path, home.path(), Some(CUT.1));
            assert_eq!(counts(&came), (CUT.2, CUT.3), "{name}");
            refused += 1;
        } else if let Some((_, password, entries, complaints)) = READ.iter().find(|(path, ..)| *path == name) {
            let came = through_the_program(&path, home.path(), *password);
            if let Some(difference) = difference(&came, &expected(&folder, &name)) {
                panic!("{name}: {difference}");
            }
            assert_eq!(counts(&came), (*entries, *complaints), "{name}");
            read_count += 1;
        } else {
            skipped.push(name);
        }
    }
    println!("fixture files: {read_count} read, {refused} refused as they should be, {} skipped", skipped.len());
    assert_eq!((read_count, refused, skipped), (READ.len(), 1, Vec::new()), "every file of the folder");
}

/// What `pulih import FILE --dry-run --json --show-secrets` prints.
#[expect(clippy::disallowed_methods, reason = "a test is not the program: it may start it")]
fn through_the_program(file: &Path, home: &Path, password: Option<&str>) -> Value {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_pulih"));
    command.args(["import", "--dry-run", "--json", "--show-secrets", "--file-password-fd", "0"]).arg(file);
    command.env("HOME", home).env("LC_ALL", "C.UTF-8").env_remove("XDG_CONFIG_HOME").env_remove("XDG_DATA_HOME");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A file without a lock asks for nothing, and then nobody reads this.
    drop(child.stdin.take().unwrap().write_all(format!("{}\n", password.unwrap_or_default()).as_bytes()));
    let output = child.wait_with_output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}: {}", file.display(), String::from_utf8_lossy(&output.stderr)))
}

fn counts(came: &Value) -> (usize, usize) {
    let length = |list: &str| came[list].as_array().map_or(0, Vec::len);
    (length("entries"), length("complaints"))
}

/// The entries that an independent reader found.
fn expected(folder: &Path, name: &str) -> Vec<Value> {
    let array = |value: Value| value.as_array().cloned().unwrap_or_default();
    match name.split_once('/') {
        Some(("constructed", file)) => {
            let all = fixtures::json("constructed/EXPECTED.json").unwrap();
            let part = |from: usize, to: usize| {
                array(all["google_batches_in_order.txt"]["entries"].clone())[from..to].to_vec()
            };
            match file {
                "google_batch_1.png" => part(0, 10),
                "google_batch_2.png" => part(10, 20),
                "google_batch_3.png" => part(20, 23),
                "otpauth_deno.png" => array(all["pass_entry.txt"]["entries"].clone()),
                _ => array(all[file]["entries"].clone()),
            }
        }
        Some(("keepassxc-2.7.4", "otp_attribute_variants.kdbx")) => variants(),
        Some(("written", file)) => written().into_iter().filter_map(|entry| held_by(file, entry)).collect(),
        _ => {
            let bytes = fixtures::bytes(&folder.join("expected").join(format!("{name}.expected.json")));
            array(serde_json::from_slice::<Value>(&bytes).unwrap()["entries"].clone())
        }
    }
}

/// The twelve entries of the database with every way to hold a code, as its README has them.
fn variants() -> Vec<Value> {
    let entry = |name, type_, algorithm, digits: u8, period: Option<u32>, counter: Option<u64>| {
        json!({"name": name, "type": type_, "algorithm": algorithm, "digits": digits, "period": period,
               "counter": counter, "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"})
    };
    vec![
        entry("alice", "totp", "SHA1", 6, Some(30), None),
        entry("alice", "totp", "SHA512", 8, Some(60), None),
        entry("gabe", "steam", "SHA1", 5, Some(30), None),
        entry("bob", "totp", "SHA256", 8, Some(30), None),
        entry("carol", "totp", "SHA1", 6, Some(30), None),
        entry("dave", "steam", "SHA1", 5, Some(30), None),
        entry("erin", "totp", "SHA256", 8, Some(45), None),
        entry("frank", "totp", "SHA1", 6, Some(30), None),
        entry("grace", "totp", "SHA1", 6, Some(30), None),
        entry("heidi", "totp", "SHA1", 6, Some(30), None),
        entry("ivan", "hotp", "SHA1", 6, None, Some(7)),
        entry("judy", "totp", "SHA1", 6, Some(30), None),
    ]
}

/// The eight entries of the folder `written`, as its README has them.
fn written() -> Vec<Value> {
    let entry = |issuer, name, type_, algorithm, digits: u8, period: Option<u32>, counter: Option<u64>, secret| {
        json!({"issuer": issuer, "name": name, "type": type_, "algorithm": algorithm, "digits": digits,
               "period": period, "counter": counter, "secret": secret})
    };
    vec![
        entry("Deno", "Mason", "totp", "SHA1", 6, Some(30), None, "4SJHB4GSD43FZBAI7C2HLRJGPQ"),
        entry("SPDX", "James", "totp", "SHA256", 7, Some(20), None, "5OM4WOOGPLQEF6UGN3CPEOOLWU"),
        entry("Airbnb", "Elijah", "totp", "SHA512", 8, Some(50), None, "7ELGJSGXNCCTV3O6LKJWYFV2RA"),
        entry("Issuu", "James", "hotp", "SHA1", 6, None, Some(1), "YOOMIXWS5GN6RTBPUFFWKTW5M4"),
        entry("Air Canada", "Benjamin", "hotp", "SHA256", 7, None, Some(50), "KUVJJOM753IHTNDSZVCNKL7GII"),
        entry("WWE", "Mason", "hotp", "SHA512", 8, None, Some(10_300), "5VAML3X35THCEBVRLV24CGBKOY"),
        entry("Boeing", "Sophia", "steam", "SHA1", 5, Some(30), None, "JRZCL47CMXVOQMNPZR2F7J4RGI"),
        entry("Naïve & Co", "zoë@example.com", "totp", "SHA1", 6, Some(30), None, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
    ]
}

/// An entry as the format of a file holds it, which may be not at all.
fn held_by(file: &str, mut entry: Value) -> Option<Value> {
    let app = file.split(['.', '-']).next().unwrap_or_default();
    match (app, entry["type"].as_str()) {
        ("bitwarden" | "proton", Some("hotp")) | ("freeotp", Some("steam")) => return None,
        ("proton", Some("steam")) => entry["issuer"] = json!("Steam"),
        _ => {}
    }
    Some(entry)
}

/// The sample files, in order; not the lists of what is expected of them.
fn files(folder: &Path) -> Vec<PathBuf> {
    let apart = ["EXPECTED.json", "README.md"];
    let folders = ["constructed", "cotp-1.9.10", "keepassxc-2.7.4", "otpclient-3.1.4", "real", "written"];
    let mut files: Vec<PathBuf> = folders.iter().flat_map(|sub| files_in(&folder.join(sub))).collect();
    files.retain(|path| !apart.iter().any(|name| path.ends_with(name)));
    files.sort();
    files
}

#[expect(clippy::disallowed_methods, reason = "a test is not the program: it may look into its own folders")]
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect()
}

#[test]
fn the_pictures_of_a_transfer_give_the_same_in_any_order_and_name_the_one_that_is_missing() {
    let Some(folder) = fixtures::folder("pictures of a transfer") else { return };
    let together = |numbers: &[u8]| {
        let one = |number| format!("constructed/google_batch_{number}.png");
        let all = numbers.iter().map(|number| read(fixtures::bytes(&folder.join(one(number))), "x.png", None).unwrap());
        printed(&all.reduce(Imported::with).unwrap())
    };
    let whole = expected(&folder, "constructed/google_batches_in_order.txt");
    for order in [[1, 2, 3].as_slice(), &[3, 1, 2], &[2, 3, 2, 1]] {
        let came = together(order);
        assert_eq!((difference(&came, &whole), &came["missing_parts"]), (None, &json!([])), "{order:?}");
    }
    assert_eq!(together(&[3, 1])["missing_parts"], json!([{"parts": [2], "of": 3}]));
}

#[test]
fn a_missing_part_and_a_bad_line_are_said() {
    let Some(folder) = fixtures::folder("the notes on a transfer with a missing part") else { return };
    let file = |name: &str| read(fixtures::bytes(&folder.join(name)), name, None).unwrap();
    let missing = printed(&file("constructed/google_batches_one_missing.txt"));
    assert_eq!(missing["notes"][0], "Part 2 of 3 is missing; scan it too, or these accounts are not complete.");
    let mixed = printed(&file("constructed/urilist_mixed.txt"));
    let entries: Vec<_> = mixed["complaints"].as_array().unwrap().iter().map(|it| it["entry"].clone()).collect();
    assert_eq!(entries, [json!("Line 4"), json!("Line 5 (x:Bad)")]);
}

#[test]
fn all_transfer_vectors_of_the_fixture_folder_agree() {
    let Some(vectors) = fixtures::json("vectors/migration_uris.json") else { return };
    let (mut read_count, mut refused) = (0, 0);
    for vector in vectors.as_array().unwrap() {
        let bytes = vector["uri"].as_str().unwrap().as_bytes().to_vec();
        let result = read(bytes, "vector.txt", None);
        if vector["valid"] == json!(false) {
            // Some are told by their line, some are not even recognised; none gives an account.
            assert!(
                result.is_err() || result.is_ok_and(|it| it.arrivals.is_empty() && !it.complaints.is_empty()),
                "{vector}"
            );
            refused += 1;
            continue;
        }
        let came = printed(&result.unwrap());
        let mut expected = vector["entries"].as_array().cloned().unwrap();
        expected.iter_mut().for_each(|entry| {
            // The fixture names raw key bytes; everything else is as printed.
            entry.as_object_mut().unwrap().remove("unique_id");
        });
        if let Some(difference) = difference(&came, &expected) {
            panic!("{vector}: {difference}");
        }
        read_count += 1;
    }
    println!("transfer vectors: {read_count} read, {refused} refused, all as expected");
    assert_eq!((read_count, refused), (6, 5));
}

#[test]
fn an_export_that_its_app_cut_short_before_sealing_it_is_read_as_far_as_it_goes() {
    let name = "otpclient-3.1.4/andotp_exports.json.aes";
    let Some(folder) = fixtures::folder(name) else { return };
    let imported = read(fixtures::bytes(&folder.join(name)), name, Some("exportpass")).unwrap();
    assert_eq!((imported.arrivals.len(), imported.complaints.len()), (5, 1));
    let came = printed(&imported);
    assert_eq!(came["complaints"][0]["entry"], "Entry 6 (Äöü & Söhne: 100%: ünï cødé)");
    assert_eq!(came["notes"][0], "The file breaks off before its end; what was whole was read.");
}
