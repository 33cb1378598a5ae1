//! A place as a vault remembers it: where, what opens it, and what it was found to promise.

use crate::moment::Moment;
use crate::secret::{Private, Secret};
use crate::vault::backup::PlaceId;

/// A place as a vault remembers it.
#[derive(Debug, Eq, PartialEq)]
pub struct KnownPlace {
    /// Names it within the vault.
    pub id: PlaceId,
    /// Its address as it was typed: a path, `webdav+https://…`, `s3://…`.
    pub address: Private,
    /// What opens it: an app password, a secret key.
    pub secret: Option<Secret>,
    /// When it was added.
    pub added: Moment,
    /// Whether it was found to refuse to overwrite a file.
    pub refuses_overwrites: bool,
    pub(in crate::vault) ext: Vec<(u16, Vec<u8>)>,
}

impl KnownPlace {
    /// A place that was just added.
    #[must_use]
    pub const fn new(
        id: PlaceId,
        address: Private,
        secret: Option<Secret>,
        added: Moment,
        refuses_overwrites: bool,
    ) -> Self {
        Self { id, address, secret, added, refuses_overwrites, ext: Vec::new() }
    }

    /// A second copy, the secret included.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self {
            id: self.id,
            address: self.address.clone(),
            secret: self.secret.as_ref().map(Secret::duplicate),
            added: self.added,
            refuses_overwrites: self.refuses_overwrites,
            ext: self.ext.clone(),
        }
    }
}
