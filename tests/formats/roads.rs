//! There and back: into a book, out of it as each format, and in again.

use std::path::Path;
use std::sync::Arc;

use pulih::account::{Account, AccountId, Book, Credential, EnrolHint, Kind, OldKey, RecoveryCode};
use pulih::edge::{SystemClock, SystemEntropy, SystemFiles, SystemScanner};
use pulih::formats::{Imported, Loss, Parsed, UnlockError};
use pulih::moment::Moment;
use pulih::ops::World;
use pulih::ops::export::{self, Bytes, Choice, ExportError, Selection};
use pulih::ops::import::{self, OnDuplicate};
use pulih::ports::{Absent, FileErrorKind, Scanner, Surroundings};
use pulih::secret::Secret;
use pulih::words::Language;

use crate::compare::{Refusal, read};
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
        browser: Arc::new(Absent),
        clipboard: Arc::new(Absent),
        clock: Arc::new(SystemClock::new()),
        console: Arc::new(Absent),
        entropy: Arc::new(SystemEntropy),
        files: Arc::new(SystemFiles),
        guards: Arc::new([]),
        key_store: Arc::new(Absent),
        memory: Arc::new(Absent),
        places: Arc::new(Absent),
        process: Arc::new(Absent),
        provider: Arc::new(Absent),
        scanner: Arc::new(SystemScanner::new(&Surroundings::default())),
        seat: Arc::new(Absent),
        time: Arc::new(Absent),
        surroundings: Arc::new(Surroundings::default()),
        vault: folder.join("v.pulih"),
        state: folder.join("state"),
    }
}

#[test]
fn what_is_written_in_each_format_is_the_same_when_it_comes_in_again() {
    let (before, world) = (book(), world(Path::new("/nowhere")));
    for choice in export::choices() {
        let password = choice.is_locked.then_some("pass wörd of the file");
        let draft = export::draft(&before, &Selection::All, choice);
        let written = draft.produce(password, Language::En, &world).unwrap();
        let imported = came_back(&written, choice, password);
        let count = imported.arrivals.len();
        let counts = import::plan(imported, &before).counts();
        // The list has no PIN for Mobile-OTP, so that account is there by name. Names that the format cannot hold as
        // they are were said to be lost, and come back changed.
        let renamed = draft.report().lossy.iter().filter(|it| it.losses.contains(&Loss::Names)).count();
        assert_eq!((counts.same, counts.changed + counts.new), (count - renamed, renamed), "{}: {counts:?}", choice.id);
        assert_eq!((counts.complaints, counts.fills, counts.repeated), (0, 0, 0), "{}", choice.id);
        let bytes: usize = written.iter().map(|file| file.len()).sum();
        println!("{}: {count} accounts, {bytes} bytes in {} files", choice.id, written.len());
    }
}

/// What another program would read of the files.
fn came_back(files: &[Bytes], choice: Choice, password: Option<&str>) -> Imported {
    let is_picture = |bytes: &Bytes| bytes.starts_with(b"\x89PNG");
    if files.iter().all(is_picture) {
        let texts =
            files.iter().flat_map(|bytes| SystemScanner::new(&Surroundings::default()).scan_picture(bytes).unwrap());
        return import::read_codes(&texts.collect::<Vec<_>>()).unwrap();
    }
    let read = |bytes: &Bytes| read(bytes.to_vec(), "x", password).unwrap_or_else(|it| panic!("{}: {it:?}", choice.id));
    files.iter().map(read).reduce(Imported::with).unwrap()
}

#[test]
fn what_a_target_cannot_hold_is_said_for_each_account_first() {
    let mut book = book();
    let missing = Credential::Missing(EnrolHint::default());
    book.add(Account::with_credential(AccountId([9; 16]), "Work", "anna", missing, NOW));
    let draft = |id| export::draft(&book, &Selection::All, export::choice(id).unwrap());
    let list = draft("uri-list");
    let list = list.report();
    assert_eq!((list.carried, list.left_out.len()), (13, 1));
    assert_eq!(list.left_out[0].title, "Work:anna");
    let losses = |title: &str| list.lossy.iter().find(|it| it.title == title).map(|it| it.losses.clone());
    assert_eq!(losses("Example Mail:anna@example.com"), Some(vec![Loss::Groups, Loss::Note, Loss::Pinned]));
    assert_eq!(losses("Intranät:åsa"), Some(vec![Loss::Pin]));
    assert_eq!(losses("Steam:gabriella"), None);
    let aegis = draft("aegis");
    let aegis = aegis.report();
    assert_eq!((aegis.carried, aegis.lossy.len(), aegis.left_out.len()), (13, 0, 1));
}

#[test]
fn a_locked_format_is_not_written_without_a_password() {
    let choice = export::choice("aegis").unwrap();
    for password in [None, Some("")] {
        let draft = export::draft(&book(), &Selection::All, choice);
        let refusal = draft.produce(password, Language::En, &world(Path::new("/nowhere"))).err();
        assert_eq!(refusal, Some(ExportError::NoPassword));
    }
    assert_eq!(export::choice("kdbx").err(), Some(ExportError::UnknownFormat("kdbx".to_owned())));
}

#[test]
fn two_locked_exports_have_nothing_in_common() {
    let choice = export::choice("aegis").unwrap();
    let write = || {
        let draft = export::draft(&book(), &Selection::All, choice);
        let files = draft.produce(Some("x"), Language::En, &world(Path::new("/nowhere"))).unwrap();
        serde_json::from_slice::<serde_json::Value>(&files[0]).unwrap()
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
    let write = |bytes: &[u8], force| export::write_files(&world, &path, &[bytes.to_vec().into()], force);
    write(b"one", false).unwrap();
    let refusal = write(b"two", false).unwrap_err();
    assert!(matches!(&refusal, ExportError::File(error) if error.kind == FileErrorKind::Exists), "{refusal:?}");
    assert_eq!(world.files.read(&path, 100).unwrap(), b"one");
    write(b"three", true).unwrap();
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
    export::write_files(&world, &path, &[bytes("uris.txt").into()], false).unwrap();
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
    let names = |imported: &Imported| imported.arrivals.iter().map(|it| it.title()).collect::<Vec<_>>();
    assert_eq!(names(&apart), names(&together), "in order, and the picture that was taken twice counts once");
}

#[test]
fn several_files_are_written_all_or_none() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (world, path) = (world(folder.path()), folder.path().join("codes.png"));
    let files: [Bytes; 2] = [b"one".to_vec().into(), b"two".to_vec().into()];
    let names = export::write_files(&world, &path, &files, false).unwrap();
    assert_eq!(names, [folder.path().join("codes-1-of-2.png"), folder.path().join("codes-2-of-2.png")]);
    world.files.remove(&names[0]).unwrap();
    let refusal = export::write_files(&world, &path, &files, false).unwrap_err();
    assert!(matches!(&refusal, ExportError::File(error) if error.kind == FileErrorKind::Exists), "{refusal:?}");
    assert_eq!(world.files.list(folder.path()).unwrap().len(), 1, "the second file was in the way of the first too");
}

/// Accounts that use what only our own file holds.
fn rich_book() -> Book {
    let mut book = book();
    let id = |nth: usize, book: &Book| book.live().nth(nth).unwrap().id;
    let (first, second, third) = (id(0, &book), id(1, &book), id(2, &book));
    let old = book.get(second).unwrap().params().unwrap().duplicate();
    let account = book.get_mut(first).unwrap();
    account.history = vec![OldKey { params: old, replaced: NOW }];
    account.recovery_codes = vec![RecoveryCode { code: Secret::copied(b"11-22"), used: true }];
    account.kind = Kind::Personal { passwordless: false };
    account.ext = vec![(77, b"of tomorrow".to_vec())];
    (account.accepted, account.use_count, account.last_used) = (Some(NOW), 41, Some(NOW));
    book.get_mut(third).unwrap().icon = "forge".into();
    let missing = Credential::Missing(EnrolHint::default());
    book.add(Account::with_credential(AccountId([9; 16]), "Work", "anna", missing, NOW));
    book.add_group("Empty");
    let trashed =
        Account::with_credential(AccountId([8; 16]), "Old", "o", Credential::Missing(EnrolHint::default()), NOW);
    book.add(trashed);
    book.delete(AccountId([8; 16]), NOW);
    book
}

/// Account by account and in order: all but the ids, which are drawn anew.
#[test]
fn our_own_file_loses_nothing_on_its_way_into_an_empty_vault() {
    let (before, world) = (rich_book(), world(Path::new("/nowhere")));
    let draft = export::draft(&before, &Selection::All, export::choice("pulih").unwrap());
    assert!(draft.report().is_whole() && draft.report().carried == before.live().count());
    let files = draft.produce(Some("over the water"), Language::En, &world).unwrap();
    let imported = read(files[0].to_vec(), "x.pulih-export", Some("over the water")).unwrap();
    let mut after = Book::default();
    import::apply(import::plan(imported, &after), &mut after, OnDuplicate::Skip, Moment::from_unix(9), &SystemEntropy)
        .unwrap();
    assert_eq!(after.groups(), before.groups());
    assert_eq!(after.all().len(), before.live().count());
    for (came, account) in after.all().iter().zip(before.live()) {
        assert_eq!(Account { id: account.id, ..came.duplicate() }, *account);
    }
    let wrong = read(files[0].to_vec(), "x", Some("under the water")).unwrap_err();
    assert!(matches!(wrong, Refusal::Unlock(UnlockError::WrongPassword)), "{wrong:?}");
}

#[test]
fn only_the_chosen_accounts_are_exported() {
    let (before, choice) = (book(), export::choice("pulih").unwrap());
    let count = |selection| export::draft(&before, &selection, choice).report().carried;
    let first = before.live().next().unwrap().id;
    assert_eq!(count(Selection::Group("Money".to_owned())), 2);
    assert_eq!(count(Selection::Only([first].into())), 1);
    assert_eq!(count(Selection::Only([].into())), 0);
}
