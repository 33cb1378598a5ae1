//! An export before its bytes are made: the accounts are copied out of the book, so that a worker can write them while
//! the vault locks.

use std::collections::HashSet;
use std::fmt;

use zeroize::Zeroizing;

use crate::account::{Account, Book};
use crate::formats::{QrCode, Target, WriteError, png};
use crate::ops::World;
use crate::ops::export::choice::{Choice, Way};
use crate::ops::export::report::LossReport;
use crate::ops::export::{ExportError, Selection, check, own, sheet};
use crate::secret::Private;
use crate::words::{Catalog, Language};

/// The bytes of one file.
pub type Bytes = Zeroizing<Vec<u8>>;

/// Accounts on their way into files, and what would be lost of them.
pub struct Draft {
    choice: Choice,
    accounts: Vec<Account>,
    groups: Vec<Private>,
    report: LossReport,
}

impl fmt::Debug for Draft {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Draft({}, {} accounts)", self.choice.id, self.accounts.len())
    }
}

/// Says what an export of these accounts would lose, and keeps a copy of those that are written.
#[must_use]
pub fn draft(book: &Book, selection: &Selection, choice: Choice) -> Draft {
    let chosen = book.live().filter(|account| selection.holds(account));
    let (report, written) = LossReport::on(chosen, choice);
    let used: HashSet<&str> = written.iter().flat_map(|account| &account.groups).map(Private::as_str).collect();
    let goes_along = |group: &&Private| *selection == Selection::All || used.contains(group.as_str());
    let groups = book.groups().iter().filter(goes_along).cloned().collect();
    Draft { choice, accounts: written.into_iter().map(Account::duplicate).collect(), groups, report }
}

impl Draft {
    /// What would be lost.
    #[must_use]
    pub const fn report(&self) -> &LossReport {
        &self.report
    }

    /// The bytes of the file, or of the files where it is pictures; read back and compared with what was meant. Slow:
    /// run it on a worker. `language` is that of the sentences on a sheet.
    ///
    /// # Errors
    /// [`ExportError::NoPassword`] when the choice is locked and none is given, [`ExportError::Write`], for our own file
    /// also [`ExportError::Refused`] and [`ExportError::Seal`].
    pub fn produce(
        &self,
        password: Option<&str>,
        language: Language,
        world: &World,
    ) -> Result<Vec<Bytes>, ExportError> {
        let password = match (self.choice.is_locked, password) {
            (true, None | Some("")) => return Err(ExportError::NoPassword),
            (true, password) => password,
            (false, _) => None,
        };
        if self.accounts.is_empty() {
            return Err(ExportError::Write(WriteError::NoAccounts));
        }
        let files = self.files(password, language, world)?;
        if check::reads_back(&files, self.choice, password, &self.accounts, &*world.scanner) {
            Ok(files)
        } else {
            Err(ExportError::Write(WriteError::NotReadBack))
        }
    }

    fn files(&self, password: Option<&str>, language: Language, world: &World) -> Result<Vec<Bytes>, ExportError> {
        let (chance, now) = (&*world.entropy, world.clock.now());
        match self.choice.way {
            Way::Foreign(_, target) => Ok(vec![self.written(target, password, world)?]),
            Way::Own => {
                let password = password.unwrap_or_default();
                Ok(vec![Zeroizing::new(own::write(&self.accounts, &self.groups, password, now, chance)?)])
            }
            Way::Pictures(_, target) => pictures(&self.written(target, None, world)?),
            Way::SheetHtml(_) => Ok(vec![sheet::html(&self.accounts, now, &Catalog::new(language))]),
            Way::SheetSvg(_) => Ok(sheet::svg(&self.accounts, now, &Catalog::new(language))),
        }
    }

    fn written(&self, target: &dyn Target, password: Option<&str>, world: &World) -> Result<Bytes, WriteError> {
        let accounts: Vec<&Account> = self.accounts.iter().collect();
        target.write(&accounts, password, &*world.entropy)
    }
}

/// A picture of each line.
fn pictures(lines: &[u8]) -> Result<Vec<Bytes>, ExportError> {
    let lines = std::str::from_utf8(lines).unwrap_or_default().lines();
    let picture = |line| QrCode::of(line).and_then(|code| png(&code)).ok_or(WriteError::NotReadBack);
    Ok(lines.map(picture).collect::<Result<_, _>>()?)
}
