//! Each thing that can go wrong on the way back, through the binary: one sentence says what is wrong, one what helps, the
//! exit code tells a script, a way out is gone, and every file lies as it lay before.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use pulih::backup::{BackupOpener, BackupSet, DeviceType, FileName, RecoveryName, SealedBackup};
use pulih::edge::SystemEntropy;
use pulih::moment::Moment;
use pulih::secret::Passphrase;
use pulih::vault::{KdfParams, OpenVault};

use crate::bench::{Bench, OLD, PULIH, Ran, finish};
use crate::terminal::Seat;

pub const ACCOUNT: &str = "mira@example.com";
pub const PASSWORD: &str = "a lamp beside the harbour";
pub const NEW: &str = "five other words than those";

/// The files of a folder: the name and the bytes of each.
type Kept = Vec<(OsString, Vec<u8>)>;

/// A computer with a vault and a stick with three backups of it.
pub fn kept() -> Bench {
    let bench = Bench::new();
    let setup = ["backup", "setup", "--account", ACCOUNT, "--place", "~/stick", "--same-kind"];
    let cost = ["--recovery-password-fd", "0", "--kdf-memory", "64", "--kdf-time", "3"];
    bench.ran(&[&setup[..], &cost].concat(), &[OLD, PASSWORD]).done();
    for _ in 0..2 {
        bench.ran(&["backup", "now"], &[OLD]).done();
    }
    bench
}

/// The same after the computer was lost: there is the stick, and nothing else. It is filled once and copied.
pub fn lost() -> Bench {
    static STICK: OnceLock<Kept> = OnceLock::new();
    let stick = STICK.get_or_init(|| {
        let bench = kept();
        let files = newest_first(&bench.path("stick")).into_iter();
        files.map(|path| (path.file_name().unwrap().to_owned(), std::fs::read(path).unwrap())).collect()
    });
    let bench = Bench::empty();
    std::fs::create_dir(bench.path("stick")).unwrap();
    for (name, bytes) in stick {
        std::fs::write(bench.path("stick").join(name), bytes).unwrap();
    }
    bench
}

/// The backups of a stick, the newest first.
fn newest_first(stick: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(stick).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.reverse();
    files
}

/// Every file, by path. The lock beside a vault is no part of what it holds: it is empty, and stays.
pub fn everything(bench: &Bench) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![bench.path("")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap()) {
            let path = entry.path();
            match entry.file_type().unwrap().is_dir() {
                true => folders.push(path),
                false => drop(all.insert(path.clone(), std::fs::read(&path).unwrap())),
            }
        }
    }
    all.retain(|path, bytes| !bytes.is_empty() || path.extension().is_none_or(|ending| ending != "lock"));
    all
}

/// The answers, a line each.
pub const SECRETS: [&str; 4] = ["--recovery-password-fd", "0", "--passphrase-fd", "0"];

/// `pulih restore` of what lies there.
fn restore(bench: &Bench, from: &str, more: &[&str], lines: &[&str]) -> Ran {
    let args = ["restore", "--from", from, "--account", ACCOUNT];
    let mut command = bench.command(PULIH);
    command.args(bench.places()).args(args).args(SECRETS).args(more).current_dir(bench.path(""));
    finish(command, lines)
}

/// Ended like this, with one sentence that says what is wrong and one that says what helps.
#[track_caller]
pub fn said(ran: Ran, code: i32, what: &str, helps: &str) {
    assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{ran:?}");
    let lines: Vec<&str> = ran.err.lines().collect();
    let [wrong, help] = lines.as_slice() else { panic!("not two sentences: {lines:?}") };
    assert!(wrong.contains(what) && help.contains(helps), "{lines:?}");
}

/// The three accounts are here, and the vault opens with the passphrase that was chosen.
#[track_caller]
pub fn is_back(bench: &Bench) {
    let listed = bench.ran(&["list"], &[NEW]).done();
    assert!(["Deno", "Issuu"].iter().all(|issuer| listed.contains(issuer)), "{listed}");
}

#[test]
fn a_wrong_account_a_wrong_password_and_wrong_words_change_nothing_and_the_right_ones_still_open_it() {
    let bench = lost();
    let before = everything(&bench);
    let (what, helps) = ("do not open the backup", "Check both");
    said(restore(&bench, "stick", &[], &[NEW, "another lamp entirely"]), 3, what, helps);
    let other = ["restore", "--from", "stick", "--account", "mira@example.org"];
    let mut command = bench.command(PULIH);
    command.args(bench.places()).args(other).args(SECRETS).current_dir(bench.path(""));
    said(finish(command, &[NEW, PASSWORD]), 3, what, helps);
    let mut command = bench.command(PULIH);
    let by_words = ["restore", "--from", "stick", "--recovery-words-fd", "0", "--passphrase-fd", "0"];
    command.args(bench.places()).args(by_words).current_dir(bench.path(""));
    let words = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    said(finish(command, &[NEW, words]), 1, "cannot be opened in this way", "recovery account");
    assert_eq!(everything(&bench), before);
    restore(&bench, "stick", &[], &[NEW, PASSWORD]).done();
    is_back(&bench);
}

/// A backup that is for `device`, as another computer would have written it.
fn made_for(device: DeviceType) -> (FileName, Vec<u8>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/backup");
    let (name, password) = (RecoveryName::parse(ACCOUNT).unwrap(), Passphrase::parse(PASSWORD).unwrap());
    let sealed = SealedBackup::parse(std::fs::read(folder.join("00.bin")).unwrap()).unwrap();
    let opener = BackupOpener::Account { name: &name, password: &password };
    let contents = sealed.open(&opener, DeviceType::running()).unwrap().contents;
    let now = Moment::from_unix(1_900_000_000);
    let vault = OpenVault::create(&Passphrase::parse(OLD).unwrap(), KdfParams::LEAST, now, &SystemEntropy).unwrap();
    let set = BackupSet::create(&vault, (name, &password), KdfParams::LEAST, device, now, &SystemEntropy).unwrap();
    let bytes = set.seal(&contents, "1.0.0", &SystemEntropy).unwrap().bytes;
    (FileName::new(set.id(), 1, now, [7; 8]), bytes)
}

/// Writes another kind of computer into both headers.
fn edited(bytes: &[u8], device: DeviceType) -> Vec<u8> {
    let length = 16 + u32::from_le_bytes(bytes[12..16].try_into().unwrap()) as usize;
    let part = [0x41, 0x80, 1, 0, 0, 0];
    let front = bytes[..length].windows(6).position(|at| at == part).unwrap() + 6;
    let mut edited = bytes.to_vec();
    for place in [front, bytes.len() - 12 - length + front] {
        edited[place] = device.number();
    }
    edited
}

#[test]
fn a_backup_for_another_kind_of_computer_is_refused_also_where_its_header_was_edited() {
    let (name, windows) = made_for(DeviceType::Windows);
    let (_, portable) = made_for(DeviceType::Portable);
    let bench = Bench::empty();
    std::fs::create_dir(bench.path("stick")).unwrap();
    let file = bench.path("stick").join(name.as_str());
    let (here, helps) = (DeviceType::running(), "portable backup or an export");
    for (bytes, code, what, helps) in [
        (windows.clone(), 9, "is for computers with Windows only", helps),
        (edited(&windows, here), 9, "was made for computers with Windows, and its header was changed", helps),
        (edited(&windows, DeviceType::Portable), 9, "was made for computers with Windows, and its header", helps),
        (edited(&portable, here), 4, "damaged", "next older backup"),
    ] {
        std::fs::write(&file, bytes).unwrap();
        let before = everything(&bench);
        for from in ["stick", file.to_str().unwrap()] {
            said(restore(&bench, from, &[], &[NEW, PASSWORD]), code, what, helps);
        }
        assert_eq!(everything(&bench), before);
    }
    std::fs::write(&file, portable).unwrap();
    restore(&bench, "stick", &[], &[NEW, PASSWORD]).done();
    assert!(bench.ran(&["list"], &[NEW]).done().contains("Ferry"));
}

#[test]
fn where_the_newest_file_is_damaged_the_next_older_one_is_named_and_comes_back() {
    let cut = |bytes: &mut Vec<u8>| bytes.truncate(9_000);
    let none = |bytes: &mut Vec<u8>| bytes.clear();
    let flipped = |bytes: &mut Vec<u8>| bytes[9_000] ^= 1;
    type Damage<'a> = (&'a dyn Fn(&mut Vec<u8>), &'a str);
    let damages: [Damage<'_>; 3] =
        [(&flipped, "This backup is damaged"), (&cut, "This backup is damaged"), (&none, "Passed over, though newer")];
    for (damage, what) in damages {
        let bench = lost();
        let files = newest_first(&bench.path("stick"));
        let mut bytes = std::fs::read(&files[0]).unwrap();
        damage(&mut bytes);
        std::fs::write(&files[0], bytes).unwrap();
        let before = everything(&bench);
        let ran = restore(&bench, "stick", &["--json"], &[NEW, PASSWORD]);
        let next = files[1].file_name().unwrap().to_str().unwrap();
        let warning = ran.err.lines().next().unwrap().to_owned();
        assert!(warning.contains(what), "{ran:?}");
        let named = if what.starts_with("Passed") { files[0].file_name().unwrap().to_str().unwrap() } else { next };
        assert!(warning.contains(named), "{ran:?}");
        let report: serde_json::Value = serde_json::from_str(&ran.done()).unwrap();
        assert_eq!((report["file"].as_str(), report["restored"].as_u64()), (Some(next), Some(3)), "{report}");
        is_back(&bench);
        let after = everything(&bench);
        assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)), "the stick is only read");
    }
}

#[test]
fn where_no_file_opens_nothing_is_written_and_an_older_one_can_be_named() {
    let bench = lost();
    let files = newest_first(&bench.path("stick"));
    let good = std::fs::read(&files[2]).unwrap();
    for file in &files {
        let mut bytes = std::fs::read(file).unwrap();
        bytes[9_000] ^= 1;
        std::fs::write(file, bytes).unwrap();
    }
    let older = bench.file("older.pulih-backup", good);
    let before = everything(&bench);
    let ran = restore(&bench, "stick", &[], &[NEW, PASSWORD]);
    assert_eq!((ran.code, ran.err.lines().count()), (4, 4), "two older ones are tried: {ran:?}");
    assert_eq!(everything(&bench), before);
    restore(&bench, &older, &[], &[NEW, PASSWORD]).done();
    is_back(&bench);
}

#[test]
fn an_empty_place_a_missing_one_and_what_is_no_place_are_told_apart() {
    let bench = lost();
    std::fs::create_dir(bench.path("empty")).unwrap();
    bench.file("notes.txt", "nothing of ours");
    let before = everything(&bench);
    for (from, code, what, helps) in [
        ("empty", 1, "no backups in", "Look in another place"),
        ("gone", 1, "The place is not there", "Connect the disk"),
        ("notes.txt", 4, "not a Pulih backup", ".pulih-backup"),
        ("webdav+http://mira@127.0.0.1:9/backups", 1, "cannot be reached", "Check the connection"),
        ("gopher://example.com/", 2, "not known", "Give a folder"),
    ] {
        let secret = if from.contains("http") { &["--place-secret-fd", "0"][..] } else { &[] };
        let lines = if secret.is_empty() { &[NEW, PASSWORD][..] } else { &[NEW, "app-password", PASSWORD] };
        said(restore(&bench, from, secret, lines), code, what, helps);
        assert_eq!(everything(&bench), before, "{from}");
    }
}

#[test]
fn a_file_that_is_no_backup_is_said_before_anybody_is_asked_for_a_password() {
    let bench = lost();
    let foreign = bench.file("notes.txt", "nothing of ours");
    let ran = bench.bare(&["restore", "--from", &foreign, "--account", ACCOUNT], &[]);
    assert!(
        ran.code == 4 && ran.err.contains("not a Pulih backup") && !ran.err.contains("--recovery-password-fd"),
        "{ran:?}"
    );
}

#[test]
fn each_newer_file_that_is_passed_over_is_named_also_those_between_two_damaged_ones() {
    let bench = lost();
    let files = newest_first(&bench.path("stick"));
    // The newest opens for nobody; the next has no header that can be read.
    let mut bytes = std::fs::read(&files[0]).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&files[0], bytes).unwrap();
    std::fs::write(&files[1], "no header at all").unwrap();
    let ran = restore(&bench, "stick", &[], &[NEW, PASSWORD]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let name = files[1].file_name().unwrap().to_str().unwrap();
    assert!(ran.err.contains(name), "{name}: {ran:?}");
}

#[test]
fn a_stick_that_is_pulled_out_between_the_list_and_the_file_is_missed_by_name() {
    let bench = lost();
    let stick = bench.path("stick").to_str().unwrap().to_owned();
    let before = everything(&bench);
    let args = ["restore", "--from", &stick, "--account", ACCOUNT];
    let mut seat = Seat::take(&bench, &args, &[]);
    seat.until("password:");
    std::fs::rename(&stick, bench.path("pulled")).unwrap();
    seat.press(&format!("{PASSWORD}\r"));
    seat.until("The place is not there.");
    seat.until("Connect the disk");
    assert_eq!(seat.ended().0, 1);
    std::fs::rename(bench.path("pulled"), &stick).unwrap();
    assert_eq!(everything(&bench), before);
    restore(&bench, "stick", &[], &[NEW, PASSWORD]).done();
    is_back(&bench);
}

#[test]
#[cfg(feature = "remote")]
fn a_server_that_goes_away_between_the_list_and_the_file_is_missed_and_the_same_works_once_it_is_back() {
    let bench = lost();
    let server = crate::dav::DavServer::start(true);
    for file in newest_first(&bench.path("stick")) {
        server.dav.lay(&format!("/dav/{}", file.file_name().unwrap().to_str().unwrap()), std::fs::read(file).unwrap());
    }
    let before = everything(&bench);
    let secret = ["--place-secret-fd", "0"];
    let answers = [NEW, crate::dav::PASSWORD, PASSWORD];
    server.dav.lie(crate::dav::Lie::GoesAway);
    let ran = restore(&bench, &server.address(""), &secret, &answers);
    said(ran, 1, "The connection broke off", "Check the connection");
    server.dav.lie(crate::dav::Lie::BreaksOff);
    let ran = restore(&bench, &server.address(""), &secret, &answers);
    said(ran, 1, "The connection broke off", "Check the connection");
    server.dav.lie(crate::dav::Lie::None);
    let wrong = restore(&bench, &server.address(""), &secret, &[NEW, "another", PASSWORD]);
    said(wrong, 1, "does not accept this name and password", "app password");
    assert_eq!(everything(&bench), before);
    restore(&bench, &server.address(""), &secret, &answers).done();
    is_back(&bench);
}

#[test]
fn a_vault_in_the_way_stays_byte_for_byte_and_both_ways_out_are_gone() {
    let bench = kept();
    let before = everything(&bench);
    said(restore(&bench, "stick", &[], &[NEW, PASSWORD]), 1, "already a vault", "--merge");
    assert_eq!(everything(&bench), before);
    restore(&bench, "stick", &["--merge"], &[OLD, PASSWORD]).done();
    restore(&bench, "stick", &["--replace"], &[NEW, PASSWORD]).done();
    is_back(&bench);
    let aside = everything(&bench).into_keys().filter(|path| path.to_string_lossy().contains(".signed-out-")).count();
    assert!(aside > 0, "the vault that was there is whole beside it");
}
