//! The readiness list: place, key store, backups and kit, each looked at for real, each with what repairs it. The wizard,
//! the screen of the backups, `pulih backup status` and `pulih doctor` say the same because they ask here.

use std::path::PathBuf;

use crate::backup::{KitState, Offered, PlaceAddress, Status};
use crate::moment::Moment;
use crate::ops::at_home::at_home;
use crate::ops::backup::{BackupError, connect, current, offered_to_restore, probe, status};
use crate::ops::doctor::{self, Check, Health};
use crate::ops::{Session, World};
use crate::ports::Trip;
use crate::secret::Secret;
use crate::text::{Explain, Text};

/// A place with less room than this will soon take no backup: several hundred backups of an ordinary vault.
const LEAST_ROOM: u64 = 16 * 1024 * 1024;

/// A line of the list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Ready {
    /// What was looked at.
    pub item: Item,
    /// How it stands.
    pub state: Health,
    /// What was found.
    pub what: Text,
    /// What repairs it, where something is to be repaired here.
    pub repair: Option<Repair>,
    /// What helps, in a sentence.
    pub fix: Option<Text>,
    /// A folder in which backups were found, to restore from.
    pub found: Option<PathBuf>,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Item {
    /// Backups are on, and the last good one is young.
    Backups,
    /// The computer's key store answers.
    KeyStore,
    /// The recovery words are known to be kept.
    Kit,
    /// Where the backups lie can be written, read, and has room.
    Place,
}

/// What repairs a line. Each is a deed of both faces.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Repair {
    /// Back up now.
    BackUp,
    /// Type the recovery password again.
    Drill,
    /// Make the page of the words.
    Kit,
    /// Unlock or install the key store: outside of this program.
    KeyStore,
    /// Set backups up, or choose another place for them.
    SetUp,
    /// Read the newest backup back.
    Verify,
    /// Make recovery words and their page.
    Words,
}

impl Item {
    /// The name as JSON writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Backups => "backups",
            Self::KeyStore => "key-store",
            Self::Kit => "kit",
            Self::Place => "place",
        }
    }

    /// What a person calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Backups => "ready-backups",
            Self::KeyStore => "ready-key-store",
            Self::Kit => "ready-kit",
            Self::Place => "ready-place",
        }
    }
}

impl Repair {
    /// Whether this program does it itself.
    #[must_use]
    pub const fn is_here(self) -> bool {
        !matches!(self, Self::KeyStore)
    }

    /// What is said of it where Enter does it.
    #[must_use]
    pub const fn enter(self) -> &'static str {
        match self {
            Self::BackUp => "ready-enter-back-up",
            Self::Drill => "ready-enter-drill",
            Self::Kit | Self::Words => "ready-enter-kit",
            Self::KeyStore => "doctor-fix-key-store-absent",
            Self::SetUp => "ready-enter-set-up",
            Self::Verify => "ready-enter-verify",
        }
    }

    /// What is said of it, with the command that does it.
    #[must_use]
    pub const fn text(self) -> Text {
        Text::new(match self {
            Self::BackUp => "ready-fix-back-up",
            Self::Drill => "ready-fix-drill",
            Self::Kit => "ready-fix-kit",
            Self::KeyStore => "doctor-fix-key-store-absent",
            Self::SetUp => "ready-fix-set-up",
            Self::Verify => "ready-fix-verify",
            Self::Words => "ready-fix-words",
        })
    }
}

/// What is to be looked at, taken from a session so that a worker can look.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "one is made when a screen opens, and moves into a box at once")]
pub enum Checkup {
    /// A vault is open.
    Open {
        /// How its backups stand.
        status: Status,
        /// Where they lie, and what opens the place.
        place: Option<Result<(PlaceAddress, Option<Secret>), BackupError>>,
        /// When this was.
        now: Moment,
        /// Whether the place is tried with a file of its own, and not only looked into.
        is_probing: bool,
    },
    /// No vault is open: what is there to restore from is looked for.
    NoVault,
}

impl Checkup {
    /// Of an open vault.
    ///
    /// # Errors
    /// [`BackupError::Records`].
    pub fn of(session: &Session, now: Moment) -> Result<Self, BackupError> {
        let set = current(session)?;
        let status = status(session, set.as_ref(), now);
        let places = session.vault().places()?;
        let place = set.map(|set| {
            let known = places.iter().find(|place| Some(place.id) == set.place).ok_or(BackupError::NotSetUp)?;
            let address = PlaceAddress::parse(&known.address).map_err(|_| BackupError::NotSetUp)?;
            Ok((address, known.secret.as_ref().map(Secret::duplicate)))
        });
        Ok(Self::Open { status, place, now, is_probing: false })
    }

    /// The same, and the place is tried with a file that is removed again: a place that only looks writable is not.
    #[must_use]
    pub fn probing(self) -> Self {
        match self {
            Self::Open { status, place, now, .. } => Self::Open { status, place, now, is_probing: true },
            Self::NoVault => Self::NoVault,
        }
    }

    /// Looks. Slow, for a place may be far away: run it on a worker.
    #[must_use]
    pub fn run(self, world: &World, trip: &Trip<'_>) -> Vec<Ready> {
        match self {
            Self::NoVault => {
                let mut list = found(world);
                list.push(key_store(world));
                list.push(told(Item::Backups, Text::new("ready-backups-new"), "ready-backups-new-fix"));
                list
            }
            Self::Open { status, place, now, is_probing } => {
                let place = match place {
                    None => bad(Item::Place, Text::new("ready-place-none"), Repair::SetUp),
                    Some(Err(error)) => bad(Item::Place, error.what(), Repair::SetUp),
                    Some(Ok((address, secret))) => place_of(world, &address, secret.as_ref(), is_probing, trip),
                };
                vec![place, key_store(world), backups(&status, now), kit(status.kit, status.is_on)]
            }
        }
    }
}

/// The list as the doctor says things.
#[must_use]
pub fn as_checks(list: &[Ready]) -> Vec<Check> {
    let check = |ready: &Ready| Check {
        name: ready.item.name(),
        state: ready.state,
        what: ready.what.clone(),
        repair: ready.fix.clone(),
    };
    list.iter().map(check).collect()
}

fn good(item: Item, what: Text) -> Ready {
    Ready { item, state: Health::Good, what, repair: None, fix: None, found: None }
}

fn fair(item: Item, what: Text, repair: Repair) -> Ready {
    Ready { item, state: Health::Fair, what, repair: Some(repair), fix: Some(repair.text()), found: None }
}

/// What nothing here repairs.
fn told(item: Item, what: Text, fix: &'static str) -> Ready {
    Ready { item, state: Health::Fair, what, repair: None, fix: Some(Text::new(fix)), found: None }
}

fn bad(item: Item, what: Text, repair: Repair) -> Ready {
    Ready { state: Health::Bad, ..fair(item, what, repair) }
}

/// Looked into, or tried with a file of its own, which is removed again.
fn place_of(
    world: &World,
    address: &PlaceAddress,
    secret: Option<&Secret>,
    is_probing: bool,
    trip: &Trip<'_>,
) -> Ready {
    let place = connect(world, address, secret).map_err(BackupError::from);
    let looked = place.and_then(|place| match is_probing {
        true => probe(&*place, &*world.entropy, trip).map(drop),
        false => place.list(trip).map(drop).map_err(BackupError::from),
    });
    if let Err(error) = looked {
        // The place says what helps: a disk that is not connected needs no new set-up.
        return Ready { repair: None, fix: error.fix(), ..bad(Item::Place, error.what(), Repair::SetUp) };
    }
    let said = |id: &'static str| Text::new(id).word("place", address.to_string());
    let room = match address {
        PlaceAddress::Folder(folder) => world.files.room(&at_home(world, folder)),
        PlaceAddress::S3(_) | PlaceAddress::WebDav(_) => None,
    };
    let (with_room, without) = match is_probing {
        true => ("ready-place-room", "ready-place-good"),
        false => ("ready-place-answers-room", "ready-place-answers"),
    };
    match room {
        Some(room) if room < LEAST_ROOM => {
            bad(Item::Place, said("ready-place-full").number("mib", room >> 20), Repair::SetUp)
        }
        Some(room) => good(Item::Place, said(with_room).number("mib", room >> 20)),
        None => good(Item::Place, said(without)),
    }
}

/// Backups that lie in folders which cloud services keep in step on this computer.
fn found(world: &World) -> Vec<Ready> {
    let offers = offered_to_restore(world);
    let line = |(offer, count): &(Offered, usize)| {
        let folder = offer.folder.to_string_lossy().into_owned();
        let what = Text::new("ready-place-found").word("service", offer.service.name()).word("folder", folder);
        Ready { found: Some(offer.folder.clone()), ..good(Item::Place, what.number("count", *count)) }
    };
    let mut list: Vec<Ready> = offers.iter().filter(|(_, count)| *count > 0).map(line).collect();
    if list.is_empty() {
        let what = match offers.first() {
            Some((offer, _)) => Text::new("ready-place-without").word("service", offer.service.name()),
            None => Text::new("ready-place-unknown"),
        };
        list.push(told(Item::Place, what, "ready-place-fix"));
    }
    list
}

/// Whether the key store answers, as the doctor finds it. It is only a help, so that nothing of this is bad.
fn key_store(world: &World) -> Ready {
    let Check { state, what, repair, .. } = doctor::key_store(world);
    let deed = (state != Health::Good).then_some(Repair::KeyStore);
    Ready { item: Item::KeyStore, state, what, repair: deed, fix: repair, found: None }
}

fn backups(status: &Status, now: Moment) -> Ready {
    use crate::backup::Reminder;
    let has = |reminder| status.reminders.contains(&reminder);
    let age = |at: Moment| now.days_since(at);
    match status.last_verified {
        _ if !status.is_on => bad(Item::Backups, Text::new("ready-backups-off"), Repair::SetUp),
        None => bad(Item::Backups, Text::new("ready-backups-none"), Repair::BackUp),
        Some(at) => {
            let said = |id: &'static str| Text::new(id).number("days", age(at)).number("files", status.files);
            let text = said("ready-backups-age");
            if has(Reminder::BackUp) {
                fair(Item::Backups, said("ready-backups-due"), Repair::BackUp)
            } else if has(Reminder::Verify) {
                fair(Item::Backups, text, Repair::Verify)
            } else if has(Reminder::CheckPassword) {
                fair(Item::Backups, said("ready-backups-password"), Repair::Drill)
            } else {
                good(Item::Backups, text)
            }
        }
    }
}

fn kit(state: KitState, is_on: bool) -> Ready {
    match state {
        _ if !is_on => fair(Item::Kit, Text::new("ready-kit-later"), Repair::SetUp),
        KitState::NoWords => fair(Item::Kit, Text::new("ready-kit-no-words"), Repair::Words),
        KitState::NotSaved => fair(Item::Kit, Text::new("ready-kit-not-saved"), Repair::Kit),
        KitState::Saved(at) => good(Item::Kit, Text::new("ready-kit-saved").word("date", at.day())),
    }
}
