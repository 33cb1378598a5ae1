//! What the tests of formats have in common: a file of a text, read by a format that must also be the one detected.

use sha2::Digest;

use crate::formats::{Foreign, Format, FormatError, Imported, Parsed, UnlockError, detect};

/// A key for samples.
pub(in crate::formats) const KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// The bytes of a database that SQLite makes by carrying out a text.
pub(in crate::formats) fn database(sql: &str) -> Vec<u8> {
    let mut connection = rusqlite::Connection::open_in_memory().unwrap();
    connection.execute_batch(sql).unwrap();
    connection.serialize("main").unwrap().to_vec()
}

/// A PNG file with the QR codes of these texts side by side.
#[cfg(feature = "qr")]
pub(in crate::formats) fn picture(texts: &[&str]) -> Vec<u8> {
    written(&drawn(texts), image::ImageFormat::Png)
}

/// The same as files of every sort that is read.
#[cfg(feature = "qr")]
pub(in crate::formats) fn picture_of_every_sort(texts: &[&str]) -> [Vec<u8>; 5] {
    use image::ImageFormat::{Bmp, Gif, Jpeg, Png, WebP};
    [Png, Jpeg, WebP, Gif, Bmp].map(|sort| written(&drawn(texts), sort))
}

#[cfg(feature = "qr")]
fn written(picture: &image::RgbImage, sort: image::ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, sort).unwrap();
    bytes.into_inner()
}

#[cfg(feature = "qr")]
fn drawn(texts: &[&str]) -> image::RgbImage {
    let codes: Vec<_> = texts.iter().map(|text| fast_qr::QRBuilder::new(*text).build().unwrap()).collect();
    let side = codes.iter().map(|code| code.size).max().unwrap_or(8) * 4 + 32;
    let mut drawn = image::RgbImage::from_pixel((side * codes.len().max(1)) as u32, side as u32, image::Rgb([255; 3]));
    for (place, code) in codes.iter().enumerate() {
        for (y, x) in (0..code.size * 4).flat_map(|y| (0..code.size * 4).map(move |x| (y, x))) {
            if code[y / 4][x / 4].value() {
                drawn.put_pixel((place * side + 16 + x) as u32, (y + 16) as u32, image::Rgb([0; 3]));
            }
        }
    }
    drawn
}

/// A file without a name.
pub(in crate::formats) fn file(bytes: impl AsRef<[u8]>) -> Foreign {
    Foreign::new(bytes.as_ref().to_vec(), None).unwrap()
}

/// The content of a file that is not locked. Detection must find the same format.
pub(in crate::formats) fn plain(format: &dyn Format, bytes: impl AsRef<[u8]>) -> Imported {
    match parsed(format, bytes).unwrap() {
        Parsed::Plain(imported) => imported,
        Parsed::Locked(_) => panic!("locked"),
    }
}

/// The content of a locked file. Detection must find the same format.
pub(in crate::formats) fn opened(
    format: &dyn Format,
    bytes: impl AsRef<[u8]>,
    password: &str,
) -> Result<Imported, UnlockError> {
    match parsed(format, bytes).unwrap() {
        Parsed::Plain(_) => panic!("not locked"),
        Parsed::Locked(locked) => locked.open(password),
    }
}

/// Why a file is refused.
pub(in crate::formats) fn refusal(format: &dyn Format, bytes: impl AsRef<[u8]>) -> Option<FormatError> {
    parsed(format, bytes).err()
}

/// Issuer and name of all accounts.
pub(in crate::formats) fn names(imported: &Imported) -> Vec<(&str, &str)> {
    imported.arrivals.iter().map(|arrival| (arrival.issuer.as_str(), arrival.name.as_str())).collect()
}

/// Keeps what a test reads as a seed for the fuzzer, where somebody asks for it.
#[expect(clippy::disallowed_methods, reason = "a test is not the program: it may write where it is told to")]
fn keep_as_seed(format: &dyn Format, bytes: &[u8]) {
    let Some(folder) = std::env::var_os("PULIH_SEEDS").map(std::path::PathBuf::from) else { return };
    let name = sha2::Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    std::fs::create_dir_all(folder.join(format.id())).unwrap();
    std::fs::write(folder.join(format.id()).join(name), bytes).unwrap();
}

fn parsed(format: &dyn Format, bytes: impl AsRef<[u8]>) -> Result<Parsed, FormatError> {
    keep_as_seed(format, bytes.as_ref());
    let file = file(bytes);
    assert_eq!(detect(&file).map(|found| found.id()), Ok(format.id()), "detection");
    format.parse(&file)
}
