//! The preferences of Battle.net's Android app, in which serial and key are masked with a fixed text. Newer versions
//! keep them in the phone's key store instead, and then only the phone has them.

use data_encoding::HEXLOWER_PERMISSIVE;
use zeroize::Zeroizing;

use crate::formats::android_prefs::Prefs;
use crate::formats::gathering::Gathering;
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::{About, Arrival, Foreign, Format, FormatError, Likeness, Parsed, Spot};
use crate::otp::OtpKey;
use crate::secret::Secret;

/// How the names of its preferences begin.
const PREFS: &str = "com.blizzard.messenger.AUTHENTICATOR_";

/// What serial and key are masked with, byte by byte.
const MASK: &str = "398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c6479015c1d5b8b8f6b9a";

/// How many digits its codes have.
const DIGITS: u64 = 8;

/// Battle.net.
#[derive(Debug)]
pub struct BattleNet;

impl Format for BattleNet {
    fn id(&self) -> &'static str {
        "battle-net"
    }

    fn about(&self) -> About {
        About { app: "Battle.net", how: "how-battle-net", reads: "preferences of the Android app" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_ours = file.text().is_some_and(|text| Prefs::is_likely(text) && text.contains(PREFS));
        if is_ours { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let prefs = Prefs::parse(file.text().ok_or(FormatError::NotRecognised)?)?;
        let text = |name: &str| prefs.text(&format!("{PREFS}{name}"));
        match text("CREDENTIALS_ENCRYPTION_TYPE") {
            None | Some("MASK") => {}
            Some(_) => return Err(FormatError::NoPassword),
        }
        let key = unmasked(text("DEVICE_SECRET").ok_or(FormatError::NoAccounts)?).ok_or(FormatError::Damaged("key"))?;
        let serial = match text("SERIAL") {
            Some(serial) => unmasked(serial).ok_or(FormatError::Damaged("serial"))?,
            None => Zeroizing::new(String::new()),
        };
        let (spot, mut gathering) = (Spot::Item(1), Gathering::new(self.id()));
        match HEXLOWER_PERMISSIVE.decode(key.as_bytes()) {
            Ok(bytes) => take(&mut gathering, spot, &serial, bytes)?,
            Err(_) => return Err(FormatError::Damaged("key")),
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

fn take(gathering: &mut Gathering, spot: Spot, serial: &str, bytes: Vec<u8>) -> Result<(), FormatError> {
    let digits = Some(DIGITS);
    let raw = RawCode { type_: CodeType::Totp, algorithm: "", digits, period: None, counter: None, pin: "" };
    match OtpKey::new(Secret::taken(bytes)).map_err(Into::into).and_then(|key| raw.with_key(key)) {
        Ok(key) => gathering.take(spot, Arrival::new("Battle.net", serial, Some(key))),
        Err(reason) => gathering.complain(spot, serial, reason),
    }
}

/// A text without its mask; `None` where it is no hexadecimal, longer than the mask, or no text.
fn unmasked(hex: &str) -> Option<Zeroizing<String>> {
    let mut bytes = Zeroizing::new(HEXLOWER_PERMISSIVE.decode(hex.trim().as_bytes()).ok()?);
    let mask = HEXLOWER_PERMISSIVE.decode(MASK.as_bytes()).ok()?;
    if bytes.len() > mask.len() {
        return None;
    }
    bytes.iter_mut().zip(mask).for_each(|(byte, mask)| *byte ^= mask);
    std::str::from_utf8(&bytes).ok().filter(|text| text.is_ascii()).map(|text| Zeroizing::new(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::{BattleNet, MASK};
    use crate::formats::FormatError;
    use crate::formats::testing::{names, plain, refusal};

    fn masked(text: &str) -> String {
        let mask = HEXLOWER.decode(MASK.as_bytes()).unwrap();
        HEXLOWER.encode(&text.bytes().zip(mask).map(|(byte, mask)| byte ^ mask).collect::<Vec<_>>())
    }

    fn prefs(type_: &str, secret: &str) -> String {
        let pref = |name: &str, text: &str| {
            format!("<string name=\"com.blizzard.messenger.AUTHENTICATOR_{name}\">{text}</string>")
        };
        let (type_, serial) =
            (pref("CREDENTIALS_ENCRYPTION_TYPE", type_), pref("SERIAL", &masked("EU-1234-5678-9012")));
        format!("<?xml version='1.0'?><map>{type_}{serial}{}</map>", pref("DEVICE_SECRET", secret))
    }

    #[test]
    fn serial_and_key_are_unmasked() {
        let imported = plain(&BattleNet, prefs("MASK", &masked(&"0b".repeat(20))));
        assert_eq!(names(&imported), [("Battle.net", "EU-1234-5678-9012")]);
        let params = imported.arrivals[0].params().unwrap();
        assert_eq!((params.digits(), params.expose_key()), (8, [0x0b; 20].as_slice()));
    }

    #[test]
    fn what_only_the_phone_has_and_what_is_damaged_is_refused() {
        assert_eq!(refusal(&BattleNet, prefs("KEYSTORE", "00")), Some(FormatError::NoPassword));
        assert_eq!(refusal(&BattleNet, prefs("MASK", "xyz")), Some(FormatError::Damaged("key")));
        assert_eq!(refusal(&BattleNet, prefs("MASK", &"00".repeat(60))), Some(FormatError::Damaged("key")));
    }
}
