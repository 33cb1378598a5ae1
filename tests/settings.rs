//! The settings file and the remembered place on a real disk.
#![expect(clippy::disallowed_methods, reason = "a test looks at the disk")]

use std::path::Path;

use pulih::account::AccountId;
use pulih::config::{Config, Setting, Value};
use pulih::edge::{self, Places};
use pulih::ops::settings::{NotSettled, settle};
use pulih::ops::whereabouts::{Whereabouts, recall, remember};
use pulih::ports::World;
use pulih::vault::VaultId;

fn world(folder: &Path) -> World {
    let places =
        Places { vault: folder.join("v.pulih"), state: folder.join("state"), config: folder.join("config.toml") };
    edge::world(&places, edge::read_surroundings(), Vec::new())
}

fn about(setting: Setting) -> String {
    format!("What {} is for.", setting.name())
}

#[test]
fn the_first_change_makes_a_file_that_names_every_setting() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/config.toml");
    settle(&world(folder.path()), &path, (Setting::Theme, Some(Value::Word("nord"))), about).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        Setting::ALL.iter().all(|setting| text.contains(&about(*setting)) && text.contains(setting.name())),
        "{text}"
    );
    let (config, complaints) = Config::read(&text);
    assert_eq!((config.theme.name(), complaints), ("nord", Vec::new()));
    let beside = std::fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1, "nothing is left beside it");
}

#[test]
fn what_a_person_has_written_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    let text = "# mine\n\nmouse = true # wheel\nfuture = [1, 2]\n\n[keys]\nlock = \"ctrl-k\"\n";
    std::fs::write(&path, text).unwrap();
    settle(&world(folder.path()), &path, (Setting::Mouse, Some(Value::Switch(false))), about).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text.replace("true ", "false "));
}

#[test]
fn a_broken_file_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    for broken in ["mouse = \n".as_bytes(), b"\xff\xfe"] {
        std::fs::write(&path, broken).unwrap();
        let error = settle(&world(folder.path()), &path, (Setting::Mouse, None), about).unwrap_err();
        assert!(matches!(error, NotSettled::Broken(_)), "{error:?}");
        assert_eq!(std::fs::read(&path).unwrap(), broken);
    }
}

#[cfg(unix)]
#[test]
fn a_file_behind_a_link_is_changed_where_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("dotfiles.toml"), folder.path().join("config.toml"));
    std::fs::write(&real, "mouse = true\n").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    settle(&world(folder.path()), &link, (Setting::Mouse, Some(Value::Switch(false))), about).unwrap();
    assert_eq!(std::fs::read_to_string(&real).unwrap(), "mouse = false\n");
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
fn a_place_is_found_again_and_says_nothing_of_the_account() {
    let folder = tempfile::tempdir().unwrap();
    let (world, vault) = (world(folder.path()), VaultId([7; 16]));
    assert_eq!(recall(&world, vault), None);
    let here = Whereabouts { account: Some(AccountId([0xab; 16])), sort: "name".to_owned() };
    remember(&world, vault, &here).unwrap();
    assert_eq!(recall(&world, vault), Some(here));
    assert_eq!(recall(&world, VaultId([8; 16])), None);
    let file = folder.path().join("state/places").join("07".repeat(16));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("sort name\naccount {}\n", "ab".repeat(16)));
    std::fs::write(&file, "account x\n").unwrap();
    assert_eq!(recall(&world, vault), None, "nonsense is nothing");
}
