//! E-mail addresses and phone numbers that are inputs of a key: each has one spelling, however it is typed, and a masked
//! one that may be shown. Nothing is sent anywhere.

use unicode_normalization::UnicodeNormalization;

use crate::account::SignInSlot;
use crate::secret::Private;
use crate::text::{Explain, Text};
use crate::vault::sign_in::calling_codes;
use crate::vault::sign_in::punycode;

/// The longest contact in bytes of UTF-8, as typed and in normal form: an e-mail address has at most 254 (RFC 5321).
const LONGEST: usize = 320;

/// The longest label of a domain (RFC 1035).
const LONGEST_LABEL: usize = 63;

/// What stands for the letters that a hint leaves out, however many there are.
const DOTS: &str = "•••";

/// Of which kind a contact is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ContactKind {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
}

impl ContactKind {
    /// The number in the format document.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Email => 1,
            Self::Phone => 2,
        }
    }

    /// The kind of this number.
    #[must_use]
    pub const fn of(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::Email),
            2 => Some(Self::Phone),
            _ => None,
        }
    }

    /// The name in commands and JSON: `email`, `phone`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }
}

/// A contact in its one spelling (docs/vault-format.md, section 7).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Contact {
    kind: ContactKind,
    text: Private,
}

/// Why something typed is no contact.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ContactError {
    /// A phone number without the code of its country.
    #[error("no country code")]
    Country,
    /// Not an e-mail address.
    #[error("not an e-mail address")]
    Email,
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Neither an e-mail address nor a phone number.
    #[error("not a phone number")]
    Phone,
}

impl Contact {
    /// The contact that was typed: an e-mail address where it has an `@`, otherwise a phone number with its country code.
    ///
    /// # Errors
    /// [`ContactError`].
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        Self::parse_at_home(typed, None)
    }

    /// The contact that was typed for a slot: the slot's hint says which country a national phone number belongs to.
    ///
    /// # Errors
    /// [`ContactError`].
    pub fn parse_for(typed: &str, slot: &SignInSlot) -> Result<Self, ContactError> {
        Self::parse_at_home(typed, calling_codes::of_hint(&slot.hint))
    }

    fn parse_at_home(typed: &str, country: Option<&str>) -> Result<Self, ContactError> {
        let normal = normal(typed)?;
        let is_email = normal.contains('@');
        let text = if is_email { email(&normal)? } else { phone(&normal, country)? };
        let kind = if is_email { ContactKind::Email } else { ContactKind::Phone };
        Ok(Self { kind, text })
    }

    /// Of which kind it is.
    #[must_use]
    pub const fn kind(&self) -> ContactKind {
        self.kind
    }

    /// The spelling that goes into the key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The masked contact: `m•••@e•••.se`, `+46 •• ••• •• 67`. The number of dots says nothing.
    #[must_use]
    pub fn hint(&self) -> Private {
        match self.kind {
            ContactKind::Email => email_hint(&self.text),
            ContactKind::Phone => phone_hint(&self.text),
        }
    }
}

/// NFKC, lower case, NFKC again (lower case may give letters that are not in normal form), trimmed.
fn normal(typed: &str) -> Result<Private, ContactError> {
    if typed.len() > 4 * LONGEST {
        return Err(ContactError::Email);
    }
    let lower = Private::from(Private::from(typed.nfkc().collect::<String>()).to_lowercase());
    let again = Private::from(lower.nfkc().collect::<String>());
    match again.trim() {
        "" => Err(ContactError::Empty),
        long if long.len() > LONGEST => Err(ContactError::Email),
        trimmed => Ok(trimmed.into()),
    }
}

/// `local@domain`, each label of the domain as an A-label. Dots and `+` stay: to some services they make a difference.
fn email(normal: &str) -> Result<Private, ContactError> {
    let (local, domain) = normal.split_once('@').ok_or(ContactError::Email)?;
    if local.is_empty() || domain.contains('@') || normal.chars().any(is_unfit) {
        return Err(ContactError::Email);
    }
    let labels = domain.split(['.', '\u{3002}']).map(|label| a_label(label).ok_or(ContactError::Email));
    let labels = labels.collect::<Result<Vec<_>, _>>()?;
    Ok(Private::from(format!("{local}@{}", labels.join("."))))
}

/// A label as it stands in the DNS: ASCII as it is, anything else in Punycode (RFC 3492) behind `xn--`.
fn a_label(label: &str) -> Option<String> {
    let ascii = if label.is_ascii() { label.to_owned() } else { format!("xn--{}", punycode::encode(label)?) };
    (1..=LONGEST_LABEL).contains(&ascii.len()).then_some(ascii)
}

/// White space, control characters, and those that nobody sees and so nobody could type again.
fn is_unfit(character: char) -> bool {
    let is_unseen = matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    character.is_whitespace() || character.is_control() || is_unseen
}

/// `+` and 7 to 15 digits (E.164). What stands between digits goes, and with a country code also `(0)`.
fn phone(normal: &str, country: Option<&str>) -> Result<Private, ContactError> {
    const FEWEST: usize = 7;
    const MOST: usize = 15;
    let bare = Private::from(normal.chars().filter(|c| !is_between(*c)).collect::<String>());
    let (is_international, rest) = match (bare.strip_prefix('+'), bare.strip_prefix("00")) {
        (Some(rest), _) | (None, Some(rest)) => (true, Private::from(rest.replacen("(0)", "", 1))),
        (None, None) => (false, bare.clone()),
    };
    let digits = Private::from(rest.replace(['(', ')'], ""));
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(ContactError::Phone);
    }
    let number = match (is_international, country) {
        (true, _) => digits,
        (false, Some(code)) => Private::from(format!("{code}{}", digits.strip_prefix('0').unwrap_or(&digits))),
        (false, None) => return Err(ContactError::Country),
    };
    let is_number = (FEWEST..=MOST).contains(&number.len()) && !number.starts_with('0');
    if is_number { Ok(Private::from(format!("+{}", number.as_str()))) } else { Err(ContactError::Phone) }
}

/// What people write between the digits of a number.
fn is_between(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '-' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200e}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn email_hint(email: &str) -> Private {
    let (local, domain) = email.split_once('@').unwrap_or((email, ""));
    let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
    let end = domain.rsplit_once('.').map(|(_, end)| format!(".{end}")).unwrap_or_default();
    Private::from(format!("{}{DOTS}@{}{DOTS}{end}", first(local), first(domain)))
}

fn phone_hint(phone: &str) -> Private {
    let code = calling_codes::of_number(phone);
    let end = phone.len().saturating_sub(2);
    Private::from(format!("+{code} •• ••• •• {}", phone.get(end..).unwrap_or_default()))
}

impl Explain for ContactError {
    fn what(&self) -> Text {
        Text::new(match self {
            Self::Country => "err-contact-country",
            Self::Email => "err-contact-email",
            Self::Empty => "err-contact-empty",
            Self::Phone => "err-contact-phone",
        })
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new(match self {
            Self::Country | Self::Phone => "fix-contact-phone",
            Self::Email => "fix-contact-email",
            Self::Empty => "fix-contact-empty",
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Contact, ContactError, ContactKind};
    use crate::account::SignInSlot;

    fn spelled(typed: &str) -> Result<String, ContactError> {
        Contact::parse(typed).map(|contact| contact.as_str().to_owned())
    }

    fn slot(hint: &str) -> SignInSlot {
        SignInSlot {
            contact_kind: 2,
            hint: hint.into(),
            memory_kib: 8192,
            passes: 1,
            lanes: 1,
            salt: [0; 32],
            sealed: Vec::new(),
        }
    }

    #[test]
    fn an_address_has_one_spelling_however_it_is_typed() {
        for typed in ["mira@example.com", " Mira@EXAMPLE.com\n", "mira\u{ff20}example\u{ff0e}com", "mira@example。com"]
        {
            assert_eq!(spelled(typed), Ok("mira@example.com".to_owned()), "{typed}");
        }
        assert_eq!(spelled("a.b+c@example.com"), Ok("a.b+c@example.com".to_owned()));
    }

    #[test]
    fn a_domain_goes_by_its_a_label() {
        for typed in ["anna@bücher.example", "anna@BU\u{308}CHER.example", "anna@xn--bcher-kva.example"] {
            assert_eq!(spelled(typed), Ok("anna@xn--bcher-kva.example".to_owned()), "{typed}");
        }
        assert_eq!(spelled("åsa@例え.jp"), Ok("åsa@xn--r8jz45g.jp".to_owned()));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long = format!("a@{}.com", "x".repeat(64));
        for typed in ["@", "a@", "@b.se", "a@b@c.se", "a b@c.se", "a@b..se", "a\u{7}@b.se", "a\u{200b}@b.se", &long] {
            assert_eq!(spelled(typed), Err(ContactError::Email), "{typed:?}");
        }
        assert_eq!(spelled(" \u{3000}"), Err(ContactError::Empty));
    }

    #[test]
    fn a_number_has_one_spelling_however_it_is_typed() {
        for typed in
            ["+46701234567", "0046 70-123 45 67", " +46 (0)70 123 45 67", "＋４６ 70/123.45.67", "+46 (70) 1234567"]
        {
            assert_eq!(spelled(typed), Ok("+46701234567".to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_national_number_needs_to_know_its_country() {
        assert_eq!(spelled("070-123 45 67"), Err(ContactError::Country));
        let at_home = |typed, hint| Contact::parse_for(typed, &slot(hint)).map(|c| c.as_str().to_owned());
        assert_eq!(at_home("070-123 45 67", "+46 •• ••• •• 67"), Ok("+46701234567".to_owned()));
        assert_eq!(at_home("12 34 56 78", "+45 •• ••• •• 78"), Ok("+4512345678".to_owned()));
        assert_eq!(at_home("070-123 45 67", "a•••@b•••.se"), Err(ContactError::Country));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in ["+", "+46", "+0701234567", "+1234567890123456", "+46 70 abc 45 67", "++46701234567", "anna"] {
            assert_eq!(spelled(typed), Err(ContactError::Phone), "{typed}");
        }
    }

    #[test]
    fn hints_show_ends_and_always_the_same_dots() {
        let hint = |typed: &str| Contact::parse(typed).unwrap().hint().as_str().to_owned();
        assert_eq!(hint("mira.lindqvist@example.se"), "m•••@e•••.se");
        assert_eq!(hint("a@b"), "a•••@b•••");
        assert_eq!(hint("+46701234567"), "+46 •• ••• •• 67");
        assert_eq!(hint("+6281234567890"), "+62 •• ••• •• 90");
        assert_eq!(hint("+35812345678"), "+358 •• ••• •• 78");
        assert_eq!(hint("+12025550123"), "+1 •• ••• •• 23");
    }

    #[test]
    fn spelling_what_was_spelled_changes_nothing() {
        for typed in ["\u{130}x@\u{130}.se", "ſ@ß.example", "\u{212b}\u{3a3}@a.se", "0046-70 123 45 67", "a@xn--ß.se"]
        {
            let once = spelled(typed).unwrap();
            assert_eq!(spelled(&once), Ok(once.clone()), "{typed:?}");
        }
    }

    #[test]
    fn kinds_have_their_numbers() {
        for kind in [ContactKind::Email, ContactKind::Phone] {
            assert_eq!(ContactKind::of(kind.number()), Some(kind));
        }
        assert_eq!(ContactKind::of(3), None);
    }
}
