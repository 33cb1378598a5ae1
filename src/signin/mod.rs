//! The way of an account back to its codes: its own password and contact, the provider's sign-in, a new key, a code that
//! the service accepted. Pure: what is to be opened, asked, read and kept is asked for, and done elsewhere.

mod clock;
mod day;
mod flow;
mod fresh_key;
mod list;
mod resync;
pub mod services;
mod talk;
#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;

pub use crate::asking::Round;
pub use clock::{ClockTrouble, Offset, RIGHT_ENOUGH, http_date};
pub use day::{DayTrouble, typed_day};
pub use flow::{Flow, Same, contacts};
pub use fresh_key::{FreshKey, FreshKeyError};
pub use list::{
    Item, Progress, Standing, ToDo, clear_done, end_waits, has_turn, is_untried, items, join, progress, standing, to_do,
};
pub use resync::{LOOK_AHEAD, ResyncError};
pub use talk::{Ask, ClockFound, Event, Keep, KeySource, NotConfirmed, NotOpened, ServerTime, Step, Way, host_of};
