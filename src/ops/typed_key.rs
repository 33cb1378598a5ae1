//! A key as it is typed, part by part, and what it means.

use crate::ops::accounts::DeedError;
use crate::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, OutOfRange, Period, Pin, YandexKey};

/// A key as a person types it into a form or gives it by flags.
#[derive(Debug)]
pub struct TypedKey<'a> {
    /// `totp`, `hotp`, `steam`, `motp` or `yandex`.
    pub type_name: &'a str,
    /// Base32; for mOTP the text that is hashed.
    pub secret: &'a str,
    /// The PIN of mOTP and Yandex.
    pub pin: Option<&'a str>,
    /// The hash of TOTP and HOTP; SHA-1 when nothing is said.
    pub algorithm: Option<&'a str>,
    /// Digits of TOTP and HOTP; six when nothing is said.
    pub digits: Option<u64>,
    /// Seconds of TOTP; thirty when nothing is said.
    pub period: Option<u64>,
    /// Counter of HOTP; zero when nothing is said.
    pub counter: Option<u64>,
}

impl TypedKey<'_> {
    /// The parameters, once every part of them is right.
    ///
    /// # Errors
    /// [`DeedError::UnknownType`], [`DeedError::UnknownAlgorithm`], [`DeedError::PinNeeded`], [`DeedError::Key`],
    /// [`DeedError::Range`].
    pub fn params(&self) -> Result<OtpParams, DeedError> {
        match self.type_name {
            "hotp" => Ok(OtpParams::Hotp {
                key: OtpKey::from_base32(self.secret)?,
                algorithm: self.algorithm()?,
                digits: self.digits()?,
                counter: Counter::new(self.counter.unwrap_or(0))?,
            }),
            "motp" => Ok(OtpParams::Motp { secret: MotpSecret::new(self.secret)?, pin: self.pin()? }),
            "steam" => Ok(OtpParams::Steam { key: OtpKey::from_base32(self.secret)? }),
            "totp" => Ok(OtpParams::Totp {
                key: OtpKey::from_base32(self.secret)?,
                algorithm: self.algorithm()?,
                digits: self.digits()?,
                period: self.period.map_or(Ok(Period::THIRTY), Period::new)?,
            }),
            "yandex" => {
                Ok(OtpParams::Yandex { key: YandexKey::new(OtpKey::from_base32(self.secret)?)?, pin: self.pin()? })
            }
            other => Err(DeedError::UnknownType(other.to_owned())),
        }
    }

    fn algorithm(&self) -> Result<Algorithm, DeedError> {
        let Some(name) = self.algorithm else { return Ok(Algorithm::default()) };
        Algorithm::parse(name).ok_or_else(|| DeedError::UnknownAlgorithm(name.to_owned()))
    }

    fn digits(&self) -> Result<Digits, OutOfRange> {
        self.digits.map_or(Ok(Digits::SIX), Digits::new)
    }

    fn pin(&self) -> Result<Pin, DeedError> {
        Ok(Pin::new(self.pin.ok_or(DeedError::PinNeeded)?)?)
    }
}
