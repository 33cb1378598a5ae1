//! The recovery codes that a service gave out: read from what a person pastes, ticked off, taken away and put back.
//! Saving is the caller's next step.

use zeroize::Zeroizing;

use crate::account::{Account, AccountId, Book, RecoveryCode};
use crate::moment::Moment;
use crate::ops::deed_error::{DeedError, Field};
use crate::secret::Secret;
use crate::text::clean_line;

/// The most codes of one account; services give out 8 to 20.
pub const CODES_MOST: usize = 100;

/// The longest code, in characters.
pub const CODE_MOST: usize = 128;

/// The codes in a text: one a line, or several with commas, semicolons, tabs or wide gaps between them. Numbers and
/// signs of a list before a code go; a single blank belongs to the code.
#[must_use]
pub fn parse(text: &str) -> Vec<Secret> {
    text.split(['\n', '\r', '\t', ',', ';'])
        .flat_map(|line| line.split("  "))
        .map(|part| Zeroizing::new(clean_line(without_list_sign(part.trim())).text))
        .filter(|code| !code.is_empty())
        .map(|code| Secret::copied(code.as_bytes()))
        .collect()
}

/// `3. abc`, `3) abc`, `- abc`, `* abc`, `• abc`: without what makes a list of it.
fn without_list_sign(part: &str) -> &str {
    let after_number = part.trim_start_matches(|character: char| character.is_ascii_digit());
    let is_number = after_number.len() < part.len() && part.len() - after_number.len() <= 3;
    let rest = match after_number.strip_prefix(['.', ')']) {
        Some(rest) if is_number && (rest.is_empty() || rest.starts_with(' ')) => rest,
        _ => ["- ", "* ", "• "].iter().find_map(|sign| part.strip_prefix(sign)).unwrap_or(part),
    };
    rest.trim()
}

/// Adds the codes of a text behind those that are there; one that is there already is not added again. Returns how many
/// are new.
///
/// # Errors
/// [`DeedError::NotFound`], [`DeedError::TooLong`], [`DeedError::TooManyCodes`]. Nothing has changed then.
pub fn add(book: &mut Book, id: AccountId, text: &str, now: Moment) -> Result<usize, DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    let mut new: Vec<Secret> = Vec::new();
    for code in parse(text) {
        if code.expose_text().is_none_or(|code| code.chars().count() > CODE_MOST) {
            return Err(DeedError::TooLong(Field::RecoveryCode));
        }
        let is_there = account.recovery_codes.iter().any(|old| old.code == code) || new.contains(&code);
        if !is_there {
            new.push(code);
        }
    }
    if account.recovery_codes.len() + new.len() > CODES_MOST {
        return Err(DeedError::TooManyCodes);
    }
    let count = new.len();
    account.recovery_codes.extend(new.into_iter().map(|code| RecoveryCode { code, used: false }));
    if count > 0 {
        account.changed = now;
    }
    Ok(count)
}

/// Ticks a code off as used, or unticks it. Returns whether it is used now.
///
/// # Errors
/// [`DeedError::NotFound`].
pub fn tick(book: &mut Book, id: AccountId, place: usize, now: Moment) -> Result<bool, DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    let code = account.recovery_codes.get_mut(place).ok_or(DeedError::NotFound)?;
    code.used = !code.used;
    let is_used = code.used;
    account.changed = now;
    Ok(is_used)
}

/// Takes a code away. It comes back with [`put_back`].
///
/// # Errors
/// [`DeedError::NotFound`].
pub fn remove(book: &mut Book, id: AccountId, place: usize, now: Moment) -> Result<RecoveryCode, DeedError> {
    let account = with_code(book, id, place)?;
    account.changed = now;
    Ok(account.recovery_codes.remove(place))
}

/// Puts a code back to where it stood, or to the end where fewer are left.
///
/// # Errors
/// [`DeedError::NotFound`].
pub fn put_back(book: &mut Book, id: AccountId, place: usize, code: RecoveryCode) -> Result<(), DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    let place = place.min(account.recovery_codes.len());
    account.recovery_codes.insert(place, code);
    Ok(())
}

fn with_code(book: &mut Book, id: AccountId, place: usize) -> Result<&mut Account, DeedError> {
    let account = book.get_mut(id).ok_or(DeedError::NotFound)?;
    if place < account.recovery_codes.len() { Ok(account) } else { Err(DeedError::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::{CODES_MOST, add, parse, put_back, remove, tick};
    use crate::account::{Account, AccountId, Book, Credential, EnrolHint};
    use crate::moment::Moment;
    use crate::ops::accounts::DeedError;

    const NOW: Moment = Moment::from_unix(1_700_000_000);
    const ID: AccountId = AccountId([1; 16]);

    fn book() -> Book {
        let account = Account::with_credential(ID, "Post", "anna", Credential::Missing(EnrolHint::default()), NOW);
        Book::new(vec![account], Vec::new())
    }

    fn read(text: &str) -> Vec<String> {
        parse(text).iter().filter_map(|code| code.expose_text().map(str::to_owned)).collect()
    }

    fn kept(book: &Book) -> Vec<(String, bool)> {
        let codes = &book.get(ID).unwrap().recovery_codes;
        codes.iter().map(|code| (code.code.expose_text().unwrap().to_owned(), code.used)).collect()
    }

    #[test]
    fn codes_are_read_however_a_service_writes_them() {
        assert_eq!(read("ab12-cd34\r\nef56-gh78\n\n"), ["ab12-cd34", "ef56-gh78"]);
        assert_eq!(read("  1. 1234 5678          2. 8765 4321\n"), ["1234 5678", "8765 4321"]);
        assert_eq!(read("- abc\n* def\n• ghi\n3) jkl"), ["abc", "def", "ghi", "jkl"]);
        assert_eq!(read("abc, def;ghi\tjkl"), ["abc", "def", "ghi", "jkl"]);
        assert_eq!(read("123456 \u{202e}\n2024.11\n12.34"), ["123456", "2024.11", "12.34"]);
        assert_eq!(read(" \n,;"), [""; 0]);
    }

    #[test]
    fn a_code_that_is_there_is_not_added_again() {
        let mut book = book();
        assert_eq!(add(&mut book, ID, "abc\ndef\nabc", NOW), Ok(2));
        assert_eq!(add(&mut book, ID, "def ghi\ndef", NOW), Ok(1));
        assert_eq!(kept(&book).len(), 3);
    }

    #[test]
    fn too_long_and_too_many_change_nothing() {
        let mut book = book();
        let long = format!("abc\n{}", "x".repeat(129));
        assert!(matches!(add(&mut book, ID, &long, NOW), Err(DeedError::TooLong(_))));
        let many: String = (0..=CODES_MOST).map(|number| format!("code{number}\n")).collect();
        assert_eq!(add(&mut book, ID, &many, NOW), Err(DeedError::TooManyCodes));
        assert_eq!(kept(&book), []);
    }

    #[test]
    fn a_code_is_ticked_unticked_removed_and_put_back_where_it_stood() {
        let mut book = book();
        add(&mut book, ID, "abc\ndef\nghi", NOW).unwrap();
        assert_eq!((tick(&mut book, ID, 1, NOW), tick(&mut book, ID, 7, NOW)), (Ok(true), Err(DeedError::NotFound)));
        let gone = remove(&mut book, ID, 1, NOW).unwrap();
        assert_eq!(kept(&book).len(), 2);
        put_back(&mut book, ID, 1, gone).unwrap();
        assert_eq!(kept(&book)[1], ("def".to_owned(), true));
        assert_eq!(tick(&mut book, ID, 1, NOW), Ok(false));
    }
}
