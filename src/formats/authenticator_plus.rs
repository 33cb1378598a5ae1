//! The backup of Authenticator Plus: a zip archive with a list of URIs (`Accounts.txt`), with a password or without.
//! Its database (`authplus.db`) holds the same and is left alone.

use crate::formats::gathering::Gathering;
use crate::formats::lines::lines;
use crate::formats::login::is_uri;
use crate::formats::zipped::Zipped;
use crate::formats::{
    About, Foreign, Format, FormatError, Imported, Likeness, Parsed, Reason, locked_member, uri_entry,
};

/// The id in commands and JSON.
const ID: &str = "authenticator-plus";

/// The member with the list.
const MEMBER: &str = "Accounts.txt";

/// Authenticator Plus.
#[derive(Debug)]
pub struct AuthenticatorPlus;

impl Format for AuthenticatorPlus {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "Authenticator Plus", how: "how-authenticator-plus", reads: "zip with Accounts.txt" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        if archive(file).is_some() { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let (zipped, member) = archive(file).ok_or(FormatError::NotRecognised)?;
        locked_member::parse(ID, zipped, &member, read_member)
    }
}

fn archive(file: &Foreign) -> Option<(Zipped<'_>, String)> {
    if !Zipped::is_likely(file.bytes()) {
        return None;
    }
    let zipped = Zipped::parse(file.bytes()).ok()?;
    let name = zipped.names().find(|name| name.rsplit('/').next() == Some(MEMBER)).map(str::to_owned)?;
    Some((zipped, name))
}

fn read_member(bytes: &[u8]) -> Result<Imported, FormatError> {
    let file = Foreign::new(bytes.to_vec(), Some(MEMBER))?;
    let mut gathering = Gathering::new(ID);
    for (spot, line) in lines(file.text().ok_or(FormatError::Damaged(MEMBER))?) {
        match is_uri(line) {
            true => uri_entry::take(&mut gathering, spot, line)?,
            false => gathering.complain(spot, "", Reason::NotAUri)?,
        }
    }
    gathering.finish()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::write::SimpleFileOptions;
    use zip::{AesMode, ZipWriter};

    use super::AuthenticatorPlus;
    use crate::formats::UnlockError;
    use crate::formats::testing::{KEY, names, opened, plain};

    fn archive(options: SimpleFileOptions) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in
            [("authplus.db", "x"), ("Accounts.txt", &format!("otpauth://totp/Example:anna?secret={KEY}\nx\n"))]
        {
            writer.start_file(name, options).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn the_list_is_read_with_and_without_a_password() {
        let open = plain(&AuthenticatorPlus, archive(SimpleFileOptions::default()));
        assert_eq!((names(&open), open.complaints.len()), (vec![("Example", "anna")], 1));
        let locked = archive(SimpleFileOptions::default().with_aes_encryption(AesMode::Aes256, "pw"));
        assert_eq!(names(&opened(&AuthenticatorPlus, &locked, "pw").unwrap()), [("Example", "anna")]);
        assert_eq!(opened(&AuthenticatorPlus, &locked, ""), Err(UnlockError::WrongPassword));
    }
}
