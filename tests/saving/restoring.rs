//! Restoring puts a new vault where none is, or in the place of one that goes aside whole: an error at every call and a
//! crash at every moment leave the old vault or the new one.

use std::path::{Path, PathBuf};

use pulih::account::{Account, AccountId, Book};
use pulih::moment::Moment;
use pulih::ops::restore::{RestoreError, restore};
use pulih::ops::sign_out::signed_out;
use pulih::ops::{SaveError, World};
use pulih::otp::{OtpKey, OtpParams};
use pulih::ports::{FileError, FileErrorKind, Files};
use pulih::restore::{Incoming, Report};
use pulih::secret::Secret;

use crate::faults::{Failing, Plan, Small, disk_with_vault};
use crate::model::{Disk, Model, Wreckage};
use crate::worlds::{COST, VAULT, create, grow_and_save, is_whole, model_world, open, open_at, passphrase};

fn incoming() -> Incoming {
    let key = OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap();
    let params = OtpParams::Steam { key };
    let account = Account::ready(AccountId([7; 16]), "Example", "restored", params, Moment::from_unix(1));
    Incoming::vault(Book::new(vec![account], Vec::new()))
}

fn restored(world: &World, is_replacing: bool) -> Result<Report, RestoreError> {
    restore(world, &incoming(), &passphrase(), COST, is_replacing).map(|(_, report)| report)
}

/// What lies at the vault's place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum There {
    New,
    Nothing,
    Old,
}

fn there(model: &Model, old: Option<&Vec<u8>>) -> There {
    match model.disk().get(Path::new(VAULT)) {
        None => return There::Nothing,
        Some(bytes) if Some(bytes) == old => return There::Old,
        Some(_) => {}
    }
    let session = open(&model_world(model.clone())).unwrap();
    assert!(session.book().all().iter().any(|account| *account.name == *"restored"));
    There::New
}

/// Whether the old vault lies whole somewhere.
fn has_old(model: &Model, old: &[u8]) -> bool {
    let aside = signed_out(&model_world(model.clone())).unwrap().into_iter().map(|aside| aside.path);
    let mut places = aside.chain([PathBuf::from(VAULT)]);
    places.any(|path| model.read(&path, u64::MAX).is_ok_and(|bytes| bytes == old))
}

#[test]
fn a_restored_vault_is_a_new_one_and_the_one_before_lies_aside_whole() {
    let model = Model::holding(&disk_with_vault());
    let old = model.disk()[Path::new(VAULT)].clone();
    let world = model_world(model.clone());
    let report = restored(&world, true).unwrap();
    assert_eq!((report.restored, report.counts.codes_at_once, report.remarks.len()), (1, 1, 1));
    let session = open(&world).unwrap();
    assert!(!session.is_read_only() && session.vault().generation() == 1);
    let aside = signed_out(&world).unwrap().remove(0);
    assert!(is_whole(&open_at(&world, &aside.path, true).unwrap()) && has_old(&model, &old));
}

#[test]
fn a_vault_that_is_there_is_not_restored_over() {
    let model = Model::holding(&disk_with_vault());
    let disk = model.disk();
    let world = model_world(model.clone());
    assert!(matches!(restored(&world, false), Err(RestoreError::Save(SaveError::Exists))));
    assert_eq!(model.disk(), disk);
}

#[test]
fn a_vault_that_somebody_makes_in_the_last_moment_is_not_restored_over() {
    let theirs = {
        let theirs = Model::new();
        create(&model_world(theirs.clone())).unwrap();
        theirs.disk()[Path::new(VAULT)].clone()
    };
    let model = Model::new();
    let (shared, laid) = (model.clone(), theirs.clone());
    let plan = Plan::beside(Box::new(move |name, _| {
        if name == "rename" && shared.look(Path::new(VAULT)).unwrap().is_none() {
            shared.create_new(Path::new(VAULT)).unwrap().write_all(&laid).unwrap();
        }
    }));
    let result = restored(&model_world(Failing { inner: model.clone(), plan }), false);
    assert!(matches!(result, Err(RestoreError::Save(SaveError::Exists))), "{result:?}");
    assert_eq!(model.disk()[Path::new(VAULT)], theirs);
}

#[test]
fn an_error_at_any_call_of_a_restore_leaves_the_old_vault_or_the_new_one() {
    for (is_replacing, links, is_done) in
        [(false, true, false), (false, true, true), (true, true, false), (true, true, true), (true, false, false)]
    {
        let before = if is_replacing { disk_with_vault() } else { Disk::new() };
        let old = before.get(Path::new(VAULT)).cloned();
        let mut tried = 0;
        for at in 0.. {
            let model = Model::holding(&before);
            let model = if links { model } else { model.without_links() };
            let plan = Plan::new(at, is_done);
            let result = restored(&model_world(Failing { inner: model.clone(), plan: plan.clone() }), is_replacing);
            let Some(failed) = plan.failed.lock().unwrap().clone() else { break };
            tried += 1;
            let what = format!("replacing {is_replacing}, links {links}, done {is_done}, {failed}: {result:?}");
            assert!(old.as_ref().is_none_or(|old| has_old(&model, old)), "{what}: the old vault is gone");
            match (&result, there(&model, old.as_ref())) {
                (Ok(_), There::New) => {}
                (Err(RestoreError::Stranded { .. }), There::Nothing) if is_replacing => {}
                (Err(_), There::Old) if is_replacing => {}
                (Err(_), There::Nothing) if !is_replacing => {}
                (_, there) => panic!("{what}: {there:?}"),
            }
        }
        println!("replacing {is_replacing}, links {links}, done {is_done}: an error at each of {tried} calls");
        assert!(tried >= 14, "only {tried} calls");
    }
}

#[test]
fn a_crash_at_any_moment_of_a_restore_leaves_the_old_vault_or_the_new_one() {
    for (is_replacing, links) in [(false, true), (true, true), (true, false)] {
        let model = if links { Model::new() } else { Model::new().without_links() };
        let world = model_world(model.clone());
        let mut old = None;
        if is_replacing {
            let mut session = create(&world).unwrap();
            grow_and_save(&mut session, &world).unwrap();
            old = model.disk().get(Path::new(VAULT)).cloned();
        }
        let begun = model.log().len();
        restored(&world, is_replacing).unwrap();
        let log = model.log();
        let (mut crashes, mut seen) = (0, std::collections::HashSet::new());
        for end in begun..=log.len() {
            let wreckage = Wreckage::after(&log[..end]);
            for way in 0..wreckage.count() {
                let disk = wreckage.disk(way);
                let mut what_matters = disk.clone();
                what_matters.retain(|path, _| !path.to_string_lossy().ends_with(".tmp"));
                if !seen.insert(what_matters) {
                    continue;
                }
                crashes += 1;
                let model = Model::holding(&disk);
                let what = format!("replacing {is_replacing}, links {links}, operation {end}, way {way}");
                assert!(old.as_ref().is_none_or(|old| has_old(&model, old)), "{what}: the old vault is gone");
                // Whatever stands there opens; where nothing does, the old one lies aside, and it can be tried again.
                if there(&model, old.as_ref()) == There::Nothing {
                    restored(&model_world(model.clone()), false).unwrap_or_else(|error| panic!("{what}: {error:?}"));
                }
            }
        }
        println!("replacing {is_replacing}, links {links}: {crashes} crashes that differ");
        assert!(crashes > 2, "only {crashes}");
    }
}

#[test]
fn a_full_disk_costs_nothing_but_the_restore() {
    let before = disk_with_vault();
    let old = before[Path::new(VAULT)].clone();
    let (mut full, mut done) = (0, 0);
    for room in (0..=20_000).step_by(1000) {
        let model = Model::holding(&before);
        let result = restored(&model_world(Small::new(model.clone(), room)), true);
        assert!(has_old(&model, &old), "{room} bytes: the old vault is gone");
        match (&result, there(&model, Some(&old))) {
            (Err(RestoreError::Save(SaveError::File(FileError { kind: FileErrorKind::Full, .. }))), There::Old) => {
                full += 1;
            }
            (Ok(_), There::New) => done += 1,
            other => panic!("{room} bytes: {other:?}"),
        }
    }
    assert!(full > 5 && done > 0, "{full} times full, {done} times done");
}
