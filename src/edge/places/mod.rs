//! Places behind their port. A folder is a place by itself; servers come beside it.

mod folder;
#[cfg(feature = "remote")]
mod server;

use std::sync::Arc;

use crate::backup::PlaceAddress;
use crate::ports::{Clock, Files, Place, PlaceError, Places};
use crate::secret::Secret;

pub use folder::FolderPlace;
#[cfg(feature = "remote")]
pub use server::{Patience, ServerPlace};

/// All kinds of places that this build can reach.
pub struct ReachablePlaces {
    files: Arc<dyn Files>,
    clock: Arc<dyn Clock>,
}

impl ReachablePlaces {
    /// Places whose folders are reached through `files`.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, clock: Arc<dyn Clock>) -> Self {
        Self { files, clock }
    }
}

impl Places for ReachablePlaces {
    fn open(&self, address: &PlaceAddress, secret: Option<&Secret>) -> Result<Arc<dyn Place>, PlaceError> {
        match address {
            PlaceAddress::Folder(path) => {
                Ok(Arc::new(FolderPlace::new(self.files.clone(), self.clock.clone(), path.clone())))
            }
            PlaceAddress::S3(_) | PlaceAddress::WebDav(_) => server(address, secret),
        }
    }
}

#[cfg(feature = "remote")]
fn server(address: &PlaceAddress, secret: Option<&Secret>) -> Result<Arc<dyn Place>, PlaceError> {
    use crate::edge::net::Client;
    match ServerPlace::new(address, secret, Client::new(), Patience::default()) {
        Some(place) => Ok(Arc::new(place)),
        None => Err(PlaceError::NotHere),
    }
}

#[cfg(not(feature = "remote"))]
fn server(_address: &PlaceAddress, _secret: Option<&Secret>) -> Result<Arc<dyn Place>, PlaceError> {
    Err(PlaceError::NotHere)
}
