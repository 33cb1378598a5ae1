//! Shades of grey, and how a picture that can be seen through is turned into them.

use zeroize::Zeroizing;

use crate::formats::PictureError;
use crate::formats::qr::file::check_size;

/// Shades of grey, row by row. Wiped when dropped: a QR code is a key.
pub(super) struct Grey {
    pub shades: Zeroizing<Vec<u8>>,
    pub width: u32,
    pub height: u32,
}

/// A decoded picture; how opaque each pixel is stands beside its shade where not all of them are.
pub(super) struct Decoded {
    pub grey: Grey,
    pub opacity: Option<Zeroizing<Vec<u8>>>,
}

impl Decoded {
    /// Four bytes a pixel: red, green, blue, opacity. Shades by the weights of ITU-R BT.709.
    pub(super) fn from_rgba(width: u32, height: u32, rgba: &[u8]) -> Result<Self, PictureError> {
        check_size(width, height)?;
        if rgba.len() as u64 != u64::from(width) * u64::from(height) * 4 {
            return Err(PictureError::NotAPicture);
        }
        let shade = |[red, green, blue, _]: &[u8; 4]| {
            let [red, green, blue] = [red, green, blue].map(|it| u32::from(*it));
            u8::try_from((red * 2126 + green * 7152 + blue * 722) / 10_000).unwrap_or(u8::MAX)
        };
        let pixels = rgba.as_chunks().0;
        let shades = Zeroizing::new(pixels.iter().map(shade).collect());
        let opacity = Zeroizing::new(pixels.iter().map(|[.., opacity]| *opacity).collect());
        Ok(Self::new(Grey { shades, width, height }, opacity))
    }

    /// Two bytes a pixel: shade, opacity.
    pub(super) fn from_grey_and_opacity(width: u32, height: u32, pairs: &[u8]) -> Self {
        let pixels = pairs.as_chunks().0;
        let shades = Zeroizing::new(pixels.iter().map(|[shade, _]| *shade).collect());
        Self::new(Grey { shades, width, height }, Zeroizing::new(pixels.iter().map(|[_, opacity]| *opacity).collect()))
    }

    fn new(grey: Grey, opacity: Zeroizing<Vec<u8>>) -> Self {
        let is_opaque = opacity.iter().all(|part| *part == u8::MAX);
        Self { grey, opacity: Some(opacity).filter(|_| !is_opaque) }
    }

    /// The picture as somebody may have seen it: on white, on black; or as it is, where opacity was never filled in.
    pub(super) fn views(&self) -> impl Iterator<Item = Grey> {
        let grounds = self.opacity.iter().flat_map(|opacity| [u8::MAX, 0].map(|ground| (opacity, ground)));
        let as_it_is = std::iter::once_with(|| self.with(self.grey.shades.to_vec()));
        grounds.map(|(opacity, ground)| self.with(over(ground, &self.grey.shades, opacity))).chain(as_it_is)
    }

    fn with(&self, shades: Vec<u8>) -> Grey {
        Grey { shades: Zeroizing::new(shades), width: self.grey.width, height: self.grey.height }
    }
}

/// Shades that lie over a ground.
fn over(ground: u8, shades: &[u8], opacity: &[u8]) -> Vec<u8> {
    let mix = |(shade, part): (&u8, &u8)| {
        let sum = u32::from(*shade) * u32::from(*part) + u32::from(ground) * u32::from(u8::MAX - *part);
        u8::try_from(sum / u32::from(u8::MAX)).unwrap_or(u8::MAX)
    };
    shades.iter().zip(opacity).map(mix).collect()
}

#[cfg(test)]
mod tests {
    use super::Decoded;

    fn views(rgba: &[u8]) -> Vec<Vec<u8>> {
        let width = u32::try_from(rgba.len() / 4).unwrap();
        Decoded::from_rgba(width, 1, rgba).unwrap().views().map(|grey| grey.shades.to_vec()).collect()
    }

    #[test]
    fn an_opaque_picture_is_looked_at_once() {
        assert_eq!(views(&[0, 0, 0, 255, 255, 255, 255, 255]), [[0, 255]]);
    }

    #[test]
    fn what_can_be_seen_through_lies_on_white_then_on_black_then_counts_as_it_is() {
        assert_eq!(views(&[0, 0, 0, 255, 0, 0, 0, 0]), [[0, 255], [0, 0], [0, 0]]);
        assert_eq!(views(&[255, 255, 255, 255, 0, 0, 0, 0]), [[255, 255], [255, 0], [255, 0]]);
        assert_eq!(views(&[0, 0, 0, 0, 255, 255, 255, 0]), [[255, 255], [0, 0], [0, 255]]);
        assert_eq!(views(&[0, 0, 0, 51]), [[204], [0], [0]]);
    }
}
