//! Paths as people type them: with `~` for the folder that is their own. A shell writes it out; a screen has no shell.

use std::path::{Path, PathBuf, is_separator};

use crate::ops::World;

/// A path with `~` as the person's own folder.
pub(in crate::ops) fn at_home(world: &World, path: &str) -> PathBuf {
    below(world.surroundings.home.as_deref(), path)
}

fn below(home: Option<&Path>, path: &str) -> PathBuf {
    match (home, path.strip_prefix('~')) {
        (Some(home), Some("")) => home.to_owned(),
        (Some(home), Some(rest)) if rest.starts_with(is_separator) => home.join(rest.trim_start_matches(is_separator)),
        _ => PathBuf::from(path),
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
            assert_eq!(below(home, typed), Path::new(meant), "{typed}");
        }
        assert_eq!(below(None, "~/a"), Path::new("~/a"));
    }
}
