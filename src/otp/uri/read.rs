//! Reading: every rule here has a file of some app behind it. An unknown thing is an error, never a default.

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use crate::otp::uri::label::Who;
use crate::otp::uri::parts::{Parts, decoded, scheme_of};
use crate::otp::uri::{
    KeyWithoutPin, LONGEST_URI, PushApp, UriAccount, UriError, UriExtras, UriKey, UriNote, UriRefusal,
};
use crate::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, Period, Pin, YandexKey};
use crate::secret::Private;

/// Reads one URI: `otpauth://`, `apple-otpauth://`, `motp://` or `steam://`.
///
/// # Errors
/// [`UriRefusal`] with the title that the URI gave itself and the reason.
pub fn read(uri: &str) -> Result<UriAccount, UriRefusal> {
    let refuse = |why| UriRefusal { title: Private::default(), why };
    if uri.trim().len() > LONGEST_URI {
        return Err(refuse(UriError::TooLong));
    }
    let (scheme, rest) = scheme_of(uri).ok_or_else(|| refuse(UriError::NotAnAccount))?;
    match scheme.as_str() {
        "apple-otpauth" | "otpauth" => Reading::new(Parts::with_host(rest), None).account(),
        "motp" => Reading::new(Parts::without_host(rest), Some(Type::Motp)).account(),
        "steam" => steam_secret(rest).map_err(refuse),
        _ => Err(refuse(foreign_scheme(&scheme, rest))),
    }
}

/// What a URI of another scheme is: some register push approval and look to a person like any other QR code.
fn foreign_scheme(scheme: &str, rest: &str) -> UriError {
    match scheme {
        "duo" => UriError::Push(PushApp::Duo),
        "https" if rest.split('/').next().is_some_and(|host| host.ends_with(".duosecurity.com")) => {
            UriError::Push(PushApp::Duo)
        }
        "lpaauth-migration" => UriError::UnknownType(scheme.to_owned()),
        "otpauth-migration" => UriError::Transfer,
        "com.okta.authenticator" | "oktaverify" => UriError::Push(PushApp::Okta),
        "microsoft-authenticator" | "phonefactor" => UriError::Push(PushApp::Microsoft),
        _ => UriError::NotAnAccount,
    }
}

/// `steam://SECRET`, as Bitwarden and Proton write it.
fn steam_secret(rest: &str) -> Result<UriAccount, UriError> {
    let key = OtpKey::from_base32(&decoded(rest.trim_end_matches('/')))?;
    let notes = remarks(&key, None);
    let (issuer, name) = ("Steam".into(), Private::default());
    Ok(UriAccount { issuer, name, key: UriKey::Ready(OtpParams::Steam { key }), extras: UriExtras::default(), notes })
}

/// The types of code that a URI may name.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Type {
    Hotp,
    Motp,
    Steam,
    Totp,
    Yandex,
}

/// The parameters, each the first of its name.
#[derive(Default)]
struct Given {
    algorithm: Option<Zeroizing<String>>,
    code_display: Option<Zeroizing<String>>,
    counter: Option<Zeroizing<String>>,
    digits: Option<Zeroizing<String>>,
    encoder: Option<Zeroizing<String>>,
    icon: Option<Zeroizing<String>>,
    issuer: Option<Zeroizing<String>>,
    period: Option<Zeroizing<String>>,
    pin: Option<Zeroizing<String>>,
    secret: Option<Zeroizing<String>>,
    steam: Option<Zeroizing<String>>,
}

struct Reading<'a> {
    parts: Parts<'a>,
    fixed_type: Option<Type>,
    given: Given,
    tags: Vec<Private>,
    has_two_keys: bool,
    who: Who,
    notes: Vec<UriNote>,
}

impl<'a> Reading<'a> {
    fn new(parts: Parts<'a>, fixed_type: Option<Type>) -> Self {
        let mut reading = Self {
            parts,
            fixed_type,
            given: Given::default(),
            tags: Vec::new(),
            has_two_keys: false,
            who: Who::default(),
            notes: Vec::new(),
        };
        reading.take_parameters();
        let issuer = reading.given.issuer.take().unwrap_or_default();
        reading.who = Who::new(parts.label, &issuer, &mut reading.notes);
        reading
    }

    fn take_parameters(&mut self) {
        let mut unknown = Vec::new();
        for (name, value) in self.parts.parameters() {
            if name == "tags" {
                self.tags.push(value.as_str().into());
                continue;
            }
            let Some(place) = self.given.place(&name) else {
                if !is_idle(&name) {
                    unknown.push(name);
                }
                continue;
            };
            match place {
                None => *place = Some(value),
                Some(first) if **first == *value => {}
                Some(_) if name == "secret" => self.has_two_keys = true,
                Some(_) => self.notes.push(UriNote::Repeated(name)),
            }
        }
        if !unknown.is_empty() {
            self.notes.push(UriNote::Unknown(unknown));
        }
    }

    fn account(mut self) -> Result<UriAccount, UriRefusal> {
        let key = self.key().map_err(|why| UriRefusal { title: self.who.title(), why })?;
        if self.who.issuer.is_empty() && is_yandex(&key) {
            self.who.issuer = "Yandex".into();
        }
        let extras = UriExtras {
            code_display: private(self.given.code_display.as_ref()),
            icon: private(self.given.icon.as_ref()),
            other_issuer: self.who.other_issuer,
            tags: self.tags,
        };
        Ok(UriAccount { issuer: self.who.issuer, name: self.who.name, key, extras, notes: self.notes })
    }

    fn key(&mut self) -> Result<UriKey, UriError> {
        let type_ = self.type_()?;
        if self.has_two_keys {
            return Err(UriError::TwoKeys);
        }
        let secret = self.given.secret.take().filter(|secret| !secret.trim().is_empty()).ok_or(UriError::NoKey)?;
        match type_ {
            Type::Hotp | Type::Totp => self.standard(type_, OtpKey::from_base32(&secret)?),
            Type::Motp => self.motp(&secret),
            Type::Steam => {
                let key = OtpKey::from_base32(&secret)?;
                self.notes.extend(remarks(&key, None));
                Ok(UriKey::Ready(OtpParams::Steam { key }))
            }
            Type::Yandex => self.yandex(OtpKey::from_base32(&secret)?),
        }
    }

    fn type_(&self) -> Result<Type, UriError> {
        let named = match self.parts.host.to_ascii_lowercase().as_str() {
            _ if self.fixed_type.is_some() => self.fixed_type.unwrap_or(Type::Motp),
            "hotp" => Type::Hotp,
            "motp" => Type::Motp,
            "steam" => Type::Steam,
            "totp" => Type::Totp,
            "yaotp" => Type::Yandex,
            other => return Err(UriError::UnknownType(other.chars().take(32).collect())),
        };
        Ok(if named == Type::Totp && self.is_steam_in_disguise() { Type::Steam } else { named })
    }

    /// KeePassXC and gopass say `encoder=steam`, Stratum a bare `steam`; others only have the issuer and five digits.
    fn is_steam_in_disguise(&self) -> bool {
        let digits = given(self.given.digits.as_ref());
        let encoder = given(self.given.encoder.as_ref());
        encoder.is_some_and(|encoder| encoder.eq_ignore_ascii_case("steam"))
            || self.given.steam.is_some()
            || *self.who.issuer == *"Steam" && matches!(digits, None | Some("5"))
    }

    fn standard(&mut self, type_: Type, key: OtpKey) -> Result<UriKey, UriError> {
        let algorithm = match given(self.given.algorithm.as_ref()) {
            Some(name) => Algorithm::parse(name).ok_or_else(|| UriError::UnknownAlgorithm(shown(name)))?,
            None => Algorithm::default(),
        };
        let digits = match number("digits", self.given.digits.as_ref())? {
            Some(digits) => Digits::new(digits)?,
            None => Digits::SIX,
        };
        self.notes.extend(remarks(&key, Some(digits)));
        if type_ == Type::Hotp {
            let counter = Counter::new(number("counter", self.given.counter.as_ref())?.unwrap_or(0))?;
            return Ok(UriKey::Ready(OtpParams::Hotp { key, algorithm, digits, counter }));
        }
        let period = match number("period", self.given.period.as_ref())? {
            Some(seconds) => Period::new(seconds)?,
            None => Period::THIRTY,
        };
        Ok(UriKey::Ready(OtpParams::Totp { key, algorithm, digits, period }))
    }

    fn motp(&mut self, secret: &str) -> Result<UriKey, UriError> {
        let secret = KeyWithoutPin::Motp(MotpSecret::new(&motp_text(secret, self.parts.host.is_empty()))?);
        match given(self.given.pin.as_ref()) {
            Some(pin) => Ok(UriKey::Ready(secret.with_pin(Pin::new(pin)?))),
            None => Ok(UriKey::NeedsPin(secret)),
        }
    }

    fn yandex(&mut self, key: OtpKey) -> Result<UriKey, UriError> {
        let key = KeyWithoutPin::Yandex(YandexKey::new(key)?);
        match given(self.given.pin.as_ref()) {
            Some(pin) => Ok(UriKey::Ready(key.with_pin(Pin::new(&yandex_pin(pin))?))),
            None => Ok(UriKey::NeedsPin(key)),
        }
    }
}

impl Given {
    /// Where the value of a parameter goes; `None` for one that is not used.
    fn place(&mut self, name: &str) -> Option<&mut Option<Zeroizing<String>>> {
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
fn is_idle(name: &str) -> bool {
    matches!(name, "color" | "data" | "deviceid" | "lock" | "offset" | "pin_length" | "serial")
}

fn is_yandex(key: &UriKey) -> bool {
    matches!(key, UriKey::NeedsPin(KeyWithoutPin::Yandex(_)) | UriKey::Ready(OtpParams::Yandex { .. }))
}

/// A value that says something: some apps write `null` or nothing where they mean the default.
fn given(value: Option<&Zeroizing<String>>) -> Option<&str> {
    value.map(|text| text.trim()).filter(|text| !text.is_empty() && !text.eq_ignore_ascii_case("null"))
}

fn number(parameter: &'static str, value: Option<&Zeroizing<String>>) -> Result<Option<u64>, UriError> {
    let Some(text) = given(value) else { return Ok(None) };
    let bad = || UriError::BadNumber { parameter, value: shown(text) };
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten().map(Some).ok_or_else(bad)
}

/// A value from outside as an error repeats it: the beginning is enough to find it.
fn shown(text: &str) -> String {
    text.chars().take(32).collect()
}

fn private(value: Option<&Zeroizing<String>>) -> Private {
    value.map(|text| Private::new(text)).unwrap_or_default()
}

/// The text that Mobile-OTP hashes. `motp://` has it in hexadecimal; `otpauth://motp` in base32 of that
/// hexadecimal (andOTP) or of the bytes it stands for (Aegis).
fn motp_text(secret: &str, is_plain: bool) -> Zeroizing<String> {
    let text: Zeroizing<String> = Zeroizing::new(secret.chars().filter(|c| !c.is_whitespace()).collect());
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
fn yandex_pin(pin: &str) -> Zeroizing<String> {
    let decoded = OtpKey::from_base32(pin).ok();
    let plain = decoded.as_ref().and_then(|key| std::str::from_utf8(key.expose()).ok());
    let is_pin = |text: &&str| text.chars().all(|c| c.is_alphanumeric());
    Zeroizing::new(plain.filter(is_pin).unwrap_or(pin).to_owned())
}

fn remarks(key: &OtpKey, digits: Option<Digits>) -> Vec<UriNote> {
    let short = key.is_short().then(|| UriNote::ShortKey(key.expose().len()));
    let unusual = digits.filter(|digits| digits.is_unusual()).map(|digits| UriNote::UnusualDigits(digits.get()));
    short.into_iter().chain(unusual).collect()
}

#[cfg(test)]
mod tests;
