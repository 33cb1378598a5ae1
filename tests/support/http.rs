//! A small server of HTTP on loopback, for tests: one handler answers everything, and may answer as no server should.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A request, whole.
pub struct Request {
    /// The method.
    pub method: String,
    /// The path, decoded.
    pub path: String,
    /// What stands behind the question mark.
    pub query: String,
    headers: BTreeMap<String, String>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// A header, by its name in small letters; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }
}

/// An answer, and in which manner it is given.
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    pub manner: Manner,
}

/// In which manner an answer is given.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Manner {
    /// As it should be.
    Whole,
    /// Half of the body, then nothing more.
    Half,
    /// Nothing, and the connection ends.
    Gone,
    /// Nothing, for longer than anybody waits.
    Never,
}

impl Reply {
    pub fn new(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new(), manner: Manner::Whole }
    }

    pub fn body(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..Self::new(status) }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// A server that answers until it is dropped.
pub struct Server {
    address: SocketAddr,
    is_over: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// Answers every request by `handler`, each connection in a thread of its own.
    pub fn start(handler: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let is_over = Arc::new(AtomicBool::new(false));
        let (handler, over) = (Arc::new(handler), is_over.clone());
        let listening = thread::spawn(move || {
            for stream in listener.incoming() {
                if over.load(Ordering::Relaxed) {
                    return;
                }
                let (Ok(stream), handler, over) = (stream, handler.clone(), over.clone()) else { continue };
                thread::spawn(move || converse(&stream, &*handler, &over));
            }
        });
        Self { address, is_over, listening: Some(listening) }
    }

    /// Host and port.
    pub fn host(&self) -> String {
        self.address.to_string()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        // Wakes the one who listens.
        drop(TcpStream::connect(self.address));
        if let Some(listening) = self.listening.take() {
            drop(listening.join());
        }
    }
}

fn converse(stream: &TcpStream, handler: &dyn Fn(&Request) -> Reply, over: &AtomicBool) {
    stream.set_nodelay(true).unwrap();
    let mut reader = BufReader::new(stream);
    while let Some(request) = heard(&mut reader) {
        let reply = handler(&request);
        if reply.manner == Manner::Gone {
            return;
        }
        if reply.manner == Manner::Never {
            while !over.load(Ordering::Relaxed) {
                thread::sleep(Duration::from_millis(10));
            }
            return;
        }
        // Who asked may have gone; that is no matter of the server's.
        if said(stream, &reply, request.method == "HEAD").is_err() || reply.manner == Manner::Half {
            return;
        }
    }
}

fn heard(reader: &mut BufReader<&TcpStream>) -> Option<Request> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next()?, words.next()?);
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned();
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let mut request = Request { method, path, query: query.to_owned(), headers, body: Vec::new() };
    request.body.resize(request.header("content-length").parse().unwrap_or(0), 0);
    reader.read_exact(&mut request.body).ok()?;
    Some(request)
}

fn said(mut stream: &TcpStream, reply: &Reply, is_head: bool) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {} x\r\nContent-Length: {}\r\n", reply.status, reply.body.len());
    for (name, value) in &reply.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let body = match reply.manner {
        _ if is_head => &[],
        Manner::Half => &reply.body[..reply.body.len() / 2],
        _ => reply.body.as_slice(),
    };
    stream.write_all(format!("{head}\r\n").as_bytes())?;
    stream.write_all(body)
}

/// What the first of a request's bytes are asked for: `bytes=0-63` is 64.
pub fn wanted_start(request: &Request) -> Option<usize> {
    let last = request.header("range").strip_prefix("bytes=0-")?;
    last.parse::<usize>().ok().map(|last| last + 1)
}

/// A file, or the start of it.
pub fn file(request: &Request, bytes: &[u8]) -> Reply {
    match wanted_start(request) {
        Some(_) if bytes.is_empty() => Reply::new(416),
        Some(most) => {
            let start = &bytes[..most.min(bytes.len())];
            Reply::body(206, start).with("Content-Range", format!("bytes 0-{}/{}", start.len() - 1, bytes.len()))
        }
        None => Reply::body(200, bytes),
    }
}
