//! Places behind their port. A folder is a place by itself; servers come beside it.

mod folder;

use std::sync::Arc;

use crate::backup::PlaceAddress;
use crate::ports::{Clock, Files, Place, PlaceError, Places};
use crate::secret::Secret;

pub use folder::FolderPlace;

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
    fn open(&self, address: &PlaceAddress, _secret: Option<&Secret>) -> Result<Arc<dyn Place>, PlaceError> {
        match address {
            PlaceAddress::Folder(path) => {
                Ok(Arc::new(FolderPlace::new(self.files.clone(), self.clock.clone(), path.clone())))
            }
            PlaceAddress::S3(_) | PlaceAddress::WebDav(_) => Err(PlaceError::NotHere),
        }
    }
}
