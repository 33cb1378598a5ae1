//! Padding: how large the payload is made, so that its size tells little of what lies in it.

use zeroize::Zeroizing;

const STEP: usize = 16 * 1024;
const STEPPED: usize = 256 * 1024;

/// The size that `length` bytes are padded to: a multiple of 16 KiB up to 256 KiB, Padmé above.
const fn padded_size(length: usize) -> usize {
    if length <= STEPPED {
        let steps = length.div_ceil(STEP);
        return STEP * if steps == 0 { 1 } else { steps };
    }
    // Padmé (Nikitin et al., 2019): as many of the lower bits are zero as the exponent can name.
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let step = 1 << (exponent - kept);
    length.div_ceil(step) * step
}

/// Whether padding ever gives this size.
#[must_use]
pub const fn is_padded_size(length: usize) -> bool {
    length > 0 && padded_size(length) == length
}

/// `u32 n ‖ n bytes ‖ zeros`. `fill` is given the `n` bytes to write. `None` from 4 GiB on.
pub fn pad<E>(length: usize, fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Option<Result<Zeroizing<Vec<u8>>, E>> {
    let prefix = u32::try_from(length).ok()?.to_le_bytes();
    let mut out = Zeroizing::new(vec![0; padded_size(prefix.len() + length)]);
    let (start, rest) = out.split_first_chunk_mut::<4>()?;
    *start = prefix;
    let filled = fill(rest.get_mut(..length)?);
    Some(filled.map(|()| out))
}

/// The `n` bytes, if the size is the least possible one and the rest is zero.
#[must_use]
pub fn unpad(padded: &[u8]) -> Option<&[u8]> {
    let (length, rest) = padded.split_first_chunk::<4>()?;
    let length = u32::from_le_bytes(*length) as usize;
    let (inside, zeros) = rest.split_at_checked(length)?;
    let is_least = padded_size(4 + length) == padded.len();
    (is_least && zeros.iter().all(|byte| *byte == 0)).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::{is_padded_size, pad, padded_size, unpad};

    #[test]
    fn small_payloads_have_one_size_and_large_ones_lose_little() {
        let sizes = [0, 1, 16_384, 16_385, 262_144, 262_145, 1_000_000, 60_000_000].map(padded_size);
        assert_eq!(sizes, [16_384, 16_384, 16_384, 32_768, 262_144, 270_336, 1_015_808, 60_817_408]);
        for length in (1..70_000_000).step_by(9_973) {
            let size = padded_size(length);
            assert!(size >= length && is_padded_size(size), "{length}");
            assert!(length <= 262_144 || size - length <= length / 8, "{length}");
        }
    }

    #[test]
    fn padding_comes_off_only_where_it_is_the_least_and_all_zero() {
        let padded = pad(3, |bytes| {
            bytes.copy_from_slice(b"abc");
            Ok::<(), ()>(())
        })
        .unwrap()
        .unwrap();
        assert_eq!((padded.len(), unpad(&padded)), (16_384, Some(b"abc".as_slice())));
        let mut changed = padded.to_vec();
        changed[16_383] = 1;
        assert_eq!(unpad(&changed), None);
        assert_eq!(unpad(&[padded.as_slice(), &[0; 16_384]].concat()), None);
        assert_eq!(unpad(&padded[..16_000]), None);
        assert_eq!(unpad(&[255; 16_384]), None);
    }
}
