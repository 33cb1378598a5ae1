//! Writing transfer codes of Google Authenticator, each small enough for a code that a phone reads well.

use data_encoding::BASE64;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::{Entropy, draw};
use crate::formats::{Ready, Unfit, WriteError};
use crate::otp::{Algorithm, OtpParams};

/// The most accounts in one code, as the app itself puts into one.
const MOST_ACCOUNTS: usize = 10;

/// From how many bytes of accounts on another code is begun: with base64 and its escapes about what a code of 117
/// modules holds (version 25 of ISO/IEC 18004).
const ENOUGH: usize = 800;

/// The most bytes of one account: with base64 and its escapes about what the largest code holds.
const MOST_BYTES: usize = 2000;

/// The version of the message that is written.
const VERSION: u64 = 1;

/// Whether the app has such codes: 6 or 8 digits, 30 seconds.
pub(in crate::formats) fn fits(account: &Account, params: &OtpParams) -> Result<(), Unfit> {
    match params {
        OtpParams::Motp { .. } | OtpParams::Steam { .. } | OtpParams::Yandex { .. } => Err(Unfit::Kind),
        _ if params.digits() != 6 && params.digits() != 8 => Err(Unfit::Numbers),
        _ if params.period().is_some_and(|period| period.seconds() != 30) => Err(Unfit::Numbers),
        _ if message(account, params).len() > MOST_BYTES => Err(Unfit::TooLong),
        OtpParams::Hotp { .. } | OtpParams::Totp { .. } => Ok(()),
    }
}

/// Whether the names come out of the app otherwise than they went in: a colon in a name without an issuer makes one.
pub(in crate::formats) fn changes_names(account: &Account) -> bool {
    account.issuer.is_empty() && account.name.contains(':')
}

/// The codes of these accounts as texts, one a line.
pub(in crate::formats) fn codes(
    accounts: &[Ready<'_>],
    chance: &dyn Entropy,
) -> Result<Zeroizing<Vec<u8>>, WriteError> {
    let mut parts: Vec<(usize, Zeroizing<Vec<u8>>)> = Vec::new();
    for message in accounts.iter().map(|(account, params)| message(account, params)) {
        match parts.last_mut() {
            Some((count, part)) if *count < MOST_ACCOUNTS && part.len() + message.len() <= ENOUGH => {
                push_bytes(part, 1, &message);
                *count += 1;
            }
            _ => {
                let mut part = Zeroizing::new(Vec::with_capacity(ENOUGH + MOST_BYTES));
                push_bytes(&mut part, 1, &message);
                parts.push((1, part));
            }
        }
    }
    let transfer = u64::from(u32::from_be_bytes(draw(chance)?) >> 1);
    let (size, mut lines) = (parts.len() as u64, Zeroizing::new(Vec::new()));
    for (index, (_, part)) in (0..).zip(&mut parts) {
        for (field, number) in [(2, VERSION), (3, size), (4, index), (5, transfer)] {
            push_number(part, field, number);
        }
        let base64 = Zeroizing::new(BASE64.encode(part));
        let data = Zeroizing::new(utf8_percent_encode(&base64, NON_ALPHANUMERIC).to_string());
        lines.extend_from_slice(b"otpauth-migration://offline?data=");
        lines.extend_from_slice(data.as_bytes());
        lines.push(b'\n');
    }
    Ok(lines)
}

/// An account as the app has it; the issuer stands once more in front of the name, as it does there.
fn message(account: &Account, params: &OtpParams) -> Zeroizing<Vec<u8>> {
    let name = match account.issuer.is_empty() || account.issuer.contains(':') {
        true => account.name.to_string(),
        false => format!("{}:{}", account.issuer.as_str(), account.name.as_str()),
    };
    let room = params.expose_key().len() + name.len() + account.issuer.len() + 64;
    let mut message = Zeroizing::new(Vec::with_capacity(room));
    push_bytes(&mut message, 1, params.expose_key());
    push_bytes(&mut message, 2, name.as_bytes());
    push_bytes(&mut message, 3, account.issuer.as_bytes());
    let algorithm = match params.algorithm() {
        None | Some(Algorithm::Sha1) => 1,
        Some(Algorithm::Sha256) => 2,
        Some(Algorithm::Sha512) => 3,
    };
    push_number(&mut message, 4, algorithm);
    push_number(&mut message, 5, if params.digits() == 8 { 2 } else { 1 });
    push_number(&mut message, 6, if params.counter().is_some() { 1 } else { 2 });
    if let Some(counter) = params.counter() {
        push_number(&mut message, 7, counter.get());
    }
    message
}

fn push_bytes(message: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    push_varint(message, field << 3 | 2);
    push_varint(message, bytes.len() as u64);
    message.extend_from_slice(bytes);
}

fn push_number(message: &mut Vec<u8>, field: u64, number: u64) {
    push_varint(message, field << 3);
    push_varint(message, number);
}

/// A number in groups of seven bits, the least first.
fn push_varint(message: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        message.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    message.push((number & 0x7f) as u8);
}

#[cfg(test)]
mod tests {
    use super::{changes_names, codes, fits, push_varint};
    use crate::account::{Account, AccountId};
    use crate::chance::{Entropy, NoEntropy};
    use crate::formats::gathering::Gathering;
    use crate::formats::transfer::Transfers;
    use crate::formats::{Imported, Spot, Unfit};
    use crate::moment::Moment;
    use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams, Period};
    use crate::secret::Secret;

    struct Sevens;

    impl Entropy for Sevens {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
            bytes.fill(0xf7);
            Ok(())
        }
    }

    fn totp(key: usize, digits: u64, period: u64) -> OtpParams {
        let key = OtpKey::new(Secret::taken(vec![7; key])).unwrap();
        let (digits, period) = (Digits::new(digits).unwrap(), Period::new(period).unwrap());
        OtpParams::Totp { key, algorithm: Algorithm::Sha512, digits, period }
    }

    fn account(issuer: &str, name: &str, params: OtpParams) -> Account {
        Account::ready(AccountId([1; 16]), issuer, name, params, Moment::default())
    }

    fn read(accounts: &[Account]) -> (usize, Imported) {
        let text = codes(&accounts.iter().map(|it| (it, it.params().unwrap())).collect::<Vec<_>>(), &Sevens).unwrap();
        let (mut transfers, mut gathering) = (Transfers::default(), Gathering::new("test"));
        let lines: Vec<_> = std::str::from_utf8(&text).unwrap().lines().collect();
        lines.iter().for_each(|line| transfers.take(Spot::Line(1), line).unwrap());
        transfers.gather(&mut gathering).unwrap();
        (lines.len(), gathering.finish().unwrap())
    }

    #[test]
    fn accounts_come_back_in_order_over_several_codes() {
        let accounts: Vec<_> = (0..23).map(|n| account("Issuer", &format!("Issuer:{n}"), totp(20, 8, 30))).collect();
        let (lines, imported) = read(&accounts);
        assert_eq!((lines, imported.arrivals.len(), imported.complaints.len()), (3, 23, 0));
        let is_same = |(account, arrival): (&Account, &crate::formats::Arrival)| {
            account.name == arrival.name && account.params().ok() == arrival.params()
        };
        assert!(accounts.iter().zip(&imported.arrivals).all(is_same));
        assert!(imported.notes.is_empty());
        let long: Vec<_> = (0..4).map(|n| account(&"i".repeat(128), &n.to_string(), totp(300, 6, 30))).collect();
        assert_eq!(read(&long).0, 4);
    }

    #[test]
    fn odd_names_and_counters_come_back() {
        let key = OtpKey::new(Secret::taken(vec![7; 20])).unwrap();
        let counter = Counter::new((1 << 63) - 1).unwrap();
        let hotp = OtpParams::Hotp { key, algorithm: Algorithm::Sha1, digits: Digits::SIX, counter };
        let accounts =
            [account("A:B", "c:d", hotp), account("", "é", totp(1, 6, 30)), account("I", "", totp(9, 6, 30))];
        let (_, imported) = read(&accounts);
        let names: Vec<_> = imported.arrivals.iter().map(|it| (it.issuer.to_string(), it.name.to_string())).collect();
        assert_eq!(names, [("A:B", "c:d"), ("", "é"), ("I", "")].map(|(a, b)| (a.to_owned(), b.to_owned())));
        assert_eq!(imported.arrivals.first().and_then(|it| it.params()?.counter()), Some(counter));
    }

    #[test]
    fn what_the_app_does_not_have_is_said() {
        let unfit = |name: &str, params| {
            let account = account("", name, params);
            fits(&account, account.params().unwrap()).err()
        };
        assert_eq!(unfit("a", totp(20, 6, 30)), None);
        assert_eq!(unfit("a", totp(20, 7, 30)), Some(Unfit::Numbers));
        assert_eq!(unfit("a", totp(20, 6, 60)), Some(Unfit::Numbers));
        assert_eq!(unfit(&"😀".repeat(400), totp(640, 6, 30)), Some(Unfit::TooLong));
        assert!(changes_names(&account("", "a:b", totp(20, 6, 30))));
        assert!(!changes_names(&account("a", "a:b", totp(20, 6, 30))));
    }

    #[test]
    fn numbers_are_written_in_groups_of_seven_bits() {
        let bytes = |number| {
            let mut bytes = Vec::new();
            push_varint(&mut bytes, number);
            bytes
        };
        assert_eq!((bytes(0), bytes(127), bytes(300)), (vec![0], vec![0x7f], vec![0xac, 2]));
    }
}
