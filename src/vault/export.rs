//! The export file: a vault in all but its magic, made once, under a password, for any kind of computer
//! (docs/vault-format.md, "The export file"). What of each account goes into it is for `ops`.

use crate::account::Book;
use crate::chance::Entropy;
use crate::moment::Moment;
use crate::secret::Passphrase;
use crate::vault::file_kind::FileKind;
use crate::vault::kdf::KdfParams;
use crate::vault::open::OpenVault;
use crate::vault::sealed::{Opener, SealedVault};
use crate::vault::{OpenError, ParseError, SealError};

/// How every export of this program begins, also where line ends were translated on its way.
const START: &[u8] = b"\x89PLX";

/// Whether bytes begin as an export does.
#[must_use]
pub fn is_export(bytes: &[u8]) -> bool {
    bytes.starts_with(START)
}

/// An export whose form is right, before anything of it was opened.
#[derive(Debug)]
pub struct SealedExport(SealedVault);

impl SealedExport {
    /// Reads the form of an export; no key derivation yet.
    ///
    /// # Errors
    /// [`ParseError`].
    pub fn parse(bytes: Vec<u8>) -> Result<Self, ParseError> {
        SealedVault::parse_as(bytes, FileKind::Export).map(Self)
    }

    /// The accounts and groups in it. Slow: run it on a worker.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(&self, password: &Passphrase) -> Result<Book, OpenError> {
        self.0.open_again(&Opener::Passphrase(password)).map(OpenVault::into_book)
    }
}

/// The bytes of an export of these accounts. Slow: run it on a worker.
///
/// # Errors
/// [`SealError`].
pub fn seal_export(
    book: Book,
    password: &Passphrase,
    kdf: KdfParams,
    now: Moment,
    chance: &dyn Entropy,
) -> Result<Vec<u8>, SealError> {
    let mut file = OpenVault::create_as(FileKind::Export, password, kdf, now, chance)?;
    *file.book_mut() = book;
    file.seal(chance)
}

#[cfg(test)]
mod tests {
    use super::{SealedExport, is_export, seal_export};
    use crate::account::{Account, AccountId, Book, Credential, EnrolHint};
    use crate::moment::Moment;
    use crate::secret::Passphrase;
    use crate::vault::kdf::KdfParams;
    use crate::vault::testing::Counting;
    use crate::vault::{OpenError, ParseError, SealedVault};

    fn password(text: &str) -> Passphrase {
        Passphrase::parse(text).unwrap()
    }

    fn book() -> Book {
        let missing = Credential::Missing(EnrolHint::default());
        let account = Account::with_credential(AccountId([7; 16]), "Ferry", "anna", missing, Moment::from_unix(9));
        Book::new(vec![account], vec!["Empty".into()])
    }

    fn sealed() -> Vec<u8> {
        seal_export(book(), &password("over the water"), KdfParams::LEAST, Moment::from_unix(9), &Counting::new())
            .unwrap()
    }

    #[test]
    fn what_goes_in_comes_out_under_its_password_and_no_other() {
        let export = SealedExport::parse(sealed()).unwrap();
        assert_eq!(export.open(&password("under the water")).err(), Some(OpenError::WrongKey));
        assert_eq!(export.open(&password("over the water")), Ok(book()));
    }

    #[test]
    fn an_export_is_no_vault_and_does_not_become_one_by_another_magic() {
        let bytes = sealed();
        assert!(is_export(&bytes));
        assert_eq!(SealedVault::parse(bytes.clone()).err(), Some(ParseError::Export));
        let mut renamed = bytes.clone();
        let mirror = bytes.windows(8).rposition(|at| at == b"\x89PLX\r\n\x1a\n").unwrap();
        for place in [3, mirror + 3] {
            renamed[place] = b'V';
        }
        let vault = SealedVault::parse(renamed).unwrap();
        let password = password("over the water");
        let opener = crate::vault::Opener::Passphrase(&password);
        assert_eq!(vault.open(&opener).map(|_| ()).map_err(|(_, error)| error), Err(OpenError::Damaged));
    }
}
