//! Pictures with QR codes in them: those of Google's and other transfers, and of single accounts. All codes of a picture
//! are one list, as if somebody had typed them.

use crate::formats::gathering::Gathering;
use crate::formats::transfer::Transfers;
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, Spot, qr};

/// How pictures begin: PNG, JPEG, GIF and BMP. WebP is a RIFF file of a kind.
const SIGNS: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM"];

/// A picture.
#[derive(Debug)]
pub struct Picture;

impl Format for Picture {
    fn id(&self) -> &'static str {
        "picture"
    }

    fn about(&self) -> About {
        let reads =
            "PNG, JPEG, WebP, GIF and BMP with one QR code or several; the pictures of one transfer in any order";
        About { app: "Pictures of QR codes", how: "how-picture", reads }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let bytes = file.bytes();
        let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
        if is_webp || SIGNS.iter().any(|sign| bytes.starts_with(sign)) { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let (mut gathering, mut transfers) = (Gathering::new(self.id()), Transfers::default());
        for (item, text) in (1..).zip(&qr::codes_in_file(file.bytes())?) {
            qr::take(&mut gathering, &mut transfers, Spot::Item(item), text.trim())?;
        }
        transfers.gather(&mut gathering)?;
        Ok(Parsed::Plain(gathering.finish()?))
    }
}

#[cfg(test)]
#[cfg(feature = "qr")]
mod tests {
    use super::Picture;
    use crate::formats::testing::{KEY, names, picture, picture_of_every_sort, plain, refusal};
    use crate::formats::{FormatError, PictureError, Reason};

    #[test]
    fn all_codes_of_a_picture_are_one_list_and_what_is_no_account_is_a_complaint() {
        let uri = |name: &str| format!("otpauth://totp/Example:{name}?secret={KEY}&issuer=Example");
        let imported = plain(&Picture, picture(&[&uri("anna"), "a password", &uri("ben")]));
        let mut all = names(&imported);
        all.sort_unstable();
        assert_eq!(all, [("Example", "anna"), ("Example", "ben")]);
        let complaints: Vec<_> =
            imported.complaints.iter().map(|it| (it.title.is_empty(), it.reason.clone())).collect();
        assert_eq!(complaints, [(true, Reason::NotAUri)]);
    }

    #[test]
    fn every_sort_of_picture_is_read() {
        let uri = format!("otpauth://totp/Example:anna?secret={KEY}&issuer=Example");
        for file in picture_of_every_sort(&[&uri]) {
            assert_eq!(names(&plain(&Picture, &file)), [("Example", "anna")], "{:?}", &file[..12]);
        }
    }

    #[test]
    fn a_picture_without_a_code_and_one_that_cannot_be_read_say_what_helps() {
        assert_eq!(refusal(&Picture, picture(&[])), Some(FormatError::Picture(PictureError::NoCode)));
        for other in [b"GIF89a\x01\0\x01\0\0\0\0;".as_slice(), b"RIFF\0\0\0\0WEBPVP8 ", b"BM", b"\x89PNG\r\n\x1a\n"] {
            assert_eq!(refusal(&Picture, other), Some(FormatError::Picture(PictureError::NotAPicture)));
        }
    }
}
