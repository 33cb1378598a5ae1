//! Finding a provider's endpoints and keys, and for Microsoft Entra first whom to ask.

use openidconnect::{AuthType, ClientId, ClientSecret, IssuerUrl};

use crate::edge::provider::asking::{Asking, is_safe};
use crate::edge::provider::refusal::of_discovery;
use crate::edge::provider::wire::{Discovered, Metadata};
use crate::ports::ProviderError;
use crate::provider::{CONSUMERS, ProviderSetup};

/// Reads what a provider says of itself, and its keys.
pub(super) fn discover(asking: &Asking<'_>, setup: &ProviderSetup) -> Result<Metadata, ProviderError> {
    let issuer = issuer(asking, setup)?;
    let url = IssuerUrl::new(issuer.clone()).map_err(|_| ProviderError::Insecure(issuer.clone()))?;
    let metadata = Metadata::discover(&url, &|request| asking.ask(request)).map_err(of_discovery)?;
    check_endpoints(&metadata, &issuer)?;
    Ok(metadata)
}

/// A client with a provider's endpoints. The secret, where there is one, goes into the body: all of them take it there.
pub(super) fn client(metadata: &Metadata, setup: &ProviderSetup) -> Discovered {
    let secret = setup.client_secret.clone().map(ClientSecret::new);
    Discovered::from_provider_metadata(metadata.clone(), ClientId::new(setup.client_id.clone()), secret)
        .set_auth_type(AuthType::RequestBody)
}

/// Whom to ask: the issuer as it is configured, or for Microsoft's addresses that stand for many organisations the one
/// of the person.
fn issuer(asking: &Asking<'_>, setup: &ProviderSetup) -> Result<String, ProviderError> {
    let configured = setup.issuer.as_str();
    if !is_safe(configured, configured) {
        return Err(ProviderError::Insecure(configured.to_owned()));
    }
    let path = configured.trim_end_matches('/').strip_suffix("/v2.0").filter(|_| setup.preset.is_microsoft());
    match path.and_then(|path| path.rsplit_once('/')) {
        Some((host, "consumers")) => Ok(format!("{host}/{CONSUMERS}/v2.0")),
        Some((host, "common" | "organizations")) => tenant(asking, host),
        _ => Ok(configured.to_owned()),
    }
}

/// The organisation that a mail domain belongs to. What stands at the address for all of them names no issuer, so that a
/// token of one organisation would pass for another's.
fn tenant(asking: &Asking<'_>, host: &str) -> Result<String, ProviderError> {
    let domain = domain_of(asking.visit.row_name).ok_or(ProviderError::NoTenant)?;
    let (_, page) = asking.page(&format!("{host}/{domain}/v2.0/.well-known/openid-configuration"), &[])?;
    let issuer = page.get("issuer").and_then(|issuer| issuer.as_str()).ok_or(ProviderError::NoTenant)?;
    let id = issuer.strip_prefix(host).and_then(|rest| rest.strip_prefix('/')?.strip_suffix("/v2.0"));
    match id {
        Some(id) if is_guid(id) => Ok(issuer.to_owned()),
        Some("{tenantid}") => Err(ProviderError::NoTenant),
        _ => Err(ProviderError::WrongIssuer { found: issuer.to_owned() }),
    }
}

/// The mail domain in a row's name, if it is one that can stand in an address.
fn domain_of(row_name: &str) -> Option<&str> {
    let word = row_name.split(|c: char| c.is_whitespace() || "()<>,;".contains(c)).find(|word| word.contains('@'))?;
    let (_, domain) = word.rsplit_once('@')?;
    let is_plain =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (domain.contains('.') && domain.split('.').all(is_plain)).then_some(domain)
}

fn is_guid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

fn check_endpoints(metadata: &Metadata, issuer: &str) -> Result<(), ProviderError> {
    let all = [
        Some(metadata.authorization_endpoint().as_str()),
        Some(metadata.jwks_uri().as_str()),
        metadata.token_endpoint().map(|url| url.as_str()),
        metadata.userinfo_endpoint().map(|url| url.as_str()),
        metadata.additional_metadata().device_authorization_endpoint.as_ref().map(|url| url.as_str()),
    ];
    match all.into_iter().flatten().find(|address| !is_safe(address, issuer)) {
        Some(address) => Err(ProviderError::Insecure(address.to_owned())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{domain_of, is_guid};
    use crate::provider::CONSUMERS;

    #[test]
    fn a_mail_domain_is_read_off_a_name_or_none_is() {
        assert_eq!(domain_of("kim@example.com"), Some("example.com"));
        assert_eq!(domain_of("Kim (kim@mail.example.com)"), Some("mail.example.com"));
        for bad in ["kim", "kim@", "kim@localhost", "kim@ex/../ample.com", "kim@exa mple.com", "kim@.com", "@..", ""] {
            assert_eq!(domain_of(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_tenant_is_a_guid() {
        assert!(is_guid(CONSUMERS));
        for bad in
            ["{tenantid}", "common", "9188040d6c674c5bb11236a304b66dad", "", "9188040d-6c67-4c5b-b112-36a304b66da/"]
        {
            assert!(!is_guid(bad), "{bad}");
        }
    }
}
