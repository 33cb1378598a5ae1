//! Reads cases on standard input, one a line, and prints the code of each: the program's half of `otp.sh`.
//!
//! A case is `kind algorithm digits period number key pin`, separated by tabs. The number is the counter for `hotp`
//! and the time otherwise; the key is hexadecimal, for `motp` a text; `-` stands for what a kind does not have.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a tool of the tests stops where a case is wrong"
)]

use std::io::{self, BufRead};

use data_encoding::HEXLOWER;
use pulih::moment::Moment;
use pulih::otp::{Algorithm, Counter, Digits, MotpSecret, OtpKey, OtpParams, Period, Pin, YandexKey};
use pulih::secret::Secret;

fn main() {
    for line in io::stdin().lock().lines() {
        let line = line.expect("cases are text");
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, algorithm, digits, period, number, key, pin] = fields.as_slice() else {
            panic!("seven fields: {line}")
        };
        let params = params(kind, algorithm, digits, period, number, key, pin);
        let time = number.parse().expect("a time");
        println!("{}", params.code_at(Moment::from_unix(time)).expect("a code").expose());
    }
}

fn params(kind: &str, algorithm: &str, digits: &str, period: &str, number: &str, key: &str, pin: &str) -> OtpParams {
    let bytes = || OtpKey::new(Secret::taken(HEXLOWER.decode(key.as_bytes()).expect("hexadecimal"))).expect("a key");
    let algorithm = || Algorithm::parse(algorithm).expect("a hash");
    let digits = || Digits::new(digits.parse().expect("a number")).expect("digits");
    let pin = || Pin::new(pin).expect("a PIN");
    match kind {
        "hotp" => {
            let counter = Counter::new(number.parse().expect("a number")).expect("a counter");
            OtpParams::Hotp { key: bytes(), algorithm: algorithm(), digits: digits(), counter }
        }
        "motp" => OtpParams::Motp { secret: MotpSecret::new(key).expect("a secret"), pin: pin() },
        "steam" => OtpParams::Steam { key: bytes() },
        "totp" => {
            let period = Period::new(period.parse().expect("a number")).expect("a period");
            OtpParams::Totp { key: bytes(), algorithm: algorithm(), digits: digits(), period }
        }
        "yandex" => OtpParams::Yandex { key: YandexKey::new(bytes()).expect("a Yandex key"), pin: pin() },
        other => panic!("no kind {other}"),
    }
}
