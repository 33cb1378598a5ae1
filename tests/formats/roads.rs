//! There and back: into a book, out of it as each format, and in again.

use std::path::Path;
use std::sync::Arc;

use pulih::account::{Account, AccountId, Book, Credential, EnrolHint};
use pulih::edge::{SystemClock, SystemEntropy, SystemFiles};
use pulih::formats::{Loss, Parsed};
use pulih::moment::Moment;
use pulih::ops::World;
use pulih::ops::export::{self, ExportError};
use pulih::ops::import::{self, OnDuplicate};
use pulih::ports::{Absent, FileErrorKind, Surroundings};

use crate::compare::read;
use crate::samples::bytes;

const NOW: Moment = Moment::from_unix(1_800_000_000);

fn book() -> Book {
    let mut book = Book::default();
    let imported = read(bytes("aegis-plain.json"), "aegis-plain.json", None).unwrap();
    let plan = import::plan(imported, &book);
    import::apply(plan, &mut book, OnDuplicate::Skip, NOW, &SystemEntropy).unwrap();
    book
}

fn world(folder: &Path) -> World {
    World {
        clipboard: Arc::new(Absent),
        clock: Arc::new(SystemClock::new()),
        console: Arc::new(Absent),
        entropy: Arc::new(SystemEntropy),
        files: Arc::new(SystemFiles),
        guards: Arc::new([]),
        key_store: Arc::new(Absent),
        memory: Arc::new(Absent),
        process: Arc::new(Absent),
        scanner: Arc::new(Absent),
        seat: Arc::new(Absent),
        surroundings: Arc::new(Surroundings::default()),
        vault: folder.join("v.pulih"),
        state: folder.join("state"),
    }
}

#[test]
fn what_is_written_in_each_format_is_the_same_when_it_comes_in_again() {
    let before = book();
    for choice in export::choices() {
        let password = choice.is_locked.then_some("pass wörd");
        let written = export::produce(&before, choice, password, &SystemEntropy).unwrap();
        let imported = read(written.to_vec(), "x", password).unwrap_or_else(|it| panic!("{}: {it:?}", choice.id));
        let count = imported.arrivals.len();
        let counts = import::plan(imported, &before).counts();
        // The list has no PIN for Mobile-OTP, so that account is there by name. Names that the format cannot hold as
        // they are were said to be lost, and come back changed.
        let survey = export::survey(&before, choice);
        let renamed = survey.lossy.iter().filter(|it| it.losses.contains(&Loss::Names)).count();
        assert_eq!((counts.same, counts.changed + counts.new), (count - renamed, renamed), "{}: {counts:?}", choice.id);
        assert_eq!((counts.complaints, counts.fills, counts.repeated), (0, 0, 0), "{}", choice.id);
        println!("{}: {count} accounts, {} bytes", choice.id, written.len());
    }
}

#[test]
fn what_a_target_cannot_hold_is_said_for_each_account_first() {
    let mut book = book();
    let missing = Credential::Missing(EnrolHint::default());
    book.add(Account::with_credential(AccountId([9; 16]), "Work", "anna", missing, NOW));
    let list = export::survey(&book, export::choice("uri-list").unwrap());
    assert_eq!((list.carried, list.left_out.len()), (13, 1));
    assert_eq!(list.left_out[0].title, "Work:anna");
    let losses = |title: &str| list.lossy.iter().find(|it| it.title == title).map(|it| it.losses.clone());
    assert_eq!(losses("Example Mail:anna@example.com"), Some(vec![Loss::Groups, Loss::Note, Loss::Pinned]));
    assert_eq!(losses("Intranät:åsa"), Some(vec![Loss::Pin]));
    assert_eq!(losses("Steam:gabriella"), None);
    let aegis = export::survey(&book, export::choice("aegis").unwrap());
    assert_eq!((aegis.carried, aegis.lossy.len(), aegis.left_out.len()), (13, 0, 1));
}

#[test]
fn a_locked_format_is_not_written_without_a_password() {
    let choice = export::choice("aegis").unwrap();
    for password in [None, Some("")] {
        let refusal = export::produce(&book(), choice, password, &SystemEntropy).err();
        assert_eq!(refusal, Some(ExportError::NoPassword));
    }
    assert_eq!(export::choice("kdbx").err(), Some(ExportError::UnknownFormat("kdbx".to_owned())));
}

#[test]
fn two_locked_exports_have_nothing_in_common() {
    let choice = export::choice("aegis").unwrap();
    let write = || {
        let bytes = export::produce(&book(), choice, Some("x"), &SystemEntropy).unwrap();
        serde_json::from_slice::<serde_json::Value>(&bytes).unwrap()
    };
    let (one, other) = (write(), write());
    assert_ne!(one["header"]["params"]["nonce"], other["header"]["params"]["nonce"]);
    assert_ne!(one["header"]["slots"][0]["salt"], other["header"]["slots"][0]["salt"]);
    assert_ne!(one["db"], other["db"]);
    assert!(!one.to_string().contains("gabriella"));
}

#[test]
fn an_export_is_a_new_file_for_its_owner_alone_and_never_over_an_old_one() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (world, path) = (world(folder.path()), folder.path().join("out.txt"));
    export::write_file(&world, &path, b"one", false).unwrap();
    let refusal = export::write_file(&world, &path, b"two", false).unwrap_err();
    assert!(matches!(&refusal, ExportError::File(error) if error.kind == FileErrorKind::Exists), "{refusal:?}");
    assert_eq!(world.files.read(&path, 100).unwrap(), b"one");
    export::write_file(&world, &path, b"three", true).unwrap();
    assert_eq!(world.files.read(&path, 100).unwrap(), b"three");
    assert_eq!(world.files.list(folder.path()).unwrap().len(), 1, "no draft is left behind");
    let look = world.files.look(&path).unwrap().unwrap();
    assert!(look.is_ours && !look.is_open_to_others);
}

#[test]
fn a_file_is_read_through_a_link_and_a_pasted_text_as_it_is() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let world = world(folder.path());
    let path = folder.path().join("list.txt");
    export::write_file(&world, &path, &bytes("uris.txt"), false).unwrap();
    #[cfg(unix)]
    let path = {
        let link = folder.path().join("link.txt");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        link
    };
    let Parsed::Plain(from_file) = import::read_file(&world, &path, None).unwrap() else { panic!("a list") };
    let Parsed::Plain(pasted) = import::read_text(&String::from_utf8(bytes("uris.txt")).unwrap()).unwrap() else {
        panic!("a list")
    };
    assert_eq!(from_file, pasted);
    assert!(
        matches!(import::read_text("phonefactor://activate_account?code=1"), Ok(Parsed::Plain(it)) if it.complaints.len() == 1)
    );
}

#[test]
fn codes_from_several_pictures_find_each_other() {
    let text = String::from_utf8(bytes("transfer.txt")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let together = import::read_codes(&lines).unwrap();
    assert!(together.notes.iter().all(|note| note.entry.is_some()), "no part is missing");
    let apart =
        lines.iter().map(|line| import::read_codes(&[line]).unwrap()).reduce(|one, next| one.with(next)).unwrap();
    assert!(apart.notes.iter().all(|note| note.entry.is_some()), "no part is missing");
    assert_eq!(apart.arrivals.len(), together.arrivals.len() + 1, "the picture that was taken twice");
    let counts = import::plan(apart, &Book::default()).counts();
    assert_eq!((counts.new, counts.repeated), (together.arrivals.len(), 1));
}
