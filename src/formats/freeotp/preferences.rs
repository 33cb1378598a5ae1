//! FreeOTP 1's preferences, which FreeOTP+ keeps as well: each token as JSON under its name.

use crate::formats::android_prefs::Prefs;
use crate::formats::freeotp::token::{self, Counts, Who};
use crate::formats::gathering::Gathering;
use crate::formats::json::{self, Json};
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, Reason, Spot};

/// The name under which the order stands, in a file of no other app.
const ORDER: &str = "tokenOrder";

/// The preferences of FreeOTP 1.
#[derive(Debug)]
pub struct FreeOtp;

impl Format for FreeOtp {
    fn id(&self) -> &'static str {
        "freeotp"
    }

    fn about(&self) -> About {
        let reads = "tokens.xml of FreeOTP 1 and of FreeOTP+, from a phone with root access";
        About { app: "FreeOTP 1", how: "how-freeotp", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let Some(text) = file.text().filter(|text| Prefs::is_likely(text)) else { return Likeness::None };
        let has_token = text.contains("issuerExt") && text.contains("secret");
        if text.contains(ORDER) || has_token { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let prefs = Prefs::parse(file.text().ok_or(FormatError::NotRecognised)?)?;
        let mut gathering = Gathering::new(self.id());
        for (item, (name, text)) in (1..).zip(prefs.iter().filter(|(name, _)| *name != ORDER)) {
            let spot = Spot::Item(item);
            let json = json::parse(text.as_bytes());
            let Some(token) = json.as_ref().ok().and_then(Json::fields) else {
                gathering.complain(spot, name, Reason::NotAnEntry)?;
                continue;
            };
            let entry = token::key(token).and_then(|key| token::arrival(token, key, Counts::Last));
            gathering.settle(spot, &Who::of(token).title(), entry)?;
        }
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

#[cfg(test)]
mod tests {
    use super::FreeOtp;
    use crate::formats::{Foreign, Format, Likeness, Parsed, Reason};

    #[test]
    fn each_token_stands_under_its_name_and_one_bad_one_never_loses_another() {
        let xml = "<?xml version='1.0'?><map><string name=\"a\">{&quot;label&quot;:&quot;a&quot;,&quot;secret&quot;:[1]}\
                   </string><string name=\"b\">{</string><string name=\"tokenOrder\">[&quot;a&quot;]</string></map>";
        let file = Foreign::new(xml.as_bytes().to_vec(), None).unwrap();
        assert_eq!(FreeOtp.sniff(&file), Likeness::Sure);
        let Ok(Parsed::Plain(imported)) = FreeOtp.parse(&file) else { panic!("plain") };
        assert_eq!(imported.arrivals.len(), 1);
        let complaints: Vec<_> = imported.complaints.iter().map(|it| (&*it.title, &it.reason)).collect();
        assert_eq!(complaints, [("b", &Reason::NotAnEntry)]);
    }

    #[test]
    fn preferences_of_another_app_are_not_taken() {
        let file =
            Foreign::new(b"<?xml version='1.0'?><map><string name=\"x\">y</string></map>".to_vec(), None).unwrap();
        assert_eq!(FreeOtp.sniff(&file), Likeness::None);
    }
}
