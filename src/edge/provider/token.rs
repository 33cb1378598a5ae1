//! The checks of an ID token, and the person that is in it. Each check that fails has its own error; none can be left out.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use openidconnect::core::CoreJwsSigningAlgorithm;
use openidconnect::{AccessToken, IdTokenVerifier, Nonce, NonceVerifier, OAuth2TokenResponse, TokenResponse};

use crate::edge::provider::asking::Asking;
use crate::edge::provider::refusal::{ISSUED_ELSEWHEN, of_claims};
use crate::edge::provider::wire::{Claims, Discovered, Metadata, PersonClaims, Token, Tokens};
use crate::moment::Moment;
use crate::ports::ProviderError;
use crate::provider::{Identity, Preset, Proof, ProviderSetup, second_factor};
use crate::secret::Private;

/// How far from now an ID token may have been issued, either way.
const ISSUED_WITHIN: Duration = Duration::from_secs(15 * 60);

/// How long before this sign-in began the person may have given the password: for clocks that differ.
const CLOCKS_DIFFER: Duration = Duration::from_secs(5 * 60);

/// The signatures that are accepted. Symmetric ones are not: our secret, if there is one, is none.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EdDsa,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
];

/// What an answer is checked against.
pub(super) struct Expected<'a> {
    pub setup: &'a ProviderSetup,
    pub metadata: &'a Metadata,
    /// The nonce that was sent; the device grant sends none.
    pub nonce: Option<Nonce>,
    /// When this sign-in began.
    pub began: Moment,
    /// When the answer is looked at.
    pub now: Moment,
}

/// The person in the provider's answer, once everything is checked.
pub(super) fn confirm(
    tokens: &Tokens,
    expected: &Expected<'_>,
    client: &Discovered,
    asking: &Asking<'_>,
) -> Result<Identity, ProviderError> {
    let token = tokens.id_token().ok_or_else(|| ProviderError::NotUnderstood("id_token".to_owned()))?;
    let claims = checked(token, expected)?;
    let amr: Option<Vec<String>> =
        claims.auth_method_refs().map(|words| words.iter().map(|word| word.to_string()).collect());
    let setup = expected.setup;
    let acr = claims.auth_context_ref().map(|acr| acr.as_str());
    let second_factor = second_factor(setup.preset, amr.as_deref(), acr, &setup.second_factor_levels)?;
    let identity = Identity {
        issuer: Private::new(claims.issuer()),
        subject: subject(claims, setup.preset)?,
        email: None,
        preferred_name: None,
        second_factor,
        methods: amr.unwrap_or_default(),
        signed_in: claims.auth_time().map(|at| Moment::from_unix(at.timestamp())),
        confirmed: expected.now,
        proof: Proof::Token,
    };
    named(identity, claims, client, tokens.access_token(), asking)
}

/// The claims of a token that passed every check.
fn checked<'a>(token: &'a Token, expected: &Expected<'_>) -> Result<&'a Claims, ProviderError> {
    let (began, now) = (expected.began, expected.now);
    let verifier = IdTokenVerifier::new_public_client(
        openidconnect::ClientId::new(expected.setup.client_id.clone()),
        expected.metadata.issuer().clone(),
        expected.metadata.jwks().clone(),
    )
    .set_allowed_algs(ALGORITHMS)
    .set_time_fn(move || system_time(now).into())
    .set_issue_time_verifier_fn(move |at| {
        let at = Moment::from_unix(at.timestamp());
        let is_near = now.since(at) <= ISSUED_WITHIN && at.since(now) <= ISSUED_WITHIN;
        if is_near { Ok(()) } else { Err(ISSUED_ELSEWHEN.to_owned()) }
    })
    .set_auth_time_verifier_fn(move |at| {
        let is_stale = at.is_some_and(|at| began.since(Moment::from_unix(at.timestamp())) > CLOCKS_DIFFER);
        if is_stale { Err(String::new()) } else { Ok(()) }
    });
    let claims = token.claims(&verifier, Answers(expected.nonce.as_ref())).map_err(of_claims)?;
    // Whom the token was made for, where it is for several; the library leaves this one to us.
    if claims.authorized_party().is_some_and(|party| party.as_str() != expected.setup.client_id) {
        return Err(ProviderError::WrongAudience);
    }
    Ok(claims)
}

/// Compares the nonce with the one that was sent, where one was.
struct Answers<'a>(Option<&'a Nonce>);

impl NonceVerifier for Answers<'_> {
    fn verify(self, found: Option<&Nonce>) -> Result<(), String> {
        self.0.map_or(Ok(()), |sent| sent.verify(found))
    }
}

fn subject(claims: &Claims, preset: Preset) -> Result<Private, ProviderError> {
    if !preset.is_microsoft() {
        return Ok(Private::new(claims.subject()));
    }
    let both = claims.additional_claims().tid.as_ref().zip(claims.additional_claims().oid.as_ref());
    let (tid, oid) = both.ok_or_else(|| ProviderError::NotUnderstood("tid, oid".to_owned()))?;
    // The address that was asked names the organisation, and the token has to be that one's.
    if !claims.issuer().contains(&format!("/{tid}/")) {
        return Err(ProviderError::WrongIssuer { found: tid.clone() });
    }
    Ok(Private::from(format!("{tid} {oid}")))
}

/// Adds the names of the token, or where it has none those of the provider's page about the person.
fn named(
    identity: Identity,
    claims: &Claims,
    client: &Discovered,
    access: &AccessToken,
    asking: &Asking<'_>,
) -> Result<Identity, ProviderError> {
    let own = with_names(
        identity,
        claims.email().map(|email| (email.as_str(), claims.email_verified())),
        claims.preferred_username().map(|name| name.as_str()),
    );
    if own.names().next().is_some() {
        return Ok(own);
    }
    let Ok(request) = client.user_info(access.clone(), Some(claims.subject().clone())) else { return Ok(own) };
    let page: PersonClaims = request
        .request(&|request| asking.ask(request))
        .map_err(|error| ProviderError::NotUnderstood(error.to_string()))?;
    let page = page.standard_claims();
    Ok(with_names(
        own,
        page.email().map(|email| (email.as_str(), page.email_verified())),
        page.preferred_username().map(|name| name.as_str()),
    ))
}

/// An address that the provider says it never checked is nobody's.
fn with_names(identity: Identity, email: Option<(&str, Option<bool>)>, preferred_name: Option<&str>) -> Identity {
    let email = email.filter(|(_, is_checked)| *is_checked != Some(false));
    Identity {
        email: email.map(|(email, _)| Private::new(email)),
        preferred_name: preferred_name.map(Private::new),
        ..identity
    }
}

fn system_time(moment: Moment) -> SystemTime {
    UNIX_EPOCH + moment.since(Moment::default())
}
