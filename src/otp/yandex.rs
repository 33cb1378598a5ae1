//! Yandex codes: eight letters of an HMAC whose key holds the PIN.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::otp::{Pin, YandexKey};

/// Letters in a code; 26 to this power is what the truncated value is reduced by.
const LETTERS: u32 = 8;

/// HMAC-SHA-256 over the step under SHA-256(PIN, key), 63 bits of it in base 26, most significant letter first.
pub(in crate::otp) fn code(key: &YandexKey, pin: &Pin, step: u64) -> Zeroizing<String> {
    let mut hash = Sha256::new().chain_update(pin.expose()).chain_update(key.expose()).finalize();
    // The first program to make these codes read the hash as a number and so lost one leading zero byte.
    let mac_key = match hash.as_slice() {
        [0, rest @ ..] => rest,
        all => all,
    };
    let value = hmac_sha256(mac_key, step).map_or(0, |mac| truncated(&mac));
    hash.as_mut_slice().zeroize();
    Zeroizing::new(letters(value % 26_u64.pow(LETTERS)))
}

/// HMAC-SHA-256, RFC 2104. Any length of key will do, so there is always an answer.
fn hmac_sha256(key: &[u8], step: u64) -> Option<Zeroizing<[u8; 32]>> {
    let mac = Hmac::<Sha256>::new_from_slice(key).ok()?.chain_update(step.to_be_bytes()).finalize();
    Some(Zeroizing::new(mac.into_bytes().into()))
}

/// Eight bytes from the place that the last half-byte names, without the top bit.
fn truncated(mac: &[u8; 32]) -> u64 {
    let offset = usize::from(mac[31] & 0x0f);
    let eight = mac.get(offset..offset + 8).unwrap_or_default();
    eight.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)) & (u64::MAX >> 1)
}

fn letters(mut value: u64) -> String {
    let mut letters = [b'a'; LETTERS as usize];
    for letter in letters.iter_mut().rev() {
        *letter += u8::try_from(value % 26).unwrap_or_default();
        value /= 26;
    }
    letters.iter().copied().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::{code, letters};
    use crate::otp::{OtpKey, Pin, YandexKey};

    #[test]
    fn letters_count_from_a_and_keep_their_places() {
        assert_eq!(letters(0), "aaaaaaaa");
        assert_eq!(letters(27), "aaaaaabb");
        assert_eq!(letters(26_u64.pow(8) - 1), "zzzzzzzz");
    }

    #[test]
    fn the_checksum_bytes_of_a_long_key_do_not_change_the_code() {
        let pin = Pin::new("5239").unwrap();
        let code_of = |text| {
            let key = YandexKey::new(OtpKey::from_base32(text).unwrap()).unwrap();
            code(&key, &pin, 1_641_559_648 / 30).to_string()
        };
        assert_eq!(code_of("6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY"), "umozdicq");
        assert_eq!(code_of("6SB2IKNM6OBZPAVBVTOHDKS4FA"), "umozdicq");
    }
}
