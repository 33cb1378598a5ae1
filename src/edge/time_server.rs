//! Servers of the web as clocks: each answer of theirs has a date in its head.

use std::sync::Arc;
use std::time::Duration;

use crate::edge::net::{Client, Errand, NetError};
use crate::ports::{Clock, TimeError, TimeServers, Told};

/// How long an answer may take. One that comes later says little of the time.
const ANSWER_LIMIT: Duration = Duration::from_secs(10);

/// Asks over HTTP, encrypted unless the server is this computer.
pub struct HttpTime {
    client: Client,
    clock: Arc<dyn Clock>,
}

impl HttpTime {
    /// What an answer is compared with is `clock`.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { client: Client::new(), clock }
    }
}

impl TimeServers for HttpTime {
    fn ask(&self, address: &str) -> Result<Told, TimeError> {
        let before = self.clock.now();
        let heard = self.client.date(&root_of(address), &Errand { time_limit: ANSWER_LIMIT, ..Errand::PLAIN });
        let after = self.clock.now();
        match heard {
            Ok(Some(date)) => Ok(Told { date, before, after }),
            Ok(None) => Err(TimeError::NoDate),
            Err(NetError::Insecure) => Err(TimeError::Insecure),
            Err(error) => Err(TimeError::Unreachable(error.to_string())),
        }
    }
}

/// The server of an address, as an address: whoever is asked for the time needs to hear no more of it. Encrypted unless the
/// address says otherwise.
fn root_of(address: &str) -> String {
    let (scheme, rest) = address.trim().split_once("://").unwrap_or(("https", address.trim()));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    format!("{scheme}://{host}/")
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::sync::Arc;
    use std::thread;

    use super::{HttpTime, root_of};
    use crate::edge::SystemClock;
    use crate::ports::{TimeError, TimeServers};

    /// A server of one answer; gives back what it was asked.
    fn serve(answer: &'static str) -> (String, thread::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://kim:hidden@{}/realm?x=y", listener.local_addr().unwrap());
        let served = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let (mut heard, mut piece) = (String::new(), [0; 4096]);
            while !heard.contains("\r\n\r\n") {
                let read = stream.read(&mut piece).unwrap();
                heard.push_str(&String::from_utf8_lossy(&piece[..read]));
            }
            stream.write_all(answer.as_bytes()).unwrap();
            heard
        });
        (address, served)
    }

    fn ask(address: &str) -> Result<String, TimeError> {
        HttpTime::new(Arc::new(SystemClock::new())).ask(address).map(|told| {
            assert!(told.after >= told.before);
            told.date
        })
    }

    #[test]
    fn any_answer_tells_the_time_also_one_that_sends_us_elsewhere() {
        for answer in [
            "HTTP/1.1 302 x\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nLocation: https://example.com/\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 401 x\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 9\r\n\r\n",
        ] {
            let (address, served) = serve(answer);
            assert_eq!(ask(&address).as_deref(), Ok("Sun, 06 Nov 1994 08:49:37 GMT"));
            let asked = served.join().unwrap();
            assert!(asked.starts_with("HEAD / HTTP/1.1\r\n"), "{asked}");
            assert!(
                !asked.contains("hidden") && !asked.contains("realm") && !asked.contains("uthorization"),
                "{asked}"
            );
        }
    }

    #[test]
    fn a_server_that_says_no_time_or_is_not_there_is_said_so() {
        let (address, _served) = serve("HTTP/1.1 200 x\r\nContent-Length: 0\r\n\r\n");
        assert_eq!(ask(&address), Err(TimeError::NoDate));
        assert_eq!(ask("http://login.example.com"), Err(TimeError::Insecure));
        assert!(matches!(ask("http://127.0.0.1:1"), Err(TimeError::Unreachable(_))));
    }

    #[test]
    fn of_an_address_only_the_server_is_asked() {
        assert_eq!(root_of("login.example.com"), "https://login.example.com/");
        assert_eq!(root_of(" https://kim@cloud.example.com:8443/dav/kim?x#y "), "https://cloud.example.com:8443/");
    }
}
