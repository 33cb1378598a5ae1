//! Secrets and PINs whose writing apps do not agree on.

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use crate::otp::OtpKey;

/// The text that Mobile-OTP hashes. `motp://` has it in hexadecimal; `otpauth://motp` in base32 of that
/// hexadecimal (andOTP) or of the bytes it stands for (Aegis).
pub(super) fn motp_text(secret: &str, is_plain: bool) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(secret.len()));
    text.extend(secret.chars().filter(|c| !c.is_whitespace()));
    if is_plain || text.contains(['0', '1', '8', '9']) {
        return text;
    }
    let Ok(key) = OtpKey::from_base32(&text) else { return text };
    match std::str::from_utf8(key.expose()) {
        Ok(inner) if inner.bytes().all(|byte| byte.is_ascii_hexdigit()) => Zeroizing::new(inner.to_owned()),
        _ => Zeroizing::new(HEXLOWER.encode(key.expose())),
    }
}

/// Aegis writes the PIN in base32, others plainly; most PINs are digits that base32 does not have.
pub(super) fn yandex_pin(pin: &str) -> Zeroizing<String> {
    let decoded = OtpKey::from_base32(pin).ok();
    let plain = decoded.as_ref().and_then(|key| std::str::from_utf8(key.expose()).ok());
    let is_pin = |text: &&str| !text.contains(char::is_control);
    Zeroizing::new(plain.filter(is_pin).unwrap_or(pin).to_owned())
}
