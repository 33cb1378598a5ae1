//! All QR codes of a grey picture: found one after the other, each painted over before the next is looked for.

use std::collections::HashSet;

use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};
use rxing::{
    BarcodeFormat, Binarizer, BinaryBitmap, DecodeHints, Luma8LuminanceSource, MultiFormatReader, RXingResult, Reader,
};
use zeroize::Zeroizing;

use crate::formats::qr::grey::Grey;

/// The most codes that one picture may hold: an export of a hundred accounts has ten.
const MOST_CODES: usize = 32;

/// The texts of all codes, in the order in which they are found.
pub(super) fn read(mut grey: Grey) -> Vec<Zeroizing<String>> {
    let mut texts: Vec<Zeroizing<String>> = Vec::new();
    for _ in 0..MOST_CODES {
        let Some(found) = find_one(&grey) else { break };
        if !texts.iter().any(|text| **text == *found.getText()) {
            texts.push(Zeroizing::new(found.getText().to_owned()));
        }
        if !paint_over(&mut grey, &found) {
            break;
        }
    }
    texts
}

/// A ladder of tries, each for a fault of its own: uneven light, a flat grey print, light on dark, a noisy screen.
fn find_one(grey: &Grey) -> Option<RXingResult> {
    let stretched = stretch(&grey.shades);
    let inverted = Zeroizing::new(stretched.iter().map(|shade| 255 - shade).collect::<Vec<u8>>());
    try_local(grey, &grey.shades)
        .or_else(|| try_local(grey, &stretched))
        .or_else(|| try_local(grey, &inverted))
        .or_else(|| try_global(grey, &stretched))
        .or_else(|| try_global(grey, &inverted))
}

fn try_local(grey: &Grey, shades: &[u8]) -> Option<RXingResult> {
    decode(HybridBinarizer::new(Luma8LuminanceSource::new(shades.to_vec(), grey.width, grey.height).ok()?))
}

fn try_global(grey: &Grey, shades: &[u8]) -> Option<RXingResult> {
    decode(GlobalHistogramBinarizer::new(Luma8LuminanceSource::new(shades.to_vec(), grey.width, grey.height).ok()?))
}

fn decode<B: Binarizer>(binarizer: B) -> Option<RXingResult> {
    let hints = DecodeHints {
        TryHarder: Some(true),
        PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])),
        ..DecodeHints::default()
    };
    MultiFormatReader::default().decode_with_hints(&mut BinaryBitmap::new(binarizer), &hints).ok()
}

/// Spreads the shades so that the darkest hundredth is black and the lightest white.
fn stretch(shades: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut counts = [0_usize; 256];
    for shade in shades {
        if let Some(count) = counts.get_mut(usize::from(*shade)) {
            *count += 1;
        }
    }
    let hundredth = shades.len() / 100;
    let (low, high) = (first_above(counts.iter(), hundredth), 255 - first_above(counts.iter().rev(), hundredth));
    let span = high.saturating_sub(low).max(1);
    let spread = |shade: &u8| {
        let above = usize::from(*shade).saturating_sub(low).min(span);
        u8::try_from(above * 255 / span).unwrap_or(u8::MAX)
    };
    Zeroizing::new(shades.iter().map(spread).collect())
}

/// The first place at which more than `most` have been counted.
fn first_above<'a>(counts: impl Iterator<Item = &'a usize>, most: usize) -> usize {
    let mut sum = 0;
    counts
        .take_while(|count| {
            sum += **count;
            sum <= most
        })
        .count()
        .min(255)
}

/// Paints the middle of a code white. Its corners are what it is found by; the box between them cuts each of the
/// three, and leaves a neighbour alone. Returns whether anything was painted.
fn paint_over(grey: &mut Grey, found: &RXingResult) -> bool {
    let points = found.getPoints();
    let across = |most: u32| move |at: f32| at.clamp(0.0, most.saturating_sub(1) as f32) as usize;
    let (x, y) = (across(grey.width), across(grey.height));
    let (Some(left), Some(right)) = ends(points.iter().map(|point| x(point.x))) else { return false };
    let (Some(top), Some(bottom)) = ends(points.iter().map(|point| y(point.y))) else { return false };
    let width = grey.width as usize;
    for row in grey.shades.chunks_exact_mut(width.max(1)).skip(top).take(bottom - top + 1) {
        if let Some(part) = row.get_mut(left..=right) {
            part.fill(255);
        }
    }
    right > left && bottom > top
}

fn ends(values: impl Iterator<Item = usize> + Clone) -> (Option<usize>, Option<usize>) {
    (values.clone().min(), values.max())
}

#[cfg(test)]
mod tests {
    use fast_qr::QRBuilder;
    use zeroize::Zeroizing;

    use super::{read, stretch};
    use crate::formats::qr::grey::Grey;

    const FIRST: &str = "otpauth://totp/Example:mira?secret=GEZDGNBVGY3TQOJQ&issuer=Example";
    const SECOND: &str = "otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8%3D";

    /// Codes side by side on light ground, four pixels a module, in two shades.
    fn picture(texts: &[&str], dark: u8, light: u8) -> Grey {
        let codes: Vec<_> = texts.iter().map(|text| QRBuilder::new(*text).build().unwrap()).collect();
        let side = codes.iter().map(|code| code.size).max().unwrap_or(0) * 4 + 32;
        let (width, height) = (side * codes.len().max(1), side);
        let mut shades = vec![light; width * height];
        for (place, code) in codes.iter().enumerate() {
            for (y, x) in (0..code.size * 4).flat_map(|y| (0..code.size * 4).map(move |x| (y, x))) {
                if code[y / 4][x / 4].value() {
                    shades[(y + 16) * width + place * side + 16 + x] = dark;
                }
            }
        }
        let shades = Zeroizing::new(shades);
        Grey { shades, width: u32::try_from(width).unwrap(), height: u32::try_from(height).unwrap() }
    }

    fn found(grey: Grey) -> Vec<String> {
        let mut texts: Vec<String> = read(grey).iter().map(|text| text.to_string()).collect();
        texts.sort();
        texts
    }

    #[test]
    fn a_code_is_read_dark_on_light_light_on_dark_and_faint() {
        for (dark, light) in [(0, 255), (255, 0), (118, 138), (200, 90)] {
            assert_eq!(found(picture(&[FIRST], dark, light)), [FIRST], "{dark} on {light}");
        }
    }

    #[test]
    fn all_codes_of_a_picture_are_read_each_once() {
        let third = "otpauth://hotp/Example:anna?secret=GEZDGNBVGY3TQOJQ&counter=3";
        let mut expected = vec![FIRST, SECOND, third];
        expected.sort_unstable();
        assert_eq!(found(picture(&[FIRST, SECOND, third], 0, 255)), expected);
        assert_eq!(found(picture(&[FIRST, FIRST], 0, 255)), [FIRST]);
    }

    #[test]
    fn a_picture_without_a_code_ends_with_none() {
        assert!(found(picture(&[], 0, 255)).is_empty());
        assert!(found(Grey { shades: Zeroizing::new(Vec::new()), width: 0, height: 0 }).is_empty());
    }

    #[test]
    fn stretching_makes_the_darkest_black_and_the_lightest_white() {
        let spread = stretch(&[100, 100, 110, 120, 120]);
        assert_eq!(spread.as_slice(), [0, 0, 127, 255, 255]);
    }
}
