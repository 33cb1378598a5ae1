use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest};

use super::read;
use crate::otp::uri::{KeyWithoutPin, PushApp, SteamForm, UriError, UriKey, UriNote, write, write_as};
use crate::otp::{Algorithm, Counter, Digits, KeyError, OtpKey, OtpParams, OutOfRange, Period, Pin};
use crate::secret::Secret;

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
    let account = read("otpauth://totp/Org:user#EXT#@corp.example.com?secret=JBSWY3DPEHPK3PXP&issuer=Org#1").unwrap();
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
    assert_eq!(why(&format!("otpauth://totp/{}?secret=AAAA", "x".repeat(4096))), UriError::TooLong);
    assert_eq!(why("https://example.com/totp"), UriError::NotAnAccount);
}

#[test]
fn a_refusal_still_says_whose_entry_it_was() {
    let refusal = read("otpauth://totp/Example:anna?issuer=Example").unwrap_err();
    assert_eq!(&*refusal.title, "Example: anna");
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
        read("otpauth://totp/x?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&digits=7&digits=8&issuer=A&issuer=A").unwrap();
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

#[test]
fn what_is_written_is_canonical() {
    let key = || OtpKey::new(Secret::copied(b"12345678901234567890")).unwrap();
    let totp = OtpParams::Totp { key: key(), algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY };
    let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let numbers = "algorithm=SHA1&digits=6&period=30";
    assert_eq!(
        *write("Naïve & Co", "zoë+1:a", &totp),
        format!(
            "otpauth://totp/Na%C3%AFve%20%26%20Co:zo%C3%AB%2B1%3Aa?secret={secret}&issuer=Na%C3%AFve%20%26%20Co&{numbers}"
        )
    );
    assert_eq!(*write("", "anna", &totp), format!("otpauth://totp/anna?secret={secret}&{numbers}"));
    assert_eq!(*write("", "a:b", &totp), format!("otpauth://totp/:a%3Ab?secret={secret}&{numbers}"));
    let steam = OtpParams::Steam { key: key() };
    assert_eq!(*write("Steam", "gabe", &steam), format!("otpauth://steam/Steam:gabe?secret={secret}&issuer=Steam"));
    assert_eq!(*write_as("Steam", "gabe", &steam, SteamForm::Scheme), format!("steam://{secret}"));
    let encoded = write_as("Steam", "gabe", &steam, SteamForm::Encoder);
    assert!(encoded.starts_with("otpauth://totp/Steam:gabe?") && encoded.ends_with("&encoder=steam"));
}

fn any_params() -> impl Strategy<Value = OtpParams> {
    let key =
        proptest::collection::vec(any::<u8>(), 1..=640).prop_map(|bytes| OtpKey::new(Secret::taken(bytes)).unwrap());
    let algorithm = prop_oneof![Just(Algorithm::Sha1), Just(Algorithm::Sha256), Just(Algorithm::Sha512)];
    (key, algorithm, 1..=10u64, 1..=86_400u64, 0..3u8, 0..1u64 << 63).prop_map(
        |(key, algorithm, digits, period, kind, counter)| {
            let digits = Digits::new(digits).unwrap();
            match kind {
                0 => OtpParams::Hotp { key, algorithm, digits, counter: Counter::new(counter).unwrap() },
                1 => OtpParams::Steam { key },
                _ => OtpParams::Totp { key, algorithm, digits, period: Period::new(period).unwrap() },
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_was_written_is_read_back(params in any_params(), issuer in "[ -~åß漢]{0,12}", name in "[ -~åß漢]{0,20}") {
        let (issuer, name) = (issuer.trim(), name.trim());
        let account = read(&write(issuer, name, &params)).unwrap();
        prop_assert_eq!((&*account.issuer, &*account.name), (issuer, name));
        prop_assert_eq!(account.key, UriKey::Ready(params));
    }

    #[test]
    fn nothing_makes_it_panic(text in "(otpauth|motp|steam|x)://.{0,80}", any in ".{0,80}") {
        let _ = read(&text);
        let _ = read(&any);
    }
}
