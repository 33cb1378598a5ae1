//! A zip archive in which one member holds the accounts, under a password or not.

use std::fmt;

use crate::formats::zipped::Zipped;
use crate::formats::{FormatError, Imported, Locked, Parsed, UnlockError};

/// What reads the unpacked member.
pub(in crate::formats) type ReadMember = fn(&[u8]) -> Result<Imported, FormatError>;

/// Reads the member, or waits with it for the password.
///
/// # Errors
/// [`FormatError`], as the archive or `read` gives it.
pub(in crate::formats) fn parse(
    format: &'static str,
    zipped: Zipped<'_>,
    member: &str,
    read: ReadMember,
) -> Result<Parsed, FormatError> {
    if zipped.is_locked(member) {
        let member = member.to_owned();
        return Ok(Parsed::Locked(Box::new(LockedMember { format, zipped: zipped.into_owned(), member, read })));
    }
    match zipped.member(member, None) {
        Ok(bytes) => Ok(Parsed::Plain(read(&bytes)?)),
        Err(UnlockError::Format(error)) => Err(error),
        Err(UnlockError::WrongPassword) => Err(FormatError::Damaged("zip")),
    }
}

/// A member that waits for its password.
struct LockedMember {
    format: &'static str,
    zipped: Zipped<'static>,
    member: String,
    read: ReadMember,
}

impl fmt::Debug for LockedMember {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LockedMember({})", self.format)
    }
}

impl Locked for LockedMember {
    fn format(&self) -> &'static str {
        self.format
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let bytes = self.zipped.member(&self.member, Some(password))?;
        Ok((self.read)(&bytes)?)
    }
}
