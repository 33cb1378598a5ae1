//! How OpenDAL sends its requests: through our client, in the thread that asks, and with what the library leaves out.
//!
//! Conditions on WebDAV, the start of a file instead of a range, lists that the library would stumble over: all of that is
//! put right here, where every request and every answer passes.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use futures_core::Stream;
use opendal::{Buffer, Error, ErrorKind, HttpBody, HttpTransport, Result};
use ureq::http::{HeaderValue, Method, Request, Response, StatusCode, header};

use crate::edge::net::{Client, Errand, NetError};
use crate::edge::places::server::flight::{Flight, Heard};

/// The longest name that a list may give, in bytes; the library panics far beyond.
const NAME_MOST: usize = 4096;

/// Sends the requests of one operation.
pub struct Transport {
    /// What sends them.
    pub client: Client,
    /// The operation.
    pub flight: Arc<Flight>,
    /// Who asks, where that is said with each request.
    pub authorization: Option<HeaderValue>,
    /// Whether requests are signed, so that what is signed must not change here.
    pub is_signed: bool,
}

impl HttpTransport for Transport {
    async fn fetch(&self, request: Request<Buffer>) -> Result<Response<HttpBody>> {
        // Done when it returns: the thread that runs this has nothing else to do.
        let answer = self.sent(request).map_err(|error| {
            let told = Error::new(ErrorKind::Unexpected, error.to_string());
            self.flight.hear(Heard::Silence(error));
            told
        })?;
        let (parts, bytes) = answer.into_parts();
        Ok(Response::from_parts(parts, HttpBody::new(Whole(Some(Buffer::from(bytes))), None)))
    }
}

impl Transport {
    fn sent(&self, request: Request<Buffer>) -> std::result::Result<Response<Vec<u8>>, NetError> {
        let flight = &*self.flight;
        let (mut parts, body) = request.into_parts();
        self.complete(&parts.method, &mut parts.headers);
        let is_list = parts.method.as_str() == "PROPFIND"
            || parts.method == Method::GET && parts.uri.query().is_some_and(|query| query.contains("list-type="));
        let is_file = matches!(parts.method, Method::GET | Method::PUT) && !is_list;
        let brings_a_file = parts.method == Method::GET && !is_list;
        let progress = |done, of| {
            if is_file {
                flight.went(done, of);
            }
        };
        let errand = Errand {
            time_limit: flight.left(),
            most: flight.start.unwrap_or(flight.most),
            is_cut: flight.start.is_some(),
            is_cancelled: &|| flight.is_cancelled(),
            progress: &progress,
        };
        let mut answer = self.client.send(Request::from_parts(parts, body.to_vec()), &errand)?;
        if is_list && answer.status().is_success() && !is_list_to_read(answer.body()) {
            return Err(NetError::NotUnderstood("list".to_owned()));
        }
        let words = if answer.status().is_success() { String::new() } else { words(&answer) };
        flight.hear(Heard::Answer(answer.status().as_u16(), words));
        if brings_a_file {
            as_a_whole(&mut answer);
        }
        Ok(answer)
    }

    /// What the library does not say: who asks, how much is wanted, and that nothing is to be overwritten.
    fn complete(&self, method: &Method, headers: &mut header::HeaderMap) {
        if let Some(authorization) = &self.authorization {
            headers.insert(header::AUTHORIZATION, authorization.clone());
        }
        if method.as_str() == "MOVE" {
            headers.insert("overwrite", HeaderValue::from_static("F"));
        }
        // A signed request says so by itself.
        if *method == Method::PUT && self.flight.is_guarded() && !self.is_signed {
            headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static("*"));
        }
        let last = self.flight.start.and_then(|start| start.checked_sub(1));
        if let Some(last) = last.filter(|_| *method == Method::GET)
            && let Ok(range) = HeaderValue::try_from(format!("bytes=0-{last}"))
        {
            headers.insert(header::RANGE, range);
        }
    }
}

/// The start of a file looks like all of one to the library, which would miss the rest; and it wants to know the length
/// of what is there already. No byte of an empty file can be asked for, and that is an empty start.
fn as_a_whole(answer: &mut Response<Vec<u8>>) {
    if answer.status() == StatusCode::RANGE_NOT_SATISFIABLE {
        answer.body_mut().clear();
    } else if !answer.status().is_success() {
        return;
    }
    *answer.status_mut() = StatusCode::OK;
    let length = answer.body().len().into();
    answer.headers_mut().insert(header::CONTENT_LENGTH, length);
    answer.headers_mut().remove(header::CONTENT_RANGE);
}

/// Whether a list can be handed to the library: it panics at names of 64 KiB, and what hides one is refused with it.
fn is_list_to_read(body: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(body) else { return false };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let text = match text.strip_prefix("<?") {
        Some(rest) => rest.split_once("?>").map_or("", |(_, rest)| rest),
        None => text,
    };
    !text.contains("<!") && !text.contains("<?") && text.split(['<', '>']).all(|part| part.len() <= NAME_MOST)
}

/// What a refusal says, shortened; and the region that a bucket lies in, where that is why.
fn words(answer: &Response<Vec<u8>>) -> String {
    let region = answer.headers().get("x-amz-bucket-region").and_then(|region| region.to_str().ok());
    let region = region.map(|region| format!("<Region>{region}</Region>")).unwrap_or_default();
    let body = answer.body();
    format!("{region}{}", String::from_utf8_lossy(body.get(..body.len().min(NAME_MOST)).unwrap_or_default()))
}

/// A body that is there at once.
struct Whole(Option<Buffer>);

impl Stream for Whole {
    type Item = Result<Buffer>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().filter(|buffer| !buffer.is_empty()).map(Ok))
    }
}

/// Runs a future to its end in this thread.
pub fn wait_for<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

#[cfg(test)]
mod tests {
    use super::is_list_to_read;

    #[test]
    fn a_list_with_a_name_beyond_all_bounds_is_not_read_however_it_hides() {
        let long = "x".repeat(5_000);
        assert!(is_list_to_read(b"<?xml version=\"1.0\"?>\n<a><b>name</b></a>"));
        assert!(is_list_to_read(b""));
        for list in [format!("<a>{long}</a>"), "<a>x<!-- -->y</a>".to_owned(), "<a>x<?y?>z</a>".to_owned()] {
            assert!(!is_list_to_read(list.as_bytes()), "{list:.40}");
        }
        assert!(!is_list_to_read(b"\xff"));
    }
}
