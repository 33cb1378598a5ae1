//! Backups as a whole: how files are called, what a listing shows, which are kept, what would come back. Pure; the bytes
//! are `vault`'s, and what acts is in `ops`.

mod address;
mod listing;
mod locator;
mod names;
mod offered;
mod outlook;
mod retention;
mod set_name;
mod status;

pub use address::{AddressError, Bucket, PlaceAddress, Remote, is_loopback};
pub use listing::{Fit, Listed, Unlisted, newest_first};
pub use locator::Locator;
pub use names::FileName;
pub use offered::{Offered, Search, Service, searches};
pub use outlook::{LeftOut, Outlook};
pub use retention::{Kept, to_remove};
pub use set_name::set_name;
pub use status::{KitState, Level, Reminder, Status, ago};

pub use crate::vault::backup::*;
