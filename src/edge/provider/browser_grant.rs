//! The authorization code grant with PKCE, and a listener on loopback (RFC 8252, RFC 7636, RFC 9207).

use std::time::Duration;

use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::{
    AuthorizationCode, CsrfToken, LoginHint, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
};

use crate::edge::provider::discovery::{client, discover};
use crate::edge::provider::listener::{Callback, Listener};
use crate::edge::provider::refusal::{of_tokens, of_word};
use crate::edge::provider::token::{Expected, confirm};
use crate::edge::provider::wire::Metadata;
use crate::edge::provider::{PAUSE, SystemProvider};
use crate::moment::Moment;
use crate::ports::{ProviderError, Visit, VisitStep};
use crate::provider::{Identity, ProviderSetup};

/// How long the person has. A page where one has to look for a phone first takes minutes.
const PATIENCE: Duration = Duration::from_secs(10 * 60);

pub(super) fn sign_in(
    edge: &SystemProvider,
    setup: &ProviderSetup,
    visit: &Visit<'_>,
) -> Result<Identity, ProviderError> {
    let asking = edge.asking(visit);
    let began = edge.now();
    let metadata = discover(&asking, setup)?;
    edge.look(visit)?;
    let mut listener = Listener::open()?;
    let redirect = RedirectUrl::new(listener.address()).map_err(|_| ProviderError::NoListener)?;
    let client = client(&metadata, setup).set_redirect_uri(redirect);
    let verifier = PkceCodeVerifier::new(edge.unguessable()?);
    let (state, nonce) = (edge.unguessable()?, Nonce::new(edge.unguessable()?));
    let (sent_state, sent_nonce) = (CsrfToken::new(state.clone()), nonce.clone());
    let request = client
        .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || sent_state, move || sent_nonce)
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .set_max_age(Duration::ZERO)
        .add_scope(Scope::new("email".to_owned()))
        .add_scope(Scope::new("profile".to_owned()));
    let request = match visit.row_name.contains('@') {
        true => request.set_login_hint(LoginHint::new(visit.row_name.trim().to_owned())),
        false => request,
    };
    let until = edge.now().later(PATIENCE);
    (visit.tell)(VisitStep::OpenBrowser { address: request.url().0.to_string(), until });
    let callback = wait_for_answer(edge, &mut listener, visit, until)?;
    (visit.tell)(VisitStep::Checking);
    let code = code(callback, &state, &metadata)?;
    let tokens = client
        .exchange_code(code)
        .map_err(|_| ProviderError::NoSuchGrant)?
        .set_pkce_verifier(verifier)
        .request(&|request| asking.ask_for_tokens(request))
        .map_err(of_tokens)?;
    let expected = Expected { setup, metadata: &metadata, nonce: Some(nonce), began, now: edge.now() };
    confirm(&tokens, &expected, &client, &asking)
}

fn wait_for_answer(
    edge: &SystemProvider,
    listener: &mut Listener,
    visit: &Visit<'_>,
    until: Moment,
) -> Result<Callback, ProviderError> {
    loop {
        edge.look(visit)?;
        if let Some(callback) = listener.heard() {
            return Ok(callback);
        }
        if edge.now() >= until {
            return Err(ProviderError::NobodyAnswered);
        }
        edge.wait(PAUSE, visit)?;
    }
}

/// The code of an answer that is to our question and from whom we asked.
fn code(callback: Callback, state: &str, metadata: &Metadata) -> Result<AuthorizationCode, ProviderError> {
    // The state is drawn anew for each question and counts once, so its comparison may take as long as it likes.
    if callback.value("state") != Some(state) {
        return Err(ProviderError::State);
    }
    let must_say = metadata.additional_metadata().authorization_response_iss_parameter_supported;
    match callback.value("iss") {
        Some(issuer) if issuer == metadata.issuer().as_str() => {}
        None if !must_say => {}
        found => return Err(ProviderError::WrongIssuer { found: found.unwrap_or_default().to_owned() }),
    }
    if let Some(word) = callback.value("error") {
        return Err(of_word(word, callback.value("error_description").unwrap_or_default()));
    }
    let code = callback.value("code").ok_or_else(|| ProviderError::NotUnderstood("code".to_owned()))?;
    Ok(AuthorizationCode::new(code.to_owned()))
}
