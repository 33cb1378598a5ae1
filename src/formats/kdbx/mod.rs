//! KeePass databases of the kinds 3 and 4 (KeePass 2, KeePassXC, KeePassDX, Strongbox and many more), with every way in
//! which their entries hold codes. Opened with a password, a key file or both; hardware keys are not asked for.
//! Source: <https://keepass.info/help/kb/kdbx.html> and the programs named in `codes`.

mod codes;
mod header;
mod key_file;
mod stream;
#[cfg(test)]
mod tests;
mod tree;

use std::fmt;

use zeroize::Zeroizing;

use crate::formats::kdbx::header::{Header, Kind, MAGIC};
use crate::formats::{About, Closed, Foreign, Format, FormatError, Imported, Likeness, Locked, Parsed, UnlockError};
use crate::secret::Key32;

/// The id in commands and JSON.
const ID: &str = "kdbx";

/// KeePass.
#[derive(Debug)]
pub struct Kdbx;

impl Format for Kdbx {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        let reads =
            "KDBX 3 and 4 with a password, a key file or both; codes of KeePassXC, KeePass 2, KeeOtp and KeeTrayTOTP";
        About { app: "KeePass, KeePassXC", how: "how-kdbx", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        if file.bytes().starts_with(MAGIC) { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        match Kind::of(file.bytes())? {
            Kind::Old => Err(FormatError::Closed(Closed::KeePassOld)),
            Kind::Three | Kind::Four => {
                let header = Header::parse(file.bytes())?;
                let bytes = Zeroizing::new(file.bytes().to_vec());
                Ok(Parsed::Locked(Box::new(LockedDatabase { header, bytes, key_file: None })))
            }
        }
    }
}

/// The content of a database without its lock, for the fuzzer.
#[cfg(fuzzing)]
pub(in crate::formats) fn content(xml: &str) -> Result<Imported, FormatError> {
    codes::gather(tree::read(xml, stream::Fields::None)?)
}

/// A database that waits for its password.
struct LockedDatabase {
    header: Header,
    bytes: Zeroizing<Vec<u8>>,
    key_file: Option<Key32>,
}

impl fmt::Debug for LockedDatabase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LockedDatabase({} bytes)", self.bytes.len())
    }
}

impl Locked for LockedDatabase {
    fn format(&self) -> &'static str {
        ID
    }

    fn takes_key_file(&self) -> bool {
        true
    }

    fn set_key_file(&mut self, content: &[u8]) -> Result<(), FormatError> {
        self.key_file = Some(key_file::key(content)?);
        Ok(())
    }

    /// An empty password beside a key file is none at first; then it is tried as one that was left empty.
    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        match self.opened(Some(password).filter(|it| self.key_file.is_none() || !it.is_empty())) {
            Err(UnlockError::WrongPassword) if self.key_file.is_some() && password.is_empty() => self.opened(Some("")),
            opened => opened,
        }
    }
}

impl LockedDatabase {
    fn opened(&self, password: Option<&str>) -> Result<Imported, UnlockError> {
        let (xml, fields) = stream::open(&self.header, &self.bytes, password, self.key_file.as_ref())?;
        let text = std::str::from_utf8(&xml).map_err(|_| FormatError::Damaged("XML"))?;
        Ok(codes::gather(tree::read(text, fields)?)?)
    }
}
