//! What the library's errors mean to a person. Of a body that cannot be read only the place in it is told: tokens stand there.

use openidconnect::{
    ClaimsVerificationError, DeviceCodeErrorResponse, DiscoveryError, RequestTokenError, SignatureVerificationError,
};

use crate::edge::net::NetError;
use crate::edge::provider::asking::of_net;
use crate::edge::provider::wire::Refusal;
use crate::ports::ProviderError;

/// What a check that we added says where it fails; the library hands the words through.
pub(super) const ISSUED_ELSEWHEN: &str = "issued elsewhen";

/// What a refusal's short word means, by RFC 8628 and by Microsoft's dialect.
pub(super) fn of_word(code: &str, said: &str) -> ProviderError {
    match code {
        "access_denied" | "authorization_declined" => ProviderError::Declined,
        "expired_token" => ProviderError::NobodyAnswered,
        "unsupported_grant_type" | "device_flow_disabled" => ProviderError::NoSuchGrant,
        _ => ProviderError::Refused { code: code.to_owned(), said: said.to_owned() },
    }
}

pub(super) fn of_discovery(error: DiscoveryError<NetError>) -> ProviderError {
    match error {
        DiscoveryError::Request(error) => of_net(error),
        DiscoveryError::Response(status, ..) => ProviderError::NotUnderstood(status.to_string()),
        DiscoveryError::Parse(error) => ProviderError::NotUnderstood(error.path().to_string()),
        DiscoveryError::Validation(words) => {
            ProviderError::WrongIssuer { found: words.split('`').nth(1).unwrap_or_default().to_owned() }
        }
        error => ProviderError::NotUnderstood(error.to_string()),
    }
}

pub(super) fn of_tokens(error: RequestTokenError<NetError, Refusal>) -> ProviderError {
    match error {
        RequestTokenError::Parse(error, _) => ProviderError::NotUnderstood(error.path().to_string()),
        RequestTokenError::Request(error) => of_net(error),
        RequestTokenError::ServerResponse(refusal) => {
            of_word(refusal.error().as_ref(), refusal.error_description().map_or("", String::as_str))
        }
        RequestTokenError::Other(words) => ProviderError::NotUnderstood(words),
    }
}

/// The same for the last answer of the device grant; what it refuses was judged before the library saw it.
pub(super) fn of_device(error: RequestTokenError<NetError, DeviceCodeErrorResponse>) -> ProviderError {
    match error {
        RequestTokenError::Parse(error, _) => ProviderError::NotUnderstood(error.path().to_string()),
        RequestTokenError::Request(error) => of_net(error),
        RequestTokenError::ServerResponse(refusal) => ProviderError::NotUnderstood(refusal.error().to_string()),
        RequestTokenError::Other(words) => ProviderError::NotUnderstood(words),
    }
}

pub(super) fn of_claims(error: ClaimsVerificationError) -> ProviderError {
    match error {
        ClaimsVerificationError::Expired(words) if words == ISSUED_ELSEWHEN => ProviderError::IssuedElsewhen,
        ClaimsVerificationError::Expired(_) => ProviderError::ExpiredToken,
        ClaimsVerificationError::InvalidAudience(_) => ProviderError::WrongAudience,
        ClaimsVerificationError::InvalidAuthTime(_) => ProviderError::Stale,
        ClaimsVerificationError::InvalidIssuer(words) => {
            ProviderError::WrongIssuer { found: words.rsplit('`').nth(1).unwrap_or_default().to_owned() }
        }
        ClaimsVerificationError::InvalidNonce(_) => ProviderError::Nonce,
        ClaimsVerificationError::SignatureVerification(error) => of_signature(&error),
        ClaimsVerificationError::Unsupported(words) => ProviderError::NotUnderstood(words),
        error => ProviderError::NotUnderstood(error.to_string()),
    }
}

fn of_signature(error: &SignatureVerificationError) -> ProviderError {
    match error {
        SignatureVerificationError::DisallowedAlg(words) | SignatureVerificationError::UnsupportedAlg(words) => {
            ProviderError::Algorithm(words.clone())
        }
        SignatureVerificationError::NoSignature => ProviderError::Algorithm("none".to_owned()),
        _ => ProviderError::Signature,
    }
}
