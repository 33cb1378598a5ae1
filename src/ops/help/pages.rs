//! The pages, piece by piece.

use crate::backup::DeviceType;
use crate::ops::help::Part::{self, Head, Here, Item, Link, Say, Step};
use crate::ops::help::Topic;

pub(super) const RESTORE: &[Part] = &[
    Say("help-restore-intro"),
    Head("help-restore-need"),
    Item("help-restore-need-place"),
    Item("help-restore-need-account"),
    Item("help-restore-need-kind"),
    Head("help-how"),
    Step("help-restore-choose"),
    Step("help-restore-place"),
    Step("help-restore-sign-in"),
    Step("help-restore-yes"),
    Head("help-restore-comes"),
    Item("help-restore-comes-codes"),
    Item("help-restore-comes-names"),
    Link(Topic::NotSeen),
    Link(Topic::CantRestore),
    Link(Topic::BackUp),
    Link(Topic::Troubleshoot),
];

pub(super) const NOT_SEEN: &[Part] = &[
    Say("help-not-seen-intro"),
    Say("help-not-seen-why"),
    Head("help-how"),
    Item("help-not-seen-locked"),
    Item("help-not-seen-open"),
    Item("help-not-seen-merge"),
    Link(Topic::Restore),
    Link(Topic::SignOut),
    Link(Topic::CantRestore),
];

pub(super) const CANT_RESTORE: &[Part] = &[
    Say("help-cant-truth"),
    Head("help-cant-account"),
    Item("help-cant-account-both"),
    Item("help-cant-account-words"),
    Item("help-cant-account-file"),
    Head("help-cant-place"),
    Item("help-cant-place-support"),
    Item("help-cant-place-copy"),
    Head("help-cant-kind"),
    Item("help-cant-kind-export"),
    Head("help-cant-device"),
    Item("help-cant-device-do"),
    Head("help-cant-none"),
    Item("help-cant-none-do"),
    Link(Topic::Restore),
    Link(Topic::NotSeen),
    Link(Topic::BackUp),
    Link(Topic::Troubleshoot),
];

pub(super) const BACK_UP: &[Part] = &[
    Say("help-back-up-intro"),
    Head("help-how"),
    Step("help-back-up-set-up"),
    Step("help-back-up-kit"),
    Step("help-back-up-changes"),
    Step("help-back-up-drill"),
    Head("help-back-up-in"),
    Item("help-back-up-in-standard"),
    Item("help-back-up-in-sign-in"),
    Item("help-back-up-in-bound"),
    Head("help-back-up-where"),
    Item("help-back-up-where-place"),
    Item("help-back-up-where-circle"),
    Here(key_store),
    Link(Topic::Restore),
    Link(Topic::SignOut),
    Link(Topic::Troubleshoot),
];

pub(super) const SIGN_OUT: &[Part] = &[
    Say("help-sign-out-intro"),
    Head("help-how"),
    Step("help-sign-out-choose"),
    Step("help-sign-out-then"),
    Step("help-sign-out-undo"),
    Head("help-sign-out-away"),
    Item("help-sign-out-away-backup"),
    Item("help-sign-out-away-file"),
    Link(Topic::Restore),
    Link(Topic::NotSeen),
    Link(Topic::BackUp),
];

pub(super) const TROUBLESHOOT: &[Part] = &[
    Head("help-trouble-code"),
    Item("help-trouble-code-clock"),
    Item("help-trouble-code-key"),
    Head("help-trouble-open"),
    Item("help-trouble-open-typed"),
    Item("help-trouble-open-words"),
    Head("help-trouble-badge"),
    Item("help-trouble-badge-do"),
    Head("help-trouble-backup"),
    Item("help-trouble-backup-do"),
    Head("help-trouble-gone"),
    Item("help-trouble-gone-do"),
    Head("help-trouble-else"),
    Item("help-trouble-else-do"),
    Link(Topic::Restore),
    Link(Topic::CantRestore),
    Link(Topic::BackUp),
    Link(Topic::SignOut),
];

/// The key store as the system calls it.
const fn key_store(device: DeviceType) -> &'static str {
    match device {
        DeviceType::Linux | DeviceType::Bsd => "help-key-store-secret-service",
        DeviceType::Macos | DeviceType::Ios => "help-key-store-keychain",
        DeviceType::Windows => "help-key-store-credential-manager",
        DeviceType::Android | DeviceType::Other(_) | DeviceType::Portable => "help-key-store-any",
    }
}
