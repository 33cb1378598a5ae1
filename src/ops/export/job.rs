//! An export as one deed, for a worker: prove, produce, write. And the destination completed while it is typed.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::ops::at_home::at_home;
use crate::ops::export::{Draft, ExportError, write_files};
use crate::ops::{World, load};
use crate::ports::LookKind;
use crate::secret::Passphrase;
use crate::vault::Opener;
use crate::words::Language;

/// All that an export needs once everything is asked.
pub struct Job {
    /// The accounts.
    pub draft: Arc<Draft>,
    /// The vault's passphrase, typed again; none for a vault that has no file.
    pub proof: Option<Passphrase>,
    /// The password of a locked file.
    pub password: Option<Zeroizing<String>>,
    /// Where to, as it was typed.
    pub path: String,
    /// The language of the sentences on a sheet.
    pub language: Language,
}

impl fmt::Debug for Job {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Job({:?} to {})", self.draft, self.path)
    }
}

impl Job {
    /// Does it. Slow: run it on a worker.
    ///
    /// # Errors
    /// [`ExportError`]; nothing is then left behind.
    pub fn run(&self, world: &World) -> Result<Vec<PathBuf>, ExportError> {
        if let Some(proof) = &self.proof {
            prove(world, proof)?;
        }
        let password = self.password.as_ref().map(|password| password.as_str());
        let files = self.draft.produce(password, self.language, world)?;
        let written = write_files(world, &at_home(world, &self.path), &files, false)?;
        // A person wants to know where that is, also where only a name was typed.
        Ok(written.into_iter().map(|path| world.files.resolve(&path).unwrap_or(path)).collect())
    }
}

/// Whether a passphrase opens the vault as it lies there.
fn prove(world: &World, proof: &Passphrase) -> Result<(), ExportError> {
    let locked = load(world, &world.vault).map_err(ExportError::Vault)?;
    locked.open(world, &Opener::Passphrase(proof), true).map(|_| ()).map_err(|(_, error)| ExportError::Proof(error))
}

/// A path that is being typed, completed as far as there is one way to go on. What cannot be looked at stays as it is.
#[must_use]
pub fn completed(world: &World, typed: &str) -> String {
    let cut = typed.rfind(std::path::is_separator).map_or(0, |at| at + 1);
    let (folder, begun) = typed.split_at(cut);
    if typed == "~" {
        return format!("~{}", std::path::MAIN_SEPARATOR);
    }
    let place = if folder.is_empty() { PathBuf::from(".") } else { at_home(world, folder) };
    let names = world.files.list(&place).unwrap_or_default();
    // What begins with a dot is hidden from those who do not ask for it.
    let is_meant = |name: &&str| name.starts_with(begun) && (!name.starts_with('.') || begun.starts_with('.'));
    let mut names = names.iter().filter_map(|name| name.to_str()).filter(is_meant);
    let Some(first) = names.next() else { return typed.to_owned() };
    let others: Vec<&str> = names.collect();
    let common = others.iter().fold(first, |common, name| shared(common, name));
    let path = format!("{folder}{common}");
    let is_folder =
        || world.files.look(&at_home(world, &path)).ok().flatten().is_some_and(|it| it.kind == LookKind::Folder);
    if others.is_empty() && is_folder() { format!("{path}{}", std::path::MAIN_SEPARATOR) } else { path }
}

/// The beginning that two names share.
fn shared<'a>(one: &'a str, other: &str) -> &'a str {
    let length = one.char_indices().zip(other.chars()).find(|((_, one), other)| one != other).map(|((at, _), _)| at);
    one.get(..length.unwrap_or(one.len().min(other.len()))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn names_share_their_beginning_letter_by_letter() {
        assert_eq!(shared("säkert-1", "säkert-2"), "säkert-");
        assert_eq!(shared("a", "abc"), "a");
        assert_eq!(shared("abc", "a"), "a");
        assert_eq!(shared("é", "è"), "");
    }
}
