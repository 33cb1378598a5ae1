//! What a code is made from: kind, key and numbers, each checked once at the door.

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use zeroize::Zeroizing;

use crate::otp::{KeyError, OtpKey, Pin};
use crate::secret::Secret;

/// The hash of TOTP and HOTP (RFC 6238, section 1.2).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Algorithm {
    /// HMAC-SHA-1, what nearly every service uses.
    #[default]
    Sha1,
    /// HMAC-SHA-256.
    Sha256,
    /// HMAC-SHA-512.
    Sha512,
}

impl Algorithm {
    /// The name as URIs and JSON write it: `SHA1`, `SHA256`, `SHA512`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
            Self::Sha512 => "SHA512",
        }
    }

    /// Reads the many spellings (`sha-1`, `HmacSHA256`, `Algorithm.sha512`, `HMAC-SHA-256`). `None` is an unknown one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.trim().to_ascii_uppercase().replace(['-', '_', ' '], "");
        let name = name.strip_prefix("ALGORITHM.").unwrap_or(&name);
        match name.strip_prefix("HMAC").unwrap_or(name) {
            "SHA1" => Some(Self::Sha1),
            "SHA256" => Some(Self::Sha256),
            "SHA512" => Some(Self::Sha512),
            _ => None,
        }
    }
}

/// How many digits a code has: 1 to 10 (31 bits never give more than ten).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Digits(u8);

impl Digits {
    /// Six, the usual.
    pub const SIX: Self = Self(6);

    /// # Errors
    /// [`OutOfRange::Digits`] outside 1 to 10.
    pub fn new(digits: u64) -> Result<Self, OutOfRange> {
        match u8::try_from(digits) {
            Ok(few @ 1..=10) => Ok(Self(few)),
            _ => Err(OutOfRange::Digits(digits)),
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Whether it lies outside the 6 to 8 that the standards know.
    #[must_use]
    pub const fn is_unusual(self) -> bool {
        self.0 < 6 || self.0 > 8
    }
}

/// How long a time-based code lasts: 1 to 86,400 seconds.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Period(u32);

impl Period {
    /// Half a minute, the usual.
    pub const THIRTY: Self = Self(30);

    /// Ten seconds, mOTP's.
    pub const TEN: Self = Self(10);

    /// # Errors
    /// [`OutOfRange::Period`] outside 1 to 86,400.
    pub fn new(seconds: u64) -> Result<Self, OutOfRange> {
        match u32::try_from(seconds) {
            Ok(few @ 1..=86_400) => Ok(Self(few)),
            _ => Err(OutOfRange::Period(seconds)),
        }
    }

    /// The seconds.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.0
    }
}

/// The counter of HOTP: the one that the next code is made from. Below 2^63, and it never goes down.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Counter(u64);

impl Counter {
    /// # Errors
    /// [`OutOfRange::Counter`] from 2^63 on.
    pub fn new(value: u64) -> Result<Self, OutOfRange> {
        if value < 1 << 63 { Ok(Self(value)) } else { Err(OutOfRange::Counter(value)) }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The one after it.
    ///
    /// # Errors
    /// [`OutOfRange::Counter`] when there is none.
    pub fn next(self) -> Result<Self, OutOfRange> {
        Self::new(self.0 + 1)
    }
}

/// A number outside what can be.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum OutOfRange {
    /// A counter from 2^63 on.
    #[error("counter {0} is too large")]
    Counter(u64),
    /// Digits outside 1 to 10.
    #[error("{0} digits")]
    Digits(u64),
    /// A period outside 1 to 86,400 seconds.
    #[error("period of {0} s")]
    Period(u64),
}

/// The secret of mOTP: the *text* that is hashed, which is lower-case hexadecimal in nearly every case.
#[derive(Debug, Eq, PartialEq)]
pub struct MotpSecret(Secret);

impl MotpSecret {
    /// Hexadecimal is kept in lower case, any other text as it came.
    ///
    /// # Errors
    /// [`KeyError::Empty`] or [`KeyError::TooLong`].
    pub fn new(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let mut bytes = text.as_bytes().to_vec();
        if is_hex {
            bytes.make_ascii_lowercase();
        }
        OtpKey::new(Secret::taken(bytes)).map(|key| Self(Secret::copied(key.expose())))
    }

    /// The text. The name is meant to be searched for.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_text().unwrap_or_default()
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self(self.0.duplicate())
    }
}

/// The key of a Yandex account: 16 bytes, or 26 whose last 12 bits are a checksum that fits.
#[derive(Debug, Eq, PartialEq)]
pub struct YandexKey(OtpKey);

impl YandexKey {
    /// # Errors
    /// [`KeyError::NotYandex`] for another length or a wrong checksum.
    pub fn new(key: OtpKey) -> Result<Self, KeyError> {
        match key.expose().len() {
            16 => Ok(Self(key)),
            26 if has_valid_checksum(key.expose()) => Ok(Self(key)),
            _ => Err(KeyError::NotYandex),
        }
    }

    /// The key as it came, checksum included.
    #[must_use]
    pub const fn key(&self) -> &OtpKey {
        &self.0
    }

    /// The 16 bytes that codes are made from.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        self.0.expose().get(..16).unwrap_or_default()
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self(self.0.duplicate())
    }
}

/// The remainder of the first 196 bits by the polynomial 0x18F3 must be the last 12 bits.
fn has_valid_checksum(bytes: &[u8]) -> bool {
    const DATA_BITS: usize = 26 * 8 - 12;
    const POLYNOMIAL: u32 = 0x18F3;
    let bit = |index: usize| bytes.get(index / 8).map_or(0, |byte| u32::from(byte >> (7 - index % 8) & 1));
    let remainder = (0..DATA_BITS).fold(0, |sum: u32, index| {
        let shifted = sum << 1 | bit(index);
        if shifted & 0x1000 == 0 { shifted } else { shifted ^ POLYNOMIAL }
    });
    let expected = (DATA_BITS..DATA_BITS + 12).fold(0, |sum, index| sum << 1 | bit(index));
    remainder == expected
}

/// Everything a code is made from. No value of this type is wrong; each gives codes at any moment since 1970.
#[derive(Debug, Eq, PartialEq)]
pub enum OtpParams {
    /// Counter-based, RFC 4226.
    Hotp {
        /// The key.
        key: OtpKey,
        /// The hash.
        algorithm: Algorithm,
        /// How many digits.
        digits: Digits,
        /// The counter of the next code.
        counter: Counter,
    },
    /// Mobile-OTP: six hexadecimal digits, a new code every ten seconds.
    Motp {
        /// The text that is hashed.
        secret: MotpSecret,
        /// The PIN that is hashed with it.
        pin: Pin,
    },
    /// Steam: five letters and digits, SHA-1, 30 seconds.
    Steam {
        /// The key.
        key: OtpKey,
    },
    /// Time-based, RFC 6238.
    Totp {
        /// The key.
        key: OtpKey,
        /// The hash.
        algorithm: Algorithm,
        /// How many digits.
        digits: Digits,
        /// How long a code lasts.
        period: Period,
    },
    /// Yandex: eight letters, SHA-256, 30 seconds.
    Yandex {
        /// The key.
        key: YandexKey,
        /// The PIN that goes into it.
        pin: Pin,
    },
}

impl OtpParams {
    /// The name as JSON and formats write it: `totp`, `hotp`, `steam`, `motp`, `yandex`.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::Hotp { .. } => "hotp",
            Self::Motp { .. } => "motp",
            Self::Steam { .. } => "steam",
            Self::Totp { .. } => "totp",
            Self::Yandex { .. } => "yandex",
        }
    }

    /// The hash, where the kind lets one choose; the fixed one otherwise. `None` is mOTP's MD5.
    #[must_use]
    pub const fn algorithm(&self) -> Option<Algorithm> {
        match self {
            Self::Hotp { algorithm, .. } | Self::Totp { algorithm, .. } => Some(*algorithm),
            Self::Motp { .. } => None,
            Self::Steam { .. } => Some(Algorithm::Sha1),
            Self::Yandex { .. } => Some(Algorithm::Sha256),
        }
    }

    /// How many characters a code has.
    #[must_use]
    pub const fn digits(&self) -> u8 {
        match self {
            Self::Hotp { digits, .. } | Self::Totp { digits, .. } => digits.get(),
            Self::Motp { .. } => 6,
            Self::Steam { .. } => 5,
            Self::Yandex { .. } => 8,
        }
    }

    /// How long a code lasts; `None` for HOTP, whose codes last until they are used.
    #[must_use]
    pub const fn period(&self) -> Option<Period> {
        match self {
            Self::Hotp { .. } => None,
            Self::Motp { .. } => Some(Period::TEN),
            Self::Totp { period, .. } => Some(*period),
            Self::Steam { .. } | Self::Yandex { .. } => Some(Period::THIRTY),
        }
    }

    /// The counter of HOTP.
    #[must_use]
    pub const fn counter(&self) -> Option<Counter> {
        match self {
            Self::Hotp { counter, .. } => Some(*counter),
            _ => None,
        }
    }

    /// Takes the larger of two counters of HOTP: a counter never goes down. Returns whether it went up.
    pub fn raise_counter(&mut self, other: &Self) -> bool {
        let (Self::Hotp { counter, .. }, Self::Hotp { counter: other, .. }) = (self, other) else { return false };
        let is_behind = *counter < *other;
        *counter = (*counter).max(*other);
        is_behind
    }

    /// The PIN of mOTP and Yandex.
    #[must_use]
    pub const fn pin(&self) -> Option<&Pin> {
        match self {
            Self::Motp { pin, .. } | Self::Yandex { pin, .. } => Some(pin),
            _ => None,
        }
    }

    /// The key as bytes, as formats compare and carry it. For mOTP these are the bytes of its text.
    #[must_use]
    pub fn expose_key(&self) -> &[u8] {
        match self {
            Self::Hotp { key, .. } | Self::Steam { key } | Self::Totp { key, .. } => key.expose(),
            Self::Motp { secret, .. } => secret.expose().as_bytes(),
            Self::Yandex { key, .. } => key.key().expose(),
        }
    }

    /// The key as other programs and JSON carry it: base32, upper case, without padding. For mOTP it is that of the
    /// bytes which its hexadecimal text stands for; a text that is no hexadecimal goes in as it is.
    #[must_use]
    pub fn key_base32(&self) -> Zeroizing<String> {
        let decoded = match self {
            Self::Motp { secret, .. } => HEXLOWER.decode(secret.expose().as_bytes()).ok().map(Zeroizing::new),
            _ => None,
        };
        let bytes = decoded.as_deref().map_or_else(|| self.expose_key(), Vec::as_slice);
        Zeroizing::new(BASE32_NOPAD.encode(bytes))
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        match self {
            Self::Hotp { key, algorithm, digits, counter } => {
                Self::Hotp { key: key.duplicate(), algorithm: *algorithm, digits: *digits, counter: *counter }
            }
            Self::Motp { secret, pin } => Self::Motp { secret: secret.duplicate(), pin: pin.duplicate() },
            Self::Steam { key } => Self::Steam { key: key.duplicate() },
            Self::Totp { key, algorithm, digits, period } => {
                Self::Totp { key: key.duplicate(), algorithm: *algorithm, digits: *digits, period: *period }
            }
            Self::Yandex { key, pin } => Self::Yandex { key: key.duplicate(), pin: pin.duplicate() },
        }
    }
}
