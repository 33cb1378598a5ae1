//! What other apps read and write: one file a format behind one trait, found by content. Bytes in, bytes out; which
//! accounts are new, and files on a disk, are for `ops`.

mod accounts_table;
mod aegis;
mod aes_cbc;
mod andotp;
mod android_prefs;
mod apple_passwords;
mod authenticator_extension;
mod authenticator_plus;
mod authy;
mod base64;
mod battle_net;
mod beyond;
mod bitwarden;
mod bitwarden_authenticator_csv;
mod bitwarden_csv;
mod candidates;
mod cotp;
mod csv_logins;
mod csv_table;
mod cxf;
mod dashlane;
mod duo;
mod ente;
mod error;
mod explain;
mod extract_otp_secrets;
mod foreign;
mod freeotp;
mod gathering;
mod gcm;
mod google_database;
mod html;
mod html_pictures;
mod imported;
mod json;
mod kdbx;
mod kdf_bounds;
mod keepassxc_csv;
mod lastpass;
mod lastpass_transfer;
mod lastpass_vault;
mod lines;
mod locked_member;
mod login;
mod microsoft;
mod migration;
mod one_password;
mod otpclient;
mod parts;
mod pass;
mod picture;
mod plain;
mod plain_row;
mod plain_rows;
mod png;
mod protobuf;
mod proton_authenticator;
mod proton_pass;
mod qr;
mod qr_code;
mod raivo;
mod raw_code;
mod salvage;
mod sqlite;
mod steam;
mod stratum;
mod target;
#[cfg(test)]
mod testing;
mod totp_authenticator;
mod transfer;
mod transfer_write;
mod two_f_auth;
mod two_fas;
mod unmarked;
mod uri_entry;
mod uri_list;
mod uuid;
mod win_auth;
mod zipped;

use std::fmt;

pub use beyond::Beyond;
pub use error::{Closed, FormatError, PictureError, UnlockError, WriteError};
pub use foreign::{Foreign, LONGEST_FILE};
pub use imported::{Arrival, Complaint, Imported, MOST_ENTRIES, Note, Reason, Remark, Spot};
pub use parts::Part;
pub use png::png;
#[cfg(feature = "qr")]
pub use qr::{codes_in_file, codes_in_pixels};
pub use qr_code::QrCode;
pub use target::{Loss, Ready, Target, Unfit};

/// Every format, the likeliest first: detection asks all of them, and the first of the surest answers wins.
pub const FORMATS: &[&dyn Format] = &[
    &aegis::Aegis,
    &two_fas::TwoFas,
    &andotp::AndOtp,
    &stratum::Stratum,
    &freeotp::FreeOtp,
    &freeotp::FreeOtp2,
    &freeotp::FreeOtpPlus,
    &ente::Ente,
    &lastpass::LastPass,
    &lastpass::LastPassQr,
    &raivo::Raivo,
    &cotp::Cotp,
    &otpclient::OtpClient,
    &google_database::GoogleDatabase,
    &html::Html,
    &microsoft::Microsoft,
    &migration::Migration,
    &picture::Picture,
    &bitwarden::Bitwarden,
    &bitwarden_csv::BitwardenCsv,
    &bitwarden_authenticator_csv::BitwardenAuthenticatorCsv,
    &proton_authenticator::ProtonAuthenticator,
    &proton_pass::ProtonPass,
    &one_password::OnePassword,
    &apple_passwords::ApplePasswords,
    &dashlane::Dashlane,
    &lastpass_vault::LastPassVault,
    &kdbx::Kdbx,
    &keepassxc_csv::KeePassXcCsv,
    &extract_otp_secrets::ExtractOtpSecrets,
    &authy::Authy,
    &two_f_auth::TwoFAuth,
    &authenticator_extension::AuthenticatorExtension,
    &authenticator_plus::AuthenticatorPlus,
    &cxf::Cxf,
    &steam::Steam,
    &battle_net::BattleNet,
    &duo::Duo,
    &win_auth::WinAuth,
    &totp_authenticator::TotpAuthenticator,
    &plain::Plain,
    &pass::Pass,
    &uri_list::UriList,
];

/// A foreign format.
pub trait Format: Sync {
    /// The name in commands and JSON: lower case, with hyphens.
    fn id(&self) -> &'static str;

    /// Which app it is of and how the file is got out of it.
    fn about(&self) -> About;

    /// How much a file looks like one, judged by content; the name of the file is a hint at most.
    fn sniff(&self, file: &Foreign) -> Likeness;

    /// Reads a file. What one entry gets wrong is a complaint about that entry, never an error.
    ///
    /// # Errors
    /// [`FormatError`] when nothing of the file can be used.
    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError>;

    /// How it is written, where it is.
    fn target(&self) -> Option<&dyn Target> {
        None
    }
}

/// What a format is, for lists and for the manual.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct About {
    /// The app's own name, the same in every language.
    pub app: &'static str,
    /// The id of the sentence that says how the file is got out of the app.
    pub how: &'static str,
    /// What is read: versions and variants, in English for the manual.
    pub reads: &'static str,
}

/// How much a file looks like a format.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Likeness {
    /// Not at all.
    None,
    /// It could be, if nothing else claims it.
    Possible,
    /// Without doubt.
    Sure,
}

/// A file that was read.
#[derive(Debug)]
pub enum Parsed {
    /// It needs a password first. What the password costs is known to be bearable.
    Locked(Box<dyn Locked>),
    /// Its content.
    Plain(Imported),
}

/// A file that waits for its password.
pub trait Locked: fmt::Debug + Send {
    /// The [`Format::id`] of the file.
    fn format(&self) -> &'static str;

    /// Whether a key file may be a part of its lock, beside the password or in its place.
    fn takes_key_file(&self) -> bool {
        false
    }

    /// Gives it the content of its key file, for the next [`Self::open`]. A password that is empty is then none.
    ///
    /// # Errors
    /// [`FormatError::NoKeyFile`] where it takes none, [`FormatError::Damaged`].
    fn set_key_file(&mut self, _content: &[u8]) -> Result<(), FormatError> {
        Err(FormatError::NoKeyFile)
    }

    /// Opens it. Slow: run it on a worker. The password is taken byte for byte as it was typed, not normalised, since
    /// the other app did not either. After [`UnlockError::WrongPassword`] it can be tried again.
    ///
    /// # Errors
    /// [`UnlockError`].
    fn open(&self, password: &str) -> Result<Imported, UnlockError>;
}

/// The format of this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.id() == id)
}

/// The format that a file looks most like.
///
/// # Errors
/// [`FormatError::NotRecognised`], or what is wrong with a JSON file that no format could look into.
pub fn detect(file: &Foreign) -> Result<&'static dyn Format, FormatError> {
    let mut best: Option<(&'static dyn Format, Likeness)> = None;
    for format in FORMATS {
        let likeness = format.sniff(file);
        if likeness > best.map_or(Likeness::None, |(_, best)| best) {
            best = Some((*format, likeness));
        }
        // Nothing is surer, and the others would look through the whole file for nothing.
        if likeness == Likeness::Sure {
            break;
        }
    }
    match best {
        Some((format, _)) => Ok(format),
        None => Err(file.trouble().unwrap_or(FormatError::NotRecognised)),
    }
}

/// Reads a file of any format, or of the one that is named.
///
/// # Errors
/// [`FormatError`].
pub fn read(file: &Foreign, format: Option<&dyn Format>) -> Result<Parsed, FormatError> {
    let parsed = match format {
        Some(format) => format.parse(file)?,
        None => candidates::parse(detect(file)?, file)?,
    };
    match (parsed, file.cut()) {
        (Parsed::Plain(mut imported), Some(cut)) => {
            cut.report(&mut imported);
            Ok(Parsed::Plain(imported))
        }
        (parsed, _) => Ok(parsed),
    }
}

/// What only the fuzzer calls: what lies behind a lock that it cannot make up.
#[cfg(fuzzing)]
pub mod fuzzing {
    use super::{FormatError, Imported, kdbx};

    /// The XML of a KeePass database.
    ///
    /// # Errors
    /// [`FormatError`].
    pub fn kdbx_content(bytes: &[u8]) -> Result<Imported, FormatError> {
        kdbx::content(std::str::from_utf8(bytes).map_err(|_| FormatError::Damaged("XML"))?)
    }
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, Foreign, FormatError, Parsed, Remark, by_id, detect, read};

    #[test]
    fn every_format_has_an_id_of_its_own_and_is_found_by_it() {
        for format in FORMATS {
            assert_eq!(FORMATS.iter().filter(|other| other.id() == format.id()).count(), 1, "{}", format.id());
            assert!(by_id(format.id()).is_some());
        }
    }

    #[test]
    fn a_file_that_breaks_off_is_read_as_far_as_it_goes_and_says_so() {
        let key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        let text = format!("[{{\"secret\":\"{key}\",\"label\":\"a\",\"type\":\"TOTP\"}},{{\"secret\":\"JB");
        let file = Foreign::new(text.into_bytes(), None).unwrap();
        let Ok(Parsed::Plain(imported)) = read(&file, None) else { panic!("plain") };
        assert_eq!((imported.arrivals.len(), imported.complaints.len()), (1, 1));
        assert_eq!(imported.notes.first().map(|note| &note.remark), Some(&Remark::CutOff));
    }

    #[test]
    fn a_file_of_nobody_is_refused_with_the_reason() {
        let trouble = |bytes: &[u8]| detect(&Foreign::new(bytes.to_vec(), None).unwrap()).err();
        assert_eq!(trouble(b""), Some(FormatError::Empty));
        assert_eq!(trouble(b"\x00\x01\x02"), Some(FormatError::NotRecognised));
        assert_eq!(trouble(b"{\"a\":1}"), Some(FormatError::NotRecognised));
        assert!(matches!(trouble(b"{\"a\":1,"), Some(FormatError::BrokenJson { line: 1, .. })));
        assert_eq!(trouble(b"-----BEGIN PGP MESSAGE-----\n\nhQ"), Some(FormatError::Pgp));
        let deep = "[".repeat(33) + &"]".repeat(33);
        assert_eq!(trouble(deep.as_bytes()), Some(FormatError::TooDeep));
    }
}
