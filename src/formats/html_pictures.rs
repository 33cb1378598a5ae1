//! Pictures that a page holds itself (`<img src="data:image/png;base64,…">`), and the codes in them. Pictures without a code,
//! such as the sign of an app, are passed over. How much there is to look at is bounded over the whole page.

use data_encoding::BASE64;
use zeroize::Zeroizing;

use crate::formats::{PictureError, qr};

/// How the address of such a picture begins.
const START: &str = "data:image/";

/// The most pictures of a page, and the most pixels of all of them: those of a thousand accounts at 512 by 512.
const MOST_PICTURES: usize = 1000;
const MOST_PIXELS: u64 = 256 * 1024 * 1024;

/// What has been looked at of a page so far.
#[derive(Default)]
pub(in crate::formats) struct Pictures {
    count: usize,
    pixels: u64,
}

impl Pictures {
    /// The texts of all codes in a part of the page, in its order. A build that reads no pictures has none.
    ///
    /// # Errors
    /// [`PictureError::TooLarge`] for more pictures than anybody prints.
    pub(in crate::formats) fn codes(&mut self, part: &str) -> Result<Vec<Zeroizing<String>>, PictureError> {
        let mut texts = Vec::new();
        for bytes in pictures_of(part) {
            let Some(size) = qr::pixels(&bytes) else { continue };
            self.count += 1;
            self.pixels = self.pixels.saturating_add(size);
            if self.count > MOST_PICTURES || self.pixels > MOST_PIXELS {
                return Err(PictureError::TooLarge);
            }
            texts.extend(qr::codes_in_file(&bytes).unwrap_or_default());
        }
        Ok(texts)
    }
}

/// The bytes of each picture.
fn pictures_of(page: &str) -> impl Iterator<Item = Zeroizing<Vec<u8>>> {
    page.split(START).skip(1).filter_map(|rest| {
        let (kind, rest) = rest.split_once(";base64,").filter(|(kind, _)| kind.len() < 16)?;
        let text = rest
            .split(['"', '\'', ')', '>'])
            .next()
            .filter(|_| matches!(kind, "bmp" | "gif" | "jpeg" | "jpg" | "png" | "webp"))?;
        let packed: Zeroizing<Vec<u8>> =
            Zeroizing::new(text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect());
        BASE64.decode(&packed).ok().map(Zeroizing::new)
    })
}

#[cfg(test)]
#[cfg(feature = "qr")]
mod tests {
    use data_encoding::BASE64;

    use super::{MOST_PICTURES, Pictures};
    use crate::formats::html::Html;
    use crate::formats::testing::{KEY, names, picture, plain};
    use crate::formats::{PictureError, Remark};
    use crate::otp::OtpParams;

    fn img(text: &str) -> String {
        format!("<img class='qr' src=\"data:image/png;base64,{}\"/>", BASE64.encode(&picture(&[text])))
    }

    #[test]
    fn codes_in_pictures_come_in_and_those_that_stand_as_text_too_come_once() {
        let uri = |name: &str| format!("otpauth://totp/Example:{name}?secret={KEY}&issuer=Example");
        let other = uri("anna").replace("Example:anna", "Example%3Aanna");
        let page =
            format!("<html><code>{}</code>{}{}{}</html>", uri("anna"), img(&other), img(&uri("ben")), img("a wall"));
        let imported = plain(&Html, page);
        assert_eq!((names(&imported), imported.complaints.len()), (vec![("Example", "anna"), ("Example", "ben")], 0));
    }

    #[test]
    fn the_period_of_a_row_stands_in_its_picture() {
        let head = "<html><table><tr><th>Issuer</th><th>Name</th><th>Type</th><th>QR Code</th><th>Secret</th></tr>";
        let row = |name: &str, uri: &str| {
            format!("<tr><td>I</td><td>{name}</td><td>TOTP</td><td>{}</td><td>{KEY}</td></tr>", img(uri))
        };
        let with = row("with", &format!("otpauth://totp/x?secret={KEY}&period=60&algorithm=SHA256"));
        let without = row("of another key", "otpauth://totp/x?secret=AAAAAAAAAAAAAAAA&period=60");
        let imported = plain(&Html, format!("{head}{with}{without}</table></html>"));
        let periods: Vec<_> =
            imported.arrivals.iter().filter_map(|it| it.params().and_then(OtpParams::period)).collect();
        assert_eq!(periods.iter().map(|period| period.seconds()).collect::<Vec<_>>(), [60, 30]);
        assert_eq!(imported.notes.iter().filter(|note| note.remark == Remark::PeriodAssumed).count(), 1);
    }

    #[test]
    fn more_pictures_than_anybody_prints_are_not_looked_at() {
        let small = "<img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTPxYgAAAABJRU5ErkJggg==\">";
        assert_eq!(Pictures::default().codes(&small.repeat(MOST_PICTURES)), Ok(Vec::new()));
        assert_eq!(Pictures::default().codes(&small.repeat(MOST_PICTURES + 1)), Err(PictureError::TooLarge));
    }
}
