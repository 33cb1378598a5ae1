//! The file itself, opened as a stranger would: each thing that can be wrong with it has an answer of its own.

use pulih::backup::{
    BackupFacts, BackupOpenError, BackupOpener, BackupParseError, DeviceType, OpenBackup, RecoveryName, SealedBackup,
};
use pulih::ops::backup as deeds;
use pulih::secret::Passphrase;

use crate::lies::MemoryPlace;
use crate::worlds::{back_up, hand, name, password, session, set_up, world};

/// A backup of six accounts.
fn backup(is_portable: bool) -> Vec<u8> {
    let place = MemoryPlace::honest();
    let world = world(place.clone(), hand());
    let mut session = session(&world, 6);
    set_up(&world, &mut session, is_portable);
    let name = back_up(&world, &mut session).unwrap().written.name;
    place.shelf.lock().unwrap()[&name].clone()
}

fn open_on(bytes: &[u8], running: DeviceType) -> Result<OpenBackup, BackupOpenError> {
    let (name, password) = (name(), password());
    let opener = BackupOpener::Account { name: &name, password: &password };
    SealedBackup::parse(bytes.to_vec()).unwrap().open(&opener, running)
}

/// Where the byte of the kind of computer stands in both headers.
fn device_bytes(bytes: &[u8]) -> [usize; 2] {
    let length = 16 + u32::from_le_bytes(bytes[12..16].try_into().unwrap()) as usize;
    let part = [0x41, 0x80, 1, 0, 0, 0];
    let front = bytes[..length].windows(6).position(|at| at == part).unwrap() + 6;
    [front, bytes.len() - 12 - length + front]
}

fn edited(bytes: &[u8], device: DeviceType) -> Vec<u8> {
    let mut edited = bytes.to_vec();
    for place in device_bytes(bytes) {
        edited[place] = device.number();
    }
    edited
}

#[test]
fn name_and_password_open_it_and_what_comes_out_is_a_book() {
    let opened = open_on(&backup(false), DeviceType::running()).unwrap();
    assert!(!opened.is_healed);
    assert_eq!(opened.contents.recovery_account, name());
    let book = opened.contents.into_book();
    assert_eq!(book.live().count(), 6);
    let states: Vec<&str> = book.live().map(|account| account.credential.state_name()).collect();
    assert_eq!(states, ["ready", "ready", "ready", "ready", "missing", "ready"]);
}

#[test]
fn another_name_and_another_password_are_one_answer() {
    let bytes = backup(false);
    let sealed = SealedBackup::parse(bytes).unwrap();
    let (right_name, right_password) = (name(), password());
    let (other_name, other_password) =
        (RecoveryName::parse("mira@example.org").unwrap(), Passphrase::parse("another lamp entirely").unwrap());
    for (name, password) in [(&other_name, &right_password), (&right_name, &other_password)] {
        let opened = sealed.open(&BackupOpener::Account { name, password }, DeviceType::running());
        assert_eq!(opened.map(|_| ()), Err(BackupOpenError::WrongAccount));
    }
}

#[test]
fn another_kind_of_computer_is_named_and_an_edited_header_is_seen() {
    let foreign = if DeviceType::running() == DeviceType::Windows { DeviceType::Linux } else { DeviceType::Windows };
    let bytes = backup(false);
    let named = |made_for, is_edited| Err(BackupOpenError::OtherDevice { made_for, is_edited });
    assert_eq!(open_on(&bytes, foreign).map(|_| ()), named(DeviceType::running(), false));
    let edited_for_foreign = edited(&bytes, foreign);
    assert_eq!(open_on(&edited_for_foreign, foreign).map(|_| ()), named(DeviceType::running(), true));
    assert_eq!(open_on(&edited(&bytes, DeviceType::Portable), foreign).map(|_| ()), named(DeviceType::running(), true));
    let facts = BackupFacts::read(&edited_for_foreign).unwrap();
    assert_eq!(facts.device, foreign, "a list believes the header, and says that it is not verified");
}

#[test]
fn a_portable_backup_opens_everywhere_and_an_edit_of_it_is_damage() {
    let bytes = backup(true);
    for running in [DeviceType::Linux, DeviceType::Macos, DeviceType::Windows, DeviceType::Android] {
        assert!(open_on(&bytes, running).is_ok(), "{running:?}");
    }
    let edited = edited(&bytes, DeviceType::Linux);
    assert_eq!(open_on(&edited, DeviceType::Linux).map(|_| ()), Err(BackupOpenError::Damaged));
}

#[test]
fn an_edit_of_one_header_is_mended_from_the_other() {
    let bytes = backup(false);
    let mut one = bytes.clone();
    one[device_bytes(&bytes)[0]] ^= 2;
    let opened = open_on(&one, DeviceType::running()).unwrap();
    assert!(opened.is_healed);
    assert_eq!(opened.facts.device, DeviceType::running());
}

#[test]
fn every_damage_is_noticed_and_header_damage_is_healed() {
    let bytes = backup(true);
    let header = 16 + u32::from_le_bytes(bytes[12..16].try_into().unwrap()) as usize;
    let set = {
        let world = world(MemoryPlace::honest(), hand());
        let mut session = session(&world, 1);
        set_up(&world, &mut session, true);
        deeds::current(&session).unwrap().unwrap()
    };
    // Another set's key: without an Argon2 run for each flip, what is refused is told by form alone.
    let opened = SealedBackup::parse(bytes.clone()).unwrap().open(&BackupOpener::Set(&set), DeviceType::running());
    assert_eq!(opened.map(|_| ()), Err(BackupOpenError::WrongKey));
    let (mut healed, mut refused) = (0, 0);
    for at in (0..header).step_by(7).chain([header, header + 30, header + 60, header + 9_000]).chain([bytes.len() - 3])
    {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        match SealedBackup::parse(changed) {
            Err(error) => panic!("byte {at}: {error:?}"),
            Ok(_) if at >= header && at < bytes.len() - 12 - header => {
                let mut changed = bytes.clone();
                changed[at] ^= 1;
                assert_eq!(open_on(&changed, DeviceType::running()).map(|_| ()), Err(BackupOpenError::Damaged));
                refused += 1;
            }
            Ok(sealed) => {
                let (name, password) = (name(), password());
                let opener = BackupOpener::Account { name: &name, password: &password };
                let opened = sealed.open(&opener, DeviceType::running()).unwrap();
                assert!(opened.is_healed, "byte {at}");
                healed += 1;
            }
        }
    }
    assert!(healed > 20 && refused == 4, "{healed} {refused}");
}

#[test]
fn other_files_and_newer_ones_have_answers_of_their_own() {
    let bytes = backup(false);
    let answer = |bytes: &[u8]| SealedBackup::parse(bytes.to_vec()).map(|_| ()).err();
    assert_eq!(answer(b""), Some(BackupParseError::NotABackup));
    assert_eq!(answer(b"{\"accounts\":[]}"), Some(BackupParseError::NotABackup));
    assert_eq!(answer(b"\x89PLV\r\n\x1a\n rest"), Some(BackupParseError::Vault));
    assert_eq!(answer(b"\x89PLX\r\n\x1a\n rest"), Some(BackupParseError::Export));
    assert_eq!(answer(b"\x89PLB\n\x1a\n rest"), Some(BackupParseError::Damaged));
    assert_eq!(answer(&bytes[..9_000]), Some(BackupParseError::Damaged));
    assert_eq!(answer(&vec![0; 64 * 1024 * 1024 + 1]), Some(BackupParseError::TooLarge));
    let mut newer = bytes.clone();
    let length = 16 + u32::from_le_bytes(bytes[12..16].try_into().unwrap()) as usize;
    for at in [8, 10, bytes.len() - 12 - length + 8, bytes.len() - 12 - length + 10] {
        newer[at] = 2;
    }
    assert_eq!(answer(&newer), Some(BackupParseError::TooNew { found: 2 }));
    for cut in [1, 40, 12 + length, bytes.len() / 2] {
        assert!(answer(&bytes[..bytes.len() - cut]).is_some(), "cut by {cut}");
    }
}

#[test]
fn nothing_of_what_it_holds_is_in_the_clear() {
    let bytes = backup(false);
    for word in ["Service", "mira", "Mira", "example.com", "Steam"] {
        assert!(!bytes.windows(word.len()).any(|at| at == word.as_bytes()), "{word}");
    }
}
