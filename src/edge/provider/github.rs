//! GitHub: the device grant without OpenID Connect. It issues no ID token, so it is asked who gave the access.

use openidconnect::{
    AuthUrl, DeviceAuthorizationUrl, IssuerUrl, JsonWebKeySetUrl, OAuth2TokenResponse, TokenUrl, http,
};
use serde_json::Value;

use crate::account::SecondFactor;
use crate::edge::provider::asking::is_safe;
use crate::edge::provider::discovery::client;
use crate::edge::provider::wire::{Metadata, More};
use crate::edge::provider::{SystemProvider, code_grant};
use crate::ports::{ProviderError, Visit};
use crate::provider::{Identity, Preset, Proof, ProviderSetup};
use crate::secret::Private;

pub(super) fn sign_in(
    edge: &SystemProvider,
    setup: &ProviderSetup,
    visit: &Visit<'_>,
) -> Result<Identity, ProviderError> {
    let host = setup.issuer.trim_end_matches('/');
    if !is_safe(host, host) {
        return Err(ProviderError::Insecure(setup.issuer.clone()));
    }
    let endpoint = DeviceAuthorizationUrl::new(format!("{host}/login/device/code"));
    let endpoint = endpoint.map_err(|_| ProviderError::Insecure(host.to_owned()))?;
    let client = client(&metadata(host)?, setup).disable_openid_scope().set_device_authorization_url(endpoint);
    let tokens = code_grant::tokens(edge, &client, host, &["read:user", "user:email"], visit)?;
    let access = format!("Bearer {}", tokens.access_token().secret());
    let (status, person) = edge.asking(visit).page(&person_page(host), &[("authorization", &access)])?;
    if status != http::StatusCode::OK {
        return Err(ProviderError::NotUnderstood(status.to_string()));
    }
    identity(edge, host, &person)
}

/// Its endpoints, which it does not publish where others do.
fn metadata(host: &str) -> Result<Metadata, ProviderError> {
    let wrong = |_| ProviderError::Insecure(host.to_owned());
    let more = More { device_authorization_endpoint: None, authorization_response_iss_parameter_supported: false };
    let token = TokenUrl::new(format!("{host}/login/oauth/access_token")).map_err(wrong)?;
    Ok(Metadata::new(
        IssuerUrl::new(host.to_owned()).map_err(wrong)?,
        AuthUrl::new(format!("{host}/login/oauth/authorize")).map_err(wrong)?,
        JsonWebKeySetUrl::new(format!("{host}/")).map_err(wrong)?,
        Vec::new(),
        Vec::new(),
        Vec::new(),
        more,
    )
    .set_token_endpoint(Some(token)))
}

/// Where it tells who gave the access; an enterprise's own server has it under its own name.
fn person_page(host: &str) -> String {
    if Preset::GitHub.issuer() == Some(host) {
        "https://api.github.com/user".to_owned()
    } else {
        format!("{host}/api/v3/user")
    }
}

/// Whether the account has a second factor is told there too, but not whether this sign-in asked for one.
fn identity(edge: &SystemProvider, host: &str, person: &Value) -> Result<Identity, ProviderError> {
    let number =
        person.get("id").and_then(Value::as_u64).ok_or_else(|| ProviderError::NotUnderstood("id".to_owned()))?;
    let text = |name: &str| person.get(name).and_then(Value::as_str).map(Private::new);
    Ok(Identity {
        issuer: Private::new(host),
        subject: Private::from(number.to_string()),
        email: text("email"),
        preferred_name: text("login"),
        second_factor: SecondFactor::NotReported,
        methods: Vec::new(),
        signed_in: None,
        confirmed: edge.now(),
        proof: Proof::Asked,
    })
}
