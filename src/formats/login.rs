//! An entry of a password manager: a title, a user name, and a text from which the codes come, which is a URI or a bare
//! key. Entries without such a text are counted, since they are no accounts of an authenticator.

use crate::formats::gathering::Gathering;
use crate::formats::raw_code::{CodeType, RawCode};
use crate::formats::{Arrival, FormatError, Reason, Remark, Spot, uri_entry};
use crate::otp::OtpKey;
use crate::otp::uri::{self, UriError};

/// What an entry says.
#[derive(Clone, Default)]
pub(in crate::formats) struct Login<'a> {
    /// What the entry is called, mostly the service.
    pub(in crate::formats) title: &'a str,
    /// The account at the service.
    pub(in crate::formats) name: &'a str,
    /// A URI, or a key in base32.
    pub(in crate::formats) code: &'a str,
    /// A free text.
    pub(in crate::formats) note: &'a str,
    /// The names of the groups it is in; empty ones are passed over.
    pub(in crate::formats) groups: Vec<&'a str>,
    /// Whether it stays on top.
    pub(in crate::formats) is_pinned: bool,
    /// Whether it lies in the trash there.
    pub(in crate::formats) is_trashed: bool,
}

/// Entries that are taken in one by one, those without a code counted.
pub(in crate::formats) struct Logins {
    gathering: Gathering,
    without_code: usize,
}

impl Logins {
    pub(in crate::formats) fn new(format: &'static str) -> Self {
        Self { gathering: Gathering::new(format), without_code: 0 }
    }

    /// Takes an entry in, or a complaint about it.
    ///
    /// # Errors
    /// [`FormatError::TooMany`].
    pub(in crate::formats) fn take(&mut self, spot: Spot, login: &Login<'_>) -> Result<(), FormatError> {
        if login.code.trim().is_empty() {
            self.pass_over();
            return Ok(());
        }
        match login.arrival() {
            Ok((arrival, remarks)) => uri_entry::take_noted(&mut self.gathering, spot, arrival, remarks),
            Err(reason) => self.gathering.complain(spot, &login.label(), reason),
        }
    }

    /// Counts an entry without a code.
    pub(in crate::formats) fn pass_over(&mut self) {
        self.without_code += 1;
    }

    /// Where everything else is taken down.
    pub(in crate::formats) fn gathering(&mut self) -> &mut Gathering {
        &mut self.gathering
    }

    /// The content of the file.
    ///
    /// # Errors
    /// [`FormatError::NoAccounts`].
    pub(in crate::formats) fn finish(mut self) -> Result<crate::formats::Imported, FormatError> {
        if self.without_code > 0 {
            self.gathering.note_on_file(Remark::WithoutCode(self.without_code));
        }
        self.gathering.finish()
    }
}

impl Login<'_> {
    fn arrival(&self) -> Result<(Arrival, Vec<Remark>), Reason> {
        let (mut arrival, remarks) =
            if is_uri(self.code) { self.uri_arrival()? } else { (self.key_arrival()?, Vec::new()) };
        if !self.note.is_empty() {
            arrival.note = self.note.into();
        }
        arrival.groups.extend(self.groups.iter().copied().filter(|group| !group.trim().is_empty()).map(Into::into));
        arrival.pinned |= self.is_pinned;
        arrival.trashed |= self.is_trashed;
        Ok((arrival, remarks))
    }

    /// What the URI leaves out is what the entry says.
    fn uri_arrival(&self) -> Result<(Arrival, Vec<Remark>), Reason> {
        let code = self.code.trim();
        let account = match uri::read(code) {
            Ok(account) => account,
            // Somebody put it there for an account that has codes, so the account is worth keeping.
            Err(refusal) if refusal.why == UriError::NoKey => {
                return Ok((self.without_key(&refusal.title), Vec::new()));
            }
            Err(refusal) => return Err(refusal.why.into()),
        };
        let (mut arrival, remarks) = uri_entry::arrival(account);
        // `steam://` has no issuer of its own; the one that comes out is only the kind of code.
        if arrival.issuer.is_empty() || is_steam(code) && !self.title.trim().is_empty() {
            arrival.issuer = self.title.into();
        }
        if arrival.name.is_empty() {
            arrival.name = self.name.into();
        }
        Ok((arrival, remarks))
    }

    fn key_arrival(&self) -> Result<Arrival, Reason> {
        let raw = RawCode { type_: CodeType::Totp, algorithm: "", digits: None, period: None, counter: None, pin: "" };
        let key = raw.with_key(OtpKey::from_base32(self.code)?)?;
        Ok(Arrival::new(self.title, self.name, Some(key)))
    }

    fn without_key(&self, title: &str) -> Arrival {
        let name = if self.title.is_empty() && self.name.is_empty() { title } else { self.name };
        Arrival::new(self.title, name, None)
    }

    fn label(&self) -> String {
        match (self.title.is_empty(), self.name.is_empty()) {
            (true, _) => self.name.to_owned(),
            (_, true) => self.title.to_owned(),
            _ => format!("{}:{}", self.title, self.name),
        }
    }
}

/// Whether a text has a scheme as a URI does; no key has a colon.
pub(in crate::formats) fn is_uri(text: &str) -> bool {
    text.contains("://")
}

fn is_steam(uri: &str) -> bool {
    uri.get(..6).is_some_and(|scheme| scheme.eq_ignore_ascii_case("steam:"))
}

#[cfg(test)]
mod tests {
    use super::{Login, Logins};
    use crate::account::Credential;
    use crate::formats::{Arrival, Imported, Reason, Remark, Spot};
    use crate::otp::KeyError;
    use crate::otp::uri::{PushApp, UriError};

    const KEY: &str = "JBSW Y3DP ehpk 3pxp JBSWY3DPEHPK3PXP";

    fn imported(logins: &[Login<'_>]) -> Imported {
        let mut all = Logins::new("test");
        (1..).zip(logins).for_each(|(item, login)| all.take(Spot::Item(item), login).unwrap());
        all.finish().unwrap()
    }

    fn arrival(title: &str, name: &str, code: &str) -> Arrival {
        let mut imported = imported(&[Login { title, name, code, ..Login::default() }]);
        assert_eq!(imported.complaints, []);
        imported.arrivals.remove(0)
    }

    #[test]
    fn a_bare_key_takes_its_names_from_the_entry() {
        let it = arrival("Example", "anna", KEY);
        assert_eq!((&*it.issuer, &*it.name, it.type_name()), ("Example", "anna", "totp"));
    }

    #[test]
    fn a_uri_wins_and_the_entry_fills_what_it_leaves_out() {
        let key = KEY.replace(' ', "");
        let it = arrival("Title", "user", &format!("otpauth://totp/Example:anna?secret={key}&issuer=Example"));
        assert_eq!((&*it.issuer, &*it.name), ("Example", "anna"));
        let it = arrival("Title", "user", &format!("otpauth://totp/?secret={key}"));
        assert_eq!((&*it.issuer, &*it.name), ("Title", "user"));
        let it = arrival("My games", "gabe", &format!("steam://{key}"));
        assert_eq!((&*it.issuer, &*it.name, it.type_name()), ("My games", "gabe", "steam"));
        assert_eq!(&*arrival("", "gabe", &format!("steam://{key}")).issuer, "Steam");
    }

    #[test]
    fn entries_without_a_code_are_counted() {
        let with = Login { title: "a", code: KEY, ..Login::default() };
        let without = Login { title: "b", code: " ", ..Login::default() };
        let imported = imported(&[without.clone(), with, without]);
        assert_eq!((imported.arrivals.len(), imported.complaints.len()), (1, 0));
        assert!(imported.notes.iter().any(|note| note.entry.is_none() && note.remark == Remark::WithoutCode(2)));
    }

    #[test]
    fn a_uri_without_a_key_keeps_the_account_and_any_other_mistake_is_a_complaint() {
        let code = "otpauth://totp/Example:anna?secret=&issuer=Example";
        let it = arrival("Example", "anna", code);
        assert!(matches!(it.credential, Credential::Missing(_)));
        assert_eq!(arrival("", "", code).title(), "Example:anna");
        let bad = |code| Login { title: "Bad", name: "anna", code, ..Login::default() };
        let imported = imported(&[bad("A1"), bad("phonefactor://x"), bad("otpauth://totp/x?secret=AAAA&period=0")]);
        let reasons: Vec<_> = imported.complaints.iter().map(|it| &it.reason).collect();
        assert_eq!(reasons[0], &Reason::Key(KeyError::NotBase32 { position: 2 }));
        assert_eq!(reasons[1], &Reason::Uri(UriError::Push(PushApp::Microsoft)));
        assert_eq!(reasons.len(), 3);
        assert_eq!(&*imported.complaints[0].title, "Bad:anna");
    }

    #[test]
    fn groups_note_pin_and_trash_come_along() {
        let login = Login {
            title: "a",
            code: KEY,
            note: "n",
            groups: vec!["Work", " "],
            is_pinned: true,
            is_trashed: true,
            ..Login::default()
        };
        let imported = imported(&[login]);
        let [it] = imported.arrivals.as_slice() else { panic!("one") };
        assert_eq!((&*it.note, it.groups.len(), it.pinned, it.trashed), ("n", 1, true, true));
        assert_eq!(imported.groups.len(), 1);
    }
}
