//! Export: what the target cannot hold is said first; then bytes, read back and compared; then a new file.

mod check;
mod file;

use std::collections::HashSet;

use zeroize::Zeroizing;

use crate::account::{Account, AccountId, Book, NotReady};
use crate::chance::Entropy;
use crate::formats::{FORMATS, Format, Loss, Target, Unfit, WriteError};
use crate::ports::FileError;
use crate::text::{Explain, Text};

pub use file::write_file;

/// A format to write, and whether locked with a password.
#[derive(Clone, Copy)]
pub struct Choice {
    /// The name in commands: the format's id, or `aegis-plain` for one that could be locked and shall not be.
    pub id: &'static str,
    /// The format.
    pub format: &'static dyn Format,
    /// Whether the file is locked with a password. Plain text is to be asked about.
    pub is_locked: bool,
    target: &'static dyn Target,
}

/// Everything that can be written.
#[must_use]
pub fn choices() -> Vec<Choice> {
    let targets = FORMATS.iter().filter_map(|format| Some((*format, format.target()?)));
    let choice = |(format, target): (&'static dyn Format, &'static dyn Target)| {
        let locked = Choice { id: format.id(), format, is_locked: target.can_lock(), target };
        let plain = target.plain_id().map(|id| Choice { id, is_locked: false, ..locked });
        std::iter::once(locked).chain(plain)
    };
    targets.flat_map(choice).collect()
}

/// The choice of this name.
///
/// # Errors
/// [`ExportError::UnknownFormat`].
pub fn choice(id: &str) -> Result<Choice, ExportError> {
    choices().into_iter().find(|choice| choice.id == id).ok_or_else(|| ExportError::UnknownFormat(id.to_owned()))
}

/// What would be lost, account by account. The trash is not exported.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct LossReport {
    /// How many accounts are written, those of `lossy` included.
    pub carried: usize,
    /// Accounts that are left out, and why.
    pub left_out: Vec<LeftOut>,
    /// Accounts that are written without some of what they have.
    pub lossy: Vec<Lossy>,
}

/// An account that is left out.
#[derive(Debug, Eq, PartialEq)]
pub struct LeftOut {
    /// The account.
    pub id: AccountId,
    /// What it is called: issuer and name.
    pub title: String,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why an account is left out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum WhyLeftOut {
    /// It has no key that could be written.
    NotReady(NotReady),
    /// The format cannot hold it.
    Unfit(Unfit),
}

/// An account that loses something.
#[derive(Debug, Eq, PartialEq)]
pub struct Lossy {
    /// The account.
    pub id: AccountId,
    /// What it is called: issuer and name.
    pub title: String,
    /// What is lost.
    pub losses: Vec<Loss>,
}

impl Explain for WhyLeftOut {
    fn what(&self) -> Text {
        match self {
            Self::NotReady(why) => why.what(),
            Self::Unfit(why) => why.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::NotReady(why) => why.fix(),
            Self::Unfit(why) => why.fix(),
        }
    }
}

/// Says what would be lost, before a byte is written.
#[must_use]
pub fn survey(book: &Book, choice: Choice) -> LossReport {
    let mut report = LossReport::default();
    for (account, losses) in weighed(book, choice) {
        match losses {
            Ok(losses) => {
                report.carried += 1;
                if !losses.is_empty() {
                    report.lossy.push(Lossy { id: account.id, title: title(account), losses });
                }
            }
            Err(why) => report.left_out.push(LeftOut { id: account.id, title: title(account), why }),
        }
    }
    report
}

/// The bytes of a file with all accounts that fit, read back and compared with what was meant.
///
/// # Errors
/// [`ExportError::NoPassword`] when the choice is locked and none is given, [`ExportError::Write`].
pub fn produce(
    book: &Book,
    choice: Choice,
    password: Option<&str>,
    chance: &dyn Entropy,
) -> Result<Zeroizing<Vec<u8>>, ExportError> {
    let password = match (choice.is_locked, password) {
        (true, None | Some("")) => return Err(ExportError::NoPassword),
        (true, password) => password,
        (false, _) => None,
    };
    let fits = |(account, losses): (_, Result<_, _>)| losses.ok().map(|_| account);
    let accounts: Vec<&Account> = weighed(book, choice).filter_map(fits).collect();
    if accounts.is_empty() {
        return Err(ExportError::Write(WriteError::NoAccounts));
    }
    let bytes = choice.target.write(&accounts, password, chance)?;
    if !check::reads_back(&bytes, choice, password, &accounts) {
        return Err(ExportError::Write(WriteError::NotReadBack));
    }
    Ok(bytes)
}

/// The live accounts, each with what it would lose or why it is left out.
fn weighed(book: &Book, choice: Choice) -> impl Iterator<Item = (&Account, Result<Vec<Loss>, WhyLeftOut>)> {
    let mut keys = HashSet::new();
    book.live().map(move |account| {
        let losses = losses(account, choice);
        let is_first = !choice.target.keeps_one_per_key()
            || losses.is_err()
            || account.params().is_ok_and(|params| keys.insert(params.expose_key()));
        (account, if is_first { losses } else { Err(WhyLeftOut::Unfit(Unfit::SameKey)) })
    })
}

fn losses(account: &Account, choice: Choice) -> Result<Vec<Loss>, WhyLeftOut> {
    let params = account.params().map_err(WhyLeftOut::NotReady)?;
    choice.target.losses(account, params).map_err(WhyLeftOut::Unfit)
}

fn title(account: &Account) -> String {
    match (account.issuer.is_empty(), account.name.is_empty()) {
        (true, _) => account.name.to_string(),
        (_, true) => account.issuer.to_string(),
        _ => format!("{}:{}", &*account.issuer, &*account.name),
    }
}

/// Why nothing was exported.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ExportError {
    /// The file system said no.
    #[error(transparent)]
    File(#[from] FileError),
    /// The format is locked with a password, and none was given.
    #[error("no password")]
    NoPassword,
    /// What lies on the disk is not what was written.
    #[error("read back differs")]
    ReadBack,
    /// There is no format of this name to write.
    #[error("no format {0} to write")]
    UnknownFormat(String),
    /// The bytes could not be made.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl Explain for ExportError {
    fn what(&self) -> Text {
        match self {
            Self::File(error) => error.what(),
            Self::NoPassword => Text::new("err-export-no-password"),
            Self::ReadBack => Text::new("err-export-read-back"),
            Self::UnknownFormat(id) => Text::new("err-export-unknown-format").word("id", id),
            Self::Write(error) => error.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::File(error) => error.fix(),
            Self::NoPassword => Some(Text::new("fix-export-no-password")),
            Self::ReadBack => Some(Text::new("fix-export-read-back")),
            Self::UnknownFormat(_) => {
                let ids: Vec<&str> = choices().iter().map(|choice| choice.id).collect();
                Some(Text::new("fix-import-unknown-format").word("ids", ids.join(", ")))
            }
            Self::Write(error) => error.fix(),
        }
    }
}
