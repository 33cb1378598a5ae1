//! The clock against a server: who can be asked, and what the answer means.

use crate::backup::{PlaceAddress, is_loopback};
use crate::config::{Config, LARGEST_CORRECTION};
use crate::ops::{Session, World};
use crate::ports::TimeError;
use crate::signin::{Offset, ServerTime, http_date};

/// How many are offered at most: one is enough, and a second for the case that it does not answer.
const OFFERED: usize = 3;

/// The servers that this vault and these settings know already, as addresses: those of sign-in providers, then those of
/// backups. Nobody else need be asked, and none of them is without the person's word.
#[must_use]
pub fn servers(session: &Session, config: &Config) -> Vec<String> {
    let providers = config.providers.iter().filter_map(|provider| server_of(&provider.issuer));
    // Places that cannot be read are complained of where backups are.
    let places = session.vault().places().unwrap_or_default();
    let places = places.iter().filter_map(|place| {
        let address = PlaceAddress::parse(&place.address).ok()?;
        let remote = address.remote()?;
        server_of(&format!("{}://{}", if remote.is_encrypted { "https" } else { "http" }, remote.host))
    });
    let mut all: Vec<String> = Vec::new();
    for server in providers.chain(places) {
        if !all.contains(&server) {
            all.push(server);
        }
    }
    all.truncate(OFFERED);
    all
}

/// The server of an address, where it is one that may be asked.
fn server_of(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    let may_be = scheme == "https" || (scheme == "http" && is_loopback(host));
    may_be.then(|| format!("{scheme}://{host}"))
}

/// Asks a server for the time. Blocks; the person said which one.
///
/// # Errors
/// [`TimeError`].
pub fn ask(world: &World, server: &str) -> Result<ServerTime, TimeError> {
    let told = world.time.ask(server)?;
    let date = http_date(&told.date).ok_or(TimeError::NoDate)?;
    Ok(ServerTime { date, before: told.before, after: told.after })
}

/// The correction that makes up for an offset that was found while `present` seconds are corrected already; the most that
/// there is, where that is beyond it.
#[must_use]
pub fn correction(present: i32, offset: Offset) -> i32 {
    let most = i64::from(LARGEST_CORRECTION);
    let wanted = i64::from(present).saturating_add(offset.seconds).clamp(-most, most);
    i32::try_from(wanted).unwrap_or(present)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{ask, correction, server_of, servers};
    use crate::backup::{KnownPlace, PlaceId};
    use crate::config::Config;
    use crate::ops::Session;
    use crate::ops::testing::{NOW, Ring, world};
    use crate::ports::{TimeError, TimeServers, Told, World};
    use crate::secret::Passphrase;
    use crate::signin::Offset;
    use crate::vault::{KdfParams, OpenVault};

    struct Says(&'static str);

    impl TimeServers for Says {
        fn ask(&self, _address: &str) -> Result<Told, TimeError> {
            Ok(Told { date: self.0.to_owned(), before: NOW, after: NOW })
        }
    }

    fn saying(date: &'static str) -> World {
        World { time: Arc::new(Says(date)), ..world(NOW, Arc::new(Ring::default())) }
    }

    #[test]
    fn the_date_of_a_server_is_compared_with_the_clock() {
        let told = ask(&saying("Fri, 15 Jan 2027 08:01:30 GMT"), "https://login.example.com").unwrap();
        let offset = Offset::of_server(told.date, told.before, told.after).unwrap();
        assert_eq!((offset.seconds, offset.matters()), (91, true));
        assert_eq!(ask(&saying("yesterday"), "https://login.example.com"), Err(TimeError::NoDate));
        assert_eq!(ask(&world(NOW, Arc::new(Ring::default())), "x"), Err(TimeError::NotHere));
    }

    #[test]
    fn a_correction_adds_up_and_has_its_ends() {
        let off = |seconds| Offset { seconds, within: 1 };
        assert_eq!((correction(0, off(90)), correction(90, off(-100))), (90, -10));
        assert_eq!(correction(172_000, off(172_000)), 172_800);
        assert_eq!(correction(-172_000, off(i64::MIN)), -172_800);
    }

    #[test]
    fn only_servers_that_are_known_and_encrypted_are_offered_each_once() {
        let world = world(NOW, Arc::new(Ring::default()));
        let passphrase = Passphrase::parse("four words like these").unwrap();
        let vault = OpenVault::create(&passphrase, KdfParams::LEAST, NOW, &*world.entropy).unwrap();
        let mut session = Session::in_memory(vault);
        let place = |number, address: &str| KnownPlace::new(PlaceId([number; 16]), address.into(), None, NOW, false);
        let places = [
            place(1, "/home/kim/Backups"),
            place(2, "webdav+https://kim@cloud.example.com/dav"),
            place(3, "s3://key@login.example.com/bucket"),
        ];
        session.vault_mut().set_places(&places).unwrap();
        let text = "[providers.work]\nkind = \"openid\"\nclient-id = \"x\"\nissuer = \"https://login.example.com/realms/a\"\n\
                    accounts = [\"Contoso\"]\n";
        let (config, complaints) = Config::read(text);
        assert_eq!(complaints, []);
        assert_eq!(servers(&session, &config), ["https://login.example.com", "https://cloud.example.com"]);
        assert_eq!(servers(&session, &Config::default()).len(), 2, "those of backups");
        assert_eq!(server_of("http://login.example.com/"), None);
        assert_eq!(server_of("http://127.0.0.1:8080/x").as_deref(), Some("http://127.0.0.1:8080"));
    }
}
