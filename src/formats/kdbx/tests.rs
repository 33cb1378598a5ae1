//! Databases that another library writes, and of kind 3 some that are put together here.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeEncrypt, KeyIvInit, StreamCipher};
use keepass::config::{CompressionConfig, DatabaseConfig, InnerCipherConfig, KdfConfig, OuterCipherConfig};
use keepass::{Database, DatabaseKey};
use sha2::{Digest, Sha256};

use crate::formats::kdbx::Kdbx;
use crate::formats::kdbx::header::Header;
use crate::formats::testing::{KEY, names, opened, refusal};
use crate::formats::{Closed, FormatError, Imported, Remark, UnlockError};

const PASSWORD: &str = "pässword";

/// A database of kind 4 that costs little.
fn config(kdf: impl FnOnce(KdfConfig) -> KdfConfig) -> DatabaseConfig {
    let mut config = DatabaseConfig::default();
    if let KdfConfig::Argon2 { iterations, memory, parallelism, .. } = &mut config.kdf_config {
        (*iterations, *memory, *parallelism) = (2, 64 * 1024, 2);
    }
    config.kdf_config = kdf(config.kdf_config);
    config
}

fn as_it_is(kdf: KdfConfig) -> KdfConfig {
    kdf
}

fn as_argon2id(kdf: KdfConfig) -> KdfConfig {
    match kdf {
        KdfConfig::Argon2 { iterations, memory, parallelism, version } => {
            KdfConfig::Argon2id { iterations, memory, parallelism, version }
        }
        other => other,
    }
}

fn saved(database: &Database) -> Vec<u8> {
    let mut bytes = Vec::new();
    database.save(&mut bytes, DatabaseKey::new().with_password(PASSWORD)).unwrap();
    bytes
}

/// Entries in the first group, each with its fields; those that begin with an exclamation mark are hidden.
fn database(config: DatabaseConfig, entries: &[&[(&str, &str)]]) -> Database {
    let mut database = Database::with_config(config);
    for fields in entries {
        let mut root = database.root_mut();
        let mut entry = root.add_entry();
        for (name, text) in *fields {
            match name.strip_prefix('!') {
                Some(name) => entry.set_protected(name, *text),
                None => entry.set_unprotected(*name, *text),
            }
        }
    }
    database
}

fn read(entries: &[&[(&str, &str)]]) -> Imported {
    opened(&Kdbx, saved(&database(config(as_it_is), entries)), PASSWORD).unwrap()
}

/// What each arrival gives: kind, digits, period or counter.
fn codes(imported: &Imported) -> Vec<(&str, u8, u64)> {
    let of = |params: &crate::otp::OtpParams| {
        params.period().map_or_else(|| params.counter().map_or(0, |it| it.get()), |it| it.seconds().into())
    };
    let params = imported.arrivals.iter().map(|it| it.params().unwrap());
    params.map(|params| (params.type_name(), params.digits(), of(params))).collect()
}

#[test]
fn every_cipher_and_derivation_opens() {
    let uri = format!("otpauth://totp/Example:anna?secret={KEY}&issuer=Example");
    let entry: &[(&str, &str)] = &[("Title", "Example"), ("!otp", &uri), ("!Password", "x"), ("UserName", "anna")];
    for outer in [OuterCipherConfig::AES256, OuterCipherConfig::ChaCha20, OuterCipherConfig::Twofish] {
        for inner in [InnerCipherConfig::Plain, InnerCipherConfig::Salsa20, InnerCipherConfig::ChaCha20] {
            for kdf in [as_it_is, as_argon2id, |_| KdfConfig::Aes { rounds: 10 }] {
                let mut config = config(kdf);
                let compression =
                    if inner == InnerCipherConfig::Plain { CompressionConfig::None } else { CompressionConfig::GZip };
                (config.outer_cipher_config, config.compression_config) = (outer.clone(), compression);
                config.inner_cipher_config = inner.clone();
                let bytes = saved(&database(config.clone(), &[entry, entry]));
                let imported = opened(&Kdbx, &bytes, PASSWORD).unwrap_or_else(|it| panic!("{config:?}: {it}"));
                assert_eq!(names(&imported), [("Example", "anna"), ("Example", "anna")], "{config:?}");
                assert_eq!(opened(&Kdbx, &bytes, "password"), Err(UnlockError::WrongPassword));
            }
        }
    }
}

#[test]
fn every_way_to_hold_a_code_is_read() {
    let hex = "3132333435363738393031323334353637383930";
    let key_uri = format!("key={KEY}&step=45&size=8&otpHashMode=sha256");
    let imported = read(&[
        &[("Title", "KeeOtp"), ("UserName", "a"), ("otp", &key_uri)],
        &[("Title", "Tray"), ("TOTP Seed", KEY), ("TOTP Settings", "60;8")],
        &[("Title", "Tray Steam"), ("!TOTP Seed", KEY), ("TOTP Settings", "30;S")],
        &[
            ("Title", "Base32"),
            ("TimeOtp-Secret-Base32", KEY),
            ("TimeOtp-Algorithm", "HMAC-SHA-512"),
            ("TimeOtp-Length", "8"),
            ("TimeOtp-Period", "45"),
        ],
        &[("Title", "Hex"), ("TimeOtp-Secret-Hex", hex)],
        &[("Title", "Base64"), ("TimeOtp-Secret-Base64", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=")],
        &[("Title", "Text"), ("TimeOtp-Secret", "12345678901234567890")],
        &[("Title", "Counted"), ("HmacOtp-Secret-Base32", KEY), ("HmacOtp-Counter", "7")],
        &[("Title", "Counted too"), ("otp", &format!("key={KEY}&type=hotp&counter=9"))],
        &[("Title", "Bare"), ("UserName", "b"), ("otp", KEY)],
        &[("Title", "None"), ("Password", "x")],
    ]);
    let expected = [
        ("totp", 8, 45),
        ("totp", 8, 60),
        ("steam", 5, 30),
        ("totp", 8, 45),
        ("totp", 6, 30),
        ("totp", 6, 30),
        ("totp", 6, 30),
        ("hotp", 6, 7),
        ("hotp", 6, 9),
        ("totp", 6, 30),
    ];
    assert_eq!((codes(&imported).as_slice(), imported.complaints.len()), (expected.as_slice(), 0));
    for place in [4, 5, 6] {
        assert_eq!(imported.arrivals[place].params().unwrap().expose_key(), b"12345678901234567890");
    }
    assert!(imported.notes.iter().any(|note| note.remark == Remark::WithoutCode(1)));
}

#[test]
fn a_bad_entry_is_a_complaint_under_its_title_and_the_others_come_in() {
    let imported = read(&[
        &[("Title", "A"), ("otp", "key=1&step=30")],
        &[("Title", "B"), ("TOTP Seed", KEY), ("TOTP Settings", "30;x")],
        &[("Title", "C"), ("TimeOtp-Secret-Base32", KEY), ("TimeOtp-Algorithm", "HMAC-SHA-3")],
        &[("Title", "D"), ("TimeOtp-Secret-Hex", "xyz")],
        &[("Title", "E"), ("TOTP Seed", KEY)],
    ]);
    let titles: Vec<_> = imported.complaints.iter().map(|it| it.title.to_string()).collect();
    assert_eq!(
        (titles.as_slice(), names(&imported).as_slice()),
        (["A", "B", "C", "D"].map(String::from).as_slice(), [("E", "")].as_slice())
    );
}

#[test]
fn groups_come_as_paths_tags_beside_them_and_the_recycle_bin_stays_behind() {
    let mut database = database(config(as_it_is), &[]);
    let mut root = database.root_mut();
    let add = |group: &mut keepass::db::GroupMut<'_>, title: &str| {
        let mut entry = group.add_entry();
        entry.set_unprotected("Title", title);
        entry.set_unprotected("Notes", "two\nlines");
        entry.set_protected("TOTP Seed", KEY);
        entry.tags = vec!["one".to_owned(), "two".to_owned()];
    };
    add(&mut root, "Top");
    let mut work = root.add_group();
    work.name = "Work & more".to_owned();
    let mut web = work.add_group();
    web.name = "Web".to_owned();
    add(&mut web, "Deep");
    let mut bin = root.add_group();
    let uuid = bin.id().uuid();
    let mut inside = bin.add_group();
    add(&mut inside, "Gone");
    database.meta.recyclebin_uuid = Some(uuid);
    let imported = opened(&Kdbx, saved(&database), PASSWORD).unwrap();
    let mut all: Vec<_> = imported
        .arrivals
        .iter()
        .map(|it| (it.issuer.to_string(), it.groups.iter().map(|group| group.to_string()).collect::<Vec<_>>()))
        .collect();
    all.sort();
    let (one, two, path) = ("one".to_owned(), "two".to_owned(), "Work & more/Web".to_owned());
    assert_eq!(all, [("Deep".to_owned(), vec![path, one.clone(), two.clone()]), ("Top".to_owned(), vec![one, two])]);
    assert_eq!(&*imported.arrivals[0].note, "two\nlines");
    assert!(imported.notes.iter().any(|note| note.remark == Remark::TrashLeftOut(1)));
}

#[test]
fn what_an_entry_was_before_is_passed_over_and_its_hidden_fields_take_their_turn() {
    let value = |cipher: &mut salsa20::Salsa20, text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        cipher.apply_keystream(&mut bytes);
        data_encoding::BASE64.encode(&bytes)
    };
    let mut cipher = fields();
    let (new, old, next) =
        (value(&mut cipher, KEY), value(&mut cipher, "AAAA"), value(&mut cipher, &KEY.replace('J', "K")));
    let entry = |title: &str, seed: &str, more: &str| {
        format!(
            "<Entry><UUID>x</UUID><String><Key>Title</Key><Value>{title}</Value></String>\
             <String><Key>TOTP Seed</Key><Value Protected=\"True\">{seed}</Value></String>{more}</Entry>"
        )
    };
    let history = format!("<History>{}</History>", entry("Old", &old, ""));
    let xml = format!(
        "<?xml version=\"1.0\"?><KeePassFile><Meta><RecycleBinUUID>AAAAAAAAAAAAAAAAAAAAAA==</RecycleBinUUID></Meta><Root>\
         <Group><UUID>r</UUID><Name>Root</Name>{}{}</Group></Root></KeePassFile>",
        entry("New &amp; first", &new, &history),
        entry("Next", &next, "")
    );
    let bytes = kind_3(&xml, 100);
    let imported = opened(&Kdbx, &bytes, PASSWORD).unwrap();
    assert_eq!(names(&imported), [("New & first", ""), ("Next", "")]);
    assert_eq!(*imported.arrivals[1].params().unwrap().key_base32(), *KEY.replace('J', "K"));
    assert_eq!(opened(&Kdbx, &bytes, "wrong"), Err(UnlockError::WrongPassword));
    let deep = "<Group>".repeat(70) + &"</Group>".repeat(70);
    let damaged = |part| Err(UnlockError::Format(part));
    assert_eq!(opened(&Kdbx, kind_3(&deep, 1), PASSWORD), damaged(FormatError::TooDeep));
    assert_eq!(opened(&Kdbx, kind_3("<!DOCTYPE x><a/>", 1), PASSWORD), damaged(FormatError::Doctype));
    assert_eq!(opened(&Kdbx, kind_3("<a>", 1), PASSWORD), damaged(FormatError::Damaged("XML")));
}

/// What hides fields in the databases of kind 3 that are put together here.
fn fields() -> salsa20::Salsa20 {
    let key: [u8; 32] = Sha256::digest([5; 32]).into();
    salsa20::Salsa20::new(&key.into(), &[0xe8, 0x30, 0x09, 0x4b, 0x97, 0x20, 0x5d, 0x2a].into())
}

/// A database of kind 3 with this XML, sealed with AES; the key takes this many rounds.
fn kind_3(xml: &str, rounds: u64) -> Vec<u8> {
    use aes::cipher::{BlockCipherEncrypt, KeyInit};
    let mut file = b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5\x01\x00\x03\x00".to_vec();
    let mut field = |id: u8, bytes: &[u8]| {
        file.push(id);
        file.extend(u16::try_from(bytes.len()).unwrap().to_le_bytes());
        file.extend(bytes);
    };
    field(2, b"\x31\xc1\xf2\xe6\xbf\x71\x43\x50\xbe\x58\x05\x21\x6a\xfc\x5a\xff");
    field(3, &0_u32.to_le_bytes());
    field(4, &[1; 32]);
    field(5, &[2; 32]);
    field(6, &rounds.to_le_bytes());
    field(7, &[3; 16]);
    field(8, &[5; 32]);
    field(9, &[6; 32]);
    field(10, &2_u32.to_le_bytes());
    field(0, b"\r\n\r\n");
    if rounds > 1_000_000 {
        return file;
    }
    let composite: [u8; 32] = Sha256::digest(Sha256::digest(PASSWORD)).into();
    let cipher = aes::Aes256::new(&[2; 32].into());
    let mut key: Vec<u8> = composite.to_vec();
    for _ in 0..rounds {
        key.as_chunks_mut::<16>().0.iter_mut().for_each(|block| cipher.encrypt_block(block.into()));
    }
    let key: [u8; 32] = Sha256::new().chain_update([1; 32]).chain_update(Sha256::digest(&key)).finalize().into();
    let mut plain = vec![6; 32];
    for (number, part) in (0_u32..).zip(xml.as_bytes().chunks(100).chain([&[][..]])) {
        plain.extend(number.to_le_bytes());
        plain.extend(if part.is_empty() { [0; 32] } else { Sha256::digest(part).into() });
        plain.extend(u32::try_from(part.len()).unwrap().to_le_bytes());
        plain.extend(part);
    }
    file.extend(cbc::Encryptor::<aes::Aes256>::new(&key.into(), &[3; 16].into()).encrypt_padded_vec::<Pkcs7>(&plain));
    file
}

#[test]
fn what_opening_would_cost_is_bounded_before_the_password() {
    assert_eq!(refusal(&Kdbx, kind_3("", 1 << 40)), Some(FormatError::TooManyRounds { rounds: 1 << 40 }));
    let mut config = config(as_it_is);
    if let KdfConfig::Argon2 { memory, .. } = &mut config.kdf_config {
        *memory = 64 * 1024 + 1;
    }
    let bytes = saved(&database(config, &[]));
    // The memory stands in the header behind its name, in bytes.
    let at = bytes.windows(5).position(|window| window == b"\x05\x01\0\0\0").unwrap();
    let at = bytes[at..].windows(10).position(|window| window == b"\x05\x01\0\0\0M\x08\0\0\0").unwrap() + at + 10;
    let mut costly = bytes;
    costly[at..at + 8].copy_from_slice(&(1_u64 << 40).to_le_bytes());
    assert_eq!(refusal(&Kdbx, &costly), Some(FormatError::Damaged("header")));
    let end = Header::parse(&saved(&database(self::config(as_it_is), &[]))).unwrap().end;
    let hash = Sha256::digest(&costly[..end]);
    costly[end..end + 32].copy_from_slice(&hash);
    assert!(matches!(refusal(&Kdbx, costly), Some(FormatError::TooCostly { .. })));
}

#[test]
fn other_kinds_are_refused_with_the_reason() {
    let head =
        |sign: u8, major: u8| [b"\x03\xd9\xa2\x9a".as_slice(), &[sign, 0xfb, 0x4b, 0xb5, 0, 0, major, 0]].concat();
    assert_eq!(refusal(&Kdbx, head(0x65, 3)), Some(FormatError::Closed(Closed::KeePassOld)));
    assert_eq!(refusal(&Kdbx, head(0x67, 2)), Some(FormatError::Closed(Closed::KeePassOld)));
    assert_eq!(refusal(&Kdbx, head(0x67, 5)), Some(FormatError::TooNew { found: 5 }));
    assert_eq!(refusal(&Kdbx, head(0x67, 4)), Some(FormatError::Damaged("header")));
    assert_eq!(refusal(&Kdbx, head(0x11, 4)), Some(FormatError::Damaged("header")));
}

#[test]
fn damage_is_told_from_a_wrong_password_and_nothing_panics() {
    let whole = saved(&database(config(|_| KdfConfig::Aes { rounds: 1 }), &[&[("Title", "A"), ("!TOTP Seed", KEY)]]));
    let read = |bytes: &[u8]| {
        let file = crate::formats::testing::file(bytes);
        match crate::formats::Format::parse(&Kdbx, &file) {
            Ok(crate::formats::Parsed::Locked(locked)) => locked.open(PASSWORD).map(|it| it.arrivals.len()),
            Ok(crate::formats::Parsed::Plain(_)) => panic!("never plain"),
            Err(error) => Err(UnlockError::Format(error)),
        }
    };
    assert_eq!(read(&whole), Ok(1));
    for at in 0..whole.len() {
        assert!(read(&whole[..at]).is_err());
        let mut changed = whole.clone();
        changed[at] ^= 0x11;
        assert!(read(&changed).is_err(), "{at}");
    }
    let mut last = whole.clone();
    let at = last.len() - 60;
    last[at] ^= 1;
    assert_eq!(read(&last), Err(UnlockError::Format(FormatError::Damaged("KDBX"))));
}
