//! Files of which several formats could be the one: sealed bytes without any sign. Only the password tells, so it is
//! tried with each of them.

use crate::formats::{FORMATS, Foreign, Format, FormatError, Imported, Likeness, Locked, Parsed, UnlockError};

/// All the formats that a file could be of.
#[derive(Debug)]
struct Candidates(Vec<Box<dyn Locked>>);

/// Reads a file of which `likeliest` is found to be the format. Where that is no more than possible and the file is
/// locked, all others that are possible wait for the password as well.
pub(super) fn parse(likeliest: &'static dyn Format, file: &Foreign) -> Result<Parsed, FormatError> {
    let first = match likeliest.parse(file)? {
        Parsed::Locked(locked) if likeliest.sniff(file) == Likeness::Possible => locked,
        parsed => return Ok(parsed),
    };
    let others = FORMATS.iter().filter(|format| format.id() != likeliest.id());
    let possible = others.filter(|format| format.sniff(file) == Likeness::Possible);
    let locked = possible.filter_map(|format| match format.parse(file) {
        Ok(Parsed::Locked(locked)) => Some(locked),
        Ok(Parsed::Plain(_)) | Err(_) => None,
    });
    Ok(Parsed::Locked(Box::new(Candidates(std::iter::once(first).chain(locked).collect()))))
}

impl Locked for Candidates {
    fn format(&self) -> &'static str {
        self.0.first().map_or("", |locked| locked.format())
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        let opened = self.0.iter().map(|locked| locked.open(password));
        let mut opened = opened.filter(|opened| !matches!(opened, Err(UnlockError::WrongPassword)));
        opened.next().unwrap_or(Err(UnlockError::WrongPassword))
    }
}

#[cfg(test)]
mod tests {
    use crate::formats::kdf_bounds::sha256_key;
    use crate::formats::{Foreign, Parsed, UnlockError, gcm, read};

    #[test]
    fn bytes_without_a_sign_are_tried_with_every_format_that_they_could_be_of() {
        let plain = b"[{\"secret\":\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\",\"label\":\"a\",\"type\":\"TOTP\"}]";
        let nonce = [0xfe, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
        let sealed = gcm::seal(&sha256_key(b"right").unwrap(), &nonce, b"", plain).unwrap();
        // The name of another program does not matter.
        let file = Foreign::new([nonce.as_slice(), &sealed].concat(), Some("x.enc")).unwrap();
        let Ok(Parsed::Locked(locked)) = read(&file, None) else { panic!("locked") };
        assert!(format!("{locked:?}").matches("Locked").count() >= 2, "{locked:?}");
        assert_eq!(locked.open("right").map(|it| it.format), Ok("andotp"));
        assert_eq!(locked.open("wrong"), Err(UnlockError::WrongPassword));
    }
}
