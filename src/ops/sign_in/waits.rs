//! The waits between wrong answers, counted across starts in the state folder.

use std::time::Duration;

use crate::account::{AccountId, Credential};
use crate::ops::sign_in::SignInError;
use crate::ops::state_file::StateFile;
use crate::ops::{Session, World};
use crate::vault::Tries;

/// A thousand entries of 28 bytes and a box around them.
const MOST_BYTES: u64 = 64 * 1024;

/// How long an account's next answer has to wait; zero for one that is not sealed. What cannot be read now is told when
/// an answer is tried.
#[must_use]
pub fn wait_left(session: &Session, world: &World, id: AccountId) -> Duration {
    let Some(seal_id) = seal_id(session, id) else { return Duration::ZERO };
    load(session, world).map_or(Duration::ZERO, |tries| tries.wait_left(seal_id, world.clock.now()))
}

/// How many wrong answers an account had since the last right one, however long ago.
#[must_use]
pub fn wrong_answers(session: &Session, world: &World, id: AccountId) -> u32 {
    let Some(seal_id) = seal_id(session, id) else { return 0 };
    load(session, world).map_or(0, |tries| tries.count(seal_id))
}

/// An answer is about to be tried: it waits its turn and counts as wrong until [`right`] says otherwise.
///
/// # Errors
/// [`SignInError::Wait`], [`SignInError::State`], [`SignInError::StateSeal`].
pub(super) fn begin(session: &mut Session, world: &World, seal_id: [u8; 16]) -> Result<(), SignInError> {
    let now = world.clock.now();
    change(session, world, |tries| {
        let left = tries.wait_left(seal_id, now);
        if left.is_zero() {
            tries.wrong(seal_id, now);
            return Ok(());
        }
        tries.mend_clock(seal_id, now);
        Err(SignInError::Wait(left))
    })
}

/// The answers to these were right, or were never compared with anything. One look at the counters for all of them.
///
/// # Errors
/// [`SignInError::State`], [`SignInError::StateSeal`]; the answers still count as wrong.
pub(super) fn right(session: &mut Session, world: &World, seal_ids: &[[u8; 16]]) -> Result<(), SignInError> {
    if seal_ids.is_empty() {
        return Ok(());
    }
    change(session, world, |tries| {
        seal_ids.iter().for_each(|seal_id| tries.right(*seal_id));
        Ok(())
    })
}

/// Reads, changes and writes the counters while nobody else does; they are written whatever the change says.
fn change(
    session: &mut Session,
    world: &World,
    deed: impl FnOnce(&mut Tries) -> Result<(), SignInError>,
) -> Result<(), SignInError> {
    let Some(place) = place(session, world) else { return deed(session.tries_mut()) };
    let _held = place.hold(&*world.files)?;
    let before = load(session, world)?;
    let mut after = before.clone();
    let answer = deed(&mut after);
    if after != before {
        place.put(world, &session.vault().seal_tries(&after, &*world.entropy)?)?;
    }
    answer
}

/// The counters; none where no file is. A file that cannot be opened, because it was damaged or put there by somebody,
/// says nothing that could be believed, and must not lock anybody out: it counts as none.
fn load(session: &Session, world: &World) -> Result<Tries, SignInError> {
    let Some(place) = place(session, world) else { return Ok(session.tries().clone()) };
    let bytes = place.read(world, MOST_BYTES)?;
    Ok(bytes.and_then(|bytes| session.vault().open_tries(&bytes).ok()).unwrap_or_default())
}

/// Where they lie; nowhere for a vault that lives in memory, which keeps them itself.
fn place(session: &Session, world: &World) -> Option<StateFile> {
    session.path().map(|_| StateFile::of(&world.state, "tries", session.vault().id()))
}

fn seal_id(session: &Session, id: AccountId) -> Option<[u8; 16]> {
    match &session.book().get(id)?.credential {
        Credential::Sealed(sealed) => Some(sealed.seal_id),
        Credential::Missing(_) | Credential::Ready(_) => None,
    }
}
