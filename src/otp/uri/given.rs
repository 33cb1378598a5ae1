//! The parameters of a URI, each the first of its name, and what they may say.

use zeroize::Zeroizing;

use crate::otp::uri::UriError;

/// The parameters, each the first of its name.
#[derive(Default)]
pub(super) struct Given {
    pub(super) algorithm: Option<Zeroizing<String>>,
    pub(super) code_display: Option<Zeroizing<String>>,
    pub(super) counter: Option<Zeroizing<String>>,
    pub(super) digits: Option<Zeroizing<String>>,
    pub(super) encoder: Option<Zeroizing<String>>,
    pub(super) icon: Option<Zeroizing<String>>,
    pub(super) issuer: Option<Zeroizing<String>>,
    pub(super) period: Option<Zeroizing<String>>,
    pub(super) pin: Option<Zeroizing<String>>,
    pub(super) secret: Option<Zeroizing<String>>,
    pub(super) steam: Option<Zeroizing<String>>,
}

impl Given {
    /// Where the value of a parameter goes; `None` for one that is not used.
    pub(super) fn place(&mut self, name: &str) -> Option<&mut Option<Zeroizing<String>>> {
        Some(match name {
            "algorithm" => &mut self.algorithm,
            "codedisplay" => &mut self.code_display,
            "counter" => &mut self.counter,
            "digits" => &mut self.digits,
            "encoder" => &mut self.encoder,
            "icon" | "image" => &mut self.icon,
            "issuer" => &mut self.issuer,
            "period" => &mut self.period,
            "pin" => &mut self.pin,
            "secret" => &mut self.secret,
            "steam" => &mut self.steam,
            _ => return None,
        })
    }
}

/// Parameters of other apps that carry nothing for us, or what a prompt will ask for anyway.
pub(super) fn is_idle(name: &str) -> bool {
    matches!(name, "color" | "data" | "deviceid" | "lock" | "offset" | "pin_length" | "serial")
}

/// A value that says something: some apps write `null` or nothing where they mean the default.
pub(super) fn given(value: Option<&Zeroizing<String>>) -> Option<&str> {
    value.map(|text| text.trim()).filter(|text| !text.is_empty() && !text.eq_ignore_ascii_case("null"))
}

/// A number that is not negative; `None` where nothing is said.
pub(super) fn number(parameter: &'static str, value: Option<&Zeroizing<String>>) -> Result<Option<u64>, UriError> {
    let Some(text) = given(value) else { return Ok(None) };
    let bad = || UriError::BadNumber { parameter, value: shown(text) };
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten().map(Some).ok_or_else(bad)
}

/// A value from outside as an error repeats it: the beginning is enough to find it.
pub(super) fn shown(text: &str) -> String {
    text.chars().take(32).collect()
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::otp::uri::UriError;

    #[test]
    fn a_number_is_digits_and_nothing_else() {
        let read = |text: &str| number("period", Some(&text.to_owned().into()));
        assert_eq!((read(" 030 "), read("null"), read("")), (Ok(Some(30)), Ok(None), Ok(None)));
        for text in ["-1", "+1", "1e3", "0x1", "٣", "18446744073709551616"] {
            assert_eq!(read(text), Err(UriError::BadNumber { parameter: "period", value: text.to_owned() }));
        }
    }
}
