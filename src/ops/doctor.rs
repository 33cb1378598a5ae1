//! The doctor: looks at what the program stands on, and says for each finding what repairs it. It changes nothing.

use std::path::Path;

use crate::moment::Moment;
use crate::ops::{LoadError, World};
use crate::ports::{ClipboardRoute, FileError, Guard, GuardKind, GuardState, KeyStoreError, Look};
use crate::text::{Explain, Text};
use crate::vault::{LARGEST_FILE, SealedVault};

/// Before this moment the program was not written: 2026-01-01. A clock that says so is wrong.
const BORN: Moment = Moment::from_unix(1_767_225_600);

/// After this moment a clock is more likely wrong than right: 2100-01-01.
const FAR: Moment = Moment::from_unix(4_102_444_800);

/// The room for locked memory below which keys may reach the swap file: what the program asks for at most.
const ROOM_FOR_KEYS: u64 = 1024 * 1024;

/// One finding.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Check {
    /// What was looked at, as JSON writes it.
    pub name: &'static str,
    /// How it stands.
    pub state: Health,
    /// What was found.
    pub what: Text,
    /// What repairs it, where something is to be repaired.
    pub repair: Option<Text>,
}

/// How something stands.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Health {
    /// As it should be.
    Good,
    /// The program works, and something could be better.
    Fair,
    /// The program does not do what it should.
    Bad,
}

impl Health {
    /// The name as JSON writes it: `good`, `fair`, `bad`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bad => "bad",
            Self::Fair => "fair",
            Self::Good => "good",
        }
    }
}

/// Looks at everything, in the order in which a person would ask.
#[must_use]
pub fn examine(world: &World) -> Vec<Check> {
    let mut checks = vec![clock(world), vault(world)];
    checks.extend(permissions(world));
    checks.extend([state_folder(world), key_store(world), memory(world)]);
    let is_told = |guard: &&Guard| (guard.kind, guard.state) != (GuardKind::NewPrivileges, GuardState::NotHere);
    checks.extend(world.guards.iter().filter(is_told).map(|guard| guarded(guard.kind, guard.state)));
    checks.extend([session(world), terminal(world), clipboard(world)]);
    checks
}

fn good(name: &'static str, what: Text) -> Check {
    Check { name, state: Health::Good, what, repair: None }
}

fn fair(name: &'static str, what: Text, repair: Text) -> Check {
    Check { name, state: Health::Fair, what, repair: Some(repair) }
}

fn bad(name: &'static str, what: Text, repair: Text) -> Check {
    Check { name, state: Health::Bad, what, repair: Some(repair) }
}

/// Time-based codes need a clock that is right to about half a minute. Nothing here can know that; what it can see is
/// a clock that is far off.
fn clock(world: &World) -> Check {
    let now = world.clock.now();
    let said = jiff::Timestamp::from_second(now.unix()).map_or_else(|_| now.unix().to_string(), |at| at.to_string());
    let is_wrong = now < BORN || now > FAR;
    let what = Text::new(if is_wrong { "doctor-clock-wrong" } else { "doctor-clock" }).word("now", said);
    if is_wrong { bad("clock", what, Text::new("doctor-fix-clock")) } else { good("clock", what) }
}

fn vault(world: &World) -> Check {
    match read_vault(world) {
        Ok(sealed) => good(
            "vault",
            Text::new("doctor-vault").number("ways", sealed.slots().len()).word("path", path(&world.vault)),
        ),
        Err(LoadError::None) => {
            let what = Text::new("doctor-vault-none").word("path", path(&world.vault));
            fair("vault", what, Text::new("doctor-fix-vault-none"))
        }
        Err(error) => Check { name: "vault", state: Health::Bad, what: error.what(), repair: error.fix() },
    }
}

/// Reads the form of the vault file; opens nothing.
fn read_vault(world: &World) -> Result<SealedVault, LoadError> {
    if world.files.look(&world.vault)?.is_none() {
        return Err(LoadError::None);
    }
    let file = world.files.resolve(&world.vault)?;
    Ok(SealedVault::parse(world.files.read(&file, u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX))?)?)
}

/// Who else may touch the vault, its folder and the state folder.
fn permissions(world: &World) -> Vec<Check> {
    let folder = world.vault.parent().unwrap_or(Path::new("."));
    [&*world.vault, folder, &*world.state]
        .into_iter()
        .filter_map(|place| match world.files.look(place) {
            Ok(None) => None,
            Ok(Some(look)) => Some(owned(place, look, place == world.vault.as_path())),
            Err(error) => Some(unreadable("permissions", &error)),
        })
        .collect()
}

fn owned(place: &Path, look: Look, is_file: bool) -> Check {
    let told = |id: &'static str| Text::new(id).word("path", path(place));
    let repair = told(if is_file { "doctor-fix-open-file" } else { "doctor-fix-open-folder" });
    match look {
        Look { is_ours: false, .. } => bad("permissions", told("doctor-not-ours"), told("doctor-fix-not-ours")),
        Look { others_may_replace: true, .. } => bad("permissions", told("doctor-replaceable"), repair),
        Look { is_open_to_others: true, .. } if is_file => bad("permissions", told("doctor-open"), repair),
        Look { is_open_to_others: true, .. } => fair("permissions", told("doctor-open"), repair),
        _ => good("permissions", told("doctor-owned")),
    }
}

fn state_folder(world: &World) -> Check {
    let told = |id: &'static str| Text::new(id).word("path", path(&world.state));
    match world.files.look(&world.state) {
        Ok(None) => good("state", told("doctor-state-none")),
        Ok(Some(_)) => match world.files.list(&world.state) {
            Ok(_) => good("state", told("doctor-state")),
            Err(error) => unreadable("state", &error),
        },
        Err(error) => unreadable("state", &error),
    }
}

fn unreadable(name: &'static str, error: &FileError) -> Check {
    Check { name, state: Health::Bad, what: error.what(), repair: error.fix() }
}

/// Whether the key store answers.
pub(in crate::ops) fn key_store(world: &World) -> Check {
    // The name is one that no vault has: only whether the store answers is asked.
    match world.key_store.get("doctor") {
        Ok(_) => good("key-store", Text::new("doctor-key-store")),
        Err(KeyStoreError::Absent) => {
            fair("key-store", Text::new("doctor-key-store-absent"), Text::new("doctor-fix-key-store-absent"))
        }
        Err(error) => Check { name: "key-store", state: Health::Fair, what: error.what(), repair: error.fix() },
    }
}

fn memory(world: &World) -> Check {
    world.memory.lock(&[0; 32]);
    let locked = world.memory.locked();
    let limit = |id: &'static str| Text::new(id).number("kib", locked.limit.unwrap_or(0) / 1024);
    if locked.refused > 0 || locked.limit.is_some_and(|limit| limit < ROOM_FOR_KEYS) {
        return fair("memory", limit("doctor-memory-short"), Text::new("doctor-fix-memory"));
    }
    match locked.limit {
        Some(_) => good("memory", limit("doctor-memory")),
        None => good("memory", Text::new("doctor-memory-unlimited")),
    }
}

fn guarded(kind: GuardKind, state: GuardState) -> Check {
    let (name, holds, open, repair) = match kind {
        GuardKind::CoreDumps => ("core-dumps", "doctor-core-dumps", "doctor-core-dumps-open", "doctor-fix-core-dumps"),
        GuardKind::Descriptors => {
            ("descriptors", "doctor-descriptors", "doctor-descriptors-open", "doctor-fix-descriptors")
        }
        GuardKind::Dumpable => ("memory-access", "doctor-dumpable", "doctor-dumpable-open", "doctor-fix-guard"),
        GuardKind::FileMode => ("file-mode", "doctor-file-mode", "doctor-file-mode-open", "doctor-fix-guard"),
        GuardKind::NewPrivileges => {
            ("new-privileges", "doctor-new-privileges", "doctor-new-privileges-open", "doctor-fix-guard")
        }
    };
    match state {
        GuardState::Holds => good(name, Text::new(holds)),
        GuardState::NotHere => fair(name, Text::new(open), Text::new("doctor-fix-guard-not-here")),
        GuardState::Refused => fair(name, Text::new(open), Text::new(repair)),
    }
}

fn session(world: &World) -> Check {
    match world.seat.tells_of_absence() {
        GuardState::Holds => good("session", Text::new("doctor-session")),
        GuardState::NotHere | GuardState::Refused => {
            fair("session", Text::new("doctor-session-none"), Text::new("doctor-fix-session-none"))
        }
    }
}

fn terminal(world: &World) -> Check {
    match world.surroundings.term.as_deref() {
        _ if !world.console.is_interactive() => {
            fair("terminal", Text::new("doctor-terminal-none"), Text::new("doctor-fix-terminal-none"))
        }
        None | Some("dumb") => {
            fair("terminal", Text::new("doctor-terminal-dumb"), Text::new("doctor-fix-terminal-dumb"))
        }
        Some(term) => good("terminal", Text::new("doctor-terminal").word("term", term)),
    }
}

fn clipboard(world: &World) -> Check {
    match world.clipboard.route() {
        ClipboardRoute::None => {
            fair("clipboard", Text::new("doctor-clipboard-none"), Text::new("doctor-fix-clipboard-none"))
        }
        ClipboardRoute::System => good("clipboard", Text::new("doctor-clipboard")),
        ClipboardRoute::Terminal if world.surroundings.is_tmux => {
            fair("clipboard", Text::new("doctor-clipboard-tmux"), Text::new("doctor-fix-clipboard-tmux"))
        }
        ClipboardRoute::Terminal => good("clipboard", Text::new("doctor-clipboard-terminal")),
    }
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Check, Health, examine, owned};
    use crate::moment::Moment;
    use crate::ops::testing::{NOW, Ring, world};
    use crate::ports::{Guard, GuardKind, GuardState, Look, LookKind};

    fn named<'a>(checks: &'a [Check], name: &str) -> &'a Check {
        checks.iter().find(|check| check.name == name).expect("a check of this name")
    }

    #[test]
    fn whatever_is_not_good_comes_with_its_repair() {
        let mut world = world(Moment::from_unix(0), Arc::new(crate::ports::Absent));
        let guard = |kind| Guard { kind, state: GuardState::Refused };
        world.guards = [GuardKind::CoreDumps, GuardKind::Dumpable].map(guard).into();
        let checks = examine(&world);
        for check in &checks {
            assert_eq!(check.state == Health::Good, check.repair.is_none(), "{check:?}");
        }
        assert_eq!(named(&checks, "core-dumps").state, Health::Fair);
    }

    #[test]
    fn a_clock_before_the_program_was_written_is_wrong() {
        let clock = |seconds| {
            let checks = examine(&world(Moment::from_unix(seconds), Arc::new(Ring::default())));
            named(&checks, "clock").state
        };
        assert_eq!(clock(NOW.unix()), Health::Good);
        assert_eq!(clock(-1), Health::Bad);
        assert_eq!(clock(5_000_000_000), Health::Bad);
    }

    #[test]
    fn a_key_store_that_is_absent_or_locked_is_no_reason_for_alarm() {
        let state = |ring: Ring| named(&examine(&world(NOW, Arc::new(ring))), "key-store").state;
        assert_eq!(state(Ring::default()), Health::Good);
        assert_eq!(state(Ring { refuses: true, ..Ring::default() }), Health::Fair);
    }

    #[test]
    fn a_vault_that_others_may_read_is_bad() {
        let ours = Look {
            kind: LookKind::File,
            length: 1,
            modified: None,
            is_ours: true,
            is_open_to_others: false,
            others_may_replace: false,
            links: 1,
        };
        let health = |look| owned(std::path::Path::new("/v"), look, true).state;
        assert_eq!(health(ours), Health::Good);
        assert_eq!(health(Look { is_open_to_others: true, ..ours }), Health::Bad);
        assert_eq!(health(Look { is_ours: false, ..ours }), Health::Bad);
    }
}
