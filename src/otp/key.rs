//! The key of an account, and the PIN that some kinds add to it.

use zeroize::Zeroizing;

use crate::secret::Secret;

/// The longest key in bytes; no standard names one, and 640 bytes are five times the longest seen in practice.
pub const LONGEST_KEY: usize = 640;

/// Below this many bytes a key gets a remark: RFC 4226, requirement R6, asks for 128 bits.
pub const SHORT_KEY: usize = 16;

/// An OTP key of 1 to `LONGEST_KEY` bytes.
#[derive(Debug, Eq, PartialEq)]
pub struct OtpKey(Secret);

impl OtpKey {
    /// # Errors
    /// [`KeyError::Empty`] or [`KeyError::TooLong`].
    pub fn new(bytes: Secret) -> Result<Self, KeyError> {
        match bytes.len() {
            0 => Err(KeyError::Empty),
            1..=LONGEST_KEY => Ok(Self(bytes)),
            _ => Err(KeyError::TooLong),
        }
    }

    /// Reads base32 as people write it (RFC 4648, section 6, made tolerant): white space, `-`, `_` and a trailing `=`
    /// are skipped, case does not matter, and bits that do not fill a byte at the end are dropped.
    ///
    /// # Errors
    /// [`KeyError::NotBase32`] with the position of the first character that does not belong, in characters from 1;
    /// [`KeyError::Empty`] where not one byte is left; [`KeyError::TooLong`].
    pub fn from_base32(text: &str) -> Result<Self, KeyError> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(text.len().min(2 * LONGEST_KEY)));
        let (mut buffer, mut bits) = (0u32, 0u32);
        let body = text.trim_end().trim_end_matches('=');
        for (index, character) in body.chars().enumerate() {
            let value = match character {
                'a'..='z' => u32::from(character) - u32::from('a'),
                'A'..='Z' => u32::from(character) - u32::from('A'),
                '2'..='7' => u32::from(character) - u32::from('2') + 26,
                '-' | '_' => continue,
                blank if blank.is_whitespace() => continue,
                _ => return Err(KeyError::NotBase32 { position: index + 1 }),
            };
            buffer = (buffer << 5) | value;
            bits += 5;
            if bits >= 8 {
                bits -= 8;
                if bytes.len() == LONGEST_KEY {
                    return Err(KeyError::TooLong);
                }
                bytes.push((buffer >> bits & 0xff) as u8);
            }
            buffer &= 0xff;
        }
        Self::new(Secret::copied(&bytes))
    }

    /// The bytes. The name is meant to be searched for.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        self.0.expose()
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self(self.0.duplicate())
    }

    /// Whether the key is shorter than the 128 bits that RFC 4226 asks for.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.0.len() < SHORT_KEY
    }
}

/// The PIN of an mOTP or Yandex account: 1 to 64 characters.
#[derive(Debug, Eq, PartialEq)]
pub struct Pin(Secret);

impl Pin {
    /// # Errors
    /// [`KeyError::BadPin`] when it is empty, longer than 64 characters, or has some that nobody types.
    pub fn new(text: &str) -> Result<Self, KeyError> {
        match text.chars().count() {
            1..=64 if !text.contains(char::is_control) => Ok(Self(Secret::copied(text.as_bytes()))),
            _ => Err(KeyError::BadPin),
        }
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

/// Why something is not a key.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum KeyError {
    /// The PIN is empty or longer than 64 characters.
    #[error("bad PIN")]
    BadPin,
    /// No bytes at all.
    #[error("empty key")]
    Empty,
    /// A Yandex key whose length or checksum does not fit.
    #[error("not a Yandex key")]
    NotYandex,
    /// A character that base32 does not have, at this position counted from 1.
    #[error("not base32 at {position}")]
    NotBase32 {
        /// Position in characters, counted from 1.
        position: usize,
    },
    /// More than `LONGEST_KEY` bytes.
    #[error("key too long")]
    TooLong,
}
