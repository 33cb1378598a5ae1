//! logind over the system bus (org.freedesktop.login1). It is told once what is wanted, and then only listened to.

use std::collections::HashMap;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;

use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::{Message, Type};
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};

use crate::edge::os;
use crate::ports::{Absence, GuardState, Hold};

const SERVICE: &str = "org.freedesktop.login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const ROOT: &str = "/org/freedesktop/login1";

/// Calls `tell` for each sign of absence, until it answers that nobody listens. Returns where there is no service.
pub(in crate::edge) fn watch(tell: &dyn Fn(Absence) -> bool) {
    // Without a bus, or when it goes away, this sign is missing, like on a computer that does not give it.
    let _ = Bus::connect().and_then(|bus| bus.listen(tell));
}

/// Whether the service is there.
pub(in crate::edge) fn answers() -> GuardState {
    match Bus::connect().and_then(|bus| bus.has_service()) {
        Ok(true) => GuardState::Holds,
        Ok(false) | Err(_) => GuardState::NotHere,
    }
}

/// Where the system bus is (D-Bus specification, "Well-known Message Bus Instances"). Of an address only the form that it
/// has on Linux is understood, `unix:path=…`.
fn socket() -> PathBuf {
    let named = std::env::var("DBUS_SYSTEM_BUS_ADDRESS").ok();
    let path = named.as_deref().and_then(|named| named.strip_prefix("unix:path=")?.split([',', ';']).next());
    path.unwrap_or("/var/run/dbus/system_bus_socket").into()
}

/// The system bus.
struct Bus(Connection);

impl Bus {
    /// Connects by itself: the library would keep a thread for that, which wakes twice a second ever after.
    fn connect() -> zbus::Result<Self> {
        let stream = UnixStream::connect(socket()).map_err(|error| zbus::Error::InputOutput(error.into()))?;
        Builder::async_io_unix_stream(stream).build().map(Self)
    }

    fn has_service(&self) -> zbus::Result<bool> {
        self.of_the_bus("NameHasOwner", SERVICE)?.body().deserialize()
    }

    fn of_the_bus(&self, method: &str, about: &str) -> zbus::Result<Message> {
        self.0.call_method(
            Some("org.freedesktop.DBus"),
            "/org/freedesktop/DBus",
            Some("org.freedesktop.DBus"),
            method,
            &about,
        )
    }

    fn listen(&self, tell: &dyn Fn(Absence) -> bool) -> zbus::Result<()> {
        let messages = MessageIterator::from(&self.0);
        let from = format!("type='signal',sender='{SERVICE}'");
        let here = self.session().map(|session| format!(",path='{}'", session.as_str())).unwrap_or_default();
        // Only what makes a difference, so that nobody else's coming and going wakes the program.
        for rule in [
            format!("{from},interface='{MANAGER}',member='PrepareForSleep'"),
            format!("{from},interface='{SESSION}',member='Lock'{here}"),
            format!("{from},interface='{PROPERTIES}',member='PropertiesChanged',arg0='{SESSION}'{here}"),
        ] {
            self.of_the_bus("AddMatch", &rule)?;
        }
        let mut delay = self.delay();
        for message in messages {
            let absence = match self.heard(&message?) {
                Some(Heard::Locked) => Absence::SessionLocked,
                Some(Heard::Sleeps) => Absence::AboutToSleep(Hold::new(delay.take())),
                Some(Heard::Woke) => {
                    delay = self.delay();
                    Absence::HasSlept
                }
                None => continue,
            };
            if !tell(absence) {
                break;
            }
        }
        Ok(())
    }

    /// The session that this process runs in. A terminal that the desktop starts as a service runs in none: then the
    /// locking of any session of the same person counts.
    fn session(&self) -> Option<OwnedObjectPath> {
        let answer = self.0.call_method(Some(SERVICE), ROOT, Some(MANAGER), "GetSessionByPID", &std::process::id());
        answer.ok()?.body().deserialize().ok()
    }

    /// While the descriptor is open the computer waits a few seconds before it sleeps. Without it the lock may come
    /// only after waking up.
    fn delay(&self) -> Option<OwnedFd> {
        let (what, who, why, how) = ("sleep", "Pulih", "Locks the vault", "delay");
        let answer = self.0.call_method(Some(SERVICE), ROOT, Some(MANAGER), "Inhibit", &(what, who, why, how));
        answer.ok()?.body().deserialize().ok()
    }

    fn heard(&self, message: &Message) -> Option<Heard> {
        let header = message.header();
        if header.message_type() != Type::Signal {
            return None;
        }
        match (header.interface()?.as_str(), header.member()?.as_str()) {
            (MANAGER, "PrepareForSleep") => {
                Some(if message.body().deserialize().ok()? { Heard::Sleeps } else { Heard::Woke })
            }
            (SESSION, "Lock") => self.is_ours(header.path()?.as_str()).then_some(Heard::Locked),
            (PROPERTIES, "PropertiesChanged") => {
                // Desktops that lock by themselves tell of it here.
                let (of, now, _): (String, HashMap<String, OwnedValue>, Vec<String>) =
                    message.body().deserialize().ok()?;
                let is_locked = of == SESSION && now.get("LockedHint").is_some_and(|hint| **hint == true.into());
                (is_locked && self.is_ours(header.path()?.as_str())).then_some(Heard::Locked)
            }
            _ => None,
        }
    }

    /// Whether a session belongs to this person. Who cannot be asked is taken for ours: locking does no harm.
    fn is_ours(&self, session: &str) -> bool {
        let answer = self.0.call_method(Some(SERVICE), session, Some(PROPERTIES), "Get", &(SESSION, "User"));
        let user = answer.ok().and_then(|answer| answer.body().deserialize::<OwnedValue>().ok());
        let user = user.and_then(|user| <(u32, OwnedObjectPath)>::try_from(user).ok());
        user.is_none_or(|(number, _)| number == os::person())
    }
}

/// What was heard.
enum Heard {
    Locked,
    Sleeps,
    Woke,
}
