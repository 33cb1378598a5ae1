//! Which files may be a vault: regular, ours, in a folder where nobody else replaces files; and what lies beside it.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "files are laid out and looked at here")]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use pulih::ops::{self, LoadError, SaveError, SessionRemark};
use pulih::ports::{FileError, FileErrorKind};

use crate::worlds::{create, disk_world, folder_on_disk, grow_and_save, open, open_at, remarks};

fn kind(error: LoadError) -> FileErrorKind {
    match error {
        LoadError::File(FileError { kind, .. }) => kind,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_no_regular_file_is_not_waited_for_and_not_read() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    let pipe = folder.path().join("pipe.pulih");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(kind(ops::load(&world, &pipe).unwrap_err()), FileErrorKind::NotRegular);
    assert_eq!(kind(ops::load(&world, folder.path()).unwrap_err()), FileErrorKind::NotRegular);
    assert_eq!(kind(ops::load(&world, Path::new("/dev/null")).unwrap_err()), FileErrorKind::NotRegular);
}

#[test]
fn a_link_to_the_vault_is_followed_once_and_stays_a_link() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    create(&world).unwrap();
    let elsewhere = folder_on_disk();
    let link = elsewhere.path().join("vault");
    symlink(&world.vault, &link).unwrap();
    let mut session = open_at(&world, &link, false).unwrap();
    grow_and_save(&mut session, &world).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1, "nothing is written beside the link");
    assert_eq!(open(&world).unwrap().vault().generation(), 2);
}

#[test]
fn a_link_to_nothing_is_no_place_for_a_new_vault() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    symlink(folder.path().join("unplugged/v.pulih"), &world.vault).unwrap();
    assert_eq!(kind(ops::load(&world, &world.vault).unwrap_err()), FileErrorKind::NotFound);
    assert_eq!(create(&world).err(), Some(SaveError::Exists));
}

#[test]
fn a_folder_in_which_everybody_replaces_files_holds_no_vault() {
    let folder = folder_on_disk();
    let open_folder = folder.path().join("drop");
    fs::create_dir(&open_folder).unwrap();
    let world = disk_world(&open_folder);
    fs::set_permissions(&open_folder, Permissions::from_mode(0o777)).unwrap();
    let refused = SaveError::File(FileError::new(FileErrorKind::OpenFolder, &fs::canonicalize(&open_folder).unwrap()));
    assert_eq!(create(&world).err(), Some(refused));

    // As in /tmp: everybody writes, and only the owner replaces.
    fs::set_permissions(&open_folder, Permissions::from_mode(0o1777)).unwrap();
    create(&world).unwrap();
    fs::set_permissions(&open_folder, Permissions::from_mode(0o777)).unwrap();
    assert_eq!(kind(ops::load(&world, &world.vault).unwrap_err()), FileErrorKind::OpenFolder);
}

#[test]
fn a_vault_of_somebody_else_is_not_opened() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    create(&world).unwrap();
    if std::os::unix::fs::chown(&world.vault, Some(65_534), None).is_err() {
        println!("skipped: only root can give a file away");
        return;
    }
    assert_eq!(kind(ops::load(&world, &world.vault).unwrap_err()), FileErrorKind::NotOurs);
}

#[test]
fn a_second_name_is_remarked_and_left_behind_by_a_save() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    create(&world).unwrap();
    let second = folder.path().join("second");
    fs::hard_link(&world.vault, &second).unwrap();
    let before = fs::read(&second).unwrap();
    let mut session = open(&world).unwrap();
    assert_eq!(remarks(&session), [SessionRemark::HardLinked]);
    grow_and_save(&mut session, &world).unwrap();
    assert_eq!(fs::read(&second).unwrap(), before);
}

#[test]
fn all_files_of_ours_are_for_their_owner_only() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    let mut session = create(&world).unwrap();
    grow_and_save(&mut session, &world).unwrap();
    let names = ["v.pulih", "v.pulih.prev", "v.pulih.lock", "state/marks"];
    for (name, mode) in names.iter().zip([0o600, 0o600, 0o600, 0o700]) {
        let facts = fs::metadata(folder.path().join(name)).unwrap();
        assert_eq!(facts.mode() & 0o777, mode, "{name}");
    }
}

#[test]
fn the_state_before_is_kept_as_it_was_and_can_be_forgotten() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    let mut session = create(&world).unwrap();
    let before = fs::read(&world.vault).unwrap();
    grow_and_save(&mut session, &world).unwrap();
    let previous = folder.path().join("v.pulih.prev");
    assert_eq!(fs::read(&previous).unwrap(), before);
    session.forget_previous(&world).unwrap();
    assert!(!previous.exists());
    session.forget_previous(&world).unwrap();
}

#[test]
fn only_old_temporary_files_of_this_vault_are_cleared_away_by_a_save() {
    let folder = folder_on_disk();
    let world = disk_world(folder.path());
    let mut session = create(&world).unwrap();
    let old = SystemTime::now() - Duration::from_secs(3_700);
    let lay = |name: &str, modified: SystemTime| {
        let file = fs::File::create(folder.path().join(name)).unwrap();
        file.set_modified(modified).unwrap();
    };
    lay(".v.pulih.0123456789abcdef.tmp", old);
    lay(".v.pulih.fedcba9876543210.tmp", SystemTime::now());
    lay(".other.pulih.0123456789abcdef.tmp", old);
    lay("v.pulih.tmp", old);
    open(&world).unwrap();
    assert!(folder.path().join(".v.pulih.0123456789abcdef.tmp").exists(), "opening clears nothing away");
    grow_and_save(&mut session, &world).unwrap();
    let is_there = |name: &str| folder.path().join(name).exists();
    assert!(!is_there(".v.pulih.0123456789abcdef.tmp"));
    for kept in [".v.pulih.fedcba9876543210.tmp", ".other.pulih.0123456789abcdef.tmp", "v.pulih.tmp"] {
        assert!(is_there(kept), "{kept}");
    }
}

#[test]
fn a_disk_that_is_really_full_costs_nothing_but_the_save() {
    let folder = folder_on_disk();
    let mount = folder.path().join("small");
    fs::create_dir(&mount).unwrap();
    let size = ["-t", "tmpfs", "-o", "size=160k,mode=700", "tmpfs"];
    if !Command::new("mount")
        .args(size)
        .arg(&mount)
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok_and(|it| it.success())
    {
        println!("skipped: a small file system cannot be mounted here");
        return;
    }
    let tried = fill_and_save(&mount);
    assert!(Command::new("umount").arg(&mount).status().unwrap().success());
    let (full, saved) = tried.unwrap();
    println!("a real full disk: {full} saves were refused, {saved} fitted");
    assert!(full > 0 && saved > 0);
}

/// Saves with less and less room. The file system is given back whatever happens here.
fn fill_and_save(mount: &Path) -> Result<(usize, usize), String> {
    let world = disk_world(mount);
    create(&world).map_err(|error| format!("{error:?}"))?;
    let (mut full, mut saved) = (0, 0);
    for filled in (0..160).step_by(4) {
        let filler = mount.join("filler");
        drop(fs::write(&filler, vec![0; filled * 1024]));
        let mut session = open(&world)?;
        let before = session.vault().generation();
        let result = grow_and_save(&mut session, &world);
        let after = open(&world)?.vault().generation();
        match result {
            Ok(receipt) if receipt.generation == after => saved += 1,
            Err(SaveError::File(FileError { kind: FileErrorKind::Full, .. })) if after == before => full += 1,
            other => return Err(format!("{filled} KiB filled: {other:?}, {before} then {after}")),
        }
        fs::remove_file(&filler).map_err(|error| error.to_string())?;
    }
    Ok((full, saved))
}
