//! Writing: all that the app writes of an entry.

use data_encoding::BASE32;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::account::Account;
use crate::formats::Ready;
use crate::formats::json::Json;
use crate::otp::OtpParams;
use crate::secret::Private;

/// The entries of these accounts as JSON.
pub(super) fn entries(accounts: &[Ready<'_>]) -> Zeroizing<Vec<u8>> {
    let entries = accounts.iter().map(|(account, params)| entry(account, params)).collect();
    Json::new(Value::Array(entries)).to_bytes()
}

fn entry(account: &Account, params: &OtpParams) -> Value {
    // For Mobile-OTP these are the bytes of the text that is hashed, which is what the app wants.
    let secret = Zeroizing::new(BASE32.encode(params.expose_key()));
    let mut entry = json!({
        "secret": *secret,
        "issuer": *account.issuer,
        "label": *account.name,
        "digits": params.digits(),
        "type": params.type_name().to_ascii_uppercase(),
        "algorithm": params.algorithm().map_or("MD5", |algorithm| algorithm.name()),
        "thumbnail": "Default",
        "last_used": account.last_used.map_or(0, |used| used.unix_ms().max(0)),
        "used_frequency": account.use_count,
        // Other apps that read this format refuse a whole file in which one entry has no period.
        "period": params.period().map_or(30, |period| period.seconds()),
        "tags": account.groups.iter().map(Private::as_str).collect::<Vec<_>>(),
    });
    if let (Some(fields), Some(counter)) = (entry.as_object_mut(), params.counter()) {
        fields.insert("counter".to_owned(), json!(counter.get()));
    }
    entry
}
