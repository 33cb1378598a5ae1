//! The library's types with what it lacks: the endpoint of the device grant, and Microsoft's two claims of who somebody is.

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreErrorResponseType,
    CoreGenderClaim, CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm,
    CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AdditionalProviderMetadata, DeviceAuthorizationUrl, EmptyExtraTokenFields, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IdToken, IdTokenClaims, IdTokenFields, ProviderMetadata, StandardErrorResponse,
    StandardTokenResponse, UserInfoClaims,
};
use serde::{Deserialize, Serialize};

/// What discovery says beyond the library's own type.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct More {
    /// RFC 8628, section 4.
    pub device_authorization_endpoint: Option<DeviceAuthorizationUrl>,
    /// RFC 9207, section 3.
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for More {}

/// The person and the organisation, as Microsoft says them the same to every program.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Tenant {
    pub tid: Option<String>,
    pub oid: Option<String>,
}

impl AdditionalClaims for Tenant {}

/// What discovery brings.
pub(super) type Metadata = ProviderMetadata<
    More,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// What stands in an ID token.
pub(super) type Claims = IdTokenClaims<Tenant, CoreGenderClaim>;

/// An ID token.
pub(super) type Token = IdToken<Tenant, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// What the page about the person says.
pub(super) type PersonClaims = UserInfoClaims<Tenant, CoreGenderClaim>;

/// What the token endpoint answers.
pub(super) type Tokens = StandardTokenResponse<
    IdTokenFields<
        Tenant,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

/// What the token endpoint answers where it refuses.
pub(super) type Refusal = StandardErrorResponse<CoreErrorResponseType>;

/// A client of one provider, as discovery made it; `D` is whether it has the endpoint of the device grant.
pub(super) type Discovered<D = EndpointNotSet> = openidconnect::Client<
    Tenant,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    Refusal,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    D,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;
