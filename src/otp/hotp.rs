//! HOTP, TOTP and Steam codes, all one HMAC of a counter; the counter of the timed ones is counted by `code`.

use totp_rs::{Algorithm as Hash, Builder, Totp};
use zeroize::Zeroizing;

use crate::otp::{Algorithm, Digits, OtpKey};

/// The most digits that totp-rs takes: it computes modulo a power of ten in 32 bits.
const MOST_DIGITS_IN_32_BITS: u8 = 9;

/// HOTP(K, C), RFC 4226, section 5.3; with a step of the time as counter it is TOTP, RFC 6238, section 4.2.
pub(in crate::otp) fn code(key: &OtpKey, algorithm: Algorithm, digits: Digits, counter: u64) -> Zeroizing<String> {
    let hash = match algorithm {
        Algorithm::Sha1 => Hash::SHA1,
        Algorithm::Sha256 => Hash::SHA256,
        Algorithm::Sha512 => Hash::SHA512,
    };
    let counted = counting(key, hash, digits.get().min(MOST_DIGITS_IN_32_BITS));
    if digits.get() <= MOST_DIGITS_IN_32_BITS {
        return Zeroizing::new(counted.generate(counter).to_string());
    }
    let value = Zeroizing::new(truncated(counted.sign(counter).as_ref()));
    Zeroizing::new(format!("{:010}", *value))
}

/// A Steam Guard code: five characters of HOTP with SHA-1, the least significant first.
pub(in crate::otp) fn steam_code(key: &OtpKey, counter: u64) -> Zeroizing<String> {
    Zeroizing::new(counting(key, Hash::Steam, 5).generate(counter).to_string())
}

/// A generator whose "time" is the counter itself, since it divides by a step of one.
/// Its own checks would refuse short keys and unusual digits; `OtpKey` and `Digits` have made theirs.
fn counting(key: &OtpKey, hash: Hash, digits: u8) -> Totp {
    Builder::new()
        .with_algorithm(hash)
        .with_secret(key.expose())
        .with_digits(digits)
        .with_step_duration(1)
        .build_noncompliant()
}

/// Dynamic truncation, RFC 4226, section 5.3: 31 bits from the place that the last half-byte names.
fn truncated(mac: &[u8]) -> u32 {
    let offset = mac.last().map_or(0, |last| usize::from(last & 0x0f));
    let four = mac.get(offset..offset + 4).unwrap_or_default();
    four.iter().fold(0, |value, byte| value << 8 | u32::from(*byte)) & 0x7fff_ffff
}

#[cfg(test)]
mod tests {
    use super::{code, steam_code};
    use crate::otp::{Algorithm, Digits, OtpKey};
    use crate::secret::Secret;

    fn rfc_key() -> OtpKey {
        OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap()
    }

    #[test]
    fn ten_digits_are_the_whole_truncated_value_of_the_rfc() {
        // RFC 4226, appendix D, gives the truncated values as decimals.
        let values = [1_284_755_224_u32, 1_094_287_082, 137_359_152, 1_726_969_429, 1_640_338_314];
        for (counter, value) in (0..).zip(values) {
            let ten = code(&rfc_key(), Algorithm::Sha1, Digits::new(10).unwrap(), counter);
            assert_eq!(*ten, format!("{value:010}"));
        }
    }

    #[test]
    fn fewer_digits_are_the_end_of_more() {
        for algorithm in [Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512] {
            let ten = code(&rfc_key(), algorithm, Digits::new(10).unwrap(), 7);
            for digits in 1..10u8 {
                let fewer = code(&rfc_key(), algorithm, Digits::new(u64::from(digits)).unwrap(), 7);
                assert!(ten.ends_with(fewer.as_str()), "{digits} digits");
            }
        }
    }

    #[test]
    fn a_key_of_one_byte_and_the_last_counter_give_codes() {
        let one = OtpKey::new(Secret::copied(&[0])).unwrap();
        assert_eq!(code(&one, Algorithm::Sha512, Digits::SIX, u64::MAX).len(), 6);
        assert_eq!(steam_code(&one, u64::MAX).len(), 5);
    }
}
