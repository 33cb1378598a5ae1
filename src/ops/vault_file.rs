//! Where the vault file lies, whether it is one that may be used, and the names of the files beside it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::ports::{FileError, FileErrorKind, Files, Look, LookKind};

/// The largest vault file that is read: the format's own bound (docs/vault-format.md).
pub(super) const MOST_BYTES: u64 = crate::vault::LARGEST_FILE as u64;

/// A vault file with links resolved, in a folder where nobody else may replace it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct VaultFile {
    path: PathBuf,
}

impl VaultFile {
    /// Finds the file that is there; `None` where nothing is. The second value is how many names it has.
    ///
    /// A link is resolved once, here, so that a vault kept by a dotfile manager is saved where it really lies.
    pub(super) fn find(files: &dyn Files, path: &Path) -> Result<Option<(Self, u64)>, FileError> {
        if files.look(path)?.is_none() {
            return Ok(None);
        }
        let path = files.resolve(path)?;
        let Some(look) = files.look(&path)? else { return Ok(None) };
        check_file(&look, &path)?;
        let file = Self { path };
        file.check_folder(files)?;
        Ok(Some((file, look.links)))
    }

    /// The place for a new file; its folder is made where it is missing.
    pub(super) fn place(files: &dyn Files, path: &Path) -> Result<Self, FileError> {
        let Some(name) = path.file_name() else { return Err(FileError::new(FileErrorKind::NotRegular, path)) };
        let folder = folder_of(path);
        files.create_folder(folder)?;
        let file = Self { path: files.resolve(folder)?.join(name) };
        file.check_folder(files)?;
        Ok(file)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn folder(&self) -> &Path {
        folder_of(&self.path)
    }

    /// `<name>.lock`.
    pub(super) fn lock(&self) -> PathBuf {
        self.beside(".lock")
    }

    /// `<name>.prev`: the state before the last save.
    pub(super) fn previous(&self) -> PathBuf {
        self.beside(".prev")
    }

    /// `<name>.before-v<schema>`: the last state of an older schema.
    pub(super) fn before(&self, schema: u16) -> PathBuf {
        self.beside(&format!(".before-v{schema}"))
    }

    /// `<name>.conflict-<generation>-<random>`: two that are kept from one generation, here or on two computers that share
    /// a folder, have two names.
    pub(super) fn conflict(&self, generation: u64, random: [u8; 8]) -> PathBuf {
        self.beside(&format!(".conflict-{generation}-{:016x}", u64::from_be_bytes(random)))
    }

    /// `.<name>.<random>.tmp`, in the same folder, because a rename does not cross file systems.
    pub(super) fn temporary(&self, random: [u8; 8]) -> PathBuf {
        let mut name = self.temporary_start();
        name.push(format!("{:016x}.tmp", u64::from_be_bytes(random)));
        self.folder().join(name)
    }

    /// Whether a name in the folder is one that [`Self::temporary`] makes.
    pub(super) fn is_temporary(&self, name: &std::ffi::OsStr) -> bool {
        let start = self.temporary_start();
        let Some(rest) = name.as_encoded_bytes().strip_prefix(start.as_encoded_bytes()) else { return false };
        let Some(random) = rest.strip_suffix(b".tmp") else { return false };
        random.len() == 16 && random.iter().all(u8::is_ascii_hexdigit)
    }

    fn temporary_start(&self) -> OsString {
        let mut name = OsString::from(".");
        name.push(self.path.file_name().unwrap_or_default());
        name.push(".");
        name
    }

    fn beside(&self, ending: &str) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(ending);
        name.into()
    }

    fn check_folder(&self, files: &dyn Files) -> Result<(), FileError> {
        let folder = self.folder();
        match files.look(folder)? {
            None => Err(FileError::new(FileErrorKind::NotFound, folder)),
            Some(look) if look.others_may_replace => Err(FileError::new(FileErrorKind::OpenFolder, folder)),
            Some(_) => Ok(()),
        }
    }
}

fn check_file(look: &Look, path: &Path) -> Result<(), FileError> {
    if look.kind != LookKind::File {
        return Err(FileError::new(FileErrorKind::NotRegular, path));
    }
    if !look.is_ours {
        return Err(FileError::new(FileErrorKind::NotOurs, path));
    }
    Ok(())
}

/// The folder a path lies in; the current one for a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::path::Path;

    use super::VaultFile;

    #[test]
    fn everything_beside_the_vault_begins_with_its_name() {
        let file = VaultFile { path: "/home/mira/my vault.pulih".into() };
        assert_eq!(file.lock(), Path::new("/home/mira/my vault.pulih.lock"));
        assert_eq!(file.previous(), Path::new("/home/mira/my vault.pulih.prev"));
        assert_eq!(file.before(3), Path::new("/home/mira/my vault.pulih.before-v3"));
        assert_eq!(
            file.conflict(7, [0, 0, 0, 0, 0, 0, 0, 255]),
            Path::new("/home/mira/my vault.pulih.conflict-7-00000000000000ff")
        );
        assert_eq!(file.temporary([0xab; 8]), Path::new("/home/mira/.my vault.pulih.abababababababab.tmp"));
    }

    #[test]
    fn only_names_of_our_own_making_are_temporary() {
        let file = VaultFile { path: "/home/mira/v.pulih".into() };
        assert!(file.is_temporary(OsStr::new(".v.pulih.0123456789abcdef.tmp")));
        for other in ["v.pulih", ".v.pulih.tmp", ".v.pulih.0123456789abcdeg.tmp", ".w.pulih.0123456789abcdef.tmp"] {
            assert!(!file.is_temporary(OsStr::new(other)), "{other}");
        }
    }
}
