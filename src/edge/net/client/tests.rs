//! The client against servers of one answer, byte by byte.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ureq::http::{Method, Request};

use super::{Client, shown};
use crate::edge::net::{Errand, NetError};

/// A server that reads one request, answers as told and goes. Gives back what it was asked.
fn serve(answer: &'static [u8]) -> (String, JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/place?key=hidden", listener.local_addr().unwrap());
    let served = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let asked = heard(&mut stream);
        stream.write_all(answer).unwrap();
        asked
    });
    (address, served)
}

fn heard(stream: &mut TcpStream) -> Vec<u8> {
    let (mut heard, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let text = String::from_utf8_lossy(&heard).to_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap_or("0");
            if body.len() >= length.parse().unwrap() {
                return heard;
            }
        }
        let read = stream.read(&mut piece).unwrap();
        assert!(read > 0, "the request ends early");
        heard.extend_from_slice(&piece[..read]);
    }
}

fn ask(address: &str, errand: &Errand<'_>) -> Result<Vec<u8>, NetError> {
    let request = Request::builder().uri(address).body(Vec::new()).unwrap();
    Client::new().send(request, errand).map(|answer| answer.into_body())
}

const FIVE: Errand<'static> = Errand { most: 5, ..Errand::PLAIN };

#[test]
fn an_answer_is_brought_whole_whatever_its_status_is() {
    let (address, _served) = serve(b"HTTP/1.1 418 x\r\nContent-Length: 5\r\n\r\nteaup");
    let answer = Client::new().send(Request::builder().uri(address).body(Vec::new()).unwrap(), &FIVE).unwrap();
    assert_eq!((answer.status().as_u16(), answer.body().as_slice()), (418, b"teaup".as_slice()));
}

#[test]
fn what_is_asked_says_who_asks_and_how_much_it_brings_and_takes_any_method() {
    let (address, served) = serve(b"HTTP/1.1 207 x\r\nContent-Length: 0\r\n\r\n");
    let method = Method::from_bytes(b"PROPFIND").unwrap();
    let request = Request::builder().method(method).uri(address).body(b"<all/>".to_vec()).unwrap();
    Client::new().send(request, &FIVE).unwrap();
    let asked = String::from_utf8(served.join().unwrap()).unwrap().to_lowercase();
    assert!(asked.starts_with("propfind /place?key=hidden http/1.1\r\n"), "{asked}");
    assert!(asked.contains("user-agent: pulih\r\n") && asked.contains("content-length: 6\r\n"), "{asked}");
    assert!(asked.ends_with("<all/>") && !asked.contains("transfer-encoding"), "{asked}");
}

#[test]
fn a_body_beyond_the_bound_is_refused_or_cut_whether_it_was_announced_or_not() {
    let announced: &[u8] = b"HTTP/1.1 200 x\r\nContent-Length: 6\r\n\r\n123456";
    let silent: &[u8] = b"HTTP/1.1 200 x\r\nConnection: close\r\n\r\n123456";
    for answer in [announced, silent] {
        let (address, _served) = serve(answer);
        assert_eq!(ask(&address, &FIVE), Err(NetError::TooLarge));
        let (address, _served) = serve(answer);
        assert_eq!(ask(&address, &Errand { is_cut: true, ..FIVE }), Ok(b"12345".to_vec()));
    }
}

#[test]
fn a_redirect_is_told_with_both_addresses_and_without_what_may_be_secret() {
    let (address, _served) =
        serve(b"HTTP/1.1 302 x\r\nLocation: https://mira:pw@other.example.com/x?token=1\r\nContent-Length: 0\r\n\r\n");
    let Err(NetError::Redirected { from, to }) = ask(&address, &FIVE) else { panic!("not told") };
    assert!(from.ends_with("/place"), "{from}");
    assert_eq!(to, "https://other.example.com/x");
    assert_eq!(shown("/elsewhere#part"), "/elsewhere");
}

#[test]
fn a_broken_body_a_silent_server_and_nobody_at_all_are_told_apart() {
    let (address, _served) = serve(b"HTTP/1.1 200 x\r\nContent-Length: 5\r\n\r\n123");
    assert_eq!(ask(&address, &FIVE), Err(NetError::CutShort));
    let (address, _served) = serve(b"what?\r\n\r\n");
    assert!(matches!(ask(&address, &FIVE), Err(NetError::NotUnderstood(_))));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let brief = Errand { time_limit: Duration::from_millis(50), ..FIVE };
    assert_eq!(ask(&address, &brief), Err(NetError::TimedOut));
    // Nobody has listened at this port for decades.
    assert!(matches!(ask("http://127.0.0.1:1/", &FIVE), Err(NetError::Unreachable(_))));
}

#[test]
fn nothing_is_asked_without_encryption_except_of_this_computer() {
    assert_eq!(ask("http://example.com/", &FIVE), Err(NetError::Insecure));
    assert_eq!(ask("ftp://localhost/", &FIVE), Err(NetError::Insecure));
}

#[test]
fn what_was_called_off_is_called_off_and_a_body_is_told_as_it_goes() {
    let (address, _served) = serve(b"HTTP/1.1 200 x\r\nContent-Length: 5\r\n\r\n12345");
    assert_eq!(ask(&address, &Errand { is_cancelled: &|| true, ..FIVE }), Err(NetError::Cancelled));
    let told = std::sync::Mutex::new(Vec::new());
    let progress = |done, of| told.lock().unwrap().push((done, of));
    let (address, _served) = serve(b"HTTP/1.1 200 x\r\nContent-Length: 5\r\n\r\n12345");
    ask(&address, &Errand { progress: &progress, ..FIVE }).unwrap();
    assert_eq!(told.lock().unwrap().last(), Some(&(5, 5)));
}
