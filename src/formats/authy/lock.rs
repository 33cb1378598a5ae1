//! The lock: each token under the backup password by itself, with a salt of its own. Nothing else tells whether the
//! password is right, so it is wrong when it opens none of them.

use std::fmt;

use crate::formats::authy::ID;
use crate::formats::authy::tokens::{Key, Read};
use crate::formats::gathering::Gathering;
use crate::formats::{FormatError, Imported, Locked, Reason, Spot, UnlockError};

/// The most rounds of PBKDF2 for all tokens together: a thousand tokens of the newest sort, and about a minute.
const MOST_ROUNDS: u64 = 100_000_000;

/// The tokens of a file, of which some may wait for the password.
pub(super) struct LockedTokens(Vec<(Spot, Read)>);

impl LockedTokens {
    /// Bounds what all tokens together cost, before anybody is asked for a password.
    pub(super) fn new(tokens: Vec<(Spot, Read)>) -> Result<Self, FormatError> {
        let sealed = tokens.iter().filter_map(|(_, token)| token.as_ref().ok());
        let sealed = sealed.filter(|token| matches!(token.key, Key::Sealed(_)));
        let rounds = sealed.map(|token| token.rounds).fold(0, u64::saturating_add);
        if rounds > MOST_ROUNDS { Err(FormatError::TooManyRounds { rounds }) } else { Ok(Self(tokens)) }
    }

    /// The content where nothing is locked.
    pub(super) fn plain(&self) -> Result<Imported, FormatError> {
        self.content(None).map(|(imported, _)| imported)?
    }

    /// The content, and whether the password opened at least one token.
    fn content(&self, password: Option<&str>) -> Result<(Result<Imported, FormatError>, bool), FormatError> {
        let (mut gathering, mut has_opened) = (Gathering::new(ID), false);
        for (spot, token) in &self.0 {
            let token = match token {
                Ok(token) => token,
                Err((title, reason)) => {
                    gathering.complain(*spot, title, reason.clone())?;
                    continue;
                }
            };
            let opened = match (&token.key, password) {
                (Key::Sealed(sealed), Some(password)) => Some(sealed.open(password).ok_or(Reason::NotOpened)),
                _ => None,
            };
            has_opened |= matches!(opened, Some(Ok(_)));
            match opened.transpose().and_then(|key| token.arrival(key)) {
                Ok(arrival) => gathering.take(*spot, arrival)?,
                Err(reason) => gathering.complain(*spot, &format!("{}:{}", token.issuer, token.name), reason)?,
            }
        }
        Ok((gathering.finish(), has_opened))
    }
}

impl fmt::Debug for LockedTokens {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "LockedTokens({})", self.0.len())
    }
}

impl Locked for LockedTokens {
    fn format(&self) -> &'static str {
        ID
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        match self.content(Some(password))? {
            (content, true) => Ok(content?),
            (_, false) => Err(UnlockError::WrongPassword),
        }
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::BASE64;
    use serde_json::{Value, json};

    use crate::formats::authy::Authy;
    use crate::formats::kdf_bounds::{Pbkdf2, PbkdfHash};
    use crate::formats::testing::{KEY, names, opened, plain, refusal};
    use crate::formats::{FormatError, Reason, UnlockError, aes_cbc};

    fn sealed(password: &str, iv: [u8; 16]) -> String {
        let key = Pbkdf2::new(PbkdfHash::Sha1, 1000, b"salt".to_vec()).unwrap().key(password.as_bytes());
        BASE64.encode(&aes_cbc::seal(&key, &iv, KEY.to_lowercase().as_bytes()))
    }

    fn token(name: &str, seed: &str) -> Value {
        json!({"account_type": "example", "digits": 6, "encrypted_seed": seed, "issuer": "Example", "salt": "salt",
               "key_derivation_iterations": 1000, "name": name, "original_name": "Example:anna", "unique_iv": null})
    }

    #[test]
    fn a_dump_opens_with_the_backup_password_and_one_bad_token_loses_no_other() {
        let mut with_iv = token("Example: bo", &sealed("pw", [9; 16]));
        with_iv["unique_iv"] = json!("09".repeat(16));
        let tokens = json!([token("Example: anna", &sealed("pw", [0; 16])), with_iv, token("x", "AAAA"), 7]);
        let dump = json!({"authenticator_tokens": tokens, "deleted": [], "success": true}).to_string();
        let imported = opened(&Authy, &dump, "pw").unwrap();
        assert_eq!(names(&imported), [("Example", "anna"), ("Example", "bo")]);
        let reasons: Vec<_> = imported.complaints.iter().map(|it| &it.reason).collect();
        assert_eq!(reasons, [&Reason::NotOpened, &Reason::NotAnEntry]);
        assert_eq!(opened(&Authy, &dump, "other"), Err(UnlockError::WrongPassword));
    }

    #[test]
    fn rounds_are_bounded_for_each_and_for_all() {
        let dump = |rounds: u64, count| {
            let mut token = token("x", "AAAA");
            token["key_derivation_iterations"] = json!(rounds);
            json!({"authenticator_tokens": vec![token; count]}).to_string()
        };
        let costly = |rounds| Some(FormatError::TooManyRounds { rounds });
        assert_eq!(refusal(&Authy, dump(10_000_001, 1)), costly(10_000_001));
        assert_eq!(refusal(&Authy, dump(10_000_000, 11)), costly(110_000_000));
    }

    #[test]
    fn preferences_hold_both_sorts_of_tokens() {
        let list = json!([{"accountType": "mail", "digits": 8, "decryptedSecret": KEY, "name": "Mail - anna"}]);
        let own = json!([{"name": "Cloud", "secretSeed": "00ff".repeat(8), "digits": 7}]);
        let escape = |value: Value| value.to_string().replace('"', "&quot;");
        let xml = format!(
            "<?xml version='1.0'?><map><string name=\"com.authy.storage.tokens.authenticator.key\">{}</string>\
             <string name=\"com.authy.storage.tokens.authy.key\">{}</string>\
             <string name=\"com.authy.storage.tokens.new.key\">[broken</string></map>",
            escape(list),
            escape(own)
        );
        let imported = plain(&Authy, xml);
        assert_eq!(names(&imported), [("Mail", "anna"), ("Cloud", "")]);
        assert_eq!(imported.complaints.iter().map(|it| &it.reason).collect::<Vec<_>>(), [&Reason::BadField("tokens")]);
        let numbers = |it: &crate::formats::Arrival| {
            let params = it.params().unwrap();
            (params.digits(), params.period().map(|it| it.seconds()))
        };
        assert_eq!(imported.arrivals.iter().map(numbers).collect::<Vec<_>>(), [(8, Some(30)), (7, Some(10))]);
    }

    #[test]
    fn opened_dumps_and_the_lists_of_the_script_need_no_password() {
        let opened = json!({"decrypted_authenticator_tokens": [{"account_type": "shop", "name": "anna", "issuer": null,
            "decrypted_seed": KEY, "digits": 6}]});
        assert_eq!(names(&plain(&Authy, opened.to_string())), [("Shop", "anna")]);
        let uri = format!("otpauth://totp/Example:anna?secret={KEY}&issuer=Example&digits=7&period=10");
        let list = json!([{"name": "x", "secret": KEY, "uri": uri}, {"name": "Bare", "secret": KEY, "uri": ""}]);
        assert_eq!(names(&plain(&Authy, list.to_string())), [("Example", "anna"), ("", "Bare")]);
    }
}
