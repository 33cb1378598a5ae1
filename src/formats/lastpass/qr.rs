//! The transfer codes as a text, one a line. The message itself is read by `lastpass_transfer`.

use crate::formats::gathering::Gathering;
use crate::formats::lastpass_transfer::{is_transfer, take};
use crate::formats::lines::{are_all, lines};
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed};

/// Transfer codes of LastPass Authenticator.
#[derive(Debug)]
pub struct LastPassQr;

impl Format for LastPassQr {
    fn id(&self) -> &'static str {
        "lastpass-qr"
    }

    fn about(&self) -> About {
        About { app: "LastPass Authenticator", how: "how-lastpass-qr", reads: "transfer codes" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        are_all(file, is_transfer)
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let mut gathering = Gathering::new(self.id());
        for (spot, line) in lines(file.text().ok_or(FormatError::NotRecognised)?) {
            take(&mut gathering, spot, line)?;
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use data_encoding::BASE64;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use serde_json::json;

    use super::LastPassQr;
    use crate::formats::{Foreign, Format, Imported, Likeness, Parsed, Reason};

    fn packed(bytes: &[u8]) -> String {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        BASE64.encode(&encoder.finish().unwrap())
    }

    fn code(inner: &[u8]) -> String {
        let outer = json!({"content": packed(inner), "version": 3}).to_string();
        format!("lpaauth-migration://offline?data={}", packed(outer.as_bytes()).replace('+', "%2B"))
    }

    fn read(text: String) -> Imported {
        let file = Foreign::new(text.into_bytes(), None).unwrap();
        assert_eq!(LastPassQr.sniff(&file), Likeness::Sure);
        match LastPassQr.parse(&file) {
            Ok(Parsed::Plain(imported)) => imported,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn accounts_come_by_their_short_names() {
        let account = json!({"oIN": "Original", "iN": "", "uN": "anna", "s": "JBSWY3DPEHPK3PXP", "d": 6, "tS": 30, "a": "SHA1", "iF": true});
        let imported = read(code(json!({"a": [account, 5]}).to_string().as_bytes()));
        let [arrival] = imported.arrivals.as_slice() else { panic!("one") };
        assert_eq!((&*arrival.issuer, &*arrival.name, arrival.pinned), ("Original", "anna", true));
        assert_eq!(imported.complaints.len(), 1);
    }

    #[test]
    fn what_unpacks_too_far_or_not_at_all_is_refused() {
        let bomb = vec![b' '; 32 * 1024 * 1024];
        let codes = [
            code(&bomb),
            format!("lpaauth-migration://offline?data={}", packed(&bomb)),
            code(b"{}"),
            "lpaauth-migration://offline?data=AAAA".to_owned(),
            "lpaauth-migration://offline".to_owned(),
        ];
        for code in codes {
            let imported = read(code);
            assert_eq!(imported.complaints.first().map(|it| &it.reason), Some(&Reason::Transfer));
        }
    }
}
