//! Signing out moves a vault aside and never loses it: an error at every call, a crash at every moment, and back.

use std::path::{Path, PathBuf};

use pulih::ops::sign_out::{Moved, SignOutError, sign_in_again, sign_out, signed_out};
use pulih::ops::{SessionRemark, World};
use pulih::ports::Files;

use crate::faults::{Failing, Plan, disk_with_vault};
use crate::model::{Disk, Model, Wreckage};
use crate::worlds::{VAULT, create, disk_world, folder_on_disk, grow_and_save, model_world, open, remarks};

/// Both deeds, so that each test tries both.
type Deed = fn(&World) -> Result<Moved, SignOutError>;

fn back(world: &World) -> Result<Moved, SignOutError> {
    sign_in_again(world, None)
}

/// A disk as it is before a deed.
fn before(deed: Deed, links: bool) -> Disk {
    let disk = disk_with_vault();
    if deed as usize == sign_out as Deed as usize {
        return disk;
    }
    let model = with(Model::holding(&disk), links);
    sign_out(&model_world(model.clone())).unwrap();
    model.disk()
}

fn with(model: Model, links: bool) -> Model {
    if links { model } else { model.without_links() }
}

/// Where these bytes lie, as a vault in use or as one that was signed out of.
fn places_of(vault: &[u8], model: &Model) -> Vec<PathBuf> {
    let aside = signed_out(&model_world(model.clone())).unwrap().into_iter().map(|aside| aside.path);
    let is_vault = |path: &PathBuf| model.read(path, u64::MAX).is_ok_and(|bytes| bytes == vault);
    aside.chain([PathBuf::from(VAULT)]).filter(is_vault).collect()
}

/// The bytes of the vault of [`disk_with_vault`], wherever it lies.
fn vault_on(disk: &Disk) -> Vec<u8> {
    let model = Model::holding(disk);
    let aside = signed_out(&model_world(model.clone())).unwrap();
    let path = aside.first().map_or_else(|| PathBuf::from(VAULT), |aside| aside.path.clone());
    disk[&path].clone()
}

#[test]
fn a_vault_is_moved_with_all_that_lies_beside_it_and_comes_back_as_it_was() {
    for links in [true, false] {
        let mut disk = disk_with_vault();
        disk.insert(format!("{VAULT}.conflict-3-00ff").into(), b"theirs".to_vec());
        disk.insert("/home/mira/vaults/other.pulih".into(), b"another vault".to_vec());
        let model = with(Model::holding(&disk), links);
        let world = model_world(model.clone());
        let moved = sign_out(&world).unwrap();
        assert_eq!((moved.along.len(), moved.left.len(), moved.is_confirmed), (2, 0, true));
        assert_eq!(signed_out(&world).unwrap().len(), 1);
        let beside: Vec<PathBuf> =
            model.disk().into_keys().filter(|path| path.starts_with("/home/mira/vaults")).collect();
        let stays = |path: &&PathBuf| !path.to_string_lossy().contains(".signed-out-");
        assert_eq!(beside.iter().filter(stays).collect::<Vec<_>>(), [Path::new("/home/mira/vaults/other.pulih")]);

        assert_eq!(sign_out(&world), Err(SignOutError::NoVault));
        back(&world).unwrap();
        assert_eq!(model.disk(), disk, "links {links}");
        let session = open(&world).unwrap();
        assert!(!session.is_read_only() && !remarks(&session).contains(&SessionRemark::FirstUseHere));
        assert_eq!(back(&world), Err(SignOutError::NothingAside));
    }
}

#[test]
fn who_signs_in_again_never_replaces_a_vault_that_was_made_meanwhile() {
    let model = Model::holding(&disk_with_vault());
    let world = model_world(model.clone());
    sign_out(&world).unwrap();
    create(&world).unwrap();
    let disk = model.disk();
    assert_eq!(back(&world), Err(SignOutError::Occupied));
    assert_eq!(model.disk(), disk);
}

#[test]
fn an_error_at_any_call_leaves_the_vault_where_the_person_was_told_it_is() {
    for (deed, name) in [(sign_out as Deed, "sign out"), (back as Deed, "sign in again")] {
        for (links, is_done) in [(true, false), (true, true), (false, false), (false, true)] {
            let before = before(deed, links);
            let vault = vault_on(&before);
            let mut tried = 0;
            for at in 0.. {
                let model = with(Model::holding(&before), links);
                let plan = Plan::new(at, is_done);
                let result = deed(&model_world(Failing { inner: model.clone(), plan: plan.clone() }));
                let Some(failed) = plan.failed.lock().unwrap().clone() else { break };
                tried += 1;
                let places = places_of(&vault, &model);
                assert!(!places.is_empty(), "{name}, {failed}: the vault is gone");
                match &result {
                    Ok(moved) => assert_eq!(places, [moved.to.as_path()], "{name}, {failed}"),
                    Err(_) => {
                        let is_at_home = places.contains(&PathBuf::from(VAULT));
                        assert!(
                            is_at_home == (name == "sign out") || places.len() == 2,
                            "{name}, {failed}: {places:?}"
                        );
                    }
                }
                // Done again without errors, it is done whole.
                if result.is_err() {
                    let moved = deed(&model_world(model.clone())).unwrap_or_else(|error| panic!("{failed}: {error:?}"));
                    assert_eq!(places_of(&vault, &model), [moved.to], "{name}, {failed}, then again");
                }
            }
            println!("{name}, links {links}, done {is_done}: an error at each of {tried} calls");
            assert!(tried >= 10, "only {tried} calls");
        }
    }
}

#[test]
fn a_crash_at_any_moment_leaves_a_whole_vault_that_can_be_moved_again() {
    for links in [true, false] {
        let model = with(Model::new(), links);
        let world = model_world(model.clone());
        let mut session = create(&world).unwrap();
        grow_and_save(&mut session, &world).unwrap();
        let vault = vault_on(&model.disk());
        let saved = model.log().len();
        sign_out(&world).unwrap();
        let is_out = model.log().len();
        back(&world).unwrap();
        let log = model.log();
        let mut crashes = 0;
        for end in saved..=log.len() {
            let wreckage = Wreckage::after(&log[..end]);
            for way in 0..wreckage.count() {
                crashes += 1;
                let model = with(Model::holding(&wreckage.disk(way)), links);
                let places = places_of(&vault, &model);
                assert!(!places.is_empty(), "links {links}, operation {end}, way {way}: the vault is gone");
                let world = model_world(model.clone());
                let deed = if end <= is_out { sign_out } else { back };
                if deed(&world).is_ok() {
                    assert_eq!(places_of(&vault, &model).len(), 1, "links {links}, operation {end}, way {way}");
                }
            }
        }
        println!("links {links}: {crashes} crashes while signing out and in again");
        assert!(crashes > 25, "only {crashes}");
    }
}

#[test]
#[cfg(unix)]
fn a_link_to_a_vault_goes_aside_and_the_vault_stays_where_it_lies() {
    let (folder, elsewhere) = (folder_on_disk(), folder_on_disk());
    let world = disk_world(folder.path());
    create(&disk_world(elsewhere.path())).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("v.pulih"), &world.vault).unwrap();
    let moved = sign_out(&world).unwrap();
    assert!(elsewhere.path().join("v.pulih").exists());
    assert!(std::fs::symlink_metadata(&world.vault).is_err());
    assert_eq!(signed_out(&world).unwrap().len(), 1);
    create(&world).unwrap();
    assert_eq!(back(&world), Err(SignOutError::Occupied));
    assert!(std::fs::symlink_metadata(&moved.to).unwrap().is_symlink());
}
