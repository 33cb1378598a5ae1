//! QR codes as picture files, made by another hand than the one that reads them.

use std::path::Path;

use fast_qr::QRBuilder;
use image::{GrayImage, Luma};

/// Pixels for each module, and modules of quiet around the code.
const SCALE: usize = 8;
const QUIET: usize = 4;

/// Writes the QR code of a text as a PNG.
pub fn qr(text: &str, file: &Path) {
    let code = QRBuilder::new(text).build().unwrap();
    let side = u32::try_from((code.size + 2 * QUIET) * SCALE).unwrap();
    let is_dark = |x: u32, y: u32| {
        let module = |at: u32| (usize::try_from(at).unwrap() / SCALE).checked_sub(QUIET).filter(|at| *at < code.size);
        module(x).zip(module(y)).is_some_and(|(x, y)| code[y][x].value())
    };
    let picture = GrayImage::from_fn(side, side, |x, y| Luma([if is_dark(x, y) { 0 } else { 255 }]));
    picture.save(file).unwrap();
}
