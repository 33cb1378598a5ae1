//! Where backups lie, as a person writes it: a path, `webdav+https://user@host/path`,
//! `s3://key-id@endpoint/bucket/prefix?region=name`. A password or a secret key never stands in an address.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;

use crate::backup::Locator;
use crate::text::{Explain, Text};

/// The address of a place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PlaceAddress {
    /// A folder of this computer, or one that a cloud service keeps in step.
    Folder(PathBuf),
    /// A bucket that speaks S3.
    S3(Bucket),
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
    /// The path on it, without a slash in front, as it was written: `%20` is a blank, and so is a blank.
    pub path: String,
}

/// A bucket of a server that speaks S3, or a part of one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Bucket {
    /// The endpoint. Its path is the bucket's name and the prefix of the keys.
    pub remote: Remote,
    /// The region that requests are signed for, where it was named.
    pub region: Option<String>,
}

/// Why something typed is no address of a place.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum AddressError {
    /// It names an endpoint of S3 and no bucket there.
    #[error("no bucket")]
    Bucket,
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Looks like an address on the net, and no host can be read from it.
    #[error("no host")]
    NoHost,
    /// A password stands in it, where it would be seen and kept.
    #[error("a password in the address")]
    Password,
    /// Something stands behind a question mark that is no region.
    #[error("something behind a question mark")]
    Query,
    /// Not encrypted, and not on this computer.
    #[error("not encrypted")]
    Unencrypted,
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
        // The line of a recovery kit names the place among other things.
        match Locator::parse(typed) {
            Some(locator) => Self::parse_address(&locator.place),
            None => Self::parse_address(typed),
        }
    }

    fn parse_address(typed: &str) -> Result<Self, AddressError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AddressError::Empty);
        }
        let Some((scheme, rest)) = typed.split_once("://") else { return Ok(Self::Folder(PathBuf::from(typed))) };
        match scheme.to_ascii_lowercase().as_str() {
            "s3" | "s3+https" => Ok(Self::S3(Bucket::parse(true, rest)?)),
            "s3+http" => Ok(Self::S3(Bucket::parse(false, rest)?)),
            "webdav+https" | "https" => Ok(Self::WebDav(Remote::parse(true, rest)?)),
            "webdav+http" | "http" => Ok(Self::WebDav(Remote::parse(false, rest)?)),
            _ => Err(AddressError::UnknownScheme),
        }
    }

    /// The server, where it is one.
    #[must_use]
    pub const fn remote(&self) -> Option<&Remote> {
        match self {
            Self::Folder(_) => None,
            Self::S3(bucket) => Some(&bucket.remote),
            Self::WebDav(remote) => Some(remote),
        }
    }

    /// The same place, asked by `user` where the address names nobody.
    #[must_use]
    pub fn asked_by(mut self, user: &str) -> Self {
        let remote = match &mut self {
            Self::Folder(_) => return self,
            Self::S3(bucket) => &mut bucket.remote,
            Self::WebDav(remote) => remote,
        };
        if remote.user.is_empty() {
            user.clone_into(&mut remote.user);
        }
        self
    }
}

impl Bucket {
    fn parse(is_encrypted: bool, rest: &str) -> Result<Self, AddressError> {
        let (rest, region) = match rest.split_once('?') {
            Some((rest, query)) => (rest, Some(query.strip_prefix("region=").ok_or(AddressError::Query)?)),
            None => (rest, None),
        };
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if region.is_some_and(|region| region.is_empty() || !region.chars().all(is_plain)) {
            return Err(AddressError::Query);
        }
        let bucket = Self { remote: Remote::parse(is_encrypted, rest)?, region: region.map(str::to_owned) };
        if bucket.name().is_empty() { Err(AddressError::Bucket) } else { Ok(bucket) }
    }

    /// The bucket's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.remote.path.split('/').next().unwrap_or_default()
    }

    /// What all keys begin with, without slashes around it.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.remote.path.split_once('/').map_or("", |(_, prefix)| prefix.trim_matches('/'))
    }

    /// The region that requests are signed for: as named, as the endpoint of Amazon says, or where S3 began, which
    /// servers of others take.
    #[must_use]
    pub fn region(&self) -> &str {
        let amazon = || self.remote.host.strip_suffix(".amazonaws.com")?.strip_prefix("s3.");
        self.region.as_deref().or_else(amazon).unwrap_or("us-east-1")
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
        if path.contains(['?', '#']) {
            return Err(AddressError::Query);
        }
        if !is_encrypted && !is_loopback(host) {
            return Err(AddressError::Unencrypted);
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
        let (scheme, remote, region) = match self {
            Self::Folder(path) => return write!(out, "{}", path.display()),
            Self::S3(Bucket { remote, region }) => {
                (if remote.is_encrypted { "s3" } else { "s3+http" }, remote, region.as_deref())
            }
            Self::WebDav(remote) => (if remote.is_encrypted { "webdav+https" } else { "webdav+http" }, remote, None),
        };
        let at = if remote.user.is_empty() { "" } else { "@" };
        write!(out, "{scheme}://{}{at}{}/{}", remote.user, remote.host, remote.path)?;
        region.map_or(Ok(()), |region| write!(out, "?region={region}"))
    }
}

impl Explain for AddressError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::Bucket => "err-place-address-bucket",
            Self::Empty => "err-place-address-empty",
            Self::NoHost => "err-place-address-no-host",
            Self::Password => "err-place-address-password",
            Self::Query => "err-place-address-query",
            Self::Unencrypted => "err-place-address-unencrypted",
            Self::UnknownScheme => "err-place-address-scheme",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Password => "fix-place-address-password",
            Self::Unencrypted => "fix-place-address-unencrypted",
            Self::Bucket | Self::Empty | Self::NoHost | Self::Query | Self::UnknownScheme => "fix-place-address",
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
            "s3://AKIA@s3.example.com/bucket?region=eu-north-1",
            "webdav+http://localhost:8080/",
        ] {
            assert_eq!(PlaceAddress::parse(address).map(|read| read.to_string()), Ok(address.to_owned()));
        }
        let PlaceAddress::WebDav(remote) = PlaceAddress::parse("https://cloud.example.com").unwrap() else { panic!() };
        assert!(remote.is_encrypted && remote.path.is_empty());
    }

    #[test]
    fn a_bucket_has_a_name_a_prefix_and_a_region() {
        let read = |address: &str| match PlaceAddress::parse(address) {
            Ok(PlaceAddress::S3(bucket)) => {
                Ok([bucket.name(), bucket.prefix(), bucket.region()].map(str::to_owned).join(" "))
            }
            Ok(other) => panic!("{other}"),
            Err(error) => Err(error),
        };
        assert_eq!(read("s3://A@s3.example.com/b/one/two/?region=auto"), Ok("b one/two auto".to_owned()));
        assert_eq!(read("s3://A@s3.eu-north-1.amazonaws.com/b"), Ok("b  eu-north-1".to_owned()));
        assert_eq!(read("s3+http://A@127.0.0.1:5000/b"), Ok("b  us-east-1".to_owned()));
        assert_eq!(read("s3://A@s3.example.com/"), Err(AddressError::Bucket));
        for query in ["?", "?region=", "?region=a/b", "?X-Amz-Signature=1", "#x"] {
            assert_eq!(read(&format!("s3://A@s3.example.com/b{query}")), Err(AddressError::Query), "{query}");
        }
    }

    #[test]
    fn only_this_computer_may_be_asked_without_encryption() {
        for host in ["localhost", "LOCALHOST:80", "127.0.0.1", "127.9.9.9:8080", "[::1]", "[::1]:8080"] {
            assert!(PlaceAddress::parse(&format!("webdav+http://{host}/")).is_ok(), "{host}");
        }
        for host in ["example.com", "localhost.example.com", "127.0.0.1.example.com", "10.0.0.1", "[2001:db8::1]:80"] {
            let read = PlaceAddress::parse(&format!("http://{host}/"));
            assert_eq!(read, Err(AddressError::Unencrypted), "{host}");
        }
    }

    #[test]
    fn who_asks_is_added_where_the_address_names_nobody() {
        let asked = |address| PlaceAddress::parse(address).unwrap().asked_by("mira@example.com").to_string();
        assert_eq!(asked("https://cloud.example.com/a"), "webdav+https://mira@example.com@cloud.example.com/a");
        assert_eq!(asked("https://otto@cloud.example.com/a"), "webdav+https://otto@cloud.example.com/a");
        assert_eq!(asked("/mnt/usb"), "/mnt/usb");
    }

    #[test]
    fn the_line_of_a_recovery_kit_leads_to_its_place() {
        let line = "pulih-kit:1?set=amber%20otter&account=mira@example.com&place=s3://KEY@eu.example.com/bucket";
        assert_eq!(PlaceAddress::parse(line), PlaceAddress::parse("s3://KEY@eu.example.com/bucket"));
    }

    #[test]
    fn what_is_no_address_is_refused_and_so_is_a_password_in_one() {
        assert_eq!(PlaceAddress::parse("  "), Err(AddressError::Empty));
        assert_eq!(PlaceAddress::parse("ftp://example.com/"), Err(AddressError::UnknownScheme));
        assert_eq!(PlaceAddress::parse("s3:///bucket"), Err(AddressError::NoHost));
        assert_eq!(PlaceAddress::parse("https://mira:secret@example.com/"), Err(AddressError::Password));
    }
}
