//! The kind of computer that a backup set is made for. It goes into the key of every slot, so that an edited header is
//! noticed; a changed program could lie, so this is policy with a seatbelt and no secrecy.

use crate::text::Text;

/// A kind of computer, as one byte of the file.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum DeviceType {
    /// Android.
    Android,
    /// FreeBSD, OpenBSD, NetBSD, `DragonFly`.
    Bsd,
    /// iOS and iPadOS.
    Ios,
    /// Linux.
    Linux,
    /// macOS.
    Macos,
    /// A kind that this version does not know.
    Other(u8),
    /// Any computer.
    Portable,
    /// Windows.
    Windows,
}

impl DeviceType {
    /// All that this version knows, in the order of their numbers.
    pub const ALL: [Self; 7] =
        [Self::Portable, Self::Linux, Self::Macos, Self::Windows, Self::Bsd, Self::Android, Self::Ios];

    /// The kind that this program was built for.
    #[must_use]
    pub const fn running() -> Self {
        if cfg!(target_os = "macos") {
            Self::Macos
        } else if cfg!(target_os = "windows") {
            Self::Windows
        } else if cfg!(target_os = "android") {
            Self::Android
        } else if cfg!(target_os = "ios") {
            Self::Ios
        } else if cfg!(target_os = "linux") {
            Self::Linux
        } else {
            Self::Bsd
        }
    }

    /// The number in the file.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Portable => 0,
            Self::Linux => 1,
            Self::Macos => 2,
            Self::Windows => 3,
            Self::Bsd => 4,
            Self::Android => 5,
            Self::Ios => 6,
            Self::Other(number) => number,
        }
    }

    /// The kind of this number.
    #[must_use]
    pub const fn of(number: u8) -> Self {
        match number {
            0 => Self::Portable,
            1 => Self::Linux,
            2 => Self::Macos,
            3 => Self::Windows,
            4 => Self::Bsd,
            5 => Self::Android,
            6 => Self::Ios,
            other => Self::Other(other),
        }
    }

    /// The name as JSON writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Android => "android",
            Self::Bsd => "bsd",
            Self::Ios => "ios",
            Self::Linux => "linux",
            Self::Macos => "macos",
            Self::Other(_) => "other",
            Self::Portable => "any",
            Self::Windows => "windows",
        }
    }

    /// What a person calls it.
    #[must_use]
    pub const fn text(self) -> Text {
        Text::new(match self {
            Self::Android => "backup-device-android",
            Self::Bsd => "backup-device-bsd",
            Self::Ios => "backup-device-ios",
            Self::Linux => "backup-device-linux",
            Self::Macos => "backup-device-macos",
            Self::Other(_) => "backup-device-other",
            Self::Portable => "backup-device-any",
            Self::Windows => "backup-device-windows",
        })
    }

    /// Whether a set made for `self` may be restored on a computer of the kind `running`.
    #[must_use]
    pub fn fits(self, running: Self) -> bool {
        self == Self::Portable || self == running
    }
}

impl Default for DeviceType {
    fn default() -> Self {
        Self::running()
    }
}

#[cfg(test)]
mod tests {
    use super::DeviceType;

    #[test]
    fn every_number_is_one_kind_and_comes_back() {
        for number in 0..=u8::MAX {
            assert_eq!(DeviceType::of(number).number(), number);
        }
        for (number, kind) in (0..).zip(DeviceType::ALL) {
            assert_eq!(kind.number(), number);
        }
    }

    #[test]
    fn a_portable_set_fits_everywhere_and_another_only_its_own_kind() {
        assert!(DeviceType::Portable.fits(DeviceType::Windows));
        assert!(DeviceType::Linux.fits(DeviceType::Linux));
        assert!(!DeviceType::Linux.fits(DeviceType::Macos));
        assert!(!DeviceType::Other(9).fits(DeviceType::Linux));
    }
}
