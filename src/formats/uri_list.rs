//! Lists of `otpauth://` URIs, one a line, as most apps can write them; with byte-order mark or without, in UTF-8 or
//! UTF-16, with comments and blank lines. Lines of Google transfers may stand among them.

use zeroize::Zeroizing;

use crate::account::Account;
use crate::chance::Entropy;
use crate::formats::gathering::Gathering;
use crate::formats::lastpass_transfer;
use crate::formats::lines::lines;
use crate::formats::transfer::{Transfers, is_transfer};
use crate::formats::uri_entry;
use crate::formats::{
    About, Foreign, Format, FormatError, Likeness, Loss, Parsed, Ready, Reason, Target, Unfit, WriteError,
};
use crate::otp::OtpParams;
use crate::otp::uri::{self, LONGEST_URI};

/// A list of URIs.
#[derive(Debug)]
pub struct UriList;

impl Format for UriList {
    fn id(&self) -> &'static str {
        "uri-list"
    }

    fn about(&self) -> About {
        let reads = "otpauth://, apple-otpauth://, motp://, steam:// and otpauth-migration://, one a line";
        About { app: "otpauth URIs", how: "how-uri-list", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let Some(text) = file.text() else { return Likeness::None };
        match lines(text).next() {
            Some((_, first)) if begins_uri(first) => Likeness::Sure,
            _ if lines(text).any(|(_, line)| begins_uri(line)) => Likeness::Possible,
            _ => Likeness::None,
        }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let (mut gathering, mut transfers) = (Gathering::new(self.id()), Transfers::default());
        for (spot, line) in lines(file.text().ok_or(FormatError::NotRecognised)?) {
            if !line.contains("://") && !begins_uri(line) {
                // Not even its beginning is repeated: the line of a password may stand among the URIs.
                gathering.complain(spot, "", Reason::NotAUri)?;
            } else if is_transfer(line) {
                transfers.take(spot, line).or_else(|reason| gathering.complain(spot, "", reason))?;
            } else if lastpass_transfer::is_transfer(line) {
                lastpass_transfer::take(&mut gathering, spot, line)?;
            } else {
                uri_entry::take(&mut gathering, spot, line)?;
            }
        }
        transfers.gather(&mut gathering)?;
        Ok(Parsed::Plain(gathering.finish()?))
    }

    fn target(&self) -> Option<&dyn Target> {
        Some(self)
    }
}

/// The schemes that a list may begin with: also those that hold no key, so that a person hears what they are.
const SCHEMES: [&str; 11] = [
    "apple-otpauth:",
    "com.okta.authenticator:",
    "duo:",
    "lpaauth-migration:",
    "microsoft-authenticator:",
    "motp:",
    "oktaverify:",
    "otpauth-migration:",
    "otpauth:",
    "phonefactor:",
    "steam:",
];

fn begins_uri(line: &str) -> bool {
    let begins = |scheme: &&str| line.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    SCHEMES.iter().any(begins)
}

impl Target for UriList {
    fn losses(&self, account: &Account, params: &OtpParams) -> Result<Vec<Loss>, Unfit> {
        if uri::write(&account.issuer, &account.name, params).len() > LONGEST_URI {
            return Err(Unfit::TooLong);
        }
        let mut losses = Loss::usual(account);
        let has = [
            (Loss::Groups, !account.groups.is_empty()),
            (Loss::Note, !account.note.is_empty()),
            (Loss::Pin, matches!(params, OtpParams::Motp { .. })),
            (Loss::Pinned, account.pinned),
        ];
        losses.extend(has.into_iter().filter(|(_, is_there)| *is_there).map(|(loss, _)| loss));
        losses.sort_unstable();
        Ok(losses)
    }

    fn plain(&self, accounts: &[Ready<'_>], _: &dyn Entropy) -> Result<Zeroizing<Vec<u8>>, WriteError> {
        let uris: Vec<Zeroizing<String>> =
            accounts.iter().map(|(account, params)| uri::write(&account.issuer, &account.name, params)).collect();
        let length = uris.iter().map(|uri| uri.len() + 1).sum();
        let mut bytes = Zeroizing::new(Vec::with_capacity(length));
        for uri in &uris {
            bytes.extend_from_slice(uri.as_bytes());
            bytes.push(b'\n');
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::UriList;
    use crate::formats::{Foreign, Format, Imported, Likeness, Parsed, Reason, Remark, Spot};
    use crate::otp::uri::UriError;

    const KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    fn file(text: &str) -> Foreign {
        Foreign::new(text.as_bytes().to_vec(), None).unwrap()
    }

    fn parsed(text: &str) -> Imported {
        match UriList.parse(&file(text)).unwrap() {
            Parsed::Plain(imported) => imported,
            Parsed::Locked(_) => panic!("a list has no lock"),
        }
    }

    #[test]
    fn comments_and_blank_lines_are_passed_over_and_lines_keep_their_numbers() {
        let text =
            format!("\u{feff}# mine\r\n\r\notpauth://totp/a?secret={KEY}\r\nrubbish\r\notpauth://totp/b?issuer=x");
        let imported = parsed(&text);
        assert_eq!(imported.arrivals.iter().map(|arrival| arrival.spot).collect::<Vec<_>>(), [Spot::Line(3)]);
        let complaints: Vec<_> = imported.complaints.iter().map(|it| (it.spot, it.reason.clone())).collect();
        let expected = [(Spot::Line(4), Reason::NotAUri), (Spot::Line(5), Reason::Uri(UriError::NoKey))];
        assert_eq!(complaints, expected);
        assert_eq!(imported.complaints.last().map(|complaint| &*complaint.title), Some("x:b"));
    }

    #[test]
    fn a_line_that_is_no_uri_is_never_repeated() {
        let imported = parsed(&format!("my-password\notpauth://totp/a?secret={KEY}"));
        assert_eq!(imported.complaints.first().map(|complaint| complaint.title.is_empty()), Some(true));
    }

    #[test]
    fn what_ente_keeps_beside_the_key_comes_along() {
        let display = "%7B%22pinned%22%3Atrue%2C%22tapCount%22%3A3%2C%22tags%22%3A%5B%22Work%22%5D%2C%22note%22%3A%22hi%22%2C%22lastUsedAt%22%3A1700000000000000%7D";
        let imported = parsed(&format!("otpauth://totp/a?secret={KEY}&codeDisplay={display}"));
        let [arrival] = imported.arrivals.as_slice() else { panic!("one") };
        assert_eq!((arrival.pinned, arrival.use_count, &*arrival.note), (true, 3, "hi"));
        assert_eq!(arrival.last_used.map(|moment| moment.unix()), Some(1_700_000_000));
        assert_eq!((arrival.groups.len(), imported.groups.len()), (1, 1));
    }

    #[test]
    fn what_lay_in_the_trash_there_lies_in_the_trash_here() {
        let imported = parsed(&format!("otpauth://totp/a?secret={KEY}&codeDisplay=%7B%22trashed%22%3Atrue%7D"));
        assert_eq!(imported.arrivals.first().map(|arrival| arrival.trashed), Some(true));
        assert_eq!(imported.notes.first().map(|note| &note.remark), Some(&Remark::Trashed));
    }

    #[test]
    fn the_issuer_of_the_label_stays_in_the_note_where_the_parameter_won() {
        let imported = parsed(&format!("otpauth://totp/Org:a?secret={KEY}&issuer=Microsoft"));
        assert_eq!(imported.arrivals.first().map(|arrival| &*arrival.note), Some("Org"));
    }

    #[test]
    fn old_lists_with_commas_are_one_uri_an_entry() {
        let imported = parsed(&format!("otpauth://totp/a,b?secret={KEY},otpauth://totp/c?secret={KEY}"));
        let names: Vec<_> = imported.arrivals.iter().map(|arrival| arrival.name.to_string()).collect();
        assert_eq!(names, ["a,b", "c"]);
    }

    #[test]
    fn a_list_is_recognised_by_its_first_line_and_guessed_by_a_later_one() {
        assert_eq!(UriList.sniff(&file("# c\n\nOTPAUTH://totp/x")), Likeness::Sure);
        assert_eq!(UriList.sniff(&file("secret\notpauth://totp/x")), Likeness::Possible);
        assert_eq!(UriList.sniff(&file("secret\nhttps://example.com")), Likeness::None);
    }
}
