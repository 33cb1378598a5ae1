//! Names of backup files: unique by 64 random bits, so that no file ever takes another's place.

use std::fmt;

use crate::moment::Moment;
use crate::vault::backup::SetId;

/// What every name begins with.
const START: &str = "pulih-";
/// What every name ends with.
const END: &str = ".pulih-backup";

/// The name of a backup file: `pulih-<set8>-<generation:010>-<yyyymmddThhmmZ>-<rand8>.pulih-backup`.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct FileName {
    text: String,
    set: [u8; 4],
    generation: u64,
    /// Minutes as they are written.
    stamp: String,
}

impl FileName {
    /// The name of a new file.
    #[must_use]
    pub fn new(set: SetId, generation: u64, created: Moment, random: [u8; 8]) -> Self {
        let [a, b, c, d, ..] = set.0;
        let at = created.calendar();
        let stamp = format!("{:04}{:02}{:02}T{:02}{:02}Z", at.year, at.month, at.day, at.hour, at.minute);
        let random = u64::from_be_bytes(random);
        let text =
            format!("{START}{:08x}-{generation:010}-{stamp}-{random:016x}{END}", u32::from_be_bytes([a, b, c, d]));
        Self { text, set: [a, b, c, d], generation, stamp }
    }

    /// Reads a name. `None` for every other file: nothing else in a place is looked at.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let inside = text.strip_prefix(START)?.strip_suffix(END)?;
        let mut parts = inside.split('-');
        let (set, generation) = (parts.next()?, parts.next()?);
        let (stamp, random) = (parts.next()?, parts.next()?);
        let is_formed = parts.next().is_none() && is_hex(set, 8) && is_hex(random, 16) && is_stamp(stamp);
        let is_number = generation.len() >= 10 && generation.bytes().all(|byte| byte.is_ascii_digit());
        if !is_formed || !is_number {
            return None;
        }
        Some(Self {
            text: text.to_owned(),
            set: u32::from_str_radix(set, 16).ok()?.to_be_bytes(),
            generation: generation.parse().ok()?,
            stamp: stamp.to_owned(),
        })
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The generation in the name, not verified.
    #[must_use]
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// The minute in the name, `yyyymmddThhmmZ`, not verified.
    #[must_use]
    pub fn stamp(&self) -> &str {
        &self.stamp
    }

    /// Whether the name is one of the same set as another, by the first four bytes of its id.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        self.set == other.set
    }

    /// Whether the name is one of this set, by the first four bytes of its id.
    #[must_use]
    pub fn is_of(&self, set: SetId) -> bool {
        set.0.starts_with(&self.set)
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_stamp(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    match text.as_bytes() {
        [date @ .., b'T', h1, h2, m1, m2, b'Z'] => {
            date.len() == 8 && date.iter().copied().chain([*h1, *h2, *m1, *m2]).all(is_digit)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::FileName;
    use crate::moment::Moment;
    use crate::vault::backup::SetId;

    const SET: SetId = SetId([0xab; 16]);

    #[test]
    fn a_name_tells_set_generation_and_minute_and_comes_back() {
        let name = FileName::new(SET, 42, Moment::from_unix(1_795_350_896), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(name.as_str(), "pulih-abababab-0000000042-20261122T1234Z-0001020304050607.pulih-backup");
        assert_eq!(FileName::parse(name.as_str()), Some(name.clone()));
        assert!(name.is_of(SET) && !name.is_of(SetId([1; 16])));
        assert_eq!(name.generation(), 42);
    }

    #[test]
    fn only_names_of_our_own_making_are_looked_at() {
        let whole = "pulih-abababab-0000000042-20261122T1234Z-0001020304050607.pulih-backup";
        assert!(FileName::parse(whole).is_some());
        let others = [
            whole.replace(".pulih-backup", ".pulih-backup (1)"),
            whole.replace("abababab", "ABABABAB"),
            whole.replace("0000000042", "42"),
            whole.replace("T1234Z", "T12:4Z"),
            whole.replace("-0001020304050607", ""),
            format!(".{whole}.tmp"),
            "../pulih-abababab".to_owned(),
            String::new(),
        ];
        for other in others {
            assert_eq!(FileName::parse(&other), None, "{other}");
        }
    }

    #[test]
    fn a_generation_beyond_ten_digits_still_has_a_name() {
        let name = FileName::new(SET, u64::MAX, Moment::from_unix(0), [0; 8]);
        assert_eq!(FileName::parse(name.as_str()).map(|name| name.generation()), Some(u64::MAX));
    }
}
