//! The wire format of protobuf, as far as one flat message needs it. Nothing here allocates or recurses.

use crate::formats::Reason;

/// The value of a field.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::formats) enum Field<'a> {
    /// Bytes, a text or another message.
    Bytes(&'a [u8]),
    /// Four or eight bytes that no message here uses.
    Fixed,
    /// A number; a negative one is its two's complement.
    Number(u64),
}

/// The fields of a message with their numbers, up to the first thing that is wrong.
pub(in crate::formats) fn fields(bytes: &[u8]) -> impl Iterator<Item = Result<(u64, Field<'_>), Reason>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let field = next(&mut rest);
        if field.is_none() {
            rest = &[];
        }
        Some(field.ok_or(Reason::Transfer))
    })
}

fn next<'a>(rest: &mut &'a [u8]) -> Option<(u64, Field<'a>)> {
    let tag = varint(rest)?;
    let field = match tag & 7 {
        0 => Field::Number(varint(rest)?),
        1 => taken(rest, 8).map(|_| Field::Fixed)?,
        2 => {
            let length = usize::try_from(varint(rest)?).ok()?;
            Field::Bytes(taken(rest, length)?)
        }
        5 => taken(rest, 4).map(|_| Field::Fixed)?,
        _ => return None,
    };
    // The number 0 is no field, and numbers end at 29 bits.
    (1..1 << 29).contains(&(tag >> 3)).then_some((tag >> 3, field))
}

/// A number in groups of seven bits, the least first; at most ten bytes.
fn varint(rest: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..70).step_by(7) {
        let byte = *taken(rest, 1)?.first()?;
        let bits = u64::from(byte & 0x7f);
        if shift == 63 && bits > 1 {
            return None;
        }
        value |= bits << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

fn taken<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (head, tail) = rest.split_at_checked(length)?;
    *rest = tail;
    Some(head)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{Field, fields};
    use crate::formats::Reason;

    fn all(bytes: &[u8]) -> Vec<Result<(u64, Field<'_>), Reason>> {
        fields(bytes).collect()
    }

    #[test]
    fn numbers_and_bytes_come_out_with_their_field() {
        assert_eq!(all(&[0x08, 0x96, 0x01]), [Ok((1, Field::Number(150)))]);
        assert_eq!(all(&[0x12, 2, 7, 8, 0x1d, 0, 0, 0, 0]), [Ok((2, Field::Bytes(&[7, 8]))), Ok((3, Field::Fixed))]);
        let minus_one = [0x28, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];
        assert_eq!(all(&minus_one), [Ok((5, Field::Number(u64::MAX)))]);
    }

    #[test]
    fn what_is_wrong_ends_the_message_with_a_reason() {
        for wrong in [&[0x08][..], &[0x12, 5, 1], &[0x0b], &[0x00, 1], &[0x08, 0x80, 0x80], &[0x09, 1, 2]] {
            assert_eq!(all(wrong), [Err(Reason::Transfer)], "{wrong:?}");
        }
        let eleven = [0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
        assert_eq!(all(&eleven), [Err(Reason::Transfer)]);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic_or_run_on(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            assert!(fields(&bytes).count() <= bytes.len());
        }
    }
}
