//! The suite of all places over servers that others wrote, where the live suite has started some.

use pulih::backup::PlaceAddress;
use pulih::edge::{Patience, ServerPlace, SystemEntropy, net::Client};
use pulih::ops::backup::probe;
use pulih::ports::{Place, PlaceError, Trip};
use pulih::secret::Secret;

use crate::places::{conforms, conforms_but_overwrites};

/// One server a line: what it is called, an address, what opens it; the address names a folder that is not there.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test is not the program: it may read its own environment")]
fn servers_of_others_conform() {
    let Some(servers) = std::env::var_os("PULIH_TEST_PLACES") else {
        return println!("skipped: places: PULIH_TEST_PLACES names no servers");
    };
    let servers = servers.into_string().unwrap();
    let servers: Vec<&str> = servers.lines().filter(|line| !line.is_empty()).collect();
    assert!(!servers.is_empty(), "no servers are named");
    for server in servers {
        let [name, address, secret] = server.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{server}") };
        let place = place(address, secret);
        let probed = probe(&place, &SystemEntropy, &Trip::PLAIN).unwrap();
        if probed.refuses_overwrites {
            conforms(&place)
        } else {
            conforms_but_overwrites(&place)
        }
        let wrong = self::place(address, "not-the-password");
        let refused = wrong.list(&Trip::PLAIN);
        // A stand-in for S3 does not look at signatures.
        assert!(refused == Err(PlaceError::WrongSecret) || name == "moto", "{name}: {refused:?}");
        println!("checked: places: {name} conforms, refuses to overwrite: {}", probed.refuses_overwrites);
    }
}

fn place(address: &str, secret: &str) -> ServerPlace {
    let secret = Secret::copied(secret.as_bytes());
    let address = PlaceAddress::parse(address).unwrap();
    ServerPlace::new(&address, Some(&secret), Client::new(), Patience::default()).unwrap()
}
