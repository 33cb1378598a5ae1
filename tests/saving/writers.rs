//! Two writers at once: neither overwrites the other.

use std::thread;

use pulih::ops::SaveError;
use pulih::ports::{FileErrorKind, Files};
use pulih::vault::Opener;

use crate::model::Model;
use crate::worlds::{add, create, disk_world, folder_on_disk, grow_and_save, model_world, open, open_at, passphrase};

#[test]
fn who_comes_second_is_told_and_can_write_beside() {
    let model = Model::new();
    let world = model_world(model.clone());
    create(&world).unwrap();
    let (mut anna, mut mira) = (open(&world).unwrap(), open(&world).unwrap());
    add(&mut anna, "anna's");
    add(&mut mira, "mira's");
    anna.save(&world).unwrap();
    let after_anna = model.disk();

    assert_eq!(mira.save(&world), Err(SaveError::ChangedElsewhere));
    assert_eq!(model.disk(), after_anna, "a refused save leaves nothing and changes nothing");

    let beside = mira.save_beside(&world).unwrap();
    assert!(beside.to_string_lossy().starts_with("/home/mira/vaults/v.pulih.conflict-2-"), "{}", beside.display());
    let names = |session: pulih::ops::Session| {
        session.book().all().iter().map(|account| account.name.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(open(&world).unwrap()), ["anna's"]);
    assert_eq!(names(open_at(&world, &beside, true).unwrap()), ["mira's"]);
}

#[test]
fn changes_are_kept_beside_as_often_as_it_is_asked_for_and_by_whom_ever() {
    let model = Model::new();
    let world = model_world(model.clone());
    create(&world).unwrap();
    let (mut anna, mut mira, mut bo) = (open(&world).unwrap(), open(&world).unwrap(), open(&world).unwrap());
    grow_and_save(&mut anna, &world).unwrap();
    let mut kept = Vec::new();
    for round in 0..3 {
        for loser in [&mut mira, &mut bo] {
            add(loser, &format!("in round {round}"));
            assert_eq!(loser.save(&world), Err(SaveError::ChangedElsewhere));
            kept.push((loser.save_beside(&world).unwrap(), round + 1));
        }
    }
    for (path, accounts) in &kept {
        assert_eq!(open_at(&world, path, true).unwrap().book().all().len(), *accounts, "{}", path.display());
    }
}

#[test]
fn a_vault_that_was_removed_meanwhile_is_not_quietly_made_again() {
    let model = Model::new();
    let world = model_world(model.clone());
    let mut session = create(&world).unwrap();
    model.remove(&world.vault).unwrap();
    assert_eq!(grow_and_save(&mut session, &world), Err(SaveError::ChangedElsewhere));
    assert!(session.save_beside(&world).is_ok());
}

#[test]
fn what_is_opened_is_the_file_as_it_is_when_the_passphrase_is_typed() {
    let model = Model::new();
    let world = model_world(model.clone());
    let mut session = create(&world).unwrap();
    let locked = pulih::ops::load(&world, &world.vault).unwrap();
    grow_and_save(&mut session, &world).unwrap();
    let mut late = locked.open(&world, &Opener::Passphrase(&passphrase()), false).unwrap();
    assert_eq!(late.vault().generation(), 2);
    assert!(grow_and_save(&mut late, &world).is_ok());
}

#[test]
fn a_vault_is_not_made_where_one_is() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    create(&world).unwrap();
    assert_eq!(create(&world).err(), Some(SaveError::Exists));
}

#[test]
fn only_one_of_many_makes_the_vault() {
    let folder = folder_on_disk();
    let made: Vec<_> = thread::scope(|scope| {
        let tries: Vec<_> = (0..8).map(|_| scope.spawn(|| create(&disk_world(folder.path())))).collect();
        tries.into_iter().map(|made| made.join().unwrap().map(|session| session.vault().id())).collect()
    });
    let winners: Vec<_> = made.iter().filter_map(|made| made.as_ref().ok()).collect();
    assert_eq!(winners.len(), 1, "{made:?}");
    assert_eq!(&open(&disk_world(folder.path())).unwrap().vault().id(), winners[0]);
    assert!(made.iter().all(|made| matches!(made, Ok(_) | Err(SaveError::Exists))), "{made:?}");
}

#[test]
fn what_many_writers_were_told_is_saved_is_all_there() {
    const WRITERS: usize = 4;
    const SAVES: usize = 10;
    let folder = folder_on_disk();
    create(&disk_world(folder.path())).unwrap();
    let refused: usize = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let folder = folder.path();
                scope.spawn(move || save_all(folder, writer, SAVES))
            })
            .collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).sum()
    });
    let session = open(&disk_world(folder.path())).unwrap();
    let mut names: Vec<_> = session.book().all().iter().map(|account| account.name.as_str().to_owned()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), WRITERS * SAVES, "{refused} refusals");
    println!("{WRITERS} writers, {SAVES} saves each: all there; {refused} times one was told of the other");
}

/// Saves so many accounts, opening again whenever somebody else was faster. Returns how often that was.
fn save_all(folder: &std::path::Path, writer: usize, saves: usize) -> usize {
    let world = disk_world(folder);
    let mut refused = 0;
    for save in 0..saves {
        loop {
            let mut session = open(&world).unwrap();
            assert!(!session.is_read_only(), "another writer is no rollback: {:?}", session.remarks());
            add(&mut session, &format!("{writer}.{save}"));
            match session.save(&world) {
                Ok(_) => break,
                Err(SaveError::ChangedElsewhere) => refused += 1,
                Err(error) => panic!("{error:?}"),
            }
        }
    }
    refused
}

#[test]
fn a_lock_that_somebody_holds_is_waited_for_and_then_told_of() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    let lock = folder.path().join("v.pulih.lock");
    let held = world.files.lock(&lock, std::time::Duration::ZERO).unwrap();
    let error = world.files.lock(&lock, std::time::Duration::from_millis(50)).err().unwrap();
    assert_eq!((error.kind, error.path), (FileErrorKind::Locked, lock.clone()));
    drop(held);
    // Not at once: a child that another test has just forked holds the lock too, until it starts its program.
    world.files.lock(&lock, std::time::Duration::from_secs(30)).unwrap();
}
