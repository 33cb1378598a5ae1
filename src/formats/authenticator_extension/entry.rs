//! One entry, once it is in plain text.

use data_encoding::HEXLOWER_PERMISSIVE;

use crate::formats::json::Fields;
use crate::formats::raw_code::{CodeType, Names, RawCode};
use crate::formats::{Arrival, Reason};
use crate::otp::{KeyError, OtpKey};
use crate::secret::Secret;

/// How many digits Battle.net's codes have.
const BATTLE_DIGITS: u64 = 8;

/// Where an entry stands in the extension's list.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Rank(u64);

impl Rank {
    /// For what does not say.
    pub(super) const LAST: Self = Self(u64::MAX);

    pub(super) fn of(fields: Fields<'_>) -> Self {
        fields.number("index").ok().flatten().map_or(Self::LAST, Self)
    }
}

/// The account of an entry; `secret` is its key where that was opened apart from it.
pub(super) fn arrival(fields: Fields<'_>, secret: Option<&str>) -> Result<Arrival, Reason> {
    let secret = secret.map_or_else(|| fields.text("secret"), Ok)?.trim();
    let sort = Sort::parse(fields, secret)?;
    let stated = RawCode::of(fields, sort.type_, &Names::USUAL)?;
    let raw = RawCode { digits: stated.digits.or(sort.digits), ..stated };
    let key = match without_prefix(secret) {
        "" => None,
        secret => Some(raw.with_key(key(secret, sort.is_hex)?)?),
    };
    // Behind two colons stands the host for which the extension fills in the code.
    let issuer = fields.text("issuer")?;
    let issuer = issuer.split_once("::").map_or(issuer, |(issuer, _)| issuer);
    let mut arrival = Arrival::new(issuer, fields.text("account")?, key);
    arrival.pinned = fields.is("pinned")?;
    Ok(arrival)
}

/// What a type means.
struct Sort {
    type_: CodeType,
    is_hex: bool,
    digits: Option<u64>,
}

impl Sort {
    /// Reads the names, and the numbers that the oldest versions wrote for them.
    fn parse(fields: Fields<'_>, secret: &str) -> Result<Self, Reason> {
        let number = fields.value("type").and_then(serde_json::Value::as_u64);
        let name = match number {
            Some(1) => "totp",
            Some(2) => "hotp",
            Some(3) => "battle",
            Some(4) => "steam",
            Some(5) => "hex",
            Some(6) => "hhex",
            Some(other) => return Err(Reason::UnknownType(other.to_string())),
            None => fields.text("type")?,
        };
        let (type_, is_hex, digits) = match name {
            _ if secret.starts_with("stm-") => (CodeType::Steam, false, None),
            _ if secret.starts_with("blz-") || secret.starts_with("bliz-") => {
                (CodeType::Totp, false, Some(BATTLE_DIGITS))
            }
            "battle" => (CodeType::Totp, false, Some(BATTLE_DIGITS)),
            "hex" => (CodeType::Totp, true, None),
            "hhex" => (CodeType::Hotp, true, None),
            name => (CodeType::parse(name)?, false, None),
        };
        Ok(Self { type_, is_hex, digits })
    }
}

fn without_prefix(secret: &str) -> &str {
    let prefixes = ["bliz-", "blz-", "stm-"];
    prefixes.into_iter().find_map(|prefix| secret.strip_prefix(prefix)).unwrap_or(secret)
}

/// A key that is no base32 but hexadecimal is taken for that, as the extension does.
fn key(secret: &str, is_hex: bool) -> Result<OtpKey, Reason> {
    let from_hex = || {
        let bytes = HEXLOWER_PERMISSIVE.decode(secret.as_bytes()).ok()?;
        Some(OtpKey::new(Secret::taken(bytes)))
    };
    if is_hex {
        return Ok(from_hex().ok_or(Reason::BadField("secret"))??);
    }
    match OtpKey::from_base32(secret) {
        Err(KeyError::NotBase32 { position }) => Ok(from_hex().ok_or(KeyError::NotBase32 { position })??),
        key => Ok(key?),
    }
}
