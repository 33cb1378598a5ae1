//! What every place promises, as one suite over whatever implements the port.

use std::sync::Arc;

use pulih::edge::{FolderPlace, SystemClock, SystemFiles};
use pulih::ports::{Files, Place, PlaceError, Trip};

use crate::lies::MemoryPlace;
use crate::model::Model;

const TRIP: Trip<'static> = Trip::PLAIN;

/// The suite. The place is empty before, and again after.
pub fn conforms(place: &dyn Place) {
    refuses_to_overwrite(place);
    conforms_but_overwrites(place);
}

/// The suite without the one promise that nothing depends on.
pub fn conforms_but_overwrites(place: &dyn Place) {
    holds_what_was_put(place);
    refuses_what_it_must(place);
    reads_a_part(place);
    keeps_many_apart(place);
    takes_no_other_names(place);
    assert_eq!(place.list(&TRIP).unwrap(), []);
}

fn names(place: &dyn Place) -> Vec<String> {
    let mut names: Vec<String> = place.list(&TRIP).unwrap().into_iter().map(|entry| entry.name).collect();
    names.sort();
    names
}

fn holds_what_was_put(place: &dyn Place) {
    for bytes in [vec![], vec![7], vec![0xa5; 70_000]] {
        place.put_new("one", &bytes, &TRIP).unwrap();
        assert_eq!(place.get("one", 70_000, &TRIP).unwrap(), bytes);
        let listed = place.list(&TRIP).unwrap();
        assert_eq!((listed.len(), listed[0].size), (1, bytes.len() as u64));
        place.delete("one", &TRIP).unwrap();
        assert_eq!(place.get("one", 1, &TRIP), Err(PlaceError::NotFound));
    }
}

fn refuses_to_overwrite(place: &dyn Place) {
    place.put_new("one", b"first", &TRIP).unwrap();
    assert_eq!(place.put_new("one", b"other", &TRIP), Err(PlaceError::Exists));
    assert_eq!(place.get("one", 5, &TRIP).unwrap(), b"first");
    place.delete("one", &TRIP).unwrap();
}

fn refuses_what_it_must(place: &dyn Place) {
    place.put_new("one", b"first", &TRIP).unwrap();
    assert_eq!(place.get("one", 4, &TRIP), Err(PlaceError::TooLarge));
    place.delete("one", &TRIP).unwrap();
    assert_eq!(place.delete("one", &TRIP), Err(PlaceError::NotFound));
}

fn reads_a_part(place: &dyn Place) {
    place.put_new("one", b"0123456789", &TRIP).unwrap();
    assert_eq!(place.get_start("one", 4, &TRIP).unwrap(), b"0123");
    assert_eq!(place.get_start("one", 10, &TRIP).unwrap(), b"0123456789");
    assert_eq!(place.get_start("one", 99, &TRIP).unwrap(), b"0123456789");
    place.delete("one", &TRIP).unwrap();
    assert_eq!(place.get_start("one", 4, &TRIP), Err(PlaceError::NotFound));
}

fn keeps_many_apart(place: &dyn Place) {
    let all: Vec<String> = (0..40).map(|number| format!("file-{number:02}.pulih-backup")).collect();
    for name in &all {
        place.put_new(name, name.as_bytes(), &TRIP).unwrap();
    }
    assert_eq!(names(place), all);
    for name in &all {
        assert_eq!(place.get(name, 99, &TRIP).unwrap(), name.as_bytes());
        place.delete(name, &TRIP).unwrap();
    }
}

fn takes_no_other_names(place: &dyn Place) {
    for name in ["", ".", "..", ".hidden", "a/b", "../a", "a\\b", "a\0b"] {
        assert_eq!(place.put_new(name, b"x", &TRIP), Err(PlaceError::Name), "{name:?}");
        assert_eq!(place.get(name, 9, &TRIP), Err(PlaceError::Name), "{name:?}");
        assert_eq!(place.delete(name, &TRIP), Err(PlaceError::Name), "{name:?}");
    }
}

fn folder(files: Arc<dyn Files>, path: &std::path::Path) -> FolderPlace {
    FolderPlace::new(files, Arc::new(SystemClock::new()), path.to_owned())
}

#[test]
fn a_folder_on_the_disk_conforms() {
    let home = tempfile::tempdir().unwrap();
    let place = folder(Arc::new(SystemFiles), &home.path().join("backups"));
    assert_eq!(place.list(&TRIP), Err(PlaceError::Gone));
    place.prepare().unwrap();
    conforms(&place);
}

#[test]
fn a_folder_that_is_not_there_is_made_in_set_up_only() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("stick/backups");
    let place = folder(Arc::new(SystemFiles), &path);
    assert_eq!(place.put_new("file", b"x", &TRIP), Err(PlaceError::Gone));
    assert!(!home.path().join("stick").exists(), "nothing was made on the disk below");
    place.prepare().unwrap();
    place.put_new("file", b"x", &TRIP).unwrap();
}

#[test]
fn a_folder_that_may_not_be_written_says_so_without_a_file_that_is_not_there() {
    let (model, path) = (Model::new(), std::path::Path::new("/mnt/stick"));
    let place = folder(Arc::new(model.clone()), path);
    place.prepare().unwrap();
    model.take_nothing_new();
    assert_eq!(place.put_new("file", b"x", &TRIP), Err(PlaceError::Unwritable));
}

#[test]
fn a_folder_in_memory_and_a_place_in_memory_conform() {
    let model = Model::new();
    model.create_folder(std::path::Path::new("/home/mira/backups")).unwrap();
    conforms(&folder(Arc::new(model), std::path::Path::new("/home/mira/backups")));
    conforms(&*MemoryPlace::honest());
}

#[test]
fn folders_links_and_hidden_files_in_a_folder_are_not_listed() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path();
    let place = folder(Arc::new(SystemFiles), path);
    place.put_new("kept", b"x", &TRIP).unwrap();
    std::fs::create_dir(path.join("folder")).unwrap();
    std::fs::write(path.join(".hidden"), b"x").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(path.join("kept"), path.join("link")).unwrap();
    assert_eq!(names(&place), ["kept"]);
}

#[test]
fn two_writers_of_one_folder_lose_nothing() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            scope.spawn(move || {
                let place = folder(Arc::new(SystemFiles), path);
                for number in 0..25 {
                    place.put_new(&format!("w{writer}-{number}"), b"whole", &TRIP).unwrap();
                }
                // The same names by everybody: each has one who wins.
                for number in 0..50 {
                    drop(place.put_new(&format!("contested-{number}"), format!("by {writer}").as_bytes(), &TRIP));
                }
            });
        }
    });
    let place = folder(Arc::new(SystemFiles), path);
    assert_eq!(names(&place).len(), 100 + 50);
    for number in 0..50 {
        assert!(place.get(&format!("contested-{number}"), 9, &TRIP).unwrap().starts_with(b"by "));
    }
}

#[test]
fn what_a_crash_left_half_written_goes_after_an_hour_and_not_before() {
    let home = tempfile::tempdir().unwrap();
    let place = folder(Arc::new(SystemFiles), home.path());
    let left = |name: &str, age: u64| {
        let path = home.path().join(name);
        std::fs::write(&path, b"half").unwrap();
        let then = std::time::SystemTime::now() - std::time::Duration::from_secs(age);
        std::fs::File::options().write(true).open(&path).unwrap().set_modified(then).unwrap();
        path
    };
    let (old, new) = (left(".pulih-old.tmp", 7_200), left(".pulih-new.tmp", 60));
    let foreign = left(".other.tmp", 7_200);
    place.put_new("one", b"x", &TRIP).unwrap();
    assert!(!old.exists() && new.exists() && foreign.exists());
}
