//! The rollback mark: an older file put back is noticed, a fork is told from it, and neither is written to before the
//! person says so.

use std::path::Path;

use pulih::ops::{SaveError, SessionRemark};
use pulih::vault::OpenRemark;

use crate::model::{Disk, Model};
use crate::worlds::{STATE, VAULT, create, grow, grow_and_save, mark_path, model_world, open, open_at, remarks};

/// The disk after each of three saves, and where the mark lies.
fn three_saves() -> (Vec<Disk>, std::path::PathBuf) {
    let model = Model::new();
    let world = model_world(model.clone());
    let mut session = create(&world).unwrap();
    let mut disks = vec![model.disk()];
    for _ in 0..2 {
        grow_and_save(&mut session, &world).unwrap();
        disks.push(model.disk());
    }
    (disks, mark_path(&session, Path::new(STATE)))
}

fn with_vault_of(disk: &Disk, other: &Disk) -> Disk {
    let mut mixed = disk.clone();
    mixed.insert(VAULT.into(), other[Path::new(VAULT)].clone());
    mixed
}

#[test]
fn a_vault_that_this_computer_knows_opens_without_a_word() {
    let (disks, _) = three_saves();
    let session = open(&model_world(Model::holding(&disks[2]))).unwrap();
    assert_eq!(remarks(&session), []);
    assert!(!session.is_read_only());
}

#[test]
fn an_older_vault_is_read_only_until_accepted_and_then_the_newest() {
    let (disks, _) = three_saves();
    let model = Model::holding(&with_vault_of(&disks[2], &disks[0]));
    let world = model_world(model.clone());
    let mut session = open(&world).unwrap();
    assert_eq!(remarks(&session), [SessionRemark::Older { by: 2 }]);
    assert_eq!(grow_and_save(&mut session, &world), Err(SaveError::ReadOnly));
    assert_eq!(model.disk()[Path::new(VAULT)], disks[0][Path::new(VAULT)]);

    session.accept();
    session.save(&world).unwrap();
    let again = open(&world).unwrap();
    assert!(!again.is_read_only() && remarks(&again).is_empty(), "{:?}", remarks(&again));
}

#[test]
fn accepting_while_opening_is_the_same_as_after() {
    let (disks, _) = three_saves();
    let world = model_world(Model::holding(&with_vault_of(&disks[2], &disks[1])));
    let session = open_at(&world, Path::new(VAULT), true).unwrap();
    assert_eq!(remarks(&session), [SessionRemark::Older { by: 1 }]);
    assert!(!session.is_read_only());
}

#[test]
fn opening_an_older_vault_does_not_take_the_mark_back() {
    let (disks, mark) = three_saves();
    let model = Model::holding(&with_vault_of(&disks[2], &disks[0]));
    open_at(&model_world(model.clone()), Path::new(VAULT), true).unwrap();
    assert_eq!(model.disk()[&mark], disks[2][&mark]);
}

#[test]
fn two_states_of_one_generation_are_a_fork() {
    let (disks, _) = three_saves();
    let elsewhere = Model::holding(&disks[1]);
    let world = model_world(elsewhere.clone());
    let mut session = open(&world).unwrap();
    grow_and_save(&mut session, &world).unwrap();
    let session = open(&model_world(Model::holding(&with_vault_of(&disks[2], &elsewhere.disk())))).unwrap();
    assert_eq!(remarks(&session), [SessionRemark::Forked]);
    assert!(session.is_read_only());
}

#[test]
fn a_damaged_header_is_healed_and_no_fork() {
    let (disks, _) = three_saves();
    let length = disks[2][Path::new(VAULT)].len();
    for at in [40, length - 100] {
        let mut disk = disks[2].clone();
        disk.get_mut(Path::new(VAULT)).unwrap()[at] ^= 0x10;
        let world = model_world(Model::holding(&disk));
        let mut session = open(&world).unwrap();
        assert_eq!(remarks(&session), [SessionRemark::Vault(OpenRemark::Healed)], "byte {at}");
        grow_and_save(&mut session, &world).unwrap();
        assert_eq!(remarks(&open(&world).unwrap()), [], "byte {at}");
    }
}

#[test]
fn the_first_use_on_a_computer_is_said_once() {
    let (mut disks, mark) = three_saves();
    let disk = disks.last_mut().unwrap();
    disk.remove(&mark);
    let model = Model::holding(disk);
    let world = model_world(model.clone());
    assert_eq!(remarks(&open(&world).unwrap()), [SessionRemark::FirstUseHere]);
    assert_eq!(remarks(&open(&world).unwrap()), []);
}

#[test]
fn a_vault_that_is_newer_than_its_mark_is_marked() {
    let (disks, mark) = three_saves();
    let mut disk = disks[2].clone();
    disk.insert(mark.clone(), disks[1][&mark].clone());
    let model = Model::holding(&disk);
    let session = open(&model_world(model.clone())).unwrap();
    assert_eq!(remarks(&session), []);
    let older = with_vault_of(&model.disk(), &disks[1]);
    assert!(open(&model_world(Model::holding(&older))).unwrap().is_read_only());
}

#[test]
fn a_mark_that_cannot_be_read_is_no_reason_to_trust() {
    let (disks, mark) = three_saves();
    let (foreign, foreign_mark) = three_saves();
    for bytes in [Vec::new(), vec![0; 112], foreign[2][&foreign_mark].clone()] {
        let mut disk = disks[2].clone();
        disk.insert(mark.clone(), bytes);
        let session = open(&model_world(Model::holding(&disk))).unwrap();
        assert_eq!(remarks(&session), [SessionRemark::MarkUnreadable]);
        assert!(session.is_read_only());
    }
}

#[test]
fn each_vault_has_a_mark_of_its_own() {
    let model = Model::new();
    let world = model_world(model.clone());
    let mut first = create(&world).unwrap();
    let second = pulih::ops::create(
        &world,
        Path::new("/home/mira/vaults/second.pulih"),
        &crate::worlds::passphrase(),
        crate::worlds::COST,
    )
    .unwrap();
    grow(&mut first);
    first.save(&world).unwrap();
    assert_ne!(mark_path(&first, Path::new(STATE)), mark_path(&second, Path::new(STATE)));
    assert_eq!(remarks(&open_at(&world, second.path().unwrap(), false).unwrap()), []);
}

#[test]
fn opening_changes_nothing_but_the_state_folder() {
    let (disks, mark) = three_saves();
    let mut disk = disks[2].clone();
    disk.insert("/home/mira/vaults/.v.pulih.0123456789abcdef.tmp".into(), b"left by a crash".to_vec());
    disk.remove(&mark);
    let model = Model::holding(&disk);
    open(&model_world(model.clone())).unwrap();
    let mut after = model.disk();
    after.retain(|path, _| !path.starts_with(STATE));
    disk.retain(|path, _| !path.starts_with(STATE));
    assert_eq!(after, disk);
}
