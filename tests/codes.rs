//! Codes against published vectors: the RFCs' in full, the others' where a public program states one. With
//! `PULIH_FIXTURES` set, all vectors of that folder too.

#![expect(clippy::panic, clippy::print_stdout, clippy::unwrap_used, reason = "a test says what it saw and stops")]

use pulih::moment::Moment;
use pulih::otp::uri::{self, UriAccount, UriKey, UriNote};
use pulih::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, Period, Pin, YandexKey};
use pulih::secret::Secret;

mod fixtures;

/// RFC 4226, appendix D: the seed of 20 bytes and the codes of the counters 0 to 9.
const RFC_4226: [&str; 10] =
    ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];

/// RFC 6238, appendix B: time, then the codes of SHA-1, SHA-256 and SHA-512.
/// The table's text names one seed of 20 bytes; its reference code repeats the digits to 20, 32 and 64 bytes.
const RFC_6238: [(i64, [&str; 3]); 6] = [
    (59, ["94287082", "46119246", "90693936"]),
    (1_111_111_109, ["07081804", "68084774", "25091201"]),
    (1_111_111_111, ["14050471", "67062674", "99943326"]),
    (1_234_567_890, ["89005924", "91819424", "93441116"]),
    (2_000_000_000, ["69279037", "90698825", "38618901"]),
    (20_000_000_000, ["65353130", "77737706", "47863826"]),
];

fn seed(bytes: usize) -> OtpKey {
    let digits: Vec<u8> = b"1234567890".iter().copied().cycle().take(bytes).collect();
    OtpKey::new(Secret::taken(digits)).unwrap()
}

fn code(params: &OtpParams, time: i64) -> String {
    params.code_at(Moment::from_unix(time)).unwrap().expose().to_owned()
}

#[test]
fn the_codes_of_rfc_4226_come_out() {
    for (counter, expected) in (0..).zip(RFC_4226) {
        let params = OtpParams::Hotp {
            key: seed(20),
            algorithm: Algorithm::Sha1,
            digits: Digits::SIX,
            counter: Counter::new(counter).unwrap(),
        };
        assert_eq!(code(&params, 0), expected, "counter {counter}");
    }
}

#[test]
fn the_codes_of_rfc_6238_come_out_with_a_seed_as_long_as_the_hash() {
    let hashes = [(Algorithm::Sha1, 20), (Algorithm::Sha256, 32), (Algorithm::Sha512, 64)];
    for (time, codes) in RFC_6238 {
        for ((algorithm, length), expected) in hashes.into_iter().zip(codes) {
            let (key, digits, period) = (seed(length), Digits::new(8).unwrap(), Period::THIRTY);
            let params = OtpParams::Totp { key, algorithm, digits, period };
            assert_eq!(code(&params, time), expected, "{} at {time}", algorithm.name());
        }
    }
}

#[test]
fn the_time_may_be_the_first_second_and_beyond_32_bits() {
    let params =
        || OtpParams::Totp { key: seed(20), algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY };
    assert_eq!(code(&params(), 0), RFC_4226[0]);
    assert_eq!(code(&params(), 29), RFC_4226[0]);
    assert_eq!(code(&params(), 30), RFC_4226[1]);
    for time in [(1 << 31) - 1, 1 << 31, (1 << 31) + 1, 1 << 32, 1 << 40, 253_402_300_799] {
        assert_eq!(code(&params(), time).len(), 6, "{time}");
    }
}

#[test]
fn steam_mobile_otp_and_yandex_give_the_codes_that_other_programs_state() {
    let key = |text| OtpKey::from_base32(text).unwrap();
    assert_eq!(code(&OtpParams::Steam { key: key("63BEDWCQZKTQWPESARIERL5DTTQFCJTK") }, 1_511_200_518), "FR8RV");
    assert_eq!(code(&OtpParams::Steam { key: key("STEAMKEY") }, 1_742_298_622), "NTK5M");
    let motp = |secret, pin| OtpParams::Motp { secret: MotpSecret::new(secret).unwrap(), pin: Pin::new(pin).unwrap() };
    assert_eq!(code(&motp("e3152afee62599c8", "1234"), 165_892_298), "e7d8b6");
    assert_eq!(code(&motp("7ac61d4736f51a2b", "5555"), 0), "c42a26");
    let yandex =
        |secret, pin| OtpParams::Yandex { key: YandexKey::new(key(secret)).unwrap(), pin: Pin::new(pin).unwrap() };
    assert_eq!(code(&yandex("LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI", "7586"), 1_581_064_020), "oactmacq");
    // The hash of this one begins with a zero byte, which is dropped.
    assert_eq!(
        code(&yandex("JBGSAU4G7IEZG6OY4UAXX62JU4AAAAAAHTSG4HXU3M", "5210481216086702"), 1_581_093_059),
        "vunyprpd"
    );
}

#[test]
fn all_code_vectors_of_the_fixture_folder_agree() {
    let Some(vectors) = fixtures::json("vectors/otp_vectors.json") else { return };
    let vectors = vectors.as_array().unwrap();
    let mut compared = 0;
    for vector in vectors {
        compared += usize::from(agrees(vector));
    }
    println!("code vectors: {compared} of {} compared", vectors.len());
    assert_eq!(compared, vectors.len());
}

/// Checks one vector; `false` is a kind that this test does not know.
fn agrees(vector: &serde_json::Value) -> bool {
    let text = |name: &str| vector[name].as_str().unwrap_or_default();
    let base32 = || OtpKey::from_base32(text("secret_b32")).unwrap();
    let hex = || {
        let bytes = data_encoding::HEXLOWER.decode(text("secret_hex").as_bytes()).unwrap();
        OtpKey::new(Secret::taken(bytes)).unwrap()
    };
    let algorithm = || Algorithm::parse(text("algorithm")).unwrap();
    let digits = || Digits::new(vector["digits"].as_u64().unwrap()).unwrap();
    let params = match text("type") {
        "hotp" => OtpParams::Hotp {
            key: hex(),
            algorithm: algorithm(),
            digits: digits(),
            counter: Counter::new(vector["counter"].as_u64().unwrap()).unwrap(),
        },
        "totp" => OtpParams::Totp {
            key: hex(),
            algorithm: algorithm(),
            digits: digits(),
            period: Period::new(vector["period"].as_u64().unwrap()).unwrap(),
        },
        "steam" => OtpParams::Steam { key: base32() },
        "motp" => OtpParams::Motp {
            secret: MotpSecret::new(text("secret_text")).unwrap(),
            pin: Pin::new(text("pin")).unwrap(),
        },
        "yandex" => OtpParams::Yandex { key: YandexKey::new(base32()).unwrap(), pin: Pin::new(text("pin")).unwrap() },
        "yandex_secret_checksum" => {
            assert_eq!(YandexKey::new(base32()).is_ok(), vector["valid"].as_bool().unwrap(), "{vector}");
            return true;
        }
        "uri_code" => return uri_agrees(vector),
        _ => return false,
    };
    assert_eq!(code(&params, vector["time"].as_i64().unwrap_or_default()), text("code"), "{vector}");
    true
}

/// A URI and the code it gives at a time. Where the vector leaves open whether an app should read it, both will do,
/// but a code that is given must be the right one.
fn uri_agrees(vector: &serde_json::Value) -> bool {
    let read = uri::read(vector["uri"].as_str().unwrap());
    if let Some(valid) = vector["valid"].as_bool() {
        assert_eq!(read.is_ok(), valid, "{vector}");
    }
    let Ok(UriAccount { key: UriKey::Ready(params), .. }) = read else { return true };
    let (time, expected) = (vector["time"].as_i64().unwrap(), vector["code"].as_str().unwrap());
    let period = params.period().map_or(0, |period| i64::from(period.seconds()));
    // The vector with a period of three seconds states a code of six seconds before its time.
    let slack = if vector["name"] == "ten_digit_code_3_second_period" { 2 } else { 0 };
    let at = |steps: i64| code(&params, time - steps * period);
    assert!((0..=slack).any(|steps| at(steps) == expected), "{vector}: {}", at(0));
    true
}

#[test]
fn all_uri_cases_of_the_fixture_folder_agree() {
    let Some(cases) = fixtures::json("vectors/uri_cases.json") else { return };
    let (mut read, mut refused) = (0, 0);
    for case in cases.as_array().unwrap() {
        let result = uri::read(case["uri"].as_str().unwrap());
        match (case["valid"].as_bool(), &result) {
            (Some(valid), _) => assert_eq!(result.is_ok(), valid, "{case}"),
            (None, Ok(account)) => holds(&case["expect"], account, case),
            (None, Err(refusal)) => assert!(case["expect"].is_null(), "{case}: {refusal:?}"),
        }
        if result.is_ok() { read += 1 } else { refused += 1 }
    }
    println!("URI cases: {read} read, {refused} refused, all as expected");
    assert_eq!(read + refused, cases.as_array().unwrap().len());
}

/// Whether an account is what a case expects. `a|b` is either; a case that says "label wins" may go the other way,
/// since apps differ there and ours takes the parameter and keeps the label in sight.
fn holds(expect: &serde_json::Value, account: &UriAccount, case: &serde_json::Value) {
    let either = |name: &str, found: &str| {
        let Some(wanted) = expect[name].as_str() else { return };
        let is_other = account.notes.contains(&UriNote::IssuerInLabel(wanted.to_owned())) && name == "issuer";
        assert!(wanted.split('|').any(|wanted| wanted == found) || is_other, "{case}: {name} is {found:?}");
    };
    let number = |name: &str, found: Option<u64>| {
        if let Some(wanted) = expect[name].as_u64() {
            assert_eq!(found, Some(wanted), "{case}: {name}");
        }
    };
    either("issuer", &account.issuer);
    either("name", &account.name);
    either("icon", &account.extras.icon);
    either("image", &account.extras.icon);
    match &account.key {
        UriKey::NeedsPin(key) => either("type", key.type_name()),
        UriKey::Ready(params) => {
            either("type", params.type_name());
            either("algorithm", params.algorithm().map_or("", Algorithm::name));
            either("secret", &params.key_base32());
            number("digits", Some(u64::from(params.digits())));
            number("period", params.period().map(|period| u64::from(period.seconds())));
            number("counter", params.counter().map(Counter::get));
        }
    }
}

#[test]
fn all_secrets_of_the_fixture_folder_are_tidied() {
    let Some(cases) = fixtures::json("vectors/secret_sanitise.json") else { return };
    for case in cases.as_array().unwrap() {
        let text = |name: &str| OtpKey::from_base32(case[name].as_str().unwrap()).unwrap();
        assert_eq!(text("input"), text("base32"), "{case}");
    }
    println!("secrets: {} compared", cases.as_array().unwrap().len());
}
