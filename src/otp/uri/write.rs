//! Writing: one canonical form, so that two programs never argue about a space.

use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use zeroize::Zeroizing;

use crate::otp::OtpParams;

/// All but the unreserved characters of RFC 3986, section 2.3: no reader can take one of these for syntax.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How a Steam account is written: apps do not agree.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum SteamForm {
    /// `otpauth://totp/…&encoder=steam`, for KeePassXC and gopass.
    Encoder,
    /// `otpauth://steam/…`, for Aegis, Ente, andOTP and cotp.
    #[default]
    Host,
    /// `steam://KEY`, for Bitwarden and Proton; it has no name.
    Scheme,
}

/// The canonical URI of an account. The PIN of Mobile-OTP is not in it; nothing else of the code is lost.
#[must_use]
pub fn write(issuer: &str, name: &str, params: &OtpParams) -> Zeroizing<String> {
    write_as(issuer, name, params, SteamForm::default())
}

/// As [`write()`], with another form for Steam.
#[must_use]
pub fn write_as(issuer: &str, name: &str, params: &OtpParams, steam: SteamForm) -> Zeroizing<String> {
    let label = label(issuer, name);
    let head = |uri: &mut Zeroizing<String>, type_: &str| {
        let _ = write!(uri, "otpauth://{type_}/{}?secret=", label.as_str());
    };
    // Room for the longest key, so that the text never grows and leaves a copy behind.
    let mut uri = Zeroizing::new(String::with_capacity(3 * (label.len() + issuer.len()) + 2 * 1024 + 256));
    let key = params.key_base32();
    match params {
        OtpParams::Hotp { .. } => head(&mut uri, "hotp"),
        OtpParams::Motp { secret, .. } => {
            let _ = write!(uri, "motp://{}?secret={}", label.as_str(), escaped(secret.expose()));
            return uri;
        }
        OtpParams::Steam { .. } if steam == SteamForm::Scheme => {
            let _ = write!(uri, "steam://{}", key.as_str());
            return uri;
        }
        OtpParams::Steam { .. } if steam == SteamForm::Host => head(&mut uri, "steam"),
        OtpParams::Steam { .. } | OtpParams::Totp { .. } => head(&mut uri, "totp"),
        OtpParams::Yandex { .. } => head(&mut uri, "yaotp"),
    }
    uri.push_str(&key);
    if !issuer.is_empty() {
        let _ = write!(uri, "&issuer={}", escaped(issuer));
    }
    push_numbers(&mut uri, params, steam);
    uri
}

fn push_numbers(uri: &mut Zeroizing<String>, params: &OtpParams, steam: SteamForm) {
    let _ = match params {
        OtpParams::Hotp { algorithm, digits, counter, .. } => {
            let (algorithm, digits, counter) = (algorithm.name(), digits.get(), counter.get());
            write!(uri, "&algorithm={algorithm}&digits={digits}&counter={counter}")
        }
        OtpParams::Steam { .. } if steam == SteamForm::Encoder => write!(uri, "&digits=5&period=30&encoder=steam"),
        OtpParams::Totp { algorithm, digits, period, .. } => {
            let (algorithm, digits, period) = (algorithm.name(), digits.get(), period.seconds());
            write!(uri, "&algorithm={algorithm}&digits={digits}&period={period}")
        }
        OtpParams::Yandex { pin, .. } => {
            let pin = Zeroizing::new(data_encoding::BASE32_NOPAD.encode(pin.expose().as_bytes()));
            write!(uri, "&pin={}", pin.as_str())
        }
        OtpParams::Motp { .. } | OtpParams::Steam { .. } => Ok(()),
    };
}

/// `issuer:name`. A name with a colon and no issuer gets the empty issuer written out; a reader would otherwise take
/// the half before its colon for one.
fn label(issuer: &str, name: &str) -> Zeroizing<String> {
    // Room for all of it escaped: a name that grows leaves copies behind, too.
    let mut label = Zeroizing::new(String::with_capacity(3 * (issuer.len() + name.len()) + 1));
    let _ = match (issuer.is_empty(), name.contains(':')) {
        (true, false) => write!(label, "{}", escaped(name)),
        _ => write!(label, "{}:{}", escaped(issuer), escaped(name)),
    };
    label
}

fn escaped(text: &str) -> impl std::fmt::Display + '_ {
    utf8_percent_encode(text, RESERVED)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest};

    use super::{SteamForm, write, write_as};
    use crate::otp::uri::{UriKey, read};
    use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams, Period};
    use crate::secret::Secret;

    #[test]
    fn what_is_written_is_canonical() {
        let key = || OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap();
        let totp =
            OtpParams::Totp { key: key(), algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY };
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let numbers = "algorithm=SHA1&digits=6&period=30";
        assert_eq!(
            *write("Naïve & Co", "zoë+1:a", &totp),
            format!(
                "otpauth://totp/Na%C3%AFve%20%26%20Co:zo%C3%AB%2B1%3Aa?secret={secret}&issuer=Na%C3%AFve%20%26%20Co&{numbers}"
            )
        );
        assert_eq!(*write("", "anna", &totp), format!("otpauth://totp/anna?secret={secret}&{numbers}"));
        assert_eq!(*write("", "a:b", &totp), format!("otpauth://totp/:a%3Ab?secret={secret}&{numbers}"));
        let steam = OtpParams::Steam { key: key() };
        assert_eq!(*write("Steam", "gabe", &steam), format!("otpauth://steam/Steam:gabe?secret={secret}&issuer=Steam"));
        assert_eq!(*write_as("Steam", "gabe", &steam, SteamForm::Scheme), format!("steam://{secret}"));
        let encoded = write_as("Steam", "gabe", &steam, SteamForm::Encoder);
        assert!(encoded.starts_with("otpauth://totp/Steam:gabe?") && encoded.ends_with("&encoder=steam"));
    }

    fn any_params() -> impl Strategy<Value = OtpParams> {
        let key = proptest::collection::vec(any::<u8>(), 1..=640)
            .prop_map(|bytes| OtpKey::new(Secret::taken(bytes)).unwrap());
        let algorithm = prop_oneof![Just(Algorithm::Sha1), Just(Algorithm::Sha256), Just(Algorithm::Sha512)];
        (key, algorithm, 1..=10u64, 1..=86_400u64, 0..3u8, 0..1u64 << 63).prop_map(
            |(key, algorithm, digits, period, kind, counter)| {
                let digits = Digits::new(digits).unwrap();
                match kind {
                    0 => OtpParams::Hotp { key, algorithm, digits, counter: Counter::new(counter).unwrap() },
                    1 => OtpParams::Steam { key },
                    _ => OtpParams::Totp { key, algorithm, digits, period: Period::new(period).unwrap() },
                }
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn what_was_written_is_read_back(params in any_params(), issuer in "[ -~åß漢]{0,12}", name in "[ -~åß漢]{0,20}") {
            let (issuer, name) = (issuer.trim(), name.trim());
            let account = read(&write(issuer, name, &params)).unwrap();
            prop_assert_eq!((&*account.issuer, &*account.name), (issuer, name));
            prop_assert_eq!(account.key, UriKey::Ready(params));
        }
    }
}
