//! Codes by another hand than the program's: `oathtool`, where `PULIH_TEST_OATHTOOL` names it, or the few lines of RFC 4226.

use std::collections::BTreeMap;
use std::process::Command;

use data_encoding::BASE32_NOPAD;
use percent_encoding::percent_decode_str;
use ring::hmac;

/// A key as an `otpauth` address has it.
pub struct Key {
    pub issuer: String,
    is_counting: bool,
    values: BTreeMap<String, String>,
}

impl Key {
    /// Of time or counter; nothing for other kinds, which the other hand does not know.
    pub fn of(address: &str) -> Option<Self> {
        let (kind, rest) = address.strip_prefix("otpauth://")?.split_once('/')?;
        let (_, query) = rest.split_once('?')?;
        let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let values: BTreeMap<String, String> = pairs.map(|(name, value)| (name.to_owned(), plain(value))).collect();
        let is_counting = kind == "hotp";
        (is_counting || kind == "totp").then(|| Self { issuer: values["issuer"].clone(), is_counting, values })
    }

    fn number(&self, name: &str, usual: u64) -> u64 {
        self.values.get(name).map_or(usual, |text| text.parse().unwrap())
    }

    /// Whether it counts its codes instead of following the clock.
    pub const fn is_counting(&self) -> bool {
        self.is_counting
    }

    /// The code of this moment, or the next one of a counter.
    pub fn code_at(&self, unix: u64) -> String {
        match std::env::var("PULIH_TEST_OATHTOOL") {
            Ok(program) => self.by_oathtool(&program, unix),
            Err(_) if self.is_counting => self.by_hand(self.number("counter", 0)),
            Err(_) => self.by_hand(unix / self.number("period", 30)),
        }
    }

    fn by_oathtool(&self, program: &str, unix: u64) -> String {
        let mut command = Command::new(program);
        if self.is_counting {
            command.args(["--hotp", &format!("--counter={}", self.number("counter", 0))]);
        } else {
            let hash = self.values.get("algorithm").map_or("SHA1", String::as_str).to_lowercase();
            let step = format!("--time-step-size={}s", self.number("period", 30));
            command.args([&format!("--totp={hash}"), &step, &format!("--now=@{unix}")]);
        }
        let digits = format!("--digits={}", self.number("digits", 6));
        let output = command.args([&digits, "--base32", &self.values["secret"]]).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn by_hand(&self, moving: u64) -> String {
        let algorithm = match self.values.get("algorithm").map_or("SHA1", String::as_str) {
            "SHA256" => hmac::HMAC_SHA256,
            "SHA512" => hmac::HMAC_SHA512,
            _ => hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
        };
        let secret = BASE32_NOPAD.decode(self.values["secret"].to_uppercase().as_bytes()).unwrap();
        let tag = hmac::sign(&hmac::Key::new(algorithm, &secret), &moving.to_be_bytes());
        let bytes = tag.as_ref();
        let at = usize::from(bytes[bytes.len() - 1] & 15);
        let number = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
        let digits = usize::try_from(self.number("digits", 6)).unwrap();
        format!("{:0digits$}", u64::from(number) % 10_u64.pow(u32::try_from(digits).unwrap()))
    }
}
