//! Mobile-OTP codes (motp.sourceforge.net): six hexadecimal digits of an MD5.

use data_encoding::HEXLOWER;
use md5::{Digest, Md5};
use zeroize::{Zeroize, Zeroizing};

use crate::otp::{MotpSecret, Pin};

/// The start of MD5(step in decimal, secret as text, PIN), lower-case hexadecimal.
pub(in crate::otp) fn code(secret: &MotpSecret, pin: &Pin, step: u64) -> Zeroizing<String> {
    let mut digest =
        Md5::new().chain_update(step.to_string()).chain_update(secret.expose()).chain_update(pin.expose()).finalize();
    let code = Zeroizing::new(HEXLOWER.encode(digest.get(..3).unwrap_or_default()));
    digest.as_mut_slice().zeroize();
    code
}

#[cfg(test)]
mod tests {
    use super::code;
    use crate::otp::{MotpSecret, Pin};

    #[test]
    fn upper_case_hexadecimal_is_the_same_secret() {
        let pin = Pin::new("9999").unwrap();
        let code_of = |text| code(&MotpSecret::new(text).unwrap(), &pin, 165_954_002).to_string();
        assert_eq!(code_of("bbb1912bb5c515be"), "ced7b1");
        assert_eq!(code_of("BBB1912BB5C515BE"), "ced7b1");
    }
}
