//! What nearly every file says of a code, as text and numbers, made into parameters. Defaults stand where a file says
//! nothing; what it says and nobody knows is a reason to complain.

use data_encoding::HEXLOWER;

use crate::formats::Reason;
use crate::formats::json::Fields;
use crate::otp::uri::{KeyWithoutPin, UriKey};
use crate::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, Period, Pin, YandexKey};

/// The types of code that files name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::formats) enum CodeType {
    Hotp,
    Motp,
    Steam,
    Totp,
    Yandex,
}

impl CodeType {
    /// Reads the names that apps use, in any case.
    pub(in crate::formats) fn parse(name: &str) -> Result<Self, Reason> {
        Ok(match name.trim().to_ascii_lowercase().as_str() {
            "hotp" => Self::Hotp,
            "motp" => Self::Motp,
            "steam" | "steamtotp" => Self::Steam,
            "totp" => Self::Totp,
            "yandex" | "yaotp" => Self::Yandex,
            _ => return Err(Reason::UnknownType(name.chars().take(32).collect())),
        })
    }
}

/// The parameters of a code as a file states them.
pub(in crate::formats) struct RawCode<'a> {
    pub(in crate::formats) type_: CodeType,
    pub(in crate::formats) algorithm: &'a str,
    pub(in crate::formats) digits: Option<u64>,
    pub(in crate::formats) period: Option<u64>,
    pub(in crate::formats) counter: Option<u64>,
    pub(in crate::formats) pin: &'a str,
}

/// Under which names an object states what belongs to a code; empty for what it never states.
pub(in crate::formats) struct Names {
    pub(in crate::formats) algorithm: &'static str,
    pub(in crate::formats) digits: &'static str,
    pub(in crate::formats) period: &'static str,
    pub(in crate::formats) counter: &'static str,
    pub(in crate::formats) pin: &'static str,
}

impl Names {
    /// Those that most files use.
    pub(in crate::formats) const USUAL: Self =
        Self { algorithm: "algorithm", digits: "digits", period: "period", counter: "counter", pin: "" };
}

impl<'a> RawCode<'a> {
    /// What an object states. What such a code does not have is not looked at, since apps leave anything there: a
    /// period of nought beside a counter, a counter of minus one beside a period.
    pub(in crate::formats) fn of(fields: Fields<'a>, type_: CodeType, names: &Names) -> Result<Self, Reason> {
        let (is_counted, is_timed) = (type_ == CodeType::Hotp, type_ == CodeType::Totp);
        let number = |name, is_used| if is_used { fields.number(name) } else { Ok(None) };
        Ok(Self {
            type_,
            algorithm: if is_counted || is_timed { fields.text(names.algorithm)? } else { "" },
            digits: number(names.digits, is_counted || is_timed)?,
            period: number(names.period, is_timed)?,
            counter: number(names.counter, is_counted)?,
            pin: fields.text(names.pin)?,
        })
    }
}

impl RawCode<'_> {
    /// The parameters with a key. For Mobile-OTP the key is what its hexadecimal text stands for.
    pub(in crate::formats) fn with_key(&self, key: OtpKey) -> Result<UriKey, Reason> {
        match self.type_ {
            CodeType::Hotp => {
                let (algorithm, digits) = (self.algorithm()?, self.digits()?);
                let counter = Counter::new(self.counter.unwrap_or(0))?;
                Ok(UriKey::Ready(OtpParams::Hotp { key, algorithm, digits, counter }))
            }
            CodeType::Motp => {
                let text = zeroize::Zeroizing::new(HEXLOWER.encode(key.expose()));
                with_pin(KeyWithoutPin::Motp(MotpSecret::new(&text)?), self.pin)
            }
            CodeType::Steam => Ok(UriKey::Ready(OtpParams::Steam { key })),
            CodeType::Totp => {
                let (algorithm, digits) = (self.algorithm()?, self.digits()?);
                let period = self.period.map_or(Ok(Period::THIRTY), Period::new)?;
                Ok(UriKey::Ready(OtpParams::Totp { key, algorithm, digits, period }))
            }
            CodeType::Yandex => with_pin(KeyWithoutPin::Yandex(YandexKey::new(key)?), self.pin),
        }
    }

    fn algorithm(&self) -> Result<Algorithm, Reason> {
        match self.algorithm.trim() {
            // Some apps write the word where they mean nothing.
            name if name.is_empty() || name.eq_ignore_ascii_case("null") => Ok(Algorithm::default()),
            name => Algorithm::parse(name).ok_or_else(|| Reason::UnknownAlgorithm(name.chars().take(32).collect())),
        }
    }

    fn digits(&self) -> Result<Digits, Reason> {
        Ok(self.digits.map_or(Ok(Digits::SIX), Digits::new)?)
    }
}

/// Mobile-OTP from the text of a file: base32 of the text that is hashed, or that text itself in hexadecimal.
pub(in crate::formats) fn motp(text: &str, pin: &str) -> Result<UriKey, Reason> {
    let key = OtpKey::from_base32(text);
    let inner = key.as_ref().ok().and_then(|key| std::str::from_utf8(key.expose()).ok());
    let secret = match inner {
        Some(inner) if inner.chars().all(|c| c.is_ascii_graphic()) => MotpSecret::new(inner)?,
        _ if text.bytes().all(|byte| byte.is_ascii_hexdigit()) => MotpSecret::new(text)?,
        _ => return Err(key.err().map_or(Reason::BadField("secret"), Reason::Key)),
    };
    with_pin(KeyWithoutPin::Motp(secret), pin)
}

/// A key with the PIN that it needs, where there is one.
pub(in crate::formats) fn with_pin(key: KeyWithoutPin, pin: &str) -> Result<UriKey, Reason> {
    if pin.is_empty() {
        return Ok(UriKey::NeedsPin(key));
    }
    Ok(UriKey::Ready(key.with_pin(Pin::new(pin)?)))
}
