//! How a command ends: the exit codes that scripts rely on, and what went wrong as two sentences.

use crate::account::NotReady;
use crate::chance::NoEntropy;
use crate::formats::{PictureError, UnlockError};
use crate::ops::accounts::DeedError;
use crate::ops::export::ExportError;
use crate::ops::import::ImportError;
use crate::ops::keys::KeysError;
use crate::ops::passphrase::PassphraseRefusal;
use crate::ops::sign_out::SignOutError;
use crate::ops::{LoadError, SaveError};
use crate::ports::{ClipboardError, ConsoleError, FileError, KeyStoreError, ScanError};
use crate::secret::PassphraseError;
use crate::text::{Explain, Text};
use crate::vault::{OpenError, SealError};

/// The exit code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Exit {
    /// 0: done.
    Done = 0,
    /// 1: could not be done.
    NotDone = 1,
    /// 2: wrong usage.
    Usage = 2,
    /// 3: wrong passphrase, password, words or contact.
    WrongPassword = 3,
    /// 4: a vault or file is damaged or not recognised.
    Damaged = 4,
    /// 5: an account or group was not found, or not just one.
    NotFound = 5,
    /// 6: the account needs a sign-in first.
    NeedsSignIn = 6,
    /// 7: somebody else changed the file, or it is older than the one last seen here.
    ChangedElsewhere = 7,
    /// 8: partly done; what was left out is listed.
    Partly = 8,
    /// 9: made for another kind of computer.
    OtherComputer = 9,
}

impl Exit {
    /// The number.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }
}

/// Why a command was not done.
#[derive(Debug)]
pub(in crate::cli) struct Failure {
    pub exit: Exit,
    /// What is wrong; `None` when there is nobody left to tell (the reader of a pipe has gone).
    pub what: Option<Text>,
    /// What helps.
    pub fix: Option<Text>,
    /// What could have been meant, a line each.
    pub candidates: Vec<String>,
}

impl Failure {
    pub fn new(exit: Exit, what: Text, fix: Text) -> Self {
        Self { exit, what: Some(what), fix: Some(fix), candidates: Vec::new() }
    }

    pub fn of(exit: Exit, error: &dyn Explain) -> Self {
        Self { exit, what: Some(error.what()), fix: error.fix(), candidates: Vec::new() }
    }

    /// Nobody can be asked: names the flag that answers the question instead.
    pub fn no_terminal(flag: &str) -> Self {
        let what = Text::new("err-cli-no-terminal");
        Self::new(Exit::Usage, what, Text::new("fix-cli-no-terminal").word("flag", flag))
    }

    /// Standard output took no more.
    pub fn output(error: &std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            return Self { exit: Exit::Done, what: None, fix: None, candidates: Vec::new() };
        }
        Self::new(Exit::NotDone, Text::new("err-cli-output"), Text::new("fix-cli-output"))
    }

    /// The person answered no.
    pub fn refused() -> Self {
        Self { exit: Exit::NotDone, what: Some(Text::new("err-cli-refused")), fix: None, candidates: Vec::new() }
    }
}

impl From<ClipboardError> for Failure {
    fn from(error: ClipboardError) -> Self {
        Self::of(Exit::NotDone, &error)
    }
}

impl From<ConsoleError> for Failure {
    fn from(error: ConsoleError) -> Self {
        let exit = match error {
            ConsoleError::BadFd(_) | ConsoleError::NoTerminal => Exit::Usage,
            ConsoleError::BadLine | ConsoleError::Left | ConsoleError::NoAskpass => Exit::NotDone,
        };
        Self::of(exit, &error)
    }
}

impl From<DeedError> for Failure {
    fn from(error: DeedError) -> Self {
        let exit = match &error {
            DeedError::NoSuchGroup(_) | DeedError::NotFound => Exit::NotFound,
            DeedError::NotReady(why) => not_ready(*why),
            _ => Exit::NotDone,
        };
        Self::of(exit, &error)
    }
}

/// An account that lies in the trash is not found; one whose clock or counter is wrong needs no sign-in.
const fn not_ready(why: NotReady) -> Exit {
    match why {
        NotReady::Missing(_) | NotReady::Sealed => Exit::NeedsSignIn,
        NotReady::NoCode(_) => Exit::NotDone,
        NotReady::Trashed(_) => Exit::NotFound,
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        Self::of(Exit::NotDone, &error)
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::of(Exit::NotDone, &error)
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        let exit = match &error {
            ImportError::Clipboard(_) | ImportError::File(_) | ImportError::Folder(_) => Exit::NotDone,
            ImportError::Format(_) | ImportError::OurBackup | ImportError::Ours => Exit::Damaged,
            ImportError::In(_, inner) => {
                return Self { exit: Self::from((**inner).clone()).exit, ..Self::of(Exit::NotDone, &error) };
            }
            ImportError::Scan(inner) => return (*inner).into(),
            ImportError::UnknownFormat(_) => Exit::Usage,
        };
        Self::of(exit, &error)
    }
}

impl From<KeyStoreError> for Failure {
    fn from(error: KeyStoreError) -> Self {
        Self::of(Exit::NotDone, &error)
    }
}

impl From<KeysError> for Failure {
    fn from(error: KeysError) -> Self {
        match error {
            KeysError::Save(error) => error.into(),
            other => Self::of(Exit::NotDone, &other),
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        let exit = match &error {
            LoadError::File(_) | LoadError::None => Exit::NotDone,
            LoadError::Parse(_) => Exit::Damaged,
        };
        Self::of(exit, &error)
    }
}

impl From<NoEntropy> for Failure {
    fn from(error: NoEntropy) -> Self {
        Self::of(Exit::NotDone, &error)
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        let exit = match &error {
            OpenError::Damaged | OpenError::TooCostly { .. } | OpenError::TooNew { .. } => Exit::Damaged,
            OpenError::NoMemory { .. } | OpenError::NoSuchSlot => Exit::NotDone,
            OpenError::WrongKey => Exit::WrongPassword,
        };
        Self::of(exit, &error)
    }
}

impl From<PassphraseError> for Failure {
    fn from(error: PassphraseError) -> Self {
        Self::of(Exit::NotDone, &error)
    }
}

impl From<PassphraseRefusal> for Failure {
    fn from(error: PassphraseRefusal) -> Self {
        Self::of(Exit::NotDone, &error)
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        let exit = match &error {
            SaveError::ChangedElsewhere | SaveError::ReadOnly => Exit::ChangedElsewhere,
            SaveError::Seal(SealError::WrongPassphrase) => Exit::WrongPassword,
            _ => Exit::NotDone,
        };
        Self::of(exit, &error)
    }
}

impl From<ScanError> for Failure {
    fn from(error: ScanError) -> Self {
        let exit = match error {
            ScanError::NoScreen | ScanError::Picture(PictureError::Unavailable) => Exit::NotDone,
            ScanError::Picture(_) => Exit::Damaged,
        };
        Self::of(exit, &error)
    }
}

impl From<SealError> for Failure {
    fn from(error: SealError) -> Self {
        SaveError::from(error).into()
    }
}

impl From<SignOutError> for Failure {
    fn from(error: SignOutError) -> Self {
        match error {
            SignOutError::NotCopied(error) => error.into(),
            other => Self::of(Exit::NotDone, &other),
        }
    }
}

impl From<UnlockError> for Failure {
    fn from(error: UnlockError) -> Self {
        let exit = match &error {
            UnlockError::Format(_) => Exit::Damaged,
            UnlockError::WrongPassword => Exit::WrongPassword,
        };
        Self::of(exit, &error)
    }
}

#[cfg(test)]
mod tests {
    use super::{Exit, Failure};
    use crate::account::{MissingReason, NotReady};
    use crate::moment::Moment;
    use crate::ops::SaveError;
    use crate::ops::accounts::DeedError;
    use crate::ops::keys::KeysError;
    use crate::vault::{OpenError, SealError};

    #[test]
    fn the_numbers_are_those_that_scripts_know() {
        let all = [
            Exit::Done,
            Exit::NotDone,
            Exit::Usage,
            Exit::WrongPassword,
            Exit::Damaged,
            Exit::NotFound,
            Exit::NeedsSignIn,
            Exit::ChangedElsewhere,
            Exit::Partly,
            Exit::OtherComputer,
        ];
        assert_eq!(all.map(Exit::code), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }

    #[test]
    fn what_went_wrong_decides_the_number_however_deep_it_lies() {
        let exit = |failure: Failure| failure.exit;
        let wrong = KeysError::Save(SaveError::Seal(SealError::WrongPassphrase));
        assert_eq!(exit(wrong.into()), Exit::WrongPassword);
        assert_eq!(exit(KeysError::Save(SaveError::ChangedElsewhere).into()), Exit::ChangedElsewhere);
        assert_eq!(exit(SaveError::ReadOnly.into()), Exit::ChangedElsewhere);
        assert_eq!(exit(OpenError::TooNew { found: 9 }.into()), Exit::Damaged);
        assert_eq!(exit(DeedError::NotReady(NotReady::Sealed).into()), Exit::NeedsSignIn);
        let missing = NotReady::Missing(MissingReason::DeviceBound);
        assert_eq!(exit(DeedError::NotReady(missing).into()), Exit::NeedsSignIn);
        assert_eq!(exit(DeedError::NotReady(NotReady::Trashed(Moment::from_unix(0))).into()), Exit::NotFound);
    }

    #[test]
    fn a_reader_that_has_gone_is_no_failure_and_a_full_disk_is_one() {
        let ended = |kind: std::io::ErrorKind| Failure::output(&kind.into()).exit;
        assert_eq!(ended(std::io::ErrorKind::BrokenPipe), Exit::Done);
        assert_eq!(ended(std::io::ErrorKind::StorageFull), Exit::NotDone);
    }
}
