//! Sheets to print: a QR code of each account, its names, and its key for whoever has to type it. A sheet fetches
//! nothing from anywhere and says itself what it is. What it looks like is for `html` and `svg`.

mod html;
mod svg;

use zeroize::Zeroizing;

use crate::account::Account;
use crate::formats::QrCode;
use crate::moment::Moment;
use crate::otp::{OtpParams, uri};
use crate::text::{Text, clean_line};
use crate::words::Catalog;

pub(super) use html::html;
pub(super) use svg::svg;

/// An account as a sheet shows it.
struct Card {
    issuer: String,
    name: String,
    facts: String,
    /// The key in base32 in groups of four, as it is typed.
    key: Zeroizing<String>,
    uri: Zeroizing<String>,
    code: QrCode,
}

/// The cards of accounts that fit on a sheet.
fn cards(accounts: &[Account], words: &Catalog) -> Vec<Card> {
    accounts.iter().filter_map(|account| card(account, words)).collect()
}

fn card(account: &Account, words: &Catalog) -> Option<Card> {
    let params = account.params().ok()?;
    let uri = uri::write(&account.issuer, &account.name, params);
    let code = QrCode::of(&uri)?;
    Some(Card {
        issuer: clean_line(&account.issuer).text,
        name: clean_line(&account.name).text,
        facts: facts(params, words),
        key: in_fours(&params.key_base32()),
        uri,
        code,
    })
}

fn facts(params: &OtpParams, words: &Catalog) -> String {
    let kind = params.type_name().to_uppercase();
    let text = match (params.counter(), params.period()) {
        (Some(counter), _) => Text::new("sheet-facts-counter").word("counter", counter.get().to_string()),
        (None, Some(period)) => Text::new("sheet-facts").number("period", period.seconds()),
        (None, None) => Text::new("sheet-facts").number("period", 30),
    };
    let hash = params.algorithm().map_or("MD5", |algorithm| algorithm.name());
    let said = words.say(&text.word("kind", kind).word("hash", hash).number("digits", params.digits()));
    match params {
        OtpParams::Motp { .. } => format!("{said} {}", words.line("sheet-needs-pin")),
        _ => said,
    }
}

fn in_fours(key: &str) -> Zeroizing<String> {
    let mut out = Zeroizing::new(String::with_capacity(key.len() * 5 / 4 + 1));
    for (place, character) in key.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            out.push(' ');
        }
        out.push(character);
    }
    out
}

/// What stands above the cards: when it was printed and what of.
fn about(count: usize, now: Moment, words: &Catalog) -> String {
    words.say(&Text::new("sheet-about").word("date", now.day()).number("count", count))
}

#[cfg(test)]
mod tests {
    use super::{html, in_fours, svg};
    use crate::account::{Account, AccountId};
    use crate::moment::Moment;
    use crate::ops::paper::escaped;
    use crate::otp::{Counter, Digits, OtpKey, OtpParams};
    use crate::secret::Secret;
    use crate::words::{Catalog, Language};

    fn accounts(count: u8) -> Vec<Account> {
        let params = |number| OtpParams::Hotp {
            key: OtpKey::new(Secret::copied(&[number; 20])).unwrap(),
            algorithm: crate::otp::Algorithm::Sha1,
            digits: Digits::SIX,
            counter: Counter::new(7).unwrap(),
        };
        let account = |number| {
            let name = format!("</code><script>{number}");
            Account::ready(AccountId([number; 16]), "Söder & \"Co\"", &name, params(number), Moment::from_unix(0))
        };
        (0..count).map(account).collect()
    }

    /// What a sheet may not have: anything that a reader would run or fetch.
    fn fetches(text: &str) -> bool {
        let harmless = text.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        ["<script", "http:", "https:", "<img", "<link", "@import", "url(", "href"]
            .iter()
            .any(|it| harmless.contains(it))
    }

    fn text(bytes: &[u8]) -> String {
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[test]
    fn a_sheet_fetches_nothing_and_says_what_it_is_in_each_language() {
        for language in Language::ALL {
            let words = Catalog::new(language);
            let page = text(&html(&accounts(3), Moment::from_unix(0), &words));
            assert!(page.contains(&*escaped(&words.line("sheet-warning"))) && !fetches(&page), "{page}");
            assert_eq!((page.matches("<path").count(), page.matches("<code>otpauth://").count()), (3, 3));
            for page in svg(&accounts(3), Moment::from_unix(0), &words) {
                assert!(!fetches(&text(&page)), "{}", text(&page));
            }
        }
    }

    #[test]
    fn pictures_hold_eight_accounts_each_and_count_themselves() {
        let pages = svg(&accounts(17), Moment::from_unix(0), &Catalog::new(Language::En));
        let counts: Vec<usize> = pages.iter().map(|page| text(page).matches("<desc>otpauth://").count()).collect();
        assert_eq!(counts, [8, 8, 1]);
        assert!(text(&pages[1]).contains("2 / 3"));
    }

    #[test]
    fn a_key_is_typed_in_groups_of_four() {
        assert_eq!(in_fours("ABCDEFGHI").as_str(), "ABCD EFGH I");
    }
}
