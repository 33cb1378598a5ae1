//! Why a file cannot be read, opened or written. What is wrong with single entries is not here: those are complaints.

use crate::chance::NoEntropy;

/// Why nothing of a file can be used.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum FormatError {
    /// It is JSON that breaks off or has a mistake.
    #[error("broken JSON in line {line}, column {column}")]
    BrokenJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// It is locked in a way that only the other app can open.
    #[error("closed: {0:?}")]
    Closed(Closed),
    /// It is of the format, and this part of it is not as it should be.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// Its XML declares a document type, through which entities could come.
    #[error("document type")]
    Doctype,
    /// No bytes.
    #[error("empty")]
    Empty,
    /// Nothing in it is an account, and nothing tried to be one.
    #[error("no accounts")]
    NoAccounts,
    /// Its lock has no place for a key file.
    #[error("takes no key file")]
    NoKeyFile,
    /// It can only be opened by the app's own fingerprint or device key.
    #[error("not locked with a password")]
    NoPassword,
    /// No format knows it.
    #[error("not recognised")]
    NotRecognised,
    /// It is encrypted with OpenPGP.
    #[error("OpenPGP")]
    Pgp,
    /// It is a picture, and no code was found in it.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// A newer version of the app wrote it.
    #[error("version {found} is too new")]
    TooNew {
        /// The version that the file states.
        found: u64,
    },
    /// Opening it would take more memory or time than a file may ask for.
    #[error("key derivation asks for {mebibytes} MiB of work")]
    TooCostly {
        /// Memory times passes that were asked for.
        mebibytes: u64,
    },
    /// JSON or XML nested deeper than 32 levels.
    #[error("nested too deep")]
    TooDeep,
    /// More bytes than [`LONGEST_FILE`](super::LONGEST_FILE).
    #[error("too large")]
    TooLarge,
    /// More entries than [`MOST_ENTRIES`](super::MOST_ENTRIES).
    #[error("too many entries")]
    TooMany,
    /// Opening it would take more rounds of PBKDF2 than a file may ask for.
    #[error("key derivation asks for {rounds} rounds")]
    TooManyRounds {
        /// The rounds that were asked for.
        rounds: u64,
    },
    /// An archive or a packed text with more in it than one may unpack: members, bytes, or an archive once more.
    #[error("unpacks too far")]
    UnpacksTooFar,
}

/// Why no code was found in a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PictureError {
    /// It holds no code that can be read.
    #[error("no code in the picture")]
    NoCode,
    /// It is no PNG, JPEG, WebP, GIF or BMP, it is damaged, or it is a WebP that moves.
    #[error("not a picture")]
    NotAPicture,
    /// More bytes or pixels than allowed.
    #[error("picture too large")]
    TooLarge,
    /// This build has no QR reader.
    #[error("built without a QR reader")]
    Unavailable,
}

/// What only the other app can open, since no password of a person does or since its lock is not known.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Closed {
    /// An export of Bitwarden under the key of the account.
    BitwardenAccount,
    /// Dashlane's own format.
    Dash,
    /// A database of KeePass 1, which knows no codes, or of the test versions of KeePass 2.
    KeePassOld,
    /// Files of Steam Desktop Authenticator under its own password.
    SteamDesktop,
}

/// Why a locked file did not open.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum UnlockError {
    /// The password opened it, and what is inside cannot be used.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// The password does not open it.
    #[error("wrong password")]
    WrongPassword,
}

/// Why nothing was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum WriteError {
    /// There was no account that the format can hold.
    #[error("no accounts")]
    NoAccounts,
    /// The system gave no random bytes.
    #[error(transparent)]
    NoEntropy(#[from] NoEntropy),
    /// What was written does not read back as what it should be. A mistake of this program, caught in time.
    #[error("does not read back")]
    NotReadBack,
    /// The format cannot be locked with a password.
    #[error("cannot be locked")]
    NoLock,
}
