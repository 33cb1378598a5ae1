//! The state of backups as a person is told it: how old the last good one is, and what is to be done about it.

use std::time::Duration;

use crate::moment::{Moment, days};
use crate::text::Text;
use crate::vault::backup::BackupSet;

/// The password is asked for again after this time, the first time.
const FIRST_CHECK: Duration = days(7);
/// And then after this time.
const LATER_CHECKS: Duration = days(91);
/// A backup that is older than this is worth a remark although nothing has changed since.
const READ_BACK: Duration = days(31);

/// A change that no good backup holds for longer than this is no matter of minutes any more: something is wrong.
const STALE: Duration = days(1);

/// How urgent the state of backups is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Level {
    /// The person has to do something: the last good backup is too old, or there is none where there should be.
    Action,
    /// The last good backup holds what is here.
    Fine,
    /// Backups are off.
    #[default]
    Off,
    /// A change waits for its backup, and not for long yet.
    Waits,
}

/// The state of backups.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
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
    /// How many files this vault remembers to have written and knows to be good: read back, and not found missing since.
    pub files: usize,
    /// How urgent it is.
    pub level: Level,
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
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum KitState {
    /// There are no words.
    #[default]
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
            files: set.files.iter().filter(|file| file.verified.is_some()).count(),
            level: level(set, last_verified, is_due, now),
            reminders: told.into_iter().filter_map(|(is_told, reminder)| is_told.then_some(reminder)).collect(),
        }
    }

    fn off(kit: KitState) -> Self {
        let reminders = vec![Reminder::SetUp];
        Self { kit, reminders, ..Self::default() }
    }
}

fn level(set: &BackupSet, last_verified: Option<Moment>, is_due: bool, now: Moment) -> Level {
    let age = now.since(last_verified.unwrap_or(set.created));
    match (is_due, last_verified) {
        (true, _) if age > STALE => Level::Action,
        (_, Some(_)) if age > READ_BACK => Level::Action,
        (true, _) | (false, None) => Level::Waits,
        (false, Some(_)) => Level::Fine,
    }
}

/// How long ago something was, as a person says it.
#[must_use]
pub fn ago(at: Moment, now: Moment) -> Text {
    let seconds = now.since(at).as_secs();
    match (now.days_since(at), seconds) {
        (0, 0..60) => Text::new("backup-ago-now"),
        (0, 60..3600) => Text::new("backup-ago-minutes").number("count", seconds / 60),
        (0, _) => Text::new("backup-ago-hours").number("count", seconds / 3600),
        (days, _) => Text::new("backup-ago-days").number("count", days),
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{KitState, Level, Status};
    use crate::chance::{Entropy, NoEntropy};
    use crate::moment::Moment;
    use crate::secret::Passphrase;
    use crate::vault::KdfParams;
    use crate::vault::backup::{BackupSet, DeviceType, RecoveryName, Written};

    const MADE: Moment = Moment::from_unix(1_800_000_000);
    const HOUR: u64 = 3600;

    struct Ones;

    impl Entropy for Ones {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
            bytes.fill(1);
            Ok(())
        }
    }

    fn set(verified: Option<Moment>) -> BackupSet {
        let password = Passphrase::parse("a lamp beside the harbour").unwrap();
        let account = (RecoveryName::parse("mira@example.com").unwrap(), &password);
        let mut set = BackupSet::create_alone(account, KdfParams::LEAST, DeviceType::Portable, MADE, &Ones).unwrap();
        let written = Written { name: "a".to_owned(), generation: 1, digest: [0; 32], created: MADE, verified };
        set.files = verified.map(|_| written).into_iter().collect();
        set
    }

    #[test]
    fn a_state_is_urgent_when_the_last_good_backup_is_too_old_or_a_change_waits_for_a_day() {
        let level = |set: &BackupSet, is_due, hours| {
            Status::of(Some(set), is_due, KitState::NotSaved, MADE.later(Duration::from_secs(hours * HOUR))).level
        };
        let good = set(Some(MADE));
        assert_eq!(level(&good, false, 2), Level::Fine);
        assert_eq!(level(&good, true, 2), Level::Waits);
        assert_eq!(level(&good, true, 25), Level::Action);
        assert_eq!(level(&good, false, 24 * 30), Level::Fine);
        assert_eq!(level(&good, false, 24 * 32), Level::Action);
        let none = set(None);
        assert_eq!(
            [level(&none, true, 1), level(&none, true, 30), level(&none, false, 1)],
            [Level::Waits, Level::Action, Level::Waits]
        );
        assert_eq!(Status::of(None, false, KitState::NoWords, MADE).level, Level::Off);
    }
}
