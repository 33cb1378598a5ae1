//! The client: TLS with the certificates that the computer trusts, time-outs, bounds, and no redirect that is followed.

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use ureq::http::{Method, Request, Response, Uri, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, SendBody};

use crate::backup::is_loopback;
use crate::edge::net::{Errand, NetError};

/// How long a connection may take to come about, within the limit of the whole.
const CONNECT_LIMIT: Duration = Duration::from_secs(15);
/// Bytes that are read or sent between two looks at whether somebody called it off.
const PIECE: usize = 32 * 1024;

/// How much is read of what a server says about its refusal.
const WORDS_MOST: u64 = 64 * 1024;

/// Sends requests. Cheap to clone; connections are kept for the next request.
#[derive(Clone)]
pub struct Client {
    /// To other computers, through the proxy that the environment names.
    away: Agent,
    /// To this computer: through nothing.
    here: Agent,
}

impl Client {
    /// A client that has asked nothing yet.
    #[must_use]
    pub fn new() -> Self {
        let away = Agent::config_builder();
        let here = Agent::config_builder().proxy(None);
        let built = [away, here].map(|builder| {
            let config = builder
                .allow_non_standard_methods(true)
                .http_status_as_error(false)
                .max_redirects(0)
                .max_redirects_will_error(false)
                .tls_config(trust())
                .user_agent("pulih")
                .build();
            Agent::new_with_config(config)
        });
        let [away, here] = built;
        Self { away, here }
    }

    /// Sends a request and reads the whole answer, whatever its status is. Blocks.
    ///
    /// # Errors
    /// [`NetError`]; [`NetError::Redirected`] where the server sends us elsewhere, since what was to be said to one server
    /// is not said to another; [`NetError::Insecure`] for an address that is not encrypted and not of this computer.
    pub fn send(&self, request: Request<Vec<u8>>, errand: &Errand<'_>) -> Result<Response<Vec<u8>>, NetError> {
        let agent = self.agent(request.uri())?;
        let asked = request.uri().clone();
        // Of a request that brings something, what it brings is told, and not the answer.
        let told: &(dyn Fn(u64, u64) + Sync) = if request.body().is_empty() { errand.progress } else { &|_, _| {} };
        match self.sent(agent, request, errand) {
            Ok(answer) => bring(answer, &asked, &Errand { progress: told, ..*errand }),
            // Calling off looks like a broken connection from inside.
            Err(_) if (errand.is_cancelled)() => Err(NetError::Cancelled),
            Err(error) => Err(error),
        }
    }

    /// The `Date` in the head of a server's answer, whatever else it answers: one that sends us elsewhere has told it too.
    /// Blocks.
    ///
    /// # Errors
    /// [`NetError`].
    pub fn date(&self, address: &str, errand: &Errand<'_>) -> Result<Option<String>, NetError> {
        let request = Request::head(address).body(Vec::new()).map_err(|_| NetError::Insecure)?;
        let answer = self.sent(self.agent(request.uri())?, request, errand)?;
        let date = answer.headers().get(header::DATE).and_then(|date| date.to_str().ok());
        Ok(date.map(str::to_owned))
    }

    fn agent(&self, uri: &Uri) -> Result<&Agent, NetError> {
        let is_here = uri.host().is_some_and(is_loopback);
        match uri.scheme_str() {
            Some("https") if is_here => Ok(&self.here),
            Some("https") => Ok(&self.away),
            Some("http") if is_here => Ok(&self.here),
            _ => Err(NetError::Insecure),
        }
    }

    fn sent(&self, agent: &Agent, request: Request<Vec<u8>>, errand: &Errand<'_>) -> Result<Response<Body>, NetError> {
        let (mut parts, body) = request.into_parts();
        let has_body = !body.is_empty() || matches!(parts.method, Method::PUT | Method::POST);
        if !has_body {
            parts.headers.remove(header::CONTENT_LENGTH);
            return Ok(agent.run(bounded(agent, Request::from_parts(parts, ()), errand))?);
        }
        parts.headers.insert(header::CONTENT_LENGTH, body.len().into());
        let mut pieces = Pieces { left: &body, all: size(body.len()), errand };
        let request = Request::from_parts(parts, SendBody::from_reader(&mut pieces));
        Ok(agent.run(bounded(agent, request, errand))?)
    }
}

impl Default for Client {
    fn default() -> Self {
        Self::new()
    }
}

fn trust() -> TlsConfig {
    TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build()
}

fn bounded<S: ureq::AsSendBody>(agent: &Agent, request: Request<S>, errand: &Errand<'_>) -> Request<S> {
    agent
        .configure_request(request)
        .timeout_global(Some(errand.time_limit))
        .timeout_connect(Some(CONNECT_LIMIT.min(errand.time_limit)))
        .build()
}

/// The body on its way out: told as it goes, stopped where somebody called it off.
struct Pieces<'a> {
    left: &'a [u8],
    all: u64,
    errand: &'a Errand<'a>,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if (self.errand.is_cancelled)() {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        let most = into.len().min(PIECE);
        let read = self.left.read(into.get_mut(..most).unwrap_or_default())?;
        (self.errand.progress)(self.all.saturating_sub(size(self.left.len())), self.all);
        Ok(read)
    }
}

/// The answer, whole.
fn bring(answer: Response<Body>, asked: &Uri, errand: &Errand<'_>) -> Result<Response<Vec<u8>>, NetError> {
    let (parts, body) = answer.into_parts();
    if let Some(to) = parts.headers.get(header::LOCATION).filter(|_| parts.status.is_redirection()) {
        let to = String::from_utf8_lossy(to.as_bytes());
        return Err(NetError::Redirected { from: shown(&asked.to_string()), to: shown(&to) });
    }
    let bytes = if parts.status.is_success() {
        read(body, errand)?
    } else {
        // Words about what went wrong are not what was asked for, and have a bound of their own.
        read(body, &Errand { most: WORDS_MOST, is_cut: true, progress: &|_, _| {}, ..*errand })?
    };
    Ok(Response::from_parts(parts, bytes))
}

fn read(body: Body, errand: &Errand<'_>) -> Result<Vec<u8>, NetError> {
    let promised = body.content_length();
    if promised.is_some_and(|promised| promised > errand.most) && !errand.is_cut {
        return Err(NetError::TooLarge);
    }
    // One more than allowed, to see that there is more.
    let mut reader = body.into_reader().take(errand.most.saturating_add(u64::from(!errand.is_cut)));
    let (mut bytes, mut piece) = (Vec::new(), vec![0; PIECE]);
    loop {
        if (errand.is_cancelled)() {
            return Err(NetError::Cancelled);
        }
        let read = reader.read(&mut piece)?;
        bytes.extend_from_slice(piece.get(..read).unwrap_or_default());
        (errand.progress)(size(bytes.len()), promised.unwrap_or_default());
        match read {
            _ if size(bytes.len()) > errand.most => return Err(NetError::TooLarge),
            0 => return Ok(bytes),
            _ => {}
        }
    }
}

/// An address without what stands behind a question mark, where secrets may be, and without who asks.
fn shown(address: &str) -> String {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    match address.split_once("://") {
        Some((scheme, rest)) => {
            let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
            let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
            format!("{scheme}://{host}{path}")
        }
        None => address.to_owned(),
    }
}

fn size(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
