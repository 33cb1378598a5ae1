//! The recovery account: a name and a password that are both inputs of the key. Neither is checked anywhere: a wrong
//! name and a wrong password give one answer.

use unicode_normalization::UnicodeNormalization;

use crate::secret::{Key32, Passphrase, Private};
use crate::text::{Explain, Text};
use crate::vault::OpenError;
use crate::vault::enc::enc;
use crate::vault::kdf::{KdfParams, argon2id};

/// The longest name, in bytes of UTF-8 after normalising.
const LONGEST_NAME: usize = 256;

/// The name of a recovery account, normalised: an e-mail address, say.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RecoveryName(Private);

/// Why something typed is no name of a recovery account.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum RecoveryNameError {
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// More than 256 bytes, or a control character.
    #[error("not a name")]
    Unfit,
}

impl RecoveryName {
    /// Normalises what was typed: NFKC, lower case, NFKC again, white space at the ends left out.
    ///
    /// # Errors
    /// [`RecoveryNameError`].
    pub fn parse(typed: &str) -> Result<Self, RecoveryNameError> {
        // Far more than any name; more is not worth normalising.
        if typed.len() > 4 * LONGEST_NAME {
            return Err(RecoveryNameError::Unfit);
        }
        // Lower case may give letters that are not in normal form, hence twice.
        let lower = Private::from(Private::from(typed.nfkc().collect::<String>()).to_lowercase());
        let normal = Private::from(lower.nfkc().collect::<String>());
        let name = normal.trim();
        if name.is_empty() {
            return Err(RecoveryNameError::Empty);
        }
        if name.len() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(RecoveryNameError::Unfit);
        }
        Ok(Self(name.into()))
    }

    /// The name in normal form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Explain for RecoveryNameError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::Empty => "err-backup-name-empty",
            Self::Unfit => "err-backup-name-unfit",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-backup-name"))
    }
}

/// The key of a recovery account's slot: `Argon2id(enc("PULIH1 recovery", [password, name]), salt, params)`.
///
/// # Errors
/// [`OpenError::TooCostly`], [`OpenError::Damaged`] (see [`KdfParams::check`]), [`OpenError::NoMemory`].
pub fn recovery_key(
    name: &RecoveryName,
    password: &Passphrase,
    salt: &[u8; 32],
    params: KdfParams,
) -> Result<Key32, OpenError> {
    params.check()?;
    argon2id(&enc("PULIH1 recovery", &[password.expose(), name.as_str().as_bytes()]), salt, params)
}

#[cfg(test)]
mod tests {
    use super::{RecoveryName, RecoveryNameError, recovery_key};
    use crate::secret::Passphrase;
    use crate::vault::kdf::KdfParams;

    fn parsed(typed: &str) -> Result<String, RecoveryNameError> {
        RecoveryName::parse(typed).map(|name| name.as_str().to_owned())
    }

    #[test]
    fn a_name_is_the_same_however_it_is_typed() {
        assert_eq!(parsed("  Mira@Example.COM\n"), Ok("mira@example.com".to_owned()));
        assert_eq!(parsed("MIRA\u{ff20}example.com"), Ok("mira@example.com".to_owned()));
        assert_eq!(parsed("A\u{30a}sa"), Ok("\u{e5}sa".to_owned()));
    }

    #[test]
    fn normalising_twice_changes_nothing() {
        for typed in ["\u{130}stanbul", "\u{1e9e}\u{fb01}", " \u{a0}x\u{3000}", "\u{212b}\u{3a3}", "a.b+c@d.se"] {
            let once = parsed(typed).unwrap();
            assert_eq!(parsed(&once), Ok(once.clone()), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_name_is_refused() {
        assert_eq!(parsed(" \u{3000} "), Err(RecoveryNameError::Empty));
        assert_eq!(parsed("a\u{7}b"), Err(RecoveryNameError::Unfit));
        assert_eq!(parsed(&"x".repeat(257)), Err(RecoveryNameError::Unfit));
        assert!(parsed(&"x".repeat(256)).is_ok());
    }

    #[test]
    fn name_and_password_are_both_inputs_and_keep_apart() {
        let key = |name: &str, password: &str| {
            let name = RecoveryName::parse(name).unwrap();
            recovery_key(&name, &Passphrase::parse(password).unwrap(), &[1; 32], KdfParams::LEAST).unwrap()
        };
        assert_ne!(key("mira", "words"), key("mir", "words"));
        assert_ne!(key("mira", "words"), key("mira", "word"));
        assert_ne!(key("ab", "c"), key("b", "ca"));
    }
}
