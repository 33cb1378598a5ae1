//! The person at a provider that runs in the test, and a browser that only notes what it was to open.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::stand::Stand;

/// Longer than anything here takes on the slowest machine; only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(120);

/// The client and the settings of a provider that signs in these services' accounts, one table for each.
pub fn settings(issuer: &str, client: &str, services: &[&str]) -> String {
    let table = |service: &&str| {
        format!(
            "[providers.\"{service}\"]\nkind = \"openid\"\nclient-id = \"{client}\"\nissuer = \"{issuer}\"\naccounts = [\"{service}\"]\n"
        )
    };
    services.iter().map(table).collect()
}

/// The provider's clock is set to that of this computer: the program that asks has no other.
pub fn set_clock(stand: &Stand) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
    stand.clock.store(i64::try_from(now).unwrap(), std::sync::atomic::Ordering::Relaxed);
}

/// Puts a browser into a folder: what it is to open stands in the file `opened` beside it.
pub fn browser(folder: &Path) {
    let script = "#!/bin/sh\nprintf '%s' \"$1\" >\"$0.part\" && /bin/mv \"$0.part\" \"${0%/*}/opened\"\n";
    // Written as another file and moved, so that a neighbour's child never holds it open for writing.
    let (part, whole) = (folder.join("xdg-open.new"), folder.join("xdg-open"));
    std::fs::write(&part, script).unwrap();
    std::fs::set_permissions(&part, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    std::fs::rename(part, whole).unwrap();
}

/// Waits for what the browser is to open.
pub fn opened(folder: &Path) -> String {
    let (file, start) = (folder.join("opened"), Instant::now());
    loop {
        if let Ok(address) = std::fs::read_to_string(&file) {
            std::fs::remove_file(file).unwrap();
            return address;
        }
        assert!(start.elapsed() < PATIENCE, "no browser was opened");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Opens the provider's page as a browser does, and follows it back to the program. Gives what the person sees then.
pub fn follow(address: &str) -> String {
    let answer = read(address);
    let back = answer.lines().find_map(|line| line.strip_prefix("Location: ")).unwrap();
    read(back)
}

fn read(address: &str) -> String {
    let (host, target) = address.trim_start_matches("http://").split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let request = format!("GET /{target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut text = String::new();
    // The program's listener may go as soon as it has answered.
    drop(stream.read_to_string(&mut text));
    text
}
