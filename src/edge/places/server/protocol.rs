//! What the two protocols do not share: how a server is opened, and how a file comes to lie under its name.

use data_encoding::BASE64;
use opendal::{Operator, services};
use percent_encoding::percent_decode_str;
use ureq::http::HeaderValue;
use zeroize::Zeroizing;

use crate::backup::{Bucket, Remote};
use crate::ports::PlaceError;
use crate::secret::Secret;

/// How a server is spoken to.
pub enum Protocol {
    /// S3, with who signs.
    S3(Bucket, Option<Secret>),
    /// WebDAV, with what is sent along with every request.
    WebDav(Remote, Option<Secret>),
}

impl Protocol {
    /// The folder, with a slash behind it and none in front; nothing at all for the whole server.
    pub fn folder(&self) -> String {
        let path = match self {
            Self::S3(bucket, _) => bucket.prefix(),
            Self::WebDav(remote, _) => &remote.path,
        };
        let path = percent_decode_str(path).decode_utf8_lossy();
        let path = path.trim_matches('/');
        if path.is_empty() { String::new() } else { format!("{path}/") }
    }

    /// The server by OpenDAL, from its root: under any other the library would stumble over names from elsewhere.
    pub fn operator(&self) -> Result<Operator, PlaceError> {
        let opened = match self {
            Self::S3(bucket, secret) => {
                let key = secret.as_ref().and_then(Secret::expose_text).ok_or(PlaceError::WrongSecret)?;
                let builder = services::S3::default()
                    .endpoint(&origin(&bucket.remote))
                    .bucket(bucket.name())
                    .region(bucket.region())
                    .access_key_id(&bucket.remote.user)
                    .secret_access_key(key);
                // Nobody else's keys: neither from the environment nor from files or the network.
                Operator::new(builder.disable_config_load().disable_ec2_metadata())
            }
            Self::WebDav(remote, _) => Operator::new(services::Webdav::default().endpoint(&origin(remote))),
        };
        opened.map_err(|error| PlaceError::NotUnderstood(error.message().to_owned()))
    }

    /// What says who asks, for WebDAV. S3 signs each request instead.
    pub fn authorization(&self) -> Option<HeaderValue> {
        let Self::WebDav(remote, secret) = self else { return None };
        let (user, secret) = (remote.user.as_bytes(), secret.as_ref().map(Secret::expose).unwrap_or_default());
        if user.is_empty() && secret.is_empty() {
            return None;
        }
        let pair = Zeroizing::new([user, b":", secret].concat());
        let header = Zeroizing::new(format!("Basic {}", *Zeroizing::new(BASE64.encode(&pair))));
        let mut header = HeaderValue::from_str(&header).ok()?;
        header.set_sensitive(true);
        Some(header)
    }

    /// Whether a file lies under its name only when all of it is there.
    pub const fn is_atomic(&self) -> bool {
        matches!(self, Self::S3(..))
    }

    /// The address's own beginning, which some servers put before every name that they list.
    pub fn origin(&self) -> String {
        match self {
            Self::S3(bucket, _) => origin(&bucket.remote),
            Self::WebDav(remote, _) => origin(remote),
        }
    }
}

fn origin(remote: &Remote) -> String {
    let scheme = if remote.is_encrypted { "https" } else { "http" };
    format!("{scheme}://{}", remote.host)
}
