//! Paths as people type them: with `~` for the folder that is their own. A shell writes it out; a screen has no shell.

use std::path::{Path, PathBuf};

use crate::ops::World;

/// A path with `~` as the person's own folder.
pub(in crate::ops) fn at_home(world: &World, path: impl AsRef<Path>) -> PathBuf {
    below(world.surroundings.home.as_deref(), path.as_ref())
}

/// A path that means the same from every folder, for what is kept. Links stay as they were typed.
pub(in crate::ops) fn from_everywhere(world: &World, path: &Path) -> PathBuf {
    let path = at_home(world, path);
    match world.files.resolve(Path::new(".")) {
        Ok(here) if path.is_relative() => here.join(path),
        _ => path,
    }
}

fn below(home: Option<&Path>, path: &Path) -> PathBuf {
    match (home, path.strip_prefix("~")) {
        (Some(home), Ok(rest)) if rest.as_os_str().is_empty() => home.to_owned(),
        (Some(home), Ok(rest)) => home.join(rest),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::below;

    #[test]
    fn the_sign_of_the_own_folder_counts_only_at_the_beginning_and_alone() {
        let home = Some(Path::new("/home/anna"));
        for (typed, meant) in [
            ("~", "/home/anna"),
            ("~/keys/a", "/home/anna/keys/a"),
            ("~//a", "/home/anna/a"),
            ("~budi/a", "~budi/a"),
            ("a~/b", "a~/b"),
        ] {
            assert_eq!(below(home, Path::new(typed)), Path::new(meant), "{typed}");
        }
        assert_eq!(below(None, Path::new("~/a")), Path::new("~/a"));
    }
}
