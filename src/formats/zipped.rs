//! Zip archives of other apps within limits: few members, bounded when unpacked, no archive inside of another. What the
//! members mean is for each format, and their names are never used as paths.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zeroize::Zeroizing;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::formats::{FormatError, UnlockError};

/// The most members of an archive.
const MOST_MEMBERS: usize = 64;

/// The most bytes of all members together, unpacked.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;

/// How many times its own size a member may unpack to.
const MOST_RATIO: u64 = 100;

/// Where directories begin to be counted before the archive is even opened: the sign of an entry in the directory.
const DIRECTORY_SIGN: &[u8] = b"PK\x01\x02";

/// An archive whose directory keeps the limits.
pub(in crate::formats) struct Zipped<'a> {
    bytes: Cow<'a, [u8]>,
    members: Vec<Member>,
}

/// A member as the directory has it.
struct Member {
    name: String,
    is_locked: bool,
    size: u64,
}

impl<'a> Zipped<'a> {
    /// Whether bytes begin as an archive does.
    pub(in crate::formats) fn is_likely(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04")
    }

    /// Reads the directory.
    ///
    /// # Errors
    /// [`FormatError::Damaged`], [`FormatError::UnpacksTooFar`].
    pub(in crate::formats) fn parse(bytes: &'a [u8]) -> Result<Self, FormatError> {
        // A directory of a million entries would take much memory before it could be counted.
        if bytes.windows(DIRECTORY_SIGN.len()).filter(|window| *window == DIRECTORY_SIGN).count() > 64 * MOST_MEMBERS {
            return Err(FormatError::UnpacksTooFar);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        if archive.len() > MOST_MEMBERS {
            return Err(FormatError::UnpacksTooFar);
        }
        let (mut members, mut total) = (Vec::new(), 0_u64);
        for index in 0..archive.len() {
            let member = archive.by_index_raw(index).map_err(|_| damaged())?;
            let name = member.name().map_err(|_| damaged())?.into_owned();
            total = total.saturating_add(member.size());
            if total > MOST_UNPACKED || member.size() > member.compressed_size().saturating_mul(MOST_RATIO) {
                return Err(FormatError::UnpacksTooFar);
            }
            members.push(Member { name, is_locked: member.encrypted(), size: member.size() });
        }
        Ok(Self { bytes: Cow::Borrowed(bytes), members })
    }

    /// The same with bytes of its own, to wait for a password.
    pub(in crate::formats) fn into_owned(self) -> Zipped<'static> {
        Zipped { bytes: Cow::Owned(self.bytes.into_owned()), members: self.members }
    }

    /// The names of the members.
    pub(in crate::formats) fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|member| member.name.as_str())
    }

    /// Whether there is a member of this name.
    pub(in crate::formats) fn has(&self, name: &str) -> bool {
        self.names().any(|known| known == name)
    }

    /// Whether the member needs a password.
    pub(in crate::formats) fn is_locked(&self, name: &str) -> bool {
        self.members.iter().any(|member| member.name == name && member.is_locked)
    }

    /// A member, unpacked.
    ///
    /// # Errors
    /// [`UnlockError::WrongPassword`], and [`FormatError`] for what cannot be unpacked.
    pub(in crate::formats) fn member(
        &self,
        name: &str,
        password: Option<&str>,
    ) -> Result<Zeroizing<Vec<u8>>, UnlockError> {
        let index = self.names().position(|known| known == name);
        let member = index.and_then(|index| self.members.get(index));
        let (Some(index), Some(member)) = (index, member) else { return Err(damaged().into()) };
        // A wrong password is often only seen at the end, by the checksum.
        let wrong = || if member.is_locked { UnlockError::WrongPassword } else { damaged().into() };
        let mut archive = ZipArchive::new(Cursor::new(&*self.bytes)).map_err(|_| damaged())?;
        let opened = match password {
            Some(password) if member.is_locked => archive.by_index_decrypt(index, password.as_bytes()),
            _ => archive.by_index(index),
        };
        let mut reader = opened.map_err(|error| match error {
            ZipError::InvalidPassword => UnlockError::WrongPassword,
            ZipError::UnsupportedArchive(_) if !member.is_locked || password.is_some() => {
                FormatError::Damaged("zip compression").into()
            }
            _ => wrong(),
        })?;
        let room = usize::try_from(member.size).map_err(|_| damaged())?;
        let mut bytes = Zeroizing::new(vec![0; room]);
        reader.read_exact(&mut bytes).map_err(|_| wrong())?;
        // The end is asked for, since only there the checksum is looked at; and there must not be more than was said.
        match reader.read(&mut [0]) {
            Ok(0) => {}
            Ok(_) => return Err(FormatError::UnpacksTooFar.into()),
            Err(_) => return Err(wrong()),
        }
        if Self::is_likely(&bytes) { Err(FormatError::UnpacksTooFar.into()) } else { Ok(bytes) }
    }
}

fn damaged() -> FormatError {
    FormatError::Damaged("zip")
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::unstable::write::FileOptionsExt as _;
    use zip::write::SimpleFileOptions;
    use zip::{AesMode, CompressionMethod, ZipWriter};

    use super::Zipped;
    use crate::formats::{FormatError, UnlockError};

    fn archive(members: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            writer.start_file(*name, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn plain() -> SimpleFileOptions {
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
    }

    #[test]
    fn members_come_by_name() {
        let bytes = archive(&[("a.json", b"[1]"), ("b", b"two")], plain());
        let zipped = Zipped::parse(&bytes).unwrap();
        assert!(zipped.has("a.json") && !zipped.is_locked("a.json") && !zipped.has("c"));
        assert_eq!(zipped.member("b", None).unwrap().as_slice(), b"two");
        assert!(zipped.member("c", None).is_err());
    }

    #[test]
    fn aes_and_the_old_cipher_open_with_the_password_only() {
        let ciphers = [
            plain().with_aes_encryption(AesMode::Aes256, "right"),
            plain().with_deprecated_encryption(b"right").unwrap(),
        ];
        for options in ciphers {
            let bytes = archive(&[("a", &[b'x'; 50])], options);
            let zipped = Zipped::parse(&bytes).unwrap().into_owned();
            assert!(zipped.is_locked("a"));
            assert_eq!(zipped.member("a", Some("right")).unwrap().as_slice(), [b'x'; 50]);
            for wrong in [Some("wrong"), Some(""), None] {
                assert_eq!(zipped.member("a", wrong).err(), Some(UnlockError::WrongPassword), "{wrong:?}");
            }
        }
    }

    #[test]
    fn what_unpacks_too_far_is_refused_before_it_is_unpacked() {
        let refusal = |bytes: &[u8]| Zipped::parse(bytes).err();
        let bomb = archive(&[("a", &vec![0; 1 << 20])], plain());
        assert_eq!(refusal(&bomb), Some(FormatError::UnpacksTooFar));
        let names: Vec<String> = (0..65).map(|number| number.to_string()).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
        assert_eq!(refusal(&archive(&many, plain())), Some(FormatError::UnpacksTooFar));
        assert_eq!(refusal(&archive(&many[1..], plain())), None);
        assert_eq!(refusal(b"PK\x03\x04"), Some(FormatError::Damaged("zip")));
    }

    #[test]
    fn an_archive_inside_of_an_archive_is_not_opened() {
        let inner = archive(&[("a", b"1")], plain());
        let bytes = archive(&[("inner.zip", &inner)], plain());
        let refusal = Zipped::parse(&bytes).unwrap().member("inner.zip", None).err();
        assert_eq!(refusal, Some(UnlockError::Format(FormatError::UnpacksTooFar)));
    }

    #[test]
    fn a_damaged_member_is_damaged_and_no_wrong_password() {
        let mut bytes = archive(&[("a", b"some text that is long enough")], plain());
        bytes[40] ^= 0xff;
        let opened = Zipped::parse(&bytes).unwrap().member("a", None);
        assert_eq!(opened.err(), Some(UnlockError::Format(FormatError::Damaged("zip"))));
    }
}
