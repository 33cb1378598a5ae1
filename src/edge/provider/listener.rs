//! The listener that the browser brings the provider's answer to: on 127.0.0.1 alone, at a port that the system chooses,
//! for one answer.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

use openidconnect::url::form_urlencoded;

use crate::ports::ProviderError;
use crate::text::Text;
use crate::words::{Catalog, Language};

/// The longest request that is read; browsers send long cookies for 127.0.0.1 that other programs have set.
const LONGEST: usize = 64 * 1024;

/// How many connections are kept open at once. Browsers open some in advance and say nothing on them.
const CALLERS: usize = 8;

/// How long the browser may take to accept the page.
const PAGE_LIMIT: Duration = Duration::from_secs(5);

/// Listens for one answer.
pub(super) struct Listener {
    listener: TcpListener,
    port: u16,
    callers: Vec<Caller>,
}

struct Caller {
    stream: TcpStream,
    heard: Vec<u8>,
}

/// The answer that the browser brought.
pub(super) struct Callback(Vec<(String, String)>);

impl Callback {
    /// The value of a parameter; one that comes twice has none.
    pub fn value(&self, name: &str) -> Option<&str> {
        let mut values = self.0.iter().filter(|(key, _)| key == name);
        values.next().filter(|_| values.next().is_none()).map(|(_, value)| value.as_str())
    }
}

impl Listener {
    /// Begins to listen.
    pub fn open() -> Result<Self, ProviderError> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|_| ProviderError::NoListener)?;
        listener.set_nonblocking(true).map_err(|_| ProviderError::NoListener)?;
        let port = listener.local_addr().map_err(|_| ProviderError::NoListener)?.port();
        Ok(Self { listener, port, callers: Vec::new() })
    }

    /// Where the browser is to come.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The answer, if it has come. Waits for nothing.
    pub fn heard(&mut self) -> Option<Callback> {
        while let Ok((stream, _)) = self.listener.accept() {
            if stream.set_nonblocking(true).is_ok() {
                self.callers.push(Caller { stream, heard: Vec::new() });
            }
            if self.callers.len() > CALLERS {
                self.callers.remove(0);
            }
        }
        let (mut at, mut found) = (0, None);
        while let Some(caller) = self.callers.get_mut(at) {
            match caller.listen() {
                Heard::Nothing => at += 1,
                Heard::Gone => drop(self.callers.remove(at)),
                Heard::Request => {
                    let caller = self.callers.remove(at);
                    found = found.or_else(|| caller.answer(self.port));
                }
            }
        }
        found
    }
}

/// What a look at a caller brought.
enum Heard {
    Gone,
    Nothing,
    Request,
}

impl Caller {
    fn listen(&mut self) -> Heard {
        let mut piece = [0; 4096];
        loop {
            match self.stream.read(&mut piece) {
                Ok(0) => return Heard::Gone,
                Ok(read) => self.heard.extend_from_slice(piece.get(..read).unwrap_or_default()),
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => return Heard::Nothing,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(_) => return Heard::Gone,
            }
            if self.heard.windows(4).any(|end| end == b"\r\n\r\n") {
                return Heard::Request;
            }
            if self.heard.len() > LONGEST {
                return Heard::Gone;
            }
        }
    }

    /// Answers a request: with the page, if it brings the provider's answer.
    fn answer(mut self, port: u16) -> Option<Callback> {
        let callback = callback(&String::from_utf8_lossy(&self.heard), port);
        let (status, page) = if callback.is_some() { ("200 OK", page()) } else { ("404 Not Found", String::new()) };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
             Referrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n",
            page.len()
        );
        // The browser may be gone by now; what it brought counts all the same.
        let _ = self.stream.set_nonblocking(false);
        let _ = self.stream.set_write_timeout(Some(PAGE_LIMIT));
        let _ = self.stream.write_all(head.as_bytes()).and_then(|()| self.stream.write_all(page.as_bytes()));
        callback
    }
}

/// The parameters of a request that brings an answer: to our path, under our own name, so that no page elsewhere has led
/// its own name here.
fn callback(request: &str, port: u16) -> Option<Callback> {
    let mut lines = request.split("\r\n");
    let target = lines.next()?.strip_prefix("GET /?")?.split(' ').next()?;
    let hosts: Vec<&str> = lines
        .filter_map(|line| line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("host")))
        .map(|(_, host)| host.trim())
        .collect();
    let values: Vec<(String, String)> = form_urlencoded::parse(target.as_bytes()).into_owned().collect();
    let is_ours = hosts == [format!("127.0.0.1:{port}").as_str()];
    (is_ours && values.iter().any(|(name, _)| name == "state")).then_some(Callback(values))
}

/// The page that the person sees at the end, in all three languages: nobody knows here which one is theirs.
fn page() -> String {
    let said = Language::ALL.map(|language| {
        let sentence = Catalog::new(language).say(&Text::new("provider-page"));
        format!("<p lang=\"{}\">{sentence}</p>", language.tag())
    });
    format!("<!DOCTYPE html><meta charset=\"utf-8\"><title>Pulih</title>{}", said.concat())
}

#[cfg(test)]
mod tests {
    use super::{callback, page};

    fn values(request: &str) -> Option<(Option<String>, Option<String>)> {
        let callback = callback(request, 4000)?;
        Some((callback.value("code").map(str::to_owned), callback.value("state").map(str::to_owned)))
    }

    #[test]
    fn an_answer_is_read_off_its_address() {
        let request = "GET /?code=a%2Fb&state=c HTTP/1.1\r\nHost: 127.0.0.1:4000\r\nCookie: x=y\r\n\r\n";
        assert_eq!(values(request), Some((Some("a/b".to_owned()), Some("c".to_owned()))));
    }

    #[test]
    fn a_parameter_that_comes_twice_counts_for_nothing() {
        let request = "GET /?code=a&code=b&state=c HTTP/1.1\r\nHost: 127.0.0.1:4000\r\n\r\n";
        assert_eq!(values(request), Some((None, Some("c".to_owned()))));
    }

    #[test]
    fn nothing_else_is_taken_for_an_answer() {
        for request in [
            "GET /favicon.ico HTTP/1.1\r\nHost: 127.0.0.1:4000\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1:4000\r\n\r\n",
            "GET /?code=a HTTP/1.1\r\nHost: 127.0.0.1:4000\r\n\r\n",
            "POST /?code=a&state=c HTTP/1.1\r\nHost: 127.0.0.1:4000\r\n\r\n",
            "GET /?code=a&state=c HTTP/1.1\r\nHost: evil.example.com:4000\r\n\r\n",
            "GET /?code=a&state=c HTTP/1.1\r\nHost: 127.0.0.1:4000\r\nHost: x\r\n\r\n",
            "GET /?code=a&state=c HTTP/1.1\r\n\r\n",
            "",
        ] {
            assert_eq!(values(request), None, "{request}");
        }
    }

    #[test]
    fn the_page_says_it_in_every_language_and_carries_nothing_from_outside() {
        let page = page();
        assert_eq!(page.matches("<p lang=").count(), 3, "{page}");
        assert!(!page.contains("<script") && !page.contains("http"));
    }
}
