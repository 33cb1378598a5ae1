//! Reading: every rule here has a file of some app behind it. An unknown thing is an error, never a default.

use zeroize::Zeroizing;

use crate::otp::uri::given::{Given, given, is_idle, number, shown};
use crate::otp::uri::label::Who;
use crate::otp::uri::parts::{Parts, decoded, scheme_of};
use crate::otp::uri::secrets::{motp_text, yandex_pin};
use crate::otp::uri::{
    KeyWithoutPin, LONGEST_READ, PushApp, UriAccount, UriError, UriExtras, UriKey, UriNote, UriRefusal,
};
use crate::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, Period, Pin, YandexKey};
use crate::secret::Private;

/// Reads one URI: `otpauth://`, `apple-otpauth://`, `motp://` or `steam://`.
///
/// # Errors
/// [`UriRefusal`] with the title that the URI gave itself and the reason.
pub fn read(uri: &str) -> Result<UriAccount, UriRefusal> {
    let refuse = |why| UriRefusal { title: Private::default(), why };
    if uri.trim().len() > LONGEST_READ {
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

fn is_yandex(key: &UriKey) -> bool {
    matches!(key, UriKey::NeedsPin(KeyWithoutPin::Yandex(_)) | UriKey::Ready(OtpParams::Yandex { .. }))
}

fn private(value: Option<&Zeroizing<String>>) -> Private {
    value.map(|text| Private::new(text)).unwrap_or_default()
}

fn remarks(key: &OtpKey, digits: Option<Digits>) -> Vec<UriNote> {
    let short = key.is_short().then(|| UriNote::ShortKey(key.expose().len()));
    let unusual = digits.filter(|digits| digits.is_unusual()).map(|digits| UriNote::UnusualDigits(digits.get()));
    short.into_iter().chain(unusual).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::read;
    use crate::otp::uri::{KeyWithoutPin, PushApp, UriError, UriKey, UriNote};
    use crate::otp::{Algorithm, KeyError, OtpParams, OutOfRange, Period, Pin};

    fn params(uri: &str) -> OtpParams {
        match read(uri).unwrap().key {
            UriKey::Ready(params) => params,
            UriKey::NeedsPin(_) => panic!("{uri} needs a PIN"),
        }
    }

    fn why(uri: &str) -> UriError {
        read(uri).unwrap_err().why
    }

    #[test]
    fn a_plain_uri_gives_what_it_says() {
        let account = read("otpauth://totp/Example:anna%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Example&algorithm=SHA256&digits=8&period=60").unwrap();
        assert_eq!((&*account.issuer, &*account.name), ("Example", "anna@example.com"));
        let UriKey::Ready(params) = account.key else { panic!("no PIN in TOTP") };
        assert_eq!(params.type_name(), "totp");
        assert_eq!((params.algorithm(), params.digits()), (Some(Algorithm::Sha256), 8));
        assert_eq!(params.period().map(Period::seconds), Some(60));
        assert!(account.notes.is_empty());
    }

    #[test]
    fn a_hash_sign_is_data_wherever_it_stands() {
        let account =
            read("otpauth://totp/Org:user#EXT#@corp.example.com?secret=JBSWY3DPEHPK3PXP&issuer=Org#1").unwrap();
        assert_eq!((&*account.issuer, &*account.name), ("Org#1", "user#EXT#@corp.example.com"));
    }

    #[test]
    fn null_and_nothing_mean_the_default() {
        let params = params("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&algorithm=null&digits=&period=null");
        assert_eq!((params.algorithm(), params.digits()), (Some(Algorithm::Sha1), 6));
    }

    #[test]
    fn an_unknown_thing_is_an_error_and_never_a_default() {
        assert_eq!(why("otpauth://potp/x?secret=AAAA"), UriError::UnknownType("potp".to_owned()));
        assert_eq!(why("otpauth://totp/x?secret=AAAA&algorithm=MD5"), UriError::UnknownAlgorithm("MD5".to_owned()));
        assert_eq!(why("otpauth://totp/x?secret=AAAA&digits=0"), UriError::OutOfRange(OutOfRange::Digits(0)));
        assert_eq!(why("otpauth://totp/x?secret=AAAA&digits=11"), UriError::OutOfRange(OutOfRange::Digits(11)));
        assert_eq!(why("otpauth://totp/x?secret=AAAA&period=0"), UriError::OutOfRange(OutOfRange::Period(0)));
        let bad = UriError::BadNumber { parameter: "period", value: "-1".to_owned() };
        assert_eq!(why("otpauth://totp/x?secret=AAAA&period=-1"), bad);
        let huge = UriError::OutOfRange(OutOfRange::Counter(u64::MAX));
        assert_eq!(why("otpauth://hotp/x?secret=AAAA&counter=18446744073709551615"), huge);
        assert_eq!(why("otpauth://totp/x?secret=A0"), UriError::Key(KeyError::NotBase32 { position: 2 }));
        assert_eq!(why("otpauth://totp/x?issuer=y"), UriError::NoKey);
        assert_eq!(why("otpauth://totp/x?secret=AAAA&secret=BBBB"), UriError::TwoKeys);
        assert_eq!(why(&format!("otpauth://totp/{}?secret=AAAA", "x".repeat(65536))), UriError::TooLong);
        assert_eq!(why("https://example.com/totp"), UriError::NotAnAccount);
    }

    #[test]
    fn a_refusal_still_says_whose_entry_it_was() {
        let refusal = read("otpauth://totp/Example:anna?issuer=Example").unwrap_err();
        assert_eq!(&*refusal.title, "Example:anna");
    }

    #[test]
    fn a_push_registration_is_told_apart_from_a_damaged_code() {
        let microsoft = "phonefactor://activate_account?code=123456789&url=https%3a%2f%2fexample.com%2fx";
        assert_eq!(why(microsoft), UriError::Push(PushApp::Microsoft));
        assert_eq!(why("duo://abc-def"), UriError::Push(PushApp::Duo));
        assert_eq!(why("https://m-1234abcd.duosecurity.com/activate/abc"), UriError::Push(PushApp::Duo));
        assert_eq!(why("oktaverify://email/anna@example.com"), UriError::Push(PushApp::Okta));
        assert_eq!(why("otpauth-migration://offline?data=x"), UriError::Transfer);
    }

    #[test]
    fn the_first_of_a_repeated_parameter_wins_with_a_note() {
        let account =
            read("otpauth://totp/x?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&digits=7&digits=8&issuer=A&issuer=A")
                .unwrap();
        assert_eq!(account.notes, [UriNote::Repeated("digits".to_owned())]);
    }

    #[test]
    fn short_keys_unusual_digits_and_unknown_parameters_get_a_remark() {
        let account = read("otpauth://totp/x?secret=AAAA&digits=9&colour=red&lock=false").unwrap();
        let unknown = UriNote::Unknown(vec!["colour".to_owned()]);
        assert_eq!(account.notes, [unknown, UriNote::ShortKey(2), UriNote::UnusualDigits(9)]);
    }

    #[test]
    fn steam_is_recognised_in_all_its_disguises() {
        let key = "secret=JRZCL47CMXVOQMNPZR2F7J4RGI";
        for uri in [
            format!("otpauth://steam/Steam:gabe?{key}&digits=5&algorithm=SHA1"),
            format!("otpauth://totp/Game:gabe?{key}&encoder=steam"),
            format!("otpauth://totp/Game:gabe?{key}&steam"),
            format!("otpauth://totp/Steam:gabe?{key}"),
            format!("otpauth://totp/Steam%3Agabe?{key}&digits=5"),
            "steam://JRZCL47CMXVOQMNPZR2F7J4RGI".to_owned(),
        ] {
            assert_eq!(params(&uri).type_name(), "steam", "{uri}");
        }
        assert_eq!(params(&format!("otpauth://totp/Steam:gabe?{key}&digits=6")).type_name(), "totp");
        assert_eq!(params(&format!("otpauth://totp/Steamy:gabe?{key}")).type_name(), "totp");
    }

    #[test]
    fn a_yandex_pin_may_be_plain_or_in_base32_or_not_there() {
        let uri = |pin: &str| format!("otpauth://yaotp/anna?secret=6SB2IKNM6OBZPAVBVTOHDKS4FA{pin}");
        for pin in ["&pin=5239", "&pin=GUZDGOI"] {
            assert_eq!(params(&uri(pin)).pin().map(Pin::expose), Some("5239"), "{pin}");
        }
        let account = read(&uri("&pin_length=4")).unwrap();
        assert_eq!(&*account.issuer, "Yandex");
        assert!(matches!(account.key, UriKey::NeedsPin(KeyWithoutPin::Yandex(_))));
        assert!(read(&uri("&pin=%05%00GUZDGOI")).is_err(), "nobody types that");
        // Base32 of `a:b/1 ä`, which is no number and is a PIN all the same.
        assert_eq!(read(&uri("&pin=ME5GELZREDB2I")).unwrap().key, read(&uri("&pin=a:b/1%20%C3%A4")).unwrap().key);
    }

    #[test]
    fn a_mobile_otp_secret_may_be_hexadecimal_or_base32_of_it() {
        let inner = |uri: &str| match read(uri).unwrap().key {
            UriKey::NeedsPin(KeyWithoutPin::Motp(secret)) => secret.expose().to_owned(),
            other => panic!("{other:?}"),
        };
        assert_eq!(inner("motp://Example:anna?secret=30EDCC8EDAE50A60"), "30edcc8edae50a60");
        assert_eq!(inner("otpauth://motp/Example:anna?secret=30edcc8edae50a60"), "30edcc8edae50a60");
        let of_text = data_encoding::BASE32_NOPAD.encode(b"30edcc8edae50a60");
        assert_eq!(inner(&format!("otpauth://motp/Example:anna?secret={of_text}")), "30edcc8edae50a60");
        let of_bytes = data_encoding::BASE32_NOPAD.encode(&[0x30, 0xed, 0xcc, 0x8e, 0xda, 0xe5, 0x0a, 0x60]);
        let expected = if of_bytes.contains(['0', '1', '8', '9']) { panic!("base32") } else { "30edcc8edae50a60" };
        assert_eq!(inner(&format!("otpauth://motp/Example:anna?secret={of_bytes}")), expected);
        assert_eq!(params("motp://anna?secret=30edcc8edae50a60&pin=1234").pin().map(Pin::expose), Some("1234"));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in "(otpauth|motp|steam|x)://.{0,80}", any in ".{0,80}") {
            let _ = read(&text);
            let _ = read(&any);
        }
    }
}
