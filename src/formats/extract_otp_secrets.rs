//! What the tool extract_otp_secrets writes from Google's transfer codes: JSON and CSV with the same names (`name`,
//! `secret`, `issuer`, `type`, `counter`, `url`), and tables for KeePass, one for each type of code.

use crate::formats::csv_table::header;
use crate::formats::json::Fields;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, plain_rows};

/// The names in its JSON and CSV.
const NAMES: [&str; 5] = ["issuer", "name", "secret", "type", "url"];

/// The names of the key in its tables for KeePass.
const KEEPASS: [&str; 2] = ["hmacotp-secret-base32", "timeotp-secret-base32"];

/// extract_otp_secrets.
#[derive(Debug)]
pub struct ExtractOtpSecrets;

impl Format for ExtractOtpSecrets {
    fn id(&self) -> &'static str {
        "extract-otp-secrets"
    }

    fn about(&self) -> About {
        About { app: "extract_otp_secrets", how: "how-extract-otp-secrets", reads: "JSON, CSV, CSV for KeePass" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let names = header(file.text().unwrap_or_default());
        let is_table = NAMES.iter().all(|name| names.iter().any(|it| it == name))
            || KEEPASS.iter().any(|name| names.iter().any(|it| it == name));
        let first = plain_rows::items(file).and_then(|items| Fields::of(items.first()?));
        let is_list = first.is_some_and(|first| NAMES.iter().all(|name| first.has(name)));
        if is_table || is_list { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        plain_rows::read(self.id(), file)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::ExtractOtpSecrets;
    use crate::formats::testing::{KEY, names, plain};

    #[test]
    fn json_and_csv_are_read_alike() {
        let url = format!("otpauth://hotp/Example%3Aanna?secret={KEY}&issuer=Example&counter=4");
        let list = json!([{"name": "Example:anna", "secret": KEY, "issuer": "Example", "type": "hotp", "counter": 4, "url": url}]);
        let table = format!("name,secret,issuer,type,counter,url\nExample:anna,{KEY},Example,hotp,4,{url}\n");
        for text in [list.to_string(), table] {
            let imported = plain(&ExtractOtpSecrets, text);
            assert_eq!((names(&imported), imported.arrivals[0].type_name()), (vec![("Example", "anna")], "hotp"));
        }
    }

    #[test]
    fn the_tables_for_keepass_have_a_key_for_each_type() {
        let totp = format!("Title,User Name,TimeOtp-Secret-Base32,Group\nExample,anna,{KEY},OTP/TOTP\n");
        let hotp =
            format!("Title,User Name,HmacOtp-Secret-Base32,HmacOtp-Counter,Group\nExample,anna,{KEY},4,OTP/HOTP\n");
        for (text, type_) in [(totp, "totp"), (hotp, "hotp")] {
            let imported = plain(&ExtractOtpSecrets, text);
            assert_eq!((names(&imported), imported.arrivals[0].type_name()), (vec![("Example", "anna")], type_));
        }
    }
}
