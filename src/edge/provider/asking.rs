//! Asking a provider: one request at a time over our client, and what its failures mean.

use openidconnect::{HttpRequest, HttpResponse, http};
use serde_json::Value;

use crate::backup::is_loopback;
use crate::edge::net::{Client, Errand, NetError};
use crate::edge::provider::ANSWER_LIMIT;
use crate::ports::{ProviderError, Visit};

/// Asks for a visit, which can be called off.
pub(super) struct Asking<'a> {
    pub client: &'a Client,
    pub visit: &'a Visit<'a>,
}

impl Asking<'_> {
    /// One request.
    pub fn ask(&self, request: HttpRequest) -> Result<HttpResponse, NetError> {
        let errand = Errand { time_limit: ANSWER_LIMIT, is_cancelled: self.visit.is_cancelled, ..Errand::PLAIN };
        self.client.send(request, &errand)
    }

    /// One request to a token endpoint. A refusal that comes with the status of a success (GitHub) gets that of a refusal,
    /// so that nobody takes it for tokens.
    pub fn ask_for_tokens(&self, request: HttpRequest) -> Result<HttpResponse, NetError> {
        let mut answer = self.ask(request)?;
        if answer.status().is_success() && error_of(&answer).is_some() {
            *answer.status_mut() = http::StatusCode::BAD_REQUEST;
        }
        Ok(answer)
    }

    /// A page of JSON.
    pub fn page(&self, address: &str, headers: &[(&str, &str)]) -> Result<(http::StatusCode, Value), ProviderError> {
        let mut request = http::Request::get(address).header(http::header::ACCEPT, "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Vec::new()).map_err(|_| ProviderError::Insecure(address.to_owned()))?;
        let answer = self.ask(request).map_err(of_net)?;
        let page = serde_json::from_slice(answer.body());
        Ok((answer.status(), page.unwrap_or(Value::Null)))
    }
}

/// The short word of a refusal and what it says more (RFC 6749, section 5.2).
pub(super) fn error_of(answer: &HttpResponse) -> Option<(String, String)> {
    let page: Value = serde_json::from_slice(answer.body()).ok()?;
    let word = |name: &str| page.get(name)?.as_str().map(str::to_owned);
    Some((word("error")?, word("error_description").unwrap_or_default()))
}

/// What a failed request means.
pub(super) fn of_net(error: NetError) -> ProviderError {
    match error {
        NetError::Cancelled => ProviderError::Cancelled,
        NetError::Insecure => ProviderError::Insecure(String::new()),
        NetError::Redirected { to, .. } => ProviderError::Redirected(to),
        NetError::TimedOut => ProviderError::TimedOut,
        error @ (NetError::NotUnderstood(_) | NetError::TooLarge) => ProviderError::NotUnderstood(error.to_string()),
        error => ProviderError::Unreachable(error.to_string()),
    }
}

/// Whether an address is encrypted, or of this computer where the provider itself is.
///
/// A provider elsewhere that names an address of this computer would have our answers brought to whoever listens there.
pub(super) fn is_safe(address: &str, issuer: &str) -> bool {
    let of_here = |address: &str| {
        address.parse::<http::Uri>().ok().is_some_and(|uri| {
            uri.scheme_str() == Some("http")
                && uri.host().is_some_and(is_loopback)
                && uri.authority().is_some_and(|whole| !whole.as_str().contains('@'))
        })
    };
    address.starts_with("https://") || of_here(issuer) && of_here(address)
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn only_a_provider_of_this_computer_may_be_asked_in_clear() {
        let away = "https://login.example.com";
        let here = "http://127.0.0.1:4000";
        assert!(is_safe("https://login.example.com/token", away));
        assert!(is_safe("http://127.0.0.1:4000/token", here) && is_safe("http://localhost:1/", here));
        for bad in ["http://login.example.com/token", "http://127.0.0.1:4000/token", "ftp://x", "", "javascript:1"] {
            assert!(!is_safe(bad, away), "{bad}");
        }
        assert!(!is_safe("http://127.0.0.1.example.com/", here) && !is_safe("http://127.0.0.1:1@example.com/", here));
    }
}
