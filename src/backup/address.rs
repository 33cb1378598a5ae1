//! Where backups lie, as a person writes it: a path, `webdav+https://user@host/path`, `s3://key-id@endpoint/bucket/prefix`.
//! A password or a secret key never stands in an address.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;

use crate::text::{Explain, Text};

/// The address of a place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PlaceAddress {
    /// A folder of this computer, or one that a cloud service keeps in step.
    Folder(PathBuf),
    /// A bucket that speaks S3.
    S3(Remote),
    /// A server that speaks WebDAV.
    WebDav(Remote),
}

/// A server somewhere else.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Remote {
    /// Whether the connection is encrypted.
    pub is_encrypted: bool,
    /// Who signs in: a user, a key id.
    pub user: String,
    /// Host, and port where it is named.
    pub host: String,
    /// The path on it, without a slash in front.
    pub path: String,
}

/// Why something typed is no address of a place.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Looks like an address on the net, and no host can be read from it.
    #[error("no host")]
    NoHost,
    /// A password stands in it, where it would be seen and kept.
    #[error("a password in the address")]
    Password,
    /// Another way to reach a server than those that are known.
    #[error("unknown scheme")]
    UnknownScheme,
}

impl PlaceAddress {
    /// Reads an address.
    ///
    /// # Errors
    /// [`AddressError`].
    pub fn parse(typed: &str) -> Result<Self, AddressError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AddressError::Empty);
        }
        let Some((scheme, rest)) = typed.split_once("://") else { return Ok(Self::Folder(PathBuf::from(typed))) };
        match scheme.to_ascii_lowercase().as_str() {
            "s3" => Ok(Self::S3(Remote::parse(true, rest)?)),
            "s3+http" => Ok(Self::S3(Remote::parse(false, rest)?)),
            "webdav+https" | "https" => Ok(Self::WebDav(Remote::parse(true, rest)?)),
            "webdav+http" | "http" => Ok(Self::WebDav(Remote::parse(false, rest)?)),
            _ => Err(AddressError::UnknownScheme),
        }
    }
}

impl Remote {
    fn parse(is_encrypted: bool, rest: &str) -> Result<Self, AddressError> {
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
        if user.contains(':') {
            return Err(AddressError::Password);
        }
        if host.is_empty() || host.contains(char::is_whitespace) {
            return Err(AddressError::NoHost);
        }
        Ok(Self { is_encrypted, user: user.to_owned(), host: host.to_owned(), path: path.to_owned() })
    }
}

/// Whether a host is this computer itself, where a connection need not be encrypted. A port may stand behind it.
#[must_use]
pub fn is_loopback(host: &str) -> bool {
    let bare = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.rsplit_once(':').filter(|(name, _)| !name.contains(':')).map_or(host, |(name, _)| name),
    };
    bare.eq_ignore_ascii_case("localhost") || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

impl fmt::Display for PlaceAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, remote) = match self {
            Self::Folder(path) => return write!(out, "{}", path.display()),
            Self::S3(remote) => (if remote.is_encrypted { "s3" } else { "s3+http" }, remote),
            Self::WebDav(remote) => (if remote.is_encrypted { "webdav+https" } else { "webdav+http" }, remote),
        };
        let at = if remote.user.is_empty() { "" } else { "@" };
        write!(out, "{scheme}://{}{at}{}/{}", remote.user, remote.host, remote.path)
    }
}

impl Explain for AddressError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::Empty => "err-place-address-empty",
            Self::NoHost => "err-place-address-no-host",
            Self::Password => "err-place-address-password",
            Self::UnknownScheme => "err-place-address-scheme",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Password => "fix-place-address-password",
            Self::Empty | Self::NoHost | Self::UnknownScheme => "fix-place-address",
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::{AddressError, PlaceAddress};

    #[test]
    fn a_path_is_a_folder_and_an_address_is_read_apart_and_written_again() {
        assert_eq!(PlaceAddress::parse("/mnt/usb/My backups"), Ok(PlaceAddress::Folder("/mnt/usb/My backups".into())));
        for address in [
            "webdav+https://mira@cloud.example.com/dav/pulih",
            "s3://AKIA@s3.example.com/bucket/a/b",
            "webdav+http://localhost:8080/",
        ] {
            assert_eq!(PlaceAddress::parse(address).map(|read| read.to_string()), Ok(address.to_owned()));
        }
        let PlaceAddress::WebDav(remote) = PlaceAddress::parse("https://cloud.example.com").unwrap() else { panic!() };
        assert!(remote.is_encrypted && remote.path.is_empty());
    }

    #[test]
    fn what_is_no_address_is_refused_and_so_is_a_password_in_one() {
        assert_eq!(PlaceAddress::parse("  "), Err(AddressError::Empty));
        assert_eq!(PlaceAddress::parse("ftp://example.com/"), Err(AddressError::UnknownScheme));
        assert_eq!(PlaceAddress::parse("s3:///bucket"), Err(AddressError::NoHost));
        assert_eq!(PlaceAddress::parse("https://mira:secret@example.com/"), Err(AddressError::Password));
    }
}
