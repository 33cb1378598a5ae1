//! The state of backups as a person is told it: how old the last good one is, and what is to be done about it.

use std::time::Duration;

use crate::moment::Moment;
use crate::text::Text;
use crate::vault::backup::BackupSet;

const DAY: u64 = 86_400;

/// The password is asked for again after this time, the first time.
const FIRST_CHECK: Duration = Duration::from_secs(7 * DAY);
/// And then after this time.
const LATER_CHECKS: Duration = Duration::from_secs(91 * DAY);
/// A backup that is older than this is worth a remark although nothing has changed since.
const READ_BACK: Duration = Duration::from_secs(31 * DAY);

/// The state of backups.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Status {
    /// Whether they are set up and on.
    pub is_on: bool,
    /// When the newest good backup was read back and opened.
    pub last_verified: Option<Moment>,
    /// When the password last opened one.
    pub password_checked: Option<Moment>,
    /// Whether the recovery words open the vault and the backups, and are known to be kept.
    pub kit: KitState,
    /// Whether the content has changed since the last backup.
    pub is_due: bool,
    /// How many files this vault remembers to have written.
    pub files: usize,
    /// What is to be done, the most urgent first.
    pub reminders: Vec<Reminder>,
}

/// Something that a person should do for their backups.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reminder {
    /// Set backups up.
    SetUp,
    /// There is no good backup at all.
    NeverBackedUp,
    /// The content has changed since the last one.
    BackUp,
    /// Read the newest one back: it is long ago.
    Verify,
    /// Type the recovery password once more.
    CheckPassword,
    /// Make a page of the recovery words, and show that they are at hand.
    MakeKit,
    /// Make recovery words: the password is the only way to open the backups.
    MakeWords,
}

/// How it stands with the recovery words of a vault and its backups.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum KitState {
    /// There are no words.
    NoWords,
    /// There are words, and nobody has shown to have them since they were made.
    NotSaved,
    /// The page was made and three of its words were typed from it, then.
    Saved(Moment),
}

impl KitState {
    /// When the kit was saved.
    #[must_use]
    pub const fn saved_at(self) -> Option<Moment> {
        match self {
            Self::NoWords | Self::NotSaved => None,
            Self::Saved(at) => Some(at),
        }
    }
}

impl Reminder {
    /// The name as JSON writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BackUp => "back-up",
            Self::CheckPassword => "check-password",
            Self::MakeKit => "make-kit",
            Self::MakeWords => "make-words",
            Self::NeverBackedUp => "never-backed-up",
            Self::SetUp => "setup",
            Self::Verify => "verify",
        }
    }

    /// What is said of it.
    #[must_use]
    pub const fn text(self) -> Text {
        Text::new(match self {
            Self::BackUp => "backup-remind-back-up",
            Self::CheckPassword => "backup-remind-check-password",
            Self::MakeKit => "backup-remind-make-kit",
            Self::MakeWords => "backup-remind-make-words",
            Self::NeverBackedUp => "backup-remind-never",
            Self::SetUp => "backup-remind-set-up",
            Self::Verify => "backup-remind-verify",
        })
    }
}

impl Status {
    /// The state of a set, or of none, at `now`; `kit` says how it stands with the vault's recovery words, which every new
    /// file of the set takes up.
    #[must_use]
    pub fn of(set: Option<&BackupSet>, is_due: bool, kit: KitState, now: Moment) -> Self {
        let Some(set) = set else { return Self::off(kit) };
        let last_verified = set.files.iter().filter_map(|file| file.verified).max();
        let told = [
            (last_verified.is_none(), Reminder::NeverBackedUp),
            (is_due && last_verified.is_some(), Reminder::BackUp),
            (last_verified.is_some_and(|at| now.since(at) > READ_BACK), Reminder::Verify),
            (is_password_due(set, now), Reminder::CheckPassword),
            (kit == KitState::NoWords, Reminder::MakeWords),
            (kit == KitState::NotSaved, Reminder::MakeKit),
        ];
        Self {
            is_on: true,
            last_verified,
            password_checked: set.password_checked,
            kit,
            is_due,
            files: set.files.len(),
            reminders: told.into_iter().filter_map(|(is_told, reminder)| is_told.then_some(reminder)).collect(),
        }
    }

    fn off(kit: KitState) -> Self {
        let reminders = vec![Reminder::SetUp];
        Self { is_on: false, last_verified: None, password_checked: None, kit, is_due: false, files: 0, reminders }
    }
}

/// Seven days after the set was made, and then a quarter after each check.
fn is_password_due(set: &BackupSet, now: Moment) -> bool {
    let first = set.created.later(FIRST_CHECK);
    match set.password_checked {
        None => true,
        Some(checked) if checked < first => now >= first,
        Some(checked) => now.since(checked) >= LATER_CHECKS,
    }
}
