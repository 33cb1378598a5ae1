//! Visits to the provider: a person who does as they are told, and a clock that goes on when somebody waits.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pulih::edge::{SystemEntropy, SystemProvider};
use pulih::moment::{Moment, Tick};
use pulih::ports::{Clock, Provider, ProviderError, Visit, VisitStep};
use pulih::provider::{Identity, Preset, ProviderSetup};

use crate::stand::{CLIENT, Stand, form};

/// The provider's clock.
struct Shared(Arc<AtomicI64>);

impl Clock for Shared {
    fn now(&self) -> Moment {
        Moment::from_unix_ms(self.0.load(Ordering::Relaxed))
    }

    fn tick(&self) -> Tick {
        Tick::default()
    }
}

/// What a person does.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Habit {
    /// Signs in.
    #[default]
    Answers,
    /// Calls it off when asked to do something.
    CallsOff,
    /// Has a browser that first opens a connection and says nothing on it, and asks for an icon.
    HasAChattyBrowser,
    /// Goes for coffee.
    IsAway,
}

/// What came of a visit.
pub struct Visited {
    pub identity: Result<Identity, ProviderError>,
    /// What the person was told.
    pub told: Vec<VisitStep>,
    /// What the browser was shown at the end.
    pub pages: Vec<String>,
}

pub fn setup(stand: &Stand) -> ProviderSetup {
    ProviderSetup {
        name: "test".to_owned(),
        preset: Preset::OpenId,
        issuer: stand.issuer(),
        client_id: CLIENT.to_owned(),
        client_secret: None,
        services: Vec::new(),
        second_factor_levels: Vec::new(),
    }
}

pub fn by_browser(stand: &Stand) -> Visited {
    visit(stand, &setup(stand), Habit::Answers, true)
}

pub fn by_code(stand: &Stand) -> Visited {
    visit(stand, &setup(stand), Habit::Answers, false)
}

pub fn visit(stand: &Stand, setup: &ProviderSetup, habit: Habit, is_by_browser: bool) -> Visited {
    let clock = stand.clock.clone();
    let pause = move |long: Duration| {
        clock.fetch_add(i64::try_from(long.as_millis()).unwrap(), Ordering::Relaxed);
        if is_by_browser && habit != Habit::IsAway {
            // The browser runs in real time.
            std::thread::sleep(Duration::from_millis(1));
        }
    };
    let edge = SystemProvider::new(Arc::new(Shared(stand.clock.clone())), Arc::new(SystemEntropy));
    let edge = edge.waiting(Arc::new(pause));
    let is_cancelled = AtomicBool::new(false);
    let (told, open) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    let tell = |step: VisitStep| {
        if habit == Habit::CallsOff {
            is_cancelled.store(true, Ordering::Relaxed);
        } else if let VisitStep::OpenBrowser { address, .. } = &step {
            open.lock().unwrap().extend(browse(address, habit));
        }
        told.lock().unwrap().push(step);
    };
    let visit =
        Visit { row_name: "kim@example.com", is_cancelled: &|| is_cancelled.load(Ordering::Relaxed), tell: &tell };
    let identity =
        if is_by_browser { edge.sign_in_by_browser(setup, &visit) } else { edge.sign_in_by_code(setup, &visit) };
    let pages = open.into_inner().unwrap().into_iter().map(read).collect();
    Visited { identity, told: told.into_inner().unwrap(), pages }
}

/// Opens the provider's page and follows it back. What comes then is read later: nobody listens yet.
fn browse(address: &str, habit: Habit) -> Vec<TcpStream> {
    if habit == Habit::IsAway {
        return Vec::new();
    }
    let answer = read(ask(address));
    let location = answer.lines().find_map(|line| line.strip_prefix("Location: ")).unwrap().to_owned();
    let mut open = Vec::new();
    if habit == Habit::HasAChattyBrowser {
        let host = location.trim_start_matches("http://").split('/').next().unwrap();
        open.push(TcpStream::connect(host).unwrap());
        open.push(ask(&format!("http://{host}/favicon.ico")));
    }
    open.push(ask(&location));
    open
}

fn ask(address: &str) -> TcpStream {
    let (host, target) = address.trim_start_matches("http://").split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    stream
        .write_all(format!("GET /{target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
        .unwrap();
    stream
}

fn read(mut stream: TcpStream) -> String {
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let mut text = String::new();
    // A connection that was never answered is reset when the listener goes.
    drop(stream.read_to_string(&mut text));
    text
}

/// The parameters of the address that the person was to open.
pub fn opened(visited: &Visited) -> std::collections::BTreeMap<String, String> {
    let address = visited.told.iter().find_map(|step| match step {
        VisitStep::OpenBrowser { address, .. } => Some(address.clone()),
        _ => None,
    });
    form(address.unwrap().split_once('?').unwrap().1)
}
