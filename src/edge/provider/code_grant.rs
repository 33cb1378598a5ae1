//! The device authorization grant (RFC 8628), with what Google, GitHub and Microsoft do otherwise.

use std::cell::RefCell;
use std::time::{Duration, UNIX_EPOCH};

use openidconnect::core::CoreDeviceAuthorizationResponse;
use openidconnect::{EndpointSet, HttpRequest, HttpResponse, Scope, http};

use crate::edge::net::NetError;
use crate::edge::provider::asking::{Asking, error_of, is_safe};
use crate::edge::provider::discovery::{client, discover};
use crate::edge::provider::refusal::{of_device, of_tokens, of_word};
use crate::edge::provider::token::{Expected, confirm};
use crate::edge::provider::wire::{Discovered, Tokens};
use crate::edge::provider::{SystemProvider, asking};
use crate::moment::Moment;
use crate::ports::{ProviderError, Visit, VisitStep};
use crate::provider::{Identity, NotYet, Polling, ProviderSetup};

/// The longest that a code is waited for, whatever the provider says.
const LONGEST: Duration = Duration::from_secs(60 * 60);

pub(super) fn sign_in(
    edge: &SystemProvider,
    setup: &ProviderSetup,
    visit: &Visit<'_>,
) -> Result<Identity, ProviderError> {
    let asking = edge.asking(visit);
    let began = edge.now();
    let metadata = discover(&asking, setup)?;
    let endpoint = metadata.additional_metadata().device_authorization_endpoint.clone();
    let plain = client(&metadata, setup);
    let client = plain.clone().set_device_authorization_url(endpoint.ok_or(ProviderError::NoSuchGrant)?);
    let tokens = tokens(edge, &client, &setup.issuer, &["email", "profile"], visit)?;
    let expected = Expected { setup, metadata: &metadata, nonce: None, began, now: edge.now() };
    confirm(&tokens, &expected, &plain, &asking)
}

/// Asks for a code, shows it, and asks until the person has entered it.
pub(super) fn tokens(
    edge: &SystemProvider,
    client: &Discovered<EndpointSet>,
    issuer: &str,
    scopes: &[&str],
    visit: &Visit<'_>,
) -> Result<Tokens, ProviderError> {
    let asking = edge.asking(visit);
    let code: CoreDeviceAuthorizationResponse = client
        .exchange_device_code()
        .add_scopes(scopes.iter().map(|scope| Scope::new((*scope).to_owned())))
        .request(&|request| asking.ask_for_tokens(request))
        .map_err(of_tokens)?;
    let until = edge.now().later(code.expires_in().min(LONGEST));
    (visit.tell)(shown(&code, issuer, until)?);
    let mut polling = Polling::new(Some(code.interval().as_secs()));
    loop {
        let wait = polling.wait();
        // Asking once more after the code has run out would bring nothing else than that it has.
        if edge.now().later(wait) > until {
            edge.wait(until.since(edge.now()), visit)?;
            return Err(ProviderError::NobodyAnswered);
        }
        edge.wait(wait, visit)?;
        match poll(edge, client, &code, &asking)? {
            Polled::Tokens(tokens) => {
                (visit.tell)(VisitStep::Checking);
                return Ok(*tokens);
            }
            Polled::NotYet(what) => {
                if what == NotYet::NoConnection {
                    (visit.tell)(VisitStep::Retrying);
                }
                polling.heard(what);
            }
        }
    }
}

/// What the person enters, and where. The addresses are opened and made into a QR code, so they are of pages.
fn shown(code: &CoreDeviceAuthorizationResponse, issuer: &str, until: Moment) -> Result<VisitStep, ProviderError> {
    let address = code.verification_uri().to_string();
    let whole_address = code.verification_uri_complete().map(|whole| whole.secret().clone());
    for address in std::iter::once(&address).chain(&whole_address) {
        if !is_safe(address, issuer) {
            return Err(ProviderError::Insecure(address.clone()));
        }
    }
    Ok(VisitStep::EnterCode { code: code.user_code().secret().clone(), address, whole_address, until })
}

/// What asking once brought.
enum Polled {
    NotYet(NotYet),
    Tokens(Box<Tokens>),
}

/// Asks once. The library makes the request and reads the tokens; when to ask again is not left to it: it asks at once, does
/// not know a provider's dialect, and cannot be called off.
fn poll(
    edge: &SystemProvider,
    client: &Discovered<EndpointSet>,
    code: &CoreDeviceAuthorizationResponse,
    asking: &Asking<'_>,
) -> Result<Polled, ProviderError> {
    let judged = RefCell::new(None);
    let now = edge.now();
    let ask = |request: HttpRequest| -> Result<HttpResponse, NetError> {
        let answer = asking.ask_for_tokens(request);
        match judge(answer, now) {
            Ok(answer) => Ok(answer),
            Err(verdict) => {
                *judged.borrow_mut() = Some(verdict);
                Ok(the_end())
            }
        }
    };
    let tokens = client
        .exchange_device_access_token(code)
        .map_err(|_| ProviderError::NoSuchGrant)?
        .set_time_fn(|| UNIX_EPOCH.into())
        .request(&ask, |_| {}, Some(Duration::ZERO));
    match (judged.take(), tokens) {
        (Some(verdict), _) => verdict.map(Polled::NotYet),
        (None, Ok(tokens)) => Ok(Polled::Tokens(Box::new(tokens))),
        (None, Err(error)) => Err(of_device(error)),
    }
}

/// An answer that the library takes for the last.
fn the_end() -> HttpResponse {
    let mut answer = HttpResponse::new(br#"{"error":"access_denied"}"#.to_vec());
    *answer.status_mut() = http::StatusCode::BAD_REQUEST;
    answer
}

/// Passes on an answer that brings tokens; of any other says whether to go on.
fn judge(answer: Result<HttpResponse, NetError>, now: Moment) -> Result<HttpResponse, Result<NotYet, ProviderError>> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(NetError::TimedOut | NetError::Unreachable(_) | NetError::CutShort) => {
            return Err(Ok(NotYet::NoConnection));
        }
        Err(error) => return Err(Err(asking::of_net(error))),
    };
    if answer.status().is_success() {
        return Ok(answer);
    }
    if answer.status() == http::StatusCode::TOO_MANY_REQUESTS {
        return Err(Ok(NotYet::SlowDown(retry_after(&answer, now))));
    }
    Err(match error_of(&answer) {
        None => Err(ProviderError::NotUnderstood(answer.status().to_string())),
        // Google says it with the status 428, GitHub with 200: only the word counts.
        Some((word, said)) => match word.as_str() {
            "authorization_pending" => Ok(NotYet::Pending),
            "slow_down" => Ok(NotYet::SlowDown(retry_after(&answer, now))),
            word => Err(of_word(word, &said)),
        },
    })
}

/// `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3).
fn retry_after(answer: &HttpResponse, now: Moment) -> Option<Duration> {
    let said = answer.headers().get(http::header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = said.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = jiff::fmt::rfc2822::parse(said).ok()?;
    Some(Moment::from_unix(date.timestamp().as_second()).since(now))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use openidconnect::HttpResponse;

    use super::{judge, retry_after};
    use crate::edge::net::NetError;
    use crate::moment::Moment;
    use crate::ports::ProviderError;
    use crate::provider::NotYet;

    const NOW: Moment = Moment::from_unix(784_111_777);

    fn answer(status: u16, body: &str) -> HttpResponse {
        let mut answer = HttpResponse::new(body.as_bytes().to_vec());
        *answer.status_mut() = status.try_into().unwrap();
        answer
    }

    fn judged(status: u16, body: &str) -> Result<NotYet, ProviderError> {
        judge(Ok(answer(status, body)), NOW).unwrap_err()
    }

    #[test]
    fn the_word_counts_and_not_the_status() {
        for status in [400, 403, 428] {
            assert_eq!(judged(status, r#"{"error":"authorization_pending"}"#), Ok(NotYet::Pending));
            assert_eq!(judged(status, r#"{"error":"slow_down"}"#), Ok(NotYet::SlowDown(None)));
            assert_eq!(judged(status, r#"{"error":"access_denied"}"#), Err(ProviderError::Declined));
            assert_eq!(judged(status, r#"{"error":"authorization_declined"}"#), Err(ProviderError::Declined));
            assert_eq!(judged(status, r#"{"error":"expired_token"}"#), Err(ProviderError::NobodyAnswered));
        }
        let blocked = judged(400, r#"{"error":"invalid_client","error_description":"AADSTS7000218"}"#);
        let refused = ProviderError::Refused { code: "invalid_client".to_owned(), said: "AADSTS7000218".to_owned() };
        assert_eq!(blocked, Err(refused));
        assert_eq!(judged(503, "busy"), Err(ProviderError::NotUnderstood("503 Service Unavailable".to_owned())));
        assert!(judge(Ok(answer(200, "{}")), NOW).is_ok());
    }

    #[test]
    fn too_many_requests_is_slow_down_whatever_the_body_says() {
        assert_eq!(judged(429, ""), Ok(NotYet::SlowDown(None)));
        assert_eq!(judged(429, r#"{"error":"access_denied"}"#), Ok(NotYet::SlowDown(None)));
    }

    #[test]
    fn a_connection_that_fails_is_tried_again_and_a_bad_certificate_is_not() {
        for error in [NetError::TimedOut, NetError::CutShort, NetError::Unreachable(String::new())] {
            assert_eq!(judge(Err(error), NOW).unwrap_err(), Ok(NotYet::NoConnection));
        }
        assert!(judge(Err(NetError::Certificate(String::new())), NOW).unwrap_err().is_err());
        assert_eq!(judge(Err(NetError::Cancelled), NOW).unwrap_err(), Err(ProviderError::Cancelled));
    }

    #[test]
    fn when_to_come_again_is_read_in_seconds_and_as_a_date() {
        let after = |said: &str| {
            let mut answer = answer(429, "");
            answer.headers_mut().insert("retry-after", said.parse().unwrap());
            retry_after(&answer, NOW)
        };
        assert_eq!(after("42"), Some(Duration::from_secs(42)));
        assert_eq!(after("Sun, 06 Nov 1994 08:50:37 GMT"), Some(Duration::from_secs(60)));
        assert_eq!(after("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(after("soon"), None);
    }
}
